//! Tills and cashiers of a POS, the notes a currency has, and a cashier's word: id and PIN. Five wrong PINs in a row
//! lock a cashier until the operator sets a new one. Knows no cash.

use std::sync::Arc;

use specie_money::Currency;

use super::place;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::coinage;
use crate::command::{AddCashier, AddTill, ChangeCashier, RetireTill, RunTills, SetCashRules, Sign};
use crate::ids::{PosId, TillId};
use crate::outcome::{Limit, Receipt, Refusal, Thing, TillRefusal};
use crate::rows::{CashRoom, CashRules, Cashier, Event, EventKind, Pos, Role, Till};
use crate::working_set::Missing;

/// Wrong PINs in a row that lock a cashier.
const WRONG_PINS_MAX: u8 = 5;
/// Tills of one POS.
const TILLS_OF_POS_MAX: usize = 32;
/// Cashiers of one POS.
const CASHIERS_OF_POS_MAX: usize = 64;
/// Notes and coins of one currency.
const DENOMINATIONS_MAX: usize = 32;

const fn keeps_tills(role: Role) -> bool {
    matches!(role, Role::Admin)
}

/// A POS shall keep its cash in tills, or no longer. Not while a till of it is open; what is under way at the moment
/// ends by the rule it began under.
pub(super) fn run_tills(turn: &mut Turn<'_>, command: &RunTills) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_tills)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = place::pos(turn, &command.pos)?;
    let tills = turn.get::<CashRoom>(&pos.pos_id)?.map_or_else(Vec::new, |room| room.tills.clone());
    let tills = turn.set.get_all::<Till>(&tills)?;
    if tills.into_iter().flatten().any(|till| till.open.is_some()) {
        return Err(Refusal::AtTill(TillRefusal::TillIsOpen).into());
    }
    if pos.runs_tills != command.runs_tills {
        turn.set.put(Pos { runs_tills: command.runs_tills, ..(*pos).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

/// Registers a drawer.
pub(super) fn add_till(turn: &mut Turn<'_>, command: &AddTill) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_tills)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.name)?;
    let pos = place::pos(turn, &command.pos)?;
    let mut room = room(turn, pos.pos_id)?;
    if room.tills.len() >= TILLS_OF_POS_MAX {
        return Err(Refusal::Unacceptable(Limit::TillsOfPos(TILLS_OF_POS_MAX)).into());
    }
    let till_id = TillId::new(turn.at, turn.fresh, turn.fresh.bucket());
    let (name, created_at) = (command.name.clone(), turn.at);
    turn.set.put(Till { till_id, pos_id: pos.pos_id, name, open: None, created_at, retired_at: None });
    room.tills.push(till_id);
    turn.set.put(room);
    Ok(turn.remember(Receipt::TillAdded(till_id)))
}

/// Takes a closed drawer out of service: nobody opens it again, and the POS has room for another. What it was is kept.
pub(super) fn retire_till(turn: &mut Turn<'_>, command: &RetireTill) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_tills)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let till = turn.get::<Till>(&command.till_id)?.ok_or(Refusal::NotFound(Thing::Till))?;
    if till.retired_at.is_some() {
        return Ok(Done::before(Receipt::Done));
    }
    if till.open.is_some() {
        return Err(Refusal::AtTill(TillRefusal::TillIsOpen).into());
    }
    let mut room = room(turn, till.pos_id)?;
    room.tills.retain(|till_id| *till_id != command.till_id);
    turn.set.put(room);
    turn.set.put(Till { retired_at: Some(turn.at), ..(*till).clone() });
    Ok(turn.remember(Receipt::Done))
}

/// Registers a cashier.
pub(super) fn add(turn: &mut Turn<'_>, command: &AddCashier) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_tills)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.name)?;
    let pos = place::pos(turn, &command.pos)?;
    if turn.get::<Cashier>(&command.cashier_id)?.is_some() {
        return Err(Refusal::Exists(Thing::Cashier).into());
    }
    let mut room = room(turn, pos.pos_id)?;
    if room.cashiers.len() >= CASHIERS_OF_POS_MAX {
        return Err(Refusal::Unacceptable(Limit::CashiersOfPos(CASHIERS_OF_POS_MAX)).into());
    }
    turn.set.put(Cashier {
        cashier_id: command.cashier_id,
        pos_id: pos.pos_id,
        name: command.name.clone(),
        role: command.role,
        pin: command.pin,
        wrong: 0,
        locked_at: None,
        active: true,
        created_at: turn.at,
    });
    room.cashiers.push(command.cashier_id);
    turn.set.put(room);
    Ok(turn.remember(Receipt::CashierAdded(command.cashier_id)))
}

/// Sets a new PIN, which also unlocks, or says whether the cashier still works here.
pub(super) fn change(turn: &mut Turn<'_>, command: &ChangeCashier) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_tills)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let known = turn.get::<Cashier>(&command.cashier_id)?.ok_or(Refusal::NotFound(Thing::Cashier))?;
    let mut cashier = (*known).clone();
    if let Some(pin) = command.pin {
        (cashier.pin, cashier.wrong, cashier.locked_at) = (pin, 0, None);
    }
    cashier.active = command.active.unwrap_or(cashier.active);
    if cashier != *known {
        turn.set.put(cashier);
    }
    Ok(turn.remember(Receipt::Done))
}

/// Says which notes and coins a currency has, and how much a closing count may differ.
pub(super) fn set_rules(turn: &mut Turn<'_>, command: &SetCashRules) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_tills)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let mut denominations = command.denominations.clone();
    denominations.sort_unstable_by_key(|worth| std::cmp::Reverse(*worth));
    denominations.dedup();
    let is_each_once = denominations.len() == command.denominations.len();
    let are_positive = denominations.iter().all(|worth| *worth > 0) && !denominations.is_empty();
    if !is_each_once || !are_positive || denominations.len() > DENOMINATIONS_MAX {
        return Err(Refusal::Unacceptable(Limit::Denominations(DENOMINATIONS_MAX)).into());
    }
    if command.variance_alert < 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    let SetCashRules { currency, variance_alert, .. } = *command;
    turn.set.put(CashRules { currency, denominations, variance_alert });
    Ok(turn.remember(Receipt::Done))
}

/// What holds of a currency's cash: what the operator said, or its central bank; any difference is then an alert.
pub(super) fn rules(turn: &Turn<'_>, currency: Currency) -> Result<CashRules, Missing> {
    let said = turn.get::<CashRules>(&currency)?;
    let by_default =
        || CashRules { currency, denominations: coinage::of(currency).to_vec(), variance_alert: 0 };
    Ok(said.map_or_else(by_default, |said| (*said).clone()))
}

fn room(turn: &Turn<'_>, pos_id: PosId) -> Result<CashRoom, Missing> {
    let empty = || CashRoom { pos_id, tills: Vec::new(), cashiers: Vec::new() };
    Ok(turn.get::<CashRoom>(&pos_id)?.map_or_else(empty, |room| (*room).clone()))
}

/// A cashier's word at `pos_id`. A wrong PIN is counted, whatever was asked with it.
pub(super) fn signed(turn: &mut Turn<'_>, sign: Sign, pos_id: PosId) -> Result<Arc<Cashier>, Stop> {
    let known = turn.get::<Cashier>(&sign.cashier_id)?;
    let known = known.filter(|cashier| cashier.active && cashier.pos_id == pos_id);
    let cashier = known.ok_or(Refusal::AtTill(TillRefusal::PinNotValid))?;
    if cashier.locked_at.is_some() {
        return Err(Refusal::AtTill(TillRefusal::CashierLocked).into());
    }
    if cashier.pin.matches(&sign.pin) {
        if cashier.wrong > 0 {
            turn.set.put(Cashier { wrong: 0, ..(*cashier).clone() });
        }
        return Ok(cashier);
    }
    let wrong = cashier.wrong.saturating_add(1);
    let is_last = wrong >= WRONG_PINS_MAX && !planted!(CashierNeverLocked);
    let locked_at = if is_last { cashier.locked_at.or(Some(turn.at)) } else { None };
    if is_last {
        let event = turn.event(EventKind::CashierLocked);
        turn.tell(Event { pos_id: Some(pos_id), subject: sign.cashier_id.as_u128(), ..event });
    }
    turn.set.put(Cashier { wrong, locked_at, ..(*cashier).clone() });
    Err(Stop::Counted(Refusal::AtTill(TillRefusal::PinNotValid)))
}
