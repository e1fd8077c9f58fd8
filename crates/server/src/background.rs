//! What the server does unasked: ends sessions whose limits have passed, every second; checks the books,
//! every minute, and stops payouts when something in them is broken.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use specie_commands::{Commands, Lane, SWEEP_SESSIONS_MAX};
use specie_domain::Body;
use specie_domain::command::{Actor, StopPayouts};
use specie_domain::ids::OperationId;
use specie_store::{Audit, Store};
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::house::stop_at_once;
use crate::metrics;

const SWEEP_EVERY_S: u64 = 1;
/// The clocks of cases run in hours and days.
const CASES_EVERY_S: u64 = 10;
const SETTLE_EVERY_S: u64 = 5;
const AUDIT_EVERY_S: u64 = 60;
const DISK_EVERY_S: u64 = 1;
/// Free bytes below which no write is taken: room to stop in order.
const DISK_FREE_BYTES_MIN: u64 = 64 * 1024 * 1024;
/// Full pages one sweep takes; the rest waits for the next.
const SWEEP_PAGES_MAX: usize = 20;

fn every(seconds: u64) -> Interval {
    let mut interval = interval(Duration::from_secs(seconds));
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}

/// Ends sessions whose limits have passed, for as long as it runs. An engine that has stopped by itself (a file
/// beside the journal failed) stops the program here, within a second.
pub(crate) async fn sweep(commands: Commands) {
    let (mut tick, mut seconds, mut after) = (every(SWEEP_EVERY_S), 0_u64, None);
    loop {
        tick.tick().await;
        seconds = seconds.wrapping_add(SWEEP_EVERY_S);
        if seconds.is_multiple_of(CASES_EVERY_S) {
            after = sweep_cases(&commands, after).await;
        }
        if let Some(why) = commands.health().refuses_writes {
            stop_at_once(&why);
        }
        for _ in 0..SWEEP_PAGES_MAX {
            match commands.sweep_sessions().await {
                Ok(named) if named < SWEEP_SESSIONS_MAX => break,
                Ok(_) => {}
                Err(failure) => {
                    tracing::warn!(?failure, "the sweep was cut short");
                    break;
                }
            }
        }
    }
}

/// Goes through the open cases, some pages a time; where the next round begins.
async fn sweep_cases(commands: &Commands, mut after: Option<OperationId>) -> Option<OperationId> {
    for _ in 0..SWEEP_PAGES_MAX {
        match commands.sweep_cases(after).await {
            Ok(None) => return None,
            Ok(next) => after = next,
            Err(failure) => {
                tracing::warn!(?failure, "the sweep of cases was cut short");
                break;
            }
        }
    }
    after
}

/// Cuts settlement batches whose cut-off has passed and goes on with those under way, for as long as it runs. What came
/// after a cut-off is of the next window however late the cut is, so it need not hurry.
pub(crate) async fn settle(commands: Commands) {
    let mut tick = every(SETTLE_EVERY_S);
    loop {
        tick.tick().await;
        match commands.sweep_settlements().await {
            Ok(0) => {}
            Ok(settled) => tracing::info!(settled, "settlement batches were cut"),
            Err(failure) => {
                tracing::warn!(?failure, "a settlement was cut short; it goes on at the next sweep")
            }
        }
    }
}

/// Refuses writes while the disk under `data` is nearly full, and says so once each time; reads go on.
pub(crate) async fn watch_disk(lane: Lane, data: PathBuf) {
    let mut tick = every(DISK_EVERY_S);
    let mut was_full = false;
    loop {
        tick.tick().await;
        let Ok(disk) = rustix::fs::statvfs(&data) else { continue };
        let free = disk.f_bavail.saturating_mul(disk.f_frsize);
        let is_full = free < DISK_FREE_BYTES_MIN;
        lane.pause(is_full);
        if is_full != was_full {
            tracing::warn!(
                free_bytes = free,
                refuses_writes = is_full,
                "the disk is nearly full, or no longer so"
            );
        }
        was_full = is_full;
    }
}

/// Checks the books, for as long as it runs. Payouts that somebody let go on while something in them is broken are
/// stopped again: the call that releases the brake may have been meant for the brake alone.
pub(crate) async fn audit(commands: Commands, store: Arc<dyn Store>) {
    let mut tick = every(AUDIT_EVERY_S);
    loop {
        tick.tick().await;
        match store.audit().await {
            Ok(audit) => {
                metrics::tell_audit(&audit);
                if !audit.violations.is_empty() {
                    stop_payouts(&commands, &audit).await;
                }
            }
            Err(why) => tracing::error!(%why, "the books could not be checked"),
        }
    }
}

/// Stops payouts; where they are stopped for this reason already, nothing is written.
async fn stop_payouts(commands: &Commands, audit: &Audit) {
    for violation in &audit.violations {
        tracing::error!(invariant = violation.invariant, detail = violation.detail, "an invariant is broken");
    }
    let first = audit.violations.first();
    let reason = first.map(|first| format!("invariant {}: {}", first.invariant, first.detail));
    let body = StopPayouts { actor: Actor::System, reason };
    if let Err(failure) = commands.commit_own(Body::StopPayouts(body)).await {
        tracing::error!(?failure, "payouts could not be stopped; trying again at the next audit");
    }
}
