//! What happened in the last hour, minute by minute: counted in memory from the events as they are told, for people who
//! look. The books are elsewhere.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use specie_commands::{Commands, Heard};
use specie_domain::Time;
use specie_domain::ids::OperationId;
use specie_domain::rows::{Event, EventKind};
use specie_money::{Currency, Money};
use specie_wire::api::{Amount, LiveMinute, LiveView, RefusedCount, TimeToCash};
use specie_wire::pos::ErrorCode;

use crate::when::rfc3339;

/// Minutes that are kept.
const MINUTES_MAX: i64 = 60;
const MINUTE_MS: i64 = 60_000;
/// Currencies counted in a minute, at most.
const CURRENCIES_MAX: usize = 64;
/// Codes of refusals counted in a minute, at most; there are fewer that a login or a withdrawal answers.
const CODES_MAX: usize = 64;
/// Withdrawals whose time to the cash is measured at once; more are not measured.
const MEASURED_MAX: usize = 10_000;
/// Times to the cash kept of a minute, at most; the first ones.
const TIMES_MAX: usize = 1_000;

/// One minute's counts.
#[derive(Debug, Default)]
struct Minute {
    number: i64,
    sessions: u64,
    withdrawals: u64,
    completed: u64,
    reversed: u64,
    unconfirmed: u64,
    paid: Vec<(Currency, i64)>,
    refused: Vec<(ErrorCode, u64)>,
    to_cash_s: Vec<u32>,
}

/// The last hour.
#[derive(Debug)]
pub(crate) struct Minutes {
    since: Time,
    kept: Mutex<Hour>,
}

/// Its minutes, and since when the cash of which withdrawal is awaited.
#[derive(Debug, Default)]
struct Hour {
    minutes: VecDeque<Minute>,
    awaited: HashMap<OperationId, Time>,
}

/// What is open at this moment, as the store counts it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenNow {
    /// Sessions.
    pub(crate) sessions: usize,
    /// Withdrawals that wait for word.
    pub(crate) unconfirmed: usize,
}

impl Hour {
    /// The minute of `at`; none when it is too long ago.
    fn minute(&mut self, at: Time) -> Option<&mut Minute> {
        let number = at.unix_ms().div_euclid(MINUTE_MS);
        let kept = &mut self.minutes;
        if kept.back().is_none_or(|last| last.number < number) {
            kept.push_back(Minute { number, ..Minute::default() });
        }
        while kept.front().is_some_and(|first| first.number <= number.saturating_sub(MINUTES_MAX)) {
            kept.pop_front();
        }
        kept.iter_mut().rev().find(|minute| minute.number == number)
    }

    fn take(&mut self, event: &Event) {
        let to_cash_s = self.measure(event);
        if let Some(minute) = self.minute(event.at) {
            minute.take(event);
            if minute.to_cash_s.len() < TIMES_MAX {
                minute.to_cash_s.extend(to_cash_s);
            }
        }
    }

    /// The seconds from setting the money aside to the word that the cash left, when this is that word.
    fn measure(&mut self, event: &Event) -> Option<u32> {
        let operation_id = event.operation_id?;
        if event.kind == EventKind::WithdrawalHeld {
            if self.awaited.len() < MEASURED_MAX {
                self.awaited.insert(operation_id, event.at);
            }
            return None;
        }
        let ends = matches!(
            event.kind,
            EventKind::WithdrawalCompleted
                | EventKind::WithdrawalReversed
                | EventKind::WithdrawalUnconfirmed
                | EventKind::WithdrawalAssumed
        );
        let held_at = if ends { self.awaited.remove(&operation_id)? } else { return None };
        let seconds = event.at.ms_since(held_at).max(0).div_euclid(1_000);
        (event.kind == EventKind::WithdrawalCompleted).then(|| u32::try_from(seconds).unwrap_or(u32::MAX))
    }
}

impl Minutes {
    pub(crate) fn since(since: Time) -> Self {
        Self { since, kept: Mutex::default() }
    }

    /// Counts what is told, for as long as it is awaited.
    pub(crate) async fn count(&self, commands: &Commands) {
        let mut listener = commands.listen();
        loop {
            match listener.hear().await {
                Heard::Batch(batch) => batch.events.iter().for_each(|event| self.take(event)),
                Heard::Missed => tracing::warn!("the counts of the last hour missed some events"),
                Heard::Over => return,
            }
        }
    }

    fn take(&self, event: &Event) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).take(event);
    }

    /// A login or a withdrawal was refused with this code.
    pub(crate) fn refuse(&self, at: Time, code: ErrorCode) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(minute) = kept.minute(at) {
            minute.refuse(code);
        }
    }

    /// The hour until `now`.
    pub(crate) fn view(&self, now: Time, open: OpenNow) -> LiveView {
        let hour = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = &hour.minutes;
        let last = now.unix_ms().div_euclid(MINUTE_MS);
        let begun = self.since.unix_ms().div_euclid(MINUTE_MS);
        let first = begun.max(last.saturating_sub(MINUTES_MAX).saturating_add(1));
        let minutes = (first..=last).map(|number| {
            let empty = Minute { number, ..Minute::default() };
            kept.iter().find(|minute| minute.number == number).unwrap_or(&empty).shown()
        });
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let recent = kept.iter().filter(|minute| minute.number >= first);
        let mut times: Vec<u32> = recent.flat_map(|minute| minute.to_cash_s.iter().copied()).collect();
        LiveView {
            since: rfc3339(self.since),
            minutes: minutes.collect(),
            open_sessions: count(open.sessions),
            unconfirmed: count(open.unconfirmed),
            time_to_cash: time_to_cash(&mut times),
        }
    }
}

/// Half and nineteen of twenty of the times are not longer.
fn time_to_cash(times: &mut [u32]) -> Option<TimeToCash> {
    times.sort_unstable();
    // The nearest rank: the smallest time that so many of a hundred do not pass.
    let rank = |percent: usize| times.len().saturating_mul(percent).div_ceil(100).saturating_sub(1);
    Some(TimeToCash {
        count: u64::try_from(times.len()).unwrap_or(u64::MAX),
        p50_s: times.get(rank(50)).copied()?,
        p95_s: times.get(rank(95)).copied()?,
    })
}

impl Minute {
    fn refuse(&mut self, refused: ErrorCode) {
        let has_room = self.refused.len() < CODES_MAX;
        match self.refused.iter_mut().find(|(code, _)| *code == refused) {
            Some((_, count)) => *count = count.saturating_add(1),
            None if has_room => self.refused.push((refused, 1)),
            None => {}
        }
    }

    fn take(&mut self, event: &Event) {
        let count = match event.kind {
            EventKind::SessionOpened => &mut self.sessions,
            EventKind::WithdrawalHeld => &mut self.withdrawals,
            EventKind::WithdrawalCompleted => {
                if let Some(sum) = event.amount {
                    self.pay(sum);
                }
                &mut self.completed
            }
            EventKind::WithdrawalReversed => &mut self.reversed,
            EventKind::WithdrawalUnconfirmed => &mut self.unconfirmed,
            EventKind::DepositMade
            | EventKind::DepositCompleted
            | EventKind::DepositReversed
            | EventKind::DepositReversalShort
            | EventKind::ToppedUp
            | EventKind::WalletLocked
            | EventKind::KeyRestricted
            | EventKind::KeySuspended
            | EventKind::OfflineDeviceOff
            | EventKind::WithdrawalPaidLate
            | EventKind::CaseOpened
            | EventKind::CaseClosed
            | EventKind::ProposalMade
            | EventKind::ProposalCarriedOut
            | EventKind::ProposalTurnedDown
            | EventKind::CaseEscalated
            | EventKind::WithdrawalAssumed
            | EventKind::CaseCompensated
            | EventKind::BrakeSlowed
            | EventKind::BrakeEased
            | EventKind::BrakeStopped
            | EventKind::ReceiptPrinted
            | EventKind::TillOpened
            | EventKind::TillClosed
            | EventKind::TillVarianceFound
            | EventKind::CashierLocked
            | EventKind::SettlementCut
            | EventKind::SettlementConfirmed
            | EventKind::SettlementFailed
            | EventKind::FloatLow
            | EventKind::FloatAsked
            | EventKind::FloatGranted
            | EventKind::FloatDeclined
            | EventKind::DeviceSignedIn
            | EventKind::DeviceSignedOut
            | EventKind::StaffLocked => return,
        };
        *count = count.saturating_add(1);
    }

    fn pay(&mut self, sum: Money) {
        let has_room = self.paid.len() < CURRENCIES_MAX;
        match self.paid.iter_mut().find(|(currency, _)| *currency == sum.currency()) {
            Some((_, paid)) => *paid = paid.saturating_add(sum.minor()),
            None if has_room => self.paid.push((sum.currency(), sum.minor())),
            None => {}
        }
    }

    fn shown(&self) -> LiveMinute {
        let paid = self.paid.iter().map(|(currency, paid)| Amount(Money::from_minor(*paid, *currency)));
        LiveMinute {
            at: rfc3339(Time::from_unix_ms(self.number.saturating_mul(MINUTE_MS))),
            sessions: self.sessions,
            withdrawals: self.withdrawals,
            completed: self.completed,
            reversed: self.reversed,
            unconfirmed: self.unconfirmed,
            paid: paid.collect(),
            refused: self.refused.iter().map(shown_refused).collect(),
        }
    }
}

fn shown_refused((code, count): &(ErrorCode, u64)) -> RefusedCount {
    RefusedCount { code: code.as_str().to_owned(), count: *count }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(kind: EventKind, operation: u128, at_ms: i64) -> Event {
        Event {
            number: 1,
            kind,
            wallet_id: None,
            pos_id: None,
            operation_id: Some(OperationId::from_u128(operation)),
            subject: 0,
            amount: None,
            command: 1,
            at: Time::from_unix_ms(at_ms),
        }
    }

    #[test]
    fn half_and_nineteen_of_twenty_of_the_times_are_told_by_the_nearest_rank() {
        for (times, told) in [
            (vec![], None),
            (vec![7], Some((1, 7, 7))),
            (vec![9, 1], Some((2, 1, 9))),
            ((1..=100).rev().collect(), Some((100, 50, 95))),
            ((1..=20).collect(), Some((20, 10, 19))),
        ] {
            let mut times: Vec<u32> = times;
            let found = time_to_cash(&mut times).map(|found| (found.count, found.p50_s, found.p95_s));
            assert_eq!(found, told, "{times:?}");
        }
    }

    #[test]
    fn the_time_to_the_cash_runs_from_setting_aside_to_the_word_and_only_where_cash_left() {
        let minutes = Minutes::since(Time::from_unix_ms(0));
        let open = OpenNow { sessions: 2, unconfirmed: 1 };
        minutes.take(&event(EventKind::WithdrawalHeld, 1, 1_000));
        minutes.take(&event(EventKind::WithdrawalHeld, 2, 1_000));
        assert_eq!(minutes.view(Time::from_unix_ms(2_000), open).time_to_cash, None);
        minutes.take(&event(EventKind::WithdrawalReversed, 2, 3_000));
        minutes.take(&event(EventKind::WithdrawalCompleted, 1, 8_999));
        minutes.take(&event(EventKind::WithdrawalCompleted, 1, 20_000));
        let view = minutes.view(Time::from_unix_ms(30_000), open);
        assert_eq!(view.time_to_cash, Some(TimeToCash { count: 1, p50_s: 7, p95_s: 7 }));
        assert_eq!((view.open_sessions, view.unconfirmed), (2, 1));
        let later = minutes.view(Time::from_unix_ms(61 * MINUTE_MS), open);
        assert_eq!(later.time_to_cash, None, "an hour later it is past");
    }

    #[test]
    fn refusals_are_counted_by_their_codes_minute_by_minute() {
        let minutes = Minutes::since(Time::from_unix_ms(0));
        for (at_ms, code) in [
            (0, ErrorCode::NotEnoughFunds),
            (1, ErrorCode::OtpNotValid),
            (2, ErrorCode::NotEnoughFunds),
            (MINUTE_MS, ErrorCode::OtpNotValid),
        ] {
            minutes.refuse(Time::from_unix_ms(at_ms), code);
        }
        let view = minutes.view(Time::from_unix_ms(MINUTE_MS), OpenNow { sessions: 0, unconfirmed: 0 });
        let counts = |place: usize| -> Vec<(String, u64)> {
            view.minutes[place].refused.iter().map(|one| (one.code.clone(), one.count)).collect()
        };
        let (funds, otp) = ("NOT_ENOUGH_FUNDS".to_owned(), "ERROR_OTP_NOT_VALID".to_owned());
        assert_eq!(counts(0), [(funds, 2), (otp.clone(), 1)]);
        assert_eq!(counts(1), [(otp, 1)]);
    }
}
