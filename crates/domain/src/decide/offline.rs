//! Offline devices: enrol, remove, and what the digits that one shows are worth (cash-lifecycle.md section 5,
//! RFC 6238). Whoever sends the login has computed the device's codes about its arrival: the seed is sealed, and
//! nothing here could open it.

use std::sync::Arc;

use super::device::{permit_own, rested};
use super::login::{Attempt, admits};
use super::turn::{Done, Stop, Turn};
use super::wallet::wallet;
use crate::command::{EnrolDevice, RemoveDevice};
use crate::ids::{CodeId, WalletId};
use crate::outcome::{Receipt, Refusal, Thing};
use crate::rows::{
    Approved, Channel, Code, CodeState, Event, EventKind, OfflineDevice, Purpose, Quote, Wallet,
};
use crate::secret_hash::KeyedHash;

/// The width of a device's window, seconds (RFC 6238 section 4.1, the default); no setting changes it.
const WINDOW_S: u32 = 30;

/// What digits are to a wallet's offline device.
pub(super) enum Shown {
    /// It shows them in this half-minute, they have not been used, and they open a session.
    Now(u64),
    /// It shows them about now, but they are good for nothing: late, early, used, or nothing may be opened.
    Useless,
    /// It does not show them.
    Never,
    /// There is no device, or the digits are not as many as its codes have.
    NoDevice,
}

/// Enrols the wallet's device, in place of the one before. Half-minutes whose codes were used, the day's counters
/// and the switch stay as they are: a new seed buys no new tries.
pub(super) fn enrol(turn: &mut Turn<'_>, command: &EnrolDevice) -> Result<Done, Stop> {
    permit_own(turn, command.actor, command.wallet_id, Thing::Wallet)?;
    let before = turn.get::<OfflineDevice>(&command.wallet_id)?;
    if let Some(receipt) = turn.recall()? {
        // The very command once more, because its outcome was not known: its seed has been shown to nobody.
        let is_the_same = before.is_some_and(|device| device.sealed_seed == command.sealed_seed);
        return if is_the_same { Ok(Done::before(receipt)) } else { Err(Refusal::SecretShownOnce.into()) };
    }
    let wallet = wallet(turn, command.wallet_id)?;
    if wallet.frozen {
        return Err(Refusal::WalletDisabled.into());
    }
    rested(turn, &wallet, Purpose::Withdraw)?;
    let first = || OfflineDevice {
        wallet_id: wallet.wallet_id,
        sealed_seed: Vec::new(),
        enrolment: 0,
        enrolled_at: turn.at,
        removed_at: None,
        last_counter: 0,
        day: turn.at.day(),
        wrong: 0,
        opened: 0,
        off: false,
        device_id: None,
    };
    let before = before.map_or_else(first, |device| (*device).clone());
    turn.set.put(OfflineDevice {
        sealed_seed: command.sealed_seed.clone(),
        enrolment: before.enrolment.saturating_add(1),
        enrolled_at: turn.at,
        removed_at: None,
        device_id: super::device::id_of(turn, command.actor)?,
        ..before
    });
    Ok(turn.remember(Receipt::Done))
}

/// Removes the wallet's device.
pub(super) fn remove(turn: &mut Turn<'_>, command: &RemoveDevice) -> Result<Done, Stop> {
    permit_own(turn, command.actor, command.wallet_id, Thing::Wallet)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    wallet(turn, command.wallet_id)?;
    if !forget(turn, command.wallet_id)? {
        return Err(Refusal::NotFound(Thing::Device).into());
    }
    Ok(turn.remember(Receipt::Done))
}

/// Forgets the wallet's seed, and says whether there was one.
pub(super) fn forget(turn: &mut Turn<'_>, wallet_id: WalletId) -> Result<bool, Stop> {
    let Some(device) = live_device(turn, wallet_id)? else {
        return Ok(false);
    };
    let device = (*device).clone();
    let forgotten = OfflineDevice { sealed_seed: Vec::new(), removed_at: Some(turn.at), ..device.clone() };
    turn.set.put(if planted!(RemovedDeviceOpens) { device } else { forgotten });
    Ok(true)
}

/// The customer's app confirms the wallet: its device is good again.
pub(super) fn confirm(turn: &mut Turn<'_>, wallet_id: WalletId) -> Result<(), Stop> {
    if let Some(device) = turn.get::<OfflineDevice>(&wallet_id)?
        && device.off
    {
        turn.set.put(OfflineDevice { off: false, wrong: 0, ..(*device).clone() });
    }
    Ok(())
}

/// What the digits of a login are to the wallet's device.
pub(super) fn judge(turn: &Turn<'_>, attempt: &Attempt<'_>, wallet: &Wallet) -> Result<Shown, Stop> {
    let Some(codes) = attempt.device else {
        return Ok(Shown::NoDevice);
    };
    let Some(device) = live_device(turn, wallet.wallet_id)? else {
        return Ok(Shown::NoDevice);
    };
    if codes.enrolment != device.enrolment {
        return Ok(Shown::Never); // The seed was replaced while the login was on its way.
    }
    // Every code is compared, whatever the ones before gave.
    let matching = codes.expected.iter().filter(|code| code.mac.matches(&attempt.login.mac));
    let shown_in: Vec<u64> = matching.map(|code| code.counter).collect();
    let half_minute = turn.at.half_minute();
    let good = |counter: &&u64| **counter == half_minute || planted!(OfflineCodeLate);
    let Some(counter) = shown_in.iter().find(good).or_else(|| shown_in.first()) else {
        return Ok(Shown::Never);
    };
    let is_unused = *counter > device.last_counter || planted!(OfflineCodeTwice);
    let is_now = *counter == half_minute || planted!(OfflineCodeLate);
    if is_now && is_unused && is_good(turn, attempt, wallet, &device)? {
        Ok(Shown::Now(*counter))
    } else {
        Ok(Shown::Useless)
    }
}

/// Whether the device's codes are good for anything here and now.
fn is_good(
    turn: &Turn<'_>,
    attempt: &Attempt<'_>,
    wallet: &Wallet,
    device: &OfflineDevice,
) -> Result<bool, Stop> {
    let opened_max = turn.deployment.policy.offline_sessions_day_max;
    let has_sessions_left = device.on_day(turn.at).opened < opened_max || planted!(OfflineDayUnlimited);
    let is_on = !device.off || planted!(OfflineOffIgnored);
    let is_rested = rested(turn, wallet, Purpose::Withdraw).is_ok();
    Ok(is_on && is_rested && has_sessions_left && admits(turn, attempt.key, attempt.pos, wallet, false)?)
}

/// Spends the code of a half-minute: neither it nor an older one opens a session any more. The code becomes one
/// among those recognised, so that a lost answer can be asked for again.
pub(super) fn spend(
    turn: &mut Turn<'_>,
    wallet: Option<&Wallet>,
    mac: KeyedHash,
    counter: u64,
) -> Result<Arc<Code>, Stop> {
    let wallet_id = wallet.map(|wallet| wallet.wallet_id).ok_or(Refusal::CodeNotValid)?;
    let device = live_device(turn, wallet_id)?.ok_or(Refusal::CodeNotValid)?.on_day(turn.at);
    let opened = device.opened.saturating_add(1);
    turn.set.put(OfflineDevice { last_counter: counter, opened, ..device });
    let code_id = CodeId::new(turn.at, turn.fresh.nth(1), wallet_id.bucket());
    let valid_from = turn.at.window_start(WINDOW_S);
    let code = Code {
        code_id,
        wallet_id,
        mac,
        purpose: Purpose::Withdraw,
        pos_id: None,
        approved: Approved::Any,
        armed_at: turn.at,
        valid_from,
        expires_at: valid_from.plus_s(i64::from(WINDOW_S)),
        state: CodeState::Armed,
        offline: true,
        channel: Channel::Offline,
        quote: Quote::Open,
    };
    let mut live = super::wallet::live(turn, wallet_id)?;
    super::code::keep_unarmed(turn, &mut live, code_id)?;
    turn.set.put(live);
    Ok(Arc::new(code))
}

/// Counts a wrong code against the wallet's device; the last permitted one of a day switches it off.
pub(super) fn count_wrong(turn: &mut Turn<'_>, wallet_id: WalletId) -> Result<(), Stop> {
    let Some(device) = live_device(turn, wallet_id)?.filter(|device| !device.off) else {
        return Ok(());
    };
    let device = device.on_day(turn.at);
    let wrong = device.wrong.saturating_add(1);
    let off = wrong >= turn.deployment.policy.offline_wrong_day_max && !planted!(OfflineNeverOff);
    if off {
        let event = turn.event(EventKind::OfflineDeviceOff);
        turn.tell(Event { wallet_id: Some(wallet_id), subject: wallet_id.as_u128(), ..event });
    }
    turn.set.put(OfflineDevice { wrong, off, ..device });
    Ok(())
}

/// The wallet's device, unless it was removed.
fn live_device(turn: &Turn<'_>, wallet_id: WalletId) -> Result<Option<Arc<OfflineDevice>>, Stop> {
    let device = turn.get::<OfflineDevice>(&wallet_id)?;
    Ok(device.filter(|device| device.removed_at.is_none()))
}
