//! Receipts that a POS printed: what is an original and what a copy, whose word counts, and how many are kept.

use specie_domain::command::{RevokeKey, SessionCall, TellPrint};
use specie_domain::ids::{OperationId, Reference};
use specie_domain::rows::{Approved, EventKind, PRINTS_KEPT_MAX, PrintMedium, Prints, Purpose};
use specie_domain::{Body, Outcome, Receipt, Refusal, Row, Time};

use crate::rig::{Rig, hash, refusal};

/// A word that a receipt was printed `ago_ms` before it.
fn print(rig: &mut Rig, operation_id: OperationId, ago_ms: i64) -> Outcome {
    let call = rig.call(operation_id);
    let printed_at = Time::from_unix_ms(rig.now.unix_ms() - ago_ms);
    rig.run(Body::TellPrint(TellPrint { call, medium: PrintMedium::Browser, printed_at }))
}

fn prints(rig: &Rig, operation_id: OperationId) -> Option<Prints> {
    match rig.row::<Prints>(operation_id) {
        Some(Row::Prints(prints)) => Some((*prints).clone()),
        _ => None,
    }
}

#[test]
fn the_first_print_is_the_original_and_moves_no_money_whenever_it_is_told() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    let (before, session) = (rig.money(), rig.session_row(operation));
    for (pass_s, number) in [(1, 1), (0, 2), (600, 3), (2 * 86_400, 4)] {
        rig.pass_s(pass_s);
        let told = print(&mut rig, operation, 0);
        assert_eq!((told.result, told.session_expires_at), (Ok(Receipt::Printed(number)), None));
    }
    assert_eq!((rig.money(), rig.session_row(operation)), (before, session), "and no session lives longer");
    assert_eq!(rig.count_events(EventKind::ReceiptPrinted), 4);
}

#[test]
fn a_deposits_receipt_is_counted_by_itself() {
    let mut rig = Rig::new();
    let out = rig.session();
    print(&mut rig, out, 0).result.unwrap();
    let into = rig.session_for(Approved::Any, Purpose::Deposit);
    rig.deposit(into, "5").result.unwrap();
    assert_eq!(print(&mut rig, into, 0).result, Ok(Receipt::Printed(1)));
}

#[test]
fn a_print_is_never_of_before_its_session_nor_of_after_it_was_told() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let opened_at = rig.session_row(operation).opened_at;
    rig.pass_s(100);
    for ago_ms in [0, 40_000, 86_400_000, -5_000] {
        print(&mut rig, operation, ago_ms).result.unwrap();
    }
    let told_at = rig.now;
    let kept = prints(&rig, operation).unwrap().kept;
    let at: Vec<Time> = kept.iter().map(|print| print.printed_at).collect();
    let earlier = Time::from_unix_ms(told_at.unix_ms() - 40_000);
    assert_eq!(at, [told_at, earlier, opened_at, told_at]);
}

#[test]
fn beyond_the_bound_prints_are_counted_and_nobody_is_told() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let most = u32::try_from(PRINTS_KEPT_MAX).unwrap();
    for number in 1..=most + 2 {
        assert_eq!(print(&mut rig, operation, 0).result, Ok(Receipt::Printed(number)));
    }
    let kept = prints(&rig, operation).unwrap();
    assert_eq!((kept.count, kept.kept.len()), (most + 2, PRINTS_KEPT_MAX));
    assert_eq!(rig.count_events(EventKind::ReceiptPrinted), PRINTS_KEPT_MAX);
}

#[test]
fn the_till_is_known_if_it_was_open_when_the_receipt_was_printed() {
    let mut rig = Rig::new();
    let before = rig.session();
    rig.pass_s(10);
    let (till, session) = rig.open_shop_till(&[(1000, 5)]);
    rig.pass_s(10);
    print(&mut rig, before, 0).result.unwrap();
    print(&mut rig, before, 15_000).result.unwrap();
    rig.closed(till, &[(1000, 5)]);
    print(&mut rig, before, 0).result.unwrap();
    let tills: Vec<_> =
        prints(&rig, before).unwrap().kept.iter().map(|print| print.till_session_id).collect();
    assert_eq!(tills, [Some(session), None, None]);
}

#[test]
fn nobody_else_prints_a_receipt() {
    let mut rig = Rig::new();
    let operation = rig.session();
    let key_id = rig.session_row(operation).key_id;
    rig.add_key(rig.pos_id, "other");
    let own = rig.call(operation);
    let printed_at = rig.now;
    let mut tell = |call: SessionCall| {
        refusal(rig.run(Body::TellPrint(TellPrint { call, medium: PrintMedium::File, printed_at })))
    };
    assert_eq!(tell(SessionCall { key: hash("other"), ..own.clone() }), Refusal::SessionNotFound);
    assert_eq!(tell(SessionCall { token: hash("another token"), ..own.clone() }), Refusal::SessionNotFound);
    assert_eq!(tell(SessionCall { key: hash("nobody"), ..own }), Refusal::KeyNotKnown);
    let actor = specie_domain::command::Actor::System;
    rig.ok(Body::RevokeKey(RevokeKey { actor, pos: Reference::Id(rig.pos_id), key_id }));
    assert_eq!(refusal(print(&mut rig, operation, 0)), Refusal::KeyNotKnown);
    assert_eq!(prints(&rig, operation), None);
}
