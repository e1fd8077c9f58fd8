//! A statement as ISO 20022 camt.053.001.08 (BankToCustomerStatementV08): a `Stmt` an account, with the balances OPBD and
//! CLBD, the summary of its entries, and an `Ntry` an entry. Amounts are positive decimal texts beside
//! `CdtDbtInd`; the instants are those of the ledger, so that the same batch makes the same bytes. The structure (which
//! element follows which, how often, how long its text may be) is the published one of that message.

use std::io::{self, Write};

use specie_money::{Currency, Money};
use specie_wire::api::{AccountEntry, BatchLine, SettlementBatch};

use super::statement::{Sheet, Totals};

const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
/// Longest text of an identification (Max35Text).
const ID_CHARS_MAX: usize = 35;
/// Longest identification of an account of another scheme (Max34Text).
const ACCOUNT_CHARS_MAX: usize = 34;

/// The file under way.
#[derive(Default)]
pub(super) struct Camt {
    batch_id: String,
    made_at: String,
    cut_off_at: String,
    owner: String,
}

impl Sheet for Camt {
    fn begin(&mut self, out: &mut dyn Write, batch: &SettlementBatch) -> io::Result<()> {
        self.batch_id = batch.batch_id.replace('-', "");
        self.made_at.clone_from(&batch.made_at);
        self.cut_off_at.clone_from(&batch.cut_off_at);
        self.owner.clone_from(&batch.bank_reference);
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<Document xmlns=\"{NAMESPACE}\"><BkToCstmrStmt>")?;
        writeln!(
            out,
            "<GrpHdr><MsgId>{}</MsgId><CreDtTm>{}</CreDtTm></GrpHdr>",
            text(&self.batch_id, ID_CHARS_MAX),
            self.made_at
        )
    }

    fn account(&mut self, out: &mut dyn Write, line: &BatchLine, totals: &Totals) -> io::Result<()> {
        let currency = line.closing.0.currency();
        // 32 hex digits of the batch would leave no room for the line: its last twelve tell batches of an owner apart.
        let short = self.batch_id.get(20..).unwrap_or_default();
        let id = format!("{short}-{}", line.line);
        write!(out, "<Stmt><Id>{}</Id>", text(&id, ID_CHARS_MAX))?;
        writeln!(out, "<ElctrncSeqNb>{}</ElctrncSeqNb><CreDtTm>{}</CreDtTm>", line.line, self.made_at)?;
        let (kind, holder) = line.account_id.split_once(':').unwrap_or((&line.account_id, ""));
        let holder = holder.split(':').next().unwrap_or_default().replace('-', "");
        writeln!(
            out,
            "<Acct><Id><Othr><Id>{}</Id></Othr></Id><Ccy>{}</Ccy><Nm>{}</Nm></Acct>",
            text(&holder, ACCOUNT_CHARS_MAX),
            currency.code(),
            text(&format!("{kind} {}", self.owner), 70)
        )?;
        balance(out, "OPBD", line.opening.0, &self.cut_off_at)?;
        balance(out, "CLBD", line.closing.0, &self.cut_off_at)?;
        summary(out, totals, currency)
    }

    fn entry(&mut self, out: &mut dyn Write, entry: &AccountEntry) -> io::Result<()> {
        let (amount, sign) = signed(entry.amount.0);
        write!(out, "<Ntry><NtryRef>{}</NtryRef>", entry.number)?;
        write!(out, "<Amt Ccy=\"{}\">{amount}</Amt>", entry.amount.0.currency().code())?;
        write!(out, "<CdtDbtInd>{sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>")?;
        write!(out, "<BookgDt><DtTm>{}</DtTm></BookgDt>", entry.made_at)?;
        write!(out, "<AcctSvcrRef>{}</AcctSvcrRef>", entry.transfer)?;
        write!(out, "<BkTxCd><Prtry><Cd>{}</Cd></Prtry></BkTxCd>", text(&entry.reason, ID_CHARS_MAX))?;
        if let Some(operation) = &entry.operation_id {
            let reference = operation.replace('-', "");
            let reference = text(&reference, ID_CHARS_MAX);
            write!(
                out,
                "<NtryDtls><TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs></TxDtls></NtryDtls>"
            )?;
        }
        writeln!(out, "</Ntry>")
    }

    fn account_ends(&mut self, out: &mut dyn Write, _: &BatchLine) -> io::Result<()> {
        writeln!(out, "</Stmt>")
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "</BkToCstmrStmt></Document>")
    }
}

fn balance(out: &mut dyn Write, code: &str, sum: Money, at: &str) -> io::Result<()> {
    let (amount, sign) = signed(sum);
    writeln!(
        out,
        "<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy=\"{}\">{amount}</Amt>\
         <CdtDbtInd>{sign}</CdtDbtInd><Dt><DtTm>{at}</DtTm></Dt></Bal>",
        sum.currency().code()
    )
}

fn summary(out: &mut dyn Write, totals: &Totals, currency: Currency) -> io::Result<()> {
    let debit_entries = totals.entries.saturating_sub(totals.credit_entries);
    writeln!(
        out,
        "<TxsSummry><TtlCdtNtries><NbOfNtries>{}</NbOfNtries><Sum>{}</Sum></TtlCdtNtries>\
         <TtlDbtNtries><NbOfNtries>{debit_entries}</NbOfNtries><Sum>{}</Sum></TtlDbtNtries></TxsSummry>",
        totals.credit_entries,
        decimal(totals.credits, currency),
        decimal(totals.debits, currency)
    )
}

/// A sum that may be larger than an account's balance, as decimal text.
fn decimal(minor: i128, currency: Currency) -> String {
    let exponent = u32::from(currency.exponent());
    let one = 10_i128.pow(exponent);
    if exponent == 0 {
        return minor.to_string();
    }
    let width = usize::try_from(exponent).unwrap_or_default();
    format!("{}.{:0width$}", minor / one, minor % one)
}

/// The amount without its sign, and which side it is on.
fn signed(sum: Money) -> (String, &'static str) {
    let sign = if sum.minor() < 0 { "DBIT" } else { "CRDT" };
    (decimal(i128::from(sum.minor()).abs(), sum.currency()), sign)
}

/// A text as the message takes it: so many characters at most, what XML would read as its own written as references,
/// and what XML cannot hold left out.
fn text(plain: &str, chars_max: usize) -> String {
    let mut written = String::with_capacity(plain.len());
    for character in plain.chars().filter(|character| !character.is_control()).take(chars_max) {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            other => written.push(other),
        }
    }
    written
}
