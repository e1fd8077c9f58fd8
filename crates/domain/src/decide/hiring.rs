//! Making others judges by two people (security.md "People"): one admin who could register a second person, or set her
//! password, could approve as her what he proposed himself. As long as one person alone judges, she does these things
//! alone: that is how a deployment begins. Revoking is never kept from anybody.

use super::approvals::acceptable_why;
use super::turn::{Stop, Turn};
use super::{operator, signed_in};
use crate::command::Actor;
use crate::ids::{OperatorKeyId, ProposalId};
use crate::outcome::Refusal;
use crate::rows::{KeyAddition, Staff, StaffAddition, StaffReset};

/// Refuses what another person must want too, once two have judged. The program itself may: whoever asks it holds the
/// data folder and has stopped the server.
pub(super) fn permit_alone(turn: &Turn<'_>, actor: Actor) -> Result<(), Stop> {
    let is_a_person = match actor {
        Actor::System => false,
        Actor::Operator(_) | Actor::Device(_) | Actor::Staff(_) => true,
    };
    if !is_a_person || turn.deployment.safeguards.is_none() {
        return Ok(());
    }
    let has_two = turn.get::<Staff>(&())?.is_some_and(|staff| staff.has_two_judges);
    if has_two && !planted!(HiredByOne) { Err(Refusal::NeedsTwoPeople.into()) } else { Ok(()) }
}

/// Whether the key could be made as things are.
pub(super) fn acceptable_key(turn: &Turn<'_>, addition: &KeyAddition) -> Result<(), Stop> {
    acceptable_why(&addition.why)?;
    operator::acceptable_key(turn, addition.hash, &addition.person)
}

/// Makes the key.
pub(super) fn add_key(turn: &mut Turn<'_>, by: ProposalId, addition: &KeyAddition) -> Result<(), Stop> {
    let KeyAddition { hash, person, role, .. } = addition;
    operator::put_key(turn, key_id(by), *hash, (person, *role))
}

/// Whether the person could be registered as things are.
pub(super) fn acceptable_staff(turn: &Turn<'_>, addition: &StaffAddition) -> Result<(), Stop> {
    acceptable_why(&addition.why)?;
    signed_in::acceptable_person(turn, addition.name, &addition.person)?;
    operator::acceptable_key(turn, addition.name, &addition.person)
}

/// Registers the person.
pub(super) fn add_staff(turn: &mut Turn<'_>, by: ProposalId, addition: &StaffAddition) -> Result<(), Stop> {
    let StaffAddition { name, person, role, credentials, .. } = addition;
    operator::put_key(turn, key_id(by), *name, (person, *role))?;
    signed_in::set(turn, *name, credentials);
    Ok(())
}

/// Whether there is such a person.
pub(super) fn acceptable_reset(turn: &Turn<'_>, reset: &StaffReset) -> Result<(), Stop> {
    acceptable_why(&reset.why)?;
    signed_in::key_of(turn, reset.staff_id).map(|_| ())
}

/// Gives the person a new password and seed.
pub(super) fn reset(turn: &mut Turn<'_>, reset: &StaffReset) -> Result<(), Stop> {
    let key = signed_in::key_of(turn, reset.staff_id)?;
    signed_in::set(turn, key.hash, &reset.credentials);
    Ok(())
}

/// A new key's public name has the proposal's number: whoever was told the key knew its name, too.
const fn key_id(by: ProposalId) -> OperatorKeyId {
    OperatorKeyId::from_u128(by.as_u128())
}
