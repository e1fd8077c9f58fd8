//! Tariffs and quotes. Sums inside a tariff are decimal texts in its currency; rates are basis points.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};

/// Over what way a customer asked for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The wallet's app.
    #[default]
    App,
    /// A text message.
    Sms,
    /// A menu on a phone without an app.
    Ussd,
    /// None: the wallet's offline device made the code.
    Offline,
}

/// What of the day's value lies above `from`, up to the next band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TariffBand {
    /// What lies above this sum.
    pub from: String,
    /// Of what lies in the band.
    #[serde(default)]
    pub basis_points: u32,
    /// Once the value is above `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub step: Option<String>,
}

/// How a fee or a commission is reckoned.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TariffSchedule {
    /// A fee: of each withdrawal. A commission: of the day, once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub flat: Option<String>,
    /// Ascending; of the value of the wallet's UTC day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<TariffBand>,
    /// At least this much: of a withdrawal (a fee), of the day (a commission).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub min: Option<String>,
    /// At most this much: of a withdrawal (a fee), of the day (a commission).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub max: Option<String>,
}

/// `POST /tariffs`: a version of a tariff. The versions before it stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddTariff {
    /// What people call it.
    pub name: String,
    /// The currency it is for.
    pub currency: CurrencyCode,
    /// At POS of this owner only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub owner_id: Option<String>,
    /// With codes asked for over this channel only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub channel: Option<Channel>,
    /// From wallets of this KYC tier only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub kyc_tier: Option<u8>,
    /// The first instant it is in force; without one, at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub valid_from: Option<String>,
    /// The first instant it is not any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub valid_to: Option<String>,
    /// What the customer pays on top of the cash.
    #[serde(default)]
    pub fee: TariffSchedule,
    /// What the POS owner earns.
    #[serde(default)]
    pub commission: TariffSchedule,
    /// The part of the fee that is a levy the operator owes.
    #[serde(default)]
    pub tax_basis_points: u32,
}

/// A version of a tariff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tariff {
    /// Its id.
    pub tariff_id: String,
    /// What people call it.
    pub name: String,
    /// The currency it is for.
    pub currency: CurrencyCode,
    /// At POS of this owner only; null: of any.
    #[schema(required = true)]
    pub owner_id: Option<String>,
    /// With codes asked for over this channel only; null: over any.
    #[schema(required = true)]
    pub channel: Option<Channel>,
    /// From wallets of this KYC tier only; null: of any.
    #[schema(required = true)]
    pub kyc_tier: Option<u8>,
    /// The first instant it is in force.
    pub valid_from: String,
    /// The first instant it is not any more; null: until another takes its place.
    #[schema(required = true)]
    pub valid_to: Option<String>,
    /// What the customer pays on top of the cash.
    pub fee: TariffSchedule,
    /// What the POS owner earns.
    pub commission: TariffSchedule,
    /// The part of the fee that is a levy the operator owes.
    pub tax_basis_points: u32,
    /// Who added it.
    pub made_by: String,
    /// When.
    pub made_at: String,
}

/// A page of tariffs, in the order they were added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tariffs {
    /// The versions.
    pub tariffs: Vec<Tariff>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `GET /tariffs`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TariffsQuery {
    /// Only versions added after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Versions on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// `POST /quotes`: what a withdrawal would cost now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskQuote {
    /// Whose wallet.
    pub wallet_id: String,
    /// At which POS.
    pub pos_id: String,
    /// Cash in hand.
    pub amount: Amount,
    /// Over what way the code would be asked for.
    #[serde(default)]
    pub channel: Channel,
}

/// What a withdrawal would cost. An armed code fixes it; this does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Quote {
    /// Cash in hand.
    pub amount: Amount,
    /// On top of it.
    pub fee: Amount,
    /// What the wallet is debited.
    pub total: Amount,
    /// The version it is reckoned by; null: none is in force.
    #[schema(required = true)]
    pub tariff_id: Option<String>,
    /// When it may be another; null: not to be seen. Another withdrawal in between may change it, too.
    #[schema(required = true)]
    pub valid_until: Option<String>,
}

/// `POST /wallets/{id}/kyc-tier`, and its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KycTier {
    /// How well the operator knows the customer; what each tier means is the operator's.
    pub kyc_tier: u8,
}
