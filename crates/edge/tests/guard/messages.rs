//! Where one message ends and the next begins, however the bytes arrive.

use specie_edge::http::Limits;
use tokio::io::AsyncWriteExt;

use crate::door::{BODY_BYTES_MAX, Door, read_to_end, read_until};

const LOGIN: &str = "POST /v1/pos/login/z/876680 HTTP/1.1\r\nHost: pos\r\naccess_key: K\r\n\
                     phone_number: +14155559992\r\nContent-Length: 2\r\n\r\n{}";

fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: pos\r\n\r\n")
}

fn chunked(path: &str, body: &str) -> String {
    format!("POST {path} HTTP/1.1\r\nHost: pos\r\nTransfer-Encoding: chunked\r\n\r\n{body}")
}

fn sized(path: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nHost: pos\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Status and body of every answer in a stream of them, in order.
fn bodies(answers: &str) -> Vec<&str> {
    answers.split("HTTP/1.").skip(1).map(|answer| answer.split_once("\r\n\r\n").unwrap().1).collect()
}

#[tokio::test]
async fn a_request_in_single_bytes_is_handled_like_one_in_one_piece() {
    let door = Door::open(Limits::default()).await;
    let mut stream = door.connect().await;
    for byte in LOGIN.bytes() {
        stream.write_all(&[byte]).await.unwrap();
        tokio::task::yield_now().await;
    }
    read_until(&mut stream, "<POST /v1/pos/login/z/876680 {}>").await;
    assert_eq!(door.seen(), ["POST /v1/pos/login/z/876680 {}"]);
}

#[tokio::test]
async fn pipelined_requests_with_all_kinds_of_bodies_are_answered_in_order() {
    let door = Door::open(Limits::default()).await;
    let requests = [
        get("/1"),
        sized("/2", "two"),
        chunked("/3", "3\r\nthr\r\n2;x=y\r\nee\r\n0\r\n\r\n"),
        sized("/4", ""),
        sized("/5", "GET /smuggled HTTP/1.1\r\nHost: pos\r\n\r\n"),
        chunked("/6", "0\r\n\r\n"),
        get("/7"),
    ];
    let answers = door.say_and_hang_up(requests.concat().as_bytes()).await;
    let wanted = [
        "<GET /1 >",
        "<POST /2 two>",
        "<POST /3 three>",
        "<POST /4 >",
        "<POST /5 GET /smuggled HTTP/1.1\r\nHost: pos\r\n\r\n>",
        "<POST /6 >",
        "<GET /7 >",
    ];
    let answers: Vec<&str> = answers.split("content-length: ").skip(1).collect();
    assert_eq!(answers.len(), wanted.len(), "{answers:?}");
    for (answer, wanted) in answers.iter().zip(wanted) {
        assert!(answer.contains(wanted), "{wanted}: {answer}");
    }
}

#[tokio::test]
async fn many_more_pipelined_requests_than_one_read_holds_are_all_answered() {
    let door = Door::open(Limits::default()).await;
    let body = "b".repeat(3_000);
    let requests: String = (0..40).map(|number| sized(&format!("/{number}"), &body)).collect();
    let answers = door.say_and_hang_up(requests.as_bytes()).await;
    assert_eq!(bodies(&answers).len(), 40);
    assert_eq!(door.seen().len(), 40);
}

#[tokio::test]
async fn one_connection_serves_request_after_request_with_bodies() {
    let door = Door::open(Limits::default()).await;
    let mut stream = door.connect().await;
    for number in 0..5 {
        let path = format!("/{number}");
        for request in [sized(&path, "hello"), chunked(&path, "5\r\nhello\r\n0\r\n\r\n")] {
            stream.write_all(request.as_bytes()).await.unwrap();
            read_until(&mut stream, &format!("<POST {path} hello>")).await;
        }
    }
    assert_eq!(door.seen().len(), 10);
}

#[tokio::test]
async fn a_bad_head_behind_a_good_request_is_refused_after_the_good_answer() {
    let door = Door::open(Limits::default()).await;
    let requests = format!("{}GET /2 HTTP/1.1\nHost: pos\n\n{}", sized("/1", "one"), get("/3"));
    let answers = door.say_and_wait(requests.as_bytes()).await;
    let answers = bodies(&answers);
    assert_eq!(answers.len(), 2, "{answers:?}");
    assert_eq!(answers[0], "<POST /1 one>");
    assert!(answers[1].contains("bare line feed"), "{}", answers[1]);
    assert_eq!(door.seen(), ["POST /1 one"]);
}

#[tokio::test]
async fn a_bad_head_behind_a_slow_request_waits_for_its_answer() {
    let door = Door::open(Limits::default()).await;
    let mut stream = door.connect().await;
    let requests = format!("{}GET /2 HTTP/1.1\nHost: pos\n\n", get("/slow"));
    stream.write_all(requests.as_bytes()).await.unwrap();
    door.handled.slow_one_began.notified().await;
    door.handled.slow_one_may_end.notify_one();
    let answers = read_to_end(&mut stream).await;
    let answers = bodies(&answers);
    assert_eq!(answers.len(), 2, "{answers:?}");
    assert_eq!(answers[0], "<GET /slow >");
    assert!(answers[1].contains("INVALID_REQUEST"), "{}", answers[1]);
}

#[tokio::test]
async fn nothing_is_read_behind_a_request_that_ends_its_connection() {
    let door = Door::open(Limits::default()).await;
    for first in
        ["GET /1 HTTP/1.1\r\nHost: pos\r\nConnection: close\r\n\r\n", "GET /1 HTTP/1.0\r\nHost: pos\r\n\r\n"]
    {
        for second in [get("/2"), "GET /2 HTTP/1.1\n\n".to_owned()] {
            let answers = door.say_and_wait(format!("{first}{second}").as_bytes()).await;
            assert_eq!(bodies(&answers), ["<GET /1 >"], "{first:?} then {second:?}");
            assert_eq!(door.seen(), ["GET /1 "]);
        }
    }
}

#[tokio::test]
async fn broken_chunk_framing_breaks_the_body_and_ends_the_connection() {
    let door = Door::open(Limits::default()).await;
    for body in [
        "5\nhello\r\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n",
        "5 \r\nhello\r\n0\r\n\r\n",
        "0x5\r\nhello\r\n0\r\n\r\n",
        "fffffffff\r\nhello\r\n0\r\n\r\n",
        "-1\r\nhello\r\n0\r\n\r\n",
        "\r\nhello\r\n0\r\n\r\n",
        "5\r\nhello\r\n0\r\nx-trailer: y\r\n\r\n",
        "5\r\nhello\r\n0\r\n\n",
        "5;\n\r\nhello\r\n0\r\n\r\n",
    ] {
        let requests = format!("{}{}", chunked("/1", body), get("/2"));
        let answers = door.say_and_wait(requests.as_bytes()).await;
        assert_eq!(bodies(&answers), ["The request body is broken."], "{body:?}: {answers}");
        assert_eq!(door.seen(), [""; 0], "{body:?}");
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_and_the_refusal_arrives_though_we_keep_sending() {
    let door = Door::open(Limits::default()).await;
    let (fits, too_large) = ("a".repeat(BODY_BYTES_MAX), "a".repeat(BODY_BYTES_MAX + 1));
    let size = too_large.len();
    let in_chunks = format!("{size:x}\r\n{too_large}\r\n0\r\n\r\n");
    for request in [sized("/1", &too_large), chunked("/1", &in_chunks)] {
        let answers = door.say_and_wait(request.as_bytes()).await;
        assert_eq!(bodies(&answers), ["The request body is too large."]);
        assert!(answers.contains("connection: close"), "{answers}");
    }
    assert_eq!(door.seen(), [""; 0]);
    let answers = door.say_and_hang_up(sized("/1", &fits).as_bytes()).await;
    assert_eq!(bodies(&answers), [format!("<POST /1 {fits}>")]);
}

#[tokio::test]
async fn a_client_that_waits_for_leave_to_send_its_body_gets_it() {
    let door = Door::open(Limits::default()).await;
    let mut stream = door.connect().await;
    let head = "POST /1 HTTP/1.1\r\nHost: pos\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    assert_eq!(read_until(&mut stream, "\r\n\r\n").await, "HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(b"hello").await.unwrap();
    read_until(&mut stream, "<POST /1 hello>").await;
}

#[tokio::test]
async fn a_client_that_hangs_up_inside_a_message_is_told_so() {
    let door = Door::open(Limits::default()).await;
    let whole = sized("/1", "hello");
    for length in [1, 5, whole.len() - 6] {
        let answer = door.say_and_hang_up(&whole.as_bytes()[..length]).await;
        assert!(answer.contains("The request head ended before its empty line."), "{length}: {answer}");
    }
    let answer = door.say_and_hang_up(&whole.as_bytes()[..whole.len() - 1]).await;
    assert_eq!(bodies(&answer), ["The request body is broken."]);
    assert_eq!(door.seen(), [""; 0]);
    assert_eq!(door.say_and_hang_up(b"").await, "", "nothing asked, nothing answered");
}
