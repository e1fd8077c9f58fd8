//! Secrets and personal data in the clear. They are parsed at the door, used for one call and wiped when
//! dropped. None of them can be printed or compared by accident.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

/// A text that is not of the shape asked for; it is not repeated here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

/// Digits of a code, at least and at most (cash-lifecycle.md section 5).
pub const CODE_DIGITS: std::ops::RangeInclusive<usize> = 6..=9;
/// Digits of an E.164 number (ITU-T E.164, section 6), at least in practice and at most.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
/// Digits of a cashier's PIN: with five tries before a lock, a guess at four digits is worth one in two thousand.
const PIN_DIGITS: std::ops::RangeInclusive<usize> = 4..=12;
/// Bytes of an access key or a bearer key.
const KEY_BYTES: std::ops::RangeInclusive<usize> = 8..=128;
/// Bytes of a password (NIST SP 800-63B, section 5.1.1, asks for eight; security.md for more).
pub const PASSWORD_BYTES: std::ops::RangeInclusive<usize> = 12..=256;
/// Crockford's base32: without the letters that look like digits.
pub(crate) const INVITE_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of an invite, five random bits each: a hundred in all.
pub(crate) const INVITE_CHARACTERS: usize = 20;
/// Bytes of a note of a case, at most: sealed, it stays below what the core takes.
pub const NOTE_TEXT_BYTES_MAX: usize = 4_000;
/// Bytes of the name of a person who is no customer of ours.
pub const PERSON_NAME_BYTES_MAX: usize = 128;
/// Bytes of an idempotency value.
const IDEMPOTENCY_BYTES: std::ops::RangeInclusive<usize> = 1..=255;

macro_rules! hidden_texts {
    ($($(#[$doc:meta])* $Name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $Name(Zeroizing<String>);

        impl $Name {
            /// The clear text, for the one answer or hash it is meant for.
            #[must_use]
            pub fn reveal(&self) -> &str {
                &self.0
            }

            /// Wraps a text that was made here.
            pub(crate) fn made(text: String) -> Self {
                Self(Zeroizing::new(text))
            }
        }

        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($Name), "(redacted)"))
            }
        }
    )*};
}

hidden_texts! {
    /// A phone number in E.164 form, with its plus.
    PhoneNumber;
    /// The digits a customer reads to the cashier.
    OtpCode;
    /// A session's token: 128 random bits in UUID shape.
    SessionToken;
    /// A POS owner's access key.
    AccessKey;
    /// The secret that belongs to an access key.
    SecretKey;
    /// An operator's bearer key.
    BearerKey;
    /// A caller's idempotency value.
    IdempotencyValue;
    /// What somebody wrote of a case.
    NoteText;
    /// A cashier's PIN.
    Pin;
    /// What brings a device to a wallet, once.
    InviteText;
    /// A device's token.
    DeviceToken;
    /// The token of a person's session.
    StaffToken;
    /// A person's password.
    Password;
    /// The name of a person who is no customer of ours.
    PersonName;
    /// Half of a key or a password: one person is told the first, another the second.
    SecretHalf;
}

impl FromStr for PersonName {
    type Err = Malformed;
    /// 1 to so many bytes, not blank, without control characters.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let text = text.trim();
        let fits = (1..=PERSON_NAME_BYTES_MAX).contains(&text.len()) && !text.chars().any(char::is_control);
        if fits { Ok(Self::made(text.to_owned())) } else { Err(Malformed("name")) }
    }
}

impl SecretHalf {
    /// Both halves of a secret of visible ASCII. A key's prefix is in the first.
    pub(crate) fn both(secret: &str) -> (Self, Self) {
        let middle = secret.len().div_ceil(2);
        let (first, second) = secret.split_at_checked(middle).unwrap_or((secret, ""));
        (Self::made(first.to_owned()), Self::made(second.to_owned()))
    }
}

impl FromStr for PhoneNumber {
    type Err = Malformed;
    /// A plus, a digit that is not zero, and further digits.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let digits = text.strip_prefix('+').ok_or(Malformed("phone_number"))?;
        let is_number = PHONE_DIGITS.contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { Ok(Self::made(text.to_owned())) } else { Err(Malformed("phone_number")) }
    }
}

impl FromStr for OtpCode {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let is_code = CODE_DIGITS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_code { Ok(Self::made(text.to_owned())) } else { Err(Malformed("otp_code")) }
    }
}

impl FromStr for Pin {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let is_pin = PIN_DIGITS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_pin { Ok(Self::made(text.to_owned())) } else { Err(Malformed("pin")) }
    }
}

impl FromStr for InviteText {
    type Err = Malformed;
    /// Twenty characters of Crockford's base32, of either case; hyphens and spaces between them are passed over.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let plain: String = text.chars().filter(|one| !matches!(one, '-' | ' ')).collect();
        let is_invite = plain.len() == INVITE_CHARACTERS
            && plain.bytes().all(|byte| INVITE_ALPHABET.contains(&byte.to_ascii_uppercase()));
        if is_invite { Ok(Self::made(plain.to_ascii_uppercase())) } else { Err(Malformed("invite")) }
    }
}

impl FromStr for DeviceToken {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        visible(text, &KEY_BYTES).map(Self::made).ok_or(Malformed("device token"))
    }
}

impl FromStr for StaffToken {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        visible(text, &KEY_BYTES).map(Self::made).ok_or(Malformed("session token"))
    }
}

impl FromStr for Password {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let is_password = PASSWORD_BYTES.contains(&text.len()) && !text.chars().any(char::is_control);
        if is_password { Ok(Self::made(text.to_owned())) } else { Err(Malformed("password")) }
    }
}

impl FromStr for SessionToken {
    type Err = Malformed;
    /// 32 hex digits in 8-4-4-4-12 shape, of either case.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let is_token = text.len() == 36
            && text.bytes().enumerate().all(|(place, byte)| match place {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
        if is_token { Ok(Self::made(text.to_ascii_lowercase())) } else { Err(Malformed("token_id")) }
    }
}

impl FromStr for AccessKey {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        visible(text, &KEY_BYTES).map(Self::made).ok_or(Malformed("access_key"))
    }
}

impl FromStr for BearerKey {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        visible(text, &KEY_BYTES).map(Self::made).ok_or(Malformed("authorization"))
    }
}

impl FromStr for IdempotencyValue {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        visible(text, &IDEMPOTENCY_BYTES).map(Self::made).ok_or(Malformed("idempotency"))
    }
}

impl FromStr for NoteText {
    type Err = Malformed;
    /// A text with something in it, and no control characters but line ends and tabs.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let is_line = |character: char| !character.is_control() || matches!(character, '\n' | '\r' | '\t');
        let is_note =
            !text.trim().is_empty() && text.len() <= NOTE_TEXT_BYTES_MAX && text.chars().all(is_line);
        if is_note { Ok(Self::made(text.to_owned())) } else { Err(Malformed("text")) }
    }
}

/// The text, when it is visible ASCII of a permitted length.
fn visible(text: &str, bytes: &std::ops::RangeInclusive<usize>) -> Option<String> {
    let is_visible = bytes.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
    is_visible.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_is_e164_and_nothing_else() {
        for good in ["+14155559992", "+4479111", "+999999999999999"] {
            assert!(good.parse::<PhoneNumber>().is_ok(), "{good}");
        }
        for bad in
            ["", "+", "14155559992", "+0415555999", "+141555", "+1415555999212345", "+1415 555", "+١٢٣٤٥٦٧٨"]
        {
            assert!(bad.parse::<PhoneNumber>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_note_is_a_text_of_bounded_length_without_control_characters() {
        let longest = "x".repeat(NOTE_TEXT_BYTES_MAX);
        for (text, is_note) in [
            ("The till was short.\n\tSee page 2.", true),
            (longest.as_str(), true),
            (&format!("{longest}x"), false),
            ("", false),
            (" \n", false),
            ("a\u{0}b", false),
            ("a\u{1b}[31mb", false),
        ] {
            assert_eq!(text.parse::<NoteText>().is_ok(), is_note, "{text:.20}");
        }
    }

    #[test]
    fn two_halves_come_to_the_whole_and_each_lacks_eighty_random_bits() {
        for whole in [format!("sok_{}", "0123456789abcdef".repeat(3)), "a1".repeat(20)] {
            let (first, second) = SecretHalf::both(&whole);
            assert_eq!(format!("{}{}", first.reveal(), second.reveal()), whole);
            assert!(first.reveal().trim_start_matches("sok_").len() >= 20 && second.reveal().len() >= 20);
        }
    }

    #[test]
    fn no_secret_shows_itself_when_debugged() {
        let code: OtpCode = "876680".parse().unwrap();
        assert_eq!(format!("{code:?}"), "OtpCode(redacted)");
    }
}
