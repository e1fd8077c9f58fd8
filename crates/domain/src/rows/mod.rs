//! What is kept: one plain struct a kind of row. Rows are values; a decision replaces one by another.

mod answer;
mod approval;
mod case;
mod code;
mod deed;
mod device;
mod event;
mod float;
mod guess;
mod ledger;
mod limit;
mod offline;
mod operation;
mod people;
mod place;
mod place_number;
mod print;
mod reconciliation;
mod rule;
mod session;
mod settlement;
mod signed_in;
mod tariff;
mod till;
mod wallet;

pub use answer::{Answer, AnswerKey, SPENT_PERIOD_S, Spent, SpentKey};
pub use approval::{
    BrakeChange, ClearBreak, ClearPart, CloseCase, CreditLineChange, DepositCorrection, KeyAddition,
    LimitChange, MakeLossGood, ManualPosting, Proposal, ProposalState, Proposed, Signer, StaffAddition,
    StaffReset, Standing, TariffAddition, UndoClearing, WriteOff, WrittenOff,
};
pub use case::{
    Bearer, Case, CaseKind, CaseState, CasesSuspense, Closing, Closure, Evidence, EvidenceKind, Matter,
    Notes, Told, Word,
};
pub use code::{Approved, Code, CodeState, Purpose};
pub use deed::{Deed, DeedCount, DeedKind, DeedTarget};
pub use device::{Device, DeviceName, Invite, WalletDevices};
pub use event::{Event, EventKind};
pub use float::{FloatAnswer, FloatRequest, FloatWay, LATITUDE_E6_MAX, LONGITUDE_E6_MAX, Point, PosPlace};
pub use guess::{CodeGuess, KeyGuess, KeyUsed, OwnerGuess, UsedCode, WalletGuess};
pub use ledger::{Account, AccountKey, AccountKind, Book, Reason, Side, Transfer};
pub use limit::{
    Brake, BrakeLevel, BrakeSetting, KEPT_PARTS, LimitBounds, LimitKey, LimitRule, LimitScope, LimitSubject,
    LimitedAction, Limits, Part, RuleBound, RuleHit, Usage, UsageKey, UsageScope, Used, WINDOW_PARTS,
    part_at,
};
pub use offline::OfflineDevice;
pub use operation::{Deposit, Reversal, ReversalKey, Withdrawal};
pub use people::{OperatorKey, OperatorKeyName, Role, Staff, is_one_person};
pub use place::{BalanceView, KeyName, Network, OnExpiry, Pos, PosKey, PosOwner, Profile};
pub use place_number::{FIRST_PLACE_NUMBER, NumberOfPlace, PlaceNumber, PlaceNumbers};
pub use print::{PRINTS_KEPT_MAX, Print, PrintMedium, Prints};
pub use reconciliation::{
    BreakKind, BreakState, ByHand, Clearing, FileHash, LineWhat, MatchedBy, Ours, Placed,
    RECONCILED_LINES_MAX, ReconBreak, ReconFact, ReconFile, ReconLine, ReconMatch, ReconScope,
    Reconciliation, SIDE_MAX, StatedLine, TAKEN_LINES_MAX, Worth,
};
pub use rule::{CaseClock, Rule, RuleAct, RuleStep, Rules};
pub use session::{Action, Session, SessionEnd};
pub use settlement::{
    BatchState, Mark, OwnerPlaces, PLACES_OF_PAGE, SettleBatch, SettleLine, SettleLineKey, SettleWindow,
    Settlement, SettlementKey,
};
pub use signed_in::{
    Credentials, STAFF_IDLE_S, STAFF_LOCK_S, STAFF_SESSION_S, STAFF_WRONG_MAX, SignIn, StaffSession,
    StaffTimes, StaffTries,
};
pub use tariff::{
    Band, Channel, CommissionDay, CommissionDayKey, FeeDay, FeeDayKey, NewTariff, Quote, Safeguards,
    Schedule, ScheduleName, Scope, Tariff, TariffBook, TariffCeiling, TariffLine,
};
pub use till::{
    ASIDES_MAX, Aside, CashRoom, CashRules, Cashier, CashierRole, Counted, Drawer, DrawerKey, Till, TillLine,
    TillSession, TillVariance, VarianceKey, VarianceState,
};
pub use wallet::{AccountName, Alias, AliasKey, AliasKind, Deployment, Phone, Wallet, WalletLive};
