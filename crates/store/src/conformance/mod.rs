//! The suite that every engine passes: G1 to G7 of architecture.md section 3. An engine's tests name it with
//! [`conformance_suite!`](crate::conformance_suite); each sentence becomes one test. Times, ids and hashes
//! are made up and always the same. Built for tests only.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a suite of tests fails by panicking, and picks the rows it looks at"
)]

mod approvals;
mod cases;
mod conflicts;
mod fees;
mod hiring;
mod history;
mod idempotency;
mod limits;
mod people;
mod proof;
mod reads;
mod reconciliation;
mod settlement;
mod tills;

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

pub use cases::*;
pub use conflicts::*;
pub use history::{History, Step, hash, history};
pub use idempotency::*;
pub use limits::from_64_threads_a_limit_lets_exactly_its_figure_pass;
pub use proof::*;
pub use reads::*;
use specie_domain::ids::WalletId;
use specie_domain::rows::{Account, AccountKey, Event, Session, SessionEnd, Transfer};
use specie_domain::{Command, Head, Key, Outcome, Receipt, Refusal, Row, Time};

use crate::journal::{JournalRow, Tail};
use crate::memory::MemoryStore;
use crate::port::{BATCH_COMMANDS_MAX, CommitError, EntryLine, Store};

/// All that an engine keeps, as its tables show it once they have caught up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// Every row.
    pub rows: BTreeMap<Key, Row>,
    /// Every transfer, in order.
    pub transfers: Vec<Transfer>,
    /// Every event, in order.
    pub events: Vec<Event>,
    /// The journal.
    pub journal: Vec<JournalRow>,
}

/// An engine under test, with storage of its own.
pub trait Subject: Sized {
    /// An engine that holds nothing.
    fn fresh() -> Self;
    /// The engine.
    fn store(&self) -> &dyn Store;
    /// The engine on the same storage, after it was closed.
    #[must_use]
    fn reopen(self) -> Self;
    /// Makes the engine stop: from here on it can commit nothing more, until it is opened anew.
    fn stop(&self);
    /// What it keeps.
    fn contents(&self) -> Contents;
}

impl From<&MemoryStore> for Contents {
    fn from(store: &MemoryStore) -> Self {
        let books = store.books();
        Self {
            rows: books.rows().map(|(key, row)| (key.clone(), row.clone())).collect(),
            transfers: books.transfers().to_vec(),
            events: books.events().to_vec(),
            journal: books.journal().to_vec(),
        }
    }
}

/// Names the suite's tests for one [`Subject`].
#[macro_export]
macro_rules! conformance_suite {
    ($Subject:ty) => {
        $crate::conformance_suite!($Subject:
            batching_changes_neither_outcomes_nor_rows_nor_the_chain,
            an_empty_batch_has_no_outcomes,
            a_batch_past_its_bound_is_not_applied,
            what_was_answered_is_read_at_once_and_after_a_restart,
            the_same_key_gives_the_same_answer_and_moves_money_once,
            another_request_under_the_same_key_is_refused,
            a_hundred_equal_requests_at_once_move_money_once,
            of_two_sessions_that_race_for_the_last_money_one_wins,
            commands_that_change_nothing_are_not_journaled,
            the_audit_finds_nothing_broken,
            the_journal_leads_an_empty_store_to_equal_rows,
            an_account_shows_its_entries_newest_first_page_by_page,
            sessions_that_are_due_are_named_the_first_over_first,
            a_personal_key_stays_as_it_was_first_kept,
            twins_of_every_kind_get_one_answer_wherever_they_meet,
            an_equal_value_of_another_credential_is_another_request,
            a_value_is_kept_for_a_day_across_a_restart_and_no_longer,
            a_batch_that_was_not_applied_left_no_trace,
            a_stopped_engine_answers_no_commit_and_keeps_none,
            of_more_commits_than_may_wait_each_is_applied_or_surely_not,
            a_quarrel_in_one_batch_ends_as_if_one_by_one,
            of_four_withdrawals_in_one_batch_the_first_that_fit_win,
            from_many_threads_a_wallet_pays_what_it_holds_and_no_more,
            from_64_threads_a_limit_lets_exactly_its_figure_pass,
            what_was_answered_to_one_is_read_by_all_others,
            rows_of_each_kind_are_listed_page_by_page_each_once,
            operator_keys_are_listed_page_by_page_in_the_order_of_their_ids,
            open_operations_are_those_of_the_key_that_wait_for_something,
            a_trial_balance_sums_up_every_account_and_comes_to_zero,
            operations_are_found_by_what_they_are_like,
            the_story_of_an_operation_has_all_its_events_and_transfers,
            cases_are_listed_page_by_page_in_the_order_of_their_operations,
            a_case_is_listed_as_soon_as_its_word_was_answered,
        );
    };
    ($Subject:ty: $($sentence:ident,)*) => {$(
        #[test]
        fn $sentence() {
            $crate::conformance::$sentence::<$Subject>();
        }
    )*};
}

/// Waits for an answer on this thread; no runtime is needed.
pub fn wait<T>(answer: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let mut answer = pin!(answer);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    loop {
        if let Poll::Ready(value) = answer.as_mut().poll(&mut Context::from_waker(&waker)) {
            return value;
        }
        thread::park();
    }
}

/// Commits in batches of `size`; all outcomes in order.
pub fn commit_all(store: &dyn Store, commands: &[Command], size: usize) -> Vec<Outcome> {
    commands.chunks(size).flat_map(|batch| wait(store.commit(batch.to_vec())).unwrap()).collect()
}

fn one(store: &dyn Store, command: &Command) -> Outcome {
    wait(store.commit(vec![command.clone()])).unwrap().pop().unwrap()
}

fn tail(journal: &[JournalRow]) -> Tail {
    let mut tail = Tail::default();
    for row in journal {
        let _commands = tail.read(row).unwrap();
    }
    tail
}

fn balance(store: &dyn Store, key: AccountKey) -> i64 {
    let rows = wait(store.read(vec![Key::Account(key)])).unwrap();
    match rows.as_slice() {
        [Some(Row::Account(account))] => account.balance,
        other => {
            assert!(matches!(other, [None]), "asked for an account, read {other:?}");
            0
        }
    }
}

/// G1, G7.
pub fn batching_changes_neither_outcomes_nor_rows_nor_the_chain<S: Subject>() {
    let history = history();
    let commands = history.commands();
    let first = S::fresh();
    let outcomes = commit_all(first.store(), &commands, 1);
    for (step, outcome) in history.steps.iter().zip(&outcomes) {
        assert_eq!(&step.outcome, outcome, "{:?}", step.command);
    }
    let expected = first.contents();
    for size in [3, BATCH_COMMANDS_MAX] {
        let subject = S::fresh();
        assert_eq!(commit_all(subject.store(), &commands, size), outcomes, "batches of {size}");
        let contents = subject.contents();
        assert_eq!(tail(&contents.journal), tail(&expected.journal), "batches of {size}");
        let journal = expected.journal.clone();
        assert_eq!(Contents { journal, ..contents }, expected, "batches of {size}");
    }
}

/// G1.
pub fn an_empty_batch_has_no_outcomes<S: Subject>() {
    assert_eq!(wait(S::fresh().store().commit(Vec::new())), Ok(Vec::new()));
}

/// G1, G4.
pub fn a_batch_past_its_bound_is_not_applied<S: Subject>() {
    let subject = S::fresh();
    let command = history().commands().swap_remove(0);
    let refused = wait(subject.store().commit(vec![command.clone(); BATCH_COMMANDS_MAX + 1]));
    assert!(matches!(refused, Err(CommitError::NotApplied(_))), "{refused:?}");
    assert_eq!(subject.store().health().head, Head::default());
    let outcomes = wait(subject.store().commit(vec![command; BATCH_COMMANDS_MAX])).unwrap();
    assert_eq!(outcomes.len(), BATCH_COMMANDS_MAX);
}

/// G2.
pub fn what_was_answered_is_read_at_once_and_after_a_restart<S: Subject>() {
    let history = history();
    let subject = S::fresh();
    let expected = MemoryStore::new();
    for step in &history.steps {
        let _outcome = (one(subject.store(), &step.command), one(&expected, &step.command));
        let rows = Contents::from(&expected).rows;
        let keys: Vec<Key> = rows.keys().rev().take(16).cloned().collect();
        let read = wait(subject.store().read(keys.clone())).unwrap();
        assert_eq!(read, keys.iter().map(|key| rows.get(key).cloned()).collect::<Vec<_>>());
    }
    let head = subject.store().health().head;
    let before = subject.contents();
    let subject = subject.reopen();
    assert_eq!(subject.store().health().head, head);
    for key in before.rows.keys() {
        let read = wait(subject.store().read(vec![key.clone()])).unwrap();
        assert_eq!(read, [before.rows.get(key).cloned()], "{key:?}");
    }
    assert_eq!(subject.contents(), before);
}

/// G3.
pub fn the_same_key_gives_the_same_answer_and_moves_money_once<S: Subject>() {
    let history = history();
    let (until, top_up) = history.first_top_up();
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands()[..until], 7);
    // Twice in one batch, once in the next, once after a restart.
    let twice = wait(subject.store().commit(vec![top_up.clone(), top_up.clone()])).unwrap();
    assert_eq!(twice.iter().map(|outcome| outcome.replayed).collect::<Vec<_>>(), [false, true]);
    let head = subject.store().health().head;
    let again = one(subject.store(), &top_up);
    let subject = subject.reopen();
    let later = one(subject.store(), &top_up);
    for outcome in twice.iter().chain([&again, &later]) {
        assert_eq!(outcome.result, twice[0].result);
    }
    assert!(again.replayed && later.replayed);
    assert_eq!(subject.store().health().head, head);
}

/// G3.
pub fn another_request_under_the_same_key_is_refused<S: Subject>() {
    let history = history();
    let (until, top_up) = history.first_top_up();
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands()[..=until], 7);
    let head = subject.store().health().head;
    let mut other = top_up;
    let idempotency = other.idempotency.as_mut().unwrap();
    idempotency.fingerprint = hash(999_999);
    assert_eq!(one(subject.store(), &other).result, Err(Refusal::IdempotencyKeyReused));
    assert_eq!(subject.store().health().head, head);
}

/// G1, G3: all are under way before the first is awaited.
pub fn a_hundred_equal_requests_at_once_move_money_once<S: Subject>() {
    let history = history();
    let (until, top_up) = history.first_top_up();
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands()[..until], 7);
    let before = subject.store().health().head.transfers;
    let under_way: Vec<_> = (0..100).map(|_| subject.store().commit(vec![top_up.clone()])).collect();
    let outcomes: Vec<Outcome> = under_way.into_iter().flat_map(|answer| wait(answer).unwrap()).collect();
    assert_eq!(outcomes.iter().filter(|outcome| !outcome.replayed).count(), 1);
    assert!(outcomes.iter().all(|outcome| outcome.result == outcomes[0].result));
    assert_eq!(subject.store().health().head.transfers, before + 1);
}

/// G1: the loser reads a refusal, and the wallet is empty and not below.
pub fn of_two_sessions_that_race_for_the_last_money_one_wins<S: Subject>() {
    let (history, wallet, race) = history::race();
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands(), 5);
    let under_way = race.map(|withdraw| subject.store().commit(vec![withdraw]));
    let results: Vec<_> =
        under_way.into_iter().map(|answer| wait(answer).unwrap()[0].result.clone()).collect();
    assert_eq!(results.iter().filter(|result| matches!(result, Ok(Receipt::Withdrawn(_)))).count(), 1);
    assert_eq!(results.iter().filter(|result| **result == Err(Refusal::NotEnoughFunds)).count(), 1);
    assert_eq!(balance(subject.store(), wallet), 0);
}

/// G3: what is refused or repeated leaves no trace in the journal.
pub fn commands_that_change_nothing_are_not_journaled<S: Subject>() {
    let history = history();
    let commands = history.commands();
    let subject = S::fresh();
    commit_all(subject.store(), &commands, BATCH_COMMANDS_MAX);
    let before = subject.contents().journal;
    let kept = usize::try_from(tail(&before).commands).unwrap();
    assert!(kept < commands.len(), "the history holds refusals");
    let (_, top_up) = history.first_top_up();
    assert!(one(subject.store(), &top_up).replayed);
    assert_eq!(subject.contents().journal, before);
}

/// G6.
pub fn the_audit_finds_nothing_broken<S: Subject>() {
    let history = history();
    let subject = S::fresh();
    for batch in history.commands().chunks(9) {
        commit_all(subject.store(), batch, 9);
        let audit = wait(subject.store().audit()).unwrap();
        assert_eq!(audit.violations, []);
        assert_eq!(audit.head, subject.store().health().head);
        assert_eq!(audit.entries, audit.head.transfers * 2);
    }
    let audit = wait(subject.store().audit()).unwrap();
    assert!(audit.withdrawals > 3 && audit.accounts >= 10, "{audit:?}");
}

/// G7.
pub fn the_journal_leads_an_empty_store_to_equal_rows<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 11);
    let contents = subject.contents();
    let replayed = MemoryStore::replay(&contents.journal).unwrap();
    assert_eq!(Contents::from(&replayed), contents);
    assert_eq!(replayed.books().head(), subject.store().health().head);
    assert_eq!(replayed.books().tail(), tail(&contents.journal));
}

/// Reads of histories: strict, and in whole pages.
pub fn an_account_shows_its_entries_newest_first_page_by_page<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let contents = subject.contents();
    let accounts = contents.rows.values().filter_map(|row| match row {
        Row::Account(account) => Some(Account::clone(account)),
        _ => None,
    });
    for account in accounts {
        let mut lines: Vec<EntryLine> = Vec::new();
        let mut from = None;
        loop {
            let page = wait(subject.store().entries(account.key, from, 2)).unwrap();
            assert_eq!(page.as_of_command, subject.store().health().head.commands);
            assert!(page.lines.len() <= 2);
            lines.extend(page.lines);
            from = page.next;
            if from.is_none() {
                break;
            }
        }
        let numbers: Vec<u64> = lines.iter().map(|line| line.side.entry).collect();
        assert_eq!(numbers, (1..=account.entries).rev().collect::<Vec<_>>(), "{account:?}");
        for line in lines {
            let transfer = &contents.transfers[usize::try_from(line.transfer).unwrap() - 1];
            assert_eq!(EntryLine::of(transfer, &account.key), Some(line.clone()));
            assert_ne!(line.counterpart, account.key);
        }
        let elsewhere = contents.transfers.iter().find(|transfer| transfer.side_of(&account.key).is_none());
        let page =
            wait(subject.store().entries(account.key, elsewhere.map(|other| other.number), 2)).unwrap();
        assert!(elsewhere.is_none() || page.lines.is_empty(), "{page:?}");
    }
}

/// What the sweep asks.
pub fn sessions_that_are_due_are_named_the_first_over_first<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let contents = subject.contents();
    let open: Vec<Session> = contents
        .rows
        .into_values()
        .filter_map(|row| match row {
            Row::Session(session) if session.end == SessionEnd::Open => Some(Session::clone(&session)),
            _ => None,
        })
        .collect();
    assert!(open.len() > 1, "the history leaves sessions open");
    let (never, always) = (Time::from_unix_ms(0), Time::from_unix_ms(i64::MAX));
    let ask = |now, most| wait(subject.store().due_sessions(now, most)).unwrap();
    let mut first_over_first = open.clone();
    first_over_first.sort_by_key(|session| (session.expires_at, session.operation_id));
    let ids: Vec<_> = first_over_first.iter().map(|session| session.operation_id).collect();
    assert_eq!(ask(never, 100), []);
    assert_eq!(ask(always, 100), ids);
    assert_eq!(ask(always, 1), ids[..1]);
    let first = first_over_first[0].expires_at;
    assert_eq!(ask(first, 100)[..1], ids[..1]);
    assert_eq!(ask(Time::from_unix_ms(first.unix_ms() - 1), 100), []);
}

/// Durable before what is sealed under it.
pub fn a_personal_key_stays_as_it_was_first_kept<S: Subject>() {
    let subject = S::fresh();
    let (mine, other) = (WalletId::from_u128(7), WalletId::from_u128(8));
    wait(subject.store().keep_personal_key(mine, b"first".to_vec())).unwrap();
    wait(subject.store().keep_personal_key(mine, b"second".to_vec())).unwrap();
    let subject = subject.reopen();
    assert_eq!(wait(subject.store().personal_key(mine)).unwrap(), Some(b"first".to_vec()));
    assert_eq!(wait(subject.store().personal_key(other)).unwrap(), None);
}
