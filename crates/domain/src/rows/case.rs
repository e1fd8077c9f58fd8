//! Cases: what the ledger alone cannot decide, with what is known of it (cash-lifecycle.md section 2). One a
//! operation, found by the operation's id. And the last word of a POS about an operation's cash.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Money;

use crate::ids::{OperationId, PosId, WalletId};
use crate::time::Time;

/// What a POS says became of the cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Told {
    /// All of it left the drawer.
    Dispensed,
    /// None of it left the drawer.
    NotDispensed,
    /// This much of it left the drawer, and not the rest.
    Partial(Money),
    /// The POS does not know.
    Unknown,
}

/// Notes or coins of one denomination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Notes {
    /// What one is worth, minor units.
    pub denomination: i64,
    /// How many.
    pub count: u32,
}

/// The last word of a POS about an operation.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Word {
    /// The operation.
    pub operation_id: OperationId,
    /// What it said.
    pub told: Told,
    /// The notes it counted, if it said.
    pub notes: Vec<Notes>,
    /// When.
    pub told_at: Time,
}

/// Why a case was opened; the more serious ones last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum CaseKind {
    /// The session is over and nobody said what became of the cash.
    Unconfirmed,
    /// Word came after the time for it.
    LateWord,
    /// The POS says that cash left, and nothing had been withdrawn.
    CashWithoutWithdrawal,
    /// A deposit was reversed and the wallet did not have it all.
    DepositShort,
    /// The money went back, and then word came that the cash had left.
    PaidLate,
    /// The customer says that she did not get the cash.
    Disputed,
}

impl CaseKind {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::LateWord => "late_word",
            Self::CashWithoutWithdrawal => "cash_without_withdrawal",
            Self::DepositShort => "deposit_short",
            Self::PaidLate => "paid_late",
            Self::Disputed => "disputed",
        }
    }
}

/// One thing that is known of a case.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Evidence {
    /// When it came.
    pub at: Time,
    /// The number of the command that brought it: its proof in the journal.
    pub command: u64,
    /// What it is.
    pub what: EvidenceKind,
}

/// What came to a case.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum EvidenceKind {
    /// The session's limits passed.
    Expired,
    /// The POS said what became of the cash.
    Told(Told),
    /// The POS reversed this much.
    Reversed(Money),
    /// The POS closed the session.
    LoggedOut,
    /// The customer disputes it.
    Disputed,
    /// Somebody of the operator wrote this, sealed under the wallet's key.
    Note(String, Vec<u8>),
    /// This person now owns the case.
    Assigned(String),
}

/// Whether a case waits for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum CaseState {
    /// It does.
    Open,
    /// What it was about was settled at this time.
    Closed(Time),
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Case {
    /// The operation it is about.
    pub operation_id: OperationId,
    /// The most serious reason for it.
    pub kind: CaseKind,
    /// Whether it waits.
    pub state: CaseState,
    /// Whose wallet.
    pub wallet_id: WalletId,
    /// At which POS.
    pub pos_id: PosId,
    /// The sum in question, if it is about one.
    pub amount: Option<Money>,
    /// Who of the operator owns it.
    pub assigned_to: Option<String>,
    /// When it was opened, or opened anew.
    pub opened_at: Time,
    /// What is known, oldest first.
    pub evidence: Vec<Evidence>,
    /// Pieces of evidence that found no room any more; they are in the journal.
    pub left_out: u32,
}
