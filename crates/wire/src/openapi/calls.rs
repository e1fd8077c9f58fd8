//! What a call is, and its Operation Object: parameters from its path, headers and query, its body, its answers.

use serde_json::{Map, Value, json};

use super::answers::{self, reference};
use super::security;
use super::shapes::{ID_PATTERN, PHONE_PATTERN, SUM_PATTERN, TOKEN_PATTERN};
use crate::api::ProblemCode;
use crate::pos::ErrorCode;

/// A method that a call has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Does something.
    Post,
    /// Takes something back.
    Delete,
}

impl Method {
    /// As the document writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::Post => "post",
            Self::Delete => "delete",
        }
    }
}

/// Who may call, and the codes that this call may answer beside those that every call of its face may.
#[derive(Debug, Clone, Copy)]
pub(super) enum Face {
    /// Our own API, for an operator.
    Own(&'static [ProblemCode]),
    /// Our own API, for a POS.
    Asking(&'static [ProblemCode]),
    /// Our own API, for a customer's device, by its cookie.
    Customer(&'static [ProblemCode]),
    /// Our own API, for whoever brings what it asks for in the body.
    Open(&'static [ProblemCode]),
    /// The POS wire.
    Wire(&'static [ErrorCode]),
}

/// A call of one of the faces.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    /// Its name, for ever: clients are generated with it.
    pub id: &'static str,
    /// Its method.
    pub method: Method,
    /// Its path, the texts in it in braces.
    pub path: &'static str,
    pub(super) tag: &'static str,
    pub(super) summary: &'static str,
    pub(super) description: &'static str,
    /// Its headers, the needed ones first and marked with a star.
    pub(super) headers: &'static [&'static str],
    /// The shape of its query.
    pub(super) query: Option<&'static str>,
    /// The shape of its body.
    pub(super) body: Option<&'static str>,
    /// Status and shape of its success.
    pub(super) success: (u16, Option<&'static str>),
    /// What it answers where that is no JSON: the media type and an example.
    pub(super) told_as: Option<(&'static str, &'static str)>,
    pub(super) face: Face,
}

/// The Operation Object; `place` is where a reader wants it, since members of JSON objects have no order.
pub(super) fn described(call: &Call, place: usize, shapes: &Map<String, Value>) -> Value {
    let mut operation = json!({
        "operationId": call.id,
        "tags": [call.tag],
        "summary": call.summary,
        "parameters": parameters(call, shapes),
        "security": security(call.face),
        "responses": answers::responses(call),
        "x-order": place,
    });
    if let Value::Object(members) = &mut operation {
        if !call.description.is_empty() {
            members.insert("description".to_owned(), json!(call.description));
        }
        if let Some(body) = call.body {
            let content = json!({ "application/json": { "schema": reference("schemas", body) } });
            let is_needed = !matches!(call.face, Face::Wire(_));
            members.insert("requestBody".to_owned(), json!({ "required": is_needed, "content": content }));
        }
    }
    operation
}

fn parameters(call: &Call, shapes: &Map<String, Value>) -> Vec<Value> {
    let in_path = call.path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
    let in_path = in_path.map(|name| path_parameter(call.face, name));
    let in_query = call.query.map(|shape| query_parameters(shapes.get(shape))).unwrap_or_default();
    let in_headers = call.headers.iter().map(|name| header_parameter(name));
    in_path.chain(in_query).chain(in_headers).collect()
}

/// A query's parameters are its shape's members.
fn query_parameters(shape: Option<&Value>) -> Vec<Value> {
    let members = shape.and_then(|shape| shape.get("properties")?.as_object());
    let needed = shape.and_then(|shape| shape.get("required")?.as_array());
    let parameter = |(name, schema): (&String, &Value)| {
        let is_needed = needed.is_some_and(|needed| needed.iter().any(|needed| needed == name));
        let mut schema = schema.clone();
        let description = schema.as_object_mut().and_then(|members| members.remove("description"));
        if let Some(kind) = schema.get_mut("type").filter(|kind| kind.is_array()) {
            let alone = kind.get(0).cloned().unwrap_or_default(); // A query has no null.
            *kind = alone;
        }
        json!({
            "name": name, "in": "query", "required": is_needed, "description": description, "schema": schema
        })
    };
    members.into_iter().flatten().map(parameter).collect()
}

fn path_parameter(face: Face, name: &str) -> Value {
    let id = json!({ "type": "string", "pattern": ID_PATTERN });
    let ours = json!({ "type": "string", "format": "uuid" });
    let sum = json!({ "type": "string", "pattern": SUM_PATTERN, "maxLength": 32 });
    let is_wire = matches!(face, Face::Wire(_));
    let (schema, example, description) = match name {
        "wallet_id" => (ours, OUR_ID, "The wallet."),
        "till_id" => (ours, OUR_ID, "The till."),
        "till_session_id" => (ours, OUR_ID, "A till in one cashier's hands: what its opening answered."),
        "cashier_id" => (ours, OUR_ID, "The cashier."),
        "device_id" => (ours, OUR_ID, "The device."),
        "staff_id" => (ours, OUR_ID, "The person, by the operator key she counts as."),
        "key_id" => (ours, OUR_ID, "The access key's public name."),
        "operator_key_id" => (ours, OUR_ID, "The operator key's public name."),
        "tariff_id" => (ours, OUR_ID, "The version of the tariff."),
        "transaction_id" => (ours, OUR_ID, "What the withdrawal answered."),
        "operation_id" => (ours, OUR_ID, "What the login answered."),
        "reconciliation_id" => (ours, OUR_ID, "The reconciliation."),
        "number" => (
            json!({ "type": "string", "pattern": "^[1-9][0-9]{0,9}$" }),
            "3",
            "The number of the match or the break in its reconciliation.",
        ),
        "pos_id" if is_wire => (id, POS_ID, "The POS where the cashier stands."),
        "pos_id" => (id, POS_ID, "The POS, by our id or by the one it has elsewhere."),
        "account_id" => (
            json!({ "type": "string", "pattern": "^[!-~]{1,96}$" }),
            ACCOUNT_ID,
            "A wallet's account by its id; any other as `kind:holder:currency`, the operator's own as \
             `kind:currency`: `pos:z128ffb-11a5-11l9-93p5-1231a8maf28:GBP`, `funding:GBP`.",
        ),
        "account" => (id, ACCOUNT_ID, "An `account_id` of the login's answer."),
        "otp_code" => (
            json!({ "type": "string", "pattern": "^[0-9]{6,9}$" }),
            "876680",
            "The digits that the customer read out.",
        ),
        "currency" => (reference("schemas", "CurrencyCode"), "GBP", "The currency of the cash."),
        "sum" => (sum, "10", "How much cash to hand out, as `10` or `10.50`."),
        "reversed_amount" => (sum, "10", "How much of it goes back."),
        _ => (sum, "10", "How much cash was brought."),
    };
    json!({
        "name": name, "in": "path", "required": true,
        "description": description, "schema": schema, "example": example,
    })
}

const OUR_ID: &str = "018bcfe5-687b-7fff-bfff-fffffffffc05";
const POS_ID: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
const ACCOUNT_ID: &str = "64e4a964-53b5-11e9-8495-02f0df928b";

/// A header by its name; one that ends in a star is needed.
fn header_parameter(name: &str) -> Value {
    let (name, is_needed) = name.strip_suffix('*').map_or((name, false), |name| (name, true));
    let text = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    let (schema, example, description) = match name {
        "phone_number" if is_needed => (text(PHONE_PATTERN), "+14155559992", "The customer's phone, E.164."),
        "phone_number" => {
            (text(PHONE_PATTERN), "+14155559992", "If it is sent, it must be the session's customer's.")
        }
        "token_id" => (
            text(TOKEN_PATTERN),
            "0f9b5b3e-1111-2222-3333-444455556666",
            "The session's token, from the login.",
        ),
        "operation_id" => (
            json!({ "type": "string", "format": "uuid" }),
            OUR_ID,
            "The session's operation, from the login.",
        ),
        "X-CSRF-Token" => (
            text("^[0-9a-f]{32}$"),
            "0123456789abcdef0123456789abcdef",
            "Needed with a cookie: the `csrf_token` that the sign-in told.",
        ),
        "transaction_id" => (
            json!({ "type": "string", "maxLength": 64 }),
            OUR_ID,
            "The money action to reverse; if it is not sent, the session's own.",
        ),
        _ => (
            text("^[!-~]{1,255}$"),
            "5f0c6a0e-visit-1",
            "A text of your own, new for each new request and the same for every repeat of it.",
        ),
    };
    json!({
        "name": name, "in": "header", "required": is_needed,
        "description": description, "schema": schema, "example": example,
    })
}
