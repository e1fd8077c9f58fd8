//! The query tables' rows: which field of which row stands in which column, and the statements made of
//! that. The tables themselves are in `tables.sql`. Knows nothing of threads, files and positions.

use std::sync::LazyLock;

use rusqlite::{Connection, Error, Result, Statement};
use specie_domain::rows::{
    Account, AccountKey, AccountName, Alias, Answer, Case, CasesSuspense, CashRoom, CashRules, Cashier, Code,
    CodeGuess, CommissionDay, Deed, DeedCount, Deployment, Deposit, Device, DeviceName, Drawer, Event,
    FeeDay, FloatRequest, Invite, KeyGuess, KeyName, KeyUsed, NumberOfPlace, OfflineDevice, OperatorKey,
    OperatorKeyName, OwnerGuess, OwnerPlaces, Phone, PlaceNumber, PlaceNumbers, Pos, PosKey, PosOwner,
    PosPlace, Prints, Proposal, ReconBreak, ReconFact, ReconFile, ReconLine, ReconMatch, Reconciliation,
    Reversal, Rules, Session, SettleBatch, SettleLine, SettleWindow, Settlement, Side, SignIn, Spent, Staff,
    StaffSession, StaffTries, Tariff, TariffBook, Till, TillSession, TillVariance, Transfer, Usage, Wallet,
    WalletDevices, WalletGuess, WalletLive, Withdrawal, Word,
};
use specie_domain::{Key, Record, Row, RowKind};
use specie_money::Currency;

use crate::columns::{Binder, Cursor, Field};

/// The statements of one table.
pub(crate) struct Statements {
    pub(crate) load: String,
    pub(crate) upsert: String,
    pub(crate) insert: String,
    pub(crate) delete: String,
    pub(crate) scan: String,
    /// The rows past a key, still without their order.
    pub(crate) after: String,
    /// So many rows from the first.
    pub(crate) first_page: String,
    /// So many rows past a key.
    pub(crate) next_page: String,
}

impl Statements {
    /// `replaced`: a row is put in place of another as a whole. Right only for a table that has its key and neither
    /// another index nor a trigger: SQLite then writes over the row where it lies and asks for no other.
    fn new(table: &str, key: &str, columns: &[&str], replaced: bool) -> Self {
        let columns = columns.join(", ");
        let places = vec!["?"; columns.split(", ").count()].join(", ");
        let keys: Vec<&str> = key.split(", ").collect();
        let is_key: Vec<String> = keys.iter().map(|column| format!("{column} = ?")).collect();
        let others = columns.split(", ").filter(|column| !keys.contains(column));
        let changed: Vec<String> = others.map(|column| format!("{column} = excluded.{column}")).collect();
        let values = format!("INTO {table} ({columns}) VALUES ({places})");
        let insert = format!("INSERT {values}");
        let upsert = if replaced {
            format!("REPLACE {values}")
        } else {
            format!("{insert} ON CONFLICT ({key}) DO UPDATE SET {}", changed.join(", "))
        };
        let scan = format!("SELECT {columns} FROM {table} ORDER BY {key}");
        let after =
            format!("SELECT {columns} FROM {table} WHERE ({key}) > ({})", vec!["?"; keys.len()].join(", "));
        Self {
            load: format!("SELECT {columns} FROM {table} WHERE {}", is_key.join(" AND ")),
            delete: format!("DELETE FROM {table} WHERE {}", is_key.join(" AND ")),
            upsert,
            insert,
            first_page: format!("{scan} LIMIT ?"),
            next_page: format!("{after} ORDER BY {key} LIMIT ?"),
            scan,
            after,
        }
    }
}

/// What stands in a table of its own.
pub(crate) trait Stored: Sized {
    const TABLE: &'static str;
    fn statements() -> &'static Statements;
    fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()>;
    fn read(from: &mut Cursor<'_>) -> Result<Self>;
}

macro_rules! column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $columns:literal) => {
        $columns
    };
}

macro_rules! is_replaced {
    () => {
        false
    };
    (replaced) => {
        true
    };
}

macro_rules! statements {
    ($table:literal, $key:literal, $replaced:expr, [$($columns:expr),*]) => {
        const TABLE: &'static str = $table;
        fn statements() -> &'static Statements {
            static STATEMENTS: LazyLock<Statements> =
                LazyLock::new(|| Statements::new($table, $key, &[$($columns),*], $replaced));
            &STATEMENTS
        }
    };
}

/// `Row in "table" by "key columns" { field, field("its", "columns") }`; a field without columns stands in the one of
/// its own name. `Row(replaced)` is one that is put in place of another as a whole, see [`Statements::new`].
macro_rules! stored {
    ($($Row:ident $(($how:ident))? in $table:literal by $key:literal { $($field:ident $(($columns:literal))?),* $(,)? })*) => {$(
        impl Stored for $Row {
            statements!($table, $key, is_replaced!($($how)?), [$(column!($field $($columns)?)),*]);
            fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
                $(Field::bind(&self.$field, to)?;)*
                Ok(())
            }
            fn read(from: &mut Cursor<'_>) -> Result<Self> {
                Ok(Self { $($field: Field::read(from)?),* })
            }
        }
    )*};
}

stored! {
    Deployment in "deployment" by "single" { policy, payouts_stopped, limits, settles, safeguards, staff_times }
    Wallet in "wallets" by "wallet_id" {
        wallet_id, phone, sealed_phone, frozen, accounts, opened_at, erased_at, kyc_tier, rests_until,
    }
    WalletLive(replaced) in "wallet_live" by "wallet_id" { wallet_id, codes, sessions, open_cases }
    Phone in "phones" by "phone" { phone, wallet_id }
    Alias in "aliases" by "kind, text" { key("kind, text"), target }
    Account(replaced) in "accounts" by "kind, holder, currency" {
        key("kind, holder, currency"), account_id, balance, entries, last_transfer, last_at,
    }
    AccountName in "account_names" by "account_id" {
        account_id, key("kind, holder, currency"), shown_id, alias,
    }
    PosOwner in "pos_owners" by "owner_id" { owner_id, name, created_at, places }
    Pos(replaced) in "pos" by "pos_id" {
        pos_id, shown_id, owner_id, name, currencies, credit_lines, disabled, keys, created_at,
        on_expiry("on_expiry, assume_after_s"), runs_tills, low_floats, revoked_keys,
    }
    PosKey in "pos_keys" by "hash" {
        hash, key_id, owner_id, pos, profile, salt_bytes, networks, balance_view, currencies, sealed_secret, created_at,
        revoked_at, till_session_id,
    }
    KeyName in "key_names" by "key_id" { key_id, hash }
    OperatorKey in "operator_keys" by "hash" { hash, operator_key_id, person, role, created_at, revoked_at }
    OperatorKeyName in "operator_key_names" by "operator_key_id" { operator_key_id, hash }
    Staff in "staff" by "single" { live_admin_keys, first_judge, has_two_judges }
    Code(replaced) in "codes" by "code_id" {
        code_id, wallet_id, mac, purpose, pos_id, approved("approved, approved_amount, approved_currency"),
        armed_at, valid_from, expires_at, state("state, used_by"), offline, channel,
        quote("quote, quote_tariff_id, quote_fee"),
    }
    Session in "sessions" by "operation_id" {
        operation_id, token, key_id, pos_id, wallet_id, code_id, purpose,
        approved("approved, approved_amount, approved_currency"), opened_at, last_call_at, closes_at, expires_at,
        end("ended, ended_at"), amount_refusals, action("action, action_id"), offline,
        quote("quote, quote_tariff_id, quote_fee"), has_case,
    }
    Withdrawal in "withdrawals" by "withdrawal_id" {
        withdrawal_id, operation_id, wallet_id, account_id, pos_id, owner_id, currency, amount, held, paid,
        returned, paid_late, fee, fee_held, made_at, tariff_id, fee_from, fee_kept, tax_kept, commission, assumed,
        limits_version, till_session_id, hand_out, cash_out,
    }
    Deposit in "deposits" by "deposit_id" {
        deposit_id, operation_id, wallet_id, account_id, pos_id, currency, amount, returned, short,
        sealed_metadata, made_at, owner_id, limits_version, till_session_id, sealed_depositor,
    }
    Reversal in "reversals" by "operation_id, account_id, amount" {
        key("operation_id, account_id, amount"), reversal_id, made_at,
    }
    CodeGuess(replaced) in "code_guesses" by "code_id, key_id" { key("code_id, key_id"), wrong }
    OwnerGuess in "owner_guesses" by "wallet_id, owner_id" {
        key("wallet_id, owner_id"), recent, locks, locked_until,
    }
    WalletGuess in "wallet_guesses" by "wallet_id" { wallet_id, day, wrong, unbound_off }
    OfflineDevice in "offline_devices" by "wallet_id" {
        wallet_id, sealed_seed, enrolment, enrolled_at, removed_at, last_counter, day, wrong, opened, off,
        device_id,
    }
    KeyGuess(replaced) in "key_guesses" by "key_id" {
        key_id, day, wrong, second, wrong_in_second, hour, unarmed_in_hour, days, sum, sum_of_squares,
        restricted, suspended,
    }
    KeyUsed(replaced) in "key_used" by "key_id" { key_id, codes }
    Answer(replaced) in "answers" by "day, name" { key("day, name"), fingerprint, receipt, given_at }
    Spent(replaced) in "spent" by "period, name" { key("period, name"), spent_at }
    Word in "words" by "operation_id" {
        operation_id, told("told, told_amount, told_currency"), notes, told_at,
    }
    Prints in "prints" by "operation_id" { operation_id, count, kept }
    Case in "cases" by "operation_id" {
        operation_id, kind, state("state, closed_at"), wallet_id, pos_id, amount("amount, currency"), assigned_to,
        opened_at, evidence, left_out, matters, suspended, paid_again, claimed, level, due_at, clock,
    }
    CasesSuspense in "cases_suspense" by "kind, holder, currency" {
        account("kind, holder, currency"), of_cases,
    }
    Proposal in "proposals" by "proposal_id" {
        proposal_id, what, proposed_by("proposed_by, proposer_key_id"), proposed_at, not_before, expires_at,
        state("state, judged_at, judged_by, judge_key_id"),
    }
    Tariff in "tariffs" by "tariff_id" {
        tariff_id, name, scope("currency, owner_id, channel, kyc_tier"), valid_from, valid_to,
        fee("fee_flat, fee_bands, fee_min, fee_max"),
        commission("commission_flat, commission_bands, commission_min, commission_max"),
        tax_basis_points, made_by, made_at,
    }
    TariffBook in "tariff_book" by "single" { lines }
    FeeDay(replaced) in "fee_days" by "day, wallet_id, currency" { key("day, wallet_id, currency"), value }
    CommissionDay(replaced) in "commission_days" by "day, wallet_id, owner_id, tariff_id" {
        key("day, wallet_id, owner_id, tariff_id"), value,
    }
    Rules in "rules" by "single" { rules }
    PosPlace in "pos_places" by "pos_id" { pos_id, point("latitude_e6, longitude_e6"), town, hours }
    FloatRequest in "float_requests" by "pos_id, currency" {
        key("pos_id, currency"), number, way, amount("amount, amount_currency"), asked_by, asked_at, answer,
    }
    Usage(replaced) in "usages" by "scope, subject, place, action, currency, window_s" {
        key("scope, subject, place, action, currency, window_s"), parts,
    }
    Till(replaced) in "tills" by "till_id" { till_id, pos_id, name, open("open_session_id"), created_at, retired_at }
    TillSession in "till_sessions" by "till_session_id" {
        till_session_id, till_id, pos_id, key_id, cashier_id, opened_at, opened, closed_at, closed_by, lines,
        first,
    }
    Drawer(replaced) in "drawers" by "till_id, currency" { key("till_id, currency"), notes, promised, carried, asides }
    Cashier in "cashiers" by "cashier_id" {
        cashier_id, pos_id, name, role, pin, wrong, locked_at, active, created_at,
    }
    CashRoom in "cash_rooms" by "pos_id" { pos_id, tills, cashiers }
    TillVariance in "till_variances" by "till_session_id, currency" {
        key("till_session_id, currency"), till_id, pos_id, cashier_id, expected, counted, state, explanation,
        explained_by, found_at,
    }
    CashRules in "cash_rules" by "currency" { currency, denominations, variance_alert }
    OwnerPlaces in "owner_places" by "owner_id, page" { key("owner_id, page"), pos }
    Settlement in "settlements" by "owner_id, currency" {
        key("owner_id, currency"), cut_off_minute, zone, bank_reference, threshold, automatic, boundary,
        number, under_way, taking_back,
    }
    SettleWindow(replaced) in "settle_windows" by "kind, holder, currency" {
        account("kind, holder, currency"), float, taken,
        mark("mark_balance, mark_float, mark_entries, mark_last_transfer"),
        opening("opening_balance, opening_float, opening_entries, opening_last_transfer"),
    }
    SettleBatch in "batches" by "batch_id" {
        batch_id, key("owner_id, currency"), number, state, cut_off, next_cut_off, threshold, bank_reference, amount,
        due, lines, done, made_at, ended_at, word,
    }
    SettleLine in "batch_lines" by "batch_id, line" {
        key("batch_id, line"), account("kind, holder, currency"), amount,
        opening("opening_balance, opening_float, opening_entries, opening_last_transfer"),
        closing("closing_balance, closing_float, closing_entries, closing_last_transfer"),
    }
    Reconciliation in "reconciliations" by "reconciliation_id" {
        reconciliation_id, scope("scope, pos_id, currency, owner_id"), name, from("from_at"), to("to_at"), file, lines,
        taken, matched_lines, matches, breaks, open_breaks, made_by, made_at,
    }
    ReconFile in "recon_files" by "file" { file, reconciliation_id }
    ReconLine in "recon_lines" by "reconciliation_id, line" {
        key("reconciliation_id, line"), stated("what, operation_id, reference, amount, currency, at"),
        placed("placed, place"),
    }
    ReconFact in "recon_facts" by "kind, id" { ours("kind, id"), place("reconciliation_id, placed, place") }
    ReconMatch in "recon_matches" by "reconciliation_id, number" {
        key("reconciliation_id, number"), lines, ours, sum("amount, currency"), how,
        by_hand("hand_at, hand_by, hand_why"), made_at, undone("undone_at, undone_by, undone_why"),
    }
    ReconBreak in "recon_breaks" by "reconciliation_id, number" {
        key("reconciliation_id, number"), kind, lines, ours, theirs("theirs, currency"), known, opened_at,
        is_by_hand("by_hand"), assignee, note,
        state("state, ended_at, closed_by, closed_why, proposal_id, pos_id, cleared, cleared_currency"), parts,
    }
    WalletDevices in "wallet_devices" by "wallet_id" { wallet_id, invite, devices, had }
    Invite in "invites" by "hash" { hash, wallet_id, made_at, expires_at, used_at }
    Device in "devices" by "hash" { hash, device_id, wallet_id, sealed_name, created_at, revoked_at, last_seen_at }
    DeviceName in "device_names" by "device_id" { device_id, hash }
    SignIn in "sign_ins" by "name" {
        name, salt, password, sealed_seed, last_counter, wrong, locked_until, set_at, is_first,
    }
    StaffSession in "staff_sessions" by "hash" { hash, name, opened_at, seen_at, ended_at }
    StaffTries in "staff_tries" by "single" { refused }
    PlaceNumber in "place_numbers" by "number" { number, pos_id }
    NumberOfPlace in "numbers_of_places" by "pos_id" { pos_id, number }
    PlaceNumbers in "next_place_number" by "single" { next }
    Deed in "deeds" by "number" {
        number, at, by("person, operator_key_id"), role, what, targets, command,
    }
    DeedCount in "deed_count" by "single" { count }
    Event in "events" by "number" {
        number, kind, wallet_id, pos_id, operation_id, subject, amount("amount, currency"), command, at,
    }
}

/// Both accounts of a transfer share one column for their currency.
impl Stored for Transfer {
    statements!(
        "transfers",
        "number",
        false,
        [
            "number, currency, debit_kind, debit_holder, debit_entry, debit_balance, debit_before",
            "credit_kind, credit_holder, credit_entry, credit_balance, credit_before",
            "amount, reason, operation_id, command, made_at"
        ]
    );
    fn bind(&self, to: &mut Binder<'_, '_>) -> Result<()> {
        let currency = self.debit.account.currency;
        assert!(currency == self.credit.account.currency, "a transfer has one currency");
        (self.number, currency).bind(to)?;
        for Side { account, entry, balance, before } in [self.debit, self.credit] {
            (account.kind, account.holder).bind(to)?;
            (entry, balance, before).bind(to)?;
        }
        (self.amount, self.reason, self.operation_id).bind(to)?;
        (self.command, self.made_at).bind(to)
    }
    fn read(from: &mut Cursor<'_>) -> Result<Self> {
        let (number, currency) = Field::read(from)?;
        let (debit, credit) = (side(from, currency)?, side(from, currency)?);
        let (amount, reason, operation_id) = Field::read(from)?;
        let (command, made_at) = Field::read(from)?;
        Ok(Self { number, debit, credit, amount, reason, operation_id, command, made_at })
    }
}

fn side(from: &mut Cursor<'_>, currency: Currency) -> Result<Side> {
    let (kind, holder) = Field::read(from)?;
    let (entry, balance, before) = Field::read(from)?;
    Ok(Side { account: AccountKey { kind, holder, currency }, entry, balance, before })
}

/// The row under `key`, if there is one.
pub(crate) fn load_one_by<R: Stored, K: Field>(tables: &Connection, key: &K) -> Result<Option<R>> {
    let mut statement = tables.prepare_cached(&R::statements().load)?;
    Field::bind(key, &mut Binder::new(&mut statement))?;
    let mut rows = statement.raw_query();
    rows.next()?.map(|row| R::read(&mut Cursor::new(row))).transpose()
}

/// Adds transfers or events. With an error comes the one that was refused.
pub(crate) fn insert<'f, R: Stored>(
    tables: &Connection,
    facts: &'f [R],
) -> Result<(), (Error, Option<&'f R>)> {
    let mut statement = tables.prepare_cached(&R::statements().insert).map_err(|cause| (cause, None))?;
    facts.iter().try_for_each(|fact| write(&mut statement, fact).map_err(|cause| (cause, Some(fact))))
}

fn write<R: Stored>(statement: &mut Statement<'_>, row: &R) -> Result<()> {
    row.bind(&mut Binder::new(statement))?;
    statement.raw_execute().map(|_| ())
}

/// All rows of one table, in the order of their keys.
pub(crate) fn scan<'s, R: Stored + 's>(
    statement: &'s mut rusqlite::Statement<'_>,
) -> Result<impl Iterator<Item = Result<R>> + 's> {
    statement.query_map([], |row| R::read(&mut Cursor::new(row)))
}

fn page_of<R>(tables: &Connection, after: Option<&R::Key>, rows_max: i64) -> Result<Vec<Row>>
where
    R: Stored + Record + Into<Row>,
    R::Key: Field,
{
    let statements = R::statements();
    let sql = if after.is_some() { &statements.next_page } else { &statements.first_page };
    let mut statement = tables.prepare_cached(sql)?;
    let mut binder = Binder::new(&mut statement);
    if let Some(after) = after {
        after.bind(&mut binder)?;
    }
    rows_max.bind(&mut binder)?;
    let mut found = statement.raw_query();
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        rows.push(R::read(&mut Cursor::new(row))?.into());
    }
    Ok(rows)
}

/// Every kind of row the working set knows.
macro_rules! kinds {
    ($($Kind:ident),* $(,)?) => {
        /// The row under `key`, if there is one.
        pub(crate) fn load(tables: &Connection, key: &Key) -> Result<Option<Row>> {
            match key {
                $(Key::$Kind(key) => Ok(load_one_by::<$Kind, <$Kind as Record>::Key>(tables, key)?.map(Row::from)),)*
            }
        }

        /// Puts rows in place of whatever was under their keys. One statement serves all rows of a kind that follow
        /// each other: looking it up for each took a thirtieth of the projector's time. With an error comes the row
        /// that was refused.
        pub(crate) fn upsert<'r>(tables: &Connection, rows: &[&'r Row]) -> Result<(), (Error, Option<&'r Row>)> {
            let mut rest = rows;
            while let Some(first) = rest.first() {
                match first {
                    $(Row::$Kind(_) => {
                        let sql = &$Kind::statements().upsert;
                        let mut statement = tables.prepare_cached(sql).map_err(|cause| (cause, None))?;
                        while let Some((row, others)) = rest.split_first()
                            && let Row::$Kind(own) = row
                        {
                            write::<$Kind>(&mut statement, own).map_err(|cause| (cause, Some(*row)))?;
                            rest = others;
                        }
                    })*
                }
            }
            Ok(())
        }

        /// So many rows of one kind past `after` (none: from the first), in the order of their keys. A key of another
        /// kind is none.
        pub(crate) fn page(
            tables: &Connection,
            kind: RowKind,
            after: Option<&Key>,
            rows_max: i64,
        ) -> Result<Vec<Row>> {
            match kind {
                $(RowKind::$Kind => {
                    let after = match after {
                        Some(Key::$Kind(key)) => Some(key),
                        Some(_) | None => None,
                    };
                    page_of::<$Kind>(tables, after, rows_max)
                })*
            }
        }

        /// Removes the row under `key`, if there is one.
        pub(crate) fn delete(tables: &Connection, key: &Key) -> Result<()> {
            match key {
                $(Key::$Kind(key) => {
                    let mut statement = tables.prepare_cached(&$Kind::statements().delete)?;
                    Field::bind(key, &mut Binder::new(&mut statement))?;
                    statement.raw_execute().map(|_| ())
                })*
            }
        }

        /// The tables whose rows are put in place of others as a whole.
        #[cfg(test)]
        pub(crate) fn replaced() -> Vec<&'static str> {
            let all = [$(($Kind::TABLE, &$Kind::statements().upsert)),*];
            all.into_iter().filter(|(_, upsert)| upsert.starts_with("REPLACE")).map(|(table, _)| table).collect()
        }

        /// The table a key belongs to.
        pub(crate) const fn table_of(key: &Key) -> &'static str {
            match key {
                $(Key::$Kind(_) => $Kind::TABLE,)*
            }
        }

        /// Shows every row of every table.
        pub(crate) fn every_row(tables: &Connection, mut each: impl FnMut(Row)) -> Result<()> {
            $({
                let mut statement = tables.prepare(&$Kind::statements().scan)?;
                for row in scan::<$Kind>(&mut statement)? {
                    each(Row::from(row?));
                }
            })*
            Ok(())
        }
    };
}

kinds!(
    Deployment,
    Wallet,
    WalletLive,
    Phone,
    Alias,
    Account,
    AccountName,
    PosOwner,
    Pos,
    PosKey,
    KeyName,
    OperatorKey,
    OperatorKeyName,
    Staff,
    Code,
    Session,
    Withdrawal,
    Deposit,
    Reversal,
    CodeGuess,
    OwnerGuess,
    WalletGuess,
    OfflineDevice,
    KeyGuess,
    KeyUsed,
    Answer,
    Spent,
    Word,
    Case,
    Proposal,
    Tariff,
    TariffBook,
    FeeDay,
    CommissionDay,
    Rules,
    Usage,
    Till,
    TillSession,
    Drawer,
    Cashier,
    CashRoom,
    TillVariance,
    CashRules,
    OwnerPlaces,
    Settlement,
    SettleWindow,
    SettleBatch,
    SettleLine,
    PosPlace,
    FloatRequest,
    Reconciliation,
    ReconFile,
    ReconLine,
    ReconFact,
    ReconMatch,
    ReconBreak,
    WalletDevices,
    Invite,
    Device,
    DeviceName,
    SignIn,
    StaffSession,
    StaffTries,
    PlaceNumber,
    NumberOfPlace,
    PlaceNumbers,
    CasesSuspense,
    Deed,
    DeedCount,
    Prints,
);
