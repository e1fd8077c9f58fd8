//! `specie proposal`: what one person proposes and another approves, from the operator's desk.

use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};
use specie_client::segment;

use super::amount::{amount, put};
use super::desk::{Operator, going_on};
use super::reach::Environment;
use crate::stopped::Stopped;

/// Which way a write-off goes.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Way {
    /// What suspense lacks is given up
    Claim,
    /// What nobody claims is taken
    Surplus,
}

/// What is done with proposals.
#[derive(Subcommand)]
pub(crate) enum ProposalVerb {
    /// List the proposals that wait for another person, the oldest first
    List {
        #[command(flatten)]
        operator: Operator,
        /// Those that are over too
        #[arg(long)]
        all: bool,
        /// Only proposals made after this one, as `next` told
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// Proposals looked at for the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// Show a proposal
    Show {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        proposal: String,
    },
    /// Approve what another person proposed: it is done at once
    Approve {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        proposal: String,
    },
    /// Turn a proposal down, or take back your own
    Reject {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        proposal: String,
    },
    /// Propose a transfer by hand, as loss to pos/ID
    Post {
        #[command(flatten)]
        operator: Operator,
        /// The account debited: loss, funding, fee, tax, commission_cost, or wallet/ID, pos/ID, suspense/ID …
        #[arg(long, value_name = "ACCOUNT")]
        debit: String,
        /// The account credited
        #[arg(long, value_name = "ACCOUNT")]
        credit: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// How much, as 10.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Propose to write off what is in suspense at a POS
    WriteOff {
        #[command(flatten)]
        operator: Operator,
        /// The POS, by our own id
        pos: String,
        /// Which way
        #[arg(long)]
        way: Way,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// How much, as 10.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Propose to make a loss good from the operator's own money
    MakeLossGood {
        #[command(flatten)]
        operator: Operator,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// How much, as 10.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Propose to take a deposit back after its session
    CorrectDeposit {
        #[command(flatten)]
        operator: Operator,
        /// The deposit's id
        deposit: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
        /// How much of it, as 10.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
}

impl ProposalVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::List { operator, all, after, limit } => {
                let mut desk = operator.desk(environment)?;
                let state = if all { "all" } else { "waiting" };
                let after = going_on(after.as_deref());
                let target = format!("/api/v1/proposals?state={state}&limit={limit}{after}");
                desk.list(&target).await?;
                Ok(())
            }
            Self::Show { operator, proposal } => {
                let mut desk = operator.desk(environment)?;
                let shown = desk.get(&format!("/api/v1/proposals/{}", segment(&proposal))).await?;
                desk.show(&shown);
                Ok(())
            }
            Self::Approve { operator, proposal } => judge(&operator, environment, &proposal, "approve").await,
            Self::Reject { operator, proposal } => judge(&operator, environment, &proposal, "reject").await,
            Self::Post { operator, debit, credit, why, sum } => {
                let body = json!({
                    "kind": "post", "debit": debit, "credit": credit, "amount": amount(&sum)?, "why": why,
                });
                propose(&operator, environment, &body).await
            }
            Self::WriteOff { operator, pos, way, why, sum } => {
                let way = match way {
                    Way::Claim => "claim",
                    Way::Surplus => "surplus",
                };
                let body = json!({
                    "kind": "write_off", "pos_id": pos, "way": way, "amount": amount(&sum)?, "why": why,
                });
                propose(&operator, environment, &body).await
            }
            Self::MakeLossGood { operator, why, sum } => {
                let body = json!({ "kind": "make_loss_good", "amount": amount(&sum)?, "why": why });
                propose(&operator, environment, &body).await
            }
            Self::CorrectDeposit { operator, deposit, why, sum } => {
                let body = json!({
                    "kind": "correct_deposit", "deposit_id": deposit, "amount": amount(&sum)?, "why": why,
                });
                propose(&operator, environment, &body).await
            }
        }
    }
}

async fn judge(
    operator: &Operator,
    environment: &Environment,
    proposal: &str,
    verdict: &str,
) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let target = format!("/api/v1/proposals/{}/{verdict}", segment(proposal));
    let judged = desk.post(&target, &json!({})).await?;
    desk.show(&judged);
    Ok(())
}

/// Sends a proposal, and shows it.
pub(super) async fn propose(
    operator: &Operator,
    environment: &Environment,
    body: &Value,
) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let made = desk.post("/api/v1/proposals", body).await?;
    desk.show(&made);
    Ok(())
}

/// What two people may find of a case.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Finding {
    /// The cash left: what is held is paid
    Pay,
    /// The cash did not leave: it all goes back
    Return,
    /// A part left: give it with --part
    Part,
    /// The POS is right: give --shortfall-on
    CreditPos,
    /// Nobody is paid
    WriteOff,
    /// Nothing is posted
    AsItIs,
}

/// Who bears what a wallet could not pay back.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Bearer {
    /// The POS's owner
    Owner,
    /// The operator
    Loss,
}

/// The body that proposes to close a case.
pub(super) fn closing(
    operation: &str,
    finding: Finding,
    part: Option<&String>,
    shortfall_on: Option<Bearer>,
    why: Option<String>,
) -> Result<Value, Stopped> {
    let finding = match finding {
        Finding::Pay => "pay",
        Finding::Return => "return",
        Finding::Part => "part",
        Finding::CreditPos => "credit_pos",
        Finding::WriteOff => "write_off",
        Finding::AsItIs => "as_it_is",
    };
    let mut body = json!({ "kind": "close_case", "operation_id": operation, "closing": finding });
    if let Some(part) = part {
        put(&mut body, "amount", amount(std::slice::from_ref(part))?);
    }
    if let Some(bearer) = shortfall_on {
        let bearer = match bearer {
            Bearer::Owner => "owner",
            Bearer::Loss => "loss",
        };
        put(&mut body, "shortfall_on", bearer.into());
    }
    if let Some(why) = why {
        put(&mut body, "why", why.into());
    }
    Ok(body)
}
