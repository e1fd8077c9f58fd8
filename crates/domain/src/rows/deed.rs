//! Deeds: who of the operator did what, and when. Each is numbered, and names the journal's command that it was: the
//! journal's chain covers it. What customers and POS do is in the rows of what they did it to. Ids only, nothing
//! personal but the person's own name.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use super::{Role, Signer};
use crate::ids::{
    AccountId, BatchId, CashierId, DeviceId, KeyId, OperationId, OperatorKeyId, OwnerId, PosId, ProposalId,
    ReconciliationId, TariffId, TillId, TillSessionId, WalletId, WithdrawalId,
};
use crate::time::Time;

macro_rules! kinds {
    ($($(#[$doc:meta])* $Kind:ident = $number:literal, $name:literal;)*) => {
        /// What was done. The numbers stay; new ones go to the end.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
        #[borsh(use_discriminant = true)]
        #[repr(u8)]
        pub enum DeedKind {
            $($(#[$doc])* $Kind = $number,)*
        }

        impl DeedKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$Kind),*];

            /// Its name: a family and a verb.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$Kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// An operator key was registered.
    OperatorKeyRegistered = 1, "operator_key.register";
    /// An operator key was revoked, or a person disabled.
    OperatorKeyRevoked = 2, "operator_key.revoke";
    /// Payouts were stopped.
    PayoutsStopped = 3, "payouts.stop";
    /// Payouts were let go on.
    PayoutsResumed = 4, "payouts.resume";
    /// A wallet was opened.
    WalletOpened = 5, "wallet.open";
    /// An account was opened.
    AccountOpened = 6, "wallet.open_account";
    /// Money was put into a wallet.
    ToppedUp = 7, "wallet.top_up";
    /// A wallet was frozen.
    WalletFrozen = 8, "wallet.freeze";
    /// A wallet was let go on.
    WalletUnfrozen = 9, "wallet.unfreeze";
    /// A wallet was confirmed after wrong codes.
    WalletConfirmed = 10, "wallet.confirm";
    /// A customer was forgotten.
    PersonalDataErased = 11, "personal_data.erase";
    /// A customer's personal data were looked at.
    PersonalDataSeen = 12, "personal_data.view";
    /// It was said how well a customer is known.
    KycTierSet = 13, "wallet.kyc_tier";
    /// An offline device was enrolled.
    OfflineDeviceEnrolled = 14, "wallet.enrol_offline";
    /// An offline device was removed.
    OfflineDeviceRemoved = 15, "wallet.remove_offline";
    /// A device was invited.
    DeviceInvited = 16, "device.invite";
    /// A device was signed out.
    DeviceSignedOut = 17, "device.sign_out";
    /// A POS owner was registered.
    OwnerRegistered = 18, "owner.register";
    /// A POS was registered.
    PosRegistered = 19, "pos.register";
    /// A POS was disabled.
    PosDisabled = 20, "pos.disable";
    /// A POS was enabled.
    PosEnabled = 21, "pos.enable";
    /// It was set what becomes of a POS's cash of which nobody says anything.
    OnExpirySet = 22, "pos.on_expiry";
    /// It was said where a POS is.
    PosLocated = 23, "pos.locate";
    /// An access key was made.
    KeyAdded = 24, "key.add";
    /// An access key was revoked.
    KeyRevoked = 25, "key.revoke";
    /// Float came to a POS.
    Prefunded = 26, "float.prefund";
    /// Float was moved.
    FloatMoved = 27, "float.move";
    /// Float was given back.
    FloatReturned = 28, "float.return";
    /// It was set when a float counts as low.
    FloatMarked = 29, "float.mark";
    /// A credit line was set.
    CreditLineSet = 30, "float.credit_line";
    /// A request for float was granted.
    FloatGranted = 31, "float.grant";
    /// A request for float was declined.
    FloatDeclined = 32, "float.decline";
    /// A withdrawal was disputed for a customer.
    WithdrawalDisputed = 33, "case.dispute";
    /// A case was taken or written to.
    CaseNoted = 34, "case.note";
    /// Something was proposed.
    ProposalMade = 35, "proposal.make";
    /// A proposal was approved and carried out.
    ProposalApproved = 36, "proposal.approve";
    /// A proposal was turned down or taken back.
    ProposalRejected = 37, "proposal.reject";
    /// A version of a tariff was added.
    TariffAdded = 38, "tariff.add";
    /// A limit was set.
    LimitSet = 39, "limit.set";
    /// A limit was removed.
    LimitRemoved = 40, "limit.remove";
    /// A brake was set.
    BrakeSet = 41, "brake.set";
    /// A brake was removed.
    BrakeRemoved = 42, "brake.remove";
    /// It was set whether a POS keeps its cash in tills.
    TillsRun = 43, "till.run";
    /// A till was registered.
    TillAdded = 44, "till.add";
    /// A till was closed for its cashier.
    TillClosed = 45, "till.close";
    /// A cashier was registered.
    CashierAdded = 46, "cashier.add";
    /// A cashier was changed.
    CashierChanged = 47, "cashier.change";
    /// It was said which notes and coins a currency has.
    CashRulesSet = 48, "cash_rules.set";
    /// A difference of a count was explained.
    VarianceExplained = 49, "till.explain";
    /// It was told what became of a vault's cash.
    VaultTold = 50, "vault.tell";
    /// It was said how an owner is settled.
    SettlementSet = 51, "settlement.set";
    /// A settlement batch was cut.
    BatchCut = 52, "settlement.cut";
    /// A settlement batch was confirmed.
    BatchConfirmed = 53, "settlement.confirm";
    /// A settlement batch failed.
    BatchFailed = 54, "settlement.fail";
    /// A file was held against the ledger.
    ReconciliationBegun = 55, "reconciliation.begin";
    /// Lines of a file were taken in.
    LinesTaken = 56, "reconciliation.take";
    /// What belongs together was searched for.
    MatchesSearched = 57, "reconciliation.search";
    /// What belongs together was put together by hand.
    Matched = 58, "reconciliation.match";
    /// A match was taken apart.
    MatchUndone = 59, "reconciliation.undo_match";
    /// A break was taken or written to.
    BreakNoted = 60, "reconciliation.note";
    /// A break was closed.
    BreakClosed = 61, "reconciliation.close";
    /// A person was registered.
    StaffAdded = 62, "staff.add";
    /// A person was given a new password and seed.
    StaffReset = 63, "staff.reset";
    /// A person changed her password.
    PasswordChanged = 64, "staff.change_password";
    /// A person signed in.
    SignedIn = 65, "staff.sign_in";
    /// A person signed out.
    SignedOut = 66, "staff.sign_out";
    /// A till was taken out of service for good.
    TillRetired = 67, "till.retire";
}

/// What a deed was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DeedTarget {
    /// A wallet.
    Wallet(WalletId),
    /// An account.
    Account(AccountId),
    /// A POS owner.
    Owner(OwnerId),
    /// A POS.
    Pos(PosId),
    /// An access key.
    Key(KeyId),
    /// An operator key, or the person who counts as it.
    OperatorKey(OperatorKeyId),
    /// A withdrawal.
    Withdrawal(WithdrawalId),
    /// A case, by its operation.
    Case(OperationId),
    /// A proposal.
    Proposal(ProposalId),
    /// A version of a tariff.
    Tariff(TariffId),
    /// A till.
    Till(TillId),
    /// A till in one cashier's hands.
    TillSession(TillSessionId),
    /// A cashier.
    Cashier(CashierId),
    /// A settlement batch.
    Batch(BatchId),
    /// A file held against the ledger.
    Reconciliation(ReconciliationId),
    /// A device.
    Device(DeviceId),
    /// A currency.
    Currency(Currency),
}

impl DeedTarget {
    /// The name of its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Wallet(_) => "wallet",
            Self::Account(_) => "account",
            Self::Owner(_) => "owner",
            Self::Pos(_) => "pos",
            Self::Key(_) => "key",
            Self::OperatorKey(_) => "operator_key",
            Self::Withdrawal(_) => "withdrawal",
            Self::Case(_) => "case",
            Self::Proposal(_) => "proposal",
            Self::Tariff(_) => "tariff",
            Self::Till(_) => "till",
            Self::TillSession(_) => "till_session",
            Self::Cashier(_) => "cashier",
            Self::Batch(_) => "batch",
            Self::Reconciliation(_) => "reconciliation",
            Self::Device(_) => "device",
            Self::Currency(_) => "currency",
        }
    }
}

/// Its id alone.
impl fmt::Display for DeedTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wallet(id) => id.fmt(f),
            Self::Account(id) => id.fmt(f),
            Self::Owner(id) => id.fmt(f),
            Self::Pos(id) => id.fmt(f),
            Self::Key(id) => id.fmt(f),
            Self::OperatorKey(id) => id.fmt(f),
            Self::Withdrawal(id) => id.fmt(f),
            Self::Case(id) => id.fmt(f),
            Self::Proposal(id) => id.fmt(f),
            Self::Tariff(id) => id.fmt(f),
            Self::Till(id) => id.fmt(f),
            Self::TillSession(id) => id.fmt(f),
            Self::Cashier(id) => id.fmt(f),
            Self::Batch(id) => id.fmt(f),
            Self::Reconciliation(id) => id.fmt(f),
            Self::Device(id) => id.fmt(f),
            Self::Currency(currency) => f.write_str(currency.code()),
        }
    }
}

/// What somebody of the operator did.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Deed {
    /// Its number; deeds are numbered from one without a gap.
    pub number: u64,
    /// When.
    pub at: Time,
    /// Who, and with which operator key.
    pub by: Signer,
    /// In which role.
    pub role: Role,
    /// What.
    pub what: DeedKind,
    /// To what.
    pub targets: Vec<DeedTarget>,
    /// The number of the command it was.
    pub command: u64,
}

/// The one row that counts the deeds.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct DeedCount {
    /// How many there are.
    pub count: u64,
}
