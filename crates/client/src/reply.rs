//! An answer as it came: status, headers, the text of the body and the JSON in it.

use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::pos::Session;

/// What the server answered.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came; numbers in it are exact only here.
    pub text: String,
    /// The body as JSON; null when it is none.
    pub body: Value,
}

impl Reply {
    /// Reads the body once; a body that is no JSON is null.
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, text: String) -> Self {
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        Self { status, headers, text, body }
    }

    /// Whether the HTTP status says so.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.status.is_success()
    }

    /// The text at a JSON pointer (RFC 6901); empty when there is none.
    #[must_use]
    pub fn text_at(&self, pointer: &str) -> &str {
        self.body.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// The header's value; empty when there is none.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// `status.error_code` of the POS wire; empty on success.
    #[must_use]
    pub fn error_code(&self) -> &str {
        self.text_at("/status/error_code")
    }

    /// `data.transaction_id` of the POS wire; empty when there is none.
    #[must_use]
    pub fn transaction_id(&self) -> &str {
        self.text_at("/data/transaction_id")
    }

    /// The session that a login opened, for `phone_number`.
    #[must_use]
    pub fn session(&self, phone_number: &str) -> Option<Session> {
        let (token_id, operation_id) = (self.text_at("/data/token_id"), self.text_at("/data/operation_id"));
        let is_open = self.is_success() && !token_id.is_empty() && !operation_id.is_empty();
        is_open.then(|| Session {
            token_id: token_id.to_owned(),
            operation_id: operation_id.to_owned(),
            phone_number: Some(phone_number.to_owned()),
        })
    }
}
