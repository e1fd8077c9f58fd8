//! The program around the wire: start, stop, start again, configuration, probes, the lines it prints.

use std::process::Command;

use serde_json::json;

use crate::counter::{Counter, assert_error, assert_success};
use crate::program::{PATIENT, Program, folder, run, specie};

#[tokio::test]
async fn a_restart_keeps_sessions_balances_and_answers() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let account = counter.account.clone();
    let (used, unused) = (counter.session("10.00").await, counter.session("20.00").await);
    let first = counter.pos.withdraw(&used, &account, "10", Some("cash-1")).await.unwrap();
    assert_success(&first, false);
    let (key, made) = (program.text("/operator_key"), program.demo.clone());
    drop(counter);
    assert_eq!(program.terminate().code(), Some(0));

    let program = Program::demo(folder.path());
    assert_eq!(program.text("/operator_key"), key);
    assert_eq!((&program.demo["pos"], &program.demo["wallets"]), (&made["pos"], &made["wallets"]));
    assert_eq!(program.text("/server"), program.server);
    let mut counter = Counter::of_the_page(&program);
    assert_eq!(counter.balance().await, "179.00");
    let again = counter.pos.withdraw(&used, &account, "10", Some("cash-1")).await.unwrap();
    assert_success(&again, true);
    assert_eq!(again.transaction_id(), first.transaction_id());
    assert_success(&counter.pos.logout(&used, None).await.unwrap(), false);
    assert_success(&counter.withdraw(&unused, "20").await, false);
    assert_eq!(counter.balance().await, "159.00");
    let verified = program.verify();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[tokio::test]
async fn the_lines_it_prints_work_when_pasted() {
    let folder = folder();
    let program = Program::demo_with(folder.path(), &[]);
    let pasted = program.said.lines().skip_while(|line| !line.contains("value()"));
    let pasted = pasted.filter(|line| line.starts_with("  "));
    let script: String = pasted.map(|line| format!("{line}\n")).collect();
    let ran = Command::new("sh").args(["-ec", &script]).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{script}\n{said}\n{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(said.matches("\"SUCCESS\"").count(), 3, "{script}\n{said}");
    assert!(said.contains("179.00"), "{said}");
}

#[tokio::test]
async fn a_demo_cut_short_is_begun_again_and_other_data_are_left_alone() {
    let folder = folder();
    let data = folder.path().join("data");
    std::fs::create_dir_all(data.join("keys")).unwrap();
    std::fs::write(data.join("demo-is-being-made"), "").unwrap();
    std::fs::write(data.join("journal.db"), "half").unwrap();
    let program = Program::demo(folder.path());
    assert!(!data.join("demo-is-being-made").exists());
    assert!(program.verify().status.success());

    let other = folder.path().join("other");
    std::fs::create_dir(&other).unwrap();
    std::fs::write(other.join("mine.txt"), "mine").unwrap();
    let refused = run(&["demo", "--listen", "127.0.0.1:0", "--data", other.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(std::fs::read_dir(&other).unwrap().count(), 1);
}

#[tokio::test]
async fn one_program_at_a_time_writes_to_a_folder() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let data = program.data.to_str().unwrap();
    for arguments in [
        ["serve", "--listen", "127.0.0.1:0", "--data", data].as_slice(),
        ["demo", "--listen", "127.0.0.1:0", "--data", data].as_slice(),
        ["operator-key", "create", "--data", data, "--person", "A", "--role", "admin"].as_slice(),
    ] {
        let refused = run(arguments);
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("in use"), "{refused:?}");
    }
    assert!(program.verify().status.success());
}

#[tokio::test]
async fn data_without_their_keys_are_not_served() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let data = program.data.clone();
    assert!(program.terminate().success());
    let lost = std::fs::read_dir(data.join("keys")).unwrap().next().unwrap().unwrap();
    std::fs::remove_file(lost.path()).unwrap();
    let refused = run(&["serve", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains(lost.file_name().to_str().unwrap()),
        "{refused:?}"
    );
}

#[test]
fn a_wrong_configuration_is_refused_by_name() {
    let folder = folder();
    let file = folder.path().join("specie.toml");
    std::fs::write(&file, "lisen = \"127.0.0.1:0\"\n").unwrap();
    let refused = run(&["serve", "--config", file.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("lisen is not a setting"));
    let refused = specie(&["serve"]).env("SPECIE_LISEN", "x").output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("SPECIE_LISEN"));
    assert_eq!(run(&["serve", "--lisen", "x"]).status.code(), Some(2));
    assert_eq!(run(&["--help"]).status.code(), Some(0));
    assert_eq!(run(&["verify", "--data", "/nonexistent"]).status.code(), Some(1));
}

#[tokio::test]
async fn probes_answer_and_the_ledger_is_in_balance() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    assert_eq!(counter.api.get("/livez").await.unwrap().status.as_u16(), 200);
    assert_eq!(counter.api.get("/readyz").await.unwrap().status.as_u16(), 200);
    let session = counter.session("10.00").await;
    assert_success(&counter.withdraw(&session, "10").await, false);
    let figures = loop {
        // The first audit of the books runs beside the first requests.
        let figures = counter.api.get("/metrics").await.unwrap().text;
        if figures.contains("specie_violations") {
            break figures;
        }
    };
    for expected in [
        "specie_violations 0",
        "specie_commands_total",
        "specie_durable_writes_total",
        "specie_http_requests_total",
    ] {
        assert!(figures.contains(expected), "{expected} is not in\n{figures}");
    }
    let imbalances: Vec<_> =
        figures.lines().filter(|line| line.starts_with("specie_ledger_imbalance_minor{")).collect();
    assert!(imbalances.len() >= 5 && imbalances.iter().all(|line| line.ends_with(" 0")), "{imbalances:?}");
    assert!(!figures.contains(&session.token_id) && !figures.contains("z128ffb"), "no id is a label");
}

#[tokio::test]
async fn the_probes_tell_the_brake_that_payouts_are_stopped_and_how_many_pos_are_low_on_float() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let demo = ["--demo", program.data.to_str().unwrap()];
    let first = program.api().get("/readyz").await.unwrap().text;
    assert_eq!(first, "ok\npayouts stopped: no\nPOS low on float: 0\n");
    for arguments in [
        &["float", "watch", "z128ffb-11a5-11l9-93p5-1231a8maf28", "9999999.00", "GBP"][..],
        &["brake", "set", "GBP", "--slow-value", "20000.00", "--stop-value", "30000.00"],
        &["brake", "stop", "a drill"],
    ] {
        let output = run(&[arguments, &demo].concat());
        assert!(output.status.success(), "{output:?}");
    }
    assert_eq!(program.terminate().code(), Some(0));

    let program = Program::demo(folder.path());
    let (mut api, demo) = (program.api(), ["--demo", program.data.to_str().unwrap()]);
    let told = api.get("/readyz").await.unwrap();
    assert_eq!(told.status.as_u16(), 200, "it serves all the same");
    assert_eq!(told.text, "ok\npayouts stopped: yes\nbrake GBP: stopped\nPOS low on float: 1\n");
    let figures = api.get("/metrics").await.unwrap().text;
    for expected in
        ["specie_payouts_stopped 1", "specie_brake_level{currency=\"GBP\"} 2", "specie_pos_low_float 1"]
    {
        assert!(figures.lines().any(|line| line == expected), "{expected} is not in\n{figures}");
    }
    let output = run(&[&["brake", "release"][..], &demo].concat());
    assert!(output.status.success(), "{output:?}");
    loop {
        // It looks again by itself.
        if api.get("/readyz").await.unwrap().text.contains("payouts stopped: no\nbrake GBP: eased\n") {
            break;
        }
    }
    let figures = api.get("/metrics").await.unwrap().text;
    assert!(figures.lines().any(|line| line == "specie_brake_level{currency=\"GBP\"} 0"), "{figures}");
}

#[tokio::test]
async fn a_payout_of_the_demo_can_be_followed_in_the_ledger() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let mut counter = Counter::of_the_page(&program);
    let session = counter.session("10.00").await;
    let withdrawn = counter.withdraw(&session, "10").await;
    assert_error(&counter.withdraw(&session, "9").await, 400, "ERROR_SESSION_ALREADY_USED");
    let page = counter.api.get(&format!("/api/v1/accounts/{}/entries", counter.account)).await.unwrap();
    assert_eq!(page.text_at("/entries/0/amount/amount"), "-10.00", "{}", page.text);
    assert_eq!(page.text_at("/entries/0/balance/amount"), "179.00");
    assert_eq!(page.text_at("/entries/0/operation_id"), session.operation_id);
    let seen = counter.api.get(&format!("/api/v1/withdrawals/{}", withdrawn.transaction_id())).await.unwrap();
    assert_eq!(seen.text_at("/state"), "pending");
    assert_eq!(seen.body["held"], json!({ "amount": "10.00", "currency": "GBP" }));
    let target = format!("/api/v1/wallets?phone_number={}", counter.phone.replace('+', "%2B"));
    let wallet = counter.api.get(&target).await.unwrap();
    assert_eq!(wallet.text_at("/wallet_id"), counter.wallet_id, "{}", wallet.text);
}

#[tokio::test]
async fn the_operators_api_can_be_kept_off_the_pos_listener() {
    let folder = folder();
    let flags = [&PATIENT[..], &["--api-listen", "127.0.0.1:0"]].concat();
    let program = Program::demo_with(folder.path(), &flags);
    let mut counter = Counter::of_the_page(&program);
    let target = format!("/api/v1/wallets/{}", counter.wallet_id);
    assert_eq!(counter.api.get(&target).await.unwrap().status.as_u16(), 404);
    let api = program.said.lines().find_map(|line| line.trim().strip_prefix("Our API")).unwrap().trim();
    let api = api.split("/api/v1").next().unwrap();
    counter.api = specie_client::ApiClient::new(api, &program.text("/operator_key")).unwrap();
    assert!(counter.api.get(&target).await.unwrap().is_success());
    let session = counter.session("10.00").await;
    assert_success(&counter.withdraw(&session, "10").await, false);
    assert!(counter.pos.operation(&session).await.unwrap().is_success(), "a POS asks where it withdraws");
}
