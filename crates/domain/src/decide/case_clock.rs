//! The clock of a case: dated rules that escalate, and that reverse or compensate where a law says so, and the
//! setting of POS that never log out (cash-lifecycle.md section 2). A case keeps the steps of the rule it was opened
//! under. The sweep says that it is time; whether it is, is judged here. Unconfirmed money is never given back by a
//! timer alone: a step that does names its law.

use std::sync::Arc;

use specie_money::Money;

use super::cases;
use super::closing::{File, file, move_sums};
use super::ledger::{Happening, Posting};
use super::turn::{Done, NAME_BYTES_MAX, Stop, Turn, acceptable_name};
use crate::command::{SetRules, StepCase};
use crate::lifecycle::Moves;
use crate::outcome::{Limit, Receipt, Refusal};
use crate::rows::{
    AccountKey, AccountKind, Case, CaseClock, CaseKind, CaseState, EventKind, EvidenceKind, OnExpiry, Pos,
    Reason, Rule, RuleAct, RuleStep, Rules, Wallet, Withdrawal,
};
use crate::working_set::Missing;

/// Rules in force at a time.
const RULES_MAX: usize = 64;
/// Steps of one rule.
const STEPS_MAX: usize = 16;
/// The most a day that one compensation pays, minor units: however often it is paid, balances fit their type.
const DAILY_MAX: i64 = 1_000_000_000_000;
/// What a clock is called that only the POS's setting gives.
const POS_SETTING: &str = "on_expiry";

/// Puts rule packs into force, for cases that are opened from now on.
pub(super) fn set_rules(turn: &mut Turn<'_>, command: &SetRules) -> Result<Done, Stop> {
    if command.rules.len() > RULES_MAX {
        return Err(Refusal::Unacceptable(Limit::RulesOfPacks(RULES_MAX)).into());
    }
    command.rules.iter().try_for_each(acceptable)?;
    let known = turn.get::<Rules>(&())?;
    let is_same = known.map_or(command.rules.is_empty(), |known| known.rules == command.rules);
    if !is_same {
        turn.set.put(Rules { rules: command.rules.clone() });
    }
    Ok(Done::now(Receipt::Done))
}

fn acceptable(rule: &Rule) -> Result<(), Refusal> {
    acceptable_name(&rule.name)?;
    let law_fits = rule.law.as_ref().is_none_or(|law| !law.is_empty() && law.len() <= NAME_BYTES_MAX);
    let has_steps = (1..=STEPS_MAX).contains(&rule.steps.len()) && !rule.kinds.is_empty();
    let is_in_order = rule.steps.is_sorted_by_key(|step| step.after_s);
    let last = rule.steps.len().saturating_sub(1);
    let step_fits = |(place, step): (usize, &RuleStep)| match step.act {
        RuleAct::Escalate => true,
        RuleAct::Reverse => rule.law.is_some(),
        RuleAct::Compensate { daily, days_max } => {
            let is_of_rule = rule.currency == Some(daily.currency());
            let is_sum = (1..=DAILY_MAX).contains(&daily.minor());
            rule.law.is_some() && is_of_rule && is_sum && days_max > 0 && place == last
        }
        RuleAct::Assume => false,
    };
    if law_fits && has_steps && is_in_order && rule.steps.iter().enumerate().all(step_fits) {
        Ok(())
    } else {
        Err(Refusal::Unacceptable(Limit::RulesOfPacks(RULES_MAX)))
    }
}

/// Gives a case that was opened, or became of another kind, the clock of its kind.
pub(super) fn start(turn: &Turn<'_>, case: &mut Case, is_expiry: bool) -> Result<(), Missing> {
    let Some(pos) = turn.get::<Pos>(&case.pos_id)? else { return Ok(()) };
    let currency = case.amount.map(Money::currency);
    let rules = turn.get::<Rules>(&())?;
    let rules = rules.iter().flat_map(|rules| &rules.rules);
    let rule = rules.into_iter().find(|rule| rule.is_for(case.kind, turn.at, pos.owner_id, currency));
    let mut clock = CaseClock {
        rule: rule.map_or_else(|| POS_SETTING.to_owned(), |rule| rule.name.clone()),
        law: rule.and_then(|rule| rule.law.clone()),
        started_at: turn.at,
        steps: rule.map_or_else(Vec::new, |rule| rule.steps.clone()),
        days_paid: 0,
    };
    if let OnExpiry::AssumeDispensedAfter(after_s) = pos.on_expiry
        && is_expiry
        && case.kind == CaseKind::Unconfirmed
        && may_assume(&pos)
    {
        let place = clock.steps.partition_point(|step| step.after_s < after_s);
        clock.steps.insert(place, RuleStep { after_s, act: RuleAct::Assume });
    }
    case.due_at = clock.due_at();
    case.clock = case.due_at.map(|_| clock);
    Ok(())
}

/// Whether nobody's silence may count as word at this POS. Where tills are run, the drawer is counted instead.
const fn may_assume(pos: &Pos) -> bool {
    !pos.runs_tills
}

/// The POS said that it does not know: its silence is no word any more.
pub(super) fn assume_nothing(case: &mut Case) {
    if let Some(mut clock) = case.clock.take() {
        clock.steps.retain(|step| step.act != RuleAct::Assume || planted!(SilenceIsWord));
        case.due_at = clock.due_at();
        case.clock = case.due_at.map(|_| clock);
    }
}

/// Does the next step of a case whose time has come.
pub(super) fn step(turn: &mut Turn<'_>, command: &StepCase) -> Result<Done, Stop> {
    let nothing = Ok(Done::now(Receipt::Done));
    let Some(case) = turn.get::<Case>(&command.operation_id)? else { return nothing };
    let is_due = case.due_at.is_some_and(|due_at| due_at <= turn.at || planted!(StepTooEarly));
    let next = case.clock.as_ref().and_then(|clock| Some((clock.clone(), *clock.steps.first()?)));
    let Some((clock, step)) = next.filter(|_| is_due && case.state == CaseState::Open) else {
        return nothing;
    };
    let file = file(turn, command.operation_id)?;
    if step.act == RuleAct::Reverse && file.is_being_paid() {
        return nothing; // It stays due.
    }
    let mut case = (*case).clone();
    let goes_on = match step.act {
        RuleAct::Escalate => {
            case.level = case.level.saturating_add(1);
            let what = EvidenceKind::Escalated(clock.rule.clone(), case.level);
            cases::add(turn, &mut case, what);
            cases::tell(turn, EventKind::CaseEscalated, &case);
            false
        }
        RuleAct::Reverse => reverse(turn, &mut case, &file, &clock)?,
        RuleAct::Compensate { daily, days_max } => {
            let is_paid = compensate(turn, &mut case, &file, &clock, daily)?;
            let paid = if planted!(PaidForEver) { 0 } else { clock.days_paid };
            is_paid && paid.saturating_add(1) < days_max
        }
        RuleAct::Assume => assume(turn, &mut case, &file)?,
    };
    if case.state == CaseState::Open {
        advance(&mut case, clock, goes_on);
    }
    turn.set.put(case);
    Ok(Done::now(Receipt::Done))
}

fn advance(case: &mut Case, mut clock: CaseClock, goes_on: bool) {
    if goes_on || planted!(StepStays) {
        clock.days_paid = clock.days_paid.saturating_add(1);
    } else {
        clock.steps.remove(0);
        clock.days_paid = 0;
    }
    case.due_at = clock.due_at();
    case.clock = case.due_at.map(|_| clock);
}

/// By a law, what is held, paid or in suspense goes back. The case stays with the people, unless it only waited for
/// word.
fn reverse(turn: &mut Turn<'_>, case: &mut Case, file: &File, clock: &CaseClock) -> Result<bool, Stop> {
    let (Some(withdrawal), Some(law)) = (&file.withdrawal, &clock.law) else { return Ok(false) };
    if is_erased(turn, withdrawal)? {
        return Ok(false);
    }
    let Withdrawal { held, paid, currency, wallet_id, pos_id, operation_id, .. } = **withdrawal;
    // The law is about the money: that cash was paid stays as it was told, and no drawer holds it again.
    let moves = Moves { held_to_returned: held, given_back: paid, ..Moves::NONE };
    move_sums(turn, withdrawal, moves)?;
    turn.post(Posting {
        debit: AccountKey::of_pos(AccountKind::Suspense, pos_id, currency),
        credit: AccountKey::wallet(wallet_id, currency),
        amount: case.suspended,
        reason: Reason::PaidLateGivenBack,
        operation_id: Some(operation_id),
    })?;
    let back = held.saturating_add(paid).saturating_add(case.suspended);
    cases::give_back(turn, case, currency)?;
    cases::add(turn, case, EvidenceKind::ReversedByLaw(law.clone(), Money::from_minor(back, currency)));
    if case.kind == CaseKind::Unconfirmed {
        cases::close(turn, case)?;
    }
    Ok(false)
}

/// By a law, `loss → wallet` for another day of waiting; whether there may be a next one.
fn compensate(
    turn: &mut Turn<'_>,
    case: &mut Case,
    file: &File,
    clock: &CaseClock,
    daily: Money,
) -> Result<bool, Stop> {
    let (Some(withdrawal), Some(law)) = (&file.withdrawal, &clock.law) else { return Ok(false) };
    let lacks = withdrawal.amount.saturating_sub(withdrawal.returned).saturating_add(case.paid_again);
    let is_hers = withdrawal.currency == daily.currency() && lacks > 0;
    if !is_hers || is_erased(turn, withdrawal)? {
        return Ok(false);
    }
    turn.post(Posting {
        debit: AccountKey::of_operator(AccountKind::Loss, daily.currency()),
        credit: AccountKey::wallet(withdrawal.wallet_id, daily.currency()),
        amount: daily.minor(),
        reason: Reason::Compensated,
        operation_id: Some(withdrawal.operation_id),
    })?;
    cases::add(turn, case, EvidenceKind::Compensated(law.clone(), daily));
    let (kind, subject) = (EventKind::CaseCompensated, withdrawal.withdrawal_id.as_u128());
    turn.tell_of_withdrawal(&Happening { kind, withdrawal, subject, amount: daily.minor() });
    Ok(true)
}

/// By the POS's setting, what is held left the drawer; marked, so that nobody takes it for word. The customer may
/// dispute it as any other. What a till was to pay is counted there, also when its POS runs none any more.
fn assume(turn: &mut Turn<'_>, case: &mut Case, file: &File) -> Result<bool, Stop> {
    let is_silent =
        |withdrawal: &&Arc<Withdrawal>| withdrawal.held > 0 && withdrawal.till_session_id.is_none();
    let Some(withdrawal) = file.withdrawal.as_ref().filter(is_silent) else {
        return Ok(false);
    };
    let (held, currency) = (withdrawal.held, withdrawal.currency);
    let marked = Withdrawal { assumed: true, ..(**withdrawal).clone() };
    let moves = if planted!(AssumedStayed) {
        Moves { held_to_returned: held, ..Moves::NONE }
    } else {
        Moves { held_to_paid: held, ..Moves::NONE }
    };
    move_sums(turn, &marked, moves)?;
    let (kind, subject) = (EventKind::WithdrawalAssumed, withdrawal.withdrawal_id.as_u128());
    turn.tell_of_withdrawal(&Happening { kind, withdrawal, subject, amount: held });
    cases::add(turn, case, EvidenceKind::Assumed(Money::from_minor(held, currency)));
    if case.kind == CaseKind::Unconfirmed {
        cases::close(turn, case)?;
    }
    Ok(false)
}

fn is_erased(turn: &Turn<'_>, withdrawal: &Withdrawal) -> Result<bool, Missing> {
    Ok(turn.get::<Wallet>(&withdrawal.wallet_id)?.is_none_or(|wallet| wallet.erased_at.is_some()))
}
