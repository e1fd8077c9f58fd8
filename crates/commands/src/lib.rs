//! One file per noun with its verbs; the vault of keys; the lane that gathers commands into batches.
//! Turns parsed requests with their secrets into commands with only hashes, and receipts back into
//! answers. Knows no HTTP, and decides nothing.

mod base32;
mod calls;
mod cases;
mod clock;
mod codes;
mod cut_off;
mod devices;
mod failure;
mod fees;
mod float;
mod keyring;
mod lane;
mod limits;
mod operations;
mod outcomes;
mod places;
mod proposals;
mod reconciliation;
mod reports;
mod search;
mod secrets;
mod sessions;
mod settlement;
mod staff;
mod sweep;
mod tills;
mod totp;
mod vault;
mod views;
mod wallets;

pub use calls::Commands;
pub use cases::{CaseFile, CaseView, NoteRequest};
pub use clock::{Chance, Clock};
pub use codes::{ArmCodeRequest, ArmedCode};
pub use cut_off::{CutOff, NoCutOff};
pub use devices::EnrolledDevice;
pub use failure::{Answered, Failure, RETRY_AFTER_S};
pub use fees::{AddTariffRequest, QuoteRequest, QuoteView};
pub use float::{NEAR_PLACES_MAX, NEAR_POS_MAX, NearPos, PlaceRequest};
pub use lane::{ARRIVAL_TO_DECISION_MS_MAX, LANE_COMMANDS_MAX, Lane, RESUBMISSIONS_MAX};
pub use limits::{BrakeView, LimitsView, RuleUsage};
pub use operations::{Instruction, OpenOperationsView, OperationView};
pub use outcomes::{CountedNotes, OutcomeRequest};
pub use places::{AddKeyRequest, AddedKey, RegisterPosRequest};
pub use proposals::{ProposalView, ProposeRequest};
pub use reconciliation::{
    BreakView, ClearRequest, FactView, MatchRequest, MatchView, Numbered, NumberedPage,
    ReconciliationRequest, ScopeRequest,
};
pub use reports::{
    OpenCaseLine, SUSPENSE_ENTRIES_MAX, StatementPage, StatementQuery, StatementStart, SuspenseLine,
    SuspensePage, days_between,
};
pub use search::{SEARCHED_BATCHES_MAX, SEARCHED_ENTRIES_MAX};
pub use secrets::{
    AccessKey, BearerKey, CODE_DIGITS, IdempotencyValue, Malformed, NOTE_TEXT_BYTES_MAX, NoteText, OtpCode,
    PhoneNumber, Pin, SecretKey, SessionToken,
};
pub use sessions::{
    CallKind, DepositRequest, LoginRequest, OpenedSession, ReverseRequest, SessionRequest, WithdrawRequest,
};
pub use settlement::{SettleLineView, SettlementRequest};
pub use specie_store::EntryLine;
pub use staff::NewOperatorKey;
pub use sweep::{SWEEP_CASES_MAX, SWEEP_SESSIONS_MAX};
pub use tills::{CashLine, CashView, MoveRequest, PosRequest, SignRequest, TillView};
pub use totp::{DeviceSeed, OFFLINE_CODE_DIGITS, OFFLINE_CODE_PERIOD_S, hotp};
pub use vault::{NotOpened, Vault, VaultKeys, WalletKey};
pub use views::{AccountRef, AccountView, EntriesView, WalletView, WithdrawalView};
pub use wallets::{Asked, OpenWalletRequest, PHONE_PURPOSE};
