//! Idempotency values: a repeat gets the first answer, another request under the same value is a conflict.

use serde_json::json;

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{Program, folder};

#[tokio::test]
async fn a_repeat_gets_the_first_answer_and_another_request_a_conflict() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let account = counter.account.clone();
    let session = counter.session_up_to("20.00").await;
    let first = counter.pos.withdraw(&session, &account, "10", Some("cash-1")).await.unwrap();
    assert_success(&first, false);
    let again = counter.pos.withdraw(&session, &account, "10.00", Some("cash-1")).await.unwrap();
    assert_success(&again, true);
    assert_eq!(again.body["data"], first.body["data"]);
    let other = counter.pos.withdraw(&session, &account, "11", Some("cash-1")).await.unwrap();
    assert_error(&other, 400, "ERROR_IDEMPOTENCY_KEY_REUSED");
    assert_eq!(counter.balance().await, "179.00");
}

#[tokio::test]
async fn a_refusal_is_decided_anew_under_the_same_value() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let account = counter.account.clone();
    let session = counter.session("500.00").await;
    let refused = counter.pos.withdraw(&session, &account, "500", Some("big")).await.unwrap();
    assert_error(&refused, 400, "NOT_ENOUGH_FUNDS");
    let target = format!("/api/v1/wallets/{}/topups", counter.wallet_id);
    assert!(counter.post(&target, json!({ "amount": counter.money("400.00") })).await.is_success());
    let done = counter.pos.withdraw(&session, &account, "500", Some("big")).await.unwrap();
    assert_success(&done, false);
    assert_eq!(counter.balance().await, "89.00");
}

#[tokio::test]
async fn a_repeated_login_gets_the_same_operation_and_a_new_token() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let code = counter.arm("10.00").await.text_at("/code").to_owned();
    let (pos_id, phone) = (counter.pos_id.clone(), counter.phone.clone());
    let first =
        counter.pos.login(&pos_id, &code, &phone, Some("login-1")).await.unwrap().session(&phone).unwrap();
    let again = counter.pos.login(&pos_id, &code, &phone, Some("login-1")).await.unwrap();
    assert_success(&again, true);
    let again = again.session(&phone).unwrap();
    assert_eq!(again.operation_id, first.operation_id);
    assert_ne!(again.token_id, first.token_id);
    assert_error(&counter.withdraw(&first, "10").await, 401, "ERROR_SESSION_NOT_FOUND");
    assert_success(&counter.withdraw(&again, "10").await, false);
    let late = counter.pos.login(&pos_id, &code, &phone, None).await.unwrap();
    assert_error(&late, 401, "ERROR_OTP_NOT_VALID");
}

#[tokio::test]
async fn our_own_api_repeats_answers_and_shows_a_secret_once() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let topups = format!("/api/v1/wallets/{}/topups", counter.wallet_id);
    let body = json!({ "amount": counter.money("11.00") });
    let first = counter.api.post(&topups, &body, Some("topup-1")).await.unwrap();
    let again = counter.api.post(&topups, &body, Some("topup-1")).await.unwrap();
    assert_eq!(first.body, again.body);
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(counter.balance().await, "200.00");
    let other = json!({ "amount": counter.money("12.00") });
    let reused = counter.api.post(&topups, &other, Some("topup-1")).await.unwrap();
    assert_eq!((reused.status.as_u16(), reused.text_at("/code")), (409, "idempotency_key_reused"));

    let keys = format!("/api/v1/pos/{}/keys", counter.pos_id);
    let body = json!({ "profile": "plain" });
    let made = counter.api.post(&keys, &body, Some("key-1")).await.unwrap();
    assert!(made.is_success() && !made.text_at("/secret_key").is_empty());
    let again = counter.api.post(&keys, &body, Some("key-1")).await.unwrap();
    assert_eq!((again.status.as_u16(), again.text_at("/code")), (409, "secret_shown_once"), "{}", again.text);

    let codes = format!("/api/v1/wallets/{}/codes", counter.wallet_id);
    let body = json!({ "pos_id": counter.pos_id, "amount": counter.money("10.00") });
    let first = counter.api.post(&codes, &body, Some("code-1")).await.unwrap();
    let again = counter.api.post(&codes, &body, Some("code-1")).await.unwrap();
    assert_eq!(first.text_at("/code_id"), again.text_at("/code_id"));
    assert_ne!(first.text_at("/code"), again.text_at("/code"));
    assert_error(&counter.login(first.text_at("/code")).await, 401, "ERROR_OTP_NOT_VALID");
    assert!(counter.login(again.text_at("/code")).await.session(&counter.phone).is_some());
}
