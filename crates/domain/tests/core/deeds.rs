//! Deeds: who of the operator did what is written down once, in order, and nothing else is.

use std::collections::BTreeSet;

use specie_domain::command::{
    Actor, AddStaff, ArmCode, Credentials, FreezeWallet, InviteDevice, OpenStaffSession, RegisterOperatorKey,
    SeePersonal, SeeStaffSession, SignInDevice,
};
use specie_domain::ids::WalletId;
use specie_domain::outcome::Thing;
use specie_domain::rows::{Approved, Deed, DeedCount, DeedKind, DeedTarget, Role};
use specie_domain::{Body, Refusal, Row};

use crate::rig::{Rig, hash, pounds, refusal};

fn deeds(rig: &Rig) -> Vec<Deed> {
    let count = match rig.row::<DeedCount>(()) {
        Some(Row::DeedCount(deeds)) => deeds.count,
        _ => 0,
    };
    let deed = |number| match rig.row::<Deed>(number) {
        Some(Row::Deed(deed)) => Deed::clone(&deed),
        other => panic!("deed {number} is {other:?}"),
    };
    (1..=count).map(deed).collect()
}

fn hire(rig: &mut Rig, name: &str, role: Role) -> Actor {
    let key = RegisterOperatorKey { actor: Actor::System, hash: hash(name), person: name.to_owned(), role };
    rig.ok(Body::RegisterOperatorKey(key));
    Actor::Operator(hash(name))
}

fn freeze(rig: &Rig, actor: Actor, frozen: bool) -> Body {
    Body::FreezeWallet(FreezeWallet { actor, wallet_id: rig.wallet_id, frozen })
}

#[test]
fn every_kind_of_deed_has_a_name_of_its_own_with_a_family_and_a_verb() {
    let names: BTreeSet<&str> = DeedKind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(names.len(), DeedKind::ALL.len());
    for name in names {
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let (family, verb) = name.split_once('.').unwrap();
        assert!(is_word(family) && is_word(verb), "{name}");
    }
}

#[test]
fn what_a_person_did_is_written_down_with_its_command_and_nothing_that_others_did_is() {
    let mut rig = Rig::new();
    let ada = hire(&mut rig, "Ada", Role::Admin);
    let otto = hire(&mut rig, "Otto", Role::Auditor);
    assert_eq!(deeds(&rig), [], "the program's own work is no deed");
    let wallet_id = rig.wallet_id;
    rig.ok(freeze(&rig, ada, true));
    assert_eq!(refusal(rig.run(freeze(&rig, otto, false))), Refusal::RoleForbids);
    rig.ok(freeze(&rig, ada, false));
    rig.ok(Body::ArmCode(ArmCode { actor: ada, ..rig.arming("123456", Approved::Exactly(pounds("5"))) }));
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    rig.logout(operation).result.unwrap();
    let told = deeds(&rig);
    let kinds: Vec<DeedKind> = told.iter().map(|deed| deed.what).collect();
    assert_eq!(kinds, [DeedKind::WalletFrozen, DeedKind::WalletUnfrozen], "codes and cash-outs are none");
    for (place, deed) in told.iter().enumerate() {
        assert_eq!(deed.number, place as u64 + 1);
        assert_eq!((deed.by.person.as_str(), deed.role), ("Ada", Role::Admin));
        assert_eq!(deed.targets, [DeedTarget::Wallet(wallet_id)]);
    }
    assert!(told[0].command < told[1].command);
}

#[test]
fn a_look_at_personal_data_is_a_deed_though_it_changes_nothing_else() {
    let mut rig = Rig::new();
    let otto = hire(&mut rig, "Otto", Role::Auditor);
    let wallet_id = rig.wallet_id;
    rig.ok(Body::SeePersonal(SeePersonal { actor: otto, wallet_id }));
    let told = deeds(&rig);
    assert_eq!((told.len(), told[0].what), (1, DeedKind::PersonalDataSeen));
    assert_eq!(told[0].targets, [DeedTarget::Wallet(wallet_id)]);
    let nobody = SeePersonal { actor: Actor::Operator(hash("nobody")), wallet_id };
    assert_eq!(refusal(rig.run(Body::SeePersonal(nobody))), Refusal::KeyNotKnown);
    let nowhere = SeePersonal { actor: otto, wallet_id: WalletId::from_u128(7) };
    assert_eq!(refusal(rig.run(Body::SeePersonal(nowhere))), Refusal::NotFound(Thing::Wallet));
    assert_eq!(deeds(&rig).len(), 1);
}

#[test]
fn signing_in_and_out_are_deeds_and_a_sign_of_life_and_a_wrong_try_are_none() {
    let mut rig = Rig::new();
    let credentials = Credentials { salt: [7; 16], password: hash("right"), sealed_seed: vec![1] };
    let (name, person) = (hash("Ada"), "Ada".to_owned());
    let add = AddStaff { actor: Actor::System, name, person, role: Role::Admin, credentials };
    rig.ok(Body::AddStaff(add));
    let session = hash("session");
    let sign_in = |password: &str| {
        let password = hash(password);
        Body::OpenStaffSession(OpenStaffSession { name, password, counter: Some(1), session })
    };
    assert_eq!(refusal(rig.run(sign_in("wrong"))), Refusal::SignInNotValid);
    assert_eq!(deeds(&rig), []);
    rig.ok(sign_in("right"));
    rig.ok(sign_in("right")); // The very command once more.
    rig.pass_s(60);
    rig.ok(Body::SeeStaffSession(SeeStaffSession { session, ends: false }));
    rig.ok(freeze(&rig, Actor::Staff(session), true));
    rig.ok(Body::SeeStaffSession(SeeStaffSession { session, ends: true }));
    rig.ok(Body::SeeStaffSession(SeeStaffSession { session, ends: true }));
    let kinds: Vec<DeedKind> = deeds(&rig).iter().map(|deed| deed.what).collect();
    assert_eq!(kinds, [DeedKind::SignedIn, DeedKind::WalletFrozen, DeedKind::SignedOut]);
}

#[test]
fn what_a_customers_device_does_is_no_deed_of_the_operator() {
    let mut rig = Rig::new();
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    rig.ok(Body::InviteDevice(InviteDevice { actor, wallet_id, hash: hash("invite"), valid_s: 60 }));
    let (invite, token) = (hash("invite"), hash("token"));
    rig.ok(Body::SignInDevice(SignInDevice { invite, hash: token, sealed_name: vec![1], rest_s: 60 }));
    rig.ok(freeze(&rig, Actor::Device(token), true));
    assert_eq!(deeds(&rig), []);
}
