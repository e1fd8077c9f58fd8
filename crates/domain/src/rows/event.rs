//! The outbox: what happened, for those who must be told. Holds ids and sums, nothing personal.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::{OperationId, PosId, WalletId};
use crate::time::Time;

/// What happened, for the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
#[borsh(use_discriminant = true)]
#[repr(u8)]
pub enum EventKind {
    /// A code opened a session.
    SessionOpened = 1,
    /// Money was set aside.
    WithdrawalHeld = 2,
    /// The cash is confirmed as handed out (`WithdrawCompleted`).
    WithdrawalCompleted = 3,
    /// A reversal (`WithdrawReversal`).
    WithdrawalReversed = 4,
    /// The session is over and nobody said what became of the cash.
    WithdrawalUnconfirmed = 5,
    /// A deposit was made (`DepositConfirmation`).
    DepositMade = 6,
    /// A deposit became final (`DepositCompleted`).
    DepositCompleted = 7,
    /// A deposit was reversed.
    DepositReversed = 8,
    /// A deposit was reversed and the wallet did not have it all.
    DepositReversalShort = 9,
    /// Money came into a wallet.
    ToppedUp = 10,
    /// Too many wrong codes: the wallet is locked for one owner's POS.
    WalletLocked = 11,
    /// Too many wrong codes: a key accepts only bound codes.
    KeyRestricted = 12,
    /// Far too many wrong codes: a key is suspended.
    KeySuspended = 13,
    /// Too many wrong codes: a wallet's offline device is off.
    OfflineDeviceOff = 14,
    /// The money of a withdrawal went back, and then word came that the cash had left.
    WithdrawalPaidLate = 15,
    /// A case waits for people.
    CaseOpened = 16,
    /// What a case was about is settled.
    CaseClosed = 17,
    /// Something waits for a second person.
    ProposalMade = 18,
    /// A second person approved a proposal, and it was carried out.
    ProposalCarriedOut = 19,
    /// A proposal was turned down or taken back.
    ProposalTurnedDown = 20,
    /// Somebody higher must look at a case.
    CaseEscalated = 21,
    /// Nobody said what became of the cash: by its POS's setting it was taken to have left.
    WithdrawalAssumed = 22,
    /// A customer was paid for waiting, by a law.
    CaseCompensated = 23,
    /// The brake let a payout wait: more than its slow level has passed.
    BrakeSlowed = 24,
    /// The brake is no longer above its slow level.
    BrakeEased = 25,
    /// The brake stopped all payouts.
    BrakeStopped = 26,
    /// A receipt was printed.
    ReceiptPrinted = 27,
    /// A till was opened. The numbers from here on are the tills'.
    TillOpened = 40,
    /// A till was closed.
    TillClosed = 41,
    /// A closing count differed by more than is let pass.
    TillVarianceFound = 42,
    /// Too many wrong PINs: a cashier is locked.
    CashierLocked = 43,
    /// A settlement batch waits for the bank.
    SettlementCut = 60,
    /// The bank confirmed a settlement batch.
    SettlementConfirmed = 61,
    /// The bank failed a settlement batch.
    SettlementFailed = 62,
    /// A POS's position fell below the sum that somebody wants to know of.
    FloatLow = 70,
    /// A POS asks for float, or for some to be taken away.
    FloatAsked = 71,
    /// The operator moved the float a POS had asked for.
    FloatGranted = 72,
    /// The operator does not move the float a POS had asked for.
    FloatDeclined = 73,
    /// A device was signed in to a wallet. The numbers from here on are those of people and devices.
    DeviceSignedIn = 90,
    /// A device was signed out.
    DeviceSignedOut = 91,
    /// Too many wrong tries: a person's name is locked for a while.
    StaffLocked = 92,
}

impl EventKind {
    /// Its name for those who read the outbox.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SessionOpened => "session.opened",
            Self::WithdrawalHeld => "withdrawal.held",
            Self::WithdrawalCompleted => "withdrawal.completed",
            Self::WithdrawalReversed => "withdrawal.reversed",
            Self::WithdrawalUnconfirmed => "withdrawal.unconfirmed",
            Self::DepositMade => "deposit.made",
            Self::DepositCompleted => "deposit.completed",
            Self::DepositReversed => "deposit.reversed",
            Self::DepositReversalShort => "deposit.reversal_short",
            Self::ToppedUp => "wallet.topped_up",
            Self::WalletLocked => "wallet.locked",
            Self::KeyRestricted => "key.restricted",
            Self::KeySuspended => "key.suspended",
            Self::OfflineDeviceOff => "wallet.offline_device_off",
            Self::WithdrawalPaidLate => "withdrawal.paid_late",
            Self::CaseOpened => "case.opened",
            Self::CaseClosed => "case.closed",
            Self::ProposalMade => "proposal.made",
            Self::ProposalCarriedOut => "proposal.carried_out",
            Self::ProposalTurnedDown => "proposal.turned_down",
            Self::CaseEscalated => "case.escalated",
            Self::WithdrawalAssumed => "withdrawal.assumed",
            Self::CaseCompensated => "case.compensated",
            Self::BrakeSlowed => "brake.slowed",
            Self::BrakeEased => "brake.eased",
            Self::BrakeStopped => "brake.stopped",
            Self::ReceiptPrinted => "receipt.printed",
            Self::TillOpened => "till.opened",
            Self::TillClosed => "till.closed",
            Self::TillVarianceFound => "till.variance_found",
            Self::CashierLocked => "cashier.locked",
            Self::SettlementCut => "settlement.cut",
            Self::SettlementConfirmed => "settlement.confirmed",
            Self::SettlementFailed => "settlement.failed",
            Self::FloatLow => "float.low",
            Self::FloatAsked => "float.asked",
            Self::FloatGranted => "float.granted",
            Self::FloatDeclined => "float.declined",
            Self::DeviceSignedIn => "device.signed_in",
            Self::DeviceSignedOut => "device.signed_out",
            Self::StaffLocked => "staff.locked",
        }
    }
}

/// A row of the outbox; ids only, so that it holds nothing personal.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Event {
    /// Its number; events are numbered from one without a gap.
    pub number: u64,
    /// What happened.
    pub kind: EventKind,
    /// Whose wallet.
    pub wallet_id: Option<WalletId>,
    /// At which POS.
    pub pos_id: Option<PosId>,
    /// In which operation.
    pub operation_id: Option<OperationId>,
    /// The number of the withdrawal's, deposit's, reversal's or key's id it is about.
    pub subject: u128,
    /// Minor units and currency, if it is about a sum.
    pub amount: Option<specie_money::Money>,
    /// The number of the command it came from.
    pub command: u64,
    /// When.
    pub at: Time,
}
