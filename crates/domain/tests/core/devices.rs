//! Wallets' devices: what an invite is worth, what a device may do, and that cash-outs rest when a new one comes.

use specie_domain::command::{
    Actor, ArmCode, CancelCode, Dispute, EnrolDevice, FreezeWallet, InviteDevice, SeeDevice, SignInDevice,
    SignOutDevice,
};
use specie_domain::ids::{DeviceId, Fresh, WalletId};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{Approved, Device, EventKind, OfflineDevice, Purpose};
use specie_domain::{Body, Receipt, Refusal, Row};

use crate::rig::{Rig, hash, pounds, refusal};

const DAY_S: u32 = 86_400;

fn inviting(rig: &Rig, invite: &str) -> Body {
    let (actor, wallet_id) = (Actor::System, rig.wallet_id);
    Body::InviteDevice(InviteDevice { actor, wallet_id, hash: hash(invite), valid_s: DAY_S })
}

fn signing_in(invite: &str, token: &str) -> Body {
    let sealed_name = vec![1];
    Body::SignInDevice(SignInDevice { invite: hash(invite), hash: hash(token), sealed_name, rest_s: DAY_S })
}

/// A device with this token on the rig's wallet.
fn device(rig: &mut Rig, token: &str) -> (Actor, DeviceId) {
    rig.ok(inviting(rig, &format!("invite of {token}")));
    match rig.ok(signing_in(&format!("invite of {token}"), token)) {
        Receipt::DeviceSignedIn(wallet_id, device_id) => {
            assert_eq!(wallet_id, rig.wallet_id);
            (Actor::Device(hash(token)), device_id)
        }
        other => panic!("{other:?}"),
    }
}

fn arming(rig: &Rig, actor: Actor, purpose: Purpose) -> Body {
    Body::ArmCode(ArmCode { actor, purpose, ..rig.arming("123456", Approved::Exactly(pounds("5"))) })
}

#[test]
fn an_invite_brings_one_device_within_its_day_and_only_the_newest_does() {
    let mut rig = Rig::new();
    let not_valid = |rig: &mut Rig, invite: &str| {
        assert_eq!(refusal(rig.run(signing_in(invite, "t"))), Refusal::InviteNotValid, "{invite}");
    };
    not_valid(&mut rig, "never made");
    rig.ok(inviting(&rig, "old"));
    rig.ok(inviting(&rig, "new"));
    not_valid(&mut rig, "old");
    rig.ok(signing_in("new", "first"));
    not_valid(&mut rig, "new");
    rig.ok(inviting(&rig, "late"));
    rig.pass_s(i64::from(DAY_S) - 1);
    let mut in_time = rig.fork();
    in_time.ok(signing_in("late", "second"));
    rig.pass_s(1);
    not_valid(&mut rig, "late");
    rig.ok(inviting(&rig, "frozen"));
    let freeze = FreezeWallet { actor: Actor::System, wallet_id: rig.wallet_id, frozen: true };
    rig.ok(Body::FreezeWallet(freeze));
    not_valid(&mut rig, "frozen");
}

#[test]
fn a_device_acts_for_its_own_wallet_and_to_it_no_other_is_there() {
    let mut rig = Rig::new();
    let (mine, _) = device(&mut rig, "mine");
    rig.ok(arming(&rig, mine, Purpose::Withdraw));
    let other = WalletId::new(rig.now, Fresh(77), Fresh(77).bucket());
    rig.add_wallet(other, "other phone", None);
    let not_found = Refusal::NotFound(Thing::Wallet);
    let Body::ArmCode(arm) = arming(&rig, mine, Purpose::Withdraw) else { panic!("it arms") };
    for body in [
        Body::ArmCode(ArmCode { wallet_id: other, ..arm }),
        Body::CancelCode(CancelCode { actor: mine, wallet_id: other }),
        Body::FreezeWallet(FreezeWallet { actor: mine, wallet_id: other, frozen: true }),
        Body::EnrolDevice(EnrolDevice { actor: mine, wallet_id: other, sealed_seed: vec![1] }),
    ] {
        assert_eq!(refusal(rig.run(body.clone())), not_found, "{body:?}");
    }
    let wallet_id = rig.wallet_id;
    let operators = [
        Body::InviteDevice(InviteDevice { actor: mine, wallet_id, hash: hash("x"), valid_s: 1 }),
        Body::FreezeWallet(FreezeWallet { actor: mine, wallet_id, frozen: false }),
    ];
    for body in operators {
        assert_eq!(refusal(rig.run(body.clone())), Refusal::RoleForbids, "{body:?}");
    }
}

#[test]
fn a_device_disputes_its_own_withdrawal_and_no_other() {
    let mut rig = Rig::new();
    let (mine, _) = device(&mut rig, "mine");
    let operation_id = rig.session();
    rig.withdraw(operation_id, "5");
    let withdrawal_id = rig.withdrawal().unwrap().withdrawal_id;
    let other = WalletId::new(rig.now, Fresh(77), Fresh(77).bucket());
    rig.add_wallet(other, "other phone", None);
    let own = std::mem::replace(&mut rig.wallet_id, other);
    let (stranger, _) = device(&mut rig, "stranger");
    rig.wallet_id = own;
    let dispute = |actor| Body::Dispute(Dispute { actor, withdrawal_id });
    assert_eq!(refusal(rig.run(dispute(stranger))), Refusal::NotFound(Thing::Withdrawal));
    rig.ok(dispute(mine));
    assert!(rig.case(operation_id).is_some());
}

#[test]
fn a_device_that_was_signed_out_does_nothing_from_the_next_command_on() {
    let mut rig = Rig::new();
    let (first, first_id) = device(&mut rig, "first");
    let (second, second_id) = device(&mut rig, "second");
    rig.pass_s(i64::from(DAY_S));
    let sign_out = |actor, device_id| Body::SignOutDevice(SignOutDevice { actor, device_id });
    let unknown = DeviceId::from_u128(9);
    assert_eq!(refusal(rig.run(sign_out(second, unknown))), Refusal::NotFound(Thing::Device));
    rig.ok(sign_out(second, first_id));
    assert_eq!(refusal(rig.run(arming(&rig, first, Purpose::Withdraw))), Refusal::KeyNotKnown);
    assert_eq!(refusal(rig.run(sign_out(first, second_id))), Refusal::KeyNotKnown);
    rig.ok(arming(&rig, second, Purpose::Withdraw));
    rig.ok(sign_out(second, first_id));
    rig.ok(sign_out(Actor::System, second_id));
    assert_eq!(refusal(rig.run(arming(&rig, second, Purpose::Withdraw))), Refusal::KeyNotKnown);
    assert_eq!(rig.count_events(EventKind::DeviceSignedOut), 2);
}

#[test]
fn cash_outs_rest_a_day_when_a_wallet_that_had_a_device_gets_another() {
    let mut rig = Rig::new();
    let (first, _) = device(&mut rig, "first");
    rig.ok(arming(&rig, first, Purpose::Withdraw));
    let (second, _) = device(&mut rig, "second");
    let until = rig.now.plus_s(i64::from(DAY_S));
    for actor in [first, second, Actor::System] {
        for purpose in [Purpose::Withdraw, Purpose::Any] {
            let refused = refusal(rig.run(arming(&rig, actor, purpose)));
            assert_eq!(refused, Refusal::WalletRests(until), "{actor:?} {purpose:?}");
        }
        rig.ok(arming(&rig, actor, Purpose::Deposit));
    }
    let wallet_id = rig.wallet_id;
    let enrol = Body::EnrolDevice(EnrolDevice { actor: second, wallet_id, sealed_seed: vec![1] });
    assert_eq!(refusal(rig.run(enrol)), Refusal::WalletRests(until));
    rig.pass_s(i64::from(DAY_S));
    rig.ok(arming(&rig, second, Purpose::Withdraw));
    assert_eq!(rig.count_events(EventKind::DeviceSignedIn), 2);
}

#[test]
fn a_wallet_has_eight_devices_at_a_time_and_forgets_old_ones_that_went() {
    let mut rig = Rig::new();
    let ids: Vec<DeviceId> = (0..8).map(|number| device(&mut rig, &format!("t{number}")).1).collect();
    rig.ok(inviting(&rig, "ninth"));
    let full = Refusal::LimitExceeded(Limit::DevicesOfWallet(8));
    assert_eq!(refusal(rig.run(signing_in("ninth", "t8"))), full);
    let actor = Actor::System;
    rig.ok(Body::SignOutDevice(SignOutDevice { actor, device_id: ids[0] }));
    rig.ok(signing_in("ninth", "t8"));
    for number in 9..60 {
        let (actor, device_id) = device_in_place(&mut rig, number);
        rig.ok(Body::SignOutDevice(SignOutDevice { actor, device_id }));
    }
}

/// Signs the oldest of two out and another in, so that there is always room.
fn device_in_place(rig: &mut Rig, number: u32) -> (Actor, DeviceId) {
    if number == 9 {
        let first = rig.row::<specie_domain::rows::WalletDevices>(rig.wallet_id);
        let Some(specie_domain::Row::WalletDevices(all)) = first else { panic!("it has devices") };
        let device_id = all.devices[1];
        rig.ok(Body::SignOutDevice(SignOutDevice { actor: Actor::System, device_id }));
    }
    device(rig, &format!("t{number}"))
}

#[test]
fn the_day_a_device_was_last_in_use_is_kept_once_a_day() {
    let mut rig = Rig::new();
    device(&mut rig, "phone");
    let see = |rig: &mut Rig| rig.ok(Body::SeeDevice(SeeDevice { device: hash("phone") }));
    let seen = |rig: &Rig| match rig.row::<Device>(hash("phone")) {
        Some(Row::Device(device)) => device.last_seen_at,
        other => panic!("{other:?}"),
    };
    assert_eq!(seen(&rig), None);
    see(&mut rig);
    let first = rig.now;
    assert_eq!(seen(&rig), Some(first));
    let next_day_ms = 86_400_000 - rig.now.unix_ms().rem_euclid(86_400_000);
    rig.pass_ms(next_day_ms - 1);
    see(&mut rig);
    assert_eq!(seen(&rig), Some(first), "the same UTC day");
    rig.pass_ms(1);
    see(&mut rig);
    assert_eq!(seen(&rig), Some(rig.now));
    let nobody = SeeDevice { device: hash("nobody") };
    assert_eq!(refusal(rig.run(Body::SeeDevice(nobody))), Refusal::KeyNotKnown);
}

#[test]
fn an_offline_device_says_which_device_enrolled_it() {
    let mut rig = Rig::new();
    let (phone, device_id) = device(&mut rig, "phone");
    let wallet_id = rig.wallet_id;
    let enrol = |actor| Body::EnrolDevice(EnrolDevice { actor, wallet_id, sealed_seed: vec![1] });
    let whose = |rig: &Rig| match rig.row::<OfflineDevice>(wallet_id) {
        Some(Row::OfflineDevice(device)) => device.device_id,
        other => panic!("{other:?}"),
    };
    rig.ok(enrol(phone));
    assert_eq!(whose(&rig), Some(device_id));
    rig.ok(enrol(Actor::System));
    assert_eq!(whose(&rig), None);
}
