//! Tills: a part of the history. Drawers are opened, moved into, handed over and closed, right and short; cash goes out
//! and comes back, in time and after the closing; the vault is filled and counted.

use specie_domain::command::{
    Actor, AddCashier, AddTill, By, ChangeCashier, CloseTill, ExplainVariance, HandOverTill, MoveCash,
    OpenTill, OtherSide, RunTills, SetCashRules, Sign, VaultCash, VaultEvent,
};
use specie_domain::ids::{CashierId, OwnerId, PosId, Reference, TillId};
use specie_domain::rows::{Approved, CashierRole, Counted, Notes, Purpose, Told};
use specie_domain::{Body, KeyedHash, Receipt};

use super::history::{History, Place, hash, pence};

const ANNA: Sign = Sign { cashier_id: CashierId::from_u128(501), pin: hash(511) };
const BEN: Sign = Sign { cashier_id: CashierId::from_u128(502), pin: hash(512) };

fn notes(of: &[(i64, u32)]) -> Vec<Notes> {
    of.iter().map(|(denomination, count)| Notes { denomination: *denomination, count: *count }).collect()
}

fn counts(of: &[(i64, u32)]) -> Vec<Counted> {
    vec![Counted { currency: pence(0).currency(), notes: notes(of) }]
}

/// A POS with two tills and two cashiers.
pub(super) fn tills(history: &mut History, owner: OwnerId) {
    let shop = history.place(owner, None);
    let [front, back] = people_and_drawers(history, shop.pos_id);
    history.done(vault(shop.pos_id, VaultEvent::Delivered, 100_000));
    let key = shop.key;
    let open = |till_id, sign, of| Body::OpenTill(OpenTill { key, till_id, sign, counts: counts(of) });
    let close = |by, of| Body::CloseTill(CloseTill { by, till_id: front, counts: counts(of) });
    let session = match history.done(open(front, ANNA, &[(1000, 6), (500, 4)])) {
        Receipt::TillOpened(till_session_id) => till_session_id,
        other => panic!("an unexpected receipt: {other:?}"),
    };
    history.refused(open(back, BEN, &[]));
    cash(history, &shop);
    moves(history, (key, front, back));
    history.refused(close(By::Cashier(key, Sign { pin: hash(9), ..ANNA }), &[(1000, 5)]));
    history.refused(close(By::Cashier(key, ANNA), &[(300, 5)]));
    history.done(close(By::Cashier(key, ANNA), &[(1000, 5), (500, 1)]));
    let (currency, by) = (pence(0).currency(), By::Operator(Actor::System));
    let (till_session_id, explanation) = (session, "a note torn".to_owned());
    history.done(Body::ExplainVariance(ExplainVariance { by, till_session_id, currency, explanation }));
    after_the_closing(history, &shop, (front, back));
    history.done(vault(shop.pos_id, VaultEvent::Collected, 5_000));
    history.done(vault(shop.pos_id, VaultEvent::Counted, 90_000));
}

fn vault(pos_id: PosId, event: VaultEvent, minor: i64) -> Body {
    let pos = Reference::Id(pos_id);
    Body::VaultCash(VaultCash { actor: Actor::System, pos, event, amount: pence(minor) })
}

fn people_and_drawers(history: &mut History, pos_id: PosId) -> [TillId; 2] {
    let (actor, pos) = (Actor::System, Reference::Id(pos_id));
    history.done(Body::RunTills(RunTills { actor, pos: pos.clone(), runs_tills: true }));
    for (Sign { cashier_id, pin }, name) in [(ANNA, "Anna"), (BEN, "Ben")] {
        let (name, role) = (name.to_owned(), CashierRole::Cashier);
        history.done(Body::AddCashier(AddCashier { actor, cashier_id, pos: pos.clone(), name, role, pin }));
    }
    let change = ChangeCashier { actor, cashier_id: BEN.cashier_id, pin: Some(hash(513)), active: None };
    history.done(Body::ChangeCashier(change));
    let back = ChangeCashier { actor, cashier_id: BEN.cashier_id, pin: Some(BEN.pin), active: Some(true) };
    history.done(Body::ChangeCashier(back));
    let (currency, denominations) = (pence(0).currency(), vec![5000, 2000, 1000, 500, 200, 100]);
    let rules = SetCashRules { actor, currency, denominations, variance_alert: 100 };
    history.done(Body::SetCashRules(rules));
    ["Front", "Back"].map(|name| {
        let till = AddTill { actor, pos: pos.clone(), name: name.to_owned() };
        match history.done(Body::AddTill(till)) {
            Receipt::TillAdded(till_id) => till_id,
            other => panic!("an unexpected receipt: {other:?}"),
        }
    })
}

/// Cash goes out and comes back, in notes that are chosen and in others; and some comes in.
fn cash(history: &mut History, shop: &Place) {
    let dora = history.customer(50_000);
    let visit = |history: &mut History, purpose| {
        history.pass_s(30);
        history.visit(&dora, shop, purpose, Approved::UpTo(pence(9_000)))
    };
    for _ in 0..2 {
        let out = visit(history, Purpose::Withdraw);
        history.refused(out.withdraw("7.50"));
        history.done(out.withdraw("10.00"));
        history.done(out.close());
    }
    let told = visit(history, Purpose::Withdraw);
    history.done(told.withdraw("10.00"));
    history.done(told.tell(Told::Dispensed, notes(&[(500, 2)])));
    history.done(told.tell(Told::Partial(pence(500)), notes(&[(500, 1)])));
    history.done(told.tell(Told::Dispensed, Vec::new()));
    let into = visit(history, Purpose::Deposit);
    history.done(into.deposit("12.00"));
    history.done(into.reverse("2.00"));
    history.done(into.close());
}

fn moves(history: &mut History, (key, till_id, other): (KeyedHash, TillId, TillId)) {
    let currency = pence(0).currency();
    let moved =
        |other, of| Body::MoveCash(MoveCash { key, till_id, sign: ANNA, other, currency, notes: notes(of) });
    history.done(moved(OtherSide::ToVault, &[(1000, 1)]));
    history.done(moved(OtherSide::FromVault, &[(200, 5)]));
    history.refused(moved(OtherSide::ToTill(other, BEN), &[(200, 1)]));
}

/// What is told once a till is closed; a hand-over; and a till the operator closes.
fn after_the_closing(history: &mut History, shop: &Place, (front, back): (TillId, TillId)) {
    let key = shop.key;
    let open = |till_id| OpenTill { key, till_id, sign: BEN, counts: counts(&[(1000, 3)]) };
    let closing = |till_id, by| Body::CloseTill(CloseTill { by, till_id, counts: counts(&[(1000, 2)]) });
    history.done(Body::OpenTill(open(back)));
    let edith = history.customer(5_000);
    history.pass_s(30);
    let late = history.visit(&edith, shop, Purpose::Withdraw, Approved::Exactly(pence(1_000)));
    history.done(late.withdraw("10.00"));
    history.done(closing(back, By::Cashier(key, BEN)));
    history.done(late.close());
    history.done(Body::OpenTill(open(front)));
    let (giver, taker, counts) = (BEN, ANNA, counts(&[(1000, 3)]));
    history.done(Body::HandOverTill(HandOverTill { key, till_id: front, giver, taker, counts }));
    history.done(closing(front, By::Operator(Actor::System)));
}
