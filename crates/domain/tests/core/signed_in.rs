//! People who sign in: what opens a session, what ends it, that a name is locked, and that a person is one person
//! whether she signs in or bears a key.

use specie_domain::command::{
    Actor, AddStaff, ChangePassword, Credentials, Judge, OpenStaffSession, Propose, RegisterOperatorKey,
    RegisterOwner, ResetStaff, RevokeOperatorKey, SeeStaffSession,
};
use specie_domain::ids::OperatorKeyId;
use specie_domain::rows::{
    AccountKey, AccountKind, EventKind, ManualPosting, Proposed, Role, STAFF_IDLE_S, STAFF_LOCK_S,
    STAFF_SESSION_S, StaffTimes,
};
use specie_domain::{Body, Receipt, Refusal};

use crate::rig::{Rig, gbp, hash, refusal};

fn credentials(password: &str) -> Credentials {
    Credentials { salt: [7; 16], password: hash(password), sealed_seed: vec![1] }
}

fn add(rig: &mut Rig, name: &str, role: Role) -> OperatorKeyId {
    let add = AddStaff {
        actor: Actor::System,
        name: hash(name),
        person: name.to_owned(),
        role,
        credentials: credentials("right"),
    };
    match rig.ok(Body::AddStaff(add)) {
        Receipt::OperatorKeyRegistered(staff_id) => staff_id,
        other => panic!("{other:?}"),
    }
}

fn signing_in(name: &str, password: &str, counter: Option<u64>, session: &str) -> Body {
    let (name, password, session) = (hash(name), hash(password), hash(session));
    Body::OpenStaffSession(OpenStaffSession { name, password, counter, session })
}

fn owner(actor: Actor) -> Body {
    Body::RegisterOwner(RegisterOwner { actor, name: "X".to_owned() })
}

/// Signs in with a code of a half-minute of its own.
fn sign_in(rig: &mut Rig, name: &str, counter: u64) -> Actor {
    let session = format!("session {counter}");
    rig.ok(signing_in(name, "right", Some(counter), &session));
    Actor::Staff(hash(&session))
}

#[test]
fn a_person_signs_in_with_all_three_right_and_her_role_is_hers() {
    let mut rig = Rig::new();
    add(&mut rig, "Ada", Role::Admin);
    add(&mut rig, "Otto", Role::Auditor);
    for (name, password, counter) in [
        ("Nobody", "right", Some(1)),
        ("Ada", "wrong", Some(1)),
        ("Ada", "right", None),
        ("Otto", "right", None),
    ] {
        let refused = refusal(rig.run(signing_in(name, password, counter, "s")));
        assert_eq!(refused, Refusal::SignInNotValid, "{name} {password} {counter:?}");
    }
    let (ada, otto) = (sign_in(&mut rig, "Ada", 1), sign_in(&mut rig, "Otto", 2));
    rig.ok(owner(ada));
    assert_eq!(refusal(rig.run(owner(otto))), Refusal::RoleForbids);
    assert_eq!(refusal(rig.run(owner(Actor::Staff(hash("s"))))), Refusal::KeyNotKnown);
}

#[test]
fn a_code_of_the_authenticator_signs_in_once_and_no_older_one_does() {
    let mut rig = Rig::new();
    add(&mut rig, "Ada", Role::Admin);
    sign_in(&mut rig, "Ada", 5);
    for counter in [5, 4] {
        let refused = refusal(rig.run(signing_in("Ada", "right", Some(counter), "again")));
        assert_eq!(refused, Refusal::SignInNotValid, "{counter}");
    }
    assert!(rig.run(signing_in("Ada", "right", Some(5), "session 5")).replayed, "the very command");
    sign_in(&mut rig, "Ada", 6);
}

#[test]
fn the_fifth_wrong_try_locks_a_name_for_a_quarter_of_an_hour_and_a_right_one_starts_anew() {
    let mut rig = Rig::new();
    add(&mut rig, "Ada", Role::Admin);
    let wrong = |rig: &mut Rig, times: usize| {
        for _ in 0..times {
            assert_eq!(refusal(rig.run(signing_in("Ada", "wrong", None, "s"))), Refusal::SignInNotValid);
        }
    };
    wrong(&mut rig, 4);
    sign_in(&mut rig, "Ada", 1);
    wrong(&mut rig, 4);
    sign_in(&mut rig, "Ada", 2);
    wrong(&mut rig, 5);
    assert_eq!(rig.count_events(EventKind::StaffLocked), 1);
    rig.pass_s(STAFF_LOCK_S - 1);
    assert_eq!(refusal(rig.run(signing_in("Ada", "right", Some(3), "s"))), Refusal::SignInNotValid);
    rig.pass_s(1);
    sign_in(&mut rig, "Ada", 3);
}

#[test]
fn a_session_ends_idle_or_old_or_by_word_and_not_before() {
    let mut rig = Rig::new();
    add(&mut rig, "Ada", Role::Admin);
    let see = |session: &str, ends| Body::SeeStaffSession(SeeStaffSession { session: hash(session), ends });
    let ada = sign_in(&mut rig, "Ada", 1);
    rig.pass_s(STAFF_IDLE_S - 1);
    rig.ok(owner(ada));
    let mut idle = rig.fork();
    idle.pass_s(1);
    assert_eq!(refusal(idle.run(owner(ada))), Refusal::KeyNotKnown, "idle");
    assert_eq!(refusal(idle.run(see("session 1", false))), Refusal::KeyNotKnown, "nothing wakes it");
    let mut waited_s = STAFF_IDLE_S - 1;
    while waited_s + STAFF_IDLE_S - 1 < STAFF_SESSION_S {
        rig.ok(see("session 1", false));
        rig.pass_s(STAFF_IDLE_S - 1);
        waited_s += STAFF_IDLE_S - 1;
    }
    rig.ok(see("session 1", false));
    rig.pass_s(STAFF_SESSION_S - waited_s - 1);
    rig.ok(owner(ada));
    rig.pass_s(1);
    assert_eq!(refusal(rig.run(owner(ada))), Refusal::KeyNotKnown, "too old");
    let again = sign_in(&mut rig, "Ada", 2);
    rig.ok(see("session 2", true));
    assert_eq!(refusal(rig.run(owner(again))), Refusal::KeyNotKnown, "signed out");
}

#[test]
fn a_person_who_is_disabled_or_reset_is_out_at_once_and_the_last_admin_stays() {
    let mut rig = Rig::new();
    let ada_id = add(&mut rig, "Ada", Role::Admin);
    let ada = sign_in(&mut rig, "Ada", 1);
    let disable =
        |actor, operator_key_id| Body::RevokeOperatorKey(RevokeOperatorKey { actor, operator_key_id });
    assert_eq!(refusal(rig.run(disable(ada, ada_id))), Refusal::LastAdminKey(ada_id));
    add(&mut rig, "Beth", Role::Admin);
    let beth = sign_in(&mut rig, "Beth", 2);
    let (actor, staff_id) = (beth, ada_id);
    rig.pass_s(1);
    rig.ok(Body::ResetStaff(ResetStaff { actor, staff_id, credentials: credentials("new") }));
    assert_eq!(refusal(rig.run(owner(ada))), Refusal::KeyNotKnown, "reset");
    assert_eq!(refusal(rig.run(signing_in("Ada", "right", Some(9), "s"))), Refusal::SignInNotValid);
    rig.ok(signing_in("Ada", "new", Some(9), "after"));
    rig.ok(disable(beth, ada_id));
    assert_eq!(refusal(rig.run(owner(Actor::Staff(hash("after"))))), Refusal::KeyNotKnown, "disabled");
    assert_eq!(refusal(rig.run(signing_in("Ada", "new", Some(10), "s"))), Refusal::SignInNotValid);
}

#[test]
fn a_password_is_changed_with_the_old_one_and_other_sessions_end() {
    let mut rig = Rig::new();
    add(&mut rig, "Ada", Role::Admin);
    let (old, here) = (sign_in(&mut rig, "Ada", 1), sign_in(&mut rig, "Ada", 2));
    rig.pass_s(1);
    let change = |actor, old: &str| {
        Body::ChangePassword(ChangePassword { actor, old: hash(old), salt: [8; 16], new: hash("new") })
    };
    assert_eq!(refusal(rig.run(change(here, "wrong"))), Refusal::SignInNotValid);
    assert_eq!(refusal(rig.run(change(Actor::System, "right"))), Refusal::RoleForbids);
    rig.ok(change(here, "right"));
    rig.ok(owner(here));
    assert_eq!(refusal(rig.run(owner(old))), Refusal::KeyNotKnown);
    assert_eq!(refusal(rig.run(signing_in("Ada", "right", Some(3), "s"))), Refusal::SignInNotValid);
    rig.ok(signing_in("Ada", "new", Some(4), "s"));
}

#[test]
fn who_proposed_with_her_key_does_not_approve_signed_in_nor_the_other_way_round() {
    let mut rig = Rig::new();
    let key = RegisterOperatorKey {
        actor: Actor::System,
        hash: hash("a key of Ada"),
        person: "Ada".to_owned(),
        role: Role::Admin,
    };
    rig.ok(Body::RegisterOperatorKey(key));
    add(&mut rig, "Ada", Role::Admin);
    add(&mut rig, "Beth", Role::Admin);
    let bearer = Actor::Operator(hash("a key of Ada"));
    let posting = || {
        Proposed::Post(ManualPosting {
            debit: AccountKey::of_operator(AccountKind::Funding, gbp()),
            credit: AccountKey::of_operator(AccountKind::Loss, gbp()),
            amount: 100,
            why: "a test".to_owned(),
        })
    };
    let mut counter = 0;
    for by_key in [true, false] {
        counter += 10;
        let proposer = if by_key { bearer } else { sign_in(&mut rig, "Ada", counter) };
        let Receipt::Proposed(proposal_id) =
            rig.ok(Body::Propose(Propose { actor: proposer, what: posting() }))
        else {
            panic!("it is proposed")
        };
        rig.pass_s(STAFF_SESSION_S * 3);
        let ada = if by_key { sign_in(&mut rig, "Ada", counter + 1) } else { bearer };
        let beth = sign_in(&mut rig, "Beth", counter + 2);
        let approve = |actor| Body::Judge(Judge { actor, proposal_id, approve: true });
        assert_eq!(refusal(rig.run(approve(ada))), Refusal::OwnProposal, "by key first: {by_key}");
        rig.ok(approve(beth));
    }
}

#[test]
fn sessions_live_as_long_as_the_configuration_says() {
    let mut rig = Rig::new();
    add(&mut rig, "Ada", Role::Admin);
    rig.ok(Body::SetStaffTimes(StaffTimes { idle_s: 200, session_s: 300 }));
    let ada = sign_in(&mut rig, "Ada", 1);
    rig.pass_s(199);
    rig.ok(owner(ada));
    let mut idle = rig.fork();
    idle.pass_s(1);
    assert_eq!(refusal(idle.run(owner(ada))), Refusal::KeyNotKnown, "nothing was heard of her for 200 s");
    rig.ok(Body::SeeStaffSession(SeeStaffSession { session: hash("session 1"), ends: false }));
    rig.pass_s(100);
    rig.ok(owner(ada));
    rig.pass_s(1);
    assert_eq!(refusal(rig.run(owner(ada))), Refusal::KeyNotKnown, "300 s are over");
}
