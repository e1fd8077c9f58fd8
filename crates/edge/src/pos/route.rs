//! Which call a method and a decoded path name. Anything else, an empty segment included, is no call.

use http::Method;

use crate::meter::ROUTE_UNKNOWN;

/// A call of the POS wire with the texts in its path, not yet read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    /// Is the server there, is the key good?
    Echo,
    /// Open a session.
    Login { pos: &'a str, code: &'a str },
    /// Withdraw cash.
    Withdraw { account: &'a str, sum: &'a str },
    /// Reverse the money action.
    Reversal { account: &'a str, sum: &'a str },
    /// Deposit cash.
    Deposit { sum: &'a str, currency: &'a str },
    /// Close the session.
    Logout,
    /// No call of this wire.
    Unknown,
}

impl<'a> Route<'a> {
    /// The call that `method` and the decoded `segments` name.
    pub(crate) fn of(method: &Method, segments: &[&'a str]) -> Self {
        if segments.contains(&"") {
            return Self::Unknown;
        }
        let is_post = *method == Method::POST;
        match *segments {
            ["v1", "pos", "echo"] if *method == Method::GET => Self::Echo,
            ["v1", "pos", "login", pos, code] if is_post => Self::Login { pos, code },
            ["v1", "pos", "withdraw", account, sum] if is_post => Self::Withdraw { account, sum },
            ["v1", "pos", "reversal", account, sum] if is_post => Self::Reversal { account, sum },
            ["v1", "pos", "deposit", sum, currency] if is_post => Self::Deposit { sum, currency },
            ["v1", "pos", "logout"] if is_post => Self::Logout,
            _ => Self::Unknown,
        }
    }

    /// The route without what is in it, for logs and metrics.
    pub(crate) const fn template(self) -> &'static str {
        match self {
            Self::Echo => "/v1/pos/echo",
            Self::Login { .. } => "/v1/pos/login/{pos_id}/{otp_code}",
            Self::Withdraw { .. } => "/v1/pos/withdraw/{account}/{sum}",
            Self::Reversal { .. } => "/v1/pos/reversal/{account}/{reversed_amount}",
            Self::Deposit { .. } => "/v1/pos/deposit/{amount}/{currency}",
            Self::Logout => "/v1/pos/logout",
            Self::Unknown => ROUTE_UNKNOWN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::Segments;

    #[test]
    fn a_call_is_its_method_and_its_exact_path() {
        for (method, path, template) in [
            (Method::GET, "/v1/pos/echo", "/v1/pos/echo"),
            (Method::HEAD, "/v1/pos/echo", ROUTE_UNKNOWN),
            (Method::POST, "/v1/pos/echo", ROUTE_UNKNOWN),
            (Method::GET, "/v1/pos/echo/", ROUTE_UNKNOWN),
            (Method::POST, "/v1/pos/login/z128/876680", "/v1/pos/login/{pos_id}/{otp_code}"),
            (Method::POST, "/v1/pos/login/z128/87668%30", "/v1/pos/login/{pos_id}/{otp_code}"),
            (Method::GET, "/v1/pos/login/z128/876680", ROUTE_UNKNOWN),
            (Method::POST, "/v1/pos/login//876680", ROUTE_UNKNOWN),
            (Method::POST, "/v1/pos/login/z128/", ROUTE_UNKNOWN),
            (Method::POST, "/v1/pos/login/z128/876680/", ROUTE_UNKNOWN),
            (Method::POST, "/v1/pos/withdraw/a/10", "/v1/pos/withdraw/{account}/{sum}"),
            (Method::POST, "/v1/pos/reversal/a/10", "/v1/pos/reversal/{account}/{reversed_amount}"),
            (Method::POST, "/v1/pos/deposit/10/GBP", "/v1/pos/deposit/{amount}/{currency}"),
            (Method::POST, "/v1/pos/logout", "/v1/pos/logout"),
            (Method::POST, "/v1/pos/logout/x", ROUTE_UNKNOWN),
            (Method::POST, "/v1/POS/logout", ROUTE_UNKNOWN),
            (Method::POST, "/v1/pos/z128/+14155559992/876680/pay/10/GBP", ROUTE_UNKNOWN),
            (Method::GET, "/v1/pos/z128/paycode/1", ROUTE_UNKNOWN),
        ] {
            let segments = Segments::parse(path).unwrap();
            assert_eq!(Route::of(&method, &segments.texts()).template(), template, "{method} {path}");
        }
    }
}
