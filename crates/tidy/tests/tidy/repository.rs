//! Reads the repository: its manifests and its sources, each with its path from the root, in the order of
//! the paths. Knows no rule.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// One file: its path from the repository's root, with `/`, and what it says.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    pub(crate) fn sample(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The folder under `crates/` this file belongs to: `store-sqlite` for its sources and its manifest.
    pub(crate) fn room(&self) -> &str {
        self.path.split('/').nth(1).unwrap_or_default()
    }

    /// Whether the file is the crate's own code, not a test, bench or example beside it.
    pub(crate) fn is_own_code(&self) -> bool {
        self.path.split('/').nth(2) == Some("src")
    }

    /// A finding about one line of this file, counted from 1.
    pub(crate) fn finding(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn read(path: &str) -> io::Result<File> {
    let text = fs::read_to_string(root().join(path))
        .map_err(|cause| io::Error::new(cause.kind(), format!("{path}: {cause}")))?;
    Ok(File::sample(path, &text))
}

/// The manifests of all crates.
pub(crate) fn manifests() -> io::Result<Vec<File>> {
    let rooms = names_in("crates")?;
    rooms.iter().map(|room| read(&format!("crates/{room}/Cargo.toml"))).collect()
}

/// All Rust sources of all crates, tests and examples included.
pub(crate) fn sources() -> io::Result<Vec<File>> {
    let mut folders = vec!["crates".to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for name in names_in(&folder)? {
            let path = format!("{folder}/{name}");
            if root().join(&path).is_dir() {
                folders.push(path);
            } else if Path::new(&name).extension().is_some_and(|extension| extension == "rs") {
                files.push(read(&path)?);
            }
        }
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(files)
}

fn names_in(folder: &str) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(root().join(folder))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// Fails with one finding a line.
#[track_caller]
pub(crate) fn assert_nothing_found(findings: &[String]) {
    assert!(findings.is_empty(), "{} found:\n{}", findings.len(), findings.join("\n"));
}
