//! The oracle: what the design documents say must come of every request, written from cash-lifecycle.md,
//! pos-api.md and security.md and not from the core's code. It hears the same requests in the same order as
//! the core, with what the core answered, and says where the two differ. Sums are minor units; customers,
//! POS, keys and currencies are numbers. Knows nothing of commands, rows, batches or journals.

mod answer;
mod approvals;
mod cases;
mod clock;
mod closing;
mod codes;
mod desks;
mod drawer;
mod fees;
mod files;
mod float;
mod guesses;
mod limits;
mod login;
mod money;
mod offline;
mod operator;
mod outcome;
mod phones;
mod prints;
mod reverse;
mod session;
mod settle;
mod signed;
mod staff;
mod till;
mod wants;

use specie_domain::ids::{
    BatchId, DepositId, OperationId, ProposalId, ReconciliationId, TillId, TillSessionId, WithdrawalId,
};
use specie_domain::rows::{BalanceView, EventKind, Print, Purpose, Role};
use specie_domain::{Outcome, Receipt, Time};
use specie_money::Currency;

pub(crate) use answer::Heard;
pub(crate) use cases::Case;
use codes::Code;
pub(crate) use fees::{Fees, Quoted, Tariff};
use guesses::{KeyGuesses, OwnerGuesses, WalletGuesses};
use offline::Device;

use crate::ask::{Approval, Ask, Fact, Said};
use crate::broken::Broken;
use crate::devices::Read;
use crate::map::Map;
use crate::names::{Signed, Value};
use crate::notes::Pieces;
use crate::town::{CURRENCIES, OWNERS, POS, Town, TownBrake, TownLimit, TownRule};

/// A session without an accepted call for this long is over.
const SESSION_IDLE_S: i64 = 120;
/// A session is over this long after its login.
const SESSION_ABSOLUTE_S: i64 = 300;
/// Facts are accepted this long after a session's end.
const LATE_FACT_S: i64 = 86_400;
/// Answers are remembered for this long.
const ANSWER_KEPT_MS: i64 = 86_400_000;
/// Open sessions one wallet may have.
const OPEN_SESSIONS_MAX: usize = 4;
/// The refusal of a sum not approved that closes the session.
const AMOUNT_REFUSALS_MAX: u32 = 5;

/// A wallet.
#[derive(Debug, Clone)]
struct Wallet {
    frozen: bool,
    /// The customer was forgotten.
    erased: bool,
    balances: [Option<i64>; CURRENCIES],
    /// When they moved last.
    moved_at: [Option<Time>; CURRENCIES],
    /// Codes that may still be recognised, oldest first.
    codes: Vec<usize>,
    sessions: Vec<usize>,
    device: Option<Device>,
    guesses: WalletGuesses,
}

/// A POS.
#[derive(Debug, Clone)]
struct Place {
    owner: usize,
    serves: [bool; CURRENCIES],
    credit: [i64; CURRENCIES],
    position: [i64; CURRENCIES],
    pending: [i64; CURRENCIES],
    fee_pending: [i64; CURRENCIES],
    suspense: [i64; CURRENCIES],
    vault: [i64; CURRENCIES],
    /// The counterpart of what entered and left with customers and carriers.
    source: [i64; CURRENCIES],
    /// What counts were off by.
    variance: [i64; CURRENCIES],
    /// Below which position somebody wants to be told.
    low: [i64; CURRENCIES],
    runs_tills: bool,
    disabled: bool,
}

/// A key.
#[derive(Debug, Clone)]
struct Key {
    pos: usize,
    shown: Option<usize>,
    view: BalanceView,
    is_signed: bool,
    revoked: bool,
    /// The till session it serves.
    serves: Option<usize>,
    guesses: KeyGuesses,
    /// Whose codes served here and whose sessions are over, their digits, and until when they are recognised.
    used: Vec<(usize, u32, Time)>,
}

/// An operator key.
#[derive(Debug, Clone, Copy)]
struct Staff {
    role: Role,
    revoked: bool,
    /// It came later: all who did bear one name.
    is_hired: bool,
}

/// How a session ended, as far as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Open,
    LoggedOut(Time),
    Shut(Time),
    Expired(Time),
}

/// A withdrawal: amount = held + paid + returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Withdrawal {
    pub(crate) id: WithdrawalId,
    pub(crate) currency: usize,
    pub(crate) amount: i64,
    pub(crate) held: i64,
    pub(crate) paid: i64,
    pub(crate) returned: i64,
    pub(crate) paid_late: i64,
    /// Of what was returned, the cash that had left and did not come back.
    cash_out: i64,
    pub(crate) fees: Fees,
    /// The till session its cash is promised in.
    till: Option<usize>,
    /// The notes that are set aside, or left, as far as they are known.
    hand_out: Pieces,
}

/// A deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deposit {
    pub(crate) id: DepositId,
    pub(crate) currency: usize,
    pub(crate) amount: i64,
    pub(crate) returned: i64,
    pub(crate) short: i64,
    /// The till session its cash came into.
    till: Option<usize>,
}

/// The money action of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    None,
    Barred,
    Withdrawal(Withdrawal),
    Deposit(Deposit),
}

/// A session.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) operation: OperationId,
    pub(crate) token: u64,
    pub(crate) key: usize,
    pub(crate) pos: usize,
    pub(crate) customer: usize,
    pub(crate) purpose: Purpose,
    pub(crate) approval: Approval,
    pub(crate) opened_at: Time,
    pub(crate) last_call_at: Time,
    pub(crate) end: End,
    pub(crate) amount_refusals: u32,
    pub(crate) action: Action,
    /// The code that opened it.
    pub(crate) code: usize,
    /// Whether an offline code opened it.
    pub(crate) offline: bool,
    /// What the customer was told it costs.
    pub(crate) quoted: Quoted,
    /// Reversals so far: customer, currency and sum, and the first answer.
    reversals: Vec<(usize, usize, i64, Receipt)>,
    /// The last word about its cash, and in which currency.
    pub(crate) word: Option<(Said, usize)>,
}

/// A remembered answer.
#[derive(Debug, Clone)]
struct Remembered {
    fingerprint: u64,
    receipt: Receipt,
    at: Time,
}

/// An account whose balance the last requests have moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Touched {
    Wallet(usize, usize),
    Position(usize, usize),
    Pending(usize, usize),
    Suspense(usize, usize),
    FeePending(usize, usize),
    Fee(usize),
    Tax(usize),
    /// Of an owner.
    Commission(usize, usize),
    CommissionCost(usize),
    Funding(usize),
    Loss(usize),
    /// Of an owner.
    Due(usize, usize),
    /// Of a till.
    Till(usize, usize),
    Vault(usize, usize),
    Source(usize, usize),
    Variance(usize, usize),
}

/// What the design says of everything so far.
#[derive(Debug, Default)]
pub(crate) struct Design {
    wallets: Vec<Wallet>,
    places: Vec<Place>,
    keys: Vec<Key>,
    /// By the keys' numbers.
    staff: Map<u64, Staff>,
    /// When the request being judged arrived.
    now: Option<Time>,
    funding: [i64; CURRENCIES],
    loss: [i64; CURRENCIES],
    fee: [i64; CURRENCIES],
    tax: [i64; CURRENCIES],
    commission: [[i64; CURRENCIES]; OWNERS],
    commission_cost: [i64; CURRENCIES],
    tariffs: Vec<Tariff>,
    settlement_due: [[i64; CURRENCIES]; OWNERS],
    /// By owner and currency.
    terms: [[Option<settle::Terms>; CURRENCIES]; OWNERS],
    /// Of each position, and of each owner's commission.
    windows: ([[settle::Window; CURRENCIES]; POS], [[settle::Window; CURRENCIES]; OWNERS]),
    batches: Map<BatchId, settle::Batch>,
    /// When the world began, Unix milliseconds.
    begun_ms: i64,
    rules: Vec<TownRule>,
    /// After how many seconds the silence of each POS counts as word.
    assumes: [Option<u32>; POS],
    /// POS of the first owner at which nothing happens.
    idle: u32,
    /// By POS and currency.
    asked: Map<(usize, usize), float::Asked>,
    /// Where each till stands, and the session it is in.
    tills: Vec<(usize, Option<usize>)>,
    till_ids: Vec<TillId>,
    /// What is in each till.
    cash: Vec<[i64; CURRENCIES]>,
    drawers: Vec<[drawer::Drawer; CURRENCIES]>,
    /// By till and currency, the oldest first.
    asides: Map<(usize, usize), Vec<drawer::Aside>>,
    /// Tills that were taken out of service.
    retired: Vec<usize>,
    cashiers: Vec<till::Cashier>,
    till_sessions: Vec<till::TillSession>,
    by_till_session: Map<TillSessionId, usize>,
    /// Why payouts are stopped, while they are.
    payouts_stopped: Option<String>,
    limits: Vec<TownLimit>,
    brake: Option<TownBrake>,
    is_slow: bool,
    /// How many had passed when payouts were let go on last.
    braked_from: usize,
    /// Sessions whose money moved, and when.
    passed: Vec<(Time, usize)>,
    open_codes: bool,
    long_codes: bool,
    currencies: Vec<Currency>,
    codes: Vec<Code>,
    pub(crate) sessions: Vec<Session>,
    by_operation: Map<OperationId, usize>,
    pub(crate) cases: Map<OperationId, Case>,
    proposals: Map<ProposalId, approvals::Proposal>,
    /// Receipts printed by operation: how many, and the first of them.
    prints: Map<OperationId, (u32, Vec<Print>)>,
    files: Map<ReconciliationId, files::File>,
    /// By the files' own numbers.
    by_file: Map<u64, ReconciliationId>,
    /// Where facts stand.
    facts: Map<Fact, (ReconciliationId, files::At)>,
    /// By the numbers of their secrets.
    invites: Map<u64, phones::Invite>,
    phones: Vec<phones::Phone>,
    /// By customer.
    phones_of: Map<usize, phones::OfWallet>,
    people: Map<u64, desks::Person>,
    seats: Map<u64, desks::Seat>,
    /// What makes judges takes two people.
    safeguarded: bool,
    answers: Map<u64, Remembered>,
    salts: Map<u64, Vec<i64>>,
    signatures: Map<u64, Vec<i64>>,
    owner_guesses: Map<(usize, usize), OwnerGuesses>,
    /// Accounts moved since the last look.
    pub(crate) touched: Vec<Touched>,
    /// Events to be told since the last look, with their sums.
    pub(crate) told: Vec<(EventKind, Option<i64>)>,
    /// Withdrawals made so far.
    pub(crate) cash_outs: u64,
}

/// One request as the design hears it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request<'a> {
    /// When it arrived.
    pub(crate) at: Time,
    /// What is asked.
    pub(crate) ask: &'a Ask,
    /// Its idempotency value.
    pub(crate) value: Option<Value>,
    /// What it proves with.
    pub(crate) signed: Option<Signed>,
    /// The operator key it comes with.
    pub(crate) by: Option<u64>,
    /// The token a login would get.
    pub(crate) token: u64,
    /// The offline device it names, as it was read.
    pub(crate) read: Read,
    /// The number a new operator key would get.
    pub(crate) staff: u64,
    /// The seed a new offline device would get.
    pub(crate) seed: u64,
    /// The candidates a code would be.
    pub(crate) digits: [u32; 2],
    /// What the command's own draws begin with.
    pub(crate) fresh: u64,
    /// What the core answered.
    pub(crate) outcome: &'a Outcome,
}

impl Design {
    /// Of a town that has just been set up.
    #[must_use]
    pub(crate) fn of(town: &Town) -> Self {
        let currencies = town.currencies.to_vec();
        let mut design =
            Self { open_codes: town.open_codes, long_codes: town.long_codes, currencies, ..Self::default() };
        (design.limits, design.brake) = (town.limits.clone(), town.brake);
        design.safeguarded = town.safeguarded;
        for customer in &town.customers {
            for (funding, money) in design.funding.iter_mut().zip(customer.money) {
                *funding -= money.unwrap_or(0);
            }
            design.wallets.push(Wallet {
                frozen: false,
                erased: false,
                balances: customer.money,
                moved_at: customer
                    .money
                    .map(|money| money.filter(|money| *money != 0).map(|_| town.starts_at)),
                codes: Vec::new(),
                sessions: Vec::new(),
                device: customer.seed.map(|seed| Device::first(seed, town.starts_at)),
                guesses: WalletGuesses::default(),
            });
        }
        for pos in &town.pos {
            for (funding, float) in design.funding.iter_mut().zip(pos.float) {
                *funding -= float;
            }
            let (owner, serves, credit, position) = (pos.owner, pos.serves, pos.credit, pos.float);
            design.places.push(Place {
                owner,
                serves,
                credit,
                position,
                pending: [0; CURRENCIES],
                fee_pending: [0; CURRENCIES],
                suspense: [0; CURRENCIES],
                vault: [0; CURRENCIES],
                source: [0; CURRENCIES],
                variance: [0; CURRENCIES],
                low: [0; CURRENCIES],
                runs_tills: town.runs_tills[design.places.len()],
                disabled: false,
            });
        }
        let key = |key: &crate::town::TownKey| Key {
            pos: key.pos,
            shown: key.shown,
            view: key.view,
            is_signed: key.is_signed,
            revoked: false,
            serves: None,
            guesses: KeyGuesses::default(),
            used: Vec::new(),
        };
        design.keys = town.keys.iter().map(key).collect();
        let staff =
            town.staff.iter().map(|of| (of.number, Staff { role: of.role, revoked: false, is_hired: false }));
        design.staff = staff.collect();
        (design.begun_ms, design.rules, design.assumes) =
            (town.starts_at.unix_ms(), town.rules.clone(), town.assumes);
        design.idle = u32::try_from(town.idle).unwrap_or(0);
        design.till_ids = (0..town.tills.len()).map(|till| town.till_id(till)).collect();
        design.learn_tills(town);
        for tariff in &town.tariffs {
            design.learn_tariff(tariff.id, tariff.currency, tariff.entry, town.starts_at);
        }
        design
    }

    /// Hears one request and its answer.
    ///
    /// # Errors
    /// The design says otherwise.
    pub(crate) fn hear(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        self.now = Some(request.at);
        match request.signed {
            Some(signed) if !matches!(self.recall(request), Recalled::First(_)) => {
                self.hear_signed(request, signed)
            }
            Some(_) | None => self.hear_what(request),
        }
    }

    fn hear_what(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        if let Some((rule, refusal)) = self.why_not_permitted(request) {
            return answer::refused(request.outcome, rule, &refusal);
        }
        match *request.ask {
            Ask::Arm { .. } => self.arm(request),
            Ask::Cancel { customer } => self.cancel(request, customer),
            Ask::Login { .. } => self.login(request),
            Ask::Withdraw { call, account, sum } => self.withdraw(request, call, account, sum),
            Ask::Deposit { call, currency, sum } => self.deposit(request, call, currency, sum),
            Ask::Reverse { .. } => self.reverse(request),
            Ask::Logout { call } => self.logout(request, call),
            Ask::Expire { operation } => self.expire(request, operation),
            Ask::Tell { .. } => self.tell(request),
            Ask::Print { .. } => self.print(request),
            Ask::Dispute { id } => self.dispute(request, id),
            Ask::Note { operation, takes } => self.note(request, operation, takes),
            Ask::Propose { pos, currency, minor } => self.propose(request, (pos, currency, minor)),
            Ask::Close { operation, found } => self.propose_closing(request, operation, found),
            Ask::Judge { id, approve } => self.judge_proposal(request, id, approve),
            Ask::TopUp { .. }
            | Ask::Prefund { .. }
            | Ask::Freeze { .. }
            | Ask::Confirm { .. }
            | Ask::Disable { .. }
            | Ask::Revoke { .. }
            | Ask::Stop { .. }
            | Ask::OpenAccount { .. }
            | Ask::Erase { .. }
            | Ask::Fire { .. } => self.operate(request),
            Ask::Enrol { customer } => self.enrol(request, customer),
            Ask::Unenrol { customer } => self.unenrol(request, customer),
            Ask::Hire { role } => self.hire(request, role),
            Ask::Price { .. } => self.add_tariff(request),
            Ask::Step { operation } => self.step_case(request, operation),
            Ask::Float(ask) => self.hear_float(request, ask),
            Ask::Settle(ask) => self.hear_settlement(request, ask),
            Ask::AtTill(ask) => self.hear_till(request, ask),
            Ask::Want(want) => self.propose_wanted(request, want),
            Ask::File(ask) => self.hear_file(request, ask),
            Ask::Phone(ask) => self.hear_phone(request, ask),
            Ask::Desk(ask) => self.hear_desk(request, ask),
        }
    }

    /// The first answer to an equal request that still must be given.
    fn recall(&self, request: &Request<'_>) -> Recalled {
        let Some(value) = request.value else {
            return Recalled::Nothing;
        };
        match self.answers.get(&value.name) {
            Some(first) if request.at.ms_since(first.at) >= ANSWER_KEPT_MS => Recalled::Nothing,
            Some(first) if first.fingerprint != value.fingerprint => Recalled::OtherRequest,
            Some(first) => Recalled::First(first.receipt.clone()),
            None => Recalled::Nothing,
        }
    }

    fn remember(&mut self, request: &Request<'_>, receipt: Receipt) {
        if let Some(Value { name, fingerprint }) = request.value {
            self.answers.insert(name, Remembered { fingerprint, receipt, at: request.at });
        }
    }

    fn session_of(&self, operation: OperationId) -> Option<usize> {
        self.by_operation.get(&operation).copied()
    }

    /// The session of an operation.
    pub(crate) fn session(&self, operation: OperationId) -> Option<&Session> {
        self.session_of(operation).map(|number| &self.sessions[number])
    }

    /// Whether a customer's wallet is frozen, and whether she was forgotten.
    pub(crate) fn shut(&self, customer: usize) -> (bool, bool) {
        let wallet = &self.wallets[customer];
        (wallet.frozen, wallet.erased)
    }

    /// What an account should hold.
    pub(crate) fn balance(&self, account: Touched) -> i64 {
        match account {
            Touched::Wallet(customer, currency) => self.wallets[customer].balances[currency].unwrap_or(0),
            Touched::Position(pos, currency) => self.places[pos].position[currency],
            Touched::Pending(pos, currency) => self.places[pos].pending[currency],
            Touched::Suspense(pos, currency) => self.places[pos].suspense[currency],
            Touched::FeePending(pos, currency) => self.places[pos].fee_pending[currency],
            Touched::Fee(currency) => self.fee[currency],
            Touched::Tax(currency) => self.tax[currency],
            Touched::Commission(owner, currency) => self.commission[owner][currency],
            Touched::CommissionCost(currency) => self.commission_cost[currency],
            Touched::Funding(currency) => self.funding[currency],
            Touched::Loss(currency) => self.loss[currency],
            Touched::Due(owner, currency) => self.settlement_due[owner][currency],
            Touched::Till(till, currency) => self.cash[till][currency],
            Touched::Vault(pos, currency) => self.places[pos].vault[currency],
            Touched::Source(pos, currency) => self.places[pos].source[currency],
            Touched::Variance(pos, currency) => self.places[pos].variance[currency],
        }
    }

    /// The number of a currency.
    pub(crate) fn currency(&self, currency: Currency) -> usize {
        self.currencies.iter().position(|of| *of == currency).unwrap_or(0)
    }
}

/// What is remembered of an idempotency value.
enum Recalled {
    Nothing,
    First(Receipt),
    OtherRequest,
}

impl Session {
    pub(crate) fn expires_at(&self) -> Time {
        self.last_call_at.plus_s(SESSION_IDLE_S).min(self.opened_at.plus_s(SESSION_ABSOLUTE_S))
    }

    pub(crate) fn ended_at(&self, now: Time) -> Option<Time> {
        match self.end {
            End::LoggedOut(at) | End::Shut(at) | End::Expired(at) => Some(at),
            End::Open => Some(self.expires_at()).filter(|expires_at| now >= *expires_at),
        }
    }

    fn is_unused(&self, now: Time) -> bool {
        self.action == Action::None && self.ended_at(now).is_none()
    }
}
