//! What the engine's threads tell each other: how far the journal and the tables are, whether the engine
//! still trusts itself, and the counts that `health` shows.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use specie_domain::Head;
use specie_store::{Health, Live};

/// Seen by every thread of one engine.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    commands: AtomicU64,
    transfers: AtomicU64,
    events: AtomicU64,
    projected: Mutex<u64>,
    moved: Condvar,
    projected_hint: AtomicU64,
    stopped: OnceLock<String>,
    pub(crate) batches: AtomicU64,
    pub(crate) durable_writes: AtomicU64,
    pub(crate) journal_bytes: AtomicU64,
    pub(crate) live: Live,
}

impl Shared {
    /// For an engine that starts with a journal up to `head` and tables up to `projected`.
    pub(crate) fn new(head: Head, projected: u64) -> Self {
        let shared = Self::default();
        shared.set_head(head);
        shared.set_projected(projected);
        shared
    }

    /// The journal is durable up to here. Before the answer goes out.
    pub(crate) fn set_head(&self, head: Head) {
        self.transfers.store(head.transfers, Ordering::Release);
        self.events.store(head.events, Ordering::Release);
        self.commands.store(head.commands, Ordering::Release);
    }

    /// Commands that may have been answered.
    pub(crate) fn commands(&self) -> u64 {
        self.commands.load(Ordering::Acquire)
    }

    /// The tables have been filled up to here.
    pub(crate) fn set_projected(&self, commands: u64) {
        *self.lock() = commands;
        self.projected_hint.store(commands, Ordering::Release);
        self.moved.notify_all();
    }

    /// Commands the tables have seen.
    pub(crate) fn projected(&self) -> u64 {
        self.projected_hint.load(Ordering::Acquire)
    }

    /// Waits until the tables have seen `commands`; at most `wait_ms_max`.
    pub(crate) fn wait_projected(&self, commands: u64, wait_ms_max: u64) -> Result<(), String> {
        let lags = |projected: &mut u64| *projected < commands && self.stopped.get().is_none();
        let wait = Duration::from_millis(wait_ms_max);
        let (projected, _) =
            self.moved.wait_timeout_while(self.lock(), wait, lags).unwrap_or_else(PoisonError::into_inner);
        if *projected >= commands {
            return Ok(());
        }
        let late = || format!("the tables have not caught up within {wait_ms_max} ms");
        Err(self.stopped.get().cloned().unwrap_or_else(late))
    }

    /// No write after this. The first reason stays.
    pub(crate) fn stop(&self, reason: String) {
        tracing::error!(reason, "the engine stops");
        let _ = self.stopped.set(reason);
        drop(self.lock()); // A waiter between its look at `stopped` and its sleep must not miss this.
        self.moved.notify_all();
    }

    /// Why the engine has stopped, if it has.
    pub(crate) fn stopped(&self) -> Option<&String> {
        self.stopped.get()
    }

    pub(crate) fn health(&self) -> Health {
        let load = |count: &AtomicU64| count.load(Ordering::Acquire);
        let projected = self.projected();
        let head = Head {
            commands: load(&self.commands),
            transfers: load(&self.transfers),
            events: load(&self.events),
        };
        Health {
            head,
            batches: load(&self.batches),
            durable_writes: load(&self.durable_writes),
            journal_bytes: load(&self.journal_bytes),
            lag_commands: head.commands.saturating_sub(projected),
            refuses_writes: self.stopped.get().cloned(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, u64> {
        self.projected.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
