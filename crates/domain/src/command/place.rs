//! What may be asked of POS owners, their POS, and the keys of these.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use super::Actor;
use crate::ids::{KeyId, OwnerId, PosId, Reference};
use crate::rows::{BalanceView, Network, Profile};
use crate::secret_hash::KeyedHash;

/// Register a POS owner.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RegisterOwner {
    /// Who asks.
    pub actor: Actor,
    /// Its trading name.
    pub name: String,
}

/// Register a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RegisterPos {
    /// Who asks.
    pub actor: Actor,
    /// Whose it is.
    pub owner_id: OwnerId,
    /// What people call it.
    pub name: String,
    /// An id an import brings, as it was written.
    pub shown_id: Option<String>,
    /// The currencies it serves.
    pub currencies: Vec<Currency>,
    /// How far its position may go below zero.
    pub credit_lines: Vec<Money>,
}

/// Disable a POS, or undo it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DisablePos {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// Whether it shall be disabled.
    pub disabled: bool,
}

/// Float comes to a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Prefund {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// How much, in a currency the POS serves.
    pub amount: Money,
}

/// Make an access key for a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AddKey {
    /// Who asks.
    pub actor: Actor,
    /// The POS it is limited to.
    pub pos: Reference<PosId>,
    /// The access key's keyed hash.
    pub hash: KeyedHash,
    /// The secret key, sealed by the vault.
    pub sealed_secret: Vec<u8>,
    /// How its requests are authenticated.
    pub profile: Profile,
    /// How long its salts are, bytes, if that is pinned.
    pub salt_bytes: Option<u8>,
    /// The networks it may be used from; none named: any.
    pub networks: Vec<Network>,
    /// What its logins tell of the balances.
    pub balance_view: BalanceView,
    /// The currencies whose accounts it is shown; none named: all.
    pub currencies: Vec<Currency>,
}

/// Revoke an access key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RevokeKey {
    /// Who asks.
    pub actor: Actor,
    /// The POS it is limited to.
    pub pos: Reference<PosId>,
    /// The key.
    pub key_id: KeyId,
}
