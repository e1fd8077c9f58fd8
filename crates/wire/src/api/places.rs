//! POS owners, their POS and their access keys.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};

/// `POST /pos-owners`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterOwner {
    /// Its trading name.
    pub name: String,
}

/// A POS owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosOwner {
    /// Its id.
    pub owner_id: String,
    /// Its trading name.
    pub name: String,
}

/// `POST /pos`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterPos {
    /// Whose it is.
    pub owner_id: String,
    /// What people call it.
    pub name: String,
    /// The currencies it serves.
    pub currencies: Vec<CurrencyCode>,
    /// How far its position may go below zero; a currency not named: not at all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credit_lines: Vec<Amount>,
    /// The id it has elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pos_id: Option<String>,
}

/// A POS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Pos {
    /// Its id.
    pub pos_id: String,
    /// Whose it is.
    pub owner_id: String,
    /// What people call it.
    pub name: String,
    /// The currencies it serves.
    pub currencies: Vec<CurrencyCode>,
    /// How far its position may go below zero.
    pub credit_lines: Vec<Amount>,
}

/// What disabling and enabling answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosSwitch {
    /// The POS, as it was named.
    pub pos_id: String,
    /// Whether it is disabled now.
    pub disabled: bool,
}

/// How a key's requests are authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// The access key alone.
    Plain,
    /// Salt, timestamp and signature beside it.
    Signed,
}

/// What a key's logins tell of the balances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BalanceView {
    /// The balances.
    Full,
    /// The code's sum or greatest sum in its currency, zero elsewhere.
    #[default]
    Approved,
    /// Zero.
    Zero,
}

/// `POST /pos/{id}/keys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddKey {
    /// How its requests are authenticated; there is no default.
    pub profile: Profile,
    /// How long the salts of a signed key are, bytes, if that is pinned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt_bytes: Option<u8>,
    /// The networks it may be used from, CIDR; none named: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub networks: Vec<String>,
    /// What its logins tell of the balances.
    #[serde(default)]
    pub balance_view: BalanceView,
    /// The currencies whose accounts it is shown; none named: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub currencies: Vec<CurrencyCode>,
}

/// A new access key: the only time it and its secret are told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PosKey {
    /// Its public name.
    pub key_id: String,
    /// The access key.
    pub access_key: String,
    /// The secret that belongs to it.
    pub secret_key: String,
    /// How its requests are authenticated.
    pub profile: Profile,
    /// The networks it may be used from.
    pub networks: Vec<String>,
    /// What its logins tell of the balances.
    pub balance_view: BalanceView,
    /// The currencies whose accounts it is shown.
    pub currencies: Vec<CurrencyCode>,
}
