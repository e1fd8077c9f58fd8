//! Operator keys over our own API: made, listed and revoked, and what each role may.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{OPERATOR, POS, Said, Shop};

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
