//! Reports: what the books come to, what is under investigation, an owner's accounts over a period, and the cases that
//! wait. Sums are exact texts; those of a trial balance may be greater than one account can hold, and come without a
//! currency object: the line names it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::accounts::AccountEntry;
use super::amount::{Amount, CurrencyCode};
use super::cases::CaseKind;

/// What the accounts of one kind come to in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrialBalanceLine {
    /// `money` or `cash`.
    pub book: String,
    /// ISO 4217.
    pub currency: CurrencyCode,
    /// The kind of account.
    pub kind: String,
    /// How many there are.
    pub accounts: u64,
    /// What those below zero come to, without their sign.
    pub debits: String,
    /// What those above zero come to.
    pub credits: String,
}

/// What a book comes to in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrialBalanceSum {
    /// `money` or `cash`.
    pub book: String,
    /// ISO 4217.
    pub currency: CurrencyCode,
    /// What all that is below zero comes to.
    pub debits: String,
    /// What all that is above zero comes to.
    pub credits: String,
    /// Whether both are the same, as they must be.
    pub is_zero: bool,
}

/// `GET /reports/trial-balance`: all accounts at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrialBalance {
    /// The number of the last command it has seen.
    pub as_of_command: u64,
    /// Whether every book comes to zero in every currency.
    pub is_zero: bool,
    /// A line a kind and currency.
    pub lines: Vec<TrialBalanceLine>,
    /// A sum a book and currency.
    pub sums: Vec<TrialBalanceSum>,
}

/// How long something has waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    /// Less than 7 days.
    Below7Days,
    /// Less than 30 days.
    Below30Days,
    /// Less than 90 days.
    Below90Days,
    /// 90 days and more.
    Older,
}

/// What is under investigation at a POS, a part a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SuspenseLine {
    /// The POS, by our own id.
    pub pos_id: String,
    /// The operation it comes from, and so its case; null: postings without one, and what is older than is looked at.
    #[schema(required = true)]
    pub operation_id: Option<String>,
    /// `open` or `closed`; null where there is no case.
    #[schema(required = true)]
    pub case: Option<String>,
    /// How much: plus, it lies there; minus, it lacks.
    pub amount: Amount,
    /// Since when; null where it is older than is looked at.
    #[schema(required = true)]
    pub since: Option<String>,
    /// Whole days since then.
    #[schema(required = true)]
    pub age_days: Option<u32>,
    /// How long that is.
    pub band: AgeBand,
}

/// `GET /reports/aged-suspense`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgedSuspenseQuery {
    /// Only accounts after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_after: Option<String>,
    /// Accounts looked at for the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of what is under investigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgedSuspense {
    /// The lines.
    pub lines: Vec<SuspenseLine>,
    /// What to send as `start_after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `GET /reports/owner-statement`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnerStatementQuery {
    /// The POS owner.
    pub owner_id: String,
    /// ISO 4217.
    pub currency: String,
    /// The first instant of the period, RFC 3339.
    pub from: String,
    /// The first instant after it, RFC 3339.
    pub to: String,
    /// Where to go on: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_after: Option<String>,
    /// Entries looked at for the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A part of one account of an owner, newest first. Over all its pages, opening and entries come to closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnerStatement {
    /// The account, as `/accounts` names it; null: the owner has none here.
    #[schema(required = true)]
    pub account_id: Option<String>,
    /// Its balance at the end of the period; null on all its pages but one.
    #[schema(required = true)]
    pub closing: Option<Amount>,
    /// The entries, newest first.
    pub entries: Vec<AccountEntry>,
    /// Its balance at the beginning of the period; null on all its pages but the last.
    #[schema(required = true)]
    pub opening: Option<Amount>,
    /// What to send as `start_after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `GET /reports/open-cases`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenCasesQuery {
    /// Only cases of operations begun after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Cases on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A case that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenCaseLine {
    /// The operation it is about.
    pub operation_id: String,
    /// The most serious reason for it.
    pub kind: CaseKind,
    /// Its POS, as it is shown.
    pub pos_id: String,
    /// The sum in question; null where it is not known.
    #[schema(required = true)]
    pub amount: Option<Amount>,
    /// Who owns it.
    #[schema(required = true)]
    pub assigned_to: Option<String>,
    /// When it was opened.
    pub opened_at: String,
    /// Whole days since then.
    pub age_days: u32,
    /// How long that is.
    pub band: AgeBand,
    /// When its clock does the next step; null where it has none.
    #[schema(required = true)]
    pub due_at: Option<String>,
}

/// A page of cases that wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenCases {
    /// The cases.
    pub cases: Vec<OpenCaseLine>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}
