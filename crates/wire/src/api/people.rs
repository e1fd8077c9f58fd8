//! People of the operator who sign in, and what their pages read beside everything else.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::Amount;
use super::staff::Role;

/// `POST /staff`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddStaff {
    /// Her name; nobody else's, whatever its case.
    pub name: String,
    /// What she may do.
    pub role: Role,
}

/// A new person, or one who was reset: the only time her secrets are told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct NewStaff {
    /// The operator key she counts as.
    pub staff_id: String,
    /// Her first password.
    pub password: String,
    /// The seed of her authenticator app, base32.
    pub otp_seed: String,
    /// The same as authenticator apps read it.
    pub otp_uri: String,
}

/// A person as a list shows her.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// The operator key she counts as.
    pub staff_id: String,
    /// Her name.
    pub name: String,
    /// What she may do.
    pub role: Role,
    /// When she was registered.
    pub created_at: String,
    /// When she was disabled; null while she is not.
    #[schema(required = true)]
    pub disabled_at: Option<String>,
    /// Until when her name is locked after wrong tries; null while it is not.
    #[schema(required = true)]
    pub locked_until: Option<String>,
}

/// `GET /staff`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PeopleQuery {
    /// Only people after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// People on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A page of people, in no order that means anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct People {
    /// The people.
    pub staff: Vec<Person>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `POST /staff/session`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInStaff {
    /// The name.
    pub name: String,
    /// The password.
    pub password: String,
    /// The six digits that the authenticator app shows.
    pub otp: String,
}

/// Who is signed in.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct StaffSession {
    /// The operator key she counts as.
    pub staff_id: String,
    /// Her name.
    pub person: String,
    /// What she may do.
    pub role: Role,
    /// What to send as `X-CSRF-Token` with every change.
    pub csrf_token: String,
    /// Without a request for this long the session is over, seconds.
    pub idle_s: i64,
    /// She still has the password that was made for her.
    pub first_password: bool,
}

/// `POST /staff/password`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password until now.
    pub old: String,
    /// The password from now on.
    pub new: String,
}

/// `GET /search`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchQuery {
    /// An id, a phone number, a POS's name or short number; an amount as `12.50 GBP`, a check word, or the last six to
    /// twelve digits of an operation's or a transaction's id.
    pub q: String,
}

/// A wallet that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundWallet {
    /// Its id.
    pub wallet_id: String,
    /// Its phone number, unless it was erased.
    #[schema(required = true)]
    pub phone_number: Option<String>,
    /// Whether it is frozen.
    pub frozen: bool,
}

/// A POS that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundPos {
    /// Its id as it is shown.
    pub pos_id: String,
    /// Its short number; null for one that an old journal registered.
    #[schema(required = true)]
    pub number: Option<u32>,
    /// What it is called.
    pub name: String,
    /// Its owner.
    pub owner_id: String,
    /// Whether it is disabled.
    pub disabled: bool,
}

/// An operation that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundOperation {
    /// The operation.
    pub operation_id: String,
    /// Its money action's id; null where there is none.
    #[schema(required = true)]
    pub transaction_id: Option<String>,
    /// The wallet.
    pub wallet_id: String,
    /// The POS as it is shown.
    pub pos_id: String,
    /// Its state.
    pub state: String,
    /// The sum; null before a money action.
    #[schema(required = true)]
    pub amount: Option<Amount>,
    /// When the session was opened.
    pub opened_at: String,
}

/// An account that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundAccount {
    /// Its id as it is shown.
    pub account_id: String,
    /// Its wallet; null for one that is no wallet's.
    #[schema(required = true)]
    pub wallet_id: Option<String>,
    /// Its balance.
    pub balance: Amount,
}

/// `GET /search`: at most ten of each.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Found {
    /// Wallets.
    pub wallets: Vec<FoundWallet>,
    /// POS.
    pub pos: Vec<FoundPos>,
    /// Operations.
    pub operations: Vec<FoundOperation>,
    /// Accounts.
    pub accounts: Vec<FoundAccount>,
    /// Cases, by their operations.
    pub cases: Vec<String>,
    /// How far back what has no id was looked for.
    pub searched: Searched,
}

/// Which of the recent operations a search went through.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Searched {
    /// For an amount: the newest 50,000 withdrawals.
    pub amounts: bool,
    /// For a check word or the end of an id: the newest 20,000 sessions.
    pub references: bool,
    /// Those made since, 31 days ago; null: `q` is none of these.
    #[schema(required = true)]
    pub since: Option<String>,
}

/// One minute of the live view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LiveMinute {
    /// Its beginning.
    pub at: String,
    /// Sessions opened.
    pub sessions: u64,
    /// Withdrawals whose money was set aside.
    pub withdrawals: u64,
    /// Withdrawals whose cash was confirmed.
    pub completed: u64,
    /// Withdrawals that were reversed.
    pub reversed: u64,
    /// Withdrawals of which nobody said what became of the cash.
    pub unconfirmed: u64,
    /// Cash confirmed, currency by currency.
    pub paid: Vec<Amount>,
    /// Logins and withdrawals of the POS wire that were refused, code by code.
    pub refused: Vec<RefusedCount>,
}

/// How often a code was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RefusedCount {
    /// The code.
    pub code: String,
    /// How often.
    pub count: u64,
}

/// How long customers waited, from setting the money aside to the word that the cash had left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimeToCash {
    /// Withdrawals that were measured.
    pub count: u64,
    /// Half of them waited no longer, seconds.
    pub p50_s: u32,
    /// Nineteen of twenty waited no longer, seconds.
    pub p95_s: u32,
}

/// `GET /live`. Counted in memory since the program's start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LiveView {
    /// Since when it is counted.
    pub since: String,
    /// The minutes, oldest first, sixty at most; one in which nothing happened is there too.
    pub minutes: Vec<LiveMinute>,
    /// Sessions that are open now; counted up to 20,000.
    pub open_sessions: u64,
    /// Withdrawals whose session is over and of which nobody said what became of the cash; counted up to 20,000.
    pub unconfirmed: u64,
    /// Of the last hour; null while nothing was measured.
    #[schema(required = true)]
    pub time_to_cash: Option<TimeToCash>,
}
