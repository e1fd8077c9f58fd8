//! Counts the instructions of one function of this program, or of a whole other program, with callgrind
//! (`valgrind --tool=callgrind`).

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::figures::{not_comparable, note};

/// Whether instructions can be counted and compared here; if not, why is told.
pub(crate) fn can_count() -> bool {
    let is_there = Command::new("valgrind").arg("--version").output().is_ok_and(|said| said.status.success());
    let why =
        if is_there { not_comparable() } else { Some("valgrind is missing (Debian: valgrind)".to_owned()) };
    if let Some(why) = &why {
        note(&format!("left out, instructions: {why}"));
    }
    why.is_none()
}

/// Instructions inside `function` while the test `test` of this program runs.
pub(crate) fn inside(function: &str, test: &str) -> u64 {
    let this = std::env::current_exe().unwrap();
    let mut program = Command::new("valgrind");
    program.arg(format!("--toggle-collect=*{function}*"));
    count(&mut program, &this, &["--exact", test, "--test-threads=1"])
}

/// Instructions of a whole program.
pub(crate) fn of(path: &Path, arguments: &[&str]) -> u64 {
    count(&mut Command::new("valgrind"), path, arguments)
}

fn count(valgrind: &mut Command, path: &Path, arguments: &[&str]) -> u64 {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    valgrind.args(["--tool=callgrind", "--error-exitcode=9"]);
    valgrind.arg(format!("--callgrind-out-file={}", out.display()));
    let said = valgrind.arg(path).args(arguments).output().unwrap();
    let text =
        || format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.success(), "{arguments:?}: {}", text());
    let counts = fs::read_to_string(&out).unwrap();
    let total = counts.lines().find_map(|line| line.strip_prefix("totals: ")?.trim().parse().ok());
    let total = total.unwrap_or_default();
    assert!(total > 0, "callgrind has counted nothing for {arguments:?}: {}", text());
    total
}
