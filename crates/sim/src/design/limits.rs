//! Limits and the brake: cash-lifecycle.md section 6. What passed is a plain list, and each figure is added up from
//! it anew; how much of each came back is read from its session.

use std::ops::Range;

use specie_domain::outcome::{Limit, RuleBound, RuleHit};
use specie_domain::rows::EventKind;
use specie_domain::{Refusal, Time};

use super::answer::Heard;
use super::money::Why;
use super::{Action, Design};
use crate::town::{Around, TownBrake, TownLimit};

const RULE: &str = "no window of a limit's length lets more pass than the limit";
const SLOW: &str = "above the brake's slow level only an even pace passes";
const STOP: &str = "above the brake's stop level all payouts stop";

/// Parts in which a window is counted: one that has any instant in the window counts whole.
const PARTS: i64 = 24;

/// Money that is about to move.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moving {
    pub(super) deposit: bool,
    pub(super) customer: usize,
    pub(super) pos: usize,
    pub(super) currency: usize,
    pub(super) minor: i64,
    pub(super) at: Time,
}

/// When the part begins that is the first to count at `now`, milliseconds.
fn counts_from(now: Time, window_s: u32) -> i64 {
    let part_ms = part_ms(window_s);
    (now.unix_ms().div_euclid(part_ms) - PARTS) * part_ms
}

fn part_ms(window_s: u32) -> i64 {
    (i64::from(window_s) * 1000 + PARTS - 1) / PARTS
}

impl Design {
    /// Of what passed within `times`, and was not given back: how many, and how much. Only what `is_meant`, and
    /// nothing of the first `skipped` of all.
    fn passed_in(&self, times: Range<i64>, skipped: usize, is_meant: impl Fn(usize) -> bool) -> (u32, i64) {
        let passed = self.passed.iter().skip(skipped).filter(|(at, _)| times.contains(&at.unix_ms()));
        passed.map(|(_, number)| *number).filter(|number| is_meant(*number)).fold((0, 0), |sum, number| {
            let left = match self.sessions[number].action {
                Action::Withdrawal(of) => of.amount - of.returned + of.paid_late,
                Action::Deposit(of) => of.amount - of.returned,
                Action::None | Action::Barred => 0,
            };
            (sum.0 + u32::from(left > 0), sum.1 + left)
        })
    }

    fn is_of(&self, number: usize, deposit: bool, currency: usize) -> bool {
        match self.sessions[number].action {
            Action::Withdrawal(of) => !deposit && of.currency == currency,
            Action::Deposit(of) => deposit && of.currency == currency,
            Action::None | Action::Barred => false,
        }
    }

    fn is_around(&self, number: usize, around: Around, moving: &Moving) -> bool {
        let session = &self.sessions[number];
        let owner = |pos: usize| self.places[pos].owner;
        match around {
            Around::All => true,
            Around::Wallet | Around::Tier => session.customer == moving.customer,
            Around::Pos => session.pos == moving.pos,
            Around::Owner => owner(session.pos) == owner(moving.pos),
            Around::WalletAtPos => session.customer == moving.customer && session.pos == moving.pos,
        }
    }

    /// The first rule that does not let it pass.
    pub(super) fn why_over_limits(&self, moving: &Moving) -> Option<Why> {
        let concerns = |rule: &&TownLimit| {
            rule.deposits == moving.deposit && rule.currency == moving.currency && !rule.of_nobody
        };
        let hit = self.limits.iter().filter(concerns).find_map(|rule| self.why_over(rule, moving))?;
        Some((RULE, Refusal::LimitExceeded(Limit::Rule(hit))))
    }

    fn why_over(&self, rule: &TownLimit, moving: &Moving) -> Option<RuleHit> {
        let key = rule.key(self.currencies[rule.currency]);
        let hit = |bound, figure, used| Some(RuleHit { key, bound, figure, used });
        let minor = moving.minor;
        if let Some(least) = rule.least.filter(|least| minor < *least) {
            return hit(RuleBound::Least, least, 0);
        }
        if let Some(step) = rule.step.filter(|step| minor % step != 0) {
            return hit(RuleBound::Multiple, step, 0);
        }
        let (count, sum) = if rule.window_s == 0 {
            (0, 0)
        } else {
            self.passed_in(counts_from(moving.at, rule.window_s)..i64::MAX, 0, |number| {
                self.is_of(number, moving.deposit, moving.currency)
                    && self.is_around(number, rule.around, moving)
            })
        };
        if let Some(most) = rule.value.filter(|most| sum + minor > *most) {
            return hit(RuleBound::Value, most, sum);
        }
        let over = rule.count.filter(|most| count + 1 > *most)?;
        hit(RuleBound::Count, i64::from(over), i64::from(count))
    }

    /// What the brake has against a payout that nothing else stops; a brake that has just gone on is kept.
    pub(super) fn braked(&mut self, moving: &Moving) -> Option<(Heard, Why)> {
        let brake = self.brake.filter(|brake| brake.currency == moving.currency)?;
        let TownBrake { window_s, slow, stop, .. } = brake;
        let since = self.braked_from;
        let is_meant = |number: usize| self.is_of(number, false, moving.currency);
        let (_, sum) = self.passed_in(counts_from(moving.at, window_s)..i64::MAX, since, is_meant);
        let part_ms = part_ms(window_s);
        let part_begins = moving.at.unix_ms().div_euclid(part_ms) * part_ms;
        let (_, paced) = self.passed_in(part_begins..part_begins + part_ms, since, is_meant);
        let is_slow = sum + moving.minor > slow;
        if is_slow && paced + moving.minor > slow / PARTS {
            let was_slow = std::mem::replace(&mut self.is_slow, true);
            if !was_slow {
                self.told.push((EventKind::BrakeSlowed, Some(slow)));
            }
            let heard = if was_slow { Heard::Nothing } else { Heard::Counted };
            let refusal = Refusal::LimitExceeded(Limit::BrakeSlow(self.currencies[moving.currency]));
            return Some((heard, (SLOW, refusal)));
        }
        if sum + moving.minor > stop {
            let code = self.currencies[moving.currency].code();
            let reason = format!("the brake stopped payouts in {code}: too much in {window_s} s");
            self.told.push((EventKind::BrakeStopped, Some(stop)));
            self.payouts_stopped = Some(reason.clone());
            return Some((Heard::Counted, (STOP, Refusal::PayoutsStopped(reason))));
        }
        if self.is_slow != is_slow {
            let kind = if is_slow { EventKind::BrakeSlowed } else { EventKind::BrakeEased };
            self.told.push((kind, Some(slow)));
            self.is_slow = is_slow;
        }
        None
    }

    /// Payouts stop, or go on; the brake counts anew from there.
    pub(super) fn stop(&mut self, stopped: bool) {
        if !stopped && self.payouts_stopped.is_some() {
            (self.braked_from, self.is_slow) = (self.passed.len(), false);
        }
        self.payouts_stopped = stopped.then(|| crate::ask::STOPPED.to_owned());
    }
}
