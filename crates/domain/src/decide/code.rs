//! Arming and cancelling one-time codes (cash-lifecycle.md section 5). A code lives in a fixed window that
//! starts at whole multiples of its width, as RFC 6238 counts them.

use std::sync::Arc;

use super::device::{permit_own, rested};
use super::fees;
use super::place::pos;
use super::turn::{Done, Stop, Turn};
use super::wallet::{account_of, known, live};
use crate::command::{ArmCode, CancelCode};
use crate::ids::CodeId;
use crate::outcome::{CodeArmed, Limit, Receipt, Refusal, Thing};
use crate::policy::Policy;
use crate::rows::{Approved, Channel, Code, CodeState, Purpose, Quote, Wallet, WalletLive};
use crate::secret_hash::KeyedHash;
use crate::time::Time;
use crate::working_set::Missing;

/// Codes of a wallet that are still recognised, the armed one among them.
const CODES_KEPT_MAX: usize = 16;

/// Arms a code; the one before it is cancelled at once.
pub(super) fn arm(turn: &mut Turn<'_>, command: &ArmCode, channel: Channel) -> Result<Done, Stop> {
    permit_own(turn, command.actor, command.wallet_id, Thing::Wallet)?;
    let (first, (wallet, mut live)) = Missing::both(
        turn.first_answer(),
        Missing::both(turn.get::<Wallet>(&command.wallet_id), live(turn, command.wallet_id)),
    )?;
    if let Some(receipt) = turn.recalled(first)? {
        return arm_again(turn, command, &receipt);
    }
    let wallet = wallet.ok_or(Refusal::NotFound(Thing::Wallet))?;
    if wallet.frozen {
        return Err(Refusal::WalletDisabled.into());
    }
    rested(turn, &wallet, command.purpose)?;
    let code_id = CodeId::new(turn.at, turn.fresh, wallet.wallet_id.bucket());
    let (valid_from, expires_at) = window(turn.at, &turn.deployment.policy);
    let before = current(turn, &live)?;
    let (candidate, mac) = other_digits(command, before.as_deref());
    let mut code = Code {
        code_id,
        wallet_id: wallet.wallet_id,
        mac,
        purpose: command.purpose,
        pos_id: place(turn, command)?,
        approved: command.approved,
        armed_at: turn.at,
        valid_from,
        expires_at,
        state: CodeState::Armed,
        offline: false,
        channel,
        quote: Quote::Open,
    };
    acceptable(turn, &wallet, &code)?;
    code.quote = fees::quote(turn, &wallet, &code)?;
    let quote = code.quote;
    if let Some(before) = before
        && !planted!(TwoCodesArmed)
    {
        cancel_code(turn, &before);
    }
    keep(turn, &mut live, code_id)?;
    turn.set.put(code);
    turn.set.put(live);
    Ok(turn.remember(Receipt::CodeArmed(CodeArmed { code_id, candidate, valid_from, expires_at, quote })))
}

/// A repeat: the same arming gets fresh digits, and the old ones are void.
fn arm_again(turn: &mut Turn<'_>, command: &ArmCode, receipt: &Receipt) -> Result<Done, Stop> {
    let Receipt::CodeArmed(armed) = receipt else {
        return Err(Refusal::IdempotencyKeyReused.into());
    };
    known(turn, command.wallet_id)?;
    let current =
        current(turn, &live(turn, command.wallet_id)?)?.filter(|code| code.code_id == armed.code_id);
    let Some(code) = current.filter(|code| turn.at < code.expires_at) else {
        return Err(Refusal::CodeNoLongerArmed.into());
    };
    let (candidate, mac) = other_digits(command, Some(&code));
    turn.set.put(Code { mac, ..(*code).clone() });
    Ok(Done::before(Receipt::CodeArmed(CodeArmed { candidate, ..armed.clone() })))
}

/// Cancels the armed code.
pub(super) fn cancel(turn: &mut Turn<'_>, command: &CancelCode) -> Result<Done, Stop> {
    permit_own(turn, command.actor, command.wallet_id, Thing::Wallet)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    known(turn, command.wallet_id)?;
    match current(turn, &live(turn, command.wallet_id)?)? {
        Some(code) if turn.at < code.expires_at => cancel_code(turn, &code),
        Some(_) | None => return Err(Refusal::NotFound(Thing::Code).into()),
    }
    Ok(turn.remember(Receipt::Done))
}

/// The window of a code armed at `at`: the rest of this one, or the whole next one when too little is left.
fn window(at: Time, policy: &Policy) -> (Time, Time) {
    let end = at.window_start(policy.code_window_s).plus_s(i64::from(policy.code_window_s));
    let left_ms = end.ms_since(at);
    let is_too_little = left_ms < i64::from(policy.code_next_window_under_s).saturating_mul(1000);
    if is_too_little && !planted!(WindowCutShort) {
        (end, end.plus_s(i64::from(policy.code_window_s)))
    } else {
        (at, end)
    }
}

/// The newest code, if it is still armed; its window may be over.
fn current(turn: &Turn<'_>, live: &WalletLive) -> Result<Option<Arc<Code>>, Stop> {
    let Some(code_id) = live.codes.last() else {
        return Ok(None);
    };
    Ok(turn.get::<Code>(code_id)?.filter(|code| code.state == CodeState::Armed))
}

fn cancel_code(turn: &mut Turn<'_>, code: &Arc<Code>) {
    turn.set.put(Code { state: CodeState::Cancelled, ..(**code).clone() });
}

/// The first candidate whose digits are not those of the code before.
fn other_digits(command: &ArmCode, before: Option<&Code>) -> (u8, KeyedHash) {
    let [first, second] = command.macs;
    match before {
        Some(code) if code.mac.matches(&first) => (1, second),
        Some(_) | None => (0, first),
    }
}

fn place(turn: &Turn<'_>, command: &ArmCode) -> Result<Option<crate::ids::PosId>, Stop> {
    match &command.pos {
        Some(reference) => Ok(Some(pos(turn, reference)?.pos_id)),
        None => Ok(None),
    }
}

/// Refuses an open code, a sum that is not positive or above the cap, a currency that cannot serve.
fn acceptable(turn: &Turn<'_>, wallet: &Wallet, code: &Code) -> Result<(), Stop> {
    let policy = &turn.deployment.policy;
    if !policy.open_codes_allowed && !code.is_bound() {
        return Err(Refusal::Unacceptable(Limit::OpenCode).into());
    }
    let sum = match code.approved {
        Approved::Exactly(sum) | Approved::UpTo(sum) => sum,
        Approved::Any => return Ok(()),
    };
    if sum.minor() <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    if let Some(cap) = policy.code_caps.iter().find(|cap| cap.currency() == sum.currency())
        && sum.minor() > cap.minor()
    {
        return Err(Refusal::Unacceptable(Limit::CodeCap(*cap)).into());
    }
    let takes_from_wallet = matches!(code.purpose, Purpose::Withdraw);
    if takes_from_wallet && account_of(wallet, sum.currency()).is_none() {
        return Err(Refusal::NotFound(Thing::Account).into());
    }
    if let Some(pos_id) = code.pos_id {
        let serves = turn.get::<crate::rows::Pos>(&pos_id)?;
        if !serves.is_some_and(|pos| pos.currencies.contains(&sum.currency())) {
            return Err(Refusal::CurrencyNotServed(sum.currency()).into());
        }
    }
    Ok(())
}

/// Adds a newly armed code to those recognised: it is the last of them.
fn keep(turn: &Turn<'_>, live: &mut WalletLive, code_id: CodeId) -> Result<(), Stop> {
    make_room(turn, live)?;
    live.codes.push(code_id);
    Ok(())
}

/// Adds a code that was not armed to those recognised. The last place is left to the one that may be armed.
pub(super) fn keep_unarmed(turn: &Turn<'_>, live: &mut WalletLive, code_id: CodeId) -> Result<(), Stop> {
    make_room(turn, live)?;
    live.codes.insert(live.codes.len().saturating_sub(1), code_id);
    Ok(())
}

/// Forgets the codes whose late time is over, and the oldest at the bound.
fn make_room(turn: &Turn<'_>, live: &mut WalletLive) -> Result<(), Stop> {
    let late_s = i64::from(turn.deployment.policy.code_late_s);
    let codes = turn.set.get_all::<Code>(&live.codes)?;
    live.codes = codes
        .into_iter()
        .flatten()
        .filter(|code| turn.at < code.expires_at.plus_s(late_s))
        .map(|code| code.code_id)
        .collect();
    if live.codes.len() >= CODES_KEPT_MAX {
        live.codes.remove(0);
    }
    Ok(())
}
