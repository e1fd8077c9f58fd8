//! Reconciliation: files taken in line by line, breaks that people look into, and differences that two people post to
//! `suspense` and may post back. What belongs together is judged in [`super::matching`].

use std::collections::BTreeSet;

use specie_money::Money;

use super::ledger::Posting;
use super::matching;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{BeginReconciliation, CloseBreak, NoteBreak, Reconcile, Statement, TakeLines};
use crate::ids::{PosId, ProposalId, ReconciliationId};
use crate::outcome::{FileLimit, Limit, LineFault, Receipt, ReconRefusal, Refusal, Thing};
use crate::rows::{
    AccountKey, AccountKind, BreakState, ByHand, ClearBreak, ClearPart, Clearing, FileHash, LineWhat, Placed,
    Pos, PosOwner, RECONCILED_LINES_MAX, Reason, ReconBreak, ReconFile, ReconLine, ReconScope,
    Reconciliation, Role, StatedLine, TAKEN_LINES_MAX, UndoClearing,
};

/// Longest reference of a line, bytes.
const REFERENCE_BYTES_MAX: usize = 140;
/// Parts of one break's difference that are posted one by one.
const PARTS_MAX: usize = 16;
/// What tells the statements of one file from all others: so many texts.
const STATEMENTS_MAX: usize = 128;

pub(super) const fn reconciles(role: Role) -> bool {
    matches!(role, Role::Admin | Role::Finance)
}

/// What is done with a file.
pub(super) fn reconcile(turn: &mut Turn<'_>, command: &Reconcile) -> Result<Done, Stop> {
    match command {
        Reconcile::Begin(command) => begin(turn, command, &[]),
        Reconcile::BeginStatements(command) => begin(turn, &command.begin, &command.statements),
        Reconcile::TakeLines(command) => take(turn, command),
        Reconcile::Place(command) => matching::place(turn, command),
        Reconcile::MatchByHand(command) => matching::match_by_hand(turn, command),
        Reconcile::UndoMatch(command) => matching::undo(turn, command),
        Reconcile::NoteBreak(command) => note(turn, command),
        Reconcile::CloseBreak(command) => close(turn, command),
    }
}

/// Begins to hold a file against the ledger; the same file is taken once, and so is the same statement in whatever file.
fn begin(turn: &mut Turn<'_>, command: &BeginReconciliation, statements: &[Statement]) -> Result<Done, Stop> {
    let made_by = turn.person(command.actor, reconciles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.name)?;
    if command.from >= command.to {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::Period)).into());
    }
    if !(1..=RECONCILED_LINES_MAX).contains(&command.lines) {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::LinesOfFile(RECONCILED_LINES_MAX))).into());
    }
    acceptable_scope(turn, command.scope)?;
    if let Some(known) = turn.get::<ReconFile>(&command.file)? {
        return Err(ReconRefusal::FileKnown(known.reconciliation_id).into());
    }
    acceptable_statements(turn, command.scope, statements)?;
    let reconciliation_id = ReconciliationId::new(turn.at, turn.fresh, turn.fresh.bucket());
    turn.set.put(ReconFile { file: command.file, reconciliation_id });
    for statement in statements {
        turn.set.put(ReconFile { file: statement.mark, reconciliation_id });
    }
    turn.set.put(Reconciliation {
        reconciliation_id,
        scope: command.scope,
        name: command.name.clone(),
        from: command.from,
        to: command.to,
        file: command.file,
        lines: command.lines,
        taken: 0,
        matched_lines: 0,
        matches: 0,
        breaks: 0,
        open_breaks: 0,
        made_by,
        made_at: turn.at,
    });
    Ok(turn.remember(Receipt::ReconciliationBegun(reconciliation_id)))
}

/// A bank's statements, each once, and none that was taken in before.
fn acceptable_statements(turn: &Turn<'_>, scope: ReconScope, statements: &[Statement]) -> Result<(), Stop> {
    let is_banks = match scope {
        ReconScope::Bank(..) => true,
        ReconScope::PosJournal(_) => statements.is_empty(),
    };
    let marks: Vec<FileHash> = statements.iter().map(|statement| statement.mark).collect();
    let each_once = marks.iter().collect::<BTreeSet<_>>().len() == marks.len();
    if !is_banks || !each_once || marks.len() > STATEMENTS_MAX {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::Statements(STATEMENTS_MAX))).into());
    }
    let known = turn.set.get_all::<ReconFile>(&marks)?;
    for (statement, known) in statements.iter().zip(known) {
        acceptable_name(&statement.name)?;
        if let Some(known) = known {
            let name = statement.name.clone();
            return Err(ReconRefusal::StatementKnown(name, known.reconciliation_id).into());
        }
    }
    Ok(())
}

fn acceptable_scope(turn: &Turn<'_>, scope: ReconScope) -> Result<(), Stop> {
    match scope {
        ReconScope::PosJournal(pos_id) => {
            turn.get::<Pos>(&pos_id)?.ok_or(Refusal::NotFound(Thing::Pos))?;
        }
        ReconScope::Bank(_, Some(owner_id)) => {
            turn.get::<PosOwner>(&owner_id)?.ok_or(Refusal::NotFound(Thing::Owner))?;
        }
        ReconScope::Bank(_, None) => {}
    }
    Ok(())
}

/// Takes in the next lines: all of them or none. Lines that are there already, and are the same, are left.
fn take(turn: &mut Turn<'_>, command: &TakeLines) -> Result<Done, Stop> {
    turn.permit(command.actor, reconciles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let mut file = file(turn, command.reconciliation_id)?;
    let count = u32::try_from(command.lines.len()).unwrap_or(u32::MAX);
    if count == 0 || command.lines.len() > TAKEN_LINES_MAX {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::LinesTaken(TAKEN_LINES_MAX))).into());
    }
    let last = command.first.saturating_add(count).saturating_sub(1);
    if command.first > 0 && last <= file.taken {
        return taken_before(turn, command);
    }
    if command.first != file.taken.saturating_add(1) || last > file.lines {
        return Err(ReconRefusal::LinesTaken(file.taken, file.lines).into());
    }
    for (stated, number) in command.lines.iter().zip(command.first..) {
        if let Some(fault) = fault_of(turn, &file, stated)? {
            return Err(ReconRefusal::Line(number, fault).into());
        }
        let key = (command.reconciliation_id, number);
        turn.set.put(ReconLine { key, stated: stated.clone(), placed: Placed::Free });
    }
    file.taken = last;
    turn.set.put(file);
    Ok(turn.remember(Receipt::Done))
}

fn taken_before(turn: &mut Turn<'_>, command: &TakeLines) -> Result<Done, Stop> {
    let keys: Vec<(ReconciliationId, u32)> = command
        .lines
        .iter()
        .zip(command.first..)
        .map(|(_, number)| (command.reconciliation_id, number))
        .collect();
    let there = turn.set.get_all::<ReconLine>(&keys)?;
    let mut pairs = there.iter().zip(&command.lines).zip(command.first..);
    let other = pairs.find(|((line, stated), _)| line.as_ref().is_none_or(|line| line.stated != **stated));
    match other {
        Some((_, number)) => Err(ReconRefusal::Line(number, LineFault::TakenOtherwise).into()),
        None => Ok(Done::before(Receipt::Done)),
    }
}

/// What is wrong with a line, if something is.
fn fault_of(turn: &Turn<'_>, file: &Reconciliation, stated: &StatedLine) -> Result<Option<LineFault>, Stop> {
    let (is_payment, is_served) = match file.scope {
        ReconScope::Bank(currency, _) => (true, stated.amount.currency() == currency),
        ReconScope::PosJournal(pos_id) => {
            let pos = turn.get::<Pos>(&pos_id)?.ok_or(Refusal::NotFound(Thing::Pos))?;
            (false, pos.currencies.contains(&stated.amount.currency()))
        }
    };
    let reference = &stated.reference;
    let is_plain = reference.len() <= REFERENCE_BYTES_MAX && !reference.chars().any(char::is_control);
    let minor = stated.amount.minor();
    Ok(if (stated.what == LineWhat::Payment) != is_payment {
        Some(LineFault::What)
    } else if !is_served {
        Some(LineFault::Currency)
    } else if minor == 0 || (minor < 0 && !is_payment) || minor.checked_abs().is_none() {
        Some(LineFault::Amount)
    } else if stated.at < file.from || stated.at >= file.to {
        Some(LineFault::At)
    } else if !is_plain {
        Some(LineFault::Reference(REFERENCE_BYTES_MAX))
    } else {
        None
    })
}

/// The reconciliation as it is.
pub(super) fn file(turn: &Turn<'_>, reconciliation_id: ReconciliationId) -> Result<Reconciliation, Stop> {
    let row = turn.get::<Reconciliation>(&reconciliation_id)?;
    Ok((*row.ok_or(Refusal::NotFound(Thing::Reconciliation))?).clone())
}

/// A break that is open.
fn open_break(turn: &Turn<'_>, key: (ReconciliationId, u32)) -> Result<ReconBreak, Stop> {
    let found = turn.get::<ReconBreak>(&key)?.ok_or(Refusal::NotFound(Thing::Break))?;
    match found.state {
        BreakState::Open => Ok((*found).clone()),
        BreakState::Gone(_) | BreakState::Closed(_) | BreakState::Cleared(_) => {
            Err(ReconRefusal::BreakOver.into())
        }
    }
}

/// Somebody looks into a break.
fn note(turn: &mut Turn<'_>, command: &NoteBreak) -> Result<Done, Stop> {
    turn.permit(command.actor, reconciles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let mut found = open_break(turn, (command.reconciliation_id, command.number))?;
    if let Some(assignee) = &command.assignee {
        acceptable_name(assignee)?;
        found.assignee = Some(assignee.clone());
    }
    if let Some(note) = &command.note {
        super::approvals::acceptable_why(note)?;
        found.note = Some(note.clone());
    }
    turn.set.put(found);
    Ok(turn.remember(Receipt::Done))
}

/// Somebody closes a break, and says why nothing is posted.
fn close(turn: &mut Turn<'_>, command: &CloseBreak) -> Result<Done, Stop> {
    let person = turn.person(command.actor, reconciles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    super::approvals::acceptable_why(&command.why)?;
    let mut found = open_break(turn, (command.reconciliation_id, command.number))?;
    found.state = BreakState::Closed(ByHand { at: turn.at, person, why: command.why.clone() });
    turn.set.put(found);
    no_longer_open(turn, command.reconciliation_id)?;
    Ok(turn.remember(Receipt::Done))
}

fn no_longer_open(turn: &mut Turn<'_>, reconciliation_id: ReconciliationId) -> Result<(), Stop> {
    let mut row = file(turn, reconciliation_id)?;
    row.open_breaks = row.open_breaks.saturating_sub(1);
    turn.set.put(row);
    Ok(())
}

/// Whether all that is left of the difference could be posted as things are.
pub(super) fn clearable(turn: &Turn<'_>, clear: &ClearBreak) -> Result<(), Stop> {
    let (_, now) = rest(turn, clear)?;
    let is_of_now = clear.difference == now || planted!(DifferenceStale);
    if !is_of_now || now.minor() == 0 {
        return Err(ReconRefusal::DifferenceIs(now).into());
    }
    Ok(())
}

/// Whether a part of it could be.
pub(super) fn part_clearable(turn: &Turn<'_>, part: &ClearPart) -> Result<(), Stop> {
    let (found, now) = rest(turn, &part.clear)?;
    if part.rest != now || now.minor() == 0 {
        return Err(ReconRefusal::DifferenceIs(now).into());
    }
    let (sum, whole) = (part.clear.difference, now.minor());
    let is_part = sum.currency() == now.currency()
        && sum.minor().signum() == whole.signum()
        && sum.minor().unsigned_abs() < whole.unsigned_abs();
    if !is_part {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::PartOf(now))).into());
    }
    if found.parts.len() >= PARTS_MAX {
        return Err(Refusal::LimitExceeded(Limit::OfFile(FileLimit::Parts(PARTS_MAX))).into());
    }
    Ok(())
}

/// The open break, and what is left of its difference. It may have changed since it was found: only what it is now is
/// posted.
fn rest(turn: &Turn<'_>, clear: &ClearBreak) -> Result<(ReconBreak, Money), Stop> {
    super::approvals::acceptable_why(&clear.why)?;
    let row = file(turn, clear.reconciliation_id)?;
    let found = open_break(turn, (clear.reconciliation_id, clear.number))?;
    let pos = turn.get::<Pos>(&clear.pos_id)?.ok_or(Refusal::NotFound(Thing::Pos))?;
    let is_of_scope = match row.scope {
        ReconScope::PosJournal(pos_id) => pos_id == clear.pos_id,
        ReconScope::Bank(_, owner_id) => owner_id.is_none_or(|owner_id| owner_id == pos.owner_id),
    };
    if !is_of_scope {
        return Err(Refusal::NotFound(Thing::Pos).into());
    }
    let difference = matching::difference_now(turn, &row, &found)?;
    let rest = found.rest_of(difference).ok_or(Refusal::AmountTooLarge)?;
    Ok((found, rest))
}

/// Posts what is left of the difference: the break is cleared.
pub(super) fn clear(turn: &mut Turn<'_>, clear: &ClearBreak, proposal_id: ProposalId) -> Result<(), Stop> {
    let (mut found, clearing) = post_clearing(turn, clear, proposal_id)?;
    found.state = BreakState::Cleared(clearing);
    turn.set.put(found);
    no_longer_open(turn, clear.reconciliation_id)
}

/// Posts a part of it: the break stays open over the rest, and no search takes it apart any more.
pub(super) fn clear_part(turn: &mut Turn<'_>, part: &ClearPart, proposal_id: ProposalId) -> Result<(), Stop> {
    let (mut found, clearing) = post_clearing(turn, &part.clear, proposal_id)?;
    found.parts.push(clearing);
    found.is_by_hand = true;
    turn.set.put(found);
    Ok(())
}

/// What they have and we do not know comes out of `suspense`, or lies in it.
fn post_clearing(
    turn: &mut Turn<'_>,
    clear: &ClearBreak,
    proposal_id: ProposalId,
) -> Result<(ReconBreak, Clearing), Stop> {
    let row = file(turn, clear.reconciliation_id)?;
    let found = open_break(turn, (clear.reconciliation_id, clear.number))?;
    let posting = posting_of(row.scope, clear.pos_id, clear.difference.minor(), clear.difference.currency());
    turn.post_request(posting)?;
    let (pos_id, difference) = (clear.pos_id, clear.difference);
    Ok((found, Clearing { at: turn.at, proposal_id, pos_id, difference }))
}

/// A POS's drawer gave out more than we know: it is credited for it, and the claim lies in `suspense`. A bank account
/// holds more than we know: so does `funding`, and nobody knows yet whose it is.
fn posting_of(scope: ReconScope, pos_id: PosId, minor: i64, currency: specie_money::Currency) -> Posting {
    let suspense = AccountKey::of_pos(AccountKind::Suspense, pos_id, currency);
    let (more, less) = match scope {
        ReconScope::PosJournal(_) => (suspense, AccountKey::of_pos(AccountKind::Pos, pos_id, currency)),
        ReconScope::Bank(..) => (AccountKey::of_operator(AccountKind::Funding, currency), suspense),
    };
    let (debit, credit) = if minor > 0 { (more, less) } else { (less, more) };
    let (amount, reason) = (minor.saturating_abs(), Reason::BreakCleared);
    Posting { debit, credit, amount, reason, operation_id: None }
}

/// A break and the clearing of it that came last.
fn cleared(turn: &Turn<'_>, undo: &UndoClearing) -> Result<(ReconBreak, Clearing), Stop> {
    let key = (undo.reconciliation_id, undo.number);
    let found = turn.get::<ReconBreak>(&key)?.ok_or(Refusal::NotFound(Thing::Break))?;
    let last = found.last_clearing().cloned().ok_or(ReconRefusal::BreakNotCleared)?;
    Ok(((*found).clone(), last))
}

/// Whether a clearing could be undone as things are.
pub(super) fn undoable(turn: &Turn<'_>, undo: &UndoClearing) -> Result<(), Stop> {
    super::approvals::acceptable_why(&undo.why)?;
    let (_, clearing) = cleared(turn, undo)?;
    if clearing.difference != undo.difference {
        return Err(ReconRefusal::DifferenceIs(clearing.difference).into());
    }
    Ok(())
}

/// Posts the last clearing back; a break that was cleared by it is open again.
pub(super) fn undo_clearing(turn: &mut Turn<'_>, undo: &UndoClearing) -> Result<(), Stop> {
    let mut row = file(turn, undo.reconciliation_id)?;
    let (mut found, clearing) = cleared(turn, undo)?;
    let (minor, currency) = (clearing.difference.minor(), clearing.difference.currency());
    let posting = posting_of(row.scope, clearing.pos_id, minor.saturating_neg(), currency);
    turn.post_request(Posting { reason: Reason::ClearingUndone, ..posting })?;
    if found.state == BreakState::Open {
        found.parts.pop();
    } else {
        found.state = BreakState::Open;
        row.open_breaks = row.open_breaks.saturating_add(1);
        turn.set.put(row);
    }
    found.is_by_hand = true;
    turn.set.put(found);
    Ok(())
}
