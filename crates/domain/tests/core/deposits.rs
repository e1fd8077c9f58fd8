//! Deposits and their reversals.

use specie_domain::outcome::Limit;
use specie_domain::rows::{Approved, Deposit, EventKind, Purpose};
use specie_domain::{Body, Receipt, Refusal, Row};

use crate::rig::{Rig, gbp, pounds, refusal};

fn depositing(rig: &mut Rig) -> specie_domain::ids::OperationId {
    rig.session_for(Approved::Any, Purpose::Deposit)
}

#[test]
fn a_deposit_is_final_at_its_logout_and_the_pos_may_reverse_it_before() {
    let mut rig = Rig::new();
    let operation = depositing(&mut rig);
    let first = rig.deposit(operation, "20").result.unwrap();
    assert_eq!(rig.money(), (20_900, 0, 98_000));
    let again = rig.deposit(operation, "20.00");
    assert!(again.replayed);
    assert_eq!(again.result, Ok(first));
    rig.reverse(operation, "5").result.unwrap();
    assert_eq!(rig.money(), (20_400, 0, 98_500));
    assert_eq!(refusal(rig.deposit(operation, "20")), Refusal::DepositAlreadyReversed);
    assert_eq!(refusal(rig.reverse(operation, "15.01")), Refusal::ReversalExceedsWithdrawal);
    rig.logout(operation).result.unwrap();
    assert_eq!(rig.count_events(EventKind::DepositCompleted), 1);
    assert_eq!(refusal(rig.reverse(operation, "15")), Refusal::DepositFinal);
    assert!(rig.reverse(operation, "5").replayed, "a known reversal is answered again");
}

#[test]
fn a_deposit_stays_within_the_position_and_the_credit_line() {
    let mut rig = Rig::new();
    let operation = depositing(&mut rig);
    assert_eq!(refusal(rig.deposit(operation, "1050.01")), Refusal::FloatExceeded);
    assert!(rig.deposit(operation, "1050").result.is_ok(), "1,000.00 of float and 50.00 of credit");
    assert_eq!(rig.money().2, -5_000);
}

#[test]
fn a_reversal_takes_back_only_what_the_wallet_still_has() {
    let mut rig = Rig::new();
    let operation = depositing(&mut rig);
    rig.deposit(operation, "20").result.unwrap();
    let spend = rig.session_for(Approved::UpTo(pounds("200")), Purpose::Withdraw);
    rig.withdraw(spend, "200").result.unwrap();
    assert!(matches!(rig.reverse(operation, "20").result, Ok(Receipt::Reversed(..))));
    assert_eq!(rig.money().0, 0);
    assert_eq!(rig.count_events(EventKind::DepositReversalShort), 1);
    rig.idempotency = Some("more");
    assert_eq!(refusal(rig.reverse(operation, "0.01")), Refusal::ReversalExceedsWithdrawal);
}

#[test]
fn a_deposit_opens_the_account_that_is_missing() {
    let mut rig = Rig::new();
    let yen = specie_money::Currency::from_code("JPY").unwrap();
    rig.ok(specie_domain::Body::Prefund(specie_domain::command::Prefund {
        actor: specie_domain::command::Actor::System,
        pos: specie_domain::ids::Reference::Id(rig.pos_id),
        amount: specie_money::Money::from_minor(5000, yen),
    }));
    let operation = depositing(&mut rig);
    let body = specie_domain::command::DepositCash {
        call: rig.call(operation),
        sum: specie_money::Decimal::parse("1000").unwrap(),
        currency: yen,
        sealed_metadata: Vec::new(),
    };
    assert!(rig.run(specie_domain::Body::Deposit(body)).result.is_ok());
    assert_eq!(rig.balance(specie_domain::rows::AccountKey::wallet(rig.wallet_id, yen)), 1000);
}

#[test]
fn who_brought_the_cash_stands_with_the_deposit_and_is_told_once() {
    let mut rig = Rig::new();
    let operation = depositing(&mut rig);
    let body = |sealed: &[u8], sum: &str| {
        let (call, sum) = (rig.call(operation), specie_money::Decimal::parse(sum).unwrap());
        let deposit =
            specie_domain::command::DepositCash { call, sum, currency: gbp(), sealed_metadata: Vec::new() };
        let sealed_depositor = sealed.to_vec();
        Body::DepositFor(specie_domain::command::DepositFor { deposit, sealed_depositor })
    };
    let [long, first, other] = [body(&[7; 513], "20"), body(&[7; 512], "20"), body(&[8], "20.00")];
    assert_eq!(refusal(rig.run(long)), Refusal::Unacceptable(Limit::NameBytes(512)));
    assert_eq!(rig.money().0, 18_900, "and nothing was taken");
    let Ok(Receipt::Deposited(deposit_id, _)) = rig.run(first).result else { panic!("it is taken") };
    let again = rig.run(other);
    assert!(again.replayed && again.result == Ok(Receipt::Deposited(deposit_id, Vec::new())), "{again:?}");
    match rig.row::<Deposit>(deposit_id) {
        Some(Row::Deposit(row)) => assert_eq!(row.sealed_depositor, [7; 512], "the first word stands"),
        other => panic!("{other:?}"),
    }
    assert_eq!(rig.money(), (20_900, 0, 98_000));
}
