//! `DIR/keys/`: the deployment's own keys, made at the first start. `DIR/key-ids` beside it names those that
//! the data need, so that a data folder restored without its keys is refused by name instead of half read.
//! A key file holds one line: `specie-key 1 <kind> <id> <hex>`. Files are readable by their owner alone.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use specie_commands::{Chance, VaultKeys};
use zeroize::Zeroizing;

use crate::stopped::{Naming, Stopped};

const FOLDER: &str = "keys";
/// What a file is called while it is written.
const DRAFT: &str = "draft";
const IDS_FILE: &str = "key-ids";
const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;
const ID_BYTES: usize = 8;
const MAC: &str = "mac";
const SEAL: &str = "seal";

/// The keys of the data folder; made there if it is empty or not there.
pub(crate) fn open(data: &Path, chance: &dyn Chance) -> Result<VaultKeys, Stopped> {
    let ids_file = data.join(IDS_FILE);
    if !ids_file.exists() {
        match imported(data)? {
            Some(ids) if !holds_data(data)? => name_ids(data, &ids)?,
            Some(_) | None => make(data, chance)?,
        }
    }
    let ids = ids(data)?;
    let lost = lost(data, &ids);
    if !lost.is_empty() {
        return Err(Stopped::failed(format_args!(
            "{} holds data under keys that are not in {}: {}. Put them back; without them no code, key or phone \
             number can be recognised.",
            data.display(),
            data.join(FOLDER).display(),
            lost.join(", ")
        )));
    }
    Ok(VaultKeys { mac: read(data, &ids, MAC)?, seal: read(data, &ids, SEAL)? })
}

/// The ids of keys that were put into a folder before its first start: one of each kind, and no more.
fn imported(data: &Path) -> Result<Option<Vec<String>>, Stopped> {
    let folder = data.join(FOLDER);
    if !folder.exists() {
        return Ok(None);
    }
    let entries = fs::read_dir(&folder).about(folder.display())?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    let names: Vec<String> = names.collect::<Result<_, _>>().about(folder.display())?;
    let of = |kind: &str| {
        let mut found =
            names.iter().filter(|name| name.split_once('-').is_some_and(|(named, _)| named == kind));
        found.next().filter(|_| found.next().is_none()).cloned()
    };
    Ok(of(MAC).zip(of(SEAL)).map(|(mac, seal)| vec![mac, seal]))
}

/// The ids of the keys that the data of a folder, or of a backup, need.
pub(crate) fn ids(data: &Path) -> Result<Vec<String>, Stopped> {
    let file = data.join(IDS_FILE);
    let text = fs::read_to_string(&file).about(file.display())?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Says which keys the data need. Written last: it says that all else is there.
pub(crate) fn name_ids(data: &Path, ids: &[String]) -> Result<(), Stopped> {
    write_private(&data.join(IDS_FILE), &format!("{}\n", ids.join("\n")))
}

/// Those of the keys that are not in the folder.
pub(crate) fn lost(data: &Path, ids: &[String]) -> Vec<String> {
    ids.iter().filter(|id| !path(data, id).is_file()).cloned().collect()
}

/// The lines of the keys' files.
pub(crate) fn lines(data: &Path, ids: &[String]) -> Result<Zeroizing<String>, Stopped> {
    let mut lines = Zeroizing::new(String::new());
    for id in ids {
        let path = path(data, id);
        let line = fs::read_to_string(&path).map(Zeroizing::new).about(path.display())?;
        if key_of(&line).is_none_or(|(named, _)| named != id) {
            return Err(Stopped::failed(format_args!("{} is damaged: it is not key {id}", path.display())));
        }
        lines.push_str(&line);
    }
    Ok(lines)
}

/// Writes keys into the folder by their lines, and gives back their ids. A file that is there must hold the same key.
pub(crate) fn put(data: &Path, lines: &str) -> Result<Vec<String>, Stopped> {
    let folder = data.join(FOLDER);
    make_private_folder(data)?;
    make_private_folder(&folder)?;
    let mut ids = Vec::new();
    for line in lines.lines() {
        let (id, _) = key_of(line).ok_or("is no line of a key").about("the export")?;
        let path = path(data, id);
        let line = Zeroizing::new(format!("{line}\n"));
        if path.exists() {
            let there = fs::read_to_string(&path).map(Zeroizing::new).about(path.display())?;
            if *there != *line {
                return Err("is there already, and is another key").about(path.display());
            }
        } else {
            write_private(&path, &line)?;
        }
        ids.push(id.to_owned());
    }
    Ok(ids)
}

/// The id and the key of a line; none when it is no line that we write. An id is no path.
fn key_of(line: &str) -> Option<(&str, Zeroizing<Vec<u8>>)> {
    let (id, digits) = line.trim_end().strip_prefix("specie-key 1 ")?.split_once(' ')?;
    let (kind, random) = id.split_once('-')?;
    let is_id = [MAC, SEAL].contains(&kind) && unhex(random).is_some_and(|bytes| bytes.len() == ID_BYTES);
    if is_id { unhex(digits).map(|key| (id, Zeroizing::new(key))) } else { None }
}

/// Whether the folder holds data already; a folder that is not there holds none.
pub(crate) fn holds_data(data: &Path) -> Result<bool, Stopped> {
    if !data.exists() {
        return Ok(false);
    }
    let entries = fs::read_dir(data).about(data.display())?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
    let names = names.collect::<Result<Vec<_>, _>>().about(data.display())?;
    let is_data = |name: &OsString| {
        let is_draft = Path::new(name).extension().is_some_and(|extension| extension == DRAFT);
        name != FOLDER && name != crate::demo::MARKER && !is_draft
    };
    Ok(names.iter().any(is_data))
}

/// Writes `text` to a file of the owner's alone, in place of what was there, durably: it is whole or absent.
pub(crate) fn write_private(path: &Path, text: &str) -> Result<(), Stopped> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let draft = path.with_extension(DRAFT);
    let written = || {
        drop(fs::remove_file(&draft)); // One left by a crash would keep its mode.
        let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(&draft)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&draft, path)?;
        File::open(folder)?.sync_all()
    };
    written().about(path.display())
}

/// Makes a folder of the owner's alone, unless it is there.
pub(crate) fn make_private_folder(folder: &Path) -> Result<(), Stopped> {
    DirBuilder::new().recursive(true).mode(FOLDER_MODE).create(folder).about(folder.display())
}

fn make(data: &Path, chance: &dyn Chance) -> Result<(), Stopped> {
    if holds_data(data)? {
        return Err(Stopped::failed(format_args!(
            "{} is not empty and has no {IDS_FILE}: it is no data folder, or not all of one",
            data.display()
        )));
    }
    let folder = data.join(FOLDER);
    make_private_folder(data)?;
    make_private_folder(&folder)?;
    let held = File::open(&folder).and_then(|held| held.lock().map(|()| held)).about(folder.display())?;
    if data.join(IDS_FILE).exists() {
        return Ok(()); // Another start was first.
    }
    let (mac, seal): (Zeroizing<[u8; 64]>, Zeroizing<[u8; 32]>) = (draw(chance), draw(chance));
    let (mac_id, seal_id) = (new_id(MAC, chance), new_id(SEAL, chance));
    write_private(&path(data, &mac_id), &line(&mac_id, &*mac))?;
    write_private(&path(data, &seal_id), &line(&seal_id, &*seal))?;
    // Last, for it says that the keys are there.
    write_private(&data.join(IDS_FILE), &format!("{mac_id}\n{seal_id}\n"))?;
    drop(held);
    Ok(())
}

fn draw<const BYTES: usize>(chance: &dyn Chance) -> Zeroizing<[u8; BYTES]> {
    let mut key = Zeroizing::new([0; BYTES]);
    chance.fill(&mut *key);
    key
}

/// An id says the kind and is random; it tells nothing of the key.
fn new_id(kind: &str, chance: &dyn Chance) -> String {
    let mut id = [0; ID_BYTES];
    chance.fill(&mut id);
    format!("{kind}-{}", hex(&id))
}

fn path(data: &Path, id: &str) -> PathBuf {
    data.join(FOLDER).join(id)
}

fn line(id: &str, key: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(format!("specie-key 1 {id} {}\n", hex(key)))
}

fn read<const BYTES: usize>(
    data: &Path,
    ids: &[String],
    kind: &str,
) -> Result<Zeroizing<[u8; BYTES]>, Stopped> {
    let id = ids.iter().find(|id| id.starts_with(kind));
    let id = id.ok_or_else(|| Stopped::failed(format_args!("{IDS_FILE} names no {kind} key")))?;
    let path = path(data, id);
    let text = fs::read_to_string(&path).map(Zeroizing::new).about(path.display())?;
    let damaged = || Stopped::failed(format_args!("{} is damaged: it is not key {id}", path.display()));
    let (named, bytes) = key_of(&text).ok_or_else(damaged)?;
    let mut key = Zeroizing::new([0; BYTES]);
    if named != id || bytes.len() != BYTES {
        return Err(damaged());
    }
    key.copy_from_slice(&bytes);
    Ok(key)
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of lower-case hexadecimal; none of any other text.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |digit: &u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let bytes = text.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    });
    bytes.collect()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::clock::SystemChance;

    #[test]
    fn keys_are_made_once_and_are_the_owners_alone() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let made = open(&data, &SystemChance).unwrap();
        let again = open(&data, &SystemChance).unwrap();
        assert_eq!((made.mac, made.seal), (again.mac, again.seal));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&data.join(FOLDER)), 0o700);
        for file in fs::read_dir(data.join(FOLDER)).unwrap() {
            assert_eq!(mode(&file.unwrap().path()), 0o600);
        }
    }

    #[test]
    fn a_lost_key_is_named_and_a_damaged_one_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        drop(open(folder.path(), &SystemChance).unwrap());
        let ids = fs::read_to_string(folder.path().join(IDS_FILE)).unwrap();
        let seal = ids.lines().find(|id| id.starts_with(SEAL)).unwrap();
        let file = path(folder.path(), seal);
        let text = fs::read_to_string(&file).unwrap();
        for damaged in [text.replace("specie-key", "other-key"), text[..text.len() - 3].to_owned()] {
            fs::write(&file, damaged).unwrap();
            assert!(open(folder.path(), &SystemChance).err().unwrap().why.contains("damaged"));
        }
        fs::remove_file(&file).unwrap();
        assert!(open(folder.path(), &SystemChance).err().unwrap().why.contains(seal));
    }

    #[test]
    fn keys_that_were_imported_before_the_first_start_are_the_ones_used() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let made = open(from.path(), &SystemChance).unwrap();
        let exported = lines(from.path(), &ids(from.path()).unwrap()).unwrap();
        put(to.path(), &exported).unwrap();
        let used = open(to.path(), &SystemChance).unwrap();
        assert_eq!((made.mac, made.seal), (used.mac, used.seal));
    }

    #[test]
    fn no_keys_are_made_for_data_that_lost_theirs() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("journal.db"), "x").unwrap();
        assert!(open(folder.path(), &SystemChance).is_err());
        assert!(!folder.path().join(FOLDER).exists());
    }
}
