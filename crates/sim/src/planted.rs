//! Bugs switched on for the simulator to find. Only with the feature `planted`.

pub use specie_domain::planted::{Bug, is_on, switch_on};

use crate::fleet::{CASH_OUTS_OF_WORLD, seed_of};
use crate::world::{Shortened, run};

/// Worlds in which a planted bug is looked for.
const WORLDS_MAX: u64 = 400;

/// A planted bug that was found.
#[derive(Debug, Clone)]
pub struct Found {
    /// The promise that it broke.
    pub check: &'static str,
    /// The number of the world.
    pub world: u64,
    /// Cash-outs made in the worlds before, and in that one.
    pub cash_outs: u64,
    /// The shortened history.
    pub short: Shortened,
}

/// Switches `bug` on and looks for it in one world after the other.
#[must_use]
pub fn look_for(bug: Option<Bug>, seed: u64) -> Option<Found> {
    switch_on(bug);
    let mut cash_outs = 0;
    let found = (0..WORLDS_MAX).find_map(|number| {
        let world = run(seed_of(seed, number), CASH_OUTS_OF_WORLD);
        cash_outs += world.cash_outs;
        let (broken, short) = (world.broken.clone()?, world.shortened()?);
        Some(Found { check: broken.check, world: number, cash_outs, short })
    });
    switch_on(None);
    found
}

/// The bug of this name.
#[must_use]
pub fn named(name: &str) -> Option<Bug> {
    Bug::ALL.iter().copied().find(|bug| format!("{bug:?}") == name)
}
