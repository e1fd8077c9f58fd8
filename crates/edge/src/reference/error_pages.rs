//! A page for every error code, and one that lists them, made from `docs/errors.md`.

use super::markdown::{Block, blocks, escaped, html, inline};

/// Where the list is.
pub(super) const INDEX: &str = "/errors/";

const TEXT: &str = include_str!("../../../../docs/errors.md");

/// Every page by its path.
pub(super) fn pages() -> Vec<(String, String)> {
    let blocks = blocks(TEXT);
    let mut pages = vec![(INDEX.to_owned(), framed("Errors", &index(&blocks)))];
    let mut rest = blocks.as_slice();
    while let Some((block, after)) = rest.split_first() {
        rest = after;
        if let Some(code) = code_of(block) {
            let end =
                after.iter().position(|block| matches!(block, Block::Heading(..))).unwrap_or(after.len());
            let (own, further) = after.split_at(end);
            let body: String = own.iter().map(html).collect();
            let title = format!("<h1><code>{}</code></h1>\n", escaped(code));
            pages.push((format!("{INDEX}{code}"), framed(code, &format!("{title}{body}"))));
            rest = further;
        }
    }
    pages
}

/// The code that a heading names.
fn code_of(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(3, text) => text.strip_prefix('`')?.strip_suffix('`'),
        Block::Heading(..) | Block::Paragraph(_) | Block::List(_) => None,
    }
}

/// What stands before the codes, and the codes of each part.
fn index(blocks: &[Block]) -> String {
    let mut page = String::new();
    let mut codes: Vec<&str> = Vec::new();
    let mut is_inside_code = false;
    for block in blocks {
        if let Some(code) = code_of(block) {
            codes.push(code);
            is_inside_code = true;
        } else if matches!(block, Block::Heading(..)) {
            page.push_str(&list_of(&codes));
            page.push_str(&html(block));
            codes.clear();
            is_inside_code = false;
        } else if !is_inside_code {
            page.push_str(&html(block));
        }
    }
    page.push_str(&list_of(&codes));
    page
}

fn list_of(codes: &[&str]) -> String {
    if codes.is_empty() {
        return String::new();
    }
    let line = |code: &&str| format!("<li><a href=\"{0}\"><code>{0}</code></a></li>\n", escaped(code));
    format!("<ul class=\"codes\">\n{}</ul>\n", codes.iter().map(line).collect::<String>())
}

fn framed(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{} - Specie</title>\n\
         <link rel=\"icon\" href=\"../docs/icon.svg\">\n<link rel=\"stylesheet\" href=\"../docs/reference.css\">\n\
         </head>\n<body>\n<header><nav aria-label=\"Site\"><a href=\"../docs/\">API reference</a> \
         <a href=\"../errors/\">All errors</a></nav></header>\n<main>\n{body}</main>\n</body>\n</html>\n",
        inline(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_codes_page_holds_its_own_text_and_no_other_codes() {
        let pages = pages();
        let (_, page) = pages.iter().find(|(path, _)| path == "/errors/NOT_ENOUGH_FUNDS").unwrap();
        assert!(page.contains("<h1><code>NOT_ENOUGH_FUNDS</code></h1>"), "{page}");
        assert!(page.contains("HTTP 400.") && page.contains("<li>Money moved: no.</li>"), "{page}");
        assert!(!page.contains("ERROR_POS_FLOAT_EXCEEDED"), "{page}");
    }

    #[test]
    fn the_list_links_every_code() {
        let pages = pages();
        let (path, index) = pages.first().unwrap();
        assert_eq!(path, INDEX);
        for (path, _) in pages.iter().skip(1) {
            let code = path.strip_prefix(INDEX).unwrap();
            assert!(index.contains(&format!("<a href=\"{code}\">")), "{code}");
        }
    }
}
