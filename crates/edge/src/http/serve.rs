//! The accept loop: takes connections until told to stop, survives what `accept` can say, and lets running
//! requests finish.

use std::error::Error;
use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Incoming};
use hyper::{Request, Response};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use super::Limits;
use super::census::Census;
use super::connection::{CloseSilently, Front, Peer, Phase, run};
use super::guard::FreshId;

const ACCEPT_PAUSE_MS_MIN: u64 = 5;
const ACCEPT_PAUSE_MS_MAX: u64 = 1_000;

/// How a listener came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Drained {
    /// Connections that were still busy when the drain time was over, and were cut.
    pub connections_cut: usize,
}

/// Serves HTTP/1 on `listener` until `shutdown` is ready, then drains. Each request goes to `handler`, which
/// answers or says [`CloseSilently`]; it is never cancelled because its peer left. A handler that panics ends its
/// own connection without an answer and no other. `fresh_id` names the answers of the guard.
pub async fn serve<H, F, B>(
    listener: TcpListener,
    handler: H,
    fresh_id: FreshId,
    limits: Limits,
    shutdown: impl Future<Output = ()>,
) -> Drained
where
    H: Fn(Request<Incoming>, Peer) -> F + Send + Sync + 'static,
    F: Future<Output = Result<Response<B>, CloseSilently>> + Send + 'static,
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let (phase, _) = watch::channel(Phase::Open);
    let census = Census::new(&limits);
    let front = Arc::new(Front { handler, fresh_id, limits });
    let mut shutdown = pin!(shutdown);
    let mut failures = 0;
    loop {
        let accepted = tokio::select! {
            () = &mut shutdown => break,
            accepted = accept(&listener, &mut failures) => accepted,
        };
        let Some((stream, peer)) = accepted else { continue };
        let Some(seat) = census.seat(peer.ip) else {
            tracing::debug!(ip = %peer.ip, "no seat left for this address");
            continue; // Dropping the stream closes it.
        };
        drop(tokio::spawn(run(stream, peer, Arc::clone(&front), phase.subscribe(), seat)));
    }
    drop(listener);
    drain(&phase, limits.drain_ms).await
}

/// The next connection. None after a failure and its pause: out of file descriptors is a state that passes.
async fn accept(listener: &TcpListener, failures: &mut u32) -> Option<(TcpStream, Peer)> {
    match listener.accept().await {
        Ok((stream, address)) => {
            *failures = 0;
            if let Err(failure) = stream.set_nodelay(true) {
                tracing::debug!(%failure, "connection lost before it began");
            }
            Some((stream, Peer::from(address)))
        }
        Err(failure) if is_the_peers(&failure) => None,
        Err(failure) => {
            *failures = failures.saturating_add(1);
            let pause_ms = accept_pause_ms(*failures);
            tracing::warn!(%failure, pause_ms, "cannot accept connections");
            tokio::time::sleep(Duration::from_millis(pause_ms)).await;
            None
        }
    }
}

/// Such a failure is of one connection and says nothing of the next.
fn is_the_peers(failure: &io::Error) -> bool {
    matches!(
        failure.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionRefused
    )
}

/// Doubles with each failure in a row, up to its bound.
fn accept_pause_ms(failures: u32) -> u64 {
    let doubled = 1_u64.checked_shl(failures.saturating_sub(1)).unwrap_or(u64::MAX);
    ACCEPT_PAUSE_MS_MIN.saturating_mul(doubled).min(ACCEPT_PAUSE_MS_MAX)
}

/// Every connection holds a receiver of the phase: none left means that all are gone.
async fn drain(phase: &watch::Sender<Phase>, drain_ms: u64) -> Drained {
    phase.send_replace(Phase::Draining);
    if tokio::time::timeout(Duration::from_millis(drain_ms), phase.closed()).await.is_ok() {
        return Drained { connections_cut: 0 };
    }
    let connections_cut = phase.receiver_count();
    phase.send_replace(Phase::Cut);
    tracing::warn!(connections_cut, "connections still busy after the drain time");
    Drained { connections_cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_after_failed_accepts_doubles_up_to_one_second() {
        for (failures, pause_ms) in [(0, 5), (1, 5), (2, 10), (8, 640), (9, 1_000), (u32::MAX, 1_000)] {
            assert_eq!(accept_pause_ms(failures), pause_ms, "after {failures} failures");
        }
    }
}
