//! The calls on a POS's float and place, with an example of each of their shapes.

use serde_json::{Value, json};

use super::calls::{Call, Face};
use super::own::{PLACES, get, post};
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
        body: Some("Place"),
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
];

/// The example of the shape called `name`.
pub(super) fn example(name: &str) -> Option<Value> {
    let place = || json!({ "latitude": "51.507400", "longitude": "-0.127800", "town": "London", "hours": "Mo-Sa 8-20" });
    let near = || {
        json!({
            "pos_id": "z128ffb-11a5-11l9-93p5-1231a8maf28", "name": "Mill Lane News", "place": place(),
            "metres": 420, "takes_in": true,
        })
    };
    match name {
        "MoveFloat" => Some(json!({
            "to_pos_id": "018bcfe5-687b-7fff-bfff-fffffffffc05",
            "amount": { "amount": "100.00", "currency": "GBP" },
        })),
        "Place" => Some(place()),
        "NearQuery" => Some(json!({ "lat": "51.51", "lon": "-0.13", "currency": "GBP", "amount": "20.00" })),
        "NearPos" => Some(near()),
        "NearPosList" => Some(json!({ "pos": [near()] })),
        _ => None,
    }
}
