//! The embedded engine over SQLite. One journal row a batch is the commit; the tables people query are filled
//! from it behind the answer. Keeps what was decided and decides nothing.
//!
//! Threads: one writer (decides, commits, answers), one projector (fills the tables), two readers, one for
//! personal keys. Only `server` names this crate.

mod backup;
mod columns;
mod engine;
mod folder;
mod looking;
mod personal;
mod projector;
mod reads;
mod shared;
mod smoother;
mod tables;
#[cfg(test)]
mod tests;
mod verify;
mod writer;

pub use backup::{BackedUp, back_up, prove};
pub use engine::{Options, SqliteStore};
pub use folder::OpenError;
pub use verify::{VerifyReport, verify};
