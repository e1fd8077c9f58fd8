//! What may be asked about a POS's float and place.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use super::Actor;
use crate::ids::{PosId, Reference};
use crate::rows::{FloatWay, Point};
use crate::secret_hash::KeyedHash;

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

/// A POS asks the operator to bring it float, or to take some away.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AskFloat {
    /// The access key that asks.
    pub key: KeyedHash,
    /// The POS; one of the key's.
    pub pos: Reference<PosId>,
    /// Which way.
    pub way: FloatWay,
    /// How much.
    pub amount: Money,
}

/// A POS takes its request for float back.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct WithdrawFloatAsk {
    /// The access key that asks.
    pub key: KeyedHash,
    /// The POS; one of the key's.
    pub pos: Reference<PosId>,
    /// Of which currency.
    pub currency: Currency,
}

/// The operator answers a POS's request for float; granted, the float moves in the same commit.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AnswerFloat {
    /// Who answers.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// Of which currency.
    pub currency: Currency,
    /// The request that was read.
    pub number: u32,
    /// Whether it is granted.
    pub grant: bool,
}
