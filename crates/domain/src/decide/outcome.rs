//! What a POS says became of the cash (cash-lifecycle.md section 2). A fact: accepted during the session, after it,
//! and before the withdrawal it speaks of. Later than the late-fact window it moves nothing and goes into a case.

use specie_money::Money;

use super::cases;
use super::drawer;
use super::ledger::{Happening, Posting};
use super::session::{Entered, apply, enter_at_any_time};
use super::turn::{Done, Stop, Turn};
use crate::command::TellOutcome;
use crate::lifecycle;
use crate::outcome::{Receipt, Refusal};
use crate::rows::{
    AccountKey, AccountKind, Action, Case, CaseKind, EventKind, EvidenceKind, Matter, Notes, Reason, Session,
    SessionEnd, Told, Withdrawal, Word,
};
use crate::working_set::Missing;

/// Kinds of notes one word may count.
const NOTES_MAX: usize = 32;

/// Takes a POS's word about an operation's cash.
pub(super) fn tell(turn: &mut Turn<'_>, command: &TellOutcome) -> Result<Done, Stop> {
    let entered = match enter_at_any_time(turn, &command.call) {
        Err(Stop::Refused(Refusal::KeyNotKnown)) => {
            let told = EvidenceKind::Told(command.told);
            return cases::of_revoked_key(turn, &command.call, |_, _| Ok(Some(told)));
        }
        entered => entered?,
    };
    let operation_id = entered.session.operation_id;
    if let Some(receipt) = turn.recall()? {
        entered.touch(turn);
        return Ok(Done::before(receipt));
    }
    let withdrawal = match entered.session.action {
        Action::Deposit(_) => return Err(Refusal::NotAWithdrawal.into()),
        Action::None | Action::Barred => None,
        Action::Withdrawal(id) => Some(turn.get::<Withdrawal>(&id)?.ok_or(Refusal::SessionNotFound)?),
    };
    acceptable(command, withdrawal.as_deref())?;
    // What is said may be about a case, too.
    let (earlier, _) = Missing::both(turn.get::<Word>(&operation_id), turn.get::<Case>(&operation_id))?;
    let is_same = earlier.is_some_and(|word| word.told == command.told);
    // As with a second equal reversal: a value of its own, not answered yet, makes it another word.
    let is_another = turn.has_idempotency_value() && command.told != Told::Unknown;
    if is_same && !is_another && !came_before_its_money(&entered, withdrawal.as_deref(), command.told) {
        entered.touch(turn);
        return Ok(Done::before(Receipt::OutcomeTold(operation_id)));
    }
    match withdrawal {
        _ if entered.is_too_late && !planted!(LateWordMoves) => {
            too_late(turn, &entered, withdrawal.as_deref(), command.told)?
        }
        None => before_money(turn, &entered, command.told)?,
        Some(withdrawal) if command.told == Told::Unknown => not_known(turn, &entered, &withdrawal)?,
        Some(withdrawal) => of_withdrawal(turn, &entered, &withdrawal, command.told)?,
    }
    if !entered.is_too_late {
        drawer::told(turn, &entered, &command.notes)?;
    }
    let (told, notes, told_at) = (command.told, command.notes.clone(), turn.at);
    turn.set.put(Word { operation_id, told, notes, told_at });
    Ok(turn.remember(Receipt::OutcomeTold(operation_id)))
}

/// A word that would have left nothing held was spoken before there was anything: it is said anew.
fn came_before_its_money(entered: &Entered, withdrawal: Option<&Withdrawal>, told: Told) -> bool {
    let is_held = withdrawal.is_some_and(|withdrawal| withdrawal.held > 0);
    (is_held && told != Told::Unknown && !entered.is_too_late) || planted!(OutcomeRepeatedMoves)
}

/// A sum that may have left the drawer, and notes (if they were counted) that come to it.
fn acceptable(command: &TellOutcome, withdrawal: Option<&Withdrawal>) -> Result<(), Refusal> {
    if let Told::Partial(sum) = command.told {
        if sum.minor() <= 0 {
            return Err(Refusal::AmountNotPositive);
        }
        if let Some(Withdrawal { currency, amount, .. }) = withdrawal {
            if sum.currency() != *currency {
                return Err(Refusal::CurrencyNotServed(sum.currency()));
            }
            if sum.minor() > *amount {
                return Err(Refusal::DispensedExceedsWithdrawal);
            }
        }
    }
    let counted = command.notes.iter().try_fold(0_i64, |sum, Notes { denomination, count }| {
        let worth = denomination.checked_mul(i64::from(*count)).filter(|_| *denomination > 0)?;
        sum.checked_add(worth)
    });
    let counted = counted.filter(|_| command.notes.len() <= NOTES_MAX).ok_or(Refusal::NotesNotAcceptable)?;
    let comes_to = match command.told {
        Told::Partial(sum) => counted == sum.minor(),
        Told::NotDispensed => counted == 0,
        Told::Dispensed | Told::Unknown => true,
    };
    if comes_to || command.notes.is_empty() { Ok(()) } else { Err(Refusal::NotesNotAcceptable) }
}

/// Word of cash in a session that has withdrawn nothing. That it did not leave bars a withdrawal from now on.
fn before_money(turn: &mut Turn<'_>, entered: &Entered, told: Told) -> Result<(), Stop> {
    let amount = match told {
        Told::NotDispensed => {
            let barred =
                if planted!(NotDispensedDoesNotBar) { entered.session.action } else { Action::Barred };
            entered.keep(turn, barred);
            return Ok(cases::hear(turn, entered.session.operation_id, EvidenceKind::Told(told), 0)?);
        }
        Told::Unknown => {
            end(turn, entered);
            return Ok(cases::hear(turn, entered.session.operation_id, EvidenceKind::Told(told), 0)?);
        }
        Told::Dispensed => None,
        Told::Partial(sum) => Some(sum),
    };
    entered.touch(turn);
    let matter = Matter { kind: CaseKind::CashWithoutWithdrawal, amount };
    Ok(cases::open(turn, &entered.session, matter, EvidenceKind::Told(told))?)
}

/// The POS does not know: the session is over, and what is held waits for word as after its limits.
fn not_known(turn: &mut Turn<'_>, entered: &Entered, withdrawal: &Withdrawal) -> Result<(), Stop> {
    let is_told_of = entered.session.end != SessionEnd::Open;
    end(turn, entered);
    let evidence = EvidenceKind::Told(Told::Unknown);
    if withdrawal.held == 0 {
        return Ok(cases::hear(turn, withdrawal.operation_id, evidence, 0)?);
    }
    let amount = Some(Money::from_minor(withdrawal.held, withdrawal.currency));
    if !is_told_of {
        tell_of(turn, EventKind::WithdrawalUnconfirmed, withdrawal, withdrawal.held);
    }
    cases::open(turn, &entered.session, Matter { kind: CaseKind::Unconfirmed, amount }, evidence)?;
    #[cfg(feature = "planted")]
    if planted!(UnknownRefunds) {
        let moves = lifecycle::Moves { held_to_returned: withdrawal.held, ..lifecycle::Moves::NONE };
        apply(turn, withdrawal, moves)?;
    }
    Ok(())
}

/// Ends the session as its limits would, unless it has ended already.
fn end(turn: &mut Turn<'_>, entered: &Entered) {
    if entered.session.end == SessionEnd::Open {
        let end = SessionEnd::Expired(entered.ended_at.unwrap_or(turn.at));
        turn.set.put(Session { end, ..(*entered.session).clone() });
    }
}

/// Word of the cash of a withdrawal, in time.
fn of_withdrawal(
    turn: &mut Turn<'_>,
    entered: &Entered,
    withdrawal: &Withdrawal,
    told: Told,
) -> Result<(), Stop> {
    let event = match told {
        Told::Dispensed => lifecycle::Event::Dispensed,
        Told::NotDispensed => lifecycle::Event::NotDispensed,
        Told::Partial(sum) => lifecycle::Event::Partial(sum.minor()),
        Told::Unknown => lifecycle::Event::Expiry,
    };
    let moves = lifecycle::on(withdrawal, entered.lives(), event)?;
    entered.touch(turn);
    let still_held = apply(turn, withdrawal, moves)?;
    let back = moves.held_to_returned.saturating_add(moves.paid_to_returned);
    tell_of(turn, EventKind::WithdrawalCompleted, withdrawal, moves.held_to_paid);
    tell_of(turn, EventKind::WithdrawalReversed, withdrawal, back);
    let evidence = EvidenceKind::Told(told);
    if moves.paid_late > 0 {
        let there = take_back(turn, withdrawal, moves.paid_late)?;
        let amount = Some(Money::from_minor(moves.paid_late, withdrawal.currency));
        let matter = Matter { kind: CaseKind::PaidLate, amount };
        cases::open(turn, &entered.session, matter, evidence)?;
        let claimed = Money::from_minor(moves.paid_late, withdrawal.currency);
        return Ok(cases::claim(turn, withdrawal.operation_id, claimed, there)?);
    }
    Ok(cases::hear(turn, withdrawal.operation_id, evidence, still_held)?)
}

/// The money went back, and the cash had left after all: the wallet pays as far as it has, into suspense, until two
/// people have looked at it; how much that is.
fn take_back(turn: &mut Turn<'_>, withdrawal: &Withdrawal, paid_late: i64) -> Result<i64, Stop> {
    let Withdrawal { wallet_id, pos_id, currency, operation_id, .. } = *withdrawal;
    let wallet = AccountKey::wallet(wallet_id, currency);
    let there = turn.balance(&wallet)?.clamp(0, paid_late);
    turn.post(Posting {
        debit: wallet,
        credit: AccountKey::of_pos(AccountKind::Suspense, pos_id, currency),
        amount: there,
        reason: Reason::PaidLate,
        operation_id: Some(operation_id),
    })?;
    tell_of(turn, EventKind::WithdrawalPaidLate, withdrawal, paid_late);
    Ok(there)
}

/// Word later than the late-fact window: a case, and nothing else.
fn too_late(
    turn: &mut Turn<'_>,
    entered: &Entered,
    withdrawal: Option<&Withdrawal>,
    told: Told,
) -> Result<(), Stop> {
    let without_withdrawal = withdrawal.is_none() && matches!(told, Told::Dispensed | Told::Partial(_));
    let kind = if without_withdrawal { CaseKind::CashWithoutWithdrawal } else { CaseKind::LateWord };
    let amount = match (told, withdrawal) {
        (Told::Partial(sum), _) => Some(sum),
        (Told::Dispensed | Told::NotDispensed | Told::Unknown, withdrawal) => {
            withdrawal.map(|withdrawal| Money::from_minor(withdrawal.amount, withdrawal.currency))
        }
    };
    Ok(cases::open(turn, &entered.session, Matter { kind, amount }, EvidenceKind::Told(told))?)
}

fn tell_of(turn: &mut Turn<'_>, kind: EventKind, withdrawal: &Withdrawal, amount: i64) {
    if amount > 0 {
        let subject = withdrawal.withdrawal_id.as_u128();
        turn.tell_of_withdrawal(&Happening { kind, withdrawal, subject, amount });
    }
}
