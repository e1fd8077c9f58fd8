//! Signed requests (pos-api.md section 3): which headers they need, and whether the signature is right. That the
//! time is good and that salt and signature serve once is judged in the commit.

use http::Method;
use specie_commands::{AccessKey, Commands};
use specie_domain::Refusal;
use specie_domain::command::Proof;
use specie_domain::rows::PosKey;
use specie_wire::signature::Signed;

use crate::compact::compact_json;

/// Digits of a timestamp: Unix seconds from 2001 to 2286.
const TIMESTAMP_DIGITS: usize = 10;

/// Why a signed request proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unproved {
    /// A header is missing.
    Missing(&'static str),
    /// The signature is not the one expected.
    Signature,
    /// The timestamp is not ten digits.
    Timestamp,
    /// The salt has not the length pinned for the key, bytes.
    SaltLength(u8),
    /// The key's secret does not open: the vault's keys are not the ones it was sealed under.
    Secret,
}

impl Unproved {
    /// What was wrong, and what to do.
    pub(crate) fn sentence(self) -> String {
        match self {
            Self::Missing(name) => format!("The header {name} is missing: a signed request needs it."),
            Self::Signature => "The signature check failed: sign the method in lower case, the path as sent, salt, \
                                timestamp, access key, secret key and body, joined without separators, then hex, \
                                then Base64."
                .to_owned(),
            Self::Timestamp => {
                "The timestamp check failed: send Unix seconds as exactly ten digits.".to_owned()
            }
            Self::SaltLength(bytes) => {
                format!("The salt check failed: this key's salts are exactly {bytes} characters.")
            }
            Self::Secret => "The signature check failed: ask the operator for a new key.".to_owned(),
        }
    }
}

/// Why a right signature does not serve.
pub(crate) fn unserved(refusal: &Refusal) -> &'static str {
    if *refusal == Refusal::SignatureOutOfTime {
        "The timestamp check failed: the request is too old or too far ahead of our clock."
    } else if *refusal == Refusal::SaltSpent {
        "The salt check failed: this salt has been used before. Draw a fresh one for each request."
    } else {
        "The signature check failed: this signature has been used before. Draw a fresh salt for each request."
    }
}

/// A request that claims to be signed.
pub(crate) struct Claim<'a> {
    /// Its method.
    pub(crate) method: &'a Method,
    /// What stands before the target where the POS sends it to.
    pub(crate) public_path_prefix: &'a str,
    /// The request target as it was received.
    pub(crate) target: &'a str,
    /// Its body as it was received.
    pub(crate) body: &'a [u8],
    /// The access key, as it was sent.
    pub(crate) access_key: &'a AccessKey,
}

/// What the request proves with, when its signature is right.
pub(crate) fn prove<'a>(
    commands: &Commands,
    key: &PosKey,
    claim: &Claim<'_>,
    sent: impl Fn(&str) -> Option<&'a str>,
) -> Result<Proof, Unproved> {
    let needed = |name: &'static str| sent(name).ok_or(Unproved::Missing(name));
    let (salt, timestamp, signature) = (needed("salt")?, needed("timestamp")?, needed("signature")?);
    let secret = commands.vault().open_secret(key.hash, &key.sealed_secret).map_err(|_| Unproved::Secret)?;
    let target = [claim.public_path_prefix, claim.target].concat();
    let as_received = Signed {
        method: claim.method.as_str(),
        target: &target,
        salt,
        timestamp,
        access_key: claim.access_key.reveal(),
        body: claim.body,
    };
    let compact = compact_json(claim.body);
    let as_compacted = Signed { body: compact.as_deref().unwrap_or(claim.body), ..as_received };
    let hash = |text: &str| commands.vault().signature(key.hash, text);
    let claimed = hash(signature);
    let is_right =
        [as_received, as_compacted].map(|signed| hash(&signed.sign(secret.reveal())).matches(&claimed));
    if !is_right.contains(&true) {
        return Err(Unproved::Signature);
    }
    let is_timestamp =
        timestamp.len() == TIMESTAMP_DIGITS && timestamp.bytes().all(|byte| byte.is_ascii_digit());
    let timestamp_s = timestamp.parse().ok().filter(|_| is_timestamp).ok_or(Unproved::Timestamp)?;
    match key.salt_bytes {
        Some(bytes) if salt.len() != usize::from(bytes) => Err(Unproved::SaltLength(bytes)),
        Some(_) | None => Ok(commands.proof(key.hash, salt, signature, timestamp_s)),
    }
}
