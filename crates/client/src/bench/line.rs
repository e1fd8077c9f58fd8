//! One keep-alive connection with as little work as possible: the request is written into one buffer, the answer
//! read into another, both reused. Understands answers with a `content-length` and no others. A connection that
//! was idle for long is opened anew, because the server closes such.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};

use super::BenchError;

/// Answers of the calls used here stay far below.
const ANSWER_BYTES_MAX: usize = 1024 * 1024;
const BUFFER_BYTES: usize = 4 * 1024;
/// The server closes connections after 30 s without a request.
const IDLE_S_MAX: u64 = 15;
const CONNECT_WAIT_S_MAX: u64 = 10;

/// A connection to one server.
#[derive(Debug)]
pub(super) struct Line {
    authority: String,
    stream: Option<TcpStream>,
    used_at: Instant,
    /// The request to send.
    pub(super) out: Vec<u8>,
    input: Vec<u8>,
}

/// An answer, as it lies in the buffer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answer<'a> {
    pub(super) status: u16,
    /// Whether the server says that it is the first answer to an equal request.
    pub(super) is_replayed: bool,
    pub(super) body: &'a [u8],
}

/// What the head of an answer says.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    status: u16,
    is_replayed: bool,
    closes: bool,
    body_at: usize,
    body_bytes: usize,
}

impl Line {
    /// To the server at `base`, as `http://127.0.0.1:8080`.
    pub(super) fn new(base: &str) -> Result<Self, BenchError> {
        let authority = base.strip_prefix("http://").map(|rest| rest.trim_end_matches('/'));
        let authority = authority.filter(|authority| !authority.is_empty() && !authority.contains('/'));
        let malformed = || BenchError::Misused(format!("{base}: not of the shape http://address:port"));
        Ok(Self {
            authority: authority.ok_or_else(malformed)?.to_owned(),
            stream: None,
            used_at: Instant::now(),
            out: Vec::with_capacity(BUFFER_BYTES),
            input: Vec::with_capacity(BUFFER_BYTES),
        })
    }

    /// Begins a request in the buffer: request line and host.
    pub(super) fn begin(&mut self, method: &str, target: &[&[u8]]) {
        self.out.clear();
        self.out.extend_from_slice(method.as_bytes());
        self.out.push(b' ');
        target.iter().for_each(|part| self.out.extend_from_slice(part));
        self.out.extend_from_slice(b" HTTP/1.1\r\nhost: ");
        self.out.extend_from_slice(self.authority.as_bytes());
        self.out.extend_from_slice(b"\r\n");
    }

    /// Adds a header.
    pub(super) fn header(&mut self, name: &str, value: &[u8]) {
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b": ");
        self.out.extend_from_slice(value);
        self.out.extend_from_slice(b"\r\n");
    }

    /// Ends the request with its body.
    pub(super) fn end(&mut self, body: &[u8]) {
        self.header("content-length", body.len().to_string().as_bytes());
        self.out.extend_from_slice(b"\r\n");
        self.out.extend_from_slice(body);
    }

    /// Sends what is in the buffer and reads the answer. After an error the connection is opened anew.
    pub(super) async fn exchange(&mut self) -> Result<Answer<'_>, String> {
        let head = match self.exchanged().await {
            Ok(head) => head,
            Err(why) => {
                self.stream = None;
                return Err(why);
            }
        };
        if head.closes {
            self.stream = None;
        }
        let end = head.body_at.saturating_add(head.body_bytes);
        let body = self.input.get(head.body_at..end).unwrap_or_default();
        Ok(Answer { status: head.status, is_replayed: head.is_replayed, body })
    }

    async fn exchanged(&mut self) -> Result<Head, String> {
        let now = Instant::now();
        if now.duration_since(self.used_at) > Duration::from_secs(IDLE_S_MAX) {
            self.stream = None;
        }
        self.used_at = now;
        let stream = match self.stream.as_mut() {
            Some(stream) => stream,
            None => self.stream.insert(open(&self.authority).await?),
        };
        stream.write_all(&self.out).await.map_err(|why| format!("sending: {why}"))?;
        self.input.clear();
        loop {
            let read = stream.read_buf(&mut self.input).await.map_err(|why| format!("reading: {why}"))?;
            if read == 0 {
                return Err("the server closed the connection without an answer".to_owned());
            }
            if let Some(head) = read_head(&self.input)?
                && self.input.len() >= head.body_at.saturating_add(head.body_bytes)
            {
                return Ok(head);
            }
            if self.input.len() > ANSWER_BYTES_MAX {
                return Err("the answer is too long".to_owned());
            }
        }
    }
}

async fn open(authority: &str) -> Result<TcpStream, String> {
    let opened = timeout(Duration::from_secs(CONNECT_WAIT_S_MAX), TcpStream::connect(authority)).await;
    let stream = opened.map_err(|_| format!("{authority}: no connection in time"))?;
    let stream = stream.map_err(|why| format!("{authority}: {why}"))?;
    stream.set_nodelay(true).map_err(|why| format!("{authority}: {why}"))?;
    Ok(stream)
}

/// The head at the beginning of `input`; none while it is not whole.
fn read_head(input: &[u8]) -> Result<Option<Head>, String> {
    let Some(end) = input.windows(4).position(|window| window == b"\r\n\r\n") else { return Ok(None) };
    let mut lines = input.get(..end).unwrap_or_default().split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let status =
        lines.next().and_then(|line| line.strip_prefix(b"HTTP/1.1 ")).and_then(|rest| number(rest.get(..3)?));
    let status = status.and_then(|status| u16::try_from(status).ok()).ok_or("the answer is no HTTP/1.1")?;
    let mut head = Head { status, is_replayed: false, closes: false, body_at: end + 4, body_bytes: 0 };
    for line in lines {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
        let (name, value) = line.split_at(colon);
        let value = value.get(1..).unwrap_or_default().trim_ascii();
        if name.eq_ignore_ascii_case(b"content-length") {
            head.body_bytes = number(value).ok_or("the answer's content-length is no number")?;
        } else if name.eq_ignore_ascii_case(b"transfer-encoding") {
            return Err("the answer has no content-length".to_owned());
        } else if name.eq_ignore_ascii_case(b"connection") {
            head.closes = value.eq_ignore_ascii_case(b"close");
        } else if name.eq_ignore_ascii_case(b"idempotent-replayed") {
            head.is_replayed = value == b"true";
        }
    }
    Ok(Some(head))
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once_it_is_whole() {
        let whole = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nidempotent-replayed: true\r\n\r\n{}";
        for cut in 0..whole.len() - 2 {
            assert_eq!(read_head(&whole[..cut]).unwrap(), None, "{cut} bytes");
        }
        let head =
            Head { status: 200, is_replayed: true, closes: false, body_at: whole.len() - 2, body_bytes: 2 };
        assert_eq!(read_head(whole).unwrap(), Some(head));
    }

    #[test]
    fn an_answer_that_is_not_understood_is_refused() {
        for head in ["HTTP/2 200 OK", "HTTP/1.1 2x0 OK", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked"] {
            assert!(read_head(format!("{head}\r\n\r\n").as_bytes()).is_err(), "{head}");
        }
    }

    #[test]
    fn an_address_has_a_host_and_no_path() {
        for (base, is_good) in [
            ("http://127.0.0.1:1", true),
            ("http://h/", true),
            ("https://h", false),
            ("http://h/x", false),
            ("h", false),
        ] {
            assert_eq!(Line::new(base).is_ok(), is_good, "{base}");
        }
    }
}
