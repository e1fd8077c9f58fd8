//! The rule packs of a town, and the POS whose silence counts as word. Waits are seconds, sums minor units.

use specie_domain::command::{Actor, SetOnExpiry, SetRules};
use specie_domain::rows::{CaseKind, OnExpiry, Rule, RuleAct, RuleStep};
use specie_domain::{Body, Receipt};
use specie_money::Money;

use super::{CURRENCIES, POS, Town};
use crate::chance::Chance;

/// What happens at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RuleDoes {
    Escalates,
    GivesBack,
    /// So much a day, for so many days.
    Pays(i64, u16),
    /// Never a pack's: the POS's silence counts as word.
    Assumes,
}

/// A rule.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownRule {
    /// Whether a law is behind it.
    pub(crate) is_law: bool,
    /// Of which kinds of cases.
    pub(crate) kinds: &'static [CaseKind],
    /// At which owner's POS only.
    pub(crate) owner: Option<usize>,
    /// About which currency only.
    pub(crate) currency: Option<usize>,
    /// How long after the beginning it is in force, and how long.
    pub(crate) in_force_s: (i64, Option<i64>),
    /// When what happens.
    pub(crate) steps: &'static [(u32, RuleDoes)],
}

/// The rules of the worlds that have any, the first that fits serves a case.
const RULES: [TownRule; 5] = [
    TownRule {
        is_law: false,
        kinds: &[CaseKind::Unconfirmed],
        owner: Some(0),
        currency: None,
        in_force_s: (0, Some(7_200)),
        steps: &[(60, RuleDoes::Escalates), (600, RuleDoes::Escalates)],
    },
    TownRule {
        is_law: true,
        kinds: &[CaseKind::Unconfirmed, CaseKind::PaidLate],
        owner: None,
        currency: Some(0),
        in_force_s: (300, None),
        steps: &[(120, RuleDoes::Escalates), (900, RuleDoes::GivesBack)],
    },
    TownRule {
        is_law: true,
        kinds: &[CaseKind::Disputed],
        owner: Some(1),
        currency: Some(0),
        in_force_s: (0, None),
        steps: &[(20, RuleDoes::GivesBack)],
    },
    TownRule {
        is_law: true,
        kinds: &[CaseKind::Disputed],
        owner: None,
        currency: Some(0),
        in_force_s: (0, None),
        steps: &[(30, RuleDoes::Escalates), (300, RuleDoes::Pays(75, 2))],
    },
    TownRule {
        is_law: false,
        kinds: &[CaseKind::Disputed, CaseKind::DepositShort, CaseKind::CashWithoutWithdrawal],
        owner: None,
        currency: None,
        in_force_s: (0, None),
        steps: &[(10, RuleDoes::Escalates), (20, RuleDoes::Escalates)],
    },
];

/// In one world of three there are some of these rules.
pub(super) fn draw_rules(chance: &mut Chance) -> Vec<TownRule> {
    let rules = RULES.into_iter().filter(|_| !chance.once_in(4)).collect();
    if chance.once_in(3) { rules } else { Vec::new() }
}

/// In one world of three the silence of some POS that run no tills counts as word, after so long.
pub(super) fn draw_assumes(chance: &mut Chance, runs_tills: [bool; POS]) -> [Option<u32>; POS] {
    let mut assumes = runs_tills.map(|runs_tills| {
        let after_s = chance.one_of(&[1, 200, 3_000]);
        (!runs_tills && chance.once_in(2)).then_some(after_s)
    });
    if !chance.once_in(3) {
        assumes = [None; POS];
    }
    assumes
}

impl Town {
    /// Puts the rules into force.
    pub(super) fn found_rules<E>(&self, ask: &mut impl FnMut(Body) -> Result<Receipt, E>) -> Result<(), E> {
        let rules = self.rules.iter().enumerate().map(|(number, rule)| Rule {
            name: format!("Rule {number}"),
            law: rule.is_law.then(|| "A law".to_owned()),
            from: self.starts_at.plus_s(rule.in_force_s.0),
            until: rule.in_force_s.1.map(|long_s| self.starts_at.plus_s(long_s)),
            kinds: rule.kinds.to_vec(),
            owner_id: rule.owner.map(|owner| self.owners[owner]),
            currency: rule.currency.map(|currency| self.currencies[currency]),
            steps: rule.steps.iter().map(|step| self.rule_step(rule, *step)).collect(),
        });
        let rules: Vec<Rule> = rules.collect();
        if !rules.is_empty() {
            ask(Body::SetRules(SetRules { rules }))?;
        }
        for pos in 0..POS {
            if let Some(after_s) = self.assumes[pos] {
                let on_expiry = OnExpiry::AssumeDispensedAfter(after_s);
                ask(Body::SetOnExpiry(SetOnExpiry { actor: Actor::System, pos: self.pos(pos), on_expiry }))?;
            }
        }
        Ok(())
    }

    fn rule_step(&self, rule: &TownRule, (after_s, does): (u32, RuleDoes)) -> RuleStep {
        let currency = self.currencies[rule.currency.unwrap_or(CURRENCIES - 1)];
        let act = match does {
            RuleDoes::Escalates => RuleAct::Escalate,
            RuleDoes::GivesBack => RuleAct::Reverse,
            RuleDoes::Pays(daily, days_max) => {
                RuleAct::Compensate { daily: Money::from_minor(daily, currency), days_max }
            }
            RuleDoes::Assumes => RuleAct::Assume,
        };
        RuleStep { after_s, act }
    }
}
