//! What needs two people and a delay (security.md "People"): one person proposes, another one approves, and the
//! approval carries it out in its own commit, after looking at everything anew. Whoever adds a kind of proposal
//! adds it to [`Proposed`] and finds its places here: [`may`], [`delay_s`], [`acceptable`] and [`carry_out`]. What
//! makes others judges, and prices, is one person's own until two people judge ([`hiring::permit_alone`]).

use std::sync::Arc;

use specie_money::Money;

use super::ledger::Posting;
use super::turn::{Done, Stop, Turn};
use super::{cases, closing, float, hiring, reconciliation, reverse, rules, tariff};
use crate::command::{Actor, Judge, Propose};
use crate::ids::{OwnerId, PosId, ProposalId, WalletId};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::policy::Approvals;
use crate::rows::{
    AccountKey, AccountKind, Book, BrakeChange, Closure, CreditLineChange, DepositCorrection, Event,
    EventKind, LimitChange, MakeLossGood, ManualPosting, OperatorKey, OperatorKeyName, Pos, PosOwner,
    Proposal, ProposalState, Proposed, Reason, Role, Signer, Standing, Wallet, WriteOff, WrittenOff,
};

/// Longest reason, bytes.
const WHY_BYTES_MAX: usize = 512;

/// Whether a role may.
type May = fn(Role) -> bool;

/// Who may propose this, and who may judge it.
const fn may(what: &Proposed) -> (May, May) {
    match what {
        Proposed::Post(_)
        | Proposed::WriteOff(_)
        | Proposed::MakeLossGood(_)
        | Proposed::CloseCase(_)
        | Proposed::CorrectDeposit(_)
        | Proposed::ClearBreak(_)
        | Proposed::UndoClearing(_)
        | Proposed::AddTariff(_)
        | Proposed::ClearPart(_) => (Role::judges, Role::judges),
        Proposed::SetLimit(_) | Proposed::SetBrake(_) | Proposed::SetCreditLine(_) => (is_admin, is_admin),
        // Whoever judges money may judge who else does: a deployment of one admin is not locked by it.
        Proposed::AddKey(_) | Proposed::AddStaff(_) | Proposed::ResetStaff(_) => (is_admin, Role::judges),
    }
}

const fn is_admin(role: Role) -> bool {
    matches!(role, Role::Admin)
}

/// How long it must wait before it may be approved, seconds.
const fn delay_s(approvals: &Approvals, what: &Proposed) -> u32 {
    match what {
        Proposed::Post(_)
        | Proposed::WriteOff(_)
        | Proposed::MakeLossGood(_)
        | Proposed::SetLimit(_)
        | Proposed::SetBrake(_)
        | Proposed::SetCreditLine(_)
        | Proposed::CorrectDeposit(_)
        | Proposed::ClearBreak(_)
        | Proposed::UndoClearing(_)
        | Proposed::AddKey(_)
        | Proposed::AddStaff(_)
        | Proposed::ResetStaff(_)
        | Proposed::AddTariff(_)
        | Proposed::ClearPart(_) => approvals.delay_s,
        // A customer waits for it; what costs the operator money waits as any write-off.
        Proposed::CloseCase(close) if closing::is_a_write_off(close.closing) => approvals.delay_s,
        Proposed::CloseCase(_) => 0,
    }
}

/// Whether it could be done as things are; asked when it is proposed, and again before it is done.
fn acceptable(turn: &Turn<'_>, what: &Proposed) -> Result<(), Stop> {
    match what {
        Proposed::Post(posting) => acceptable_posting(turn, posting),
        Proposed::WriteOff(write_off) => acceptable_write_off(turn, write_off),
        Proposed::MakeLossGood(good) => {
            let MakeLossGood { amount, why } = good;
            let loss = turn.balance(&AccountKey::of_operator(AccountKind::Loss, amount.currency()))?;
            acceptable_sum(*amount, why, loss.saturating_neg())
        }
        Proposed::CloseCase(close) => closing::acceptable(turn, close),
        Proposed::SetLimit(LimitChange { key, bounds, why }) => {
            acceptable_why(why)?;
            rules::acceptable_limit(turn, *key, *bounds)?;
            rules::permit_subject(turn, *key)
        }
        Proposed::SetBrake(BrakeChange { currency, brake, why }) => {
            acceptable_why(why)?;
            Ok(rules::acceptable_brake(turn, *currency, *brake)?)
        }
        Proposed::SetCreditLine(CreditLineChange { pos_id, line, why }) => {
            acceptable_why(why)?;
            let pos = turn.get::<Pos>(pos_id)?.ok_or(Refusal::NotFound(Thing::Pos))?;
            Ok(float::acceptable_line(&pos, *line)?)
        }
        Proposed::CorrectDeposit(DepositCorrection { deposit_id, amount, why }) => {
            acceptable_why(why)?;
            reverse::correctable(turn, *deposit_id, *amount).map(|_| ())
        }
        Proposed::ClearBreak(clear) => reconciliation::clearable(turn, clear),
        Proposed::UndoClearing(undo) => reconciliation::undoable(turn, undo),
        Proposed::ClearPart(part) => reconciliation::part_clearable(turn, part),
        Proposed::AddKey(addition) => hiring::acceptable_key(turn, addition),
        Proposed::AddStaff(addition) => hiring::acceptable_staff(turn, addition),
        Proposed::ResetStaff(reset) => hiring::acceptable_reset(turn, reset),
        Proposed::AddTariff(addition) => {
            acceptable_why(&addition.why)?;
            tariff::acceptable(turn, &addition.tariff)
        }
    }
}

/// Does what was approved, in the commit of the approval.
fn carry_out(turn: &mut Turn<'_>, proposal: &Proposal, judge: &Signer) -> Result<(), Stop> {
    match &proposal.what {
        Proposed::Post(ManualPosting { debit, credit, amount, .. }) => {
            let (debit, credit, amount) = (*debit, *credit, *amount);
            let reason = Reason::ManualPosting;
            turn.post_request(Posting { debit, credit, amount, reason, operation_id: None })
        }
        Proposed::WriteOff(WriteOff { pos_id, amount, way, .. }) => {
            let loss = AccountKey::of_operator(AccountKind::Loss, amount.currency());
            let suspense = AccountKey::of_pos(AccountKind::Suspense, *pos_id, amount.currency());
            let (debit, credit) = match way {
                WrittenOff::Claim => (loss, suspense),
                WrittenOff::Surplus => (suspense, loss),
            };
            let (amount, reason) = (amount.minor(), Reason::WrittenOff);
            turn.post_request(Posting { debit, credit, amount, reason, operation_id: None })
        }
        Proposed::MakeLossGood(MakeLossGood { amount, .. }) => turn.post_request(Posting {
            debit: AccountKey::of_operator(AccountKind::Funding, amount.currency()),
            credit: AccountKey::of_operator(AccountKind::Loss, amount.currency()),
            amount: amount.minor(),
            reason: Reason::LossMadeGood,
            operation_id: None,
        }),
        Proposed::CloseCase(close) => {
            let closure = Closure {
                closing: close.closing,
                proposal_id: proposal.proposal_id,
                proposed_by: proposal.proposed_by.person.clone(),
                approved_by: judge.person.clone(),
                sealed_text: close.sealed_text.clone(),
            };
            closing::carry_out(turn, close, closure)
        }
        Proposed::SetLimit(LimitChange { key, bounds, .. }) => Ok(rules::put_limit(turn, *key, *bounds)?),
        Proposed::SetBrake(BrakeChange { currency, brake, .. }) => {
            Ok(rules::put_brake(turn, *currency, *brake)?)
        }
        Proposed::SetCreditLine(CreditLineChange { pos_id, line, .. }) => {
            let pos = turn.get::<Pos>(pos_id)?.ok_or(Refusal::NotFound(Thing::Pos))?;
            float::put_line(turn, &pos, *line);
            Ok(())
        }
        Proposed::CorrectDeposit(DepositCorrection { deposit_id, amount, .. }) => {
            reverse::correct(turn, *deposit_id, *amount)
        }
        Proposed::ClearBreak(clear) => reconciliation::clear(turn, clear, proposal.proposal_id),
        Proposed::UndoClearing(undo) => reconciliation::undo_clearing(turn, undo),
        Proposed::ClearPart(part) => reconciliation::clear_part(turn, part, proposal.proposal_id),
        Proposed::AddKey(addition) => hiring::add_key(turn, proposal.proposal_id, addition),
        Proposed::AddStaff(addition) => hiring::add_staff(turn, proposal.proposal_id, addition),
        Proposed::ResetStaff(reset) => hiring::reset(turn, reset),
        Proposed::AddTariff(addition) => {
            tariff::put(turn, &addition.tariff, proposal.proposed_by.person.clone()).map(|_| ())
        }
    }
}

/// Takes in a proposal; nothing is done yet.
pub(super) fn propose(turn: &mut Turn<'_>, command: &Propose) -> Result<Done, Stop> {
    let (may_propose, _) = may(&command.what);
    let proposed_by = signer(turn, command.actor, may_propose)?;
    if let Some(receipt) = turn.recall()? {
        return told_before(turn, receipt, &command.what);
    }
    acceptable(turn, &command.what)?;
    let proposal_id = ProposalId::new(turn.at, turn.fresh, turn.fresh.bucket());
    let approvals = turn.deployment.policy.approvals;
    let proposal = Proposal {
        proposal_id,
        what: command.what.clone(),
        proposed_by,
        proposed_at: turn.at,
        not_before: turn.at.plus_s(i64::from(delay_s(&approvals, &command.what))),
        expires_at: turn.at.plus_s(i64::from(approvals.valid_s)),
        state: ProposalState::Waiting,
    };
    tell(turn, EventKind::ProposalMade, &proposal);
    turn.set.put(proposal);
    Ok(turn.remember(Receipt::Proposed(proposal_id)))
}

/// The answer to a repeat. A secret that the first answer told is not told again, unless this is the very command once
/// more because its outcome was not known.
fn told_before(turn: &Turn<'_>, receipt: Receipt, what: &Proposed) -> Result<Done, Stop> {
    if let Receipt::Proposed(proposal_id) = &receipt
        && what.half().is_some()
        && turn.get::<Proposal>(proposal_id)?.is_none_or(|first| first.what != *what)
    {
        return Err(Refusal::SecretShownOnce.into());
    }
    Ok(Done::before(receipt))
}

/// Approves a proposal and carries it out, turns it down, or takes it back.
pub(super) fn judge(turn: &mut Turn<'_>, command: &Judge) -> Result<Done, Stop> {
    let not_found = Refusal::NotFound(Thing::Proposal);
    // Who may nothing at all learns nothing of it either.
    signer(turn, command.actor, Role::judges)?;
    let proposal = turn.get::<Proposal>(&command.proposal_id)?.ok_or(not_found)?;
    let (_, may_judge) = may(&proposal.what);
    let judge = signer(turn, command.actor, may_judge)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let standing = proposal.standing(turn.at);
    if standing != Standing::Waiting && !(standing == Standing::Carried && planted!(ApprovedTwice)) {
        return Err(Refusal::ProposalOver(standing).into());
    }
    let is_own = judge.is_same_person(&proposal.proposed_by);
    let (kind, state) = match (command.approve, is_own) {
        (false, true) => (EventKind::ProposalTurnedDown, ProposalState::Withdrawn(turn.at)),
        (false, false) => (EventKind::ProposalTurnedDown, ProposalState::Rejected(turn.at, judge)),
        (true, _) => {
            approve(turn, &proposal, &judge)?;
            (EventKind::ProposalCarriedOut, ProposalState::Carried(turn.at, judge))
        }
    };
    tell(turn, kind, &proposal);
    turn.set.put(Proposal { state, ..(*proposal).clone() });
    Ok(turn.remember(Receipt::Done))
}

fn approve(turn: &mut Turn<'_>, proposal: &Proposal, judge: &Signer) -> Result<(), Stop> {
    if judge.is_same_person(&proposal.proposed_by) && !planted!(ApprovedByOneself) {
        return Err(Refusal::OwnProposal.into());
    }
    if turn.at < proposal.not_before && !planted!(DelayIgnored) {
        return Err(Refusal::ProposalNotYet(proposal.not_before).into());
    }
    if !still_served(turn, &proposal.proposed_by)? {
        return Err(Refusal::ProposerRevoked.into());
    }
    acceptable(turn, &proposal.what)?;
    carry_out(turn, proposal, judge)
}

/// Who asks. The program is nobody: it can neither propose nor approve.
pub(super) fn signer(turn: &Turn<'_>, actor: Actor, allows: fn(Role) -> bool) -> Result<Signer, Stop> {
    match actor {
        Actor::System | Actor::Device(_) => Err(Refusal::RoleForbids.into()),
        Actor::Operator(_) | Actor::Staff(_) => {
            let key = turn.operator_key(actor, allows)?;
            let key = key.ok_or(Refusal::RoleForbids)?;
            Ok(Signer { person: key.person.clone(), operator_key_id: key.operator_key_id })
        }
    }
}

/// Whether the key that proposed has not been revoked since.
fn still_served(turn: &Turn<'_>, signer: &Signer) -> Result<bool, Stop> {
    let Some(name) = turn.get::<OperatorKeyName>(&signer.operator_key_id)? else {
        return Ok(false);
    };
    let key: Option<Arc<OperatorKey>> = turn.get::<OperatorKey>(&name.hash)?;
    Ok(key.is_some_and(|key| key.revoked_at.is_none()))
}

fn acceptable_posting(turn: &Turn<'_>, posting: &ManualPosting) -> Result<(), Stop> {
    let ManualPosting { debit, credit, amount, why } = posting;
    acceptable_why(why)?;
    if *amount <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    let fits = debit != credit && debit.currency == credit.currency;
    if !fits || !may_be_posted_to(debit.kind) || !may_be_posted_to(credit.kind) {
        return Err(Refusal::Unacceptable(Limit::AccountsOfPosting).into());
    }
    permit_holder(turn, debit)?;
    permit_holder(turn, credit)?;
    if debit.kind.has_floor() && turn.balance(debit)? < *amount {
        return Err(Refusal::NotEnoughFunds.into());
    }
    if debit.kind == AccountKind::Suspense { leave_to_cases(turn, debit, *amount) } else { Ok(()) }
}

/// Refuses to take out of `suspense` what lies there for open cases: each of them is decided by itself.
fn leave_to_cases(turn: &Turn<'_>, suspense: &AccountKey, amount: i64) -> Result<(), Stop> {
    let of_cases = cases::of_cases(turn, PosId::from_u128(suspense.holder), suspense.currency)?;
    let free = turn.balance(suspense)?.saturating_sub(of_cases);
    if of_cases > 0 && amount > free && !planted!(CasesTakenByHand) {
        let there = Money::from_minor(free.max(0), suspense.currency);
        return Err(Refusal::LimitExceeded(Limit::ThereIsOnly(there)).into());
    }
    Ok(())
}

/// What waits for word is the sum of what withdrawals hold, and cash is counted where it lies: neither is moved by
/// hand.
fn may_be_posted_to(kind: AccountKind) -> bool {
    let waits =
        matches!(kind, AccountKind::CashPending | AccountKind::FeePending | AccountKind::SettlementDue);
    kind.book() == Book::Money && !waits
}

/// Refuses an account whose holder there is not, and a wallet whose customer was forgotten.
fn permit_holder(turn: &Turn<'_>, account: &AccountKey) -> Result<(), Stop> {
    let holder = account.holder;
    let is_known = match account.kind {
        AccountKind::Wallet => {
            let wallet = turn.get::<Wallet>(&WalletId::from_u128(holder))?;
            let wallet = wallet.ok_or(Refusal::NotFound(Thing::Wallet))?;
            if wallet.erased_at.is_some() {
                return Err(Refusal::WalletDisabled.into());
            }
            super::wallet::account_of(&wallet, account.currency).is_some()
        }
        AccountKind::CashPending | AccountKind::FeePending | AccountKind::Pos | AccountKind::Suspense => {
            turn.get::<Pos>(&PosId::from_u128(holder))?.is_some()
        }
        AccountKind::SettlementDue | AccountKind::Commission => {
            turn.get::<PosOwner>(&OwnerId::from_u128(holder))?.is_some()
        }
        AccountKind::Fee
        | AccountKind::Tax
        | AccountKind::CommissionCost
        | AccountKind::Funding
        | AccountKind::Loss => holder == 0,
        // Of the cash book: no posting by hand gets as far as here.
        AccountKind::Till | AccountKind::Vault | AccountKind::TillSource | AccountKind::TillVariance => false,
    };
    if is_known { Ok(()) } else { Err(Refusal::NotFound(Thing::Account).into()) }
}

fn acceptable_write_off(turn: &Turn<'_>, write_off: &WriteOff) -> Result<(), Stop> {
    let WriteOff { pos_id, amount, way, why } = write_off;
    turn.get::<Pos>(pos_id)?.ok_or(Refusal::NotFound(Thing::Pos))?;
    // What open cases have there is theirs: each is decided by itself.
    let there = turn.balance(&AccountKey::of_pos(AccountKind::Suspense, *pos_id, amount.currency()))?;
    let of_cases = cases::of_cases(turn, *pos_id, amount.currency())?;
    let there = if planted!(CasesWrittenOff) { there } else { there.saturating_sub(of_cases) };
    let most = match way {
        WrittenOff::Claim => there.saturating_neg(),
        WrittenOff::Surplus => there,
    };
    acceptable_sum(*amount, why, most)
}

fn acceptable_sum(amount: Money, why: &str, most: i64) -> Result<(), Stop> {
    acceptable_why(why)?;
    if amount.minor() <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    if amount.minor() > most {
        let there = Money::from_minor(most.max(0), amount.currency());
        return Err(Refusal::LimitExceeded(Limit::ThereIsOnly(there)).into());
    }
    Ok(())
}

pub(super) fn acceptable_why(why: &str) -> Result<(), Refusal> {
    let fits = !why.trim().is_empty() && why.len() <= WHY_BYTES_MAX && !why.chars().any(char::is_control);
    if fits { Ok(()) } else { Err(Refusal::Unacceptable(Limit::WhyBytes(WHY_BYTES_MAX))) }
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, proposal: &Proposal) {
    let event = turn.event(kind);
    let (subject, amount) = (proposal.proposal_id.as_u128(), proposal.what.amount());
    turn.tell(Event { subject, amount, ..event });
}
