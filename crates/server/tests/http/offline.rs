//! Offline codes with the real program: from a terminal to cash, and where the seed is afterwards.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use specie_client::Session;
use specie_commands::DeviceSeed;

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{Program, folder, run, specie};

/// Half-minutes that may end between a code and its login before a test gives up.
const HALF_MINUTES_MAX: usize = 3;

fn parsed(output: &std::process::Output) -> Value {
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What a device in a terminal shows now.
fn shown(seed_file: &Path) -> String {
    let shown = parsed(&run(&["code", "--offline", "--json", "--seed-file", seed_file.to_str().unwrap()]));
    let left = shown["seconds_left"].as_u64().unwrap();
    assert!((1..=30).contains(&left), "{shown}");
    shown["code"].as_str().unwrap().to_owned()
}

/// A session with a code that `code` makes; a half-minute that ends on the way is tried again.
async fn session(counter: &mut Counter, mut code: impl FnMut() -> String) -> Session {
    for _ in 0..HALF_MINUTES_MAX {
        if let Some(session) = counter.login(&code()).await.session(&counter.phone) {
            return session;
        }
    }
    panic!("no code of {HALF_MINUTES_MAX} opened a session");
}

#[tokio::test]
async fn a_phone_without_a_network_brings_cash_up_to_the_cap() {
    let folder = folder();
    let caps = ["--offline-caps", "20.00 GBP,3000 JPY", "--offline-sessions-day-max", "1"];
    let program = Program::demo_with(folder.path(), &caps);
    let demo = ["--demo", program.data.to_str().unwrap(), "--json"];
    let mut counter = Counter::of_the_page(&program);
    let enrol = |wallet: &str| run(&[&["wallet", "offline", "enrol", wallet][..], &demo].concat());
    let enrolled = parsed(&enrol("+14155559992"));
    let wallet = parsed(&run(&[&["wallet", "show", "+14155559992"][..], &demo].concat()));
    assert_eq!(wallet["offline"], true);
    let seed_file = folder.path().join("seed");
    std::fs::write(&seed_file, format!("{}\n", enrolled["seed"].as_str().unwrap())).unwrap();

    let session = session(&mut counter, || shown(&seed_file)).await;
    assert_error(&counter.withdraw(&session, "20.01").await, 400, "ERROR_LIMIT_EXCEEDED");
    assert_success(&counter.withdraw(&session, "20.00").await, false);
    assert_success(&counter.pos.logout(&session, None).await.unwrap(), false);
    assert_eq!(counter.balance().await, "169.00");
    assert_error(&counter.login(&shown(&seed_file)).await, 401, "ERROR_OTP_NOT_VALID");

    let by_variable = specie(&["code", "--offline", "--once"])
        .env("SPECIE_OFFLINE_SEED", enrolled["seed"].as_str().unwrap())
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&by_variable.stdout).contains("\ngood from "), "{by_variable:?}");
    assert_eq!(run(&["code", "--offline"]).status.code(), Some(2), "no seed");
    let plain = ["wallet", "offline", "remove", "+14155559992", "--demo", demo[1]];
    assert_eq!(String::from_utf8_lossy(&run(&plain).stdout), "removed\n");
    assert_eq!(run(&plain).status.code(), Some(3), "there is none any more");
    assert!(program.verify().status.success());
}

#[tokio::test]
async fn no_seed_lies_open_in_any_file_log_or_event() {
    let folder = folder();
    let made = Program::demo(folder.path());
    let (data, demo) = (made.data.clone(), made.demo.clone());
    assert_eq!(made.terminate().code(), Some(0));
    let log = folder.path().join("log");
    let program = Program::serve(&data, &demo, Some(loud(&log)));
    let mut counter = Counter::of_the_page(&program);
    let target = format!("/api/v1/wallets/{}/offline-device", counter.wallet_id);
    let enrolled = counter.post(&target, json!({})).await;
    assert_eq!(enrolled.status.as_u16(), 201, "{}", enrolled.text);
    let text = enrolled.text_at("/seed").to_owned();
    let seed: DeviceSeed = text.parse().unwrap();
    let now = || i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap();
    let code = || seed.code(u64::try_from(now() / 30).unwrap()).reveal().to_owned();
    let session = session(&mut counter, code).await;
    assert_error(&counter.withdraw(&session, "1").await, 400, "ERROR_LIMIT_EXCEEDED");
    assert_error(&counter.login("00000000").await, 401, "ERROR_OTP_NOT_VALID");
    drop(counter);
    assert_eq!(program.terminate().code(), Some(0));

    let bytes = decoded(&text);
    assert_eq!(bytes.len(), 20);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let upper = hex.to_uppercase();
    let listed = format!("{bytes:?}"); // As a list of numbers, which is how bytes are debugged.
    let list = listed.trim_matches(['[', ']']);
    let secrets = [text.as_bytes(), &bytes, hex.as_bytes(), upper.as_bytes(), list.as_bytes()];
    let mut searched = Vec::new();
    search(folder.path(), &mut |path, content| {
        for secret in secrets {
            assert!(!content.windows(secret.len()).any(|part| part == secret), "{}", path.display());
        }
        searched.push(path.file_name().map(OsStr::to_owned).unwrap());
    });
    for name in ["journal.db", "tables.db", "personal.db", "log"] {
        assert!(searched.iter().any(|file| file == name), "{name} was searched, among {searched:?}");
    }
    assert!(std::fs::metadata(&log).unwrap().len() > 0, "the log has lines");
}

/// Runs what follows with every line of its log in a file.
fn loud(log: &Path) -> Command {
    let script = r#"for word; do shift; [ "$word" = warn ] && word=trace; set -- "$@" "$word"; done; exec "$@" 2>"$LOG""#;
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).env("LOG", log);
    command
}

/// The content of every file below a folder.
fn search(folder: &Path, found: &mut dyn FnMut(&Path, &[u8])) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            search(&path, found);
        } else if path.is_file() {
            found(&path, &std::fs::read(&path).unwrap());
        }
    }
}

/// Base32, written apart from the one that is looked for.
fn decoded(text: &str) -> Vec<u8> {
    let bits: String = text
        .bytes()
        .map(|byte| if byte.is_ascii_uppercase() { byte - b'A' } else { byte - b'2' + 26 })
        .map(|place| format!("{place:05b}"))
        .collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect()
}
