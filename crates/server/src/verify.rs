//! `specie verify`: proves a data folder and says, for each invariant of the ledger's design, how much was
//! looked at and what is broken. Changes nothing, needs no keys, and works beside a running server.

use std::path::Path;

use serde::Serialize;
use specie_store::{VIOLATIONS_MAX, Violation};
use specie_store_sqlite::VerifyReport;

use crate::stopped::{Naming, Stopped};

/// One invariant, and what was found.
#[derive(Serialize)]
struct Proof {
    invariant: u8,
    says: &'static str,
    /// How much was looked at, in words.
    looked_at: String,
    broken: Vec<String>,
}

/// All of it.
#[derive(Serialize)]
struct Report {
    clean: bool,
    commands: u64,
    chain: String,
    journal_rows: u64,
    compared_at_command: u64,
    rows_compared: u64,
    invariants: Vec<Proof>,
}

/// What was found in `data`, as text or JSON, and whether it is clean.
pub(crate) fn verify(data: &Path, as_json: bool) -> Result<(String, bool), Stopped> {
    let found = specie_store_sqlite::verify(data).about(data.display())?;
    let report = report(&found);
    let text =
        if as_json { serde_json::to_string_pretty(&report).about("the report")? } else { lines(&report) };
    Ok((text, report.clean))
}

fn report(found: &VerifyReport) -> Report {
    let audit = &found.audit;
    let proofs = [
        (1, "per book and currency all balances sum to zero", format!("{} accounts", audit.accounts)),
        (2, "floors hold; entries are gapless and add up", format!("{} entries", audit.entries)),
        (3, "pending cash and fees are what withdrawals hold", format!("{} withdrawals", audit.withdrawals)),
        (
            4,
            "a code opens one session, a session moves money once",
            format!("{} withdrawals", audit.withdrawals),
        ),
        (
            5,
            "every answer is in the journal and replays the same",
            format!("{} rows compared", found.compared),
        ),
        (
            6,
            "the hash chain is whole and replays to equal tables",
            format!("{} commands in {} journal rows", found.commands, found.journal_rows),
        ),
        (
            7,
            "cash out of the tills is what was dispensed of it",
            format!("{} withdrawals at tills", audit.at_tills),
        ),
    ];
    let broken = |invariant| {
        let all = found.violations.iter().chain(&audit.violations);
        let of_it = all.filter(move |violation: &&Violation| violation.invariant == invariant);
        of_it.map(|violation| violation.detail.clone()).collect()
    };
    let invariants = proofs.map(|(invariant, says, looked_at)| Proof {
        invariant,
        says,
        looked_at,
        broken: broken(invariant),
    });
    Report {
        clean: found.is_clean(),
        commands: found.commands,
        chain: found.chain.to_string(),
        journal_rows: found.journal_rows,
        compared_at_command: found.compared_at,
        rows_compared: found.compared,
        invariants: invariants.into(),
    }
}

fn lines(report: &Report) -> String {
    let mut text = String::new();
    for proof in &report.invariants {
        let verdict = if proof.broken.is_empty() { "ok" } else { "BROKEN" };
        let Proof { invariant, says, looked_at, broken } = proof;
        text.push_str(&format!("{invariant}  {verdict:<6}  {says:<54}  {looked_at}\n"));
        for detail in broken {
            text.push_str(&format!("           {detail}\n"));
        }
    }
    let found: usize = report.invariants.iter().map(|proof| proof.broken.len()).sum();
    let Report { commands, compared_at_command, chain, .. } = report;
    text.push_str(&format!(
        "{commands} commands, tables compared at command {compared_at_command}\nchain {chain}\n"
    ));
    text.push_str(&match found {
        0 => "clean".to_owned(),
        found if found >= VIOLATIONS_MAX => format!("broken: {found} findings, and there may be more"),
        found => format!("broken: {found} findings"),
    });
    text
}
