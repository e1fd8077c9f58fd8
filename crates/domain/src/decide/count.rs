//! Counts of notes and coins, as people make them: which currency, which note, how many. A count that cannot be so is
//! refused and says where. Knows no till.

use specie_money::Currency;

use super::cashier::rules;
use super::ledger::BALANCE_MAX;
use super::turn::{Stop, Turn};
use crate::denominations::worth;
use crate::outcome::{BadCount, Refusal, TillRefusal};
use crate::rows::{CashRules, Counted, Notes, Pos};

/// What a count comes to, currency by currency; each is one that `pos` serves.
pub(super) fn sums(turn: &Turn<'_>, pos: &Pos, counts: &[Counted]) -> Result<Vec<(Currency, i64)>, Stop> {
    let mut sums: Vec<(Currency, i64)> = Vec::with_capacity(pos.currencies.len());
    turn.set.look_at::<CashRules>(pos.currencies.iter().copied(), |_| ())?; // At once, not one by one.
    for (place, Counted { currency, notes }) in counts.iter().enumerate() {
        if !pos.currencies.contains(currency) {
            return Err(bad(BadCount::Currency(place)));
        }
        if sums.iter().any(|(earlier, _)| earlier == currency) {
            return Err(bad(BadCount::CurrencyTwice(place)));
        }
        sums.push((*currency, sum(turn, place, *currency, notes)?));
    }
    Ok(sums)
}

/// What notes of one currency come to; `place` is where they stand in what was sent.
pub(super) fn sum(turn: &Turn<'_>, place: usize, currency: Currency, notes: &[Notes]) -> Result<i64, Stop> {
    let known = rules(turn, currency)?.denominations;
    for (at, Notes { denomination, .. }) in notes.iter().enumerate() {
        if !known.contains(denomination) {
            return Err(bad(BadCount::NoSuchNote(place, at)));
        }
        if notes.iter().take(at).any(|earlier| earlier.denomination == *denomination) {
            return Err(bad(BadCount::NoteTwice(place, at)));
        }
    }
    let sum = worth(notes).filter(|sum| *sum <= BALANCE_MAX);
    sum.ok_or_else(|| bad(BadCount::TooMuch(place, BALANCE_MAX)))
}

/// A refusal of a count.
pub(super) const fn bad(what: BadCount) -> Stop {
    Stop::Refused(Refusal::AtTill(TillRefusal::CountNotAcceptable(what)))
}
