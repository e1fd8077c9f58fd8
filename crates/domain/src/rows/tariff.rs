//! Tariffs: what a withdrawal costs the customer and earns the POS owner, as dated versions that never change. Sums are
//! minor units of the tariff's currency, rates are basis points. The arithmetic is in `fees.rs`.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use crate::ids::{OwnerId, TariffId, WalletId};
use crate::time::Time;

/// Over what way a customer asked for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Channel {
    /// The wallet's app.
    App,
    /// A text message.
    Sms,
    /// A menu on a phone without an app.
    Ussd,
    /// None: the wallet's offline device made the code.
    Offline,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::App, Self::Sms, Self::Ussd, Self::Offline];

    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Sms => "sms",
            Self::Ussd => "ussd",
            Self::Offline => "offline",
        }
    }
}

/// What of a value falls between two sums, and what reaching it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Band {
    /// What lies above this sum, up to the next band.
    pub from: i64,
    /// Of what lies in the band.
    pub basis_points: u32,
    /// Once the value is above `from`.
    pub step: i64,
}

/// How a fee or a commission is reckoned.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Schedule {
    /// A fee: of each withdrawal. A commission: of the day, once.
    pub flat: i64,
    /// Ascending; of the value of the day.
    pub bands: Vec<Band>,
    /// At least this much, of a withdrawal (a fee) or of the day (a commission).
    pub min: i64,
    /// At most this much, of a withdrawal (a fee) or of the day (a commission).
    pub max: Option<i64>,
}

/// Which withdrawals a tariff is for; what is not named does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Scope {
    /// In this currency.
    pub currency: Currency,
    /// At POS of this owner.
    pub owner_id: Option<OwnerId>,
    /// With codes asked for over this channel.
    pub channel: Option<Channel>,
    /// From wallets of this KYC tier.
    pub kyc_tier: Option<u8>,
}

/// Which of a tariff's two schedules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ScheduleName {
    /// What the customer pays.
    Fee,
    /// What the POS owner earns.
    Commission,
}

/// The most that a tariff may let a withdrawal cost or earn: `flat` and so many basis points of its sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TariffCeiling {
    /// The fee, or the commission.
    pub of: ScheduleName,
    /// In this currency.
    pub currency: Currency,
    /// Of the sum.
    pub basis_points: u32,
    /// Beside it, minor units.
    pub flat: i64,
}

/// What no person alone may do any more, and no two people either. Once it is there, it stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct Safeguards {
    /// Above these no tariff goes; a currency that is not named has none.
    pub tariff_ceilings: Vec<TariffCeiling>,
}

/// A version of a tariff as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct NewTariff {
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub scope: Scope,
    /// The first instant it is in force; none named: at once.
    pub valid_from: Option<Time>,
    /// The first instant it is not any more.
    pub valid_to: Option<Time>,
    /// What the customer pays on top of the cash.
    pub fee: Schedule,
    /// What the POS owner earns.
    pub commission: Schedule,
    /// The part of the fee that is a levy.
    pub tax_basis_points: u32,
}

/// One version of a tariff. It never changes: another version takes its place.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Tariff {
    /// Its id.
    pub tariff_id: TariffId,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub scope: Scope,
    /// The first instant it is in force.
    pub valid_from: Time,
    /// The first instant it is not any more.
    pub valid_to: Option<Time>,
    /// What the customer pays on top of the cash.
    pub fee: Schedule,
    /// What the POS owner earns.
    pub commission: Schedule,
    /// The part of the fee that is a levy.
    pub tax_basis_points: u32,
    /// Who of the operator added it.
    pub made_by: String,
    /// When.
    pub made_at: Time,
}

/// What decides whether a version applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TariffLine {
    /// The version.
    pub tariff_id: TariffId,
    /// What it is for.
    pub scope: Scope,
    /// The first instant it is in force.
    pub valid_from: Time,
    /// The first instant it is not any more.
    pub valid_to: Option<Time>,
}

/// The versions that are or will be in force: one row, which every withdrawal looks at.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct TariffBook {
    /// In the order they were added.
    pub lines: Vec<TariffLine>,
}

/// What the customer was told a withdrawal with a code costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Quote {
    /// Nobody could tell her yet: the tariff in force at the login applies.
    Open,
    /// It costs nothing: no tariff was in force.
    Free,
    /// By this version: the fee of the sum, or of the greatest sum, minor units.
    Fee(TariffId, i64),
}

/// The day first, so that old days lie together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct FeeDayKey {
    /// The UTC day.
    pub day: i64,
    /// The wallet.
    pub wallet_id: WalletId,
    /// The currency.
    pub currency: Currency,
}

/// What a wallet withdrew on a day under tariffs that ask for it, less what came back.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FeeDay {
    /// What it is found by.
    pub key: FeeDayKey,
    /// Held and paid, minor units.
    pub value: i64,
}

/// The day first, so that old days lie together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct CommissionDayKey {
    /// The UTC day of the withdrawals.
    pub day: i64,
    /// The wallet.
    pub wallet_id: WalletId,
    /// The POS owner.
    pub owner_id: OwnerId,
    /// The version: each is reckoned by itself.
    pub tariff_id: TariffId,
}

/// What a wallet was paid by one POS owner's POS on a day under a tariff that asks for it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CommissionDay {
    /// What it is found by.
    pub key: CommissionDayKey,
    /// Paid, less what came back, minor units.
    pub value: i64,
}
