//! A data folder: its lock, its three files, their settings and format versions.
//!
//! `journal.db` is the truth (WAL, FULL: one fsync a commit). `tables.db` is made from it and may lag (WAL,
//! NORMAL: after a power cut it may be some transactions older, and catches up from the journal).
//! `personal.db` holds the wallets' personal keys (WAL, FULL, overwritten when deleted).

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};
use specie_domain::Head;
use specie_store::{Chain, JournalDamage, JournalRow, ReplayError};

/// Format of `journal.db` and `personal.db`. A newer one is refused, an older one would be migrated.
const JOURNAL_FORMAT: &str = "1";
/// Format of `tables.db`. Tables of another format are removed and made anew from the journal.
const TABLES_FORMAT: &str = "11";
/// Statements one connection keeps prepared; more than there are.
const STATEMENTS_MAX: usize = 256;
/// How long a connection waits for another's lock (only checkpoints and schema changes take one), milliseconds.
const BUSY_WAIT_MS_MAX: u64 = 5_000;

/// Pages of the tables' WAL that gather before they are written into `tables.db` (64 MiB). Sixteen times
/// SQLite's default: each page is written once for many changes. At 10,000 wallets it took a fifth off the
/// processor time and half off the bytes of a cash-out.
const TABLES_CHECKPOINT_PAGES: i64 = 16_384;
/// Memory for pages of the tables, KiB, for the projector and for the writer's loads. With 200,000 wallets it
/// took a third off the processor time of a cash-out.
const PAGE_CACHE_KIB: i64 = 65_536;

/// Why a data folder was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it.
    #[error("{} is in use by another process", .0.display())]
    Locked(PathBuf),
    /// The disk said no.
    #[error("{}: {cause}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What it said.
        cause: io::Error,
    },
    /// SQLite said no.
    #[error("{file}: {cause}")]
    Sqlite {
        /// Which file.
        file: &'static str,
        /// What it said.
        cause: rusqlite::Error,
    },
    /// A file that must be beside the journal is gone.
    #[error("{0} is missing, but the journal is not empty: put it back from a backup")]
    Missing(&'static str),
    /// A file of a format this program does not know.
    #[error("{file} has format {found}; this program knows format {known}")]
    Format {
        /// Which file.
        file: &'static str,
        /// Its format.
        found: String,
        /// Ours.
        known: &'static str,
    },
    /// The journal is not what was written.
    #[error(transparent)]
    Damaged(#[from] JournalDamage),
    /// The journal does not lead to what was answered.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// The tables have seen commands that the journal does not hold.
    #[error(
        "the journal ends at command {journal}, but the tables have seen command {tables}: part of the journal is gone"
    )]
    JournalTooShort {
        /// The journal's last command.
        journal: u64,
        /// The tables' last command.
        tables: u64,
    },
    /// The journal and the tables tell different histories.
    #[error("the journal and the tables do not have the same history up to command {0}")]
    OtherHistory(u64),
    /// The engine stopped while it was opened.
    #[error("{0}")]
    Stopped(String),
}

/// Names the file an SQLite error came from.
pub(crate) fn in_file(file: &'static str) -> impl Fn(rusqlite::Error) -> OpenError {
    move |cause| OpenError::Sqlite { file, cause }
}

pub(crate) const JOURNAL: &str = "journal.db";
pub(crate) const TABLES: &str = "tables.db";
pub(crate) const PERSONAL: &str = "personal.db";

/// How far the journal has been taken into the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) head: Head,
    pub(crate) chain: Chain,
}

impl Default for Position {
    fn default() -> Self {
        Self { head: Head::default(), chain: Chain::start() }
    }
}

/// A folder held by this process alone, until it is dropped.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes the folder where there is none, and takes its lock.
    pub(crate) fn hold(path: &Path) -> Result<Self, OpenError> {
        let io = |cause| OpenError::Io { path: path.to_owned(), cause };
        if !path.is_dir() {
            fs::create_dir_all(path).map_err(io)?;
            if let Some(parent) = path.canonicalize().map_err(io)?.parent() {
                // The folder's own name must survive a power cut too.
                File::open(parent).and_then(|parent| parent.sync_all()).map_err(io)?;
            }
        }
        let lock = File::create(path.join("lock")).map_err(io)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(OpenError::Locked(path.to_owned())),
            Err(TryLockError::Error(cause)) => Err(io(cause)),
        }
    }

    /// The journal, to write.
    pub(crate) fn journal(&self) -> Result<Connection, OpenError> {
        let schema = Schema { file: JOURNAL, sql: include_str!("journal.sql"), format: JOURNAL_FORMAT };
        self.durable(&schema)
    }

    /// Refuses a folder whose journal has commands and whose personal keys are gone: what is sealed under them
    /// could be read by nobody, as if every customer had been erased.
    pub(crate) fn expect_personal(&self) -> Result<(), OpenError> {
        if self.path.join(PERSONAL).exists() { Ok(()) } else { Err(OpenError::Missing(PERSONAL)) }
    }

    /// The personal keys, to write.
    pub(crate) fn personal(&self) -> Result<Connection, OpenError> {
        let schema = Schema { file: PERSONAL, sql: include_str!("personal.sql"), format: JOURNAL_FORMAT };
        let personal = self.durable(&schema)?;
        personal.pragma_update(None, "secure_delete", true).map_err(in_file(PERSONAL))?;
        Ok(personal)
    }

    fn durable(&self, schema: &Schema) -> Result<Connection, OpenError> {
        let connection = connect(&self.path.join(schema.file), schema.file, "FULL")?;
        match schema.make_or_check(&connection)? {
            None => Ok(connection),
            Some(found) => Err(OpenError::Format { file: schema.file, found, known: schema.format }),
        }
    }

    /// The tables, to write. Tables of another format are made anew.
    pub(crate) fn tables(&self) -> Result<Connection, OpenError> {
        let schema = Schema { file: TABLES, sql: include_str!("tables.sql"), format: TABLES_FORMAT };
        let open = || -> Result<_, OpenError> {
            let connection = connect(&self.path.join(TABLES), TABLES, "NORMAL")?;
            let other = schema.make_or_check(&connection)?;
            Ok((connection, other))
        };
        let (connection, other) = open()?;
        let Some(found) = other else {
            let sqlite = in_file(TABLES);
            connection.pragma_update(None, "wal_autocheckpoint", TABLES_CHECKPOINT_PAGES).map_err(&sqlite)?;
            widen_cache(&connection)?;
            return Ok(connection);
        };
        tracing::info!(
            found,
            known = TABLES_FORMAT,
            "the query tables have another format: making them anew"
        );
        drop(connection);
        for name in [TABLES, "tables.db-wal", "tables.db-shm"] {
            let path = self.path.join(name);
            match fs::remove_file(&path) {
                Ok(()) => {}
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => {}
                Err(cause) => return Err(OpenError::Io { path, cause }),
            }
        }
        self.tables()
    }

    /// The files the projector writes, to have them written to the disk. Closing one drops the locks that SQLite has
    /// on it for this process, so they stay open until every connection is closed.
    pub(crate) fn tables_files(&self) -> Result<Vec<File>, OpenError> {
        let open = |name: &str| {
            let path = self.path.join(name);
            File::open(&path).map_err(|cause| OpenError::Io { path, cause })
        };
        [TABLES, "tables.db-wal"].into_iter().map(open).collect()
    }

    /// The tables, for one of the readers.
    pub(crate) fn tables_to_read(&self) -> Result<Connection, OpenError> {
        open_to_read(&self.path, TABLES)
    }

    /// The tables, for the writer's loads on demand.
    pub(crate) fn tables_to_load(&self) -> Result<Connection, OpenError> {
        let tables = open_to_read(&self.path, TABLES)?;
        widen_cache(&tables)?;
        Ok(tables)
    }
}

/// Gives a connection to the tables room for their pages; a negative size is one in KiB.
fn widen_cache(tables: &Connection) -> Result<(), OpenError> {
    tables.pragma_update(None, "cache_size", -PAGE_CACHE_KIB).map_err(in_file(TABLES))
}

/// Opens a file of the folder at `path` without the means to change it. Takes no lock of the folder.
pub(crate) fn open_to_read(path: &Path, file: &'static str) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path.join(file), flags).map_err(in_file(file))?;
    settle(&connection).map_err(in_file(file))?;
    Ok(connection)
}

/// Refuses a file whose format is not ours.
pub(crate) fn check_format(connection: &Connection, file: &'static str) -> Result<(), OpenError> {
    let known = if file == TABLES { TABLES_FORMAT } else { JOURNAL_FORMAT };
    let found = format_of(connection).map_err(in_file(file))?.unwrap_or_default();
    if found == known { Ok(()) } else { Err(OpenError::Format { file, found, known }) }
}

struct Schema {
    file: &'static str,
    sql: &'static str,
    format: &'static str,
}

impl Schema {
    /// Makes the tables in an empty file. The format of a file that has another one.
    fn make_or_check(&self, connection: &Connection) -> Result<Option<String>, OpenError> {
        let sqlite = in_file(self.file);
        let tables: i64 = connection
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .map_err(&sqlite)?;
        if tables > 0 {
            let found = format_of(connection).map_err(&sqlite)?.unwrap_or_default();
            return Ok((found != self.format).then_some(found));
        }
        let making = connection.unchecked_transaction().map_err(&sqlite)?;
        making.execute_batch(self.sql).map_err(&sqlite)?;
        making.execute("INSERT INTO meta VALUES ('format', ?)", [self.format]).map_err(&sqlite)?;
        making.commit().map_err(&sqlite)?;
        Ok(None)
    }
}

fn format_of(connection: &Connection) -> rusqlite::Result<Option<String>> {
    connection.query_row("SELECT value FROM meta WHERE name = 'format'", [], |row| row.get(0)).optional()
}

fn connect(path: &Path, file: &'static str, synchronous: &str) -> Result<Connection, OpenError> {
    let sqlite = in_file(file);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(&sqlite)?;
    settle(&connection).map_err(&sqlite)?;
    connection.pragma_update(None, "journal_mode", "WAL").map_err(&sqlite)?;
    connection.pragma_update(None, "synchronous", synchronous).map_err(&sqlite)?;
    Ok(connection)
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    connection.busy_timeout(std::time::Duration::from_millis(BUSY_WAIT_MS_MAX))
}

/// How far the tables have seen the journal.
pub(crate) fn position(tables: &Connection) -> rusqlite::Result<Position> {
    let sql = "SELECT commands, transfers, events, chain FROM position";
    let mut statement = tables.prepare_cached(sql)?;
    let position = statement.query_row([], |row| {
        let count = |column| row.get(column).map(i64::cast_unsigned);
        let head = Head { commands: count(0)?, transfers: count(1)?, events: count(2)? };
        Ok(Position { head, chain: Chain::from_bytes(row.get(3)?) })
    });
    position.optional().map(Option::unwrap_or_default)
}

/// The journal row that `row` selected.
pub(crate) fn journal_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<JournalRow> {
    Ok(JournalRow {
        first: row.get(0).map(i64::cast_unsigned)?,
        count: row.get(1).map(i64::cast_unsigned)?,
        bytes: row.get(2)?,
    })
}
