//! Withdrawals, deposits and their reversals.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use super::Notes;
use crate::ids::{
    AccountId, DepositId, OperationId, OwnerId, PosId, ReversalId, TariffId, TillSessionId, WalletId,
    WithdrawalId,
};
use crate::time::Time;

/// A withdrawal. Sums are minor units of `currency`; always amount = held + paid + returned.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Withdrawal {
    /// Its id, on the wire `transaction_id`.
    pub withdrawal_id: WithdrawalId,
    /// The session it was made in.
    pub operation_id: OperationId,
    /// The customer's wallet.
    pub wallet_id: WalletId,
    /// The account it was taken from.
    pub account_id: AccountId,
    /// The POS that hands out the cash.
    pub pos_id: PosId,
    /// The POS's owner at that time.
    pub owner_id: OwnerId,
    /// Currency of all its sums.
    pub currency: Currency,
    /// Cash asked for.
    pub amount: i64,
    /// Taken from the wallet, and it is not known whether the cash left the drawer.
    pub held: i64,
    /// The cash left the drawer.
    pub paid: i64,
    /// Back in the wallet.
    pub returned: i64,
    /// Of what was returned, how much turned out to have left the drawer after all.
    pub paid_late: i64,
    /// The fee that was quoted, on top of the cash.
    pub fee: i64,
    /// Of the fee, what still waits for the outcome: all of it while something is held, then nothing.
    pub fee_held: i64,
    /// When the money was set aside.
    pub made_at: Time,
    /// The version of the tariff it is reckoned by, if one was in force.
    pub tariff_id: Option<TariffId>,
    /// What the wallet had withdrawn that day before it, where the tariff asks.
    pub fee_from: i64,
    /// The fee of what was paid, levy included.
    pub fee_kept: i64,
    /// Of the fee kept, the levy.
    pub tax_kept: i64,
    /// What it added to the POS owner's commission; below zero when a return took more back than it had brought.
    pub commission: i64,
    /// Nobody said that the cash had left: by its POS's setting it was taken to have.
    pub assumed: bool,
    /// The number of the change of limits under which it was counted.
    pub limits_version: u32,
    /// The till it is paid from; none at a POS that runs none.
    pub till_session_id: Option<TillSessionId>,
    /// The notes set aside for it, and then those that left, as far as they are known.
    pub hand_out: Vec<Notes>,
    /// Of what was returned, the cash that had left and did not come back: a law gave the money back.
    pub cash_out: i64,
}

/// A deposit. Sums are minor units of `currency`.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Deposit {
    /// Its id, on the wire `transaction_id`.
    pub deposit_id: DepositId,
    /// The session it was made in.
    pub operation_id: OperationId,
    /// The customer's wallet.
    pub wallet_id: WalletId,
    /// The account it went to.
    pub account_id: AccountId,
    /// The POS that took the cash.
    pub pos_id: PosId,
    /// Currency of all its sums.
    pub currency: Currency,
    /// Cash taken in.
    pub amount: i64,
    /// Given back to the POS by reversals.
    pub returned: i64,
    /// Reversed by the POS while the wallet no longer had it: for the operator to settle.
    pub short: i64,
    /// What the POS said of it, sealed under the wallet's key; empty when it said nothing.
    pub sealed_metadata: Vec<u8>,
    /// When it was made.
    pub made_at: Time,
    /// The POS's owner at that time.
    pub owner_id: OwnerId,
    /// The number of the change of limits under which it was counted.
    pub limits_version: u32,
    /// The till that took the cash; none at a POS that runs none.
    pub till_session_id: Option<TillSessionId>,
    /// Who brought the cash, sealed under the wallet's key; empty when it was not said to be somebody else.
    pub sealed_depositor: Vec<u8>,
}

/// Reversals of one operation are told apart by account and sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct ReversalKey {
    /// The session.
    pub operation_id: OperationId,
    /// The account named.
    pub account_id: AccountId,
    /// The sum asked back, minor units.
    pub amount: i64,
}

/// The first reversal of a sum in an operation.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Reversal {
    /// What it is found by.
    pub key: ReversalKey,
    /// Its id, on the wire `transaction_id`.
    pub reversal_id: ReversalId,
    /// When it was made.
    pub made_at: Time,
}
