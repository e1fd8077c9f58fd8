//! Opening cases, adding evidence, closing what settled itself, and what people do with them
//! (cash-lifecycle.md section 2). A case moves no money.

use specie_money::Money;

use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{Dispute, NoteCase};
use crate::ids::OperationId;
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{Case, CaseKind, CaseState, EventKind, Evidence, EvidenceKind, Role, Session, Withdrawal};
use crate::working_set::Missing;

/// Pieces of evidence a case takes in by itself; what comes after is counted and stays in the journal.
const EVIDENCE_MAX: usize = 64;
/// The same with what people write: no flood of words leaves them without room.
const EVIDENCE_AND_NOTES_MAX: usize = 128;
/// Longest sealed note, bytes.
const NOTE_BYTES_MAX: usize = 4096;

/// What a case is about.
#[derive(Clone, Copy)]
pub(super) struct Matter {
    pub(super) kind: CaseKind,
    /// The sum in question, if it is known.
    pub(super) amount: Option<Money>,
}

/// Opens the case of the session's operation, or adds to the one it has: the more serious reason stays.
pub(super) fn open(
    turn: &mut Turn<'_>,
    session: &Session,
    matter: Matter,
    what: EvidenceKind,
) -> Result<(), Missing> {
    let known = turn.get::<Case>(&session.operation_id)?;
    let was_open = known.as_ref().is_some_and(|case| case.state == CaseState::Open);
    let mut case = known.map_or_else(|| new(turn, session, matter), |case| (*case).clone());
    if !was_open {
        (case.state, case.kind, case.opened_at) = (CaseState::Open, matter.kind, turn.at);
    }
    if matter.kind >= case.kind {
        (case.kind, case.amount) = (matter.kind, matter.amount);
    }
    add(turn, &mut case, what);
    if !was_open {
        tell(turn, EventKind::CaseOpened, &case);
    }
    turn.set.put(case);
    Ok(())
}

const fn new(turn: &Turn<'_>, session: &Session, matter: Matter) -> Case {
    Case {
        operation_id: session.operation_id,
        kind: matter.kind,
        state: CaseState::Open,
        wallet_id: session.wallet_id,
        pos_id: session.pos_id,
        amount: matter.amount,
        assigned_to: None,
        opened_at: turn.at,
        evidence: Vec::new(),
        left_out: 0,
    }
}

/// Word came about an operation: its case hears it, if it has an open one. One that only waited for word is closed
/// once nothing is held any more.
pub(super) fn hear(
    turn: &mut Turn<'_>,
    operation_id: OperationId,
    what: EvidenceKind,
    still_held: i64,
) -> Result<(), Missing> {
    let known = turn.get::<Case>(&operation_id)?;
    let Some(case) = known.filter(|case| case.state == CaseState::Open) else {
        return Ok(());
    };
    let mut case = (*case).clone();
    add(turn, &mut case, what);
    if case.kind == CaseKind::Unconfirmed && still_held == 0 && !planted!(CaseStaysOpen) {
        case.state = CaseState::Closed(turn.at);
        tell(turn, EventKind::CaseClosed, &case);
    }
    turn.set.put(case);
    Ok(())
}

/// Word that may move nothing, from somebody who is no longer trusted: into an open case that has room, once.
pub(super) fn overhear(
    turn: &mut Turn<'_>,
    operation_id: OperationId,
    what: EvidenceKind,
) -> Result<bool, Missing> {
    let known = turn.get::<Case>(&operation_id)?;
    let has_room = |case: &Case| case.state == CaseState::Open && case.evidence.len() < EVIDENCE_MAX;
    let is_new = |case: &Case| case.evidence.last().is_none_or(|last| last.what != what);
    let Some(case) = known.filter(|case| has_room(case) && is_new(case)) else {
        return Ok(false);
    };
    let mut case = (*case).clone();
    add(turn, &mut case, what);
    turn.set.put(case);
    Ok(true)
}

fn add(turn: &Turn<'_>, case: &mut Case, what: EvidenceKind) {
    if case.evidence.len() < EVIDENCE_MAX {
        write(turn, case, what);
    } else {
        case.left_out = case.left_out.saturating_add(1);
    }
}

fn write(turn: &Turn<'_>, case: &mut Case, what: EvidenceKind) {
    let command = turn.set.head().commands.saturating_add(1);
    case.evidence.push(Evidence { at: turn.at, command, what });
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, case: &Case) {
    let event = turn.event(kind);
    turn.tell(crate::rows::Event {
        wallet_id: Some(case.wallet_id),
        pos_id: Some(case.pos_id),
        operation_id: Some(case.operation_id),
        subject: case.operation_id.as_u128(),
        amount: case.amount,
        ..event
    });
}

/// The customer says that the cash of a withdrawal did not come. The money stays where it is until people have
/// looked.
pub(super) fn dispute(turn: &mut Turn<'_>, command: &Dispute) -> Result<Done, Stop> {
    turn.permit(command.actor, |role| matches!(role, Role::Admin | Role::WalletBackend))?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let not_found = Refusal::NotFound(Thing::Withdrawal);
    let withdrawal = turn.get::<Withdrawal>(&command.withdrawal_id)?.ok_or_else(|| not_found.clone())?;
    let operation_id = withdrawal.operation_id;
    let session = turn.get::<Session>(&operation_id)?.ok_or(not_found)?;
    let known = turn.get::<Case>(&operation_id)?;
    if known.is_some_and(|case| case.state == CaseState::Open && case.kind == CaseKind::Disputed) {
        return Ok(Done::before(Receipt::CaseOpened(operation_id)));
    }
    // What she has not got back, and what she got back and paid again.
    let left = withdrawal.amount.saturating_sub(withdrawal.returned).saturating_add(withdrawal.paid_late);
    let amount = Some(Money::from_minor(left, withdrawal.currency));
    if !planted!(DisputeForgotten) {
        open(turn, &session, Matter { kind: CaseKind::Disputed, amount }, EvidenceKind::Disputed)?;
    }
    Ok(turn.remember(Receipt::CaseOpened(operation_id)))
}

/// Somebody of the operator takes a case, or writes what was found.
pub(super) fn note(turn: &mut Turn<'_>, command: &NoteCase) -> Result<Done, Stop> {
    let person = turn.person(command.actor, |role| matches!(role, Role::Admin | Role::Finance))?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let case = turn.get::<Case>(&command.operation_id)?.ok_or(Refusal::NotFound(Thing::Case))?;
    let mut case = (*case).clone();
    if command.sealed_text.len() > NOTE_BYTES_MAX {
        return Err(Refusal::Unacceptable(Limit::NoteBytes(NOTE_BYTES_MAX)).into());
    }
    if let Some(name) = &command.assign_to {
        acceptable_name(name)?;
        case.assigned_to = Some(name.clone());
        write(turn, &mut case, EvidenceKind::Assigned(name.clone()));
    }
    if !command.sealed_text.is_empty() {
        write(turn, &mut case, EvidenceKind::Note(person, command.sealed_text.clone()));
    }
    if case.evidence.len() > EVIDENCE_AND_NOTES_MAX {
        return Err(Refusal::LimitExceeded(Limit::EvidenceOfCase(EVIDENCE_AND_NOTES_MAX)).into());
    }
    turn.set.put(case);
    Ok(turn.remember(Receipt::Done))
}
