//! What may be asked about a POS's float and place.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Money;

use super::Actor;
use crate::ids::{PosId, Reference};
use crate::rows::Point;

/// Move float from one POS to another of the same owner.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct MoveFloat {
    /// Who asks.
    pub actor: Actor,
    /// From this POS.
    pub from: Reference<PosId>,
    /// To this one.
    pub to: Reference<PosId>,
    /// How much, in a currency both serve.
    pub amount: Money,
}

/// Float goes back from a POS to the bank.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ReturnFloat {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// How much.
    pub amount: Money,
}

/// Tell when a POS's position falls below a sum.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetLowFloat {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// The sum, in a currency it serves; zero: not any more.
    pub below: Money,
}

/// Set how far a POS's position may go below zero. What lets it go further is refused here: two people must want it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetCreditLine {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// How far, in a currency it serves.
    pub line: Money,
}

/// Say where a POS is.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct LocatePos {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// Its point.
    pub point: Point,
    /// Its town.
    pub town: String,
    /// When it is open, in its owner's words.
    pub hours: String,
}
