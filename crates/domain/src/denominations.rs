//! Which notes and coins make a sum: exactly, from what a drawer holds. The fewest are chosen; of equally few, those
//! that wear the drawer down most evenly (the least sum of used² / held over its denominations). Where no choice makes
//! the sum, the nearest sums below and above that some choice makes. Worths and sums are minor units of one currency.
//! Knows no currency, no till and no account.
//!
//! The work is bounded, and the answer never guesses. A search from the greatest note down settles the drawers of this
//! world within [`SEARCH_STEPS_MAX`]. Where it does not, the sums that can be made at all are marked in one bit each
//! ([`REACH_UNITS_MAX`]), and a table over all sums finds the best choice ([`TABLE_STEPS_MAX`]). What exceeds all
//! three is said to be not known.

use std::cmp::Reverse;

use crate::rows::Notes;

/// Nodes one search visits.
const SEARCH_STEPS_MAX: u32 = 20_000;
/// Cells one table computes, counted with the choices in each.
const TABLE_STEPS_MAX: i64 = 4_000_000;
/// Sums one drawer may reach, counted in the greatest unit that all its denominations are multiples of.
const REACH_UNITS_MAX: i64 = 1 << 21;
/// How finely used² / held is told apart, bits.
const WEAR_BITS: u32 = 16;

/// What a drawer can do about a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// These notes make it, the greatest first.
    Notes(Vec<Notes>),
    /// Nothing makes it. The nearest sums that something makes, where there are any and they are known.
    Nearest {
        /// The greatest below it, above zero.
        below: Option<i64>,
        /// The least above it.
        above: Option<i64>,
    },
    /// More work than is allowed would be needed to say.
    NotKnown,
}

/// What notes come to, minor units; none when it does not fit.
#[must_use]
pub fn worth(notes: &[Notes]) -> Option<i64> {
    notes.iter().try_fold(0_i64, |sum, Notes { denomination, count }| {
        sum.checked_add(denomination.checked_mul(i64::from(*count))?)
    })
}

/// `notes` with `more` added to them.
#[must_use]
pub fn with(notes: &[Notes], more: &[Notes]) -> Vec<Notes> {
    let mut sum = notes.to_vec();
    for added in more {
        match sum.iter_mut().find(|own| own.denomination == added.denomination) {
            Some(own) => own.count = own.count.saturating_add(added.count),
            None => sum.push(*added),
        }
    }
    sum.retain(|own| own.count > 0);
    sum.sort_unstable_by_key(|own| Reverse(own.denomination));
    sum
}

/// `notes` with `fewer` taken from them; none when they are not all there.
#[must_use]
pub fn without(notes: &[Notes], fewer: &[Notes]) -> Option<Vec<Notes>> {
    let mut rest = notes.to_vec();
    for taken in fewer.iter().filter(|taken| taken.count > 0) {
        let own = rest.iter_mut().find(|own| own.denomination == taken.denomination)?;
        own.count = own.count.checked_sub(taken.count)?;
    }
    rest.retain(|own| own.count > 0);
    Some(rest)
}

/// The best way to make `sum` out of `drawer`, whose denominations are positive and all different.
#[must_use]
pub fn make(drawer: &[Notes], sum: i64) -> Made {
    let Some(total) = worth(drawer) else {
        return Made::NotKnown;
    };
    if sum <= 0 || sum > total {
        return nearest(drawer, sum, total);
    }
    let kinds = kinds(drawer, sum);
    let mut search = Search::default();
    search.descend(&kinds, sum, Cost::default());
    let is_exhausted = search.steps <= SEARCH_STEPS_MAX;
    match search.best {
        Some(best) if is_exhausted => Made::Notes(notes(&kinds, &best.used)),
        None if is_exhausted => nearest(drawer, sum, total),
        found => beyond_search(drawer, &kinds, sum, found),
    }
}

/// What is left to say once the search has used up its steps.
fn beyond_search(drawer: &[Notes], kinds: &[Kind], sum: i64, found: Option<Best>) -> Made {
    if found.is_none() && Reach::of(drawer).is_some_and(|reach| !reach.has(sum)) {
        return nearest(drawer, sum, worth(drawer).unwrap_or(sum));
    }
    // A choice without the proof that no other is shorter is a good one still.
    let used = table(kinds, sum).or_else(|| found.map(|best| best.used));
    used.map_or(Made::NotKnown, |used| Made::Notes(notes(kinds, &used)))
}

fn nearest(drawer: &[Notes], sum: i64, total: i64) -> Made {
    let Some(reach) = Reach::of(drawer) else {
        return Made::Nearest { below: None, above: None };
    };
    let below = reach.at_most(sum.saturating_sub(1)).filter(|below| *below > 0);
    // What is left of the whole drawer is reached just as what is taken from it.
    let left = total.checked_sub(sum.max(0)).and_then(|rest| reach.at_most(rest.checked_sub(1)?));
    Made::Nearest { below, above: left.and_then(|left| total.checked_sub(left)) }
}

/// One denomination under search.
struct Kind {
    worth: i64,
    /// How many may be used for the sum.
    usable: u32,
    /// How many the drawer holds.
    held: u32,
    /// What this one and all smaller ones come to.
    capacity: i64,
    /// What this one and all smaller ones are multiples of.
    unit: i64,
}

/// What a choice costs; fewer notes before anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Cost {
    notes: u64,
    wear: u128,
}

impl Kind {
    fn cost(&self, used: u32) -> Cost {
        let square = u128::from(used).saturating_mul(u128::from(used));
        let wear = square.saturating_mul(1_u128 << WEAR_BITS).checked_div(u128::from(self.held));
        Cost { notes: u64::from(used), wear: wear.unwrap_or(0) }
    }

    fn most(&self, rest: i64) -> u32 {
        let fitting = rest.checked_div(self.worth).unwrap_or(0);
        self.usable.min(u32::try_from(fitting).unwrap_or(u32::MAX))
    }

    fn takes(&self, used: u32) -> i64 {
        self.worth.saturating_mul(i64::from(used))
    }
}

impl Cost {
    const fn plus(self, other: Self) -> Self {
        Self { notes: self.notes.saturating_add(other.notes), wear: self.wear.saturating_add(other.wear) }
    }
}

/// The denominations that may help to make `sum`, the greatest first.
fn kinds(drawer: &[Notes], sum: i64) -> Vec<Kind> {
    let mut useful: Vec<Notes> =
        drawer.iter().copied().filter(|own| own.count > 0 && own.denomination <= sum).collect();
    useful.sort_unstable_by_key(|own| own.denomination);
    let (mut capacity, mut unit) = (0_i64, 0_i64);
    let mut kinds: Vec<Kind> = Vec::with_capacity(useful.len());
    for Notes { denomination, count } in useful {
        let fitting = sum.checked_div(denomination).unwrap_or(0);
        let usable = count.min(u32::try_from(fitting).unwrap_or(u32::MAX));
        capacity = capacity.saturating_add(denomination.saturating_mul(i64::from(usable)));
        unit = greatest_common(unit, denomination);
        kinds.push(Kind { worth: denomination, usable, held: count, capacity, unit });
    }
    kinds.reverse();
    kinds
}

fn notes(kinds: &[Kind], used: &[u32]) -> Vec<Notes> {
    let chosen = kinds.iter().zip(used).filter(|(_, used)| **used > 0);
    chosen.map(|(kind, used)| Notes { denomination: kind.worth, count: *used }).collect()
}

const fn greatest_common(mut one: i64, mut other: i64) -> i64 {
    while other != 0 {
        (one, other) = match one.checked_rem(other) {
            Some(rest) => (other, rest),
            None => (other, 0),
        };
    }
    one
}

/// A choice: how many of each kind.
struct Best {
    cost: Cost,
    used: Vec<u32>,
}

#[derive(Default)]
struct Search {
    steps: u32,
    used: Vec<u32>,
    best: Option<Best>,
}

impl Search {
    /// Tries every choice of `kinds` for `rest` that may still be the best, many of the greatest first.
    fn descend(&mut self, kinds: &[Kind], rest: i64, cost: Cost) {
        self.steps = self.steps.saturating_add(1);
        if rest == 0 {
            return self.offer(cost);
        }
        let Some((kind, smaller)) = kinds.split_first() else {
            return;
        };
        let is_hopeless = rest > kind.capacity || rest.checked_rem(kind.unit) != Some(0);
        if self.steps > SEARCH_STEPS_MAX || is_hopeless || self.is_beaten(kind, rest, cost) {
            return;
        }
        for used in (0..=kind.most(rest)).rev() {
            self.used.push(used);
            self.descend(smaller, rest.saturating_sub(kind.takes(used)), cost.plus(kind.cost(used)));
            self.used.pop();
            if self.steps > SEARCH_STEPS_MAX {
                return;
            }
        }
    }

    /// Whether even notes of the greatest kind alone would cost as much as the best choice so far.
    fn is_beaten(&self, kind: &Kind, rest: i64, cost: Cost) -> bool {
        let whole = rest.checked_div(kind.worth).unwrap_or(0);
        let part = i64::from(rest.checked_rem(kind.worth) != Some(0));
        let fewest = u64::try_from(whole.saturating_add(part)).unwrap_or(0);
        let least = cost.plus(Cost { notes: fewest, wear: 0 });
        self.best.as_ref().is_some_and(|best| least >= best.cost)
    }

    fn offer(&mut self, cost: Cost) {
        if self.best.as_ref().is_none_or(|best| cost < best.cost) {
            self.best = Some(Best { cost, used: self.used.clone() });
        }
    }
}

/// The best choice by a table over all sums up to `sum`; none when there is none or the table were too large.
fn table(kinds: &[Kind], sum: i64) -> Option<Vec<u32>> {
    let unit = kinds.first()?.unit;
    if sum.checked_rem(unit)? != 0 {
        return None;
    }
    let units = sum.checked_div(unit)?;
    let choices = |kind: &Kind| i64::from(kind.most(sum)).saturating_add(1).saturating_mul(units);
    let steps = kinds.iter().fold(0_i64, |steps, kind| steps.saturating_add(choices(kind)));
    if steps > TABLE_STEPS_MAX {
        return None;
    }
    let mut best: Vec<Option<Cost>> = vec![Some(Cost::default())];
    best.resize(usize::try_from(units.checked_add(1)?).ok()?, None);
    let mut chosen: Vec<Vec<u32>> = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let step = usize::try_from(kind.worth.checked_div(unit)?).ok()?;
        let cells = (0..best.len()).map(|place| cell(&best, kind, step, place));
        let (costs, used): (Vec<Option<Cost>>, Vec<u32>) = cells.unzip();
        best = costs;
        chosen.push(used);
    }
    best.last().copied().flatten()?;
    read_back(&chosen, kinds, unit, units)
}

/// The best of one sum once `kind` may be used too, and how many of it.
fn cell(best: &[Option<Cost>], kind: &Kind, step: usize, place: usize) -> (Option<Cost>, u32) {
    let mut found: (Option<Cost>, u32) = (best.get(place).copied().flatten(), 0);
    let mut rest = place;
    for used in 1..=kind.usable {
        let Some(less) = rest.checked_sub(step) else {
            break;
        };
        rest = less;
        let cost = best.get(rest).copied().flatten().map(|cost| cost.plus(kind.cost(used)));
        if let Some(cost) = cost
            && found.0.is_none_or(|known| cost < known)
        {
            found = (Some(cost), used);
        }
    }
    found
}

fn read_back(chosen: &[Vec<u32>], kinds: &[Kind], unit: i64, units: i64) -> Option<Vec<u32>> {
    let mut place = units;
    let mut used: Vec<u32> = Vec::with_capacity(kinds.len());
    for (kind, chosen) in kinds.iter().zip(chosen).rev() {
        let count = *chosen.get(usize::try_from(place).ok()?)?;
        place = place.checked_sub(kind.takes(count).checked_div(unit)?)?;
        used.push(count);
    }
    used.reverse();
    Some(used)
}

/// Which sums a drawer can make: one bit for each multiple of `unit` up to all it holds.
struct Reach {
    unit: i64,
    words: Vec<u64>,
}

impl Reach {
    fn of(drawer: &[Notes]) -> Option<Self> {
        let total = worth(drawer)?;
        let own = drawer.iter().filter(|own| own.count > 0);
        let unit = own.fold(0, |unit, own| greatest_common(unit, own.denomination));
        let units = total.checked_div(unit).unwrap_or(0);
        if units > REACH_UNITS_MAX {
            return None;
        }
        let words = usize::try_from(units.checked_div(64)?.checked_add(1)?).ok()?;
        let mut reach = Self { unit: unit.max(1), words: vec![0; words] };
        if let Some(first) = reach.words.first_mut() {
            *first = 1;
        }
        for Notes { denomination, count } in drawer {
            reach.add(denomination.checked_div(reach.unit)?, *count)?;
        }
        Some(reach)
    }

    /// So many notes more of one worth: shares of 1, 2, 4 and so on of them, and the rest, make every number of them.
    fn add(&mut self, worth: i64, count: u32) -> Option<()> {
        let (mut left, mut share) = (count, 1_u32);
        while left > 0 {
            let taken = share.min(left);
            left = left.saturating_sub(taken);
            share = share.saturating_mul(2);
            self.shift_in(usize::try_from(worth.checked_mul(i64::from(taken))?).ok()?);
        }
        Some(())
    }

    /// Every sum there is, and the same with `by` more.
    fn shift_in(&mut self, by: usize) {
        let (words, bits) = (by.div_euclid(64), u32::try_from(by.rem_euclid(64)).unwrap_or(0));
        for place in (words..self.words.len()).rev() {
            let from = place.saturating_sub(words);
            let word = |place: Option<usize>| place.and_then(|place| self.words.get(place)).copied();
            let low = word(Some(from)).unwrap_or(0).checked_shl(bits).unwrap_or(0);
            let carried = word(from.checked_sub(1)).unwrap_or(0);
            let high = carried.checked_shr(64_u32.saturating_sub(bits)).unwrap_or(0);
            if let Some(own) = self.words.get_mut(place) {
                *own |= low | high;
            }
        }
    }

    fn has(&self, sum: i64) -> bool {
        sum >= 0 && self.at_most(sum) == Some(sum)
    }

    /// The greatest sum up to `most` that can be made; zero always can.
    fn at_most(&self, most: i64) -> Option<i64> {
        let units = usize::try_from(most.checked_div(self.unit).filter(|_| most >= 0)?).ok()?;
        let (word, bit) = (units.div_euclid(64), u32::try_from(units.rem_euclid(64)).ok()?);
        let cut = |(place, word_bits): (usize, &u64)| {
            let kept = u64::MAX.checked_shr(63_u32.saturating_sub(bit)).unwrap_or(u64::MAX);
            let bits = if place == word { word_bits & kept } else { *word_bits };
            (place, bits)
        };
        let kept = word.saturating_add(1).min(self.words.len());
        let mut last = self.words.get(..kept)?.iter().enumerate().rev().map(cut);
        let (place, bits) = last.find(|(_, bits)| *bits != 0)?;
        let highest = i64::from(63_u32.saturating_sub(bits.leading_zeros()));
        let units = i64::try_from(place).ok()?.checked_mul(64)?.checked_add(highest)?;
        units.checked_mul(self.unit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn drawer(notes: &[(i64, u32)]) -> Vec<Notes> {
        notes
            .iter()
            .map(|(denomination, count)| Notes { denomination: *denomination, count: *count })
            .collect()
    }

    /// Every choice there is, tried one by one: the sums it makes, and the least cost of each.
    fn every_choice(drawer: &[Notes]) -> std::collections::BTreeMap<i64, Cost> {
        let mut all = std::collections::BTreeMap::from([(0, Cost::default())]);
        for Notes { denomination, count } in drawer {
            let mut more = all.clone();
            for (sum, cost) in &all {
                for used in 1..=*count {
                    let kind =
                        Kind { worth: *denomination, usable: *count, held: *count, capacity: 0, unit: 1 };
                    let cost = cost.plus(kind.cost(used));
                    let known = more.entry(i64::saturating_add(*sum, kind.takes(used))).or_insert(cost);
                    *known = cost.min(*known);
                }
            }
            all = more;
        }
        all
    }

    fn cost_of(drawer: &[Notes], chosen: &[Notes]) -> Cost {
        chosen.iter().fold(Cost::default(), |sum, Notes { denomination, count }| {
            let held = drawer.iter().find(|own| own.denomination == *denomination).unwrap().count;
            assert!(*count <= held, "no more than there are");
            let kind = Kind { worth: *denomination, usable: held, held, capacity: 0, unit: 1 };
            sum.plus(kind.cost(*count))
        })
    }

    /// British notes and coins, yen, and Kuwaiti fils, and sets no greedy choice is right for.
    fn denominations() -> impl Strategy<Value = Vec<i64>> {
        prop_oneof![
            Just(vec![5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
            Just(vec![5000, 2000, 1000, 500]),
            Just(vec![10_000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1]),
            Just(vec![20_000, 10_000, 5000, 1000, 500, 250, 100, 50, 20, 10, 5]),
            Just(vec![50, 30, 20]),
            Just(vec![30, 24, 12, 6, 3, 1]),
            Just(vec![7, 5]),
        ]
    }

    fn small_drawers() -> impl Strategy<Value = Vec<Notes>> {
        denominations().prop_flat_map(|worths| {
            prop::collection::vec(0_u32..4, worths.len()).prop_map(move |counts| {
                let own = worths.iter().zip(counts);
                own.map(|(denomination, count)| Notes { denomination: *denomination, count }).collect()
            })
        })
    }

    proptest! {
        #[test]
        fn a_choice_is_exact_the_shortest_the_flattest_and_a_refusal_names_the_nearest_sums(
            drawer in small_drawers().prop_filter("few choices", |drawer| {
                drawer.iter().map(|own| u64::from(own.count) + 1).product::<u64>() <= 20_000
            }),
            sum in 1_i64..60_000,
        ) {
            let all = every_choice(&drawer);
            match make(&drawer, sum) {
                Made::Notes(chosen) => {
                    prop_assert_eq!(worth(&chosen), Some(sum));
                    prop_assert_eq!(Some(&cost_of(&drawer, &chosen)), all.get(&sum));
                }
                Made::Nearest { below, above } => {
                    prop_assert!(!all.contains_key(&sum), "{} can be made", sum);
                    let under = all.range(1..sum).next_back().map(|(sum, _)| *sum);
                    let over = all.range(sum..).next().map(|(sum, _)| *sum);
                    prop_assert_eq!((below, above), (under, over));
                }
                Made::NotKnown => prop_assert!(false, "a small drawer is always known"),
            }
        }

        #[test]
        fn the_table_finds_what_the_search_finds(
            drawer in small_drawers(),
            sum in 1_i64..20_000,
        ) {
            let kinds = kinds(&drawer, sum);
            let mut search = Search::default();
            search.descend(&kinds, sum, Cost::default());
            prop_assume!(search.steps <= SEARCH_STEPS_MAX);
            let by_table = table(&kinds, sum).map(|used| cost_of(&drawer, &notes(&kinds, &used)));
            prop_assert_eq!(by_table, search.best.map(|best| best.cost));
        }

        #[test]
        fn what_is_taken_out_and_put_back_changes_nothing(drawer in small_drawers(), sum in 1_i64..20_000) {
            let drawer = with(&drawer, &[]);
            if let Made::Notes(chosen) = make(&drawer, sum) {
                let rest = without(&drawer, &chosen).unwrap();
                prop_assert_eq!(with(&rest, &chosen), drawer);
            }
        }
    }

    #[test]
    fn of_equally_few_notes_those_are_taken_of_which_there_are_most() {
        // 60 = 30 + 30 = 50 + 10: two notes either way.
        let plenty_of_thirties = drawer(&[(50, 2), (30, 40), (10, 2)]);
        assert_eq!(make(&plenty_of_thirties, 60), Made::Notes(drawer(&[(30, 2)])));
        let few_thirties = drawer(&[(50, 40), (30, 2), (10, 40)]);
        assert_eq!(make(&few_thirties, 60), Made::Notes(drawer(&[(50, 1), (10, 1)])));
    }

    #[test]
    fn a_sum_the_greatest_notes_lead_astray_is_found_all_the_same() {
        assert_eq!(make(&drawer(&[(50, 1), (20, 4)]), 80), Made::Notes(drawer(&[(20, 4)])));
        assert_eq!(make(&drawer(&[(2000, 3)]), 5000), Made::Nearest { below: Some(4000), above: Some(6000) });
        assert_eq!(make(&drawer(&[(2000, 3)]), 500), Made::Nearest { below: None, above: Some(2000) });
        assert_eq!(make(&drawer(&[(2000, 3)]), 9000), Made::Nearest { below: Some(6000), above: None });
        assert_eq!(make(&[], 500), Made::Nearest { below: None, above: None });
    }

    #[test]
    fn the_work_is_bounded_and_what_exceeds_it_is_never_guessed() {
        // Odd worths, none of which divides another: the search runs out of steps, the table does not.
        let odd = drawer(&[(997, 90), (991, 90), (983, 90), (977, 90), (971, 90), (967, 90)]);
        let sum = 40_000;
        let mut search = Search::default();
        search.descend(&kinds(&odd, sum), sum, Cost::default());
        assert!(search.steps >= SEARCH_STEPS_MAX, "the drawer is hard: {}", search.steps);
        match make(&odd, sum) {
            Made::Notes(chosen) => assert_eq!(worth(&chosen), Some(sum)),
            Made::Nearest { below, above } => assert!(below < Some(sum) && above > Some(sum)),
            Made::NotKnown => {}
        }
        let vast = drawer(&[(9_999_991, 4_000_000), (9_999_973, 4_000_000)]);
        assert!(
            !matches!(make(&vast, 99_999_999_999), Made::Notes(chosen) if worth(&chosen) != Some(99_999_999_999))
        );
    }
}
