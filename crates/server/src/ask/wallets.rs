//! `specie wallet`: open, look at, fund and freeze wallets; the history of an account. A wallet is named by its id
//! or by its phone number.

use clap::Subcommand;
use serde_json::json;
use specie_client::segment;

use super::amount::{amount, currencies};
use super::desk::{Desk, Operator};
use super::offline::OfflineVerb;
use super::reach::Environment;
use super::table;
use super::verdict::pretty;
use crate::stopped::Stopped;
use crate::terminal::say;

/// What is done with a wallet.
#[derive(Subcommand)]
pub(crate) enum WalletVerb {
    /// Open a wallet with an account for each currency
    Open {
        #[command(flatten)]
        operator: Operator,
        /// The customer's phone number, as +14155559992
        phone: String,
        /// The currencies of its first accounts
        #[arg(required = true, value_name = "CURRENCY")]
        currencies: Vec<String>,
    },
    /// Show a wallet
    Show {
        #[command(flatten)]
        operator: Operator,
        /// Its id, or the phone number with its plus
        wallet: String,
    },
    /// Credit money that came in from outside
    TopUp {
        #[command(flatten)]
        operator: Operator,
        /// Its id, or the phone number with its plus
        wallet: String,
        /// How much, as 10.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Invite a device of its customer; the invite is good once, for a day, and ends the one before
    Invite {
        #[command(flatten)]
        operator: Operator,
        /// Its id, or the phone number with its plus
        wallet: String,
    },
    /// Let nothing out of a wallet until it is unfrozen
    Freeze {
        #[command(flatten)]
        operator: Operator,
        /// Its id, or the phone number with its plus
        wallet: String,
    },
    /// Let a frozen wallet be used again
    Unfreeze {
        #[command(flatten)]
        operator: Operator,
        /// Its id, or the phone number with its plus
        wallet: String,
    },
    /// Say how well its customer is known; tariffs and limits ask for it
    KycTier {
        #[command(flatten)]
        operator: Operator,
        /// Its id, or the phone number with its plus
        wallet: String,
        /// The tier; zero: not at all
        tier: u8,
    },
    /// The device that makes a customer's codes while she has no network
    #[command(subcommand)]
    Offline(OfflineVerb),
    /// List the accounts of a wallet
    Accounts {
        #[command(flatten)]
        operator: Operator,
        /// Its id, or the phone number with its plus
        wallet: String,
    },
    /// List the entries of an account, the newest first
    Entries {
        #[command(flatten)]
        operator: Operator,
        /// The account's id; those of the ledger too, as pos:ID:GBP or funding:GBP
        account: String,
        /// The transfer of the first line wanted: the `next` of the page before
        #[arg(long, value_name = "N")]
        from: Option<u64>,
        /// Lines at most
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
}

impl WalletVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Open { operator, phone, currencies: codes } => {
                let mut desk = operator.desk(environment)?;
                let body = json!({ "phone_number": phone, "currencies": currencies(&codes)? });
                let opened = desk.post("/api/v1/wallets", &body).await?;
                desk.show(&opened);
            }
            Self::Show { operator, wallet } => {
                let mut desk = operator.desk(environment)?;
                let wallet_id = desk.wallet_id(&wallet).await?;
                let shown = desk.get(&format!("/api/v1/wallets/{}", segment(&wallet_id))).await?;
                desk.show(&shown);
            }
            Self::TopUp { operator, wallet, sum } => {
                let mut desk = operator.desk(environment)?;
                let body = json!({ "amount": amount(&sum)? });
                let wallet_id = desk.wallet_id(&wallet).await?;
                let target = format!("/api/v1/wallets/{}/topups", segment(&wallet_id));
                let funded = desk.post(&target, &body).await?;
                desk.show(&funded);
            }
            Self::Invite { operator, wallet } => {
                let mut desk = operator.desk(environment)?;
                let wallet_id = desk.wallet_id(&wallet).await?;
                let target = format!("/api/v1/wallets/{}/invites", segment(&wallet_id));
                let invited = desk.post(&target, &json!({})).await?;
                desk.show(&invited);
            }
            Self::Freeze { operator, wallet } => {
                switch(operator.desk(environment)?, &wallet, "freeze").await?;
            }
            Self::Unfreeze { operator, wallet } => {
                switch(operator.desk(environment)?, &wallet, "unfreeze").await?;
            }
            Self::KycTier { operator, wallet, tier } => {
                let mut desk = operator.desk(environment)?;
                let wallet_id = desk.wallet_id(&wallet).await?;
                let target = format!("/api/v1/wallets/{}/kyc-tier", segment(&wallet_id));
                let set = desk.post(&target, &json!({ "kyc_tier": tier })).await?;
                desk.show(&set);
            }
            Self::Offline(verb) => verb.run(environment).await?,
            Self::Accounts { operator, wallet } => accounts(operator.desk(environment)?, &wallet).await?,
            Self::Entries { operator, account, from, limit } => {
                let mut desk = operator.desk(environment)?;
                let from = from.map(|number| format!("&from={number}")).unwrap_or_default();
                let account = segment(&account);
                let page =
                    desk.get(&format!("/api/v1/accounts/{account}/entries?limit={limit}{from}")).await?;
                desk.show(&page);
            }
        }
        Ok(())
    }
}

async fn switch(mut desk: Desk, wallet: &str, way: &str) -> Result<(), Stopped> {
    let wallet_id = desk.wallet_id(wallet).await?;
    let target = format!("/api/v1/wallets/{}/{way}", segment(&wallet_id));
    let switched = desk.post(&target, &json!({})).await?;
    desk.show(&switched);
    Ok(())
}

async fn accounts(mut desk: Desk, wallet: &str) -> Result<(), Stopped> {
    let wallet_id = desk.wallet_id(wallet).await?;
    let shown = desk.get(&format!("/api/v1/wallets/{}", segment(&wallet_id))).await?;
    let accounts = shown.body.get("accounts").cloned().unwrap_or_default();
    say(&if desk.is_json() { pretty(&shown) } else { table::list(&accounts) });
    Ok(())
}
