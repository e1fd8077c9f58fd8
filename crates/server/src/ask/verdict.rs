//! What an answer means to whoever asked: done, refused, failed, or unknown. Unknown is everything after which the
//! server may have done it: a connection closed without an answer, a problem that says so, and any answer that is
//! none of a Specie server's own (a proxy in between gave up). Reads the POS wire and our own API alike.

use http::StatusCode;
use serde_json::Value;
use specie_client::{ClientError, Reply};

use crate::stopped::Stopped;
use crate::terminal::say;

/// What an answer means.
pub(crate) enum Verdict {
    /// It was done, or read.
    Done(Reply),
    /// A lawful no: the answer, its code and its sentence.
    Refused(Reply, String),
    /// Surely nothing was done by this request, and nobody judged it.
    Failed(String),
    /// It may have been done.
    Unknown(String),
}

/// The problem code by which our own API says so.
const OUTCOME_UNKNOWN: &str = "outcome_unknown";
/// Codes given before a request is judged: they say nothing of what an earlier one with the same keys did.
const AT_THE_DOOR: [&str; 5] = [
    "ERROR_TOO_MANY_REQUESTS",
    "MISSING_AUTHENTICATION_HEADERS",
    "UNAUTHENTICATED_API_CALL",
    "too_many_requests",
    "unauthenticated",
];

/// The code of a refusal on either interface; empty when the answer has none.
fn code(reply: &Reply) -> &str {
    let on_the_pos_wire = reply.error_code();
    if on_the_pos_wire.is_empty() { reply.text_at("/code") } else { on_the_pos_wire }
}

fn sentence(reply: &Reply) -> String {
    let (message, detail) = (reply.text_at("/status/message"), reply.text_at("/detail"));
    let said = if message.is_empty() { detail } else { message };
    format!("{} (HTTP {}): {said}", code(reply), reply.status.as_u16())
}

impl Verdict {
    /// What this answer, or its absence, means.
    pub(crate) fn of(answer: Result<Reply, ClientError>) -> Self {
        let reply = match answer {
            Ok(reply) => reply,
            Err(why @ (ClientError::Malformed(_) | ClientError::NotSent(_))) => {
                return Self::Failed(why.to_string());
            }
            Err(ClientError::OutcomeUnknown(why)) => return Self::Unknown(why),
        };
        let is_ours = !code(&reply).is_empty();
        if reply.is_success() && (reply.body.is_object() || reply.status == StatusCode::NO_CONTENT) {
            return Self::Done(reply);
        }
        if is_ours && code(&reply) != OUTCOME_UNKNOWN {
            return match reply.status {
                StatusCode::INTERNAL_SERVER_ERROR => Self::Failed(sentence(&reply)),
                _ => Self::Refused(reply.clone(), sentence(&reply)),
            };
        }
        let status = reply.status.as_u16();
        let surely_not_done = reply.status.is_client_error() && reply.status != StatusCode::REQUEST_TIMEOUT;
        match (is_ours, surely_not_done) {
            (true, _) => Self::Unknown(sentence(&reply)),
            (false, true) => Self::Failed(format!("HTTP {status}, and not from a Specie server")),
            (false, false) => Self::Unknown(format!("HTTP {status}, and not from a Specie server")),
        }
    }

    /// Whether it also tells what became of an earlier request with the same keys.
    pub(crate) fn settles_earlier(&self) -> bool {
        match self {
            Self::Done(_) => true,
            Self::Refused(reply, _) => {
                reply.status != StatusCode::SERVICE_UNAVAILABLE && !AT_THE_DOOR.contains(&code(reply))
            }
            Self::Failed(_) | Self::Unknown(_) => false,
        }
    }

    /// The answer of what was done; `repeat` says how to repeat what nobody knows of. As JSON, a refusal goes to
    /// standard output as well.
    pub(crate) fn settle(self, as_json: bool, repeat: &str) -> Result<Reply, Stopped> {
        match self {
            Self::Done(reply) => Ok(reply),
            Self::Refused(reply, why) => {
                if as_json {
                    say(&pretty(&reply));
                }
                Err(Stopped::refused(why))
            }
            Self::Failed(why) => Err(Stopped::failed(why)),
            Self::Unknown(why) => Err(Stopped::unknown(format_args!("outcome unknown: {repeat} ({why})"))),
        }
    }
}

/// The server's JSON as it came: numbers stay exact.
pub(crate) fn pretty(reply: &Reply) -> String {
    if reply.body == Value::Null { "{}".to_owned() } else { reply.text.clone() }
}

#[cfg(test)]
mod tests {
    use http::HeaderMap;

    use super::*;

    fn reply(status: u16, text: &str) -> Result<Reply, ClientError> {
        Ok(Reply::new(StatusCode::from_u16(status).unwrap(), HeaderMap::new(), text.to_owned()))
    }

    #[test]
    fn only_what_surely_did_not_happen_is_called_refused_or_failed() {
        let pos = |code: &str| format!(r#"{{"status":{{"error_code":"{code}","message":"why"}}}}"#);
        let api = |code: &str| format!(r#"{{"code":"{code}","detail":"why"}}"#);
        let table = [
            (reply(200, r#"{"status":{"error_code":""}}"#), "done"),
            (reply(204, ""), "done"),
            (reply(400, &pos("NOT_ENOUGH_FUNDS")), "refused"),
            (reply(503, &pos("ERROR_SERVICE_UNAVAILABLE")), "refused"),
            (reply(404, &api("wallet_not_found")), "refused"),
            (reply(500, &api("internal")), "failed"),
            (reply(504, &api("outcome_unknown")), "unknown"),
            (reply(404, "<html>"), "failed"),
            (reply(408, ""), "unknown"),
            (reply(502, "<html>"), "unknown"),
            (reply(200, "<html>"), "unknown"),
            (Err(ClientError::NotSent(String::new())), "failed"),
            (Err(ClientError::OutcomeUnknown(String::new())), "unknown"),
        ];
        for (place, (answer, expected)) in table.into_iter().enumerate() {
            let found = match Verdict::of(answer) {
                Verdict::Done(_) => "done",
                Verdict::Refused(_, _) => "refused",
                Verdict::Failed(_) => "failed",
                Verdict::Unknown(_) => "unknown",
            };
            assert_eq!(found, expected, "row {place}");
        }
    }

    #[test]
    fn a_refusal_at_the_door_does_not_settle_what_an_earlier_request_did() {
        let refused = |status: u16, code: &str| {
            Verdict::of(reply(status, &format!(r#"{{"status":{{"error_code":"{code}"}}}}"#)))
                .settles_earlier()
        };
        assert!(refused(400, "NOT_ENOUGH_FUNDS") && refused(401, "ERROR_SESSION_EXPIRED"));
        assert!(!refused(401, "UNAUTHENTICATED_API_CALL") && !refused(429, "ERROR_TOO_MANY_REQUESTS"));
        assert!(!refused(503, "ERROR_SERVICE_UNAVAILABLE"));
    }
}
