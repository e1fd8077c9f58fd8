//! The load tool against the real program: whatever the customers come for, every answer is right and the books
//! balance afterwards, also in a folder that was filled without a server. Says nothing of speed.

use serde_json::{Value, json};

use crate::program::{Program, folder, run};

/// How often a batch is looked at until it rests.
const LOOKS_MAX: u32 = 2_000;

#[test]
fn every_workload_ends_with_right_answers_and_balanced_books() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let demo_json = program.data.join("demo.json");
    let always = [
        ["--server", &program.server],
        ["--demo-json", demo_json.to_str().unwrap()],
        ["--wallets", "32"],
        ["--pos", "3"],
        ["--seconds", "1"],
        ["--warmup-seconds", "0"],
    ];
    for flags in [
        vec!["--workload", "cash-out", "--clients", "8"],
        vec!["--workload", "cash-out", "--clients", "2", "--arming", "inline", "--rate", "50"],
        vec!["--workload", "withdraw-only", "--clients", "4"],
        vec!["--workload", "mixed", "--clients", "8", "--idempotency"],
        vec!["--workload", "hot-pos", "--clients", "4", "--threads", "2"],
        vec!["--workload", "hot-wallet", "--clients", "8"],
    ] {
        let mut arguments = vec!["bench", "--json"];
        arguments.extend(always.as_flattened());
        arguments.extend(&flags);
        let output = run(&arguments);
        let said = String::from_utf8_lossy(&output.stdout);
        let report: Value = serde_json::from_str(&said).unwrap_or_default();
        assert_eq!(report["ok"], true, "{flags:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success() && report["visit"]["count"].as_u64() > Some(0), "{flags:?}: {said}");
    }
    assert!(program.verify().status.success());
}

#[test]
fn a_loaded_folder_is_clean_and_its_customers_go_on_coming() {
    let folder = folder();
    let data = folder.path().join("data");
    let load =
        ["bench", "load", "--json", "--wallets", "70", "--cash-outs", "200", "--pos", "3", "--owners", "2"];
    let output = run(&[&load[..], &["--data", data.to_str().unwrap()]].concat());
    let said = String::from_utf8_lossy(&output.stdout);
    let loaded: Value = serde_json::from_str(&said).unwrap_or_default();
    assert_eq!(loaded["wallets"], 70, "{said}{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        loaded["files"]["bench-wallets"] == 70 * 32 && loaded["bytes_written"].as_u64() > Some(0),
        "{said}"
    );
    let again = run(&[&load[..], &["--data", data.to_str().unwrap()]].concat());
    assert_eq!(again.status.code(), Some(2), "a folder that holds data is not loaded");

    let program = Program::demo(folder.path());
    assert!(program.verify().status.success());
    let demo_json = data.join("demo.json");
    // Fewer than there are, so many visits and no more; then more than there are.
    for (wallets, pos) in [("40", "3"), ("90", "4")] {
        let always = ["bench", "--json", "--seconds", "20", "--warmup-seconds", "0", "--clients", "8"];
        let which = ["--arming", "inline", "--visits", "120", "--wallets", wallets, "--pos", pos];
        let where_to = ["--server", &program.server, "--demo-json", demo_json.to_str().unwrap()];
        let output = run(&[&always[..], &which, &where_to].concat());
        let said = String::from_utf8_lossy(&output.stdout);
        let report: Value = serde_json::from_str(&said).unwrap_or_default();
        assert_eq!(report["ok"], true, "{wallets}: {said}{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(report["visit"]["count"], 120, "{wallets}: {said}");
    }
    assert!(program.verify().status.success());
}

/// Nothing of the owner's POS is in memory after a start, so every row of the batch has to be asked for.
#[tokio::test]
async fn an_owner_of_many_places_is_settled_from_a_cold_start() {
    const PLACES: u64 = 150;
    let folder = folder();
    let data = folder.path().join("data");
    let load = ["bench", "load", "--wallets", "70", "--cash-outs", "3000", "--pos", "150", "--owners", "1"];
    let loaded = run(&[load.as_slice(), &["--data", data.to_str().unwrap()]].concat());
    assert!(loaded.status.success(), "{loaded:?}");
    let mut program = Program::demo(folder.path());
    let population: Value = serde_json::from_slice(&std::fs::read(data.join("bench.json")).unwrap()).unwrap();
    let owner_id = population["owner_id"].as_str().unwrap().to_owned();
    let terms = json!({
        "owner_id": owner_id, "currency": "GBP", "cut_off": "22:30", "zone": "UTC",
        "bank_reference": "Bench counters", "automatic": false,
    });
    let set = program.api().post("/api/v1/settlement/terms", &terms, None).await.unwrap();
    assert!(set.is_success(), "{}", set.text);
    program.kill();
    let program = Program::demo(folder.path());
    let cut = json!({ "owner_id": owner_id, "currency": "GBP" });
    let cut = program.api().post("/api/v1/settlement/batches", &cut, None).await.unwrap();
    assert!(cut.is_success(), "{}", cut.text);
    let batch = format!("/api/v1/settlement/batches/{}", cut.text_at("/batch_id"));
    // The rest of a batch of many lines is done by the program's own steps.
    let mut shown = program.api().get(&batch).await.unwrap();
    for _ in 0..LOOKS_MAX {
        if shown.text_at("/state") == "due" {
            break;
        }
        shown = program.api().get(&batch).await.unwrap();
    }
    assert_eq!(shown.text_at("/state"), "due", "{}", shown.text);
    let lines = shown.body["lines"].as_u64().unwrap();
    assert!((PLACES / 2..=PLACES).contains(&lines), "{}", shown.text);
    assert!(program.verify().status.success());
}
