//! The whole story of one withdrawal: its session, the calls that did something, its transfers and events, the people.
//! Read from what is kept; calls that were refused and changed nothing are kept nowhere.

use specie_domain::command::Actor;
use specie_domain::ids::{AccountId, KeyId, OperationId, WithdrawalId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{
    Account, AccountKey, AccountKind, Case, Event, Reversal, ReversalKey, Session, SessionEnd, TillSession,
    Told, Withdrawal, Word,
};
use specie_domain::{Key, Row, RowKind, Time};
use specie_money::Money;

use crate::calls::{Commands, not_found};
use crate::failure::Failure;
use crate::prints::PrintsView;
use crate::views::{WithdrawalView, internal_name};

/// Reversals of one operation that are told, at most.
const REVERSALS_MAX: usize = 50;

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionEnding {
    /// It lives.
    Open,
    /// The POS logged out.
    LoggedOut,
    /// Too many sums were not approved.
    Closed,
    /// Its limits passed.
    Expired,
}

/// A call that did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoryCall {
    /// The code opened the session.
    Login,
    /// Money was set aside.
    Withdraw(Money),
    /// The POS said what became of the cash.
    Outcome(Told),
    /// The POS asked this much back.
    Reversal(Money),
    /// The POS logged out.
    Logout,
}

/// A transfer, with its accounts as they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryTransfer {
    /// Its number.
    pub number: u64,
    /// When.
    pub at: Time,
    /// Why.
    pub reason: &'static str,
    /// The account that was debited.
    pub debit: String,
    /// The account that was credited.
    pub credit: String,
    /// How much.
    pub amount: Money,
}

/// Somebody who had to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoryPerson {
    /// Who answered for the till.
    Cashier(String),
    /// Who owns the case.
    Assigned(String),
}

/// The story of a withdrawal.
#[derive(Debug, Clone)]
pub struct TimelineView {
    /// What became of it.
    pub withdrawal: WithdrawalView,
    /// What its POS is called.
    pub pos_name: String,
    /// The operation's check word.
    pub check_word: &'static str,
    /// The access key.
    pub key_id: KeyId,
    /// When the session was opened.
    pub opened_at: Time,
    /// When it ended, if it did.
    pub ended_at: Option<Time>,
    /// How.
    pub ending: SessionEnding,
    /// The calls, in order.
    pub calls: Vec<(Time, StoryCall)>,
    /// The transfers, in order.
    pub transfers: Vec<StoryTransfer>,
    /// The events, in order.
    pub events: Vec<Event>,
    /// The prints of its receipt.
    pub prints: PrintsView,
    /// The people.
    pub people: Vec<StoryPerson>,
    /// Its case, by its operation.
    pub case: Option<OperationId>,
}

impl Commands {
    /// `GET /api/v1/withdrawals/{transaction_id}/timeline`.
    ///
    /// # Errors
    /// No such withdrawal; the store's failures.
    pub async fn timeline(&self, actor: Actor, withdrawal_id: WithdrawalId) -> Result<TimelineView, Failure> {
        self.reader(actor).await?;
        let withdrawal = self.withdrawal(actor, withdrawal_id).await?;
        let row = std::sync::Arc::clone(&withdrawal.withdrawal);
        let operation_id = row.operation_id;
        let Some(Row::Session(session)) = self.row::<Session>(operation_id).await? else {
            return Err(not_found(Thing::Withdrawal));
        };
        let story = self.store.story(operation_id).await.map_err(|why| {
            tracing::error!(%why, "an operation's story was not read");
            Failure::NotApplied
        })?;
        let mut transfers = Vec::with_capacity(story.transfers.len());
        for transfer in &story.transfers {
            let currency = transfer.debit.account.currency;
            transfers.push(StoryTransfer {
                number: transfer.number,
                at: transfer.made_at,
                reason: transfer.reason.name(),
                debit: self.name_of(transfer.debit.account).await?,
                credit: self.name_of(transfer.credit.account).await?,
                amount: Money::from_minor(transfer.amount, currency),
            });
        }
        let (people, case) = self.people_of(&row).await?;
        let ended_at = session.ended_at(self.now());
        Ok(TimelineView {
            pos_name: self.pos_name(row.pos_id).await?,
            check_word: self.check_word(operation_id),
            key_id: session.key_id,
            opened_at: session.opened_at,
            ended_at,
            ending: ending(session.end, ended_at),
            calls: self.calls_of(&session, &row).await?,
            transfers,
            events: story.events,
            prints: self.prints_of(operation_id).await?,
            people,
            case,
            withdrawal,
        })
    }

    async fn calls_of(&self, session: &Session, row: &Withdrawal) -> Result<Vec<(Time, StoryCall)>, Failure> {
        let sum = |minor| Money::from_minor(minor, row.currency);
        let mut calls =
            vec![(session.opened_at, StoryCall::Login), (row.made_at, StoryCall::Withdraw(sum(row.amount)))];
        if let Some(Row::Word(word)) = self.row::<Word>(row.operation_id).await? {
            calls.push((word.told_at, StoryCall::Outcome(word.told)));
        }
        let operation_id = row.operation_id;
        let first = ReversalKey { operation_id, account_id: AccountId::from_u128(0), amount: 0 };
        for found in self.listed(RowKind::Reversal, Some(Key::Reversal(first)), REVERSALS_MAX).await? {
            let Row::Reversal(reversal) = found else { continue };
            let Reversal { key, made_at, .. } = &*reversal;
            if key.operation_id == operation_id {
                calls.push((*made_at, StoryCall::Reversal(sum(key.amount))));
            }
        }
        if let SessionEnd::LoggedOut(at) = session.end {
            calls.push((at, StoryCall::Logout));
        }
        calls.sort_by_key(|(at, _)| *at); // Stable: what came in one millisecond stays in the order of a visit.
        Ok(calls)
    }

    async fn people_of(&self, row: &Withdrawal) -> Result<(Vec<StoryPerson>, Option<OperationId>), Failure> {
        let mut people = Vec::new();
        if let Some(till_session_id) = row.till_session_id
            && let Some(Row::TillSession(till)) = self.row::<TillSession>(till_session_id).await?
        {
            people.extend(self.cashier_of(&till).await?.map(StoryPerson::Cashier));
        }
        let Some(Row::Case(case)) = self.row::<Case>(row.operation_id).await? else {
            return Ok((people, None));
        };
        people.extend(case.assigned_to.clone().map(StoryPerson::Assigned));
        Ok((people, Some(case.operation_id)))
    }

    /// An account as it is shown.
    async fn name_of(&self, key: AccountKey) -> Result<String, Failure> {
        if key.kind != AccountKind::Wallet {
            return Ok(internal_name(key));
        }
        match self.row::<Account>(key).await? {
            Some(Row::Account(account)) => match account.account_id {
                Some(account_id) => self.shown_account_id(account_id).await,
                None => Ok(internal_name(key)),
            },
            _ => Ok(internal_name(key)),
        }
    }
}

const fn ending(end: SessionEnd, ended_at: Option<Time>) -> SessionEnding {
    match end {
        SessionEnd::LoggedOut(_) => SessionEnding::LoggedOut,
        SessionEnd::Shut(_) => SessionEnding::Closed,
        SessionEnd::Expired(_) => SessionEnding::Expired,
        SessionEnd::Open if ended_at.is_some() => SessionEnding::Expired,
        SessionEnd::Open => SessionEnding::Open,
    }
}
