//! Signs requests of a key of the `signed` profile (pos-api.md section 3): a fresh salt and timestamp for every
//! request, repeats included. Where salts and timestamps (Unix seconds) come from is handed in; the formula is
//! [`specie_wire::signature`]'s.

use std::fmt;

use specie_wire::signature::Signed;

/// What every signature needs anew. A salt serves once.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// Random text, 16 hexadecimal digits or more.
    pub salt: String,
    /// The time of signing, Unix seconds.
    pub timestamp_s: u64,
}

/// A request without its stamp.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unsigned<'a> {
    pub(crate) method: &'a str,
    /// Path and query as they stand in the request line.
    pub(crate) target: &'a str,
    pub(crate) access_key: &'a str,
    pub(crate) body: &'a str,
}

/// The secret of a signed key, and where stamps come from. `Debug` hides the secret.
pub struct Signer {
    secret_key: String,
    stamp: Box<dyn Fn() -> Stamp + Send + Sync>,
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signer(redacted)")
    }
}

impl Signer {
    /// Signs with `secret_key` and a stamp from `stamp` for each request.
    pub fn new(secret_key: &str, stamp: impl Fn() -> Stamp + Send + Sync + 'static) -> Self {
        Self { secret_key: secret_key.to_owned(), stamp: Box::new(stamp) }
    }

    /// The three headers that stand beside `access_key`.
    pub(crate) fn headers(&self, request: Unsigned<'_>) -> [(&'static str, String); 3] {
        let Stamp { salt, timestamp_s } = (self.stamp)();
        let timestamp = timestamp_s.to_string();
        let Unsigned { method, target, access_key, body } = request;
        let signed =
            Signed { method, target, salt: &salt, timestamp: &timestamp, access_key, body: body.as_bytes() };
        let signature = signed.sign(&self.secret_key);
        [("salt", salt), ("timestamp", timestamp), ("signature", signature)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_signed_as_the_first_published_vector_is() {
        let signer = Signer::new("rsk_testsecret0123456789", || Stamp {
            salt: "a1b2c3d4e5f6".to_owned(),
            timestamp_s: 1_700_000_000,
        });
        let request =
            Unsigned { method: "POST", target: "/v1/pos/logout", access_key: "rak_TESTACCESS", body: "" };
        let [salt, timestamp, (name, signature)] = signer.headers(request);
        assert_eq!(
            (salt.1.as_str(), timestamp.1.as_str(), name),
            ("a1b2c3d4e5f6", "1700000000", "signature")
        );
        let expected =
            "YzBjZjllYWIxZjEwZGYzMDQxYThlNjE5YjE5ODNhM2VlOTNlMzI5NjhmYzA5ZDRjNDE0NTk0OWM5OTdjN2VhMw==";
        assert_eq!(signature, expected);
        assert_eq!(format!("{signer:?}"), "Signer(redacted)");
    }
}
