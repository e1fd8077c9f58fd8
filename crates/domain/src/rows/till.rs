//! Tills: drawers, the cashiers who answer for them, and the time a drawer is in one cashier's hands
//! (cash-lifecycle.md section 6). Counts are by denomination, sums are minor units of their currency. What should be
//! in a drawer is the balance of its account in the cash book and stands in no row here.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use super::Notes;
use crate::ids::{CashierId, KeyId, OperationId, PosId, TillId, TillSessionId};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// What a cashier may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum CashierRole {
    /// Open a till, move its cash, hand it over and close it.
    Cashier,
    /// The same, and close another's till, and explain what was missing.
    Supervisor,
}

impl CashierRole {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cashier => "cashier",
            Self::Supervisor => "supervisor",
        }
    }
}

/// A person at a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Cashier {
    /// Its id.
    pub cashier_id: CashierId,
    /// Where this person works.
    pub pos_id: PosId,
    /// What people call this person.
    pub name: String,
    /// What this person may do.
    pub role: CashierRole,
    /// The PIN's keyed hash, bound to the id.
    pub pin: KeyedHash,
    /// Wrong PINs since the last right one.
    pub wrong: u8,
    /// When too many wrong ones locked it, until a new PIN is set.
    pub locked_at: Option<Time>,
    /// Still works here.
    pub active: bool,
    /// When it was registered.
    pub created_at: Time,
}

/// The tills and cashiers of a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CashRoom {
    /// Whose.
    pub pos_id: PosId,
    /// Its tills, in the order they were registered.
    pub tills: Vec<TillId>,
    /// Its cashiers, in the order they were registered.
    pub cashiers: Vec<CashierId>,
}

/// A drawer.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Till {
    /// Its id.
    pub till_id: TillId,
    /// Where it stands.
    pub pos_id: PosId,
    /// What people call it.
    pub name: String,
    /// Whose hands it is in, while it is open.
    pub open: Option<TillSessionId>,
    /// When it was registered.
    pub created_at: Time,
    /// When it was taken out of service, if it was.
    pub retired_at: Option<Time>,
}

/// What was counted of one currency.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Counted {
    /// The currency.
    pub currency: Currency,
    /// The notes and coins; none: there are none.
    pub notes: Vec<Notes>,
}

/// One currency of a closed till.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TillLine {
    /// The currency.
    pub currency: Currency,
    /// What the cash book says was in it.
    pub expected: i64,
    /// What was counted.
    pub counted: i64,
}

/// From the opening count to the closing count: one drawer, one cashier, one access key. It has no time limit; only a
/// count ends it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TillSession {
    /// Its id.
    pub till_session_id: TillSessionId,
    /// The drawer.
    pub till_id: TillId,
    /// Where it stands.
    pub pos_id: PosId,
    /// The access key whose cash-outs it serves.
    pub key_id: KeyId,
    /// Who answers for it.
    pub cashier_id: CashierId,
    /// When it was opened.
    pub opened_at: Time,
    /// What was counted at opening.
    pub opened: Vec<Counted>,
    /// When it was closed, once it is.
    pub closed_at: Option<Time>,
    /// Who closed it; empty while it is open.
    pub closed_by: String,
    /// What was expected and counted at closing; empty while it is open.
    pub lines: Vec<TillLine>,
    /// The one that took the till over from the vault: itself, or the first of those that handed it over.
    pub first: TillSessionId,
}

/// A drawer's notes of one currency are told apart by drawer and currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct DrawerKey {
    /// The drawer.
    pub till_id: TillId,
    /// The currency.
    pub currency: Currency,
}

/// What is known of the notes in an open drawer. What it holds in all is its account's balance; what that is above
/// `promised` and `notes` together is there too, in notes that nobody told of.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Drawer {
    /// What it is found by.
    pub key: DrawerKey,
    /// The notes that are free, as far as they are known, the greatest first.
    pub notes: Vec<Notes>,
    /// Set aside for withdrawals that wait for their outcome.
    pub promised: i64,
    /// Of what is promised, what was set aside in the hands before these and was still there when they were given over.
    pub carried: i64,
    /// For which withdrawals it is promised, the oldest first; [`ASIDES_MAX`] at most, what is beyond them is in the
    /// sums alone.
    pub asides: Vec<Aside>,
}

/// Withdrawals that a drawer knows by name.
pub const ASIDES_MAX: usize = 32;

/// Cash of a drawer that is set aside for one withdrawal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Aside {
    /// Its operation.
    pub operation_id: OperationId,
    /// How much, minor units.
    pub amount: i64,
    /// Whether it was set aside in the hands before these.
    pub is_carried: bool,
}

/// Whether a difference waits for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum VarianceState {
    /// It is small enough to be left.
    Small,
    /// It waits for an explanation.
    Open,
    /// Somebody explained it.
    Explained,
}

impl VarianceState {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Open => "open",
            Self::Explained => "explained",
        }
    }
}

/// A closing count that differed is found by its till session and currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct VarianceKey {
    /// The till session.
    pub till_session_id: TillSessionId,
    /// The currency.
    pub currency: Currency,
}

/// A closing count that was not what the cash book said.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TillVariance {
    /// What it is found by.
    pub key: VarianceKey,
    /// The drawer.
    pub till_id: TillId,
    /// Where it stands.
    pub pos_id: PosId,
    /// Who answered for it.
    pub cashier_id: CashierId,
    /// What the cash book said, minor units.
    pub expected: i64,
    /// What was counted, minor units.
    pub counted: i64,
    /// Whether it waits for somebody.
    pub state: VarianceState,
    /// What it was put down to, the last word on it.
    pub explanation: String,
    /// Who said so.
    pub explained_by: String,
    /// When it was found.
    pub found_at: Time,
}

/// What the operator says of a currency's cash.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CashRules {
    /// The currency.
    pub currency: Currency,
    /// Its notes and coins, minor units each, the greatest first.
    pub denominations: Vec<i64>,
    /// A closing count that differs by more than this waits for an explanation, minor units.
    pub variance_alert: i64,
}
