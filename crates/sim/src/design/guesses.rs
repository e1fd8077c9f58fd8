//! Wrong codes and what they cost: the table of security.md, "Codes and guessing".

use specie_domain::Time;
use specie_domain::rows::EventKind;

use super::Design;

/// Wrong codes by one key against one armed code that void it for that key.
const CODE_AND_KEY_MAX: u32 = 3;
/// Wrong codes at one wallet by one owner's POS in [`LOCK_WINDOW_S`] that lock it for the owner.
const WALLET_AND_OWNER_MAX: usize = 5;
const LOCK_WINDOW_S: i64 = 900;
/// How long the first, second and every further lock lasts.
const LOCKS_S: [i64; 3] = [900, 1800, 3600];
/// Wrong codes at one wallet in a day that switch its unbound codes off.
const WALLET_DAY_MAX: u32 = 20;
/// Wrong codes a key may give in a day whatever its history.
const KEY_DAY_FLOOR: u32 = 10;
/// Standard deviations above its mean day that a key may go.
const KEY_DAY_SIGMAS: i128 = 6;
/// At this multiple of its daily limit a key is suspended.
const KEY_SUSPEND_FACTOR: u32 = 3;
/// Wrong codes a key may give in one second.
const KEY_BURST_MAX: u32 = 2;
/// Logins of a key in an hour that named phones without an armed code.
const KEY_UNARMED_HOUR_MAX: u32 = 30;

/// Wrong codes at one wallet.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WalletGuesses {
    day: i64,
    wrong: u32,
    pub(super) unbound_off: bool,
}

/// Wrong codes at one wallet by one owner's POS.
#[derive(Debug, Clone, Default)]
pub(super) struct OwnerGuesses {
    recent: Vec<Time>,
    locks: usize,
    locked_until: Option<Time>,
}

/// Wrong codes by one key.
#[derive(Debug, Clone, Default)]
pub(super) struct KeyGuesses {
    day: Option<i64>,
    wrong: u32,
    /// Wrong codes of each day that is over, from the first wrong one on.
    past: Vec<u32>,
    second: i64,
    wrong_in_second: u32,
    hour: i64,
    unarmed_in_hour: u32,
    pub(super) restricted: bool,
    pub(super) suspended: bool,
}

/// Where a wrong code was given.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wrong {
    pub(super) key: usize,
    pub(super) owner: usize,
    pub(super) customer: Option<usize>,
    pub(super) armed: Option<usize>,
    pub(super) of_device: bool,
    pub(super) at: Time,
}

impl KeyGuesses {
    /// Whether the burst of this second is used up.
    pub(super) fn burst_is_used_up(&self, now: Time) -> bool {
        now.unix_ms().div_euclid(1000) <= self.second && self.wrong_in_second >= KEY_BURST_MAX
    }

    /// Moves on to the second, hour and day of `now`, and never back.
    fn move_on(&mut self, now: Time) {
        let (second, hour) = (now.unix_ms().div_euclid(1000), now.unix_ms().div_euclid(3_600_000));
        if self.second < second {
            (self.second, self.wrong_in_second) = (second, 0);
        }
        if self.hour < hour {
            (self.hour, self.unarmed_in_hour) = (hour, 0);
        }
        let day = *self.day.get_or_insert(now.day());
        for _ in day..now.day() {
            self.past.push(std::mem::take(&mut self.wrong));
        }
        self.day = Some(day.max(now.day()));
    }

    /// Whether the wrong codes of today, or a share of them rounded up, are above max(10, mean + 6σ) of the
    /// past days.
    fn is_over(&self, share: u32) -> bool {
        let wrong = self.wrong.div_ceil(share);
        if wrong <= KEY_DAY_FLOOR {
            return false;
        }
        let days = self.past.len() as i128;
        let sum: i128 = self.past.iter().map(|wrong| i128::from(*wrong)).sum();
        let squares: i128 = self.past.iter().map(|wrong| i128::from(*wrong).pow(2)).sum();
        // wrong > sum/days + 6σ, all times days: both sides are squared once the left is positive.
        let beyond = days * i128::from(wrong) - sum;
        let spread = KEY_DAY_SIGMAS.pow(2) * (days * squares - sum * sum);
        days == 0 || (beyond > 0 && beyond * beyond > spread)
    }
}

impl Design {
    /// Whether the code is void for the key.
    pub(super) fn is_void(&self, code: usize, key: usize) -> bool {
        let wrong = self.codes[code].wrong.iter().find(|(by, _)| *by == key);
        wrong.is_some_and(|(_, times)| *times >= CODE_AND_KEY_MAX)
    }

    /// Whether the wallet is locked for the owner's POS.
    pub(super) fn is_locked(&self, customer: usize, owner: usize, now: Time) -> bool {
        let guesses = self.owner_guesses.get(&(customer, owner));
        guesses.and_then(|guesses| guesses.locked_until).is_some_and(|until| now < until)
    }

    /// Whether only codes bound to a POS and a sum are good for this key and this wallet.
    pub(super) fn needs_bound(&self, customer: usize, key: usize) -> bool {
        self.keys[key].guesses.restricted || self.wallets[customer].guesses.unbound_off
    }

    /// Counts a wrong code in every scope.
    pub(super) fn count(&mut self, wrong: &Wrong) {
        self.count_for_key(wrong);
        if let Some(code) = wrong.armed {
            let counts = &mut self.codes[code].wrong;
            match counts.iter_mut().find(|(by, _)| *by == wrong.key) {
                Some((_, times)) => *times += 1,
                None => counts.push((wrong.key, 1)),
            }
        }
        if let Some(customer) = wrong.customer {
            self.count_for_owner(customer, wrong);
            let guesses = &mut self.wallets[customer].guesses;
            if guesses.day < wrong.at.day() {
                (guesses.day, guesses.wrong) = (wrong.at.day(), 0);
            }
            guesses.wrong += 1;
            guesses.unbound_off |= guesses.wrong >= WALLET_DAY_MAX;
            if wrong.of_device {
                self.count_for_device(customer, wrong.at);
            }
        }
    }

    fn count_for_key(&mut self, wrong: &Wrong) {
        let guesses = &mut self.keys[wrong.key].guesses;
        guesses.move_on(wrong.at);
        guesses.wrong += 1;
        guesses.wrong_in_second += 1;
        guesses.unarmed_in_hour += u32::from(wrong.armed.is_none());
        if !guesses.restricted && (guesses.unarmed_in_hour > KEY_UNARMED_HOUR_MAX || guesses.is_over(1)) {
            guesses.restricted = true;
            self.told.push((EventKind::KeyRestricted, None));
        }
        if !guesses.suspended && guesses.is_over(KEY_SUSPEND_FACTOR) {
            guesses.suspended = true;
            self.told.push((EventKind::KeySuspended, None));
        }
    }

    fn count_for_owner(&mut self, customer: usize, wrong: &Wrong) {
        let guesses = self.owner_guesses.entry((customer, wrong.owner)).or_default();
        if guesses.locked_until.is_some_and(|until| wrong.at < until) {
            return;
        }
        guesses.recent.retain(|earlier| wrong.at.ms_since(*earlier) < LOCK_WINDOW_S * 1000);
        guesses.recent.push(wrong.at);
        if guesses.recent.len() >= WALLET_AND_OWNER_MAX {
            let lock_s = LOCKS_S[guesses.locks.min(2)];
            guesses.locked_until = Some(wrong.at.plus_s(lock_s));
            guesses.locks += 1;
            guesses.recent.clear();
            self.told.push((EventKind::WalletLocked, None));
        }
    }

    /// The customer's app confirms the wallet again.
    pub(super) fn confirm(&mut self, customer: usize) {
        let guesses = &mut self.wallets[customer].guesses;
        if guesses.unbound_off {
            guesses.unbound_off = false;
            guesses.wrong = 0;
        }
        self.switch_device_on(customer);
    }
}
