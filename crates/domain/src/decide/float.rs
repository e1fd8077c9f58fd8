//! A POS's float: moved between POS of one owner, given back, watched; its credit line; where it is
//! (cash-lifecycle.md section 4). Requests, not facts: refused where the POS's position and credit line do not allow it.

use specie_money::{Currency, Money};

use super::ledger::Posting;
use super::place::pos;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{LocatePos, MoveFloat, ReturnFloat, SetCreditLine, SetLowFloat};
use crate::ids::{FundingId, PosId};
use crate::outcome::{Limit, Receipt, Refusal};
use crate::rows::{AccountKey, AccountKind, Event, EventKind, Pos, PosPlace, Reason, Role};
use crate::working_set::Missing;

/// Who moves float.
pub(super) const fn moves_float(role: Role) -> bool {
    matches!(role, Role::Admin | Role::Finance)
}

const fn keeps_places(role: Role) -> bool {
    matches!(role, Role::Admin)
}

/// Float moves from one POS to another of the same owner: `pos → pos`.
pub(super) fn move_float(turn: &mut Turn<'_>, command: &MoveFloat) -> Result<Done, Stop> {
    turn.permit(command.actor, moves_float)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let (from, to) = (pos(turn, &command.from)?, pos(turn, &command.to)?);
    let is_foreign = from.owner_id != to.owner_id && !planted!(FloatToAnotherOwner);
    if is_foreign || from.pos_id == to.pos_id {
        return Err(Refusal::Unacceptable(Limit::OneOwner).into());
    }
    serves(&to, command.amount.currency())?;
    permit_position(turn, &from, command.amount)?;
    let credit = position(to.pos_id, command.amount.currency());
    take(turn, &from, credit, command.amount, Reason::FloatMoved)
}

/// Float goes back from a POS to the bank: `pos → funding`.
pub(super) fn return_float(turn: &mut Turn<'_>, command: &ReturnFloat) -> Result<Done, Stop> {
    turn.permit(command.actor, moves_float)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let from = pos(turn, &command.pos)?;
    permit_position(turn, &from, command.amount)?;
    let credit = AccountKey::of_operator(AccountKind::Funding, command.amount.currency());
    take(turn, &from, credit, command.amount, Reason::FloatReturned)
}

fn take(
    turn: &mut Turn<'_>,
    from: &Pos,
    credit: AccountKey,
    amount: Money,
    reason: Reason,
) -> Result<Done, Stop> {
    let debit = position(from.pos_id, amount.currency());
    turn.post_request(Posting { debit, credit, amount: amount.minor(), reason, operation_id: None })?;
    let funding_id = FundingId::new(turn.at, turn.fresh, from.pos_id.bucket());
    let left = Money::from_minor(turn.balance(&debit)?, amount.currency());
    Ok(turn.remember(Receipt::Funded(funding_id, left)))
}

/// Refuses what is not positive, a currency the POS does not serve, and more than its position and credit line hold.
pub(super) fn permit_position(turn: &Turn<'_>, from: &Pos, amount: Money) -> Result<(), Stop> {
    if amount.minor() <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    serves(from, amount.currency())?;
    let after = turn.balance(&position(from.pos_id, amount.currency()))?.checked_sub(amount.minor());
    let lowest = credit_line(from, amount.currency()).saturating_neg();
    if after.is_none_or(|after| after < lowest) && !planted!(FloatUnchecked) {
        return Err(Refusal::FloatExceeded.into());
    }
    Ok(())
}

/// Refuses a currency that the POS does not serve.
pub(super) fn serves(pos: &Pos, currency: Currency) -> Result<(), Refusal> {
    if pos.currencies.contains(&currency) { Ok(()) } else { Err(Refusal::CurrencyNotServed(currency)) }
}

/// The POS's position.
pub(super) const fn position(pos_id: PosId, currency: Currency) -> AccountKey {
    AccountKey::of_pos(AccountKind::Pos, pos_id, currency)
}

/// How far the POS's position may go below zero, minor units.
pub(super) fn credit_line(pos: &Pos, currency: Currency) -> i64 {
    let line = pos.credit_lines.iter().find(|line| line.currency() == currency);
    line.map_or(0, |line| line.minor())
}

/// Sets below which position somebody is told.
pub(super) fn set_low_float(turn: &mut Turn<'_>, command: &SetLowFloat) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = pos(turn, &command.pos)?;
    serves(&pos, command.below.currency())?;
    if command.below.minor() < 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    let low_floats = replaced(&pos.low_floats, command.below);
    if low_floats != pos.low_floats {
        turn.set.put(Pos { low_floats, ..(*pos).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

/// `sums` with this one in place of that of its currency; zero is left out.
fn replaced(sums: &[Money], sum: Money) -> Vec<Money> {
    let others = sums.iter().copied().filter(|other| other.currency() != sum.currency());
    let mut all: Vec<Money> = others.chain((sum.minor() > 0).then_some(sum)).collect();
    all.sort_by_key(|sum| sum.currency());
    all
}

/// Sets how far a POS's position may go below zero; further than before is for two people.
pub(super) fn set_credit_line(turn: &mut Turn<'_>, command: &SetCreditLine) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = pos(turn, &command.pos)?;
    acceptable_line(&pos, command.line)?;
    let is_more = command.line.minor() > credit_line(&pos, command.line.currency());
    if is_more && !planted!(CreditByOne) {
        return Err(Refusal::NeedsTwoPeople.into());
    }
    put_line(turn, &pos, command.line);
    Ok(turn.remember(Receipt::Done))
}

/// Refuses a line in a currency the POS does not serve, and one below zero.
pub(super) fn acceptable_line(pos: &Pos, line: Money) -> Result<(), Refusal> {
    serves(pos, line.currency())?;
    if line.minor() < 0 { Err(Refusal::Unacceptable(Limit::Positive)) } else { Ok(()) }
}

/// Puts a credit line into force, whoever wants it.
pub(super) fn put_line(turn: &mut Turn<'_>, pos: &Pos, line: Money) {
    let credit_lines = replaced(&pos.credit_lines, line);
    if credit_lines != pos.credit_lines {
        turn.set.put(Pos { credit_lines, ..pos.clone() });
    }
}

/// Says where a POS is.
pub(super) fn locate(turn: &mut Turn<'_>, command: &LocatePos) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = pos(turn, &command.pos)?;
    if !command.point.is_on_earth() {
        return Err(Refusal::Unacceptable(Limit::Point).into());
    }
    acceptable_name(&command.town)?;
    acceptable_name(&command.hours)?;
    let (point, town, hours) = (command.point, command.town.clone(), command.hours.clone());
    turn.set.put(PosPlace { pos_id: pos.pos_id, point, town, hours });
    Ok(turn.remember(Receipt::Done))
}

/// A POS's position fell: told once when it crosses the sum that somebody wants to know of.
pub(super) fn watch(
    turn: &mut Turn<'_>,
    account: AccountKey,
    before: i64,
    after: i64,
) -> Result<(), Missing> {
    let pos_id = PosId::from_u128(account.holder);
    let Some(pos) = turn.get::<Pos>(&pos_id)? else {
        return Ok(());
    };
    let below = pos.low_floats.iter().find(|below| below.currency() == account.currency);
    let was_above = |below: &Money| before >= below.minor() || planted!(LowFloatToldAgain);
    if below.is_some_and(|below| was_above(below) && after < below.minor()) {
        let amount = Some(Money::from_minor(after, account.currency));
        let event = turn.event(EventKind::FloatLow);
        turn.tell(Event { pos_id: Some(pos_id), subject: account.holder, amount, ..event });
    }
    Ok(())
}
