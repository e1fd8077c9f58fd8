//! What somebody asks for, in the words of the simulation (numbers of customers, POS and keys), and the
//! command it becomes at the edge. Sums are minor units.

use specie_domain::command::{
    Actor, ArmCode, CancelCode, CloseSession, ConfirmWallet, DepositCash, DisablePos, EnrolDevice,
    EraseWallet, Expire, FreezeWallet, NewAccount, OpenAccount, OpenSession, OpenSessionOffline, Prefund,
    RegisterOperatorKey, RemoveDevice, Reverse, RevokeKey, RevokeOperatorKey, SessionCall, StopPayouts,
    TopUp, TransactionName, Withdraw,
};
use specie_domain::ids::{Fresh, OperationId, Reference, WithdrawalId};
use specie_domain::rows::{Approved, Purpose, Role};
use specie_domain::{Body, Command, Time};
use specie_money::{Decimal, Money};

use crate::chance::mixed;
use crate::devices::{Read, sealed};
use crate::names::{self, Signed, Value, digest};
use crate::town::Town;

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
    /// The sweep names a session.
    Expire { operation: OperationId },
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
    fresh: u64,
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

    fn decimal(self, town: &Town, currency: usize) -> Decimal {
        let mut text = Money::from_minor(self.minor, town.currencies[currency]).to_string();
        if self.too_precise {
            text.push_str(if text.contains('.') { "1" } else { ".1" });
        }
        let decimal = Decimal::parse(&text);
        assert!(decimal.is_ok(), "{text} is spelt as an amount is");
        decimal.unwrap_or_else(|_| unreachable!("looked at just before"))
    }
}

impl Approval {
    fn approved(self, town: &Town) -> Approved {
        match self {
            Self::Exactly(currency, minor) => {
                Approved::Exactly(Money::from_minor(minor, town.currencies[currency]))
            }
            Self::UpTo(currency, minor) => {
                Approved::UpTo(Money::from_minor(minor, town.currencies[currency]))
            }
            Self::Any => Approved::Any,
        }
    }
}

impl Call {
    fn command(self) -> SessionCall {
        SessionCall {
            key: names::key(self.key),
            token: names::token(self.token),
            operation_id: self.operation,
            phone: self.phone.map(names::phone),
        }
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
        };
        Value { name: digest((self.key(), by, verb, number)), fingerprint }
    }

    /// The command it becomes when it arrives `at` an instant; `drawn` are the server's own numbers.
    pub(crate) fn command(&self, town: &Town, at: Time, with: With, drawn: &Drawn) -> Command {
        let actor = with.by.map_or(Actor::System, |staff| Actor::Operator(names::staff(staff)));
        let body = self.money_call(town).or_else(|| self.login(town, at, with, drawn));
        let body = body.unwrap_or_else(|| self.other_body(town, actor, drawn));
        let (idempotency, proof) = (with.value.map(Value::hashed), with.signed.map(Signed::hashed));
        Command { at, fresh: Fresh(drawn.fresh), idempotency, proof, body }
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
            | Self::Erase { .. } => Some(Role::WalletBackend),
            Self::TopUp { .. } | Self::Prefund { .. } => Some(Role::Finance),
            Self::Disable { .. }
            | Self::Revoke { .. }
            | Self::Stop { .. }
            | Self::Hire { .. }
            | Self::Fire { .. } => Some(Role::Admin),
            Self::Login { .. }
            | Self::Withdraw { .. }
            | Self::Deposit { .. }
            | Self::Reverse { .. }
            | Self::Logout { .. }
            | Self::Expire { .. } => None,
        }
    }

    /// The key it comes with, if it comes from a POS.
    pub(crate) const fn key(&self) -> Option<usize> {
        match self {
            Self::Login { key, .. } => Some(*key),
            Self::Withdraw { call, .. }
            | Self::Deposit { call, .. }
            | Self::Reverse { call, .. }
            | Self::Logout { call } => Some(call.key),
            Self::Arm { .. }
            | Self::Cancel { .. }
            | Self::Expire { .. }
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
            | Self::Fire { .. } => None,
        }
    }

    fn money_call(&self, town: &Town) -> Option<Body> {
        match *self {
            Self::Withdraw { call, account, sum } => Some(Body::Withdraw(Withdraw {
                call: call.command(),
                account: town.account(account),
                sum: sum.decimal(town, account.1),
            })),
            Self::Deposit { call, currency, sum } => Some(Body::Deposit(DepositCash {
                call: call.command(),
                sum: sum.decimal(town, currency),
                currency: town.currencies[currency],
                sealed_metadata: Vec::new(),
            })),
            Self::Reverse { call, account, sum, named } => Some(Body::Reverse(Reverse {
                call: call.command(),
                account: town.account(account),
                sum: sum.decimal(town, account.1),
                transaction: match named {
                    Named::Nothing => None,
                    Named::Id(id) => Some(TransactionName::Id(WithdrawalId::from_u128(id))),
                    Named::Foreign => Some(TransactionName::Foreign),
                },
            })),
            Self::Logout { call } => Some(Body::CloseSession(CloseSession { call: call.command() })),
            Self::Arm { .. }
            | Self::Cancel { .. }
            | Self::Login { .. }
            | Self::Expire { .. }
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
            | Self::Fire { .. } => None,
        }
    }

    /// A login; with as many digits as an offline code has, what the device shows about now goes with it.
    fn login(&self, town: &Town, at: Time, with: With, drawn: &Drawn) -> Option<Body> {
        let Self::Login { key, pos, phone, digits } = *self else {
            return None;
        };
        let login = OpenSession {
            key: names::key(key),
            pos: town.pos(pos),
            phone: names::phone(phone),
            mac: names::code(phone, digits),
            token: names::token(drawn.token),
        };
        if !town.is_long(digits) {
            return Some(Body::OpenSession(login));
        }
        let (enrolment, expected) = (with.read.enrolment, with.read.codes(phone, at));
        Some(Body::OpenSessionOffline(OpenSessionOffline { login, enrolment, expected }))
    }

    fn other_body(&self, town: &Town, actor: Actor, drawn: &Drawn) -> Body {
        match *self {
            Self::Arm { customer, pos, purpose, approval } => Body::ArmCode(ArmCode {
                actor,
                wallet_id: town.wallet(customer),
                macs: drawn.digits.map(|digits| names::code(customer, digits)),
                purpose,
                pos: pos.map(|pos| town.pos(pos)),
                approved: approval.approved(town),
            }),
            Self::Cancel { customer } => {
                Body::CancelCode(CancelCode { actor, wallet_id: town.wallet(customer) })
            }
            Self::TopUp { customer, currency, minor } => Body::TopUp(TopUp {
                actor,
                wallet_id: town.wallet(customer),
                amount: Money::from_minor(minor, town.currencies[currency]),
            }),
            Self::Prefund { pos, currency, minor } => Body::Prefund(Prefund {
                actor,
                pos: town.pos(pos),
                amount: Money::from_minor(minor, town.currencies[currency]),
            }),
            Self::Freeze { customer, frozen } => {
                Body::FreezeWallet(FreezeWallet { actor, wallet_id: town.wallet(customer), frozen })
            }
            Self::Confirm { customer } => {
                Body::ConfirmWallet(ConfirmWallet { actor, wallet_id: town.wallet(customer) })
            }
            Self::Disable { pos, disabled } => {
                Body::DisablePos(DisablePos { actor, pos: town.pos(pos), disabled })
            }
            Self::Revoke { key } => Body::RevokeKey(RevokeKey {
                actor,
                pos: Reference::Id(town.keys[key].of_pos(town)),
                key_id: town.keys[key].key_id,
            }),
            Self::Stop { stopped } => {
                Body::StopPayouts(StopPayouts { actor, reason: stopped.then(|| STOPPED.to_owned()) })
            }
            Self::Expire { operation } => Body::Expire(Expire { operation_id: operation }),
            Self::OpenAccount { .. }
            | Self::Erase { .. }
            | Self::Hire { .. }
            | Self::Fire { .. }
            | Self::Enrol { .. }
            | Self::Unenrol { .. } => self.people_body(town, actor, drawn),
            Self::Login { .. }
            | Self::Withdraw { .. }
            | Self::Deposit { .. }
            | Self::Reverse { .. }
            | Self::Logout { .. } => {
                unreachable!("a call of a POS has its own body")
            }
        }
    }

    /// What is asked of people: customers and their accounts and phones, the operator's own.
    fn people_body(&self, town: &Town, actor: Actor, drawn: &Drawn) -> Body {
        match *self {
            Self::OpenAccount { customer, currency } => Body::OpenAccount(OpenAccount {
                actor,
                wallet_id: town.wallet(customer),
                account: NewAccount { currency: town.currencies[currency], alias: None, shown_id: None },
            }),
            Self::Erase { customer } => {
                Body::EraseWallet(EraseWallet { actor, wallet_id: town.wallet(customer) })
            }
            Self::Hire { role } => Body::RegisterOperatorKey(RegisterOperatorKey {
                actor,
                hash: names::staff(drawn.staff),
                person: "Somebody".to_owned(),
                role,
            }),
            Self::Fire { staff } => Body::RevokeOperatorKey(RevokeOperatorKey {
                actor,
                operator_key_id: town.operator_key_id(staff),
            }),
            Self::Enrol { customer } => Body::EnrolDevice(EnrolDevice {
                actor,
                wallet_id: town.wallet(customer),
                sealed_seed: sealed(drawn.seed),
            }),
            Self::Unenrol { customer } => {
                Body::RemoveDevice(RemoveDevice { actor, wallet_id: town.wallet(customer) })
            }
            Self::Arm { .. }
            | Self::Cancel { .. }
            | Self::Login { .. }
            | Self::Withdraw { .. }
            | Self::Deposit { .. }
            | Self::Reverse { .. }
            | Self::Logout { .. }
            | Self::Expire { .. }
            | Self::TopUp { .. }
            | Self::Prefund { .. }
            | Self::Freeze { .. }
            | Self::Confirm { .. }
            | Self::Disable { .. }
            | Self::Revoke { .. }
            | Self::Stop { .. } => unreachable!("it asks nothing of people"),
        }
    }
}
