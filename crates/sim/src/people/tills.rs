//! How cashiers go about their tills: they open them with a count, move cash, hand them over, and close them with what
//! they count, which is mostly what is there. Sums are minor units.

use super::People;
use crate::ask::{Ask, Counts, Side, Sign, Slip, TillAsk, Vault};
use crate::notes::{KINDS, Pieces, spread};
use crate::play::Play;
use crate::step::{Act, What};
use crate::town::{CASHIERS_OF_POS, CURRENCIES, KEYS_OF_POS, POS, TownCashier};

/// What a cashier begins a day with, at most.
const BEGINS_WITH: [i64; CURRENCIES] = [60_000, 40_000, 120_000];

/// The first till of a POS stays: a POS that has none any more serves nobody.
const fn is_second(till: usize) -> bool {
    !till.is_multiple_of(2)
}

impl People {
    /// Somebody does something at a till; nothing where no POS runs any.
    pub(super) fn tend(&mut self, play: &Play) -> Option<Act> {
        let count = play.town.tills.len();
        if count == 0 {
            return None;
        }
        let till = self.chance.below(count);
        let ask = match play.design.hands_of(till) {
            _ if self.chance.once_in(8) => self.of_vault(play, till),
            _ if self.chance.once_in(12) => self.of_cashiers(play, till),
            None if is_second(till) && self.chance.once_in(16) => TillAsk::Retire { till },
            None => self.open_till(play, till),
            Some(hands) => self.of_open_till(play, till, hands),
        };
        Some(self.send(0, What::Other(Ask::AtTill(ask))))
    }

    /// A visit is about to begin with a key that serves no till yet: its till is opened first, mostly.
    pub(super) fn open_first(&mut self, play: &Play, pos: usize, key: usize) -> Option<Act> {
        if !play.town.runs_tills[pos] || play.design.serves_till(key) || self.chance.once_in(3) {
            return None;
        }
        let till = play.town.tills_of(pos).find(|till| play.design.hands_of(*till).is_none())?;
        let (sign, counts) = (self.sign(play, pos, None), self.counts(play, till, None));
        Some(self.send(0, What::Other(Ask::AtTill(TillAsk::Open { key, till, sign, counts }))))
    }

    fn open_till(&mut self, play: &Play, till: usize) -> TillAsk {
        let pos = play.town.tills[till].pos;
        let key = self.key_at(pos);
        let (sign, counts) = (self.sign(play, pos, None), self.counts(play, till, None));
        TillAsk::Open { key, till, sign, counts }
    }

    fn key_at(&mut self, pos: usize) -> usize {
        let pos = if self.chance.once_in(20) { self.chance.below(POS) } else { pos };
        pos * KEYS_OF_POS + self.chance.below(2)
    }

    /// A cashier of the POS, this one if one is named, and a PIN: mostly hers.
    fn sign(&mut self, play: &Play, pos: usize, own: Option<usize>) -> Sign {
        let is_here = |cashier: &&(usize, &TownCashier)| cashier.1.pos == pos;
        let here: Vec<(usize, &TownCashier)> =
            play.town.cashiers.iter().enumerate().filter(|of| is_here(&of)).collect();
        let (other, _) = self.chance.one_of(&here);
        let cashier = match own {
            Some(own) if !self.chance.once_in(8) => own,
            Some(_) | None if self.chance.once_in(20) => self.chance.below(play.town.cashiers.len()),
            Some(_) | None => other,
        };
        let pin = play.town.cashiers[cashier].pin;
        let slips = if cashier % CASHIERS_OF_POS == 1 { 2 } else { 12 }; // One of each POS forgets hers.
        Sign { cashier, pin: if self.chance.once_in(slips) { pin ^ 1 } else { pin } }
    }

    /// What is counted: what is in the till, or, before it is opened, what is put into it.
    fn counts(&mut self, play: &Play, till: usize, closing: Option<()>) -> Counts {
        let pos = play.town.tills[till].pos;
        let mut sums = [None; CURRENCIES];
        for (currency, most) in BEGINS_WITH.into_iter().enumerate() {
            let is_served = play.town.pos[pos].serves[currency];
            let there = match closing {
                Some(()) => play.design.in_till(till, currency),
                None => self.chance.between(most / 4, most),
            };
            let promised = closing.map_or(0, |()| play.design.promised(till, currency));
            let off_by = match self.chance.below(12) {
                // The cash of somebody who waits.
                2..8 if promised > 0 => -self.chance.between(1, promised),
                0 => self.chance.between(-1_000, 1_000),
                1 => self.chance.between(-40, 40),
                _ => 0,
            };
            let is_left_out = match closing {
                None => currency > 0 && self.chance.once_in(3),
                Some(()) => there == 0 && self.chance.once_in(2), // There is nothing to count.
            };
            if (is_served && !is_left_out) != self.chance.once_in(60) {
                sums[currency] = u32::try_from((there + off_by).max(0)).ok();
            }
        }
        let slip = match self.chance.below(60) {
            0 => Slip::NoSuchNote,
            1 => Slip::NoteTwice,
            2 => Slip::CurrencyTwice,
            _ => Slip::None,
        };
        Counts { sums, greatest: self.chance.below(KINDS - 2), slip }
    }

    fn of_open_till(&mut self, play: &Play, till: usize, (cashier, served): (usize, usize)) -> TillAsk {
        let pos = play.town.tills[till].pos;
        let key = if self.chance.once_in(2) { served } else { self.key_at(pos) };
        let sign = self.sign(play, pos, Some(cashier));
        let is_gone = |currency: usize| {
            play.design.in_till(till, currency) == 0 && play.design.promised(till, currency) > 0
        };
        let dice = self.chance.below(20);
        // What somebody waits for was taken to the vault: the drawer changes hands.
        let dice = if dice < 9 && (0..CURRENCIES).any(is_gone) { 9 } else { dice };
        match dice {
            0..9 => {
                let side = self.side(play, till, pos);
                let currency = self.chance.below(CURRENCIES);
                let aside = (0..CURRENCIES).find(|currency| play.design.promised(till, *currency) > 0);
                let currency = aside.filter(|_| self.chance.once_in(2)).unwrap_or(currency);
                let there = play.design.in_till(till, currency).max(1);
                let minor = match self.chance.below(8) {
                    0 | 2 => there,
                    1 => 0,
                    _ => self.chance.between(1, 1 + there / 3),
                };
                TillAsk::Move { key, till, sign, side, cash: (currency, minor, self.chance.below(KINDS)) }
            }
            9..12 => {
                let (taker, counts) = (self.sign(play, pos, None), self.counts(play, till, Some(())));
                TillAsk::Hand { key, till, giver: sign, taker, counts }
            }
            12..18 => {
                let by = (!self.chance.once_in(4)).then_some((key, sign));
                TillAsk::Close { by, till, counts: self.counts(play, till, Some(())) }
            }
            18 => self.open_till(play, till),
            _ => TillAsk::Run { pos, runs: true },
        }
    }

    fn side(&mut self, play: &Play, till: usize, pos: usize) -> Side {
        let other = match play.town.tills_of(pos).find(|other| *other != till) {
            Some(other) if !self.chance.once_in(8) => other,
            Some(_) | None => self.chance.below(play.town.tills.len()),
        };
        match (self.chance.below(3), play.design.hands_of(other)) {
            (0, _) => Side::FromVault,
            (1, Some((taker, _))) => Side::ToTill(other, self.sign(play, pos, Some(taker))),
            (_, _) => Side::ToVault,
        }
    }

    fn of_vault(&mut self, play: &Play, till: usize) -> TillAsk {
        let (pos, currency) = (play.town.tills[till].pos, self.chance.below(CURRENCIES));
        let event = self.chance.one_of(&[Vault::Delivered, Vault::Collected, Vault::Counted]);
        let minor = match (event, self.chance.below(8)) {
            (_, 0) => self.chance.between(-1, 0),
            (Vault::Counted, 1..6) => play.design.in_vault(pos, currency),
            (_, _) => self.chance.between(1, 50_000),
        };
        TillAsk::Vault { pos, currency, event, minor }
    }

    fn of_cashiers(&mut self, play: &Play, till: usize) -> TillAsk {
        let pos = play.town.tills[till].pos;
        let cashier = self.chance.below(play.town.cashiers.len());
        let count = play.town.counted.len();
        match self.chance.below(12) {
            0..5 => {
                let pin = Some(1_000 + u32::try_from(self.chance.below(9_000)).unwrap_or(0));
                TillAsk::Cashier { cashier, pin, active: None }
            }
            5 => {
                let back = TillAsk::Cashier { cashier, pin: None, active: Some(true) };
                self.to_undo.push(Ask::AtTill(back));
                TillAsk::Cashier { cashier, pin: None, active: Some(false) }
            }
            11 if is_second(till) && self.chance.once_in(3) => TillAsk::Retire { till },
            6 => {
                self.to_undo.push(Ask::AtTill(TillAsk::Run { pos, runs: true }));
                TillAsk::Run { pos, runs: false }
            }
            _ if count > 0 => {
                let session = play.town.counted[count - 1 - self.chance.below(count.min(6))];
                let own = play.design.hands_of(till).map(|(cashier, _)| cashier);
                let sign = self.sign(play, pos, own);
                let by = (!self.chance.once_in(3)).then(|| (self.key_at(pos), sign));
                TillAsk::Explain { by, session, currency: self.any_currency() }
            }
            _ => TillAsk::Cashier { cashier, pin: None, active: Some(true) },
        }
    }

    /// In which notes cash left, if somebody says so; one in many says others than he could have.
    pub(super) fn notes_of(&mut self, currency: usize, minor: i64) -> Option<Pieces> {
        if self.chance.once_in(2) {
            return None;
        }
        let minor = if self.chance.once_in(12) { minor + 500 } else { minor };
        Some(spread(currency, minor, self.chance.below(KINDS)))
    }
}
