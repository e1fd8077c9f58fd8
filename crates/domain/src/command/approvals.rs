//! Asking for what needs two people, and judging it.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Actor;
use crate::ids::ProposalId;
use crate::rows::Proposed;

/// Propose what another person must approve.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Propose {
    /// Who asks; never the program.
    pub actor: Actor,
    /// What for.
    pub what: Proposed,
}

/// Approve a proposal, turn it down, or take back one's own.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Judge {
    /// Who judges; never the program.
    pub actor: Actor,
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Whether it shall be carried out.
    pub approve: bool,
}
