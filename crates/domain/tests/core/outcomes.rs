//! What a POS says became of the cash: each cell of the table of cash-lifecycle.md section 2, and the bounds about it.

use specie_domain::command::{Actor, DisablePos, FreezeWallet, Reverse, RevokeKey, StopPayouts, TellOutcome};
use specie_domain::ids::{OperationId, Reference};
use specie_domain::rows::{
    Action, Approved, CaseKind, CaseState, EventKind, EvidenceKind, Notes, Purpose, Reason, SessionEnd, Told,
};
use specie_domain::{Body, Receipt, Refusal};
use specie_money::Currency;

use crate::rig::{Rig, pounds, refusal};

/// A withdrawal of 10.00 in each state of the table, with its operation.
fn in_state(state: &str) -> (Rig, OperationId) {
    let mut rig = Rig::new();
    let operation = rig.session();
    if state == "none yet" {
        return (rig, operation);
    }
    rig.withdraw(operation, "10").result.unwrap();
    match state {
        "pending" => {}
        "unconfirmed" => {
            rig.pass_s(121);
            rig.expire(operation);
        }
        "completed" => drop(rig.logout(operation).result.unwrap()),
        "partially_reversed" => {
            rig.reverse(operation, "4").result.unwrap();
            rig.logout(operation).result.unwrap();
        }
        "reversed" => drop(rig.reverse(operation, "10").result.unwrap()),
        "paid_late" => {
            rig.reverse(operation, "10").result.unwrap();
            rig.tell(operation, Told::Dispensed).result.unwrap();
        }
        other => panic!("{other} is no state"),
    }
    (rig, operation)
}

/// Held, paid, returned, paid late, and the case: its kind, and whether it is open.
type Found = ((i64, i64, i64, i64), Option<(CaseKind, bool)>);

fn found(rig: &Rig, operation: OperationId) -> Found {
    let sums = rig.withdrawal().map(|row| (row.held, row.paid, row.returned, row.paid_late));
    let case = rig.case(operation).map(|case| (case.kind, case.state == CaseState::Open));
    (sums.unwrap_or_default(), case)
}

#[test]
fn every_word_in_every_state_moves_what_the_table_says() {
    let part = |text| Told::Partial(pounds(text));
    let (unconfirmed, late) = (CaseKind::Unconfirmed, Some((CaseKind::PaidLate, true)));
    let strange = Some((CaseKind::CashWithoutWithdrawal, true));
    let closed = Some((unconfirmed, false));
    let cells: [(&str, Told, Found); 35] = [
        ("none yet", Told::Dispensed, ((0, 0, 0, 0), strange)),
        ("none yet", part("6.00"), ((0, 0, 0, 0), strange)),
        ("none yet", Told::NotDispensed, ((0, 0, 0, 0), None)),
        ("none yet", Told::Unknown, ((0, 0, 0, 0), None)),
        ("pending", Told::Dispensed, ((0, 1000, 0, 0), None)),
        ("pending", Told::NotDispensed, ((0, 0, 1000, 0), None)),
        ("pending", part("6.00"), ((0, 600, 400, 0), None)),
        ("pending", part("10.00"), ((0, 1000, 0, 0), None)),
        ("pending", Told::Unknown, ((1000, 0, 0, 0), Some((unconfirmed, true)))),
        ("unconfirmed", Told::Dispensed, ((0, 1000, 0, 0), closed)),
        ("unconfirmed", Told::NotDispensed, ((0, 0, 1000, 0), closed)),
        ("unconfirmed", part("0.01"), ((0, 1, 999, 0), closed)),
        ("unconfirmed", Told::Unknown, ((1000, 0, 0, 0), Some((unconfirmed, true)))),
        ("completed", Told::Dispensed, ((0, 1000, 0, 0), None)),
        ("completed", Told::NotDispensed, ((0, 0, 1000, 0), None)),
        ("completed", part("6.00"), ((0, 600, 400, 0), None)),
        ("completed", part("10.00"), ((0, 1000, 0, 0), None)),
        ("completed", Told::Unknown, ((0, 1000, 0, 0), None)),
        ("partially_reversed", Told::Dispensed, ((0, 600, 400, 400), late)),
        ("partially_reversed", Told::NotDispensed, ((0, 0, 1000, 0), None)),
        ("partially_reversed", part("5.99"), ((0, 599, 401, 0), None)),
        ("partially_reversed", part("6.00"), ((0, 600, 400, 0), None)),
        ("partially_reversed", part("6.01"), ((0, 600, 400, 1), late)),
        ("partially_reversed", part("10.00"), ((0, 600, 400, 400), late)),
        ("partially_reversed", Told::Unknown, ((0, 600, 400, 0), None)),
        ("reversed", Told::Dispensed, ((0, 0, 1000, 1000), late)),
        ("reversed", Told::NotDispensed, ((0, 0, 1000, 0), None)),
        ("reversed", part("0.01"), ((0, 0, 1000, 1), late)),
        ("reversed", part("10.00"), ((0, 0, 1000, 1000), late)),
        ("reversed", Told::Unknown, ((0, 0, 1000, 0), None)),
        ("paid_late", Told::Dispensed, ((0, 0, 1000, 1000), late)),
        ("paid_late", Told::NotDispensed, ((0, 0, 1000, 1000), late)),
        ("paid_late", part("6.00"), ((0, 0, 1000, 1000), late)),
        ("paid_late", part("10.00"), ((0, 0, 1000, 1000), late)),
        ("paid_late", Told::Unknown, ((0, 0, 1000, 1000), late)),
    ];
    for (state, told, expected) in cells {
        let (mut rig, operation) = in_state(state);
        let first = rig.tell(operation, told);
        assert_eq!(first.result, Ok(Receipt::OutcomeTold(operation)), "{state} hears {told:?}");
        assert_eq!(found(&rig, operation), expected, "{state} hears {told:?}");
        let ((held, paid, _, paid_late), _) = expected;
        assert_eq!(
            rig.money(),
            (18_900 - held - paid - paid_late, held, 100_000 + paid),
            "{state}, {told:?}"
        );
        assert_eq!(rig.suspense(), paid_late, "{state} hears {told:?}");
        let (transfers, events) = (rig.transfers.len(), rig.events.len());
        let again = rig.tell(operation, told);
        assert!(again.replayed && again.result == first.result, "{state} hears {told:?} again");
        assert_eq!(found(&rig, operation), expected, "{state} hears {told:?} again");
        assert_eq!((rig.transfers.len(), rig.events.len()), (transfers, events), "{state}, {told:?} again");
    }
}

#[test]
fn word_that_nothing_left_bars_a_withdrawal_and_word_of_none_ends_the_session() {
    let (mut rig, operation) = in_state("none yet");
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!(refusal(rig.withdraw(operation, "10")), Refusal::WithdrawalAlreadyReversed);
    let (mut rig, operation) = in_state("none yet");
    rig.tell(operation, Told::Unknown).result.unwrap();
    assert_eq!(rig.session_row(operation).end, SessionEnd::Expired(rig.now));
    assert_eq!(refusal(rig.withdraw(operation, "10")), Refusal::SessionExpired);
    assert_eq!(rig.logout(operation).result, Ok(Receipt::SessionClosed));
}

#[test]
fn word_before_its_withdrawal_is_heard_anew_once_the_money_is_held() {
    let (mut rig, operation) = in_state("none yet");
    rig.tell(operation, Told::Dispensed).result.unwrap();
    rig.withdraw(operation, "10").result.unwrap();
    assert!(!rig.tell(operation, Told::Dispensed).replayed);
    assert_eq!(found(&rig, operation).0, (0, 1000, 0, 0));
    assert!(rig.tell(operation, Told::Dispensed).replayed);
}

#[test]
fn the_last_word_said_again_moves_nothing_even_after_a_reversal() {
    let (mut rig, operation) = in_state("pending");
    rig.tell(operation, Told::Dispensed).result.unwrap();
    rig.reverse(operation, "10").result.unwrap();
    assert!(rig.tell(operation, Told::Dispensed).replayed);
    assert_eq!(found(&rig, operation), ((0, 0, 1000, 0), None));
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert!(!rig.tell(operation, Told::Dispensed).replayed, "another word stands between them");
    assert_eq!(rig.suspense(), 1000);
}

#[test]
fn the_same_word_under_a_value_of_its_own_is_another_word() {
    let (mut rig, operation) = in_state("pending");
    rig.idempotency = Some("o1");
    rig.tell(operation, Told::Dispensed).result.unwrap();
    rig.idempotency = Some("r1");
    rig.reverse(operation, "10").result.unwrap();
    rig.idempotency = Some("o2");
    assert!(!rig.tell(operation, Told::Dispensed).replayed);
    assert_eq!(found(&rig, operation), ((0, 0, 1000, 1000), Some((CaseKind::PaidLate, true))));
    assert_eq!(rig.suspense(), 1000);
    assert!(rig.tell(operation, Told::Dispensed).replayed, "its own repeat moves nothing");
    assert_eq!(rig.suspense(), 1000);
}

#[test]
fn an_idempotency_value_is_answered_before_the_word_is_heard() {
    let (mut rig, operation) = in_state("reversed");
    rig.idempotency = Some("o1");
    let first = rig.tell(operation, Told::NotDispensed);
    assert_eq!(refusal(rig.tell(operation, Told::Dispensed)), Refusal::IdempotencyKeyReused);
    rig.idempotency = Some("o2");
    rig.tell(operation, Told::Dispensed).result.unwrap();
    rig.idempotency = Some("o1");
    let again = rig.tell(operation, Told::NotDispensed);
    assert!(again.replayed && again.result == first.result);
}

#[test]
fn what_was_paid_late_is_taken_as_far_as_the_wallet_has_it_and_once() {
    let mut rig = Rig::new();
    let (first, second) = (rig.session(), rig.session_for(Approved::UpTo(pounds("185")), Purpose::Withdraw));
    rig.withdraw(first, "10").result.unwrap();
    rig.reverse(first, "10").result.unwrap();
    rig.withdraw(second, "185").result.unwrap();
    rig.tell(first, Told::Dispensed).result.unwrap();
    assert_eq!(rig.money(), (0, 18_500, 100_000), "4.00 were there, the shop is not credited");
    assert_eq!(rig.suspense(), 400);
    rig.tell(second, Told::NotDispensed).result.unwrap();
    rig.tell(first, Told::NotDispensed).result.unwrap();
    rig.tell(first, Told::Dispensed).result.unwrap();
    assert_eq!((rig.money(), rig.suspense()), ((18_500, 0, 100_000), 400));
    assert_eq!(rig.case(first).unwrap().amount, Some(pounds("10.00")));
    assert_eq!(rig.count_events(EventKind::WithdrawalPaidLate), 1);
    assert_eq!(rig.transfers.iter().filter(|transfer| transfer.reason == Reason::PaidLate).count(), 1);
}

#[test]
fn later_than_the_late_fact_window_a_word_opens_a_case_and_moves_nothing() {
    for state in ["none yet", "pending", "unconfirmed", "completed", "partially_reversed", "reversed"] {
        for told in [Told::Dispensed, Told::NotDispensed, Told::Partial(pounds("6")), Told::Unknown] {
            let (mut rig, operation) = in_state(state);
            let ended_at = match rig.session_row(operation).ended_at(rig.now) {
                Some(ended_at) => ended_at,
                None => rig.session_row(operation).expires_at,
            };
            rig.now = ended_at.plus_s(86_400);
            let (before, money) = (found(&rig, operation).0, rig.money());
            rig.tell(operation, told).result.unwrap();
            assert_eq!((found(&rig, operation).0, rig.money()), (before, money), "{state} hears {told:?}");
            let case = rig.case(operation).unwrap();
            let claims_cash = matches!(told, Told::Dispensed | Told::Partial(_));
            let kind = if state == "none yet" && claims_cash {
                CaseKind::CashWithoutWithdrawal
            } else {
                CaseKind::LateWord
            };
            assert_eq!((case.kind, case.state), (kind, CaseState::Open), "{state} hears {told:?}");
            assert_eq!(case.evidence.last().unwrap().what, EvidenceKind::Told(told));
            let heard = case.evidence.len();
            assert!(rig.tell(operation, told).replayed);
            assert_eq!(rig.case(operation).unwrap().evidence.len(), heard);
            assert_eq!(refusal(rig.reverse(operation, "1")), Refusal::SessionNotFound);
        }
    }
    let (mut rig, operation) = in_state("unconfirmed");
    rig.now = rig.session_row(operation).expires_at.plus_s(86_399);
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!(found(&rig, operation).0, (0, 0, 1000, 0), "a second earlier it is a fact");
}

#[test]
fn an_outcome_is_refused_only_where_it_cannot_be_true() {
    let (mut rig, operation) = in_state("pending");
    let notes = |denomination, count| vec![Notes { denomination, count }];
    let part = Told::Partial(pounds("6.00"));
    for (told, refused) in [
        (Told::Partial(pounds("10.01")), Refusal::DispensedExceedsWithdrawal),
        (Told::Partial(pounds("0.00")), Refusal::AmountNotPositive),
        (Told::Partial(specie_money::Money::from_minor(-1, crate::rig::gbp())), Refusal::AmountNotPositive),
    ] {
        assert_eq!(refusal(rig.tell(operation, told)), refused, "{told:?}");
    }
    let yen = Currency::from_code("JPY").unwrap();
    let foreign = Told::Partial(specie_money::Money::from_minor(6, yen));
    assert_eq!(refusal(rig.tell(operation, foreign)), Refusal::CurrencyNotServed(yen));
    for counted in [notes(100, 5), notes(100, 7), notes(0, 6), notes(-100, 6), notes(i64::MAX, 2)] {
        let refused = refusal(rig.tell_counted(operation, part, counted.clone()));
        assert_eq!(refused, Refusal::NotesNotAcceptable, "{counted:?}");
    }
    let too_many = vec![Notes { denomination: 1, count: 0 }; 33];
    assert_eq!(refusal(rig.tell_counted(operation, part, too_many)), Refusal::NotesNotAcceptable);
    assert_eq!(
        refusal(rig.tell_counted(operation, Told::NotDispensed, notes(100, 1))),
        Refusal::NotesNotAcceptable
    );
    assert_eq!(found(&rig, operation).0, (1000, 0, 0, 0), "nothing has moved");
    assert!(rig.tell_counted(operation, part, notes(100, 6)).result.is_ok());
    let deposit = rig.session_for(Approved::Any, Purpose::Deposit);
    rig.deposit(deposit, "5").result.unwrap();
    assert_eq!(refusal(rig.tell(deposit, Told::Dispensed)), Refusal::NotAWithdrawal);
}

#[test]
fn a_word_of_somebody_else_is_not_heard() {
    let (mut rig, operation) = in_state("pending");
    let other = crate::rig::hash("another token");
    let call = specie_domain::command::SessionCall { token: other, ..rig.call(operation) };
    let body = TellOutcome { call, told: Told::NotDispensed, notes: Vec::new() };
    let outcome = rig.run(Body::TellOutcome(body));
    assert_eq!((outcome.result, outcome.session_expires_at), (Err(Refusal::SessionNotFound), None));
}

#[test]
fn nothing_that_is_disabled_or_stopped_bars_word_of_cash() {
    let (actor, stop) = (Actor::System, Some("a drill".to_owned()));
    for told in [Told::Dispensed, Told::NotDispensed, Told::Partial(pounds("1")), Told::Unknown] {
        for state in ["none yet", "pending", "unconfirmed", "completed", "reversed"] {
            let (mut rig, operation) = in_state(state);
            let (pos, wallet_id) = (Reference::Id(rig.pos_id), rig.wallet_id);
            rig.ok(Body::DisablePos(DisablePos { actor, pos, disabled: true }));
            rig.ok(Body::FreezeWallet(FreezeWallet { actor, wallet_id, frozen: true }));
            rig.ok(Body::StopPayouts(StopPayouts { actor, reason: stop.clone() }));
            assert!(rig.tell(operation, told).result.is_ok(), "{state} hears {told:?}");
        }
    }
}

#[test]
fn a_revoked_keys_word_posts_nothing_and_is_evidence_in_an_open_case() {
    for (state, heard) in [("unconfirmed", true), ("completed", false)] {
        let (mut rig, operation) = in_state(state);
        let (pos, key_id) = (Reference::Id(rig.pos_id), rig.key_id);
        rig.ok(Body::RevokeKey(RevokeKey { actor: Actor::System, pos, key_id }));
        let (before, money) = (found(&rig, operation), rig.money());
        for _ in 0..2 {
            assert_eq!(refusal(rig.tell(operation, Told::NotDispensed)), Refusal::KeyNotKnown);
        }
        assert_eq!((found(&rig, operation), rig.money()), (before, money));
        let evidence = rig.case(operation).map_or(0, |case| case.evidence.len());
        assert_eq!(evidence, if heard { 2 } else { 0 }, "the expiry, and the word once: {state}");
    }
}

#[test]
fn what_an_outcome_moves_is_told_as_what_a_logout_or_a_reversal_moves() {
    let (mut rig, operation) = in_state("pending");
    rig.tell(operation, Told::Partial(pounds("6.00"))).result.unwrap();
    let told: Vec<_> = rig.events.iter().rev().take(2).map(|event| (event.kind, event.amount)).collect();
    assert_eq!(
        told,
        [
            (EventKind::WithdrawalReversed, Some(pounds("4.00"))),
            (EventKind::WithdrawalCompleted, Some(pounds("6.00")))
        ]
    );
    rig.logout(operation).result.unwrap();
    assert_eq!(rig.count_events(EventKind::WithdrawalCompleted), 1);
    assert_eq!(rig.money(), (18_300, 0, 100_600));
    let bare = rig.session();
    assert_eq!(rig.session_row(bare).action, Action::None);
    let account = crate::rig::ACCOUNT.parse().unwrap();
    let sum = specie_money::Decimal::parse("1").unwrap();
    let call = rig.call(bare);
    rig.ok(Body::Reverse(Reverse { call, account, sum, transaction: None }));
    assert_eq!(rig.session_row(bare).action, Action::Barred);
}
