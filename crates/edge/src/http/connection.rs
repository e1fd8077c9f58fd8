//! The life of one accepted connection: guard, hyper, the handler's answers, and a farewell that the peer can
//! still read. Knows nothing of what is asked or answered.

use std::error::Error;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Incoming};
use hyper::server::conn::http1::Builder;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::guard::{Ending, FreshId, GuardedStream};
use super::{Limits, census};

/// How much hyper keeps of one connection in either direction; a whole body fits, a pipelining peer waits.
const BUFFER_BYTES_MAX: usize = 64 * 1024;

/// Who is on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Its address; an IPv4 peer on an IPv6 socket is shown as IPv4.
    pub ip: IpAddr,
    /// Its port.
    pub port: u16,
}

impl From<SocketAddr> for Peer {
    fn from(address: SocketAddr) -> Self {
        Self { ip: address.ip().to_canonical(), port: address.port() }
    }
}

/// A handler's word that the connection must be closed without a byte of answer: the outcome of a commit is
/// unknown, and the caller must read a closed connection and repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the connection is closed without an answer")]
pub struct CloseSilently;

/// How far the shutdown has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Open,
    /// Finish what runs, take nothing new.
    Draining,
    /// Leave now.
    Cut,
}

/// What all connections of one listener share.
pub(super) struct Front<H> {
    pub(super) handler: H,
    pub(super) fresh_id: FreshId,
    pub(super) limits: Limits,
}

/// Serves one connection to its end.
pub(super) async fn run<H, F, B>(
    stream: TcpStream,
    peer: Peer,
    front: Arc<Front<H>>,
    mut phase: watch::Receiver<Phase>,
    _seat: census::Seat,
) where
    H: Fn(Request<Incoming>, Peer) -> F,
    F: Future<Output = Result<Response<B>, CloseSilently>>,
    B: Body<Data = Bytes> + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let io = TokioIo::new(GuardedStream::new(stream, front.limits));
    let service = service_fn(|request| (front.handler)(request, peer));
    let mut connection = http1().serve_connection(io, service);
    let finished = loop {
        tokio::select! {
            finished = &mut connection => break finished,
            changed = phase.changed() => match changed.map(|()| *phase.borrow_and_update()) {
                Ok(Phase::Open) => {}
                Ok(Phase::Draining) => Pin::new(&mut connection).graceful_shutdown(),
                Ok(Phase::Cut) | Err(_) => return, // An error: nobody owns the listener any more.
            },
        }
    };
    match finished {
        Ok(()) => {
            let (stream, ending) = connection.into_parts().io.into_inner().into_parts();
            say_farewell(stream, ending, &front).await;
        }
        // Told to close silently, or the peer is gone: dropping the stream is all that is left.
        Err(failure) => tracing::debug!(%failure, "connection closed without an answer"),
    }
}

/// Half-closed peers get their answers, and an answer in the making is never cancelled by what is read.
/// Heads are complete when hyper sees them, so its own timer has nothing to measure.
fn http1() -> Builder {
    let mut builder = Builder::new();
    builder.half_close(true).header_read_timeout(None).max_buf_size(BUFFER_BYTES_MAX);
    builder
}

async fn say_farewell<H>(mut stream: TcpStream, ending: Ending, front: &Front<H>) {
    let linger = Duration::from_millis(front.limits.linger_ms);
    let bytes_max = front.limits.linger_bytes_max;
    let said = match ending {
        Ending::PeerClosed | Ending::Idle => return,
        Ending::Open | Ending::BodyBroken => {
            tokio::time::timeout(linger, close(&mut stream, &[], bytes_max)).await
        }
        Ending::Refused(refusal, audience) => {
            tracing::debug!(?refusal, "request head refused");
            let answer = refusal.answer(audience, (front.fresh_id)());
            tokio::time::timeout(linger, close(&mut stream, &answer, bytes_max)).await
        }
    };
    if !matches!(said, Ok(Ok(()))) {
        tracing::debug!("the peer did not take the farewell");
    }
}

/// Says the last words, closes our side and reads on for a while: closing with bytes unread would reset the
/// connection and destroy the words on their way.
async fn close(stream: &mut TcpStream, last_words: &[u8], bytes_max: usize) -> std::io::Result<()> {
    stream.write_all(last_words).await?;
    stream.shutdown().await?;
    let mut sink = [0_u8; 1024];
    let mut thrown_away = 0;
    while thrown_away < bytes_max {
        match stream.read(&mut sink).await? {
            0 => break,
            read => thrown_away += read,
        }
    }
    Ok(())
}
