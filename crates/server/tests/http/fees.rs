//! Tariffs and quotes at the operator's desk, and what a customer's phone and a cash-out make of them.

use serde_json::Value;

use crate::program::{PATIENT, Program, folder, run, specie};

const POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
const PHONE: &str = "+14155559992";
const TARIFF: &str = "name = \"Cash out\"\ncurrency = \"GBP\"\ntax_basis_points = 1600\n[fee]\nflat = \"0.20\"\n\
    [[fee.bands]]\nfrom = \"0\"\nbasis_points = 100\n";

#[test]
fn a_tariff_from_a_file_is_approved_quoted_told_with_the_code_and_charged() {
    let folder = folder();
    let program = Program::demo_with(
        folder.path(),
        &[&PATIENT[..], &["--approval-delay-s", "0", "--tariff-ceilings", "fee 100 0.20 GBP"]].concat(),
    );
    let demo = ["--demo", program.data.to_str().unwrap()];
    let desk = |arguments: &[&str]| -> Value {
        let output = specie(arguments).args(demo).arg("--json").output().unwrap();
        assert!(output.status.success(), "{output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let wrong = file("wrong.toml", &format!("{TARIFF}[[fee.bands]]\nfrom = \"0\"\n"));
    let refused = run(&[&["tariff", "add", &wrong], &demo[..]].concat());
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(3) && complaint.contains("fee.bands[1].from"), "{complaint}");
    let good = file("tariff.toml", TARIFF);
    let dear = file("dear.toml", &TARIFF.replace("\"0.20\"", "\"0.21\""));
    for (arguments, named) in [
        (&["tariff", "add", &good][..], "needs_two_people"),
        (&["tariff", "add", &dear, "--propose", "costs rose"], "0.20 GBP and 100 basis points"),
    ] {
        let refused = run(&[arguments, &demo[..]].concat());
        let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(refused.status.code() == Some(3) && complaint.contains(named), "{complaint}");
    }
    let made = desk(&["tariff", "add", &good, "--propose", "costs rose"]);
    let approver = ["--operator-key", program.demo["approver_key"].as_str().unwrap()];
    let approve = ["proposal", "approve", made["proposal_id"].as_str().unwrap()];
    assert_eq!(desk(&[&approve[..], &approver].concat())["state"], "carried_out");
    let added = desk(&["tariff", "list"])["tariffs"][0].clone();
    assert_eq!((&added["fee"], &added["made_by"]), (&made["tariff"]["fee"], &"Demo operator".into()));
    let tariff_id = added["tariff_id"].as_str().unwrap();
    assert_eq!(desk(&["tariff", "show", tariff_id]), added);
    let quote = desk(&["quote", "--wallet", PHONE, "--pos", POS, "10.00", "GBP"]);
    assert_eq!((&quote["fee"]["amount"], &quote["total"]["amount"]), (&"0.30".into(), &"10.30".into()));
    assert_eq!(desk(&["wallet", "kyc-tier", PHONE, "2"])["kyc_tier"], 2);
    let armed = run(&[&["code", "--amount", "10.00", "GBP", "--once"], &demo[..]].concat());
    let armed = String::from_utf8(armed.stdout).unwrap();
    assert!(armed.contains("fee 0.30 GBP, total 10.30 GBP"), "{armed}");
    let state = file("pos.json", "");
    std::fs::remove_file(&state).unwrap();
    for call in [
        &["login", "--demo", demo[1], PHONE, armed.lines().next().unwrap()][..],
        &["withdraw", "GBP", "10"],
        &["logout"],
    ] {
        let output = specie(&["pos"]).args(call).args(["--state", &state]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    let wallet = desk(&["wallet", "show", PHONE]);
    assert_eq!(wallet["accounts"][0]["balance"]["amount"], "178.70");
}
