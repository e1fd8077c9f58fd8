//! What may be asked of a run.

use std::path::PathBuf;
use std::sync::Arc;

use super::BenchError;

/// Clients at most: the server takes 256 connections of one address.
pub const CLIENTS_MAX: usize = 250;
/// Clients at one wallet at most: it may have so many open sessions (cash-lifecycle.md section 5).
pub const HOT_WALLET_CLIENTS_MAX: usize = 4;
/// Wallets for each client, so that no wallet has two visits at once.
const WALLETS_PER_CLIENT_MIN: usize = 4;

/// Takes a line of progress for the person at the terminal.
pub type Progress = Arc<dyn Fn(&str) + Send + Sync>;

/// What the customers come for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Workload {
    /// Full cash-outs: login, withdrawal, logout; wallets and POS spread.
    CashOut,
    /// The withdrawal alone is measured; sessions are opened before and closed after.
    WithdrawOnly,
    /// Cash-outs, repeats, reversals whole and in part, deposits, status reads.
    Mixed,
    /// Full cash-outs, all at one POS.
    HotPos,
    /// Full cash-outs with their arming, all from one wallet.
    HotWallet,
    /// A request like a withdrawal to a server that does nothing (`specie bench-echo`).
    Nothing,
}

impl Workload {
    /// All, in the order of the manual.
    pub const ALL: [Self; 6] =
        [Self::CashOut, Self::WithdrawOnly, Self::Mixed, Self::HotPos, Self::HotWallet, Self::Nothing];

    /// Its name on the command line and in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CashOut => "cash-out",
            Self::WithdrawOnly => "withdraw-only",
            Self::Mixed => "mixed",
            Self::HotPos => "hot-pos",
            Self::HotWallet => "hot-wallet",
            Self::Nothing => "nothing",
        }
    }
}

/// Where the arming of the codes is counted. It is the customer's own request, not the POS's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arming {
    /// Before each round, unmeasured: a cash-out is the POS's three durable requests.
    Ahead,
    /// As the first request of each visit, measured: a cash-out is four durable requests.
    Inline,
}

impl Arming {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ahead, Self::Inline];

    /// Its name on the command line and in reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::Inline => "inline",
        }
    }
}

/// A run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the server is, as `http://127.0.0.1:8080`.
    pub server: String,
    /// The demo's file; the run's own file, `bench.json`, lies beside it. Not needed to do nothing.
    pub demo_json: Option<PathBuf>,
    /// What the customers come for.
    pub workload: Workload,
    /// Where arming is counted.
    pub arming: Arming,
    /// Connections that carry visits.
    pub clients: usize,
    /// Visits a second by schedule (open loop); none: each client goes on when it is done (closed loop).
    pub rate: Option<u64>,
    /// How long is measured.
    pub seconds: u64,
    /// How long the same load runs before that.
    pub warmup_seconds: u64,
    /// The run ends after so many visits, if it has not before.
    pub visits: Option<u64>,
    /// Wallets to use; missing ones are made.
    pub wallets: usize,
    /// POS to use; missing ones are made.
    pub pos: usize,
    /// Whether every request of a POS carries an idempotency value of its own.
    pub idempotency: bool,
    /// Threads of the load generator.
    pub threads: usize,
    /// The server's process, if on this machine, to read its CPU time, memory and bytes written.
    pub server_pid: Option<u32>,
}

impl Options {
    /// The same with what follows from the workload, or why it cannot be run.
    pub(super) fn judged(mut self) -> Result<Self, BenchError> {
        if self.workload == Workload::HotWallet {
            self.clients = self.clients.min(HOT_WALLET_CLIENTS_MAX);
            self.arming = Arming::Inline; // One wallet has one code at a time: none can be kept ready.
        }
        let wallets_min = self.clients.saturating_mul(WALLETS_PER_CLIENT_MIN);
        let misused = |why: String| Err(BenchError::Misused(why));
        if self.clients == 0 || self.clients > CLIENTS_MAX {
            return misused(format!("clients must be from 1 to {CLIENTS_MAX}"));
        }
        if self.wallets < wallets_min || self.pos == 0 {
            return misused(format!("{} clients need {wallets_min} wallets and a POS", self.clients));
        }
        if self.seconds == 0 || self.threads == 0 || self.rate == Some(0) || self.visits == Some(0) {
            return misused("seconds, threads, rate and visits must be above zero".to_owned());
        }
        if self.demo_json.is_none() && self.workload != Workload::Nothing {
            return misused("name the demo's file: it holds the operator's key".to_owned());
        }
        Ok(self)
    }
}
