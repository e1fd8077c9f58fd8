//! From what came of a call to the bytes of its answer: the envelope, and the headers around it.

use serde::Serialize;
use specie_commands::{Answered, Failure, RETRY_AFTER_S};
use specie_domain::Refusal;
use specie_wire::pos::{Envelope, ErrorCode, Nothing, PosError};

use super::refusals::wire_error;
use crate::answer::{Answer, Extras, answer, put_request_id};
use crate::http::CloseSilently;

/// Why a call has no success to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Declined {
    /// The error, and what goes with it in headers.
    Error(PosError, Extras),
    /// Nobody knows: close the connection without an answer.
    Silently,
}

impl From<PosError> for Declined {
    fn from(error: PosError) -> Self {
        Self::Error(error, Extras::default())
    }
}

impl From<ErrorCode> for Declined {
    fn from(code: ErrorCode) -> Self {
        PosError::from(code).into()
    }
}

impl From<Failure> for Declined {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal, session_expires_at) => {
                let retry_after_s = retry_after_s(&refusal);
                let extras = Extras { session_expires_at, retry_after_s, ..Extras::default() };
                Self::Error(wire_error(&refusal), extras)
            }
            Failure::NotApplied => {
                let extras = Extras { retry_after_s: Some(RETRY_AFTER_S), ..Extras::default() };
                Self::Error(ErrorCode::ServiceUnavailable.into(), extras)
            }
            Failure::OutcomeUnknown => Self::Silently,
        }
    }
}

const fn retry_after_s(refusal: &Refusal) -> Option<u32> {
    if let Refusal::TooManyRequests(seconds) = refusal { Some(*seconds) } else { None }
}

/// All of a success's status but its name, which is an id of ours and needs no escape. Written as it stands: having
/// the serialiser walk it took 4% of the edge's instructions.
const SUCCESS_UP_TO_ID: &[u8] =
    br#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":""#;
/// Bytes of a usual answer.
const ANSWER_BYTES: usize = 512;

/// The envelope of a success, as [`Envelope`] has it.
fn success_json<T: Serialize>(id: &str, data: Option<&T>) -> serde_json::Result<Vec<u8>> {
    let mut json = Vec::with_capacity(ANSWER_BYTES);
    json.extend_from_slice(SUCCESS_UP_TO_ID);
    json.extend_from_slice(id.as_bytes());
    json.extend_from_slice(b"\"}");
    if let Some(data) = data {
        json.extend_from_slice(b",\"data\":");
        serde_json::to_writer(&mut json, data)?;
    }
    json.push(b'}');
    Ok(json)
}

/// Success: the data, and in headers what the core said beside the receipt.
pub(crate) fn success<T: Serialize>(id: &str, answered: Answered<Option<T>>) -> Result<Answer, Declined> {
    let extras = Extras {
        replayed: answered.replayed,
        session_expires_at: answered.session_expires_at,
        ..Extras::default()
    };
    // Texts and numbers always print; if one day they did not, the money may have moved: no answer.
    let json = success_json(id, answered.receipt.as_ref()).map_err(|_| Declined::Silently)?;
    Ok(named(200, id, json, extras))
}

/// Success of a call without data.
pub(crate) fn success_without_data<R>(id: &str, answered: Answered<R>) -> Result<Answer, Declined> {
    success::<Nothing>(id, answered.map(|_| None))
}

/// The error's envelope, or silence.
pub(crate) fn error(id: &str, declined: Declined) -> Result<Answer, CloseSilently> {
    match declined {
        Declined::Error(error, extras) => {
            let status = error.code.http_status();
            let envelope = Envelope::<Nothing>::error(id.to_owned(), error);
            let json = serde_json::to_vec(&envelope).map_err(|_| CloseSilently)?;
            Ok(named(status, id, json, extras))
        }
        Declined::Silently => Err(CloseSilently),
    }
}

/// An answer with its id and its extras in headers.
fn named(status: u16, id: &str, json: Vec<u8>, extras: Extras) -> Answer {
    let mut answer = answer(status, "application/json", json);
    extras.put_into(&mut answer);
    if !id.is_empty() {
        put_request_id(&mut answer, id);
    }
    answer
}

#[cfg(test)]
mod tests {
    use specie_domain::Time;

    use super::*;

    #[test]
    fn a_failure_is_503_only_when_surely_nothing_happened_and_silence_otherwise() {
        let busy = error("id", Failure::NotApplied.into()).unwrap();
        assert_eq!((busy.status().as_u16(), busy.headers()["retry-after"].to_str().unwrap()), (503, "1"));
        assert!(error("id", Failure::OutcomeUnknown.into()).is_err());
    }

    #[test]
    fn a_success_is_written_as_the_envelope_prints() {
        for data in [None, Some("a \"b\""), Some("")] {
            let printed = serde_json::to_vec(&Envelope::success("id".to_owned(), data)).unwrap();
            assert_eq!(success_json("id", data.as_ref()).unwrap(), printed, "{data:?}");
        }
    }

    #[test]
    fn what_goes_with_an_answer_travels_in_headers() {
        let expires = Some(Time::from_unix_ms(1_700_000_000_000));
        let answered = Answered { receipt: (), replayed: true, session_expires_at: expires };
        let answer = success_without_data("id", answered).unwrap();
        for (name, value) in [
            ("idempotent-replayed", "true"),
            ("session-expires-at", "2023-11-14T22:13:20.000Z"),
            ("request-id", "id"),
            ("content-type", "application/json"),
            ("cache-control", "no-store"),
        ] {
            assert_eq!(answer.headers()[name].to_str().unwrap(), value, "{name}");
        }
        let refused = error("id", Failure::Refused(Refusal::NotEnoughFunds, expires).into()).unwrap();
        assert_eq!(refused.headers()["session-expires-at"].to_str().unwrap(), "2023-11-14T22:13:20.000Z");
        let throttled = error("id", Failure::Refused(Refusal::TooManyRequests(7), None).into()).unwrap();
        assert_eq!(
            (throttled.status().as_u16(), throttled.headers()["retry-after"].to_str().unwrap()),
            (429, "7")
        );
    }
}
