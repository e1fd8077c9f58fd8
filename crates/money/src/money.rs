//! An amount: minor units with their currency; how it is added, read and printed.
//!
//! Units: one minor unit is 10^-exponent of the currency, so 1 is a penny, a yen or a fils. Every sum is
//! checked. Knows nothing of who owns the amount.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use thiserror::Error;

use crate::{AmountError, Currency, Decimal, DecimalError};

/// An exact amount of one currency, counted in its minor units: pence for GBP, yen for JPY, fils
/// (1/1000) for KWD. May be zero or negative. Has no order: amounts of two currencies cannot be compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, BorshSerialize, BorshDeserialize)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why amounts could not be reckoned with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum MoneyError {
    /// Two currencies met in one sum.
    #[error("amounts in {left} and {right} cannot be added")]
    CurrencyMismatch {
        /// The currency of the first amount.
        left: Currency,
        /// The currency of the second amount.
        right: Currency,
    },
    /// The result does not fit 64 bits of minor units.
    #[error("the sum is larger than any account can hold")]
    Overflow,
    /// An amount was to be split among nobody: there were no weights, or all were zero.
    #[error("an amount cannot be split without a weight above zero")]
    NoWeight,
}

/// Why a text is no amount of the currency it was read in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum ParseError {
    /// The text is no decimal number.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
    /// The currency cannot hold the number. Never `NotPositive`: an amount may be zero or negative.
    #[error(transparent)]
    Amount(#[from] AmountError),
}

impl Money {
    /// So many minor units of a currency.
    #[must_use]
    pub const fn from_minor(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in a currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The amount in minor units: 1000 for 10.00 GBP.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency of the amount.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The sum of two amounts of one currency.
    ///
    /// # Errors
    /// [`MoneyError`] when the currencies differ or the sum does not fit.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.require_currency_of(other)?;
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// The difference of two amounts of one currency.
    ///
    /// # Errors
    /// [`MoneyError`] when the currencies differ or the difference does not fit.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.require_currency_of(other)?;
        let minor = self.minor.checked_sub(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// The amount with the other sign.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`] for `i64::MIN` minor units, which has no counterpart.
    pub fn checked_neg(self) -> Result<Self, MoneyError> {
        let minor = self.minor.checked_neg().ok_or(MoneyError::Overflow)?;
        Ok(Self { minor, ..self })
    }

    /// Reads an amount as decimal text, by the grammar of [`Decimal`]. Any sign; never rounds.
    ///
    /// # Errors
    /// [`ParseError`] when the text is malformed, too precise for the currency, or too large.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, ParseError> {
        Ok(Decimal::parse(text)?.to_signed_money(currency)?)
    }

    /// The amount as a JSON number, exact and as short as can be: `189` for 189.00, `189.5` for 189.50.
    #[must_use]
    pub fn to_json_number(self) -> String {
        let text = self.to_string();
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
    }

    const fn sign(self) -> &'static str {
        if self.minor < 0 { "-" } else { "" }
    }

    fn require_currency_of(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::CurrencyMismatch { left: self.currency, right: other.currency })
        }
    }
}

/// All decimals of the currency, no separators, no code: `10.00`, `-5.00`, `189` (JPY), `1.234` (KWD).
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::from(self.currency.exponent());
        let digits_min = decimals.saturating_add(1); // At least one digit stands before the point.
        let digits = format!("{:0>digits_min$}", self.minor.unsigned_abs());
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(decimals));
        let point = if fraction.is_empty() { "" } else { "." };
        f.pad(&format!("{}{whole}{point}{fraction}", self.sign()))
    }
}
