//! Closing a case by two people, the clock of a case, and what a POS's silence may count as (cash-lifecycle.md
//! sections 2 and 4).

use specie_domain::command::{
    Actor, Dispute, EraseWallet, Judge, Propose, RegisterOperatorKey, RunTills, SetOnExpiry, SetRules,
    StepCase,
};
use specie_domain::ids::{OperationId, Reference};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, Bearer, CaseKind, CaseState, CloseCase, Closing, EventKind,
    EvidenceKind, ManualPosting, OnExpiry, Proposed, Purpose, Reason, Role, Rule, RuleAct, RuleStep,
    Standing, Told, Worth, WriteOff, WrittenOff,
};
use specie_domain::{Body, Receipt, Refusal, Time};

use crate::rig::{Rig, gbp, hash, pounds, refusal};

const DAY_S: u32 = 86_400;

fn hire(rig: &mut Rig, name: &str) -> Actor {
    let (actor, person, role) = (Actor::System, name.to_owned(), Role::Finance);
    rig.ok(Body::RegisterOperatorKey(RegisterOperatorKey { actor, hash: hash(name), person, role }));
    Actor::Operator(hash(name))
}

fn office() -> (Rig, Actor, Actor) {
    let mut rig = Rig::new();
    let (ada, bob) = (hire(&mut rig, "Ada"), hire(&mut rig, "Bob"));
    (rig, ada, bob)
}

const fn close(operation_id: OperationId, closing: Closing) -> Proposed {
    Proposed::CloseCase(CloseCase { operation_id, closing, sealed_text: Vec::new() })
}

/// Proposed by one, approved by the other; the first refusal on the way.
fn both(rig: &mut Rig, (ada, bob): (Actor, Actor), what: Proposed) -> Result<(), Refusal> {
    let proposed = rig.run(Body::Propose(Propose { actor: ada, what })).result?;
    let Receipt::Proposed(proposal_id) = proposed else { panic!("{proposed:?}") };
    let judge = Body::Judge(Judge { actor: bob, proposal_id, approve: true });
    if let Err(Refusal::ProposalNotYet(from)) = rig.run(judge.clone()).result {
        rig.pass_ms(from.ms_since(rig.now));
        rig.run(judge).result?;
    }
    Ok(())
}

fn unconfirmed(rig: &mut Rig) -> OperationId {
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.pass_s(121);
    rig.expire(operation);
    operation
}

fn paid_late(rig: &mut Rig, spent: &str) -> OperationId {
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.reverse(operation, "10").result.unwrap();
    if !spent.is_empty() {
        let other = rig.session_for(Approved::UpTo(pounds("300")), Purpose::Withdraw);
        rig.withdraw(other, spent).result.unwrap();
        rig.logout(other).result.unwrap();
    }
    rig.tell(operation, Told::Dispensed).result.unwrap();
    operation
}

fn loss(rig: &Rig) -> i64 {
    rig.balance(AccountKey::of_operator(AccountKind::Loss, gbp()))
}

fn what(rig: &Rig, operation: OperationId) -> Vec<EvidenceKind> {
    rig.case(operation).unwrap().evidence.into_iter().map(|evidence| evidence.what).collect()
}

#[test]
fn held_money_is_paid_returned_or_parted_by_two_people() {
    let part = Closing::Part(pounds("4"));
    for (closing, money) in [
        (Closing::Pay, (17_900, 0, 101_000)),
        (Closing::Return, (18_900, 0, 100_000)),
        (part, (18_500, 0, 100_400)),
    ] {
        let (mut rig, ada, bob) = office();
        let operation = unconfirmed(&mut rig);
        both(&mut rig, (ada, bob), close(operation, closing)).unwrap();
        assert_eq!(rig.money(), money, "{closing:?}");
        let case = rig.case(operation).unwrap();
        assert_eq!(case.state, CaseState::Closed(rig.now), "{closing:?}");
        match what(&rig, operation).last() {
            Some(EvidenceKind::ClosedBy(closure)) => {
                let people = (closure.proposed_by.as_str(), closure.approved_by.as_str());
                assert_eq!((closure.closing, people), (closing, ("Ada", "Bob")));
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(rig.count_events(EventKind::CaseClosed), 1);
    }
}

#[test]
fn a_closing_that_leaves_money_held_or_in_suspense_is_refused() {
    let (mut rig, ada, bob) = office();
    let held = unconfirmed(&mut rig);
    for closing in
        [Closing::AsItIs, Closing::CreditPos(Bearer::Loss), Closing::WriteOff, Closing::Part(pounds("10"))]
    {
        let refused = both(&mut rig, (ada, bob), close(held, closing));
        assert_eq!(refused, Err(Refusal::ClosingNotPossible), "held, {closing:?}");
    }
    let refused = both(&mut rig, (ada, bob), close(held, Closing::Part(pounds("0"))));
    assert_eq!(refused, Err(Refusal::AmountNotPositive));
    let late = paid_late(&mut rig, "");
    for closing in [Closing::AsItIs, Closing::Pay, Closing::Part(pounds("1"))] {
        let refused = both(&mut rig, (ada, bob), close(late, closing));
        assert_eq!(refused, Err(Refusal::ClosingNotPossible), "in suspense, {closing:?}");
    }
    let long = CloseCase { operation_id: held, closing: Closing::Pay, sealed_text: vec![0; 4097] };
    let refused = both(&mut rig, (ada, bob), Proposed::CloseCase(long));
    assert_eq!(refused, Err(Refusal::Unacceptable(Limit::NoteBytes(4096))));
    let none = rig.session();
    let refused = both(&mut rig, (ada, bob), close(none, Closing::AsItIs));
    assert_eq!(refused, Err(Refusal::NotFound(Thing::Case)));
}

#[test]
fn what_was_paid_late_is_credited_given_back_or_written_off() {
    for (closing, (wallet, pos, lost)) in [
        (Closing::CreditPos(Bearer::Owner), (17_900, 101_000, 0)),
        (Closing::CreditPos(Bearer::Loss), (17_900, 101_000, 0)),
        (Closing::Return, (18_900, 100_000, 0)),
        (Closing::WriteOff, (17_900, 100_000, 1_000)),
    ] {
        let (mut rig, ada, bob) = office();
        let operation = paid_late(&mut rig, "");
        assert_eq!(rig.suspense(), 1_000);
        both(&mut rig, (ada, bob), close(operation, closing)).unwrap();
        assert_eq!((rig.money(), rig.suspense()), ((wallet, 0, pos), 0), "{closing:?}");
        assert_eq!(loss(&rig), lost, "{closing:?}");
    }
}

#[test]
fn a_shortfall_falls_on_the_owner_or_on_the_loss_as_two_people_chose_once() {
    for (bearer, credited, lost) in [(Bearer::Owner, 300, 0), (Bearer::Loss, 1_000, -700)] {
        let (mut rig, ada, bob) = office();
        let operation = paid_late(&mut rig, "186");
        assert_eq!((rig.suspense(), rig.money().0), (300, 0), "the wallet had 3.00 left");
        let before = rig.money().2;
        both(&mut rig, (ada, bob), close(operation, Closing::CreditPos(bearer))).unwrap();
        let pos = rig.money().2 - before;
        assert_eq!((pos, rig.suspense(), loss(&rig)), (credited, 0, lost), "{bearer:?}");
        let withdrawal_id = rig.transfers.iter().find_map(|transfer| transfer.operation_id);
        assert_eq!(withdrawal_id, Some(operation));
        let again = both(&mut rig, (ada, bob), close(operation, Closing::CreditPos(bearer)));
        assert_eq!(again, Err(Refusal::CaseClosed), "what was credited is not credited again");
    }
}

#[test]
fn a_deposit_taken_back_short_is_made_good_to_the_pos_or_left_with_its_owner() {
    for (closing, credited, lost) in
        [(Closing::CreditPos(Bearer::Loss), 2_100, -2_100), (Closing::AsItIs, 0, 0)]
    {
        let (mut rig, ada, bob) = office();
        let deposit = rig.session_for(Approved::Any, Purpose::Deposit);
        let spend = rig.session_for(Approved::UpTo(pounds("300")), Purpose::Withdraw);
        rig.deposit(deposit, "30").result.unwrap();
        rig.withdraw(spend, "210").result.unwrap();
        rig.reverse(deposit, "30").result.unwrap();
        let before = rig.money().2;
        both(&mut rig, (ada, bob), close(deposit, closing)).unwrap();
        assert_eq!((rig.money().2 - before, rig.suspense(), loss(&rig)), (credited, 0, lost), "{closing:?}");
    }
}

#[test]
fn a_dispute_is_upheld_in_whole_or_in_part_or_left_as_it_is() {
    for (closing, wallet) in
        [(Closing::Return, 18_900), (Closing::Part(pounds("6")), 18_300), (Closing::AsItIs, 17_900)]
    {
        let (mut rig, ada, bob) = office();
        let operation = rig.session();
        rig.withdraw(operation, "10").result.unwrap();
        rig.logout(operation).result.unwrap();
        let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
        rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
        both(&mut rig, (ada, bob), close(operation, closing)).unwrap();
        assert_eq!(rig.money(), (wallet, 0, 100_000 + 18_900 - wallet), "{closing:?}");
    }
}

#[test]
fn what_costs_the_operator_money_waits_and_what_a_customer_waits_for_does_not() {
    let (mut rig, ada, bob) = office();
    let operation = paid_late(&mut rig, "186");
    let what = close(operation, Closing::CreditPos(Bearer::Loss));
    let Receipt::Proposed(proposal_id) = rig.ok(Body::Propose(Propose { actor: ada, what })) else {
        panic!("not a proposal")
    };
    let judge = Body::Judge(Judge { actor: bob, proposal_id, approve: true });
    assert!(matches!(refusal(rig.run(judge.clone())), Refusal::ProposalNotYet(_)));
    rig.pass_s(60);
    rig.ok(judge.clone());
    assert_eq!(refusal(rig.run(judge)), Refusal::ProposalOver(Standing::Carried));
}

#[test]
fn a_case_that_settled_itself_meanwhile_is_not_closed_again() {
    let (mut rig, ada, bob) = office();
    let operation = unconfirmed(&mut rig);
    let what = close(operation, Closing::Return);
    let Receipt::Proposed(proposal_id) = rig.ok(Body::Propose(Propose { actor: ada, what })) else {
        panic!("not a proposal")
    };
    rig.logout(operation).result.unwrap();
    let late = rig.run(Body::Judge(Judge { actor: bob, proposal_id, approve: true }));
    assert_eq!(refusal(late), Refusal::CaseClosed);
    assert_eq!(rig.money(), (17_900, 0, 101_000), "the logout's word stands");
}

#[test]
fn a_part_above_what_is_held_after_a_reversal_is_paid_late_with_its_case() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.reverse(operation, "4").result.unwrap();
    rig.tell(operation, Told::Partial(pounds("9"))).result.unwrap();
    let row = rig.withdrawal().unwrap();
    assert_eq!((row.held, row.paid, row.returned, row.paid_late), (0, 600, 400, 300));
    let case = rig.case(operation).unwrap();
    assert_eq!((case.kind, case.amount), (CaseKind::PaidLate, Some(pounds("3"))));
    assert_eq!((case.claimed, case.suspended, rig.suspense()), (300, 300, 300));
}

#[test]
fn a_disputed_case_does_not_hide_that_cash_was_paid_late() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.reverse(operation, "4").result.unwrap();
    rig.logout(operation).result.unwrap();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    assert_eq!(rig.case(operation).unwrap().amount, Some(pounds("6")));
    rig.tell(operation, Told::Dispensed).result.unwrap();
    let case = rig.case(operation).unwrap();
    let kinds: Vec<CaseKind> = case.matters.iter().map(|matter| matter.kind).collect();
    assert_eq!(kinds, [CaseKind::PaidLate, CaseKind::Disputed]);
    assert_eq!((case.kind, case.amount), (CaseKind::Disputed, Some(pounds("10"))));
    assert_eq!((case.claimed, case.suspended), (400, 400));
}

#[test]
fn the_case_of_a_living_session_hears_its_reversal_and_its_logout() {
    let mut rig = Rig::new();
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    rig.reverse(operation, "4").result.unwrap();
    assert_eq!(rig.case(operation).unwrap().amount, Some(pounds("6")));
    rig.logout(operation).result.unwrap();
    let heard = [EvidenceKind::Disputed, EvidenceKind::Reversed(pounds("4")), EvidenceKind::LoggedOut];
    assert_eq!(what(&rig, operation), heard);
}

fn rule(steps: &[RuleStep]) -> Rule {
    Rule {
        name: "unanswered".to_owned(),
        law: Some("Order 7 of 2019".to_owned()),
        from: Time::from_unix_ms(0),
        until: None,
        kinds: vec![CaseKind::Unconfirmed],
        owner_id: None,
        currency: Some(gbp()),
        steps: steps.to_vec(),
    }
}

const fn step(after_s: u32, act: RuleAct) -> RuleStep {
    RuleStep { after_s, act }
}

fn due(rig: &mut Rig, operation_id: OperationId) {
    rig.ok(Body::StepCase(StepCase { operation_id }));
}

#[test]
fn a_rule_escalates_reverses_and_compensates_by_the_clock_and_not_before() {
    let mut rig = Rig::new();
    let daily = pounds("2");
    let steps = [step(DAY_S, RuleAct::Escalate), step(2 * DAY_S, RuleAct::Compensate { daily, days_max: 2 })];
    rig.ok(Body::SetRules(SetRules { rules: vec![rule(&steps)] }));
    let operation = unconfirmed(&mut rig);
    assert_eq!(rig.case(operation).unwrap().due_at, Some(rig.now.plus_s(i64::from(DAY_S))));
    rig.pass_ms(i64::from(DAY_S) * 1000 - 1);
    due(&mut rig, operation);
    assert_eq!(rig.case(operation).unwrap().level, 0, "a millisecond early");
    rig.pass_ms(1);
    due(&mut rig, operation);
    due(&mut rig, operation);
    assert_eq!((rig.case(operation).unwrap().level, rig.count_events(EventKind::CaseEscalated)), (1, 1));
    for day in 1..=4 {
        rig.pass_s(i64::from(DAY_S));
        due(&mut rig, operation);
        due(&mut rig, operation);
        let paid = 200 * day.min(2);
        assert_eq!((loss(&rig), rig.money().0), (-paid, 17_900 + paid), "day {day}");
    }
    assert_eq!(rig.case(operation).unwrap().due_at, None);
    assert_eq!(rig.withdrawal().unwrap().held, 1_000, "what is held stays with the people");
    let reasons = rig.transfers.iter().filter(|transfer| transfer.reason == Reason::Compensated);
    assert_eq!(reasons.count(), 2);
}

#[test]
fn a_law_gives_back_what_is_held_and_its_name_is_evidence() {
    let mut rig = Rig::new();
    rig.ok(Body::SetRules(SetRules { rules: vec![rule(&[step(DAY_S, RuleAct::Reverse)])] }));
    let operation = unconfirmed(&mut rig);
    rig.pass_s(i64::from(DAY_S));
    due(&mut rig, operation);
    assert_eq!(rig.money(), (18_900, 0, 100_000));
    let case = rig.case(operation).unwrap();
    assert_eq!(case.state, CaseState::Closed(rig.now), "it only waited for word");
    let law = EvidenceKind::ReversedByLaw("Order 7 of 2019".to_owned(), pounds("10"));
    assert_eq!(what(&rig, operation).last(), Some(&law));
}

#[test]
fn a_law_that_gives_money_back_brings_no_cash_into_a_drawer() {
    let mut rig = Rig::new();
    let rules = [CaseKind::Disputed, CaseKind::PaidLate]
        .map(|kind| Rule { kinds: vec![kind], ..rule(&[step(DAY_S / 2, RuleAct::Reverse)]) });
    rig.ok(Body::SetRules(SetRules { rules: rules.to_vec() }));
    let (till, _) = rig.open_shop_till(&[(1000, 5)]);
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.logout(operation).result.unwrap();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    rig.pass_s(i64::from(DAY_S / 2));
    due(&mut rig, operation);
    assert_eq!(rig.money(), (18_900, 0, 100_000), "the money is hers again");
    assert_eq!((rig.cash(), rig.cash_of_pos().1), (4_000, 1_000), "and the cash is where it was told to be");
    rig.tell(operation, Told::Dispensed).result.unwrap();
    let row = rig.withdrawal().unwrap();
    assert_eq!((row.returned, row.paid_late, row.cash_out), (1_000, 0, 1_000));
    assert_eq!((rig.cash(), rig.cash_of_pos().1), (4_000, 1_000), "it left once");
    assert_eq!(rig.closed(till, &[(1000, 4)]), (4_000, 4_000));
}

#[test]
fn what_a_law_gives_back_still_stands_in_the_journal_of_the_pos() {
    for (told, left) in [(Told::Dispensed, 1_000), (Told::Partial(pounds("6")), 600)] {
        let mut rig = Rig::new();
        let rule = Rule { kinds: vec![CaseKind::Disputed], ..rule(&[step(DAY_S / 2, RuleAct::Reverse)]) };
        rig.ok(Body::SetRules(SetRules { rules: vec![rule] }));
        let operation = rig.session();
        rig.withdraw(operation, "10").result.unwrap();
        rig.tell(operation, told).result.unwrap();
        let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
        rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
        let before = Worth::of_withdrawal(&rig.withdrawal().unwrap());
        assert_eq!((before.value, before.is_undecided), (left, false), "{told:?}");
        rig.pass_s(i64::from(DAY_S / 2));
        due(&mut rig, operation);
        let row = rig.withdrawal().unwrap();
        assert_eq!((row.paid, row.returned), (0, 1_000), "the law gave it back: {told:?}");
        assert_eq!(Worth::of_withdrawal(&row), before, "and the cash is where it was: {told:?}");
    }
}

#[test]
fn a_law_that_gives_back_what_is_held_says_nothing_of_the_cash() {
    let mut rig = Rig::new();
    rig.ok(Body::SetRules(SetRules { rules: vec![rule(&[step(DAY_S / 2, RuleAct::Reverse)])] }));
    let operation = unconfirmed(&mut rig);
    rig.pass_s(i64::from(DAY_S / 2));
    due(&mut rig, operation);
    let worth = |rig: &Rig| Worth::of_withdrawal(&rig.withdrawal().unwrap()).value;
    assert_eq!(worth(&rig), 0, "nobody has said that it left");
    rig.tell(operation, Told::Dispensed).result.unwrap();
    assert_eq!((rig.withdrawal().unwrap().paid_late, worth(&rig)), (1_000, 1_000), "now the POS has");
}

#[test]
fn a_pos_that_says_again_that_it_paid_does_not_take_back_what_a_law_gave() {
    for (first, again, late, paid_late) in [
        (Told::Dispensed, Told::Dispensed, 0, 0),
        (Told::Partial(pounds("6")), Told::Partial(pounds("6")), 0, 0),
        (Told::Partial(pounds("6")), Told::Dispensed, 400, 400),
    ] {
        let mut rig = Rig::new();
        let rule = Rule { kinds: vec![CaseKind::Disputed], ..rule(&[step(DAY_S / 2, RuleAct::Reverse)]) };
        rig.ok(Body::SetRules(SetRules { rules: vec![rule] }));
        let operation = rig.session();
        rig.withdraw(operation, "10").result.unwrap();
        rig.tell(operation, first).result.unwrap();
        let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
        rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
        rig.pass_s(i64::from(DAY_S / 2));
        due(&mut rig, operation);
        rig.idempotency = Some("once more");
        rig.tell(operation, again).result.unwrap();
        rig.idempotency = None;
        let row = rig.withdrawal().unwrap();
        assert_eq!((row.returned, row.paid_late), (1_000, paid_late), "{first:?}, then {again:?}");
        assert_eq!((rig.money().0, rig.suspense()), (18_900 - late, late), "{first:?}, then {again:?}");
        assert_eq!(what(&rig, operation).last(), Some(&EvidenceKind::Told(again)), "it is evidence");
    }
}

#[test]
fn a_posting_by_hand_leaves_open_cases_what_they_have_in_suspense() {
    let (mut rig, ada, bob) = office();
    let post = |debit, credit, amount| {
        Proposed::Post(ManualPosting { debit, credit, amount, why: "a mistake".to_owned() })
    };
    let suspense = AccountKey::of_pos(AccountKind::Suspense, rig.pos_id, gbp());
    let loss = AccountKey::of_operator(AccountKind::Loss, gbp());
    both(&mut rig, (ada, bob), post(suspense, loss, 250)).unwrap();
    both(&mut rig, (ada, bob), post(loss, suspense, 550)).unwrap();
    let early = Body::Propose(Propose { actor: ada, what: post(suspense, loss, 301) });
    let Receipt::Proposed(proposal_id) = rig.ok(early) else { panic!("nothing speaks against it yet") };
    let operation = paid_late(&mut rig, "");
    let only = Refusal::LimitExceeded(Limit::ThereIsOnly(pounds("3")));
    rig.pass_s(60);
    let judged = rig.run(Body::Judge(Judge { actor: bob, proposal_id, approve: true }));
    assert_eq!(refusal(judged), only, "the case came between");
    assert_eq!(both(&mut rig, (ada, bob), post(suspense, loss, 301)), Err(only));
    both(&mut rig, (ada, bob), post(suspense, loss, 300)).unwrap();
    both(&mut rig, (ada, bob), close(operation, Closing::Return)).unwrap();
    assert_eq!((rig.money().0, rig.suspense()), (18_900, 0));
    both(&mut rig, (ada, bob), post(suspense, loss, 1)).unwrap();
}

#[test]
fn a_law_that_gave_all_back_pays_nobody_for_waiting_on() {
    let mut rig = Rig::new();
    let daily = pounds("2");
    let steps = [step(DAY_S, RuleAct::Reverse), step(2 * DAY_S, RuleAct::Compensate { daily, days_max: 9 })];
    let rule = Rule { kinds: vec![CaseKind::PaidLate], ..rule(&steps) };
    rig.ok(Body::SetRules(SetRules { rules: vec![rule] }));
    let operation = paid_late(&mut rig, "");
    assert_eq!(rig.case(operation).unwrap().paid_again, 1_000);
    for _ in 0..4 {
        rig.pass_s(i64::from(DAY_S));
        due(&mut rig, operation);
    }
    assert_eq!((rig.money().0, rig.suspense(), loss(&rig)), (18_900, 0, 0));
    assert_eq!(rig.case(operation).unwrap().paid_again, 0);
}

#[test]
fn who_paid_again_is_paid_for_waiting_by_what_the_wallet_had() {
    for (spent, days) in [("", 2), ("189", 0)] {
        let mut rig = Rig::new();
        let daily = pounds("2");
        let rule = Rule {
            kinds: vec![CaseKind::PaidLate],
            ..rule(&[step(DAY_S, RuleAct::Compensate { daily, days_max: 2 })])
        };
        rig.ok(Body::SetRules(SetRules { rules: vec![rule] }));
        let operation = paid_late(&mut rig, spent);
        for _ in 0..4 {
            rig.pass_s(i64::from(DAY_S));
            due(&mut rig, operation);
        }
        assert_eq!(loss(&rig), -200 * days, "after spending {spent:?}");
    }
}

#[test]
fn a_surplus_is_written_off_without_what_open_cases_have_in_suspense() {
    let (mut rig, ada, bob) = office();
    let operation = paid_late(&mut rig, "");
    let pos_id = rig.pos_id;
    let write_off = |sum, way| {
        let why = "nobody came for it".to_owned();
        Proposed::WriteOff(WriteOff { pos_id, amount: pounds(sum), way, why })
    };
    let only = |sum| Err(Refusal::LimitExceeded(Limit::ThereIsOnly(pounds(sum))));
    assert_eq!(both(&mut rig, (ada, bob), write_off("0.01", WrittenOff::Surplus)), only("0"));
    let posting = ManualPosting {
        debit: AccountKey::of_operator(AccountKind::Loss, gbp()),
        credit: AccountKey::of_pos(AccountKind::Suspense, pos_id, gbp()),
        amount: 300,
        why: "found in the safe".to_owned(),
    };
    both(&mut rig, (ada, bob), Proposed::Post(posting)).unwrap();
    assert_eq!(both(&mut rig, (ada, bob), write_off("3.01", WrittenOff::Surplus)), only("3"));
    both(&mut rig, (ada, bob), write_off("3.00", WrittenOff::Surplus)).unwrap();
    both(&mut rig, (ada, bob), close(operation, Closing::Return)).unwrap();
    assert_eq!((rig.money().0, rig.suspense()), (18_900, 0));
}

#[test]
fn a_rule_that_moves_money_without_a_law_or_out_of_its_place_is_refused() {
    let mut rig = Rig::new();
    let daily = pounds("2");
    let pay = step(9, RuleAct::Compensate { daily, days_max: 2 });
    let lawless = |act| Rule { law: None, ..rule(&[step(9, act)]) };
    let bad = [
        ("no law to reverse", lawless(RuleAct::Reverse)),
        ("no law to compensate", lawless(pay.act)),
        ("compensation is not last", rule(&[pay, step(10, RuleAct::Escalate)])),
        ("out of order", rule(&[step(10, RuleAct::Escalate), step(9, RuleAct::Escalate)])),
        ("no steps", rule(&[])),
        ("a POS's own setting", rule(&[step(9, RuleAct::Assume)])),
        ("another currency", Rule { currency: None, ..rule(&[pay]) }),
        (
            "more than balances hold",
            rule(&[step(9, RuleAct::Compensate { daily: pounds("10000000000.01"), days_max: 2 })]),
        ),
        ("no kind", Rule { kinds: Vec::new(), ..rule(&[step(9, RuleAct::Escalate)]) }),
    ];
    for (name, rule) in bad {
        let refused = refusal(rig.run(Body::SetRules(SetRules { rules: vec![rule] })));
        assert_eq!(refused, Refusal::Unacceptable(Limit::RulesOfPacks(64)), "{name}");
    }
}

#[test]
fn a_case_keeps_the_rule_it_was_opened_under_and_a_rule_ends_on_its_date() {
    let mut rig = Rig::new();
    let escalate = |after_s| rule(&[step(after_s, RuleAct::Escalate)]);
    let ends = rig.now.plus_s(3_600);
    let old = Rule { until: Some(ends), ..escalate(10) };
    rig.ok(Body::SetRules(SetRules { rules: vec![old, escalate(20)] }));
    let first = unconfirmed(&mut rig);
    assert_eq!(rig.case(first).unwrap().due_at, Some(rig.now.plus_s(10)));
    rig.ok(Body::SetRules(SetRules { rules: Vec::new() }));
    rig.pass_s(10);
    due(&mut rig, first);
    assert_eq!(rig.case(first).unwrap().level, 1);
    let old = Rule { until: Some(ends), ..escalate(10) };
    rig.ok(Body::SetRules(SetRules { rules: vec![old, escalate(20)] }));
    rig.pass_s(3_600);
    let second = unconfirmed(&mut rig);
    assert_eq!(rig.case(second).unwrap().due_at, Some(rig.now.plus_s(20)));
}

fn set(rig: &mut Rig, on_expiry: OnExpiry) {
    let pos = Reference::Id(rig.pos_id);
    rig.ok(Body::SetOnExpiry(SetOnExpiry { actor: Actor::System, pos, on_expiry }));
}

#[test]
fn silence_counts_as_word_only_where_the_pos_is_set_so_and_stays_open_to_dispute() {
    let mut rig = Rig::new();
    set(&mut rig, OnExpiry::AssumeDispensedAfter(3_600));
    let operation = unconfirmed(&mut rig);
    rig.pass_s(3_599);
    due(&mut rig, operation);
    assert_eq!(rig.withdrawal().unwrap().held, 1_000, "a second early");
    rig.pass_s(1);
    due(&mut rig, operation);
    let row = rig.withdrawal().unwrap();
    assert_eq!((row.held, row.paid, row.assumed), (0, 1_000, true));
    assert_eq!(rig.case(operation).unwrap().state, CaseState::Closed(rig.now));
    assert_eq!(what(&rig, operation).last(), Some(&EvidenceKind::Assumed(pounds("10"))));
    assert_eq!(rig.count_events(EventKind::WithdrawalAssumed), 1);
    let withdrawal_id = row.withdrawal_id;
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    assert_eq!(rig.case(operation).unwrap().kind, CaseKind::Disputed);
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!(rig.money(), (18_900, 0, 100_000), "a fact is stronger than silence");
}

#[test]
fn where_tills_are_run_silence_is_no_word() {
    let mut rig = Rig::new();
    set(&mut rig, OnExpiry::AssumeDispensedAfter(60));
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    let (actor, pos) = (Actor::System, Reference::Id(rig.pos_id));
    rig.ok(Body::RunTills(RunTills { actor, pos: pos.clone(), runs_tills: true }));
    rig.pass_s(121);
    rig.expire(operation);
    assert_eq!(rig.case(operation).unwrap().due_at, None);
    let on_expiry = OnExpiry::AssumeDispensedAfter(61);
    let refused = rig.run(Body::SetOnExpiry(SetOnExpiry { actor, pos, on_expiry }));
    assert_eq!(refusal(refused), Refusal::Unacceptable(Limit::AssumptionWithTills));
}

#[test]
fn of_what_a_till_was_to_pay_silence_is_no_word_when_its_pos_runs_none_any_more() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(&[(1000, 1)]);
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.closed(till, &[(1000, 1)]);
    let (actor, pos) = (Actor::System, Reference::Id(rig.pos_id));
    rig.ok(Body::RunTills(RunTills { actor, pos, runs_tills: false }));
    set(&mut rig, OnExpiry::AssumeDispensedAfter(60));
    rig.pass_s(121);
    rig.expire(operation);
    rig.pass_s(60);
    due(&mut rig, operation);
    assert_eq!(rig.withdrawal().unwrap().held, 1_000);
    assert_eq!(rig.case(operation).unwrap().state, CaseState::Open);
}

#[test]
fn neither_people_nor_a_law_settle_what_a_cashier_may_be_counting() {
    let (mut rig, ada, bob) = office();
    let steps = [step(0, RuleAct::Reverse)];
    rig.ok(Body::SetRules(SetRules {
        rules: vec![Rule { kinds: vec![CaseKind::Disputed], ..rule(&steps) }],
    }));
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    due(&mut rig, operation);
    for closing in [Closing::Return, Closing::Pay, Closing::Part(pounds("4"))] {
        let refused = both(&mut rig, (ada, bob), close(operation, closing));
        assert_eq!(refused, Err(Refusal::ClosingNotPossible), "{closing:?}");
    }
    assert_eq!(rig.money(), (17_900, 1_000, 100_000), "she may hand it out any moment");
    let mut paid = rig.fork();
    paid.logout(operation).result.unwrap();
    both(&mut paid, (ada, bob), close(operation, Closing::AsItIs)).unwrap();
    rig.pass_s(121);
    rig.expire(operation);
    due(&mut rig, operation);
    assert_eq!(rig.money(), (18_900, 0, 100_000), "once the session is over, the law does what it says");
}

#[test]
fn a_pos_that_says_it_does_not_know_is_not_taken_at_its_silence() {
    let mut rig = Rig::new();
    set(&mut rig, OnExpiry::AssumeDispensedAfter(60));
    let operation = unconfirmed(&mut rig);
    rig.tell(operation, Told::Unknown).result.unwrap();
    rig.pass_s(61);
    due(&mut rig, operation);
    assert_eq!(rig.withdrawal().unwrap().held, 1_000);
    let pos = Reference::Id(rig.pos_id);
    let on_expiry = OnExpiry::AssumeDispensedAfter(90 * DAY_S + 1);
    let long = rig.run(Body::SetOnExpiry(SetOnExpiry { actor: Actor::System, pos, on_expiry }));
    assert_eq!(refusal(long), Refusal::Unacceptable(Limit::AssumeAfterSeconds(90 * DAY_S)));
}

#[test]
fn a_customer_is_not_forgotten_while_a_fact_may_give_money_back_or_a_case_is_open() {
    let (mut rig, ada, bob) = office();
    let erase = Body::EraseWallet(EraseWallet { actor: Actor::System, wallet_id: rig.wallet_id });
    let operation = rig.session_for(Approved::UpTo(pounds("300")), Purpose::Withdraw);
    rig.withdraw(operation, "189").result.unwrap();
    rig.logout(operation).result.unwrap();
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    assert_eq!(refusal(rig.run(erase.clone())), Refusal::WalletInUse, "a fact may still come");
    rig.ok(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    rig.pass_s(i64::from(DAY_S) + 300);
    assert_eq!(refusal(rig.run(erase.clone())), Refusal::WalletInUse, "a case is open");
    both(&mut rig, (ada, bob), close(operation, Closing::AsItIs)).unwrap();
    rig.ok(erase);
    let late = rig.run(Body::Dispute(Dispute { actor: Actor::System, withdrawal_id }));
    assert_eq!(refusal(late), Refusal::WalletDisabled);
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!(rig.case(operation).unwrap().kind, CaseKind::LateWord);
    let back = both(&mut rig, (ada, bob), close(operation, Closing::Return));
    assert_eq!(back, Err(Refusal::WalletDisabled), "nobody could get at it");
    assert_eq!(rig.money().0, 0);
}
