//! Receipts that were printed: counted one by one, and nothing moves.

use specie_domain::ids::TillSessionId;
use specie_domain::rows::{EventKind, PRINTS_KEPT_MAX, Print, Prints};
use specie_domain::{Receipt, Refusal};

use super::answer::{Heard, done, refused, repeated, told_expiry};
use super::codes::{OTHER_REQUEST, SAME_ANSWER};
use super::{Design, Recalled, Request};
use crate::ask::Ask;
use crate::broken::Broken;

const COUNTED: &str = "the first print that is told is the original, each after it the next copy";

impl Design {
    pub(super) fn print(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        let Ask::Print { call, medium, printed_at } = *request.ask else {
            return Ok(Heard::Nothing);
        };
        told_expiry(request.outcome, None)?;
        let number = match self.enter_at_any_time(call, request) {
            Ok(number) => number,
            Err((rule, refusal)) => return refused(request.outcome, rule, &refusal),
        };
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => {
                return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
            }
            Recalled::Nothing => {}
        }
        let session = &self.sessions[number];
        let printed_at = printed_at.max(session.opened_at).min(request.at);
        let till = self.keys[session.key].serves.map(|till| &self.till_sessions[till]);
        let till = till.filter(|till| till.is_open && opened_ms(till.id) <= printed_at.unix_ms());
        let till_session_id = till.map(|till| till.id);
        let (count, kept) = self.prints.entry(call.operation).or_default();
        *count += 1;
        let receipt = Receipt::Printed(*count);
        if kept.len() < PRINTS_KEPT_MAX {
            kept.push(Print { printed_at, told_at: request.at, medium, till_session_id });
            self.told.push((EventKind::ReceiptPrinted, None));
        }
        let told = done(request.outcome, COUNTED)?;
        if *told != receipt {
            return Err(Broken::new(COUNTED, format!("should be {receipt:?}, was {told:?}")));
        }
        self.remember(request, receipt);
        Ok(Heard::Changed)
    }

    /// Whether these are the prints of their operation.
    pub(crate) fn has_prints(&self, row: &Prints) -> bool {
        self.prints
            .get(&row.operation_id)
            .is_some_and(|(count, kept)| *count == row.count && *kept == row.kept)
    }
}

/// When a till session was opened: its id says so, Unix milliseconds.
fn opened_ms(id: TillSessionId) -> i64 {
    i64::try_from(id.as_u128() >> 80).unwrap_or(i64::MAX)
}
