//! Which crate may depend on which, read from the manifests. Dependencies of tests are exempt: a test may
//! look from anywhere. Build dependencies and those of one platform are not exempt.

use toml::{Table, Value};

use crate::repository::{File, assert_nothing_found, manifests, read};

/// The allowed arrows between rooms; `store-*` stands for every engine. A room that is not listed here may
/// not exist. The ledger's design draws server → edge, commands, outbox, store-*; the other five arrows of
/// `server` were added because the binary's own tables (settings, demo data, `verify`) speak of amounts,
/// commands and rows, and its command line carries the client's load tool. They let nobody else see anything
/// new, since nothing depends on `server`.
const ARROWS: &[(&str, &[&str])] = &[
    ("client", &["wire", "money"]),
    ("commands", &["store", "domain", "money"]),
    ("domain", &["money"]),
    ("edge", &["commands", "wire", "domain", "money"]),
    ("money", &[]),
    ("outbox", &["store", "wire", "money"]),
    ("server", &["edge", "commands", "outbox", "store-*", "money", "domain", "store", "wire", "client"]),
    ("sim", &["commands", "store", "domain", "money"]),
    ("store", &["domain", "money"]),
    ("store-*", &["store", "domain", "money"]),
    ("tidy", &[]),
    ("wire", &["money"]),
];

/// All that the pure rooms may use from outside: encodings, comparisons, tables. Nothing in these lists
/// has a clock, a disk, a network, a runtime or a source of chance.
const PURE_ROOMS: &[(&str, &[&str])] = &[
    ("domain", &["borsh", "foldhash", "subtle", "thiserror"]),
    ("money", &["borsh", "iso_currency", "thiserror"]),
];

/// What the standard library offers and a pure room must not touch. An address is a value; a socket is not.
const IMPURE_WORDS: &[&str] = &[
    "SystemTime",
    "Instant::now",
    "std::fs",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "ToSocketAddrs",
    "std::env",
    "std::process",
    "std::thread",
    "async ",
    ".await",
    "RandomState",
    "thread_local!",
];

/// `store-sqlite` → `store-*`; every other room stands for itself.
fn kind_of(room: &str) -> &str {
    if room.starts_with("store-") { "store-*" } else { room }
}

/// The names under which the manifest lists dependencies, with the packages behind them.
fn dependencies(manifest: &Table, workspace: &Table) -> Vec<(String, String)> {
    let of_table = |table: &Table| {
        let sections = ["dependencies", "build-dependencies"].into_iter().filter_map(|name| table.get(name));
        let entries = sections.filter_map(Value::as_table).flatten();
        entries
            .map(|(name, entry)| (name.clone(), package_behind(name, entry, workspace)))
            .collect::<Vec<_>>()
    };
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flatten();
    let of_platforms = platforms.filter_map(|(_, platform)| platform.as_table()).flat_map(of_table);
    of_table(manifest).into_iter().chain(of_platforms).collect()
}

/// The package a dependency names, also where it was given another name.
fn package_behind(name: &str, entry: &Value, workspace: &Table) -> String {
    let shared = workspace.get("workspace").and_then(|table| table.get("dependencies")?.get(name));
    let renamed = entry.get("package").or_else(|| shared?.get("package"));
    renamed.and_then(Value::as_str).unwrap_or(name).to_owned()
}

/// The line on which the manifest names a dependency.
fn line_of(manifest: &File, name: &str) -> usize {
    let names_it = |line: &str| {
        let start = line.trim_start().trim_start_matches(['"', '[']);
        let start = start.trim_start_matches("dependencies.").trim_start_matches("build-dependencies.");
        start.strip_prefix(name).is_some_and(|rest| rest.starts_with(['.', ' ', '=', '"', ']']))
    };
    manifest.text.lines().position(names_it).map_or(1, |index| index + 1)
}

fn parsed(file: &File) -> Result<Table, String> {
    file.text.parse().map_err(|cause| file.finding(1, &format!("is no TOML: {cause}")))
}

/// Every arrow of one manifest that is not allowed, and everything a pure room uses beyond its list.
fn forbidden_arrows(manifest: &File, workspace: &Table) -> Vec<String> {
    let room = manifest.room();
    let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == kind_of(room)) else {
        return vec![manifest.finding(1, &format!("`{room}` has no row in the table of arrows"))];
    };
    let table = match parsed(manifest) {
        Ok(table) => table,
        Err(finding) => return vec![finding],
    };
    let pure_list = PURE_ROOMS.iter().find(|(pure, _)| *pure == room).map(|(_, list)| *list);
    let judged = dependencies(&table, workspace).into_iter().filter_map(|(name, package)| {
        let is_allowed = match package.strip_prefix("specie-") {
            Some(other) => allowed.contains(&kind_of(other)),
            None => pure_list.is_none_or(|list| list.contains(&package.as_str())),
        };
        let what = format!("`{room}` may not depend on `{package}`");
        (!is_allowed).then(|| manifest.finding(line_of(manifest, &name), &what))
    });
    judged.collect()
}

/// A manifest that does not keep the workspace's lints, or whose package is not named after its room.
fn wrong_head(manifest: &File) -> Vec<String> {
    let table = match parsed(manifest) {
        Ok(table) => table,
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    let keeps_lints =
        table.get("lints").and_then(|lints| lints.get("workspace")) == Some(&Value::Boolean(true));
    if !keeps_lints {
        findings.push(manifest.finding(1, "has no `[lints] workspace = true`"));
    }
    let name = table.get("package").and_then(|package| package.get("name")?.as_str());
    if name != Some(format!("specie-{}", manifest.room()).as_str()) {
        findings.push(manifest.finding(1, &format!("must be the package `specie-{}`", manifest.room())));
    }
    findings
}

/// Lines of a pure room that reach for a clock, a disk, a network, a thread or chance.
fn impure_lines(source: &File) -> Vec<String> {
    let is_pure = source.is_own_code() && PURE_ROOMS.iter().any(|(room, _)| *room == source.room());
    let lines =
        source.text.lines().enumerate().filter(|(_, line)| is_pure && !line.trim_start().starts_with("//"));
    let found = lines.flat_map(|(index, line)| {
        let words = IMPURE_WORDS.iter().filter(move |word| line.contains(**word));
        words.map(move |word| source.finding(index + 1, &format!("`{}` may not use `{word}`", source.room())))
    });
    found.collect()
}

fn workspace() -> Table {
    read("Cargo.toml").ok().and_then(|file| file.text.parse().ok()).unwrap_or_default()
}

#[test]
fn crates_depend_only_along_the_allowed_arrows() {
    let workspace = workspace();
    assert!(workspace.contains_key("workspace"), "the root's Cargo.toml could not be read");
    let manifests = manifests().unwrap();
    let findings: Vec<_> = manifests.iter().flat_map(|file| forbidden_arrows(file, &workspace)).collect();
    assert_nothing_found(&findings);
}

#[test]
fn every_crate_is_named_after_its_room_and_keeps_the_workspace_lints() {
    let findings: Vec<_> = manifests().unwrap().iter().flat_map(wrong_head).collect();
    assert_nothing_found(&findings);
}

#[test]
fn pure_rooms_see_no_clock_disk_network_thread_or_chance() {
    let findings: Vec<_> = crate::repository::sources().unwrap().iter().flat_map(impure_lines).collect();
    assert_nothing_found(&findings);
}

#[test]
fn a_forbidden_arrow_is_found_with_its_line_however_it_is_written() {
    let table = [
        ("edge", "[dependencies]\nspecie-wire.workspace = true\nspecie-store.workspace = true\n", 3),
        ("commands", "[dependencies]\nspecie-store-sqlite = { path = \"../store-sqlite\" }\n", 2),
        ("client", "[dependencies.specie-domain]\nworkspace = true\n", 1),
        ("wire", "[build-dependencies]\nspecie-domain.workspace = true\n", 2),
        ("store", "[target.'cfg(unix)'.dependencies]\nspecie-wire.workspace = true\n", 2),
        ("domain", "[dependencies]\nledger = { package = \"specie-store\", path = \"../store\" }\n", 2),
        ("wire", "[dependencies]\nhidden.workspace = true\n", 2),
        ("domain", "[dependencies]\nborsh.workspace = true\ntokio.workspace = true\n", 3),
        ("domain", "[dependencies]\nserde = \"1\"\n", 2),
        ("domain", "[dependencies]\ngetrandom.workspace = true\n", 2),
        ("money", "[dependencies]\nchrono = \"0.4\"\n", 2),
        ("store-postgres", "[dependencies]\nspecie-store-sqlite.workspace = true\n", 2),
        ("gossip", "[dependencies]\n", 1),
    ];
    let workspace = "[workspace.dependencies]\nhidden = { package = \"specie-domain\" }\n".parse().unwrap();
    for (room, text, line) in table {
        let manifest = File::sample(&format!("crates/{room}/Cargo.toml"), text);
        let findings = forbidden_arrows(&manifest, &workspace);
        let start = format!("crates/{room}/Cargo.toml:{line}: `{room}`");
        assert!(findings.len() == 1 && findings[0].starts_with(&start), "{text}found {findings:?}");
    }
}

#[test]
fn an_allowed_arrow_and_the_dependencies_of_tests_are_not_found() {
    let table = [
        ("server", "[dependencies]\nspecie-store-sqlite.workspace = true\nspecie-edge.workspace = true\n"),
        ("store-sqlite", "[dependencies]\nspecie-store.workspace = true\ntokio.workspace = true\n"),
        (
            "domain",
            "[dependencies]\nspecie-money.workspace = true\n[dev-dependencies]\nserde.workspace = true\n",
        ),
        (
            "edge",
            "[dependencies]\nserde.workspace = true\n[dev-dependencies]\nspecie-store.workspace = true\n",
        ),
    ];
    for (room, text) in table {
        let manifest = File::sample(&format!("crates/{room}/Cargo.toml"), text);
        assert_nothing_found(&forbidden_arrows(&manifest, &Table::new()));
    }
}

#[test]
fn a_crate_without_the_lints_or_with_another_name_is_found() {
    let head = |text: &str| wrong_head(&File::sample("crates/wire/Cargo.toml", text)).len();
    assert_eq!(head("[package]\nname = \"specie-wire\"\n[lints]\nworkspace = true\n"), 0);
    assert_eq!(head("[package]\nname = \"specie-wire\"\n"), 1);
    assert_eq!(head("[package]\nname = \"specie-wire\"\n[lints]\nworkspace = false\n"), 1);
    assert_eq!(head("[package]\nname = \"wire\"\n[lints]\nworkspace = true\n"), 1);
}

#[test]
fn a_clock_in_the_domain_is_found_and_one_in_the_server_or_in_a_comment_is_not() {
    let found = |path: &str, text: &str| impure_lines(&File::sample(path, text)).len();
    assert_eq!(found("crates/domain/src/codes.rs", "//! Codes.\nlet now = SystemTime::now();\n"), 1);
    assert_eq!(found("crates/money/src/money.rs", "async fn add() {}\n"), 1);
    assert_eq!(found("crates/domain/src/codes.rs", "// no SystemTime here\n"), 0);
    assert_eq!(found("crates/server/src/clock.rs", "let now = SystemTime::now();\n"), 0);
}
