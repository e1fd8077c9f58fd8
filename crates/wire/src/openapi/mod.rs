//! The OpenAPI 3.1 document of both faces: our own API and the POS wire. Shapes come from the wire's types, codes
//! and statuses from their tables; the list of calls stands here, and a test of the edge holds it against its
//! routes. Knows no server and no page that shows it.

mod answers;
mod calls;
mod console;
mod examples;
mod faces;
mod float;
mod limits;
mod office;
mod own;
mod pos_wire;
mod reconciliation;
mod settlement;
mod shapes;
#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

pub use calls::{Call, Method};
use calls::{Face, described};

use crate::exports::{EXPORTS, Export};

/// Every call of both faces, in the order a reader wants them.
#[must_use]
pub fn calls() -> Vec<Call> {
    let lists = LISTS.iter().copied().flatten().copied();
    lists.chain(exports()).chain(pos_wire::CALLS.iter().copied()).collect()
}

/// The lists again, as tables: asked as their lists are, and refused as they are.
fn exports() -> impl Iterator<Item = Call> {
    EXPORTS.iter().filter_map(|export| {
        let lists = LISTS.iter().copied().flatten();
        let list = lists.copied().find(|call| call.id == export.list)?;
        let Export { id, path, summary, .. } = *export;
        Some(Call { id, path, summary, description: EXPORTED, success: (200, None), ..list })
    })
}

const LISTS: &[&[Call]] = &[
    own::CALLS,
    faces::CALLS,
    console::CALLS,
    office::CALLS,
    float::CALLS,
    limits::CALLS,
    settlement::CALLS,
    reconciliation::CALLS,
];

const EXPORTED: &str = "The list of the same path as a table (RFC 4180), streamed: UTF-8 after a byte order mark, a line \
    of names first. An amount is two columns, a list one cell with spaces in it; a text that a spreadsheet would take \
    for a formula has an apostrophe before it. 100,000 lines at most, or `limit`; the place to begin at is sent as the \
    list takes it. A table that is cut short ends without the end of its body.";

/// The document of the program's `version`.
#[must_use]
pub fn document(version: &str) -> Value {
    let shapes = all_shapes();
    let mut paths: Map<String, Value> = Map::new();
    for (place, call) in calls().iter().enumerate() {
        let path = paths.entry(call.path).or_insert_with(|| json!({}));
        if let Value::Object(methods) = path {
            methods.insert(call.method.name().to_owned(), described(call, place, &shapes));
        }
    }
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "info": {
            "title": "Specie",
            "version": version,
            "summary": "Cash out of wallets, at points of sale.",
            "description": INTRODUCTION,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/", "description": "The server that serves this document." }],
        "tags": tags(),
        "paths": paths,
        "components": {
            "schemas": shapes,
            "examples": answers::examples(),
            "headers": answers::headers(),
            "securitySchemes": security_schemes(),
        },
    })
}

fn all_shapes() -> Map<String, Value> {
    let mut shapes = shapes::shapes();
    pos_wire::close(&mut shapes);
    shapes.extend(pos_wire::envelopes());
    shapes
}

const INTRODUCTION: &str = "Two faces of one ledger. The **POS wire** (`/v1/pos`) is what a till speaks: a \
    customer's one-time code opens a session, the session allows one money action and its reversals. **Our own \
    API** (`/api/v1`) is for the operator: wallets, codes, POS, keys, accounts. Amounts are exact decimal texts, \
    never rounded. Every POST takes an idempotency value and a repeat of it reads the first answer. A connection \
    that is closed without an answer means that the outcome is not known: repeat the request with the same values. \
    Each error code has a page under `/errors/`.";

fn tags() -> Value {
    let tag = |name: &str, description: &str| json!({ "name": name, "description": description });
    json!([
        tag(own::WALLETS, "Customers, their accounts and what is in them."),
        tag(own::CODES, "One-time codes: what a customer reads to the cashier."),
        tag(own::PLACES, "POS owners, their POS, prefunding and access keys."),
        tag(own::LEDGER, "Accounts with their entries, and withdrawals."),
        tag(
            own::CASES,
            "What the ledger alone cannot decide, with what is known of it; for people to look into.",
        ),
        tag(office::FEES, "What a withdrawal costs the customer and earns the POS owner."),
        tag(limits::LIMITS, "How much may pass, how much has, and the brake on all payouts."),
        tag(
            office::PROPOSALS,
            "What one person proposes and another approves, after a delay where money is at stake."
        ),
        tag(
            office::TILLS,
            "Drawers in cashiers' hands, from an opening count to a blind closing count, and the cash of a POS."
        ),
        tag(
            settlement::SETTLEMENT,
            "What POS owners are paid, or pay, batch by batch at their cut-off, and what the bank said.",
        ),
        tag(
            reconciliation::RECONCILIATION,
            "Journals of POS and statements of banks held against the ledger: matches, and breaks for people.",
        ),
        tag(
            reconciliation::REPORTS,
            "What the books come to, what waits, and an owner's accounts over a period."
        ),
        tag(
            faces::CUSTOMER,
            "What a customer's own device does, signed in by a cookie. It sees its own wallet and nothing else. Every \
            change needs the header `X-CSRF-Token`."
        ),
        tag(
            faces::PEOPLE,
            "People who sign in with a password and a code of an authenticator app. Signed in, a person counts as an \
            operator key of her own, everywhere; changes then need the header `X-CSRF-Token`."
        ),
        tag(
            faces::LOOKING,
            "What the operator's pages read: search, the last hour, and events as they happen."
        ),
        tag(own::STAFF, "Who may call our own API: bearer keys, each with a person and a role."),
        tag(
            own::ASKING,
            "What a POS may ask and tell of its operations, with its access key and the session's token."
        ),
        tag(
            pos_wire::WIRE,
            "The six calls of a till. Header names carry underscores: some reverse proxies drop \
             such headers unless told otherwise. Answers never gain a member; anything more travels in headers."
        ),
    ])
}

/// One scheme a header: the `plain` profile sends `access_key`, the `signed` one all four.
fn security_schemes() -> Value {
    let header = |name: &str, description: &str| json!({ "type": "apiKey", "in": "header", "name": name, "description": description });
    let cookie = |name: &str, description: &str| json!({ "type": "apiKey", "in": "cookie", "name": name, "description": description });
    json!({
        "operator_key": {
            "type": "http",
            "scheme": "bearer",
            "description": "An operator's key: `specie operator-key create` makes one.",
        },
        "wallet_device": cookie("specie_wallet", "A customer's device: `POST /api/v1/wallet/device` sets it."),
        "staff_session": cookie("specie_staff", "A person's session: `POST /api/v1/staff/session` sets it."),
        "access_key": header("access_key", "A POS's access key; alone, it is the `plain` profile."),
        "salt": header("salt", "`signed` profile: a fresh random text. Each serves once."),
        "timestamp": header("timestamp", "`signed` profile: Unix seconds, ten digits."),
        "signature": header(
            "signature",
            "`signed` profile: Base64 of the lower-case hex of HMAC-SHA-256 with the secret key over method in \
             lower case, path with query, salt, timestamp, access key, secret key and body, joined without \
             separators; an empty body and `{}` count as empty.",
        ),
    })
}

/// Which profiles a call takes.
fn security(face: Face) -> Value {
    match face {
        Face::Own(_) => json!([{ "operator_key": [] }, { "staff_session": [] }]),
        Face::Customer(_) => json!([{ "wallet_device": [] }]),
        Face::Open(_) => json!([]),
        Face::Asking(_) | Face::Wire(_) => json!([
            { "access_key": [] },
            { "access_key": [], "salt": [], "timestamp": [], "signature": [] },
        ]),
    }
}
