//! What may happen: pure decisions and the ledger's rules. No clock, disk, network, thread or chance in
//! here: time, random bits and the hashes of secrets come in with the command, rows come in through the
//! working set, and the same commands on the same rows give the same outcomes on every machine.
#![deny(clippy::arithmetic_side_effects, clippy::float_arithmetic, clippy::as_conversions)]

#[macro_use]
pub mod planted;

pub mod coinage;
pub mod command;
mod decide;
pub mod denominations;
mod fees;
pub mod ids;
pub mod lifecycle;
mod looks;
pub mod matching;
pub mod outcome;
pub mod policy;
pub mod rows;
mod secret_hash;
mod time;
mod working_set;

pub use command::{Body, Command, Idempotency};
pub use decide::{Decision, GROUPS_MAX, decide};
pub use fees::tax;
pub use outcome::{Outcome, Receipt, Refusal};
pub use policy::Policy;
pub use secret_hash::KeyedHash;
pub use time::{DAY_MS, Time};
pub use working_set::{Changes, Head, Key, Missing, Record, Row, RowKind, Slot, Table, Undo, WorkingSet};
