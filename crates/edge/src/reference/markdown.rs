//! The little of Markdown that `docs/errors.md` is written in: headings, paragraphs, lists of lines, `code`,
//! **strong** text. Everything else is text. What it makes is escaped.

/// A piece of a text between two empty lines, or a line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading, its depth from one.
    Heading(usize, String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// The blocks of a text, in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    text.split("\n\n").map(str::trim_end).filter(|block| !block.trim().is_empty()).map(block).collect()
}

fn block(text: &str) -> Block {
    let text = text.trim_start_matches('\n');
    let depth = text.len() - text.trim_start_matches('#').len();
    if depth > 0 {
        return Block::Heading(depth, text.trim_start_matches('#').trim().to_owned());
    }
    if !text.starts_with("- ") {
        return Block::Paragraph(joined(text));
    }
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("- "), lines.last_mut()) {
            (Some(first), _) => lines.push(first.trim().to_owned()),
            (None, Some(last)) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            (None, None) => {}
        }
    }
    Block::List(lines)
}

fn joined(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

/// The block as HTML.
pub(super) fn html(block: &Block) -> String {
    match block {
        Block::Heading(depth, text) => format!("<h{depth}>{}</h{depth}>\n", inline(text)),
        Block::Paragraph(text) => format!("<p>{}</p>\n", inline(text)),
        Block::List(lines) => {
            let lines: String = lines.iter().map(|line| format!("<li>{}</li>\n", inline(line))).collect();
            format!("<ul>\n{lines}</ul>\n")
        }
    }
}

/// Text with its marks, escaped. A mark that is not closed marks nothing.
pub(super) fn inline(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    let mut parts = text.split('`').peekable();
    let mut is_code = false;
    while let Some(part) = parts.next() {
        if is_code && parts.peek().is_some() {
            html.push_str(&format!("<code>{}</code>", escaped(part)));
        } else if is_code {
            html.push_str(&format!("`{}", strong(part)));
        } else {
            html.push_str(&strong(part));
        }
        is_code = !is_code;
    }
    html
}

fn strong(text: &str) -> String {
    match text.split_once("**").and_then(|(before, rest)| Some((before, rest.split_once("**")?))) {
        Some((before, (marked, after))) => {
            format!("{}<strong>{}</strong>{}", escaped(before), escaped(marked), strong(after))
        }
        None => escaped(text),
    }
}

/// Text that is only text in HTML, inside quotes too.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_and_everything_else_is_text() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a `b` c", "a <code>b</code> c"),
            ("a **b** `c **d**`", "a <strong>b</strong> <code>c **d**</code>"),
            ("not `closed", "not `closed"),
            ("not **closed", "not **closed"),
            ("<b>&\"", "&lt;b&gt;&amp;&quot;"),
            ("`<b>`", "<code>&lt;b&gt;</code>"),
        ] {
            assert_eq!(inline(text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_falls_into_headings_paragraphs_and_lists() {
        let text = "# One\n\nA line\nand another.\n\n- first\n  goes on\n- second\n\n\n### `Two`\n";
        assert_eq!(
            blocks(text),
            [
                Block::Heading(1, "One".to_owned()),
                Block::Paragraph("A line and another.".to_owned()),
                Block::List(vec!["first goes on".to_owned(), "second".to_owned()]),
                Block::Heading(3, "`Two`".to_owned()),
            ]
        );
    }
}
