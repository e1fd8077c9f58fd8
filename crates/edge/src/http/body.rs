//! Reads a request's body whole, within a size and a time. Every handler reads its body, also where none is
//! expected: only then is a broken one noticed before anything is decided, and the connection stays usable.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::Body;

/// Why there is no body. The answer should carry `connection: close`: the rest of it is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyFailure {
    /// Declared or found to be larger than allowed.
    #[error("The request body is too large.")]
    TooLarge,
    /// Did not arrive in time.
    #[error("The request body did not arrive in time.")]
    TimedOut,
    /// Ended early, or its chunk framing is wrong.
    #[error("The request body is broken.")]
    Broken,
}

/// The whole body, if it has at most `bytes_max` bytes and arrives within `timeout_ms`. A body in one piece, the
/// usual one, is not copied.
pub async fn read_body<B>(body: B, bytes_max: usize, timeout_ms: u64) -> Result<Bytes, BodyFailure>
where
    B: Body<Data = Bytes> + Unpin,
{
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    if body.size_hint().lower() > bytes_max as u64 {
        return Err(BodyFailure::TooLarge);
    }
    let gathered = tokio::time::timeout(Duration::from_millis(timeout_ms), gather(body, bytes_max));
    gathered.await.unwrap_or(Err(BodyFailure::TimedOut))
}

async fn gather<B>(mut body: B, bytes_max: usize) -> Result<Bytes, BodyFailure>
where
    B: Body<Data = Bytes> + Unpin,
{
    let mut first = Bytes::new();
    let mut all = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| BodyFailure::Broken)?.into_data() else {
            continue; // Trailers; the guard lets none through.
        };
        if data.len() > bytes_max.saturating_sub(first.len() + all.len()) {
            return Err(BodyFailure::TooLarge);
        }
        if first.is_empty() && all.is_empty() {
            first = data;
            continue;
        }
        all.extend_from_slice(&std::mem::take(&mut first));
        all.extend_from_slice(&data);
    }
    Ok(if all.is_empty() { first } else { all.freeze() })
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;
    use std::convert::Infallible;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use hyper::body::Frame;

    use super::*;

    /// A body of the given pieces; without an end if `stalls`.
    struct Pieces {
        left: VecDeque<&'static str>,
        stalls: bool,
    }

    impl Body for Pieces {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _cx: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            match self.left.pop_front() {
                Some(piece) => Poll::Ready(Some(Ok(Frame::data(Bytes::from(piece))))),
                None if self.stalls => Poll::Pending,
                None => Poll::Ready(None),
            }
        }
    }

    async fn read(pieces: &[&'static str], stalls: bool) -> Result<Bytes, BodyFailure> {
        let timeout_ms = if stalls { 1 } else { 10_000 };
        read_body(Pieces { left: pieces.iter().copied().collect(), stalls }, 10, timeout_ms).await
    }

    #[tokio::test]
    async fn a_body_of_any_pieces_is_read_whole_up_to_its_limit_and_not_one_byte_further() {
        for (pieces, whole) in [
            (vec![], Ok("")),
            (vec!["0123456789"], Ok("0123456789")),
            (vec!["01234", "", "56789"], Ok("0123456789")),
            (vec!["", "0", "1", "2"], Ok("012")),
            (vec!["0123456789a"], Err(BodyFailure::TooLarge)),
            (vec!["01234", "56789", "a"], Err(BodyFailure::TooLarge)),
        ] {
            assert_eq!(read(&pieces, false).await, whole.map(Bytes::from), "{pieces:?}");
        }
    }

    #[tokio::test]
    async fn a_body_that_never_ends_is_given_up() {
        assert_eq!(read(&["0123"], true).await, Err(BodyFailure::TimedOut));
    }
}
