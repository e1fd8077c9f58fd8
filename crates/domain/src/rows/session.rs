//! A session and the one operation in it.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Approved, Purpose, Quote};
use crate::ids::{CodeId, DepositId, KeyId, OperationId, PosId, WalletId, WithdrawalId};
use crate::policy::Policy;
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// The money action of a session; there is at most one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Action {
    /// None so far.
    None,
    /// A reversal came first: nothing may move any more.
    Barred,
    /// A withdrawal.
    Withdrawal(WithdrawalId),
    /// A deposit.
    Deposit(DepositId),
}

/// How a session ended, as far as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum SessionEnd {
    /// Not ended by anybody; its limits may have passed all the same.
    Open,
    /// By logout.
    LoggedOut(Time),
    /// By too many sums that were not approved.
    Shut(Time),
    /// By its limits, as the sweep found.
    Expired(Time),
}

/// From login to logout.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Session {
    /// The operation's id, which is also the session's.
    pub operation_id: OperationId,
    /// The token's keyed hash.
    pub token: KeyedHash,
    /// The key that logged in.
    pub key_id: KeyId,
    /// The POS it is at.
    pub pos_id: PosId,
    /// The customer's wallet.
    pub wallet_id: WalletId,
    /// The code that opened it.
    pub code_id: CodeId,
    /// What the code was armed for.
    pub purpose: Purpose,
    /// The sum the customer approved.
    pub approved: Approved,
    /// When it was opened.
    pub opened_at: Time,
    /// The last accepted call.
    pub last_call_at: Time,
    /// Its absolute limit, as the settings were at the login.
    pub closes_at: Time,
    /// When its limits end it: the earlier of the absolute limit and the idle one, as the settings were at the
    /// last accepted call. New settings lengthen no session that is over.
    pub expires_at: Time,
    /// How it ended.
    pub end: SessionEnd,
    /// How often a sum was asked for that was not approved.
    pub amount_refusals: u8,
    /// Its money action.
    pub action: Action,
    /// A code of the wallet's offline device opened it: smaller caps hold.
    pub offline: bool,
    /// What the customer was told a withdrawal costs.
    pub quote: Quote,
    /// The operation has, or had, a case that must hear of it.
    pub has_case: bool,
}

impl Session {
    /// A session that lives, after a call at `at` was accepted.
    #[must_use]
    pub fn called(self, at: Time, policy: &Policy) -> Self {
        let last_call_at = self.last_call_at.max(at);
        let idle = last_call_at.plus_s(i64::from(policy.session_idle_s));
        Self { last_call_at, expires_at: idle.min(self.closes_at), ..self }
    }

    /// When it ended, if by `now` it has: by word or by its limits.
    #[must_use]
    pub fn ended_at(&self, now: Time) -> Option<Time> {
        match self.end {
            SessionEnd::LoggedOut(at) | SessionEnd::Shut(at) | SessionEnd::Expired(at) => Some(at),
            SessionEnd::Open => (now >= self.expires_at).then_some(self.expires_at),
        }
    }
}
