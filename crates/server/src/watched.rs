//! What stands in the way of payouts and how many POS are low on float, looked at again and again beside everything
//! else, for `/metrics` and `/readyz`. What is shown may be a few seconds old.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use specie_commands::{BrakeStands, Commands, PayoutsWatched};
use tokio::time::{MissedTickBehavior, interval};

use crate::metrics;

const PAYOUTS_EVERY_S: u64 = 2;
/// Every POS is looked at, so it is done more seldom: once in so many looks at payouts.
const FLOATS_EVERY_LOOKS: u64 = 30;

/// What was seen last.
#[derive(Default)]
pub(crate) struct Watched(Mutex<Seen>);

#[derive(Default, Clone)]
struct Seen {
    payouts: PayoutsWatched,
    low_floats: usize,
}

impl Watched {
    /// Looks at payouts and at floats. What cannot be read stays as it was seen last.
    pub(crate) async fn look(&self, commands: &Commands) {
        self.look_at_payouts(commands).await;
        self.look_at_floats(commands).await;
    }

    /// Looks again and again, for as long as it runs.
    pub(crate) async fn watch(self: Arc<Self>, commands: Commands) {
        let mut tick = interval(Duration::from_secs(PAYOUTS_EVERY_S));
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        tick.tick().await; // The first look was taken before the doors opened.
        let mut looks = 0_u64;
        loop {
            tick.tick().await;
            looks = looks.wrapping_add(1);
            self.look_at_payouts(&commands).await;
            if looks.is_multiple_of(FLOATS_EVERY_LOOKS) {
                self.look_at_floats(&commands).await;
            }
        }
    }

    async fn look_at_payouts(&self, commands: &Commands) {
        match commands.watch_payouts().await {
            Ok(now) => {
                let before = std::mem::replace(&mut self.seen().payouts, now.clone());
                metrics::tell_payouts(&before, &now);
            }
            Err(failure) => tracing::warn!(?failure, "it was not seen whether payouts are stopped"),
        }
    }

    async fn look_at_floats(&self, commands: &Commands) {
        match commands.count_low_floats().await {
            Ok(count) => {
                self.seen().low_floats = count;
                metrics::tell_low_floats(count);
            }
            Err(failure) => tracing::warn!(?failure, "it was not seen which POS are low on float"),
        }
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was seen last, as lines.
    pub(crate) fn lines(&self) -> String {
        let Seen { payouts, low_floats } = self.seen().clone();
        let mut lines = format!("payouts stopped: {}\n", if payouts.stopped { "yes" } else { "no" });
        for (currency, stands) in payouts.brakes {
            let stands = match stands {
                BrakeStands::Eased => "eased",
                BrakeStands::Slow => "slow",
                BrakeStands::Stopped => "stopped",
            };
            let written = writeln!(lines, "brake {currency}: {stands}");
            debug_assert!(written.is_ok(), "a text takes every line");
        }
        lines + &format!("POS low on float: {low_floats}\n")
    }
}
