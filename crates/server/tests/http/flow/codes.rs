//! Codes at the door: one answer for everything that is wrong with the phone or the code.

use serde_json::json;
use specie_client::Reply;

use crate::counter::{Counter, assert_error};
use crate::program::{Program, folder};

/// What an answer shows of its cause: all but its own id and the instant it was made.
fn shown(reply: &Reply) -> (u16, String, Vec<String>) {
    let body = reply.text.replace(reply.text_at("/status/operation_id"), "<FRESH>");
    let mut headers: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
    headers.sort();
    (reply.status.as_u16(), body, headers)
}

#[tokio::test]
async fn every_wrong_phone_or_code_gets_one_answer() {
    let folder = folder();
    // Guesses in one second would be throttled; here it is the answers that are compared.
    let flags = ["--code-window-s", "900", "--code-next-window-under-s", "0", "--guess-key-burst-max", "100"];
    let program = Program::demo_with(folder.path(), &flags);
    let mut answers = Vec::new();
    let mut counter = Counter::of_the_page(&program);
    answers.push(("no code armed", counter.login("123456").await));
    let unknown = counter.pos.login(&counter.pos_id, "123456", "+4915112345678", None).await.unwrap();
    answers.push(("unknown phone", unknown));

    let mut armed = Counter::number(&program, 0, "GBP");
    let code = armed.arm("10.00").await.text_at("/code").to_owned();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    answers.push(("wrong code", armed.login(wrong).await));
    armed.arm("10.00").await;
    answers.push(("a code armed over", armed.login(&code).await));

    let mut elsewhere = Counter::number(&program, 1, "GBP");
    let body = json!({ "pos_id": program.text("/pos/1/pos_id"), "amount": elsewhere.money("10.00") });
    let code = elsewhere.arm_with(body).await.text_at("/code").to_owned();
    answers.push(("bound to another POS", elsewhere.login(&code).await));

    let mut used = Counter::number(&program, 2, "GBP");
    let code = used.arm("10.00").await.text_at("/code").to_owned();
    let session = used.login(&code).await.session(&used.phone).unwrap();
    used.withdraw(&session, "10").await;
    answers.push(("used", used.login(&code).await));

    let mut frozen = Counter::number(&program, 3, "GBP");
    let code = frozen.arm("10.00").await.text_at("/code").to_owned();
    frozen.post(&format!("/api/v1/wallets/{}/freeze", frozen.wallet_id), json!({})).await;
    answers.push(("frozen wallet", frozen.login(&code).await));

    let mut cancelled = Counter::number(&program, 4, "GBP");
    let code = cancelled.arm("10.00").await.text_at("/code").to_owned();
    let target = format!("/api/v1/wallets/{}/codes/current", cancelled.wallet_id);
    assert!(cancelled.api.delete(&target, None).await.unwrap().is_success());
    answers.push(("cancelled", cancelled.login(&code).await));

    let first = shown(&answers[0].1);
    for (cause, answer) in &answers {
        assert_error(answer, 401, "ERROR_OTP_NOT_VALID");
        assert_eq!(shown(answer), first, "{cause}");
    }
}

#[tokio::test]
async fn a_fifth_session_is_refused_and_its_code_not_spent() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let mut sessions = Vec::new();
    for _ in 0..4 {
        sessions.push(counter.session("1.00").await);
    }
    let code = counter.arm("1.00").await.text_at("/code").to_owned();
    assert_error(&counter.login(&code).await, 401, "ERROR_OTP_NOT_VALID");
    counter.pos.logout(&sessions[0], None).await.unwrap();
    assert!(counter.login(&code).await.session(&counter.phone).is_some());
}

#[tokio::test]
async fn three_wrong_codes_void_the_armed_one_for_this_key_only() {
    let folder = folder();
    let flags = ["--code-window-s", "900", "--code-next-window-under-s", "0", "--guess-key-burst-max", "100"];
    let program = Program::demo_with(folder.path(), &flags);
    let mut counter = Counter::of_the_page(&program);
    let code = counter.arm("10.00").await.text_at("/code").to_owned();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..3 {
        assert_error(&counter.login(wrong).await, 401, "ERROR_OTP_NOT_VALID");
    }
    assert_error(&counter.login(&code).await, 401, "ERROR_OTP_NOT_VALID");
}

#[tokio::test]
async fn a_burst_of_wrong_codes_is_throttled_by_key_and_not_by_phone() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let mut answers = Vec::new();
    for number in 0..40 {
        let phone = format!("+4915112345{number:03}");
        answers.push(counter.pos.login(&counter.pos_id, "123456", &phone, None).await.unwrap());
    }
    let throttled =
        answers.iter().find(|answer| answer.status.as_u16() == 429).expect("one of them is throttled");
    assert_error(throttled, 429, "ERROR_TOO_MANY_REQUESTS");
    assert_ne!(throttled.header("retry-after"), "");
}

#[tokio::test]
async fn open_codes_and_sums_above_the_cap_are_not_armed() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let target = format!("/api/v1/wallets/{}/codes", counter.wallet_id);
    for (body, status) in [
        (json!({ "amount": counter.money("10.00") }), 422),
        (json!({ "pos_id": counter.pos_id }), 422),
        (json!({ "pos_id": counter.pos_id, "amount": counter.money("1000000.00") }), 422),
        (json!({ "pos_id": counter.pos_id, "amount": counter.money("10.001") }), 400),
        (
            json!({ "pos_id": counter.pos_id, "amount": counter.money("10.00"), "max_amount": counter.money("10.00") }),
            400,
        ),
        (json!({ "pos_id": "no-such-pos", "amount": counter.money("10.00") }), 404),
    ] {
        let refused = counter.post(&target, body.clone()).await;
        assert_eq!(refused.status.as_u16(), status, "{body}: {}", refused.text);
        assert_eq!(refused.header("content-type"), "application/problem+json", "{body}");
        assert_ne!(refused.text_at("/code"), "", "{}", refused.text);
        assert_eq!(refused.body["money_moved"], json!(false), "{}", refused.text);
    }
}
