//! What a POS says became of the cash, and the cases that people look into where the ledger alone cannot decide.
//! Sums are exact texts with their currency; denominations are decimal texts in the currency of the withdrawal.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::Amount;
use super::operations::Withdrawal;

/// What became of the cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CashOutcome {
    /// All of it left the drawer.
    Dispensed,
    /// None of it left the drawer.
    NotDispensed,
    /// A part of it left the drawer, and the rest did not.
    Partial,
    /// The POS does not know.
    Unknown,
}

/// Notes or coins of one denomination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountedNotes {
    /// What one is worth, in the currency of the withdrawal.
    pub denomination: String,
    /// How many left the drawer.
    pub count: u32,
}

/// `POST /pos/operations/{operation_id}/outcome`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TellOutcome {
    /// What became of the cash.
    pub outcome: CashOutcome,
    /// How much left the drawer: with `partial`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub dispensed: Option<Amount>,
    /// The notes that left the drawer, if they were counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CountedNotes>,
}

/// Why a case was opened; the more serious ones last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
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

/// Whether a case waits for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseState {
    /// It does.
    Open,
    /// What it was about settled itself, or was settled by two people.
    Closed,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// The session's limits passed.
    Expired,
    /// The POS said what became of the cash.
    Told,
    /// The POS reversed a sum.
    Reversed,
    /// The POS closed the session.
    LoggedOut,
    /// The customer disputes it.
    Disputed,
    /// Somebody of the operator wrote a note.
    Note,
    /// Somebody of the operator owns it from here on.
    Assigned,
    /// By a rule somebody higher was told.
    Escalated,
    /// By the POS's setting the cash was taken to have left.
    Assumed,
    /// By a law the money went back.
    ReversedByLaw,
    /// By a law the customer was paid for waiting.
    Compensated,
    /// Two people closed it.
    ClosedByPeople,
    /// The customer said this of it.
    Said,
    /// When its till was handed over, so much of the cash set aside for it was not there.
    CashMissing,
}

/// Which cases are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedCases {
    /// Those that wait for somebody.
    #[default]
    Open,
    /// Closed ones too.
    All,
}

/// `GET /cases`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CasesQuery {
    /// Which cases.
    #[serde(default)]
    pub state: AskedCases,
    /// Only cases of operations begun after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Cases on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A case as a list shows it. An operation has at most one, named by the operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CaseLine {
    /// The operation it is about.
    pub operation_id: String,
    /// The most serious reason for it.
    pub kind: CaseKind,
    /// Whether it waits for somebody.
    pub state: CaseState,
    /// The sum in question; null where none is known.
    #[schema(required = true)]
    pub amount: Option<Amount>,
    /// The customer's wallet.
    pub wallet_id: String,
    /// The POS.
    pub pos_id: String,
    /// Who owns it; null while nobody does.
    #[schema(required = true)]
    pub assigned_to: Option<String>,
    /// When it was opened, or opened anew.
    pub opened_at: String,
    /// When it was closed; null while it is open.
    #[schema(required = true)]
    pub closed_at: Option<String>,
    /// When its rule does the next step; null where none is to come.
    #[schema(required = true)]
    pub due_at: Option<String>,
    /// How often somebody higher was told.
    pub level: u8,
}

/// A page of cases, in the order their operations began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cases {
    /// The cases.
    pub cases: Vec<CaseLine>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// One thing that is known of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CaseEvidence {
    /// When it came.
    pub at: String,
    /// The number of the command that brought it: its proof in the journal.
    pub command: u64,
    /// What it is.
    pub what: EvidenceKind,
    /// What the POS said became of the cash.
    #[schema(required = true)]
    pub outcome: Option<CashOutcome>,
    /// The sum it names.
    #[schema(required = true)]
    pub amount: Option<Amount>,
    /// Who wrote it, or who owns the case from here on.
    #[schema(required = true)]
    pub person: Option<String>,
    /// What was written; null also where it was erased with the customer's personal data.
    #[schema(required = true)]
    pub text: Option<String>,
    /// Whether a text was erased.
    pub erased: bool,
    /// The rule or the law by which it happened.
    #[schema(required = true)]
    pub rule: Option<String>,
    /// What two people found when they closed it.
    #[schema(required = true)]
    pub closing: Option<String>,
    /// Who approved that.
    #[schema(required = true)]
    pub approved_by: Option<String>,
}

/// `GET /cases/{operation_id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Case {
    /// The case itself.
    #[serde(flatten)]
    pub line: CaseLine,
    /// What is known, the oldest first.
    pub evidence: Vec<CaseEvidence>,
    /// How many more pieces of evidence found no room; they are in the journal.
    pub left_out: u32,
    /// The withdrawal it is about; null where nothing was withdrawn.
    #[schema(required = true)]
    pub withdrawal: Option<Withdrawal>,
}

/// `POST /cases/{operation_id}/notes`. At least one of the two.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteCase {
    /// What was found. It is kept under the customer's own key, and forgotten with her.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub text: Option<String>,
    /// Who owns the case from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub assign_to: Option<String>,
}
