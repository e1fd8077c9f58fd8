//! Files, lines, matches and breaks of a reconciliation as our API shows them.

use specie_commands::{BreakView, FactView, MatchView, days_between};
use specie_domain::Time;
use specie_domain::rows::{
    BreakKind, BreakState, Clearing, LineWhat, Ours, Placed, ReconLine, ReconScope, Reconciliation,
};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount};

use super::reconciliation::currency_of;
use crate::when::rfc3339;

const fn amount(minor: i64, currency: Currency) -> Amount {
    Amount(Money::from_minor(minor, currency))
}

pub(super) fn shown(row: &Reconciliation) -> api::Reconciliation {
    let (kind, pos_id, owner_id) = match row.scope {
        ReconScope::PosJournal(pos_id) => (api::ReconciliationKind::PosJournal, Some(pos_id), None),
        ReconScope::Bank(_, owner_id) => (api::ReconciliationKind::Bank, None, owner_id),
    };
    api::Reconciliation {
        reconciliation_id: row.reconciliation_id.to_string(),
        kind,
        pos_id: pos_id.map(|id| id.to_string()),
        currency: currency_of(row.scope),
        owner_id: owner_id.map(|id| id.to_string()),
        name: row.name.clone(),
        from: rfc3339(row.from),
        to: rfc3339(row.to),
        file_sha256: row.file.0.iter().map(|byte| format!("{byte:02x}")).collect(),
        lines: row.lines,
        taken: row.taken,
        matched_lines: row.matched_lines,
        matches: row.matches,
        breaks: row.breaks,
        open_breaks: row.open_breaks,
        made_by: row.made_by.clone(),
        made_at: rfc3339(row.made_at),
    }
}

pub(super) fn shown_line(line: &ReconLine) -> api::PlacedLine {
    let (state, number) = match line.placed {
        Placed::Free => (api::LinePlace::Free, None),
        Placed::Matched(number) => (api::LinePlace::Matched, Some(number)),
        Placed::Broken(number) => (api::LinePlace::Broken, Some(number)),
    };
    let stated = &line.stated;
    api::PlacedLine {
        line: line.key.1,
        what: match stated.what {
            LineWhat::Withdrawal => api::StatedWhat::Withdrawal,
            LineWhat::WithdrawalReversal => api::StatedWhat::WithdrawalReversal,
            LineWhat::Deposit => api::StatedWhat::Deposit,
            LineWhat::DepositReversal => api::StatedWhat::DepositReversal,
            LineWhat::Payment => api::StatedWhat::Payment,
        },
        operation_id: stated.operation_id.map(|id| id.to_string()),
        reference: stated.reference.clone(),
        amount: Amount(stated.amount),
        at: rfc3339(stated.at),
        state,
        number,
    }
}

fn shown_fact(fact: &FactView) -> api::LedgerFact {
    let currency = fact.worth.currency;
    api::LedgerFact {
        fact: match fact.ours {
            Ours::Withdrawal(id) => format!("withdrawal/{id}"),
            Ours::Deposit(id) => format!("deposit/{id}"),
            Ours::Batch(id) => format!("batch/{id}"),
        },
        operation_id: fact.operation_id.map(|id| id.to_string()),
        asked: amount(fact.worth.gross, currency),
        moved: amount(fact.worth.value, currency),
        undecided: fact.worth.is_undecided,
        made_at: rfc3339(fact.made_at),
    }
}

pub(super) fn shown_match(view: &MatchView) -> api::LineMatch {
    let MatchView { found, facts } = view;
    let (by_hand, undone) = (found.by_hand.as_ref(), found.undone.as_ref());
    api::LineMatch {
        number: found.key.1,
        found_by: found.how.name().to_owned(),
        lines: found.lines.clone(),
        ours: facts.iter().map(shown_fact).collect(),
        sum: Amount(found.sum),
        by: by_hand.map(|by| by.person.clone()),
        why: by_hand.map(|by| by.why.clone()),
        made_at: rfc3339(found.made_at),
        undone_by: undone.map(|by| by.person.clone()),
        undone_why: undone.map(|by| by.why.clone()),
    }
}

fn shown_part(part: &Clearing) -> api::ClearedPart {
    api::ClearedPart {
        amount: Amount(part.difference),
        pos_id: part.pos_id.to_string(),
        proposal_id: part.proposal_id.to_string(),
        cleared_at: rfc3339(part.at),
    }
}

pub(super) fn shown_break(view: &BreakView, now: Time) -> api::LineBreak {
    let BreakView { found, facts } = view;
    let currency = found.theirs.currency();
    let difference = view.difference_now();
    let plain = api::LineBreak {
        number: found.key.1,
        kind: match found.kind {
            BreakKind::OnlyTheirs => api::BreakKind::OnlyTheirs,
            BreakKind::OnlyOurs => api::BreakKind::OnlyOurs,
            BreakKind::AmountDiffers => api::BreakKind::AmountDiffers,
            BreakKind::StateDiffers => api::BreakKind::StateDiffers,
        },
        state: api::BreakState::Open,
        theirs: Amount(found.theirs),
        known: amount(found.theirs.minor().saturating_sub(difference.minor()), currency),
        difference: Amount(difference),
        rest: Amount(view.rest_now()),
        parts: found.parts.iter().map(shown_part).collect(),
        lines: found.lines.clone(),
        ours: facts.iter().map(shown_fact).collect(),
        opened_at: rfc3339(found.opened_at),
        age_days: days_between(found.opened_at, now),
        assigned_to: found.assignee.clone(),
        note: found.note.clone(),
        ended_at: None,
        closed_by: None,
        closed_why: None,
        proposal_id: None,
    };
    match &found.state {
        BreakState::Open => plain,
        BreakState::Gone(at) => {
            api::LineBreak { state: api::BreakState::Gone, ended_at: Some(rfc3339(*at)), ..plain }
        }
        BreakState::Closed(by) => api::LineBreak {
            state: api::BreakState::Closed,
            ended_at: Some(rfc3339(by.at)),
            closed_by: Some(by.person.clone()),
            closed_why: Some(by.why.clone()),
            ..plain
        },
        BreakState::Cleared(clearing) => api::LineBreak {
            state: api::BreakState::Cleared,
            ended_at: Some(rfc3339(clearing.at)),
            proposal_id: Some(clearing.proposal_id.to_string()),
            ..plain
        },
    }
}
