//! One timer for everything a connection waits for. It is set often and rings rarely, so setting it only notes
//! the new moment; the runtime's timer is moved when it rings too early or would ring too late.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep_until};

/// What a connection waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    Head,
    Body,
    NextRequest,
    Writing,
}

#[derive(Debug, Default)]
pub(super) struct Alarm {
    timer: Option<Pin<Box<Sleep>>>,
    due: Option<(Wait, Instant)>,
}

impl Alarm {
    /// Ready when the peer has been waited for that long. Waiting on for the same thing does not start anew.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>, wait: Wait, after_ms: u64) -> Poll<()> {
        let due = match self.due {
            Some((same, due)) if same == wait => due,
            Some(_) | None => Instant::now() + Duration::from_millis(after_ms),
        };
        self.due = Some((wait, due));
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep_until(due)));
        if timer.deadline() > due {
            timer.as_mut().reset(due);
        }
        while timer.as_mut().poll(cx).is_ready() {
            if Instant::now() >= due {
                return Poll::Ready(());
            }
            timer.as_mut().reset(due);
        }
        Poll::Pending
    }

    /// What was waited for has come.
    pub(super) const fn disarm(&mut self) {
        self.due = None;
    }
}
