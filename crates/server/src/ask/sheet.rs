//! Lists of many pages as one table, as comma-separated values, or as the JSON of each page.

use serde_json::Value;
use specie_client::segment;

use super::desk::Desk;
use super::settlement::csv::row;
use super::table;
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;

/// Rows one list shows.
const ROWS_MAX: usize = 100_000;

/// Rows with named columns.
pub(super) struct Sheet {
    columns: &'static [(&'static str, &'static str)],
    csv: bool,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Columns, each a name and where its cell is in a record.
    pub(super) const fn new(columns: &'static [(&'static str, &'static str)], csv: bool) -> Self {
        Self { columns, csv, rows: Vec::new() }
    }

    /// Adds a record.
    pub(super) fn add(&mut self, record: &Value) {
        let cell = |(_, place): &(&str, &str)| record.pointer(place).map(cell).unwrap_or_default();
        self.rows.push(self.columns.iter().map(cell).collect());
    }

    /// Shows it.
    pub(super) fn show(&self) -> Result<(), Stopped> {
        let head: Vec<String> = self.columns.iter().map(|(name, _)| (*name).to_owned()).collect();
        let all: Vec<Vec<String>> = std::iter::once(head).chain(self.rows.iter().cloned()).collect();
        if !self.csv {
            say(&table::columns(&all));
            return Ok(());
        }
        let mut out = Vec::new();
        for cells in &all {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            row(&mut out, &cells).about("the list")?;
        }
        say(String::from_utf8_lossy(&out).trim_end());
        Ok(())
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is_so) => is_so.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(" "),
        Value::Object(members) => members.get("fact").map(cell).unwrap_or_default(),
    }
}

/// Reads a list page by page, and shows all of it. `target` has a query already.
pub(super) async fn all_pages(
    desk: &mut Desk,
    target: &str,
    cursor: &str,
    list: &str,
    sheet: &mut Sheet,
) -> Result<(), Stopped> {
    let mut next = String::new();
    loop {
        let page = desk.get(&format!("{target}{next}")).await?;
        if desk.is_json() {
            desk.show(&page);
        }
        let records = page.body.get(list).and_then(Value::as_array);
        records.into_iter().flatten().for_each(|record| sheet.add(record));
        if sheet.rows.len() > ROWS_MAX {
            return Err(format!("it has more than {ROWS_MAX} rows")).about("the list");
        }
        match page.body.get("next").map(cell).filter(|next| !next.is_empty()) {
            Some(after) => next = format!("&{cursor}={}", segment(&after)),
            None => break,
        }
    }
    if desk.is_json() { Ok(()) } else { sheet.show() }
}
