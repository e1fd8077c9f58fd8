//! Limits and the brake in the history that every engine runs: set, made stricter, reached, used and given back, and
//! payouts stopped by the brake and let go on.

use specie_domain::Body;
use specie_domain::command::{Actor, BrakeSetting, SetBrake, SetCeilings, SetLimit, StopPayouts};
use specie_domain::rows::{Approved, BrakeLevel, LimitBounds, LimitKey, LimitScope, LimitedAction, Purpose};

use super::history::{Customer, History, Place, pence};

const DAY_S: u32 = 86_400;

fn rule(scope: LimitScope, window_s: u32) -> LimitKey {
    LimitKey { action: LimitedAction::Withdraw, scope, currency: pence(0).currency(), window_s }
}

fn set(key: LimitKey, bounds: Option<LimitBounds>) -> Body {
    Body::SetLimit(SetLimit { actor: Actor::System, key, bounds })
}

fn at_most(minor: i64) -> LimitBounds {
    LimitBounds { value_max: Some(minor), ..LimitBounds::default() }
}

fn cash_out(history: &mut History, customer: &Customer, shop: &Place, passes: &str, refused: Option<&str>) {
    let visit = history.visit(customer, shop, Purpose::Withdraw, Approved::UpTo(pence(10_000)));
    if let Some(sum) = refused {
        history.refused(visit.withdraw(sum));
    }
    history.done(visit.withdraw(passes));
    history.done(visit.close());
    history.pass_s(30);
}

/// A customer who meets every kind of limit.
pub(super) fn limits(history: &mut History, shop: &Place) {
    let carol = history.customer(50_000);
    let scopes = [
        LimitScope::Deployment,
        LimitScope::EachWallet,
        LimitScope::EachPos,
        LimitScope::EachOwner,
        LimitScope::EachWalletAtPos,
        LimitScope::EachWalletOfTier(0),
        LimitScope::Wallet(carol.wallet_id),
        LimitScope::Pos(shop.pos_id),
    ];
    for scope in scopes {
        history.done(set(rule(scope, DAY_S), Some(at_most(20_000))));
    }
    let each = LimitBounds { value_min: Some(100), multiple_of: Some(100), ..at_most(5_000) };
    history.done(set(rule(LimitScope::EachWallet, 0), Some(each)));
    history.refused(set(rule(LimitScope::EachWallet, 0), None));
    history.refused(set(rule(LimitScope::EachOwner, 0), None));
    let ceilings = vec![(rule(LimitScope::EachWallet, DAY_S), at_most(6_000))];
    history.done(Body::SetCeilings(SetCeilings { ceilings }));
    cash_out(history, &carol, shop, "50", Some("50.50"));
    let part = history.visit(&carol, shop, Purpose::Withdraw, Approved::UpTo(pence(10_000)));
    history.refused(part.withdraw("11"));
    history.done(part.withdraw("10"));
    history.done(part.reverse("9"));
    history.done(part.close());
    history.pass_s(30);
    cash_out(history, &carol, shop, "9", Some("10"));
    history.done(Body::SetCeilings(SetCeilings { ceilings: Vec::new() }));
    brake(history, &carol, shop);
}

fn brake(history: &mut History, carol: &Customer, shop: &Place) {
    let actor = Actor::System;
    let level = |minor| BrakeLevel { count_max: Some(20), value_max: Some(minor) };
    let brake = Some(BrakeSetting { window_s: 3600, slow: level(2_400), stop: level(3_000) });
    let currency = pence(0).currency();
    history.done(Body::SetBrake(SetBrake { actor, currency, brake }));
    history.refused(Body::SetBrake(SetBrake { actor, currency, brake: None }));
    cash_out(history, carol, shop, "24", None);
    let visit = history.visit(carol, shop, Purpose::Withdraw, Approved::UpTo(pence(10_000)));
    history.refused(visit.withdraw("10"));
    for _ in 0..6 {
        history.pass_s(150);
        cash_out(history, carol, shop, "1", None);
    }
    history.pass_s(150);
    let over = history.visit(carol, shop, Purpose::Withdraw, Approved::UpTo(pence(10_000)));
    history.refused(over.withdraw("1"));
    history.done(Body::StopPayouts(StopPayouts { actor, reason: None }));
    cash_out(history, carol, shop, "1", None);
}
