//! What happened, told at once to whoever listens: the events of each batch once it is kept, and what people of the
//! operator did in it. Only for pages that show things live; whoever must not miss anything reads the outbox. A listener
//! that falls behind loses what it missed and is told so. Where nobody listens a batch costs one look at a counter.

use std::sync::Arc;

use specie_domain::Row;
use specie_domain::rows::{Deed, Event};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

/// Batches a listener may fall behind by.
pub const LIVE_BATCHES_MAX: usize = 1_024;

/// What is told of one batch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Happened {
    /// Its events, in order.
    pub events: Vec<Event>,
    /// What people and bearer keys of the operator did, in order.
    pub deeds: Vec<Arc<Deed>>,
}

/// One batch, shared by all who hear it.
pub type LiveBatch = Arc<Happened>;

/// Where batches are told.
#[derive(Debug, Clone)]
pub struct Live(broadcast::Sender<LiveBatch>);

/// Hears batches from the moment it was made.
#[derive(Debug)]
pub struct Listener(broadcast::Receiver<LiveBatch>);

/// What a listener hears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// What happened in a batch.
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
    /// Tells what happened in a batch that is kept: its events, and the deeds among the rows it wrote.
    pub fn tell(&self, events: &[Event], rows: &[Row]) {
        if self.0.receiver_count() == 0 {
            return;
        }
        let deed = |row: &Row| if let Row::Deed(deed) = row { Some(Arc::clone(deed)) } else { None };
        let mut deeds: Vec<Arc<Deed>> = rows.iter().filter_map(deed).collect();
        deeds.sort_by_key(|deed| deed.number); // Rows of a batch have no order.
        if !events.is_empty() || !deeds.is_empty() {
            drop(self.0.send(Arc::new(Happened { events: events.to_vec(), deeds }))); // The last listener has just left.
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
    async fn a_listener_hears_everything_that_was_kept_after_it_came_and_once() {
        let commands = history().commands();
        let (store, half) = (MemoryStore::new(), commands.len() / 2);
        for command in &commands[..half] {
            store.books().commit(std::slice::from_ref(command)).unwrap();
        }
        let (before, deeds_before) = counts(&store);
        let mut listener = store.live().listen();
        let mut heard = Happened::default();
        for command in &commands[half..] {
            let told = counts(&store);
            store.commit(vec![command.clone()]).await.unwrap();
            if counts(&store) != told {
                let Heard::Batch(batch) = listener.hear().await else { panic!("nothing was told") };
                heard.events.extend(batch.events.iter().cloned());
                heard.deeds.extend(batch.deeds.iter().cloned());
            }
        }
        assert_eq!(heard.events, store.books().events()[before..]);
        let numbers: Vec<u64> = heard.deeds.iter().map(|deed| deed.number).collect();
        assert!(!heard.events.is_empty() && numbers.len() > 5, "{numbers:?}");
        assert_eq!(numbers, (deeds_before + 1..=counts(&store).1).collect::<Vec<_>>());
    }

    /// How many events and deeds there are.
    fn counts(store: &MemoryStore) -> (usize, u64) {
        let books = store.books();
        (books.events().len(), books.deeds())
    }

    #[tokio::test]
    async fn who_falls_behind_is_told_so_and_hears_what_comes_then() {
        let commands = history().commands();
        let store = MemoryStore::new();
        store.books().commit(&commands[..commands.len().min(100)]).unwrap();
        let event = store.books().events()[0].clone();
        let live = Live::default();
        live.tell(std::slice::from_ref(&event), &[]); // Nobody listens.
        let mut listener = live.listen();
        live.tell(&[], &[]); // Nothing happened.
        for _ in 0..=LIVE_BATCHES_MAX {
            live.tell(std::slice::from_ref(&event), &[]);
        }
        assert_eq!(listener.hear().await, Heard::Missed);
        let told = Happened { events: vec![event], deeds: Vec::new() };
        assert_eq!(listener.hear().await, Heard::Batch(Arc::new(told)));
        drop(live);
    }
}
