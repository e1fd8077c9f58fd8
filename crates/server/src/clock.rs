//! The real clock and the real source of chance. Nobody else makes one; everybody else is handed one.

use std::time::{SystemTime, UNIX_EPOCH};

use specie_commands::{Chance, Clock};
use specie_domain::Time;

use crate::stopped::UNTRUSTWORTHY;

/// The machine's wall clock, UTC.
#[derive(Debug)]
pub(crate) struct WallClock;

impl Clock for WallClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the real time comes in")]
    fn now(&self) -> Time {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Time::from_unix_ms(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// The operating system's random bytes.
#[derive(Debug)]
pub(crate) struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(why) = getrandom::fill(bytes) {
            tracing::error!(%why, "no random bytes: a guessable code is worse than none");
            std::process::exit(i32::from(UNTRUSTWORTHY));
        }
    }
}
