//! Every rule of the guard: the head that breaks it, beside the nearest one that does not.

use serde_json::Value;
use specie_edge::http::{Limits, Refusal};
use specie_wire::api::Problem;

use crate::door::Door;

/// Stands in the paths of all cases and must come back in no refusal.
const CODE: &str = "876680";
const SMUGGLED: &str = "GET /v1/smuggled HTTP/1.1\r\nHost: pos\r\n\r\n";

const LENGTH: Refusal = Refusal::ContentLength { digits_max: 10 };

struct Case {
    refusal: Refusal,
    bad: Vec<u8>,
    good: Vec<u8>,
}

fn case(refusal: Refusal, bad: impl Into<Vec<u8>>, good: impl Into<Vec<u8>>) -> Case {
    Case { refusal, bad: bad.into(), good: good.into() }
}

/// A request with this first line.
fn line(first: &str) -> String {
    format!("{first}\r\nHost: pos\r\n\r\n")
}

/// A request with these headers, each with its CR LF, and this body.
fn post(headers: &str, body: &str) -> String {
    format!("POST /v1/pos/login/z/{CODE} HTTP/1.1\r\nHost: pos\r\n{headers}\r\n{body}")
}

fn post_bytes(headers: &[u8]) -> Vec<u8> {
    let start = format!("POST /v1/pos/login/z/{CODE} HTTP/1.1\r\nHost: pos\r\n");
    [start.as_bytes(), headers, b"\r\n\r\n"].concat()
}

fn get(target: &str) -> String {
    line(&format!("GET {target} HTTP/1.1"))
}

fn target_of_length(bytes: usize) -> String {
    format!("/v1/{}", "a".repeat(bytes - 4))
}

fn head_of_length(bytes: usize) -> String {
    let empty = post("x-filler: \r\n", "").len();
    post(&format!("x-filler: {}\r\n", "a".repeat(bytes - empty)), "")
}

/// One more than these: the host.
fn headers(count: usize) -> String {
    post(&(1..count).map(|number| format!("x-{number}: 1\r\n")).collect::<String>(), "")
}

fn line_ends() -> Vec<Case> {
    let good = post("a: b\r\n", "");
    vec![
        case(Refusal::BareLineFeed, "GET / HTTP/1.1\nHost: pos\n\n", get("/")),
        case(Refusal::BareLineFeed, "GET / HTTP/1.1\nHost: pos\r\n\r\n", get("/")),
        case(Refusal::BareLineFeed, "GET / HTTP/1.1\r\nHost: pos\n\r\n", get("/")),
        case(Refusal::BareLineFeed, "GET / HTTP/1.1\r\nHost: pos\r\n\n", get("/")),
        case(Refusal::BareLineFeed, post("a: b\n", ""), good.clone()),
        case(Refusal::BareLineFeed, post("a: b\nContent-Length: 5\r\n", "hello"), good.clone()),
        case(Refusal::BareCarriageReturn, post("a: b\rContent-Length: 5\r\n", "hello"), good.clone()),
        case(Refusal::BareCarriageReturn, post("a: b\r\r\n", ""), good.clone()),
        case(Refusal::BareCarriageReturn, "GET / HTTP/1.1\rHost: pos\r\n\r\n", get("/")),
        case(Refusal::RequestLine, format!("\r\n{}", get("/")), get("/")),
        case(Refusal::BareLineFeed, format!("\n{}", get("/")), get("/")),
        case(Refusal::ControlByte, post_bytes(b"a: b\0c"), post_bytes(b"a: b\tc")),
        case(Refusal::ControlByte, post_bytes(b"a: b\x01c"), post_bytes(b"a: b c")),
        case(Refusal::ControlByte, post_bytes(b"a: b\x0bc"), post_bytes(b"a: bc")),
        case(Refusal::ControlByte, post_bytes(b"a: b\x0cc"), post_bytes(b"a: b\xc2\xa3c")),
        case(Refusal::ControlByte, post_bytes(b"a: b\x1b[31m"), post_bytes(b"a: b[31m")),
        case(Refusal::ControlByte, post_bytes(b"a: b\x7f"), post_bytes(b"a: b~")),
        case(Refusal::ControlByte, post_bytes(b"a\0: b"), post_bytes(b"a0: b")),
        case(Refusal::ControlByte, line("GET /v1/\0 HTTP/1.1"), line("GET /v1/0 HTTP/1.1")),
        case(Refusal::ControlByte, line("\0GET /v1/0 HTTP/1.1"), line("GET /v1/0 HTTP/1.1")),
    ]
}

fn request_lines() -> Vec<Case> {
    vec![
        case(Refusal::RequestLine, line("GET  / HTTP/1.1"), get("/")),
        case(Refusal::RequestLine, line("GET /  HTTP/1.1"), get("/")),
        case(Refusal::RequestLine, line("GET / HTTP/1.1 "), get("/")),
        case(Refusal::RequestLine, line(" GET / HTTP/1.1"), get("/")),
        case(Refusal::RequestLine, line(&format!("GET /v1/{CODE} x HTTP/1.1")), get("/v1/x")),
        case(Refusal::RequestLine, line("GET /"), get("/")),
        case(Refusal::RequestLine, line("GET"), get("/")),
        case(Refusal::RequestLine, line("GET\t/\tHTTP/1.1"), get("/")),
        case(Refusal::Method, line("G(T / HTTP/1.1"), line("G_T / HTTP/1.1")),
        case(Refusal::Method, line("GET: / HTTP/1.1"), line("GET. / HTTP/1.1")),
        case(Refusal::Method, line("CONNECT /v1/ HTTP/1.1"), line("OPTIONS /v1/ HTTP/1.1")),
        case(Refusal::Method, line("CONNECT pos:443 HTTP/1.1"), line("OPTIONS /v1/ HTTP/1.1")),
        case(Refusal::Version, line("GET / HTTP/0.9"), line("GET / HTTP/1.0")),
        case(Refusal::Version, line("GET / HTTP/1.2"), line("GET / HTTP/1.1")),
        case(Refusal::Version, line("GET / HTTP/2.0"), line("GET / HTTP/1.1")),
        case(Refusal::Version, line("GET / HTTP/1.10"), line("GET / HTTP/1.0")),
        case(Refusal::Version, line("GET / http/1.1"), line("GET / HTTP/1.1")),
        case(Refusal::Version, line("GET / HTTP/01.1"), line("GET / HTTP/1.1")),
        case(Refusal::Version, line("GET / HTTP/1,1"), line("GET / HTTP/1.1")),
        case(Refusal::Version, line("GET / HTTP/1.1\t"), line("GET / HTTP/1.1")),
        case(Refusal::TargetForm, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", get("/")),
    ]
}

fn targets() -> Vec<Case> {
    vec![
        case(Refusal::TargetForm, get("http://pos/v1/pos/echo"), get("/v1/pos/echo")),
        case(Refusal::TargetForm, get("HTTP://pos/"), get("/")),
        case(Refusal::TargetForm, get("pos:8080"), get("/pos:8080")),
        case(Refusal::TargetForm, line("OPTIONS * HTTP/1.1"), line("OPTIONS /* HTTP/1.1")),
        case(Refusal::TargetForm, get("v1/pos/echo"), get("/v1/pos/echo")),
        case(Refusal::TargetForm, get("?/v1/pos/echo"), get("/?/v1/pos/echo")),
        case(Refusal::TargetForm, get("\\v1"), get("/v1")),
        case(Refusal::TargetCharacter, get(&format!("/v1/{CODE}#x")), get("/v1/%23x")),
        case(Refusal::TargetCharacter, get("/v1?a#x"), get("/v1?a")),
        case(Refusal::TargetCharacter, get("/v1\\pos"), get("/v1/pos")),
        case(Refusal::TargetCharacter, get("/v1/<a>"), get("/v1/(a)")),
        case(Refusal::TargetCharacter, get("/v1/\"a\""), get("/v1/'a'")),
        case(Refusal::TargetCharacter, get("/v1/{a}"), get("/v1/[a]")),
        case(Refusal::TargetCharacter, get("/v1/a|b"), get("/v1/a,b")),
        case(Refusal::TargetCharacter, get("/v1/a\tb"), get("/v1/a+b")),
        case(Refusal::TargetCharacter, b"GET /\xff HTTP/1.1\r\nHost: pos\r\n\r\n", get("/٣")),
        case(
            Refusal::TargetTooLong { bytes_max: 2048 },
            get(&target_of_length(2049)),
            get(&target_of_length(2048)),
        ),
        case(
            Refusal::TargetTooLong { bytes_max: 2048 },
            get(&format!("/?{}", "a".repeat(2047))),
            get(&format!("/?{}", "a".repeat(2046))),
        ),
    ]
}

fn header_lines() -> Vec<Case> {
    let good = post("a: b\r\n", "");
    let one = "Content-Length: 5\r\n";
    vec![
        case(Refusal::FoldedHeader, post("a: b\r\n c\r\n", ""), post("a: b c\r\n", "")),
        case(Refusal::FoldedHeader, post("a: b\r\n\tc\r\n", ""), post("a: b\tc\r\n", "")),
        case(Refusal::FoldedHeader, post("a: b\r\n \r\n", ""), good.clone()),
        case(Refusal::FoldedHeader, post(&format!("a:\r\n {one}"), "hello"), post(one, "hello")),
        case(Refusal::FoldedHeader, "GET / HTTP/1.1\r\n Host: pos\r\n\r\n", get("/")),
        case(Refusal::SpaceBeforeColon, post("Content-Length : 5\r\n", "hello"), post(one, "hello")),
        case(Refusal::SpaceBeforeColon, post("a\t: b\r\n", ""), good.clone()),
        case(
            Refusal::SpaceBeforeColon,
            post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"),
        ),
        case(Refusal::EmptyHeaderName, post(": b\r\n", ""), post("b:\r\n", "")),
        case(Refusal::HeaderWithoutColon, post("a\r\n", ""), post("a:\r\n", "")),
        case(Refusal::HeaderName, post("a b: c\r\n", ""), post("a_b: c\r\n", "")),
        case(Refusal::HeaderName, post("a\"b: c\r\n", ""), post("a'b: c\r\n", "")),
        case(Refusal::HeaderName, post("a(b): c\r\n", ""), post("a~b: c\r\n", "")),
        case(Refusal::HeaderName, post("a/b: c\r\n", ""), post("a|b: c\r\n", "")),
        case(Refusal::HeaderName, post("a[0]: c\r\n", ""), post("a-0: c\r\n", "")),
        case(Refusal::HeaderName, post("phone_numbér: 1\r\n", ""), post("phone_number: 1\r\n", "")),
        case(Refusal::TooManyHeaders { headers_max: 64 }, headers(65), headers(64)),
        case(Refusal::HeadTooLarge { bytes_max: 8192 }, head_of_length(8193), head_of_length(8192)),
        case(Refusal::HeadTooLarge { bytes_max: 8192 }, "GET /".repeat(2000), get("/")),
        case(
            Refusal::HeadTooLarge { bytes_max: 8192 },
            post(&format!("a: {}", "b".repeat(9000)), ""),
            post(&format!("a: {}\r\n", "b".repeat(7000)), ""),
        ),
        case(Refusal::HostMissing, "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"),
        case(Refusal::HostMissing, "GET / HTTP/1.1\r\nHosts: pos\r\n\r\n", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
        case(Refusal::Host, "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a.b\r\n\r\n"),
        case(
            Refusal::Host,
            "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
        ),
        case(Refusal::Host, "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET / HTTP/1.1\r\nhost:a:80\r\n\r\n"),
    ]
}

fn repeated_headers() -> Vec<Case> {
    let mut cases = vec![
        case(Refusal::RepeatedHeader("host"), post("Host: pos\r\n", ""), post("x-host: pos\r\n", "")),
        case(Refusal::RepeatedHeader("host"), post("HOST: other\r\n", ""), post("x: HOST\r\n", "")),
        case(
            Refusal::RepeatedHeader("content-length"),
            post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"),
            post("Content-Length: 5\r\nContent-Lengths: 5\r\n", "hello"),
        ),
        case(
            Refusal::RepeatedHeader("content-length"),
            post("Content-Length: 5\r\ncontent-length: 0\r\n", "hello"),
            post("content-length: 5\r\n", "hello"),
        ),
        case(
            Refusal::RepeatedHeader("transfer-encoding"),
            post("Transfer-Encoding: chunked\r\ntransfer-encoding: chunked\r\n", "0\r\n\r\n"),
            post("transfer-encoding: chunked\r\n", "0\r\n\r\n"),
        ),
    ];
    for name in [
        "access_key",
        "token_id",
        "operation_id",
        "phone_number",
        "idempotency",
        "idempotency-key",
        "salt",
        "timestamp",
        "signature",
        "authorization",
        "transaction_id",
    ] {
        let twice = format!("{name}: {CODE}\r\nx: y\r\n{}: {CODE}\r\n", name.to_uppercase());
        let once = format!("{name}: {CODE}\r\nx: y\r\nx: y\r\nx-{name}: {CODE}\r\n");
        cases.push(case(Refusal::RepeatedHeader(name), post(&twice, ""), post(&once, "")));
    }
    cases
}

fn body_lengths() -> Vec<Case> {
    let length = |value: &str| post(&format!("Content-Length:{value}\r\n"), "hello");
    let coding = |value: &str| post(&format!("Transfer-Encoding:{value}\r\n"), "0\r\n\r\n");
    let chunked = coding(" chunked");
    let both = |first: &str, second: &str| post(&format!("{first}\r\n{second}\r\n"), "0\r\n\r\n");
    let (te, cl) = ("Transfer-Encoding: chunked", "Content-Length: 5");
    vec![
        case(Refusal::LengthAndCoding, both(te, cl), both(te, "x: 5")),
        case(Refusal::LengthAndCoding, both(cl, te), both("x: 5", te)),
        case(Refusal::LengthAndCoding, both("content-length: 0", te), chunked.clone()),
        case(LENGTH, length(" +5"), length(" 5")),
        case(LENGTH, length(" -5"), length(" 5 ")),
        case(LENGTH, length(" 5,5"), length("\t5")),
        case(LENGTH, length(" 5, 5"), length("5")),
        case(LENGTH, length(" 5 5"), length(" 05")),
        case(LENGTH, length(" 0x5"), length(" 0000000005")),
        case(LENGTH, length(" 5.0"), length(" 5")),
        case(LENGTH, length(" 5e0"), length(" 5")),
        case(LENGTH, length(" \"5\""), length(" 5")),
        case(LENGTH, length(" ٥"), length(" 5")),
        case(LENGTH, length(""), length(" 5")),
        case(LENGTH, length(" "), length(" 5")),
        case(LENGTH, length(" five"), length(" 5")),
        case(LENGTH, length(" 00000000005"), length(" 0000000005")),
        case(LENGTH, length(" 18446744073709551621"), length(" 5")),
        case(Refusal::TransferEncoding, coding(" Chunked"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" xchunked"), chunked.clone()),
        case(Refusal::TransferEncoding, coding("  chunked"), coding("chunked")),
        case(Refusal::TransferEncoding, coding("\tchunked"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" chunked "), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" chunked,"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" chunked, identity"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" identity, chunked"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" gzip, chunked"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" identity"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" \"chunked\""), chunked.clone()),
        case(Refusal::TransferEncoding, coding(" chunked;q=1"), chunked.clone()),
        case(Refusal::TransferEncoding, coding(""), chunked.clone()),
        case(
            Refusal::TransferEncoding,
            format!("POST / HTTP/1.0\r\n{te}\r\n\r\n0\r\n\r\n"),
            "POST / HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello",
        ),
    ]
}

#[tokio::test]
async fn every_head_that_breaks_a_rule_is_refused_unseen_and_its_good_neighbour_is_handled() {
    let door = Door::open(Limits::default()).await;
    let groups =
        [line_ends(), request_lines(), targets(), header_lines(), repeated_headers(), body_lengths()];
    let cases: Vec<Case> = groups.into_iter().flatten().collect();
    assert!(cases.len() >= 60, "only {} cases", cases.len());
    for Case { refusal, bad, good } in cases {
        let shown = String::from_utf8_lossy(&bad);
        let answer = door.say_and_wait(&[&bad, SMUGGLED.as_bytes()].concat()).await;
        assert_is_refusal(&answer, refusal, &shown);
        assert_eq!(door.seen(), [""; 0], "handled though refused: {shown:?}");

        let shown = String::from_utf8_lossy(&good);
        let answer = door.say_and_hang_up(&good).await;
        assert!(
            answer.starts_with("HTTP/1.1 200 ") || answer.starts_with("HTTP/1.0 200 "),
            "{shown:?}: {answer}"
        );
        assert_eq!(door.seen().len(), 1, "{shown:?}");
    }
}

fn assert_is_refusal(answer: &str, refusal: Refusal, shown: &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{shown:?}: {answer:?}"));
    assert!(head.starts_with("HTTP/1.1 400 Bad Request\r\n"), "{shown:?}: {head}");
    assert!(head.contains("\r\nconnection: close"), "{shown:?}: {head}");
    assert!(head.contains("\r\ncontent-type: application/json\r\n"), "{shown:?}: {head}");
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", body.len())), "{shown:?}: {head}");
    let mut body: Value = serde_json::from_str(body).unwrap();
    let operation_id = body["status"]["operation_id"].take();
    assert_eq!(operation_id.as_str().unwrap().len(), 36, "{shown:?}");
    let message = refusal.to_string();
    let wanted = serde_json::json!({"status": {
        "error_code": "INVALID_REQUEST",
        "status": "ERROR",
        "message": message,
        "response_code": "INVALID_REQUEST",
        "operation_id": null,
    }});
    assert_eq!(body, wanted, "{shown:?}");
    assert!(!answer.contains(CODE), "{shown:?} is echoed: {answer}");
}

#[tokio::test]
async fn each_refusal_carries_its_own_operation_id_and_members_in_the_documented_order() {
    let door = Door::open(Limits::default()).await;
    for number in 1..=2 {
        let answer = door.say_and_wait(get("*").as_bytes()).await;
        let body = answer.split_once("\r\n\r\n").unwrap().1;
        let wanted = format!(
            "{{\"status\":{{\"error_code\":\"INVALID_REQUEST\",\"status\":\"ERROR\",\"message\":\
             \"The request target must start with a slash.\",\"response_code\":\"INVALID_REQUEST\",\
             \"operation_id\":\"00000000-0000-0000-0000-00000000000{number}\"}}}}"
        );
        assert_eq!(body, wanted);
    }
}

#[tokio::test]
async fn a_refusal_under_api_is_a_problem_document() {
    let door = Door::open(Limits::default()).await;
    let head = format!("POST /api/v1/wallets/{CODE} HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n");
    let answer = door.say_and_wait(head.as_bytes()).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(
        head.starts_with("HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json\r\n"),
        "{head}"
    );
    let problem: Problem = serde_json::from_str(body).unwrap();
    assert_eq!(
        (problem.code.as_ref(), problem.problem_type.as_ref()),
        ("invalid_request", "/errors/invalid_request")
    );
    assert_eq!(problem.detail, "The header host may be sent only once.");
    assert_eq!((problem.status, problem.money_moved), (400, Some(false)));
    assert!(head.contains(&format!("request-id: {}", problem.request_id)), "{head}");
}

/// hyper answers what it cannot parse with an empty 400; whatever the guard lets through must parse.
#[tokio::test]
async fn no_byte_at_any_place_of_a_head_gets_past_the_guard_and_fails_in_hyper() {
    let door = Door::open(Limits::default()).await;
    for byte in 0..=u8::MAX {
        for (before, after) in [
            ("G", "T / HTTP/1.1\r\nHost: pos\r\n\r\n"),
            ("GET /a", "b HTTP/1.1\r\nHost: pos\r\n\r\n"),
            ("GET /a?b", "c HTTP/1.1\r\nHost: pos\r\n\r\n"),
            ("GET / HTTP/1.", "\r\nHost: pos\r\n\r\n"),
            ("GET / HTTP/1.1\r\nHost: p", "s\r\n\r\n"),
            ("GET / HTTP/1.1\r\nHost: pos\r\na", "b: c\r\n\r\n"),
            ("GET / HTTP/1.1\r\nHost: pos\r\na: b", "c\r\n\r\n"),
            ("GET / HTTP/1.1\r\nHost: pos\r\nContent-Length: ", "\r\n\r\n"),
        ] {
            let request = [before.as_bytes(), &[byte], after.as_bytes()].concat();
            let answer = door.say_and_hang_up(&request).await;
            let handled = answer.contains(" 200 OK\r\n") || answer.ends_with("The request body is broken.");
            let refused = answer.contains("INVALID_REQUEST");
            assert!(handled || refused, "byte {byte:#04x} in {before:?}…{after:?}: {answer:?}");
        }
    }
}
