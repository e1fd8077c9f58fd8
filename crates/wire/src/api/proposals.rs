//! What needs two people: one proposes, another one approves. Sums are exact texts with their currency. Accounts are
//! texts: `loss`, `funding`, `fee`, `tax` or `commission_cost`; `wallet/ID`, `pos/ID`, `suspense/ID`,
//! `commission/ID` or `settlement_due/ID` with our own id of the wallet, the POS or the POS owner.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};
use super::fees::AddTariff;
use super::limits::{Limit, SetBrake};
use super::staff::Role;

/// What is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProposalKind {
    /// A case is closed: `operation_id`, `closing`, and what it takes.
    CloseCase,
    /// A transfer by hand: `debit`, `credit`, `amount`, `why`.
    Post,
    /// What is in suspense at a POS is written off: `pos_id`, `amount`, `way`, `why`.
    WriteOff,
    /// The operator makes a loss good: `amount`, `why`.
    MakeLossGood,
    /// A limit lets more pass: `limit`, `why`.
    SetLimit,
    /// A limit is no more: `limit` without what it bounds, `why`.
    RemoveLimit,
    /// A brake lets more pass: `brake`, `why`.
    SetBrake,
    /// A currency's brake is no more: `currency`, `why`.
    RemoveBrake,
    /// A POS's position may go further below zero: `pos_id`, `amount`, `why`.
    SetCreditLine,
    /// A deposit is taken back after its session: `deposit_id`, `amount`, `why`.
    CorrectDeposit,
    /// A version of a tariff is added: `tariff`, `why`.
    AddTariff,
}

/// What two people find of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// The cash left: what is held is paid.
    Pay,
    /// The cash did not leave: what is held, paid or in suspense goes back.
    Return,
    /// `amount` left, and the rest goes back.
    Part,
    /// The POS is right: what is in suspense is credited to it; `shortfall_on` says who bears what the wallet lacked.
    CreditPos,
    /// Nobody is paid: what is in suspense goes to `loss`.
    WriteOff,
    /// Nothing is posted.
    AsItIs,
}

/// Who bears what a wallet could not pay back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// The POS's owner.
    Owner,
    /// The operator.
    Loss,
}

/// Which way a write-off goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WrittenOff {
    /// What suspense lacks is given up: loss → suspense.
    Claim,
    /// What nobody claims is taken: suspense → loss.
    Surplus,
}

/// `POST /proposals`. Which members it takes depends on its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// What is proposed.
    pub kind: ProposalKind,
    /// Why. Of a case it is kept under the customer's own key, and may be left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub why: Option<String>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub amount: Option<Amount>,
    /// The operation of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub operation_id: Option<String>,
    /// What was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub closing: Option<Closing>,
    /// Who bears what the wallet lacked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub shortfall_on: Option<Bearer>,
    /// The POS, by our own id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pos_id: Option<String>,
    /// Which way it is written off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub way: Option<WrittenOff>,
    /// The account debited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub debit: Option<String>,
    /// The account credited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub credit: Option<String>,
    /// The limit as it shall be; to remove one, as far as it names which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub limit: Option<Limit>,
    /// The brake as it shall be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub brake: Option<SetBrake>,
    /// The currency of the brake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub currency: Option<CurrencyCode>,
    /// The deposit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub deposit_id: Option<String>,
    /// The version of the tariff. One that names no beginning is in force from its approval on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub tariff: Option<AddTariff>,
}

/// `POST /proposals/operator-keys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeOperatorKey {
    /// Who will bear it.
    pub person: String,
    /// What it allows.
    pub role: Role,
    /// Why.
    pub why: String,
}

/// `POST /proposals/staff`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeStaff {
    /// Her name; nobody else's, whatever its case.
    pub name: String,
    /// What she may do.
    pub role: Role,
    /// Why.
    pub why: String,
}

/// `POST /proposals/staff/{staff_id}/reset`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeStaffReset {
    /// Why.
    pub why: String,
}

/// A proposed operator key. It opens nothing before another person has approved.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct ProposedOperatorKey {
    /// What waits for another person.
    pub proposal: Proposal,
    /// The bearer key's first half, told this once; the answer to the approval tells the second.
    pub first_half: String,
}

/// A proposed person, or one who is to be reset. Her secrets open nothing before another person has approved.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct ProposedStaff {
    /// What waits for another person.
    pub proposal: Proposal,
    /// The first half of her password, told this once; the answer to the approval tells the second.
    pub first_half: String,
    /// The seed of her authenticator app, base32, told this once.
    pub otp_seed: String,
    /// The same as authenticator apps read it.
    pub otp_uri: String,
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// It waits for another person.
    Waiting,
    /// It was approved, and done in the same commit.
    CarriedOut,
    /// Another person turned it down.
    Rejected,
    /// Whoever proposed it took it back.
    Withdrawn,
    /// Nobody approved it in time.
    Expired,
}

/// Which proposals are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedProposals {
    /// Those that wait for somebody.
    #[default]
    Waiting,
    /// All.
    All,
}

/// `GET /proposals`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposalsQuery {
    /// Which proposals.
    #[serde(default)]
    pub state: AskedProposals,
    /// Only proposals made after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Proposals looked at for the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A proposal. Members that its kind has no use for are null.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Proposal {
    /// Its id.
    pub proposal_id: String,
    /// What is proposed, by its name.
    pub kind: String,
    /// Where it stands.
    pub state: ProposalState,
    /// How much.
    #[schema(required = true)]
    pub amount: Option<Amount>,
    /// The operation of the case.
    #[schema(required = true)]
    pub operation_id: Option<String>,
    /// What was found of it.
    #[schema(required = true)]
    pub closing: Option<Closing>,
    /// Who bears what the wallet lacked.
    #[schema(required = true)]
    pub shortfall_on: Option<Bearer>,
    /// The POS.
    #[schema(required = true)]
    pub pos_id: Option<String>,
    /// Which way it is written off.
    #[schema(required = true)]
    pub way: Option<WrittenOff>,
    /// The account debited.
    #[schema(required = true)]
    pub debit: Option<String>,
    /// The account credited.
    #[schema(required = true)]
    pub credit: Option<String>,
    /// The limit as it would be.
    #[schema(required = true)]
    pub limit: Option<Limit>,
    /// The brake as it would be.
    #[schema(required = true)]
    pub brake: Option<SetBrake>,
    /// The currency of the brake that would be no more.
    #[schema(required = true)]
    pub currency: Option<CurrencyCode>,
    /// The deposit.
    #[schema(required = true)]
    pub deposit_id: Option<String>,
    /// The reconciliation whose break is cleared, or cleared no more.
    #[schema(required = true)]
    pub reconciliation_id: Option<String>,
    /// The break's number in it.
    #[schema(required = true)]
    pub break_number: Option<u32>,
    /// Whose key it is, or who signs in.
    #[schema(required = true)]
    pub person: Option<String>,
    /// What she may do.
    #[schema(required = true)]
    pub role: Option<Role>,
    /// The operator key that is made, or that the person counts as.
    #[schema(required = true)]
    pub operator_key_id: Option<String>,
    /// The second half of the key or the password: in the answer to the approval alone, null everywhere else.
    #[schema(required = true)]
    pub second_half: Option<String>,
    /// The version of the tariff that would be added.
    #[schema(required = true)]
    pub tariff: Option<AddTariff>,
    /// Why; null also where it was erased with the customer's personal data.
    #[schema(required = true)]
    pub why: Option<String>,
    /// Who proposed it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: String,
    /// From when on it may be approved.
    pub not_before: String,
    /// From when on it may not be any more.
    pub expires_at: String,
    /// Who judged it; null while it waits, and where it was taken back.
    #[schema(required = true)]
    pub judged_by: Option<String>,
    /// When.
    #[schema(required = true)]
    pub judged_at: Option<String>,
}

/// A page of proposals, the oldest first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Proposals {
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// What to send as `after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}

/// What becomes of a POS's cash of which nobody says anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnExpiry {
    /// A case, and the money stays held.
    Case,
    /// After `after_s` seconds the cash is taken to have left; for POS that never log out.
    AssumeDispensed,
}

/// `POST /pos/{pos_id}/on-expiry`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetOnExpiry {
    /// What becomes of it.
    pub on_expiry: OnExpiry,
    /// So many seconds after the session's end; with `assume_dispensed`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub after_s: Option<u32>,
}
