//! Limits and the brake over our own API, and what a POS reads when one is reached.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, POS, Said, Shop};

const DAY: &str =
    r#"{"action":"withdraw","scope":"wallet","currency":"GBP","window_s":86400,"value_max":"15.00"}"#;

/// A cash-out of so many pounds; what the withdrawal was answered.
async fn cash_out(shop: &Shop, pounds: &str) -> Said {
    shop.turn_clock_ms(30_000);
    let session = shop.session().await;
    let said = shop.pos(&format!("/withdraw/{ACCOUNT}/{pounds}"), &session.headers()).await;
    shop.pos("/logout", &session.headers()).await;
    said
}

fn assert_over(said: &Said, names: &str) {
    assert_eq!(said.verdict(), (400, "ERROR_LIMIT_EXCEEDED".to_owned()), "{}", said.text);
    let message = said.at("/status/message");
    assert!(message.contains(names), "{message:?} does not name {names}");
}

#[tokio::test]
async fn a_limit_is_set_listed_reached_and_its_usage_told() {
    let shop = Shop::open().await;
    let set = shop.post("/limits", DAY).await;
    assert_eq!(set.status, 200, "{}", set.text);
    assert_eq!(set.json(), serde_json::from_str::<Value>(DAY).unwrap());
    assert_eq!(shop.get("/limits").await.json()["limits"], json!([set.json()]));
    assert_eq!(cash_out(&shop, "10").await.status, 200);
    let over = cash_out(&shop, "6").await;
    assert_over(&over, "15.00 GBP is withdrawn in 24 hours");
    assert!(!over.text.contains("10.00"), "what was withdrawn before is nobody's business: {}", over.text);
    assert_eq!(cash_out(&shop, "5").await.status, 200);
    let wallet = shop.get(&shop.of_wallet("")).await.at("/wallet_id");
    let usage = shop.get(&format!("/limits/usage?wallet_id={wallet}")).await;
    let line = &usage.json()["usages"][0];
    assert_eq!((&line["used_count"], &line["used_value"]), (&json!(2), &json!("15.00")), "{}", usage.text);
    assert_eq!(shop.get("/limits/usage").await.json()["usages"], json!([]));
    shop.turn_clock_ms(86_400_000 + 3_600_000);
    assert_eq!(cash_out(&shop, "10").await.status, 200);
}

#[tokio::test]
async fn one_person_makes_a_limit_stricter_and_nobody_alone_wider() {
    let shop = Shop::open().await;
    assert_eq!(shop.post("/limits", DAY).await.status, 200);
    let with = |most: &str| DAY.replace("15.00", most);
    assert_eq!(shop.post("/limits", &with("14.99")).await.status, 200);
    assert_problem(&shop.post("/limits", &with("15.00")).await, 409, "needs_two_people");
    assert_problem(&shop.as_auditor("POST", "/limits", &with("1.00")).await, 403, "role_forbids");
    assert_eq!(shop.as_auditor("GET", "/limits", "").await.status, 200);
}

#[tokio::test]
async fn a_limit_that_makes_no_sense_is_refused_with_its_member() {
    let shop = Shop::open().await;
    let limit = |change: &[(&str, Value)]| {
        let mut limit: Value = serde_json::from_str(DAY).unwrap();
        change.iter().for_each(|(member, value)| limit[*member] = value.clone());
        limit.to_string()
    };
    for (change, status, code, names) in [
        (vec![("window_s", json!(59))], 422, "unacceptable", "60"),
        (vec![("value_max", json!("15.005"))], 422, "invalid_amount", "value_max"),
        (vec![("value_max", json!("-1"))], 422, "unacceptable", "below zero"),
        (vec![("value_min", json!("1.00"))], 422, "unacceptable", "value_min"),
        (vec![("tier", json!(1))], 400, "invalid_body", "tier"),
        (vec![("scope", json!("tier"))], 400, "invalid_body", "tier"),
        (vec![("scope", json!("deployment")), ("subject", json!("x"))], 400, "invalid_body", "subject"),
        (vec![("scope", json!("everybody"))], 400, "invalid_body", "scope"),
        (vec![("subject", json!("x"))], 404, "wallet_not_found", ""),
        (vec![("currency", json!("gbp"))], 400, "invalid_body", "currency"),
        (vec![("count_max", json!(-1))], 400, "invalid_body", "count_max"),
    ] {
        let said = shop.post("/limits", &limit(&change)).await;
        assert_problem(&said, status, code);
        assert!(said.at("/detail").contains(names), "{} does not name {names}", said.text);
    }
    assert_eq!(shop.get("/limits").await.json()["limits"], json!([]));
    assert_problem(&shop.get("/limits/usage?wallet_id=x").await, 404, "wallet_not_found");
    assert_problem(&shop.get("/limits/usage?pos_id=nowhere").await, 404, "pos_not_found");
    assert_problem(&shop.get("/limits/usage?who=x").await, 400, "invalid_query");
}

#[tokio::test]
async fn the_brake_slows_then_stops_and_a_person_lets_payouts_go_on() {
    let shop = Shop::open().await;
    let brake = json!({
        "currency": "GBP", "window_s": 3600, "slow": { "count_max": 2 }, "stop": { "value_max": "21.00" },
    });
    assert_eq!(shop.post("/brakes", &brake.to_string()).await.json(), brake);
    assert_eq!(cash_out(&shop, "10").await.status, 200);
    assert_eq!(cash_out(&shop, "10").await.status, 200);
    assert_over(&cash_out(&shop, "1").await, "brake");
    let shown = &shop.get("/limits").await.json()["brakes"][0];
    assert_eq!((&shown["is_slow"], &shown["used_value"]), (&json!(true), &json!("20.00")));
    shop.turn_clock_ms(150_000);
    let stopped = cash_out(&shop, "2").await;
    assert_eq!(stopped.verdict(), (400, "ERROR_PAYOUTS_STOPPED".to_owned()), "{}", stopped.text);
    assert!(shop.get("/limits").await.at("/payouts_stopped").contains("brake"));
    assert_problem(&shop.as_auditor("POST", "/payouts/resume", "").await, 403, "role_forbids");
    assert_eq!(shop.post("/payouts/resume", "").await.status, 204);
    assert_eq!(cash_out(&shop, "2").await.status, 200);
    assert_problem(&shop.post("/payouts/stop", r#"{"reason":" "}"#).await, 422, "unacceptable");
    assert_eq!(shop.post("/payouts/stop", r#"{"reason":"a drill"}"#).await.status, 204);
    assert_eq!(shop.get("/limits").await.at("/payouts_stopped"), "a drill");
    assert_eq!(cash_out(&shop, "1").await.verdict().1, "ERROR_PAYOUTS_STOPPED");
}

#[tokio::test]
async fn usage_of_a_pos_names_its_owners_too() {
    let shop = Shop::open().await;
    for scope in ["pos", "owner", "wallet_at_pos", "deployment"] {
        let limit = DAY.replace("\"wallet\"", &format!("\"{scope}\""));
        assert_eq!(shop.post("/limits", &limit).await.status, 200, "{scope}");
    }
    assert_eq!(cash_out(&shop, "10").await.status, 200);
    let usage = shop.get(&format!("/limits/usage?pos_id={POS}")).await.json();
    let lines: Vec<_> =
        usage["usages"].as_array().unwrap().iter().map(|line| &line["limit"]["scope"]).collect();
    assert_eq!(lines, [&json!("deployment"), &json!("pos"), &json!("owner")]);
    assert!(usage["usages"].as_array().unwrap().iter().all(|line| line["used_value"] == "10.00"), "{usage}");
}
