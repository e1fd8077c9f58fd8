//! What a withdrawal costs and earns: pure arithmetic over the schedules of a tariff. Sums are minor units of one
//! currency, rates are basis points, products are `i128`. Knows no accounts, rows or dates.
//!
//! A fee is reckoned on the value of the wallet's UTC day: with `F` the sum of the bands, a withdrawal of `a` after `v`
//! costs the most that `F(u + a) − F(u)` comes to for any `u` from 0 to `v`, rounded up, and to that its own flat sum,
//! minimum and maximum. Where bands grow dearer that is the place the day has reached; where they grow cheaper, the
//! beginning. Whichever withdrawals of a day are undone, those that stay lie at places `u` that are no later than the ones
//! they were reckoned for, so together they pay at least what their sum costs at once: no split pays less.
//! A commission is `floor C(v + a) − floor C(v)`, with flat sum, minimum and maximum inside `C`: no split earns more.

use crate::rows::{Band, Schedule, Scope, TariffBook, TariffLine};
use crate::time::Time;

/// The parts of a minor unit that bands are reckoned in: one basis point of one minor unit is one part.
const PARTS: i128 = 10_000;
/// Half a minor unit in [`PARTS`].
const HALF: i128 = 5_000;

impl Schedule {
    /// Whether its bands ask what was withdrawn before on the same day.
    #[must_use]
    pub fn has_bands(&self) -> bool {
        self.bands.iter().any(|band| band.from > 0 || band.step > 0)
    }

    /// As a commission: whether it asks what was paid before on the same day.
    #[must_use]
    pub fn is_of_the_day(&self) -> bool {
        self.has_bands() || self.flat > 0 || self.min > 0 || self.max.is_some()
    }

    /// As a fee: of a withdrawal of `sum` when `before` was withdrawn before. Nothing for nothing.
    #[must_use]
    pub fn fee(&self, before: i64, sum: i64) -> i64 {
        if sum <= 0 {
            return 0;
        }
        let before = if self.has_bands() { before.max(0) } else { 0 };
        let bands = whole_up(self.dearest(before, sum));
        self.bounded(bands.saturating_add(i128::from(self.flat)))
    }

    /// The most that the bands make of `sum` when so much or less was withdrawn before, in [`PARTS`]. Between the places
    /// where a begin or an end of it enters a band, what it comes to changes evenly: the most is at one of them.
    fn dearest(&self, before: i64, sum: i64) -> i128 {
        let at = |place: i64| self.in_parts(place.saturating_add(sum)).saturating_sub(self.in_parts(place));
        let turns = self.bands.iter().flat_map(|Band { from, .. }| {
            let inside = from.saturating_add(1);
            [*from, inside, from.saturating_sub(sum), inside.saturating_sub(sum)]
        });
        let places = turns.filter(|place| (1..before).contains(place)).chain([before]);
        places.map(at).fold(at(0), i128::max)
    }

    /// As a commission: of all that was paid on a day. Nothing for nothing.
    #[must_use]
    pub fn commission(&self, paid: i64) -> i64 {
        if paid <= 0 {
            return 0;
        }
        let bands = self.in_parts(paid).div_euclid(PARTS);
        self.bounded(bands.saturating_add(i128::from(self.flat)))
    }

    /// Whether the flat sum and the bands, none of whose rates is above `basis_points`, let a withdrawal come to more
    /// than `flat` and so many basis points of its sum, but for a begun minor unit. The dearest for its size is one that
    /// reaches a step and goes on for as long as each further step costs more than the way to it may.
    pub(crate) fn goes_above(&self, flat: i64, basis_points: u32) -> bool {
        let (mut excess, mut most) = (0_i128, 0_i128);
        let mut before: Option<&Band> = None;
        for band in &self.bands {
            if let Some(before) = before {
                let way = i128::from(band.from).saturating_sub(i128::from(before.from));
                let spare = i128::from(basis_points).saturating_sub(i128::from(before.basis_points));
                excess = excess.saturating_sub(way.saturating_mul(spare)).max(0);
            }
            excess = excess.saturating_add(i128::from(band.step).saturating_mul(PARTS));
            (most, before) = (most.max(excess), Some(band));
        }
        i128::from(self.flat).saturating_mul(PARTS).saturating_add(most)
            > i128::from(flat).saturating_mul(PARTS)
    }

    fn bounded(&self, sum: i128) -> i64 {
        let sum = i64::try_from(sum).unwrap_or(i64::MAX).max(self.min);
        self.max.map_or(sum, |max| sum.min(max))
    }

    /// What the bands come to for a value, in [`PARTS`].
    fn in_parts(&self, value: i64) -> i128 {
        let ends = self.bands.iter().skip(1).map(|next| next.from).chain([i64::MAX]);
        self.bands.iter().zip(ends).map(|(band, end)| in_band(band, end, value)).fold(0, i128::saturating_add)
    }
}

fn in_band(band: &Band, end: i64, value: i64) -> i128 {
    if value <= band.from {
        return 0;
    }
    let inside = i128::from(value.min(end)).saturating_sub(i128::from(band.from));
    let rate = inside.saturating_mul(i128::from(band.basis_points));
    rate.saturating_add(i128::from(band.step).saturating_mul(PARTS))
}

/// A begun minor unit is a whole one.
fn whole_up(parts: i128) -> i128 {
    parts.saturating_add(PARTS).saturating_sub(1).div_euclid(PARTS)
}

/// The part of a fee that is a levy, rounded half up. Never more than the fee while the rate is at most the whole.
#[must_use]
pub fn tax(fee: i64, basis_points: u32) -> i64 {
    let parts = i128::from(fee).saturating_mul(i128::from(basis_points));
    i64::try_from(parts.saturating_add(HALF).div_euclid(PARTS)).unwrap_or(i64::MAX)
}

impl TariffLine {
    /// Whether it is in force at `at`.
    #[must_use]
    pub fn is_in_force(&self, at: Time) -> bool {
        self.valid_from <= at && self.valid_to.is_none_or(|end| at < end)
    }

    /// Whether it is for a withdrawal, of which everything is known.
    fn covers(&self, of: &Scope) -> bool {
        let Scope { currency, owner_id, channel, kyc_tier } = self.scope;
        currency == of.currency
            && (owner_id.is_none() || owner_id == of.owner_id)
            && (channel.is_none() || channel == of.channel)
            && (kyc_tier.is_none() || kyc_tier == of.kyc_tier)
    }

    /// The owner says most, then the channel, then the KYC tier; of equals the later version.
    const fn weight(&self) -> (bool, bool, bool, Time) {
        let Scope { owner_id, channel, kyc_tier, .. } = self.scope;
        (owner_id.is_some(), channel.is_some(), kyc_tier.is_some(), self.valid_from)
    }
}

impl TariffBook {
    /// The version in force at `at` for a withdrawal: the most specific one, and of equals the latest.
    #[must_use]
    pub fn choose(&self, of: &Scope, at: Time) -> Option<&TariffLine> {
        let lines = self.lines.iter().filter(|line| line.is_in_force(at) && line.covers(of));
        lines.max_by_key(|line| line.weight())
    }

    /// The first instant after `at` at which another version may apply to it.
    #[must_use]
    pub fn next_change(&self, of: &Scope, at: Time) -> Option<Time> {
        let lines = self.lines.iter().filter(|line| line.covers(of));
        let turns = lines.flat_map(|line| [Some(line.valid_from), line.valid_to]).flatten();
        turns.filter(|turn| *turn > at).min()
    }
}
