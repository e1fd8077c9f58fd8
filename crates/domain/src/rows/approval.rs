//! Proposals: what one person of the operator asks for and another one must approve before it is done
//! (security.md "People"). Sums are minor units. A proposal holds what it would do as data, so that the journal
//! shows what was approved; its reason is the operator's own text and holds nothing personal.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use super::{
    AccountKey, BrakeSetting, Closing, Credentials, LimitBounds, LimitKey, NewTariff, Role, is_one_person,
};
use crate::ids::{DepositId, OperationId, OperatorKeyId, PosId, ProposalId, ReconciliationId};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// What needs two people; new kinds go to the end.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Proposed {
    /// A transfer made by hand.
    Post(ManualPosting),
    /// What lies or lacks in a POS's `suspense` is written off.
    WriteOff(WriteOff),
    /// The operator makes a loss good from its own money.
    MakeLossGood(MakeLossGood),
    /// A case is closed.
    CloseCase(CloseCase),
    /// A limit is set or removed, so that more may pass than before.
    SetLimit(LimitChange),
    /// A brake is set or removed, so that more may pass than before.
    SetBrake(BrakeChange),
    /// A POS's position may go further below zero.
    SetCreditLine(CreditLineChange),
    /// A deposit is taken back after its session.
    CorrectDeposit(DepositCorrection),
    /// The difference of a break is posted to `suspense`.
    ClearBreak(ClearBreak),
    /// Such a posting is taken back.
    UndoClearing(UndoClearing),
    /// An operator key is made.
    AddKey(KeyAddition),
    /// A person who signs in is registered.
    AddStaff(StaffAddition),
    /// A person gets a new password and seed.
    ResetStaff(StaffReset),
    /// A version of a tariff is added.
    AddTariff(Box<TariffAddition>),
    /// A part of the difference of a break is posted to `suspense`.
    ClearPart(ClearPart),
}

impl Proposed {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Post(_) => "post",
            Self::WriteOff(_) => "write_off",
            Self::MakeLossGood(_) => "make_loss_good",
            Self::CloseCase(_) => "close_case",
            Self::SetLimit(change) if change.bounds.is_none() => "remove_limit",
            Self::SetLimit(_) => "set_limit",
            Self::SetBrake(change) if change.brake.is_none() => "remove_brake",
            Self::SetBrake(_) => "set_brake",
            Self::SetCreditLine(_) => "set_credit_line",
            Self::CorrectDeposit(_) => "correct_deposit",
            Self::ClearBreak(_) => "clear_break",
            Self::UndoClearing(_) => "undo_clearing",
            Self::AddKey(_) => "add_operator_key",
            Self::AddStaff(_) => "add_staff",
            Self::ResetStaff(_) => "reset_staff",
            Self::AddTariff(_) => "add_tariff",
            Self::ClearPart(_) => "clear_part",
        }
    }

    /// The second half of the secret that it brings, if it brings one, sealed for the hash of the whole.
    #[must_use]
    pub fn half(&self) -> Option<(KeyedHash, &[u8])> {
        match self {
            Self::AddKey(addition) => Some((addition.hash, &addition.sealed_half)),
            Self::AddStaff(addition) => Some((addition.credentials.password, &addition.sealed_half)),
            Self::ResetStaff(reset) => Some((reset.credentials.password, &reset.sealed_half)),
            Self::Post(_)
            | Self::WriteOff(_)
            | Self::MakeLossGood(_)
            | Self::CloseCase(_)
            | Self::SetLimit(_)
            | Self::SetBrake(_)
            | Self::SetCreditLine(_)
            | Self::CorrectDeposit(_)
            | Self::ClearBreak(_)
            | Self::UndoClearing(_)
            | Self::AddTariff(_)
            | Self::ClearPart(_) => None,
        }
    }

    /// The sum it is about, if it is about one.
    #[must_use]
    pub const fn amount(&self) -> Option<Money> {
        match self {
            Self::Post(posting) => Some(Money::from_minor(posting.amount, posting.debit.currency)),
            Self::WriteOff(write_off) => Some(write_off.amount),
            Self::MakeLossGood(good) => Some(good.amount),
            Self::CloseCase(_)
            | Self::SetLimit(_)
            | Self::SetBrake(_)
            | Self::AddKey(_)
            | Self::AddStaff(_)
            | Self::ResetStaff(_)
            | Self::AddTariff(_) => None,
            Self::SetCreditLine(change) => Some(change.line),
            Self::CorrectDeposit(correction) => Some(correction.amount),
            Self::ClearBreak(clear) => Some(clear.difference),
            Self::UndoClearing(undo) => Some(undo.difference),
            Self::ClearPart(part) => Some(part.clear.difference),
        }
    }
}

/// A transfer made by hand: `debit → credit`.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ManualPosting {
    /// The account debited.
    pub debit: AccountKey,
    /// The account credited.
    pub credit: AccountKey,
    /// Minor units, positive.
    pub amount: i64,
    /// Why, in the operator's words.
    pub why: String,
}

/// What becomes of a case.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CloseCase {
    /// The operation it is about.
    pub operation_id: OperationId,
    /// What was found.
    pub closing: Closing,
    /// Why, sealed under the wallet's key; empty when nothing was written.
    pub sealed_text: Vec<u8>,
}

/// Which way a write-off goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum WrittenOff {
    /// What `suspense` lacks is given up: `loss → suspense`.
    Claim,
    /// What nobody claims in `suspense` is taken: `suspense → loss`.
    Surplus,
}

/// A write-off of what is under investigation at a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct WriteOff {
    /// Whose `suspense`.
    pub pos_id: PosId,
    /// How much; never more than lies or lacks there.
    pub amount: Money,
    /// Which way.
    pub way: WrittenOff,
    /// Why, in the operator's words.
    pub why: String,
}

/// The operator's own money makes a loss good: `funding → loss`.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct MakeLossGood {
    /// How much; never more than `loss` lacks.
    pub amount: Money,
    /// Why, in the operator's words.
    pub why: String,
}

/// A change of a limit.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct LimitChange {
    /// Which one.
    pub key: LimitKey,
    /// What it shall let pass; nothing: it is removed.
    pub bounds: Option<LimitBounds>,
    /// Why, in the operator's words.
    pub why: String,
}

/// A change of a brake.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct BrakeChange {
    /// The currency.
    pub currency: Currency,
    /// Its window and levels; nothing: it is removed.
    pub brake: Option<BrakeSetting>,
    /// Why, in the operator's words.
    pub why: String,
}

/// A change of a POS's credit line.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CreditLineChange {
    /// The POS.
    pub pos_id: PosId,
    /// How far its position may go below zero.
    pub line: Money,
    /// Why, in the operator's words.
    pub why: String,
}

/// A deposit taken back by the operator: from the wallet as far as it has it; the rest is for people.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DepositCorrection {
    /// The deposit.
    pub deposit_id: DepositId,
    /// How much of it.
    pub amount: Money,
    /// Why, in the operator's words.
    pub why: String,
}

/// The difference of a break, posted between the POS (or the bank) and the POS's `suspense`.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ClearBreak {
    /// Which reconciliation.
    pub reconciliation_id: ReconciliationId,
    /// The break.
    pub number: u32,
    /// Whose `suspense`.
    pub pos_id: PosId,
    /// Theirs less ours, as it was when this was proposed; another one is not posted.
    pub difference: Money,
    /// Why, in the operator's words.
    pub why: String,
}

/// A part of the difference of a break; what is left stays open.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ClearPart {
    /// The break, and the part that is posted as its `difference`.
    pub clear: ClearBreak,
    /// What was left of the difference when this was proposed; a part of another one is not posted.
    pub rest: Money,
}

/// A clearing taken back by its reverse.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UndoClearing {
    /// Which reconciliation.
    pub reconciliation_id: ReconciliationId,
    /// The break.
    pub number: u32,
    /// The difference that was posted.
    pub difference: Money,
    /// Why, in the operator's words.
    pub why: String,
}

/// An operator key to be made. Neither who proposes nor who approves is told the whole of it: either could act as its
/// bearer, and approve what she proposed herself. It opens nothing before; then its public name has the proposal's number.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct KeyAddition {
    /// The key's keyed hash; whoever proposed it was told its first half.
    pub hash: KeyedHash,
    /// Who will bear it.
    pub person: String,
    /// What it allows.
    pub role: Role,
    /// Why, in the operator's words.
    pub why: String,
    /// The key's second half, sealed: for whoever approves.
    pub sealed_half: Vec<u8>,
}

/// A person to be registered. The operator key she counts as has the proposal's number.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StaffAddition {
    /// The name's keyed hash.
    pub name: KeyedHash,
    /// The name.
    pub person: String,
    /// What she may do.
    pub role: Role,
    /// What she will sign in with.
    pub credentials: Credentials,
    /// Why, in the operator's words.
    pub why: String,
    /// The password's second half, sealed: for whoever approves.
    pub sealed_half: Vec<u8>,
}

/// A person who gets a new password and a new seed.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StaffReset {
    /// The person.
    pub staff_id: OperatorKeyId,
    /// What she will sign in with.
    pub credentials: Credentials,
    /// Why, in the operator's words.
    pub why: String,
    /// The password's second half, sealed: for whoever approves.
    pub sealed_half: Vec<u8>,
}

/// A version of a tariff to be added. One that names no beginning is in force from its approval on.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TariffAddition {
    /// The version.
    pub tariff: NewTariff,
    /// Why, in the operator's words.
    pub why: String,
}

/// Who spoke, and with which key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Signer {
    /// The person.
    pub person: String,
    /// The key.
    pub operator_key_id: OperatorKeyId,
}

impl Signer {
    /// Whether both are one person.
    #[must_use]
    pub fn is_same_person(&self, other: &Self) -> bool {
        is_one_person(&self.person, &other.person)
    }
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Proposal {
    /// Its id.
    pub proposal_id: ProposalId,
    /// What would be done.
    pub what: Proposed,
    /// Who asked for it.
    pub proposed_by: Signer,
    /// When.
    pub proposed_at: Time,
    /// The first instant it may be approved.
    pub not_before: Time,
    /// The first instant it may not be approved any more.
    pub expires_at: Time,
    /// What became of it, as far as somebody said.
    pub state: ProposalState,
}

impl Proposal {
    /// Where it stands at `now`.
    #[must_use]
    pub fn standing(&self, now: Time) -> Standing {
        match self.state {
            ProposalState::Waiting if now >= self.expires_at => Standing::Expired,
            ProposalState::Waiting => Standing::Waiting,
            ProposalState::Carried(..) => Standing::Carried,
            ProposalState::Rejected(..) => Standing::Rejected,
            ProposalState::Withdrawn(_) => Standing::Withdrawn,
        }
    }
}

/// What people said of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ProposalState {
    /// Nothing yet.
    Waiting,
    /// This other person approved it, and it was carried out in the same commit.
    Carried(Time, Signer),
    /// This other person turned it down.
    Rejected(Time, Signer),
    /// Whoever proposed it took it back.
    Withdrawn(Time),
}

/// Where a proposal stands at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It waits for another person.
    Waiting,
    /// It was approved and carried out.
    Carried,
    /// It was turned down.
    Rejected,
    /// It was taken back.
    Withdrawn,
    /// Nobody approved it in time.
    Expired,
}

impl Standing {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Carried => "carried_out",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }
}
