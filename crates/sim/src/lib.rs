//! A deterministic simulator over the core and the batch loop: seeded worlds of customers, cashiers, guessers
//! and an operator; a network that loses, repeats and delays; clocks that move; a server that crashes between
//! any two steps on a disk that loses what was not synced. After every step an oracle, written from the
//! design documents, says whether a promise was broken; a history that breaks one is shortened.
//!
//! Knows no engine but its own, no HTTP and no real time; the system's randomness is never asked.
#![expect(
    clippy::indexing_slicing,
    reason = "a place that is not there is a mistake of the simulator, and stops it where it is"
)]

mod ask;
mod broken;
mod chance;
pub mod coverage;
mod design;
mod devices;
mod disk;
mod engine;
pub mod fleet;
mod map;
mod names;
mod notes;
mod people;
#[cfg(feature = "planted")]
pub mod planted;
mod play;
mod rates;
mod shorten;
mod step;
mod tell;
mod town;
mod visit;
mod watch;
pub mod world;

pub use broken::Broken;
