//! Reconciliation: that every difference between their word and ours is a break, that nothing else is, that no match is
//! of two sums, and that no match changes the ledger.

use std::collections::BTreeSet;

use proptest::prelude::*;
use specie_domain::command::{
    Actor, BeginReconciliation, BeginStatements, CloseBreak, ConfirmBatch, CutBatch, FailBatch, Group, Judge,
    MatchByHand, NoteBreak, PlaceGroups, Propose, Reconcile, RegisterOperatorKey, SetSettlement, Statement,
    TakeLines, UndoMatch,
};
use specie_domain::ids::{BatchId, OperationId, PosId, ReconciliationId, WithdrawalId};
use specie_domain::matching::{Known, Period, Theirs, of_journal, of_statement};
use specie_domain::outcome::{FileLimit, Limit, LineFault, ReconRefusal, Thing};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, BreakKind, BreakState, ClearBreak, ClearPart, FileHash, LineWhat,
    MatchedBy, Ours, Placed, Proposed, Purpose, Reason, ReconBreak, ReconFact, ReconLine, ReconMatch,
    ReconScope, Reconciliation, Role, StatedLine, UndoClearing, Worth,
};
use specie_domain::{Body, GROUPS_MAX, Receipt, Refusal, Row, Time};
use specie_money::{Currency, Money};

use crate::rig::{Rig, gbp, hash, pounds, refusal};

/// A rig whose customer has much money.
fn rich() -> Rig {
    let mut rig = Rig::new();
    rig.top_up(rig.wallet_id, pounds("10000.00"));
    rig
}

fn pay_out(rig: &mut Rig, sum: &str) -> OperationId {
    let operation_id = rig.session();
    assert!(rig.withdraw(operation_id, sum).result.is_ok());
    assert!(rig.logout(operation_id).result.is_ok());
    operation_id
}

fn take_in(rig: &mut Rig, sum: &str) -> OperationId {
    let operation_id = rig.session_for(Approved::UpTo(pounds("150.00")), Purpose::Any);
    assert!(rig.deposit(operation_id, sum).result.is_ok());
    assert!(rig.logout(operation_id).result.is_ok());
    operation_id
}

fn withdrawal_of(rig: &Rig, operation_id: OperationId) -> WithdrawalId {
    let mut found = rig.rows.values().filter_map(|row| match row {
        Row::Withdrawal(row) if row.operation_id == operation_id => Some(row.withdrawal_id),
        _ => None,
    });
    found.next().unwrap()
}

fn stated(what: LineWhat, sum: &str, at: Time) -> StatedLine {
    StatedLine { what, operation_id: None, reference: String::new(), amount: pounds(sum), at }
}

fn of(operation_id: OperationId, what: LineWhat, sum: &str, at: Time) -> StatedLine {
    StatedLine { operation_id: Some(operation_id), ..stated(what, sum, at) }
}

fn beginning(rig: &Rig, scope: ReconScope, from: Time, lines: usize) -> BeginReconciliation {
    let mut file = [0; 32];
    file[..8].copy_from_slice(&rig.draws.to_be_bytes());
    BeginReconciliation {
        actor: Actor::System,
        scope,
        name: "Monday".to_owned(),
        from,
        to: rig.now.plus_s(86_400),
        file: FileHash(file),
        lines: u32::try_from(lines).unwrap(),
    }
}

/// Takes in a file whole.
fn begin(rig: &mut Rig, scope: ReconScope, from: Time, lines: &[StatedLine]) -> ReconciliationId {
    let body = beginning(rig, scope, from, lines.len());
    let Receipt::ReconciliationBegun(id) = rig.ok(Body::Reconcile(Reconcile::Begin(body))) else {
        panic!("not begun")
    };
    rig.ok(Body::Reconcile(Reconcile::TakeLines(taking(id, 1, lines))));
    id
}

fn taking(reconciliation_id: ReconciliationId, first: u32, lines: &[StatedLine]) -> TakeLines {
    TakeLines { actor: Actor::System, reconciliation_id, first, lines: lines.to_vec() }
}

fn journal(rig: &mut Rig, from: Time, lines: &[StatedLine]) -> ReconciliationId {
    let scope = ReconScope::PosJournal(rig.pos_id);
    let id = begin(rig, scope, from, lines);
    search(rig, id);
    id
}

fn file(rig: &Rig, id: ReconciliationId) -> Reconciliation {
    match rig.row::<Reconciliation>(id) {
        Some(Row::Reconciliation(row)) => (*row).clone(),
        other => panic!("{other:?}"),
    }
}

fn break_of(rig: &Rig, id: ReconciliationId, number: u32) -> ReconBreak {
    match rig.row::<ReconBreak>((id, number)) {
        Some(Row::ReconBreak(row)) => (*row).clone(),
        other => panic!("{other:?}"),
    }
}

fn match_of(rig: &Rig, id: ReconciliationId, number: u32) -> ReconMatch {
    match rig.row::<ReconMatch>((id, number)) {
        Some(Row::ReconMatch(row)) => (*row).clone(),
        other => panic!("{other:?}"),
    }
}

fn line_of(rig: &Rig, id: ReconciliationId, number: u32) -> ReconLine {
    match rig.row::<ReconLine>((id, number)) {
        Some(Row::ReconLine(row)) => (*row).clone(),
        other => panic!("{other:?}"),
    }
}

fn place_of(rig: &Rig, ours: Ours) -> Option<(ReconciliationId, Placed)> {
    match rig.row::<ReconFact>(ours) {
        Some(Row::ReconFact(row)) => row.place,
        _ => None,
    }
}

/// Whether no search may take it: it is in a match, or in a break that is over or a person's.
fn is_settled(rig: &Rig, place: Option<(ReconciliationId, Placed)>) -> bool {
    match place {
        None | Some((_, Placed::Free)) => false,
        Some((_, Placed::Matched(_))) => true,
        Some((id, Placed::Broken(number))) => {
            let found = break_of(rig, id, number);
            found.state != BreakState::Open || found.is_by_hand
        }
    }
}

/// Searches, and puts together what was found.
fn search(rig: &mut Rig, id: ReconciliationId) {
    let row = file(rig, id);
    let period: Period = (row.from, row.to);
    let theirs: Vec<Theirs> = (1..=row.lines)
        .map(|number| line_of(rig, id, number))
        .filter(|line| !is_settled(rig, Some((id, line.placed))))
        .map(|line| Theirs { line: line.key.1, stated: line.stated })
        .collect();
    let known = |row: &Row| match row {
        Row::Withdrawal(row) => Some(Known::of_withdrawal(row, period)),
        Row::Deposit(row) => Some(Known::of_deposit(row, period)),
        Row::SettleBatch(row) => Some(Known::of_batch(row, period)),
        _ => None,
    };
    let is_bank = matches!(row.scope, ReconScope::Bank(..));
    let known: Vec<Known> = rig
        .rows
        .values()
        .filter_map(known)
        .filter(|known| is_bank == matches!(known.ours, Ours::Batch(_)))
        .filter(|known| !is_settled(rig, place_of(rig, known.ours)))
        .collect();
    let groups = if is_bank { of_statement(&theirs, &known) } else { of_journal(&theirs, &known) };
    for groups in groups.chunks(GROUPS_MAX) {
        let groups = groups.to_vec();
        rig.ok(Body::Reconcile(Reconcile::Place(PlaceGroups {
            actor: Actor::System,
            reconciliation_id: id,
            groups,
        })));
    }
    check_places(rig, id);
}

fn open_breaks(rig: &Rig, id: ReconciliationId) -> Vec<ReconBreak> {
    let all = (1..=file(rig, id).breaks).map(|number| break_of(rig, id, number));
    all.filter(|found| found.state == BreakState::Open).collect()
}

fn worth(rig: &Rig, ours: Ours) -> Worth {
    let found = rig.rows.values().find_map(|row| match (row, ours) {
        (Row::Withdrawal(row), Ours::Withdrawal(id)) if row.withdrawal_id == id => {
            Some(Worth::of_withdrawal(row))
        }
        (Row::Deposit(row), Ours::Deposit(id)) if row.deposit_id == id => Some(Worth::of_deposit(row)),
        (Row::SettleBatch(row), Ours::Batch(id)) if row.batch_id == id => Some(Worth::of_batch(row)),
        _ => None,
    });
    found.unwrap()
}

/// Each line and each fact is where its own row says, and nowhere else; both sides of a match come to the same; what
/// the file says of itself is what it holds.
fn check_places(rig: &Rig, id: ReconciliationId) {
    let row = file(rig, id);
    let (mut lines, mut facts, mut matched) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut stands = |placed: Placed, of_lines: &[u32], ours: &[Ours]| {
        for number in of_lines {
            assert_eq!(line_of(rig, id, *number).placed, placed, "line {number}");
            assert!(lines.insert(*number), "line {number} stands twice");
        }
        for fact in ours {
            assert_eq!(place_of(rig, *fact), Some((id, placed)), "{fact:?}");
            assert!(facts.insert(*fact), "{fact:?} stands twice");
        }
    };
    for number in 1..=row.matches {
        let found = match_of(rig, id, number);
        if found.undone.is_none() {
            stands(Placed::Matched(number), &found.lines, &found.ours);
            matched += found.lines.len();
            let theirs: i64 = found.lines.iter().map(|line| line_of(rig, id, *line).stated.value()).sum();
            assert_eq!(theirs, found.sum.minor(), "{found:?}");
        }
    }
    let mut open = 0;
    for number in 1..=row.breaks {
        let found = break_of(rig, id, number);
        if !matches!(found.state, BreakState::Gone(_)) {
            stands(Placed::Broken(number), &found.lines, &found.ours);
        }
        open += u32::from(found.state == BreakState::Open);
    }
    assert_eq!((row.matched_lines, row.open_breaks), (u32::try_from(matched).unwrap(), open), "{row:?}");
    assert_eq!(lines.len(), usize::try_from(row.lines).unwrap(), "every line stands somewhere");
}

#[test]
fn lines_that_agree_are_matched_and_change_nothing_in_the_ledger() {
    let mut rig = rich();
    let from = rig.now;
    let (first, second) = (pay_out(&mut rig, "10.00"), take_in(&mut rig, "30.00"));
    let (money, transfers) = (rig.money(), rig.transfers.len());
    let (now, known) = (rig.now, withdrawal_of(&rig, first));
    let by_name = StatedLine {
        reference: known.to_string().to_uppercase(),
        ..stated(LineWhat::Withdrawal, "10.00", now)
    };
    let id = journal(&mut rig, from, &[by_name, of(second, LineWhat::Deposit, "30.00", now)]);
    assert_eq!(open_breaks(&rig, id), []);
    assert_eq!((file(&rig, id).matched_lines, match_of(&rig, id, 1).how), (2, MatchedBy::Id));
    assert_eq!((rig.money(), rig.transfers.len()), (money, transfers), "a match is no posting");
}

#[test]
fn a_journal_without_ids_is_matched_by_amount_and_time_where_nothing_else_fits() {
    let mut rig = rich();
    let from = rig.now;
    let first = pay_out(&mut rig, "10.00");
    let at = rig.now;
    let twins = [pay_out(&mut rig, "20.00"), pay_out(&mut rig, "20.00")];
    let (twins_at, late) = (rig.now, rig.now.plus_s(3_600));
    pay_out(&mut rig, "40.00");
    let lines = [
        stated(LineWhat::Withdrawal, "10.00", at),
        stated(LineWhat::Withdrawal, "20.00", twins_at),
        stated(LineWhat::Withdrawal, "40.00", late),
    ];
    let id = journal(&mut rig, from, &lines);
    assert_eq!(match_of(&rig, id, 1).ours, [Ours::Withdrawal(withdrawal_of(&rig, first))]);
    assert_eq!((file(&rig, id).matches, match_of(&rig, id, 1).how), (1, MatchedBy::Amount));
    let kinds: Vec<BreakKind> = open_breaks(&rig, id).iter().map(|found| found.kind).collect();
    let (theirs, ours) = (BreakKind::OnlyTheirs, BreakKind::OnlyOurs);
    assert_eq!(kinds, [theirs, theirs, ours, ours, ours], "twins, and a clock an hour off, are for people");
    let by_hand = by_hand(id, &[2], &[Ours::Withdrawal(withdrawal_of(&rig, twins[1]))]);
    assert_eq!(rig.ok(by_hand), Receipt::Placed(Placed::Matched(2)));
    search(&mut rig, id);
    assert_eq!(open_breaks(&rig, id).len(), 3);
}

fn by_hand(reconciliation_id: ReconciliationId, lines: &[u32], ours: &[Ours]) -> Body {
    let (lines, ours) = (lines.to_vec(), ours.to_vec());
    Body::Reconcile(Reconcile::MatchByHand(MatchByHand {
        actor: Actor::System,
        reconciliation_id,
        lines,
        ours,
        why: "seen".to_owned(),
    }))
}

#[test]
fn what_became_of_cash_is_told_apart_from_how_much_was_asked_for() {
    let mut rig = rich();
    let from = rig.now;
    let returned = rig.session();
    assert!(rig.withdraw(returned, "10.00").result.is_ok());
    assert!(rig.reverse(returned, "10.00").result.is_ok());
    let held = rig.session();
    assert!(rig.withdraw(held, "20.00").result.is_ok());
    let paid = pay_out(&mut rig, "30.00");
    let now = rig.now;
    let lines = [
        of(returned, LineWhat::Withdrawal, "10.00", now),
        of(held, LineWhat::Withdrawal, "20.00", now),
        of(paid, LineWhat::Withdrawal, "31.00", now),
    ];
    let id = journal(&mut rig, from, &lines);
    let found: Vec<(BreakKind, i64)> =
        open_breaks(&rig, id).iter().map(|found| (found.kind, found.difference().minor())).collect();
    let (state, amount) = (BreakKind::StateDiffers, BreakKind::AmountDiffers);
    assert_eq!(found, [(state, 1_000), (state, 2_000), (amount, 100)]);
    assert!(rig.logout(held).result.is_ok());
    search(&mut rig, id);
    assert_eq!(open_breaks(&rig, id).len(), 2, "what was held is paid now, and agrees");
    search(&mut rig, id);
    assert_eq!((open_breaks(&rig, id).len(), file(&rig, id).breaks), (2, 3), "a search finds nothing twice");
}

#[test]
fn one_fact_is_told_of_by_one_file_only() {
    let mut rig = rich();
    let from = rig.now;
    let paid = pay_out(&mut rig, "10.00");
    let line = of(paid, LineWhat::Withdrawal, "10.00", rig.now);
    let first = journal(&mut rig, from, std::slice::from_ref(&line));
    let second = journal(&mut rig, from, std::slice::from_ref(&line));
    assert_eq!(open_breaks(&rig, first), []);
    assert_eq!(open_breaks(&rig, second)[0].kind, BreakKind::OnlyTheirs);
    let fact = Ours::Withdrawal(withdrawal_of(&rig, paid));
    let refused = refusal(rig.run(by_hand(second, &[1], &[fact])));
    assert_eq!(refused, ReconRefusal::PlacedElsewhere.into());
}

#[test]
fn a_fact_missed_by_one_file_is_matched_by_the_next() {
    let mut rig = rich();
    let from = rig.now;
    let (first, second) = (pay_out(&mut rig, "10.00"), pay_out(&mut rig, "20.00"));
    let now = rig.now;
    let monday = journal(&mut rig, from, &[of(first, LineWhat::Withdrawal, "10.00", now)]);
    assert_eq!(open_breaks(&rig, monday)[0].kind, BreakKind::OnlyOurs);
    let tuesday = journal(&mut rig, from, &[of(second, LineWhat::Withdrawal, "20.00", now)]);
    assert_eq!((open_breaks(&rig, monday), open_breaks(&rig, tuesday)), (vec![], vec![]));
    check_places(&rig, monday);
}

#[test]
fn a_match_taken_apart_stays_apart_until_a_person_puts_it_together() {
    let mut rig = rich();
    let from = rig.now;
    let paid = pay_out(&mut rig, "10.00");
    let line = of(paid, LineWhat::Withdrawal, "10.00", rig.now);
    let id = journal(&mut rig, from, &[line]);
    let undo =
        |number| UndoMatch { actor: Actor::System, reconciliation_id: id, number, why: "no".to_owned() };
    rig.ok(Body::Reconcile(Reconcile::UndoMatch(undo(1))));
    assert_eq!(
        refusal(rig.run(Body::Reconcile(Reconcile::UndoMatch(undo(1))))),
        ReconRefusal::MatchUndone.into()
    );
    assert_eq!(
        refusal(rig.run(Body::Reconcile(Reconcile::UndoMatch(undo(2))))),
        Refusal::NotFound(Thing::Match)
    );
    search(&mut rig, id);
    let kinds: Vec<BreakKind> = open_breaks(&rig, id).iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [BreakKind::OnlyTheirs, BreakKind::OnlyOurs]);
    let fact = Ours::Withdrawal(withdrawal_of(&rig, paid));
    rig.ok(by_hand(id, &[1], &[fact]));
    check_places(&rig, id);
    assert_eq!((open_breaks(&rig, id), match_of(&rig, id, 2).how), (vec![], MatchedBy::Hand));
}

#[test]
fn sums_that_differ_are_never_matched_even_by_hand() {
    let mut rig = rich();
    let from = rig.now;
    pay_out(&mut rig, "10.00");
    let paid = pay_out(&mut rig, "20.00");
    let (fact, now) = (Ours::Withdrawal(withdrawal_of(&rig, paid)), rig.now);
    let lines = [stated(LineWhat::Withdrawal, "19.00", now), stated(LineWhat::Withdrawal, "1.01", now)];
    let id = journal(&mut rig, from, &lines);
    let receipt = rig.ok(by_hand(id, &[1, 2], &[fact]));
    let Receipt::Placed(Placed::Broken(number)) = receipt else { panic!("{receipt:?}") };
    let found = break_of(&rig, id, number);
    assert_eq!((found.kind, found.difference()), (BreakKind::AmountDiffers, pounds("0.01")));
    check_places(&rig, id);
    for (lines, ours) in
        [(vec![], vec![fact]), (vec![1], vec![]), (vec![1, 1], vec![fact]), (vec![1], vec![fact; 2])]
    {
        let refused = refusal(rig.run(by_hand(id, &lines, &ours)));
        assert!(
            matches!(refused, Refusal::Unacceptable(Limit::OfFile(FileLimit::BothSides(_)))),
            "{refused:?}"
        );
    }
    let unknown = Ours::Withdrawal(WithdrawalId::from_u128(7));
    assert_eq!(refusal(rig.run(by_hand(id, &[1], &[unknown]))), Refusal::NotFound(Thing::Fact));
    assert_eq!(refusal(rig.run(by_hand(id, &[3], &[fact]))), Refusal::NotFound(Thing::StatedLine));
}

#[test]
fn a_statement_is_taken_in_once_in_whatever_file_it_comes() {
    let mut rig = rich();
    let bank = ReconScope::Bank(gbp(), None);
    let statement = |name: &str| {
        let mut mark = [0; 32];
        mark[..name.len()].copy_from_slice(name.as_bytes());
        Statement { name: name.to_owned(), mark: FileHash(mark) }
    };
    let asking = |rig: &mut Rig, scope: ReconScope, names: &[&str]| {
        rig.draws += 1; // Another file each time.
        let begin = beginning(rig, scope, rig.now, 1);
        let statements = names.iter().map(|name| statement(name)).collect();
        rig.run(Body::Reconcile(Reconcile::BeginStatements(BeginStatements { begin, statements }))).result
    };
    let known = |name: &str, id| Err(ReconRefusal::StatementKnown(name.to_owned(), id).into());
    let Ok(Receipt::ReconciliationBegun(id)) = asking(&mut rig, bank, &["1 of A", "number 1 of 2026 of A"])
    else {
        panic!("not begun")
    };
    assert_eq!(asking(&mut rig, bank, &["1 of A"]), known("1 of A", id));
    assert_eq!(
        asking(&mut rig, bank, &["2 of A", "number 1 of 2026 of A"]),
        known("number 1 of 2026 of A", id)
    );
    assert!(asking(&mut rig, bank, &["2 of A"]).is_ok(), "what was refused left no trace");
    assert!(asking(&mut rig, bank, &["1 of B"]).is_ok(), "another account's is another one");
    let many = Refusal::Unacceptable(Limit::OfFile(FileLimit::Statements(128)));
    assert_eq!(asking(&mut rig, bank, &["3 of A", "3 of A"]), Err(many.clone()));
    let journal = ReconScope::PosJournal(rig.pos_id);
    assert_eq!(asking(&mut rig, journal, &["3 of A"]), Err(many));
    assert_eq!(asking(&mut rig, bank, &[" "]), Err(Refusal::Unacceptable(Limit::NameBytes(128))));
}

#[test]
fn a_bad_file_is_refused_and_the_fault_is_named() {
    let mut rig = rich();
    let scope = ReconScope::PosJournal(rig.pos_id);
    let good = beginning(&rig, scope, rig.now, 2);
    let nowhere = ReconScope::PosJournal(PosId::from_u128(7));
    for (body, refused) in [
        (
            BeginReconciliation { lines: 0, ..good.clone() },
            Refusal::Unacceptable(Limit::OfFile(FileLimit::LinesOfFile(20_000))),
        ),
        (
            BeginReconciliation { lines: 20_001, ..good.clone() },
            Refusal::Unacceptable(Limit::OfFile(FileLimit::LinesOfFile(20_000))),
        ),
        (
            BeginReconciliation { to: good.from, ..good.clone() },
            Refusal::Unacceptable(Limit::OfFile(FileLimit::Period)),
        ),
        (
            BeginReconciliation { name: " ".to_owned(), ..good.clone() },
            Refusal::Unacceptable(Limit::NameBytes(128)),
        ),
        (BeginReconciliation { scope: nowhere, ..good.clone() }, Refusal::NotFound(Thing::Pos)),
    ] {
        assert_eq!(refusal(rig.run(Body::Reconcile(Reconcile::Begin(body)))), refused);
    }
    let Receipt::ReconciliationBegun(id) = rig.ok(Body::Reconcile(Reconcile::Begin(good.clone()))) else {
        panic!("not begun")
    };
    assert_eq!(
        refusal(rig.run(Body::Reconcile(Reconcile::Begin(good.clone())))),
        ReconRefusal::FileKnown(id).into()
    );
    let line = stated(LineWhat::Withdrawal, "10.00", rig.now);
    let eur = Money::parse("10.00", Currency::from_code("EUR").unwrap()).unwrap();
    for (wrong, fault) in [
        (StatedLine { what: LineWhat::Payment, ..line.clone() }, LineFault::What),
        (StatedLine { amount: eur, ..line.clone() }, LineFault::Currency),
        (StatedLine { amount: pounds("0.00"), ..line.clone() }, LineFault::Amount),
        (StatedLine { amount: pounds("-1.00"), ..line.clone() }, LineFault::Amount),
        (StatedLine { at: good.to, ..line.clone() }, LineFault::At),
        (StatedLine { reference: "x".repeat(141), ..line.clone() }, LineFault::Reference(140)),
        (StatedLine { reference: "a\nb".to_owned(), ..line.clone() }, LineFault::Reference(140)),
    ] {
        let refused =
            refusal(rig.run(Body::Reconcile(Reconcile::TakeLines(taking(id, 1, &[line.clone(), wrong])))));
        assert_eq!(refused, ReconRefusal::Line(2, fault).into());
    }
    assert_eq!(file(&rig, id).taken, 0, "nothing of a bad chunk is taken in");
    let other = StatedLine { amount: pounds("11.00"), ..line.clone() };
    rig.ok(Body::Reconcile(Reconcile::TakeLines(taking(id, 1, std::slice::from_ref(&line)))));
    rig.ok(Body::Reconcile(Reconcile::TakeLines(taking(id, 1, std::slice::from_ref(&line)))));
    for (first, lines, refused) in [
        (1, vec![other.clone()], ReconRefusal::Line(1, LineFault::TakenOtherwise)),
        (3, vec![other.clone()], ReconRefusal::LinesTaken(1, 2)),
        (0, vec![other.clone()], ReconRefusal::LinesTaken(1, 2)),
        (2, vec![other.clone(), other.clone()], ReconRefusal::LinesTaken(1, 2)),
    ] {
        assert_eq!(
            refusal(rig.run(Body::Reconcile(Reconcile::TakeLines(taking(id, first, &lines))))),
            refused.into()
        );
    }
    let place = PlaceGroups { actor: Actor::System, reconciliation_id: id, groups: Vec::new() };
    assert_eq!(
        refusal(rig.run(Body::Reconcile(Reconcile::Place(place)))),
        ReconRefusal::LinesTaken(1, 2).into()
    );
}

fn hire(rig: &mut Rig, key: &str, person: &str, role: Role) -> Actor {
    let body = RegisterOperatorKey { actor: Actor::System, hash: hash(key), person: person.to_owned(), role };
    rig.ok(Body::RegisterOperatorKey(body));
    Actor::Operator(hash(key))
}

fn approve(rig: &mut Rig, by: Actor, of: Actor, what: Proposed) {
    let Receipt::Proposed(proposal_id) = rig.ok(Body::Propose(Propose { actor: of, what })) else {
        panic!("not proposed")
    };
    rig.pass_s(60);
    let own = Judge { actor: of, proposal_id, approve: true };
    assert_eq!(refusal(rig.run(Body::Judge(own))), Refusal::OwnProposal);
    rig.ok(Body::Judge(Judge { actor: by, proposal_id, approve: true }));
}

#[test]
fn two_people_clear_a_difference_into_suspense_and_take_it_back() {
    let mut rig = rich();
    let (ada, bob) = (hire(&mut rig, "ada", "Ada", Role::Finance), hire(&mut rig, "bob", "Bob", Role::Admin));
    let from = rig.now;
    let paid = pay_out(&mut rig, "10.00");
    let line = of(paid, LineWhat::Withdrawal, "12.00", rig.now);
    let id = journal(&mut rig, from, &[line]);
    let (_, _, before) = rig.money();
    let why = || "the receipt says twelve".to_owned();
    let clear = ClearBreak {
        reconciliation_id: id,
        number: 1,
        pos_id: rig.pos_id,
        difference: pounds("2.00"),
        why: why(),
    };
    let undo = UndoClearing { reconciliation_id: id, number: 1, difference: pounds("2.00"), why: why() };
    for (what, refused) in [
        (
            Proposed::ClearBreak(ClearBreak { difference: pounds("2.01"), ..clear.clone() }),
            Refusal::from(ReconRefusal::DifferenceIs(pounds("2.00"))),
        ),
        (
            Proposed::ClearBreak(ClearBreak { pos_id: PosId::from_u128(9), ..clear.clone() }),
            Refusal::NotFound(Thing::Pos),
        ),
        (Proposed::ClearBreak(ClearBreak { number: 2, ..clear.clone() }), Refusal::NotFound(Thing::Break)),
        (Proposed::UndoClearing(undo.clone()), ReconRefusal::BreakNotCleared.into()),
    ] {
        assert_eq!(refusal(rig.run(Body::Propose(Propose { actor: ada, what }))), refused);
    }
    approve(&mut rig, bob, ada, Proposed::ClearBreak(clear.clone()));
    assert_eq!((rig.suspense(), rig.money().2 - before), (-200, 200));
    assert_eq!(rig.transfers.last().unwrap().reason, Reason::BreakCleared);
    let again = Propose { actor: ada, what: Proposed::ClearBreak(clear.clone()) };
    assert_eq!(refusal(rig.run(Body::Propose(again))), ReconRefusal::BreakOver.into());
    let close = CloseBreak { actor: ada, reconciliation_id: id, number: 1, why: why() };
    assert_eq!(
        refusal(rig.run(Body::Reconcile(Reconcile::CloseBreak(close)))),
        ReconRefusal::BreakOver.into()
    );
    check_places(&rig, id);
    approve(&mut rig, ada, bob, Proposed::UndoClearing(undo));
    assert_eq!((rig.suspense(), rig.money().2 - before), (0, 0));
    check_places(&rig, id);
    approve(&mut rig, bob, ada, Proposed::ClearBreak(clear));
    assert_eq!(rig.suspense(), -200, "it is open again, and may be cleared again");
}

/// A journal that tells of two pounds more than we know of a withdrawal, and the two people who look into it.
struct Differing {
    rig: Rig,
    ada: Actor,
    bob: Actor,
    id: ReconciliationId,
    before: i64,
}

impl Differing {
    fn new() -> Self {
        let mut rig = rich();
        let ada = hire(&mut rig, "ada", "Ada", Role::Finance);
        let bob = hire(&mut rig, "bob", "Bob", Role::Admin);
        let from = rig.now;
        let paid = pay_out(&mut rig, "10.00");
        let line = of(paid, LineWhat::Withdrawal, "12.00", rig.now);
        let id = journal(&mut rig, from, &[line]);
        let before = rig.money().2;
        Self { rig, ada, bob, id, before }
    }

    fn clear(&self, sum: &str) -> ClearBreak {
        let why = "some of it is known".to_owned();
        let (reconciliation_id, pos_id) = (self.id, self.rig.pos_id);
        ClearBreak { reconciliation_id, number: 1, pos_id, difference: pounds(sum), why }
    }

    fn part(&self, sum: &str, rest: &str) -> Proposed {
        Proposed::ClearPart(ClearPart { clear: self.clear(sum), rest: pounds(rest) })
    }

    fn undo(&self, sum: &str) -> Proposed {
        let (difference, why) = (pounds(sum), "it was not".to_owned());
        Proposed::UndoClearing(UndoClearing { reconciliation_id: self.id, number: 1, difference, why })
    }

    fn refused(&mut self, what: Proposed) -> Refusal {
        refusal(self.rig.run(Body::Propose(Propose { actor: self.ada, what })))
    }

    fn approved(&mut self, what: Proposed) {
        approve(&mut self.rig, self.bob, self.ada, what);
    }

    fn open(&self) -> Vec<ReconBreak> {
        open_breaks(&self.rig, self.id)
    }
}

#[test]
fn a_part_is_less_than_what_is_left_and_of_the_same_sign() {
    let mut of = Differing::new();
    let no_part = |rest: &str| Refusal::Unacceptable(Limit::OfFile(FileLimit::PartOf(pounds(rest))));
    for (sum, rest, refused) in [
        ("2.00", "2.00", no_part("2.00")),
        ("2.01", "2.00", no_part("2.00")),
        ("-0.50", "2.00", no_part("2.00")),
        ("0.00", "2.00", no_part("2.00")),
        ("0.50", "1.99", ReconRefusal::DifferenceIs(pounds("2.00")).into()),
    ] {
        let part = of.part(sum, rest);
        assert_eq!(of.refused(part), refused, "{sum} of {rest}");
    }
    for posted in 0..16 {
        let rest = 200 - posted * 10;
        let part = of.part("0.10", &format!("{}.{:02}", rest / 100, rest % 100));
        of.approved(part);
    }
    let more = of.part("0.10", "0.40");
    assert_eq!(of.refused(more), Refusal::LimitExceeded(Limit::OfFile(FileLimit::Parts(16))));
}

#[test]
fn a_difference_is_cleared_in_parts_and_the_last_part_is_taken_back_first() {
    let mut of = Differing::new();
    let part = of.part("0.50", "2.00");
    of.approved(part);
    assert_eq!((of.rig.suspense(), of.rig.money().2 - of.before), (-50, 50));
    assert_eq!(of.open()[0].parts.len(), 1, "it stays open over the rest");
    let whole = Proposed::ClearBreak(of.clear("2.00"));
    assert_eq!(of.refused(whole), ReconRefusal::DifferenceIs(pounds("1.50")).into());
    let id = of.id;
    search(&mut of.rig, id);
    let by_hand = MatchByHand {
        actor: Actor::System,
        reconciliation_id: id,
        lines: vec![1],
        ours: of.open()[0].ours.clone(),
        why: "seen".to_owned(),
    };
    let refused = refusal(of.rig.run(Body::Reconcile(Reconcile::MatchByHand(by_hand))));
    assert_eq!(refused, ReconRefusal::PlacedElsewhere.into(), "what was posted of it is undone first");
    let part = of.part("1.00", "1.50");
    of.approved(part);
    let rest = Proposed::ClearBreak(of.clear("0.50"));
    of.approved(rest);
    assert_eq!((of.rig.suspense(), of.open()), (-200, Vec::new()));
    let other = of.undo("1.00");
    assert_eq!(of.refused(other), ReconRefusal::DifferenceIs(pounds("0.50")).into());
    for (sum, left, parts) in [("0.50", -150, 2), ("1.00", -50, 1), ("0.50", 0, 0)] {
        let undo = of.undo(sum);
        of.approved(undo);
        assert_eq!((of.rig.suspense(), of.open().len(), of.open()[0].parts.len()), (left, 1, parts), "{sum}");
        assert_eq!(file(&of.rig, id).open_breaks, 1);
    }
    let nothing = of.undo("0.50");
    assert_eq!(of.refused(nothing), ReconRefusal::BreakNotCleared.into());
    assert_eq!(of.rig.money().2, of.before);
}

#[test]
fn a_break_is_noted_and_closed_with_a_reason() {
    let mut rig = rich();
    let auditor = hire(&mut rig, "sue", "Sue", Role::Auditor);
    let from = rig.now;
    let now = rig.now;
    let id = journal(&mut rig, from, &[stated(LineWhat::Withdrawal, "12.00", now)]);
    let close = |actor, number, why: &str| {
        Body::Reconcile(Reconcile::CloseBreak(CloseBreak {
            actor,
            reconciliation_id: id,
            number,
            why: why.to_owned(),
        }))
    };
    assert_eq!(refusal(rig.run(close(auditor, 1, "why"))), Refusal::RoleForbids);
    assert_eq!(refusal(rig.run(close(Actor::System, 1, " "))), Refusal::Unacceptable(Limit::WhyBytes(512)));
    assert_eq!(refusal(rig.run(close(Actor::System, 2, "why"))), Refusal::NotFound(Thing::Break));
    let (assignee, note) = (Some("Bob".to_owned()), Some("asked the shop".to_owned()));
    let noted = NoteBreak { actor: Actor::System, reconciliation_id: id, number: 1, assignee, note };
    rig.ok(Body::Reconcile(Reconcile::NoteBreak(noted)));
    assert_eq!(break_of(&rig, id, 1).assignee.as_deref(), Some("Bob"));
    rig.ok(close(Actor::System, 1, "a test of the shop's own"));
    search(&mut rig, id);
    assert_eq!((open_breaks(&rig, id), file(&rig, id).breaks), (vec![], 1), "closed is closed");
}

fn settled(rig: &mut Rig) {
    hire(rig, "fay", "Fay", Role::Finance);
    rig.ok(Body::SetSettlement(SetSettlement {
        actor: Actor::System,
        owner_id: rig.owner_id,
        currency: gbp(),
        cut_off_minute: 0,
        zone: "Europe/London".to_owned(),
        bank_reference: "Corner shops".to_owned(),
        threshold: 0,
        next_cut_off: None,
    }));
}

fn cut(rig: &mut Rig, sum: &str) -> BatchId {
    pay_out(rig, sum);
    let cut = CutBatch {
        actor: Actor::Operator(hash("fay")),
        owner_id: rig.owner_id,
        currency: gbp(),
        next_cut_off: None,
    };
    match rig.ok(Body::CutBatch(cut)) {
        Receipt::BatchCut(batch_id) => batch_id,
        other => panic!("{other:?}"),
    }
}

fn confirm(rig: &mut Rig, batch_id: BatchId, word: &str) {
    let word = word.to_owned();
    rig.ok(Body::ConfirmBatch(ConfirmBatch { actor: Actor::System, batch_id, word }));
}

fn payment(sum: &str, reference: &str, at: Time) -> StatedLine {
    StatedLine { reference: reference.to_owned(), ..stated(LineWhat::Payment, sum, at) }
}

#[test]
fn payments_of_a_bank_are_matched_with_batches_one_to_one_and_many_to_many() {
    let mut rig = rich();
    settled(&mut rig);
    let from = rig.now;
    let batches: Vec<BatchId> =
        ["10.00", "20.00", "31.00", "45.00", "52.00", "5.00"].iter().map(|sum| cut(&mut rig, sum)).collect();
    for (place, batch_id) in batches.iter().enumerate().take(5) {
        confirm(&mut rig, *batch_id, &format!("FPS {place}"));
    }
    let now = rig.now.plus_s(60);
    let lines = [
        payment("-10.00", &format!("Settlement {}", batches[0].to_string().replace('-', "")), now),
        payment("-20.00", "FPS 1", now),
        payment("-11.00", "part", now),
        payment("-20.00", "part", now),
        payment("-97.00", "week", now),
        payment("-5.00", "early", now),
        payment("3.33", "who", now),
    ];
    let id = begin(&mut rig, ReconScope::Bank(gbp(), None), from, &lines);
    search(&mut rig, id);
    let found: Vec<(Vec<u32>, Vec<Ours>, MatchedBy)> = (1..=file(&rig, id).matches)
        .map(|number| match_of(&rig, id, number))
        .map(|found| (found.lines, found.ours, found.how))
        .collect();
    let ours = |places: &[usize]| places.iter().map(|place| Ours::Batch(batches[*place])).collect::<Vec<_>>();
    let expected = [
        (vec![1], ours(&[0]), MatchedBy::Reference),
        (vec![2], ours(&[1]), MatchedBy::Reference),
        (vec![3, 4], ours(&[2]), MatchedBy::Sum),
        (vec![5], ours(&[3, 4]), MatchedBy::Sum),
    ];
    assert_eq!(found, expected);
    let broken: Vec<(BreakKind, Vec<u32>)> =
        open_breaks(&rig, id).into_iter().map(|found| (found.kind, found.lines)).collect();
    assert_eq!(broken, [(BreakKind::StateDiffers, vec![6]), (BreakKind::OnlyTheirs, vec![7])]);
    confirm(&mut rig, batches[5], "early");
    search(&mut rig, id);
    assert_eq!(open_breaks(&rig, id).len(), 1, "what the bank paid is confirmed now");
    let fail = FailBatch { actor: Actor::System, batch_id: batches[0], word: "sent back".to_owned() };
    rig.ok(Body::FailBatch(fail));
    check_places(&rig, id);
}

#[test]
fn a_payment_the_bank_made_twice_is_a_break_and_cleared_against_funding() {
    let mut rig = rich();
    let (ada, bob) = (hire(&mut rig, "ada", "Ada", Role::Finance), hire(&mut rig, "bob", "Bob", Role::Admin));
    settled(&mut rig);
    let from = rig.now;
    let batch_id = cut(&mut rig, "10.00");
    confirm(&mut rig, batch_id, "FPS 1");
    let now = rig.now.plus_s(1);
    let first = begin(&mut rig, ReconScope::Bank(gbp(), None), from, &[payment("-10.00", "FPS 1", now)]);
    search(&mut rig, first);
    let of_owner = ReconScope::Bank(gbp(), Some(rig.owner_id));
    let second = begin(&mut rig, of_owner, from, &[payment("-10.00", "FPS 1", now)]);
    search(&mut rig, second);
    assert_eq!(open_breaks(&rig, first), []);
    assert_eq!(open_breaks(&rig, second)[0].difference(), pounds("-10.00"));
    let funding = AccountKey::of_operator(AccountKind::Funding, gbp());
    let before = rig.balance(funding);
    let clear = ClearBreak {
        reconciliation_id: second,
        number: 1,
        pos_id: rig.pos_id,
        difference: pounds("-10.00"),
        why: "paid twice".to_owned(),
    };
    approve(&mut rig, bob, ada, Proposed::ClearBreak(clear));
    assert_eq!((rig.balance(funding) - before, rig.suspense()), (1_000, -1_000));
}

/// What is planted in an operation's part of a journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Planted {
    Nothing,
    Missing,
    Amount,
    NoReversal,
    Twice,
}

fn planted() -> impl Strategy<Value = Planted> {
    prop_oneof![
        4 => Just(Planted::Nothing),
        1 => Just(Planted::Missing),
        1 => Just(Planted::Amount),
        1 => Just(Planted::NoReversal),
        1 => Just(Planted::Twice),
    ]
}

/// An operation: whether it is a deposit, whether a part is reversed, whether the journal knows its id, what is planted.
type Operation = (bool, bool, bool, Planted);

/// Runs an operation of a sum of its own; its true lines.
fn run(
    rig: &mut Rig,
    place: usize,
    (is_deposit, is_reversed, has_id, _): Operation,
) -> (OperationId, Vec<StatedLine>) {
    let sum = format!("{}.{:02}", 20 + place, place);
    let operation_id = if is_deposit {
        rig.session_for(Approved::UpTo(pounds("150.00")), Purpose::Any)
    } else {
        rig.session()
    };
    let made = if is_deposit { rig.deposit(operation_id, &sum) } else { rig.withdraw(operation_id, &sum) };
    assert!(made.result.is_ok(), "{made:?}");
    let at = rig.now;
    let (what, back) = if is_deposit {
        (LineWhat::Deposit, LineWhat::DepositReversal)
    } else {
        (LineWhat::Withdrawal, LineWhat::WithdrawalReversal)
    };
    let part = if is_deposit { sum.clone() } else { "5.00".to_owned() };
    let mut lines = vec![stated(what, &sum, at)];
    if is_reversed {
        assert!(rig.reverse(operation_id, &part).result.is_ok());
        lines.push(stated(back, &part, at));
    }
    assert!(rig.logout(operation_id).result.is_ok());
    for line in &mut lines {
        if has_id {
            line.operation_id = Some(operation_id);
        } else {
            line.reference = format!("till-{place}");
        }
    }
    (operation_id, lines)
}

fn fact_of(rig: &Rig, operation_id: OperationId) -> Ours {
    let mut found = rig.rows.values().filter_map(|row| match row {
        Row::Withdrawal(row) if row.operation_id == operation_id => Some(Ours::Withdrawal(row.withdrawal_id)),
        Row::Deposit(row) if row.operation_id == operation_id => Some(Ours::Deposit(row.deposit_id)),
        _ => None,
    });
    found.next().unwrap()
}

/// The lines with what is planted in them, and whether the fact is then in a break. A line without an id and with
/// another sum is a stranger, and a fact of which nothing is left is missed by nobody.
fn plant(
    mut lines: Vec<StatedLine>,
    (_, _, has_id, planted): Operation,
    worth: Worth,
) -> (Vec<StatedLine>, bool) {
    match planted {
        Planted::Nothing => (lines, false),
        Planted::Missing => (Vec::new(), worth.matters()),
        Planted::Amount => {
            lines[0].amount = Money::from_minor(lines[0].amount.minor() + 100_000, gbp());
            (lines, has_id || worth.matters())
        }
        Planted::NoReversal => {
            let had_one = lines.len() > 1;
            lines.truncate(1);
            (lines, had_one)
        }
        Planted::Twice => {
            let first = lines[0].clone();
            lines.push(first);
            (lines, has_id || worth.matters())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_planted_difference_is_a_break_and_nothing_else_is(
        operations in proptest::collection::vec((any::<bool>(), any::<bool>(), any::<bool>(), planted()), 1..10),
        strangers in 0_usize..3,
    ) {
        let mut rig = rich();
        let from = rig.now;
        let (mut lines, mut wrong) = (Vec::new(), BTreeSet::new());
        for (place, operation) in operations.iter().enumerate() {
            let (operation_id, own) = run(&mut rig, place, *operation);
            let ours = fact_of(&rig, operation_id);
            let (own, differs) = plant(own, *operation, worth(&rig, ours));
            lines.extend(own);
            if differs {
                wrong.insert(ours);
            }
        }
        let at = rig.now;
        lines.extend((0..strangers).map(|place| stated(LineWhat::Withdrawal, &format!("9{place}.00"), at)));
        if lines.is_empty() {
            return Ok(());
        }
        let (money, transfers) = (rig.money(), rig.transfers.len());
        let id = journal(&mut rig, from, &lines);
        let open = open_breaks(&rig, id);
        let found: BTreeSet<Ours> = open.iter().flat_map(|found| found.ours.iter().copied()).collect();
        prop_assert_eq!(&found, &wrong, "{:?}", open);
        // A stranger, and a line without an id whose sum is not ours, have nobody of ours beside them.
        let lonely = open.iter().filter(|found| found.kind == BreakKind::OnlyTheirs).count();
        let nameless = operations.iter().filter(|(_, _, has_id, planted)| {
            !has_id && matches!(planted, Planted::Amount | Planted::Twice)
        });
        prop_assert!(lonely >= strangers + nameless.count());
        prop_assert_eq!((rig.money(), rig.transfers.len()), (money, transfers));
        search(&mut rig, id);
        prop_assert_eq!(open_breaks(&rig, id), open, "a search again finds the same");
    }

    #[test]
    fn whatever_people_do_every_line_and_fact_stands_in_one_place(
        steps in proptest::collection::vec((0_u8..5, 1_u32..6, 0_usize..4, 1_u32..8), 1..25),
    ) {
        let mut rig = rich();
        let from = rig.now;
        let paid: Vec<Ours> = ["10.00", "10.00", "20.00", "30.00"]
            .iter()
            .map(|sum| {
                let operation_id = pay_out(&mut rig, sum);
                Ours::Withdrawal(withdrawal_of(&rig, operation_id))
            })
            .collect();
        let at = rig.now;
        let lines: Vec<StatedLine> =
            ["10.00", "10.00", "20.00", "31.00", "10.00"].iter().map(|sum| stated(LineWhat::Withdrawal, sum, at)).collect();
        let id = journal(&mut rig, from, &lines);
        let (money, transfers) = (rig.money(), rig.transfers.len());
        for (what, line, fact, number) in steps {
            let why = "seen".to_owned();
            let other = line % 5 + 1;
            let body = match what {
                0 => by_hand(id, &[line], &[paid[fact]]),
                1 => by_hand(id, &[line, other], &[paid[fact], paid[(fact + 1) % 4]]),
                2 => Body::Reconcile(Reconcile::UndoMatch(UndoMatch { actor: Actor::System, reconciliation_id: id, number, why })),
                3 => Body::Reconcile(Reconcile::CloseBreak(CloseBreak { actor: Actor::System, reconciliation_id: id, number, why })),
                _ => {
                    let group = Group { lines: vec![line], ours: vec![paid[fact]], how: MatchedBy::Amount };
                    let groups = vec![group];
                    Body::Reconcile(Reconcile::Place(PlaceGroups { actor: Actor::System, reconciliation_id: id, groups }))
                }
            };
            rig.run(body);
            check_places(&rig, id);
        }
        search(&mut rig, id);
        prop_assert_eq!((rig.money(), rig.transfers.len()), (money, transfers));
    }
}
