//! What needs two people: a part of the history.

use specie_domain::command::{Actor, Judge, Propose, SetOnExpiry, SetRules, StepCase};
use specie_domain::ids::Reference;
use specie_domain::rows::{
    AccountKey, AccountKind, Approved, Bearer, CaseKind, CloseCase, Closing, MakeLossGood, ManualPosting,
    OnExpiry, Proposed, Purpose, Rule, RuleAct, RuleStep, Told, WriteOff, WrittenOff,
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
    closings(history, shop, ada, other);
    rules(history, shop);
}

/// Two people close a case, once as its word has settled it already.
fn closings(history: &mut History, shop: &Place, ada: Actor, other: Actor) {
    let dora = history.customer(5_000);
    for closing in [Closing::Return, Closing::CreditPos(Bearer::Loss)] {
        let visit = history.visit(&dora, shop, Purpose::Withdraw, Approved::Exactly(pence(1_000)));
        history.done(visit.withdraw("10.00"));
        history.pass_s(600);
        history.done(visit.expire());
        if closing != Closing::Return {
            history.done(visit.reverse("10.00"));
            history.done(visit.tell(Told::Dispensed, Vec::new()));
        }
        let operation_id = visit.call.operation_id;
        let sealed_text = vec![5, 6];
        let close = CloseCase { operation_id, closing, sealed_text };
        let wrong = CloseCase { closing: Closing::AsItIs, ..close.clone() };
        history.refused(Body::Propose(Propose { actor: ada, what: Proposed::CloseCase(wrong) }));
        let proposal_id = propose(history, ada, Proposed::CloseCase(close));
        history.pass_s(60);
        history.done(Body::Judge(Judge { actor: other, proposal_id, approve: true }));
    }
}

/// A rule's steps, and a POS at which silence counts as word.
fn rules(history: &mut History, shop: &Place) {
    let erin = history.customer(5_000);
    let rule = Rule {
        name: "unanswered".to_owned(),
        law: Some("a law".to_owned()),
        from: specie_domain::Time::from_unix_ms(0),
        until: None,
        kinds: vec![CaseKind::Unconfirmed],
        owner_id: None,
        currency: Some(currency("GBP")),
        steps: vec![
            RuleStep { after_s: 60, act: RuleAct::Escalate },
            RuleStep { after_s: 120, act: RuleAct::Compensate { daily: pence(100), days_max: 1 } },
        ],
    };
    let lawless = Rule { law: None, ..rule.clone() };
    history.refused(Body::SetRules(SetRules { rules: vec![lawless] }));
    history.done(Body::SetRules(SetRules { rules: vec![rule] }));
    let on_expiry = OnExpiry::AssumeDispensedAfter(180);
    let pos = Reference::Id(shop.pos_id);
    history.done(Body::SetOnExpiry(SetOnExpiry { actor: Actor::System, pos, on_expiry }));
    let visit = history.visit(&erin, shop, Purpose::Withdraw, Approved::Exactly(pence(1_000)));
    history.done(visit.withdraw("10.00"));
    history.pass_s(600);
    history.done(visit.expire());
    let operation_id = visit.call.operation_id;
    for _ in 0..3 {
        history.pass_s(60);
        history.done(Body::StepCase(StepCase { operation_id }));
    }
    let pos = Reference::Id(shop.pos_id);
    let on_expiry = OnExpiry::Case;
    history.done(Body::SetOnExpiry(SetOnExpiry { actor: Actor::System, pos, on_expiry }));
    history.done(Body::SetRules(SetRules { rules: Vec::new() }));
}

fn propose(history: &mut History, actor: Actor, what: Proposed) -> specie_domain::ids::ProposalId {
    match history.done(Body::Propose(Propose { actor, what })) {
        Receipt::Proposed(proposal_id) => proposal_id,
        _ => unreachable!("a proposal is answered as one"),
    }
}
