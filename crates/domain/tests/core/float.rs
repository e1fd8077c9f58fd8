//! A POS's float: moved, given back, watched; its credit line; a deposit taken back after its session.

use specie_domain::command::{
    Actor, Judge, LocatePos, MoveFloat, Propose, RegisterOperatorKey, ReturnFloat, SetCreditLine, SetLowFloat,
};
use specie_domain::ids::{DepositId, PosId, Reference};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, Bearer, CaseKind, CloseCase, Closing, CreditLineChange,
    DepositCorrection, EventKind, Point, Proposed, Purpose, Role,
};
use specie_domain::{Body, Outcome, Policy, Receipt, Refusal};
use specie_money::Money;

use crate::rig::{Rig, gbp, hash, pounds, refusal};

const ACTOR: Actor = Actor::System;

impl Rig {
    fn move_float(&mut self, from: PosId, to: PosId, amount: Money) -> Outcome {
        let (from, to) = (Reference::Id(from), Reference::Id(to));
        self.run(Body::MoveFloat(MoveFloat { actor: ACTOR, from, to, amount }))
    }

    fn return_float(&mut self, amount: Money) -> Outcome {
        self.run(Body::ReturnFloat(ReturnFloat { actor: ACTOR, pos: Reference::Id(self.pos_id), amount }))
    }

    fn line(&mut self, line: Money) -> Outcome {
        self.run(Body::SetCreditLine(SetCreditLine { actor: ACTOR, pos: Reference::Id(self.pos_id), line }))
    }

    fn watch(&mut self, below: Money) {
        self.ok(Body::SetLowFloat(SetLowFloat { actor: ACTOR, pos: Reference::Id(self.pos_id), below }));
    }

    fn position(&self, pos_id: PosId) -> i64 {
        self.balance(AccountKey::of_pos(AccountKind::Pos, pos_id, gbp()))
    }

    /// Proposes it, waits, and has another person approve it; what the approval was answered.
    fn by_two(&mut self, what: Proposed) -> Outcome {
        let [ada, beth] = ["Ada", "Beth"].map(|person| {
            let key = format!("{person} {}", self.draws);
            let (hash, person) = (hash(&key), person.to_owned());
            let key = RegisterOperatorKey { actor: ACTOR, hash, person, role: Role::Admin };
            self.ok(Body::RegisterOperatorKey(key));
            Actor::Operator(hash)
        });
        let proposal_id = match self.ok(Body::Propose(Propose { actor: ada, what })) {
            Receipt::Proposed(proposal_id) => proposal_id,
            other => panic!("{other:?}"),
        };
        self.pass_s(i64::from(Policy::default().approvals.delay_s));
        self.run(Body::Judge(Judge { actor: beth, proposal_id, approve: true }))
    }
}

#[test]
fn float_moves_between_pos_of_one_owner_down_to_the_credit_line_and_no_further() {
    let mut rig = Rig::new();
    let second = rig.add_pos(rig.owner_id, None);
    let stranger = rig.add_owner("Others");
    let foreign = rig.add_pos(stranger, None);
    let one_owner = Refusal::Unacceptable(Limit::OneOwner);
    assert_eq!(refusal(rig.move_float(rig.pos_id, foreign, pounds("1.00"))), one_owner);
    assert_eq!(refusal(rig.move_float(rig.pos_id, rig.pos_id, pounds("1.00"))), one_owner);
    let positive = Refusal::Unacceptable(Limit::Positive);
    assert_eq!(refusal(rig.move_float(rig.pos_id, second, pounds("0.00"))), positive);
    assert_eq!(refusal(rig.move_float(rig.pos_id, second, pounds("1050.01"))), Refusal::FloatExceeded);
    let moved = rig.move_float(rig.pos_id, second, pounds("1050.00")).result.unwrap();
    assert!(matches!(moved, Receipt::Funded(_, left) if left == pounds("-50.00")), "{moved:?}");
    assert_eq!((rig.position(rig.pos_id), rig.position(second)), (-5_000, 105_000));
}

#[test]
fn float_goes_back_to_the_bank_as_far_as_the_position_goes() {
    let mut rig = Rig::new();
    assert_eq!(refusal(rig.return_float(pounds("1050.01"))), Refusal::FloatExceeded);
    assert!(rig.return_float(pounds("400.00")).result.is_ok());
    assert_eq!(rig.position(rig.pos_id), 60_000);
}

#[test]
fn a_low_float_is_told_once_each_time_it_is_crossed() {
    let mut rig = Rig::new();
    rig.watch(pounds("900.00"));
    for (taken, told) in [("100.00", 0), ("0.01", 1), ("50.00", 1)] {
        assert!(rig.return_float(pounds(taken)).result.is_ok());
        assert_eq!(rig.count_events(EventKind::FloatLow), told, "after {taken}");
    }
    let operation = rig.session();
    rig.withdraw(operation, "100").result.unwrap();
    rig.logout(operation).result.unwrap();
    assert_eq!(rig.count_events(EventKind::FloatLow), 1, "the cash it paid out is its float");
    let deposit = rig.session_for(Approved::Any, Purpose::Deposit);
    rig.deposit(deposit, "60").result.unwrap();
    assert_eq!(rig.count_events(EventKind::FloatLow), 2);
    rig.watch(pounds("0.00"));
    assert!(rig.return_float(pounds("850.00")).result.is_ok());
    assert_eq!(rig.count_events(EventKind::FloatLow), 2, "nobody wants to know any more");
}

#[test]
fn one_person_shortens_a_credit_line_and_two_lengthen_it() {
    let mut rig = Rig::new();
    assert_eq!(refusal(rig.line(pounds("50.01"))), Refusal::NeedsTwoPeople);
    assert_eq!(refusal(rig.line(pounds("-1.00"))), Refusal::Unacceptable(Limit::Positive));
    assert!(rig.line(pounds("10.00")).result.is_ok());
    assert_eq!(refusal(rig.return_float(pounds("1010.01"))), Refusal::FloatExceeded);
    let change =
        CreditLineChange { pos_id: rig.pos_id, line: pounds("20.00"), why: "a busy market".to_owned() };
    assert!(rig.by_two(Proposed::SetCreditLine(change)).result.is_ok());
    assert_eq!(refusal(rig.return_float(pounds("1020.01"))), Refusal::FloatExceeded);
    assert!(rig.return_float(pounds("1020.00")).result.is_ok());
}

#[test]
fn two_people_take_a_deposit_back_as_far_as_the_wallet_goes_and_the_rest_is_a_case() {
    let mut rig = Rig::new();
    let operation = rig.session_for(Approved::Any, Purpose::Deposit);
    let deposit_id = match rig.deposit(operation, "30").result {
        Ok(Receipt::Deposited(deposit_id, _)) => deposit_id,
        other => panic!("{other:?}"),
    };
    rig.logout(operation).result.unwrap();
    let correction = |amount| {
        let why = "typed into the wrong wallet".to_owned();
        Proposed::CorrectDeposit(DepositCorrection { deposit_id, amount, why })
    };
    assert!(rig.by_two(correction(pounds("10.00"))).result.is_ok());
    assert_eq!(rig.money(), (20_900, 0, 98_000));
    let spend = rig.session_for(Approved::UpTo(pounds("1000.00")), Purpose::Withdraw);
    rig.withdraw(spend, "204").result.unwrap();
    rig.logout(spend).result.unwrap();
    assert!(rig.by_two(correction(pounds("20.00"))).result.is_ok());
    assert_eq!(rig.money().0, 0, "five pounds were there");
    let case = rig.case(operation).unwrap();
    assert_eq!((case.kind, case.amount), (CaseKind::DepositShort, Some(pounds("15.00"))));
    assert_eq!(case.claimed, 1_500, "its POS was debited for cash that it does not have");
    let why = "again".to_owned();
    for (deposit_id, expected) in [
        (deposit_id, Refusal::LimitExceeded(Limit::ThereIsOnly(pounds("0.00")))),
        (DepositId::from_u128(7), Refusal::NotFound(Thing::Deposit)),
    ] {
        let what = DepositCorrection { deposit_id, amount: pounds("1.00"), why: why.clone() };
        let key = RegisterOperatorKey {
            actor: ACTOR,
            hash: hash(&format!("{deposit_id}")),
            person: "Cleo".to_owned(),
            role: Role::Finance,
        };
        let actor = Actor::Operator(key.hash);
        rig.ok(Body::RegisterOperatorKey(key));
        let asked = rig.run(Body::Propose(Propose { actor, what: Proposed::CorrectDeposit(what) }));
        assert_eq!(refusal(asked), expected);
    }
}

#[test]
fn what_a_correction_by_two_falls_short_of_is_made_good_at_the_operators_cost() {
    let mut rig = Rig::new();
    let operation = rig.session_for(Approved::Any, Purpose::Deposit);
    let Ok(Receipt::Deposited(deposit_id, _)) = rig.deposit(operation, "30").result else {
        panic!("not deposited")
    };
    rig.logout(operation).result.unwrap();
    let spend = rig.session_for(Approved::UpTo(pounds("1000.00")), Purpose::Withdraw);
    rig.withdraw(spend, "209").result.unwrap();
    rig.logout(spend).result.unwrap();
    let (wallet, _, pos) = rig.money();
    let (amount, why) = (pounds("30.00"), "typed into the wrong wallet".to_owned());
    let correction = DepositCorrection { deposit_id, amount, why };
    rig.by_two(Proposed::CorrectDeposit(correction)).result.unwrap();
    assert_eq!(rig.money(), (0, 0, pos + wallet), "as far as the wallet goes");
    let closing = Closing::CreditPos(Bearer::Loss);
    let close = CloseCase { operation_id: operation, closing, sealed_text: Vec::new() };
    rig.by_two(Proposed::CloseCase(close)).result.unwrap();
    assert_eq!((rig.money(), rig.suspense()), ((0, 0, pos + 3_000), 0), "and the rest is the operator's");
}

#[test]
fn a_place_is_a_point_on_the_earth() {
    let mut rig = Rig::new();
    for (latitude_e6, longitude_e6, is_one) in [
        (90_000_000, -180_000_000, true),
        (90_000_001, 0, false),
        (0, 180_000_001, false),
        (i32::MIN, i32::MIN, false),
    ] {
        let (town, hours) = ("London".to_owned(), "Mo-Sa 8-20".to_owned());
        let point = Point { latitude_e6, longitude_e6 };
        let pos = Reference::Id(rig.pos_id);
        let located = rig.run(Body::LocatePos(LocatePos { actor: ACTOR, pos, point, town, hours }));
        assert_eq!(located.result.is_ok(), is_one, "{point:?}: {located:?}");
    }
}
