//! The POS wire (pos-api.md): the envelope around every answer, the data inside it, the error codes. Clients of
//! this wire have closed models: no member is ever added here; anything more travels in response headers.

mod codes;
mod data;
mod envelope;
mod number;

pub use codes::{ErrorCode, PosError};
pub use data::{
    DepositBody, DepositData, DepositedBy, LoginData, ReversalData, SessionAccount, WithdrawData,
};
pub use envelope::{Envelope, Nothing, Status, Verdict};
pub use number::JsonNumber;
