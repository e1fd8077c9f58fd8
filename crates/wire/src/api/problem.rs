//! The problem document (RFC 9457) with our members: the code, whether money moved, what to do, the request's id.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::codes::ProblemCode;

/// An error of our own API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Where the docs speak of it, relative to the server.
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    pub problem_type: Cow<'static, str>,
    /// The same for every problem of this code.
    #[schema(value_type = String)]
    pub title: Cow<'static, str>,
    /// The HTTP status.
    pub status: u16,
    /// What was wrong this time.
    #[schema(value_type = String)]
    pub detail: Cow<'static, str>,
    /// The code, for ever.
    #[schema(value_type = String)]
    pub code: Cow<'static, str>,
    /// Whether the request moved money; null when nobody knows yet.
    #[schema(required = true)]
    pub money_moved: Option<bool>,
    /// What to do now.
    #[schema(value_type = String)]
    pub retry: Cow<'static, str>,
    /// Seconds to wait before that, where waiting helps.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[schema(nullable = false)]
    pub retry_after_s: Option<u32>,
    /// Names this answer, for support.
    pub request_id: String,
}

/// Where the docs speak of a code.
#[must_use]
pub fn problem_type(code: ProblemCode) -> String {
    format!("/errors/{}", code.as_str())
}
