//! Cookies of people and devices: read without doubt or not at all, and set so that no script and no other site gets at
//! them. A cookie says who asks; that the page itself asks, and not another site, is said by a header beside it.

use http::header::{CONTENT_TYPE, COOKIE, HOST};
use http::{HeaderMap, HeaderValue, Method};
use specie_commands::CsrfToken;
use specie_wire::api::ProblemCode;

use super::problems::Refused;

/// The cookie of a customer's device.
pub(super) const WALLET: Jar = Jar { name: "specie_wallet", path: "/api/v1/wallet", kept_s: 400 * 86_400 };
/// The cookie of a person of the operator; it goes with the browser's session.
pub(super) const STAFF: Jar = Jar { name: "specie_staff", path: "/api/v1", kept_s: 12 * 60 * 60 };

/// A cookie with where it is sent and how long it is kept.
pub(super) struct Jar {
    name: &'static str,
    path: &'static str,
    kept_s: u32,
}

impl Jar {
    /// Its value in a request. None when it is not there, or there twice: a second one may have been planted.
    pub(super) fn value<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let mut values = pairs.filter(|(name, _)| *name == self.name).map(|(_, value)| value);
        match (values.next(), values.next()) {
            (Some(value), None) => Some(value),
            (Some(_) | None, _) => None,
        }
    }

    /// The header that sets it; over TLS only, unless the page was asked for on this very machine.
    pub(super) fn set(&self, value: &str, headers: &HeaderMap) -> Option<HeaderValue> {
        self.line(value, self.kept_s, headers)
    }

    /// The header that removes it.
    pub(super) fn remove(&self, headers: &HeaderMap) -> Option<HeaderValue> {
        self.line("", 0, headers)
    }

    fn line(&self, value: &str, kept_s: u32, headers: &HeaderMap) -> Option<HeaderValue> {
        let Self { name, path, .. } = self;
        let secure = if is_local(headers) { "" } else { "; Secure" };
        let line =
            format!("{name}={value}; Path={path}; Max-Age={kept_s}; HttpOnly; SameSite=Strict{secure}");
        let mut line = HeaderValue::try_from(line).ok()?;
        line.set_sensitive(true);
        Some(line)
    }
}

/// Whether the page was asked for by a loopback name: browsers there speak plain HTTP, and nobody listens in between.
fn is_local(headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Refuses a change that a cookie alone asks for: the page sends with it what only the page was told.
pub(super) fn permit(method: &Method, headers: &HeaderMap, expected: &CsrfToken) -> Result<(), Refused> {
    if *method == Method::GET || *method == Method::HEAD {
        return Ok(());
    }
    let sent = headers.get("x-csrf-token").and_then(|sent| sent.to_str().ok());
    let sent = sent.and_then(|sent| sent.parse::<CsrfToken>().ok());
    if sent.is_some_and(|sent| sent.matches(expected)) {
        return Ok(());
    }
    let detail = "Send the header X-CSRF-Token with the csrf_token that the sign-in told.";
    Err(Refused::with(ProblemCode::CsrfTokenWrong, detail))
}

/// Refuses a sign-in that another site's page asks for: it would put its own cookie where the visitor's was, and what
/// she then does is done for somebody else. Forms of other sites cannot send JSON, and browsers say where from.
pub(super) fn permit_sign_in(headers: &HeaderMap) -> Result<(), Refused> {
    let from_here = headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let json = |sent: &HeaderValue| {
        let kind = sent.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case("application/json")
    };
    if from_here && headers.get(CONTENT_TYPE).is_none_or(json) {
        return Ok(());
    }
    let detail = "Sign in from a page of this site, with a body of the type application/json.";
    Err(Refused::with(ProblemCode::CsrfTokenWrong, detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_of_this_site_signs_in() {
        let site = |site: &str| headers("sec-fetch-site".parse().unwrap(), &[site]);
        let sent_as = |kind: &str| headers(CONTENT_TYPE, &[kind]);
        for fine in [
            HeaderMap::new(),
            site("same-origin"),
            site("none"),
            sent_as("application/json"),
            sent_as("Application/JSON; charset=utf-8"),
        ] {
            assert!(permit_sign_in(&fine).is_ok(), "{fine:?}");
        }
        for foreign in [
            site("cross-site"),
            site("same-site"),
            site(""),
            sent_as("text/plain"),
            sent_as("application/x-www-form-urlencoded"),
            sent_as(""),
        ] {
            assert_eq!(
                permit_sign_in(&foreign).unwrap_err().code,
                ProblemCode::CsrfTokenWrong,
                "{foreign:?}"
            );
        }
    }

    fn headers(name: http::HeaderName, values: &[&str]) -> HeaderMap {
        values.iter().map(|value| (name.clone(), HeaderValue::from_str(value).unwrap())).collect()
    }

    #[test]
    fn a_cookie_is_read_when_it_is_there_once() {
        for (lines, value) in [
            (&["specie_wallet=a"][..], Some("a")),
            (&["x=1; specie_wallet=a; y=2"][..], Some("a")),
            (&["x=1", "specie_wallet=a"][..], Some("a")),
            (&["specie_wallet=a; specie_wallet=b"][..], None),
            (&["specie_wallet=a", "specie_wallet=a"][..], None),
            (&["xspecie_wallet=a", "specie_walletx=a"][..], None),
            (&[][..], None),
        ] {
            assert_eq!(WALLET.value(&headers(COOKIE, lines)), value, "{lines:?}");
        }
    }

    #[test]
    fn a_cookie_goes_over_tls_only_unless_the_page_is_on_this_machine() {
        for (host, is_plain) in [
            ("localhost:8080", true),
            ("127.0.0.1", true),
            ("[::1]:8080", true),
            ("specie.example", false),
            ("localhost.evil.example", false),
            ("10.0.0.1", false),
            ("", false),
        ] {
            let line = STAFF.set("v", &headers(HOST, &[host])).unwrap();
            let line = line.to_str().unwrap();
            assert_eq!(!line.contains("; Secure"), is_plain, "{host}");
            assert!(line.contains("HttpOnly; SameSite=Strict") && line.contains("Path=/api/v1;"), "{line}");
        }
    }

    #[test]
    fn only_a_read_goes_without_the_token_beside_the_cookie() {
        let expected: CsrfToken = "ab".repeat(16).parse().unwrap();
        let sent = |text: &str| headers("x-csrf-token".parse().unwrap(), &[text]);
        assert!(permit(&Method::GET, &HeaderMap::new(), &expected).is_ok());
        assert!(permit(&Method::POST, &sent(&"ab".repeat(16)), &expected).is_ok());
        for wrong in [HeaderMap::new(), sent(""), sent("ab"), sent(&"ba".repeat(16))] {
            for method in [Method::POST, Method::DELETE, Method::PUT] {
                let refused = permit(&method, &wrong, &expected).unwrap_err();
                assert_eq!(refused.code, ProblemCode::CsrfTokenWrong, "{wrong:?}");
            }
        }
    }
}
