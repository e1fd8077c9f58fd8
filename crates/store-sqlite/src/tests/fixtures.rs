//! The data folders that releases left, in `fixtures/`: what one release wrote, every later one opens, proves and
//! replays to the same figures. A fixture is never made anew: where one of these tests fails, the program has
//! forgotten a format, or decides otherwise than it did.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use specie_domain::command::COMMAND_VERSION;
use specie_domain::{Body, Command, Row};
use specie_store::conformance::{Contents, history, wait};
use specie_store::{JournalRow, MemoryStore, Store, Tail};
use tempfile::TempDir;

use super::{contents, copy};
use crate::{SqliteStore, VerifyReport, verify};

/// A release's folder and a copy of its data, which may be opened.
struct Fixture {
    folder: PathBuf,
    data: TempDir,
}

fn fixtures() -> Vec<Fixture> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut folders: Vec<_> = fs::read_dir(all).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no release left a folder");
    let with_copy = |folder: PathBuf| {
        let data = TempDir::new().unwrap();
        for name in ["journal.db", "personal.db", "tables.db"] {
            fs::copy(folder.join("data").join(name), data.path().join(name)).unwrap();
        }
        Fixture { folder, data }
    };
    folders.into_iter().map(with_copy).collect()
}

impl Fixture {
    fn path(&self) -> &Path {
        self.data.path()
    }

    fn name(&self) -> String {
        self.folder.display().to_string()
    }

    /// Opens the copy once and closes it: its tables are in the format of today.
    fn opened(&self) -> Contents {
        let store = SqliteStore::open(self.path()).unwrap();
        wait(store.audit()).unwrap();
        drop(store);
        contents(self.path())
    }
}

/// What must stay as it was: how long the journal is, where its chain ends, what the audit counts, and the balance of
/// every account.
fn figures(report: &VerifyReport, contents: &Contents) -> String {
    let VerifyReport { commands, chain, journal_rows, audit, .. } = report;
    let (transfers, events) = (audit.head.transfers, audit.head.events);
    let mut text = format!("commands {commands} in {journal_rows} journal rows, chain {chain}\n");
    writeln!(text, "transfers {transfers}, events {events}").unwrap();
    writeln!(
        text,
        "audit: {} accounts, {} entries, {} withdrawals",
        audit.accounts, audit.entries, audit.withdrawals
    )
    .unwrap();
    for (book, currency, sum) in &audit.sums {
        writeln!(text, "audit: {book:?} {} sums to {sum}", currency.code()).unwrap();
    }
    for (kind, count) in kinds(&contents.journal) {
        writeln!(text, "command {kind}: {count}").unwrap();
    }
    for row in contents.rows.values() {
        if let Row::Account(account) = row {
            let (key, code) = (account.key, account.key.currency.code());
            let (balance, entries) = (account.balance, account.entries);
            writeln!(text, "{:?} {:032x} {code}: {balance} after {entries} entries", key.kind, key.holder)
                .unwrap();
        }
    }
    text
}

fn commands(journal: &[JournalRow]) -> Vec<Command> {
    let mut tail = Tail::default();
    journal.iter().flat_map(|row| tail.read(row).unwrap()).collect()
}

/// How often each kind of command occurs, by its number in the journal's format.
fn kinds(journal: &[JournalRow]) -> BTreeMap<u8, usize> {
    let mut kinds = BTreeMap::new();
    for command in commands(journal) {
        let body = borsh::to_vec(&command.body).unwrap();
        *kinds.entry(body[0]).or_default() += 1;
    }
    kinds
}

/// How many kinds of commands this program knows: the first number that it says is none.
fn kinds_known() -> u8 {
    let is_known = |kind: &u8| match borsh::from_slice::<Body>(&[*kind]) {
        Ok(_) => true,
        Err(why) => why.kind() == ErrorKind::InvalidData && !why.to_string().contains("variant"),
    };
    (0..u8::MAX).find(|kind| !is_known(kind)).unwrap()
}

#[test]
fn the_folder_of_every_release_opens_and_is_proved_to_its_committed_figures() {
    for fixture in fixtures() {
        let contents = fixture.opened();
        let report = verify(fixture.path()).unwrap();
        assert!(report.is_clean(), "{}: {report:?}", fixture.name());
        let committed = fs::read_to_string(fixture.folder.join("figures.txt")).unwrap_or_default();
        let figures = figures(&report, &contents);
        assert!(figures == committed, "{}: its figures are now\n{figures}", fixture.name());
    }
}

#[test]
fn every_release_left_all_the_kinds_of_commands_of_its_time() {
    let mut known_before = 0;
    for fixture in fixtures() {
        let kinds: Vec<u8> = kinds(&fixture.opened().journal).into_keys().collect();
        let known = u8::try_from(kinds.len()).unwrap();
        assert_eq!(kinds, (0..known).collect::<Vec<_>>(), "{}", fixture.name());
        assert!((known_before..=kinds_known()).contains(&known), "{}", fixture.name());
        known_before = known;
    }
}

#[test]
fn the_journal_alone_leads_to_the_tables_a_release_left_in_either_engine() {
    for fixture in fixtures() {
        let before = fixture.opened();
        fs::remove_file(fixture.path().join("tables.db")).unwrap();
        assert!(fixture.opened() == before, "{}: tables made anew are others", fixture.name());
        let replayed = MemoryStore::replay(&before.journal).unwrap();
        assert!(Contents::from(&replayed) == before, "{}: a replay in memory has others", fixture.name());
    }
}

#[test]
fn the_folder_of_every_release_goes_on_where_it_stopped() {
    for fixture in fixtures() {
        let before = fixture.opened();
        let store = SqliteStore::open(fixture.path()).unwrap();
        let last = commands(&before.journal).pop().unwrap();
        let first_ever = history().commands().swap_remove(0);
        let command = Command { at: last.at, ..first_ever };
        let head = store.health().head;
        let outcomes = wait(store.commit(vec![command])).unwrap();
        assert!(outcomes.iter().all(|outcome| outcome.result.is_ok()), "{outcomes:?}");
        assert_eq!(store.health().head.commands, head.commands + 1, "{}", fixture.name());
        drop(store);
        let after = fixture.opened();
        assert!(after.journal.starts_with(&before.journal), "{}: what was written stays", fixture.name());
        assert!(verify(fixture.path()).unwrap().is_clean(), "{}", fixture.name());
    }
}

/// Bytes of the journal's last row, of its last command and of its chain's value, each bent in a copy of its own; also
/// where a page that SQLite has rewritten left the same bytes behind.
#[test]
fn a_flipped_byte_in_the_journal_a_release_left_is_found() {
    for fixture in fixtures() {
        let journal = fixture.opened().journal;
        let end_of_row = journal.last().unwrap().bytes.last_chunk::<64>().unwrap();
        let whole = fs::read(fixture.path().join("journal.db")).unwrap();
        let windows = whole.windows(end_of_row.len()).enumerate();
        let ends: Vec<usize> =
            windows.filter(|(_, bytes)| bytes == end_of_row).map(|(place, _)| place).collect();
        assert!(!ends.is_empty(), "{}: the row stands in the file in one piece", fixture.name());
        for place in (0..end_of_row.len()).step_by(7) {
            let copy = copy(fixture.path());
            let mut bent = whole.clone();
            for end in &ends {
                bent[end + place] ^= 1;
            }
            fs::write(copy.path().join("journal.db"), bent).unwrap();
            let report = verify(copy.path()).unwrap();
            assert!(!report.is_clean(), "{}: byte {place}", fixture.name());
        }
    }
}

#[test]
fn a_command_of_a_version_that_never_was_is_refused() {
    let mut bytes = Vec::new();
    history().commands().swap_remove(0).write_canonical(&mut bytes);
    assert_eq!(bytes[0], COMMAND_VERSION);
    for version in [0, COMMAND_VERSION + 1] {
        bytes[0] = version;
        assert!(Command::from_canonical(&bytes).is_err(), "version {version}");
    }
}
