//! HTTP in and out: from the accepted socket to a parsed command, and from an outcome to bytes on the wire.
//!
//! [`App`] is the handler for [`http::serve`]: `/v1` is the POS wire, `/api` our own API, `/wallet/`, `/pos/` and `/console/` are
//! pages, and three paths are for whoever runs the server. Knows no rule of the ledger and no engine.

mod answer;
pub mod api;
mod app;
mod arrival;
mod caught;
mod compact;
mod door;
pub mod http;
mod limit_text;
mod live;
mod meter;
mod pages;
pub mod pos;
mod probes;
mod reference;
mod request_id;
mod rule_text;
mod signed;
mod when;

pub use answer::Answer;
pub use app::{App, app};
pub use live::EventStream;
pub use meter::describe_metrics;
pub use probes::Probes;
pub use request_id::fresh_ids;
