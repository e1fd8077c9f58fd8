//! Reconciliation and reports over our own API: a file taken in and searched, a difference cleared by two people and
//! taken back, bad input named, and the books summed up.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{POS, Said, Shop};

const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn file(more: &Value) -> String {
    let mut body = json!({
        "kind": "pos_journal", "pos_id": POS, "name": "Tuesday", "from": "2023-11-14T00:00:00Z",
        "to": "2023-11-15T00:00:00Z", "file_sha256": HASH, "lines": 2,
    });
    put(&mut body, more);
    body.to_string()
}

fn line(operation: &str, amount: &str, more: &Value) -> Value {
    let mut line = json!({
        "what": "withdrawal", "operation_id": operation, "reference": "till-1",
        "amount": { "amount": amount, "currency": "GBP" }, "at": "2023-11-14T22:14:00Z",
    });
    put(&mut line, more);
    line
}

/// Puts members in; a null takes one away.
fn put(body: &mut Value, more: &Value) {
    for (name, value) in more.as_object().unwrap() {
        if value.is_null() {
            body.as_object_mut().unwrap().remove(name);
        } else {
            body[name] = value.clone();
        }
    }
}

/// Two withdrawals of 10.00 that were paid.
async fn paid(shop: &Shop) -> [String; 2] {
    let mut operations = [String::new(), String::new()];
    for operation in &mut operations {
        let (session, _) = shop.withdrawn().await;
        assert_eq!(shop.pos("/logout", &session.headers()).await.status, 200);
        operation.clone_from(&session.operation);
        shop.turn_clock_ms(30_000);
    }
    operations
}

async fn begun(shop: &Shop) -> String {
    let begun = shop.post("/reconciliations", &file(&json!({}))).await;
    assert_eq!((begun.status, begun.at("/made_by")), (201, "Ada".to_owned()), "{}", begun.text);
    format!("/reconciliations/{}", begun.at("/reconciliation_id"))
}

async fn take(shop: &Shop, path: &str, first: u32, lines: &[Value]) -> Said {
    shop.post(&format!("{path}/lines"), &json!({ "first": first, "lines": lines }).to_string()).await
}

/// A journal whose second line says 2.00 more than we know, searched.
async fn searched(shop: &Shop) -> String {
    let [first, second] = paid(shop).await;
    let path = begun(shop).await;
    let lines = [line(&first, "10.00", &json!({})), line(&second, "12.00", &json!({}))];
    assert_eq!(take(shop, &path, 1, &lines).await.status, 200);
    let found = shop.post(&format!("{path}/search"), "").await;
    assert_eq!(found.status, 200, "{}", found.text);
    assert_eq!(found.json()["matched_lines"], json!(1), "{}", found.text);
    path
}

async fn hire(shop: &Shop, person: &str) -> String {
    let body = json!({ "person": person, "role": "finance" }).to_string();
    shop.post("/operator-keys", &body).await.at("/operator_key")
}

async fn approve(shop: &Shop, key: &str, proposed: &Said) -> Said {
    assert_eq!(proposed.status, 201, "{}", proposed.text);
    let path = format!("/proposals/{}/approve", proposed.at("/proposal_id"));
    assert_problem(&shop.post(&path, "").await, 409, "own_proposal");
    shop.turn_clock_ms(60_000);
    let bearer = format!("Bearer {key}");
    shop.send("POST", &format!("/api/v1{path}"), &[("authorization", &bearer)], "").await
}

#[tokio::test]
async fn a_difference_is_found_cleared_by_two_people_and_taken_back() {
    let shop = Shop::open().await;
    let path = searched(&shop).await;
    let bob = hire(&shop, "Bob").await;
    let breaks = shop.get(&format!("{path}/breaks")).await;
    assert_eq!(breaks.at("/breaks/0/kind"), "amount_differs");
    assert_eq!(breaks.at("/breaks/0/difference/amount"), "2.00");
    assert_eq!(breaks.at("/breaks/0/ours/0/moved/amount"), "10.00");
    assert_eq!(shop.get(&format!("{path}/lines?state=broken")).await.json()["lines"][0]["line"], json!(2));
    let before = shop.of_pos("pos").await;
    let one = format!("{path}/breaks/1");
    let noted = shop.post(&one, r#"{"assign_to":"Bob","note":"asked the shop"}"#).await;
    assert_eq!((noted.status, noted.at("/assigned_to")), (200, "Bob".to_owned()));
    let clear = shop.post(&format!("{one}/clear"), r#"{"why":"the receipt says twelve"}"#).await;
    assert_eq!(
        (clear.at("/kind"), clear.at("/amount/amount")),
        ("clear_break".to_owned(), "2.00".to_owned())
    );
    let approved = approve(&shop, &bob, &clear).await;
    assert_eq!(
        (approved.status, approved.at("/state")),
        (200, "carried_out".to_owned()),
        "{}",
        approved.text
    );
    assert_eq!((shop.of_pos("suspense").await, shop.of_pos("pos").await), ("-2.00".into(), "522.00".into()));
    assert_eq!(before, "520.00");
    assert_problem(&shop.post(&format!("{one}/close"), r#"{"why":"x"}"#).await, 409, "break_state");
    let suspense = shop.get("/reports/aged-suspense").await;
    assert_eq!(suspense.at("/lines/0/amount/amount"), "-2.00");
    assert_eq!(suspense.at("/lines/0/band"), "below7_days");
    let undo = shop.post(&format!("{one}/undo-clearing"), r#"{"why":"it was ten"}"#).await;
    assert_eq!(approve(&shop, &bob, &undo).await.status, 200);
    assert_eq!((shop.of_pos("suspense").await, shop.of_pos("pos").await), ("0.00".into(), "520.00".into()));
    assert_eq!(shop.get("/reports/aged-suspense").await.json()["lines"], json!([]));
    let closed = shop.post(&format!("{one}/close"), r#"{"why":"a misprint"}"#).await;
    assert_eq!(
        (closed.status, closed.at("/state"), closed.at("/closed_by")),
        (200, "closed".into(), "Ada".into())
    );
    assert_eq!(shop.get(&format!("{path}/breaks")).await.json()["breaks"], json!([]));
    assert_eq!(shop.get(&format!("{path}/breaks?state=all")).await.at("/breaks/0/state"), "closed");
}

#[tokio::test]
async fn a_part_of_a_difference_is_cleared_and_the_rest_stays_open() {
    let shop = Shop::open().await;
    let path = searched(&shop).await;
    let bob = hire(&shop, "Bob").await;
    let one = format!("{path}/breaks/1");
    let clear = async |part: &str| {
        let part = json!({ "amount": part, "currency": "GBP" });
        shop.post(&format!("{one}/clear"), &json!({ "part": part, "why": "some of it" }).to_string()).await
    };
    let too_much = clear("2.00").await;
    assert_problem(&too_much, 422, "unacceptable");
    assert!(too_much.text.contains("less than what is left of it, 2.00 GBP"), "{}", too_much.text);
    let part = clear("0.75").await;
    assert_eq!((part.at("/kind"), part.at("/amount/amount")), ("clear_part".into(), "0.75".into()));
    assert_eq!(approve(&shop, &bob, &part).await.status, 200);
    let shown = shop.get(&format!("{path}/breaks")).await;
    assert_eq!(
        (shown.at("/breaks/0/state"), shown.at("/breaks/0/rest/amount")),
        ("open".into(), "1.25".into())
    );
    assert_eq!(shown.at("/breaks/0/difference/amount"), "2.00");
    assert_eq!(shown.at("/breaks/0/parts/0/amount/amount"), "0.75");
    assert_eq!(shop.of_pos("suspense").await, "-0.75");
    let rest = shop.post(&format!("{one}/clear"), r#"{"why":"the rest"}"#).await;
    assert_eq!(rest.at("/amount/amount"), "1.25");
    assert_eq!(approve(&shop, &bob, &rest).await.status, 200);
    let shown = shop.get(&format!("{path}/breaks?state=all")).await;
    assert_eq!(
        (shown.at("/breaks/0/state"), shown.at("/breaks/0/rest/amount")),
        ("cleared".into(), "0.00".into())
    );
    let undo = shop.post(&format!("{one}/undo-clearing"), r#"{"why":"too much"}"#).await;
    assert_eq!(undo.at("/amount/amount"), "1.25");
    assert_eq!(approve(&shop, &bob, &undo).await.status, 200);
    let shown = shop.get(&format!("{path}/breaks")).await;
    assert_eq!(
        (shown.at("/breaks/0/state"), shown.at("/breaks/0/rest/amount")),
        ("open".into(), "1.25".into())
    );
}

#[tokio::test]
async fn a_match_is_taken_apart_and_put_together_by_hand() {
    let shop = Shop::open().await;
    let path = searched(&shop).await;
    let found = shop.get(&format!("{path}/matches")).await;
    assert_eq!(
        (found.at("/matches/0/found_by"), found.at("/matches/0/sum/amount")),
        ("id".into(), "10.00".into())
    );
    let fact = found.at("/matches/0/ours/0/fact");
    let by_hand = json!({ "lines": [1], "ours": [fact], "why": "seen" }).to_string();
    assert_problem(&shop.post(&format!("{path}/matches"), &by_hand).await, 409, "placed_elsewhere");
    let undo = format!("{path}/matches/1/undo");
    let undone = shop.post(&undo, r#"{"why":"another receipt"}"#).await;
    assert_eq!(undone.json()["open_breaks"], json!(3), "{}", undone.text);
    assert_problem(&shop.post(&undo, r#"{"why":"again"}"#).await, 409, "match_undone");
    let placed = shop.post(&format!("{path}/matches"), &by_hand).await;
    assert_eq!(placed.json(), json!({ "match_number": 2, "break_number": null }), "{}", placed.text);
    assert_eq!(shop.get(&path).await.json()["open_breaks"], json!(1));
}

#[tokio::test]
async fn bad_files_are_refused_and_the_member_is_named() {
    let shop = Shop::open().await;
    for (more, status, code, named) in [
        (json!({ "pos_id": null }), 400, "invalid_body", "pos_id"),
        (json!({ "currency": "GBP" }), 400, "invalid_body", "currency"),
        (json!({ "kind": "bank", "pos_id": null }), 400, "invalid_body", "currency"),
        (json!({ "kind": "bank", "currency": "GBP" }), 400, "invalid_body", "pos_id"),
        (json!({ "pos_id": "nowhere" }), 404, "pos_not_found", "POS"),
        (json!({ "from": "Tuesday" }), 400, "invalid_body", "from"),
        (json!({ "to": "2023-11-14T00:00:00Z" }), 422, "unacceptable", "to"),
        (json!({ "lines": 0 }), 422, "unacceptable", "20000"),
        (json!({ "name": "" }), 422, "unacceptable", "128"),
        (json!({ "file_sha256": "abc" }), 400, "invalid_body", "file_sha256"),
    ] {
        let said = shop.post("/reconciliations", &file(&more)).await;
        assert_problem(&said, status, code);
        assert!(said.text.contains(named), "{named}: {}", said.text);
    }
    assert_problem(
        &shop.as_auditor("POST", "/reconciliations", &file(&json!({}))).await,
        403,
        "role_forbids",
    );
    assert_eq!(shop.get("/reconciliations").await.json()["reconciliations"], json!([]));
    let path = begun(&shop).await;
    let again = shop.post("/reconciliations", &file(&json!({}))).await;
    assert_problem(&again, 409, "file_known");
    assert!(again.text.contains(path.trim_start_matches("/reconciliations/")), "{}", again.text);
    assert_problem(&shop.post(&format!("{path}/search"), "").await, 409, "lines_taken");
    for unknown in ["/breaks/1/close", "/breaks/x/close", "/breaks/0/undo-clearing"] {
        assert_problem(
            &shop.post(&format!("{path}{unknown}"), r#"{"why":"x"}"#).await,
            404,
            "break_not_found",
        );
    }
    let elsewhere = "/reconciliations/018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005";
    assert_problem(&shop.get(elsewhere).await, 404, "reconciliation_not_found");
}

#[tokio::test]
async fn a_bad_line_is_named_by_its_number_and_no_line_beside_it_is_taken() {
    let shop = Shop::open().await;
    let [first, _] = paid(&shop).await;
    let path = begun(&shop).await;
    let good = line(&first, "10.00", &json!({}));
    for (more, status, code, named) in [
        (json!({ "what": "payment" }), 422, "line_not_acceptable", "Line 2: what"),
        (
            json!({ "amount": { "amount": "10", "currency": "EUR" } }),
            422,
            "line_not_acceptable",
            "Line 2: amount",
        ),
        (
            json!({ "amount": { "amount": "-1.00", "currency": "GBP" } }),
            422,
            "line_not_acceptable",
            "Line 2: amount",
        ),
        (json!({ "at": "2023-11-15T00:00:00Z" }), 422, "line_not_acceptable", "Line 2: at"),
        (json!({ "reference": "x".repeat(141) }), 422, "line_not_acceptable", "Line 2: reference"),
        (json!({ "at": "noon" }), 400, "invalid_body", "lines[1].at"),
        (json!({ "operation_id": "7" }), 400, "invalid_body", "lines[1].operation_id"),
        (
            json!({ "amount": { "amount": "1.005", "currency": "GBP" } }),
            400,
            "invalid_body",
            "lines[1].amount",
        ),
    ] {
        let said = take(&shop, &path, 1, &[good.clone(), line(&first, "10.00", &more)]).await;
        assert_problem(&said, status, code);
        assert!(said.text.contains(named), "{named}: {}", said.text);
        assert_eq!(shop.get(&path).await.json()["taken"], json!(0));
    }
    assert_problem(&take(&shop, &path, 2, std::slice::from_ref(&good)).await, 409, "lines_taken");
    assert_problem(&take(&shop, &path, 1, &[]).await, 422, "unacceptable");
    for _ in 0..2 {
        assert_eq!(take(&shop, &path, 1, std::slice::from_ref(&good)).await.json()["taken"], json!(1));
    }
}

#[tokio::test]
async fn the_books_come_to_zero_and_an_owners_accounts_from_opening_to_closing() {
    let shop = Shop::open().await;
    let [_, operation] = paid(&shop).await;
    let (held, transaction) = shop.withdrawn().await;
    shop.tell(&held, r#"{"outcome":"unknown"}"#).await;
    let balance = shop.get("/reports/trial-balance").await;
    assert_eq!(balance.json()["is_zero"], json!(true), "{}", balance.text);
    let line = |kind: &str| {
        let lines = balance.json()["lines"].as_array().unwrap().clone();
        lines.into_iter().find(|line| line["kind"] == kind && line["currency"] == "GBP").unwrap()
    };
    assert_eq!(
        (line("pos")["credits"].clone(), line("wallet")["credits"].clone()),
        (json!("520.00"), json!("159.00"))
    );
    assert_eq!(line("cash_pending")["credits"], json!("10.00"));
    let owner = shop.get(&format!("/withdrawals/{transaction}")).await.at("/owner_id");
    let query =
        format!("owner_id={owner}&currency=GBP&from=2023-11-14T22:13:25Z&to=2023-11-15T00:00:00Z&limit=1");
    let (mut next, mut sums) = (String::new(), Vec::new());
    let mut entries: Vec<Value> = Vec::new();
    loop {
        let page = shop.get(&format!("/reports/owner-statement?{query}{next}")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        sums.push((page.at("/closing/amount"), page.at("/opening/amount")));
        entries.extend(page.json()["entries"].as_array().unwrap().iter().cloned());
        match page.at("/next") {
            over if over.is_empty() => break,
            more => next = format!("&start_after={more}"),
        }
    }
    let told = |of: fn(&(String, String)) -> &String| -> Vec<&str> {
        sums.iter().map(|sum| of(sum).as_str()).filter(|text| !text.is_empty()).collect()
    };
    assert_eq!(told(|sum| &sum.0).last(), Some(&"520.00"));
    let opening = told(|sum| &sum.1).last().copied().map(ToOwned::to_owned);
    let within = entries.len();
    assert_eq!(opening, Some(format!("{}.00", 520 - 10 * within)), "{sums:?} {entries:?}");
    assert_eq!(entries[0]["operation_id"], json!(operation));
    let cases = shop.get("/reports/open-cases").await;
    assert_eq!(
        (cases.at("/cases/0/operation_id"), cases.at("/cases/0/band")),
        (held.operation, "below7_days".into())
    );
    for query in [
        "owner-statement?currency=GBP&from=2023-11-14T00:00:00Z&to=2023-11-15T00:00:00Z",
        &format!(
            "owner-statement?owner_id={owner}&currency=ZZZ&from=2023-11-14T00:00:00Z&to=2023-11-15T00:00:00Z"
        ),
        &format!(
            "owner-statement?owner_id={owner}&currency=GBP&from=2023-11-15T00:00:00Z&to=2023-11-15T00:00:00Z"
        ),
        &format!("owner-statement?{query}&start_after=7"),
        "aged-suspense?start_after=7",
        "aged-suspense?limit=0",
        "open-cases?after=7",
    ] {
        assert_problem(&shop.get(&format!("/reports/{query}")).await, 400, "invalid_query");
    }
}
