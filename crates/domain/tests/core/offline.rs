//! Offline devices: which of their codes open a session, what a session so opened may hand out, what wrong ones cost.

use specie_domain::command::{
    Actor, AddKey, AddTariff, ArmCode, ConfirmWallet, DepositCash, EnrolDevice, EraseWallet, FreezeWallet,
    NewAccount, OfflineCode, OpenAccount, OpenSession, OpenSessionOffline, RemoveDevice, TopUp, Withdraw,
};
use specie_domain::ids::{OperationId, Reference};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{
    Approved, BalanceView, Channel, EventKind, OfflineDevice, Profile, Purpose, Schedule, Scope, WalletLive,
};
use specie_domain::{Body, Outcome, Policy, Receipt, Refusal, Row, Time};
use specie_money::{Currency, Decimal, Money};

use crate::fees::{add, tariff};
use crate::rig::{ACCOUNT, Rig, gbp, hash, pounds, refusal};

/// The half-minutes about an arrival whose codes whoever sends a login computes.
const BACK: u64 = 4;
const AHEAD: u64 = 1;

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn shown(seed: &str, counter: u64) -> String {
    format!("{seed}{counter}")
}

/// 20.00 GBP and 3000 JPY may be had with an offline code, nothing else; her device has the seed `S`.
fn shop() -> Rig {
    let mut rig = Rig::new();
    let offline_caps = vec![pounds("20.00"), Money::parse("3000", currency("JPY")).unwrap()];
    rig.ok(Body::SetPolicy(Policy { offline_caps, ..Policy::default() }));
    enrol(&mut rig, "S");
    rig
}

fn enrol(rig: &mut Rig, seed: &str) {
    rig.ok(enrolling(rig, seed));
}

fn enrolling(rig: &Rig, seed: &str) -> Body {
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    Body::EnrolDevice(EnrolDevice { actor, wallet_id, sealed_seed: seed.as_bytes().to_vec() })
}

fn device(rig: &Rig) -> OfflineDevice {
    match rig.row::<OfflineDevice>(rig.wallet_id) {
        Some(Row::OfflineDevice(device)) => (*device).clone(),
        other => panic!("{other:?}"),
    }
}

/// A login with the digits `code`, as it is sent: with what the device's present seed shows about now.
fn sent(rig: &Rig, code: &str) -> OpenSessionOffline {
    let OfflineDevice { enrolment, sealed_seed, .. } = device(rig);
    let seed = String::from_utf8(sealed_seed).unwrap();
    let now = rig.now.half_minute();
    let expected = (now - BACK..=now + AHEAD)
        .map(|counter| OfflineCode { counter, mac: hash(&shown(&seed, counter)) })
        .collect();
    OpenSessionOffline { login: rig.logging_in(code), enrolment, expected }
}

fn login(rig: &mut Rig, code: &str) -> Outcome {
    let sent = sent(rig, code);
    rig.run(Body::OpenSessionOffline(sent))
}

fn now_shown(rig: &Rig) -> String {
    shown("S", rig.now.half_minute())
}

fn opened(outcome: Outcome) -> OperationId {
    match outcome.result {
        Ok(Receipt::SessionOpened(opened)) => opened.operation_id,
        other => panic!("{other:?}"),
    }
}

/// A session with the code the device shows now, in a half-minute of its own.
fn session(rig: &mut Rig) -> OperationId {
    rig.now = rig.now.window_start(30).plus_s(30);
    let code = now_shown(rig);
    opened(login(rig, &code))
}

fn guess(rig: &mut Rig, times: u32) {
    for _ in 0..times {
        rig.pass_s(1);
        assert_eq!(refusal(login(rig, "wrong")), Refusal::CodeNotValid);
    }
}

fn confirm(rig: &mut Rig) {
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    rig.ok(Body::ConfirmWallet(ConfirmWallet { actor, wallet_id }));
}

#[test]
fn a_code_is_good_in_its_own_half_minute_and_in_no_other() {
    let start = Rig::new().now;
    for (ms, opens) in [
        (-90_001, false),
        (-1, false),
        (0, true),
        (14_999, true),
        (29_999, true),
        (30_000, false),
        (59_999, false),
        (119_999, false),
    ] {
        let mut rig = shop();
        rig.now = Time::from_unix_ms(start.unix_ms() + ms + 300_000);
        let code = shown("S", start.plus_s(300).half_minute());
        let result = login(&mut rig, &code).result;
        assert_eq!(result.is_ok(), opens, "{ms} ms from the start of its half-minute: {result:?}");
        if !opens {
            assert_eq!(result, Err(Refusal::CodeNotValid), "{ms} ms");
        }
    }
}

#[test]
fn a_right_code_that_is_late_early_or_used_is_no_guess() {
    let mut rig = shop();
    session(&mut rig);
    let counter = rig.now.half_minute();
    for other in [counter - BACK, counter - 1, counter, counter + AHEAD] {
        let elsewhere = OpenSession { token: hash("other"), ..rig.logging_in(&shown("S", other)) };
        let body = OpenSessionOffline { login: elsewhere, ..sent(&rig, "") };
        rig.idempotency = Some("a value of its own: nothing is repeated");
        assert_eq!(refusal(rig.run(Body::OpenSessionOffline(body))), Refusal::CodeNotValid, "{other}");
        rig.idempotency = None;
    }
    assert_eq!(device(&rig).wrong, 0);
    for far in [counter - BACK - 1, counter + AHEAD + 1] {
        rig.pass_s(1);
        assert_eq!(refusal(login(&mut rig, &shown("S", far))), Refusal::CodeNotValid);
    }
    assert_eq!(device(&rig).wrong, 2, "codes of other times are wrong ones");
}

#[test]
fn no_code_opens_two_sessions_nor_does_an_older_one_after_it() {
    let mut rig = shop();
    rig.add_key(rig.pos_id, "second key");
    let first = session(&mut rig);
    let code = now_shown(&rig);
    let other_key = |rig: &Rig, code: &str| {
        let login = OpenSession { key: hash("second key"), ..rig.logging_in(code) };
        Body::OpenSessionOffline(OpenSessionOffline { login, ..sent(rig, code) })
    };
    assert_eq!(refusal(rig.run(other_key(&rig, &code))), Refusal::CodeNotValid, "by another key");
    let repeated = login(&mut rig, &code);
    assert!(repeated.replayed, "the lost answer of a plain login");
    assert_eq!(opened(repeated), first);
    assert_eq!(refusal(rig.run(other_key(&rig, &code))), Refusal::CodeNotValid, "after the repeat");
    assert!(rig.withdraw(first, "10").result.is_ok());
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid, "once money moved");
    // A clock that is put back brings back no half-minute.
    rig.now = Time::from_unix_ms(rig.now.unix_ms() - 30_000);
    let older = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &older)), Refusal::CodeNotValid);
    assert_eq!(device(&rig).wrong, 0);
}

#[test]
fn the_fourth_session_of_a_utc_day_is_refused_and_the_next_day_begins_anew() {
    let mut rig = shop();
    for _ in 0..3 {
        let session = session(&mut rig);
        rig.logout(session);
    }
    rig.pass_s(30);
    let code = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid);
    assert_eq!((device(&rig).wrong, device(&rig).opened), (0, 3), "its code is not spent");
    let midnight_ms = (rig.now.day() + 1) * specie_domain::DAY_MS;
    rig.now = Time::from_unix_ms(midnight_ms - 1);
    let code = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid);
    rig.now = Time::from_unix_ms(midnight_ms);
    let code = now_shown(&rig);
    opened(login(&mut rig, &code));
}

#[test]
fn five_wrong_codes_in_a_day_switch_the_device_off_until_the_wallet_is_confirmed() {
    let mut rig = shop();
    rig.add_owner("Others");
    guess(&mut rig, 4);
    rig.pass_s(86_400); // Another day: the four are forgotten.
    guess(&mut rig, 4);
    assert!(!device(&rig).off);
    rig.pass_s(900); // The owner's lock counts in a window of its own.
    guess(&mut rig, 1);
    assert!(device(&rig).off);
    assert_eq!(rig.count_events(EventKind::OfflineDeviceOff), 1);
    rig.pass_s(86_400);
    rig.now = rig.now.window_start(30).plus_s(30);
    let code = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid, "also on the next day");
    enrol(&mut rig, "S");
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid, "a new seed switches nothing on");
    confirm(&mut rig);
    opened(login(&mut rig, &code));
}

#[test]
fn a_wrong_offline_code_counts_wherever_a_wrong_code_does() {
    let mut rig = shop();
    guess(&mut rig, 5);
    assert_eq!(rig.count_events(EventKind::WalletLocked), 1);
    confirm(&mut rig);
    let code = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid, "locked for this owner");
    rig.pass_s(900);
    opened({
        let code = now_shown(&rig);
        login(&mut rig, &code)
    });
    guess(&mut rig, 16);
    assert_eq!(rig.count_events(EventKind::KeyRestricted), 1);
}

#[test]
fn a_key_and_a_wallet_that_take_bound_codes_only_take_no_offline_code() {
    let mut rig = shop();
    rig.ok(Body::SetPolicy(Policy {
        guesses: specie_domain::policy::GuessLimits { wallet_and_owner_max: 200, ..Default::default() },
        offline_wrong_day_max: 200,
        ..Policy::default()
    }));
    guess(&mut rig, 11);
    assert_eq!(rig.count_events(EventKind::KeyRestricted), 1);
    rig.now = rig.now.window_start(30).plus_s(30);
    let code = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid, "the key is restricted");
    rig.add_key(rig.pos_id, "second key");
    let by_second = |rig: &Rig| {
        let code = now_shown(rig);
        let login = OpenSession { key: hash("second key"), ..rig.logging_in(&code) };
        Body::OpenSessionOffline(OpenSessionOffline { login, ..sent(rig, &code) })
    };
    guess(&mut rig, 9);
    rig.now = rig.now.window_start(30).plus_s(30);
    assert_eq!(refusal(rig.run(by_second(&rig))), Refusal::CodeNotValid, "twenty wrong codes at the wallet");
    confirm(&mut rig);
    opened(rig.run(by_second(&rig)));
}

#[test]
fn frozen_full_erased_and_removed_all_read_alike_and_cost_nothing() {
    let frozen = |rig: &mut Rig, frozen| {
        let (actor, wallet_id) = (Actor::System, rig.wallet_id);
        rig.ok(Body::FreezeWallet(FreezeWallet { actor, wallet_id, frozen }));
    };
    let mut rig = shop();
    frozen(&mut rig, true);
    let code = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid, "frozen");
    assert_eq!(refusal(rig.run(enrolling(&rig, "T"))), Refusal::WalletDisabled);
    frozen(&mut rig, false);
    assert_eq!(device(&rig).last_counter, 0);

    for _ in 0..4 {
        rig.session();
    }
    let code = now_shown(&rig);
    assert_eq!(refusal(login(&mut rig, &code)), Refusal::CodeNotValid, "a fifth session");
    assert_eq!((device(&rig).last_counter, device(&rig).wrong), (0, 0));
    rig.pass_s(300);

    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    let before = sent(&rig, &now_shown(&rig));
    let remove = || Body::RemoveDevice(RemoveDevice { actor, wallet_id });
    rig.ok(remove());
    assert_eq!(refusal(rig.run(Body::OpenSessionOffline(before))), Refusal::CodeNotValid, "removed");
    assert!(device(&rig).sealed_seed.is_empty());
    assert_eq!(refusal(rig.run(remove())), Refusal::NotFound(Thing::Device));

    let erased = specie_domain::ids::WalletId::from_u128(77);
    rig.add_wallet(erased, "erased phone", None);
    let sealed_seed = b"seed".to_vec();
    rig.ok(Body::EnrolDevice(EnrolDevice { actor, wallet_id: erased, sealed_seed }));
    rig.ok(Body::EraseWallet(EraseWallet { actor, wallet_id: erased }));
    match rig.row::<OfflineDevice>(erased) {
        Some(Row::OfflineDevice(device)) => assert!(device.sealed_seed.is_empty(), "{device:?}"),
        other => panic!("{other:?}"),
    }
    let enrol = EnrolDevice { actor, wallet_id: erased, sealed_seed: b"again".to_vec() };
    assert_eq!(refusal(rig.run(Body::EnrolDevice(enrol))), Refusal::WalletDisabled);
}

#[test]
fn a_code_of_a_seed_that_was_replaced_on_the_way_is_a_wrong_one() {
    let mut rig = shop();
    session(&mut rig);
    rig.pass_s(30);
    let on_its_way = sent(&rig, &now_shown(&rig));
    enrol(&mut rig, "T");
    assert_eq!(refusal(rig.run(Body::OpenSessionOffline(on_its_way))), Refusal::CodeNotValid);
    assert_eq!((device(&rig).wrong, device(&rig).enrolment), (1, 2));
    let code = shown("T", rig.now.half_minute());
    opened(login(&mut rig, &code));
    enrol(&mut rig, "U");
    let code = shown("U", rig.now.half_minute());
    assert_eq!(
        refusal(login(&mut rig, &code)),
        Refusal::CodeNotValid,
        "the half-minute is spent for any seed"
    );
}

#[test]
fn an_enrolment_is_repeated_by_nobody_but_its_sender() {
    let mut rig = Rig::new();
    rig.idempotency = Some("enrolment");
    let first = enrolling(&rig, "S");
    rig.ok(first.clone());
    assert!(rig.run(first).replayed, "the very same command, sent again");
    let (actor, wallet_id) = (Actor::System, specie_domain::ids::WalletId::from_u128(7));
    rig.idempotency = None;
    let nobody = EnrolDevice { actor, wallet_id, sealed_seed: Vec::new() };
    assert_eq!(refusal(rig.run(Body::EnrolDevice(nobody))), Refusal::NotFound(Thing::Wallet));
    let nothing = RemoveDevice { actor, wallet_id: rig.wallet_id };
    rig.ok(Body::RemoveDevice(nothing));
    assert_eq!(device(&rig).enrolment, 1);
}

#[test]
fn an_offline_session_hands_out_its_currencys_cap_and_no_more() {
    for (code, sum, result) in [
        ("GBP", "20.00", Ok(())),
        ("GBP", "20.01", Err(Some(pounds("20.00")))),
        ("JPY", "3000", Ok(())),
        ("JPY", "3001", Err(Some(Money::parse("3000", currency("JPY")).unwrap()))),
        ("KWD", "0.001", Err(None)),
    ] {
        let mut rig = shop();
        let (actor, wallet_id) = (Actor::System, rig.wallet_id);
        let of = currency(code);
        let account = if of == gbp() {
            ACCOUNT.parse().unwrap()
        } else {
            let account = NewAccount { currency: of, alias: None, shown_id: None };
            match rig.ok(Body::OpenAccount(OpenAccount { actor, wallet_id, account })) {
                Receipt::AccountOpened(account_id) => Reference::Id(account_id),
                other => panic!("{other:?}"),
            }
        };
        rig.ok(Body::TopUp(TopUp { actor, wallet_id, amount: Money::from_minor(5_000, of) }));
        let session = session(&mut rig);
        let call = rig.call(session);
        let withdraw = Withdraw { call, account, sum: Decimal::parse(sum).unwrap() };
        let outcome = rig.run(Body::Withdraw(withdraw.clone()));
        let expected = result
            .map_err(|cap| Refusal::LimitExceeded(Limit::OfflineCap(cap.unwrap_or_else(|| Money::zero(of)))));
        assert_eq!(outcome.result.map(|_| ()), expected, "{sum} {code}");
        if expected.is_err() && of == gbp() {
            assert!(rig.withdraw(session, "20").result.is_ok(), "the session stays usable");
        }
    }
}

#[test]
fn an_offline_session_takes_no_deposit() {
    let mut rig = shop();
    let session = session(&mut rig);
    let deposit = DepositCash {
        call: rig.call(session),
        sum: Decimal::parse("5").unwrap(),
        currency: gbp(),
        sealed_metadata: Vec::new(),
    };
    assert_eq!(refusal(rig.run(Body::Deposit(deposit))), Refusal::PurposeNotApproved);
}

#[test]
fn a_key_that_sees_approved_sums_sees_the_cap() {
    let mut rig = shop();
    rig.ok(Body::AddKey(AddKey {
        actor: Actor::System,
        pos: Reference::Id(rig.pos_id),
        hash: hash("narrow key"),
        sealed_secret: Vec::new(),
        profile: Profile::Plain,
        salt_bytes: None,
        networks: Vec::new(),
        balance_view: BalanceView::Approved,
        currencies: Vec::new(),
    }));
    rig.now = rig.now.window_start(30).plus_s(30);
    let code = now_shown(&rig);
    let login = OpenSession { key: hash("narrow key"), ..rig.logging_in(&code) };
    let sent = OpenSessionOffline { login, ..sent(&rig, &code) };
    match rig.ok(Body::OpenSessionOffline(sent)) {
        Receipt::SessionOpened(opened) => assert_eq!(opened.accounts[0].balance, pounds("20.00")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_armed_code_with_the_same_digits_comes_first_and_stays_in_its_place() {
    let mut rig = shop();
    rig.now = rig.now.window_start(30).plus_s(30);
    let code = now_shown(&rig);
    rig.arm(&code, Approved::Exactly(pounds("150.00")));
    let armed = opened(login(&mut rig, &code));
    assert!(!rig.session_row(armed).offline);
    assert_eq!(device(&rig).last_counter, 0);
    let offline = opened(login_again(&mut rig, "other token"));
    assert_eq!(offline, armed, "the lost answer of the armed one");

    // A code that was armed before stays the one that arming again cancels.
    let mut rig = shop();
    rig.now = rig.now.window_start(30).plus_s(30);
    rig.arm("armed", Approved::Exactly(pounds("150.00")));
    let code = now_shown(&rig);
    let offline = opened(login(&mut rig, &code));
    assert!(rig.session_row(offline).offline);
    let arming = ArmCode { purpose: Purpose::Withdraw, ..rig.arming("newer", Approved::UpTo(pounds("9"))) };
    rig.ok(Body::ArmCode(arming));
    assert_eq!(refusal(rig.login("armed")), Refusal::CodeNotValid);
    let newer = opened(rig.login("newer"));
    assert!(!rig.session_row(newer).offline);
    match rig.row::<WalletLive>(rig.wallet_id) {
        Some(Row::WalletLive(live)) => assert_eq!(live.codes.len(), 3),
        other => panic!("{other:?}"),
    }
}

fn login_again(rig: &mut Rig, token: &str) -> Outcome {
    let code = now_shown(rig);
    let login = OpenSession { token: hash(token), ..rig.logging_in(&code) };
    let sent = OpenSessionOffline { login, ..sent(rig, &code) };
    rig.run(Body::OpenSessionOffline(sent))
}

#[test]
fn an_offline_session_pays_the_tariff_of_its_channel_and_the_armed_code_beside_it_its_quote() {
    let mut rig = shop();
    let flat = |flat| Schedule { flat, ..Schedule::default() };
    add(&mut rig, AddTariff { fee: flat(10), ..tariff() });
    let channel = Scope { channel: Some(Channel::Offline), ..tariff().scope };
    add(&mut rig, AddTariff { fee: flat(50), scope: channel, ..tariff() });
    rig.now = rig.now.window_start(30).plus_s(30);
    rig.arm("armed", Approved::Exactly(pounds("10")));
    rig.pass_s(1);
    add(&mut rig, AddTariff { fee: flat(99), ..tariff() });
    let code = now_shown(&rig);
    let offline = opened(login(&mut rig, &code));
    let armed = opened(login(&mut rig, "armed"));
    rig.withdraw(offline, "10").result.unwrap();
    rig.withdraw(armed, "10").result.unwrap();
    assert_eq!((rig.withdrawal_of(offline).fee, rig.withdrawal_of(armed).fee), (50, 10));
}
