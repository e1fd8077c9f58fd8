//! All of it at once: fees, limits, tills, cases closed by people and by laws, in drawn histories. What the books must
//! come to is reckoned here a second time, from the withdrawals alone.

use std::collections::BTreeMap;

use proptest::prelude::*;
use specie_domain::command::{
    Actor, AddTariff, ArmCode, Dispute, Judge, OtherSide, Propose, RegisterOperatorKey, SetLimit,
    SetOnExpiry, SetRules, StepCase,
};
use specie_domain::ids::{OperationId, Reference};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, Bearer, CaseKind, CaseState, CloseCase, Closing, CommissionDay,
    Deposit, FeeDay, LimitBounds, LimitKey, LimitScope, LimitedAction, OnExpiry, Proposed, Purpose, Reason,
    Role, Rule, RuleAct, RuleStep, Schedule, Told, Usage, Withdrawal,
};
use specie_domain::{Body, Policy, Receipt, Row, Time, denominations};

use crate::fees::{add, band, tariff};
use crate::rig::{Rig, gbp, hash, pounds};
use crate::till_rig::{ANNA, BEN, SUE};

const FLOAT: &[(i64, u32)] = &[(5000, 20), (2000, 40), (1000, 40), (500, 30), (100, 50), (20, 50), (1, 200)];
const TOP_UP: i64 = 1_000_000;

#[derive(Debug, Clone, Copy)]
enum Step {
    Open(bool),
    Withdraw(u8, u16),
    Deposit(u8, u16),
    Reverse(u8, u16),
    Logout(u8),
    Tell(u8, u8, u16),
    Expire(u8),
    Pass(u32),
    Dispute(u8),
    Close(u8, u8, u16),
    Clock(u8),
    Till(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => any::<bool>().prop_map(Step::Open),
        5 => (any::<u8>(), 1..15_000_u16).prop_map(|(which, sum)| Step::Withdraw(which, sum)),
        1 => (any::<u8>(), 1..15_000_u16).prop_map(|(which, sum)| Step::Deposit(which, sum)),
        3 => (any::<u8>(), 1..15_000_u16).prop_map(|(which, sum)| Step::Reverse(which, sum)),
        2 => any::<u8>().prop_map(Step::Logout),
        4 => (any::<u8>(), any::<u8>(), 1..15_000_u16).prop_map(|(which, word, sum)| Step::Tell(which, word, sum)),
        2 => any::<u8>().prop_map(Step::Expire),
        2 => prop_oneof![6 => 1..150_u32, 3 => 150..500_u32, 1 => 3_000..100_000_u32].prop_map(Step::Pass),
        1 => any::<u8>().prop_map(Step::Dispute),
        2 => (any::<u8>(), any::<u8>(), 1..15_000_u16).prop_map(|(which, how, sum)| Step::Close(which, how, sum)),
        2 => any::<u8>().prop_map(Step::Clock),
        1 => any::<u8>().prop_map(Step::Till),
    ]
}

fn text(sum: u16) -> String {
    format!("{}.{:02}", sum / 100, sum % 100)
}

struct Shop {
    rig: Rig,
    people: (Actor, Actor),
    operations: Vec<OperationId>,
    fee: Schedule,
    commission: Schedule,
    till: Option<specie_domain::ids::TillId>,
}

fn hire(rig: &mut Rig, name: &str) -> Actor {
    let (actor, person, role) = (Actor::System, name.to_owned(), Role::Finance);
    rig.ok(Body::RegisterOperatorKey(RegisterOperatorKey { actor, hash: hash(name), person, role }));
    Actor::Operator(hash(name))
}

impl Shop {
    fn new(runs_tills: bool) -> Self {
        let mut rig = Rig::new();
        rig.pass_s(86_400 - rig.now.unix_ms() / 1000 % 86_400);
        rig.top_up(rig.wallet_id, specie_money::Money::from_minor(TOP_UP - 18_900, gbp()));
        rig.ok(Body::SetPolicy(Policy { open_codes_allowed: true, ..Policy::default() }));
        let people = (hire(&mut rig, "Ada"), hire(&mut rig, "Bob"));
        let fee = Schedule {
            flat: 7,
            bands: vec![band(0, 150, 0), band(10_000, 90, 13), band(30_000, 333, 0)],
            min: 30,
            max: Some(400),
        };
        let commission =
            Schedule { flat: 3, bands: vec![band(0, 40, 0), band(20_000, 75, 5)], min: 10, max: Some(300) };
        let (own_fee, own_commission) = (fee.clone(), commission.clone());
        add(&mut rig, AddTariff { fee, commission, tax_basis_points: 1_600, ..tariff() });
        for (scope, window_s) in
            [(LimitScope::EachWallet, 366 * 86_400), (LimitScope::Deployment, 366 * 86_400)]
        {
            for action in [LimitedAction::Withdraw, LimitedAction::Deposit] {
                let key = LimitKey { action, scope, currency: gbp(), window_s };
                let bounds = Some(LimitBounds { value_max: Some(i64::MAX), ..LimitBounds::default() });
                rig.ok(Body::SetLimit(SetLimit { actor: Actor::System, key, bounds }));
            }
        }
        let rule = |kind, steps: Vec<RuleStep>| Rule {
            name: "rule".to_owned(),
            law: Some("a law".to_owned()),
            from: Time::from_unix_ms(0),
            until: None,
            kinds: vec![kind],
            owner_id: None,
            currency: Some(gbp()),
            steps,
        };
        let daily = RuleAct::Compensate { daily: pounds("2"), days_max: 3 };
        let rules = vec![
            rule(
                CaseKind::Disputed,
                vec![
                    RuleStep { after_s: 100, act: RuleAct::Escalate },
                    RuleStep { after_s: 300, act: RuleAct::Reverse },
                    RuleStep { after_s: 400, act: daily },
                ],
            ),
            rule(CaseKind::PaidLate, vec![RuleStep { after_s: 300, act: RuleAct::Reverse }]),
            rule(CaseKind::Unconfirmed, vec![RuleStep { after_s: 6_000, act: RuleAct::Reverse }]),
        ];
        rig.ok(Body::SetRules(SetRules { rules }));
        let mut till = None;
        if runs_tills {
            till = Some(rig.open_shop_till(FLOAT).0);
        } else {
            let (actor, pos) = (Actor::System, Reference::Id(rig.pos_id));
            let on_expiry = OnExpiry::AssumeDispensedAfter(100);
            rig.ok(Body::SetOnExpiry(SetOnExpiry { actor, pos, on_expiry }));
        }
        Self { rig, people, operations: Vec::new(), fee: own_fee, commission: own_commission, till }
    }

    fn pick(&self, which: u8) -> Option<OperationId> {
        // As often as not the last one: most of what is said comes soon.
        if which > 127 {
            return self.operations.last().copied();
        }
        self.operations.get(usize::from(which) % self.operations.len().max(1)).copied()
    }

    fn open(&mut self, is_open: bool) {
        let rig = &mut self.rig;
        let code = format!("code {}", rig.draws);
        let pos = if is_open { None } else { Some(Reference::Id(rig.pos_id)) };
        let arming =
            ArmCode { purpose: Purpose::Any, pos, ..rig.arming(&code, Approved::UpTo(pounds("200"))) };
        if let Ok(Receipt::CodeArmed(armed)) = rig.run(Body::ArmCode(arming)).result {
            rig.pass_ms(armed.valid_from.ms_since(rig.now).max(0));
        }
        if let Ok(receipt) = rig.login(&code).result {
            self.operations.extend(receipt.opened_operation());
        }
    }

    fn propose(&mut self, operation_id: OperationId, how: u8, sum: u16) {
        let closing = match how % 7 {
            0 => Closing::Pay,
            1 => Closing::Return,
            2 => Closing::Part(pounds(&text(sum))),
            3 => Closing::CreditPos(Bearer::Owner),
            4 => Closing::CreditPos(Bearer::Loss),
            5 => Closing::WriteOff,
            _ => Closing::AsItIs,
        };
        let what = Proposed::CloseCase(CloseCase { operation_id, closing, sealed_text: Vec::new() });
        let proposed = self.rig.run(Body::Propose(Propose { actor: self.people.0, what }));
        if let Ok(Receipt::Proposed(proposal_id)) = proposed.result {
            self.rig.pass_s(60);
            let judge = Judge { actor: self.people.1, proposal_id, approve: true };
            self.rig.ok(Body::Judge(judge));
        }
    }

    fn at_till(&mut self, how: u8) {
        let Some(till) = self.till else { return };
        let rig = &mut self.rig;
        if rig.till().unwrap().open.is_none() {
            rig.open_till(till, if how < 128 { ANNA } else { BEN }, FLOAT).result.unwrap();
            return;
        }
        match how % 4 {
            0 => drop(rig.close_till(till, SUE, FLOAT).result.unwrap()),
            1 => drop(rig.hand_over(till, (SUE, if how < 128 { ANNA } else { BEN }), FLOAT)),
            2 => drop(rig.move_cash(till, OtherSide::ToVault, &[(2000, 3)])),
            _ => drop(rig.move_cash(till, OtherSide::FromVault, &[(1000, 3)])),
        }
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Open(is_open) => self.open(is_open),
            Step::Withdraw(which, sum) => drop(self.pick(which).map(|of| self.rig.withdraw(of, &text(sum)))),
            Step::Deposit(which, sum) => drop(self.pick(which).map(|of| self.rig.deposit(of, &text(sum)))),
            Step::Reverse(which, sum) => {
                let Some(of) = self.pick(which) else { return };
                let own = self.withdrawals().into_iter().find(|row| row.operation_id == of);
                // As often as not all that is held or paid, or a part of it.
                let sum = match own {
                    Some(row) if sum % 3 == 0 => (row.held + row.paid).try_into().unwrap(),
                    Some(row) if sum % 3 == 1 => {
                        (i64::from(sum) % (row.held + row.paid).max(1)).try_into().unwrap()
                    }
                    _ => sum,
                };
                if sum > 0 {
                    drop(self.rig.reverse(of, &text(sum)));
                }
            }
            Step::Logout(which) => drop(self.pick(which).map(|of| self.rig.logout(of))),
            Step::Tell(which, word, sum) => {
                let Some(of) = self.pick(which) else { return };
                let own = self.withdrawals().into_iter().find(|row| row.operation_id == of);
                let part = own.map_or(i64::from(sum), |row| 1 + i64::from(sum) % row.amount);
                let told = match word % 4 {
                    0 => Told::Dispensed,
                    1 => Told::NotDispensed,
                    2 => Told::Partial(specie_money::Money::from_minor(part, gbp())),
                    _ => Told::Unknown,
                };
                drop(self.rig.tell(of, told));
            }
            Step::Expire(which) => {
                if let Some(of) = self.pick(which) {
                    self.rig.expire(of);
                }
            }
            Step::Pass(seconds) => self.rig.pass_s(i64::from(seconds)),
            Step::Dispute(which) => {
                let Some(of) = self.pick(which) else { return };
                if let Some(row) = self.withdrawals().into_iter().find(|row| row.operation_id == of) {
                    let withdrawal_id = row.withdrawal_id;
                    self.rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
                }
            }
            Step::Close(which, how, sum) => {
                if let Some(of) = self.pick(which) {
                    self.propose(of, how, sum);
                }
            }
            Step::Clock(which) => {
                if let Some(operation_id) = self.pick(which) {
                    self.rig.ok(Body::StepCase(StepCase { operation_id }));
                }
            }
            Step::Till(how) => self.at_till(how),
        }
    }

    fn withdrawals(&self) -> Vec<Withdrawal> {
        let own = self.rig.rows.values().filter_map(|row| match row {
            Row::Withdrawal(row) => Some((**row).clone()),
            _ => None,
        });
        own.collect()
    }

    fn moved(&self, reason: Reason) -> i64 {
        self.rig.transfers.iter().filter(|of| of.reason == reason).map(|of| of.amount).sum()
    }

    fn check(&self) {
        let all = self.withdrawals();
        let deposits: i64 = self
            .rig
            .rows
            .values()
            .map(|row| match row {
                Row::Deposit(row) => {
                    let Deposit { amount, returned, .. } = **row;
                    amount - returned
                }
                _ => 0,
            })
            .sum();
        let sum = |of: fn(&Withdrawal) -> i64| all.iter().map(of).sum::<i64>();
        let rig = &self.rig;
        let (wallet, pending, pos) = rig.money();
        assert_eq!(pending, sum(|row| row.held), "held");
        let back = self.moved(Reason::PaidLateGivenBack) - self.moved(Reason::PaidLate);
        let fees = sum(|row| row.fee_held + row.fee_kept);
        let paid_out = sum(|row| row.held + row.paid);
        let extra = self.moved(Reason::Compensated);
        assert_eq!(wallet, TOP_UP + deposits - paid_out - fees + back + extra, "wallet");
        let credited = self.moved(Reason::PaidLateCredited);
        assert_eq!(pos, 100_000 + sum(|row| row.paid) - deposits + credited, "pos");
        let operator = |kind| rig.balance(AccountKey::of_operator(kind, gbp()));
        assert_eq!(operator(AccountKind::Fee), sum(|row| row.fee_kept - row.tax_kept), "fee");
        assert_eq!(operator(AccountKind::Tax), sum(|row| row.tax_kept), "tax");
        let earned = rig.balance(AccountKey::of_owner(AccountKind::Commission, rig.owner_id, gbp()));
        assert_eq!(earned, sum(|row| row.commission), "commission");
        self.check_cases(&all);
        self.check_days(&all);
        self.check_usages(&all, deposits);
        self.check_drawer(&all);
    }

    fn check_cases(&self, all: &[Withdrawal]) {
        let mut suspended = 0;
        for row in self.rig.rows.values() {
            if let Row::Case(case) = row {
                suspended += case.suspended;
                if matches!(case.state, CaseState::Closed(_)) {
                    assert_eq!((case.suspended, &case.clock), (0, &None), "{case:?}");
                    let own = all.iter().find(|row| row.operation_id == case.operation_id);
                    let over =
                        self.rig.session_row(case.operation_id).end != specie_domain::rows::SessionEnd::Open;
                    assert!(!over || own.is_none_or(|row| row.held == 0), "{case:?} {own:?}");
                }
                assert!(case.amount.is_none_or(|amount| amount.minor() >= 0));
            }
        }
        assert_eq!(self.rig.suspense(), suspended, "suspense is what cases say");
        let of_cases = self.rig.rows.values().filter_map(|row| match row {
            Row::CasesSuspense(row) => Some(row.of_cases),
            _ => None,
        });
        assert_eq!(of_cases.sum::<i64>(), suspended, "a POS's suspense knows what is some case's");
        for row in all {
            let over = self.rig.session_row(row.operation_id).end != specie_domain::rows::SessionEnd::Open;
            let open = self.rig.case(row.operation_id).is_some_and(|case| case.state == CaseState::Open);
            assert!(row.held == 0 || !over || open, "held after the end without a case: {row:?}");
        }
    }

    fn check_days(&self, all: &[Withdrawal]) {
        let (mut days, mut paid): (BTreeMap<i64, i64>, BTreeMap<i64, i64>) = Default::default();
        let mut commission: BTreeMap<i64, i64> = BTreeMap::new();
        for row in all {
            *days.entry(row.made_at.day()).or_default() += row.held + row.paid;
            *paid.entry(row.made_at.day()).or_default() += row.paid;
            *commission.entry(row.made_at.day()).or_default() += row.commission;
            if row.held == 0 {
                assert_eq!(row.fee_kept, self.fee.fee(row.fee_from, row.paid).min(row.fee), "{row:?}");
                assert_eq!(row.tax_kept, specie_domain::tax(row.fee_kept, 1_600));
            }
        }
        for row in self.rig.rows.values() {
            match row {
                Row::FeeDay(row) => {
                    let FeeDay { key, value } = **row;
                    assert_eq!(value, days.remove(&key.day).unwrap());
                }
                Row::CommissionDay(row) => {
                    let CommissionDay { key, value } = **row;
                    assert_eq!(value, paid.remove(&key.day).unwrap());
                    assert_eq!(commission[&key.day], self.commission.commission(value));
                }
                _ => {}
            }
        }
        assert!(days.values().all(|left| *left == 0), "{days:?}");
        assert!(paid.values().all(|left| *left == 0), "{paid:?}");
    }

    fn check_usages(&self, all: &[Withdrawal], deposits: i64) {
        let gone = |row: &Withdrawal| row.amount - row.returned + row.paid_late;
        for row in self.rig.rows.values() {
            let Row::Usage(row) = row else { continue };
            let Usage { key, parts } = &**row;
            let value: i64 = parts.iter().map(|part| part.value).sum();
            let count: u32 = parts.iter().map(|part| part.count).sum();
            match key.action {
                LimitedAction::Withdraw => {
                    assert_eq!(value, all.iter().map(gone).sum::<i64>(), "{key:?}");
                    assert_eq!(
                        usize::try_from(count).unwrap(),
                        all.iter().filter(|row| gone(row) > 0).count()
                    );
                }
                LimitedAction::Deposit => assert_eq!(value, deposits),
            }
        }
    }

    fn check_drawer(&self, all: &[Withdrawal]) {
        let Some(till) = self.till else { return };
        let Some(session) = self.rig.till().unwrap().open else {
            assert_eq!(self.rig.cash(), 0);
            return;
        };
        let drawer = self.rig.drawer(till);
        let own = all.iter().filter(|row| row.till_session_id == Some(session));
        let own_held: i64 = own.map(|row| row.held).sum();
        assert_eq!(drawer.promised, own_held + drawer.carried, "promised");
        let before = self.rig.till_session(session).first;
        let earlier = all.iter().filter(|row| row.till_session_id.is_some_and(|of| of != session));
        let earlier: i64 = earlier.map(|row| row.held).sum();
        assert!((0..=earlier).contains(&drawer.carried), "{drawer:?}: {earlier} are held from before");
        assert!(drawer.carried == 0 || before != session, "nothing is carried into a till from the vault");
        let known = denominations::worth(&drawer.notes).unwrap();
        let free = self.rig.cash() - drawer.promised;
        assert!(drawer.notes.is_empty() || known <= free, "{drawer:?} of {free}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 4000, ..ProptestConfig::default() })]

    #[test]
    fn with_everything_on_the_books_come_to_what_the_withdrawals_say(
        runs_tills: bool,
        steps in prop::collection::vec(step(), 1..120),
    ) {
        let mut shop = Shop::new(runs_tills);
        for step in steps {
            shop.take(step);
            shop.check();
        }
    }
}
