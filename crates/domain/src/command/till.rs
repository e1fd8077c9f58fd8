//! What may be asked of tills, their cashiers and their cash. A PIN comes as its keyed hash, bound to its cashier.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use super::Actor;
use crate::ids::{CashierId, PosId, Reference, TillId, TillSessionId};
use crate::rows::{CashierRole, Counted, Notes};
use crate::secret_hash::KeyedHash;

/// A POS shall keep its cash in tills, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RunTills {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// Whether it shall.
    pub runs_tills: bool,
}

/// Register a drawer.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AddTill {
    /// Who asks.
    pub actor: Actor,
    /// Where it stands.
    pub pos: Reference<PosId>,
    /// What people call it.
    pub name: String,
}

/// Take a drawer out of service for good.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RetireTill {
    /// Who asks.
    pub actor: Actor,
    /// The drawer.
    pub till_id: TillId,
}

/// Register a cashier.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AddCashier {
    /// Who asks.
    pub actor: Actor,
    /// The id (made before, because the PIN's hash is bound to it).
    pub cashier_id: CashierId,
    /// Where this person works.
    pub pos: Reference<PosId>,
    /// What people call this person.
    pub name: String,
    /// What this person may do.
    pub role: CashierRole,
    /// The PIN's keyed hash.
    pub pin: KeyedHash,
}

/// Change a cashier.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ChangeCashier {
    /// Who asks.
    pub actor: Actor,
    /// The cashier.
    pub cashier_id: CashierId,
    /// The keyed hash of a new PIN, which also unlocks, if there is one.
    pub pin: Option<KeyedHash>,
    /// Whether this person works here, if that changes.
    pub active: Option<bool>,
}

/// Say which notes and coins a currency has, and how much a count may differ.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetCashRules {
    /// Who asks.
    pub actor: Actor,
    /// The currency.
    pub currency: Currency,
    /// Its notes and coins, minor units each.
    pub denominations: Vec<i64>,
    /// A closing count that differs by more than this waits for an explanation, minor units.
    pub variance_alert: i64,
}

/// A cashier's word: who it is, and the PIN's keyed hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Sign {
    /// Who.
    pub cashier_id: CashierId,
    /// The PIN's keyed hash.
    pub pin: KeyedHash,
}

/// Open a till with what is counted in it. The access key that opens it is the one it serves.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenTill {
    /// The access key's keyed hash.
    pub key: KeyedHash,
    /// The drawer.
    pub till_id: TillId,
    /// Who will answer for it.
    pub sign: Sign,
    /// What is in it.
    pub counts: Vec<Counted>,
}

/// Where cash that is moved comes from or goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum OtherSide {
    /// The POS's vault gives it.
    FromVault,
    /// The POS's vault takes it.
    ToVault,
    /// Another open till takes it, whose cashier says so too.
    ToTill(TillId, Sign),
}

/// Move cash between an open till and the vault, or into another till.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct MoveCash {
    /// The access key's keyed hash.
    pub key: KeyedHash,
    /// The till.
    pub till_id: TillId,
    /// Who answers for it.
    pub sign: Sign,
    /// The other side.
    pub other: OtherSide,
    /// The currency.
    pub currency: Currency,
    /// The notes and coins that are moved.
    pub notes: Vec<Notes>,
}

/// Hand an open till over to another cashier: the one's count closes, the same count opens.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct HandOverTill {
    /// The access key's keyed hash.
    pub key: KeyedHash,
    /// The till.
    pub till_id: TillId,
    /// Who answers for it so far.
    pub giver: Sign,
    /// Who will.
    pub taker: Sign,
    /// What both counted.
    pub counts: Vec<Counted>,
}

/// Who acts on a till.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum By {
    /// A cashier at a POS: the access key's keyed hash, and who.
    Cashier(KeyedHash, Sign),
    /// Somebody of the operator.
    Operator(Actor),
}

/// Close a till with what is counted in it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CloseTill {
    /// Who closes it.
    pub by: By,
    /// The till.
    pub till_id: TillId,
    /// What was counted.
    pub counts: Vec<Counted>,
}

/// Say why a closing count differed.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ExplainVariance {
    /// Who says so.
    pub by: By,
    /// The till session that was closed.
    pub till_session_id: TillSessionId,
    /// The currency that differed.
    pub currency: Currency,
    /// What it is put down to.
    pub explanation: String,
}

/// What became of a vault's cash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum VaultEvent {
    /// This much was brought.
    Delivered,
    /// This much was taken away.
    Collected,
    /// This much was counted in it.
    Counted,
}

/// Cash is brought to a POS's vault, taken from it, or counted in it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct VaultCash {
    /// Who says so.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// What became of it.
    pub event: VaultEvent,
    /// How much.
    pub amount: Money,
}
