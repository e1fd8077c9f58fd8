//! Tills: drawers, the cashiers who answer for them, counts of notes and coins, and the cash of a POS. Denominations are
//! decimal texts in their currency. Shapes that hold a PIN have no `Debug`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};
use super::cases::CountedNotes;

/// `POST /pos/{pos_id}/till-running`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RunTills {
    /// Whether the POS keeps its cash in tills.
    pub runs_tills: bool,
}

/// `POST /pos/{pos_id}/tills`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddTill {
    /// What people call it.
    pub name: String,
}

/// A till, and whose hands it is in. What should be in it is not told here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Till {
    /// Its id.
    pub till_id: String,
    /// Where it stands.
    pub pos_id: String,
    /// What people call it.
    pub name: String,
    /// Its session; null while it is closed.
    #[schema(required = true)]
    pub till_session_id: Option<String>,
    /// Who answers for it; null while it is closed.
    #[schema(required = true)]
    pub cashier_id: Option<String>,
    /// Since when; null while it is closed.
    #[schema(required = true)]
    pub opened_at: Option<String>,
}

/// `GET /pos/tills`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tills {
    /// The tills, in the order they were registered.
    pub tills: Vec<Till>,
}

/// What a cashier may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CashierRole {
    /// Open a till, move its cash, hand it over and close it.
    Cashier,
    /// The same with any open till of the POS.
    Supervisor,
}

/// `POST /pos/{pos_id}/cashiers`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddCashier {
    /// What people call this person.
    pub name: String,
    /// What this person may do.
    pub role: CashierRole,
    /// 4 to 12 digits.
    pub pin: String,
}

/// `POST /cashiers/{cashier_id}`. At least one of the two.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeCashier {
    /// A new PIN, 4 to 12 digits; it also unlocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pin: Option<String>,
    /// Whether this person still works here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub active: Option<bool>,
}

/// A cashier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cashier {
    /// Its id.
    pub cashier_id: String,
    /// What people call this person.
    pub name: String,
    /// What this person may do.
    pub role: CashierRole,
    /// Whether this person still works here.
    pub active: bool,
    /// Locked after too many wrong PINs.
    pub locked: bool,
}

/// `GET /pos/{pos_id}/cashiers`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cashiers {
    /// The cashiers, in the order they were registered.
    pub cashiers: Vec<Cashier>,
}

/// What was counted of one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TillCount {
    /// The currency.
    pub currency: CurrencyCode,
    /// The notes and coins; none: there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CountedNotes>,
}

/// `POST /pos/tills/{till_id}/open` and `…/close`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountTill {
    /// Who counted.
    pub cashier_id: String,
    /// The PIN.
    pub pin: String,
    /// What is in the till.
    pub counts: Vec<TillCount>,
}

/// `POST /tills/{till_id}/close`: the operator counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseTill {
    /// What is in the till.
    pub counts: Vec<TillCount>,
}

/// A till that was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TillOpened {
    /// The session.
    pub till_session_id: String,
}

/// A cashier who signs beside the one who asks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherSign {
    /// Who.
    pub cashier_id: String,
    /// The PIN.
    pub pin: String,
}

/// `POST /pos/tills/{till_id}/handover`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverTill {
    /// Who answers for it so far.
    pub cashier_id: String,
    /// The PIN.
    pub pin: String,
    /// Who will.
    pub to: OtherSign,
    /// What both counted.
    pub counts: Vec<TillCount>,
}

/// Where moved cash comes from or goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MoveWay {
    /// Out of the POS's vault.
    FromVault,
    /// Into the POS's vault.
    ToVault,
    /// Into another open till.
    ToTill,
}

/// `POST /pos/tills/{till_id}/move`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveCash {
    /// Who answers for the till.
    pub cashier_id: String,
    /// The PIN.
    pub pin: String,
    /// Where the cash comes from or goes to.
    pub way: MoveWay,
    /// With `to_till`: which one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub to_till_id: Option<String>,
    /// With `to_till`: the word of its cashier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub to: Option<OtherSign>,
    /// The currency.
    pub currency: CurrencyCode,
    /// The notes and coins.
    pub notes: Vec<CountedNotes>,
}

/// One currency of a closed till.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TillLine {
    /// What the cash book says was in it.
    pub expected: Amount,
    /// What was counted.
    pub counted: Amount,
    /// Counted less expected: below zero, some was missing.
    pub variance: Amount,
}

/// A till that was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TillClosed {
    /// The session that ended.
    pub till_session_id: String,
    /// The session that began, where the till was handed over; else null.
    #[schema(required = true)]
    pub handed_to: Option<String>,
    /// What was expected and counted, currency by currency.
    pub lines: Vec<TillLine>,
}

/// `GET /till-sessions/{till_session_id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TillSession {
    /// Its id.
    pub till_session_id: String,
    /// The till.
    pub till_id: String,
    /// Who answers for it.
    pub cashier_id: String,
    /// The access key it serves.
    pub key_id: String,
    /// When it was opened.
    pub opened_at: String,
    /// What was counted then.
    pub opened: Vec<TillCount>,
    /// When it was closed; null while it is open.
    #[schema(required = true)]
    pub closed_at: Option<String>,
    /// Who closed it; null while it is open.
    #[schema(required = true)]
    pub closed_by: Option<String>,
    /// What was expected and counted then.
    pub lines: Vec<TillLine>,
}

/// `POST /till-sessions/{till_session_id}/explanations`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainVariance {
    /// The currency that differed.
    pub currency: CurrencyCode,
    /// What it is put down to.
    pub explanation: String,
}

/// `POST /pos/till-sessions/{till_session_id}/explanations`, by the cashier who answered for the till, or a supervisor.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplainVarianceHere {
    /// Who says so.
    pub cashier_id: String,
    /// The PIN.
    pub pin: String,
    /// The currency that differed.
    pub currency: CurrencyCode,
    /// What it is put down to.
    pub explanation: String,
}

/// Whether a difference waits for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VarianceState {
    /// It is small enough to be left.
    Small,
    /// It waits for an explanation.
    Open,
    /// Somebody explained it.
    Explained,
}

/// A closing count that differed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TillVariance {
    /// The till session.
    pub till_session_id: String,
    /// The till.
    pub till_id: String,
    /// Who answered for it.
    pub cashier_id: String,
    /// The figures.
    pub line: TillLine,
    /// Whether it waits for somebody.
    pub state: VarianceState,
    /// What it was put down to; null while nobody said.
    #[schema(required = true)]
    pub explanation: Option<String>,
    /// Who said so; null while nobody did.
    #[schema(required = true)]
    pub explained_by: Option<String>,
    /// When it was found.
    pub found_at: String,
}

/// `GET /till-variances`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VariancesQuery {
    /// Only those past this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<String>,
    /// Lines on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of closing counts that differed, the oldest sessions first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TillVariances {
    /// The differences.
    pub variances: Vec<TillVariance>,
    /// What to send as `past` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// What became of a vault's cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum VaultEvent {
    /// It was brought.
    Delivered,
    /// It was taken away.
    Collected,
    /// It was counted: this much is there.
    Counted,
}

/// `POST /pos/{pos_id}/vault`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VaultCash {
    /// What became of it.
    pub event: VaultEvent,
    /// How much.
    pub amount: Amount,
}

/// A vault after that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VaultBalance {
    /// What is in it by the cash book.
    pub balance: Amount,
}

/// The cash of a POS in one currency, by the cash book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CashLine {
    /// In its tills.
    pub tills: Amount,
    /// In its vault.
    pub vault: Amount,
    /// Missing by its counts; below zero, there was too much.
    pub missing: Amount,
}

/// `GET /pos/{pos_id}/cash`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosCash {
    /// The POS.
    pub pos_id: String,
    /// Whether it keeps its cash in tills.
    pub runs_tills: bool,
    /// Its tills.
    pub tills: Vec<Till>,
    /// Its cash, currency by currency.
    pub cash: Vec<CashLine>,
}

/// `GET` and `POST /currencies/{currency}/cash-rules`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CashRules {
    /// Its notes and coins, decimal texts, each once.
    pub denominations: Vec<String>,
    /// A closing count that differs by more than this waits for an explanation.
    pub variance_alert: String,
}
