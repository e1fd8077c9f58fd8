//! Cases: what opens, feeds and closes one, and what people may do with it (cash-lifecycle.md section 2).

use specie_domain::command::{Actor, Dispute, DisputeSaying, NoteCase, RegisterOperatorKey, TopUp};
use specie_domain::ids::{OperationId, WithdrawalId};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{Approved, CaseKind, CaseState, EventKind, EvidenceKind, Purpose, Role, Told};
use specie_domain::{Body, Receipt, Refusal};

use crate::rig::{Rig, hash, pounds, refusal};

/// A withdrawal of 10.00 whose session is over without word.
fn unconfirmed() -> (Rig, OperationId) {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.pass_s(121);
    rig.expire(operation);
    (rig, operation)
}

fn what(rig: &Rig, operation: OperationId) -> Vec<EvidenceKind> {
    rig.case(operation).unwrap().evidence.into_iter().map(|evidence| evidence.what).collect()
}

fn hire(rig: &mut Rig, name: &str, role: Role) -> Actor {
    let key = RegisterOperatorKey { actor: Actor::System, hash: hash(name), person: name.to_owned(), role };
    rig.ok(Body::RegisterOperatorKey(key));
    Actor::Operator(hash(name))
}

fn note(actor: Actor, operation_id: OperationId, assign_to: Option<&str>, text: &[u8]) -> Body {
    let (assign_to, sealed_text) = (assign_to.map(ToOwned::to_owned), text.to_vec());
    Body::NoteCase(NoteCase { actor, operation_id, assign_to, sealed_text })
}

#[test]
fn an_expiry_with_cash_held_opens_a_case_and_any_word_that_settles_it_closes_it() {
    type Word = fn(&mut Rig, OperationId);
    let words: [(Word, &str, bool); 6] = [
        (|rig, operation| drop(rig.logout(operation).result.unwrap()), "logout", true),
        (|rig, operation| drop(rig.reverse(operation, "10").result.unwrap()), "all reversed", true),
        (|rig, operation| drop(rig.reverse(operation, "4").result.unwrap()), "a part reversed", false),
        (|rig, operation| drop(rig.tell(operation, Told::Dispensed).result.unwrap()), "dispensed", true),
        (|rig, operation| drop(rig.tell(operation, Told::NotDispensed).result.unwrap()), "not", true),
        (|rig, operation| drop(rig.tell(operation, Told::Unknown).result.unwrap()), "unknown", false),
    ];
    for (word, name, closes) in words {
        let (mut rig, operation) = unconfirmed();
        let case = rig.case(operation).unwrap();
        assert_eq!((case.kind, case.state), (CaseKind::Unconfirmed, CaseState::Open));
        assert_eq!((case.amount, case.opened_at), (Some(pounds("10.00")), rig.now));
        assert_eq!(what(&rig, operation), [EvidenceKind::Expired]);
        rig.pass_s(60);
        word(&mut rig, operation);
        let state = if closes { CaseState::Closed(rig.now) } else { CaseState::Open };
        assert_eq!(rig.case(operation).unwrap().state, state, "{name}");
        assert_eq!(what(&rig, operation).len(), 2, "{name} is evidence");
        let events = (rig.count_events(EventKind::CaseOpened), rig.count_events(EventKind::CaseClosed));
        assert_eq!(events, (1, usize::from(closes)), "{name}");
    }
}

#[test]
fn a_session_that_settled_its_cash_expires_without_a_case() {
    let mut rig = Rig::new();
    let (none, reversed, told) = (rig.session(), rig.session(), rig.session());
    rig.withdraw(reversed, "10").result.unwrap();
    rig.reverse(reversed, "10").result.unwrap();
    rig.withdraw(told, "10").result.unwrap();
    rig.tell(told, Told::Dispensed).result.unwrap();
    rig.pass_s(301);
    for operation in [none, reversed, told] {
        rig.expire(operation);
        assert_eq!(rig.case(operation), None);
    }
}

#[test]
fn that_a_pos_does_not_know_is_told_of_once_also_when_the_limits_have_passed_unseen() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.pass_s(121);
    rig.tell(operation, Told::Unknown).result.unwrap();
    rig.expire(operation);
    assert_eq!(rig.count_events(EventKind::WithdrawalUnconfirmed), 1);
    assert_eq!(what(&rig, operation), [EvidenceKind::Told(Told::Unknown)]);
}

#[test]
fn evidence_names_the_command_that_brought_it() {
    let (mut rig, operation) = unconfirmed();
    rig.logout(operation).result.unwrap();
    let commands: Vec<u64> =
        rig.case(operation).unwrap().evidence.iter().map(|evidence| evidence.command).collect();
    let transfer = rig.transfers.last().unwrap();
    assert_eq!(commands[1], transfer.command, "the logout's, which paid");
    assert!(commands[0] < commands[1]);
}

#[test]
fn a_deposit_reversed_short_opens_a_case_over_what_is_missing() {
    let mut rig = Rig::new();
    let deposit = rig.session_for(Approved::Any, Purpose::Deposit);
    let spend = rig.session_for(Approved::UpTo(pounds("250")), Purpose::Withdraw);
    rig.deposit(deposit, "30").result.unwrap();
    rig.withdraw(spend, "210").result.unwrap();
    rig.reverse(deposit, "10").result.unwrap();
    let case = rig.case(deposit).unwrap();
    assert_eq!((case.kind, case.amount), (CaseKind::DepositShort, Some(pounds("1.00"))));
    rig.reverse(deposit, "20").result.unwrap();
    assert_eq!(rig.case(deposit).unwrap().amount, Some(pounds("21.00")), "all that is missing");
    assert_eq!(rig.count_events(EventKind::CaseOpened), 1);
}

#[test]
fn a_dispute_moves_nothing_and_stands_until_people_have_looked() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.logout(operation).result.unwrap();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    let money = rig.money();
    let (app, finance) = (hire(&mut rig, "App", Role::WalletBackend), hire(&mut rig, "Fay", Role::Finance));
    let dispute = |actor, withdrawal_id| Body::Dispute(Dispute { actor, withdrawal_id });
    assert_eq!(refusal(rig.run(dispute(finance, withdrawal_id))), Refusal::RoleForbids);
    let nobodys = WithdrawalId::from_u128(1);
    assert_eq!(refusal(rig.run(dispute(app, nobodys))), Refusal::NotFound(Thing::Withdrawal));
    assert_eq!(rig.run(dispute(app, withdrawal_id)).result, Ok(Receipt::CaseOpened(operation)));
    let again = rig.run(dispute(app, withdrawal_id));
    assert!(again.replayed && again.result == Ok(Receipt::CaseOpened(operation)));
    let case = rig.case(operation).unwrap();
    assert_eq!((case.kind, case.amount), (CaseKind::Disputed, Some(pounds("10.00"))));
    assert_eq!(rig.money(), money);
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!(rig.case(operation).unwrap().state, CaseState::Open, "the word is evidence, people decide");
    assert_eq!(what(&rig, operation), [EvidenceKind::Disputed, EvidenceKind::Told(Told::NotDispensed)]);
}

#[test]
fn the_most_serious_reason_stays_and_a_closed_case_opens_anew() {
    let (mut rig, operation) = unconfirmed();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    rig.tell(operation, Told::Unknown).result.unwrap();
    rig.logout(operation).result.unwrap();
    let case = rig.case(operation).unwrap();
    assert_eq!((case.kind, case.state), (CaseKind::Disputed, CaseState::Open));
    let (mut rig, operation) = unconfirmed();
    rig.reverse(operation, "10").result.unwrap();
    rig.pass_s(5);
    rig.tell(operation, Told::Dispensed).result.unwrap();
    let case = rig.case(operation).unwrap();
    assert_eq!((case.kind, case.state, case.opened_at), (CaseKind::PaidLate, CaseState::Open, rig.now));
    assert_eq!(case.evidence.len(), 3, "what was known before is kept");
}

#[test]
fn people_take_a_case_and_write_what_they_found() {
    let (mut rig, operation) = unconfirmed();
    let (fay, app) = (hire(&mut rig, "Fay", Role::Finance), hire(&mut rig, "App", Role::WalletBackend));
    let nothing = rig.session();
    assert_eq!(refusal(rig.run(note(app, operation, None, b"?"))), Refusal::RoleForbids);
    assert_eq!(refusal(rig.run(note(fay, nothing, None, b"?"))), Refusal::NotFound(Thing::Case));
    rig.ok(note(fay, operation, Some("Ada"), b"the till was counted"));
    assert_eq!(rig.case(operation).unwrap().assigned_to.as_deref(), Some("Ada"));
    let expected = [
        EvidenceKind::Expired,
        EvidenceKind::Assigned("Ada".to_owned()),
        EvidenceKind::Note("Fay".to_owned(), b"the till was counted".to_vec()),
    ];
    assert_eq!(what(&rig, operation), expected);
    let long = note(fay, operation, None, &[0; 4097]);
    assert_eq!(refusal(rig.run(long)), Refusal::Unacceptable(Limit::NoteBytes(4096)));
    assert!(matches!(refusal(rig.run(note(fay, operation, Some(" "), b""))), Refusal::Unacceptable(_)));
}

#[test]
fn a_flood_of_words_is_counted_and_leaves_room_for_notes() {
    let (mut rig, operation) = unconfirmed();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    rig.tell(operation, Told::Dispensed).result.unwrap();
    for _ in 0..40 {
        rig.tell(operation, Told::NotDispensed).result.unwrap();
        rig.tell(operation, Told::Dispensed).result.unwrap();
    }
    let case = rig.case(operation).unwrap();
    assert_eq!((case.evidence.len(), case.left_out), (64, 19));
    for _ in 0..64 {
        rig.ok(note(Actor::System, operation, None, b"x"));
    }
    let full = refusal(rig.run(note(Actor::System, operation, None, b"x")));
    assert_eq!(full, Refusal::LimitExceeded(Limit::EvidenceOfCase(128)));
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    rig.ok(Body::TopUp(TopUp { actor, wallet_id, amount: pounds("1") }));
}

#[test]
fn a_dispute_takes_the_customers_words_once_and_within_their_bound() {
    let (mut rig, operation) = unconfirmed();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    let saying = |text: &[u8]| {
        let dispute = Dispute { actor: Actor::System, withdrawal_id };
        Body::DisputeSaying(DisputeSaying { dispute, sealed_text: text.to_vec() })
    };
    let too_long = refusal(rig.run(saying(&[1; 4097])));
    assert_eq!(too_long, Refusal::Unacceptable(Limit::NoteBytes(4096)));
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    rig.ok(saying(&[1; 4096]));
    rig.ok(saying(b"more"));
    let said: Vec<EvidenceKind> = what(&rig, operation)
        .into_iter()
        .filter(|what| matches!(what, EvidenceKind::Disputed | EvidenceKind::Said(_)))
        .collect();
    assert_eq!(said, [EvidenceKind::Disputed, EvidenceKind::Said(vec![1; 4096])]);
}
