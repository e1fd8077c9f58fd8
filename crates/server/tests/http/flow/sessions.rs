//! The table of sessions of pos-api.md section 5, row by row.

use serde_json::json;
use specie_client::{Reversal, Session};

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{PATIENT, Program, folder};

async fn reverse(
    counter: &mut Counter,
    session: &Session,
    sum: &str,
    transaction: Option<&str>,
) -> specie_client::Reply {
    let account = counter.account.clone();
    let reversal = Reversal { account: &account, sum, transaction_id: transaction };
    counter.pos.reverse(session, reversal, None).await.unwrap()
}

async fn deposit_session(counter: &mut Counter, sum: &str) -> Session {
    let body = json!({ "pos_id": counter.pos_id, "purpose": "deposit", "amount": counter.money(sum) });
    counter.session_with(body).await
}

#[tokio::test]
async fn a_session_allows_one_money_action_and_its_repeats() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session_up_to("50.00").await;
    let first = counter.withdraw(&session, "10").await;
    assert_success(&first, false);
    assert!(first.header("session-expires-at").ends_with('Z'), "{:?}", first.headers);
    let again = counter.withdraw(&session, "10.00").await;
    assert_success(&again, true);
    assert_eq!(again.transaction_id(), first.transaction_id());
    assert_ne!(again.text_at("/status/operation_id"), first.text_at("/status/operation_id"));
    assert_error(&counter.withdraw(&session, "11").await, 400, "ERROR_SESSION_ALREADY_USED");
    let other = counter.pos.deposit(&session, ("10", "GBP"), "", None).await.unwrap();
    assert_error(&other, 400, "ERROR_SESSION_ALREADY_USED");
    assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    counter.pos.logout(&session, None).await.unwrap();
    let late = counter.withdraw(&session, "10").await;
    assert_success(&late, true); // A repeat is answered also after the session is over.
    assert_error(&counter.withdraw(&session, "12").await, 401, "ERROR_SESSION_CLOSED");
    assert_eq!(counter.balance().await, "179.00");
}

#[tokio::test]
async fn a_logout_needs_no_action_and_may_be_repeated() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("10.00").await;
    for _ in 0..3 {
        let closed = counter.pos.logout(&session, None).await.unwrap();
        assert_eq!(closed.status.as_u16(), 200, "{}", closed.text);
        assert!(closed.body.get("data").is_none());
    }
    assert_error(&counter.withdraw(&session, "10").await, 401, "ERROR_SESSION_CLOSED");
    let deposit = counter.pos.deposit(&session, ("10", "GBP"), "", None).await.unwrap();
    assert_error(&deposit, 401, "ERROR_SESSION_CLOSED");
}

#[tokio::test]
async fn what_the_customer_did_not_approve_is_refused_and_the_fifth_time_closes() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let mut stranger = Counter::number(&program, 0, "GBP");
    let session = counter.session("10.00").await;
    let account = stranger.account.clone();
    let foreign = counter.pos.withdraw(&session, &account, "10", None).await.unwrap();
    assert_error(&foreign, 400, "ERROR_ACCOUNT_NOT_IN_SESSION");
    let unknown = counter.pos.withdraw(&session, "no-such-account", "10", None).await.unwrap();
    assert_error(&unknown, 400, "ERROR_ACCOUNT_NOT_IN_SESSION");
    let deposit = counter.pos.deposit(&session, ("10", "GBP"), "", None).await.unwrap();
    assert_error(&deposit, 400, "ERROR_PURPOSE_NOT_APPROVED");
    for _ in 0..5 {
        assert_error(&counter.withdraw(&session, "11").await, 400, "ERROR_AMOUNT_NOT_APPROVED");
    }
    assert_error(&counter.withdraw(&session, "10").await, 401, "ERROR_SESSION_CLOSED");
    assert_eq!(counter.balance().await, "189.00");

    let session = deposit_session(&mut stranger, "10.00").await;
    assert_error(&stranger.withdraw(&session, "10").await, 400, "ERROR_PURPOSE_NOT_APPROVED");
}

#[tokio::test]
async fn an_empty_account_refuses_and_the_session_stays_usable() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session_up_to("500.00").await;
    assert_error(&counter.withdraw(&session, "189.01").await, 400, "NOT_ENOUGH_FUNDS");
    assert_error(&counter.withdraw(&session, "500").await, 400, "NOT_ENOUGH_FUNDS");
    assert_eq!(counter.balance().await, "189.00");
    assert_success(&counter.withdraw(&session, "189").await, false);
    assert_eq!(counter.balance().await, "0.00");
}

#[tokio::test]
async fn token_operation_key_and_phone_belong_together() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let mut other = Counter::number(&program, 0, "GBP");
    let session = counter.session("10.00").await;
    let others = other.session("10.00").await;
    let wrong = [
        Session { token_id: others.token_id.clone(), ..session.clone() },
        Session { operation_id: others.operation_id.clone(), ..session.clone() },
        Session { token_id: "00000000-0000-0000-0000-000000000000".to_owned(), ..session.clone() },
        Session { phone_number: others.phone_number.clone(), ..session.clone() },
        Session { operation_id: "no-such-operation".to_owned(), ..session.clone() },
    ];
    for wrong in wrong {
        assert_error(&counter.withdraw(&wrong, "10").await, 401, "ERROR_SESSION_NOT_FOUND");
        assert_error(&counter.pos.logout(&wrong, None).await.unwrap(), 401, "ERROR_SESSION_NOT_FOUND");
    }
    counter.pos = program.pos_with(&program.text("/pos/1/access_key"));
    assert_error(&counter.withdraw(&session, "10").await, 401, "ERROR_SESSION_NOT_FOUND");
    counter.pos = program.pos_with("never-made-0123456789");
    assert_error(&counter.withdraw(&session, "10").await, 401, "UNAUTHENTICATED_API_CALL");
    counter.pos = program.pos();
    let no_phone = Session { phone_number: None, ..session };
    assert_success(&counter.withdraw(&no_phone, "10").await, false);
}

#[tokio::test]
async fn a_withdrawal_is_reversed_in_parts_and_never_beyond() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("30.00").await;
    let withdrawn = counter.withdraw(&session, "30").await;
    let foreign = reverse(&mut counter, &session, "10", Some(&session.operation_id.clone())).await;
    assert_error(&foreign, 400, "ERROR_TRANSACTION_NOT_FOUND");
    let first = reverse(&mut counter, &session, "10", Some(withdrawn.transaction_id())).await;
    assert_success(&first, false);
    assert_eq!(first.text_at("/data/operation_id"), session.operation_id);
    let repeat = reverse(&mut counter, &session, "10.00", None).await;
    assert_success(&repeat, true);
    assert_eq!(repeat.transaction_id(), first.transaction_id());
    assert_error(&counter.withdraw(&session, "30").await, 400, "ERROR_WITHDRAWAL_ALREADY_REVERSED");
    assert_error(&counter.withdraw(&session, "20").await, 400, "ERROR_SESSION_ALREADY_USED");
    let beyond = reverse(&mut counter, &session, "21", None).await;
    assert_error(&beyond, 400, "ERROR_REVERSAL_AMOUNT_EXCEEDS_WITHDRAWAL");
    assert_success(&reverse(&mut counter, &session, "20", None).await, false);
    assert_eq!(counter.balance().await, "189.00");
    assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    let target = format!("/api/v1/withdrawals/{}", withdrawn.transaction_id());
    let seen = counter.api.get(&target).await.unwrap();
    assert_eq!(seen.text_at("/state"), "reversed", "{}", seen.text);
}

#[tokio::test]
async fn a_second_equal_part_needs_an_idempotency_value_of_its_own() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("30.00").await;
    counter.withdraw(&session, "30").await;
    let account = counter.account.clone();
    let reversal = Reversal { account: &account, sum: "10", transaction_id: None };
    let first = counter.pos.reverse(&session, reversal, Some("part-1")).await.unwrap();
    let second = counter.pos.reverse(&session, reversal, Some("part-2")).await.unwrap();
    let again = counter.pos.reverse(&session, reversal, Some("part-2")).await.unwrap();
    assert_ne!(first.transaction_id(), second.transaction_id());
    assert_success(&again, true);
    assert_eq!(again.transaction_id(), second.transaction_id());
    assert_eq!(counter.balance().await, "179.00");
}

#[tokio::test]
async fn a_reversal_before_its_withdraw_bars_it() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("10.00").await;
    let early = reverse(&mut counter, &session, "10", None).await;
    assert_success(&early, false);
    assert_ne!(early.transaction_id(), "");
    assert_error(&counter.withdraw(&session, "10").await, 400, "ERROR_WITHDRAWAL_ALREADY_REVERSED");
    assert_eq!(counter.balance().await, "189.00");
}

#[tokio::test]
async fn a_deposit_is_final_at_logout_and_bounded_by_the_float() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = deposit_session(&mut counter, "20.00").await;
    let first = counter.pos.deposit(&session, ("20", "GBP"), "{\"metadata\":{\"a\":1}}", None).await.unwrap();
    assert_success(&first, false);
    assert_eq!(first.body["data"]["metadata"], json!({ "a": 1 }));
    let again = counter.pos.deposit(&session, ("20.00", "GBP"), "", None).await.unwrap();
    assert_success(&again, true);
    assert_eq!(again.transaction_id(), first.transaction_id());
    let more = counter.pos.deposit(&session, ("21", "GBP"), "", None).await.unwrap();
    assert_error(&more, 400, "ERROR_SESSION_ALREADY_USED");
    assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    let late = reverse(&mut counter, &session, "20", None).await;
    assert_error(&late, 400, "ERROR_DEPOSIT_FINAL");
    assert_eq!(counter.balance().await, "209.00");

    let session = deposit_session(&mut counter, "5.00").await;
    counter.pos.deposit(&session, ("5", "GBP"), "", None).await.unwrap();
    assert_success(&reverse(&mut counter, &session, "5", None).await, false);
    let gone = counter.pos.deposit(&session, ("5", "GBP"), "", None).await.unwrap();
    assert_error(&gone, 400, "ERROR_DEPOSIT_ALREADY_REVERSED");
    assert_eq!(counter.balance().await, "209.00");

    let pos = json!({
        "owner_id": program.text("/pos/0/owner_id"), "name": "No float", "currencies": ["GBP"],
        "credit_lines": [{ "amount": "10.00", "currency": "GBP" }],
    });
    let pos = counter.post("/api/v1/pos", pos).await;
    assert!(pos.is_success(), "{}", pos.text);
    counter.pos_id = pos.text_at("/pos_id").to_owned();
    let key =
        counter.post(&format!("/api/v1/pos/{}/keys", counter.pos_id), json!({ "profile": "plain" })).await;
    assert!(key.is_success(), "{}", key.text);
    counter.pos = program.pos_with(key.text_at("/access_key"));
    let body =
        json!({ "pos_id": counter.pos_id, "purpose": "deposit", "max_amount": counter.money("100.00") });
    let session = counter.session_with(body).await;
    let beyond = counter.pos.deposit(&session, ("10.01", "GBP"), "", None).await.unwrap();
    assert_error(&beyond, 400, "ERROR_POS_FLOAT_EXCEEDED");
    let other = counter.pos.deposit(&session, ("10", "USD"), "", None).await.unwrap();
    assert_error(&other, 400, "INVALID_CURRENCY");
    assert_success(&counter.pos.deposit(&session, ("10", "GBP"), "", None).await.unwrap(), false);
}

#[tokio::test]
async fn a_frozen_wallet_stops_requests_and_not_facts() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let (first, second) = (counter.session("10.00").await, counter.session("20.00").await);
    assert_success(&counter.withdraw(&first, "10").await, false);
    let freeze = format!("/api/v1/wallets/{}/freeze", counter.wallet_id);
    assert!(counter.post(&freeze, json!({})).await.is_success());
    assert_error(&counter.withdraw(&second, "20").await, 400, "ERROR_EWALLET_DISABLED");
    assert_success(&counter.pos.logout(&first, None).await.unwrap(), false);
    let unfreeze = format!("/api/v1/wallets/{}/unfreeze", counter.wallet_id);
    assert!(counter.post(&unfreeze, json!({})).await.is_success());
    assert_success(&counter.withdraw(&second, "20").await, false);
}

#[tokio::test]
async fn an_expired_session_takes_facts_and_no_requests_and_is_never_refunded() {
    let folder = folder();
    let program = Program::demo_with(folder.path(), &[&PATIENT[..], &["--session-idle-s", "1"]].concat());
    let mut counter = Counter::of_the_page(&program);
    let used = counter.session("10.00").await;
    let unused = counter.session("20.00").await;
    let withdrawn = counter.withdraw(&used, "10").await;
    assert_success(&withdrawn, false);
    let target = format!("/api/v1/withdrawals/{}", withdrawn.transaction_id());
    loop {
        // Asking for the state keeps no session alive.
        let seen = counter.api.get(&target).await.unwrap();
        if seen.text_at("/state") == "unconfirmed" {
            break;
        }
        assert_eq!(seen.text_at("/state"), "pending", "{}", seen.text);
    }
    assert_error(&counter.withdraw(&unused, "20").await, 401, "ERROR_SESSION_EXPIRED");
    assert_eq!(counter.pos.operation(&used).await.unwrap().text_at("/do"), "call_operator");
    assert_eq!(counter.balance().await, "179.00");
    assert_success(&counter.pos.logout(&used, None).await.unwrap(), false);
    assert_eq!(counter.api.get(&target).await.unwrap().text_at("/state"), "completed");
    assert_eq!(counter.balance().await, "179.00");
}

#[tokio::test]
async fn an_operation_says_what_the_cashier_shall_do() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("10.00").await;
    assert_eq!(counter.pos.operation(&session).await.unwrap().text_at("/do"), "withdraw");
    counter.withdraw(&session, "10").await;
    let pending = counter.pos.operation(&session).await.unwrap();
    assert_eq!((pending.text_at("/state"), pending.text_at("/do")), ("pending", "hand_out"));
    assert_eq!(pending.text_at("/held/amount"), "10.00", "{}", pending.text);
    counter.pos.logout(&session, None).await.unwrap();
    let done = counter.pos.operation(&session).await.unwrap();
    assert_eq!((done.text_at("/state"), done.text_at("/do")), ("completed", "already_paid"));
    let session = Session { token_id: "00000000-0000-0000-0000-000000000000".to_owned(), ..session };
    assert_eq!(counter.pos.operation(&session).await.unwrap().status.as_u16(), 401);
}
