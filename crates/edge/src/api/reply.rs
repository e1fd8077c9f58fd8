//! What a handler says when it went well.

use std::sync::{Arc, Mutex, PoisonError};

use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::HeaderValue;
use http::header::SET_COOKIE;
use serde::Serialize;
use specie_commands::Answered;

use super::problems::Refused;
use crate::answer::{Answer, Extras, answer, streamed};
use crate::live::EventStream;
use specie_wire::api::ProblemCode;

/// A success on its way to the wire.
#[derive(Clone)]
pub(crate) struct Reply {
    status: u16,
    json: Option<Bytes>,
    extras: Extras,
    cookie: Option<HeaderValue>,
}

impl Reply {
    /// 200 with `shape`, of a read.
    pub(crate) fn read<T: Serialize>(shape: &T) -> Result<Self, Refused> {
        json(shape, ProblemCode::Internal).map(|json| Self::with(200, json, Extras::default()))
    }

    /// `status` with `shape`, of what was done just now.
    pub(crate) fn made<T: Serialize>(status: u16, shape: &T) -> Result<Self, Refused> {
        json(shape, ProblemCode::OutcomeUnknown).map(|json| Self::with(status, json, Extras::default()))
    }

    /// 204 of what has no receipt.
    pub(crate) const fn done_silently() -> Self {
        let extras = Extras { replayed: false, session_expires_at: None, retry_after_s: None, closes: false };
        Self { status: 204, json: None, extras, cookie: None }
    }

    /// The same with a cookie to set or to remove.
    pub(crate) fn with_cookie(self, cookie: Option<HeaderValue>) -> Self {
        Self { cookie, ..self }
    }

    /// `status` with the shape that `show` makes of a receipt.
    pub(crate) fn done<R, T: Serialize>(
        status: u16,
        answered: Answered<R>,
        show: impl FnOnce(R) -> T,
    ) -> Result<Self, Refused> {
        let extras = extras(&answered);
        let json = json(&show(answered.receipt), ProblemCode::OutcomeUnknown)?;
        Ok(Self::with(status, json, extras))
    }

    /// 204: done, and nothing to tell.
    pub(crate) fn nothing<R>(answered: &Answered<R>) -> Self {
        Self { status: 204, json: None, extras: extras(answered), cookie: None }
    }

    /// The same with what travels in headers.
    pub(crate) fn with_extras(self, extras: Extras) -> Self {
        Self { extras, ..self }
    }

    const fn with(status: u16, json: Bytes, extras: Extras) -> Self {
        Self { status, json: Some(json), extras, cookie: None }
    }

    /// What it says, for one who goes on with it instead of sending it.
    pub(super) fn json(&self) -> &[u8] {
        self.json.as_deref().unwrap_or_default()
    }

    /// The answer.
    pub(super) fn into_answer(self) -> Answer {
        let has_body = self.json.is_some();
        let mut answer = answer(self.status, "application/json", self.json.unwrap_or_default());
        if !has_body {
            answer.headers_mut().remove(http::header::CONTENT_TYPE);
        }
        self.extras.put_into(&mut answer);
        if let Some(cookie) = self.cookie {
            answer.headers_mut().insert(SET_COOKIE, cookie);
        }
        answer
    }
}

fn extras<R>(answered: &Answered<R>) -> Extras {
    Extras {
        replayed: answered.replayed,
        session_expires_at: answered.session_expires_at,
        ..Extras::default()
    }
}

/// Our shapes always print; if one day one did not, the caller reads `otherwise`.
fn json<T: Serialize>(shape: &T, otherwise: ProblemCode) -> Result<Bytes, Refused> {
    serde_json::to_vec(shape).map(Bytes::from).map_err(|_| otherwise.into())
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(self);
        response
    }
}

/// A stream of events on its way to the wire. What travels beside a response can be copied, a stream cannot: so it is
/// taken out of here once.
#[derive(Clone)]
pub(crate) struct Streamed(Arc<Mutex<Option<EventStream>>>, &'static str);

impl Streamed {
    /// Events as they happen.
    pub(crate) fn new(body: EventStream) -> Self {
        Self::of(body, "text/event-stream")
    }

    /// Something else that is told bit by bit.
    pub(crate) fn of(body: EventStream, content_type: &'static str) -> Self {
        Self(Arc::new(Mutex::new(Some(body))), content_type)
    }

    /// The answer; without a stream when it was taken before, which nobody does.
    pub(super) fn into_answer(self) -> Answer {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(body) => streamed(body, self.1),
            None => answer(500, "text/plain; charset=utf-8", ""),
        }
    }
}

impl IntoResponse for Streamed {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(self);
        response
    }
}
