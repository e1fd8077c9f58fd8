//! How visits go: a customer arms a code, a cashier logs in, hands out or takes in cash, reverses what did not
//! leave the drawer, logs out; or does otherwise. Sums are minor units.

use specie_domain::rows::{PrintMedium, Purpose};

use super::{Busy, People};
use crate::ask::{Approval, Ask, Found, Said, Sum};
use crate::devices::EIGHT_DIGITS;
use crate::notes::{KINDS, WORTHS};
use crate::play::Play;
use crate::step::{Act, Bend, Naming, Plan, What};
use crate::town::{CURRENCIES, CUSTOMERS, KEYS_OF_POS, OFFLINE_CAPS, POS};
use crate::visit::{Told, Visit};

/// How often a cashier repeats a call without an answer before he gives up.
const TRIES_MAX: u32 = 4;
/// Steps after which a visit ends anyhow.
const VISIT_STEPS_MAX: u32 = 40;

/// What comes of looking at one visit.
enum Next {
    Does(Act),
    Waits,
    Leaves,
}

impl People {
    /// One of the visits goes on, or a new one begins.
    pub(super) fn go_on(&mut self, play: &Play) -> Option<Act> {
        if self.busy.len() < self.habits.crowd && self.chance.once_in(2) {
            return Some(self.begin(play));
        }
        if self.busy.is_empty() {
            return Some(self.begin(play));
        }
        let first = self.chance.below(self.busy.len());
        let mut place = first;
        loop {
            match self.cashier(play, place) {
                Next::Does(act) => return Some(act),
                Next::Leaves => {
                    self.busy.swap_remove(place);
                    return Some(Act::Project(1));
                }
                Next::Waits => {}
            }
            place = (place + 1) % self.busy.len();
            if place == first {
                return (self.busy.len() < self.habits.crowd).then(|| self.begin(play));
            }
        }
    }

    fn begin(&mut self, play: &Play) -> Act {
        let plan = self.plan(play);
        if let Some(act) = self.open_first(play, plan.pos, plan.key) {
            return act;
        }
        self.visits += 1;
        let deposits = match plan.purpose {
            Purpose::Withdraw => false,
            Purpose::Deposit => true,
            Purpose::Any => self.chance.once_in(2),
        };
        let (visit, customer) = (self.visits, plan.customer);
        let slips =
            if self.chance.once_in(60) { 1 + u32::try_from(self.chance.below(4)).unwrap_or(0) } else { 0 };
        let is_stubborn = !plan.offline && self.chance.once_in(100);
        let (tries, steps, has_reversed, has_told) = (0, 0, false, false);
        let tells = self.chance.once_in(3);
        self.busy.push(Busy {
            visit,
            customer,
            deposits,
            tries,
            steps,
            has_reversed,
            has_told,
            tells,
            slips,
            is_stubborn,
        });
        let what = if plan.offline { self.show(plan) } else { What::Arm(plan) };
        self.send(visit, what)
    }

    /// What the customer's offline device shows; her clock is seldom half a minute off.
    fn show(&mut self, plan: Plan) -> What {
        let half_minutes = if self.chance.once_in(12) { self.chance.between(-5, 2) } else { 0 };
        What::Show(plan, half_minutes)
    }

    fn plan(&mut self, play: &Play) -> Plan {
        let mut customer = self.chance.below(self.habits.customers);
        for _ in 0..8 {
            let is_busy = self.busy.iter().any(|busy| busy.customer == customer);
            if (is_busy || play.town.penniless.contains(&customer)) && !self.chance.once_in(12) {
                customer = self.chance.below(self.habits.customers);
            }
        }
        let pos = self.chance.below(POS);
        let key = pos * KEYS_OF_POS + self.chance.below(2);
        let mut currency = 0;
        for other in 1..CURRENCIES {
            let is_served = play.town.pos[pos].serves[other] && play.town.knows_account(customer, other);
            if is_served && self.chance.once_in(2) || self.chance.once_in(60) {
                currency = other;
            }
        }
        let [most, few] = [[9_999, 5_000, 20_000], [100, 50, 500]].map(|of| of[currency]);
        let mut minor = self.chance.between(few, most);
        if play.town.runs_tills[pos] && !self.chance.once_in(6) {
            minor -= minor % WORTHS[currency][KINDS - 1];
        }
        let jam = match self.chance.below(20) {
            0 => minor,
            1 => self.chance.between(1, minor - 1),
            _ => 0,
        };
        let purpose = match self.chance.below(20) {
            0..17 => Purpose::Withdraw,
            17..19 => Purpose::Deposit,
            _ => Purpose::Any,
        };
        let approval = match self.chance.below(20) {
            0..12 => Approval::Exactly(currency, minor),
            12..18 => Approval::UpTo(currency, minor + self.chance.between(0, minor)),
            _ => Approval::Any,
        };
        let is_open = approval == Approval::Any && purpose != Purpose::Deposit;
        let approval = if is_open && !play.town.open_codes && !self.chance.once_in(10) {
            Approval::Exactly(currency, minor)
        } else {
            approval
        };
        let bound = !self.chance.once_in(if play.town.open_codes { 6 } else { 200 });
        let offline = play.town.customers[customer].seed.is_some() && self.chance.once_in(4);
        let plan = Plan { customer, pos, key, currency, minor, jam, purpose, approval, bound, offline };
        if offline { self.offline(plan) } else { plan }
    }

    /// Nothing was approved of a visit with an offline code; most customers know how much it brings.
    fn offline(&mut self, plan: Plan) -> Plan {
        let most = OFFLINE_CAPS[plan.currency].filter(|_| !self.chance.once_in(8)).unwrap_or(i64::MAX);
        let minor = plan.minor.min(most);
        let (purpose, approval) = (Purpose::Withdraw, Approval::Any);
        Plan { minor, jam: plan.jam.min(minor), purpose, approval, bound: false, ..plan }
    }

    /// What the cashier of a visit does next.
    fn cashier(&mut self, play: &Play, place: usize) -> Next {
        let Some(visit) = play.visits.get(&self.busy[place].visit) else {
            return Next::Leaves;
        };
        if visit.queued > 0 {
            return Next::Waits;
        }
        self.busy[place].steps += 1;
        if self.busy[place].steps > VISIT_STEPS_MAX {
            return Next::Leaves;
        }
        if visit.last.1 == Told::Nothing && self.busy[place].tries < TRIES_MAX && !self.chance.once_in(12) {
            self.busy[place].tries += 1;
            return Next::Does(Act::Again { call: visit.last.0, fate: self.fate() });
        }
        self.busy[place].tries = 0;
        let number = self.busy[place].visit;
        match (visit.session, visit.code) {
            (Some(_), _) => self.in_session(play, visit, place),
            (None, Some(code)) => {
                if play.now < code.valid_from && !self.chance.once_in(30) {
                    self.busy[place].steps -= 1;
                    return Next::Waits;
                }
                if self.busy[place].slips > 0 {
                    self.busy[place].slips -= 1;
                    return Next::Does(self.slip(&visit.plan));
                }
                self.at_login(visit, number, play.now >= code.expires_at)
            }
            (None, None) if visit.plan.offline => self.with_device(visit.plan, place),
            (None, None) => Next::Leaves,
        }
    }

    /// A login with an offline code was refused: once more, or not.
    fn with_device(&mut self, plan: Plan, place: usize) -> Next {
        if self.busy[place].slips > 0 {
            self.busy[place].slips -= 1;
            return Next::Does(self.slip(&plan));
        }
        if self.chance.once_in(3) {
            return Next::Leaves;
        }
        let what = self.show(plan);
        Next::Does(self.send(self.busy[place].visit, what))
    }

    /// Wrong digits, typed by an honest hand.
    fn slip(&mut self, plan: &Plan) -> Act {
        let Plan { customer: phone, pos, key, offline, .. } = *plan;
        let digits = self.any_digits(offline);
        self.send(0, What::Other(Ask::Login { key, pos, phone, digits }))
    }

    /// Somebody has overheard an offline code, and tries it with another key.
    fn overheard(&mut self, play: &Play, plan: &Plan) -> Act {
        let key = self.chance.below(POS * KEYS_OF_POS);
        let half_minutes = if self.chance.once_in(2) { 0 } else { self.chance.between(-3, 0) };
        let digits = play.shown(plan.customer, half_minutes).unwrap_or(EIGHT_DIGITS);
        let (pos, phone) = (key / KEYS_OF_POS, plan.customer);
        self.send(0, What::Other(Ask::Login { key, pos, phone, digits }))
    }

    fn at_login(&mut self, visit: &Visit, number: u32, is_late: bool) -> Next {
        let was_refused = visit.last.1 == Told::No;
        let what = match self.chance.below(60) {
            0 => What::Cancel,
            1 => What::Arm(visit.plan),
            2 => {
                // The code is tried with another key, at its POS or anywhere.
                let key = self.chance.below(POS * KEYS_OF_POS);
                let pos = if self.chance.once_in(4) { self.chance.below(POS) } else { key / KEYS_OF_POS };
                let (phone, digits) = (visit.plan.customer, visit.code.map_or(0, |code| code.digits));
                What::Other(Ask::Login { key, pos, phone, digits })
            }
            3..40 if was_refused => return Next::Leaves,
            3..30 if is_late => What::Arm(visit.plan),
            _ => What::Login,
        };
        let visit = if matches!(what, What::Other(_)) { 0 } else { number };
        Next::Does(self.send(visit, what))
    }

    fn in_session(&mut self, play: &Play, visit: &Visit, place: usize) -> Next {
        let busy = self.busy[place];
        let sum = Sum::of(visit.plan.minor);
        if busy.is_stubborn && visit.money.is_none() {
            let other = Sum::of(visit.plan.minor * 2 + 1);
            return Next::Does(self.send(busy.visit, What::Withdraw(other, Bend::Straight)));
        }
        if visit.plan.offline && self.chance.once_in(12) {
            return Next::Does(self.overheard(play, &visit.plan));
        }
        if self.chance.once_in(self.habits.mischief) {
            let what = self.mischief(visit);
            return Next::Does(self.send(busy.visit, what));
        }
        if self.habits.prints && visit.money.is_some() && self.chance.once_in(3) {
            let print = self.print(Bend::Straight);
            return Next::Does(self.send(busy.visit, print));
        }
        let gave_up = visit.last.1 == Told::Nothing;
        let was_refused = visit.last.1 == Told::No;
        let needs_reversal = visit.plan.jam > 0 || (gave_up && visit.money.is_none());
        let what = if visit.closed {
            return Next::Leaves;
        } else if visit.money.is_none() && !was_refused && !gave_up {
            if busy.deposits {
                What::Deposit(sum, Bend::Straight)
            } else {
                What::Withdraw(sum, Bend::Straight)
            }
        } else if let Some(said) = self.word(visit, busy) {
            self.busy[place].has_told = true;
            let runs_tills = play.town.runs_tills[visit.plan.pos];
            let drawn_in = visit.drawn_in.filter(|_| runs_tills && said != Said::NotDispensed);
            let notes = drawn_in.and_then(|currency| self.notes_of(currency, visit.cash));
            What::Tell(said, Bend::Straight, notes)
        } else if needs_reversal && !busy.has_reversed && !busy.has_told && !self.chance.once_in(10) {
            self.busy[place].has_reversed = true;
            let sum = if visit.plan.jam > 0 { Sum::of(visit.plan.jam) } else { sum };
            What::Reverse(
                sum,
                if visit.money.is_some() { Naming::Own } else { Naming::Nothing },
                Bend::Straight,
            )
        } else if self.chance.once_in(40) {
            return Next::Leaves; // Without a word.
        } else {
            What::Logout(Bend::Straight)
        };
        Next::Does(self.send(busy.visit, what))
    }

    /// What some cashiers say of the cash, once, before they log out: mostly the truth.
    fn word(&mut self, visit: &Visit, busy: Busy) -> Option<Said> {
        if busy.has_told || busy.has_reversed || busy.deposits || !busy.tells {
            return None;
        }
        match self.chance.below(20) {
            0 => Some(Said::Unknown),
            1 => Some(self.any_word(visit.plan.minor)),
            _ => Some(visit.truth().unwrap_or(Said::NotDispensed)),
        }
    }

    pub(super) fn any_word(&mut self, minor: i64) -> Said {
        match self.chance.below(10) {
            0..4 => Said::Dispensed,
            4..7 => Said::NotDispensed,
            7 => Said::Unknown,
            8 => Said::Partial(self.chance.between(1, minor.max(1))),
            _ => Said::Partial(self.chance.one_of(&[-1, 0, minor, minor + 1])),
        }
    }

    /// A receipt that was printed a while ago, or will have been.
    fn print(&mut self, bend: Bend) -> What {
        let medium = self.chance.one_of(&[PrintMedium::Browser, PrintMedium::Printer, PrintMedium::File]);
        let ago_ms = if self.chance.once_in(2) { 0 } else { self.chance.between(-2_000, 200_000) };
        What::Print(medium, ago_ms, bend)
    }

    /// What two people may find; the operator does not know better.
    fn any_finding(&mut self, visit: &Visit) -> Found {
        let Plan { minor, currency, .. } = visit.plan;
        let other = if self.chance.once_in(12) { self.chance.below(CURRENCIES) } else { currency };
        match self.chance.below(16) {
            0..3 => Found::Left,
            3..7 => Found::Stayed,
            7..9 => Found::Part(self.chance.between(1, minor.max(1)), other),
            9 => Found::Part(self.chance.one_of(&[-1, 0, minor]), other),
            10..12 => Found::PosRight,
            12..14 => Found::OperatorBears,
            14 => Found::WrittenOff,
            _ => Found::Nothing,
        }
    }

    /// Long after, or in between: somebody says something of a visit, disputes it, or writes about it.
    pub(super) fn hindsight(&mut self, play: &Play) -> Option<Act> {
        let span = if self.chance.once_in(2) { self.visits } else { self.visits.min(12) };
        let back = u32::try_from(self.chance.below(1 + span as usize)).unwrap_or(0);
        if self.chance.once_in(3) {
            self.quarrel = self.visits.saturating_sub(back);
        }
        let number = self.quarrel;
        let visit = play.visits.get(&number)?;
        if self.habits.prints && self.chance.once_in(3) {
            let print = self.print(Bend::Straight);
            return Some(self.send(number, print));
        }
        let what = match self.chance.below(14) {
            0..2 if play.town.assumes[visit.plan.pos].is_some() => {
                What::Tell(Said::Unknown, Bend::Straight, None) // Before silence counts as word.
            }
            0..6 => What::Tell(self.any_word(visit.plan.minor), Bend::Straight, None),
            6..8 => What::Dispute,
            8 => What::Note(self.chance.once_in(2)),
            9..12 => What::Close(self.any_finding(visit)),
            12 => What::Other(self.judge(play)?),
            _ => What::Logout(Bend::Straight),
        };
        Some(self.send(number, what))
    }

    /// What a cashier should not do, or not so.
    fn mischief(&mut self, visit: &Visit) -> What {
        let plan = visit.plan;
        let sum = match self.chance.below(10) {
            0..3 => Sum::of(plan.minor),
            3 => Sum::of(plan.minor + 1),
            4 => Sum::of(self.chance.between(1, plan.minor)),
            5 => Sum::of(plan.minor * 2),
            6 => Sum { minor: plan.minor, too_precise: true },
            7 => Sum::of(-self.chance.between(0, 5)),
            8 => Sum::of(plan.minor / 3 + 1),
            _ => Sum::of(plan.minor / 2 + 1),
        };
        let bend = match self.chance.below(16) {
            0 => Bend::WrongToken,
            1 if !self.busy.is_empty() => {
                let other = self.chance.below(self.busy.len());
                Bend::TokenOf(self.busy[other].visit)
            }
            2 => Bend::Key(self.chance.below(POS * KEYS_OF_POS)),
            3 => {
                Bend::Phone(if self.chance.once_in(2) { plan.customer } else { self.chance.below(CUSTOMERS) })
            }
            4 => Bend::AccountOf(self.chance.below(CUSTOMERS)),
            5 => Bend::Currency(self.chance.below(CURRENCIES)),
            _ => Bend::Straight,
        };
        if self.habits.prints && self.chance.once_in(6) {
            return self.print(bend);
        }
        let other = self.busy[self.chance.below(self.busy.len())].visit;
        let naming = self.chance.one_of(&[
            Naming::Nothing,
            Naming::Nothing,
            Naming::Own,
            Naming::Of(other),
            Naming::Foreign,
        ]);
        match self.chance.below(14) {
            12..14 => What::Tell(self.any_word(plan.minor), bend, None),
            0..3 => What::Withdraw(sum, bend),
            3..5 => What::Deposit(sum, bend),
            5..10 => What::Reverse(sum, naming, bend),
            _ => What::Logout(bend),
        }
    }
}
