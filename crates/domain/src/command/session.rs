//! What a POS asks and tells in a session, and the end of one.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Decimal};

use crate::ids::{AccountId, OperationId, PosId, Reference, WithdrawalId};
use crate::rows::{Notes, PrintMedium, Told};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// Open a session with a code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenSession {
    /// The access key's keyed hash.
    pub key: KeyedHash,
    /// The POS.
    pub pos: Reference<PosId>,
    /// The phone number's keyed hash.
    pub phone: KeyedHash,
    /// MAC of phone and digits.
    pub mac: KeyedHash,
    /// Keyed hash of the token the session shall have.
    pub token: KeyedHash,
}

/// What every call in a session carries.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SessionCall {
    /// The access key's keyed hash.
    pub key: KeyedHash,
    /// The token's keyed hash.
    pub token: KeyedHash,
    /// The operation.
    pub operation_id: OperationId,
    /// The phone number's keyed hash, if it was sent.
    pub phone: Option<KeyedHash>,
}

/// Withdraw cash.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Withdraw {
    /// The session.
    pub call: SessionCall,
    /// The account to take it from.
    pub account: Reference<AccountId>,
    /// How much, in the account's currency.
    pub sum: Decimal,
}

/// Deposit cash.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DepositCash {
    /// The session.
    pub call: SessionCall,
    /// How much.
    pub sum: Decimal,
    /// In which currency.
    pub currency: Currency,
    /// What the POS says of it, sealed under the wallet's key; empty when it said nothing.
    pub sealed_metadata: Vec<u8>,
}

/// Deposit cash that somebody else brought than the wallet's customer.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DepositFor {
    /// The deposit.
    pub deposit: DepositCash,
    /// Who brought the cash, sealed under the wallet's key.
    pub sealed_depositor: Vec<u8>,
}

/// Reverse the session's money action, in whole or in part.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Reverse {
    /// The session.
    pub call: SessionCall,
    /// The account of the money action.
    pub account: Reference<AccountId>,
    /// How much.
    pub sum: Decimal,
    /// The money action, if it was named.
    pub transaction: Option<TransactionName>,
}

/// A `transaction_id` as sent: one of ours, or a text that cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum TransactionName {
    /// Has the shape of our ids.
    Id(WithdrawalId),
    /// Has not.
    Foreign,
}

/// Close a session.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CloseSession {
    /// The session.
    pub call: SessionCall,
}

/// A session's limits have passed.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Expire {
    /// The session.
    pub operation_id: OperationId,
}

/// A signed request that asks for nothing that changes.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Knock {
    /// The access key's keyed hash.
    pub key: KeyedHash,
}

/// A POS says what became of an operation's cash.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TellOutcome {
    /// The session.
    pub call: SessionCall,
    /// What it says.
    pub told: Told,
    /// The notes it counted; none when it did not say.
    pub notes: Vec<Notes>,
}

/// A POS says that it printed a receipt of an operation.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TellPrint {
    /// The session.
    pub call: SessionCall,
    /// How.
    pub medium: PrintMedium,
    /// When, by its own word.
    pub printed_at: Time,
}
