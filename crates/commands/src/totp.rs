//! Codes from a seed and a counter: HOTP (RFC 4226) with HMAC-SHA-1, the counter being the number of the
//! half-minute (TOTP, RFC 6238). SHA-1 because it is what authenticator apps speak; as a keyed hash it is unbroken.
//! Knows no wallet.

use std::fmt;
use std::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use zeroize::Zeroizing;

use crate::base32;
use crate::clock::Chance;
use crate::secrets::{Malformed, OtpCode};

/// Digits of an offline code.
pub const OFFLINE_CODE_DIGITS: usize = 8;
/// How long an offline code is shown, seconds.
pub const OFFLINE_CODE_PERIOD_S: u32 = 30;
/// Bytes of a seed: as long as the hash, as RFC 4226 section 4 recommends.
const SEED_BYTES: usize = 20;

/// The seed of an offline device.
#[derive(Clone)]
pub struct DeviceSeed(Zeroizing<[u8; SEED_BYTES]>);

impl fmt::Debug for DeviceSeed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceSeed(redacted)")
    }
}

impl FromStr for DeviceSeed {
    type Err = Malformed;
    /// Base32, as [`Self::base32`] writes it.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let bytes = base32::decoded(text).map(Zeroizing::new).ok_or(Malformed("seed"))?;
        Self::from_bytes(&bytes).ok_or(Malformed("seed"))
    }
}

impl DeviceSeed {
    /// A new one.
    pub(crate) fn drawn(chance: &dyn Chance) -> Self {
        let mut seed = Zeroizing::new([0; SEED_BYTES]);
        chance.fill(&mut *seed);
        Self(seed)
    }

    /// The one that computes codes nobody will be shown, so that a wallet without a device costs the same work.
    pub(crate) fn nobodys() -> Self {
        Self(Zeroizing::new([0; SEED_BYTES]))
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        <[u8; SEED_BYTES]>::try_from(bytes).ok().map(Zeroizing::new).map(Self)
    }

    pub(crate) fn reveal(&self) -> &[u8] {
        &*self.0
    }

    /// For the one answer that shows it.
    #[must_use]
    pub fn base32(&self) -> Zeroizing<String> {
        Zeroizing::new(base32::encoded(&*self.0))
    }

    /// The code it shows in a half-minute.
    #[must_use]
    pub fn code(&self, half_minute: u64) -> OtpCode {
        OtpCode::made(hotp(&*self.0, half_minute, OFFLINE_CODE_DIGITS))
    }
}

/// The HOTP value of a counter, as so many digits (RFC 4226 section 5.3).
#[must_use]
pub fn hotp(seed: &[u8], counter: u64, digits: usize) -> String {
    let mac = <Hmac<Sha1> as KeyInit>::new_from_slice(seed);
    assert!(mac.is_ok(), "HMAC takes keys of any length");
    let hash = mac.map(|mac| mac.chain_update(counter.to_be_bytes()).finalize().into_bytes());
    let hash: [u8; 20] = hash.map(Into::into).unwrap_or_default();
    let offset = usize::from(hash.last().copied().unwrap_or_default() & 0xf);
    let four = hash.get(offset..).and_then(|rest| rest.first_chunk::<4>()).copied().unwrap_or_default();
    let number = u32::from_be_bytes(four) & 0x7fff_ffff;
    let text = format!("{number:0digits$}");
    text.get(text.len().saturating_sub(digits)..).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: &[u8; 20] = b"12345678901234567890";

    /// RFC 4226 appendix D.
    #[test]
    fn hotp_gives_the_values_of_its_rfc() {
        let values = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
            "520489",
        ];
        for (counter, value) in (0..).zip(values) {
            assert_eq!(hotp(SEED, counter, 6), value, "counter {counter}");
        }
    }

    /// RFC 6238 appendix B, the lines of SHA-1.
    #[test]
    fn a_seed_shows_the_values_of_the_totp_rfc() {
        let seed = DeviceSeed::from_bytes(SEED).unwrap();
        for (unix_s, value) in [
            (59, "94287082"),
            (1_111_111_109, "07081804"),
            (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000_i64, "65353130"),
        ] {
            let at = specie_domain::Time::from_unix_ms(unix_s * 1000);
            assert_eq!(seed.code(at.half_minute()).reveal(), value, "{unix_s} s");
        }
    }

    #[test]
    fn a_seed_is_read_back_from_its_text_and_hides_itself() {
        let seed = DeviceSeed::from_bytes(SEED).unwrap();
        assert_eq!(*seed.base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let again: DeviceSeed = "gezd gnbv gy3t qojq gezd gnbv gy3t qojq".parse().unwrap();
        assert_eq!(again.code(1).reveal(), "94287082");
        assert_eq!(format!("{seed:?}"), "DeviceSeed(redacted)");
        for bad in ["", "GEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1"] {
            assert!(bad.parse::<DeviceSeed>().is_err(), "{bad}");
        }
    }
}
