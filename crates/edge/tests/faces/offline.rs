//! An offline device from its enrolment to its last code, through the public interfaces and by a turned clock.

use serde_json::json;
use specie_commands::DeviceSeed;
use specie_domain::{Body, Policy};
use specie_money::{Currency, Money};

use crate::shop::{ACCOUNT, PHONE, POS, Said, Session, Shop};

const NOT_VALID: (u16, &str) = (401, "ERROR_OTP_NOT_VALID");

/// A shop where an offline code brings 20.00 GBP at most.
async fn open() -> Shop {
    let shop = Shop::open().await;
    let cap = Money::parse("20.00", Currency::from_code("GBP").unwrap()).unwrap();
    let policy = Policy { offline_caps: vec![cap], ..Policy::default() };
    shop.commands.commit_own(Body::SetPolicy(policy)).await.unwrap();
    shop
}

async fn enrol(shop: &Shop) -> DeviceSeed {
    let enrolled = shop.post(&shop.of_wallet("/offline-device"), "").await;
    assert_eq!(enrolled.status, 201, "{}", enrolled.text);
    enrolled.at("/seed").parse().unwrap()
}

/// What the device shows so many half-minutes from now.
fn shown(shop: &Shop, seed: &DeviceSeed, half_minutes: i64) -> String {
    let at = shop.commands.now().plus_s(half_minutes * 30);
    seed.code(at.half_minute()).reveal().to_owned()
}

async fn next_code(shop: &Shop, seed: &DeviceSeed) -> String {
    shop.turn_clock_ms(30_000);
    shown(shop, seed, 0)
}

#[track_caller]
fn assert_refused(said: &Said, verdict: (u16, &str)) {
    assert_eq!(said.verdict(), (verdict.0, verdict.1.to_owned()), "{}", said.text);
}

#[tokio::test]
async fn a_device_is_enrolled_once_told_once_and_shown_by_its_wallet() {
    let shop = open().await;
    let path = shop.of_wallet("/offline-device");
    let wallet = async || shop.get(&shop.of_wallet("")).await.json()["offline"].clone();
    assert_eq!(wallet().await, json!(false));
    assert_refused_own(&shop.api("DELETE", &path, &[], "").await, 404, "device_not_found");
    let value = [("idempotency-key", "device-1")];
    let enrolled = shop.api("POST", &path, &value, "").await;
    assert_eq!((enrolled.status, enrolled.json()["digits"].clone()), (201, json!(8)), "{}", enrolled.text);
    assert_eq!(enrolled.json()["period_s"], json!(30));
    let seed = enrolled.at("/seed");
    assert_eq!(seed.len(), 32, "20 bytes in Base32");
    let uri = enrolled.at("/uri");
    assert!(uri.starts_with("otpauth://totp/Specie:"), "{uri}");
    assert!(
        uri.ends_with(&format!("?secret={seed}&issuer=Specie&algorithm=SHA1&digits=8&period=30")),
        "{uri}"
    );
    assert!(!uri.contains(&PHONE[1..]), "the label names no person: {uri}");
    assert_refused_own(&shop.api("POST", &path, &value, "").await, 409, "secret_shown_once");
    assert_eq!(wallet().await, json!(true));
    assert_refused_own(&shop.as_auditor("POST", &path, "").await, 403, "role_forbids");
    assert_eq!(shop.api("DELETE", &path, &[], "").await.status, 204);
    assert_eq!(wallet().await, json!(false));
    let nobodys = "/wallets/018bcfe5-687b-7fff-bfff-fffffffffc05/offline-device";
    assert_refused_own(&shop.post(nobodys, "").await, 404, "wallet_not_found");
    shop.post(&shop.of_wallet("/freeze"), "").await;
    assert_refused_own(&shop.post(&path, "").await, 409, "wallet_frozen");
}

#[track_caller]
fn assert_refused_own(said: &Said, status: u16, code: &str) {
    assert_eq!((said.status, said.at("/code")), (status, code.to_owned()), "{}", said.text);
}

#[tokio::test]
async fn cash_is_handed_out_for_a_code_that_needed_no_network() {
    let shop = open().await;
    let seed = enrol(&shop).await;
    let code = shown(&shop, &seed, 0);
    let session = Session::of(&shop.login(&code).await);
    let over = shop.pos(&format!("/withdraw/{ACCOUNT}/20.01"), &session.headers()).await;
    assert_refused(&over, (400, "ERROR_LIMIT_EXCEEDED"));
    assert!(over.at("/status/message").contains("at most 20.00 GBP"), "{}", over.text);
    let deposit = shop.pos("/deposit/5/GBP", &session.headers()).await;
    assert_refused(&deposit, (400, "ERROR_PURPOSE_NOT_APPROVED"));
    assert_eq!(shop.pos(&format!("/withdraw/{ACCOUNT}/20"), &session.headers()).await.status, 200);
    assert_eq!(shop.pos("/logout", &session.headers()).await.status, 200);
    let account = shop.get(&format!("/accounts/{ACCOUNT}")).await;
    assert_eq!(account.at("/balance/amount"), "169.00", "{}", account.text);
    assert_refused(&shop.login(&code).await, NOT_VALID);
}

#[tokio::test]
async fn a_code_of_another_half_minute_opens_nothing_and_costs_nothing() {
    let shop = open().await;
    let seed = enrol(&shop).await;
    for _ in 0..3 {
        for half_minutes in [-4, -1, 1] {
            let code = shown(&shop, &seed, half_minutes);
            assert_refused(&shop.login(&code).await, NOT_VALID);
        }
    }
    // The last millisecond of its half-minute is good, the first of the next one is not.
    let code = next_code(&shop, &seed).await;
    shop.turn_clock_ms(9_999);
    Session::of(&shop.login(&code).await);
    let code = next_code(&shop, &seed).await;
    shop.turn_clock_ms(1);
    assert_refused(&shop.login(&code).await, NOT_VALID);
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_within_the_half_minute() {
    let shop = open().await;
    let seed = enrol(&shop).await;
    let code = shown(&shop, &seed, 0);
    let first = Session::of(&shop.login(&code).await);
    let again = shop.login(&code).await;
    assert_eq!(again.header("idempotent-replayed"), Some("true"), "{}", again.text);
    let second = Session::of(&again);
    assert_eq!(first.operation, second.operation);
    let path = format!("/withdraw/{ACCOUNT}/10");
    assert_refused(&shop.pos(&path, &first.headers()).await, (401, "ERROR_SESSION_NOT_FOUND"));
    assert_eq!(shop.pos(&path, &second.headers()).await.status, 200);
    assert_refused(&shop.login(&code).await, NOT_VALID);
}

#[tokio::test]
async fn guesses_switch_the_device_off_until_the_app_confirms_the_wallet() {
    let shop = open().await;
    let seed = enrol(&shop).await;
    for guess in ["00000000", "11111111", "22222222", "33333333", "44444444"] {
        shop.turn_clock_ms(1_000);
        assert_refused(&shop.login(guess).await, NOT_VALID);
    }
    shop.turn_clock_ms(900_000); // The lock for this owner is over.
    let code = next_code(&shop, &seed).await;
    assert_refused(&shop.login(&code).await, NOT_VALID);
    assert_eq!(shop.post(&shop.of_wallet("/confirm"), "").await.status, 204);
    Session::of(&shop.login(&code).await);
}

#[tokio::test]
async fn eight_digits_without_a_device_read_like_any_wrong_code() {
    let shop = open().await;
    let wrong = shop.login("12345678").await;
    assert_refused(&wrong, NOT_VALID);
    shop.turn_clock_ms(1_000);
    let headers = [("access_key", crate::shop::KEY), ("phone_number", "+4479111299")];
    let unknown = shop.pos(&format!("/login/{POS}/12345678"), &headers).await;
    assert_refused(&unknown, NOT_VALID);
    assert_eq!(wrong.text.len(), unknown.text.len());
    let seed = enrol(&shop).await;
    shop.turn_clock_ms(1_000);
    assert_eq!(shop.api("DELETE", &shop.of_wallet("/offline-device"), &[], "").await.status, 204);
    let code = next_code(&shop, &seed).await;
    assert_refused(&shop.login(&code).await, NOT_VALID);
    let old = enrol(&shop).await;
    let new = enrol(&shop).await;
    let code = next_code(&shop, &old).await;
    assert_refused(&shop.login(&code).await, NOT_VALID);
    let code = next_code(&shop, &new).await;
    Session::of(&shop.login(&code).await);
}
