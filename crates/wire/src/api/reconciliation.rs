//! Reconciliation: a POS's journal or a bank's statement held against the ledger, line by line. Sums are exact texts
//! with their currency; a sum below zero in a bank's line left the account. Facts of ours are named `withdrawal/ID`,
//! `deposit/ID` or `batch/ID`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};

/// Whose word is held against ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReconciliationKind {
    /// A POS's own journal, against its withdrawals and deposits: `pos_id`.
    PosJournal,
    /// A bank's statement, against settlement batches: `currency`, and `owner_id` if it is about one owner only.
    Bank,
}

/// `POST /reconciliations`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginReconciliation {
    /// Whose word it is.
    pub kind: ReconciliationKind,
    /// The POS, by our id or by the one it has elsewhere; of a journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pos_id: Option<String>,
    /// The statement's currency; of a bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub currency: Option<CurrencyCode>,
    /// The only owner it is about; of a bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub owner_id: Option<String>,
    /// What people call it.
    pub name: String,
    /// The first instant it is about.
    pub from: String,
    /// The first instant after it.
    pub to: String,
    /// The SHA-256 of the file, 64 hex digits. A file is taken in once.
    pub file_sha256: String,
    /// How many lines the file has.
    pub lines: u32,
    /// What tells the statements of a bank's file from all others: an account with a statement's id there, or with its
    /// number and year. Each is taken in once, in whatever file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
}

/// A file held against the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reconciliation {
    /// Its id.
    pub reconciliation_id: String,
    /// Whose word it is.
    pub kind: ReconciliationKind,
    /// The POS, by our own id; null of a bank.
    #[schema(required = true)]
    pub pos_id: Option<String>,
    /// The statement's currency; null of a journal.
    #[schema(required = true)]
    pub currency: Option<CurrencyCode>,
    /// The only owner it is about; null where it is about all, and of a journal.
    #[schema(required = true)]
    pub owner_id: Option<String>,
    /// What people call it.
    pub name: String,
    /// The first instant it is about.
    pub from: String,
    /// The first instant after it.
    pub to: String,
    /// The SHA-256 of the file.
    pub file_sha256: String,
    /// How many lines the file has.
    pub lines: u32,
    /// Of those, how many have been taken in.
    pub taken: u32,
    /// Of those, how many stand in a match.
    pub matched_lines: u32,
    /// Matches so far, undone ones too.
    pub matches: u32,
    /// Breaks so far.
    pub breaks: u32,
    /// Of those, how many are open.
    pub open_breaks: u32,
    /// Who began it.
    pub made_by: String,
    /// When.
    pub made_at: String,
}

/// `GET /reconciliations`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReconciliationsQuery {
    /// Only those begun after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Lines on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of reconciliations, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reconciliations {
    /// The reconciliations.
    pub reconciliations: Vec<Reconciliation>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// What a line says happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatedWhat {
    /// Cash left the drawer.
    Withdrawal,
    /// Of a withdrawal, cash came back or had not left.
    WithdrawalReversal,
    /// Cash was taken in.
    Deposit,
    /// Of a deposit, cash was given back.
    DepositReversal,
    /// Money came into the bank account, or left it.
    Payment,
}

/// A line of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedLine {
    /// What happened.
    pub what: StatedWhat,
    /// In which operation of ours, if it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub operation_id: Option<String>,
    /// What they call it: our `transaction_id`, a number of their own, a payment's reference.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// How much; of a bank below zero where it left the account.
    pub amount: Amount,
    /// When.
    pub at: String,
}

/// `POST /reconciliations/{reconciliation_id}/lines`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeLines {
    /// The number of the first of these lines in the file, from one. Lines that are there already stay.
    pub first: u32,
    /// The lines, at most 500, in as many bytes as a body holds.
    pub lines: Vec<StatedLine>,
}

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinePlace {
    /// Nowhere yet.
    Free,
    /// In a match.
    Matched,
    /// In a break.
    Broken,
}

/// A line of theirs, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlacedLine {
    /// Its number in the file.
    pub line: u32,
    /// What it says happened.
    pub what: StatedWhat,
    /// In which operation of ours; null where it does not say.
    #[schema(required = true)]
    pub operation_id: Option<String>,
    /// What they call it.
    pub reference: String,
    /// How much.
    pub amount: Amount,
    /// When.
    pub at: String,
    /// Where it stands.
    pub state: LinePlace,
    /// The number of the match or the break it stands in.
    #[schema(required = true)]
    pub number: Option<u32>,
}

/// `GET /reconciliations/{reconciliation_id}/lines`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacedLinesQuery {
    /// Only those that stand so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub state: Option<LinePlace>,
    /// Only lines after this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_number: Option<u32>,
    /// Lines looked at for the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlacedLines {
    /// The lines.
    pub lines: Vec<PlacedLine>,
    /// What to send as `after_number` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<u32>,
}

/// A fact of ours, as the ledger has it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LedgerFact {
    /// Its name: `withdrawal/ID`, `deposit/ID` or `batch/ID`.
    pub fact: String,
    /// Its operation; null of a batch.
    #[schema(required = true)]
    pub operation_id: Option<String>,
    /// What was asked for: cash out of the drawer, or money into the bank account, plus.
    pub asked: Amount,
    /// What of it left the drawer, or came into the account.
    pub moved: Amount,
    /// Whether that is not known yet.
    pub undecided: bool,
    /// When it was made.
    pub made_at: String,
}

/// Lines and facts that come to the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineMatch {
    /// Its number in the reconciliation.
    pub number: u32,
    /// How it was found: `id`, `reference`, `amount`, `sum` or `hand`.
    pub found_by: String,
    /// The lines, by their numbers.
    pub lines: Vec<u32>,
    /// The facts.
    pub ours: Vec<LedgerFact>,
    /// What each side comes to.
    pub sum: Amount,
    /// Who put it together; null where a search did.
    #[schema(required = true)]
    pub by: Option<String>,
    /// Why.
    #[schema(required = true)]
    pub why: Option<String>,
    /// When.
    pub made_at: String,
    /// Who took it apart; null while it stands.
    #[schema(required = true)]
    pub undone_by: Option<String>,
    /// Why.
    #[schema(required = true)]
    pub undone_why: Option<String>,
}

/// `GET /reconciliations/{reconciliation_id}/matches`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineMatchesQuery {
    /// Only matches after this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_number: Option<u32>,
    /// Matches on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineMatches {
    /// The matches.
    pub matches: Vec<LineMatch>,
    /// What to send as `after_number` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<u32>,
}

/// `POST /reconciliations/{reconciliation_id}/matches`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchByHand {
    /// The lines, by their numbers; at most 32.
    pub lines: Vec<u32>,
    /// The facts, by their names; at most 32.
    pub ours: Vec<String>,
    /// Why.
    pub why: String,
}

/// Where lines and facts stand that a person put together: in a match, or, where the sums differ, in a break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlacedByHand {
    /// The match; null where the sums differ.
    #[schema(required = true)]
    pub match_number: Option<u32>,
    /// The break; null where the sums agree.
    #[schema(required = true)]
    pub break_number: Option<u32>,
}

/// Why something is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenReason {
    /// Why.
    pub why: String,
}

/// What does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BreakKind {
    /// Only they know of it.
    OnlyTheirs,
    /// Only we know of it.
    OnlyOurs,
    /// The sums differ.
    AmountDiffers,
    /// The sum asked for is the same, and what became of it is not.
    StateDiffers,
}

/// What became of a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BreakState {
    /// Somebody must look at it.
    Open,
    /// What was in it stands elsewhere now.
    Gone,
    /// A person closed it; nothing was posted.
    Closed,
    /// Two people posted the difference to `suspense`.
    Cleared,
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineBreak {
    /// Its number in the reconciliation.
    pub number: u32,
    /// What does not agree.
    pub kind: BreakKind,
    /// What became of it.
    pub state: BreakState,
    /// What the lines come to.
    pub theirs: Amount,
    /// What the facts come to, as the ledger is now.
    pub known: Amount,
    /// Theirs less ours.
    pub difference: Amount,
    /// What of it has not been posted.
    pub rest: Amount,
    /// Parts of it that were posted while the break stayed open.
    pub parts: Vec<ClearedPart>,
    /// The lines, by their numbers.
    pub lines: Vec<u32>,
    /// The facts.
    pub ours: Vec<LedgerFact>,
    /// When it was found.
    pub opened_at: String,
    /// Whole days since then.
    pub age_days: u32,
    /// Who looks into it.
    #[schema(required = true)]
    pub assigned_to: Option<String>,
    /// What was found out so far.
    #[schema(required = true)]
    pub note: Option<String>,
    /// When it stopped to be open.
    #[schema(required = true)]
    pub ended_at: Option<String>,
    /// Who closed it.
    #[schema(required = true)]
    pub closed_by: Option<String>,
    /// Why.
    #[schema(required = true)]
    pub closed_why: Option<String>,
    /// What two people approved, where it was cleared.
    #[schema(required = true)]
    pub proposal_id: Option<String>,
}

/// A part of a difference that was posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ClearedPart {
    /// How much, with the sign of the difference.
    pub amount: Amount,
    /// Whose `suspense`.
    pub pos_id: String,
    /// What two people approved.
    pub proposal_id: String,
    /// When.
    pub cleared_at: String,
}

/// Which breaks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedBreaks {
    /// Those that wait for somebody.
    #[default]
    Open,
    /// All.
    All,
}

/// `GET /reconciliations/{reconciliation_id}/breaks`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineBreaksQuery {
    /// Which breaks.
    #[serde(default)]
    pub state: AskedBreaks,
    /// Only breaks after this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_number: Option<u32>,
    /// Breaks looked at for the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineBreaks {
    /// The breaks.
    pub breaks: Vec<LineBreak>,
    /// What to send as `after_number` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<u32>,
}

/// `POST /reconciliations/{reconciliation_id}/breaks/{number}`. What is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteBreak {
    /// Who looks into it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub assign_to: Option<String>,
    /// What was found out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub note: Option<String>,
}

/// `POST /reconciliations/{reconciliation_id}/breaks/{number}/clear`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClearBreak {
    /// Whose `suspense`. A journal's POS is known; a statement's difference needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pos_id: Option<String>,
    /// Only this part of what is left of the difference, with its sign; left out: all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub part: Option<Amount>,
    /// Why.
    pub why: String,
}
