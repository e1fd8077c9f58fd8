//! The one writer: decides what waits, appends it to the journal as one row, and answers. Owns the journal
//! and the working set, which it keeps from batch to batch.
//!
//! Rows live for two generations: the set fills up, then becomes the old one and the one before is dropped; what
//! is used again moves on. Loading on demand reads `tables.db`, which lags behind the journal. That is right all
//! the same: a generation is dropped only when the tables have seen everything that was decided while it was
//! young, so a row that is in neither has not changed since the tables took it in.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;

use rusqlite::Connection;
use specie_domain::{Command, Key, Outcome, Row, WorkingSet};
use specie_store::{
    BATCH_COMMANDS_MAX, Batch, CommitError, JournalRow, ReadError, ReplayError, Tail, run_batch,
};
use tokio::sync::oneshot;

use crate::folder::Position;
use crate::projector::Backlog;
use crate::shared::Shared;
use crate::tables;

/// How long the writer waits for the tables before the working set may forget, milliseconds.
const FORGET_WAIT_MS_MAX: u64 = 60_000;

/// Where an answer goes. Nobody may be waiting for it any more, so a failed sending means nothing.
pub(crate) type Answer<T, E> = oneshot::Sender<Result<T, E>>;

/// What the writer is asked.
pub(crate) enum Job {
    /// Decide and keep.
    Commit(Vec<Command>, Answer<Vec<Outcome>, CommitError>),
    /// Strong read.
    Read(Vec<Key>, Answer<Vec<Option<Row>>, ReadError>),
}

/// The commands that are decided together, and who waits for them.
#[derive(Default)]
struct Group {
    commands: Vec<Command>,
    waiting: Vec<(usize, Answer<Vec<Outcome>, CommitError>)>,
}

/// Owned by the writer's thread.
pub(crate) struct Writer {
    pub(crate) journal: Connection,
    pub(crate) tables: Connection,
    pub(crate) set: WorkingSet,
    /// The generation before; only read.
    pub(crate) old: WorkingSet,
    /// Where the journal stood when the old generation was closed.
    pub(crate) old_until: u64,
    pub(crate) tail: Tail,
    pub(crate) shared: Arc<Shared>,
    pub(crate) backlog: Arc<Backlog>,
    pub(crate) working_set_rows_max: usize,
}

impl Writer {
    /// Runs until no more can come.
    pub(crate) fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(first) = jobs.recv() {
            let mut group = Group::default();
            self.take(first, &mut group);
            // What arrived while the last row was written is decided together and shares one fsync.
            while group.commands.len() < BATCH_COMMANDS_MAX
                && let Ok(job) = jobs.try_recv()
            {
                self.take(job, &mut group);
            }
            if !group.waiting.is_empty() {
                self.commit(group);
            }
        }
    }

    fn take(&self, job: Job, group: &mut Group) {
        match job {
            Job::Commit(commands, answer) => {
                group.waiting.push((commands.len(), answer));
                if group.commands.is_empty() {
                    group.commands = commands; // Mostly there is one job: a tenth of the writer went into copying it.
                } else {
                    group.commands.extend(commands);
                }
            }
            Job::Read(keys, answer) => {
                let _ = answer.send(self.read(&keys));
            }
        }
    }

    fn commit(&mut self, group: Group) {
        match self.decide_and_keep(&group.commands) {
            Ok((batch, position)) => {
                // Whatever the writer must wait for (a full queue, tables that the set must not outrun) it waits
                // for before it answers: who sends the next batch looks at the clock after that, so nothing is
                // decided long after it was let in. A projector that has gone has stopped the engine.
                if let Some(position) = position {
                    self.shared.live.tell(&batch.changes.events, &batch.changes.rows);
                    self.backlog.push(batch.changes, position);
                }
                if let Err(why) = self.keep_the_set_in_bounds() {
                    self.shared.stop(why); // What was kept is answered all the same.
                }
                let mut outcomes = batch.outcomes.into_iter();
                for (count, answer) in group.waiting {
                    let _ = answer.send(Ok(outcomes.by_ref().take(count).collect()));
                }
            }
            Err(error) => {
                for (_, answer) in group.waiting {
                    let _ = answer.send(Err(error.clone()));
                }
            }
        }
    }

    /// The decided batch and, if it changed anything, where the journal stands now that it is durable.
    fn decide_and_keep(&mut self, commands: &[Command]) -> Result<(Batch, Option<Position>), CommitError> {
        let batch = self.decide(commands)?;
        if batch.kept.is_empty() {
            return Ok((batch, None));
        }
        let mut tail = self.tail;
        let row = tail.write(batch.kept.iter().filter_map(|place| commands.get(*place)));
        // A failed write or fsync is never tried again: what is on the disk is not known any more.
        append(&self.journal, &row).map_err(|cause| self.corrupt(format!("journal.db: {cause}")))?;
        self.tail = tail;
        let position = Position { head: self.set.head(), chain: tail.chain };
        assert!(position.head.commands == tail.commands, "every kept command has its number");
        self.shared.batches.fetch_add(1, Ordering::Relaxed);
        self.shared.durable_writes.fetch_add(1, Ordering::Relaxed);
        let bytes = u64::try_from(row.bytes.len()).unwrap_or_default();
        self.shared.journal_bytes.fetch_add(bytes, Ordering::Relaxed);
        self.shared.set_head(position.head);
        Ok((batch, Some(position)))
    }

    fn decide(&mut self, commands: &[Command]) -> Result<Batch, CommitError> {
        if let Some(reason) = self.shared.stopped() {
            return Err(CommitError::Corrupt(reason.clone()));
        }
        let view = View { tables: &self.tables, is_open: Cell::new(false) };
        let old = &self.old;
        let load =
            |keys: &[Key]| keys.iter().map(|key| old.known(key).map_or_else(|| view.load(key), Ok)).collect();
        // An error leaves the set half decided; nobody looks at it again, because the engine stops.
        let decided = run_batch(&mut self.set, commands, load);
        let decided = decided.map_err(|why| why.to_string());
        let closed = view.close().map_err(|cause| format!("tables.db: {cause}"));
        decided.and_then(|batch| closed.map(|()| batch)).map_err(|why| self.corrupt(why))
    }

    fn keep_the_set_in_bounds(&mut self) -> Result<(), String> {
        if self.set.len() <= self.working_set_rows_max.div_ceil(2) {
            return Ok(());
        }
        if self.shared.projected() < self.old_until {
            self.backlog.hurry();
            self.shared.wait_projected(self.old_until, FORGET_WAIT_MS_MAX)?;
        }
        self.old_until = self.set.head().commands;
        self.old = self.set.turn_over();
        Ok(())
    }

    fn corrupt(&self, reason: String) -> CommitError {
        self.shared.stop(reason.clone());
        CommitError::Corrupt(reason)
    }

    fn read(&self, keys: &[Key]) -> Result<Vec<Option<Row>>, ReadError> {
        if let Some(reason) = self.shared.stopped() {
            return Err(ReadError(reason.clone()));
        }
        let read_one = |key: &Key| match self.set.known(key).or_else(|| self.old.known(key)) {
            Some(row) => Ok(row),
            None => tables::load(&self.tables, key).map_err(|cause| ReadError(cause.to_string())),
        };
        keys.iter().map(read_one).collect()
    }

    /// Decides a journal row anew that the tables have not seen, and has them see it.
    pub(crate) fn replay(&mut self, row: &JournalRow) -> Result<(), ReplayError> {
        let different = |what| ReplayError::Different { row: row.first, what };
        let commands = self.tail.read(row)?;
        let batch = self.decide(&commands).map_err(|why| different(why.to_string()))?;
        if batch.kept.len() != commands.len() {
            let idle = commands.len() - batch.kept.len();
            return Err(different(format!("{idle} of its {} commands change nothing", commands.len())));
        }
        let position = Position { head: self.set.head(), chain: self.tail.chain };
        self.shared.set_head(position.head);
        self.backlog.push(batch.changes, position);
        self.keep_the_set_in_bounds().map_err(different)
    }
}

impl Drop for Writer {
    /// No more will come: the projector may finish.
    fn drop(&mut self) {
        self.backlog.close();
    }
}

/// One consistent view of the tables for the loads of a batch; opened by the first of them. A transaction for each
/// load took twice the processor time of the load itself.
struct View<'a> {
    tables: &'a Connection,
    is_open: Cell<bool>,
}

impl View<'_> {
    fn load(&self, key: &Key) -> rusqlite::Result<Option<Row>> {
        if !self.is_open.replace(true) {
            self.tables.prepare_cached("BEGIN")?.execute([])?;
        }
        tables::load(self.tables, key)
    }

    fn close(&self) -> rusqlite::Result<()> {
        if self.is_open.replace(false) {
            self.tables.prepare_cached("COMMIT")?.execute([])?;
        }
        Ok(())
    }
}

/// One row, one transaction, one fsync.
fn append(journal: &Connection, row: &JournalRow) -> rusqlite::Result<()> {
    let mut statement = journal.prepare_cached("INSERT INTO journal VALUES (?, ?, ?)")?;
    statement.execute((row.first.cast_signed(), row.count.cast_signed(), &row.bytes)).map(|_| ())
}
