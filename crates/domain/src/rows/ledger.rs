//! The ledger: accounts, transfers, entries, and the events that the outbox delivers.
//! Balance = credits − debits, minor units. Source: cash-lifecycle.md section 1.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use crate::ids::{AccountId, OperationId, OwnerId, PosId, TillId, WalletId};
use crate::time::Time;

/// The two books; a transfer stays within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Book {
    /// What is owed to whom.
    Money,
    /// Where notes and coins are.
    Cash,
}

/// The kinds of account: those of the money book, then those of the cash book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
#[borsh(use_discriminant = true)]
#[repr(u8)]
pub enum AccountKind {
    /// What the operator owes the customer; one per wallet.
    Wallet = 1,
    /// Taken from wallets, outcome not yet known; one per POS.
    CashPending = 2,
    /// Fees of those withdrawals; one per POS.
    FeePending = 3,
    /// The POS's position: plus, the operator owes it; minus, it owes; one per POS.
    Pos = 4,
    /// Cut in a batch, not yet confirmed by the bank; one per POS owner.
    SettlementDue = 5,
    /// Earned by the POS owner.
    Commission = 6,
    /// Revenue of the operator.
    Fee = 7,
    /// Levies the operator owes.
    Tax = 8,
    /// Cost of commissions.
    CommissionCost = 9,
    /// The safeguarded money at the bank, negative by our sign.
    Funding = 10,
    /// Under investigation; one per POS.
    Suspense = 11,
    /// Written off.
    Loss = 12,
    /// In a drawer; one per till.
    Till = 13,
    /// In the vault; one per POS.
    Vault = 14,
    /// The counterpart of cash that entered or left the place, through customers or carriers; one per POS.
    TillSource = 15,
    /// What counts found missing (plus) or too much (minus); one per POS.
    TillVariance = 16,
}

impl AccountKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 16] = [
        Self::Wallet,
        Self::CashPending,
        Self::FeePending,
        Self::Pos,
        Self::SettlementDue,
        Self::Commission,
        Self::Fee,
        Self::Tax,
        Self::CommissionCost,
        Self::Funding,
        Self::Suspense,
        Self::Loss,
        Self::Till,
        Self::Vault,
        Self::TillSource,
        Self::TillVariance,
    ];

    /// The book it stands in.
    #[must_use]
    pub const fn book(self) -> Book {
        match self {
            Self::Wallet
            | Self::CashPending
            | Self::FeePending
            | Self::Pos
            | Self::SettlementDue
            | Self::Commission
            | Self::Fee
            | Self::Tax
            | Self::CommissionCost
            | Self::Funding
            | Self::Suspense
            | Self::Loss => Book::Money,
            Self::Till | Self::Vault | Self::TillSource | Self::TillVariance => Book::Cash,
        }
    }

    /// Whether its balance may never fall below zero.
    #[must_use]
    pub const fn has_floor(self) -> bool {
        match self {
            Self::Wallet | Self::CashPending | Self::FeePending => true,
            Self::Pos
            | Self::SettlementDue
            | Self::Commission
            | Self::Fee
            | Self::Tax
            | Self::CommissionCost
            | Self::Funding
            | Self::Suspense
            | Self::Loss
            | Self::Till
            | Self::Vault
            | Self::TillSource
            | Self::TillVariance => false,
        }
    }

    /// Its number in tables.
    #[must_use]
    pub fn number(self) -> u8 {
        Self::ALL.iter().zip(1..).find_map(|(kind, number)| (*kind == self).then_some(number)).unwrap_or(0)
    }

    /// The kind of a number in tables.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Its name in ledgers, tables and paths.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wallet => "wallet",
            Self::CashPending => "cash_pending",
            Self::FeePending => "fee_pending",
            Self::Pos => "pos",
            Self::SettlementDue => "settlement_due",
            Self::Commission => "commission",
            Self::Fee => "fee",
            Self::Tax => "tax",
            Self::CommissionCost => "commission_cost",
            Self::Funding => "funding",
            Self::Suspense => "suspense",
            Self::Loss => "loss",
            Self::Till => "till",
            Self::Vault => "vault",
            Self::TillSource => "till_source",
            Self::TillVariance => "till_variance",
        }
    }
}

/// An account: its kind, who holds it (zero: the operator), its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct AccountKey {
    /// The kind.
    pub kind: AccountKind,
    /// The number of the holder's id; zero for the operator's own accounts.
    pub holder: u128,
    /// The currency.
    pub currency: Currency,
}

impl AccountKey {
    /// The wallet whose account it is, if it is a wallet's.
    #[must_use]
    pub fn wallet_id(&self) -> Option<WalletId> {
        (self.kind == AccountKind::Wallet).then(|| WalletId::from_u128(self.holder))
    }

    /// A wallet's account in `currency`.
    #[must_use]
    pub const fn wallet(wallet_id: WalletId, currency: Currency) -> Self {
        Self { kind: AccountKind::Wallet, holder: wallet_id.as_u128(), currency }
    }

    /// One of a POS's accounts.
    #[must_use]
    pub const fn of_pos(kind: AccountKind, pos_id: PosId, currency: Currency) -> Self {
        Self { kind, holder: pos_id.as_u128(), currency }
    }

    /// A till's account in `currency`.
    #[must_use]
    pub const fn till(till_id: TillId, currency: Currency) -> Self {
        Self { kind: AccountKind::Till, holder: till_id.as_u128(), currency }
    }

    /// One of a POS owner's accounts.
    #[must_use]
    pub const fn of_owner(kind: AccountKind, owner_id: OwnerId, currency: Currency) -> Self {
        Self { kind, holder: owner_id.as_u128(), currency }
    }

    /// One of the operator's own accounts.
    #[must_use]
    pub const fn of_operator(kind: AccountKind, currency: Currency) -> Self {
        Self { kind, holder: 0, currency }
    }
}

/// An account's balance and the number of entries behind it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Account {
    /// Which account.
    pub key: AccountKey,
    /// Its public id; only accounts of wallets have one.
    pub account_id: Option<AccountId>,
    /// Credits − debits, minor units.
    pub balance: i64,
    /// Entries so far; the last one bears this number.
    pub entries: u64,
    /// The number of the transfer of its last entry; zero before the first.
    pub last_transfer: u64,
    /// When that was; the epoch before the first.
    pub last_at: Time,
}

impl Account {
    /// An account nothing has moved in.
    #[must_use]
    pub const fn empty(key: AccountKey, account_id: Option<AccountId>) -> Self {
        let last_at = Time::from_unix_ms(0);
        Self { key, account_id, balance: 0, entries: 0, last_transfer: 0, last_at }
    }
}

/// Why money moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
#[borsh(use_discriminant = true)]
#[repr(u8)]
pub enum Reason {
    /// Set aside for a withdrawal.
    WithdrawalHeld = 1,
    /// The cash of a withdrawal left the drawer.
    WithdrawalPaid = 2,
    /// The cash of a withdrawal did not leave the drawer.
    WithdrawalReturned = 3,
    /// Cash that was confirmed as paid came back, or had not left after all.
    PaidReturned = 4,
    /// Cash taken in.
    Deposited = 5,
    /// A deposit taken back by the POS.
    DepositReversed = 6,
    /// Money came into a wallet from the bank.
    TopUp = 7,
    /// Float came to a POS from the bank.
    Prefunding = 8,
    /// The cash of a withdrawal had left after its money went back.
    PaidLate = 9,
    /// Moved by hand, approved by two people.
    ManualPosting = 10,
    /// Written off by two people.
    WrittenOff = 11,
    /// A loss made good by the operator.
    LossMadeGood = 12,
    /// Set aside for the fee of a withdrawal.
    FeeHeld = 13,
    /// The fee of what was paid, without the levy on it.
    FeeEarned = 14,
    /// The levy on a fee.
    FeeTaxed = 15,
    /// A fee, or the levy on it, went back because cash did not leave the drawer.
    FeeReturned = 16,
    /// The POS owner earned for cash that left the drawer.
    CommissionEarned = 17,
    /// Cash came back, or had not left after all: the POS owner's commission for it goes back.
    CommissionReturned = 18,
    /// What was paid late is credited to the POS.
    PaidLateCredited = 19,
    /// What was taken for cash paid late is given back.
    PaidLateGivenBack = 20,
    /// Paid to a customer for waiting, by a law.
    Compensated = 21,
    /// Cash left a drawer into a customer's hand. The numbers from here on are the cash book's.
    CashPaid = 40,
    /// It came back into the drawer, or had not left after all.
    CashBack = 41,
    /// A customer's cash was taken in.
    CashTaken = 42,
    /// It was given back.
    CashGivenBack = 43,
    /// A drawer was filled at its opening.
    TillOpened = 44,
    /// A drawer was emptied at its closing.
    TillClosed = 45,
    /// Cash was moved between drawers, or between a drawer and the vault.
    CashMoved = 46,
    /// A count differed from what should have been there.
    CountDiffered = 47,
    /// Cash was brought to the vault.
    VaultDelivered = 48,
    /// Cash was taken away from the vault.
    VaultCollected = 49,
    /// A line of a settlement batch.
    SettlementCut = 60,
    /// The bank confirmed a settlement batch.
    SettlementConfirmed = 61,
    /// The bank sent back a settlement it had confirmed.
    SettlementSentBack = 62,
    /// A line of a settlement batch that the bank failed.
    SettlementTakenBack = 63,
    /// Float moved from one POS to another of the same owner.
    FloatMoved = 70,
    /// Float went back from a POS to the bank.
    FloatReturned = 71,
    /// The difference of a break, moved to `suspense` or out of it by two people.
    BreakCleared = 80,
    /// Such a posting taken back.
    ClearingUndone = 81,
}

impl Reason {
    /// Its name in ledgers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WithdrawalHeld => "withdrawal_held",
            Self::WithdrawalPaid => "withdrawal_paid",
            Self::WithdrawalReturned => "withdrawal_returned",
            Self::PaidReturned => "paid_returned",
            Self::Deposited => "deposited",
            Self::DepositReversed => "deposit_reversed",
            Self::TopUp => "top_up",
            Self::Prefunding => "prefunding",
            Self::FloatMoved => "float_moved",
            Self::FloatReturned => "float_returned",
            Self::PaidLate => "paid_late",
            Self::ManualPosting => "manual_posting",
            Self::WrittenOff => "written_off",
            Self::LossMadeGood => "loss_made_good",
            Self::FeeHeld => "fee_held",
            Self::FeeEarned => "fee_earned",
            Self::FeeTaxed => "fee_taxed",
            Self::FeeReturned => "fee_returned",
            Self::CommissionEarned => "commission_earned",
            Self::CommissionReturned => "commission_returned",
            Self::PaidLateCredited => "paid_late_credited",
            Self::PaidLateGivenBack => "paid_late_given_back",
            Self::Compensated => "compensated",
            Self::CashPaid => "cash_paid",
            Self::CashBack => "cash_back",
            Self::CashTaken => "cash_taken",
            Self::CashGivenBack => "cash_given_back",
            Self::TillOpened => "till_opened",
            Self::TillClosed => "till_closed",
            Self::CashMoved => "cash_moved",
            Self::CountDiffered => "count_differed",
            Self::VaultDelivered => "vault_delivered",
            Self::VaultCollected => "vault_collected",
            Self::SettlementCut => "settlement_cut",
            Self::SettlementConfirmed => "settlement_confirmed",
            Self::SettlementSentBack => "settlement_sent_back",
            Self::SettlementTakenBack => "settlement_taken_back",
            Self::BreakCleared => "break_cleared",
            Self::ClearingUndone => "clearing_undone",
        }
    }

    /// Whether an entry of a POS's position made for it is float that the operator brought or took: no batch settles
    /// it.
    #[must_use]
    pub const fn is_float(self) -> bool {
        match self {
            Self::Prefunding | Self::FloatMoved | Self::FloatReturned => true,
            Self::WithdrawalHeld
            | Self::WithdrawalPaid
            | Self::WithdrawalReturned
            | Self::PaidReturned
            | Self::Deposited
            | Self::DepositReversed
            | Self::TopUp
            | Self::PaidLate
            | Self::ManualPosting
            | Self::WrittenOff
            | Self::LossMadeGood
            | Self::FeeHeld
            | Self::FeeEarned
            | Self::FeeTaxed
            | Self::FeeReturned
            | Self::CommissionEarned
            | Self::CommissionReturned
            | Self::SettlementCut
            | Self::SettlementConfirmed
            | Self::SettlementSentBack
            | Self::SettlementTakenBack
            | Self::PaidLateCredited
            | Self::PaidLateGivenBack
            | Self::Compensated
            | Self::CashPaid
            | Self::CashBack
            | Self::CashTaken
            | Self::CashGivenBack
            | Self::TillOpened
            | Self::TillClosed
            | Self::CashMoved
            | Self::CountDiffered
            | Self::VaultDelivered
            | Self::VaultCollected
            | Self::BreakCleared
            | Self::ClearingUndone => false,
        }
    }
}

/// One side of a transfer: its entry in one account. An account's entries are a chain, each naming the
/// transfer of the one before it, so that its history is read from the newest back without an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Side {
    /// The account.
    pub account: AccountKey,
    /// The entry's number within the account, from one without a gap.
    pub entry: u64,
    /// The account's balance after it.
    pub balance: i64,
    /// The number of the transfer of the account's entry before this one; zero for its first.
    pub before: u64,
}

/// One debit with one credit of the same positive amount: two entries.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Transfer {
    /// Its number; transfers are numbered from one without a gap.
    pub number: u64,
    /// The account debited.
    pub debit: Side,
    /// The account credited; same book, same currency.
    pub credit: Side,
    /// Minor units, positive.
    pub amount: i64,
    /// Why.
    pub reason: Reason,
    /// The operation it belongs to, if to one.
    pub operation_id: Option<OperationId>,
    /// The number of the command that made it.
    pub command: u64,
    /// When.
    pub made_at: Time,
}

impl Transfer {
    /// Its side in `account`, what it adds to its balance (minor units), and its other side.
    #[must_use]
    pub fn side_of(&self, account: &AccountKey) -> Option<(Side, i64, Side)> {
        if self.debit.account == *account {
            Some((self.debit, self.amount.saturating_neg(), self.credit))
        } else if self.credit.account == *account {
            Some((self.credit, self.amount, self.debit))
        } else {
            None
        }
    }
}
