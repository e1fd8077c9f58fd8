//! The deterministic engine in memory: sorted maps and vectors, nothing else. Tests run on it, and a journal
//! is proved by replaying it into one. Durable it is not.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::future::ready;
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

use specie_domain::ids::{OperationId, OperatorKeyId, WalletId};
use specie_domain::rows::{
    Account, AccountKey, Action, Case, CaseState, Deposit, Event, OperatorKey, OperatorKeyName, Session,
    SessionEnd, SettleBatch, SettleWindow, Transfer, Withdrawal,
};
use specie_domain::{Changes, Command, Head, Key, Outcome, Row, RowKind, Time, WorkingSet};

use crate::audit::Auditor;
use crate::batch::{Batch, run_batch};
use crate::journal::{JournalDamage, JournalRow, Tail};
use crate::live::Live;
use crate::port::{
    Audit, BATCH_COMMANDS_MAX, CommitError, EntryPage, FOUND_OPERATIONS_MAX, Find, Health, OpenOperations,
    PAGE_LINES_MAX, Pending, ReadError, SESSIONS_LOOKED_AT_MAX, STORY_EVENTS_MAX, STORY_TRANSFERS_MAX,
    SUMS_LOOKED_AT_MAX, Store, StoryOf, TrialBalance,
};

/// Rows the working set may hold; past it, it forgets them all and learns anew.
const WORKING_SET_ROWS_MAX: usize = 1_000_000;

/// A journal that cannot be replayed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// A row is not what was written.
    #[error(transparent)]
    Damaged(#[from] JournalDamage),
    /// A command is decided otherwise than it was.
    #[error("the journal row of command {row} is decided otherwise now: {what}")]
    Different {
        /// The number of the row's first command.
        row: u64,
        /// In what way.
        what: String,
    },
}

/// All that an engine keeps.
#[derive(Debug, Default)]
pub struct Books {
    set: WorkingSet,
    rows: BTreeMap<Key, Row>,
    transfers: Vec<Transfer>,
    events: Vec<Event>,
    journal: Vec<JournalRow>,
    tail: Tail,
    personal_keys: HashMap<WalletId, Vec<u8>>,
    batches: u64,
    broken: Option<String>,
}

impl Books {
    /// Decides and keeps a batch.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn commit(&mut self, commands: &[Command]) -> Result<Vec<Outcome>, CommitError> {
        if commands.len() > BATCH_COMMANDS_MAX {
            return Err(CommitError::NotApplied(format!(
                "a batch holds at most {BATCH_COMMANDS_MAX} commands"
            )));
        }
        let batch = self.decide(commands).map_err(CommitError::Corrupt)?;
        if !batch.kept.is_empty() {
            let kept = batch.kept.iter().filter_map(|place| commands.get(*place));
            self.journal.push(self.tail.write(kept));
        }
        self.apply(batch.changes);
        Ok(batch.outcomes)
    }

    /// Decides the commands of one more journal row anew. The journal itself is not kept.
    ///
    /// # Errors
    /// [`ReplayError`]; then these books are of no further use.
    pub fn replay(&mut self, row: &JournalRow) -> Result<(), ReplayError> {
        let different = |what| ReplayError::Different { row: row.first, what };
        let commands = self.tail.read(row)?;
        let batch = self.decide(&commands).map_err(different)?;
        if batch.kept.len() != commands.len() {
            return Err(different(format!(
                "{} of {} commands change nothing",
                commands.len() - batch.kept.len(),
                commands.len()
            )));
        }
        self.apply(batch.changes);
        Ok(())
    }

    fn decide(&mut self, commands: &[Command]) -> Result<Batch, String> {
        if let Some(why) = &self.broken {
            return Err(why.clone());
        }
        if self.set.len() > WORKING_SET_ROWS_MAX {
            self.set.forget();
        }
        let rows = &self.rows;
        let load =
            |keys: &[Key]| Ok::<_, Infallible>(keys.iter().map(|key| rows.get(key).cloned()).collect());
        run_batch(&mut self.set, commands, load).map_err(|why| {
            self.broken = Some(why.to_string());
            why.to_string()
        })
    }

    fn apply(&mut self, changes: Changes) {
        for row in changes.rows {
            row.keep_in(&mut self.rows);
        }
        self.transfers.extend(changes.transfers);
        self.events.extend(changes.events);
        self.batches = self.batches.saturating_add(1);
    }

    /// How far the counters have run.
    #[must_use]
    pub const fn head(&self) -> Head {
        self.set.head()
    }

    /// How far the journal goes.
    #[must_use]
    pub const fn tail(&self) -> Tail {
        self.tail
    }

    /// The row under `key`.
    #[must_use]
    pub fn row(&self, key: &Key) -> Option<&Row> {
        self.rows.get(key)
    }

    /// Every row, in the order of the keys.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (&Key, &Row)> {
        self.rows.iter()
    }

    /// Every transfer, in order.
    #[must_use]
    pub fn transfers(&self) -> &[Transfer] {
        &self.transfers
    }

    /// The transfer of this number.
    #[must_use]
    pub fn transfer(&self, number: u64) -> Option<&Transfer> {
        self.transfers.get(usize::try_from(number.checked_sub(1)?).ok()?)
    }

    /// Every event, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// How many deeds there are.
    pub(crate) fn deeds(&self) -> u64 {
        match self.row(&Key::DeedCount(())) {
            Some(Row::DeedCount(deeds)) => deeds.count,
            _ => 0,
        }
    }

    /// The journal, in order; empty after a replay.
    #[must_use]
    pub fn journal(&self) -> &[JournalRow] {
        &self.journal
    }

    /// Checks the invariants that tables can show.
    #[must_use]
    pub fn audit(&self) -> Audit {
        let mut auditor = Auditor::new(self.head());
        match self.walk(&mut auditor) {
            Ok(()) => auditor.finish(),
        }
    }

    fn walk(&self, auditor: &mut Auditor) -> Result<(), Infallible> {
        let find = |number| Ok::<_, Infallible>(self.transfer(number).cloned());
        auditor.transfers(self.transfers.iter().cloned().map(Ok), find)?;
        auditor.accounts(self.every(account).cloned().map(Ok), find)?;
        auditor.withdrawals::<Infallible>(self.every(withdrawal).cloned().map(Ok))?;
        let windows = self.every(settle_window).cloned().map(Ok);
        auditor.settlements::<Infallible>(windows, self.every(settle_batch).cloned().map(Ok))?;
        let mut sessions: Vec<_> = self.every(session).map(|row| (row.code_id, row.operation_id)).collect();
        sessions.sort_unstable();
        auditor.sessions::<Infallible>(sessions.into_iter().map(Ok))?;
        let withdrawals = self.every(withdrawal).map(|row| row.operation_id);
        let mut actions: Vec<_> =
            withdrawals.chain(self.every(deposit).map(|row| row.operation_id)).collect();
        actions.sort_unstable();
        auditor.money_actions(actions.into_iter().map(Ok))
    }

    fn every<'a, R: 'a>(&'a self, kind: impl Fn(&'a Row) -> Option<&'a R>) -> impl Iterator<Item = &'a R> {
        self.rows.values().filter_map(kind)
    }

    fn page(&self, account: AccountKey, from: Option<u64>, lines_max: usize) -> EntryPage {
        let newest = || self.row(&Key::Account(account)).and_then(self::account).map(|row| row.last_transfer);
        let from = from.or_else(newest).unwrap_or_default();
        let find = |number| Ok::<_, Infallible>(self.transfer(number).cloned());
        let Ok((lines, next)) = EntryPage::walk(&account, from, lines_max, find);
        EntryPage { lines, next, as_of_command: self.head().commands }
    }

    fn due(&self, now: Time, sessions_max: usize) -> Vec<OperationId> {
        let open = self.every(session).filter(|session| matches!(session.end, SessionEnd::Open));
        let mut due: Vec<_> = open
            .filter(|session| session.expires_at <= now)
            .map(|session| (session.expires_at, session.operation_id))
            .collect();
        due.sort_unstable();
        due.truncate(sessions_max);
        due.into_iter().map(|(_, operation_id)| operation_id).collect()
    }

    fn open_operations(&self, asked: OpenOperations, operations_max: usize) -> Vec<OperationId> {
        let is_asked = |session: &&Session| {
            session.key_id == asked.key_id
                && asked.token.is_none_or(|token| session.token.matches(&token))
                && asked.after.is_none_or(|after| session.operation_id > after)
                && (session.end == SessionEnd::Open || self.holds_cash(session))
        };
        let open = self.every(session).filter(is_asked).map(|session| session.operation_id);
        open.take(operations_max.min(PAGE_LINES_MAX)).collect()
    }

    fn holds_cash(&self, session: &Session) -> bool {
        let Action::Withdrawal(withdrawal_id) = session.action else { return false };
        let row = self.row(&Key::Withdrawal(withdrawal_id)).and_then(withdrawal);
        row.is_some_and(|withdrawal| withdrawal.held > 0)
    }

    fn find(&self, what: Find, operations_max: usize) -> Vec<OperationId> {
        let sessions = || self.every(session);
        let is_open = |session: &&Session| session.end == SessionEnd::Open;
        let found: Vec<OperationId> = match what {
            Find::OpenSessions(after) => sessions()
                .filter(is_open)
                .map(|session| session.operation_id)
                .filter(|operation_id| after.is_none_or(|after| *operation_id > after))
                .collect(),
            Find::Unconfirmed(now) => sessions()
                .filter(|session| session.ended_at(now).is_some() && self.holds_cash(session))
                .map(|session| session.operation_id)
                .collect(),
            Find::OfSum(sum, past) => {
                let newer = self.every(withdrawal).filter(|row| row.withdrawal_id > past);
                let mut newest: Vec<&Withdrawal> = newer.collect();
                newest.sort_unstable_by_key(|row| std::cmp::Reverse(row.withdrawal_id));
                newest.truncate(SUMS_LOOKED_AT_MAX);
                let is_it = |row: &&Withdrawal| (row.amount, row.currency) == (sum.minor(), sum.currency());
                newest.into_iter().filter(is_it).map(|row| row.operation_id).collect()
            }
            Find::Since(past) => {
                let all = sessions().map(|session| session.operation_id);
                let mut found: Vec<OperationId> = all.filter(|operation_id| *operation_id > past).collect();
                found.reverse();
                found
            }
            Find::EndingIn(number, digits, past) => {
                let end = format!("{number:0width$x}", width = usize::from(digits));
                let ends = |id: u128| format!("{id:032x}").ends_with(&end);
                let is_it = |session: &&Session| {
                    ends(session.operation_id.as_u128()) || action_number(session.action).is_some_and(ends)
                };
                let newer = sessions().filter(|session| session.operation_id > past);
                let mut newest: Vec<&Session> = newer.collect();
                newest.reverse();
                newest.truncate(SESSIONS_LOOKED_AT_MAX);
                newest.into_iter().filter(is_it).map(|session| session.operation_id).collect()
            }
        };
        found.into_iter().take(operations_max.min(FOUND_OPERATIONS_MAX)).collect()
    }

    fn story(&self, operation_id: OperationId) -> StoryOf {
        let events = self.events.iter().filter(|event| event.operation_id == Some(operation_id));
        let events: Vec<Event> = events.take(STORY_EVENTS_MAX).cloned().collect();
        let is_told = |transfer: &&Transfer| {
            transfer.operation_id == Some(operation_id)
                && events.iter().any(|event| event.command == transfer.command)
        };
        let transfers = self.transfers.iter().filter(is_told).take(STORY_TRANSFERS_MAX).cloned().collect();
        StoryOf { events, transfers }
    }

    fn rows_of(&self, kind: RowKind, after: Option<Key>, rows_max: usize) -> Vec<Row> {
        let after = after.filter(|key| key.kind() == kind);
        let first = after.map_or(Bound::Unbounded, Bound::Excluded);
        let rows = self.rows.range((first, Bound::Unbounded)).filter(|(key, _)| key.kind() == kind);
        rows.map(|(_, row)| row.clone()).take(rows_max.min(PAGE_LINES_MAX)).collect()
    }

    fn operator_keys(&self, after: Option<OperatorKeyId>, keys_max: usize) -> Vec<OperatorKey> {
        let first = after.map_or(Bound::Included(OperatorKeyId::from_u128(0)), Bound::Excluded);
        let names = self.rows.range((first.map(Key::OperatorKeyName), Bound::Unbounded));
        let names = names.map_while(|(_, row)| operator_key_name(row));
        let rows = names.filter_map(|name| self.row(&Key::OperatorKey(name.hash)).and_then(operator_key));
        rows.take(keys_max.min(PAGE_LINES_MAX)).cloned().collect()
    }

    fn cases(&self, open_only: bool, after: Option<OperationId>, cases_max: usize) -> Vec<Case> {
        let first = after.map_or(Bound::Included(OperationId::from_u128(0)), Bound::Excluded);
        let cases = self.rows.range((first.map(Key::Case), Bound::Unbounded));
        let cases = cases.map_while(|(_, row)| case(row));
        let asked = cases.filter(|case| !open_only || case.state == CaseState::Open);
        asked.take(cases_max.min(PAGE_LINES_MAX)).cloned().collect()
    }

    fn health(&self) -> Health {
        let journal_bytes = self.journal.iter().filter_map(|row| u64::try_from(row.bytes.len()).ok()).sum();
        Health {
            head: self.head(),
            batches: self.batches,
            durable_writes: 0,
            journal_bytes,
            lag_commands: 0,
            refuses_writes: self.broken.clone(),
        }
    }
}

/// The number of a money action's id.
const fn action_number(action: Action) -> Option<u128> {
    match action {
        Action::None | Action::Barred => None,
        Action::Withdrawal(id) => Some(id.as_u128()),
        Action::Deposit(id) => Some(id.as_u128()),
    }
}

macro_rules! pick {
    ($($kind:ident: $Row:ident),*) => {$(
        fn $kind(row: &Row) -> Option<&$Row> {
            match row {
                Row::$Row(row) => Some(row),
                _ => None,
            }
        }
    )*};
}

pick! {
    account: Account, withdrawal: Withdrawal, deposit: Deposit, session: Session, operator_key: OperatorKey,
    operator_key_name: OperatorKeyName, case: Case, settle_window: SettleWindow,
    settle_batch: SettleBatch
}

/// The engine in memory.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Books>, Live);

impl MemoryStore {
    /// An engine that holds nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An engine that holds what the journal's rows lead to.
    ///
    /// # Errors
    /// [`ReplayError`] of the first row that is damaged or decided otherwise.
    pub fn replay<'a>(journal: impl IntoIterator<Item = &'a JournalRow>) -> Result<Self, ReplayError> {
        let mut books = Books::default();
        for row in journal {
            books.replay(row)?;
            books.journal.push(row.clone());
        }
        Ok(Self(Mutex::new(books), Live::default()))
    }

    /// All that it keeps, for the one who looks.
    pub fn books(&self) -> MutexGuard<'_, Books> {
        // A panic while the lock was held is one in a decision, which was caught and remembered as `broken`.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn commit(&self, batch: Vec<Command>) -> Pending<'_, Result<Vec<Outcome>, CommitError>> {
        let mut books = self.books();
        let (told, deeds) = (books.events().len(), books.deeds());
        let outcomes = books.commit(&batch);
        let deeds = (deeds.saturating_add(1)..=books.deeds()).map(Key::Deed);
        let deeds: Vec<Row> = deeds.filter_map(|key| books.row(&key).cloned()).collect();
        self.1.tell(books.events().get(told..).unwrap_or_default(), &deeds);
        drop(books);
        at_once(outcomes)
    }

    fn read(&self, keys: Vec<Key>) -> Pending<'_, Result<Vec<Option<Row>>, ReadError>> {
        let books = self.books();
        at_once(Ok(keys.iter().map(|key| books.row(key).cloned()).collect()))
    }

    fn entries(
        &self,
        account: AccountKey,
        from: Option<u64>,
        lines_max: usize,
    ) -> Pending<'_, Result<EntryPage, ReadError>> {
        at_once(Ok(self.books().page(account, from, lines_max)))
    }

    fn due_sessions(
        &self,
        now: Time,
        sessions_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        at_once(Ok(self.books().due(now, sessions_max)))
    }

    fn open_operations(
        &self,
        asked: OpenOperations,
        operations_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        at_once(Ok(self.books().open_operations(asked, operations_max)))
    }

    fn find(&self, what: Find, operations_max: usize) -> Pending<'_, Result<Vec<OperationId>, ReadError>> {
        at_once(Ok(self.books().find(what, operations_max)))
    }

    fn story(&self, operation_id: OperationId) -> Pending<'_, Result<StoryOf, ReadError>> {
        at_once(Ok(self.books().story(operation_id)))
    }

    fn rows(
        &self,
        kind: RowKind,
        after: Option<Key>,
        rows_max: usize,
    ) -> Pending<'_, Result<Vec<Row>, ReadError>> {
        at_once(Ok(self.books().rows_of(kind, after, rows_max)))
    }

    fn operator_keys(
        &self,
        after: Option<OperatorKeyId>,
        keys_max: usize,
    ) -> Pending<'_, Result<Vec<OperatorKey>, ReadError>> {
        at_once(Ok(self.books().operator_keys(after, keys_max)))
    }

    fn cases(
        &self,
        open_only: bool,
        after: Option<OperationId>,
        cases_max: usize,
    ) -> Pending<'_, Result<Vec<Case>, ReadError>> {
        at_once(Ok(self.books().cases(open_only, after, cases_max)))
    }

    fn keep_personal_key(
        &self,
        wallet_id: WalletId,
        wrapped: Vec<u8>,
    ) -> Pending<'_, Result<(), CommitError>> {
        self.books().personal_keys.entry(wallet_id).or_insert(wrapped);
        at_once(Ok(()))
    }

    fn erase_personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<(), CommitError>> {
        self.books().personal_keys.remove(&wallet_id);
        at_once(Ok(()))
    }

    fn personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<Option<Vec<u8>>, ReadError>> {
        at_once(Ok(self.books().personal_keys.get(&wallet_id).cloned()))
    }

    fn audit(&self) -> Pending<'_, Result<Audit, ReadError>> {
        at_once(Ok(self.books().audit()))
    }

    fn trial_balance(&self) -> Pending<'_, Result<TrialBalance, ReadError>> {
        let books = self.books();
        let accounts = books.every(account).cloned().map(Ok::<_, Infallible>);
        let Ok(summed) = TrialBalance::of(books.head(), accounts);
        at_once(Ok(summed))
    }

    fn live(&self) -> &Live {
        &self.1
    }

    fn health(&self) -> Health {
        self.books().health()
    }
}

fn at_once<'a, T: Send + 'a>(answer: T) -> Pending<'a, T> {
    Box::pin(ready(answer))
}

#[cfg(test)]
mod tests {
    use crate::conformance::{Contents, Subject};

    use super::*;

    impl Subject for MemoryStore {
        fn fresh() -> Self {
            Self::new()
        }
        fn store(&self) -> &dyn Store {
            self
        }
        fn reopen(self) -> Self {
            let books = self.0.into_inner().unwrap();
            let replayed = Self::replay(books.journal()).unwrap();
            replayed.books().personal_keys = books.personal_keys;
            replayed
        }
        fn stop(&self) {
            self.books().broken = Some("the suite stopped it".to_owned());
        }
        fn contents(&self) -> Contents {
            Contents::from(self)
        }
    }

    crate::conformance_suite!(MemoryStore);
}
