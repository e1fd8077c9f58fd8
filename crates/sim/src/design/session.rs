//! What every call in a session shares, closing a session, its end by its limits: pos-api.md section 5.

use specie_domain::ids::OperationId;
use specie_domain::rows::{CaseKind, EventKind};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, refused, repeated, told_expiry};
use super::cases::Known;
use super::codes::{LATE_S, OTHER_REQUEST};
use super::drawer::Cash;
use super::{Action, Design, End, LATE_FACT_S, Recalled, Request, Session, Touched};
use crate::ask::Call;
use crate::broken::Broken;

pub(super) const UNSIGNED: &str = "a key of the signed profile serves signed requests only";

/// Codes that served at a key and are still known to it.
const USED_MAX: usize = 16;

impl Design {
    /// The session of a call, or why it is not let in.
    pub(super) fn enter(&self, call: Call, request: &Request<'_>) -> Result<usize, (&'static str, Refusal)> {
        const LATE: &str = "facts are accepted for 24 hours after a session's end";
        let number = self.enter_at_any_time(call, request)?;
        if self.is_too_late(number, request.at) { Err((LATE, Refusal::SessionNotFound)) } else { Ok(number) }
    }

    /// The same however long ago it ended.
    pub(super) fn enter_at_any_time(
        &self,
        call: Call,
        request: &Request<'_>,
    ) -> Result<usize, (&'static str, Refusal)> {
        if !self.is_proved(request, call.key) {
            return Err((UNSIGNED, Refusal::KeyNotKnown));
        }
        if self.keys[call.key].revoked {
            return Err(("a revoked key posts nothing", Refusal::KeyNotKnown));
        }
        let Some(number) = self.session_of(call.operation) else {
            return Err(("an operation that is not known has no session", Refusal::SessionNotFound));
        };
        let session = &self.sessions[number];
        let not_found = |rule| Err((rule, Refusal::SessionNotFound));
        if session.key != call.key {
            return not_found("a token is good with its own key only");
        }
        if session.token != call.token {
            return not_found("a session is entered with its own token only");
        }
        if call.phone.is_some_and(|phone| phone != session.customer) {
            return not_found("a phone number that is sent is the session's");
        }
        Ok(number)
    }

    /// Whether the session ended so long ago that facts move nothing any more.
    pub(super) fn is_too_late(&self, number: usize, now: Time) -> bool {
        self.sessions[number].ended_at(now).is_some_and(|ended_at| now >= ended_at.plus_s(LATE_FACT_S))
    }

    /// An accepted call: the idle limit counts from it, while the session lives.
    pub(super) fn touch(&mut self, session: usize, now: Time) {
        let session = &mut self.sessions[session];
        if session.ended_at(now).is_none() {
            session.last_call_at = session.last_call_at.max(now);
        }
    }

    /// What the caller, who is in this session, is told of its limits.
    pub(super) fn told_limits(&self, request: &Request<'_>, session: usize) -> Result<(), Broken> {
        let session = &self.sessions[session];
        let lives = session.ended_at(request.at).is_none();
        told_expiry(request.outcome, lives.then(|| session.expires_at()))
    }

    pub(super) fn logout(&mut self, request: &Request<'_>, call: Call) -> Result<Heard, Broken> {
        const RULE: &str = "a logout closes the session and pays what is still held, once";
        let number = match self.enter(call, request) {
            Ok(number) => number,
            Err(why) => return self.not_let_in(request, call, Some(Known::LoggedOut), &why),
        };
        if let Recalled::OtherRequest = self.recall(request) {
            return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
        }
        if let End::LoggedOut(_) = self.sessions[number].end {
            self.told_limits(request, number)?;
            return repeated(request.outcome, "a repeated logout is answered again", &Receipt::SessionClosed)
                .map(|_| Heard::Nothing);
        }
        let receipt = done(request.outcome, RULE)?;
        if *receipt != Receipt::SessionClosed {
            return Err(another(RULE, receipt));
        }
        self.confirm_cash(number);
        if let Action::Withdrawal(_) = self.sessions[number].action {
            self.case_hears(number, Known::LoggedOut, 0, request.at);
        }
        self.leave(number, request.at);
        let session = &mut self.sessions[number];
        session.end = End::LoggedOut(session.ended_at(request.at).unwrap_or(request.at));
        self.remember(request, receipt.clone());
        self.told_limits(request, number)?;
        Ok(Heard::Changed)
    }

    /// What is still held left the drawer; a deposit that stands is final.
    fn confirm_cash(&mut self, number: usize) {
        let Session { action, pos, .. } = self.sessions[number];
        match action {
            Action::None | Action::Barred => {}
            Action::Withdrawal(mut withdrawal) => {
                let before = withdrawal;
                let (held, currency) = (withdrawal.held, withdrawal.currency);
                self.move_money(Touched::Pending(pos, currency), Touched::Position(pos, currency), held);
                if held > 0 {
                    self.told.push((EventKind::WithdrawalCompleted, Some(held)));
                }
                withdrawal.paid += held;
                withdrawal.held = 0;
                self.sessions[number].action = Action::Withdrawal(withdrawal);
                self.cash_moves(number, &before, Cash { paid: held, ..Cash::default() });
                self.fees_follow(number, before);
            }
            Action::Deposit(deposit) => {
                let left = deposit.amount - deposit.returned - deposit.short;
                if left > 0 {
                    self.told.push((EventKind::DepositCompleted, Some(left)));
                }
            }
        }
    }

    /// The limits have passed: nothing moves, what is held stays held.
    pub(super) fn expire(&mut self, request: &Request<'_>, operation: OperationId) -> Result<Heard, Broken> {
        const RULE: &str = "the sweep is answered";
        if *done(request.outcome, RULE)? != Receipt::Done {
            return Err(Broken::new(RULE, format!("{:?}", request.outcome)));
        }
        let Some(number) = self.session_of(operation) else {
            return Ok(Heard::Nothing);
        };
        let session = &mut self.sessions[number];
        let expires_at = session.expires_at();
        if session.end != End::Open || request.at < expires_at {
            return Ok(Heard::Nothing);
        }
        session.end = End::Expired(expires_at);
        if let Action::Withdrawal(withdrawal) = session.action
            && withdrawal.held > 0
        {
            self.told.push((EventKind::WithdrawalUnconfirmed, Some(withdrawal.held)));
            let about = (CaseKind::Unconfirmed, Some((withdrawal.held, withdrawal.currency)));
            self.case_opens(number, about, Known::Expired);
        } else {
            self.leave(number, request.at);
        }
        Ok(Heard::Changed)
    }

    /// A session that is over and settled: its code is known to the key it served at, the latest sixteen there.
    fn leave(&mut self, number: usize, now: Time) {
        let Session { key, customer, code, .. } = self.sessions[number];
        self.wallets[customer].sessions.retain(|session| *session != number);
        self.wallets[customer].codes.retain(|known| *known != code);
        let (digits, until) = (self.codes[code].digits, self.codes[code].expires_at.plus_s(LATE_S));
        let used = &mut self.keys[key].used;
        used.retain(|(_, _, until)| now < *until);
        if used.len() == USED_MAX {
            used.remove(0);
        }
        used.push((customer, digits, until));
    }
}
