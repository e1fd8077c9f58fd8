//! `/reports`: what the books come to, what is under investigation, an owner's accounts over a period, open cases.

use std::collections::BTreeMap;

use specie_commands::{AccountRef, OpenCaseLine, StatementQuery, StatementStart, SuspenseLine, days_between};
use specie_domain::Time;
use specie_domain::ids::{OperationId, PosId, Reference};
use specie_domain::rows::{AccountKey, AccountKind, Book, CaseState};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::account_names::account_named;
use super::accounts::shown_entry;
use super::caller::Caller;
use super::cases::shown_kind;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;
use crate::when::{instant, rfc3339};

/// `GET /reports/trial-balance`.
pub(super) async fn trial_balance(caller: Caller) -> Result<Reply, Refused> {
    let found = caller.commands.trial_balance(caller.actor).await?;
    let mut sums: BTreeMap<(Book, Currency), (i128, i128)> = BTreeMap::new();
    for total in &found.totals {
        let sum = sums.entry((total.kind.book(), total.currency)).or_default();
        *sum = (sum.0 + total.debits, sum.1 + total.credits);
    }
    let lines = found.totals.iter().map(|total| api::TrialBalanceLine {
        book: book(total.kind.book()),
        currency: CurrencyCode(total.currency),
        kind: total.kind.name().to_owned(),
        accounts: total.accounts,
        debits: decimal(total.debits, total.currency),
        credits: decimal(total.credits, total.currency),
    });
    let summed = sums.iter().map(|((of, currency), (debits, credits))| api::TrialBalanceSum {
        book: book(*of),
        currency: CurrencyCode(*currency),
        debits: decimal(*debits, *currency),
        credits: decimal(*credits, *currency),
        is_zero: debits == credits,
    });
    Reply::read(&api::TrialBalance {
        as_of_command: found.head.commands,
        is_zero: sums.values().all(|(debits, credits)| debits == credits),
        lines: lines.collect(),
        sums: summed.collect(),
    })
}

fn book(book: Book) -> String {
    match book {
        Book::Money => "money".to_owned(),
        Book::Cash => "cash".to_owned(),
    }
}

/// Minor units as a decimal text; sums of many accounts may not fit into one amount.
fn decimal(minor: i128, currency: Currency) -> String {
    let places = usize::from(currency.exponent());
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let sign = if minor < 0 { "-" } else { "" };
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// `GET /reports/aged-suspense`.
pub(super) async fn aged_suspense(caller: Caller) -> Result<Reply, Refused> {
    let query: api::AgedSuspenseQuery = caller.query().await?;
    let accounts_max = caller.judged(lines_max(query.limit)).await?;
    let after = caller.judged(suspense_after(query.start_after.as_deref())).await?;
    let page = caller.commands.aged_suspense(caller.actor, after, accounts_max).await?;
    let next = page.next.map(|key| {
        let pos_id = PosId::from_u128(key.holder);
        format!("{}:{pos_id}:{}", key.kind.name(), key.currency.code())
    });
    Reply::read(&api::AgedSuspense {
        lines: page.lines.iter().map(|line| suspense(line, page.at)).collect(),
        next,
    })
}

fn next_wanted() -> Refused {
    Refused::with(ProblemCode::InvalidQuery, "start_after: must be the next of the page before.")
}

fn suspense_after(text: Option<&str>) -> Result<Option<AccountKey>, Refused> {
    let read = |text: &str| match account_named(text)? {
        AccountRef::OfPos(AccountKind::Suspense, Reference::Id(pos_id), currency) => {
            Some(AccountKey::of_pos(AccountKind::Suspense, pos_id, currency))
        }
        AccountRef::OfPos(..) | AccountRef::Named(_) | AccountRef::Ledger(_) => None,
    };
    text.map(|text| read(text).ok_or_else(next_wanted)).transpose()
}

fn suspense(line: &SuspenseLine, now: Time) -> api::SuspenseLine {
    let age_days = line.since.map(|since| days_between(since, now));
    let case = line.case.map(|state| match state {
        CaseState::Open => "open",
        CaseState::Closed(_) => "closed",
    });
    api::SuspenseLine {
        pos_id: line.pos_id.to_string(),
        operation_id: line.operation_id.map(|id| id.to_string()),
        case: case.map(ToOwned::to_owned),
        amount: Amount(line.amount),
        since: line.since.map(rfc3339),
        age_days,
        band: age_days.map_or(api::AgeBand::Older, band),
    }
}

const fn band(days: u32) -> api::AgeBand {
    match days {
        0..7 => api::AgeBand::Below7Days,
        7..30 => api::AgeBand::Below30Days,
        30..90 => api::AgeBand::Below90Days,
        90.. => api::AgeBand::Older,
    }
}

/// `GET /reports/owner-statement`.
pub(super) async fn owner_statement(caller: Caller) -> Result<Reply, Refused> {
    let query: api::OwnerStatementQuery = caller.query().await?;
    let entries_max = caller.judged(lines_max(query.limit)).await?;
    let start = caller.judged(statement_start(query.start_after.as_deref())).await?;
    let asked = caller.judged(statement_asked(&query)).await?;
    let page = caller.commands.owner_statement(caller.actor, asked, start, entries_max).await?;
    let amount = |minor: i64| Amount(Money::from_minor(minor, asked.currency));
    let next = page.next.map(|next| {
        let from = next.from.unwrap_or_default();
        format!("{}:{from}:{}", next.place, u8::from(next.is_closed))
    });
    Reply::read(&api::OwnerStatement {
        account_id: page.account_id,
        closing: page.closing.map(amount),
        entries: page.entries.iter().map(shown_entry).collect(),
        opening: page.opening.map(amount),
        next,
    })
}

fn statement_asked(query: &api::OwnerStatementQuery) -> Result<StatementQuery, Refused> {
    let wrong = |detail: String| Refused::with(ProblemCode::InvalidQuery, detail);
    let time = |text: &str, name: &str| {
        instant(text).ok_or_else(|| wrong(format!("{name}: must be an RFC 3339 time with its offset.")))
    };
    let (from, to) = (time(&query.from, "from")?, time(&query.to, "to")?);
    if from >= to {
        return Err(wrong("to: must be after from.".to_owned()));
    }
    let currency = Currency::from_code(&query.currency);
    let currency = currency.ok_or_else(|| wrong("currency: must be a code of ISO 4217.".to_owned()))?;
    let owner_id = query.owner_id.parse().map_err(|_| ProblemCode::OwnerNotFound)?;
    Ok(StatementQuery { owner_id, currency, from, to })
}

/// `place:transfer:closed`, as the page before told it.
fn statement_start(text: Option<&str>) -> Result<StatementStart, Refused> {
    let read = |text: &str| {
        let (place, rest) = text.split_once(':')?;
        let (from, closed) = rest.split_once(':')?;
        let from = Some(from.parse::<u64>().ok()?).filter(|from| *from > 0);
        let is_closed = match closed {
            "0" => false,
            "1" => true,
            _ => return None,
        };
        Some(StatementStart { place: place.parse().ok()?, from, is_closed })
    };
    text.map_or(Ok(StatementStart::default()), |text| read(text).ok_or_else(next_wanted))
}

/// `GET /reports/open-cases`.
pub(super) async fn open_cases(caller: Caller) -> Result<Reply, Refused> {
    let query: api::OpenCasesQuery = caller.query().await?;
    let cases_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<OperationId> = caller.judged(page_after(query.after.as_deref())).await?;
    let found = caller.commands.open_case_lines(caller.actor, after, cases_max).await?;
    let last = found.last().map(|line| line.view.case.operation_id.to_string());
    let next = last.filter(|_| found.len() >= cases_max);
    Reply::read(&api::OpenCases { cases: found.iter().map(case_line).collect(), next })
}

fn case_line(line: &OpenCaseLine) -> api::OpenCaseLine {
    let case = &line.view.case;
    api::OpenCaseLine {
        operation_id: case.operation_id.to_string(),
        kind: shown_kind(case.kind),
        pos_id: line.view.pos_id.clone(),
        amount: case.amount.map(Amount),
        assigned_to: case.assigned_to.clone(),
        opened_at: rfc3339(case.opened_at),
        age_days: line.age_days,
        band: band(line.age_days),
        due_at: case.due_at.map(rfc3339),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_greater_than_an_amount_is_written_exactly() {
        for (code, minor, text) in [
            ("GBP", 0, "0.00"),
            ("GBP", 5, "0.05"),
            ("GBP", -105, "-1.05"),
            ("JPY", 7, "7"),
            ("KWD", 1_234, "1.234"),
            ("GBP", i128::from(i64::MAX) * 10, "922337203685477580.70"),
        ] {
            assert_eq!(decimal(minor, Currency::from_code(code).unwrap()), text);
        }
    }

    #[test]
    fn a_statement_goes_on_where_the_page_before_told() {
        for (text, is_read) in [
            ("0:0:0", true),
            ("3:4711:1", true),
            ("3:4711:2", false),
            ("3:4711", false),
            ("x:1:1", false),
            ("-1:1:1", false),
            ("", false),
        ] {
            assert_eq!(statement_start(Some(text)).is_ok(), is_read, "{text}");
        }
        assert!(statement_start(None).is_ok_and(|start| start == StatementStart::default()));
    }
}
