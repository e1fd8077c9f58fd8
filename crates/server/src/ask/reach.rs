//! Where the server is and which key speaks to it: a flag, else the demo's own file, else a variable, else the
//! default. Keys are never printed.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;
use specie_client::{Signer, Stamp};
use specie_commands::{Chance, Clock};

use crate::clock::{SystemChance, WallClock};
use crate::demo::file::DemoFile;
use crate::keys::hex;
use crate::stopped::Stopped;

/// The variables that commands to a running server read; the server itself leaves them alone.
pub(crate) const SERVER_VARIABLE: &str = "SPECIE_SERVER";
pub(crate) const OPERATOR_KEY_VARIABLE: &str = "SPECIE_OPERATOR_KEY";
pub(crate) const ACCESS_KEY_VARIABLE: &str = "SPECIE_ACCESS_KEY";
pub(crate) const SECRET_KEY_VARIABLE: &str = "SPECIE_SECRET_KEY";
pub(crate) const POS_VARIABLE: &str = "SPECIE_POS_ID";
pub(crate) const OFFLINE_SEED_VARIABLE: &str = "SPECIE_OFFLINE_SEED";
pub(crate) const STATE_VARIABLE: &str = "SPECIE_POS_STATE";
const SERVER_DEFAULT: &str = "http://127.0.0.1:8080";
/// Random bytes of a salt and of an idempotency value.
const RANDOM_BYTES: usize = 16;

/// The process's environment, handed in.
pub(crate) type Environment = BTreeMap<OsString, OsString>;

/// A variable's value; none when it is not set or empty.
pub(crate) fn variable(environment: &Environment, name: &str) -> Result<Option<String>, Stopped> {
    let Some(value) = environment.get(&OsString::from(name)).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let text = value.to_str().ok_or_else(|| Stopped::misused(format_args!("{name} is not UTF-8")))?;
    Ok(Some(text.to_owned()))
}

/// Where the server is, and how its answers are shown.
#[derive(Args)]
pub(crate) struct Reach {
    /// Where the server is [SPECIE_SERVER] [default: http://127.0.0.1:8080]
    #[arg(long, value_name = "URL")]
    pub(crate) server: Option<String>,
    /// The data folder of a demo: server and keys are read from its demo.json
    #[arg(long, value_name = "DIR")]
    pub(crate) demo: Option<PathBuf>,
    /// Print the server's JSON
    #[arg(long)]
    pub(crate) json: bool,
}

impl Reach {
    /// The demo that was named.
    pub(crate) fn demo(&self) -> Result<Option<DemoFile>, Stopped> {
        let Some(folder) = &self.demo else { return Ok(None) };
        let missing = || Stopped::misused(format_args!("{} holds no demo", folder.display()));
        DemoFile::read(folder)?.ok_or_else(missing).map(Some)
    }

    /// The server's address; `kept` is one that an earlier command used.
    pub(crate) fn server(
        &self,
        environment: &Environment,
        demo: Option<&DemoFile>,
        kept: Option<&str>,
    ) -> Result<String, Stopped> {
        let named = self.server.clone().or_else(|| demo.map(|demo| demo.server.clone()));
        let named = named.or_else(|| kept.map(str::to_owned));
        let named = named.map_or_else(|| variable(environment, SERVER_VARIABLE), |named| Ok(Some(named)))?;
        Ok(named.unwrap_or_else(|| SERVER_DEFAULT.to_owned()))
    }
}

/// A fresh random text of 32 hexadecimal digits.
pub(crate) fn random_text() -> String {
    let mut bytes = [0; RANDOM_BYTES];
    SystemChance.fill(&mut bytes);
    hex(&bytes)
}

/// The time, Unix seconds.
pub(crate) fn unix_s() -> u64 {
    u64::try_from(WallClock.now().unix_ms() / 1_000).unwrap_or_default()
}

/// Signs by the real clock and with real chance.
pub(crate) fn signer(secret_key: &str) -> Signer {
    Signer::new(secret_key, || Stamp { salt: random_text(), timestamp_s: unix_s() })
}
