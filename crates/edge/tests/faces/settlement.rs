//! Settlement over our own API: terms, a batch that is cut when its time has come, its lines and the entries behind them,
//! and what the bank says of it.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{POS, Said, Shop};

/// The owner of the shop's POS.
async fn owner(shop: &Shop) -> String {
    let body = json!({ "owner_id": "x", "currency": "GBP" }).to_string();
    assert_problem(&shop.post("/settlement/batches", &body).await, 404, "owner_not_found");
    let (_, transaction) = shop.withdrawn().await;
    shop.get(&format!("/withdrawals/{transaction}")).await.at("/owner_id")
}

fn terms(owner: &str, more: &Value) -> String {
    let mut body = json!({
        "owner_id": owner, "currency": "GBP", "cut_off": "22:30", "zone": "Europe/London",
        "bank_reference": "Corner Shops",
    });
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    body.to_string()
}

async fn pay_out(shop: &Shop) {
    let (session, _) = shop.withdrawn().await;
    assert_eq!(shop.pos("/logout", &session.headers()).await.status, 200);
}

async fn cut(shop: &Shop, owner: &str) -> Said {
    let body = json!({ "owner_id": owner, "currency": "GBP" }).to_string();
    let cut = shop.post("/settlement/batches", &body).await;
    assert_eq!(cut.status, 201, "{}", cut.text);
    cut
}

#[tokio::test]
async fn a_batch_is_cut_at_the_owners_cut_off_and_its_lines_lead_to_their_entries() {
    let shop = Shop::open().await;
    let owner = owner(&shop).await;
    let set = shop.post("/settlement/terms", &terms(&owner, &json!({}))).await;
    assert_eq!((set.status, set.at("/window_ends_at")), (200, "2023-11-14T22:30:00.000Z".to_owned()));
    pay_out(&shop).await;
    assert_eq!(shop.commands.sweep_settlements().await.unwrap(), 0, "its time has not come");
    shop.turn_clock_ms(1_000_000);
    assert_eq!(shop.commands.sweep_settlements().await.unwrap(), 1);
    assert_eq!(shop.commands.sweep_settlements().await.unwrap(), 0);
    let listed = shop.get("/settlement/batches").await;
    assert_eq!(listed.at("/batches/0/state"), "due");
    assert_eq!(listed.at("/batches/0/amount/amount"), "10.00");
    assert_eq!(listed.at("/batches/0/cut_off_at"), "2023-11-14T22:30:00.000Z");
    let batch = listed.at("/batches/0/batch_id");
    let lines = shop.get(&format!("/settlement/batches/{batch}/lines")).await;
    assert_eq!(lines.at("/lines/0/closing/amount"), "510.00");
    assert_eq!(lines.at("/lines/0/float/amount"), "500.00");
    let from = lines.json()["lines"][0]["last_transfer"].as_u64().unwrap();
    let account = lines.at("/lines/0/account_id");
    let entries = shop.get(&format!("/accounts/{account}/entries?from={from}")).await;
    assert_eq!(entries.at("/entries/0/reason"), "withdrawal_paid");
    assert_eq!(entries.at("/entries/0/balance/amount"), "510.00");
    assert_eq!(shop.of_pos("pos").await, "500.00", "{POS} keeps its float");
    let terms = shop.get("/settlement/terms").await;
    assert_eq!(terms.at("/terms/0/window_ends_at"), "2023-11-15T22:30:00.000Z");
}

#[tokio::test]
async fn what_the_bank_says_is_taken_in_once_and_a_failure_goes_into_the_next_batch() {
    let shop = Shop::open().await;
    let owner = owner(&shop).await;
    let by_hand = shop.post("/settlement/terms", &terms(&owner, &json!({ "automatic": false }))).await;
    assert_eq!((by_hand.status, &by_hand.json()["window_ends_at"]), (200, &Value::Null));
    pay_out(&shop).await;
    let first = cut(&shop, &owner).await.at("/batch_id");
    let failed = shop.post(&format!("/settlement/batches/{first}/fail"), r#"{"reason":"closed"}"#).await;
    assert_eq!(
        (failed.status, failed.at("/state"), failed.at("/word")),
        (200, "failed".into(), "closed".into())
    );
    let confirm = |batch: String| async move { format!("/settlement/batches/{batch}/confirm") };
    let said = shop.post(&confirm(first.clone()).await, r#"{"payment":"P1"}"#).await;
    assert_problem(&said, 409, "batch_state");
    let second = cut(&shop, &owner).await;
    assert_eq!((second.at("/amount/amount"), second.at("/state")), ("10.00".to_owned(), "due".to_owned()));
    let path = confirm(second.at("/batch_id")).await;
    for _ in 0..2 {
        let said = shop.post(&path, r#"{"payment":"P2"}"#).await;
        assert_eq!(
            (said.status, said.at("/state"), said.at("/word")),
            (200, "confirmed".into(), "P2".into())
        );
    }
    assert_eq!(shop.of_pos("pos").await, "500.00");
    let nothing = cut(&shop, &owner).await;
    assert_eq!((nothing.at("/state"), nothing.json()["lines"].as_u64()), ("carried".to_owned(), Some(0)));
}

#[tokio::test]
async fn terms_that_cannot_be_are_refused_and_named() {
    let shop = Shop::open().await;
    let owner = owner(&shop).await;
    for (more, status, code, named) in [
        (json!({ "cut_off": "24:00" }), 422, "unacceptable", "cut_off"),
        (json!({ "zone": "Europe/Atlantis" }), 422, "unacceptable", "time zone"),
        (json!({ "bank_reference": "" }), 422, "unacceptable", "128"),
        (json!({ "threshold": { "amount": "1", "currency": "JPY" } }), 422, "invalid_amount", "threshold"),
        (json!({ "owner_id": "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005" }), 404, "owner_not_found", "owner"),
    ] {
        let said = shop.post("/settlement/terms", &terms(&owner, &more)).await;
        assert_problem(&said, status, code);
        assert!(said.text.contains(named), "{named}: {}", said.text);
    }
    assert_eq!(shop.get("/settlement/terms").await.json()["terms"], json!([]));
    assert_problem(
        &shop.as_auditor("POST", "/settlement/terms", &terms(&owner, &json!({}))).await,
        403,
        "role_forbids",
    );
    let unknown = "/settlement/batches/018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005";
    assert_problem(&shop.get(unknown).await, 404, "batch_not_found");
    let body = json!({ "owner_id": owner, "currency": "GBP" }).to_string();
    assert_problem(&shop.post("/settlement/batches", &body).await, 404, "settlement_not_found");
}
