//! Where a POS is, and what somebody looking for cash may know of it. Places are integer micro-degrees (WGS 84), so
//! that no float is needed to tell which is nearer. Knows no map.

use borsh::{BorshDeserialize, BorshSerialize};

use specie_money::{Currency, Money};

use super::Signer;
use crate::ids::{KeyId, PosId};
use crate::time::Time;

/// A right angle, micro-degrees: the greatest latitude.
pub const LATITUDE_E6_MAX: i32 = 90_000_000;
/// Half a circle, micro-degrees: the greatest longitude.
pub const LONGITUDE_E6_MAX: i32 = 180_000_000;

/// A point on the earth, micro-degrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Point {
    /// North of the equator.
    pub latitude_e6: i32,
    /// East of Greenwich.
    pub longitude_e6: i32,
}

impl Point {
    /// Whether there is such a point.
    #[must_use]
    pub const fn is_on_earth(self) -> bool {
        self.latitude_e6.unsigned_abs() <= LATITUDE_E6_MAX.unsigned_abs()
            && self.longitude_e6.unsigned_abs() <= LONGITUDE_E6_MAX.unsigned_abs()
    }

    /// How far another point is, metres: on a plane as wide as the parallel between them, good to some parts in a
    /// hundred within a town and a country, and always the same on every machine.
    #[must_use]
    pub fn metres_to(self, other: Self) -> u32 {
        let north = i64::from(self.latitude_e6).saturating_sub(i64::from(other.latitude_e6));
        let east = i64::from(self.longitude_e6).saturating_sub(i64::from(other.longitude_e6)).abs();
        let circle = i64::from(LONGITUDE_E6_MAX).saturating_mul(2);
        let east = east.min(circle.saturating_sub(east));
        let middle = i64::from(self.latitude_e6).saturating_add(i64::from(other.latitude_e6)).div_euclid(2);
        let east = east.saturating_mul(cosine_e6(middle)).div_euclid(1_000_000);
        let degrees_e6 = square(north).saturating_add(square(east)).isqrt();
        let metres = degrees_e6.saturating_mul(METRES_OF_DEGREE).div_euclid(1_000_000);
        u32::try_from(metres).unwrap_or(u32::MAX)
    }
}

/// A degree of a great circle of 40,030 km, metres.
const METRES_OF_DEGREE: i64 = 111_195;

fn square(of: i64) -> i64 {
    of.saturating_mul(of)
}

/// The cosine of so many micro-degrees, millionths, by Bhaskara's rational form: off by 0.0017 at most.
fn cosine_e6(latitude_e6: i64) -> i64 {
    let degrees_e3 = latitude_e6.div_euclid(1_000);
    let squared = square(degrees_e3);
    let whole = 32_400_000_000_i64;
    let over = whole.saturating_sub(squared.saturating_mul(4)).saturating_mul(1_000);
    let under = whole.saturating_add(squared).div_euclid(1_000);
    over.checked_div(under).unwrap_or(0).clamp(0, 1_000_000)
}

/// Where a POS is.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PosPlace {
    /// The POS.
    pub pos_id: PosId,
    /// Its point.
    pub point: Point,
    /// Its town.
    pub town: String,
    /// When it is open, in its owner's words.
    pub hours: String,
}

/// Which way a POS wants its float to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum FloatWay {
    /// More float.
    Bring,
    /// Less of it.
    TakeAway,
}

/// What became of a request for float.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum FloatAnswer {
    /// It waits for the operator.
    Waiting,
    /// The operator moved the float.
    Granted(Time, Signer),
    /// The operator does not.
    Declined(Time, Signer),
    /// The POS took it back.
    Withdrawn(Time),
}

/// The newest request of a POS for float in a currency; it replaces the one before.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FloatRequest {
    /// Whose, and in which currency.
    pub key: (PosId, Currency),
    /// The how-manieth of them, so that nobody answers another one than was read.
    pub number: u32,
    /// Which way.
    pub way: FloatWay,
    /// How much.
    pub amount: Money,
    /// The access key that asked.
    pub asked_by: KeyId,
    /// When.
    pub asked_at: Time,
    /// What became of it.
    pub answer: FloatAnswer,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude_e6: i32, longitude_e6: i32) -> Point {
        Point { latitude_e6, longitude_e6 }
    }

    #[test]
    fn a_distance_is_within_three_parts_in_a_hundred_of_the_great_circle() {
        let london = point(51_507_400, -127_800);
        for (other, metres) in [
            (point(51_507_400, -127_800), 0_u32),
            (point(51_517_400, -127_800), 1_112),
            (point(51_507_400, -117_800), 692),
            (point(53_480_800, -2_242_600), 262_000),
            (point(48_856_600, 2_352_200), 343_600),
            (point(55_953_300, -3_188_300), 534_000),
        ] {
            let found = london.metres_to(other);
            assert!(found.abs_diff(metres) <= metres / 33 + 1, "{other:?}: {found} instead of {metres}");
            assert_eq!(other.metres_to(london), found, "{other:?}");
        }
    }

    #[test]
    fn the_shorter_way_round_the_earth_is_taken() {
        let far = point(0, 179_999_000).metres_to(point(0, -179_999_000));
        assert!(far.abs_diff(222) <= 2, "{far}");
        assert!(point(90_000_000, 0).metres_to(point(90_000_000, 90_000_000)) < 20_000);
    }
}
