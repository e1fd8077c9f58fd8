//! A POS's journal held against the ledger at the operator's desk, and the reports.

use serde_json::Value;

use crate::program::{Program, folder, run, specie};

const POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
const PHONE: &str = "+14155559992";
const PERIOD: [&str; 6] = ["--name", "All", "--from", "2020-01-01T00:00:00Z", "--to", "2100-01-01T00:00:00Z"];

#[test]
fn a_journal_is_taken_in_whole_or_not_at_all_and_its_differences_are_listed() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let demo = ["--demo", program.data.to_str().unwrap()];
    let desk = |arguments: &[&str]| -> Value {
        let output = specie(arguments).args(demo).arg("--json").output().unwrap();
        assert!(output.status.success(), "{output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let told = |arguments: &[&str]| -> String {
        let output = run(&[arguments, &demo[..]].concat());
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let armed = told(&["code", "--amount", "10.00", "GBP", "--once"]);
    let state = folder.path().join("pos.json");
    for call in
        [&["login", "--demo", demo[1], PHONE, armed.lines().next().unwrap()][..], &["withdraw", "GBP", "10"]]
    {
        let output = specie(&["pos"]).args(call).args(["--state", state.to_str().unwrap()]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    let session: Value = serde_json::from_slice(&std::fs::read(&state).unwrap()).unwrap();
    let operation = session["session"]["operation_id"].as_str().unwrap().to_owned();
    let output = specie(&["pos", "logout", "--state", state.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{output:?}");

    let file = folder.path().join("journal.csv");
    let import = || {
        [&["reconcile", "import", "pos-journal", file.to_str().unwrap(), "--pos", POS][..], &PERIOD].concat()
    };
    let rows = |second: &str| {
        format!(
            "what,operation_id,amount,currency,at\nwithdrawal,{operation},10.00,GBP,2026-01-01T00:00:00Z\n\
             withdrawal,,{second},GBP,2026-01-01T00:00:00Z\n"
        )
    };
    std::fs::write(&file, rows("7.777")).unwrap();
    let refused = run(&[&import()[..], &demo[..]].concat());
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && complaint.contains("line 3, amount"), "{complaint}");
    assert_eq!(desk(&["reconcile", "list"])["reconciliations"], serde_json::json!([]));

    std::fs::write(&file, rows("7.77")).unwrap();
    let taken = desk(&import());
    assert_eq!((taken["lines"].as_u64(), taken["matched_lines"].as_u64()), (Some(2), Some(1)), "{taken}");
    let id = taken["reconciliation_id"].as_str().unwrap();
    let again = run(&[&import()[..], &demo[..]].concat());
    let complaint = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(again.status.code() == Some(3) && complaint.contains(id), "{complaint}");
    let breaks = told(&["reconcile", "breaks", id, "--csv"]);
    assert!(breaks.starts_with("number,kind,state,currency,theirs,known,difference,"), "{breaks}");
    assert!(breaks.contains(",only_theirs,open,GBP,7.77,0.00,7.77,2,"), "{breaks}");
    assert_eq!(desk(&["reconcile", "matches", id])["matches"][0]["found_by"], "id");
    let number = breaks.lines().find(|line| line.contains("only_theirs")).unwrap();
    let number = number.split(',').next().unwrap();
    let closed = desk(&["reconcile", "close", id, number, "--why", "a test of the shop's own"]);
    assert_eq!(closed["state"], "closed");

    assert!(told(&["report", "trial-balance"]).contains("money GBP: "));
    assert!(told(&["report", "trial-balance"]).contains(": comes to zero"));
    assert!(told(&["report", "trial-balance", "--csv"]).contains("\r\nmoney,GBP,wallet,"));
    assert!(told(&["report", "aged-suspense", "--csv"]).starts_with("pos_id,currency,amount"));
    assert!(told(&["report", "open-cases"]).starts_with("operation_id"));
    let shown = desk(&["reconcile", "matches", id]);
    let fact = shown["matches"][0]["ours"][0]["fact"].as_str().unwrap();
    let withdrawal = desk(&["withdrawal", "show", fact.trim_start_matches("withdrawal/")]);
    let owner = withdrawal["owner_id"].as_str().unwrap();
    let statement = ["report", "owner-statement", owner, "GBP", "--csv"];
    let statement = told(&[&statement[..], &PERIOD[2..]].concat());
    assert!(statement.contains(",entry,") && statement.contains(&operation), "{statement}");
    assert!(statement.trim_end().lines().last().unwrap().contains(",closing,"), "{statement}");
}

/// What one command decided with its rows in memory is decided again after `kill -9`, when there are none.
#[test]
fn a_long_file_taken_in_does_not_lock_the_folder() {
    const LINES: usize = 90;
    let folder = folder();
    let mut program = Program::demo(folder.path());
    let demo = program.data.to_str().unwrap().to_owned();
    let file = folder.path().join("journal.csv");
    let line = |place: usize| format!("withdrawal,,{}.00,GBP,2026-01-01T00:00:00Z\n", place + 1);
    let lines: String = (0..LINES).map(line).collect();
    std::fs::write(&file, format!("what,operation_id,amount,currency,at\n{lines}")).unwrap();
    let import = ["reconcile", "import", "pos-journal", file.to_str().unwrap(), "--pos", POS];
    let taken = specie(&import).args(PERIOD).args(["--demo", &demo, "--json"]).output().unwrap();
    assert!(taken.status.success(), "{taken:?}");
    program.kill();
    let program = Program::demo(folder.path());
    let list = specie(&["reconcile", "list"]).args(["--demo", &demo, "--json"]).output().unwrap();
    let list: Value = serde_json::from_slice(&list.stdout).unwrap();
    assert_eq!(list["reconciliations"][0]["taken"], LINES, "{list}");
    let breaks = list["reconciliations"][0]["open_breaks"].as_u64().unwrap();
    assert!(breaks >= LINES as u64, "each line is a break, and so is what they did not tell of: {list}");
    assert!(program.verify().status.success());
}

#[test]
fn a_banks_statement_in_camt_053_is_taken_in_entry_by_entry() {
    let folder = folder();
    let program = Program::demo(folder.path());
    let demo = ["--demo", program.data.to_str().unwrap()];
    let file = folder.path().join("january.xml");
    let import =
        [&["reconcile", "import", "bank", file.to_str().unwrap(), "--currency", "GBP"][..], &PERIOD].concat();
    let entry = |amount: &str, sign: &str, reference: &str| {
        format!(
            "<Ntry><Amt Ccy=\"GBP\">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
             <BookgDt><Dt>2026-01-31</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs>\
             </TxDtls></NtryDtls></Ntry>\n"
        )
    };
    let statement = |message: &str, entries: &[String]| {
        format!(
            "<?xml version=\"1.0\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\
             <BkToCstmrStmt><GrpHdr><MsgId>{message}</MsgId></GrpHdr><Stmt><Id>S-1</Id>\
             <Acct><Id><IBAN>GB1</IBAN></Id></Acct>\n{}</Stmt></BkToCstmrStmt></Document>",
            entries.concat()
        )
    };
    let good = entry("10.00", "DBIT", "SETTLEMENT 7");
    std::fs::write(&file, statement("M-1", &[good.clone(), entry("5.005", "CRDT", "x")])).unwrap();
    let refused = run(&[&import[..], &demo[..]].concat());
    let complaint = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && complaint.contains("entry 2, which begins on line 4"),
        "{complaint}"
    );
    std::fs::write(&file, statement("M-1", &[good.clone(), entry("5.00", "CRDT", "FOUND")])).unwrap();
    let output = specie(&import).args(demo).arg("--json").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let taken: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((taken["lines"].as_u64(), taken["open_breaks"].as_u64()), (Some(2), Some(2)), "{taken}");
    let id = taken["reconciliation_id"].as_str().unwrap();
    let breaks = run(&[&["reconcile", "breaks", id, "--csv"][..], &demo[..]].concat());
    let breaks = String::from_utf8(breaks.stdout).unwrap();
    assert!(breaks.contains(",only_theirs,open,GBP,-10.00,0.00,-10.00,1,"), "{breaks}");
    assert!(breaks.contains(",only_theirs,open,GBP,5.00,0.00,5.00,2,"), "{breaks}");
    std::fs::write(&file, statement("M-2", &[good, entry("5.00", "CRDT", "FOUND")])).unwrap();
    let again = run(&[&import[..], &demo[..]].concat());
    let complaint = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(!again.status.success(), "the same statement in another message");
    assert!(complaint.contains("S-1 of GB1") && complaint.contains(id), "{complaint}");
}
