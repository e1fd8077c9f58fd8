//! Arming and cancelling codes: cash-lifecycle.md section 5.

use specie_domain::ids::CodeId;
use specie_domain::outcome::{CodeArmed, Limit, Thing};
use specie_domain::rows::Purpose;
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, refused, repeated};
use super::{Design, Quoted, Recalled, Request};
use crate::ask::{Approval, Ask};
use crate::broken::Broken;

/// Width of the window a code lives in.
const WINDOW_S: u32 = 30;
/// With less than this left of a window, a code is made for the next one.
const NEXT_WINDOW_UNDER_MS: i64 = 5_000;
/// How long a code's digits are known after its end.
pub(super) const LATE_S: i64 = 120;
/// Codes of one wallet that are recognised; the design says nothing of a bound, the core has this one.
const RECOGNISED_MAX: usize = 16;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Armed,
    /// It opened this session.
    Used(usize),
    Cancelled,
}

#[derive(Debug, Clone)]
pub(super) struct Code {
    pub(super) id: CodeId,
    pub(super) digits: u32,
    pub(super) purpose: Purpose,
    pub(super) pos: Option<usize>,
    pub(super) approval: Approval,
    pub(super) valid_from: Time,
    pub(super) expires_at: Time,
    pub(super) state: State,
    /// It was not armed: an offline device showed it.
    pub(super) offline: bool,
    /// What the customer was told it costs.
    pub(super) quoted: Quoted,
    /// Wrong digits against it, by key.
    pub(super) wrong: Vec<(usize, u32)>,
}

impl Code {
    pub(super) fn is_armed(&self, now: Time) -> bool {
        self.state == State::Armed && now < self.expires_at
    }

    pub(super) fn is_bound(&self) -> bool {
        let sum_is_bound = self.approval != Approval::Any || self.purpose == Purpose::Deposit;
        self.pos.is_some() && sum_is_bound
    }
}

/// When a code armed at `at` is good: the rest of its half-minute, or the whole next one.
fn window(at: Time) -> (Time, Time) {
    let end = at.window_start(WINDOW_S).plus_s(i64::from(WINDOW_S));
    if end.ms_since(at) < NEXT_WINDOW_UNDER_MS { (end, end.plus_s(i64::from(WINDOW_S))) } else { (at, end) }
}

impl Design {
    pub(super) fn arm(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        let Ask::Arm { customer, pos, purpose, approval } = *request.ask else {
            return Ok(Heard::Nothing);
        };
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => return self.arm_again(request, customer, &first),
            Recalled::Nothing => {}
        }
        if let Some((rule, refusal)) = self.why_not_armed(request.ask, request.at) {
            return refused(request.outcome, rule, &refusal);
        }
        const RULE: &str = "a code lives in one window, the next one when under five seconds are left";
        let receipt = done(request.outcome, RULE)?;
        let Receipt::CodeArmed(armed) = receipt else {
            return Err(another(RULE, receipt));
        };
        let before = self.newest(customer).filter(|before| self.codes[*before].state == State::Armed);
        let candidate = self.candidate(request, before);
        let (valid_from, expires_at) = window(request.at);
        let code_id = armed.code_id;
        let quoted = self.quoted(request.ask, request.at);
        let quote = self.quote(quoted);
        if *armed != (CodeArmed { code_id, candidate, valid_from, expires_at, quote }) {
            return Err(Broken::new(RULE, format!("armed at {:?}: {armed:?}", request.at)));
        }
        if let Some(before) = before {
            self.codes[before].state = State::Cancelled;
        }
        let digits = request.digits[usize::from(candidate)];
        self.codes.push(Code {
            id: code_id,
            digits,
            purpose,
            pos,
            approval,
            valid_from,
            expires_at,
            state: State::Armed,
            offline: false,
            quoted,
            wrong: Vec::new(),
        });
        self.recognise(customer, request.at);
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    /// A repeat gets fresh digits for the same arming, as long as it is good.
    fn arm_again(
        &mut self,
        request: &Request<'_>,
        customer: usize,
        first: &Receipt,
    ) -> Result<Heard, Broken> {
        const RULE: &str = "a repeated arming gets fresh digits for the same code";
        let Receipt::CodeArmed(first) = first else {
            return Err(another(RULE, first));
        };
        let current = self.newest(customer).filter(|newest| {
            self.codes[*newest].is_armed(request.at) && self.codes[*newest].id == first.code_id
        });
        let Some(current) = current else {
            return refused(
                request.outcome,
                "a code that is gone is not armed again by a repeat",
                &Refusal::CodeNoLongerArmed,
            );
        };
        let candidate = self.candidate(request, Some(current));
        repeated(request.outcome, RULE, &Receipt::CodeArmed(CodeArmed { candidate, ..first.clone() }))?;
        self.codes[current].digits = request.digits[usize::from(candidate)];
        Ok(Heard::Changed)
    }

    /// Arming again gives other digits: the first candidate that differs from the code before.
    fn candidate(&self, request: &Request<'_>, before: Option<usize>) -> u8 {
        u8::from(before.is_some_and(|before| self.codes[before].digits == request.digits[0]))
    }

    fn newest(&self, customer: usize) -> Option<usize> {
        self.wallets[customer].codes.last().copied()
    }

    fn why_not_armed(&self, ask: &Ask, now: Time) -> Option<(&'static str, Refusal)> {
        let Ask::Arm { customer, pos, purpose, approval } = *ask else {
            return None;
        };
        if self.wallets[customer].frozen {
            return Some(("no code is armed for a frozen wallet", Refusal::WalletDisabled));
        }
        if let Some(why) = self.why_rests(customer, purpose, now) {
            return Some(why);
        }
        let sum_is_bound = approval != Approval::Any || purpose == Purpose::Deposit;
        let is_bound = pos.is_some() && sum_is_bound;
        if !self.open_codes && !is_bound {
            return Some(("an open code needs the operator's leave", Refusal::Unacceptable(Limit::OpenCode)));
        }
        let currency = match approval {
            Approval::Exactly(currency, minor) | Approval::UpTo(currency, minor) => {
                if minor <= 0 {
                    return Some(("an approved sum is positive", Refusal::Unacceptable(Limit::Positive)));
                }
                currency
            }
            Approval::Any => return None,
        };
        if purpose == Purpose::Withdraw && self.wallets[customer].balances[currency].is_none() {
            return Some(("a code to withdraw names an account", Refusal::NotFound(Thing::Account)));
        }
        if pos.is_some_and(|pos| !self.places[pos].serves[currency]) {
            return Some((NOT_SERVED, Refusal::CurrencyNotServed(self.currencies[currency])));
        }
        None
    }

    /// Adds the newest code to those recognised.
    fn recognise(&mut self, customer: usize, now: Time) {
        self.make_room(customer, now);
        let newest = self.codes.len() - 1;
        self.wallets[customer].codes.push(newest);
    }

    /// Adds a code that was not armed, before the one that may be.
    pub(super) fn recognise_unarmed(&mut self, customer: usize, now: Time, code: usize) {
        self.make_room(customer, now);
        let known = &mut self.wallets[customer].codes;
        known.insert(known.len().saturating_sub(1), code);
    }

    /// Codes past their late time are forgotten, and the first of too many.
    fn make_room(&mut self, customer: usize, now: Time) {
        let codes = &self.codes;
        let known = &mut self.wallets[customer].codes;
        known.retain(|code| now < codes[*code].expires_at.plus_s(LATE_S));
        if known.len() >= RECOGNISED_MAX {
            known.remove(0);
        }
    }

    pub(super) fn cancel(&mut self, request: &Request<'_>, customer: usize) -> Result<Heard, Broken> {
        const RULE: &str = "a code that is armed is cancelled, another is not found";
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => {
                return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
            }
            Recalled::Nothing => {}
        }
        let current = self.newest(customer).filter(|newest| self.codes[*newest].is_armed(request.at));
        let Some(current) = current else {
            return refused(request.outcome, RULE, &Refusal::NotFound(Thing::Code));
        };
        let receipt = done(request.outcome, RULE)?;
        self.codes[current].state = State::Cancelled;
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }
}

pub(super) const OTHER_REQUEST: &str = "an idempotency value serves one request";
pub(super) const NOT_SERVED: &str = "a POS handles the currencies it serves";
pub(super) const SAME_ANSWER: &str = "the same keys give the same answer";
