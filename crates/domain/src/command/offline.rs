//! Commands of wallets' offline devices.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Actor, OpenSession};
use crate::ids::WalletId;
use crate::secret_hash::KeyedHash;

/// Enrol a wallet's offline device; the seed before, if there was one, is forgotten.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct EnrolDevice {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// The device's seed, sealed under the wallet's own key.
    pub sealed_seed: Vec<u8>,
}

/// Remove a wallet's offline device.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RemoveDevice {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
}

/// Open a session with digits that may be an armed code's or an offline device's.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenSessionOffline {
    /// The login.
    pub login: OpenSession,
    /// The enrolment whose seed the codes below were made from.
    pub enrolment: u32,
    /// The device's codes in the half-minutes about the login's arrival.
    pub expected: Vec<OfflineCode>,
}

/// What a device shows in one half-minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OfflineCode {
    /// The half-minute's number ([`Time::half_minute`]).
    pub counter: u64,
    /// MAC of phone and digits.
    pub mac: KeyedHash,
}
