//! One-time codes: when they are good, where, for what, and that they are good once.

use specie_domain::command::{CancelCode, OpenSession};
use specie_domain::ids::Reference;
use specie_domain::outcome::Limit;
use specie_domain::rows::{Approved, Purpose};
use specie_domain::{Body, Receipt, Refusal, Time};

use crate::rig::{Rig, START_MS, hash, pounds, refusal};

const TEN: fn() -> Approved = || Approved::Exactly(pounds("10.00"));

fn armed(receipt: Receipt) -> (i64, i64) {
    match receipt {
        Receipt::CodeArmed(armed) => {
            (armed.valid_from.unix_ms() - START_MS, armed.expires_at.unix_ms() - START_MS)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_code_dies_at_the_end_of_its_window_not_thirty_seconds_after_it_was_armed() {
    for (armed_ms, shown_ms, live) in [
        (25_000, 29_999, true),
        (25_000, 30_000, false),
        (0, 0, true),
        (0, 29_999, true),
        (30_000, 60_000, false),
    ] {
        let mut rig = Rig::new();
        rig.pass_ms(armed_ms);
        rig.arm("code", TEN());
        rig.pass_ms(shown_ms - armed_ms);
        assert_eq!(rig.login("code").result.is_ok(), live, "armed at {armed_ms} ms, shown at {shown_ms} ms");
    }
}

#[test]
fn a_code_armed_with_less_than_five_seconds_left_is_made_for_the_next_window() {
    for (at_ms, expected) in
        [(25_000, (25_000, 30_000)), (25_001, (30_000, 60_000)), (29_999, (30_000, 60_000))]
    {
        let mut rig = Rig::new();
        rig.pass_ms(at_ms);
        assert_eq!(armed(rig.arm("code", TEN())), expected, "armed at {at_ms} ms");
        if expected.0 > at_ms {
            rig.pass_ms(expected.0 - at_ms - 1);
            assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid, "one millisecond early");
            rig.pass_ms(1);
            assert!(rig.login("code").result.is_ok(), "an early right code is no guess and voids nothing");
        }
    }
}

#[test]
fn arming_again_cancels_the_code_before_and_never_gives_the_same_digits() {
    let mut rig = Rig::new();
    rig.arm("code", TEN());
    match rig.arm("code", TEN()) {
        Receipt::CodeArmed(armed) => {
            assert_eq!(armed.candidate, 1, "the first candidate was the code before")
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
    assert!(rig.login("other code").result.is_ok());
}

#[test]
fn a_code_opens_one_session_and_a_repeat_of_the_login_gets_a_new_token_for_it() {
    let mut rig = Rig::new();
    rig.arm("code", TEN());
    let first = rig.login("code");
    let operation_id = first.result.as_ref().unwrap().opened_operation().unwrap();
    let old = rig.token;
    rig.token = hash("new token");
    let again = rig.login("code");
    assert!(again.replayed);
    assert_eq!(again.result.unwrap().opened_operation(), Some(operation_id));
    let new = std::mem::replace(&mut rig.token, old);
    assert_eq!(refusal(rig.withdraw(operation_id, "10")), Refusal::SessionNotFound, "the old token is dead");
    rig.token = new;
    assert!(rig.withdraw(operation_id, "10").result.is_ok());
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid, "after the money action");
}

#[test]
fn a_login_is_repeated_without_a_value_only_by_its_own_key_and_within_the_window() {
    let mut rig = Rig::new();
    rig.add_key(rig.pos_id, "second key");
    rig.arm("code", TEN());
    assert!(rig.login("code").result.is_ok());
    let other = OpenSession { key: hash("second key"), ..rig.logging_in("code") };
    assert_eq!(refusal(rig.run(Body::OpenSession(other))), Refusal::CodeNotValid);
    rig.pass_s(30);
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
}

#[test]
fn a_login_with_an_idempotency_value_is_repeated_until_the_idle_limit() {
    let mut rig = Rig::new();
    rig.idempotency = Some("login 1");
    let arming = rig.arming("code", TEN());
    rig.idempotency = None;
    rig.ok(Body::ArmCode(arming));
    rig.idempotency = Some("login 1");
    assert!(rig.login("code").result.is_ok());
    rig.idempotency = Some("login 2");
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid, "another value is no repeat");
    rig.idempotency = Some("login 1");
    rig.pass_s(60);
    assert!(rig.login("code").replayed);
    assert_eq!(refusal(rig.login("another")), Refusal::IdempotencyKeyReused);
    rig.pass_s(120);
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
}

#[test]
fn a_code_is_good_only_at_its_own_pos() {
    let mut rig = Rig::new();
    let other = rig.add_pos(rig.owner_id, None);
    rig.add_key(other, "other key");
    rig.arm("code", TEN());
    let elsewhere =
        OpenSession { key: hash("other key"), pos: Reference::Id(other), ..rig.logging_in("code") };
    assert_eq!(refusal(rig.run(Body::OpenSession(elsewhere))), Refusal::CodeNotValid);
    assert!(rig.login("code").result.is_ok());
}

#[test]
fn a_key_opens_no_session_at_a_pos_that_is_not_its_own() {
    let mut rig = Rig::new();
    let other_owner = rig.add_owner("Others");
    let other = rig.add_pos(other_owner, None);
    let third = rig.add_pos(rig.owner_id, None);
    rig.arm("code", TEN());
    for pos in [Reference::Id(other), Reference::Id(third), "no-such-pos".parse().unwrap()] {
        let login = OpenSession { pos, ..rig.logging_in("code") };
        assert_eq!(refusal(rig.run(Body::OpenSession(login))), Refusal::PosNotOfKey);
    }
}

#[test]
fn a_fifth_session_is_refused_and_its_code_not_spent() {
    let mut rig = Rig::new();
    let first = rig.session();
    for _ in 0..3 {
        rig.session();
    }
    rig.arm("fifth", TEN());
    assert_eq!(refusal(rig.login("fifth")), Refusal::CodeNotValid);
    assert!(rig.logout(first).result.is_ok());
    assert!(rig.login("fifth").result.is_ok(), "a place is free again");
}

#[test]
fn open_codes_are_refused_unless_the_operator_allows_them() {
    let mut rig = Rig::new();
    let open = Refusal::Unacceptable(Limit::OpenCode);
    let mut arming = rig.arming("code", Approved::Any);
    assert_eq!(refusal(rig.run(Body::ArmCode(arming.clone()))), open, "no sum");
    arming.approved = TEN();
    arming.pos = None;
    assert_eq!(refusal(rig.run(Body::ArmCode(arming.clone()))), open, "no POS");
    arming.pos = Some(Reference::Id(rig.pos_id));
    arming.approved = Approved::Any;
    arming.purpose = Purpose::Deposit;
    assert!(rig.run(Body::ArmCode(arming)).result.is_ok(), "a deposit needs no sum");
}

#[test]
fn a_cancelled_code_is_dead_and_cancelling_twice_says_there_is_none() {
    let mut rig = Rig::new();
    let wallet_id = rig.wallet_id;
    let cancel = || Body::CancelCode(CancelCode { actor: specie_domain::command::Actor::System, wallet_id });
    rig.arm("code", TEN());
    rig.ok(cancel());
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
    assert!(matches!(refusal(rig.run(cancel())), Refusal::NotFound(_)));
}

#[test]
fn a_repeated_arming_gives_fresh_digits_for_the_same_code() {
    let mut rig = Rig::new();
    rig.idempotency = Some("arm 1");
    let first = armed(rig.arm("code", TEN()));
    let again = rig.run(Body::ArmCode(rig.arming("code", TEN())));
    assert!(again.replayed);
    assert_eq!(armed(again.result.unwrap()), first);
    rig.idempotency = None;
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
    assert!(rig.login("other code").result.is_ok());
    rig.idempotency = Some("arm 1");
    let spent = rig.run(Body::ArmCode(rig.arming("code", TEN())));
    assert_eq!(refusal(spent), Refusal::CodeNoLongerArmed);
}

#[test]
fn a_window_starts_at_whole_half_minutes() {
    for (ms, start) in [(0, 0), (29_999, 0), (30_000, 30_000), (59_999, 30_000)] {
        assert_eq!(Time::from_unix_ms(ms).window_start(30).unix_ms(), start);
    }
}
