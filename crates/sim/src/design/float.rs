//! Float: cash-lifecycle.md section 4. It moves between POS of one owner and back to the bank, as far as a position and
//! its credit line go; a POS asks for it, and the operator answers what was asked last.

use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{EventKind, FloatAnswer, FloatRequest as Row, FloatWay};
use specie_domain::{Receipt, Refusal};
use specie_money::Money;

use super::answer::{Heard, another, done, refused};
use super::codes::NOT_SERVED;
use super::money::Why;
use super::session::UNSIGNED;
use super::{Design, Request, Touched};
use crate::ask::FloatAsk;
use crate::broken::Broken;

const MOVED: &str = "float that moves is there, and the answer tells what is left";
const STAYS: &str = "float moves as far as the position and credit line of its POS go";
const ONE_OWNER: &str = "float moves between two POS of one owner";
const ANSWERED: &str = "the operator answers what a POS asked for last, once";
const SET: &str = "what the operator sets about float is in force";

/// What a POS asked for last in a currency.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    number: u32,
    brings: bool,
    minor: i64,
    waits: bool,
}

impl Design {
    pub(super) fn hear_float(&mut self, request: &Request<'_>, ask: FloatAsk) -> Result<Heard, Broken> {
        if let FloatAsk::Ask { key, pos, .. } | FloatAsk::TakeBack { key, pos, .. } = ask {
            if let Some((rule, refusal)) = self.why_not_live(request, key) {
                return refused(request.outcome, rule, &refusal);
            }
            if self.keys[key].pos != pos {
                return refused(request.outcome, "a key asks for its own POS", &Refusal::PosNotOfKey);
            }
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        if let Some((rule, refusal)) = self.why_no_float(ask) {
            return refused(request.outcome, rule, &refusal);
        }
        match ask {
            FloatAsk::Move { from, to, currency, minor } => {
                self.takes_float(request, (from, currency), Touched::Position(to, currency), minor)
            }
            FloatAsk::Return { pos, currency, minor } => {
                self.takes_float(request, (pos, currency), Touched::Funding(currency), minor)
            }
            FloatAsk::Watch { .. }
            | FloatAsk::Credit { .. }
            | FloatAsk::Ask { .. }
            | FloatAsk::TakeBack { .. }
            | FloatAsk::Answer { .. } => {
                let receipt = self.did(request, SET)?;
                self.sets_float(ask);
                self.remember(request, receipt);
                Ok(Heard::Perhaps)
            }
        }
    }

    /// Why a key does not open what it is sent with.
    pub(super) fn why_not_live(&self, request: &Request<'_>, key: usize) -> Option<Why> {
        if !self.is_proved(request, key) {
            return Some((UNSIGNED, Refusal::KeyNotKnown));
        }
        self.keys[key].revoked.then_some(("a revoked key posts nothing", Refusal::KeyNotKnown))
    }

    fn why_no_float(&self, ask: FloatAsk) -> Option<Why> {
        match ask {
            FloatAsk::Move { from, to, currency, minor } => {
                if from == to || self.places[from].owner != self.places[to].owner {
                    return Some((ONE_OWNER, Refusal::Unacceptable(Limit::OneOwner)));
                }
                self.why_not_served(to, currency).or_else(|| self.why_not_taken(from, currency, minor))
            }
            FloatAsk::Return { pos, currency, minor } => self.why_not_taken(pos, currency, minor),
            FloatAsk::Watch { pos, currency, below } => self.why_not_set(pos, currency, below),
            FloatAsk::Credit { pos, currency, line } => self.why_not_set(pos, currency, line).or_else(|| {
                let is_more = line > self.places[pos].credit[currency];
                is_more.then_some(("a longer credit line is for two people", Refusal::NeedsTwoPeople))
            }),
            FloatAsk::Ask { pos, currency, minor, .. } => {
                let sum = (minor <= 0).then_some((STAYS, Refusal::Unacceptable(Limit::Positive)));
                sum.or_else(|| self.why_not_served(pos, currency))
            }
            FloatAsk::TakeBack { pos, currency, .. } => self.why_not_asked(pos, currency, None),
            FloatAsk::Answer { pos, currency, number, grant } => {
                let why = self.why_not_asked(pos, currency, Some(number));
                let asked = self.asked.get(&(pos, currency)).filter(|asked| grant && !asked.brings);
                why.or_else(|| self.why_not_taken(pos, currency, asked?.minor))
            }
        }
    }

    fn why_not_served(&self, pos: usize, currency: usize) -> Option<Why> {
        let refusal = Refusal::CurrencyNotServed(self.currencies[currency]);
        (!self.places[pos].serves[currency]).then_some((NOT_SERVED, refusal))
    }

    fn why_not_taken(&self, pos: usize, currency: usize, minor: i64) -> Option<Why> {
        if minor <= 0 {
            return Some((STAYS, Refusal::Unacceptable(Limit::Positive)));
        }
        let place = &self.places[pos];
        let is_too_much = place.position[currency] - minor < -place.credit[currency];
        let why = self.why_not_served(pos, currency);
        why.or_else(|| is_too_much.then_some((STAYS, Refusal::FloatExceeded)))
    }

    fn why_not_set(&self, pos: usize, currency: usize, minor: i64) -> Option<Why> {
        let sum = (minor < 0).then_some((SET, Refusal::Unacceptable(Limit::Positive)));
        self.why_not_served(pos, currency).or(sum)
    }

    /// Nothing waits, or something else than was read.
    fn why_not_asked(&self, pos: usize, currency: usize, number: Option<u32>) -> Option<Why> {
        let asked = self.asked.get(&(pos, currency)).filter(|asked| asked.waits);
        let is_meant = asked.is_some_and(|asked| number.is_none_or(|number| number == asked.number));
        (!is_meant).then_some((ANSWERED, Refusal::NotFound(Thing::FloatRequest)))
    }

    fn takes_float(
        &mut self,
        request: &Request<'_>,
        (pos, currency): (usize, usize),
        to: Touched,
        minor: i64,
    ) -> Result<Heard, Broken> {
        let receipt = done(request.outcome, MOVED)?;
        let Receipt::Funded(_, left) = receipt else {
            return Err(another(MOVED, receipt));
        };
        self.move_money(Touched::Position(pos, currency), to, minor);
        let expected = Money::from_minor(self.places[pos].position[currency], self.currencies[currency]);
        if *left != expected {
            return Err(Broken::new(MOVED, format!("should be {expected}, was told {left}")));
        }
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    fn sets_float(&mut self, ask: FloatAsk) {
        match ask {
            FloatAsk::Watch { pos, currency, below } => self.places[pos].low[currency] = below,
            FloatAsk::Credit { pos, currency, line } => self.places[pos].credit[currency] = line,
            FloatAsk::Ask { pos, currency, brings, minor, .. } => {
                let number = self.asked.get(&(pos, currency)).map_or(1, |before| before.number + 1);
                self.asked.insert((pos, currency), Asked { number, brings, minor, waits: true });
                self.told.push((EventKind::FloatAsked, Some(minor)));
            }
            FloatAsk::TakeBack { pos, currency, .. } => {
                self.asked.entry((pos, currency)).and_modify(|asked| asked.waits = false);
            }
            FloatAsk::Answer { pos, currency, grant, .. } => self.answers_float((pos, currency), grant),
            FloatAsk::Move { .. } | FloatAsk::Return { .. } => {}
        }
    }

    fn answers_float(&mut self, of: (usize, usize), grant: bool) {
        let Some(asked) = self.asked.get_mut(&of) else { return };
        asked.waits = false;
        let Asked { brings, minor, .. } = *asked;
        let (position, bank) = (Touched::Position(of.0, of.1), Touched::Funding(of.1));
        match (grant, brings) {
            (true, true) => self.move_money(bank, position, minor),
            (true, false) => self.move_money(position, bank, minor),
            (false, _) => {}
        }
        let kind = if grant { EventKind::FloatGranted } else { EventKind::FloatDeclined };
        self.told.push((kind, Some(minor)));
    }

    /// A position fell: somebody who wants to know is told once, when it crosses the sum.
    pub(super) fn watches(&mut self, pos: usize, currency: usize, fell_by: i64) {
        let (after, below) = (self.places[pos].position[currency], self.places[pos].low[currency]);
        if below > 0 && after < below && after + fell_by >= below {
            self.told.push((EventKind::FloatLow, Some(after)));
        }
    }

    /// A POS's position.
    pub(crate) fn position(&self, pos: usize, currency: usize) -> i64 {
        self.places[pos].position[currency]
    }

    /// The number of the request that waits, if one does.
    pub(crate) fn asked_for(&self, pos: usize, currency: usize) -> Option<u32> {
        self.asked.get(&(pos, currency)).filter(|asked| asked.waits).map(|asked| asked.number)
    }

    /// Whether the row says what the design says.
    pub(crate) fn has_asked(&self, of: (usize, usize), row: &Row) -> bool {
        self.asked.get(&of).is_some_and(|asked| {
            (asked.number, asked.brings, asked.minor)
                == (row.number, row.way == FloatWay::Bring, row.amount.minor())
                && asked.waits == (row.answer == FloatAnswer::Waiting)
        })
    }
}
