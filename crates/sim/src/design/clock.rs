//! The clock of a case: cash-lifecycle.md section 2. A case keeps the steps it was opened under; what waits for word is
//! given back by the clock where a law says so and nowhere else, and taken as paid where the POS's silence counts.

use specie_domain::Time;
use specie_domain::ids::OperationId;
use specie_domain::rows::{CaseKind, EventKind};

use super::answer::Heard;
use super::cases::{Case, Known};
use super::drawer::Cash;
use super::{Action, Design, Request, Session, Touched};
use crate::broken::Broken;
use crate::town::{RuleDoes, TownRule};

const RULE: &str = "the sweep is answered";
const DAY_S: i64 = 86_400;

/// The clock of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    is_law: bool,
    started_at: Time,
    /// Seconds after that, and what happens then; the next one first.
    steps: Vec<(u32, RuleDoes)>,
    currency: Option<usize>,
    days: u16,
}

impl Clock {
    /// When its next step is due.
    pub(super) fn due_at(&self) -> Option<Time> {
        let (after_s, _) = self.steps.first()?;
        Some(self.started_at.plus_s(i64::from(*after_s) + i64::from(self.days) * DAY_S))
    }
}

impl Design {
    /// Whether a rule is for a case of a kind, of a currency, at a POS, that is opened now.
    fn is_for(&self, rule: &TownRule, (kind, currency): (CaseKind, Option<usize>), pos: usize) -> bool {
        let begun_at = Time::from_unix_ms(self.begun_ms);
        let until = rule.in_force_s.1.map(|long_s| begun_at.plus_s(long_s));
        rule.kinds.contains(&kind)
            && self.now >= Some(begun_at.plus_s(rule.in_force_s.0))
            && until.is_none_or(|until| self.now < Some(until))
            && rule.owner.is_none_or(|owner| owner == self.places[pos].owner)
            && rule.currency.is_none_or(|only| currency == Some(only))
    }

    /// The clock of a case of this kind that begins to run now.
    pub(super) fn clock(
        &self,
        number: usize,
        kind: CaseKind,
        currency: Option<usize>,
        expired: bool,
    ) -> Option<Clock> {
        let (now, pos) = (self.now?, self.sessions[number].pos);
        let rule = self.rules.iter().find(|rule| self.is_for(rule, (kind, currency), pos));
        let mut steps = rule.map_or_else(Vec::new, |rule| rule.steps.to_vec());
        let is_silent = expired && kind == CaseKind::Unconfirmed && !self.places[pos].runs_tills;
        if let Some(after_s) = self.assumes[pos].filter(|_| is_silent) {
            let place = steps.partition_point(|(step_s, _)| *step_s < after_s);
            steps.insert(place, (after_s, RuleDoes::Assumes));
        }
        let (is_law, currency) = rule.map_or((false, None), |rule| (rule.is_law, rule.currency));
        (!steps.is_empty()).then_some(Clock { is_law, started_at: now, steps, currency, days: 0 })
    }

    /// The POS said that it does not know: its silence is no word any more.
    pub(super) fn speaks(&mut self, number: usize) {
        if let Some(case) = self.cases.get_mut(&self.sessions[number].operation)
            && let Some(clock) = &mut case.clock
        {
            clock.steps.retain(|(_, does)| *does != RuleDoes::Assumes);
            case.clock.take_if(|clock| clock.steps.is_empty());
        }
    }

    /// The sweep says that a case's clock has come to a step.
    pub(super) fn step_case(
        &mut self,
        request: &Request<'_>,
        operation: OperationId,
    ) -> Result<Heard, Broken> {
        self.did(request, RULE)?;
        let (Some(number), Some(case)) = (self.session_of(operation), self.cases.get(&operation)) else {
            return Ok(Heard::Nothing);
        };
        let is_due = |clock: &&Clock| clock.due_at().is_some_and(|due_at| due_at <= request.at);
        let Some(mut clock) = case.clock.as_ref().filter(|_| case.is_open()).filter(is_due).cloned() else {
            return Ok(Heard::Nothing);
        };
        let (_, does) = clock.steps[0];
        if does == RuleDoes::GivesBack && self.is_being_paid(number, request.at) {
            return Ok(Heard::Nothing);
        }
        let goes_on = match does {
            RuleDoes::Escalates => self.escalates(operation),
            RuleDoes::GivesBack => self.gives_back(number, clock.is_law, request.at),
            RuleDoes::Pays(daily, days_max) => {
                self.pays_for_waiting(number, &clock, daily) && clock.days + 1 < days_max
            }
            RuleDoes::Assumes => self.assumes(number, request.at),
        };
        if goes_on {
            clock.days += 1;
        } else {
            clock.steps.remove(0);
            clock.days = 0;
        }
        if let Some(case) = self.cases.get_mut(&operation) {
            case.clock = Some(clock).filter(|clock| case.is_open() && !clock.steps.is_empty());
        }
        Ok(Heard::Changed)
    }

    fn escalates(&mut self, operation: OperationId) -> bool {
        if let Some(case) = self.cases.get_mut(&operation) {
            case.level += 1;
            case.learn(Known::ByClock);
            self.told.push((EventKind::CaseEscalated, case.minor()));
        }
        false
    }

    fn gives_back(&mut self, number: usize, is_law: bool, now: Time) -> bool {
        let Session { pos, customer, action, operation, .. } = self.sessions[number];
        let Action::Withdrawal(of) = action else { return false };
        if !is_law || self.wallets[customer].erased {
            return false;
        }
        if of.held > 0 {
            self.settle(number, of, 0, of.held);
        } else if of.paid > 0 {
            self.goes_back(number, of, Cash { given: of.paid, ..Cash::default() });
        }
        let suspended = self.cases.get_mut(&operation).map_or(0, Case::gives_back);
        let (suspense, wallet) =
            (Touched::Suspense(pos, of.currency), Touched::Wallet(customer, of.currency));
        self.move_money(suspense, wallet, suspended);
        self.clock_closes(operation, now);
        false
    }

    fn pays_for_waiting(&mut self, number: usize, clock: &Clock, daily: i64) -> bool {
        let Session { customer, action, operation, .. } = self.sessions[number];
        let Action::Withdrawal(of) = action else { return false };
        let again = self.cases.get(&operation).map_or(0, |case| case.paid_again);
        let waits = of.amount - of.returned + again > 0;
        let is_hers = clock.is_law && clock.currency == Some(of.currency) && waits;
        if !is_hers || self.wallets[customer].erased {
            return false;
        }
        self.move_money(Touched::Loss(of.currency), Touched::Wallet(customer, of.currency), daily);
        self.cases.get_mut(&operation).into_iter().for_each(|case| case.learn(Known::ByClock));
        self.told.push((EventKind::CaseCompensated, Some(daily)));
        true
    }

    fn assumes(&mut self, number: usize, now: Time) -> bool {
        let Session { action, operation, .. } = self.sessions[number];
        let Action::Withdrawal(of) = action else { return false };
        if of.held == 0 || of.till.is_some() {
            return false;
        }
        self.settle(number, of, of.held, 0);
        self.told.push((EventKind::WithdrawalAssumed, Some(of.held)));
        self.clock_closes(operation, now);
        false
    }

    /// What was done is evidence; a case that only waited for word waits no more.
    fn clock_closes(&mut self, operation: OperationId, now: Time) {
        if let Some(case) = self.cases.get_mut(&operation) {
            case.learn(Known::ByClock);
            if case.is_unconfirmed() {
                case.closes(now);
                self.told.push((EventKind::CaseClosed, case.minor()));
            }
        }
    }

    /// The open cases whose clocks have come to a step, and one whose clock may not have.
    pub(crate) fn due_cases(&self, now: Time) -> Vec<OperationId> {
        let clocks =
            self.cases.iter().filter_map(|(operation, case)| Some((operation, case.clock.as_ref()?)));
        let due = |clock: &Clock| clock.due_at().is_some_and(|due_at| due_at <= now);
        let mut waiting: Vec<(bool, OperationId)> =
            clocks.map(|(operation, clock)| (!due(clock), *operation)).collect();
        waiting.sort_unstable();
        let first = waiting.partition_point(|(is_early, _)| !is_early);
        waiting.truncate(first + 1);
        waiting.into_iter().map(|(_, operation)| operation).collect()
    }
}
