//! G2 from outside: what was answered to one is seen by every other, and by every kind of strong read.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use specie_domain::command::{Actor, TopUp};
use specie_domain::ids::{OperationId, OperatorKeyId, OwnerId, WithdrawalId};
use specie_domain::rows::{Account, AccountKey, Action, Book, OperatorKey, Session, SessionEnd, Withdrawal};
use specie_domain::{Body, Key, Row, RowKind, Time};
use specie_money::{Currency, Money};

use super::history::{History, hash, history, pence};
use super::{Contents, Subject, balance, commit_all, one, wait};
use crate::port::{Find, OpenOperations, StoryOf};

/// Commits that are read after.
const COMMITS: i64 = 200;
/// Threads that read meanwhile.
const READERS: usize = 3;

/// G2: whoever reads after an answer went out sees what it says.
pub fn what_was_answered_to_one_is_read_by_all_others<S: Subject>() {
    let mut history = History::begin();
    let customer = history.customer(1);
    let subject = S::fresh();
    commit_all(subject.store(), &history.commands(), 7);
    let (actor, wallet_id) = (Actor::System, customer.wallet_id);
    let account = AccountKey::wallet(wallet_id, pence(0).currency());
    let (answered, store) = (AtomicI64::new(1), subject.store());
    let reader = || {
        let mut seen = 0;
        while seen <= COMMITS {
            let told = answered.load(Ordering::SeqCst);
            let held = balance(store, account);
            assert!(held >= told.max(seen), "{told} was answered, {seen} was seen, {held} is read");
            let newest = wait(store.entries(account, None, 1)).unwrap().lines.remove(0).side.balance;
            assert!(newest >= held, "{held} was read, the history ends at {newest}");
            seen = held;
        }
    };
    thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(reader);
        }
        for _ in 0..COMMITS {
            let top_up = history.next(Body::TopUp(TopUp { actor, wallet_id, amount: pence(1) }));
            assert!(one(store, &top_up).result.is_ok());
            answered.fetch_add(1, Ordering::SeqCst);
        }
    });
    assert_eq!(balance(store, account), 1 + COMMITS);
}

/// What the operator's other lists ask.
pub fn rows_of_each_kind_are_listed_page_by_page_each_once<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let kept = subject.contents().rows;
    let mut kinds_seen = 0;
    for kind in RowKind::ALL {
        let expected: Vec<Row> =
            kept.iter().filter(|(key, _)| key.kind() == *kind).map(|(_, row)| row.clone()).collect();
        let (mut listed, mut after): (Vec<Row>, Option<Key>) = (Vec::new(), None);
        loop {
            let page = wait(subject.store().rows(*kind, after, 3)).unwrap();
            assert!(page.len() <= 3);
            match page.last() {
                Some(last) => after = Some(last.key()),
                None => break,
            }
            listed.extend(page);
        }
        listed.sort_by_key(Row::key);
        assert_eq!(listed, expected, "{kind:?}");
        kinds_seen += usize::from(!expected.is_empty());
    }
    assert!(kinds_seen > 20, "the history makes rows of most kinds: {kinds_seen}");
    assert_eq!(wait(subject.store().rows(RowKind::Wallet, None, 0)).unwrap(), []);
}

/// What the books come to, after every kind of posting.
pub fn a_trial_balance_sums_up_every_account_and_comes_to_zero<S: Subject>() {
    let subject = S::fresh();
    assert_eq!(wait(subject.store().trial_balance()).unwrap().totals, []);
    commit_all(subject.store(), &history().commands(), 13);
    let told = wait(subject.store().trial_balance()).unwrap();
    let rows = subject.contents().rows;
    let accounts: Vec<Account> = rows.into_values().filter_map(account).collect();
    let counted: u64 = told.totals.iter().map(|total| total.accounts).sum();
    assert_eq!((told.head, counted), (subject.store().health().head, accounts.len() as u64));
    let mut sums: BTreeMap<(Book, Currency), i128> = BTreeMap::new();
    for total in &told.totals {
        let own =
            accounts.iter().filter(|row| (row.key.kind, row.key.currency) == (total.kind, total.currency));
        let (credits, debits): (Vec<i128>, Vec<i128>) =
            own.map(|row| i128::from(row.balance)).partition(|balance| *balance > 0);
        let summed = (credits.iter().sum::<i128>(), -debits.iter().sum::<i128>());
        assert_eq!((total.credits, total.debits), summed, "{total:?}");
        *sums.entry((total.kind.book(), total.currency)).or_default() += total.credits - total.debits;
    }
    assert!(sums.len() > 1 && sums.values().all(|sum| *sum == 0), "{sums:?}");
}

fn account(row: Row) -> Option<Account> {
    match row {
        Row::Account(account) => Some((*account).clone()),
        _ => None,
    }
}

/// What the operator's list asks.
pub fn operator_keys_are_listed_page_by_page_in_the_order_of_their_ids<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let rows = subject.contents().rows;
    let mut expected: Vec<OperatorKey> = rows.into_values().filter_map(operator_key).collect();
    expected.sort_by_key(|key| key.operator_key_id);
    let (mut listed, mut after): (Vec<OperatorKey>, Option<OperatorKeyId>) = (Vec::new(), None);
    loop {
        let page = wait(subject.store().operator_keys(after, 2)).unwrap();
        assert!(page.len() <= 2);
        match page.last() {
            Some(last) => after = Some(last.operator_key_id),
            None => break,
        }
        listed.extend(page);
    }
    assert_eq!(listed, expected);
    assert!(listed.len() > 3 && listed.iter().any(|key| key.revoked_at.is_some()));
    assert_eq!(wait(subject.store().operator_keys(None, 0)).unwrap(), []);
}

fn operator_key(row: Row) -> Option<OperatorKey> {
    match row {
        Row::OperatorKey(key) => Some(OperatorKey::clone(&key)),
        _ => None,
    }
}

fn waits(contents: &Contents, session: &Session) -> bool {
    let holds = |row: &Row| {
        matches!((row, session.action),
        (Row::Withdrawal(row), Action::Withdrawal(id)) if row.withdrawal_id == id && row.held > 0)
    };
    session.end == SessionEnd::Open || contents.rows.values().any(holds)
}

/// What a till asks that lost its memory.
pub fn open_operations_are_those_of_the_key_that_wait_for_something<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let contents = subject.contents();
    let sessions: Vec<&Session> = contents
        .rows
        .values()
        .filter_map(|row| match row {
            Row::Session(session) => Some(session.as_ref()),
            _ => None,
        })
        .collect();
    let open: Vec<&Session> = sessions.iter().copied().filter(|session| waits(&contents, session)).collect();
    let is_over = |session: &&Session| matches!(session.end, SessionEnd::Expired(_));
    assert!(open.len() > 3 && open.iter().any(is_over), "one is unconfirmed: {open:?}");
    let owner_id = owner(&contents);
    let ask = |asked: OpenOperations, most| wait(subject.store().open_operations(asked, most)).unwrap();
    for session in &sessions {
        let key_id = session.key_id;
        let of_key = OpenOperations { key_id, owner_id, token: None, after: None };
        let of = |session: &&&Session| session.key_id == key_id;
        let expected: Vec<OperationId> = open.iter().filter(of).map(|session| session.operation_id).collect();
        assert_eq!(ask(of_key, 100), expected);
        assert_eq!(ask(of_key, 1), expected.iter().take(1).copied().collect::<Vec<_>>());
        let after = Some(session.operation_id);
        let rest: Vec<OperationId> = expected.iter().filter(|id| Some(**id) > after).copied().collect();
        assert_eq!(ask(OpenOperations { after, ..of_key }, 100), rest);
        let own: Vec<OperationId> = expected.into_iter().filter(|id| *id == session.operation_id).collect();
        assert_eq!(ask(OpenOperations { token: Some(session.token), ..of_key }, 100), own);
        assert_eq!(ask(OpenOperations { token: Some(hash(1)), ..of_key }, 100), []);
    }
}

/// What people look for who have no id.
pub fn operations_are_found_by_what_they_are_like<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let contents = subject.contents();
    let find = |what, most| wait(subject.store().find(what, most)).unwrap();
    let sessions: Vec<Arc<Session>> = contents.rows.values().filter_map(session).collect();
    let withdrawals: Vec<Arc<Withdrawal>> = contents.rows.values().filter_map(withdrawal).collect();
    let ids = |wanted: &dyn Fn(&Session) -> bool| -> Vec<OperationId> {
        sessions.iter().filter(|session| wanted(session)).map(|session| session.operation_id).collect()
    };
    let open = ids(&|session| session.end == SessionEnd::Open);
    assert!(open.len() > 1);
    assert_eq!(find(Find::OpenSessions(None), 100), open);
    assert_eq!(find(Find::OpenSessions(Some(open[0])), 1), open[1..2]);
    let late = Time::from_unix_ms(i64::MAX);
    let held = |session: &Session| {
        let mut own = withdrawals.iter().filter(|row| row.operation_id == session.operation_id);
        own.any(|row| row.held > 0)
    };
    let unconfirmed = ids(&held);
    assert!(!unconfirmed.is_empty());
    assert_eq!(find(Find::Unconfirmed(late), 100), unconfirmed);
    assert!(find(Find::Unconfirmed(Time::from_unix_ms(0)), 100).len() < unconfirmed.len());
    let sum = Money::from_minor(withdrawals[0].amount, withdrawals[0].currency);
    let mut of_sum: Vec<&Arc<Withdrawal>> = withdrawals.iter().collect();
    of_sum.retain(|row| (row.amount, row.currency) == (sum.minor(), sum.currency()));
    of_sum.sort_by_key(|row| std::cmp::Reverse(row.withdrawal_id));
    let oldest = of_sum[of_sum.len() - 1].withdrawal_id;
    let named: Vec<OperationId> = of_sum.iter().map(|row| row.operation_id).collect();
    assert_eq!(find(Find::OfSum(sum, WithdrawalId::from_u128(0)), 100), named);
    assert_eq!(find(Find::OfSum(sum, oldest), 100), named[..named.len() - 1]);
    assert_eq!(find(Find::OfSum(pence(123_456), WithdrawalId::from_u128(0)), 100), []);
    let mut newest = ids(&|_| true);
    newest.reverse();
    assert_eq!(find(Find::Since(OperationId::from_u128(0)), 3), newest[..3]);
    assert_eq!(find(Find::Since(newest[2]), 100), newest[..2]);
    let ends_like = |id: u128, digits: u8| {
        let number = u64::try_from(id & ((1_u128 << (4 * digits)) - 1)).unwrap();
        find(Find::EndingIn(number, digits, OperationId::from_u128(0)), 100)
    };
    for row in &withdrawals {
        for id in [row.operation_id.as_u128(), row.withdrawal_id.as_u128()] {
            assert!(ends_like(id, 12).contains(&row.operation_id), "{row:?}");
            assert_eq!(ends_like(id ^ 0x8000_0000_0000, 12), [], "another id");
        }
    }
}

/// The timeline of a withdrawal.
pub fn the_story_of_an_operation_has_all_its_events_and_transfers<S: Subject>() {
    let subject = S::fresh();
    commit_all(subject.store(), &history().commands(), 13);
    let contents = subject.contents();
    let mut told = (0, 0);
    for session in contents.rows.values().filter_map(session) {
        let own = Some(session.operation_id);
        let story = wait(subject.store().story(session.operation_id)).unwrap();
        let events: Vec<_> = contents.events.iter().filter(|event| event.operation_id == own).collect();
        assert_eq!(story.events.iter().collect::<Vec<_>>(), events);
        let transfers: Vec<_> =
            contents.transfers.iter().filter(|transfer| transfer.operation_id == own).collect();
        assert_eq!(story.transfers.iter().collect::<Vec<_>>(), transfers);
        told = (told.0 + events.len(), told.1 + transfers.len());
    }
    assert!(told.0 > 20 && told.1 > 20, "{told:?}");
    let nobody = wait(subject.store().story(OperationId::from_u128(7))).unwrap();
    assert_eq!(nobody, StoryOf::default());
}

fn session(row: &Row) -> Option<Arc<Session>> {
    match row {
        Row::Session(session) => Some(Arc::clone(session)),
        _ => None,
    }
}

fn withdrawal(row: &Row) -> Option<Arc<Withdrawal>> {
    match row {
        Row::Withdrawal(withdrawal) => Some(Arc::clone(withdrawal)),
        _ => None,
    }
}

fn owner(contents: &Contents) -> OwnerId {
    let mut owners = contents.rows.values().filter_map(|row| match row {
        Row::PosOwner(owner) => Some(owner.owner_id),
        _ => None,
    });
    owners.next().unwrap()
}
