//! A wallet's offline device: it makes codes from a seed by RFC 6238 while the customer has no network
//! (cash-lifecycle.md section 5). Its codes are always guessable, so it has its own counters. The seed lies here
//! only sealed under the wallet's personal key.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::{DeviceId, WalletId};
use crate::time::Time;

/// A wallet's offline device; there is at most one, and none is the ordinary case.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OfflineDevice {
    /// Whose it is.
    pub wallet_id: WalletId,
    /// The seed, sealed under the wallet's own key; empty once it was removed or the customer forgotten.
    pub sealed_seed: Vec<u8>,
    /// How many seeds the wallet has had, this one counted: codes are judged by the seed they were made from.
    pub enrolment: u32,
    /// When this seed was enrolled.
    pub enrolled_at: Time,
    /// When it was removed, if it was.
    pub removed_at: Option<Time>,
    /// The newest half-minute whose code opened a session; zero: none has. No older code opens one any more.
    pub last_counter: u64,
    /// The UTC day counted.
    pub day: i64,
    /// Wrong codes on that day.
    pub wrong: u32,
    /// Sessions opened on that day.
    pub opened: u32,
    /// Its codes are off until the customer's app confirms the wallet again.
    pub off: bool,
    /// The customer's device that enrolled it; none: the operator did.
    pub device_id: Option<DeviceId>,
}

impl OfflineDevice {
    /// The same with its counters moved on to the UTC day of `at`; they are never moved back.
    #[must_use]
    pub fn on_day(&self, at: Time) -> Self {
        if at.day() > self.day {
            Self { day: at.day(), wrong: 0, opened: 0, ..self.clone() }
        } else {
            self.clone()
        }
    }
}
