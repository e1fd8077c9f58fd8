//! Settlement as a part of the history: batches that are cut when due and by hand, confirmed, failed, sent back and
//! carried.

use specie_domain::command::{
    Actor, ConfirmBatch, CutBatch, FailBatch, GoOnWithBatch, Prefund, SetSettlement,
};
use specie_domain::ids::{BatchId, OwnerId, Reference, WithdrawalId};
use specie_domain::rows::{Approved, Purpose};
use specie_domain::{Body, Receipt, Time};

use super::history::{Customer, History, Place, hash, pence};

/// An owner's batches from the first to one that waits for the bank, which is named.
pub(super) fn batches(history: &mut History, owner_id: OwnerId, shops: [&Place; 2]) -> BatchId {
    let dora = history.customer(50_000);
    let finance = Actor::Operator(hash(42));
    let cut_off = history.in_s(3_600);
    history.done(set(finance, owner_id, 0, Some(cut_off)));
    history.refused(set(Actor::Operator(hash(43)), owner_id, 0, None));
    history.refused(set(finance, owner_id, -1, None));
    history.refused(set(finance, owner_id, 0, Some(history.in_s(-1))));
    history.done(cut(Actor::System, owner_id, None)); // Not due: nothing.
    pay_out(history, &dora, shops[0], "12.00");
    history.pass_s(3_600);
    pay_out(history, &dora, shops[0], "7.00"); // Of the next window, for the cut-off has passed.
    let prefund = Prefund { actor: finance, pos: Reference::Id(shops[1].pos_id), amount: pence(900) };
    history.done(Body::Prefund(prefund));
    let next = history.in_s(3_600);
    let first = batch(history, cut(Actor::System, owner_id, Some(next)));
    history.done(Body::GoOnWithBatch(GoOnWithBatch { batch_id: first }));
    history.done(confirm(finance, first));
    history.done(confirm(finance, first));
    let second = batch(history, cut(finance, owner_id, Some(next)));
    history.done(fail(finance, second));
    history.refused(confirm(finance, second));
    history.done(fail(finance, first)); // The bank sends back what it had confirmed.
    history.done(set(finance, owner_id, 10_000_000, Some(next)));
    let carried = batch(history, cut(finance, owner_id, Some(next)));
    history.refused(fail(finance, carried));
    history.done(set(finance, owner_id, 0, None));
    pay_out(history, &dora, shops[0], "5.00");
    let waiting = batch(history, cut(finance, owner_id, None));
    pay_out(history, &dora, shops[0], "3.00");
    waiting
}

fn set(actor: Actor, owner_id: OwnerId, threshold: i64, next_cut_off: Option<Time>) -> Body {
    Body::SetSettlement(SetSettlement {
        actor,
        owner_id,
        currency: pence(0).currency(),
        cut_off_minute: 1_320,
        zone: "Europe/London".to_owned(),
        bank_reference: "Corner shops".to_owned(),
        threshold,
        next_cut_off,
    })
}

fn cut(actor: Actor, owner_id: OwnerId, next_cut_off: Option<Time>) -> Body {
    Body::CutBatch(CutBatch { actor, owner_id, currency: pence(0).currency(), next_cut_off })
}

fn confirm(actor: Actor, batch_id: BatchId) -> Body {
    Body::ConfirmBatch(ConfirmBatch { actor, batch_id, word: "payment 1".to_owned() })
}

fn fail(actor: Actor, batch_id: BatchId) -> Body {
    Body::FailBatch(FailBatch { actor, batch_id, word: "account closed".to_owned() })
}

fn batch(history: &mut History, body: Body) -> BatchId {
    match history.done(body) {
        Receipt::BatchCut(batch_id) => batch_id,
        other => panic!("an unexpected receipt: {other:?}"),
    }
}

pub(super) fn pay_out(history: &mut History, customer: &Customer, shop: &Place, sum: &str) -> WithdrawalId {
    history.pass_s(30);
    let visit = history.visit(customer, shop, Purpose::Withdraw, Approved::UpTo(pence(2_000)));
    let Receipt::Withdrawn(withdrawal_id) = history.done(visit.withdraw(sum)) else {
        panic!("not withdrawn")
    };
    history.done(visit.close());
    withdrawal_id
}
