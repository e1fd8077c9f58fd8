//! The lane over the in-memory engine: what it refuses, and that it loses nothing it took.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use specie_commands::{ARRIVAL_TO_DECISION_MS_MAX, Clock, Failure, LANE_COMMANDS_MAX, Lane};
use specie_domain::command::{Actor, RegisterOwner};
use specie_domain::ids::Fresh;
use specie_domain::{Body, Command, Receipt, Time};
use specie_store::{MemoryStore, Store};

/// A clock that stands where it is put.
struct Standing(AtomicI64);

impl Clock for Standing {
    fn now(&self) -> Time {
        Time::from_unix_ms(self.0.load(Ordering::Relaxed))
    }
}

fn lane(clock: &Arc<Standing>) -> (Lane, Arc<MemoryStore>) {
    let store = Arc::new(MemoryStore::default());
    let stop = Arc::new(|why: &str| assert!(why.is_empty(), "the engine stopped: {why}"));
    (Lane::start(Arc::clone(&store) as Arc<dyn Store>, Arc::clone(clock) as Arc<dyn Clock>, stop), store)
}

fn register(number: u64, at: Time) -> Command {
    let body = Body::RegisterOwner(RegisterOwner { actor: Actor::System, name: format!("Owner {number}") });
    Command { at, fresh: Fresh(number), idempotency: None, proof: None, body }
}

#[tokio::test]
async fn a_command_that_waited_past_its_time_is_not_applied() {
    let clock = Arc::new(Standing(AtomicI64::new(1_000_000)));
    let (lane, store) = lane(&clock);
    let arrived = clock.now();
    for (waited_ms, applied) in [(ARRIVAL_TO_DECISION_MS_MAX, true), (ARRIVAL_TO_DECISION_MS_MAX + 1, false)]
    {
        clock.0.store(1_000_000 + waited_ms, Ordering::Relaxed);
        let before = store.health().head.commands;
        let outcome = lane.commit(register(1, arrived)).await;
        assert_eq!(outcome.is_ok(), applied, "waited {waited_ms} ms");
        assert_eq!(store.health().head.commands > before, applied);
        assert!(applied || outcome == Err(Failure::NotApplied));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_full_lane_refuses_at_once_and_what_it_took_is_decided_in_few_batches() {
    let clock = Arc::new(Standing(AtomicI64::new(0)));
    let (lane, store) = lane(&clock);
    let too_many = u64::try_from(LANE_COMMANDS_MAX).unwrap() + 10;
    let calls: Vec<_> = (0..too_many)
        .map(|number| {
            let (lane, at) = (lane.clone(), clock.now());
            tokio::spawn(async move { lane.commit(register(number, at)).await })
        })
        .collect();
    let mut refused = 0;
    for call in calls {
        match call.await.unwrap() {
            Ok(outcome) => assert!(matches!(outcome.result, Ok(Receipt::OwnerRegistered(_)))),
            Err(failure) => {
                assert_eq!(failure, Failure::NotApplied);
                refused += 1;
            }
        }
    }
    let health = store.health();
    assert!(refused >= 1, "the lane was full at least once");
    assert_eq!(health.head.commands, too_many - refused, "each call was either decided or refused");
    assert!(health.batches <= 20, "{} batches for {} commands", health.batches, health.head.commands);
}

#[tokio::test]
async fn a_closed_lane_takes_nothing_more() {
    let clock = Arc::new(Standing(AtomicI64::new(0)));
    let (lane, store) = lane(&clock);
    lane.close();
    assert_eq!(lane.commit(register(1, clock.now())).await, Err(Failure::NotApplied));
    assert_eq!(store.health().head.commands, 0);
}
