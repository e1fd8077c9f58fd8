//! What happened in the last hour, minute by minute: counted in memory from the events as they are told, for people who
//! look. The books are elsewhere.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use specie_commands::{Commands, Heard};
use specie_domain::Time;
use specie_domain::rows::{Event, EventKind};
use specie_money::{Currency, Money};
use specie_wire::api::{Amount, LiveMinute, LiveView};

use crate::when::rfc3339;

/// Minutes that are kept.
const MINUTES_MAX: i64 = 60;
const MINUTE_MS: i64 = 60_000;
/// Currencies counted in a minute, at most.
const CURRENCIES_MAX: usize = 64;

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
}

/// The last hour.
#[derive(Debug)]
pub(crate) struct Minutes {
    since: Time,
    kept: Mutex<VecDeque<Minute>>,
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
                Heard::Batch(events) => events.iter().for_each(|event| self.take(event)),
                Heard::Missed => tracing::warn!("the counts of the last hour missed some events"),
                Heard::Over => return,
            }
        }
    }

    fn take(&self, event: &Event) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let number = event.at.unix_ms().div_euclid(MINUTE_MS);
        if kept.back().is_none_or(|last| last.number < number) {
            kept.push_back(Minute { number, ..Minute::default() });
        }
        while kept.front().is_some_and(|first| first.number <= number.saturating_sub(MINUTES_MAX)) {
            kept.pop_front();
        }
        if let Some(minute) = kept.iter_mut().rev().find(|minute| minute.number == number) {
            minute.take(event);
        }
    }

    /// The hour until `now`.
    pub(crate) fn view(&self, now: Time) -> LiveView {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let last = now.unix_ms().div_euclid(MINUTE_MS);
        let begun = self.since.unix_ms().div_euclid(MINUTE_MS);
        let first = begun.max(last.saturating_sub(MINUTES_MAX).saturating_add(1));
        let minutes = (first..=last).map(|number| {
            let empty = Minute { number, ..Minute::default() };
            kept.iter().find(|minute| minute.number == number).unwrap_or(&empty).shown()
        });
        LiveView { since: rfc3339(self.since), minutes: minutes.collect() }
    }
}

impl Minute {
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
        }
    }
}
