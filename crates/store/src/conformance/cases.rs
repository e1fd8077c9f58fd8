//! What a POS says became of the cash, and the cases that come of it: a part of the history, and the list people work
//! from.

use specie_domain::command::{Actor, Dispute};
use specie_domain::ids::OperationId;
use specie_domain::rows::{Approved, Case, CaseKind, CaseState, Notes, Purpose, Told};
use specie_domain::{Body, Receipt, Row};

use super::history::{History, Place, hash, history, pence};
use super::{Subject, commit_all, one, wait};

/// Every word, in time and too late; a dispute, and what people do about it.
pub(super) fn outcomes(history: &mut History, shop: &Place) {
    let carol = history.customer(10_000);
    let (actor, staff) = (Actor::System, Actor::Operator(hash(42)));
    let visit = |history: &mut History| {
        history.pass_s(30);
        history.visit(&carol, shop, Purpose::Withdraw, Approved::UpTo(pence(1_000)))
    };
    let part = visit(history);
    history.refused(part.tell(Told::Partial(pence(0)), Vec::new()));
    let Receipt::Withdrawn(withdrawal_id) = history.done(part.withdraw("10.00")) else {
        unreachable!("a withdrawal is answered as one")
    };
    history.refused(part.tell(Told::Partial(pence(1_001)), Vec::new()));
    let notes = vec![Notes { denomination: 200, count: 3 }];
    history.done(part.tell(Told::Partial(pence(600)), notes));
    history.done(part.close());
    history.done(Body::Dispute(Dispute { actor, withdrawal_id }));
    history.refused(part.note(Actor::Operator(hash(43)), None));
    history.done(part.note(staff, Some("Ada")));
    let late = visit(history);
    history.done(late.withdraw("5.00"));
    history.done(late.reverse("5.00"));
    history.done(late.tell(Told::Dispensed, Vec::new()));
    let unknown = visit(history);
    history.done(unknown.withdraw("4.00"));
    history.done(unknown.tell(Told::Unknown, Vec::new()));
    let settled = visit(history);
    history.done(settled.withdraw("3.00"));
    history.pass_s(600);
    history.done(settled.expire());
    history.done(settled.tell(Told::NotDispensed, Vec::new()));
    let nothing = visit(history);
    history.done(nothing.tell(Told::Dispensed, Vec::new()));
    history.pass_s(86_400 + 600);
    history.done(nothing.tell(Told::NotDispensed, Vec::new()));
}

/// What people work from.
pub fn cases_are_listed_page_by_page_in_the_order_of_their_operations<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let cases: Vec<Case> = subject.contents().rows.into_values().filter_map(case).collect();
    let kinds: Vec<CaseKind> = cases.iter().map(|case| case.kind).collect();
    for kind in
        [CaseKind::Unconfirmed, CaseKind::CashWithoutWithdrawal, CaseKind::PaidLate, CaseKind::Disputed]
    {
        assert!(kinds.contains(&kind), "the history opens a case {kind:?}: {kinds:?}");
    }
    let is_closed = |case: &Case| case.state != CaseState::Open;
    assert!(cases.iter().any(is_closed), "the history closes one");
    assert!(cases.iter().any(|case| case.assigned_to.is_some()), "somebody takes one");
    for open_only in [false, true] {
        let expected: Vec<Case> =
            cases.iter().filter(|case| !open_only || !is_closed(case)).cloned().collect();
        let (mut listed, mut after): (Vec<Case>, Option<OperationId>) = (Vec::new(), None);
        loop {
            let page = wait(subject.store().cases(open_only, after, 2)).unwrap();
            assert!(page.len() <= 2);
            match page.last() {
                Some(last) => after = Some(last.operation_id),
                None => break,
            }
            listed.extend(page);
        }
        assert_eq!(listed, expected, "open only: {open_only}");
    }
    assert_eq!(wait(subject.store().cases(false, None, 0)).unwrap(), []);
}

/// G2: the list does not lag.
pub fn a_case_is_listed_as_soon_as_its_word_was_answered<S: Subject>() {
    let mut history = History::begin();
    let owner = history.owner();
    let shop = history.place(owner, None);
    let customer = history.customer(1_000);
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands(), 7);
    for opened in 1..=3 {
        let begun = history.steps.len();
        let visit = history.visit(&customer, &shop, Purpose::Withdraw, Approved::UpTo(pence(100)));
        history.done(visit.tell(Told::Dispensed, Vec::new()));
        for step in &history.steps[begun..] {
            assert_eq!(one(subject.store(), &step.command), step.outcome);
        }
        assert_eq!(wait(subject.store().cases(true, None, 10)).unwrap().len(), opened);
    }
}

fn case(row: Row) -> Option<Case> {
    match row {
        Row::Case(case) => Some(Case::clone(&case)),
        _ => None,
    }
}
