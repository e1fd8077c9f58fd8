//! The front door: our own accept loop over hyper, with a guard on the raw request head.
//!
//! A connection passes through here in this order: a seat ([`Limits`]), the guard ([`GuardedStream`]), hyper,
//! the handler. The rules come from RFC 9112 and from the security design ("Requests"); where a peer and a
//! proxy could read the same bytes differently, the request is refused with 400 and the connection closed.
//! Knows nothing of routes, keys or money.

mod body;
mod census;
mod connection;
mod guard;
mod limits;
mod path;
mod serve;

pub use body::{BodyFailure, read_body};
pub use connection::{CloseSilently, Peer};
pub use guard::{Audience, Ending, FreshId, GuardedStream, Refusal};
pub use limits::Limits;
pub use path::{PathRefusal, SEGMENTS_MAX, Segments, Texts};
pub use serve::{Drained, serve};
