//! People of the operator who sign in with a password and a code of their authenticator app, and their sessions. A
//! person counts as an operator key with that person's name and role ([`OperatorKey`](super::OperatorKey)), so all
//! that is judged by key, role and person is judged of her alike. Passwords lie here as keyed hashes of what argon2id
//! makes of them; the seed of the authenticator only sealed.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// A session without a request for this long is over, unless the configuration says otherwise, seconds (security.md
/// "People").
pub const STAFF_IDLE_S: i64 = 15 * 60;
/// A session is over this long after the sign-in, unless the configuration says otherwise, seconds.
pub const STAFF_SESSION_S: i64 = 12 * 60 * 60;
/// How long a person's session lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StaffTimes {
    /// Without a request for this long it is over, seconds.
    pub idle_s: i64,
    /// It is over this long after the sign-in, seconds.
    pub session_s: i64,
}

impl Default for StaffTimes {
    fn default() -> Self {
        Self { idle_s: STAFF_IDLE_S, session_s: STAFF_SESSION_S }
    }
}

/// Wrong tries in a row that lock a name.
pub const STAFF_WRONG_MAX: u8 = 5;
/// How long it is locked, seconds.
pub const STAFF_LOCK_S: i64 = 15 * 60;

/// What a person will sign in with.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Credentials {
    /// What the password is salted with.
    pub salt: [u8; 16],
    /// Keyed hash of what argon2id makes of password and salt.
    pub password: KeyedHash,
    /// The seed of the authenticator app, sealed.
    pub sealed_seed: Vec<u8>,
}

/// How a person signs in.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SignIn {
    /// The name's keyed hash, which is also that of the operator key she counts as.
    pub name: KeyedHash,
    /// What her password is salted with.
    pub salt: [u8; 16],
    /// Keyed hash of what argon2id makes of password and salt.
    pub password: KeyedHash,
    /// The seed of her authenticator app, sealed.
    pub sealed_seed: Vec<u8>,
    /// The newest half-minute whose code signed in; no older one does any more.
    pub last_counter: u64,
    /// Wrong tries since the last right one.
    pub wrong: u8,
    /// Until when no try is looked at.
    pub locked_until: Option<Time>,
    /// When password or seed were set: sessions opened before are over.
    pub set_at: Time,
    /// She still has the password that was made for her.
    pub is_first: bool,
}

/// The one row that counts refused sign-ins. Each of them writes it, whatever was wrong: that one takes as long as any
/// other.
#[derive(Debug, Clone, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub struct StaffTries {
    /// How many were refused.
    pub refused: u64,
}

/// A person's session.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct StaffSession {
    /// Its token's keyed hash.
    pub hash: KeyedHash,
    /// Whose.
    pub name: KeyedHash,
    /// When she signed in.
    pub opened_at: Time,
    /// Her last request, as far as it was kept.
    pub seen_at: Time,
    /// When she signed out, if she did.
    pub ended_at: Option<Time>,
}

impl StaffSession {
    /// Whether it lives: neither ended nor idle nor too old.
    #[must_use]
    pub fn lives(&self, now: Time, times: StaffTimes) -> bool {
        self.ended_at.is_none()
            && now < self.seen_at.plus_s(times.idle_s)
            && now < self.opened_at.plus_s(times.session_s)
    }
}
