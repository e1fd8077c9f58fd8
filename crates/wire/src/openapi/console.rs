//! The calls that the console lists with and looks into, with an example of each of their shapes.

use serde_json::{Value, json};

use super::calls::{Call, Face};
use super::faces::LOOKING;
use super::own::{LEDGER, PLACES, STAFF, get};
use crate::api::ProblemCode;

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "List POS owners",
        description: "The first registered first.",
        query: Some("OwnersQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listOwners", "/api/v1/pos-owners", PLACES, "Owners")
    },
    Call {
        summary: "List POS",
        description: "The first registered first. A filtered page looks at 2,000 POS at most: it may hold fewer lines than \
            asked for and still have a `next`.",
        query: Some("PosQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::OwnerNotFound]),
        ..get("listPos", "/api/v1/pos", PLACES, "PosList")
    },
    Call {
        summary: "Show a POS",
        description: "With its position, its place and its access keys: the live ones, then the newest sixteen of those that \
            were revoked. Neither a key nor its secret is told.",
        face: Face::Own(&[ProblemCode::PosNotFound]),
        ..get("showPos", "/api/v1/pos/{pos_id}", PLACES, "PosShown")
    },
    Call {
        summary: "List the sessions that are open",
        query: Some("SessionsQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listSessions", "/api/v1/sessions", LOOKING, "Sessions")
    },
    Call {
        summary: "Show the lowest floats",
        description: "Of the first 2,000 POS those with a mark; the lowest in parts of it first, fifty at most.",
        ..get("showLiveFloat", "/api/v1/live/float", LOOKING, "LiveFloat")
    },
    Call {
        summary: "List who did what",
        description: "What people and bearer keys of the operator did, looks at personal data too; newest first. A filtered \
            page looks at 5,000 deeds at most: it may hold fewer lines than asked for and still have a `next`.",
        query: Some("AuditQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listDeeds", "/api/v1/audit", STAFF, "AuditPage")
    },
    Call {
        summary: "Show the story of a withdrawal",
        description: "Its session, the calls that did something, its transfers, events and people. Calls that were refused \
            and changed nothing are kept nowhere.",
        face: Face::Own(&[ProblemCode::WithdrawalNotFound]),
        ..get("showTimeline", "/api/v1/withdrawals/{transaction_id}/timeline", LEDGER, "Timeline")
    },
];

const WALLET: &str = "018bcfe5-687b-7fff-bfff-fffffffffc05";
const STAFF_ID: &str = "018bcfe5-6a11-7d20-8a3b-5c4d3e2f1a05";
const OWNER: &str = "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005";
const KEY: &str = "018bcfe5-6c2e-7d4f-b2b5-8e2b3c4d5005";
const OPERATION: &str = "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05";
const TRANSACTION: &str = "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05";
const POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
const NOON: &str = "2026-02-01T12:00:00Z";

fn pounds(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "GBP" })
}

/// The example of the shape called `name`.
pub(super) fn example(name: &str) -> Option<Value> {
    of_lists(name).or_else(|| of_audit(name)).or_else(|| of_timeline(name))
}

fn of_audit(name: &str) -> Option<Value> {
    let target = || json!({ "kind": "wallet", "id": WALLET });
    let deed = || {
        json!({
            "number": 117, "at": NOON, "person": "Ada", "role": "admin", "key_id": STAFF_ID, "what": "wallet.freeze",
            "targets": [target()], "command": 4711,
        })
    };
    match name {
        "AuditQuery" => Some(json!({ "person": "Ada", "what": "wallet" })),
        "DeedTarget" => Some(target()),
        "Deed" => Some(deed()),
        "AuditPage" => Some(json!({ "deeds": [deed()], "next": "117" })),
        _ => None,
    }
}

fn of_timeline(name: &str) -> Option<Value> {
    let session = || json!({ "opened_at": NOON, "ended_at": NOON, "end": "logged_out" });
    let call = || json!({ "at": NOON, "call": "withdraw", "said": null, "amount": pounds("10.00") });
    let transfer = || {
        json!({
            "transfer": 317, "at": NOON, "reason": "withdrawal_held",
            "debit": "64e4a964-53b5-11e9-8495-02f0df928b", "credit": format!("cash_pending:{POS}:GBP"),
            "amount": pounds("10.00"),
        })
    };
    let event = || json!({ "number": 512, "at": NOON, "what": "withdrawal.held", "amount": pounds("10.00") });
    let person = || json!({ "part": "cashier", "name": "Ben" });
    let print = || {
        json!({
            "number": 1, "copy": false, "at": NOON, "told_at": NOON, "medium": "browser", "cashier": "Ben",
            "till": "Front counter",
        })
    };
    match name {
        "TimelineSession" => Some(session()),
        "TimelineCall" => Some(call()),
        "TimelineTransfer" => Some(transfer()),
        "TimelineEvent" => Some(event()),
        "TimelinePerson" => Some(person()),
        "TimelinePrint" => Some(print()),
        "PrintMedium" => Some(json!("browser")),
        "TellPrint" => Some(json!({ "medium": "browser", "printed_at": NOON })),
        "Printed" => Some(json!({ "number": 1, "copy": false })),
        "Timeline" => Some(json!({
            "withdrawal": super::examples::example("Withdrawal"), "pos_name": "Corner shop", "check_word": "walnut",
            "key_id": KEY, "session": session(), "calls": [call()], "transfers": [transfer()], "events": [event()],
            "prints": [print()], "prints_left_out": 0, "people": [person()], "case": null,
        })),
        _ => None,
    }
}

fn of_lists(name: &str) -> Option<Value> {
    let owner =
        || json!({ "owner_id": OWNER, "name": "Mill Lane Shops", "created_at": NOON, "pos_count": 3 });
    let line = || {
        json!({
            "pos_id": POS, "number": 1001, "name": "Corner shop", "owner_id": OWNER,
            "owner_name": "Mill Lane Shops", "currencies": ["GBP"], "disabled": false, "tills": false,
            "created_at": NOON,
        })
    };
    let float = || {
        json!({
            "position": pounds("120.00"), "credit_line": pounds("0.00"), "mark": pounds("200.00"), "is_low": true,
        })
    };
    let key = || {
        json!({
            "key_id": KEY, "profile": "signed", "networks": ["192.0.2.0/24"], "balance_view": "approved",
            "currencies": ["GBP"], "created_at": NOON, "revoked_at": null,
        })
    };
    let session = || {
        json!({
            "operation_id": OPERATION, "pos_id": POS, "pos_name": "Corner shop", "wallet_id": WALLET, "key_id": KEY,
            "purpose": "withdraw", "state": "pending", "transaction_id": TRANSACTION, "amount": pounds("10.00"),
            "opened_at": NOON, "expires_at": "2026-02-01T12:15:00Z",
        })
    };
    let low = || {
        json!({
            "pos_id": POS, "name": "Corner shop", "position": pounds("120.00"), "mark": pounds("200.00"),
            "is_low": true,
        })
    };
    match name {
        "OwnersQuery" => Some(json!({ "limit": 50 })),
        "OwnerLine" => Some(owner()),
        "Owners" => Some(json!({ "owners": [owner()], "next": null })),
        "PosQuery" => Some(json!({ "owner_id": OWNER, "disabled": false })),
        "PosLine" => Some(line()),
        "PosList" => Some(json!({ "pos": [line()], "next": null })),
        "PosFloat" => Some(float()),
        "PosKeyLine" => Some(key()),
        "PosShown" => {
            let mut shown = line();
            let more = json!({
                "floats": [float()], "on_expiry": "case", "after_s": null, "place": null, "keys": [key()],
            });
            if let (Value::Object(shown), Value::Object(more)) = (&mut shown, more) {
                shown.extend(more);
            }
            Some(shown)
        }
        "SessionsQuery" => Some(json!({ "limit": 50 })),
        "SessionLine" => Some(session()),
        "Sessions" => Some(json!({ "sessions": [session()], "next": null })),
        "FloatLine" => Some(low()),
        "LiveFloat" => Some(json!({ "lines": [low()] })),
        _ => None,
    }
}
