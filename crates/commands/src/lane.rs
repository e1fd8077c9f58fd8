//! The lane: gathers waiting commands into batches. There is no idle delay: a batch is whatever waits when
//! the one before has been kept. Bounded: a full lane refuses at once, and what has waited too long since
//! its arrival is not applied.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use specie_domain::{Command, Outcome};
use specie_store::{BATCH_COMMANDS_MAX, CommitError, Store};
use tokio::sync::{mpsc, oneshot};

use crate::clock::Clock;
use crate::failure::Failure;

/// Commands that may wait for a batch.
pub const LANE_COMMANDS_MAX: usize = 8192;
/// How often a batch whose outcome is not known is sent again: together [`RESUBMIT_PAUSE_MS`] apart for 25 s.
pub const RESUBMISSIONS_MAX: usize = 250;
/// Between two such times, milliseconds.
const RESUBMIT_PAUSE_MS: u64 = 100;
/// A command is decided within this long of its arrival, or not applied, milliseconds.
pub const ARRIVAL_TO_DECISION_MS_MAX: i64 = 10_000;

struct Waiting {
    command: Command,
    answer: oneshot::Sender<Result<Outcome, Failure>>,
}

/// The way into the store for all writes.
#[derive(Clone)]
pub struct Lane {
    sender: mpsc::Sender<Waiting>,
    closed: Arc<AtomicBool>,
    paused: Arc<AtomicBool>,
}

impl Lane {
    /// Starts the lane over `store`. `stop` is called, once and for good, when the engine can no longer be
    /// trusted; the calls under way then get no answer.
    pub fn start(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        stop: Arc<dyn Fn(&str) + Send + Sync>,
    ) -> Self {
        let (sender, receiver) = mpsc::channel(LANE_COMMANDS_MAX);
        tokio::spawn(run(receiver, store, clock, stop));
        Self { sender, closed: Arc::default(), paused: Arc::default() }
    }

    /// Decides and keeps `command`.
    ///
    /// # Errors
    /// [`Failure::NotApplied`] and [`Failure::OutcomeUnknown`]; a refusal is an outcome.
    pub async fn commit(&self, command: Command) -> Result<Outcome, Failure> {
        if self.closed.load(Ordering::Acquire) || self.paused.load(Ordering::Acquire) {
            return Err(Failure::NotApplied);
        }
        let (answer, outcome) = oneshot::channel();
        self.sender.try_send(Waiting { command, answer }).map_err(|_| Failure::NotApplied)?;
        outcome.await.unwrap_or(Err(Failure::OutcomeUnknown))
    }

    /// Refuses whatever comes from now on; what waits is still decided.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Release);
    }

    /// Refuses whatever comes while `paused`: the disk is nearly full. What waits is still decided.
    pub fn pause(&self, paused: bool) {
        self.paused.store(paused, Ordering::Release);
    }

    /// How many commands wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        LANE_COMMANDS_MAX.saturating_sub(self.sender.capacity())
    }
}

async fn run(
    mut receiver: mpsc::Receiver<Waiting>,
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    stop: Arc<dyn Fn(&str) + Send + Sync>,
) {
    let mut waiting = Vec::with_capacity(BATCH_COMMANDS_MAX);
    while receiver.recv_many(&mut waiting, BATCH_COMMANDS_MAX).await > 0 {
        let (commands, answers) = admit(&mut waiting, &*clock);
        if commands.is_empty() {
            continue;
        }
        match commit_until_known(&*store, commands).await {
            Ok(outcomes) => {
                for (answer, outcome) in answers.into_iter().zip(outcomes) {
                    drop(answer.send(Ok(outcome))); // A caller who has gone finds it by repeating.
                }
            }
            Err(CommitError::NotApplied(why)) => {
                tracing::warn!(why, "a batch was not applied");
                refuse(answers, &Failure::NotApplied);
            }
            Err(CommitError::Unknown(why)) => {
                tracing::error!(why, "the outcome of a batch is not known after all this time");
                refuse(answers, &Failure::OutcomeUnknown);
            }
            Err(CommitError::Corrupt(why)) => {
                stop(&why);
                return;
            }
        }
    }
}

/// Commits a batch; one whose outcome is not known is sent again as it is until it is known. Every command is
/// safe to send again: it is a repeat by nature, or bears a name.
async fn commit_until_known(store: &dyn Store, commands: Vec<Command>) -> Result<Vec<Outcome>, CommitError> {
    let mut last = store.commit(commands.clone()).await;
    for _ in 0..RESUBMISSIONS_MAX {
        match &last {
            // Not applied this time; whether it was the time before is as unknown as ever.
            Err(CommitError::Unknown(_)) => {}
            Ok(_) | Err(CommitError::NotApplied(_) | CommitError::Corrupt(_)) => return last,
        }
        tokio::time::sleep(Duration::from_millis(RESUBMIT_PAUSE_MS)).await;
        last = match store.commit(commands.clone()).await {
            Err(CommitError::NotApplied(why)) => Err(CommitError::Unknown(why)),
            known => known,
        };
    }
    last
}

/// Splits what waits into commands and the places their answers go; refuses what came too long ago.
fn admit(
    waiting: &mut Vec<Waiting>,
    clock: &dyn Clock,
) -> (Vec<Command>, Vec<oneshot::Sender<Result<Outcome, Failure>>>) {
    let now = clock.now();
    let mut commands = Vec::with_capacity(waiting.len());
    let mut answers = Vec::with_capacity(waiting.len());
    for Waiting { command, answer } in waiting.drain(..) {
        if now.ms_since(command.at) > ARRIVAL_TO_DECISION_MS_MAX {
            drop(answer.send(Err(Failure::NotApplied)));
        } else {
            commands.push(command);
            answers.push(answer);
        }
    }
    (commands, answers)
}

fn refuse(answers: Vec<oneshot::Sender<Result<Outcome, Failure>>>, failure: &Failure) {
    for answer in answers {
        drop(answer.send(Err(failure.clone())));
    }
}
