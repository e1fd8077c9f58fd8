//! A statement as comma-separated values (RFC 4180): a line each for an account's opening, its entries and its closing.
//! Amounts are decimal texts in the batch's currency; the same batch makes the same bytes.

use std::io::{self, Write};

use specie_wire::api::{AccountEntry, BatchLine, SettlementBatch};
use specie_wire::csv;

use super::statement::{Sheet, Totals};

const HEAD: &[&str] = &[
    "batch_id",
    "currency",
    "account",
    "what",
    "entry",
    "made_at",
    "reason",
    "operation_id",
    "transfer",
    "amount",
    "balance",
];

/// The file under way.
#[derive(Default)]
pub(super) struct Csv {
    batch_id: String,
    account: String,
}

impl Csv {
    fn balance(&self, out: &mut dyn Write, what: &str, line: &BatchLine) -> io::Result<()> {
        let (entry, balance) = match what {
            "opening" => (line.after_entry, line.opening),
            _ => (line.last_entry, line.closing),
        };
        let (currency, entry, balance) =
            (balance.0.currency().code(), entry.to_string(), balance.0.to_string());
        let cells = [&self.batch_id, currency, &self.account, what, &entry, "", "", "", "", "", &balance];
        row(out, &cells)
    }
}

impl Sheet for Csv {
    fn begin(&mut self, out: &mut dyn Write, batch: &SettlementBatch) -> io::Result<()> {
        self.batch_id.clone_from(&batch.batch_id);
        row(out, HEAD)
    }

    fn account(&mut self, out: &mut dyn Write, line: &BatchLine, _: &Totals) -> io::Result<()> {
        self.account.clone_from(&line.account_id);
        self.balance(out, "opening", line)
    }

    fn entry(&mut self, out: &mut dyn Write, entry: &AccountEntry) -> io::Result<()> {
        let (number, transfer) = (entry.number.to_string(), entry.transfer.to_string());
        let (amount, balance) = (entry.amount.0.to_string(), entry.balance.0.to_string());
        let operation = entry.operation_id.clone().unwrap_or_default();
        let currency = entry.amount.0.currency().code();
        let cells = [
            &self.batch_id,
            currency,
            &self.account,
            "entry",
            &number,
            &entry.made_at,
            &entry.reason,
            &operation,
            &transfer,
            &amount,
            &balance,
        ];
        row(out, &cells)
    }

    fn account_ends(&mut self, out: &mut dyn Write, line: &BatchLine) -> io::Result<()> {
        self.balance(out, "closing", line)
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// One line.
pub(in crate::ask) fn row(out: &mut dyn Write, cells: &[&str]) -> io::Result<()> {
    out.write_all(csv::line(cells).as_bytes())
}
