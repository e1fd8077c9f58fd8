//! The calls of the wire's own documentation, byte by byte: what is sent stands here as it goes over the socket,
//! what comes back is compared as text.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::counter::Counter;
use crate::program::{Program, folder};

/// Status line, header names, body.
struct Answer {
    status: String,
    headers: Vec<(String, String)>,
    body: String,
}

/// Sends `request` as it stands (line ends are made CR LF) and reads to the end of the connection.
fn exchange(server: &str, request: &str) -> Answer {
    let address = server.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let head = request.trim_start().replace('\n', "\r\n").replace("HOST", address);
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap().to_owned();
    let headers = lines.map(|line| line.split_once(": ").unwrap());
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
    Answer { status, headers, body: body.to_owned() }
}

impl Answer {
    /// The text between `before` and the next quotation mark.
    fn text_after(&self, before: &str) -> String {
        let (_, rest) =
            self.body.rsplit_once(before).unwrap_or_else(|| panic!("no {before} in {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }

    /// Compares the body with `golden`, whose `<FRESH>` stands for the fresh id of this answer.
    #[track_caller]
    fn is(&self, golden: &str) {
        let fresh = self.body.split("\"operation_id\":\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(fresh.len(), 36, "{}", self.body);
        assert_eq!(self.status, "HTTP/1.1 200 OK");
        assert_eq!(self.body, golden.replace("<FRESH>", fresh));
        let kind = self.headers.iter().find(|(name, _)| name == "content-type").unwrap();
        assert!(kind.1.starts_with("application/json"), "{kind:?}");
    }
}

async fn armed(counter: &mut Counter, body: serde_json::Value) -> String {
    counter.arm_with(body).await.text_at("/code").to_owned()
}

/// The login of the documentation, and the token and operation it gave.
async fn log_in(program: &Program, counter: &mut Counter, purpose: &str) -> (String, String) {
    let body =
        serde_json::json!({ "pos_id": counter.pos_id, "amount": counter.money("10.00"), "purpose": purpose });
    let code = armed(counter, body).await;
    let login = exchange(
        &program.server,
        &format!(
            "
POST /v1/pos/login/z128ffb-11a5-11l9-93p5-1231a8maf28/{code} HTTP/1.1
Host: HOST
access_key: 8C6223151345345D
phone_number: +14155559992
Content-Type: application/json
Connection: close

"
        ),
    );
    let token = login.text_after("\"token_id\":\"");
    let operation = login.text_after("\"operation_id\":\"");
    login.is(&format!(
        r#"{{"status":{{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":"<FRESH>"}},"data":{{"token_id":"{token}","operation_id":"{operation}","accounts":[{{"account_id":"64e4a964-53b5-11e9-8495-02f0df928b","account_currency":"GBP","account_alias":"GBP","account_balance":189,"account_currency_symbol":"£"}}]}}}}"#
    ));
    (token, operation)
}

fn in_session(verb_and_path: &str, token: &str, operation: &str) -> String {
    format!(
        "
{verb_and_path} HTTP/1.1
Host: HOST
access_key: 8C6223151345345D
phone_number: +14155559992
token_id: {token}
operation_id: {operation}
Content-Type: application/json
Connection: close

"
    )
}

const STATUS_ONLY: &str = r#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":"<FRESH>"}}"#;

#[tokio::test]
async fn the_pages_three_calls_are_answered_to_the_letter() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let (token, operation) = log_in(&program, &mut counter, "withdraw").await;

    let path = "POST /v1/pos/withdraw/64e4a964-53b5-11e9-8495-02f0df928b/10";
    let withdrawn = exchange(&program.server, &in_session(path, &token, &operation));
    let transaction = withdrawn.text_after("\"transaction_id\":\"");
    withdrawn.is(&format!(
        r#"{{"status":{{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":"<FRESH>"}},"data":{{"transaction_id":"{transaction}"}}}}"#
    ));

    let closed = exchange(&program.server, &in_session("POST /v1/pos/logout", &token, &operation));
    closed.is(STATUS_ONLY);
    assert_eq!(counter.balance().await, "179.00");
    let withdrawal = counter.api.get(&format!("/api/v1/withdrawals/{transaction}")).await.unwrap();
    assert_eq!(withdrawal.text_at("/state"), "completed", "{}", withdrawal.text);
}

#[tokio::test]
async fn echo_reversal_and_deposit_are_answered_to_the_letter() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);

    let echo = exchange(
        &program.server,
        "
GET /v1/pos/echo HTTP/1.1
Host: HOST
access_key: 8C6223151345345D
Connection: close

",
    );
    assert_eq!(echo.status, "HTTP/1.1 200 OK");
    assert_eq!(
        echo.body,
        r#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":""}}"#
    );

    let (token, operation) = log_in(&program, &mut counter, "withdraw").await;
    let path = "POST /v1/pos/withdraw/64e4a964-53b5-11e9-8495-02f0df928b/10";
    drop(exchange(&program.server, &in_session(path, &token, &operation)));
    let path = "POST /v1/pos/reversal/64e4a964-53b5-11e9-8495-02f0df928b/10";
    let reversed = exchange(&program.server, &in_session(path, &token, &operation));
    let transaction = reversed.text_after("\"transaction_id\":\"");
    reversed.is(&format!(
        r#"{{"status":{{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":"<FRESH>"}},"data":{{"transaction_id":"{transaction}","operation_id":"{operation}"}}}}"#
    ));
    assert_eq!(counter.balance().await, "189.00");

    let (token, operation) = log_in(&program, &mut counter, "deposit").await;
    let body = r#"{"metadata": {"till":7,"note":"£"}}"#;
    let path = "POST /v1/pos/deposit/10/GBP";
    let head = in_session(path, &token, &operation);
    let head = head.trim_end().to_owned() + &format!("\nContent-Length: {}\n\n{body}", body.len());
    let deposited = exchange(&program.server, &head);
    let transaction = deposited.text_after("\"transaction_id\":\"");
    deposited.is(&format!(
        r#"{{"status":{{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":"<FRESH>"}},"data":{{"transaction_id":"{transaction}","metadata":{{"till":7,"note":"£"}}}}}}"#
    ));
    drop(exchange(&program.server, &in_session("POST /v1/pos/logout", &token, &operation)));
    assert_eq!(counter.balance().await, "199.00");
}

#[tokio::test]
async fn ids_match_in_either_case_and_headers_under_any_capitals() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let body =
        serde_json::json!({ "pos_id": counter.pos_id.to_uppercase(), "amount": counter.money("10.00") });
    let code = armed(&mut counter, body).await;
    let login = exchange(
        &program.server,
        &format!(
            "
POST /v1/pos/login/Z128FFB-11a5-11L9-93p5-1231a8maf28/{code} HTTP/1.1
host: HOST
Access_Key: 8C6223151345345D
PHONE_NUMBER: +14155559992
connection: close

"
        ),
    );
    assert_eq!(login.status, "HTTP/1.1 200 OK", "{}", login.body);
    let names: Vec<&String> = login.headers.iter().map(|(name, _)| name).collect();
    assert!(names.iter().any(|name| *name == "session-expires-at"), "{names:?}");
}
