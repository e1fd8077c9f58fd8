//! `specie operator-key create --data`: registers a bearer key for a person in a data folder and shows it once. The
//! server must be stopped, because one program at a time may write.

use std::path::Path;
use std::sync::Arc;

use specie_commands::{BearerKey, Chance, Commands};
use specie_domain::Body;
use specie_domain::command::{Actor, RegisterOperatorKey};
use specie_domain::rows::Role;

use crate::clock::{SystemChance, WallClock};
use crate::config::Config;
use crate::house::{House, failed};
use crate::keys::{self, hex};
use crate::stopped::{Naming, Stopped};
use crate::terminal::complain;

/// Random bytes of a key: 160 bits.
const KEY_BYTES: usize = 20;

/// Creates a key in `data`, which is made if it is not there, and gives back its text.
pub(crate) async fn create(data: &Path, person: &str, role: Role) -> Result<String, Stopped> {
    let is_new = !keys::holds_data(data)?;
    let house = House::open(data)?;
    if is_new {
        complain(&format!("{} is a new data folder", data.display()));
    }
    let staff = house.staff(Arc::new(WallClock), Config::default().code_digits);
    let created = register(&staff.commands, person, role).await;
    house.close(staff).await;
    created
}

/// Registers a fresh key and gives back its text.
pub(crate) async fn register(commands: &Commands, person: &str, role: Role) -> Result<String, Stopped> {
    let mut bytes = [0; KEY_BYTES];
    SystemChance.fill(&mut bytes);
    let text = format!("sok_{}", hex(&bytes));
    let key: BearerKey = text.parse().map_err(|_| "is malformed").about("the new key")?;
    let hash = commands.vault().bearer_key(&key);
    let body = RegisterOperatorKey { actor: Actor::System, hash, person: person.to_owned(), role };
    commands.commit_own(Body::RegisterOperatorKey(body)).await.map_err(failed)?;
    Ok(text)
}
