//! G3: one request, one answer, under its value and its scope, for as long as values are kept.

use std::mem::{Discriminant, discriminant};

use specie_domain::{Body, Command, Head, Idempotency, Outcome, Policy, Receipt, Time};

use super::history::{hash, history};
use super::{Subject, commit_all, one};

/// Replaying a login or an arming hands out a fresh secret and keeps its hash: that is a change.
const fn replay_changes_something(receipt: &Receipt) -> bool {
    matches!(receipt, Receipt::SessionOpened(_) | Receipt::CodeArmed(_))
}

fn assert_same(outcomes: &[Outcome], first: &Outcome) {
    for outcome in outcomes {
        match (&outcome.result, &first.result) {
            // The digits before are the fresh ones' neighbours: another candidate of the same arming.
            (Ok(Receipt::CodeArmed(now)), Ok(Receipt::CodeArmed(then))) => {
                assert_eq!((now.code_id, now.expires_at), (then.code_id, then.expires_at));
            }
            (now, then) => assert_eq!(now, then),
        }
    }
}

/// G3: in one batch, in two, and after a restart.
pub fn twins_of_every_kind_get_one_answer_wherever_they_meet<S: Subject>() {
    let history = history();
    let commands = history.commands();
    let mut met: Vec<Discriminant<Body>> = Vec::new();
    for (place, step) in history.steps.iter().enumerate() {
        let (command, kind) = (&step.command, discriminant(&step.command.body));
        let is_remembered = !matches!(command.body, Body::SetPolicy(_));
        if step.outcome.result.is_err() || met.contains(&kind) || !is_remembered {
            continue;
        }
        met.push(kind);
        let subject = S::fresh();
        commit_all(subject.store(), &commands[..place], 64);
        let twins = commit_all(subject.store(), &[command.clone(), command.clone()], 2);
        let head = subject.store().health().head;
        let again = one(subject.store(), command);
        let subject = subject.reopen();
        let later = one(subject.store(), command);
        assert_same(&twins, &step.outcome);
        assert_same(&[again, later], &step.outcome);
        let moved = |head: Head| (head.transfers, head.events);
        assert_eq!(moved(subject.store().health().head), moved(head), "{command:?}");
        if step.outcome.result.as_ref().is_ok_and(|receipt| !replay_changes_something(receipt)) {
            assert_eq!(subject.store().health().head, head, "{command:?}");
        }
    }
    assert!(met.len() > 20, "the history holds {} kinds", met.len());
}

/// G3: the scope is in the name, so another key's equal value is nothing to the first.
pub fn an_equal_value_of_another_credential_is_another_request<S: Subject>() {
    let history = history();
    let (until, top_up) = history.first_top_up();
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands()[..=until], 7);
    let name = hash(777);
    let of_another =
        Command { idempotency: top_up.idempotency.map(|of| Idempotency { name, ..of }), ..top_up };
    let before = subject.store().health().head.transfers;
    assert!(!one(subject.store(), &of_another).replayed);
    assert!(one(subject.store(), &of_another).replayed);
    assert_eq!(subject.store().health().head.transfers, before + 1);
}

/// G3: a millisecond before the day is over it is the same request, then it is another.
pub fn a_value_is_kept_for_a_day_across_a_restart_and_no_longer<S: Subject>() {
    let history = history();
    let (until, top_up) = history.first_top_up();
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands()[..=until], 7);
    let kept_ms = i64::from(Policy::default().answer_kept_s) * 1000;
    let after = |ms: i64| Command { at: Time::from_unix_ms(top_up.at.unix_ms() + ms), ..top_up.clone() };
    let mut subject = subject.reopen();
    for (ms, replayed) in [(kept_ms - 1, true), (kept_ms, false), (kept_ms + 1, true)] {
        let transfers = subject.store().health().head.transfers;
        let outcome = one(subject.store(), &after(ms));
        assert_eq!((outcome.result.is_ok(), outcome.replayed), (true, replayed), "after {ms} ms");
        assert_eq!(subject.store().health().head.transfers, transfers + u64::from(!replayed));
        subject = subject.reopen();
    }
}
