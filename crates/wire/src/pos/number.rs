//! An amount as a JSON number: exact decimal text, never through a float. `189` for 189.00, `189.5` for 189.50.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;
use specie_money::Money;

/// The text of a JSON number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonNumber(String);

impl JsonNumber {
    /// The digits as they stand on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Money> for JsonNumber {
    fn from(money: Money) -> Self {
        Self(money.to_json_number())
    }
}

impl Serialize for JsonNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(&self.0).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for JsonNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let is_number = raw.get().starts_with(|first: char| first == '-' || first.is_ascii_digit());
        if is_number {
            Ok(Self(raw.get().to_owned()))
        } else {
            Err(serde::de::Error::custom("expected a number"))
        }
    }
}
