//! The load tool behind `specie bench`: customers who arm codes and cashiers who serve them, over plain HTTP/1.1
//! against a running server. Every answer is checked, and the balances are audited afterwards over our own API.
//!
//! A *visit* is what one customer does at a counter, in the ordinary case a full cash-out: login, withdrawal,
//! logout. Codes live for half a minute, so a run is cut into rounds: in each, codes are armed just in time and
//! then spent. Only the spending is measured, unless the arming is asked for inside the visits ([`Arming`]).
//! Latencies are nanoseconds inside and microseconds in reports. There is no float: rates are whole numbers.
//! Knows nothing of how the server works.

mod alarm;
mod audit;
mod cashier;
mod crowd;
mod disk;
mod driver;
mod figures;
mod line;
mod loaded;
mod options;
mod phase;
mod population;
mod prepare;
mod report;
mod requests;
mod shape;
mod tally;

pub use disk::{DiskLine, measure_disk};
pub use driver::run;
pub use loaded::{
    Customer, LOADED_WALLETS_MAX, LoadedIds, LoadedPlaces, LoadedWallets, customer, floats, hot_customer,
};
pub use options::{Arming, CLIENTS_MAX, HOT_WALLET_CLIENTS_MAX, Options, Progress, Workload};
pub use report::{Report, Spread, StepFigures};

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum BenchError {
    /// What was asked for cannot be run.
    #[error("{0}")]
    Misused(String),
    /// A file or the machine failed.
    #[error("{0}")]
    Failed(String),
    /// The server did not answer as it must before the load began.
    #[error("the server does not play along: {0}")]
    Server(String),
}

impl BenchError {
    /// A failure, by what it happened to.
    fn failed(what: impl std::fmt::Display, why: impl std::fmt::Display) -> Self {
        Self::Failed(format!("{what}: {why}"))
    }
}
