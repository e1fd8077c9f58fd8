//! What is counted while the load runs: latencies, transactions, failures. Latencies are nanoseconds in
//! histograms of three digits, up to a minute. Nothing is recorded during warm-up and preparation, but every
//! failure and every transaction is.

use std::collections::BTreeMap;
use std::time::Duration;

use hdrhistogram::Histogram;

use super::BenchError;
use super::shape::Trouble;

const LATENCY_NS_MAX: u64 = 60_000_000_000;
const DIGITS: u8 = 3;

/// One request of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Arm,
    Login,
    Withdraw,
    Repeat,
    Reversal,
    Deposit,
    Status,
    Logout,
    Nothing,
}

impl Step {
    /// All, in the order of reports.
    pub(super) const ALL: [Self; 9] = [
        Self::Arm,
        Self::Login,
        Self::Withdraw,
        Self::Repeat,
        Self::Reversal,
        Self::Deposit,
        Self::Status,
        Self::Logout,
        Self::Nothing,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Arm => "arm",
            Self::Login => "login",
            Self::Withdraw => "withdraw",
            Self::Repeat => "repeat",
            Self::Reversal => "reversal",
            Self::Deposit => "deposit",
            Self::Status => "status",
            Self::Logout => "logout",
            Self::Nothing => "nothing",
        }
    }

    /// Whether its answer waits for a durable write of its own.
    pub(super) const fn is_durable(self) -> bool {
        match self {
            Self::Arm | Self::Login | Self::Withdraw | Self::Reversal | Self::Deposit | Self::Logout => true,
            Self::Repeat | Self::Status | Self::Nothing => false,
        }
    }
}

/// Latencies of one kind.
#[derive(Debug)]
pub(super) struct Latencies {
    pub(super) histogram: Histogram<u64>,
    /// Those that ended while the clock of throughput ran.
    pub(super) in_time: u64,
}

impl Latencies {
    fn new() -> Result<Self, BenchError> {
        let histogram = Histogram::new_with_bounds(1, LATENCY_NS_MAX, DIGITS);
        let histogram = histogram.map_err(|why| BenchError::failed("a histogram", why))?;
        Ok(Self { histogram, in_time: 0 })
    }

    fn record(&mut self, latency: Duration, is_in_time: bool) {
        self.histogram.saturating_record(u64::try_from(latency.as_nanos()).unwrap_or(u64::MAX));
        self.in_time += u64::from(is_in_time);
    }
}

/// Everything counted.
#[derive(Debug)]
pub(super) struct Tally {
    steps: Vec<(Step, Latencies)>,
    pub(super) visits: Latencies,
    pub(super) transactions: Vec<u128>,
    /// What went wrong, and how often.
    pub(super) failures: BTreeMap<String, u64>,
    pub(super) failed: u64,
}

impl Tally {
    pub(super) fn new() -> Result<Self, BenchError> {
        let steps = Step::ALL.into_iter().map(|step| Latencies::new().map(|latencies| (step, latencies)));
        Ok(Self {
            steps: steps.collect::<Result<_, _>>()?,
            visits: Latencies::new()?,
            transactions: Vec::new(),
            failures: BTreeMap::new(),
            failed: 0,
        })
    }

    /// A step that was answered.
    pub(super) fn step(&mut self, step: Step, latency: Duration, is_in_time: bool) {
        if let Some((_, latencies)) = self.steps.iter_mut().find(|(known, _)| *known == step) {
            latencies.record(latency, is_in_time);
        }
    }

    /// A visit that came to its end.
    pub(super) fn visit(&mut self, latency: Duration, is_in_time: bool) {
        self.visits.record(latency, is_in_time);
    }

    /// A step that went wrong.
    pub(super) fn failure(&mut self, step: Step, trouble: &Trouble) {
        self.failed += 1;
        *self.failures.entry(format!("{}: {trouble}", step.name())).or_default() += 1;
    }

    /// The steps that happened at all.
    pub(super) fn steps(&self) -> impl Iterator<Item = (Step, &Latencies)> {
        let happened = self.steps.iter().filter(|(_, latencies)| !latencies.histogram.is_empty());
        happened.map(|(step, latencies)| (*step, latencies))
    }

    /// How many transaction ids came more than once. Forgets their order.
    pub(super) fn transactions_twice(&mut self) -> usize {
        self.transactions.sort_unstable();
        let all = self.transactions.len();
        self.transactions.dedup();
        all - self.transactions.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_came_twice_is_found() {
        let mut tally = Tally::new().unwrap();
        tally.transactions = vec![3, 1, 2];
        assert_eq!(tally.transactions_twice(), 0);
        tally.transactions = vec![3, 1, 3];
        assert_eq!(tally.transactions_twice(), 1);
    }

    #[test]
    fn only_what_ended_in_time_counts_for_throughput_and_all_for_latency() {
        let mut tally = Tally::new().unwrap();
        tally.step(Step::Login, Duration::from_millis(2), true);
        tally.step(Step::Login, Duration::from_millis(4), false);
        let (step, latencies) = tally.steps().next().unwrap();
        assert_eq!((step, latencies.in_time, latencies.histogram.len()), (Step::Login, 1, 2));
        assert_eq!(tally.steps().count(), 1);
    }
}
