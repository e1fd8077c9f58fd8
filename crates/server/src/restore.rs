//! `specie restore` and `specie keys`: a data folder from a backup, and the keys it needs. Nothing is written before
//! the backup is proved and its keys are found; `key-ids` is written last, so that a restore cut short is no data
//! folder. The tables are made anew by deciding the whole journal again, and then everything is verified.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use specie_store_sqlite::SqliteStore;

use crate::ask::reach::Environment;
use crate::backup::{FILES, Manifest};
use crate::clock::SystemChance;
use crate::progress::Progress;
use crate::stopped::{Naming, Stopped};
use crate::terminal::{complain, say};
use crate::{key_export, keys, passphrase, verify};

/// What to restore, and where to.
#[derive(Args)]
pub(crate) struct RestoreArguments {
    /// The backup
    #[arg(long, value_name = "DIR")]
    from: PathBuf,
    /// The new data folder: not there, empty, or with nothing but its keys in it
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The export of the deployment's keys
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// The file descriptor to read the passphrase from
    #[arg(long, value_name = "N")]
    passphrase_fd: Option<u32>,
}

/// What is done with the deployment's own keys.
#[derive(Subcommand)]
pub(crate) enum KeysVerb {
    /// Write the keys into a new file, sealed by a passphrase
    Export {
        /// The data folder
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The file, which must not be there
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
        /// The file descriptor to read the passphrase from
        #[arg(long, value_name = "N")]
        passphrase_fd: Option<u32>,
    },
    /// Put exported keys into a data folder
    Import {
        /// The export
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// The data folder
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// The file descriptor to read the passphrase from
        #[arg(long, value_name = "N")]
        passphrase_fd: Option<u32>,
    },
}

impl KeysVerb {
    pub(crate) fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Export { data, to, passphrase_fd } => {
                let passphrase = passphrase::to_seal(environment, passphrase_fd)?;
                let ids = key_export::export(&data, &to, &passphrase, &SystemChance)?;
                say(&format!("{} holds {}, sealed", to.display(), ids.join(", ")));
            }
            Self::Import { from, data, passphrase_fd } => {
                let passphrase = passphrase::to_open(environment, passphrase_fd)?;
                let ids = key_export::import(&from, &data, &passphrase)?;
                say(&format!("{} has {}", data.display(), ids.join(", ")));
            }
        }
        Ok(())
    }
}

impl RestoreArguments {
    pub(crate) fn run(self, environment: &Environment) -> Result<(), Stopped> {
        let Self { from, data, keys: export, passphrase_fd } = self;
        if keys::holds_data(&data)? {
            return Err("is not empty: a backup is restored into an empty folder").about(data.display());
        }
        let manifest = Manifest::of_proved(&from)?;
        let missing = match &export {
            Some(export) => {
                let exported = key_export::ids(export)?;
                manifest.key_ids.iter().filter(|id| !exported.contains(id)).cloned().collect()
            }
            None => keys::lost(&data, &manifest.key_ids),
        };
        if !missing.is_empty() {
            return Err(Stopped::failed(format_args!(
                "{} cannot be used without the keys {}: give their export with --keys, or put them into {}",
                from.display(),
                missing.join(", "),
                data.join("keys").display()
            )));
        }
        if let Some(export) = &export {
            let passphrase = passphrase::to_open(environment, passphrase_fd)?;
            let _ids = key_export::import(export, &data, &passphrase)?;
        }
        let _whole = keys::lines(&data, &manifest.key_ids)?;
        copy(&from, &data)?;
        keys::name_ids(&data, &manifest.key_ids)?;
        prove_anew(&data, &manifest)
    }
}

/// Copies the files, durably.
fn copy(from: &Path, data: &Path) -> Result<(), Stopped> {
    keys::make_private_folder(data)?;
    let mut copying = Progress::of("copying");
    let all = u64::try_from(FILES.len()).unwrap_or_default();
    for (done, name) in (0..).zip(FILES) {
        copying.tell(done, all);
        let path = data.join(name);
        fs::copy(from.join(name), &path).about(path.display())?;
        File::open(&path).and_then(|file| file.sync_all()).about(path.display())?;
    }
    copying.tell(all, all);
    File::open(data).and_then(|folder| folder.sync_all()).about(data.display())
}

/// Makes the tables by deciding the journal anew, and verifies everything.
fn prove_anew(data: &Path, manifest: &Manifest) -> Result<(), Stopped> {
    complain(&format!("deciding {} commands anew", manifest.commands));
    drop(SqliteStore::open(data).about(data.display())?);
    let (text, is_clean) = verify::verify(data, false)?;
    if !is_clean || !text.contains(&manifest.chain) {
        return Err(format!("what was restored is broken:\n{text}")).about(data.display());
    }
    say(&format!(
        "{}: {} commands restored and verified, chain {}\nnow: specie serve --data {}",
        data.display(),
        manifest.commands,
        manifest.chain,
        data.display()
    ));
    Ok(())
}
