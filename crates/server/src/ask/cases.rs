//! `specie case`: what the ledger alone cannot decide, for the people of the operator. A case is named by its
//! operation.

use clap::Subcommand;
use serde_json::json;
use specie_client::segment;

use super::amount::put;
use super::desk::{Operator, going_on};
use super::proposals::{Bearer, Finding, closing, propose};
use super::reach::Environment;
use crate::stopped::Stopped;

/// What is done with a case.
#[derive(Subcommand)]
pub(crate) enum CaseVerb {
    /// List the cases that wait for somebody, in the order their operations began
    List {
        #[command(flatten)]
        operator: Operator,
        /// Closed ones too
        #[arg(long)]
        all: bool,
        /// Only cases of operations begun after this one, as `next` told
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// Cases on the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// Show a case with all that is known of it
    Show {
        #[command(flatten)]
        operator: Operator,
        /// The operation it is about
        operation: String,
    },
    /// Write what was found; the text is forgotten with the customer
    Note {
        #[command(flatten)]
        operator: Operator,
        /// The operation it is about
        operation: String,
        /// What was found
        text: String,
    },
    /// Say who owns a case from now on
    Assign {
        #[command(flatten)]
        operator: Operator,
        /// The operation it is about
        operation: String,
        /// Who
        person: String,
    },
    /// Propose how a case is closed; another person must approve it
    Close {
        #[command(flatten)]
        operator: Operator,
        /// The operation it is about
        operation: String,
        /// What was found
        finding: Finding,
        /// How much left, as '6.00 GBP'
        #[arg(long, value_name = "SUM CURRENCY")]
        part: Option<String>,
        /// Who bears what the wallet could not pay back
        #[arg(long)]
        shortfall_on: Option<Bearer>,
        /// Why; it is forgotten with the customer
        #[arg(long, value_name = "TEXT")]
        why: Option<String>,
    },
}

impl CaseVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::List { operator, all, after, limit } => {
                let mut desk = operator.desk(environment)?;
                let state = if all { "all" } else { "open" };
                let after = going_on(after.as_deref());
                desk.list(&format!("/api/v1/cases?state={state}&limit={limit}{after}")).await?;
            }
            Self::Show { operator, operation } => {
                let mut desk = operator.desk(environment)?;
                let shown = desk.get(&format!("/api/v1/cases/{}", segment(&operation))).await?;
                desk.show(&shown);
            }
            Self::Note { operator, operation, text } => {
                add(&operator, environment, &operation, ("text", &text)).await?;
            }
            Self::Assign { operator, operation, person } => {
                add(&operator, environment, &operation, ("assign_to", &person)).await?;
            }
            Self::Close { operator, operation, finding, part, shortfall_on, why } => {
                let body = closing(&operation, finding, part.as_ref(), shortfall_on, why)?;
                propose(&operator, environment, &body).await?;
            }
        }
        Ok(())
    }
}

/// Adds one member to a case.
async fn add(
    operator: &Operator,
    environment: &Environment,
    operation: &str,
    (member, value): (&str, &str),
) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let mut body = json!({});
    put(&mut body, member, value.into());
    let noted = desk.post(&format!("/api/v1/cases/{}/notes", segment(operation)), &body).await?;
    desk.show_or(&noted, "noted");
    Ok(())
}
