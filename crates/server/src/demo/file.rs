//! `DIR/demo.json`: what programs need to use the demo, secrets included, readable by its owner alone. It is
//! written last and at once, so that it stands only beside a demo that is whole.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::keys::write_private;
use crate::stopped::{Naming, Stopped};

/// Its name in the data folder.
pub(crate) const NAME: &str = "demo.json";

/// The whole file.
#[derive(Serialize, Deserialize)]
pub(crate) struct DemoFile {
    /// Where the server listens.
    pub(crate) server: String,
    /// A bearer key that allows everything.
    pub(crate) operator_key: String,
    /// Another person's, who approves what was proposed with the first; none in a demo that an older program made.
    #[serde(default)]
    pub(crate) approver_key: Option<String>,
    /// The documentation's own customer.
    pub(crate) seed: SeedEntry,
    pub(crate) pos: Vec<PosEntry>,
    pub(crate) wallets: Vec<WalletEntry>,
    /// People who sign in to the console; none in a demo that an older program made.
    #[serde(default)]
    pub(crate) staff: Vec<StaffEntry>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct StaffEntry {
    pub(crate) name: String,
    pub(crate) role: String,
    pub(crate) password: String,
    /// The seed of her authenticator app, base32.
    pub(crate) otp_seed: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SeedEntry {
    pub(crate) pos_id: String,
    pub(crate) access_key: String,
    pub(crate) phone_number: String,
    pub(crate) wallet_id: String,
    pub(crate) account_id: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct PosEntry {
    pub(crate) pos_id: String,
    pub(crate) owner_id: String,
    pub(crate) access_key: String,
    pub(crate) secret_key: String,
    pub(crate) profile: String,
    pub(crate) currencies: Vec<String>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct WalletEntry {
    pub(crate) wallet_id: String,
    pub(crate) phone_number: String,
    pub(crate) accounts: Vec<AccountEntry>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct AccountEntry {
    pub(crate) account_id: String,
    pub(crate) currency: String,
    /// Exact decimal text, when the demo was made.
    pub(crate) balance: String,
}

impl DemoFile {
    /// The file in `data`, if there is one.
    pub(crate) fn read(data: &Path) -> Result<Option<Self>, Stopped> {
        let path = data.join(NAME);
        if !path.exists() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(&path).about(path.display())?;
        serde_json::from_str(&text).map(Some).about(path.display())
    }

    /// Writes it into `data`.
    pub(crate) fn write(&self, data: &Path) -> Result<(), Stopped> {
        let path = data.join(NAME);
        let text = serde_json::to_string_pretty(self).about(path.display())?;
        write_private(&path, &format!("{text}\n"))
    }
}
