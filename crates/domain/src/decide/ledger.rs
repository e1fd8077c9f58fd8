//! Posting: one transfer, its two entries, the two balances (cash-lifecycle.md section 1).

use std::sync::Arc;

use specie_money::Money;

use super::turn::{Stop, Turn};
use super::{float, settlement};
use crate::ids::OperationId;
use crate::outcome::{Limit, Refusal};
use crate::rows::{Account, AccountKey, AccountKind, Event, EventKind, Reason, Side, Transfer, Withdrawal};
use crate::working_set::Missing;

/// The most an account may hold or owe after a request, minor units. Nine times as much still fits, so
/// that a fact, which is never refused, cannot overflow.
pub(super) const BALANCE_MAX: i64 = 1_000_000_000_000_000_000;

/// A transfer to post.
#[derive(Clone, Copy)]
pub(super) struct Posting {
    pub(super) debit: AccountKey,
    pub(super) credit: AccountKey,
    /// Minor units; nothing is posted for zero.
    pub(super) amount: i64,
    pub(super) reason: Reason,
    pub(super) operation_id: Option<OperationId>,
}

/// What an event is about.
pub(super) struct Happening<'a> {
    pub(super) kind: EventKind,
    pub(super) withdrawal: &'a Withdrawal,
    pub(super) subject: u128,
    pub(super) amount: i64,
}

impl Turn<'_> {
    /// An account's balance; an account nobody has used holds nothing.
    pub(super) fn balance(&self, key: &AccountKey) -> Result<i64, Missing> {
        Ok(self.get::<Account>(key)?.map_or(0, |account| account.balance))
    }

    /// Posts a transfer asked for by a request: refused when an account would grow out of bounds.
    pub(super) fn post_request(&mut self, posting: Posting) -> Result<(), Stop> {
        let (debit, credit) = Missing::both(self.balance(&posting.debit), self.balance(&posting.credit))?;
        let (debit, credit) = (debit.checked_sub(posting.amount), credit.checked_add(posting.amount));
        let fits = |balance: Option<i64>| balance.is_some_and(|balance| balance.abs() <= BALANCE_MAX);
        if !fits(debit) || !fits(credit) {
            return Err(Refusal::LimitExceeded(Limit::Balance(BALANCE_MAX)).into());
        }
        Ok(self.post(posting)?)
    }

    /// Posts a transfer. Floors are looked at before; a breach here is a bug and stops everything.
    pub(super) fn post(&mut self, posting: Posting) -> Result<(), Missing> {
        let Posting { debit, credit, amount, reason, operation_id } = posting;
        if amount == 0 {
            return Ok(());
        }
        let turned = planted!(WrongDirection) && reason == Reason::PaidReturned;
        let (debit, credit) = if turned { (credit, debit) } else { (debit, credit) };
        assert!(amount > 0, "a transfer's amount is positive");
        assert!(debit != credit && debit.currency == credit.currency, "one currency, two accounts");
        assert!(debit.kind.book() == credit.kind.book(), "a transfer stays in its book");
        let head = self.set.head();
        let number = head.transfers.saturating_add(1);
        let command = head.commands.saturating_add(1);
        let (debited, credited) = Missing::both(self.get::<Account>(&debit), self.get::<Account>(&credit))?;
        let known = |account: Option<Arc<Account>>, key| {
            account.map_or_else(|| Account::empty(key, None), |account| (*account).clone())
        };
        let (debited, credited) = (known(debited, debit), known(credited, credit));
        settlement::before_entry(self, &debited, reason, amount.saturating_neg())?;
        settlement::before_entry(self, &credited, reason, amount)?;
        let debit = self.enter(debited, number, amount.saturating_neg());
        let credit = self.enter(credited, number, amount);
        if debit.account.kind == AccountKind::Pos {
            let before = debit.balance.saturating_add(amount);
            float::watch(self, debit.account, before, debit.balance)?;
        }
        let made_at = self.at;
        self.set.push_transfer(Transfer {
            number,
            debit,
            credit,
            amount,
            reason,
            operation_id,
            command,
            made_at,
        });
        Ok(())
    }

    fn enter(&mut self, mut account: Account, transfer: u64, amount: i64) -> Side {
        let key = account.key;
        let balance = account.balance.checked_add(amount);
        assert!(balance.is_some(), "a balance fits its type");
        account.balance = balance.unwrap_or(account.balance);
        account.entries = account.entries.saturating_add(if planted!(EntryNumberSkipped) { 2 } else { 1 });
        let stands = !key.kind.has_floor() || account.balance >= 0 || planted!(FloorOff);
        assert!(stands, "no floor is broken");
        let before = std::mem::replace(&mut account.last_transfer, transfer);
        account.last_at = self.at;
        let side = Side { account: key, entry: account.entries, balance: account.balance, before };
        self.set.put(account);
        side
    }

    /// Writes an event about a withdrawal into the outbox.
    pub(super) fn tell_of_withdrawal(&mut self, happening: &Happening<'_>) {
        let withdrawal = happening.withdrawal;
        self.tell(Event {
            wallet_id: Some(withdrawal.wallet_id),
            pos_id: Some(withdrawal.pos_id),
            operation_id: Some(withdrawal.operation_id),
            subject: happening.subject,
            amount: Some(Money::from_minor(happening.amount, withdrawal.currency)),
            ..self.event(happening.kind)
        });
    }

    /// An event of this command, about nothing yet.
    pub(super) const fn event(&self, kind: EventKind) -> Event {
        Event {
            number: 0,
            kind,
            wallet_id: None,
            pos_id: None,
            operation_id: None,
            subject: 0,
            amount: None,
            command: 0,
            at: self.at,
        }
    }

    /// Writes an event into the outbox under the next number.
    pub(super) fn tell(&mut self, event: Event) {
        let head = self.set.head();
        let number = head.events.saturating_add(1);
        let command = head.commands.saturating_add(1);
        self.set.push_event(Event { number, command, ..event });
    }
}
