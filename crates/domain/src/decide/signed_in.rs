//! People who sign in: register, sign in, stay, sign out, change a password. A person counts as the operator key of her
//! name's hash, which no bearer key can have; disabling her is revoking that key. A name that is not known, a wrong
//! password, a wrong, late or used code and a locked name are refused alike.

use std::sync::Arc;

use super::turn::{Done, Stop, Turn, acceptable_name};
use super::{hiring, operator};
use crate::command::{
    Actor, AddStaff, ChangePassword, Credentials, OpenStaffSession, RegisterOperatorKey, ResetStaff,
    SeeStaffSession,
};
use crate::ids::OperatorKeyId;
use crate::outcome::{Receipt, Refusal, Thing};
use crate::rows::{
    Deployment, Event, EventKind, OperatorKey, OperatorKeyName, Role, STAFF_LOCK_S, STAFF_WRONG_MAX, SignIn,
    StaffSession, StaffTimes, StaffTries,
};
use crate::secret_hash::KeyedHash;

const fn keeps_staff(role: Role) -> bool {
    matches!(role, Role::Admin)
}

/// Puts other times of sessions into force. Only the program itself sends it, at its start.
pub(super) fn set_times(turn: &mut Turn<'_>, times: StaffTimes) -> Done {
    if turn.deployment.staff_times != times {
        turn.set.put(Deployment { staff_times: times, ..(*turn.deployment).clone() });
    }
    Done::now(Receipt::Done)
}

/// Registers a person and the operator key she counts as.
pub(super) fn add(turn: &mut Turn<'_>, command: &AddStaff) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_staff)?;
    let known = turn.get::<SignIn>(&command.name)?;
    if let Some(receipt) = turn.recall()? {
        // The very command once more, because its outcome was not known: its password has been shown to nobody.
        let is_the_same = known.is_some_and(|known| known.password.matches(&command.credentials.password));
        return if is_the_same { Ok(Done::before(receipt)) } else { Err(Refusal::SecretShownOnce.into()) };
    }
    acceptable_person(turn, command.name, &command.person)?;
    let (hash, person, role) = (command.name, command.person.clone(), command.role);
    let done =
        operator::register_key(turn, &RegisterOperatorKey { actor: command.actor, hash, person, role })?;
    set(turn, command.name, &command.credentials);
    Ok(done)
}

/// Refuses what is no name, and a name that is in use.
pub(super) fn acceptable_person(turn: &Turn<'_>, name: KeyedHash, person: &str) -> Result<(), Stop> {
    acceptable_name(person)?;
    if turn.get::<SignIn>(&name)?.is_some() {
        return Err(Refusal::Exists(Thing::OperatorKey).into());
    }
    Ok(())
}

/// The operator key that a person counts as, who signs in.
pub(super) fn key_of(turn: &Turn<'_>, staff_id: OperatorKeyId) -> Result<Arc<OperatorKey>, Stop> {
    let not_found = || Refusal::NotFound(Thing::OperatorKey);
    let name = turn.get::<OperatorKeyName>(&staff_id)?.ok_or_else(not_found)?;
    turn.get::<SignIn>(&name.hash)?.ok_or_else(not_found)?;
    Ok(turn.get::<OperatorKey>(&name.hash)?.ok_or_else(not_found)?)
}

/// Gives a person a new password and seed.
pub(super) fn reset(turn: &mut Turn<'_>, command: &ResetStaff) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_staff)?;
    let key = key_of(turn, command.staff_id)?;
    if let Some(receipt) = turn.recall()? {
        let known = turn.get::<SignIn>(&key.hash)?;
        let is_the_same = known.is_some_and(|known| known.password.matches(&command.credentials.password));
        return if is_the_same { Ok(Done::before(receipt)) } else { Err(Refusal::SecretShownOnce.into()) };
    }
    if key.role.judges() {
        hiring::permit_alone(turn, command.actor)?;
    }
    set(turn, key.hash, &command.credentials);
    Ok(turn.remember(Receipt::Done))
}

/// Puts into force what a person signs in with, whoever wants it.
pub(super) fn set(turn: &mut Turn<'_>, name: KeyedHash, credentials: &Credentials) {
    let Credentials { salt, password, sealed_seed } = credentials.clone();
    let set_at = turn.at;
    turn.set.put(SignIn {
        name,
        salt,
        password,
        sealed_seed,
        last_counter: 0,
        wrong: 0,
        locked_until: None,
        set_at,
        is_first: true,
    });
}

/// Changes her own password; her other sessions are over.
pub(super) fn change_password(turn: &mut Turn<'_>, command: &ChangePassword) -> Result<Done, Stop> {
    let Actor::Staff(session) = command.actor else {
        return Err(Refusal::RoleForbids.into());
    };
    let name = signed_in(turn, &session)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let known = turn.get::<SignIn>(&name)?.ok_or(Refusal::KeyNotKnown)?;
    if is_locked(turn, &known) || !known.password.matches(&command.old) {
        return Err(counted(turn, &known)?);
    }
    let (salt, password, set_at) = (command.salt, command.new, turn.at);
    turn.set.put(SignIn { salt, password, set_at, wrong: 0, is_first: false, ..(*known).clone() });
    let kept = turn.get::<StaffSession>(&session)?.ok_or(Refusal::KeyNotKnown)?;
    // The session that changed it stays: it is the one she sits at.
    turn.set.put(StaffSession { opened_at: turn.at, seen_at: turn.at, ..(*kept).clone() });
    Ok(turn.remember(Receipt::Done))
}

/// Signs a person in.
pub(super) fn open(turn: &mut Turn<'_>, command: &OpenStaffSession) -> Result<Done, Stop> {
    let key = turn.get::<OperatorKey>(&command.name)?.filter(|key| key.revoked_at.is_none());
    let known = turn.get::<SignIn>(&command.name)?;
    let (Some(known), Some(key)) = (known, key) else {
        return Err(refused(turn)?);
    };
    let signed_in = Receipt::StaffSignedIn(key.operator_key_id);
    if turn.get::<StaffSession>(&command.session)?.is_some() {
        return Ok(Done::before(signed_in)); // The very command once more: its outcome was not known.
    }
    // A code that has signed in before may have been seen over her shoulder.
    let is_unused = |counter: &u64| *counter > known.last_counter || planted!(CodeSignsInTwice);
    let counter = command.counter.filter(is_unused);
    let is_right = known.password.matches(&command.password);
    let (Some(last_counter), true, false) = (counter, is_right, is_locked(turn, &known)) else {
        return Err(counted(turn, &known)?);
    };
    turn.set.put(SignIn { last_counter, wrong: 0, locked_until: None, ..(*known).clone() });
    turn.set.put(StaffSession {
        hash: command.session,
        name: command.name,
        opened_at: turn.at,
        seen_at: turn.at,
        ended_at: None,
    });
    Ok(Done::now(signed_in))
}

fn is_locked(turn: &Turn<'_>, known: &SignIn) -> bool {
    known.locked_until.is_some_and(|until| turn.at < until) && !planted!(NameNeverLocked)
}

/// Counts a wrong try; the last permitted one locks the name. While it is locked nothing is counted: nobody can keep a
/// person out for longer than one lock at a time.
fn counted(turn: &mut Turn<'_>, known: &SignIn) -> Result<Stop, Stop> {
    if !is_locked(turn, known) {
        let wrong = known.wrong.saturating_add(1);
        let locks = wrong >= STAFF_WRONG_MAX;
        let locked_until = locks.then(|| turn.at.plus_s(STAFF_LOCK_S));
        if locks {
            let event = turn.event(EventKind::StaffLocked);
            turn.tell(Event { subject: u128::from_be_bytes(*known.name.as_bytes()), ..event });
        }
        turn.set.put(SignIn { wrong: if locks { 0 } else { wrong }, locked_until, ..known.clone() });
    }
    refused(turn)
}

/// Every refused try is kept, and so takes as long as any other.
fn refused(turn: &mut Turn<'_>) -> Result<Stop, Stop> {
    let refused = turn.get::<StaffTries>(&())?.map_or(0, |tries| tries.refused).saturating_add(1);
    turn.set.put(StaffTries { refused });
    Ok(Stop::Counted(Refusal::SignInNotValid))
}

/// A session is in use, or ends. Told again, it changes nothing.
pub(super) fn see(turn: &mut Turn<'_>, command: &SeeStaffSession) -> Result<Done, Stop> {
    let session = turn.get::<StaffSession>(&command.session)?.ok_or(Refusal::KeyNotKnown)?;
    if command.ends && session.ended_at.is_some() {
        return Ok(Done::before(Receipt::Done));
    }
    signed_in(turn, &command.session)?;
    if command.ends || turn.at > session.seen_at {
        let ended_at = command.ends.then_some(turn.at);
        let seen_at = session.seen_at.max(turn.at);
        turn.set.put(StaffSession { seen_at, ended_at, ..(*session).clone() });
    }
    Ok(Done::now(Receipt::Done))
}

/// The hash of the operator key that the session's person counts as, while the session lives.
pub(super) fn signed_in(turn: &Turn<'_>, session: &KeyedHash) -> Result<KeyedHash, Stop> {
    let session = turn
        .get::<StaffSession>(session)?
        .filter(|session| session.lives(turn.at, turn.deployment.staff_times));
    let session = session.ok_or(Refusal::KeyNotKnown)?;
    let known = turn.get::<SignIn>(&session.name)?.ok_or(Refusal::KeyNotKnown)?;
    if session.opened_at < known.set_at && !planted!(SessionOutlivesPassword) {
        return Err(Refusal::KeyNotKnown.into());
    }
    Ok(session.name)
}
