//! Limits and the brake in the history that every engine runs: set, made stricter, reached, used and given back, and
//! payouts stopped by the brake and let go on.

use std::thread;

use specie_domain::command::{
    Actor, AnswerFloat, AskFloat, BrakeSetting, LocatePos, MoveFloat, ReturnFloat, SetBrake, SetCeilings,
    SetCreditLine, SetLimit, SetLowFloat, StopPayouts, WithdrawFloatAsk,
};
use specie_domain::ids::Reference;
use specie_domain::rows::{
    Approved, BrakeLevel, FloatWay, LimitBounds, LimitKey, LimitScope, LimitedAction, Point, Purpose,
};

use specie_domain::outcome::Limit;
use specie_domain::{Body, Command, Outcome, Refusal};

use super::history::{Customer, History, Place, pence, rushes};
use super::{Contents, Subject, balance, commit_all, wait};
use crate::memory::MemoryStore;

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

/// Float that moves and is watched, and a place.
pub(super) fn float(history: &mut History, shop: &Place, other: &Place) {
    let actor = Actor::System;
    let [pos, to] = [shop, other].map(|place| Reference::Id(place.pos_id));
    let below = pence(99_000);
    history.done(Body::SetLowFloat(SetLowFloat { actor, pos: pos.clone(), below }));
    let moving = |amount| Body::MoveFloat(MoveFloat { actor, from: pos.clone(), to: to.clone(), amount });
    history.done(moving(pence(5_000)));
    history.refused(moving(pence(100_000_000)));
    history.done(Body::ReturnFloat(ReturnFloat { actor, pos: to.clone(), amount: pence(2_000) }));
    let line = |line| Body::SetCreditLine(SetCreditLine { actor, pos: pos.clone(), line });
    history.refused(line(pence(50_001)));
    history.done(line(pence(40_000)));
    let point = Point { latitude_e6: 51_507_400, longitude_e6: -127_800 };
    let (town, hours) = ("London".to_owned(), "Mo-Sa 8-20".to_owned());
    history.done(Body::LocatePos(LocatePos { actor, pos: pos.clone(), point, town, hours }));
    let ask = |way, amount| Body::AskFloat(AskFloat { key: shop.key, pos: pos.clone(), way, amount });
    history.done(ask(FloatWay::Bring, pence(1_000)));
    history.done(ask(FloatWay::TakeAway, pence(700)));
    let currency = pence(0).currency();
    history.refused(Body::AnswerFloat(AnswerFloat {
        actor,
        pos: pos.clone(),
        currency,
        number: 2,
        grant: true,
    }));
    history.done(Body::WithdrawFloatAsk(WithdrawFloatAsk { key: shop.key, pos, currency }));
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

/// Wallets that race, each with four withdrawals of 10.00: as many threads as withdrawals.
const WALLETS: usize = 16;
/// What may pass over all places together, pence.
const MOST: i64 = 13_500;
/// Withdrawals of 10.00 that fit.
const FITTING: usize = 13;

/// G1, G5: judged one after another, whichever thread comes first.
pub fn from_64_threads_a_limit_lets_exactly_its_figure_pass<S: Subject>() {
    let (mut history, pending, rushes) = rushes(WALLETS);
    let key = rule(LimitScope::Deployment, DAY_S);
    history.done(set(key, Some(at_most(MOST))));
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands(), 64);
    let withdrawals: Vec<Command> = rushes.iter().flat_map(|rush| rush.withdrawals.clone()).collect();
    assert_eq!(withdrawals.len(), 64);
    let store = subject.store();
    let outcomes: Vec<Outcome> = thread::scope(|scope| {
        let send = |command: &Command| {
            let command = command.clone();
            scope.spawn(move || wait(store.commit(vec![command])).unwrap().remove(0))
        };
        let threads: Vec<_> = withdrawals.iter().map(send).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let passed = outcomes.iter().filter(|outcome| outcome.result.is_ok()).count();
    assert_eq!(passed, FITTING, "{outcomes:?}");
    for outcome in outcomes.iter().filter(|outcome| outcome.result.is_err()) {
        let is_lawful =
            matches!(outcome.result, Err(Refusal::LimitExceeded(Limit::Rule(_)) | Refusal::NotEnoughFunds));
        assert!(is_lawful, "{outcome:?}");
    }
    assert_eq!(balance(subject.store(), pending), 1_000 * i64::try_from(FITTING).unwrap());
    let contents = subject.contents();
    assert_eq!(Contents::from(&MemoryStore::replay(&contents.journal).unwrap()), contents);
}
