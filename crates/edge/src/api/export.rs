//! Any list as one table that is streamed (`….csv`). A table asks its list page after page, through the same routes and
//! as the same caller: who may read a list may export it, and what filters the one filters the other. One page is in
//! memory at a time, and the next is asked for when the reader has taken the last. What is exported, and its columns,
//! is in `specie_wire::exports`.

use axum::Router;
use axum::routing::get;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};
use specie_commands::Commands;
use specie_wire::api::ProblemCode;
use specie_wire::csv;
use specie_wire::exports::{Column, EXPORTS, Export, Rows};
use specie_wire::openapi::calls;
use tower::ServiceExt;

use super::caller::Caller;
use super::problems::Refused;
use super::reply::{Reply, Streamed};
use crate::live::{Gone, Lines, Watch};

/// Lines of one table, at most.
const EXPORT_LINES_MAX: usize = 100_000;
/// Lines read at once: the longest page of a list.
const EXPORT_PAGE_LINES: usize = 200;
/// Pages of one table, at most: a filtered list may have many that are empty.
const EXPORT_PAGES_MAX: usize = 10_000;
const ROOT: &str = "/api/v1";

/// A route for each table.
pub(super) fn routes(commands: &Commands) -> Router<Commands> {
    let lists = super::routes::all().with_state(commands.clone());
    let paths: Vec<(&str, &str)> = calls().iter().map(|call| (call.id, call.path)).collect();
    EXPORTS.iter().fold(Router::new(), |router, export| {
        let list = paths.iter().find(|(id, _)| *id == export.list).map_or("", |(_, path)| below(path));
        let lists = lists.clone();
        router.route(below(export.path), get(move |caller| begin(Table { caller, lists, export, list })))
    })
}

/// A path below the root of our own API.
fn below(path: &'static str) -> &'static str {
    path.strip_prefix(ROOT).unwrap_or(path)
}

/// A table and its list.
struct Table {
    caller: Caller,
    lists: Router,
    export: &'static Export,
    /// The path of the list, the texts in it in braces.
    list: &'static str,
}

/// Answers with the table. What refuses the first page refuses the table.
async fn begin(table: Table) -> Result<Streamed, Refused> {
    let first = table.page(None).await?;
    let seat = table.caller.streams().seat(Watch::whom(table.caller.actor));
    let (lines, body) = Lines::open(seat.ok_or(ProblemCode::TooManyRequests)?);
    drop(tokio::spawn(table.run(first, lines)));
    Ok(Streamed::of(body, "text/csv; charset=utf-8"))
}

impl Table {
    async fn run(self, first: Value, lines: Lines) {
        match self.tell(first, &lines).await {
            Ok(()) | Err(Untold::Gone) => {}
            Err(Untold::NotRead) => lines.cut_short().await,
        }
    }

    async fn tell(&self, first: Value, lines: &Lines) -> Result<(), Untold> {
        let mut page = first;
        let mut left = self.asked_lines().unwrap_or(EXPORT_LINES_MAX);
        lines.send(format!("{}{}", csv::BYTE_ORDER_MARK, csv::line(self.export.heads()))).await?;
        for _ in 0..EXPORT_PAGES_MAX {
            let rows = rows(self.export, &page);
            let told: String = rows.iter().take(left).map(|row| line(self.export, row)).collect();
            left = left.saturating_sub(rows.len());
            if !told.is_empty() {
                lines.send(told).await?;
            }
            match page.get("next").filter(|next| !next.is_null() && left > 0) {
                Some(next) if self.export.cursor.is_some() => page = self.page(Some(next)).await?,
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    /// A page of the list, from where the one before ended.
    async fn page(&self, next: Option<&Value>) -> Result<Value, Refused> {
        let request = self.caller.reading(&self.target(next))?;
        let mut answer = self.lists.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        match answer.extensions_mut().remove::<Reply>() {
            Some(reply) => serde_json::from_slice(reply.json()).map_err(|_| ProblemCode::Internal.into()),
            None => Err(answer
                .extensions_mut()
                .remove::<Refused>()
                .unwrap_or_else(|| ProblemCode::Internal.into())),
        }
    }

    /// The list's path with the texts of the table's, and its query with the place where the page begins.
    fn target(&self, next: Option<&Value>) -> String {
        let given: Vec<&str> = self.caller.uri().path().split('/').collect();
        let text = |(place, part): (usize, &'static str)| {
            if part.starts_with('{') {
                given.get(place).copied().unwrap_or_default().to_owned()
            } else {
                part.to_owned()
            }
        };
        let path: Vec<String> = self.list.split('/').enumerate().map(text).collect();
        format!("{}?{}", path.join("/"), self.query(next).join("&"))
    }

    fn query(&self, next: Option<&Value>) -> Vec<String> {
        let asked = self.caller.uri().query().unwrap_or_default().split('&').filter(|part| !part.is_empty());
        let Some(cursor) = self.export.cursor else { return asked.map(ToOwned::to_owned).collect() };
        let is_replaced = |part: &&str| next.is_some() && named(part) == cursor;
        let mut parts: Vec<String> = asked.filter(|part| !is_replaced(part)).map(ToOwned::to_owned).collect();
        if self.asked_lines().is_none() && !parts.iter().any(|part| named(part) == "limit") {
            parts.push(format!("limit={EXPORT_PAGE_LINES}"));
        }
        if let Some(next) = next {
            parts.push(format!("{cursor}={}", utf8_percent_encode(&text(next), NON_ALPHANUMERIC)));
        }
        parts
    }

    /// How many lines were asked for, as the list reads it; a number it cannot read it refuses itself.
    fn asked_lines(&self) -> Option<usize> {
        let mut asked = self.caller.uri().query().unwrap_or_default().split('&');
        self.export.cursor.and_then(|_| asked.find_map(|part| part.strip_prefix("limit=")?.parse().ok()))
    }
}

/// The name of a part of a query.
fn named(part: &str) -> &str {
    part.split_once('=').map_or(part, |(name, _)| name)
}

/// Why a table was not told to its end.
enum Untold {
    Gone,
    NotRead,
}

impl From<Gone> for Untold {
    fn from(Gone: Gone) -> Self {
        Self::Gone
    }
}

impl From<Refused> for Untold {
    fn from(_: Refused) -> Self {
        Self::NotRead
    }
}

fn rows(export: &Export, page: &Value) -> Vec<Value> {
    match export.rows {
        Rows::Of(member) => page.get(member).and_then(Value::as_array).cloned().unwrap_or_default(),
        Rows::Statement => statement(page),
    }
}

/// A page of an owner's statement, newest first: the balances stand around the entries.
fn statement(page: &Value) -> Vec<Value> {
    let of = |what: &str, row: Option<&Map<String, Value>>| {
        let mut row = row.cloned().unwrap_or_default();
        row.insert("account_id".to_owned(), page.get("account_id").cloned().unwrap_or_default());
        row.insert("what".to_owned(), what.into());
        Value::Object(row)
    };
    let balance = |what: &str| {
        let balance = page.get(what).filter(|balance| !balance.is_null())?;
        Some(of(what, Some(&Map::from_iter([("balance".to_owned(), balance.clone())]))))
    };
    let entries = page.get("entries").and_then(Value::as_array).into_iter().flatten();
    let entries = entries.map(|entry| of("entry", entry.as_object()));
    balance("closing").into_iter().chain(entries).chain(balance("opening")).collect()
}

fn line(export: &Export, row: &Value) -> String {
    csv::line(export.columns().flat_map(|column| cells(column, row)))
}

fn cells(column: Column, row: &Value) -> Vec<String> {
    match column {
        Column::Member(path) => vec![text(&at(row, path))],
        Column::Amount(path) => {
            let amount = at(row, path);
            ["amount", "currency"].map(|part| amount.get(part).map(text).unwrap_or_default()).into()
        }
        Column::Pairs(list, one, other) => {
            let part = |item: &Value, name: &str| item.get(name).map(text).unwrap_or_default();
            let pair = |item: &Value| format!("{}:{}", part(item, one), part(item, other));
            let items = at(row, list);
            let pairs: Vec<String> = items.as_array().into_iter().flatten().map(pair).collect();
            vec![pairs.join(" ")]
        }
    }
}

/// What stands at a path; through a list, a list of what stands there in each item.
fn at(value: &Value, path: &str) -> Value {
    if let Value::Array(items) = value {
        return items.iter().map(|item| at(item, path)).collect();
    }
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let found = value.get(first).unwrap_or(&Value::Null);
    rest.map_or_else(|| found.clone(), |rest| at(found, rest))
}

fn text(value: &Value) -> String {
    match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::Bool(is_so) => is_so.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(" "),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_cell_is_read_at_its_place_and_what_is_not_there_is_empty() {
        let row = json!({
            "name": "Ada", "count": 7, "is_low": false, "none": null, "currencies": ["GBP", "JPY"],
            "mark": { "amount": "-1.00", "currency": "GBP" }, "no_mark": null,
            "fee": { "flat": "0.30", "bands": [{ "from": "0", "basis_points": 150 }, { "from": "10", "basis_points": 90 }] },
        });
        for (column, expected) in [
            (Column::Member("name"), vec!["Ada"]),
            (Column::Member("count"), vec!["7"]),
            (Column::Member("is_low"), vec!["false"]),
            (Column::Member("none"), vec![""]),
            (Column::Member("fee"), vec![""]),
            (Column::Member("fee.flat"), vec!["0.30"]),
            (Column::Member("fee.bands.from"), vec!["0 10"]),
            (Column::Member("currencies"), vec!["GBP JPY"]),
            (Column::Amount("mark"), vec!["-1.00", "GBP"]),
            (Column::Amount("no_mark"), vec!["", ""]),
            (Column::Pairs("fee.bands", "from", "basis_points"), vec!["0:150 10:90"]),
            (Column::Pairs("none", "from", "basis_points"), vec![""]),
        ] {
            assert_eq!(cells(column, &row), expected, "{column:?}");
        }
    }

    #[test]
    fn a_statements_balances_stand_around_its_entries() {
        let amount = |amount: &str| json!({ "amount": amount, "currency": "GBP" });
        let page = json!({
            "account_id": "fee:GBP", "closing": amount("3.00"), "opening": null, "next": null,
            "entries": [{ "number": 9, "amount": amount("1.00"), "balance": amount("3.00") }],
        });
        let read: Vec<(String, String)> = statement(&page)
            .iter()
            .map(|row| (text(&row["what"]), text(&row["balance"]["amount"])))
            .collect();
        assert_eq!(
            read,
            [("closing".to_owned(), "3.00".to_owned()), ("entry".to_owned(), "3.00".to_owned())]
        );
    }
}
