//! Reads a file of comma-separated values (RFC 4180) into lines as our own API takes them. The first row names the
//! columns; others than those known are refused, so that a misspelt one is not overlooked. A wrong cell is named by its
//! line in the file and its column, and then nothing of the file is taken.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use specie_money::{Currency, Money};
use specie_wire::api::{Amount, StatedLine, StatedWhat};

/// Lines of one file.
pub(super) const LINES_MAX: usize = 20_000;
/// Bytes of a reference.
pub(super) const REFERENCE_BYTES_MAX: usize = 140;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A POS's own journal.
    PosJournal,
    /// A bank's statement.
    Bank,
}

const COLUMNS: &[&str] = &["what", "operation_id", "reference", "amount", "currency", "at"];

/// A row of a file: the line it begins on, and its cells.
type Cells = (usize, Vec<String>);

/// The lines of a file, or the first cell that is wrong.
pub(super) fn read(bytes: &[u8], kind: Kind) -> Result<Vec<StatedLine>, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = rows_of(text)?.into_iter();
    let (_, head) = rows.next().ok_or("it is empty: the first line names the columns")?;
    let needed: &[&str] = match kind {
        Kind::PosJournal => &["what", "amount", "currency", "at"],
        Kind::Bank => &["amount", "currency", "at"],
    };
    for (place, name) in head.iter().enumerate() {
        let is_taken = COLUMNS.contains(&name.as_str())
            && (kind == Kind::PosJournal || !matches!(name.as_str(), "what" | "operation_id"));
        if !is_taken {
            return Err(format!(
                "line 1: {name:?} is no column of such a file; they are {}",
                needed.join(", ")
            ));
        }
        if head.iter().take(place).any(|earlier| earlier == name) {
            return Err(format!("line 1: the column {name} is named twice"));
        }
    }
    if let Some(missing) = needed.iter().find(|name| !head.iter().any(|column| column == *name)) {
        return Err(format!("line 1: the column {missing} is missing"));
    }
    let lines: Vec<StatedLine> = rows.map(|row| stated(&head, &row, kind)).collect::<Result<_, _>>()?;
    if lines.is_empty() || lines.len() > LINES_MAX {
        return Err(format!("it has {} lines below the first, and must have 1 to {LINES_MAX}", lines.len()));
    }
    Ok(lines)
}

fn stated(head: &[String], (number, cells): &Cells, kind: Kind) -> Result<StatedLine, String> {
    if cells.len() != head.len() {
        return Err(format!(
            "line {number}: it has {} cells, and the first line {}",
            cells.len(),
            head.len()
        ));
    }
    let cell = |name: &str| {
        let found = head.iter().zip(cells).find_map(|(column, cell)| (column == name).then_some(cell.trim()));
        found.unwrap_or_default()
    };
    let wrong = |name: &str, wanted: &str| format!("line {number}, {name}: {:?} is no {wanted}", cell(name));
    let currency = Currency::from_code(cell("currency"));
    let currency = currency.ok_or_else(|| wrong("currency", "currency of ISO 4217, as GBP"))?;
    let amount = Money::parse(cell("amount"), currency);
    let amount =
        amount.map_err(|_| wrong("amount", "sum with a point and no more decimals than its currency"))?;
    let is_good = match kind {
        Kind::PosJournal => amount.minor() > 0,
        Kind::Bank => amount.minor() != 0,
    };
    if !is_good {
        return Err(wrong("amount", if kind == Kind::Bank { "sum but zero" } else { "sum above zero" }));
    }
    let what = match (kind, cell("what")) {
        (Kind::Bank, _) => StatedWhat::Payment,
        (Kind::PosJournal, "withdrawal") => StatedWhat::Withdrawal,
        (Kind::PosJournal, "withdrawal_reversal") => StatedWhat::WithdrawalReversal,
        (Kind::PosJournal, "deposit") => StatedWhat::Deposit,
        (Kind::PosJournal, "deposit_reversal") => StatedWhat::DepositReversal,
        (Kind::PosJournal, _) => {
            return Err(wrong("what", "withdrawal, withdrawal_reversal, deposit or deposit_reversal"));
        }
    };
    let at = instant(cell("at"), kind)
        .ok_or_else(|| wrong("at", "time with its offset, as 2026-01-31T12:00:00Z"))?;
    let operation_id = Some(cell("operation_id").to_owned()).filter(|id| !id.is_empty());
    if operation_id.as_ref().is_some_and(|id| id.parse::<specie_domain::ids::OperationId>().is_err()) {
        return Err(wrong("operation_id", "id of an operation"));
    }
    let reference = cell("reference").to_owned();
    if reference.len() > REFERENCE_BYTES_MAX || reference.chars().any(char::is_control) {
        return Err(format!("line {number}, reference: has more than 140 bytes, or control characters"));
    }
    Ok(StatedLine { what, operation_id, reference, amount: Amount(amount), at })
}

/// The instant; a bank's bare date is the last second of that day, UTC.
fn instant(text: &str, kind: Kind) -> Option<String> {
    let read = text.parse::<Timestamp>().ok().or_else(|| match kind {
        Kind::Bank => end_of_day(text.parse().ok()?),
        Kind::PosJournal => None,
    })?;
    Some(format!("{read:.3}"))
}

/// The instant of a statement's entry; of a date, or of a time in nobody knows which place, the last second of that
/// day, UTC.
pub(super) fn bank_instant(text: &str) -> Option<String> {
    let day = || text.parse::<DateTime>().map(DateTime::date).or_else(|_| text.parse::<Date>()).ok();
    let read = text.parse::<Timestamp>().ok().or_else(|| end_of_day(day()?))?;
    Some(format!("{read:.3}"))
}

fn end_of_day(date: Date) -> Option<Timestamp> {
    let last = date.at(23, 59, 59, 0).to_zoned(TimeZone::UTC).ok()?;
    Some(last.timestamp())
}

/// The rows with something in them.
fn rows_of(text: &str) -> Result<Vec<Cells>, String> {
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut is_quoted, mut was_quoted) = (1_usize, 1_usize, false, false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        line = line.saturating_add(usize::from(character == '\n'));
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() && !was_quoted => (is_quoted, was_quoted) = (true, true),
            _ if is_quoted => cell.push(character),
            ',' => {
                cells.push(std::mem::take(&mut cell));
                was_quoted = false;
            }
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' => {
                cells.push(std::mem::take(&mut cell));
                was_quoted = false;
                rows.push((begun, std::mem::take(&mut cells)));
                begun = line;
            }
            '"' => {
                return Err(format!(
                    "line {line}: a quotation mark inside a cell must be doubled, and the cell quoted"
                ));
            }
            _ if was_quoted => {
                return Err(format!("line {line}: something follows a closing quotation mark"));
            }
            _ => cell.push(character),
        }
    }
    if is_quoted {
        return Err(format!("line {begun}: a quotation mark is not closed"));
    }
    cells.push(cell);
    rows.push((begun, cells));
    rows.retain(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "what,operation_id,reference,amount,currency,at\n";

    fn journal(rows: &str) -> Result<Vec<StatedLine>, String> {
        read(format!("{HEAD}{rows}").as_bytes(), Kind::PosJournal)
    }

    #[test]
    fn a_journal_is_read_line_by_line() {
        let rows = "withdrawal,018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05,\"a, \"\"b\"\"\",10.00,GBP,2026-01-31T12:00:00+01:00\r\n\r\n\
            deposit,,,5,JPY,2026-01-31T12:00:00Z";
        let lines = journal(rows).unwrap();
        assert_eq!(
            (lines[0].reference.as_str(), lines[0].at.as_str()),
            ("a, \"b\"", "2026-01-31T11:00:00.000Z")
        );
        assert_eq!((lines[1].what, lines[1].amount.0.minor()), (StatedWhat::Deposit, 5));
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn a_banks_date_is_the_end_of_its_day() {
        let lines = read(b"at,amount,currency,reference\n2026-01-31,-10.00,GBP,FPS 1\n", Kind::Bank).unwrap();
        assert_eq!((lines[0].at.as_str(), lines[0].amount.0.minor()), ("2026-01-31T23:59:59.000Z", -1_000));
    }

    #[test]
    fn a_wrong_cell_is_named_by_its_line_and_column() {
        let good = "withdrawal,,,10.00,GBP,2026-01-31T12:00:00Z\n";
        for (row, named) in [
            ("payment,,,10.00,GBP,2026-01-31T12:00:00Z", "line 3, what"),
            ("withdrawal,7,,10.00,GBP,2026-01-31T12:00:00Z", "line 3, operation_id"),
            ("withdrawal,,,10.005,GBP,2026-01-31T12:00:00Z", "line 3, amount"),
            ("withdrawal,,,-1.00,GBP,2026-01-31T12:00:00Z", "line 3, amount"),
            ("withdrawal,,,0.00,GBP,2026-01-31T12:00:00Z", "line 3, amount"),
            ("withdrawal,,,1e1,GBP,2026-01-31T12:00:00Z", "line 3, amount"),
            ("withdrawal,,,10.00,gbp,2026-01-31T12:00:00Z", "line 3, currency"),
            ("withdrawal,,,10.00,GBP,2026-01-31", "line 3, at"),
            ("withdrawal,,,10.00,GBP,2026-01-31T12:00:00", "line 3, at"),
            ("withdrawal,,,10.00,GBP", "line 3: it has 5 cells"),
            ("withdrawal,,a\"b,10.00,GBP,2026-01-31T12:00:00Z", "line 3: a quotation mark"),
            ("withdrawal,,\"a\"b,10.00,GBP,2026-01-31T12:00:00Z", "line 3: something follows"),
            ("withdrawal,,\"a,10.00,GBP,2026-01-31T12:00:00Z", "line 3: a quotation mark is not closed"),
        ] {
            let why = journal(&format!("{good}{row}\n")).unwrap_err();
            assert!(why.contains(named), "{named}: {why}");
        }
        let long = format!("withdrawal,,{},10.00,GBP,2026-01-31T12:00:00Z", "x".repeat(141));
        assert!(journal(&long).unwrap_err().contains("line 2, reference"));
    }

    #[test]
    fn columns_are_known_and_complete() {
        for (text, kind, named) in [
            ("", Kind::Bank, "empty"),
            ("at,amount\n", Kind::Bank, "currency is missing"),
            ("at,amount,currency,what\n", Kind::Bank, "\"what\" is no column"),
            ("at,amount,currency,at\n", Kind::Bank, "named twice"),
            ("at,amount,currency\n", Kind::Bank, "must have 1 to 20000"),
            ("at,amount,currency,whta\n", Kind::PosJournal, "\"whta\" is no column"),
        ] {
            let why = read(text.as_bytes(), kind).unwrap_err();
            assert!(why.contains(named), "{named}: {why}");
        }
        assert!(read(&[0xff, 0xfe], Kind::Bank).unwrap_err().contains("UTF-8"));
    }
}
