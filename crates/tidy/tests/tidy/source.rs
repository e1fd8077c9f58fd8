//! What no source may hold: banned words, files that grew too long, modules that do not say what they are
//! for. Sizes are in lines; tests are not counted.

use crate::repository::{File, assert_nothing_found, sources};

/// A file past this is two files.
const FILE_LINES_MAX: usize = 600;
/// A file past this is worth another look; it is printed, not refused.
const FILE_LINES_LOOK_AGAIN: usize = 400;

/// A ban: what is searched, where it is nevertheless right (path and reason), and what to do instead.
struct Ban {
    word: &'static str,
    only_in_tests: bool,
    except: &'static [(&'static str, &'static str)],
    instead: &'static str,
}

const fn ban(word: &'static str, instead: &'static str) -> Ban {
    Ban { word, only_in_tests: false, except: &[], instead }
}

/// Where a float is right, because it counts no money.
const FLOATS: &[(&str, &str)] = &[];

/// Where a thread may sleep.
const SLEEPS: &[(&str, &str)] = &[];

const BANS: &[Ban] = &[
    ban("todo!", "finish it, or leave it out"),
    ban("unimplemented!", "finish it, or leave it out"),
    ban("dbg!", "remove it"),
    ban("#[ignore", "a test that does not run proves nothing"),
    ban("#[allow(", "use #[expect(.., reason = \"..\")]"),
    ban("#![allow(", "use #![expect(.., reason = \"..\")]"),
    Ban { word: "f32", only_in_tests: false, except: FLOATS, instead: "count in whole units" },
    Ban { word: "f64", only_in_tests: false, except: FLOATS, instead: "count in whole units" },
    Ban {
        word: "thread::sleep",
        only_in_tests: false,
        except: SLEEPS,
        instead: "wait on the Clock handed in",
    },
    Ban { word: "time::sleep", only_in_tests: true, except: SLEEPS, instead: "wait for the event itself" },
];

/// Names that say nothing of what is inside.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "manager"];

/// This crate must spell what it bans.
fn is_judged(source: &File) -> bool {
    source.room() != "tidy"
}

/// Whether the line holds the word by itself or as the suffix of a number or a name: `f64`, `1f64`, `as_f64`,
/// but not `buf64` nor `f640`.
fn holds_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line.get(..start).unwrap_or_default();
        let after = line.get(start + word.len()..).unwrap_or_default();
        let stem = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        let prefix = before.get(stem.len()..).unwrap_or_default();
        let starts_inside = prefix.contains(|c: char| c.is_ascii_alphabetic());
        let ends_in_letter = word.ends_with(|c: char| c.is_ascii_alphanumeric());
        let goes_on = ends_in_letter && after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        !starts_inside && !goes_on
    })
}

/// Every line that holds a banned word. Lines that are comments may speak of it.
fn banned_words(source: &File) -> Vec<String> {
    let bans = BANS.iter().filter(|ban| {
        let is_excepted = ban.except.iter().any(|(path, _)| *path == source.path);
        let concerns_it = !ban.only_in_tests || !source.is_own_code();
        concerns_it && !is_excepted
    });
    let in_code = |(_, line): &(usize, &str)| !line.trim_start().starts_with("//");
    let found = bans.flat_map(|ban| {
        let lines = source.text.lines().enumerate().filter(in_code);
        let hits = lines.filter(|(_, line)| holds_word(line, ban.word));
        hits.map(|(index, _)| source.finding(index + 1, &format!("`{}`: {}", ban.word, ban.instead)))
    });
    found.collect()
}

/// Files and folders whose name says nothing.
fn empty_names(source: &File) -> Vec<String> {
    let parts = source.path.split('/').map(|part| part.trim_end_matches(".rs"));
    let found = parts.filter(|part| EMPTY_NAMES.contains(part));
    found.map(|part| source.finding(1, &format!("`{part}`: name the subject"))).collect()
}

/// A module of a crate that does not open with what it is for.
fn silent_modules(source: &File) -> Vec<String> {
    let is_silent = source.is_own_code() && !source.text.starts_with("//! ");
    is_silent.then(|| source.finding(1, "must open with `//!`: what it is for")).into_iter().collect()
}

/// The lines of a file without its test modules.
fn lines_without_tests(text: &str) -> usize {
    let mut count = 0;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let next_opens_module =
            lines.peek().is_some_and(|next| next.starts_with("mod ") && next.ends_with('{'));
        if line == "#[cfg(test)]" && next_opens_module {
            let _closing = lines.by_ref().find(|line| *line == "}");
        } else {
            count += 1;
        }
    }
    count
}

fn longer_than(source: &File, lines_max: usize) -> Vec<String> {
    let lines = if source.is_own_code() { lines_without_tests(&source.text) } else { 0 };
    let is_long = lines > lines_max;
    is_long.then(|| source.finding(1, &format!("{lines} lines, past {lines_max}"))).into_iter().collect()
}

fn over_all_sources(rule: impl Fn(&File) -> Vec<String>) -> Vec<String> {
    let sources = sources().unwrap_or_default();
    assert!(!sources.is_empty(), "no source was found");
    sources.iter().filter(|source| is_judged(source)).flat_map(rule).collect()
}

#[test]
fn no_source_holds_a_banned_word() {
    assert_nothing_found(&over_all_sources(banned_words));
}

#[test]
fn every_exception_names_a_file_that_exists_and_a_reason() {
    let paths: Vec<_> = sources().unwrap().into_iter().map(|source| source.path).collect();
    for (path, reason) in BANS.iter().flat_map(|ban| ban.except) {
        assert!(paths.iter().any(|known| known == path), "{path} is gone: take it off the list");
        assert!(reason.len() > 20, "{path}: say why");
    }
}

#[test]
fn every_file_is_named_after_its_subject() {
    assert_nothing_found(&over_all_sources(empty_names));
}

#[test]
fn every_module_opens_with_what_it_is_for() {
    assert_nothing_found(&over_all_sources(silent_modules));
}

#[test]
#[expect(clippy::print_stderr, reason = "a length worth another look is told, not refused")]
fn no_file_is_longer_than_one_subject_needs() {
    for note in over_all_sources(|source| longer_than(source, FILE_LINES_LOOK_AGAIN)) {
        eprintln!("look again: {note}");
    }
    assert_nothing_found(&over_all_sources(|source| longer_than(source, FILE_LINES_MAX)));
}

#[test]
fn a_banned_word_is_found_in_code_and_not_in_comments_or_inside_other_words() {
    let table = [
        ("    todo!()", 1),
        ("    unimplemented!(\"later\")", 1),
        ("    let x = dbg!(y);", 1),
        ("#[ignore]", 1),
        ("#[ignore = \"slow\"]", 1),
        ("#[allow(dead_code)]", 1),
        ("#![allow(clippy::all)]", 1),
        ("let fee = sum as f64 * rate;", 1),
        ("fn rate() -> f32 {", 1),
        ("let rate = 1_f64;", 1),
        ("let rate = 1f32;", 1),
        ("let rate = value.as_f64();", 1),
        ("    std::thread::sleep(a_second);", 1),
        ("// never an f64, no todo!", 0),
        ("    /// not an f32", 0),
        ("let buf64 = f640;", 0),
        ("let total = u64::MAX;", 0),
        ("#[expect(dead_code, reason = \"why\")]", 0),
        ("let id = \"02f64a\";", 0),
        ("tokio::time::sleep(pause).await;", 0),
    ];
    for (line, count) in table {
        let findings = banned_words(&File::sample("crates/edge/src/pos.rs", &format!("//! Doc.\n{line}\n")));
        assert_eq!(findings.len(), count, "{line}: {findings:?}");
        assert!(
            findings.iter().all(|finding| finding.starts_with("crates/edge/src/pos.rs:2: ")),
            "{findings:?}"
        );
    }
    let in_test = File::sample("crates/edge/tests/pos.rs", "tokio::time::sleep(pause).await;\n");
    assert_eq!(banned_words(&in_test).len(), 1, "a test may not sleep");
}

#[test]
fn a_name_without_a_subject_is_found() {
    for bad in ["crates/edge/src/utils.rs", "crates/edge/src/helpers.rs", "crates/edge/tests/common/mod.rs"] {
        assert_eq!(empty_names(&File::sample(bad, "")).len(), 1, "{bad}");
    }
    assert_nothing_found(&empty_names(&File::sample("crates/edge/src/common_name.rs", "")));
}

#[test]
fn a_module_without_a_word_is_found() {
    let found = |path: &str, text: &str| silent_modules(&File::sample(path, text)).len();
    assert_eq!(found("crates/edge/src/pos.rs", "use std::fmt;\n"), 1);
    assert_eq!(found("crates/edge/src/pos.rs", ""), 1);
    assert_eq!(found("crates/edge/src/pos.rs", "//!\n"), 1);
    assert_eq!(found("crates/edge/src/pos.rs", "//! The POS wire.\n"), 0);
    assert_eq!(found("crates/edge/tests/pos.rs", "use std::fmt;\n"), 0);
}

#[test]
fn a_long_file_is_found_and_its_tests_are_not_counted() {
    let found = |path: &str, text: &str| longer_than(&File::sample(path, text), FILE_LINES_MAX).len();
    let (longest, too_long) = ("x\n".repeat(FILE_LINES_MAX), "x\n".repeat(FILE_LINES_MAX + 1));
    let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "    x\n".repeat(FILE_LINES_MAX));
    assert_eq!(found("crates/edge/src/pos.rs", &longest), 0);
    assert_eq!(found("crates/edge/src/pos.rs", &too_long), 1);
    assert_eq!(found("crates/edge/src/pos.rs", &format!("{longest}{tests}")), 0);
    assert_eq!(found("crates/edge/src/pos.rs", &format!("{tests}{too_long}")), 1);
    assert_eq!(found("crates/edge/tests/pos.rs", &too_long), 0);
}
