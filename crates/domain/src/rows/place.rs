//! POS owners, their POS and their access keys.

use std::net::IpAddr;

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::{Currency, Money};

use crate::ids::{KeyId, OwnerId, PosId, TillSessionId};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// A business that runs POS.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PosOwner {
    /// Its id.
    pub owner_id: OwnerId,
    /// Its trading name.
    pub name: String,
    /// When it was registered.
    pub created_at: Time,
    /// How many POS it has.
    pub places: u32,
}

/// What becomes of cash of which nobody said anything (cash-lifecycle.md section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, BorshSerialize, BorshDeserialize)]
pub enum OnExpiry {
    /// A case, and the money stays held.
    #[default]
    Case,
    /// For POS that never log out: so many seconds after the session's end the cash is taken to have left.
    AssumeDispensedAfter(u32),
}

/// A place where cash is handed out.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Pos {
    /// Its id.
    pub pos_id: PosId,
    /// The id an import brought, as it was written.
    pub shown_id: Option<String>,
    /// Whose it is.
    pub owner_id: OwnerId,
    /// What people call it.
    pub name: String,
    /// The currencies it serves.
    pub currencies: Vec<Currency>,
    /// How far its position may go below zero, per currency; none named is zero.
    pub credit_lines: Vec<Money>,
    /// Disabled: new requests are refused, facts are not.
    pub disabled: bool,
    /// Its keys that were not revoked.
    pub keys: Vec<KeyId>,
    /// When it was registered.
    pub created_at: Time,
    /// What becomes of cash of which nobody said anything.
    pub on_expiry: OnExpiry,
    /// Its cash is in tills: no cash moves without an open one.
    pub runs_tills: bool,
    /// Below which positions somebody wants to be told, per currency.
    pub low_floats: Vec<Money>,
    /// Its keys that were revoked, the newest of them last; of more than a few the oldest are left out.
    pub revoked_keys: Vec<KeyId>,
}

/// How a key's requests are authenticated (pos-api.md section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Profile {
    /// The access key alone.
    Plain,
    /// Salt, timestamp and signature beside the access key.
    Signed,
}

/// What a login tells of the balances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum BalanceView {
    /// The balances.
    Full,
    /// The sum (or greatest sum) the code was armed for, in its currency; zero elsewhere.
    Approved,
    /// Zero.
    Zero,
}

/// A network in CIDR notation (RFC 4632).
#[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Network {
    /// Its first address.
    pub address: IpAddr,
    /// The length of its prefix, bits.
    pub prefix_bits: u8,
}

/// A POS owner's access key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct PosKey {
    /// The access key's keyed hash.
    pub hash: KeyedHash,
    /// Its public name.
    pub key_id: KeyId,
    /// Whose it is.
    pub owner_id: OwnerId,
    /// The POS it is limited to; none named: all of the owner's.
    pub pos: Vec<PosId>,
    /// How its requests are authenticated.
    pub profile: Profile,
    /// How long its salts are, bytes, if that is pinned.
    pub salt_bytes: Option<u8>,
    /// The networks it may be used from; none named: any.
    pub networks: Vec<Network>,
    /// What its logins tell of the balances.
    pub balance_view: BalanceView,
    /// The currencies whose accounts it is shown; none named: all.
    pub currencies: Vec<Currency>,
    /// The secret key, sealed by the vault.
    pub sealed_secret: Vec<u8>,
    /// When it was made.
    pub created_at: Time,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Time>,
    /// The till it serves, while one is open.
    pub till_session_id: Option<TillSessionId>,
}

/// From a key's public name to the key.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct KeyName {
    /// The public name.
    pub key_id: KeyId,
    /// The key.
    pub hash: KeyedHash,
}
