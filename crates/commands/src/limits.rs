//! Verbs on limits and the brake, and stopping all payouts. What lets more pass than before is proposed instead.

use std::sync::Arc;

use specie_domain::command::{Actor, Body, BrakeSetting, SetBrake, SetLimit, StopPayouts};
use specie_domain::ids::{PosId, Reference, WalletId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{
    Alias, AliasKey, AliasKind, Brake, Deployment, LimitBounds, LimitKey, LimitRule, LimitSubject, Limits,
    Pos, Usage, UsageKey, Used, Wallet,
};
use specie_domain::{Row, Time};
use specie_money::Currency;

use crate::calls::{Commands, not_found};
use crate::failure::{Answered, Failure};
use crate::wallets::Asked;

/// All limits in force.
#[derive(Debug)]
pub struct LimitsView {
    /// The rules.
    pub limits: Limits,
    /// The brakes, and what counts now.
    pub brakes: Vec<BrakeView>,
    /// Why payouts are stopped, while they are.
    pub payouts_stopped: Option<String>,
}

/// A brake, and what counts now.
#[derive(Debug, Clone, Copy)]
pub struct BrakeView {
    /// The brake.
    pub brake: Brake,
    /// What counts now.
    pub used: Used,
}

/// A rule, and what has been used of it.
#[derive(Debug, Clone, Copy)]
pub struct RuleUsage {
    /// The rule.
    pub rule: LimitRule,
    /// Whether it is the configuration file's.
    pub is_ceiling: bool,
    /// What counts now.
    pub used: Used,
}

impl Commands {
    /// `GET /api/v1/limits`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn limits(&self, actor: Actor) -> Result<LimitsView, Failure> {
        self.reader(actor).await?;
        let deployment = self.deployment().await?;
        let brakes = &deployment.limits.brakes;
        let used = self.used(brakes.iter().map(Brake::usage_key).collect()).await?;
        let brakes = brakes.iter().zip(used).map(|(brake, used)| BrakeView { brake: *brake, used });
        Ok(LimitsView {
            brakes: brakes.collect(),
            limits: deployment.limits.clone(),
            payouts_stopped: deployment.payouts_stopped.clone(),
        })
    }

    /// `POST /api/v1/limits`.
    ///
    /// # Errors
    /// It would let more pass than before; a window or bounds outside their limits; the lane's failures.
    pub async fn set_limit(
        &self,
        asked: Asked<'_>,
        key: LimitKey,
        bounds: LimitBounds,
    ) -> Result<Answered<()>, Failure> {
        let body = SetLimit { actor: asked.actor, key, bounds: Some(bounds) };
        let request = asked.request("POST /api/v1/limits");
        Ok(self.commit(&request, &(key, bounds), Body::SetLimit(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/brakes`.
    ///
    /// # Errors
    /// As [`Self::set_limit`].
    pub async fn set_brake(
        &self,
        asked: Asked<'_>,
        currency: Currency,
        setting: BrakeSetting,
    ) -> Result<Answered<()>, Failure> {
        let body = SetBrake { actor: asked.actor, currency, brake: Some(setting) };
        let request = asked.request("POST /api/v1/brakes");
        Ok(self.commit(&request, &(currency, setting), Body::SetBrake(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/payouts/stop` and `…/resume`.
    ///
    /// # Errors
    /// The role does not allow it; the lane's failures.
    pub async fn stop_payouts(
        &self,
        asked: Asked<'_>,
        reason: Option<String>,
    ) -> Result<Answered<()>, Failure> {
        let verb = if reason.is_some() { "POST /api/v1/payouts/stop" } else { "POST /api/v1/payouts/resume" };
        let body = StopPayouts { actor: asked.actor, reason: reason.clone() };
        Ok(self.commit(&asked.request(verb), &reason, Body::StopPayouts(body)).await?.map(|_| ()))
    }

    /// `GET /api/v1/limits/usage`: what has been used of each rule with a window that concerns this wallet and POS;
    /// without both, of those on all together.
    ///
    /// # Errors
    /// No such wallet or POS; the key is not known; the store's failures.
    pub async fn limit_usages(
        &self,
        actor: Actor,
        wallet_id: Option<WalletId>,
        pos: Option<Reference<PosId>>,
    ) -> Result<Vec<RuleUsage>, Failure> {
        self.reader(actor).await?;
        let mut subject = LimitSubject { wallet_id, ..LimitSubject::default() };
        if let Some(wallet_id) = wallet_id {
            match self.row::<Wallet>(wallet_id).await? {
                Some(Row::Wallet(wallet)) => subject.kyc_tier = Some(wallet.kyc_tier),
                _ => return Err(not_found(Thing::Wallet)),
            }
        }
        if let Some(reference) = pos {
            let pos = self.pos_row(reference).await?;
            (subject.pos_id, subject.owner_id) = (Some(pos.pos_id), Some(pos.owner_id));
        }
        let limits = self.deployment().await?.limits.clone();
        let rules = limits.rules.iter().map(|rule| (*rule, false));
        let all = rules.chain(limits.ceilings.iter().map(|rule| (*rule, true)));
        let counted = all.filter(|(rule, _)| rule.key.applies_to(&subject));
        let counted: Vec<(UsageKey, LimitRule, bool)> = counted
            .filter_map(|(rule, is_ceiling)| Some((rule.key.usage_key(&subject)?, rule, is_ceiling)))
            .collect();
        let used = self.used(counted.iter().map(|(key, ..)| *key).collect()).await?;
        let lines = counted.into_iter().zip(used);
        Ok(lines.map(|((_, rule, is_ceiling), used)| RuleUsage { rule, is_ceiling, used }).collect())
    }

    async fn used(&self, keys: Vec<UsageKey>) -> Result<Vec<Used>, Failure> {
        let now: Time = self.now();
        let rows = self.rows::<Usage>(keys).await?;
        let used = |row: Option<Row>| match row {
            Some(Row::Usage(usage)) => usage.used(now),
            _ => Used::default(),
        };
        Ok(rows.into_iter().map(used).collect())
    }

    /// The POS that a request names.
    pub(crate) async fn pos_row(&self, reference: Reference<PosId>) -> Result<Arc<Pos>, Failure> {
        let pos_id = match reference {
            Reference::Id(pos_id) => pos_id,
            Reference::Opaque(text) => {
                match self.row::<Alias>(AliasKey { kind: AliasKind::Pos, text }).await? {
                    Some(Row::Alias(alias)) => PosId::from_u128(alias.target),
                    _ => return Err(not_found(Thing::Pos)),
                }
            }
        };
        match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => Ok(pos),
            _ => Err(not_found(Thing::Pos)),
        }
    }

    pub(crate) async fn deployment(&self) -> Result<Arc<Deployment>, Failure> {
        match self.row::<Deployment>(()).await? {
            Some(Row::Deployment(deployment)) => Ok(deployment),
            _ => Ok(Arc::default()),
        }
    }
}
