//! Tariffs: add, list, show; what a withdrawal would cost; and the KYC tier that tariffs ask for. A quote moves nothing
//! and fixes nothing: the one that an armed code carries does.

use std::sync::Arc;

use specie_domain::command::{Actor, AddTariff, Body, SetKycTier};
use specie_domain::ids::{PosId, Reference, TariffId, WalletId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{Channel, FeeDay, FeeDayKey, NewTariff, Pos, Scope, Tariff, TariffBook, Wallet};
use specie_domain::{Key, Receipt, Refusal, Row, RowKind, Time};
use specie_money::Money;

use crate::calls::{Commands, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::wallets::Asked;

/// What somebody wants to know the price of.
#[derive(Debug)]
pub struct QuoteRequest {
    /// Whose wallet.
    pub wallet_id: WalletId,
    /// At which POS.
    pub pos: Reference<PosId>,
    /// The cash in hand.
    pub amount: Money,
    /// Over what way the code would be asked for.
    pub channel: Channel,
}

/// What a withdrawal would cost now.
#[derive(Debug, Clone)]
pub struct QuoteView {
    /// The version it is reckoned by; none is in force: it costs nothing.
    pub tariff: Option<Arc<Tariff>>,
    /// On top of the cash.
    pub fee: Money,
    /// Cash and fee.
    pub total: Money,
    /// When another version may apply, or the day's value begins anew; none: not to be seen.
    pub valid_until: Option<Time>,
}

impl Commands {
    /// `POST /api/v1/tariffs`. The answer is the version as it is kept.
    ///
    /// # Errors
    /// The role does not allow it; another person must want it; it cannot be reckoned by; there is one of the same scope and instant; no such owner;
    /// the lane's failures.
    pub async fn add_tariff(
        &self,
        asked: Asked<'_>,
        tariff: NewTariff,
    ) -> Result<Answered<Arc<Tariff>>, Failure> {
        let body = AddTariff::by(asked.actor, tariff);
        let request = asked.making("POST /api/v1/tariffs");
        let answered = self.commit(&request, &body.clone(), Body::AddTariff(body)).await?;
        let added = receipt_of!(answered, Receipt::TariffAdded(tariff_id) => *tariff_id)?;
        // The version is kept: a read that fails from here on may not be told as "not applied".
        let tariff = self.tariff_row(added.receipt).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(added.map(|_| tariff))
    }

    /// `GET /api/v1/tariffs`: at most `tariffs_max`, added after `after`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn tariffs(
        &self,
        actor: Actor,
        after: Option<TariffId>,
        tariffs_max: usize,
    ) -> Result<Vec<Arc<Tariff>>, Failure> {
        self.reader(actor).await?;
        let found = self.store.rows(RowKind::Tariff, after.map(Key::Tariff), tariffs_max).await;
        let found = found.map_err(|why| {
            tracing::error!(%why, "tariffs were not read");
            Failure::NotApplied
        })?;
        let tariff = |row| if let Row::Tariff(tariff) = row { Some(tariff) } else { None };
        Ok(found.into_iter().filter_map(tariff).collect())
    }

    /// `GET /api/v1/tariffs/{tariff_id}`.
    ///
    /// # Errors
    /// No such tariff; the store's failures.
    pub async fn tariff(&self, actor: Actor, tariff_id: TariffId) -> Result<Arc<Tariff>, Failure> {
        self.reader(actor).await?;
        self.tariff_row(tariff_id).await
    }

    async fn tariff_row(&self, tariff_id: TariffId) -> Result<Arc<Tariff>, Failure> {
        match self.row::<Tariff>(tariff_id).await? {
            Some(Row::Tariff(tariff)) => Ok(tariff),
            _ => Err(not_found(Thing::Tariff)),
        }
    }

    /// `POST /api/v1/quotes`.
    ///
    /// # Errors
    /// No such wallet or POS; the POS does not serve the currency; a sum that is not positive; the store's failures.
    pub async fn quote(&self, actor: Actor, request: QuoteRequest) -> Result<QuoteView, Failure> {
        self.bearer(actor).await?;
        let QuoteRequest { wallet_id, pos, amount, channel } = request;
        let currency = amount.currency();
        if amount.minor() <= 0 {
            return Err(Refusal::AmountNotPositive.into());
        }
        let Some(Row::Wallet(wallet)) = self.row::<Wallet>(wallet_id).await? else {
            return Err(not_found(Thing::Wallet));
        };
        let pos = self.pos_of(pos).await?;
        if !pos.currencies.contains(&currency) {
            return Err(Refusal::CurrencyNotServed(currency).into());
        }
        let (owner_id, kyc_tier) = (Some(pos.owner_id), Some(wallet.kyc_tier));
        let scope = Scope { currency, owner_id, channel: Some(channel), kyc_tier };
        let now = self.now();
        let book = match self.row::<TariffBook>(()).await? {
            Some(Row::TariffBook(book)) => book,
            _ => Arc::default(),
        };
        let tariff = match book.choose(&scope, now) {
            Some(line) => Some(self.tariff_row(line.tariff_id).await?),
            None => None,
        };
        let (fee, of_the_day) = self.fee_now(tariff.as_deref(), wallet_id, amount.minor(), now).await?;
        let total = amount.minor().checked_add(fee).ok_or(Refusal::AmountTooLarge)?;
        Ok(QuoteView {
            tariff,
            fee: Money::from_minor(fee, currency),
            total: Money::from_minor(total, currency),
            valid_until: book.next_change(&scope, now).into_iter().chain(of_the_day).min(),
        })
    }

    /// What it costs now, and when the day ends whose value it depends on.
    async fn fee_now(
        &self,
        tariff: Option<&Tariff>,
        wallet_id: WalletId,
        amount: i64,
        now: Time,
    ) -> Result<(i64, Option<Time>), Failure> {
        let Some(tariff) = tariff else { return Ok((0, None)) };
        if !tariff.fee.has_bands() {
            return Ok((tariff.fee.fee(0, amount), None));
        }
        let key = FeeDayKey { day: now.day(), wallet_id, currency: tariff.scope.currency };
        let before = match self.row::<FeeDay>(key).await? {
            Some(Row::FeeDay(day)) => day.value,
            _ => 0,
        };
        let midnight = Time::from_unix_ms(now.day().saturating_add(1).saturating_mul(specie_domain::DAY_MS));
        Ok((tariff.fee.fee(before, amount), Some(midnight)))
    }

    async fn pos_of(&self, pos: Reference<PosId>) -> Result<Arc<Pos>, Failure> {
        let pos_id = self.pos_id_of(pos).await?.ok_or_else(|| not_found(Thing::Pos))?;
        match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => Ok(pos),
            _ => Err(not_found(Thing::Pos)),
        }
    }

    /// `POST /api/v1/wallets/{id}/kyc-tier`.
    ///
    /// # Errors
    /// No such wallet; the customer was forgotten; the role does not allow it; the lane's failures.
    pub async fn set_kyc_tier(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
        kyc_tier: u8,
    ) -> Result<Answered<()>, Failure> {
        let body = SetKycTier { actor: asked.actor, wallet_id, kyc_tier };
        let request = asked.request("POST /api/v1/wallets/{id}/kyc-tier");
        Ok(self.commit(&request, &(wallet_id, kyc_tier), Body::SetKycTier(body)).await?.map(|_| ()))
    }
}
