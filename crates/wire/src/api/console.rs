//! What the console lists and looks into: POS and their owners, sessions, who did what, and the whole story of one
//! withdrawal. No shape here holds a secret.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};
use super::float::PosPlace;
use super::operations::Withdrawal;
use super::places::{BalanceView, Profile};
use super::prints::TimelinePrint;
use super::proposals::OnExpiry;
use super::staff::Role;
use super::wallets::Purpose;

/// `GET /pos-owners`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnersQuery {
    /// Only owners registered after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Owners on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A POS owner as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OwnerLine {
    /// Its id.
    pub owner_id: String,
    /// Its trading name.
    pub name: String,
    /// When it was registered.
    pub created_at: String,
    /// How many POS it has, disabled ones too.
    pub pos_count: u32,
}

/// A page of POS owners, the first registered first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Owners {
    /// The owners.
    pub owners: Vec<OwnerLine>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `GET /pos`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PosQuery {
    /// Only POS registered after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// POS on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// Only POS of this owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_id: Option<String>,
    /// Only those that are disabled, or only those that are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
}

/// A POS as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosLine {
    /// Its id as it is shown.
    pub pos_id: String,
    /// Its short number; null for one that an old journal registered.
    #[schema(required = true)]
    pub number: Option<u32>,
    /// What it is called.
    pub name: String,
    /// Whose it is.
    pub owner_id: String,
    /// Its owner's trading name.
    pub owner_name: String,
    /// The currencies it serves.
    pub currencies: Vec<CurrencyCode>,
    /// Whether it is disabled.
    pub disabled: bool,
    /// Whether it keeps its cash in tills.
    pub tills: bool,
    /// When it was registered.
    pub created_at: String,
}

/// A page of POS, the first registered first. A filtered page may hold fewer lines than asked for and still have a
/// next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosList {
    /// The POS.
    pub pos: Vec<PosLine>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// What a POS's position is in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosFloat {
    /// What the operator owes the POS's owner for it; below zero: the other way.
    pub position: Amount,
    /// How far it may go below zero.
    pub credit_line: Amount,
    /// Below which position somebody wants to be told; null: nobody does.
    #[schema(required = true)]
    pub mark: Option<Amount>,
    /// Whether it is below that mark.
    pub is_low: bool,
}

/// An access key as it is shown after it was made: neither the key nor its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosKeyLine {
    /// Its public name.
    pub key_id: String,
    /// How its requests are authenticated.
    pub profile: Profile,
    /// The networks it may be used from; none: any.
    pub networks: Vec<String>,
    /// What its logins tell of the balances.
    pub balance_view: BalanceView,
    /// The currencies whose accounts it is shown; none: all.
    pub currencies: Vec<CurrencyCode>,
    /// When it was made.
    pub created_at: String,
    /// When it was revoked; null while it is live.
    #[schema(required = true)]
    pub revoked_at: Option<String>,
}

/// `GET /pos/{pos_id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PosShown {
    /// What a list shows of it.
    #[serde(flatten)]
    pub line: PosLine,
    /// Its position, currency by currency.
    pub floats: Vec<PosFloat>,
    /// What becomes of cash of which nobody says anything.
    pub on_expiry: OnExpiry,
    /// After how many seconds; null where that makes a case.
    #[schema(required = true)]
    pub after_s: Option<u32>,
    /// Where it is; null while nobody said.
    #[schema(required = true)]
    pub place: Option<PosPlace>,
    /// Its access keys: the live ones, then the newest of those that were revoked.
    pub keys: Vec<PosKeyLine>,
}

/// `GET /sessions`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionsQuery {
    /// Only sessions opened after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Sessions on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A session that is open now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SessionLine {
    /// The session, by its operation.
    pub operation_id: String,
    /// Where, as the POS is shown.
    pub pos_id: String,
    /// What the POS is called.
    pub pos_name: String,
    /// Whose wallet.
    pub wallet_id: String,
    /// The access key that opened it.
    pub key_id: String,
    /// What the customer approved it for.
    pub purpose: Purpose,
    /// The operation's state.
    pub state: String,
    /// Its money action's id; null where there is none.
    #[schema(required = true)]
    pub transaction_id: Option<String>,
    /// The sum; null before a money action.
    #[schema(required = true)]
    pub amount: Option<Amount>,
    /// When it was opened.
    pub opened_at: String,
    /// When its limits end it.
    pub expires_at: String,
}

/// A page of sessions that are open now, the first opened first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Sessions {
    /// The sessions.
    pub sessions: Vec<SessionLine>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// `GET /audit` and `GET /audit.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuditQuery {
    /// Only deeds with smaller numbers: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub past: Option<String>,
    /// Deeds on the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// Only deeds of this person: the name, or the id of one of the person's keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Only deeds of this kind, as `wallet.freeze`, or of this family of kinds, as `wallet`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
}

/// What a deed was done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeedTarget {
    /// What kind of thing.
    pub kind: String,
    /// Its id.
    pub id: String,
}

/// What somebody of the operator did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Deed {
    /// Its number; deeds are numbered from one without a gap.
    pub number: u64,
    /// When.
    pub at: String,
    /// Who.
    pub person: String,
    /// In which role.
    pub role: Role,
    /// With which operator key; of a person who signed in, the one she counts as.
    pub key_id: String,
    /// What was done.
    pub what: String,
    /// To what.
    pub targets: Vec<DeedTarget>,
    /// The number of the journal's command: the journal's chain covers it.
    pub command: u64,
}

/// A page of deeds, newest first. A filtered page may hold fewer lines than asked for and still have a next one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditPage {
    /// The deeds.
    pub deeds: Vec<Deed>,
    /// What to send as `past` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// A POS's position against the mark below which somebody wants to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FloatLine {
    /// The POS as it is shown.
    pub pos_id: String,
    /// What it is called.
    pub name: String,
    /// Its position.
    pub position: Amount,
    /// Its mark.
    pub mark: Amount,
    /// Whether it is below the mark.
    pub is_low: bool,
}

/// `GET /live/float`: the lowest against their marks first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LiveFloat {
    /// At most fifty.
    pub lines: Vec<FloatLine>,
}

/// How a withdrawal's session began and ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimelineSession {
    /// When it was opened.
    pub opened_at: String,
    /// When it ended; null while it lives.
    #[schema(required = true)]
    pub ended_at: Option<String>,
    /// `open`, `logged_out`, `closed` or `expired`.
    pub end: String,
}

/// A call that did something. Calls that were refused and changed nothing are not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimelineCall {
    /// When.
    pub at: String,
    /// `login`, `withdraw`, `outcome`, `reversal` or `logout`.
    pub call: String,
    /// Of an outcome, what was said.
    #[schema(required = true)]
    pub said: Option<String>,
    /// How much, if it was about a sum.
    #[schema(required = true)]
    pub amount: Option<Amount>,
}

/// A transfer that belongs to the withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimelineTransfer {
    /// Its number.
    pub transfer: u64,
    /// When.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The account that was debited.
    pub debit: String,
    /// The account that was credited.
    pub credit: String,
    /// How much.
    pub amount: Amount,
}

/// An event of the outbox that belongs to the withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimelineEvent {
    /// Its number.
    pub number: u64,
    /// When.
    pub at: String,
    /// What happened.
    pub what: String,
    /// How much, if it is about a sum.
    #[schema(required = true)]
    pub amount: Option<Amount>,
}

/// Somebody who had to do with the withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TimelinePerson {
    /// As what: `cashier`, or `assigned`: who owns the case.
    pub part: String,
    /// The name.
    pub name: String,
}

/// `GET /withdrawals/{transaction_id}/timeline`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Timeline {
    /// What became of it.
    pub withdrawal: Withdrawal,
    /// What the POS is called.
    pub pos_name: String,
    /// The operation's check word.
    pub check_word: String,
    /// The access key.
    pub key_id: String,
    /// The session.
    pub session: TimelineSession,
    /// The calls that did something, in order.
    pub calls: Vec<TimelineCall>,
    /// The transfers, in order.
    pub transfers: Vec<TimelineTransfer>,
    /// The events, in order.
    pub events: Vec<TimelineEvent>,
    /// The prints of its receipt, in the order they were told; the first 20 of them.
    pub prints: Vec<TimelinePrint>,
    /// How many more prints there were.
    pub prints_left_out: u32,
    /// The people.
    pub people: Vec<TimelinePerson>,
    /// Its case, by its operation; null: it has none.
    #[schema(required = true)]
    pub case: Option<String>,
}
