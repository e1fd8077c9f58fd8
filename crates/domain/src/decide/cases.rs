//! Opening cases, adding evidence, closing what settled itself, and what people do with them
//! (cash-lifecycle.md section 2). Moves no money: what two people decide is in `closing.rs`, what the clock does in
//! `case_clock.rs`.

use specie_money::{Currency, Money};

use super::case_clock;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{Dispute, DisputeSaying, NoteCase, SessionCall};
use crate::ids::{OperationId, PosId, WalletId};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{
    AccountKey, AccountKind, Action, Case, CaseKind, CaseState, CasesSuspense, Closing, Closure, EventKind,
    Evidence, EvidenceKind, Matter, PosKey, Profile, Role, Session, Told, WalletLive, Withdrawal,
};
use crate::working_set::Missing;

/// Pieces of evidence a case takes in by itself; what comes after is counted and stays in the journal.
const EVIDENCE_MAX: usize = 64;
/// The same with what people write: no flood of words leaves them without room.
const EVIDENCE_AND_NOTES_MAX: usize = 128;
/// Longest sealed note, bytes.
pub(super) const NOTE_BYTES_MAX: usize = 4096;

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
        (case.state, case.opened_at, case.level) = (CaseState::Open, turn.at, 0);
        case.matters.clear();
    }
    let kind_before = was_open.then_some(case.kind);
    take_in(&mut case, matter);
    weigh(turn, &mut case)?;
    if kind_before != Some(case.kind) {
        case_clock::start(turn, &mut case, what == EvidenceKind::Expired)?;
    }
    if what == EvidenceKind::Told(Told::Unknown) {
        case_clock::assume_nothing(&mut case);
    }
    add(turn, &mut case, what);
    if !was_open {
        count(turn, &case, 1)?;
        tell(turn, EventKind::CaseOpened, &case);
    }
    let operation_id = case.operation_id;
    turn.set.put(case);
    mark(turn, operation_id)
}

/// Another reason, or more of one it has; the most serious names the case.
fn take_in(case: &mut Case, matter: Matter) {
    case.matters.retain(|known| known.kind != matter.kind);
    case.matters.push(matter);
    case.matters.sort_by_key(|known| known.kind);
    if let Some(Matter { kind, amount }) = case.matters.last() {
        (case.kind, case.amount) = (*kind, *amount);
    }
}

/// What is disputed is what the customer has not got back, or has paid again, as of now.
fn weigh(turn: &Turn<'_>, case: &mut Case) -> Result<(), Missing> {
    if case.kind != CaseKind::Disputed || planted!(DisputeStale) {
        return Ok(());
    }
    let Some(session) = turn.get::<Session>(&case.operation_id)? else { return Ok(()) };
    let Action::Withdrawal(withdrawal_id) = session.action else { return Ok(()) };
    if let Some(withdrawal) = turn.get::<Withdrawal>(&withdrawal_id)? {
        let amount = Some(Money::from_minor(in_question(&withdrawal), withdrawal.currency));
        take_in(case, Matter { kind: CaseKind::Disputed, amount });
    }
    Ok(())
}

/// What the customer has not got back, and what she got back and paid again.
pub(super) const fn in_question(withdrawal: &Withdrawal) -> i64 {
    withdrawal.amount.saturating_sub(withdrawal.returned).saturating_add(withdrawal.paid_late)
}

/// The session knows that a case must hear of it, also while it lives.
fn mark(turn: &mut Turn<'_>, operation_id: OperationId) -> Result<(), Missing> {
    if let Some(session) = turn.get::<Session>(&operation_id)?
        && !session.has_case
    {
        turn.set.put(Session { has_case: true, ..(*session).clone() });
    }
    Ok(())
}

/// Counts the wallet's open cases: while there is one, its customer is not forgotten.
fn count(turn: &mut Turn<'_>, case: &Case, more: i32) -> Result<(), Missing> {
    let live = super::wallet::live(turn, case.wallet_id)?;
    let open_cases = live.open_cases.saturating_add_signed(more);
    turn.set.put(WalletLive { open_cases, ..live });
    Ok(())
}

/// What of a case's sum its POS claims, and what of it was taken from the wallet into `suspense`.
pub(super) fn claim(
    turn: &mut Turn<'_>,
    operation_id: OperationId,
    claimed: Money,
    suspended: i64,
) -> Result<(), Missing> {
    let Some(case) = turn.get::<Case>(&operation_id)? else { return Ok(()) };
    let mut case = (*case).clone();
    case.claimed = case.claimed.saturating_add(claimed.minor());
    case.paid_again = case.paid_again.saturating_add(suspended);
    suspend(turn, &mut case, claimed.currency(), suspended)?;
    turn.set.put(case);
    Ok(())
}

/// What of the case lies in `suspense` went back to the wallet.
pub(super) fn give_back(turn: &mut Turn<'_>, case: &mut Case, currency: Currency) -> Result<(), Missing> {
    let suspended = case.suspended;
    case.paid_again = case.paid_again.saturating_sub(suspended).max(0);
    suspend(turn, case, currency, suspended.saturating_neg())
}

/// So much more (or less) of the case lies in its POS's `suspense`, which knows what of it is some case's.
fn suspend(turn: &mut Turn<'_>, case: &mut Case, currency: Currency, change: i64) -> Result<(), Missing> {
    if change != 0 {
        case.suspended = case.suspended.saturating_add(change);
        let of_cases = of_cases(turn, case.pos_id, currency)?.saturating_add(change);
        let account = AccountKey::of_pos(AccountKind::Suspense, case.pos_id, currency);
        turn.set.put(CasesSuspense { account, of_cases });
    }
    Ok(())
}

/// What of a POS's `suspense` belongs to cases: two people or a law decide about it, one case at a time.
pub(super) fn of_cases(turn: &Turn<'_>, pos_id: PosId, currency: Currency) -> Result<i64, Missing> {
    let account = AccountKey::of_pos(AccountKind::Suspense, pos_id, currency);
    Ok(turn.get::<CasesSuspense>(&account)?.map_or(0, |row| row.of_cases))
}

/// The case waits no more.
pub(super) fn close(turn: &mut Turn<'_>, case: &mut Case) -> Result<(), Missing> {
    (case.state, case.clock, case.due_at) = (CaseState::Closed(turn.at), None, None);
    count(turn, case, -1)?;
    tell(turn, EventKind::CaseClosed, case);
    Ok(())
}

/// Two people have decided.
pub(super) fn close_by_people(
    turn: &mut Turn<'_>,
    case: &Case,
    currency: Option<Currency>,
    closure: Closure,
) -> Result<(), Missing> {
    let mut case = case.clone();
    weigh(turn, &mut case)?;
    if let Some(currency) = currency {
        if closure.closing == Closing::Return {
            give_back(turn, &mut case, currency)?;
        }
        let rest = case.suspended.saturating_neg();
        suspend(turn, &mut case, currency, rest)?;
    }
    write(turn, &mut case, EvidenceKind::ClosedBy(closure));
    (case.claimed, case.suspended) = (0, 0);
    close(turn, &mut case)?;
    turn.set.put(case);
    Ok(())
}

fn new(turn: &Turn<'_>, session: &Session, matter: Matter) -> Case {
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
        matters: Vec::new(),
        suspended: 0,
        paid_again: 0,
        claimed: 0,
        level: 0,
        due_at: None,
        clock: None,
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
    weigh(turn, &mut case)?;
    if case.kind == CaseKind::Unconfirmed && still_held == 0 && !planted!(CaseStaysOpen) {
        close(turn, &mut case)?;
    }
    turn.set.put(case);
    Ok(())
}

/// What a revoked key says of its own session: refused, and posts nothing; it is evidence where people are looking
/// already (security.md).
pub(super) fn of_revoked_key(
    turn: &mut Turn<'_>,
    call: &SessionCall,
    what: impl FnOnce(&Turn<'_>, &Session) -> Result<Option<EvidenceKind>, Missing>,
) -> Result<Done, Stop> {
    let refused = Refusal::KeyNotKnown;
    let key = turn.get::<PosKey>(&call.key)?.ok_or_else(|| refused.clone())?;
    let session = turn.get::<Session>(&call.operation_id)?.ok_or_else(|| refused.clone())?;
    let is_its_own = session.key_id == key.key_id && session.token.matches(&call.token);
    let is_shown = turn.is_proved() || key.profile == Profile::Plain;
    if is_its_own
        && is_shown
        && let Some(what) = what(turn, &session)?
        && overhear(turn, session.operation_id, what)?
    {
        return Err(Stop::Counted(refused));
    }
    Err(refused.into())
}

/// Word that may move nothing, from somebody who is no longer trusted: into an open case that has room, once.
fn overhear(turn: &mut Turn<'_>, operation_id: OperationId, what: EvidenceKind) -> Result<bool, Missing> {
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

pub(super) fn add(turn: &Turn<'_>, case: &mut Case, what: EvidenceKind) {
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

pub(super) fn tell(turn: &mut Turn<'_>, kind: EventKind, case: &Case) {
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
    let not_found = Refusal::NotFound(Thing::Withdrawal);
    let withdrawal = turn.get::<Withdrawal>(&command.withdrawal_id)?;
    let wallet_id = withdrawal.as_ref().map_or(WalletId::from_u128(0), |withdrawal| withdrawal.wallet_id);
    super::device::permit_own(turn, command.actor, wallet_id, Thing::Withdrawal)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let withdrawal = withdrawal.ok_or_else(|| not_found.clone())?;
    let operation_id = withdrawal.operation_id;
    let session = turn.get::<Session>(&operation_id)?.ok_or(not_found)?;
    let known = turn.get::<Case>(&operation_id)?;
    if known.is_some_and(|case| case.state == CaseState::Open && case.kind == CaseKind::Disputed) {
        return Ok(Done::before(Receipt::CaseOpened(operation_id)));
    }
    if super::wallet::known(turn, withdrawal.wallet_id)?.erased_at.is_some() {
        return Err(Refusal::WalletDisabled.into()); // Nobody could get at what came back.
    }
    let amount = Some(Money::from_minor(in_question(&withdrawal), withdrawal.currency));
    if !planted!(DisputeForgotten) {
        open(turn, &session, Matter { kind: CaseKind::Disputed, amount }, EvidenceKind::Disputed)?;
    }
    Ok(turn.remember(Receipt::CaseOpened(operation_id)))
}

/// The same in the customer's own words. A case takes them in once: a dispute is not a conversation.
pub(super) fn dispute_saying(turn: &mut Turn<'_>, command: &DisputeSaying) -> Result<Done, Stop> {
    if command.sealed_text.len() > NOTE_BYTES_MAX {
        return Err(Refusal::Unacceptable(Limit::NoteBytes(NOTE_BYTES_MAX)).into());
    }
    let done = dispute(turn, &command.dispute)?;
    let Receipt::CaseOpened(operation_id) = &done.receipt else { return Ok(done) };
    let Some(case) = turn.get::<Case>(operation_id)? else { return Ok(done) };
    let is_said =
        |piece: &Evidence| matches!(piece.what, EvidenceKind::Said(_)) && piece.at >= case.opened_at;
    if !case.evidence.iter().any(is_said) && case.state == CaseState::Open && !command.sealed_text.is_empty()
    {
        let mut case = (*case).clone();
        add(turn, &mut case, EvidenceKind::Said(command.sealed_text.clone()));
        turn.set.put(case);
    }
    Ok(done)
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
        // Somebody can take a case however much is known of it.
        if case.evidence.len() < EVIDENCE_AND_NOTES_MAX {
            write(turn, &mut case, EvidenceKind::Assigned(name.clone()));
        } else {
            case.left_out = case.left_out.saturating_add(1);
        }
    }
    if !command.sealed_text.is_empty() {
        if case.evidence.len() >= EVIDENCE_AND_NOTES_MAX {
            return Err(Refusal::LimitExceeded(Limit::EvidenceOfCase(EVIDENCE_AND_NOTES_MAX)).into());
        }
        write(turn, &mut case, EvidenceKind::Note(person, command.sealed_text.clone()));
    }
    turn.set.put(case);
    Ok(turn.remember(Receipt::Done))
}
