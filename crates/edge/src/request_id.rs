//! Names of answers: a fresh UUIDv7 (RFC 9562) for each. Time and chance come from the core's own clock and
//! source.

use std::sync::Arc;

use specie_commands::Commands;
use uuid::{Builder, Uuid};

use crate::http::FreshId;

/// A fresh id.
pub(crate) fn fresh(commands: &Commands) -> Uuid {
    let unix_ms = u64::try_from(commands.now().unix_ms()).unwrap_or(0);
    let fresh = commands.fresh();
    let random = (u128::from(fresh.nth(1).0) << 64) | u128::from(fresh.0);
    let [_, _, _, _, _, _, ten @ ..] = random.to_be_bytes();
    Builder::from_unix_timestamp_millis(unix_ms, &ten).into_uuid()
}

/// The source of ids that the guard in front of hyper names its own answers with.
#[must_use]
pub fn fresh_ids(commands: Commands) -> FreshId {
    Arc::new(move || fresh(&commands))
}
