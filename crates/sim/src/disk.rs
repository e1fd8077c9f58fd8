//! The simulated disk: a journal whose last row may not be synced yet, and query tables that are filled from
//! the journal in transactions of which the last few may not be synced either. A crash decides what of it
//! stays. Knows no decisions.

use std::collections::VecDeque;
use std::sync::Arc;

use specie_domain::rows::{Event, Transfer};
use specie_domain::{Changes, Head, Key, Row};
use specie_store::{JournalRow, Tail};

use crate::map::{Map, with_room};

/// How far tables or a journal go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Position {
    /// The counters.
    pub(crate) head: Head,
    /// The journal's chain.
    pub(crate) tail: Tail,
}

/// What a crash does to the row that is not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unsynced {
    /// It is gone.
    Lost,
    /// It is there all the same.
    Kept,
    /// A part of it is there, this many thousandths.
    Torn(u32),
}

/// The query tables.
#[derive(Debug)]
pub(crate) struct Tables {
    /// Rows by key.
    pub(crate) rows: Map<Key, Row>,
    /// Transfers, in order.
    pub(crate) transfers: Vec<Transfer>,
    /// Events, in order.
    pub(crate) events: Vec<Event>,
    /// How far they go.
    pub(crate) at: Position,
    /// As many transfers and events, the first ones, are what they were when somebody looked at them last.
    pub(crate) looked_at: (usize, usize),
    unsynced: VecDeque<Before>,
}

/// What the tables were before a transaction.
#[derive(Debug)]
struct Before {
    rows: Vec<(Key, Option<Row>)>,
    transfers: usize,
    events: usize,
    at: Position,
}

/// Rows that most worlds come to; more find room, too.
pub(crate) const ROOM_OF_ROWS: usize = 3_500;

impl Default for Tables {
    fn default() -> Self {
        Self {
            rows: with_room(ROOM_OF_ROWS),
            transfers: Vec::new(),
            events: Vec::new(),
            at: Position::default(),
            looked_at: (0, 0),
            unsynced: VecDeque::new(),
        }
    }
}

/// Transactions of the tables that a crash may take back.
const UNSYNCED_TRANSACTIONS_MAX: usize = 4;

impl Tables {
    /// One transaction: what a batch changed, and the position after it.
    pub(crate) fn take_in(&mut self, changes: &Changes, at: Position) {
        let mut before = Before {
            rows: Vec::with_capacity(changes.rows.len()),
            transfers: self.transfers.len(),
            events: self.events.len(),
            at: self.at,
        };
        for row in &changes.rows {
            let key = row.key();
            let replaced = if row.is_nothing() {
                self.rows.remove(&key)
            } else {
                self.rows.insert(key.clone(), row.clone())
            };
            before.rows.push((key, replaced));
        }
        self.transfers.extend_from_slice(&changes.transfers);
        self.events.extend_from_slice(&changes.events);
        self.at = at;
        self.unsynced.push_back(before);
        if self.unsynced.len() > UNSYNCED_TRANSACTIONS_MAX {
            self.unsynced.pop_front();
        }
    }

    /// Moves the position without the rows; a bug, for those who plant it.
    #[cfg(feature = "planted")]
    pub(crate) fn skip_to(&mut self, at: Position) {
        self.at = at;
    }

    /// Takes the last `count` transactions back, as far as they are not synced.
    pub(crate) fn lose(&mut self, count: usize) {
        for _ in 0..count {
            let Some(before) = self.unsynced.pop_back() else {
                return;
            };
            for (key, row) in before.rows.into_iter().rev() {
                match row {
                    Some(row) => self.rows.insert(key, row),
                    None => self.rows.remove(&key),
                };
            }
            self.transfers.truncate(before.transfers);
            self.events.truncate(before.events);
            let (transfers, events) = self.looked_at;
            self.looked_at = (transfers.min(before.transfers), events.min(before.events));
            self.at = before.at;
        }
    }
}

/// All that outlives a crash.
#[derive(Debug, Default)]
pub(crate) struct Disk {
    /// The journal's synced rows.
    pub(crate) journal: Vec<Arc<JournalRow>>,
    /// The tables.
    pub(crate) tables: Tables,
    unsynced: Option<JournalRow>,
}

impl Disk {
    /// Writes a row, not yet durably.
    pub(crate) fn append(&mut self, mut row: JournalRow) {
        assert!(self.unsynced.is_none(), "one row is written at a time");
        row.bytes.shrink_to_fit(); // It stays for as long as the world.
        self.unsynced = Some(row);
    }

    /// Makes the row durable.
    pub(crate) fn sync(&mut self) {
        self.journal.extend(self.unsynced.take().map(Arc::new));
    }

    /// The power is gone. Gives the torn row, if there is one, and whether the unsynced row is there whole.
    pub(crate) fn crash(&mut self, fate: Unsynced) -> (Option<JournalRow>, bool) {
        let Some(mut row) = self.unsynced.take() else {
            return (None, false);
        };
        match fate {
            Unsynced::Lost => (None, false),
            Unsynced::Kept => {
                self.journal.push(Arc::new(row));
                (None, true)
            }
            Unsynced::Torn(thousandths) => {
                let length = row.bytes.len() * usize::try_from(thousandths.min(999)).unwrap_or(0) / 1000;
                row.bytes.truncate(length);
                (Some(row), false)
            }
        }
    }

    /// The synced rows from the command after `commands` on.
    #[must_use]
    pub(crate) fn rows_after(&self, commands: u64) -> &[Arc<JournalRow>] {
        let from = self.journal.partition_point(|row| row.first <= commands);
        self.journal.get(from..).unwrap_or_default()
    }
}
