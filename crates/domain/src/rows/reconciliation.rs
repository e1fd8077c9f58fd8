//! Reconciliation: what a POS's own journal or the bank's statement says, held against what the ledger knows. Every
//! line of theirs and every fact of ours stands in one place at most: in a match, or in a break. Nothing here changes a
//! fact of the ledger. Sums are minor units; the value of a POS's line is what left its drawer, that of a bank's line
//! what came into the account.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use super::{BatchState, Deposit, SettleBatch, Withdrawal};
use crate::ids::{
    BatchId, DepositId, OperationId, OwnerId, PosId, ProposalId, ReconciliationId, WithdrawalId,
};
use crate::time::Time;

/// Lines of one file.
pub const RECONCILED_LINES_MAX: u32 = 20_000;
/// Lines one command takes in.
pub const TAKEN_LINES_MAX: usize = 500;
/// Lines, or facts, on one side of a match or a break.
pub const SIDE_MAX: usize = 32;

/// The SHA-256 of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct FileHash(pub [u8; 32]);

/// Whose word is held against ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ReconScope {
    /// A POS's own journal, against its withdrawals and deposits.
    PosJournal(PosId),
    /// The bank's statement in a currency, against settlement batches: of this owner, or of all.
    Bank(Currency, Option<OwnerId>),
}

/// A file that is held against the ledger.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Reconciliation {
    /// Its id.
    pub reconciliation_id: ReconciliationId,
    /// Whose word.
    pub scope: ReconScope,
    /// What people call it.
    pub name: String,
    /// The first instant it is about.
    pub from: Time,
    /// The first instant after it.
    pub to: Time,
    /// The file.
    pub file: FileHash,
    /// Lines the file has.
    pub lines: u32,
    /// Of those, how many have been taken in.
    pub taken: u32,
    /// Of those, how many stand in a match.
    pub matched_lines: u32,
    /// Matches so far, undone ones too; the last one bears this number.
    pub matches: u32,
    /// Breaks so far; the last one bears this number.
    pub breaks: u32,
    /// Of those, how many are open.
    pub open_breaks: u32,
    /// Who began it.
    pub made_by: String,
    /// When.
    pub made_at: Time,
}

/// The way from a file, or from a bank's statement in it, to its reconciliation.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ReconFile {
    /// The file, or what tells the statement from all others.
    pub file: FileHash,
    /// Where it was taken in.
    pub reconciliation_id: ReconciliationId,
}

/// What a line says happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum LineWhat {
    /// Cash left the drawer.
    Withdrawal,
    /// Of a withdrawal, cash came back or had not left.
    WithdrawalReversal,
    /// Cash was taken in.
    Deposit,
    /// Of a deposit, cash was given back.
    DepositReversal,
    /// Money came into the bank account (plus) or left it (minus).
    Payment,
}

impl LineWhat {
    /// Its name in tables and texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Withdrawal => "withdrawal",
            Self::WithdrawalReversal => "withdrawal_reversal",
            Self::Deposit => "deposit",
            Self::DepositReversal => "deposit_reversal",
            Self::Payment => "payment",
        }
    }

    /// Whether it undoes another line.
    #[must_use]
    pub const fn is_reversal(self) -> bool {
        match self {
            Self::WithdrawalReversal | Self::DepositReversal => true,
            Self::Withdrawal | Self::Deposit | Self::Payment => false,
        }
    }
}

/// What a line of theirs says.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StatedLine {
    /// What happened.
    pub what: LineWhat,
    /// In which operation, if it says.
    pub operation_id: Option<OperationId>,
    /// What they call it; empty when it has no name.
    pub reference: String,
    /// How much: positive, but for a bank's line.
    pub amount: Money,
    /// When.
    pub at: Time,
}

impl StatedLine {
    /// What left the drawer, or came into the bank account; minor units.
    #[must_use]
    pub const fn value(&self) -> i64 {
        match self.what {
            LineWhat::Withdrawal | LineWhat::DepositReversal | LineWhat::Payment => self.amount.minor(),
            LineWhat::WithdrawalReversal | LineWhat::Deposit => self.amount.minor().saturating_neg(),
        }
    }

    /// The same, without what lines undo.
    #[must_use]
    pub const fn gross(&self) -> i64 {
        if self.what.is_reversal() { 0 } else { self.value() }
    }
}

/// Where a line or a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Placed {
    /// Nowhere yet.
    Free,
    /// In the match of this number.
    Matched(u32),
    /// In the break of this number.
    Broken(u32),
}

/// A line of theirs.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ReconLine {
    /// Its file and its number in it, from one.
    pub key: (ReconciliationId, u32),
    /// What it says.
    pub stated: StatedLine,
    /// Where it stands.
    pub placed: Placed,
}

/// A fact of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum Ours {
    /// A withdrawal with its reversals.
    Withdrawal(WithdrawalId),
    /// A deposit with its reversals.
    Deposit(DepositId),
    /// A settlement batch.
    Batch(BatchId),
}

/// What a fact of ours comes to, minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worth {
    /// The currency.
    pub currency: Currency,
    /// What was asked for.
    pub gross: i64,
    /// What left the drawer, or came into the bank account, as far as the ledger knows.
    pub value: i64,
    /// Whether that is not known yet.
    pub is_undecided: bool,
}

impl Worth {
    /// Of a withdrawal. A law that gave its money back brought no cash back: what left is in the POS's journal.
    #[must_use]
    pub const fn of_withdrawal(row: &Withdrawal) -> Self {
        Self {
            currency: row.currency,
            gross: row.amount,
            value: row.paid.saturating_add(row.paid_late).saturating_add(row.cash_out),
            is_undecided: row.held > 0,
        }
    }

    /// Of a deposit.
    #[must_use]
    pub const fn of_deposit(row: &Deposit) -> Self {
        let kept = row.amount.saturating_sub(row.returned).saturating_sub(row.short);
        Self {
            currency: row.currency,
            gross: row.amount.saturating_neg(),
            value: kept.saturating_neg(),
            is_undecided: false,
        }
    }

    /// Of a settlement batch: money has moved once the bank confirmed it.
    #[must_use]
    pub const fn of_batch(row: &SettleBatch) -> Self {
        let gross = row.amount.saturating_neg();
        let value = match row.state {
            BatchState::Confirmed => gross,
            BatchState::Taking
            | BatchState::Posting
            | BatchState::Due
            | BatchState::TakingBack
            | BatchState::Failed
            | BatchState::Carried => 0,
        };
        Self { currency: row.key.currency, gross, value, is_undecided: false }
    }

    /// Whether it is missed where nobody else tells of it.
    #[must_use]
    pub const fn matters(&self) -> bool {
        self.value != 0 || self.is_undecided
    }
}

/// Where a fact of ours stands. It is in one place, whatever the number of files that tell of it: a payment that two
/// statements show is one payment too many.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ReconFact {
    /// The fact.
    pub ours: Ours,
    /// In which reconciliation, and where in it.
    pub place: Option<(ReconciliationId, Placed)>,
}

/// How a match was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum MatchedBy {
    /// By an operation's or a transaction's id.
    Id,
    /// By a reference of the bank.
    Reference,
    /// By an equal amount at about the same time, where nothing else fits.
    Amount,
    /// By the only sum that fits.
    Sum,
    /// By a person.
    Hand,
}

impl MatchedBy {
    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Reference => "reference",
            Self::Amount => "amount",
            Self::Sum => "sum",
            Self::Hand => "hand",
        }
    }
}

/// What a person did, and why.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ByHand {
    /// When.
    pub at: Time,
    /// Who.
    pub person: String,
    /// Why.
    pub why: String,
}

/// Lines of theirs and facts of ours that come to the same.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ReconMatch {
    /// Its reconciliation, and its number there, from one.
    pub key: (ReconciliationId, u32),
    /// The lines.
    pub lines: Vec<u32>,
    /// The facts.
    pub ours: Vec<Ours>,
    /// What each side comes to.
    pub sum: Money,
    /// How it was found.
    pub how: MatchedBy,
    /// Who found it, if a person did.
    pub by_hand: Option<ByHand>,
    /// When.
    pub made_at: Time,
    /// Who took it apart, if somebody did.
    pub undone: Option<ByHand>,
}

/// What does not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum BreakKind {
    /// Only they know of it.
    OnlyTheirs,
    /// Only we know of it.
    OnlyOurs,
    /// The sums differ.
    AmountDiffers,
    /// The sum asked for is the same, and what became of it is not.
    StateDiffers,
}

impl BreakKind {
    /// Its name in tables and texts.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OnlyTheirs => "only_theirs",
            Self::OnlyOurs => "only_ours",
            Self::AmountDiffers => "amount_differs",
            Self::StateDiffers => "state_differs",
        }
    }
}

/// What became of a break.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum BreakState {
    /// Somebody must look at it.
    Open,
    /// What was in it stands elsewhere now.
    Gone(Time),
    /// A person closed it; nothing was posted.
    Closed(ByHand),
    /// Two people cleared it: the difference was posted to `suspense`.
    Cleared(Clearing),
}

impl BreakState {
    /// Its name in tables and texts.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Gone(_) => "gone",
            Self::Closed(_) => "closed",
            Self::Cleared(_) => "cleared",
        }
    }
}

/// A difference that was posted.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Clearing {
    /// When.
    pub at: Time,
    /// What two people approved.
    pub proposal_id: ProposalId,
    /// Whose `suspense`.
    pub pos_id: PosId,
    /// Theirs less ours.
    pub difference: Money,
}

/// A difference between their word and ours.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ReconBreak {
    /// Its reconciliation, and its number there, from one.
    pub key: (ReconciliationId, u32),
    /// What does not agree.
    pub kind: BreakKind,
    /// The lines.
    pub lines: Vec<u32>,
    /// The facts.
    pub ours: Vec<Ours>,
    /// What the lines come to.
    pub theirs: Money,
    /// What the facts came to when it was found, minor units of the same currency.
    pub known: i64,
    /// When it was found.
    pub opened_at: Time,
    /// A person put it together: no search takes it apart.
    pub is_by_hand: bool,
    /// Who looks into it.
    pub assignee: Option<String>,
    /// What was found out so far.
    pub note: Option<String>,
    /// What became of it.
    pub state: BreakState,
    /// Parts of its difference that were posted while it stayed open, in their order.
    pub parts: Vec<Clearing>,
}

impl ReconBreak {
    /// Theirs less ours.
    #[must_use]
    pub const fn difference(&self) -> Money {
        Money::from_minor(self.theirs.minor().saturating_sub(self.known), self.theirs.currency())
    }

    /// The clearing that came last and still stands, if the break is open or cleared.
    #[must_use]
    pub fn last_clearing(&self) -> Option<&Clearing> {
        match &self.state {
            BreakState::Cleared(clearing) => Some(clearing),
            BreakState::Open => self.parts.last(),
            BreakState::Gone(_) | BreakState::Closed(_) => None,
        }
    }

    /// What is left of `difference` when all that was posted of it is taken off; nothing: no account could hold it.
    #[must_use]
    pub fn rest_of(&self, difference: Money) -> Option<Money> {
        let whole = match &self.state {
            BreakState::Cleared(clearing) => Some(clearing),
            BreakState::Open | BreakState::Gone(_) | BreakState::Closed(_) => None,
        };
        let mut posted = self.parts.iter().chain(whole).map(|clearing| clearing.difference);
        posted.try_fold(difference, |rest, posted| rest.checked_sub(posted).ok())
    }
}
