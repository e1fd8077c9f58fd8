//! Counting wrong codes (security.md, "Codes and guessing"), inside the login's own decision.

use super::turn::{Stop, Turn};
use crate::ids::{CodeId, KeyId, OwnerId, WalletId};
use crate::policy::GuessLimits;
use crate::rows::{CodeGuess, Event, EventKind, KeyGuess, OwnerGuess, WalletGuess};
use crate::time::Time;
use crate::working_set::Missing;

const SECOND_MS: i64 = 1000;
const HOUR_MS: i64 = 3_600_000;
/// Days of a key's history after which the past counts half.
const HISTORY_DAYS_MAX: u32 = 60;

/// Where a wrong code was given.
pub(super) struct WrongCode {
    pub(super) key_id: KeyId,
    pub(super) owner_id: OwnerId,
    /// The wallet of the phone number, if there is one.
    pub(super) wallet_id: Option<WalletId>,
    /// The armed code it was not, if there was one.
    pub(super) armed: Option<CodeId>,
    /// Whether it is a guess at the wallet's offline device, too.
    pub(super) of_device: bool,
}

/// A key's counters, or fresh ones.
pub(super) fn of_key(turn: &Turn<'_>, key_id: KeyId) -> Result<KeyGuess, Missing> {
    let known = turn.get::<KeyGuess>(&key_id)?;
    let mut guess = known.map_or_else(
        || KeyGuess {
            key_id,
            day: turn.at.day(),
            wrong: 0,
            second: 0,
            wrong_in_second: 0,
            hour: 0,
            unarmed_in_hour: 0,
            days: 0,
            sum: 0,
            sum_of_squares: 0,
            restricted: false,
            suspended: false,
        },
        |guess| (*guess).clone(),
    );
    roll_on(&mut guess, turn.at);
    Ok(guess)
}

/// Moves the counters on to the second, hour and day of `at`; a day that ended goes into the history. A login that
/// arrived earlier than one before it counts where the counters stand: they are never moved back.
fn roll_on(guess: &mut KeyGuess, at: Time) {
    let (second, hour) = (at.unix_ms().div_euclid(SECOND_MS), at.unix_ms().div_euclid(HOUR_MS));
    if second > guess.second {
        guess.second = second;
        guess.wrong_in_second = 0;
    }
    if hour > guess.hour {
        guess.hour = hour;
        guess.unarmed_in_hour = 0;
    }
    let passed = at.day().saturating_sub(guess.day);
    if passed <= 0 {
        return;
    }
    let wrong = u64::from(guess.wrong);
    let quiet_and_counted = u32::try_from(passed).unwrap_or(HISTORY_DAYS_MAX).min(HISTORY_DAYS_MAX);
    guess.days = guess.days.saturating_add(quiet_and_counted);
    guess.sum = guess.sum.saturating_add(wrong);
    guess.sum_of_squares = guess.sum_of_squares.saturating_add(wrong.saturating_mul(wrong));
    while guess.days > HISTORY_DAYS_MAX {
        guess.days = guess.days.div_euclid(2);
        guess.sum = guess.sum.div_euclid(2);
        guess.sum_of_squares = guess.sum_of_squares.div_euclid(2);
    }
    guess.day = at.day();
    guess.wrong = 0;
}

/// Whether `wrong` is above max(floor, mean + so many standard deviations) of the history. In whole
/// numbers, with n days, sum S and squares Q: wrong > S/n + k·√(Q/n − (S/n)²) means (n·wrong − S)² > k²(n·Q − S²)
/// with a positive left root.
fn is_over(guess: &KeyGuess, wrong: u32, limits: &GuessLimits) -> bool {
    if wrong <= limits.key_day_floor {
        return false;
    }
    let (days, sum) = (i128::from(guess.days), i128::from(guess.sum));
    let beyond = days.saturating_mul(i128::from(wrong)).saturating_sub(sum);
    if days == 0 {
        return true;
    }
    let spread =
        days.saturating_mul(i128::from(guess.sum_of_squares)).saturating_sub(sum.saturating_mul(sum));
    let sigmas = i128::from(limits.key_day_sigmas);
    beyond > 0 && beyond.saturating_mul(beyond) > sigmas.saturating_mul(sigmas).saturating_mul(spread)
}

/// Whether the key has used up its burst of wrong codes in this second.
pub(super) fn burst_is_used_up(guess: &KeyGuess, limits: &GuessLimits) -> bool {
    guess.wrong_in_second >= limits.key_burst_max && !planted!(BurstUnlimited)
}

/// Whether the code is void for the key.
pub(super) fn code_is_void(turn: &Turn<'_>, code_id: CodeId, key_id: KeyId) -> Result<bool, Missing> {
    let guess = turn.get::<CodeGuess>(&(code_id, key_id))?;
    let is_void = guess.is_some_and(|guess| guess.wrong >= turn.deployment.policy.guesses.code_and_key_max);
    Ok(is_void && !planted!(CodeNeverVoid))
}

/// Whether the wallet is locked for the owner's POS.
pub(super) fn wallet_is_locked(
    turn: &Turn<'_>,
    wallet_id: WalletId,
    owner_id: OwnerId,
) -> Result<bool, Missing> {
    let guess = turn.get::<OwnerGuess>(&(wallet_id, owner_id))?;
    let is_locked = guess.and_then(|guess| guess.locked_until).is_some_and(|until| turn.at < until);
    Ok(is_locked && !planted!(LockIgnored))
}

/// Whether the wallet's unbound codes are off.
pub(super) fn unbound_codes_are_off(turn: &Turn<'_>, wallet_id: WalletId) -> Result<bool, Missing> {
    Ok(turn.get::<WalletGuess>(&wallet_id)?.is_some_and(|guess| guess.unbound_off))
}

/// Counts a wrong code in every scope it touches.
pub(super) fn count(turn: &mut Turn<'_>, wrong: &WrongCode) -> Result<(), Stop> {
    if planted!(GuessNotCounted) {
        return Ok(());
    }
    count_for_key(turn, wrong)?;
    if let Some(code_id) = wrong.armed {
        let key = (code_id, wrong.key_id);
        let before = turn.get::<CodeGuess>(&key)?.map_or(0, |guess| guess.wrong);
        let before = if planted!(CounterReset) { 0 } else { before };
        turn.set.put(CodeGuess { key, wrong: before.saturating_add(1) });
    }
    if let Some(wallet_id) = wrong.wallet_id {
        count_for_owner(turn, wallet_id, wrong.owner_id)?;
        count_for_wallet(turn, wallet_id)?;
        if wrong.of_device {
            super::offline::count_wrong(turn, wallet_id)?;
        }
    }
    Ok(())
}

fn count_for_key(turn: &mut Turn<'_>, wrong: &WrongCode) -> Result<(), Stop> {
    let limits = turn.deployment.policy.guesses.clone();
    let mut guess = of_key(turn, wrong.key_id)?;
    guess.wrong = guess.wrong.saturating_add(1);
    guess.wrong_in_second = guess.wrong_in_second.saturating_add(1);
    if wrong.armed.is_none() {
        guess.unarmed_in_hour = guess.unarmed_in_hour.saturating_add(1);
    }
    let searches = guess.unarmed_in_hour > limits.key_unarmed_hour_max;
    if !guess.restricted && (searches || is_over(&guess, guess.wrong, &limits)) {
        guess.restricted = true;
        tell_of_key(turn, EventKind::KeyRestricted, wrong.key_id);
    }
    let share = guess.wrong.div_ceil(limits.key_suspend_factor.max(1));
    if !guess.suspended && is_over(&guess, share, &limits) {
        guess.suspended = true;
        tell_of_key(turn, EventKind::KeySuspended, wrong.key_id);
    }
    turn.set.put(guess);
    Ok(())
}

fn tell_of_key(turn: &mut Turn<'_>, kind: EventKind, key_id: KeyId) {
    let event = turn.event(kind);
    turn.tell(Event { subject: key_id.as_u128(), ..event });
}

fn count_for_owner(turn: &mut Turn<'_>, wallet_id: WalletId, owner_id: OwnerId) -> Result<(), Stop> {
    let limits = turn.deployment.policy.guesses.clone();
    let key = (wallet_id, owner_id);
    let known = turn.get::<OwnerGuess>(&key)?;
    let fresh = OwnerGuess { key, recent: Vec::new(), locks: 0, locked_until: None };
    let mut guess = known.map_or(fresh, |guess| (*guess).clone());
    if guess.locked_until.is_some_and(|until| turn.at < until) {
        return Ok(()); // Locked already: further guesses learn nothing and lengthen nothing.
    }
    let window_ms = i64::from(limits.wallet_and_owner_window_s).saturating_mul(SECOND_MS);
    guess.recent.retain(|wrong_at| turn.at.ms_since(*wrong_at) < window_ms);
    guess.recent.push(turn.at);
    if guess.recent.len() >= usize::from(limits.wallet_and_owner_max) {
        let [first, second, further] = limits.locks_s;
        let lock_s = match guess.locks {
            0 => first,
            1 => second,
            _ => further,
        };
        guess.locked_until = Some(turn.at.plus_s(i64::from(lock_s)));
        guess.locks = guess.locks.saturating_add(1);
        guess.recent.clear();
        let event = turn.event(EventKind::WalletLocked);
        turn.tell(Event { wallet_id: Some(wallet_id), subject: owner_id.as_u128(), ..event });
    }
    turn.set.put(guess);
    Ok(())
}

fn count_for_wallet(turn: &mut Turn<'_>, wallet_id: WalletId) -> Result<(), Stop> {
    let day = turn.at.day();
    let known = turn.get::<WalletGuess>(&wallet_id)?;
    let fresh = WalletGuess { wallet_id, day, wrong: 0, unbound_off: false };
    let mut guess = known.map_or(fresh, |guess| (*guess).clone());
    if day > guess.day {
        guess.day = day;
        guess.wrong = 0;
    }
    guess.wrong = guess.wrong.saturating_add(1);
    guess.unbound_off |= guess.wrong >= turn.deployment.policy.guesses.wallet_day_max;
    turn.set.put(guess);
    Ok(())
}
