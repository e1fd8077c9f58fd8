//! What happened, told at once to whoever listens: the events of each batch once it is kept. Only for pages that show
//! things live; whoever must not miss anything reads the outbox. A listener that falls behind loses what it missed and
//! is told so. Where nobody listens a batch costs one look at a counter.

use std::sync::Arc;

use specie_domain::rows::Event;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

/// Batches a listener may fall behind by.
pub const LIVE_BATCHES_MAX: usize = 1_024;

/// The events of one batch, in order.
pub type LiveBatch = Arc<[Event]>;

/// Where batches are told.
#[derive(Debug, Clone)]
pub struct Live(broadcast::Sender<LiveBatch>);

/// Hears batches from the moment it was made.
#[derive(Debug)]
pub struct Listener(broadcast::Receiver<LiveBatch>);

/// What a listener hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The events of a batch.
    Batch(LiveBatch),
    /// It fell behind: what is shown must be read anew.
    Missed,
    /// The engine is gone.
    Over,
}

impl Default for Live {
    fn default() -> Self {
        Self(broadcast::Sender::new(LIVE_BATCHES_MAX))
    }
}

impl Live {
    /// Tells the events of a batch that is kept.
    pub fn tell(&self, events: &[Event]) {
        if self.0.receiver_count() > 0 && !events.is_empty() {
            drop(self.0.send(events.into())); // The last listener has just left.
        }
    }

    /// A listener from now on.
    #[must_use]
    pub fn listen(&self) -> Listener {
        Listener(self.0.subscribe())
    }
}

impl Listener {
    /// What is told next.
    pub async fn hear(&mut self) -> Heard {
        match self.0.recv().await {
            Ok(batch) => Heard::Batch(batch),
            Err(RecvError::Lagged(_)) => Heard::Missed,
            Err(RecvError::Closed) => Heard::Over,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::history;
    use crate::{MemoryStore, Store};

    #[tokio::test]
    async fn a_listener_hears_every_event_of_what_was_kept_after_it_came_and_once() {
        let commands = history().commands();
        let (store, half) = (MemoryStore::new(), commands.len() / 2);
        let commit = |some: &[specie_domain::Command]| store.books().commit(some).map(|_| ());
        for command in &commands[..half] {
            commit(std::slice::from_ref(command)).unwrap();
        }
        let before = store.books().events().len();
        let mut listener = store.live().listen();
        let mut heard = Vec::new();
        for command in &commands[half..] {
            let told = store.books().events().len();
            store.commit(vec![command.clone()]).await.unwrap();
            if store.books().events().len() > told {
                let Heard::Batch(batch) = listener.hear().await else { panic!("nothing was told") };
                heard.extend(batch.iter().cloned());
            }
        }
        assert!(!heard.is_empty());
        assert_eq!(heard, store.books().events()[before..]);
    }

    #[tokio::test]
    async fn who_falls_behind_is_told_so_and_hears_what_comes_then() {
        let commands = history().commands();
        let store = MemoryStore::new();
        store.books().commit(&commands[..commands.len().min(100)]).unwrap();
        let event = store.books().events()[0].clone();
        let live = Live::default();
        live.tell(std::slice::from_ref(&event)); // Nobody listens.
        let mut listener = live.listen();
        for _ in 0..=LIVE_BATCHES_MAX {
            live.tell(std::slice::from_ref(&event));
        }
        assert_eq!(listener.hear().await, Heard::Missed);
        assert_eq!(listener.hear().await, Heard::Batch([event].as_slice().into()));
        drop(live);
    }
}
