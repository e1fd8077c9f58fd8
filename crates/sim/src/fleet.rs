//! Many worlds over all cores. Which worlds are run, and what comes of each, depends on the seed alone; only
//! the order in which they end does not.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use crate::chance::mixed;
use crate::world::{World, run};

/// Withdrawals made in one world.
pub const CASH_OUTS_OF_WORLD: u64 = 250;

/// What a world makes on average, with some to spare: quiet ones end before they have made theirs.
const CASH_OUTS_OF_WORLD_MEAN: u64 = 192;

/// What is run.
#[derive(Debug, Clone, Copy)]
pub struct Fleet {
    /// The seed that all worlds' seeds come from.
    pub seed: u64,
    /// Withdrawals wanted, over all worlds.
    pub cash_outs: u64,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    /// Worlds run.
    pub worlds: u64,
    /// Withdrawals made.
    pub cash_outs: u64,
    /// Steps taken.
    pub steps: u64,
    /// Crashes lived through.
    pub crashes: u64,
    /// The first world (in the order of their numbers, of those run) in which a promise was broken.
    pub broken: Option<(u64, World)>,
}

/// The seed of the world with this number.
#[must_use]
pub const fn seed_of(seed: u64, number: u64) -> u64 {
    mixed(mixed(seed).wrapping_add(number))
}

impl Fleet {
    /// Runs all worlds; stops early when a promise is broken. `progress` hears now and then how far it is.
    pub fn run(&self, progress: impl Fn(&Sum) + Sync) -> Sum {
        let (next, is_over) = (AtomicU64::new(0), AtomicBool::new(false));
        let sum = Mutex::new(Sum::default());
        let worlds = self.cash_outs.div_ceil(CASH_OUTS_OF_WORLD_MEAN);
        let work = || {
            while !is_over.load(Ordering::Relaxed) {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= worlds {
                    return;
                }
                let world = run(seed_of(self.seed, number), CASH_OUTS_OF_WORLD);
                if world.broken.is_some() {
                    is_over.store(true, Ordering::Relaxed);
                }
                let mut sum = sum.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                sum.add(number, world);
                progress(&sum);
            }
        };
        thread::scope(|scope| {
            for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
                scope.spawn(work);
            }
        });
        sum.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Sum {
    fn add(&mut self, number: u64, world: World) {
        self.worlds += 1;
        self.cash_outs += world.cash_outs;
        self.steps += world.steps;
        self.crashes += world.crashes;
        let is_first = self.broken.as_ref().is_none_or(|(first, _)| number < *first);
        if world.broken.is_some() && is_first {
            self.broken = Some((number, world));
        }
    }
}
