//! The engine as its callers see it: opens a folder, catches up, runs the threads, and keeps the port.

use std::future::ready;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use rusqlite::{Connection, OptionalExtension};
use specie_domain::ids::{OperationId, OperatorKeyId, WalletId};
use specie_domain::rows::{AccountKey, Case, OperatorKey};
use specie_domain::{Command, Key, Outcome, Row, RowKind, Time, WorkingSet};
use specie_store::{
    Audit, BATCH_COMMANDS_MAX, Chain, CommitError, EntryPage, Find, Health, JournalDamage, JournalRow, Live,
    OpenOperations, Pending, READ_KEYS_MAX, ReadError, Store, StoryOf, Tail, TrialBalance,
};
use tokio::sync::oneshot;

use crate::folder::{Folder, JOURNAL, OpenError, Position, TABLES, in_file, journal_row, position};
use crate::looking;
use crate::personal::{self, Asked};
use crate::projector::{self, Backlog};
use crate::reads;
use crate::shared::Shared;
use crate::smoother::Smoother;
use crate::writer::{Answer, Job, Writer};

/// Rows (and absences of rows) the writer keeps in memory, in two generations; past half of it, the older one is
/// forgotten.
const WORKING_SET_ROWS_MAX: usize = 400_000;
/// Commits and strong reads that may wait for the writer.
const JOBS_MAX: usize = 4_096;
/// Questions that may wait for the personal keys.
const PERSONAL_MAX: usize = 4_096;
/// Connections that read the query tables.
const READ_CONNECTIONS: usize = 2;
/// Reads that may wait for one.
const READS_MAX: usize = 1_024;
/// Journal rows read at once when the tables are caught up.
const REPLAY_ROWS_MAX: i64 = 64;
/// How long a history or an audit waits for the tables to catch up, milliseconds.
const CATCH_UP_WAIT_MS_MAX: u64 = 10_000;

/// What one may set.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Rows the writer keeps in memory.
    pub working_set_rows_max: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { working_set_rows_max: WORKING_SET_ROWS_MAX }
    }
}

type Read = Box<dyn FnOnce(&Connection) + Send>;

/// Who the callers speak to. Dropped before the threads are awaited, so that they see that no more comes.
#[derive(Debug)]
struct Doors {
    writer: SyncSender<Job>,
    readers: SyncSender<Read>,
    personal: SyncSender<Asked>,
    backlog: Arc<Backlog>,
}

/// The embedded engine.
#[derive(Debug)]
pub struct SqliteStore {
    doors: Option<Doors>,
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
    smoother: Arc<Smoother>,
    folder: Folder,
}

impl SqliteStore {
    /// Opens the folder at `dir`, or makes it; takes in what the tables have not seen.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(dir: &Path) -> Result<Self, OpenError> {
        Self::open_with(dir, Options::default())
    }

    /// The same with other bounds.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_with(dir: &Path, options: Options) -> Result<Self, OpenError> {
        let folder = Folder::hold(dir)?;
        let journal = folder.journal()?;
        let tables = folder.tables()?;
        let at = position(&tables).map_err(in_file(TABLES))?;
        compare(&journal, &at)?;
        let shared = Arc::new(Shared::new(at.head, at.head.commands));
        let backlog = Arc::new(Backlog::default());
        let writer = Writer {
            journal,
            tables: folder.tables_to_load()?,
            set: WorkingSet::seeded(at.head, RandomState::new().hash_one(0)),
            old: WorkingSet::default(),
            old_until: at.head.commands,
            tail: Tail { commands: at.head.commands, chain: at.chain },
            shared: Arc::clone(&shared),
            backlog: Arc::clone(&backlog),
            working_set_rows_max: options.working_set_rows_max,
        };
        let smoother = Arc::new(Smoother::default());
        let (threads, files) = (Vec::new(), folder.tables_files()?);
        let mut store = Self {
            doors: None,
            shared: Arc::clone(&shared),
            threads,
            smoother: Arc::clone(&smoother),
            folder,
        };
        let (for_projector, smooths) = (Arc::clone(&backlog), Arc::clone(&smoother));
        store
            .thread("specie-projector", move || projector::run(tables, &for_projector, &smooths, &shared))?;
        store.start(writer, backlog)?;
        store.thread("specie-smoother", move || smoother.run(files))?; // Last: it is ended after all others.
        Ok(store)
    }

    fn start(&mut self, mut writer: Writer, backlog: Arc<Backlog>) -> Result<(), OpenError> {
        catch_up(&mut writer)?;
        let (to_writer, jobs) = sync_channel(JOBS_MAX);
        self.thread("specie-writer", move || writer.run(&jobs))?;
        if self.shared.commands() > 0 {
            self.folder.expect_personal()?;
        }
        let (to_personal, asked) = sync_channel(PERSONAL_MAX);
        let (personal, shared) = (self.folder.personal()?, Arc::clone(&self.shared));
        self.thread("specie-personal", move || personal::run(&personal, &asked, &shared))?;
        let (to_readers, reads) = sync_channel(READS_MAX);
        let reads = Arc::new(Mutex::new(reads));
        for _ in 0..READ_CONNECTIONS {
            let (tables, reads) = (self.folder.tables_to_read()?, Arc::clone(&reads));
            self.thread("specie-reader", move || read(&tables, &reads))?;
        }
        self.doors = Some(Doors { writer: to_writer, readers: to_readers, personal: to_personal, backlog });
        Ok(())
    }

    fn thread(&mut self, name: &str, body: impl FnOnce() + Send + 'static) -> Result<(), OpenError> {
        let stopped = |cause: std::io::Error| OpenError::Stopped(format!("no thread {name}: {cause}"));
        self.threads.push(Builder::new().name(name.to_owned()).spawn(body).map_err(stopped)?);
        Ok(())
    }
}

impl Drop for SqliteStore {
    /// Lets every thread finish what was answered: the tables catch up, the files are closed.
    fn drop(&mut self) {
        self.doors = None;
        let smoother = self.threads.pop();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
        self.smoother.close();
        let _ = smoother.map(JoinHandle::join);
    }
}

/// Refuses a journal that does not lead to where the tables stand.
fn compare(journal: &Connection, at: &Position) -> Result<(), OpenError> {
    let sqlite = in_file(JOURNAL);
    let last = "SELECT first_command, commands, bytes FROM journal ORDER BY first_command DESC LIMIT 1";
    let last = journal.query_row(last, [], journal_row).optional().map_err(&sqlite)?;
    let end = last.map_or(0, |row| row.first.saturating_add(row.count).saturating_sub(1));
    if at.head.commands > end {
        return Err(OpenError::JournalTooShort { journal: end, tables: at.head.commands });
    }
    let until = "SELECT first_command, commands, bytes FROM journal WHERE first_command <= ?
                 ORDER BY first_command DESC LIMIT 2";
    let mut statement = journal.prepare(until).map_err(&sqlite)?;
    let rows = statement.query_map([at.head.commands.cast_signed()], journal_row).map_err(&sqlite)?;
    let rows: Vec<JournalRow> = rows.collect::<Result<_, _>>().map_err(&sqlite)?;
    let mut tail = Tail::default();
    if let [_, before] = rows.as_slice() {
        tail = Tail {
            commands: before.first.saturating_add(before.count).saturating_sub(1),
            chain: chain_of(before)?,
        };
    }
    if let Some(row) = rows.first() {
        let _proved = tail.read(row)?;
    }
    let same = (tail.commands, tail.chain) == (at.head.commands, at.chain);
    if same { Ok(()) } else { Err(OpenError::OtherHistory(at.head.commands)) }
}

/// What a row says the chain's value is after it.
fn chain_of(row: &JournalRow) -> Result<Chain, JournalDamage> {
    let chain = row.bytes.last_chunk().map(|bytes| Chain::from_bytes(*bytes));
    chain.ok_or_else(|| JournalDamage { row: row.first, command: None, what: "it is cut short".to_owned() })
}

/// Decides anew what the tables have not seen.
fn catch_up(writer: &mut Writer) -> Result<(), OpenError> {
    let next = "SELECT first_command, commands, bytes FROM journal WHERE first_command > ?
                ORDER BY first_command LIMIT ?";
    loop {
        let rows: Vec<JournalRow> = {
            let mut statement = writer.journal.prepare_cached(next).map_err(in_file(JOURNAL))?;
            let after = (writer.tail.commands.cast_signed(), REPLAY_ROWS_MAX);
            let rows = statement.query_map(after, journal_row).map_err(in_file(JOURNAL))?;
            rows.collect::<Result<_, _>>().map_err(in_file(JOURNAL))?
        };
        if rows.is_empty() {
            return Ok(());
        }
        for row in &rows {
            writer.replay(row)?;
        }
    }
}

/// A reading thread: one read after another, until no more can come.
fn read(tables: &Connection, reads: &Mutex<Receiver<Read>>) {
    loop {
        let next = reads.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match next {
            Ok(read) => read(tables),
            Err(_) => return,
        }
    }
}

/// Two ways in which a thread does not take a job: it has too much to do, or it is gone.
#[derive(Clone, Copy)]
struct Refusals<E> {
    busy: fn(String) -> E,
    gone: fn(String) -> E,
}

/// A thread that went away without a word has broken something: whether the batch happened is not known to
/// this process any more, and it must stop.
const OF_COMMITS: Refusals<CommitError> =
    Refusals { busy: CommitError::NotApplied, gone: CommitError::Corrupt };
const OF_READS: Refusals<ReadError> = Refusals { busy: ReadError, gone: ReadError };

impl SqliteStore {
    /// Puts a job through a thread's door at once, and gives the answer to wait for.
    fn ask<'a, J, T: Send + 'a, E: Send + 'a>(
        &self,
        door: impl FnOnce(&Doors) -> &SyncSender<J>,
        job: impl FnOnce(Answer<T, E>) -> J,
        refusals: Refusals<E>,
    ) -> Pending<'a, Result<T, E>> {
        let gone = move |stopped: Option<&String>| {
            (refusals.gone)(stopped.map_or_else(|| "the engine's thread is gone".to_owned(), Clone::clone))
        };
        let (answer, answered) = oneshot::channel();
        let sent = match &self.doors {
            None => Err(gone(self.shared.stopped())),
            Some(doors) => door(doors).try_send(job(answer)).map_err(|why| match why {
                TrySendError::Full(_) => (refusals.busy)("too much is waiting for the engine".to_owned()),
                TrySendError::Disconnected(_) => gone(self.shared.stopped()),
            }),
        };
        Box::pin(async move {
            sent?;
            answered.await.unwrap_or_else(|_| Err(gone(None)))
        })
    }

    /// A read of the tables on a thread of the pool. It has seen everything that was answered before this
    /// call, unless it may lag.
    fn read_tables<T: Send + 'static>(
        &self,
        may_lag: bool,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Pending<'static, Result<T, ReadError>> {
        let shared = Arc::clone(&self.shared);
        let answered = if may_lag { 0 } else { shared.commands() };
        let backlog = self.doors.as_ref().map(|doors| Arc::clone(&doors.backlog));
        let job = |answer: Answer<T, ReadError>| -> Read {
            Box::new(move |tables| {
                if let Some(backlog) = backlog.filter(|_| shared.projected() < answered) {
                    backlog.hurry();
                }
                let caught_up = shared.wait_projected(answered, CATCH_UP_WAIT_MS_MAX).map_err(ReadError);
                let found =
                    caught_up.and_then(|()| read(tables).map_err(|cause| ReadError(cause.to_string())));
                let _ = answer.send(found);
            })
        };
        self.ask(|doors| &doors.readers, job, OF_READS)
    }
}

impl Store for SqliteStore {
    fn commit(&self, batch: Vec<Command>) -> Pending<'_, Result<Vec<Outcome>, CommitError>> {
        if batch.len() > BATCH_COMMANDS_MAX {
            let why = format!("a batch holds at most {BATCH_COMMANDS_MAX} commands");
            return Box::pin(ready(Err(CommitError::NotApplied(why))));
        }
        self.ask(|doors| &doors.writer, |answer| Job::Commit(batch, answer), OF_COMMITS)
    }

    fn read(&self, keys: Vec<Key>) -> Pending<'_, Result<Vec<Option<Row>>, ReadError>> {
        if keys.len() > READ_KEYS_MAX {
            let why = format!("a read asks for at most {READ_KEYS_MAX} rows");
            return Box::pin(ready(Err(ReadError(why))));
        }
        self.ask(|doors| &doors.writer, |answer| Job::Read(keys, answer), OF_READS)
    }

    fn entries(
        &self,
        account: AccountKey,
        from: Option<u64>,
        lines_max: usize,
    ) -> Pending<'_, Result<EntryPage, ReadError>> {
        self.read_tables(false, move |tables| reads::entries(tables, account, from, lines_max))
    }

    fn due_sessions(
        &self,
        now: Time,
        sessions_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        self.read_tables(true, move |tables| reads::due_sessions(tables, now, sessions_max))
    }

    fn open_operations(
        &self,
        asked: OpenOperations,
        operations_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        self.read_tables(false, move |tables| reads::open_operations(tables, &asked, operations_max))
    }

    fn find(&self, what: Find, operations_max: usize) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        self.read_tables(true, move |tables| looking::find(tables, what, operations_max))
    }

    fn story(&self, operation_id: OperationId) -> Pending<'_, Result<StoryOf, ReadError>> {
        self.read_tables(false, move |tables| looking::story(tables, operation_id))
    }

    fn rows(
        &self,
        kind: RowKind,
        after: Option<Key>,
        rows_max: usize,
    ) -> Pending<'_, Result<Vec<Row>, ReadError>> {
        let rows_max = i64::try_from(rows_max.min(specie_store::PAGE_LINES_MAX)).unwrap_or_default();
        self.read_tables(false, move |tables| crate::tables::page(tables, kind, after.as_ref(), rows_max))
    }

    fn operator_keys(
        &self,
        after: Option<OperatorKeyId>,
        keys_max: usize,
    ) -> Pending<'_, Result<Vec<OperatorKey>, ReadError>> {
        self.read_tables(false, move |tables| reads::operator_keys(tables, after, keys_max))
    }

    fn cases(
        &self,
        open_only: bool,
        after: Option<OperationId>,
        cases_max: usize,
    ) -> Pending<'_, Result<Vec<Case>, ReadError>> {
        self.read_tables(false, move |tables| reads::cases(tables, open_only, after, cases_max))
    }

    fn keep_personal_key(
        &self,
        wallet_id: WalletId,
        wrapped: Vec<u8>,
    ) -> Pending<'_, Result<(), CommitError>> {
        let job = |answer| Asked::Keep(wallet_id, wrapped, answer);
        self.ask(|doors| &doors.personal, job, OF_COMMITS)
    }

    fn erase_personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<(), CommitError>> {
        let job = |answer| Asked::Erase(wallet_id, answer);
        self.ask(|doors| &doors.personal, job, OF_COMMITS)
    }

    fn personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<Option<Vec<u8>>, ReadError>> {
        let job = |answer| Asked::Show(wallet_id, answer);
        self.ask(|doors| &doors.personal, job, OF_READS)
    }

    fn audit(&self) -> Pending<'_, Result<Audit, ReadError>> {
        self.read_tables(false, reads::audit)
    }

    fn trial_balance(&self) -> Pending<'_, Result<TrialBalance, ReadError>> {
        self.read_tables(false, reads::trial_balance)
    }

    fn live(&self) -> &Live {
        &self.shared.live
    }

    fn health(&self) -> Health {
        self.shared.health()
    }
}
