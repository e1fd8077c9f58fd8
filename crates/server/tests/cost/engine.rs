//! The embedded engine, by `specie bench load`: what a thousand more cash-outs cost the whole program. Opening,
//! closing and the making of the customers are taken off by a run without them.
//!
//! Syncs and journal bytes are those of 64 commands decided together. How much the tables write hangs on how many
//! batches they find waiting, which is a matter of time: so here they go in step with the journal, and where their
//! share is counted they take in 512 commands at once.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::callgrind::{self, can_count};
use crate::figures::{Figure, note};

const PROGRAM: &str = env!("CARGO_BIN_EXE_specie");
/// Cash-outs whose bytes are counted, and those whose instructions are: these take fifty times as long.
const CASH_OUTS: u64 = 8_192;
const CASH_OUTS_COUNTED: u64 = 2_048;
/// 64 commands together, as 64 clients might.
const IN_FLIGHT: &str = "64";
/// As many as the tables take in at once; under load it is more.
const AT_ONCE: &str = "512";

fn arguments(data: &Path, cash_outs: u64, batch: &str) -> Vec<String> {
    let (data, cash_outs) = (data.to_str().unwrap(), cash_outs.to_string());
    let load = ["bench", "load", "--json", "--counted", "--wallets", "1024", "--batch", batch];
    [&load[..], &["--cash-outs", &cash_outs, "--data", data]]
        .concat()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

/// What a load said of itself, and how often it had the journal synced as its system calls show.
struct Counted {
    told: Value,
    syncs: Option<u64>,
}

impl Counted {
    fn of(cash_outs: u64, batch: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let calls = folder.path().join("calls");
        let arguments = arguments(&folder.path().join("data"), cash_outs, batch);
        let mut traced = Command::new("strace");
        traced.args(["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync", "-o"]).arg(&calls).arg(PROGRAM);
        let said = traced.args(&arguments).output().ok().filter(|said| said.status.success());
        let is_traced = said.is_some();
        let said = said.unwrap_or_else(|| Command::new(PROGRAM).args(&arguments).output().unwrap());
        let told = serde_json::from_slice(&said.stdout);
        let told = told.unwrap_or_else(|why| panic!("{why}: {}", String::from_utf8_lossy(&said.stderr)));
        let syncs = is_traced.then(|| {
            let calls = fs::read_to_string(&calls).unwrap();
            u64::try_from(calls.lines().filter(|line| line.contains("/journal.db")).count()).unwrap()
        });
        Self { told, syncs }
    }

    fn told(&self, name: &str) -> u64 {
        self.told[name].as_u64().unwrap()
    }
}

/// For a thousand cash-outs, from a run with and one without them.
const fn of_a_thousand(with: u64, without: u64, cash_outs: u64) -> u64 {
    (with - without) * 1000 / cash_outs
}

#[test]
fn a_cash_out_syncs_and_journals_no_more_than_committed() {
    let (without, with) = (Counted::of(0, IN_FLIGHT), Counted::of(CASH_OUTS, IN_FLIGHT));
    let told = |name: &str| of_a_thousand(with.told(name), without.told(name), CASH_OUTS);
    Figure::JournalBytes.judge(told("journal_bytes"));
    let syncs = with.syncs.zip(without.syncs).map(|(with, without)| of_a_thousand(with, without, CASH_OUTS));
    if syncs.is_none() {
        note(
            "left out, syncs as the system calls show: strace is missing or not permitted; the engine's own count",
        );
    }
    Figure::JournalSyncs.judge(syncs.unwrap_or_else(|| told("durable_writes")));
}

#[test]
fn a_cash_out_writes_no_more_bytes_than_committed() {
    let written = |cash_outs| Counted::of(cash_outs, AT_ONCE).told("bytes_written");
    Figure::BytesWritten.judge(of_a_thousand(written(CASH_OUTS), written(0), CASH_OUTS));
}

#[test]
fn a_cash_out_takes_the_engine_no_more_instructions_than_committed() {
    if !can_count() {
        return;
    }
    let of = |cash_outs| {
        let folder = tempfile::tempdir().unwrap();
        let arguments = arguments(&folder.path().join("data"), cash_outs, AT_ONCE);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        callgrind::of(Path::new(PROGRAM), &arguments)
    };
    let (with, without) = (of(CASH_OUTS_COUNTED), of(0));
    Figure::EngineInstructions.judge(of_a_thousand(with, without, CASH_OUTS_COUNTED));
}
