//! The deployment's keys in one file, sealed by a passphrase: argon2id (RFC 9106) makes the key, XChaCha20-Poly1305
//! seals, and the file's head (parameters, nonce, key ids) is bound to what is sealed. Five lines of text:
//! `specie-keys 1`, `argon2id m=KiB t=passes p=lanes salt=hex`, `nonce hex`, `ids …`, `sealed hex`.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use specie_commands::Chance;
use zeroize::Zeroizing;

use crate::keys::{self, hex, unhex};
use crate::stopped::{Naming, Stopped};

const FIRST_LINE: &str = "specie-keys 1";
const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 24;
const KEY_BYTES: usize = 32;
const FILE_MODE: u32 = 0o600;
/// What we seal with: RFC 9106's second recommendation, 64 MiB.
const STRENGTH: Strength = Strength { memory_kib: 65_536, passes: 3, lanes: 4 };
/// The most a file may ask of this machine: a bent file must not fill its memory.
const STRENGTH_MAX: Strength = Strength { memory_kib: 1_048_576, passes: 16, lanes: 16 };

/// How hard guessing is made.
#[derive(Clone, Copy)]
struct Strength {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Writes the keys of `data` into the new file `to`, sealed, and gives back their ids.
pub(crate) fn export(
    data: &Path,
    to: &Path,
    passphrase: &str,
    chance: &dyn Chance,
) -> Result<Vec<String>, Stopped> {
    let ids = keys::ids(data)?;
    let lines = keys::lines(data, &ids)?;
    let text = seal(&ids, &lines, passphrase, chance)?;
    let mut file =
        OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(to).about(to.display())?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).about(to.display())?;
    Ok(ids)
}

/// Puts the keys of the file `from` into `data/keys`, and gives back their ids. A key that is there stays.
pub(crate) fn import(from: &Path, data: &Path, passphrase: &str) -> Result<Vec<String>, Stopped> {
    let text = fs::read_to_string(from).about(from.display())?;
    let lines = open(&text, passphrase).about(from.display())?;
    keys::put(data, &lines)
}

/// The ids that a file names; sealed with it, but not proved before it is opened.
pub(crate) fn ids(from: &Path) -> Result<Vec<String>, Stopped> {
    let text = fs::read_to_string(from).about(from.display())?;
    let line = text.lines().find_map(|line| line.strip_prefix("ids "));
    let line = line.ok_or("is no export of keys").about(from.display())?;
    Ok(line.split(' ').map(str::to_owned).collect())
}

fn seal(ids: &[String], lines: &str, passphrase: &str, chance: &dyn Chance) -> Result<String, Stopped> {
    let (mut salt, mut nonce) = ([0; SALT_BYTES], [0; NONCE_BYTES]);
    chance.fill(&mut salt);
    chance.fill(&mut nonce);
    let Strength { memory_kib, passes, lanes } = STRENGTH;
    let head = format!(
        "{FIRST_LINE}\nargon2id m={memory_kib} t={passes} p={lanes} salt={}\nnonce {}\nids {}\n",
        hex(&salt),
        hex(&nonce),
        ids.join(" ")
    );
    let key = stretch(passphrase, &salt, STRENGTH).about("the passphrase")?;
    let payload = Payload { msg: lines.as_bytes(), aad: head.as_bytes() };
    let sealed = cipher(&key).encrypt(&XNonce::from(nonce), payload);
    let sealed = sealed.map_err(|_| "could not be sealed").about("the keys")?;
    Ok(format!("{head}sealed {}\n", hex(&sealed)))
}

fn open(text: &str, passphrase: &str) -> Result<Zeroizing<String>, String> {
    let malformed = || "is no export of keys, or is damaged".to_owned();
    let split = text.find("sealed ").ok_or_else(malformed)?;
    let (head, sealed) = text.split_at_checked(split).ok_or_else(malformed)?;
    let sealed = sealed.trim_end().strip_prefix("sealed ").and_then(unhex).ok_or_else(malformed)?;
    let mut lines = head.lines();
    if lines.next() != Some(FIRST_LINE) {
        return Err(malformed());
    }
    let (strength, salt) = lines.next().and_then(read_strength).ok_or_else(malformed)?;
    let nonce = lines.next().and_then(|line| unhex(line.strip_prefix("nonce ")?)).ok_or_else(malformed)?;
    let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| malformed())?;
    let key = stretch(passphrase, &salt, strength)?;
    let payload = Payload { msg: &sealed, aad: head.as_bytes() };
    let opened = cipher(&key).decrypt(&XNonce::from(nonce), payload).map(Zeroizing::new);
    let opened = opened.map_err(|_| "the passphrase is wrong, or the file is damaged".to_owned())?;
    std::str::from_utf8(&opened).map(|text| Zeroizing::new(text.to_owned())).map_err(|_| malformed())
}

fn read_strength(line: &str) -> Option<(Strength, Vec<u8>)> {
    let mut words = line.strip_prefix("argon2id ")?.split(' ');
    let mut number = |name: &str, most: u32| -> Option<u32> {
        let number: u32 = words.next()?.strip_prefix(name)?.parse().ok()?;
        (1..=most).contains(&number).then_some(number)
    };
    let strength = Strength {
        memory_kib: number("m=", STRENGTH_MAX.memory_kib)?,
        passes: number("t=", STRENGTH_MAX.passes)?,
        lanes: number("p=", STRENGTH_MAX.lanes)?,
    };
    let salt = unhex(words.next()?.strip_prefix("salt=")?)?;
    (salt.len() >= SALT_BYTES).then_some((strength, salt))
}

fn stretch(passphrase: &str, salt: &[u8], strength: Strength) -> Result<Zeroizing<[u8; KEY_BYTES]>, String> {
    let Strength { memory_kib, passes, lanes } = strength;
    let params = Params::new(memory_kib, passes, lanes, Some(KEY_BYTES)).map_err(|why| why.to_string())?;
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into(passphrase.as_bytes(), salt, &mut *key).map_err(|why| why.to_string())?;
    Ok(key)
}

fn cipher(key: &[u8; KEY_BYTES]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemChance;

    const PASSPHRASE: &str = "correct horse battery";

    #[test]
    fn keys_come_back_under_their_passphrase_and_under_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let (data, file, other) =
            (folder.path().join("data"), folder.path().join("keys.sealed"), folder.path().join("other"));
        let made = keys::open(&data, &SystemChance).unwrap();
        let ids = export(&data, &file, PASSPHRASE, &SystemChance).unwrap();
        assert_eq!(super::ids(&file).unwrap(), ids);
        assert!(export(&data, &file, PASSPHRASE, &SystemChance).is_err(), "no file is written over");
        let text = fs::read_to_string(&file).unwrap();
        let line = keys::lines(&data, &ids).unwrap();
        assert!(!text.contains(line.split_whitespace().nth(3).unwrap()), "no key in the clear");
        let why = import(&file, &other, "correct horse batterz").unwrap_err().why;
        assert!(why.contains("passphrase is wrong"), "{why}");
        assert!(!other.exists());
        assert_eq!(import(&file, &other, PASSPHRASE).unwrap(), ids);
        keys::name_ids(&other, &ids).unwrap();
        let again = keys::open(&other, &SystemChance).unwrap();
        assert_eq!((made.mac, made.seal), (again.mac, again.seal));
    }

    #[test]
    fn a_bent_head_or_body_is_refused() {
        let ids = ["mac-0011223344556677".to_owned()];
        let sealed = seal(&ids, "x", PASSPHRASE, &SystemChance).unwrap();
        assert_eq!(*open(&sealed, PASSPHRASE).unwrap(), "x");
        for (from, to) in
            [("t=3", "t=4"), ("ids mac-00", "ids mac-01"), ("keys 1", "keys 2"), ("m=65536", "m=9999999")]
        {
            assert!(open(&sealed.replace(from, to), PASSPHRASE).is_err(), "{from}");
        }
        assert!(open(&sealed[..sealed.len() - 3], PASSPHRASE).is_err());
    }
}
