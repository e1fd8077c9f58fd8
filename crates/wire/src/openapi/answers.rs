//! What calls answer: success with its shape, and every code a call may answer under its status. The bodies of
//! all errors are examples made from the tables of codes.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::calls::{Call, Face, Method};
use crate::api::{Problem, ProblemCode, problem_type};
use crate::csv;
use crate::exports::EXPORTS;
use crate::pos::{Envelope, ErrorCode, Nothing};

/// What every call of our own API may answer.
const EVERY_PROBLEM: &[ProblemCode] = &[
    ProblemCode::InvalidRequest,
    ProblemCode::InvalidBody,
    ProblemCode::InvalidIdempotencyKey,
    ProblemCode::Unauthenticated,
    ProblemCode::RouteNotFound,
    ProblemCode::TooManyRequests,
    ProblemCode::Internal,
    ProblemCode::ServiceUnavailable,
    ProblemCode::OutcomeUnknown,
];

/// What every change over our own API may answer beside them: asked by an operator, and told by a POS.
const CHANGE_PROBLEMS: &[ProblemCode] =
    &[ProblemCode::RoleForbids, ProblemCode::IdempotencyKeyReused, ProblemCode::CsrfTokenWrong];
/// And every read.
const READ_PROBLEMS: &[ProblemCode] = &[ProblemCode::RoleForbids];
/// By a customer's device.
const COOKIE_PROBLEMS: &[ProblemCode] = &[ProblemCode::CsrfTokenWrong, ProblemCode::IdempotencyKeyReused];
const TOLD_PROBLEMS: &[ProblemCode] = &[ProblemCode::IdempotencyKeyReused];

/// What every call of the POS wire may answer.
const EVERY_ERROR: &[ErrorCode] = &[
    ErrorCode::MissingAuthenticationHeaders,
    ErrorCode::UnauthenticatedApiCall,
    ErrorCode::UnauthorizedApiCall,
    ErrorCode::InvalidRequest,
    ErrorCode::InvalidBody,
    ErrorCode::Internal,
    ErrorCode::ServiceUnavailable,
];

/// What every change over the POS wire may answer beside them.
const CHANGE_ERRORS: &[ErrorCode] =
    &[ErrorCode::MissingFields, ErrorCode::InvalidIdempotencyKey, ErrorCode::IdempotencyKeyReused];

/// A Reference Object.
pub(super) fn reference(kind: &str, name: &str) -> Value {
    json!({ "$ref": format!("#/components/{kind}/{name}") })
}

/// The Responses Object of a call.
pub(super) fn responses(call: &Call) -> Value {
    let (status, shape) = call.success;
    let mut responses = Map::new();
    responses.insert(status.to_string(), success(call, shape));
    for (status, codes) in by_status(call) {
        responses.insert(status.to_string(), refusal(call, status, &codes));
    }
    Value::Object(responses)
}

fn success(call: &Call, shape: Option<&str>) -> Value {
    let mut names = vec!["request-id"];
    if call.method != Method::Get {
        names.push("idempotent-replayed");
    }
    if matches!(call.face, Face::Wire(_) | Face::Asking(_)) {
        names.push("session-expires-at");
    }
    let mut success = json!({ "description": "Done.", "headers": header_references(&names) });
    if let (Some(shape), Value::Object(members)) = (shape, &mut success) {
        let content = json!({ "application/json": { "schema": reference("schemas", shape) } });
        members.insert("content".to_owned(), content);
    }
    if let (Some((media, example)), Value::Object(members)) = (told(call), &mut success) {
        let content = json!({ media: { "schema": { "type": "string" }, "example": example } });
        members.insert("content".to_owned(), content);
    }
    success
}

/// The media type of an answer that is no JSON, and an example: of a table, what stands above its columns.
fn told(call: &Call) -> Option<(&'static str, String)> {
    let export = EXPORTS.iter().find(|export| export.id == call.id);
    let table = export.map(|export| ("text/csv", csv::line(export.heads())));
    table.or_else(|| call.told_as.map(|(media, example)| (media, example.to_owned())))
}

/// The codes that `call` may answer, by their status, each in the order of its table.
fn by_status(call: &Call) -> BTreeMap<u16, Vec<&'static str>> {
    let changes = call.method != Method::Get;
    let mut codes = BTreeMap::<u16, Vec<&'static str>>::new();
    match call.face {
        Face::Own(own) | Face::Asking(own) | Face::Customer(own) | Face::Open(own) => {
            let of_face: &[ProblemCode] = match call.face {
                Face::Own(_) if changes => CHANGE_PROBLEMS,
                Face::Own(_) => READ_PROBLEMS,
                Face::Customer(_) if changes => COOKIE_PROBLEMS,
                Face::Asking(_) | Face::Open(_) | Face::Wire(_) if changes => TOLD_PROBLEMS,
                Face::Customer(_) | Face::Asking(_) | Face::Open(_) | Face::Wire(_) => &[],
            };
            let may =
                |code: &&ProblemCode| [EVERY_PROBLEM, of_face, own].iter().any(|list| list.contains(code));
            for code in ProblemCode::ALL.iter().filter(may) {
                codes.entry(code.http_status()).or_default().push(code.as_str());
            }
        }
        Face::Wire(own) => {
            let of_changes = if changes { CHANGE_ERRORS } else { &[] };
            let may =
                |code: &&ErrorCode| [EVERY_ERROR, of_changes, own].iter().any(|list| list.contains(code));
            for code in ErrorCode::ALL.iter().filter(may) {
                codes.entry(code.http_status()).or_default().push(code.as_str());
            }
        }
    }
    codes
}

fn refusal(call: &Call, status: u16, codes: &[&str]) -> Value {
    let description =
        codes.iter().map(|code| format!("[`{code}`](/errors/{code})")).collect::<Vec<_>>().join(", ");
    let examples: Map<String, Value> =
        codes.iter().map(|code| ((*code).to_owned(), reference("examples", code))).collect();
    let (media, shape, narrower) = match call.face {
        Face::Own(_) | Face::Asking(_) | Face::Customer(_) | Face::Open(_) => (
            "application/problem+json",
            "Problem",
            json!({ "properties": { "code": { "enum": codes }, "status": { "const": status } } }),
        ),
        Face::Wire(_) => (
            "application/json",
            "ErrorAnswer",
            json!({ "properties": { "status": { "properties": { "error_code": { "enum": codes } } } } }),
        ),
    };
    let schema = json!({ "allOf": [reference("schemas", shape), narrower] });
    let mut names = vec!["request-id"];
    if matches!(status, 429 | 503) {
        names.push("retry-after");
    }
    if matches!(call.face, Face::Wire(_)) && matches!(status, 400 | 401) {
        names.push("session-expires-at");
    }
    json!({
        "description": description,
        "headers": header_references(&names),
        "content": { media: { "schema": schema, "examples": examples } },
    })
}

fn header_references(names: &[&str]) -> Value {
    names.iter().map(|name| ((*name).to_owned(), reference("headers", name))).collect::<Map<_, _>>().into()
}

/// The headers that answers may have.
pub(super) fn headers() -> Value {
    json!({
        "request-id": {
            "description": "Names this answer, for support.",
            "schema": { "type": "string", "format": "uuid" },
        },
        "idempotent-replayed": {
            "description": "`true` when this is the first answer to an earlier, equal request.",
            "schema": { "type": "string", "const": "true" },
        },
        "session-expires-at": {
            "description": "When the session's limits end it.",
            "schema": { "type": "string", "format": "date-time" },
        },
        "retry-after": {
            "description": "Seconds to wait before the next try.",
            "schema": { "type": "string", "pattern": "^[1-9][0-9]*$" },
        },
    })
}

/// The body of every error there is, by its code.
pub(super) fn examples() -> Value {
    let example = |code: &str, sentence: &str, status: u16, value: Value| {
        (code.to_owned(), json!({ "summary": sentence, "value": value, "x-status": status }))
    };
    let problems = ProblemCode::ALL
        .iter()
        .map(|code| example(code.as_str(), code.sentence(), code.http_status(), problem(*code)));
    let errors = ErrorCode::ALL
        .iter()
        .map(|code| example(code.as_str(), code.sentence(), code.http_status(), error(*code)));
    problems.chain(errors).collect::<Map<_, _>>().into()
}

const REQUEST_ID: &str = "018bcfe5-687b-7a10-9d25-1f6b6a3c0d11";

fn problem(code: ProblemCode) -> Value {
    let waits = matches!(code.http_status(), 429 | 503);
    let problem = Problem {
        problem_type: problem_type(code).into(),
        title: code.sentence().into(),
        status: code.http_status(),
        detail: format!("{}.", code.sentence()).into(),
        code: code.as_str().into(),
        money_moved: (code != ProblemCode::OutcomeUnknown).then_some(false),
        retry: if matches!(code.http_status(), 429 | 500..) {
            "Repeat the same request with the same Idempotency-Key.".into()
        } else {
            "Do not repeat the request unchanged.".into()
        },
        retry_after_s: waits.then_some(1),
        request_id: REQUEST_ID.to_owned(),
    };
    serde_json::to_value(problem).unwrap_or_default() // Texts and numbers always print.
}

fn error(code: ErrorCode) -> Value {
    let envelope = Envelope::<Nothing>::error(REQUEST_ID.to_owned(), code.into());
    serde_json::to_value(envelope).unwrap_or_default() // Texts always print.
}
