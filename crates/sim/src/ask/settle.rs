//! What is asked of settlement. Owners and currencies by their numbers; sums are minor units, instants are told as
//! seconds after the request arrives.

use specie_domain::command::{Actor, ConfirmBatch, CutBatch, FailBatch, GoOnWithBatch, SetSettlement};
use specie_domain::ids::BatchId;
use specie_domain::rows::Role;
use specie_domain::{Body, Time};

use crate::town::Town;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum SettleAsk {
    /// How an owner is settled: the least that is paid, and the first cut-off.
    Terms { owner: usize, currency: usize, threshold: i64, next_s: Option<i64> },
    /// A batch is cut, by hand or by the program.
    Cut { owner: usize, currency: usize, next_s: Option<i64>, by_hand: bool },
    /// The program goes on with a batch.
    GoOn { batch: BatchId },
    /// The bank confirmed a batch.
    Confirm { batch: BatchId },
    /// The bank failed it, or sent it back.
    Fail { batch: BatchId },
}

impl SettleAsk {
    /// Whose work it is, if an operator key asks for it.
    pub(super) const fn job(&self) -> Option<Role> {
        match self {
            Self::Terms { .. }
            | Self::Cut { by_hand: true, .. }
            | Self::Confirm { .. }
            | Self::Fail { .. } => Some(Role::Finance),
            Self::Cut { by_hand: false, .. } | Self::GoOn { .. } => None,
        }
    }

    /// The command it becomes when it arrives `at` an instant.
    pub(super) fn body(&self, town: &Town, at: Time, actor: Actor) -> Body {
        let after = |next_s: Option<i64>| next_s.map(|next_s| at.plus_s(next_s));
        match *self {
            Self::Terms { owner, currency, threshold, next_s } => Body::SetSettlement(SetSettlement {
                actor,
                owner_id: town.owner_id(owner),
                currency: town.currencies[currency],
                cut_off_minute: 0,
                zone: "UTC".to_owned(),
                bank_reference: format!("Owner {owner}"),
                threshold,
                next_cut_off: after(next_s),
            }),
            Self::Cut { owner, currency, next_s, .. } => Body::CutBatch(CutBatch {
                actor,
                owner_id: town.owner_id(owner),
                currency: town.currencies[currency],
                next_cut_off: after(next_s),
            }),
            Self::GoOn { batch } => Body::GoOnWithBatch(GoOnWithBatch { batch_id: batch }),
            Self::Confirm { batch } => {
                Body::ConfirmBatch(ConfirmBatch { actor, batch_id: batch, word: "a payment".to_owned() })
            }
            Self::Fail { batch } => {
                Body::FailBatch(FailBatch { actor, batch_id: batch, word: "no such account".to_owned() })
            }
        }
    }
}
