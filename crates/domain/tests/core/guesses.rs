//! Wrong codes: what they cost, in each scope of security.md.

use specie_domain::command::{Actor, ArmCode, ConfirmWallet, OpenSession};
use specie_domain::ids::Reference;
use specie_domain::rows::{Approved, EventKind};
use specie_domain::{Body, Policy, Refusal};

use crate::rig::{Rig, hash, pounds, refusal};

const TEN: fn() -> Approved = || Approved::Exactly(pounds("10.00"));

/// Wrong codes, slowly enough for the burst limit.
fn guess(rig: &mut Rig, times: u32) {
    for _ in 0..times {
        rig.pass_s(1);
        assert_eq!(refusal(rig.login("wrong")), Refusal::CodeNotValid);
    }
}

#[test]
fn three_wrong_codes_void_the_code_for_that_key_only() {
    let mut rig = Rig::new();
    rig.add_key(rig.pos_id, "second key");
    rig.arm("code", TEN());
    guess(&mut rig, 3);
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
    let other = OpenSession { key: hash("second key"), ..rig.logging_in("code") };
    assert!(rig.run(Body::OpenSession(other)).result.is_ok());
    let mut rig = Rig::new();
    rig.arm("code", TEN());
    guess(&mut rig, 2);
    assert!(rig.login("code").result.is_ok(), "two are forgiven");
}

#[test]
fn five_wrong_codes_lock_the_wallet_for_that_owner_longer_each_time() {
    let mut rig = Rig::new();
    let others = rig.add_owner("Others");
    let elsewhere = rig.add_pos(others, None);
    rig.add_key(elsewhere, "others' key");
    for lock_s in [900, 1800, 3600, 3600] {
        rig.now = rig.now.window_start(30).plus_s(30);
        guess(&mut rig, 5);
        let locked_at = rig.now;
        rig.now = locked_at.window_start(30).plus_s(30);
        rig.arm("here", TEN());
        assert_eq!(refusal(rig.login("here")), Refusal::CodeNotValid, "locked for {lock_s} s");
        let pos = Some(Reference::Id(elsewhere));
        let arming = ArmCode { pos: pos.clone(), ..rig.arming("there", TEN()) };
        rig.ok(Body::ArmCode(arming));
        let (key, pos) = (hash("others' key"), Reference::Id(elsewhere));
        let login = OpenSession { key, pos, ..rig.logging_in("there") };
        assert!(rig.run(Body::OpenSession(login)).result.is_ok(), "another owner's POS is not locked");
        rig.now = locked_at.plus_s(lock_s).window_start(30);
        rig.arm("still", TEN());
        assert_eq!(refusal(rig.login("still")), Refusal::CodeNotValid, "locked for {lock_s} s");
        rig.now = locked_at.plus_s(lock_s).window_start(30).plus_s(30);
        rig.arm("free", TEN());
        assert!(rig.login("free").result.is_ok(), "free after {lock_s} s");
        rig.pass_s(86_400); // The key's own day ends; the wallet's locks are remembered.
    }
    assert_eq!(rig.count_events(EventKind::WalletLocked), 4);
}

#[test]
fn a_third_wrong_code_in_a_second_is_told_to_wait() {
    let mut rig = Rig::new();
    rig.arm("code", TEN());
    assert_eq!(refusal(rig.login("wrong")), Refusal::CodeNotValid);
    assert_eq!(refusal(rig.login("wrong")), Refusal::CodeNotValid);
    assert_eq!(
        refusal(rig.login("code")),
        Refusal::TooManyRequests(1),
        "the right code, too: it is not looked at"
    );
    rig.pass_s(1);
    assert!(rig.login("code").result.is_ok());
}

#[test]
fn a_key_over_its_day_accepts_only_bound_codes_and_over_three_times_none() {
    let mut rig = Rig::new();
    let policy = Policy { open_codes_allowed: true, ..Policy::default() };
    rig.ok(Body::SetPolicy(policy));
    let stranger = |rig: &Rig| OpenSession { phone: hash("nobody"), ..rig.logging_in("wrong") };
    for _ in 0..11 {
        rig.pass_s(1);
        let login = stranger(&rig);
        assert_eq!(refusal(rig.run(Body::OpenSession(login))), Refusal::CodeNotValid);
    }
    assert_eq!(rig.count_events(EventKind::KeyRestricted), 1, "at the eleventh");
    rig.arm("open", Approved::Any);
    assert_eq!(refusal(rig.login("open")), Refusal::CodeNotValid, "an open code");
    rig.arm("bound", TEN());
    assert!(rig.login("bound").result.is_ok(), "a bound one");
    for _ in 11..31 {
        rig.pass_s(1);
        let login = stranger(&rig);
        assert_eq!(refusal(rig.run(Body::OpenSession(login))), Refusal::CodeNotValid);
    }
    assert_eq!(rig.count_events(EventKind::KeySuspended), 1, "at the thirty-first");
    rig.pass_s(86_400);
    assert_eq!(refusal(rig.login("any")), Refusal::TooManyRequests(3600), "until it is reviewed");
}

#[test]
fn twenty_wrong_codes_a_day_switch_unbound_codes_off_until_the_app_confirms() {
    let mut rig = Rig::new();
    let mut policy = Policy { open_codes_allowed: true, ..Policy::default() };
    policy.guesses.key_day_floor = 1000;
    policy.guesses.wallet_and_owner_max = 100;
    rig.ok(Body::SetPolicy(policy));
    guess(&mut rig, 20);
    rig.arm("open", Approved::Any);
    assert_eq!(refusal(rig.login("open")), Refusal::CodeNotValid);
    rig.arm("bound", TEN());
    assert!(rig.login("bound").result.is_ok());
    rig.ok(Body::ConfirmWallet(ConfirmWallet { actor: Actor::System, wallet_id: rig.wallet_id }));
    rig.arm("open again", Approved::Any);
    assert!(rig.login("open again").result.is_ok());
}

#[test]
fn a_right_code_that_is_late_early_or_spent_is_no_guess() {
    let mut rig = Rig::new();
    rig.arm("late", TEN());
    rig.pass_s(30);
    for _ in 0..4 {
        assert_eq!(refusal(rig.login("late")), Refusal::CodeNotValid);
    }
    rig.arm("good", TEN());
    assert!(rig.login("good").result.is_ok(), "four late ones closed nothing");
    rig.pass_s(121);
    for _ in 0..2 {
        rig.pass_s(1);
        assert_eq!(refusal(rig.login("late")), Refusal::CodeNotValid);
    }
    let counted = rig.rows.values().any(|row| matches!(row, specie_domain::Row::OwnerGuess(_)));
    assert!(counted, "after two minutes it is a guess like any other");
}

#[test]
fn a_code_that_served_is_no_guess_at_the_key_it_served_at_until_its_late_time_is_over() {
    let mut rig = Rig::new();
    rig.arm("served", TEN());
    let opened = rig.login("served").result.ok().and_then(|receipt| receipt.opened_operation());
    assert!(rig.logout(opened.unwrap()).result.is_ok());
    let has = |rig: &Rig, wanted: fn(&specie_domain::Row) -> bool| rig.rows.values().any(wanted);
    let live = has(&rig, |row| matches!(row, specie_domain::Row::WalletLive(_)));
    assert!(!live, "nothing of the wallet lives any more");
    for _ in 0..6 {
        assert_eq!(refusal(rig.login("served")), Refusal::CodeNotValid);
    }
    let counted = |row: &specie_domain::Row| matches!(row, specie_domain::Row::OwnerGuess(_));
    assert!(!has(&rig, counted), "six times the code that served");
    rig.pass_s(151);
    assert_eq!(refusal(rig.login("served")), Refusal::CodeNotValid);
    assert!(has(&rig, counted), "after its late time it is a guess like any other");
}

#[test]
fn what_depends_on_the_wallet_or_the_code_reads_alike() {
    let mut rig = Rig::new();
    let wallet_id = rig.wallet_id;
    let mut outcomes = Vec::new();
    outcomes.push(rig.login("no code armed"));
    let stranger = OpenSession { phone: hash("nobody"), ..rig.logging_in("x") };
    outcomes.push(rig.run(Body::OpenSession(stranger)));
    rig.pass_s(1);
    rig.arm("code", TEN());
    outcomes.push(rig.login("wrong"));
    let freeze = |frozen| {
        Body::FreezeWallet(specie_domain::command::FreezeWallet { actor: Actor::System, wallet_id, frozen })
    };
    rig.ok(freeze(true));
    outcomes.push(rig.login("code"));
    rig.ok(freeze(false));
    rig.login("code").result.unwrap();
    rig.pass_s(30);
    outcomes.push(rig.login("code"));
    for outcome in outcomes {
        assert_eq!((outcome.session_expires_at, outcome.replayed), (None, false));
        assert_eq!(refusal(outcome), Refusal::CodeNotValid);
    }
}

#[test]
fn a_login_that_arrived_earlier_than_the_one_before_it_resets_no_counter() {
    let mut rig = Rig::new();
    rig.arm("code", TEN());
    rig.pass_s(2);
    let late = rig.now;
    let early = specie_domain::Time::from_unix_ms(late.unix_ms() - 1000);
    for at in [late, early] {
        rig.now = at;
        assert_eq!(refusal(rig.login("wrong")), Refusal::CodeNotValid);
    }
    for at in [late, early, late] {
        rig.now = at;
        assert_eq!(refusal(rig.login("wrong")), Refusal::TooManyRequests(1), "at {at:?}");
    }
}

#[test]
fn a_repeated_login_is_refused_once_the_wallet_is_frozen_and_answered_while_the_pos_is_disabled() {
    let mut rig = Rig::new();
    let wallet_id = rig.wallet_id;
    let freeze = |frozen| {
        let actor = Actor::System;
        Body::FreezeWallet(specie_domain::command::FreezeWallet { actor, wallet_id, frozen })
    };
    let disable = |rig: &Rig, disabled| {
        let (actor, pos) = (Actor::System, Reference::Id(rig.pos_id));
        Body::DisablePos(specie_domain::command::DisablePos { actor, pos, disabled })
    };
    rig.arm("code", TEN());
    rig.idempotency = Some("login");
    rig.login("code").result.unwrap();
    rig.idempotency = None;
    rig.ok(freeze(true));
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
    rig.idempotency = Some("login");
    assert_eq!(refusal(rig.login("code")), Refusal::CodeNotValid);
    rig.idempotency = None;
    rig.ok(freeze(false));
    let body = disable(&rig, true);
    rig.ok(body);
    assert_eq!(refusal(rig.login("code")), Refusal::PosDisabled, "without a value it is a new request");
    rig.idempotency = Some("login");
    assert!(rig.login("code").replayed, "under its value it is a repeat");
}
