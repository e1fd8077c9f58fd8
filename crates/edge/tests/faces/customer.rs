//! A customer's device: invite, cookie, the token beside it, its own wallet and no other, and the story it is told.

use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Uri};
use http_body_util::{BodyExt, Full};
use serde_json::{Value, json};
use specie_edge::EventStream;
use tokio::time::timeout;

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, KEY, PHONE, POS, Said, Session, Shop};

/// A page on which the customer is signed in.
pub(crate) struct Page<'s> {
    shop: &'s Shop,
    cookie: String,
    csrf: String,
    pub(crate) device_id: String,
}

impl<'s> Page<'s> {
    pub(crate) async fn on(shop: &'s Shop, wallet: &str) -> Self {
        let invited = shop.post(&format!("/wallets/{wallet}/invites"), "{}").await;
        assert_eq!(invited.status, 201, "{}", invited.text);
        let said = sign_in(shop, &invited.at("/invite")).await;
        assert_eq!(said.status, 201, "{}", said.text);
        let line = said.header("set-cookie").unwrap();
        assert!(
            line.contains("; Path=/api/v1/wallet; ") && line.contains("HttpOnly; SameSite=Strict"),
            "{line}"
        );
        assert!(line.ends_with("; Secure"), "{line}");
        let cookie = line.split(';').next().unwrap().to_owned();
        assert!(!said.text.contains(cookie.split('=').nth(1).unwrap()), "the token is in the cookie alone");
        Self { shop, cookie, csrf: said.at("/csrf_token"), device_id: said.at("/device_id") }
    }

    pub(crate) async fn get(&self, path: &str) -> Said {
        self.shop.send("GET", &format!("/api/v1{path}"), &[("cookie", &self.cookie)], "").await
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, body: &str) -> Said {
        let headers = [("cookie", self.cookie.as_str()), ("x-csrf-token", self.csrf.as_str())];
        self.shop.send(method, &format!("/api/v1{path}"), &headers, body).await
    }

    pub(crate) async fn post(&self, path: &str, body: &str) -> Said {
        self.ask("POST", path, body).await
    }

    /// The stream of what happens.
    async fn listen(&self) -> Told {
        let mut request = Request::new(Full::new(Bytes::new()));
        *request.uri_mut() = Uri::from_static("/api/v1/wallet/events");
        request.headers_mut().insert("cookie", self.cookie.parse().unwrap());
        Told::of(self.shop, request).await
    }
}

async fn sign_in(shop: &Shop, invite: &str) -> Said {
    let body = json!({ "invite": invite, "device_name": "Phone of a test" }).to_string();
    shop.send("POST", "/api/v1/wallet/device", &[], &body).await
}

/// What a stream tells, event by event.
pub(crate) struct Told {
    body: http_body_util::Either<Full<Bytes>, EventStream>,
    text: String,
}

impl Told {
    pub(crate) async fn of(shop: &Shop, request: Request<Full<Bytes>>) -> Self {
        assert_eq!(request.method(), Method::GET);
        let answer = shop.app.clone().answer(request, shop.peer).await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        Self { body: answer.into_body(), text: String::new() }
    }

    /// The next event's name and data; nothing when the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<(String, Value)> {
        while !self.text.contains("\n\n") {
            let data = self.body.frame().await?.unwrap().into_data().unwrap();
            self.text.push_str(std::str::from_utf8(&data).unwrap());
        }
        let (event, rest) = self.text.split_once("\n\n").unwrap();
        let line = |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        let told = (line("event: ").unwrap(), serde_json::from_str(&line("data: ").unwrap()).unwrap());
        self.text = rest.to_owned();
        Some(told)
    }

    pub(crate) async fn expect(&mut self, name: &str) -> Value {
        let (told, data) = self.next().await.unwrap();
        assert_eq!(told, name, "{data}");
        data
    }
}

fn pounds(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "GBP" })
}

fn arming(amount: &str) -> String {
    json!({ "account_id": ACCOUNT, "pos_id": POS, "amount": pounds(amount), "purpose": "withdraw" })
        .to_string()
}

#[tokio::test]
async fn a_sign_in_whose_answer_was_lost_is_repeated_and_nothing_else_brings_it_again() {
    let shop = Shop::open().await;
    let signs_in = async |invite: &str, name: &str, value: Option<&str>| {
        let body = json!({ "invite": invite, "device_name": name }).to_string();
        let headers: Vec<(&str, &str)> = value.iter().map(|value| ("idempotency-key", *value)).collect();
        shop.send("POST", "/api/v1/wallet/device", &headers, &body).await
    };
    let value = "7a2c6f0e-3d51-4b8e-9c47-10f2a86be5d3";
    let invite = shop.post(&shop.of_wallet("/invites"), "{}").await.at("/invite");
    let first = signs_in(&invite, "Phone", Some(value)).await;
    let again = signs_in(&invite, "Phone", Some(value)).await;
    assert_eq!((first.status, again.status), (201, 201), "{}", again.json());
    assert_eq!(first.json(), again.json());
    let cookie = |said: &Said| said.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    assert_eq!(cookie(&first), cookie(&again));
    let listed = shop.send("GET", "/api/v1/wallet/devices", &[("cookie", &cookie(&again))], "").await;
    assert_eq!(listed.json()["devices"].as_array().unwrap().len(), 1);

    let other = "7a2c6f0e-3d51-4b8e-9c47-10f2a86be5d4";
    for value in [None, Some(other), Some("1")] {
        let refused = signs_in(&invite, "Phone", value).await;
        assert_problem(&refused, 401, "invite_not_valid");
        assert!(refused.header("set-cookie").is_none());
    }
    assert_problem(&signs_in(&invite, "Other", Some(value)).await, 409, "idempotency_key_reused");

    // A value that may be guessed brings nothing again.
    let invite = shop.post(&shop.of_wallet("/invites"), "{}").await.at("/invite");
    let short = "x".repeat(31);
    assert_eq!(signs_in(&invite, "Phone", Some(&short)).await.status, 201);
    assert_problem(&signs_in(&invite, "Phone", Some(&short)).await, 409, "secret_shown_once");
}

#[tokio::test]
async fn an_invite_serves_once_and_whatever_is_wrong_with_one_is_said_alike() {
    let shop = Shop::open().await;
    let invited = shop.post(&shop.of_wallet("/invites"), "{}").await;
    let invite = invited.at("/invite");
    assert_eq!(sign_in(&shop, &invite.to_lowercase().replace('-', " ")).await.status, 201);
    let mut said = Vec::new();
    for wrong in [invite.as_str(), "0000-0000-0000-0000-0000", "x", ""] {
        let refused = sign_in(&shop, wrong).await;
        assert_problem(&refused, 401, "invite_not_valid");
        assert!(refused.header("set-cookie").is_none());
        said.push(refused.at("/detail"));
    }
    assert!(said.iter().all(|detail| *detail == said[0]), "{said:?}");
    let long = "x".repeat(129);
    for name in ["", " ", "a\u{0}b", &long] {
        let invite = shop.post(&shop.of_wallet("/invites"), "{}").await.at("/invite");
        let body = json!({ "invite": invite, "device_name": name }).to_string();
        assert_problem(&shop.send("POST", "/api/v1/wallet/device", &[], &body).await, 422, "unacceptable");
    }
    assert_problem(&shop.as_auditor("POST", &shop.of_wallet("/invites"), "{}").await, 403, "role_forbids");
}

#[tokio::test]
async fn a_cookie_alone_changes_nothing_and_a_wrong_one_reads_nothing() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let cookie = page.cookie.clone();
    let wrong = "00".repeat(16);
    let upper = page.csrf.to_uppercase();
    for (path, method) in
        [("/wallet/codes", "POST"), ("/wallet/freeze", "POST"), ("/wallet/device", "DELETE")]
    {
        let target = format!("/api/v1{path}");
        for headers in [
            vec![("cookie", cookie.as_str())],
            vec![("cookie", cookie.as_str()), ("x-csrf-token", wrong.as_str())],
            vec![("cookie", cookie.as_str()), ("x-csrf-token", "")],
        ] {
            assert_problem(
                &shop.send(method, &target, &headers, &arming("5.00")).await,
                403,
                "csrf_token_wrong",
            );
        }
        let twice = format!("{cookie}; {cookie}");
        for headers in
            [vec![], vec![("cookie", "specie_wallet=swd_0000000000")], vec![("cookie", twice.as_str())]]
        {
            assert_problem(&shop.send(method, &target, &headers, "").await, 401, "unauthenticated");
        }
    }
    assert_eq!(page.get("/wallet").await.json()["frozen"], false);
    let headers = [("cookie", cookie.as_str()), ("x-csrf-token", upper.as_str())];
    assert_eq!(shop.send("POST", "/api/v1/wallet/codes", &headers, &arming("5.00")).await.status, 201);
    // A device is no operator, and its cookie is not looked at there.
    let operator =
        shop.send("GET", &format!("/api/v1{}", shop.of_wallet("")), &[("cookie", &cookie)], "").await;
    assert_problem(&operator, 401, "unauthenticated");
}

#[tokio::test]
async fn a_device_of_another_wallet_reads_nothing_of_this_one() {
    let shop = Shop::open().await;
    let (_, transaction) = shop.withdrawn().await;
    let mine = Page::on(&shop, &shop.wallet_id()).await;
    let opened = shop.post("/wallets", r#"{"phone_number":"+447700900123","currencies":["GBP"]}"#).await;
    let other = Page::on(&shop, &opened.at("/wallet_id")).await;
    let own_account = opened.at("/accounts/0/account_id");
    let one = format!("/wallet/withdrawals/{transaction}");
    let entries = format!("/wallet/accounts/{ACCOUNT}/entries");
    assert_eq!(mine.get(&one).await.json()["state"], "pending");
    assert_eq!(mine.get(&entries).await.status, 200);
    assert_problem(&other.get(&one).await, 404, "withdrawal_not_found");
    assert_problem(&other.post(&format!("{one}/disputes"), "").await, 404, "withdrawal_not_found");
    assert_problem(&other.get(&entries).await, 404, "account_not_found");
    assert_problem(&other.get("/wallet/accounts/pos:x:GBP/entries").await, 404, "account_not_found");
    assert_problem(&other.post("/wallet/codes", &arming("5.00")).await, 404, "account_not_found");
    let device = format!("/wallet/devices/{}", mine.device_id);
    assert_problem(&other.ask("DELETE", &device, "").await, 404, "device_not_found");
    assert_eq!(other.get("/wallet/withdrawals").await.json()["withdrawals"], json!([]));
    assert_eq!(other.get("/wallet").await.at("/accounts/0/account_id"), own_account);
    assert_eq!(mine.get("/wallet/devices").await.json()["devices"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_wallet_is_shown_with_what_is_set_aside_apart() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let before = page.get("/wallet").await.json();
    assert_eq!(before["phone_number"], "+14*****9992");
    let (session, transaction) = shop.withdrawn().await;
    let after = page.get("/wallet").await.json();
    let account = |of: &Value| {
        of["accounts"].as_array().unwrap().iter().find(|one| one["account_id"] == ACCOUNT).unwrap().clone()
    };
    assert_eq!(account(&after)["balance"], account(&before)["balance"]);
    assert_eq!(account(&after)["held"], pounds("10.00"));
    let line = &page.get("/wallet/withdrawals").await.json()["withdrawals"][0];
    assert_eq!(
        (line["transaction_id"].as_str().unwrap(), &line["held"]),
        (transaction.as_str(), &pounds("10.00"))
    );
    let [key, _, token, _] = session.headers();
    let asked = format!("/api/v1/pos/operations/{}", session.operation);
    let shown = shop.send("GET", &asked, &[key, token], "").await;
    assert_eq!(shown.at("/check_word"), line["check_word"].as_str().unwrap(), "both sides show one word");
    assert_eq!(shown.json()["armed"], json!({ "purpose": "any", "max_amount": pounds("10.00") }));
    let case = page.post(&format!("/wallet/withdrawals/{transaction}/disputes"), "").await;
    assert_eq!((case.status, case.at("/kind")), (201, "disputed".to_owned()));
    assert_eq!(page.get("/wallet/withdrawals").await.at("/withdrawals/0/case/state"), "open");
    for query in ["limit=0", "limit=201", "past=x", "after=1"] {
        assert_problem(&page.get(&format!("/wallet/withdrawals?{query}")).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn a_history_goes_on_where_its_page_ended() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let mut made = Vec::new();
    for _ in 0..3 {
        let (session, transaction) = shop.withdrawn().await;
        shop.pos("/logout", &session.headers()).await;
        made.push(transaction);
        shop.turn_clock_ms(60_000);
    }
    let (mut listed, mut path) = (Vec::new(), "/wallet/withdrawals?limit=2".to_owned());
    loop {
        let said = page.get(&path).await;
        assert_eq!(said.status, 200, "{}", said.text);
        let lines = said.json()["withdrawals"].clone();
        listed.extend(
            lines.as_array().unwrap().iter().map(|line| line["transaction_id"].as_str().unwrap().to_owned()),
        );
        match said.json()["next"].as_str() {
            Some(next) => path = format!("/wallet/withdrawals?limit=2&past={next}"),
            None => break,
        }
    }
    made.reverse();
    assert_eq!(listed, made);
}

#[tokio::test]
async fn a_page_is_told_that_the_code_was_opened_the_money_set_aside_and_all_done() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let mut told = page.listen().await;
    assert!(told.expect("hello").await["server_time"].is_string());
    let armed = page.post("/wallet/codes", &arming("10.00")).await;
    assert_eq!((armed.status, armed.at("/phone_number")), (201, PHONE.to_owned()));
    let session = Session::of(&shop.login(&armed.at("/code")).await);
    let opened = told.expect("session").await;
    assert_eq!(opened["operation_id"], session.operation);
    let withdrawn = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    assert_eq!(withdrawn.status, 200, "{}", withdrawn.text);
    let held = told.expect("withdrawal").await;
    assert_eq!((&held["state"], &held["held"]), (&json!("pending"), &pounds("10.00")));
    assert_eq!(held["check_word"], opened["check_word"]);
    assert_eq!(told.expect("balance").await["held"], pounds("10.00"));
    shop.pos("/logout", &session.headers()).await;
    let done = told.expect("withdrawal").await;
    assert_eq!((&done["state"], &done["paid"]), (&json!("completed"), &pounds("10.00")));
    assert_eq!(told.expect("balance").await["held"], pounds("0.00"));
}

#[tokio::test]
async fn a_new_device_is_told_to_the_old_one_and_cash_outs_rest() {
    let shop = Shop::open().await;
    let old = Page::on(&shop, &shop.wallet_id()).await;
    let mut told = old.listen().await;
    told.expect("hello").await;
    let new = Page::on(&shop, &shop.wallet_id()).await;
    let device = told.expect("device").await;
    assert_eq!(
        (device["device_id"].as_str().unwrap(), &device["signed_in"]),
        (new.device_id.as_str(), &json!(true))
    );
    for page in [&old, &new] {
        assert_problem(&page.post("/wallet/codes", &arming("5.00")).await, 409, "wallet_rests");
        assert_eq!(page.get("/wallet").await.at("/status"), "rests");
    }
    shop.turn_clock_ms(24 * 60 * 60 * 1000);
    assert_eq!(new.post("/wallet/codes", &arming("5.00")).await.status, 201);
}

#[tokio::test]
async fn a_device_that_is_signed_out_hears_it_and_nothing_more() {
    let shop = Shop::open().await;
    let (old, new) = (Page::on(&shop, &shop.wallet_id()).await, Page::on(&shop, &shop.wallet_id()).await);
    let mut told = old.listen().await;
    told.expect("hello").await;
    let gone = new.ask("DELETE", &format!("/wallet/devices/{}", old.device_id), "").await;
    assert_eq!(gone.status, 204, "{}", gone.text);
    told.expect("signed_out").await;
    assert!(told.next().await.is_none(), "the stream has ended");
    assert_problem(&old.get("/wallet").await, 401, "unauthenticated");
    assert_problem(&old.get("/wallet/events").await, 401, "unauthenticated");
    let last = new.ask("DELETE", "/wallet/device", "").await;
    assert_eq!(last.status, 204);
    assert!(last.header("set-cookie").unwrap().contains("Max-Age=0"));
    assert_problem(&new.get("/wallet").await, 401, "unauthenticated");
}

#[tokio::test]
async fn a_phone_whose_customer_was_forgotten_hears_nothing_more_within_a_second() {
    let shop = Shop::open().await;
    let wallet = json!({ "phone_number": "+14155559993", "currencies": ["GBP"] });
    let wallet_id = shop.post("/wallets", &wallet.to_string()).await.at("/wallet_id");
    let mut told = Page::on(&shop, &wallet_id).await.listen().await;
    told.expect("hello").await;
    let forgotten = shop.api("DELETE", &format!("/wallets/{wallet_id}/personal-data"), &[], "").await;
    assert_eq!(forgotten.status, 204, "{}", forgotten.text);
    let end = async {
        told.expect("signed_out").await;
        assert!(told.next().await.is_none(), "the stream has ended");
    };
    assert!(timeout(Duration::from_secs(1), end).await.is_ok(), "it goes on");
}

#[tokio::test]
async fn streams_are_bounded_and_end_with_the_server() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let mut open = Vec::new();
    for _ in 0..8 {
        open.push(page.listen().await);
    }
    assert_problem(&page.get("/wallet/events").await, 429, "too_many_requests");
    shop.app.end_streams();
    for told in &mut open {
        while told.next().await.is_some() {}
    }
    assert_problem(&page.get("/wallet/events").await, 429, "too_many_requests");
}

#[tokio::test]
async fn bad_input_of_a_device_names_what_is_wrong_and_changes_nothing() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let with = |member: &str, value: Value| {
        let mut body: Value = serde_json::from_str(&arming("5.00")).unwrap();
        body[member] = value;
        body.to_string()
    };
    for (body, status, code) in [
        ("{".to_owned(), 400, "invalid_body"),
        (with("wallet_id", json!("x")), 400, "invalid_body"),
        (with("amount", Value::Null), 400, "invalid_body"),
        (with("purpose", json!("any")), 400, "invalid_body"),
        (with("amount", json!({ "amount": "5.00", "currency": "EUR" })), 422, "invalid_amount"),
        (with("amount", pounds("0.00")), 422, "invalid_amount"),
        (with("amount", json!({ "amount": "5.005", "currency": "GBP" })), 400, "invalid_body"),
        (with("amount", pounds("189.01")), 422, "not_enough_funds"),
        (with("pos_id", json!("nowhere")), 404, "pos_not_found"),
        (with("account_id", json!("nothing")), 404, "account_not_found"),
    ] {
        assert_problem(&page.post("/wallet/codes", &body).await, status, code);
    }
    for query in ["number=x", "number=-1", "past=x", "limit=0", "near=1", "near=91,0", "near=1,2&past=x"] {
        assert_problem(&page.get(&format!("/wallet/places?{query}")).await, 400, "invalid_query");
    }
    assert_problem(&page.ask("DELETE", "/wallet/codes/current", "").await, 404, "code_not_found");
    let dear = json!({ "account_id": ACCOUNT, "pos_id": POS, "amount": pounds("189.01") }).to_string();
    assert_problem(&page.post("/wallet/quotes", &dear).await, 422, "not_enough_funds");
    let quoted = page
        .post(
            "/wallet/quotes",
            &json!({ "account_id": ACCOUNT, "pos_id": POS, "amount": pounds("5.00") }).to_string(),
        )
        .await;
    assert_eq!((quoted.status, quoted.at("/total/amount")), (200, "5.00".to_owned()));
}

#[tokio::test]
async fn a_place_is_found_by_its_short_number_and_its_page_knows_itself() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let own = shop.send("GET", "/api/v1/pos/self", &[("access_key", KEY)], "").await;
    assert_eq!((own.status, own.at("/pos_id")), (200, POS.to_owned()));
    let number = own.json()["number"].as_u64().unwrap();
    let found = page.get(&format!("/wallet/places?number={number}")).await;
    assert_eq!(found.at("/places/0/pos_id"), POS);
    assert_eq!(page.get("/wallet/places?number=999").await.json()["places"], json!([]));
    let listed = page.get("/wallet/places").await;
    assert_eq!((listed.at("/places/0/pos_id"), listed.json()["next"].clone()), (POS.to_owned(), Value::Null));
    shop.post(&format!("/pos/{POS}/disable"), "{}").await;
    assert_eq!(page.get("/wallet/places").await.json()["places"], json!([]));
    assert_problem(&shop.send("GET", "/api/v1/pos/self", &[], "").await, 401, "unauthenticated");
}

#[tokio::test]
async fn a_pos_lists_what_it_paid_out_since_an_instant() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    let asked = async |query: &str, headers: &[(&str, &str)]| {
        shop.send("GET", &format!("/api/v1/pos/today?{query}"), headers, "").await
    };
    let today = async |query: &str| asked(query, &[("access_key", KEY)]).await;
    let day = "since=2023-11-14T00:00:00Z";
    let nothing = today(day).await;
    assert_eq!(
        nothing.json()["operations"],
        json!([]),
        "the plain key alone proves nothing: {}",
        nothing.text
    );
    let foreign = asked(day, &[("access_key", KEY), ("token_id", &"0".repeat(32))]).await;
    assert_eq!(foreign.json()["operations"], json!([]), "{}", foreign.text);
    let [key, _, token, _] = session.headers();
    let own = asked(day, &[key, token]).await;
    assert_eq!(own.at("/operations/0/state"), "pending", "{}", own.text);
    shop.turn_clock_ms(121_000);
    assert_eq!(today(day).await.json()["operations"], json!([]), "nobody has said what became of its cash");
    assert_eq!(shop.pos("/logout", &session.headers()).await.status, 200);
    let listed = today(day).await;
    assert_eq!(listed.status, 200, "{}", listed.text);
    assert_eq!(listed.at("/operations/0/operation_id"), session.operation);
    assert_eq!(listed.at("/operations/0/transaction_id"), transaction);
    assert!(!listed.text.contains(PHONE) && !listed.text.contains(&shop.wallet_id()));
    assert_eq!(today("since=2023-11-15T00:00:00Z").await.json()["operations"], json!([]));
    for query in ["", "since=x", "since=2023-11-14T00:00:00Z&limit=0", "since=2023-11-14T00:00:00Z&past=y"] {
        assert_problem(&today(query).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn places_are_told_nearest_first_with_where_they_are() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let owner = shop.post("/pos-owners", r#"{"name":"Mill Lane"}"#).await.at("/owner_id");
    let far = json!({ "owner_id": owner, "name": "Far", "currencies": ["GBP"] }).to_string();
    let far = shop.post("/pos", &far).await.at("/pos_id");
    for (pos, latitude) in [(POS, "51.500000"), (far.as_str(), "52.500000")] {
        let place = json!({ "latitude": latitude, "longitude": "-0.1", "town": "London", "hours": "9-17" });
        assert_eq!(shop.post(&format!("/pos/{pos}/place"), &place.to_string()).await.status, 204);
    }
    let near = page.get("/wallet/places?near=51.51,-0.1").await;
    assert_eq!((near.at("/places/0/name"), near.at("/places/1/name")), ("Corner 1".into(), "Far".into()));
    let metres = near.json()["places"][0]["distance_m"].as_u64().unwrap();
    assert!((1_000..1_300).contains(&metres), "a hundredth of a degree is 1.1 km: {metres}");
    assert_eq!(
        (near.at("/places/0/town"), near.at("/places/0/latitude")),
        ("London".into(), "51.500000".into())
    );
    assert_eq!(page.get("/wallet/places?near=52.4,-0.1&limit=1").await.at("/places/0/name"), "Far");
    assert!(page.get("/wallet/places?number=1001").await.json()["places"][0]["distance_m"].is_null());
    for query in ["near=51.5", "near=91,0", "near=x,y", "near=51.5,-0.1&number=1001", "near=51.5,-0.1&past=1"]
    {
        assert_problem(&page.get(&format!("/wallet/places?{query}")).await, 400, "invalid_query");
    }
}

#[tokio::test]
async fn a_customers_own_words_come_with_her_dispute_and_people_read_them() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    let (session, transaction) = shop.withdrawn().await;
    let path = format!("/wallet/withdrawals/{transaction}/disputes");
    for (text, code) in [
        ("x".repeat(501), "unacceptable"),
        (String::new(), "unacceptable"),
        ("a\u{7}".into(), "unacceptable"),
    ] {
        assert_problem(&page.post(&path, &json!({ "text": text }).to_string()).await, 422, code);
    }
    assert_problem(&page.post(&path, r#"{"words":"x"}"#).await, 400, "invalid_body");
    let words = "\u{e9}".repeat(500);
    let said = page.post(&path, &json!({ "text": words }).to_string()).await;
    assert_eq!(said.status, 201, "{}", said.text);
    let case = shop.get(&format!("/cases/{}", session.operation)).await.json();
    let evidence = case["evidence"].as_array().unwrap();
    let told: Vec<&Value> = evidence.iter().filter(|piece| piece["what"] == "said").collect();
    assert_eq!((told.len(), &told[0]["text"]), (1, &json!(words)));
}

#[tokio::test]
async fn devices_say_on_which_day_they_were_last_in_use_and_which_one_is_offline() {
    let shop = Shop::open().await;
    let page = Page::on(&shop, &shop.wallet_id()).await;
    assert_eq!(page.get("/wallet/devices").await.at("/devices/0/last_seen_on"), "2023-11-14");
    shop.turn_clock_ms(86_400_000);
    assert_eq!(page.get("/wallet/devices").await.at("/devices/0/last_seen_on"), "2023-11-15");
    assert!(page.get("/wallet").await.json()["offline_device_id"].is_null());
    assert_eq!(page.post("/wallet/offline-device", "{}").await.status, 201);
    assert_eq!(page.get("/wallet").await.at("/offline_device_id"), page.device_id);
}
