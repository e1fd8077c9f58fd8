//! An amount as our own API writes it: decimal text with all decimals of its currency, and the currency's code.
//! Read exactly or refused, never rounded.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use specie_money::{Currency, Money};

/// `{"amount":"10.00","currency":"GBP"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub Money);

/// The three capital letters of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencyCode(pub Currency);

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Members {
    amount: String,
    currency: CurrencyCode,
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Amount", 2)?;
        members.serialize_field("amount", &self.0.to_string())?;
        members.serialize_field("currency", self.0.currency().code())?;
        members.end()
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Members::deserialize(deserializer)?;
        Money::parse(&members.amount, members.currency.0).map(Self).map_err(D::Error::custom)
    }
}

impl Serialize for CurrencyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl<'de> Deserialize<'de> for CurrencyCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        let currency = Currency::from_code(&code);
        currency.map(Self).ok_or_else(|| D::Error::custom("a currency is three capital letters of ISO 4217"))
    }
}
