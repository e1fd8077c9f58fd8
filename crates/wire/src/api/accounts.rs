//! Accounts of the ledger and their history. An internal account's id is `kind:holder:currency`, or
//! `kind:currency` for the operator's own.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Account {
    /// Its id.
    pub account_id: String,
    /// What kind of account it is, as the ledger calls it.
    pub kind: String,
    /// ISO 4217.
    pub currency: CurrencyCode,
    /// Its name, or the currency's code.
    pub alias: String,
    /// Credits − debits.
    pub balance: Amount,
    /// How many entries it has.
    pub entries: u64,
}

/// `GET /accounts/{id}/entries`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EntriesQuery {
    /// The transfer of the first line wanted: the `next` of the page before; without it, the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u64>,
    /// Lines on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of an account's history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccountEntries {
    /// The lines.
    pub entries: Vec<AccountEntry>,
    /// What to send as `from` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<u64>,
    /// The number of commands this history has seen.
    pub as_of: u64,
}

/// One line of an account's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccountEntry {
    /// Its number within the account, from one without a gap.
    pub number: u64,
    /// The number of the transfer it belongs to.
    pub transfer: u64,
    /// Credit positive, debit negative.
    pub amount: Amount,
    /// The balance after it.
    pub balance: Amount,
    /// The other account of the transfer.
    pub counterpart: String,
    /// Why the money moved.
    pub reason: String,
    /// The operation it belongs to, if to one.
    #[schema(required = true)]
    pub operation_id: Option<String>,
    /// When.
    pub made_at: String,
}
