//! `specie demo`: makes demo data in an empty folder, then serves them. A folder whose demo is whole is gone on
//! with; one whose making was cut short holds nothing but that, and is made again.

pub(crate) mod file;
pub(crate) mod plan;
mod print;
pub(crate) mod seed;
mod visits;

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use specie_commands::Clock;

use self::file::DemoFile;
use self::seed::{DemoClock, seed};
use crate::clock::WallClock;
use crate::config::Config;
use crate::house::{House, failed};
use crate::keys;
use crate::serve::Listening;
use crate::stopped::{Naming, Stopped};

/// Stands in the folder from before the first byte of the demo until it is whole.
pub(crate) const MARKER: &str = "demo-is-being-made";

/// The defaults of the demo.
pub(crate) fn defaults() -> Config {
    let mut config = Config { data: "demo-data".into(), ..Config::default() };
    config.policy.code_caps = plan::caps();
    config
}

/// Makes the demo if it is not there, serves it, and says how to use it.
pub(crate) async fn run(config: Config) -> Result<(), Stopped> {
    let listening = Listening::bind(&config).await?;
    let server = listening.url();
    let (house, mut demo, held) = match DemoFile::read(&config.data)? {
        Some(demo) => (House::open(&config.data)?, demo, None),
        None => make(&config).await.map(|(house, demo, held)| (house, demo, Some(held)))?,
    };
    if demo.server != server {
        demo.server = server;
        demo.write(&config.data)?;
    }
    drop(fs::remove_file(config.data.join(MARKER))); // Without a marker there is nothing to remove.
    drop(held);
    let invite = invite(&house, &demo, config.code_digits).await?;
    let text = print::how_to_use(&demo, &invite, listening.api_url().as_deref(), &config.data);
    crate::serve::run(house, &config, listening, &text).await
}

/// A fresh invite to the documentation's own customer, each time the demo starts.
async fn invite(house: &House, demo: &DemoFile, code_digits: usize) -> Result<String, Stopped> {
    let wallet_id = demo.seed.wallet_id.parse().map_err(|_| "is malformed").about("the demo's wallet")?;
    let staff = house.staff(Arc::new(WallClock), code_digits);
    let invited = staff.commands.invite_device(seed::asked(&staff.commands), wallet_id).await;
    staff.lane.close();
    Ok(invited.map_err(failed)?.receipt.invite.grouped())
}

/// Makes the demo in an empty folder. Its file is written by the caller, last; until then the caller holds the
/// marker, so that nobody else begins again.
async fn make(config: &Config) -> Result<(House, DemoFile, File), Stopped> {
    let marker = config.data.join(MARKER);
    let was_begun = marker.exists();
    if !was_begun && keys::holds_data(&config.data)? {
        return Err(Stopped::failed(format_args!(
            "{} holds data that are no demo; name an empty folder with --data",
            config.data.display()
        )));
    }
    keys::make_private_folder(&config.data)?;
    let held = File::create(&marker).about(marker.display())?;
    held.try_lock().about(marker.display())?;
    if was_begun {
        tracing::warn!("the making of this demo was cut short: beginning again");
        empty(&config.data)?;
    }
    let house = House::open(&config.data)?;
    let clock = Arc::new(DemoClock::before(WallClock.now()));
    let staff = house.staff(Arc::clone(&clock) as Arc<dyn Clock>, config.code_digits);
    let demo = seed(&staff.commands, &clock, &plan::plan()).await?;
    Ok((house, demo, held))
}

/// Removes what a demo in the making has left: the folder was empty when it began.
fn empty(data: &Path) -> Result<(), Stopped> {
    for entry in fs::read_dir(data).about(data.display())? {
        let path = entry.about(data.display())?.path();
        if path.file_name().is_some_and(|name| name == MARKER) {
            continue;
        }
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.about(path.display())?;
    }
    Ok(())
}
