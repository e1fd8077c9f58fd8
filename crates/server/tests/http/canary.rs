//! Canaries: secrets that are known to the test go through every call that takes or makes one, and then none of them
//! stands in clear in any file of the data folder or in the log, however loud.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::program::{Program, folder, run};

/// A key, a POS, a wallet at the running program, and every secret seen so far with what it is.
struct Nest {
    address: String,
    operator: String,
    secrets: Vec<(&'static str, Vec<u8>)>,
}

struct Said {
    status: u16,
    cookie: Option<String>,
    json: Value,
}

impl Said {
    fn text(&self, pointer: &str) -> String {
        self.json
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("no {pointer}"))
            .to_owned()
    }
}

impl Nest {
    fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Said {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: {}\r\n{headers}\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: "));
        let cookie = cookie.and_then(|line| line.split(';').next()).map(ToOwned::to_owned);
        Said { status, cookie, json: serde_json::from_str(body).unwrap_or(Value::Null) }
    }

    #[track_caller]
    fn api(&self, path: &str, body: &Value) -> Said {
        let bearer = format!("Bearer {}", self.operator);
        let target = format!("/api/v1{path}");
        let said = self.send("POST", &target, &[("authorization", &bearer)], &body.to_string());
        assert!((200..300).contains(&said.status), "{path}: {} {}", said.status, said.json);
        said
    }

    /// Remembers a secret, and its bytes where its text is hexadecimal behind a prefix.
    fn keep(&mut self, what: &'static str, secret: &str) {
        assert!(secret.len() >= 9, "{what} is too short to be told from chance: {secret}");
        self.secrets.push((what, secret.as_bytes().to_vec()));
        let digits = secret.rsplit('_').next().unwrap();
        let pairs =
            (0..digits.len() / 2).map(|place| u8::from_str_radix(&digits[2 * place..2 * place + 2], 16));
        if let Ok(bytes) = pairs.collect::<Result<Vec<u8>, _>>()
            && bytes.len() >= 8
        {
            self.secrets.push((what, bytes));
        }
    }
}

/// Every file below `folder`, the largest of them too: nothing here is larger than some megabytes.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn holds(bytes: &[u8], secret: &[u8]) -> bool {
    bytes.windows(secret.len()).any(|window| window == secret)
}

#[track_caller]
fn assert_clean(nest: &Nest, data: &Path, log: &Path) {
    let mut all = files(data);
    assert!(all.len() >= 4, "journal, tables, personal keys and the vault's: {all:?}");
    all.push(log.to_owned());
    for path in all {
        let bytes = std::fs::read(&path).unwrap();
        for (what, secret) in &nest.secrets {
            assert!(!holds(&bytes, secret), "{what} stands in clear in {}", path.display());
        }
    }
}

fn at_the_counter(nest: &mut Nest) {
    let owner_id = nest.api("/pos-owners", &json!({ "name": "Canary Shops" })).text("/owner_id");
    let pos = json!({ "owner_id": owner_id, "name": "Canary 1", "currencies": ["GBP"] });
    let pos_id = nest.api("/pos", &pos).text("/pos_id");
    let float = json!({ "amount": { "amount": "500.00", "currency": "GBP" } });
    nest.api(&format!("/pos/{pos_id}/prefundings"), &float);
    let key = nest.api(&format!("/pos/{pos_id}/keys"), &json!({ "profile": "plain" }));
    let access_key = key.text("/access_key");
    nest.keep("an access key", &access_key);
    nest.keep("a secret key", &key.text("/secret_key"));
    let cashier = json!({ "name": "Ben", "role": "cashier", "pin": "918273645546" });
    nest.api(&format!("/pos/{pos_id}/cashiers"), &cashier);
    nest.keep("a PIN", "918273645546");

    let phone = "+447700912345";
    nest.keep("a phone number", phone);
    let wallet_id =
        nest.api("/wallets", &json!({ "phone_number": phone, "currencies": ["GBP"] })).text("/wallet_id");
    nest.api(&format!("/wallets/{wallet_id}/topups"), &float);
    let invite = nest.api(&format!("/wallets/{wallet_id}/invites"), &json!({})).text("/invite");
    nest.keep("an invite", &invite);
    nest.keep("an invite", &invite.replace('-', ""));
    let sign_in = json!({ "invite": invite, "device_name": "Canary phone 4711" }).to_string();
    nest.keep("a device's name", "Canary phone 4711");
    let device = nest.send("POST", "/api/v1/wallet/device", &[], &sign_in);
    assert_eq!(device.status, 201, "{}", device.json);
    let cookie = device.cookie.clone().unwrap();
    nest.keep("a device's token", cookie.split('=').nth(1).unwrap());
    let csrf = device.text("/csrf_token");
    nest.keep("a CSRF token", &csrf);
    let headers = [("cookie", cookie.as_str()), ("x-csrf-token", csrf.as_str())];
    let offline = nest.send("POST", "/api/v1/wallet/offline-device", &headers, "{}");
    assert_eq!(offline.status, 201, "{}", offline.json);
    nest.keep("an offline seed", &offline.text("/seed"));

    let sum = json!({ "amount": "10.00", "currency": "GBP" });
    let account = nest.send("GET", "/api/v1/wallet", &headers, "").text("/accounts/0/account_id");
    let arm = json!({ "account_id": account, "pos_id": pos_id, "amount": sum, "purpose": "withdraw" });
    let armed = nest.send("POST", "/api/v1/wallet/codes", &headers, &arm.to_string());
    assert_eq!(armed.status, 201, "{}", armed.json);
    let code = armed.text("/code");
    nest.keep("a code", &code);
    let at_pos = [("access_key", access_key.as_str()), ("phone_number", phone)];
    let login = nest.send("POST", &format!("/v1/pos/login/{pos_id}/{code}"), &at_pos, "");
    assert_eq!(login.status, 200, "{}", login.json);
    let (token, operation) = (login.text("/data/token_id"), login.text("/data/operation_id"));
    nest.keep("a session's token", &token);
    nest.keep("a session's token", &token.replace('-', ""));
    let in_session =
        [at_pos[0], at_pos[1], ("token_id", token.as_str()), ("operation_id", operation.as_str())];
    let withdrawn = nest.send("POST", &format!("/v1/pos/withdraw/{account}/10.00"), &in_session, "");
    assert_eq!(withdrawn.status, 200, "{}", withdrawn.json);
    let words = "the canary drawer was empty";
    nest.keep("a customer's words", words);
    let transaction = withdrawn.text("/data/transaction_id");
    let target = format!("/api/v1/wallet/withdrawals/{transaction}/disputes");
    let disputed = nest.send("POST", &target, &headers, &json!({ "text": words }).to_string());
    assert_eq!(disputed.status, 201, "{}", disputed.json);
    let bearer = format!("Bearer {}", nest.operator);
    let target = format!("/api/v1/cases/{operation}");
    let case = nest.send("GET", &target, &[("authorization", &bearer)], "");
    assert!(case.json.to_string().contains(words), "people read it: {}", case.json);
}

fn at_the_desk(nest: &mut Nest) {
    let ada = nest.api("/staff", &json!({ "name": "Ada", "role": "admin" }));
    let (password, seed) = (ada.text("/password"), ada.text("/otp_seed"));
    nest.keep("a password", &password);
    nest.keep("a seed", &seed);
    let wrong = "wrong canary password";
    nest.keep("a wrong password", wrong);
    let code = String::from_utf8(run(&["staff", "code", &seed]).stdout).unwrap().trim().to_owned();
    let body = |password: &str| json!({ "name": "Ada", "password": password, "otp": code }).to_string();
    assert_eq!(nest.send("POST", "/api/v1/staff/session", &[], &body(wrong)).status, 401);
    let session = nest.send("POST", "/api/v1/staff/session", &[], &body(&password));
    assert_eq!(session.status, 201, "{}", session.json);
    nest.keep("a person's token", session.cookie.clone().unwrap().split('=').nth(1).unwrap());
    nest.keep("a CSRF token", &session.text("/csrf_token"));
}

#[test]
fn no_secret_stands_in_clear_in_any_file_or_in_the_loudest_log() {
    let folder = folder();
    let (data, log) = (folder.path().join("data"), folder.path().join("log"));
    let create =
        ["operator-key", "create", "--data", data.to_str().unwrap(), "--person", "Root", "--role", "admin"];
    let created = run(&create);
    assert!(created.status.success(), "{created:?}");
    let operator = String::from_utf8(created.stdout).unwrap().trim().to_owned();
    assert!(operator.starts_with("sok_"), "{operator}");
    let program = Program::logged(&data, &log);
    let address = program.server.strip_prefix("http://").unwrap().to_owned();
    let mut nest = Nest { address, operator: operator.clone(), secrets: Vec::new() };
    nest.keep("an operator key", &operator);
    at_the_counter(&mut nest);
    at_the_desk(&mut nest);
    assert!(nest.secrets.len() > 20, "{}", nest.secrets.len());
    assert_clean(&nest, &data, &log);
    assert!(program.terminate().success());
    let told = std::fs::read(&log).unwrap();
    assert!(!told.is_empty(), "something was logged");
    assert_clean(&nest, &data, &log);
    // The search itself finds what is there.
    std::fs::write(data.join("planted"), [b"x", operator.as_bytes()].concat()).unwrap();
    assert!(std::panic::catch_unwind(|| assert_clean(&nest, &data, &log)).is_err());
}
