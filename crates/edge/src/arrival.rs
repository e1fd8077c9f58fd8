//! A request as it came in, with what belongs to it beside its bytes.

use std::sync::Arc;

use http::Request;
use specie_domain::Time;

use crate::http::Peer;
use crate::live::Streams;

/// A request as it came in.
pub(crate) struct Arrival<B> {
    /// The request.
    pub(crate) request: Request<B>,
    /// Who sent it.
    pub(crate) peer: Peer,
    /// When: the instant a code is judged at.
    pub(crate) at: Time,
    /// What stands before the target where POS send their requests to, and sign it.
    pub(crate) public_path_prefix: Arc<str>,
    /// All open streams of events.
    pub(crate) streams: Arc<Streams>,
    /// How long its body may take.
    pub(crate) body_timeout_ms: u64,
}
