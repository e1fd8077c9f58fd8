//! `specie limit` and `specie brake`: how much may pass, how much has, and stopping all payouts.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use specie_client::segment;

use super::amount::put;
use super::desk::Operator;
use super::proposals::propose;
use super::reach::Environment;
use crate::stopped::Stopped;

/// What a limit limits.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ActionName {
    /// Cash out
    Withdraw,
    /// Cash in
    Deposit,
}

/// For whom a limit counts.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum ScopeName {
    /// All together
    Deployment,
    /// Each wallet, or the one of --subject
    Wallet,
    /// Each POS, or the one of --subject
    Pos,
    /// Each POS owner, or the one of --subject
    Owner,
    /// Each wallet at each POS
    WalletAtPos,
    /// Each wallet of --tier
    Tier,
}

impl ScopeName {
    const fn name(self) -> &'static str {
        match self {
            Self::Deployment => "deployment",
            Self::Wallet => "wallet",
            Self::Pos => "pos",
            Self::Owner => "owner",
            Self::WalletAtPos => "wallet_at_pos",
            Self::Tier => "tier",
        }
    }
}

/// Which limit.
#[derive(Args)]
pub(crate) struct Which {
    /// What it limits
    action: ActionName,
    /// For whom
    scope: ScopeName,
    /// The currency it is about
    currency: String,
    /// The length of its rolling window; 0: each operation by itself
    #[arg(long, value_name = "SECONDS", default_value_t = 86_400)]
    window_s: u32,
    /// The wallet, POS or owner it is about [default: each]
    #[arg(long, value_name = "ID")]
    subject: Option<String>,
    /// The tier, with the scope tier
    #[arg(long, value_name = "N")]
    tier: Option<u8>,
}

/// How much a limit lets pass.
#[derive(Args)]
pub(crate) struct Bounds {
    /// The most operations in the window
    #[arg(long, value_name = "N")]
    count_max: Option<u32>,
    /// The greatest sum in the window, or of each operation
    #[arg(long, value_name = "SUM")]
    value_max: Option<String>,
    /// The least sum of each operation
    #[arg(long, value_name = "SUM")]
    value_min: Option<String>,
    /// What each sum must be a multiple of
    #[arg(long, value_name = "SUM")]
    multiple_of: Option<String>,
}

/// What is done with limits.
#[derive(Subcommand)]
pub(crate) enum LimitVerb {
    /// List limits, ceilings and brakes
    List {
        #[command(flatten)]
        operator: Operator,
    },
    /// Set a limit, or make it stricter
    Set {
        #[command(flatten)]
        operator: Box<Operator>,
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        bounds: Bounds,
        /// Propose it to a second person, and why: so must be what lets more pass than before
        #[arg(long, value_name = "WHY")]
        propose: Option<String>,
    },
    /// Propose to remove a limit
    Remove {
        #[command(flatten)]
        operator: Box<Operator>,
        #[command(flatten)]
        which: Which,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Show how much has been used
    Usage {
        #[command(flatten)]
        operator: Operator,
        /// Of this wallet
        #[arg(long, value_name = "ID")]
        wallet: Option<String>,
        /// Of this POS and its owner
        #[arg(long, value_name = "ID")]
        pos: Option<String>,
    },
}

/// What is done with the brake.
#[derive(Subcommand)]
pub(crate) enum BrakeVerb {
    /// Show the brakes, and whether payouts are stopped
    Show {
        #[command(flatten)]
        operator: Operator,
    },
    /// Set the brake of a currency, or make it stricter
    Set {
        #[command(flatten)]
        operator: Box<Operator>,
        /// The currency
        currency: String,
        /// The length of the rolling window
        #[arg(long, value_name = "SECONDS", default_value_t = 3600)]
        window_s: u32,
        /// The sum above which only an even pace passes
        #[arg(long, value_name = "SUM")]
        slow_value: Option<String>,
        /// The same in payouts
        #[arg(long, value_name = "N")]
        slow_count: Option<u32>,
        /// The sum above which all payouts stop
        #[arg(long, value_name = "SUM")]
        stop_value: Option<String>,
        /// The same in payouts
        #[arg(long, value_name = "N")]
        stop_count: Option<u32>,
        /// Propose it to a second person, and why: so must be what lets more pass than before
        #[arg(long, value_name = "WHY")]
        propose: Option<String>,
    },
    /// Propose to remove the brake of a currency
    Remove {
        #[command(flatten)]
        operator: Operator,
        /// The currency
        currency: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Stop all payouts
    Stop {
        #[command(flatten)]
        operator: Operator,
        /// Why
        reason: String,
    },
    /// Let payouts go on
    Release {
        #[command(flatten)]
        operator: Operator,
    },
}

impl Which {
    fn body(&self) -> Value {
        let action = match self.action {
            ActionName::Withdraw => "withdraw",
            ActionName::Deposit => "deposit",
        };
        let mut body = json!({
            "action": action, "scope": self.scope.name(), "currency": self.currency, "window_s": self.window_s,
        });
        put_if(&mut body, "subject", self.subject.clone());
        put_if(&mut body, "tier", self.tier);
        body
    }
}

impl Bounds {
    fn put_into(&self, body: &mut Value) {
        put_if(body, "count_max", self.count_max);
        put_if(body, "value_max", self.value_max.clone());
        put_if(body, "value_min", self.value_min.clone());
        put_if(body, "multiple_of", self.multiple_of.clone());
    }
}

fn put_if(body: &mut Value, member: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        put(body, member, value.into());
    }
}

impl LimitVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::List { operator } => show_all(&operator, environment).await,
            Self::Set { operator, which, bounds, propose: why } => {
                let mut body = which.body();
                bounds.put_into(&mut body);
                if let Some(why) = why {
                    let body = json!({ "kind": "set_limit", "limit": body, "why": why });
                    return propose(&operator, environment, &body).await;
                }
                let mut desk = operator.desk(environment)?;
                let set = desk.post("/api/v1/limits", &body).await?;
                desk.show(&set);
                Ok(())
            }
            Self::Remove { operator, which, why } => {
                let body = json!({ "kind": "remove_limit", "limit": which.body(), "why": why });
                propose(&operator, environment, &body).await
            }
            Self::Usage { operator, wallet, pos } => {
                let mut desk = operator.desk(environment)?;
                let named = [("wallet_id", wallet), ("pos_id", pos)];
                let named = named.iter().filter_map(|(name, id)| Some((name, id.as_ref()?)));
                let query: Vec<String> = named.map(|(name, id)| format!("{name}={}", segment(id))).collect();
                let usage = desk.get(&format!("/api/v1/limits/usage?{}", query.join("&"))).await?;
                desk.show(&usage);
                Ok(())
            }
        }
    }
}

impl BrakeVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Show { operator } => show_all(&operator, environment).await,
            Self::Set {
                operator,
                currency,
                window_s,
                slow_value,
                slow_count,
                stop_value,
                stop_count,
                propose: why,
            } => {
                let level = |value: Option<String>, count: Option<u32>| {
                    let mut level = json!({});
                    put_if(&mut level, "value_max", value);
                    put_if(&mut level, "count_max", count);
                    level
                };
                let (slow, stop) = (level(slow_value, slow_count), level(stop_value, stop_count));
                let body = json!({ "currency": currency, "window_s": window_s, "slow": slow, "stop": stop });
                if let Some(why) = why {
                    let body = json!({ "kind": "set_brake", "brake": body, "why": why });
                    return propose(&operator, environment, &body).await;
                }
                let mut desk = operator.desk(environment)?;
                let set = desk.post("/api/v1/brakes", &body).await?;
                desk.show(&set);
                Ok(())
            }
            Self::Remove { operator, currency, why } => {
                let body = json!({ "kind": "remove_brake", "currency": currency, "why": why });
                propose(&operator, environment, &body).await
            }
            Self::Stop { operator, reason } => {
                let mut desk = operator.desk(environment)?;
                let stopped = desk.post("/api/v1/payouts/stop", &json!({ "reason": reason })).await?;
                desk.show_or(&stopped, "stopped");
                Ok(())
            }
            Self::Release { operator } => {
                let mut desk = operator.desk(environment)?;
                let released = desk.post("/api/v1/payouts/resume", &json!({})).await?;
                desk.show_or(&released, "payouts go on");
                Ok(())
            }
        }
    }
}

async fn show_all(operator: &Operator, environment: &Environment) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let shown = desk.get("/api/v1/limits").await?;
    desk.show(&shown);
    Ok(())
}
