//! `specie report`: what the books come to, what is under investigation, an owner's accounts over a period, and the
//! cases that wait.

use clap::Subcommand;
use serde_json::json;
use specie_client::segment;
use specie_money::Money;
use specie_wire::api::{AccountEntry, OwnerStatement};

use super::desk::{Desk, Operator};
use super::reach::Environment;
use super::sheet::{Sheet, all_pages};
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;

/// Entries of one account that a statement holds.
const STATEMENT_ENTRIES_MAX: usize = 100_000;

/// A report.
#[derive(Subcommand)]
pub(crate) enum ReportVerb {
    /// What all accounts come to: zero in each book and currency
    TrialBalance {
        #[command(flatten)]
        operator: Operator,
        /// As comma-separated values
        #[arg(long)]
        csv: bool,
    },
    /// What is under investigation, by its age, with the operations behind it
    AgedSuspense {
        #[command(flatten)]
        operator: Operator,
        /// As comma-separated values
        #[arg(long)]
        csv: bool,
    },
    /// An owner's accounts over a period: opening, entries, closing
    OwnerStatement {
        #[command(flatten)]
        operator: Operator,
        /// The POS owner
        owner: String,
        /// ISO 4217
        currency: String,
        /// The first instant of the period, as 2026-01-01T00:00:00Z
        #[arg(long, value_name = "TIME")]
        from: String,
        /// The first instant after it
        #[arg(long, value_name = "TIME")]
        to: String,
        /// As comma-separated values
        #[arg(long)]
        csv: bool,
    },
    /// The cases that wait, by their age
    OpenCases {
        #[command(flatten)]
        operator: Operator,
        /// As comma-separated values
        #[arg(long)]
        csv: bool,
    },
}

const BALANCE_COLUMNS: &[(&str, &str)] = &[
    ("book", "/book"),
    ("currency", "/currency"),
    ("kind", "/kind"),
    ("accounts", "/accounts"),
    ("debits", "/debits"),
    ("credits", "/credits"),
];

const SUSPENSE_COLUMNS: &[(&str, &str)] = &[
    ("pos_id", "/pos_id"),
    ("currency", "/amount/currency"),
    ("amount", "/amount/amount"),
    ("since", "/since"),
    ("age_days", "/age_days"),
    ("band", "/band"),
    ("operation_id", "/operation_id"),
    ("case", "/case"),
];

const CASE_COLUMNS: &[(&str, &str)] = &[
    ("operation_id", "/operation_id"),
    ("kind", "/kind"),
    ("pos_id", "/pos_id"),
    ("currency", "/amount/currency"),
    ("amount", "/amount/amount"),
    ("opened_at", "/opened_at"),
    ("age_days", "/age_days"),
    ("band", "/band"),
    ("assigned_to", "/assigned_to"),
    ("due_at", "/due_at"),
];

const STATEMENT_COLUMNS: &[(&str, &str)] = &[
    ("account", "/account"),
    ("what", "/what"),
    ("made_at", "/made_at"),
    ("reason", "/reason"),
    ("operation_id", "/operation_id"),
    ("transfer", "/transfer"),
    ("currency", "/currency"),
    ("amount", "/amount"),
    ("balance", "/balance"),
];

impl ReportVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::TrialBalance { operator, csv } => {
                let mut desk = operator.desk(environment)?;
                trial_balance(&mut desk, csv).await
            }
            Self::AgedSuspense { operator, csv } => {
                let mut desk = operator.desk(environment)?;
                let mut sheet = Sheet::new(SUSPENSE_COLUMNS, csv);
                let target = "/api/v1/reports/aged-suspense?limit=200";
                all_pages(&mut desk, target, "start_after", "lines", &mut sheet).await
            }
            Self::OwnerStatement { operator, owner, currency, from, to, csv } => {
                let mut desk = operator.desk(environment)?;
                let target = format!(
                    "/api/v1/reports/owner-statement?owner_id={}&currency={}&from={}&to={}&limit=200",
                    segment(&owner),
                    segment(&currency),
                    segment(&from),
                    segment(&to)
                );
                owner_statement(&mut desk, &target, csv).await
            }
            Self::OpenCases { operator, csv } => {
                let mut desk = operator.desk(environment)?;
                let mut sheet = Sheet::new(CASE_COLUMNS, csv);
                let target = "/api/v1/reports/open-cases?limit=200";
                all_pages(&mut desk, target, "after", "cases", &mut sheet).await
            }
        }
    }
}

async fn trial_balance(desk: &mut Desk, csv: bool) -> Result<(), Stopped> {
    let found = desk.get("/api/v1/reports/trial-balance").await?;
    if desk.is_json() {
        desk.show(&found);
        return Ok(());
    }
    let mut sheet = Sheet::new(BALANCE_COLUMNS, csv);
    let list = |name: &str| found.body.get(name).and_then(serde_json::Value::as_array).into_iter().flatten();
    list("lines").for_each(|line| sheet.add(line));
    sheet.show()?;
    for sum in list("sums").filter(|_| !csv) {
        let text = |name: &str| sum.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
        let is_zero = sum.get("is_zero") == Some(&json!(true));
        let verdict = if is_zero { "comes to zero" } else { "DOES NOT COME TO ZERO" };
        let (book, currency) = (text("book"), text("currency"));
        let (debits, credits) = (text("debits"), text("credits"));
        say(&format!("{book} {currency}: debits {debits}, credits {credits}: {verdict}"));
    }
    match found.body.get("is_zero") {
        Some(is_zero) if *is_zero == json!(true) => Ok(()),
        _ => Err("a book does not come to zero: run specie verify".to_owned()).about("the trial balance"),
    }
}

/// One account under way: its entries come newest first.
#[derive(Default)]
struct Account {
    closing: Option<Money>,
    entries: Vec<AccountEntry>,
}

async fn owner_statement(desk: &mut Desk, target: &str, csv: bool) -> Result<(), Stopped> {
    let (mut next, mut account) = (String::new(), Account::default());
    let mut sheet = Sheet::new(STATEMENT_COLUMNS, csv);
    loop {
        let reply = desk.get(&format!("{target}{next}")).await?;
        if desk.is_json() {
            desk.show(&reply);
        }
        let page: OwnerStatement = serde_json::from_value(reply.body).about("the answer")?;
        account.closing = account.closing.or(page.closing.map(|sum| sum.0));
        account.entries.extend(page.entries);
        if account.entries.len() > STATEMENT_ENTRIES_MAX {
            let why =
                format!("an account has more than {STATEMENT_ENTRIES_MAX} entries: ask for a shorter period");
            return Err(why).about("the statement");
        }
        if let (Some(name), Some(opening)) = (&page.account_id, page.opening) {
            add_account(&mut sheet, name, opening.0, std::mem::take(&mut account))?;
        }
        match page.next {
            Some(after) => next = format!("&start_after={}", segment(&after)),
            None => break,
        }
    }
    if desk.is_json() { Ok(()) } else { sheet.show() }
}

/// An account's rows, the oldest first. Opening and entries must come to closing.
fn add_account(sheet: &mut Sheet, name: &str, opening: Money, account: Account) -> Result<(), Stopped> {
    let entered: i128 = account.entries.iter().map(|entry| i128::from(entry.amount.0.minor())).sum();
    let closing = account.closing.unwrap_or(opening);
    let comes_to = i128::from(opening.minor()) + entered;
    if comes_to != i128::from(closing.minor()) {
        return Err(format!("opening and entries come to {comes_to}, and not to the closing balance"))
            .about(name);
    }
    if account.entries.is_empty() && opening.minor() == 0 {
        return Ok(()); // Nothing was ever here.
    }
    let currency = opening.currency().code();
    let balance = |what: &str, sum: Money| json!({ "account": name, "what": what, "currency": currency, "balance": sum.to_string() });
    sheet.add(&balance("opening", opening));
    for entry in account.entries.iter().rev() {
        sheet.add(&json!({
            "account": name, "what": "entry", "made_at": entry.made_at, "reason": entry.reason,
            "operation_id": entry.operation_id, "transfer": entry.transfer, "currency": currency,
            "amount": entry.amount.0.to_string(), "balance": entry.balance.0.to_string(),
        }));
    }
    sheet.add(&balance("closing", closing));
    Ok(())
}
