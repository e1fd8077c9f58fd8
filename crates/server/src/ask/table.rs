//! Answers as tables for people: an object as one line a member, an object inside it and a list of objects apart, the
//! list as columns. An amount is
//! written `10.00 GBP`. Changes no number: what is no whole number is shown only where it came as text.

use serde_json::{Map, Value};

/// Between two columns.
const GAP: &str = "  ";

/// An answer of our own API.
pub(crate) fn shown(value: &Value) -> String {
    let Value::Object(members) = value else { return cell(value) };
    let is_list = |value: &&Value| matches!(value, Value::Array(items) if items.iter().any(is_record));
    let is_part = |value: &&Value| is_record(value) && amount(value).is_none();
    let plain = members.iter().filter(|(_, value)| !is_list(value) && !is_part(value));
    let rows = plain.map(|(name, value)| vec![name.clone(), cell(value)]).collect::<Vec<_>>();
    let mut parts = vec![columns(&rows)];
    for (name, value) in members.iter().filter(|(_, value)| is_part(value)) {
        let inner = value.as_object().into_iter().flatten();
        let rows: Vec<_> =
            inner.map(|(member, value)| vec![format!("{name}.{member}"), cell(value)]).collect();
        parts.push(columns(&rows));
    }
    let lists: Vec<(&String, &Value)> = members.iter().filter(|(_, value)| is_list(value)).collect();
    for (name, value) in &lists {
        // One list is what was asked for; of several, each says which it is.
        parts.push(if lists.len() > 1 { format!("{name}:\n{}", list(value)) } else { list(value) });
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// A list of objects; its columns are what any of them has, in the order in which they come.
pub(crate) fn list(value: &Value) -> String {
    let records: Vec<&Map<String, Value>> =
        value.as_array().into_iter().flatten().filter_map(Value::as_object).collect();
    let mut names: Vec<String> = Vec::new();
    for name in records.iter().flat_map(|record| record.keys()) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let row = |record: &&Map<String, Value>| {
        names.iter().map(|name| record.get(name).map(cell).unwrap_or_default()).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(names.clone()).chain(records.iter().map(row)).collect();
    columns(&rows)
}

/// Rows of texts, each column as wide as its widest.
pub(crate) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |place: usize| {
        let texts = rows.iter().filter_map(|row| row.get(place));
        texts.map(|text| text.chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(text, width)| format!("{text:<width$}"));
        cells.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn is_record(value: &Value) -> bool {
    value.is_object()
}

/// A value on one line.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(statement) => if *statement { "yes" } else { "no" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.is_empty() => "-".to_owned(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(", "),
        Value::Object(_) => amount(value).unwrap_or_else(|| value.to_string()),
    }
}

/// An amount of our own API, as people write it.
fn amount(value: &Value) -> Option<String> {
    let (amount, currency) = (value.get("amount")?.as_str()?, value.get("currency")?.as_str()?);
    Some(format!("{amount} {currency}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_list_has_the_columns_of_all_its_objects_and_several_lists_their_names() {
        let limits = json!({
            "ceilings": [{ "scope": "pos", "value_max": "9" }],
            "limits": [{ "scope": "wallet" }, { "scope": "wallet", "subject": "x" }],
        });
        assert_eq!(
            shown(&limits),
            "ceilings:\nscope  value_max\npos    9\n\nlimits:\nscope   subject\nwallet\nwallet  x"
        );
    }

    #[test]
    fn an_answer_is_a_line_a_member_and_a_table_a_list() {
        let wallet = json!({
            "accounts": [
                { "account_id": "a-1", "balance": { "amount": "189.00", "currency": "GBP" } },
                { "account_id": "b", "balance": { "amount": "5", "currency": "JPY" } },
            ],
            "frozen": false,
            "phone_number": null,
        });
        let expected = "frozen        no\nphone_number  -\n\naccount_id  balance\na-1         189.00 GBP\nb           5 JPY";
        assert_eq!(shown(&wallet), expected);
        assert_eq!(
            shown(&json!({ "currencies": ["GBP", "JPY"], "lines": [] })),
            "currencies  GBP, JPY\nlines       -"
        );
        let case =
            json!({ "kind": "disputed", "withdrawal": { "paid": { "amount": "5", "currency": "JPY" } } });
        assert_eq!(shown(&case), "kind  disputed\n\nwithdrawal.paid  5 JPY");
    }
}
