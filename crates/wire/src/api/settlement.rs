//! Settlement: how a POS owner is settled in a currency, the batches cut from its POS, and the lines of a batch. Sums
//! are exact texts with their currency: plus, the operator pays the owner; minus, the owner pays.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};

/// `POST /settlement/terms`. Takes the place of what was said before for the same owner and currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSettlement {
    /// The POS owner.
    pub owner_id: String,
    /// ISO 4217.
    pub currency: CurrencyCode,
    /// The local time of the cut-off, from 00:00 to 23:59.
    pub cut_off: String,
    /// The time zone it is local to, by its IANA name.
    pub zone: String,
    /// How the owner's account is named to the bank.
    pub bank_reference: String,
    /// A batch of less is not paid; what it held goes into the next. Left out: everything is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub threshold: Option<Amount>,
    /// Whether batches are cut at the cut-off; else by hand only.
    #[serde(default = "yes")]
    #[schema(default = true)]
    pub automatic: bool,
}

const fn yes() -> bool {
    true
}

/// How an owner is settled in a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settlement {
    /// The POS owner.
    pub owner_id: String,
    /// ISO 4217.
    pub currency: CurrencyCode,
    /// The local time of the cut-off.
    pub cut_off: String,
    /// The time zone it is local to.
    pub zone: String,
    /// How the owner's account is named to the bank.
    pub bank_reference: String,
    /// A batch of less is not paid.
    pub threshold: Amount,
    /// Whether batches are cut at the cut-off.
    pub automatic: bool,
    /// When the running window ends; null while batches are cut by hand only.
    #[schema(required = true)]
    pub window_ends_at: Option<String>,
    /// The number of the batch under way, or else of the next.
    pub number: u64,
}

/// `GET /settlement/terms`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettlementsQuery {
    /// Only those after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_after: Option<String>,
    /// Lines on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of owners and currencies that are settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settlements {
    /// How each is settled.
    pub terms: Vec<Settlement>,
    /// What to send as `start_after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `POST /settlement/batches`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CutBatch {
    /// The POS owner.
    pub owner_id: String,
    /// ISO 4217.
    pub currency: CurrencyCode,
}

/// `POST /settlement/batches/{batch_id}/confirm`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmBatch {
    /// What the bank calls the payment.
    pub payment: String,
}

/// `POST /settlement/batches/{batch_id}/fail`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FailBatch {
    /// Why the payment failed, or was sent back.
    pub reason: String,
}

/// What a batch waits for, or what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BatchState {
    /// Its lines are being taken from the owner's POS.
    Taking,
    /// Its lines are being posted.
    Posting,
    /// It waits for the bank.
    Due,
    /// The bank confirmed it.
    Confirmed,
    /// The bank failed it: its lines are being posted back.
    TakingBack,
    /// The bank failed it; what it held is in the next.
    Failed,
    /// It came to less than the threshold, or to nothing; what it held is in the next.
    Carried,
}

/// A settlement batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SettlementBatch {
    /// Its id.
    pub batch_id: String,
    /// The POS owner.
    pub owner_id: String,
    /// Its number among those of this owner and currency.
    pub number: u64,
    /// What it waits for, or what became of it.
    pub state: BatchState,
    /// The sum of its lines: plus, the operator pays the owner; minus, the owner pays.
    pub amount: Amount,
    /// Of that, what still waits for the bank.
    pub due: Amount,
    /// How many lines it has.
    pub lines: u32,
    /// Entries made before this instant are in it, unless an earlier batch had them.
    pub cut_off_at: String,
    /// How the owner's account is named to the bank.
    pub bank_reference: String,
    /// What the bank called the payment, or why it failed; null until it spoke.
    #[schema(required = true)]
    pub word: Option<String>,
    /// When it was begun.
    pub made_at: String,
    /// When the bank last spoke, or it was found to come to nothing; null until then.
    #[schema(required = true)]
    pub ended_at: Option<String>,
}

/// `GET /settlement/batches`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchesQuery {
    /// Only batches begun after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Batches on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of batches, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SettlementBatches {
    /// The batches.
    pub batches: Vec<SettlementBatch>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `GET /settlement/batches/{batch_id}/lines`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchLinesQuery {
    /// Only lines after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_line: Option<u32>,
    /// Lines on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// What a batch takes from one account: a POS's position, or the owner's commission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BatchLine {
    /// Its number in the batch, from one.
    pub line: u32,
    /// The account, as `/accounts` names it.
    pub account_id: String,
    /// The sum settled: the closing balance less the float in it.
    pub amount: Amount,
    /// The account's balance where its line before this one ended.
    pub opening: Amount,
    /// Its balance at the cut-off: the opening and the entries between.
    pub closing: Amount,
    /// Of the closing balance, the float that the operator brought; no batch settles it.
    pub float: Amount,
    /// The number of the last entry before the window; zero where there was none.
    pub after_entry: u64,
    /// The number of its last entry.
    pub last_entry: u64,
    /// The transfer of its last entry: where the account's history is read from.
    pub last_transfer: u64,
}

/// A page of a batch's lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BatchLines {
    /// The lines.
    pub lines: Vec<BatchLine>,
    /// What to send as `after_line` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<u32>,
}
