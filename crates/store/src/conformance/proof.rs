//! G4: NotApplied is a proof that nothing of the batch happened, in rows, journal or outbox.

use specie_domain::command::{Actor, TopUp};
use specie_domain::rows::AccountKey;
use specie_domain::{Body, Command, Outcome};

use super::history::{History, history, pence};
use super::{Subject, balance, commit_all, one, wait};
use crate::port::{BATCH_COMMANDS_MAX, CommitError};

/// Commits under way at once: more than any engine lets wait.
const UNDER_WAY: usize = 6_000;

/// G4: also a batch in which every command by itself would be lawful.
pub fn a_batch_that_was_not_applied_left_no_trace<S: Subject>() {
    let history = history();
    let commands = history.commands();
    let (first, rest) = commands.split_at(history.first_top_up().0);
    let subject = S::fresh();
    commit_all(subject.store(), first, 64);
    let (before, head) = (subject.contents(), subject.store().health().head);
    let too_many: Vec<Command> = rest.iter().cycle().take(BATCH_COMMANDS_MAX + 1).cloned().collect();
    let refused = wait(subject.store().commit(too_many));
    assert!(matches!(refused, Err(CommitError::NotApplied(_))), "{refused:?}");
    assert_eq!((subject.contents(), subject.store().health().head), (before.clone(), head));
    let subject = subject.reopen();
    assert_eq!(subject.contents(), before);
    let outcomes = commit_all(subject.store(), rest, 64);
    for (step, outcome) in history.steps[first.len()..].iter().zip(&outcomes) {
        assert_eq!(&step.outcome, outcome, "{:?}", step.command);
    }
}

/// G4: whatever it says of the batch, nothing of it is there when the engine is opened anew.
pub fn a_stopped_engine_answers_no_commit_and_keeps_none<S: Subject>() {
    let history = history();
    let (until, top_up) = history.first_top_up();
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands()[..until], 7);
    let (before, head) = (subject.contents(), subject.store().health().head);
    subject.stop();
    for _ in 0..3 {
        let refused = wait(subject.store().commit(vec![top_up.clone()]));
        assert!(
            matches!(refused, Err(CommitError::NotApplied(_) | CommitError::Corrupt(_))),
            "an unknown outcome is none of a stop: {refused:?}"
        );
        assert_eq!(subject.store().health().head, head);
    }
    let subject = subject.reopen();
    assert_eq!((subject.contents(), subject.store().health().head), (before, head));
    assert!(!one(subject.store(), &top_up).replayed, "it never happened before");
}

/// G4: under a flood every commit is answered, or refused and surely not applied; a repeat tells which.
pub fn of_more_commits_than_may_wait_each_is_applied_or_surely_not<S: Subject>() {
    let mut history = History::begin();
    let customer = history.customer(100);
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands(), 7);
    let (actor, wallet_id) = (Actor::System, customer.wallet_id);
    let top_up = |_| history.next(Body::TopUp(TopUp { actor, wallet_id, amount: pence(1) }));
    let flood: Vec<Command> = (0..UNDER_WAY).map(top_up).collect();
    let under_way: Vec<_> =
        flood.iter().map(|command| subject.store().commit(vec![command.clone()])).collect();
    let answers: Vec<Result<Vec<Outcome>, CommitError>> = under_way.into_iter().map(wait).collect();
    let applied = answers.iter().filter(|answer| answer.is_ok()).count();
    for answer in &answers {
        assert!(matches!(answer, Ok(_) | Err(CommitError::NotApplied(_))), "{answer:?}");
    }
    let account = AccountKey::wallet(wallet_id, pence(0).currency());
    let held = |subject: &S| usize::try_from(balance(subject.store(), account)).unwrap() - 100;
    assert_eq!(held(&subject), applied);
    let subject = subject.reopen();
    let again = commit_all(subject.store(), &flood, BATCH_COMMANDS_MAX);
    for (answer, again) in answers.iter().zip(&again) {
        assert_eq!(answer.is_ok(), again.replayed, "{answer:?}");
    }
    assert_eq!(held(&subject), UNDER_WAY);
}
