//! What needs two people: who may propose, who may approve, when, and that it is done once.

use specie_domain::command::{Actor, Judge, Propose, RegisterOperatorKey, RevokeOperatorKey};
use specie_domain::ids::{OperatorKeyId, ProposalId};
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{
    AccountKey, AccountKind, EventKind, MakeLossGood, ManualPosting, Proposal, ProposalState, Proposed,
    Reason, Role, Standing, WriteOff, WrittenOff,
};
use specie_domain::{Body, Receipt, Refusal, Row};

use crate::rig::{Rig, gbp, hash, pounds, refusal};

const DELAY_S: i64 = 60;
const VALID_S: i64 = 7 * 86_400;

fn hire(rig: &mut Rig, key: &str, person: &str, role: Role) -> (Actor, OperatorKeyId) {
    let body = RegisterOperatorKey { actor: Actor::System, hash: hash(key), person: person.to_owned(), role };
    match rig.ok(Body::RegisterOperatorKey(body)) {
        Receipt::OperatorKeyRegistered(id) => (Actor::Operator(hash(key)), id),
        other => panic!("{other:?}"),
    }
}

/// A deployment with Ada and Bob, who keep its money.
fn office() -> (Rig, Actor, Actor) {
    let mut rig = Rig::new();
    let (ada, _) = hire(&mut rig, "ada", "Ada", Role::Finance);
    let (bob, _) = hire(&mut rig, "bob", "Bob", Role::Admin);
    (rig, ada, bob)
}

fn pos(rig: &Rig) -> AccountKey {
    AccountKey::of_pos(AccountKind::Pos, rig.pos_id, gbp())
}

fn loss() -> AccountKey {
    AccountKey::of_operator(AccountKind::Loss, gbp())
}

/// 12.00 GBP from `loss` to the POS.
fn posting(rig: &Rig) -> ManualPosting {
    ManualPosting {
        debit: loss(),
        credit: pos(rig),
        amount: 1_200,
        why: "a note torn in the till".to_owned(),
    }
}

fn propose(actor: Actor, what: Proposed) -> Body {
    Body::Propose(Propose { actor, what })
}

const fn judge(actor: Actor, proposal_id: ProposalId, approve: bool) -> Body {
    Body::Judge(Judge { actor, proposal_id, approve })
}

fn proposed(rig: &mut Rig, actor: Actor, what: Proposed) -> ProposalId {
    match rig.ok(propose(actor, what)) {
        Receipt::Proposed(proposal_id) => proposal_id,
        other => panic!("{other:?}"),
    }
}

fn row(rig: &Rig, proposal_id: ProposalId) -> Proposal {
    match rig.row::<Proposal>(proposal_id) {
        Some(Row::Proposal(proposal)) => (*proposal).clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_one_person_proposes_another_carries_out_once_after_the_delay() {
    let (mut rig, ada, bob) = office();
    let posting = posting(&rig);
    let id = proposed(&mut rig, ada, Proposed::Post(posting.clone()));
    let at = rig.now;
    let proposal = row(&rig, id);
    assert_eq!((proposal.not_before, proposal.expires_at), (at.plus_s(DELAY_S), at.plus_s(VALID_S)));
    assert_eq!(rig.balance(loss()), 0, "a proposal moves nothing");
    rig.pass_ms(DELAY_S * 1000 - 1);
    let early = refusal(rig.run(judge(bob, id, true)));
    assert_eq!(early, Refusal::ProposalNotYet(at.plus_s(DELAY_S)));
    rig.pass_ms(1);
    let before = rig.balance(posting.credit);
    rig.ok(judge(bob, id, true));
    assert_eq!((rig.balance(loss()), rig.balance(posting.credit)), (-1_200, before + 1_200));
    let transfer = rig.transfers.last().unwrap();
    assert_eq!((transfer.reason, transfer.amount), (Reason::ManualPosting, 1_200));
    match row(&rig, id).state {
        ProposalState::Carried(when, by) => assert_eq!((when, by.person.as_str()), (rig.now, "Bob")),
        other => panic!("{other:?}"),
    }
    for approve in [true, false] {
        assert_eq!(refusal(rig.run(judge(bob, id, approve))), Refusal::ProposalOver(Standing::Carried));
    }
    assert_eq!(rig.balance(loss()), -1_200, "it is carried out once");
    let events = (rig.count_events(EventKind::ProposalMade), rig.count_events(EventKind::ProposalCarriedOut));
    assert_eq!(events, (1, 1));
}

#[test]
fn nobody_approves_what_they_proposed_with_whatever_key() {
    let (mut rig, ada, _) = office();
    let (second_key, _) = hire(&mut rig, "ada 2", " ADA", Role::Admin);
    let posting = posting(&rig);
    let id = proposed(&mut rig, ada, Proposed::Post(posting));
    rig.pass_s(DELAY_S);
    for actor in [ada, second_key] {
        assert_eq!(refusal(rig.run(judge(actor, id, true))), Refusal::OwnProposal);
    }
    rig.ok(judge(second_key, id, false));
    assert!(matches!(row(&rig, id).state, ProposalState::Withdrawn(_)));
    assert_eq!(rig.count_events(EventKind::ProposalTurnedDown), 1);
}

#[test]
fn the_program_and_those_whose_role_forbids_it_neither_propose_nor_judge() {
    let (mut rig, ada, _) = office();
    let posting = posting(&rig);
    let id = proposed(&mut rig, ada, Proposed::Post(posting.clone()));
    rig.pass_s(DELAY_S);
    let (backend, _) = hire(&mut rig, "backend", "Eve", Role::WalletBackend);
    let (auditor, _) = hire(&mut rig, "auditor", "Kim", Role::Auditor);
    for actor in [Actor::System, backend, auditor] {
        assert_eq!(refusal(rig.run(propose(actor, Proposed::Post(posting.clone())))), Refusal::RoleForbids);
        for approve in [true, false] {
            assert_eq!(refusal(rig.run(judge(actor, id, approve))), Refusal::RoleForbids);
        }
    }
    let nobody = Actor::Operator(hash("nobody"));
    assert_eq!(refusal(rig.run(judge(nobody, id, true))), Refusal::KeyNotKnown);
    let other = ProposalId::from_u128(7);
    assert_eq!(refusal(rig.run(judge(ada, other, true))), Refusal::NotFound(Thing::Proposal));
}

#[test]
fn a_proposal_that_was_turned_down_or_waited_too_long_is_over() {
    let (mut rig, ada, bob) = office();
    let posting = Proposed::Post(posting(&rig));
    let rejected = proposed(&mut rig, ada, posting.clone());
    rig.ok(judge(bob, rejected, false));
    assert!(matches!(row(&rig, rejected).state, ProposalState::Rejected(..)));
    let forgotten = proposed(&mut rig, ada, posting);
    rig.pass_ms(VALID_S * 1000);
    let over = refusal(rig.run(judge(bob, rejected, true)));
    assert_eq!(over, Refusal::ProposalOver(Standing::Rejected));
    let late = refusal(rig.run(judge(bob, forgotten, true)));
    assert_eq!(late, Refusal::ProposalOver(Standing::Expired));
    assert_eq!(rig.balance(loss()), 0);
}

#[test]
fn what_a_key_proposed_that_is_revoked_is_not_carried_out() {
    let (mut rig, _, bob) = office();
    let (kim, kims_key) = hire(&mut rig, "kim", "Kim", Role::Finance);
    let posting = posting(&rig);
    let id = proposed(&mut rig, kim, Proposed::Post(posting));
    rig.ok(Body::RevokeOperatorKey(RevokeOperatorKey { actor: bob, operator_key_id: kims_key }));
    rig.pass_s(DELAY_S);
    assert_eq!(refusal(rig.run(judge(bob, id, true))), Refusal::ProposerRevoked);
    rig.ok(judge(bob, id, false));
}

#[test]
fn an_approval_looks_at_everything_anew() {
    let (mut rig, ada, bob) = office();
    let wallet = AccountKey::wallet(rig.wallet_id, gbp());
    let (debit, credit, why) = (wallet, pos(&rig), "paid twice by mistake".to_owned());
    let posting = ManualPosting { debit, credit, amount: 18_900, why };
    let id = proposed(&mut rig, ada, Proposed::Post(posting));
    let operation = rig.session();
    rig.withdraw(operation, "1").result.unwrap();
    rig.pass_s(DELAY_S);
    assert_eq!(refusal(rig.run(judge(bob, id, true))), Refusal::NotEnoughFunds);
    assert_eq!(row(&rig, id).state, ProposalState::Waiting, "it waits on");
    rig.reverse(operation, "1").result.unwrap();
    rig.ok(judge(bob, id, true));
    assert_eq!(rig.balance(wallet), 0);
}

#[test]
fn a_posting_by_hand_stays_in_its_bounds() {
    let (mut rig, ada, _) = office();
    let good = posting(&rig);
    let of_pos = |kind| AccountKey::of_pos(kind, rig.pos_id, gbp());
    let jpy = specie_money::Currency::from_code("JPY").unwrap();
    let stranger = specie_domain::ids::WalletId::from_u128(3);
    let accounts = Refusal::Unacceptable(Limit::AccountsOfPosting);
    let table = [
        (ManualPosting { amount: 0, ..good.clone() }, Refusal::Unacceptable(Limit::Positive)),
        (ManualPosting { amount: -1, ..good.clone() }, Refusal::Unacceptable(Limit::Positive)),
        (ManualPosting { why: " ".to_owned(), ..good.clone() }, Refusal::Unacceptable(Limit::WhyBytes(512))),
        (ManualPosting { why: "x".repeat(513), ..good.clone() }, Refusal::Unacceptable(Limit::WhyBytes(512))),
        (ManualPosting { debit: good.credit, ..good.clone() }, accounts.clone()),
        (ManualPosting { debit: of_pos(AccountKind::CashPending), ..good.clone() }, accounts.clone()),
        (ManualPosting { credit: of_pos(AccountKind::FeePending), ..good.clone() }, accounts.clone()),
        (ManualPosting { debit: AccountKey::of_operator(AccountKind::Loss, jpy), ..good.clone() }, accounts),
        (
            ManualPosting { credit: AccountKey::wallet(stranger, gbp()), ..good.clone() },
            Refusal::NotFound(Thing::Wallet),
        ),
        (
            ManualPosting { debit: AccountKey { holder: 3, ..loss() }, ..good.clone() },
            Refusal::NotFound(Thing::Account),
        ),
        (
            ManualPosting { debit: AccountKey { holder: 3, ..good.credit }, ..good },
            Refusal::NotFound(Thing::Account),
        ),
    ];
    for (posting, expected) in table {
        let what = format!("{posting:?}");
        assert_eq!(refusal(rig.run(propose(ada, Proposed::Post(posting)))), expected, "{what}");
    }
}

#[test]
fn no_more_is_written_off_or_made_good_than_is_there() {
    let (mut rig, ada, bob) = office();
    let why = || "nobody came for it".to_owned();
    let (pos_id, way) = (rig.pos_id, WrittenOff::Surplus);
    let surplus = |sum| Proposed::WriteOff(WriteOff { pos_id, amount: pounds(sum), way, why: why() });
    let nothing = Refusal::LimitExceeded(Limit::ThereIsOnly(pounds("0")));
    assert_eq!(refusal(rig.run(propose(ada, surplus("1")))), nothing);
    let good = |sum| Proposed::MakeLossGood(MakeLossGood { amount: pounds(sum), why: why() });
    assert_eq!(refusal(rig.run(propose(ada, good("1")))), nothing);
    let suspense = AccountKey::of_pos(AccountKind::Suspense, pos_id, gbp());
    let posting = ManualPosting { credit: suspense, ..posting(&rig) };
    let both = |rig: &mut Rig, what| {
        let id = proposed(rig, ada, what);
        rig.pass_s(DELAY_S);
        rig.ok(judge(bob, id, true));
    };
    both(&mut rig, Proposed::Post(posting));
    let only = Refusal::LimitExceeded(Limit::ThereIsOnly(pounds("12")));
    assert_eq!(refusal(rig.run(propose(ada, surplus("12.01")))), only);
    assert_eq!(refusal(rig.run(propose(ada, good("12.01")))), only);
    both(&mut rig, good("2.00"));
    assert_eq!(rig.balance(loss()), -1_000);
    both(&mut rig, surplus("12.00"));
    assert_eq!((rig.suspense(), rig.balance(loss())), (0, 200));
    let claim = WriteOff { pos_id, amount: pounds("1"), way: WrittenOff::Claim, why: why() };
    assert_eq!(refusal(rig.run(propose(ada, Proposed::WriteOff(claim.clone())))), nothing);
    let taken =
        ManualPosting { debit: suspense, credit: pos(&rig), amount: 100, why: "paid out twice".to_owned() };
    both(&mut rig, Proposed::Post(taken));
    both(&mut rig, Proposed::WriteOff(claim));
    assert_eq!((rig.suspense(), rig.balance(loss())), (0, 100));
}

#[test]
fn a_repeat_under_an_idempotency_value_is_one_proposal_and_one_approval() {
    let (mut rig, ada, bob) = office();
    let posting = posting(&rig);
    rig.idempotency = Some("first");
    let id = proposed(&mut rig, ada, Proposed::Post(posting.clone()));
    let again = rig.run(propose(ada, Proposed::Post(posting)));
    assert!(again.replayed && again.result == Ok(Receipt::Proposed(id)));
    rig.pass_s(DELAY_S);
    rig.idempotency = Some("second");
    rig.ok(judge(bob, id, true));
    assert!(rig.run(judge(bob, id, true)).replayed);
    assert_eq!(rig.balance(loss()), -1_200);
}
