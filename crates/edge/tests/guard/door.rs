//! A front door of its own for each test, with a handler that says what it saw.

use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::{Request, Response};
use specie_edge::http::{CloseSilently, Drained, Limits, read_body, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;
use uuid::Uuid;

/// Only so that a hang is a failure; no test waits for it.
const HANG: Duration = Duration::from_secs(20);
pub(crate) const BODY_BYTES_MAX: usize = 16 * 1024;

/// What the handler shares with the test.
#[derive(Default)]
pub(crate) struct Handled {
    /// Method, path and body of every request that came through.
    seen: Mutex<Vec<String>>,
    pub(crate) slow_one_began: Notify,
    pub(crate) slow_one_may_end: Notify,
}

pub(crate) struct Door {
    pub(crate) address: SocketAddr,
    pub(crate) handled: Arc<Handled>,
    stop: oneshot::Sender<()>,
    running: JoinHandle<Drained>,
}

impl Door {
    pub(crate) async fn open(limits: Limits) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let handled = Arc::new(Handled::default());
        let (stop, stopped) = oneshot::channel();
        let shared = Arc::clone(&handled);
        let handler = move |request, _peer| handle(request, Arc::clone(&shared), limits);
        let ids = AtomicU64::new(1);
        let fresh_id = Arc::new(move || Uuid::from_u128(ids.fetch_add(1, Ordering::Relaxed).into()));
        let running = tokio::spawn(async move {
            let shutdown = async {
                let _ = stopped.await;
            };
            serve(listener, handler, fresh_id, limits, shutdown).await
        });
        Self { address, handled, stop, running }
    }

    pub(crate) async fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        stream
    }

    /// Everything the door answers to these bytes when we then say nothing more.
    pub(crate) async fn say_and_hang_up(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.unwrap();
        stream.shutdown().await.unwrap();
        read_to_end(&mut stream).await
    }

    /// The same, but it is for the door to end the connection.
    pub(crate) async fn say_and_wait(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.unwrap();
        read_to_end(&mut stream).await
    }

    /// What was handled since the last call.
    pub(crate) fn seen(&self) -> Vec<String> {
        std::mem::take(&mut *self.handled.seen.lock().unwrap())
    }

    /// Begins the shutdown and waits until nobody is let in any more.
    pub(crate) async fn stop_accepting(self) -> JoinHandle<Drained> {
        self.stop.send(()).unwrap();
        or_hang(async { while TcpStream::connect(self.address).await.is_ok() {} }).await;
        self.running
    }
}

pub(crate) async fn or_hang<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(HANG, what).await.expect("this should have been over long ago")
}

/// All bytes until the end. A reset is an end, too: what was read before it counts.
pub(crate) async fn read_to_end(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let _ = or_hang(stream.read_to_end(&mut answer)).await;
    String::from_utf8(answer).unwrap()
}

/// Reads until the answer read so far ends with `end`.
pub(crate) async fn read_until(stream: &mut TcpStream, end: &str) -> String {
    let mut answer = Vec::new();
    while !answer.ends_with(end.as_bytes()) {
        let byte = or_hang(stream.read_u8()).await;
        answer.push(byte.unwrap_or_else(|failure| {
            panic!("{failure} after {:?}", String::from_utf8_lossy(&answer));
        }));
    }
    String::from_utf8(answer).unwrap()
}

async fn handle(
    request: Request<Incoming>,
    handled: Arc<Handled>,
    limits: Limits,
) -> Result<Response<Full<Bytes>>, CloseSilently> {
    let (head, body) = request.into_parts();
    let body = match read_body(body, BODY_BYTES_MAX, limits.body_timeout_ms).await {
        Ok(body) => String::from_utf8(body.to_vec()).unwrap(),
        Err(failure) => {
            let answer = Response::builder().status(400).header("connection", "close");
            return Ok(answer.body(Full::from(failure.to_string())).unwrap());
        }
    };
    let seen = format!("{} {} {body}", head.method, head.uri.path());
    handled.seen.lock().unwrap().push(seen.clone());
    match head.uri.path() {
        "/silent" => return Err(CloseSilently),
        "/slow" => {
            handled.slow_one_began.notify_one();
            handled.slow_one_may_end.notified().await;
        }
        "/panic" => panic!("the handler of this test panics"),
        _ => {}
    }
    Ok(Response::new(Full::from(format!("<{seen}>"))))
}
