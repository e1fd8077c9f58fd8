//! Withdrawing cash: the money is set aside, `wallet → cash_pending`, until it is known whether the cash
//! left the drawer (cash-lifecycle.md section 2).

use specie_money::Money;

use super::drawer;
use super::fees::{self, Price};
use super::ledger::{Happening, Posting};
use super::limits;
use super::session::{Entered, enter, exact_sum};
use super::turn::{Done, Stop, Turn};
use crate::command::Withdraw;
use crate::ids::WithdrawalId;
use crate::outcome::{Receipt, Refusal};
use crate::rows::{
    AccountKey, AccountKind, AccountName, Action, EventKind, LimitedAction, Pos, Purpose, Reason, Withdrawal,
};
use crate::working_set::Missing;

/// Withdraws cash. Precedence: a repeat, then the session, then what is asked.
pub(super) fn withdraw(turn: &mut Turn<'_>, command: &Withdraw) -> Result<Done, Stop> {
    let entered = enter(turn, &command.call)?;
    let (first, account) = Missing::both(turn.first_answer(), entered.account(turn, &command.account))?;
    turn.recalled(first)?;
    if let Some(done) = repeat(turn, &entered, command, account.as_deref())? {
        return Ok(done);
    }
    let pos = entered.permit_new_request(turn)?;
    match entered.session.action {
        Action::None => {}
        Action::Withdrawal(_) if planted!(WithdrawalRepeated) => {}
        Action::Withdrawal(_) if planted!(SecondWithdrawal) => {}
        Action::Barred => return Err(Refusal::WithdrawalAlreadyReversed.into()),
        Action::Withdrawal(_) | Action::Deposit(_) => return Err(Refusal::SessionAlreadyUsed.into()),
    }
    entered.permit_place_and_wallet(&pos)?;
    if let Some(reason) = &turn.deployment.payouts_stopped
        && !planted!(PayoutsNotStopped)
    {
        return Err(Refusal::PayoutsStopped(reason.clone()).into());
    }
    drawer::till(turn, &entered, &pos)?;
    entered.permit_purpose(Purpose::Withdraw)?;
    let account = account.filter(|account| entered.is_of_currency(account.key.currency));
    let account = account.ok_or(Refusal::AccountNotInSession)?;
    let currency = account.key.currency;
    entered.permit_currency(&pos, currency)?;
    let amount = exact_sum(command.sum, currency)?;
    entered.permit_sum(turn, amount, currency)?;
    entered.permit_offline_sum(turn, amount, currency)?;
    let price = fees::price(turn, &entered, &pos, amount, currency)?;
    let passing = entered.passing(&pos, LimitedAction::Withdraw, Money::from_minor(amount, currency));
    let counted = limits::permit(turn, &passing, &entered.wallet)?;
    permit_funds(turn, &account, amount, price.fee)?;
    let braked = limits::brake(turn, &passing)?;
    entered.count(turn, counted.into_iter().chain(braked))?;
    hold(turn, &entered, &Wanted { pos: &pos, account: &account, amount, price })
}

/// The same account and an equal sum: the first answer, unless it would be false to act on it.
fn repeat(
    turn: &mut Turn<'_>,
    entered: &Entered,
    command: &Withdraw,
    account: Option<&AccountName>,
) -> Result<Option<Done>, Stop> {
    let (Action::Withdrawal(withdrawal_id), Some(account)) = (entered.session.action, account) else {
        return Ok(None);
    };
    let first = turn.get::<Withdrawal>(&withdrawal_id)?.ok_or(Refusal::SessionNotFound)?;
    let is_same =
        first.account_id == account.account_id && exact_sum(command.sum, first.currency) == Ok(first.amount);
    if !is_same || planted!(WithdrawalRepeated) {
        return Ok(None);
    }
    if first.returned > 0 && !planted!(StaleSuccess) {
        return Err(Refusal::WithdrawalAlreadyReversed.into());
    }
    entered.touch(turn);
    Ok(Some(Done::before(Receipt::Withdrawn(withdrawal_id))))
}

/// Refuses more than the account holds, fee included.
fn permit_funds(turn: &Turn<'_>, account: &AccountName, amount: i64, fee: i64) -> Result<(), Stop> {
    let needed = amount.checked_add(fee).ok_or(Refusal::AmountTooLarge)?;
    if turn.balance(&account.key)? < needed && !planted!(FloorOff) {
        return Err(Refusal::NotEnoughFunds.into());
    }
    Ok(())
}

/// What nothing speaks against any more.
struct Wanted<'a> {
    pos: &'a Pos,
    account: &'a AccountName,
    amount: i64,
    price: Price,
}

fn hold(turn: &mut Turn<'_>, entered: &Entered, wanted: &Wanted<'_>) -> Result<Done, Stop> {
    let Wanted { pos, account, amount, ref price } = *wanted;
    let fee = price.fee;
    let currency = account.key.currency;
    let needed = amount.checked_add(fee).ok_or(Refusal::AmountTooLarge)?;
    if turn.balance(&account.key)? < needed && !planted!(FloorOff) {
        return Err(Refusal::NotEnoughFunds.into());
    }
    let cash = Money::from_minor(amount, currency);
    let (till_session_id, hand_out) = drawer::set_aside(turn, entered, pos, cash)?;
    let session = &entered.session;
    let withdrawal_id = WithdrawalId::new(turn.at, turn.fresh, session.wallet_id.bucket());
    let operation_id = Some(session.operation_id);
    let (debit, reason) = (account.key, Reason::WithdrawalHeld);
    let credit = AccountKey::of_pos(AccountKind::CashPending, pos.pos_id, currency);
    let posted = if planted!(NothingHeld) { 0 } else { amount };
    turn.post_request(Posting { debit, credit, amount: posted, reason, operation_id })?;
    let credit = AccountKey::of_pos(AccountKind::FeePending, pos.pos_id, currency);
    turn.post_request(Posting { debit, credit, amount: fee, reason: Reason::FeeHeld, operation_id })?;
    let withdrawal = Withdrawal {
        withdrawal_id,
        operation_id: session.operation_id,
        wallet_id: session.wallet_id,
        account_id: account.account_id,
        pos_id: pos.pos_id,
        owner_id: pos.owner_id,
        currency,
        amount,
        held: amount,
        paid: 0,
        returned: 0,
        paid_late: 0,
        fee,
        fee_held: fee,
        made_at: turn.at,
        limits_version: turn.deployment.limits.version,
        tariff_id: price.tariff.as_ref().map(|tariff| tariff.tariff_id),
        fee_from: price.from,
        fee_kept: 0,
        tax_kept: 0,
        commission: 0,
        assumed: false,
        till_session_id,
        hand_out,
        cash_out: 0,
    };
    fees::count(turn, price, &withdrawal)?;
    turn.tell_of_withdrawal(&Happening {
        kind: EventKind::WithdrawalHeld,
        withdrawal: &withdrawal,
        subject: withdrawal_id.as_u128(),
        amount,
    });
    turn.set.put(withdrawal);
    entered.keep(turn, Action::Withdrawal(withdrawal_id));
    Ok(turn.remember(Receipt::Withdrawn(withdrawal_id)))
}
