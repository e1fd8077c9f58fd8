//! The committed figures: all for a thousand cash-outs, so that they are whole numbers. `bench/guard.toml` is written
//! by this module alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use toml::{Table, Value};

/// Set, the figures are written and not compared.
const RENEW_VARIABLE: &str = "SPECIE_GUARD_RENEW";
/// What a path may become dearer or cheaper by before somebody must look, thousandths.
const COUNTED_PERMILLE: u64 = 30;

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    CoreInstructions,
    CoreInstructionsHot,
    EdgeInstructions,
    EngineInstructions,
    JournalSyncs,
    JournalBytes,
    BytesWritten,
}

impl Figure {
    const ALL: [Self; 7] = [
        Self::CoreInstructions,
        Self::CoreInstructionsHot,
        Self::EdgeInstructions,
        Self::EngineInstructions,
        Self::JournalSyncs,
        Self::JournalBytes,
        Self::BytesWritten,
    ];

    /// Its name in the file, what it counts, and how far it may be off, thousandths.
    const fn told(self) -> (&'static str, &'static str, u64) {
        match self {
            Self::CoreInstructions => {
                ("core_instructions", "decisions, batch loop, journal rows; 64 POS", COUNTED_PERMILLE)
            }
            Self::CoreInstructionsHot => ("core_instructions_hot", "the same at one POS", COUNTED_PERMILLE),
            Self::EdgeInstructions => (
                "edge_instructions",
                "three requests over one socket, both ends, engine in memory",
                COUNTED_PERMILLE,
            ),
            Self::EngineInstructions => (
                "engine_instructions",
                "four commands, made and hashed, journal and tables, in batches of 512",
                COUNTED_PERMILLE,
            ),
            Self::JournalSyncs => {
                ("journal_syncs", "syncs of the journal, four commands in batches of 64", COUNTED_PERMILLE)
            }
            Self::JournalBytes => {
                ("journal_bytes", "bytes of journal rows, four commands in batches of 64", COUNTED_PERMILLE)
            }
            Self::BytesWritten => (
                "bytes_written",
                "bytes handed to the system to write, all files, in batches of 512",
                COUNTED_PERMILLE,
            ),
        }
    }

    const fn name(self) -> &'static str {
        self.told().0
    }

    /// Holds what was counted against the committed figure, or commits it.
    pub(crate) fn judge(self, counted: u64) {
        let (name, what, permille) = self.told();
        let mut held = Held::read();
        if is_renewed() {
            held.figures.insert(name.to_owned(), counted);
            held.write();
            return note(&format!("{name} = {counted}: {what}"));
        }
        let committed = held.figures.get(name).copied().unwrap_or_default();
        assert!(committed > 0, "{name} is not committed: make guard-renew");
        let off = off_permille(counted, committed);
        note(&format!("{name}: {counted}, committed {committed}, {off:+} thousandths: {what}"));
        assert!(
            off.unsigned_abs() <= permille,
            "{name} ({what}) is {counted} for a thousand cash-outs and was {committed}: {off:+} thousandths, at most \
             {permille} are let through. If it must be so, say why and run `make guard-renew`"
        );
    }
}

/// How far `counted` is above (or below) `committed`, thousandths.
fn off_permille(counted: u64, committed: u64) -> i64 {
    let apart = i128::from(counted) - i128::from(committed);
    i64::try_from(apart * 1000 / i128::from(committed.max(1))).unwrap_or(i64::MAX)
}

fn is_renewed() -> bool {
    std::env::var_os(RENEW_VARIABLE).is_some()
}

/// Why instructions are not compared here, if so: another compiler or machine makes other ones.
pub(crate) fn not_comparable() -> Option<String> {
    if !cfg!(debug_assertions) {
        return Some("the figures are of the profile `dev`".to_owned());
    }
    let (held, here) = (Held::read().made_by, made_by());
    (held != here && !is_renewed())
        .then(|| format!("the figures are of {held}, this is {here}: make guard-renew"))
}

/// What the instructions come from.
fn made_by() -> String {
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default();
    format!("{rustc} on {}", std::env::consts::ARCH)
}

/// Tells what was counted or left out; `make guard` shows it.
#[expect(clippy::print_stderr, reason = "a check that is left out must say so")]
pub(crate) fn note(text: &str) {
    eprintln!("guard: {text}");
}

/// The file.
#[derive(Default)]
struct Held {
    made_by: String,
    figures: BTreeMap<String, u64>,
}

impl Held {
    fn path() -> PathBuf {
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../bench/guard.toml"))
    }

    fn read() -> Self {
        let text = fs::read_to_string(Self::path()).unwrap_or_default();
        let table: Table = text.parse().unwrap();
        let made_by = table.get("made_by").and_then(Value::as_str).unwrap_or_default().to_owned();
        let figure =
            |(name, value): (&String, &Value)| Some((name.clone(), u64::try_from(value.as_integer()?).ok()?));
        Self { made_by, figures: table.iter().filter_map(figure).collect() }
    }

    fn write(&self) {
        let mut text = format!(
            "# What a thousand cash-outs cost, in counts: compared by `make test`, written by `make guard-renew`.\n\
             # Figures of another compiler or machine kind are others; instructions are then not compared.\n\
             made_by = \"{}\"\n",
            made_by()
        );
        for figure in Figure::ALL {
            let (name, what, permille) = figure.told();
            if let Some(value) = self.figures.get(figure.name()) {
                text.push_str(&format!("\n# {what}; at most {permille} thousandths off\n{name} = {value}\n"));
            }
        }
        fs::write(Self::path(), text).unwrap();
    }
}

#[test]
fn five_in_a_hundred_are_seen_and_two_are_not() {
    for (counted, is_seen) in [(98, false), (100, false), (102, false), (103, false), (105, true), (95, true)]
    {
        assert_eq!(off_permille(counted, 100).unsigned_abs() > COUNTED_PERMILLE, is_seen, "{counted}");
    }
}
