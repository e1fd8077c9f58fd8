//! The deployment's own keys, and all that is done with them: keyed hashes of secrets, sealing of personal
//! data. HMAC-SHA-256 (RFC 2104) cut to 128 bits; XChaCha20-Poly1305 with the purpose and the owner as
//! associated data. A sealed text is: version byte, 24 bytes of nonce, ciphertext with its tag.

use std::fmt;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use specie_domain::KeyedHash;
use specie_domain::ids::{CashierId, OperationId, WalletId};
use zeroize::Zeroizing;

use crate::clock::Chance;
use crate::secrets::{
    AccessKey, BearerKey, DeviceToken, IdempotencyValue, InviteText, OtpCode, PhoneNumber, Pin, SecretHalf,
    SecretKey, SessionToken, StaffToken,
};
use crate::totp::DeviceSeed;

const SEAL_VERSION: u8 = 1;
const NONCE_BYTES: usize = 24;

/// A sealed text that this key, purpose and owner do not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sealed text does not open: wrong key, purpose, owner or damaged")]
pub struct NotOpened;

/// The two keys kept in `DIR/keys/`.
pub struct VaultKeys {
    /// For keyed hashes; one block of SHA-256.
    pub mac: Zeroizing<[u8; 64]>,
    /// For sealing.
    pub seal: Zeroizing<[u8; 32]>,
}

/// The deployment's own keys in use.
#[derive(Clone)]
pub struct Vault {
    mac: Hmac<Sha256>,
    seal: XChaCha20Poly1305,
    chance: Arc<dyn Chance>,
}

/// A wallet's personal key; what is sealed under it can be forgotten by erasing it.
pub struct WalletKey {
    wallet_id: WalletId,
    seal: XChaCha20Poly1305,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(redacted)")
    }
}

impl fmt::Debug for WalletKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WalletKey(redacted)")
    }
}

impl Vault {
    /// A vault over `keys`, with nonces and new secrets from `chance`.
    #[must_use]
    pub fn new(keys: &VaultKeys, chance: Arc<dyn Chance>) -> Self {
        let mac = <Hmac<Sha256> as hmac::KeyInit>::new((&*keys.mac).into());
        Self { mac, seal: XChaCha20Poly1305::new((&*keys.seal).into()), chance }
    }

    /// Keyed hash of `parts` for `purpose`; each part is preceded by its length.
    fn hash(&self, purpose: &str, parts: &[&[u8]]) -> KeyedHash {
        let mut mac = self.mac.clone();
        for part in std::iter::once(&purpose.as_bytes()).chain(parts) {
            mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            mac.update(part);
        }
        let full: [u8; 32] = mac.finalize().into_bytes().into();
        let mut first = [0; 16];
        first.iter_mut().zip(full).for_each(|(to, from)| *to = from);
        KeyedHash::new(first)
    }

    /// Hash of a phone number, for look-up.
    #[must_use]
    pub fn phone(&self, phone: &PhoneNumber) -> KeyedHash {
        self.hash("phone", &[phone.reveal().as_bytes()])
    }

    /// MAC of a code for the phone it belongs to.
    #[must_use]
    pub fn code(&self, phone: KeyedHash, code: &OtpCode) -> KeyedHash {
        self.hash("code", &[phone.as_bytes(), code.reveal().as_bytes()])
    }

    /// Hash of a cashier's PIN, bound to the cashier.
    #[must_use]
    pub(crate) fn pin(&self, cashier_id: CashierId, pin: &Pin) -> KeyedHash {
        self.hash("pin", &[&cashier_id.as_u128().to_be_bytes(), pin.reveal().as_bytes()])
    }

    /// Hash of a session's token.
    #[must_use]
    pub fn token(&self, token: &SessionToken) -> KeyedHash {
        self.hash("token", &[token.reveal().as_bytes()])
    }

    /// Hash of an access key, for look-up.
    #[must_use]
    pub fn access_key(&self, key: &AccessKey) -> KeyedHash {
        self.hash("access key", &[key.reveal().as_bytes()])
    }

    /// Hash of an operator's key, for look-up.
    #[must_use]
    pub fn bearer_key(&self, key: &BearerKey) -> KeyedHash {
        self.hash("operator key", &[key.reveal().as_bytes()])
    }

    /// Hash of an invite, for look-up.
    pub(crate) fn invite(&self, invite: &InviteText) -> KeyedHash {
        self.hash("invite", &[invite.reveal().as_bytes()])
    }

    /// 128 bits as 32 hexadecimal digits that only this deployment can say, and only to who knows both texts.
    pub(crate) fn repeated_secret(&self, invite: &InviteText, value: &IdempotencyValue) -> String {
        let parts = [invite.reveal().as_bytes(), value.reveal().as_bytes()];
        let hash = self.hash("device token", &parts);
        hash.as_bytes().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }

    /// Hash of a device's token, for look-up.
    pub(crate) fn device(&self, token: &DeviceToken) -> KeyedHash {
        self.hash("device", &[token.reveal().as_bytes()])
    }

    /// Hash of the token of a person's session, for look-up.
    pub(crate) fn staff_session(&self, token: &StaffToken) -> KeyedHash {
        self.hash("staff session", &[token.reveal().as_bytes()])
    }

    /// Hash of a person's name, for look-up; names that differ only in case or outer spaces are one.
    pub(crate) fn staff_name(&self, name: &str) -> KeyedHash {
        self.hash("staff name", &[name.trim().to_lowercase().as_bytes()])
    }

    /// Hash of what argon2id made of a person's password.
    pub(crate) fn stretched(&self, name: KeyedHash, stretched: &[u8]) -> KeyedHash {
        self.hash("password", &[name.as_bytes(), stretched])
    }

    /// What a page must send beside the cookie of `session`: another site has the cookie sent, and cannot know this.
    pub(crate) fn csrf(&self, session: KeyedHash) -> KeyedHash {
        self.hash("csrf", &[session.as_bytes()])
    }

    /// A number that belongs to an operation and that nobody without the deployment's keys could say.
    pub(crate) fn check_number(&self, operation_id: OperationId) -> KeyedHash {
        self.hash("check word", &[&operation_id.as_u128().to_be_bytes()])
    }

    /// A person's authenticator seed, sealed for her name.
    pub(crate) fn seal_staff_seed(&self, name: KeyedHash, seed: &DeviceSeed) -> Vec<u8> {
        seal(&self.seal, &*self.chance, &[b"staff seed", name.as_bytes()], seed.reveal())
    }

    /// The seed behind [`Self::seal_staff_seed`].
    pub(crate) fn open_staff_seed(&self, name: KeyedHash, sealed: &[u8]) -> Result<DeviceSeed, NotOpened> {
        let clear = open(&self.seal, &[b"staff seed", name.as_bytes()], sealed).map(Zeroizing::new)?;
        DeviceSeed::from_bytes(&clear).ok_or(NotOpened)
    }

    /// The second half of a secret with this hash, sealed for whoever approves it.
    pub(crate) fn seal_half(&self, whole: KeyedHash, half: &SecretHalf) -> Vec<u8> {
        seal(&self.seal, &*self.chance, &[b"second half", whole.as_bytes()], half.reveal().as_bytes())
    }

    /// The half behind [`Self::seal_half`].
    pub(crate) fn open_half(&self, whole: KeyedHash, sealed: &[u8]) -> Result<SecretHalf, NotOpened> {
        let clear = open(&self.seal, &[b"second half", whole.as_bytes()], sealed)?;
        String::from_utf8(clear).map(SecretHalf::made).map_err(|_| NotOpened)
    }

    /// Hash of a salt that a key's request carried.
    #[must_use]
    pub fn salt(&self, key: KeyedHash, salt: &str) -> KeyedHash {
        self.hash("salt", &[key.as_bytes(), salt.as_bytes()])
    }

    /// Hash of a signature that a key's request carried.
    #[must_use]
    pub fn signature(&self, key: KeyedHash, signature: &str) -> KeyedHash {
        self.hash("signature", &[key.as_bytes(), signature.as_bytes()])
    }

    /// Hash of an idempotency value in its scope.
    #[must_use]
    pub fn idempotency(&self, credential: KeyedHash, verb: &str, value: &IdempotencyValue) -> KeyedHash {
        self.hash("idempotency", &[credential.as_bytes(), verb.as_bytes(), value.reveal().as_bytes()])
    }

    /// Hash of a request's parsed values, in their canonical bytes.
    #[must_use]
    pub fn fingerprint(&self, request: &impl borsh::BorshSerialize) -> KeyedHash {
        let bytes = borsh::to_vec(request);
        assert!(bytes.is_ok(), "writing a request to memory cannot fail");
        self.hash("fingerprint", &[&bytes.unwrap_or_default()])
    }

    /// The secret key of a POS owner, sealed for the key it belongs to.
    #[must_use]
    pub fn seal_secret(&self, key: KeyedHash, secret: &SecretKey) -> Vec<u8> {
        seal(&self.seal, &*self.chance, &[b"secret key", key.as_bytes()], secret.reveal().as_bytes())
    }

    /// The secret key behind [`Self::seal_secret`].
    ///
    /// # Errors
    /// [`NotOpened`] when it was sealed otherwise or for another key.
    pub fn open_secret(&self, key: KeyedHash, sealed: &[u8]) -> Result<SecretKey, NotOpened> {
        let clear = open(&self.seal, &[b"secret key", key.as_bytes()], sealed)?;
        String::from_utf8(clear).map(SecretKey::made).map_err(|_| NotOpened)
    }

    /// A new personal key for a wallet: the key, and its wrapped form for the store.
    #[must_use]
    pub fn new_wallet_key(&self, wallet_id: WalletId) -> (WalletKey, Vec<u8>) {
        let mut clear = Zeroizing::new([0_u8; 32]);
        self.chance.fill(&mut *clear);
        let wrapped =
            seal(&self.seal, &*self.chance, &wallet_key_purpose(&wallet_id_bytes(wallet_id)), &*clear);
        (WalletKey { wallet_id, seal: XChaCha20Poly1305::new((&*clear).into()) }, wrapped)
    }

    /// The personal key behind its wrapped form.
    ///
    /// # Errors
    /// [`NotOpened`] when it was wrapped otherwise or for another wallet.
    pub fn wallet_key(&self, wallet_id: WalletId, wrapped: &[u8]) -> Result<WalletKey, NotOpened> {
        let clear = open(&self.seal, &wallet_key_purpose(&wallet_id_bytes(wallet_id)), wrapped)
            .map(Zeroizing::new)?;
        let seal = XChaCha20Poly1305::new_from_slice(&clear).map_err(|_| NotOpened)?;
        Ok(WalletKey { wallet_id, seal })
    }

    /// Random bytes from the handed-in source.
    pub(crate) fn fill(&self, bytes: &mut [u8]) {
        self.chance.fill(bytes);
    }

    /// A new seed for an offline device.
    pub(crate) fn new_seed(&self) -> DeviceSeed {
        DeviceSeed::drawn(&*self.chance)
    }

    /// Seals personal data under a wallet's own key.
    #[must_use]
    pub fn seal_personal(&self, key: &WalletKey, purpose: &str, clear: &[u8]) -> Vec<u8> {
        let owner = wallet_id_bytes(key.wallet_id);
        seal(&key.seal, &*self.chance, &[purpose.as_bytes(), &owner], clear)
    }
}

impl WalletKey {
    /// Opens what [`Vault::seal_personal`] sealed.
    ///
    /// # Errors
    /// [`NotOpened`] when it was sealed for another purpose or wallet.
    pub fn open_personal(&self, purpose: &str, sealed: &[u8]) -> Result<Vec<u8>, NotOpened> {
        open(&self.seal, &[purpose.as_bytes(), &wallet_id_bytes(self.wallet_id)], sealed)
    }
}

const fn wallet_id_bytes(wallet_id: WalletId) -> [u8; 16] {
    wallet_id.as_u128().to_be_bytes()
}

const fn wallet_key_purpose(owner: &[u8; 16]) -> [&[u8]; 2] {
    [b"wallet key", owner]
}

/// Version, then each part of the purpose behind its length.
fn associated_data(parts: &[&[u8]]) -> Vec<u8> {
    let mut data = vec![SEAL_VERSION];
    for part in parts {
        data.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        data.extend_from_slice(part);
    }
    data
}

fn seal(cipher: &XChaCha20Poly1305, chance: &dyn Chance, purpose: &[&[u8]], clear: &[u8]) -> Vec<u8> {
    let mut nonce = [0_u8; NONCE_BYTES];
    chance.fill(&mut nonce);
    let aad = associated_data(purpose);
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: clear, aad: &aad });
    assert!(sealed.is_ok(), "sealing fails only for texts of many gigabytes");
    [&[SEAL_VERSION], nonce.as_slice(), &sealed.unwrap_or_default()].concat()
}

fn open(cipher: &XChaCha20Poly1305, purpose: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, NotOpened> {
    let (version, rest) = sealed.split_first().ok_or(NotOpened)?;
    let (nonce, body) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(NotOpened)?;
    if *version != SEAL_VERSION {
        return Err(NotOpened);
    }
    let aad = associated_data(purpose);
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: &aad }).map_err(|_| NotOpened)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Counting(std::sync::atomic::AtomicU8);
    impl Chance for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            for byte in bytes {
                *byte = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            }
        }
    }

    fn vault(mac: u8, seal: u8) -> Vault {
        let keys = VaultKeys { mac: Zeroizing::new([mac; 64]), seal: Zeroizing::new([seal; 32]) };
        Vault::new(&keys, Arc::new(Counting(std::sync::atomic::AtomicU8::new(0))))
    }

    #[test]
    fn what_is_sealed_opens_only_for_its_owner_purpose_and_key() {
        let vault = vault(1, 2);
        let (mine, other) = (WalletId::from_u128(1), WalletId::from_u128(2));
        let (key, wrapped) = vault.new_wallet_key(mine);
        let sealed = vault.seal_personal(&key, "phone", b"+14155559992");
        let again = vault.wallet_key(mine, &wrapped).unwrap();
        assert_eq!(again.open_personal("phone", &sealed).unwrap(), b"+14155559992");
        assert!(again.open_personal("metadata", &sealed).is_err());
        assert!(vault.wallet_key(other, &wrapped).is_err());
        let mut damaged = sealed;
        *damaged.last_mut().unwrap() ^= 1;
        assert!(again.open_personal("phone", &damaged).is_err());
        assert!(again.open_personal("phone", &[]).is_err());
    }

    #[test]
    fn a_hash_depends_on_the_key_the_purpose_and_where_the_parts_end() {
        let code: OtpCode = "123456".parse().unwrap();
        let phone: PhoneNumber = "+14155559992".parse().unwrap();
        let hash = vault(1, 2).phone(&phone);
        assert_ne!(hash, vault(3, 2).phone(&phone));
        assert_ne!(vault(1, 2).code(hash, &code), hash);
        let vault = vault(1, 2);
        assert_ne!(vault.hash("x", &[b"ab", b"c"]), vault.hash("x", &[b"a", b"bc"]));
    }
}
