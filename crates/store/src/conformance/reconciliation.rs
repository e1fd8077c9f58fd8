//! Reconciliation as a part of the history: a POS's journal and a bank's statement, matched by a search and by hand,
//! taken apart, and differences closed, cleared by two people and taken back.

use specie_domain::command::{
    Actor, BeginReconciliation, BeginStatements, CloseBreak, Group, Judge, MatchByHand, NoteBreak,
    PlaceGroups, Propose, Reconcile, Statement, TakeLines, UndoMatch,
};
use specie_domain::ids::{BatchId, OperationId, ReconciliationId, WithdrawalId};
use specie_domain::rows::{
    ClearBreak, FileHash, LineWhat, MatchedBy, Ours, Proposed, ReconScope, StatedLine, UndoClearing,
};
use specie_domain::{Body, Receipt, Time};

use super::history::{History, Place, hash, pence};
use super::settlement::pay_out;

/// A journal with every kind of difference, and a statement that shows a batch.
pub(super) fn reconciliations(history: &mut History, shop: &Place, batch_id: BatchId) {
    let finance = Actor::Operator(hash(42));
    let dora = history.customer(50_000);
    let from = history.in_s(0);
    let paid: Vec<WithdrawalId> = (0..4).map(|_| pay_out(history, &dora, shop, "1.00")).collect();
    history.pass_s(60);
    let journal = journal(history, finance, ReconScope::PosJournal(shop.pos_id), from);
    matches(history, finance, journal, &paid);
    differences(history, finance, journal, shop);
    let scope = ReconScope::Bank(pence(0).currency(), None);
    let statement =
        |history: &History, file| begin(finance, scope, from, history.in_s(0), file).of_statement(10);
    let (bank, again) = (statement(history, 8), statement(history, 11));
    let Receipt::ReconciliationBegun(bank) = history.done(bank) else { panic!("not begun") };
    history.refused(again);
    history.done(take(finance, bank, 1, vec![line(LineWhat::Payment, -500, from)]));
    let group = Group { lines: vec![1], ours: vec![Ours::Batch(batch_id)], how: MatchedBy::Reference };
    history.done(place(finance, bank, vec![group]));
}

fn journal(history: &mut History, finance: Actor, scope: ReconScope, from: Time) -> ReconciliationId {
    let asked = |lines, file| begin(finance, scope, from, history.in_s(0), file).with_lines(lines);
    let (good, twice, empty) = (asked(5, 7), asked(5, 7), asked(0, 9));
    let foreign = begin(Actor::Operator(hash(43)), scope, from, history.in_s(0), 9);
    let Receipt::ReconciliationBegun(journal) = history.done(good) else { panic!("not begun") };
    for refused in [twice, empty, foreign] {
        history.refused(refused);
    }
    let lines: Vec<StatedLine> =
        [100, 100, 90, 70, 60].map(|minor| line(LineWhat::Withdrawal, minor, from)).to_vec();
    history.refused(take(finance, journal, 2, lines.clone()));
    history.refused(take(finance, journal, 1, vec![line(LineWhat::Payment, 1, from)]));
    history.done(take(finance, journal, 1, lines[..2].to_vec()));
    history.done(take(finance, journal, 1, lines[..2].to_vec()));
    history.refused(place(finance, journal, Vec::new()));
    history.done(take(finance, journal, 3, lines[2..].to_vec()));
    journal
}

/// Lines 1 and 2 agree, line 3 differs; the others know nobody of ours, and the fourth fact nobody of theirs.
fn matches(history: &mut History, finance: Actor, journal: ReconciliationId, paid: &[WithdrawalId]) {
    let group = |lines: &[u32], ours: &[usize]| Group {
        lines: lines.to_vec(),
        ours: ours.iter().map(|place| Ours::Withdrawal(paid[*place])).collect(),
        how: MatchedBy::Id,
    };
    let found = [
        group(&[1], &[0]),
        group(&[2], &[1]),
        group(&[3], &[2]),
        group(&[4], &[]),
        group(&[5], &[]),
        group(&[], &[3]),
    ];
    history.done(place(finance, journal, found.to_vec()));
    history.done(place(finance, journal, found.to_vec()));
    let undo =
        |number| UndoMatch { actor: finance, reconciliation_id: journal, number, why: "not he".to_owned() };
    history.done(Body::Reconcile(Reconcile::UndoMatch(undo(2))));
    history.refused(Body::Reconcile(Reconcile::UndoMatch(undo(2))));
    let by_hand = |line: u32, fact: usize| {
        let (lines, ours) = (vec![line], vec![Ours::Withdrawal(paid[fact])]);
        Body::Reconcile(Reconcile::MatchByHand(MatchByHand {
            actor: finance,
            reconciliation_id: journal,
            lines,
            ours,
            why: "by the receipt".to_owned(),
        }))
    };
    history.refused(by_hand(1, 3));
    history.done(by_hand(2, 3));
    history.done(by_hand(3, 1));
}

fn differences(history: &mut History, finance: Actor, journal: ReconciliationId, shop: &Place) {
    let why = || "counted again".to_owned();
    let close = |number| {
        Body::Reconcile(Reconcile::CloseBreak(CloseBreak {
            actor: finance,
            reconciliation_id: journal,
            number,
            why: why(),
        }))
    };
    let (assignee, note) = (Some("Bob".to_owned()), Some(why()));
    let noted = NoteBreak { actor: finance, reconciliation_id: journal, number: 2, assignee, note };
    history.done(Body::Reconcile(Reconcile::NoteBreak(noted)));
    history.done(close(3));
    history.refused(close(3));
    history.refused(close(99));
    let clear = ClearBreak {
        reconciliation_id: journal,
        number: 2,
        pos_id: shop.pos_id,
        difference: pence(70),
        why: why(),
    };
    let other = ClearBreak { difference: pence(71), ..clear.clone() };
    history.refused(Body::Propose(Propose { actor: finance, what: Proposed::ClearBreak(other) }));
    let undo = UndoClearing { reconciliation_id: journal, number: 2, difference: pence(70), why: why() };
    history.refused(Body::Propose(Propose { actor: finance, what: Proposed::UndoClearing(undo.clone()) }));
    for what in
        [Proposed::ClearBreak(clear.clone()), Proposed::UndoClearing(undo), Proposed::ClearBreak(clear)]
    {
        let Receipt::Proposed(proposal_id) = history.done(Body::Propose(Propose { actor: finance, what }))
        else {
            panic!("not proposed")
        };
        history.pass_s(60);
        let judge = Judge { actor: Actor::Operator(hash(44)), proposal_id, approve: true };
        history.done(Body::Judge(judge));
    }
}

/// A body under way.
trait WithLines {
    fn with_lines(self, lines: u32) -> Self;
    fn of_statement(self, mark: u8) -> Self;
}

impl WithLines for Body {
    fn with_lines(self, lines: u32) -> Self {
        let Self::Reconcile(Reconcile::Begin(begin)) = self else { panic!("another command") };
        Self::Reconcile(Reconcile::Begin(BeginReconciliation { lines, ..begin }))
    }

    fn of_statement(self, mark: u8) -> Self {
        let Self::Reconcile(Reconcile::Begin(begin)) = self else { panic!("another command") };
        let statement = Statement { name: "17 of GB1".to_owned(), mark: FileHash([mark; 32]) };
        Self::Reconcile(Reconcile::BeginStatements(BeginStatements { begin, statements: vec![statement] }))
    }
}

fn begin(actor: Actor, scope: ReconScope, from: Time, to: Time, file: u8) -> Body {
    let name = "a week".to_owned();
    Body::Reconcile(Reconcile::Begin(BeginReconciliation {
        actor,
        scope,
        name,
        from,
        to,
        file: FileHash([file; 32]),
        lines: 1,
    }))
}

fn line(what: LineWhat, minor: i64, at: Time) -> StatedLine {
    StatedLine {
        what,
        operation_id: None::<OperationId>,
        reference: "0042".to_owned(),
        amount: pence(minor),
        at,
    }
}

fn take(actor: Actor, reconciliation_id: ReconciliationId, first: u32, lines: Vec<StatedLine>) -> Body {
    Body::Reconcile(Reconcile::TakeLines(TakeLines { actor, reconciliation_id, first, lines }))
}

fn place(actor: Actor, reconciliation_id: ReconciliationId, groups: Vec<Group>) -> Body {
    Body::Reconcile(Reconcile::Place(PlaceGroups { actor, reconciliation_id, groups }))
}
