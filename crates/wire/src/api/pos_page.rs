//! What the cashier's page reads of itself, with the POS's access key.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};
use super::operations::Operation;
use super::tills::CashierRole;
use super::wallets::Purpose;

/// A currency that a POS serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosCurrency {
    /// The currency.
    pub currency: CurrencyCode,
    /// Its decimals.
    pub decimals: u32,
    /// Its notes and coins, the greatest first; none where they are not known.
    pub denominations: Vec<String>,
}

/// Somebody who may answer for a till, for the page that asks for the PIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosCashier {
    /// The cashier.
    pub cashier_id: String,
    /// What people call this person.
    pub name: String,
    /// What this person may do.
    pub role: CashierRole,
}

/// `GET /pos/self`: the POS that the access key belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosSelf {
    /// Its id as it is shown, and as it is sent in a login's path.
    pub pos_id: String,
    /// Its short number; null for one that an old journal registered.
    #[schema(required = true)]
    pub number: Option<u32>,
    /// What it is called.
    pub name: String,
    /// Its owner's trading name.
    pub owner_name: String,
    /// The currencies it serves.
    pub currencies: Vec<PosCurrency>,
    /// Whether it keeps its cash in tills.
    pub tills: bool,
    /// Who may open one and answer for it: those who work there now. Empty without tills.
    pub cashiers: Vec<PosCashier>,
    /// Whether the customer's balance may be shown.
    pub show_balance: bool,
    /// How many digits a code has.
    pub code_digits: u32,
    /// Now.
    pub server_time: String,
}

/// What the customer approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Armed {
    /// What for.
    pub purpose: Purpose,
    /// Exactly this sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// At most this sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_amount: Option<Amount>,
}

/// `GET /pos/today`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TodayQuery {
    /// Only those made from this instant on (RFC 3339).
    pub since: String,
    /// Only older ones: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<String>,
    /// Lines on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A withdrawal or a deposit of this POS. It names no customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TodayLine {
    /// What became of it.
    #[serde(flatten)]
    pub operation: Operation,
    /// When its session was opened.
    pub opened_at: String,
}

/// A page of the POS's withdrawals and deposits, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Today {
    /// They.
    pub operations: Vec<TodayLine>,
    /// What to send as `past` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}
