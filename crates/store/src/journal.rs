//! The journal's rows and their hash chain. A row holds the commands of one batch that changed something;
//! the chain runs over commands, not rows, so batching does not change it:
//! h(0) = SHA-256("specie journal 1"), h(n) = SHA-256(h(n−1) ‖ canonical bytes of command n).
//!
//! A row's bytes: version (1 byte); for each command its length (u32, little endian) and its canonical
//! bytes; h after the last command (32 bytes). This format is for ever. Knows no engine and no decision.

use std::fmt;

use sha2::{Digest, Sha256};
use specie_domain::Command;

/// Version of a row's bytes, their first byte.
pub const JOURNAL_VERSION: u8 = 1;
/// What the chain starts from.
const CHAIN_START: &[u8] = b"specie journal 1";
const CHAIN_BYTES: usize = 32;
const LENGTH_BYTES: usize = 4;
/// Room made at first for a row and for a command; they grow where they must.
const ROW_BYTES: usize = 4096;
const COMMAND_BYTES: usize = 512;

/// The value of the hash chain after some command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Chain([u8; CHAIN_BYTES]);

impl Chain {
    /// The value before the first command.
    #[must_use]
    pub fn start() -> Self {
        Self(Sha256::digest(CHAIN_START).into())
    }

    /// The value after one more command.
    #[must_use]
    pub fn after(self, canonical: &[u8]) -> Self {
        Self(Sha256::new_with_prefix(self.0).chain_update(canonical).finalize().into())
    }

    /// The bytes, for engines.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; CHAIN_BYTES] {
        &self.0
    }

    /// The value from the bytes an engine kept.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; CHAIN_BYTES]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Chain({self})")
    }
}

/// One row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// The number of its first command; commands are numbered from one without a gap.
    pub first: u64,
    /// How many commands it holds.
    pub count: u64,
    /// Version, commands, chain value.
    pub bytes: Vec<u8>,
}

/// A journal row that cannot be what was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the journal row of command {row} is damaged{}: {what}", at(*command))]
pub struct JournalDamage {
    /// The number of the row's first command, as the row gives it.
    pub row: u64,
    /// The command within it, if it is about one.
    pub command: Option<u64>,
    /// What is wrong.
    pub what: String,
}

fn at(command: Option<u64>) -> String {
    command.map_or_else(String::new, |number| format!(" at command {number}"))
}

/// How far a journal was written or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tail {
    /// Commands so far.
    pub commands: u64,
    /// The chain's value after the last of them.
    pub chain: Chain,
}

impl Default for Tail {
    fn default() -> Self {
        Self { commands: 0, chain: Chain::start() }
    }
}

impl Tail {
    /// The row that follows, with these commands; moves the tail behind it.
    pub fn write<'a>(&mut self, commands: impl IntoIterator<Item = &'a Command>) -> JournalRow {
        let first = self.commands.saturating_add(1);
        let mut bytes = Vec::with_capacity(ROW_BYTES);
        bytes.push(JOURNAL_VERSION);
        let mut canonical = Vec::with_capacity(COMMAND_BYTES);
        for command in commands {
            canonical.clear();
            command.write_canonical(&mut canonical);
            let length = u32::try_from(canonical.len());
            assert!(length.is_ok(), "a command is shorter than 4 GiB");
            bytes.extend_from_slice(&length.unwrap_or_default().to_le_bytes());
            bytes.extend_from_slice(&canonical);
            self.chain = if planted!(ChainStands) { self.chain } else { self.chain.after(&canonical) };
            self.commands = self.commands.saturating_add(1);
        }
        bytes.extend_from_slice(self.chain.as_bytes());
        JournalRow { first, count: self.commands.saturating_sub(first).saturating_add(1), bytes }
    }

    /// The commands of the row that follows; moves the tail behind it once all of it is proved.
    ///
    /// # Errors
    /// [`JournalDamage`], and the tail stays.
    pub fn read(&mut self, row: &JournalRow) -> Result<Vec<Command>, JournalDamage> {
        let damage = |command, what: String| JournalDamage { row: row.first, command, what };
        let next = self.commands.saturating_add(1);
        if row.first != next {
            return Err(damage(None, format!("command {next} should come here")));
        }
        let (body, stored) = split_row(&row.bytes).map_err(|what| damage(None, what))?;
        let (mut rest, mut reached, mut commands) = (body, *self, Vec::new());
        while !rest.is_empty() {
            let number = reached.commands.saturating_add(1);
            let canonical =
                cut_command(&mut rest).ok_or_else(|| damage(Some(number), "it is cut short".to_owned()))?;
            let command = Command::from_canonical(canonical).map_err(|why| damage(Some(number), why.0))?;
            commands.push(command);
            reached = Self { commands: number, chain: reached.chain.after(canonical) };
        }
        if u64::try_from(commands.len()).ok() != Some(row.count) || commands.is_empty() {
            return Err(damage(None, format!("it holds {} commands and says {}", commands.len(), row.count)));
        }
        if reached.chain.as_bytes() != stored {
            return Err(damage(
                None,
                format!("the chain comes to {} and not to what it says", reached.chain),
            ));
        }
        *self = reached;
        if planted!(LastCommandSkipped) && commands.len() > 1 {
            commands.pop();
        }
        Ok(commands)
    }
}

/// A row's commands and its chain value.
fn split_row(bytes: &[u8]) -> Result<(&[u8], &[u8; CHAIN_BYTES]), String> {
    let (version, rest) = bytes.split_first().ok_or("it is empty")?;
    if *version != JOURNAL_VERSION {
        return Err(format!("version {version} is not known"));
    }
    rest.split_last_chunk().ok_or_else(|| "it is cut short".to_owned())
}

/// Cuts the next command's canonical bytes off `rest`.
fn cut_command<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<LENGTH_BYTES>()?;
    let (canonical, after) = after.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    *rest = after;
    Some(canonical)
}

#[cfg(test)]
mod tests {
    use specie_domain::command::{Actor, RegisterOwner};
    use specie_domain::ids::Fresh;
    use specie_domain::{Body, Time};

    use super::*;

    fn command(name: &str) -> Command {
        let body = Body::RegisterOwner(RegisterOwner { actor: Actor::System, name: name.to_owned() });
        Command { at: Time::from_unix_ms(1), fresh: Fresh(1), idempotency: None, proof: None, body }
    }

    #[test]
    fn batching_does_not_change_the_chain() {
        let commands = ["a", "b", "c"].map(command);
        let mut together = Tail::default();
        let row = together.write(&commands);
        let mut apart = Tail::default();
        let rows: Vec<_> = commands.iter().map(|command| apart.write([command])).collect();
        assert_eq!(together, apart);
        assert_eq!((row.first, row.count, rows[2].first), (1, 3, 3));
    }

    #[test]
    fn what_was_written_is_read_back() {
        let commands = ["a", "b"].map(command);
        let mut written = Tail::default();
        let rows = [written.write(&commands[..1]), written.write(&commands[1..])];
        let mut read = Tail::default();
        let back: Vec<Command> = rows.iter().flat_map(|row| read.read(row).unwrap()).collect();
        assert_eq!(back, commands);
        assert_eq!(read, written);
    }

    #[test]
    fn no_changed_byte_goes_unseen() {
        let row = Tail::default().write(&["a", "b"].map(command));
        for place in 0..row.bytes.len() {
            let mut bent = row.clone();
            bent.bytes[place] ^= 1;
            let mut tail = Tail::default();
            assert_eq!(tail.read(&bent).unwrap_err().row, 1, "byte {place}");
            assert_eq!(tail, Tail::default(), "byte {place}");
        }
        for length in 0..row.bytes.len() {
            let bent = JournalRow { bytes: row.bytes[..length].to_vec(), ..row.clone() };
            assert!(Tail::default().read(&bent).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn a_missing_row_is_named() {
        let mut tail = Tail::default();
        let _first = tail.write([&command("a")]);
        let second = tail.write([&command("b")]);
        let damage = Tail::default().read(&second).unwrap_err();
        assert_eq!(damage.to_string(), "the journal row of command 2 is damaged: command 1 should come here");
    }
}
