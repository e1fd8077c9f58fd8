//! The envelope of every answer on the POS wire, its members in the order the source page prints them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::codes::PosError;

/// The data of an answer that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nothing {}

/// An answer: its status and, on success of a call that has any, its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope<T> {
    /// How it went.
    pub status: Status,
    /// What came of it; absent, not null, where there is nothing.
    #[serde(skip_serializing_if = "Option::is_none", default = "Option::default")]
    pub data: Option<T>,
}

/// Success or error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Verdict {
    /// It was done.
    Success,
    /// It was not.
    Error,
}

/// How it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Status {
    /// The error's code; empty on success.
    #[schema(value_type = String)]
    pub error_code: Cow<'static, str>,
    /// Success or error.
    pub status: Verdict,
    /// What was wrong and what to do; empty on success.
    #[schema(value_type = String)]
    pub message: Cow<'static, str>,
    /// The error's code again; empty on success.
    #[schema(value_type = String)]
    pub response_code: Cow<'static, str>,
    /// Fresh for every answer; empty for an echo.
    pub operation_id: String,
}

impl<T> Envelope<T> {
    /// Success with `data`, named `operation_id`.
    #[must_use]
    pub const fn success(operation_id: String, data: Option<T>) -> Self {
        let status = Status {
            error_code: Cow::Borrowed(""),
            status: Verdict::Success,
            message: Cow::Borrowed(""),
            response_code: Cow::Borrowed(""),
            operation_id,
        };
        Self { status, data }
    }

    /// An error, named `operation_id`.
    #[must_use]
    pub fn error(operation_id: String, error: PosError) -> Self {
        let code = Cow::Borrowed(error.code.as_str());
        let status = Status {
            error_code: code.clone(),
            status: Verdict::Error,
            message: error.message,
            response_code: code,
            operation_id,
        };
        Self { status, data: None }
    }
}
