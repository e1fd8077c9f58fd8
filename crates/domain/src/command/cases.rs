//! What the program does to cases by the clock, and what the operator sets for a POS's cash in doubt.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Actor;
use crate::ids::{OperationId, PosId, Reference};
use crate::rows::{OnExpiry, Rule};

/// Put rule packs into force, in place of all before. Only the program itself sends it, at its start.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetRules {
    /// The rules, in the order in which they are looked through.
    pub rules: Vec<Rule>,
}

/// A case's clock has come to a step. Only the sweep sends it; whether it is due is judged where it is decided.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StepCase {
    /// The operation it is about.
    pub operation_id: OperationId,
}

/// Set what becomes of a POS's cash of which nobody says anything.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetOnExpiry {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// What becomes of it.
    pub on_expiry: OnExpiry,
}
