//! Devices of a wallet and people who sign in: a part of the history.

use specie_domain::command::{
    Actor, AddStaff, ArmCode, ChangePassword, Credentials, InviteDevice, OpenStaffSession, RegisterOwner,
    ResetStaff, RevokeOperatorKey, SeeStaffSession, SignInDevice, SignOutDevice,
};
use specie_domain::rows::{Approved, Purpose, Role, STAFF_WRONG_MAX};
use specie_domain::{Body, Receipt};

use super::history::{History, hash, pence};

/// A day, seconds.
const DAY_S: u32 = 86_400;

/// Two devices, the rest after the second, and one signed out; a person who signs in, is locked out, changes her
/// password, is reset and disabled.
pub(super) fn people(history: &mut History) {
    devices(history);
    staff(history);
}

fn devices(history: &mut History) {
    let (actor, wallet_id) = (Actor::System, history.customer(5_000).wallet_id);
    let invite =
        |text| Body::InviteDevice(InviteDevice { actor, wallet_id, hash: hash(text), valid_s: DAY_S });
    let sign_in = |invite, token| {
        let (invite, hash) = (hash(invite), hash(token));
        Body::SignInDevice(SignInDevice { invite, hash, sealed_name: vec![7], rest_s: DAY_S })
    };
    history.refused(sign_in(7_000_001, 7_000_101));
    history.done(invite(7_000_001));
    history.done(invite(7_000_002));
    history.refused(sign_in(7_000_001, 7_000_101));
    history.done(sign_in(7_000_002, 7_000_102));
    let device = Actor::Device(hash(7_000_102));
    let arm = |actor, mac| {
        let approved = Approved::UpTo(pence(500));
        let (macs, purpose, pos) = ([hash(mac), hash(mac + 1)], Purpose::Withdraw, None);
        Body::ArmCode(ArmCode { actor, wallet_id, macs, purpose, pos, approved })
    };
    history.refused(arm(Actor::Device(hash(7_000_101)), 7_000_200));
    history.refused(arm(device, 7_000_202)); // A code must name a POS.
    history.done(invite(7_000_003));
    let Receipt::DeviceSignedIn(_, device_id) = history.done(sign_in(7_000_003, 7_000_103)) else {
        panic!("a device signs in");
    };
    history.refused(arm(device, 7_000_204));
    history.done(Body::SignOutDevice(SignOutDevice { actor: device, device_id }));
    history.refused(Body::SignOutDevice(SignOutDevice { actor: Actor::Device(hash(7_000_103)), device_id }));
}

fn staff(history: &mut History) {
    let (name, session) = (hash(7_100_001), hash(7_100_002));
    let credentials =
        |password| Credentials { salt: [3; 16], password: hash(password), sealed_seed: vec![9; 61] };
    let add = AddStaff {
        actor: Actor::System,
        name,
        person: "Grace".to_owned(),
        role: Role::Finance,
        credentials: credentials(7_100_010),
    };
    let Receipt::OperatorKeyRegistered(staff_id) = history.done(Body::AddStaff(add)) else {
        panic!("a person is registered");
    };
    let open = |password, counter| {
        let password = hash(password);
        Body::OpenStaffSession(OpenStaffSession { name, password, counter, session })
    };
    for _ in 0..STAFF_WRONG_MAX {
        history.refused(open(7_100_011, Some(5)));
    }
    history.refused(open(7_100_010, Some(5)));
    history.pass_s(15 * 60);
    history.done(open(7_100_010, Some(5)));
    let actor = Actor::Staff(session);
    history.refused(Body::RegisterOwner(RegisterOwner { actor, name: "Shop".to_owned() }));
    history.pass_s(60);
    history.done(Body::SeeStaffSession(SeeStaffSession { session, ends: false }));
    let change = |old, new| {
        Body::ChangePassword(ChangePassword { actor, old: hash(old), salt: [4; 16], new: hash(new) })
    };
    history.refused(change(7_100_011, 7_100_012));
    history.done(change(7_100_010, 7_100_012));
    history.done(Body::SeeStaffSession(SeeStaffSession { session, ends: true }));
    let (actor, credentials) = (Actor::System, credentials(7_100_013));
    history.done(Body::ResetStaff(ResetStaff { actor, staff_id, credentials }));
    history.done(Body::RevokeOperatorKey(RevokeOperatorKey { actor, operator_key_id: staff_id }));
    history.refused(open(7_100_013, Some(9)));
}
