//! Reads a bank's statement in ISO 20022 camt.053 (BankToCustomerStatement, any version) into lines as our own API takes
//! them: one a booked entry, or one a transaction of it where all of these name their sums and come to the entry's. Knows
//! the few elements it needs and passes over the rest. What the file may be is bounded: its depth, its lines, and no
//! document type, so that no entity can be declared. A wrong entry is named by its number and its line in the file, and
//! then nothing of the file is taken.

use std::collections::{BTreeSet, VecDeque};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use specie_money::{Currency, Money};
use specie_wire::api::{Amount, StatedLine, StatedWhat};

use super::read::{LINES_MAX, REFERENCE_BYTES_MAX, bank_instant};

/// Elements within elements.
const DEPTH_MAX: usize = 32;
/// What the namespace of such a message begins with; a version follows.
const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
/// Where entries stand.
const WAY: [&str; 3] = ["Document", "BkToCstmrStmt", "Stmt"];
/// Within a statement: whose it is, in the parts of its account's id.
const ACCOUNT: [&str; 2] = ["Acct", "Id"];
/// Within a statement: what it is a copy of.
const COPY: &str = "CpyDplctInd";
/// Within a statement: its id, which no other of the account bears.
const ID: &str = "Id";
/// Within a statement: its number, which begins anew each year.
const NUMBER: &str = "ElctrncSeqNb";
/// What banks write where there is no reference.
const NO_REFERENCE: &str = "NOTPROVIDED";

/// Whether a file is XML at all.
pub(super) fn is_xml(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().starts_with(b"<")
}

/// What a file of statements holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Told {
    /// Its lines.
    pub(super) lines: Vec<StatedLine>,
    /// What tells its statements from all others: the account with the id, and with the number and the year.
    pub(super) statements: Vec<String>,
}

/// The lines of a file's statements, or what is wrong with the first thing that is.
pub(super) fn read(bytes: &[u8]) -> Result<Told, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut statement = Statement::default();
    let mut place = Place { text, byte: 0, line: 1 };
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => {
                let line = place.line_at(reader.buffer_position());
                statement.take(event, line).map_err(|why| format!("line {line}: {why}"))?;
            }
            Err(why) => return Err(format!("line {}: {why}", place.line_at(reader.error_position()))),
        }
    }
    statement.told()
}

/// How far a file was read, so that its lines are counted once.
struct Place<'t> {
    text: &'t str,
    byte: usize,
    line: usize,
}

impl Place<'_> {
    /// The line of the file in which a byte stands.
    fn line_at(&mut self, byte: u64) -> usize {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        let passed = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        self.line = passed.iter().fold(self.line, |line, of| line.saturating_add(usize::from(*of == b'\n')));
        self.byte = self.byte.max(byte);
        self.line
    }
}

/// An element of an entry.
#[derive(Default)]
struct Element {
    name: String,
    /// Its attribute `Ccy`.
    currency: Option<String>,
    text: String,
    children: Vec<Self>,
}

/// What has been read so far.
#[derive(Default)]
struct Statement {
    /// The elements that are open, outside of entries.
    way: Vec<String>,
    /// The elements that are open, from the entry inwards.
    entry: Vec<Element>,
    /// Where the open entry begins.
    begun: usize,
    entries: usize,
    is_camt: bool,
    /// The text of the open statement's account.
    account: String,
    /// The account of the statements before.
    first_account: Option<String>,
    copy: String,
    id: String,
    number: String,
    /// Lines of the statements before.
    lines_before: usize,
    told: Told,
}

impl Statement {
    fn take(&mut self, event: Event<'_>, line: usize) -> Result<(), String> {
        match event {
            Event::Start(start) | Event::Empty(start) => self.open(&start, line),
            Event::End(_) => self.close(),
            Event::Text(text) => {
                self.write(&text.xml_content(XmlVersion::Implicit1_0));
                Ok(())
            }
            Event::CData(text) => {
                self.write(&text.xml_content(XmlVersion::Implicit1_0));
                Ok(())
            }
            Event::GeneralRef(reference) => {
                let known = match &*reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => reference.resolve_char_ref().map_err(|why| why.to_string())?,
                };
                let known = known.ok_or_else(|| format!("&{}; is no entity of XML itself", &*reference))?;
                self.write(known.encode_utf8(&mut [0; 4]));
                Ok(())
            }
            Event::DocType(_) => Err("a document type is not taken: nothing may be declared".to_owned()),
            Event::Decl(declared) => match declared.encoding() {
                Some(Ok(name)) if !name.eq_ignore_ascii_case("utf-8") => {
                    Err(format!("it says it is in {name}, and must be in UTF-8"))
                }
                Some(Err(why)) => Err(why.to_string()),
                Some(Ok(_)) | None => Ok(()),
            },
            Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>, line: usize) -> Result<(), String> {
        let name = start.local_name().into_inner().to_owned();
        if self.way.len().saturating_add(self.entry.len()) >= DEPTH_MAX {
            return Err(format!("it has more than {DEPTH_MAX} elements within each other"));
        }
        if self.entry.is_empty() {
            if self.way.is_empty() {
                self.is_camt = name == "Document" && is_of_camt(start)?;
                if !self.is_camt {
                    return Err(format!("it is no statement: a Document of {NAMESPACE}… is wanted"));
                }
            }
            if name != "Ntry" || self.way != WAY {
                self.way.push(name);
                return Ok(());
            }
            self.begun = line;
        }
        let attribute = start.try_get_attribute("Ccy").map_err(|why| why.to_string())?;
        let currency = attribute.map(|attribute| attribute.value.into_owned());
        self.entry.push(Element { name, currency, ..Element::default() });
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if let Some(element) = self.entry.last_mut() {
            element.text.push_str(text);
            return;
        }
        match self.way.get(WAY.len()..).unwrap_or_default() {
            [outer, inner, ..] if [outer, inner] == ACCOUNT => self.account.push_str(text.trim()),
            [only] if only == COPY => self.copy.push_str(text.trim()),
            [only] if only == ID => self.id.push_str(text.trim()),
            [only] if only == NUMBER => self.number.push_str(text.trim()),
            _ => {}
        }
    }

    /// A statement ends. All of a file are of one account, for the file is held against one; and a copy tells what
    /// another file has told.
    fn end_of_statement(&mut self) -> Result<(), String> {
        let copy = std::mem::take(&mut self.copy);
        if !copy.is_empty() {
            return Err(format!(
                "the statement is a copy or duplicate ({COPY} {copy:?}): import the first one"
            ));
        }
        let account = std::mem::take(&mut self.account);
        self.name(&account)?;
        match &self.first_account {
            Some(first) if *first != account => {
                Err(format!("it has statements of two accounts, {first:?} and {account:?}: one file each"))
            }
            Some(_) => Ok(()),
            None => {
                self.first_account = Some(account);
                Ok(())
            }
        }
    }

    /// What tells the statement that ends from all others. Its year is that of its first entry: sent once more, it is the
    /// same one.
    fn name(&mut self, account: &str) -> Result<(), String> {
        let (id, number) = (std::mem::take(&mut self.id), std::mem::take(&mut self.number));
        let first = self.told.lines.get(self.lines_before);
        let year = first.and_then(|line| line.at.get(..4));
        self.lines_before = self.told.lines.len();
        let by_id = (!id.is_empty()).then(|| format!("{id} of {account}"));
        let by_number = year.filter(|_| !number.is_empty());
        let by_number = by_number.map(|year| format!("number {number} of {year} of {account}"));
        for name in by_id.into_iter().chain(by_number) {
            if self.told.statements.contains(&name) {
                return Err(format!("it has the statement {name} twice"));
            }
            self.told.statements.push(name);
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), String> {
        let Some(element) = self.entry.pop() else {
            let is_statement = self.way == WAY;
            self.way.pop();
            return if is_statement { self.end_of_statement() } else { Ok(()) };
        };
        if let Some(outer) = self.entry.last_mut() {
            outer.children.push(element);
            return Ok(());
        }
        self.entries = self.entries.saturating_add(1);
        let named =
            |why: String| format!("entry {}, which begins on line {}: {why}", self.entries, self.begun);
        let lines = element.lines().map_err(named)?;
        self.told.lines.extend(lines);
        if self.told.lines.len() > LINES_MAX {
            return Err(format!("it has more than {LINES_MAX} entries and transactions"));
        }
        Ok(())
    }

    fn told(self) -> Result<Told, String> {
        if !self.way.is_empty() || !self.entry.is_empty() {
            return Err("it ends before its elements do".to_owned());
        }
        if self.told.lines.is_empty() {
            return Err(format!("it has no booked entry, and must have 1 to {LINES_MAX}"));
        }
        Ok(self.told)
    }
}

fn is_of_camt(root: &BytesStart<'_>) -> Result<bool, String> {
    for attribute in root.attributes() {
        let attribute = attribute.map_err(|why| why.to_string())?;
        let key = attribute.key.into_inner();
        if (key == "xmlns" || key.starts_with("xmlns:")) && attribute.value.starts_with(NAMESPACE) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Element {
    /// The first element along a way of names.
    fn at(&self, way: &[&str]) -> Option<&Self> {
        way.iter().try_fold(self, |element, name| element.children.iter().find(|child| child.name == *name))
    }

    /// The text there, without the white space around it; nothing for an empty one.
    fn text_at(&self, way: &[&str]) -> Option<&str> {
        self.at(way).map(|element| element.text.trim()).filter(|text| !text.is_empty())
    }

    /// Everything called `name` in it, however deep.
    fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        let mut next = VecDeque::from([self]);
        while let Some(element) = next.pop_front() {
            if element.name == name {
                found.push(element);
            }
            next.extend(&element.children);
        }
        found
    }

    /// The sum of an entry or of a transaction: above zero where money came in.
    fn sum(&self, credit: Option<bool>) -> Result<Option<(Money, bool)>, String> {
        let named = self.at(&["Amt"]).filter(|amount| amount.currency.is_some());
        let Some(amount) = named.or_else(|| self.at(&["AmtDtls", "TxAmt", "Amt"])) else { return Ok(None) };
        let code = amount.currency.as_deref().unwrap_or_default();
        let currency =
            Currency::from_code(code).ok_or_else(|| format!("Amt: {code:?} is no currency of ISO 4217"))?;
        let text = amount.text.trim();
        let wrong = || format!("Amt: {text:?} is no sum above zero with no more decimals than {code} has");
        let sum = Money::parse(text, currency).ok().filter(|sum| sum.minor() > 0).ok_or_else(wrong)?;
        let is_credit = match self.text_at(&["CdtDbtInd"]) {
            Some("CRDT") => true,
            Some("DBIT") => false,
            Some(other) => return Err(format!("CdtDbtInd: {other:?} is neither CRDT nor DBIT")),
            None => credit.ok_or("CdtDbtInd is missing")?,
        };
        let minor = if is_credit { sum.minor() } else { sum.minor().saturating_neg() };
        Ok(Some((Money::from_minor(minor, currency), is_credit)))
    }

    /// What an entry tells of.
    fn lines(&self) -> Result<Vec<StatedLine>, String> {
        let state = self.text_at(&["Sts", "Cd"]).or_else(|| self.text_at(&["Sts"]));
        match state {
            Some("BOOK") => {}
            Some(other) => return Err(format!("Sts: {other:?}: a statement's entries are booked, BOOK")),
            None => return Err("Sts is missing".to_owned()),
        }
        let (whole, is_credit) = self.sum(None)?.ok_or("Amt is missing")?;
        let days = [["BookgDt", "DtTm"], ["BookgDt", "Dt"], ["ValDt", "DtTm"], ["ValDt", "Dt"]];
        let day = days.iter().find_map(|way| self.text_at(way)).ok_or("BookgDt is missing")?;
        let at = bank_instant(day).ok_or_else(|| format!("BookgDt: {day:?} is no date and no time"))?;
        let line = |amount: Money, reference: String| {
            let (what, operation_id) = (StatedWhat::Payment, None);
            StatedLine { what, operation_id, reference, amount: Amount(amount), at: at.clone() }
        };
        let parts = self.all("TxDtls");
        let sums: Vec<Option<(Money, bool)>> =
            parts.iter().map(|part| part.sum(Some(is_credit))).collect::<Result<_, _>>()?;
        let sums: Option<Vec<Money>> = sums.into_iter().map(|sum| sum.map(|(sum, _)| sum)).collect();
        let own = || [self.text_at(&["AcctSvcrRef"]), self.text_at(&["NtryRef"])].into_iter().flatten();
        if let Some(sums) = sums.filter(|sums| sums.len() > 1 && comes_to(sums, whole)) {
            return Ok(parts
                .iter()
                .zip(sums)
                .map(|(part, sum)| line(sum, reference(&[*part], own())))
                .collect());
        }
        Ok(vec![line(whole, reference(&parts, own()))])
    }
}

fn comes_to(sums: &[Money], whole: Money) -> bool {
    let none = Money::zero(whole.currency());
    sums.iter().try_fold(none, |sum, part| sum.checked_add(*part).ok()) == Some(whole)
}

/// What the parties wrote of a payment, each text once, as far as there is room; else what the bank calls it.
fn reference<'e>(parts: &[&'e Element], mut own: impl Iterator<Item = &'e str>) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for part in parts {
        texts.extend(part.text_at(&["Refs", "EndToEndId"]));
        texts.extend(part.text_at(&["Refs", "InstrId"]));
        if let Some(remittance) = part.at(&["RmtInf"]) {
            let written = remittance.all("Ustrd").into_iter().chain(remittance.all("Ref"));
            texts.extend(written.map(|element| element.text.trim()));
        }
    }
    texts.retain(|text| !text.is_empty() && *text != NO_REFERENCE);
    if texts.is_empty() {
        texts.extend(own.next());
    }
    let mut seen = BTreeSet::new();
    texts.retain(|text| seen.insert(*text));
    let mut whole = String::new();
    let words =
        texts.into_iter().flat_map(|text| text.split(|of: char| of.is_whitespace() || of.is_control()));
    for word in words.filter(|word| !word.is_empty()) {
        let room = REFERENCE_BYTES_MAX.saturating_sub(whole.len()).saturating_sub(1);
        if word.len() > room {
            continue;
        }
        whole.push_str(if whole.is_empty() { "" } else { " " });
        whole.push_str(word);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A statement with these entries; the document begins on line 1, the entries on line 2.
    fn statement(entries: &str) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">\
             <BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>1</Id><Bal><Amt Ccy=\"GBP\">9.99</Amt></Bal>\n\
             {entries}\n</Stmt></BkToCstmrStmt></Document>"
        )
    }

    fn entry(amount: &str, sign: &str, rest: &str) -> String {
        format!(
            "<Ntry><NtryRef>7</NtryRef><Amt Ccy=\"GBP\">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>\
             <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-31</Dt></BookgDt><AcctSvcrRef>BANK 1</AcctSvcrRef>{rest}</Ntry>"
        )
    }

    fn part(amount: &str, reference: &str) -> String {
        format!("<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs>{amount}</TxDtls>")
    }

    fn told(entries: &str) -> Vec<(i64, String, String)> {
        let told = read(statement(entries).as_bytes()).unwrap();
        told.lines.into_iter().map(|line| (line.amount.0.minor(), line.reference, line.at)).collect()
    }

    fn why(text: &str) -> String {
        read(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn an_entry_is_a_line_signed_dated_and_called_as_the_parties_wrote() {
        let day_end = "2026-01-31T23:59:59.000Z";
        let details = |inner: &str| format!("<NtryDtls>{inner}</NtryDtls>");
        let remitted = "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RmtInf><Ustrd>Batch\n 018B &amp; Co</Ustrd>\
             <Strd><CdtrRefInf><Ref>RF1</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>";
        for (rest, reference) in [
            (String::new(), "BANK 1"),
            (details(&part("", "E2E-1")), "E2E-1"),
            (details(remitted), "Batch 018B & Co RF1"),
            (details(&part("", "A&#x42;<![CDATA[ C]]>")), "AB C"),
            (details(&part("", "")), "BANK 1"),
        ] {
            let expected = vec![(-12_345, reference.to_owned(), day_end.to_owned())];
            assert_eq!(told(&entry("123.45", "DBIT", &rest)), expected, "{rest}");
        }
        let timed = entry("1.00", "CRDT", "")
            .replace("<Dt>2026-01-31</Dt>", "<DtTm>2026-01-31T12:00:00+01:00</DtTm>");
        assert_eq!(told(&timed), [(100, "BANK 1".to_owned(), "2026-01-31T11:00:00.000Z".to_owned())]);
        let local = timed.replace("+01:00", "");
        assert_eq!(told(&local)[0].2, day_end, "a time of nobody knows which place is its day");
        let old = entry("1.00", "CRDT", "").replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
        assert_eq!(told(&old).len(), 1, "as the versions up to 7 wrote it");
    }

    #[test]
    fn a_file_is_of_one_account_and_no_copy() {
        let of = |account: &str| {
            let id = format!(
                "<Stmt><Acct><Id><Othr><Id>{account}</Id></Othr></Id><Nm>Till &amp; Co</Nm></Acct><Id>1</Id>"
            );
            statement(&entry("1.00", "CRDT", "")).replace("<Stmt><Id>1</Id>", &id)
        };
        let both = |first: &str, second: &str| {
            let (first, second) = (of(first), of(second).replace("</Acct><Id>1<", "</Acct><Id>2<"));
            let begin = second.find("<Stmt>").unwrap();
            let end = second.find("</BkToCstmrStmt>").unwrap();
            first.replace("</BkToCstmrStmt>", &format!("{}</BkToCstmrStmt>", &second[begin..end]))
        };
        assert_eq!(read(of("GB1").as_bytes()).unwrap().lines.len(), 1);
        let told = read(both("GB1", "GB1").as_bytes()).unwrap();
        assert_eq!(
            (told.lines.len(), told.statements),
            (2, vec!["1 of GB1".to_owned(), "2 of GB1".to_owned()])
        );
        let twice = both("GB1", "GB1").replace("<Id>2</Id>", "<Id>1</Id>");
        assert!(why(&twice).contains("the statement 1 of GB1 twice"), "{}", why(&twice));
        let numbered = of("GB1").replace("</Acct>", "</Acct><ElctrncSeqNb>17</ElctrncSeqNb>");
        let names = ["1 of GB1", "number 17 of 2026 of GB1"];
        assert_eq!(read(numbered.as_bytes()).unwrap().statements, names);
        assert!(why(&both("GB1", "GB2")).contains("two accounts, \"GB1\" and \"GB2\""));
        let copy = of("GB1").replace("</Acct>", "</Acct><CpyDplctInd>DUPL</CpyDplctInd>");
        assert!(why(&copy).contains("CpyDplctInd \"DUPL\""), "{}", why(&copy));
    }

    #[test]
    fn the_transactions_of_an_entry_are_lines_where_they_come_to_it() {
        let amount = |sum: &str| format!("<Amt Ccy=\"GBP\">{sum}</Amt>");
        let both = |first: &str, second: &str| {
            format!("<NtryDtls>{}{}</NtryDtls>", part(first, "ONE"), part(second, "TWO"))
        };
        let split = told(&entry("10.00", "CRDT", &both(&amount("4.00"), &amount("6.00"))));
        assert_eq!(
            split.iter().map(|line| (line.0, line.1.as_str())).collect::<Vec<_>>(),
            [(400, "ONE"), (600, "TWO")]
        );
        let older = |sum: &str| format!("<AmtDtls><TxAmt>{}</TxAmt></AmtDtls>", amount(sum));
        assert_eq!(told(&entry("10.00", "DBIT", &both(&older("4.00"), &older("6.00"))))[1].0, -600);
        for (first, second) in [
            (amount("4.00"), amount("5.00")),
            (amount("4.00"), String::new()),
            (amount("4.00"), "<Amt Ccy=\"EUR\">6.00</Amt>".to_owned()),
        ] {
            let whole = told(&entry("10.00", "CRDT", &both(&first, &second)));
            assert_eq!(
                (whole.len(), whole[0].0, whole[0].1.as_str()),
                (1, 1_000, "ONE TWO"),
                "{first} {second}"
            );
        }
        let back = amount("14.00") + "<CdtDbtInd>CRDT</CdtDbtInd>";
        let charge = amount("4.00") + "<CdtDbtInd>DBIT</CdtDbtInd>";
        let netted = told(&entry("10.00", "CRDT", &both(&back, &charge)));
        assert_eq!(netted.iter().map(|line| line.0).collect::<Vec<_>>(), [1_400, -400]);
    }

    #[test]
    fn a_wrong_entry_is_named_by_its_number_and_its_line() {
        let good = entry("1.00", "CRDT", "");
        for (from, to, named) in [
            ("<Cd>BOOK</Cd>", "<Cd>PDNG</Cd>", "Sts: \"PDNG\""),
            ("<Sts><Cd>BOOK</Cd></Sts>", "", "Sts is missing"),
            (">1.00<", ">1.005<", "Amt: \"1.005\" is no sum"),
            (">1.00<", ">-1.00<", "Amt: \"-1.00\" is no sum"),
            (">1.00<", ">0.00<", "Amt: \"0.00\" is no sum"),
            (">1.00<", ">1e2<", "Amt: \"1e2\" is no sum"),
            ("\"GBP\"", "\"GBX\"", "\"GBX\" is no currency"),
            (" Ccy=\"GBP\"", "", "Amt is missing"),
            ("CRDT", "CREDIT", "\"CREDIT\" is neither"),
            ("<CdtDbtInd>CRDT</CdtDbtInd>", "", "CdtDbtInd is missing"),
            ("2026-01-31", "31.01.2026", "BookgDt: \"31.01.2026\""),
            ("<BookgDt><Dt>2026-01-31</Dt></BookgDt>", "", "BookgDt is missing"),
        ] {
            let wrong = why(&statement(&format!("{good}\n{}", good.replacen(from, to, 1))));
            assert!(
                wrong.contains("entry 2, which begins on line 3") && wrong.contains(named),
                "{named}: {wrong}"
            );
        }
    }

    #[test]
    fn a_file_that_is_none_or_too_much_is_refused_whole() {
        let good = statement(&entry("1.00", "CRDT", ""));
        let deep = statement(&format!("{}{}", "<X>".repeat(40), "</X>".repeat(40)));
        let laughs = good.replace("<Document", "<!DOCTYPE Document [<!ENTITY lol \"lol\">]><Document");
        for (text, named) in [
            (statement(""), "no booked entry"),
            (good.replace("camt.053", "camt.052"), "it is no statement"),
            ("<html></html>".to_owned(), "it is no statement"),
            (laughs, "document type is not taken"),
            (statement(&entry("1.00", "CRDT", "<X>&lol;</X>")), "&lol; is no entity"),
            (statement(&entry("1.00", "CRDT", "<X>&#0;</X>")), "line 2"),
            (deep, "more than 32 elements within each other"),
            (good.replace("UTF-8", "ISO-8859-1"), "must be in UTF-8"),
            (good.replace("</Ntry>", "</Entry>"), "line 2"),
            (good.replace("</Document>", ""), "ends before"),
            (statement(&entry("1.00", "CRDT", "").repeat(LINES_MAX + 1)), "more than 20000 entries"),
        ] {
            let wrong = why(&text);
            assert!(wrong.contains(named), "{named}: {wrong}");
        }
        assert!(read(b"<\xff").unwrap_err().contains("UTF-8"));
        assert_eq!(told(&entry("1.00", "CRDT", "").repeat(LINES_MAX)).len(), LINES_MAX);
        let long = "w".repeat(200);
        let bounded = format!("<NtryDtls>{}{}</NtryDtls>", part("", &"word ".repeat(40)), part("", &long));
        assert!(told(&entry("1.00", "CRDT", &bounded))[0].1.len() <= REFERENCE_BYTES_MAX);
    }

    #[test]
    fn a_prefix_and_a_mark_of_the_bytes_order_change_nothing() {
        let good = statement(&entry("1.00", "CRDT", ""));
        assert!(is_xml(good.as_bytes()) && !is_xml(b"at,amount\n"));
        assert_eq!(read(format!("\u{feff}{good}").as_bytes()).unwrap().lines.len(), 1);
        let prefixed = good.replace("</", "</c:").replace("<Doc", "<c:Doc").replace("xmlns=", "xmlns:c=");
        let names = [
            "BkToCstmrStmt",
            "GrpHdr",
            "MsgId",
            "Stmt",
            "Id",
            "Bal",
            "Amt",
            "Ntry",
            "NtryRef",
            "CdtDbtInd",
            "Sts",
            "Cd",
            "BookgDt",
            "Dt",
            "AcctSvcrRef",
        ];
        let prefixed = names.iter().fold(prefixed, |text, name| {
            let text = text.replace(&format!("<{name}>"), &format!("<c:{name}>"));
            text.replace(&format!("<{name} "), &format!("<c:{name} "))
        });
        assert_eq!(read(prefixed.as_bytes()).unwrap(), read(good.as_bytes()).unwrap());
    }
}
