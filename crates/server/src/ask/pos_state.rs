//! What the POS in a terminal keeps between two commands, in a file of its owner's alone: server, keys, the
//! session's token, and the request whose answer stayed away with its idempotency value. Written before a request
//! is sent, so that no crash of this program loses the value.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use specie_client::Session;

use super::reach::{Environment, STATE_VARIABLE, variable};
use crate::keys::{make_private_folder, write_private};
use crate::stopped::{Naming, Stopped};

/// The state's place below the folder that the XDG specification gives to states.
const STATE_FILE: &str = "specie/pos.json";

/// The whole file.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct PosState {
    pub(crate) server: String,
    pub(crate) access_key: String,
    pub(crate) secret_key: Option<String>,
    pub(crate) session: Option<KeptSession>,
    pub(crate) unanswered: Option<Unanswered>,
}

/// The session that the next command belongs to.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct KeptSession {
    pub(crate) token_id: String,
    pub(crate) operation_id: String,
    pub(crate) phone_number: String,
    /// Account ids with their currencies.
    pub(crate) accounts: Vec<(String, String)>,
    /// The currency of its withdrawal, once one was asked for.
    #[serde(default)]
    pub(crate) currency: Option<String>,
    /// Money moved in it and nobody said yet what became of the cash.
    pub(crate) waits_for_logout: bool,
}

/// A request whose answer stayed away.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Unanswered {
    /// The command's words.
    pub(crate) request: String,
    pub(crate) idempotency: String,
}

impl KeptSession {
    /// What the client sends of it.
    pub(crate) fn session(&self) -> Session {
        Session {
            token_id: self.token_id.clone(),
            operation_id: self.operation_id.clone(),
            phone_number: Some(self.phone_number.clone()),
        }
    }

    /// The currency of an account that was named by its id or by that currency.
    pub(crate) fn currency_of(&self, account: &str) -> Option<String> {
        let mut named = self.accounts.iter().filter(|(id, _)| id == account);
        named.next().map(|(_, currency)| currency.clone())
    }

    /// An account by its id, or by a currency that only one of them has.
    pub(crate) fn account(&self, named: &str) -> String {
        let mut of_currency = self.accounts.iter().filter(|(_, currency)| currency == named);
        match (of_currency.next(), of_currency.next()) {
            (Some((id, _)), None) => id.clone(),
            (Some(_), Some(_)) | (None, _) => named.to_owned(),
        }
    }
}

impl PosState {
    /// Where it is kept: as named, else below the home folder.
    pub(crate) fn path(named: Option<&Path>, environment: &Environment) -> Result<PathBuf, Stopped> {
        if let Some(path) = named {
            return Ok(path.to_owned());
        }
        if let Some(path) = variable(environment, STATE_VARIABLE)? {
            return Ok(path.into());
        }
        if let Some(folder) = variable(environment, "XDG_STATE_HOME")? {
            return Ok(Path::new(&folder).join(STATE_FILE));
        }
        let home = variable(environment, "HOME")?;
        let home = home.ok_or("no HOME: give --state FILE").map_err(Stopped::misused)?;
        Ok(Path::new(&home).join(".local/state").join(STATE_FILE))
    }

    /// What an earlier command kept; nothing when there is no file.
    pub(crate) fn read(path: &Path) -> Result<Self, Stopped> {
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(path).about(path.display())?;
        serde_json::from_str(&text).about(path.display())
    }

    pub(crate) fn write(&self, path: &Path) -> Result<(), Stopped> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            make_private_folder(folder)?;
        }
        let text = serde_json::to_string_pretty(self).about(path.display())?;
        write_private(path, &text)
    }
}
