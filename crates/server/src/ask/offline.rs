//! Offline devices: the operator's desk enrols and removes one (`specie wallet offline`), and a device in a terminal
//! shows its code without any server (`specie code --offline`). A seed is never an argument: arguments are read by
//! everybody on the machine.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use serde_json::json;
use specie_client::segment;
use specie_commands::{DeviceSeed, OFFLINE_CODE_PERIOD_S};
use specie_domain::Time;
use zeroize::Zeroizing;

use super::code::{Shown, whole_s};
use super::desk::Operator;
use super::reach::{Environment, OFFLINE_SEED_VARIABLE, variable};
use crate::stopped::{Naming, Stopped};

/// The file name that stands for standard input.
const STANDARD_INPUT: &str = "-";
const SEED_TEXT_BYTES_MAX: u64 = 1_024;

/// What is done with a wallet's offline device.
#[derive(Subcommand)]
pub(crate) enum OfflineVerb {
    /// Enrol a device, in place of the one before; its seed is shown once
    Enrol {
        #[command(flatten)]
        operator: Operator,
        /// The wallet's id, or the phone number with its plus
        wallet: String,
    },
    /// Remove the device: its codes open nothing any more
    Remove {
        #[command(flatten)]
        operator: Operator,
        /// The wallet's id, or the phone number with its plus
        wallet: String,
    },
}

impl OfflineVerb {
    pub(super) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Enrol { operator, wallet } => {
                let mut desk = operator.desk(environment)?;
                let wallet_id = desk.wallet_id(&wallet).await?;
                let enrolled = desk.post(&target(&wallet_id), &json!({})).await?;
                desk.show(&enrolled);
            }
            Self::Remove { operator, wallet } => {
                let mut desk = operator.desk(environment)?;
                let wallet_id = desk.wallet_id(&wallet).await?;
                let removed = desk.delete(&target(&wallet_id)).await?;
                desk.show_or(&removed, "removed");
            }
        }
        Ok(())
    }
}

fn target(wallet_id: &str) -> String {
    format!("/api/v1/wallets/{}/offline-device", segment(wallet_id))
}

/// Whether a code is made here, and from which seed.
#[derive(Args)]
pub(super) struct OfflineArguments {
    /// Show what an offline device shows now, by this machine's clock; no server is asked
    #[arg(long, conflicts_with_all = ["wallet", "phone", "pos", "amount", "max_amount", "purpose", "demo", "server"])]
    offline: bool,
    /// The file with the device's seed in Base32; - is standard input [SPECIE_OFFLINE_SEED holds the seed itself]
    #[arg(long, value_name = "FILE", requires = "offline")]
    seed_file: Option<PathBuf>,
}

impl OfflineArguments {
    /// The device's seed, if an offline code is wanted.
    pub(super) fn seed(&self, environment: &Environment) -> Result<Option<DeviceSeed>, Stopped> {
        if !self.offline {
            return Ok(None);
        }
        let (text, from) = self.text(environment)?;
        let seed = text.trim().parse::<DeviceSeed>();
        let seed = seed.map_err(|_| Stopped::misused(format_args!("{from} holds no seed in Base32")))?;
        Ok(Some(seed))
    }

    fn text(&self, environment: &Environment) -> Result<(Zeroizing<String>, String), Stopped> {
        match &self.seed_file {
            Some(file) if file.as_os_str() == STANDARD_INPUT => {
                Ok((read(io::stdin(), "standard input")?, "standard input".to_owned()))
            }
            Some(file) => {
                let name = file.display().to_string();
                Ok((read(File::open(file).about(&name)?, &name)?, name))
            }
            None => {
                let missing =
                    || Stopped::misused(format_args!("no seed: give --seed-file or {OFFLINE_SEED_VARIABLE}"));
                let text = variable(environment, OFFLINE_SEED_VARIABLE)?.ok_or_else(missing)?;
                Ok((Zeroizing::new(text), OFFLINE_SEED_VARIABLE.to_owned()))
            }
        }
    }
}

fn read(source: impl Read, name: &str) -> Result<Zeroizing<String>, Stopped> {
    let mut text = Zeroizing::new(String::new());
    source.take(SEED_TEXT_BYTES_MAX).read_to_string(&mut text).about(name)?;
    Ok(text)
}

/// What the device shows at an instant.
pub(super) fn code_at(seed: &DeviceSeed, at: Time) -> Result<Shown, Stopped> {
    let valid_from = at.window_start(OFFLINE_CODE_PERIOD_S);
    let expires_at = valid_from.plus_s(i64::from(OFFLINE_CODE_PERIOD_S));
    Ok(Shown {
        code: seed.code(at.half_minute()).reveal().to_owned(),
        valid_from: rfc3339(valid_from)?,
        expires_at: rfc3339(expires_at)?,
        costs: None,
        begins_in_ms: 0,
        ends_in_ms: expires_at.ms_since(at),
    })
}

fn rfc3339(at: Time) -> Result<String, Stopped> {
    Ok(format!("{:.3}", Timestamp::from_millisecond(at.unix_ms()).about("this machine's clock")?))
}

/// A code for programs.
pub(super) fn as_json(shown: &Shown) -> String {
    let Shown { code, valid_from, expires_at, ends_in_ms, .. } = shown;
    let seconds_left = whole_s(*ends_in_ms);
    let json = json!({
        "code": code, "valid_from": valid_from, "expires_at": expires_at, "seconds_left": seconds_left,
    });
    serde_json::to_string_pretty(&json).unwrap_or_default() // Texts and numbers always print.
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_lasts_to_the_end_of_its_half_minute() {
        let seed: DeviceSeed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".parse().unwrap();
        let shown = code_at(&seed, Time::from_unix_ms(1_111_111_109_250)).unwrap();
        assert_eq!(shown.code, "07081804", "RFC 6238 appendix B");
        assert_eq!(
            (shown.valid_from.as_str(), shown.ends_in_ms),
            ("2005-03-18T01:58:00.000Z", 30_000 - 29_250)
        );
        assert!(as_json(&shown).contains(r#""seconds_left": 1"#), "{}", as_json(&shown));
    }
}
