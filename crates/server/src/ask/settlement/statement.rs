//! The statement of a batch as a file: each of its accounts with opening balance, entries in the order they were made,
//! and closing balance. Read page by page and written as it is read: of an account it keeps only where each page of its
//! history begins, some ten bytes for two hundred entries. Opening and entries must come to closing, or no file is left.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use clap::ValueEnum;
use specie_client::{Reply, segment};
use specie_money::Money;
use specie_wire::api::{AccountEntries, AccountEntry, BatchLine, BatchLines, SettlementBatch};

use super::super::desk::Desk;
use super::{camt, csv};
use crate::progress::Progress;
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;

/// Lines asked for at a time.
const PAGE_LINES: u64 = 200;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Comma-separated values (RFC 4180), a line an entry
    Csv,
    /// ISO 20022 bank-to-customer statement, camt.053.001.08
    Camt053,
}

/// What writes one kind of file. Each gets the parts of a statement in their order.
pub(super) trait Sheet {
    /// The batch.
    fn begin(&mut self, out: &mut dyn Write, batch: &SettlementBatch) -> io::Result<()>;
    /// An account begins; `credits` and `debits` sum up its entries.
    fn account(&mut self, out: &mut dyn Write, line: &BatchLine, totals: &Totals) -> io::Result<()>;
    /// An entry of it.
    fn entry(&mut self, out: &mut dyn Write, entry: &AccountEntry) -> io::Result<()>;
    /// The account ends.
    fn account_ends(&mut self, out: &mut dyn Write, line: &BatchLine) -> io::Result<()>;
    /// Nothing follows.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// What an account's entries come to, minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Totals {
    pub(super) entries: u64,
    pub(super) credit_entries: u64,
    pub(super) credits: i128,
    pub(super) debits: i128,
}

impl Totals {
    fn add(&mut self, amount: Money) {
        let minor = i128::from(amount.minor());
        self.entries += 1;
        if minor > 0 {
            self.credit_entries += 1;
            self.credits += minor;
        } else {
            self.debits -= minor;
        }
    }
}

/// Writes the statement of `batch` to `path`.
pub(super) async fn write(desk: &mut Desk, batch: &str, format: Format, path: &Path) -> Result<(), Stopped> {
    let target = format!("/api/v1/settlement/batches/{}", segment(batch));
    let batch: SettlementBatch = read(&desk.get(&target).await?)?;
    let mut sheet: Box<dyn Sheet> = match format {
        Format::Csv => Box::new(csv::Csv::default()),
        Format::Camt053 => Box::new(camt::Camt::default()),
    };
    let file = OpenOptions::new().write(true).create_new(true).open(path).about(path.display())?;
    let written = write_all(desk, &batch, sheet.as_mut(), file).await;
    if written.is_err() {
        drop(fs::remove_file(path)); // Half a statement is none.
    }
    let entries = written?;
    say(&format!("{}: {} lines, {entries} entries", path.display(), batch.lines));
    Ok(())
}

async fn write_all(
    desk: &mut Desk,
    batch: &SettlementBatch,
    sheet: &mut dyn Sheet,
    file: File,
) -> Result<u64, Stopped> {
    let mut out = BufWriter::new(file);
    let told = || "the statement";
    sheet.begin(&mut out, batch).about(told())?;
    let (mut progress, mut after, mut entries) = (Progress::of("statement"), 0, 0);
    loop {
        let target = format!(
            "/api/v1/settlement/batches/{}/lines?after_line={after}&limit={PAGE_LINES}",
            segment(&batch.batch_id)
        );
        let page: BatchLines = read(&desk.get(&target).await?)?;
        for line in &page.lines {
            progress.tell(u64::from(line.line), u64::from(batch.lines));
            entries += account(desk, line, sheet, &mut out).await?;
        }
        let Some(next) = page.next else { break };
        after = next;
    }
    sheet.end(&mut out).about(told())?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error).about(told())?;
    file.sync_all().about(told())?;
    Ok(entries)
}

/// One account: first its pages from the newest back, to know where each begins and what the entries come to; then the
/// same pages from the oldest on.
async fn account(
    desk: &mut Desk,
    line: &BatchLine,
    sheet: &mut dyn Sheet,
    out: &mut BufWriter<File>,
) -> Result<u64, Stopped> {
    let (mut begins, mut totals, mut from) = (Vec::new(), Totals::default(), Some(line.last_transfer));
    while let Some(begin) = from.filter(|_| totals.entries < line.last_entry.saturating_sub(line.after_entry))
    {
        let page = page(desk, line, begin).await?;
        begins.push(begin);
        own(line, &page).for_each(|entry| totals.add(entry.amount.0));
        from = page.next;
    }
    let comes_to = i128::from(line.opening.0.minor()) + totals.credits - totals.debits;
    if comes_to != i128::from(line.closing.0.minor()) {
        let account = &line.account_id;
        return Err(format!("opening and entries come to {comes_to}, and not to the closing balance"))
            .about(account);
    }
    sheet.account(out, line, &totals).about("the statement")?;
    let mut bar = Progress::of("entries");
    let mut written = 0;
    for begin in begins.into_iter().rev() {
        let page = page(desk, line, begin).await?;
        let entries: Vec<&AccountEntry> = own(line, &page).collect();
        for entry in entries.into_iter().rev() {
            sheet.entry(out, entry).about("the statement")?;
            written += 1;
        }
        bar.tell(written, totals.entries);
    }
    sheet.account_ends(out, line).about("the statement")?;
    Ok(written)
}

/// Those entries of a page that are in the line's window.
fn own<'a>(line: &'a BatchLine, page: &'a AccountEntries) -> impl Iterator<Item = &'a AccountEntry> {
    page.entries.iter().filter(|entry| entry.number > line.after_entry && entry.number <= line.last_entry)
}

async fn page(desk: &mut Desk, line: &BatchLine, from: u64) -> Result<AccountEntries, Stopped> {
    let account = segment(&line.account_id);
    let target = format!("/api/v1/accounts/{account}/entries?from={from}&limit={PAGE_LINES}");
    read(&desk.get(&target).await?)
}

fn read<T: serde::de::DeserializeOwned>(reply: &Reply) -> Result<T, Stopped> {
    serde_json::from_value(reply.body.clone()).about("the answer")
}
