//! Chance that can be repeated: SplitMix64 (Steele, Lea, Flood 2014), seeded by hand. The system's own
//! randomness is never asked.

/// A stream of numbers that its seed decides.
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

/// The 64 bits that SplitMix64 makes of a state.
#[must_use]
pub(crate) const fn mixed(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Chance {
    /// The stream of a seed.
    #[must_use]
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(crate) const fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// A number below `end`, which is not zero. Its bias is below one in 2³².
    pub(crate) fn below(&mut self, end: usize) -> usize {
        assert!(end > 0, "one of none cannot be drawn");
        let wide = u128::from(self.draw()) * (end as u128);
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `first` to `last`.
    pub(crate) fn between(&mut self, first: i64, last: i64) -> i64 {
        let width = usize::try_from(last - first + 1).unwrap_or(1);
        first + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of them.
    pub(crate) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}
