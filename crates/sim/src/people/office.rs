//! What the operator's people and POS owners do about float and settlement. Sums are minor units.

use super::People;
use crate::ask::{Ask, FloatAsk, SettleAsk};
use crate::play::Play;
use crate::step::{Act, What};
use crate::town::{CURRENCIES, KEYS_OF_POS, OWNERS, POS};

impl People {
    /// Somebody moves float, asks for some, or settles.
    pub(super) fn office(&mut self, play: &Play) -> Act {
        let ask = if self.chance.once_in(3) {
            Ask::Float(self.of_float(play))
        } else {
            Ask::Settle(self.of_settlement(play))
        };
        self.send(0, What::Other(ask))
    }

    fn of_float(&mut self, play: &Play) -> FloatAsk {
        let (pos, currency) = (self.chance.below(POS), self.any_currency());
        let minor = match self.chance.below(12) {
            0 => -self.chance.between(0, 3),
            1..4 => self.chance.between(1, 400_000),
            _ => self.chance.between(1, 20_000),
        };
        let key = pos * KEYS_OF_POS + self.chance.below(KEYS_OF_POS);
        match self.chance.below(20) {
            0..5 => {
                let to = if self.chance.once_in(6) { self.chance.below(POS) } else { (pos + OWNERS) % POS };
                FloatAsk::Move { from: pos, to, currency, minor }
            }
            5..8 => FloatAsk::Return { pos, currency, minor },
            8..11 => FloatAsk::Watch { pos, currency, below: self.below(play, pos, currency) },
            11 => FloatAsk::Credit { pos, currency, line: self.chance.between(-1, 6_000) },
            12..15 => FloatAsk::Ask {
                key,
                pos: if self.chance.once_in(12) { self.chance.below(POS) } else { pos },
                currency,
                brings: self.chance.once_in(2),
                minor,
            },
            15 => FloatAsk::TakeBack { key, pos, currency },
            _ => self.answer_float(play, (pos, currency)),
        }
    }

    /// A sum that the position may fall below soon.
    fn below(&mut self, play: &Play, pos: usize, currency: usize) -> i64 {
        let there = play.design.position(pos, currency);
        if self.chance.once_in(4) {
            self.chance.between(-1, 1)
        } else {
            there + self.chance.between(-9_000, 4_000)
        }
    }

    fn answer_float(&mut self, play: &Play, any: (usize, usize)) -> FloatAsk {
        let all = (0..POS).flat_map(|pos| (0..CURRENCIES).map(move |currency| (pos, currency)));
        let waiting: Vec<(usize, usize)> =
            all.filter(|(pos, currency)| play.design.asked_for(*pos, *currency).is_some()).collect();
        let of = if waiting.is_empty() { any } else { self.chance.one_of(&waiting) };
        let number = play.design.asked_for(of.0, of.1).unwrap_or(1);
        let number = if self.chance.once_in(8) { number.saturating_sub(1) } else { number };
        FloatAsk::Answer { pos: of.0, currency: of.1, number, grant: !self.chance.once_in(4) }
    }

    fn of_settlement(&mut self, play: &Play) -> SettleAsk {
        let (owner, currency) = (self.chance.below(OWNERS), self.any_currency());
        let next_s = match self.chance.below(12) {
            0 => Some(-self.chance.between(0, 5)),
            1..4 => None,
            4..8 => Some(self.chance.between(5, 120)),
            _ => Some(self.chance.between(60, 4_000)),
        };
        let count = play.town.batches.len();
        match self.chance.below(20) {
            0..5 => {
                let threshold = match self.chance.below(6) {
                    0 => -1,
                    1 => self.chance.between(1, 30_000),
                    _ => 0,
                };
                SettleAsk::Terms { owner, currency, threshold, next_s }
            }
            5..10 => SettleAsk::Cut { owner, currency, next_s, by_hand: true },
            _ if count == 0 => SettleAsk::Terms { owner, currency, threshold: 0, next_s },
            dice => {
                let back = if self.chance.once_in(4) { count } else { count.min(3) };
                let batch = play.town.batches[count - 1 - self.chance.below(back)];
                if dice < 16 { SettleAsk::Confirm { batch } } else { SettleAsk::Fail { batch } }
            }
        }
    }

    /// Mostly the first, which every POS serves.
    pub(super) fn any_currency(&mut self) -> usize {
        if self.chance.once_in(3) { self.chance.below(CURRENCIES) } else { 0 }
    }
}
