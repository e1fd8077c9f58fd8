//! A POS asks the operator for float, or to take some away; the operator moves it or does not (cash-lifecycle.md
//! section 4). One request a POS and currency waits at a time: a newer one takes its place, and an answer names the
//! number it read, so that nobody grants another sum than was looked at.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::approvals::signer;
use super::float::{moves_float, permit_position, position, serves};
use super::ledger::Posting;
use super::place::pos;
use super::turn::{Done, Stop, Turn};
use crate::command::{AnswerFloat, AskFloat, WithdrawFloatAsk};
use crate::ids::{PosId, Reference};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{
    AccountKey, AccountKind, Event, EventKind, FloatAnswer, FloatRequest, FloatWay, Pos, PosKey, Reason,
};
use crate::secret_hash::KeyedHash;

/// Keeps what a POS asks for.
pub(super) fn ask(turn: &mut Turn<'_>, command: &AskFloat) -> Result<Done, Stop> {
    let (key, pos) = asking(turn, &command.key, &command.pos)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    if command.amount.minor() <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    serves(&pos, command.amount.currency())?;
    let of = (pos.pos_id, command.amount.currency());
    let before = turn.get::<FloatRequest>(&of)?;
    let request = FloatRequest {
        key: of,
        number: before.map_or(1, |before| before.number.saturating_add(1)),
        way: command.way,
        amount: command.amount,
        asked_by: key.key_id,
        asked_at: turn.at,
        answer: FloatAnswer::Waiting,
    };
    tell(turn, EventKind::FloatAsked, &request);
    turn.set.put(request);
    Ok(turn.remember(Receipt::Done))
}

/// Takes it back; said again, it changes nothing.
pub(super) fn withdraw(turn: &mut Turn<'_>, command: &WithdrawFloatAsk) -> Result<Done, Stop> {
    let (_, pos) = asking(turn, &command.key, &command.pos)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let request = waiting(turn, pos.pos_id, command.currency)?;
    let answer = FloatAnswer::Withdrawn(turn.at);
    turn.set.put(FloatRequest { answer, ..(*request).clone() });
    Ok(turn.remember(Receipt::Done))
}

/// `funding → pos` or `pos → funding` where it is granted.
pub(super) fn answer(turn: &mut Turn<'_>, command: &AnswerFloat) -> Result<Done, Stop> {
    let signer = signer(turn, command.actor, moves_float)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = pos(turn, &command.pos)?;
    let request = waiting(turn, pos.pos_id, command.currency)?;
    if request.number != command.number && !planted!(OtherRequestGranted) {
        return Err(Refusal::NotFound(Thing::FloatRequest).into());
    }
    let (kind, answer) = if command.grant {
        grant(turn, &pos, &request)?;
        (EventKind::FloatGranted, FloatAnswer::Granted(turn.at, signer))
    } else {
        (EventKind::FloatDeclined, FloatAnswer::Declined(turn.at, signer))
    };
    tell(turn, kind, &request);
    turn.set.put(FloatRequest { answer, ..(*request).clone() });
    Ok(turn.remember(Receipt::Done))
}

fn grant(turn: &mut Turn<'_>, pos: &Pos, request: &FloatRequest) -> Result<(), Stop> {
    let currency = request.amount.currency();
    let funding = AccountKey::of_operator(AccountKind::Funding, currency);
    let position = position(pos.pos_id, currency);
    let (debit, credit, reason) = match request.way {
        FloatWay::Bring => (funding, position, Reason::Prefunding),
        FloatWay::TakeAway => {
            permit_position(turn, pos, request.amount)?;
            (position, funding, Reason::FloatReturned)
        }
    };
    let amount = request.amount.minor();
    turn.post_request(Posting { debit, credit, amount, reason, operation_id: None })
}

/// The key that asks, and the POS, which must be one of the key's.
fn asking(
    turn: &Turn<'_>,
    hash: &KeyedHash,
    reference: &Reference<PosId>,
) -> Result<(Arc<PosKey>, Arc<Pos>), Stop> {
    let key = turn.live_key(hash)?;
    let pos = turn.pos(reference)?.ok_or(Refusal::PosNotOfKey)?;
    let is_the_keys = pos.owner_id == key.owner_id && (key.pos.is_empty() || key.pos.contains(&pos.pos_id));
    if is_the_keys { Ok((key, pos)) } else { Err(Refusal::PosNotOfKey.into()) }
}

fn waiting(turn: &Turn<'_>, pos_id: PosId, currency: Currency) -> Result<Arc<FloatRequest>, Stop> {
    let request = turn.get::<FloatRequest>(&(pos_id, currency))?;
    let is_new = |request: &Arc<FloatRequest>| request.answer == FloatAnswer::Waiting;
    let waits = request.filter(|request| is_new(request) || planted!(GrantedTwice));
    Ok(waits.ok_or(Refusal::NotFound(Thing::FloatRequest))?)
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, request: &FloatRequest) {
    let event = turn.event(kind);
    let amount = Some(Money::from_minor(request.amount.minor(), request.amount.currency()));
    turn.tell(Event { pos_id: Some(request.key.0), subject: u128::from(request.number), amount, ..event });
}
