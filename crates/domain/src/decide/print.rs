//! Receipts that a POS printed. A fact that moves nothing: heard in the session and however long after it, and no call
//! that keeps a session alive.

use super::session::{Entered, enter_at_any_time};
use super::turn::{Done, Stop, Turn};
use crate::command::TellPrint;
use crate::ids::TillSessionId;
use crate::outcome::Receipt;
use crate::rows::{Event, EventKind, PRINTS_KEPT_MAX, Print, Prints, TillSession};
use crate::time::Time;
use crate::working_set::Missing;

/// Takes a POS's word that a receipt was printed.
pub(super) fn tell(turn: &mut Turn<'_>, command: &TellPrint) -> Result<Done, Stop> {
    let entered = enter_at_any_time(turn, &command.call)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let operation_id = entered.session.operation_id;
    let before = turn.get::<Prints>(&operation_id)?;
    let mut prints = before
        .map_or_else(|| Prints { operation_id, count: 0, kept: Vec::new() }, |before| (*before).clone());
    let is_uncounted = planted!(CopiesUncounted) && prints.count > 0;
    prints.count = prints.count.saturating_add(u32::from(!is_uncounted));
    let number = prints.count;
    if prints.kept.len() < PRINTS_KEPT_MAX {
        let printed_at = command.printed_at.max(entered.session.opened_at).min(turn.at);
        let till_session_id = till_at(turn, &entered, printed_at)?;
        prints.kept.push(Print { printed_at, told_at: turn.at, medium: command.medium, till_session_id });
        tell_of(turn, &entered, number);
    }
    turn.set.put(prints);
    Ok(turn.remember(Receipt::Printed(number)))
}

/// The open till that the key serves, if it did so already when the receipt was printed.
fn till_at(turn: &Turn<'_>, entered: &Entered, printed_at: Time) -> Result<Option<TillSessionId>, Missing> {
    let Some(till_session_id) = entered.key.till_session_id else {
        return Ok(None);
    };
    let session = turn.get::<TillSession>(&till_session_id)?;
    let was_open =
        session.is_some_and(|session| session.closed_at.is_none() && session.opened_at <= printed_at);
    Ok(was_open.then_some(till_session_id))
}

fn tell_of(turn: &mut Turn<'_>, entered: &Entered, number: u32) {
    let event = turn.event(EventKind::ReceiptPrinted);
    turn.tell(Event {
        wallet_id: Some(entered.session.wallet_id),
        pos_id: Some(entered.session.pos_id),
        operation_id: Some(entered.session.operation_id),
        subject: u128::from(number),
        ..event
    });
}
