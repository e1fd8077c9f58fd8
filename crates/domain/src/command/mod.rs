//! What may be asked. A command carries its time, its random bits and only hashes of secrets; its
//! canonical bytes (borsh: little endian, fixed widths, lengths first) are what the journal keeps and
//! chains. The order of the variants is part of the journal's format: new ones go to the end, and a
//! shape once written never changes.

mod approvals;
mod cases;
mod device;
mod fees;
mod float;
mod limits;
mod offline;
mod place;
mod reconciliation;
mod session;
mod settlement;
mod signed_in;
mod till;
mod wallet;

pub use approvals::{Judge, Propose};
pub use cases::{SetOnExpiry, SetRules, StepCase};
pub use device::{InviteDevice, SeeDevice, SignInDevice, SignOutDevice};
pub use fees::{AddTariff, ArmCodeOver, SetKycTier};
pub use float::{
    AnswerFloat, AskFloat, LocatePos, MoveFloat, ReturnFloat, SetCreditLine, SetLowFloat, WithdrawFloatAsk,
};
pub use limits::{BrakeSetting, SetBrake, SetCeilings, SetLimit, SetSafeguards};
pub use offline::{EnrolDevice, OfflineCode, OpenSessionOffline, RemoveDevice};
pub use place::{AddKey, DisablePos, Prefund, RegisterOwner, RegisterPos, RevokeKey};
pub use reconciliation::{
    BeginReconciliation, BeginStatements, CloseBreak, Group, MatchByHand, NoteBreak, PlaceGroups, Reconcile,
    Statement, TakeLines, UndoMatch,
};
pub use session::{
    CloseSession, DepositCash, DepositFor, Expire, Knock, OpenSession, Reverse, SessionCall, TellOutcome,
    TellPrint, TransactionName, Withdraw,
};
pub use settlement::{ConfirmBatch, CutBatch, FailBatch, GoOnWithBatch, SetSettlement};
pub use signed_in::{AddStaff, ChangePassword, Credentials, OpenStaffSession, ResetStaff, SeeStaffSession};
pub use till::{
    AddCashier, AddTill, By, ChangeCashier, CloseTill, ExplainVariance, HandOverTill, MoveCash, OpenTill,
    OtherSide, RetireTill, RunTills, SetCashRules, Sign, VaultCash, VaultEvent,
};
pub use wallet::{
    ArmCode, CancelCode, ConfirmWallet, EraseWallet, FreezeWallet, NewAccount, OpenAccount, OpenWallet, TopUp,
};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::{Fresh, OperationId, OperatorKeyId, WalletId, WithdrawalId};
use crate::policy::Policy;
use crate::rows::{Role, StaffTimes};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// One request to the core, or one fact told to it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Command {
    /// When it arrived.
    pub at: Time,
    /// Random bits for the ids it makes.
    pub fresh: Fresh,
    /// The caller's idempotency value, if one was sent.
    pub idempotency: Option<Idempotency>,
    /// What a signed request proved with, to be spent.
    pub proof: Option<Proof>,
    /// What is asked.
    pub body: Body,
}

/// An idempotency value with its scope, and the request it came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Idempotency {
    /// Credential, method, path template and value, hashed together.
    pub name: KeyedHash,
    /// The request's parsed values, hashed together.
    pub fingerprint: KeyedHash,
}

/// What a request of the `signed` profile proved with. The door has found the signature right; that its time
/// is good, and that its salt and its signature serve once, is judged here (pos-api.md section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Proof {
    /// Key and salt, hashed together.
    pub salt: KeyedHash,
    /// Key and signature, hashed together.
    pub signature: KeyedHash,
    /// The request's own time, Unix seconds.
    pub timestamp_s: i64,
}

/// Who asks over our own API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Actor {
    /// The bearer of an operator key, by the key's hash.
    Operator(KeyedHash),
    /// The program itself: first start, import, sweep.
    System,
    /// A customer's device, by its token's hash. It may act for its own wallet and no other.
    Device(KeyedHash),
    /// A person of the operator who signed in, by her session's hash. She counts as her own operator key.
    Staff(KeyedHash),
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Body {
    /// Put new settings into force.
    SetPolicy(Policy),
    /// Register an operator key.
    RegisterOperatorKey(RegisterOperatorKey),
    /// Open a wallet with its first accounts.
    OpenWallet(OpenWallet),
    /// Open a further account of a wallet.
    OpenAccount(OpenAccount),
    /// Money comes into a wallet.
    TopUp(TopUp),
    /// Freeze a wallet, or undo it.
    FreezeWallet(FreezeWallet),
    /// The customer's app confirms the wallet after too many wrong codes.
    ConfirmWallet(ConfirmWallet),
    /// Register a POS owner.
    RegisterOwner(RegisterOwner),
    /// Register a POS.
    RegisterPos(RegisterPos),
    /// Disable a POS, or undo it.
    DisablePos(DisablePos),
    /// Float comes to a POS.
    Prefund(Prefund),
    /// Make an access key for a POS.
    AddKey(AddKey),
    /// Revoke an access key.
    RevokeKey(RevokeKey),
    /// Arm a one-time code.
    ArmCode(ArmCode),
    /// Cancel the armed code.
    CancelCode(CancelCode),
    /// Open a session with a code.
    OpenSession(OpenSession),
    /// Withdraw cash.
    Withdraw(Withdraw),
    /// Deposit cash.
    Deposit(DepositCash),
    /// Reverse the session's money action.
    Reverse(Reverse),
    /// Close a session.
    CloseSession(CloseSession),
    /// A session's limits have passed.
    Expire(Expire),
    /// Stop payouts, or let them go on.
    StopPayouts(StopPayouts),
    /// A signed request that asks for nothing that changes: its proof is spent.
    Knock(Knock),
    /// A customer's personal data are to be forgotten.
    EraseWallet(EraseWallet),
    /// Revoke an operator key.
    RevokeOperatorKey(RevokeOperatorKey),
    /// Enrol a wallet's offline device.
    EnrolDevice(EnrolDevice),
    /// Remove a wallet's offline device.
    RemoveDevice(RemoveDevice),
    /// Open a session with as many digits as an offline code has.
    OpenSessionOffline(OpenSessionOffline),
    /// A POS says what became of an operation's cash.
    TellOutcome(TellOutcome),
    /// A customer says that the cash of a withdrawal did not come.
    Dispute(Dispute),
    /// Somebody of the operator takes a case, or writes what was found.
    NoteCase(NoteCase),
    /// Propose what another person must approve.
    Propose(Propose),
    /// Approve a proposal, turn it down, or take it back.
    Judge(Judge),
    /// Say how well the operator knows a wallet's customer.
    SetKycTier(SetKycTier),
    /// Add a version of a tariff.
    AddTariff(AddTariff),
    /// Arm a one-time code that was not asked for in the app.
    ArmCodeOver(ArmCodeOver),
    /// Put rule packs into force, in place of all before.
    SetRules(SetRules),
    /// A case's clock has come to a step.
    StepCase(StepCase),
    /// Set what becomes of a POS's cash of which nobody says anything.
    SetOnExpiry(SetOnExpiry),
    /// Set a limit, or remove it.
    SetLimit(SetLimit),
    /// Put the configuration file's ceilings into force.
    SetCeilings(SetCeilings),
    /// Set the brake of a currency, or remove it.
    SetBrake(SetBrake),
    /// A POS shall keep its cash in tills, or no longer.
    RunTills(RunTills),
    /// Register a drawer.
    AddTill(AddTill),
    /// Register a cashier.
    AddCashier(AddCashier),
    /// Change a cashier.
    ChangeCashier(ChangeCashier),
    /// Say which notes and coins a currency has.
    SetCashRules(SetCashRules),
    /// Open a till.
    OpenTill(OpenTill),
    /// Move cash between a till and the vault, or into another till.
    MoveCash(MoveCash),
    /// Hand a till over to another cashier.
    HandOverTill(HandOverTill),
    /// Close a till.
    CloseTill(CloseTill),
    /// Say why a closing count differed.
    ExplainVariance(ExplainVariance),
    /// Cash is brought to a vault, taken from it, or counted in it.
    VaultCash(VaultCash),
    /// Say how an owner is settled in one currency.
    SetSettlement(SetSettlement),
    /// Cut a settlement batch.
    CutBatch(CutBatch),
    /// Go on with a settlement batch that is not whole yet.
    GoOnWithBatch(GoOnWithBatch),
    /// The bank confirmed a settlement batch.
    ConfirmBatch(ConfirmBatch),
    /// The bank failed a settlement batch.
    FailBatch(FailBatch),
    /// Move float from one POS to another of the same owner.
    MoveFloat(MoveFloat),
    /// Float goes back from a POS to the bank.
    ReturnFloat(ReturnFloat),
    /// Tell when a POS's position falls below a sum.
    SetLowFloat(SetLowFloat),
    /// Set how far a POS's position may go below zero.
    SetCreditLine(SetCreditLine),
    /// Say where a POS is.
    LocatePos(LocatePos),
    /// A POS asks for float.
    AskFloat(AskFloat),
    /// A POS takes its request for float back.
    WithdrawFloatAsk(WithdrawFloatAsk),
    /// The operator answers a request for float.
    AnswerFloat(AnswerFloat),
    /// Something is done with a file held against the ledger.
    Reconcile(Reconcile),
    /// Invite a device to a wallet.
    InviteDevice(InviteDevice),
    /// A device signs in with an invite.
    SignInDevice(SignInDevice),
    /// Sign a device out for good.
    SignOutDevice(SignOutDevice),
    /// Register a person who signs in.
    AddStaff(AddStaff),
    /// Give a person a new password and seed.
    ResetStaff(ResetStaff),
    /// A person changes her own password.
    ChangePassword(ChangePassword),
    /// A person signs in.
    OpenStaffSession(OpenStaffSession),
    /// A person's session is in use, or ends.
    SeeStaffSession(SeeStaffSession),
    /// Deposit cash that somebody else brought.
    DepositFor(DepositFor),
    /// Take a drawer out of service for good.
    RetireTill(RetireTill),
    /// Put into force what no person alone may do.
    SetSafeguards(SetSafeguards),
    /// Somebody of the operator looks at a customer's personal data.
    SeePersonal(SeePersonal),
    /// A customer says that the cash of a withdrawal did not come, in her own words.
    DisputeSaying(DisputeSaying),
    /// A customer's device was in use on another day than the last.
    SeeDevice(SeeDevice),
    /// Put other times of people's sessions into force.
    SetStaffTimes(StaffTimes),
    /// A POS says that it printed a receipt of an operation.
    TellPrint(TellPrint),
}

/// Register an operator key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RegisterOperatorKey {
    /// Who asks.
    pub actor: Actor,
    /// The key's keyed hash.
    pub hash: KeyedHash,
    /// Who will bear it.
    pub person: String,
    /// What it allows.
    pub role: Role,
}

/// Stop payouts, or let them go on.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StopPayouts {
    /// Who asks.
    pub actor: Actor,
    /// Why they stop; nothing: they go on.
    pub reason: Option<String>,
}

/// Revoke an operator key: it opens nothing from here on.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RevokeOperatorKey {
    /// Who asks.
    pub actor: Actor,
    /// The key.
    pub operator_key_id: OperatorKeyId,
}

/// A customer says that the cash of a withdrawal did not come.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Dispute {
    /// Who asks.
    pub actor: Actor,
    /// The withdrawal.
    pub withdrawal_id: WithdrawalId,
}

/// The same in the customer's own words.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DisputeSaying {
    /// The dispute.
    pub dispute: Dispute,
    /// The words, sealed under the wallet's key.
    pub sealed_text: Vec<u8>,
}

/// Somebody of the operator looks at a customer's personal data.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SeePersonal {
    /// Who looks.
    pub actor: Actor,
    /// Whose data.
    pub wallet_id: WalletId,
}

/// Somebody of the operator takes a case, or writes what was found.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct NoteCase {
    /// Who asks.
    pub actor: Actor,
    /// The operation it is about.
    pub operation_id: OperationId,
    /// Who shall own it from now on, if that changes.
    pub assign_to: Option<String>,
    /// What was found, sealed under the wallet's key; empty when nothing was written.
    pub sealed_text: Vec<u8>,
}

/// Version of the canonical bytes, their first byte.
pub const COMMAND_VERSION: u8 = 1;

/// Bytes that are no command of a known version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotACommand(pub String);

impl Command {
    /// Appends the canonical bytes: the version, then the command.
    pub fn write_canonical(&self, bytes: &mut Vec<u8>) {
        bytes.push(COMMAND_VERSION);
        let written = borsh::to_writer(bytes, self);
        assert!(written.is_ok(), "writing a command to memory cannot fail");
    }

    /// Reads what [`Self::write_canonical`] wrote, to the last byte.
    ///
    /// # Errors
    /// [`NotACommand`] with what was wrong.
    pub fn from_canonical(bytes: &[u8]) -> Result<Self, NotACommand> {
        match bytes.split_first() {
            Some((&COMMAND_VERSION, rest)) => {
                borsh::from_slice(rest).map_err(|why| NotACommand(why.to_string()))
            }
            Some((version, _)) => Err(NotACommand(format!("version {version} is not known"))),
            None => Err(NotACommand("it is empty".to_owned())),
        }
    }
}
