//! Decimal text as it stands in an HTTP path, before anybody knows its currency.
//!
//! The grammar is that of the POS wire: `-`? then `0` or digits without a leading zero, then nothing or
//! a point and at least one digit; ASCII only, at most 32 bytes. No `+`, no exponent, no separators, no
//! spaces. Nothing is rounded: a number that a currency cannot hold is refused. Knows no limits and no
//! balances.

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use thiserror::Error;

use crate::{Currency, Money};

/// The longest amount that is read. 32 digits always fit the mantissa.
pub const DECIMAL_BYTES_MAX: usize = 32;

/// One more than the largest mantissa that 32 bytes of text can hold.
const MANTISSA_END: u128 = 10_u128.pow(32);

/// An exact decimal number without a currency: `mantissa / 10^scale`.
///
/// The fraction's trailing zeroes are dropped, so `10` and `10.00` are equal and hash alike.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, BorshSerialize)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

/// Why a text is no decimal number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum DecimalError {
    /// The text is longer than [`DECIMAL_BYTES_MAX`].
    #[error("an amount has at most {DECIMAL_BYTES_MAX} characters")]
    TooLong,
    /// The text is not in the grammar above.
    #[error("an amount is written in digits with at most one point between them, as 10 or 10.50")]
    Malformed,
}

/// Why a decimal number is no amount to be moved in a currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum AmountError {
    /// The number is zero or negative.
    #[error("the amount must be more than zero")]
    NotPositive,
    /// The number has decimals that the currency has not, and they are not zeroes.
    #[error("an amount in {currency} has at most {decimals_max} decimals")]
    TooPrecise {
        /// The currency it was read in.
        currency: Currency,
        /// The decimals this currency has.
        decimals_max: u8,
    },
    /// The number does not fit 64 bits of minor units.
    #[error("the amount is larger than any account can hold")]
    TooLarge,
}

impl Decimal {
    /// Reads decimal text. Zero and negative numbers are well formed; see [`Decimal::is_positive`].
    ///
    /// # Errors
    /// [`DecimalError`] when the text is too long or outside the grammar.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        if text.len() > DECIMAL_BYTES_MAX {
            return Err(DecimalError::TooLong);
        }
        let (is_negative, number) = match text.strip_prefix('-') {
            Some(number) => (true, number),
            None => (false, text),
        };
        let (whole, fraction) = match number.split_once('.') {
            Some((_, "")) => return Err(DecimalError::Malformed),
            Some((whole, fraction)) => (whole, fraction.trim_end_matches('0')),
            None => (number, ""),
        };
        if whole.is_empty() || (whole.len() > 1 && whole.starts_with('0')) {
            return Err(DecimalError::Malformed);
        }
        let magnitude = read_digits(whole.bytes().chain(fraction.bytes()))?;
        let mantissa = if is_negative { magnitude.checked_neg() } else { Some(magnitude) };
        Ok(Self {
            mantissa: mantissa.ok_or(DecimalError::TooLong)?,
            scale: u8::try_from(fraction.len()).map_err(|_| DecimalError::TooLong)?,
        })
    }

    /// Whether the number is more than zero.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.mantissa > 0
    }

    /// The amount this number means in a currency. The sign is judged first, because it is wrong in
    /// every currency alike. Never rounds.
    ///
    /// # Errors
    /// [`AmountError`] when the number is not positive, too precise for the currency, or too large.
    pub fn to_money(self, currency: Currency) -> Result<Money, AmountError> {
        if !self.is_positive() {
            return Err(AmountError::NotPositive);
        }
        self.to_signed_money(currency)
    }

    /// As [`Decimal::to_money`], but zero and negative amounts are amounts too.
    pub(crate) fn to_signed_money(self, currency: Currency) -> Result<Money, AmountError> {
        let decimals_max = currency.exponent();
        let Some(missing_decimals) = decimals_max.checked_sub(self.scale) else {
            return Err(AmountError::TooPrecise { currency, decimals_max });
        };
        let minor = 10_i128
            .checked_pow(u32::from(missing_decimals))
            .and_then(|factor| self.mantissa.checked_mul(factor))
            .and_then(|minor| i64::try_from(minor).ok())
            .ok_or(AmountError::TooLarge)?;
        Ok(Money::from_minor(minor, currency))
    }

    /// Whether reading some text could have made this number.
    fn is_canonical(self) -> bool {
        let fits = self.mantissa.unsigned_abs() < MANTISSA_END && usize::from(self.scale) < DECIMAL_BYTES_MAX;
        let has_trailing_zero = self.scale > 0 && self.mantissa.checked_rem(10) == Some(0);
        fits && !has_trailing_zero
    }
}

/// Reads ASCII digits, most significant first. Digits of other scripts are refused.
fn read_digits(bytes: impl Iterator<Item = u8>) -> Result<i128, DecimalError> {
    let mut number = 0_i128;
    for byte in bytes {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9).ok_or(DecimalError::Malformed)?;
        let shifted = number.checked_mul(10).and_then(|tens| tens.checked_add(i128::from(digit)));
        number = shifted.ok_or(DecimalError::TooLong)?;
    }
    Ok(number)
}

/// Refuses bytes that no text could have made: two spellings of one number would be two numbers.
impl BorshDeserialize for Decimal {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let mantissa = i128::deserialize_reader(reader)?;
        let scale = u8::deserialize_reader(reader)?;
        let decimal = Self { mantissa, scale };
        if decimal.is_canonical() {
            Ok(decimal)
        } else {
            Err(io::Error::new(io::ErrorKind::InvalidData, "a decimal number that no text can spell"))
        }
    }
}
