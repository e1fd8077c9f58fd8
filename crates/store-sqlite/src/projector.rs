//! The thread that fills the query tables from what was decided. It takes many batches into one
//! transaction, each row only as it is at the end, and writes its position in the same transaction. A row
//! that the tables refuse stops the engine: the core and the second lock disagree.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use rusqlite::Connection;
use specie_domain::{Changes, Key, Row};

use crate::folder::Position;
use crate::shared::Shared;
use crate::tables;

/// Batches that may wait for the projector; when they do, the writer waits.
pub(crate) const PROJECTOR_QUEUE_BATCHES_MAX: usize = 256;
/// Batches taken into one transaction.
const TRANSACTION_BATCHES_MAX: usize = 256;
/// Rows and facts taken into one transaction; the batch that passes it is the last.
const TRANSACTION_ROWS_MAX: usize = 50_000;
/// How long the projector waits for a further batch before it writes, unless somebody waits for it,
/// milliseconds. A row changed by batches that follow each other is then written once: with eight commands
/// a batch that took a quarter off the processor time and three quarters off the bytes of a cash-out.
const GATHER_MS: u64 = 5;

/// What the projector is told.
pub(crate) enum Told {
    /// A batch was kept; the journal now stands there.
    Kept(Changes, Position),
    /// Somebody waits: write what there is.
    Hurry,
}

/// What one transaction takes in.
#[derive(Default)]
struct Gathered {
    rows: BTreeMap<Key, Row>,
    facts: Changes,
    batches: usize,
    position: Position,
}

impl Gathered {
    fn add(&mut self, changes: Changes, position: Position) {
        self.rows.extend(changes.rows.into_iter().map(|row| (row.key(), row)));
        self.facts.transfers.extend(changes.transfers);
        self.facts.entries.extend(changes.entries);
        self.facts.events.extend(changes.events);
        self.batches += 1;
        self.position = position;
    }

    fn is_full(&self) -> bool {
        let facts = self.facts.transfers.len() + self.facts.entries.len() + self.facts.events.len();
        self.batches >= TRANSACTION_BATCHES_MAX || self.rows.len() + facts >= TRANSACTION_ROWS_MAX
    }
}

/// Runs until every sender is gone and all is written, or until the tables refuse a row.
pub(crate) fn run(tables: Connection, told: &Receiver<Told>, shared: &Arc<Shared>) {
    while let Some(gathered) = gather(told) {
        if let Err(reason) = write(&tables, &gathered) {
            shared.stop(format!("tables.db refuses what was decided: {reason}"));
            return;
        }
        shared.set_projected(gathered.position.head.commands);
    }
    // Closing a connection writes the WAL into the file only if it is the last one, and a reader's cannot.
    let checkpoint = tables.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    if let Err(cause) = checkpoint.and_then(|()| tables.close().map_err(|(_, cause)| cause)) {
        tracing::warn!(%cause, "tables.db was not closed; it will be caught up at the next start");
    }
}

/// Waits for a batch and whatever comes soon after it; nothing when no more can come.
fn gather(told: &Receiver<Told>) -> Option<Gathered> {
    let mut gathered = Gathered::default();
    while gathered.batches == 0 {
        match told.recv().ok()? {
            Told::Kept(changes, position) => gathered.add(changes, position),
            Told::Hurry => {} // All that was kept before is written.
        }
    }
    let mut wait = Duration::from_millis(GATHER_MS);
    while !gathered.is_full() {
        match told.recv_timeout(wait) {
            Ok(Told::Kept(changes, position)) => gathered.add(changes, position),
            Ok(Told::Hurry) => wait = Duration::ZERO,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    Some(gathered)
}

fn write(tables: &Connection, gathered: &Gathered) -> Result<(), String> {
    let plain = |cause: rusqlite::Error| cause.to_string();
    let transaction = tables.unchecked_transaction().map_err(plain)?;
    for (key, row) in &gathered.rows {
        tables::upsert(tables, row).map_err(|cause| format!("{key:?}: {cause}"))?;
    }
    let Changes { transfers, entries, events, .. } = &gathered.facts;
    for transfer in transfers {
        tables::insert(tables, transfer).map_err(|cause| format!("transfer {}: {cause}", transfer.number))?;
    }
    for entry in entries {
        tables::insert(tables, entry)
            .map_err(|cause| format!("entry {} of {:?}: {cause}", entry.number, entry.account))?;
    }
    for event in events {
        tables::insert(tables, event).map_err(|cause| format!("event {}: {cause}", event.number))?;
    }
    set_position(tables, &gathered.position).map_err(plain)?;
    transaction.commit().map_err(plain)
}

fn set_position(tables: &Connection, position: &Position) -> rusqlite::Result<()> {
    let mut statement = tables.prepare_cached("INSERT OR REPLACE INTO position VALUES (1, ?, ?, ?, ?)")?;
    let head = position.head;
    let count = |number: u64| number.cast_signed();
    let chain = position.chain.as_bytes();
    statement.execute((count(head.commands), count(head.transfers), count(head.events), chain)).map(|_| ())
}
