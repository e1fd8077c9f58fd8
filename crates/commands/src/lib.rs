//! One file per noun with its verbs; the vault of keys; the lane that gathers commands into batches.
//! Turns parsed requests with their secrets into commands with only hashes, and receipts back into
//! answers. Knows no HTTP, and decides nothing.

mod calls;
mod clock;
mod codes;
mod failure;
mod keyring;
mod lane;
mod places;
mod secrets;
mod sessions;
mod sweep;
mod vault;
mod views;
mod wallets;

pub use calls::Commands;
pub use clock::{Chance, Clock};
pub use codes::{ArmCodeRequest, ArmedCode};
pub use failure::{Answered, Failure, RETRY_AFTER_S};
pub use lane::{ARRIVAL_TO_DECISION_MS_MAX, LANE_COMMANDS_MAX, Lane, RESUBMISSIONS_MAX};
pub use places::{AddKeyRequest, AddedKey, RegisterPosRequest};
pub use secrets::{
    AccessKey, BearerKey, CODE_DIGITS, IdempotencyValue, Malformed, OtpCode, PhoneNumber, SecretKey,
    SessionToken,
};
pub use sessions::{
    DepositRequest, LoginRequest, OpenedSession, ReverseRequest, SessionRequest, WithdrawRequest,
};
pub use sweep::SWEEP_SESSIONS_MAX;
pub use vault::{NotOpened, Vault, VaultKeys, WalletKey};
pub use views::{
    AccountRef, AccountView, EntriesView, Instruction, OperationView, WalletView, WithdrawalView,
};
pub use wallets::{Asked, OpenWalletRequest};
