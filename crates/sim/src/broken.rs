//! A promise that was broken: which one, and what was seen.

use std::fmt;

/// A promise that was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The promise, as a sentence that has turned out false.
    pub check: &'static str,
    /// What was seen.
    pub detail: String,
}

impl Broken {
    /// `check` is false, as `detail` shows.
    #[must_use]
    pub const fn new(check: &'static str, detail: String) -> Self {
        Self { check, detail }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not true: {}. {}", self.check, self.detail)
    }
}
