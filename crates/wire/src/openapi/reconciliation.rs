//! The calls on reconciliation and the reports, with an example of each of their shapes.

use serde_json::{Value, json};

use super::calls::{Call, Face};
use super::examples::{OPERATION, OWNER, TRANSACTION, pounds};
use super::own::{get, post};
use crate::api::ProblemCode;

pub(super) const RECONCILIATION: &str = "Reconciliation";
pub(super) const REPORTS: &str = "Reports";

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "Begin to hold a file against the ledger",
        description: "A POS's own journal or a bank's statement, about a period. Its lines follow. The same file is taken \
            in once, told by its SHA-256.",
        body: Some("BeginReconciliation"),
        success: (201, Some("Reconciliation")),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::OwnerNotFound,
            ProblemCode::FileKnown,
            ProblemCode::Unacceptable,
        ]),
        ..post("beginReconciliation", "/api/v1/reconciliations", RECONCILIATION)
    },
    Call {
        summary: "List reconciliations",
        description: "The oldest first, page by page; a page follows with its `next` as `after`.",
        query: Some("ReconciliationsQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listReconciliations", "/api/v1/reconciliations", RECONCILIATION, "Reconciliations")
    },
    Call {
        summary: "Show a reconciliation",
        face: Face::Own(&[ProblemCode::ReconciliationNotFound]),
        ..get(
            "showReconciliation",
            "/api/v1/reconciliations/{reconciliation_id}",
            RECONCILIATION,
            "Reconciliation",
        )
    },
    Call {
        summary: "Take in the next lines of a file",
        description: "All of them or none: a line that cannot be so is named. Lines that are there already, and say the \
            same, are left; so a part may be sent again.",
        body: Some("TakeLines"),
        success: (200, Some("Reconciliation")),
        face: Face::Own(&[
            ProblemCode::ReconciliationNotFound,
            ProblemCode::LinesTaken,
            ProblemCode::LineNotAcceptable,
            ProblemCode::InvalidAmount,
            ProblemCode::Unacceptable,
        ]),
        ..post("takeLines", "/api/v1/reconciliations/{reconciliation_id}/lines", RECONCILIATION)
    },
    Call {
        summary: "List the lines of a file",
        description: "In the order of the file, with the match or the break each stands in.",
        query: Some("PlacedLinesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::ReconciliationNotFound]),
        ..get("listLines", "/api/v1/reconciliations/{reconciliation_id}/lines", RECONCILIATION, "PlacedLines")
    },
    Call {
        summary: "Search for what belongs together",
        description: "By ids and references first, then by an equal amount at about the same time, then, at a bank, by \
            the only sum that fits. What agrees is a match, all else is a break. What people put together, closed or \
            cleared is left. It may be asked for again at any time.",
        success: (200, Some("Reconciliation")),
        face: Face::Own(&[
            ProblemCode::ReconciliationNotFound,
            ProblemCode::LinesTaken,
            ProblemCode::LimitExceeded,
        ]),
        ..post("searchMatches", "/api/v1/reconciliations/{reconciliation_id}/search", RECONCILIATION)
    },
    Call {
        summary: "List matches",
        query: Some("LineMatchesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::ReconciliationNotFound]),
        ..get(
            "listMatches",
            "/api/v1/reconciliations/{reconciliation_id}/matches",
            RECONCILIATION,
            "LineMatches",
        )
    },
    Call {
        summary: "Put lines and facts together by hand",
        description: "Whatever open break they are in. Where the sums differ, they are in a break with the difference, \
            which no search takes apart.",
        body: Some("MatchByHand"),
        success: (200, Some("PlacedByHand")),
        face: Face::Own(&[
            ProblemCode::ReconciliationNotFound,
            ProblemCode::LineNotFound,
            ProblemCode::FactNotFound,
            ProblemCode::LinesTaken,
            ProblemCode::PlacedElsewhere,
            ProblemCode::Unacceptable,
        ]),
        ..post("matchByHand", "/api/v1/reconciliations/{reconciliation_id}/matches", RECONCILIATION)
    },
    Call {
        summary: "Take a match apart",
        description: "Each side of it is a break of its own then, which no search takes.",
        body: Some("GivenReason"),
        success: (200, Some("Reconciliation")),
        face: Face::Own(&[
            ProblemCode::ReconciliationNotFound,
            ProblemCode::MatchNotFound,
            ProblemCode::LinesTaken,
            ProblemCode::MatchUndone,
            ProblemCode::Unacceptable,
        ]),
        ..post(
            "undoMatch",
            "/api/v1/reconciliations/{reconciliation_id}/matches/{number}/undo",
            RECONCILIATION,
        )
    },
    Call {
        summary: "List breaks",
        description: "In the order they were found. Of those looked at for a page, only the ones that were asked for are on \
            it.",
        query: Some("LineBreaksQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::ReconciliationNotFound]),
        ..get(
            "listBreaks",
            "/api/v1/reconciliations/{reconciliation_id}/breaks",
            RECONCILIATION,
            "LineBreaks",
        )
    },
    Call {
        summary: "Say who looks into a break, and what was found out",
        body: Some("NoteBreak"),
        success: (200, Some("LineBreak")),
        face: Face::Own(OF_A_BREAK),
        ..post("noteBreak", "/api/v1/reconciliations/{reconciliation_id}/breaks/{number}", RECONCILIATION)
    },
    Call {
        summary: "Close a break without a posting",
        body: Some("GivenReason"),
        success: (200, Some("LineBreak")),
        face: Face::Own(OF_A_BREAK),
        ..post(
            "closeBreak",
            "/api/v1/reconciliations/{reconciliation_id}/breaks/{number}/close",
            RECONCILIATION,
        )
    },
    Call {
        summary: "Propose to clear a break into suspense",
        description: "The whole difference, as the ledger is now, or a part of what is left of it: between the POS and its `suspense`, or, of a bank, \
            between `funding` and the `suspense` of a POS. Another person approves it, as any posting by hand.",
        body: Some("ClearBreak"),
        success: (201, Some("Proposal")),
        face: Face::Own(&[
            ProblemCode::ReconciliationNotFound,
            ProblemCode::BreakNotFound,
            ProblemCode::BreakState,
            ProblemCode::DifferenceChanged,
            ProblemCode::PosNotFound,
            ProblemCode::Unacceptable,
        ]),
        ..post(
            "clearBreak",
            "/api/v1/reconciliations/{reconciliation_id}/breaks/{number}/clear",
            RECONCILIATION,
        )
    },
    Call {
        summary: "Propose to take a clearing back",
        description: "Its reverse is posted, and the break is open again.",
        body: Some("GivenReason"),
        success: (201, Some("Proposal")),
        face: Face::Own(OF_A_BREAK),
        ..post(
            "undoClearing",
            "/api/v1/reconciliations/{reconciliation_id}/breaks/{number}/undo-clearing",
            RECONCILIATION,
        )
    },
    Call {
        summary: "Sum up all accounts",
        description: "On one consistent view; each book comes to zero in each currency.",
        ..get("showTrialBalance", "/api/v1/reports/trial-balance", REPORTS, "TrialBalance")
    },
    Call {
        summary: "List what is under investigation, by its age",
        description: "What lies or lacks in the `suspense` of each POS, by the operations it comes from. Of an account the \
            latest 2,000 entries are looked at; what is older is one line.",
        query: Some("AgedSuspenseQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listAgedSuspense", "/api/v1/reports/aged-suspense", REPORTS, "AgedSuspense")
    },
    Call {
        summary: "Show an owner's accounts over a period",
        description: "Account by account, each from its newest entry back: opening and entries come to closing. The period \
            has the entries from the newest one made before its end back to the newest one made before its beginning.",
        query: Some("OwnerStatementQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::OwnerNotFound]),
        ..get("showOwnerStatement", "/api/v1/reports/owner-statement", REPORTS, "OwnerStatement")
    },
    Call {
        summary: "List the cases that wait, by their age",
        query: Some("OpenCasesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listOpenCases", "/api/v1/reports/open-cases", REPORTS, "OpenCases")
    },
];

const OF_A_BREAK: &[ProblemCode] = &[
    ProblemCode::ReconciliationNotFound,
    ProblemCode::BreakNotFound,
    ProblemCode::BreakState,
    ProblemCode::Unacceptable,
];

const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn file() -> Value {
    json!({
        "reconciliation_id": TRANSACTION, "kind": "pos_journal", "pos_id": OWNER, "currency": null,
        "owner_id": null, "name": "Corner 1, January", "from": "2026-01-01T00:00:00.000Z",
        "to": "2026-02-01T00:00:00.000Z", "file_sha256": HASH, "lines": 812, "taken": 812,
        "matched_lines": 810, "matches": 809, "breaks": 3, "open_breaks": 2, "made_by": "Ada",
        "made_at": "2026-02-01T09:00:00.000Z",
    })
}

fn stated() -> Value {
    json!({
        "what": "withdrawal", "operation_id": OPERATION, "reference": "till-1-0042", "amount": pounds("60.00"),
        "at": "2026-01-31T11:42:30.000Z",
    })
}

fn placed_line() -> Value {
    json!({
        "line": 42, "what": "withdrawal", "operation_id": OPERATION, "reference": "till-1-0042",
        "amount": pounds("60.00"), "at": "2026-01-31T11:42:30.000Z", "state": "broken", "number": 3,
    })
}

fn fact() -> Value {
    json!({
        "fact": format!("withdrawal/{TRANSACTION}"), "operation_id": OPERATION, "asked": pounds("50.00"),
        "moved": pounds("50.00"), "undecided": false, "made_at": "2026-01-31T11:42:30.000Z",
    })
}

fn line_match() -> Value {
    json!({
        "number": 7, "found_by": "id", "lines": [7], "ours": [fact()], "sum": pounds("50.00"), "by": null, "why": null,
        "made_at": "2026-02-01T09:00:01.000Z", "undone_by": null, "undone_why": null,
    })
}

fn line_break() -> Value {
    json!({
        "number": 3, "kind": "amount_differs", "state": "open", "theirs": pounds("60.00"), "known": pounds("50.00"),
        "difference": pounds("10.00"), "rest": pounds("10.00"), "parts": [], "lines": [42], "ours": [fact()], "opened_at": "2026-02-01T09:00:01.000Z",
        "age_days": 4, "assigned_to": "Bob", "note": null, "ended_at": null, "closed_by": null, "closed_why": null,
        "proposal_id": null,
    })
}

/// An example of each of their shapes.
pub(super) fn example(name: &str) -> Option<Value> {
    of_files(name).or_else(|| of_reports(name))
}

fn of_files(name: &str) -> Option<Value> {
    match name {
        "ReconciliationKind" => Some(json!("pos_journal")),
        "BeginReconciliation" => Some(json!({
            "kind": "pos_journal", "pos_id": OWNER, "name": "Corner 1, January",
            "from": "2026-01-01T00:00:00.000Z", "to": "2026-02-01T00:00:00.000Z", "file_sha256": HASH, "lines": 812,
        })),
        "Reconciliation" => Some(file()),
        "Reconciliations" => Some(json!({ "reconciliations": [file()], "next": null })),
        "ReconciliationsQuery" => Some(json!({ "after": TRANSACTION, "limit": 50 })),
        "StatedWhat" => Some(json!("withdrawal")),
        "StatedLine" => Some(stated()),
        "TakeLines" => Some(json!({ "first": 1, "lines": [stated()] })),
        "LinePlace" => Some(json!("broken")),
        "PlacedLine" => Some(placed_line()),
        "PlacedLines" => Some(json!({ "lines": [placed_line()], "next": null })),
        "PlacedLinesQuery" => Some(json!({ "state": "broken", "after_number": 0, "limit": 50 })),
        "LedgerFact" => Some(fact()),
        "LineMatch" => Some(line_match()),
        "LineMatches" => Some(json!({ "matches": [line_match()], "next": null })),
        "LineMatchesQuery" => Some(json!({ "after_number": 0, "limit": 50 })),
        "MatchByHand" => Some(json!({
            "lines": [42, 43], "ours": [format!("withdrawal/{TRANSACTION}")], "why": "One receipt, printed twice.",
        })),
        "PlacedByHand" => Some(json!({ "match_number": 8, "break_number": null })),
        "GivenReason" => Some(json!({ "why": "A test of the shop's own." })),
        "BreakKind" => Some(json!("amount_differs")),
        "BreakState" => Some(json!("open")),
        "LineBreak" => Some(line_break()),
        "AskedBreaks" => Some(json!("open")),
        "LineBreaks" => Some(json!({ "breaks": [line_break()], "next": null })),
        "LineBreaksQuery" => Some(json!({ "state": "open", "after_number": 0, "limit": 50 })),
        "NoteBreak" => Some(json!({ "assign_to": "Bob", "note": "Asked the shop." })),
        "ClearedPart" => Some(json!({
            "amount": { "amount": "2.50", "currency": "GBP" }, "pos_id": "018bcfe5-687b-7fff-bfff-fffffffffc05",
            "proposal_id": "018bcfe5-a1b0-7c44-8b1d-3c5a7e9f1b05", "cleared_at": "2026-02-01T10:00:00.000Z",
        })),
        "ClearBreak" => Some(json!({ "part": pounds("2.50"), "why": "The receipt says sixty." })),
        _ => None,
    }
}

fn of_reports(name: &str) -> Option<Value> {
    let line = || {
        json!({
            "book": "money", "currency": "GBP", "kind": "wallet", "accounts": 3, "debits": "0.00",
            "credits": "189.00",
        })
    };
    let sum = || {
        json!({
            "book": "money", "currency": "GBP", "debits": "689.00", "credits": "689.00", "is_zero": true,
        })
    };
    let suspense = || {
        json!({
            "pos_id": OWNER, "operation_id": OPERATION, "case": "open", "amount": pounds("20.00"),
            "since": "2026-01-31T11:42:30.000Z", "age_days": 9, "band": "below30_days",
        })
    };
    let case = || {
        json!({
            "operation_id": OPERATION, "kind": "unconfirmed", "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28",
            "amount": pounds("20.00"), "assigned_to": "Bob", "opened_at": "2026-01-31T11:52:30.000Z",
            "age_days": 2, "band": "below7_days", "due_at": null,
        })
    };
    match name {
        "TrialBalanceLine" => Some(line()),
        "TrialBalanceSum" => Some(sum()),
        "TrialBalance" => Some(json!({
            "as_of_command": 4711, "is_zero": true, "lines": [line()], "sums": [sum()],
        })),
        "AgeBand" => Some(json!("below7_days")),
        "SuspenseLine" => Some(suspense()),
        "AgedSuspenseQuery" => Some(json!({ "start_after": format!("suspense:{OWNER}:GBP"), "limit": 50 })),
        "AgedSuspense" => Some(json!({ "lines": [suspense()], "next": null })),
        "OwnerStatementQuery" => Some(json!({
            "owner_id": OWNER, "currency": "GBP", "from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z",
            "limit": 50,
        })),
        "OwnerStatement" => Some(json!({
            "account_id": format!("pos:{OWNER}:GBP"), "closing": pounds("510.00"), "entries": [],
            "opening": pounds("510.00"), "next": null,
        })),
        "OpenCasesQuery" => Some(json!({ "after": OPERATION, "limit": 50 })),
        "OpenCaseLine" => Some(case()),
        "OpenCases" => Some(json!({ "cases": [case()], "next": null })),
        _ => None,
    }
}
