//! One amount divided among several, with nothing lost.
//!
//! The method of the largest remainder (Hamilton): everybody gets the whole minor units of the exact
//! share, and the units left over go one each to the largest remainders, the earlier of two equal ones
//! first. Knows nothing of why an amount is divided.

use std::cmp::Reverse;
use std::num::NonZeroU128;

use crate::{Money, MoneyError};

/// What one weight gets, without the sign: whole units, and the rest of its exact share in parts of a
/// unit, of which there are as many as the weights sum to.
struct Share {
    units: u128,
    remainder: u128,
}

impl Money {
    /// Divides the amount by weights. The shares stand in the order of the weights and their sum is
    /// exactly the amount. A negative amount is divided as its positive twin, then negated. A weight of
    /// zero gets nothing. The units that do not divide go to the largest remainders, earlier first.
    ///
    /// # Errors
    /// [`MoneyError::NoWeight`] when no weight is above zero.
    pub fn split(self, weights: &[u32]) -> Result<Vec<Self>, MoneyError> {
        let total = weights.iter().map(|weight| u128::from(*weight)).fold(0, u128::saturating_add);
        let total = NonZeroU128::new(total).ok_or(MoneyError::NoWeight)?;
        let mut shares: Vec<Share> = weights.iter().map(|weight| self.whole_share(*weight, total)).collect();
        self.hand_out_rest(&mut shares)?;
        shares.iter().map(|share| self.with_units(share.units)).collect()
    }

    fn whole_share(self, weight: u32, total: NonZeroU128) -> Share {
        // 64 bits times 32 bits always fit 128.
        let parts = u128::from(self.minor().unsigned_abs()).saturating_mul(u128::from(weight));
        Share { units: parts / total, remainder: parts % total }
    }

    /// Gives the units left over to the largest remainders. There are always fewer units left than shares
    /// with a remainder, because each remainder is less than one unit.
    fn hand_out_rest(self, shares: &mut [Share]) -> Result<(), MoneyError> {
        let given = shares.iter().map(|share| share.units).fold(0, u128::saturating_add);
        let rest = u128::from(self.minor().unsigned_abs()).checked_sub(given).ok_or(MoneyError::Overflow)?;
        let rest = usize::try_from(rest).map_err(|_| MoneyError::Overflow)?;
        let mut by_remainder: Vec<&mut Share> = shares.iter_mut().collect();
        by_remainder.sort_by_key(|share| Reverse(share.remainder)); // Stable: the earlier stays first.
        for share in by_remainder.into_iter().take(rest) {
            share.units = share.units.saturating_add(1);
        }
        Ok(())
    }

    /// So many units with this amount's sign and currency.
    fn with_units(self, units: u128) -> Result<Self, MoneyError> {
        let units = i128::try_from(units).map_err(|_| MoneyError::Overflow)?;
        let signed = if self.minor() < 0 { units.saturating_neg() } else { units };
        let minor = i64::try_from(signed).map_err(|_| MoneyError::Overflow)?;
        Ok(Self::from_minor(minor, self.currency()))
    }
}
