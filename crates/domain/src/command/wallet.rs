//! What may be asked of wallets, their accounts and their codes.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use super::Actor;
use crate::ids::{PosId, Reference, WalletId};
use crate::rows::{Approved, Purpose};
use crate::secret_hash::KeyedHash;

/// An account to open.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct NewAccount {
    /// Its currency.
    pub currency: Currency,
    /// The name shown for it, if not the currency's code.
    pub alias: Option<String>,
    /// An id an import brings, as it was written.
    pub shown_id: Option<String>,
}

/// Open a wallet with its first accounts.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet's id (made before, so that its personal key could be kept under it).
    pub wallet_id: WalletId,
    /// The phone number's keyed hash.
    pub phone: KeyedHash,
    /// The phone number, sealed under the wallet's own key.
    pub sealed_phone: Vec<u8>,
    /// Its first accounts.
    pub accounts: Vec<NewAccount>,
}

/// Open a further account of a wallet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenAccount {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// The account.
    pub account: NewAccount,
}

/// Money comes into a wallet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TopUp {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// How much; the account of its currency must be open.
    pub amount: Money,
}

/// Freeze a wallet, or undo it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FreezeWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// Whether it shall be frozen.
    pub frozen: bool,
}

/// The customer's app confirms the wallet: unbound codes are good again.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ConfirmWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
}

/// Arm a one-time code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ArmCode {
    /// Who asks.
    pub actor: Actor,
    /// Whose code.
    pub wallet_id: WalletId,
    /// MACs of two different candidates; the first that differs from the code before is taken.
    pub macs: [KeyedHash; 2],
    /// What it is for.
    pub purpose: Purpose,
    /// Where it shall be good; nowhere named: everywhere.
    pub pos: Option<Reference<PosId>>,
    /// The sum approved.
    pub approved: Approved,
}

/// Cancel the armed code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CancelCode {
    /// Who asks.
    pub actor: Actor,
    /// Whose code.
    pub wallet_id: WalletId,
}

/// A customer's personal data are to be forgotten: the wallet is closed to all requests, and its personal key
/// is destroyed once this is kept.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct EraseWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
}
