//! What somebody asks for, in the words of the simulation: numbers of customers, POS and keys. Sums are minor
//! units.

mod command;
mod desk;
mod file;
mod float;
mod phone;
mod settle;
mod till;
mod want;

use specie_domain::Time;
use specie_domain::ids::OperationId;
use specie_domain::rows::{PrintMedium, Purpose, Role};

use crate::chance::mixed;
use crate::devices::Read;
use crate::names::{Signed, Value, digest};
use crate::notes::Pieces;
pub(crate) use command::words_of;
pub(crate) use desk::{DeskAsk, FIRST_PASSWORD};
pub(crate) use file::{Fact, FileAsk, FileWant, LINES_AT_ONCE, Line, Pairing, Posted};
pub(crate) use float::FloatAsk;
pub(crate) use phone::{INVITE_S, PhoneAsk, REST_S};
pub(crate) use settle::SettleAsk;
pub(crate) use till::{Counts, Side, Sign, Slip, TillAsk, Vault};
pub(crate) use want::Want;

/// The sum a customer approves, of the currency with this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Approval {
    /// This sum.
    Exactly(usize, i64),
    /// At most this sum.
    UpTo(usize, i64),
    /// Any sum.
    Any,
}

/// A sum as it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Sum {
    /// Minor units of the account's currency.
    pub(crate) minor: i64,
    /// Whether it bears one decimal more than the currency has.
    pub(crate) too_precise: bool,
}

/// What every call in a session carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Call {
    /// The key's number.
    pub(crate) key: usize,
    /// The token's number.
    pub(crate) token: u64,
    /// The operation.
    pub(crate) operation: OperationId,
    /// Whose phone number was sent, if one was.
    pub(crate) phone: Option<usize>,
}

/// Which money action a reversal names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Named {
    /// None.
    Nothing,
    /// This one.
    Id(u128),
    /// A text that cannot be one.
    Foreign,
}

/// What a cashier says became of the cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Said {
    /// All of it left the drawer.
    Dispensed,
    /// None of it did.
    NotDispensed,
    /// So many minor units did.
    Partial(i64),
    /// He does not know.
    Unknown,
}

/// What two people find of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Found {
    /// The cash left the drawer.
    Left,
    /// It did not.
    Stayed,
    /// So many minor units of this currency did.
    Part(i64, usize),
    /// The POS is right, and bears what the customer could not pay.
    PosRight,
    /// The POS is right, and the operator bears it.
    OperatorBears,
    /// Nobody is paid.
    WrittenOff,
    /// There is nothing to move.
    Nothing,
}

/// What is asked for. Customers, POS, keys and currencies by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// A customer arms a code.
    Arm { customer: usize, pos: Option<usize>, purpose: Purpose, approval: Approval },
    /// A customer cancels it.
    Cancel { customer: usize },
    /// A cashier logs in; a phone past the last customer is nobody's.
    Login { key: usize, pos: usize, phone: usize, digits: u32 },
    /// A cashier withdraws from the account of this customer and currency.
    Withdraw { call: Call, account: (usize, usize), sum: Sum },
    /// A cashier deposits.
    Deposit { call: Call, currency: usize, sum: Sum },
    /// A cashier reverses.
    Reverse { call: Call, account: (usize, usize), sum: Sum, named: Named },
    /// A cashier logs out.
    Logout { call: Call },
    /// A cashier says what became of the cash, a part in this currency, and perhaps in which notes.
    Tell { call: Call, said: Said, currency: usize, notes: Option<Pieces> },
    /// A cashier has printed a receipt, then and so.
    Print { call: Call, medium: PrintMedium, printed_at: Time },
    /// The sweep names a session.
    Expire { operation: OperationId },
    /// The sweep says that a case's clock has come to a step.
    Step { operation: OperationId },
    /// Money comes into a wallet.
    TopUp { customer: usize, currency: usize, minor: i64 },
    /// Float comes to a POS.
    Prefund { pos: usize, currency: usize, minor: i64 },
    /// A wallet is frozen or thawed.
    Freeze { customer: usize, frozen: bool },
    /// The customer's app confirms the wallet.
    Confirm { customer: usize },
    /// A POS is disabled or enabled.
    Disable { pos: usize, disabled: bool },
    /// A key is revoked.
    Revoke { key: usize },
    /// Payouts stop or go on.
    Stop { stopped: bool },
    /// A customer gets a further account.
    OpenAccount { customer: usize, currency: usize },
    /// A customer is to be forgotten.
    Erase { customer: usize },
    /// A customer's offline device is enrolled, in place of the one before.
    Enrol { customer: usize },
    /// It is removed.
    Unenrol { customer: usize },
    /// Somebody gets an operator key.
    Hire { role: Role },
    /// The operator key with this number is revoked.
    Fire { staff: u64 },
    /// A customer says that the cash of this withdrawal did not come.
    Dispute { id: u128 },
    /// Somebody of the operator writes about an operation's case, and perhaps takes it.
    Note { operation: OperationId, takes: bool },
    /// The operator adds this tariff of the menu, of one owner or of all; a late one would be in force already.
    Price { currency: usize, owner: Option<usize>, entry: usize, late: bool },
    /// Somebody proposes to move money from the bank into a POS's suspense.
    Propose { pos: usize, currency: usize, minor: i64 },
    /// Somebody proposes to close an operation's case.
    Close { operation: OperationId, found: Found },
    /// Somebody judges a proposal.
    Judge { id: u128, approve: bool },
    /// Something about float.
    Float(FloatAsk),
    /// Something about settlement.
    Settle(SettleAsk),
    /// Something about tills.
    AtTill(TillAsk),
    /// Somebody proposes what another must approve.
    Want(Want),
    /// Something about a file that is held against the ledger.
    File(FileAsk),
    /// Something about customers' own devices.
    Phone(PhoneAsk),
    /// Something about people who sign in.
    Desk(DeskAsk),
}

/// What comes with a request beside what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct With {
    /// Its idempotency value.
    pub(crate) value: Option<Value>,
    /// What it proves with, when it is signed.
    pub(crate) signed: Option<Signed>,
    /// The number of the operator key it comes with; none: the program itself asks, or a POS.
    pub(crate) by: Option<u64>,
    /// The offline device of the phone it names, as it was read when it arrived.
    pub(crate) read: Read,
}

/// Why payouts stop here.
pub(crate) const STOPPED: &str = "a drill";

/// Numbers that the server draws for one delivery of a request, all from `dice`.
pub(crate) struct Drawn {
    /// The token a login would get.
    pub(crate) token: u64,
    /// The number a new operator key would get.
    pub(crate) staff: u64,
    /// The seed a new offline device would get.
    pub(crate) seed: u64,
    /// The two candidates a code would be.
    pub(crate) digits: [u32; 2],
    /// What a command's own draws begin with.
    pub(crate) fresh: u64,
}

const DIGITS_END: u64 = 1_000_000;

impl Drawn {
    pub(crate) fn from(dice: u64) -> Self {
        let first = mixed(dice ^ 1) % DIGITS_END;
        let second = (first + 1 + mixed(dice ^ 2) % (DIGITS_END - 1)) % DIGITS_END;
        let digits = [first, second].map(|digits| u32::try_from(digits).unwrap_or(0));
        let [token, fresh, staff, seed] = [3, 4, 5, 6].map(|salt| mixed(dice ^ salt));
        Self { token, staff, seed, digits, fresh }
    }
}

impl Sum {
    /// `minor` units, spelt as the currency spells them.
    #[must_use]
    pub(crate) const fn of(minor: i64) -> Self {
        Self { minor, too_precise: false }
    }
}

impl Ask {
    /// The idempotency value `number` of this request, in its scope (credential and verb). Secrets that the
    /// server draws are no part of the fingerprint.
    #[must_use]
    pub(crate) fn value(&self, number: u64, by: Option<u64>) -> Value {
        let (verb, fingerprint) = match *self {
            Self::Arm { customer, pos, purpose, approval } => (1, digest((customer, pos, purpose, approval))),
            Self::Cancel { customer } => (2, digest(customer)),
            Self::Login { key: _, pos, phone, digits } => (3, digest((pos, phone, digits))),
            Self::Withdraw { call, account, sum } => (4, digest((call.operation, account, sum))),
            Self::Deposit { call, currency, sum } => (5, digest((call.operation, currency, sum))),
            Self::Reverse { call, account, sum, named } => (6, digest((call.operation, account, sum, named))),
            Self::Logout { call } => (7, digest(call.operation)),
            Self::Expire { operation } => (8, digest(operation)),
            Self::Step { operation } => (37, digest(operation)),
            Self::TopUp { customer, currency, minor } => (9, digest((customer, currency, minor))),
            Self::Prefund { pos, currency, minor } => (10, digest((pos, currency, minor))),
            Self::Freeze { customer, frozen } => (11, digest((customer, frozen))),
            Self::Confirm { customer } => (12, digest(customer)),
            Self::Disable { pos, disabled } => (13, digest((pos, disabled))),
            Self::Revoke { key } => (14, digest(key)),
            Self::Stop { stopped } => (15, digest(stopped)),
            Self::OpenAccount { customer, currency } => (16, digest((customer, currency))),
            Self::Erase { customer } => (17, digest(customer)),
            Self::Enrol { customer } => (20, digest(customer)),
            Self::Unenrol { customer } => (21, digest(customer)),
            Self::Hire { role } => (18, digest(std::mem::discriminant(&role))),
            Self::Fire { staff } => (19, digest(staff)),
            Self::Tell { call, said, currency, notes } => {
                (22, digest((call.operation, said, currency, notes)))
            }
            Self::Print { call, medium, printed_at } => {
                (42, digest((call.operation, medium, printed_at.unix_ms())))
            }
            Self::Dispute { id } => (23, digest(id)),
            Self::Note { operation, takes } => (24, digest((operation, takes))),
            Self::Price { currency, owner, entry, late } => (25, digest((currency, owner, entry, late))),
            Self::Propose { pos, currency, minor } => (31, digest((pos, currency, minor))),
            Self::Judge { id, approve } => (32, digest((id, approve))),
            Self::Close { operation, found } => (33, digest((operation, found))),
            Self::Float(ask) => (34, digest(ask)),
            Self::Settle(ask) => (35, digest(ask)),
            Self::AtTill(ask) => (36, digest(ask)),
            Self::Want(want) => (38, digest(want)),
            Self::File(ask) => (39, digest(ask)),
            Self::Phone(ask) => (40, digest(ask)),
            Self::Desk(ask) => (41, digest(ask)),
        };
        Value { name: digest((self.key(), by, verb, number)), fingerprint }
    }

    /// Whose work it is, if an operator key asks for it.
    pub(crate) const fn job(&self) -> Option<Role> {
        match self {
            Self::Arm { .. }
            | Self::Cancel { .. }
            | Self::Freeze { .. }
            | Self::Confirm { .. }
            | Self::OpenAccount { .. }
            | Self::Enrol { .. }
            | Self::Unenrol { .. }
            | Self::Dispute { .. }
            | Self::Erase { .. } => Some(Role::WalletBackend),
            Self::TopUp { .. }
            | Self::Prefund { .. }
            | Self::Note { .. }
            | Self::Close { .. }
            | Self::Price { .. } => Some(Role::Finance),
            // Often by the very person who will be asked to judge it.
            Self::Propose { minor, .. } if *minor % 2 != 0 => Some(Role::Finance),
            Self::Propose { .. }
            | Self::Judge { .. }
            | Self::Disable { .. }
            | Self::Revoke { .. }
            | Self::Stop { .. }
            | Self::Hire { .. }
            | Self::Fire { .. } => Some(Role::Admin),
            Self::Login { .. }
            | Self::Withdraw { .. }
            | Self::Deposit { .. }
            | Self::Reverse { .. }
            | Self::Tell { .. }
            | Self::Print { .. }
            | Self::Logout { .. }
            | Self::Step { .. }
            | Self::Expire { .. } => None,
            Self::Float(ask) => ask.job(),
            Self::Settle(ask) => ask.job(),
            Self::AtTill(ask) => ask.job(),
            Self::Want(want) => Some(want.job()),
            Self::File(_) => Some(FileAsk::job()),
            Self::Phone(ask) => ask.job(),
            Self::Desk(ask) => ask.job(),
        }
    }

    /// The key it comes with, if it comes from a POS.
    pub(crate) const fn key(&self) -> Option<usize> {
        match self {
            Self::Login { key, .. } => Some(*key),
            Self::Withdraw { call, .. }
            | Self::Deposit { call, .. }
            | Self::Reverse { call, .. }
            | Self::Tell { call, .. }
            | Self::Print { call, .. }
            | Self::Logout { call } => Some(call.key),
            Self::Float(ask) => ask.key(),
            Self::AtTill(ask) => ask.key(),
            Self::Settle(_)
            | Self::Want(_)
            | Self::File(_)
            | Self::Phone(_)
            | Self::Desk(_)
            | Self::Arm { .. }
            | Self::Cancel { .. }
            | Self::Expire { .. }
            | Self::Step { .. }
            | Self::TopUp { .. }
            | Self::Prefund { .. }
            | Self::Freeze { .. }
            | Self::Confirm { .. }
            | Self::Disable { .. }
            | Self::Revoke { .. }
            | Self::Stop { .. }
            | Self::OpenAccount { .. }
            | Self::Erase { .. }
            | Self::Enrol { .. }
            | Self::Unenrol { .. }
            | Self::Hire { .. }
            | Self::Dispute { .. }
            | Self::Note { .. }
            | Self::Price { .. }
            | Self::Propose { .. }
            | Self::Close { .. }
            | Self::Judge { .. }
            | Self::Fire { .. } => None,
        }
    }
}
