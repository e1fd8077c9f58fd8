//! The people of a world and its network and disk, as far as chance moves them: customers, cashiers honest
//! and not, guessers, an operator, lost and late messages, clocks, crashes. Looks only at what its people
//! could know. Sums are minor units.

mod cashier;
mod office;
mod papers;
mod tills;

use specie_domain::{DAY_MS, Time};

use crate::ask::Ask;
use crate::chance::{Chance, mixed};
use crate::devices::EIGHT_DIGITS;
use crate::disk::Unsynced;
use crate::engine::CrashPoint;
use crate::play::Play;
use crate::rates::MENU;
use crate::step::{Act, Crash, Fate, Sending, Step, What};
use crate::town::{CURRENCIES, CUSTOMERS, FIRST_STAFF, KEYS_OF_POS, OWNERS, POS};

/// The most a world's habits let one batch hold.
const BATCH_MAX: usize = 48;
/// Visits at a time, at most.
const CROWD_MAX: usize = 16;

/// So close to a UTC midnight the clock is put forth and back often.
const MIDNIGHT_MS: i64 = 20_000;

/// How a world goes; each figure says "once in so many".
#[derive(Debug, Clone, Copy)]
struct Habits {
    crowd: usize,
    batch: usize,
    pace_ms: i64,
    mischief: usize,
    guess: usize,
    lost: usize,
    crash: usize,
    leap: usize,
    customers: usize,
    /// Whether cashiers print receipts.
    prints: bool,
}

/// A visit under way, as its cashier goes about it.
#[derive(Debug, Clone, Copy)]
struct Busy {
    visit: u32,
    customer: usize,
    deposits: bool,
    tries: u32,
    steps: u32,
    has_reversed: bool,
    has_told: bool,
    /// Whether he says what became of the cash.
    tells: bool,
    /// Wrong digits he will type first.
    slips: u32,
    /// Whether he asks for other sums than were approved, again and again.
    is_stubborn: bool,
}

/// Who makes the next step.
#[derive(Debug)]
pub(crate) struct People {
    chance: Chance,
    habits: Habits,
    busy: Vec<Busy>,
    target: usize,
    calls: u32,
    visits: u32,
    values: u64,
    to_undo: Vec<Ask>,
    /// The visit that people have spoken of last.
    quarrel: u32,
}

impl People {
    /// The people of the world with this seed.
    #[must_use]
    pub(crate) fn of(seed: u64) -> Self {
        let mut chance = Chance::new(!seed);
        let is_stormy = chance.once_in(12);
        let habits = Habits {
            crowd: 1 + chance.below(CROWD_MAX),
            batch: 1 + chance.below(BATCH_MAX),
            pace_ms: chance.one_of(&[40, 200, 700]),
            mischief: chance.one_of(&[8, 15, 30, 100]),
            guess: if is_stormy { 5 } else { 500 },
            lost: chance.one_of(&[10, 30, 100]),
            crash: chance.one_of(&[40, 150, 400]),
            leap: chance.one_of(&[150, 500, 2000]),
            customers: if chance.once_in(12) { 3 } else { CUSTOMERS },
            prints: Chance::new(mixed(seed)).once_in(3), // Beside the others: it changes no world without prints.
        };
        let (busy, to_undo) = (Vec::new(), Vec::new());
        Self { chance, habits, busy, target: 1, calls: 0, visits: 0, values: 0, to_undo, quarrel: 0 }
    }

    /// The next step.
    pub(crate) fn next(&mut self, play: &Play) -> Step {
        if play.waiting() >= self.target {
            return self.commit();
        }
        let act = self.seldom(play).or_else(|| self.go_on(play));
        match act {
            Some(act) => Step { after_ms: self.chance.between(0, self.habits.pace_ms), act },
            None if play.waiting() > 0 => self.commit(),
            None => Step { after_ms: self.chance.between(500, 6_000), act: Act::Project(4) },
        }
    }

    fn commit(&mut self) -> Step {
        self.target = if self.chance.once_in(3) { 1 } else { 1 + self.chance.below(self.habits.batch) };
        let crash = self.chance.once_in(self.habits.crash).then(|| self.crash());
        let mix = if self.chance.once_in(3) { self.chance.draw() } else { 0 };
        Step { after_ms: self.chance.between(0, 5), act: Act::Commit { mix, crash } }
    }

    fn crash(&mut self) -> Crash {
        let point = match self.chance.below(6) {
            0 => CrashPoint::BeforeDeciding,
            1 => CrashPoint::Decided,
            2 => CrashPoint::Appended(Unsynced::Lost),
            3 => CrashPoint::Appended(Unsynced::Kept),
            4 => CrashPoint::Appended(Unsynced::Torn(u32::try_from(self.chance.below(1000)).unwrap_or(0))),
            _ => CrashPoint::Synced,
        };
        let again_after = self.chance.once_in(3).then(|| self.chance.below(6));
        Crash { point, tables_lost: self.chance.below(4), again_after }
    }

    fn fate(&mut self) -> Fate {
        let often = self.habits.lost;
        Fate {
            lost: self.chance.once_in(often),
            deaf: self.chance.once_in(often),
            twin: self.chance.once_in(often * 2),
            copy: false,
            skew_s: if self.chance.once_in(100) { self.chance.between(-400, 80) } else { 0 },
            dice: self.chance.draw(),
        }
    }

    /// Things that happen now and then.
    fn seldom(&mut self, play: &Play) -> Option<Act> {
        if self.chance.once_in(self.habits.guess) {
            return Some(self.guess(play));
        }
        match self.chance.below(1200) {
            0..40 => Some(self.late_copy()),
            40..140 => Some(Act::Project(1 + self.chance.below(12))),
            140..150 => Some(Act::Sweep),
            200..225 => self.hindsight(play),
            225..235 => Some(self.office(play)),
            245..263 => self.tend(play),
            263..277 => self.papers(play),
            150..158 => Some(Act::Forget),
            158..170 => Some(self.operate(play)),
            170..200 if !self.to_undo.is_empty() => {
                let place = self.chance.below(self.to_undo.len());
                let ask = self.to_undo.swap_remove(place);
                Some(self.send(0, What::Other(ask)))
            }
            _ => None,
        }
    }

    /// The clock leaps forwards, or a little backwards; around midnight it cannot make up its mind.
    pub(crate) fn leap_ms(&mut self, now: Time) -> i64 {
        if is_near_midnight(now) && self.chance.once_in(12) {
            return self.chance.between(-3_000, 2_000);
        }
        if !self.chance.once_in(self.habits.leap) {
            return 0;
        }
        match self.chance.below(20) {
            0..8 => -self.chance.between(1, 2_500),
            8..14 => self.chance.between(20_000, 140_000),
            14..17 => self.chance.between(140_000, 1_000_000),
            17..19 => self.chance.between(3_600_000, 20_000_000),
            _ => self.chance.between(80_000_000, 95_000_000),
        }
    }

    /// A copy of an old request comes out of the network; nobody listens to the answer, or its sender does.
    fn late_copy(&mut self) -> Act {
        let span = if self.chance.once_in(3) { self.calls } else { self.calls.min(40) };
        let back = u32::try_from(self.chance.below(1 + span as usize)).unwrap_or(0);
        let (deaf, copy) = (self.chance.once_in(2), !self.chance.once_in(4));
        let fate = Fate { lost: false, deaf, copy, ..self.fate() };
        Act::Again { call: self.calls.saturating_sub(back), fate }
    }

    fn guess(&mut self, play: &Play) -> Act {
        // The thief keeps to his key and, for a while, to one customer.
        let key = self.chance.below(POS) * KEYS_OF_POS + if self.chance.once_in(4) { 0 } else { 2 };
        let victim = usize::try_from(play.now.unix_ms() / 600_000).unwrap_or(0) % CUSTOMERS;
        let busy = if self.busy.is_empty() { None } else { Some(self.chance.below(self.busy.len())) };
        let phone = match self.chance.below(12) {
            0..5 => victim,
            5..10 => busy.map_or(victim, |busy| self.busy[busy].customer),
            10 => self.chance.below(CUSTOMERS),
            _ => CUSTOMERS + self.chance.below(50),
        };
        let is_of_device = self.chance.once_in(4);
        let digits = self.any_digits(is_of_device);
        let ask = Ask::Login { key, pos: key / KEYS_OF_POS, phone, digits };
        self.send(0, What::Other(ask))
    }

    /// Six digits, or eight.
    fn any_digits(&mut self, eight: bool) -> u32 {
        let (first, end) = if eight { (EIGHT_DIGITS, EIGHT_DIGITS) } else { (0, 1_000_000) };
        let drawn = self.chance.below(usize::try_from(end).unwrap_or(1));
        first + u32::try_from(drawn).unwrap_or(0)
    }

    fn operate(&mut self, play: &Play) -> Act {
        let customer = self.chance.below(CUSTOMERS);
        let pos = self.chance.below(POS);
        let currency = self.chance.below(CURRENCIES);
        let minor = self.chance.between(1, 200_000);
        let ask = match self.chance.below(46) {
            0..9 => Ask::TopUp { customer, currency, minor },
            9..14 => Ask::Prefund { pos, currency, minor },
            14..18 => {
                self.to_undo.push(Ask::Freeze { customer, frozen: false });
                Ask::Freeze { customer, frozen: true }
            }
            18..20 => {
                self.to_undo.push(Ask::Disable { pos, disabled: false });
                Ask::Disable { pos, disabled: true }
            }
            20 => {
                self.to_undo.push(Ask::Stop { stopped: false });
                Ask::Stop { stopped: true }
            }
            21 => Ask::Confirm { customer },
            22 if self.chance.once_in(4) => Ask::Revoke { key: self.key_to_revoke(play) },
            22..24 => Ask::Cancel { customer },
            24..26 => Ask::OpenAccount { customer, currency },
            26 => Ask::Erase { customer },
            27..29 => Ask::Erase { customer: self.chance.one_of(&play.town.penniless) },
            32..35 => Ask::Enrol { customer },
            35 => Ask::Unenrol { customer },
            44..46 => Ask::Price {
                currency,
                owner: self.chance.once_in(3).then(|| self.chance.below(OWNERS)),
                entry: self.chance.below(MENU.len()),
                late: self.chance.once_in(8),
            },
            36 => Ask::Confirm { customer },
            37 => Ask::Stop { stopped: false }, // Also what the brake stopped.
            38..41 => Ask::Propose { pos, currency, minor },
            41..44 if !play.town.proposals.is_empty() => {
                self.judge(play).unwrap_or(Ask::Confirm { customer })
            }
            29 => Ask::Hire { role: self.chance.one_of(&FIRST_STAFF) },
            _ => Ask::Fire { staff: self.chance.one_of(&play.town.staff).number },
        };
        self.send(0, What::Other(ask))
    }

    /// Somebody judges what was proposed, mostly one of the last: what is older has been judged.
    fn judge(&mut self, play: &Play) -> Option<Ask> {
        let count = play.town.proposals.len();
        if count == 0 {
            return None;
        }
        let back = if self.chance.once_in(4) { count } else { count.min(3) };
        let id = play.town.proposals[count - 1 - self.chance.below(back)].as_u128();
        Some(Ask::Judge { id, approve: !self.chance.once_in(5) })
    }

    /// A key under which sessions are open, or any.
    fn key_to_revoke(&mut self, play: &Play) -> usize {
        if self.busy.is_empty() || self.chance.once_in(2) {
            return self.chance.below(play.town.keys.len());
        }
        let busy = self.chance.one_of(&self.busy);
        play.visits.get(&busy.visit).map_or(0, |visit| visit.plan.key)
    }

    fn send(&mut self, visit: u32, what: What) -> Act {
        self.calls += 1;
        let value = match self.chance.below(40) {
            0..20 => {
                self.values += 1;
                Some(self.values)
            }
            20 if self.values > 0 => {
                Some(self.values - self.chance.below(1 + self.values.min(6) as usize) as u64)
            }
            _ => None,
        };
        Act::Send(Sending { call: self.calls, visit, what, value, fate: self.fate() })
    }
}

fn is_near_midnight(now: Time) -> bool {
    let to_midnight_ms = (now.unix_ms() + DAY_MS / 2).rem_euclid(DAY_MS) - DAY_MS / 2;
    to_midnight_ms.abs() < MIDNIGHT_MS
}
