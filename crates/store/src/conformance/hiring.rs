//! What no person alone may do: a part of the history. Beth of key 44 proposes, Ada of key 42 approves.

use specie_domain::command::{
    Actor, AddTariff, Credentials, Judge, Propose, RegisterOperatorKey, SetSafeguards,
};
use specie_domain::ids::{OperatorKeyId, ProposalId};
use specie_domain::rows::{
    KeyAddition, NewTariff, Proposed, Role, Schedule, ScheduleName, Scope, StaffAddition, StaffReset,
    TariffAddition, TariffCeiling,
};
use specie_domain::{Body, Receipt};

use super::history::{History, currency, hash};

/// The safeguards; a key, a person, her reset and a tariff by two people, and each of them refused to one.
pub(super) fn hiring(history: &mut History) {
    let (beth, ada) = (Actor::Operator(hash(44)), Actor::Operator(hash(42)));
    let of = ScheduleName::Fee;
    let ceiling = TariffCeiling { of, currency: currency("GBP"), basis_points: 100, flat: 50 };
    history.done(Body::SetSafeguards(SetSafeguards { tariff_ceilings: vec![ceiling] }));
    let (person, role) = ("Eve".to_owned(), Role::Finance);
    let alone = RegisterOperatorKey { actor: beth, hash: hash(47), person: person.clone(), role };
    history.refused(Body::RegisterOperatorKey(alone));
    let why = || "she begins on Monday".to_owned();
    let key = KeyAddition { hash: hash(47), person: person.clone(), role, why: why(), sealed_half: vec![2] };
    by_two(history, beth, ada, Proposed::AddKey(key));
    let credentials =
        |password| Credentials { salt: [5; 16], password: hash(password), sealed_seed: vec![6; 61] };
    let (name, first) = (hash(7_200_001), credentials(7_200_010));
    let staff = StaffAddition { name, person, role, credentials: first, why: why(), sealed_half: vec![2] };
    let staff_id = by_two(history, beth, ada, Proposed::AddStaff(staff));
    let staff_id = OperatorKeyId::from_u128(staff_id.as_u128());
    let reset =
        StaffReset { staff_id, credentials: credentials(7_200_011), why: why(), sealed_half: vec![2] };
    by_two(history, beth, ada, Proposed::ResetStaff(reset));
    let tariff = |flat| NewTariff {
        name: "Cash out".to_owned(),
        scope: Scope { currency: currency("GBP"), owner_id: None, channel: None, kyc_tier: Some(9) },
        valid_from: None,
        valid_to: None,
        fee: Schedule { flat, ..Schedule::default() },
        commission: Schedule::default(),
        tax_basis_points: 0,
    };
    let addition = |flat| Proposed::AddTariff(Box::new(TariffAddition { tariff: tariff(flat), why: why() }));
    history.refused(Body::AddTariff(AddTariff::by(ada, tariff(50))));
    history.refused(Body::Propose(Propose { actor: ada, what: addition(51) }));
    by_two(history, ada, beth, addition(50));
}

fn by_two(history: &mut History, one: Actor, other: Actor, what: Proposed) -> ProposalId {
    let Receipt::Proposed(proposal_id) = history.done(Body::Propose(Propose { actor: one, what })) else {
        panic!("a proposal is answered as one");
    };
    let judge = |actor| Body::Judge(Judge { actor, proposal_id, approve: true });
    history.refused(judge(other));
    history.pass_s(60);
    history.refused(judge(one));
    history.done(judge(other));
    proposal_id
}
