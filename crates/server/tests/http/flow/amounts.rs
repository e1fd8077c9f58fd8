//! The table of amounts of pos-api.md section 5, over the wire. None of them uses the session up.

use serde_json::json;

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{Program, folder};

const MALFORMED: &[&str] = &[
    "1e1",
    "+10",
    "010",
    "10.",
    ".5",
    " 10",
    "10 ",
    "10,5",
    "0x10",
    "1_000",
    "NaN",
    "Infinity",
    "١٠",
    "１０",
    "--10",
    "10.0.0",
    "1 0",
    "-",
    ".",
    "%31%30",
    "00",
    "-010",
    "1E1",
    "10d",
    "123456789012345678901234567890123",
    "99999999999999999999",
    "92233720368547758.08",
];
const NOT_POSITIVE: &[&str] = &["0", "0.00", "-5", "-5.00", "-0", "0.0", "-0.001"];
const TOO_PRECISE: &[&str] = &["10.001", "0.001", "10.005"];

#[tokio::test]
async fn no_bad_amount_moves_money_or_uses_the_session_up() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session_up_to("100.00").await;
    for bad in MALFORMED.iter().chain(TOO_PRECISE) {
        let refused = counter.withdraw(&session, bad).await;
        assert_error(&refused, 400, "INVALID_AMOUNT");
    }
    for bad in NOT_POSITIVE {
        assert_error(&counter.withdraw(&session, bad).await, 400, "ERROR_AMOUNT_MUST_BE_POSITIVE");
    }
    assert_error(&counter.withdraw(&session, "10\u{0}").await, 400, "INVALID_REQUEST");
    assert_eq!(counter.balance().await, "189.00");
    assert_success(&counter.withdraw(&session, "10.00").await, false);
    assert_success(&counter.withdraw(&session, "10").await, true);
    assert_eq!(counter.balance().await, "179.00");
}

#[tokio::test]
async fn a_path_is_decoded_once() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("10.00").await;
    let target = |sum: &str| format!("/v1/pos/withdraw/{}/{sum}", counter.account);
    let (twice, once) = (target("%2531%2530"), target("%31%30"));
    let headers =
        || vec![("token_id", session.token_id.as_str()), ("operation_id", session.operation_id.as_str())];
    assert_error(&counter.pos.post(&twice, headers(), String::new()).await.unwrap(), 400, "INVALID_AMOUNT");
    assert_success(&counter.pos.post(&once, headers(), String::new()).await.unwrap(), false);
    assert_eq!(counter.balance().await, "179.00");
}

#[tokio::test]
async fn every_currency_has_its_own_decimals() {
    let folder = folder();
    let program = Program::demo(folder.path());
    for (currency, armed, good, bad) in [
        ("JPY", "2000", "2000.00", "2000.5"),
        ("KWD", "1.500", "1.5", "1.5001"),
        ("KES", "100.00", "100.0", "100.001"),
        ("USD", "20.00", "20.000", "20.001"),
    ] {
        let mut counter = Counter::number(&program, 1, currency);
        let before = counter.balance().await;
        let session = counter.session(armed).await;
        assert_error(&counter.withdraw(&session, bad).await, 400, "INVALID_AMOUNT");
        assert_eq!(counter.balance().await, before, "{currency}");
        assert_success(&counter.withdraw(&session, good).await, false);
        assert_ne!(counter.balance().await, before, "{currency}");
        assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    }
}

#[tokio::test]
async fn bad_amounts_and_currencies_of_deposits_and_reversals_are_refused_alike() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let body = json!({ "pos_id": counter.pos_id, "purpose": "deposit", "amount": counter.money("10.00") });
    let session = counter.session_with(body).await;
    for bad in ["1e1", "+10", "10.", "10.001"] {
        let refused = counter.pos.deposit(&session, (bad, "GBP"), "", None).await.unwrap();
        assert_error(&refused, 400, "INVALID_AMOUNT");
        let reversal = specie_client::Reversal { account: &counter.account, sum: bad, transaction_id: None };
        assert_error(&counter.pos.reverse(&session, reversal, None).await.unwrap(), 400, "INVALID_AMOUNT");
    }
    let refused = counter.pos.deposit(&session, ("0", "GBP"), "", None).await.unwrap();
    assert_error(&refused, 400, "ERROR_AMOUNT_MUST_BE_POSITIVE");
    for bad in ["gbp", "XXX", "GB", "SEK", "GBPP"] {
        let refused = counter.pos.deposit(&session, ("10", bad), "", None).await.unwrap();
        assert_error(&refused, 400, "INVALID_CURRENCY");
    }
    for bad in ["{", "[]", "{\"metadata\":1}", "nope"] {
        let refused = counter.pos.deposit(&session, ("10", "GBP"), bad, None).await.unwrap();
        assert_error(&refused, 400, "INVALID_BODY");
    }
    assert_eq!(counter.balance().await, "189.00");
    assert_success(&counter.pos.deposit(&session, ("10", "GBP"), "{}", None).await.unwrap(), false);
    assert_eq!(counter.balance().await, "199.00");
}
