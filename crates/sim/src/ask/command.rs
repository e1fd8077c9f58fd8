//! The command that a request becomes at the edge.

use specie_domain::command::{
    Actor, AddTariff, ArmCode, CancelCode, CloseSession, ConfirmWallet, DepositCash, DepositFor, DisablePos,
    Dispute, DisputeSaying, EnrolDevice, EraseWallet, Expire, FreezeWallet, Judge, NewAccount, NoteCase,
    OpenAccount, OpenSession, OpenSessionOffline, Prefund, Propose, RegisterOperatorKey, RemoveDevice,
    Reverse, RevokeKey, RevokeOperatorKey, SessionCall, StepCase, StopPayouts, TellOutcome, TellPrint, TopUp,
    TransactionName, Withdraw,
};
use specie_domain::ids::{Fresh, ProposalId, Reference, WithdrawalId};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, Bearer, CloseCase, Closing, ManualPosting, Proposed, Told,
};
use specie_domain::{Body, Command, Time};
use specie_money::{Currency, Decimal, Money};

use super::{Approval, Ask, Call, Drawn, Found, Named, STOPPED, Said, Sum, With};
use crate::devices::sealed;
use crate::names::{self, Signed, Value};
use crate::notes;
use crate::town::Town;

/// The withdrawal did not come, perhaps in her own words.
fn disputing(actor: Actor, id: u128) -> Body {
    let dispute = Dispute { actor, withdrawal_id: WithdrawalId::from_u128(id) };
    let sealed_text = words_of(id);
    if sealed_text.is_empty() {
        Body::Dispute(dispute)
    } else {
        Body::DisputeSaying(DisputeSaying { dispute, sealed_text })
    }
}

/// What the customer says of a withdrawal that she disputes; every other one says nothing.
pub(crate) fn words_of(id: u128) -> Vec<u8> {
    if (id >> 10).is_multiple_of(2) { vec![5; 20] } else { Vec::new() }
}

impl Sum {
    /// Who brought the cash: of every third sum somebody else than the customer.
    pub(crate) fn depositor(self) -> Vec<u8> {
        if self.minor % 3 == 0 { vec![3; 12] } else { Vec::new() }
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

impl Said {
    /// The same in the core's words.
    pub(crate) const fn told(self, currency: Currency) -> Told {
        match self {
            Self::Dispensed => Told::Dispensed,
            Self::NotDispensed => Told::NotDispensed,
            Self::Partial(minor) => Told::Partial(Money::from_minor(minor, currency)),
            Self::Unknown => Told::Unknown,
        }
    }
}

impl Found {
    /// The same in the core's words.
    pub(crate) fn closing(self, currencies: &[Currency]) -> Closing {
        match self {
            Self::Left => Closing::Pay,
            Self::Stayed => Closing::Return,
            Self::Part(minor, currency) => Closing::Part(Money::from_minor(minor, currencies[currency])),
            Self::PosRight => Closing::CreditPos(Bearer::Owner),
            Self::OperatorBears => Closing::CreditPos(Bearer::Loss),
            Self::WrittenOff => Closing::WriteOff,
            Self::Nothing => Closing::AsItIs,
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
    /// The command it becomes when it arrives `at` an instant; `drawn` are the server's own numbers.
    pub(crate) fn command(&self, town: &Town, at: Time, with: With, drawn: &Drawn) -> Command {
        let actor = with.by.map_or(Actor::System, |staff| Actor::Operator(names::staff(staff)));
        let body = self.money_call(town).or_else(|| self.print());
        let body = body.or_else(|| self.login(town, at, with, drawn));
        let body = body.or_else(|| self.price(town, at, actor)).or_else(|| self.proposed(town, actor));
        let body = body.or_else(|| self.wanted(town, at, actor, drawn));
        let body = body.or_else(|| self.of_people(town, at, actor, drawn));
        let body = body.or_else(|| self.of_office(town, at, actor));
        let body = body.unwrap_or_else(|| self.other_body(town, actor, drawn));
        let (idempotency, proof) = (with.value.map(Value::hashed), with.signed.map(Signed::hashed));
        Command { at, fresh: Fresh(drawn.fresh), idempotency, proof, body }
    }

    fn money_call(&self, town: &Town) -> Option<Body> {
        match *self {
            Self::Withdraw { call, account, sum } => Some(Body::Withdraw(Withdraw {
                call: call.command(),
                account: town.account(account),
                sum: sum.decimal(town, account.1),
            })),
            Self::Deposit { call, currency, sum } => {
                let deposit = DepositCash {
                    call: call.command(),
                    sum: sum.decimal(town, currency),
                    currency: town.currencies[currency],
                    sealed_metadata: Vec::new(),
                };
                let sealed_depositor = sum.depositor();
                Some(if sealed_depositor.is_empty() {
                    Body::Deposit(deposit)
                } else {
                    Body::DepositFor(DepositFor { deposit, sealed_depositor })
                })
            }
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
            Self::Tell { call, said, currency, notes } => Some(Body::TellOutcome(TellOutcome {
                call: call.command(),
                told: said.told(town.currencies[currency]),
                notes: notes.map_or_else(Vec::new, |pieces| notes::told(currency, &pieces)),
            })),
            Self::Arm { .. }
            | Self::Cancel { .. }
            | Self::Login { .. }
            | Self::Print { .. }
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
            | Self::Float(_)
            | Self::Settle(_)
            | Self::AtTill(_)
            | Self::Desk(_)
            | Self::Phone(_)
            | Self::File(_)
            | Self::Want(_)
            | Self::Fire { .. } => None,
        }
    }

    fn print(&self) -> Option<Body> {
        let Self::Print { call, medium, printed_at } = *self else {
            return None;
        };
        Some(Body::TellPrint(TellPrint { call: call.command(), medium, printed_at }))
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

    fn price(&self, town: &Town, at: Time, actor: Actor) -> Option<Body> {
        let Self::Price { currency, owner, entry, late } = *self else {
            return None;
        };
        let valid_from = late.then(|| Time::from_unix_ms(at.unix_ms() - 1));
        Some(Body::AddTariff(AddTariff { valid_from, ..town.tariff(actor, (currency, owner), entry) }))
    }

    /// What needs two people.
    fn proposed(&self, town: &Town, actor: Actor) -> Option<Body> {
        let what = if let Self::Propose { pos, currency, minor } = *self {
            let currency = town.currencies[currency];
            Proposed::Post(ManualPosting {
                debit: AccountKey::of_operator(AccountKind::Funding, currency),
                credit: AccountKey::of_pos(AccountKind::Suspense, town.pos_id(pos), currency),
                amount: minor,
                why: "a drill".to_owned(),
            })
        } else if let Self::Close { operation, found } = *self {
            let closing = found.closing(&town.currencies);
            Proposed::CloseCase(CloseCase { operation_id: operation, closing, sealed_text: Vec::new() })
        } else {
            return None;
        };
        Some(Body::Propose(Propose { actor, what }))
    }

    /// What else needs two people.
    fn wanted(&self, town: &Town, at: Time, actor: Actor, drawn: &Drawn) -> Option<Body> {
        let Self::Want(want) = self else { return None };
        Some(Body::Propose(Propose { actor, what: want.proposed(town, at, actor, drawn) }))
    }

    /// Devices, and people who sign in.
    fn of_people(&self, town: &Town, at: Time, actor: Actor, drawn: &Drawn) -> Option<Body> {
        if let Self::Phone(ask) = self {
            Some(ask.body(town, actor, drawn))
        } else if let Self::Desk(ask) = self {
            Some(ask.body(town, at, actor, drawn))
        } else {
            None
        }
    }

    /// Float, settlement, tills, reconciliation.
    fn of_office(&self, town: &Town, at: Time, actor: Actor) -> Option<Body> {
        if let Self::Float(ask) = self {
            Some(ask.body(town, actor))
        } else if let Self::Settle(ask) = self {
            Some(ask.body(town, at, actor))
        } else if let Self::AtTill(ask) = self {
            Some(ask.body(town, actor))
        } else if let Self::File(ask) = self {
            Some(ask.body(town, actor))
        } else {
            None
        }
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
            Self::Step { operation } => Body::StepCase(StepCase { operation_id: operation }),
            Self::OpenAccount { .. }
            | Self::Erase { .. }
            | Self::Hire { .. }
            | Self::Fire { .. }
            | Self::Enrol { .. }
            | Self::Dispute { .. }
            | Self::Note { .. }
            | Self::Judge { .. }
            | Self::Unenrol { .. } => self.people_body(town, actor, drawn),
            Self::Login { .. }
            | Self::Withdraw { .. }
            | Self::Deposit { .. }
            | Self::Reverse { .. }
            | Self::Tell { .. }
            | Self::Print { .. }
            | Self::Price { .. }
            | Self::Propose { .. }
            | Self::Close { .. }
            | Self::Float(_)
            | Self::Settle(_)
            | Self::AtTill(_)
            | Self::Desk(_)
            | Self::Phone(_)
            | Self::File(_)
            | Self::Want(_)
            | Self::Logout { .. } => {
                unreachable!("it has its own body")
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
            Self::Dispute { id } => disputing(actor, id),
            Self::Note { operation, takes } => Body::NoteCase(NoteCase {
                actor,
                operation_id: operation,
                assign_to: takes.then(|| "Somebody".to_owned()),
                sealed_text: vec![1],
            }),
            Self::Judge { id, approve } => {
                Body::Judge(Judge { actor, proposal_id: ProposalId::from_u128(id), approve })
            }
            Self::Arm { .. }
            | Self::Cancel { .. }
            | Self::Login { .. }
            | Self::Withdraw { .. }
            | Self::Deposit { .. }
            | Self::Reverse { .. }
            | Self::Tell { .. }
            | Self::Print { .. }
            | Self::Logout { .. }
            | Self::Expire { .. }
            | Self::Step { .. }
            | Self::TopUp { .. }
            | Self::Prefund { .. }
            | Self::Freeze { .. }
            | Self::Confirm { .. }
            | Self::Disable { .. }
            | Self::Revoke { .. }
            | Self::Price { .. }
            | Self::Propose { .. }
            | Self::Close { .. }
            | Self::Float(_)
            | Self::Settle(_)
            | Self::AtTill(_)
            | Self::Desk(_)
            | Self::Phone(_)
            | Self::File(_)
            | Self::Want(_)
            | Self::Stop { .. } => unreachable!("it asks nothing of people"),
        }
    }
}
