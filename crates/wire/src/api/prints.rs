//! Receipts that a POS printed: what it tells of them, and what a withdrawal's timeline shows.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a receipt was brought onto paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PrintMedium {
    /// By the page's own print dialog.
    Browser,
    /// By a receipt printer, in its own language.
    Printer,
    /// As a file for a receipt printer.
    File,
}

/// `POST /pos/operations/{operation_id}/prints`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TellPrint {
    /// How it was printed.
    pub medium: PrintMedium,
    /// When, if that was before now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub printed_at: Option<String>,
}

/// A print that is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Printed {
    /// The how many-th print of its operation it is.
    pub number: u32,
    /// Whether one was told of before it.
    pub copy: bool,
}

/// A print of a withdrawal's receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimelinePrint {
    /// The how many-th it is.
    pub number: u32,
    /// Whether one was told of before it.
    pub copy: bool,
    /// When it was printed, by the POS's word.
    pub at: String,
    /// When the POS told it.
    pub told_at: String,
    /// How it was printed.
    pub medium: PrintMedium,
    /// Who answered for the till, if it is known.
    #[schema(required = true)]
    pub cashier: Option<String>,
    /// The till, if it is known.
    #[schema(required = true)]
    pub till: Option<String>,
}
