//! Instants as Unix milliseconds, UTC. The clock itself is elsewhere: a time always comes in with a command.

use borsh::{BorshDeserialize, BorshSerialize};

/// Milliseconds in a day.
pub const DAY_MS: i64 = 86_400_000;
/// Milliseconds of one period of RFC 6238.
const HALF_MINUTE_MS: i64 = 30_000;

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Time(i64);

impl Time {
    /// The instant `ms` milliseconds after the epoch.
    #[must_use]
    pub const fn from_unix_ms(ms: i64) -> Self {
        Self(ms)
    }

    /// Milliseconds since the epoch.
    #[must_use]
    pub const fn unix_ms(self) -> i64 {
        self.0
    }

    /// This instant moved by `seconds`; stops at the ends of the range.
    #[must_use]
    pub const fn plus_s(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// Milliseconds from `earlier` to this instant; negative when it is later.
    #[must_use]
    pub const fn ms_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Whole UTC days since the epoch.
    #[must_use]
    pub const fn day(self) -> i64 {
        self.0.div_euclid(DAY_MS)
    }

    /// The number of the half-minute that holds this instant: the counter of RFC 6238 with its 30 s. An instant
    /// before the epoch is in the first one.
    #[must_use]
    pub fn half_minute(self) -> u64 {
        u64::try_from(self.0.div_euclid(HALF_MINUTE_MS)).unwrap_or(0)
    }

    /// The start of the fixed window of `seconds` that holds this instant, as RFC 6238 counts them.
    #[must_use]
    pub fn window_start(self, seconds: u32) -> Self {
        let width = i64::from(seconds).saturating_mul(1000);
        match self.0.checked_rem_euclid(width) {
            Some(into) => Self(self.0.saturating_sub(into)),
            None => self,
        }
    }
}
