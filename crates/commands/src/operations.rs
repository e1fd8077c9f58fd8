//! What a POS may ask of its operations: what became of one, and which are open. Strong reads. Sums are minor
//! units.

use std::sync::Arc;

use specie_domain::ids::OperationId;
use specie_domain::lifecycle::WithdrawalState;
use specie_domain::rows::{
    AccountKey, AccountKind, Action, Approved, Deposit, Notes, Pos, Profile, Purpose, Reason, Session,
    Withdrawal,
};
use specie_domain::{Refusal, Row, Time};
use specie_money::Currency;
use specie_store::OpenOperations;

use crate::calls::Commands;
use crate::failure::Failure;
use crate::history::{Position, Way};
use crate::secrets::{AccessKey, SessionToken};

/// What a cashier shall do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instruction {
    /// No money action yet.
    Withdraw,
    /// Count and hand over the sum held.
    HandOut,
    /// It was handed over.
    AlreadyPaid,
    /// The money went back to the wallet.
    DoNotHandOut,
    /// Nobody knows: ask the operator.
    CallOperator,
    /// A deposit stands.
    TakeCash,
}

/// The state of a POS's operation. Sums are minor units of `currency`.
#[derive(Debug, Clone)]
pub struct OperationView {
    /// The operation.
    pub operation_id: OperationId,
    /// Its state's name on the wire.
    pub state: &'static str,
    /// Its currency, once there is a money action.
    pub currency: Option<Currency>,
    /// The sum asked for.
    pub amount: i64,
    /// Set aside.
    pub held: i64,
    /// Handed out (or, of a deposit, taken in).
    pub paid: i64,
    /// Back where it came from.
    pub returned: i64,
    /// What to do now.
    pub instruction: Instruction,
    /// The notes to hand out, or that left, as far as they are known.
    pub hand_out: Vec<Notes>,
    /// When the session's limits end it, if it lives.
    pub session_expires_at: Option<Time>,
    /// What the customer approved: what for, and how much.
    pub armed: (Purpose, Approved),
    /// The word that the customer's phone shows as well.
    pub check_word: &'static str,
    /// The fee on top of a withdrawal's sum.
    pub fee: Option<i64>,
    /// The money action's id.
    pub transaction_id: Option<String>,
    /// When the session was opened.
    pub opened_at: Time,
}

/// Withdrawals and deposits of a POS, newest first.
#[derive(Debug, Clone)]
pub struct TodayView {
    /// What became of them.
    pub operations: Vec<OperationView>,
    /// Where the next page begins, unless this is the last.
    pub next: Option<Position>,
}

/// Operations of a POS's key that wait for something, the oldest first.
#[derive(Debug, Clone)]
pub struct OpenOperationsView {
    /// The operations.
    pub operations: Vec<OperationView>,
    /// After which one the next page begins, unless this is the last.
    pub next: Option<OperationId>,
}

impl Commands {
    /// `GET /api/v1/pos/operations/{operation_id}`, with the POS's key and the session's token.
    ///
    /// # Errors
    /// The key is not known; token, key and operation do not belong together; the store's failures.
    pub async fn operation(
        &self,
        access_key: &AccessKey,
        token: &SessionToken,
        operation_id: OperationId,
    ) -> Result<OperationView, Failure> {
        let key = self.pos_key(access_key).await?.ok_or(Refusal::KeyNotKnown)?;
        let session = match self.row::<Session>(operation_id).await? {
            Some(Row::Session(session)) => session,
            _ => return Err(Refusal::SessionNotFound.into()),
        };
        let policy = self.policy().await?;
        let ended_at = session.ended_at(self.now());
        let token_is_kept =
            ended_at.is_none_or(|ended| self.now() < ended.plus_s(i64::from(policy.late_fact_s)));
        let belongs = session.key_id == key.key_id && session.token.matches(&self.vault.token(token));
        if !belongs || !token_is_kept {
            return Err(Refusal::SessionNotFound.into());
        }
        self.session_view(&session).await
    }

    /// What a session's operation is now.
    pub(crate) async fn session_view(&self, session: &Session) -> Result<OperationView, Failure> {
        let lives = session.ended_at(self.now()).is_none();
        let expires_at = lives.then_some(session.expires_at);
        self.operation_view(session, lives, expires_at).await
    }

    /// `GET /api/v1/pos/operations?state=open`, with the POS's key: the key's open operations after `after`, of
    /// at most `operations_max` looked at. A key of the plain profile proves its session as well, with the
    /// token, and is told of that one alone.
    ///
    /// # Errors
    /// The key is not known; it is plain and no token was sent; the store's failures.
    pub async fn open_operations(
        &self,
        access_key: &AccessKey,
        token: Option<&SessionToken>,
        after: Option<OperationId>,
        operations_max: usize,
    ) -> Result<OpenOperationsView, Failure> {
        let key = self.pos_key(access_key).await?.ok_or(Refusal::KeyNotKnown)?;
        if key.profile == Profile::Plain && token.is_none() {
            return Err(Refusal::SessionNotFound.into());
        }
        let token = token.map(|token| self.vault.token(token));
        let asked = OpenOperations { key_id: key.key_id, owner_id: key.owner_id, token, after };
        let found = self.store.open_operations(asked, operations_max).await.map_err(|why| {
            tracing::error!(%why, "open operations were not read");
            Failure::NotApplied
        })?;
        let next = found.last().copied().filter(|_| found.len() >= operations_max);
        let late_fact_s = i64::from(self.policy().await?.late_fact_s);
        let mut operations = Vec::with_capacity(found.len());
        for session in self.rows::<Session>(found).await?.into_iter().flatten() {
            let Row::Session(session) = session else { continue };
            let (now, ended_at) = (self.now(), session.ended_at(self.now()));
            let token_is_kept = ended_at.is_none_or(|ended| now < ended.plus_s(late_fact_s));
            let view = self.session_view(&session).await?;
            if (ended_at.is_none() || view.held > 0) && (token.is_none() || token_is_kept) {
                operations.push(view);
            }
        }
        Ok(OpenOperationsView { operations, next })
    }

    /// `GET /api/v1/pos/today`: withdrawals and deposits of the key's POS made since `since`. A key of the plain profile
    /// proves nothing: it is told of what is over, and with a session's token of that session, too.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn today(
        &self,
        (access_key, token): (&AccessKey, Option<&SessionToken>),
        since: Time,
        past: Option<Position>,
        operations_max: usize,
    ) -> Result<TodayView, Failure> {
        let pos = self.pos_of_key(access_key).await?;
        let key = self.pos_key(access_key).await?.ok_or(Refusal::KeyNotKnown)?;
        let token = token.map(|token| self.vault.token(token));
        let kinds = [AccountKind::CashPending, AccountKind::Pos];
        let of = |currency| kinds.map(|kind| AccountKey::of_pos(kind, pos.pos_id, currency));
        let accounts = pos.currencies.iter().copied().flat_map(of).collect();
        let way = Way {
            is_past: |line: &specie_store::EntryLine| line.made_at < since,
            is_wanted: |reason| matches!(reason, Reason::WithdrawalHeld | Reason::Deposited),
        };
        let found = self.operations_along(accounts, past, operations_max, way).await?;
        let mut operations = Vec::with_capacity(found.0.len());
        for session in self.rows::<Session>(found.0).await?.into_iter().flatten() {
            let Row::Session(session) = session else { continue };
            let view = self.session_view(&session).await?;
            let is_over = view.session_expires_at.is_none() && view.held == 0;
            let is_its_own = token.as_ref().is_some_and(|token| session.token.matches(token));
            if is_over || is_its_own || key.profile != Profile::Plain {
                operations.push(view);
            }
        }
        Ok(TodayView { operations, next: found.1 })
    }

    /// The POS that an access key belongs to.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn pos_of_key(&self, access_key: &AccessKey) -> Result<Arc<Pos>, Failure> {
        let key = self.pos_key(access_key).await?.ok_or(Refusal::KeyNotKnown)?;
        let pos_id = key.pos.first().copied().ok_or(Refusal::KeyNotKnown)?;
        match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => Ok(pos),
            _ => Err(Refusal::KeyNotKnown.into()),
        }
    }

    async fn operation_view(
        &self,
        session: &Session,
        lives: bool,
        session_expires_at: Option<Time>,
    ) -> Result<OperationView, Failure> {
        let mut view = OperationView {
            operation_id: session.operation_id,
            state: if lives { "open" } else { "closed" },
            currency: None,
            amount: 0,
            held: 0,
            paid: 0,
            returned: 0,
            instruction: if lives { Instruction::Withdraw } else { Instruction::DoNotHandOut },
            hand_out: Vec::new(),
            session_expires_at,
            armed: (session.purpose, session.approved),
            check_word: self.check_word(session.operation_id),
            fee: None,
            transaction_id: None,
            opened_at: session.opened_at,
        };
        match session.action {
            Action::None => {}
            Action::Barred => {
                view.state = "reversed";
                view.instruction = Instruction::DoNotHandOut;
            }
            Action::Withdrawal(id) => {
                if let Some(Row::Withdrawal(row)) = self.row::<Withdrawal>(id).await? {
                    show_withdrawal(&mut view, &row, lives);
                }
            }
            Action::Deposit(id) => {
                if let Some(Row::Deposit(row)) = self.row::<Deposit>(id).await? {
                    show_deposit(&mut view, &row);
                }
            }
        }
        Ok(view)
    }
}

fn show_withdrawal(view: &mut OperationView, row: &Withdrawal, lives: bool) {
    let state = WithdrawalState::of(row, lives);
    view.state = state.name();
    view.currency = Some(row.currency);
    view.amount = row.amount;
    view.held = row.held;
    view.paid = row.paid;
    view.returned = row.returned;
    view.hand_out.clone_from(&row.hand_out);
    view.fee = Some(row.fee);
    view.transaction_id = Some(row.withdrawal_id.to_string());
    view.instruction = match state {
        WithdrawalState::Pending => Instruction::HandOut,
        WithdrawalState::Unconfirmed => Instruction::CallOperator,
        WithdrawalState::Completed | WithdrawalState::PartiallyReversed | WithdrawalState::PaidLate => {
            Instruction::AlreadyPaid
        }
        WithdrawalState::Reversed => Instruction::DoNotHandOut,
    };
}

fn show_deposit(view: &mut OperationView, row: &Deposit) {
    let is_reversed = row.returned.saturating_add(row.short) >= row.amount;
    view.state = if is_reversed { "reversed" } else { "deposited" };
    view.currency = Some(row.currency);
    view.amount = row.amount;
    view.paid = row.amount.saturating_sub(row.returned);
    view.returned = row.returned;
    view.transaction_id = Some(row.deposit_id.to_string());
    view.instruction = if is_reversed { Instruction::DoNotHandOut } else { Instruction::TakeCash };
}
