//! Keeps a panic inside the request it belongs to. What panicked is told by the panic hook's own line; the
//! request's content is not repeated anywhere.

use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

/// The work panicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Panicked;

/// Runs `work` to its end or to its panic. It is never polled again after one.
pub(crate) async fn caught<F: Future>(work: F) -> Result<F::Output, Panicked> {
    let mut work = pin!(work);
    poll_fn(move |context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
        Err(_) => Poll::Ready(Err(Panicked)),
    })
    .await
}

/// Whether a request may have reached the core: before that a panic is a plain 500, after it nobody may say
/// that nothing happened.
#[derive(Debug, Default)]
pub(crate) struct Progress(AtomicBool);

impl Progress {
    /// From here on the request may be committed.
    pub(crate) fn commits(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether it may have been.
    pub(crate) fn may_have_committed(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_ends_the_work_it_belongs_to_and_nothing_else() {
        assert_eq!(caught(async { 1 }).await, Ok(1));
        let broken = caught(async {
            tokio::task::yield_now().await;
            assert_eq!(1, 2, "planted");
        });
        assert_eq!(broken.await, Err(Panicked));
    }
}
