//! Commands of reconciliation. Files are read, and what fits together is searched, by the caller; what is put together
//! is judged here anew.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Actor;
use crate::ids::ReconciliationId;
use crate::rows::{FileHash, MatchedBy, Ours, ReconScope, StatedLine};
use crate::time::Time;

/// What is done with a file held against the ledger. New kinds go to the end.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Reconcile {
    /// It begins.
    Begin(BeginReconciliation),
    /// The next lines are taken in.
    TakeLines(TakeLines),
    /// What a search found is put together.
    Place(PlaceGroups),
    /// What a person found is put together.
    MatchByHand(MatchByHand),
    /// A match is taken apart.
    UndoMatch(UndoMatch),
    /// Somebody looks into a break.
    NoteBreak(NoteBreak),
    /// A break is closed without a posting.
    CloseBreak(CloseBreak),
    /// It begins, and says which statements of a bank it has.
    BeginStatements(BeginStatements),
}

/// Begin to hold a file against the ledger.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct BeginReconciliation {
    /// Who asks.
    pub actor: Actor,
    /// Whose word it is.
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
}

/// Begin to hold a file of a bank's statements against the ledger. A bank may send a statement again in another file.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct BeginStatements {
    /// The file.
    pub begin: BeginReconciliation,
    /// What tells its statements from all others.
    pub statements: Vec<Statement>,
}

/// What tells a bank's statement from all others: its account with its id there, or with its number.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Statement {
    /// In words.
    pub name: String,
    /// The SHA-256 of the words: it is known by this, as a file is.
    pub mark: FileHash,
}

/// Take in the next lines of a file.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TakeLines {
    /// Who asks.
    pub actor: Actor,
    /// Which one.
    pub reconciliation_id: ReconciliationId,
    /// The number of the first of them.
    pub first: u32,
    /// The lines.
    pub lines: Vec<StatedLine>,
}

/// Lines and facts that belong together, or one side alone that nothing belongs to.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Group {
    /// The lines.
    pub lines: Vec<u32>,
    /// The facts.
    pub ours: Vec<Ours>,
    /// How they were found.
    pub how: MatchedBy,
}

/// Put together what a search found; what is settled already is left as it is.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PlaceGroups {
    /// Who asks.
    pub actor: Actor,
    /// Which one.
    pub reconciliation_id: ReconciliationId,
    /// What was found.
    pub groups: Vec<Group>,
}

/// A person puts lines and facts together.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct MatchByHand {
    /// Who asks.
    pub actor: Actor,
    /// Which one.
    pub reconciliation_id: ReconciliationId,
    /// The lines.
    pub lines: Vec<u32>,
    /// The facts.
    pub ours: Vec<Ours>,
    /// Why.
    pub why: String,
}

/// A person takes a match apart.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct UndoMatch {
    /// Who asks.
    pub actor: Actor,
    /// Which one.
    pub reconciliation_id: ReconciliationId,
    /// The match.
    pub number: u32,
    /// Why.
    pub why: String,
}

/// A person looks into a break: who, and what was found out; what is not named stays.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct NoteBreak {
    /// Who asks.
    pub actor: Actor,
    /// Which one.
    pub reconciliation_id: ReconciliationId,
    /// The break.
    pub number: u32,
    /// Who looks into it.
    pub assignee: Option<String>,
    /// What was found out.
    pub note: Option<String>,
}

/// A person closes a break without a posting.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CloseBreak {
    /// Who asks.
    pub actor: Actor,
    /// Which one.
    pub reconciliation_id: ReconciliationId,
    /// The break.
    pub number: u32,
    /// Why.
    pub why: String,
}
