//! The embedded engine against the one suite, and against crashes, tampering, broken tables and small bounds.

mod fixtures;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use specie_domain::rows::{Account, AccountKey, AccountKind, Event, Side, Transfer};
use specie_domain::{Changes, Command, Key, Row};
use specie_money::Currency;
use specie_store::conformance::{Contents, Subject, commit_all, history, wait};
use specie_store::{BATCH_COMMANDS_MAX, CommitError, MemoryStore, Store};
use tempfile::TempDir;

use crate::folder::{Folder, OpenError, Position, journal_row, open_to_read};
use crate::smoother::Smoother;
use crate::tables::{Stored, every_row, replaced, scan};
use crate::{Options, SqliteStore, projector, shared::Shared, verify};

/// An engine in a folder of its own, with the default bounds.
struct InFolder {
    store: SqliteStore,
    folder: TempDir,
}

impl Subject for InFolder {
    fn fresh() -> Self {
        let folder = TempDir::new().unwrap();
        Self { store: SqliteStore::open(folder.path()).unwrap(), folder }
    }
    fn store(&self) -> &dyn Store {
        &self.store
    }
    fn reopen(self) -> Self {
        let Self { store, folder } = self;
        drop(store);
        let journal = Connection::open(folder.path().join("journal.db")).unwrap();
        journal.execute_batch("DROP TRIGGER IF EXISTS stop").unwrap();
        drop(journal);
        Self { store: SqliteStore::open(folder.path()).unwrap(), folder }
    }
    fn stop(&self) {
        let journal = Connection::open(self.folder.path().join("journal.db")).unwrap();
        let stop = "CREATE TRIGGER stop BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'stopped'); END";
        journal.execute_batch(stop).unwrap();
    }
    fn contents(&self) -> Contents {
        wait(self.store.audit()).unwrap(); // Waits until the tables have caught up.
        contents(self.folder.path())
    }
}

specie_store::conformance_suite!(InFolder);

mod with_a_tiny_working_set {
    use super::*;

    /// The set forgets before nearly every batch.
    struct Forgetful(InFolder);

    fn open(folder: TempDir) -> Forgetful {
        let options = Options { working_set_rows_max: 3 };
        let store = SqliteStore::open_with(folder.path(), options).unwrap();
        Forgetful(InFolder { store, folder })
    }

    impl Subject for Forgetful {
        fn fresh() -> Self {
            open(TempDir::new().unwrap())
        }
        fn store(&self) -> &dyn Store {
            self.0.store()
        }
        fn reopen(self) -> Self {
            let InFolder { store, folder } = self.0.reopen();
            drop(store);
            open(folder)
        }
        fn stop(&self) {
            self.0.stop();
        }
        fn contents(&self) -> Contents {
            self.0.contents()
        }
    }

    specie_store::conformance_suite!(Forgetful);
}

fn facts<F: Stored>(tables: &Connection) -> Vec<F> {
    let mut statement = tables.prepare(&F::statements().scan).unwrap();
    scan::<F>(&mut statement).unwrap().map(Result::unwrap).collect()
}

fn contents(folder: &Path) -> Contents {
    let tables = open_to_read(folder, "tables.db").unwrap();
    let journal = open_to_read(folder, "journal.db").unwrap();
    let mut contents = Contents::default();
    every_row(&tables, |row| drop(contents.rows.insert(row.key(), row))).unwrap();
    contents.transfers = facts::<Transfer>(&tables);
    contents.events = facts::<Event>(&tables);
    let mut rows = journal.prepare("SELECT * FROM journal ORDER BY first_command").unwrap();
    contents.journal = rows.query_map([], journal_row).unwrap().map(Result::unwrap).collect();
    contents
}

/// The folder as a crash would leave it: its files are copied while the engine runs on them.
fn copy(from: &Path) -> TempDir {
    let to = TempDir::new().unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file: PathBuf = file.unwrap().path();
        let is_shared_memory = file.extension().is_some_and(|extension| extension == "db-shm");
        if !is_shared_memory {
            std::fs::copy(&file, to.path().join(file.file_name().unwrap())).unwrap();
        }
    }
    to
}

fn commands() -> Vec<Command> {
    history().commands()
}

/// What the in-memory engine makes of the first `count` commands.
fn expected(commands: &[Command]) -> Contents {
    let memory = MemoryStore::new();
    commit_all(&memory, commands, 1);
    Contents::from(&memory)
}

#[test]
fn a_crash_at_any_moment_loses_nothing_that_was_answered() {
    let subject = InFolder::fresh();
    for (count, command) in (1..).zip(commands()) {
        wait(subject.store.commit(vec![command])).unwrap();
        if count % 10 != 0 {
            continue;
        }
        let crashed = copy(subject.folder.path());
        let before = verify(crashed.path()).unwrap();
        assert!(before.is_clean(), "after {count}: {before:?}");
        let again = SqliteStore::open(crashed.path()).unwrap();
        assert_eq!(again.health().head, subject.store.health().head, "after {count}");
        wait(again.audit()).unwrap();
        assert_eq!(contents(crashed.path()), expected(&commands()[..count]), "after {count}");
    }
}

#[test]
fn tables_that_are_lost_are_made_anew_from_the_journal() {
    let subject = InFolder::fresh();
    commit_all(&subject.store, &commands(), 4);
    let before = subject.contents();
    let InFolder { store, folder } = subject;
    drop(store);
    std::fs::remove_file(folder.path().join("tables.db")).unwrap();
    let subject = InFolder { store: SqliteStore::open(folder.path()).unwrap(), folder };
    assert_eq!(subject.contents(), before);
}

#[test]
fn tables_of_another_format_are_made_anew_and_a_journal_of_another_format_is_refused() {
    let folder = TempDir::new().unwrap();
    let subject = InFolder { store: SqliteStore::open(folder.path()).unwrap(), folder };
    commit_all(&subject.store, &commands(), 4);
    let before = subject.contents();
    let InFolder { store, folder } = subject;
    drop(store);
    let other_format = |file: &str| {
        let file = Connection::open(folder.path().join(file)).unwrap();
        file.execute("UPDATE meta SET value = '0'", []).unwrap();
    };
    other_format("tables.db");
    let subject =
        InFolder { store: SqliteStore::open(folder.path()).unwrap(), folder: TempDir::new().unwrap() };
    wait(subject.store.audit()).unwrap();
    assert_eq!(contents(folder.path()), before);
    drop(subject);
    other_format("journal.db");
    let refused = SqliteStore::open(folder.path()).unwrap_err();
    assert!(matches!(refused, OpenError::Format { file: "journal.db", .. }), "{refused}");
}

#[test]
fn a_folder_in_use_is_refused() {
    let subject = InFolder::fresh();
    let refused = SqliteStore::open(subject.folder.path()).unwrap_err();
    assert!(matches!(refused, OpenError::Locked(_)), "{refused}");
}

/// A closed folder with the whole history in it, and its journal unlocked for harm.
fn harmed(harm: &str) -> TempDir {
    let InFolder { store, folder } = InFolder::fresh();
    commit_all(&store, &commands(), 4);
    drop(store);
    let journal = Connection::open(folder.path().join("journal.db")).unwrap();
    journal
        .execute_batch("DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_removed;")
        .unwrap();
    assert!(journal.execute(harm, []).unwrap() > 0, "{harm}");
    folder
}

const BEND: &str =
    "UPDATE journal SET bytes = CAST(substr(bytes, 1, 40) || x'ff' || substr(bytes, 42) AS BLOB)";

#[test]
fn a_tampered_journal_is_found_by_verify_and_named() {
    let row = "SELECT first_command FROM journal ORDER BY first_command LIMIT 1 OFFSET 3";
    for harm in [
        format!("{BEND} WHERE first_command = ({row})"),
        format!("DELETE FROM journal WHERE first_command = ({row})"),
        format!("UPDATE journal SET commands = commands + 1 WHERE first_command = ({row})"),
    ] {
        let report = verify(harmed(&harm).path()).unwrap();
        let found = &report.violations[0];
        assert!(
            found.invariant == 6 && found.detail.contains("the journal row of command"),
            "{harm}: {found:?}"
        );
        assert!(report.audit.violations.is_empty(), "the tables themselves are whole");
    }
}

#[test]
fn a_tampered_journal_is_refused_at_the_start_where_the_tables_need_it() {
    let newest = "SELECT max(first_command) FROM journal";
    let bent = harmed(&format!("{BEND} WHERE first_command = ({newest})"));
    let refused = SqliteStore::open(bent.path()).unwrap_err();
    assert!(matches!(refused, OpenError::Damaged(_)), "{refused}");
    let short = harmed(&format!("DELETE FROM journal WHERE first_command = ({newest})"));
    let refused = SqliteStore::open(short.path()).unwrap_err();
    assert!(matches!(refused, OpenError::JournalTooShort { .. }), "{refused}");
    let early = harmed(&format!("{BEND} WHERE first_command = 1"));
    std::fs::remove_file(early.path().join("tables.db")).unwrap();
    let refused = SqliteStore::open(early.path()).unwrap_err();
    assert!(refused.to_string().starts_with("the journal row of command 1 is damaged"), "{refused}");
}

#[test]
fn what_was_changed_in_the_tables_by_hand_is_found_by_verify() {
    for (harm, table) in [
        ("UPDATE accounts SET balance = balance + 1 WHERE kind = 1", "accounts"),
        ("DELETE FROM codes WHERE state = 1", "codes"),
        ("DROP TRIGGER transfers_are_not_changed; UPDATE transfers SET debit_balance = 7", "transfers"),
        ("DROP TRIGGER events_are_not_removed; DELETE FROM events WHERE number = 3", "events"),
        ("UPDATE position SET transfers = transfers + 1", "stand at"),
    ] {
        let InFolder { store, folder } = InFolder::fresh();
        commit_all(&store, &commands(), 4);
        drop(store);
        let tables = Connection::open(folder.path().join("tables.db")).unwrap();
        tables.execute_batch(harm).unwrap();
        let report = verify(folder.path()).unwrap();
        assert!(report.violations.iter().any(|found| found.detail.contains(table)), "{harm}: {report:?}");
    }
}

#[test]
fn verify_is_clean_while_the_engine_runs_and_says_how_far_it_compared() {
    let subject = InFolder::fresh();
    commit_all(&subject.store, &commands(), 4);
    let report = verify(subject.folder.path()).unwrap();
    assert!(report.is_clean(), "{report:?}");
    assert_eq!(report.commands, subject.store.health().head.commands);
    assert!(report.compared_at <= report.commands);
    wait(subject.store.audit()).unwrap();
    let report = verify(subject.folder.path()).unwrap();
    assert_eq!(report.compared_at, report.commands);
    assert!(report.is_clean() && report.compared > 100, "{report:?}");
}

#[test]
fn facts_and_journal_rows_are_only_added() {
    let InFolder { store, folder } = InFolder::fresh();
    commit_all(&store, &commands(), 4);
    drop(store);
    let refuse = |file: &str, table: &str| {
        let connection = Connection::open(folder.path().join(file)).unwrap();
        for harm in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET rowid = rowid")] {
            assert!(connection.execute(&harm, []).is_err(), "{harm}");
        }
    };
    for table in ["transfers", "events"] {
        refuse("tables.db", table);
    }
    refuse("journal.db", "journal");
}

/// A projector on empty tables that is told one batch; what the engine says then.
fn project(changes: Changes) -> Option<String> {
    let folder = TempDir::new().unwrap();
    let folder = Folder::hold(folder.path()).unwrap();
    let shared = Arc::new(Shared::default());
    let backlog = projector::Backlog::default();
    backlog.push(changes, Position::default());
    backlog.close();
    projector::run(folder.tables().unwrap(), &backlog, &Smoother::default(), &shared);
    shared.stopped().cloned()
}

fn account(kind: AccountKind, currency: &str, balance: i64) -> Row {
    let key = AccountKey { kind, holder: 1, currency: Currency::from_code(currency).unwrap() };
    Row::from(Account { balance, entries: 1, last_transfer: 1, ..Account::empty(key, None) })
}

fn transfer(debit: &Row, credit: &Row, amount: i64) -> Transfer {
    let side = |row: &Row| {
        let Row::Account(row) = row else { panic!("{row:?} is no account") };
        Side { account: row.key, entry: 1, balance: row.balance, before: 0 }
    };
    Transfer {
        number: 1,
        debit: side(debit),
        credit: side(credit),
        amount,
        reason: specie_domain::rows::Reason::TopUp,
        operation_id: None,
        command: 1,
        made_at: specie_domain::Time::from_unix_ms(0),
    }
}

#[test]
fn a_row_that_breaks_a_rule_stops_the_engine_and_is_named() {
    let (good, below) = (account(AccountKind::Wallet, "GBP", 1), account(AccountKind::Wallet, "GBP", -1));
    let funding = account(AccountKind::Funding, "GBP", -1);
    let rows = |rows: &[&Row]| Changes {
        rows: rows.iter().map(|row| (*row).clone()).collect(),
        ..Changes::default()
    };
    assert_eq!(project(rows(&[&good, &funding])), None);
    let stopped = project(rows(&[&below])).unwrap();
    assert!(stopped.contains("floor") && stopped.contains("Wallet"), "{stopped}");
    let with = |transfer: Transfer| Changes { transfers: vec![transfer], ..rows(&[&good, &funding]) };
    assert_eq!(project(with(transfer(&funding, &good, 1))), None);
    for (bad, why) in [
        (transfer(&funding, &good, 0), "amount > 0"),
        (transfer(&good, &good, 1), "two_accounts"),
        (transfer(&below, &funding, 1), "floor"),
    ] {
        let stopped = project(with(bad)).unwrap();
        assert!(stopped.contains("transfer 1") && stopped.contains(why), "{stopped}");
    }
}

#[test]
fn a_fact_that_is_refused_among_many_is_the_one_that_is_named() {
    let (good, funding) = (account(AccountKind::Wallet, "GBP", 1), account(AccountKind::Funding, "GBP", -1));
    for refused in [1, 20, 40] {
        let chained = |number: u64| {
            let whole = transfer(&funding, &good, if number == refused { 0 } else { 1 });
            let side = |side: Side| Side { entry: number, before: number - 1, ..side };
            Transfer { number, debit: side(whole.debit), credit: side(whole.credit), ..whole }
        };
        let stopped = project(Changes { transfers: (1..=40).map(chained).collect(), ..Changes::default() });
        assert!(stopped.clone().unwrap().contains(&format!("transfer {refused}: ")), "{stopped:?}");
    }
}

#[test]
fn a_table_whose_rows_are_replaced_has_its_key_alone() {
    let folder = TempDir::new().unwrap();
    let tables = Folder::hold(folder.path()).unwrap().tables().unwrap();
    let mut others = tables
        .prepare("SELECT type || ' ' || name FROM sqlite_schema WHERE tbl_name = ? AND type <> 'table'")
        .unwrap();
    let replaced = replaced();
    assert!(replaced.contains(&"accounts"), "{replaced:?}");
    for table in replaced {
        let found: Vec<String> =
            others.query_map([table], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        assert!(found.is_empty(), "{table} has {found:?}: REPLACE would remove what stands in their way");
    }
}

#[test]
fn after_the_tables_refused_a_row_no_commit_is_taken() {
    let InFolder { store, folder } = InFolder::fresh();
    let commands = commands();
    let meddler = Connection::open(folder.path().join("tables.db")).unwrap();
    meddler
        .execute_batch(
            "CREATE TRIGGER meddle BEFORE INSERT ON transfers BEGIN SELECT RAISE(ABORT, 'meddled'); END;",
        )
        .unwrap();
    let refused = commands.iter().find_map(|command| {
        let refused = wait(store.commit(vec![command.clone()])).err();
        refused.or_else(|| {
            wait(store.audit()).err().map(|_| wait(store.commit(vec![command.clone()])).unwrap_err())
        })
    });
    assert!(matches!(&refused, Some(CommitError::Corrupt(why)) if why.contains("meddled")), "{refused:?}");
    assert!(store.health().refuses_writes.is_some());
    assert!(wait(store.read(vec![Key::Deployment(())])).is_err());
}

#[test]
fn a_journal_that_cannot_be_written_stops_the_engine_without_an_answer() {
    let InFolder { store, folder } = InFolder::fresh();
    let meddler = Connection::open(folder.path().join("journal.db")).unwrap();
    meddler
        .execute_batch(
            "CREATE TRIGGER meddle BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'meddled'); END;",
        )
        .unwrap();
    let command = commands().swap_remove(0);
    for _ in 0..2 {
        let stopped = wait(store.commit(vec![command.clone()]));
        assert!(matches!(&stopped, Err(CommitError::Corrupt(why)) if why.contains("meddled")), "{stopped:?}");
    }
    assert_eq!(store.health().head.commands, 0);
}

#[test]
fn what_waits_together_shares_one_durable_write() {
    let subject = InFolder::fresh();
    let commands = commands();
    let under_way: Vec<_> =
        commands.iter().map(|command| subject.store.commit(vec![command.clone()])).collect();
    for answer in under_way {
        wait(answer).unwrap();
    }
    let health = subject.store.health();
    assert!(health.durable_writes < health.head.commands, "{health:?}");
    assert_eq!(subject.contents(), Contents { journal: subject.contents().journal, ..expected(&commands) });
    assert!(commands.len() < BATCH_COMMANDS_MAX);
}

/// Whether `needle` stands in any file of the folder.
fn is_anywhere(folder: &Path, needle: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|path| path.is_file())
        .any(|path| std::fs::read(path).unwrap().windows(needle.len()).any(|window| window == needle))
}

#[test]
fn a_destroyed_personal_key_is_left_in_no_file_and_the_others_stay() {
    let subject = InFolder::fresh();
    let (gone, kept) = (b"the wrapped key that shall be gone", b"the wrapped key that shall stay!!!");
    let wallets = [1, 2].map(specie_domain::ids::WalletId::from_u128);
    for (wallet_id, wrapped) in wallets.into_iter().zip([gone, kept]) {
        wait(subject.store.keep_personal_key(wallet_id, wrapped.to_vec())).unwrap();
    }
    assert!(is_anywhere(subject.folder.path(), gone), "the search finds what is there");
    wait(subject.store.erase_personal_key(wallets[0])).unwrap();
    wait(subject.store.erase_personal_key(wallets[0])).unwrap();
    assert!(!is_anywhere(subject.folder.path(), gone));
    let subject = subject.reopen();
    assert!(!is_anywhere(subject.folder.path(), gone));
    assert_eq!(wait(subject.store.personal_key(wallets[0])), Ok(None));
    assert_eq!(wait(subject.store.personal_key(wallets[1])), Ok(Some(kept.to_vec())));
}

#[test]
fn a_folder_whose_personal_keys_are_gone_is_refused_by_name() {
    let subject = InFolder::fresh();
    commit_all(&subject.store, &commands()[..3], 1);
    let InFolder { store, folder } = subject;
    drop(store);
    std::fs::remove_file(folder.path().join("personal.db")).unwrap();
    let refused = SqliteStore::open(folder.path()).err().map(|why| why.to_string());
    assert!(refused.is_some_and(|why| why.starts_with("personal.db is missing")));
}
