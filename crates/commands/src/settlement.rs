//! Settlement: how owners are settled, batches cut when due or by hand, what the bank says of them. A batch that is not
//! whole yet is gone on with here; should the program stop between two steps, the sweep goes on.

use std::sync::Arc;

use specie_domain::command::{Actor, Body, ConfirmBatch, CutBatch, FailBatch, GoOnWithBatch, SetSettlement};
use specie_domain::ids::{BatchId, OwnerId};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{Deployment, SettleBatch, SettleLine, SettleLineKey, Settlement, SettlementKey};
use specie_domain::{Key, Receipt, Refusal, Row, RowKind, Time};
use specie_money::Currency;
use specie_store::PAGE_LINES_MAX;

use crate::calls::{Commands, not_found, receipt_of};
use crate::cut_off::CutOff;
use crate::failure::{Answered, Failure};
use crate::views::internal_name;
use crate::wallets::Asked;

/// How an owner shall be settled in a currency.
#[derive(Debug, Clone, PartialEq, Eq, borsh::BorshSerialize)]
pub struct SettlementRequest {
    /// The owner.
    pub owner_id: OwnerId,
    /// The currency.
    pub currency: Currency,
    /// The local time of the cut-off, minutes after midnight.
    pub cut_off_minute: u16,
    /// The time zone it is local to, by its IANA name.
    pub zone: String,
    /// How the owner's account is named to the bank.
    pub bank_reference: String,
    /// A batch of less than this is not paid, minor units.
    pub threshold: i64,
    /// Whether batches are cut at the cut-off; else by hand only.
    pub automatic: bool,
}

/// A line of a batch, with its account's name.
#[derive(Debug, Clone)]
pub struct SettleLineView {
    /// The line.
    pub line: SettleLine,
    /// Its account as it is named.
    pub account_id: String,
}

impl Commands {
    /// `POST /api/v1/settlement/terms`.
    ///
    /// # Errors
    /// No such owner; a time, zone or text outside its limits; the lane's failures.
    pub async fn set_settlement(
        &self,
        asked: Asked<'_>,
        request: SettlementRequest,
    ) -> Result<Answered<Settlement>, Failure> {
        let zone = CutOff::new(request.cut_off_minute, &request.zone);
        let no_zone = |_| Failure::from(Refusal::Unacceptable(Limit::CutOff));
        let next = zone.map_err(no_zone)?.after(asked.at);
        let key = SettlementKey { owner_id: request.owner_id, currency: request.currency };
        let values = request.clone();
        let body = SetSettlement {
            actor: asked.actor,
            owner_id: request.owner_id,
            currency: request.currency,
            cut_off_minute: request.cut_off_minute,
            zone: request.zone,
            bank_reference: request.bank_reference,
            threshold: request.threshold,
            next_cut_off: next.filter(|_| request.automatic),
        };
        let verb = asked.request("POST /api/v1/settlement/terms");
        let answered = self.commit(&verb, &values, Body::SetSettlement(body)).await?;
        let kept = self.settlement_row(key).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(answered.map(|_| (*kept).clone()))
    }

    /// `GET /api/v1/settlement/terms`: at most `rows_max`, after `after`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn settlements(
        &self,
        actor: Actor,
        after: Option<SettlementKey>,
        rows_max: usize,
    ) -> Result<Vec<Arc<Settlement>>, Failure> {
        self.reader(actor).await?;
        self.settlement_page(after, rows_max).await
    }

    async fn settlement_page(
        &self,
        after: Option<SettlementKey>,
        rows_max: usize,
    ) -> Result<Vec<Arc<Settlement>>, Failure> {
        let found = self.page(RowKind::Settlement, after.map(Key::Settlement), rows_max).await?;
        let settlements = found.into_iter().filter_map(|row| {
            let Row::Settlement(settlement) = row else { return None };
            Some(settlement)
        });
        Ok(settlements.collect())
    }

    async fn page(&self, kind: RowKind, after: Option<Key>, rows_max: usize) -> Result<Vec<Row>, Failure> {
        self.store.rows(kind, after, rows_max).await.map_err(|why| {
            tracing::error!(%why, "a list was not read");
            Failure::NotApplied
        })
    }

    /// `POST /api/v1/settlement/batches`: cuts now, whatever the cut-off is. The answer is the batch as far as it has
    /// come: a batch of very many POS may still be under way, and goes on by itself.
    ///
    /// # Errors
    /// The owner is not settled in this currency; the lane's failures.
    pub async fn cut_batch(
        &self,
        asked: Asked<'_>,
        owner_id: OwnerId,
        currency: Currency,
    ) -> Result<Answered<Arc<SettleBatch>>, Failure> {
        self.reader(asked.actor).await?;
        let key = SettlementKey { owner_id, currency };
        let settlement = self.settlement_row(key).await?;
        let next_cut_off = next_after(&settlement, asked.at);
        let body = CutBatch { actor: asked.actor, owner_id, currency, next_cut_off };
        let verb = asked.making("POST /api/v1/settlement/batches");
        let answered = self.commit(&verb, &key, Body::CutBatch(body)).await?;
        let cut = receipt_of!(answered, Receipt::BatchCut(batch_id) => *batch_id)?;
        let batch = self.go_on(cut.receipt).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(cut.map(|_| batch))
    }

    /// `POST /api/v1/settlement/batches/{batch_id}/confirm`.
    ///
    /// # Errors
    /// No such batch; it is not with the bank; the lane's failures.
    pub async fn confirm_batch(
        &self,
        asked: Asked<'_>,
        batch_id: BatchId,
        word: String,
    ) -> Result<Answered<Arc<SettleBatch>>, Failure> {
        let values = (batch_id, word.clone());
        let body = ConfirmBatch { actor: asked.actor, batch_id, word };
        let verb = asked.request("POST /api/v1/settlement/batches/{batch_id}/confirm");
        let answered = self.commit(&verb, &values, Body::ConfirmBatch(body)).await?;
        self.answered_batch(answered, batch_id).await
    }

    /// `POST /api/v1/settlement/batches/{batch_id}/fail`.
    ///
    /// # Errors
    /// No such batch; it is not with the bank, nor was it confirmed; the lane's failures.
    pub async fn fail_batch(
        &self,
        asked: Asked<'_>,
        batch_id: BatchId,
        word: String,
    ) -> Result<Answered<Arc<SettleBatch>>, Failure> {
        let values = (batch_id, word.clone());
        let body = FailBatch { actor: asked.actor, batch_id, word };
        let verb = asked.request("POST /api/v1/settlement/batches/{batch_id}/fail");
        let answered = self.commit(&verb, &values, Body::FailBatch(body)).await?;
        self.answered_batch(answered, batch_id).await
    }

    /// The batch as it is after a change of it that is done: what fails from here on is not "not applied".
    async fn answered_batch(
        &self,
        answered: Answered<Receipt>,
        batch_id: BatchId,
    ) -> Result<Answered<Arc<SettleBatch>>, Failure> {
        let batch = self.go_on(batch_id).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(answered.map(|_| batch))
    }

    /// Goes on with a batch until it rests.
    async fn go_on(&self, batch_id: BatchId) -> Result<Arc<SettleBatch>, Failure> {
        loop {
            let batch = self.batch_row(batch_id).await?;
            if !batch.state.goes_on() {
                return Ok(batch);
            }
            self.commit_own(Body::GoOnWithBatch(GoOnWithBatch { batch_id })).await?;
        }
    }

    /// `GET /api/v1/settlement/batches`: at most `rows_max`, the oldest first, after `after`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn batches(
        &self,
        actor: Actor,
        after: Option<BatchId>,
        rows_max: usize,
    ) -> Result<Vec<Arc<SettleBatch>>, Failure> {
        self.reader(actor).await?;
        let found = self.page(RowKind::SettleBatch, after.map(Key::SettleBatch), rows_max).await?;
        let batches = found.into_iter().filter_map(|row| {
            let Row::SettleBatch(batch) = row else { return None };
            Some(batch)
        });
        Ok(batches.collect())
    }

    /// `GET /api/v1/settlement/batches/{batch_id}`.
    ///
    /// # Errors
    /// No such batch; the store's failures.
    pub async fn batch(&self, actor: Actor, batch_id: BatchId) -> Result<Arc<SettleBatch>, Failure> {
        self.reader(actor).await?;
        self.batch_row(batch_id).await
    }

    /// `GET /api/v1/settlement/batches/{batch_id}/lines`: at most `lines_max` after line `after`.
    ///
    /// # Errors
    /// No such batch; the store's failures.
    pub async fn batch_lines(
        &self,
        actor: Actor,
        batch_id: BatchId,
        after: u32,
        lines_max: usize,
    ) -> Result<Vec<SettleLineView>, Failure> {
        let batch = self.batch(actor, batch_id).await?;
        let lines_max = u32::try_from(lines_max).unwrap_or(u32::MAX);
        let last = batch.lines.min(after.saturating_add(lines_max));
        let keys = (after.saturating_add(1)..=last).map(|line| SettleLineKey { batch_id, line }).collect();
        let found = self.rows::<SettleLine>(keys).await?;
        let lines = found.into_iter().filter_map(|row| match row {
            Some(Row::SettleLine(line)) => Some((*line).clone()),
            _ => None,
        });
        Ok(lines.map(|line| SettleLineView { account_id: internal_name(line.account), line }).collect())
    }

    async fn batch_row(&self, batch_id: BatchId) -> Result<Arc<SettleBatch>, Failure> {
        match self.row::<SettleBatch>(batch_id).await? {
            Some(Row::SettleBatch(batch)) => Ok(batch),
            _ => Err(not_found(Thing::Batch)),
        }
    }

    async fn settlement_row(&self, key: SettlementKey) -> Result<Arc<Settlement>, Failure> {
        match self.row::<Settlement>(key).await? {
            Some(Row::Settlement(settlement)) => Ok(settlement),
            _ => Err(not_found(Thing::Settlement)),
        }
    }

    /// Cuts what is due and goes on with what is under way; says how many owners and currencies that were.
    ///
    /// # Errors
    /// The failures of the store and of the lane; what was begun goes on at the next sweep.
    pub async fn sweep_settlements(&self) -> Result<usize, Failure> {
        let settles = match self.row::<Deployment>(()).await? {
            Some(Row::Deployment(deployment)) => deployment.settles,
            _ => false,
        };
        let (mut after, mut swept) = (None, 0_usize);
        if !settles {
            return Ok(swept);
        }
        loop {
            let page = self.settlement_page(after, PAGE_LINES_MAX).await?;
            for settlement in &page {
                swept = swept.saturating_add(usize::from(self.sweep_settlement(settlement).await?));
            }
            after = page.last().map(|settlement| settlement.key);
            if page.len() < PAGE_LINES_MAX {
                break;
            }
        }
        Ok(swept)
    }

    /// Whether there was anything to do.
    async fn sweep_settlement(&self, settlement: &Settlement) -> Result<bool, Failure> {
        let now = self.now();
        let mut under_way = settlement.under_way;
        if under_way.is_none() && settlement.boundary.is_some_and(|end| end <= now) {
            let SettlementKey { owner_id, currency } = settlement.key;
            let next_cut_off = next_after(settlement, now);
            let body = CutBatch { actor: Actor::System, owner_id, currency, next_cut_off };
            if let Receipt::BatchCut(batch_id) = self.commit_own(Body::CutBatch(body)).await? {
                under_way = Some(batch_id);
            }
        }
        let waiting = under_way.into_iter().chain(settlement.taking_back.iter().copied());
        let mut any = false;
        for batch_id in waiting {
            self.go_on(batch_id).await?;
            any = true;
        }
        Ok(any)
    }
}

/// The cut-off after `at`, unless batches are cut by hand only.
fn next_after(settlement: &Settlement, at: Time) -> Option<Time> {
    let cut_off = CutOff::new(settlement.cut_off_minute, &settlement.zone).ok();
    cut_off.filter(|_| settlement.automatic)?.after(at)
}
