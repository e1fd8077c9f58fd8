//! One example of every shape. The people and places are those of the demo; a test reads each into its type and
//! judges it by its schema.

use serde_json::{Value, json};

use crate::pos::{Envelope, ErrorCode, Nothing};

const WALLET: &str = "018bcfe5-687b-7fff-bfff-fffffffffc05";
pub(super) const OWNER: &str = "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005";
const OPERATOR_KEY: &str = "018bcfe5-6a11-7d20-8a3b-5c4d3e2f1a05";
pub(super) const OPERATION: &str = "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05";
const WHY_HIRED: &str = "She begins on Monday.";
const PROPOSAL: &str = "018bcfe5-a1b0-7c44-8b1d-3c5a7e9f1b05";
pub(super) const TRANSACTION: &str = "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05";
const TARIFF: &str = "018bcfe5-7c31-7a4e-9b0d-4e3f2a1b0c05";
const ACCOUNT: &str = "64e4a964-53b5-11e9-8495-02f0df928b";
const POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
const PHONE: &str = "+14155559992";
const TOKEN: &str = "0f9b5b3e-1111-2222-3333-444455556666";

pub(super) fn pounds(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "GBP" })
}

/// The example of the shape called `name`.
pub(super) fn example(name: &str) -> Option<Value> {
    of_wallets(name)
        .or_else(|| of_places(name))
        .or_else(|| of_staff(name))
        .or_else(|| of_ledger(name))
        .or_else(|| of_cases(name))
        .or_else(|| of_fees(name))
        .or_else(|| super::limits::example(name))
        .or_else(|| super::settlement::example(name))
        .or_else(|| super::reconciliation::example(name))
        .or_else(|| super::faces::example(name))
        .or_else(|| super::console::example(name))
        .or_else(|| of_proposals(name))
        .or_else(|| of_tills(name))
        .or_else(|| super::float::example(name))
        .or_else(|| of_wire(name))
}

fn of_wallets(name: &str) -> Option<Value> {
    let account =
        || json!({ "account_id": ACCOUNT, "currency": "GBP", "alias": "GBP", "balance": pounds("189.00") });
    match name {
        "OpenWallet" => Some(json!({ "phone_number": "+447700900001", "currencies": ["GBP", "JPY"] })),
        "NewAccount" => Some(json!({ "currency": "KWD", "alias": "Savings" })),
        "NewFunding" => Some(json!({ "amount": pounds("25.00") })),
        "Funding" => {
            Some(json!({ "funding_id": TRANSACTION, "amount": pounds("25.00"), "balance": pounds("214.00") }))
        }
        "Wallet" => Some(
            json!({ "wallet_id": WALLET, "phone_number": PHONE, "frozen": false, "offline": false, "kyc_tier": 0, "accounts": [account()] }),
        ),
        "WalletAccount" => Some(account()),
        "WalletSwitch" => Some(json!({ "wallet_id": WALLET, "frozen": true })),
        "OfflineDevice" => Some(json!({
            "seed": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "uri": format!(
                "otpauth://totp/Specie:{WALLET}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Specie\
                 &algorithm=SHA1&digits=8&period=30"
            ),
            "digits": 8,
            "period_s": 30,
        })),
        "WalletQuery" => Some(json!({ "phone_number": PHONE })),
        "ArmCode" => {
            Some(json!({ "pos_id": POS, "amount": pounds("10.00"), "purpose": "withdraw", "channel": "app" }))
        }
        "ArmedCode" => Some(json!({
            "code": "876680",
            "code_id": TRANSACTION,
            "valid_from": "2026-01-31T11:42:00.000Z",
            "expires_at": "2026-01-31T11:42:30.000Z",
            "server_time": "2026-01-31T11:42:07.250Z",
            "fee": pounds("0.35"),
            "total": pounds("10.35"),
            "tariff_id": TARIFF,
        })),
        "Purpose" => Some(json!("withdraw")),
        "Amount" => Some(pounds("10.00")),
        "CurrencyCode" => Some(json!("GBP")),
        _ => None,
    }
}

fn of_places(name: &str) -> Option<Value> {
    match name {
        "RegisterOwner" => Some(json!({ "name": "Thornbury Corner Shops" })),
        "PosOwner" => Some(json!({ "owner_id": OWNER, "name": "Thornbury Corner Shops" })),
        "RegisterPos" => Some(json!({
            "owner_id": OWNER, "name": "Mill Lane News", "currencies": ["GBP"], "credit_lines": [pounds("500.00")],
        })),
        "Pos" => Some(json!({
            "pos_id": POS, "owner_id": OWNER, "name": "Mill Lane News", "currencies": ["GBP"],
            "credit_lines": [pounds("500.00")],
        })),
        "PosSwitch" => Some(json!({ "pos_id": POS, "disabled": true })),
        "Profile" => Some(json!("signed")),
        "BalanceView" => Some(json!("approved")),
        "AddKey" => Some(json!({ "profile": "signed", "networks": ["192.0.2.0/24"], "currencies": ["GBP"] })),
        "PosKey" => Some(json!({
            "key_id": TRANSACTION,
            "access_key": "rak_TESTACCESS",
            "secret_key": "rsk_testsecret0123456789",
            "profile": "signed",
            "networks": ["192.0.2.0/24"],
            "balance_view": "approved",
            "currencies": ["GBP"],
        })),
        _ => None,
    }
}

fn of_ledger(name: &str) -> Option<Value> {
    let entry = || {
        json!({
            "number": 2, "transfer": 4711, "amount": pounds("-10.00"), "balance": pounds("179.00"),
            "counterpart": format!("cash_pending:{OWNER}:GBP"), "reason": "withdrawal_held",
            "operation_id": OPERATION, "made_at": "2026-01-31T11:42:30.000Z",
        })
    };
    match name {
        "Account" => Some(json!({
            "account_id": ACCOUNT, "kind": "wallet", "currency": "GBP", "alias": "GBP",
            "balance": pounds("189.00"), "entries": 1,
        })),
        "AccountEntry" => Some(entry()),
        "AccountEntries" => Some(json!({ "entries": [entry()], "next": null, "as_of": 90_210 })),
        "EntriesQuery" => Some(json!({ "from": 51, "limit": 50 })),
        "Withdrawal" => Some(withdrawal("completed", "0.00", "10.00")),
        "Deposit" => Some(json!({
            "transaction_id": TRANSACTION, "operation_id": OPERATION, "wallet_id": WALLET, "account_id": ACCOUNT,
            "pos_id": POS, "owner_id": OWNER, "state": "deposited", "amount": pounds("20.00"), "returned": pounds("0.00"),
            "short": pounds("0.00"), "made_at": "2026-01-02T10:00:00.000Z",
            "depositor": { "name": "Amina Yusuf", "phone_number": "+254700000001" },
        })),
        "Operation" => Some(operation()),
        "OpenOperations" => Some(json!({ "operations": [operation()], "next": null })),
        "AskedState" => Some(json!("open")),
        "OpenOperationsQuery" => Some(json!({ "state": "open", "limit": 50 })),
        "Problem" => Some(json!({
            "type": "/errors/wallet_not_found", "title": "There is no such wallet", "status": 404,
            "detail": "There is no such wallet.", "code": "wallet_not_found", "money_moved": false,
            "retry": "Do not repeat the request unchanged.", "request_id": OPERATION,
        })),
        _ => None,
    }
}

fn withdrawal(state: &str, held: &str, paid: &str) -> Value {
    json!({
        "transaction_id": TRANSACTION, "operation_id": OPERATION, "wallet_id": WALLET, "account_id": ACCOUNT,
        "pos_id": POS, "owner_id": OWNER, "state": state, "amount": pounds("10.00"),
        "held": pounds(held), "paid": pounds(paid), "returned": pounds("0.00"),
        "paid_late": pounds("0.00"), "fee": pounds("0.00"), "made_at": "2026-01-31T11:42:30.000Z",
        "assumed": false,
        "paid_late": pounds("0.00"), "fee": pounds("0.00"), "fee_kept": pounds("0.00"), "tax_kept": pounds("0.00"),
        "commission": pounds("0.00"), "tariff_id": null, "made_at": "2026-01-31T11:42:30.000Z",
    })
}

fn of_fees(name: &str) -> Option<Value> {
    let band = |from: &str, basis_points: u32| json!({ "from": from, "basis_points": basis_points });
    let fee = || json!({ "flat": "0.25", "bands": [band("0.00", 100), band("100.00", 50)], "max": "4.00" });
    let commission = || json!({ "bands": [band("0.00", 40)] });
    let tariff = || {
        json!({
            "tariff_id": TARIFF, "name": "Cash out", "currency": "GBP", "owner_id": null, "channel": null,
            "kyc_tier": null, "valid_from": "2026-02-01T00:00:00.000Z", "valid_to": null, "fee": fee(),
            "commission": commission(), "tax_basis_points": 1_600, "made_by": "A. Person",
            "made_at": "2026-01-31T11:42:30.000Z",
        })
    };
    match name {
        "Channel" => Some(json!("app")),
        "TariffBand" => Some(band("100.00", 50)),
        "TariffSchedule" => Some(fee()),
        "AddTariff" => Some(json!({
            "name": "Cash out", "currency": "GBP", "valid_from": "2026-02-01T00:00:00Z", "fee": fee(),
            "commission": commission(), "tax_basis_points": 1_600,
        })),
        "Tariff" => Some(tariff()),
        "Tariffs" => Some(json!({ "tariffs": [tariff()], "next": null })),
        "TariffsQuery" => Some(json!({ "limit": 50 })),
        "AskQuote" => Some(json!({ "wallet_id": WALLET, "pos_id": POS, "amount": pounds("10.00") })),
        "Quote" => Some(json!({
            "amount": pounds("10.00"), "fee": pounds("0.35"), "total": pounds("10.35"), "tariff_id": TARIFF,
            "valid_until": "2026-02-01T00:00:00.000Z",
        })),
        "KycTier" => Some(json!({ "kyc_tier": 2 })),
        _ => None,
    }
}

fn of_cases(name: &str) -> Option<Value> {
    let line = || {
        json!({
            "operation_id": OPERATION, "kind": "unconfirmed", "state": "open", "amount": pounds("10.00"),
            "wallet_id": WALLET, "pos_id": POS, "assigned_to": "A. Person",
            "opened_at": "2026-01-31T11:47:30.000Z", "closed_at": null,
            "due_at": null, "level": 0,
        })
    };
    let expired = || {
        json!({
            "at": "2026-01-31T11:47:30.000Z", "command": 90_210, "what": "expired", "outcome": null,
            "amount": null, "person": null, "text": null, "erased": false, "rule": null, "closing": null,
            "approved_by": null,
        })
    };
    match name {
        "CashOutcome" => Some(json!("partial")),
        "CountedNotes" => Some(json!({ "denomination": "1.00", "count": 6 })),
        "TellOutcome" => Some(json!({
            "outcome": "partial", "dispensed": pounds("6.00"),
            "notes": [{ "denomination": "1.00", "count": 6 }],
        })),
        "CaseKind" => Some(json!("unconfirmed")),
        "CaseState" | "AskedCases" => Some(json!("open")),
        "EvidenceKind" => Some(json!("expired")),
        "CaseEvidence" => Some(expired()),
        "CaseLine" => Some(line()),
        "Cases" => Some(json!({ "cases": [line()], "next": null })),
        "CasesQuery" => Some(json!({ "state": "open", "limit": 50 })),
        "Case" => {
            let mut case = line();
            if let Value::Object(members) = &mut case {
                members.insert("evidence".to_owned(), json!([expired()]));
                members.insert("left_out".to_owned(), json!(0));
                members.insert("withdrawal".to_owned(), withdrawal("unconfirmed", "10.00", "0.00"));
            }
            Some(case)
        }
        "NoteCase" => {
            Some(json!({ "text": "The till counted ten pounds too much.", "assign_to": "A. Person" }))
        }
        _ => None,
    }
}

fn of_proposals(name: &str) -> Option<Value> {
    let proposal = || {
        json!({
            "proposal_id": PROPOSAL, "kind": "close_case", "state": "waiting", "amount": null,
            "operation_id": OPERATION, "closing": "return", "shortfall_on": null, "pos_id": null, "way": null,
            "debit": null, "credit": null, "limit": null, "brake": null, "currency": null, "deposit_id": null,
            "reconciliation_id": null, "break_number": null, "person": null, "role": null,
            "operator_key_id": null, "second_half": null, "tariff": null,
            "why": "The till had ten pounds too much.",
            "proposed_by": "A. Person", "proposed_at": "2026-01-31T12:00:00.000Z",
            "not_before": "2026-01-31T12:00:00.000Z", "expires_at": "2026-02-07T12:00:00.000Z",
            "judged_by": null, "judged_at": null,
        })
    };
    match name {
        "ProposalKind" => Some(json!("close_case")),
        "Closing" => Some(json!("return")),
        "Bearer" => Some(json!("owner")),
        "WrittenOff" => Some(json!("surplus")),
        "ProposalState" | "AskedProposals" => Some(json!("waiting")),
        "ProposalsQuery" => Some(json!({ "state": "waiting", "limit": 50 })),
        "Propose" => Some(json!({
            "kind": "close_case", "operation_id": OPERATION, "closing": "return",
            "why": "The till had ten pounds too much.",
        })),
        "Proposal" => Some(proposal()),
        "Proposals" => Some(json!({ "proposals": [proposal()], "next": null })),
        "ProposeOperatorKey" => Some(json!({ "person": "A. Person", "role": "finance", "why": WHY_HIRED })),
        "ProposeStaff" => Some(json!({ "name": "Ada", "role": "admin", "why": WHY_HIRED })),
        "ProposeStaffReset" => Some(json!({ "why": "She lost her phone." })),
        "ProposedOperatorKey" => {
            Some(json!({ "proposal": hired(proposal()), "first_half": "sok_5d1c2b3a49586776859" }))
        }
        "ProposedStaff" => Some(json!({
            "proposal": hired(proposal()), "first_half": "5d1c2b3a495867768594",
            "otp_seed": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "otp_uri": "otpauth://totp/Specie:Ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Specie&algorithm=SHA1                &digits=6&period=30",
        })),
        "OnExpiry" => Some(json!("assume_dispensed")),
        "SetOnExpiry" => Some(json!({ "on_expiry": "assume_dispensed", "after_s": 86_400 })),
        _ => None,
    }
}

/// The proposal as one about a key.
fn hired(mut proposal: Value) -> Value {
    for (member, value) in [
        ("kind", json!("add_operator_key")),
        ("operation_id", Value::Null),
        ("closing", Value::Null),
        ("person", json!("A. Person")),
        ("role", json!("finance")),
        ("operator_key_id", json!(PROPOSAL)),
        ("why", json!(WHY_HIRED)),
    ] {
        if let Some(of) = proposal.get_mut(member) {
            *of = value;
        }
    }
    proposal
}

fn of_tills(name: &str) -> Option<Value> {
    let till = || {
        json!({
            "till_id": TRANSACTION, "pos_id": POS, "name": "Front", "till_session_id": OPERATION,
            "cashier_id": OWNER, "opened_at": "2026-01-31T08:00:00.000Z",
        })
    };
    let cashier =
        || json!({ "cashier_id": OWNER, "name": "Anna", "role": "cashier", "active": true, "locked": false });
    let count = || json!({ "currency": "GBP", "notes": [{ "denomination": "20.00", "count": 5 }] });
    let counted = || json!({ "cashier_id": OWNER, "pin": "4711", "counts": [count()] });
    let sign = || json!({ "cashier_id": WALLET, "pin": "1147" });
    let line =
        || json!({ "expected": pounds("100.00"), "counted": pounds("95.00"), "variance": pounds("-5.00") });
    let variance = || {
        json!({
            "till_session_id": OPERATION, "till_id": TRANSACTION, "cashier_id": OWNER, "line": line(),
            "state": "explained", "explanation": "A torn note.", "explained_by": "A. Person",
            "found_at": "2026-01-31T18:00:00.000Z",
        })
    };
    match name {
        "RunTills" => Some(json!({ "runs_tills": true })),
        "AddTill" => Some(json!({ "name": "Front" })),
        "Till" => Some(till()),
        "Tills" => Some(json!({ "tills": [till()] })),
        "CashierRole" => Some(json!("cashier")),
        "AddCashier" => Some(json!({ "name": "Anna", "role": "cashier", "pin": "4711" })),
        "ChangeCashier" => Some(json!({ "pin": "1174" })),
        "Cashier" => Some(cashier()),
        "Cashiers" => Some(json!({ "cashiers": [cashier()] })),
        "TillCount" => Some(count()),
        "CountTill" => Some(counted()),
        "CloseTill" => Some(json!({ "counts": [count()] })),
        "TillOpened" => Some(json!({ "till_session_id": OPERATION })),
        "OtherSign" => Some(sign()),
        "HandOverTill" => {
            Some(json!({ "cashier_id": OWNER, "pin": "4711", "to": sign(), "counts": [count()] }))
        }
        "MoveWay" => Some(json!("to_vault")),
        "MoveCash" => Some(json!({
            "cashier_id": OWNER, "pin": "4711", "way": "to_vault", "currency": "GBP",
            "notes": [{ "denomination": "20.00", "count": 2 }],
        })),
        "TillLine" => Some(line()),
        "TillClosed" => Some(json!({ "till_session_id": OPERATION, "handed_to": null, "lines": [line()] })),
        "TillSession" => Some(json!({
            "till_session_id": OPERATION, "till_id": TRANSACTION, "cashier_id": OWNER, "key_id": WALLET,
            "opened_at": "2026-01-31T08:00:00.000Z", "opened": [count()],
            "closed_at": "2026-01-31T18:00:00.000Z", "closed_by": "Anna", "lines": [line()],
        })),
        "ExplainVariance" => Some(json!({ "currency": "GBP", "explanation": "A torn note." })),
        "VarianceState" => Some(json!("open")),
        "TillVariance" => Some(variance()),
        "VariancesQuery" => Some(json!({ "past": format!("{OPERATION}:GBP"), "limit": 50 })),
        "TillVariances" => Some(json!({ "variances": [variance()], "next": null })),
        "VaultEvent" => Some(json!("delivered")),
        "VaultCash" => Some(json!({ "event": "delivered", "amount": pounds("500.00") })),
        "VaultBalance" => Some(json!({ "balance": pounds("500.00") })),
        "CashLine" => Some(cash_line()),
        "PosCash" => {
            Some(json!({ "pos_id": POS, "runs_tills": true, "tills": [till()], "cash": [cash_line()] }))
        }
        "CashRules" => {
            Some(json!({ "denominations": ["50.00", "20.00", "10.00", "5.00"], "variance_alert": "1.00" }))
        }
        _ => None,
    }
}

fn cash_line() -> Value {
    json!({ "tills": pounds("100.00"), "vault": pounds("400.00"), "missing": pounds("5.00") })
}

fn operation() -> Value {
    json!({
        "operation_id": OPERATION, "state": "pending", "amount": pounds("10.00"), "held": pounds("10.00"),
        "paid": pounds("0.00"), "returned": pounds("0.00"), "do": "hand_out",
        "armed": { "purpose": "withdraw", "amount": pounds("10.00") }, "check_word": "walnut",
        "fee": pounds("0.50"), "transaction_id": TRANSACTION,
    })
}

fn of_staff(name: &str) -> Option<Value> {
    let key = || {
        json!({
            "operator_key_id": OPERATOR_KEY, "person": "A. Person", "role": "finance",
            "created_at": "2026-01-31T11:42:30.000Z", "revoked_at": null,
        })
    };
    match name {
        "Role" => Some(json!("finance")),
        "RegisterOperatorKey" => Some(json!({ "person": "A. Person", "role": "finance" })),
        "NewOperatorKey" => Some(json!({
            "operator_key_id": OPERATOR_KEY, "operator_key": "sok_shown_this_once", "person": "A. Person",
            "role": "finance",
        })),
        "OperatorKey" => Some(key()),
        "OperatorKeys" => Some(json!({ "operator_keys": [key()], "next": null })),
        "OperatorKeysQuery" => Some(json!({ "after": OPERATOR_KEY, "limit": 50 })),
        _ => None,
    }
}

fn of_wire(name: &str) -> Option<Value> {
    let account = || {
        json!({
            "account_id": ACCOUNT, "account_currency": "GBP", "account_alias": "GBP", "account_balance": 189,
            "account_currency_symbol": "£",
        })
    };
    match name {
        "LoginData" => Some(json!({ "token_id": TOKEN, "operation_id": OPERATION, "accounts": [account()] })),
        "SessionAccount" => Some(account()),
        "WithdrawData" => Some(json!({ "transaction_id": TRANSACTION })),
        "ReversalData" => Some(json!({ "transaction_id": TRANSACTION, "operation_id": OPERATION })),
        "DepositData" => Some(json!({ "transaction_id": TRANSACTION, "metadata": { "receipt": "A-17" } })),
        "DepositBody" => Some(json!({
            "metadata": { "receipt": "A-17" },
            "depositor": { "name": "Amina Yusuf", "phone_number": "+254700000001" },
        })),
        "ExplainVarianceHere" => Some(json!({
            "cashier_id": "018bcfe5-7a11-7c20-9b3a-4d5e6f708105", "pin": "4711", "currency": "GBP",
            "explanation": "A fiver went out twice.",
        })),
        "DepositedBy" => Some(json!({ "name": "Amina Yusuf", "phone_number": "+254700000001" })),
        "JsonNumber" => Some(json!(189)),
        "Verdict" => Some(json!("SUCCESS")),
        "Status" => envelope_example("PlainAnswer").get("status").cloned(),
        _ => None,
    }
}

/// The example of an envelope.
pub(super) fn envelope_example(name: &str) -> Value {
    let data = match name {
        "LoginAnswer" => of_wire("LoginData"),
        "WithdrawAnswer" => of_wire("WithdrawData"),
        "ReversalAnswer" => of_wire("ReversalData"),
        "DepositAnswer" => of_wire("DepositData"),
        _ => None,
    };
    let id = OPERATION.to_owned();
    let envelope = if name == "ErrorAnswer" {
        serde_json::to_value(Envelope::<Nothing>::error(id, ErrorCode::NotEnoughFunds.into()))
    } else {
        serde_json::to_value(Envelope::success(id, data))
    };
    envelope.unwrap_or_default() // Texts and numbers always print.
}
