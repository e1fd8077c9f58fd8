//! Wallets, the directories that lead to them, and the deployment's own row.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use super::{AccountKey, Limits, Safeguards, StaffTimes};
use crate::ids::{AccountId, CodeId, OpaqueId, OperationId, WalletId};
use crate::policy::Policy;
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// The one row of the deployment.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Deployment {
    /// What the operator has set.
    pub policy: Policy,
    /// Why payouts are stopped, while they are.
    pub payouts_stopped: Option<String>,
    /// How much may pass.
    pub limits: Limits,
    /// Whether any POS owner is settled: only then postings to a POS look for a cut-off.
    pub settles: bool,
    /// What no person alone may do; none in what an older program kept.
    pub safeguards: Option<Safeguards>,
    /// How long sessions of people live.
    pub staff_times: StaffTimes,
}

/// A customer's wallet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Wallet {
    /// Its id; the bucket in it is the bucket of all that belongs to it.
    pub wallet_id: WalletId,
    /// The phone number's keyed hash, for look-up.
    pub phone: KeyedHash,
    /// The phone number, sealed under the wallet's own key.
    pub sealed_phone: Vec<u8>,
    /// Frozen by the operator or the customer: no new codes, logins or money requests.
    pub frozen: bool,
    /// Its accounts, in the order they were opened; one a currency.
    pub accounts: Vec<(Currency, AccountId)>,
    /// When it was opened.
    pub opened_at: Time,
    /// When its customer's data were erased; then it is frozen for ever.
    pub erased_at: Option<Time>,
    /// How well the operator knows its customer; zero: not at all. What each tier means is the operator's.
    pub kyc_tier: u8,
    /// Until when it pays out nothing, because a new device came.
    pub rests_until: Option<Time>,
}

/// What of a wallet lives for minutes only. Apart from the wallet, because each arming, login and logout changes it.
/// An empty one is no row at all ([`Row::is_nothing`](crate::Row::is_nothing)): the few that are kept share few pages.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct WalletLive {
    /// Whose.
    pub wallet_id: WalletId,
    /// Codes that may still be recognised, oldest first; the last one may be armed.
    pub codes: Vec<CodeId>,
    /// Sessions that may still be open, or are over while nobody has said what became of their cash.
    pub sessions: Vec<OperationId>,
    /// Cases of the wallet that wait for somebody.
    pub open_cases: u32,
}

/// From a phone number's keyed hash to the wallet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Phone {
    /// The keyed hash.
    pub phone: KeyedHash,
    /// Whose it is.
    pub wallet_id: WalletId,
}

/// From an account's id to the account, and how it is shown.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AccountName {
    /// The id.
    pub account_id: AccountId,
    /// The account in the ledger.
    pub key: AccountKey,
    /// The id an import brought, as it was written.
    pub shown_id: Option<String>,
    /// The name shown for it; without one, the currency's code.
    pub alias: Option<String>,
}

/// What an imported id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum AliasKind {
    /// An account of a wallet.
    Account,
    /// A POS.
    Pos,
}

/// An imported id within its kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct AliasKey {
    /// The kind of thing it names.
    pub kind: AliasKind,
    /// The text, in lower case.
    pub text: OpaqueId,
}

/// From an imported id to our own.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Alias {
    /// The imported id.
    pub key: AliasKey,
    /// The number of our own id of that kind.
    pub target: u128,
}
