//! Takes in a file: read whole and judged line by line before anything is sent, then sent in parts, then searched. When
//! it was cut short, `--resume` goes on where the server has it.

use std::path::Path;

use clap::Args;
use serde_json::Value;
use sha2::{Digest, Sha256};
use specie_client::segment;
use specie_wire::api::{Reconciliation, StatedLine, TakeLines};

use super::super::amount::put;
use super::super::desk::Desk;
use super::camt::{self, Told};
use super::read::{Kind, read};
use crate::progress::Progress;
use crate::stopped::{Naming, Stopped};

/// Bytes of a file.
const FILE_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// Lines sent at once: with the longest references they fit into one body.
const PART_LINES: usize = 100;

/// What a file is about.
#[derive(Args)]
pub(crate) struct Period {
    /// What people call it
    #[arg(long, value_name = "TEXT")]
    name: String,
    /// The first instant it is about, as 2026-01-01T00:00:00Z
    #[arg(long, value_name = "TIME")]
    from: String,
    /// The first instant after it
    #[arg(long, value_name = "TIME")]
    to: String,
    /// Go on with this reconciliation, which was cut short
    #[arg(long, value_name = "ID")]
    resume: Option<String>,
}

/// What is taken in.
pub(super) struct Asking<'a> {
    pub(super) file: &'a Path,
    pub(super) scope: Value,
    pub(super) kind: Kind,
    pub(super) period: &'a Period,
}

/// Takes in a file. The server is asked only once the whole file was found good.
pub(super) async fn import(
    desk: impl FnOnce() -> Result<Desk, Stopped>,
    asking: Asking<'_>,
) -> Result<(), Stopped> {
    let path = asking.file.display();
    let bytes = std::fs::metadata(asking.file).about(&path)?.len();
    if bytes > FILE_BYTES_MAX {
        return Err(format!("it has {bytes} bytes, and may have {FILE_BYTES_MAX}")).about(&path);
    }
    let bytes = std::fs::read(asking.file).about(&path)?;
    let told = match asking.kind {
        Kind::Bank if camt::is_xml(&bytes) => camt::read(&bytes),
        Kind::Bank | Kind::PosJournal => {
            read(&bytes, asking.kind).map(|lines| Told { lines, ..Told::default() })
        }
    };
    let told = told.about(&path)?;
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut desk = desk()?;
    let begun = begin(&mut desk, &asking, &hash, &told).await?;
    if begun.file_sha256 != hash {
        return Err(format!("it is not the file of reconciliation {}", begun.reconciliation_id)).about(&path);
    }
    send(&mut desk, &begun, &told.lines).await?;
    let target = format!("/api/v1/reconciliations/{}/search", segment(&begun.reconciliation_id));
    let searched = desk.post(&target, &serde_json::json!({})).await?;
    desk.show(&searched);
    Ok(())
}

async fn begin(
    desk: &mut Desk,
    asking: &Asking<'_>,
    hash: &str,
    told: &Told,
) -> Result<Reconciliation, Stopped> {
    if let Some(id) = &asking.period.resume {
        let shown = desk.get(&format!("/api/v1/reconciliations/{}", segment(id))).await?;
        return serde_json::from_value(shown.body).about("the answer");
    }
    let mut body = asking.scope.clone();
    let Period { name, from, to, .. } = asking.period;
    for (member, text) in [("name", name.as_str()), ("from", from), ("to", to), ("file_sha256", hash)] {
        put(&mut body, member, text.into());
    }
    put(&mut body, "lines", told.lines.len().into());
    if !told.statements.is_empty() {
        put(&mut body, "statements", told.statements.clone().into());
    }
    let begun = desk.post("/api/v1/reconciliations", &body).await?;
    serde_json::from_value(begun.body).about("the answer")
}

/// Sends what the server has not got yet, some lines at a time.
async fn send(desk: &mut Desk, begun: &Reconciliation, lines: &[StatedLine]) -> Result<(), Stopped> {
    let target = format!("/api/v1/reconciliations/{}/lines", segment(&begun.reconciliation_id));
    let mut progress = Progress::of("lines");
    let total = u64::try_from(lines.len()).unwrap_or(u64::MAX);
    let mut first = begun.taken.saturating_add(1);
    let left = lines.get(usize::try_from(begun.taken).unwrap_or(usize::MAX)..).unwrap_or_default();
    for part in left.chunks(PART_LINES) {
        let body = serde_json::to_value(TakeLines { first, lines: part.to_vec() }).about("the lines")?;
        desk.post_part(&target, &body, first).await?;
        first = first.saturating_add(u32::try_from(part.len()).unwrap_or(u32::MAX));
        progress.tell(u64::from(first.saturating_sub(1)), total);
    }
    Ok(())
}
