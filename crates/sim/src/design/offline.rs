//! Offline devices: cash-lifecycle.md section 5 (RFC 6238, a per-wallet option, small caps, tighter throttles), and
//! pos-api.md section 4 (a right code that is late or early counts as no guess; single use).

use specie_domain::ids::CodeId;
use specie_domain::outcome::Thing;
use specie_domain::rows::{EventKind, Purpose};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, refused, repeated};
use super::codes::{Code, OTHER_REQUEST, SAME_ANSWER, State};
use super::{Design, Quoted, Recalled, Request};
use crate::ask::Approval;
use crate::broken::Broken;
use crate::devices::{sealed, shown};

/// The width of a half-minute.
const WINDOW_S: u32 = 30;
/// Codes of so many half-minutes before and after now are right ones, though not good.
const LATE: u64 = 4;
const EARLY: u64 = 1;
/// Sessions a device opens in a day.
const SESSIONS_DAY_MAX: u32 = 3;
/// Wrong codes in a day that switch it off.
const WRONG_DAY_MAX: u32 = 5;

/// A wallet's device.
#[derive(Debug, Clone, Copy)]
pub(super) struct Device {
    seed: u64,
    enrolment: u32,
    removed: bool,
    /// The newest half-minute whose code was used.
    newest: u64,
    day: i64,
    wrong: u32,
    opened: u32,
    off: bool,
}

/// What the digits of a login are to the wallet's device.
pub(super) enum Shown {
    /// What it shows now, for the first time.
    Now(u64),
    /// Right, and good for nothing: why.
    Useless(&'static str),
    /// A guess at it.
    Never,
    /// There is no device to guess at.
    NoDevice,
}

impl Device {
    pub(super) const fn first(seed: u64, at: Time) -> Self {
        let day = at.day();
        Self { seed, enrolment: 1, removed: false, newest: 0, day, wrong: 0, opened: 0, off: false }
    }

    fn move_on(&mut self, now: Time) {
        if self.day < now.day() {
            (self.day, self.wrong, self.opened) = (now.day(), 0, 0);
        }
    }
}

impl Design {
    pub(super) fn enrol(&mut self, request: &Request<'_>, customer: usize) -> Result<Heard, Broken> {
        const RULE: &str = "a device's seed is told once";
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(_) => return refused(request.outcome, RULE, &Refusal::SecretShownOnce),
            Recalled::Nothing => {}
        }
        if self.wallets[customer].frozen {
            let rule = "no device is enrolled for a frozen wallet";
            return refused(request.outcome, rule, &Refusal::WalletDisabled);
        }
        if let Some((rule, refusal)) = self.why_rests(customer, Purpose::Withdraw, request.at) {
            return refused(request.outcome, rule, &refusal);
        }
        let receipt = done(request.outcome, RULE)?;
        if *receipt != Receipt::Done {
            return Err(another(RULE, receipt));
        }
        let first = Device::first(request.seed, request.at);
        let device = &mut self.wallets[customer].device;
        *device = Some(device.map_or(first, |before| Device {
            seed: request.seed,
            enrolment: before.enrolment + 1,
            removed: false,
            ..before
        }));
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    pub(super) fn unenrol(&mut self, request: &Request<'_>, customer: usize) -> Result<Heard, Broken> {
        const RULE: &str = "a device that is there is removed, another is not found";
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => {
                return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
            }
            Recalled::Nothing => {}
        }
        if self.live_device(customer).is_none() {
            return refused(request.outcome, RULE, &Refusal::NotFound(Thing::Device));
        }
        let receipt = done(request.outcome, RULE)?;
        self.forget_device(customer);
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    /// The seed is forgotten: the device was removed, or its customer forgotten.
    pub(super) fn forget_device(&mut self, customer: usize) {
        if let Some(device) = &mut self.wallets[customer].device {
            device.removed = true;
        }
    }

    /// The customer's app confirms the wallet: a device that is off is on again.
    pub(super) fn switch_device_on(&mut self, customer: usize) {
        if let Some(device) = self.wallets[customer].device.as_mut().filter(|device| device.off) {
            (device.off, device.wrong) = (false, 0);
        }
    }

    fn live_device(&self, customer: usize) -> Option<&Device> {
        self.wallets[customer].device.as_ref().filter(|device| !device.removed)
    }

    /// What `digits` are to the customer's device; `why_useless` is what else bars an offline code here and now.
    pub(super) fn shown_by_device(
        &self,
        request: &Request<'_>,
        customer: usize,
        digits: u32,
        why_useless: Option<&'static str>,
    ) -> Shown {
        let Some(device) = self.live_device(customer) else {
            return Shown::NoDevice;
        };
        // Codes are judged by the seed that was there when the login arrived.
        if request.read.enrolment != device.enrolment {
            return Shown::Never;
        }
        let now = request.at.half_minute();
        let is_shown = |half_minute: &u64| shown(device.seed, *half_minute) == digits;
        let Some(half_minute) = (now - LATE..=now + EARLY).find(is_shown) else {
            return Shown::Never;
        };
        let today = if device.day < request.at.day() { 0 } else { device.opened };
        if half_minute < now {
            Shown::Useless("an offline code is dead at the end of its half-minute")
        } else if half_minute > now {
            Shown::Useless("an offline code is not good before its half-minute")
        } else if half_minute <= device.newest {
            Shown::Useless("an offline code opens one session, and no older one after it")
        } else if device.off {
            Shown::Useless("a device that is off opens nothing until the wallet is confirmed")
        } else if today >= SESSIONS_DAY_MAX {
            Shown::Useless("a device opens three sessions a day")
        } else if let Some(rule) = why_useless {
            Shown::Useless(rule)
        } else {
            Shown::Now(half_minute)
        }
    }

    /// The code of a half-minute is spent. It is one of those recognised, but never takes the armed one's place.
    pub(super) fn spend(&mut self, request: &Request<'_>, customer: usize, digits: u32, half: u64) -> usize {
        if let Some(device) = &mut self.wallets[customer].device {
            device.move_on(request.at);
            device.opened += 1;
            device.newest = half;
        }
        let valid_from = request.at.window_start(WINDOW_S);
        let number = self.codes.len();
        self.codes.push(Code {
            id: CodeId::from_u128(0), // It was never told.
            digits,
            purpose: Purpose::Withdraw,
            pos: None,
            approval: Approval::Any,
            valid_from,
            expires_at: valid_from.plus_s(i64::from(WINDOW_S)),
            state: State::Armed,
            offline: true,
            quoted: Quoted::Open,
            wrong: Vec::new(),
        });
        self.recognise_unarmed(customer, request.at, number);
        number
    }

    /// A wrong code at the device; the fifth of a day switches it off.
    pub(super) fn count_for_device(&mut self, customer: usize, now: Time) {
        let device = self.wallets[customer].device.as_mut().filter(|device| !device.removed && !device.off);
        if let Some(device) = device {
            device.move_on(now);
            device.wrong += 1;
            if device.wrong >= WRONG_DAY_MAX {
                device.off = true;
                self.told.push((EventKind::OfflineDeviceOff, None));
            }
        }
    }

    /// Whether a customer's device is as its row says.
    pub(crate) fn has_device(&self, customer: usize, row: &specie_domain::rows::OfflineDevice) -> bool {
        self.wallets[customer].device.is_some_and(|device| {
            let seed = if device.removed { Vec::new() } else { sealed(device.seed) };
            (seed.as_slice(), device.enrolment, device.removed, device.newest)
                == (row.sealed_seed.as_slice(), row.enrolment, row.removed_at.is_some(), row.last_counter)
                && (device.day, device.wrong, device.opened, device.off)
                    == (row.day, row.wrong, row.opened, row.off)
        })
    }
}
