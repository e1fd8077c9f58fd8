//! What a POS says became of the cash, over our own API: each word in each state, its repeats, and what is refused.

use serde_json::json;

use crate::api::assert_problem;
use crate::shop::{ACCOUNT, KEY, Said, Session, Shop};

const DISPENSED: &str = r#"{"outcome":"dispensed"}"#;
const NOT_DISPENSED: &str = r#"{"outcome":"not_dispensed"}"#;
const UNKNOWN: &str = r#"{"outcome":"unknown"}"#;
const DAY_MS: i64 = 86_400_000;

fn partial(sum: &str) -> String {
    format!(r#"{{"outcome":"partial","dispensed":{{"amount":"{sum}","currency":"GBP"}}}}"#)
}

/// State, sums held, paid and returned, and what to do.
#[track_caller]
fn assert_now(said: &Said, state: &str, sums: [&str; 3], instruction: &str) {
    assert_eq!(said.status, 200, "{}", said.text);
    let found = ["/held/amount", "/paid/amount", "/returned/amount"].map(|pointer| said.at(pointer));
    assert_eq!(
        (said.at("/state").as_str(), found.each_ref().map(String::as_str)),
        (state, sums),
        "{}",
        said.text
    );
    assert_eq!(said.at("/do"), instruction, "{}", said.text);
}

async fn ask(shop: &Shop, session: &Session) -> Said {
    let [key, _, token, _] = session.headers();
    shop.send("GET", &format!("/api/v1/pos/operations/{}", session.operation), &[key, token], "").await
}

async fn case_kind(shop: &Shop, session: &Session) -> (String, String) {
    let case = shop.get(&format!("/cases/{}", session.operation)).await;
    (case.at("/kind"), case.at("/state"))
}

fn pair(kind: &str, state: &str) -> (String, String) {
    (kind.to_owned(), state.to_owned())
}

#[tokio::test]
async fn each_word_moves_what_it_says_and_is_answered_by_what_is_now() {
    for (body, state, sums, instruction, balance) in [
        (DISPENSED, "completed", ["0.00", "10.00", "0.00"], "already_paid", "179.00"),
        (NOT_DISPENSED, "reversed", ["0.00", "0.00", "10.00"], "do_not_hand_out", "189.00"),
        (&partial("6.00"), "partially_reversed", ["0.00", "6.00", "4.00"], "already_paid", "183.00"),
        (&partial("10.00"), "completed", ["0.00", "10.00", "0.00"], "already_paid", "179.00"),
        (UNKNOWN, "unconfirmed", ["10.00", "0.00", "0.00"], "call_operator", "179.00"),
    ] {
        let shop = Shop::open().await;
        let (session, _) = shop.withdrawn().await;
        let told = shop.tell(&session, body).await;
        assert_now(&told, state, sums, instruction);
        assert_eq!(told.json()["amount"], json!({"amount": "10.00", "currency": "GBP"}));
        assert_eq!(told.header("idempotent-replayed"), None);
        assert_eq!(told.header("session-expires-at").is_some(), body != UNKNOWN, "{body}");
        assert_eq!(ask(&shop, &session).await.json(), told.json(), "the answer is what a status says");
        let again = shop.tell(&session, body).await;
        assert_eq!(again.json(), told.json(), "{body}");
        assert_eq!(again.header("idempotent-replayed"), Some("true"), "{body}");
        assert_eq!(shop.balance().await, balance, "{body}");
        let closed = shop.pos("/logout", &session.headers()).await;
        assert_eq!(closed.status, 200, "jam, outcome, logout is the ordinary way: {}", closed.text);
        assert_eq!(shop.balance().await, balance, "a logout after the word moves nothing held away: {body}");
    }
}

#[tokio::test]
async fn unknown_waits_for_late_word_and_the_case_closes_with_it() {
    let shop = Shop::open().await;
    let (session, _) = shop.withdrawn().await;
    shop.tell(&session, UNKNOWN).await;
    assert_eq!(case_kind(&shop, &session).await, pair("unconfirmed", "open"));
    shop.turn_clock_ms(3_600_000);
    let told = shop.tell(&session, DISPENSED).await;
    assert_now(&told, "completed", ["0.00", "10.00", "0.00"], "already_paid");
    assert_eq!(case_kind(&shop, &session).await, pair("unconfirmed", "closed"));
    assert_eq!((shop.balance().await, shop.of_pos("pos").await), ("179.00".to_owned(), "510.00".to_owned()));
}

#[tokio::test]
async fn a_session_that_expired_with_cash_in_question_opens_a_case_that_word_closes() {
    let shop = Shop::open().await;
    let (session, _) = shop.withdrawn().await;
    shop.turn_clock_ms(300_000);
    assert_eq!(shop.commands.sweep_sessions().await.unwrap(), 1);
    assert_eq!(case_kind(&shop, &session).await, pair("unconfirmed", "open"));
    assert_now(&ask(&shop, &session).await, "unconfirmed", ["10.00", "0.00", "0.00"], "call_operator");
    let told = shop.tell(&session, NOT_DISPENSED).await;
    assert_now(&told, "reversed", ["0.00", "0.00", "10.00"], "do_not_hand_out");
    assert_eq!(case_kind(&shop, &session).await, pair("unconfirmed", "closed"));
    assert_eq!(shop.balance().await, "189.00");
}

#[tokio::test]
async fn cash_that_left_after_its_money_went_back_is_paid_late_once_into_suspense() {
    let shop = Shop::open().await;
    let (session, transaction) = shop.withdrawn().await;
    assert_eq!(shop.pos(&format!("/reversal/{ACCOUNT}/10"), &session.headers()).await.status, 200);
    for _ in 0..2 {
        let told = shop.tell(&session, DISPENSED).await;
        assert_eq!((told.at("/state"), told.at("/do")), pair("paid_late", "already_paid"), "{}", told.text);
        assert_eq!((shop.balance().await, shop.of_pos("suspense").await), pair("179.00", "10.00"));
    }
    assert_eq!(shop.of_pos("pos").await, "500.00", "the POS is credited only when people close the case");
    assert_eq!(case_kind(&shop, &session).await, pair("paid_late", "open"));
    let withdrawal = shop.get(&format!("/withdrawals/{transaction}")).await;
    assert_eq!((withdrawal.at("/state"), withdrawal.at("/paid_late/amount")), pair("paid_late", "10.00"));
}

#[tokio::test]
async fn word_before_a_withdrawal_is_recorded_and_not_dispensed_bars_it() {
    let shop = Shop::open().await;
    let session = shop.session().await;
    let told = shop.tell(&session, NOT_DISPENSED).await;
    assert_eq!((told.at("/state"), told.at("/do")), pair("reversed", "do_not_hand_out"), "{}", told.text);
    let late = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    assert_eq!(late.verdict(), (400, "ERROR_WITHDRAWAL_ALREADY_REVERSED".to_owned()));

    let session = shop.session().await;
    let told = shop.tell(&session, &partial("6.00")).await;
    assert_eq!((told.status, told.json()["held"].clone()), (200, json!(null)), "{}", told.text);
    let case = shop.get(&format!("/cases/{}", session.operation)).await;
    assert_eq!((case.at("/kind"), case.at("/amount/amount")), pair("cash_without_withdrawal", "6.00"));

    let session = shop.session().await;
    let told = shop.tell(&session, UNKNOWN).await;
    assert_eq!((told.at("/state"), told.at("/do")), pair("closed", "do_not_hand_out"), "{}", told.text);
    let late = shop.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
    assert_eq!(late.status, 401, "{}", late.text);
    assert_eq!(shop.balance().await, "189.00");
}

#[tokio::test]
async fn an_idempotency_value_finds_its_request_but_never_a_success_that_is_no_longer_true() {
    let shop = Shop::open().await;
    let (session, _) = shop.withdrawn().await;
    for header in ["Idempotency-Key", "idempotency"] {
        let told = shop.tell_with(&session, &[(header, "word-1")], DISPENSED).await;
        assert_now(&told, "completed", ["0.00", "10.00", "0.00"], "already_paid");
    }
    let other = shop.tell_with(&session, &[("idempotency", "word-1")], NOT_DISPENSED).await;
    assert_problem(&other, 409, "idempotency_key_reused");
    assert_eq!(shop.balance().await, "179.00");
    assert_now(
        &shop.tell(&session, NOT_DISPENSED).await,
        "reversed",
        ["0.00", "0.00", "10.00"],
        "do_not_hand_out",
    );
    let again = shop.tell_with(&session, &[("idempotency", "word-1")], DISPENSED).await;
    assert_now(&again, "reversed", ["0.00", "0.00", "10.00"], "do_not_hand_out");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(shop.balance().await, "189.00", "the repeat of the first word moved nothing");
}

#[tokio::test]
async fn a_word_after_the_late_fact_window_moves_nothing_and_goes_into_a_case() {
    let shop = Shop::open().await;
    let (session, _) = shop.withdrawn().await;
    shop.turn_clock_ms(300_000);
    shop.commands.sweep_sessions().await.unwrap();
    shop.turn_clock_ms(DAY_MS);
    let told = shop.tell(&session, NOT_DISPENSED).await;
    assert_now(&told, "unconfirmed", ["10.00", "0.00", "0.00"], "call_operator");
    assert_eq!(case_kind(&shop, &session).await, pair("late_word", "open"));
    assert_eq!(shop.balance().await, "179.00");
    assert_problem(&shop.tell(&session, "{}").await, 400, "invalid_body");
}

#[tokio::test]
async fn an_outcome_is_of_ones_own_session_and_of_a_withdrawal() {
    let shop = Shop::open().await;
    let (session, other) = (shop.withdrawn().await.0, shop.withdrawn().await.0);
    let target = format!("/api/v1/pos/operations/{}/outcome", session.operation);
    let [key, _, token, _] = session.headers();
    let others = other.headers()[2];
    let nobodys = ("token_id", "00000000-0000-0000-0000-000000000000");
    let phone = ("phone_number", "+4479111234");
    shop.add_key("rak_another_of_the_pos", specie_domain::rows::Profile::Plain, Vec::new()).await;
    let another = ("access_key", "rak_another_of_the_pos");
    for body in
        [NOT_DISPENSED, "{", r#"{"outcome":"dispensed","notes":[{"denomination":"0.001","count":1}]}"#]
    {
        for headers in [
            &[key][..],
            &[key, others],
            &[key, nobodys],
            &[key, ("token_id", "x")],
            &[key, token, phone],
            &[another, token],
        ] {
            let said = shop.send("POST", &target, headers, body).await;
            assert_problem(&said, 401, "session_not_found");
        }
        assert_problem(&shop.send("POST", &target, &[token], body).await, 401, "unauthenticated");
        let unknown = [("access_key", "rak_never_made_0001"), token];
        assert_problem(&shop.send("POST", &target, &unknown, body).await, 401, "unauthenticated");
    }
    let nowhere = "/api/v1/pos/operations/x/outcome";
    assert_problem(&shop.send("POST", nowhere, &[key, token], NOT_DISPENSED).await, 401, "session_not_found");
    assert_eq!(shop.balance().await, "169.00");
    let own_phone = shop.tell_with(&session, &[("phone_number", crate::shop::PHONE)], NOT_DISPENSED).await;
    assert_eq!(own_phone.status, 200, "{}", own_phone.text);

    let code = shop.arm(r#""amount":{"amount":"10.00","currency":"GBP"},"purpose":"deposit""#).await;
    let session = Session::of(&shop.login(&code).await);
    assert_eq!(shop.pos("/deposit/10/GBP", &session.headers()).await.status, 200);
    assert_problem(&shop.tell(&session, DISPENSED).await, 409, "not_a_withdrawal");
    assert_eq!(KEY, key.1);
}

/// Body, code, and what the detail names.
const BAD_BODIES: &[(&str, u16, &str, &str)] = &[
    ("", 400, "invalid_body", "EOF"),
    ("[]", 400, "invalid_body", "invalid"),
    ("{}", 400, "invalid_body", "`outcome`"),
    (r#"{"outcome":"paid"}"#, 400, "invalid_body", "outcome"),
    (r#"{"outcome":1}"#, 400, "invalid_body", "outcome"),
    (r#"{"outcome":"dispensed"} x"#, 400, "invalid_body", "trailing"),
    (r#"{"outcome":"dispensed","outcome":"unknown"}"#, 400, "invalid_body", "outcome"),
    (r#"{"outcome":"dispensed","sum":"6.00"}"#, 400, "invalid_body", "`sum`"),
    (r#"{"outcome":"partial"}"#, 400, "invalid_body", "dispensed: must be sent"),
    (
        r#"{"outcome":"unknown","dispensed":{"amount":"6.00","currency":"GBP"}}"#,
        400,
        "invalid_body",
        "dispensed: may be sent only",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"-0.01","currency":"GBP"}}"#,
        422,
        "invalid_amount",
        "dispensed.amount: must be more than zero",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":6,"currency":"GBP"}}"#,
        400,
        "invalid_body",
        "dispensed.amount",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"6.005","currency":"GBP"}}"#,
        400,
        "invalid_body",
        "dispensed",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"6e0","currency":"GBP"}}"#,
        400,
        "invalid_body",
        "dispensed",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"0","currency":"USD"}}"#,
        422,
        "invalid_amount",
        "if nothing left, the outcome is not_dispensed",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"-0","currency":"GBP"}}"#,
        422,
        "invalid_amount",
        "if nothing left, the outcome is not_dispensed",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"10.01","currency":"GBP"}}"#,
        422,
        "dispensed_exceeds_withdrawal",
        "dispensed.amount: must be at most",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"6","currency":"JPY"}}"#,
        422,
        "currency_not_served",
        "dispensed.currency: the withdrawal is not in JPY",
    ),
    (
        r#"{"outcome":"dispensed","notes":[{"denomination":"0","count":1}]}"#,
        400,
        "invalid_body",
        "notes[0].denomination: must be decimal text of more than zero",
    ),
    (
        r#"{"outcome":"dispensed","notes":[{"denomination":"5","count":-1}]}"#,
        400,
        "invalid_body",
        "notes[0].count",
    ),
    (
        r#"{"outcome":"dispensed","notes":[{"denomination":"5","count":4294967296}]}"#,
        400,
        "invalid_body",
        "notes[0].count",
    ),
    (r#"{"outcome":"dispensed","notes":[{"denomination":"5"}]}"#, 400, "invalid_body", "notes[0]"),
    (
        r#"{"outcome":"dispensed","notes":[{"denomination":"0.005","count":2}]}"#,
        422,
        "notes_not_acceptable",
        "notes: at most 32",
    ),
    (
        r#"{"outcome":"partial","dispensed":{"amount":"6.00","currency":"GBP"},"notes":[{"denomination":"1","count":5}]}"#,
        422,
        "notes_not_acceptable",
        "notes: at most 32",
    ),
    (
        r#"{"outcome":"dispensed","notes":[{"denomination":"92233720368547758.07","count":2}]}"#,
        422,
        "notes_not_acceptable",
        "notes: at most 32",
    ),
];

#[tokio::test]
async fn a_bad_body_names_its_member_and_changes_nothing() {
    let shop = Shop::open().await;
    let (session, _) = shop.withdrawn().await;
    for (body, status, code, names) in BAD_BODIES {
        let said = shop.tell(&session, body).await;
        assert_problem(&said, *status, code);
        assert!(said.at("/detail").contains(names), "{body}: {} does not name {names}", said.text);
    }
    let many = vec![r#"{"denomination":"0.10","count":1}"#; 33].join(",");
    let many = shop.tell(&session, &format!(r#"{{"outcome":"dispensed","notes":[{many}]}}"#)).await;
    assert_problem(&many, 422, "notes_not_acceptable");
    for value in ["", "a b"] {
        let said = shop.tell_with(&session, &[("idempotency", value)], DISPENSED).await;
        assert_problem(&said, 400, "invalid_idempotency_key");
    }
    assert_now(&ask(&shop, &session).await, "pending", ["10.00", "0.00", "0.00"], "hand_out");
    assert_eq!(shop.balance().await, "179.00");
    let notes = r#"{"outcome":"partial","dispensed":{"amount":"6.00","currency":"GBP"},
        "notes":[{"denomination":"5.00","count":1},{"denomination":"0.5","count":2}]}"#;
    assert_now(
        &shop.tell(&session, notes).await,
        "partially_reversed",
        ["0.00", "6.00", "4.00"],
        "already_paid",
    );
}
