//! Notes and coins. Each kind is a multiple of the next smaller one, so that taking the greatest first finds a choice
//! whenever there is one, and the one of the fewest pieces: the simulation needs no search to know what a drawer can
//! make. Worths and sums are minor units.

use specie_domain::rows::Notes;

use crate::town::CURRENCIES;

/// Kinds of notes and coins of each currency.
pub(crate) const KINDS: usize = 6;

/// What they are worth, the greatest first.
pub(crate) const WORTHS: [[i64; KINDS]; CURRENCIES] =
    [[2_000, 500, 100, 20, 5, 1], [5_000, 1_000, 500, 100, 50, 10], [10_000, 5_000, 1_000, 250, 50, 5]];

/// How many of each kind.
pub(crate) type Pieces = [u32; KINDS];

/// What pieces come to.
pub(crate) fn worth(currency: usize, pieces: &Pieces) -> i64 {
    pieces.iter().zip(WORTHS[currency]).map(|(count, worth)| i64::from(*count) * worth).sum()
}

/// `minor` units in pieces of many kinds, the greatest from `greatest` on; what is less than the least kind is missing.
pub(crate) fn spread(currency: usize, minor: i64, greatest: usize) -> Pieces {
    let (mut pieces, mut rest) = ([0; KINDS], minor.max(0));
    for kind in greatest.min(KINDS - 1)..KINDS {
        let share = if kind == KINDS - 1 { rest } else { rest / 2 };
        let count = share / WORTHS[currency][kind];
        pieces[kind] = u32::try_from(count).unwrap_or(0);
        rest -= count * WORTHS[currency][kind];
    }
    pieces
}

/// The greatest sum up to `minor` that pieces make, and the fewest of them that make it.
pub(crate) fn at_most(currency: usize, pieces: &Pieces, minor: i64) -> (i64, Pieces) {
    let (mut taken, mut rest) = ([0; KINDS], minor);
    for kind in 0..KINDS {
        let worth = WORTHS[currency][kind];
        let count = (rest / worth).clamp(0, i64::from(pieces[kind]));
        taken[kind] = u32::try_from(count).unwrap_or(0);
        rest -= count * worth;
    }
    (minor - rest, taken)
}

/// The fewest pieces that make `minor`; none when nothing does.
pub(crate) fn exactly(currency: usize, pieces: &Pieces, minor: i64) -> Option<Pieces> {
    let (made, taken) = at_most(currency, pieces, minor);
    (made == minor && minor > 0).then_some(taken)
}

/// The nearest sums below and above `minor` that pieces make.
pub(crate) fn nearest(currency: usize, pieces: &Pieces, minor: i64) -> (Option<i64>, Option<i64>) {
    let all = worth(currency, pieces);
    let below = at_most(currency, pieces, minor - 1).0;
    // What stays behind is made of pieces just as what is taken.
    let above = (all > minor).then(|| all - at_most(currency, pieces, all - minor - 1).0);
    (Some(below).filter(|below| *below > 0), above)
}

/// Both together.
pub(crate) fn both(pieces: &Pieces, more: &Pieces) -> Pieces {
    let mut sum = *pieces;
    sum.iter_mut().zip(more).for_each(|(own, more)| *own += more);
    sum
}

/// `pieces` without `fewer`; none when they are not all there.
pub(crate) fn without(pieces: &Pieces, fewer: &Pieces) -> Option<Pieces> {
    let mut rest = *pieces;
    for (own, fewer) in rest.iter_mut().zip(fewer) {
        *own = own.checked_sub(*fewer)?;
    }
    Some(rest)
}

/// The same in the core's words.
pub(crate) fn told(currency: usize, pieces: &Pieces) -> Vec<Notes> {
    let kinds = pieces.iter().zip(WORTHS[currency]).filter(|(count, _)| **count > 0);
    kinds.map(|(count, denomination)| Notes { denomination, count: *count }).collect()
}

/// What the core's words mean; none when they are in another order or of other kinds.
pub(crate) fn read(currency: usize, notes: &[Notes]) -> Option<Pieces> {
    let mut pieces = [0; KINDS];
    for Notes { denomination, count } in notes {
        pieces[WORTHS[currency].iter().position(|worth| worth == denomination)?] += count;
    }
    (told(currency, &pieces) == notes).then_some(pieces)
}
