//! The core's decisions, driven through `decide` alone.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops at the first surprise"
)]

mod approvals;
mod cases;
mod closings;
mod codes;
mod deeds;
mod deposits;
mod devices;
mod everything;
mod fees;
mod float;
mod guesses;
mod invariants;
mod lifecycle_model;
mod limits;
mod offline;
mod orderings;
mod outcomes;
mod people_and_places;
mod prints;
mod reconciliation;
mod rig;
mod safeguards;
mod settlement;
mod signed_in;
mod till_rig;
mod tills;
mod withdrawals;
