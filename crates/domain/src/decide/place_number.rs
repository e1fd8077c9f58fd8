//! Gives each POS its short number when it is registered.

use super::turn::{Stop, Turn};
use crate::ids::PosId;
use crate::rows::{FIRST_PLACE_NUMBER, NumberOfPlace, PlaceNumber, PlaceNumbers};

/// Gives `pos_id` the next number.
pub(super) fn give(turn: &mut Turn<'_>, pos_id: PosId) -> Result<(), Stop> {
    let number = turn.get::<PlaceNumbers>(&())?.map_or(FIRST_PLACE_NUMBER, |numbers| numbers.next);
    turn.set.put(PlaceNumbers { next: number.saturating_add(1) });
    turn.set.put(PlaceNumber { number, pos_id });
    turn.set.put(NumberOfPlace { pos_id, number });
    Ok(())
}
