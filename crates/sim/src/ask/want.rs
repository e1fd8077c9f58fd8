//! What one person proposes and another must approve, beside what the first proposals of the simulation ask for. POS,
//! owners, currencies and limits by their numbers; sums are minor units.

use specie_domain::Time;
use specie_domain::command::Actor;
use specie_domain::ids::DepositId;
use specie_domain::rows::{
    AccountKey, AccountKind, CreditLineChange, DepositCorrection, KeyAddition, LimitChange, MakeLossGood,
    ManualPosting, Proposed, Role, TariffAddition, WriteOff, WrittenOff,
};
use specie_money::Money;

use super::{Drawn, FileWant};
use crate::names;
use crate::town::{FIRST_STAFF, Town};

/// Why, in everybody's words.
const WHY: &str = "a drill";

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Want {
    /// Out of a POS's suspense, to the bank.
    TakeOut { pos: usize, currency: usize, minor: i64 },
    /// What lies in a POS's suspense, or lacks there, is written off.
    WriteOff { pos: usize, currency: usize, minor: i64, is_surplus: bool },
    /// The operator makes a loss good.
    MakeGood { currency: usize, minor: i64 },
    /// A POS's credit line.
    Line { pos: usize, currency: usize, line: i64 },
    /// A deposit is taken back after its session.
    Correct { deposit: u128, currency: usize, minor: i64 },
    /// Somebody gets an operator key, of the role at this place.
    Key { role: usize },
    /// A tariff of the menu.
    Price { currency: usize, owner: Option<usize>, entry: usize, late: bool },
    /// The limit at this place lets so much pass.
    Limit { place: usize, value: i64 },
    /// The difference of a break is posted, or taken back.
    File(FileWant),
}

impl Want {
    /// Whether only an admin asks for it.
    pub(crate) const fn is_for_admins(&self) -> bool {
        match self {
            Self::Line { .. } | Self::Key { .. } | Self::Limit { .. } => true,
            Self::TakeOut { .. }
            | Self::WriteOff { .. }
            | Self::MakeGood { .. }
            | Self::Correct { .. }
            | Self::Price { .. }
            | Self::File(_) => false,
        }
    }

    /// The sum it is about, if it is about one.
    pub(crate) const fn minor(&self) -> Option<i64> {
        match self {
            Self::TakeOut { minor, .. }
            | Self::WriteOff { minor, .. }
            | Self::MakeGood { minor, .. }
            | Self::Correct { minor, .. }
            | Self::Line { line: minor, .. }
            | Self::File(FileWant { minor, .. }) => Some(*minor),
            Self::Key { .. } | Self::Price { .. } | Self::Limit { .. } => None,
        }
    }

    /// Whose work it is; often that of the very person who will be asked to judge it.
    pub(super) const fn job(&self) -> Role {
        if self.is_for_admins() { Role::Admin } else { Role::Finance }
    }

    /// The same in the core's words.
    pub(super) fn proposed(&self, town: &Town, at: Time, actor: Actor, drawn: &Drawn) -> Proposed {
        let money = |currency: usize, minor| Money::from_minor(minor, town.currencies[currency]);
        let why = WHY.to_owned();
        match *self {
            Self::TakeOut { pos, currency, minor } => Proposed::Post(ManualPosting {
                debit: AccountKey::of_pos(AccountKind::Suspense, town.pos_id(pos), town.currencies[currency]),
                credit: AccountKey::of_operator(AccountKind::Funding, town.currencies[currency]),
                amount: minor,
                why,
            }),
            Self::WriteOff { pos, currency, minor, is_surplus } => Proposed::WriteOff(WriteOff {
                pos_id: town.pos_id(pos),
                amount: money(currency, minor),
                way: if is_surplus { WrittenOff::Surplus } else { WrittenOff::Claim },
                why,
            }),
            Self::MakeGood { currency, minor } => {
                Proposed::MakeLossGood(MakeLossGood { amount: money(currency, minor), why })
            }
            Self::Line { pos, currency, line } => {
                let (pos_id, line) = (town.pos_id(pos), money(currency, line));
                Proposed::SetCreditLine(CreditLineChange { pos_id, line, why })
            }
            Self::Correct { deposit, currency, minor } => {
                let (deposit_id, amount) = (DepositId::from_u128(deposit), money(currency, minor));
                Proposed::CorrectDeposit(DepositCorrection { deposit_id, amount, why })
            }
            Self::Key { role } => Proposed::AddKey(KeyAddition {
                hash: names::staff(drawn.staff),
                person: "Somebody".to_owned(),
                role: FIRST_STAFF[role],
                why,
                sealed_half: vec![1],
            }),
            Self::Price { currency, owner, entry, late } => {
                let valid_from = late.then(|| Time::from_unix_ms(at.unix_ms() - 1));
                let tariff = town.tariff(actor, (currency, owner), entry).tariff();
                let tariff = specie_domain::rows::NewTariff { valid_from, ..tariff };
                Proposed::AddTariff(Box::new(TariffAddition { tariff, why }))
            }
            Self::Limit { place, value } => {
                let (key, bounds) = town.limit_with(place, value);
                Proposed::SetLimit(LimitChange { key, bounds: Some(bounds), why })
            }
            Self::File(want) => want.proposed(town, why),
        }
    }
}
