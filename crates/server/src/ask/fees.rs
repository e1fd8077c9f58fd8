//! `specie tariff` and `specie quote`: what cash costs. A tariff is read from a file, TOML or JSON, of the shape that
//! `POST /api/v1/tariffs` takes; what is wrong with it, the server says by the name of the member.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use specie_client::segment;

use super::amount::{amount, put};
use super::desk::{Operator, going_on};
use super::proposals::propose;
use super::reach::Environment;
use crate::stopped::{Naming, Stopped};

/// Bytes of a tariff's file at most.
const TARIFF_FILE_BYTES_MAX: u64 = 64 * 1024;

/// Over what way a code is asked for.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ChannelName {
    /// The wallet's app
    App,
    /// A text message
    Sms,
    /// A menu on a phone without an app
    Ussd,
    /// The wallet's offline device
    Offline,
}

impl ChannelName {
    const fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Sms => "sms",
            Self::Ussd => "ussd",
            Self::Offline => "offline",
        }
    }
}

/// What is done with tariffs.
#[derive(Subcommand)]
pub(crate) enum TariffVerb {
    /// Add a version from a file, TOML or JSON
    Add {
        #[command(flatten)]
        operator: Operator,
        /// The file; one whose name ends in .json is JSON
        file: PathBuf,
        /// Propose it to a second person, and why: so must it be once two people judge
        #[arg(long, value_name = "WHY")]
        propose: Option<String>,
    },
    /// List the versions in the order they were added
    List {
        #[command(flatten)]
        operator: Operator,
        /// Only versions added after this one, as `next` told
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// Versions on the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// Show a version
    Show {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        tariff: String,
    },
}

impl TariffVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Add { operator, file, propose: Some(why) } => {
                let body = json!({ "kind": "add_tariff", "tariff": tariff_of(&file)?, "why": why });
                propose(&operator, environment, &body).await?;
            }
            Self::Add { operator, file, propose: None } => {
                let body = tariff_of(&file)?;
                let mut desk = operator.desk(environment)?;
                let added = desk.post("/api/v1/tariffs", &body).await?;
                desk.show(&added);
            }
            Self::List { operator, after, limit } => {
                let mut desk = operator.desk(environment)?;
                let after = going_on(after.as_deref());
                desk.list(&format!("/api/v1/tariffs?limit={limit}{after}")).await?;
            }
            Self::Show { operator, tariff } => {
                let mut desk = operator.desk(environment)?;
                let shown = desk.get(&format!("/api/v1/tariffs/{}", segment(&tariff))).await?;
                desk.show(&shown);
            }
        }
        Ok(())
    }
}

/// What a file says, as JSON.
fn tariff_of(file: &Path) -> Result<Value, Stopped> {
    let size = fs::metadata(file).about(file.display())?.len();
    if size > TARIFF_FILE_BYTES_MAX {
        let what = format_args!("{} is larger than {TARIFF_FILE_BYTES_MAX} bytes", file.display());
        return Err(Stopped::misused(what));
    }
    let text = fs::read_to_string(file).about(file.display())?;
    let is_json = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let read: Result<Value, String> = if is_json {
        serde_json::from_str(&text).map_err(|why| why.to_string())
    } else {
        toml::from_str(&text).map_err(|why| why.to_string())
    };
    read.map_err(|why| Stopped::misused(format_args!("{}: {why}", file.display())))
}

/// What is asked the price of.
#[derive(Args)]
pub(crate) struct QuoteArguments {
    #[command(flatten)]
    operator: Operator,
    /// The wallet's id, or the phone number with its plus
    #[arg(long, value_name = "WALLET")]
    wallet: String,
    /// The POS
    #[arg(long, value_name = "ID")]
    pos: String,
    /// The cash in hand, as 10.00 GBP
    #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
    sum: Vec<String>,
    /// Over what way the code would be asked for
    #[arg(long, default_value = "app")]
    channel: ChannelName,
}

impl QuoteArguments {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        let mut body = json!({ "pos_id": self.pos, "channel": self.channel.name() });
        put(&mut body, "amount", amount(&self.sum)?);
        let mut desk = self.operator.desk(environment)?;
        let wallet_id = desk.wallet_id(&self.wallet).await?;
        put(&mut body, "wallet_id", wallet_id.into());
        let quoted = desk.post("/api/v1/quotes", &body).await?;
        desk.show(&quoted);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tariff_is_the_same_from_toml_and_from_json() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let toml = "name = \"Cash out\"\ncurrency = \"GBP\"\n[fee]\nflat = \"0.20\"\n[[fee.bands]]\nfrom = \"0\"\n\
            basis_points = 100\n";
        let json = r#"{"name":"Cash out","currency":"GBP","fee":{"flat":"0.20","bands":[{"from":"0","basis_points":100}]}}"#;
        let (toml, json) = (write("t.toml", toml), write("t.json", json));
        assert_eq!(tariff_of(&toml).ok(), tariff_of(&json).ok());
        let wrong = tariff_of(&write("wrong.toml", "name = ")).unwrap_err();
        assert_eq!(wrong.exit, 2);
        assert!(tariff_of(&folder.path().join("nowhere.toml")).is_err());
    }
}
