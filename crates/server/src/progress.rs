//! A bar on standard error for long work, where that is a terminal; silent elsewhere.

use std::io::{self, IsTerminal, Write};

/// Cells of the bar.
const CELLS: u64 = 30;

/// How far one piece of work is.
pub(crate) struct Progress {
    what: &'static str,
    is_seen: bool,
    shown: Option<u64>,
}

impl Progress {
    /// Of the work called `what`.
    pub(crate) fn of(what: &'static str) -> Self {
        Self { what, is_seen: io::stderr().is_terminal(), shown: None }
    }

    /// `done` of `all` is done.
    pub(crate) fn tell(&mut self, done: u64, all: u64) {
        let percent = percent(done, all);
        if self.is_seen && self.shown != Some(percent) {
            self.shown = Some(percent);
            drop(write!(io::stderr(), "\r\x1b[2K{}", line(self.what, percent)));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            drop(writeln!(io::stderr()));
        }
    }
}

/// Nothing to do is all done.
fn percent(done: u64, all: u64) -> u64 {
    let percent = u128::from(done) * 100 / u128::from(all.max(1));
    if all == 0 { 100 } else { u64::try_from(percent).unwrap_or(100).min(100) }
}

fn line(what: &str, percent: u64) -> String {
    let full = usize::try_from(percent * CELLS / 100).unwrap_or_default();
    let empty = usize::try_from(CELLS).unwrap_or_default().saturating_sub(full);
    format!("{what:<24} [{}{}] {percent:>3} %", "#".repeat(full), ".".repeat(empty))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_empty_at_the_start_and_full_at_the_end() {
        for (done, all, expected) in
            [(0, 10, 0), (5, 10, 50), (10, 10, 100), (0, 0, 100), (u64::MAX, u64::MAX, 100)]
        {
            assert_eq!(percent(done, all), expected, "{done} of {all}");
        }
        assert_eq!(line("copying", 50), "copying                  [###############...............]  50 %");
    }
}
