//! The currencies of ISO 4217 that can be counted: those with a minor unit.
//!
//! Codes, numbers and exponents come from the crate `iso_currency`; a test of ours compares every
//! exponent with ISO's own list. Currencies that ISO has withdrawn (HRK, SLL, ...) stay readable,
//! because old books name them. Gold, special drawing rights, test codes and the like have no minor
//! unit and are no `Currency`. Knows no rates and no countries.

use std::cmp::Ordering;
use std::fmt;
use std::io;

use borsh::{BorshDeserialize, BorshSerialize};

/// The largest number of decimals any currency has: CLF and UYW count in ten-thousandths.
pub const EXPONENT_MAX: u8 = 4;

/// The largest numeric code that ISO 4217 can give out: three digits.
const NUMERIC_MAX: u16 = 999;

/// A currency whose amounts are whole numbers of a minor unit: pence, yen, fils.
///
/// Ordered by numeric code, an order that no release of a library can change.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    iso: iso_currency::Currency,
    exponent: u8,
}

impl Currency {
    /// Reads an alphabetic code: exactly three upper-case ASCII letters, as ISO 4217 writes them.
    /// `gbp` is refused, so that one currency has one spelling everywhere.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let is_spelt_as_iso = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_spelt_as_iso {
            return None;
        }
        iso_currency::Currency::from_code(code).and_then(Self::from_iso)
    }

    /// Finds a currency by its numeric code: 826 is GBP.
    #[must_use]
    pub fn from_numeric(numeric: u16) -> Option<Self> {
        iso_currency::Currency::from_numeric(numeric).and_then(Self::from_iso)
    }

    /// Every currency, in the order of the numeric codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=NUMERIC_MAX).filter_map(Self::from_numeric)
    }

    /// The alphabetic code: `GBP`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.iso.code()
    }

    /// The numeric code: 826 for GBP.
    #[must_use]
    pub fn numeric(self) -> u16 {
        self.iso.numeric()
    }

    /// How many decimals an amount has: 2 for GBP, 0 for JPY, 3 for KWD, 4 for CLF.
    #[must_use]
    pub const fn exponent(self) -> u8 {
        self.exponent
    }

    /// The sign people write: `£` for GBP, and `¤` where there is none.
    #[must_use]
    pub fn symbol(self) -> String {
        self.iso.symbol().symbol
    }

    fn from_iso(iso: iso_currency::Currency) -> Option<Self> {
        let exponent = u8::try_from(iso.exponent()?).ok()?;
        (exponent <= EXPONENT_MAX).then_some(Self { iso, exponent })
    }
}

impl Ord for Currency {
    fn cmp(&self, other: &Self) -> Ordering {
        self.numeric().cmp(&other.numeric())
    }
}

impl PartialOrd for Currency {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The numeric code, two bytes, little endian. This form is in journals and never changes.
impl BorshSerialize for Currency {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        self.numeric().serialize(writer)
    }
}

impl BorshDeserialize for Currency {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        let numeric = u16::deserialize_reader(reader)?;
        Self::from_numeric(numeric).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, format!("no currency has the numeric code {numeric}"))
        })
    }
}
