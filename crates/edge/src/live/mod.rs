//! Streams of events for pages (`text/event-stream`, WHATWG HTML section 9.2): the body that hyper sends, how many may
//! be open, and how they end. A stream never holds up the one who decides: it listens, and when it falls behind its page
//! is told to read its state anew. What is told, and to whom, is in `story` and `watch`.

mod minutes;
mod story;
mod watch;

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame};
use serde::Serialize;
use specie_commands::Commands;
use specie_domain::KeyedHash;
use tokio::sync::{mpsc, watch as signal};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval, interval_at};

pub(crate) use minutes::{Minutes, OpenNow};
pub(crate) use story::{Story, shown_case, shown_withdrawal};
pub(crate) use watch::Watch;

/// Streams that may be open in all; each costs a connection, and a look at every event.
pub(crate) const STREAMS_MAX: usize = 1_024;
/// Streams of one device or person: a page in a few windows.
pub(crate) const STREAMS_OF_ONE_MAX: usize = 8;
/// Events that may wait for a page that does not take them; then its stream listens no further until it does.
const EVENTS_WAITING_MAX: usize = 32;
/// Between two signs of life, seconds; shorter than the pause after which proxies give a connection up.
const HEARTBEAT_S: u64 = 15;
/// Between two looks at whether the listener may still hear, milliseconds, while there is something to tell it: what was
/// revoked is heard by nobody a second later.
const LOOK_MS: u64 = 500;

/// The body of a stream.
#[derive(Debug)]
pub struct EventStream(mpsc::Receiver<Result<Bytes, CutShort>>);

/// A stream that was cut short: its reader sees a body without its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what was streamed could not be read to its end")]
pub struct CutShort;

impl Body for EventStream {
    type Data = Bytes;
    type Error = CutShort;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, CutShort>>> {
        self.0.poll_recv(context).map(|event| event.map(|bytes| bytes.map(Frame::data)))
    }
}

/// All open streams, and the word that they shall end.
#[derive(Debug)]
pub(crate) struct Streams {
    open: Mutex<HashMap<KeyedHash, usize>>,
    stopping: signal::Sender<bool>,
    /// What happened in the last hour.
    pub(crate) minutes: Minutes,
}

impl Streams {
    pub(crate) fn new(commands: &Commands) -> Arc<Self> {
        let minutes = Minutes::since(commands.now());
        Arc::new(Self { open: Mutex::default(), stopping: signal::Sender::new(false), minutes })
    }

    /// Ends every stream; none is opened any more.
    pub(crate) fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// A seat for one more stream of `whom`, if there is one.
    pub(crate) fn seat(self: &Arc<Self>, whom: KeyedHash) -> Option<Seat> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let all = open.values().fold(0_usize, |sum, count| sum.saturating_add(*count));
        let own = open.get(&whom).copied().unwrap_or(0);
        if all >= STREAMS_MAX || own >= STREAMS_OF_ONE_MAX || *self.stopping.borrow() {
            return None;
        }
        open.insert(whom, own.saturating_add(1));
        Some(Seat { streams: Arc::clone(self), whom })
    }
}

/// A place among the open streams; given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Seat {
    streams: Arc<Streams>,
    whom: KeyedHash,
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get(&self.whom).copied().unwrap_or(0) {
            0 | 1 => drop(open.remove(&self.whom)),
            own => drop(open.insert(self.whom, own.saturating_sub(1))),
        }
    }
}

/// The page has gone, or the stream shall end.
pub(crate) struct Gone;

/// What is due.
pub(crate) enum Due {
    /// A sign of life.
    Beat,
    /// A look at whether the listener may still hear.
    Look,
}

/// The sending end of a stream.
pub(crate) struct Teller {
    out: mpsc::Sender<Result<Bytes, CutShort>>,
    stopping: signal::Receiver<bool>,
    heartbeat: Interval,
    look: Interval,
    is_to_look: bool,
    _seat: Seat,
}

impl Teller {
    pub(crate) fn open(seat: Seat) -> (Self, EventStream) {
        let (out, body) = mpsc::channel(EVENTS_WAITING_MAX);
        let stopping = seat.streams.stopping.subscribe();
        let every = Duration::from_secs(HEARTBEAT_S);
        let heartbeat = interval_at(Instant::now() + every, every);
        let mut look = interval(Duration::from_millis(LOOK_MS));
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let teller = Self { out, stopping, heartbeat, look, is_to_look: false, _seat: seat };
        (teller, EventStream(body))
    }

    /// Something happened that is told, or that may end what the listener hears by.
    pub(crate) const fn look_soon(&mut self) {
        self.is_to_look = true;
    }

    /// Tells one event.
    pub(crate) async fn tell<T: Serialize>(&self, name: &str, id: u64, data: &T) -> Result<(), Gone> {
        // Our shapes always print, and JSON holds no line ends.
        let data = serde_json::to_string(data).unwrap_or_default();
        let id = if id > 0 { format!("id: {id}\n") } else { String::new() };
        self.send(format!("event: {name}\n{id}data: {data}\n\n")).await
    }

    /// A sign of life.
    pub(crate) async fn beat(&self) -> Result<(), Gone> {
        self.send(":\n\n".to_owned()).await
    }

    async fn send(&self, text: String) -> Result<(), Gone> {
        let mut stopping = self.stopping.clone();
        tokio::select! {
            sent = self.out.send(Ok(Bytes::from(text))) => sent.map_err(|_| Gone),
            _ = stopping.wait_for(|stop| *stop) => Err(Gone),
        }
    }

    /// Waits until something is due; or says that the page has gone or the stream shall end.
    pub(crate) async fn wait(&mut self) -> Result<Due, Gone> {
        tokio::select! {
            _ = self.heartbeat.tick() => Ok(Due::Beat),
            _ = self.look.tick(), if self.is_to_look => {
                self.is_to_look = false;
                Ok(Due::Look)
            }
            () = self.out.closed() => Err(Gone),
            _ = self.stopping.wait_for(|stop| *stop) => Err(Gone),
        }
    }
}

/// The sending end of a table that is streamed. It counts as a stream of its reader.
pub(crate) struct Lines {
    out: mpsc::Sender<Result<Bytes, CutShort>>,
    stopping: signal::Receiver<bool>,
    _seat: Seat,
}

impl Lines {
    pub(crate) fn open(seat: Seat) -> (Self, EventStream) {
        let (out, body) = mpsc::channel(EVENTS_WAITING_MAX);
        let stopping = seat.streams.stopping.subscribe();
        (Self { out, stopping, _seat: seat }, EventStream(body))
    }

    /// Sends some lines, as fast as they are taken.
    pub(crate) async fn send(&self, lines: String) -> Result<(), Gone> {
        let mut stopping = self.stopping.clone();
        tokio::select! {
            sent = self.out.send(Ok(Bytes::from(lines))) => sent.map_err(|_| Gone),
            _ = stopping.wait_for(|stop| *stop) => {
                // Whoever reads must not take a part for the whole.
                drop(self.out.try_send(Err(CutShort)));
                Err(Gone)
            }
        }
    }

    /// Ends without the end.
    pub(crate) async fn cut_short(&self) {
        drop(self.out.send(Err(CutShort)).await);
    }
}
