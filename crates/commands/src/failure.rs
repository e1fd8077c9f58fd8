//! Why a call has no receipt.

use specie_domain::{Refusal, Time};

/// Seconds after which a caller who was not served may try again.
pub const RETRY_AFTER_S: u32 = 1;

/// Why a call has no receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// A lawful no; the session it was in lives until then, if it does.
    Refused(Refusal, Option<Time>),
    /// Surely nothing happened: overload, drain, a full disk, or ten seconds in the queue.
    NotApplied,
    /// It may have happened: close the connection without an answer.
    OutcomeUnknown,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal, None)
    }
}

/// A receipt, and what goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered<T> {
    /// The receipt.
    pub receipt: T,
    /// It is the first answer to an earlier, equal request.
    pub replayed: bool,
    /// When the session's limits end it, if it lives.
    pub session_expires_at: Option<Time>,
}

impl<T> Answered<T> {
    /// The same answer with another receipt.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Answered<U> {
        Answered {
            receipt: change(self.receipt),
            replayed: self.replayed,
            session_expires_at: self.session_expires_at,
        }
    }
}
