//! Wallets, their accounts and their codes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};
use super::fees::Channel;

/// `POST /wallets`. Exactly one of `accounts` and `currencies`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenWallet {
    /// E.164.
    pub phone_number: String,
    /// The first accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accounts: Option<Vec<NewAccount>>,
    /// The currencies of the first accounts, where nothing else is to be said of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currencies: Option<Vec<CurrencyCode>>,
}

/// `POST /wallets/{id}/accounts`, and a line of [`OpenWallet`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// Its currency.
    pub currency: CurrencyCode,
    /// The name shown for it, if not the currency's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// The id it has elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
}

/// `GET /wallets`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WalletQuery {
    /// E.164; the plus as `%2B`.
    pub phone_number: String,
}

/// A wallet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Wallet {
    /// Its id.
    pub wallet_id: String,
    /// The customer's phone; null once it was erased.
    #[schema(required = true)]
    pub phone_number: Option<String>,
    /// Whether it is frozen.
    pub frozen: bool,
    /// Whether it has an offline device, enrolled and not removed.
    pub offline: bool,
    /// How well the operator knows its customer; zero: not at all.
    pub kyc_tier: u8,
    /// Its accounts, in the order they were opened.
    pub accounts: Vec<WalletAccount>,
}

/// An account of a wallet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WalletAccount {
    /// Its id.
    pub account_id: String,
    /// ISO 4217.
    pub currency: CurrencyCode,
    /// Its name, or the currency's code.
    pub alias: String,
    /// What is available.
    pub balance: Amount,
}

/// What freezing and unfreezing answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WalletSwitch {
    /// The wallet.
    pub wallet_id: String,
    /// Whether it is frozen now.
    pub frozen: bool,
}

/// An enrolled offline device: the only time its seed is told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct OfflineDevice {
    /// The seed, in Base32 without padding (RFC 4648).
    pub seed: String,
    /// The same for an authenticator app, as `otpauth://`.
    pub uri: String,
    /// Digits of its codes.
    pub digits: u32,
    /// How long it shows each, seconds (RFC 6238, HMAC-SHA-1).
    pub period_s: u32,
}

/// `POST /wallets/{id}/topups` and `POST /pos/{id}/prefundings`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFunding {
    /// How much.
    pub amount: Amount,
}

/// What a top-up and a prefunding answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Funding {
    /// Its id.
    pub funding_id: String,
    /// How much.
    pub amount: Amount,
    /// The account's balance, or the POS's position, right after it.
    pub balance: Amount,
}

/// What a code is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To take cash out.
    #[default]
    Withdraw,
    /// To put cash in.
    Deposit,
    /// Either.
    Any,
}

/// `POST /wallets/{id}/codes`. At most one of `amount` and `max_amount`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArmCode {
    /// Where it shall be good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pos_id: Option<String>,
    /// The sum and no other, cash in hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The greatest sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_amount: Option<Amount>,
    /// What it is for.
    #[serde(default)]
    pub purpose: Purpose,
    /// Over what way it was asked for; never `offline`.
    #[serde(default)]
    pub channel: Channel,
}

/// An armed code: the only time its digits are told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct ArmedCode {
    /// The digits the customer reads to the cashier.
    pub code: String,
    /// Its id.
    pub code_id: String,
    /// The first instant it is good.
    pub valid_from: String,
    /// The first instant it is dead.
    pub expires_at: String,
    /// The server's clock at the answer.
    pub server_time: String,
    /// What the sum, or the greatest sum, costs on top of the cash; null where it is not known yet at which POS or
    /// which sum.
    #[schema(required = true)]
    pub fee: Option<Amount>,
    /// What the wallet is debited for the sum, or the greatest sum; null where the fee is.
    #[schema(required = true)]
    pub total: Option<Amount>,
    /// The version of the tariff that is fixed with the code; null where none is.
    #[schema(required = true)]
    pub tariff_id: Option<String>,
}
