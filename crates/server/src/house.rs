//! An open data folder: its keys, its store, and the verbs over them. Everything that writes starts here.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use specie_commands::{Clock, Commands, Failure, Lane, Vault};
use specie_domain::Body;
use specie_domain::command::{SetCeilings, SetSafeguards};
use specie_store::Store;
use specie_store_sqlite::SqliteStore;
use tokio::time::timeout;

use crate::clock::SystemChance;
use crate::config::Config;
use crate::keys;
use crate::stopped::{Naming, Stopped, UNTRUSTWORTHY};

/// How long what waits may take to be kept at the end.
const CLOSE_WAIT_S_MAX: u64 = 10;

/// An open data folder.
pub(crate) struct House {
    pub(crate) store: Arc<SqliteStore>,
    vault: Vault,
}

/// A lane and the verbs that go through it, by one clock.
pub(crate) struct Staff {
    pub(crate) lane: Lane,
    pub(crate) commands: Commands,
}

impl House {
    /// Opens `data`; makes keys and store if it is empty. One program at a time.
    pub(crate) fn open(data: &Path) -> Result<Self, Stopped> {
        let chance = Arc::new(SystemChance);
        let keys = keys::open(data, &*chance)?;
        let store = SqliteStore::open(data).about(data.display())?;
        Ok(Self { store: Arc::new(store), vault: Vault::new(&keys, chance) })
    }

    /// Starts a lane by `clock`. At most one may live at a time.
    pub(crate) fn staff(&self, clock: Arc<dyn Clock>, code_digits: usize) -> Staff {
        let store: Arc<dyn Store> = Arc::clone(&self.store) as Arc<dyn Store>;
        let lane = Lane::start(Arc::clone(&store), Arc::clone(&clock), Arc::new(stop_at_once));
        let commands = Commands::new(lane.clone(), store, self.vault.clone(), clock, code_digits);
        Staff { lane, commands }
    }

    /// Takes nothing new, lets what waits be kept, and lets go of the store, which ends with its last holder.
    pub(crate) async fn close(self, staff: Staff) {
        staff.lane.close();
        let emptied = async {
            while staff.lane.waiting() > 0 {
                tokio::task::yield_now().await;
            }
        };
        if timeout(Duration::from_secs(CLOSE_WAIT_S_MAX), emptied).await.is_err() {
            tracing::error!("what waited for the store was not kept in time; nobody was told it was");
        }
    }
}

impl Staff {
    /// Puts the configured settings and rule packs into force, unless they are already.
    pub(crate) async fn set_policy(&self, config: &Config) -> Result<(), Stopped> {
        let in_force = self.commands.policy().await.map_err(failed)?;
        if in_force != config.policy {
            self.commands.commit_own(Body::SetPolicy(config.policy.clone())).await.map_err(failed)?;
            tracing::info!("the configured settings are in force");
        }
        let times = Body::SetStaffTimes(config.staff_times);
        self.commands.commit_own(times).await.map_err(failed)?;
        let ceilings = config.ceilings.clone();
        let set = self.commands.commit_own(Body::SetCeilings(SetCeilings { ceilings })).await;
        set.map_err(failed)?;
        let tariff_ceilings = config.tariff_ceilings.clone();
        let set = self.commands.commit_own(Body::SetSafeguards(SetSafeguards { tariff_ceilings })).await;
        set.map_err(failed)?;
        self.commands.set_rules(crate::rules::read(&config.rule_files)?).await.map_err(failed)?;
        Ok(())
    }
}

/// A failed call of the program's own.
pub(crate) fn failed(why: Failure) -> Stopped {
    match why {
        Failure::Refused(refusal, _) => Stopped::failed(format_args!("the core refused: {refusal:?}")),
        Failure::NotApplied => Stopped::failed("the store did not take it"),
        Failure::OutcomeUnknown => Stopped::failed("the store gave no answer"),
    }
}

/// The engine can no longer be trusted: nobody gets an answer any more.
pub(crate) fn stop_at_once(why: &str) {
    tracing::error!(why, "stopping at once: the engine can no longer be trusted");
    std::process::exit(i32::from(UNTRUSTWORTHY));
}
