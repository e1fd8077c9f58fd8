//! `specie settlement`: how POS owners are settled, their batches, what the bank says of them, and statements as files.

mod camt;
pub(super) mod csv;
mod statement;

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::json;
use specie_client::segment;

use self::statement::Format;
use super::amount::put;
use super::desk::{Operator, going_on};
use super::reach::Environment;
use crate::stopped::Stopped;

/// What is done about settlement.
#[derive(Subcommand)]
pub(crate) enum SettlementVerb {
    /// Say how a POS owner is settled in a currency
    Set {
        #[command(flatten)]
        operator: Operator,
        /// The POS owner
        owner: String,
        /// ISO 4217
        currency: String,
        /// The local time of the cut-off, as 22:00
        #[arg(long, value_name = "HH:MM")]
        cut_off: String,
        /// The time zone it is local to, as Europe/London
        #[arg(long, value_name = "ZONE")]
        zone: String,
        /// How the owner's account is named to the bank
        #[arg(long, value_name = "TEXT")]
        bank_reference: String,
        /// A batch of less is not paid; what it held goes into the next
        #[arg(long, value_name = "SUM")]
        threshold: Option<String>,
        /// Cut batches by hand only
        #[arg(long)]
        by_hand: bool,
    },
    /// List how POS owners are settled
    Terms {
        #[command(flatten)]
        operator: Operator,
        /// Only those after this one, as `next` told
        #[arg(long, value_name = "NEXT")]
        after: Option<String>,
        /// Lines on the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// List settlement batches, the oldest first
    List {
        #[command(flatten)]
        operator: Operator,
        /// Only batches begun after this one, as `next` told
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// Batches on the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// Show a batch, and its lines
    Show {
        #[command(flatten)]
        operator: Operator,
        /// The batch
        batch: String,
        /// Its lines instead, from the one after this
        #[arg(long, value_name = "N")]
        lines_after: Option<u32>,
    },
    /// Cut a batch now, whatever the cut-off is
    Cut {
        #[command(flatten)]
        operator: Operator,
        /// The POS owner
        owner: String,
        /// ISO 4217
        currency: String,
    },
    /// The bank confirmed a batch's payment
    Confirm {
        #[command(flatten)]
        operator: Operator,
        /// The batch
        batch: String,
        /// What the bank calls the payment
        payment: String,
    },
    /// The bank failed a batch's payment, or sent it back
    Fail {
        #[command(flatten)]
        operator: Operator,
        /// The batch
        batch: String,
        /// Why
        reason: String,
    },
    /// Write the statement of a batch: each account's opening, its entries, its closing
    Statement {
        #[command(flatten)]
        operator: Operator,
        /// The batch
        batch: String,
        /// As which kind of file
        #[arg(long, value_enum, default_value_t = Format::Csv)]
        format: Format,
        /// The file; it must not be there yet
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

impl SettlementVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Set { operator, owner, currency, cut_off, zone, bank_reference, threshold, by_hand } => {
                let mut body = json!({
                    "owner_id": owner, "currency": currency, "cut_off": cut_off, "zone": zone,
                    "bank_reference": bank_reference, "automatic": !by_hand,
                });
                if let Some(threshold) = threshold {
                    put(&mut body, "threshold", json!({ "amount": threshold, "currency": currency }));
                }
                post(&operator, environment, "/api/v1/settlement/terms", body).await
            }
            Self::Terms { operator, after, limit } => {
                let after =
                    after.map_or_else(String::new, |after| format!("&start_after={}", segment(&after)));
                get(&operator, environment, &format!("/api/v1/settlement/terms?limit={limit}{after}")).await
            }
            Self::List { operator, after, limit } => {
                let after = going_on(after.as_deref());
                get(&operator, environment, &format!("/api/v1/settlement/batches?limit={limit}{after}")).await
            }
            Self::Show { operator, batch, lines_after } => {
                let lines =
                    lines_after.map_or_else(String::new, |after| format!("/lines?after_line={after}"));
                let target = format!("/api/v1/settlement/batches/{}{lines}", segment(&batch));
                get(&operator, environment, &target).await
            }
            Self::Cut { operator, owner, currency } => {
                let body = json!({ "owner_id": owner, "currency": currency });
                post(&operator, environment, "/api/v1/settlement/batches", body).await
            }
            Self::Confirm { operator, batch, payment } => {
                let target = format!("/api/v1/settlement/batches/{}/confirm", segment(&batch));
                post(&operator, environment, &target, json!({ "payment": payment })).await
            }
            Self::Fail { operator, batch, reason } => {
                let target = format!("/api/v1/settlement/batches/{}/fail", segment(&batch));
                post(&operator, environment, &target, json!({ "reason": reason })).await
            }
            Self::Statement { operator, batch, format, out } => {
                statement::write(&mut operator.desk(environment)?, &batch, format, &out).await
            }
        }
    }
}

async fn get(operator: &Operator, environment: &Environment, target: &str) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let shown = desk.get(target).await?;
    desk.show(&shown);
    Ok(())
}

async fn post(
    operator: &Operator,
    environment: &Environment,
    target: &str,
    body: serde_json::Value,
) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let done = desk.post(target, &body).await?;
    desk.show(&done);
    Ok(())
}
