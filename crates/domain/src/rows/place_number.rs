//! Short numbers of POS: what a customer types who stands in the shop and cannot scan its code. Given in the order of
//! registration, and never to another POS.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::PosId;

/// From a short number to its POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PlaceNumber {
    /// The number, from [`FIRST_PLACE_NUMBER`] on.
    pub number: u32,
    /// The POS.
    pub pos_id: PosId,
}

/// From a POS to its short number.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct NumberOfPlace {
    /// The POS.
    pub pos_id: PosId,
    /// The number.
    pub number: u32,
}

/// The one row that says which number comes next.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PlaceNumbers {
    /// The next POS's number.
    pub next: u32,
}

/// The first POS's number: all of them have four digits at least, so that a slip is rarely another shop's number.
pub const FIRST_PLACE_NUMBER: u32 = 1_001;
