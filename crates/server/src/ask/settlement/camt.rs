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

#[cfg(test)]
mod tests {
    use specie_wire::api::{Amount, BatchState};

    use super::*;

    fn pounds(text: &str) -> Amount {
        Amount(Money::parse(text, Currency::from_code("GBP").unwrap()).unwrap())
    }

    fn below_zero(minor: i64) -> Amount {
        Amount(Money::from_minor(minor, Currency::from_code("GBP").unwrap()))
    }

    const ID: &str = "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05";

    fn written() -> String {
        let batch = SettlementBatch {
            batch_id: ID.to_owned(),
            owner_id: ID.to_owned(),
            number: 6,
            state: BatchState::Due,
            amount: pounds("7.50"),
            due: pounds("7.50"),
            lines: 1,
            cut_off_at: "2026-01-30T22:00:00.000Z".to_owned(),
            bank_reference: "Fish & <Chips> \u{1}".to_owned(),
            word: None,
            made_at: "2026-01-30T22:00:02.000Z".to_owned(),
            ended_at: None,
        };
        let line = BatchLine {
            line: 1,
            account_id: format!("pos:{ID}:GBP"),
            amount: pounds("7.50"),
            opening: pounds("1000.00"),
            closing: pounds("1007.50"),
            float: pounds("1000.00"),
            after_entry: 4,
            last_entry: 6,
            last_transfer: 99,
        };
        let entry = |number, amount, operation_id: Option<&str>| AccountEntry {
            number,
            transfer: number + 90,
            amount,
            balance: pounds("1007.50"),
            counterpart: "cash_pending".to_owned(),
            reason: "withdrawal_paid".to_owned(),
            operation_id: operation_id.map(str::to_owned),
            made_at: "2026-01-30T12:00:00.000Z".to_owned(),
        };
        let totals = Totals { entries: 2, credit_entries: 1, credits: 1_000, debits: 250 };
        let (mut out, mut camt) = (Vec::new(), Camt::default());
        camt.begin(&mut out, &batch).unwrap();
        camt.account(&mut out, &line, &totals).unwrap();
        camt.entry(&mut out, &entry(5, pounds("10.00"), Some(ID))).unwrap();
        camt.entry(&mut out, &entry(6, below_zero(-250), None)).unwrap();
        camt.account_ends(&mut out, &line).unwrap();
        camt.end(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// What may stand in an element, in its order: name, least and most, `0` for any number.
    fn structure(element: &str) -> &'static [(&'static str, usize, usize)] {
        match element {
            "Document" => &[("BkToCstmrStmt", 1, 1)],
            "BkToCstmrStmt" => &[("GrpHdr", 1, 1), ("Stmt", 1, 0)],
            "GrpHdr" => &[("MsgId", 1, 1), ("CreDtTm", 1, 1)],
            "Stmt" => &[
                ("Id", 1, 1),
                ("ElctrncSeqNb", 0, 1),
                ("CreDtTm", 0, 1),
                ("Acct", 1, 1),
                ("Bal", 1, 0),
                ("TxsSummry", 0, 1),
                ("Ntry", 0, 0),
            ],
            "Acct" => &[("Id", 1, 1), ("Ccy", 0, 1), ("Nm", 0, 1)],
            "Acct/Id" => &[("Othr", 1, 1)],
            "Othr" => &[("Id", 1, 1)],
            "Bal" => &[("Tp", 1, 1), ("Amt", 1, 1), ("CdtDbtInd", 1, 1), ("Dt", 1, 1)],
            "Tp" => &[("CdOrPrtry", 1, 1)],
            "CdOrPrtry" | "Sts" | "Prtry" => &[("Cd", 1, 1)],
            "Dt" | "BookgDt" => &[("DtTm", 1, 1)],
            "TxsSummry" => &[("TtlCdtNtries", 0, 1), ("TtlDbtNtries", 0, 1)],
            "TtlCdtNtries" | "TtlDbtNtries" => &[("NbOfNtries", 0, 1), ("Sum", 0, 1)],
            "Ntry" => &[
                ("NtryRef", 0, 1),
                ("Amt", 1, 1),
                ("CdtDbtInd", 1, 1),
                ("Sts", 1, 1),
                ("BookgDt", 0, 1),
                ("AcctSvcrRef", 0, 1),
                ("BkTxCd", 1, 1),
                ("NtryDtls", 0, 0),
            ],
            "BkTxCd" => &[("Prtry", 0, 1)],
            "NtryDtls" => &[("TxDtls", 0, 0)],
            "TxDtls" => &[("Refs", 0, 1)],
            "Refs" => &[("EndToEndId", 0, 1)],
            _ => &[],
        }
    }

    /// Reads one element and what is in it; its name, and what follows it.
    fn element<'x>(xml: &'x str, parent: &str) -> (&'x str, &'x str) {
        let xml = xml.trim_start().strip_prefix('<').unwrap();
        let (tag, mut rest) = xml.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        let own = if parent == "Acct" && name == "Id" { "Acct/Id" } else { name };
        let parts = structure(own);
        let mut found: Vec<&str> = Vec::new();
        while !rest.trim_start().starts_with("</") {
            if parts.is_empty() {
                let (text, after) = rest.split_at(rest.find('<').unwrap());
                assert!(!text.is_empty() && text.chars().count() <= 70, "{name}: {text:?}");
                rest = after;
            } else {
                let (part, after) = element(rest, own);
                found.push(part);
                rest = after;
            }
        }
        let mut left = found.as_slice();
        for (part, least, most) in parts {
            let count = left.iter().take_while(|found| *found == part).count();
            assert!(
                count >= *least && (*most == 0 || count <= *most),
                "{name} has {count} of {part}: {found:?}"
            );
            left = &left[count..];
        }
        assert!(left.is_empty(), "{name} has no place for {left:?}");
        let end = format!("</{name}>");
        (name, rest.trim_start().strip_prefix(end.as_str()).unwrap())
    }

    #[test]
    fn a_statement_has_the_structure_of_the_message_and_the_same_bytes_each_time() {
        let xml = written();
        let body = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").unwrap();
        let (name, rest) = element(body, "");
        assert_eq!((name, rest.trim()), ("Document", ""));
        assert_eq!(written(), xml);
        for part in [
            "<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>",
            "<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">1007.50</Amt>",
            "<Amt Ccy=\"GBP\">2.50</Amt><CdtDbtInd>DBIT</CdtDbtInd>",
            "<Nm>pos Fish &amp; &lt;Chips&gt; </Nm>",
            "<NbOfNtries>1</NbOfNtries><Sum>2.50</Sum></TtlDbtNtries>",
        ] {
            assert!(xml.contains(part), "{part}: {xml}");
        }
    }

    #[test]
    fn a_sum_is_written_with_all_decimals_of_its_currency() {
        for (code, minor, text) in
            [("GBP", 5, "0.05"), ("JPY", 777, "777"), ("KWD", 1_234, "1.234"), ("GBP", i128::MAX / 2, "")]
        {
            let written = decimal(minor, Currency::from_code(code).unwrap());
            assert!(text.is_empty() || written == text, "{code} {minor}: {written}");
        }
    }
}
