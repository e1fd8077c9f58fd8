//! Cases: what the ledger alone cannot decide, with what is known of it (cash-lifecycle.md section 2). One a
//! operation, found by the operation's id. And the last word of a POS about an operation's cash.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Money;

use super::{AccountKey, CaseClock};
use crate::ids::{OperationId, PosId, ProposalId, WalletId};
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

/// A reason for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Matter {
    /// What it is.
    pub kind: CaseKind,
    /// The sum in question, if it is known.
    pub amount: Option<Money>,
}

/// Who bears what a wallet could not pay back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Bearer {
    /// The POS's owner: its position is not credited for it.
    Owner,
    /// The operator: `loss` pays it.
    Loss,
}

/// What two people find, and what the ledger does of it (cash-lifecycle.md sections 2 and 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Closing {
    /// The cash left: what is held is paid.
    Pay,
    /// The cash did not leave: what is held, paid or in suspense goes back to the wallet.
    Return,
    /// This much left, and not the rest, of what is held or paid.
    Part(Money),
    /// The POS is right: what is in suspense is credited to it, and what the wallet could not pay falls on somebody.
    CreditPos(Bearer),
    /// Nobody is paid: what is in suspense goes to `loss`.
    WriteOff,
    /// Nothing is posted; only where nothing is held or in suspense.
    AsItIs,
}

impl Closing {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pay => "pay",
            Self::Return => "return",
            Self::Part(_) => "part",
            Self::CreditPos(_) => "credit_pos",
            Self::WriteOff => "write_off",
            Self::AsItIs => "as_it_is",
        }
    }
}

/// How two people closed a case.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Closure {
    /// What they found.
    pub closing: Closing,
    /// The proposal.
    pub proposal_id: ProposalId,
    /// Who proposed it.
    pub proposed_by: String,
    /// Who approved it.
    pub approved_by: String,
    /// Why, sealed under the wallet's key; empty when nothing was written.
    pub sealed_text: Vec<u8>,
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
    /// By this rule somebody higher was told; the level it is at.
    Escalated(String, u8),
    /// By the POS's setting this much was taken to have left.
    Assumed(Money),
    /// By this law this much went back.
    ReversedByLaw(String, Money),
    /// By this law the customer was paid this much for waiting.
    Compensated(String, Money),
    /// Two people closed it.
    ClosedBy(Closure),
    /// What the customer says of it, sealed under the wallet's key.
    Said(Vec<u8>),
    /// When its till was handed over, so much of the cash set aside for it was not there.
    CashMissing(Money),
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
    /// All reasons for it, each once, the most serious last.
    pub matters: Vec<Matter>,
    /// What of it lies in its POS's `suspense`, minor units.
    pub suspended: i64,
    /// What the wallet paid again of what it had got back, and has not got back anew, minor units.
    pub paid_again: i64,
    /// What its POS claims and was not credited: cash paid late, or a deposit it could not take back, minor units.
    pub claimed: i64,
    /// How often somebody higher was told.
    pub level: u8,
    /// When its clock does the next step, if it has one to do.
    pub due_at: Option<Time>,
    /// Its clock, if a rule or its POS's setting gives it one.
    pub clock: Option<CaseClock>,
}

/// What of a POS's `suspense` in a currency lies there for cases. What is beyond it came by hand.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CasesSuspense {
    /// The `suspense` account.
    pub account: AccountKey,
    /// The sum of what its cases have there, minor units.
    pub of_cases: i64,
}
