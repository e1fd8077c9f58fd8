//! Watches what a batch changed: the ledger's own laws entry by entry, every changed row against the design,
//! and after a crash that what the disk gives back is what was answered. All of it is incremental; the full
//! audit and a replay from the first journal row come now and then. Sums are minor units.

mod cash;

use std::sync::Arc;

use specie_domain::ids::OperationId;
use specie_domain::rows::{
    AccountKey, AccountKind, Action as RowAction, Case, CaseState, Deposit, Event, Mark, OfflineDevice,
    Session, SessionEnd, Side, Transfer, Wallet, Withdrawal,
};
use specie_domain::{Changes, Key, Row};
use specie_store::{Books, JournalRow, Tail};

use crate::ask::Sum;
use crate::broken::Broken;
use crate::chance::Chance;
use crate::design::{Action, Design, End, Touched};
use crate::disk::{Position, ROOM_OF_ROWS, Tables};
use crate::map::{Map, with_room};
use crate::names;
use crate::town::{OWNERS, Town};

const LEDGER: &str = "every transfer has its two entries, numbered without a gap, with true balances";
const EVENTS: &str = "the outbox tells what happened, once and in order";
const ROWS: &str = "the rows say what the design says";
const RESTART: &str = "what was answered is there after a crash, and nothing else";
const REPLAY: &str = "replaying the journal rebuilds every table and the chain";

/// All that was kept, as the answers said it.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    rows: Map<Key, Row>,
    transfers: Vec<Transfer>,
    events: Vec<Event>,
    at: Position,
    ledger: Map<AccountKey, (u64, i64, u64)>,
    holders: Map<u128, usize>,
    /// Cash that left in an operation, less what came.
    left: Map<OperationId, i64>,
    /// Where the last line of an account ended.
    settled: Map<AccountKey, Mark>,
}

impl Watch {
    /// Nothing was kept yet.
    pub(crate) fn new() -> Self {
        Self { rows: with_room(ROOM_OF_ROWS), ..Self::default() }
    }

    /// Takes in what a batch changed, before anybody has judged it: the ledger's own laws.
    ///
    /// # Errors
    /// One of them is broken.
    pub(crate) fn take_in(&mut self, changes: &Changes, at: Position) -> Result<(), Broken> {
        self.check_transfers(changes)?;
        for (event, number) in changes.events.iter().zip(self.at.head.events + 1..) {
            if event.number != number {
                return Err(Broken::new(EVENTS, format!("{event:?} stands in place {number}")));
            }
        }
        for row in &changes.rows {
            if let Row::Account(account) = row {
                let known = self.ledger.get(&account.key).copied().unwrap_or_default();
                if known != (account.entries, account.balance, account.last_transfer) {
                    return Err(Broken::new(LEDGER, format!("{account:?}, its entries come to {known:?}")));
                }
            }
            if row.is_nothing() {
                self.rows.remove(&row.key());
            } else {
                self.rows.insert(row.key(), row.clone());
            }
        }
        self.transfers.extend_from_slice(&changes.transfers);
        changes.rows.iter().try_for_each(|row| self.check_cash(row))?;
        self.events.extend_from_slice(&changes.events);
        self.at = at;
        Ok(())
    }

    fn check_transfers(&mut self, changes: &Changes) -> Result<(), Broken> {
        let first = self.at.head.transfers + 1;
        for (transfer, number) in changes.transfers.iter().zip(first..) {
            let Transfer { debit, credit, amount, .. } = *transfer;
            let (from, to) = (debit.account, credit.account);
            self.note_cash(transfer);
            let is_even = from.currency == to.currency && from != to && amount > 0;
            if transfer.number != number || !is_even {
                return Err(Broken::new(LEDGER, format!("{transfer:?} stands in place {number}")));
            }
            for (side, amount) in [(debit, -amount), (credit, amount)] {
                self.check_entry(side, number, amount)?;
            }
        }
        Ok(())
    }

    fn check_entry(&mut self, side: Side, transfer: u64, amount: i64) -> Result<(), Broken> {
        let account = side.account;
        let (entries, balance, last) = self.ledger.entry(account).or_default();
        let before = std::mem::replace(last, transfer);
        *entries += 1;
        *balance += amount;
        let (entry, balance) = (*entries, *balance);
        let expected = Side { account, entry, balance, before };
        if side != expected {
            return Err(Broken::new(LEDGER, format!("{side:?} should be {expected:?}")));
        }
        if account.kind.has_floor() && balance < 0 {
            return Err(Broken::new("no wallet and nothing pending falls below zero", format!("{side:?}")));
        }
        Ok(())
    }

    /// Learns whose accounts are whose.
    pub(crate) fn learn(&mut self, town: &Town) {
        for customer in 0..town.customers.len() {
            self.holders.insert(town.wallet(customer).as_u128(), customer);
        }
        for pos in 0..town.pos.len() {
            self.holders.insert(town.pos_id(pos).as_u128(), pos);
        }
        for owner in 0..OWNERS {
            self.holders.insert(town.owner_id(owner).as_u128(), owner);
        }
        for till in 0..town.tills.len() {
            self.holders.insert(town.till_id(till).as_u128(), till);
        }
        for cashier in 0..town.cashiers.len() {
            self.holders.insert(town.cashier_id(cashier).as_u128(), cashier);
        }
    }

    /// Compares what a batch changed with what the design says it should have.
    ///
    /// # Errors
    /// They differ.
    pub(crate) fn compare(&self, town: &Town, design: &mut Design, changes: &Changes) -> Result<(), Broken> {
        for account in &design.touched {
            let key = key_of(town, *account);
            let (_, balance, _) = self.ledger.get(&key).copied().unwrap_or_default();
            self.check_balance(design, &key, balance)?;
        }
        design.touched.clear();
        changes.rows.iter().try_for_each(|row| self.compare_row(design, row))?;
        let told = changes.events.iter().map(|event| (event.kind, event.amount.map(|sum| sum.minor())));
        if !told.clone().eq(design.told.iter().copied()) {
            let (expected, told) = (&design.told, told.collect::<Vec<_>>());
            return Err(Broken::new(EVENTS, format!("should be {expected:?}, was {told:?}")));
        }
        design.told.clear();
        Ok(())
    }

    fn check_balance(&self, design: &Design, key: &AccountKey, balance: i64) -> Result<(), Broken> {
        let currency = design.currency(key.currency);
        let holder = self.holders.get(&key.holder).copied().unwrap_or_default();
        let expected = match key.kind {
            AccountKind::Wallet => design.balance(Touched::Wallet(holder, currency)),
            AccountKind::Pos => design.balance(Touched::Position(holder, currency)),
            AccountKind::CashPending => design.balance(Touched::Pending(holder, currency)),
            AccountKind::Suspense => design.balance(Touched::Suspense(holder, currency)),
            AccountKind::Funding => design.balance(Touched::Funding(currency)),
            AccountKind::FeePending => design.balance(Touched::FeePending(holder, currency)),
            AccountKind::Fee => design.balance(Touched::Fee(currency)),
            AccountKind::Tax => design.balance(Touched::Tax(currency)),
            AccountKind::Commission => design.balance(Touched::Commission(holder, currency)),
            AccountKind::CommissionCost => design.balance(Touched::CommissionCost(currency)),
            AccountKind::Loss => design.balance(Touched::Loss(currency)),
            AccountKind::SettlementDue => design.balance(Touched::Due(holder, currency)),
            AccountKind::Till => design.balance(Touched::Till(holder, currency)),
            AccountKind::Vault => design.balance(Touched::Vault(holder, currency)),
            AccountKind::TillSource => design.balance(Touched::Source(holder, currency)),
            AccountKind::TillVariance => design.balance(Touched::Variance(holder, currency)),
        };
        if balance == expected {
            return Ok(());
        }
        let detail =
            format!("{} {holder} should hold {expected} {}, holds {balance}", key.kind.name(), key.currency);
        Err(Broken::new("every balance is what the design's transfers come to", detail))
    }

    #[expect(clippy::too_many_lines, reason = "a line a kind of row, so that none is forgotten")]
    fn compare_row(&self, design: &Design, row: &Row) -> Result<(), Broken> {
        match row {
            Row::Account(account) => self.check_balance(design, &account.key, account.balance),
            Row::Session(session) => compare_session(design, session),
            Row::Withdrawal(row) => compare_withdrawal(design, row),
            Row::Deposit(row) => compare_deposit(design, row),
            Row::Wallet(row) => self.compare_wallet(design, row),
            Row::OfflineDevice(row) => self.compare_device(design, row),
            Row::FeeDay(row) => {
                let customer = self.holder(row.key.wallet_id.as_u128());
                counted(design.is_of_fee_day(customer, row), row)
            }
            Row::CommissionDay(row) => {
                let (customer, owner) =
                    (self.holder(row.key.wallet_id.as_u128()), self.holder(row.key.owner_id.as_u128()));
                counted(design.is_of_commission_day(customer, owner, row), row)
            }
            Row::Case(row) => compare_case(design, row),
            Row::Proposal(row) if design.has_proposal(row) => Ok(()),
            Row::Proposal(row) => {
                Err(Broken::new(ROWS, format!("the design knows another proposal than {row:?}")))
            }
            Row::Word(row) if design.was_told(row) => Ok(()),
            Row::Word(row) => Err(Broken::new(ROWS, format!("{row:?} was not said last"))),
            Row::Prints(row) => cash::agreed(design.has_prints(row), row),
            Row::FloatRequest(row) => self.compare_asked(design, row),
            Row::TillSession(row) => cash::agreed(design.has_till_session(row), row),
            Row::Drawer(row) => self.compare_drawer(design, row),
            Row::Cashier(row) => self.compare_cashier(design, row),
            Row::TillVariance(row) => cash::agreed(design.has_variance(row), row),
            Row::Settlement(row) => self.compare_terms(design, row),
            Row::SettleBatch(row) => self.compare_batch(design, row),
            Row::SettleLine(row) => self.compare_line(design, row),
            Row::Reconciliation(row) => cash::agreed(design.has_file(row), row),
            Row::ReconLine(row) => cash::agreed(design.has_stated(row), row),
            Row::ReconFact(row) => cash::agreed(design.has_fact(row), row),
            Row::ReconMatch(row) => cash::agreed(design.has_match(row), row),
            Row::ReconBreak(row) => cash::agreed(design.has_break(row), row),
            Row::Device(row) => cash::agreed(design.has_phone(row), row),
            Row::SignIn(row) => cash::agreed(design.has_person(row), row),
            Row::StaffSession(row) => cash::agreed(design.has_seat(row), row),
            Row::Deployment(_)
            | Row::Usage(_)
            | Row::PosPlace(_)
            | Row::ReconFile(_)
            | Row::Phone(_)
            | Row::Alias(_)
            | Row::AccountName(_)
            | Row::PosOwner(_)
            | Row::Pos(_)
            | Row::PosKey(_)
            | Row::KeyName(_)
            | Row::OperatorKey(_)
            | Row::OperatorKeyName(_)
            | Row::Staff(_)
            | Row::Code(_)
            | Row::Reversal(_)
            | Row::CodeGuess(_)
            | Row::OwnerGuess(_)
            | Row::WalletGuess(_)
            | Row::KeyGuess(_)
            | Row::KeyUsed(_)
            | Row::Answer(_)
            | Row::WalletLive(_)
            | Row::Spent(_)
            | Row::Tariff(_)
            | Row::TariffBook(_)
            | Row::Rules(_)
            | Row::Till(_)
            | Row::CashRoom(_)
            | Row::CashRules(_)
            | Row::OwnerPlaces(_)
            | Row::SettleWindow(_)
            | Row::WalletDevices(_)
            | Row::Invite(_)
            | Row::DeviceName(_)
            | Row::StaffTries(_)
            | Row::PlaceNumber(_)
            | Row::NumberOfPlace(_)
            | Row::PlaceNumbers(_)
            | Row::CasesSuspense(_) => Ok(()),
            Row::Deed(_) | Row::DeedCount(_) => Ok(()),
        }
    }

    fn compare_wallet(&self, design: &Design, row: &Wallet) -> Result<(), Broken> {
        let expected = design.shut(self.holder(row.wallet_id.as_u128()));
        let rests = design.rests_until(self.holder(row.wallet_id.as_u128()));
        if (row.frozen, row.erased_at.is_some()) == expected && row.rests_until == rests {
            return Ok(());
        }
        Err(Broken::new(
            ROWS,
            format!("frozen and forgotten should be {expected:?}, resting until {rests:?}: {row:?}"),
        ))
    }

    fn compare_device(&self, design: &Design, row: &OfflineDevice) -> Result<(), Broken> {
        let customer = self.holder(row.wallet_id.as_u128());
        if design.has_device(customer, row) {
            return Ok(());
        }
        Err(Broken::new(ROWS, format!("customer {customer} has another device than {row:?}")))
    }

    fn holder(&self, id: u128) -> usize {
        self.holders.get(&id).copied().unwrap_or_default()
    }

    /// The row under `key`, as it was answered.
    #[must_use]
    pub(crate) fn row(&self, key: &Key) -> Option<&Row> {
        self.rows.get(key)
    }

    /// Compares what a restart made of the disk with what was answered.
    ///
    /// # Errors
    /// They differ.
    pub(crate) fn compare_tables(&self, tables: &mut Tables) -> Result<(), Broken> {
        let differ = |what: String| Err(Broken::new(RESTART, what));
        if tables.at != self.at {
            return differ(format!("the tables stand at {:?}, the answers at {:?}", tables.at, self.at));
        }
        // What was compared before and has not been taken back since stands: both lists only grow at their ends.
        let (transfers, events) = tables.looked_at;
        if tables.transfers.get(transfers..) != self.transfers.get(transfers..)
            || tables.events.get(events..) != self.events.get(events..)
        {
            return differ("transfers or events differ".to_owned());
        }
        tables.looked_at = (tables.transfers.len(), tables.events.len());
        // The first difference in the order of the keys, so that a run says the same each time.
        // Both maps hash alike and grow alike, so the same row mostly comes at the same place in both.
        let mut beside = tables.rows.iter();
        let differs = |(key, row): (&Key, &Row)| {
            let there = beside.next().filter(|(other, _)| *other == key).map(|(_, there)| there);
            (there.or_else(|| tables.rows.get(key)) != Some(row)).then(|| key.clone())
        };
        if let Some(key) = self.rows.iter().filter_map(differs).min() {
            return differ(format!("{:?} should be {:?}", tables.rows.get(&key), self.rows.get(&key)));
        }
        if tables.rows.len() != self.rows.len() {
            let added = tables.rows.keys().filter(|key| !self.rows.contains_key(*key)).min();
            return differ(format!("{added:?} was never answered"));
        }
        Ok(())
    }

    /// Replays the journal from its first row into empty books of the in-memory engine, row by row or in
    /// batches of other sizes, compares everything, and audits the books.
    ///
    /// # Errors
    /// They differ, or the audit finds something.
    pub(crate) fn prove(&self, journal: &[Arc<JournalRow>], chance: &mut Chance) -> Result<(), Broken> {
        let books = if chance.once_in(2) { replayed(journal)? } else { rebatched(journal, chance)? };
        let differ = |what: String| Err(Broken::new(REPLAY, what));
        if (books.head(), books.tail()) != (self.at.head, self.at.tail) {
            return differ(format!("{:?} should be {:?}", (books.head(), books.tail()), self.at));
        }
        if let Some((key, row)) = books.rows().find(|(key, row)| self.rows.get(key) != Some(row)) {
            return differ(format!("{row:?} should be {:?}", self.rows.get(key)));
        }
        if books.rows().len() != self.rows.len() {
            return differ(format!("{} rows should be {}", books.rows().len(), self.rows.len()));
        }
        if books.transfers() != self.transfers || books.events() != self.events {
            return differ("transfers or events differ".to_owned());
        }
        match books.audit().violations.first() {
            None => Ok(()),
            Some(violation) => {
                let what = format!("invariant {}: {}", violation.invariant, violation.detail);
                Err(Broken::new("the audit of the books finds nothing", what))
            }
        }
    }

    /// The open cases against the design's: none too many, none forgotten.
    ///
    /// # Errors
    /// They differ.
    pub(crate) fn compare_cases(&self, design: &Design) -> Result<(), Broken> {
        let is_open = |row: &Row| matches!(row, Row::Case(case) if case.state == CaseState::Open);
        let (open, expected) = (self.rows.values().filter(|row| is_open(row)).count(), design.open_cases());
        let detail = format!("{expected} should be open, {open} are");
        if open == expected {
            Ok(())
        } else {
            Err(Broken::new("a case is open as long as it must be", detail))
        }
    }

    /// Every account of the town against the design.
    ///
    /// # Errors
    /// One differs.
    pub(crate) fn compare_balances(&self, design: &Design) -> Result<(), Broken> {
        let mut keys: Vec<_> = self.ledger.keys().copied().collect();
        keys.sort_unstable();
        for key in keys {
            let (_, balance, _) = self.ledger.get(&key).copied().unwrap_or_default();
            self.check_balance(design, &key, balance)?;
        }
        Ok(())
    }
}

fn replayed(journal: &[Arc<JournalRow>]) -> Result<Books, Broken> {
    let mut books = Books::default();
    for row in journal {
        books.replay(row).map_err(|why| Broken::new(REPLAY, why.to_string()))?;
    }
    Ok(books)
}

/// Batching does not change what comes of the commands.
fn rebatched(journal: &[Arc<JournalRow>], chance: &mut Chance) -> Result<Books, Broken> {
    let (mut tail, mut commands, mut books) = (Tail::default(), Vec::new(), Books::default());
    for row in journal {
        commands.extend(tail.read(row).map_err(|why| Broken::new(REPLAY, why.to_string()))?);
    }
    let mut rest = commands.as_slice();
    while !rest.is_empty() {
        let (batch, after) = rest.split_at(rest.len().min(1 + chance.below(64)));
        books.commit(batch).map_err(|why| Broken::new(REPLAY, why.to_string()))?;
        rest = after;
    }
    Ok(books)
}

fn compare_case(design: &Design, row: &Case) -> Result<(), Broken> {
    if design.has_case(row) {
        return Ok(());
    }
    let expected = design.cases.get(&row.operation_id);
    Err(Broken::new(ROWS, format!("{row:?} should be {expected:?}")))
}

/// The day's values are what the design counts from the withdrawals.
fn counted(is_true: bool, row: &impl std::fmt::Debug) -> Result<(), Broken> {
    if is_true { Ok(()) } else { Err(Broken::new(ROWS, format!("{row:?} is not what the day comes to"))) }
}

fn compare_deposit(design: &Design, row: &Deposit) -> Result<(), Broken> {
    match design.session(row.operation_id).map(|session| session.action) {
        Some(Action::Deposit(of))
            if (of.id, of.amount, of.returned, of.short)
                == (row.deposit_id, row.amount, row.returned, row.short)
                && row.sealed_depositor == Sum::of(of.amount).depositor() =>
        {
            Ok(())
        }
        other => Err(Broken::new(ROWS, format!("{row:?} should be {other:?}"))),
    }
}

fn compare_withdrawal(design: &Design, row: &Withdrawal) -> Result<(), Broken> {
    let action = design.session(row.operation_id).map(|session| session.action);
    let sums = (row.amount, row.held, row.paid, row.returned, row.paid_late);
    let fees = (row.tariff_id, row.fee, row.fee_kept, row.tax_kept, row.commission);
    match action {
        Some(Action::Withdrawal(of))
            if of.id == row.withdrawal_id
                && design.has_cash(&of, row)
                && sums == (of.amount, of.held, of.paid, of.returned, of.paid_late)
                && fees
                    == (
                        design.tariff_id(&of.fees),
                        of.fees.quoted,
                        of.fees.kept,
                        of.fees.levy,
                        of.fees.commission,
                    ) =>
        {
            Ok(())
        }
        other => Err(Broken::new(ROWS, format!("{row:?} should be {other:?}"))),
    }
}

fn compare_session(design: &Design, row: &Session) -> Result<(), Broken> {
    let differs =
        || Err(Broken::new(ROWS, format!("{row:?} should be {:?}", design.session(row.operation_id))));
    let Some(session) = design.session(row.operation_id) else {
        return differs();
    };
    let same_end = match (row.end, session.end) {
        (SessionEnd::Open, End::Open) => row.last_call_at == session.last_call_at,
        (SessionEnd::LoggedOut(row), End::LoggedOut(at)) => row == at,
        (SessionEnd::Shut(row), End::Shut(at)) => row == at,
        (SessionEnd::Expired(row), End::Expired(at)) => row == at,
        (SessionEnd::Open | SessionEnd::LoggedOut(_) | SessionEnd::Shut(_) | SessionEnd::Expired(_), _) => {
            false
        }
    };
    let same_action = match (row.action, session.action) {
        (RowAction::None, Action::None) | (RowAction::Barred, Action::Barred) => true,
        (RowAction::Withdrawal(id), Action::Withdrawal(of)) => id == of.id,
        (RowAction::Deposit(id), Action::Deposit(of)) => id == of.id,
        (RowAction::None | RowAction::Barred | RowAction::Withdrawal(_) | RowAction::Deposit(_), _) => false,
    };
    let same_token = row.token == names::token(session.token);
    let same_refusals = u32::from(row.amount_refusals) == session.amount_refusals;
    if same_end && same_action && same_token && same_refusals { Ok(()) } else { differs() }
}

fn key_of(town: &Town, account: Touched) -> AccountKey {
    match account {
        Touched::Wallet(customer, currency) => {
            AccountKey::wallet(town.wallet(customer), town.currencies[currency])
        }
        Touched::Position(pos, currency) => {
            AccountKey::of_pos(AccountKind::Pos, town.pos_id(pos), town.currencies[currency])
        }
        Touched::Pending(pos, currency) => {
            AccountKey::of_pos(AccountKind::CashPending, town.pos_id(pos), town.currencies[currency])
        }
        Touched::Suspense(pos, currency) => {
            AccountKey::of_pos(AccountKind::Suspense, town.pos_id(pos), town.currencies[currency])
        }
        Touched::FeePending(pos, currency) => {
            AccountKey::of_pos(AccountKind::FeePending, town.pos_id(pos), town.currencies[currency])
        }
        Touched::Fee(currency) => AccountKey::of_operator(AccountKind::Fee, town.currencies[currency]),
        Touched::Tax(currency) => AccountKey::of_operator(AccountKind::Tax, town.currencies[currency]),
        Touched::Commission(owner, currency) => {
            AccountKey::of_owner(AccountKind::Commission, town.owner_id(owner), town.currencies[currency])
        }
        Touched::CommissionCost(currency) => {
            AccountKey::of_operator(AccountKind::CommissionCost, town.currencies[currency])
        }
        Touched::Funding(currency) => {
            AccountKey::of_operator(AccountKind::Funding, town.currencies[currency])
        }
        Touched::Loss(currency) => AccountKey::of_operator(AccountKind::Loss, town.currencies[currency]),
        Touched::Due(owner, currency) => {
            AccountKey::of_owner(AccountKind::SettlementDue, town.owner_id(owner), town.currencies[currency])
        }
        Touched::Till(till, currency) => AccountKey::till(town.till_id(till), town.currencies[currency]),
        Touched::Vault(pos, currency) => {
            AccountKey::of_pos(AccountKind::Vault, town.pos_id(pos), town.currencies[currency])
        }
        Touched::Source(pos, currency) => {
            AccountKey::of_pos(AccountKind::TillSource, town.pos_id(pos), town.currencies[currency])
        }
        Touched::Variance(pos, currency) => {
            AccountKey::of_pos(AccountKind::TillVariance, town.pos_id(pos), town.currencies[currency])
        }
    }
}
