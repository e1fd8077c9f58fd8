//! Settlement: what a batch takes, where its window ends, what the bank does to it, and that no step loses or pays
//! anything twice (cash-lifecycle.md section 4).

use std::collections::BTreeMap;

use proptest::prelude::*;
use specie_domain::command::{
    Actor, ArmCode, CloseSession, ConfirmBatch, CutBatch, DepositCash, FailBatch, GoOnWithBatch, NewAccount,
    OpenAccount, OpenSession, Prefund, RegisterOperatorKey, Reverse, SessionCall, SetSettlement, Withdraw,
};
use specie_domain::ids::{BatchId, PosId, Reference};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, BatchState, EventKind, Purpose, Reason, Role, SettleBatch, SettleLine,
    SettleWindow, Settlement, SettlementKey,
};
use specie_domain::{Body, KeyedHash, Receipt, Refusal, Row, Time};
use specie_money::{Currency, Decimal, Money};

use crate::rig::{Rig, gbp, hash, pounds, refusal};

/// A POS of the rig's owner, with a key.
#[derive(Clone, Copy)]
struct Shop {
    pos_id: PosId,
    key: KeyedHash,
}

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

fn shop(rig: &mut Rig, name: &str) -> Shop {
    let pos_id = rig.add_pos(rig.owner_id, None);
    rig.add_key(pos_id, name);
    Shop { pos_id, key: hash(name) }
}

fn first_shop(rig: &Rig) -> Shop {
    Shop { pos_id: rig.pos_id, key: hash("key") }
}

/// A rig whose customer has much money, and whose owner is settled an hour from now.
fn settled(threshold: i64) -> Rig {
    let mut rig = Rig::new();
    rig.top_up(rig.wallet_id, pounds("100000.00"));
    let next = rig.now.plus_s(3_600);
    set(&mut rig, gbp(), threshold, Some(next));
    rig
}

fn setting(rig: &Rig, of: Currency, threshold: i64, next_cut_off: Option<Time>) -> SetSettlement {
    SetSettlement {
        actor: Actor::System,
        owner_id: rig.owner_id,
        currency: of,
        cut_off_minute: 22 * 60,
        zone: "Europe/London".to_owned(),
        bank_reference: "GB00 0000".to_owned(),
        threshold,
        next_cut_off,
    }
}

fn set(rig: &mut Rig, of: Currency, threshold: i64, next_cut_off: Option<Time>) {
    let body = setting(rig, of, threshold, next_cut_off);
    rig.ok(Body::SetSettlement(body));
}

/// A session at `shop` for anything up to a thousand of `of`.
fn visit(rig: &mut Rig, shop: Shop, of: Currency) -> SessionCall {
    let approved = Approved::UpTo(Money::parse("1000", of).unwrap());
    let code = format!("code {}", rig.draws);
    let pos = Some(Reference::Id(shop.pos_id));
    let arming = ArmCode { purpose: Purpose::Any, pos, ..rig.arming(&code, approved) };
    let Receipt::CodeArmed(armed) = rig.ok(Body::ArmCode(arming)) else { panic!("not armed") };
    rig.pass_ms(armed.valid_from.ms_since(rig.now).max(0));
    let token = hash(&format!("token {}", rig.draws));
    let login = OpenSession {
        key: shop.key,
        pos: Reference::Id(shop.pos_id),
        phone: hash("phone"),
        mac: hash(&code),
        token,
    };
    let Receipt::SessionOpened(opened) = rig.ok(Body::OpenSession(login)) else { panic!("not opened") };
    SessionCall { key: shop.key, token, operation_id: opened.operation_id, phone: None }
}

fn account_of(rig: &Rig, of: Currency) -> String {
    let Some(Row::Wallet(wallet)) = rig.row::<specie_domain::rows::Wallet>(rig.wallet_id) else {
        panic!("no wallet")
    };
    let (_, account_id) = wallet.accounts.iter().find(|(currency, _)| *currency == of).unwrap();
    account_id.to_string()
}

fn withdrawing(rig: &Rig, call: &SessionCall, sum: &str, of: Currency) -> Body {
    let account = account_of(rig, of).parse().unwrap();
    Body::Withdraw(Withdraw { call: call.clone(), account, sum: Decimal::parse(sum).unwrap() })
}

/// Hands out `sum`; the session it was in.
fn pay_out(rig: &mut Rig, shop: Shop, sum: &str) -> SessionCall {
    pay_out_in(rig, shop, sum, gbp())
}

fn pay_out_in(rig: &mut Rig, shop: Shop, sum: &str, of: Currency) -> SessionCall {
    let call = visit(rig, shop, of);
    let body = withdrawing(rig, &call, sum, of);
    rig.ok(body);
    rig.ok(Body::CloseSession(CloseSession { call: call.clone() }));
    call
}

fn take_in(rig: &mut Rig, shop: Shop, sum: &str) {
    let call = visit(rig, shop, gbp());
    let (sum, sealed_metadata) = (Decimal::parse(sum).unwrap(), Vec::new());
    rig.ok(Body::Deposit(DepositCash { call: call.clone(), sum, currency: gbp(), sealed_metadata }));
    rig.ok(Body::CloseSession(CloseSession { call }));
}

fn give_back(rig: &mut Rig, call: &SessionCall, sum: &str) {
    let account = account_of(rig, gbp()).parse().unwrap();
    let sum = Decimal::parse(sum).unwrap();
    rig.ok(Body::Reverse(Reverse { call: call.clone(), account, sum, transaction: None }));
}

fn cutting(rig: &Rig, actor: Actor, of: Currency) -> Body {
    let next_cut_off = Some(rig.now.plus_s(3_600));
    Body::CutBatch(CutBatch { actor, owner_id: rig.owner_id, currency: of, next_cut_off })
}

/// Finance of the operator, which may cut by hand.
fn finance(rig: &mut Rig) -> Actor {
    if rig.row::<specie_domain::rows::OperatorKey>(hash("finance")).is_none() {
        rig.ok(Body::RegisterOperatorKey(RegisterOperatorKey {
            actor: Actor::System,
            hash: hash("finance"),
            person: "Fay".to_owned(),
            role: Role::Finance,
        }));
    }
    Actor::Operator(hash("finance"))
}

/// Cuts by hand, now, as far as one command goes.
fn cut(rig: &mut Rig, of: Currency) -> BatchId {
    let actor = finance(rig);
    let body = cutting(rig, actor, of);
    match rig.ok(body) {
        Receipt::BatchCut(batch_id) => batch_id,
        other => panic!("{other:?}"),
    }
}

fn batch(rig: &Rig, batch_id: BatchId) -> SettleBatch {
    match rig.row::<SettleBatch>(batch_id) {
        Some(Row::SettleBatch(batch)) => (*batch).clone(),
        other => panic!("{other:?}"),
    }
}

/// State and amount.
fn says(rig: &Rig, batch_id: BatchId) -> (BatchState, i64) {
    let batch = batch(rig, batch_id);
    (batch.state, batch.amount)
}

fn lines(rig: &Rig, batch_id: BatchId) -> Vec<SettleLine> {
    let all = rig.rows.values().filter_map(|row| match row {
        Row::SettleLine(line) if line.key.batch_id == batch_id => Some((**line).clone()),
        _ => None,
    });
    all.collect()
}

fn confirm(rig: &mut Rig, batch_id: BatchId) {
    let word = "payment".to_owned();
    rig.ok(Body::ConfirmBatch(ConfirmBatch { actor: Actor::System, batch_id, word }));
}

fn fail(rig: &mut Rig, batch_id: BatchId) {
    let word = "no such account".to_owned();
    rig.ok(Body::FailBatch(FailBatch { actor: Actor::System, batch_id, word }));
}

fn position(rig: &Rig, shop: Shop) -> i64 {
    rig.balance(AccountKey::of_pos(AccountKind::Pos, shop.pos_id, gbp()))
}

fn due(rig: &Rig) -> i64 {
    rig.balance(AccountKey::of_owner(AccountKind::SettlementDue, rig.owner_id, gbp()))
}

fn funding(rig: &Rig) -> i64 {
    rig.balance(AccountKey::of_operator(AccountKind::Funding, gbp()))
}

#[test]
fn a_batch_pays_what_was_handed_out_and_never_the_float_that_was_brought() {
    let mut rig = settled(0);
    let shop = first_shop(&rig);
    pay_out(&mut rig, shop, "10.00");
    rig.ok(Body::Prefund(Prefund {
        actor: Actor::System,
        pos: Reference::Id(shop.pos_id),
        amount: pounds("70.00"),
    }));
    pay_out(&mut rig, shop, "20.50");
    let before = funding(&rig);
    let first = cut(&mut rig, gbp());
    assert_eq!(says(&rig, first), (BatchState::Due, 3_050));
    assert_eq!((position(&rig, shop), due(&rig), funding(&rig)), (107_000, 3_050, before));
    confirm(&mut rig, first);
    assert_eq!((position(&rig, shop), due(&rig), funding(&rig)), (107_000, 0, before + 3_050));
    let line = &lines(&rig, first)[0];
    assert_eq!((line.opening.balance, line.closing.balance, line.closing.float), (0, 110_050, 107_000));
    assert_eq!(rig.count_events(EventKind::SettlementCut), 1);
    assert_eq!(rig.count_events(EventKind::SettlementConfirmed), 1);
    pay_out(&mut rig, shop, "1.00");
    let second = cut(&mut rig, gbp());
    let line = &lines(&rig, second)[0];
    assert_eq!((line.amount, line.opening.balance, line.closing.balance), (100, 110_050, 107_100));
    assert_eq!(line.closing.entries - line.opening.entries, 2, "the cut before it, and one withdrawal");
}

#[test]
fn the_pos_of_an_owner_are_settled_against_each_other_line_by_line() {
    let mut rig = settled(0);
    let (one, two, three) = (first_shop(&rig), shop(&mut rig, "two"), shop(&mut rig, "three"));
    pay_out(&mut rig, one, "10.00");
    take_in(&mut rig, two, "25.00");
    let first = cut(&mut rig, gbp());
    assert_eq!(says(&rig, first), (BatchState::Due, -1_500));
    let amounts: Vec<i64> = lines(&rig, first).iter().map(|line| line.amount).collect();
    assert_eq!(amounts, [1_000, -2_500], "in the order the POS were registered; nothing of the third");
    let before = funding(&rig);
    confirm(&mut rig, first);
    assert_eq!((due(&rig), funding(&rig)), (0, before - 1_500), "the owner paid");
    take_in(&mut rig, two, "5.00");
    pay_out(&mut rig, three, "5.00");
    let even = cut(&mut rig, gbp());
    assert_eq!(says(&rig, even), (BatchState::Confirmed, 0), "nothing for the bank to do");
    assert_eq!([one, two, three].map(|shop| position(&rig, shop)), [100_000, 0, 0]);
}

#[test]
fn a_return_after_the_batch_is_taken_off_the_next_one() {
    let mut rig = settled(0);
    let shop = first_shop(&rig);
    let visit = pay_out(&mut rig, shop, "40.00");
    let first = cut(&mut rig, gbp());
    give_back(&mut rig, &visit, "15.00");
    assert_eq!(says(&rig, first), (BatchState::Due, 4_000), "a batch does not change");
    pay_out(&mut rig, shop, "1.00");
    let second = cut(&mut rig, gbp());
    assert_eq!(says(&rig, second), (BatchState::Due, -1_400));
    assert_eq!(batch(&rig, second).number, 2);
}

#[test]
fn cash_of_which_nobody_has_said_what_became_is_in_no_batch() {
    let mut rig = settled(0);
    let shop = first_shop(&rig);
    let call = visit(&mut rig, shop, gbp());
    let body = withdrawing(&rig, &call, "10.00", gbp());
    rig.ok(body);
    rig.pass_s(301);
    rig.expire(call.operation_id);
    let nothing = cut(&mut rig, gbp());
    assert_eq!(says(&rig, nothing), (BatchState::Carried, 0));
    rig.ok(Body::CloseSession(CloseSession { call }));
    let late = cut(&mut rig, gbp());
    assert_eq!(says(&rig, late), (BatchState::Due, 1_000));
}

#[test]
fn less_than_the_threshold_is_carried_into_the_next_batch() {
    for (threshold, state) in [(0, BatchState::Due), (2_000, BatchState::Due), (2_001, BatchState::Carried)] {
        let mut rig = settled(threshold);
        let shop = first_shop(&rig);
        pay_out(&mut rig, shop, "20.00");
        let first = cut(&mut rig, gbp());
        assert_eq!(says(&rig, first), (state, 2_000), "{threshold}");
        pay_out(&mut rig, shop, "5.00");
        let second = cut(&mut rig, gbp());
        let expected = if state == BatchState::Carried { 2_500 } else { 500 };
        assert_eq!(batch(&rig, second).amount, expected, "{threshold}");
    }
}

#[test]
fn an_entry_at_the_cut_off_is_of_the_next_window_however_late_the_cut_is() {
    for (after_ms, first) in [(-1, 1_500), (0, 1_000), (1, 1_000), (600_000, 1_000)] {
        let mut rig = Rig::new();
        rig.top_up(rig.wallet_id, pounds("1000.00"));
        let shop = first_shop(&rig);
        pay_out(&mut rig, shop, "10.00");
        let call = visit(&mut rig, shop, gbp());
        let body = withdrawing(&rig, &call, "5.00", gbp());
        rig.ok(body);
        let cut_off = rig.now.plus_s(10);
        set(&mut rig, gbp(), 0, Some(cut_off));
        rig.pass_ms(10_000 + after_ms);
        rig.ok(Body::CloseSession(CloseSession { call }));
        rig.pass_s(900);
        let body = cutting(&rig, Actor::System, gbp());
        let Receipt::BatchCut(batch_id) = rig.ok(body) else { panic!("it is due") };
        assert_eq!(says(&rig, batch_id), (BatchState::Due, first), "{after_ms} ms after the cut-off");
        assert_eq!(batch(&rig, batch_id).cut_off, cut_off);
        let next = cut(&mut rig, gbp());
        assert_eq!(batch(&rig, next).amount, 1_500 - first, "{after_ms} ms after the cut-off");
    }
}

#[test]
fn the_program_cuts_only_what_is_due_and_each_window_once() {
    let mut rig = settled(0);
    let shop = first_shop(&rig);
    pay_out(&mut rig, shop, "10.00");
    let early = cutting(&rig, Actor::System, gbp());
    assert_eq!(rig.ok(early), Receipt::Done);
    rig.pass_s(3_600);
    let due = cutting(&rig, Actor::System, gbp());
    assert!(matches!(rig.ok(due.clone()), Receipt::BatchCut(_)));
    assert_eq!(rig.ok(due), Receipt::Done, "somebody was quicker");
    let key = SettlementKey { owner_id: rig.owner_id, currency: gbp() };
    let Some(Row::Settlement(row)) = rig.row::<Settlement>(key) else { panic!("no settlement") };
    assert_eq!((row.number, row.under_way), (2, None));
}

#[test]
fn a_failed_batch_is_posted_back_and_its_sum_is_in_the_next() {
    let mut rig = settled(0);
    let (one, two) = (first_shop(&rig), shop(&mut rig, "two"));
    pay_out(&mut rig, one, "10.00");
    take_in(&mut rig, two, "3.00");
    let before = funding(&rig);
    let first = cut(&mut rig, gbp());
    fail(&mut rig, first);
    assert_eq!((says(&rig, first), due(&rig)), ((BatchState::Failed, 700), 0));
    assert_eq!((position(&rig, one), position(&rig, two)), (101_000, -300));
    let second = cut(&mut rig, gbp());
    assert_eq!(says(&rig, second), (BatchState::Due, 700));
    confirm(&mut rig, second);
    fail(&mut rig, second); // The bank sends it back after all.
    assert_eq!((due(&rig), funding(&rig)), (0, before));
    let third = cut(&mut rig, gbp());
    assert_eq!(says(&rig, third), (BatchState::Due, 700));
}

#[test]
fn what_the_bank_says_twice_moves_money_once() {
    let mut rig = settled(0);
    let shop = first_shop(&rig);
    pay_out(&mut rig, shop, "10.00");
    let paid = cut(&mut rig, gbp());
    confirm(&mut rig, paid);
    let moved = rig.transfers.len();
    confirm(&mut rig, paid);
    assert_eq!(rig.transfers.len(), moved);
    fail(&mut rig, paid);
    let moved = rig.transfers.len();
    fail(&mut rig, paid);
    assert_eq!(rig.transfers.len(), moved);
}

#[test]
fn what_cannot_be_said_of_a_batch_changes_nothing() {
    let mut rig = settled(5_000);
    let shop = first_shop(&rig);
    pay_out(&mut rig, shop, "10.00");
    let carried = cut(&mut rig, gbp());
    let say = |batch_id, confirms: bool| {
        let (actor, word) = (Actor::System, "word".to_owned());
        if confirms {
            Body::ConfirmBatch(ConfirmBatch { actor, batch_id, word })
        } else {
            Body::FailBatch(FailBatch { actor, batch_id, word })
        }
    };
    for confirms in [true, false] {
        let refused = refusal(rig.run(say(carried, confirms)));
        assert_eq!(refused, Refusal::BatchIs(BatchState::Carried));
        let unknown = refusal(rig.run(say(BatchId::from_u128(7), confirms)));
        assert_eq!(unknown, Refusal::NotFound(Thing::Batch));
    }
    let other = currency("JPY");
    let body = cutting(&rig, Actor::System, other);
    assert_eq!(refusal(rig.run(body)), Refusal::NotFound(Thing::Settlement));
    let good = setting(&rig, other, 0, Some(rig.now.plus_s(1)));
    let bad = [
        (SetSettlement { cut_off_minute: 1_440, ..good.clone() }, Refusal::Unacceptable(Limit::CutOff)),
        (SetSettlement { threshold: -1, ..good.clone() }, Refusal::Unacceptable(Limit::Positive)),
        (
            SetSettlement { next_cut_off: Some(rig.now), ..good.clone() },
            Refusal::Unacceptable(Limit::NextCutOff),
        ),
        (
            SetSettlement { zone: " ".to_owned(), ..good.clone() },
            Refusal::Unacceptable(Limit::NameBytes(128)),
        ),
        (SetSettlement { actor: Actor::Operator(hash("nobody")), ..good.clone() }, Refusal::KeyNotKnown),
    ];
    for (body, why) in bad {
        assert_eq!(refusal(rig.run(Body::SetSettlement(body))), why);
    }
    rig.ok(Body::SetSettlement(SetSettlement { cut_off_minute: 1_439, ..good }));
}

#[test]
fn every_currency_of_an_owner_is_settled_by_itself() {
    let mut rig = settled(0);
    let shop = first_shop(&rig);
    for (code, funds) in [("JPY", "50000"), ("KWD", "500.000")] {
        let account = NewAccount { currency: currency(code), alias: None, shown_id: None };
        rig.ok(Body::OpenAccount(OpenAccount { actor: Actor::System, wallet_id: rig.wallet_id, account }));
        rig.top_up(rig.wallet_id, Money::parse(funds, currency(code)).unwrap());
        let next = rig.now.plus_s(3_600);
        set(&mut rig, currency(code), 0, Some(next));
    }
    pay_out(&mut rig, shop, "10.01");
    pay_out_in(&mut rig, shop, "777", currency("JPY"));
    pay_out_in(&mut rig, shop, "1.234", currency("KWD"));
    for (code, amount) in [("GBP", 1_001), ("JPY", 777), ("KWD", 1_234)] {
        let first = cut(&mut rig, currency(code));
        assert_eq!(says(&rig, first), (BatchState::Due, amount), "{code}");
        assert_eq!(batch(&rig, first).number, 1, "{code}");
    }
}

/// An owner of so many POS, each with a position of its own.
fn chain_of(shops: usize) -> (Rig, i64) {
    let mut rig = settled(0);
    let mut sum = 0;
    for number in 1..shops {
        let shop = shop(&mut rig, &format!("shop {number}"));
        pay_out(&mut rig, shop, &format!("{number}"));
        sum += i64::try_from(number).unwrap() * 100;
    }
    (rig, sum)
}

#[test]
fn a_batch_of_many_pos_is_cut_in_bounded_steps_and_can_stop_between_any_two() {
    let (rig, sum) = chain_of(150);
    let stops = 1..40;
    let mut steps = 0;
    for stop in stops {
        let mut rig = rig.fork();
        let batch_id = cut(&mut rig, gbp());
        let mut taken = 1;
        while batch(&rig, batch_id).state.goes_on() {
            let before = rig.transfers.len();
            if taken == stop {
                rig = rig.fork(); // As after a crash: only what was kept is there.
            }
            rig.ok(Body::GoOnWithBatch(GoOnWithBatch { batch_id }));
            assert!(rig.transfers.len() - before <= 128, "a step is bounded");
            taken += 1;
        }
        assert_eq!(says(&rig, batch_id), (BatchState::Due, sum));
        rig.ok(Body::GoOnWithBatch(GoOnWithBatch { batch_id }));
        assert_eq!((due(&rig), lines(&rig, batch_id).len()), (sum, 149));
        fail(&mut rig, batch_id);
        while batch(&rig, batch_id).state.goes_on() {
            rig.ok(Body::GoOnWithBatch(GoOnWithBatch { batch_id }));
        }
        assert_eq!((says(&rig, batch_id), due(&rig)), ((BatchState::Failed, sum), 0));
        steps = taken;
        if stop > steps {
            break;
        }
    }
    assert!(steps > 3, "there were steps to stop between: {steps}");
}

#[test]
fn what_comes_between_two_steps_is_in_this_batch_or_in_the_next_and_in_one_only() {
    let (mut rig, sum) = chain_of(150);
    let cut_off = rig.now;
    let batch_id = cut(&mut rig, gbp());
    assert_eq!(batch(&rig, batch_id).state, BatchState::Taking);
    let mut later = 0;
    let mut number = 0;
    while batch(&rig, batch_id).state.goes_on() {
        number += 13;
        let shop = Shop { pos_id: pos_of(&rig, number), key: hash(&format!("shop {number}")) };
        pay_out(&mut rig, shop, "3.00");
        later += 300;
        assert!(rig.now >= cut_off);
        rig.ok(Body::GoOnWithBatch(GoOnWithBatch { batch_id }));
    }
    assert_eq!(says(&rig, batch_id), (BatchState::Due, sum), "they came after the cut-off");
    let next = cut(&mut rig, gbp());
    while batch(&rig, next).state.goes_on() {
        rig.ok(Body::GoOnWithBatch(GoOnWithBatch { batch_id: next }));
    }
    assert_eq!(says(&rig, next), (BatchState::Due, later));
}

#[test]
fn a_pos_that_begins_while_a_batch_goes_on_is_whole_in_the_next_batch() {
    let mut rig = settled(0);
    let (first, silent) = (first_shop(&rig), shop(&mut rig, "silent"));
    for _ in 2..62 {
        rig.add_pos(rig.owner_id, None); // So many that a step ends behind the last of them.
    }
    pay_out(&mut rig, first, "10.00");
    let batch_id = cut(&mut rig, gbp());
    assert_eq!(batch(&rig, batch_id).state, BatchState::Taking, "it has passed the POS and goes on");
    pay_out(&mut rig, silent, "7.00");
    let new = shop(&mut rig, "new");
    pay_out(&mut rig, new, "5.00");
    while batch(&rig, batch_id).state.goes_on() {
        rig.ok(Body::GoOnWithBatch(GoOnWithBatch { batch_id }));
    }
    assert_eq!(says(&rig, batch_id), (BatchState::Due, 1_000));
    let next = cut(&mut rig, gbp());
    while batch(&rig, next).state.goes_on() {
        rig.ok(Body::GoOnWithBatch(GoOnWithBatch { batch_id: next }));
    }
    let amounts: Vec<i64> = lines(&rig, next).iter().map(|line| line.amount).collect();
    assert_eq!(amounts, [700, 500], "none of it waits for the batch after that");
}

/// The POS that was registered as the `number`-th after the first.
fn pos_of(rig: &Rig, number: usize) -> PosId {
    let mut pages: Vec<_> = rig
        .rows
        .values()
        .filter_map(|row| match row {
            Row::OwnerPlaces(page) => Some((page.key.1, page.pos.clone())),
            _ => None,
        })
        .collect();
    pages.sort_unstable();
    pages.into_iter().flat_map(|(_, pos)| pos).nth(number).unwrap()
}

#[derive(Debug, Clone)]
enum Step {
    PayOut(usize, i64),
    TakeIn(usize, i64),
    GiveBack(usize),
    Prefund(usize, i64),
    Pass(i64),
    Cut(bool),
    Confirm(usize),
    Fail(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..3_usize, 1..5_000_i64).prop_map(|(shop, sum)| Step::PayOut(shop, sum)),
        2 => (0..3_usize, 1..2_000_i64).prop_map(|(shop, sum)| Step::TakeIn(shop, sum)),
        2 => (0..8_usize).prop_map(Step::GiveBack),
        1 => (0..3_usize, 1..9_000_i64).prop_map(|(shop, sum)| Step::Prefund(shop, sum)),
        2 => (1..4_000_i64).prop_map(Step::Pass),
        3 => any::<bool>().prop_map(Step::Cut),
        1 => (0..6_usize).prop_map(Step::Confirm),
        1 => (0..6_usize).prop_map(Step::Fail),
    ]
}

fn text_of(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn all_batches_and_the_open_windows_are_all_that_was_handed_out_and_taken_in(
        steps in prop::collection::vec(step(), 1..40),
        threshold in 0..4_000_i64,
    ) {
        let mut rig = settled(threshold);
        let shops = [first_shop(&rig), shop(&mut rig, "two"), shop(&mut rig, "three")];
        for shop in shops {
            let amount = pounds("900.00");
            rig.ok(Body::Prefund(Prefund { actor: Actor::System, pos: Reference::Id(shop.pos_id), amount }));
        }
        let (mut paid, mut cuts): (Vec<(SessionCall, i64)>, Vec<BatchId>) = (Vec::new(), Vec::new());
        for step in steps {
            match step {
                Step::PayOut(shop, sum) => paid.push((pay_out(&mut rig, shops[shop], &text_of(sum)), sum)),
                Step::TakeIn(shop, sum) => take_in(&mut rig, shops[shop], &text_of(sum)),
                Step::GiveBack(which) if which < paid.len() => {
                    let (call, sum) = paid.swap_remove(which);
                    give_back(&mut rig, &call, &text_of(sum));
                }
                Step::Prefund(shop, sum) => {
                    let pos = Reference::Id(shops[shop].pos_id);
                    let amount = Money::from_minor(sum, gbp());
                    rig.ok(Body::Prefund(Prefund { actor: Actor::System, pos, amount }));
                }
                Step::Pass(seconds) => rig.pass_s(seconds),
                Step::Cut(true) => cuts.push(cut(&mut rig, gbp())),
                Step::Cut(false) => {
                    let body = cutting(&rig, Actor::System, gbp());
                    if let Receipt::BatchCut(batch_id) = rig.ok(body) {
                        cuts.push(batch_id);
                    }
                }
                Step::Confirm(which) if which < cuts.len() => {
                    let (batch_id, word) = (cuts[which], "paid".to_owned());
                    rig.run(Body::ConfirmBatch(ConfirmBatch { actor: Actor::System, batch_id, word }));
                }
                Step::Fail(which) if which < cuts.len() => {
                    let (batch_id, word) = (cuts[which], "failed".to_owned());
                    rig.run(Body::FailBatch(FailBatch { actor: Actor::System, batch_id, word }));
                }
                Step::GiveBack(_) | Step::Confirm(_) | Step::Fail(_) => {}
            }
            check_all_is_somewhere(&rig);
        }
    }
}

/// Per POS: what its batches hold and what its window will hold are the entries that the transfers say.
fn check_all_is_somewhere(rig: &Rig) {
    let mut handed_out: BTreeMap<AccountKey, i64> = BTreeMap::new();
    for transfer in &rig.transfers {
        let settles = matches!(
            transfer.reason,
            Reason::WithdrawalPaid | Reason::PaidReturned | Reason::Deposited | Reason::DepositReversed
        );
        for (side, sign) in [(transfer.debit.account, -1), (transfer.credit.account, 1)] {
            if settles && side.kind == AccountKind::Pos {
                *handed_out.entry(side).or_default() += sign * transfer.amount;
            }
        }
    }
    let mut held: BTreeMap<AccountKey, i64> = BTreeMap::new();
    for row in rig.rows.values() {
        match row {
            Row::SettleLine(line) => {
                let state = batch(rig, line.key.batch_id).state;
                if matches!(state, BatchState::Due | BatchState::Confirmed) {
                    *held.entry(line.account).or_default() += line.amount;
                }
                check_line(rig, line);
            }
            Row::Account(account) if account.key.kind == AccountKind::Pos => {
                let float = match rig.row::<SettleWindow>(account.key) {
                    Some(Row::SettleWindow(window)) => window.float,
                    _ => 0,
                };
                *held.entry(account.key).or_default() += account.balance - float;
            }
            _ => {}
        }
    }
    held.retain(|_, sum| *sum != 0);
    handed_out.retain(|_, sum| *sum != 0);
    assert_eq!(held, handed_out);
}

/// Opening + entries = closing.
fn check_line(rig: &Rig, line: &SettleLine) {
    let own = rig.transfers.iter().filter_map(|transfer| transfer.side_of(&line.account));
    let inside =
        own.filter(|(side, ..)| side.entry > line.opening.entries && side.entry <= line.closing.entries);
    let sum: i64 = inside.map(|(_, amount, _)| amount).sum();
    assert_eq!(line.opening.balance + sum, line.closing.balance, "{line:?}");
    assert_eq!(line.closing.balance - line.closing.float, line.amount, "{line:?}");
}
