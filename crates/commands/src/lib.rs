//! One file per noun with its verbs; the vault of keys; the lane that gathers commands into batches.
//! Turns parsed requests with their secrets into commands with only hashes, and receipts back into
//! answers. Knows no HTTP, and decides nothing.

mod base32;
mod calls;
mod cases;
mod check_word;
mod clock;
mod codes;
mod customer;
mod cut_off;
mod deeds;
mod devices;
mod failure;
mod fees;
mod float;
mod hiring;
mod history;
mod keyring;
mod lane;
mod limits;
mod lists;
mod looking;
mod operations;
mod outcomes;
mod places;
mod prints;
mod proposals;
mod reconciliation;
mod reports;
mod search;
mod secrets;
mod sessions;
mod settlement;
mod staff;
mod staff_sessions;
mod sweep;
mod tills;
mod timeline;
mod totp;
mod vault;
mod views;
mod wallet_devices;
mod wallets;
mod watched;

pub use calls::Commands;
pub use cases::{CaseFile, CaseView, NoteRequest};
pub use clock::{Chance, Clock};
pub use codes::{ArmCodeRequest, ArmedCode};
pub use customer::{
    CustomerAccount, CustomerView, Held, PLACES_MAX, PlacePage, PlaceView, Shelf, WithdrawalLine,
    WithdrawalPage,
};
pub use cut_off::{CutOff, NoCutOff};
pub use deeds::{DEEDS_LOOKED_AT_MAX, DeedFilter};
pub use devices::EnrolledDevice;
pub use failure::{Answered, Failure, RETRY_AFTER_S};
pub use fees::{QuoteRequest, QuoteView};
pub use float::{NEAR_PLACES_MAX, NEAR_POS_MAX, NearPos, PlaceRequest};
pub use hiring::{ProposedKey, ProposedStaff};
pub use history::{HISTORY_SCANNED_MAX, Position};
pub use lane::{ARRIVAL_TO_DECISION_MS_MAX, LANE_COMMANDS_MAX, Lane, RESUBMISSIONS_MAX};
pub use limits::{BrakeView, LimitsView, RuleUsage};
pub use lists::{
    FloatLine, FloatView, LISTED_POS_MAX, LOWEST_FLOATS_MAX, PosFile, PosFilter, PosView, SessionView,
};
pub use looking::{FOUND_MAX, FoundOperation, FoundPos, FoundThings, Searched};
pub use operations::{Instruction, OpenOperationsView, OperationView, TodayView};
pub use outcomes::{CountedNotes, OutcomeRequest};
pub use places::{AddKeyRequest, AddedKey, RegisterPosRequest};
pub use prints::{PrintView, PrintsView};
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
    AccessKey, BearerKey, CODE_DIGITS, DeviceToken, IdempotencyValue, InviteText, Malformed,
    NOTE_TEXT_BYTES_MAX, NoteText, OtpCode, PASSWORD_BYTES, PERSON_NAME_BYTES_MAX, Password, PersonName,
    PhoneNumber, Pin, SecretHalf, SecretKey, SessionToken, StaffToken,
};
pub use sessions::{
    CallKind, DepositRequest, Depositor, LoginRequest, OpenedSession, ReverseRequest, SessionRequest,
    WithdrawRequest,
};
pub use settlement::{SettleLineView, SettlementRequest};
pub use specie_store::EntryLine;
pub use specie_store::{Happened, Heard, Listener};
pub use staff::NewOperatorKey;
pub use staff_sessions::{NewStaff, SignedInStaff, StaffLine};
pub use sweep::{SWEEP_CASES_MAX, SWEEP_SESSIONS_MAX};
pub use tills::{CashLine, CashView, MoveRequest, PosRequest, SignRequest, TillView};
pub use timeline::{SessionEnding, StoryCall, StoryPerson, StoryTransfer, TimelineView};
pub use totp::{DeviceSeed, OFFLINE_CODE_DIGITS, OFFLINE_CODE_PERIOD_S, hotp};
pub use vault::{NotOpened, Vault, VaultKeys, WalletKey};
pub use views::{AccountRef, AccountView, DepositView, EntriesView, WalletView, WithdrawalView};
pub use wallet_devices::{
    CUSTOMER_REST_S, CsrfToken, DeviceLine, DeviceTimes, INVITE_VALID_S, Invited, SignedInDevice, SignedInNow,
};
pub use wallets::{Asked, OpenWalletRequest, PHONE_PURPOSE};
pub use watched::{BrakeStands, PayoutsWatched};
