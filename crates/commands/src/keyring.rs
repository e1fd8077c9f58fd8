//! Access keys seen lately, so that the profile, networks and view of a key need no read per request.
//! Only a convenience of the door: whether a key still holds is judged again inside the commit.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use specie_domain::rows::PosKey;
use specie_domain::{KeyedHash, Time};

/// How long a key is believed without asking again, milliseconds.
const BELIEVED_MS: i64 = 500;
/// Keys remembered; past it all are forgotten and asked again.
const KEYS_MAX: usize = 65_536;

/// Access keys seen lately.
#[derive(Debug, Default)]
pub(crate) struct Keyring {
    keys: Mutex<HashMap<KeyedHash, (Arc<PosKey>, Time)>>,
}

impl Keyring {
    /// The key, if it was read not long before `now`.
    pub(crate) fn get(&self, hash: KeyedHash, now: Time) -> Option<Arc<PosKey>> {
        let keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, read_at) = keys.get(&hash)?;
        (0..BELIEVED_MS).contains(&now.ms_since(*read_at)).then(|| Arc::clone(key))
    }

    /// Remembers `key` as read at `now`.
    pub(crate) fn put(&self, key: Arc<PosKey>, now: Time) {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.len() >= KEYS_MAX {
            keys.clear();
        }
        keys.insert(key.hash, (key, now));
    }

    /// Forgets all keys; after one was revoked.
    pub(crate) fn forget(&self) {
        self.keys.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
