//! ARCHITECTURE.md stays short and names every crate from outside, with its purpose, on a line.

use toml::{Table, Value};

use crate::repository::{File, assert_nothing_found, read};

const ARCHITECTURE_LINES_MAX: usize = 250;

/// Every outside dependency of the workspace that no line of the document names in back quotes.
fn unnamed_dependencies(document: &File, workspace: &Table) -> Vec<String> {
    let dependencies = workspace.get("workspace").and_then(|table| table.get("dependencies")?.as_table());
    let outside = dependencies.into_iter().flat_map(Table::iter).filter(|(_, entry)| !is_ours(entry));
    let unnamed = outside.filter(|(name, _)| !document.text.contains(&format!("`{name}`")));
    unnamed.map(|(name, _)| document.finding(1, &format!("no line names the dependency `{name}`"))).collect()
}

fn is_ours(entry: &Value) -> bool {
    entry.get("path").is_some()
}

fn too_long(document: &File) -> Vec<String> {
    let lines = document.text.lines().count();
    let what = format!("{lines} lines, past {ARCHITECTURE_LINES_MAX}");
    let is_long = lines > ARCHITECTURE_LINES_MAX;
    is_long.then(|| document.finding(ARCHITECTURE_LINES_MAX + 1, &what)).into_iter().collect()
}

#[test]
fn the_architecture_is_read_in_one_sitting_and_names_every_dependency() {
    let document = read("ARCHITECTURE.md").unwrap();
    let workspace = read("Cargo.toml").unwrap().text.parse().unwrap();
    assert_nothing_found(&too_long(&document));
    assert_nothing_found(&unnamed_dependencies(&document, &workspace));
}

#[test]
fn a_dependency_that_is_not_named_is_found_and_a_crate_of_ours_need_not_be() {
    let workspace: Table =
        "[workspace.dependencies]\nserde = \"1\"\nserde_json = { version = \"1\" }\nspecie-money = { path = \"x\" }\n"
            .parse()
            .unwrap();
    let found = |text: &str| unnamed_dependencies(&File::sample("ARCHITECTURE.md", text), &workspace).len();
    assert_eq!(found("* `serde`: shapes.\n* `serde_json`: JSON.\n"), 0);
    assert_eq!(found("* `serde_json`: JSON.\n"), 1);
    assert_eq!(found(""), 2);
}

#[test]
fn a_document_past_its_length_is_found() {
    let found = |lines: usize| too_long(&File::sample("ARCHITECTURE.md", &"x\n".repeat(lines))).len();
    assert_eq!((found(ARCHITECTURE_LINES_MAX), found(ARCHITECTURE_LINES_MAX + 1)), (0, 1));
}
