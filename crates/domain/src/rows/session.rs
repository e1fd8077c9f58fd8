//! A session and the one operation in it.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Approved, Purpose};
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
    /// How it ended.
    pub end: SessionEnd,
    /// How often a sum was asked for that was not approved.
    pub amount_refusals: u8,
    /// Its money action.
    pub action: Action,
}

impl Session {
    /// When its limits end it: the earlier of the idle and the absolute one.
    #[must_use]
    pub fn expires_at(&self, policy: &Policy) -> Time {
        let idle = self.last_call_at.plus_s(i64::from(policy.session_idle_s));
        let absolute = self.opened_at.plus_s(i64::from(policy.session_absolute_s));
        idle.min(absolute)
    }

    /// When it ended, if by `now` it has: by word or by its limits.
    #[must_use]
    pub fn ended_at(&self, now: Time, policy: &Policy) -> Option<Time> {
        match self.end {
            SessionEnd::LoggedOut(at) | SessionEnd::Shut(at) | SessionEnd::Expired(at) => Some(at),
            SessionEnd::Open => {
                let expires_at = self.expires_at(policy);
                (now >= expires_at).then_some(expires_at)
            }
        }
    }
}
