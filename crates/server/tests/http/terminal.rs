//! The commands to a running server: a POS, a customer's phone and the operator's desk in a terminal, `sign`.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Output;
use std::thread;

use serde_json::Value;

use crate::program::{PATIENT, Program, folder, run, specie};

/// A terminal with its own kept session.
struct Terminal {
    demo: String,
    state: PathBuf,
}

impl Terminal {
    fn at(program: &Program, folder: &Path) -> Self {
        Self { demo: program.data.to_str().unwrap().to_owned(), state: folder.join("pos.json") }
    }

    fn pos(&self, arguments: &[&str]) -> Output {
        let state = ["--state", self.state.to_str().unwrap()];
        specie(&["pos"]).args(arguments).args(state).output().unwrap()
    }

    /// Logs in with a code armed for exactly `sum` GBP.
    fn login(&self, sum: &str, server: &[&str]) -> Output {
        let code = said(&run(&["code", "--demo", &self.demo, "--amount", sum, "GBP", "--once"]));
        let code = code.lines().next().unwrap();
        let login = ["login", "--demo", &self.demo, "+14155559992", code];
        self.pos(&[&login[..], server].concat())
    }

    fn desk(&self, arguments: &[&str]) -> Value {
        let output = specie(arguments).args(["--demo", &self.demo, "--json"]).output().unwrap();
        serde_json::from_str(&said(&output)).unwrap()
    }
}

#[track_caller]
fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[track_caller]
fn assert_exit(output: &Output, code: i32, says: &str) {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{complaint}");
    assert!(complaint.contains(says), "{complaint}");
}

#[test]
fn a_cash_out_is_three_commands_and_leaves_a_private_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let program = Program::demo(folder.path());
    let terminal = Terminal::at(&program, folder.path());
    let opened = said(&terminal.login("10.00", &[]));
    assert!(opened.contains("64e4a964-53b5-11e9-8495-02f0df928b  GBP       189"), "{opened}");
    let mode = std::fs::metadata(&terminal.state).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    assert!(said(&terminal.pos(&["status"])).contains("withdraw"));
    let withdrawn = said(&terminal.pos(&["withdraw", "GBP", "10"]));
    assert!(withdrawn.contains("specie pos logout"), "{withdrawn}");
    assert!(said(&terminal.pos(&["status"])).contains("hand_out"));
    assert_exit(&terminal.pos(&["login", "--demo", &terminal.demo, "+14155559992", "000000"]), 2, "logout");
    assert_exit(&terminal.pos(&["withdraw", "GBP", "11"]), 3, "ERROR_SESSION_ALREADY_USED (HTTP 400)");
    assert_eq!(said(&terminal.pos(&["logout"])), "closed\n");
    let transaction = withdrawn.split_whitespace().nth(1).unwrap();
    assert_eq!(terminal.desk(&["withdrawal", "show", transaction])["state"], "completed");
    assert_exit(
        &terminal.pos(&["login", "--demo", &terminal.demo, "+14155559992", "000000"]),
        3,
        "ERROR_OTP",
    );
    said(&terminal.pos(&["forget"]));
    assert_exit(&terminal.pos(&["status", "--access-key", "rak_nothing_kept"]), 2, "no session is kept");
}

#[test]
fn what_came_back_is_not_handed_out_and_what_was_brought_is_credited() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let terminal = Terminal::at(&program, folder.path());
    said(&terminal.login("10.00", &[]));
    said(&terminal.pos(&["withdraw", "GBP", "10.00"]));
    said(&terminal.pos(&["reverse", "GBP", "10.00"]));
    let status: Value = serde_json::from_str(&said(&terminal.pos(&["status", "--json"]))).unwrap();
    assert_eq!(status["do"], "do_not_hand_out");
    said(&terminal.pos(&["logout"]));
    let armed = ["code", "--amount", "20.00", "GBP", "--purpose", "deposit"];
    let code = terminal.desk(&armed)["code"].as_str().unwrap().to_owned();
    said(&terminal.pos(&["login", "--demo", &terminal.demo, "+14155559992", &code]));
    let credited = terminal.pos(&["deposit", "20.00", "GBP", "--metadata", r#"{"till":7}"#, "--json"]);
    let credited: Value = serde_json::from_str(&said(&credited)).unwrap();
    assert_eq!(credited["data"]["metadata"]["till"], 7);
    said(&terminal.pos(&["logout"]));
    let wallet = terminal.desk(&["wallet", "show", "+14155559992"]);
    assert_eq!(wallet["accounts"][0]["balance"]["amount"], "209.00");
}

#[test]
fn a_cashier_says_what_became_of_the_cash_and_the_operator_sees_the_case() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let terminal = Terminal::at(&program, folder.path());
    said(&terminal.login("10.00", &[]));
    said(&terminal.pos(&["withdraw", "GBP", "10"]));
    for (wrong, says) in [
        (&["outcome", "partial"][..], "partial needs the sum"),
        (&["outcome", "dispensed", "10.00"], "a sum goes with partial"),
        (&["outcome", "partial", "6.005"], "no sum of its currency"),
        (&["outcome", "dispensed", "--notes", "5"], "counts no notes"),
        (&["outcome", "handed-over"], "not-dispensed"),
    ] {
        assert_exit(&terminal.pos(wrong), 2, says);
    }
    assert_exit(
        &terminal.pos(&["outcome", "partial", "11.00"]),
        3,
        "dispensed_exceeds_withdrawal (HTTP 422)",
    );
    let told = said(&terminal.pos(&["outcome", "partial", "6.00", "--notes", "5x1,0.50x2"]));
    assert!(told.contains("partially_reversed") && told.contains("4.00 GBP"), "{told}");
    let again = said(&terminal.pos(&["outcome", "partial", "6", "GBP", "--notes", "5x1,0.50x2"]));
    let figures = |told: &str| -> Vec<String> { told.lines().take(6).map(str::to_owned).collect() };
    assert_eq!(figures(&again), figures(&told), "what is known already moves nothing");
    said(&terminal.pos(&["logout"]));

    said(&terminal.login("10.00", &[]));
    said(&terminal.pos(&["withdraw", "GBP", "10"]));
    let told = said(&terminal.pos(&["outcome", "unknown"]));
    assert!(told.contains("unconfirmed") && told.contains("call_operator"), "{told}");
    let listed = terminal.desk(&["case", "list"]);
    let mine = |case: &&Value| case["kind"] == "unconfirmed" && case["amount"]["amount"] == "10.00";
    let case = listed["cases"].as_array().unwrap().iter().rev().find(mine).unwrap().clone();
    let operation = case["operation_id"].as_str().unwrap();
    let demo = ["--demo", terminal.demo.as_str()];
    let at_the_desk = |arguments: &[&str]| said(&run(&[&["case"], arguments, &demo].concat()));
    assert_eq!(at_the_desk(&["assign", operation, "Finn"]), "noted\n");
    assert_eq!(at_the_desk(&["note", operation, "The till is ten pounds over."]), "noted\n");
    let shown = at_the_desk(&["show", operation]);
    for line in ["withdrawal.held", "10.00 GBP", "Finn", "The till is ten pounds over."] {
        assert!(shown.contains(line), "{line} is not in {shown}");
    }
    assert!(at_the_desk(&["list", "--limit", "200"]).contains(operation));
    said(&terminal.pos(&["outcome", "not-dispensed"]));
    assert_eq!(terminal.desk(&["case", "show", operation])["state"], "closed");
    assert!(at_the_desk(&["list", "--all", "--limit", "200"]).contains("closed"));
    let wallet = terminal.desk(&["wallet", "show", "+14155559992"]);
    assert_eq!(wallet["accounts"][0]["balance"]["amount"], "183.00");
    let transaction = terminal.desk(&["case", "show", operation])["withdrawal"]["transaction_id"].clone();
    let disputed = terminal.desk(&["withdrawal", "dispute", transaction.as_str().unwrap()]);
    assert_eq!((&disputed["kind"], &disputed["state"]), (&"disputed".into(), &"open".into()));
    assert_exit(&run(&["case", "show", "x", "--demo", &terminal.demo]), 3, "case_not_found (HTTP 404)");
}

#[test]
fn a_case_is_closed_at_the_desk_by_two_people() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let terminal = Terminal::at(&program, folder.path());
    said(&terminal.login("10.00", &[]));
    said(&terminal.pos(&["withdraw", "GBP", "10"]));
    said(&terminal.pos(&["outcome", "unknown"]));
    let listed = terminal.desk(&["case", "list"]);
    let mine = |case: &&Value| case["kind"] == "unconfirmed" && case["amount"]["amount"] == "10.00";
    let case = listed["cases"].as_array().unwrap().iter().rev().find(mine).unwrap().clone();
    let operation = case["operation_id"].as_str().unwrap();
    let demo = ["--demo", terminal.demo.as_str()];
    let wrong = run(&[&["case", "close", operation, "as-it-is"][..], &demo].concat());
    assert_exit(&wrong, 3, "closing_not_possible (HTTP 409)");
    let made =
        terminal.desk(&["case", "close", operation, "return", "--why", "The till is ten pounds over."]);
    let proposal = made["proposal_id"].as_str().unwrap();
    let own = run(&[&["proposal", "approve", proposal][..], &demo].concat());
    assert_exit(&own, 3, "own_proposal (HTTP 409)");
    assert!(said(&run(&[&["proposal", "list"][..], &demo].concat())).contains(proposal));
    let key = program.demo["approver_key"].as_str().unwrap();
    let approve = ["proposal", "approve", proposal, "--server", &program.server, "--operator-key", key];
    assert!(said(&run(&approve)).contains("carried_out"));
    assert_eq!(terminal.desk(&["case", "show", operation])["state"], "closed");
    assert_eq!(terminal.desk(&["proposal", "show", proposal])["judged_by"], "Finn");
    let good = ["proposal", "make-loss-good", "--why", "a drill", "1.00", "GBP"];
    assert_exit(&run(&[&good[..], &demo].concat()), 3, "limit_exceeded (HTTP 422)");
}

/// A way to the server that loses the answer of its first connections: the request gets through, and then the
/// connection is closed.
fn losing_proxy(server: &str, answers_lost: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let server = server.strip_prefix("http://").unwrap().to_owned();
    drop(thread::spawn(move || {
        for (number, client) in listener.incoming().enumerate() {
            let (client, server) = (client.unwrap(), TcpStream::connect(&server).unwrap());
            let (mut requests, mut to_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            drop(thread::spawn(move || drop(std::io::copy(&mut requests, &mut to_server))));
            let (mut answers, mut to_client) = (server, client);
            drop(thread::spawn(move || {
                let mut answer = [0; 4096];
                while let Ok(count @ 1..) = answers.read(&mut answer) {
                    if number < answers_lost || to_client.write_all(&answer[..count]).is_err() {
                        break;
                    }
                }
                drop(to_client.shutdown(Shutdown::Both));
            }));
        }
    }));
    address
}

#[test]
fn a_command_whose_answer_was_lost_is_repeated_safely_by_giving_it_again() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let terminal = Terminal::at(&program, folder.path());
    said(&terminal.login("10.00", &[]));
    let losing = losing_proxy(&program.server, 1);
    let withdraw = ["withdraw", "GBP", "10", "--server", &losing];
    assert_exit(&terminal.pos(&withdraw), 4, "outcome unknown: repeat the same command");
    assert_exit(&terminal.pos(&["logout"]), 2, "withdraw GBP 10");
    assert_exit(
        &terminal.pos(&["withdraw", "GBP", "10", "--server", "http://127.0.0.1:1"]),
        4,
        "still unknown",
    );
    let again = said(&terminal.pos(&["withdraw", "GBP", "10"]));
    assert!(again.contains("(the first answer)"), "{again}");
    said(&terminal.pos(&["logout"]));
    let wallet = terminal.desk(&["wallet", "show", "+14155559992"]);
    assert_eq!(wallet["accounts"][0]["balance"]["amount"], "179.00");

    let losing = losing_proxy(&program.server, 1);
    let top_up = ["wallet", "top-up", "+14155559992", "1.00", "GBP", "--demo", &terminal.demo];
    let wallet_id = wallet["wallet_id"].as_str().unwrap();
    let lost = ["wallet", "top-up", wallet_id, "1.00", "GBP", "--demo", &terminal.demo, "--server", &losing];
    let lost = run(&lost);
    assert_exit(&lost, 4, "--idempotency ");
    let complaint = String::from_utf8_lossy(&lost.stderr).into_owned();
    let value = complaint.split("--idempotency ").nth(1).unwrap().split_whitespace().next().unwrap();
    said(&specie(&top_up).args(["--idempotency", value]).output().unwrap());
    let wallet = terminal.desk(&["wallet", "show", "+14155559992"]);
    assert_eq!(wallet["accounts"][0]["balance"]["amount"], "180.00", "credited once");
}

#[test]
fn a_new_place_with_a_signed_key_pays_out_to_a_new_wallet() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let terminal = Terminal::at(&program, folder.path());
    let text = |value: &Value, name: &str| value[name].as_str().unwrap().to_owned();
    let owner = text(&terminal.desk(&["pos-owner", "add", "Corner Shops"]), "owner_id");
    let add = ["pos-place", "add", "Corner 1", "--owner", &owner, "--currency", "GBP", "--id", "corner-1"];
    assert_eq!(terminal.desk(&add)["pos_id"], "corner-1");
    terminal.desk(&["pos-place", "prefund", "corner-1", "500.00", "GBP"]);
    let key = terminal.desk(&["key", "add", "corner-1", "--profile", "signed"]);
    let (access, secret) = (text(&key, "access_key"), text(&key, "secret_key"));
    terminal.desk(&["wallet", "open", "+447911123456", "GBP", "JPY"]);
    terminal.desk(&["wallet", "top-up", "+447911123456", "50.00 GBP"]);
    let armed =
        ["code", "--phone", "+447911123456", "--pos", "corner-1", "--amount", "20.00 GBP", "--max-amount"];
    let code = text(&terminal.desk(&armed[..7]), "code");
    let login = ["login", "+447911123456", &code, "--pos", "corner-1", "--access-key", &access];
    let server = ["--server", &program.server];
    assert_exit(&terminal.pos(&[&login[..], &server].concat()), 3, "MISSING_AUTHENTICATION_HEADERS");
    let wrong = ["--secret-key", "rsk_0000000000000000000000"];
    assert_exit(&terminal.pos(&[&login[..], &server, &wrong].concat()), 3, "UNAUTHENTICATED_API_CALL");
    said(&terminal.pos(&[&login[..], &server, &["--secret-key", &secret]].concat()));
    said(&terminal.pos(&["withdraw", "GBP", "20.00"]));
    assert!(said(&terminal.pos(&["status"])).contains("hand_out"));
    said(&terminal.pos(&["logout"]));
    let place = said(&run(&["pos-place", "show", "corner-1", "GBP", "--demo", &terminal.demo]));
    assert!(place.contains("520.00 GBP") && place.contains("cash_pending"), "{place}");
    let entries = terminal.desk(&["wallet", "entries", "pos:corner-1:GBP", "--limit", "1"]);
    assert_eq!(entries["entries"][0]["amount"]["amount"], "20.00");
    assert_eq!(terminal.desk(&["pos-place", "disable", "corner-1"])["disabled"], true);
    assert_eq!(terminal.desk(&["pos-place", "enable", "corner-1"])["disabled"], false);
    terminal.desk(&["key", "revoke", "corner-1", &text(&key, "key_id")]);
    assert_exit(
        &terminal.pos(&[
            "echo",
            "--access-key",
            &access,
            "--secret-key",
            &secret,
            "--server",
            &program.server,
        ]),
        3,
        "UNAUTHENTICATED",
    );
    assert_eq!(terminal.desk(&["wallet", "freeze", "+447911123456"])["frozen"], true);
    assert_eq!(terminal.desk(&["wallet", "unfreeze", "+447911123456"])["frozen"], false);
}

#[test]
fn an_operator_key_is_made_listed_and_revoked_at_a_running_server() {
    let folder = folder();
    let program = Program::demo_with(folder.path(), &[&PATIENT[..], &["--approval-delay-s", "0"]].concat());
    let terminal = Terminal::at(&program, folder.path());
    let create = ["operator-key", "create", "--person", "Eve", "--role", "finance"];
    let alone = run(&[&create[..], &["--demo", terminal.demo.as_str()]].concat());
    assert_exit(&alone, 3, "needs_two_people (HTTP 409)");
    let made = terminal.desk(&[&create[..], &["--propose", "She begins on Monday."]].concat());
    let id = made["proposal"]["operator_key_id"].as_str().unwrap();
    let approver = ["--operator-key", program.demo["approver_key"].as_str().unwrap()];
    let proposal = made["proposal"]["proposal_id"].as_str().unwrap();
    let done = terminal.desk(&[&["proposal", "approve", proposal][..], &approver].concat());
    let halves = [&made["first_half"], &done["second_half"]].map(|half| half.as_str().unwrap());
    let key = &halves.concat();
    let show = ["wallet", "show", "+14155559992", "--server", &program.server, "--operator-key", key];
    said(&run(&show));
    let listed = terminal.desk(&["operator-key", "list"]);
    let of_eve = |listed: &serde_json::Value| {
        listed["operator_keys"].as_array().unwrap().iter().any(|key| key["person"] == "Eve")
    };
    assert!(of_eve(&listed), "{listed}");
    let demo = ["--demo", terminal.demo.as_str()];
    assert_eq!(said(&run(&[&["operator-key", "revoke", id][..], &demo].concat())), "revoked\n");
    assert_exit(&run(&show), 3, "unauthenticated (HTTP 401)");
    let listed = terminal.desk(&["operator-key", "list", "--limit", "1"]);
    let first = listed["operator_keys"][0]["operator_key_id"].as_str().unwrap().to_owned();
    assert_eq!(listed["next"], first.as_str());
    // People who sign in count as keys of their own: those of the demo who are admins go first.
    let people = terminal.desk(&["staff", "list"]);
    let admins = people["staff"].as_array().unwrap().iter().filter(|person| person["role"] == "admin");
    let admins: Vec<&str> = admins.map(|person| person["staff_id"].as_str().unwrap()).collect();
    assert!(!admins.is_empty());
    admins.iter().for_each(|id| drop(terminal.desk(&["staff", "disable", id])));
    let last = run(&[&["operator-key", "revoke", &first][..], &demo].concat());
    assert_exit(&last, 3, "last_admin_key (HTTP 409)");
    let offline = ["operator-key", "create", "--person", "A", "--role", "admin", "--data", &terminal.demo];
    assert_exit(&run(&[&offline[..], &demo].concat()), 2, "cannot be used with");
}

#[test]
fn no_server_is_a_failure_no_key_a_misuse_and_no_wallet_a_refusal() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let demo = program.data.to_str().unwrap();
    let nowhere = ["wallet", "show", "+14155559992", "--demo", demo, "--server", "http://127.0.0.1:1"];
    assert_exit(&run(&nowhere), 1, "nothing was sent");
    assert_exit(&run(&["wallet", "show", "+14155559992"]), 2, "--operator-key");
    let stranger = ["wallet", "show", "+14155550000", "--demo", demo];
    assert_exit(&run(&stranger), 3, "wallet_not_found (HTTP 404)");
    let as_json = specie(&stranger).arg("--json").output().unwrap();
    let problem: Value = serde_json::from_slice(&as_json.stdout).unwrap();
    assert_eq!((as_json.status.code(), &problem["code"]), (Some(3), &"wallet_not_found".into()));
    let key = program.text("/operator_key");
    let by_variables = specie(&["wallet", "accounts", "+14155559992"])
        .envs([("SPECIE_OPERATOR_KEY", key.as_str()), ("SPECIE_SERVER", &program.server)])
        .output()
        .unwrap();
    assert!(said(&by_variables).contains("189.00 GBP"));
}

#[test]
fn sign_shows_what_is_hashed_and_not_the_secret() {
    let arguments = [
        "sign",
        "--target",
        "/v1/pos/logout",
        "--access-key",
        "rak_TESTACCESS",
        "--salt",
        "a1b2c3d4e5f6",
        "--timestamp",
        "1700000000",
    ];
    let secret = "rsk_testsecret0123456789";
    let signed = said(&specie(&arguments).env("SPECIE_SECRET_KEY", secret).output().unwrap());
    assert!(signed.contains("post/v1/pos/logouta1b2c3d4e5f61700000000rak_TESTACCESS***"), "{signed}");
    assert!(signed.contains("signature: YzBjZjllYWIxZjEwZGYzMDQxYThlNjE5YjE5ODNhM2VlOTNlMzI5NjhmYzA5ZDRjNDE0NTk0OWM5OTdjN2VhMw==\n"));
    assert!(!signed.contains(secret));
    assert_exit(&run(&arguments), 2, "SPECIE_SECRET_KEY");
}

#[test]
fn completions_the_manual_and_the_configuration_come_from_one_description() {
    let folder = folder();
    let script = folder.path().join("completions");
    std::fs::write(&script, said(&run(&["completions", "bash"]))).unwrap();
    assert!(std::process::Command::new("bash").arg("-n").arg(&script).status().unwrap().success());
    for shell in ["zsh", "fish"] {
        assert!(said(&run(&["completions", shell])).contains("pos-place"), "{shell}");
    }
    assert!(said(&run(&["man"])).contains(".TH specie 1"));
    let pages = folder.path().join("man");
    said(&run(&["man", "--to", pages.to_str().unwrap()]));
    assert!(pages.join("specie-pos-login.1").is_file() && pages.join("specie-backup.1").is_file());
    let printed = specie(&["config", "print", "--origin", "--signature-back-s", "200"])
        .envs([("SPECIE_LISTEN", "127.0.0.1:9"), ("SPECIE_ACCESS_KEY", "rak_secret_of_a_pos")])
        .output()
        .unwrap();
    let printed = said(&printed);
    assert!(printed.contains("signature_back_s = 200") && printed.contains("# flag --signature-back-s"));
    assert!(printed.contains("# variable SPECIE_LISTEN") && !printed.contains("rak_secret"), "{printed}");
}
