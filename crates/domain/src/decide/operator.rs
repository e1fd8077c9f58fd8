//! The deployment's own settings, operator keys, and the stop of all payouts.

use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{RegisterOperatorKey, RevokeOperatorKey, StopPayouts};
use crate::ids::OperatorKeyId;
use crate::outcome::{Receipt, Refusal, Thing};
use crate::policy::Policy;
use crate::rows::{Deployment, OperatorKey, OperatorKeyName, Role, Staff};

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
    acceptable_name(&command.person)?;
    if turn.get::<OperatorKey>(&command.hash)?.is_some() {
        return Err(Refusal::Exists(Thing::OperatorKey).into());
    }
    let operator_key_id = OperatorKeyId::new(turn.at, turn.fresh, turn.fresh.bucket());
    turn.set.put(OperatorKey {
        hash: command.hash,
        operator_key_id,
        person: command.person.clone(),
        role: command.role,
        created_at: turn.at,
        revoked_at: None,
    });
    turn.set.put(OperatorKeyName { operator_key_id, hash: command.hash });
    if command.role == Role::Admin {
        let live_admin_keys = live_admin_keys(turn)?.saturating_add(1);
        turn.set.put(Staff { live_admin_keys });
    }
    Ok(turn.remember(Receipt::OperatorKeyRegistered(operator_key_id)))
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
            let left = live_admin_keys(turn)?.saturating_sub(1);
            if left == 0 && !planted!(LastAdminRevoked) {
                return Err(Refusal::LastAdminKey(key.operator_key_id).into());
            }
            turn.set.put(Staff { live_admin_keys: left });
        }
        turn.set.put(OperatorKey { revoked_at: Some(turn.at), ..(*key).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

fn live_admin_keys(turn: &Turn<'_>) -> Result<u32, Stop> {
    Ok(turn.get::<Staff>(&())?.map_or(0, |staff| staff.live_admin_keys))
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
