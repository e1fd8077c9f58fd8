//! The calls of the POS wire, `/v1/pos`, and its envelopes. The wire's shapes are closed: no answer has a member
//! that is not here.

use serde_json::{Map, Value, json};

use super::answers::reference;
use super::calls::{Call, Face, Method};
use super::examples::envelope_example;
use crate::pos::ErrorCode;

pub(super) const WIRE: &str = "POS wire";

/// Each envelope with the shape of its data.
const ENVELOPES: &[(&str, Option<&str>)] = &[
    ("LoginAnswer", Some("LoginData")),
    ("WithdrawAnswer", Some("WithdrawData")),
    ("ReversalAnswer", Some("ReversalData")),
    ("DepositAnswer", Some("DepositData")),
    ("PlainAnswer", None),
];

/// Shapes of this wire that may never have a further member.
const CLOSED: &[&str] =
    &["LoginData", "SessionAccount", "WithdrawData", "ReversalData", "DepositData", "Status"];

/// Closes the shapes inside the envelopes.
pub(super) fn close(shapes: &mut Map<String, Value>) {
    for name in CLOSED {
        if let Some(Value::Object(shape)) = shapes.get_mut(*name) {
            shape.insert("additionalProperties".to_owned(), json!(false));
        }
    }
}

/// The envelopes.
pub(super) fn envelopes() -> Map<String, Value> {
    let successes = ENVELOPES.iter().map(|(name, data)| ((*name).to_owned(), success(name, *data)));
    let error = json!({
        "type": "object",
        "description": "An error. There is no `data`.",
        "required": ["status"],
        "additionalProperties": false,
        "properties": { "status": { "allOf": [
            reference("schemas", "Status"),
            { "properties": { "status": { "const": "ERROR" }, "error_code": { "minLength": 1 } } },
        ] } },
        "examples": [envelope_example("ErrorAnswer")],
    });
    successes.chain([("ErrorAnswer".to_owned(), error)]).collect()
}

fn success(name: &str, data: Option<&str>) -> Value {
    let status = json!({ "allOf": [
        reference("schemas", "Status"),
        { "properties": { "status": { "const": "SUCCESS" }, "error_code": { "const": "" } } },
    ] });
    let mut properties = Map::from_iter([("status".to_owned(), status)]);
    let mut required = vec!["status"];
    if let Some(data) = data {
        properties.insert("data".to_owned(), reference("schemas", data));
        required.push("data");
    }
    json!({
        "type": "object",
        "description": "Success.",
        "required": required,
        "additionalProperties": false,
        "properties": properties,
        "examples": [envelope_example(name)],
    })
}

const SESSION: &[&str] = &["token_id*", "operation_id*", "phone_number", "idempotency"];

/// A call in a session.
const fn post(
    id: &'static str,
    path: &'static str,
    envelope: &'static str,
    codes: &'static [ErrorCode],
) -> Call {
    Call {
        id,
        method: Method::Post,
        path,
        tag: WIRE,
        summary: "",
        description: "",
        headers: SESSION,
        query: None,
        body: None,
        success: (200, Some(envelope)),
        told_as: None,
        face: Face::Wire(codes),
    }
}

/// Every call, in the order a visit makes them.
pub(super) const CALLS: &[Call] = &[
    Call {
        method: Method::Get,
        summary: "Is the server there, is the key good?",
        description: "`status.operation_id` is empty.",
        headers: &[],
        ..post("echo", "/v1/pos/echo", "PlainAnswer", &[])
    },
    Call {
        summary: "Open a session with the customer's code",
        description: "Token and operation of the answer are headers of every further call. A login whose answer was \
                      lost may be repeated while the session is unused: the newest token is the good one.",
        headers: &["phone_number*", "idempotency"],
        ..post("login", "/v1/pos/login/{pos_id}/{otp_code}", "LoginAnswer", LOGIN_CODES)
    },
    Call {
        summary: "Withdraw",
        description: "On success the money is set aside: hand out the cash. A repeat reads the first answer.",
        ..post("withdraw", "/v1/pos/withdraw/{account}/{sum}", "WithdrawAnswer", WITHDRAW_CODES)
    },
    Call {
        summary: "Reverse the money action, in whole or in part",
        headers: &["token_id*", "operation_id*", "phone_number", "transaction_id", "idempotency"],
        ..post("reverse", "/v1/pos/reversal/{account}/{reversed_amount}", "ReversalAnswer", REVERSAL_CODES)
    },
    Call {
        summary: "Deposit",
        description: "The body is optional; its `metadata` comes back in the answer, its `depositor` does not.",
        body: Some("DepositBody"),
        ..post("deposit", "/v1/pos/deposit/{amount}/{currency}", "DepositAnswer", DEPOSIT_CODES)
    },
    Call {
        summary: "Close the session",
        description: "Says that the cash was handed over. May be repeated.",
        ..post("logout", "/v1/pos/logout", "PlainAnswer", &[ErrorCode::SessionNotFound])
    },
];

const LOGIN_CODES: &[ErrorCode] = &[
    ErrorCode::InvalidPhoneNumber,
    ErrorCode::OtpNotValid,
    ErrorCode::PosDisabled,
    ErrorCode::TooManyRequests,
];

const WITHDRAW_CODES: &[ErrorCode] = &[
    ErrorCode::InvalidCurrency,
    ErrorCode::InvalidAmount,
    ErrorCode::AmountMustBePositive,
    ErrorCode::SessionNotFound,
    ErrorCode::SessionClosed,
    ErrorCode::SessionExpired,
    ErrorCode::SessionAlreadyUsed,
    ErrorCode::AccountNotInSession,
    ErrorCode::AmountNotApproved,
    ErrorCode::FeeNotApproved,
    ErrorCode::PurposeNotApproved,
    ErrorCode::NotEnoughFunds,
    ErrorCode::WithdrawalAlreadyReversed,
    ErrorCode::EwalletDisabled,
    ErrorCode::PosDisabled,
    ErrorCode::LimitExceeded,
    ErrorCode::PayoutsStopped,
    ErrorCode::TillClosed,
    ErrorCode::AmountNotPayable,
];

const REVERSAL_CODES: &[ErrorCode] = &[
    ErrorCode::InvalidAmount,
    ErrorCode::AmountMustBePositive,
    ErrorCode::SessionNotFound,
    ErrorCode::AccountNotInSession,
    ErrorCode::DepositFinal,
    ErrorCode::ReversalExceedsWithdrawal,
    ErrorCode::TransactionNotFound,
    ErrorCode::LimitExceeded,
];

const DEPOSIT_CODES: &[ErrorCode] = &[
    ErrorCode::InvalidCurrency,
    ErrorCode::InvalidAmount,
    ErrorCode::AmountMustBePositive,
    ErrorCode::SessionNotFound,
    ErrorCode::SessionClosed,
    ErrorCode::SessionExpired,
    ErrorCode::SessionAlreadyUsed,
    ErrorCode::AccountNotInSession,
    ErrorCode::AmountNotApproved,
    ErrorCode::PurposeNotApproved,
    ErrorCode::PosFloatExceeded,
    ErrorCode::DepositAlreadyReversed,
    ErrorCode::EwalletDisabled,
    ErrorCode::PosDisabled,
    ErrorCode::LimitExceeded,
    ErrorCode::TillClosed,
];
