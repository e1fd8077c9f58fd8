//! Figures for `/metrics` under Prometheus names, all beginning with `specie_`. No id and no secret is ever a
//! label. The edge counts its own requests; the rest is told here.

use std::sync::Arc;

use metrics::{counter, describe_counter, describe_gauge, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use specie_commands::{BrakeStands, Commands, PayoutsWatched};
use specie_domain::rows::Book;
use specie_store::Audit;

use crate::stopped::{Naming, Stopped};

/// Starts counting. Once in a process.
pub(crate) fn start() -> Result<Arc<PrometheusHandle>, Stopped> {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = Arc::new(recorder.handle());
    metrics::set_global_recorder(recorder).about("metrics")?;
    describe_counter!("specie_commands_total", "Commands kept since the first start");
    describe_counter!("specie_batches_total", "Batches kept since this start");
    describe_counter!("specie_durable_writes_total", "Durable writes of the journal since this start");
    describe_counter!("specie_journal_bytes_total", "Journal bytes written since this start");
    describe_gauge!("specie_lane_waiting", "Commands that wait for a batch");
    describe_gauge!("specie_lag_commands", "Commands kept but not yet in the query tables");
    describe_gauge!("specie_refuses_writes", "1 while the engine refuses writes");
    describe_gauge!("specie_payouts_stopped", "1 while nothing is paid out in any currency");
    describe_gauge!(
        "specie_brake_level",
        "Of the brake of a currency: 0 eased, 1 slow, 2 payouts are stopped"
    );
    describe_gauge!("specie_pos_low_float", "POS whose position is below the sum somebody wants to know of");
    describe_gauge!("specie_violations", "Broken invariants the last audit found; must be 0");
    describe_gauge!("specie_ledger_imbalance_minor", "What a currency's balances sum to; must be 0");
    specie_edge::describe_metrics();
    Ok(handle)
}

/// The figures of now.
pub(crate) fn render(handle: &PrometheusHandle, commands: &Commands) -> String {
    let health = commands.health();
    counter!("specie_commands_total").absolute(health.head.commands);
    counter!("specie_batches_total").absolute(health.batches);
    counter!("specie_durable_writes_total").absolute(health.durable_writes);
    counter!("specie_journal_bytes_total").absolute(health.journal_bytes);
    gauge!("specie_lane_waiting").set(shown(commands.waiting()));
    gauge!("specie_lag_commands").set(shown(health.lag_commands));
    gauge!("specie_refuses_writes").set(u32::from(health.refuses_writes.is_some()));
    handle.run_upkeep();
    handle.render()
}

/// What stands in the way of payouts. A brake that was removed is eased.
pub(crate) fn tell_payouts(before: &PayoutsWatched, now: &PayoutsWatched) {
    gauge!("specie_payouts_stopped").set(u32::from(now.stopped));
    let eased = before.brakes.iter().map(|(currency, _)| (*currency, BrakeStands::Eased));
    for (currency, stands) in eased.chain(now.brakes.iter().copied()) {
        let level: u32 = match stands {
            BrakeStands::Eased => 0,
            BrakeStands::Slow => 1,
            BrakeStands::Stopped => 2,
        };
        gauge!("specie_brake_level", "currency" => currency.code()).set(level);
    }
}

/// How many POS are low on float.
pub(crate) fn tell_low_floats(count: usize) {
    gauge!("specie_pos_low_float").set(shown(count));
}

/// What an audit found.
pub(crate) fn tell_audit(audit: &Audit) {
    for (book, currency, sum) in &audit.sums {
        let book = match book {
            Book::Money => "money",
            Book::Cash => "cash",
        };
        gauge!("specie_ledger_imbalance_minor", "book" => book, "currency" => currency.code())
            .set(bounded(*sum));
    }
    gauge!("specie_violations").set(shown(audit.violations.len()));
}

/// A sum as a gauge takes it; past 2^31 it stays there, and is far from zero all the same.
fn bounded(sum: i128) -> i32 {
    i32::try_from(sum).unwrap_or(if sum < 0 { i32::MIN } else { i32::MAX })
}

/// A count as a gauge takes it; past 2^32 it stays there.
fn shown(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}
