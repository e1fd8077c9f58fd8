//! Keyed hashes. A code, a token, a key or a phone number enters the core only as the first 128 bits of
//! an HMAC that the vault computed; what it stood for cannot be read here.

use std::fmt;
use std::hash::{Hash, Hasher};

use borsh::{BorshDeserialize, BorshSerialize};
use subtle::ConstantTimeEq;

/// The first 128 bits of HMAC-SHA-256 under one of the deployment's own keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub struct KeyedHash([u8; 16]);

impl KeyedHash {
    /// Wraps the bytes the vault computed.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, for engines.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Compares without telling by its time where the first difference lies.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        u128::from_ne_bytes(self.0).ct_eq(&u128::from_ne_bytes(other.0)).into()
    }
}

impl Hash for KeyedHash {
    /// As one number: it is hashed at every look-up of a key, a code or an answer.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u128(u128::from_ne_bytes(self.0));
    }
}

impl fmt::Debug for KeyedHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyedHash(..)")
    }
}
