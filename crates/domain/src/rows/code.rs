//! Armed one-time codes (cash-lifecycle.md section 5).

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Money;

use super::{Channel, Quote};
use crate::ids::{CodeId, OperationId, PosId, WalletId};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// What a code was armed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Purpose {
    /// To take cash out.
    Withdraw,
    /// To put cash in.
    Deposit,
    /// Either.
    Any,
}

/// The sum the customer approved, cash in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Approved {
    /// This sum and no other.
    Exactly(Money),
    /// Up to this sum.
    UpTo(Money),
    /// Any sum (open codes and deposits).
    Any,
}

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum CodeState {
    /// Waiting for its login.
    Armed,
    /// It opened this session.
    Used(OperationId),
    /// The customer cancelled it, or armed another.
    Cancelled,
}

/// An armed one-time code. Its digits are known to nobody but the customer.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Code {
    /// Its id.
    pub code_id: CodeId,
    /// Whose it is.
    pub wallet_id: WalletId,
    /// MAC of phone and digits.
    pub mac: KeyedHash,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it is good; nowhere named: at every POS (an open code).
    pub pos_id: Option<PosId>,
    /// The sum approved.
    pub approved: Approved,
    /// When the customer asked.
    pub armed_at: Time,
    /// The first instant it is good.
    pub valid_from: Time,
    /// The first instant it is dead.
    pub expires_at: Time,
    /// What became of it.
    pub state: CodeState,
    /// It was not armed: the wallet's offline device made it.
    pub offline: bool,
    /// Over what way it was asked for.
    pub channel: Channel,
    /// What the customer was told it costs.
    pub quote: Quote,
}

impl Code {
    /// Whether it is tied to a POS and to a sum.
    #[must_use]
    pub const fn is_bound(&self) -> bool {
        let sum_is_bound = match self.approved {
            Approved::Exactly(_) | Approved::UpTo(_) => true,
            Approved::Any => matches!(self.purpose, Purpose::Deposit),
        };
        self.pos_id.is_some() && sum_is_bound
    }
}
