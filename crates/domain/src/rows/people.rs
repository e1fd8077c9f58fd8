//! Operator keys, each with a person and a role, how many of them may do everything, and whether one person alone
//! still may make others who judge.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::OperatorKeyId;
use crate::looks;
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// What the bearer of an operator key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Role {
    /// Everything.
    Admin,
    /// The wallet's own back end: wallets, accounts, codes, freezing. Reads what is a wallet's, and nothing else.
    WalletBackend,
    /// Money in: top-ups and prefunding; reads.
    Finance,
    /// Reads only.
    Auditor,
}

impl Role {
    /// Whether its bearer may approve what needs two people, or propose it.
    #[must_use]
    pub const fn judges(self) -> bool {
        match self {
            Self::Admin | Self::Finance => true,
            Self::WalletBackend | Self::Auditor => false,
        }
    }
}

/// Whether two names are one person's: what a reader cannot tell apart makes nobody another one.
#[must_use]
pub fn is_one_person(name: &str, other: &str) -> bool {
    looks::of(name) == looks::of(other)
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

/// The one row that counts the operator's people. Two who judge are two for good: whoever could make them one again, by
/// revoking the other, could go on alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Staff {
    /// Keys of the role [`Role::Admin`] that were not revoked. Without one nobody could make another.
    pub live_admin_keys: u32,
    /// The first person whose role judges.
    pub first_judge: Option<String>,
    /// There was another one beside her.
    pub has_two_judges: bool,
}
