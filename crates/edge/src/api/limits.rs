//! `/limits`, `/brakes` and `/payouts`: how much may pass, how much has, and stopping all of it.

use specie_commands::{BrakeView, RuleUsage};
use specie_domain::command::BrakeSetting;
use specie_domain::rows::{BrakeLevel, LimitBounds, LimitKey, LimitScope, LimitedAction};
use specie_money::{Currency, Money};
use specie_wire::api::{self, CurrencyCode, ProblemCode};

use super::caller::Caller;
use super::places::pos_named;
use super::problems::Refused;
use super::reply::Reply;

/// The longest reason for stopping payouts.
const REASON_BYTES_MAX: usize = 512;
const REASON_WANTED: &str = "reason: must have something in it, at most 512 bytes.";

/// `GET /limits`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let view = caller.commands.limits(caller.actor).await?;
    Reply::read(&api::Limits {
        limits: view.limits.rules.iter().map(|rule| shown(rule.key, rule.bounds)).collect(),
        ceilings: view.limits.ceilings.iter().map(|rule| shown(rule.key, rule.bounds)).collect(),
        brakes: view.brakes.iter().map(shown_brake).collect(),
        payouts_stopped: view.payouts_stopped,
    })
}

/// `POST /limits`.
pub(super) async fn set(caller: Caller) -> Result<Reply, Refused> {
    let body: api::Limit = caller.body().await?;
    let (key, bounds) = caller.judged(read(&body)).await?;
    let answered = caller.commands.set_limit(caller.asked(), key, bounds).await?;
    Reply::done(200, answered, |()| body)
}

/// `GET /limits/usage`.
pub(super) async fn usage(caller: Caller) -> Result<Reply, Refused> {
    let query: api::LimitUsageQuery = caller.query().await?;
    let wallet_id = query
        .wallet_id
        .as_deref()
        .map(|text| text.parse().map_err(|_| Refused::from(ProblemCode::WalletNotFound)));
    let wallet_id = caller.judged(wallet_id.transpose()).await?;
    let pos = caller.judged(query.pos_id.as_deref().map(pos_named).transpose()).await?;
    let usages = caller.commands.limit_usages(caller.actor, wallet_id, pos).await?;
    Reply::read(&api::LimitUsages { usages: usages.iter().map(shown_usage).collect() })
}

/// `POST /brakes`.
pub(super) async fn set_brake(caller: Caller) -> Result<Reply, Refused> {
    let body: api::SetBrake = caller.body().await?;
    let CurrencyCode(currency) = body.currency;
    let setting = caller.judged(read_brake(&body)).await?;
    let answered = caller.commands.set_brake(caller.asked(), currency, setting).await?;
    Reply::done(200, answered, |()| body)
}

/// `POST /payouts/stop`.
pub(super) async fn stop(caller: Caller) -> Result<Reply, Refused> {
    let api::StopPayouts { reason } = caller.body().await?;
    let is_told = !reason.trim().is_empty() && reason.len() <= REASON_BYTES_MAX;
    let told = if is_told { Ok(()) } else { Err(Refused::with(ProblemCode::Unacceptable, REASON_WANTED)) };
    caller.judged(told).await?;
    Ok(Reply::nothing(&caller.commands.stop_payouts(caller.asked(), Some(reason)).await?))
}

/// `POST /payouts/resume`.
pub(super) async fn resume(caller: Caller) -> Result<Reply, Refused> {
    Ok(Reply::nothing(&caller.commands.stop_payouts(caller.asked(), None).await?))
}

/// A brake's setting as it is kept.
pub(super) fn read_brake(brake: &api::SetBrake) -> Result<BrakeSetting, Refused> {
    let CurrencyCode(currency) = brake.currency;
    let slow = read_level("slow", &brake.slow, currency)?;
    let stop = read_level("stop", &brake.stop, currency)?;
    Ok(BrakeSetting { window_s: brake.window_s, slow, stop })
}

/// A limit as it is kept.
pub(super) fn read(limit: &api::Limit) -> Result<(LimitKey, LimitBounds), Refused> {
    let CurrencyCode(currency) = limit.currency;
    let action = match limit.action {
        api::LimitedAction::Withdraw => LimitedAction::Withdraw,
        api::LimitedAction::Deposit => LimitedAction::Deposit,
    };
    let scope = read_scope(limit)?;
    let sum = |member: &'static str, text: &Option<String>| {
        text.as_deref().map(|text| read_sum(member, text, currency)).transpose()
    };
    let bounds = LimitBounds {
        count_max: limit.count_max,
        value_max: sum("value_max", &limit.value_max)?,
        value_min: sum("value_min", &limit.value_min)?,
        multiple_of: sum("multiple_of", &limit.multiple_of)?,
    };
    Ok((LimitKey { action, scope, currency, window_s: limit.window_s }, bounds))
}

fn read_scope(limit: &api::Limit) -> Result<LimitScope, Refused> {
    let wrong = |detail: &'static str| Err(Refused::with(ProblemCode::InvalidBody, detail));
    if limit.tier.is_some() != (limit.scope == api::LimitScope::Tier) {
        return wrong("tier: belongs to the scope tier, and to no other.");
    }
    let subject = limit.subject.as_deref();
    match (limit.scope, subject) {
        (api::LimitScope::Deployment, None) => Ok(LimitScope::Deployment),
        (api::LimitScope::WalletAtPos, None) => Ok(LimitScope::EachWalletAtPos),
        (api::LimitScope::Tier, None) => Ok(LimitScope::EachWalletOfTier(limit.tier.unwrap_or(0))),
        (api::LimitScope::Wallet, None) => Ok(LimitScope::EachWallet),
        (api::LimitScope::Pos, None) => Ok(LimitScope::EachPos),
        (api::LimitScope::Owner, None) => Ok(LimitScope::EachOwner),
        (api::LimitScope::Wallet, Some(id)) => {
            id.parse().map(LimitScope::Wallet).map_err(|_| ProblemCode::WalletNotFound.into())
        }
        (api::LimitScope::Pos, Some(id)) => {
            id.parse().map(LimitScope::Pos).map_err(|_| ProblemCode::PosNotFound.into())
        }
        (api::LimitScope::Owner, Some(id)) => {
            id.parse().map(LimitScope::Owner).map_err(|_| ProblemCode::OwnerNotFound.into())
        }
        (api::LimitScope::Deployment | api::LimitScope::WalletAtPos | api::LimitScope::Tier, Some(_)) => {
            wrong("subject: belongs to the scopes wallet, pos and owner.")
        }
    }
}

fn read_sum(member: &'static str, text: &str, currency: Currency) -> Result<i64, Refused> {
    let read = Money::parse(text, currency).map(Money::minor);
    read.map_err(|why| Refused::with(ProblemCode::InvalidAmount, format!("{member}: {why}.")))
}

fn read_level(
    member: &'static str,
    level: &api::BrakeLevel,
    currency: Currency,
) -> Result<BrakeLevel, Refused> {
    let value_max = level.value_max.as_deref().map(|text| read_sum(member, text, currency)).transpose()?;
    Ok(BrakeLevel { count_max: level.count_max, value_max })
}

/// A limit as our API shows it.
pub(super) fn shown(key: LimitKey, bounds: LimitBounds) -> api::Limit {
    let LimitKey { action, scope, currency, window_s } = key;
    let action = match action {
        LimitedAction::Withdraw => api::LimitedAction::Withdraw,
        LimitedAction::Deposit => api::LimitedAction::Deposit,
    };
    let (scope, subject, tier) = match scope {
        LimitScope::Deployment => (api::LimitScope::Deployment, None, None),
        LimitScope::EachWallet => (api::LimitScope::Wallet, None, None),
        LimitScope::EachPos => (api::LimitScope::Pos, None, None),
        LimitScope::EachOwner => (api::LimitScope::Owner, None, None),
        LimitScope::EachWalletAtPos => (api::LimitScope::WalletAtPos, None, None),
        LimitScope::EachWalletOfTier(tier) => (api::LimitScope::Tier, None, Some(tier)),
        LimitScope::Wallet(id) => (api::LimitScope::Wallet, Some(id.to_string()), None),
        LimitScope::Pos(id) => (api::LimitScope::Pos, Some(id.to_string()), None),
        LimitScope::Owner(id) => (api::LimitScope::Owner, Some(id.to_string()), None),
    };
    let sum = |minor: Option<i64>| minor.map(|minor| text(minor, currency));
    let LimitBounds { count_max, value_max, value_min, multiple_of } = bounds;
    let (value_max, value_min, multiple_of) = (sum(value_max), sum(value_min), sum(multiple_of));
    let currency = CurrencyCode(currency);
    api::Limit {
        action,
        scope,
        subject,
        tier,
        currency,
        window_s,
        count_max,
        value_max,
        value_min,
        multiple_of,
    }
}

fn text(minor: i64, currency: Currency) -> String {
    Money::from_minor(minor, currency).to_string()
}

fn shown_usage(usage: &RuleUsage) -> api::LimitUsage {
    api::LimitUsage {
        limit: shown(usage.rule.key, usage.rule.bounds),
        is_ceiling: usage.is_ceiling,
        used_count: usage.used.count,
        used_value: text(usage.used.value, usage.rule.key.currency),
    }
}

fn shown_brake(view: &BrakeView) -> api::Brake {
    let currency = view.brake.currency;
    api::Brake {
        currency: CurrencyCode(currency),
        window_s: view.brake.window_s,
        slow: shown_level(view.brake.slow, currency),
        stop: shown_level(view.brake.stop, currency),
        is_slow: view.brake.is_slow,
        used_count: view.used.count,
        used_value: text(view.used.value, currency),
    }
}

/// A brake's setting as our API shows it.
pub(super) fn shown_setting(currency: Currency, setting: BrakeSetting) -> api::SetBrake {
    api::SetBrake {
        currency: CurrencyCode(currency),
        window_s: setting.window_s,
        slow: shown_level(setting.slow, currency),
        stop: shown_level(setting.stop, currency),
    }
}

fn shown_level(level: BrakeLevel, currency: Currency) -> api::BrakeLevel {
    let value_max = level.value_max.map(|minor| text(minor, currency));
    api::BrakeLevel { count_max: level.count_max, value_max }
}
