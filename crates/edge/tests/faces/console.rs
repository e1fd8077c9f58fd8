//! What the console lists and looks into: POS, sessions, who did what, one withdrawal's story, recent operations.

use serde_json::{Value, json};
use specie_wire::exports::{EXPORTS, Export, Rows};
use specie_wire::openapi::calls;

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, KEY, POS, Shop};

async fn kinds(shop: &Shop, query: &str) -> Vec<String> {
    let said = shop.get(&format!("/audit{query}")).await;
    assert_eq!(said.status, 200, "{}", said.text);
    let deeds = said.json()["deeds"].as_array().unwrap().clone();
    deeds.iter().map(|deed| deed["what"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn owners_and_pos_are_listed_page_by_page_and_a_filter_keeps_to_its_word() {
    let shop = Shop::open().await;
    shop.turn_clock_ms(1); // Ids of one millisecond come in the order of chance.
    let other = shop.post("/pos-owners", r#"{"name":"Mill Lane"}"#).await.at("/owner_id");
    for name in ["Mill 1", "Mill 2"] {
        shop.turn_clock_ms(1);
        let pos = json!({ "owner_id": other, "name": name, "currencies": ["GBP"] }).to_string();
        let pos = shop.post("/pos", &pos).await;
        if name == "Mill 2" {
            assert_eq!(shop.post(&format!("/pos/{}/disable", pos.at("/pos_id")), "{}").await.status, 200);
        }
    }
    let owners = shop.get("/pos-owners").await.json();
    assert_eq!(owners["owners"][1]["pos_count"], 2, "{owners}");
    let first = shop.get("/pos-owners?limit=1").await;
    assert_eq!(first.at("/owners/0/name"), "Corner Shops");
    let second = shop.get(&format!("/pos-owners?limit=1&after={}", first.at("/next"))).await;
    assert_eq!(second.at("/owners/0/name"), "Mill Lane");
    let names = async |query: &str| -> Vec<String> {
        let said = shop.get(&format!("/pos{query}")).await;
        assert_eq!(said.status, 200, "{}", said.text);
        let lines = said.json()["pos"].as_array().unwrap().clone();
        lines.iter().map(|line| line["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("").await, ["Corner 1", "Mill 1", "Mill 2"]);
    assert_eq!(names(&format!("?owner_id={other}")).await, ["Mill 1", "Mill 2"]);
    assert_eq!(names("?disabled=true").await, ["Mill 2"]);
    assert_eq!(names(&format!("?owner_id={other}&disabled=false")).await, ["Mill 1"]);
    let page = shop.get("/pos?limit=2").await;
    assert_eq!(names(&format!("?after={}", page.at("/next"))).await, ["Mill 2"]);
    assert!(shop.get("/pos?limit=3").await.json()["next"].is_null());
    for query in ["limit=0", "limit=201", "after=x", "disabled=maybe", "name=x"] {
        assert_problem(&shop.get(&format!("/pos?{query}")).await, 400, "invalid_query");
    }
    assert_problem(&shop.get("/pos?owner_id=x").await, 404, "owner_not_found");
    assert_problem(&shop.get("/pos-owners?limit=201").await, 400, "invalid_query");
}

#[tokio::test]
async fn a_pos_is_shown_with_its_float_its_place_and_its_keys_and_no_secret() {
    let shop = Shop::open().await;
    let key = r#"{"profile":"signed","networks":["192.0.2.0/24"]}"#;
    let made = shop.post(&format!("/pos/{POS}/keys"), key).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let revoked = format!("/pos/{POS}/keys/{}", made.at("/key_id"));
    assert_eq!(shop.api("DELETE", &revoked, &[], "").await.status, 204);
    let mark = r#"{"amount":{"amount":"600.00","currency":"GBP"}}"#;
    assert_eq!(shop.post(&format!("/pos/{POS}/low-float"), mark).await.status, 204);
    let place = r#"{"latitude":"51.5","longitude":"-0.1","town":"London","hours":"9-17"}"#;
    assert_eq!(shop.post(&format!("/pos/{POS}/place"), place).await.status, 204);
    let said = shop.get(&format!("/pos/{POS}")).await;
    let shown = said.json();
    assert_eq!((shown["number"].as_u64(), said.at("/owner_name")), (Some(1001), "Corner Shops".to_owned()));
    assert_eq!(
        shown["floats"][0],
        json!({
            "position": { "amount": "500.00", "currency": "GBP" }, "credit_line": { "amount": "0.00", "currency": "GBP" },
            "mark": { "amount": "600.00", "currency": "GBP" }, "is_low": true,
        })
    );
    assert_eq!(shown["floats"][1]["mark"], Value::Null);
    assert_eq!(said.at("/place/town"), "London");
    let keys = shown["keys"].as_array().unwrap();
    assert_eq!((keys.len(), &keys[0]["revoked_at"]), (2, &Value::Null));
    assert_eq!(
        (&keys[1]["key_id"], &keys[1]["networks"]),
        (&json!(made.at("/key_id")), &json!(["192.0.2.0/24"]))
    );
    assert!(keys[1]["revoked_at"].is_string());
    for secret in [KEY.to_owned(), made.at("/access_key"), made.at("/secret_key")] {
        assert!(!said.text.contains(&secret), "{}", said.text);
    }
    let low = shop.get("/live/float").await.json();
    assert_eq!((&low["lines"][0]["pos_id"], &low["lines"][0]["is_low"]), (&json!(POS), &json!(true)));
    assert_problem(&shop.get("/pos/nowhere").await, 404, "pos_not_found");
}

#[tokio::test]
async fn sessions_are_listed_while_they_are_open() {
    let shop = Shop::open().await;
    assert_eq!(shop.get("/sessions").await.json(), json!({ "sessions": [], "next": null }));
    let (session, transaction) = shop.withdrawn().await;
    let listed = shop.get("/sessions?limit=1").await;
    assert_eq!(listed.at("/sessions/0/operation_id"), session.operation);
    assert_eq!(listed.at("/sessions/0/transaction_id"), transaction);
    assert_eq!(listed.at("/sessions/0/amount/amount"), "10.00");
    let after = shop.get(&format!("/sessions?after={}", session.operation)).await;
    assert_eq!(after.json()["sessions"], json!([]));
    assert_eq!(shop.get("/live").await.json()["open_sessions"], 1);
    shop.pos("/logout", &session.headers()).await;
    assert_eq!(shop.get("/sessions").await.json()["sessions"], json!([]));
    assert_problem(&shop.get("/sessions?after=x").await, 400, "invalid_query");
}

#[tokio::test]
async fn what_was_done_is_told_newest_first_and_a_look_at_a_phone_number_once_an_hour() {
    let shop = Shop::open().await;
    let made = kinds(&shop, "").await;
    assert_eq!(made.last().unwrap(), "owner.register", "{made:?}");
    for _ in 0..3 {
        assert_eq!(shop.get(&shop.of_wallet("")).await.status, 200);
    }
    shop.withdrawn().await;
    assert_eq!(kinds(&shop, "?what=personal_data").await, ["personal_data.view"]);
    assert_eq!(kinds(&shop, "?limit=1").await, ["personal_data.view"]);
    let said = shop.get("/audit?what=personal_data.view").await;
    assert_eq!(said.at("/deeds/0/person"), "Ada");
    assert_eq!(said.json()["deeds"][0]["targets"], json!([{ "kind": "wallet", "id": shop.wallet_id() }]));
    assert_eq!(shop.as_auditor("GET", &shop.of_wallet(""), "").await.status, 200);
    assert_eq!(kinds(&shop, "?what=personal_data").await.len(), 2, "another key is another look");
    shop.turn_clock_ms(3_600_000);
    assert_eq!(shop.get(&shop.of_wallet("")).await.status, 200);
    assert_eq!(kinds(&shop, "?what=personal_data").await.len(), 3, "another hour is another look");
    assert_eq!(kinds(&shop, "?what=person").await, Vec::<String>::new(), "a family is a whole word");
    let first = shop.get("/audit?limit=2").await;
    let second = shop.get(&format!("/audit?limit=200&past={}", first.at("/next"))).await.json();
    let all = kinds(&shop, "?limit=200").await.len();
    assert_eq!(second["deeds"].as_array().unwrap().len() + 2, all);
    assert_eq!(second["next"], Value::Null);
    let key_id = first.at("/deeds/0/key_id");
    assert!(!kinds(&shop, &format!("?person={key_id}")).await.is_empty());
    assert_eq!(kinds(&shop, "?person=Nobody").await, Vec::<String>::new());
    assert_eq!(kinds(&shop, "?person=ada&limit=200").await.len(), all);
    for query in ["limit=0", "past=x", "person=", "what=", "who=x"] {
        assert_problem(&shop.get(&format!("/audit?{query}")).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn who_did_what_is_exported_line_by_line_and_only_to_who_may_read_it() {
    let shop = Shop::open().await;
    let said = shop.get("/audit.csv").await;
    assert_eq!((said.status, said.header("content-type")), (200, Some("text/csv; charset=utf-8")));
    let lines: Vec<&str> = said.text.lines().collect();
    assert_eq!(lines[0], "\u{feff}number,at,person,role,key_id,what,targets,command");
    let all = shop.get("/audit?limit=200").await.json();
    assert_eq!(lines.len() - 1, all["deeds"].as_array().unwrap().len());
    let newest = &all["deeds"][0];
    assert!(lines[1].starts_with(&format!("{},", newest["number"])), "{}", lines[1]);
    assert!(lines[1].contains(",Ada,admin,"), "{}", lines[1]);
    let some = shop.get("/audit.csv?what=pos.register&limit=5").await;
    assert_eq!(some.text.lines().count(), 2, "{}", some.text);
    let backend = shop.post("/operator-keys", r#"{"person":"Wallet","role":"wallet_backend"}"#).await;
    let bearer = format!("Bearer {}", backend.at("/operator_key"));
    for path in ["/api/v1/audit", "/api/v1/audit.csv"] {
        let refused = shop.send("GET", path, &[("authorization", &bearer)], "").await;
        assert_problem(&refused, 403, "role_forbids");
        let unknown = [("authorization", "Bearer sok_nobody_at_all")];
        assert_problem(&shop.send("GET", path, &unknown, "").await, 401, "unauthenticated");
    }
    assert_problem(&shop.get("/audit.csv?past=x").await, 400, "invalid_query");
}

/// The path of a table with texts that lead to something in the shop, and the query that its list needs.
fn table_path(export: &Export, wallet_id: &str, transaction: &str) -> String {
    let path = export.path.strip_prefix("/api/v1").unwrap();
    let path = path.replace("{wallet_id}", wallet_id).replace("{transaction_id}", transaction);
    let path = path.replace("{pos_id}", POS).replace("{account_id}", ACCOUNT);
    match export.list {
        "search" => format!("{path}?q={transaction}"),
        "showLimitUsage" => format!("{path}?wallet_id={wallet_id}"),
        _ => path,
    }
}

#[tokio::test]
async fn every_list_is_exported_with_as_many_lines_as_it_has_and_to_nobody_who_may_not_read_it() {
    let shop = Shop::open().await;
    let (_, transaction) = shop.withdrawn().await;
    let withdrawal = shop.get(&format!("/withdrawals/{transaction}")).await;
    let wallet_id = withdrawal.at("/wallet_id");
    let list_of = |id: &str| calls().into_iter().find(|call| call.id == id).unwrap().path;
    let mut lines_told = 0;
    for export in EXPORTS {
        let path = table_path(export, &wallet_id, &transaction);
        let nobody = [("authorization", "Bearer sok_nobody_at_all")];
        let refused = shop.send("GET", &format!("/api/v1{path}"), &nobody, "").await;
        assert_problem(&refused, 401, "unauthenticated");
        let needs_more = ["{batch_id}", "{reconciliation_id}", "{till_session_id}", "owner-statement"];
        if needs_more.iter().any(|text| path.contains(text)) {
            assert!((400..=404).contains(&shop.get(&path).await.status), "{path}");
            continue;
        }
        let said = shop.get(&path).await;
        assert_eq!(said.status, 200, "{path}: {}", said.text);
        assert_eq!(said.header("content-type"), Some("text/csv; charset=utf-8"), "{path}");
        let (head, lines) = said.text.split_once("\r\n").unwrap();
        assert_eq!(head, format!("\u{feff}{}", export.heads().join(",")), "{path}");
        let Rows::Of(rows) = export.rows else { continue };
        let of = table_path(&Export { path: list_of(export.list), ..*export }, &wallet_id, &transaction);
        let listed = shop.get(&of).await.json();
        assert_eq!(lines.lines().count(), listed[rows].as_array().unwrap().len(), "{path}: {lines}");
        lines_told += lines.lines().count();
    }
    assert!(lines_told > 20, "{lines_told}");
}

#[tokio::test]
async fn a_table_has_all_pages_of_its_list_in_order_and_its_amounts_beside_their_currency() {
    let shop = Shop::open().await;
    for _ in 0..3 {
        let (session, _) = shop.withdrawn().await;
        shop.pos("/logout", &session.headers()).await;
    }
    let path = format!("/accounts/{ACCOUNT}/entries");
    let listed = shop.get(&format!("{path}?limit=200")).await.json();
    let expected: Vec<String> = listed["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            let text =
                |pointer: &str| entry.pointer(pointer).unwrap().as_str().unwrap_or_default().to_owned();
            let amounts = ["/amount/amount", "/amount/currency", "/balance/amount", "/balance/currency"];
            format!("{},{},{}", entry["number"], entry["transfer"], amounts.map(text).join(","))
        })
        .collect();
    assert!(expected.len() > 3);
    let some = shop.get(&format!("{path}.csv?limit=2")).await.text;
    assert_eq!(some.lines().count(), 3, "{some}");
    let from_there = format!("{path}.csv?from={}", listed["entries"][1]["transfer"]);
    for (path, skipped) in [(format!("{path}.csv"), 0), (from_there, 1)] {
        let told = shop.get(&path).await.text;
        let lines: Vec<&str> = told.lines().skip(1).collect();
        assert_eq!(lines.len(), expected.len() - skipped, "{told}");
        for (line, expected) in lines.iter().zip(expected.iter().skip(skipped)) {
            assert!(line.starts_with(expected.as_str()), "{line} is not {expected}");
        }
    }
    assert_problem(&shop.get(&format!("{path}.csv?limit=0")).await, 400, "invalid_query");
    assert_problem(&shop.get(&format!("{path}.csv?colour=red")).await, 400, "invalid_query");
    assert_problem(&shop.get("/accounts/nobodys/entries.csv").await, 404, "account_not_found");
}

#[tokio::test]
async fn a_table_longer_than_a_page_goes_on_where_the_page_ended() {
    let shop = Shop::open().await;
    for number in 0..205 {
        shop.turn_clock_ms(1);
        let name = if number == 204 { "=1+1".to_owned() } else { format!("Owner {number}") };
        shop.post("/pos-owners", &json!({ "name": name }).to_string()).await;
    }
    let told = shop.get("/pos-owners.csv").await.text;
    let numbers: Vec<&str> = told.lines().skip(2).map(|line| line.split(',').nth(1).unwrap()).collect();
    let expected: Vec<String> = (0..204).map(|number| format!("Owner {number}")).collect();
    assert_eq!(numbers[..204], expected);
    assert_eq!(numbers[204..], ["'=1+1"]);
}

#[tokio::test]
async fn a_withdrawals_story_has_its_calls_its_transfers_and_its_events_in_order() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    let path = format!("/withdrawals/{transaction}/timeline");
    assert_eq!(shop.get(&path).await.at("/session/end"), "open");
    shop.turn_clock_ms(5_000);
    let part = r#"{"outcome":"partial","dispensed":{"amount":"4.00","currency":"GBP"}}"#;
    assert_eq!(shop.tell(&session, part).await.status, 200);
    shop.turn_clock_ms(1_000);
    shop.pos("/logout", &session.headers()).await;
    for (key, number) in [("first", 1), ("first", 1), ("second", 2)] {
        let told = shop.print(&session, &[("idempotency-key", key)], r#"{"medium":"browser"}"#).await;
        assert_eq!(told.json(), json!({ "number": number, "copy": number > 1 }));
    }
    let said = shop.get(&path).await;
    for (place, copy) in [(0, false), (1, true)] {
        let print = &said.json()["prints"][place];
        assert_eq!((&print["copy"], &print["medium"]), (&json!(copy), &json!("browser")));
        assert_eq!((&print["cashier"], &print["till"]), (&Value::Null, &Value::Null), "it runs no tills");
    }
    assert_eq!(said.json()["prints_left_out"], 0);
    let story = said.json();
    let texts = |list: &str, member: &str| -> Vec<String> {
        let lines = story[list].as_array().unwrap();
        lines.iter().map(|line| line[member].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(texts("calls", "call"), ["login", "withdraw", "outcome", "logout"]);
    assert_eq!(
        (said.at("/calls/2/said"), said.at("/calls/2/amount/amount")),
        ("partial".into(), "4.00".into())
    );
    let reasons = texts("transfers", "reason");
    assert_eq!(reasons[0], "withdrawal_held");
    assert!(reasons.len() >= 3, "held, paid and returned: {reasons:?}");
    assert_eq!(said.at("/transfers/0/debit"), ACCOUNT);
    let events = texts("events", "what");
    assert_eq!(events[..2], ["session.opened", "withdrawal.held"]);
    assert_eq!((said.at("/session/end"), said.at("/pos_name")), ("logged_out".into(), "Corner 1".into()));
    assert_eq!(said.at("/withdrawal/transaction_id"), transaction);
    assert_eq!(story["case"], Value::Null);
    let operation: Value = shop.get(&format!("/search?q={transaction}")).await.json();
    assert_eq!(operation["searched"], json!({ "amounts": false, "references": false, "since": null }));
    assert_problem(&shop.get("/withdrawals/x/timeline").await, 404, "withdrawal_not_found");
}

#[tokio::test]
async fn a_recent_operation_is_found_by_its_sum_its_check_word_and_the_end_of_its_ids() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    let word = shop.get(&format!("/withdrawals/{transaction}/timeline")).await.at("/check_word");
    for q in [
        "10.00%20GBP".to_owned(),
        "gbp%2010".to_owned(),
        word.clone(),
        word.to_uppercase(),
        session.operation[session.operation.len() - 8..].to_owned(),
        transaction[transaction.len() - 12..].to_owned(),
        format!("%E2%80%A6{}", &transaction[transaction.len() - 6..]),
    ] {
        let found = shop.get(&format!("/search?q={q}")).await;
        assert_eq!(found.at("/operations/0/operation_id"), session.operation, "{q}: {}", found.text);
        assert!(found.json()["searched"]["since"].is_string(), "{q}");
    }
    for q in ["10.01%20GBP", "10.00%20JPY", "000000000000"] {
        assert_eq!(shop.get(&format!("/search?q={q}")).await.json()["operations"], json!([]), "{q}");
    }
    shop.turn_clock_ms(32 * 86_400_000);
    for q in ["10.00%20GBP", &word] {
        let found = shop.get(&format!("/search?q={q}")).await;
        assert_eq!(found.json()["operations"], json!([]), "a month later it is not recent: {q}");
    }
}

#[tokio::test]
async fn logins_and_withdrawals_that_are_refused_are_counted_by_their_codes() {
    let shop = Shop::open().await;
    for _ in 0..2 {
        shop.login("000000").await;
        shop.turn_clock_ms(2_000); // Not in one burst.
    }
    let session = shop.session().await;
    shop.pos(&format!("/withdraw/{ACCOUNT}/11"), &session.headers()).await;
    shop.pos("/reversal/x/1", &session.headers()).await;
    let live = shop.get("/live").await.json();
    let minutes = live["minutes"].as_array().unwrap();
    let refused: Vec<&Value> = minutes.iter().flat_map(|one| one["refused"].as_array().unwrap()).collect();
    let count = |code: &str| -> u64 {
        let of = refused.iter().filter(|one| one["code"] == code);
        of.map(|one| one["count"].as_u64().unwrap()).sum()
    };
    assert_eq!(count("ERROR_OTP_NOT_VALID"), 2, "{live}");
    assert_eq!(count("ERROR_AMOUNT_NOT_APPROVED"), 1, "{live}");
    assert_eq!(refused.len(), 2, "a reversal is no cash-out: {live}");
    assert_eq!(live["time_to_cash"], Value::Null);
}

#[tokio::test]
async fn todays_list_has_deposits_too_and_a_pos_with_tills_names_its_cashiers() {
    let shop = Shop::open().await;
    let own = async || shop.send("GET", "/api/v1/pos/self", &[("access_key", KEY)], "").await;
    assert_eq!(own().await.json()["cashiers"], json!([]));
    let (session, transaction) = shop.withdrawn().await;
    shop.pos("/logout", &session.headers()).await;
    shop.turn_clock_ms(30_000);
    let session = shop.session().await;
    let deposited = shop.send("POST", "/v1/pos/deposit/5/GBP", &session.headers(), "").await;
    assert_eq!(deposited.status, 200, "{}", deposited.text);
    shop.pos("/logout", &session.headers()).await;
    let today = async |query: &str| {
        let target = format!("/api/v1/pos/today?since=2023-11-14T00:00:00Z{query}");
        shop.send("GET", &target, &[("access_key", KEY)], "").await
    };
    let all = today("").await;
    let states: Vec<String> = (0..2).map(|place| all.at(&format!("/operations/{place}/state"))).collect();
    assert_eq!(states, ["deposited", "completed"], "{}", all.text);
    assert_eq!(all.json()["operations"].as_array().unwrap().len(), 2);
    let first = today("&limit=1").await;
    let rest = today(&format!("&past={}", first.at("/next"))).await;
    assert_eq!(rest.at("/operations/0/transaction_id"), transaction);
    assert_eq!(shop.post(&format!("/pos/{POS}/till-running"), r#"{"runs_tills":true}"#).await.status, 204);
    let mut ids = Vec::new();
    for name in ["Ben", "Una"] {
        let cashier = json!({ "name": name, "role": "cashier", "pin": "1234" }).to_string();
        let added = shop.post(&format!("/pos/{POS}/cashiers"), &cashier).await;
        assert_eq!(added.status, 201, "{}", added.text);
        ids.push(added.at("/cashier_id"));
    }
    let gone = shop.post(&format!("/cashiers/{}", ids[1]), r#"{"active":false}"#).await;
    assert_eq!(gone.status, 204, "{}", gone.text);
    let own = own().await;
    assert_eq!(own.json()["cashiers"], json!([{ "cashier_id": ids[0], "name": "Ben", "role": "cashier" }]));
}
