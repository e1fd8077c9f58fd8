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
mod signed_in;
mod till;

mod reconciliation;
mod settlement;

pub use approvals::{Judge, Propose};
pub use cases::{SetOnExpiry, SetRules, StepCase};
pub use device::{InviteDevice, SignInDevice, SignOutDevice};
pub use fees::{AddTariff, ArmCodeOver, SetKycTier};
pub use float::{
    AnswerFloat, AskFloat, LocatePos, MoveFloat, ReturnFloat, SetCreditLine, SetLowFloat, WithdrawFloatAsk,
};
pub use limits::{BrakeSetting, SetBrake, SetCeilings, SetLimit};
pub use offline::{EnrolDevice, OfflineCode, OpenSessionOffline, RemoveDevice};
pub use signed_in::{AddStaff, ChangePassword, Credentials, OpenStaffSession, ResetStaff, SeeStaffSession};

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Decimal, Money};

use crate::ids::{
    AccountId, Fresh, KeyId, OperationId, OperatorKeyId, OwnerId, PosId, Reference, WalletId, WithdrawalId,
};
use crate::policy::Policy;
use crate::rows::{Approved, BalanceView, Network, Notes, Profile, Purpose, Role, Told};
use crate::secret_hash::KeyedHash;
use crate::time::Time;
pub use reconciliation::{
    BeginReconciliation, CloseBreak, Group, MatchByHand, NoteBreak, PlaceGroups, Reconcile, TakeLines,
    UndoMatch,
};
pub use settlement::{ConfirmBatch, CutBatch, FailBatch, GoOnWithBatch, SetSettlement};
pub use till::{
    AddCashier, AddTill, By, ChangeCashier, CloseTill, ExplainVariance, HandOverTill, MoveCash, OpenTill,
    OtherSide, RunTills, SetCashRules, Sign, VaultCash, VaultEvent,
};

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

/// An account to open.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct NewAccount {
    /// Its currency.
    pub currency: Currency,
    /// The name shown for it, if not the currency's code.
    pub alias: Option<String>,
    /// An id an import brings, as it was written.
    pub shown_id: Option<String>,
}

/// Open a wallet with its first accounts.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet's id (made before, so that its personal key could be kept under it).
    pub wallet_id: WalletId,
    /// The phone number's keyed hash.
    pub phone: KeyedHash,
    /// The phone number, sealed under the wallet's own key.
    pub sealed_phone: Vec<u8>,
    /// Its first accounts.
    pub accounts: Vec<NewAccount>,
}

/// Open a further account of a wallet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenAccount {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// The account.
    pub account: NewAccount,
}

/// Money comes into a wallet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TopUp {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// How much; the account of its currency must be open.
    pub amount: Money,
}

/// Freeze a wallet, or undo it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct FreezeWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// Whether it shall be frozen.
    pub frozen: bool,
}

/// The customer's app confirms the wallet: unbound codes are good again.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ConfirmWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
}

/// Register a POS owner.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RegisterOwner {
    /// Who asks.
    pub actor: Actor,
    /// Its trading name.
    pub name: String,
}

/// Register a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RegisterPos {
    /// Who asks.
    pub actor: Actor,
    /// Whose it is.
    pub owner_id: OwnerId,
    /// What people call it.
    pub name: String,
    /// An id an import brings, as it was written.
    pub shown_id: Option<String>,
    /// The currencies it serves.
    pub currencies: Vec<Currency>,
    /// How far its position may go below zero.
    pub credit_lines: Vec<Money>,
}

/// Disable a POS, or undo it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DisablePos {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// Whether it shall be disabled.
    pub disabled: bool,
}

/// Float comes to a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Prefund {
    /// Who asks.
    pub actor: Actor,
    /// The POS.
    pub pos: Reference<PosId>,
    /// How much, in a currency the POS serves.
    pub amount: Money,
}

/// Make an access key for a POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AddKey {
    /// Who asks.
    pub actor: Actor,
    /// The POS it is limited to.
    pub pos: Reference<PosId>,
    /// The access key's keyed hash.
    pub hash: KeyedHash,
    /// The secret key, sealed by the vault.
    pub sealed_secret: Vec<u8>,
    /// How its requests are authenticated.
    pub profile: Profile,
    /// How long its salts are, bytes, if that is pinned.
    pub salt_bytes: Option<u8>,
    /// The networks it may be used from; none named: any.
    pub networks: Vec<Network>,
    /// What its logins tell of the balances.
    pub balance_view: BalanceView,
    /// The currencies whose accounts it is shown; none named: all.
    pub currencies: Vec<Currency>,
}

/// Revoke an access key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RevokeKey {
    /// Who asks.
    pub actor: Actor,
    /// The POS it is limited to.
    pub pos: Reference<PosId>,
    /// The key.
    pub key_id: KeyId,
}

/// Arm a one-time code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ArmCode {
    /// Who asks.
    pub actor: Actor,
    /// Whose code.
    pub wallet_id: WalletId,
    /// MACs of two different candidates; the first that differs from the code before is taken.
    pub macs: [KeyedHash; 2],
    /// What it is for.
    pub purpose: Purpose,
    /// Where it shall be good; nowhere named: everywhere.
    pub pos: Option<Reference<PosId>>,
    /// The sum approved.
    pub approved: Approved,
}

/// Cancel the armed code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CancelCode {
    /// Who asks.
    pub actor: Actor,
    /// Whose code.
    pub wallet_id: WalletId,
}

/// Open a session with a code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct OpenSession {
    /// The access key's keyed hash.
    pub key: KeyedHash,
    /// The POS.
    pub pos: Reference<PosId>,
    /// The phone number's keyed hash.
    pub phone: KeyedHash,
    /// MAC of phone and digits.
    pub mac: KeyedHash,
    /// Keyed hash of the token the session shall have.
    pub token: KeyedHash,
}

/// What every call in a session carries.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SessionCall {
    /// The access key's keyed hash.
    pub key: KeyedHash,
    /// The token's keyed hash.
    pub token: KeyedHash,
    /// The operation.
    pub operation_id: OperationId,
    /// The phone number's keyed hash, if it was sent.
    pub phone: Option<KeyedHash>,
}

/// Withdraw cash.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Withdraw {
    /// The session.
    pub call: SessionCall,
    /// The account to take it from.
    pub account: Reference<AccountId>,
    /// How much, in the account's currency.
    pub sum: Decimal,
}

/// Deposit cash.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DepositCash {
    /// The session.
    pub call: SessionCall,
    /// How much.
    pub sum: Decimal,
    /// In which currency.
    pub currency: Currency,
    /// What the POS says of it, sealed under the wallet's key; empty when it said nothing.
    pub sealed_metadata: Vec<u8>,
}

/// Reverse the session's money action, in whole or in part.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Reverse {
    /// The session.
    pub call: SessionCall,
    /// The account of the money action.
    pub account: Reference<AccountId>,
    /// How much.
    pub sum: Decimal,
    /// The money action, if it was named.
    pub transaction: Option<TransactionName>,
}

/// A `transaction_id` as sent: one of ours, or a text that cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum TransactionName {
    /// Has the shape of our ids.
    Id(WithdrawalId),
    /// Has not.
    Foreign,
}

/// Close a session.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct CloseSession {
    /// The session.
    pub call: SessionCall,
}

/// A session's limits have passed.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Expire {
    /// The session.
    pub operation_id: OperationId,
}

/// Stop payouts, or let them go on.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StopPayouts {
    /// Who asks.
    pub actor: Actor,
    /// Why they stop; nothing: they go on.
    pub reason: Option<String>,
}

/// A signed request that asks for nothing that changes.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Knock {
    /// The access key's keyed hash.
    pub key: KeyedHash,
}

/// A customer's personal data are to be forgotten: the wallet is closed to all requests, and its personal key
/// is destroyed once this is kept.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct EraseWallet {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
}

/// Revoke an operator key: it opens nothing from here on.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct RevokeOperatorKey {
    /// Who asks.
    pub actor: Actor,
    /// The key.
    pub operator_key_id: OperatorKeyId,
}

/// A POS says what became of an operation's cash.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct TellOutcome {
    /// The session.
    pub call: SessionCall,
    /// What it says.
    pub told: Told,
    /// The notes it counted; none when it did not say.
    pub notes: Vec<Notes>,
}

/// A customer says that the cash of a withdrawal did not come.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Dispute {
    /// Who asks.
    pub actor: Actor,
    /// The withdrawal.
    pub withdrawal_id: WithdrawalId,
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
