//! Operator keys over our own API: made, listed and revoked, and what each role may.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use specie_wire::exports::EXPORTS;
use specie_wire::openapi::{Call, Method, calls};

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, OPERATOR, POS, Said, Shop};

const KEYS: &str = "/operator-keys";

/// Makes a key; its id and its text.
async fn made(shop: &Shop, person: &str, role: &str) -> (String, String) {
    let said = shop.post(KEYS, &json!({ "person": person, "role": role }).to_string()).await;
    assert_eq!(said.status, 201, "{}", said.text);
    (said.at("/operator_key_id"), said.at("/operator_key"))
}

async fn with_key(shop: &Shop, key: &str, method: &str, path: &str, body: &str) -> Said {
    let bearer = format!("Bearer {key}");
    shop.send(method, &format!("/api/v1{path}"), &[("authorization", &bearer)], body).await
}

#[tokio::test]
async fn an_operator_key_works_until_it_is_revoked_and_is_told_once() {
    let shop = Shop::open().await;
    let body = r#"{"person":"Finn","role":"finance"}"#;
    let new = shop.api("POST", KEYS, &[("idempotency-key", "f-1")], body).await;
    assert_eq!((new.status, new.at("/person"), new.at("/role")), (201, "Finn".into(), "finance".into()));
    let again = shop.api("POST", KEYS, &[("idempotency-key", "f-1")], body).await;
    assert_problem(&again, 409, "secret_shown_once");
    let (id, key) = (new.at("/operator_key_id"), new.at("/operator_key"));
    let funds = r#"{"amount":{"amount":"1.00","currency":"GBP"}}"#;
    let top_up = async || with_key(&shop, &key, "POST", &shop.of_wallet("/topups"), funds).await;
    assert_eq!(top_up().await.status, 201);
    let one = format!("{KEYS}/{id}");
    for _ in 0..2 {
        assert_eq!(shop.api("DELETE", &one, &[], "").await.status, 204);
    }
    assert_problem(&top_up().await, 401, "unauthenticated");
    assert_problem(&with_key(&shop, &key, "GET", &shop.of_wallet(""), "").await, 401, "unauthenticated");
    assert_problem(&shop.api("DELETE", &format!("{KEYS}/x"), &[], "").await, 404, "operator_key_not_found");
    assert_problem(&shop.post(KEYS, r#"{"person":"Finn","role":"chief"}"#).await, 400, "invalid_body");
    assert_problem(&shop.post(KEYS, r#"{"person":" ","role":"finance"}"#).await, 422, "unacceptable");
}

#[tokio::test]
async fn the_list_tells_who_has_a_key_page_by_page_and_never_a_key() {
    let shop = Shop::open().await;
    let (revoked, _) = made(&shop, "Finn", "finance").await;
    made(&shop, "Wanda", "wallet_backend").await;
    shop.api("DELETE", &format!("{KEYS}/{revoked}"), &[], "").await;
    let (mut keys, mut path): (Vec<Value>, _) = (Vec::new(), format!("{KEYS}?limit=2"));
    loop {
        let page = shop.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text);
        assert!(!page.text.contains("sok_") && !page.text.contains("hash"), "{}", page.text);
        keys.extend(page.json()["operator_keys"].as_array().unwrap().clone());
        match page.json()["next"].as_str() {
            Some(next) => path = format!("{KEYS}?limit=2&after={next}"),
            None => break,
        }
    }
    let mut told: Vec<_> =
        keys.iter().map(|key| (key["role"].as_str().unwrap(), !key["revoked_at"].is_null())).collect();
    told.sort_unstable();
    assert_eq!(told, [("admin", false), ("auditor", false), ("finance", true), ("wallet_backend", false)]);
    for query in ["limit=0", "limit=201", "after=x", "before=1"] {
        assert_problem(&shop.get(&format!("{KEYS}?{query}")).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn only_an_admin_makes_and_revokes_keys_and_an_auditor_may_look() {
    let shop = Shop::open().await;
    let (some_id, _) = made(&shop, "Otto", "auditor").await;
    for (role, list) in [("auditor", 200), ("finance", 403), ("wallet_backend", 403)] {
        let (_, key) = made(&shop, "Someone", role).await;
        assert_eq!(with_key(&shop, &key, "GET", KEYS, "").await.status, list, "{role}");
        let make = with_key(&shop, &key, "POST", KEYS, r#"{"person":"Eve","role":"admin"}"#).await;
        assert_problem(&make, 403, "role_forbids");
        let revoke = with_key(&shop, &key, "DELETE", &format!("{KEYS}/{some_id}"), "").await;
        assert_problem(&revoke, 403, "role_forbids");
    }
}

#[tokio::test]
async fn the_last_admin_key_stays_and_a_second_one_may_take_its_place() {
    let shop = Shop::open().await;
    let listed = shop.get(KEYS).await.json();
    let admin = |key: &&Value| key["role"] == "admin";
    let keys = listed["operator_keys"].as_array().unwrap();
    let first = keys.iter().find(admin).unwrap()["operator_key_id"].as_str().unwrap().to_owned();
    let last = shop.api("DELETE", &format!("{KEYS}/{first}"), &[], "").await;
    assert_problem(&last, 409, "last_admin_key");
    assert!(last.at("/detail").contains(&first), "{}", last.text);
    let (_, second) = made(&shop, "Beth", "admin").await;
    assert_eq!(with_key(&shop, &second, "DELETE", &format!("{KEYS}/{first}"), "").await.status, 204);
    assert_problem(&shop.get(KEYS).await, 401, "unauthenticated");
    assert_eq!(with_key(&shop, &second, "POST", &format!("/pos/{POS}/disable"), "").await.status, 200);
    assert_problem(&with_key(&shop, OPERATOR, "GET", KEYS, "").await, 401, "unauthenticated");
}

/// What the wallet's own back end reads: what is a wallet's, and where the nearest cash is.
const OF_WALLETS: [&str; 7] = [
    "findWallet",
    "showWallet",
    "showAccount",
    "listEntries",
    "showWithdrawal",
    "showDeposit",
    "findPosNear",
];
/// What finance does not read: who else has a key.
const OF_STAFF: [&str; 2] = ["listOperatorKeys", "listStaff"];

/// The call's path with texts that an id could be, and the query that it needs; a table needs what its list `id` does.
fn reading(shop: &Shop, call: &Call, id: &str, transaction: &str) -> String {
    let path = call.path.strip_prefix("/api/v1").unwrap();
    let path = path.replace("{wallet_id}", &shop.wallet_id()).replace("{transaction_id}", transaction);
    let path = path.replace("{pos_id}", POS).replace("{account_id}", ACCOUNT).replace("{currency}", "GBP");
    let segments = path.split('/').map(|text| if text.starts_with('{') { transaction } else { text });
    let path = segments.collect::<Vec<_>>().join("/");
    let query = match id {
        "findWallet" => "?phone_number=%2B14155559992",
        "findPosNear" => "?lat=51.5&lon=-0.1&currency=GBP",
        "search" => "?q=corner",
        "showLimitUsage" => &format!("?wallet_id={}", shop.wallet_id()),
        "showOwnerStatement" => {
            &format!("?owner_id={transaction}&currency=GBP&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z")
        }
        _ => "",
    };
    format!("{path}{query}")
}

#[tokio::test]
async fn each_role_reads_what_its_work_needs_and_the_wallets_back_end_what_is_a_wallets() {
    let shop = Shop::open().await;
    let (_, transaction) = shop.withdrawn().await;
    let mut read = BTreeSet::new();
    for role in ["admin", "finance", "auditor", "wallet_backend"] {
        let (_, key) = made(&shop, "Someone", role).await;
        for call in calls().iter().filter(|call| call.method == Method::Get && call.path.starts_with("/api/"))
        {
            if call.id == "hear" && role != "wallet_backend" {
                continue; // It does not end by itself.
            }
            let list = EXPORTS.iter().find(|export| export.id == call.id);
            let id = list.map_or(call.id, |export| export.list);
            let path = reading(&shop, call, id, &transaction);
            let is_forbidden = match role {
                "wallet_backend" => !OF_WALLETS.contains(&id),
                "finance" => OF_STAFF.contains(&id),
                _ => false,
            };
            let said = with_key(&shop, &key, "GET", &path, "").await;
            if said.status == 401 {
                continue; // It takes no operator's key: a POS, a device or a person reads it.
            }
            assert_eq!(
                said.status == 403,
                is_forbidden,
                "{role} reads {path}: {} {}",
                said.status,
                said.text
            );
            read.insert(id);
        }
    }
    assert!(OF_WALLETS.iter().chain(&OF_STAFF).all(|id| read.contains(id)), "{read:?}");
    assert!(read.len() > 40, "{read:?}");
}

#[tokio::test]
async fn the_wallets_back_end_reads_the_accounts_of_wallets_alone() {
    let shop = Shop::open().await;
    let (_, key) = made(&shop, "Wanda", "wallet_backend").await;
    let reads = async |path: &str| with_key(&shop, &key, "GET", path, "").await;
    assert_eq!(reads(&format!("/accounts/{ACCOUNT}/entries")).await.status, 200);
    for account in [format!("pos:{POS}:GBP"), "funding:GBP".to_owned()] {
        for rest in ["", "/entries"] {
            let refused = reads(&format!("/accounts/{account}{rest}")).await;
            assert_problem(&refused, 403, "role_forbids");
        }
    }
    let quote = json!({ "wallet_id": shop.wallet_id(), "pos_id": POS, "amount": { "amount": "10.00", "currency": "GBP" } });
    let quoted = with_key(&shop, &key, "POST", "/quotes", &quote.to_string()).await;
    assert_eq!(quoted.status, 200, "{}", quoted.text);
}
