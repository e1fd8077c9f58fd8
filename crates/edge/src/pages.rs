//! The three faces' pages, embedded in the program: `/wallet/`, `/pos/`, `/console/` and what they share under
//! `/assets/`. Whoever builds the program builds them first (`make build`); where that was not done, their paths say
//! so. Knows no request beside its method, path and headers, and not what the pages do.
//!
//! A file under `/assets/` has a name that changes with its content, so a browser keeps it for ever; every other one
//! is asked for each time and answered with 304 while it has not changed.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, ETAG, IF_NONE_MATCH, LOCATION, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use crate::answer::{Answer, answer};
use crate::reference::names_tag;

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

const TEXT: &str = "text/plain; charset=utf-8";
const NOT_BUILT: &str = "The pages are not built into this program. Build it with `make build`, or build the pages \
    with `npm ci && npm run build` in web/ first.\n";

/// What a page allows a browser: our own files and calls, pictures and sounds it makes by itself, and nothing of
/// anybody else's.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// For a year, and not asked for again.
const KEPT_FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The headers every page bears. A browser heeds the transport rule only where the page came over TLS.
const GUARDS: [(&str, &str); 5] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", "camera=(self), geolocation=(self), microphone=()"),
    ("strict-transport-security", "max-age=31536000"),
];

/// One file in the encodings it was built in.
struct Page {
    /// Its name in metrics.
    route: &'static str,
    content_type: &'static str,
    cache: &'static str,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
    /// Changes with the content.
    tag: String,
}

static PAGES: LazyLock<BTreeMap<String, Page>> = LazyLock::new(|| pages(FILES));

fn pages(files: &'static [(&'static str, &'static [u8])]) -> BTreeMap<String, Page> {
    let by_name: BTreeMap<&str, &'static [u8]> = files.iter().copied().collect();
    let coded = |name: &str, ending: &str| {
        by_name.get(format!("{name}{ending}").as_str()).map(|body| Bytes::from_static(body))
    };
    let own = files.iter().filter(|(name, _)| content_type(name).is_some());
    own.map(|(name, body)| {
        let mut hasher = DefaultHasher::new();
        body.hash(&mut hasher);
        let page = Page {
            route: route(name),
            content_type: content_type(name).unwrap_or(TEXT),
            cache: if name.starts_with("assets/") { KEPT_FOR_EVER } else { "no-cache" },
            plain: Bytes::from_static(body),
            gzip: coded(name, ".gz"),
            brotli: coded(name, ".br"),
            tag: format!("{:016x}", hasher.finish()),
        };
        (format!("/{}", name.strip_suffix("index.html").unwrap_or(name)), page)
    })
    .collect()
}

/// What a file is, by its ending; a file of no known kind (a compressed twin, a map for debugging) is not served.
fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "html" => Some("text/html; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "css" => Some("text/css; charset=utf-8"),
        "json" => Some("application/json"),
        "webmanifest" => Some("application/manifest+json"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "ico" => Some("image/x-icon"),
        "woff2" => Some("font/woff2"),
        "wasm" => Some("application/wasm"),
        "txt" => Some(TEXT),
        _ => None,
    }
}

/// The face a file belongs to, for metrics.
fn route(name: &str) -> &'static str {
    match name.split('/').next().unwrap_or_default() {
        "wallet" => "/wallet/",
        "pos" => "/pos/",
        "console" => "/console/",
        _ => "/assets/",
    }
}

/// The answer to a browser, and its route; nothing when the path is none of the pages'.
pub(crate) fn answer_browser(
    method: &Method,
    path: &str,
    headers: &HeaderMap,
) -> Option<(&'static str, Answer)> {
    answer_of(&PAGES, method, path, headers)
}

fn answer_of(
    pages: &BTreeMap<String, Page>,
    method: &Method,
    path: &str,
    headers: &HeaderMap,
) -> Option<(&'static str, Answer)> {
    if let Some((route, to)) = moved(path) {
        let mut moved = answer(308, TEXT, "");
        moved.headers_mut().insert(LOCATION, HeaderValue::from_static(to));
        return Some((route, moved));
    }
    let Some(page) = pages.get(path) else {
        let is_face = matches!(path, "/wallet/" | "/pos/" | "/console/");
        return is_face.then(|| ("/pages-not-built", guarded(answer(404, TEXT, NOT_BUILT))));
    };
    if *method != Method::GET && *method != Method::HEAD {
        let mut refused = answer(405, TEXT, "This page is only read.\n");
        refused.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some((page.route, guarded(refused)));
    }
    Some((page.route, guarded(page.shown(headers))))
}

/// A face without its slash. The new address is relative: a proxy may stand before the path.
fn moved(path: &str) -> Option<(&'static str, &'static str)> {
    match path {
        "/wallet" => Some(("/wallet/", "wallet/")),
        "/pos" => Some(("/pos/", "pos/")),
        "/console" => Some(("/console/", "console/")),
        _ => None,
    }
}

impl Page {
    fn shown(&self, headers: &HeaderMap) -> Answer {
        let (coding, body) = match (&self.brotli, &self.gzip) {
            (Some(body), _) if takes(headers, "br") => (Some("br"), body),
            (_, Some(body)) if takes(headers, "gzip") => (Some("gzip"), body),
            _ => (None, &self.plain),
        };
        let tag = format!("\"{}{}\"", self.tag, coding.unwrap_or_default());
        let is_known = headers.get(IF_NONE_MATCH).is_some_and(|known| names_tag(known, &tag));
        let mut shown = if is_known {
            answer(304, self.content_type, "")
        } else {
            answer(200, self.content_type, body.clone())
        };
        let own = shown.headers_mut();
        own.insert(CACHE_CONTROL, HeaderValue::from_static(self.cache));
        own.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            own.insert(ETAG, tag);
        }
        if let Some(coding) = coding {
            own.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
        shown
    }
}

/// Whether the browser says that it reads `coding` (RFC 9110, section 12.5.3); a weight of zero says that it does not.
fn takes(headers: &HeaderMap, coding: &str) -> bool {
    let lines = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
        name.trim().eq_ignore_ascii_case(coding) && weight.bytes().any(|digit| (b'1'..=b'9').contains(&digit))
    })
}

fn guarded(mut answer: Answer) -> Answer {
    for (name, value) in GUARDS {
        answer.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    answer
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    const BUILT: &[(&str, &[u8])] = &[
        ("assets/a-1.js", b"let a"),
        ("assets/a-1.js.br", b"BR"),
        ("assets/a-1.js.gz", b"GZ"),
        ("assets/a-1.js.map", b"{}"),
        ("wallet/index.html", b"<!doctype html>"),
        ("wallet/sw.js", b"self"),
    ];

    fn asked(method: &Method, path: &str, header: (HeaderName, &str)) -> Option<Answer> {
        let headers = HeaderMap::from_iter([(header.0, HeaderValue::from_str(header.1).unwrap())]);
        answer_of(&pages(BUILT), method, path, &headers).map(|(_, answer)| answer)
    }

    fn read(path: &str) -> Option<Answer> {
        asked(&Method::GET, path, (ACCEPT_ENCODING, "identity"))
    }

    #[tokio::test]
    async fn a_file_is_sent_in_the_best_coding_the_browser_reads() {
        for (accepted, body) in [
            ("gzip, deflate, br", "BR"),
            ("gzip", "GZ"),
            ("br;q=0, gzip;q=0.5", "GZ"),
            ("BR", "BR"),
            ("br;q=0.0", "let a"),
            ("identity", "let a"),
        ] {
            let answer = asked(&Method::GET, "/assets/a-1.js", (ACCEPT_ENCODING, accepted)).unwrap();
            assert_eq!(answer.headers()["cache-control"], KEPT_FOR_EVER, "{accepted}");
            assert_eq!(answer.headers()["vary"], "accept-encoding", "{accepted}");
            assert_eq!(answer.headers()["x-content-type-options"], "nosniff", "{accepted}");
            assert_eq!(answer.into_body().collect().await.unwrap().to_bytes(), body, "{accepted}");
        }
    }

    #[test]
    fn a_page_is_asked_for_each_time_and_not_sent_again_while_it_has_not_changed() {
        let first = read("/wallet/").unwrap();
        assert_eq!(first.headers()["cache-control"], "no-cache");
        assert_eq!(first.headers()["content-security-policy"], CONTENT_SECURITY_POLICY);
        let tag = first.headers()[ETAG].to_str().unwrap().to_owned();
        let again = asked(&Method::HEAD, "/wallet/", (IF_NONE_MATCH, &tag)).unwrap();
        assert_eq!(again.status(), 304);
        assert_eq!(asked(&Method::GET, "/wallet/", (IF_NONE_MATCH, "\"0\"")).unwrap().status(), 200);
    }

    #[test]
    fn only_what_is_a_page_is_served_and_it_is_only_read() {
        for (path, is_served) in [
            ("/wallet/sw.js", true),
            ("/wallet/index.html", false),
            ("/assets/a-1.js.br", false),
            ("/assets/a-1.js.map", false),
            ("/assets/../wallet/sw.js", false),
            ("/assets/", false),
            ("/", false),
        ] {
            assert_eq!(read(path).is_some(), is_served, "{path}");
        }
        assert_eq!(asked(&Method::POST, "/wallet/", (ACCEPT_ENCODING, "")).unwrap().status(), 405);
        assert_eq!(read("/wallet").unwrap().headers()[LOCATION], "wallet/");
    }

    #[tokio::test]
    async fn a_face_that_was_not_built_says_so() {
        let answer = read("/console/").unwrap();
        assert_eq!(answer.status(), 404);
        assert_eq!(answer.into_body().collect().await.unwrap().to_bytes(), NOT_BUILT);
    }
}
