//! Cash that moves with money: cash-lifecycle.md sections 2, 3 and 6. It leaves the open till it was promised in, and
//! comes back into it; a fact about a till session that is over goes against the POS's variance. And the notes of an open
//! drawer, as far as they are known.

use specie_domain::Refusal;
use specie_domain::rows::{Aside as RowAside, CaseKind, Drawer as Row, Withdrawal as WithdrawalRow};
use specie_money::Money;

use super::cases::Known;
use super::money::Why;
use super::till::TillSession;
use super::{Action, Deposit, Design, Touched, Withdrawal};
use crate::notes::{KINDS, Pieces, both, exactly, nearest, read, without, worth};
use crate::town::CURRENCIES;

const TILL: &str = "where a POS runs tills nothing new is paid or taken without an open one";
const PAYABLE: &str = "a drawer pays what its notes can make, and names the nearest sums otherwise";

/// What is known of the notes of one currency in a drawer, and how much of it is promised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Drawer {
    pub(super) notes: Pieces,
    pub(super) promised: i64,
    /// Of that, what was promised in the hands before these and was there when they were given over.
    pub(super) carried: i64,
}

/// Cash set aside for a session's withdrawal, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aside {
    session: usize,
    minor: i64,
    /// Promised in the hands before these.
    is_carried: bool,
}

/// How many a drawer names.
const ASIDES_MAX: usize = 32;

/// What a fact does to a withdrawal's cash.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cash {
    /// Of what was held: it left.
    pub(super) paid: i64,
    /// Of what was held: it stayed.
    pub(super) stayed: i64,
    /// Of what was paid: it is back.
    pub(super) back: i64,
    /// It left after the money had gone back.
    pub(super) late: i64,
    /// Of what was paid: a law gave the money back, and the cash stays where it went.
    pub(super) given: i64,
}

impl Design {
    /// The till session in which a session's money moves; none at a POS that runs no tills.
    pub(super) fn till_of(&self, number: usize) -> Result<Option<usize>, Why> {
        let session = &self.sessions[number];
        if !self.places[session.pos].runs_tills {
            return Ok(None);
        }
        let served = self.keys[session.key].serves.filter(|served| self.till_sessions[*served].is_open);
        served.map(Some).ok_or((TILL, Refusal::TillClosed))
    }

    /// The notes that are set aside for a withdrawal, and in which till session.
    pub(super) fn set_aside(
        &mut self,
        number: usize,
        currency: usize,
        minor: i64,
    ) -> Result<(Option<usize>, Pieces), Why> {
        let Some(session) = self.till_of(number)? else {
            return Ok((None, [0; KINDS]));
        };
        let till = self.till_sessions[session].till;
        let (free, drawer) = (self.free(till, currency), self.drawers[till][currency]);
        let is_all_known = worth(currency, &drawer.notes) == free;
        let chosen = exactly(currency, &drawer.notes, minor).filter(|_| minor <= free);
        if chosen.is_none() && (minor > free || is_all_known) {
            let (below, above) = if is_all_known {
                nearest(currency, &drawer.notes, minor)
            } else {
                (Some(free).filter(|free| *free > 0), None)
            };
            let money = |minor| Money::from_minor(minor, self.currencies[currency]);
            return Err((PAYABLE, Refusal::NotPayable(below.map(money), above.map(money))));
        }
        let chosen = chosen.unwrap_or_default(); // What is there uncounted may well make it.
        let drawer = &mut self.drawers[till][currency];
        drawer.promised += minor;
        let asides = self.asides.entry((till, currency)).or_default();
        if asides.len() < ASIDES_MAX {
            asides.push(Aside { session: number, minor, is_carried: false });
        }
        drawer.notes = without(&drawer.notes, &chosen).unwrap_or_default();
        self.keeps(till, currency);
        Ok((Some(session), chosen))
    }

    /// What is in a drawer and not promised.
    fn free(&self, till: usize, currency: usize) -> i64 {
        self.cash[till][currency] - self.drawers[till][currency].promised
    }

    /// Notes that come to more than is there are not known.
    pub(super) fn keeps(&mut self, till: usize, currency: usize) {
        if worth(currency, &self.drawers[till][currency].notes) > self.free(till, currency) {
            self.drawers[till][currency].notes = [0; KINDS];
        }
    }

    /// Where a till session's cash is: in its till, or, once it is over, what its POS's counts were off by.
    fn cash_of(&self, session: usize, currency: usize) -> Touched {
        let session = &self.till_sessions[session];
        if session.is_open {
            Touched::Till(session.till, currency)
        } else {
            Touched::Variance(session.pos, currency)
        }
    }

    /// The cash of a fact, whose money has just moved; `before` is what the withdrawal was.
    pub(super) fn cash_moves(&mut self, number: usize, before: &Withdrawal, cash: Cash) {
        let Some(session) = before.till else { return };
        let (currency, place) = (before.currency, self.till_sessions[session].pos);
        let (drawer, source) = (self.cash_of(session, currency), Touched::Source(place, currency));
        let carried = self.carried_by(number, session, (currency, cash));
        self.move_money(Touched::Till(self.till_sessions[session].till, currency), source, carried);
        self.move_money(drawer, source, cash.paid - carried + cash.late);
        self.move_money(source, drawer, cash.back);
        if !self.till_sessions[session].is_open {
            return;
        }
        let till = self.till_sessions[session].till;
        self.no_longer_aside(number, (till, currency), cash.paid + cash.stayed);
        let Action::Withdrawal(mut after) = self.sessions[number].action else { return };
        let drawer = &mut self.drawers[till][currency];
        drawer.promised = (drawer.promised - cash.paid - cash.stayed).max(0);
        if cash.stayed > 0 {
            let leave = before.held - cash.stayed;
            let leaving =
                if leave == 0 { Some([0; KINDS]) } else { exactly(currency, &before.hand_out, leave) };
            let staying = leaving.and_then(|leaving| without(&before.hand_out, &leaving)).unwrap_or_default();
            drawer.notes = both(&drawer.notes, &staying);
            after.hand_out = leaving.unwrap_or_default();
        }
        if cash.back > 0 {
            if cash.back == before.paid {
                drawer.notes = both(&drawer.notes, &after.hand_out);
            }
            after.hand_out = [0; KINDS];
        }
        if cash.late > 0 {
            drawer.notes = [0; KINDS]; // Something left that was counted as there.
        }
        self.keeps(till, currency);
        self.sessions[number].action = Action::Withdrawal(after);
    }

    /// Cash promised in hands that have given the till over: how much of what is paid is taken out of the till as it is
    /// now. Once the till was closed, all that was in it went to the vault.
    fn carried_by(&mut self, number: usize, session: usize, (currency, cash): (usize, Cash)) -> i64 {
        let TillSession { till, first, is_open, .. } = self.till_sessions[session];
        let now = self.tills[till].1.filter(|now| self.till_sessions[*now].first == first);
        if is_open || now.is_none() {
            return 0;
        }
        let carried = self.carried_for(number, (till, currency));
        let settled = (cash.paid + cash.stayed).min(carried);
        self.no_longer_aside(number, (till, currency), settled);
        let drawer = &mut self.drawers[till][currency];
        drawer.carried -= settled;
        drawer.promised -= settled;
        cash.paid.min(carried)
    }

    /// Of what was carried over, what is this session's; what no name stands beside is whoever comes first's.
    fn carried_for(&self, number: usize, of: (usize, usize)) -> i64 {
        let named = || self.asides.get(&of).into_iter().flatten().filter(|aside| aside.is_carried);
        let others = || named().map(|aside| aside.minor).sum::<i64>();
        let own = named().find(|aside| aside.session == number).map(|aside| aside.minor);
        own.unwrap_or_else(|| self.drawers[of.0][of.1].carried - others())
    }

    fn no_longer_aside(&mut self, number: usize, of: (usize, usize), minor: i64) {
        let asides = self.asides.entry(of).or_default();
        asides.iter_mut().filter(|aside| aside.session == number).for_each(|aside| aside.minor -= minor);
        asides.retain(|aside| aside.minor > 0);
    }

    /// A till is handed over: what is promised stays so, as far as the count found it there, for the oldest first. Those
    /// whose cash is missing have a case.
    pub(super) fn carries_over(
        &mut self,
        (till, currency): (usize, usize),
        (expected, sum): (i64, i64),
        counted: &Pieces,
    ) {
        let promised = self.drawers[till][currency].promised;
        let carried = (promised - (expected - sum).clamp(0, promised)).min(sum);
        let (mut rest, mut there, mut missing) = (carried, Vec::new(), Vec::new());
        for aside in self.asides.remove(&(till, currency)).unwrap_or_default() {
            let minor = aside.minor.min(rest);
            rest -= minor;
            if minor > 0 {
                there.push(Aside { minor, is_carried: true, ..aside });
            }
            if minor < aside.minor {
                missing.push(aside.session);
            }
        }
        self.asides.insert((till, currency), there);
        for number in missing {
            let about = (CaseKind::Unconfirmed, Some((self.held(number), currency)));
            self.case_opens(number, about, Known::Missing);
        }
        let aside = if carried == 0 { Some([0; KINDS]) } else { exactly(currency, counted, carried) };
        let notes = aside.and_then(|aside| without(counted, &aside)).unwrap_or_default();
        self.drawers[till][currency] = Drawer { notes, promised: carried, carried };
    }

    /// All of a drawer is counted anew, or in the vault.
    pub(super) fn nothing_aside(&mut self, till: usize) {
        (0..CURRENCIES).for_each(|currency| drop(self.asides.remove(&(till, currency))));
    }

    /// The POS told which notes left: they were others than those that were chosen.
    pub(super) fn notes_told(&mut self, number: usize, notes: Pieces) {
        let Action::Withdrawal(mut of) = self.sessions[number].action else { return };
        let Some(session) = of.till.filter(|session| self.till_sessions[*session].is_open) else { return };
        let is_all_that_left = of.held == 0 && worth(of.currency, &notes) == of.paid;
        if !is_all_that_left || notes == [0; KINDS] || of.hand_out == notes {
            return;
        }
        let till = self.till_sessions[session].till;
        let drawer = &mut self.drawers[till][of.currency];
        let rest = without(&both(&drawer.notes, &of.hand_out), &notes);
        drawer.notes = rest.filter(|_| of.hand_out != [0; KINDS]).unwrap_or_default();
        self.keeps(till, of.currency);
        of.hand_out = notes;
        self.sessions[number].action = Action::Withdrawal(of);
    }

    /// A deposit's cash comes into the till, or so much of it goes back.
    pub(super) fn cash_comes(&mut self, deposit: &Deposit, minor: i64) {
        let Some(session) = deposit.till else { return };
        let currency = deposit.currency;
        let source = Touched::Source(self.till_sessions[session].pos, currency);
        let drawer = self.cash_of(session, currency);
        if minor < 0 {
            self.move_money(drawer, source, -minor);
        } else {
            self.move_money(source, drawer, minor);
        }
        if self.till_sessions[session].is_open {
            self.keeps(self.till_sessions[session].till, currency);
        }
    }

    /// Whether a withdrawal's cash is promised in the till session and in the notes that the row says.
    pub(crate) fn has_cash(&self, of: &Withdrawal, row: &WithdrawalRow) -> bool {
        let session = of.till.map(|session| self.till_sessions[session].id);
        session == row.till_session_id
            && read(of.currency, &row.hand_out) == Some(of.hand_out)
            && of.cash_out == row.cash_out
    }

    /// Whether the row says what the design says of a drawer.
    pub(crate) fn has_drawer(&self, (till, currency): (usize, usize), row: &Row) -> bool {
        let known = self.drawers[till][currency];
        let asides = self.asides.get(&(till, currency)).into_iter().flatten();
        let named = asides.map(|aside| RowAside {
            operation_id: self.sessions[aside.session].operation,
            amount: aside.minor,
            is_carried: aside.is_carried,
        });
        let notes = read(currency, &row.notes) == Some(known.notes);
        let is_named = named.eq(row.asides.iter().copied());
        notes && is_named && (row.promised, row.carried) == (known.promised, known.carried)
    }
}
