//! Copies of a data folder, also of one that a server is writing to. Only what cannot be made again is copied: the
//! journal, and after it the personal keys, which are durable before anything sealed under them is; so the copy has
//! every key that its journal needs. The tables are made anew from the journal. A journal row never changes, so the
//! rows up to one command are a consistent copy without a long read transaction. Knows nothing of DIR/keys.

use std::fs::{self, File};
use std::path::Path;

use rusqlite::{Connection, OptionalExtension};
use specie_store::{Chain, JournalDamage, JournalRow, Tail};

use crate::folder::{Folder, JOURNAL, OpenError, PERSONAL, check_format, in_file, journal_row, open_to_read};

/// Journal rows copied in one transaction.
const ROWS_TOGETHER_MAX: i64 = 512;

/// What a copy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackedUp {
    /// Commands in the journal.
    pub commands: u64,
    /// Rows of the journal.
    pub journal_rows: u64,
    /// The chain's value after the last command.
    pub chain: Chain,
    /// Wallets' personal keys.
    pub personal_keys: u64,
}

/// Copies journal and personal keys of the folder `from` into the empty folder `to`, and proves the journal's chain
/// on the way. `told` hears how many commands of how many are done.
///
/// # Errors
/// [`OpenError`]; the folder `to` is then no backup.
pub fn back_up(from: &Path, to: &Path, told: &mut dyn FnMut(u64, u64)) -> Result<BackedUp, OpenError> {
    let journal = open_to_read(from, JOURNAL)?;
    check_format(&journal, JOURNAL)?;
    let folder = Folder::hold(to)?;
    let copy = folder.journal()?;
    let end = last_command(&journal)?;
    let (tail, journal_rows) = walk(&journal, end, told, |rows| keep(&copy, rows))?;
    // One file without a log beside it.
    copy.pragma_update(None, "journal_mode", "DELETE").map_err(in_file(JOURNAL))?;
    copy.close().map_err(|(_, cause)| in_file(JOURNAL)(cause))?;
    let personal_keys = copy_personal(from, to)?;
    drop(folder);
    let io = |path: &Path, cause| OpenError::Io { path: path.to_owned(), cause };
    let lock = to.join("lock");
    fs::remove_file(&lock).map_err(|cause| io(&lock, cause))?;
    for path in [to.join(JOURNAL), to.join(PERSONAL), to.to_owned()] {
        File::open(&path).and_then(|file| file.sync_all()).map_err(|cause| io(&path, cause))?;
    }
    Ok(BackedUp { commands: tail.commands, journal_rows, chain: tail.chain, personal_keys })
}

/// Reads a copy again: the journal along its chain, and the file of the personal keys.
///
/// # Errors
/// [`OpenError`] names what is damaged.
pub fn prove(copy: &Path, told: &mut dyn FnMut(u64, u64)) -> Result<BackedUp, OpenError> {
    let journal = open_to_read(copy, JOURNAL)?;
    check_format(&journal, JOURNAL)?;
    let end = last_command(&journal)?;
    let (tail, journal_rows) = walk(&journal, end, told, |_| Ok(()))?;
    let personal = open_to_read(copy, PERSONAL)?;
    check_format(&personal, PERSONAL)?;
    let sqlite = in_file(PERSONAL);
    let found: String =
        personal.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(&sqlite)?;
    if found != "ok" {
        return Err(OpenError::Stopped(format!("{PERSONAL}: {found}")));
    }
    let personal_keys = count_keys(&personal).map_err(&sqlite)?;
    Ok(BackedUp { commands: tail.commands, journal_rows, chain: tail.chain, personal_keys })
}

fn last_command(journal: &Connection) -> Result<u64, OpenError> {
    let last = "SELECT first_command + commands - 1 FROM journal ORDER BY first_command DESC LIMIT 1";
    let last = journal.query_row(last, [], |row| row.get(0)).optional().map_err(in_file(JOURNAL))?;
    Ok(last.map_or(0, i64::cast_unsigned))
}

/// Reads the rows up to the command `end` along their chain and hands them on.
fn walk(
    journal: &Connection,
    end: u64,
    told: &mut dyn FnMut(u64, u64),
    mut each: impl FnMut(&[JournalRow]) -> Result<(), OpenError>,
) -> Result<(Tail, u64), OpenError> {
    let next =
        "SELECT first_command, commands, bytes FROM journal WHERE first_command > ? AND first_command <= ?
                ORDER BY first_command LIMIT ?";
    let mut statement = journal.prepare(next).map_err(in_file(JOURNAL))?;
    let (mut tail, mut count) = (Tail::default(), 0_u64);
    while tail.commands < end {
        let after = (tail.commands.cast_signed(), end.cast_signed(), ROWS_TOGETHER_MAX);
        let rows = statement.query_map(after, journal_row).map_err(in_file(JOURNAL))?;
        let rows: Vec<JournalRow> = rows.collect::<Result<_, _>>().map_err(in_file(JOURNAL))?;
        if rows.is_empty() {
            let what = format!("rows up to command {end} are missing");
            return Err(JournalDamage { row: tail.commands.saturating_add(1), command: None, what }.into());
        }
        for row in &rows {
            let _proved = tail.read(row)?;
            count = count.saturating_add(1);
        }
        each(&rows)?;
        told(tail.commands, end);
    }
    Ok((tail, count))
}

fn keep(copy: &Connection, rows: &[JournalRow]) -> Result<(), OpenError> {
    let keep_all = || -> rusqlite::Result<()> {
        let transaction = copy.unchecked_transaction()?;
        let mut statement = copy.prepare_cached("INSERT INTO journal VALUES (?, ?, ?)")?;
        for row in rows {
            statement.execute((row.first.cast_signed(), row.count.cast_signed(), &row.bytes))?;
        }
        transaction.commit()
    };
    keep_all().map_err(in_file(JOURNAL))
}

/// The file as one consistent view, without what was deleted from it.
fn copy_personal(from: &Path, to: &Path) -> Result<u64, OpenError> {
    let sqlite = in_file(PERSONAL);
    let personal = open_to_read(from, PERSONAL)?;
    check_format(&personal, PERSONAL)?;
    let path = to.join(PERSONAL);
    let text = path.to_str().ok_or_else(|| OpenError::Stopped(format!("{} is not UTF-8", path.display())))?;
    personal.execute("VACUUM INTO ?", [text]).map_err(&sqlite)?;
    count_keys(&open_to_read(to, PERSONAL)?).map_err(&sqlite)
}

fn count_keys(personal: &Connection) -> rusqlite::Result<u64> {
    personal.query_row("SELECT count(*) FROM personal_keys", [], |row| row.get(0)).map(i64::cast_unsigned)
}

#[cfg(test)]
mod tests {
    use specie_domain::command::{Actor, RegisterOwner};
    use specie_domain::ids::{Fresh, WalletId};
    use specie_domain::{Body, Command, Time};
    use specie_store::Store;

    use super::*;
    use crate::{SqliteStore, verify};

    fn command(number: u64) -> Command {
        let body = RegisterOwner { actor: Actor::System, name: format!("Shop {number}") };
        Command {
            at: Time::from_unix_ms(1_700_000_000_000),
            fresh: Fresh(number),
            idempotency: None,
            proof: None,
            body: Body::RegisterOwner(body),
        }
    }

    async fn store_with(folder: &Path, commands: u64) -> SqliteStore {
        let store = SqliteStore::open(folder).unwrap();
        store.keep_personal_key(WalletId::from_u128(7), vec![1, 2, 3]).await.unwrap();
        for number in 1..=commands {
            store.commit(vec![command(number)]).await.unwrap();
        }
        store
    }

    #[tokio::test]
    async fn a_copy_taken_from_an_open_folder_is_proved_and_opens_as_the_same_history() {
        let folders = tempfile::tempdir().unwrap();
        let (from, to) = (folders.path().join("from"), folders.path().join("to"));
        let store = store_with(&from, 30).await;
        let mut heard = (0, 0);
        let copied = back_up(&from, &to, &mut |done, all| heard = (done, all)).unwrap();
        assert_eq!((copied.commands, copied.personal_keys, heard), (30, 1, (30, 30)));
        store.commit(vec![command(31)]).await.unwrap();
        assert_eq!(prove(&to, &mut |_, _| {}).unwrap(), copied);
        let mut files: Vec<_> = fs::read_dir(&to)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        assert_eq!(files, ["journal.db", "personal.db"]);
        drop(SqliteStore::open(&to).unwrap());
        let verified = verify(&to).unwrap();
        assert!(verified.is_clean(), "{verified:?}");
        assert_eq!((verified.commands, verified.chain), (30, copied.chain));
    }

    #[tokio::test]
    async fn a_changed_byte_of_a_copied_row_is_found() {
        let folders = tempfile::tempdir().unwrap();
        let (from, to) = (folders.path().join("from"), folders.path().join("to"));
        drop(store_with(&from, 3).await);
        let _copied = back_up(&from, &to, &mut |_, _| {}).unwrap();
        let copy = Connection::open(to.join(JOURNAL)).unwrap();
        copy.execute_batch("DROP TRIGGER journal_is_not_changed").unwrap();
        let bend = "UPDATE journal SET bytes = CAST(bytes || x'00' AS BLOB) WHERE first_command = 2";
        assert_eq!(copy.execute(bend, []).unwrap(), 1);
        drop(copy);
        let why = prove(&to, &mut |_, _| {}).unwrap_err().to_string();
        assert!(why.contains("journal row of command 2"), "{why}");
    }
}
