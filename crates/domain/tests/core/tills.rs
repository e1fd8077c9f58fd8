//! Tills: sessions, counts, the cash that moves with money, and the notes of a drawer. The rig holds the cash book
//! after every command, and each withdrawal's cash against what was dispensed of it.

use specie_domain::command::{
    Actor, AddTill, By, ChangeCashier, CloseTill, ExplainVariance, HandOverTill, OtherSide, RetireTill,
    RunTills, SetCashRules, Sign, VaultCash, VaultEvent,
};
use specie_domain::ids::{CashierId, Reference, TillId};
use specie_domain::outcome::{BadCount, Limit, Thing, TillClosed, TillRefusal};
use specie_domain::rows::{
    Approved, CaseState, CashierRole, Counted, EventKind, EvidenceKind, Notes, Purpose, Reason, TillLine,
    Told, VarianceState,
};
use specie_domain::{Body, Receipt, Refusal};
use specie_money::{Currency, Money};

use crate::rig::{Rig, gbp, hash, pounds, refusal};
use crate::till_rig::{ANNA, BEN, SUE, counts, notes};

const FLOAT: &[(i64, u32)] = &[(2000, 5), (1000, 5), (500, 4)];

#[test]
fn a_pos_that_runs_tills_moves_no_cash_without_an_open_one() {
    let mut rig = Rig::new();
    let till = rig.run_tills();
    let out = rig.session();
    assert_eq!(refusal(rig.withdraw(out, "10")), Refusal::TillClosed);
    let into = rig.session_for(Approved::Any, Purpose::Deposit);
    assert_eq!(refusal(rig.deposit(into, "10")), Refusal::TillClosed);
    rig.open_till(till, ANNA, FLOAT).result.unwrap();
    rig.withdraw(out, "10").result.unwrap();
    rig.deposit(into, "10").result.unwrap();
    rig.closed(till, FLOAT);
    let late = rig.session();
    assert_eq!(refusal(rig.withdraw(late, "10")), Refusal::TillClosed);
}

#[test]
fn a_till_of_another_key_serves_nobody_else() {
    let mut rig = Rig::new();
    rig.open_shop_till(FLOAT);
    rig.add_key(rig.pos_id, "other");
    let other = rig.add_till();
    let body = |key: &str| {
        let (key, counts) = (hash(key), counts(FLOAT));
        Body::OpenTill(specie_domain::command::OpenTill { key, till_id: other, sign: BEN, counts })
    };
    let first = rig.till().unwrap().till_id;
    assert_eq!(refusal(rig.run(body("key"))), Refusal::AtTill(TillRefusal::KeyServesTill(first)));
    rig.ok(body("other"));
    assert_eq!(refusal(rig.run(body("key"))), Refusal::AtTill(TillRefusal::TillIsOpen));
}

#[test]
fn cash_moves_with_money_and_never_before() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(FLOAT);
    assert_eq!((rig.cash(), rig.cash_of_pos()), (17_000, (-17_000, 0, 0)));
    let first = rig.session();
    rig.withdraw(first, "30").result.unwrap();
    assert_eq!(rig.cash(), 17_000, "it is not known that it left");
    rig.logout(first).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (14_000, (-17_000, 3_000, 0)));
    rig.tell(first, Told::NotDispensed).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (17_000, (-17_000, 0, 0)));
    rig.tell(first, Told::Dispensed).result.unwrap();
    assert_eq!((rig.cash(), rig.withdrawal_of(first).paid_late), (14_000, 3_000));
    let second = rig.session_for(Approved::Any, Purpose::Deposit);
    rig.deposit(second, "50").result.unwrap();
    assert_eq!(rig.cash(), 19_000);
    rig.reverse(second, "20").result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (17_000, (-17_000, 0, 0)));
    assert_eq!(rig.closed(till, &[(2000, 8), (1000, 1)]), (17_000, 17_000));
    assert_eq!((rig.cash(), rig.cash_of_pos()), (0, (0, 0, 0)), "a closed till is empty in the book");
}

#[test]
fn a_short_drawer_is_posted_in_the_closing_and_waits_for_an_explanation() {
    let mut rig = Rig::new();
    let (till, session) = rig.open_shop_till(FLOAT);
    let operation = rig.session();
    rig.withdraw(operation, "20").result.unwrap();
    rig.logout(operation).result.unwrap();
    assert_eq!(rig.closed(till, &[(2000, 4), (1000, 5), (500, 3)]), (15_000, 14_500));
    assert_eq!((rig.cash(), rig.cash_of_pos()), (0, (-2_500, 2_000, 500)));
    let found = rig.variance(session).unwrap();
    assert_eq!((found.expected, found.counted, found.state), (15_000, 14_500, VarianceState::Open));
    assert_eq!(rig.count_events(EventKind::TillVarianceFound), 1);
    let explain = |by, explanation: &str| {
        let (till_session_id, currency, explanation) = (session, gbp(), explanation.to_owned());
        Body::ExplainVariance(ExplainVariance { by, till_session_id, currency, explanation })
    };
    let [anna, ben, sue] = [ANNA, BEN, SUE].map(|sign| By::Cashier(hash("key"), sign));
    assert_eq!(refusal(rig.run(explain(ben, "a note torn"))), Refusal::AtTill(TillRefusal::CashierForbidden));
    for bad in ["", "  ", "a\nb", &"x".repeat(513)] {
        let limit = Refusal::Unacceptable(Limit::ExplanationBytes(512));
        assert_eq!(refusal(rig.run(explain(anna, bad))), limit, "{bad:?}");
    }
    rig.ok(explain(anna, "a note torn"));
    rig.ok(explain(sue, "found under the drawer"));
    let found = rig.variance(session).unwrap();
    assert_eq!(
        (found.state, found.explanation.as_str(), found.explained_by.as_str()),
        (VarianceState::Explained, "found under the drawer", "Cashier 73")
    );
    assert_eq!(rig.money(), (16_900, 0, 102_000), "a variance touches no money");
}

#[test]
fn too_much_in_a_drawer_is_a_variance_too_and_a_small_one_waits_for_nobody() {
    let mut rig = Rig::new();
    let denominations = vec![2000, 1000, 500, 100];
    let rules = |denominations, variance_alert| {
        let actor = Actor::System;
        Body::SetCashRules(SetCashRules { actor, currency: gbp(), denominations, variance_alert })
    };
    rig.ok(rules(denominations, 100));
    for bad in [vec![], vec![0], vec![-5], vec![5, 5], (1..=33).collect()] {
        let limit = Refusal::Unacceptable(Limit::Denominations(32));
        assert_eq!(refusal(rig.run(rules(bad.clone(), 0))), limit, "{bad:?}");
    }
    let (till, session) = rig.open_shop_till(&[(1000, 2)]);
    assert_eq!(rig.closed(till, &[(1000, 2), (100, 1)]), (2_000, 2_100));
    assert_eq!(rig.cash_of_pos(), (100, 0, -100));
    assert_eq!(rig.variance(session).unwrap().state, VarianceState::Small);
    assert_eq!(rig.count_events(EventKind::TillVarianceFound), 0);
    let exact = rig.open_till(till, ANNA, &[(1000, 2)]);
    let Ok(Receipt::TillOpened(exact)) = exact.result else { panic!("{exact:?}") };
    rig.closed(till, &[(1000, 2)]);
    assert_eq!(rig.variance(exact), None);
}

#[test]
fn a_late_fact_of_a_closed_till_posts_against_the_variance() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(FLOAT);
    let operation = rig.session();
    rig.withdraw(operation, "20").result.unwrap();
    // The cash is in a hand, nobody said so, and the count lacks it.
    assert_eq!(rig.closed(till, &[(2000, 4), (1000, 5), (500, 4)]), (17_000, 15_000));
    assert_eq!(rig.cash_of_pos(), (-2_000, 0, 2_000));
    rig.open_till(till, BEN, FLOAT).result.unwrap();
    rig.logout(operation).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (17_000, (-19_000, 2_000, 0)), "the next session is its own");
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos().2), (17_000, 2_000));
}

#[test]
fn the_answer_of_a_closing_tells_what_was_expected_and_nothing_does_before() {
    let mut rig = Rig::new();
    let (till, session) = rig.open_shop_till(FLOAT);
    let operation = rig.session();
    rig.withdraw(operation, "20").result.unwrap();
    rig.logout(operation).result.unwrap();
    let open = rig.till_session(session);
    assert_eq!((open.closed_at, open.lines.as_slice()), (None, [].as_slice()));
    rig.idempotency = Some("close");
    let first = rig.close_till(till, ANNA, FLOAT);
    let expected = TillLine { currency: gbp(), expected: 15_000, counted: 17_000 };
    let closed = TillClosed { till_session_id: session, handed_to: None, lines: vec![expected] };
    assert_eq!(first.result, Ok(Receipt::TillClosed(closed)));
    let again = rig.close_till(till, ANNA, FLOAT);
    assert!(again.replayed, "the same count again gets the same answer");
    assert_eq!(again.result, first.result);
    assert_eq!(refusal(rig.close_till(till, ANNA, &[])), Refusal::IdempotencyKeyReused);
    rig.idempotency = None;
    assert_eq!(refusal(rig.close_till(till, ANNA, FLOAT)), Refusal::AtTill(TillRefusal::TillNotOpen));
}

#[test]
fn a_hand_over_ends_one_session_and_begins_the_other_with_the_same_count() {
    let mut rig = Rig::new();
    let (till, first) = rig.open_shop_till(FLOAT);
    let pending = rig.session();
    rig.withdraw(pending, "20").result.unwrap();
    assert_eq!(
        refusal(rig.hand_over(till, (ANNA, ANNA), FLOAT)),
        Refusal::AtTill(TillRefusal::CashierForbidden)
    );
    assert_eq!(
        refusal(rig.hand_over(till, (BEN, ANNA), FLOAT)),
        Refusal::AtTill(TillRefusal::CashierForbidden)
    );
    let handed = rig.hand_over(till, (ANNA, BEN), &[(2000, 4), (1000, 5), (500, 4)]);
    let Ok(Receipt::TillClosed(TillClosed { handed_to: Some(second), lines, .. })) = handed.result else {
        panic!("{handed:?}")
    };
    assert_eq!((lines[0].expected, lines[0].counted), (17_000, 15_000));
    assert_eq!(rig.till_session(second).cashier_id, BEN.cashier_id);
    assert_eq!(rig.variance(first).unwrap().cashier_id, ANNA.cashier_id, "it stays with who answered for it");
    rig.logout(pending).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (15_000, (-17_000, 2_000, 0)));
    let next = rig.session();
    rig.withdraw(next, "30").result.unwrap();
    assert_eq!(rig.withdrawal_of(next).till_session_id, Some(second));
    assert_eq!(refusal(rig.close_till(till, ANNA, FLOAT)), Refusal::AtTill(TillRefusal::CashierForbidden));
    rig.close_till(till, SUE, &[(2000, 4), (1000, 5), (500, 4)]).result.unwrap();
}

#[test]
fn moved_cash_leaves_one_side_and_enters_the_other_with_the_word_of_both() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(FLOAT);
    rig.add_key(rig.pos_id, "other");
    let other = rig.add_till();
    let to_ben = OtherSide::ToTill(other, BEN);
    assert_eq!(refusal(rig.move_cash(till, to_ben, &[(500, 1)])), Refusal::AtTill(TillRefusal::TillNotOpen));
    let (key, counts) = (hash("other"), counts(&[(100, 5)]));
    rig.ok(Body::OpenTill(specie_domain::command::OpenTill { key, till_id: other, sign: BEN, counts }));
    rig.move_cash(till, OtherSide::ToVault, &[(2000, 2)]).result.unwrap();
    rig.move_cash(till, OtherSide::FromVault, &[(100, 10)]).result.unwrap();
    rig.move_cash(till, to_ben, &[(500, 4)]).result.unwrap();
    let balance = |rig: &Rig, till| rig.balance(specie_domain::rows::AccountKey::till(till, gbp()));
    assert_eq!((balance(&rig, till), balance(&rig, other)), (12_000, 2_500));
    assert_eq!(rig.cash_of_pos(), (-14_500, 0, 0));
    assert_eq!(rig.drawer(till).notes, notes(&[(2000, 3), (1000, 5), (100, 10)]));
    assert_eq!(rig.drawer(other).notes, notes(&[(500, 4), (100, 5)]));
    let wrong = Sign { pin: hash("no"), ..BEN };
    let asked = OtherSide::ToTill(other, wrong);
    assert_eq!(refusal(rig.move_cash(till, asked, &[(100, 1)])), Refusal::AtTill(TillRefusal::PinNotValid));
    let itself = OtherSide::ToTill(till, ANNA);
    assert_eq!(refusal(rig.move_cash(till, itself, &[(100, 1)])), Refusal::NotFound(Thing::Till));
    assert_eq!(refusal(rig.move_cash(till, OtherSide::ToVault, &[])), Refusal::AmountNotPositive);
}

#[test]
fn a_count_that_cannot_be_is_refused_where_it_is_wrong() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(FLOAT);
    let count = |code: &str, of: &[(i64, u32)]| Counted {
        currency: Currency::from_code(code).unwrap(),
        notes: notes(of),
    };
    let cases = [
        (vec![count("GBP", &[(300, 1)])], BadCount::NoSuchNote(0, 0)),
        (vec![count("GBP", &[(500, 1), (-500, 1)])], BadCount::NoSuchNote(0, 1)),
        (vec![count("JPY", &[]), count("GBP", &[(0, 1)])], BadCount::NoSuchNote(1, 0)),
        (vec![count("GBP", &[(500, 1), (500, 1)])], BadCount::NoteTwice(0, 1)),
        (vec![count("GBP", &[]), count("GBP", &[])], BadCount::CurrencyTwice(1)),
        (vec![count("GBP", &[]), count("USD", &[])], BadCount::Currency(1)),
        (vec![count("JPY", &[(1000, 1)])], BadCount::CurrencyMissing(gbp())),
    ];
    for (counts, bad) in cases {
        let body = CloseTill { by: By::Cashier(hash("key"), ANNA), till_id: till, counts };
        assert_eq!(
            refusal(rig.run(Body::CloseTill(body))),
            Refusal::AtTill(TillRefusal::CountNotAcceptable(bad))
        );
        assert!(rig.till().unwrap().open.is_some());
    }
}

#[test]
fn a_drawer_pays_only_what_it_can_make_and_names_the_nearest_sums() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(&[(2000, 2), (500, 1)]);
    let operation = rig.session();
    let not_payable =
        |below: Option<&str>, above: Option<&str>| Refusal::NotPayable(below.map(pounds), above.map(pounds));
    for (sum, below, above) in [
        ("10", Some("5"), Some("20")),
        ("4", None, Some("5")),
        ("30", Some("25"), Some("40")),
        ("46", Some("45"), None),
    ] {
        assert_eq!(refusal(rig.withdraw(operation, sum)), not_payable(below, above), "{sum}");
    }
    rig.withdraw(operation, "25").result.unwrap();
    assert_eq!(rig.withdrawal_of(operation).hand_out, notes(&[(2000, 1), (500, 1)]));
    let drawer = rig.drawer(till);
    assert_eq!((drawer.notes, drawer.promised), (notes(&[(2000, 1)]), 2_500));
    let second = rig.session();
    assert_eq!(
        refusal(rig.withdraw(second, "25")),
        not_payable(Some("20"), None),
        "what is promised is not free"
    );
    rig.reverse(operation, "25").result.unwrap();
    rig.withdraw(second, "25").result.unwrap();
}

#[test]
fn of_cash_that_came_in_uncounted_all_of_it_is_the_nearest_sum_below() {
    let mut rig = Rig::new();
    rig.open_shop_till(&[(2000, 1)]);
    let into = rig.session_for(Approved::Any, Purpose::Deposit);
    rig.deposit(into, "30").result.unwrap();
    let out = rig.session();
    assert_eq!(refusal(rig.withdraw(out, "60")), Refusal::NotPayable(Some(pounds("50")), None));
    rig.withdraw(out, "50").result.unwrap();
    let next = rig.session();
    assert_eq!(refusal(rig.withdraw(next, "1")), Refusal::NotPayable(None, None));
}

#[test]
fn notes_that_are_told_replace_those_that_were_chosen() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(&[(1000, 4), (500, 4)]);
    let operation = rig.session();
    rig.withdraw(operation, "20").result.unwrap();
    assert_eq!(rig.withdrawal_of(operation).hand_out, notes(&[(1000, 2)]));
    let told = vec![Notes { denomination: 500, count: 4 }];
    rig.tell_counted(operation, Told::Dispensed, told.clone()).result.unwrap();
    assert_eq!(rig.drawer(till).notes, notes(&[(1000, 4)]));
    rig.tell_counted(operation, Told::Dispensed, told).result.unwrap();
    assert_eq!(rig.drawer(till).notes, notes(&[(1000, 4)]), "said again, nothing changes");
    let next = rig.session();
    let not_payable = Refusal::NotPayable(Some(pounds("10")), Some(pounds("20")));
    assert_eq!(refusal(rig.withdraw(next, "15")), not_payable);
    rig.withdraw(next, "20").result.unwrap();
    rig.logout(next).result.unwrap();
    assert_eq!(rig.drawer(till).notes, notes(&[(1000, 2)]), "those that were chosen are taken to have left");
}

#[test]
fn of_a_part_that_left_the_rest_of_the_notes_stays_where_it_is_known() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(&[(1000, 2), (500, 2)]);
    let operation = rig.session();
    rig.withdraw(operation, "25").result.unwrap();
    rig.tell(operation, Told::Partial(pounds("15"))).result.unwrap();
    assert_eq!(rig.drawer(till).notes, notes(&[(1000, 1), (500, 1)]));
    rig.tell(operation, Told::NotDispensed).result.unwrap();
    assert_eq!(rig.drawer(till).notes, notes(&[(1000, 2), (500, 2)]), "all of it is back");
    let second = rig.session();
    rig.withdraw(second, "20").result.unwrap();
    rig.tell(second, Told::Partial(pounds("7"))).result.unwrap();
    let drawer = rig.drawer(till);
    assert_eq!((drawer.notes, drawer.promised), (notes(&[(500, 2)]), 0), "nobody knows how the 7 were made");
    assert_eq!(rig.cash(), 2_300);
}

#[test]
fn cash_that_came_in_uncounted_may_make_any_sum_it_comes_to() {
    let mut rig = Rig::new();
    rig.open_shop_till(&[(2000, 1)]);
    let into = rig.session_for(Approved::Any, Purpose::Deposit);
    rig.deposit(into, "13").result.unwrap();
    let operation = rig.session();
    assert!(matches!(refusal(rig.withdraw(operation, "33.01")), Refusal::NotPayable(Some(_), None)));
    rig.withdraw(operation, "13").result.unwrap();
    assert_eq!(rig.withdrawal_of(operation).hand_out, []);
    let second = rig.session();
    assert!(matches!(refusal(rig.withdraw(second, "21")), Refusal::NotPayable(..)), "13 of 33 are promised");
    rig.withdraw(second, "20").result.unwrap();
}

#[test]
fn wrong_pins_are_counted_and_the_fifth_locks() {
    let mut rig = Rig::new();
    let till = rig.run_tills();
    let wrong = Sign { pin: hash("no"), ..ANNA };
    for _ in 0..4 {
        assert_eq!(refusal(rig.open_till(till, wrong, FLOAT)), Refusal::AtTill(TillRefusal::PinNotValid));
    }
    rig.open_till(till, ANNA, FLOAT).result.unwrap();
    for _ in 0..5 {
        assert_eq!(
            refusal(rig.close_till(till, wrong, FLOAT)),
            Refusal::AtTill(TillRefusal::PinNotValid),
            "a right one starts anew"
        );
    }
    assert_eq!(refusal(rig.close_till(till, ANNA, FLOAT)), Refusal::AtTill(TillRefusal::CashierLocked));
    assert_eq!(rig.count_events(EventKind::CashierLocked), 1);
    let change = |cashier_id, pin, active| {
        Body::ChangeCashier(ChangeCashier { actor: Actor::System, cashier_id, pin, active })
    };
    rig.ok(change(ANNA.cashier_id, Some(hash("new")), None));
    assert_eq!(refusal(rig.close_till(till, ANNA, FLOAT)), Refusal::AtTill(TillRefusal::PinNotValid));
    rig.ok(change(ANNA.cashier_id, None, Some(false)));
    let anew = Sign { pin: hash("new"), ..ANNA };
    assert_eq!(
        refusal(rig.close_till(till, anew, FLOAT)),
        Refusal::AtTill(TillRefusal::PinNotValid),
        "works here no more"
    );
    let nobody = Sign { cashier_id: CashierId::from_u128(9), ..ANNA };
    assert_eq!(refusal(rig.close_till(till, nobody, FLOAT)), Refusal::AtTill(TillRefusal::PinNotValid));
    let by = By::Operator(Actor::System);
    rig.ok(Body::CloseTill(CloseTill { by, till_id: till, counts: counts(FLOAT) }));
    let missing = change(nobody.cashier_id, None, None);
    assert_eq!(refusal(rig.run(missing)), Refusal::NotFound(Thing::Cashier));
}

#[test]
fn a_till_is_never_closed_by_time_and_its_pos_keeps_running_tills_while_it_is_open() {
    let mut rig = Rig::new();
    let (till, session) = rig.open_shop_till(FLOAT);
    rig.pass_s(400 * 86_400);
    let off = || {
        let (actor, pos) = (Actor::System, Reference::Id(rig.pos_id));
        Body::RunTills(RunTills { actor, pos, runs_tills: false })
    };
    let off = off();
    assert_eq!(refusal(rig.run(off.clone())), Refusal::AtTill(TillRefusal::TillIsOpen));
    assert_eq!(rig.till().unwrap().open, Some(session));
    rig.closed(till, FLOAT);
    rig.ok(off);
    let operation = rig.session();
    rig.withdraw(operation, "10").result.unwrap();
    assert_eq!(rig.withdrawal_of(operation).till_session_id, None);
    assert_eq!(refusal(rig.open_till(till, ANNA, FLOAT)), Refusal::AtTill(TillRefusal::TillsNotRun));
    assert_eq!(refusal(rig.open_till(TillId::from_u128(1), ANNA, FLOAT)), Refusal::NotFound(Thing::Till));
}

#[test]
fn a_vault_is_filled_emptied_and_counted() {
    let mut rig = Rig::new();
    let told = |rig: &Rig, event, amount: &str| {
        let (actor, pos, amount) = (Actor::System, Reference::Id(rig.pos_id), pounds(amount));
        Body::VaultCash(VaultCash { actor, pos, event, amount })
    };
    let body = told(&rig, VaultEvent::Delivered, "500");
    assert_eq!(rig.ok(body), Receipt::VaultTold(pounds("500")));
    let body = told(&rig, VaultEvent::Collected, "100");
    assert_eq!(rig.ok(body), Receipt::VaultTold(pounds("400")));
    assert_eq!(rig.cash_of_pos(), (40_000, -40_000, 0));
    let body = told(&rig, VaultEvent::Counted, "390");
    assert_eq!(rig.ok(body), Receipt::VaultTold(pounds("390")));
    assert_eq!(rig.cash_of_pos(), (39_000, -40_000, 1_000));
    assert_eq!(rig.transfers.last().unwrap().reason, Reason::CountDiffered);
    let zero = specie_money::Money::zero(gbp());
    let body = VaultCash {
        actor: Actor::System,
        pos: Reference::Id(rig.pos_id),
        event: VaultEvent::Delivered,
        amount: zero,
    };
    assert_eq!(refusal(rig.run(Body::VaultCash(body))), Refusal::Unacceptable(Limit::Positive));
}

#[test]
fn a_cashiers_role_has_a_name() {
    assert_eq!(
        [CashierRole::Cashier, CashierRole::Supervisor].map(CashierRole::name),
        ["cashier", "supervisor"]
    );
}

/// Anna's till with one cash-out of 20 that waits, handed over to Ben with this count.
fn handed_over_with_cash_aside(of: &[(i64, u32)]) -> (Rig, TillId, specie_domain::ids::OperationId) {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(FLOAT);
    let pending = rig.session();
    rig.withdraw(pending, "20").result.unwrap();
    rig.hand_over(till, (ANNA, BEN), of).result.unwrap();
    (rig, till, pending)
}

#[test]
fn cash_set_aside_that_was_there_at_a_hand_over_is_not_promised_twice_and_leaves_the_till_it_is_in() {
    let (mut rig, till, pending) = handed_over_with_cash_aside(FLOAT);
    assert_eq!((rig.drawer(till).promised, rig.drawer(till).carried), (2_000, 2_000));
    assert_eq!(rig.drawer(till).notes, notes(&[(2000, 4), (1000, 5), (500, 4)]));
    let all = rig.session_for(Approved::UpTo(pounds("165")), Purpose::Withdraw);
    let left = Refusal::NotPayable(Some(pounds("150")), None);
    assert_eq!(refusal(rig.withdraw(all, "165")), left, "20 of it are another customer's");
    rig.logout(pending).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (15_000, (-17_000, 2_000, 0)), "no variance hides it");
    assert_eq!((rig.drawer(till).promised, rig.drawer(till).carried), (0, 0));
    rig.withdraw(all, "150").result.unwrap();
    rig.logout(all).result.unwrap();
    assert_eq!(rig.closed_by(till, BEN, &[]), (0, 0), "what Ben handed out is not missing from his count");
}

#[test]
fn of_cash_set_aside_before_a_hand_over_what_goes_back_is_free_again() {
    for is_handed_on in [false, true] {
        let (mut rig, till, pending) = handed_over_with_cash_aside(FLOAT);
        if is_handed_on {
            rig.hand_over(till, (BEN, ANNA), FLOAT).result.unwrap();
        }
        rig.tell(pending, Told::Partial(pounds("5"))).result.unwrap();
        assert_eq!((rig.cash(), rig.cash_of_pos()), (16_500, (-17_000, 500, 0)));
        assert_eq!(rig.drawer(till).promised, 0);
        let all = rig.session_for(Approved::UpTo(pounds("170")), Purpose::Withdraw);
        assert_eq!(refusal(rig.withdraw(all, "170")), Refusal::NotPayable(Some(pounds("165")), None));
        rig.withdraw(all, "165").result.unwrap();
    }
}

#[test]
fn cash_set_aside_that_a_hand_over_found_missing_explains_the_variance_of_who_gave_it_out() {
    let (mut rig, till, pending) = handed_over_with_cash_aside(&[(2000, 4), (1000, 5), (500, 4)]);
    assert_eq!(rig.drawer(till).promised, 0, "it had left");
    assert_eq!((rig.cash(), rig.cash_of_pos()), (15_000, (-17_000, 0, 2_000)));
    rig.tell(pending, Told::Dispensed).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (15_000, (-17_000, 2_000, 0)));
}

#[test]
fn cash_set_aside_before_a_hand_over_is_in_the_vault_once_the_till_is_closed() {
    let (mut rig, till, pending) = handed_over_with_cash_aside(FLOAT);
    assert_eq!(rig.closed_by(till, BEN, FLOAT), (17_000, 17_000));
    rig.open_till(till, ANNA, FLOAT).result.unwrap();
    rig.tell(pending, Told::Dispensed).result.unwrap();
    assert_eq!((rig.cash(), rig.cash_of_pos()), (17_000, (-17_000, 2_000, -2_000)));
    assert_eq!(rig.drawer(till).promised, 0);
}

/// Two withdrawals of 20 wait, the older first, when Anna hands over what she counts.
fn two_wait(of: &[(i64, u32)]) -> (Rig, TillId, [specie_domain::ids::OperationId; 2]) {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(FLOAT);
    let both = [(); 2].map(|()| {
        let waits = rig.session();
        rig.withdraw(waits, "20").result.unwrap();
        waits
    });
    rig.hand_over(till, (ANNA, BEN), of).result.unwrap();
    (rig, till, both)
}

fn missing(rig: &Rig, operation: specie_domain::ids::OperationId) -> Vec<EvidenceKind> {
    rig.case(operation).map_or_else(Vec::new, |case| case.evidence.into_iter().map(|of| of.what).collect())
}

#[test]
fn where_a_hand_over_is_short_the_oldest_is_covered_and_a_case_says_whose_cash_is_missing() {
    // 170 were there; 40 of them wait for an outcome.
    for (short_by, of_older, of_younger) in [(0, 0, 0), (500, 0, 500), (2_000, 0, 2_000), (2_500, 500, 2_000)]
    {
        let of = [(500, u32::try_from((17_000 - short_by) / 500).unwrap())];
        let (mut rig, till, [older, younger]) = two_wait(&of);
        assert_eq!(rig.drawer(till).promised, 4_000 - short_by, "short by {short_by}");
        for (operation, lacks) in [(older, of_older), (younger, of_younger)] {
            let told = EvidenceKind::CashMissing(Money::from_minor(lacks, gbp()));
            let expected = if lacks > 0 { vec![told] } else { Vec::new() };
            assert_eq!(missing(&rig, operation), expected, "short by {short_by}");
        }
        rig.tell(younger, Told::Dispensed).result.unwrap();
        assert_eq!(rig.cash(), 17_000 - short_by - (2_000 - of_younger), "word of the younger comes first");
        rig.tell(older, Told::Dispensed).result.unwrap();
        assert_eq!((rig.cash(), rig.cash_of_pos().2), (13_000, 0), "all of it is explained");
        assert_eq!((rig.drawer(till).promised, rig.drawer(till).asides.len()), (0, 0));
        for operation in [older, younger] {
            assert!(rig.case(operation).is_none_or(|case| case.state != CaseState::Open), "it has settled");
        }
    }
}

#[test]
fn a_currency_of_which_nothing_is_left_is_promised_to_nobody_after_a_count() {
    for is_handed_over in [true, false] {
        let mut rig = Rig::new();
        let (till, _) = rig.open_shop_till(&[(2000, 1)]);
        let pending = rig.session();
        rig.withdraw(pending, "20").result.unwrap();
        rig.move_cash(till, OtherSide::ToVault, &[(2000, 1)]).result.unwrap();
        let (key, counts) = (hash("key"), Vec::new());
        if is_handed_over {
            let (giver, taker) = (ANNA, BEN);
            let hand = HandOverTill { key, till_id: till, giver, taker, counts };
            rig.ok(Body::HandOverTill(hand));
            let told = EvidenceKind::CashMissing(pounds("20"));
            assert_eq!(missing(&rig, pending), [told], "what is set aside is not there");
            rig.move_cash_by(till, BEN, OtherSide::FromVault, &[(2000, 1)]).result.unwrap();
        } else {
            rig.ok(Body::CloseTill(CloseTill { by: By::Cashier(key, ANNA), till_id: till, counts }));
            rig.open_till(till, ANNA, &[(2000, 1)]).result.unwrap();
        }
        assert_eq!((rig.drawer(till).promised, rig.drawer(till).carried), (0, 0));
        let next = rig.session();
        rig.withdraw(next, "20").result.unwrap();
    }
}

#[test]
fn a_currency_that_neither_count_names_keeps_no_promise() {
    let mut rig = Rig::new();
    let (till, _) = rig.open_shop_till(&[(2000, 1)]);
    let pending = rig.session();
    rig.withdraw(pending, "20").result.unwrap();
    rig.move_cash(till, OtherSide::ToVault, &[(2000, 1)]).result.unwrap();
    let key = hash("key");
    let close = CloseTill { by: By::Cashier(key, ANNA), till_id: till, counts: Vec::new() };
    rig.ok(Body::CloseTill(close));
    let open = specie_domain::command::OpenTill { key, till_id: till, sign: ANNA, counts: Vec::new() };
    rig.ok(Body::OpenTill(open));
    assert_eq!(rig.drawer(till).promised, 0);
    rig.move_cash(till, OtherSide::FromVault, &[(2000, 1)]).result.unwrap();
    let next = rig.session();
    rig.withdraw(next, "20").result.unwrap();
}

#[test]
fn a_retired_till_is_opened_by_nobody_and_makes_room_for_another() {
    let mut rig = Rig::new();
    let (till, session) = rig.open_shop_till(FLOAT);
    let retire = Body::RetireTill(RetireTill { actor: Actor::System, till_id: till });
    assert_eq!(refusal(rig.run(retire.clone())), Refusal::AtTill(TillRefusal::TillIsOpen));
    rig.closed(till, &[(2000, 5), (1000, 5)]);
    rig.ok(retire.clone());
    assert!(rig.run(retire).replayed, "once");
    assert_eq!(refusal(rig.open_till(till, ANNA, FLOAT)), Refusal::NotFound(Thing::Till));
    for _ in 0..32 {
        rig.add_till();
    }
    let (actor, pos) = (Actor::System, Reference::Id(rig.pos_id));
    let one_more = Body::AddTill(AddTill { actor, pos, name: "Back".to_owned() });
    assert_eq!(refusal(rig.run(one_more)), Refusal::Unacceptable(Limit::TillsOfPos(32)));
    let by = By::Cashier(hash("key"), ANNA);
    let explanation = "a tenner stuck to another".to_owned();
    let explain = ExplainVariance { by, till_session_id: session, currency: gbp(), explanation };
    rig.ok(Body::ExplainVariance(explain));
    assert_eq!(rig.variance(session).unwrap().state, VarianceState::Explained, "what it was is kept");
    let nobody = RetireTill { actor: Actor::System, till_id: TillId::from_u128(1) };
    assert_eq!(refusal(rig.run(Body::RetireTill(nobody))), Refusal::NotFound(Thing::Till));
}

#[test]
fn a_cashier_takes_the_same_till_again_and_two_at_a_time_with_a_key_each() {
    let mut rig = Rig::new();
    let (till, first) = rig.open_shop_till(FLOAT);
    rig.closed(till, FLOAT);
    let Ok(Receipt::TillOpened(again)) = rig.open_till(till, ANNA, FLOAT).result else { panic!("it opens") };
    assert_ne!(first, again);
    rig.add_key(rig.pos_id, "other");
    let beside = rig.add_till();
    let (key, counts) = (hash("other"), counts(&[(1000, 3)]));
    let open = specie_domain::command::OpenTill { key, till_id: beside, sign: ANNA, counts };
    let Receipt::TillOpened(other) = rig.ok(Body::OpenTill(open)) else { panic!("it opens") };
    let out = rig.session();
    rig.withdraw(out, "20").result.unwrap();
    rig.logout(out).result.unwrap();
    assert_eq!(rig.withdrawal_of(out).till_session_id, Some(again), "each key pays from its own");
    let of = |rig: &Rig, till| rig.balance(specie_domain::rows::AccountKey::till(till, gbp()));
    assert_eq!((of(&rig, till), of(&rig, beside)), (15_000, 3_000));
    assert_eq!(rig.till_session(other).cashier_id, ANNA.cashier_id);
    assert_eq!(rig.closed(till, &[(2000, 4), (1000, 5), (500, 4)]), (15_000, 15_000));
    assert_eq!(rig.till_session(other).closed_at, None);
}
