//! What every call in a session shares (pos-api.md section 5), closing a session, and its expiry.

use std::sync::Arc;

use specie_money::{AmountError, Currency, Decimal, Money};

use super::cases;
use super::ledger::{Happening, Posting};
use super::limits::{self, Passing};
use super::login::leave;
use super::turn::{Done, Stop, Turn};
use super::{drawer, fees};
use crate::command::{CloseSession, Expire, SessionCall};
use crate::ids::{AccountId, Reference};
use crate::lifecycle::{self, Moves, WithdrawalState};
use crate::outcome::{Limit, Receipt, Refusal};
use crate::rows::{
    AccountKey, AccountKind, AccountName, Action, Approved, CaseKind, Deposit, Event, EventKind,
    EvidenceKind, LimitedAction, Matter, Pos, PosKey, Purpose, Reason, Session, SessionEnd, Usage, Wallet,
    Withdrawal,
};
use crate::time::Time;
use crate::working_set::Missing;

/// A call whose key, token, operation and phone number belong together.
pub(super) struct Entered {
    pub(super) key: Arc<PosKey>,
    pub(super) session: Arc<Session>,
    pub(super) wallet: Arc<Wallet>,
    /// When the session ended, if it has.
    pub(super) ended_at: Option<Time>,
    /// Whether it ended so long ago that facts move nothing any more.
    pub(super) is_too_late: bool,
}

/// Lets a call into its session; also after its end, as long as the token's hash is kept.
pub(super) fn enter(turn: &Turn<'_>, call: &SessionCall) -> Result<Entered, Stop> {
    let entered = enter_at_any_time(turn, call)?;
    if entered.is_too_late { Err(Refusal::SessionNotFound.into()) } else { Ok(entered) }
}

/// The same however long ago it ended.
pub(super) fn enter_at_any_time(turn: &Turn<'_>, call: &SessionCall) -> Result<Entered, Stop> {
    let (key, session) =
        Missing::both(turn.get::<PosKey>(&call.key), turn.get::<Session>(&call.operation_id))?;
    let key = turn.good_key(key)?;
    let session = session.ok_or(Refusal::SessionNotFound)?;
    if session.key_id != key.key_id || !(session.token.matches(&call.token) || planted!(AnyToken)) {
        return Err(Refusal::SessionNotFound.into());
    }
    let wallet = turn.get::<Wallet>(&session.wallet_id)?.ok_or(Refusal::SessionNotFound)?;
    if call.phone.is_some_and(|phone| !phone.matches(&wallet.phone)) {
        return Err(Refusal::SessionNotFound.into());
    }
    let ended_at = session.ended_at(turn.at);
    let late_fact_s = i64::from(turn.deployment.policy.late_fact_s);
    let is_over = |ended: Time| turn.at >= ended.plus_s(late_fact_s);
    let is_too_late = ended_at.is_some_and(is_over) && !planted!(FactsForEver);
    Ok(Entered { key, session, wallet, ended_at, is_too_late })
}

impl Entered {
    /// Whether the session lives.
    pub(super) const fn lives(&self) -> bool {
        self.ended_at.is_none()
    }

    /// The session after this call was accepted.
    fn called(&self, turn: &Turn<'_>) -> Session {
        let session = (*self.session).clone();
        if self.lives() { session.called(turn.at, &turn.deployment.policy) } else { session }
    }

    /// Keeps the session with this action, as one that has just had an accepted call.
    pub(super) fn keep(&self, turn: &mut Turn<'_>, action: Action) {
        // A case that this very call opened stays marked.
        let row = turn.get::<Session>(&self.session.operation_id);
        let has_case = row.is_ok_and(|row| row.is_some_and(|row| row.has_case));
        let kept = Session { action, has_case, ..self.called(turn) };
        if kept != *self.session {
            turn.set.put(kept);
        }
    }

    /// An accepted call that changed nothing else.
    pub(super) fn touch(&self, turn: &mut Turn<'_>) {
        self.keep(turn, self.session.action);
    }

    /// The operation's case hears of it, if it has one: a session knows whether it ever had, so that the way of every
    /// cash-out is spared the look.
    pub(super) fn tell_case(
        &self,
        turn: &mut Turn<'_>,
        what: EvidenceKind,
        still_held: i64,
    ) -> Result<(), Missing> {
        if !self.session.has_case {
            return Ok(());
        }
        cases::hear(turn, self.session.operation_id, what, still_held)
    }

    /// The account of this wallet that `reference` names.
    pub(super) fn account(
        &self,
        turn: &Turn<'_>,
        reference: &Reference<AccountId>,
    ) -> Result<Option<Arc<AccountName>>, Missing> {
        let Some(account_id) = turn.account_id(reference)? else {
            return Ok(None);
        };
        let name = turn.get::<AccountName>(&account_id)?;
        let own = |name: &Arc<AccountName>| {
            name.key == AccountKey::wallet(self.wallet.wallet_id, name.key.currency)
                || planted!(ForeignAccount)
        };
        Ok(name.filter(own))
    }

    /// Lets a new request for money pass: the session lives and the place, the wallet and payouts are open.
    pub(super) fn permit_new_request(&self, turn: &Turn<'_>) -> Result<Arc<Pos>, Stop> {
        match self.session.end {
            SessionEnd::LoggedOut(_) | SessionEnd::Shut(_) => return Err(Refusal::SessionClosed.into()),
            SessionEnd::Expired(_) => return Err(Refusal::SessionExpired.into()),
            SessionEnd::Open if !self.lives() && !planted!(ExpiryIgnored) => {
                return Err(Refusal::SessionExpired.into());
            }
            SessionEnd::Open => {}
        }
        Ok(turn.get::<Pos>(&self.session.pos_id)?.ok_or(Refusal::PosNotOfKey)?)
    }

    /// Refuses while the POS or the wallet is disabled.
    pub(super) fn permit_place_and_wallet(&self, pos: &Pos) -> Result<(), Refusal> {
        if pos.disabled && !planted!(DisabledPosServed) {
            return Err(Refusal::PosDisabled);
        }
        if self.wallet.frozen && !planted!(FrozenServed) {
            return Err(Refusal::WalletDisabled);
        }
        Ok(())
    }

    /// Refuses a purpose the customer did not approve.
    pub(super) fn permit_purpose(&self, wanted: Purpose) -> Result<(), Refusal> {
        let is_approved = self.session.purpose == wanted || self.session.purpose == Purpose::Any;
        if is_approved || planted!(PurposeIgnored) { Ok(()) } else { Err(Refusal::PurposeNotApproved) }
    }

    /// Refuses a currency the POS does not serve or the key is not shown.
    pub(super) fn permit_currency(&self, pos: &Pos, currency: Currency) -> Result<(), Refusal> {
        let key_is_shown = self.key.currencies.is_empty() || self.key.currencies.contains(&currency);
        if pos.currencies.contains(&currency) && key_is_shown {
            Ok(())
        } else {
            Err(Refusal::CurrencyNotServed(currency))
        }
    }

    /// Whether the code was armed for this currency, or for none.
    pub(super) fn is_of_currency(&self, currency: Currency) -> bool {
        match self.session.approved {
            Approved::Exactly(sum) | Approved::UpTo(sum) => sum.currency() == currency,
            Approved::Any => true,
        }
    }

    /// Refuses more cash than an offline code may bring; nobody approved the sum, so the cap is small.
    pub(super) fn permit_offline_sum(
        &self,
        turn: &Turn<'_>,
        sum: i64,
        currency: Currency,
    ) -> Result<(), Refusal> {
        let cap = turn.deployment.policy.offline_cap(currency);
        if self.session.offline && sum > cap.minor() && !planted!(OfflineCapIgnored) {
            return Err(Refusal::LimitExceeded(Limit::OfflineCap(cap)));
        }
        Ok(())
    }

    /// The operation as the limits see it.
    pub(super) fn passing(&self, pos: &Pos, action: LimitedAction, sum: Money) -> Passing {
        Passing {
            action,
            wallet_id: self.wallet.wallet_id,
            pos_id: pos.pos_id,
            owner_id: pos.owner_id,
            currency: sum.currency(),
            amount: sum.minor(),
        }
    }

    /// Keeps what has passed the limits.
    pub(super) fn count(
        &self,
        turn: &mut Turn<'_>,
        counted: impl IntoIterator<Item = Usage>,
    ) -> Result<(), Missing> {
        #[cfg(feature = "planted")]
        if planted!(LimitNotCounted) {
            let live = turn.get::<crate::rows::WalletLive>(&self.wallet.wallet_id)?;
            if live.is_some_and(|live| live.sessions.len() > 1) {
                return Ok(());
            }
        }
        counted.into_iter().for_each(|usage| turn.set.put(usage));
        Ok(())
    }

    /// Refuses a sum the customer did not approve, and counts it: the last permitted time closes the session.
    pub(super) fn permit_sum(&self, turn: &mut Turn<'_>, sum: i64, currency: Currency) -> Result<(), Stop> {
        let is_approved = match self.session.approved {
            Approved::Exactly(approved) => approved.currency() == currency && approved.minor() == sum,
            Approved::UpTo(most) => most.currency() == currency && sum <= most.minor(),
            Approved::Any => true,
        };
        if is_approved || planted!(AnySum) {
            return Ok(());
        }
        Err(self.count_amount(turn))
    }

    /// Counts a sum that was not approved.
    pub(super) fn count_amount(&self, turn: &mut Turn<'_>) -> Stop {
        let amount_refusals = self.session.amount_refusals.saturating_add(1);
        let is_last = amount_refusals >= turn.deployment.policy.amount_refusals_max;
        let end = if is_last && !planted!(SixthSum) { SessionEnd::Shut(turn.at) } else { self.session.end };
        turn.set.put(Session { amount_refusals, end, ..(*self.session).clone() });
        Stop::Counted(Refusal::AmountNotApproved)
    }
}

/// The sum in minor units of `currency`, which is positive.
pub(super) fn exact_sum(sum: Decimal, currency: Currency) -> Result<i64, Refusal> {
    match sum.to_money(currency) {
        Ok(money) => Ok(money.minor()),
        Err(AmountError::NotPositive) => Err(Refusal::AmountNotPositive),
        Err(AmountError::TooLarge) => Err(Refusal::AmountTooLarge),
        Err(AmountError::TooPrecise { .. }) => Err(Refusal::AmountTooPrecise(currency)),
    }
}

/// Moves what a fact moves and keeps the withdrawal; how much is still held.
pub(super) fn apply(turn: &mut Turn<'_>, withdrawal: &Withdrawal, moves: Moves) -> Result<i64, Stop> {
    if moves == Moves::NONE {
        return Ok(withdrawal.held);
    }
    let pending = AccountKey::of_pos(AccountKind::CashPending, withdrawal.pos_id, withdrawal.currency);
    let pos = AccountKey::of_pos(AccountKind::Pos, withdrawal.pos_id, withdrawal.currency);
    let wallet = AccountKey::wallet(withdrawal.wallet_id, withdrawal.currency);
    let steps = [
        (pending, pos, moves.held_to_paid, Reason::WithdrawalPaid),
        (pending, wallet, moves.held_to_returned, Reason::WithdrawalReturned),
        (pos, wallet, moves.paid_to_returned.saturating_add(moves.given_back), Reason::PaidReturned),
    ];
    for (debit, credit, amount, reason) in steps {
        let operation_id = Some(withdrawal.operation_id);
        turn.post(Posting { debit, credit, amount, reason, operation_id })?;
    }
    let after = fees::settle(turn, withdrawal, lifecycle::after(withdrawal, moves))?;
    let hand_out = drawer::move_cash(turn, withdrawal, moves)?;
    let still_held = after.held;
    limits::correct_withdrawal(turn, withdrawal, &after)?;
    turn.set.put(Withdrawal { hand_out, ..after });
    Ok(still_held)
}

/// Closes a session: what is still held left the drawer. A fact: accepted also after the session's end.
pub(super) fn close(turn: &mut Turn<'_>, command: &CloseSession) -> Result<Done, Stop> {
    let entered = match enter(turn, &command.call) {
        Err(Stop::Refused(Refusal::KeyNotKnown)) => {
            let logged_out = EvidenceKind::LoggedOut;
            return cases::of_revoked_key(turn, &command.call, |_, _| Ok(Some(logged_out)));
        }
        entered => entered?,
    };
    turn.recall()?;
    if matches!(entered.session.end, SessionEnd::LoggedOut(_)) {
        return Ok(Done::before(Receipt::SessionClosed));
    }
    match entered.session.action {
        Action::None | Action::Barred => {}
        Action::Withdrawal(withdrawal_id) => {
            let withdrawal = turn.get::<Withdrawal>(&withdrawal_id)?.ok_or(Refusal::SessionNotFound)?;
            confirm_withdrawal(turn, &entered, &withdrawal)?;
        }
        Action::Deposit(deposit_id) => {
            let deposit = turn.get::<Deposit>(&deposit_id)?.ok_or(Refusal::SessionNotFound)?;
            confirm_deposit(turn, &deposit);
        }
    }
    let ended_at = entered.ended_at.unwrap_or(turn.at);
    leave(turn, &entered.session)?;
    turn.set.put(Session { end: SessionEnd::LoggedOut(ended_at), ..entered.called(turn) });
    Ok(turn.remember(Receipt::SessionClosed))
}

fn confirm_withdrawal(turn: &mut Turn<'_>, entered: &Entered, withdrawal: &Withdrawal) -> Result<(), Stop> {
    #[cfg(feature = "planted")]
    if planted!(LogoutPaysReversed) && withdrawal.returned > 0 {
        let Withdrawal { wallet_id, pos_id, currency, held, paid, returned, .. } = *withdrawal;
        turn.post(Posting {
            debit: AccountKey::wallet(wallet_id, currency),
            credit: AccountKey::of_pos(AccountKind::Pos, pos_id, currency),
            amount: returned,
            reason: Reason::WithdrawalPaid,
            operation_id: Some(withdrawal.operation_id),
        })?;
        let paid = paid.saturating_add(returned);
        turn.set.put(Withdrawal { held, paid, returned: 0, ..withdrawal.clone() });
        return Ok(());
    }
    let event = if planted!(LogoutForgets) { lifecycle::Event::Expiry } else { lifecycle::Event::Logout };
    let moves = lifecycle::on(withdrawal, entered.lives(), event)?;
    let still_held = apply(turn, withdrawal, moves)?;
    if moves.held_to_paid > 0 {
        turn.tell_of_withdrawal(&Happening {
            kind: EventKind::WithdrawalCompleted,
            withdrawal,
            subject: withdrawal.withdrawal_id.as_u128(),
            amount: moves.held_to_paid,
        });
    }
    Ok(entered.tell_case(turn, EvidenceKind::LoggedOut, still_held)?)
}

fn confirm_deposit(turn: &mut Turn<'_>, deposit: &Deposit) {
    let left = deposit.amount.saturating_sub(deposit.returned).saturating_sub(deposit.short);
    if left > 0 {
        let event = turn.event(EventKind::DepositCompleted);
        turn.tell(Event {
            wallet_id: Some(deposit.wallet_id),
            pos_id: Some(deposit.pos_id),
            operation_id: Some(deposit.operation_id),
            subject: deposit.deposit_id.as_u128(),
            amount: Some(Money::from_minor(left, deposit.currency)),
            ..event
        });
    }
}

/// A session's limits have passed. What is held stays held: no refund by a timer.
pub(super) fn expire(turn: &mut Turn<'_>, command: &Expire) -> Result<Done, Stop> {
    let Some(session) = turn.get::<Session>(&command.operation_id)? else {
        return Ok(Done::now(Receipt::Done));
    };
    let expires_at = session.expires_at;
    if session.end != SessionEnd::Open || turn.at < expires_at {
        return Ok(Done::now(Receipt::Done));
    }
    let mut is_settled = true;
    turn.set.put(Session { end: SessionEnd::Expired(expires_at), ..(*session).clone() });
    if let Action::Withdrawal(withdrawal_id) = session.action
        && let Some(withdrawal) = turn.get::<Withdrawal>(&withdrawal_id)?
        && WithdrawalState::of(&withdrawal, false) == WithdrawalState::Unconfirmed
    {
        if planted!(ExpiryRefunds) {
            apply(turn, &withdrawal, Moves { held_to_returned: withdrawal.held, ..Moves::NONE })?;
        }
        turn.tell_of_withdrawal(&Happening {
            kind: EventKind::WithdrawalUnconfirmed,
            withdrawal: &withdrawal,
            subject: withdrawal_id.as_u128(),
            amount: withdrawal.held,
        });
        let amount = Some(Money::from_minor(withdrawal.held, withdrawal.currency));
        if !planted!(CaseForgotten) {
            let matter = Matter { kind: CaseKind::Unconfirmed, amount };
            cases::open(turn, &session, matter, EvidenceKind::Expired)?;
        }
        is_settled = false;
    }
    if is_settled {
        leave(turn, &session)?;
    }
    Ok(Done::now(Receipt::Done))
}
