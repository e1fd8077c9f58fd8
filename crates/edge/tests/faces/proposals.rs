//! What needs two people, over our own API: proposed, listed, approved once by another person; and what a revoked
//! key's word is worth.

use serde_json::json;

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, KEY, POS, Said, Session, Shop};

async fn hire(shop: &Shop, person: &str) -> String {
    hire_as(shop, person, "finance").await
}

async fn hire_as(shop: &Shop, person: &str, role: &str) -> String {
    let body = json!({ "person": person, "role": role }).to_string();
    shop.post("/operator-keys", &body).await.at("/operator_key")
}

async fn asked(shop: &Shop, key: &str, path: &str, body: &str) -> Said {
    let bearer = format!("Bearer {key}");
    shop.send("POST", &format!("/api/v1{path}"), &[("authorization", &bearer)], body).await
}

async fn held(shop: &Shop) -> Session {
    let (session, _) = shop.withdrawn().await;
    shop.tell(&session, r#"{"outcome":"unknown"}"#).await;
    session
}

fn closing(session: &Session, closing: &str) -> String {
    let operation_id = &session.operation;
    json!({ "kind": "close_case", "operation_id": operation_id, "closing": closing, "why": "The till was right." })
        .to_string()
}

#[tokio::test]
async fn a_case_is_closed_by_two_people_and_tells_who_they_were() {
    let shop = Shop::open().await;
    let session = held(&shop).await;
    let [bob, eve] = [hire(&shop, "Bob").await, hire(&shop, "Eve").await];
    let made = asked(&shop, &bob, "/proposals", &closing(&session, "return")).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let state = |said: &Said| (said.at("/state"), said.at("/proposed_by"), said.at("/why"));
    let bobs = |state: &str| (state.to_owned(), "Bob".to_owned(), "The till was right.".to_owned());
    assert_eq!(state(&made), bobs("waiting"));
    assert_eq!(shop.balance().await, "179.00", "a proposal moves nothing");
    let path = format!("/proposals/{}", made.at("/proposal_id"));
    assert_eq!(shop.get(&path).await.json(), made.json());
    assert_eq!(shop.get("/proposals").await.json()["proposals"], json!([made.json()]));
    let own = asked(&shop, &bob, &format!("{path}/approve"), "").await;
    assert_problem(&own, 409, "own_proposal");
    let approved = asked(&shop, &eve, &format!("{path}/approve"), "").await;
    assert_eq!((approved.status, state(&approved)), (200, bobs("carried_out")), "{}", approved.text);
    assert_eq!(approved.at("/judged_by"), "Eve");
    assert_eq!(shop.balance().await, "189.00");
    assert_problem(&asked(&shop, &eve, &format!("{path}/approve"), "").await, 409, "proposal_over");
    assert_eq!(shop.get("/proposals").await.json()["proposals"], json!([]));
    assert_eq!(shop.get("/proposals?state=all").await.json()["proposals"][0]["state"], json!("carried_out"));
    let case = shop.get(&format!("/cases/{}", session.operation)).await;
    let last = case.json()["evidence"].as_array().unwrap().last().cloned().unwrap();
    assert_eq!(case.at("/state"), "closed");
    let told = [&last["what"], &last["person"], &last["approved_by"], &last["closing"], &last["text"]];
    let expected =
        ["closed_by_people", "Bob", "Eve", "return", "The till was right."].map(|text| json!(text));
    assert_eq!(told, expected.each_ref());
}

#[tokio::test]
async fn what_moves_the_operators_money_waits_for_its_delay() {
    let shop = Shop::open().await;
    let [bob, eve] = [hire(&shop, "Bob").await, hire(&shop, "Eve").await];
    let wallet = shop.of_wallet("").trim_start_matches("/wallets/").to_owned();
    let post = json!({
        "kind": "post", "debit": "loss", "credit": format!("wallet/{wallet}"),
        "amount": { "amount": "5.00", "currency": "GBP" }, "why": "a gift",
    });
    let made = asked(&shop, &bob, "/proposals", &post.to_string()).await;
    assert_eq!((made.status, made.at("/credit")), (201, format!("wallet/{wallet}")), "{}", made.text);
    let approve = format!("/proposals/{}/approve", made.at("/proposal_id"));
    let early = asked(&shop, &eve, &approve, "").await;
    assert_problem(&early, 409, "proposal_not_yet");
    assert!(early.at("/detail").contains(&made.at("/not_before")), "{}", early.text);
    shop.turn_clock_ms(60_000);
    assert_eq!(asked(&shop, &eve, &approve, "").await.status, 200);
    assert_eq!(shop.balance().await, "194.00");
    let reject = format!("/proposals/{}/reject", made.at("/proposal_id"));
    assert_problem(&asked(&shop, &eve, &reject, "").await, 409, "proposal_over");
}

#[tokio::test]
async fn a_limit_a_brake_and_a_credit_line_grow_wider_and_go_by_two_people() {
    let shop = Shop::open().await;
    let [bob, eve] = [hire_as(&shop, "Bob", "admin").await, hire_as(&shop, "Eve", "admin").await];
    let limit = |most: &str| {
        json!({
            "action": "withdraw", "scope": "wallet", "currency": "GBP", "window_s": 86_400, "value_max": most,
        })
    };
    let which = json!({ "action": "withdraw", "scope": "wallet", "currency": "GBP", "window_s": 86_400 });
    let brake = json!({
        "currency": "GBP", "window_s": 3600, "slow": { "count_max": 5 }, "stop": { "value_max": "100.00" },
    });
    assert_eq!(shop.post("/limits", &limit("15.00").to_string()).await.status, 200);
    let by_two = async |body: serde_json::Value| {
        let made = asked(&shop, &bob, "/proposals", &body.to_string()).await;
        assert_eq!(made.status, 201, "{body}: {}", made.text);
        assert_eq!(made.json()["kind"], body["kind"]);
        for member in ["limit", "brake", "currency"] {
            assert_eq!(made.json()[member], body.get(member).cloned().unwrap_or_default(), "{}", made.text);
        }
        shop.turn_clock_ms(60_000);
        let approve = format!("/proposals/{}/approve", made.at("/proposal_id"));
        assert_problem(&asked(&shop, &bob, &approve, "").await, 409, "own_proposal");
        let approved = asked(&shop, &eve, &approve, "").await;
        assert_eq!(
            (approved.status, approved.at("/state")),
            (200, "carried_out".to_owned()),
            "{}",
            approved.text
        );
    };
    by_two(json!({ "kind": "set_limit", "limit": limit("20.00"), "why": "a feast" })).await;
    assert_eq!(shop.get("/limits").await.json()["limits"], json!([limit("20.00")]));
    by_two(json!({ "kind": "remove_limit", "limit": which, "why": "no need" })).await;
    assert_eq!(shop.get("/limits").await.json()["limits"], json!([]));
    by_two(json!({ "kind": "set_brake", "brake": brake, "why": "to begin with" })).await;
    assert_eq!(shop.get("/limits").await.json()["brakes"][0]["stop"], brake["stop"]);
    by_two(json!({ "kind": "remove_brake", "currency": "GBP", "why": "no need" })).await;
    assert_eq!(shop.get("/limits").await.json()["brakes"], json!([]));
}

#[tokio::test]
async fn a_wider_limit_that_cannot_be_one_names_the_member_and_is_not_proposed() {
    let shop = Shop::open().await;
    let bob = hire_as(&shop, "Bob", "admin").await;
    let sum = json!({ "amount": "1.00", "currency": "GBP" });
    let limit = json!({ "action": "withdraw", "scope": "deployment", "currency": "GBP", "window_s": 60 });
    let limited = {
        let mut limited = limit.clone();
        limited["count_max"] = json!(1);
        limited
    };
    for (body, status, code, named) in [
        (json!({ "kind": "set_limit", "why": "x" }), 400, "invalid_body", "limit"),
        (json!({ "kind": "set_limit", "limit": limit, "why": "x" }), 422, "unacceptable", ""),
        (
            json!({ "kind": "set_limit", "limit": limited, "brake": {"currency": "GBP", "window_s": 60}, "why": "x" }),
            400,
            "invalid_body",
            "brake",
        ),
        (json!({ "kind": "remove_limit", "limit": limited, "why": "x" }), 400, "invalid_body", "limit"),
        (json!({ "kind": "remove_brake", "why": "x" }), 400, "invalid_body", "currency"),
        (
            json!({ "kind": "set_credit_line", "pos_id": "x", "amount": sum, "why": "x" }),
            404,
            "pos_not_found",
            "",
        ),
        (
            json!({ "kind": "correct_deposit", "deposit_id": "x", "amount": sum, "why": "x" }),
            404,
            "deposit_not_found",
            "",
        ),
    ] {
        let said = asked(&shop, &bob, "/proposals", &body.to_string()).await;
        assert_problem(&said, status, code);
        assert!(said.at("/detail").contains(named), "{body}: {}", said.text);
    }
    assert_eq!(shop.get("/proposals?state=all").await.json()["proposals"], json!([]));
}

#[tokio::test]
async fn a_proposal_that_cannot_be_one_names_the_member_and_changes_nothing() {
    let shop = Shop::open().await;
    let session = held(&shop).await;
    let bob = hire_as(&shop, "Bob", "admin").await;
    let operation = &session.operation;
    let sum = json!({ "amount": "1.00", "currency": "GBP" });
    for (body, status, code, named) in [
        (json!({ "kind": "close_case", "closing": "pay" }), 400, "invalid_body", "operation_id"),
        (json!({ "kind": "close_case", "operation_id": operation }), 400, "invalid_body", "closing"),
        (
            json!({ "kind": "close_case", "operation_id": operation, "closing": "part" }),
            400,
            "invalid_body",
            "amount",
        ),
        (
            json!({ "kind": "close_case", "operation_id": operation, "closing": "pay", "shortfall_on": "loss" }),
            400,
            "invalid_body",
            "shortfall_on",
        ),
        (
            json!({ "kind": "close_case", "operation_id": operation, "closing": "as_it_is" }),
            409,
            "closing_not_possible",
            "held",
        ),
        (json!({ "kind": "close_case", "operation_id": "x", "closing": "pay" }), 404, "case_not_found", ""),
        (
            json!({ "kind": "post", "amount": sum, "debit": "loss", "credit": "fee" }),
            400,
            "invalid_body",
            "why",
        ),
        (
            json!({ "kind": "post", "amount": sum, "debit": "loss", "credit": "shop/1", "why": "x" }),
            400,
            "invalid_body",
            "credit",
        ),
        (
            json!({ "kind": "post", "amount": sum, "debit": "loss", "credit": "loss", "why": "x" }),
            422,
            "unacceptable",
            "two different accounts",
        ),
        (json!({ "kind": "make_loss_good", "amount": sum, "why": "x" }), 422, "limit_exceeded", "0.00"),
        (
            json!({ "kind": "make_loss_good", "amount": sum, "why": "x", "way": "claim" }),
            400,
            "invalid_body",
            "way",
        ),
        (json!({ "kind": "gift" }), 400, "invalid_body", "kind"),
    ] {
        let said = asked(&shop, &bob, "/proposals", &body.to_string()).await;
        assert_problem(&said, status, code);
        assert!(said.at("/detail").contains(named), "{body}: {}", said.text);
    }
    assert_eq!(shop.get("/proposals?state=all").await.json()["proposals"], json!([]));
    assert_problem(&shop.get("/proposals/x").await, 404, "proposal_not_found");
    assert_problem(&shop.get("/proposals?state=old").await, 400, "invalid_query");
    let auditor = shop.as_auditor("POST", "/proposals", &closing(&session, "pay")).await;
    assert_problem(&auditor, 403, "role_forbids");
}

#[tokio::test]
async fn silence_counts_as_word_after_its_time_where_a_pos_is_set_so() {
    let shop = Shop::open().await;
    let path = format!("/pos/{POS}/on-expiry");
    for (body, status, code) in [
        (r#"{"on_expiry":"assume_dispensed"}"#, 400, "invalid_body"),
        (r#"{"on_expiry":"case","after_s":1}"#, 400, "invalid_body"),
        (r#"{"on_expiry":"assume_dispensed","after_s":7776001}"#, 422, "unacceptable"),
    ] {
        assert_problem(&shop.post(&path, body).await, status, code);
    }
    assert_eq!(shop.post(&path, r#"{"on_expiry":"assume_dispensed","after_s":60}"#).await.status, 204);
    let (session, transaction) = shop.withdrawn().await;
    shop.turn_clock_ms(300_000);
    shop.commands.sweep_sessions().await.unwrap();
    let due = shop.get(&format!("/cases/{}", session.operation)).await;
    assert!(due.json()["due_at"].is_string(), "{}", due.text);
    shop.turn_clock_ms(60_000);
    assert_eq!(shop.commands.sweep_cases(None).await.unwrap(), None);
    let withdrawal = shop.get(&format!("/withdrawals/{transaction}")).await;
    assert_eq!(
        (withdrawal.at("/state"), withdrawal.json()["assumed"].clone()),
        ("completed".to_owned(), json!(true))
    );
}

#[tokio::test]
async fn the_word_of_a_revoked_key_is_refused_and_kept_as_evidence_where_people_look() {
    let shop = Shop::open().await;
    let session = held(&shop).await;
    let keys = shop.commands.pos_key(&KEY.parse().unwrap()).await.unwrap().unwrap();
    let revoked = shop.api("DELETE", &format!("/pos/{POS}/keys/{}", keys.key_id), &[], "").await;
    assert_eq!(revoked.status, 204, "{}", revoked.text);
    let told = shop.tell(&session, r#"{"outcome":"dispensed"}"#).await;
    assert_problem(&told, 401, "unauthenticated");
    let back = shop.pos(&format!("/reversal/{ACCOUNT}/10"), &session.headers()).await;
    assert_eq!(back.verdict().0, 401, "{}", back.text);
    let out = shop.pos("/logout", &session.headers()).await;
    assert_eq!(out.verdict(), (401, "UNAUTHENTICATED_API_CALL".to_owned()), "{}", out.text);
    let case = shop.get(&format!("/cases/{}", session.operation)).await;
    let whats: Vec<_> =
        case.json()["evidence"].as_array().unwrap().iter().map(|piece| piece["what"].clone()).collect();
    assert_eq!(whats, ["told", "told", "reversed", "logged_out"].map(|what| json!(what)));
    assert_eq!(shop.balance().await, "179.00", "it posts nothing");
}
