//! Reads of the query tables for people who look for something: operations by what they are like, and the story of one.
//! Each goes along a key or an index, and looks at a bounded number of rows.

use rusqlite::{Connection, Params, Result};
use specie_domain::ids::OperationId;
use specie_domain::rows::{Event, Transfer};
use specie_store::{
    FOUND_OPERATIONS_MAX, Find, SESSIONS_LOOKED_AT_MAX, STORY_EVENTS_MAX, STORY_TRANSFERS_MAX,
    SUMS_LOOKED_AT_MAX, StoryOf,
};

use crate::columns::{Binder, Cursor, Field};
use crate::tables::load_one_by;

pub(crate) const OPEN_SESSIONS: &str = "SELECT operation_id FROM sessions INDEXED BY open_sessions
    WHERE ended = 0 AND operation_id > ? ORDER BY operation_id LIMIT ?";
pub(crate) const UNCONFIRMED: &str = "SELECT operation_id
    FROM withdrawals INDEXED BY held_withdrawals CROSS JOIN sessions USING (operation_id)
    WHERE held > 0 AND (ended <> 0 OR expires_at <= ?) ORDER BY operation_id LIMIT ?";
pub(crate) const OF_SUM: &str = "SELECT operation_id FROM
    (SELECT operation_id, withdrawal_id, amount, currency FROM withdrawals WHERE withdrawal_id > ?
        ORDER BY withdrawal_id DESC LIMIT ?)
    WHERE amount = ? AND currency = ? LIMIT ?";
pub(crate) const SINCE: &str = "SELECT operation_id FROM sessions WHERE operation_id > ?
    ORDER BY operation_id DESC LIMIT ?";
pub(crate) const ENDING_IN: &str = "SELECT operation_id FROM
    (SELECT operation_id, action_id FROM sessions WHERE operation_id > ?1
        ORDER BY operation_id DESC LIMIT ?2)
    WHERE hex(operation_id) LIKE ?3 OR hex(action_id) LIKE ?3 LIMIT ?4";
/// The index is small where it is written: ids of operations ascend.
pub(crate) const EVENTS: &str = "SELECT number FROM events INDEXED BY events_of_operation
    WHERE operation_id = ? ORDER BY number LIMIT ?";

/// Operations that are looked for.
pub(crate) fn find(tables: &Connection, what: Find, operations_max: usize) -> Result<Vec<OperationId>> {
    let most = i64::try_from(operations_max.min(FOUND_OPERATIONS_MAX)).unwrap_or_default();
    let bytes = |id: u128| id.to_be_bytes();
    match what {
        Find::OpenSessions(after) => {
            operations(tables, OPEN_SESSIONS, (bytes(after.map_or(0, OperationId::as_u128)), most))
        }
        Find::Unconfirmed(now) => operations(tables, UNCONFIRMED, (now.unix_ms(), most)),
        Find::OfSum(sum, past) => {
            let looked_at = i64::try_from(SUMS_LOOKED_AT_MAX).unwrap_or_default();
            let (minor, code) = (sum.minor(), sum.currency().code());
            operations(tables, OF_SUM, (bytes(past.as_u128()), looked_at, minor, code, most))
        }
        Find::Since(past) => operations(tables, SINCE, (bytes(past.as_u128()), most)),
        Find::EndingIn(number, digits, past) => {
            let looked_at = i64::try_from(SESSIONS_LOOKED_AT_MAX).unwrap_or_default();
            let end = format!("%{number:0width$X}", width = usize::from(digits));
            operations(tables, ENDING_IN, (bytes(past.as_u128()), looked_at, end, most))
        }
    }
}

fn operations(tables: &Connection, sql: &str, parameters: impl Params) -> Result<Vec<OperationId>> {
    let mut statement = tables.prepare_cached(sql)?;
    statement.query_map(parameters, |row| OperationId::read(&mut Cursor::new(row)))?.collect()
}

/// What is kept of one operation beside its rows.
pub(crate) fn story(tables: &Connection, operation_id: OperationId) -> Result<StoryOf> {
    let view = tables.unchecked_transaction()?;
    let mut numbers = view.prepare_cached(EVENTS)?;
    let most = i64::try_from(STORY_EVENTS_MAX).unwrap_or_default();
    (operation_id, most).bind(&mut Binder::new(&mut numbers))?;
    let (mut events, mut transfers) = (Vec::new(), Vec::new());
    let mut rows = numbers.raw_query();
    while let Some(row) = rows.next()? {
        let number: u64 = Field::read(&mut Cursor::new(row))?;
        events.extend(load_one_by::<Event, _>(&view, &number)?);
    }
    let mut commands: Vec<u64> = events.iter().map(|event: &Event| event.command).collect();
    commands.dedup();
    for command in commands {
        let room = STORY_TRANSFERS_MAX.saturating_sub(transfers.len());
        let of_command = transfers_of(&view, command)?;
        let own = of_command.into_iter().filter(|transfer| transfer.operation_id == Some(operation_id));
        transfers.extend(own.take(room));
    }
    Ok(StoryOf { events, transfers })
}

/// The transfers of one command. Both are numbered in the order of the journal, so it is found by halving: no cash-out
/// pays for an index of them.
fn transfers_of(view: &Connection, command: u64) -> Result<Vec<Transfer>> {
    let last: u64 = view
        .prepare_cached("SELECT coalesce(max(number), 0) FROM transfers")?
        .query_row([], |row| Field::read(&mut Cursor::new(row)))?;
    // The first transfer whose command is not smaller lies in low..=high.
    let (mut low, mut high) = (1_u64, last.saturating_add(1));
    while low < high {
        let middle = low.midpoint(high);
        match load_one_by::<Transfer, _>(view, &middle)? {
            Some(transfer) if transfer.command < command => low = middle.saturating_add(1),
            Some(_) | None => high = middle,
        }
    }
    let mut found = Vec::new();
    while let Some(transfer) = load_one_by::<Transfer, _>(view, &low)?
        && transfer.command == command
        && found.len() < STORY_TRANSFERS_MAX
    {
        found.push(transfer);
        low = low.saturating_add(1);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;
    use crate::tables::Stored;

    #[test]
    fn whoever_looks_for_something_goes_along_a_key_or_an_index_and_scans_nothing() {
        let folder = tempfile::TempDir::new().unwrap();
        let tables = Folder::hold(folder.path()).unwrap().tables().unwrap();
        let by_number = Transfer::statements().load.as_str();
        for sql in [OPEN_SESSIONS, UNCONFIRMED, OF_SUM, SINCE, ENDING_IN, EVENTS, by_number] {
            let mut plan = tables.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let nulls = vec![rusqlite::types::Null; plan.parameter_count()];
            let steps = plan.query_map(rusqlite::params_from_iter(nulls), |row| row.get::<_, String>(3));
            for step in steps.unwrap() {
                let step = step.unwrap();
                // What is gathered in memory is bounded by its own limit; a partial index holds what waits only.
                let is_small = step.contains("(subquery-")
                    || step.contains("USING COVERING INDEX open_sessions")
                    || step.contains("INDEX held_withdrawals");
                assert!(!step.starts_with("SCAN") || is_small, "{sql}: {step}");
            }
        }
    }
}
