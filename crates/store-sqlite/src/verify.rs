//! `verify`: proves a data folder without changing it. The tables are audited on one consistent view; the whole
//! journal is walked along its chain and replayed into an empty store; and every row of the tables is
//! compared with the replay at the command up to which the tables have seen the journal. Works while a
//! server runs on the folder, and after one was killed.

use std::path::Path;

use rusqlite::Connection;
use specie_domain::rows::{Event, Transfer};
use specie_store::{Audit, Books, Chain, VIOLATIONS_MAX, Violation};

use crate::folder::{
    JOURNAL, OpenError, Position, TABLES, check_format, in_file, journal_row, open_to_read, position,
};
use crate::reads::audit_view;
use crate::tables::{Stored, every_row, scan, table_of};

/// What was proved, and what was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// Commands in the journal.
    pub commands: u64,
    /// The chain's value after the last of them.
    pub chain: Chain,
    /// Rows of the journal.
    pub journal_rows: u64,
    /// Commands the tables have seen: up to there they were compared. A running server's tables lag a little.
    pub compared_at: u64,
    /// Rows, transfers and events that were compared.
    pub compared: u64,
    /// What the audit of the tables found.
    pub audit: Audit,
    /// What is wrong with the journal, or differs between it and the tables; at most [`VIOLATIONS_MAX`].
    pub violations: Vec<Violation>,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.audit.violations.is_empty() && self.violations.is_empty()
    }
}

/// Proves the folder at `dir`.
///
/// # Errors
/// [`OpenError`] where the files cannot be read at all; what they hold goes into the report.
pub fn verify(dir: &Path) -> Result<VerifyReport, OpenError> {
    let tables = open_to_read(dir, TABLES)?;
    check_format(&tables, TABLES)?;
    // The tables' view is taken first: whatever they have seen by then is in the journal.
    let view = tables.unchecked_transaction().map_err(in_file(TABLES))?;
    let at = position(&view).map_err(in_file(TABLES))?;
    let journal = open_to_read(dir, JOURNAL)?;
    check_format(&journal, JOURNAL)?;
    let mut replay =
        Replay { view: &view, at, books: Books::default(), findings: Findings::default(), journal_rows: 0 };
    replay.walk(&journal)?;
    let audit = audit_view(&view).map_err(in_file(TABLES))?;
    let Replay { books, findings, journal_rows, .. } = replay;
    let (tail, Findings { compared, violations }) = (books.tail(), findings);
    Ok(VerifyReport {
        commands: tail.commands,
        chain: tail.chain,
        journal_rows,
        compared_at: at.head.commands,
        compared,
        audit,
        violations,
    })
}

#[derive(Default)]
struct Findings {
    compared: u64,
    violations: Vec<Violation>,
}

impl Findings {
    fn broken(&mut self, detail: String) {
        if self.violations.len() < VIOLATIONS_MAX {
            self.violations.push(Violation { invariant: 6, detail });
        }
    }
}

struct Replay<'a> {
    view: &'a Connection,
    at: Position,
    books: Books,
    findings: Findings,
    journal_rows: u64,
}

impl Replay<'_> {
    /// Replays the whole journal, and compares on the way.
    fn walk(&mut self, journal: &Connection) -> Result<(), OpenError> {
        let sql = "SELECT first_command, commands, bytes FROM journal ORDER BY first_command";
        let mut statement = journal.prepare(sql).map_err(in_file(JOURNAL))?;
        let rows = statement.query_map([], journal_row).map_err(in_file(JOURNAL))?;
        let mut is_compared = self.compare_here()?;
        for row in rows {
            let row = row.map_err(in_file(JOURNAL))?;
            if let Err(why) = self.books.replay(&row) {
                self.findings.broken(why.to_string());
                return Ok(());
            }
            self.journal_rows += 1;
            is_compared = self.compare_here()? || is_compared;
        }
        if !is_compared {
            let (journal, tables) = (self.books.tail().commands, self.at.head.commands);
            let detail = format!(
                "the tables have seen {tables} commands, no journal row ends there; the last ends at {journal}"
            );
            self.findings.broken(detail);
        }
        Ok(())
    }

    /// Compares if the replay stands where the tables stand.
    fn compare_here(&mut self) -> Result<bool, OpenError> {
        if self.books.tail().commands != self.at.head.commands {
            return Ok(false);
        }
        self.compare().map_err(in_file(TABLES))?;
        Ok(true)
    }

    fn compare(&mut self) -> rusqlite::Result<()> {
        let (books, findings) = (&self.books, &mut self.findings);
        if (books.head(), books.tail().chain) != (self.at.head, self.at.chain) {
            findings.broken(format!("the tables stand at {:?}, the replay at {:?}", self.at, books.tail()));
        }
        let mut seen = 0;
        every_row(self.view, |row| {
            seen += 1;
            let key = row.key();
            if books.row(&key) != Some(&row) {
                findings
                    .broken(format!("{}: the row {key:?} is not what the journal leads to", table_of(&key)));
            }
        })?;
        findings.compared += seen;
        if usize::try_from(seen) != Ok(books.rows().len()) {
            missing_rows(self.view, books, findings)?;
        }
        let transfer = |transfer: &Transfer| books.transfer(transfer.number) == Some(transfer);
        compare_facts(self.view, findings, books.transfers().len(), transfer)?;
        let event = |event: &Event| books.events().get(place(event.number)) == Some(event);
        compare_facts(self.view, findings, books.events().len(), event)
    }
}

/// Where the fact of this number stands in a vector.
fn place(number: u64) -> usize {
    number.checked_sub(1).and_then(|place| usize::try_from(place).ok()).unwrap_or(usize::MAX)
}

fn missing_rows(view: &Connection, books: &Books, findings: &mut Findings) -> rusqlite::Result<()> {
    for (key, _) in books.rows() {
        if crate::tables::load(view, key)?.is_none() {
            findings.broken(format!("{}: the row {key:?} is missing", table_of(key)));
        }
    }
    Ok(())
}

fn compare_facts<F: Stored + std::fmt::Debug>(
    view: &Connection,
    findings: &mut Findings,
    expected: usize,
    agrees: impl Fn(&F) -> bool,
) -> rusqlite::Result<()> {
    let mut statement = view.prepare(&F::statements().scan)?;
    let mut seen = 0_usize;
    for fact in scan::<F>(&mut statement)? {
        let fact = fact?;
        seen += 1;
        if !agrees(&fact) {
            findings.broken(format!("{}: {fact:?} is not what the journal leads to", F::TABLE));
        }
    }
    if seen != expected {
        findings.broken(format!("{}: {seen} rows, the journal leads to {expected}", F::TABLE));
    }
    findings.compared += u64::try_from(seen).unwrap_or_default();
    Ok(())
}
