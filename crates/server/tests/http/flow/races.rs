//! Many at once: identical requests move money once; two sessions for the last ten pounds have one winner.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::json;
use tokio::sync::Barrier;

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{Program, folder};

const TWINS: usize = 100;

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_identical_withdrawals_move_money_once() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("10.00").await;
    let together = Arc::new(Barrier::new(TWINS));
    let twins: Vec<_> = (0..TWINS)
        .map(|_| {
            let (mut pos, session, account) = (program.pos(), session.clone(), counter.account.clone());
            let together = Arc::clone(&together);
            tokio::spawn(async move {
                together.wait().await;
                pos.withdraw(&session, &account, "10", None).await.unwrap()
            })
        })
        .collect();
    let (mut transactions, mut firsts) = (BTreeSet::new(), 0);
    for twin in twins {
        let reply = twin.await.unwrap();
        let replayed = reply.header("idempotent-replayed") == "true";
        assert_success(&reply, replayed);
        firsts += usize::from(!replayed);
        transactions.insert(reply.transaction_id().to_owned());
    }
    assert_eq!((transactions.len(), firsts), (1, 1));
    assert_eq!(counter.balance().await, "179.00");
    let page = counter.api.get(&format!("/api/v1/accounts/{}/entries", counter.account)).await.unwrap();
    assert_eq!(page.body["entries"].as_array().map(Vec::len), Some(2), "{}", page.text); // Top-up, withdrawal.
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_sessions_for_the_last_ten_pounds_one_wins() {
    let folder = folder();
    let program = Program::demo(folder.path());
    for round in 0..10 {
        let mut counter = Counter::number(&program, round, "GBP");
        let all = counter.balance().await;
        let minor: u64 = all.replace('.', "").parse().unwrap();
        let rest = minor - 1000;
        let session = counter.session(&format!("{}.{:02}", rest / 100, rest % 100)).await;
        assert_success(
            &counter.withdraw(&session, &format!("{}.{:02}", rest / 100, rest % 100)).await,
            false,
        );
        assert_eq!(counter.balance().await, "10.00");

        let sessions = [counter.session("10.00").await, counter.session("10.00").await];
        let racers = sessions.map(|session| {
            let (mut pos, account) = (program.pos(), counter.account.clone());
            tokio::spawn(async move { pos.withdraw(&session, &account, "10", None).await.unwrap() })
        });
        let [first, second] = racers;
        let mut replies = [first.await.unwrap(), second.await.unwrap()];
        replies.sort_by_key(|reply| reply.status);
        assert_success(&replies[0], false);
        assert_error(&replies[1], 400, "NOT_ENOUGH_FUNDS");
        assert_eq!(counter.balance().await, "0.00");
    }
    let verified = program.verify();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_code_opens_one_session_however_many_try_at_once() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let code = counter.arm_with(json!({ "pos_id": counter.pos_id, "amount": counter.money("10.00") })).await;
    let code = code.text_at("/code").to_owned();
    let together = Arc::new(Barrier::new(TWINS));
    let twins: Vec<_> = (0..TWINS)
        .map(|_| {
            let (mut pos, pos_id, phone) = (program.pos(), counter.pos_id.clone(), counter.phone.clone());
            let (code, together) = (code.clone(), Arc::clone(&together));
            tokio::spawn(async move {
                together.wait().await;
                pos.login(&pos_id, &code, &phone, None).await.unwrap()
            })
        })
        .collect();
    let mut operations = BTreeSet::new();
    for twin in twins {
        let reply = twin.await.unwrap();
        assert_success(&reply, reply.header("idempotent-replayed") == "true");
        operations.insert(reply.text_at("/data/operation_id").to_owned());
    }
    assert_eq!(operations.len(), 1);
}
