//! The limits and the brake of a town. Sums are minor units.

use specie_domain::command::{Actor, BrakeSetting, SetBrake, SetCeilings, SetLimit};
use specie_domain::rows::{BrakeLevel, LimitBounds, LimitKey, LimitScope, LimitedAction};
use specie_domain::{Body, Receipt};
use specie_money::Currency;

use super::Town;
use crate::chance::Chance;

/// Around what a limit is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Around {
    All,
    Wallet,
    Pos,
    Owner,
    WalletAtPos,
    Tier,
}

/// A limit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownLimit {
    /// On deposits, or on withdrawals.
    pub(crate) deposits: bool,
    /// Around what.
    pub(crate) around: Around,
    /// Of the tier that nobody has.
    pub(crate) of_nobody: bool,
    /// Whether it is a ceiling of the configuration file.
    pub(crate) is_ceiling: bool,
    /// The currency's number.
    pub(crate) currency: usize,
    /// Its window, seconds; zero: each operation by itself.
    pub(crate) window_s: u32,
    /// The most operations.
    pub(crate) count: Option<u32>,
    /// The greatest sum.
    pub(crate) value: Option<i64>,
    /// The least sum.
    pub(crate) least: Option<i64>,
    /// What a sum is a multiple of.
    pub(crate) step: Option<i64>,
}

/// A brake.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownBrake {
    /// The currency's number.
    pub(crate) currency: usize,
    /// Its window, seconds.
    pub(crate) window_s: u32,
    /// The sum above which payouts are slowed.
    pub(crate) slow: i64,
    /// The sum above which they stop.
    pub(crate) stop: i64,
}

impl TownLimit {
    /// How the core names it.
    pub(crate) const fn key(&self, currency: Currency) -> LimitKey {
        let action = if self.deposits { LimitedAction::Deposit } else { LimitedAction::Withdraw };
        let scope = match self.around {
            Around::All => LimitScope::Deployment,
            Around::Wallet => LimitScope::EachWallet,
            Around::Pos => LimitScope::EachPos,
            Around::Owner => LimitScope::EachOwner,
            Around::WalletAtPos => LimitScope::EachWalletAtPos,
            Around::Tier if self.of_nobody => LimitScope::EachWalletOfTier(9),
            Around::Tier => LimitScope::EachWalletOfTier(0),
        };
        LimitKey { action, scope, currency, window_s: self.window_s }
    }

    const fn bounds(&self) -> LimitBounds {
        LimitBounds {
            count_max: self.count,
            value_max: self.value,
            value_min: self.least,
            multiple_of: self.step,
        }
    }
}

/// Two worlds in three have limits; each of these is in half of those. In the order in which they are judged.
pub(super) fn draw_limits(chance: &mut Chance) -> Vec<TownLimit> {
    if chance.once_in(3) {
        return Vec::new();
    }
    let none = TownLimit {
        deposits: false,
        around: Around::All,
        of_nobody: false,
        is_ceiling: false,
        currency: 0,
        window_s: 0,
        count: None,
        value: None,
        least: None,
        step: None,
    };
    let of = |around, window_s, value| TownLimit { around, window_s, value: Some(value), ..none };
    let all = [
        of(Around::All, 3600, 400_000),
        TownLimit { least: Some(200), value: Some(9_500), ..of(Around::Wallet, 0, 0) },
        of(Around::Wallet, 86_400, 40_000),
        of(Around::Pos, 600, 60_000),
        TownLimit { count: Some(60), ..of(Around::Owner, 2_592_000, 900_000) },
        TownLimit { count: Some(4), value: None, ..of(Around::WalletAtPos, 21_600, 0) },
        TownLimit { step: Some(5), value: None, currency: 1, ..of(Around::Tier, 0, 0) },
        TownLimit { currency: 2, ..of(Around::Tier, 7_200, 50_000) },
        TownLimit { of_nobody: true, ..of(Around::Tier, 7_200, 0) },
        TownLimit { deposits: true, ..of(Around::Wallet, 3600, 12_000) },
        TownLimit { is_ceiling: true, ..of(Around::Wallet, 43_200, 35_000) },
    ];
    all.into_iter().filter(|_| chance.once_in(2)).collect()
}

/// One world in four has a brake.
pub(super) fn draw_brake(chance: &mut Chance) -> Option<TownBrake> {
    let window_s = chance.one_of(&[300, 3600]);
    let slow = chance.between(50_000, 250_000);
    let stop = slow + chance.between(10_000, 100_000);
    chance.once_in(4).then_some(TownBrake { currency: 0, window_s, slow, stop })
}

impl Town {
    /// The limit at a place, with another greatest sum.
    pub(crate) fn limit_with(&self, place: usize, value: i64) -> (LimitKey, LimitBounds) {
        let limit = TownLimit { value: Some(value), ..self.limits[place] };
        (limit.key(self.currencies[limit.currency]), limit.bounds())
    }

    /// Puts them into force.
    pub(super) fn found_limits<E>(&self, ask: &mut impl FnMut(Body) -> Result<Receipt, E>) -> Result<(), E> {
        let actor = Actor::System;
        let named = |limit: &TownLimit| (limit.key(self.currencies[limit.currency]), limit.bounds());
        for (key, bounds) in self.limits.iter().filter(|limit| !limit.is_ceiling).map(named) {
            ask(Body::SetLimit(SetLimit { actor, key, bounds: Some(bounds) }))?;
        }
        let ceilings = self.limits.iter().filter(|limit| limit.is_ceiling).map(named).collect();
        ask(Body::SetCeilings(SetCeilings { ceilings }))?;
        if let Some(TownBrake { currency, window_s, slow, stop }) = self.brake {
            let level = |minor| BrakeLevel { count_max: None, value_max: Some(minor) };
            let brake = Some(BrakeSetting { window_s, slow: level(slow), stop: level(stop) });
            ask(Body::SetBrake(SetBrake { actor, currency: self.currencies[currency], brake }))?;
        }
        Ok(())
    }
}
