//! Offline devices in the words of the simulation: a seed is a number, and what a device shows follows from it and
//! the half-minute. Also what whoever sends a login to the core computes from the device's row, as it was read when
//! the login arrived. Knows no rule of what a code is worth.

use specie_domain::Time;
use specie_domain::command::OfflineCode;
use specie_domain::rows::OfflineDevice;

use crate::chance::mixed;
use crate::names;

/// Codes of eight digits are numbers from here on, so that none is one of six digits.
pub(crate) const EIGHT_DIGITS: u32 = 100_000_000;
/// Half-minutes before and after a login's arrival whose codes go with it to the core.
const BACK: u64 = 4;
const AHEAD: u64 = 1;

/// What a device with this seed shows in a half-minute.
pub(crate) fn shown(seed: u64, half_minute: u64) -> u32 {
    let digits = mixed(seed ^ mixed(half_minute)) % u64::from(EIGHT_DIGITS);
    EIGHT_DIGITS + u32::try_from(digits).unwrap_or(0)
}

/// A device as it was read when a login arrived: its enrolment and its seed. Without one, nobody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Read {
    /// The enrolment.
    pub(crate) enrolment: u32,
    seed: u64,
}

impl Read {
    /// Of the row.
    pub(crate) fn of(row: &OfflineDevice) -> Self {
        let seed = seed_of(&row.sealed_seed);
        seed.map_or_else(Self::default, |seed| Self { enrolment: row.enrolment, seed })
    }

    /// The codes that go with a login for `phone` that arrived `at` an instant.
    pub(crate) fn codes(self, phone: usize, at: Time) -> Vec<OfflineCode> {
        let now = at.half_minute();
        let code = |counter| OfflineCode { counter, mac: names::code(phone, shown(self.seed, counter)) };
        (now.saturating_sub(BACK)..=now + AHEAD).map(code).collect()
    }
}

/// A seed as a row keeps it. Nothing is sealed in a simulation.
pub(crate) fn sealed(seed: u64) -> Vec<u8> {
    seed.to_be_bytes().to_vec()
}

fn seed_of(sealed: &[u8]) -> Option<u64> {
    sealed.try_into().ok().map(u64::from_be_bytes)
}
