//! Depositing cash: `pos → wallet`, final at its commit (cash-lifecycle.md section 3).

use specie_money::Money;

use super::drawer;
use super::float::credit_line;
use super::ledger::Posting;
use super::limits;
use super::session::{Entered, enter, exact_sum};
use super::turn::{Done, Stop, Turn};
use super::wallet::{account_of, add_account};
use crate::command::{DepositCash, NewAccount};
use crate::ids::{AccountId, DepositId};
use crate::outcome::{Limit, Receipt, Refusal};
use crate::rows::{
    AccountKey, AccountKind, Action, Deposit, Event, EventKind, LimitedAction, Pos, Purpose, Reason, Wallet,
};

/// Longest sealed text about who brought the cash, bytes.
const SEALED_DEPOSITOR_BYTES_MAX: usize = 512;

/// Deposits cash, which somebody else than the customer may have brought. Precedence as for a withdrawal; the POS's
/// position is looked at before cash is taken.
pub(super) fn deposit(
    turn: &mut Turn<'_>,
    command: &DepositCash,
    sealed_depositor: &[u8],
) -> Result<Done, Stop> {
    let entered = enter(turn, &command.call)?;
    turn.recall()?;
    if let Some(done) = repeat(turn, &entered, command)? {
        return Ok(done);
    }
    let pos = entered.permit_new_request(turn)?;
    match entered.session.action {
        Action::None => {}
        Action::Barred => return Err(Refusal::DepositAlreadyReversed.into()),
        Action::Withdrawal(_) | Action::Deposit(_) => return Err(Refusal::SessionAlreadyUsed.into()),
    }
    entered.permit_place_and_wallet(&pos)?;
    drawer::till(turn, &entered, &pos)?;
    entered.permit_purpose(Purpose::Deposit)?;
    entered.permit_currency(&pos, command.currency)?;
    if sealed_depositor.len() > SEALED_DEPOSITOR_BYTES_MAX {
        return Err(Refusal::Unacceptable(Limit::NameBytes(SEALED_DEPOSITOR_BYTES_MAX)).into());
    }
    let amount = exact_sum(command.sum, command.currency)?;
    entered.permit_sum(turn, amount, command.currency)?;
    let passing = entered.passing(&pos, LimitedAction::Deposit, Money::from_minor(amount, command.currency));
    let counted = limits::permit(turn, &passing, &entered.wallet)?;
    let position = AccountKey::of_pos(AccountKind::Pos, pos.pos_id, command.currency);
    let after = turn.balance(&position)?.checked_sub(amount);
    let lowest = credit_line(&pos, command.currency).saturating_neg();
    if after.is_none_or(|after| after < lowest) && !planted!(FloatUnchecked) {
        return Err(Refusal::FloatExceeded.into());
    }
    entered.count(turn, counted)?;
    take_in(turn, &entered, &pos, &Brought { command, sealed_depositor, amount })
}

/// Cash that nothing speaks against taking, minor units.
struct Brought<'a> {
    command: &'a DepositCash,
    sealed_depositor: &'a [u8],
    amount: i64,
}

/// An equal sum of the same currency: the first answer, unless it was reversed.
fn repeat(turn: &mut Turn<'_>, entered: &Entered, command: &DepositCash) -> Result<Option<Done>, Stop> {
    let Action::Deposit(deposit_id) = entered.session.action else {
        return Ok(None);
    };
    let first = turn.get::<Deposit>(&deposit_id)?.ok_or(Refusal::SessionNotFound)?;
    let is_same =
        first.currency == command.currency && exact_sum(command.sum, first.currency) == Ok(first.amount);
    if !is_same {
        return Ok(None);
    }
    if (first.returned > 0 || first.short > 0) && !planted!(StaleDeposit) {
        return Err(Refusal::DepositAlreadyReversed.into());
    }
    entered.touch(turn);
    Ok(Some(Done::before(Receipt::Deposited(deposit_id, first.sealed_metadata.clone()))))
}

fn take_in(turn: &mut Turn<'_>, entered: &Entered, pos: &Pos, brought: &Brought<'_>) -> Result<Done, Stop> {
    let Brought { command, amount, .. } = *brought;
    let (session, currency) = (&entered.session, command.currency);
    let account_id = account_for(turn, &entered.wallet, command)?;
    let deposit_id = DepositId::new(turn.at, turn.fresh, session.wallet_id.bucket());
    turn.post_request(Posting {
        debit: AccountKey::of_pos(AccountKind::Pos, pos.pos_id, currency),
        credit: AccountKey::wallet(session.wallet_id, currency),
        amount,
        reason: Reason::Deposited,
        operation_id: Some(session.operation_id),
    })?;
    let cash = Money::from_minor(amount, currency);
    let till_session_id = drawer::take_in(turn, entered, pos, cash)?;
    turn.set.put(Deposit {
        deposit_id,
        operation_id: session.operation_id,
        wallet_id: session.wallet_id,
        account_id,
        pos_id: pos.pos_id,
        currency,
        amount,
        returned: 0,
        short: 0,
        sealed_metadata: command.sealed_metadata.clone(),
        made_at: turn.at,
        owner_id: pos.owner_id,
        limits_version: turn.deployment.limits.version,
        till_session_id,
        sealed_depositor: if planted!(DepositorForgotten) {
            Vec::new()
        } else {
            brought.sealed_depositor.to_vec()
        },
    });
    let event = turn.event(EventKind::DepositMade);
    turn.tell(Event {
        wallet_id: Some(session.wallet_id),
        pos_id: Some(pos.pos_id),
        operation_id: Some(session.operation_id),
        subject: deposit_id.as_u128(),
        amount: Some(cash),
        ..event
    });
    entered.keep(turn, Action::Deposit(deposit_id));
    Ok(turn.remember(Receipt::Deposited(deposit_id, command.sealed_metadata.clone())))
}

/// The wallet's account of the deposit's currency; opened if it is missing.
fn account_for(turn: &mut Turn<'_>, wallet: &Wallet, command: &DepositCash) -> Result<AccountId, Stop> {
    if let Some(account_id) = account_of(wallet, command.currency) {
        return Ok(account_id);
    }
    let mut wallet = wallet.clone();
    let account = NewAccount { currency: command.currency, alias: None, shown_id: None };
    let account_id = add_account(turn, &mut wallet, &account)?;
    turn.set.put(wallet);
    Ok(account_id)
}
