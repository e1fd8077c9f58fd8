//! The load tool against the real program: whatever the customers come for, every answer is right and the books
//! balance afterwards. Says nothing of speed.

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
