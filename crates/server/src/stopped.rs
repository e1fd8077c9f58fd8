//! Why the program ends otherwise than well, and with which exit code.

use std::fmt;

/// The exit code of a breakage, and of `verify` when something is broken.
pub(crate) const FAILED: u8 = 1;
/// The exit code of a wrong command line or configuration; clap's own, too.
pub(crate) const MISUSED: u8 = 2;
/// The exit code when the server refused.
pub(crate) const REFUSED: u8 = 3;
/// The exit code when nobody knows whether the server did it.
pub(crate) const UNKNOWN: u8 = 4;
/// The exit code when the engine can no longer be trusted (sysexits' EX_SOFTWARE).
pub(crate) const UNTRUSTWORTHY: u8 = 70;

/// Why the program ends.
#[derive(Debug)]
pub(crate) struct Stopped {
    /// Its exit code.
    pub(crate) exit: u8,
    /// For the person at the terminal.
    pub(crate) why: String,
}

impl Stopped {
    /// Something broke.
    pub(crate) fn failed(why: impl fmt::Display) -> Self {
        Self { exit: FAILED, why: why.to_string() }
    }

    /// The server refused.
    pub(crate) fn refused(why: impl fmt::Display) -> Self {
        Self { exit: REFUSED, why: why.to_string() }
    }

    /// Nobody knows whether the server did it.
    pub(crate) fn unknown(why: impl fmt::Display) -> Self {
        Self { exit: UNKNOWN, why: why.to_string() }
    }

    /// The command line or the configuration is wrong.
    pub(crate) fn misused(why: impl fmt::Display) -> Self {
        Self { exit: MISUSED, why: why.to_string() }
    }
}

/// Gives a breakage the name of what it happened to.
pub(crate) trait Naming<T> {
    /// The value, or a [`Stopped`] that says what it was about.
    fn about(self, what: impl fmt::Display) -> Result<T, Stopped>;
}

impl<T, E: fmt::Display> Naming<T> for Result<T, E> {
    fn about(self, what: impl fmt::Display) -> Result<T, Stopped> {
        self.map_err(|why| Stopped::failed(format_args!("{what}: {why}")))
    }
}
