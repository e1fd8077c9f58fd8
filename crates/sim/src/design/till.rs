//! Tills: cash-lifecycle.md section 6. A drawer is in one cashier's hands from count to count; a closing count is taken
//! without knowing what should be there, and what it is off by goes to the POS's variance.

use specie_domain::ids::TillSessionId;
use specie_domain::outcome::{BadCount, Limit, Thing, TillClosed, TillRefusal};
use specie_domain::rows::{
    Cashier as CashierRow, EventKind, TillLine, TillSession as SessionRow, TillVariance, VarianceState,
};
use specie_domain::{Receipt, Refusal};
use specie_money::Money;

use super::answer::{Heard, another, counted, done, refused, repeated};
use super::codes::NOT_SERVED;
use super::drawer::Drawer;
use super::money::Why;
use super::{Design, Request, Touched};
use crate::ask::{Counts, Side, Sign, Slip, TillAsk, Vault};
use crate::broken::Broken;
use crate::notes::{KINDS, both, spread, without, worth};
use crate::town::{ALERTS, CURRENCIES};

const OPENS: &str = "a till is opened by one cashier for one key, with a count";
const MOVES: &str =
    "cash moves between a till and the vault, or into another till, with the word of who answers";
const ENDS: &str = "a till's time ends with a count, and its answer says what was expected";
const COUNTS: &str = "a count names each currency and each note once, and all that there is";
const SIGNED: &str = "five wrong PINs in a row lock a cashier";
const ANSWERS: &str = "a cashier answers for her own till, a supervisor for any";
const EXPLAINED: &str = "a difference is explained by who answers for it";
const VAULT: &str = "what became of a vault's cash is in the cash book";
const SET: &str = "what the operator sets about tills is in force";

/// Wrong PINs in a row that lock a cashier.
const WRONG_PINS_MAX: u8 = 5;

/// A cashier.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cashier {
    pos: usize,
    is_supervisor: bool,
    pin: u32,
    wrong: u8,
    is_locked: bool,
    is_active: bool,
}

/// A drawer in one cashier's hands.
#[derive(Debug, Clone)]
pub(crate) struct TillSession {
    pub(super) id: TillSessionId,
    pub(super) till: usize,
    pub(super) pos: usize,
    key: usize,
    cashier: usize,
    pub(super) is_open: bool,
    /// The session that took the till from the vault: itself, or the first of those that handed it over.
    pub(super) first: usize,
    lines: Vec<TillLine>,
    /// What was explained of what it was off by.
    explained: [bool; CURRENCIES],
}

/// A refusal, and whether it is counted.
struct No(Box<Why>, bool);

impl From<Why> for No {
    fn from(why: Why) -> Self {
        Self(Box::new(why), false)
    }
}

fn at_till(rule: &'static str, refusal: TillRefusal) -> No {
    (rule, Refusal::AtTill(refusal)).into()
}

fn bad(what: BadCount) -> No {
    at_till(COUNTS, TillRefusal::CountNotAcceptable(what))
}

fn no_till() -> No {
    ("a key knows the tills of its own POS", Refusal::NotFound(Thing::Till)).into()
}

impl Design {
    /// The cashiers and tills of a town.
    pub(super) fn learn_tills(&mut self, town: &crate::town::Town) {
        let cashier = |of: &crate::town::TownCashier| Cashier {
            pos: of.pos,
            is_supervisor: of.is_supervisor,
            pin: of.pin,
            wrong: 0,
            is_locked: false,
            is_active: true,
        };
        self.cashiers = town.cashiers.iter().map(cashier).collect();
        self.tills = town.tills.iter().map(|till| (till.pos, None)).collect();
        self.cash = vec![[0; CURRENCIES]; town.tills.len()];
        self.drawers = vec![[Drawer::default(); CURRENCIES]; town.tills.len()];
    }

    pub(super) fn hear_till(&mut self, request: &Request<'_>, ask: TillAsk) -> Result<Heard, Broken> {
        if let Some(key) = request.ask.key()
            && let Some((rule, refusal)) = self.why_not_live(request, key)
        {
            return refused(request.outcome, rule, &refusal);
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let before = self.cashiers.clone();
        if let TillAsk::Retire { till } = ask
            && self.retired.contains(&till)
        {
            return repeated(request.outcome, "a till is retired once", &Receipt::Done)
                .map(|_| Heard::Nothing);
        }
        match self.why_not_at_till(ask) {
            Err(No(why, true)) => counted(request.outcome, why.0, &why.1),
            Err(No(why, false)) => {
                self.cashiers = before; // A right PIN with a refused request forgets no wrong one.
                refused(request.outcome, why.0, &why.1)
            }
            Ok(()) => self.does_at_till(request, ask),
        }
    }

    /// Judges what is asked; a cashier's word is counted on the way.
    fn why_not_at_till(&mut self, ask: TillAsk) -> Result<(), No> {
        match ask {
            TillAsk::Open { key, till, sign, counts } => self.may_open(key, till, sign, &counts),
            TillAsk::Move { key, till, sign, side, cash } => self.may_move((key, till), sign, side, cash),
            TillAsk::Hand { key, till, giver, taker, counts } => {
                let session = self.in_hands(Some(key), till)?;
                self.answers_for(giver, session)?;
                self.signs(taker, self.tills[till].0)?;
                if taker.cashier == self.till_sessions[session].cashier {
                    return Err(at_till(ANSWERS, TillRefusal::CashierForbidden));
                }
                self.lines(till, &counts).map(|_| ())
            }
            TillAsk::Close { by, till, counts } => {
                let session = self.in_hands(by.map(|(key, _)| key), till)?;
                if let Some((_, sign)) = by {
                    self.answers_for(sign, session)?;
                }
                self.lines(till, &counts).map(|_| ())
            }
            TillAsk::Explain { by, session, currency } => self.may_explain(by, session, currency),
            TillAsk::Vault { pos, currency, event, minor } => {
                self.serves_cash(pos, currency)?;
                let is_sum = minor > 0 || (minor == 0 && event == Vault::Counted);
                if is_sum { Ok(()) } else { Err((VAULT, Refusal::Unacceptable(Limit::Positive)).into()) }
            }
            TillAsk::Cashier { .. } => Ok(()),
            TillAsk::Retire { till } => {
                let is_open = self.tills[till].1.is_some();
                if is_open { Err(at_till(SET, TillRefusal::TillIsOpen)) } else { Ok(()) }
            }
            TillAsk::Run { pos, .. } => {
                let is_open = self.tills.iter().any(|(of, open)| *of == pos && open.is_some());
                if is_open { Err(at_till(SET, TillRefusal::TillIsOpen)) } else { Ok(()) }
            }
        }
    }

    fn may_open(&mut self, key: usize, till: usize, sign: Sign, counts: &Counts) -> Result<(), No> {
        let (pos, open) = self.tills[till];
        if self.keys[key].pos != pos {
            return Err(no_till());
        }
        self.signs(sign, pos)?;
        if !self.places[pos].runs_tills {
            return Err(at_till(OPENS, TillRefusal::TillsNotRun));
        }
        if self.places[pos].disabled {
            return Err((OPENS, Refusal::PosDisabled).into());
        }
        if self.retired.contains(&till) {
            return Err((OPENS, Refusal::NotFound(Thing::Till)).into());
        }
        if open.is_some() {
            return Err(at_till(OPENS, TillRefusal::TillIsOpen));
        }
        if let Some(served) = self.keys[key].serves {
            let till_id = self.till_ids[self.till_sessions[served].till];
            return Err(at_till(OPENS, TillRefusal::KeyServesTill(till_id)));
        }
        self.sums(pos, counts).map(|_| ())
    }

    fn may_move(
        &mut self,
        (key, till): (usize, usize),
        sign: Sign,
        side: Side,
        (currency, minor, greatest): (usize, i64, usize),
    ) -> Result<(), No> {
        let session = self.in_hands(Some(key), till)?;
        self.answers_for(sign, session)?;
        self.serves_cash(self.tills[till].0, currency)?;
        if worth(currency, &spread(currency, minor, greatest)) <= 0 {
            return Err((MOVES, Refusal::AmountNotPositive).into());
        }
        if let Side::ToTill(other, sign) = side {
            if self.keys[key].pos != self.tills[other].0 || other == till {
                return Err(no_till());
            }
            let session = self.in_hands(Some(key), other)?;
            self.answers_for(sign, session)?;
        }
        Ok(())
    }

    fn may_explain(
        &mut self,
        by: Option<(usize, Sign)>,
        session: TillSessionId,
        currency: usize,
    ) -> Result<(), No> {
        let none = || No::from((EXPLAINED, Refusal::NotFound(Thing::Variance)));
        let number = *self.by_till_session.get(&session).ok_or_else(none)?;
        let session = &self.till_sessions[number];
        if session.off_by(self.currencies[currency]).is_none() {
            return Err(none());
        }
        let (pos, cashier) = (session.pos, session.cashier);
        let Some((key, sign)) = by else { return Ok(()) };
        if self.keys[key].pos != pos {
            return Err(no_till());
        }
        self.signs(sign, pos)?;
        if sign.cashier == cashier || self.cashiers[sign.cashier].is_supervisor {
            Ok(())
        } else {
            Err(at_till(EXPLAINED, TillRefusal::CashierForbidden))
        }
    }

    fn serves_cash(&self, pos: usize, currency: usize) -> Result<(), No> {
        let refusal = Refusal::CurrencyNotServed(self.currencies[currency]);
        if self.places[pos].serves[currency] { Ok(()) } else { Err((NOT_SERVED, refusal).into()) }
    }

    /// The session of an open till that a key may see; the operator sees all.
    fn in_hands(&self, key: Option<usize>, till: usize) -> Result<usize, No> {
        let (pos, open) = self.tills[till];
        if key.is_some_and(|key| self.keys[key].pos != pos) {
            return Err(no_till());
        }
        open.ok_or_else(|| {
            at_till("only an open till is moved into, handed over and closed", TillRefusal::TillNotOpen)
        })
    }

    fn signs(&mut self, sign: Sign, pos: usize) -> Result<(), No> {
        let cashier = &mut self.cashiers[sign.cashier];
        if !cashier.is_active || cashier.pos != pos {
            return Err(at_till("a cashier signs where she works", TillRefusal::PinNotValid));
        }
        if cashier.is_locked {
            return Err(at_till(SIGNED, TillRefusal::CashierLocked));
        }
        if cashier.pin == sign.pin {
            cashier.wrong = 0;
            return Ok(());
        }
        cashier.wrong += 1;
        if cashier.wrong >= WRONG_PINS_MAX {
            cashier.is_locked = true;
            self.told.push((EventKind::CashierLocked, None));
        }
        Err(No(Box::new((SIGNED, Refusal::AtTill(TillRefusal::PinNotValid))), true))
    }

    fn answers_for(&mut self, sign: Sign, session: usize) -> Result<(), No> {
        let TillSession { pos, cashier, .. } = self.till_sessions[session];
        self.signs(sign, pos)?;
        if sign.cashier == cashier || self.cashiers[sign.cashier].is_supervisor {
            Ok(())
        } else {
            Err(at_till(ANSWERS, TillRefusal::CashierForbidden))
        }
    }

    /// What a count comes to, currency by currency.
    fn sums(&self, pos: usize, counts: &Counts) -> Result<[Option<i64>; CURRENCIES], No> {
        let mut sums = [None; CURRENCIES];
        let named = (0..CURRENCIES).filter(|currency| counts.sums[*currency].is_some());
        let mut place = 0;
        for currency in named {
            if !self.places[pos].serves[currency] {
                return Err(bad(BadCount::Currency(place)));
            }
            let minor = i64::from(counts.sums[currency].unwrap_or(0));
            let pieces = spread(currency, minor, counts.greatest);
            let kinds = pieces.iter().filter(|count| **count > 0).count();
            match counts.slip {
                Slip::NoSuchNote if place == 0 => return Err(bad(BadCount::NoSuchNote(0, kinds))),
                Slip::NoteTwice if place == 0 && kinds > 0 => {
                    return Err(bad(BadCount::NoteTwice(0, kinds)));
                }
                Slip::None | Slip::NoSuchNote | Slip::NoteTwice | Slip::CurrencyTwice => {}
            }
            sums[currency] = Some(worth(currency, &pieces));
            place += 1;
        }
        if counts.slip == Slip::CurrencyTwice && place > 0 {
            return Err(bad(BadCount::CurrencyTwice(place)));
        }
        Ok(sums)
    }

    /// What the cash book says beside what was counted.
    fn lines(&self, till: usize, counts: &Counts) -> Result<Vec<TillLine>, No> {
        let pos = self.tills[till].0;
        let (sums, mut lines) = (self.sums(pos, counts)?, Vec::new());
        for number in (0..CURRENCIES).filter(|currency| self.places[pos].serves[*currency]) {
            let (currency, expected) = (self.currencies[number], self.cash[till][number]);
            match sums[number] {
                Some(counted) => lines.push(TillLine { currency, expected, counted }),
                None if expected == 0 => {}
                None => return Err(bad(BadCount::CurrencyMissing(currency))),
            }
        }
        Ok(lines)
    }

    fn does_at_till(&mut self, request: &Request<'_>, ask: TillAsk) -> Result<Heard, Broken> {
        match ask {
            TillAsk::Open { key, till, sign, counts } => self.opens(request, (key, till), sign, &counts)?,
            TillAsk::Hand { till, taker, counts, .. } => {
                self.ends_till(request, till, Some(taker.cashier), &counts)?;
            }
            TillAsk::Close { till, counts, .. } => self.ends_till(request, till, None, &counts)?,
            TillAsk::Vault { pos, currency, event, minor } => {
                self.vault_told(request, (pos, currency), event, minor)?;
            }
            TillAsk::Move { .. }
            | TillAsk::Explain { .. }
            | TillAsk::Cashier { .. }
            | TillAsk::Retire { .. }
            | TillAsk::Run { .. } => {
                self.did(request, if matches!(ask, TillAsk::Move { .. }) { MOVES } else { SET })?;
                self.sets_till(ask);
            }
        }
        if let Ok(receipt) = &request.outcome.result {
            self.remember(request, receipt.clone());
        }
        Ok(if matches!(ask, TillAsk::Cashier { .. } | TillAsk::Run { .. } | TillAsk::Vault { .. }) {
            Heard::Perhaps
        } else {
            Heard::Changed
        })
    }

    fn sets_till(&mut self, ask: TillAsk) {
        match ask {
            TillAsk::Move { till, side, cash, .. } => self.moves_cash(till, side, cash),
            TillAsk::Explain { session, currency, .. } => {
                if let Some(number) = self.by_till_session.get(&session) {
                    self.till_sessions[*number].explained[currency] = true;
                }
            }
            TillAsk::Cashier { cashier, pin, active } => {
                let cashier = &mut self.cashiers[cashier];
                if let Some(pin) = pin {
                    (cashier.pin, cashier.wrong, cashier.is_locked) = (pin, 0, false);
                }
                cashier.is_active = active.unwrap_or(cashier.is_active);
            }
            TillAsk::Run { pos, runs } => self.places[pos].runs_tills = runs,
            TillAsk::Retire { till } => self.retired.push(till),
            TillAsk::Open { .. } | TillAsk::Hand { .. } | TillAsk::Close { .. } | TillAsk::Vault { .. } => {}
        }
    }

    fn opens(
        &mut self,
        request: &Request<'_>,
        (key, till): (usize, usize),
        sign: Sign,
        counts: &Counts,
    ) -> Result<(), Broken> {
        let receipt = done(request.outcome, OPENS)?;
        let Receipt::TillOpened(id) = *receipt else {
            return Err(another(OPENS, receipt));
        };
        let pos = self.tills[till].0;
        let sums = self.sums(pos, counts).unwrap_or_default();
        for (currency, sum) in sums.into_iter().enumerate() {
            let vault = Touched::Vault(pos, currency);
            self.move_money(vault, Touched::Till(till, currency), sum.unwrap_or(0));
        }
        self.begins(id, (key, till), sign.cashier, None);
        self.nothing_aside(till);
        for currency in 0..CURRENCIES {
            let minor = i64::from(counts.sums[currency].unwrap_or(0));
            let notes = spread(currency, minor, counts.greatest);
            self.drawers[till][currency] = Drawer { notes, ..Drawer::default() };
        }
        Ok(())
    }

    /// A till is in a cashier's hands, those who had it before first.
    fn begins(
        &mut self,
        id: TillSessionId,
        (key, till): (usize, usize),
        cashier: usize,
        first: Option<usize>,
    ) {
        let number = self.till_sessions.len();
        let first = first.unwrap_or(number);
        let pos = self.tills[till].0;
        let (lines, explained) = (Vec::new(), [false; CURRENCIES]);
        let session = TillSession { id, till, pos, key, cashier, is_open: true, first, lines, explained };
        self.till_sessions.push(session);
        self.by_till_session.insert(id, number);
        self.tills[till].1 = Some(number);
        self.keys[key].serves = Some(number);
        self.told.push((EventKind::TillOpened, None));
    }

    /// A till session ends with a count, and perhaps another begins with the same one.
    fn ends_till(
        &mut self,
        request: &Request<'_>,
        till: usize,
        taker: Option<usize>,
        counts: &Counts,
    ) -> Result<(), Broken> {
        let receipt = done(request.outcome, ENDS)?;
        let (Receipt::TillClosed(told), (pos, Some(number))) = (receipt, self.tills[till]) else {
            return Err(another(ENDS, receipt));
        };
        let lines = self.lines(till, counts).unwrap_or_default();
        let TillSession { id, key, first, .. } = self.till_sessions[number];
        let handed_to = told.handed_to.filter(|_| taker.is_some());
        let expected = TillClosed { till_session_id: id, handed_to, lines: lines.clone() };
        if *told != expected || taker.is_some() != handed_to.is_some() {
            return Err(Broken::new(ENDS, format!("should be {expected:?}, was {told:?}")));
        }
        for line in &lines {
            self.was_off(till, pos, line);
        }
        (self.till_sessions[number].is_open, self.till_sessions[number].lines) = (false, lines.clone());
        self.tills[till].1 = None;
        self.keys[key].serves = None;
        self.told.push((EventKind::TillClosed, None));
        if let Some((id, cashier)) = handed_to.zip(taker) {
            for line in &lines {
                let currency = self.currency(line.currency);
                let minor = i64::from(counts.sums[currency].unwrap_or(0));
                let notes = spread(currency, minor, counts.greatest);
                self.carries_over((till, currency), (line.expected, line.counted), &notes);
            }
            let is_left_out = |of: &usize| lines.iter().all(|line| self.currency(line.currency) != *of);
            let left_out: Vec<usize> = (0..CURRENCIES).filter(is_left_out).collect();
            for currency in left_out {
                self.carries_over((till, currency), (0, 0), &[0; KINDS]);
            }
            self.begins(id, (key, till), cashier, Some(first));
            return Ok(());
        }
        self.drawers[till] = [Drawer::default(); CURRENCIES];
        self.nothing_aside(till);
        for line in &lines {
            let currency = self.currency(line.currency);
            self.move_money(Touched::Till(till, currency), Touched::Vault(pos, currency), line.counted);
        }
        Ok(())
    }

    fn was_off(&mut self, till: usize, pos: usize, line: &TillLine) {
        let (currency, off_by) = (self.currency(line.currency), line.counted - line.expected);
        let (drawer, variance) = (Touched::Till(till, currency), Touched::Variance(pos, currency));
        if off_by < 0 {
            self.move_money(drawer, variance, -off_by);
        } else {
            self.move_money(variance, drawer, off_by);
        }
        if off_by.abs() > ALERTS[currency] {
            self.told.push((EventKind::TillVarianceFound, Some(off_by)));
        }
    }

    fn moves_cash(&mut self, till: usize, side: Side, (currency, minor, greatest): (usize, i64, usize)) {
        let pieces = spread(currency, minor, greatest);
        let minor = worth(currency, &pieces);
        let (own, vault) = (Touched::Till(till, currency), Touched::Vault(self.tills[till].0, currency));
        let (from, to) = match side {
            Side::FromVault => (vault, own),
            Side::ToVault => (own, vault),
            Side::ToTill(other, _) => (own, Touched::Till(other, currency)),
        };
        self.move_money(from, to, minor);
        if let Touched::Till(giver, _) = from {
            let notes = &mut self.drawers[giver][currency].notes;
            *notes = without(notes, &pieces).unwrap_or([0; KINDS]);
            self.keeps(giver, currency);
        }
        if let Touched::Till(taker, _) = to {
            let notes = &mut self.drawers[taker][currency].notes;
            *notes = both(notes, &pieces);
            self.keeps(taker, currency);
        }
    }

    fn vault_told(
        &mut self,
        request: &Request<'_>,
        (pos, currency): (usize, usize),
        event: Vault,
        minor: i64,
    ) -> Result<(), Broken> {
        let (vault, source) = (Touched::Vault(pos, currency), Touched::Source(pos, currency));
        let variance = Touched::Variance(pos, currency);
        match event {
            Vault::Delivered => self.move_money(source, vault, minor),
            Vault::Collected => self.move_money(vault, source, minor),
            Vault::Counted => match minor - self.balance(vault) {
                off_by @ ..0 => self.move_money(vault, variance, -off_by),
                off_by => self.move_money(variance, vault, off_by),
            },
        }
        let expected = Money::from_minor(self.balance(vault), self.currencies[currency]);
        let receipt = done(request.outcome, VAULT)?;
        if *receipt == Receipt::VaultTold(expected) {
            return Ok(());
        }
        Err(Broken::new(VAULT, format!("should be {expected}, was {receipt:?}")))
    }

    /// The currency of what is under way in a till: who answers for it, and the key it serves.
    pub(crate) fn hands_of(&self, till: usize) -> Option<(usize, usize)> {
        let session = &self.till_sessions[self.tills[till].1?];
        Some((session.cashier, session.key))
    }

    /// Whether a key serves an open till.
    pub(crate) fn serves_till(&self, key: usize) -> bool {
        self.keys[key].serves.is_some()
    }

    /// What the cash book says is in a POS's vault.
    pub(crate) fn in_vault(&self, pos: usize, currency: usize) -> i64 {
        self.places[pos].vault[currency]
    }

    /// What the cash book says is in a till.
    pub(crate) fn in_till(&self, till: usize, currency: usize) -> i64 {
        self.cash[till][currency]
    }

    /// What of it is set aside.
    pub(crate) fn promised(&self, till: usize, currency: usize) -> i64 {
        self.drawers[till][currency].promised
    }

    /// Whether the row says what the design says of a cashier.
    pub(crate) fn has_cashier(&self, number: usize, row: &CashierRow) -> bool {
        let Cashier { wrong, is_locked, is_active, .. } = self.cashiers[number];
        (wrong, is_locked, is_active) == (row.wrong, row.locked_at.is_some(), row.active)
    }

    /// The same of a till session.
    pub(crate) fn has_till_session(&self, row: &SessionRow) -> bool {
        let number = self.by_till_session.get(&row.till_session_id);
        number.map(|number| &self.till_sessions[*number]).is_some_and(|session| {
            session.is_open == row.closed_at.is_none()
                && session.lines == row.lines
                && self.till_ids[session.till] == row.till_id
        })
    }

    /// The same of what a closing count was off by.
    pub(crate) fn has_variance(&self, row: &TillVariance) -> bool {
        let Some(number) = self.by_till_session.get(&row.key.till_session_id) else { return false };
        let (session, currency) = (&self.till_sessions[*number], self.currency(row.key.currency));
        let Some(off_by) = session.off_by(row.key.currency) else { return false };
        let state = match (session.explained[currency], off_by.abs() > ALERTS[currency]) {
            (true, _) => VarianceState::Explained,
            (false, true) => VarianceState::Open,
            (false, false) => VarianceState::Small,
        };
        (row.counted - row.expected, row.state) == (off_by, state)
    }
}

impl TillSession {
    /// What its closing count was off by; none: it was not.
    fn off_by(&self, currency: specie_money::Currency) -> Option<i64> {
        let line = self.lines.iter().find(|line| line.currency == currency)?;
        Some(line.counted - line.expected).filter(|off_by| *off_by != 0)
    }
}
