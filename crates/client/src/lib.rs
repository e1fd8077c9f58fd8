//! Client of the POS wire and of our own API: one keep-alive connection a client, HTTP/1.1 without TLS.
//! Used by the tests, the command line and the load tool. Knows no retries: whether a request may be sent
//! again is said by [`ClientError`], and done by the caller with the same keys.

mod api;
pub mod bench;
mod connection;
mod pos;
mod reply;
mod signer;

pub use api::ApiClient;
pub use connection::{ANSWER_WAIT_S_MAX, ClientError, Connection, Outgoing};
pub use pos::{PosClient, Reversal, Session, segment};
pub use reply::Reply;
pub use signer::{Signer, Stamp};
