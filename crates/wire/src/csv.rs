//! Tables as comma-separated values (RFC 4180), for whoever opens them in a spreadsheet. Knows no table.

/// What stands before a file's first line: without it a spreadsheet takes UTF-8 for something else.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// One line with its end.
pub fn line<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> String {
    let cells: Vec<String> = cells.into_iter().map(|text| cell(text.as_ref())).collect();
    format!("{}\r\n", cells.join(","))
}

/// One cell: quoted where it must be. What a spreadsheet would take for a formula gets an apostrophe before it; a
/// decimal number is none.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && !is_decimal(text);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    text.split_once('.').map_or_else(|| digits(text), |(whole, part)| digits(whole) && digits(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_is_never_a_formula() {
        for (text, written) in [
            ("Ada", "Ada"),
            ("Ada, the second", "\"Ada, the second\""),
            ("Ada \"A\"", "\"Ada \"\"A\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+14155559992", "'+14155559992"),
            ("-1+1", "'-1+1"),
            ("-1.", "'-1."),
            ("-", "'-"),
            ("--1", "'--1"),
            ("@SUM(A1),2", "\"'@SUM(A1),2\""),
            ("\t=1", "'\t=1"),
            ("\n=1", "\"'\n=1\""),
            ("-10.00", "-10.00"),
            ("-7", "-7"),
            ("10.00", "10.00"),
            ("", ""),
        ] {
            assert_eq!(cell(text), written);
        }
    }

    #[test]
    fn a_line_has_its_cells_in_order_and_ends_as_rfc_4180_says() {
        assert_eq!(line(["a", "", "b,c"]), "a,,\"b,c\"\r\n");
        assert_eq!(line(Vec::<String>::new()), "\r\n");
    }
}
