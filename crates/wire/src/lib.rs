//! JSON shapes and error codes of every API, and nothing that decides: the POS wire of pos-api.md in [`pos`],
//! our own API in [`api`]. A shape here moves only when the wire moves, never because a struct elsewhere did.
//! Knows nothing of HTTP beyond the status numbers, and of no ledger.

pub mod api;
mod code_table;
pub mod csv;
pub mod exports;
pub mod openapi;
pub mod pos;
pub mod signature;
