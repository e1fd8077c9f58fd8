//! Remembered answers (pos-api.md section 6), which hold no secret, and salts and signatures that were spent.

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

/// Periods that spent salts and signatures are kept by, seconds: two of them cover the widest window.
pub const SPENT_PERIOD_S: i64 = 3600;

/// The period first, so that old ones lie together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct SpentKey {
    /// The period (of [`SPENT_PERIOD_S`], since the epoch) it was spent in.
    pub period: i64,
    /// Key and salt, or key and signature, hashed together.
    pub name: KeyedHash,
}

/// A salt or a signature that has served.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Spent {
    /// What it is found by.
    pub key: SpentKey,
    /// When it served.
    pub spent_at: Time,
}
