//! The deployment's own settings, operator keys, and the stop of all payouts.

use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{RegisterOperatorKey, StopPayouts};
use crate::ids::OperatorKeyId;
use crate::outcome::{Receipt, Refusal, Thing};
use crate::policy::Policy;
use crate::rows::{Deployment, OperatorKey, Role};

/// Puts new settings into force. Only the program itself sends it, at its start.
pub(super) fn set_policy(turn: &mut Turn<'_>, policy: &Policy) -> Result<Done, Stop> {
    if turn.deployment.policy != *policy || turn.get::<Deployment>(&())?.is_none() {
        turn.set.put(Deployment { policy: policy.clone(), ..(*turn.deployment).clone() });
    }
    Ok(Done::now(Receipt::Done))
}

/// Registers an operator key.
pub(super) fn register_key(turn: &mut Turn<'_>, command: &RegisterOperatorKey) -> Result<Done, Stop> {
    turn.permit(command.actor, |role| matches!(role, Role::Admin))?;
    acceptable_name(&command.person)?;
    if turn.get::<OperatorKey>(&command.hash)?.is_some() {
        return Err(Refusal::Exists(Thing::Key).into());
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
    Ok(Done::now(Receipt::OperatorKeyRegistered(operator_key_id)))
}

/// Stops payouts, or lets them go on.
pub(super) fn stop_payouts(turn: &mut Turn<'_>, command: &StopPayouts) -> Result<Done, Stop> {
    turn.permit(command.actor, |role| matches!(role, Role::Admin))?;
    if turn.deployment.payouts_stopped != command.reason {
        turn.set.put(Deployment { payouts_stopped: command.reason.clone(), ..(*turn.deployment).clone() });
    }
    Ok(Done::now(Receipt::Done))
}
