//! Limits, ceilings and the brake: what passes, what is refused, and what goes back (cash-lifecycle.md section 6).

use proptest::prelude::*;
use specie_domain::command::{
    Actor, BrakeSetting, Judge, Propose, RegisterOperatorKey, SetBrake, SetCeilings, SetLimit, StopPayouts,
};
use specie_domain::outcome::{Limit, RuleBound, RuleHit, Thing};
use specie_domain::rows::{
    Approved, BrakeChange, BrakeLevel, EventKind, LimitBounds, LimitChange, LimitKey, LimitScope,
    LimitedAction, Proposed, Purpose, Role, Told, Usage, UsageKey, UsageScope, Used,
};
use specie_domain::{Body, Outcome, Policy, Receipt, Refusal, Row, Time};

use crate::rig::{Rig, gbp, hash, pounds, refusal};

const HOUR_S: u32 = 3600;
const DAY_S: u32 = 86_400;

fn of(scope: LimitScope, window_s: u32) -> LimitKey {
    LimitKey { action: LimitedAction::Withdraw, scope, currency: gbp(), window_s }
}

fn value(minor: i64) -> LimitBounds {
    LimitBounds { value_max: Some(minor), ..LimitBounds::default() }
}

fn count(operations: u32) -> LimitBounds {
    LimitBounds { count_max: Some(operations), ..LimitBounds::default() }
}

impl Rig {
    fn limit(&mut self, key: LimitKey, bounds: Option<LimitBounds>) -> Outcome {
        self.run(Body::SetLimit(SetLimit { actor: Actor::System, key, bounds }))
    }

    /// One whole cash-out, in a session of its own.
    fn cash_out(&mut self, sum: &str) -> Result<(), Refusal> {
        let operation = self.session();
        let result = self.withdraw(operation, sum).result;
        assert!(self.logout(operation).result.is_ok());
        result.map(|_| ())
    }

    fn used(&self, key: UsageKey) -> Used {
        match self.row::<Usage>(key) {
            Some(Row::Usage(usage)) => usage.used(self.now),
            _ => Used::default(),
        }
    }

    fn used_by_wallet(&self, window_s: u32) -> Used {
        self.used(UsageKey {
            scope: UsageScope::Wallet,
            subject: self.wallet_id.as_u128(),
            place: 0,
            action: LimitedAction::Withdraw,
            currency: gbp(),
            window_s,
        })
    }
}

fn hit(key: LimitKey, bound: RuleBound, figure: i64, used: i64) -> Refusal {
    Refusal::LimitExceeded(Limit::Rule(RuleHit { key, bound, figure, used }))
}

#[test]
fn a_rule_on_each_operation_holds_from_its_first_bad_sum_on() {
    let mut rig = Rig::new();
    let key = of(LimitScope::EachWallet, 0);
    let bounds =
        LimitBounds { value_min: Some(500), value_max: Some(2_000), multiple_of: Some(500), count_max: None };
    assert!(rig.limit(key, Some(bounds)).result.is_ok());
    for (sum, expected) in [
        ("4.99", Err(hit(key, RuleBound::Least, 500, 0))),
        ("5.00", Ok(())),
        ("5.01", Err(hit(key, RuleBound::Multiple, 500, 0))),
        ("20.00", Ok(())),
        ("25.00", Err(hit(key, RuleBound::Value, 2_000, 0))),
    ] {
        assert_eq!(rig.cash_out(sum), expected, "{sum}");
    }
}

#[test]
fn a_rolling_limit_lets_exactly_its_figure_pass_and_no_minor_unit_more() {
    let scopes = |rig: &Rig| {
        [
            LimitScope::Deployment,
            LimitScope::EachWallet,
            LimitScope::EachPos,
            LimitScope::EachOwner,
            LimitScope::EachWalletAtPos,
            LimitScope::EachWalletOfTier(0),
            LimitScope::Wallet(rig.wallet_id),
            LimitScope::Pos(rig.pos_id),
            LimitScope::Owner(rig.owner_id),
        ]
    };
    for place in 0..9 {
        let mut rig = Rig::new();
        let key = of(scopes(&rig)[place], HOUR_S);
        assert!(rig.limit(key, Some(value(2_500))).result.is_ok());
        assert_eq!(rig.cash_out("10"), Ok(()));
        assert_eq!(rig.cash_out("15.01"), Err(hit(key, RuleBound::Value, 2_500, 1_000)), "{key:?}");
        assert_eq!(rig.cash_out("15"), Ok(()), "{key:?}");
        assert_eq!(rig.cash_out("0.01"), Err(hit(key, RuleBound::Value, 2_500, 2_500)), "{key:?}");
        rig.pass_s(i64::from(HOUR_S) + 150);
        assert_eq!(rig.cash_out("25"), Ok(()), "{key:?}");
    }
}

#[test]
fn a_limit_of_somebody_else_of_another_tier_or_of_deposits_does_not_concern_a_withdrawal() {
    let mut rig = Rig::new();
    let other_owner = rig.add_owner("Others");
    let other_pos = rig.add_pos(other_owner, None);
    let deposits = LimitKey { action: LimitedAction::Deposit, ..of(LimitScope::EachWallet, DAY_S) };
    let keys = [
        of(LimitScope::Pos(other_pos), DAY_S),
        of(LimitScope::Owner(other_owner), DAY_S),
        of(LimitScope::EachWalletOfTier(1), DAY_S),
        of(LimitScope::EachWalletOfTier(1), 0),
        deposits,
    ];
    for key in keys {
        assert!(rig.limit(key, Some(value(100))).result.is_ok());
    }
    assert_eq!(rig.cash_out("10"), Ok(()));
}

#[test]
fn a_limit_on_somebody_there_is_not_is_refused() {
    let mut rig = Rig::new();
    for (scope, thing) in [
        (LimitScope::Wallet(specie_domain::ids::WalletId::from_u128(9)), Thing::Wallet),
        (LimitScope::Pos(specie_domain::ids::PosId::from_u128(9)), Thing::Pos),
        (LimitScope::Owner(specie_domain::ids::OwnerId::from_u128(9)), Thing::Owner),
    ] {
        let refused = rig.limit(of(scope, DAY_S), Some(value(100)));
        assert_eq!(refusal(refused), Refusal::NotFound(thing), "{scope:?}");
    }
}

#[test]
fn a_limit_on_deposits_refuses_them_before_cash_is_taken() {
    let mut rig = Rig::new();
    let key = LimitKey { action: LimitedAction::Deposit, ..of(LimitScope::EachWallet, DAY_S) };
    assert!(rig.limit(key, Some(value(1_000))).result.is_ok());
    let first = rig.session_for(Approved::Any, Purpose::Deposit);
    assert_eq!(refusal(rig.deposit(first, "10.01")), hit(key, RuleBound::Value, 1_000, 0));
    assert!(rig.deposit(first, "10").result.is_ok());
    let second = rig.session_for(Approved::Any, Purpose::Deposit);
    assert_eq!(refusal(rig.deposit(second, "0.01")), hit(key, RuleBound::Value, 1_000, 1_000));
    assert!(rig.reverse(first, "10").result.is_ok());
    assert!(rig.deposit(second, "10").result.is_ok(), "what was reversed was given back");
}

#[test]
fn what_was_not_handed_out_is_given_back_in_part_by_value_and_in_whole_by_count_too() {
    let mut rig = Rig::new();
    assert!(rig.limit(of(LimitScope::EachWallet, DAY_S), Some(value(10_000))).result.is_ok());
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.reverse(operation, "4").result.unwrap();
    assert_eq!(rig.used_by_wallet(DAY_S), Used { count: 1, value: 600 });
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!(rig.used_by_wallet(DAY_S), Used { count: 0, value: 0 });
    rig.tell(operation, Told::Dispensed).result.unwrap();
    assert_eq!(rig.used_by_wallet(DAY_S), Used { count: 1, value: 1_000 }, "the cash had left after all");
}

#[test]
fn what_passed_before_a_rule_was_made_is_not_given_back_to_it() {
    let mut rig = Rig::new();
    let early = rig.session();
    rig.withdraw(early, "50").result.unwrap();
    let key = of(LimitScope::EachWallet, DAY_S);
    assert!(rig.limit(key, Some(value(1_000))).result.is_ok());
    assert_eq!(rig.cash_out("10"), Ok(()));
    rig.reverse(early, "50").result.unwrap();
    assert_eq!(rig.used_by_wallet(DAY_S), Used { count: 1, value: 1_000 });
    assert_eq!(rig.cash_out("0.01"), Err(hit(key, RuleBound::Value, 1_000, 1_000)));
}

#[test]
fn a_refused_withdrawal_uses_up_nothing() {
    let mut rig = Rig::new();
    assert!(rig.limit(of(LimitScope::EachWallet, DAY_S), Some(count(1))).result.is_ok());
    let poor = rig.session_for(Approved::UpTo(pounds("1000.00")), Purpose::Withdraw);
    assert_eq!(refusal(rig.withdraw(poor, "189.01")), Refusal::NotEnoughFunds);
    assert_eq!(rig.used_by_wallet(DAY_S), Used::default());
    assert_eq!(rig.cash_out("10"), Ok(()));
    assert!(rig.cash_out("10").is_err());
}

#[test]
fn a_repeat_is_counted_once() {
    let mut rig = Rig::new();
    assert!(rig.limit(of(LimitScope::EachWallet, DAY_S), Some(count(1))).result.is_ok());
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    assert!(rig.withdraw(operation, "10").replayed);
    assert_eq!(rig.used_by_wallet(DAY_S), Used { count: 1, value: 1_000 });
}

#[test]
fn one_admin_makes_a_limit_stricter_and_not_wider() {
    let key = of(LimitScope::EachWallet, DAY_S);
    let each = of(LimitScope::EachWallet, 0);
    let both = LimitBounds { count_max: Some(3), ..value(1_000) };
    let steps = LimitBounds { multiple_of: Some(500), value_min: Some(500), ..value(2_000) };
    for (key, from, to, is_done) in [
        (key, both, Some(LimitBounds { count_max: Some(2), ..value(1_000) }), true),
        (key, both, Some(LimitBounds { count_max: Some(3), ..value(1_001) }), false),
        (key, both, Some(LimitBounds { count_max: Some(4), ..value(1) }), false),
        (key, both, Some(value(1_000)), false),
        (key, both, None, false),
        (each, steps, Some(LimitBounds { multiple_of: Some(1_000), ..steps }), true),
        (each, steps, Some(LimitBounds { multiple_of: Some(250), ..steps }), false),
        (each, steps, Some(LimitBounds { value_min: Some(501), ..steps }), true),
        (each, steps, Some(LimitBounds { value_min: Some(499), ..steps }), false),
    ] {
        let mut rig = Rig::new();
        assert!(rig.limit(key, Some(from)).result.is_ok());
        let outcome = rig.limit(key, to);
        if is_done {
            assert!(outcome.result.is_ok(), "{from:?} to {to:?}");
        } else {
            assert_eq!(refusal(outcome), Refusal::NeedsTwoPeople, "{from:?} to {to:?}");
        }
    }
    let mut rig = Rig::new();
    assert_eq!(refusal(rig.limit(key, None)), Refusal::NotFound(Thing::Limit));
}

#[test]
fn two_people_and_a_delay_widen_a_limit_remove_it_and_remove_a_brake() {
    let mut rig = Rig::new();
    let [ada, beth] = ["Ada", "Beth"].map(|person| {
        let (actor, hash, role) = (Actor::System, hash(person), Role::Admin);
        let key = RegisterOperatorKey { actor, hash, person: person.to_owned(), role };
        rig.ok(Body::RegisterOperatorKey(key));
        Actor::Operator(hash)
    });
    let key = of(LimitScope::EachWallet, DAY_S);
    assert!(rig.limit(key, Some(value(1_000))).result.is_ok());
    brake(&mut rig, 100_000, 100_000);
    let why = || "the season begins".to_owned();
    for what in [
        Proposed::SetLimit(LimitChange { key, bounds: Some(value(2_000)), why: why() }),
        Proposed::SetLimit(LimitChange { key, bounds: None, why: why() }),
        Proposed::SetBrake(BrakeChange { currency: gbp(), brake: None, why: why() }),
    ] {
        assert!(rig.cash_out("20.01").is_err() || matches!(what, Proposed::SetBrake(_)), "{what:?}");
        let proposal_id = match rig.ok(Body::Propose(Propose { actor: ada, what: what.clone() })) {
            Receipt::Proposed(proposal_id) => proposal_id,
            other => panic!("{other:?}"),
        };
        let judged = |actor| Body::Judge(Judge { actor, proposal_id, approve: true });
        assert!(matches!(refusal(rig.run(judged(beth))), Refusal::ProposalNotYet(_)));
        rig.pass_s(i64::from(Policy::default().approvals.delay_s));
        assert_eq!(refusal(rig.run(judged(ada))), Refusal::OwnProposal);
        rig.ok(judged(beth));
        let again = rig.run(Body::Propose(Propose { actor: ada, what: what.clone() }));
        let is_gone = !matches!(&what, Proposed::SetLimit(LimitChange { bounds: Some(_), .. }));
        assert_eq!(again.result.is_err(), is_gone, "what is removed cannot be removed again: {what:?}");
    }
    assert_eq!(rig.cash_out("20.01"), Ok(()));
}

#[test]
fn a_limit_that_makes_no_sense_is_refused_by_name() {
    let day = of(LimitScope::EachWallet, DAY_S);
    let each = of(LimitScope::EachWallet, 0);
    let least = |minor| LimitBounds { value_min: Some(minor), ..LimitBounds::default() };
    let window = Refusal::Unacceptable(Limit::Window(60, 366 * DAY_S));
    let bounds = Refusal::Unacceptable(Limit::Bounds);
    for (key, asked, expected) in [
        (of(LimitScope::EachWallet, 59), value(1), &window),
        (of(LimitScope::EachWallet, 366 * DAY_S + 1), value(1), &window),
        (day, LimitBounds::default(), &bounds),
        (day, least(1), &bounds),
        (day, value(-1), &bounds),
        (each, count(1), &bounds),
        (each, least(0), &bounds),
    ] {
        let mut rig = Rig::new();
        assert_eq!(refusal(rig.limit(key, Some(asked))), *expected, "{key:?} {asked:?}");
    }
    let mut rig = Rig::new();
    for window_s in 60..124 {
        assert!(rig.limit(of(LimitScope::EachPos, window_s), Some(value(1))).result.is_ok());
    }
    let one_more = rig.limit(of(LimitScope::EachPos, 124), Some(value(1)));
    assert_eq!(refusal(one_more), Refusal::LimitExceeded(Limit::Rules(64)));
}

#[test]
fn a_ceiling_holds_whatever_the_rules_say() {
    let mut rig = Rig::new();
    let key = of(LimitScope::EachWallet, DAY_S);
    let ceilings = |ceilings| Body::SetCeilings(SetCeilings { ceilings });
    rig.ok(ceilings(vec![(key, value(2_000))]));
    assert!(rig.limit(key, Some(value(5_000))).result.is_ok());
    assert_eq!(rig.cash_out("20.01"), Err(hit(key, RuleBound::Value, 2_000, 0)));
    assert_eq!(rig.cash_out("20"), Ok(()));
    rig.ok(ceilings(vec![(key, value(2_500))]));
    assert_eq!(rig.cash_out("5.01"), Err(hit(key, RuleBound::Value, 2_500, 2_000)), "it still counts");
    rig.ok(ceilings(Vec::new()));
    assert_eq!(rig.cash_out("5.01"), Ok(()));
}

fn brake(rig: &mut Rig, slow: i64, stop: i64) {
    let level = |minor| BrakeLevel { count_max: None, value_max: Some(minor) };
    let setting = BrakeSetting { window_s: HOUR_S, slow: level(slow), stop: level(stop) };
    rig.ok(Body::SetBrake(SetBrake { actor: Actor::System, currency: gbp(), brake: Some(setting) }));
}

#[test]
fn above_the_slow_level_only_an_even_pace_passes() {
    let mut rig = Rig::new();
    brake(&mut rig, 4_800, 100_000);
    assert_eq!(rig.cash_out("48"), Ok(()));
    let slow = Err(Refusal::LimitExceeded(Limit::BrakeSlow(gbp())));
    assert_eq!(rig.cash_out("0.01"), slow, "this part of the window has had its share");
    assert_eq!(rig.count_events(EventKind::BrakeSlowed), 1);
    rig.pass_s(300);
    assert_eq!(rig.cash_out("2.01"), slow);
    assert_eq!(rig.cash_out("2.00"), Ok(()));
    assert_eq!(rig.count_events(EventKind::BrakeSlowed), 1, "told once");
    rig.pass_s(2 * i64::from(HOUR_S));
    assert_eq!(rig.cash_out("40"), Ok(()));
    assert_eq!(rig.count_events(EventKind::BrakeEased), 1);
}

#[test]
fn above_the_stop_level_all_payouts_stop_until_a_person_lets_them_go_on() {
    let mut rig = Rig::new();
    brake(&mut rig, 100_000, 3_000);
    assert_eq!(rig.cash_out("30"), Ok(()));
    assert!(matches!(rig.cash_out("0.01"), Err(Refusal::PayoutsStopped(_))));
    assert_eq!(rig.count_events(EventKind::BrakeStopped), 1);
    rig.pass_s(2 * i64::from(HOUR_S));
    assert!(matches!(rig.cash_out("0.01"), Err(Refusal::PayoutsStopped(_))), "it stays");
    rig.ok(Body::StopPayouts(StopPayouts { actor: Actor::System, reason: None }));
    assert_eq!(rig.cash_out("30"), Ok(()), "it counts anew");
    assert!(matches!(rig.cash_out("0.01"), Err(Refusal::PayoutsStopped(_))));
}

#[test]
fn a_late_repeat_of_letting_payouts_go_on_does_not_undo_a_later_stop() {
    let mut rig = Rig::new();
    brake(&mut rig, 100_000, 3_000);
    assert_eq!(rig.cash_out("30"), Ok(()));
    assert!(matches!(rig.cash_out("0.01"), Err(Refusal::PayoutsStopped(_))));
    let go_on = || Body::StopPayouts(StopPayouts { actor: Actor::System, reason: None });
    rig.idempotency = Some("go on");
    rig.ok(go_on());
    rig.idempotency = None;
    assert_eq!(rig.cash_out("30"), Ok(()));
    assert!(matches!(rig.cash_out("0.01"), Err(Refusal::PayoutsStopped(_))));
    rig.idempotency = Some("go on");
    assert!(rig.run(go_on()).replayed, "its answer was lost");
    let other = Body::StopPayouts(StopPayouts { actor: Actor::System, reason: Some("a drill".to_owned()) });
    assert_eq!(refusal(rig.run(other)), Refusal::IdempotencyKeyReused);
    rig.idempotency = None;
    assert!(matches!(rig.cash_out("0.01"), Err(Refusal::PayoutsStopped(_))), "the second stop stands");
}

#[test]
fn a_withdrawal_that_is_refused_anyway_does_not_trip_the_brake() {
    let mut rig = Rig::new();
    brake(&mut rig, 100_000, 3_000);
    let operation = rig.session_for(Approved::UpTo(pounds("1000.00")), Purpose::Withdraw);
    assert_eq!(refusal(rig.withdraw(operation, "500")), Refusal::NotEnoughFunds);
    assert_eq!(rig.count_events(EventKind::BrakeStopped), 0);
}

fn usage(window_s: u32) -> Usage {
    Usage::none(UsageKey {
        scope: UsageScope::Deployment,
        subject: 0,
        place: 0,
        action: LimitedAction::Withdraw,
        currency: gbp(),
        window_s,
    })
}

/// An operation of the naive list: when, how much, and what went back of it.
#[derive(Debug, Clone, Copy)]
struct Passed {
    at_ms: i64,
    value: i64,
    returned: i64,
}

proptest! {
    /// The list keeps everything; clocks run back by up to ten seconds, as between two requests that waited.
    #[test]
    fn no_window_of_that_length_ever_holds_more_than_the_limit(
        window_s in prop_oneof![60_u32..200, Just(3600), Just(86_400), Just(2_592_000)],
        most in 1_i64..400,
        steps in prop::collection::vec((0_u32..40, 1_i64..120, 0_i64..10_000, 0_i64..5), 1..150),
    ) {
        let mut usage = usage(window_s);
        let mut list: Vec<Passed> = Vec::new();
        let window_ms = i64::from(window_s) * 1000;
        let mut clock = 1_700_000_000_000_i64;
        for (parts, value, back_ms, gives_back) in steps {
            clock += i64::from(parts) * window_ms / 100;
            let at_ms = clock - back_ms;
            let at = Time::from_unix_ms(at_ms);
            let used = usage.used(at);
            if used.value + value <= most {
                usage.add(at, value);
                list.push(Passed { at_ms, value, returned: 0 });
            }
            if gives_back == 0 && let Some(last) = list.last_mut() && last.returned == 0 {
                last.returned = last.value;
                usage.correct(Time::from_unix_ms(last.at_ms), -1, -last.value);
            }
            for first in &list {
                let inside = list.iter().filter(|of| (0..window_ms).contains(&(of.at_ms - first.at_ms)));
                let sum: i64 = inside.map(|of| of.value - of.returned).sum();
                prop_assert!(sum <= most, "{sum} passed in the window that starts at {}", first.at_ms);
            }
            prop_assert!(usage.parts.len() <= 33, "{} parts", usage.parts.len());
        }
    }

    /// What counts is what the list has in the window, and never more than what it has in one part more.
    #[test]
    fn what_counts_lies_between_the_window_and_the_window_and_a_part(
        window_s in prop_oneof![Just(60_u32), Just(3600), Just(86_400)],
        steps in prop::collection::vec((0_u32..60, 1_i64..100, 0_i64..100), 1..100),
    ) {
        let mut usage = usage(window_s);
        let mut list: Vec<Passed> = Vec::new();
        let window_ms = i64::from(window_s) * 1000;
        let mut at_ms = 1_700_000_000_000_i64;
        for (parts, value, share) in steps {
            at_ms += i64::from(parts) * window_ms / 100;
            usage.add(Time::from_unix_ms(at_ms), value);
            let returned = value * share / 100;
            usage.correct(Time::from_unix_ms(at_ms), 0, -returned);
            list.push(Passed { at_ms, value, returned });
            let since = |ms: i64| -> i64 {
                list.iter().filter(|of| of.at_ms > at_ms - ms).map(|of| of.value - of.returned).sum()
            };
            let used = usage.used(Time::from_unix_ms(at_ms)).value;
            prop_assert!(used >= since(window_ms), "{used}");
            prop_assert!(used <= since(window_ms + window_ms / 24 + 1), "{used}");
        }
    }
}
