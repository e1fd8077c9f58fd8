//! What needs two people: a part of the history.

use specie_domain::command::{Actor, Judge, Propose};
use specie_domain::rows::{
    AccountKey, AccountKind, MakeLossGood, ManualPosting, Proposed, WriteOff, WrittenOff,
};
use specie_domain::{Body, Receipt};

use super::history::{History, Place, currency, hash, pence};

/// Ada proposes; the person of key 44 carries out, rejects, or comes too late.
pub(super) fn approvals(history: &mut History, shop: &Place) {
    let (ada, other) = (Actor::Operator(hash(42)), Actor::Operator(hash(44)));
    let why = || "a drill".to_owned();
    let post = Proposed::Post(ManualPosting {
        debit: AccountKey::of_operator(AccountKind::Loss, currency("GBP")),
        credit: AccountKey::of_pos(AccountKind::Suspense, shop.pos_id, currency("GBP")),
        amount: 700,
        why: why(),
    });
    let (pos_id, amount) = (shop.pos_id, pence(300));
    let surplus = WriteOff { pos_id, amount, way: WrittenOff::Surplus, why: why() };
    let good = MakeLossGood { amount: pence(100), why: why() };
    history.refused(Body::Propose(Propose { actor: Actor::System, what: post.clone() }));
    for what in [post.clone(), Proposed::WriteOff(surplus), Proposed::MakeLossGood(good)] {
        let proposal_id = propose(history, ada, what);
        let judge = |actor| Body::Judge(Judge { actor, proposal_id, approve: true });
        history.refused(judge(ada));
        history.refused(judge(other));
        history.pass_s(60);
        history.done(judge(other));
        history.refused(judge(other));
    }
    for actor in [ada, other] {
        let proposal_id = propose(history, ada, post.clone());
        history.done(Body::Judge(Judge { actor, proposal_id, approve: false }));
    }
    propose(history, ada, post);
}

fn propose(history: &mut History, actor: Actor, what: Proposed) -> specie_domain::ids::ProposalId {
    match history.done(Body::Propose(Propose { actor, what })) {
        Receipt::Proposed(proposal_id) => proposal_id,
        _ => unreachable!("a proposal is answered as one"),
    }
}
