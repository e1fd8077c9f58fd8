//! Gathers what a file and the ledger say, has it searched for what belongs together, and hands the finds to the core,
//! some at a time. What has found its place for good is left out, so a search may be run again at any time, and one
//! that was cut short goes on.

use std::collections::BTreeMap;
use std::sync::Arc;

use specie_domain::command::{Body, Group, PlaceGroups, Reconcile};
use specie_domain::ids::{BatchId, DepositId, OperationId, PosId, ReconciliationId, WithdrawalId};
use specie_domain::matching::{Known, Period, Theirs, of_journal, of_statement};
use specie_domain::outcome::{FileLimit, Limit, Thing};
use specie_domain::rows::{
    AccountKey, AccountKind, Action, BatchState, BreakState, Deposit, Placed, Pos, Reason, ReconBreak,
    ReconFact, ReconLine, ReconScope, Reconciliation, SettleBatch, StatedLine, Withdrawal,
};
use specie_domain::{GROUPS_MAX, Key, Refusal, Row, RowKind, Time};
use specie_store::{PAGE_LINES_MAX, READ_KEYS_MAX};

use crate::calls::{Commands, not_found};
use crate::failure::Failure;
use crate::wallets::Asked;

/// Entries of a POS that are looked at for one search; a period further back is not searched.
pub const SEARCHED_ENTRIES_MAX: usize = 200_000;
/// Settlement batches that are looked at for one search.
pub const SEARCHED_BATCHES_MAX: usize = 5_000;
/// How long before the period a fact may have been made that the file tells of: a quarter of an hour at a POS.
const POS_BEFORE_S: i64 = 900;
/// The same at a bank: 31 days.
const BANK_BEFORE_S: i64 = 2_678_400;

type BreakKey = (ReconciliationId, u32);

impl Commands {
    /// `POST /api/v1/reconciliations/{id}/search`: puts together what belongs together, and says what does not. Bounded
    /// by [`SEARCHED_ENTRIES_MAX`] and [`SEARCHED_BATCHES_MAX`].
    ///
    /// # Errors
    /// No such file; it was not taken in whole; the role does not allow it; too much has happened since the period; the
    /// lane's failures, and then a search again goes on.
    pub async fn search_reconciliation(
        &self,
        asked: Asked<'_>,
        id: ReconciliationId,
    ) -> Result<Arc<Reconciliation>, Failure> {
        self.place(asked, id, Vec::new()).await?; // Whether this may be asked is judged before anything is gathered.
        let row = self.reconciliation_row(id).await?;
        let theirs = self.unsettled_lines(&row).await?;
        let known = match row.scope {
            ReconScope::PosJournal(pos_id) => self.known_of_pos(&row, pos_id, &theirs).await?,
            ReconScope::Bank(..) => self.known_of_bank(&row).await?,
        };
        let known = self.unsettled_facts(known).await?;
        let groups = match row.scope {
            ReconScope::PosJournal(_) => of_journal(&theirs, &known),
            ReconScope::Bank(..) => of_statement(&theirs, &known),
        };
        let mut groups = groups.into_iter().peekable();
        while groups.peek().is_some() {
            self.place(asked, id, groups.by_ref().take(GROUPS_MAX).collect()).await?;
        }
        self.reconciliation_row(id).await
    }

    async fn place(
        &self,
        asked: Asked<'_>,
        reconciliation_id: ReconciliationId,
        groups: Vec<Group>,
    ) -> Result<(), Failure> {
        // Each part is a command of its own, judged anew: an idempotency value of the whole has no use for it.
        let own = Asked { at: self.now(), idempotency: None, ..asked };
        let verb = own.request("POST /api/v1/reconciliations/{id}/search");
        let body = PlaceGroups { actor: asked.actor, reconciliation_id, groups };
        self.commit(&verb, &(), Body::Reconcile(Reconcile::Place(body))).await.map(|_| ())
    }

    /// Lines that are not in a match, nor in a break that is over or a person's.
    async fn unsettled_lines(&self, row: &Reconciliation) -> Result<Vec<Theirs>, Failure> {
        let id = row.reconciliation_id;
        let lines = self.lines_of(id, 1..=row.taken).await?;
        let broken: Vec<BreakKey> = lines.iter().filter_map(|line| broken_in(id, line.placed)).collect();
        let open = self.searched_breaks(broken).await?;
        let is_left = |line: &&Arc<ReconLine>| is_unsettled(Some((id, line.placed)), &open);
        let theirs = |line: &Arc<ReconLine>| Theirs { line: line.key.1, stated: line.stated.clone() };
        Ok(lines.iter().filter(is_left).map(theirs).collect())
    }

    /// Whether a search may take each of these breaks apart.
    async fn searched_breaks(&self, mut keys: Vec<BreakKey>) -> Result<BTreeMap<BreakKey, bool>, Failure> {
        keys.sort_unstable();
        keys.dedup();
        let mut open = BTreeMap::new();
        for keys in keys.chunks(READ_KEYS_MAX) {
            for row in self.rows::<ReconBreak>(keys.to_vec()).await? {
                if let Some(Row::ReconBreak(found)) = row {
                    open.insert(found.key, found.state == BreakState::Open && !found.is_by_hand);
                }
            }
        }
        Ok(open)
    }

    async fn unsettled_facts(&self, known: Vec<Known>) -> Result<Vec<Known>, Failure> {
        let mut places = BTreeMap::new();
        for facts in known.chunks(READ_KEYS_MAX) {
            let keys = facts.iter().map(|fact| fact.ours).collect();
            for row in self.rows::<ReconFact>(keys).await? {
                if let Some(Row::ReconFact(fact)) = row {
                    places.insert(fact.ours, fact.place);
                }
            }
        }
        let place = |fact: &Known| places.get(&fact.ours).copied().flatten();
        let broken =
            known.iter().filter_map(place).filter_map(|(id, placed)| broken_in(id, placed)).collect();
        let open = self.searched_breaks(broken).await?;
        Ok(known.into_iter().filter(|fact| is_unsettled(place(fact), &open)).collect())
    }

    /// Withdrawals and deposits of the POS in the period and a little before it, and those that a line names.
    async fn known_of_pos(
        &self,
        row: &Reconciliation,
        pos_id: PosId,
        theirs: &[Theirs],
    ) -> Result<Vec<Known>, Failure> {
        let currencies = match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => pos.currencies.clone(),
            _ => return Err(not_found(Thing::Pos)),
        };
        let since = row.from.plus_s(-POS_BEFORE_S);
        let mut operations: Vec<OperationId> =
            theirs.iter().filter_map(|line| line.stated.operation_id).collect();
        let (mut looked_at, mut withdrawals, mut deposits) = (0, Vec::new(), Vec::new());
        for currency in currencies {
            for (kind, reason) in
                [(AccountKind::CashPending, Reason::WithdrawalHeld), (AccountKind::Pos, Reason::Deposited)]
            {
                let account = AccountKey::of_pos(kind, pos_id, currency);
                operations.extend(self.operations_since(account, reason, since, &mut looked_at).await?);
            }
        }
        operations.sort_unstable();
        operations.dedup();
        for session in self.sessions_of(&operations).await? {
            match session.action {
                Action::Withdrawal(id) => withdrawals.push(id),
                Action::Deposit(id) => deposits.push(id),
                Action::None | Action::Barred => {}
            }
        }
        withdrawals.extend(theirs.iter().filter_map(|line| named::<WithdrawalId>(&line.stated)));
        deposits.extend(theirs.iter().filter_map(|line| named::<DepositId>(&line.stated)));
        self.known_of_ids((row.from, row.to), pos_id, withdrawals, deposits).await
    }

    async fn known_of_ids(
        &self,
        period: Period,
        pos_id: PosId,
        mut withdrawals: Vec<WithdrawalId>,
        mut deposits: Vec<DepositId>,
    ) -> Result<Vec<Known>, Failure> {
        withdrawals.sort_unstable();
        withdrawals.dedup();
        deposits.sort_unstable();
        deposits.dedup();
        let mut known = Vec::new();
        for ids in withdrawals.chunks(READ_KEYS_MAX) {
            for row in self.rows::<Withdrawal>(ids.to_vec()).await? {
                if let Some(Row::Withdrawal(row)) = row
                    && row.pos_id == pos_id
                {
                    known.push(Known::of_withdrawal(&row, period));
                }
            }
        }
        for ids in deposits.chunks(READ_KEYS_MAX) {
            for row in self.rows::<Deposit>(ids.to_vec()).await? {
                if let Some(Row::Deposit(row)) = row
                    && row.pos_id == pos_id
                {
                    known.push(Known::of_deposit(&row, period));
                }
            }
        }
        Ok(known)
    }

    /// The operations of an account's entries of this reason, from the newest back to `since`.
    async fn operations_since(
        &self,
        account: AccountKey,
        reason: Reason,
        since: Time,
        looked_at: &mut usize,
    ) -> Result<Vec<OperationId>, Failure> {
        let (mut operations, mut from) = (Vec::new(), None);
        loop {
            let page = self.store.entries(account, from, PAGE_LINES_MAX).await.map_err(|why| {
                tracing::error!(%why, "entries were not read");
                Failure::NotApplied
            })?;
            *looked_at = looked_at.saturating_add(page.lines.len());
            if *looked_at > SEARCHED_ENTRIES_MAX {
                return Err(
                    Refusal::LimitExceeded(Limit::OfFile(FileLimit::Searched(SEARCHED_ENTRIES_MAX))).into()
                );
            }
            let own = page.lines.iter().filter(|line| line.reason == reason && line.made_at >= since);
            operations.extend(own.filter_map(|line| line.operation_id));
            let is_over = page.lines.last().is_none_or(|line| line.made_at < since);
            from = page.next;
            if is_over || from.is_none() {
                return Ok(operations);
            }
        }
    }

    /// Batches cut in the period or in the month before it that wait for the bank, or of which it spoke.
    async fn known_of_bank(&self, row: &Reconciliation) -> Result<Vec<Known>, Failure> {
        let ReconScope::Bank(currency, owner_id) = row.scope else { return Ok(Vec::new()) };
        let period = (row.from, row.to);
        let mut after = Some(Key::SettleBatch(first_batch(row.from.plus_s(-BANK_BEFORE_S))));
        let (mut known, mut looked_at) = (Vec::new(), 0_usize);
        loop {
            let page = self.listed(RowKind::SettleBatch, after, PAGE_LINES_MAX).await?;
            looked_at = looked_at.saturating_add(page.len());
            if looked_at > SEARCHED_BATCHES_MAX {
                return Err(
                    Refusal::LimitExceeded(Limit::OfFile(FileLimit::Searched(SEARCHED_BATCHES_MAX))).into()
                );
            }
            after = page.last().map(Row::key);
            let mut is_over = page.len() < PAGE_LINES_MAX;
            for row in page {
                let Row::SettleBatch(batch) = row else { continue };
                is_over |= batch.made_at >= period.1;
                let is_of_scope = batch.key.currency == currency
                    && owner_id.is_none_or(|owner_id| owner_id == batch.key.owner_id);
                if is_of_scope && is_told_of(&batch) {
                    known.push(Known::of_batch(&batch, period));
                }
            }
            if is_over {
                return Ok(known);
            }
        }
    }
}

/// The least id that a batch made at `at` could have.
fn first_batch(at: Time) -> BatchId {
    BatchId::from_u128(u128::from(at.unix_ms().max(0).unsigned_abs()) << 80)
}

/// Whether a bank could tell of it.
const fn is_told_of(batch: &SettleBatch) -> bool {
    match batch.state {
        BatchState::Due | BatchState::Confirmed | BatchState::TakingBack | BatchState::Failed => {
            batch.amount != 0
        }
        BatchState::Taking | BatchState::Posting | BatchState::Carried => false,
    }
}

/// What a line's reference names, if it has the shape of such an id.
fn named<I: std::str::FromStr>(line: &StatedLine) -> Option<I> {
    line.reference.parse().ok()
}

fn broken_in(id: ReconciliationId, placed: Placed) -> Option<BreakKey> {
    match placed {
        Placed::Broken(number) => Some((id, number)),
        Placed::Free | Placed::Matched(_) => None,
    }
}

fn is_unsettled(place: Option<(ReconciliationId, Placed)>, open: &BTreeMap<BreakKey, bool>) -> bool {
    match place {
        None | Some((_, Placed::Free)) => true,
        Some((_, Placed::Matched(_))) => false,
        Some((id, Placed::Broken(number))) => open.get(&(id, number)).copied().unwrap_or(false),
    }
}

#[cfg(test)]
mod tests {
    use specie_domain::ids::Fresh;

    use super::*;

    #[test]
    fn the_first_id_of_an_instant_is_below_every_id_made_then() {
        let at = Time::from_unix_ms(1_700_000_000_000);
        for random in [0, 1, u64::MAX] {
            let made = BatchId::new(at, Fresh(random), Fresh(random).bucket());
            assert!(first_batch(at) < made && made < first_batch(at.plus_s(1)), "{random}");
        }
    }
}
