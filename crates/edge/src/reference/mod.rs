//! What integrators read, served by ourselves and fetched from nowhere: the OpenAPI document, the reference page
//! over it with its try-it forms, and a page for every error code. All of it is built once, at the first request.
//! The document names what exists; it needs no key. Knows no request beside its method, path and `If-None-Match`.

mod error_pages;
mod markdown;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, ETAG, IF_NONE_MATCH, LOCATION};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use specie_wire::openapi;

use crate::answer::{Answer, answer};

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// What every page of ours allows a browser: our own script, style and calls, and nothing of anybody else's.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'";

/// A page as it is sent.
struct Page {
    /// Its name in metrics.
    route: &'static str,
    content_type: &'static str,
    body: Bytes,
    /// Changes with the body: a browser asks each time and is told when nothing changed.
    tag: String,
}

static PAGES: LazyLock<BTreeMap<String, Page>> = LazyLock::new(pages);

fn pages() -> BTreeMap<String, Page> {
    // Texts and numbers always print.
    let document = serde_json::to_vec(&openapi::document(env!("CARGO_PKG_VERSION"))).unwrap_or_default();
    let own: [(&'static str, &'static str, Bytes); 5] = [
        ("/openapi.json", "application/json", document.into()),
        ("/docs/", HTML, Bytes::from_static(include_bytes!("page.html"))),
        (
            "/docs/reference.js",
            "text/javascript; charset=utf-8",
            Bytes::from_static(include_bytes!("page.js")),
        ),
        ("/docs/reference.css", "text/css; charset=utf-8", Bytes::from_static(include_bytes!("page.css"))),
        ("/docs/icon.svg", "image/svg+xml", Bytes::from_static(include_bytes!("icon.svg"))),
    ];
    let own =
        own.into_iter().map(|(path, content_type, body)| (path.to_owned(), page(path, content_type, body)));
    let of_errors = error_pages::pages().into_iter().map(|(path, html)| {
        let route = if path == error_pages::INDEX { error_pages::INDEX } else { "/errors/{code}" };
        (path, page(route, HTML, html.into()))
    });
    own.chain(of_errors).collect()
}

fn page(route: &'static str, content_type: &'static str, body: Bytes) -> Page {
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    Page { route, content_type, body, tag: format!("\"{:016x}\"", hasher.finish()) }
}

/// The answer to a reader, and its route; nothing when the path is none of theirs.
pub(crate) fn answer_reader(
    method: &Method,
    path: &str,
    headers: &HeaderMap,
) -> Option<(&'static str, Answer)> {
    if let Some(moved) = moved(path) {
        return Some((moved.0, redirect(moved.1)));
    }
    let page = PAGES.get(path)?;
    if *method != Method::GET && *method != Method::HEAD {
        let mut refused = answer(405, TEXT, "This page is only read.\n");
        refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some((page.route, refused));
    }
    let is_known = headers.get(IF_NONE_MATCH).is_some_and(|known| names_tag(known, &page.tag));
    let mut shown = if is_known {
        answer(304, page.content_type, "")
    } else {
        answer(200, page.content_type, page.body.clone())
    };
    guard(&mut shown, &page.tag);
    Some((page.route, shown))
}

/// Folders without their slash. The new address is relative: a proxy may stand before the path.
fn moved(path: &str) -> Option<(&'static str, &'static str)> {
    match path {
        "/docs" => Some(("/docs", "docs/")),
        "/errors" => Some(("/errors", "errors/")),
        _ => None,
    }
}

fn redirect(to: &'static str) -> Answer {
    let mut moved = answer(308, TEXT, "");
    moved.headers_mut().insert(LOCATION, HeaderValue::from_static(to));
    moved
}

/// Whether an `If-None-Match` names the tag.
pub(crate) fn names_tag(known: &HeaderValue, tag: &str) -> bool {
    let known = known.to_str().unwrap_or_default();
    known.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag)
}

fn guard(answer: &mut Answer, tag: &str) {
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(ETAG, tag);
    }
    for (name, value) in [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
    ] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests {
    use specie_wire::api::{ProblemCode, problem_type};
    use specie_wire::pos::ErrorCode;

    use super::*;

    fn read(path: &str) -> Answer {
        answer_reader(&Method::GET, path, &HeaderMap::new())
            .unwrap_or_else(|| panic!("{path} is not served"))
            .1
    }

    #[test]
    fn every_code_of_both_faces_has_a_page_at_the_address_that_its_problem_names() {
        let problems = ProblemCode::ALL.iter().map(|code| problem_type(*code));
        let errors = ErrorCode::ALL.iter().map(|code| format!("/errors/{}", code.as_str()));
        for path in problems.chain(errors) {
            assert_eq!(read(&path).status(), 200, "{path}");
        }
        assert!(answer_reader(&Method::GET, "/errors/NO_SUCH_CODE", &HeaderMap::new()).is_none());
    }

    #[test]
    fn a_page_that_has_not_changed_is_not_sent_again() {
        let first = read("/openapi.json");
        let tag = first.headers().get(ETAG).unwrap().clone();
        assert_eq!(first.headers()["cache-control"], "no-cache");
        for (sent, status) in [(tag.to_str().unwrap(), 304), ("*", 304), ("\"0\", W/\"1\"", 200)] {
            let headers = HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_str(sent).unwrap())]);
            assert_eq!(
                answer_reader(&Method::GET, "/openapi.json", &headers).unwrap().1.status(),
                status,
                "{sent}"
            );
        }
    }

    #[test]
    fn a_page_is_only_read_and_a_folder_is_found_without_its_slash() {
        assert_eq!(answer_reader(&Method::POST, "/docs/", &HeaderMap::new()).unwrap().1.status(), 405);
        assert_eq!(read("/docs").headers()[LOCATION], "docs/");
        assert_eq!(read("/errors").headers()[LOCATION], "errors/");
    }

    #[test]
    fn a_page_names_no_outside_host_and_holds_no_script_or_style_of_its_own() {
        for (path, page) in PAGES.iter().filter(|(_, page)| page.content_type == HTML) {
            let html = std::str::from_utf8(&page.body).unwrap();
            for banned in ["http://", "https://", "//cdn", "<style", " style=", " onclick", "javascript:"] {
                assert!(!html.contains(banned), "{path} holds {banned}");
            }
            let scripts = html.matches("<script").count();
            assert_eq!(scripts, html.matches("<script src=\"").count(), "{path}");
            assert!(read(path).headers().contains_key("content-security-policy"), "{path}");
        }
        let script = include_str!("page.js");
        for banned in ["innerHTML", "eval(", "localStorage", "sessionStorage", "document.cookie", "https://"]
        {
            assert!(!script.contains(banned), "the script holds {banned}");
        }
    }
}
