//! The signature of the POS wire's `signed` profile (pos-api.md section 3):
//! Base64( lower-case-hex( HMAC-SHA-256( key = secret, message = method in lower case ‖ target ‖ salt ‖
//! timestamp ‖ access key ‖ secret ‖ body ) ) ). The parts are joined without separators. Knows no clock
//! and no keys of its own.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Bytes of every signature: Base64 of 64 hex digits.
pub const SIGNATURE_BYTES: usize = 88;

/// What is signed. For a webhook the method is empty and the target is the full URL.
#[derive(Clone, Copy)]
pub struct Signed<'a> {
    /// The method, in whatever case; it is signed in lower case.
    pub method: &'a str,
    /// The path with its query, as it stands in the request line.
    pub target: &'a str,
    /// The `salt` header.
    pub salt: &'a str,
    /// The `timestamp` header.
    pub timestamp: &'a str,
    /// The `access_key` header.
    pub access_key: &'a str,
    /// The body; empty and `{}` count as empty.
    pub body: &'a [u8],
}

impl Signed<'_> {
    /// The parts in the order they are signed in, the secret among them.
    fn parts<'a>(&'a self, method: &'a str, secret: &'a str) -> [&'a [u8]; 7] {
        let body: &[u8] = if self.body == b"{}" { b"" } else { self.body };
        [
            method.as_bytes(),
            self.target.as_bytes(),
            self.salt.as_bytes(),
            self.timestamp.as_bytes(),
            self.access_key.as_bytes(),
            secret.as_bytes(),
            body,
        ]
    }

    /// The signature under `secret`: [`SIGNATURE_BYTES`] characters.
    #[must_use]
    pub fn sign(&self, secret: &str) -> String {
        let method = self.method.to_ascii_lowercase();
        let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
        assert!(mac.is_ok(), "HMAC takes keys of every length (RFC 2104, section 2)");
        let Ok(mut mac) = mac else { return String::new() };
        for part in self.parts(&method, secret) {
            mac.update(part);
        }
        let hex = mac.finalize().into_bytes().iter().fold(String::with_capacity(64), |mut hex, byte| {
            for half in [byte >> 4, byte & 0xf] {
                hex.extend(char::from_digit(u32::from(half), 16));
            }
            hex
        });
        STANDARD.encode(hex)
    }

    /// The text that is hashed, with the secret shown as stars: for a helper that explains a mismatch.
    #[must_use]
    pub fn masked_text(&self) -> String {
        let method = self.method.to_ascii_lowercase();
        let shown: Vec<String> = self
            .parts(&method, "***")
            .iter()
            .map(|part| String::from_utf8_lossy(part).into_owned())
            .collect();
        shown.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "rsk_testsecret0123456789";

    fn request<'a>(method: &'a str, target: &'a str, access_key: &'a str, body: &'a [u8]) -> Signed<'a> {
        Signed { method, target, salt: "a1b2c3d4e5f6", timestamp: "1700000000", access_key, body }
    }

    #[test]
    fn the_three_published_vectors_come_out() {
        let vectors = [
            (
                request("POST", "/v1/pos/logout", "rak_TESTACCESS", b""),
                "YzBjZjllYWIxZjEwZGYzMDQxYThlNjE5YjE5ODNhM2VlOTNlMzI5NjhmYzA5ZDRjNDE0NTk0OWM5OTdjN2VhMw==",
            ),
            (
                request(
                    "POST",
                    "/v1/account/deposit",
                    "rak_TESTACCESS",
                    br#"{"amount":100.5,"currency":"GBP"}"#,
                ),
                "OGI5NjdjY2YwODQyMjExYWIzMjA4YTEyMWY2NDI2MTJmOTJkZGFmM2M5M2YwOGJiY2UwMzBjMTA3YzhiYTQ2ZA==",
            ),
            (
                request("", "https://example.test/hook", "rak_TESTACCESS", br#"{"id":"wh_1"}"#),
                "NDBmNDc1ZDczMmIwNWQxOWY3ZWEyYjUyMTk4YzI0ZGVkYjIzZGUzNWVkZjA4NmUzOTNkZDY5NmM4ZDU1MDExNQ==",
            ),
        ];
        for (signed, expected) in vectors {
            let signature = signed.sign(SECRET);
            assert_eq!(signature, expected, "{}", signed.masked_text());
            assert_eq!(signature.len(), SIGNATURE_BYTES);
        }
    }

    #[test]
    fn the_secret_is_not_in_the_masked_text_and_an_empty_object_is_an_empty_body() {
        let signed = request("POST", "/v1/pos/logout", "rak_TESTACCESS", b"{}");
        assert!(!signed.masked_text().contains(SECRET));
        assert_eq!(signed.sign(SECRET), Signed { body: b"", ..signed }.sign(SECRET));
    }
}
