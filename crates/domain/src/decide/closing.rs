//! Closing a case by two people: what they found, and what the ledger does of it (cash-lifecycle.md sections 2 and
//! 4). All of it is one decision with the approval. Sums are minor units of the operation's currency. Knows nothing
//! of who may approve.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::cases;
use super::ledger::{Happening, Posting};
use super::session::apply;
use super::turn::{Stop, Turn};
use crate::ids::OperationId;
use crate::lifecycle::Moves;
use crate::outcome::{Limit, Refusal, Thing};
use crate::rows::{
    AccountKey, AccountKind, Action, Bearer, Case, CaseKind, CaseState, CloseCase, Closing, Closure, Deposit,
    EventKind, Reason, Session, Wallet, Withdrawal,
};

/// What stands on the operation of a case.
pub(super) struct File {
    pub(super) case: Arc<Case>,
    pub(super) withdrawal: Option<Arc<Withdrawal>>,
    currency: Option<Currency>,
    session_lives: bool,
}

impl File {
    /// Whether a cashier may be counting out what is held at this moment: neither people nor a law give it back or pay
    /// it before the session is over, or the cash would go out beside it.
    pub(super) fn is_being_paid(&self) -> bool {
        self.session_lives && self.withdrawal.as_ref().is_some_and(|withdrawal| withdrawal.held > 0)
    }
}

/// What a closing does: sums of the withdrawal that move, and transfers beside them.
#[derive(Debug)]
struct Plan {
    moves: Moves,
    transfers: Vec<(AccountKey, AccountKey, i64, Reason)>,
}

/// Whether the case can be closed in this way as things are.
pub(super) fn acceptable(turn: &Turn<'_>, command: &CloseCase) -> Result<(), Stop> {
    if command.sealed_text.len() > cases::NOTE_BYTES_MAX {
        return Err(Refusal::Unacceptable(Limit::NoteBytes(cases::NOTE_BYTES_MAX)).into());
    }
    let file = file(turn, command.operation_id)?;
    if file.case.state != CaseState::Open && !planted!(ClosedAgain) {
        return Err(Refusal::CaseClosed.into());
    }
    let plan = plan(&file, command.closing)?;
    let is_wallets =
        |(_, credit, ..): &(AccountKey, AccountKey, i64, Reason)| credit.kind == AccountKind::Wallet;
    let goes_back = plan.moves.held_to_returned.saturating_add(plan.moves.paid_to_returned) > 0;
    if goes_back || plan.transfers.iter().any(is_wallets) {
        let wallet = turn.get::<Wallet>(&file.case.wallet_id)?.ok_or(Refusal::NotFound(Thing::Wallet))?;
        if wallet.erased_at.is_some() {
            return Err(Refusal::WalletDisabled.into());
        }
    }
    Ok(())
}

/// Whether the closing costs the operator money, so that it waits as a write-off does.
pub(super) const fn is_a_write_off(closing: Closing) -> bool {
    match closing {
        Closing::CreditPos(Bearer::Loss) | Closing::WriteOff => true,
        Closing::CreditPos(Bearer::Owner)
        | Closing::Pay
        | Closing::Return
        | Closing::Part(_)
        | Closing::AsItIs => false,
    }
}

/// Closes the case.
pub(super) fn carry_out(turn: &mut Turn<'_>, command: &CloseCase, closure: Closure) -> Result<(), Stop> {
    let file = file(turn, command.operation_id)?;
    let plan = plan(&file, command.closing)?;
    if let Some(withdrawal) = &file.withdrawal {
        move_sums(turn, withdrawal, plan.moves)?;
    }
    for (debit, credit, amount, reason) in plan.transfers {
        if planted!(SuspenseStays) {
            continue;
        }
        let operation_id = Some(command.operation_id);
        turn.post(Posting { debit, credit, amount, reason, operation_id })?;
    }
    cases::close_by_people(turn, &file.case, file.currency, closure)?;
    Ok(())
}

/// Moves sums of a withdrawal as people or a law say, and tells the customer.
pub(super) fn move_sums(turn: &mut Turn<'_>, withdrawal: &Withdrawal, moves: Moves) -> Result<i64, Stop> {
    let still_held = apply(turn, withdrawal, moves)?;
    let back = moves.held_to_returned.saturating_add(moves.paid_to_returned).saturating_add(moves.given_back);
    for (kind, amount) in
        [(EventKind::WithdrawalCompleted, moves.held_to_paid), (EventKind::WithdrawalReversed, back)]
    {
        if amount > 0 {
            let subject = withdrawal.withdrawal_id.as_u128();
            turn.tell_of_withdrawal(&Happening { kind, withdrawal, subject, amount });
        }
    }
    Ok(still_held)
}

/// The case of an operation, and the money action it is about.
pub(super) fn file(turn: &Turn<'_>, operation_id: OperationId) -> Result<File, Stop> {
    let not_found = Refusal::NotFound(Thing::Case);
    let case = turn.get::<Case>(&operation_id)?.ok_or_else(|| not_found.clone())?;
    let session = turn.get::<Session>(&operation_id)?.ok_or(not_found)?;
    let (mut withdrawal, mut currency) = (None, None);
    match session.action {
        Action::None | Action::Barred => {}
        Action::Withdrawal(id) => {
            withdrawal = turn.get::<Withdrawal>(&id)?;
            currency = withdrawal.as_ref().map(|withdrawal| withdrawal.currency);
        }
        Action::Deposit(id) => currency = turn.get::<Deposit>(&id)?.map(|deposit| deposit.currency),
    }
    let session_lives = session.ended_at(turn.at).is_none();
    Ok(File { case, withdrawal, currency, session_lives })
}

fn plan(file: &File, closing: Closing) -> Result<Plan, Refusal> {
    let Some(currency) = file.currency else {
        // Nothing was ever moved in the operation: there is nothing to post.
        let nothing = Plan { moves: Moves::NONE, transfers: Vec::new() };
        return if closing == Closing::AsItIs { Ok(nothing) } else { Err(Refusal::ClosingNotPossible) };
    };
    let pos = |kind| AccountKey::of_pos(kind, file.case.pos_id, currency);
    let (suspense, loss) = (pos(AccountKind::Suspense), AccountKey::of_operator(AccountKind::Loss, currency));
    let wallet = AccountKey::wallet(file.case.wallet_id, currency);
    let (held, paid) = file.withdrawal.as_ref().map_or((0, 0), |of| (of.held, of.paid));
    let Case { suspended, claimed, .. } = *file.case;
    let is_disputed = file.case.matters.iter().any(|matter| matter.kind == CaseKind::Disputed);
    // A dispute is about all of it; a claim that cash was paid late is not about what is recorded as paid.
    let may_return_paid = paid > 0 && (claimed == 0 || is_disputed || planted!(ClaimReturnsPaid));
    let (mut moves, mut transfers) = (Moves::NONE, Vec::new());
    match closing {
        Closing::Pay if held > 0 => moves.held_to_paid = held,
        Closing::Return if held > 0 || suspended > 0 || may_return_paid => {
            moves.held_to_returned = held;
            moves.paid_to_returned = if may_return_paid { paid } else { 0 };
            transfers.push((suspense, wallet, suspended, Reason::PaidLateGivenBack));
        }
        Closing::Part(left) => moves = parted(file, left)?,
        Closing::CreditPos(Bearer::Owner) if suspended > 0 => {
            transfers.push((suspense, pos(AccountKind::Pos), suspended, Reason::PaidLateCredited));
        }
        Closing::CreditPos(Bearer::Loss) if claimed > 0 => {
            let lacking = claimed.saturating_sub(suspended);
            transfers.push((loss, suspense, lacking, Reason::WrittenOff));
            transfers.push((suspense, pos(AccountKind::Pos), claimed, Reason::PaidLateCredited));
        }
        Closing::WriteOff if suspended > 0 => {
            transfers.push((suspense, loss, suspended, Reason::WrittenOff));
        }
        Closing::AsItIs if held == 0 && suspended == 0 => {}
        Closing::Pay | Closing::Return | Closing::CreditPos(_) | Closing::WriteOff | Closing::AsItIs => {
            return Err(Refusal::ClosingNotPossible);
        }
    }
    // Whatever is decided, nothing stays held or in suspense behind a closed case.
    let left_held = held.saturating_sub(moves.held_to_paid).saturating_sub(moves.held_to_returned);
    let settles_suspense = !matches!(closing, Closing::Pay | Closing::Part(_)) || suspended == 0;
    if left_held > 0 || !settles_suspense || file.is_being_paid() {
        return Err(Refusal::ClosingNotPossible);
    }
    transfers.retain(|(_, _, amount, _)| *amount > 0);
    Ok(Plan { moves, transfers })
}

/// This much left, of what is held or else of what was paid, and the rest goes back.
fn parted(file: &File, left: Money) -> Result<Moves, Refusal> {
    let withdrawal = file.withdrawal.as_ref().ok_or(Refusal::ClosingNotPossible)?;
    if left.currency() != withdrawal.currency {
        return Err(Refusal::CurrencyNotServed(left.currency()));
    }
    let (left, of) = (left.minor(), if withdrawal.held > 0 { withdrawal.held } else { withdrawal.paid });
    if left <= 0 {
        return Err(Refusal::AmountNotPositive);
    }
    if left >= of {
        return Err(Refusal::ClosingNotPossible);
    }
    let back = of.saturating_sub(left);
    Ok(if withdrawal.held > 0 {
        Moves { held_to_paid: left, held_to_returned: back, ..Moves::NONE }
    } else {
        Moves { paid_to_returned: back, ..Moves::NONE }
    })
}
