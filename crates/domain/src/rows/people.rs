//! Operator keys, each with a person and a role, and how many of them may do everything.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::OperatorKeyId;
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// What the bearer of an operator key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Role {
    /// Everything.
    Admin,
    /// The wallet's own back end: wallets, accounts, codes, freezing.
    WalletBackend,
    /// Money in: top-ups and prefunding; reads.
    Finance,
    /// Reads only.
    Auditor,
}

/// An operator's key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OperatorKey {
    /// The key's keyed hash.
    pub hash: KeyedHash,
    /// Its public name.
    pub operator_key_id: OperatorKeyId,
    /// Who bears it.
    pub person: String,
    /// What it allows.
    pub role: Role,
    /// When it was made.
    pub created_at: Time,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Time>,
}

/// From an operator key's public name to the key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OperatorKeyName {
    /// The public name.
    pub operator_key_id: OperatorKeyId,
    /// The key.
    pub hash: KeyedHash,
}

/// The one row that counts the operator's people.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Staff {
    /// Keys of the role [`Role::Admin`] that were not revoked. Without one nobody could make another.
    pub live_admin_keys: u32,
}
