//! What is asked of tills. Tills, cashiers, POS, keys and currencies by their numbers; sums are minor units.

use specie_domain::Body;
use specie_domain::command::{
    Actor, By, ChangeCashier, CloseTill, ExplainVariance, HandOverTill, MoveCash, OpenTill, OtherSide,
    RetireTill, RunTills, Sign as Signed, VaultCash, VaultEvent,
};
use specie_domain::ids::TillSessionId;
use specie_domain::rows::{Counted, Notes, Role};
use specie_money::Money;

use crate::names;
use crate::notes::{spread, told};
use crate::town::{CURRENCIES, Town};

/// A cashier's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Sign {
    /// Who.
    pub(crate) cashier: usize,
    /// The PIN that was typed.
    pub(crate) pin: u32,
}

/// What is wrong with a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Slip {
    /// Nothing.
    None,
    /// It names a note that does not exist.
    NoSuchNote,
    /// It names a note twice.
    NoteTwice,
    /// It names a currency twice.
    CurrencyTwice,
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Counts {
    /// Of each currency; none: it was not counted.
    pub(crate) sums: [Option<u32>; CURRENCIES],
    /// The greatest kind of note there is.
    pub(crate) greatest: usize,
    /// What is wrong with it.
    pub(crate) slip: Slip,
}

/// Where cash that is moved comes from or goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Side {
    /// The vault gives it.
    FromVault,
    /// The vault takes it.
    ToVault,
    /// Another till takes it.
    ToTill(usize, Sign),
}

/// What became of a vault's cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Vault {
    /// It was brought.
    Delivered,
    /// It was taken away.
    Collected,
    /// It was counted.
    Counted,
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TillAsk {
    /// A till is opened.
    Open { key: usize, till: usize, sign: Sign, counts: Counts },
    /// Cash is moved, in notes the greatest of which is this.
    Move { key: usize, till: usize, sign: Sign, side: Side, cash: (usize, i64, usize) },
    /// A till is handed over.
    Hand { key: usize, till: usize, giver: Sign, taker: Sign, counts: Counts },
    /// A till is closed, by a cashier or by the operator.
    Close { by: Option<(usize, Sign)>, till: usize, counts: Counts },
    /// A difference is explained, by a cashier or by the operator.
    Explain { by: Option<(usize, Sign)>, session: TillSessionId, currency: usize },
    /// Something became of a vault's cash.
    Vault { pos: usize, currency: usize, event: Vault, minor: i64 },
    /// A cashier gets a PIN, comes or goes.
    Cashier { cashier: usize, pin: Option<u32>, active: Option<bool> },
    /// A POS shall run tills, or no longer.
    Run { pos: usize, runs: bool },
    /// A till is taken out of service for good.
    Retire { till: usize },
}

impl Sign {
    fn hashed(self, town: &Town) -> Signed {
        Signed { cashier_id: town.cashier_id(self.cashier), pin: names::pin(self.cashier, self.pin) }
    }
}

impl Counts {
    fn told(&self, town: &Town) -> Vec<Counted> {
        let counted = |currency: usize| {
            let minor = i64::from(self.sums[currency]?);
            let notes = told(currency, &spread(currency, minor, self.greatest));
            Some(Counted { currency: town.currencies[currency], notes })
        };
        let mut counts: Vec<Counted> = (0..CURRENCIES).filter_map(counted).collect();
        match self.slip {
            Slip::None => {}
            Slip::NoSuchNote => {
                let notes = counts.first_mut().map(|first| &mut first.notes);
                notes.into_iter().for_each(|notes| notes.push(Notes { denomination: 7, count: 1 }));
            }
            Slip::NoteTwice => {
                let notes = counts.first_mut().map(|first| &mut first.notes);
                notes.into_iter().for_each(|notes| notes.extend(notes.first().copied()));
            }
            Slip::CurrencyTwice => counts.extend(counts.first().cloned()),
        }
        counts
    }
}

impl TillAsk {
    /// Whose work it is, if an operator key asks for it.
    pub(super) const fn job(&self) -> Option<Role> {
        match self {
            Self::Vault { .. } | Self::Explain { by: None, .. } => Some(Role::Finance),
            Self::Close { by: None, .. } | Self::Cashier { .. } | Self::Run { .. } | Self::Retire { .. } => {
                Some(Role::Admin)
            }
            Self::Open { .. }
            | Self::Move { .. }
            | Self::Hand { .. }
            | Self::Close { by: Some(_), .. }
            | Self::Explain { by: Some(_), .. } => None,
        }
    }

    /// The key it comes with, if it comes from a POS.
    pub(super) const fn key(&self) -> Option<usize> {
        match self {
            Self::Open { key, .. } | Self::Move { key, .. } | Self::Hand { key, .. } => Some(*key),
            Self::Close { by: Some((key, _)), .. } | Self::Explain { by: Some((key, _)), .. } => Some(*key),
            Self::Close { by: None, .. }
            | Self::Explain { by: None, .. }
            | Self::Vault { .. }
            | Self::Cashier { .. }
            | Self::Retire { .. }
            | Self::Run { .. } => None,
        }
    }

    /// The command it becomes.
    pub(super) fn body(&self, town: &Town, actor: Actor) -> Body {
        let by = |by: Option<(usize, Sign)>| {
            by.map_or(By::Operator(actor), |(key, sign)| By::Cashier(names::key(key), sign.hashed(town)))
        };
        match *self {
            Self::Open { key, till, sign, counts } => Body::OpenTill(OpenTill {
                key: names::key(key),
                till_id: town.till_id(till),
                sign: sign.hashed(town),
                counts: counts.told(town),
            }),
            Self::Hand { key, till, giver, taker, counts } => Body::HandOverTill(HandOverTill {
                key: names::key(key),
                till_id: town.till_id(till),
                giver: giver.hashed(town),
                taker: taker.hashed(town),
                counts: counts.told(town),
            }),
            Self::Close { by: of, till, counts } => Body::CloseTill(CloseTill {
                by: by(of),
                till_id: town.till_id(till),
                counts: counts.told(town),
            }),
            Self::Explain { by: of, session, currency } => Body::ExplainVariance(ExplainVariance {
                by: by(of),
                till_session_id: session,
                currency: town.currencies[currency],
                explanation: "miscounted".to_owned(),
            }),
            Self::Run { pos, runs } => {
                Body::RunTills(RunTills { actor, pos: town.pos(pos), runs_tills: runs })
            }
            Self::Retire { till } => Body::RetireTill(RetireTill { actor, till_id: town.till_id(till) }),
            Self::Move { .. } | Self::Vault { .. } | Self::Cashier { .. } => self.other_body(town, actor),
        }
    }

    fn other_body(&self, town: &Town, actor: Actor) -> Body {
        match *self {
            Self::Move { key, till, sign, side, cash: (currency, minor, greatest) } => {
                Body::MoveCash(MoveCash {
                    key: names::key(key),
                    till_id: town.till_id(till),
                    sign: sign.hashed(town),
                    other: match side {
                        Side::FromVault => OtherSide::FromVault,
                        Side::ToVault => OtherSide::ToVault,
                        Side::ToTill(till, sign) => OtherSide::ToTill(town.till_id(till), sign.hashed(town)),
                    },
                    currency: town.currencies[currency],
                    notes: told(currency, &spread(currency, minor, greatest)),
                })
            }
            Self::Vault { pos, currency, event, minor } => Body::VaultCash(VaultCash {
                actor,
                pos: town.pos(pos),
                event: match event {
                    Vault::Delivered => VaultEvent::Delivered,
                    Vault::Collected => VaultEvent::Collected,
                    Vault::Counted => VaultEvent::Counted,
                },
                amount: Money::from_minor(minor, town.currencies[currency]),
            }),
            Self::Cashier { cashier, pin, active } => Body::ChangeCashier(ChangeCashier {
                actor,
                cashier_id: town.cashier_id(cashier),
                pin: pin.map(|pin| names::pin(cashier, pin)),
                active,
            }),
            Self::Open { .. }
            | Self::Hand { .. }
            | Self::Close { .. }
            | Self::Explain { .. }
            | Self::Retire { .. }
            | Self::Run { .. } => unreachable!("it has its own body"),
        }
    }
}
