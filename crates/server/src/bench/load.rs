//! `specie bench load`: fills an empty data folder with wallets and past cash-outs through the engine's port, without
//! HTTP: real commands, decided by the real core, at a clock that walks through the past. The folder can then be
//! served, and `specie bench` goes on with its customers. Memory does not grow with what is loaded.
//!
//! Times are milliseconds of the real clock; bytes are those of the files. Who comes, in which order and for which
//! sum follows from the seed; ids and secrets are drawn as in any deployment.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use specie_client::bench::{LoadedWallets, customer};
use specie_commands::Clock;
use specie_domain::Time;
use specie_domain::ids::WalletId;
use specie_domain::rows::AccountKey;
use specie_store::Store;
use tokio::time::{Duration, sleep};

use super::cash_outs::{ROUND_S, cash_out};
use super::customers::{BATCH_S, open_places, open_wallets};
use super::{rules, stopped};
use crate::clock::WallClock;
use crate::demo;
use crate::demo::plan::plan;
use crate::demo::seed::{DemoClock, seed};
use crate::house::{House, Staff};
use crate::keys;
use crate::stopped::{Naming, Stopped};

/// How often the tables are asked how far they are, milliseconds.
const CATCH_UP_ASK_MS: u64 = 20;

/// What to load.
#[derive(Debug, Clone)]
pub(super) struct Load {
    pub(super) data: PathBuf,
    pub(super) wallets: u64,
    pub(super) cash_outs: u64,
    pub(super) pos: u64,
    pub(super) owners: u64,
    pub(super) seed: u64,
    /// Commands decided together.
    pub(super) batch: usize,
    /// For who counts what it costs: each batch waits until the tables have seen the one before, so that no count
    /// hangs on who was quicker, and nothing is made that the load itself does not need.
    pub(super) counted: bool,
    /// Whether what a withdrawal can meet is switched on.
    pub(super) rules: bool,
}

/// Where commands go.
pub(super) struct Loading<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) staff: &'a Staff,
    pub(super) clock: &'a DemoClock,
    pub(super) load: &'a Load,
}

/// What was loaded, and what it cost.
#[derive(Debug, Serialize)]
pub(super) struct Loaded {
    wallets: u64,
    wallets_ms: u64,
    cash_outs: u64,
    cash_outs_ms: u64,
    /// How long the query tables took after that.
    tables_ms: u64,
    /// Since the folder was made.
    commands: u64,
    durable_writes: u64,
    journal_bytes: u64,
    /// Bytes this process handed to the system to write, once all files were closed.
    bytes_written: u64,
    files: BTreeMap<String, u64>,
}

impl Load {
    /// Fills the folder.
    pub(super) async fn run(self) -> Result<Loaded, Stopped> {
        if keys::holds_data(&self.data)? {
            let data = self.data.display();
            return Err(Stopped::misused(format_args!("{data} is not empty: name a folder for the load")));
        }
        let house = House::open(&self.data)?;
        let now = WallClock.now();
        let clock = Arc::new(DemoClock::before(now.plus_s(-self.lasts_s())));
        let config = demo::defaults();
        let staff = house.staff(Arc::clone(&clock) as Arc<dyn Clock>, config.code_digits);
        staff.set_policy(&config).await?;
        let loading = Loading { store: &*house.store, staff: &staff, clock: &clock, load: &self };
        let mut loaded = loading.fill(now).await?;
        let health = house.store.health();
        loaded.commands = health.head.commands;
        loaded.durable_writes = health.durable_writes;
        loaded.journal_bytes = health.journal_bytes;
        house.close(staff).await;
        Ok(loaded)
    }

    /// How long the history lasts before the demo's day, seconds of its own clock.
    fn lasts_s(&self) -> i64 {
        let per_round = u64::try_from(self.batch).unwrap_or(1).min(self.wallets).max(1);
        let rounds = self.cash_outs.div_ceil(per_round);
        let batches = self.wallets.saturating_mul(2).div_ceil(u64::try_from(self.batch).unwrap_or(1).max(1));
        let of_wallets = i64::try_from(batches).unwrap_or(i64::MAX).saturating_mul(BATCH_S);
        let of_rounds = i64::try_from(rounds).unwrap_or(i64::MAX).saturating_mul(ROUND_S);
        of_wallets.saturating_add(of_rounds).saturating_add(2 * ROUND_S)
    }
}

impl Loading<'_> {
    async fn fill(&self, now: Time) -> Result<Loaded, Stopped> {
        let (places, pos) = open_places(self).await?;
        if self.load.rules {
            rules::set(self, &pos).await?;
        }
        let mut wallets = LoadedWallets::create(&self.load.data).map_err(stopped)?;
        let begun = WallClock.now();
        open_wallets(self, &mut wallets).await?;
        let opened = WallClock.now();
        cash_out(self, &wallets, &pos).await?;
        let done = WallClock.now();
        self.tables_are_filled().await?;
        let filled = WallClock.now();
        let count = wallets.count();
        if !self.load.counted {
            // The demo's own people come last, a day before now, so that time only goes forward.
            self.clock.turn_to(DemoClock::before(now).now());
            let demo = seed(&self.staff.commands, self.clock, &plan()).await?;
            demo.write(&self.load.data)?;
            wallets.finish(places).map_err(stopped)?;
        }
        let ms = |from: Time, to: Time| u64::try_from(to.ms_since(from)).unwrap_or_default();
        Ok(Loaded {
            wallets: count,
            wallets_ms: ms(begun, opened),
            cash_outs: self.load.cash_outs,
            cash_outs_ms: ms(opened, done),
            tables_ms: ms(done, filled),
            commands: 0,
            durable_writes: 0,
            journal_bytes: 0,
            bytes_written: 0,
            files: BTreeMap::new(),
        })
    }

    /// Lets the tables come up after a batch, if they shall. A history has always seen what was answered.
    pub(super) async fn step(&self) -> Result<(), Stopped> {
        if self.load.counted {
            let currency = customer(0).map_err(stopped)?.opening.currency();
            let anybody = AccountKey::wallet(WalletId::from_u128(0), currency);
            self.store.entries(anybody, None, 1).await.about("the tables")?;
        }
        Ok(())
    }

    async fn tables_are_filled(&self) -> Result<(), Stopped> {
        loop {
            let health = self.store.health();
            if let Some(why) = health.refuses_writes {
                return Err(Stopped::failed(why));
            }
            if health.lag_commands == 0 {
                return Ok(());
            }
            sleep(Duration::from_millis(CATCH_UP_ASK_MS)).await;
        }
    }
}

impl Loaded {
    /// The same with what can be said once the store is closed.
    pub(super) fn once_closed(mut self, data: &Path) -> Result<Self, Stopped> {
        self.bytes_written = bytes_written();
        for entry in std::fs::read_dir(data).about(data.display())? {
            let entry = entry.about(data.display())?;
            let held = entry.metadata().about(data.display())?;
            if held.is_file() && held.len() > 0 {
                self.files.insert(entry.file_name().to_string_lossy().into_owned(), held.len());
            }
        }
        Ok(self)
    }

    /// For a person.
    pub(super) fn text(&self) -> String {
        let done = |what, count: u64, ms: u64| {
            let rate = count.saturating_mul(1000) / ms.max(1);
            format!("{count:>14} {what} in {} s, {rate} a second", seconds(ms))
        };
        let mut lines = vec![
            done("wallets", self.wallets, self.wallets_ms),
            done("cash-outs", self.cash_outs, self.cash_outs_ms),
            format!("{:>14} s more until the tables had seen them", seconds(self.tables_ms)),
            format!("{:>14} commands, {} fsyncs of the journal", self.commands, self.durable_writes),
            format!("{:>14} bytes of journal rows", self.journal_bytes),
            format!("{:>14} bytes written in all", self.bytes_written),
        ];
        lines.extend(self.files.iter().map(|(name, bytes)| format!("{bytes:>14} bytes {name}")));
        lines.join("\n")
    }
}

fn seconds(ms: u64) -> String {
    format!("{}.{:03}", ms / 1000, ms % 1000)
}

/// What the kernel has counted of this process (proc(5): `wchar` of `io`); 0 where it does not.
fn bytes_written() -> u64 {
    let text = std::fs::read_to_string("/proc/self/io").unwrap_or_default();
    let found = text.lines().find_map(|line| line.strip_prefix("wchar: ")?.parse().ok());
    found.unwrap_or_default()
}

/// SplitMix64 (Steele, Lea and Flood 2014), from the load's seed.
#[derive(Debug)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
