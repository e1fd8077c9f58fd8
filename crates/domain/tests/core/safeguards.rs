//! What no person alone may do once two judge: make others judges, and set prices. And the configuration's ceilings on
//! tariffs, above which nobody goes.

use proptest::prelude::*;
use specie_domain::command::{
    Actor, AddStaff, AddTariff, Credentials, Judge, OpenStaffSession, Propose, RegisterOperatorKey,
    RegisterOwner, ResetStaff, RevokeOperatorKey, SetSafeguards,
};
use specie_domain::ids::{OperatorKeyId, ProposalId};
use specie_domain::outcome::{Limit, ScheduleName, TariffFault, Thing};
use specie_domain::rows::{
    Band, KeyAddition, NewTariff, Proposed, Role, Schedule, StaffAddition, StaffReset, Tariff,
    TariffAddition, TariffBook, TariffCeiling,
};
use specie_domain::{Body, Receipt, Refusal, Row};

use crate::fees::{band, tariff};
use crate::rig::{Rig, gbp, hash, pounds, refusal};

const DELAY_S: i64 = 60;

fn why() -> String {
    "she begins on Monday".to_owned()
}

fn credentials(password: &str) -> Credentials {
    Credentials { salt: [7; 16], password: hash(password), sealed_seed: vec![1] }
}

fn safeguards(tariff_ceilings: Vec<TariffCeiling>) -> Body {
    Body::SetSafeguards(SetSafeguards { tariff_ceilings })
}

fn key(actor: Actor, key: &str, person: &str, role: Role) -> Body {
    let person = person.to_owned();
    Body::RegisterOperatorKey(RegisterOperatorKey { actor, hash: hash(key), person, role })
}

fn hire(rig: &mut Rig, actor: Actor, person: &str, role: Role) -> (Actor, OperatorKeyId) {
    match rig.ok(key(actor, person, person, role)) {
        Receipt::OperatorKeyRegistered(id) => (Actor::Operator(hash(person)), id),
        other => panic!("{other:?}"),
    }
}

fn staff(actor: Actor, person: &str, role: Role) -> Body {
    let (name, credentials) = (hash(&format!("name of {person}")), credentials("first"));
    Body::AddStaff(AddStaff { actor, name, person: person.to_owned(), role, credentials })
}

/// A deployment under the safeguards, with Ada, the only admin, and Finn, who keeps its money.
fn office() -> (Rig, Actor, Actor) {
    let mut rig = Rig::new();
    rig.ok(safeguards(Vec::new()));
    let (ada, _) = hire(&mut rig, Actor::System, "Ada", Role::Admin);
    let (finn, _) = hire(&mut rig, ada, "Finn", Role::Finance);
    (rig, ada, finn)
}

fn propose(rig: &mut Rig, actor: Actor, what: Proposed) -> ProposalId {
    match rig.ok(Body::Propose(Propose { actor, what })) {
        Receipt::Proposed(proposal_id) => proposal_id,
        other => panic!("{other:?}"),
    }
}

const fn approve(actor: Actor, proposal_id: ProposalId) -> Body {
    Body::Judge(Judge { actor, proposal_id, approve: true })
}

fn new_key(key: &str, person: &str, role: Role) -> Proposed {
    Proposed::AddKey(KeyAddition {
        hash: hash(key),
        person: person.to_owned(),
        role,
        why: why(),
        sealed_half: vec![2],
    })
}

fn owner(actor: Actor) -> Body {
    Body::RegisterOwner(RegisterOwner { actor, name: "X".to_owned() })
}

#[test]
fn one_person_alone_makes_the_second_who_judges_and_no_third() {
    let (mut rig, ada, _) = office();
    for role in [Role::Admin, Role::Finance] {
        for body in [key(ada, "Eve", "Eve", role), staff(ada, "Eve", role)] {
            assert_eq!(refusal(rig.run(body)), Refusal::NeedsTwoPeople, "{role:?}");
        }
    }
    rig.ok(key(ada, "backend", "Wanda", Role::WalletBackend));
    rig.ok(key(ada, "reader", "Otto", Role::Auditor));
    rig.ok(staff(ada, "Olga", Role::Auditor));
    rig.ok(staff(Actor::System, "Eve", Role::Admin));
}

#[test]
fn further_keys_and_sign_ins_of_one_person_do_not_make_her_two() {
    let mut rig = Rig::new();
    rig.ok(safeguards(Vec::new()));
    let (ada, _) = hire(&mut rig, Actor::System, "Ada", Role::Admin);
    rig.ok(staff(ada, " ADA", Role::Finance));
    hire(&mut rig, ada, "ada ", Role::Admin);
    hire(&mut rig, ada, "Finn", Role::Finance);
    let another = key(ada, "one more", "Ada", Role::Finance);
    assert_eq!(refusal(rig.run(another)), Refusal::NeedsTwoPeople, "also one more of the same name");
}

#[test]
fn who_revokes_the_other_is_not_alone_again() {
    let mut rig = Rig::new();
    rig.ok(safeguards(Vec::new()));
    let (ada, _) = hire(&mut rig, Actor::System, "Ada", Role::Admin);
    let (_, finn_id) = hire(&mut rig, ada, "Finn", Role::Finance);
    rig.ok(Body::RevokeOperatorKey(RevokeOperatorKey { actor: ada, operator_key_id: finn_id }));
    assert_eq!(refusal(rig.run(key(ada, "Eve", "Eve", Role::Finance))), Refusal::NeedsTwoPeople);
    let alone = propose(&mut rig, ada, new_key("Eve", "Eve", Role::Finance));
    rig.pass_s(DELAY_S);
    assert_eq!(refusal(rig.run(approve(ada, alone))), Refusal::OwnProposal);
    let (kim, _) = hire(&mut rig, Actor::System, "Kim", Role::Finance);
    rig.ok(approve(kim, alone));
}

#[test]
fn what_an_older_program_kept_is_decided_as_it_was_then() {
    let mut rig = Rig::new();
    let (ada, _) = hire(&mut rig, Actor::System, "Ada", Role::Admin);
    hire(&mut rig, ada, "Finn", Role::Finance);
    hire(&mut rig, ada, "Kim", Role::Admin);
    rig.ok(Body::AddTariff(AddTariff { actor: ada, ..tariff() }));
    rig.ok(safeguards(Vec::new()));
    assert_eq!(refusal(rig.run(key(ada, "Eve", "Eve", Role::Admin))), Refusal::NeedsTwoPeople);
}

#[test]
fn a_key_that_two_people_want_opens_nothing_before_it_is_approved() {
    let (mut rig, ada, finn) = office();
    let eve = Actor::Operator(hash("Eve"));
    let id = propose(&mut rig, ada, new_key("Eve", "Eve", Role::Admin));
    assert_eq!(refusal(rig.run(owner(eve))), Refusal::KeyNotKnown);
    assert!(matches!(refusal(rig.run(approve(finn, id))), Refusal::ProposalNotYet(_)));
    rig.pass_s(DELAY_S);
    assert_eq!(refusal(rig.run(approve(ada, id))), Refusal::OwnProposal);
    rig.ok(approve(finn, id));
    rig.ok(owner(eve));
    let operator_key_id = OperatorKeyId::from_u128(id.as_u128());
    rig.ok(Body::RevokeOperatorKey(RevokeOperatorKey { actor: ada, operator_key_id }));
    assert_eq!(refusal(rig.run(owner(eve))), Refusal::KeyNotKnown, "it has the proposal's number");
}

#[test]
fn a_person_who_judges_is_registered_and_reset_by_two() {
    let (mut rig, ada, finn) = office();
    let signing_in = |password: &str, counter| {
        let (name, password) = (hash("name of Eve"), hash(password));
        let session = hash(&format!("session {counter}"));
        Body::OpenStaffSession(OpenStaffSession { name, password, counter: Some(counter), session })
    };
    let (name, person, role) = (hash("name of Eve"), "Eve".to_owned(), Role::Finance);
    let addition = StaffAddition {
        name,
        person,
        role,
        credentials: credentials("first"),
        why: why(),
        sealed_half: vec![2],
    };
    let id = propose(&mut rig, ada, Proposed::AddStaff(addition));
    assert_eq!(refusal(rig.run(signing_in("first", 1))), Refusal::SignInNotValid);
    rig.pass_s(DELAY_S);
    rig.ok(approve(finn, id));
    rig.ok(signing_in("first", 2));
    let staff_id = OperatorKeyId::from_u128(id.as_u128());
    let alone = ResetStaff { actor: ada, staff_id, credentials: credentials("stolen") };
    assert_eq!(refusal(rig.run(Body::ResetStaff(alone))), Refusal::NeedsTwoPeople);
    rig.ok(signing_in("first", 3));
    let reset = StaffReset { staff_id, credentials: credentials("second"), why: why(), sealed_half: vec![2] };
    let id = propose(&mut rig, ada, Proposed::ResetStaff(reset));
    rig.pass_s(DELAY_S);
    rig.ok(approve(finn, id));
    assert_eq!(refusal(rig.run(signing_in("first", 4))), Refusal::SignInNotValid);
    rig.ok(signing_in("second", 5));
    let reader = match rig.ok(staff(ada, "Otto", Role::Auditor)) {
        Receipt::OperatorKeyRegistered(id) => id,
        other => panic!("{other:?}"),
    };
    rig.ok(Body::ResetStaff(ResetStaff { actor: ada, staff_id: reader, credentials: credentials("new") }));
}

#[test]
fn only_an_admin_proposes_people_and_whoever_judges_money_judges_them() {
    let (mut rig, ada, finn) = office();
    let what = new_key("Eve", "Eve", Role::Admin);
    let by = |actor, what: &Proposed| Body::Propose(Propose { actor, what: what.clone() });
    assert_eq!(refusal(rig.run(by(finn, &what))), Refusal::RoleForbids);
    assert_eq!(refusal(rig.run(by(Actor::System, &what))), Refusal::RoleForbids);
    let (name, person) = (hash("name of Olga"), "Olga".to_owned());
    rig.ok(staff(Actor::System, "Olga", Role::Auditor));
    let known = StaffAddition {
        name,
        person,
        role: Role::Admin,
        credentials: credentials("x"),
        why: why(),
        sealed_half: vec![2],
    };
    let nobody = StaffReset {
        staff_id: OperatorKeyId::from_u128(7),
        credentials: credentials("x"),
        why: why(),
        sealed_half: vec![2],
    };
    let silent = KeyAddition {
        hash: hash("x"),
        person: "X".to_owned(),
        role: Role::Admin,
        why: String::new(),
        sealed_half: vec![2],
    };
    let table = [
        (new_key("Ada", "Eve", Role::Admin), Refusal::Exists(Thing::OperatorKey)),
        (new_key("x", " ", Role::Admin), Refusal::Unacceptable(Limit::NameBytes(128))),
        (Proposed::AddKey(silent), Refusal::Unacceptable(Limit::WhyBytes(512))),
        (Proposed::AddStaff(known), Refusal::Exists(Thing::OperatorKey)),
        (Proposed::ResetStaff(nobody), Refusal::NotFound(Thing::OperatorKey)),
    ];
    for (what, expected) in table {
        assert_eq!(refusal(rig.run(by(ada, &what))), expected, "{what:?}");
    }
}

#[test]
fn a_proposed_key_that_was_made_meanwhile_is_not_made_again() {
    let (mut rig, ada, finn) = office();
    let twins = ["first", "second"].map(|_| propose(&mut rig, ada, new_key("Eve", "Eve", Role::Finance)));
    rig.pass_s(DELAY_S);
    rig.ok(approve(finn, twins[0]));
    assert_eq!(refusal(rig.run(approve(finn, twins[1]))), Refusal::Exists(Thing::OperatorKey));
}

#[test]
fn a_proposed_secret_is_told_once_also_under_its_idempotency_value() {
    let (mut rig, ada, _) = office();
    let by = |hash: &str| Body::Propose(Propose { actor: ada, what: new_key(hash, "Eve", Role::Admin) });
    rig.idempotency = Some("a value");
    let first = rig.run(by("a key"));
    let again = rig.run(by("a key"));
    assert!(again.replayed && again.result == first.result, "the very command, its outcome not known");
    // The same request: the verb makes another secret each time it is asked.
    assert_eq!(refusal(rig.run(by("another key"))), Refusal::SecretShownOnce);
}

fn new_tariff(fee: Schedule) -> NewTariff {
    AddTariff { fee, ..tariff() }.tariff()
}

fn addition(tariff: NewTariff) -> Proposed {
    Proposed::AddTariff(Box::new(TariffAddition { tariff, why: "costs rose".to_owned() }))
}

fn flat(flat: i64) -> Schedule {
    Schedule { flat, ..Schedule::default() }
}

#[test]
fn a_tariff_is_added_by_two_people_once_there_are_two() {
    let mut rig = Rig::new();
    rig.ok(safeguards(Vec::new()));
    let (ada, _) = hire(&mut rig, Actor::System, "Ada", Role::Admin);
    rig.ok(Body::AddTariff(AddTariff { actor: ada, ..tariff() }));
    let (finn, _) = hire(&mut rig, ada, "Finn", Role::Finance);
    rig.pass_s(1);
    for actor in [ada, finn] {
        let alone = Body::AddTariff(AddTariff { actor, ..tariff() });
        assert_eq!(refusal(rig.run(alone)), Refusal::NeedsTwoPeople);
    }
    let id = propose(&mut rig, finn, addition(new_tariff(flat(50))));
    let lines = |rig: &Rig| match rig.row::<TariffBook>(()) {
        Some(Row::TariffBook(book)) => book.lines.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(lines(&rig).len(), 1, "a proposal prices nothing");
    rig.pass_s(DELAY_S);
    assert_eq!(refusal(rig.run(approve(finn, id))), Refusal::OwnProposal);
    rig.ok(approve(ada, id));
    let line = lines(&rig)[1];
    assert_eq!(line.valid_from, rig.now, "it is in force from its approval on");
    match rig.row::<Tariff>(line.tariff_id) {
        Some(Row::Tariff(tariff)) => assert_eq!((tariff.made_by.as_str(), tariff.fee.flat), ("Finn", 50)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_tariff_whose_beginning_has_passed_before_its_approval_is_not_added() {
    let (mut rig, ada, finn) = office();
    let soon = Some(rig.now.plus_s(DELAY_S));
    let [early, late] = [soon, soon.map(|at| at.plus_s(1))]
        .map(|valid_from| propose(&mut rig, finn, addition(NewTariff { valid_from, ..new_tariff(flat(1)) })));
    rig.pass_ms(DELAY_S * 1000 + 1);
    let past = Refusal::TariffNotAcceptable(TariffFault::InThePast);
    assert_eq!(refusal(rig.run(approve(ada, early))), past);
    rig.ok(approve(ada, late));
    let twin = addition(NewTariff { valid_from: soon.map(|at| at.plus_s(1)), ..new_tariff(flat(2)) });
    assert_eq!(
        refusal(rig.run(Body::Propose(Propose { actor: ada, what: twin }))),
        Refusal::Exists(Thing::Tariff)
    );
}

/// 250 basis points and 2.00 GBP.
fn ceiling(of: ScheduleName) -> TariffCeiling {
    TariffCeiling { of, currency: gbp(), basis_points: 250, flat: 200 }
}

fn bands(bands: Vec<Band>) -> Schedule {
    Schedule { bands, ..Schedule::default() }
}

#[test]
fn no_tariff_goes_above_the_configurations_ceilings_whoever_adds_it() {
    use ScheduleName::{Commission, Fee};
    let (mut rig, ada, finn) = office();
    rig.ok(safeguards(vec![ceiling(Fee)]));
    let rate = |of, place| TariffFault::RateAboveCeiling(of, place, 250);
    let sum = |of| TariffFault::SumAboveCeiling(of, pounds("2.00"), 250);
    let good = [
        flat(200),
        bands(vec![band(0, 250, 200)]),
        Schedule { flat: 200, min: 200, max: Some(9_000), ..bands(vec![band(0, 250, 0)]) },
        Schedule { max: Some(200), flat: 900, ..bands(vec![band(0, 9_999, 900)]) },
        bands(vec![band(0, 0, 200), band(8_000, 0, 200)]),
        bands(vec![band(0, 125, 200), band(8_000, 0, 100)]),
    ];
    let wrong = [
        (flat(201), sum(Fee)),
        (bands(vec![band(0, 250, 0), band(5, 251, 0)]), rate(Fee, 1)),
        (bands(vec![band(0, 250, 201)]), sum(Fee)),
        (Schedule { min: 201, ..flat(0) }, sum(Fee)),
        (Schedule { max: Some(201), ..flat(201) }, sum(Fee)),
        (bands(vec![band(0, 0, 200), band(7_999, 0, 200)]), sum(Fee)),
        (bands(vec![band(0, 125, 200), band(8_000, 0, 101)]), sum(Fee)),
    ];
    for (place, fee) in good.into_iter().enumerate() {
        rig.pass_s(1);
        let named = format!("{place}: {fee:?}");
        assert!(rig.run(Body::AddTariff(AddTariff { fee, ..tariff() })).result.is_ok(), "{named}");
    }
    rig.pass_s(1);
    for (fee, fault) in wrong {
        let refused = Refusal::TariffNotAcceptable(fault);
        let named = format!("{fee:?}");
        let by_hand = Body::AddTariff(AddTariff { fee: fee.clone(), ..tariff() });
        assert_eq!(refusal(rig.run(by_hand)), refused, "{named}");
        let proposed = Body::Propose(Propose { actor: finn, what: addition(new_tariff(fee)) });
        assert_eq!(refusal(rig.run(proposed)), refused, "{named}");
    }
    let paid = |commission| AddTariff { commission, ..tariff() };
    rig.ok(Body::AddTariff(paid(flat(201))));
    rig.ok(safeguards(vec![ceiling(Commission)]));
    rig.pass_s(1);
    let refused = Refusal::TariffNotAcceptable(sum(Commission));
    assert_eq!(refusal(rig.run(Body::AddTariff(paid(flat(201))))), refused);
    rig.ok(Body::AddTariff(AddTariff { fee: flat(201), ..tariff() }));
    rig.pass_s(1);
    let waiting = propose(&mut rig, finn, addition(new_tariff(flat(300))));
    rig.ok(safeguards(vec![ceiling(Fee)]));
    rig.pass_s(DELAY_S);
    let refused = Refusal::TariffNotAcceptable(sum(Fee));
    assert_eq!(refusal(rig.run(approve(ada, waiting))), refused, "a ceiling that came meanwhile holds");
}

#[test]
fn so_many_ceilings_and_no_more_are_taken() {
    let mut rig = Rig::new();
    let ceilings = vec![ceiling(ScheduleName::Fee); 513];
    assert_eq!(refusal(rig.run(safeguards(ceilings.clone()))), Refusal::LimitExceeded(Limit::Rules(512)));
    rig.ok(safeguards(ceilings[1..].to_vec()));
    rig.ok(safeguards(ceilings[1..].to_vec()));
}

proptest! {
    #[test]
    fn below_a_ceiling_no_withdrawal_costs_or_earns_more_than_it_says(
        steps in prop::collection::btree_map(0..3_000_i64, (0..250_u32, 0..60_i64), 0..5),
        (flat, min, max) in (0..90_i64, 0..200_i64, prop::option::of(150..400_i64)),
        (before, sum) in (0..5_000_i64, 1..5_000_i64),
    ) {
        let bands = steps.into_iter().map(|(from, (rate, step))| band(from, rate, step)).collect();
        let schedule = Schedule { flat, bands, min, max: max.map(|max| max.max(min)) };
        let mut rig = Rig::new();
        rig.ok(safeguards(vec![ceiling(ScheduleName::Fee), ceiling(ScheduleName::Commission)]));
        let (fee, commission) = (schedule.clone(), schedule.clone());
        let taken = rig.run(Body::AddTariff(AddTariff { fee, commission, ..tariff() }));
        let most = 200 + (sum * 250 + 9_999) / 10_000;
        let earned = schedule.commission(before + sum) - schedule.commission(before);
        if let Ok(receipt) = taken.result {
            prop_assert!(matches!(receipt, Receipt::TariffAdded(_)));
            prop_assert!(schedule.fee(before, sum) <= most, "{} > {most}", schedule.fee(before, sum));
            prop_assert!(earned <= most, "{earned} > {most}");
        }
    }
}
