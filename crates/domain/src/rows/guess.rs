//! Counters of wrong codes. They are kept in the login's commit: a crash gives no free guess.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::{CodeId, KeyId, OwnerId, WalletId};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// Wrong codes by one key against one armed code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CodeGuess {
    /// The code and the key.
    pub key: (CodeId, KeyId),
    /// How many.
    pub wrong: u8,
}

/// Wrong codes at one wallet by one owner's POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OwnerGuess {
    /// The wallet and the owner.
    pub key: (WalletId, OwnerId),
    /// The latest wrong ones since the last lock, oldest first.
    pub recent: Vec<Time>,
    /// Locks so far.
    pub locks: u32,
    /// Locked until this instant.
    pub locked_until: Option<Time>,
}

/// Wrong codes at one wallet over all.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct WalletGuess {
    /// The wallet.
    pub wallet_id: WalletId,
    /// The UTC day counted.
    pub day: i64,
    /// Wrong codes on that day.
    pub wrong: u32,
    /// Unbound codes are off until the customer's app confirms the wallet again.
    pub unbound_off: bool,
}

/// Codes used at one key whose sessions are over. Their digits, sent once more, are no guess.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct KeyUsed {
    /// The key.
    pub key_id: KeyId,
    /// The latest ones, oldest first.
    pub codes: Vec<UsedCode>,
}

/// A code that has served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UsedCode {
    /// MAC of phone and digits.
    pub mac: KeyedHash,
    /// It is recognised until this instant.
    pub known_until: Time,
}

/// Wrong codes given by one key, and its history.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct KeyGuess {
    /// The key.
    pub key_id: KeyId,
    /// The UTC day counted.
    pub day: i64,
    /// Wrong codes on that day.
    pub wrong: u32,
    /// The second (since the epoch) counted.
    pub second: i64,
    /// Wrong codes in that second.
    pub wrong_in_second: u32,
    /// The hour (since the epoch) counted.
    pub hour: i64,
    /// Logins in that hour that named phones without an armed code.
    pub unarmed_in_hour: u32,
    /// Earlier days in the history.
    pub days: u32,
    /// Sum of the wrong codes of those days.
    pub sum: u64,
    /// Sum of their squares.
    pub sum_of_squares: u64,
    /// Only codes bound to a POS and a sum are accepted from this key, until it is reviewed.
    pub restricted: bool,
    /// No login is accepted from this key, until it is reviewed.
    pub suspended: bool,
}
