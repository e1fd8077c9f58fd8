//! The calls on a POS's float and place, with an example of each of their shapes.

use serde_json::{Value, json};

use super::calls::{Call, Face};
use super::own::{ASKING, IDEMPOTENCY, PLACES, get, post};
use crate::api::ProblemCode;

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "Move float to another POS of the same owner",
        description: "As far as the position and the credit line go; `balance` is the position after it.",
        body: Some("MoveFloat"),
        success: (201, Some("Funding")),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::Unacceptable,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
            ProblemCode::LimitExceeded,
            ProblemCode::NotPossible,
        ]),
        ..post("moveFloat", "/api/v1/pos/{pos_id}/float-moves", PLACES)
    },
    Call {
        summary: "Take float back to the bank",
        description: "The reverse of a prefunding, as far as the position and the credit line go.",
        body: Some("NewFunding"),
        success: (201, Some("Funding")),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::Unacceptable,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
            ProblemCode::LimitExceeded,
            ProblemCode::NotPossible,
        ]),
        ..post("returnFloat", "/api/v1/pos/{pos_id}/float-returns", PLACES)
    },
    Call {
        summary: "Be told when a POS's position falls below a sum",
        description: "Each time it crosses the sum, the event `float.low`; zero: not any more.",
        body: Some("NewFunding"),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::Unacceptable,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
        ]),
        ..post("setLowFloat", "/api/v1/pos/{pos_id}/low-float", PLACES)
    },
    Call {
        summary: "Set how far a POS's position may go below zero",
        description: "Less far than before, at once. Further is refused here: two people must want it.",
        body: Some("NewFunding"),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::NeedsTwoPeople,
            ProblemCode::Unacceptable,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
        ]),
        ..post("setCreditLine", "/api/v1/pos/{pos_id}/credit-line", PLACES)
    },
    Call {
        summary: "Say where a POS is",
        body: Some("PosPlace"),
        face: Face::Own(&[ProblemCode::PosNotFound, ProblemCode::Unacceptable]),
        ..post("locatePos", "/api/v1/pos/{pos_id}/place", PLACES)
    },
    Call {
        summary: "Find POS near a point",
        description: "Those in service whose place is known and that serve the currency, the nearest first. `takes_in` says whether the \
            position lets it take the sum in. How much cash lies in a drawer is not told.",
        query: Some("NearQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("findPosNear", "/api/v1/pos/near", PLACES, "NearPosList")
    },
    Call {
        summary: "Ask the operator for float, or to take some away",
        description: "With the POS's access key. A newer request for the same POS and currency takes the place of one \
            that waits.",
        headers: IDEMPOTENCY,
        body: Some("AskFloat"),
        face: Face::Asking(&[
            ProblemCode::PosNotFound,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
            ProblemCode::Unacceptable,
        ]),
        ..post("askFloat", "/api/v1/pos/float-requests", ASKING)
    },
    Call {
        summary: "Take a request for float back",
        headers: IDEMPOTENCY,
        body: Some("WithdrawFloatAsk"),
        face: Face::Asking(&[ProblemCode::PosNotFound, ProblemCode::FloatRequestNotFound]),
        ..post("withdrawFloatAsk", "/api/v1/pos/float-requests/withdraw", ASKING)
    },
    Call {
        summary: "List what POS ask of float",
        description: "The newest request of each POS and currency, page by page; a page follows with its `next` as \
            `start_after`. Of those looked at for a page only the ones asked for are in it.",
        query: Some("FloatRequestsQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listFloatRequests", "/api/v1/float-requests", PLACES, "FloatRequests")
    },
    Call {
        summary: "Grant or decline what a POS asks of float",
        description: "Granted, the float moves in the same commit: a prefunding, or a return as far as the position \
            goes. `number` names the request that was read, so that no other sum is granted.",
        body: Some("AnswerFloat"),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::FloatRequestNotFound,
            ProblemCode::LimitExceeded,
            ProblemCode::NotPossible,
        ]),
        ..post("answerFloat", "/api/v1/pos/{pos_id}/float-requests/{currency}", PLACES)
    },
];

/// The example of the shape called `name`.
pub(super) fn example(name: &str) -> Option<Value> {
    let place = || json!({ "latitude": "51.507400", "longitude": "-0.127800", "town": "London", "hours": "Mo-Sa 8-20" });
    let near = || {
        json!({
            "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28", "name": "Mill Lane News", "place": place(),
            "metres": 420, "takes_in": true, "pays_out": "yes",
        })
    };
    let request = || {
        json!({
            "pos_id": "018bcfe5-687b-7fff-bfff-fffffffffc05", "number": 3, "way": "bring",
            "amount": { "amount": "500.00", "currency": "GBP" }, "state": "waiting",
            "asked_by": "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05", "asked_at": "2026-01-31T12:00:00.000Z",
            "answered_by": null, "answered_at": null,
        })
    };
    match name {
        "MoveFloat" => Some(json!({
            "to_pos_id": "018bcfe5-687b-7fff-bfff-fffffffffc05",
            "amount": { "amount": "100.00", "currency": "GBP" },
        })),
        "PosPlace" => Some(place()),
        "NearQuery" => Some(json!({ "lat": "51.51", "lon": "-0.13", "currency": "GBP", "amount": "20.00" })),
        "NearPos" => Some(near()),
        "AskFloat" => Some(json!({
            "pos_id": "018bcfe5-687b-7fff-bfff-fffffffffc05", "way": "bring",
            "amount": { "amount": "500.00", "currency": "GBP" },
        })),
        "WithdrawFloatAsk" => Some(json!({
            "pos_id": "018bcfe5-687b-7fff-bfff-fffffffffc05", "currency": "GBP",
        })),
        "AnswerFloat" => Some(json!({ "number": 3, "grant": true })),
        "FloatWay" => Some(json!("bring")),
        "FloatRequestState" | "AskedFloatRequests" => Some(json!("waiting")),
        "FloatRequestsQuery" => Some(json!({ "state": "waiting", "limit": 50 })),
        "FloatRequest" => Some(request()),
        "FloatRequests" => Some(json!({ "requests": [request()], "next": null })),
        "NearPosList" => Some(json!({ "pos": [near()] })),
        _ => None,
    }
}
