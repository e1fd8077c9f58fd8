//! The tariffs of a world: a small menu, each entry named by a number, so that a step of a history can name it. Sums are
//! minor units, rates are basis points. Reckons nothing: that is the design's affair, and the core's.

use specie_domain::rows::{Band, Schedule};

/// Bands of a schedule on the menu.
const BANDS: usize = 3;

/// One side of a tariff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Rates {
    /// A fee: of each withdrawal. A commission: of the day.
    pub(crate) flat: i64,
    /// From, basis points, and once it is reached; in rising order, the first from zero.
    pub(crate) bands: [(i64, i64, i64); BANDS],
    /// At least.
    pub(crate) min: i64,
    /// At most.
    pub(crate) max: Option<i64>,
}

/// A tariff on the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Menu {
    pub(crate) fee: Rates,
    pub(crate) commission: Rates,
    /// Basis points of the fee.
    pub(crate) levy: u32,
}

/// One rate for everything.
const fn plain(flat: i64, rate: i64) -> Rates {
    Rates { flat, bands: [(0, rate, 0), (0, 0, 0), (0, 0, 0)], min: 0, max: None }
}

const fn banded(flat: i64, bands: [(i64, i64, i64); BANDS], min: i64, max: Option<i64>) -> Rates {
    Rates { flat, bands, min, max }
}

const PROGRESSIVE: [(i64, i64, i64); BANDS] = [(0, 40, 0), (3_000, 150, 9), (12_000, 330, 0)];
const DEGRESSIVE: [(i64, i64, i64); BANDS] = [(0, 300, 0), (2_500, 110, 0), (9_000, 20, 4)];

/// What an operator may choose.
pub(crate) const MENU: [Menu; 6] = [
    Menu { fee: plain(0, 0), commission: plain(0, 0), levy: 0 },
    Menu { fee: plain(25, 100), commission: plain(0, 37), levy: 1_600 },
    Menu {
        fee: banded(0, PROGRESSIVE, 0, None),
        commission: banded(3, DEGRESSIVE, 0, Some(400)),
        levy: 1_000,
    },
    Menu {
        fee: banded(7, DEGRESSIVE, 20, Some(350)),
        commission: banded(0, PROGRESSIVE, 5, None),
        levy: 777,
    },
    Menu { fee: plain(0, 10_000), commission: plain(0, 3_000), levy: 10_000 },
    Menu {
        fee: banded(0, [(0, 0, 0), (4_000, 250, 0), (5_000, 250, 30)], 0, Some(900)),
        commission: plain(12, 0),
        levy: 0,
    },
];

impl Rates {
    /// The bands there are: the first, and those that begin above it.
    pub(crate) fn live_bands(&self) -> impl DoubleEndedIterator<Item = (i64, i64, i64)> {
        let bands = self.bands;
        bands.into_iter().enumerate().filter(|(place, band)| *place == 0 || band.0 > 0).map(|(_, band)| band)
    }

    /// The same in the core's words.
    pub(crate) fn schedule(&self) -> Schedule {
        let band = |(from, rate, step): (i64, i64, i64)| Band {
            from,
            basis_points: u32::try_from(rate).unwrap_or(0),
            step,
        };
        let (flat, min, max) = (self.flat, self.min, self.max);
        Schedule { flat, bands: self.live_bands().map(band).collect(), min, max }
    }
}
