//! What a customer's own device is told and may ask, `/wallet`. Which wallet it is comes from the device's cookie.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};
use super::cases::{CaseKind, CaseState};
use super::wallets::Purpose;

/// A new invite: the only time it is told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct DeviceInvite {
    /// The invite, in groups of four characters.
    pub invite: String,
    /// From when on it is good for nothing.
    pub expires_at: String,
}

/// `POST /wallet/device`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInDevice {
    /// The invite.
    pub invite: String,
    /// What the customer calls the device.
    pub device_name: String,
}

/// A device that signed in just now; its token is in the cookie alone.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct SignedInDevice {
    /// The wallet.
    pub wallet_id: String,
    /// The device.
    pub device_id: String,
    /// What to send as `X-CSRF-Token` with every change.
    pub csrf_token: String,
}

/// Whether a wallet has an offline device. That it is this very browser, the browser knows by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfflineState {
    /// It has none.
    Off,
    /// It has one.
    Enrolled,
}

/// The device that asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ThisDevice {
    /// The device.
    pub device_id: String,
    /// What the customer calls it.
    pub name: String,
}

/// An account as its customer sees it. Always balance = held + available.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CustomerAccount {
    /// Its id.
    pub account_id: String,
    /// Its currency.
    pub currency: CurrencyCode,
    /// The name shown for it.
    pub alias: String,
    /// What is the customer's.
    pub balance: Amount,
    /// Of that, what waits for an outcome, fees too.
    pub held: Amount,
    /// Of that, what can be spent.
    pub available: Amount,
}

/// `GET /wallet`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct CustomerWallet {
    /// The wallet.
    pub wallet_id: String,
    /// The phone number with most of its digits hidden.
    pub phone_number: String,
    /// `open`, `frozen` or `rests`.
    pub status: String,
    /// Whether it is frozen.
    pub frozen: bool,
    /// Until when it pays out nothing, because a new device came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rests_until: Option<String>,
    /// Whether it has an offline device.
    pub offline: OfflineState,
    /// Which of its devices that is; absent where there is none, or where the operator enrolled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offline_device_id: Option<String>,
    /// Its accounts, in the order they were opened.
    pub accounts: Vec<CustomerAccount>,
    /// The device that asks.
    pub device: ThisDevice,
    /// What to send as `X-CSRF-Token` with every change.
    pub csrf_token: String,
    /// Now.
    pub server_time: String,
}

/// `GET /wallet/places`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacesQuery {
    /// Only the place with this short number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The nearest to this point first: degrees north and degrees east, as `51.5074,-0.1278`. One page only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    /// Only places with greater numbers: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<u32>,
    /// Places on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// Whether a place has cash, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlaceCash {
    /// It has.
    Yes,
    /// No open drawer has enough that is not set aside.
    Low,
    /// It does not keep its cash in tills.
    Unknown,
}

/// A place to get cash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Place {
    /// The POS.
    pub pos_id: String,
    /// Its short number.
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// Its owner's trading name.
    pub owner_name: String,
    /// Whether it has cash.
    pub cash: PlaceCash,
    /// The currencies it serves.
    pub currencies: Vec<CurrencyCode>,
    /// What one can do there.
    pub purposes: Vec<Purpose>,
    /// Its town, where somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<String>,
    /// When it is open, in its owner's words, where somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Degrees north of the equator, where somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude: Option<String>,
    /// Degrees east of Greenwich, where somebody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude: Option<String>,
    /// How far from the point that was sent, metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<u32>,
}

/// A page of places, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Places {
    /// The places.
    pub places: Vec<Place>,
    /// What to send as `past` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<u32>,
}

/// `POST /wallet/quotes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskOwnQuote {
    /// The account to take it from.
    pub account_id: String,
    /// Where.
    pub pos_id: String,
    /// How much.
    pub amount: Amount,
}

/// `POST /wallet/codes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArmOwnCode {
    /// The account.
    pub account_id: String,
    /// Where.
    pub pos_id: String,
    /// How much; to withdraw it is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What for: `withdraw` or `deposit`.
    pub purpose: Purpose,
}

/// An armed code: the only time its digits are told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct OwnCode {
    /// The digits to read out.
    pub code: String,
    /// The phone number to read out with them.
    pub phone_number: String,
    /// The first instant it is good.
    pub valid_from: String,
    /// The first instant it is dead.
    pub expires_at: String,
    /// Now.
    pub server_time: String,
    /// What it costs, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Amount>,
    /// What leaves the account, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
}

/// `POST /wallet/withdrawals/{transaction_id}/disputes`; a request without a body says nothing.
#[derive(Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisputeOwn {
    /// What happened, in the customer's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A case as its customer sees it. Its number is the operation's id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnCase {
    /// Its number.
    pub case: String,
    /// Why it was opened.
    pub kind: CaseKind,
    /// Whether it waits for somebody.
    pub state: CaseState,
    /// When it was opened.
    pub opened_at: String,
    /// When its clock does the next step; null where it has none.
    #[schema(required = true)]
    pub due_at: Option<String>,
}

/// A withdrawal as its customer sees it. Always amount = held + paid + returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnWithdrawal {
    /// Its id.
    pub transaction_id: String,
    /// The session it was made in.
    pub operation_id: String,
    /// The account it was taken from.
    pub account_id: String,
    /// The place.
    pub pos_id: String,
    /// What the place is called.
    pub pos_name: String,
    /// Cash asked for.
    pub amount: Amount,
    /// The fee that was quoted, on top of the cash.
    pub fee: Amount,
    /// Its state.
    pub state: String,
    /// Set aside: it is not known whether the cash left the drawer.
    pub held: Amount,
    /// The cash left the drawer.
    pub paid: Amount,
    /// Back in the wallet.
    pub returned: Amount,
    /// When the money was set aside.
    pub created_at: String,
    /// The word that the cashier's page shows as well.
    pub check_word: String,
    /// Its case, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<OwnCase>,
}

/// `GET /wallet/withdrawals`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HistoryQuery {
    /// Only older ones: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<String>,
    /// Lines on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of withdrawals, newest first. It may hold fewer lines than asked for and still have a next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnWithdrawals {
    /// The withdrawals.
    pub withdrawals: Vec<OwnWithdrawal>,
    /// What to send as `past` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// A device on which the customer is, or was, signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnDevice {
    /// The device.
    pub device_id: String,
    /// What the customer calls it.
    pub name: String,
    /// When it came.
    pub created_at: String,
    /// When it was signed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<String>,
    /// The last day (UTC) on which it was in use; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen_on: Option<String>,
    /// It is the one that asks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub this: bool,
}

/// `GET /wallet/devices`, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnDevices {
    /// The devices.
    pub devices: Vec<OwnDevice>,
}
