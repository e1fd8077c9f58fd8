//! Receipts that a POS printed of an operation, as it tells them.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::{OperationId, TillSessionId};
use crate::time::Time;

/// Prints of one operation that are kept one by one; what is beyond them is only counted.
pub const PRINTS_KEPT_MAX: usize = 20;

/// How a receipt was brought onto paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum PrintMedium {
    /// By the page's own print dialog.
    Browser,
    /// By a receipt printer, in its own language.
    Printer,
    /// As a file for a receipt printer.
    File,
}

impl PrintMedium {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Printer => "printer",
            Self::File => "file",
        }
    }
}

/// One print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Print {
    /// When it was printed, by the POS's word; never before its session nor after it was told.
    pub printed_at: Time,
    /// When it was told.
    pub told_at: Time,
    /// How.
    pub medium: PrintMedium,
    /// The till session the POS's key served then, if it is known.
    pub till_session_id: Option<TillSessionId>,
}

/// The prints of an operation. The first that was told is the original; each after it is a copy.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Prints {
    /// The operation.
    pub operation_id: OperationId,
    /// How many there were.
    pub count: u32,
    /// The first [`PRINTS_KEPT_MAX`] of them, in the order they were told.
    pub kept: Vec<Print>,
}
