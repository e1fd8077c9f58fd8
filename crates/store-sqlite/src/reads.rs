//! Reads of the query tables: histories, due sessions, the audit. Each on one consistent view.

use rusqlite::{Connection, Result};
use specie_domain::Time;
use specie_domain::ids::OperationId;
use specie_domain::rows::{Account, AccountKey, Entry, Transfer, Withdrawal};
use specie_store::audit::Auditor;
use specie_store::{Audit, EntryLine, EntryPage, PAGE_LINES_MAX};

use crate::columns::{Binder, Cursor, Field};
use crate::folder::position;
use crate::tables::{Stored, load_one_by, scan};

/// A page of an account's history.
pub(crate) fn entries(
    tables: &Connection,
    account: AccountKey,
    before: Option<u64>,
    lines_max: usize,
) -> Result<EntryPage> {
    let view = tables.unchecked_transaction()?;
    let as_of_command = position(&view)?.head.commands;
    let mut statement = view.prepare_cached(
        "SELECT kind, holder, currency, number, transfer, amount, balance FROM entries
         WHERE kind = ? AND holder = ? AND currency = ? AND number < ? ORDER BY number DESC LIMIT ?",
    )?;
    let before = before.and_then(|number| i64::try_from(number).ok()).unwrap_or(i64::MAX);
    let lines_max = i64::try_from(lines_max.min(PAGE_LINES_MAX)).unwrap_or_default();
    (account, before, lines_max).bind(&mut Binder::new(&mut statement))?;
    let mut rows = statement.raw_query();
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let entry = Entry::read(&mut Cursor::new(row))?;
        let transfer = load_one_by::<Transfer, _>(&view, &entry.transfer)?;
        let transfer = transfer.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        lines.push(EntryLine::new(entry, &transfer));
    }
    Ok(EntryPage { lines, as_of_command })
}

/// Open sessions that have not been called since `idle_since`, or that are older than `opened_since`.
pub(crate) fn due_sessions(
    tables: &Connection,
    idle_since: Time,
    opened_since: Time,
    sessions_max: usize,
) -> Result<Vec<OperationId>> {
    let mut statement = tables.prepare_cached(
        "SELECT operation_id FROM sessions WHERE ended = 0 AND (last_call_at <= ? OR opened_at <= ?)
         ORDER BY opened_at, operation_id LIMIT ?",
    )?;
    let sessions_max = i64::try_from(sessions_max).unwrap_or(i64::MAX);
    let due = (idle_since.unix_ms(), opened_since.unix_ms(), sessions_max);
    statement.query_map(due, |row| OperationId::read(&mut Cursor::new(row)))?.collect()
}

/// The invariants that tables can show.
pub(crate) fn audit(tables: &Connection) -> Result<Audit> {
    let view = tables.unchecked_transaction()?;
    audit_view(&view)
}

/// The same within a view that is open already.
pub(crate) fn audit_view(view: &Connection) -> Result<Audit> {
    let mut auditor = Auditor::new(position(view)?.head);
    let mut accounts = view.prepare(&Account::statements().scan)?;
    let mut entries = view.prepare(&Entry::statements().scan)?;
    auditor.ledger(scan::<Account>(&mut accounts)?, scan::<Entry>(&mut entries)?)?;
    let mut transfers = view.prepare(&Transfer::statements().scan)?;
    auditor.transfers(scan::<Transfer>(&mut transfers)?)?;
    let mut withdrawals = view.prepare(&Withdrawal::statements().scan)?;
    auditor.withdrawals(scan::<Withdrawal>(&mut withdrawals)?)?;
    let mut sessions = view.prepare("SELECT code_id, operation_id FROM sessions ORDER BY code_id")?;
    auditor.sessions(sessions.query_map([], |row| Field::read(&mut Cursor::new(row)))?)?;
    let mut actions = view.prepare(
        "SELECT operation_id FROM withdrawals UNION ALL SELECT operation_id FROM deposits ORDER BY operation_id",
    )?;
    auditor.money_actions(actions.query_map([], |row| Field::read(&mut Cursor::new(row)))?)?;
    Ok(auditor.finish())
}
