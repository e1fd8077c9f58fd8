//! Operator keys: who may call our own API, and what for. Hashes of keys are never told.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the bearer of an operator key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything.
    Admin,
    /// The wallet's own back end: wallets, accounts, codes, freezing.
    WalletBackend,
    /// Money in: top-ups and prefunding; reads.
    Finance,
    /// Reads only.
    Auditor,
}

/// `POST /operator-keys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterOperatorKey {
    /// Who will bear it.
    pub person: String,
    /// What it allows.
    pub role: Role,
}

/// A new operator key: the only time it is told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct NewOperatorKey {
    /// Its public name.
    pub operator_key_id: String,
    /// The bearer key.
    pub operator_key: String,
    /// Who will bear it.
    pub person: String,
    /// What it allows.
    pub role: Role,
}

/// An operator key as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OperatorKey {
    /// Its public name.
    pub operator_key_id: String,
    /// Who bears it.
    pub person: String,
    /// What it allows.
    pub role: Role,
    /// When it was made.
    pub created_at: String,
    /// When it was revoked; null while it is live.
    #[schema(required = true)]
    pub revoked_at: Option<String>,
}

/// `GET /operator-keys`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OperatorKeysQuery {
    /// Only keys made after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Keys on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of operator keys, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OperatorKeys {
    /// The keys.
    pub operator_keys: Vec<OperatorKey>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}
