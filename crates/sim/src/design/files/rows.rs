//! What rows of reconciliation say, held against what the design knows.

use specie_domain::rows::{BreakState, Ours, ReconBreak, ReconFact, ReconLine, ReconMatch, Reconciliation};

use super::{Design, Fate, placed};
use crate::ask::Fact;

impl Design {
    /// Whether the rows say what the design says.
    pub(crate) fn has_file(&self, row: &Reconciliation) -> bool {
        self.files.get(&row.reconciliation_id).is_some_and(|file| {
            let open = file.breaks.iter().filter(|of| of.fate == Fate::Open).count();
            let standing =
                file.matches.iter().filter(|of| !of.undone).map(|of| of.lines.len()).sum::<usize>();
            (file.total, file.lines.len()) == (row.lines, row.taken as usize)
                && (file.matches.len(), file.breaks.len()) == (row.matches as usize, row.breaks as usize)
                && (open, standing) == (row.open_breaks as usize, row.matched_lines as usize)
        })
    }

    pub(crate) fn has_stated(&self, row: &ReconLine) -> bool {
        let (id, number) = row.key;
        let line = self.files.get(&id).zip((number as usize).checked_sub(1));
        let line = line.and_then(|(file, place)| file.lines.get(place));
        line.is_some_and(|(line, at)| {
            placed(*at) == row.placed
                && line.value() == row.stated.value()
                && line.gross() == row.stated.gross()
        })
    }

    pub(crate) fn has_fact(&self, row: &ReconFact) -> bool {
        let fact = match row.ours {
            Ours::Withdrawal(id) => Fact::Withdrawal(id.as_u128()),
            Ours::Deposit(id) => Fact::Deposit(id.as_u128()),
            Ours::Batch(_) => return false,
        };
        self.facts.get(&fact).map(|(id, at)| (*id, placed(Some(*at)))) == row.place
    }

    pub(crate) fn has_match(&self, row: &ReconMatch) -> bool {
        let (id, number) = row.key;
        let found = self.files.get(&id).zip((number as usize).checked_sub(1));
        let found = found.and_then(|(file, place)| file.matches.get(place));
        found.is_some_and(|of| {
            (&of.lines, of.undone) == (&row.lines, row.undone.is_some())
                && of.facts.iter().map(|fact| fact.ours()).eq(row.ours.iter().copied())
        })
    }

    pub(crate) fn has_break(&self, row: &ReconBreak) -> bool {
        let (id, number) = row.key;
        let found = self.files.get(&id).zip((number as usize).checked_sub(1));
        let found = found.and_then(|(file, place)| file.breaks.get(place));
        found.is_some_and(|of| {
            let fate = match &row.state {
                BreakState::Open => Fate::Open,
                BreakState::Gone(_) => Fate::Gone,
                BreakState::Closed(_) => Fate::Closed,
                BreakState::Cleared(clearing) => Fate::Cleared(clearing.difference.minor()),
            };
            let parts = row.parts.iter().map(|part| part.difference.minor());
            (of.kind, of.theirs, of.known, of.fate) == (row.kind, row.theirs.minor(), row.known, fate)
                && of.lines == row.lines
                && of.facts.iter().map(|fact| fact.ours()).eq(row.ours.iter().copied())
                && of.parts.iter().copied().eq(parts)
                && of.by_hand == row.is_by_hand
        })
    }
}
