//! `specie reconcile`: a POS's journal or a bank's statement held against the ledger.

mod camt;
mod import;
mod read;

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::{Value, json};
use specie_client::segment;

use self::import::{Asking, Period};
use super::amount::{amount, put};
use super::desk::{Operator, going_on};
use super::reach::Environment;
use super::sheet::{Sheet, all_pages};
use crate::stopped::Stopped;

/// What is done about reconciliation.
#[derive(Subcommand)]
pub(crate) enum ReconcileVerb {
    /// Take in a file: all of it is read before anything is sent; then search for what belongs together
    #[command(subcommand)]
    Import(ImportVerb),
    /// List reconciliations, the oldest first
    List {
        #[command(flatten)]
        operator: Operator,
        /// Only those begun after this one, as `next` told
        #[arg(long, value_name = "ID")]
        after: Option<String>,
        /// Lines on the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// Show a reconciliation
    Show {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
    },
    /// Search again for what belongs together
    Search {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
    },
    /// List its lines with where each stands
    Lines {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// Only those that are free, matched or broken
        #[arg(long, value_name = "STATE")]
        state: Option<String>,
        /// Only lines after this one
        #[arg(long, value_name = "N", default_value_t = 0)]
        after: u32,
        /// Lines looked at for the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// List its matches
    Matches {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// Only matches after this one
        #[arg(long, value_name = "N", default_value_t = 0)]
        after: u32,
        /// Matches on the page
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: u64,
    },
    /// List its breaks, all pages of them
    Breaks {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// Those that are over too
        #[arg(long)]
        all: bool,
        /// As comma-separated values
        #[arg(long)]
        csv: bool,
    },
    /// Put lines and facts of ours together
    Match {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// A line's number; may be given more than once
        #[arg(long = "line", value_name = "N", required = true)]
        lines: Vec<u32>,
        /// A fact, as withdrawal/ID, deposit/ID or batch/ID; may be given more than once
        #[arg(long = "fact", value_name = "FACT", required = true)]
        facts: Vec<String>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Take a match apart
    Unmatch {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// The match's number
        number: u32,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Say who looks into a break, or what was found out
    Note {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// The break's number
        number: u32,
        /// Who
        #[arg(long, value_name = "PERSON")]
        assign_to: Option<String>,
        /// What
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Close a break without a posting
    Close {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// The break's number
        number: u32,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
    /// Propose to post a break's difference to suspense; another person must approve it
    Clear {
        #[command(flatten)]
        operator: Operator,
        /// Its id
        reconciliation: String,
        /// The break's number
        number: u32,
        /// Whose suspense; a journal's POS is known
        #[arg(long, value_name = "POS")]
        pos: Option<String>,
        /// Only this part of what is left of the difference, as 2.50 GBP, with its sign
        #[arg(long, num_args = 2, value_names = ["SUM", "CURRENCY"], allow_negative_numbers = true)]
        part: Option<Vec<String>>,
        /// Take the last clearing back instead
        #[arg(long, conflicts_with_all = ["pos", "part"])]
        undo: bool,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: String,
    },
}

/// Whose file it is.
#[derive(Subcommand)]
pub(crate) enum ImportVerb {
    /// A POS's own journal: what, amount, currency, at; operation_id and reference where it has them
    PosJournal {
        #[command(flatten)]
        operator: Operator,
        /// The CSV file
        file: PathBuf,
        /// The POS
        #[arg(long, value_name = "POS")]
        pos: String,
        #[command(flatten)]
        period: Period,
    },
    /// A bank's statement: amount, currency, at; reference where it has one. Below zero left the account
    Bank {
        #[command(flatten)]
        operator: Operator,
        /// The CSV file
        file: PathBuf,
        /// ISO 4217
        #[arg(long, value_name = "CODE")]
        currency: String,
        /// The only POS owner it is about
        #[arg(long, value_name = "OWNER")]
        owner: Option<String>,
        #[command(flatten)]
        period: Period,
    },
}

impl ReconcileVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Import(verb) => verb.run(environment).await,
            Self::List { operator, after, limit } => {
                let after = going_on(after.as_deref());
                get(&operator, environment, &format!("/api/v1/reconciliations?limit={limit}{after}")).await
            }
            Self::Show { operator, reconciliation } => {
                get(&operator, environment, &path(&reconciliation, "")).await
            }
            Self::Lines { operator, reconciliation, state, after, limit } => {
                let state = state.map_or_else(String::new, |state| format!("&state={}", segment(&state)));
                let query = format!("/lines?after_number={after}&limit={limit}{state}");
                get(&operator, environment, &path(&reconciliation, &query)).await
            }
            Self::Matches { operator, reconciliation, after, limit } => {
                let query = format!("/matches?after_number={after}&limit={limit}");
                get(&operator, environment, &path(&reconciliation, &query)).await
            }
            Self::Breaks { operator, reconciliation, all, csv } => {
                let state = if all { "all" } else { "open" };
                let target = path(&reconciliation, &format!("/breaks?state={state}&limit=200"));
                let mut desk = operator.desk(environment)?;
                let mut sheet = Sheet::new(BREAK_COLUMNS, csv);
                all_pages(&mut desk, &target, "after_number", "breaks", &mut sheet).await
            }
            change @ (Self::Search { .. }
            | Self::Match { .. }
            | Self::Unmatch { .. }
            | Self::Note { .. }
            | Self::Close { .. }
            | Self::Clear { .. }) => change.change(environment).await,
        }
    }

    /// Those that change something.
    async fn change(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Search { operator, reconciliation } => {
                post(&operator, environment, &path(&reconciliation, "/search"), json!({})).await
            }
            Self::Match { operator, reconciliation, lines, facts, why } => {
                let body = json!({ "lines": lines, "ours": facts, "why": why });
                post(&operator, environment, &path(&reconciliation, "/matches"), body).await
            }
            Self::Unmatch { operator, reconciliation, number, why } => {
                let target = path(&reconciliation, &format!("/matches/{number}/undo"));
                post(&operator, environment, &target, json!({ "why": why })).await
            }
            Self::Note { operator, reconciliation, number, assign_to, note } => {
                let mut body = json!({});
                for (name, text) in [("assign_to", assign_to), ("note", note)] {
                    if let Some(text) = text {
                        put(&mut body, name, text.into());
                    }
                }
                post(&operator, environment, &path(&reconciliation, &format!("/breaks/{number}")), body).await
            }
            Self::Close { operator, reconciliation, number, why } => {
                let target = path(&reconciliation, &format!("/breaks/{number}/close"));
                post(&operator, environment, &target, json!({ "why": why })).await
            }
            Self::Clear { operator, reconciliation, number, pos, part, undo, why } => {
                let what = if undo { "undo-clearing" } else { "clear" };
                let mut body = json!({ "why": why });
                if let Some(pos) = pos {
                    put(&mut body, "pos_id", pos.into());
                }
                if let Some(part) = part {
                    put(&mut body, "part", amount(&part)?);
                }
                let target = path(&reconciliation, &format!("/breaks/{number}/{what}"));
                post(&operator, environment, &target, body).await
            }
            Self::Import(_)
            | Self::List { .. }
            | Self::Show { .. }
            | Self::Lines { .. }
            | Self::Matches { .. }
            | Self::Breaks { .. } => Ok(()), // Those read; they never come here.
        }
    }
}

impl ImportVerb {
    async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        let (operator, file, scope, kind, period) = match self {
            Self::PosJournal { operator, file, pos, period } => {
                let scope = json!({ "kind": "pos_journal", "pos_id": pos });
                (operator, file, scope, read::Kind::PosJournal, period)
            }
            Self::Bank { operator, file, currency, owner, period } => {
                let mut scope = json!({ "kind": "bank", "currency": currency });
                if let Some(owner) = owner {
                    put(&mut scope, "owner_id", owner.into());
                }
                (operator, file, scope, read::Kind::Bank, period)
            }
        };
        let asking = Asking { file: &file, scope, kind, period: &period };
        import::import(|| operator.desk(environment), asking).await
    }
}

/// What a list of breaks shows: a name, and where it is in a break.
const BREAK_COLUMNS: &[(&str, &str)] = &[
    ("number", "/number"),
    ("kind", "/kind"),
    ("state", "/state"),
    ("currency", "/difference/currency"),
    ("theirs", "/theirs/amount"),
    ("known", "/known/amount"),
    ("difference", "/difference/amount"),
    ("lines", "/lines"),
    ("facts", "/ours"),
    ("age_days", "/age_days"),
    ("assigned_to", "/assigned_to"),
    ("note", "/note"),
    ("closed_why", "/closed_why"),
];

fn path(reconciliation: &str, rest: &str) -> String {
    format!("/api/v1/reconciliations/{}{rest}", segment(reconciliation))
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
    body: Value,
) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let done = desk.post(target, &body).await?;
    desk.show(&done);
    Ok(())
}
