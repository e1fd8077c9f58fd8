//! What a withdrawal costs and earns: which tariff, which quote, what stays when cash goes back, and that no split of a
//! sum pays less or earns more.

use proptest::prelude::*;
use specie_domain::command::{Actor, AddTariff, ArmCodeOver, RegisterOperatorKey, SetKycTier};
use specie_domain::ids::{OperationId, TariffId};
use specie_domain::outcome::{Limit, ScheduleName, TariffFault, Thing};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, Band, Channel, Purpose, Quote, Role, Schedule, Scope, Told,
};
use specie_domain::{Body, Receipt, Refusal, Time, tax};

use crate::rig::{Rig, gbp, hash, pounds, refusal};

pub(crate) const fn band(from: i64, basis_points: u32, step: i64) -> Band {
    Band { from, basis_points, step }
}

pub(crate) const fn scope(currency: specie_money::Currency) -> Scope {
    Scope { currency, owner_id: None, channel: None, kyc_tier: None }
}

/// A tariff in GBP without anything.
pub(crate) fn tariff() -> AddTariff {
    AddTariff {
        actor: Actor::System,
        name: "Cash out".to_owned(),
        scope: scope(gbp()),
        valid_from: None,
        valid_to: None,
        fee: Schedule::default(),
        commission: Schedule::default(),
        tax_basis_points: 0,
    }
}

fn flat(flat: i64) -> Schedule {
    Schedule { flat, ..Schedule::default() }
}

pub(crate) fn add(rig: &mut Rig, tariff: AddTariff) -> TariffId {
    match rig.ok(Body::AddTariff(tariff)) {
        Receipt::TariffAdded(tariff_id) => tariff_id,
        other => panic!("{other:?}"),
    }
}

fn operators(rig: &Rig, kind: AccountKind) -> i64 {
    rig.balance(AccountKey::of_operator(kind, gbp()))
}

fn earned(rig: &Rig) -> i64 {
    rig.balance(AccountKey::of_owner(AccountKind::Commission, rig.owner_id, gbp()))
}

fn text(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

/// Withdraws in a session of its own.
fn held(rig: &mut Rig, minor: i64) -> OperationId {
    let sum = pounds(&text(minor));
    let operation = rig.session_for(Approved::Exactly(sum), Purpose::Withdraw);
    rig.withdraw(operation, &text(minor)).result.unwrap();
    operation
}

fn cash_out(rig: &mut Rig, minor: i64) -> OperationId {
    let operation = held(rig, minor);
    rig.logout(operation).result.unwrap();
    rig.pass_s(1);
    operation
}

/// A customer with much money, on a day that has just begun.
fn rich() -> Rig {
    let mut rig = Rig::new();
    rig.pass_s(86_400 - rig.now.unix_ms() / 1000 % 86_400);
    rig.top_up(rig.wallet_id, pounds("1000000.00"));
    rig
}

#[test]
fn a_fee_is_flat_sum_bands_minimum_and_maximum() {
    let schedule = Schedule {
        flat: 25,
        bands: vec![band(0, 0, 0), band(1000, 150, 0), band(5000, 50, 30)],
        min: 30,
        max: Some(120),
    };
    let table = [
        (0, 0, 0),
        (0, 1, 30),
        (0, 1000, 30),
        (0, 1001, 30),
        (0, 1333, 30),
        (0, 1334, 31),
        (0, 5000, 85),
        (0, 5001, 116),
        (0, 9000, 120),
        (1000, 1000, 40),
        (1001, 1, 30),
        (4999, 1, 30),
        (4999, 2, 56),
        (5001, 1, 56),
        (5001, 3000, 100),
        (9000, 3000, 100),
        (i64::MAX, 1, 56),
        (i64::MAX - 5, i64::MAX, 120),
    ];
    for (before, sum, fee) in table {
        assert_eq!(schedule.fee(before, sum), fee, "{sum} after {before}");
    }
    let by_the_day = Schedule { min: 10, ..schedule };
    for (paid, commission) in [(0, 0), (-1, 0), (1, 25), (1066, 25), (1067, 26), (5000, 85), (9000, 120)] {
        assert_eq!(by_the_day.commission(paid), commission, "of {paid}");
    }
}

#[test]
fn a_levy_is_a_part_of_the_fee_rounded_half_up() {
    let table =
        [(0, 1600, 0), (1, 4999, 0), (1, 5000, 1), (25, 1600, 4), (100, 1600, 16), (7, 10_000, 7), (7, 0, 0)];
    for (fee, rate, levy) in table {
        assert_eq!(tax(fee, rate), levy, "{rate} of {fee}");
    }
}

#[test]
fn a_fee_waits_with_its_cash_and_is_shared_out_when_it_left() {
    let mut rig = Rig::new();
    let bands = vec![band(0, 100, 0)];
    let commission = Schedule { bands: vec![band(0, 40, 0)], ..Schedule::default() };
    let fee = Schedule { flat: 20, bands, ..Schedule::default() };
    let tariff_id = add(&mut rig, AddTariff { fee, commission, tax_basis_points: 1600, ..tariff() });
    let operation = held(&mut rig, 1000);
    let pending = AccountKey::of_pos(AccountKind::FeePending, rig.pos_id, gbp());
    assert_eq!((rig.money().0, rig.balance(pending)), (18_900 - 1030, 30));
    rig.logout(operation).result.unwrap();
    let shares =
        |rig: &Rig| (operators(rig, AccountKind::Fee), operators(rig, AccountKind::Tax), earned(rig));
    assert_eq!((rig.balance(pending), shares(&rig)), (0, (25, 5, 4)));
    assert_eq!(operators(&rig, AccountKind::CommissionCost), -4);
    rig.tell(operation, Told::Partial(pounds("6.00"))).result.unwrap();
    assert_eq!((rig.money().0, shares(&rig)), (18_900 - 626, (22, 4, 2)));
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!((rig.money().0, shares(&rig)), (18_900, (0, 0, 0)));
    let row = rig.withdrawal().unwrap();
    let fees = (row.tariff_id, row.fee, row.fee_held, row.fee_kept, row.tax_kept, row.commission);
    assert_eq!(fees, (Some(tariff_id), 30, 0, 0, 0, 0));
}

#[test]
fn cash_paid_late_costs_no_fee() {
    let mut rig = Rig::new();
    add(&mut rig, AddTariff { fee: flat(50), commission: flat(9), ..tariff() });
    let operation = held(&mut rig, 1000);
    rig.reverse(operation, "10.00").result.unwrap();
    rig.tell(operation, Told::Dispensed).result.unwrap();
    assert_eq!((rig.money().0, rig.suspense()), (18_900 - 1000, 1000));
    assert_eq!((operators(&rig, AccountKind::Fee), earned(&rig)), (0, 0));
}

#[test]
fn a_balance_must_hold_the_sum_and_its_fee() {
    for (left_over, is_enough) in [(49, false), (50, true)] {
        let mut rig = Rig::new();
        add(&mut rig, AddTariff { fee: flat(50), ..tariff() });
        let sum = text(18_900 - left_over);
        let operation = rig.session_for(Approved::Exactly(pounds(&sum)), Purpose::Withdraw);
        let outcome = rig.withdraw(operation, &sum);
        assert_eq!(outcome.result.is_ok(), is_enough, "{outcome:?}");
    }
}

#[test]
fn a_code_keeps_the_version_it_was_armed_under() {
    let mut rig = Rig::new();
    let sum = Approved::Exactly(pounds("10.00"));
    let free = rig.session_for(sum, Purpose::Withdraw);
    let first = add(&mut rig, AddTariff { fee: flat(50), ..tariff() });
    rig.withdraw(free, "10.00").result.unwrap();
    assert_eq!(rig.withdrawal().unwrap().tariff_id, None, "armed before there was a tariff");
    let Receipt::CodeArmed(armed) = rig.arm("code", sum) else { panic!("a code is armed") };
    assert_eq!(armed.quote, Quote::Fee(first, 50));
    rig.pass_s(1);
    add(&mut rig, AddTariff { fee: flat(70), ..tariff() });
    let Ok(Receipt::SessionOpened(opened)) = rig.login("code").result else { panic!("a session opens") };
    let before = rig.money().0;
    rig.withdraw(opened.operation_id, "10.00").result.unwrap();
    assert_eq!(rig.money().0, before - 1050);
}

#[test]
fn a_fee_above_the_quote_is_refused_by_its_own_name_and_is_no_guess_at_a_sum() {
    let mut rig = rich();
    let fee = Schedule { bands: vec![band(0, 0, 0), band(1500, 1000, 0)], ..Schedule::default() };
    add(&mut rig, AddTariff { fee, ..tariff() });
    let sum = Approved::Exactly(pounds("10.00"));
    let (first, second) = (rig.session_for(sum, Purpose::Withdraw), rig.session_for(sum, Purpose::Withdraw));
    rig.withdraw(first, "10.00").result.unwrap();
    for _ in 0..6 {
        let dearer = Refusal::FeeAboveQuote(pounds("0.50"), pounds("0.00"));
        assert_eq!(refusal(rig.withdraw(second, "10.00")), dearer);
        assert_eq!(rig.session_row(second).amount_refusals, 0);
    }
    rig.reverse(first, "10.00").result.unwrap();
    rig.withdraw(second, "10.00").result.unwrap();
    assert_eq!(operators(&rig, AccountKind::Fee), 0);
    let third = held(&mut rig, 1000);
    rig.logout(third).result.unwrap();
    assert_eq!(operators(&rig, AccountKind::Fee), 50, "what was withdrawn before counts again");
}

#[test]
fn a_quote_up_to_a_sum_is_the_fee_of_that_sum() {
    let mut rig = Rig::new();
    let fee = Schedule { bands: vec![band(0, 200, 0)], ..Schedule::default() };
    let tariff_id = add(&mut rig, AddTariff { fee, ..tariff() });
    for (approved, quote) in [
        (Approved::UpTo(pounds("100.00")), Quote::Fee(tariff_id, 200)),
        (Approved::Exactly(pounds("100.00")), Quote::Fee(tariff_id, 200)),
    ] {
        let Receipt::CodeArmed(armed) = rig.arm("code", approved) else { panic!("a code is armed") };
        assert_eq!(armed.quote, quote, "{approved:?}");
    }
}

#[test]
fn the_most_specific_version_in_force_applies() {
    let mut rig = Rig::new();
    let (owner_id, channel, kyc_tier) = (Some(rig.owner_id), Some(Channel::Sms), Some(2));
    let all = scope(gbp());
    let other_owner = Some(rig.add_owner("Others"));
    let mut id_of = |scope| {
        rig.pass_ms(1);
        add(&mut rig, AddTariff { scope, fee: flat(1), ..tariff() })
    };
    let of_owner = id_of(Scope { owner_id, ..all });
    let of_channel = id_of(Scope { channel, kyc_tier, ..all });
    let of_tier = id_of(Scope { kyc_tier, ..all });
    let of_all = id_of(all);
    id_of(Scope { owner_id: other_owner, ..all });
    id_of(Scope { currency: specie_money::Currency::from_code("JPY").unwrap(), owner_id, ..all });
    let book = match rig.row::<specie_domain::rows::TariffBook>(()) {
        Some(specie_domain::Row::TariffBook(book)) => book,
        other => panic!("{other:?}"),
    };
    let known =
        |owner_id, channel, tier| Scope { owner_id, channel: Some(channel), kyc_tier: Some(tier), ..all };
    let nobody = Some(specie_domain::ids::OwnerId::from_u128(9));
    for (of, expected) in [
        (known(owner_id, Channel::Sms, 2), of_owner),
        (known(nobody, Channel::Sms, 2), of_channel),
        (known(nobody, Channel::Sms, 1), of_all),
        (known(nobody, Channel::App, 2), of_tier),
        (known(nobody, Channel::Ussd, 0), of_all),
    ] {
        assert_eq!(book.choose(&of, rig.now).map(|line| line.tariff_id), Some(expected), "{of:?}");
    }
}

#[test]
fn channel_and_kyc_tier_decide_about_a_code() {
    let mut rig = Rig::new();
    let all = scope(gbp());
    let sms = add(&mut rig, AddTariff { scope: Scope { channel: Some(Channel::Sms), ..all }, ..tariff() });
    let known = add(&mut rig, AddTariff { scope: Scope { kyc_tier: Some(3), ..all }, ..tariff() });
    let arm = rig.arming("code", Approved::Exactly(pounds("1.00")));
    let quote = |receipt| match receipt {
        Receipt::CodeArmed(armed) => armed.quote,
        other => panic!("{other:?}"),
    };
    assert_eq!(quote(rig.ok(Body::ArmCode(arm.clone()))), Quote::Free);
    let over = Body::ArmCodeOver(ArmCodeOver { arm: arm.clone(), channel: Channel::Sms });
    assert_eq!(quote(rig.ok(over)), Quote::Fee(sms, 0));
    let set = SetKycTier { actor: Actor::System, wallet_id: rig.wallet_id, kyc_tier: 3 };
    rig.ok(Body::SetKycTier(set));
    assert_eq!(quote(rig.ok(Body::ArmCode(arm))), Quote::Fee(known, 0));
}

#[test]
fn a_version_is_in_force_from_its_first_instant_to_the_one_before_its_end() {
    let mut rig = Rig::new();
    let start = rig.now.plus_s(100);
    let base = add(&mut rig, AddTariff { fee: flat(1), ..tariff() });
    let (from, to) = (Some(start), Some(start.plus_s(100)));
    let weekend = add(&mut rig, AddTariff { valid_from: from, valid_to: to, fee: flat(2), ..tariff() });
    let Some(specie_domain::Row::TariffBook(book)) = rig.row::<specie_domain::rows::TariffBook>(()) else {
        panic!("there is a book")
    };
    let of = Scope {
        owner_id: Some(rig.owner_id),
        channel: Some(Channel::App),
        kyc_tier: Some(0),
        ..scope(gbp())
    };
    let first = start.unix_ms();
    for (ms, expected) in
        [(first - 1, base), (first, weekend), (first + 99_999, weekend), (first + 100_000, base)]
    {
        let chosen = book.choose(&of, Time::from_unix_ms(ms)).map(|line| line.tariff_id);
        assert_eq!(chosen, Some(expected), "{} ms into it", ms - first);
    }
}

#[test]
fn an_open_code_costs_what_was_in_force_at_its_login() {
    let mut rig = Rig::new();
    rig.ok(Body::SetPolicy(specie_domain::Policy { open_codes_allowed: true, ..Default::default() }));
    add(&mut rig, AddTariff { fee: flat(50), ..tariff() });
    let operation = rig.session_for(Approved::Any, Purpose::Withdraw);
    rig.pass_s(1);
    add(&mut rig, AddTariff { fee: flat(70), ..tariff() });
    rig.withdraw(operation, "10.00").result.unwrap();
    assert_eq!(rig.money().0, 18_900 - 1050);
}

#[test]
fn a_tariff_that_cannot_be_reckoned_by_is_refused_by_the_name_of_its_fault() {
    use ScheduleName::{Commission, Fee};
    let mut rig = Rig::new();
    let most = 1_000_000_000_000_000;
    let bands = |bands: Vec<Band>| AddTariff { fee: Schedule { bands, ..Schedule::default() }, ..tariff() };
    let paid = |commission| AddTariff { commission, ..tariff() };
    let past = Some(Time::from_unix_ms(rig.now.unix_ms() - 1));
    let table = [
        (bands((0..17).map(|from| band(from, 1, 0)).collect()), TariffFault::BandsTooMany(Fee, 16)),
        (bands(vec![band(-1, 1, 0)]), TariffFault::BandNotAscending(Fee, 0)),
        (bands(vec![band(0, 1, 0), band(5, 1, 0), band(5, 1, 0)]), TariffFault::BandNotAscending(Fee, 2)),
        (bands(vec![band(0, 1, 0), band(5, 10_001, 0)]), TariffFault::BandRate(Fee, 1, 10_000)),
        (bands(vec![band(0, 1, -1)]), TariffFault::BandSum(Fee, 0, most)),
        (bands(vec![band(most + 1, 1, 0)]), TariffFault::BandSum(Fee, 0, most)),
        (paid(flat(-1)), TariffFault::Sum(Commission, most)),
        (paid(flat(most + 1)), TariffFault::Sum(Commission, most)),
        (paid(Schedule { max: Some(-1), ..flat(0) }), TariffFault::Sum(Commission, most)),
        (paid(Schedule { min: 2, max: Some(1), ..flat(0) }), TariffFault::MinAboveMax(Commission)),
        (AddTariff { tax_basis_points: 10_001, ..tariff() }, TariffFault::Tax(10_000)),
        (AddTariff { valid_from: past, ..tariff() }, TariffFault::InThePast),
        (AddTariff { valid_to: Some(rig.now), ..tariff() }, TariffFault::EndsBeforeItBegins),
    ];
    for (wrong, fault) in table {
        assert_eq!(refusal(rig.run(Body::AddTariff(wrong))), Refusal::TariffNotAcceptable(fault));
    }
    for (name, limit) in [("", 128), ("a\nb", 128)] {
        let wrong = AddTariff { name: name.to_owned(), ..tariff() };
        assert_eq!(refusal(rig.run(Body::AddTariff(wrong))), Refusal::Unacceptable(Limit::NameBytes(limit)));
    }
    let whose = Scope { owner_id: Some(specie_domain::ids::OwnerId::from_u128(9)), ..scope(gbp()) };
    let wrong = AddTariff { scope: whose, ..tariff() };
    assert_eq!(refusal(rig.run(Body::AddTariff(wrong))), Refusal::NotFound(Thing::Owner));
    let good = bands((0..16).map(|from| band(from, 10_000, most)).collect());
    let good = AddTariff { tax_basis_points: 10_000, valid_from: Some(rig.now), ..good };
    rig.ok(Body::AddTariff(good.clone()));
    assert_eq!(refusal(rig.run(Body::AddTariff(good))), Refusal::Exists(Thing::Tariff));
}

#[test]
fn the_book_holds_so_many_versions_and_lets_go_of_those_that_are_over() {
    let mut rig = Rig::new();
    for later in 0..256 {
        let from = Some(rig.now.plus_s(later));
        rig.ok(Body::AddTariff(AddTariff { valid_from: from, ..tariff() }));
    }
    let late = AddTariff { valid_from: Some(rig.now.plus_s(999)), ..tariff() };
    assert_eq!(refusal(rig.run(Body::AddTariff(late.clone()))), Refusal::LimitExceeded(Limit::Tariffs(256)));
    rig.pass_s(86_400);
    let late = AddTariff { valid_from: Some(rig.now.plus_s(999)), ..late };
    assert_eq!(refusal(rig.run(Body::AddTariff(late.clone()))), Refusal::LimitExceeded(Limit::Tariffs(256)));
    rig.pass_s(1);
    rig.ok(Body::AddTariff(late));
}

#[test]
fn only_those_who_keep_the_money_add_tariffs() {
    for (role, may) in
        [(Role::Admin, true), (Role::Finance, true), (Role::WalletBackend, false), (Role::Auditor, false)]
    {
        let mut rig = Rig::new();
        let key =
            RegisterOperatorKey { actor: Actor::System, hash: hash("staff"), person: "Ada".to_owned(), role };
        rig.ok(Body::RegisterOperatorKey(key));
        let actor = Actor::Operator(hash("staff"));
        let outcome = rig.run(Body::AddTariff(AddTariff { actor, ..tariff() }));
        assert_eq!(outcome.result.is_ok(), may, "{role:?}: {outcome:?}");
    }
}

#[test]
fn a_repeated_tariff_is_added_once() {
    let mut rig = Rig::new();
    rig.idempotency = Some("once");
    let first = rig.run(Body::AddTariff(tariff()));
    rig.pass_s(1);
    let again = rig.run(Body::AddTariff(tariff()));
    assert!(again.replayed && again.result == first.result, "{again:?}");
}

/// What is taken back when a withdrawal is undone is what the day earns less, whichever withdrawal it is.
#[test]
fn a_commission_of_the_day_is_that_of_what_stays_paid() {
    let mut rig = rich();
    let bands = vec![band(0, 10, 0), band(1000, 1000, 40)];
    let commission = Schedule { flat: 5, bands, min: 0, max: Some(200) };
    add(&mut rig, AddTariff { commission: commission.clone(), ..tariff() });
    let first = cash_out(&mut rig, 1000);
    assert_eq!(earned(&rig), 6);
    let second = cash_out(&mut rig, 500);
    assert_eq!(earned(&rig), 96);
    rig.tell(first, Told::NotDispensed).result.unwrap();
    assert_eq!(earned(&rig), 5, "as if only the second had been");
    rig.tell(second, Told::NotDispensed).result.unwrap();
    assert_eq!(earned(&rig), 0);
}

fn schedules() -> impl Strategy<Value = Schedule> {
    let bands = prop::collection::btree_map(0..6000_i64, (0..3000_u32, 0..60_i64), 0..5);
    let bounds = (0..40_i64, 0..30_i64, prop::option::of(30..300_i64));
    (bands, bounds).prop_map(|(bands, (flat, min, max))| Schedule {
        flat,
        bands: bands.into_iter().map(|(from, (rate, step))| band(from, rate, step)).collect(),
        min,
        max,
    })
}

/// The fee of a sum at one place of the day, by walking through the bands.
fn paying_one_by_one(schedule: &Schedule, at: i64, sum: i64) -> i64 {
    let at = if schedule.has_bands() { at } else { 0 };
    let mut parts = 0_i128;
    for (number, band) in schedule.bands.iter().enumerate() {
        let end = schedule.bands.get(number + 1).map_or(i64::MAX, |next| next.from);
        let inside = (at + sum).min(end).max(band.from) - at.min(end).max(band.from);
        parts += i128::from(inside) * i128::from(band.basis_points);
        if at <= band.from && at + sum > band.from {
            parts += i128::from(band.step) * 10_000;
        }
    }
    let fee = i64::try_from((parts + 9_999) / 10_000).unwrap() + schedule.flat;
    schedule.max.map_or(fee.max(schedule.min), |max| fee.max(schedule.min).min(max))
}

/// Bands that only grow cheaper, and steps that only grow smaller.
fn degressive() -> impl Strategy<Value = Schedule> {
    schedules().prop_map(|schedule| {
        let (mut rates, mut steps): (Vec<_>, Vec<_>) =
            schedule.bands.iter().map(|band| (band.basis_points, band.step)).unzip();
        rates.sort_unstable_by(|one, other| other.cmp(one));
        steps.sort_unstable_by(|one, other| other.cmp(one));
        let mut bands = schedule.bands.clone();
        for (band, (rate, step)) in bands.iter_mut().zip(rates.into_iter().zip(steps)) {
            (band.basis_points, band.step) = (rate, step);
        }
        Schedule { bands, ..schedule }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn no_split_of_a_sum_pays_less_or_earns_more(
        schedule in schedules(),
        before in 0..5000_i64,
        parts in prop::collection::vec(1..2500_i64, 1..8),
    ) {
        let whole: i64 = parts.iter().sum();
        let (mut at, mut fees, mut commissions) = (before, 0, 0);
        for part in &parts {
            fees += schedule.fee(at, *part);
            commissions += schedule.commission(at + part) - schedule.commission(at);
            at += part;
        }
        prop_assert!(fees >= schedule.fee(before, whole), "{fees} for the parts");
        prop_assert!(fees >= 0 && commissions >= 0);
        for (part, reached) in parts.iter().zip([0, 1, 700, 5000]) {
            let fee = schedule.fee(before + reached, *part);
            let slower = (0..=before + reached).map(|at| paying_one_by_one(&schedule, at, *part)).max();
            prop_assert_eq!(Some(fee), slower, "{} after {}", part, before + reached);
        }
        prop_assert_eq!(commissions, schedule.commission(before + whole) - schedule.commission(before));
        if !schedule.is_of_the_day() {
            let each: i64 = parts.iter().map(|part| schedule.commission(*part)).sum();
            prop_assert!(each <= schedule.commission(whole), "{each} for the parts");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Of withdrawals of a day, any of which comes back in whole or in part and in any order, what stays has paid at least
    /// what its sum costs at once: no great one beside it that was never meant makes it cheaper.
    #[test]
    fn what_stays_of_a_day_pays_no_less_whatever_is_undone(
        fee in prop_oneof![schedules(), degressive()],
        parts in prop::collection::vec((100..2500_i64, 0..=100_i64), 1..7),
        order in prop::collection::vec(any::<prop::sample::Index>(), 7),
        is_told_at_once in prop::collection::vec(any::<bool>(), 7),
    ) {
        let mut rig = rich();
        add(&mut rig, AddTariff { fee: fee.clone(), ..tariff() });
        let (mut open, mut stays, mut waiting) = (Vec::new(), 0, 0);
        for ((part, percent), at_once) in parts.into_iter().zip(is_told_at_once) {
            let operation = held(&mut rig, part);
            // A wallet has four sessions at a time.
            if at_once || waiting >= 3 {
                rig.logout(operation).result.unwrap();
            } else {
                waiting += 1;
            }
            let left = part * percent / 100;
            stays += left;
            open.push((operation, part, left));
        }
        for index in order {
            if open.is_empty() {
                break;
            }
            let (operation, part, left) = open.swap_remove(index.index(open.len()));
            let told = match left {
                0 => Told::NotDispensed,
                all if all == part => Told::Dispensed,
                left => Told::Partial(pounds(&text(left))),
            };
            rig.tell(operation, told).result.unwrap();
        }
        let kept = operators(&rig, AccountKind::Fee);
        prop_assert!(kept >= fee.fee(0, stays), "{kept} for {stays}, {}", fee.fee(0, stays));
        prop_assert!(stays > 0 || kept == 0, "{kept} was kept and nothing left");
    }

    /// Through the ledger: parts one after another and side by side, with withdrawals between that are undone.
    #[test]
    fn the_ledger_takes_no_less_for_a_split_and_gives_no_more(
        fee in schedules(),
        commission in schedules(),
        tax_basis_points in 0..10_000_u32,
        parts in prop::collection::vec((100..2500_i64, any::<bool>(), any::<bool>()), 1..6),
    ) {
        let mut rig = rich();
        add(&mut rig, AddTariff { fee: fee.clone(), commission: commission.clone(), tax_basis_points, ..tariff() });
        let mut split = rig.fork();
        let (mut waiting, mut whole) = (None, 0);
        for (part, is_undone, waits) in parts {
            if is_undone {
                let undone = cash_out(&mut split, part);
                split.tell(undone, Told::NotDispensed).result.unwrap();
                continue;
            }
            whole += part;
            let operation = held(&mut split, part);
            if waits && waiting.is_none() {
                waiting = Some(operation);
            } else {
                split.logout(operation).result.unwrap();
            }
        }
        if let Some(operation) = waiting {
            split.logout(operation).result.unwrap();
        }
        if whole > 0 {
            cash_out(&mut rig, whole);
        }
        let paid = |rig: &Rig| operators(rig, AccountKind::Fee) + operators(rig, AccountKind::Tax);
        prop_assert!(paid(&split) >= paid(&rig), "{} for the parts, {} for the whole", paid(&split), paid(&rig));
        prop_assert!(earned(&split) <= earned(&rig), "{} for the parts, {} for the whole", earned(&split), earned(&rig));
        prop_assert_eq!(split.money().0 + whole + paid(&split), rig.money().0 + whole + paid(&rig));
    }
}
