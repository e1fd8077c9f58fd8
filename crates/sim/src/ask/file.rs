//! What is asked of a POS's journal that is held against the ledger. POS and currencies by their numbers; sums are minor
//! units.

use specie_domain::command::{
    Actor, BeginReconciliation, CloseBreak, Group, MatchByHand, NoteBreak, PlaceGroups, Reconcile, TakeLines,
    UndoMatch,
};
use specie_domain::ids::{DepositId, ReconciliationId, WithdrawalId};
use specie_domain::rows::{
    ClearBreak, ClearPart, FileHash, LineWhat, MatchedBy, Ours, Proposed, ReconScope, Role, StatedLine,
    UndoClearing,
};
use specie_domain::{Body, Time};
use specie_money::{Currency, Money};

use crate::town::Town;

/// Lines that one request brings, at most.
pub(crate) const LINES_AT_ONCE: usize = 3;
/// Members of a side, at most.
pub(crate) const OF_SIDE: usize = 2;

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Line {
    /// Cash was taken in, or else left.
    pub(crate) is_deposit: bool,
    /// It undoes another line.
    pub(crate) is_reversal: bool,
    pub(crate) currency: usize,
    pub(crate) minor: i64,
}

/// A fact of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Fact {
    Withdrawal(u128),
    Deposit(u128),
}

impl Fact {
    /// The same in the core's words.
    pub(crate) const fn ours(self) -> Ours {
        match self {
            Self::Withdrawal(id) => Ours::Withdrawal(WithdrawalId::from_u128(id)),
            Self::Deposit(id) => Ours::Deposit(DepositId::from_u128(id)),
        }
    }
}

/// Lines and facts that belong together, as somebody thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Pairing {
    pub(crate) lines: [Option<u32>; OF_SIDE],
    pub(crate) facts: [Option<Fact>; OF_SIDE],
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum FileAsk {
    /// A file of a POS begins to be held against the ledger; one that ends before it begins is none.
    Begin { pos: usize, lines: u32, file: u64, backwards: bool },
    /// The next lines.
    Take { id: ReconciliationId, first: u32, lines: [Option<Line>; LINES_AT_ONCE] },
    /// What a search found, or a person.
    Place { id: ReconciliationId, group: Pairing, by_hand: bool },
    /// A match is taken apart.
    Undo { id: ReconciliationId, number: u32 },
    /// Somebody looks into a break.
    Note { id: ReconciliationId, number: u32 },
    /// A break is closed without a posting.
    Close { id: ReconciliationId, number: u32 },
}

/// How a difference is posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Posted {
    /// All that is left of it.
    All,
    /// A part, of so much that is left.
    Part(i64),
    /// The last posting is taken back.
    Back,
}

/// A posting of a break's difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FileWant {
    pub(crate) id: ReconciliationId,
    pub(crate) number: u32,
    pub(crate) pos: usize,
    pub(crate) currency: usize,
    pub(crate) minor: i64,
    pub(crate) how: Posted,
}

impl FileWant {
    /// The same in the core's words.
    pub(super) fn proposed(&self, town: &Town, why: String) -> Proposed {
        let Self { id: reconciliation_id, number, pos, currency, minor, how } = *self;
        let money = |minor| Money::from_minor(minor, town.currencies[currency]);
        let (pos_id, difference) = (town.pos_id(pos), money(minor));
        if how == Posted::Back {
            return Proposed::UndoClearing(UndoClearing { reconciliation_id, number, difference, why });
        }
        let clear = ClearBreak { reconciliation_id, number, pos_id, difference, why };
        match how {
            Posted::Part(rest) => Proposed::ClearPart(ClearPart { clear, rest: money(rest) }),
            Posted::All | Posted::Back => Proposed::ClearBreak(clear),
        }
    }

    /// Whether a proposal's row is about this.
    pub(crate) fn is_proposed(&self, what: &Proposed, currencies: &[Currency]) -> bool {
        let difference = Money::from_minor(self.minor, currencies[self.currency]);
        match (self.how, what) {
            (Posted::All, Proposed::ClearBreak(of)) => {
                (of.number, of.difference) == (self.number, difference)
            }
            (Posted::Part(_), Proposed::ClearPart(of)) => {
                (of.clear.number, of.clear.difference) == (self.number, difference)
            }
            (Posted::Back, Proposed::UndoClearing(of)) => {
                (of.number, of.difference) == (self.number, difference)
            }
            (Posted::All | Posted::Part(_) | Posted::Back, _) => false,
        }
    }
}

impl FileAsk {
    /// Whose work it is.
    pub(super) const fn job() -> Role {
        Role::Finance
    }

    /// The command it becomes.
    pub(super) fn body(&self, town: &Town, actor: Actor) -> Body {
        let why = || "a drill".to_owned();
        Body::Reconcile(match *self {
            Self::Begin { pos, lines, file, backwards } => {
                let mut hash = [0; 32];
                hash[..8].copy_from_slice(&file.to_be_bytes());
                let (from, to) = (Time::from_unix_ms(0), Time::from_unix_ms(i64::MAX));
                Reconcile::Begin(BeginReconciliation {
                    actor,
                    scope: ReconScope::PosJournal(town.pos_id(pos)),
                    name: format!("File {file}"),
                    from: if backwards { to } else { from },
                    to: if backwards { from } else { to },
                    file: FileHash(hash),
                    lines,
                })
            }
            Self::Take { id: reconciliation_id, first, lines } => {
                let lines = lines.iter().flatten().map(|line| line.stated(town)).collect();
                Reconcile::TakeLines(TakeLines { actor, reconciliation_id, first, lines })
            }
            Self::Place { id: reconciliation_id, group, by_hand } => {
                let lines = group.lines.into_iter().flatten().collect();
                let ours = group.facts.into_iter().flatten().map(Fact::ours).collect();
                if by_hand {
                    let why = why();
                    Reconcile::MatchByHand(MatchByHand { actor, reconciliation_id, lines, ours, why })
                } else {
                    let groups = vec![Group { lines, ours, how: MatchedBy::Amount }];
                    Reconcile::Place(PlaceGroups { actor, reconciliation_id, groups })
                }
            }
            Self::Undo { id: reconciliation_id, number } => {
                Reconcile::UndoMatch(UndoMatch { actor, reconciliation_id, number, why: why() })
            }
            Self::Note { id: reconciliation_id, number } => {
                let (assignee, note) = (Some("Somebody".to_owned()), Some(why()));
                Reconcile::NoteBreak(NoteBreak { actor, reconciliation_id, number, assignee, note })
            }
            Self::Close { id: reconciliation_id, number } => {
                Reconcile::CloseBreak(CloseBreak { actor, reconciliation_id, number, why: why() })
            }
        })
    }
}

impl Line {
    /// The same in the core's words.
    fn stated(&self, town: &Town) -> StatedLine {
        StatedLine {
            what: match (self.is_deposit, self.is_reversal) {
                (false, false) => LineWhat::Withdrawal,
                (false, true) => LineWhat::WithdrawalReversal,
                (true, false) => LineWhat::Deposit,
                (true, true) => LineWhat::DepositReversal,
            },
            operation_id: None,
            reference: String::new(),
            amount: Money::from_minor(self.minor, town.currencies[self.currency]),
            at: Time::from_unix_ms(0),
        }
    }
}
