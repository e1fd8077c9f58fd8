//! `specie till` and `specie cashier`: drawers and who answers for them. Cashiers' verbs speak with the POS's access key,
//! an id and a PIN; the operator's with the bearer key. Counts are given as `GBP=20x3,5x1`, once a currency.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use specie_client::{PosClient, Reply, segment};
use specie_money::Currency;

use super::amount::{amount, put};
use super::desk::Operator;
use super::outcome::counted;
use super::reach::{
    ACCESS_KEY_VARIABLE, Environment, Reach, SECRET_KEY_VARIABLE, random_text, signer, variable,
};
use super::table;
use super::verdict::{Verdict, pretty};
use crate::stopped::Stopped;
use crate::terminal::say;

/// Where a cashier's PIN may come from, so that no list of processes shows it.
const PIN_VARIABLE: &str = "SPECIE_CASHIER_PIN";
/// The same for the cashier who signs beside.
const OTHER_PIN_VARIABLE: &str = "SPECIE_OTHER_CASHIER_PIN";

/// The server, the POS's key, and who asks.
#[derive(Args)]
pub(crate) struct Counter {
    #[command(flatten)]
    reach: Reach,
    /// The POS's access key [SPECIE_ACCESS_KEY]
    #[arg(long, value_name = "KEY")]
    access_key: Option<String>,
    /// The secret of a signed key [SPECIE_SECRET_KEY]
    #[arg(long, value_name = "SECRET")]
    secret_key: Option<String>,
    /// The idempotency value of an earlier try whose outcome is unknown [default: a fresh one]
    #[arg(long, value_name = "VALUE")]
    idempotency: Option<String>,
}

/// Who signs.
#[derive(Args)]
pub(crate) struct Signer {
    /// The cashier's id
    #[arg(long, value_name = "ID")]
    cashier: String,
    /// The cashier's PIN [SPECIE_CASHIER_PIN]
    #[arg(long, value_name = "DIGITS")]
    pin: Option<String>,
}

/// Where moved cash comes from or goes to.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum WayName {
    /// Out of the POS's vault
    FromVault,
    /// Into the POS's vault
    ToVault,
    /// Into another open till, whose cashier signs too
    ToTill,
}

/// What became of a vault's cash.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum VaultName {
    /// It was brought
    Delivered,
    /// It was taken away
    Collected,
    /// It was counted: this much is there
    Counted,
}

/// What is done with tills.
#[derive(Subcommand)]
pub(crate) enum TillVerb {
    /// Run tills at a POS: from then on no cash moves there without an open one
    Run {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
        /// No longer
        #[arg(long)]
        off: bool,
    },
    /// Register a till
    Add {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
        /// What people call it
        name: String,
    },
    /// Take a closed till out of service for good
    Retire {
        #[command(flatten)]
        operator: Operator,
        /// The till's id
        till: String,
    },
    /// Open a till with what is counted in it; it serves this access key from then on
    Open {
        #[command(flatten)]
        counter: Counter,
        #[command(flatten)]
        signer: Signer,
        /// The till's id
        till: String,
        /// What is in it, as GBP=20x3,5x1; once a currency
        #[arg(long, value_name = "COUNT")]
        count: Vec<String>,
    },
    /// Move cash between an open till and the vault, or into another open till
    Move {
        #[command(flatten)]
        counter: Counter,
        #[command(flatten)]
        signer: Signer,
        /// The till's id
        till: String,
        /// Which way
        way: WayName,
        /// The notes and coins, as GBP=20x3,5x1
        count: String,
        /// With to-till: the other till
        #[arg(long, value_name = "ID")]
        to_till: Option<String>,
        /// With to-till: the cashier of the other till; the PIN comes from SPECIE_OTHER_CASHIER_PIN
        #[arg(long, value_name = "ID")]
        to_cashier: Option<String>,
    },
    /// Hand an open till over to another cashier, with a blind count
    Handover {
        #[command(flatten)]
        counter: Counter,
        #[command(flatten)]
        signer: Signer,
        /// The till's id
        till: String,
        /// Who takes it; the PIN comes from SPECIE_OTHER_CASHIER_PIN
        #[arg(long, value_name = "ID")]
        to_cashier: String,
        /// What is in it, as GBP=20x3,5x1; once a currency
        #[arg(long, value_name = "COUNT")]
        count: Vec<String>,
    },
    /// Close a till with a blind count; the answer tells what should have been there
    Close {
        #[command(flatten)]
        counter: Counter,
        #[command(flatten)]
        signer: Signer,
        /// The till's id
        till: String,
        /// What is in it, as GBP=20x3,5x1; once a currency
        #[arg(long, value_name = "COUNT")]
        count: Vec<String>,
    },
    /// Say, as its cashier, why a closing count differed
    ExplainOwn {
        #[command(flatten)]
        counter: Counter,
        #[command(flatten)]
        signer: Signer,
        /// The till session, of the closing's answer
        session: String,
        /// The currency that differed
        currency: String,
        /// What it is put down to
        text: String,
    },
    /// List the tills of the access key's POS
    List {
        #[command(flatten)]
        counter: Counter,
    },
    /// Show a POS's tills, and what is in them and in the vault by the cash book
    Show {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
    },
    /// Tell what became of a vault's cash
    Vault {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
        /// What became of it
        event: VaultName,
        /// How much, as 500.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// List closing counts that differed
    Variances {
        #[command(flatten)]
        operator: Operator,
        /// Only those past this one, as `next` told
        #[arg(long, value_name = "TEXT")]
        past: Option<String>,
        /// Lines on the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// Say why a closing count differed
    Explain {
        #[command(flatten)]
        operator: Operator,
        /// The till session
        session: String,
        /// The currency that differed
        currency: String,
        /// What it is put down to
        text: String,
    },
}

/// What a cashier may do.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum CashierRoleName {
    /// Open a till, move its cash, hand it over and close it
    Cashier,
    /// The same with any open till of the POS
    Supervisor,
}

/// What is done with cashiers.
#[derive(Subcommand)]
pub(crate) enum CashierVerb {
    /// Register a cashier; the PIN comes from SPECIE_CASHIER_PIN where --pin does not give it
    Add {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
        /// What people call this person
        name: String,
        /// What this person may do
        #[arg(long, default_value = "cashier")]
        role: CashierRoleName,
        /// 4 to 12 digits [SPECIE_CASHIER_PIN]
        #[arg(long, value_name = "DIGITS")]
        pin: Option<String>,
    },
    /// List the cashiers of a POS
    List {
        #[command(flatten)]
        operator: Operator,
        /// The POS's id
        pos: String,
    },
    /// Set a new PIN, which also unlocks, or say whether this person still works here
    Change {
        #[command(flatten)]
        operator: Operator,
        /// The cashier's id
        cashier: String,
        /// A new PIN, from SPECIE_CASHIER_PIN
        #[arg(long)]
        new_pin: bool,
        /// Whether this person still works here
        #[arg(long, value_name = "BOOL")]
        active: Option<bool>,
    },
}

impl TillVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Open { counter, signer, till, count } => {
                let body = signer.body(environment, &count)?;
                counter.post(environment, &format!("{}/open", of_till(&till)), &body, "open").await
            }
            Self::Close { counter, signer, till, count } => {
                let body = signer.body(environment, &count)?;
                counter.post(environment, &format!("{}/close", of_till(&till)), &body, "closed").await
            }
            Self::Handover { counter, signer, till, to_cashier, count } => {
                let mut body = signer.body(environment, &count)?;
                put(&mut body, "to", other_sign(environment, &to_cashier)?);
                let target = format!("{}/handover", of_till(&till));
                counter.post(environment, &target, &body, "handed over").await
            }
            Self::Move { counter, signer, till, way, count, to_till, to_cashier } => {
                let body = signer.moving(environment, way, &count, (to_till, to_cashier))?;
                counter.post(environment, &format!("{}/move", of_till(&till)), &body, "moved").await
            }
            Self::ExplainOwn { counter, signer, session, currency, text } => {
                let body = signer.explaining(environment, &currency, &text)?;
                let target = format!("/api/v1/pos/till-sessions/{}/explanations", segment(&session));
                counter.post(environment, &target, &body, "explained").await
            }
            Self::List { counter } => counter.list(environment).await,
            Self::Run { .. }
            | Self::Add { .. }
            | Self::Retire { .. }
            | Self::Show { .. }
            | Self::Vault { .. }
            | Self::Variances { .. }
            | Self::Explain { .. } => self.at_desk(environment).await,
        }
    }

    async fn at_desk(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Run { operator, pos, off } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/pos/{}/till-running", segment(&pos));
                let done = desk.post(&target, &json!({ "runs_tills": !off })).await?;
                desk.show_or(&done, if off { "it runs no tills" } else { "it runs tills" });
            }
            Self::Add { operator, pos, name } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/pos/{}/tills", segment(&pos));
                let added = desk.post(&target, &json!({ "name": name })).await?;
                desk.show(&added);
            }
            Self::Retire { operator, till } => {
                let mut desk = operator.desk(environment)?;
                let done = desk.post(&format!("/api/v1/tills/{}/retire", segment(&till)), &json!({})).await?;
                desk.show_or(&done, "retired");
            }
            Self::Show { operator, pos } => {
                let mut desk = operator.desk(environment)?;
                let shown = desk.get(&format!("/api/v1/pos/{}/cash", segment(&pos))).await?;
                desk.show(&shown);
            }
            Self::Vault { operator, pos, event, sum } => {
                let mut desk = operator.desk(environment)?;
                let event = match event {
                    VaultName::Delivered => "delivered",
                    VaultName::Collected => "collected",
                    VaultName::Counted => "counted",
                };
                let body = json!({ "event": event, "amount": amount(&sum)? });
                let told = desk.post(&format!("/api/v1/pos/{}/vault", segment(&pos)), &body).await?;
                desk.show(&told);
            }
            Self::Variances { operator, past, limit } => {
                let mut desk = operator.desk(environment)?;
                let past = past.map(|past| format!("&past={}", segment(&past))).unwrap_or_default();
                let listed = desk.get(&format!("/api/v1/till-variances?limit={limit}{past}")).await?;
                desk.show(&listed);
            }
            Self::Explain { operator, session, currency, text } => {
                let mut desk = operator.desk(environment)?;
                let target = format!("/api/v1/till-sessions/{}/explanations", segment(&session));
                let body = json!({ "currency": currency, "explanation": text });
                let done = desk.post(&target, &body).await?;
                desk.show_or(&done, "explained");
            }
            Self::Open { .. }
            | Self::Close { .. }
            | Self::Handover { .. }
            | Self::Move { .. }
            | Self::ExplainOwn { .. }
            | Self::List { .. } => {}
        }
        Ok(())
    }
}

impl CashierVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Add { operator, pos, name, role, pin } => {
                let mut desk = operator.desk(environment)?;
                let role = match role {
                    CashierRoleName::Cashier => "cashier",
                    CashierRoleName::Supervisor => "supervisor",
                };
                let pin = secret(environment, pin, PIN_VARIABLE)?;
                let body = json!({ "name": name, "role": role, "pin": pin });
                let added = desk.post(&format!("/api/v1/pos/{}/cashiers", segment(&pos)), &body).await?;
                desk.show(&added);
            }
            Self::List { operator, pos } => {
                let mut desk = operator.desk(environment)?;
                let listed = desk.get(&format!("/api/v1/pos/{}/cashiers", segment(&pos))).await?;
                desk.show(&listed);
            }
            Self::Change { operator, cashier, new_pin, active } => {
                let mut desk = operator.desk(environment)?;
                let mut body = json!({});
                if new_pin {
                    put(&mut body, "pin", secret(environment, None, PIN_VARIABLE)?.into());
                }
                if let Some(active) = active {
                    put(&mut body, "active", active.into());
                }
                let changed = desk.post(&format!("/api/v1/cashiers/{}", segment(&cashier)), &body).await?;
                desk.show_or(&changed, "changed");
            }
        }
        Ok(())
    }
}

impl Counter {
    fn client(&self, environment: &Environment) -> Result<PosClient, Stopped> {
        let demo = self.reach.demo()?;
        let server = self.reach.server(environment, demo.as_ref(), None)?;
        let named = self.access_key.clone().or_else(|| demo.map(|demo| demo.seed.access_key));
        let access_key = secret(environment, named, ACCESS_KEY_VARIABLE)?;
        let client = PosClient::new(&server, &access_key).map_err(Stopped::misused)?;
        let of_environment =
            if self.access_key.is_some() { None } else { variable(environment, SECRET_KEY_VARIABLE)? };
        let secret_key = self.secret_key.clone().or(of_environment);
        Ok(match &secret_key {
            Some(secret_key) => client.signing(signer(secret_key)),
            None => client,
        })
    }

    pub(crate) async fn post(
        self,
        environment: &Environment,
        target: &str,
        body: &Value,
        done: &str,
    ) -> Result<(), Stopped> {
        let value = self.idempotency.clone().unwrap_or_else(random_text);
        let mut client = self.client(environment)?;
        let answer = client.post(target, vec![("idempotency", &value)], body.to_string()).await;
        let repeat = format!("repeat the same command with --idempotency {value}");
        let answer = Verdict::of(answer).settle(self.reach.json, &repeat)?;
        self.show(&answer, done);
        Ok(())
    }

    async fn list(self, environment: &Environment) -> Result<(), Stopped> {
        let answer = self.client(environment)?.tills().await;
        let answer = Verdict::of(answer).settle(self.reach.json, "ask again")?;
        self.show(&answer, "no till");
        Ok(())
    }

    fn show(&self, answer: &Reply, done: &str) {
        let text = if answer.body.is_null() { done.to_owned() } else { table::shown(&answer.body) };
        say(&if self.reach.json { pretty(answer) } else { text });
    }
}

impl Signer {
    fn body(&self, environment: &Environment, count: &[String]) -> Result<Value, Stopped> {
        let pin = secret(environment, self.pin.clone(), PIN_VARIABLE)?;
        let counts = count.iter().map(|text| count_of(text)).collect::<Result<Vec<_>, _>>()?;
        Ok(json!({ "cashier_id": self.cashier, "pin": pin, "counts": counts }))
    }

    fn explaining(&self, environment: &Environment, currency: &str, text: &str) -> Result<Value, Stopped> {
        let pin = secret(environment, self.pin.clone(), PIN_VARIABLE)?;
        Ok(json!({ "cashier_id": self.cashier, "pin": pin, "currency": currency, "explanation": text }))
    }

    fn moving(
        &self,
        environment: &Environment,
        way: WayName,
        count: &str,
        (to_till, to_cashier): (Option<String>, Option<String>),
    ) -> Result<Value, Stopped> {
        let pin = secret(environment, self.pin.clone(), PIN_VARIABLE)?;
        let mut body = count_of(count)?;
        put(&mut body, "cashier_id", self.cashier.clone().into());
        put(&mut body, "pin", pin.into());
        let way = match way {
            WayName::FromVault => "from_vault",
            WayName::ToVault => "to_vault",
            WayName::ToTill => "to_till",
        };
        put(&mut body, "way", way.into());
        if let Some(to_till) = to_till {
            put(&mut body, "to_till_id", to_till.into());
        }
        if let Some(to_cashier) = to_cashier {
            put(&mut body, "to", other_sign(environment, &to_cashier)?);
        }
        Ok(body)
    }
}

fn other_sign(environment: &Environment, cashier: &str) -> Result<Value, Stopped> {
    let pin = secret(environment, None, OTHER_PIN_VARIABLE)?;
    Ok(json!({ "cashier_id": cashier, "pin": pin }))
}

fn secret(environment: &Environment, named: Option<String>, name: &str) -> Result<String, Stopped> {
    let told = named.map_or_else(|| variable(environment, name), |named| Ok(Some(named)))?;
    told.ok_or_else(|| Stopped::misused(format_args!("{name} is not set, and no flag says it")))
}

fn of_till(till: &str) -> String {
    format!("/api/v1/pos/tills/{}", segment(till))
}

/// `GBP=20x3,5x1` as our own API takes it.
fn count_of(text: &str) -> Result<Value, Stopped> {
    let malformed =
        || Stopped::misused(format_args!("{text:?} is no count, as GBP=20x3,5x1, or GBP= for none"));
    let (code, notes) = text.split_once('=').ok_or_else(malformed)?;
    let currency = Currency::from_code(code).ok_or_else(malformed)?;
    let notes = if notes.is_empty() { Vec::new() } else { counted(notes)? };
    Ok(json!({ "currency": currency.code(), "notes": notes }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_has_its_currency_and_its_notes() {
        let twenty = json!({ "currency": "GBP", "notes": [{ "denomination": "20", "count": 3 }] });
        assert_eq!(count_of("GBP=20x3").map_err(|why| why.exit), Ok(twenty));
        let none = json!({ "currency": "JPY", "notes": [] });
        assert_eq!(count_of("JPY=").map_err(|why| why.exit), Ok(none));
        for wrong in ["", "GBP", "20x3", "ZZZ=20x3", "GBP=20", "GBP=20x-1"] {
            assert_eq!(count_of(wrong).map_err(|why| why.exit), Err(2), "{wrong}");
        }
    }
}
