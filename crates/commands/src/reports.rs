//! Reports: what the books come to, what is under investigation and since when, an owner's accounts over a period, and
//! the cases that wait. All of it is read from what the engine keeps; nothing here is kept, and each page is bounded.

use std::collections::BTreeMap;

use specie_domain::command::Actor;
use specie_domain::ids::{OperationId, OwnerId, PosId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{
    Account, AccountKey, AccountKind, Case, CaseState, OwnerPlaces, PLACES_OF_PAGE, PosOwner,
};
use specie_domain::{Key, Row, RowKind, Time};
use specie_money::{Currency, Money};
use specie_store::{EntryLine, EntryPage, PAGE_LINES_MAX, READ_KEYS_MAX, TrialBalance};

use crate::calls::{Commands, not_found};
use crate::cases::CaseView;
use crate::failure::Failure;
use crate::views::internal_name;

/// Entries of one `suspense` that are looked at, the newest first; what is older is told as one line.
pub const SUSPENSE_ENTRIES_MAX: usize = 2_000;

/// A part of what is under investigation at a POS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspenseLine {
    /// The POS.
    pub pos_id: PosId,
    /// The operation it comes from; none: postings without one, and what is older than is looked at.
    pub operation_id: Option<OperationId>,
    /// Whether the operation's case is open; none where there is no case.
    pub case: Option<CaseState>,
    /// How much: plus, it lies there; minus, it lacks.
    pub amount: Money,
    /// Since when something of it is there; none where it is older than is looked at.
    pub since: Option<Time>,
}

/// Some `suspense` accounts with what lies in them, and after which one the next page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspensePage {
    /// The lines.
    pub lines: Vec<SuspenseLine>,
    /// The last account looked at, unless none follows.
    pub next: Option<AccountKey>,
    /// When it was asked.
    pub at: Time,
}

/// An owner's statement that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct StatementQuery {
    /// The owner.
    pub owner_id: OwnerId,
    /// In which currency.
    pub currency: Currency,
    /// The first instant of the period.
    pub from: Time,
    /// The first instant after it.
    pub to: Time,
}

/// Where a page of a statement begins: which account of the owner, at which of its transfers (none: the newest), and
/// whether its closing balance has been told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatementStart {
    /// The account's place: the owner's commission, what is due to it, then its POS in the order they were registered.
    pub place: u32,
    /// The transfer.
    pub from: Option<u64>,
    /// Whether its closing balance has been told.
    pub is_closed: bool,
}

/// A part of one account's history in the period, newest first.
#[derive(Debug, Clone)]
pub struct StatementPage {
    /// The account as it is named; none: the owner has none at this place.
    pub account_id: Option<String>,
    /// The balance at the end of the period, on the first page that knows it.
    pub closing: Option<i64>,
    /// The entries.
    pub entries: Vec<EntryLine>,
    /// The balance at the period's beginning, on the account's last page.
    pub opening: Option<i64>,
    /// Where the next page begins, unless this is the last.
    pub next: Option<StatementStart>,
}

/// A case that waits, and how long it has.
#[derive(Debug, Clone)]
pub struct OpenCaseLine {
    /// The case.
    pub view: CaseView,
    /// Whole days since it was opened.
    pub age_days: u32,
}

impl Commands {
    /// `GET /api/v1/reports/trial-balance`: summed up on one consistent view.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn trial_balance(&self, actor: Actor) -> Result<TrialBalance, Failure> {
        self.reader(actor).await?;
        self.store.trial_balance().await.map_err(|why| {
            tracing::error!(%why, "the accounts were not summed up");
            Failure::NotApplied
        })
    }

    /// `GET /api/v1/reports/aged-suspense`: what lies or lacks in at most `accounts_max` accounts after `after`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn aged_suspense(
        &self,
        actor: Actor,
        after: Option<AccountKey>,
        accounts_max: usize,
    ) -> Result<SuspensePage, Failure> {
        self.reader(actor).await?;
        // Accounts are in the order of their kinds first, and no POS has the number zero.
        let first =
            Currency::all().min().map(|currency| AccountKey::of_operator(AccountKind::Suspense, currency));
        let page = self.listed(RowKind::Account, after.or(first).map(Key::Account), accounts_max).await?;
        let is_full = page.len() >= accounts_max;
        let accounts = page.iter().filter_map(|row| {
            let Row::Account(account) = row else { return None };
            (account.key.kind == AccountKind::Suspense).then_some(account)
        });
        let (mut lines, mut last, mut count) = (Vec::new(), None, 0_usize);
        for account in accounts {
            (last, count) = (Some(account.key), count.saturating_add(1));
            if account.balance != 0 {
                lines.extend(self.suspense_lines(account).await?);
            }
        }
        // A page that ends in accounts of another kind is the last.
        let next = last.filter(|_| is_full && count == page.len());
        Ok(SuspensePage { lines, next, at: self.now() })
    }

    /// What of an account's entries has not been undone by others of the same operation.
    async fn suspense_lines(&self, account: &Account) -> Result<Vec<SuspenseLine>, Failure> {
        let currency = account.key.currency;
        let mut parts: BTreeMap<Option<OperationId>, (i64, Time)> = BTreeMap::new();
        let (mut from, mut looked_at, mut seen) = (Some(account.last_transfer), 0_usize, 0_i64);
        while let Some(start) = from.filter(|_| looked_at < SUSPENSE_ENTRIES_MAX) {
            let page = self.history(account.key, Some(start), PAGE_LINES_MAX).await?;
            looked_at = looked_at.saturating_add(page.lines.len());
            for line in &page.lines {
                let part = parts.entry(line.operation_id).or_insert((0, line.made_at));
                *part = (part.0.saturating_add(line.amount), line.made_at);
                seen = seen.saturating_add(line.amount);
            }
            from = page.next;
        }
        let older = account.balance.saturating_sub(seen);
        parts.retain(|_, (amount, _)| *amount != 0);
        let cases = self.cases_of(parts.keys().copied().flatten().collect()).await?;
        let pos_id = PosId::from_u128(account.key.holder);
        let line = |operation_id: Option<OperationId>, minor, since| SuspenseLine {
            pos_id,
            operation_id,
            case: operation_id.and_then(|id| cases.get(&id).copied()),
            amount: Money::from_minor(minor, currency),
            since,
        };
        let mut lines: Vec<SuspenseLine> =
            parts.iter().map(|(id, (minor, since))| line(*id, *minor, Some(*since))).collect();
        if older != 0 {
            lines.push(line(None, older, None));
        }
        Ok(lines)
    }

    async fn cases_of(&self, ids: Vec<OperationId>) -> Result<BTreeMap<OperationId, CaseState>, Failure> {
        let mut cases = BTreeMap::new();
        for ids in ids.chunks(READ_KEYS_MAX) {
            for row in self.rows::<Case>(ids.to_vec()).await? {
                if let Some(Row::Case(case)) = row {
                    cases.insert(case.operation_id, case.state);
                }
            }
        }
        Ok(cases)
    }

    async fn history(
        &self,
        account: AccountKey,
        from: Option<u64>,
        lines_max: usize,
    ) -> Result<EntryPage, Failure> {
        self.store.entries(account, from, lines_max).await.map_err(|why| {
            tracing::error!(%why, "entries were not read");
            Failure::NotApplied
        })
    }

    /// `GET /api/v1/reports/owner-statement`: looks at at most `entries_max` entries of one account. Of an account's
    /// entries the period has those from the newest one made before its end back to the newest one made before its
    /// beginning: so the next period opens where this one closes.
    ///
    /// # Errors
    /// No such owner; the store's failures.
    pub async fn owner_statement(
        &self,
        actor: Actor,
        query: StatementQuery,
        start: StatementStart,
        entries_max: usize,
    ) -> Result<StatementPage, Failure> {
        self.reader(actor).await?;
        let accounts = match self.row::<PosOwner>(query.owner_id).await? {
            Some(Row::PosOwner(owner)) => owner.places.saturating_add(2),
            _ => return Err(not_found(Thing::Owner)),
        };
        let following = StatementStart { place: start.place.saturating_add(1), ..StatementStart::default() };
        let following = Some(following).filter(|next| next.place < accounts);
        let Some(account) = self.account_at(query, start.place).await? else {
            return Ok(StatementPage {
                account_id: None,
                closing: None,
                entries: Vec::new(),
                opening: None,
                next: following,
            });
        };
        let found = self.history(account, start.from, entries_max).await?;
        Ok(statement_page(account, query, start, &found, following))
    }

    /// The owner's account at this place.
    async fn account_at(&self, query: StatementQuery, place: u32) -> Result<Option<AccountKey>, Failure> {
        let StatementQuery { owner_id, currency, .. } = query;
        match place {
            0 => return Ok(Some(AccountKey::of_owner(AccountKind::Commission, owner_id, currency))),
            1 => return Ok(Some(AccountKey::of_owner(AccountKind::SettlementDue, owner_id, currency))),
            _ => {}
        }
        let place = place.saturating_sub(2);
        let (page, place) = (place / PLACES_OF_PAGE, place % PLACES_OF_PAGE);
        let pos_id = match self.row::<OwnerPlaces>((owner_id, page)).await? {
            Some(Row::OwnerPlaces(page)) => {
                usize::try_from(place).ok().and_then(|place| page.pos.get(place).copied())
            }
            _ => None,
        };
        Ok(pos_id.map(|pos_id| AccountKey::of_pos(AccountKind::Pos, pos_id, currency)))
    }

    /// `GET /api/v1/reports/open-cases`: at most `cases_max`, of operations begun after `after`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn open_case_lines(
        &self,
        actor: Actor,
        after: Option<OperationId>,
        cases_max: usize,
    ) -> Result<Vec<OpenCaseLine>, Failure> {
        let (views, now) = (self.cases(actor, true, after, cases_max).await?, self.now());
        let line = |view: CaseView| OpenCaseLine { age_days: days_between(view.case.opened_at, now), view };
        Ok(views.into_iter().map(line).collect())
    }
}

/// Whole days from one instant to a later one.
#[must_use]
pub fn days_between(from: Time, to: Time) -> u32 {
    let days = to.ms_since(from).div_euclid(specie_domain::DAY_MS);
    u32::try_from(days.max(0)).unwrap_or(u32::MAX)
}

fn statement_page(
    account: AccountKey,
    query: StatementQuery,
    start: StatementStart,
    found: &EntryPage,
    following: Option<StatementStart>,
) -> StatementPage {
    let is_before = |at: Time, line: &&EntryLine| line.made_at < at;
    let mut lines = found.lines.as_slice();
    if !start.is_closed {
        let newer = lines.iter().take_while(|line| !is_before(query.to, line)).count();
        lines = lines.get(newer..).unwrap_or_default();
    }
    let closing = lines.first().map(|line| line.side.balance).filter(|_| !start.is_closed);
    let is_closed = start.is_closed || closing.is_some();
    let own = lines.iter().take_while(|line| !is_before(query.from, line)).count();
    let earlier = lines.get(own).map(|line| line.side.balance);
    let is_over = earlier.is_some() || found.next.is_none();
    let opening = is_over.then(|| earlier.unwrap_or_default());
    let next = if is_over {
        following
    } else {
        Some(StatementStart { place: start.place, from: found.next, is_closed })
    };
    StatementPage {
        account_id: Some(internal_name(account)),
        // An account without an entry before the period's end closes as it began.
        closing: closing.or_else(|| (is_over && !is_closed).then_some(0)),
        entries: lines.get(..own).unwrap_or_default().to_vec(),
        opening,
        next,
    }
}

#[cfg(test)]
mod tests {
    use specie_domain::rows::{Reason, Side};

    use super::*;

    /// The entries of a POS made at these seconds, one pound each; some at a time, from the newest back.
    fn walk(seconds: &[i64], from: i64, to: i64, page: usize) -> (Option<i64>, usize, Option<i64>) {
        let currency = Currency::from_code("GBP").unwrap();
        let account = AccountKey::of_operator(AccountKind::Fee, currency);
        let line = |(number, second): (u64, &i64)| EntryLine {
            transfer: number,
            side: Side {
                account,
                entry: number,
                balance: i64::try_from(number).unwrap() * 100,
                before: number - 1,
            },
            amount: 100,
            counterpart: account,
            reason: Reason::FeeEarned,
            operation_id: None,
            made_at: Time::from_unix_ms(second * 1_000),
        };
        let mut newest_first: Vec<EntryLine> = (1..).zip(seconds).map(line).collect();
        newest_first.reverse();
        let at = |second: i64| Time::from_unix_ms(second * 1_000);
        let query = StatementQuery { owner_id: OwnerId::from_u128(1), currency, from: at(from), to: at(to) };
        let (mut start, mut told) = (StatementStart::default(), (None, 0, None));
        let mut looked_at = 0;
        loop {
            let lines: Vec<EntryLine> = newest_first.iter().skip(looked_at).take(page).cloned().collect();
            looked_at += lines.len();
            let next = newest_first.get(looked_at).map(|line| line.transfer);
            let found = EntryPage { lines, next, as_of_command: 0 };
            let page = statement_page(account, query, start, &found, None);
            assert!(told.0.is_none() || page.closing.is_none(), "a closing balance is told once");
            told = (told.0.or(page.closing), told.1 + page.entries.len(), page.opening);
            match page.next {
                Some(next) => start = next,
                None => return told,
            }
        }
    }

    #[test]
    fn opening_and_entries_come_to_closing_whatever_the_page() {
        for (seconds, from, to, closing, entries) in [
            (vec![], 10, 20, 0, 0),
            (vec![1, 2], 10, 20, 200, 0),
            (vec![21, 22], 10, 20, 0, 0),
            (vec![10, 19, 20], 10, 20, 200, 2),
            (vec![1, 11, 12, 13, 25], 10, 20, 400, 3),
            (vec![1, 11, 9, 12, 20], 10, 20, 400, 1), // What was committed before one made earlier is of that period.
            (vec![12, 21, 13, 22], 10, 20, 300, 3),
        ] {
            for page in 1..=6 {
                let told = walk(&seconds, from, to, page);
                let opening = closing - i64::try_from(entries).unwrap() * 100;
                assert_eq!(told, (Some(closing), entries, Some(opening)), "{seconds:?} by {page}");
            }
        }
    }
}
