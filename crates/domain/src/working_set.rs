//! The rows a batch works on, in memory. A decision reads rows from it and puts new ones; a row it has
//! not got is asked of the engine ([`Missing`]) and the decision is taken anew. Every decision can be
//! undone to its beginning, so half a decision is never kept.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use borsh::{BorshDeserialize, BorshSerialize};
use foldhash::fast::FixedState;

use crate::ids::{
    AccountId, BatchId, CashierId, CodeId, DepositId, DeviceId, KeyId, OperationId, OperatorKeyId, OwnerId,
    PosId, ProposalId, ReconciliationId, TariffId, TillId, TillSessionId, WalletId, WithdrawalId,
};
use crate::rows::{
    Account, AccountKey, AccountName, Alias, AliasKey, Answer, AnswerKey, Case, CasesSuspense, CashRoom,
    CashRules, Cashier, Code, CodeGuess, CommissionDay, CommissionDayKey, Deed, DeedCount, Deployment,
    Deposit, Device, DeviceName, Drawer, DrawerKey, Event, FeeDay, FeeDayKey, FileHash, FloatRequest, Invite,
    KeyGuess, KeyName, KeyUsed, NumberOfPlace, OfflineDevice, OperatorKey, OperatorKeyName, Ours, OwnerGuess,
    OwnerPlaces, Phone, PlaceNumber, PlaceNumbers, Pos, PosKey, PosOwner, PosPlace, Prints, Proposal,
    ReconBreak, ReconFact, ReconFile, ReconLine, ReconMatch, Reconciliation, Reversal, ReversalKey, Rules,
    Session, SettleBatch, SettleLine, SettleLineKey, SettleWindow, Settlement, SettlementKey, SignIn, Spent,
    SpentKey, Staff, StaffSession, StaffTries, Tariff, TariffBook, Till, TillSession, TillVariance, Transfer,
    Usage, UsageKey, VarianceKey, Wallet, WalletDevices, WalletGuess, WalletLive, Withdrawal, Word,
};
use crate::secret_hash::KeyedHash;
use specie_money::Currency;

/// As many keys are seldom missing at once; more find room, too.
const MISSING_MANY: usize = 8;

/// Rows that a decision needs and the working set has not got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub Vec<Key>);

impl Missing {
    /// Both, or all that is missing for either: one question to the engine where there would be two.
    ///
    /// # Errors
    /// What is missing.
    pub(crate) fn both<A, B>(one: Result<A, Self>, other: Result<B, Self>) -> Result<(A, B), Self> {
        match (one, other) {
            (Ok(one), Ok(other)) => Ok((one, other)),
            (Err(Self(mut keys)), Err(Self(more))) => {
                keys.extend(more);
                Err(Self(keys))
            }
            (Err(missing), Ok(_)) | (Ok(_), Err(missing)) => Err(missing),
        }
    }
}

/// A kind of row, and where the working set keeps it.
pub trait Record: Sized {
    /// What a row of this kind is found by.
    type Key: Clone + Eq + Hash;
    /// What this row is found by.
    fn key(&self) -> Self::Key;
    /// The key among the keys of all kinds.
    fn any_key(key: Self::Key) -> Key;
    /// Its table.
    fn table(set: &WorkingSet) -> &Table<Self>;
    /// Its table, to change it.
    fn table_mut(set: &mut WorkingSet) -> &mut Table<Self>;
    /// What puts `row` back under `key`.
    fn undo(key: Self::Key, row: Option<Slot<Self>>) -> Undo;
}

/// What is known of one row.
#[derive(Debug)]
pub struct Slot<R> {
    row: Option<Arc<R>>,
    changed: bool,
}

impl<R> Clone for Slot<R> {
    fn clone(&self) -> Self {
        Self { row: self.row.clone(), changed: self.changed }
    }
}

/// All that is known of one kind of row. A slot without a row says: there is none.
pub type Table<R> = HashMap<<R as Record>::Key, Slot<R>, FixedState>;

/// How far the counters have run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Head {
    /// Commands kept so far.
    pub commands: u64,
    /// Transfers so far.
    pub transfers: u64,
    /// Events so far.
    pub events: u64,
}

/// What a batch changed.
#[derive(Debug, Default)]
pub struct Changes {
    /// Rows that are new or replace older ones.
    pub rows: Vec<Row>,
    /// New transfers, in order.
    pub transfers: Vec<Transfer>,
    /// New events, in order.
    pub events: Vec<Event>,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $Row:ident in $field:ident by $Key:ty, key = |$row:ident| $key:expr;)*) => {
        /// The key of a row of any kind.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Key {
            $($(#[$doc])* $Row($Key),)*
        }

        /// A row of any kind.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Row {
            $($(#[$doc])* $Row(Arc<$Row>),)*
        }

        impl Row {
            /// What it is found by.
            #[must_use]
            pub fn key(&self) -> Key {
                match self {
                    $(Self::$Row(row) => Key::$Row(Record::key(row.as_ref())),)*
                }
            }
        }

        /// The kinds of rows there are.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum RowKind {
            $($(#[$doc])* $Row,)*
        }

        impl RowKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$Row),*];
        }

        impl Key {
            /// The kind of row it is a key of.
            #[must_use]
            pub const fn kind(&self) -> RowKind {
                match self {
                    $(Self::$Row(_) => RowKind::$Row,)*
                }
            }
        }

        /// Puts one row back to what it was.
        #[derive(Debug)]
        pub enum Undo {
            $($(#[$doc])* $Row($Key, Option<Slot<$Row>>),)*
        }

        $(
            impl Record for $Row {
                type Key = $Key;
                fn key(&self) -> Self::Key {
                    let $row = self;
                    $key
                }
                fn any_key(key: Self::Key) -> Key {
                    Key::$Row(key)
                }
                fn table(set: &WorkingSet) -> &Table<Self> {
                    &set.$field
                }
                fn table_mut(set: &mut WorkingSet) -> &mut Table<Self> {
                    &mut set.$field
                }
                fn undo(key: Self::Key, row: Option<Slot<Self>>) -> Undo {
                    Undo::$Row(key, row)
                }
            }

            impl From<$Row> for Row {
                fn from(row: $Row) -> Self {
                    Self::$Row(Arc::new(row))
                }
            }
        )*

        /// The rows a batch works on, what it has changed of them, and how to undo the running decision.
        #[derive(Debug, Default)]
        pub struct WorkingSet {
            head: Head,
            seed: u64,
            $($field: Table<$Row>,)*
            changed: Vec<Key>,
            transfers: Vec<Transfer>,
            events: Vec<Event>,
            undo: Vec<Undo>,
            started: Start,
        }

        impl WorkingSet {
            /// Takes in what the engine keeps under `key`: a row, or that there is none. What a decision
            /// has put meanwhile stays.
            pub fn learn(&mut self, key: Key, row: Option<Row>) {
                match key {
                    $(Key::$Row(key) => {
                        let row = match row {
                            Some(Row::$Row(row)) => Some(row),
                            other => {
                                assert!(other.is_none(), "the engine answered with a row of another kind");
                                None
                            }
                        };
                        self.$field.entry(key).or_insert(Slot { row, changed: false });
                    })*
                }
            }

            /// What is known under `key`: nothing, that there is no row, or the row.
            #[must_use]
            pub fn known(&self, key: &Key) -> Option<Option<Row>> {
                match key {
                    $(Key::$Row(key) => {
                        let row = |slot: &Slot<_>| slot.row.clone().map(Row::$Row);
                        self.$field.get(key).map(|slot| row(slot).filter(|row| !row.is_nothing()))
                    })*
                }
            }

            fn take_back(&mut self, undo: Undo) {
                match undo {
                    $(Undo::$Row(key, Some(slot)) => { self.$field.insert(key, slot); })*
                    $(Undo::$Row(key, None) => { self.$field.remove(&key); })*
                }
            }

            fn take_changed(&mut self, key: &Key) -> Option<Row> {
                match key {
                    $(Key::$Row(key) => {
                        let slot = self.$field.get_mut(key)?;
                        slot.changed = false;
                        slot.row.clone().map(Row::$Row)
                    })*
                }
            }

            /// How many rows (and absences of rows) it holds.
            #[must_use]
            pub fn len(&self) -> usize {
                [$(self.$field.len()),*].iter().fold(0, |sum, len| sum.saturating_add(*len))
            }

            /// An empty set whose counters stand at `head`. `seed` spreads its keys: a chance number in an engine that
            /// serves strangers, so that nobody can choose ids that fall together.
            #[must_use]
            pub fn seeded(head: Head, seed: u64) -> Self {
                Self {
                    head,
                    seed,
                    $($field: HashMap::with_hasher(FixedState::with_seed(seed)),)*
                    ..Self::default()
                }
            }

            /// Forgets every row, so that the next decision asks the engine again. Only between batches.
            pub fn forget(&mut self) {
                assert!(self.changed.is_empty(), "a batch is not kept yet");
                $(self.$field.clear();)*
            }
        }
    };
}

tables! {
    /// The deployment's settings.
    Deployment in deployment by (), key = |_row| ();
    /// A customer's wallet.
    Wallet in wallets by WalletId, key = |row| row.wallet_id;
    /// What of a wallet lives for minutes only.
    WalletLive in wallet_live by WalletId, key = |row| row.wallet_id;
    /// The way from a phone number to the wallet.
    Phone in phones by KeyedHash, key = |row| row.phone;
    /// The way from an imported id to our own.
    Alias in aliases by AliasKey, key = |row| row.key.clone();
    /// An account's balance.
    Account in accounts by AccountKey, key = |row| row.key;
    /// The way from an account's id to the account.
    AccountName in account_names by AccountId, key = |row| row.account_id;
    /// A POS owner.
    PosOwner in pos_owners by OwnerId, key = |row| row.owner_id;
    /// A POS.
    Pos in pos by PosId, key = |row| row.pos_id;
    /// An access key.
    PosKey in pos_keys by KeyedHash, key = |row| row.hash;
    /// The way from a key's public name to the key.
    KeyName in key_names by KeyId, key = |row| row.key_id;
    /// An operator's key.
    OperatorKey in operator_keys by KeyedHash, key = |row| row.hash;
    /// The way from an operator key's public name to the key.
    OperatorKeyName in operator_key_names by OperatorKeyId, key = |row| row.operator_key_id;
    /// How many may do everything.
    Staff in staff by (), key = |_row| ();
    /// An armed code.
    Code in codes by CodeId, key = |row| row.code_id;
    /// A session.
    Session in sessions by OperationId, key = |row| row.operation_id;
    /// A withdrawal.
    Withdrawal in withdrawals by WithdrawalId, key = |row| row.withdrawal_id;
    /// A deposit.
    Deposit in deposits by DepositId, key = |row| row.deposit_id;
    /// A reversal.
    Reversal in reversals by ReversalKey, key = |row| row.key;
    /// Wrong codes by one key against one code.
    CodeGuess in code_guesses by (CodeId, KeyId), key = |row| row.key;
    /// Wrong codes at one wallet by one owner.
    OwnerGuess in owner_guesses by (WalletId, OwnerId), key = |row| row.key;
    /// Wrong codes at one wallet.
    WalletGuess in wallet_guesses by WalletId, key = |row| row.wallet_id;
    /// A wallet's offline device.
    OfflineDevice in offline_devices by WalletId, key = |row| row.wallet_id;
    /// Wrong codes by one key.
    KeyGuess in key_guesses by KeyId, key = |row| row.key_id;
    /// Codes used at one key whose sessions are over.
    KeyUsed in key_used by KeyId, key = |row| row.key_id;
    /// A remembered answer.
    Answer in answers by AnswerKey, key = |row| row.key;
    /// A salt or a signature that has served.
    Spent in spent by SpentKey, key = |row| row.key;
    /// The last word about an operation's cash.
    Word in words by OperationId, key = |row| row.operation_id;
    /// A case.
    Case in cases by OperationId, key = |row| row.operation_id;
    /// What waits for a second person, or waited.
    Proposal in proposals by ProposalId, key = |row| row.proposal_id;
    /// One version of a tariff.
    Tariff in tariffs by TariffId, key = |row| row.tariff_id;
    /// Which versions apply to what.
    TariffBook in tariff_book by (), key = |_row| ();
    /// What a wallet withdrew on a day.
    FeeDay in fee_days by FeeDayKey, key = |row| row.key;
    /// What a wallet was paid on a day by one owner's POS.
    CommissionDay in commission_days by CommissionDayKey, key = |row| row.key;
    /// The rule packs in force.
    Rules in rules by (), key = |_row| ();
    /// How much of a limit has been used.
    Usage in usages by UsageKey, key = |row| row.key;
    /// A drawer.
    Till in tills by TillId, key = |row| row.till_id;
    /// A drawer in one cashier's hands.
    TillSession in till_sessions by TillSessionId, key = |row| row.till_session_id;
    /// What is known of the notes in a drawer.
    Drawer in drawers by DrawerKey, key = |row| row.key;
    /// A cashier.
    Cashier in cashiers by CashierId, key = |row| row.cashier_id;
    /// The tills and cashiers of a POS.
    CashRoom in cash_rooms by PosId, key = |row| row.pos_id;
    /// A closing count that differed.
    TillVariance in till_variances by VarianceKey, key = |row| row.key;
    /// What the operator says of a currency's cash.
    CashRules in cash_rules by Currency, key = |row| row.currency;
    /// A page of an owner's POS.
    OwnerPlaces in owner_places by (OwnerId, u32), key = |row| row.key;
    /// How an owner is settled in a currency.
    Settlement in settlements by SettlementKey, key = |row| row.key;
    /// What settlement knows of an account.
    SettleWindow in settle_windows by AccountKey, key = |row| row.account;
    /// A settlement batch.
    SettleBatch in batches by BatchId, key = |row| row.batch_id;
    /// A line of a settlement batch.
    SettleLine in batch_lines by SettleLineKey, key = |row| row.key;
    /// Where a POS is.
    PosPlace in pos_places by PosId, key = |row| row.pos_id;
    /// A POS's newest request for float in a currency.
    FloatRequest in float_requests by (PosId, Currency), key = |row| row.key;
    /// A file held against the ledger.
    Reconciliation in reconciliations by ReconciliationId, key = |row| row.reconciliation_id;
    /// The way from a file to its reconciliation.
    ReconFile in recon_files by FileHash, key = |row| row.file;
    /// A line of such a file.
    ReconLine in recon_lines by (ReconciliationId, u32), key = |row| row.key;
    /// Where a fact of ours stands.
    ReconFact in recon_facts by Ours, key = |row| row.ours;
    /// Lines and facts that come to the same.
    ReconMatch in recon_matches by (ReconciliationId, u32), key = |row| row.key;
    /// A difference.
    ReconBreak in recon_breaks by (ReconciliationId, u32), key = |row| row.key;
    /// The devices of a wallet.
    WalletDevices in wallet_devices by WalletId, key = |row| row.wallet_id;
    /// What brings a device, once.
    Invite in invites by KeyedHash, key = |row| row.hash;
    /// A device signed in to a wallet.
    Device in devices by KeyedHash, key = |row| row.hash;
    /// The way from a device's public name to the device.
    DeviceName in device_names by DeviceId, key = |row| row.device_id;
    /// How a person signs in.
    SignIn in sign_ins by KeyedHash, key = |row| row.name;
    /// A person's session.
    StaffSession in staff_sessions by KeyedHash, key = |row| row.hash;
    /// How many sign-ins were refused.
    StaffTries in staff_tries by (), key = |_row| ();
    /// The way from a short number to its POS.
    PlaceNumber in place_numbers by u32, key = |row| row.number;
    /// The way from a POS to its short number.
    NumberOfPlace in numbers_of_places by PosId, key = |row| row.pos_id;
    /// Which short number comes next.
    PlaceNumbers in next_place_number by (), key = |_row| ();
    /// What of a `suspense` account lies there for cases.
    CasesSuspense in cases_suspense by AccountKey, key = |row| row.account;
    /// What somebody of the operator did.
    Deed in deeds by u64, key = |row| row.number;
    /// How many deeds there are.
    DeedCount in deed_count by (), key = |_row| ();
    /// The receipts printed of an operation.
    Prints in prints by OperationId, key = |row| row.operation_id;
}

impl Row {
    /// Whether it says no more than no row would: an engine keeps it by removing the one under its key.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::WalletLive(live)
            if live.codes.is_empty() && live.sessions.is_empty() && live.open_cases == 0)
    }

    /// Puts it in place of the one under its key, which is handed back.
    pub fn keep_in(self, rows: &mut BTreeMap<Key, Self>) -> Option<Self> {
        let key = self.key();
        if self.is_nothing() { rows.remove(&key) } else { rows.insert(key, self) }
    }
}

/// Where the running decision started.
#[derive(Debug, Default, Clone, Copy)]
struct Start {
    head: Head,
    changed: usize,
    transfers: usize,
    events: usize,
}

impl WorkingSet {
    /// An empty set whose counters stand at `head`.
    #[must_use]
    pub fn new(head: Head) -> Self {
        Self::seeded(head, 0)
    }

    /// Starts a new generation: all rows are handed over, the counters and the seed stay. Only between batches.
    #[must_use]
    pub fn turn_over(&mut self) -> Self {
        assert!(self.changed.is_empty(), "a batch is not kept yet");
        let empty = Self::seeded(self.head, self.seed);
        std::mem::replace(self, empty)
    }

    /// How far the counters have run.
    #[must_use]
    pub const fn head(&self) -> Head {
        self.head
    }

    /// Whether it holds no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row under `key`, or that there is none.
    ///
    /// # Errors
    /// [`Missing`] while the engine has not been asked.
    pub fn get<R: Record>(&self, key: &R::Key) -> Result<Option<Arc<R>>, Missing> {
        match R::table(self).get(key) {
            Some(slot) => Ok(slot.row.clone()),
            None => {
                let mut missing = Vec::with_capacity(MISSING_MANY);
                missing.push(R::any_key(key.clone()));
                Err(Missing(missing))
            }
        }
    }

    /// The rows under `keys`, in their order; all that are missing are named at once.
    ///
    /// # Errors
    /// [`Missing`] while the engine has not been asked for each.
    pub fn get_all<R: Record>(&self, keys: &[R::Key]) -> Result<Vec<Option<Arc<R>>>, Missing> {
        let mut rows = Vec::with_capacity(keys.len());
        self.look_at::<R>(keys.iter().cloned(), |row| rows.push(row.cloned()))?;
        Ok(rows)
    }

    /// Shows `look` the rows under `keys`, in their order, where there are any; all that are missing are named at once.
    ///
    /// # Errors
    /// [`Missing`] while the engine has not been asked for each.
    pub fn look_at<R: Record>(
        &self,
        keys: impl IntoIterator<Item = R::Key>,
        mut look: impl FnMut(Option<&Arc<R>>),
    ) -> Result<(), Missing> {
        let (table, mut missing) = (R::table(self), Vec::new());
        for key in keys {
            match table.get(&key) {
                Some(slot) => look(slot.row.as_ref()),
                None => {
                    missing.reserve(if missing.is_empty() { MISSING_MANY } else { 1 });
                    missing.push(R::any_key(key));
                }
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(Missing(missing)) }
    }

    /// Keeps `row` in place of whatever was under its key.
    pub fn put<R: Record>(&mut self, row: R) {
        let key = row.key();
        let slot = Slot { row: Some(Arc::new(row)), changed: true };
        let before = R::table_mut(self).insert(key.clone(), slot);
        if !before.as_ref().is_some_and(|slot| slot.changed) {
            self.changed.push(R::any_key(key.clone()));
        }
        self.undo.push(R::undo(key, before));
    }

    /// Adds a transfer; gives it the next number.
    pub(crate) fn push_transfer(&mut self, transfer: Transfer) {
        self.head.transfers = transfer.number;
        self.transfers.push(transfer);
    }

    /// Adds an event; gives it the next number.
    pub(crate) fn push_event(&mut self, event: Event) {
        self.head.events = event.number;
        self.events.push(event);
    }

    /// A decision begins here.
    pub(crate) fn begin(&mut self) {
        self.undo.clear();
        self.started = Start {
            head: self.head,
            changed: self.changed.len(),
            transfers: self.transfers.len(),
            events: self.events.len(),
        };
    }

    /// Whether the running decision has changed anything so far.
    pub(crate) const fn has_changed(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether the running decision has changed anything; if so the command gets the next number.
    pub(crate) fn end(&mut self) -> bool {
        let changed = !self.undo.is_empty();
        self.undo.clear();
        if changed {
            self.head.commands = self.head.commands.saturating_add(1);
        }
        changed
    }

    /// Undoes the running decision to its beginning.
    pub fn roll_back(&mut self) {
        while let Some(undo) = self.undo.pop() {
            self.take_back(undo);
        }
        let start = self.started;
        self.head = start.head;
        self.changed.truncate(start.changed);
        self.transfers.truncate(start.transfers);
        self.events.truncate(start.events);
    }

    /// Hands over what was changed since the last time. The rows stay, as known ones.
    pub fn take_changes(&mut self) -> Changes {
        self.undo.clear();
        let mut keys = std::mem::take(&mut self.changed);
        let mut rows = Vec::with_capacity(keys.len());
        rows.extend(keys.iter().filter_map(|key| self.take_changed(key)));
        keys.clear();
        self.changed = keys;
        Changes {
            rows,
            transfers: std::mem::take(&mut self.transfers),
            events: std::mem::take(&mut self.events),
        }
    }
}
