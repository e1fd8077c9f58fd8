//! What the operator's people do with papers: they propose what takes two of them, judge it, and hold what a POS wrote down
//! against the ledger. Sums are minor units.

use specie_domain::ids::ReconciliationId;

use super::People;
use crate::ask::{
    Ask, DeskAsk, Fact, FileAsk, FileWant, LINES_AT_ONCE, Line, Pairing, PhoneAsk, Posted, Want,
};
use crate::design::Touched;
use crate::play::Play;
use crate::rates::MENU;
use crate::step::{Act, What};
use crate::town::{CURRENCIES, CUSTOMERS, FIRST_STAFF, OWNERS, POS};
use crate::visit::Visit;

/// Visits back that a paper may be about.
const BACK: usize = 60;
/// How often somebody looks for a visit that fits.
const LOOKS: usize = 40;

/// A visit's fact, whether it is a deposit, and what left or came.
#[derive(Clone, Copy)]
struct About {
    fact: Fact,
    is_deposit: bool,
    currency: usize,
    minor: i64,
}

fn about(visit: &Visit) -> Option<About> {
    let id = visit.money?;
    Some(match visit.drawn_in {
        Some(currency) => {
            About { fact: Fact::Withdrawal(id), is_deposit: false, currency, minor: visit.cash }
        }
        None => {
            let (currency, minor) = (visit.plan.currency, visit.plan.minor);
            About { fact: Fact::Deposit(id), is_deposit: true, currency, minor }
        }
    })
}

impl People {
    /// Somebody proposes, judges, or looks into a file.
    pub(super) fn papers(&mut self, play: &Play) -> Option<Act> {
        let ask = match self.chance.below(18) {
            0..3 => Ask::Want(self.want(play)?),
            3..5 => self.judge(play)?,
            5..8 => Ask::Phone(self.of_phones(play)),
            8..12 => Ask::Desk(self.of_desks(play)),
            _ => Ask::File(self.of_file(play)),
        };
        Some(self.send(0, What::Other(ask)))
    }

    /// A customer's device comes, is used, or goes.
    fn of_phones(&mut self, play: &Play) -> PhoneAsk {
        let customer = self.chance.below(2);
        let (invites, phones) = (&play.town.invites, &play.town.phones);
        match self.chance.below(12) {
            0..4 if !invites.is_empty() => {
                let back = if self.chance.once_in(4) { invites.len() } else { 1 };
                PhoneAsk::In { invite: invites[invites.len() - 1 - self.chance.below(back)] }
            }
            4..8 if !phones.is_empty() => {
                let (id, own) = phones[self.chance.below(phones.len())];
                let other = phones[self.chance.below(phones.len())].1;
                if self.chance.once_in(2) {
                    return PhoneAsk::Seen { device: own };
                }
                let by =
                    (!self.chance.once_in(3)).then_some(if self.chance.once_in(2) { own } else { other });
                PhoneAsk::Out { device: id.as_u128(), by }
            }
            8 => PhoneAsk::In { invite: 7 },
            _ => PhoneAsk::Invite { customer },
        }
    }

    /// Somebody of the operator signs in, or does what takes a session.
    fn of_desks(&mut self, play: &Play) -> DeskAsk {
        let (people, seats) = (&play.town.people, &play.town.seats);
        if people.is_empty() || self.chance.once_in(12) {
            return DeskAsk::Add { role: self.chance.below(FIRST_STAFF.len()) };
        }
        let person = people[people.len() - 1 - self.chance.below(people.len().min(2))];
        // Some never remember theirs.
        let is_hers = !self.chance.once_in(4) && !person.number.is_multiple_of(3);
        let password = if is_hers { person.password } else { person.password ^ 1 };
        let seat = if seats.is_empty() {
            7
        } else {
            seats[seats.len() - 1 - self.chance.below(seats.len().min(3))].0
        };
        match self.chance.below(16) {
            0 => DeskAsk::Reset { person: person.number },
            1..3 => {
                let old = if is_hers { self.password_of(play, seat) } else { 9 };
                DeskAsk::Change { seat, old, new: self.chance.between(10, 99) as u64 }
            }
            3..5 => DeskAsk::See { seat, ends: self.chance.once_in(3) },
            5..8 => DeskAsk::Look { seat, customer: self.chance.below(CUSTOMERS) },
            _ => {
                let off = (!self.chance.once_in(8)).then(|| self.chance.between(-1, 0));
                let number = if self.chance.once_in(30) { 8 } else { person.number };
                DeskAsk::In { person: number, password, off }
            }
        }
    }

    fn password_of(&self, play: &Play, seat: u64) -> u64 {
        let person = play.town.person_at(seat);
        let known = play.town.people.iter().find(|known| known.number == person);
        known.map_or(9, |known| known.password)
    }

    /// One of the last visits that moved money, at this POS if one is named, and that fits.
    fn lately(&mut self, play: &Play, pos: Option<usize>, fits: impl Fn(&About) -> bool) -> Option<About> {
        let span = (self.visits as usize).min(BACK);
        (0..LOOKS).find_map(|_| {
            let back = u32::try_from(self.chance.below(1 + span)).unwrap_or(0);
            let visit = play.visits.get(&self.visits.saturating_sub(back))?;
            let is_there = pos.is_none_or(|pos| visit.plan.pos == pos);
            about(visit).filter(|about| is_there && fits(about))
        })
    }

    fn want(&mut self, play: &Play) -> Option<Want> {
        let (pos, currency) = (self.chance.below(POS), self.any_currency());
        let small = self.chance.between(-1, 9_000);
        Some(match self.chance.below(20) {
            0..3 => {
                let there = play.design.balance(Touched::Suspense(pos, currency));
                let minor = if self.chance.once_in(2) { there } else { small };
                Want::TakeOut { pos, currency, minor }
            }
            3..5 => {
                let there = play.design.balance(Touched::Suspense(pos, currency));
                let minor = if self.chance.once_in(2) { there.abs() } else { small };
                Want::WriteOff { pos, currency, minor, is_surplus: there > 0 }
            }
            5 => {
                let lacks = -play.design.balance(Touched::Loss(currency));
                Want::MakeGood { currency, minor: if self.chance.once_in(2) { lacks } else { small } }
            }
            6..8 => Want::Line { pos, currency, line: self.chance.between(-1, 12_000) },
            8..11 => {
                let of = self.lately(play, None, |about| about.is_deposit)?;
                let Fact::Deposit(deposit) = of.fact else { return None };
                let part = self.chance.between(0, of.minor + 1);
                let minor = if self.chance.once_in(2) { of.minor } else { part };
                let currency = if self.chance.once_in(12) { currency } else { of.currency };
                Want::Correct { deposit, currency, minor }
            }
            11..13 => Want::Key { role: self.chance.below(FIRST_STAFF.len()) },
            13..15 => Want::Price {
                currency,
                owner: self.chance.once_in(3).then(|| self.chance.below(OWNERS)),
                entry: self.chance.below(MENU.len()),
                late: self.chance.once_in(8),
            },
            15 => {
                let rules = play.town.limits.iter().enumerate().filter(|(_, limit)| !limit.is_ceiling);
                let places: Vec<usize> =
                    rules.filter(|(_, limit)| limit.value.is_some()).map(|(place, _)| place).collect();
                if places.is_empty() {
                    return None;
                }
                let value = self.chance.between(-1, 500_000);
                Want::Limit { place: self.chance.one_of(&places), value }
            }
            _ => Want::File(self.want_of_file(play)?),
        })
    }

    fn want_of_file(&mut self, play: &Play) -> Option<FileWant> {
        let id = self.some_file(play)?;
        let (pos, ..) = play.design.lacks(id)?;
        let (_, breaks) = play.design.found_in(id);
        let number = self.number_of(breaks);
        let pos = if self.chance.once_in(12) { self.chance.below(POS) } else { pos };
        if let Some((currency, rest)) = play.design.rest_of(id, number) {
            let off = i64::from(self.chance.once_in(8));
            let (minor, how) = match self.chance.below(6) {
                0..2 => (rest / 2, Posted::Part(rest + off)),
                2 => (rest, Posted::Back),
                _ => (rest + off, Posted::All),
            };
            return Some(FileWant { id, number, pos, currency, minor, how });
        }
        let minor = play.design.posted_last(id, number).unwrap_or(1);
        let currency = self.any_currency();
        Some(FileWant { id, number, pos, currency, minor, how: Posted::Back })
    }

    fn some_file(&mut self, play: &Play) -> Option<ReconciliationId> {
        let count = play.town.files.len();
        let back = if self.chance.once_in(4) { count } else { count.min(2) };
        (count > 0).then(|| play.town.files[count - 1 - self.chance.below(back)])
    }

    /// A number up to this one, seldom one that is not there.
    fn number_of(&mut self, count: u32) -> u32 {
        let extra = u32::from(self.chance.once_in(12));
        1 + u32::try_from(self.chance.below((count + extra).max(1) as usize)).unwrap_or(0)
    }

    fn of_file(&mut self, play: &Play) -> FileAsk {
        let begin = |people: &mut Self| FileAsk::Begin {
            pos: people.chance.below(POS),
            lines: u32::try_from(people.chance.below(5)).unwrap_or(1),
            file: people.chance.below(400) as u64,
            backwards: people.chance.once_in(12),
        };
        let Some(id) = self.some_file(play).filter(|_| !self.chance.once_in(14)) else { return begin(self) };
        let Some((pos, taken, total)) = play.design.lacks(id) else { return begin(self) };
        if taken < total && !self.chance.once_in(10) {
            return self.take_lines(play, id, (pos, taken, total));
        }
        let (matches, breaks) = play.design.found_in(id);
        match self.chance.below(16) {
            0 => FileAsk::Undo { id, number: self.number_of(matches) },
            1 => FileAsk::Note { id, number: self.number_of(breaks) },
            2 => FileAsk::Close { id, number: self.number_of(breaks) },
            3 => self.take_lines(play, id, (pos, taken.saturating_sub(1), total)),
            _ => {
                let by_hand = self.chance.once_in(3);
                FileAsk::Place { id, group: self.pairing(play, id, (pos, total)), by_hand }
            }
        }
    }

    fn take_lines(
        &mut self,
        play: &Play,
        id: ReconciliationId,
        (pos, taken, total): (usize, u32, u32),
    ) -> FileAsk {
        let count = (total.saturating_sub(taken) as usize).min(1 + self.chance.below(LINES_AT_ONCE));
        let count = if self.chance.once_in(12) { self.chance.below(LINES_AT_ONCE + 1) } else { count };
        let mut lines = [None; LINES_AT_ONCE];
        for (place, line) in lines.iter_mut().enumerate().take(count) {
            // Said again, a line is as it was.
            let there = play.design.line_of(id, taken + 1 + u32::try_from(place).unwrap_or(0));
            *line = there.filter(|_| !self.chance.once_in(6)).or_else(|| Some(self.line(play, pos)));
        }
        let skips = u32::from(self.chance.once_in(20));
        FileAsk::Take { id, first: taken + 1 + skips, lines }
    }

    /// What a POS writes down: mostly what happened.
    fn line(&mut self, play: &Play, pos: usize) -> Line {
        let other = self.chance.below(CURRENCIES);
        let of = self.lately(play, Some(pos), |about| about.minor > 0);
        let (is_deposit, currency, minor) =
            of.map_or((false, other, 700), |of| (of.is_deposit, of.currency, of.minor));
        let minor = match self.chance.below(20) {
            0 => 0,
            1..4 => minor + self.chance.between(1, 50),
            _ => minor,
        };
        let currency = if self.chance.once_in(30) { other } else { currency };
        Line { is_deposit, is_reversal: self.chance.once_in(12), currency, minor }
    }

    fn pairing(&mut self, play: &Play, id: ReconciliationId, (pos, total): (usize, u32)) -> Pairing {
        let mut pairing = Pairing { lines: [None; 2], facts: [None; 2] };
        if !self.chance.once_in(6) {
            pairing.lines[0] = Some(self.number_of(total));
        }
        if self.chance.once_in(8) {
            pairing.lines[1] = Some(self.number_of(total));
        }
        let line = pairing.lines[0].and_then(|number| play.design.line_of(id, number));
        let is_meant =
            |of: &About| line.is_some_and(|line| (line.currency, line.minor) == (of.currency, of.minor));
        if !self.chance.once_in(6) {
            let place = if self.chance.once_in(20) { None } else { Some(pos) };
            let of = self.lately(play, place, is_meant).or_else(|| self.lately(play, place, |_| true));
            pairing.facts[0] = of.map(|of| of.fact);
        }
        if self.chance.once_in(8) {
            pairing.facts[1] = self.lately(play, Some(pos), |_| true).map(|of| of.fact);
        }
        pairing
    }
}
