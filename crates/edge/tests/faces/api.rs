//! Our own API over the real core.

use serde_json::json;

use crate::shop::{ACCOUNT, KEY, PHONE, POS, Said, Session, Shop};

#[track_caller]
pub(crate) fn assert_problem(said: &Said, status: u16, code: &str) {
    assert_eq!((said.status, said.at("/code")), (status, code.to_owned()), "{}", said.text);
    assert_eq!(said.header("content-type"), Some("application/problem+json"));
    assert_eq!(said.header("cache-control"), Some("no-store"));
    assert_eq!(said.at("/type"), format!("/errors/{code}"));
    assert_eq!(said.json()["status"], json!(status));
    assert_eq!(said.header("request-id").map(ToOwned::to_owned), Some(said.at("/request_id")));
    for member in ["/title", "/detail", "/retry"] {
        assert!(!said.at(member).is_empty(), "{member} of {}", said.text);
    }
    assert_eq!(said.json()["money_moved"], json!(false));
}

#[tokio::test]
async fn a_wallet_is_opened_found_and_shown_in_one_shape() {
    let shop = Shop::open().await;
    let body = r#"{"phone_number":"+4479111234","currencies":["GBP","KWD"]}"#;
    let opened = shop.api("POST", "/wallets", &[("idempotency-key", "w-1")], body).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    assert_eq!(opened.json()["accounts"][1]["balance"], json!({"amount": "0.000", "currency": "KWD"}));
    let again = shop.api("POST", "/wallets", &[("idempotency", "w-1")], body).await;
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(again.json(), opened.json());
    let wallet = opened.at("/wallet_id");
    assert_eq!(shop.get(&format!("/wallets/{wallet}")).await.json(), opened.json());
    for query in ["%2B4479111234", "+4479111234"] {
        assert_eq!(
            shop.get(&format!("/wallets?phone_number={query}")).await.json(),
            opened.json(),
            "{query}"
        );
    }
    assert_problem(&shop.post("/wallets", body).await, 409, "wallet_exists");
    let other = r#"{"phone_number":"+4479111235","currencies":["GBP"]}"#;
    let reused = shop.api("POST", "/wallets", &[("idempotency-key", "w-1")], other).await;
    assert_problem(&reused, 409, "idempotency_key_reused");
    let account =
        shop.post(&format!("/wallets/{wallet}/accounts"), r#"{"currency":"JPY","alias":"Yen"}"#).await;
    assert_eq!(account.status, 201, "{}", account.text);
    assert_eq!((account.at("/alias"), account.at("/balance/amount")), ("Yen".to_owned(), "0".to_owned()));
}

#[tokio::test]
async fn a_code_tells_its_window_by_the_servers_clock() {
    let shop = Shop::open().await;
    let body = format!(r#"{{"pos_id":"{POS}","amount":{{"amount":"10.00","currency":"GBP"}}}}"#);
    let armed = shop.post(&shop.of_wallet("/codes"), &body).await;
    assert_eq!(armed.status, 201, "{}", armed.text);
    assert_eq!(armed.at("/code").len(), 6);
    assert_eq!(armed.at("/valid_from"), "2023-11-14T22:13:20.000Z");
    assert_eq!(armed.at("/expires_at"), "2023-11-14T22:13:30.000Z");
    assert_eq!(armed.at("/server_time"), "2023-11-14T22:13:20.000Z");
    let current = shop.of_wallet("/codes/current");
    let cancelled = shop.api("DELETE", &current, &[], "").await;
    assert_eq!((cancelled.status, cancelled.text.as_str()), (204, ""));
    assert_problem(&shop.api("DELETE", &current, &[], "").await, 404, "code_not_found");
    assert_problem(&shop.post(&shop.of_wallet("/codes"), "{}").await, 422, "unacceptable");
}

#[tokio::test]
async fn a_frozen_wallet_arms_no_code_until_it_is_unfrozen() {
    let shop = Shop::open().await;
    let frozen = shop.post(&shop.of_wallet("/freeze"), "").await;
    assert_eq!((frozen.status, frozen.json()["frozen"].clone()), (200, json!(true)));
    let body = format!(r#"{{"pos_id":"{POS}","amount":{{"amount":"10.00","currency":"GBP"}}}}"#);
    assert_problem(&shop.post(&shop.of_wallet("/codes"), &body).await, 409, "wallet_frozen");
    assert_eq!(shop.post(&shop.of_wallet("/unfreeze"), "").await.json()["frozen"], json!(false));
    assert_eq!(shop.post(&shop.of_wallet("/codes"), &body).await.status, 201);
    assert_eq!(shop.post(&shop.of_wallet("/confirm"), "").await.status, 204);
}

#[tokio::test]
async fn a_withdrawal_is_the_same_for_the_operator_the_ledger_and_the_pos() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let [key, _, token, _] = session.headers();
    let operation = format!("/api/v1/pos/operations/{}", session.operation);
    let before = shop.send("GET", &operation, &[key, token], "").await;
    assert_eq!(before.status, 200, "{}", before.text);
    assert_eq!((before.at("/do"), before.json()["held"].clone()), ("withdraw".to_owned(), json!(null)));
    assert_eq!(before.header("session-expires-at"), Some("2023-11-14T22:15:20.000Z"));

    let withdrawn = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    let pending = shop.send("GET", &operation, &[key, token], "").await;
    assert_eq!((pending.at("/do"), pending.at("/state")), ("hand_out".to_owned(), "pending".to_owned()));
    assert_eq!(pending.json()["held"], json!({"amount": "10.00", "currency": "GBP"}));
    shop.pos("/logout", &session.headers()).await;

    let path = format!("/withdrawals/{}", withdrawn.at("/data/transaction_id"));
    let withdrawal = shop.get(&path).await;
    assert_eq!(withdrawal.status, 200, "{}", withdrawal.text);
    assert_eq!(withdrawal.at("/state"), "completed");
    assert_eq!(
        (withdrawal.at("/account_id"), withdrawal.at("/pos_id")),
        (ACCOUNT.to_owned(), POS.to_owned())
    );
    assert_eq!(
        (withdrawal.at("/paid/amount"), withdrawal.at("/held/amount")),
        ("10.00".to_owned(), "0.00".to_owned())
    );
    let position = shop.get(&format!("/accounts/pos:{POS}:GBP")).await;
    assert_eq!(position.at("/balance/amount"), "510.00", "{}", position.text);
    assert_problem(&shop.get("/withdrawals/x").await, 404, "withdrawal_not_found");
    let token = ("token_id", "00000000-0000-0000-0000-000000000000");
    assert_problem(&shop.send("GET", &operation, &[key, token], "").await, 401, "session_not_found");
    assert_problem(&shop.send("GET", &operation, &[], "").await, 401, "unauthenticated");
}

#[tokio::test]
async fn a_till_that_lost_its_memory_asks_for_its_own_session_and_shows_its_token() {
    let shop = Shop::open().await;
    let (session, other) = (shop.session().await, shop.session().await);
    let [key, _, token, _] = session.headers();
    let open = async |query: &str, headers: &[(&str, &str)]| {
        shop.send("GET", &format!("/api/v1/pos/operations?{query}"), headers, "").await
    };
    shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    let listed = open("state=open", &[key, token]).await;
    assert_eq!((listed.status, listed.json()["next"].clone()), (200, json!(null)), "{}", listed.text);
    let operations = listed.json()["operations"].as_array().unwrap().clone();
    assert_eq!(operations.len(), 1, "the other session has another token");
    assert_eq!(
        (operations[0]["operation_id"].as_str(), operations[0]["do"].as_str()),
        (Some(session.operation.as_str()), Some("hand_out"))
    );
    assert_problem(&open("state=open", &[key]).await, 401, "session_not_found");
    assert_problem(&open("state=open", &[]).await, 401, "unauthenticated");
    for query in ["", "state=closed", "state=open&limit=0", "state=open&after=x", "state=open&more=1"] {
        assert_problem(&open(query, &[key, token]).await, 400, "invalid_query");
    }
    shop.turn_clock_ms(300_000);
    let over = open("state=open", &[key, token]).await;
    assert_eq!(over.at("/operations/0/do"), "call_operator", "cash is held: {}", over.text);
    let nothing = json!({ "operations": [], "next": null });
    assert_eq!(open("state=open", &[key, other.headers()[2]]).await.json(), nothing);
    shop.pos("/logout", &session.headers()).await;
    assert_eq!(open("state=open", &[key, token]).await.json(), nothing);
}

#[tokio::test]
async fn a_history_is_read_page_by_page_without_a_gap() {
    let shop = Shop::open().await;
    let topups = shop.of_wallet("/topups");
    for _ in 0..4 {
        shop.post(&topups, r#"{"amount":{"amount":"1.00","currency":"GBP"}}"#).await;
    }
    let mut numbers = Vec::new();
    let mut path = format!("/accounts/{ACCOUNT}/entries?limit=2");
    loop {
        let page = shop.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let json = page.json();
        numbers
            .extend(json["entries"].as_array().unwrap().iter().map(|line| line["number"].as_u64().unwrap()));
        assert_eq!(json["entries"][0]["counterpart"], json!("funding:GBP"));
        match json["next"].as_u64() {
            Some(next) => path = format!("/accounts/{ACCOUNT}/entries?limit=2&from={next}"),
            None => break,
        }
    }
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    let bad = shop.get(&format!("/accounts/{ACCOUNT}/entries?limit=0")).await;
    assert_problem(&bad, 400, "invalid_query");
    let unknown = shop.get(&format!("/accounts/{ACCOUNT}/entries?page=1")).await;
    assert_problem(&unknown, 400, "invalid_query");
}

#[tokio::test]
async fn a_key_is_shown_once_and_dies_when_it_is_revoked() {
    let shop = Shop::open().await;
    let keys = format!("/pos/{POS}/keys");
    let body = r#"{"profile":"plain","networks":["192.0.2.0/24"],"currencies":["GBP"]}"#;
    let added = shop.api("POST", &keys, &[("idempotency-key", "k-1")], body).await;
    assert_eq!(added.status, 201, "{}", added.text);
    assert_eq!(added.at("/balance_view"), "approved");
    let access_key = added.at("/access_key");
    let echo = async || shop.send("GET", "/v1/pos/echo", &[("access_key", &access_key)], "").await.status;
    assert_eq!(echo().await, 200);
    assert_problem(
        &shop.api("POST", &keys, &[("idempotency-key", "k-1")], body).await,
        409,
        "secret_shown_once",
    );
    let key = format!("{keys}/{}", added.at("/key_id"));
    assert_eq!(shop.api("DELETE", &key, &[], "").await.status, 204);
    assert_eq!(echo().await, 401);
    assert_problem(&shop.api("DELETE", &format!("{keys}/x"), &[], "").await, 404, "key_not_found");
    assert_eq!(shop.post(&keys, r#"{"profile":"signed","salt_bytes":12}"#).await.status, 201);
    assert_problem(&shop.post(&keys, "{}").await, 400, "invalid_body");
    let network = r#"{"profile":"plain","networks":["shop.example"]}"#;
    assert_problem(&shop.post(&keys, network).await, 400, "invalid_network");
}

#[tokio::test]
async fn a_disabled_pos_opens_no_session_until_it_is_enabled() {
    let shop = Shop::open().await;
    let code = shop.arm(r#""amount":{"amount":"10.00","currency":"GBP"}"#).await;
    assert_eq!(
        shop.post(&format!("/pos/{POS}/disable"), "").await.json(),
        json!({"pos_id": POS, "disabled": true})
    );
    assert_eq!(shop.login(&code).await.verdict(), (401, "ERROR_POS_DISABLED".to_owned()));
    assert_eq!(shop.post(&format!("/pos/{POS}/enable"), "").await.status, 200);
    Session::of(&shop.login(&code).await);
}

#[tokio::test]
async fn an_unknown_key_learns_nothing_but_that() {
    let shop = Shop::open().await;
    let key = [("authorization", "Bearer sok_nobody_has_this_key")];
    for (method, path, body) in [
        ("POST", "/wallets", "{"),
        ("POST", "/wallets", r#"{"phone_number":"+4479111234","currencies":["GBP"]}"#),
        ("GET", "/wallets", ""),
        ("GET", "/wallets/x", ""),
        ("GET", "/accounts/a%20b", ""),
        ("GET", "/accounts/%ff", ""),
        ("GET", "/withdrawals/x", ""),
        ("POST", "/pos/a%20b/disable", ""),
        ("POST", "/operator-keys", r#"{"person":"Eve","role":"admin"}"#),
        ("GET", "/operator-keys?limit=0", ""),
        ("DELETE", "/operator-keys/x", ""),
        ("POST", "/pos", r#"{"owner_id":"x","name":"y","currencies":[]}"#),
    ] {
        let said = shop.send(method, &format!("/api/v1{path}"), &key, body).await;
        assert_problem(&said, 401, "unauthenticated");
        assert_eq!(said.header("www-authenticate"), Some("Bearer"), "{method} {path}");
        let said = shop.send(method, &format!("/api/v1{path}"), &[], body).await;
        assert_problem(&said, 401, "unauthenticated");
    }
}

#[tokio::test]
async fn a_role_that_only_reads_changes_nothing() {
    let shop = Shop::open().await;
    assert_eq!(shop.as_auditor("GET", &shop.of_wallet(""), "").await.status, 200);
    let funds = r#"{"amount":{"amount":"1.00","currency":"GBP"}}"#;
    assert_problem(&shop.as_auditor("POST", &shop.of_wallet("/topups"), funds).await, 403, "role_forbids");
}

#[tokio::test]
async fn what_cannot_be_read_or_found_is_a_problem_of_its_own() {
    let shop = Shop::open().await;
    let topups = shop.of_wallet("/topups");
    for (method, path, body, status, code) in [
        ("POST", "/wallets", r#"{"phone_number":"0044","currencies":["GBP"]}"#, 400, "invalid_phone_number"),
        ("POST", "/wallets", r#"{"phone_number":"+4479111234"}"#, 400, "invalid_body"),
        (
            "POST",
            "/wallets",
            r#"{"phone_number":"+4479111234","currencies":["GBP","GBP"]}"#,
            409,
            "account_exists",
        ),
        ("POST", topups.as_str(), r#"{"amount":{"amount":"0","currency":"GBP"}}"#, 422, "unacceptable"),
        ("POST", topups.as_str(), r#"{"amount":{"amount":"1","currency":"KWD"}}"#, 404, "account_not_found"),
        ("POST", topups.as_str(), r#"{"amount":{"amount":"1.001","currency":"GBP"}}"#, 400, "invalid_body"),
        ("GET", "/wallets/018bcfe5-687b-7fff-bfff-fffffffffc05", "", 404, "wallet_not_found"),
        ("GET", "/wallets?phone_number=%2B4479111234", "", 404, "wallet_not_found"),
        ("GET", "/accounts/nobodys", "", 404, "account_not_found"),
        ("GET", "/accounts/%ff", "", 400, "invalid_request"),
        ("POST", "/pos/nobodys/disable", "", 404, "pos_not_found"),
        ("POST", "/pos", r#"{"owner_id":"x","name":"y","currencies":["GBP"]}"#, 404, "owner_not_found"),
        ("GET", "/nothing", "", 404, "route_not_found"),
        ("GET", "/wallets/", "", 404, "route_not_found"),
    ] {
        assert_problem(&shop.api(method, path, &[], body).await, status, code);
    }
    let method = shop.api("PATCH", "/wallets", &[], "").await;
    assert_problem(&method, 405, "method_not_allowed");
    let allow = method.header("allow").unwrap_or_default();
    assert!(allow.contains("GET") && allow.contains("POST"), "{allow:?}");
    let over = shop.post("/wallets", &"x".repeat(64 * 1024 + 1)).await;
    assert_problem(&over, 400, "invalid_body");
    assert_eq!(over.header("connection"), Some("close"));
    assert_problem(&shop.send("GET", "/", &[("access_key", KEY)], "").await, 404, "route_not_found");
    assert_eq!(shop.send("GET", "/livez", &[], "").await.text, "ok\n");
    assert_eq!(shop.send("GET", "/readyz", &[], "").await.status, 503);
    assert_eq!(shop.send("GET", "/metrics", &[], "").await.text, "m 1\n");
    let plain = shop.get(&format!("/wallets?phone_number={}", &PHONE[1..])).await;
    assert_problem(&plain, 400, "invalid_phone_number");
}

#[tokio::test]
async fn a_forgotten_customer_is_shown_by_nobody_and_her_number_is_free() {
    let shop = Shop::open().await;
    let opened = shop.post("/wallets", r#"{"phone_number":"+4479111236","currencies":["GBP"]}"#).await;
    let wallet = opened.at("/wallet_id");
    let erase = format!("/wallets/{wallet}/personal-data");
    let in_use = shop.api("DELETE", &shop.of_wallet("/personal-data"), &[], "").await;
    assert_problem(&in_use, 409, "wallet_in_use");
    for _ in 0..2 {
        assert_eq!(shop.api("DELETE", &erase, &[], "").await.status, 204);
    }
    let shown = shop.get(&format!("/wallets/{wallet}")).await;
    assert_eq!((shown.status, shown.json()["phone_number"].clone()), (200, json!(null)), "{}", shown.text);
    let again = shop.post("/wallets", r#"{"phone_number":"+4479111236","currencies":["GBP"]}"#).await;
    assert_eq!(again.status, 201, "{}", again.text);
}

#[tokio::test]
async fn one_value_may_name_a_freeze_and_an_unfreeze() {
    let shop = Shop::open().await;
    for (verb, frozen) in [("/freeze", true), ("/unfreeze", false), ("/freeze", true)] {
        let said = shop.api("POST", &shop.of_wallet(verb), &[("idempotency-key", "same")], "").await;
        assert_eq!((said.status, said.json()["frozen"].clone()), (200, json!(frozen)), "{}", said.text);
    }
}
