//! What one connection, one address and the whole door may take. Bytes and milliseconds; the numbers are
//! those of the security design ("Requests") unless the field says otherwise.

/// The bounds of the front door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Request line, headers and the empty line together.
    pub head_bytes_max: usize,
    /// The request target, query included.
    pub target_bytes_max: usize,
    /// Header lines in one head; at most 100, where hyper stops.
    pub headers_max: usize,
    /// From the first byte of a head (of a new connection: from its start) to the end of that head.
    pub head_timeout_ms: u64,
    /// For the whole body in [`read_body`](super::read_body), and the longest pause between two parts of one.
    pub body_timeout_ms: u64,
    /// Between two requests, and the longest pause of a peer that does not take its answer.
    pub idle_timeout_ms: u64,
    /// Open connections of one IPv4 address or one IPv6 /64; one more is closed at once.
    pub connections_per_address_max: usize,
    /// Open connections in all; one more is closed at once.
    pub connections_max: usize,
    /// How long running requests may go on after the shutdown began.
    pub drain_ms: u64,
    /// How long a connection we end stays open for the peer to read the last answer (ours: a reset would
    /// destroy it on its way).
    pub linger_ms: u64,
    /// How many bytes of such a peer are read and thrown away meanwhile (ours).
    pub linger_bytes_max: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head_bytes_max: 8 * 1024,
            target_bytes_max: 2 * 1024,
            headers_max: 64,
            head_timeout_ms: 5_000,
            body_timeout_ms: 10_000,
            idle_timeout_ms: 30_000,
            connections_per_address_max: 256,
            connections_max: 4_096,
            drain_ms: 10_000,
            linger_ms: 1_000,
            linger_bytes_max: 64 * 1024,
        }
    }
}
