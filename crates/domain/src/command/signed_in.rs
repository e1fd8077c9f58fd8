//! Commands of people who sign in. Whoever sends them has made argon2id's work of the password and compared the
//! authenticator's codes: neither the password nor the seed could be read here.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Actor;
use crate::ids::OperatorKeyId;
pub use crate::rows::Credentials;
use crate::rows::Role;
use crate::secret_hash::KeyedHash;

/// Register a person who signs in.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AddStaff {
    /// Who asks.
    pub actor: Actor,
    /// The name's keyed hash.
    pub name: KeyedHash,
    /// The name.
    pub person: String,
    /// What she may do.
    pub role: Role,
    /// What she will sign in with.
    pub credentials: Credentials,
}

/// Give a person a new password and a new seed, because the old ones are lost; opens a locked name.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ResetStaff {
    /// Who asks.
    pub actor: Actor,
    /// The person.
    pub staff_id: OperatorKeyId,
    /// What she will sign in with.
    pub credentials: Credentials,
}

/// A person changes her own password.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ChangePassword {
    /// Who asks: her session.
    pub actor: Actor,
    /// Keyed hash of what argon2id makes of what she says is her password.
    pub old: KeyedHash,
    /// What the new one is salted with.
    pub salt: [u8; 16],
    /// Keyed hash of what argon2id makes of the new one.
    pub new: KeyedHash,
}

/// A person signs in.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenStaffSession {
    /// The name's keyed hash.
    pub name: KeyedHash,
    /// Keyed hash of what argon2id makes of the password.
    pub password: KeyedHash,
    /// The half-minute in which her authenticator shows the code she sent; none: it does not show it about now.
    pub counter: Option<u64>,
    /// Keyed hash of the token the session shall have.
    pub session: KeyedHash,
}

/// A session is in use, or its person signs out.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SeeStaffSession {
    /// The session.
    pub session: KeyedHash,
    /// Whether it ends.
    pub ends: bool,
}
