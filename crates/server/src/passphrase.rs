//! The passphrase that seals exported keys: from a file descriptor, a variable, or a prompt without echo. Never an
//! argument: arguments are read by everybody on the machine.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

use crate::ask::reach::{Environment, variable};
use crate::stopped::{Naming, Stopped};

/// The variable that may hold it.
pub(crate) const PASSPHRASE_VARIABLE: &str = "SPECIE_PASSPHRASE";
/// The shortest that seals anything.
const CHARACTERS_MIN: usize = 12;
const BYTES_MAX: u64 = 4_096;

/// A passphrase to seal with: long enough, and where it is typed, typed twice alike.
pub(crate) fn to_seal(environment: &Environment, fd: Option<u32>) -> Result<Zeroizing<String>, Stopped> {
    let (passphrase, was_typed) = read(environment, fd)?;
    if passphrase.chars().count() < CHARACTERS_MIN {
        return Err(Stopped::misused(format_args!(
            "the passphrase must have {CHARACTERS_MIN} characters or more"
        )));
    }
    if was_typed && *prompt("The same again: ")? != *passphrase {
        return Err(Stopped::misused("the two are not the same"));
    }
    Ok(passphrase)
}

/// A passphrase to open with.
pub(crate) fn to_open(environment: &Environment, fd: Option<u32>) -> Result<Zeroizing<String>, Stopped> {
    read(environment, fd).map(|(passphrase, _)| passphrase)
}

fn read(environment: &Environment, fd: Option<u32>) -> Result<(Zeroizing<String>, bool), Stopped> {
    if let Some(fd) = fd {
        let path = format!("/dev/fd/{fd}");
        return first_line(File::open(&path).about(&path)?, &path).map(|line| (line, false));
    }
    match variable(environment, PASSPHRASE_VARIABLE)? {
        Some(passphrase) => Ok((Zeroizing::new(passphrase), false)),
        None => prompt("Passphrase: ").map(|line| (line, true)),
    }
}

/// Asks at the terminal, without echo.
fn prompt(question: &str) -> Result<Zeroizing<String>, Stopped> {
    let terminal = OpenOptions::new().read(true).write(true).open("/dev/tty").map_err(|_| {
        Stopped::misused(format_args!("no terminal to ask at: give {PASSPHRASE_VARIABLE} or --passphrase-fd"))
    })?;
    drop(write!(&terminal, "{question}"));
    let before = tcgetattr(&terminal).about("the terminal")?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&terminal, OptionalActions::Flush, &silent).about("the terminal")?;
    let line = first_line(&terminal, "the terminal");
    tcsetattr(&terminal, OptionalActions::Flush, &before).about("the terminal")?;
    drop(writeln!(&terminal));
    line
}

fn first_line(source: impl Read, name: &str) -> Result<Zeroizing<String>, Stopped> {
    let mut line = Zeroizing::new(String::new());
    BufReader::new(source.take(BYTES_MAX)).read_line(&mut line).about(name)?;
    let text = line.trim_end_matches(['\r', '\n']);
    if text.is_empty() {
        return Err(Stopped::misused(format_args!("{name} gave no passphrase")));
    }
    Ok(Zeroizing::new(text.to_owned()))
}
