//! Backup while clients write, restore on an empty folder, with and without the keys.

use std::path::Path;
use std::process::Output;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::task::JoinSet;

use crate::counter::{Counter, assert_success};
use crate::program::{Program, folder, run, specie};

const CLIENTS: usize = 4;
/// Acknowledged top-ups of every client before the backup begins.
const BEFORE: u32 = 20;
const PASSPHRASE: &str = "correct horse battery";

#[track_caller]
fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn sealed(arguments: &[&str], passphrase: &str) -> Output {
    specie(arguments).env("SPECIE_PASSPHRASE", passphrase).output().unwrap()
}

/// A client that tops up its wallet by a penny until it is told to stop; each answer is counted.
async fn top_up(mut counter: Counter, stop: Arc<AtomicBool>, answered: Arc<AtomicU32>, ready: Arc<Notify>) {
    let target = format!("/api/v1/wallets/{}/topups", counter.wallet_id);
    while !stop.load(Ordering::Acquire) {
        let funded = counter.post(&target, json!({ "amount": counter.money("0.01") })).await;
        assert!(funded.is_success(), "{}", funded.text);
        if answered.fetch_add(1, Ordering::AcqRel) + 1 == BEFORE {
            ready.notify_one();
        }
    }
}

/// Backs up while four clients write: what each had been acknowledged before, and after.
async fn backed_up(program: &Program, to: &Path) -> (Value, Vec<(Counter, u32, u32)>) {
    let (stop, ready) = (Arc::new(AtomicBool::new(false)), Arc::new(Notify::new()));
    let counts: Vec<_> = (0..CLIENTS).map(|_| Arc::new(AtomicU32::new(0))).collect();
    let mut clients: JoinSet<()> = counts
        .iter()
        .enumerate()
        .map(|(place, answered)| {
            let counter = Counter::number(program, place, "GBP");
            top_up(counter, Arc::clone(&stop), Arc::clone(answered), Arc::clone(&ready))
        })
        .collect();
    for _ in 0..CLIENTS {
        ready.notified().await;
        if counts.iter().all(|answered| answered.load(Ordering::Acquire) >= BEFORE) {
            break;
        }
    }
    let before: Vec<_> = counts.iter().map(|answered| answered.load(Ordering::Acquire)).collect();
    let (data, to) = (program.data.clone(), to.to_owned());
    let backup = tokio::task::spawn_blocking(move || {
        run(&["backup", "--data", data.to_str().unwrap(), "--to", to.to_str().unwrap(), "--json"])
    });
    let manifest = serde_json::from_str(&said(&backup.await.unwrap())).unwrap();
    stop.store(true, Ordering::Release);
    while let Some(ended) = clients.join_next().await {
        ended.unwrap();
    }
    let counters = counts.iter().zip(before).enumerate().map(|(place, (answered, before))| {
        (Counter::number(program, place, "GBP"), before, answered.load(Ordering::Acquire))
    });
    (manifest, counters.collect())
}

fn pence(text: &str) -> u32 {
    text.replace('.', "").parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_taken_under_load_goes_on_from_one_moment_on_an_empty_machine() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let demo = program.demo.clone();
    let (backup, keys, data) =
        (folder.path().join("backup"), folder.path().join("keys.sealed"), folder.path().join("new"));
    let session = Counter::of_the_page(&program).session("10.00").await;
    let opening: Vec<u32> = {
        let mut balances = Vec::new();
        for place in 0..CLIENTS {
            balances.push(pence(&Counter::number(&program, place, "GBP").balance().await));
        }
        balances
    };
    let (manifest, counters) = backed_up(&program, &backup).await;
    assert!(!backup.join("keys").exists());
    let [backup, keys, old] = [&backup, &keys, &program.data].map(|path| path.to_str().unwrap().to_owned());
    said(&sealed(&["keys", "export", "--data", &old, "--to", &keys], PASSPHRASE));
    assert!(program.terminate().success());
    std::fs::rename(&old, folder.path().join("lost")).unwrap();

    let restore = ["restore", "--from", &backup, "--data", data.to_str().unwrap(), "--keys", &keys];
    let wrong = sealed(&restore, "correct horse batterz");
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("passphrase is wrong"), "{wrong:?}");
    let restored = said(&sealed(&restore, PASSPHRASE));
    assert!(restored.contains(manifest["chain"].as_str().unwrap()), "{restored}");
    assert_eq!(sealed(&restore, PASSPHRASE).status.code(), Some(1), "nothing is written over");

    let program = Program::serve(&data, &demo, None);
    for ((counter, before, after), opening) in counters.iter().zip(opening) {
        let account = program.api().get(&format!("/api/v1/accounts/{}", counter.account)).await.unwrap();
        let there = pence(account.text_at("/balance/amount")) - opening;
        assert!((*before..=*after).contains(&there), "{before} before, {there} in it, {after} after");
    }
    let mut counter = Counter::of_the_page(&program);
    assert_success(&counter.withdraw(&session, "10").await, false);
    assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    let target = format!("/api/v1/wallets/{}", counter.wallet_id);
    let phone = counter.api.get(&target).await.unwrap().text_at("/phone_number").to_owned();
    assert_eq!(phone, counter.phone, "the personal keys came along");
    let verified = program.verify();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[test]
fn a_restore_without_the_keys_names_them_and_writes_nothing() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let text = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (backup, data) = (text("backup"), text("new"));
    let old = program.data.to_str().unwrap();
    said(&run(&["backup", "--data", old, "--to", &backup]));
    let refused = run(&["restore", "--from", &backup, "--data", &data]);
    assert_eq!(refused.status.code(), Some(1));
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    let ids = std::fs::read_to_string(program.data.join("key-ids")).unwrap();
    assert!(ids.lines().count() == 2 && ids.lines().all(|id| complaint.contains(id)), "{complaint}");
    assert!(!Path::new(&data).exists());
    // A copy of the backup in the place of the data is no way around it.
    let serve = run(&["serve", "--listen", "127.0.0.1:0", "--data", &backup]);
    assert_eq!(serve.status.code(), Some(1));
    assert!(ids.lines().all(|id| String::from_utf8_lossy(&serve.stderr).contains(id)), "{serve:?}");

    let (keys, short) = (text("keys.sealed"), text("short.sealed"));
    said(&sealed(&["keys", "export", "--data", old, "--to", &keys], PASSPHRASE));
    assert_eq!(sealed(&["keys", "export", "--data", old, "--to", &short], "short").status.code(), Some(2));
    said(&sealed(&["keys", "import", "--from", &keys, "--data", &data], PASSPHRASE));
    said(&run(&["restore", "--from", &backup, "--data", &data]));
    said(&run(&["verify", "--data", &data]));
}

#[test]
fn a_damaged_or_unfinished_backup_is_refused() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let text = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (backup, data) = (text("backup"), text("new"));
    let old = program.data.to_str().unwrap();
    said(&run(&["backup", "--data", old, "--to", &backup]));
    assert_eq!(run(&["backup", "--data", old, "--to", &backup]).status.code(), Some(1), "not empty");
    let refused = |what: &str| {
        let refused = run(&["restore", "--from", &backup, "--data", &data]);
        assert_eq!(refused.status.code(), Some(1), "{what}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains(what), "{refused:?}");
    };
    for name in ["journal.db", "personal.db"] {
        let path = Path::new(&backup).join(name);
        let whole = std::fs::read(&path).unwrap();
        let mut bent = whole.clone();
        bent[whole.len() / 2] ^= 1;
        std::fs::write(&path, bent).unwrap();
        refused("damaged");
        std::fs::write(&path, whole).unwrap();
    }
    std::fs::remove_file(Path::new(&backup).join("backup.json")).unwrap();
    refused("no backup, or not all of one");
}
