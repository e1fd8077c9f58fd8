//! What an amount is: an integer of a currency's minor units, with its currency.
//!
//! Everything here is exact. A text that a currency cannot hold is refused, never rounded; a sum that
//! does not fit is an error, never wrapped; two currencies never meet in one sum. Currencies and their
//! exponents are those of ISO 4217. Knows nothing of accounts, fees, rates of exchange or HTTP.

#![deny(clippy::arithmetic_side_effects, clippy::float_arithmetic, clippy::as_conversions)]

mod currency;
mod decimal;
mod money;
mod split;

pub use currency::{Currency, EXPONENT_MAX};
pub use decimal::{AmountError, DECIMAL_BYTES_MAX, Decimal, DecimalError};
pub use money::{Money, MoneyError, ParseError};
