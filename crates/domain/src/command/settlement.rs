//! Commands of settlement. Instants of cut-offs are worked out by the caller, who knows time zones; here they are only
//! compared.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use super::Actor;
use crate::ids::{BatchId, OwnerId};
use crate::time::Time;

/// Say how an owner is settled in one currency.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetSettlement {
    /// Who asks.
    pub actor: Actor,
    /// The owner.
    pub owner_id: OwnerId,
    /// The currency.
    pub currency: Currency,
    /// The local time of the cut-off, minutes after midnight.
    pub cut_off_minute: u16,
    /// The time zone it is local to, by its IANA name.
    pub zone: String,
    /// How the owner's account is named to the bank.
    pub bank_reference: String,
    /// A batch of less than this is not paid, minor units.
    pub threshold: i64,
    /// The first cut-off from now on; none: batches are cut by hand only.
    pub next_cut_off: Option<Time>,
}

/// Cut a batch: by hand at once, or by the program once the cut-off has passed.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CutBatch {
    /// Who asks.
    pub actor: Actor,
    /// The owner.
    pub owner_id: OwnerId,
    /// The currency.
    pub currency: Currency,
    /// The cut-off after this one; none: batches are cut by hand only.
    pub next_cut_off: Option<Time>,
}

/// The program goes on with a batch that is not whole yet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct GoOnWithBatch {
    /// The batch.
    pub batch_id: BatchId,
}

/// The bank confirmed a batch's payment.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ConfirmBatch {
    /// Who asks.
    pub actor: Actor,
    /// The batch.
    pub batch_id: BatchId,
    /// What the bank calls the payment.
    pub word: String,
}

/// The bank failed a batch's payment, or sent it back after it had confirmed it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FailBatch {
    /// Who asks.
    pub actor: Actor,
    /// The batch.
    pub batch_id: BatchId,
    /// Why it failed.
    pub word: String,
}
