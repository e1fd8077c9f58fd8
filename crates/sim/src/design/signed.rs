//! What a signed request proves with: pos-api.md section 3. That the signature is right was seen at the door.

use specie_domain::{Refusal, Time};

use super::answer::{Heard, refused};
use super::{Design, Request};
use crate::broken::Broken;
use crate::names::Signed;

/// How old a signed request may be.
const BACK_MS: i64 = 300_000;
/// How far ahead of our clock it may be.
const AHEAD_MS: i64 = 60_000;
/// Salts and signatures are known by the hour they were spent in, the one before and the one after; the
/// design asks for the window of the timestamps only.
const PERIOD_MS: i64 = 3_600_000;

const fn period(at: Time) -> i64 {
    at.unix_ms().div_euclid(PERIOD_MS)
}

impl Design {
    /// Salt and signature serve once, within the window, and are spent whatever comes of the request.
    pub(super) fn hear_signed(&mut self, request: &Request<'_>, signed: Signed) -> Result<Heard, Broken> {
        let age_ms = request.at.unix_ms() - signed.timestamp_s * 1000;
        let now = period(request.at);
        let is_spent =
            |spent: Option<&Vec<i64>>| spent.is_some_and(|at| at.iter().any(|at| (now - at).abs() <= 1));
        if !(-AHEAD_MS..=BACK_MS).contains(&age_ms) {
            return refused(request.outcome, "a signed request is of now", &Refusal::SignatureOutOfTime);
        }
        if is_spent(self.salts.get(&signed.salt)) {
            return refused(request.outcome, "a salt serves once", &Refusal::SaltSpent);
        }
        if is_spent(self.signatures.get(&signed.signature)) {
            return refused(request.outcome, "a signature serves once", &Refusal::SignatureSpent);
        }
        self.salts.entry(signed.salt).or_default().push(now);
        self.signatures.entry(signed.signature).or_default().push(now);
        self.hear_what(request)?;
        Ok(Heard::Changed)
    }

    /// Whether the request comes with what its key's profile asks for.
    pub(super) fn is_proved(&self, request: &Request<'_>, key: usize) -> bool {
        request.signed.is_some() || !self.keys[key].is_signed
    }
}
