//! The document against the server: the same calls on both sides, and no answer that it does not describe.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use specie_domain::rows::Profile;
use specie_wire::exports::EXPORTS;
use specie_wire::openapi::{Call, Method, calls};

use crate::shop::{ACCOUNT, KEY, PHONE, POS, Said, Session, Shop};

const TARIFF_PROPOSED: &str =
    r#"{"kind":"add_tariff","why":"x","tariff":{"name":"Cash out","currency":"GBP"}}"#;
const OWN_ROUTES: &str = include_str!("../../src/api/routes.rs");
const WIRE_ROUTES: &str = include_str!("../../src/pos/route.rs");

/// The texts in quotes after each `before` in a source.
fn quoted(source: &str, before: &str) -> BTreeSet<String> {
    let texts = source.split(before).skip(1).filter_map(|rest| rest.split('"').next());
    texts.map(ToOwned::to_owned).collect()
}

fn documented(root: &str) -> BTreeSet<String> {
    calls().iter().filter_map(|call| call.path.strip_prefix(root)).map(ToOwned::to_owned).collect()
}

/// The call's path with a text for each of its braces.
fn sample_path(call: &Call) -> String {
    let segments = call.path.split('/').map(|segment| if segment.starts_with('{') { "1" } else { segment });
    segments.collect::<Vec<_>>().join("/")
}

#[test]
fn every_route_has_a_path_in_the_document_and_every_path_a_route() {
    // A long route stands on lines of its own.
    let routes = OWN_ROUTES.split(".route(").skip(1).filter_map(|rest| rest.split('"').nth(1));
    let tables = EXPORTS.iter().filter_map(|export| export.path.strip_prefix("/api/v1"));
    assert_eq!(routes.chain(tables).map(ToOwned::to_owned).collect::<BTreeSet<_>>(), documented("/api/v1"));
    let code = WIRE_ROUTES.split("#[cfg(test)]").next().unwrap();
    let templates: BTreeSet<String> =
        quoted(code, "=> \"").into_iter().filter(|text| text.starts_with("/v1/pos")).collect();
    let on_wire: BTreeSet<String> =
        documented("").into_iter().filter(|path| path.starts_with("/v1/pos")).collect();
    assert_eq!(templates, on_wire);
}

#[tokio::test]
async fn a_path_takes_the_methods_it_is_documented_with_and_no_other() {
    let shop = Shop::open().await;
    for call in calls() {
        let path = sample_path(&call);
        let method = call.method.name().to_uppercase();
        if call.path.starts_with("/v1/") {
            let (right, wrong) = (if call.method == Method::Get { "GET" } else { "POST" }, "PUT");
            assert_eq!(
                shop.send(right, &path, &[], "").await.verdict().1,
                "MISSING_AUTHENTICATION_HEADERS",
                "{path}"
            );
            assert_eq!(shop.send(wrong, &path, &[], "").await.verdict().1, "UNAUTHORIZED_API_CALL", "{path}");
            continue;
        }
        let refused = shop.send("PATCH", &path, &[], "").await;
        assert_eq!(refused.status, 405, "{path}: {}", refused.text);
        let allowed = refused.header("allow").unwrap().split(',').filter(|allowed| *allowed != "HEAD");
        let same_path = calls().into_iter().filter(|other| other.path == call.path);
        let expected: BTreeSet<String> = same_path.map(|other| other.method.name().to_uppercase()).collect();
        assert!(expected.contains(&method));
        assert_eq!(allowed.map(ToOwned::to_owned).collect::<BTreeSet<_>>(), expected, "{path}");
    }
}

/// The document as it is served.
struct Contract(Value);

impl Contract {
    async fn of(shop: &Shop) -> Self {
        let said = shop.send("GET", "/openapi.json", &[], "").await;
        assert_eq!((said.status, said.header("content-type")), (200, Some("application/json")));
        Self(said.json())
    }

    /// Status, content type and body of an answer are as documented for the operation called `id`.
    fn holds(&self, id: &str, said: &Said) {
        let paths = self.0["paths"].as_object().unwrap().values();
        let mut operations = paths.flat_map(|methods| methods.as_object().unwrap().values());
        let operation = operations.find(|operation| operation["operationId"] == id).unwrap();
        let response = &operation["responses"][said.status.to_string()];
        assert!(response.is_object(), "{id} documents no {}: {}", said.status, said.text);
        let Some(content) = response.get("content") else {
            return assert_eq!(said.text, "", "{id} {}", said.status);
        };
        let schema = &content[said.header("content-type").unwrap()]["schema"];
        assert!(schema.is_object(), "{id} {}: {:?}", said.status, said.header("content-type"));
        let root = json!({ "allOf": [schema], "components": self.0["components"] });
        let judge = jsonschema::draft202012::options().should_validate_formats(true).build(&root).unwrap();
        let wrong: Vec<_> = judge.iter_errors(&said.json()).map(|why| why.to_string()).collect();
        assert!(wrong.is_empty(), "{id} {}: {wrong:?} in {}", said.status, said.text);
        let headers = &response["headers"];
        for name in ["idempotent-replayed", "session-expires-at", "retry-after", "request-id"] {
            let is_documented = headers.get(name).is_some();
            assert!(
                said.header(name).is_none() || is_documented,
                "{id} {} has the header {name}",
                said.status
            );
        }
    }
}

#[tokio::test]
async fn a_visit_is_answered_as_the_document_says() {
    let shop = Shop::open().await;
    let contract = Contract::of(&shop).await;
    let key = [("access_key", KEY)];
    contract.holds("echo", &shop.send("GET", "/v1/pos/echo", &key, "").await);
    contract.holds("echo", &shop.send("GET", "/v1/pos/echo", &[], "").await);
    contract.holds("login", &shop.login("000000").await);

    let code = shop.arm(r#""max_amount":{"amount":"10.00","currency":"GBP"},"purpose":"any""#).await;
    let login = shop.login(&code).await;
    contract.holds("login", &login);
    let session = Session::of(&login);
    let [access_key, _, token, _] = session.headers();
    let operation = format!("/api/v1/pos/operations/{}", session.operation);
    let ask = async || shop.send("GET", &operation, &[access_key, token], "").await;
    contract.holds("showOperation", &ask().await);
    for query in ["?state=open", "?state=shut"] {
        let open = format!("/api/v1/pos/operations{query}");
        contract.holds("listOpenOperations", &shop.send("GET", &open, &[access_key, token], "").await);
        contract.holds("listOpenOperations", &shop.send("GET", &open, &[access_key], "").await);
    }
    let withdraw =
        async |sum: &str| shop.pos(&format!("/withdraw/{ACCOUNT}/{sum}"), &session.headers()).await;
    for sum in ["1e1", "11", "10", "10", "9"] {
        contract.holds("withdraw", &withdraw(sum).await);
    }
    contract.holds("showOperation", &ask().await);
    for body in [
        r#"{"outcome":"unknown"}"#,
        "{",
        r#"{"outcome":"partial","dispensed":{"amount":"99","currency":"GBP"}}"#,
    ] {
        contract.holds("tellOutcome", &shop.tell(&session, body).await);
    }
    for body in [r#"{"medium":"browser"}"#, r#"{"medium":"file","printed_at":"2026-01-31T12:00:00Z"}"#, "{"] {
        let target = format!("{operation}/prints");
        contract.holds("tellPrint", &shop.send("POST", &target, &[access_key, token], body).await);
    }
    let nobodys = shop.send("POST", "/api/v1/pos/operations/x/prints", &[access_key, token], "{}").await;
    contract.holds("tellPrint", &nobodys);
    for path in [format!("/cases/{}", session.operation), "/cases/x".to_owned()] {
        contract.holds("showCase", &shop.get(&path).await);
        contract.holds("noteCase", &shop.post(&format!("{path}/notes"), r#"{"text":"Seen."}"#).await);
        contract.holds("showCase", &shop.get(&path).await);
    }
    contract.holds("listCases", &shop.get("/cases?limit=1").await);
    contract.holds("listCases", &shop.get("/cases?limit=0").await);
    contract.holds("disputeWithdrawal", &shop.post("/withdrawals/x/disputes", "").await);
    let reverse = async |sum: &str| shop.pos(&format!("/reversal/{ACCOUNT}/{sum}"), &session.headers()).await;
    for sum in ["4", "7", "0"] {
        contract.holds("reverse", &reverse(sum).await);
    }
    contract.holds("listSessions", &shop.get("/sessions").await);
    contract.holds("search", &shop.get("/search?q=10.00%20GBP").await);
    let found =
        shop.get(&format!("/search?q={}", session.operation)).await.at("/operations/0/transaction_id");
    contract.holds("showTimeline", &shop.get(&format!("/withdrawals/{found}/timeline")).await);
    contract.holds("logout", &shop.pos("/logout", &session.headers()).await);
    contract.holds("logout", &shop.pos("/logout", &key).await);
    contract.holds("withdraw", &withdraw("3").await);
}

#[tokio::test]
async fn a_deposit_and_a_signed_echo_are_answered_as_the_document_says() {
    let shop = Shop::open().await;
    let contract = Contract::of(&shop).await;
    let session = shop.session().await;
    let target = "/v1/pos/deposit/5/GBP";
    for body in [r#"{"metadata":{"receipt":"A-17"}}"#, "{", ""] {
        contract.holds("deposit", &shop.send("POST", target, &session.headers(), body).await);
    }
    shop.add_key("rak_signed_of_the_tests", Profile::Signed, Vec::new()).await;
    let unsigned = shop.send("GET", "/v1/pos/echo", &[("access_key", "rak_signed_of_the_tests")], "").await;
    assert_eq!(unsigned.verdict().1, "MISSING_AUTHENTICATION_HEADERS");
    contract.holds("echo", &unsigned);
}

#[tokio::test]
async fn the_operators_calls_are_answered_as_the_document_says() {
    let shop = Shop::open().await;
    let contract = Contract::of(&shop).await;
    let wallet = r#"{"phone_number":"+447700900123","currencies":["GBP","KWD"]}"#;
    for id_and_answer in [
        ("openWallet", shop.post("/wallets", wallet).await),
        ("openWallet", shop.post("/wallets", wallet).await),
        ("openWallet", shop.post("/wallets", "{").await),
        ("openWallet", shop.as_auditor("POST", "/wallets", wallet).await),
        ("findWallet", shop.get(&format!("/wallets?phone_number=%2B{}", &PHONE[1..])).await),
        ("findWallet", shop.get("/wallets").await),
        ("showWallet", shop.get(&shop.of_wallet("")).await),
        ("showWallet", shop.get("/wallets/x").await),
        ("openAccount", shop.post(&shop.of_wallet("/accounts"), r#"{"currency":"KWD"}"#).await),
        (
            "topUpWallet",
            shop.post(&shop.of_wallet("/topups"), r#"{"amount":{"amount":"1","currency":"GBP"}}"#).await,
        ),
        (
            "topUpWallet",
            shop.post(&shop.of_wallet("/topups"), r#"{"amount":{"amount":"0","currency":"GBP"}}"#).await,
        ),
        ("freezeWallet", shop.post(&shop.of_wallet("/freeze"), "").await),
        ("armCode", shop.post(&shop.of_wallet("/codes"), &format!(r#"{{"pos_id":"{POS}"}}"#)).await),
        ("unfreezeWallet", shop.post(&shop.of_wallet("/unfreeze"), "").await),
        ("confirmWallet", shop.post(&shop.of_wallet("/confirm"), "").await),
        ("cancelCode", shop.api("DELETE", &shop.of_wallet("/codes/current"), &[], "").await),
        ("enrolOfflineDevice", shop.post(&shop.of_wallet("/offline-device"), "").await),
        ("removeOfflineDevice", shop.api("DELETE", &shop.of_wallet("/offline-device"), &[], "").await),
        ("removeOfflineDevice", shop.api("DELETE", &shop.of_wallet("/offline-device"), &[], "").await),
        ("registerOwner", shop.post("/pos-owners", r#"{"name":""}"#).await),
        ("disablePos", shop.post(&format!("/pos/{POS}/disable"), "").await),
        ("enablePos", shop.post(&format!("/pos/{POS}/enable"), "").await),
        ("addKey", shop.post(&format!("/pos/{POS}/keys"), r#"{"profile":"signed"}"#).await),
        ("addKey", shop.post(&format!("/pos/{POS}/keys"), r#"{"profile":"plain","networks":["x"]}"#).await),
        ("revokeKey", shop.api("DELETE", &format!("/pos/{POS}/keys/x"), &[], "").await),
        ("showAccount", shop.get(&format!("/accounts/pos:{POS}:GBP")).await),
        ("listEntries", shop.get(&format!("/accounts/{ACCOUNT}/entries?limit=1")).await),
        ("listEntries", shop.get(&format!("/accounts/{ACCOUNT}/entries?limit=0")).await),
        ("showWithdrawal", shop.get("/withdrawals/x").await),
        ("registerOperatorKey", shop.post("/operator-keys", r#"{"person":"Finn","role":"finance"}"#).await),
        ("registerOperatorKey", shop.post("/operator-keys", r#"{"person":"","role":"finance"}"#).await),
        (
            "proposeOperatorKey",
            shop.post("/proposals/operator-keys", r#"{"person":"Eve","role":"admin","why":"x"}"#).await,
        ),
        ("proposeStaff", shop.post("/proposals/staff", r#"{"name":"Eve","role":"admin","why":"x"}"#).await),
        ("proposeStaff", shop.post("/proposals/staff", r#"{"name":"Eve","role":"admin","why":""}"#).await),
        ("proposeStaffReset", shop.post("/proposals/staff/x/reset", r#"{"why":"x"}"#).await),
        ("propose", shop.post("/proposals", TARIFF_PROPOSED).await),
        ("listProposals", shop.get("/proposals").await),
        ("listOperatorKeys", shop.get("/operator-keys?limit=1").await),
        ("listOperatorKeys", shop.get("/operator-keys?limit=0").await),
        ("revokeOperatorKey", shop.api("DELETE", "/operator-keys/x", &[], "").await),
        ("listOwners", shop.get("/pos-owners").await),
        ("listOwners", shop.get("/pos-owners?limit=0").await),
        ("listPos", shop.get("/pos?disabled=false").await),
        ("listPos", shop.get("/pos?owner_id=x").await),
        ("showPos", shop.get(&format!("/pos/{POS}")).await),
        ("showPos", shop.get("/pos/nowhere").await),
        ("listDeeds", shop.get("/audit?limit=3").await),
        ("listDeeds", shop.get("/audit?limit=0").await),
        ("showTimeline", shop.get("/withdrawals/x/timeline").await),
        ("showLiveFloat", shop.get("/live/float").await),
        ("showLive", shop.get("/live").await),
        ("search", shop.get("/search?q=1001").await),
    ] {
        contract.holds(id_and_answer.0, &id_and_answer.1);
    }
}
