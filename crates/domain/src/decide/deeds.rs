//! Writes down who of the operator did what: one deed for each command of a person or a bearer key that was carried
//! out. Arming and cancelling codes is what customers ask for through the wallet's back end: no deed. A cash-out makes
//! none, and pays nothing for it but the look at what its command is.

use super::turn::{Done, Turn};
use crate::command::{
    Actor, AddKey, BeginStatements, Body, By, Command, FreezeWallet, MoveFloat, Reconcile, RevokeKey,
    SeePersonal, SignOutDevice,
};
use crate::ids::{PosId, Reference};
use crate::outcome::Receipt;
use crate::rows::{Deed, DeedCount, DeedKind, DeedTarget as To, OperatorKey, Signer, StaffSession};
use crate::working_set::Missing;

/// A deed before it is known who did it.
type Told = (Actor, DeedKind, Vec<To>);

/// Writes the deed that a command was, if it was one, and changed something.
pub(super) fn record(turn: &mut Turn<'_>, command: &Command, done: &Done) -> Result<(), Missing> {
    let Some((actor, what, targets)) = told(turn, &command.body, &done.receipt)? else { return Ok(()) };
    let is_view = what == DeedKind::PersonalDataSeen;
    if done.replayed || !(turn.set.has_changed() || is_view) {
        return Ok(());
    }
    let hash = match actor {
        Actor::System | Actor::Device(_) => return Ok(()),
        Actor::Operator(hash) => hash,
        Actor::Staff(session) => match turn.get::<StaffSession>(&session)? {
            Some(session) => session.name,
            None => return Ok(()),
        },
    };
    let Some(key) = turn.get::<OperatorKey>(&hash)? else { return Ok(()) };
    let number = turn.get::<DeedCount>(&())?.map_or(0, |deeds| deeds.count).saturating_add(1);
    turn.set.put(DeedCount { count: number });
    turn.set.put(Deed {
        number,
        at: turn.at,
        by: Signer { person: key.person.clone(), operator_key_id: key.operator_key_id },
        role: key.role,
        what,
        targets,
        command: turn.set.head().commands.saturating_add(1),
    });
    Ok(())
}

/// Somebody of the operator looked at a customer's personal data. That it was looked at is all that changes.
pub(super) fn see_personal(turn: &mut Turn<'_>, command: &SeePersonal) -> Result<Done, super::turn::Stop> {
    turn.permit(command.actor, |_| true)?;
    super::wallet::known(turn, command.wallet_id)?;
    Ok(Done::now(Receipt::Done))
}

#[expect(clippy::too_many_lines, reason = "a line a command, so that none is forgotten")]
fn told(turn: &Turn<'_>, body: &Body, receipt: &Receipt) -> Result<Option<Told>, Missing> {
    use DeedKind as Kind;
    let pos = |reference: &Reference<PosId>| -> Result<Vec<To>, Missing> {
        Ok(turn.pos(reference)?.map(|pos| To::Pos(pos.pos_id)).into_iter().collect())
    };
    let told = match body {
        Body::RegisterOperatorKey(command) => (command.actor, Kind::OperatorKeyRegistered, made(receipt)),
        Body::RevokeOperatorKey(command) => {
            (command.actor, Kind::OperatorKeyRevoked, vec![To::OperatorKey(command.operator_key_id)])
        }
        Body::StopPayouts(command) => {
            let stops = command.reason.is_some();
            (command.actor, if stops { Kind::PayoutsStopped } else { Kind::PayoutsResumed }, Vec::new())
        }
        Body::OpenWallet(command) => (command.actor, Kind::WalletOpened, vec![To::Wallet(command.wallet_id)]),
        Body::OpenAccount(command) => {
            let mut targets = vec![To::Wallet(command.wallet_id)];
            targets.extend(made(receipt));
            (command.actor, Kind::AccountOpened, targets)
        }
        Body::TopUp(command) => (command.actor, Kind::ToppedUp, vec![To::Wallet(command.wallet_id)]),
        Body::FreezeWallet(FreezeWallet { actor, wallet_id, frozen }) => {
            let kind = if *frozen { Kind::WalletFrozen } else { Kind::WalletUnfrozen };
            (*actor, kind, vec![To::Wallet(*wallet_id)])
        }
        Body::ConfirmWallet(command) => {
            (command.actor, Kind::WalletConfirmed, vec![To::Wallet(command.wallet_id)])
        }
        Body::EraseWallet(command) => {
            (command.actor, Kind::PersonalDataErased, vec![To::Wallet(command.wallet_id)])
        }
        Body::SeePersonal(command) => {
            (command.actor, Kind::PersonalDataSeen, vec![To::Wallet(command.wallet_id)])
        }
        Body::SetKycTier(command) => (command.actor, Kind::KycTierSet, vec![To::Wallet(command.wallet_id)]),
        Body::EnrolDevice(command) => {
            (command.actor, Kind::OfflineDeviceEnrolled, vec![To::Wallet(command.wallet_id)])
        }
        Body::RemoveDevice(command) => {
            (command.actor, Kind::OfflineDeviceRemoved, vec![To::Wallet(command.wallet_id)])
        }
        Body::InviteDevice(command) => {
            (command.actor, Kind::DeviceInvited, vec![To::Wallet(command.wallet_id)])
        }
        Body::SignOutDevice(SignOutDevice { actor, device_id }) => {
            (*actor, Kind::DeviceSignedOut, vec![To::Device(*device_id)])
        }
        Body::RegisterOwner(command) => (command.actor, Kind::OwnerRegistered, made(receipt)),
        Body::RegisterPos(command) => (command.actor, Kind::PosRegistered, made(receipt)),
        Body::DisablePos(command) => {
            let kind = if command.disabled { Kind::PosDisabled } else { Kind::PosEnabled };
            (command.actor, kind, pos(&command.pos)?)
        }
        Body::SetOnExpiry(command) => (command.actor, Kind::OnExpirySet, pos(&command.pos)?),
        Body::LocatePos(command) => (command.actor, Kind::PosLocated, pos(&command.pos)?),
        Body::AddKey(AddKey { actor, pos: of, .. }) => {
            (*actor, Kind::KeyAdded, [pos(of)?, made(receipt)].concat())
        }
        Body::RevokeKey(RevokeKey { actor, pos: of, key_id }) => {
            (*actor, Kind::KeyRevoked, [pos(of)?, vec![To::Key(*key_id)]].concat())
        }
        Body::Prefund(command) => (command.actor, Kind::Prefunded, pos(&command.pos)?),
        Body::MoveFloat(MoveFloat { actor, from, to, .. }) => {
            (*actor, Kind::FloatMoved, [pos(from)?, pos(to)?].concat())
        }
        Body::ReturnFloat(command) => (command.actor, Kind::FloatReturned, pos(&command.pos)?),
        Body::SetLowFloat(command) => (command.actor, Kind::FloatMarked, pos(&command.pos)?),
        Body::SetCreditLine(command) => (command.actor, Kind::CreditLineSet, pos(&command.pos)?),
        Body::AnswerFloat(command) => {
            let kind = if command.grant { Kind::FloatGranted } else { Kind::FloatDeclined };
            (command.actor, kind, pos(&command.pos)?)
        }
        Body::Dispute(command) => (command.actor, Kind::WithdrawalDisputed, disputed(command, receipt)),
        Body::DisputeSaying(command) => {
            (command.dispute.actor, Kind::WithdrawalDisputed, disputed(&command.dispute, receipt))
        }
        Body::NoteCase(command) => (command.actor, Kind::CaseNoted, vec![To::Case(command.operation_id)]),
        Body::Propose(command) => (command.actor, Kind::ProposalMade, made(receipt)),
        Body::Judge(command) => {
            let kind = if command.approve { Kind::ProposalApproved } else { Kind::ProposalRejected };
            (command.actor, kind, vec![To::Proposal(command.proposal_id)])
        }
        Body::AddTariff(command) => (command.actor, Kind::TariffAdded, made(receipt)),
        Body::SetLimit(command) => {
            let kind = if command.bounds.is_some() { Kind::LimitSet } else { Kind::LimitRemoved };
            (command.actor, kind, vec![To::Currency(command.key.currency)])
        }
        Body::SetBrake(command) => {
            let kind = if command.brake.is_some() { Kind::BrakeSet } else { Kind::BrakeRemoved };
            (command.actor, kind, vec![To::Currency(command.currency)])
        }
        Body::RunTills(command) => (command.actor, Kind::TillsRun, pos(&command.pos)?),
        Body::AddTill(command) => {
            (command.actor, Kind::TillAdded, [pos(&command.pos)?, made(receipt)].concat())
        }
        Body::RetireTill(command) => (command.actor, Kind::TillRetired, vec![To::Till(command.till_id)]),
        Body::AddCashier(command) => {
            (command.actor, Kind::CashierAdded, [pos(&command.pos)?, made(receipt)].concat())
        }
        Body::ChangeCashier(command) => {
            (command.actor, Kind::CashierChanged, vec![To::Cashier(command.cashier_id)])
        }
        Body::SetCashRules(command) => {
            (command.actor, Kind::CashRulesSet, vec![To::Currency(command.currency)])
        }
        Body::CloseTill(command) => match command.by {
            By::Operator(actor) => (actor, Kind::TillClosed, vec![To::Till(command.till_id)]),
            By::Cashier(..) => return Ok(None),
        },
        Body::ExplainVariance(command) => match command.by {
            By::Operator(actor) => {
                let targets = vec![To::TillSession(command.till_session_id), To::Currency(command.currency)];
                (actor, Kind::VarianceExplained, targets)
            }
            By::Cashier(..) => return Ok(None),
        },
        Body::VaultCash(command) => (command.actor, Kind::VaultTold, pos(&command.pos)?),
        Body::SetSettlement(command) => (
            command.actor,
            Kind::SettlementSet,
            vec![To::Owner(command.owner_id), To::Currency(command.currency)],
        ),
        Body::CutBatch(command) => {
            let targets = [vec![To::Owner(command.owner_id)], made(receipt)].concat();
            (command.actor, Kind::BatchCut, targets)
        }
        Body::ConfirmBatch(command) => {
            (command.actor, Kind::BatchConfirmed, vec![To::Batch(command.batch_id)])
        }
        Body::FailBatch(command) => (command.actor, Kind::BatchFailed, vec![To::Batch(command.batch_id)]),
        Body::Reconcile(command) => reconciled(command, receipt),
        Body::AddStaff(command) => (command.actor, Kind::StaffAdded, made(receipt)),
        Body::ResetStaff(command) => {
            (command.actor, Kind::StaffReset, vec![To::OperatorKey(command.staff_id)])
        }
        Body::ChangePassword(command) => (command.actor, Kind::PasswordChanged, Vec::new()),
        Body::OpenStaffSession(command) => (Actor::Staff(command.session), Kind::SignedIn, Vec::new()),
        Body::SeeStaffSession(command) if command.ends => {
            (Actor::Staff(command.session), Kind::SignedOut, Vec::new())
        }
        Body::SetPolicy(_)
        | Body::ArmCode(_)
        | Body::ArmCodeOver(_)
        | Body::CancelCode(_)
        | Body::OpenSession(_)
        | Body::OpenSessionOffline(_)
        | Body::Withdraw(_)
        | Body::Deposit(_)
        | Body::DepositFor(_)
        | Body::SetSafeguards(_)
        | Body::Reverse(_)
        | Body::CloseSession(_)
        | Body::Expire(_)
        | Body::Knock(_)
        | Body::TellOutcome(_)
        | Body::SetRules(_)
        | Body::StepCase(_)
        | Body::SetCeilings(_)
        | Body::OpenTill(_)
        | Body::MoveCash(_)
        | Body::HandOverTill(_)
        | Body::GoOnWithBatch(_)
        | Body::AskFloat(_)
        | Body::WithdrawFloatAsk(_)
        | Body::SignInDevice(_)
        | Body::SeeStaffSession(_)
        | Body::SeeDevice(_)
        | Body::SetStaffTimes(_)
        | Body::TellPrint(_) => return Ok(None),
    };
    Ok(Some(told))
}

fn disputed(command: &crate::command::Dispute, receipt: &Receipt) -> Vec<To> {
    [vec![To::Withdrawal(command.withdrawal_id)], made(receipt)].concat()
}

fn reconciled(command: &Reconcile, receipt: &Receipt) -> Told {
    use DeedKind as Kind;
    let (actor, kind, id) = match command {
        Reconcile::Begin(begin) | Reconcile::BeginStatements(BeginStatements { begin, .. }) => {
            return (begin.actor, Kind::ReconciliationBegun, made(receipt));
        }
        Reconcile::TakeLines(take) => (take.actor, Kind::LinesTaken, take.reconciliation_id),
        Reconcile::Place(place) => (place.actor, Kind::MatchesSearched, place.reconciliation_id),
        Reconcile::MatchByHand(matched) => (matched.actor, Kind::Matched, matched.reconciliation_id),
        Reconcile::UndoMatch(undo) => (undo.actor, Kind::MatchUndone, undo.reconciliation_id),
        Reconcile::NoteBreak(note) => (note.actor, Kind::BreakNoted, note.reconciliation_id),
        Reconcile::CloseBreak(close) => (close.actor, Kind::BreakClosed, close.reconciliation_id),
    };
    (actor, kind, vec![To::Reconciliation(id)])
}

/// What a command made, by its receipt.
fn made(receipt: &Receipt) -> Vec<To> {
    match receipt {
        Receipt::OperatorKeyRegistered(id) => vec![To::OperatorKey(*id)],
        Receipt::WalletOpened(id, _) => vec![To::Wallet(*id)],
        Receipt::AccountOpened(id) => vec![To::Account(*id)],
        Receipt::OwnerRegistered(id) => vec![To::Owner(*id)],
        Receipt::PosRegistered(id) => vec![To::Pos(*id)],
        Receipt::KeyAdded(id) => vec![To::Key(*id)],
        Receipt::CaseOpened(id) => vec![To::Case(*id)],
        Receipt::Proposed(id) => vec![To::Proposal(*id)],
        Receipt::TariffAdded(id) => vec![To::Tariff(*id)],
        Receipt::BatchCut(id) => vec![To::Batch(*id)],
        Receipt::TillAdded(id) => vec![To::Till(*id)],
        Receipt::CashierAdded(id) => vec![To::Cashier(*id)],
        Receipt::ReconciliationBegun(id) => vec![To::Reconciliation(*id)],
        Receipt::Done
        | Receipt::Funded(..)
        | Receipt::CodeArmed(_)
        | Receipt::SessionOpened(_)
        | Receipt::Withdrawn(_)
        | Receipt::Deposited(..)
        | Receipt::Reversed(..)
        | Receipt::SessionClosed
        | Receipt::OutcomeTold(_)
        | Receipt::TillOpened(_)
        | Receipt::TillClosed(_)
        | Receipt::VaultTold(_)
        | Receipt::Placed(_)
        | Receipt::DeviceInvited(_)
        | Receipt::DeviceSignedIn(..)
        | Receipt::StaffSignedIn(_)
        | Receipt::Printed(_) => Vec::new(),
    }
}
