//! The calls on limits, the brake and the stop of payouts, with an example of each of their shapes.

use serde_json::{Value, json};

use super::calls::{Call, Face};
use super::own::{get, post};
use crate::api::ProblemCode;

pub(super) const LIMITS: &str = "Limits";

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "List limits, ceilings and brakes",
        description: "All that is in force, and why payouts are stopped while they are.",
        ..get("listLimits", "/api/v1/limits", LIMITS, "Limits")
    },
    Call {
        summary: "Set a limit, or make it stricter",
        description: "In force from the next command on, for operations made from then on. What lets more pass than \
            before is refused here: two people must want it.",
        body: Some("Limit"),
        success: (200, Some("Limit")),
        face: Face::Own(&[
            ProblemCode::NeedsTwoPeople,
            ProblemCode::InvalidAmount,
            ProblemCode::Unacceptable,
            ProblemCode::LimitExceeded,
            ProblemCode::WalletNotFound,
            ProblemCode::PosNotFound,
            ProblemCode::OwnerNotFound,
        ]),
        ..post("setLimit", "/api/v1/limits", LIMITS)
    },
    Call {
        summary: "Show how much of the limits has been used",
        description: "Of each limit with a window that concerns the wallet or the POS named, or all together if nobody is. \
            A window is counted in 24 parts; a part counts until all of it is past.",
        query: Some("LimitUsageQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::WalletNotFound, ProblemCode::PosNotFound]),
        ..get("showLimitUsage", "/api/v1/limits/usage", LIMITS, "LimitUsages")
    },
    Call {
        summary: "Set the brake of a currency, or make it stricter",
        description: "Above `slow`, only so much passes in each 24th of the window as an even pace would let pass. A \
            payout that would go above `stop` stops all payouts, until somebody lets them go on.",
        body: Some("SetBrake"),
        success: (200, Some("SetBrake")),
        face: Face::Own(&[
            ProblemCode::NeedsTwoPeople,
            ProblemCode::InvalidAmount,
            ProblemCode::Unacceptable,
        ]),
        ..post("setBrake", "/api/v1/brakes", LIMITS)
    },
    Call {
        summary: "Stop all payouts",
        description: "Every withdrawal is refused from the next command on; what was already set aside goes on.",
        body: Some("StopPayouts"),
        face: Face::Own(&[ProblemCode::Unacceptable]),
        ..post("stopPayouts", "/api/v1/payouts/stop", LIMITS)
    },
    Call {
        summary: "Let payouts go on",
        description: "Whoever or whatever stopped them. The brakes count anew.",
        ..post("resumePayouts", "/api/v1/payouts/resume", LIMITS)
    },
];

/// The example of the shape called `name`.
pub(super) fn example(name: &str) -> Option<Value> {
    let limit = || {
        json!({
            "action": "withdraw", "scope": "wallet", "currency": "GBP", "window_s": 86_400,
            "count_max": 10, "value_max": "500.00",
        })
    };
    let ceiling = || {
        json!({
            "action": "withdraw", "scope": "deployment", "currency": "GBP", "window_s": 0, "value_max": "1000.00",
        })
    };
    let level = |most: &str| json!({ "value_max": most });
    let brake = || {
        json!({
            "currency": "GBP", "window_s": 3600, "slow": level("20000.00"), "stop": level("30000.00"),
            "is_slow": false, "used_count": 212, "used_value": "6120.00",
        })
    };
    let usage = || json!({ "limit": limit(), "is_ceiling": false, "used_count": 2, "used_value": "60.00" });
    match name {
        "LimitedAction" => Some(json!("withdraw")),
        "LimitScope" => Some(json!("wallet")),
        "Limit" => Some(limit()),
        "BrakeLevel" => Some(level("20000.00")),
        "SetBrake" => Some(json!({
            "currency": "GBP", "window_s": 3600, "slow": level("20000.00"), "stop": level("30000.00"),
        })),
        "Brake" => Some(brake()),
        "Limits" => Some(json!({
            "limits": [limit()], "ceilings": [ceiling()], "brakes": [brake()], "payouts_stopped": null,
        })),
        "LimitUsageQuery" => Some(json!({ "wallet_id": "018bcfe5-687b-7fff-bfff-fffffffffc05" })),
        "LimitUsage" => Some(usage()),
        "LimitUsages" => Some(json!({ "usages": [usage()] })),
        "StopPayouts" => Some(json!({ "reason": "a shop in Mill Lane was robbed" })),
        _ => None,
    }
}
