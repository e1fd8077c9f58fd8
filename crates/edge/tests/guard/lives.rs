//! How connections begin, wait and end.

use std::net::{IpAddr, Ipv4Addr};

use specie_edge::http::{Drained, Limits};
use tokio::io::AsyncWriteExt;

use crate::door::{Door, or_hang, read_to_end, read_until};

const ECHO: &[u8] = b"GET /echo HTTP/1.1\r\nHost: pos\r\n\r\n";
const SLOW: &[u8] = b"GET /slow HTTP/1.1\r\nHost: pos\r\n\r\n";
const ECHOED: &str = "<GET /echo >";

#[tokio::test]
async fn a_client_that_closed_its_side_still_gets_the_answer_it_waits_for() {
    let door = Door::open(Limits::default()).await;
    let mut stream = door.connect().await;
    stream.write_all(SLOW).await.unwrap();
    stream.shutdown().await.unwrap();
    door.handled.slow_one_began.notified().await;
    door.handled.slow_one_may_end.notify_one();
    let answer = read_to_end(&mut stream).await;
    assert!(answer.ends_with("<GET /slow >"), "{answer}");
}

#[tokio::test]
async fn a_silent_close_sends_no_byte_and_takes_no_later_request() {
    let door = Door::open(Limits::default()).await;
    let mut stream = door.connect().await;
    stream.write_all(ECHO).await.unwrap();
    read_until(&mut stream, ECHOED).await;
    stream.write_all(b"GET /silent HTTP/1.1\r\nHost: pos\r\n\r\n").await.unwrap();
    assert_eq!(read_to_end(&mut stream).await, "");
    let both = [b"GET /silent HTTP/1.1\r\nHost: pos\r\n\r\n", ECHO].concat();
    assert_eq!(door.say_and_wait(&both).await, "");
    assert_eq!(door.seen(), ["GET /echo ", "GET /silent ", "GET /silent "]);
}

#[tokio::test]
async fn a_handler_that_panics_closes_its_own_connection_and_no_other() {
    let door = Door::open(Limits::default()).await;
    assert_eq!(door.say_and_wait(b"GET /panic HTTP/1.1\r\nHost: pos\r\n\r\n").await, "");
    assert!(door.say_and_hang_up(ECHO).await.ends_with(ECHOED));
}

#[tokio::test]
async fn one_connection_too_many_of_an_address_is_closed_at_once_and_its_seat_is_free_again_later() {
    let limits = Limits { connections_per_address_max: 2, ..Limits::default() };
    let door = Door::open(limits).await;
    let mut seated = [door.connect().await, door.connect().await];
    for stream in &mut seated {
        stream.write_all(ECHO).await.unwrap();
        read_until(stream, ECHOED).await;
    }
    assert_eq!(read_to_end(&mut door.connect().await).await, "", "the third is closed unasked");
    seated[0].write_all(ECHO).await.unwrap();
    read_until(&mut seated[0], ECHOED).await;
    drop(seated);
    or_hang(async {
        let served = async || {
            let mut stream = door.connect().await;
            let _ = stream.write_all(ECHO).await;
            let _ = stream.shutdown().await;
            read_to_end(&mut stream).await.ends_with(ECHOED)
        };
        while !served().await {}
    })
    .await;
}

#[tokio::test]
async fn a_shutdown_lets_a_running_request_finish_and_closes_idle_connections() {
    let door = Door::open(Limits::default()).await;
    let mut idle = door.connect().await;
    idle.write_all(ECHO).await.unwrap();
    read_until(&mut idle, ECHOED).await;
    let mut busy = door.connect().await;
    busy.write_all(SLOW).await.unwrap();
    door.handled.slow_one_began.notified().await;

    let handled = door.handled.clone();
    let running = door.stop_accepting().await;
    assert_eq!(read_to_end(&mut idle).await, "");
    handled.slow_one_may_end.notify_one();
    let answer = read_to_end(&mut busy).await;
    assert!(answer.ends_with("<GET /slow >"), "{answer}");
    assert!(answer.contains("connection: close"), "{answer}");
    drop((idle, busy));
    assert_eq!(or_hang(running).await.unwrap(), Drained { connections_cut: 0 });
}

#[tokio::test]
async fn a_request_that_outlasts_the_drain_time_is_cut_without_an_answer() {
    let door = Door::open(Limits { drain_ms: 20, ..Limits::default() }).await;
    let mut busy = door.connect().await;
    busy.write_all(SLOW).await.unwrap();
    door.handled.slow_one_began.notified().await;
    let running = door.stop_accepting().await;
    assert_eq!(or_hang(running).await.unwrap(), Drained { connections_cut: 1 });
    assert_eq!(read_to_end(&mut busy).await, "");
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed_without_a_word() {
    let door = Door::open(Limits { head_timeout_ms: 20, ..Limits::default() }).await;
    assert_eq!(door.say_and_wait(b"").await, "", "nothing ever said");
    let door = Door::open(Limits { idle_timeout_ms: 20, ..Limits::default() }).await;
    let answer = door.say_and_wait(ECHO).await;
    assert!(answer.ends_with(ECHOED), "nothing said after the answer: {answer}");
}

#[tokio::test]
async fn a_head_that_does_not_end_in_time_is_refused() {
    // Long enough for a busy machine to get the first bytes across.
    let door = Door::open(Limits { head_timeout_ms: 500, ..Limits::default() }).await;
    let answer = door.say_and_wait(b"GET /echo HTTP/1.1\r\nHost: p").await;
    assert!(answer.contains("The request head did not arrive within 500 ms."), "{answer}");
    let answer = door.say_and_wait(&[ECHO, b"GET /echo HTTP/1.1\r"].concat()).await;
    assert!(answer.contains(ECHOED), "{answer}");
    assert!(answer.contains("The request head did not arrive within 500 ms."), "{answer}");
    assert_eq!(door.seen(), ["GET /echo "]);
}

#[tokio::test]
async fn a_body_that_does_not_end_in_time_is_given_up() {
    let door = Door::open(Limits { body_timeout_ms: 20, ..Limits::default() }).await;
    let answer = door.say_and_wait(b"POST / HTTP/1.1\r\nHost: pos\r\nContent-Length: 5\r\n\r\nhell").await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("connection: close"), "{head}");
    // Handler and guard watch the same limit; either may notice first.
    let known = ["The request body did not arrive in time.", "The request body is broken."];
    assert!(known.contains(&body), "{body}");
    assert_eq!(door.seen(), [""; 0]);
}

#[tokio::test]
async fn a_refusal_reaches_a_client_that_sends_on_without_reading() {
    let door = Door::open(Limits::default()).await;
    let rubbish = [b"GET / HTTP/1.1\n".to_vec(), vec![b'x'; 48 * 1024]].concat();
    let answer = door.say_and_wait(&rubbish).await;
    assert!(answer.contains("bare line feed"), "{answer}");
}

#[tokio::test]
async fn the_handler_learns_the_peers_address_and_port() {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let handler = move |_request, peer| {
        tell.send(peer).unwrap();
        async { Err::<hyper::Response<String>, _>(specie_edge::http::CloseSilently) }
    };
    let fresh_id = std::sync::Arc::new(uuid::Uuid::nil);
    let door =
        specie_edge::http::serve(listener, handler, fresh_id, Limits::default(), std::future::pending());
    let door = tokio::spawn(door);
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    stream.write_all(ECHO).await.unwrap();
    let peer = or_hang(told.recv()).await.unwrap();
    assert_eq!(peer.ip, IpAddr::V4(Ipv4Addr::LOCALHOST));
    assert_eq!(peer.port, stream.local_addr().unwrap().port());
    door.abort();
}
