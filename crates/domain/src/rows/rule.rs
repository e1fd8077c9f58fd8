//! Rule packs: what happens to a case by the clock, as dated data (cash-lifecycle.md section 2). Times are Unix
//! milliseconds, waits seconds, sums minor units. A case keeps the steps it was opened under, so that a pack that is
//! replaced changes nothing of what people were told before.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use super::CaseKind;
use crate::ids::OwnerId;
use crate::time::Time;

/// What happens at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum RuleAct {
    /// Somebody higher is told.
    Escalate,
    /// A law says so: what is held, paid or in suspense goes back to the customer.
    Reverse,
    /// A law says so: every day that the case is open, `loss` pays the customer.
    Compensate {
        /// A day.
        daily: Money,
        /// Days at most.
        days_max: u16,
    },
    /// The POS's own setting, never a pack's: the cash is taken to have left.
    Assume,
}

/// A step of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RuleStep {
    /// So long after the case was opened, seconds.
    pub after_s: u32,
    /// What happens then.
    pub act: RuleAct,
}

/// A rule of a pack.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// The law behind it, if one is; without one nothing is reversed or compensated.
    pub law: Option<String>,
    /// For cases opened from this time on.
    pub from: Time,
    /// And before this one, if it ends.
    pub until: Option<Time>,
    /// For cases of these kinds.
    pub kinds: Vec<CaseKind>,
    /// Only at this owner's POS.
    pub owner_id: Option<OwnerId>,
    /// Only about sums of this currency.
    pub currency: Option<Currency>,
    /// What happens, the earliest first; a compensation comes last.
    pub steps: Vec<RuleStep>,
}

impl Rule {
    /// Whether it is for a case of this kind, opened at `at`, at this owner's POS, about a sum of this currency.
    #[must_use]
    pub fn is_for(&self, kind: CaseKind, at: Time, owner_id: OwnerId, currency: Option<Currency>) -> bool {
        self.kinds.contains(&kind)
            && self.from <= at
            && self.until.is_none_or(|until| at < until)
            && self.owner_id.is_none_or(|only| only == owner_id)
            && self.currency.is_none_or(|only| currency == Some(only))
    }
}

/// The rules in force, in the order in which they are looked through: the first that is for a case serves it.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Rules {
    /// The rules.
    pub rules: Vec<Rule>,
}

/// The clock of one case.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CaseClock {
    /// The rule's name.
    pub rule: String,
    /// The law behind it.
    pub law: Option<String>,
    /// When it began to run.
    pub started_at: Time,
    /// The steps to come, the next one first.
    pub steps: Vec<RuleStep>,
    /// Days compensated so far.
    pub days_paid: u16,
}

impl CaseClock {
    /// When the next step is due, if there is one. A compensation is due anew each day.
    #[must_use]
    pub fn due_at(&self) -> Option<Time> {
        let step = self.steps.first()?;
        let days_s = i64::from(self.days_paid).saturating_mul(86_400);
        Some(self.started_at.plus_s(i64::from(step.after_s).saturating_add(days_s)))
    }
}
