//! The port that every engine keeps, the one batch loop, the journal's chain, the audit, and the in-memory
//! engine that tests and replays use.

/// Whether a bug is switched on (`specie_domain::planted`).
#[cfg(feature = "planted")]
macro_rules! planted {
    ($Bug:ident) => {
        specie_domain::planted::is_on(specie_domain::planted::Bug::$Bug)
    };
}

/// No bug is compiled in.
#[cfg(not(feature = "planted"))]
macro_rules! planted {
    ($Bug:ident) => {
        false
    };
}

pub mod audit;
pub mod batch;
#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
pub mod journal;
mod live;
pub mod memory;
mod port;

pub use batch::{Batch, BatchError, run_batch};
pub use journal::{Chain, JournalDamage, JournalRow, Tail};
pub use live::{Happened, Heard, LIVE_BATCHES_MAX, Listener, Live, LiveBatch};
pub use memory::{Books, MemoryStore, ReplayError};
pub use port::{
    Audit, BATCH_COMMANDS_MAX, CommitError, EntryLine, EntryPage, FOUND_OPERATIONS_MAX, Find, Health,
    KindTotal, OpenOperations, PAGE_LINES_MAX, Pending, READ_KEYS_MAX, ReadError, SESSIONS_LOOKED_AT_MAX,
    STORY_EVENTS_MAX, STORY_TRANSFERS_MAX, SUMS_LOOKED_AT_MAX, Store, StoryOf, TrialBalance, VIOLATIONS_MAX,
    Violation,
};
