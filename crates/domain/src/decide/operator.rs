//! The deployment's own settings, operator keys, and the stop of all payouts.

use super::hiring;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{RegisterOperatorKey, RevokeOperatorKey, StopPayouts};
use crate::ids::OperatorKeyId;
use crate::outcome::{Receipt, Refusal, Thing};
use crate::policy::Policy;
use crate::rows::{Deployment, OperatorKey, OperatorKeyName, Role, Staff, is_one_person};
use crate::secret_hash::KeyedHash;

const fn keeps_staff(role: Role) -> bool {
    matches!(role, Role::Admin)
}

/// Puts new settings into force. Only the program itself sends it, at its start.
pub(super) fn set_policy(turn: &mut Turn<'_>, policy: &Policy) -> Result<Done, Stop> {
    if turn.deployment.policy != *policy || turn.get::<Deployment>(&())?.is_none() {
        turn.set.put(Deployment { policy: policy.clone(), ..(*turn.deployment).clone() });
    }
    Ok(Done::now(Receipt::Done))
}

/// Registers an operator key.
pub(super) fn register_key(turn: &mut Turn<'_>, command: &RegisterOperatorKey) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_staff)?;
    if let Some(receipt) = turn.recall()? {
        // The very command once more, because its outcome was not known: its key has been shown to nobody.
        let is_the_same = turn.get::<OperatorKey>(&command.hash)?.is_some();
        return if is_the_same { Ok(Done::before(receipt)) } else { Err(Refusal::SecretShownOnce.into()) };
    }
    acceptable_key(turn, command.hash, &command.person)?;
    if command.role.judges() {
        hiring::permit_alone(turn, command.actor)?;
    }
    let operator_key_id = OperatorKeyId::new(turn.at, turn.fresh, turn.fresh.bucket());
    let RegisterOperatorKey { hash, person, role, .. } = command;
    put_key(turn, operator_key_id, *hash, (person, *role))?;
    Ok(turn.remember(Receipt::OperatorKeyRegistered(operator_key_id)))
}

/// Refuses what is no name, and a key that is there.
pub(super) fn acceptable_key(turn: &Turn<'_>, hash: KeyedHash, person: &str) -> Result<(), Stop> {
    acceptable_name(person)?;
    if turn.get::<OperatorKey>(&hash)?.is_some() {
        return Err(Refusal::Exists(Thing::OperatorKey).into());
    }
    Ok(())
}

/// Puts a key into force, whoever wants it.
pub(super) fn put_key(
    turn: &mut Turn<'_>,
    operator_key_id: OperatorKeyId,
    hash: KeyedHash,
    (person, role): (&str, Role),
) -> Result<(), Stop> {
    let (person, created_at) = (person.to_owned(), turn.at);
    if role.judges() {
        let mut staff = turn.get::<Staff>(&())?.map_or_else(Staff::default, |staff| (*staff).clone());
        if role == Role::Admin {
            staff.live_admin_keys = staff.live_admin_keys.saturating_add(1);
        }
        staff.has_two_judges |=
            staff.first_judge.as_ref().is_some_and(|first| !is_one_person(first, &person));
        staff.first_judge.get_or_insert_with(|| person.clone());
        turn.set.put(staff);
    }
    turn.set.put(OperatorKey { hash, operator_key_id, person, role, created_at, revoked_at: None });
    turn.set.put(OperatorKeyName { operator_key_id, hash });
    Ok(())
}

/// Revokes an operator key; one that was revoked before stays so. The last that may do everything stays: the
/// operator would be locked out of the deployment.
pub(super) fn revoke_key(turn: &mut Turn<'_>, command: &RevokeOperatorKey) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_staff)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let not_found = Refusal::NotFound(Thing::OperatorKey);
    let name = turn.get::<OperatorKeyName>(&command.operator_key_id)?.ok_or_else(|| not_found.clone())?;
    let key = turn.get::<OperatorKey>(&name.hash)?.ok_or(not_found)?;
    if key.revoked_at.is_none() {
        if key.role == Role::Admin {
            let staff = turn.get::<Staff>(&())?.map_or_else(Staff::default, |staff| (*staff).clone());
            let live_admin_keys = staff.live_admin_keys.saturating_sub(1);
            if live_admin_keys == 0 && !planted!(LastAdminRevoked) {
                return Err(Refusal::LastAdminKey(key.operator_key_id).into());
            }
            turn.set.put(Staff { live_admin_keys, ..staff });
        }
        turn.set.put(OperatorKey { revoked_at: Some(turn.at), ..(*key).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

/// Stops payouts, or lets them go on.
pub(super) fn stop_payouts(turn: &mut Turn<'_>, command: &StopPayouts) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_staff)?;
    if let Some(receipt) = turn.recall()? {
        // A late repeat may not let go on what was stopped again since.
        return Ok(Done::before(receipt));
    }
    if turn.deployment.payouts_stopped != command.reason {
        let mut deployment = (*turn.deployment).clone();
        if command.reason.is_none() {
            deployment.limits = super::rules::let_go_on(deployment.limits);
        }
        turn.set.put(Deployment { payouts_stopped: command.reason.clone(), ..deployment });
    }
    Ok(turn.remember(Receipt::Done))
}
