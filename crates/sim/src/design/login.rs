//! Opening a session with a code: pos-api.md section 4.

use specie_domain::ids::OperationId;
use specie_domain::outcome::{SessionOpened, ShownAccount};
use specie_domain::rows::{BalanceView, EventKind, Purpose};
use specie_domain::{Receipt, Refusal, Time};
use specie_money::Money;

use super::answer::{Heard, another, counted, done, refused, repeated, told_expiry};
use super::codes::{LATE_S, OTHER_REQUEST, State};
use super::guesses::Wrong;
use super::offline::Shown;
use super::session::UNSIGNED;
use super::{Action, Design, End, OPEN_SESSIONS_MAX, Recalled, Request, Session};
use crate::ask::{Approval, Ask};
use crate::broken::Broken;
use crate::devices::EIGHT_DIGITS;
use crate::town::{CURRENCIES, OFFLINE_CAPS};

const RIGHT_CODE: &str = "a right code in its window at its POS opens a session";
const FROZEN: &str = "a frozen wallet opens no session";
const LOST_ANSWER: &str = "a login whose answer was lost gets the same operation with a new token";

/// A login, taken apart.
#[derive(Clone, Copy)]
struct Login {
    key: usize,
    pos: usize,
    phone: usize,
    digits: u32,
}

/// What the digits are here and now.
enum Digits {
    /// They open a session.
    Open(usize),
    /// They opened this session, of which nothing was made yet.
    Opened(usize),
    /// They are right, and good for nothing: why.
    Useless(&'static str),
    /// They are what the customer's offline device shows in this half-minute.
    Shown(u64),
    /// They are a guess at the offline device, too.
    WrongOfDevice,
    /// They are a guess.
    Wrong(&'static str),
}

impl Design {
    pub(super) fn login(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        let Ask::Login { key, pos, phone, digits } = *request.ask else {
            return Ok(Heard::Nothing);
        };
        let login = Login { key, pos, phone, digits };
        if !self.is_proved(request, key) {
            return refused(request.outcome, UNSIGNED, &Refusal::KeyNotKnown);
        }
        if self.keys[key].revoked {
            return refused(request.outcome, "a revoked key opens nothing", &Refusal::KeyNotKnown);
        }
        if self.keys[key].pos != pos {
            return refused(request.outcome, "a key serves its own POS", &Refusal::PosNotOfKey);
        }
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => return self.login_again(request, &first),
            Recalled::Nothing => {}
        }
        match self.why_no_login(login, request.at) {
            Some((rule, refusal)) => refused(request.outcome, rule, &refusal),
            None => self.look_at_digits(request, login),
        }
    }

    fn why_no_login(&self, login: Login, now: Time) -> Option<(&'static str, Refusal)> {
        let key = &self.keys[login.key];
        if key.guesses.suspended {
            Some(("a suspended key logs nobody in", Refusal::TooManyRequests(0)))
        } else if key.guesses.burst_is_used_up(now) {
            Some(("a key may give two wrong codes a second", Refusal::TooManyRequests(0)))
        } else if self.places[login.pos].disabled {
            Some(("a disabled POS logs nobody in", Refusal::PosDisabled))
        } else {
            None
        }
    }

    fn look_at_digits(&mut self, request: &Request<'_>, login: Login) -> Result<Heard, Broken> {
        let customer = Some(login.phone).filter(|phone| *phone < self.wallets.len());
        let armed = customer.and_then(|customer| self.armed(customer, request.at));
        let digits = match customer {
            Some(customer) => self.judge(request, login, customer),
            None => Digits::Wrong("a phone that nobody has is a guess"),
        };
        let (key, owner, at) = (login.key, self.places[login.pos].owner, request.at);
        let wrong = Wrong { key, owner, customer, armed, of_device: true, at };
        match digits {
            Digits::Open(code) => self.open(request, login, code),
            Digits::Shown(half_minute) => {
                let code = self.spend(request, login.phone, login.digits, half_minute);
                self.open(request, login, code)
            }
            Digits::Opened(session) => self.open_again(request, session),
            Digits::Useless(rule) => refused(request.outcome, rule, &Refusal::CodeNotValid),
            Digits::Wrong(rule) => {
                self.count(&Wrong { of_device: false, ..wrong });
                counted(request.outcome, rule, &Refusal::CodeNotValid)
            }
            Digits::WrongOfDevice => {
                self.count(&wrong);
                counted(request.outcome, "what the device does not show is a guess", &Refusal::CodeNotValid)
            }
        }
    }

    fn armed(&self, customer: usize, now: Time) -> Option<usize> {
        self.wallets[customer].codes.iter().copied().find(|code| self.codes[*code].is_armed(now))
    }

    fn judge(&self, request: &Request<'_>, login: Login, customer: usize) -> Digits {
        let now = request.at;
        let known = self.wallets[customer].codes.iter().copied();
        let same: Vec<usize> = known
            .filter(|code| now < self.codes[*code].expires_at.plus_s(LATE_S))
            .filter(|code| self.codes[*code].digits == login.digits)
            .collect();
        let armed = same.iter().copied().find(|code| self.codes[*code].state == State::Armed);
        let Some(number) = armed.or_else(|| same.last().copied()) else {
            let used = &self.keys[login.key].used;
            if used
                .iter()
                .any(|(whose, digits, until)| now < *until && (*whose, *digits) == (customer, login.digits))
            {
                return Digits::Useless("a code that served is no guess at the key it served at");
            }
            return self.judge_unknown(request, login, customer);
        };
        let code = &self.codes[number];
        match code.state {
            State::Cancelled => Digits::Useless("a cancelled code opens nothing"),
            State::Used(_) if self.wallets[customer].frozen => Digits::Useless(FROZEN),
            State::Used(session) => {
                let first = &self.sessions[session];
                let is_its_own = (first.key, first.pos) == (login.key, login.pos);
                // Under a value, the value is what a login is repeated by.
                let may_repeat = request.value.is_none() && !self.keys[login.key].is_signed;
                if is_its_own && may_repeat && now < code.expires_at && first.is_unused(now) {
                    Digits::Opened(session)
                } else {
                    Digits::Useless("a code that opened a session opens no second one")
                }
            }
            State::Armed if code.pos.is_some_and(|pos| pos != login.pos) => {
                Digits::Wrong("a code bound to a POS is wrong at another")
            }
            State::Armed => self.judge_armed(login, customer, number, now),
        }
    }

    /// Digits of no code that is known: eight of them may be what an offline device shows.
    fn judge_unknown(&self, request: &Request<'_>, login: Login, customer: usize) -> Digits {
        const WRONG: &str = "wrong digits are a guess";
        if !self.long_codes && login.digits < EIGHT_DIGITS {
            return Digits::Wrong(WRONG);
        }
        let rests = self.why_rests(customer, Purpose::Withdraw, request.at).map(|(rule, _)| rule);
        let why_useless = rests.or_else(|| self.why_none_opens(login, customer, false, request.at));
        match self.shown_by_device(request, customer, login.digits, why_useless) {
            Shown::Now(half_minute) => Digits::Shown(half_minute),
            Shown::Useless(rule) => Digits::Useless(rule),
            Shown::Never => Digits::WrongOfDevice,
            Shown::NoDevice => Digits::Wrong(WRONG),
        }
    }

    fn judge_armed(&self, login: Login, customer: usize, number: usize, now: Time) -> Digits {
        let code = &self.codes[number];
        if now < code.valid_from {
            Digits::Useless("a code is not good before its window")
        } else if now >= code.expires_at {
            Digits::Useless("a code is dead at the end of its window")
        } else if self.is_void(number, login.key) {
            Digits::Useless("three wrong codes void the code for the key")
        } else if let Some(rule) = self.why_none_opens(login, customer, code.is_bound(), now) {
            Digits::Useless(rule)
        } else {
            Digits::Open(number)
        }
    }

    /// Why no code opens a session here and now, bound or not.
    fn why_none_opens(
        &self,
        login: Login,
        customer: usize,
        is_bound: bool,
        now: Time,
    ) -> Option<&'static str> {
        let alive = |session: &&usize| self.sessions[**session].ended_at(now).is_none();
        if self.is_locked(customer, self.places[login.pos].owner, now) {
            Some("five wrong codes in 15 minutes lock the wallet for the owner's POS")
        } else if self.needs_bound(customer, login.key) && !is_bound {
            Some("after too many guesses only bound codes are good")
        } else if self.wallets[customer].sessions.iter().filter(alive).count() >= OPEN_SESSIONS_MAX {
            Some("a fifth session is refused and its code not spent")
        } else if self.wallets[customer].frozen {
            Some(FROZEN)
        } else {
            None
        }
    }

    fn open(&mut self, request: &Request<'_>, login: Login, code: usize) -> Result<Heard, Broken> {
        let receipt = done(request.outcome, RIGHT_CODE)?;
        let Receipt::SessionOpened(opened) = receipt else {
            return Err(another(RIGHT_CODE, receipt));
        };
        let number = self.sessions.len();
        let (at, operation) = (request.at, opened.operation_id);
        let Self { codes, wallets, .. } = self;
        let customer = login.phone;
        self.sessions.push(Session {
            operation,
            token: request.token,
            key: login.key,
            pos: login.pos,
            customer,
            purpose: codes[code].purpose,
            approval: codes[code].approval,
            opened_at: at,
            last_call_at: at,
            end: End::Open,
            amount_refusals: 0,
            action: Action::None,
            offline: codes[code].offline,
            code,
            quoted: codes[code].quoted,
            reversals: Vec::new(),
            word: None,
        });
        codes[code].state = State::Used(number);
        let sessions = &self.sessions;
        wallets[customer].sessions.retain(|session| sessions[*session].ended_at(at).is_none());
        wallets[customer].sessions.push(number);
        if self.by_operation.insert(operation, number).is_some() {
            return Err(Broken::new(
                "every session has an operation of its own",
                format!("{operation} came twice"),
            ));
        }
        self.told.push((EventKind::SessionOpened, None));
        self.look_at_accounts(number, &opened.accounts)?;
        self.remember(request, receipt.clone());
        told_expiry(request.outcome, Some(self.sessions[number].expires_at()))?;
        Ok(Heard::Changed)
    }

    /// A login repeated under its idempotency value.
    fn login_again(&mut self, request: &Request<'_>, first: &Receipt) -> Result<Heard, Broken> {
        let operation = first.opened_operation();
        let session = operation.and_then(|operation| self.session_of(operation));
        let unused = session.filter(|session| self.sessions[*session].is_unused(request.at));
        let Some(session) = unused else {
            let rule = "a login is not repeated once its session was used or is over";
            return refused(request.outcome, rule, &Refusal::CodeNotValid);
        };
        if self.wallets[self.sessions[session].customer].frozen {
            return refused(request.outcome, FROZEN, &Refusal::CodeNotValid);
        }
        repeated(request.outcome, LOST_ANSWER, first)?;
        self.new_token(request, session)
    }

    /// A login repeated with its code.
    fn open_again(&mut self, request: &Request<'_>, session: usize) -> Result<Heard, Broken> {
        let operation_id: OperationId = self.sessions[session].operation;
        match &request.outcome.result {
            Ok(Receipt::SessionOpened(SessionOpened { operation_id: told, accounts }))
                if request.outcome.replayed && *told == operation_id =>
            {
                self.look_at_accounts(session, accounts)?;
                self.new_token(request, session)
            }
            other => {
                Err(Broken::new(LOST_ANSWER, format!("should name {operation_id}, was answered {other:?}")))
            }
        }
    }

    /// The token before stops working.
    fn new_token(&mut self, request: &Request<'_>, session: usize) -> Result<Heard, Broken> {
        let session = &mut self.sessions[session];
        session.token = request.token;
        session.last_call_at = session.last_call_at.max(request.at);
        told_expiry(request.outcome, Some(session.expires_at()))?;
        Ok(Heard::Changed)
    }

    /// A login shows the accounts the key may see, with the balances its view lets it see.
    fn look_at_accounts(&self, session: usize, shown: &[ShownAccount]) -> Result<(), Broken> {
        let session = &self.sessions[session];
        let key = &self.keys[session.key];
        let balances = &self.wallets[session.customer].balances;
        let mut expected: Vec<Money> = (0..CURRENCIES)
            .filter(|currency| key.shown.is_none_or(|shown| shown == *currency))
            .filter_map(|currency| balances[currency].map(|balance| (currency, balance)))
            .map(|(currency, balance)| {
                let seen = match key.view {
                    BalanceView::Full => balance,
                    BalanceView::Approved if session.offline => OFFLINE_CAPS[currency].unwrap_or(0),
                    BalanceView::Approved => match session.approval {
                        Approval::Exactly(of, minor) | Approval::UpTo(of, minor) if of == currency => minor,
                        Approval::Exactly(..) | Approval::UpTo(..) | Approval::Any => 0,
                    },
                    BalanceView::Zero => 0,
                };
                Money::from_minor(seen, self.currencies[currency])
            })
            .collect();
        let mut told: Vec<Money> = shown.iter().map(|account| account.balance).collect();
        let by_currency = |money: &Money| money.currency();
        expected.sort_by_key(by_currency);
        told.sort_by_key(by_currency);
        if expected == told {
            return Ok(());
        }
        Err(Broken::new(
            "a login shows the accounts and balances its key may see",
            format!("should be {expected:?}, was {told:?}"),
        ))
    }
}
