//! The guard between the socket and hyper. hyper's parser takes a bare LF as a line end and drops a
//! Content-Length that follows Transfer-Encoding before anybody sees it; so every request head on the connection
//! is scanned here first, and only whole heads that passed are handed on.
//!
//! The usual request arrives in one read, straight into hyper's buffer, is scanned there once and not copied. Only
//! a head that arrives in pieces is held back in a buffer of the guard's own, bounded by
//! [`Limits::head_bytes_max`] and one read.
//!
//! A refused head looks to hyper like the peer's end of stream, so that answers to earlier requests go out
//! first; the owner of the stream then asks for the [`Ending`] and writes the refusal. A body whose chunk framing
//! is broken, or that stalls, is a read error instead: its handler has the request already and answers it.

mod alarm;
mod chunks;
mod framing;
mod head;
mod refusal;

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, BytesMut};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use self::alarm::{Alarm, Wait};
use self::framing::{Framing, Stop};
pub use self::refusal::{Audience, FreshId, Refusal};
use super::Limits;

/// One read of a head that comes in pieces.
const PIECE_BYTES_MAX: usize = 2 * 1024;

/// Why hyper was told that nothing more will come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was not told; hyper itself ended the connection, if it is over.
    Open,
    /// The peer closed its side.
    PeerClosed,
    /// The peer sent nothing for too long.
    Idle,
    /// A head was refused; the peer has not been told yet.
    Refused(Refusal, Audience),
    /// A body ended in the middle; the handler was told.
    BodyBroken,
}

/// A stream on which no refused request head ever reaches the reader.
#[derive(Debug)]
pub struct GuardedStream<S> {
    stream: S,
    limits: Limits,
    framing: Framing,
    /// Bytes read and not yet handed on; the first `clear` of them may be.
    held: BytesMut,
    clear: usize,
    /// Found behind bytes that still have to be handed on.
    stop: Option<Stop>,
    ending: Ending,
    reading: Alarm,
    writing: Alarm,
}

impl<S> GuardedStream<S> {
    /// Guards a fresh connection.
    #[must_use]
    pub fn new(stream: S, limits: Limits) -> Self {
        Self {
            stream,
            limits,
            framing: Framing::new(),
            held: BytesMut::new(),
            clear: 0,
            stop: None,
            ending: Ending::Open,
            reading: Alarm::default(),
            writing: Alarm::default(),
        }
    }

    /// The stream itself, and what its reader was told about its end.
    #[must_use]
    pub fn into_parts(self) -> (S, Ending) {
        (self.stream, self.ending)
    }

    /// Hands on what is clear of the bytes held back.
    fn hand_over(&mut self, buf: &mut ReadBuf<'_>) {
        let length = self.clear.min(buf.remaining());
        buf.put_slice(self.held.get(..length).unwrap_or_default());
        self.held.advance(length);
        self.clear -= length;
        self.reading.disarm();
    }

    /// Turns what was found into the reader's end of stream, once all before it has been handed on.
    fn end(&mut self) -> Option<io::Result<()>> {
        if let Some(stop) = self.stop.take() {
            self.ending = match stop {
                Stop::Head(refusal, audience) => Ending::Refused(refusal, audience),
                Stop::Body => Ending::BodyBroken,
            };
        }
        match self.ending {
            Ending::Open => None,
            Ending::PeerClosed | Ending::Idle | Ending::Refused(..) => Some(Ok(())),
            Ending::BodyBroken => Some(Err(io::Error::from(io::ErrorKind::InvalidData))),
        }
    }

    fn refuse(&mut self, refusal: Refusal) {
        self.stop = Some(Stop::Head(refusal, Audience::of_head(&self.held)));
    }

    /// The peer closed its side: fine between messages, and a body that lacks bytes is hyper's to report.
    fn peer_closed(&mut self) {
        if self.held.is_empty() {
            self.ending = Ending::PeerClosed;
        } else {
            self.refuse(Refusal::HeadCutShort);
        }
    }

    /// Nothing to read: ready when it has been so for too long.
    fn wait(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let between_messages = self.held.is_empty() && self.framing.has_passed_a_head();
        let (wait, after_ms) = if self.framing.is_in_body() {
            (Wait::Body, self.limits.body_timeout_ms)
        } else if between_messages {
            (Wait::NextRequest, self.limits.idle_timeout_ms)
        } else {
            (Wait::Head, self.limits.head_timeout_ms)
        };
        ready!(self.reading.poll(cx, wait, after_ms));
        if self.framing.is_in_body() {
            self.ending = Ending::BodyBroken;
        } else if self.held.is_empty() {
            self.ending = Ending::Idle;
        } else {
            self.refuse(Refusal::HeadTooSlow { timeout_ms: self.limits.head_timeout_ms });
        }
        Poll::Ready(())
    }
}

impl<S: AsyncRead + Unpin> GuardedStream<S> {
    /// Reads straight into the reader's buffer and leaves there what is clear; true if that is anything.
    fn poll_read_through(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<bool>> {
        let before = buf.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        let fresh = buf.filled().get(before..).unwrap_or_default();
        if fresh.is_empty() {
            self.peer_closed();
            return Poll::Ready(Ok(false));
        }
        let verdict = self.framing.read(fresh, &self.limits);
        if verdict.stop.is_none() {
            self.held.extend_from_slice(fresh.get(verdict.clear..).unwrap_or_default());
        }
        self.stop = verdict.stop;
        buf.set_filled(before + verdict.clear);
        if verdict.clear > 0 {
            self.reading.disarm();
        }
        Poll::Ready(Ok(verdict.clear > 0))
    }

    /// Reads the next piece of a head that is held back.
    fn poll_read_piece(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut space = [0_u8; PIECE_BYTES_MAX];
        let mut piece = ReadBuf::new(&mut space);
        ready!(Pin::new(&mut self.stream).poll_read(cx, &mut piece))?;
        if piece.filled().is_empty() {
            self.peer_closed();
            return Poll::Ready(Ok(()));
        }
        self.held.extend_from_slice(piece.filled());
        let verdict = self.framing.read(&self.held, &self.limits);
        self.clear = verdict.clear;
        self.stop = verdict.stop;
        Poll::Ready(Ok(()))
    }

    /// One read of the socket; true if the reader's buffer got bytes.
    fn poll_receive(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<bool>> {
        if self.held.is_empty() {
            return self.poll_read_through(cx, buf);
        }
        self.poll_read_piece(cx).map_ok(|()| false)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for GuardedStream<S> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        loop {
            if this.clear > 0 {
                this.hand_over(buf);
                return Poll::Ready(Ok(()));
            }
            if let Some(end) = this.end() {
                return Poll::Ready(end);
            }
            match this.poll_receive(cx, buf) {
                Poll::Ready(Ok(true)) => return Poll::Ready(Ok(())),
                Poll::Ready(Ok(false)) => {}
                Poll::Ready(Err(failure)) => return Poll::Ready(Err(failure)),
                Poll::Pending => ready!(this.wait(cx)),
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> GuardedStream<S> {
    /// A peer that does not take its answer for too long loses it.
    fn or_stalled<T>(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.writing.disarm();
            return written;
        }
        ready!(self.writing.poll(cx, Wait::Writing, self.limits.idle_timeout_ms));
        Poll::Ready(Err(io::Error::from(io::ErrorKind::TimedOut)))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for GuardedStream<S> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write(cx, buf);
        this.or_stalled(cx, written)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let written = Pin::new(&mut this.stream).poll_write_vectored(cx, bufs);
        this.or_stalled(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let flushed = Pin::new(&mut this.stream).poll_flush(cx);
        this.or_stalled(cx, flushed)
    }

    /// Flushes only: the owner may still have a refusal to write, and shuts the stream down itself.
    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::time::Duration;

    use proptest::prelude::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    const LOGIN: &str = "POST /v1/pos/login/z/1 HTTP/1.1\r\nHost: pos\r\naccess_key: K\r\n\r\n";
    const SIZED: &str = "POST /a HTTP/1.1\r\nHost: pos\r\nContent-Length: 7\r\n\r\nGET /\r\n";
    const CHUNKED: &str = "POST /b HTTP/1.1\r\nHost: pos\r\nTransfer-Encoding: chunked\r\n\r\n\
                           4;x=y\r\n\r\n\r\n\r\n0\r\n\r\n";
    const BAD: &str = "GET /c HTTP/1.1\r\nHost: pos\r\nHost: pos\r\n\r\n";

    /// A socket that gives its bytes in just these pieces, and then its end.
    struct Pieces(VecDeque<Vec<u8>>);

    impl AsyncRead for Pieces {
        fn poll_read(
            mut self: Pin<&mut Self>,
            _cx: &mut Context<'_>,
            buf: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            if let Some(mut piece) = self.0.pop_front() {
                let rest = piece.split_off(piece.len().min(buf.remaining()));
                buf.put_slice(&piece);
                if !rest.is_empty() {
                    self.0.push_front(rest);
                }
            }
            Poll::Ready(Ok(()))
        }
    }

    /// What a reader with a buffer of this size gets to see, and how it ends.
    fn seen(bytes: &[u8], cuts: &[usize], buffer_bytes: usize) -> (Vec<u8>, Ending) {
        let mut edges: Vec<usize> = cuts.iter().map(|cut| cut % (bytes.len() + 1)).collect();
        edges.extend([0, bytes.len()]);
        edges.sort_unstable();
        edges.dedup();
        let pieces = edges.windows(2).map(|edge| bytes[edge[0]..edge[1]].to_vec()).collect();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        runtime.block_on(async {
            let mut guarded = GuardedStream::new(Pieces(pieces), Limits::default());
            let mut all = Vec::new();
            let mut buffer = vec![0; buffer_bytes];
            loop {
                match guarded.read(&mut buffer).await {
                    Ok(0) | Err(_) => return (all, guarded.into_parts().1),
                    Ok(read) => all.extend_from_slice(&buffer[..read]),
                }
            }
        })
    }

    proptest! {
        #[test]
        fn a_reader_sees_the_same_bytes_and_end_however_they_are_cut(
            messages in proptest::collection::vec(0..3_usize, 0..5),
            end in 0..4_usize,
            cuts in proptest::collection::vec(0..10_000_usize, 0..20),
            buffer_bytes in 1..300_usize,
        ) {
            let good: String = messages.iter().map(|message| [LOGIN, SIZED, CHUNKED][*message]).collect();
            let stop = [Refusal::RepeatedHeader("host"), Refusal::HeadCutShort];
            let (tail, ending) = [
                ("", Ending::PeerClosed),
                (BAD, Ending::Refused(stop[0], Audience::Pos)),
                (&LOGIN[..LOGIN.len() - 1], Ending::Refused(stop[1], Audience::Pos)),
                ("GET /api/x HTTP/1.1\r\n", Ending::Refused(stop[1], Audience::Api)),
            ][end];
            let bytes = format!("{good}{tail}");
            let (shown, how) = seen(bytes.as_bytes(), &cuts, buffer_bytes);
            prop_assert_eq!(String::from_utf8(shown).unwrap(), good);
            prop_assert_eq!(how, ending);
        }
    }

    #[test]
    fn every_single_cut_of_a_pipeline_shows_the_same_bytes() {
        let good = [LOGIN, SIZED, CHUNKED, LOGIN].concat();
        let bytes = format!("{good}{BAD}");
        for cut in 0..bytes.len() {
            let (shown, ending) = seen(bytes.as_bytes(), &[cut], 8_192);
            assert_eq!(String::from_utf8(shown).unwrap(), good, "cut at {cut}");
            let refused = Ending::Refused(Refusal::RepeatedHeader("host"), Audience::Pos);
            assert_eq!(ending, refused, "cut at {cut}");
        }
    }

    #[tokio::test]
    async fn a_peer_that_does_not_take_its_answer_loses_it() {
        let (ours, _theirs) = tokio::io::duplex(16);
        let limits = Limits { idle_timeout_ms: 20, ..Limits::default() };
        let mut guarded = GuardedStream::new(ours, limits);
        let written = tokio::time::timeout(Duration::from_secs(20), guarded.write_all(&[b'x'; 17])).await;
        assert_eq!(written.unwrap().unwrap_err().kind(), io::ErrorKind::TimedOut);
    }
}
