//! What goes back to hyper: a status, headers, and a body that is whole or a stream of events. Nothing of ours may be kept by a cache.

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONNECTION, CONTENT_TYPE, HeaderName, RETRY_AFTER};
use http::{HeaderValue, Response, StatusCode};
use http_body_util::{Either, Full};
use specie_domain::Time;

use crate::live::EventStream;
use crate::when::rfc3339;

/// An answer on its way to hyper: whole, or a stream of events.
pub type Answer = Response<Either<Full<Bytes>, EventStream>>;

/// An answer with `status`, of `content_type`, never kept by a cache.
pub(crate) fn answer(status: u16, content_type: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Either::Left(Full::new(body.into())));
    *answer.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// A stream, of events or of a table's lines; no proxy shall gather them, and no cache keep them.
pub(crate) fn streamed(body: EventStream, content_type: &'static str) -> Answer {
    let mut answer = Response::new(Either::Right(body));
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    answer
}

/// What travels in the headers of an answer, because the shape of its body is closed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Extras {
    /// It is the first answer to an earlier, equal request.
    pub(crate) replayed: bool,
    /// When the session's limits end it.
    pub(crate) session_expires_at: Option<Time>,
    /// Seconds to wait before the next try.
    pub(crate) retry_after_s: Option<u32>,
    /// The connection must not be used again: the rest of the request was not read.
    pub(crate) closes: bool,
}

impl Extras {
    /// Writes what there is into the headers of `answer`.
    pub(crate) fn put_into(self, answer: &mut Answer) {
        let headers = answer.headers_mut();
        if self.replayed {
            headers.insert(HeaderName::from_static("idempotent-replayed"), HeaderValue::from_static("true"));
        }
        if let Some(at) = self.session_expires_at
            && let Ok(text) = HeaderValue::try_from(rfc3339(at))
        {
            headers.insert(HeaderName::from_static("session-expires-at"), text);
        }
        if let Some(seconds) = self.retry_after_s {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        if self.closes {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
    }
}

/// Names the answer, for support and for logs.
pub(crate) fn put_request_id(answer: &mut Answer, request_id: &str) {
    if let Ok(text) = HeaderValue::from_str(request_id) {
        answer.headers_mut().insert(HeaderName::from_static("request-id"), text);
    }
}
