//! Shortens a failing history: leaves steps out as long as the same promise is broken (delta debugging,
//! Zeller and Hildebrandt 2002). Simple and bounded; not always the shortest there is.

use crate::broken::Broken;
use crate::step::{Act, Step};
use crate::world::replay;

/// Histories tried, at most.
const TRIES_MAX: usize = 4_000;

/// A history that breaks `broken.check` in the town of `seed`, shortened.
pub(crate) fn shorten(seed: u64, history: &[Step], broken: &Broken) -> Vec<Step> {
    let mut shorter = Shorter { seed, check: broken.check, kept: history.to_vec(), tries: 0 };
    shorter.leave_out_visits();
    let mut size = shorter.kept.len().div_ceil(2);
    while size > 0 {
        let before = shorter.kept.len();
        shorter.leave_out_runs(size);
        let is_stuck = shorter.kept.len() == before;
        size = match (size, is_stuck) {
            (1, true) => 0,
            (1, false) => 1,
            (_, _) => size / 2,
        };
    }
    shorter.stand_still();
    shorter.kept
}

struct Shorter {
    seed: u64,
    check: &'static str,
    kept: Vec<Step>,
    tries: usize,
}

impl Shorter {
    /// Takes `shorter` if it breaks the same promise.
    fn takes(&mut self, shorter: Vec<Step>) -> bool {
        self.tries += 1;
        let same = self.tries <= TRIES_MAX
            && replay(self.seed, &shorter).is_some_and(|broken| broken.check == self.check);
        if same {
            self.kept = shorter;
        }
        same
    }

    /// Whole visits first: their steps hang together.
    fn leave_out_visits(&mut self) {
        let visit_of = |step: &Step| match step.act {
            Act::Send(sending) => Some(sending.visit),
            Act::Again { .. }
            | Act::Sweep
            | Act::Forget
            | Act::Project(_)
            | Act::Commit { .. }
            | Act::Prove => None,
        };
        let mut visits: Vec<u32> = self.kept.iter().filter_map(visit_of).collect();
        visits.sort_unstable();
        visits.dedup();
        let mut size = visits.len().div_ceil(2);
        while size > 0 {
            for group in visits.chunks(size) {
                let without = |step: &&Step| visit_of(step).is_none_or(|visit| !group.contains(&visit));
                let shorter: Vec<Step> = self.kept.iter().filter(without).copied().collect();
                if shorter.len() < self.kept.len() {
                    self.takes(shorter);
                }
            }
            size = if size == 1 { 0 } else { size.div_ceil(2) };
        }
    }

    /// Runs of `size` steps, from the end to the beginning. The clock's moves stay.
    fn leave_out_runs(&mut self, size: usize) {
        let mut end = self.kept.len();
        while end > 0 {
            let start = end.saturating_sub(size);
            let mut shorter = self.kept.clone();
            let gone_ms: i64 = shorter.drain(start..end).map(|step| step.after_ms).sum();
            let mut kept_time = shorter.clone();
            if let Some(next) = kept_time.get_mut(start) {
                next.after_ms += gone_ms;
            }
            if !self.takes(kept_time) && gone_ms != 0 {
                self.takes(shorter);
            }
            end = start;
        }
    }

    /// Lets no time pass where none is needed.
    fn stand_still(&mut self) {
        for place in 0..self.kept.len() {
            let mut shorter = self.kept.clone();
            if let Some(step) = shorter.get_mut(place).filter(|step| step.after_ms != 0) {
                step.after_ms = 0;
                self.takes(shorter);
            }
        }
    }
}
