//! `specie backup`: journal and personal keys of a data folder into a new folder, also while a server runs on it,
//! read again and proved. `backup.json` is written last: a folder without it is no backup. The deployment's keys are
//! never in it; their ids are.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specie_commands::Clock;
use specie_store_sqlite::{BackedUp, back_up, prove};

use crate::clock::WallClock;
use crate::keys::{self, hex, make_private_folder, write_private};
use crate::progress::Progress;
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;

/// The backup's own description.
const MANIFEST: &str = "backup.json";
/// Of the folder's form; one that is not known is refused.
const FORMAT: u32 = 1;
/// What is copied.
pub(crate) const FILES: [&str; 2] = ["journal.db", "personal.db"];
const READ_BYTES: usize = 64 * 1024;

/// What to copy, and where to.
#[derive(Args)]
pub(crate) struct BackupArguments {
    /// The data folder; a server may be running on it
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The backup: a folder that is empty or not there
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What a backup says of itself.
#[derive(Serialize, Deserialize, PartialEq, Eq)]
pub(crate) struct Manifest {
    format: u32,
    /// Of the program that made it.
    version: String,
    made_at_unix_s: i64,
    /// The keys without which it cannot be used.
    pub(crate) key_ids: Vec<String>,
    pub(crate) commands: u64,
    journal_rows: u64,
    /// The journal's chain after its last command.
    pub(crate) chain: String,
    personal_keys: u64,
    files: Vec<FileEntry>,
}

/// One copied file.
#[derive(Serialize, Deserialize, PartialEq, Eq)]
struct FileEntry {
    name: String,
    bytes: u64,
    sha256: String,
}

impl BackupArguments {
    pub(crate) fn run(self) -> Result<(), Stopped> {
        let Self { data, to, json } = self;
        let key_ids = keys::ids(&data)?;
        make_empty(&to)?;
        let mut copying = Progress::of("copying");
        let copied = back_up(&data, &to, &mut |done, all| copying.tell(done, all)).about(data.display())?;
        drop(copying);
        let mut proving = Progress::of("reading it again");
        let proved = prove(&to, &mut |done, all| proving.tell(done, all)).about(to.display())?;
        drop(proving);
        if proved != copied {
            return Err("what is read again is not what was copied").about(to.display());
        }
        keys::name_ids(&to, &key_ids)?;
        let manifest = Manifest::of(copied, key_ids, &to)?;
        let text = serde_json::to_string_pretty(&manifest).about(MANIFEST)?;
        write_private(&to.join(MANIFEST), &format!("{text}\n"))?;
        say(&if json { text } else { manifest.sentences(&to) });
        Ok(())
    }
}

/// Makes a folder, or takes one with nothing in it.
fn make_empty(folder: &Path) -> Result<(), Stopped> {
    if folder.exists() && fs::read_dir(folder).about(folder.display())?.next().is_some() {
        return Err("is not empty").about(folder.display());
    }
    make_private_folder(folder)
}

impl Manifest {
    fn of(copied: BackedUp, key_ids: Vec<String>, folder: &Path) -> Result<Self, Stopped> {
        let BackedUp { commands, journal_rows, chain, personal_keys } = copied;
        let files = FILES.iter().map(|name| FileEntry::of(folder, name)).collect::<Result<_, _>>()?;
        Ok(Self {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            made_at_unix_s: WallClock.now().unix_ms() / 1_000,
            key_ids,
            commands,
            journal_rows,
            chain: chain.to_string(),
            personal_keys,
            files,
        })
    }

    /// Reads a backup's description and proves that the folder holds what it describes.
    pub(crate) fn of_proved(folder: &Path) -> Result<Self, Stopped> {
        let file = folder.join(MANIFEST);
        if !file.exists() {
            return Err(format!("holds no {MANIFEST}: it is no backup, or not all of one"))
                .about(folder.display());
        }
        let text = fs::read_to_string(&file).about(file.display())?;
        let manifest: Self = serde_json::from_str(&text).about(file.display())?;
        if manifest.format != FORMAT {
            return Err(format!("has format {}, this program knows {FORMAT}", manifest.format))
                .about(file.display());
        }
        for (name, entry) in FILES.iter().zip(&manifest.files) {
            if *entry != FileEntry::of(folder, name)? {
                return Err(format!("{name} is damaged: it is not what was backed up"))
                    .about(folder.display());
            }
        }
        let mut proving = Progress::of("proving the backup");
        let proved = prove(folder, &mut |done, all| proving.tell(done, all)).about(folder.display())?;
        let found = (proved.commands, proved.chain.to_string(), manifest.files.len());
        if found != (manifest.commands, manifest.chain.clone(), FILES.len()) {
            return Err(format!("does not hold what {MANIFEST} says")).about(folder.display());
        }
        Ok(manifest)
    }

    fn sentences(&self, to: &Path) -> String {
        let Self { commands, journal_rows, chain, personal_keys, key_ids, .. } = self;
        let to = to.display();
        let ids = key_ids.join(", ");
        format!(
            "{to}: {commands} commands in {journal_rows} journal rows, {personal_keys} personal keys\n\
             chain {chain}\n\
             read again and proved. It is worth nothing without the keys {ids}: keep their export elsewhere"
        )
    }
}

impl FileEntry {
    fn of(folder: &Path, name: &str) -> Result<Self, Stopped> {
        let path = folder.join(name);
        let mut file = File::open(&path).about(path.display())?;
        let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
        let mut buffer = vec![0; READ_BYTES];
        loop {
            let count = file.read(&mut buffer).about(path.display())?;
            let Some(read) = buffer.get(..count).filter(|read| !read.is_empty()) else { break };
            hash.update(read);
            bytes = bytes.saturating_add(u64::try_from(count).unwrap_or_default());
        }
        Ok(Self { name: name.to_owned(), bytes, sha256: hex(&hash.finalize()) })
    }
}
