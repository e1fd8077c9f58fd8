//! People who sign in: cookie and the token beside it, one wording for all that is wrong, roles, and what they look at.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, Uri};
use http_body_util::Full;
use serde_json::json;
use specie_commands::DeviceSeed;
use tokio::time::timeout;

use crate::api::assert_problem;
use crate::customer::Told;
use crate::shop::{ACCOUNT, PHONE, POS, Said, Shop};

/// A person with what she signs in with.
struct Person {
    staff_id: String,
    name: String,
    password: String,
    seed: DeviceSeed,
}

impl Person {
    async fn added(shop: &Shop, name: &str, role: &str) -> Self {
        let said = shop.post("/staff", &json!({ "name": name, "role": role }).to_string()).await;
        assert_eq!(said.status, 201, "{}", said.text);
        Self {
            staff_id: said.at("/staff_id"),
            name: name.to_owned(),
            password: said.at("/password"),
            seed: said.at("/otp_seed").parse().unwrap(),
        }
    }

    fn code(&self, shop: &Shop) -> String {
        self.seed.staff_code(shop.commands.now().half_minute()).reveal().to_owned()
    }

    async fn sign_in(&self, shop: &Shop) -> Seat {
        let said = sign_in(shop, &self.name, &self.password, &self.code(shop)).await;
        assert_eq!(said.status, 201, "{}", said.text);
        let cookie = said.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        Seat { cookie, csrf: said.at("/csrf_token") }
    }
}

/// A page at which a person is signed in.
struct Seat {
    cookie: String,
    csrf: String,
}

impl Seat {
    async fn ask(&self, shop: &Shop, method: &str, path: &str, body: &str) -> Said {
        let headers = [("cookie", self.cookie.as_str()), ("x-csrf-token", self.csrf.as_str())];
        shop.send(method, &format!("/api/v1{path}"), &headers, body).await
    }

    async fn get(&self, shop: &Shop, path: &str) -> Said {
        shop.send("GET", &format!("/api/v1{path}"), &[("cookie", &self.cookie)], "").await
    }
}

async fn sign_in(shop: &Shop, name: &str, password: &str, otp: &str) -> Said {
    let body = json!({ "name": name, "password": password, "otp": otp }).to_string();
    shop.send("POST", "/api/v1/staff/session", &[], &body).await
}

#[tokio::test]
async fn whatever_is_wrong_with_a_sign_in_is_said_alike_and_a_code_serves_once() {
    let shop = Shop::open().await;
    let finn = Person::added(&shop, "Finn", "finance").await;
    let code = finn.code(&shop);
    let mut said = Vec::new();
    for (name, password, otp) in [
        ("Nobody", finn.password.as_str(), code.as_str()),
        ("Finn", "not her password", &code),
        ("Finn", &finn.password, "000000"),
        ("Finn", "short", &code),
        ("Finn", &finn.password, "x"),
        ("", "", ""),
    ] {
        let refused = sign_in(&shop, name, password, otp).await;
        assert_problem(&refused, 401, "sign_in_not_valid");
        assert!(refused.header("set-cookie").is_none());
        said.push(refused.at("/detail"));
    }
    assert!(said.iter().all(|detail| *detail == said[0]), "{said:?}");
    let right = sign_in(&shop, " finn ", &finn.password, &code).await;
    assert_eq!(
        (right.status, right.at("/person"), right.at("/role")),
        (201, "Finn".into(), "finance".into())
    );
    assert!(right.header("set-cookie").unwrap().contains("; Path=/api/v1; "));
    assert_problem(&sign_in(&shop, "Finn", &finn.password, &code).await, 401, "sign_in_not_valid");
    assert_problem(
        &shop.post("/staff", r#"{"name":"FINN","role":"admin"}"#).await,
        409,
        "operator_key_exists",
    );
    assert_problem(&shop.post("/staff", r#"{"name":" ","role":"admin"}"#).await, 422, "unacceptable");
    assert_problem(
        &shop.as_auditor("POST", "/staff", r#"{"name":"Eve","role":"admin"}"#).await,
        403,
        "role_forbids",
    );
}

#[tokio::test]
async fn five_wrong_tries_lock_a_name_and_the_list_says_so() {
    let shop = Shop::open().await;
    let finn = Person::added(&shop, "Finn", "finance").await;
    for _ in 0..5 {
        sign_in(&shop, "Finn", "not her password", "000000").await;
    }
    assert_problem(
        &sign_in(&shop, "Finn", &finn.password, &finn.code(&shop)).await,
        401,
        "sign_in_not_valid",
    );
    let listed = shop.get("/staff").await;
    assert!(listed.json()["staff"][0]["locked_until"].is_string(), "{}", listed.text);
    assert!(!listed.text.contains(&finn.password));
    shop.turn_clock_ms(15 * 60 * 1000);
    finn.sign_in(&shop).await;
    assert!(shop.get("/staff").await.json()["staff"][0]["locked_until"].is_null());
}

#[tokio::test]
async fn a_signed_in_person_does_what_her_role_may_with_the_token_and_until_she_goes() {
    let shop = Shop::open().await;
    let finn = Person::added(&shop, "Finn", "finance").await;
    let seat = finn.sign_in(&shop).await;
    let funds = r#"{"amount":{"amount":"1.00","currency":"GBP"}}"#;
    let target = format!("/api/v1{}", shop.of_wallet("/topups"));
    let bare = shop.send("POST", &target, &[("cookie", &seat.cookie)], funds).await;
    assert_problem(&bare, 403, "csrf_token_wrong");
    assert_eq!(seat.ask(&shop, "POST", &shop.of_wallet("/topups"), funds).await.status, 201);
    assert_problem(&seat.ask(&shop, "POST", &shop.of_wallet("/freeze"), "{}").await, 403, "role_forbids");
    assert_problem(&seat.get(&shop, "/staff").await, 403, "role_forbids");
    assert_eq!(seat.get(&shop, "/staff/session").await.at("/person"), "Finn");
    // A key that was sent and cannot be read is not made up for by a cookie.
    let headers = [("cookie", seat.cookie.as_str()), ("authorization", "Basic x")];
    assert_problem(&shop.send("GET", "/api/v1/cases", &headers, "").await, 401, "unauthenticated");
    let gone = seat.ask(&shop, "DELETE", "/staff/session", "").await;
    assert_eq!(gone.status, 204);
    assert!(gone.header("set-cookie").unwrap().contains("Max-Age=0"));
    assert_problem(&seat.get(&shop, "/staff/session").await, 401, "unauthenticated");
}

#[tokio::test]
async fn a_session_ends_after_a_quarter_of_an_hour_without_a_request() {
    let shop = Shop::open().await;
    let seat = Person::added(&shop, "Finn", "finance").await.sign_in(&shop).await;
    for _ in 0..3 {
        shop.turn_clock_ms(14 * 60 * 1000);
        assert_eq!(seat.get(&shop, "/cases").await.status, 200);
    }
    shop.turn_clock_ms(15 * 60 * 1000);
    assert_problem(&seat.get(&shop, "/cases").await, 401, "unauthenticated");
}

#[tokio::test]
async fn a_person_changes_her_password_is_reset_and_is_disabled() {
    let shop = Shop::open().await;
    let mut finn = Person::added(&shop, "Finn", "finance").await;
    let seat = finn.sign_in(&shop).await;
    assert_eq!(seat.get(&shop, "/staff/session").await.json()["first_password"], true);
    let change = |old: &str, new: &str| json!({ "old": old, "new": new }).to_string();
    let short = seat.ask(&shop, "POST", "/staff/password", &change(&finn.password, "elevenchars")).await;
    assert_problem(&short, 422, "unacceptable");
    let wrong =
        seat.ask(&shop, "POST", "/staff/password", &change("not her password", "a new password")).await;
    assert_problem(&wrong, 401, "sign_in_not_valid");
    let once = [("cookie", seat.cookie.as_str()), ("x-csrf-token", &seat.csrf), ("idempotency-key", "p-1")];
    let path = "/api/v1/staff/password";
    for (replayed, time) in [(None, "first"), (Some("true"), "again")] {
        let done = shop.send("POST", path, &once, &change(&finn.password, "a new password")).await;
        assert_eq!(
            (done.status, done.header("idempotent-replayed")),
            (204, replayed),
            "{time}: {}",
            done.text
        );
    }
    let other = shop.send("POST", path, &once, &change(&finn.password, "another password")).await;
    assert_problem(&other, 409, "idempotency_key_reused");
    assert_eq!(seat.get(&shop, "/staff/session").await.json()["first_password"], false);
    shop.turn_clock_ms(30_000);
    finn.password = "a new password".to_owned();
    finn.sign_in(&shop).await;
    let reset = shop.post(&format!("/staff/{}/reset", finn.staff_id), "{}").await;
    assert_eq!(reset.status, 201, "{}", reset.text);
    assert_problem(&seat.get(&shop, "/staff/session").await, 401, "unauthenticated");
    assert_eq!(shop.post(&format!("/staff/{}/disable", finn.staff_id), "{}").await.status, 204);
    for path in ["/staff/x/disable", "/staff/x/reset"] {
        assert_problem(&shop.post(path, "{}").await, 404, "operator_key_not_found");
    }
    assert!(shop.get("/staff").await.json()["staff"][0]["disabled_at"].is_string());
    for query in ["limit=0", "limit=201", "after=x", "before=1"] {
        assert_problem(&shop.get(&format!("/staff?{query}")).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn a_search_finds_by_phone_name_number_and_id() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    let wallet = shop.wallet_id();
    let phone = PHONE.replace('+', "%2B");
    for (q, pointer, found) in [
        (phone.as_str(), "/wallets/0/wallet_id", wallet.as_str()),
        (&wallet, "/wallets/0/wallet_id", &wallet),
        (ACCOUNT, "/accounts/0/wallet_id", &wallet),
        (POS, "/pos/0/pos_id", POS),
        (&transaction, "/operations/0/operation_id", &session.operation),
        (&session.operation, "/operations/0/transaction_id", &transaction),
        ("1001", "/pos/0/pos_id", POS),
    ] {
        assert_eq!(shop.get(&format!("/search?q={q}")).await.at(pointer), found, "{q}");
    }
    let nothing = shop.get("/search?q=no-such-thing").await;
    assert_eq!(nothing.json()["wallets"], json!([]), "{}", nothing.text);
    for query in ["", "q=", "q=%20", &format!("q={}", "x".repeat(129))] {
        assert_problem(&shop.get(&format!("/search?{query}")).await, 400, "invalid_query");
    }
    let headers = [("authorization", "Bearer sok_nobody_at_all")];
    assert_problem(&shop.send("GET", "/api/v1/search?q=x", &headers, "").await, 401, "unauthenticated");
    assert_problem(&shop.send("GET", "/api/v1/live", &headers, "").await, 401, "unauthenticated");
}

#[tokio::test]
async fn people_hear_what_happens_and_the_last_hour_counts_it() {
    let shop = Shop::open().await;
    let counting = tokio::spawn(shop.app.clone().count_live());
    let seat = Person::added(&shop, "Otto", "auditor").await.sign_in(&shop).await;
    let mut request = Request::new(Full::new(Bytes::new()));
    *request.uri_mut() = Uri::from_static("/api/v1/events");
    request.headers_mut().insert("cookie", seat.cookie.parse().unwrap());
    let mut told = Told::of(&shop, request).await;
    told.expect("hello").await;
    let (session, transaction) = shop.withdrawn().await;
    assert_eq!(told.expect("operation").await["what"], "session.opened");
    let held = told.expect("operation").await;
    assert_eq!(
        (&held["what"], held["transaction_id"].as_str()),
        (&json!("withdrawal.held"), Some(&*transaction))
    );
    assert_eq!(held["pos_id"], POS);
    shop.pos("/logout", &session.headers()).await;
    assert_eq!(told.expect("operation").await["state"], "completed");
    let live = loop {
        let live = shop.get("/live").await.json();
        if live["minutes"][0]["completed"] == 1 {
            break live;
        }
        tokio::task::yield_now().await; // The counter hears it a moment later.
    };
    assert_eq!(live["minutes"][0]["withdrawals"], 1, "{live}");
    assert_eq!(live["minutes"][0]["paid"], json!([{ "amount": "10.00", "currency": "GBP" }]));
    counting.abort();
}

#[tokio::test]
async fn people_hear_what_others_of_the_operator_did_and_to_what() {
    let shop = Shop::open().await;
    let seat = Person::added(&shop, "Otto", "auditor").await.sign_in(&shop).await;
    let mut request = Request::new(Full::new(Bytes::new()));
    *request.uri_mut() = Uri::from_static("/api/v1/events");
    request.headers_mut().insert("cookie", seat.cookie.parse().unwrap());
    let mut told = Told::of(&shop, request).await;
    told.expect("hello").await;
    let proposed = json!({ "kind": "set_brake", "why": "x", "brake": {
        "currency": "GBP", "window_s": 60, "slow": { "count_max": 9 }, "stop": { "count_max": 10 },
    } });
    let proposal = shop.post("/proposals", &proposed.to_string()).await.at("/proposal_id");
    let targets = json!([{ "kind": "proposal", "id": proposal }]);
    assert_eq!(told.expect("proposal").await["targets"], targets);
    let done = told.expect("deed").await;
    assert_eq!((&done["what"], &done["targets"]), (&json!("proposal.make"), &targets));
    let deed = shop.get("/audit?limit=1").await.json();
    assert_eq!(done["by"], deed["deeds"][0]["key_id"]);
    assert_eq!(done.get("person"), None, "names are for who may read the list of deeds");
    shop.get(&shop.of_wallet("")).await; // A look at personal data is written down, and changes nothing shown.
    shop.post(&format!("/proposals/{proposal}/reject"), "{}").await;
    assert_eq!(told.expect("proposal").await["what"], "proposal.turned_down");
    assert_eq!(told.expect("deed").await["what"], "proposal.reject");
    shop.post("/payouts/stop", r#"{"reason":"a drill"}"#).await;
    assert_eq!(told.expect("deed").await["what"], "payouts.stop", "shown everywhere");
}

#[tokio::test]
async fn who_was_revoked_or_disabled_hears_nothing_more_within_a_second() {
    let shop = Shop::open().await;
    let made = shop.post("/operator-keys", r#"{"person":"Finn","role":"finance"}"#).await;
    let person = Person::added(&shop, "Otto", "auditor").await;
    let seat = person.sign_in(&shop).await;
    let bearer = format!("Bearer {}", made.at("/operator_key"));
    let revoke = ("DELETE", format!("/operator-keys/{}", made.at("/operator_key_id")));
    let disable = ("POST", format!("/staff/{}/disable", person.staff_id));
    for ((name, value), (method, path)) in
        [(("authorization", &bearer), revoke), (("cookie", &seat.cookie), disable)]
    {
        let mut request = Request::new(Full::new(Bytes::new()));
        *request.uri_mut() = Uri::from_static("/api/v1/events");
        request.headers_mut().insert(name, value.parse().unwrap());
        let mut told = Told::of(&shop, request).await;
        told.expect("hello").await;
        let gone = shop.api(method, &path, &[], "{}").await;
        assert!((200..300).contains(&gone.status), "{path}: {}", gone.text);
        let end = async { while told.next().await.is_some() {} };
        assert!(timeout(Duration::from_secs(1), end).await.is_ok(), "{path}: it goes on");
    }
}
