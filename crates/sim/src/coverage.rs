//! Which commands the worlds play, and why the others are left out. The lists are exhaustive: a new command, proposal or
//! step of a reconciliation does not compile until it is said here what becomes of it.

use specie_domain::command::Reconcile;
use specie_domain::rows::Proposed;
use specie_domain::{Body, Outcome};

/// How much of a command the worlds play.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// It is taken and refused.
    Played,
    /// It is taken; nothing makes the core refuse it.
    NeverRefused,
    /// It is part of each town's beginning, or of some; its refusals are tables of the domain's tests.
    SetUp,
    /// It is not played, because of this.
    LeftOut(&'static str),
}

use Share::{LeftOut, NeverRefused, Played, SetUp};

macro_rules! shares {
    ($all:ident, $name:ident, $what:literal, $Kind:ident { $($Variant:ident: $share:expr,)* }) => {
        #[doc = $what]
        pub const $all: &[(&str, Share)] = &[$((stringify!($Variant), $share),)*];

        const fn $name(of: &$Kind) -> &'static str {
            match of {
                $($Kind::$Variant(..) => stringify!($Variant),)*
            }
        }
    };
}

shares! { COMMANDS, command, "Every command.", Body {
    SetPolicy: SetUp,
    RegisterOperatorKey: Played,
    OpenWallet: SetUp,
    OpenAccount: Played,
    TopUp: Played,
    FreezeWallet: Played,
    ConfirmWallet: Played,
    RegisterOwner: SetUp,
    RegisterPos: SetUp,
    DisablePos: Played,
    Prefund: Played,
    AddKey: SetUp,
    RevokeKey: Played,
    ArmCode: Played,
    CancelCode: Played,
    OpenSession: Played,
    Withdraw: Played,
    Deposit: Played,
    Reverse: Played,
    CloseSession: Played,
    Expire: NeverRefused,
    StopPayouts: Played,
    Knock: LeftOut("it only spends a proof, as every signed call here does"),
    EraseWallet: Played,
    RevokeOperatorKey: Played,
    EnrolDevice: Played,
    RemoveDevice: Played,
    OpenSessionOffline: Played,
    TellOutcome: Played,
    Dispute: Played,
    NoteCase: Played,
    Propose: Played,
    Judge: Played,
    SetKycTier: LeftOut("the tier chooses among limits and tariffs; tables of the domain's tests go through them"),
    AddTariff: Played,
    ArmCodeOver: LeftOut("the decision is that of ArmCode with a longer window"),
    SetRules: SetUp,
    StepCase: NeverRefused,
    SetOnExpiry: SetUp,
    SetLimit: SetUp,
    SetCeilings: SetUp,
    SetBrake: SetUp,
    RunTills: Played,
    AddTill: SetUp,
    AddCashier: SetUp,
    ChangeCashier: Played,
    SetCashRules: SetUp,
    OpenTill: Played,
    MoveCash: Played,
    HandOverTill: Played,
    CloseTill: Played,
    ExplainVariance: Played,
    VaultCash: Played,
    SetSettlement: Played,
    CutBatch: Played,
    GoOnWithBatch: NeverRefused,
    ConfirmBatch: Played,
    FailBatch: Played,
    MoveFloat: Played,
    ReturnFloat: Played,
    SetLowFloat: Played,
    SetCreditLine: Played,
    LocatePos: LeftOut("it moves no money and lets nobody do anything"),
    AskFloat: Played,
    WithdrawFloatAsk: Played,
    AnswerFloat: Played,
    Reconcile: Played,
    InviteDevice: Played,
    SignInDevice: Played,
    SignOutDevice: Played,
    AddStaff: Played,
    ResetStaff: Played,
    ChangePassword: Played,
    OpenStaffSession: Played,
    SeeStaffSession: Played,
    DepositFor: Played,
    RetireTill: Played,
    SetSafeguards: SetUp,
    SeePersonal: Played,
    DisputeSaying: Played,
    SeeDevice: Played,
    SetStaffTimes: LeftOut("the program's own, at its start; people's sessions here live as long as by default"),
    TellPrint: Played,
} }

shares! { PROPOSALS, proposal, "Every kind of proposal.", Proposed {
    Post: Played,
    WriteOff: Played,
    MakeLossGood: Played,
    CloseCase: Played,
    SetLimit: Played,
    SetBrake: LeftOut("a brake is put into force with the town; the domain's tests widen it by two people"),
    SetCreditLine: Played,
    CorrectDeposit: Played,
    ClearBreak: Played,
    UndoClearing: Played,
    AddKey: Played,
    AddStaff: LeftOut("two people's key is AddKey, a person who signs in is AddStaff by one; both are played"),
    ResetStaff: LeftOut("the same"),
    AddTariff: Played,
    ClearPart: Played,
} }

shares! { STEPS, step, "Every step of a reconciliation.", Reconcile {
    Begin: Played,
    TakeLines: Played,
    Place: Played,
    MatchByHand: Played,
    UndoMatch: Played,
    NoteBreak: Played,
    CloseBreak: Played,
    BeginStatements: LeftOut("no bank's files are played; the domain's tests send a statement again"),
} }

/// What was asked and whether it was taken, as it is counted: the command, and what is in it.
pub(crate) fn counted(body: &Body, outcome: &Outcome) -> Vec<String> {
    let end = if outcome.result.is_ok() { "taken" } else { "refused" };
    let mut names = vec![format!("{} {end}", command(body))];
    if let Body::Propose(asked) = body {
        names.push(format!("{} proposed, {end}", proposal(&asked.what)));
    } else if let Body::Reconcile(asked) = body {
        names.push(format!("{} of a file {end}", step(asked)));
    }
    names
}

/// A proposal that was carried out, as it is counted.
pub(crate) fn carried_out(what: &Proposed) -> String {
    format!("{} carried out", proposal(what))
}
