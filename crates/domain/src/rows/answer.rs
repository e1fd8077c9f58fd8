//! Remembered answers (pos-api.md section 6). They hold no secret.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::outcome::Receipt;
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// The day first, so that old answers lie together and new ones at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct AnswerKey {
    /// The UTC day it was given on.
    pub day: i64,
    /// Credential, method, path template and idempotency value, hashed together.
    pub name: KeyedHash,
}

/// The first answer to a request that carried an idempotency value.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Answer {
    /// What it is found by.
    pub key: AnswerKey,
    /// The request's parsed values, hashed.
    pub fingerprint: KeyedHash,
    /// What was answered.
    pub receipt: Receipt,
    /// When.
    pub given_at: Time,
}
