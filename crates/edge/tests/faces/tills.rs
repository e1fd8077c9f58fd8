//! Tills over both faces: set up by the operator, opened, counted, moved, handed over and closed by cashiers; what the
//! POS wire answers meanwhile, and what nobody is told before the count is in.

use serde_json::{Value, json};

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, KEY, POS, Said, Session, Shop};

/// A POS that runs tills, one drawer, and a cashier with a PIN.
struct Counter {
    shop: Shop,
    till: String,
    anna: String,
    ben: String,
}

fn gbp(notes: &Value) -> Value {
    json!([{ "currency": "GBP", "notes": notes }])
}

fn notes(of: &[(&str, u32)]) -> Value {
    of.iter().map(|(denomination, count)| json!({ "denomination": denomination, "count": count })).collect()
}

impl Counter {
    async fn new() -> Self {
        let shop = Shop::open().await;
        let of_pos = |rest: &str| format!("/pos/{POS}/{rest}");
        let run = shop.post(&of_pos("till-running"), r#"{"runs_tills":true}"#).await;
        assert_eq!(run.status, 204, "{}", run.text);
        let till = shop.post(&of_pos("tills"), r#"{"name":"Front"}"#).await;
        assert_eq!(till.status, 201, "{}", till.text);
        let cashier = async |name: &str, role: &str| {
            let body = json!({ "name": name, "role": role, "pin": "4711" }).to_string();
            let said = shop.post(&of_pos("cashiers"), &body).await;
            assert_eq!((said.status, said.text.contains("4711")), (201, false), "{}", said.text);
            said.at("/cashier_id")
        };
        let (anna, ben) = (cashier("Anna", "cashier").await, cashier("Ben", "cashier").await);
        let till = till.at("/till_id");
        Self { shop, till, anna, ben }
    }

    async fn opened() -> Self {
        let counter = Self::new().await;
        let said = counter.ask("open", counter.count(&[("20", 2), ("5.00", 2)])).await;
        assert_eq!(said.status, 201, "{}", said.text);
        counter
    }

    fn count(&self, of: &[(&str, u32)]) -> Value {
        json!({ "cashier_id": self.anna, "pin": "4711", "counts": gbp(&notes(of)) })
    }

    async fn ask(&self, verb: &str, body: Value) -> Said {
        let path = format!("/api/v1/pos/tills/{}/{verb}", self.till);
        self.shop.send("POST", &path, &[("access_key", KEY)], &body.to_string()).await
    }

    async fn session(&self, pounds: &str) -> Session {
        let rest = format!(r#""amount":{{"amount":"{pounds}","currency":"GBP"}}"#);
        let code = self.shop.arm(&rest).await;
        Session::of(&self.shop.login(&code).await)
    }

    async fn withdraw(&self, session: &Session, pounds: &str) -> Said {
        self.shop.pos(&format!("/withdraw/{ACCOUNT}/{pounds}"), &session.headers()).await
    }

    async fn in_till(&self) -> String {
        self.shop.get(&format!("/accounts/till:{}:GBP", self.till)).await.at("/balance/amount")
    }
}

#[tokio::test]
async fn without_an_open_till_the_pos_pays_nothing_and_with_one_the_cash_follows_the_money() {
    let counter = Counter::new().await;
    let session = counter.session("25.00").await;
    assert_eq!(counter.withdraw(&session, "25").await.verdict(), (400, "ERROR_TILL_CLOSED".to_owned()));
    let opened = counter.ask("open", counter.count(&[("20", 2), ("5", 2)])).await;
    assert_eq!(opened.status, 201, "{}", opened.text);
    assert_eq!(counter.withdraw(&session, "25").await.status, 200);
    let [key, _, token, _] = session.headers();
    let path = format!("/api/v1/pos/operations/{}", session.operation);
    let asked = counter.shop.send("GET", &path, &[key, token], "").await;
    assert_eq!(asked.json()["hand_out"], notes(&[("20.00", 1), ("5.00", 1)]), "{}", asked.text);
    assert_eq!(counter.in_till().await, "50.00");
    counter.shop.pos("/logout", &session.headers()).await;
    assert_eq!(counter.in_till().await, "25.00");
    let cash = counter.shop.get(&format!("/pos/{POS}/cash")).await;
    assert_eq!(cash.at("/cash/0/tills/amount"), "25.00", "{}", cash.text);
    assert_eq!(
        (cash.at("/cash/0/vault/amount"), cash.at("/cash/0/missing/amount")),
        ("-50.00".into(), "0.00".into())
    );
}

#[tokio::test]
async fn a_sum_the_drawer_cannot_make_is_refused_with_the_nearest_it_can() {
    let counter = Counter::opened().await;
    let session = counter.session("30.01").await;
    let said = counter.withdraw(&session, "30.01").await;
    assert_eq!(said.verdict(), (400, "ERROR_AMOUNT_NOT_PAYABLE".to_owned()));
    assert!(said.at("/status/message").contains("30.00 and 40.00"), "{}", said.text);
}

#[tokio::test]
async fn a_closing_is_blind_and_its_answer_tells_what_differed() {
    let counter = Counter::opened().await;
    let session = counter.session("20.00").await;
    counter.withdraw(&session, "20").await;
    counter.shop.pos("/logout", &session.headers()).await;
    let listed = counter.shop.send("GET", "/api/v1/pos/tills", &[("access_key", KEY)], "").await;
    assert_eq!(listed.at("/tills/0/cashier_id"), counter.anna, "{}", listed.text);
    assert!(!listed.text.contains("30.00") && !listed.text.contains("expected"), "{}", listed.text);
    let session = listed.at("/tills/0/till_session_id");
    let shown = counter.shop.get(&format!("/till-sessions/{session}")).await;
    assert_eq!((&shown.json()["closed_at"], &shown.json()["lines"]), (&json!(null), &json!([])));
    let closed = counter.ask("close", counter.count(&[("20", 1), ("5", 1)])).await;
    assert_eq!(closed.status, 200, "{}", closed.text);
    let line = |member: &str| closed.at(&format!("/lines/0/{member}/amount"));
    assert_eq!([line("expected"), line("counted"), line("variance")], ["30.00", "25.00", "-5.00"]);
    assert_problem(&counter.ask("close", counter.count(&[])).await, 409, "till_not_open");
    let listed = counter.shop.get("/till-variances?limit=1").await;
    assert_eq!(
        (listed.at("/variances/0/state"), listed.at("/variances/0/till_session_id")),
        ("open".into(), session.clone())
    );
    let explain = format!("/till-sessions/{session}/explanations");
    let body = r#"{"currency":"GBP","explanation":"A torn note."}"#;
    assert_eq!(counter.shop.post(&explain, body).await.status, 204);
    let listed = counter.shop.get("/till-variances").await;
    assert_eq!(
        (listed.at("/variances/0/explanation"), listed.at("/variances/0/explained_by")),
        ("A torn note.".into(), "Ada".into())
    );
    let past = format!("/till-variances?past={session}:GBP");
    assert_eq!(counter.shop.get(&past).await.json()["variances"], json!([]));
    assert_problem(&counter.shop.get("/till-variances?past=x").await, 400, "invalid_query");
    let other = r#"{"currency":"JPY","explanation":"x"}"#;
    assert_problem(&counter.shop.post(&explain, other).await, 404, "variance_not_found");
}

#[tokio::test]
async fn a_count_that_cannot_be_names_its_field() {
    let counter = Counter::opened().await;
    let close = |counts: Value| json!({ "cashier_id": counter.anna, "pin": "4711", "counts": counts });
    for (counts, status, code, field) in [
        (gbp(&notes(&[("3", 1)])), 422, "count_not_acceptable", "counts[0].notes[0].denomination"),
        (gbp(&notes(&[("5", 1), ("0", 1)])), 422, "count_not_acceptable", "counts[0].notes[1].denomination"),
        (gbp(&notes(&[("-5", 1)])), 422, "count_not_acceptable", "counts[0].notes[0].denomination"),
        (gbp(&notes(&[("5.001", 1)])), 422, "count_not_acceptable", "counts[0].notes[0].denomination"),
        (
            gbp(&notes(&[("5", 1), ("5.00", 1)])),
            422,
            "count_not_acceptable",
            "counts[0].notes[1].denomination",
        ),
        (json!([{ "currency": "USD" }]), 422, "count_not_acceptable", "counts[0].currency"),
        (json!([]), 422, "count_not_acceptable", "GBP"),
        (
            gbp(&json!([{ "denomination": "5", "count": -1 }])),
            400,
            "invalid_body",
            "counts[0].notes[0].count",
        ),
        (
            gbp(&json!([{ "denomination": "5", "count": "many" }])),
            400,
            "invalid_body",
            "counts[0].notes[0].count",
        ),
        (
            gbp(&json!([{ "denomination": 5, "count": 1 }])),
            400,
            "invalid_body",
            "counts[0].notes[0].denomination",
        ),
        (json!([{ "currency": "ZZZ" }]), 400, "invalid_body", "counts[0].currency"),
    ] {
        let said = counter.ask("close", close(counts)).await;
        assert_problem(&said, status, code);
        assert!(said.at("/detail").contains(field), "{field}: {}", said.text);
    }
    assert_eq!(counter.in_till().await, "50.00", "nothing was changed");
}

#[tokio::test]
async fn cash_is_moved_and_a_till_handed_over_with_the_word_of_both() {
    let counter = Counter::opened().await;
    let moved = |way: &str| json!({ "cashier_id": counter.anna, "pin": "4711", "way": way, "currency": "GBP", "notes": notes(&[("5", 1)]) });
    assert_eq!(counter.ask("move", moved("to_vault")).await.status, 204);
    assert_eq!(counter.in_till().await, "45.00");
    assert_problem(&counter.ask("move", moved("to_till")).await, 400, "invalid_body");
    let hand = |to: &str| {
        let counts = gbp(&notes(&[("20", 2), ("5", 1)]));
        json!({
            "cashier_id": counter.anna, "pin": "4711", "to": { "cashier_id": to, "pin": "4711" }, "counts": counts,
        })
    };
    assert_problem(&counter.ask("handover", hand(&counter.anna)).await, 403, "cashier_forbidden");
    let handed = counter.ask("handover", hand(&counter.ben)).await;
    assert_eq!(
        (handed.status, handed.at("/lines/0/variance/amount")),
        (200, "0.00".to_owned()),
        "{}",
        handed.text
    );
    assert!(!handed.at("/handed_to").is_empty());
    let count = counter.count(&[("20", 2), ("5", 1)]);
    assert_problem(&counter.ask("close", count).await, 403, "cashier_forbidden");
    let path = format!("/tills/{}/close", counter.till);
    let body = json!({ "counts": gbp(&notes(&[("20", 2), ("5", 1)])) }).to_string();
    assert_eq!(counter.shop.post(&path, &body).await.status, 200, "the operator may");
}

#[tokio::test]
async fn five_wrong_pins_lock_a_cashier_until_a_new_one_is_set() {
    let counter = Counter::new().await;
    let wrong = json!({ "cashier_id": counter.anna, "pin": "0000", "counts": [] });
    for _ in 0..5 {
        assert_problem(&counter.ask("open", wrong.clone()).await, 403, "pin_not_valid");
    }
    assert_problem(&counter.ask("open", counter.count(&[])).await, 403, "cashier_locked");
    let listed = counter.shop.get(&format!("/pos/{POS}/cashiers")).await;
    assert_eq!(listed.json()["cashiers"][0]["locked"], json!(true), "{}", listed.text);
    let change = format!("/cashiers/{}", counter.anna);
    for (body, status, code) in [
        ("{}", 400, "invalid_body"),
        (r#"{"pin":"12"}"#, 422, "unacceptable"),
        (r#"{"pin":"12a4"}"#, 422, "unacceptable"),
    ] {
        assert_problem(&counter.shop.post(&change, body).await, status, code);
    }
    assert_eq!(counter.shop.post(&change, r#"{"pin":"4711"}"#).await.status, 204);
    assert_eq!(counter.ask("open", counter.count(&[])).await.status, 201);
}

#[tokio::test]
async fn a_repeat_reads_the_first_answer_and_a_key_or_till_of_nobody_is_told_nothing() {
    let counter = Counter::new().await;
    let path = format!("/api/v1/pos/tills/{}/open", counter.till);
    let body = counter.count(&[("20", 2)]).to_string();
    let headers = [("access_key", KEY), ("idempotency-key", "o-1")];
    let first = counter.shop.send("POST", &path, &headers, &body).await;
    let again = counter.shop.send("POST", &path, &headers, &body).await;
    assert_eq!((first.status, again.json()), (201, first.json()));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    let pin = serde_json::from_str::<serde_json::Value>(&body).unwrap()["pin"].as_str().unwrap().to_owned();
    let guess = if pin == "0000" { "0001" } else { "0000" };
    let guessed = counter.shop.send("POST", &path, &headers, &body.replace(&pin, guess)).await;
    assert_eq!((guessed.status, guessed.json()), (201, first.json()), "a repeat says nothing of a PIN");
    let unknown = counter.shop.send("POST", &path, &[("access_key", "AAAAAAAAAAAAAAAA")], &body).await;
    assert_problem(&unknown, 401, "unauthenticated");
    let nobodys = "/api/v1/pos/tills/018bcfe5-687b-7fff-bfff-fffffffffc05/open";
    let said = counter.shop.send("POST", nobodys, &[("access_key", KEY)], &body).await;
    assert_problem(&said, 404, "till_not_found");
    let off = counter.shop.post(&format!("/pos/{POS}/till-running"), r#"{"runs_tills":false}"#).await;
    assert_problem(&off, 409, "till_is_open");
}

#[tokio::test]
async fn the_notes_of_a_currency_are_the_central_banks_until_the_operator_says_otherwise() {
    let shop = Shop::open().await;
    let path = "/currencies/GBP/cash-rules";
    let known = shop.get(path).await;
    assert_eq!((known.at("/denominations/0"), known.at("/variance_alert")), ("50.00".into(), "0.00".into()));
    let body = r#"{"denominations":["20","10.00"],"variance_alert":"1"}"#;
    let set = shop.post(path, body).await;
    assert_eq!(set.json(), json!({ "denominations": ["20.00", "10.00"], "variance_alert": "1.00" }));
    assert_eq!(shop.get(path).await.json(), set.json());
    for bad in [
        r#"{"denominations":[],"variance_alert":"1"}"#,
        r#"{"denominations":["0"],"variance_alert":"1"}"#,
        r#"{"denominations":["5","5.00"],"variance_alert":"1"}"#,
        r#"{"denominations":["5"],"variance_alert":"-1"}"#,
    ] {
        assert_problem(&shop.post(path, bad).await, 422, "unacceptable");
    }
    let vault = format!("/pos/{POS}/vault");
    let brought = r#"{"event":"delivered","amount":{"amount":"500.00","currency":"GBP"}}"#;
    assert_eq!(shop.post(&vault, brought).await.at("/balance/amount"), "500.00");
    let counted = r#"{"event":"counted","amount":{"amount":"490.00","currency":"GBP"}}"#;
    assert_eq!(shop.post(&vault, counted).await.at("/balance/amount"), "490.00");
    let cash = shop.get(&format!("/pos/{POS}/cash")).await;
    assert_eq!(cash.at("/cash/0/missing/amount"), "10.00", "{}", cash.text);
}

#[tokio::test]
async fn a_pos_near_says_whether_an_open_drawer_can_pay_a_sum_less_what_is_set_aside() {
    let counter = Counter::new().await;
    let place = json!({ "latitude": "51.5074", "longitude": "-0.1278", "town": "London", "hours": "always" });
    assert_eq!(counter.shop.post(&format!("/pos/{POS}/place"), &place.to_string()).await.status, 204);
    let pays_out = async |amount: &str| {
        let query = format!("/pos/near?lat=51.5&lon=-0.1&currency=GBP&amount={amount}");
        counter.shop.get(&query).await.at("/pos/0/pays_out")
    };
    assert_eq!(pays_out("0").await, "low", "its only drawer is closed");
    let said = counter.ask("open", counter.count(&[("20", 2), ("5.00", 2)])).await;
    assert_eq!(said.status, 201, "{}", said.text);
    for (amount, expected) in [("0", "yes"), ("50.00", "yes"), ("50.01", "low")] {
        assert_eq!(pays_out(amount).await, expected, "{amount}");
    }
    let session = counter.session("20.00").await;
    assert_eq!(counter.shop.pos(&format!("/withdraw/{ACCOUNT}/20"), &session.headers()).await.status, 200);
    for (amount, expected) in [("30.00", "yes"), ("30.01", "low")] {
        assert_eq!(pays_out(amount).await, expected, "{amount}, while 20.00 are set aside");
    }
}

#[tokio::test]
async fn a_cashier_explains_her_own_difference_with_her_pin_and_a_till_is_retired_once_it_is_closed() {
    let counter = Counter::opened().await;
    let retire = format!("/tills/{}/retire", counter.till);
    assert_problem(&counter.shop.post(&retire, "").await, 409, "till_is_open");
    let closed = counter.ask("close", counter.count(&[("20", 2), ("5", 1)])).await;
    assert_eq!(closed.status, 200, "{}", closed.text);
    let session = closed.at("/till_session_id");
    let explain = async |cashier: &str, pin: &str, currency: &str, text: &str| {
        let path = format!("/api/v1/pos/till-sessions/{session}/explanations");
        let body = json!({ "cashier_id": cashier, "pin": pin, "currency": currency, "explanation": text });
        counter.shop.send("POST", &path, &[("access_key", KEY)], &body.to_string()).await
    };
    let anna = counter.anna.as_str();
    assert_problem(&explain(anna, "0000", "GBP", "x").await, 403, "pin_not_valid");
    assert_problem(&explain(&counter.ben, "4711", "GBP", "x").await, 403, "cashier_forbidden");
    assert_problem(&explain(anna, "4711", "JPY", "x").await, 404, "variance_not_found");
    assert_problem(&explain(anna, "4711", "GBP", " ").await, 422, "unacceptable");
    let long = "x".repeat(513);
    assert_problem(&explain(anna, "4711", "GBP", &long).await, 422, "unacceptable");
    assert_eq!(explain(anna, "4711", "GBP", "A fiver went out twice.").await.status, 204);
    let listed = counter.shop.get("/till-variances").await;
    assert_eq!(listed.at("/variances/0/state"), "explained", "{}", listed.text);
    assert_eq!(listed.at("/variances/0/explained_by"), "Anna");
    assert_problem(&counter.shop.get("/till-variances?from_date=2026-01-01").await, 400, "invalid_query");
    for _ in 0..2 {
        assert_eq!(counter.shop.post(&retire, "").await.status, 204);
    }
    assert_problem(&counter.ask("open", counter.count(&[])).await, 404, "till_not_found");
    let cash = counter.shop.get(&format!("/pos/{POS}/cash")).await;
    assert_eq!(cash.json()["tills"], json!([]), "{}", cash.text);
}
