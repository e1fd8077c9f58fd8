//! The document against itself: every example against its schema and its type, every code in its place.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::{calls, document};
use crate::api::{self, ProblemCode};
use crate::pos::{self, ErrorCode};

/// Codes that exist for ever and that no call answers yet, with what they wait for.
const NOT_YET: &[(&str, &str)] = &[
    ("method_not_allowed", "no documented call has another method than its own"),
    ("code_exists", "ids of codes are ours and never twice"),
    ("payouts_stopped", "only a withdrawal is stopped, and that is the other wire's"),
    ("profile_not_served", "both profiles are served"),
];

/// The judge of the schema at `pointer`, with the whole document's components in reach.
fn judge(document: &Value, schema: &Value) -> Validator {
    let root = json!({ "allOf": [schema], "components": document["components"] });
    jsonschema::draft202012::options().should_validate_formats(true).build(&root).unwrap()
}

fn assert_valid(document: &Value, schema: &Value, value: &Value, about: &str) {
    let judge = judge(document, schema);
    let wrong: Vec<_> =
        judge.iter_errors(value).map(|why| format!("{}: {why}", why.instance_path())).collect();
    assert!(wrong.is_empty(), "{about}: {wrong:?} in {value}");
}

fn shapes(document: &Value) -> &Map<String, Value> {
    document["components"]["schemas"].as_object().unwrap()
}

#[test]
fn every_shape_has_an_example_and_its_own_schema_takes_it() {
    let document = document("1.2.3");
    for (name, shape) in shapes(&document) {
        let examples = shape["examples"].as_array();
        let example = examples.and_then(|examples| examples.first());
        let example = example.unwrap_or_else(|| panic!("{name} has no example"));
        assert_valid(&document, shape, example, name);
    }
}

fn assert_reads<T: DeserializeOwned + Serialize>(document: &Value, name: &str) {
    let example = &document["components"]["schemas"][name]["examples"][0];
    let read: T = serde_json::from_value(example.clone()).unwrap_or_else(|why| panic!("{name}: {why}"));
    let printed = serde_json::to_value(&read).unwrap();
    for (member, value) in example.as_object().into_iter().flatten() {
        assert_eq!(&printed[member], value, "{name}.{member}");
    }
}

type Reads = fn(&Value, &str);

const READ: &[(&str, Reads)] = &[
    ("OpenWallet", assert_reads::<api::OpenWallet>),
    ("NewAccount", assert_reads::<api::NewAccount>),
    ("NewFunding", assert_reads::<api::NewFunding>),
    ("ArmCode", assert_reads::<api::ArmCode>),
    ("RegisterOwner", assert_reads::<api::RegisterOwner>),
    ("RegisterPos", assert_reads::<api::RegisterPos>),
    ("AddKey", assert_reads::<api::AddKey>),
    ("Wallet", assert_reads::<api::Wallet>),
    ("Funding", assert_reads::<api::Funding>),
    ("Withdrawal", assert_reads::<api::Withdrawal>),
    ("Deposit", assert_reads::<api::Deposit>),
    ("Operation", assert_reads::<api::Operation>),
    ("OpenOperations", assert_reads::<api::OpenOperations>),
    ("RegisterOperatorKey", assert_reads::<api::RegisterOperatorKey>),
    ("NewOperatorKey", assert_reads::<api::NewOperatorKey>),
    ("OperatorKeys", assert_reads::<api::OperatorKeys>),
    ("AccountEntries", assert_reads::<api::AccountEntries>),
    ("TellOutcome", assert_reads::<api::TellOutcome>),
    ("TellPrint", assert_reads::<api::TellPrint>),
    ("Printed", assert_reads::<api::Printed>),
    ("Cases", assert_reads::<api::Cases>),
    ("Case", assert_reads::<api::Case>),
    ("NoteCase", assert_reads::<api::NoteCase>),
    ("AddTariff", assert_reads::<api::AddTariff>),
    ("Tariffs", assert_reads::<api::Tariffs>),
    ("AskQuote", assert_reads::<api::AskQuote>),
    ("Quote", assert_reads::<api::Quote>),
    ("Propose", assert_reads::<api::Propose>),
    ("Proposals", assert_reads::<api::Proposals>),
    ("ProposeOperatorKey", assert_reads::<api::ProposeOperatorKey>),
    ("ProposeStaff", assert_reads::<api::ProposeStaff>),
    ("ProposeStaffReset", assert_reads::<api::ProposeStaffReset>),
    ("ProposedOperatorKey", assert_reads::<api::ProposedOperatorKey>),
    ("ProposedStaff", assert_reads::<api::ProposedStaff>),
    ("SetOnExpiry", assert_reads::<api::SetOnExpiry>),
    ("CountTill", assert_reads::<api::CountTill>),
    ("MoveCash", assert_reads::<api::MoveCash>),
    ("TillSession", assert_reads::<api::TillSession>),
    ("PosCash", assert_reads::<api::PosCash>),
    ("CustomerWallet", assert_reads::<api::CustomerWallet>),
    ("Places", assert_reads::<api::Places>),
    ("OwnWithdrawals", assert_reads::<api::OwnWithdrawals>),
    ("OwnDevices", assert_reads::<api::OwnDevices>),
    ("OwnCode", assert_reads::<api::OwnCode>),
    ("ArmOwnCode", assert_reads::<api::ArmOwnCode>),
    ("SignInDevice", assert_reads::<api::SignInDevice>),
    ("NewStaff", assert_reads::<api::NewStaff>),
    ("People", assert_reads::<api::People>),
    ("SignInStaff", assert_reads::<api::SignInStaff>),
    ("StaffSession", assert_reads::<api::StaffSession>),
    ("ChangePassword", assert_reads::<api::ChangePassword>),
    ("Found", assert_reads::<api::Found>),
    ("LiveView", assert_reads::<api::LiveView>),
    ("Owners", assert_reads::<api::Owners>),
    ("PosList", assert_reads::<api::PosList>),
    ("PosShown", assert_reads::<api::PosShown>),
    ("Sessions", assert_reads::<api::Sessions>),
    ("AuditPage", assert_reads::<api::AuditPage>),
    ("Timeline", assert_reads::<api::Timeline>),
    ("LiveFloat", assert_reads::<api::LiveFloat>),
    ("PosSelf", assert_reads::<api::PosSelf>),
    ("Today", assert_reads::<api::Today>),
    ("Problem", assert_reads::<api::Problem>),
    ("Status", assert_reads::<pos::Status>),
    ("SetSettlement", assert_reads::<api::SetSettlement>),
    ("Settlements", assert_reads::<api::Settlements>),
    ("CutBatch", assert_reads::<api::CutBatch>),
    ("ConfirmBatch", assert_reads::<api::ConfirmBatch>),
    ("FailBatch", assert_reads::<api::FailBatch>),
    ("SettlementBatches", assert_reads::<api::SettlementBatches>),
    ("BatchLines", assert_reads::<api::BatchLines>),
    ("AskFloat", assert_reads::<api::AskFloat>),
    ("WithdrawFloatAsk", assert_reads::<api::WithdrawFloatAsk>),
    ("AnswerFloat", assert_reads::<api::AnswerFloat>),
    ("FloatRequests", assert_reads::<api::FloatRequests>),
    ("BeginReconciliation", assert_reads::<api::BeginReconciliation>),
    ("Reconciliations", assert_reads::<api::Reconciliations>),
    ("TakeLines", assert_reads::<api::TakeLines>),
    ("PlacedLines", assert_reads::<api::PlacedLines>),
    ("LineMatches", assert_reads::<api::LineMatches>),
    ("MatchByHand", assert_reads::<api::MatchByHand>),
    ("LineBreaks", assert_reads::<api::LineBreaks>),
    ("NoteBreak", assert_reads::<api::NoteBreak>),
    ("ClearBreak", assert_reads::<api::ClearBreak>),
    ("TrialBalance", assert_reads::<api::TrialBalance>),
    ("AgedSuspense", assert_reads::<api::AgedSuspense>),
    ("OwnerStatement", assert_reads::<api::OwnerStatement>),
    ("OpenCases", assert_reads::<api::OpenCases>),
];

#[test]
fn an_example_is_read_by_the_type_it_stands_for() {
    let document = document("1.2.3");
    READ.iter().for_each(|(name, reads)| reads(&document, name));
}

#[test]
fn the_example_of_every_documented_error_fits_where_it_is_documented() {
    let document = document("1.2.3");
    let mut documented = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                for (_, content) in response["content"].as_object().into_iter().flatten() {
                    for code in content["examples"].as_object().map(Map::keys).into_iter().flatten() {
                        let example = &document["components"]["examples"][code.as_str()]["value"];
                        assert_valid(
                            &document,
                            &content["schema"],
                            example,
                            &format!("{method} {path} {status}"),
                        );
                        documented.insert(code.clone());
                    }
                }
            }
        }
    }
    let statuses = ProblemCode::ALL.iter().map(|code| (code.as_str(), code.http_status()));
    let statuses = statuses.chain(ErrorCode::ALL.iter().map(|code| (code.as_str(), code.http_status())));
    for (code, _) in statuses {
        let waits = NOT_YET.iter().any(|(waiting, _)| *waiting == code);
        assert_ne!(
            documented.contains(code),
            waits,
            "{code} must be documented by a call or say what it waits for"
        );
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document("1.2.3");
    let mut waiting = vec![&document];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(target)) = members.get("$ref") {
                    let pointer = target.strip_prefix('#').unwrap();
                    assert!(document.pointer(pointer).is_some(), "{target}");
                }
                waiting.extend(members.values());
            }
            Value::Array(values) => waiting.extend(values),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

#[test]
fn every_text_in_a_path_is_described_and_its_example_fits() {
    let document = document("1.2.3");
    for call in calls() {
        let operation = &document["paths"][call.path][call.method.name()];
        let parameters = operation["parameters"].as_array().unwrap();
        let in_path: Vec<_> = parameters.iter().filter(|parameter| parameter["in"] == "path").collect();
        assert_eq!(in_path.len(), call.path.matches('{').count(), "{}", call.id);
        for parameter in parameters {
            let name = parameter["name"].as_str().unwrap();
            assert!(
                parameter["description"].as_str().is_some_and(|text| !text.is_empty()),
                "{} {name}",
                call.id
            );
            if let Some(example) = parameter.get("example") {
                assert_valid(&document, &parameter["schema"], example, &format!("{} {name}", call.id));
            }
        }
    }
}

/// Clients are generated with these names: they are for ever.
const OPERATIONS: &[&str] = &[
    "openWallet",
    "findWallet",
    "showWallet",
    "openAccount",
    "topUpWallet",
    "freezeWallet",
    "unfreezeWallet",
    "confirmWallet",
    "setKycTier",
    "erasePersonalData",
    "armCode",
    "cancelCode",
    "enrolOfflineDevice",
    "removeOfflineDevice",
    "registerOwner",
    "registerPos",
    "disablePos",
    "enablePos",
    "setOnExpiry",
    "prefundPos",
    "addKey",
    "revokeKey",
    "showAccount",
    "listEntries",
    "showWithdrawal",
    "showDeposit",
    "disputeWithdrawal",
    "listCases",
    "showCase",
    "noteCase",
    "registerOperatorKey",
    "listOperatorKeys",
    "revokeOperatorKey",
    "listOpenOperations",
    "showOperation",
    "tellOutcome",
    "tellPrint",
    "listTills",
    "openTill",
    "moveCash",
    "handOverTill",
    "closeTillHere",
    "explainVarianceHere",
    "inviteDevice",
    "signInDevice",
    "signOutThisDevice",
    "showOwnWallet",
    "listPlaces",
    "askOwnQuote",
    "armOwnCode",
    "cancelOwnCode",
    "listOwnWithdrawals",
    "showOwnWithdrawal",
    "disputeOwnWithdrawal",
    "listOwnEntries",
    "listOwnDevices",
    "signOutOwnDevice",
    "freezeOwnWallet",
    "enrolOwnOfflineDevice",
    "removeOwnOfflineDevice",
    "hearWallet",
    "showOwnPos",
    "listToday",
    "signIn",
    "showSession",
    "signOut",
    "changePassword",
    "addStaff",
    "listStaff",
    "disableStaff",
    "resetStaff",
    "search",
    "showLive",
    "hear",
    "listOwners",
    "listPos",
    "showPos",
    "listSessions",
    "showLiveFloat",
    "listDeeds",
    "showTimeline",
    "addTariff",
    "listTariffs",
    "showTariff",
    "askQuote",
    "propose",
    "proposeOperatorKey",
    "proposeStaff",
    "proposeStaffReset",
    "listProposals",
    "showProposal",
    "approveProposal",
    "rejectProposal",
    "runTills",
    "addTill",
    "retireTill",
    "addCashier",
    "listCashiers",
    "changeCashier",
    "showCash",
    "tellVault",
    "closeTill",
    "showTillSession",
    "listVariances",
    "explainVariance",
    "showCashRules",
    "setCashRules",
    "moveFloat",
    "returnFloat",
    "setLowFloat",
    "setCreditLine",
    "locatePos",
    "findPosNear",
    "askFloat",
    "withdrawFloatAsk",
    "listFloatRequests",
    "answerFloat",
    "listLimits",
    "setLimit",
    "showLimitUsage",
    "setBrake",
    "stopPayouts",
    "resumePayouts",
    "setSettlement",
    "listSettlements",
    "cutSettlementBatch",
    "listSettlementBatches",
    "showSettlementBatch",
    "listSettlementBatchLines",
    "confirmSettlementBatch",
    "failSettlementBatch",
    "beginReconciliation",
    "listReconciliations",
    "showReconciliation",
    "takeLines",
    "listLines",
    "searchMatches",
    "listMatches",
    "matchByHand",
    "undoMatch",
    "listBreaks",
    "noteBreak",
    "closeBreak",
    "clearBreak",
    "undoClearing",
    "showTrialBalance",
    "listAgedSuspense",
    "showOwnerStatement",
    "listOpenCases",
    "exportFoundOperations",
    "exportFoundWallets",
    "exportFoundAccounts",
    "exportSessions",
    "exportLiveMinutes",
    "exportLiveFloat",
    "exportDeeds",
    "exportTransfers",
    "exportEntries",
    "exportWalletAccounts",
    "exportOwners",
    "exportPos",
    "exportPosFloats",
    "exportPosKeys",
    "exportFloatRequests",
    "exportCases",
    "exportProposals",
    "exportTariffs",
    "exportLimits",
    "exportCeilings",
    "exportBrakes",
    "exportLimitUsage",
    "exportTills",
    "exportCash",
    "exportCashiers",
    "exportTillOpening",
    "exportTillLines",
    "exportVariances",
    "exportSettlements",
    "exportSettlementBatches",
    "exportSettlementBatchLines",
    "exportReconciliations",
    "exportLines",
    "exportMatches",
    "exportBreaks",
    "exportTrialBalance",
    "exportTrialBalanceSums",
    "exportAgedSuspense",
    "exportOwnerStatement",
    "exportOpenCases",
    "exportOperatorKeys",
    "exportStaff",
    "echo",
    "login",
    "withdraw",
    "reverse",
    "deposit",
    "logout",
];

#[test]
fn operations_keep_their_names() {
    let names: Vec<_> = calls().iter().map(|call| call.id).collect();
    assert_eq!(names, OPERATIONS);
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
}

#[test]
fn the_shapes_of_the_pos_wire_take_no_further_member() {
    let document = document("1.2.3");
    let answer = &document["components"]["schemas"]["WithdrawAnswer"];
    let example = &answer["examples"][0];
    for pointer in ["", "/data", "/status"] {
        let mut more = example.clone();
        more.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap().insert("more".to_owned(), json!(1));
        assert!(!judge(&document, answer).is_valid(&more), "{more}");
    }
    let mut null = example.clone();
    null["data"] = Value::Null;
    assert!(!judge(&document, answer).is_valid(&null), "an absent data is not null");
}
