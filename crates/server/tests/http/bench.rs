//! The load tool against the real program: whatever the customers come for, every answer is right and the books
//! balance afterwards, also in a folder that was filled without a server. Says nothing of speed.

use serde_json::Value;

use crate::program::{Program, folder, run};

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
