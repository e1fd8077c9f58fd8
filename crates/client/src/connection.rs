//! One keep-alive connection. A connection that the server closed between two requests is opened anew; one
//! that breaks under a request is an outcome that nobody knows. Waits are bounded, in seconds.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::reply::Reply;

/// The longest wait for an answer: the server itself gives up after 25 s (pos-api.md section 2).
pub const ANSWER_WAIT_S_MAX: u64 = 30;
/// The longest wait for a connection.
const CONNECT_WAIT_S_MAX: u64 = 10;
/// The largest answer that is read.
const ANSWER_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The request cannot be written: an address, a path or a header is malformed. Nothing was sent.
    #[error("the request cannot be written: {0}")]
    Malformed(String),
    /// No connection: surely nothing was sent.
    #[error("no connection to the server, nothing was sent: {0}")]
    NotSent(String),
    /// The connection was closed without an answer, or none came in time.
    #[error("the outcome is unknown, repeat with the same keys: {0}")]
    OutcomeUnknown(String),
}

/// A request before it is written.
#[derive(Debug, Clone)]
pub struct Outgoing<'a> {
    /// Its method.
    pub method: Method,
    /// Path and query, exactly as they shall be sent behind the path of the address.
    pub target: &'a str,
    /// Its headers beside `host`.
    pub headers: Vec<(&'a str, &'a str)>,
    /// Its body; empty for none.
    pub body: String,
}

/// A connection to one server, opened when it is first needed.
#[derive(Debug)]
pub struct Connection {
    authority: String,
    /// What stands before every target: the path of the address, for a server behind a reverse proxy.
    path_prefix: String,
    sender: Option<SendRequest<Full<Bytes>>>,
}

impl Connection {
    /// To the server at `base`, as `http://127.0.0.1:8080`, or `http://10.0.0.1/cash` behind a reverse proxy.
    ///
    /// # Errors
    /// [`ClientError::Malformed`] for another scheme or no host.
    pub fn new(base: &str) -> Result<Self, ClientError> {
        let malformed = |why: String| ClientError::Malformed(format!("{base}: {why}"));
        let uri: Uri = base.parse().map_err(|why: http::uri::InvalidUri| malformed(why.to_string()))?;
        if uri.scheme_str() != Some("http") {
            return Err(malformed("an address starts with http://".to_owned()));
        }
        let authority = uri.authority().ok_or_else(|| malformed("no host".to_owned()))?.to_string();
        let path_prefix = uri.path().trim_end_matches('/').to_owned();
        Ok(Self { authority, path_prefix, sender: None })
    }

    /// The target as it stands in the request line: behind the path of the address.
    #[must_use]
    pub fn full_target<'a>(&self, target: &'a str) -> Cow<'a, str> {
        if self.path_prefix.is_empty() {
            return Cow::Borrowed(target);
        }
        Cow::Owned(format!("{}{target}", self.path_prefix))
    }

    /// Sends a request and waits for its answer.
    ///
    /// # Errors
    /// [`ClientError`]; only after [`ClientError::OutcomeUnknown`] may the server have done something.
    pub async fn send(&mut self, outgoing: Outgoing<'_>) -> Result<Reply, ClientError> {
        let request = self.request(outgoing)?;
        let answer = timeout(Duration::from_secs(ANSWER_WAIT_S_MAX), self.exchange(request)).await;
        let answer = answer.unwrap_or_else(|_| Err(unknown(&"no answer in time")));
        if answer.is_err() {
            self.sender = None; // Whatever still comes on it would be the answer to another question.
        }
        answer
    }

    fn request(&self, outgoing: Outgoing<'_>) -> Result<Request<Full<Bytes>>, ClientError> {
        let mut headers = HeaderMap::with_capacity(outgoing.headers.len());
        for (name, value) in outgoing.headers {
            let name: HeaderName =
                name.parse().map_err(|_| ClientError::Malformed(format!("header {name}")))?;
            let value: HeaderValue =
                value.parse().map_err(|_| ClientError::Malformed(format!("value of {name}")))?;
            headers.append(name, value);
        }
        let target = self.full_target(outgoing.target);
        let request =
            Request::builder().method(outgoing.method).uri(&*target).header("host", &self.authority);
        let mut request = request
            .body(Full::new(Bytes::from(outgoing.body)))
            .map_err(|why| ClientError::Malformed(why.to_string()))?;
        request.headers_mut().extend(headers);
        Ok(request)
    }

    async fn exchange(&mut self, request: Request<Full<Bytes>>) -> Result<Reply, ClientError> {
        let mut request = request;
        if let Some(sender) = self.sender.as_mut().filter(|sender| !sender.is_closed()) {
            match sender.try_send_request(request).await {
                Ok(answer) => return read(answer).await,
                Err(mut why) => match why.take_message() {
                    Some(unsent) => request = unsent, // The server closed the idle connection: open another.
                    None => return Err(unknown(&why.error())),
                },
            }
        }
        let sender = self.sender.insert(open(&self.authority).await?);
        match sender.try_send_request(request).await {
            Ok(answer) => read(answer).await,
            Err(mut why) => match why.take_message() {
                Some(_) => Err(ClientError::NotSent(why.error().to_string())),
                None => Err(unknown(why.error())),
            },
        }
    }
}

async fn open(authority: &str) -> Result<SendRequest<Full<Bytes>>, ClientError> {
    let not_sent = |why: String| ClientError::NotSent(format!("{authority}: {why}"));
    let opened = timeout(Duration::from_secs(CONNECT_WAIT_S_MAX), TcpStream::connect(authority)).await;
    let stream = opened.map_err(|_| not_sent("no connection in time".to_owned()))?;
    let stream = stream.map_err(|why| not_sent(why.to_string()))?;
    stream.set_nodelay(true).map_err(|why| not_sent(why.to_string()))?;
    let (sender, connection) =
        handshake(TokioIo::new(stream)).await.map_err(|why| not_sent(why.to_string()))?;
    drop(tokio::spawn(connection)); // Its end shows at the sender.
    Ok(sender)
}

async fn read(answer: http::Response<hyper::body::Incoming>) -> Result<Reply, ClientError> {
    let (head, body) = answer.into_parts();
    let body = Limited::new(body, ANSWER_BYTES_MAX).collect().await.map_err(|why| unknown(&why))?;
    let text = String::from_utf8_lossy(&body.to_bytes()).into_owned();
    Ok(Reply::new(head.status, head.headers, text))
}

fn unknown(why: &(impl ToString + ?Sized)) -> ClientError {
    ClientError::OutcomeUnknown(why.to_string())
}
