//! The thread that has the disk take what the projector writes piece by piece, while it writes. Left to the end of a
//! checkpoint, tens of megabytes stand before the journal's next row in the disk's queue, and every payout waits for
//! them: at half of peak it took the p99 of a login from 16 to 48 down to 5 to 8 ms. Promises nothing: SQLite makes
//! its own syncs.

use std::fs::File;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Pause between two pieces, milliseconds. In that time the projector writes a megabyte or two.
const PIECE_MS: u64 = 1;

/// Tells the thread when there is something to do.
#[derive(Debug, Default)]
pub(crate) struct Smoother {
    state: Mutex<State>,
    wakes: Condvar,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Idle,
    Writing,
    Closed,
}

impl Smoother {
    /// The projector begins, or has ended, a transaction.
    pub(crate) fn set_writing(&self, is_writing: bool) {
        let mut state = self.lock();
        if *state != State::Closed {
            *state = if is_writing { State::Writing } else { State::Idle };
        }
        drop(state);
        self.wakes.notify_one();
    }

    /// No more is written.
    pub(crate) fn close(&self) {
        *self.lock() = State::Closed;
        self.wakes.notify_one();
    }

    /// Runs until nothing more is written. What a transaction wrote last, a megabyte at most, is left to the next.
    pub(crate) fn run(&self, files: Vec<File>) {
        loop {
            let state = self.wakes.wait_while(self.lock(), |state| *state == State::Idle);
            if *state.unwrap_or_else(PoisonError::into_inner) == State::Closed {
                return;
            }
            for file in &files {
                if let Err(cause) = file.sync_data() {
                    tracing::warn!(%cause, "the tables were not written ahead");
                }
            }
            let wait = Duration::from_millis(PIECE_MS);
            drop(self.wakes.wait_timeout_while(self.lock(), wait, |state| *state == State::Writing));
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
