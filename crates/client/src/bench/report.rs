//! What a run says: as text for people, with a plot of the latencies, and as JSON for programs. Microseconds;
//! whole numbers, or thousandths of them printed with three decimals.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;

use super::figures::Figures;
use super::options::{Options, Workload};
use super::tally::Tally;

/// Width of the longest bar of the plot.
const BAR_CHARS_MAX: u64 = 50;

/// What was measured while the clock ran.
#[derive(Debug, Clone, Default)]
pub(super) struct Measured {
    pub(super) lasted: Duration,
    pub(super) rounds: u64,
    pub(super) figures: Figures,
    pub(super) whole_run: Figures,
    /// Commands not yet in the query tables, second by second.
    pub(super) lags: Vec<u64>,
    pub(super) lag_at_end: u64,
    pub(super) resident_kib: u64,
    pub(super) seen_per_second: u64,
}

/// Latencies of one kind, microseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Spread {
    /// How many.
    pub count: u64,
    /// Half took no longer.
    pub p50_us: u64,
    /// Nine of ten took no longer.
    pub p90_us: u64,
    /// 99 of a hundred took no longer.
    pub p99_us: u64,
    /// 999 of a thousand took no longer.
    pub p999_us: u64,
    /// The longest.
    pub max_us: u64,
}

impl Spread {
    /// Of a histogram of nanoseconds.
    pub(super) fn of(histogram: &Histogram<u64>) -> Self {
        let us = |quantile| histogram.value_at_quantile(quantile) / 1000;
        Self {
            count: histogram.len(),
            p50_us: us(0.5),
            p90_us: us(0.9),
            p99_us: us(0.99),
            p999_us: us(0.999),
            max_us: histogram.max() / 1000,
        }
    }
}

/// One kind of request.
#[derive(Debug, Clone, Serialize)]
pub struct StepFigures {
    /// Its name.
    pub step: &'static str,
    /// From sending (the first of a visit: from its time in the schedule) to the checked answer.
    #[serde(flatten)]
    pub latency: Spread,
}

/// A whole run. Everything is of the measured rounds alone, unless it says otherwise.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Whether every answer was right and the books balance.
    pub ok: bool,
    /// What the customers came for.
    pub workload: &'static str,
    /// Where arming is counted.
    pub arming: &'static str,
    /// Connections that carried visits.
    pub clients: usize,
    /// Threads of the load generator.
    pub threads: usize,
    /// Visits a second by schedule; none: closed loop.
    pub rate: Option<u64>,
    /// Wallets used.
    pub wallets: usize,
    /// POS used.
    pub pos: usize,
    /// How long the clock ran, milliseconds.
    pub measured_ms: u64,
    /// In how many rounds.
    pub rounds: u64,
    /// Visits, in the ordinary case full cash-outs, a second, in thousandths.
    pub visits_per_1000_s: u64,
    /// Requests that wait for a durable write of their own, a second; arming counts where it was measured.
    pub durable_requests_per_s: u64,
    /// All requests a second.
    pub requests_per_s: u64,
    /// From the visit's beginning, by schedule in the open loop, to its last answer.
    pub visit: Spread,
    /// Each kind of request.
    pub steps: Vec<StepFigures>,
    /// Durable writes of the server's journal for a thousand visits.
    pub fsyncs_per_1000_visits: u64,
    /// Bytes of the server's journal for a visit.
    pub journal_bytes_per_visit: u64,
    /// CPU time of the server for a visit; 0 when its process was not named.
    pub server_cpu_us_per_visit: u64,
    /// CPU time of the load generator for a visit.
    pub own_cpu_us_per_visit: u64,
    /// Bytes the server had written to disks for each command it kept, over the whole run with preparation, once
    /// its query tables had caught up; 0 when its process was not named.
    pub bytes_written_per_command: u64,
    /// Commands not yet in the query tables, read every second: the most in the first half of the run.
    pub lag_commands_max_early: u64,
    /// The most in the second half; far more than in the first would mean that they fall behind.
    pub lag_commands_max_late: u64,
    /// And at the end, after waiting for them.
    pub lag_commands_at_end: u64,
    /// Memory of the server at the end; 0 when its process was not named.
    pub server_resident_kib: u64,
    /// What went wrong under load, and how often; preparation included.
    pub failures: BTreeMap<String, u64>,
    /// What the audit found wrong.
    pub mistakes: Vec<String>,
    /// The visits' latencies as bars.
    #[serde(skip)]
    plot: String,
}

impl Report {
    pub(super) fn new(options: &Options, tally: &Tally, measured: Measured, mistakes: Vec<String>) -> Self {
        let Measured { figures, whole_run, .. } = measured;
        let (early, late) = measured.lags.split_at(measured.lags.len() / 2);
        let most = |lags: &[u64]| lags.iter().copied().max().unwrap_or_default();
        let ms = u64::try_from(measured.lasted.as_millis()).unwrap_or(u64::MAX);
        let per_second = |count: u64| over(count.saturating_mul(1000), ms);
        let visits = tally.visits.histogram.len();
        let (mut requests, mut durable) = (0, 0);
        for (step, latencies) in tally.steps() {
            requests += latencies.in_time;
            durable += if step.is_durable() { latencies.in_time } else { 0 };
        }
        let steps = tally.steps().map(|(step, latencies)| StepFigures {
            step: step.name(),
            latency: Spread::of(&latencies.histogram),
        });
        Self {
            ok: tally.failed == 0 && mistakes.is_empty() && visits > 0,
            workload: options.workload.name(),
            arming: options.arming.name(),
            clients: options.clients,
            threads: options.threads,
            rate: options.rate,
            wallets: options.wallets,
            pos: options.pos,
            measured_ms: ms,
            rounds: measured.rounds,
            visits_per_1000_s: over(tally.visits.in_time.saturating_mul(1_000_000), ms),
            durable_requests_per_s: per_second(durable),
            requests_per_s: per_second(requests),
            visit: Spread::of(&tally.visits.histogram),
            steps: steps.collect(),
            fsyncs_per_1000_visits: over(figures.durable_writes.saturating_mul(1000), visits),
            journal_bytes_per_visit: over(figures.journal_bytes, visits),
            server_cpu_us_per_visit: over(figures.server_cpu_us, visits),
            own_cpu_us_per_visit: over(figures.own_cpu_us, visits),
            bytes_written_per_command: over(whole_run.bytes_written, whole_run.commands),
            lag_commands_max_early: most(early),
            lag_commands_max_late: most(late),
            lag_commands_at_end: measured.lag_at_end,
            server_resident_kib: measured.resident_kib,
            failures: tally.failures.clone(),
            mistakes,
            plot: plot(&tally.visits.histogram),
        }
    }

    /// For a person.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        match self.write(&mut text) {
            Ok(()) | Err(std::fmt::Error) => text, // Writing to a text cannot fail.
        }
    }

    /// For a program.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn write(&self, text: &mut String) -> std::fmt::Result {
        let pace = self.rate.map_or("closed loop".to_owned(), |rate| format!("open loop, {rate} visits/s"));
        writeln!(text, "{}, {pace}, {} clients, codes armed {}", self.workload, self.clients, self.arming)?;
        writeln!(text, "{} wallets, {} POS, {} thread(s) of load", self.wallets, self.pos, self.threads)?;
        let rate = thousandths(self.visits_per_1000_s);
        let seconds = thousandths(self.measured_ms);
        writeln!(
            text,
            "\n{rate} visits/s, {} durable requests/s, {} requests/s",
            self.durable_requests_per_s, self.requests_per_s
        )?;
        writeln!(text, "measured for {seconds} s in {} round(s)\n", self.rounds)?;
        writeln!(
            text,
            "{:<10}{:>10}{:>10}{:>10}{:>10}{:>10}{:>10}",
            "us", "count", "p50", "p90", "p99", "p99.9", "max"
        )?;
        let visit = [("visit", self.visit)].into_iter();
        for (name, row) in visit.chain(self.steps.iter().map(|step| (step.step, step.latency))) {
            let Spread { count, p50_us, p90_us, p99_us, p999_us, max_us } = row;
            writeln!(
                text,
                "{name:<10}{count:>10}{p50_us:>10}{p90_us:>10}{p99_us:>10}{p999_us:>10}{max_us:>10}"
            )?;
        }
        writeln!(text, "\n{}", self.plot)?;
        if self.workload != Workload::Nothing.name() {
            self.write_server(text)?;
        }
        for (failure, count) in &self.failures {
            writeln!(text, "FAILED {count} times: {failure}")?;
        }
        for mistake in &self.mistakes {
            writeln!(text, "AUDIT: {mistake}")?;
        }
        writeln!(text, "{}", if self.ok { "ok" } else { "failed" })
    }

    fn write_server(&self, text: &mut String) -> std::fmt::Result {
        let fsyncs = thousandths(self.fsyncs_per_1000_visits);
        writeln!(
            text,
            "for a visit: {fsyncs} fsyncs, {} journal bytes, CPU {} us of the server and {} us of the load",
            self.journal_bytes_per_visit, self.server_cpu_us_per_visit, self.own_cpu_us_per_visit
        )?;
        writeln!(
            text,
            "for a command, with preparation and query tables: {} bytes written",
            self.bytes_written_per_command
        )?;
        writeln!(
            text,
            "query tables: at most {} commands behind in the first half, {} in the second, {} at the end; server memory {} KiB",
            self.lag_commands_max_early,
            self.lag_commands_max_late,
            self.lag_commands_at_end,
            self.server_resident_kib
        )
    }
}

/// Bars of the latencies, in steps of about the square root of two.
fn plot(histogram: &Histogram<u64>) -> String {
    let mut rows = vec![(16_000, 0)];
    for value in histogram.iter_recorded() {
        while let Some((below, _)) = rows.last().filter(|(below, _)| value.value_iterated_to() >= *below) {
            rows.push((below * 1_414_214 / 1_000_000, 0));
        }
        if let Some((_, count)) = rows.last_mut() {
            *count += value.count_since_last_iteration();
        }
    }
    let first = rows.iter().position(|(_, count)| *count > 0).unwrap_or(rows.len());
    let most = rows.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let (mut text, mut so_far) = (String::new(), 0);
    for (below, count) in rows.into_iter().skip(first) {
        so_far += count;
        let chars = usize::try_from(over(count * BAR_CHARS_MAX, most)).unwrap_or_default();
        let bar = if count > 0 && chars == 0 { ".".to_owned() } else { "#".repeat(chars) };
        let percent = thousandths(over(so_far.saturating_mul(100_000), histogram.len()));
        text.push_str(&format!("{:>10} us {percent:>8} % {bar}\n", below / 1000));
    }
    text
}

/// Divided and rounded down; nothing, by nothing.
fn over(count: u64, by: u64) -> u64 {
    count.checked_div(by).unwrap_or_default()
}

fn thousandths(number: u64) -> String {
    format!("{}.{:03}", number / 1000, number % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plot_ends_with_all_and_its_longest_bar_is_the_fullest_row() {
        let mut histogram = Histogram::new_with_bounds(1, 60_000_000_000, 3).unwrap();
        for (us, count) in [(100, 90), (400, 9), (9_000, 1)] {
            histogram.record_n(us * 1000, count).unwrap();
        }
        let plot = plot(&histogram);
        let rows: Vec<&str> = plot.lines().collect();
        assert!(rows[0].ends_with(&"#".repeat(50)), "{plot}");
        assert!(rows.last().unwrap().contains("100.000 % ."), "{plot}");
    }

    #[test]
    fn thousandths_keep_their_noughts() {
        assert_eq!(thousandths(1_005), "1.005");
        assert_eq!(thousandths(7), "0.007");
    }

    #[test]
    fn nothing_measured_plots_nothing() {
        assert_eq!(plot(&Histogram::new_with_bounds(1, 60_000_000_000, 3).unwrap()), "");
    }
}
