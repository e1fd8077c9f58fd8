//! Comparing what the design says with what the core answered.

use specie_domain::{Outcome, Receipt, Refusal, Time};

use crate::broken::Broken;

/// What the design says of a request whose answer was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// It changed nothing, and must not be in the journal.
    Nothing,
    /// It was refused and counted, and must be in the journal.
    Counted,
    /// It changed something, and must be in the journal.
    Changed,
    /// It may have changed when the session was last called, or nothing.
    Perhaps,
}

/// The core must refuse: `rule` says why.
pub(super) fn refused(outcome: &Outcome, rule: &'static str, refusal: &Refusal) -> Result<Heard, Broken> {
    match &outcome.result {
        Err(told) if is_same_refusal(told, refusal) => Ok(Heard::Nothing),
        other => {
            Err(Broken::new(rule, format!("should be refused with {refusal:?}, was answered {other:?}")))
        }
    }
}

/// The seconds to wait that a throttled caller is told are not in the design, and the design knows keys by numbers.
fn is_same_refusal(told: &Refusal, refusal: &Refusal) -> bool {
    let is_same_kind = matches!(
        (told, refusal),
        (Refusal::TooManyRequests(_), Refusal::TooManyRequests(_))
            | (Refusal::LastAdminKey(_), Refusal::LastAdminKey(_))
    );
    is_same_kind || told == refusal
}

/// As [`refused`], and it must have been counted durably.
pub(super) fn counted(outcome: &Outcome, rule: &'static str, refusal: &Refusal) -> Result<Heard, Broken> {
    refused(outcome, rule, refusal).map(|_| Heard::Counted)
}

/// The core must have done it now, not before; its receipt.
pub(super) fn done<'a>(outcome: &'a Outcome, rule: &'static str) -> Result<&'a Receipt, Broken> {
    match &outcome.result {
        Ok(receipt) if !outcome.replayed => Ok(receipt),
        other => {
            let replayed = if outcome.replayed { "as a repeat " } else { "" };
            Err(Broken::new(rule, format!("should be done now, was answered {replayed}{other:?}")))
        }
    }
}

/// The core must give the first answer again.
pub(super) fn repeated(outcome: &Outcome, rule: &'static str, first: &Receipt) -> Result<Heard, Broken> {
    match &outcome.result {
        Ok(receipt) if outcome.replayed && receipt == first => Ok(Heard::Perhaps),
        other => {
            let as_new = if outcome.replayed { "" } else { "as new " };
            let detail = format!("should be answered again with {first:?}, was answered {as_new}{other:?}");
            Err(Broken::new(rule, detail))
        }
    }
}

/// A receipt of another verb.
pub(super) fn another(rule: &'static str, receipt: &Receipt) -> Broken {
    Broken::new(rule, format!("was answered with the receipt of another verb: {receipt:?}"))
}

/// The core must tell when the session's limits end it.
pub(super) fn told_expiry(outcome: &Outcome, expires_at: Option<Time>) -> Result<(), Broken> {
    if outcome.session_expires_at == expires_at {
        Ok(())
    } else {
        Err(Broken::new(
            "a caller is told when the session's limits end it",
            format!("should be {expires_at:?}, was {:?}", outcome.session_expires_at),
        ))
    }
}
