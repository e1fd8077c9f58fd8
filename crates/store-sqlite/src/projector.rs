//! The thread that fills the query tables from what was decided. It takes many batches into one
//! transaction, each row only as it is at the end, and writes its position in the same transaction. A row
//! that the tables refuse stops the engine: the core and the second lock disagree.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use specie_domain::{Changes, Key, Row};

use crate::folder::Position;
use crate::shared::Shared;
use crate::smoother::Smoother;
use crate::tables;

/// Batches that may wait for the projector, all taken into one transaction; when they do, the writer waits.
const BACKLOG_BATCHES_MAX: usize = 4096;
/// Rows and facts that may wait for it; the batch that passes it is the last.
const BACKLOG_ROWS_MAX: usize = 100_000;
/// How long the projector lets batches gather before it writes, unless somebody waits for it, milliseconds. A row
/// changed by several of them is then written once, and a page that holds many such rows too: from 5 to 20 ms took
/// a quarter off the bytes of a cash-out.
const GATHER_MS: u64 = 250;

/// What was kept and is not yet in the tables. The projector is woken when the first batch comes and then sleeps
/// its time: waking it for each batch took 3 % of the processor.
#[derive(Debug, Default)]
pub(crate) struct Backlog {
    waiting: Mutex<Waiting>,
    wakes_projector: Condvar,
    wakes_writer: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    batches: Vec<(Changes, Position)>,
    rows: usize,
    /// Somebody waits for the tables: write what there is.
    hurry: bool,
    /// No more will come, or nobody takes it any more.
    closed: bool,
}

impl Waiting {
    const fn is_full(&self) -> bool {
        self.batches.len() >= BACKLOG_BATCHES_MAX || self.rows >= BACKLOG_ROWS_MAX
    }
}

impl Backlog {
    /// A batch was kept; the journal now stands at `position`. Waits while too many wait. After the end, nothing.
    pub(crate) fn push(&self, changes: Changes, position: Position) {
        let mut waiting = self.lock();
        while waiting.is_full() && !waiting.closed {
            waiting = self.wakes_writer.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        if waiting.closed {
            return;
        }
        waiting.rows += changes.rows.len() + changes.transfers.len() + changes.events.len();
        waiting.batches.push((changes, position));
        if waiting.batches.len() == 1 || waiting.is_full() {
            self.wakes_projector.notify_one();
        }
    }

    /// Somebody waits for the tables.
    pub(crate) fn hurry(&self) {
        self.lock().hurry = true;
        self.wakes_projector.notify_one();
    }

    /// No more will come, or nobody takes it any more.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.wakes_projector.notify_one();
        self.wakes_writer.notify_one();
    }

    /// The next transaction; nothing when no more can come.
    fn next(&self) -> Option<Gathered> {
        let nothing = |waiting: &mut Waiting| waiting.batches.is_empty() && !waiting.closed;
        let waiting = self.wakes_projector.wait_while(self.lock(), nothing);
        let gathers = |waiting: &mut Waiting| !waiting.is_full() && !waiting.hurry && !waiting.closed;
        let wait = Duration::from_millis(GATHER_MS);
        let waiting = waiting.unwrap_or_else(PoisonError::into_inner);
        let (mut waiting, _) = self
            .wakes_projector
            .wait_timeout_while(waiting, wait, gathers)
            .unwrap_or_else(PoisonError::into_inner);
        let batches = std::mem::take(&mut waiting.batches);
        (waiting.rows, waiting.hurry) = (0, false);
        drop(waiting);
        self.wakes_writer.notify_one();
        Gathered::of(batches)
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What one transaction takes in: each row only as it is at the end.
struct Gathered {
    rows: HashMap<Key, Row, foldhash::fast::RandomState>,
    facts: Changes,
    position: Position,
}

impl Gathered {
    fn of(batches: Vec<(Changes, Position)>) -> Option<Self> {
        let position = batches.last()?.1;
        let (mut rows, mut facts) = (HashMap::default(), Changes::default());
        for (changes, _) in batches {
            rows.extend(changes.rows.into_iter().map(|row| (row.key(), row)));
            facts.transfers.extend(changes.transfers);
            facts.events.extend(changes.events);
        }
        Some(Self { rows, facts, position })
    }
}

/// Runs until the backlog is closed and all is written, or until the tables refuse a row.
pub(crate) fn run(tables: Connection, backlog: &Backlog, smoother: &Smoother, shared: &Arc<Shared>) {
    while let Some(gathered) = backlog.next() {
        smoother.set_writing(true);
        let written = write(&tables, &gathered);
        smoother.set_writing(false);
        if let Err(reason) = written {
            shared.stop(format!("tables.db refuses what was decided: {reason}"));
            backlog.close();
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

fn write(tables: &Connection, gathered: &Gathered) -> Result<(), String> {
    let plain = |cause: rusqlite::Error| cause.to_string();
    let transaction = tables.unchecked_transaction().map_err(plain)?;
    // In the order of their keys: kind by kind, and each page is visited once.
    let mut rows: Vec<(&Key, &Row)> = gathered.rows.iter().collect();
    rows.sort_unstable_by_key(|(key, _)| *key);
    let (gone, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, row)| row.is_nothing());
    for (key, _) in gone {
        tables::delete(tables, key).map_err(|cause| format!("{key:?}: {cause}"))?;
    }
    let rows: Vec<&Row> = rows.into_iter().map(|(_, row)| row).collect();
    tables::upsert(tables, &rows).map_err(|(cause, row)| format!("{:?}: {cause}", row.map(Row::key)))?;
    let Changes { transfers, events, .. } = &gathered.facts;
    let number = |number: Option<u64>| number.map_or_else(String::new, |number| number.to_string());
    tables::insert(tables, transfers).map_err(|(cause, transfer)| {
        format!("transfer {}: {cause}", number(transfer.map(|transfer| transfer.number)))
    })?;
    tables::insert(tables, events)
        .map_err(|(cause, event)| format!("event {}: {cause}", number(event.map(|event| event.number))))?;
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
