//! Withdrawals, reversals, logouts and expiry: the rows of pos-api.md section 5.

use specie_domain::command::{
    Actor, CloseSession, DisablePos, FreezeWallet, NewAccount, OpenAccount, Reverse, SessionCall,
    StopPayouts, TransactionName, Withdraw,
};
use specie_domain::ids::{Reference, WithdrawalId};
use specie_domain::lifecycle::WithdrawalState;
use specie_domain::rows::{Approved, EventKind, Purpose};
use specie_domain::{Body, Policy, Receipt, Refusal};
use specie_money::Decimal;

use crate::rig::{ACCOUNT, Rig, hash, pounds, refusal};

#[test]
fn a_withdrawal_sets_money_aside_and_the_logout_pays_it() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let held = rig.withdraw(operation, "10");
    assert!(matches!(held.result, Ok(Receipt::Withdrawn(_))));
    assert_eq!(rig.money(), (17_900, 1_000, 100_000));
    assert!(rig.logout(operation).result.is_ok());
    assert_eq!(rig.money(), (17_900, 0, 101_000));
    assert_eq!(WithdrawalState::of(&rig.withdrawal().unwrap(), false), WithdrawalState::Completed);
    assert_eq!(rig.count_events(EventKind::WithdrawalCompleted), 1);
    let again = rig.logout(operation);
    assert!(again.replayed && again.result.is_ok());
    assert_eq!(rig.money(), (17_900, 0, 101_000));
}

#[test]
fn an_equal_withdrawal_is_a_repeat_also_after_the_session_and_another_one_is_refused() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let first = rig.withdraw(operation, "10").result.unwrap();
    for same in ["10", "10.0", "10.00"] {
        let again = rig.withdraw(operation, same);
        assert!(again.replayed, "{same}");
        assert_eq!(again.result, Ok(first.clone()));
    }
    assert_eq!(refusal(rig.withdraw(operation, "11")), Refusal::SessionAlreadyUsed);
    assert_eq!(refusal(rig.deposit(operation, "10")), Refusal::SessionAlreadyUsed);
    rig.ok(Body::CloseSession(CloseSession { call: rig.call(operation) }));
    assert!(rig.withdraw(operation, "10").replayed);
    assert_eq!(refusal(rig.withdraw(operation, "11")), Refusal::SessionClosed);
    rig.pass_s(24 * 3600);
    assert_eq!(refusal(rig.withdraw(operation, "10")), Refusal::SessionNotFound, "the token is forgotten");
}

#[test]
fn jam_reversal_logout_pays_nothing() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    assert!(rig.reverse(operation, "10").result.is_ok());
    assert_eq!(refusal(rig.withdraw(operation, "10")), Refusal::WithdrawalAlreadyReversed);
    assert!(rig.logout(operation).result.is_ok());
    assert_eq!(rig.money(), (18_900, 0, 100_000));
    assert_eq!(rig.count_events(EventKind::WithdrawalCompleted), 0);
    assert_eq!(rig.count_events(EventKind::WithdrawalReversed), 1);
}

#[test]
fn a_part_reversed_leaves_the_rest_to_the_logout() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    let first = rig.reverse(operation, "4").result.unwrap();
    assert_eq!(rig.money(), (18_300, 600, 100_000));
    let again = rig.reverse(operation, "4.00");
    assert!(again.replayed, "without a value an equal part is a repeat");
    assert_eq!(again.result, Ok(first));
    rig.idempotency = Some("second part");
    assert!(!rig.reverse(operation, "4").replayed, "with a value of its own it is a second part");
    rig.idempotency = None;
    assert_eq!(refusal(rig.reverse(operation, "2.01")), Refusal::ReversalExceedsWithdrawal);
    rig.logout(operation).result.unwrap();
    assert_eq!(rig.money(), (18_700, 0, 100_200));
    let state = WithdrawalState::of(&rig.withdrawal().unwrap(), false);
    assert_eq!(state, WithdrawalState::PartiallyReversed);
}

#[test]
fn a_reversal_after_the_logout_takes_the_cash_back_from_the_pos() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.logout(operation).result.unwrap();
    rig.reverse(operation, "10").result.unwrap();
    assert_eq!(rig.money(), (18_900, 0, 100_000));
    rig.idempotency = Some("again");
    assert_eq!(refusal(rig.reverse(operation, "10")), Refusal::ReversalExceedsWithdrawal);
}

#[test]
fn a_reversal_before_its_withdrawal_bars_it() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let first = rig.reverse(operation, "10").result.unwrap();
    assert_eq!(rig.reverse(operation, "10").result, Ok(first));
    assert_eq!(refusal(rig.withdraw(operation, "10")), Refusal::WithdrawalAlreadyReversed);
    assert!(rig.logout(operation).result.is_ok());
    assert_eq!(rig.money(), (18_900, 0, 100_000));
}

#[test]
fn expiry_leaves_the_money_held_until_word_comes() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.expire(operation);
    assert_eq!(rig.count_events(EventKind::WithdrawalUnconfirmed), 0, "its limits have not passed");
    rig.pass_s(120);
    rig.expire(operation);
    rig.expire(operation);
    assert_eq!(rig.count_events(EventKind::WithdrawalUnconfirmed), 1);
    assert_eq!(rig.money(), (17_900, 1_000, 100_000));
    assert_eq!(refusal(rig.withdraw(operation, "11")), Refusal::SessionExpired);
    assert!(rig.withdraw(operation, "10").replayed);
    rig.logout(operation).result.unwrap();
    assert_eq!(rig.money(), (17_900, 0, 101_000));
    assert_eq!(refusal(rig.withdraw(operation, "11")), Refusal::SessionClosed);
}

#[test]
fn a_session_ends_at_its_idle_limit_and_at_its_absolute_one() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    let opened = rig.now;
    for _ in 0..2 {
        rig.pass_s(119);
        let repeat = rig.withdraw(operation, "10");
        assert!(repeat.replayed, "repeats keep a session alive");
    }
    assert_eq!(rig.session_row(operation).ended_at(rig.now), None);
    let repeat = rig.withdraw(operation, "10");
    assert_eq!(repeat.session_expires_at, Some(opened.plus_s(300)), "the absolute limit is the earlier one");
    rig.pass_s(62);
    assert_eq!(rig.withdraw(operation, "10").session_expires_at, None);
}

/// Limits that are over stay over, swept or not; a session that lives gets the new idle limit with its next call.
#[test]
fn new_settings_revive_no_session_and_lengthen_none_past_its_own_absolute_limit() {
    let mut rig = Rig::new();
    let (left, idle, busy) = (rig.session(), rig.session(), rig.session());
    let opened = rig.now;
    rig.withdraw(left, "10").result.unwrap();
    rig.pass_s(60);
    rig.withdraw(busy, "20").result.unwrap();
    rig.pass_s(60);
    let policy = specie_domain::Policy {
        session_idle_s: 1_000,
        session_absolute_s: 10_000,
        ..specie_domain::Policy::default()
    };
    rig.ok(Body::SetPolicy(policy.clone()));
    assert_eq!(refusal(rig.withdraw(idle, "10")), Refusal::SessionExpired);
    assert!(rig.withdraw(left, "10").replayed, "a repeat is answered");
    assert_eq!(rig.session_row(left).ended_at(rig.now), Some(opened.plus_s(120)), "and revives nothing");
    rig.expire(left);
    assert_eq!(rig.count_events(EventKind::WithdrawalUnconfirmed), 1);
    assert_eq!(
        rig.withdraw(busy, "20").session_expires_at,
        Some(opened.plus_s(300)),
        "its own absolute limit is the one of its login"
    );
    let short = specie_domain::Policy { session_idle_s: 10, ..policy };
    rig.ok(Body::SetPolicy(short));
    assert_eq!(rig.withdraw(busy, "20").session_expires_at, Some(rig.now.plus_s(10)));
}

#[test]
fn a_call_is_let_in_only_with_what_belongs_together() {
    let mut rig = Rig::new();
    rig.add_key(rig.pos_id, "second key");
    let operation = rig.session();
    let other = rig.session();
    let good = rig.call(operation);
    let wrong = [
        SessionCall { token: hash("x"), ..good.clone() },
        SessionCall { key: hash("second key"), ..good.clone() },
        SessionCall { phone: Some(hash("another phone")), ..good.clone() },
        SessionCall { operation_id: specie_domain::ids::OperationId::from_u128(7), ..good.clone() },
    ];
    for call in wrong {
        let outcome = rig.run(Body::CloseSession(CloseSession { call }));
        assert_eq!(outcome.session_expires_at, None, "a stranger is told nothing");
        assert_eq!(refusal(outcome), Refusal::SessionNotFound);
    }
    let unknown = SessionCall { key: hash("no key"), ..good.clone() };
    assert_eq!(refusal(rig.run(Body::CloseSession(CloseSession { call: unknown }))), Refusal::KeyNotKnown);
    let with_phone = SessionCall { phone: Some(hash("phone")), ..good };
    assert!(rig.run(Body::CloseSession(CloseSession { call: with_phone })).result.is_ok());
    assert!(rig.logout(other).result.is_ok());
}

#[test]
fn sums_are_refused_that_are_too_precise_not_approved_or_not_there() {
    let mut rig = Rig::new();
    let operation = rig.session();
    assert_eq!(refusal(rig.withdraw(operation, "10.005")), Refusal::AmountTooPrecise(crate::rig::gbp()));
    assert_eq!(refusal(rig.withdraw(operation, "0")), Refusal::AmountNotPositive);
    assert_eq!(refusal(rig.withdraw(operation, "99999999999999999999")), Refusal::AmountTooLarge);
    assert_eq!(refusal(rig.withdraw(operation, "150.01")), Refusal::AmountNotApproved);
    assert!(rig.withdraw(operation, "150").result.is_ok(), "the session stays usable");
    let poor = rig.session();
    assert_eq!(refusal(rig.withdraw(poor, "39.01")), Refusal::NotEnoughFunds);
    assert!(rig.withdraw(poor, "39").result.is_ok(), "the session stays usable, down to the last penny");
    assert_eq!(rig.money().0, 0);
}

#[test]
fn the_fifth_sum_that_was_not_approved_closes_the_session() {
    let mut rig = Rig::new();
    let operation = rig.session_for(Approved::Exactly(pounds("10")), Purpose::Withdraw);
    for _ in 0..5 {
        assert_eq!(refusal(rig.withdraw(operation, "11")), Refusal::AmountNotApproved);
    }
    assert_eq!(refusal(rig.withdraw(operation, "10")), Refusal::SessionClosed);
}

#[test]
fn purpose_account_and_currency_must_be_the_approved_ones() {
    let mut rig = Rig::new();
    let deposit_only = rig.session_for(Approved::Any, Purpose::Deposit);
    assert_eq!(refusal(rig.withdraw(deposit_only, "10")), Refusal::PurposeNotApproved);
    let operation = rig.session();
    assert_eq!(refusal(rig.deposit(operation, "10")), Refusal::PurposeNotApproved);
    for account in ["no-such-account", "z128ffb-11a5-11l9-93p5-1231a8maf28"] {
        let body = Withdraw {
            call: rig.call(operation),
            account: account.parse().unwrap(),
            sum: Decimal::parse("10").unwrap(),
        };
        assert_eq!(refusal(rig.run(Body::Withdraw(body))), Refusal::AccountNotInSession);
    }
    let shouted = Withdraw {
        call: rig.call(operation),
        account: ACCOUNT.to_uppercase().parse().unwrap(),
        sum: Decimal::parse("10").unwrap(),
    };
    assert!(rig.run(Body::Withdraw(shouted)).result.is_ok(), "ids are matched without regard to case");
}

#[test]
fn what_is_disabled_refuses_requests_and_accepts_facts() {
    let mut rig = Rig::new();
    let (held, unused) = (rig.session(), rig.session());
    rig.withdraw(held, "10").result.unwrap();
    let pos = Reference::Id(rig.pos_id);
    let wallet_id = rig.wallet_id;
    rig.ok(Body::DisablePos(DisablePos { actor: Actor::System, pos: pos.clone(), disabled: true }));
    assert_eq!(refusal(rig.withdraw(unused, "10")), Refusal::PosDisabled);
    assert_eq!(refusal(rig.login("any")), Refusal::PosDisabled);
    rig.reverse(held, "4").result.unwrap();
    rig.ok(Body::DisablePos(DisablePos { actor: Actor::System, pos, disabled: false }));
    rig.ok(Body::FreezeWallet(FreezeWallet { actor: Actor::System, wallet_id, frozen: true }));
    assert_eq!(refusal(rig.withdraw(unused, "10")), Refusal::WalletDisabled);
    rig.logout(held).result.unwrap();
    rig.ok(Body::FreezeWallet(FreezeWallet { actor: Actor::System, wallet_id, frozen: false }));
    rig.ok(Body::StopPayouts(StopPayouts { actor: Actor::System, reason: Some("drill".to_owned()) }));
    assert_eq!(refusal(rig.withdraw(unused, "10")), Refusal::PayoutsStopped("drill".to_owned()));
    rig.ok(Body::StopPayouts(StopPayouts { actor: Actor::System, reason: None }));
    assert!(rig.withdraw(unused, "10").result.is_ok());
}

#[test]
fn a_named_transaction_must_be_the_sessions() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let id = match rig.withdraw(operation, "10").result.unwrap() {
        Receipt::Withdrawn(id) => id,
        other => panic!("{other:?}"),
    };
    let other = TransactionName::Id(WithdrawalId::from_u128(1));
    for named in [other, TransactionName::Foreign] {
        assert_eq!(refusal(rig.reverse_named(operation, "10", Some(named))), Refusal::TransactionNotFound);
    }
    assert!(rig.reverse_named(operation, "10", Some(TransactionName::Id(id))).result.is_ok());
}

#[test]
fn an_idempotency_value_names_one_request() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.idempotency = Some("w1");
    let first = rig.withdraw(operation, "10").result;
    assert_eq!(rig.withdraw(operation, "10").result, first);
    assert_eq!(refusal(rig.withdraw(operation, "11")), Refusal::IdempotencyKeyReused);
    rig.idempotency = None;
    rig.reverse(operation, "1").result.unwrap();
    rig.idempotency = Some("w1");
    let stale = rig.withdraw(operation, "10");
    assert_eq!(
        refusal(stale),
        Refusal::WithdrawalAlreadyReversed,
        "a success is not replayed once it is false"
    );
}

#[test]
fn two_sessions_racing_for_the_last_money_one_wins() {
    let mut rig = Rig::new();
    let (first, second) = (rig.session(), rig.session());
    rig.withdraw(first, "100").result.unwrap();
    assert_eq!(refusal(rig.withdraw(second, "100")), Refusal::NotEnoughFunds);
    assert_eq!(rig.money(), (8_900, 10_000, 100_000));
}

#[test]
fn an_early_reversal_is_repeated_by_account_and_sum_and_only_in_the_codes_currency() {
    let mut rig = Rig::new();
    let yen = specie_money::Currency::from_code("JPY").unwrap();
    let account = NewAccount { currency: yen, alias: None, shown_id: Some("yen-account".to_owned()) };
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    rig.ok(Body::OpenAccount(OpenAccount { actor, wallet_id, account }));
    let reverse = |rig: &Rig, operation, account: &str| {
        let sum = Decimal::parse("10").unwrap();
        let account = account.parse().unwrap();
        Body::Reverse(Reverse { call: rig.call(operation), account, sum, transaction: None })
    };
    let operation = rig.session();
    let foreign = reverse(&rig, operation, "yen-account");
    assert_eq!(refusal(rig.run(foreign)), Refusal::AccountNotInSession);
    assert!(rig.withdraw(operation, "10").result.is_ok(), "nothing was barred");
    let policy = Policy { open_codes_allowed: true, ..Policy::default() };
    rig.ok(Body::SetPolicy(policy));
    let open = rig.session_for(Approved::Any, Purpose::Withdraw);
    for account in [ACCOUNT, "yen-account"] {
        let body = reverse(&rig, open, account);
        let first = rig.run(body.clone());
        let again = rig.run(body);
        assert!(!first.replayed && again.replayed, "{account}");
        assert_eq!(first.result, again.result);
    }
}
