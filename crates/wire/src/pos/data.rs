//! The `data` of each answer on the POS wire (pos-api.md section 1), and the one body a request may have.
//! Shapes that hold a token, or people, have no
//! `Debug`.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;

use super::number::JsonNumber;

/// What a login answers.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct LoginData {
    /// The session's token, for the header of that name.
    pub token_id: String,
    /// The session's operation, for the header of that name.
    pub operation_id: String,
    /// The accounts this key is shown.
    pub accounts: Vec<SessionAccount>,
}

/// An account as a login shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionAccount {
    /// Its id, for the path of a withdrawal.
    pub account_id: String,
    /// ISO 4217.
    pub account_currency: String,
    /// Its name, or the currency's code.
    pub account_alias: String,
    /// What the key's view lets it see.
    pub account_balance: JsonNumber,
    /// The sign people write, as `£`.
    pub account_currency_symbol: String,
}

/// What a withdrawal answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WithdrawData {
    /// The withdrawal.
    pub transaction_id: String,
}

/// What a reversal answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReversalData {
    /// The reversal.
    pub transaction_id: String,
    /// The session's operation.
    pub operation_id: String,
}

/// What a deposit answers.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DepositData {
    /// The deposit.
    pub transaction_id: String,
    /// What the POS sent with it, byte for byte but for white space; else `{}`.
    #[schema(value_type = Object)]
    pub metadata: Box<RawValue>,
}

/// Who brought the cash of a deposit, where it was not the wallet's customer: a name, a phone number, or both. It is
/// kept as the customer's own data are and forgotten with them.
#[derive(Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepositedBy {
    /// The name: 1 to 128 bytes without control characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The phone number, E.164.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
}

/// The body a deposit may have. Members we do not know are the POS's own business.
#[derive(Default, Serialize, Deserialize, ToSchema)]
pub struct DepositBody<'a> {
    /// An object of the POS's own.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub metadata: Option<&'a RawValue>,
    /// Who brought the cash, where it was somebody else than the customer. The answer does not repeat it.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<DepositedBy>)]
    pub depositor: Option<&'a RawValue>,
}
