//! People of the operator who sign in: security.md "People". Five wrong tries lock a name, a code signs in once, and a
//! session ends by itself, by its person, or when her password is set anew.

use specie_domain::outcome::Thing;
use specie_domain::rows::{
    EventKind, Role, STAFF_LOCK_S, STAFF_WRONG_MAX, SignIn as Row, StaffSession as SeatRow, StaffTimes,
};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, counted, done, refused, repeated};
use super::{Design, Recalled, Request, Staff};
use crate::ask::{DeskAsk, FIRST_PASSWORD};
use crate::broken::Broken;
use crate::names;
use crate::town::FIRST_STAFF;

const ADDED: &str = "a person's password is told once";
const IN: &str =
    "a right password with a code of now that was not used signs in, while the name is not locked";
const SEAT: &str = "a session is its person's until it ends";

/// A person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    password: u64,
    last_code: u64,
    wrong: u32,
    locked_until: Option<Time>,
    set_at: Time,
    judges: bool,
}

/// A session.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat {
    person: u64,
    opened_at: Time,
    seen_at: Time,
    ended: bool,
}

impl Design {
    pub(super) fn hear_desk(&mut self, request: &Request<'_>, ask: DeskAsk) -> Result<Heard, Broken> {
        match ask {
            DeskAsk::Add { role } => self.adds_person(request, FIRST_STAFF[role]),
            DeskAsk::Reset { person } => self.resets(request, person),
            DeskAsk::In { person, password, off } => {
                let code = off.map(|off| request.at.half_minute().saturating_add_signed(off));
                self.signs_in(request, person, (password, code))
            }
            DeskAsk::Change { seat, old, new } => self.changes(request, seat, (old, new)),
            DeskAsk::See { seat, ends } => self.sees(request, seat, ends),
            DeskAsk::Look { seat, .. } => {
                let is_served = |seat: &Seat| self.staff.get(&seat.person).is_some_and(|of| !of.revoked);
                if self.seat(seat, request.at).filter(is_served).is_none() {
                    return refused(request.outcome, SEAT, &Refusal::KeyNotKnown);
                }
                self.did(request, SEAT)?;
                Ok(Heard::Changed)
            }
        }
    }

    fn shown_once(&self, request: &Request<'_>) -> Option<Result<Heard, Broken>> {
        let is_again = matches!(self.recall(request), Recalled::First(_));
        is_again.then(|| refused(request.outcome, ADDED, &Refusal::SecretShownOnce))
    }

    fn adds_person(&mut self, request: &Request<'_>, role: Role) -> Result<Heard, Broken> {
        if let Some(heard) = self.shown_once(request) {
            return heard;
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let judges = matches!(role, Role::Admin | Role::Finance);
        if judges && self.safeguarded {
            return refused(request.outcome, ADDED, &Refusal::NeedsTwoPeople);
        }
        let receipt = done(request.outcome, ADDED)?;
        let Receipt::OperatorKeyRegistered(_) = receipt else {
            return Err(another(ADDED, receipt));
        };
        self.staff.insert(request.staff, Staff { role, revoked: false, is_hired: true });
        let set_at = request.at;
        let (password, last_code, wrong, locked_until) = (FIRST_PASSWORD, 0, 0, None);
        let person = Person { password, last_code, wrong, locked_until, set_at, judges };
        self.people.insert(request.staff, person);
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    fn resets(&mut self, request: &Request<'_>, number: u64) -> Result<Heard, Broken> {
        let Some(person) = self.people.get(&number).copied() else {
            return refused(request.outcome, ADDED, &Refusal::NotFound(Thing::OperatorKey));
        };
        if let Some(heard) = self.shown_once(request) {
            return heard;
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        if person.judges && self.safeguarded {
            return refused(request.outcome, ADDED, &Refusal::NeedsTwoPeople);
        }
        let receipt = self.did(request, ADDED)?;
        let (password, set_at) = (request.seed, request.at);
        let (last_code, wrong, locked_until) = (0, 0, None);
        self.people.insert(number, Person { password, last_code, wrong, locked_until, set_at, ..person });
        self.remember(request, receipt);
        Ok(Heard::Changed)
    }

    fn signs_in(
        &mut self,
        request: &Request<'_>,
        number: u64,
        (password, code): (u64, Option<u64>),
    ) -> Result<Heard, Broken> {
        let is_revoked = self.staff.get(&number).is_none_or(|staff| staff.revoked);
        let Some(person) = self.people.get(&number).copied().filter(|_| !is_revoked) else {
            return counted(request.outcome, IN, &Refusal::SignInNotValid);
        };
        let code = code.filter(|code| *code > person.last_code);
        let is_locked = person.locked_until.is_some_and(|until| request.at < until);
        let (Some(last_code), true, false) = (code, person.password == password, is_locked) else {
            return self.wrong_try(request, number);
        };
        let receipt = done(request.outcome, IN)?;
        let Receipt::StaffSignedIn(_) = receipt else {
            return Err(another(IN, receipt));
        };
        self.people.insert(number, Person { last_code, wrong: 0, locked_until: None, ..person });
        let (opened_at, seen_at) = (request.at, request.at);
        self.seats.insert(request.token, Seat { person: number, opened_at, seen_at, ended: false });
        Ok(Heard::Changed)
    }

    /// The fifth locks the name; while it is locked nothing more is counted against it.
    fn wrong_try(&mut self, request: &Request<'_>, number: u64) -> Result<Heard, Broken> {
        if let Some(person) = self.people.get_mut(&number)
            && person.locked_until.is_none_or(|until| request.at >= until)
        {
            person.wrong += 1;
            person.locked_until = None;
            if person.wrong >= u32::from(STAFF_WRONG_MAX) {
                person.wrong = 0;
                person.locked_until = Some(request.at.plus_s(STAFF_LOCK_S));
                self.told.push((EventKind::StaffLocked, None));
            }
        }
        counted(request.outcome, IN, &Refusal::SignInNotValid)
    }

    /// A session that lives, of a password that was not set anew since.
    fn seat(&self, number: u64, now: Time) -> Option<Seat> {
        let times = StaffTimes::default();
        let seat = self.seats.get(&number).copied()?;
        let person = self.people.get(&seat.person)?;
        let lives = !seat.ended
            && now < seat.seen_at.plus_s(times.idle_s)
            && now < seat.opened_at.plus_s(times.session_s);
        (lives && seat.opened_at >= person.set_at).then_some(seat)
    }

    fn changes(
        &mut self,
        request: &Request<'_>,
        number: u64,
        (old, new): (u64, u64),
    ) -> Result<Heard, Broken> {
        let Some(seat) = self.seat(number, request.at) else {
            return refused(request.outcome, SEAT, &Refusal::KeyNotKnown);
        };
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let person = self.people[&seat.person];
        if person.password != old || person.locked_until.is_some_and(|until| request.at < until) {
            return self.wrong_try(request, seat.person);
        }
        let receipt = self.did(request, SEAT)?;
        let (password, set_at) = (new, request.at);
        self.people.insert(seat.person, Person { password, set_at, wrong: 0, ..person });
        let (opened_at, seen_at) = (request.at, request.at);
        self.seats.insert(number, Seat { opened_at, seen_at, ..seat });
        self.remember(request, receipt);
        Ok(Heard::Changed)
    }

    fn sees(&mut self, request: &Request<'_>, number: u64, ends: bool) -> Result<Heard, Broken> {
        if ends && self.seats.get(&number).is_some_and(|seat| seat.ended) {
            return repeated(request.outcome, SEAT, &Receipt::Done).map(|_| Heard::Nothing);
        }
        let Some(seat) = self.seat(number, request.at) else {
            return refused(request.outcome, SEAT, &Refusal::KeyNotKnown);
        };
        self.did(request, SEAT)?;
        if !ends && request.at <= seat.seen_at {
            return Ok(Heard::Nothing);
        }
        let seen_at = seat.seen_at.max(request.at);
        self.seats.insert(number, Seat { seen_at, ended: ends, ..seat });
        Ok(Heard::Changed)
    }

    /// Whether the row says what the design says.
    pub(crate) fn has_person(&self, row: &Row) -> bool {
        let is_she = |(number, _): &(&u64, &Person)| names::person(**number).matches(&row.name);
        self.people.iter().find(is_she).is_some_and(|(_, person)| {
            (person.last_code, person.wrong, person.locked_until)
                == (row.last_counter, u32::from(row.wrong), row.locked_until)
        })
    }

    /// The same of a session.
    pub(crate) fn has_seat(&self, row: &SeatRow) -> bool {
        let is_it = |(number, _): &(&u64, &Seat)| names::seat(**number).matches(&row.hash);
        self.seats.iter().find(is_it).is_some_and(|(_, seat)| {
            (seat.opened_at, seat.seen_at, seat.ended) == (row.opened_at, row.seen_at, row.ended_at.is_some())
        })
    }
}
