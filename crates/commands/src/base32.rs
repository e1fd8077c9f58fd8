//! Base32 of RFC 4648 section 6, without padding: how seeds are written for people and for authenticator apps.

/// Its alphabet; a character's place is its five bits.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// `bytes` as text.
pub(crate) fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(5).saturating_mul(8));
    let (mut waiting, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        waiting = (waiting << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(character(waiting >> bits));
        }
    }
    if bits > 0 {
        text.push(character(waiting << (5 - bits)));
    }
    text
}

/// The bytes behind a text of either case; spaces and the padding at its end are passed over. None, when there is
/// another character in it, or it ends within a byte.
pub(crate) fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (mut waiting, mut bits) = (0_u32, 0_u32);
    for character in text.trim_end_matches('=').bytes().filter(|byte| *byte != b' ') {
        let place = ALPHABET.iter().position(|known| *known == character.to_ascii_uppercase())?;
        waiting = ((waiting << 5) | u32::try_from(place).ok()?) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((waiting >> bits) & 0xff).ok()?);
        }
    }
    let rest_is_nothing = bits < 5 && waiting & ((1 << bits) - 1) == 0;
    rest_is_nothing.then_some(bytes)
}

fn character(bits: u32) -> char {
    let place = usize::try_from(bits & 0x1f).unwrap_or_default();
    ALPHABET.get(place).copied().map_or('A', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648 section 10.
    #[test]
    fn texts_of_the_rfc_are_written_and_read_back() {
        for (clear, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(encoded(clear.as_bytes()), text, "{clear}");
            assert_eq!(decoded(text).unwrap(), clear.as_bytes(), "{text}");
        }
        assert_eq!(decoded("mzxw 6ytb oi======").unwrap(), b"foobar");
    }

    #[test]
    fn what_is_not_base32_is_not_read() {
        for text in ["M", "MZ1Q", "MZ=Q", "MZXW6Y!", "MR"] {
            assert!(decoded(text).is_none(), "{text}");
        }
    }
}
