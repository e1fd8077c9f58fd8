//! Why a head is refused, and the answer that says so. The texts name the rule and the limit and never repeat
//! a byte of the request: one-time codes stand in paths.

use std::sync::Arc;

use bytes::Bytes;
use serde::Serialize;
use specie_wire::api::{Problem, ProblemCode, problem_type};
use uuid::Uuid;

/// Where fresh operation ids come from; handed in, as all chance is.
pub type FreshId = Arc<dyn Fn() -> Uuid + Send + Sync>;

/// A rule of the guard that a request head broke. [`Display`](std::fmt::Display) is the wire's message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No end of the head within the limit.
    #[error("The request head is larger than {bytes_max} bytes.")]
    HeadTooLarge {
        /// The limit.
        bytes_max: usize,
    },
    /// The target alone is over its limit.
    #[error("The request target is longer than {bytes_max} bytes.")]
    TargetTooLong {
        /// The limit.
        bytes_max: usize,
    },
    /// More header lines than allowed.
    #[error("The request has more than {headers_max} headers.")]
    TooManyHeaders {
        /// The limit.
        headers_max: usize,
    },
    /// The head began and did not end in time.
    #[error("The request head did not arrive within {timeout_ms} ms.")]
    HeadTooSlow {
        /// The limit.
        timeout_ms: u64,
    },
    /// The peer closed its side inside a head.
    #[error("The request head ended before its empty line.")]
    HeadCutShort,
    /// A line ended without a carriage return.
    #[error("A line of the request head ends with a bare line feed; it must end with CR LF.")]
    BareLineFeed,
    /// A carriage return without its line feed.
    #[error("The request head holds a carriage return without a line feed.")]
    BareCarriageReturn,
    /// NUL, DEL or another control byte.
    #[error("The request head holds a control byte.")]
    ControlByte,
    /// Not `METHOD target HTTP/1.1` with single spaces.
    #[error("The request line must be a method, a target and a version with one space between them.")]
    RequestLine,
    /// A method that is no token, or CONNECT.
    #[error("The request method is not one this server takes.")]
    Method,
    /// Absolute, authority or asterisk form.
    #[error("The request target must start with a slash.")]
    TargetForm,
    /// A byte that RFC 3986 wants percent-encoded, or a fragment.
    #[error("The request target holds a character that must be percent-encoded.")]
    TargetCharacter,
    /// Neither HTTP/1.0 nor HTTP/1.1.
    #[error("The request must be HTTP/1.0 or HTTP/1.1.")]
    Version,
    /// A header line that goes on in the next one.
    #[error("A header line starts with white space; folded headers are not taken.")]
    FoldedHeader,
    /// A header line without a colon.
    #[error("A header line has no colon.")]
    HeaderWithoutColon,
    /// Nothing before the colon.
    #[error("A header has an empty name.")]
    EmptyHeaderName,
    /// White space between name and colon.
    #[error("A header has white space before its colon.")]
    SpaceBeforeColon,
    /// A name with a byte outside RFC 9110's token.
    #[error("A header name holds a character that is not allowed there.")]
    HeaderName,
    /// A header that may be sent once came twice. The name is ours, from the guard's table.
    #[error("The header {0} may be sent only once.")]
    RepeatedHeader(&'static str),
    /// Two claims about the body's end.
    #[error("Content-Length and Transfer-Encoding must not be sent together.")]
    LengthAndCoding,
    /// Not plain digits, or too many of them.
    #[error("Content-Length must be plain digits, at most {digits_max} of them.")]
    ContentLength {
        /// The limit.
        digits_max: usize,
    },
    /// Anything but `chunked`, or any coding in HTTP/1.0.
    #[error("Transfer-Encoding must be exactly \"chunked\", and only in HTTP/1.1.")]
    TransferEncoding,
    /// HTTP/1.1 without a host (RFC 9112 §3.2).
    #[error("An HTTP/1.1 request must have a Host header.")]
    HostMissing,
    /// A host that is not one name or address with a port.
    #[error("The Host header must be one host name or address, with a port if need be.")]
    Host,
}

/// Whose error shape a refused request is answered in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// `/v1/` and everything that is not known to be ours: the POS envelope.
    Pos,
    /// `/api/`: a problem document (RFC 9457).
    Api,
}

impl Audience {
    /// Judges by the raw head, which may be broken or incomplete.
    pub(super) fn of_head(head: &[u8]) -> Self {
        let target = head.split(|byte| matches!(byte, b' ' | b'\r' | b'\n')).nth(1);
        match target {
            Some(target) if target.starts_with(b"/api/") => Self::Api,
            Some(_) | None => Self::Pos,
        }
    }
}

#[derive(Serialize)]
struct Envelope<'a> {
    status: Status<'a>,
}

#[derive(Serialize)]
struct Status<'a> {
    error_code: &'a str,
    status: &'a str,
    message: &'a str,
    response_code: &'a str,
    operation_id: &'a str,
}

const POS_CODE: &str = "INVALID_REQUEST";

impl Refusal {
    /// The whole answer, head and body, as it goes onto the socket.
    pub(in crate::http) fn answer(self, audience: Audience, fresh_id: Uuid) -> Bytes {
        let message = self.to_string();
        let (content_type, body) = match audience {
            Audience::Pos => ("application/json", pos_body(&message, fresh_id)),
            Audience::Api => ("application/problem+json", api_body(&message, fresh_id)),
        };
        let length = body.len();
        Bytes::from(format!(
            "HTTP/1.1 400 Bad Request\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\
             cache-control: no-store\r\nrequest-id: {fresh_id}\r\nconnection: close\r\n\r\n{body}"
        ))
    }
}

fn pos_body(message: &str, fresh_id: Uuid) -> String {
    let status = Status {
        error_code: POS_CODE,
        status: "ERROR",
        message,
        response_code: POS_CODE,
        operation_id: &fresh_id.to_string(),
    };
    serde_json::to_string(&Envelope { status }).unwrap_or_default() // Texts alone cannot fail to print.
}

fn api_body(message: &str, fresh_id: Uuid) -> String {
    let code = ProblemCode::InvalidRequest;
    let problem = Problem {
        problem_type: problem_type(code).into(),
        title: code.sentence().into(),
        status: code.http_status(),
        detail: message.to_owned().into(),
        code: code.as_str().into(),
        money_moved: Some(false),
        retry: "Do not repeat the request unchanged.".into(),
        retry_after_s: None,
        request_id: fresh_id.to_string(),
    };
    serde_json::to_string(&problem).unwrap_or_default() // As above.
}
