//! Settlement: operator and POS owner square up, per owner and currency (cash-lifecycle.md section 4). A batch settles
//! the sum of its own entries, never a balance: what the operator put into a POS as float stays there. Sums are minor
//! units. Cut-off times are local and belong to a time zone; the instants they fall on are worked out elsewhere and come
//! in with the commands.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use super::AccountKey;
use crate::ids::{BatchId, OwnerId, PosId};
use crate::time::Time;

/// POS that one page of an owner's places names.
pub const PLACES_OF_PAGE: u32 = 32;

/// A page of the POS of one owner, in the order they were registered.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OwnerPlaces {
    /// Whose, and which page, from zero.
    pub key: (OwnerId, u32),
    /// The POS.
    pub pos: Vec<PosId>,
}

/// Owner and currency: what is settled together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct SettlementKey {
    /// The POS owner.
    pub owner_id: OwnerId,
    /// The currency.
    pub currency: Currency,
}

/// How an owner is settled in one currency, and where the next cut is.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Settlement {
    /// Whose, and in which currency.
    pub key: SettlementKey,
    /// The local time of the cut-off, minutes after midnight.
    pub cut_off_minute: u16,
    /// The time zone it is local to, by its IANA name.
    pub zone: String,
    /// How the owner's account is named to the bank.
    pub bank_reference: String,
    /// A batch of less than this is not paid; what it held goes into the next. Minor units.
    pub threshold: i64,
    /// Whether batches are cut at the cut-off; else by hand only.
    pub automatic: bool,
    /// The end of the running window; none: batches are cut by hand only.
    pub boundary: Option<Time>,
    /// The number of the batch under way, or else of the next one; from one, without a gap.
    pub number: u64,
    /// The batch under way, if one is.
    pub under_way: Option<BatchId>,
    /// Failed batches whose lines are still being posted back.
    pub taking_back: Vec<BatchId>,
}

/// How an account stood at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Mark {
    /// Credits − debits.
    pub balance: i64,
    /// Of that, what no batch may settle: float that the operator brought or took.
    pub float: i64,
    /// Entries so far.
    pub entries: u64,
    /// The number of the transfer of the last of them; zero before the first.
    pub last_transfer: u64,
}

/// What settlement knows of a POS's position, or of an owner's commission.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SettleWindow {
    /// The account.
    pub account: AccountKey,
    /// The sum of those of its entries that no batch settles.
    pub float: i64,
    /// The number of the last batch that has looked at it.
    pub taken: u64,
    /// How it stood at the cut-off, while entries have come since and the cut has not.
    pub mark: Option<Mark>,
    /// How it stood where its last line ended.
    pub opening: Mark,
}

impl SettleWindow {
    /// Of an account nothing has moved in.
    #[must_use]
    pub const fn new(account: AccountKey) -> Self {
        let opening = Mark { balance: 0, float: 0, entries: 0, last_transfer: 0 };
        Self { account, float: 0, taken: 0, mark: None, opening }
    }
}

/// What a batch waits for, or what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum BatchState {
    /// Its lines are being taken from the owner's POS.
    Taking,
    /// Its lines are being posted.
    Posting,
    /// It waits for the bank.
    Due,
    /// The bank confirmed it.
    Confirmed,
    /// The bank failed it: its lines are being posted back.
    TakingBack,
    /// The bank failed it; what it held goes into the next.
    Failed,
    /// It came to less than the threshold; what it held goes into the next.
    Carried,
}

impl BatchState {
    /// Its name in tables and texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Taking => "taking",
            Self::Posting => "posting",
            Self::Due => "due",
            Self::Confirmed => "confirmed",
            Self::TakingBack => "taking_back",
            Self::Failed => "failed",
            Self::Carried => "carried",
        }
    }

    /// Whether it goes on by itself, without waiting for anybody.
    #[must_use]
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::Taking | Self::Posting | Self::TakingBack)
    }
}

/// What is settled between operator and owner at one cut-off.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SettleBatch {
    /// Its id.
    pub batch_id: BatchId,
    /// Whose, and in which currency.
    pub key: SettlementKey,
    /// Its number among those of its owner and currency, from one without a gap.
    pub number: u64,
    /// What it waits for.
    pub state: BatchState,
    /// Entries posted before this instant are in it, unless an earlier batch had them.
    pub cut_off: Time,
    /// The end of the window after it; none: cut by hand.
    pub next_cut_off: Option<Time>,
    /// The least that is paid, minor units.
    pub threshold: i64,
    /// How the owner's account is named to the bank.
    pub bank_reference: String,
    /// The sum of its lines: plus, the operator pays the owner; minus, the owner pays.
    pub amount: i64,
    /// Of that, what stands in `settlement_due` now.
    pub due: i64,
    /// Its lines.
    pub lines: u32,
    /// How far the running step has come: pages of POS, or lines.
    pub done: u32,
    /// When it was begun.
    pub made_at: Time,
    /// When the bank last spoke, or when it was found to come to nothing.
    pub ended_at: Option<Time>,
    /// What the bank called the payment, or why it failed.
    pub word: Option<String>,
}

/// A line's place in its batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct SettleLineKey {
    /// The batch.
    pub batch_id: BatchId,
    /// From one.
    pub line: u32,
}

/// What a batch takes from one account. It never changes: corrections go into the next batch.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SettleLine {
    /// Its place.
    pub key: SettleLineKey,
    /// The POS's position, or the owner's commission.
    pub account: AccountKey,
    /// The sum settled; never zero.
    pub amount: i64,
    /// How the account stood where its line before this one ended.
    pub opening: Mark,
    /// How it stood at the cut-off: `closing.balance − closing.float` is the amount.
    pub closing: Mark,
}
