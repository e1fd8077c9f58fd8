//! `specie staff`: people who sign in to the console. `add` and `reset` work on a data folder too, for the first person
//! and for one who locked herself out. Passwords and seeds are printed once.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Subcommand;
use serde_json::json;
use specie_client::segment;
use specie_commands::{Asked, Clock, DeviceSeed, NewStaff};
use specie_domain::command::Actor;

use super::desk::{Operator, going_on};
use super::reach::Environment;
use super::staff::RoleName;
use crate::clock::WallClock;
use crate::config::Config;
use crate::house::{House, failed};
use crate::stopped::Stopped;
use crate::terminal::say;

/// What is done with a person.
#[derive(Subcommand)]
pub(crate) enum PeopleVerb {
    /// Add a person and print her password and seed, once; with --data in a folder whose server is stopped
    Add {
        #[command(flatten)]
        operator: Box<Operator>,
        /// The data folder; without it, the running server is asked
        #[arg(long, value_name = "DIR", conflicts_with_all = ["server", "demo", "operator_key", "idempotency"])]
        data: Option<PathBuf>,
        /// Her name
        name: String,
        /// What she may do
        #[arg(long)]
        role: RoleName,
        /// Propose her to a second person, and why: so must be an admin or finance once two people judge
        #[arg(long, value_name = "WHY", conflicts_with = "data")]
        propose: Option<String>,
    },
    /// List people, disabled ones too
    List {
        #[command(flatten)]
        operator: Operator,
        /// Only people after this one, as `next` told
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// People on the page
        #[arg(long, value_name = "N", default_value_t = 200)]
        limit: u64,
    },
    /// Disable a person, at once and for good
    Disable {
        #[command(flatten)]
        operator: Operator,
        /// Her id, as `list` tells it
        staff_id: String,
    },
    /// Give a person a new password and a new seed, and open a locked name
    Reset {
        #[command(flatten)]
        operator: Box<Operator>,
        /// The data folder; without it, the running server is asked
        #[arg(long, value_name = "DIR", conflicts_with_all = ["server", "demo", "operator_key", "idempotency"])]
        data: Option<PathBuf>,
        /// Her id, as `list` tells it; with --data her name
        person: String,
        /// Propose it to a second person, and why: so must be an admin's or finance's once two people judge
        #[arg(long, value_name = "WHY", conflicts_with = "data")]
        propose: Option<String>,
    },
    /// Print the code that an authenticator app shows now; each signs in once
    Code {
        /// The seed, as `add` printed it
        seed: DeviceSeedText,
    },
}

/// A seed on the command line.
#[derive(Clone)]
pub(crate) struct DeviceSeedText(DeviceSeed);

impl std::str::FromStr for DeviceSeedText {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text.parse().map(Self).map_err(|_| "must be the base32 text that was printed once".to_owned())
    }
}

impl PeopleVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Add { data: Some(data), name, role, .. } => add(&data, name, role).await?,
            Self::Add { operator, data: None, name, role, propose } => {
                let mut desk = operator.desk(environment)?;
                let body = json!({ "name": name, "role": role.name() });
                let added = desk.post_or_propose("/staff", body, propose).await?;
                desk.show(&added);
            }
            Self::List { operator, after, limit } => {
                let mut desk = operator.desk(environment)?;
                let after = going_on(after.as_deref());
                desk.list(&format!("/api/v1/staff?limit={limit}{after}")).await?;
            }
            Self::Disable { operator, staff_id } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/staff/{}/disable", segment(&staff_id));
                let disabled = desk.post(&target, &json!({})).await?;
                desk.show_or(&disabled, "disabled");
            }
            Self::Reset { data: Some(data), person, .. } => reset(&data, &person).await?,
            Self::Reset { operator, data: None, person, propose } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/staff/{}/reset", segment(&person));
                let reset = desk.post_or_propose(&target, json!({}), propose).await?;
                desk.show(&reset);
            }
            Self::Code { seed } => say(seed.0.staff_code(WallClock.now().half_minute()).reveal()),
        }
        Ok(())
    }
}

async fn add(data: &Path, name: String, role: RoleName) -> Result<(), Stopped> {
    crate::cli::quiet_log();
    let house = House::open(data)?;
    let staff = house.staff(Arc::new(WallClock), Config::default().code_digits);
    let asked = Asked { actor: Actor::System, at: staff.commands.now(), idempotency: None };
    let added = staff.commands.add_staff(asked, name, role.role()).await;
    house.close(staff).await;
    print(&added.map_err(failed)?.receipt);
    Ok(())
}

async fn reset(data: &Path, person: &str) -> Result<(), Stopped> {
    crate::cli::quiet_log();
    let house = House::open(data)?;
    let staff = house.staff(Arc::new(WallClock), Config::default().code_digits);
    let asked = Asked { actor: Actor::System, at: staff.commands.now(), idempotency: None };
    let known = staff.commands.staff_id_of(person).await;
    let new = match known {
        Ok(staff_id) => staff.commands.reset_staff(asked, staff_id).await,
        Err(why) => Err(why),
    };
    house.close(staff).await;
    print(&new.map_err(failed)?.receipt);
    Ok(())
}

fn print(new: &NewStaff) {
    say(&format!("staff_id  {}", new.staff_id));
    say(&format!("password  {}", new.password.reveal()));
    say(&format!("otp_seed  {}", new.seed.base32().as_str()));
}
