//! Limits: whether an operation may pass, what has passed, and what went back (cash-lifecycle.md section 6). Judged
//! inside the commit, so no race passes one. Facts are never refused here: they only correct what was counted.
//! Sums are minor units. Setting the rules is in `decide/rules.rs`.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::turn::{Stop, Turn};
use crate::ids::{OwnerId, PosId, WalletId};
use crate::outcome::{Limit, Refusal, RuleBound, RuleHit};
use crate::rows::{
    Brake, BrakeLevel, Deployment, Deposit, Event, EventKind, LimitRule, LimitSubject, LimitedAction, Usage,
    UsageKey, Used, WINDOW_PARTS, Wallet, Withdrawal,
};
use crate::time::Time;
use crate::working_set::Missing;

/// An operation as the limits see it.
#[derive(Clone, Copy)]
pub(super) struct Passing {
    pub(super) action: LimitedAction,
    pub(super) wallet_id: WalletId,
    pub(super) pos_id: PosId,
    pub(super) owner_id: OwnerId,
    pub(super) currency: Currency,
    /// Minor units.
    pub(super) amount: i64,
}

impl Passing {
    const fn subject(&self) -> LimitSubject {
        let Self { wallet_id, pos_id, owner_id, .. } = *self;
        let (wallet_id, pos_id, owner_id) = (Some(wallet_id), Some(pos_id), Some(owner_id));
        LimitSubject { wallet_id, kyc_tier: None, pos_id, owner_id }
    }
}

/// Lets an operation pass all rules, and hands out their usages with it counted, for the caller to keep once nothing
/// else stands in the way. Without rules it reads nothing.
pub(super) fn permit(turn: &Turn<'_>, passing: &Passing, wallet: &Wallet) -> Result<Vec<Usage>, Stop> {
    let limits = &turn.deployment.limits;
    let concerns =
        |rule: &&LimitRule| rule.key.action == passing.action && rule.key.currency == passing.currency;
    let rules: Vec<&LimitRule> = limits.rules.iter().chain(&limits.ceilings).filter(concerns).collect();
    let usages = usages(turn, &rules, passing)?;
    for rule in rules {
        let subject = LimitSubject { kyc_tier: Some(wallet.kyc_tier), ..passing.subject() };
        if !rule.key.applies_to(&subject) {
            continue;
        }
        let usage = rule
            .key
            .usage_key(&passing.subject())
            .and_then(|key| usages.iter().find(|usage| usage.key == key));
        judge(rule, passing.amount, usage.map(|usage| usage.used(turn.at)))?;
    }
    Ok(usages.into_iter().map(|usage| counted(usage, turn.at, passing.amount)).collect())
}

fn counted(mut usage: Usage, at: Time, amount: i64) -> Usage {
    usage.add(at, amount);
    usage
}

/// The usages that the rules count in, each once.
fn usages(turn: &Turn<'_>, rules: &[&LimitRule], passing: &Passing) -> Result<Vec<Usage>, Missing> {
    let mut keys: Vec<UsageKey> = Vec::new();
    for key in rules.iter().filter_map(|rule| rule.key.usage_key(&passing.subject())) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let rows = turn.set.get_all::<Usage>(&keys)?;
    let known = |(row, key): (Option<Arc<Usage>>, UsageKey)| {
        row.map_or_else(|| Usage::none(key), |usage| (*usage).clone())
    };
    Ok(rows.into_iter().zip(keys).map(known).collect())
}

/// Refuses what a rule does not let pass. `used` is what passed before, for a rule with a window.
fn judge(rule: &LimitRule, amount: i64, used: Option<Used>) -> Result<(), Refusal> {
    let before = used.unwrap_or_default();
    let hit = |bound, figure: i64, used: i64| {
        Err(Refusal::LimitExceeded(Limit::Rule(RuleHit { key: rule.key, bound, figure, used })))
    };
    let bounds = rule.bounds;
    if let Some(least) = bounds.value_min.filter(|least| amount < *least) {
        return hit(RuleBound::Least, least, 0);
    }
    if let Some(step) = bounds.multiple_of.filter(|step| amount.checked_rem(*step) != Some(0)) {
        return hit(RuleBound::Multiple, step, 0);
    }
    if let Some(most) = bounds.value_max.filter(|most| before.value.saturating_add(amount) > *most) {
        return hit(RuleBound::Value, most, before.value);
    }
    if let Some(most) = bounds.count_max.filter(|most| before.count >= *most) {
        return hit(RuleBound::Count, i64::from(most), i64::from(before.count));
    }
    Ok(())
}

/// Lets a payout pass the brake of its currency, and hands out its usage with the payout counted. A payout that would
/// go above the stop level stops them all.
pub(super) fn brake(turn: &mut Turn<'_>, passing: &Passing) -> Result<Option<Usage>, Stop> {
    let brakes = &turn.deployment.limits.brakes;
    let Some(brake) = brakes.iter().find(|brake| brake.currency == passing.currency).copied() else {
        return Ok(None);
    };
    let key = brake.usage_key();
    let usage = turn.get::<Usage>(&key)?.map_or_else(|| Usage::none(key), |usage| (*usage).clone());
    let (used, in_part) = (usage.used(turn.at), usage.used_in_part(turn.at));
    let is_above = |level: BrakeLevel, used: Used| {
        let value = used.value.saturating_add(passing.amount);
        level.value_max.is_some_and(|most| value > most)
            || level.count_max.is_some_and(|most| used.count >= most)
    };
    let is_slow = is_above(brake.slow, used);
    if is_slow && is_above(pace(brake.slow), in_part) {
        slow_down(turn, &brake, true);
        return Err(Stop::Counted(Refusal::LimitExceeded(Limit::BrakeSlow(passing.currency))));
    }
    if is_above(brake.stop, used) {
        return Err(stop(turn, &brake));
    }
    slow_down(turn, &brake, is_slow);
    Ok(Some(counted(usage, turn.at, passing.amount)))
}

/// What an even pace lets pass in one part of the window.
fn pace(level: BrakeLevel) -> BrakeLevel {
    let parts = u32::try_from(WINDOW_PARTS).unwrap_or(1);
    BrakeLevel {
        count_max: level.count_max.map(|most| most.checked_div(parts).unwrap_or(0).max(1)),
        value_max: level.value_max.map(|most| most.checked_div(WINDOW_PARTS).unwrap_or(0)),
    }
}

/// Writes down that a brake is above its slow level, or no longer; told once.
fn slow_down(turn: &mut Turn<'_>, brake: &Brake, is_slow: bool) {
    if brake.is_slow == is_slow {
        return;
    }
    let mut deployment = (*turn.deployment).clone();
    for own in deployment.limits.brakes.iter_mut().filter(|own| own.currency == brake.currency) {
        own.is_slow = is_slow;
    }
    turn.set.put(deployment);
    let kind = if is_slow { EventKind::BrakeSlowed } else { EventKind::BrakeEased };
    tell(turn, kind, brake.currency, brake.slow);
}

fn stop(turn: &mut Turn<'_>, brake: &Brake) -> Stop {
    let reason =
        format!("the brake stopped payouts in {}: too much in {} s", brake.currency.code(), brake.window_s);
    if !planted!(BrakeNotKept) {
        turn.set.put(Deployment { payouts_stopped: Some(reason.clone()), ..(*turn.deployment).clone() });
    }
    tell(turn, EventKind::BrakeStopped, brake.currency, brake.stop);
    Stop::Counted(Refusal::PayoutsStopped(reason))
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, currency: Currency, level: BrakeLevel) {
    let amount = level.value_max.map(|most| Money::from_minor(most, currency));
    let event = turn.event(kind);
    turn.tell(Event { amount, ..event });
}

/// Money of a withdrawal went back, or turned out to have left after all: its usages are corrected in the part it was
/// counted in, if that is still there. The count goes back with the last of the sum.
pub(super) fn correct_withdrawal(
    turn: &mut Turn<'_>,
    before: &Withdrawal,
    after: &Withdrawal,
) -> Result<(), Missing> {
    let left = |of: &Withdrawal| of.amount.saturating_sub(of.returned).saturating_add(of.paid_late);
    let passing = Passing {
        action: LimitedAction::Withdraw,
        wallet_id: before.wallet_id,
        pos_id: before.pos_id,
        owner_id: before.owner_id,
        currency: before.currency,
        amount: left(after).saturating_sub(left(before)),
    };
    let count = i64::from(left(after) > 0).saturating_sub(i64::from(left(before) > 0));
    correct(turn, &passing, count, Counted { at: before.made_at, version: before.limits_version })
}

/// The same for a deposit.
pub(super) fn correct_deposit(turn: &mut Turn<'_>, before: &Deposit, returned: i64) -> Result<(), Missing> {
    let passing = Passing {
        action: LimitedAction::Deposit,
        wallet_id: before.wallet_id,
        pos_id: before.pos_id,
        owner_id: before.owner_id,
        currency: before.currency,
        amount: returned.saturating_neg(),
    };
    let is_all = returned > 0 && before.returned.saturating_add(returned) >= before.amount;
    let count = if is_all { -1 } else { 0 };
    correct(turn, &passing, count, Counted { at: before.made_at, version: before.limits_version })
}

/// When an operation was counted, and under which rules.
#[derive(Clone, Copy)]
struct Counted {
    at: Time,
    version: u32,
}

fn correct(turn: &mut Turn<'_>, passing: &Passing, count: i64, counted: Counted) -> Result<(), Missing> {
    let less = passing.amount < 0;
    if passing.amount == 0 || (less && planted!(LimitNotGivenBack)) {
        return Ok(());
    }
    let limits = &turn.deployment.limits;
    let concerns = |rule: &&LimitRule| {
        let is_about = rule.key.action == passing.action && rule.key.currency == passing.currency;
        is_about && rule.since <= counted.version
    };
    let rules: Vec<&LimitRule> = limits.rules.iter().chain(&limits.ceilings).filter(concerns).collect();
    let mut usages = usages(turn, &rules, passing)?;
    let is_braked = |brake: &&Brake| {
        let is_about = brake.currency == passing.currency && passing.action == LimitedAction::Withdraw;
        is_about && brake.since <= counted.version
    };
    if let Some(key) = limits.brakes.iter().find(is_braked).map(Brake::usage_key)
        && let Some(usage) = turn.get::<Usage>(&key)?
    {
        usages.push((*usage).clone());
    }
    for mut usage in usages {
        usage.correct(counted.at, count, passing.amount);
        if less && planted!(LimitGivenBackTwice) {
            usage.correct(counted.at, count, passing.amount);
        }
        turn.set.put(usage);
    }
    Ok(())
}
