//! One command, one decision. A refusal undoes whatever the decision had put, except what it says must be
//! counted; a missing row undoes all of it, and the decision is taken anew once the row is there.

mod approvals;
mod case_clock;
mod cases;
mod cashier;
mod closing;
mod code;
mod count;
mod deeds;
mod deposit;
mod device;
mod drawer;
mod fees;
mod float;
mod guesses;
mod hiring;
mod ledger;
mod limits;
mod login;
mod matching;
mod offline;
mod operator;
mod outcome;
mod place;
mod place_number;
mod print;
mod proof;
mod rebalance;
mod reconciliation;
mod reverse;
mod rules;
mod session;
mod settlement;
mod signed_in;
mod tariff;
mod till;
mod turn;
mod variance;
mod wallet;
mod withdraw;

use crate::command::{Body, Command};
use crate::outcome::{Outcome, Receipt, Refusal};
use crate::rows::Channel;
use crate::working_set::{Missing, WorkingSet};
pub use matching::GROUPS_MAX;
use turn::{Done, Stop, Turn};

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// For the caller.
    pub outcome: Outcome,
    /// Whether anything changed, so that the command must be kept.
    pub changed: bool,
}

/// Decides `command` on `set`. On [`Missing`] the set is as it was before: learn the rows, ask again.
///
/// # Errors
/// [`Missing`] names rows the engine must be asked for.
pub fn decide(set: &mut WorkingSet, command: &Command) -> Result<Decision, Missing> {
    set.begin();
    match take_turn(set, command) {
        Ok(outcome) => Ok(Decision { outcome, changed: set.end() }),
        Err(missing) => {
            set.roll_back();
            Err(missing)
        }
    }
}

fn take_turn(set: &mut WorkingSet, command: &Command) -> Result<Outcome, Missing> {
    let mut turn = Turn::new(set, command)?;
    let judged = proof::judge(&turn, command)?;
    let result = match &judged {
        Err(refusal) => Err(refusal.clone()),
        Ok(_) => match dispatch(&mut turn, &command.body) {
            Ok(done) => {
                deeds::record(&mut turn, command, &done)?;
                Ok(done)
            }
            Err(Stop::Missing(missing)) => return Err(missing),
            Err(Stop::Refused(refusal)) => {
                turn.set.roll_back();
                Err(refusal)
            }
            Err(Stop::Counted(refusal)) => Err(refusal),
        },
    };
    if let Ok(Some(proof)) = judged {
        proof::spend(&mut turn, &proof);
    }
    let session_expires_at = turn.session_expires_at(session_of(&command.body, &result))?;
    let (result, replayed) = match result {
        Ok(done) => (Ok(done.receipt), done.replayed),
        Err(refusal) => (Err(refusal), false),
    };
    Ok(Outcome { result, replayed, session_expires_at })
}

#[expect(clippy::too_many_lines, reason = "a line a command, so that none is forgotten")]
fn dispatch(turn: &mut Turn<'_>, body: &Body) -> Result<Done, Stop> {
    match body {
        Body::SetPolicy(policy) => operator::set_policy(turn, policy),
        Body::RegisterOperatorKey(command) => operator::register_key(turn, command),
        Body::StopPayouts(command) => operator::stop_payouts(turn, command),
        Body::OpenWallet(command) => wallet::open(turn, command),
        Body::OpenAccount(command) => wallet::open_account(turn, command),
        Body::TopUp(command) => wallet::top_up(turn, command),
        Body::FreezeWallet(command) => wallet::freeze(turn, command),
        Body::ConfirmWallet(command) => wallet::confirm(turn, command),
        Body::RegisterOwner(command) => place::register_owner(turn, command),
        Body::RegisterPos(command) => place::register_pos(turn, command),
        Body::DisablePos(command) => place::disable_pos(turn, command),
        Body::Prefund(command) => place::prefund(turn, command),
        Body::AddKey(command) => place::add_key(turn, command),
        Body::RevokeKey(command) => place::revoke_key(turn, command),
        Body::ArmCode(command) => code::arm(turn, command, Channel::App),
        Body::CancelCode(command) => code::cancel(turn, command),
        Body::OpenSession(command) => login::open_session(turn, command),
        Body::Withdraw(command) => withdraw::withdraw(turn, command),
        Body::Deposit(command) => deposit::deposit(turn, command, &[]),
        Body::Reverse(command) => reverse::reverse(turn, command),
        Body::CloseSession(command) => session::close(turn, command),
        Body::Expire(command) => session::expire(turn, command),
        Body::EraseWallet(command) => wallet::erase(turn, command),
        Body::RevokeOperatorKey(command) => operator::revoke_key(turn, command),
        Body::EnrolDevice(command) => offline::enrol(turn, command),
        Body::RemoveDevice(command) => offline::remove(turn, command),
        Body::OpenSessionOffline(command) => login::open_session_offline(turn, command),
        Body::TellOutcome(command) => outcome::tell(turn, command),
        Body::Dispute(command) => cases::dispute(turn, command),
        Body::NoteCase(command) => cases::note(turn, command),
        Body::Propose(command) => approvals::propose(turn, command),
        Body::Judge(command) => approvals::judge(turn, command),
        Body::SetKycTier(command) => wallet::set_kyc_tier(turn, command),
        Body::AddTariff(command) => tariff::add(turn, command),
        Body::ArmCodeOver(command) => code::arm(turn, &command.arm, command.channel),
        Body::SetRules(command) => case_clock::set_rules(turn, command),
        Body::StepCase(command) => case_clock::step(turn, command),
        Body::SetOnExpiry(command) => place::set_on_expiry(turn, command),
        Body::SetLimit(command) => rules::set_limit(turn, command),
        Body::SetCeilings(command) => rules::set_ceilings(turn, command),
        Body::SetBrake(command) => rules::set_brake(turn, command),
        Body::RunTills(command) => cashier::run_tills(turn, command),
        Body::AddTill(command) => cashier::add_till(turn, command),
        Body::RetireTill(command) => cashier::retire_till(turn, command),
        Body::AddCashier(command) => cashier::add(turn, command),
        Body::ChangeCashier(command) => cashier::change(turn, command),
        Body::SetCashRules(command) => cashier::set_rules(turn, command),
        Body::OpenTill(command) => till::open(turn, command),
        Body::MoveCash(command) => till::move_cash(turn, command),
        Body::HandOverTill(command) => till::hand_over(turn, command),
        Body::CloseTill(command) => till::close(turn, command),
        Body::ExplainVariance(command) => variance::explain(turn, command),
        Body::VaultCash(command) => variance::vault(turn, command),
        Body::SetSettlement(command) => settlement::set(turn, command),
        Body::CutBatch(command) => settlement::cut(turn, command),
        Body::GoOnWithBatch(command) => settlement::go_on_with(turn, command),
        Body::ConfirmBatch(command) => settlement::confirm(turn, command),
        Body::FailBatch(command) => settlement::fail(turn, command),
        Body::MoveFloat(command) => float::move_float(turn, command),
        Body::ReturnFloat(command) => float::return_float(turn, command),
        Body::SetLowFloat(command) => float::set_low_float(turn, command),
        Body::SetCreditLine(command) => float::set_credit_line(turn, command),
        Body::LocatePos(command) => float::locate(turn, command),
        Body::AskFloat(command) => rebalance::ask(turn, command),
        Body::WithdrawFloatAsk(command) => rebalance::withdraw(turn, command),
        Body::AnswerFloat(command) => rebalance::answer(turn, command),
        Body::Reconcile(command) => reconciliation::reconcile(turn, command),
        Body::InviteDevice(command) => device::invite(turn, command),
        Body::SignInDevice(command) => device::sign_in(turn, command),
        Body::SignOutDevice(command) => device::sign_out(turn, command),
        Body::AddStaff(command) => signed_in::add(turn, command),
        Body::ResetStaff(command) => signed_in::reset(turn, command),
        Body::ChangePassword(command) => signed_in::change_password(turn, command),
        Body::OpenStaffSession(command) => signed_in::open(turn, command),
        Body::SeeStaffSession(command) => signed_in::see(turn, command),
        Body::DepositFor(command) => deposit::deposit(turn, &command.deposit, &command.sealed_depositor),
        Body::SetSafeguards(command) => rules::set_safeguards(turn, command),
        Body::SeePersonal(command) => deeds::see_personal(turn, command),
        Body::DisputeSaying(command) => cases::dispute_saying(turn, command),
        Body::SeeDevice(command) => device::see(turn, command),
        Body::SetStaffTimes(times) => Ok(signed_in::set_times(turn, *times)),
        Body::TellPrint(command) => print::tell(turn, command),
        Body::Knock(command) => turn.live_key(&command.key).map(|_| Done::now(Receipt::Done)),
    }
}

/// The operation whose session's limits the outcome tells, if the caller is in one.
#[expect(clippy::too_many_lines, reason = "a line a command, so that none is forgotten")]
fn session_of(body: &Body, result: &Result<Done, Refusal>) -> Option<crate::ids::OperationId> {
    match body {
        Body::OpenSession(_) | Body::OpenSessionOffline(_) => {
            result.as_ref().ok().and_then(|done| done.receipt.opened_operation())
        }
        Body::Withdraw(command) => belongs(command.call.operation_id, result),
        Body::Deposit(command) => belongs(command.call.operation_id, result),
        Body::DepositFor(command) => belongs(command.deposit.call.operation_id, result),
        Body::Reverse(command) => belongs(command.call.operation_id, result),
        Body::CloseSession(command) => belongs(command.call.operation_id, result),
        Body::TellOutcome(command) => belongs(command.call.operation_id, result),
        Body::SetPolicy(_)
        | Body::RegisterOperatorKey(_)
        | Body::StopPayouts(_)
        | Body::OpenWallet(_)
        | Body::OpenAccount(_)
        | Body::TopUp(_)
        | Body::FreezeWallet(_)
        | Body::ConfirmWallet(_)
        | Body::RegisterOwner(_)
        | Body::RegisterPos(_)
        | Body::DisablePos(_)
        | Body::Prefund(_)
        | Body::AddKey(_)
        | Body::RevokeKey(_)
        | Body::ArmCode(_)
        | Body::CancelCode(_)
        | Body::Expire(_)
        | Body::Knock(_)
        | Body::EraseWallet(_)
        | Body::RevokeOperatorKey(_)
        | Body::EnrolDevice(_)
        | Body::RemoveDevice(_)
        | Body::Dispute(_)
        | Body::NoteCase(_)
        | Body::Propose(_)
        | Body::Judge(_)
        | Body::SetKycTier(_)
        | Body::AddTariff(_)
        | Body::ArmCodeOver(_)
        | Body::SetRules(_)
        | Body::StepCase(_)
        | Body::SetOnExpiry(_)
        | Body::SetLimit(_)
        | Body::SetCeilings(_)
        | Body::SetBrake(_)
        | Body::RunTills(_)
        | Body::AddTill(_)
        | Body::RetireTill(_)
        | Body::AddCashier(_)
        | Body::ChangeCashier(_)
        | Body::SetCashRules(_)
        | Body::OpenTill(_)
        | Body::MoveCash(_)
        | Body::HandOverTill(_)
        | Body::CloseTill(_)
        | Body::ExplainVariance(_)
        | Body::VaultCash(_)
        | Body::SetSettlement(_)
        | Body::CutBatch(_)
        | Body::GoOnWithBatch(_)
        | Body::ConfirmBatch(_)
        | Body::FailBatch(_)
        | Body::MoveFloat(_)
        | Body::ReturnFloat(_)
        | Body::SetLowFloat(_)
        | Body::SetCreditLine(_)
        | Body::LocatePos(_)
        | Body::AskFloat(_)
        | Body::WithdrawFloatAsk(_)
        | Body::AnswerFloat(_)
        | Body::Reconcile(_)
        | Body::InviteDevice(_)
        | Body::SignInDevice(_)
        | Body::SignOutDevice(_)
        | Body::AddStaff(_)
        | Body::ResetStaff(_)
        | Body::ChangePassword(_)
        | Body::OpenStaffSession(_)
        | Body::SeeStaffSession(_)
        | Body::SetSafeguards(_)
        | Body::SeePersonal(_)
        | Body::DisputeSaying(_)
        | Body::SeeDevice(_)
        | Body::SetStaffTimes(_)
        | Body::TellPrint(_) => None,
    }
}

/// A caller who has not shown that the session is his is told nothing of it.
fn belongs(
    operation_id: crate::ids::OperationId,
    result: &Result<Done, Refusal>,
) -> Option<crate::ids::OperationId> {
    match result {
        Err(
            Refusal::SessionNotFound
            | Refusal::KeyNotKnown
            | Refusal::SignatureOutOfTime
            | Refusal::SaltSpent
            | Refusal::SignatureSpent,
        ) => None,
        Err(_) | Ok(_) => Some(operation_id),
    }
}
