//! Wallets' devices: invite, sign in, sign out; and what a device may do for its own wallet. A wallet that had a
//! device before rests from paying out when a new one comes: whoever holds the old phone has time to see it
//! (security.md "People").

use std::sync::Arc;

use super::turn::{Done, Stop, Turn};
use super::wallet::{known, permit_wallets};
use crate::command::{Actor, InviteDevice, SeeDevice, SignInDevice, SignOutDevice};
use crate::ids::{DeviceId, WalletId};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{Device, DeviceName, Event, EventKind, Invite, Purpose, Wallet, WalletDevices};
use crate::secret_hash::KeyedHash;
use crate::working_set::Missing;

/// Devices that may be signed in to one wallet at a time.
const DEVICES_OF_WALLET_MAX: usize = 8;
/// Devices of one wallet that are remembered, signed out ones too.
const DEVICES_KEPT_MAX: usize = 32;
/// Longest sealed name of a device, bytes.
const SEALED_NAME_BYTES_MAX: usize = 512;

/// Makes an invite in place of the one before.
pub(super) fn invite(turn: &mut Turn<'_>, command: &InviteDevice) -> Result<Done, Stop> {
    permit_wallets(turn, command.actor)?;
    if let Some(receipt) = turn.recall()? {
        // The very command once more, because its outcome was not known: its invite has been shown to nobody.
        let is_the_same = turn.get::<Invite>(&command.hash)?.is_some();
        return if is_the_same { Ok(Done::before(receipt)) } else { Err(Refusal::SecretShownOnce.into()) };
    }
    let wallet = known(turn, command.wallet_id)?;
    if wallet.frozen {
        return Err(Refusal::WalletDisabled.into());
    }
    let of_wallet = of_wallet(turn, wallet.wallet_id)?;
    let expires_at = turn.at.plus_s(i64::from(command.valid_s));
    turn.set.put(Invite {
        hash: command.hash,
        wallet_id: wallet.wallet_id,
        made_at: turn.at,
        expires_at,
        used_at: None,
    });
    turn.set.put(WalletDevices { invite: Some(command.hash), ..of_wallet });
    Ok(turn.remember(Receipt::DeviceInvited(expires_at)))
}

/// Signs a device in. Whatever is wrong with the invite: one refusal.
pub(super) fn sign_in(turn: &mut Turn<'_>, command: &SignInDevice) -> Result<Done, Stop> {
    if let Some(receipt) = turn.recall()? {
        let is_the_same = turn.get::<Device>(&command.hash)?.is_some();
        return if is_the_same { Ok(Done::before(receipt)) } else { Err(Refusal::SecretShownOnce.into()) };
    }
    let invite = turn.get::<Invite>(&command.invite)?.ok_or(Refusal::InviteNotValid)?;
    let mut of_wallet = of_wallet(turn, invite.wallet_id)?;
    let is_newest = of_wallet.invite.is_some_and(|newest| newest.matches(&invite.hash));
    let is_spent = (invite.used_at.is_some() || !is_newest) && !planted!(OldInviteServes);
    if is_spent || turn.at >= invite.expires_at {
        return Err(Refusal::InviteNotValid.into());
    }
    let wallet = known(turn, invite.wallet_id)?;
    if wallet.frozen {
        return Err(Refusal::InviteNotValid.into());
    }
    if command.sealed_name.len() > SEALED_NAME_BYTES_MAX {
        return Err(Refusal::Unacceptable(Limit::NameBytes(SEALED_NAME_BYTES_MAX)).into());
    }
    let device_id = DeviceId::new(turn.at, turn.fresh, wallet.wallet_id.bucket());
    make_room(turn, &mut of_wallet)?;
    if of_wallet.had > 0 && !planted!(RestForgotten) {
        rest(turn, &wallet, command.rest_s);
    }
    of_wallet.devices.push(device_id);
    of_wallet.had = of_wallet.had.saturating_add(1);
    turn.set.put(Invite { used_at: Some(turn.at), ..(*invite).clone() });
    turn.set.put(WalletDevices { invite: None, ..of_wallet });
    turn.set.put(Device {
        hash: command.hash,
        device_id,
        wallet_id: wallet.wallet_id,
        sealed_name: command.sealed_name.clone(),
        created_at: turn.at,
        revoked_at: None,
        last_seen_at: None,
    });
    turn.set.put(DeviceName { device_id, hash: command.hash });
    tell(turn, EventKind::DeviceSignedIn, wallet.wallet_id, device_id);
    Ok(turn.remember(Receipt::DeviceSignedIn(wallet.wallet_id, device_id)))
}

/// Signs a device out; one that was signed out before stays so.
pub(super) fn sign_out(turn: &mut Turn<'_>, command: &SignOutDevice) -> Result<Done, Stop> {
    let not_found = || Refusal::NotFound(Thing::Device);
    let name = turn.get::<DeviceName>(&command.device_id)?;
    let device = match name {
        Some(name) => turn.get::<Device>(&name.hash)?,
        None => None,
    };
    match (&device, command.actor) {
        (Some(device), actor) => permit_own(turn, actor, device.wallet_id, Thing::Device)?,
        (None, Actor::Device(hash)) => drop(signed_in(turn, &hash)?),
        (None, actor @ (Actor::System | Actor::Operator(_) | Actor::Staff(_))) => {
            permit_wallets(turn, actor)?
        }
    }
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let device = device.ok_or_else(not_found)?;
    if device.revoked_at.is_none() {
        turn.set.put(Device { revoked_at: Some(turn.at), ..(*device).clone() });
        tell(turn, EventKind::DeviceSignedOut, device.wallet_id, device.device_id);
    }
    Ok(turn.remember(Receipt::Done))
}

/// A device was in use; a day on which it was seen before changes nothing.
pub(super) fn see(turn: &mut Turn<'_>, command: &SeeDevice) -> Result<Done, Stop> {
    let device = signed_in(turn, &command.device)?;
    if device.last_seen_at.is_none_or(|seen| seen.day() < turn.at.day()) {
        turn.set.put(Device { last_seen_at: Some(turn.at), ..(*device).clone() });
    }
    Ok(Done::now(Receipt::Done))
}

/// The public name of the device that acts, if one does.
pub(super) fn id_of(turn: &Turn<'_>, actor: Actor) -> Result<Option<DeviceId>, Stop> {
    match actor {
        Actor::Device(hash) => Ok(Some(signed_in(turn, &hash)?.device_id)),
        Actor::System | Actor::Operator(_) | Actor::Staff(_) => Ok(None),
    }
}

/// The wallet's own device, or whoever may keep wallets. To a device nothing of another wallet is there.
pub(super) fn permit_own(
    turn: &Turn<'_>,
    actor: Actor,
    wallet_id: WalletId,
    thing: Thing,
) -> Result<(), Stop> {
    match actor {
        Actor::Device(hash) => {
            let device = signed_in(turn, &hash)?;
            if device.wallet_id == wallet_id { Ok(()) } else { Err(Refusal::NotFound(thing).into()) }
        }
        Actor::System | Actor::Operator(_) | Actor::Staff(_) => permit_wallets(turn, actor),
    }
}

/// Refuses to let cash be taken out while the wallet rests.
pub(super) fn rested(turn: &Turn<'_>, wallet: &Wallet, purpose: Purpose) -> Result<(), Refusal> {
    let takes_cash = match purpose {
        Purpose::Withdraw | Purpose::Any => true,
        Purpose::Deposit => false,
    };
    match wallet.rests_until.filter(|until| takes_cash && turn.at < *until) {
        Some(until) => Err(Refusal::WalletRests(until)),
        None => Ok(()),
    }
}

/// The device with this token, if it is signed in.
fn signed_in(turn: &Turn<'_>, hash: &KeyedHash) -> Result<Arc<Device>, Stop> {
    let is_in = |device: &Arc<Device>| device.revoked_at.is_none() || planted!(SignedOutServed);
    let device = turn.get::<Device>(hash)?.filter(is_in);
    Ok(device.ok_or(Refusal::KeyNotKnown)?)
}

fn of_wallet(turn: &Turn<'_>, wallet_id: WalletId) -> Result<WalletDevices, Missing> {
    let none = || WalletDevices { wallet_id, invite: None, devices: Vec::new(), had: 0 };
    Ok(turn.get::<WalletDevices>(&wallet_id)?.map_or_else(none, |row| (*row).clone()))
}

/// Forgets the oldest device that was signed out; refuses one more than may be signed in.
fn make_room(turn: &Turn<'_>, of_wallet: &mut WalletDevices) -> Result<(), Stop> {
    let names = turn.set.get_all::<DeviceName>(&of_wallet.devices)?;
    let hashes: Vec<KeyedHash> = names.into_iter().flatten().map(|name| name.hash).collect();
    let devices = turn.set.get_all::<Device>(&hashes)?;
    let is_in = |device: &&Arc<Device>| device.revoked_at.is_none();
    let live: Vec<DeviceId> = devices.iter().flatten().filter(is_in).map(|device| device.device_id).collect();
    if live.len() >= DEVICES_OF_WALLET_MAX {
        return Err(Refusal::LimitExceeded(Limit::DevicesOfWallet(DEVICES_OF_WALLET_MAX)).into());
    }
    if of_wallet.devices.len() >= DEVICES_KEPT_MAX
        && let Some(place) = of_wallet.devices.iter().position(|known| !live.contains(known))
    {
        of_wallet.devices.remove(place);
    }
    Ok(())
}

/// The wallet pays nothing out for a while. A code that was armed before dies with its window, half a minute later.
fn rest(turn: &mut Turn<'_>, wallet: &Wallet, rest_s: u32) {
    let until = turn.at.plus_s(i64::from(rest_s));
    let until = wallet.rests_until.map_or(until, |before| before.max(until));
    turn.set.put(Wallet { rests_until: Some(until), ..wallet.clone() });
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, wallet_id: WalletId, device_id: DeviceId) {
    let event = turn.event(kind);
    turn.tell(Event { wallet_id: Some(wallet_id), subject: device_id.as_u128(), ..event });
}
