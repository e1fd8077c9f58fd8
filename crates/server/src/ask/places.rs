//! `specie pos-owner`, `specie pos-place`, `specie key`, `specie withdrawal`, `specie deposit`: the places where
//! cash is handed out, whose they are, the keys they speak with, and what became of a withdrawal or a deposit.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use specie_client::segment;

use super::amount::{amount, currencies, put};
use super::desk::{Desk, Operator};
use super::reach::Environment;
use super::table;
use super::verdict::pretty;
use crate::stopped::Stopped;
use crate::terminal::say;

/// What is done with a POS owner.
#[derive(Subcommand)]
pub(crate) enum OwnerVerb {
    /// Register a POS owner
    Add {
        #[command(flatten)]
        operator: Operator,
        /// Its trading name
        name: String,
    },
    /// List POS owners, the first registered first
    List {
        #[command(flatten)]
        operator: Operator,
        #[command(flatten)]
        page: Page,
    },
}

/// Which page of a list.
#[derive(Args)]
pub(crate) struct Page {
    /// Only those after this one, as `next` told
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    /// Lines on the page
    #[arg(long, value_name = "N", default_value_t = 200)]
    limit: u64,
}

impl Page {
    fn query(&self) -> String {
        let after = self.after.as_ref();
        let after = after.map_or_else(String::new, |after| format!("&after={}", segment(after)));
        format!("limit={}{after}", self.limit)
    }
}

/// What is done with a POS.
#[derive(Subcommand)]
pub(crate) enum PlaceVerb {
    /// Register a POS
    Add {
        #[command(flatten)]
        operator: Operator,
        /// What people call it
        name: String,
        /// Whose it is
        #[arg(long, value_name = "ID")]
        owner: String,
        /// A currency it serves; may be repeated
        #[arg(long, required = true, value_name = "CURRENCY")]
        currency: Vec<String>,
        /// How far its position may go below zero, as '500.00 GBP'; may be repeated
        #[arg(long, value_name = "SUM CURRENCY")]
        credit_line: Vec<String>,
        /// The id it has elsewhere
        #[arg(long, value_name = "TEXT")]
        id: Option<String>,
    },
    /// List POS, the first registered first
    List {
        #[command(flatten)]
        operator: Operator,
        /// Only those of this owner
        #[arg(long, value_name = "ID")]
        owner: Option<String>,
        #[command(flatten)]
        page: Page,
    },
    /// Show a POS: whose it is, its floats, its place and its keys, without their secrets
    Inspect {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        pos: String,
    },
    /// Refuse new requests of a POS; facts are still accepted
    Disable {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        pos: String,
    },
    /// Serve a disabled POS again
    Enable {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        pos: String,
    },
    /// Say what becomes of a POS's cash of which nobody says anything: a case, or it counts as handed out after a time
    OnExpiry {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        pos: String,
        /// So many seconds after the session's end it counts as handed out [default: a case, and it stays held]
        #[arg(long, value_name = "N")]
        assume_dispensed_after_s: Option<u32>,
    },
    /// Credit a POS with money its owner paid in ahead
    Prefund {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        pos: String,
        /// How much, as 500.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Show the position of a POS and its cash waiting for an outcome
    Show {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        pos: String,
        /// The currencies to show
        #[arg(required = true, value_name = "CURRENCY")]
        currencies: Vec<String>,
    },
}

/// How a key's requests are authenticated.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ProfileName {
    /// Salt, timestamp and signature beside the access key
    Signed,
    /// The access key alone
    Plain,
}

/// What a key's logins tell of the balances.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ViewName {
    /// The code's sum in its currency, zero elsewhere
    Approved,
    /// The balances
    Full,
    /// Zero
    Zero,
}

/// What is done with an access key.
#[derive(Subcommand)]
pub(crate) enum KeyVerb {
    /// Make a key for a POS; key and secret are shown this once
    Add {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
        /// How its requests are authenticated
        #[arg(long)]
        profile: ProfileName,
        /// The length that salts of a signed key must have, bytes [default: any]
        #[arg(long, value_name = "N")]
        salt_bytes: Option<u8>,
        /// A network it may be used from, CIDR; may be repeated [default: any]
        #[arg(long, value_name = "CIDR")]
        network: Vec<String>,
        /// What its logins tell of the balances
        #[arg(long, default_value = "approved")]
        balance_view: ViewName,
        /// A currency whose accounts it is shown; may be repeated [default: all]
        #[arg(long, value_name = "CURRENCY")]
        currency: Vec<String>,
    },
    /// Revoke a key, at once and for open sessions too
    Revoke {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
        /// The key's public id
        key_id: String,
    },
}

/// What is asked of a withdrawal.
#[derive(Subcommand)]
pub(crate) enum WithdrawalVerb {
    /// Show its state and where its money is
    Show {
        #[command(flatten)]
        operator: Operator,
        /// Its transaction id
        transaction: String,
    },
    /// Show its whole story: calls, transfers, events, people
    Timeline {
        #[command(flatten)]
        operator: Operator,
        /// Its transaction id
        transaction: String,
    },
    /// The customer says that she did not get the cash: open a case
    Dispute {
        #[command(flatten)]
        operator: Operator,
        /// Its transaction id
        transaction: String,
    },
}

/// What is asked of a deposit.
#[derive(Subcommand)]
pub(crate) enum DepositVerb {
    /// Show its state, and who brought the cash where that was not the customer
    Show {
        #[command(flatten)]
        operator: Operator,
        /// Its transaction id
        transaction: String,
    },
}

impl DepositVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        let Self::Show { operator, transaction } = self;
        let mut desk = operator.desk(environment)?;
        let shown = desk.get(&format!("/api/v1/deposits/{}", segment(&transaction))).await?;
        desk.show(&shown);
        Ok(())
    }
}

impl OwnerVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Add { operator, name } => {
                let mut desk = operator.desk(environment)?;
                let added = desk.post("/api/v1/pos-owners", &json!({ "name": name })).await?;
                desk.show(&added);
            }
            Self::List { operator, page } => {
                let mut desk = operator.desk(environment)?;
                desk.list(&format!("/api/v1/pos-owners?{}", page.query())).await?;
            }
        }
        Ok(())
    }
}

impl PlaceVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Add { operator, name, owner, currency, credit_line, id } => {
                let mut desk = operator.desk(environment)?;
                let lines = credit_line.iter().map(|line| amount(std::slice::from_ref(line)));
                let lines = lines.collect::<Result<Vec<_>, _>>()?;
                let served = currencies(&currency)?;
                let mut body =
                    json!({ "owner_id": owner, "name": name, "currencies": served, "credit_lines": lines });
                if let Some(id) = id {
                    put(&mut body, "pos_id", id.into());
                }
                let added = desk.post("/api/v1/pos", &body).await?;
                desk.show(&added);
            }
            Self::List { operator, owner, page } => {
                let mut desk = operator.desk(environment)?;
                let owner = owner.map_or_else(String::new, |id| format!("&owner_id={}", segment(&id)));
                desk.list(&format!("/api/v1/pos?{}{owner}", page.query())).await?;
            }
            Self::Inspect { operator, pos } => {
                let mut desk = operator.desk(environment)?;
                let shown = desk.get(&format!("/api/v1/pos/{}", segment(&pos))).await?;
                desk.show(&shown);
            }
            Self::Disable { operator, pos } => switch(operator.desk(environment)?, &pos, "disable").await?,
            Self::Enable { operator, pos } => switch(operator.desk(environment)?, &pos, "enable").await?,
            Self::OnExpiry { operator, pos, assume_dispensed_after_s } => {
                let mut desk = operator.desk(environment)?;
                let body = match assume_dispensed_after_s {
                    Some(after_s) => json!({ "on_expiry": "assume_dispensed", "after_s": after_s }),
                    None => json!({ "on_expiry": "case" }),
                };
                let set = desk.post(&format!("/api/v1/pos/{}/on-expiry", segment(&pos)), &body).await?;
                desk.show_or(&set, "set");
            }
            Self::Prefund { operator, pos, sum } => {
                let mut desk = operator.desk(environment)?;
                let body = json!({ "amount": amount(&sum)? });
                let funded = desk.post(&format!("/api/v1/pos/{}/prefundings", segment(&pos)), &body).await?;
                desk.show(&funded);
            }
            Self::Show { operator, pos, currencies: codes } => {
                show_place(operator.desk(environment)?, &pos, &currencies(&codes)?).await?;
            }
        }
        Ok(())
    }
}

impl KeyVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Add { operator, pos, profile, salt_bytes, network, balance_view, currency } => {
                let mut desk = operator.desk(environment)?;
                let profile = match profile {
                    ProfileName::Signed => "signed",
                    ProfileName::Plain => "plain",
                };
                let view = match balance_view {
                    ViewName::Approved => "approved",
                    ViewName::Full => "full",
                    ViewName::Zero => "zero",
                };
                let shown = currencies(&currency)?;
                let mut body = json!({
                    "profile": profile, "networks": network, "balance_view": view, "currencies": shown,
                });
                if let Some(bytes) = salt_bytes {
                    put(&mut body, "salt_bytes", bytes.into());
                }
                let added = desk.post(&format!("/api/v1/pos/{}/keys", segment(&pos)), &body).await?;
                desk.show(&added);
            }
            Self::Revoke { operator, pos, key_id } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/pos/{}/keys/{}", segment(&pos), segment(&key_id));
                let revoked = desk.delete(&target).await?;
                desk.show_or(&revoked, "revoked");
            }
        }
        Ok(())
    }
}

impl WithdrawalVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Show { operator, transaction } => {
                let mut desk = operator.desk(environment)?;
                let shown = desk.get(&format!("/api/v1/withdrawals/{}", segment(&transaction))).await?;
                desk.show(&shown);
            }
            Self::Timeline { operator, transaction } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/withdrawals/{}/timeline", segment(&transaction));
                let story = desk.get(&target).await?;
                desk.show(&story);
            }
            Self::Dispute { operator, transaction } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/withdrawals/{}/disputes", segment(&transaction));
                let case = desk.post(&target, &json!({})).await?;
                desk.show(&case);
            }
        }
        Ok(())
    }
}

async fn switch(mut desk: Desk, pos: &str, way: &str) -> Result<(), Stopped> {
    let switched = desk.post(&format!("/api/v1/pos/{}/{way}", segment(pos)), &json!({})).await?;
    desk.show(&switched);
    Ok(())
}

/// Our API shows a POS by its accounts; JSON is a list of them.
async fn show_place(mut desk: Desk, pos: &str, currencies: &[String]) -> Result<(), Stopped> {
    let (mut accounts, mut texts) = (Vec::new(), Vec::new());
    for currency in currencies {
        for kind in ["pos", "cash_pending", "fee_pending"] {
            let account = segment(&format!("{kind}:{pos}:{currency}"));
            if let Some(shown) = desk.find(&format!("/api/v1/accounts/{account}")).await? {
                texts.push(pretty(&shown));
                accounts.push(shown.body);
            }
        }
    }
    if accounts.is_empty() {
        let currencies = currencies.join(", ");
        return Err(Stopped::refused(format_args!("{pos} is no POS, or has never held {currencies}")));
    }
    let text = if desk.is_json() { format!("[{}]", texts.join(",")) } else { table::list(&accounts.into()) };
    say(&text);
    Ok(())
}
