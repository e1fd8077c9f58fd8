//! G5: conflicts are settled inside, boundedly, and everything ends as if the commands had come one by one.

use std::thread;

use specie_domain::{Command, Outcome, Receipt, Refusal};

use super::history::{Rush, quarrel, rushes};
use super::{Contents, Subject, balance, commit_all, tail, wait};
use crate::memory::MemoryStore;

/// Threads that commit at once.
const THREADS: usize = 8;
/// Wallets they fight for.
const WALLETS: usize = 12;
/// Withdrawals of 10 GBP that a wallet of 25 GBP can pay.
const PAYABLE: usize = 2;

/// Every order of the places `0..count`.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else { return vec![Vec::new()] };
    let with_last = |order: Vec<usize>| {
        (0..=order.len()).map(move |place| {
            let mut longer = order.clone();
            longer.insert(place, last);
            longer
        })
    };
    orders(last).into_iter().flat_map(with_last).collect()
}

/// G1, G5: every order of a withdrawal, its reversal, its logout, and a rival withdrawal.
pub fn a_quarrel_in_one_batch_ends_as_if_one_by_one<S: Subject>() {
    let (history, quarrel) = quarrel();
    let prefix = history.commands();
    for order in orders(quarrel.len()) {
        let batch: Vec<Command> = order.iter().map(|place| quarrel[*place].clone()).collect();
        let expected = MemoryStore::new();
        commit_all(&expected, &prefix, 1);
        let one_by_one = commit_all(&expected, &batch, 1);
        let subject = S::fresh();
        commit_all(subject.store(), &prefix, 64);
        let at_once = commit_all(subject.store(), &batch, batch.len());
        assert_eq!(at_once, one_by_one, "{order:?}");
        let (contents, expected) = (subject.contents(), Contents::from(&expected));
        assert_eq!(tail(&contents.journal), tail(&expected.journal), "{order:?}");
        assert_eq!(Contents { journal: expected.journal.clone(), ..contents }, expected, "{order:?}");
    }
}

const fn is_paid(outcome: &Outcome) -> bool {
    matches!(outcome.result, Ok(Receipt::Withdrawn(_)))
}

/// G5: within a batch the order is the batch's.
pub fn of_four_withdrawals_in_one_batch_the_first_that_fit_win<S: Subject>() {
    let (history, pending, rushes) = rushes(1);
    let Rush { account, withdrawals } = &rushes[0];
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands(), 64);
    let backwards: Vec<Command> = withdrawals.iter().rev().cloned().collect();
    let outcomes = commit_all(subject.store(), &backwards, backwards.len());
    assert_eq!(outcomes.iter().map(is_paid).collect::<Vec<_>>(), [true, true, false, false]);
    for loser in &outcomes[PAYABLE..] {
        assert_eq!(loser.result, Err(Refusal::NotEnoughFunds));
    }
    assert_eq!((balance(subject.store(), *account), balance(subject.store(), pending)), (500, 2_000));
}

/// G5: each withdrawal is sent by two threads, in an order of its own; no commit fails.
pub fn from_many_threads_a_wallet_pays_what_it_holds_and_no_more<S: Subject>() {
    let (history, pending, rushes) = rushes(WALLETS);
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands(), 64);
    let withdrawals: Vec<Command> = rushes.iter().flat_map(|rush| rush.withdrawals.clone()).collect();
    let (withdrawals, store) = (&withdrawals, subject.store());
    let of_thread = |thread: usize| {
        let places = (0..withdrawals.len()).map(move |step| (step * 7 + thread * 11) % withdrawals.len());
        let mine = places.filter(move |place| [thread, thread + 1].contains(&(place % THREADS + 1)));
        mine.map(|place| (place, wait(store.commit(vec![withdrawals[place].clone()])).unwrap().remove(0)))
            .collect::<Vec<(usize, Outcome)>>()
    };
    let told: Vec<(usize, Outcome)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..=THREADS).map(|thread| scope.spawn(move || of_thread(thread))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    for (place, command) in withdrawals.iter().enumerate() {
        let twins: Vec<&Outcome> = told.iter().filter(|(of, _)| *of == place).map(|(_, told)| told).collect();
        assert_eq!(twins.len(), 2, "{command:?} was sent twice");
        assert_eq!(twins[0].result, twins[1].result, "{command:?}");
        let firsts = twins.iter().filter(|outcome| is_paid(outcome) && !outcome.replayed).count();
        assert_eq!(firsts, usize::from(is_paid(twins[0])), "{command:?}");
    }
    for (number, rush) in rushes.iter().enumerate() {
        let of_wallet = number * 4..number * 4 + 4;
        let paid = told.iter().filter(|(place, told)| of_wallet.contains(place) && is_paid(told));
        assert_eq!(paid.count(), PAYABLE * 2, "each was told to two");
        assert_eq!(balance(subject.store(), rush.account), 500);
    }
    assert_eq!(balance(subject.store(), pending), 1_000 * i64::try_from(WALLETS * PAYABLE).unwrap());
    let contents = subject.contents();
    assert_eq!(Contents::from(&MemoryStore::replay(&contents.journal).unwrap()), contents);
}
