//! What is asked about the float of a POS. POS, keys and currencies by their numbers; sums are minor units.

use specie_domain::Body;
use specie_domain::command::{
    Actor, AnswerFloat, AskFloat, MoveFloat, ReturnFloat, SetCreditLine, SetLowFloat, WithdrawFloatAsk,
};
use specie_domain::rows::{FloatWay, Role};
use specie_money::Money;

use crate::names;
use crate::town::Town;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum FloatAsk {
    /// Float moves from one POS to another.
    Move { from: usize, to: usize, currency: usize, minor: i64 },
    /// Float goes back to the bank.
    Return { pos: usize, currency: usize, minor: i64 },
    /// Somebody wants to know when a position falls below this.
    Watch { pos: usize, currency: usize, below: i64 },
    /// A credit line.
    Credit { pos: usize, currency: usize, line: i64 },
    /// A POS asks for float, or for some to be taken away.
    Ask { key: usize, pos: usize, currency: usize, brings: bool, minor: i64 },
    /// It takes that back.
    TakeBack { key: usize, pos: usize, currency: usize },
    /// The operator answers the request of this number.
    Answer { pos: usize, currency: usize, number: u32, grant: bool },
}

impl FloatAsk {
    /// Whose work it is, if an operator key asks for it.
    pub(super) const fn job(&self) -> Option<Role> {
        match self {
            Self::Move { .. } | Self::Return { .. } | Self::Answer { .. } => Some(Role::Finance),
            Self::Watch { .. } | Self::Credit { .. } => Some(Role::Admin),
            Self::Ask { .. } | Self::TakeBack { .. } => None,
        }
    }

    /// The key it comes with, if it comes from a POS.
    pub(super) const fn key(&self) -> Option<usize> {
        match self {
            Self::Ask { key, .. } | Self::TakeBack { key, .. } => Some(*key),
            Self::Move { .. }
            | Self::Return { .. }
            | Self::Watch { .. }
            | Self::Credit { .. }
            | Self::Answer { .. } => None,
        }
    }

    /// The command it becomes.
    pub(super) fn body(&self, town: &Town, actor: Actor) -> Body {
        let money = |currency: usize, minor| Money::from_minor(minor, town.currencies[currency]);
        match *self {
            Self::Move { from, to, currency, minor } => Body::MoveFloat(MoveFloat {
                actor,
                from: town.pos(from),
                to: town.pos(to),
                amount: money(currency, minor),
            }),
            Self::Return { pos, currency, minor } => {
                Body::ReturnFloat(ReturnFloat { actor, pos: town.pos(pos), amount: money(currency, minor) })
            }
            Self::Watch { pos, currency, below } => {
                Body::SetLowFloat(SetLowFloat { actor, pos: town.pos(pos), below: money(currency, below) })
            }
            Self::Credit { pos, currency, line } => {
                Body::SetCreditLine(SetCreditLine { actor, pos: town.pos(pos), line: money(currency, line) })
            }
            Self::Ask { key, pos, currency, brings, minor } => Body::AskFloat(AskFloat {
                key: names::key(key),
                pos: town.pos(pos),
                way: if brings { FloatWay::Bring } else { FloatWay::TakeAway },
                amount: money(currency, minor),
            }),
            Self::TakeBack { key, pos, currency } => Body::WithdrawFloatAsk(WithdrawFloatAsk {
                key: names::key(key),
                pos: town.pos(pos),
                currency: town.currencies[currency],
            }),
            Self::Answer { pos, currency, number, grant } => Body::AnswerFloat(AnswerFloat {
                actor,
                pos: town.pos(pos),
                currency: town.currencies[currency],
                number,
                grant,
            }),
        }
    }
}
