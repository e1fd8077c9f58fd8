//! What stands for secrets here: a keyed hash is its kind and a number. Nothing is hidden, since nothing is
//! secret in a simulation.

use std::hash::{Hash, Hasher};

use specie_domain::command::Proof;
use specie_domain::{Idempotency, KeyedHash};

use crate::map::Quick;

const fn named(kind: u8, high: u32, low: u64) -> KeyedHash {
    let mut bytes = [0; 16];
    bytes[0] = kind;
    let (high, low) = (high.to_be_bytes(), low.to_be_bytes());
    let mut place = 0;
    while place < 4 {
        bytes[4 + place] = high[place];
        place += 1;
    }
    place = 0;
    while place < 8 {
        bytes[8 + place] = low[place];
        place += 1;
    }
    KeyedHash::new(bytes)
}

/// Of the access key with this number.
pub(crate) const fn key(number: usize) -> KeyedHash {
    named(1, 0, number as u64)
}

/// Of the phone of the customer with this number; past the last customer, of a phone nobody has.
pub(crate) const fn phone(number: usize) -> KeyedHash {
    named(2, 0, number as u64)
}

/// Of six digits for a phone.
pub(crate) const fn code(phone: usize, digits: u32) -> KeyedHash {
    named(3, digits, phone as u64)
}

/// Of a session's token.
pub(crate) const fn token(number: u64) -> KeyedHash {
    named(4, 0, number)
}

/// Of the operator key with this number.
pub(crate) const fn staff(number: u64) -> KeyedHash {
    named(9, 0, number)
}

/// Of a cashier's PIN.
pub(crate) const fn pin(cashier: usize, pin: u32) -> KeyedHash {
    named(10, pin, cashier as u64)
}

/// Of an invite for a device.
pub(crate) const fn invite(number: u64) -> KeyedHash {
    named(11, 0, number)
}

/// Of a device's token.
pub(crate) const fn device(number: u64) -> KeyedHash {
    named(12, 0, number)
}

/// Of the name of a person who signs in.
pub(crate) const fn person(number: u64) -> KeyedHash {
    named(13, 0, number)
}

/// Of a person's password.
pub(crate) fn password(person: u64, password: u64) -> KeyedHash {
    named(14, 0, digest((person, password)))
}

/// Of the token of a person's session.
pub(crate) const fn seat(number: u64) -> KeyedHash {
    named(15, 0, number)
}

/// What a signed request proves with, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signed {
    /// Key and salt.
    pub(crate) salt: u64,
    /// Key and signature.
    pub(crate) signature: u64,
    /// The request's own time, Unix seconds.
    pub(crate) timestamp_s: i64,
}

impl Signed {
    pub(crate) const fn hashed(self) -> Proof {
        let (salt, signature) = (named(7, 0, self.salt), named(8, 0, self.signature));
        Proof { salt, signature, timestamp_s: self.timestamp_s }
    }
}

/// An idempotency value in its scope, with its request, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Value {
    /// Credential, verb and value.
    pub(crate) name: u64,
    /// The request's values.
    pub(crate) fingerprint: u64,
}

impl Value {
    pub(crate) const fn hashed(self) -> Idempotency {
        Idempotency { name: named(5, 0, self.name), fingerprint: named(6, 0, self.fingerprint) }
    }
}

/// One number of many values.
pub(crate) fn digest(values: impl Hash) -> u64 {
    let mut hasher = Quick::default();
    values.hash(&mut hasher);
    crate::chance::mixed(hasher.finish())
}
