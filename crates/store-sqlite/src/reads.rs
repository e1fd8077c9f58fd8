//! Reads of the query tables: histories, due sessions, the audit. Each on one consistent view.

use rusqlite::{Connection, Result};
use specie_domain::Time;
use specie_domain::ids::{OperationId, OperatorKeyId};
use specie_domain::rows::{
    Account, AccountKey, Case, OperatorKey, SettleBatch, SettleWindow, Transfer, Withdrawal,
};
use specie_store::audit::Auditor;
use specie_store::{Audit, EntryPage, OpenOperations, PAGE_LINES_MAX, TrialBalance};

use crate::columns::{Binder, Cursor, Field};
use crate::folder::position;
use crate::tables::{Stored, load_one_by, scan};

/// A page of an account's history.
pub(crate) fn entries(
    tables: &Connection,
    account: AccountKey,
    from: Option<u64>,
    lines_max: usize,
) -> Result<EntryPage> {
    let view = tables.unchecked_transaction()?;
    let as_of_command = position(&view)?.head.commands;
    let from = match from {
        Some(from) => from,
        None => load_one_by::<Account, _>(&view, &account)?.map_or(0, |account| account.last_transfer),
    };
    let (lines, next) = EntryPage::walk(&account, from, lines_max, |number| load_one_by(&view, &number))?;
    Ok(EntryPage { lines, next, as_of_command })
}

/// Sessions that nobody has ended and whose limits have passed.
pub(crate) fn due_sessions(tables: &Connection, now: Time, sessions_max: usize) -> Result<Vec<OperationId>> {
    let mut statement = tables.prepare_cached(
        "SELECT operation_id FROM sessions WHERE ended = 0 AND expires_at <= ?
         ORDER BY expires_at, operation_id LIMIT ?",
    )?;
    let sessions_max = i64::try_from(sessions_max).unwrap_or(i64::MAX);
    statement
        .query_map((now.unix_ms(), sessions_max), |row| OperationId::read(&mut Cursor::new(row)))?
        .collect()
}

/// Operations whose session nobody has ended or whose cash is held, in the order of their ids.
pub(crate) fn open_operations(
    tables: &Connection,
    asked: &OpenOperations,
    operations_max: usize,
) -> Result<Vec<OperationId>> {
    let mut statement = tables.prepare_cached(
        "SELECT operation_id FROM sessions
         WHERE ended = 0 AND key_id = ?1 AND operation_id > ?2 AND (?3 IS NULL OR token = ?3)
         UNION
         SELECT operation_id FROM withdrawals JOIN sessions USING (operation_id)
         WHERE held > 0 AND withdrawals.owner_id = ?4 AND withdrawals.operation_id > ?2
             AND key_id = ?1 AND (?3 IS NULL OR token = ?3)
         ORDER BY operation_id LIMIT ?5",
    )?;
    let after = asked.after.unwrap_or(OperationId::from_u128(0));
    let operations_max = i64::try_from(operations_max.min(PAGE_LINES_MAX)).unwrap_or_default();
    let mut binder = Binder::new(&mut statement);
    (asked.key_id, after, asked.token).bind(&mut binder)?;
    (asked.owner_id, operations_max).bind(&mut binder)?;
    let mut rows = statement.raw_query();
    let mut operations = Vec::new();
    while let Some(row) = rows.next()? {
        operations.push(OperationId::read(&mut Cursor::new(row))?);
    }
    Ok(operations)
}

/// Operator keys after the one with this id, in the order of their ids.
pub(crate) fn operator_keys(
    tables: &Connection,
    after: Option<OperatorKeyId>,
    keys_max: usize,
) -> Result<Vec<OperatorKey>> {
    let mut statement = tables.prepare_cached(
        "SELECT hash, operator_key_id, person, role, created_at, revoked_at FROM operator_keys
         WHERE operator_key_id > ? ORDER BY operator_key_id LIMIT ?",
    )?;
    let after = after.unwrap_or(OperatorKeyId::from_u128(0));
    let keys_max = i64::try_from(keys_max.min(PAGE_LINES_MAX)).unwrap_or_default();
    (after, keys_max).bind(&mut Binder::new(&mut statement))?;
    let mut rows = statement.raw_query();
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        keys.push(OperatorKey::read(&mut Cursor::new(row))?);
    }
    Ok(keys)
}

/// Cases about operations after this one, in the order of their ids.
pub(crate) fn cases(
    tables: &Connection,
    open_only: bool,
    after: Option<OperationId>,
    cases_max: usize,
) -> Result<Vec<Case>> {
    let open = if open_only { "AND state = 0 " } else { "" };
    let sql = format!("{} {open}ORDER BY operation_id LIMIT ?", Case::statements().after);
    let mut statement = tables.prepare_cached(&sql)?;
    let after = after.unwrap_or(OperationId::from_u128(0));
    let cases_max = i64::try_from(cases_max.min(PAGE_LINES_MAX)).unwrap_or_default();
    (after, cases_max).bind(&mut Binder::new(&mut statement))?;
    let mut rows = statement.raw_query();
    let mut cases = Vec::new();
    while let Some(row) = rows.next()? {
        cases.push(Case::read(&mut Cursor::new(row))?);
    }
    Ok(cases)
}

/// What all accounts come to.
pub(crate) fn trial_balance(tables: &Connection) -> Result<TrialBalance> {
    let view = tables.unchecked_transaction()?;
    let mut accounts = view.prepare(&Account::statements().scan)?;
    TrialBalance::of(position(&view)?.head, scan::<Account>(&mut accounts)?)
}

/// The invariants that tables can show.
pub(crate) fn audit(tables: &Connection) -> Result<Audit> {
    let view = tables.unchecked_transaction()?;
    audit_view(&view)
}

/// The same within a view that is open already.
pub(crate) fn audit_view(view: &Connection) -> Result<Audit> {
    let mut auditor = Auditor::new(position(view)?.head);
    let find = |number| load_one_by::<Transfer, _>(view, &number);
    let mut transfers = view.prepare(&Transfer::statements().scan)?;
    auditor.transfers(scan::<Transfer>(&mut transfers)?, find)?;
    let mut accounts = view.prepare(&Account::statements().scan)?;
    auditor.accounts(scan::<Account>(&mut accounts)?, find)?;
    let mut withdrawals = view.prepare(&Withdrawal::statements().scan)?;
    auditor.withdrawals(scan::<Withdrawal>(&mut withdrawals)?)?;
    let mut windows = view.prepare(&SettleWindow::statements().scan)?;
    let mut batches = view.prepare(&SettleBatch::statements().scan)?;
    auditor.settlements(scan::<SettleWindow>(&mut windows)?, scan::<SettleBatch>(&mut batches)?)?;
    let mut sessions = view.prepare("SELECT code_id, operation_id FROM sessions ORDER BY code_id")?;
    auditor.sessions(sessions.query_map([], |row| Field::read(&mut Cursor::new(row)))?)?;
    let mut actions = view.prepare(
        "SELECT operation_id FROM withdrawals UNION ALL SELECT operation_id FROM deposits ORDER BY operation_id",
    )?;
    auditor.money_actions(actions.query_map([], |row| Field::read(&mut Cursor::new(row)))?)?;
    Ok(auditor.finish())
}
