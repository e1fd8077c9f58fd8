//! Setting limits and the brake. One admin may let less pass, at once; what lets more pass needs two people. The
//! configuration file's ceilings are the program's own, and no console reaches them.

use specie_money::Currency;

use super::turn::{Done, Stop, Turn};
use crate::command::{BrakeSetting, SetBrake, SetCeilings, SetLimit, SetSafeguards};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{
    Brake, BrakeLevel, Deployment, LimitBounds, LimitKey, LimitRule, LimitScope, Limits, Pos, PosOwner, Role,
    Safeguards, Wallet,
};

/// Rules the operator may set, and ceilings the configuration file may; every withdrawal looks at all of them.
const RULES_MAX: usize = 64;
/// Ceilings on tariffs: two for each currency there is.
const TARIFF_CEILINGS_MAX: usize = 512;
/// The shortest window, seconds: its parts must be longer than a request may wait for its decision.
const WINDOW_S_MIN: u32 = 60;
/// The longest window, seconds: 366 days.
const WINDOW_S_MAX: u32 = 366 * 86_400;

const fn sets_limits(role: Role) -> bool {
    matches!(role, Role::Admin)
}

/// Sets a limit, or removes it.
pub(super) fn set_limit(turn: &mut Turn<'_>, command: &SetLimit) -> Result<Done, Stop> {
    turn.permit(command.actor, sets_limits)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_limit(turn, command.key, command.bounds)?;
    permit_subject(turn, command.key)?;
    if !is_stricter(turn, command.key, command.bounds) {
        return Err(Refusal::NeedsTwoPeople.into());
    }
    put_limit(turn, command.key, command.bounds)?;
    Ok(turn.remember(Receipt::Done))
}

/// Whether setting this lets nothing pass that is refused now.
pub(super) fn is_stricter(turn: &Turn<'_>, key: LimitKey, bounds: Option<LimitBounds>) -> bool {
    let known = turn.deployment.limits.rules.iter().find(|rule| rule.key == key);
    match (known, bounds) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(rule), Some(bounds)) => bounds.is_as_strict_as(&rule.bounds),
    }
}

/// Puts a limit into force, or takes it out of force, whoever wants it.
pub(super) fn put_limit(
    turn: &mut Turn<'_>,
    key: LimitKey,
    bounds: Option<LimitBounds>,
) -> Result<(), Refusal> {
    acceptable_limit(turn, key, bounds)?;
    let mut limits = turn.deployment.limits.clone();
    match (limits.rules.binary_search_by_key(&key, |rule| rule.key), bounds) {
        (Ok(place), Some(bounds)) => {
            limits.rules.get_mut(place).into_iter().for_each(|rule| rule.bounds = bounds);
        }
        (Ok(place), None) => {
            limits.rules.remove(place);
        }
        (Err(_), None) => {}
        (Err(place), Some(bounds)) => {
            limits.version = limits.version.saturating_add(1);
            limits.rules.insert(place, LimitRule { key, bounds, since: limits.version });
        }
    }
    keep(turn, limits);
    Ok(())
}

fn keep(turn: &mut Turn<'_>, limits: Limits) {
    if limits != turn.deployment.limits {
        turn.set.put(Deployment { limits, ..(*turn.deployment).clone() });
    }
}

/// Refuses what is no limit, one too many, and the removal of one that is not there.
pub(super) fn acceptable_limit(
    turn: &Turn<'_>,
    key: LimitKey,
    bounds: Option<LimitBounds>,
) -> Result<(), Refusal> {
    refuse_unacceptable(key, bounds)?;
    let rules = &turn.deployment.limits.rules;
    match (rules.iter().any(|rule| rule.key == key), bounds) {
        (false, None) => Err(Refusal::NotFound(Thing::Limit)),
        (false, Some(_)) if rules.len() >= RULES_MAX => Err(Refusal::LimitExceeded(Limit::Rules(RULES_MAX))),
        (false | true, _) => Ok(()),
    }
}

/// Refuses a limit on somebody there is not: it would hold for nobody, and nobody would notice.
pub(super) fn permit_subject(turn: &Turn<'_>, key: LimitKey) -> Result<(), Stop> {
    let missing = match key.scope {
        LimitScope::Wallet(wallet_id) => turn.get::<Wallet>(&wallet_id)?.is_none().then_some(Thing::Wallet),
        LimitScope::Pos(pos_id) => turn.get::<Pos>(&pos_id)?.is_none().then_some(Thing::Pos),
        LimitScope::Owner(owner_id) => turn.get::<PosOwner>(&owner_id)?.is_none().then_some(Thing::Owner),
        LimitScope::Deployment
        | LimitScope::EachWallet
        | LimitScope::EachPos
        | LimitScope::EachOwner
        | LimitScope::EachWalletAtPos
        | LimitScope::EachWalletOfTier(_) => None,
    };
    missing.map_or(Ok(()), |thing| Err(Refusal::NotFound(thing).into()))
}

/// Refuses a window out of its bounds, and bounds that say nothing or are not of their kind.
fn refuse_unacceptable(key: LimitKey, bounds: Option<LimitBounds>) -> Result<(), Refusal> {
    if key.window_s != 0 && !(WINDOW_S_MIN..=WINDOW_S_MAX).contains(&key.window_s) {
        return Err(Refusal::Unacceptable(Limit::Window(WINDOW_S_MIN, WINDOW_S_MAX)));
    }
    let Some(bounds) = bounds else {
        return Ok(());
    };
    let of_each = bounds.value_min.is_some() || bounds.multiple_of.is_some();
    let of_window = bounds.count_max.is_some();
    let is_of_kind = if key.window_s == 0 { !of_window } else { !of_each };
    let says_something = of_each || of_window || bounds.value_max.is_some();
    let is_positive = bounds.value_min.is_none_or(|least| least > 0)
        && bounds.multiple_of.is_none_or(|step| step > 0)
        && bounds.value_max.is_none_or(|most| most >= 0);
    if is_of_kind && says_something && is_positive {
        Ok(())
    } else {
        Err(Refusal::Unacceptable(Limit::Bounds))
    }
}

/// Puts the configuration file's ceilings into force.
pub(super) fn set_ceilings(turn: &mut Turn<'_>, command: &SetCeilings) -> Result<Done, Stop> {
    let mut limits = turn.deployment.limits.clone();
    if command.ceilings.len() > RULES_MAX {
        return Err(Refusal::LimitExceeded(Limit::Rules(RULES_MAX)).into());
    }
    let version = limits.version.saturating_add(1);
    let mut ceilings: Vec<LimitRule> = Vec::with_capacity(command.ceilings.len());
    for (key, bounds) in &command.ceilings {
        refuse_unacceptable(*key, Some(*bounds))?;
        let known = limits.ceilings.iter().find(|rule| rule.key == *key);
        let since = known.map_or(version, |rule| rule.since);
        ceilings.push(LimitRule { key: *key, bounds: *bounds, since });
    }
    if ceilings != limits.ceilings {
        (limits.version, limits.ceilings) = (version, ceilings);
    }
    keep(turn, limits);
    Ok(Done::now(Receipt::Done))
}

/// Puts into force what no person alone may do, and the ceilings on tariffs.
pub(super) fn set_safeguards(turn: &mut Turn<'_>, command: &SetSafeguards) -> Result<Done, Stop> {
    if command.tariff_ceilings.len() > TARIFF_CEILINGS_MAX {
        return Err(Refusal::LimitExceeded(Limit::Rules(TARIFF_CEILINGS_MAX)).into());
    }
    let safeguards = Some(Safeguards { tariff_ceilings: command.tariff_ceilings.clone() });
    if safeguards != turn.deployment.safeguards {
        turn.set.put(Deployment { safeguards, ..(*turn.deployment).clone() });
    }
    Ok(Done::now(Receipt::Done))
}

/// Sets the brake of a currency, or removes it.
pub(super) fn set_brake(turn: &mut Turn<'_>, command: &SetBrake) -> Result<Done, Stop> {
    turn.permit(command.actor, sets_limits)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_brake(turn, command.currency, command.brake)?;
    if !brake_is_stricter(turn, command) {
        return Err(Refusal::NeedsTwoPeople.into());
    }
    put_brake(turn, command.currency, command.brake)?;
    Ok(turn.remember(Receipt::Done))
}

/// Whether a brake lets nothing pass that is refused now.
fn brake_is_stricter(turn: &Turn<'_>, command: &SetBrake) -> bool {
    let known = turn.deployment.limits.brakes.iter().find(|brake| brake.currency == command.currency);
    let bounds = |level: BrakeLevel| LimitBounds {
        count_max: level.count_max,
        value_max: level.value_max,
        ..LimitBounds::default()
    };
    let is_as_strict = |own: BrakeLevel, other: BrakeLevel| bounds(own).is_as_strict_as(&bounds(other));
    match (known, command.brake) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(known), Some(brake)) => {
            known.window_s == brake.window_s
                && is_as_strict(brake.slow, known.slow)
                && is_as_strict(brake.stop, known.stop)
        }
    }
}

/// Puts a brake into force, or takes it out of force, whoever wants it.
pub(super) fn put_brake(
    turn: &mut Turn<'_>,
    currency: Currency,
    brake: Option<BrakeSetting>,
) -> Result<(), Refusal> {
    acceptable_brake(turn, currency, brake)?;
    let mut limits = turn.deployment.limits.clone();
    let place = limits.brakes.iter().position(|brake| brake.currency == currency);
    let known = place.map(|place| limits.brakes.remove(place));
    if let Some(BrakeSetting { window_s, slow, stop }) = brake {
        let known = known.filter(|brake| brake.window_s == window_s);
        let since = known.map_or(limits.version.saturating_add(1), |brake| brake.since);
        let is_slow = known.is_some_and(|brake| brake.is_slow);
        limits.version = limits.version.max(since);
        limits.brakes.push(Brake { currency, window_s, slow, stop, since, is_slow });
        limits.brakes.sort_by_key(|brake| brake.currency);
    }
    keep(turn, limits);
    Ok(())
}

/// Refuses what is no brake, and the removal of one that is not there.
pub(super) fn acceptable_brake(
    turn: &Turn<'_>,
    currency: Currency,
    brake: Option<BrakeSetting>,
) -> Result<(), Refusal> {
    let Some(BrakeSetting { window_s, slow, stop }) = brake else {
        let is_there = turn.deployment.limits.brakes.iter().any(|brake| brake.currency == currency);
        return if is_there { Ok(()) } else { Err(Refusal::NotFound(Thing::Limit)) };
    };
    if !(WINDOW_S_MIN..=WINDOW_S_MAX).contains(&window_s) {
        return Err(Refusal::Unacceptable(Limit::Window(WINDOW_S_MIN, WINDOW_S_MAX)));
    }
    let levels = [slow, stop];
    let says_something = levels.iter().any(|level| level.count_max.is_some() || level.value_max.is_some());
    let is_positive = levels.iter().all(|level| level.value_max.is_none_or(|most| most >= 0));
    if says_something && is_positive { Ok(()) } else { Err(Refusal::Unacceptable(Limit::Bounds)) }
}

/// Payouts were let go on: the brakes count anew, or the next payout would stop them again.
pub(super) fn let_go_on(mut limits: Limits) -> Limits {
    if !limits.brakes.is_empty() {
        limits.version = limits.version.saturating_add(1);
        for brake in &mut limits.brakes {
            (brake.since, brake.is_slow) = (limits.version, false);
        }
    }
    limits
}
