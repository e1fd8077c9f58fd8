//! What the program says on standard output. Logs go to standard error and are not made here.

use std::io::{self, Write};

/// Writes a text and a line end. A reader who has gone is no reason to stop a server.
pub(crate) fn say(text: &str) {
    let mut output = io::stdout().lock();
    drop(writeln!(output, "{text}").and_then(|()| output.flush()));
}

/// Writes bytes as they are.
pub(crate) fn say_bytes(bytes: &[u8]) {
    let mut output = io::stdout().lock();
    drop(output.write_all(bytes).and_then(|()| output.flush()));
}

/// Writes why the program ends to standard error.
pub(crate) fn complain(text: &str) {
    drop(writeln!(io::stderr().lock(), "specie: {text}"));
}
