//! The calls on settlement: terms, batches, their lines, and what the bank said of them,
//! with an example of each of their shapes.

use serde_json::{Value, json};

use super::calls::{Call, Face};
use super::examples::{OWNER, TRANSACTION, pounds};
use super::own::{get, post};
use crate::api::ProblemCode;

pub(super) const SETTLEMENT: &str = "Settlement";

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "Say how a POS owner is settled",
        description: "Per owner and currency: the local time of the cut-off with its time zone, how the owner's account \
            is named to the bank, and the least that is paid. On days on which clocks change, a cut-off that does not \
            exist is read with the offset before the change, and of one that comes twice the first counts (RFC 5545).",
        body: Some("SetSettlement"),
        success: (200, Some("Settlement")),
        face: Face::Own(&[ProblemCode::OwnerNotFound, ProblemCode::InvalidAmount, ProblemCode::Unacceptable]),
        ..post("setSettlement", "/api/v1/settlement/terms", SETTLEMENT)
    },
    Call {
        summary: "List how POS owners are settled",
        description: "Page by page; a page follows with its `next` as `start_after`.",
        query: Some("SettlementsQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listSettlements", "/api/v1/settlement/terms", SETTLEMENT, "Settlements")
    },
    Call {
        summary: "Cut a settlement batch now",
        description: "Whatever the cut-off is; without a call, batches are cut when it comes. A batch settles the sum \
            of its own entries, never a balance: float that the operator brought stays at the POS. A batch of very many \
            POS may be answered while it is still under way.",
        body: Some("CutBatch"),
        success: (201, Some("SettlementBatch")),
        face: Face::Own(&[ProblemCode::OwnerNotFound, ProblemCode::SettlementNotFound]),
        ..post("cutSettlementBatch", "/api/v1/settlement/batches", SETTLEMENT)
    },
    Call {
        summary: "List settlement batches",
        description: "The oldest first, page by page; a page follows with its `next` as `after`.",
        query: Some("BatchesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listSettlementBatches", "/api/v1/settlement/batches", SETTLEMENT, "SettlementBatches")
    },
    Call {
        summary: "Show a settlement batch",
        face: Face::Own(&[ProblemCode::BatchNotFound]),
        ..get("showSettlementBatch", "/api/v1/settlement/batches/{batch_id}", SETTLEMENT, "SettlementBatch")
    },
    Call {
        summary: "List the lines of a settlement batch",
        description: "A line an account. Its entries are those of `/accounts/{account_id}/entries` from `last_transfer` \
            back to the one numbered `after_entry`, without it: opening and entries come to closing.",
        query: Some("BatchLinesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::BatchNotFound]),
        ..get(
            "listSettlementBatchLines",
            "/api/v1/settlement/batches/{batch_id}/lines",
            SETTLEMENT,
            "BatchLines",
        )
    },
    Call {
        summary: "Tell that the bank confirmed a settlement batch",
        description: "Said again, it changes nothing.",
        body: Some("ConfirmBatch"),
        success: (200, Some("SettlementBatch")),
        face: Face::Own(&[ProblemCode::BatchNotFound, ProblemCode::BatchState, ProblemCode::Unacceptable]),
        ..post("confirmSettlementBatch", "/api/v1/settlement/batches/{batch_id}/confirm", SETTLEMENT)
    },
    Call {
        summary: "Tell that the bank failed a settlement batch",
        description: "Or that it sent back what it had confirmed. Each line is posted back to its POS, and is in the next \
            batch. Said again, it changes nothing.",
        body: Some("FailBatch"),
        success: (200, Some("SettlementBatch")),
        face: Face::Own(&[ProblemCode::BatchNotFound, ProblemCode::BatchState, ProblemCode::Unacceptable]),
        ..post("failSettlementBatch", "/api/v1/settlement/batches/{batch_id}/fail", SETTLEMENT)
    },
];

/// An example of each of their shapes.
pub(super) fn example(name: &str) -> Option<Value> {
    let terms = || {
        json!({
            "owner_id": OWNER, "currency": "GBP", "cut_off": "22:00", "zone": "Europe/London",
            "bank_reference": "Thornbury Corner Shops", "threshold": pounds("10.00"), "automatic": true,
            "window_ends_at": "2026-01-31T22:00:00.000Z", "number": 7,
        })
    };
    let batch = || {
        json!({
            "batch_id": TRANSACTION, "owner_id": OWNER, "number": 6, "state": "due", "amount": pounds("1234.50"),
            "due": pounds("1234.50"), "lines": 3, "cut_off_at": "2026-01-30T22:00:00.000Z",
            "bank_reference": "Thornbury Corner Shops", "word": null,
            "made_at": "2026-01-30T22:00:02.000Z", "ended_at": null,
        })
    };
    let line = || {
        json!({
            "line": 1, "account_id": format!("pos:{OWNER}:GBP"), "amount": pounds("310.00"),
            "opening": pounds("1000.00"), "closing": pounds("1310.00"), "float": pounds("1000.00"),
            "after_entry": 12, "last_entry": 31, "last_transfer": 4711,
        })
    };
    match name {
        "SetSettlement" => Some(json!({
            "owner_id": OWNER, "currency": "GBP", "cut_off": "22:00", "zone": "Europe/London",
            "bank_reference": "Thornbury Corner Shops", "threshold": pounds("10.00"),
        })),
        "Settlement" => Some(terms()),
        "Settlements" => Some(json!({ "terms": [terms()], "next": null })),
        "SettlementsQuery" => Some(json!({ "start_after": format!("{OWNER}:GBP"), "limit": 50 })),
        "CutBatch" => Some(json!({ "owner_id": OWNER, "currency": "GBP" })),
        "ConfirmBatch" => Some(json!({ "payment": "FPS 2026-01-31 0042" })),
        "FailBatch" => Some(json!({ "reason": "The account is closed." })),
        "BatchState" => Some(json!("due")),
        "SettlementBatch" => Some(batch()),
        "SettlementBatches" => Some(json!({ "batches": [batch()], "next": null })),
        "BatchesQuery" => Some(json!({ "after": TRANSACTION, "limit": 50 })),
        "BatchLine" => Some(line()),
        "BatchLines" => Some(json!({ "lines": [line()], "next": null })),
        "BatchLinesQuery" => Some(json!({ "after_line": 0, "limit": 50 })),
        _ => None,
    }
}
