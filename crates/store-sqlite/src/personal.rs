//! The wallets' personal keys, in a file and on a thread of their own: they must be durable before anything
//! sealed under them is committed, and must not make commits wait.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use rusqlite::{Connection, OptionalExtension};
use specie_domain::ids::WalletId;
use specie_store::{CommitError, ReadError};

use crate::shared::Shared;
use crate::writer::Answer;

/// Keys kept in one transaction.
const KEYS_TOGETHER_MAX: usize = 256;

/// What the thread is asked.
pub(crate) enum Asked {
    /// Keep a key, unless there is one.
    Keep(WalletId, Vec<u8>, Answer<(), CommitError>),
    /// Destroy a key.
    Erase(WalletId, Answer<(), CommitError>),
    /// The key as it was kept.
    Show(WalletId, Answer<Option<Vec<u8>>, ReadError>),
}

/// Runs until every sender is gone.
pub(crate) fn run(personal: &Connection, asked: &Receiver<Asked>, shared: &Arc<Shared>) {
    while let Ok(first) = asked.recv() {
        let mut keys = Vec::new();
        let mut waiting = Vec::new();
        let more = std::iter::from_fn(|| asked.try_recv().ok()).take(KEYS_TOGETHER_MAX);
        for one in std::iter::once(first).chain(more) {
            match one {
                Asked::Keep(wallet_id, wrapped, answer) => {
                    keys.push((wallet_id, wrapped));
                    waiting.push(answer);
                }
                Asked::Erase(wallet_id, answer) => {
                    let _ = answer.send(erase(personal, wallet_id, shared));
                }
                Asked::Show(wallet_id, answer) => {
                    let _ =
                        answer.send(show(personal, wallet_id).map_err(|cause| ReadError(cause.to_string())));
                }
            }
        }
        if !keys.is_empty() {
            let kept = keep(personal, &keys, shared);
            for answer in waiting {
                let _ = answer.send(kept.clone());
            }
        }
    }
}

fn keep(personal: &Connection, keys: &[(WalletId, Vec<u8>)], shared: &Shared) -> Result<(), CommitError> {
    if let Some(reason) = shared.stopped() {
        return Err(CommitError::Corrupt(reason.clone()));
    }
    let keep_all = || -> rusqlite::Result<()> {
        let transaction = personal.unchecked_transaction()?;
        for (wallet_id, wrapped) in keys {
            let mut statement =
                personal.prepare_cached("INSERT INTO personal_keys VALUES (?, ?) ON CONFLICT DO NOTHING")?;
            statement.execute((wallet_id.as_u128().to_be_bytes(), wrapped))?;
        }
        transaction.commit()
    };
    keep_all().map_err(|cause| {
        // As with the journal: after a failed fsync nothing on the disk can be trusted.
        let reason = format!("personal.db: {cause}");
        shared.stop(reason.clone());
        CommitError::Corrupt(reason)
    })
}

/// Deletes the key's row and every copy of it: pages are overwritten (`secure_delete`), and the write-ahead log is
/// emptied into the file and cut to nothing.
fn erase(personal: &Connection, wallet_id: WalletId, shared: &Shared) -> Result<(), CommitError> {
    if let Some(reason) = shared.stopped() {
        return Err(CommitError::Corrupt(reason.clone()));
    }
    let erase = || -> rusqlite::Result<i64> {
        let number = wallet_id.as_u128().to_be_bytes();
        personal.execute("DELETE FROM personal_keys WHERE wallet_id = ?", [number])?;
        personal.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
    };
    match erase() {
        Ok(0) => Ok(()),
        Ok(_) => Err(CommitError::Unknown("personal.db is being read: its log is not cut yet".to_owned())),
        Err(cause) => {
            let reason = format!("personal.db: {cause}");
            shared.stop(reason.clone());
            Err(CommitError::Corrupt(reason))
        }
    }
}

fn show(personal: &Connection, wallet_id: WalletId) -> rusqlite::Result<Option<Vec<u8>>> {
    let mut statement = personal.prepare_cached("SELECT wrapped FROM personal_keys WHERE wallet_id = ?")?;
    statement.query_row([wallet_id.as_u128().to_be_bytes()], |row| row.get(0)).optional()
}
