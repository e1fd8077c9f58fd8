//! One stretch of load: which parts of each visit are done, by whose clock, from what supply, and until when. In
//! the closed loop a client takes the next visit when it is done; in the open loop visits have a schedule, a
//! client that is late takes the oldest one due, and its latency counts from the schedule, so that a stall is
//! seen by everybody who would have come meanwhile (no coordinated omission).

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::crowd::{Crowd, Visit};

/// A part of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The customer has a code made.
    Arm,
    /// The cashier opens a session with it.
    Login,
    /// What she came for.
    Act,
    /// The cashier closes the session.
    Logout,
    /// A request that does nothing.
    Nothing,
}

/// Where visits come from.
#[derive(Debug)]
pub(super) enum Supply {
    /// New ones, from this number on.
    Fresh { first: u64, crowd: Crowd },
    /// Those that an earlier phase has brought so far.
    Stock(Vec<Visit>),
}

/// The plan of a phase.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) parts: &'static [Part],
    pub(super) supply: Supply,
    /// Visits at most.
    pub(super) visits_max: u64,
    /// Visits a second by schedule; none: closed loop.
    pub(super) rate: Option<u64>,
    /// No visit begins later.
    pub(super) ends: Instant,
    /// Whether latencies are recorded.
    pub(super) is_recorded: bool,
    /// Whether another phase goes on with the visits of this one.
    pub(super) keeps_visits: bool,
    /// Whether at most one visit at a time may be between arming and login.
    pub(super) arms_one_at_a_time: bool,
}

/// A phase that runs.
#[derive(Debug)]
pub(super) struct Phase {
    pub(super) plan: Plan,
    pub(super) arming: tokio::sync::Mutex<()>,
    starts: Instant,
    next: AtomicU64,
    is_over: AtomicBool,
    last: Mutex<Instant>,
}

impl Phase {
    /// Starts now.
    pub(super) fn start(plan: Plan) -> Self {
        let starts = Instant::now();
        Self {
            plan,
            arming: tokio::sync::Mutex::new(()),
            starts,
            next: AtomicU64::new(0),
            is_over: AtomicBool::new(false),
            last: Mutex::new(starts),
        }
    }

    /// The next visit, and the instant it shall begin: now in the closed loop. None when the phase is over.
    pub(super) fn next(&self) -> Option<(Visit, Instant)> {
        let now = Instant::now();
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let begins = self.plan.rate.map_or(now, |rate| self.starts + due_after(number, rate));
        let is_due = begins < self.plan.ends && number < self.plan.visits_max && !self.is_over();
        if let Some(visit) = self.visit(number).filter(|_| is_due) {
            return Some((visit, begins));
        }
        if self.plan.rate.is_none() {
            self.end(now);
        }
        None
    }

    fn visit(&self, number: u64) -> Option<Visit> {
        match &self.plan.supply {
            Supply::Fresh { first, crowd } => Some(crowd.visit(first + number)),
            Supply::Stock(stock) => stock.get(usize::try_from(number).ok()?).copied(),
        }
    }

    /// Ends the phase; visits that run come to their end.
    pub(super) fn end(&self, now: Instant) {
        if !self.is_over.swap(true, Ordering::AcqRel) {
            self.note(now);
        }
    }

    /// Whether it has ended: what ends later counts for no throughput. A schedule is worked off to its end.
    pub(super) fn is_over(&self) -> bool {
        self.is_over.load(Ordering::Acquire)
    }

    /// A visit that ended; in the open loop the last one ends the phase.
    pub(super) fn finished(&self, now: Instant) {
        if self.plan.rate.is_some() {
            self.note(now);
        }
    }

    fn note(&self, now: Instant) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = now.max(*last);
    }

    /// How long it lasted, once it is over.
    pub(super) fn lasted(&self) -> Duration {
        let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let last = if self.plan.rate.is_some() && !self.is_over() { last.max(self.plan.ends) } else { last };
        last.duration_since(self.starts)
    }

    /// Visits taken.
    pub(super) fn taken(&self) -> u64 {
        let there = match &self.plan.supply {
            Supply::Fresh { .. } => u64::MAX,
            Supply::Stock(stock) => u64::try_from(stock.len()).unwrap_or(u64::MAX),
        };
        self.next.load(Ordering::Acquire).min(self.plan.visits_max).min(there)
    }
}

/// When visit `number` is due at `rate` a second.
fn due_after(number: u64, rate: u64) -> Duration {
    let ns = u128::from(number) * 1_000_000_000 / u128::from(rate.max(1));
    Duration::from_nanos(u64::try_from(ns).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::options::Workload;

    fn phase(rate: Option<u64>, visits_max: u64) -> Phase {
        let crowd = Crowd { workload: Workload::CashOut, wallets: 10, pos: 1 };
        Phase::start(Plan {
            parts: &[],
            supply: Supply::Fresh { first: 5, crowd },
            visits_max,
            rate,
            ends: Instant::now() + Duration::from_secs(3600),
            is_recorded: true,
            keeps_visits: false,
            arms_one_at_a_time: false,
        })
    }

    #[test]
    fn a_schedule_does_not_wait_for_anybody() {
        let phase = phase(Some(1000), 4);
        let begins: Vec<Instant> = std::iter::from_fn(|| phase.next()).map(|(_, begins)| begins).collect();
        let apart: Vec<_> = begins.windows(2).map(|pair| (pair[1] - pair[0]).as_micros()).collect();
        assert_eq!(apart, [1000, 1000, 1000]);
        assert!(!phase.is_over(), "visits of the schedule are still under way");
    }

    #[test]
    fn a_closed_loop_is_over_when_somebody_finds_nothing_to_do() {
        let phase = phase(None, 2);
        let numbers: Vec<u64> = std::iter::from_fn(|| phase.next()).map(|(visit, _)| visit.number).collect();
        assert_eq!(numbers, [5, 6]);
        assert!(phase.is_over());
        assert_eq!(phase.taken(), 2);
    }

    #[test]
    fn a_rate_that_divides_no_second_does_not_drift() {
        assert_eq!(due_after(3_000, 3), Duration::from_secs(1000));
        assert_eq!(due_after(1, 3), Duration::from_nanos(333_333_333));
    }
}
