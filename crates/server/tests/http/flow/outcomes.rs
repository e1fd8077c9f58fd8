//! What became of the cash, told to the real program: each word in three currencies, lost money found late, and that
//! what was told is still so after a crash.

use serde_json::json;
use specie_client::{Reply, Reversal, Session};
use specie_money::Currency;
use specie_wire::api::{Amount, CashOutcome, CountedNotes, TellOutcome};

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{Program, folder};

fn word(outcome: CashOutcome) -> TellOutcome {
    TellOutcome { outcome, dispensed: None, notes: Vec::new() }
}

fn part(currency: &str, sum: &str, notes: &[(&str, u32)]) -> TellOutcome {
    let currency = Currency::from_code(currency).unwrap();
    let dispensed = Some(Amount(specie_money::Money::parse(sum, currency).unwrap()));
    let counted = |(denomination, count): &(&str, u32)| CountedNotes {
        denomination: (*denomination).to_owned(),
        count: *count,
    };
    TellOutcome { outcome: CashOutcome::Partial, dispensed, notes: notes.iter().map(counted).collect() }
}

async fn tell(counter: &mut Counter, session: &Session, told: &TellOutcome) -> Reply {
    counter.pos.tell_outcome(session, told, None).await.unwrap()
}

#[track_caller]
fn assert_now(reply: &Reply, state: &str, [held, paid, returned]: [&str; 3]) {
    assert_eq!((reply.status.as_u16(), reply.text_at("/state")), (200, state), "{}", reply.text);
    let sums = ["/held/amount", "/paid/amount", "/returned/amount"].map(|pointer| reply.text_at(pointer));
    assert_eq!(sums, [held, paid, returned], "{}", reply.text);
}

/// A session that has withdrawn `sum`.
async fn withdrawn(counter: &mut Counter, sum: &str) -> (Session, String) {
    let session = counter.session(sum).await;
    let reply = counter.withdraw(&session, sum).await;
    assert_success(&reply, false);
    (session, reply.transaction_id().to_owned())
}

#[tokio::test]
async fn a_jam_and_a_part_leave_each_wallet_with_what_was_not_handed_out() {
    let folder = folder();
    let program = Program::demo(folder.path());
    for (currency, sum, part_of_it, rest, none, notes) in [
        ("JPY", "2000", "1500", "500", "0", [("1000", 1), ("500", 1)]),
        ("KWD", "1.500", "1.005", "0.495", "0.000", [("1", 1), ("0.005", 1)]),
        ("GBP", "10.00", "6.00", "4.00", "0.00", [("5.00", 1), ("0.50", 2)]),
    ] {
        let mut counter = Counter::number(&program, 2, currency);
        let before = counter.balance().await;
        let (session, _) = withdrawn(&mut counter, sum).await;
        let jam = tell(&mut counter, &session, &word(CashOutcome::NotDispensed)).await;
        assert_now(&jam, "reversed", [none, none, sum]);
        assert_eq!((jam.text_at("/do"), counter.balance().await), ("do_not_hand_out", before), "{currency}");
        assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
        assert_error(&counter.withdraw(&session, sum).await, 400, "ERROR_WITHDRAWAL_ALREADY_REVERSED");

        let (session, _) = withdrawn(&mut counter, sum).await;
        let told = part(currency, part_of_it, &notes);
        for replayed in ["", "true"] {
            let reply = tell(&mut counter, &session, &told).await;
            assert_now(&reply, "partially_reversed", [none, part_of_it, rest]);
            assert_eq!(reply.header("idempotent-replayed"), replayed);
        }
        let too_much = tell(&mut counter, &session, &part(currency, "9000000", &[])).await;
        assert_eq!(
            (too_much.status.as_u16(), too_much.text_at("/code")),
            (422, "dispensed_exceeds_withdrawal")
        );
        assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    }
    assert!(program.verify().status.success());
}

#[tokio::test]
async fn cash_that_left_after_its_reversal_is_taken_once_and_a_crash_changes_nothing_of_it() {
    let folder = folder();
    let mut program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let (session, transaction) = withdrawn(&mut counter, "10.00").await;
    let account = counter.account.clone();
    let reversal = Reversal { account: &account, sum: "10", transaction_id: None };
    assert_success(&counter.pos.reverse(&session, reversal, None).await.unwrap(), false);
    assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    assert_eq!(counter.balance().await, "189.00");
    let dispensed = word(CashOutcome::Dispensed);
    let late = tell(&mut counter, &session, &dispensed).await;
    assert_eq!((late.text_at("/state"), late.text_at("/do")), ("paid_late", "already_paid"), "{}", late.text);
    let disputed = counter.post(&format!("/api/v1/withdrawals/{transaction}/disputes"), json!({})).await;
    assert_eq!(disputed.status.as_u16(), 201, "{}", disputed.text);

    program.kill();
    let program = Program::serve(&program.data, &program.demo, None);
    let mut counter = Counter::of_the_page(&program);
    let again = tell(&mut counter, &session, &dispensed).await;
    assert_eq!((again.text_at("/state"), again.header("idempotent-replayed")), ("paid_late", "true"));
    assert_eq!(counter.balance().await, "179.00", "taken once");
    let suspense = format!("/api/v1/accounts/suspense:{}:GBP", counter.pos_id);
    assert_eq!(counter.api.get(&suspense).await.unwrap().text_at("/balance/amount"), "10.00");
    let listed = counter.api.get("/api/v1/cases?state=open").await.unwrap();
    let cases = listed.body["cases"].as_array().unwrap();
    assert!(
        cases.iter().any(|case| case["operation_id"] == session.operation_id.as_str()),
        "{}",
        listed.text
    );
    let case = counter.api.get(&format!("/api/v1/cases/{}", session.operation_id)).await.unwrap();
    assert_eq!((case.text_at("/kind"), case.text_at("/withdrawal/paid_late/amount")), ("disputed", "10.00"));
    let whats: Vec<_> =
        case.body["evidence"].as_array().unwrap().iter().map(|piece| &piece["what"]).collect();
    assert_eq!(whats, ["told", "disputed"], "{}", case.text);
    assert!(program.verify().status.success());
}
