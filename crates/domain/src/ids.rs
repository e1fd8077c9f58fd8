//! Names of things: UUIDv7 (RFC 9562, section 5.7) whose last ten bits are the wallet's bucket, so
//! that a later split into cells can route by the id alone, and the opaque texts that an import may
//! bring instead. Knows nothing of clocks or chance: both come in with the command.

use std::fmt;
use std::str::FromStr;

use borsh::{BorshDeserialize, BorshSerialize};

use crate::time::Time;

/// Number of buckets that wallets are spread over; a power of two, for ever.
pub const BUCKETS: u16 = 1024;
const BUCKET_MASK: u128 = 0x3ff;
const BUCKET_BITS: u32 = 10;

/// Longest opaque id, in bytes, that an import may bring.
pub const OPAQUE_BYTES_MAX: usize = 64;

/// A text that is not an id of the shape asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

/// Sixty-four random bits handed in with a command, from which its ids are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Fresh(pub u64);

impl Fresh {
    /// The bucket a new wallet falls into.
    #[must_use]
    pub fn bucket(self) -> Bucket {
        Bucket(u16::try_from(u128::from(self.0) & BUCKET_MASK).unwrap_or(0))
    }

    /// Other random bits for the `n`-th further id made by the same command (a bijection per `n`,
    /// so two ids of one command differ whenever their positions do).
    #[must_use]
    pub const fn nth(self, n: u64) -> Self {
        Self(self.0.wrapping_add(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }
}

/// One of [`BUCKETS`] shares of all wallets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket(u16);

/// The 128 bits of a UUIDv7 with `bucket` in its last ten bits: 48 bits of Unix milliseconds, 64
/// random bits, the version and the variant.
fn uuid_v7(at: Time, fresh: Fresh, bucket: Bucket) -> u128 {
    let ms = u128::from(at.unix_ms().unsigned_abs()) & 0xffff_ffff_ffff;
    let random = u128::from(fresh.0);
    let rand_a = random >> 52;
    let rand_b = random & 0xf_ffff_ffff_ffff;
    (ms << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | (rand_b << BUCKET_BITS) | u128::from(bucket.0)
}

/// Bytes of 32 hex digits in 8-4-4-4-12 shape.
const HYPHENATED_BYTES: usize = 36;

const fn is_hyphen(place: usize) -> bool {
    matches!(place, 8 | 13 | 18 | 23)
}

/// Reads 32 hex digits in 8-4-4-4-12 shape, of either case.
fn parse_hyphenated(text: &str) -> Result<u128, NotAnId> {
    let bytes = text.as_bytes();
    if bytes.len() != HYPHENATED_BYTES {
        return Err(NotAnId);
    }
    let mut value: u128 = 0;
    for (place, byte) in bytes.iter().enumerate() {
        if is_hyphen(place) {
            if *byte != b'-' {
                return Err(NotAnId);
            }
            continue;
        }
        let digit = char::from(*byte).to_digit(16).ok_or(NotAnId)?;
        value = (value << 4) | u128::from(digit);
    }
    Ok(value)
}

fn print_hyphenated(value: u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (mut text, mut rest) = ([b'-'; HYPHENATED_BYTES], value);
    for (place, byte) in text.iter_mut().enumerate().rev() {
        if !is_hyphen(place) {
            let digit = u32::try_from(rest & 0xf).ok().and_then(|digit| char::from_digit(digit, 16));
            *byte = digit.and_then(|digit| u8::try_from(digit).ok()).unwrap_or_default();
            rest >>= 4;
        }
    }
    f.write_str(str::from_utf8(&text).unwrap_or_default())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $Name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
        pub struct $Name(u128);

        impl $Name {
            /// Made at `at` from fresh random bits, in `bucket`.
            #[must_use]
            pub fn new(at: Time, fresh: Fresh, bucket: Bucket) -> Self {
                Self(uuid_v7(at, fresh, bucket))
            }

            /// The bucket of the wallet this id belongs to.
            #[must_use]
            pub fn bucket(self) -> Bucket {
                Bucket(u16::try_from(self.0 & BUCKET_MASK).unwrap_or(0))
            }

            /// The id as a number, for engines.
            #[must_use]
            pub const fn as_u128(self) -> u128 {
                self.0
            }

            /// The id from the number an engine kept.
            #[must_use]
            pub const fn from_u128(value: u128) -> Self {
                Self(value)
            }
        }

        impl FromStr for $Name {
            type Err = NotAnId;
            /// Reads the 8-4-4-4-12 shape of a UUIDv7; of any other text says [`NotAnId`].
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let value = parse_hyphenated(text)?;
                if (value >> 76) & 0xf == 7 && (value >> 62) & 0b11 == 0b10 { Ok(Self(value)) } else { Err(NotAnId) }
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                print_hyphenated(self.0, f)
            }
        }

        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($Name), "({})"), self)
            }
        }
    )*};
}

ids! {
    /// A customer's wallet.
    WalletId;
    /// One currency of a wallet.
    AccountId;
    /// A business that runs POS.
    OwnerId;
    /// A place where cash is handed out.
    PosId;
    /// A POS owner's access key, without its secret.
    KeyId;
    /// An operator's key, without its secret.
    OperatorKeyId;
    /// An armed one-time code.
    CodeId;
    /// A session and the operation in it: from login to logout.
    OperationId;
    /// A withdrawal; on the wire its `transaction_id`.
    WithdrawalId;
    /// A deposit; on the wire its `transaction_id`.
    DepositId;
    /// A reversal; on the wire its `transaction_id`.
    ReversalId;
    /// A top-up or a prefunding.
    FundingId;
    /// What one person proposed and another must approve.
    ProposalId;
    /// One version of a tariff.
    TariffId;
    /// A drawer.
    TillId;
    /// A drawer in one cashier's hands: from its opening count to its closing count.
    TillSessionId;
    /// A person who answers for drawers.
    CashierId;
    /// A settlement batch.
    BatchId;
    /// A file held against the ledger.
    ReconciliationId;
    /// A phone or browser on which a wallet's customer is signed in.
    DeviceId;
}

/// An id that an import brought, in the form it is compared in: lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct OpaqueId(String);

impl OpaqueId {
    /// The text in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for OpaqueId {
    type Err = NotAnId;
    /// One to [`OPAQUE_BYTES_MAX`] visible ASCII characters.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let fits = (1..=OPAQUE_BYTES_MAX).contains(&text.len());
        if fits && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(NotAnId)
        }
    }
}

/// How a request names a thing: by our id, or by the opaque text of an import.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Reference<I> {
    /// One of our own ids.
    Id(I),
    /// An imported text, looked up in the directory.
    Opaque(OpaqueId),
}

impl<I: FromStr> FromStr for Reference<I> {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        text.parse().map(Self::Id).or_else(|_| text.parse().map(Self::Opaque))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_carries_its_time_its_version_and_its_bucket() {
        let id = WalletId::new(Time::from_unix_ms(1_700_000_000_123), Fresh(u64::MAX), Bucket(5));
        let text = id.to_string();
        assert_eq!(&text[14..15], "7", "{text}");
        assert_eq!(id.bucket(), Bucket(5));
        assert_eq!(text.parse::<WalletId>(), Ok(id));
        assert_eq!(text.to_uppercase().parse::<WalletId>(), Ok(id));
        assert_eq!(id.as_u128() >> 80, 1_700_000_000_123);
    }

    #[test]
    fn a_text_of_another_shape_is_an_opaque_reference() {
        for text in ["z128ffb-11a5-11l9-93p5-1231a8maf28", "64e4a964-53b5-11e9-8495-02f0df928b", "A"] {
            let reference: Reference<PosId> = text.parse().unwrap();
            assert_eq!(reference, Reference::Opaque(text.to_lowercase().parse().unwrap()));
        }
        for text in ["", "a b", "é", &"x".repeat(65)] {
            assert_eq!(text.parse::<Reference<PosId>>(), Err(NotAnId), "{text:?}");
        }
    }

    #[test]
    fn ids_made_from_one_command_differ() {
        let fresh = Fresh(7);
        assert_ne!(fresh.nth(1), fresh.nth(2));
        assert_eq!(fresh.nth(0), fresh);
    }
}
