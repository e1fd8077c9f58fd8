//! Cases over our own API: opened by what happens and by a customer, listed, shown, noted, and forgotten in part.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{Said, Shop};

async fn with_role(shop: &Shop, role: &str) -> String {
    let made = shop.post("/operator-keys", &json!({ "person": "Some One", "role": role }).to_string()).await;
    made.at("/operator_key")
}

async fn with_key(shop: &Shop, key: &str, method: &str, path: &str, body: &str) -> Said {
    let bearer = format!("Bearer {key}");
    shop.send(method, &format!("/api/v1{path}"), &[("authorization", &bearer)], body).await
}

fn evidence(case: &Said) -> Vec<Value> {
    case.json()["evidence"].as_array().unwrap().clone()
}

fn whats(case: &Said) -> Vec<String> {
    evidence(case).iter().map(|piece| piece["what"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_case_tells_all_that_is_known_and_where_the_journal_proves_it() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    let path = format!("/cases/{}", session.operation);
    assert_problem(&shop.get(&path).await, 404, "case_not_found");
    shop.turn_clock_ms(300_000);
    shop.commands.sweep_sessions().await.unwrap();
    let note = r#"{"text":"The till counted\nten pounds too much.","assign_to":"Finn"}"#;
    assert_eq!(shop.post(&format!("{path}/notes"), note).await.status, 204);
    let case = shop.get(&path).await;
    assert_eq!(case.status, 200, "{}", case.text);
    assert_eq!((case.at("/kind"), case.at("/state")), ("unconfirmed".to_owned(), "open".to_owned()));
    assert_eq!((case.at("/assigned_to"), case.at("/amount/amount")), ("Finn".to_owned(), "10.00".to_owned()));
    assert_eq!(whats(&case), ["expired", "assigned", "note"]);
    let pieces = evidence(&case);
    assert_eq!((&pieces[1]["person"], &pieces[2]["person"]), (&json!("Finn"), &json!("Ada")));
    assert_eq!(pieces[2]["text"], json!("The till counted\nten pounds too much."));
    let commands: Vec<_> = pieces.iter().map(|piece| piece["command"].as_u64().unwrap()).collect();
    assert!(commands[0] > 0 && commands[0] < commands[1] && commands[1] == commands[2], "{commands:?}");
    assert_eq!(case.at("/withdrawal/transaction_id"), transaction);
    assert_eq!((case.at("/withdrawal/state"), case.at("/withdrawal/held/amount")).0, "unconfirmed");
    shop.tell(&session, r#"{"outcome":"dispensed"}"#).await;
    let closed = shop.get(&path).await;
    assert_eq!((closed.at("/state"), whats(&closed).pop()), ("closed".to_owned(), Some("told".to_owned())));
    assert!(closed.json()["closed_at"].is_string(), "{}", closed.text);
    assert_eq!(evidence(&closed)[3]["outcome"], json!("dispensed"));
}

#[tokio::test]
async fn a_note_is_forgotten_with_the_customer_and_shown_as_erased() {
    let shop = Shop::open().await;
    let (session, _) = shop.withdrawn().await;
    shop.tell(&session, r#"{"outcome":"unknown"}"#).await;
    let path = format!("/cases/{}", session.operation);
    shop.post(&format!("{path}/notes"), r#"{"text":"She called from +44 7700 900001."}"#).await;
    shop.tell(&session, r#"{"outcome":"dispensed"}"#).await;
    let code = shop.arm(r#""amount":{"amount":"179.00","currency":"GBP"}"#).await;
    let rest = crate::shop::Session::of(&shop.login(&code).await);
    shop.pos(&format!("/withdraw/{}/179", crate::shop::ACCOUNT), &rest.headers()).await;
    shop.pos("/logout", &rest.headers()).await;
    let early = shop.api("DELETE", &shop.of_wallet("/personal-data"), &[], "").await;
    assert_problem(&early, 409, "wallet_in_use");
    shop.turn_clock_ms(86_700_000);
    let erased = shop.api("DELETE", &shop.of_wallet("/personal-data"), &[], "").await;
    assert_eq!(erased.status, 204, "{}", erased.text);
    let case = shop.get(&path).await;
    let note = evidence(&case).into_iter().find(|piece| piece["what"] == "note").unwrap();
    assert_eq!(
        (&note["text"], &note["erased"], &note["person"]),
        (&json!(null), &json!(true), &json!("Ada"))
    );
    let more = shop.post(&format!("{path}/notes"), r#"{"text":"More."}"#).await;
    assert_problem(&more, 409, "wallet_frozen");
    assert_eq!(shop.post(&format!("{path}/notes"), r#"{"assign_to":"Finn"}"#).await.status, 204);
}

#[tokio::test]
async fn a_customer_who_did_not_get_her_cash_opens_a_case_and_no_money_moves() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    shop.pos("/logout", &session.headers()).await;
    let disputes = format!("/withdrawals/{transaction}/disputes");
    let first = shop.post(&disputes, "").await;
    assert_eq!(
        (first.status, first.at("/kind"), first.at("/state")),
        (201, "disputed".into(), "open".into())
    );
    assert_eq!(
        (first.at("/operation_id"), first.at("/amount/amount")),
        (session.operation.clone(), "10.00".into())
    );
    let again = shop.post(&disputes, "").await;
    assert_eq!((again.json(), again.header("idempotent-replayed")), (first.json(), Some("true")));
    assert_eq!(shop.balance().await, "179.00");
    for unknown in ["x", session.operation.as_str()] {
        let said = shop.post(&format!("/withdrawals/{unknown}/disputes"), "").await;
        assert_problem(&said, 404, "withdrawal_not_found");
    }
}

#[tokio::test]
async fn cases_are_listed_page_by_page_open_ones_or_all() {
    let shop = Shop::open().await;
    let mut operations = Vec::new();
    for place in 0..3 {
        let (session, _) = shop.withdrawn().await;
        shop.tell(&session, r#"{"outcome":"unknown"}"#).await;
        if place == 1 {
            shop.tell(&session, r#"{"outcome":"not_dispensed"}"#).await;
        }
        operations.push(session.operation.clone());
        shop.turn_clock_ms(1_000);
    }
    let listed = async |query: &str| {
        let (mut found, mut path) = (Vec::new(), format!("/cases?{query}limit=1"));
        loop {
            let page = shop.get(&path).await;
            assert_eq!(page.status, 200, "{}", page.text);
            let cases = page.json()["cases"].as_array().unwrap().clone();
            found.extend(cases.iter().map(|case| case["operation_id"].as_str().unwrap().to_owned()));
            match page.json()["next"].as_str() {
                Some(next) => path = format!("/cases?{query}limit=1&after={next}"),
                None => return found,
            }
        }
    };
    assert_eq!(listed("state=all&").await, operations);
    assert_eq!(listed("").await, [operations[0].clone(), operations[2].clone()]);
    assert_eq!(listed("state=open&").await.len(), 2);
    for query in ["limit=0", "limit=201", "after=x", "state=shut", "more=1"] {
        assert_problem(&shop.get(&format!("/cases?{query}")).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn who_may_dispute_note_and_look_follows_the_roles() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    shop.tell(&session, r#"{"outcome":"unknown"}"#).await;
    let (disputes, case) =
        (format!("/withdrawals/{transaction}/disputes"), format!("/cases/{}", session.operation));
    let (notes, note) = (format!("{case}/notes"), r#"{"text":"Looked into it."}"#);
    for (role, dispute, write, read) in [
        ("admin", 201, 204, 200),
        ("wallet_backend", 201, 403, 403),
        ("finance", 403, 204, 200),
        ("auditor", 403, 403, 200),
    ] {
        let key = with_role(&shop, role).await;
        assert_eq!(with_key(&shop, &key, "POST", &disputes, "").await.status, dispute, "{role}");
        assert_eq!(with_key(&shop, &key, "POST", &notes, note).await.status, write, "{role}");
        assert_eq!(with_key(&shop, &key, "GET", &case, "").await.status, read, "{role}");
        assert_eq!(with_key(&shop, &key, "GET", "/cases", "").await.status, read, "{role}");
    }
    assert_problem(
        &with_key(&shop, "sok_never_made_0001", "GET", "/cases", "").await,
        401,
        "unauthenticated",
    );
}

#[tokio::test]
async fn a_note_says_something_within_its_limits_and_once_for_each_value() {
    let shop = Shop::open().await;
    let (session, _) = shop.withdrawn().await;
    shop.tell(&session, r#"{"outcome":"unknown"}"#).await;
    let notes = format!("/cases/{}/notes", session.operation);
    let (longest, too_long) = ("x".repeat(4_000), "x".repeat(4_001));
    for (body, status, code, names) in [
        (json!({}), 400, "invalid_body", "text and assign_to"),
        (json!({ "note": "x" }), 400, "invalid_body", "`note`"),
        (json!({ "text": 1 }), 400, "invalid_body", "text"),
        (json!({ "text": " " }), 422, "unacceptable", "text:"),
        (json!({ "text": too_long }), 422, "unacceptable", "4000 bytes"),
        (json!({ "text": "a\u{1b}b" }), 422, "unacceptable", "control characters"),
        (json!({ "assign_to": "" }), 422, "unacceptable", "name"),
    ] {
        let said = shop.post(&notes, &body.to_string()).await;
        assert_problem(&said, status, code);
        assert!(said.at("/detail").contains(names), "{}", said.text);
    }
    let nobodys = "/cases/018bcfe5-687b-7fff-bfff-fffffffffc05/notes";
    assert_problem(&shop.post(nobodys, r#"{"text":"x"}"#).await, 404, "case_not_found");
    let value = [("idempotency-key", "n-1")];
    for replayed in [None, Some("true")] {
        let said = shop.api("POST", &notes, &value, &json!({ "text": longest }).to_string()).await;
        assert_eq!((said.status, said.header("idempotent-replayed")), (204, replayed), "{}", said.text);
    }
    let other = shop.api("POST", &notes, &value, r#"{"text":"another"}"#).await;
    assert_problem(&other, 409, "idempotency_key_reused");
    let case = shop.get(&format!("/cases/{}", session.operation)).await;
    assert_eq!(whats(&case), ["told", "note"]);
}
