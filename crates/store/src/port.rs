//! The port: what every engine keeps and promises (G1 to G7 of the conformance suite). Engines keep what
//! was decided; they decide nothing.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use specie_domain::ids::{KeyId, OperationId, OperatorKeyId, OwnerId, WalletId, WithdrawalId};
use specie_domain::rows::{
    Account, AccountKey, AccountKind, Book, Case, Event, OperatorKey, Reason, Side, Transfer,
};
use specie_domain::{Command, Head, Key, KeyedHash, Outcome, Row, RowKind, Time};
use specie_money::{Currency, Money};

use crate::live::Live;

/// Commands one batch may hold.
pub const BATCH_COMMANDS_MAX: usize = 512;
/// Rows one strong read may ask for.
pub const READ_KEYS_MAX: usize = 256;
/// Lines one page may hold.
pub const PAGE_LINES_MAX: usize = 500;

/// Operations one search may name.
pub const FOUND_OPERATIONS_MAX: usize = 20_000;
/// Withdrawals one search for a sum looks at, the newest.
pub const SUMS_LOOKED_AT_MAX: usize = 50_000;
/// Sessions one search for the end of an id looks at, the newest.
pub const SESSIONS_LOOKED_AT_MAX: usize = 20_000;
/// Events of one operation that are told, the first ones.
pub const STORY_EVENTS_MAX: usize = 500;
/// Transfers of one operation that are told, the first ones.
pub const STORY_TRANSFERS_MAX: usize = 1_000;

/// An answer under way.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Why a commit gave no outcomes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Surely nothing of the batch happened: it may be sent again or refused.
    #[error("not applied: {0}")]
    NotApplied(String),
    /// It may have happened: send the same keys again until it is known.
    #[error("the outcome is not known: {0}")]
    Unknown(String),
    /// The engine can no longer be trusted: stop without an answer.
    #[error("stop: {0}")]
    Corrupt(String),
}

/// Why a read gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the read failed: {0}")]
pub struct ReadError(pub String);

/// One line of an account's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryLine {
    /// Its transfer's number.
    pub transfer: u64,
    /// The entry.
    pub side: Side,
    /// Credit positive, debit negative, minor units.
    pub amount: i64,
    /// The other account of its transfer.
    pub counterpart: AccountKey,
    /// Why the money moved.
    pub reason: Reason,
    /// The operation it belongs to, if to one.
    pub operation_id: Option<OperationId>,
    /// When.
    pub made_at: Time,
}

impl EntryPage {
    /// Walks the chain of an account's entries from transfer `from`; `find` gives the transfer of a number.
    ///
    /// # Errors
    /// Those of `find`.
    pub fn walk<E>(
        account: &AccountKey,
        from: u64,
        lines_max: usize,
        mut find: impl FnMut(u64) -> Result<Option<Transfer>, E>,
    ) -> Result<(Vec<EntryLine>, Option<u64>), E> {
        let (mut lines, mut next) = (Vec::new(), from);
        while next > 0 && lines.len() < lines_max.min(PAGE_LINES_MAX) {
            let transfer = find(next)?;
            let Some(line) = transfer.and_then(|transfer| EntryLine::of(&transfer, account)) else {
                return Ok((lines, None));
            };
            next = line.side.before;
            lines.push(line);
        }
        Ok((lines, (next > 0).then_some(next)))
    }
}

impl EntryLine {
    /// The line of a transfer in one of its two accounts.
    #[must_use]
    pub fn of(transfer: &Transfer, account: &AccountKey) -> Option<Self> {
        let (side, amount, other) = transfer.side_of(account)?;
        Some(Self {
            transfer: transfer.number,
            side,
            amount,
            counterpart: other.account,
            reason: transfer.reason,
            operation_id: transfer.operation_id,
            made_at: transfer.made_at,
        })
    }
}

/// Some lines of an account's history, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPage {
    /// The lines.
    pub lines: Vec<EntryLine>,
    /// The transfer of the line that follows; none after the account's first entry.
    pub next: Option<u64>,
    /// The number of commands this history has seen.
    pub as_of_command: u64,
}

/// Which open operations are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenOperations {
    /// Those of this key.
    pub key_id: KeyId,
    /// Whose key it is.
    pub owner_id: OwnerId,
    /// Only that of the session with this token.
    pub token: Option<KeyedHash>,
    /// Only those after this one.
    pub after: Option<OperationId>,
}

/// Operations that are looked for by something else than a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Find {
    /// Sessions that nobody has ended, after this one, in the order of their ids.
    OpenSessions(Option<OperationId>),
    /// Those whose cash is held and whose session is over at this time, in the order of their ids.
    Unconfirmed(Time),
    /// Withdrawals of this sum with ids past this one, newest first, among the newest [`SUMS_LOOKED_AT_MAX`].
    OfSum(Money, WithdrawalId),
    /// Sessions with ids past this one, newest first.
    Since(OperationId),
    /// Those of the newest [`SESSIONS_LOOKED_AT_MAX`] with ids past this one whose id, or whose money action's id, ends
    /// in these hexadecimal digits: so many of this number. Newest first.
    EndingIn(u64, u8, OperationId),
}

/// What is kept of one operation beside its rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoryOf {
    /// Its events, in order.
    pub events: Vec<Event>,
    /// The transfers made with them that belong to it, in order.
    pub transfers: Vec<Transfer>,
}

/// A broken invariant of cash-lifecycle.md section 7.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Its number in that list, 1 to 7.
    pub invariant: u8,
    /// Which account, withdrawal, code or journal row, and the figures that disagree.
    pub detail: String,
}

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// How far the counters had run.
    pub head: Head,
    /// Accounts looked at.
    pub accounts: u64,
    /// Entries looked at.
    pub entries: u64,
    /// Withdrawals looked at.
    pub withdrawals: u64,
    /// Of them, those paid from a till.
    pub at_tills: u64,
    /// What the balances of each book and currency sum to, minor units; all must be zero.
    pub sums: Vec<(Book, Currency, i128)>,
    /// What was broken; at most [`VIOLATIONS_MAX`].
    pub violations: Vec<Violation>,
}

/// What the accounts of one kind and currency come to, minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindTotal {
    /// The kind.
    pub kind: AccountKind,
    /// The currency.
    pub currency: Currency,
    /// Accounts of it.
    pub accounts: u64,
    /// What those below zero come to, without their sign.
    pub debits: i128,
    /// What those above zero come to.
    pub credits: i128,
}

/// What all accounts come to at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrialBalance {
    /// How far the counters had run.
    pub head: Head,
    /// A line a kind and currency, in the order of the currencies, then of the kinds.
    pub totals: Vec<KindTotal>,
}

impl TrialBalance {
    /// Sums up accounts that are all of one moment.
    ///
    /// # Errors
    /// The first of the stream.
    pub fn of<E>(head: Head, accounts: impl Iterator<Item = Result<Account, E>>) -> Result<Self, E> {
        let mut totals: BTreeMap<(Currency, AccountKind), KindTotal> = BTreeMap::new();
        for account in accounts {
            let Account { key, balance, .. } = account?;
            let AccountKey { kind, currency, .. } = key;
            let empty = KindTotal { kind, currency, accounts: 0, debits: 0, credits: 0 };
            let total = totals.entry((currency, kind)).or_insert(empty);
            total.accounts += 1;
            total.credits += i128::from(balance.max(0));
            total.debits -= i128::from(balance.min(0));
        }
        Ok(Self { head, totals: totals.into_values().collect() })
    }
}

/// Violations one audit lists.
pub const VIOLATIONS_MAX: usize = 100;

/// What an engine tells of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// How far the counters have run.
    pub head: Head,
    /// Batches kept since the start.
    pub batches: u64,
    /// Durable writes (fsyncs of the journal) since the start.
    pub durable_writes: u64,
    /// Journal bytes written since the start.
    pub journal_bytes: u64,
    /// Commands kept but not yet in the query tables.
    pub lag_commands: u64,
    /// Why writes are refused, while they are.
    pub refuses_writes: Option<String>,
}

/// What every engine does.
pub trait Store: Send + Sync {
    /// Decides and keeps a batch, all of it or nothing, durably; outcomes in the batch's order, as if the
    /// commands had been run one by one. The only write. At most [`BATCH_COMMANDS_MAX`] commands.
    fn commit(&self, batch: Vec<Command>) -> Pending<'_, Result<Vec<Outcome>, CommitError>>;

    /// Strong read: the rows as of the last commit that was answered, or later. Same order as `keys`, at
    /// most [`READ_KEYS_MAX`].
    fn read(&self, keys: Vec<Key>) -> Pending<'_, Result<Vec<Option<Row>>, ReadError>>;

    /// An account's entries from the one of transfer `from` (none: from the newest), newest first, at most
    /// `lines_max` of them; none at all when that transfer is not one of the account's. Has seen every commit
    /// answered before the call.
    fn entries(
        &self,
        account: AccountKey,
        from: Option<u64>,
        lines_max: usize,
    ) -> Pending<'_, Result<EntryPage, ReadError>>;

    /// Sessions that nobody has ended and whose limits have passed by `now`; those that are over for longest
    /// first, at most `sessions_max`. May lag.
    fn due_sessions(
        &self,
        now: Time,
        sessions_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>>;

    /// Operations whose session nobody has ended, or whose cash is held, in the order of their ids, at most
    /// `operations_max` and [`PAGE_LINES_MAX`]. Has seen every commit answered before the call.
    fn open_operations(
        &self,
        asked: OpenOperations,
        operations_max: usize,
    ) -> Pending<'_, Result<Vec<OperationId>, ReadError>>;

    /// Operations that are looked for, at most `operations_max` and [`FOUND_OPERATIONS_MAX`]. May lag.
    fn find(&self, what: Find, operations_max: usize) -> Pending<'_, Result<Vec<OperationId>, ReadError>>;

    /// What is kept of one operation beside its rows. Has seen every commit answered before the call.
    fn story(&self, operation_id: OperationId) -> Pending<'_, Result<StoryOf, ReadError>>;

    /// Rows of one kind with keys after `after` (none: from the first; one of another kind counts as none), in an order
    /// of keys that is the engine's own and stays (ids ascend in all of them), at most `rows_max` and [`PAGE_LINES_MAX`]. For the kinds an operator keeps by hand: tariffs,
    /// limits, tills. Has seen every commit answered before the call.
    fn rows(
        &self,
        kind: RowKind,
        after: Option<Key>,
        rows_max: usize,
    ) -> Pending<'_, Result<Vec<Row>, ReadError>>;

    /// Operator keys, revoked ones too, with ids after `after` (none: from the first), in the order of their
    /// ids, at most `keys_max` and [`PAGE_LINES_MAX`]. Has seen every commit answered before the call.
    fn operator_keys(
        &self,
        after: Option<OperatorKeyId>,
        keys_max: usize,
    ) -> Pending<'_, Result<Vec<OperatorKey>, ReadError>>;

    /// Cases (all, or only those that are open) about operations after `after` (none: from the first), in the order of
    /// the operations' ids, at most `cases_max` and [`PAGE_LINES_MAX`]. Has seen every commit answered before the
    /// call.
    fn cases(
        &self,
        open_only: bool,
        after: Option<OperationId>,
        cases_max: usize,
    ) -> Pending<'_, Result<Vec<Case>, ReadError>>;

    /// Keeps a wallet's personal key (wrapped by the vault) outside the journal, durably, before anything
    /// sealed under it is committed. A key that is there already stays.
    fn keep_personal_key(
        &self,
        wallet_id: WalletId,
        wrapped: Vec<u8>,
    ) -> Pending<'_, Result<(), CommitError>>;

    /// A wallet's personal key as it was kept, unless it was erased.
    fn personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<Option<Vec<u8>>, ReadError>>;

    /// Destroys a wallet's personal key, durably: what was sealed under it can be read by nobody. A key that is
    /// not there is destroyed.
    fn erase_personal_key(&self, wallet_id: WalletId) -> Pending<'_, Result<(), CommitError>>;

    /// Checks the invariants that tables can show (1 to 4, and 7 where it applies) on one consistent view.
    fn audit(&self) -> Pending<'_, Result<Audit, ReadError>>;

    /// What all accounts come to, summed up on one consistent view. Has seen every commit answered before the call.
    fn trial_balance(&self) -> Pending<'_, Result<TrialBalance, ReadError>>;
    /// Where batches are told once they are kept. What was told is seen by every strong read after.
    fn live(&self) -> &Live;

    /// What the engine tells of itself. Never waits.
    fn health(&self) -> Health;
}
