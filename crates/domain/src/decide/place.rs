//! POS owners, POS, their float and their keys.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::ledger::Posting;
use super::settlement;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{AddKey, DisablePos, Prefund, RegisterOwner, RegisterPos, RevokeKey, SetOnExpiry};
use crate::ids::{FundingId, KeyId, OwnerId, PosId, Reference};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{
    AccountKey, AccountKind, AliasKind, KeyName, OnExpiry, Pos, PosKey, PosOwner, Reason, Role,
};

/// Currencies one POS or key may name.
const CURRENCIES_MAX: usize = 32;
/// Networks one key may name.
const NETWORKS_MAX: usize = 32;
/// The longest a POS may leave its cash in doubt, seconds: 90 days.
const ASSUME_AFTER_S_MAX: u32 = 90 * 86_400;
/// Keys of one POS that are live at a time.
const KEYS_OF_POS_MAX: usize = 8;
/// Revoked keys of one POS that are remembered with it.
const REVOKED_KEYS_SHOWN: usize = 16;

const fn keeps_places(role: Role) -> bool {
    matches!(role, Role::Admin)
}

/// Registers a POS owner.
pub(super) fn register_owner(turn: &mut Turn<'_>, command: &RegisterOwner) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.name)?;
    let owner_id = OwnerId::new(turn.at, turn.fresh, turn.fresh.bucket());
    turn.set.put(PosOwner { owner_id, name: command.name.clone(), created_at: turn.at, places: 0 });
    Ok(turn.remember(Receipt::OwnerRegistered(owner_id)))
}

/// Registers a POS.
pub(super) fn register_pos(turn: &mut Turn<'_>, command: &RegisterPos) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.name)?;
    let owner = turn.get::<PosOwner>(&command.owner_id)?.ok_or(Refusal::NotFound(Thing::Owner))?;
    acceptable_currencies(&command.currencies)?;
    if command.currencies.is_empty() {
        return Err(Refusal::Unacceptable(Limit::NoCurrency).into());
    }
    let lines: Vec<Currency> = command.credit_lines.iter().map(|line| line.currency()).collect();
    acceptable_currencies(&lines)?;
    for line in &command.credit_lines {
        if !command.currencies.contains(&line.currency()) {
            return Err(Refusal::CurrencyNotServed(line.currency()).into());
        }
        if line.minor() < 0 {
            return Err(Refusal::Unacceptable(Limit::Positive).into());
        }
    }
    let pos_id = PosId::new(turn.at, turn.fresh, turn.fresh.bucket());
    turn.import_id(AliasKind::Pos, command.shown_id.as_ref(), pos_id.as_u128())?;
    turn.set.put(Pos {
        pos_id,
        shown_id: command.shown_id.clone(),
        owner_id: command.owner_id,
        name: command.name.clone(),
        currencies: command.currencies.clone(),
        credit_lines: command.credit_lines.clone(),
        disabled: false,
        keys: Vec::new(),
        created_at: turn.at,
        on_expiry: OnExpiry::Case,
        runs_tills: false,
        low_floats: Vec::new(),
        revoked_keys: Vec::new(),
    });
    settlement::add_place(turn, &owner, (pos_id, &command.currencies))?;
    super::place_number::give(turn, pos_id)?;
    Ok(turn.remember(Receipt::PosRegistered(pos_id)))
}

/// Disables a POS, or undoes it.
pub(super) fn disable_pos(turn: &mut Turn<'_>, command: &DisablePos) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = pos(turn, &command.pos)?;
    if pos.disabled != command.disabled {
        turn.set.put(Pos { disabled: command.disabled, ..(*pos).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

/// Sets what becomes of cash of which nobody says anything, for sessions that end from now on.
pub(super) fn set_on_expiry(turn: &mut Turn<'_>, command: &SetOnExpiry) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = pos(turn, &command.pos)?;
    if let OnExpiry::AssumeDispensedAfter(seconds) = command.on_expiry
        && seconds > ASSUME_AFTER_S_MAX
    {
        return Err(Refusal::Unacceptable(Limit::AssumeAfterSeconds(ASSUME_AFTER_S_MAX)).into());
    }
    if pos.runs_tills && command.on_expiry != OnExpiry::Case {
        return Err(Refusal::Unacceptable(Limit::AssumptionWithTills).into());
    }
    if pos.on_expiry != command.on_expiry {
        turn.set.put(Pos { on_expiry: command.on_expiry, ..(*pos).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

/// Float comes to a POS from the bank: `funding → pos`.
pub(super) fn prefund(turn: &mut Turn<'_>, command: &Prefund) -> Result<Done, Stop> {
    turn.permit(command.actor, |role| matches!(role, Role::Admin | Role::Finance))?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let (amount, currency) = (command.amount.minor(), command.amount.currency());
    if amount <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    let pos = pos(turn, &command.pos)?;
    if !pos.currencies.contains(&currency) {
        return Err(Refusal::CurrencyNotServed(currency).into());
    }
    let credit = AccountKey::of_pos(AccountKind::Pos, pos.pos_id, currency);
    turn.post_request(Posting {
        debit: AccountKey::of_operator(AccountKind::Funding, currency),
        credit,
        amount,
        reason: Reason::Prefunding,
        operation_id: None,
    })?;
    let funding_id = FundingId::new(turn.at, turn.fresh, pos.pos_id.bucket());
    let position = Money::from_minor(turn.balance(&credit)?, currency);
    Ok(turn.remember(Receipt::Funded(funding_id, position)))
}

/// Makes an access key for a POS.
pub(super) fn add_key(turn: &mut Turn<'_>, command: &AddKey) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        // The very command once more, because its outcome was not known: its secret has been shown to nobody.
        let is_the_same = turn.get::<PosKey>(&command.hash)?.is_some();
        return if is_the_same { Ok(Done::before(receipt)) } else { Err(Refusal::SecretShownOnce.into()) };
    }
    let mut pos = (*pos(turn, &command.pos)?).clone();
    acceptable_currencies(&command.currencies)?;
    if command.networks.len() > NETWORKS_MAX {
        return Err(Refusal::Unacceptable(Limit::Networks(NETWORKS_MAX)).into());
    }
    if pos.keys.len() >= KEYS_OF_POS_MAX {
        return Err(Refusal::Unacceptable(Limit::KeysOfPos(KEYS_OF_POS_MAX)).into());
    }
    if turn.get::<PosKey>(&command.hash)?.is_some() {
        return Err(Refusal::Exists(Thing::Key).into());
    }
    let key_id = KeyId::new(turn.at, turn.fresh, turn.fresh.bucket());
    turn.set.put(PosKey {
        hash: command.hash,
        key_id,
        owner_id: pos.owner_id,
        pos: vec![pos.pos_id],
        profile: command.profile,
        salt_bytes: command.salt_bytes,
        networks: command.networks.clone(),
        balance_view: command.balance_view,
        currencies: command.currencies.clone(),
        sealed_secret: command.sealed_secret.clone(),
        created_at: turn.at,
        revoked_at: None,
        till_session_id: None,
    });
    turn.set.put(KeyName { key_id, hash: command.hash });
    pos.keys.push(key_id);
    turn.set.put(pos);
    Ok(turn.remember(Receipt::KeyAdded(key_id)))
}

/// Revokes an access key; a key that was revoked before stays so.
pub(super) fn revoke_key(turn: &mut Turn<'_>, command: &RevokeKey) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_places)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = pos(turn, &command.pos)?;
    let name = turn.get::<KeyName>(&command.key_id)?.ok_or(Refusal::NotFound(Thing::Key))?;
    let key = turn.get::<PosKey>(&name.hash)?.ok_or(Refusal::NotFound(Thing::Key))?;
    if !key.pos.contains(&pos.pos_id) {
        return Err(Refusal::NotFound(Thing::Key).into());
    }
    if key.revoked_at.is_none() {
        turn.set.put(PosKey { revoked_at: Some(turn.at), ..(*key).clone() });
        let keys = pos.keys.iter().copied().filter(|key_id| *key_id != command.key_id).collect();
        let left_out = pos.revoked_keys.len().saturating_add(1).saturating_sub(REVOKED_KEYS_SHOWN);
        let mut revoked_keys: Vec<_> = pos.revoked_keys.iter().copied().skip(left_out).collect();
        revoked_keys.push(command.key_id);
        turn.set.put(Pos { keys, revoked_keys, ..(*pos).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

/// The POS, or that there is none.
pub(super) fn pos(turn: &Turn<'_>, reference: &Reference<PosId>) -> Result<Arc<Pos>, Stop> {
    Ok(turn.pos(reference)?.ok_or(Refusal::NotFound(Thing::Pos))?)
}

/// Refuses too many currencies, and one that is named twice.
fn acceptable_currencies(currencies: &[Currency]) -> Result<(), Refusal> {
    if currencies.len() > CURRENCIES_MAX {
        return Err(Refusal::Unacceptable(Limit::Currencies(CURRENCIES_MAX)));
    }
    let twice = currencies
        .iter()
        .enumerate()
        .find(|(place, currency)| currencies.iter().take(*place).any(|earlier| earlier == *currency));
    twice.map_or(Ok(()), |(_, currency)| Err(Refusal::Unacceptable(Limit::CurrencyTwice(*currency))))
}
