//! Reversing the session's money action, in whole or in part. A fact: accepted with the session's token
//! also after its end, and before the money action it undoes (cash-lifecycle.md sections 2 and 3).

use std::sync::Arc;

use specie_money::Money;

use super::cases;
use super::drawer;
use super::ledger::{Happening, Posting};
use super::limits;
use super::session::{Entered, apply, enter, exact_sum};
use super::turn::{Done, Stop, Turn};
use crate::command::{Reverse, TransactionName};
use crate::ids::{AccountId, DepositId, ReversalId};
use crate::lifecycle;
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{
    AccountKey, AccountKind, AccountName, Action, CaseKind, Deposit, Event, EventKind, EvidenceKind, Matter,
    Reason, Reversal, ReversalKey, Session, SessionEnd, Withdrawal,
};
use crate::working_set::Missing;

/// Reverses.
pub(super) fn reverse(turn: &mut Turn<'_>, command: &Reverse) -> Result<Done, Stop> {
    let entered = match enter(turn, &command.call) {
        Err(Stop::Refused(Refusal::KeyNotKnown)) => {
            return cases::of_revoked_key(turn, &command.call, |turn, session| {
                let sum = sum_of(turn, session, command)?;
                Ok(sum.map(EvidenceKind::Reversed))
            });
        }
        entered => entered?,
    };
    if let Some(receipt) = turn.recall()? {
        entered.touch(turn);
        return Ok(Done::before(receipt));
    }
    permit_transaction(&entered, command.transaction)?;
    let account = entered.account(turn, &command.account)?.ok_or(Refusal::AccountNotInSession)?;
    let amount = exact_sum(command.sum, account.key.currency)?;
    let account_id = account.account_id;
    let key = ReversalKey { operation_id: entered.session.operation_id, account_id, amount };
    let earlier = turn.get::<Reversal>(&key)?;
    if let Some(earlier) = &earlier
        && !turn.has_idempotency_value()
        && !planted!(ReversalTwice)
    {
        entered.touch(turn);
        return Ok(Done::before(Receipt::Reversed(earlier.reversal_id, entered.session.operation_id)));
    }
    let reversal_id = ReversalId::new(turn.at, turn.fresh, entered.session.wallet_id.bucket());
    let action = undo(turn, &entered, &account, reversal_id, amount)?;
    if earlier.is_none() {
        turn.set.put(Reversal { key, reversal_id, made_at: turn.at });
    }
    entered.keep(turn, action);
    Ok(turn.remember(Receipt::Reversed(reversal_id, entered.session.operation_id)))
}

/// The sum that a revoked key names, if it names an account of the session's wallet.
fn sum_of(turn: &Turn<'_>, session: &Session, command: &Reverse) -> Result<Option<Money>, Missing> {
    let account_id = turn.account_id(&command.account)?;
    let Some(account_id) = account_id else { return Ok(None) };
    let Some(account) = turn.get::<AccountName>(&account_id)? else { return Ok(None) };
    let currency = account.key.currency;
    let is_hers = account.key == AccountKey::wallet(session.wallet_id, currency);
    Ok(command.sum.to_money(currency).ok().filter(|_| is_hers))
}

/// A named transaction must be the session's money action.
fn permit_transaction(entered: &Entered, named: Option<TransactionName>) -> Result<(), Refusal> {
    let named = match named {
        None => return Ok(()),
        Some(TransactionName::Foreign) => return Err(Refusal::TransactionNotFound),
        Some(TransactionName::Id(id)) => id.as_u128(),
    };
    let is_the_sessions = match entered.session.action {
        Action::None | Action::Barred => false,
        Action::Withdrawal(id) => id.as_u128() == named,
        Action::Deposit(id) => id.as_u128() == named,
    };
    if is_the_sessions || planted!(AnyTransaction) { Ok(()) } else { Err(Refusal::TransactionNotFound) }
}

/// Moves the money back, and says what the session's money action is now.
fn undo(
    turn: &mut Turn<'_>,
    entered: &Entered,
    account: &Arc<AccountName>,
    reversal_id: ReversalId,
    amount: i64,
) -> Result<Action, Stop> {
    match entered.session.action {
        Action::None if planted!(ReversalNotBarring) => return Ok(Action::None),
        Action::None | Action::Barred if !entered.is_of_currency(account.key.currency) => {
            return Err(Refusal::AccountNotInSession.into());
        }
        Action::None | Action::Barred => return Ok(Action::Barred),
        Action::Withdrawal(withdrawal_id) => {
            let withdrawal = turn.get::<Withdrawal>(&withdrawal_id)?.ok_or(Refusal::SessionNotFound)?;
            permit_account(withdrawal.account_id, account)?;
            let moves = lifecycle::on(&withdrawal, entered.lives(), lifecycle::Event::Reversal(amount))?;
            let still_held = apply(turn, &withdrawal, moves)?;
            turn.tell_of_withdrawal(&Happening {
                kind: EventKind::WithdrawalReversed,
                withdrawal: &withdrawal,
                subject: reversal_id.as_u128(),
                amount,
            });
            let sum = Money::from_minor(amount, withdrawal.currency);
            entered.tell_case(turn, EvidenceKind::Reversed(sum), still_held)?;
        }
        Action::Deposit(deposit_id) => {
            let deposit = turn.get::<Deposit>(&deposit_id)?.ok_or(Refusal::SessionNotFound)?;
            permit_account(deposit.account_id, account)?;
            let is_final = matches!(entered.session.end, SessionEnd::LoggedOut(_));
            if is_final && !planted!(FinalDepositReversed) {
                return Err(Refusal::DepositFinal.into());
            }
            let short = undo_deposit(turn, &deposit, reversal_id, amount)?;
            tell_case_of_deposit(turn, entered, &deposit, short, amount)?;
        }
    }
    Ok(entered.session.action)
}

fn permit_account(of_action: AccountId, named: &AccountName) -> Result<(), Refusal> {
    if of_action == named.account_id { Ok(()) } else { Err(Refusal::AccountNotInSession) }
}

/// A deposit that could not be reversed in full is for people to settle.
fn tell_case_of_deposit(
    turn: &mut Turn<'_>,
    entered: &Entered,
    deposit: &Deposit,
    short: i64,
    amount: i64,
) -> Result<(), Stop> {
    let what = EvidenceKind::Reversed(Money::from_minor(amount, deposit.currency));
    if short == 0 {
        return Ok(entered.tell_case(turn, what, 0)?);
    }
    Ok(claim_short(turn, &entered.session, deposit, (short, what))?)
}

/// The POS was debited for cash that it does not have: whoever took the deposit back, it claims what the wallet lacks.
fn claim_short(
    turn: &mut Turn<'_>,
    session: &Session,
    deposit: &Deposit,
    (short, what): (i64, EvidenceKind),
) -> Result<(), Missing> {
    let amount = Some(Money::from_minor(deposit.short.saturating_add(short), deposit.currency));
    cases::open(turn, session, Matter { kind: CaseKind::DepositShort, amount }, what)?;
    let claimed = if planted!(ShortUnclaimed) { 0 } else { short };
    let claimed = if planted!(ClaimedWhole) { deposit.amount } else { claimed };
    cases::claim(turn, deposit.operation_id, Money::from_minor(claimed, deposit.currency), 0)
}

/// A deposit that the operator may take back: it is there, its session is over, and so much of it is left.
pub(super) fn correctable(
    turn: &Turn<'_>,
    deposit_id: DepositId,
    amount: Money,
) -> Result<Arc<Deposit>, Stop> {
    let not_found = Refusal::NotFound(Thing::Deposit);
    let deposit = turn.get::<Deposit>(&deposit_id)?.ok_or_else(|| not_found.clone())?;
    let session = turn.get::<Session>(&deposit.operation_id)?.ok_or(not_found)?;
    if session.ended_at(turn.at).is_none() && !planted!(CorrectedInSession) {
        return Err(Refusal::SessionAlreadyUsed.into());
    }
    if amount.currency() != deposit.currency {
        return Err(Refusal::CurrencyNotServed(amount.currency()).into());
    }
    if amount.minor() <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    let left = deposit.amount.saturating_sub(deposit.returned).saturating_sub(deposit.short);
    if amount.minor() > left {
        let left = Money::from_minor(left, deposit.currency);
        return Err(Refusal::LimitExceeded(Limit::ThereIsOnly(left)).into());
    }
    Ok(deposit)
}

/// The operator takes a deposit back, in whole or in part; what the wallet has not got goes into the operation's case.
pub(super) fn correct(turn: &mut Turn<'_>, deposit_id: DepositId, amount: Money) -> Result<(), Stop> {
    let deposit = correctable(turn, deposit_id, amount)?;
    let session = turn.get::<Session>(&deposit.operation_id)?.ok_or(Refusal::NotFound(Thing::Deposit))?;
    let reversal_id = ReversalId::new(turn.at, turn.fresh, deposit.wallet_id.bucket());
    let short = undo_deposit(turn, &deposit, reversal_id, amount.minor())?;
    let what = EvidenceKind::Reversed(amount);
    if short == 0 {
        return Ok(cases::hear(turn, deposit.operation_id, what, 0)?);
    }
    Ok(claim_short(turn, &session, &deposit, (short, what))?)
}

/// `wallet → pos` as far as the wallet has it; how much it has not.
fn undo_deposit(
    turn: &mut Turn<'_>,
    deposit: &Deposit,
    reversal_id: ReversalId,
    amount: i64,
) -> Result<i64, Stop> {
    let undone = deposit.returned.saturating_add(deposit.short);
    if amount > deposit.amount.saturating_sub(undone) {
        return Err(Refusal::ReversalExceedsWithdrawal.into());
    }
    let wallet = AccountKey::wallet(deposit.wallet_id, deposit.currency);
    let there = turn.balance(&wallet)?.min(amount);
    let short = amount.saturating_sub(there);
    turn.post(Posting {
        debit: wallet,
        credit: AccountKey::of_pos(AccountKind::Pos, deposit.pos_id, deposit.currency),
        amount: there,
        reason: Reason::DepositReversed,
        operation_id: Some(deposit.operation_id),
    })?;
    drawer::give_back(turn, deposit, there)?;
    for (kind, sum) in [(EventKind::DepositReversed, there), (EventKind::DepositReversalShort, short)] {
        if sum > 0 {
            let event = turn.event(kind);
            turn.tell(Event {
                wallet_id: Some(deposit.wallet_id),
                pos_id: Some(deposit.pos_id),
                operation_id: Some(deposit.operation_id),
                subject: reversal_id.as_u128(),
                amount: Some(Money::from_minor(sum, deposit.currency)),
                ..event
            });
        }
    }
    limits::correct_deposit(turn, deposit, there)?;
    turn.set.put(Deposit {
        returned: deposit.returned.saturating_add(there),
        short: deposit.short.saturating_add(short),
        ..deposit.clone()
    });
    Ok(short)
}
