//! Limits, the brake, and how much of each has been used. Sums are decimal texts in the currency of the limit; windows
//! are seconds.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::CurrencyCode;

/// What a limit limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitedAction {
    /// Cash out.
    Withdraw,
    /// Cash in.
    Deposit,
}

/// For whom a limit counts: each by itself, unless one is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LimitScope {
    /// All together.
    Deployment,
    /// A wallet.
    Wallet,
    /// A POS.
    Pos,
    /// A POS owner, with all its POS.
    Owner,
    /// A wallet at a POS.
    WalletAtPos,
    /// A wallet whose customer is known as well as `tier` says.
    Tier,
}

/// A limit: which one, and how much it lets pass. What is not named is not bounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// What it limits.
    pub action: LimitedAction,
    /// For whom.
    pub scope: LimitScope,
    /// The wallet, POS or owner it is about; with these scopes alone, and without it for each of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub subject: Option<String>,
    /// The tier; with the scope `tier`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub tier: Option<u8>,
    /// The currency it is about.
    pub currency: CurrencyCode,
    /// The length of its rolling window; zero: each operation by itself.
    pub window_s: u32,
    /// The most operations in the window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub count_max: Option<u32>,
    /// The greatest sum in the window, or of each operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub value_max: Option<String>,
    /// The least sum of each operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub value_min: Option<String>,
    /// What the sum of each operation must be a multiple of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub multiple_of: Option<String>,
}

/// One level of a brake.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BrakeLevel {
    /// The most payouts in the window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub count_max: Option<u32>,
    /// Their greatest sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub value_max: Option<String>,
}

/// `POST /brakes`: the brake of a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetBrake {
    /// The currency.
    pub currency: CurrencyCode,
    /// The length of the rolling window.
    pub window_s: u32,
    /// Above it, only an even pace passes.
    #[serde(default)]
    pub slow: BrakeLevel,
    /// A payout that would go above it stops all payouts, until somebody lets them go on.
    #[serde(default)]
    pub stop: BrakeLevel,
}

/// The brake of a currency, as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Brake {
    /// The currency.
    pub currency: CurrencyCode,
    /// The length of the rolling window.
    pub window_s: u32,
    /// Above it, only an even pace passes.
    pub slow: BrakeLevel,
    /// A payout that would go above it stops all payouts.
    pub stop: BrakeLevel,
    /// Whether the last payout asked for found it above its slow level.
    pub is_slow: bool,
    /// Payouts that count now.
    pub used_count: u32,
    /// Their sum.
    pub used_value: String,
}

/// All limits in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Limits {
    /// What the operator has set.
    pub limits: Vec<Limit>,
    /// What the configuration file has set, out of this API's reach.
    pub ceilings: Vec<Limit>,
    /// The brakes, one a currency.
    pub brakes: Vec<Brake>,
    /// Why payouts are stopped; null while they are not.
    #[schema(required = true)]
    pub payouts_stopped: Option<String>,
}

/// `GET /limits/usage`: whose. Without anybody, all together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitUsageQuery {
    /// This wallet's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wallet_id: Option<String>,
    /// This POS's, and its owner's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pos_id: Option<String>,
}

/// How much of a limit has been used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LimitUsage {
    /// The limit.
    pub limit: Limit,
    /// Whether it is the configuration file's.
    pub is_ceiling: bool,
    /// Operations that count now.
    pub used_count: u32,
    /// Their sum.
    pub used_value: String,
}

/// How much has been used of each limit with a window that concerns somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LimitUsages {
    /// One line a limit.
    pub usages: Vec<LimitUsage>,
}

/// `POST /payouts/stop`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StopPayouts {
    /// Why; shown to the operator's people, never to a POS.
    pub reason: String,
}
