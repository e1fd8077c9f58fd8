//! The calls that the three faces' pages are made for, with an example of each of their shapes: a customer's device,
//! people who sign in, what the console looks at, and what the cashier's page reads of itself.

use serde_json::{Value, json};

use super::calls::{Call, Face, Method};
use super::own::{ASKING, WALLETS, get, post};
use crate::api::ProblemCode;

pub(super) const CUSTOMER: &str = "A customer's device";
pub(super) const PEOPLE: &str = "People";
pub(super) const LOOKING: &str = "Live and search";

const STREAM: &str = "`text/event-stream`. Each event has an `id`, an `event` name and JSON `data`; a comment comes every \
    15 seconds. What was missed while away is not sent again: read the state anew after `hello`, which comes first, and \
    again whenever the reader fell behind.";

const HEARD: &str = "event: hello\nid: 512\ndata: {\"server_time\":\"2026-02-01T12:00:00Z\",\"seq\":512}\n\n";

/// A read by a customer's device.
const fn own_get(id: &'static str, path: &'static str, shape: &'static str) -> Call {
    Call { face: Face::Customer(&[]), ..get(id, path, CUSTOMER, shape) }
}

/// A change by a customer's device.
const fn own_post(id: &'static str, path: &'static str) -> Call {
    Call { headers: COOKIE_HEADERS, face: Face::Customer(&[]), ..post(id, path, CUSTOMER) }
}

const COOKIE_HEADERS: &[&str] = &["X-CSRF-Token*", "Idempotency-Key"];

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "Invite a device",
        description: "The invite brings one device within 24 hours; one made before is good for nothing from here on. Hand \
            it to the customer by a way that only she reads.",
        success: (201, Some("DeviceInvite")),
        face: Face::Own(&[
            ProblemCode::WalletNotFound,
            ProblemCode::WalletFrozen,
            ProblemCode::SecretShownOnce,
        ]),
        ..post("inviteDevice", "/api/v1/wallets/{wallet_id}/invites", WALLETS)
    },
    Call {
        summary: "Sign a device in",
        description: "Sets the cookie `specie_wallet`. When the wallet had a device before, its cash-outs rest for 24 hours \
            and its other devices are told. Whatever is wrong with the invite, the answer is the same.",
        body: Some("SignInDevice"),
        success: (201, Some("SignedInDevice")),
        face: Face::Open(&[
            ProblemCode::InviteNotValid,
            ProblemCode::LimitExceeded,
            ProblemCode::Unacceptable,
            ProblemCode::SecretShownOnce,
        ]),
        ..post("signInDevice", "/api/v1/wallet/device", CUSTOMER)
    },
    Call {
        summary: "Sign this device out",
        method: Method::Delete,
        ..own_post("signOutThisDevice", "/api/v1/wallet/device")
    },
    Call { summary: "Show the wallet", ..own_get("showOwnWallet", "/api/v1/wallet", "CustomerWallet") },
    Call {
        summary: "List places to get cash",
        description: "Those that serve, in the order of their short numbers; with `near` the nearest first, one page of them, \
            of the first 20,000 places whose point is known.",
        query: Some("PlacesQuery"),
        face: Face::Customer(&[ProblemCode::InvalidQuery]),
        ..own_get("listPlaces", "/api/v1/wallet/places", "Places")
    },
    Call {
        summary: "Ask what a withdrawal would cost",
        body: Some("AskOwnQuote"),
        success: (200, Some("Quote")),
        face: Face::Customer(&[
            ProblemCode::AccountNotFound,
            ProblemCode::PosNotFound,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
            ProblemCode::NotEnoughFunds,
        ]),
        ..own_post("askOwnQuote", "/api/v1/wallet/quotes")
    },
    Call {
        summary: "Arm a code",
        body: Some("ArmOwnCode"),
        success: (201, Some("OwnCode")),
        face: Face::Customer(&[
            ProblemCode::AccountNotFound,
            ProblemCode::PosNotFound,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
            ProblemCode::NotEnoughFunds,
            ProblemCode::Unacceptable,
            ProblemCode::WalletFrozen,
            ProblemCode::WalletRests,
            ProblemCode::CodeNoLongerArmed,
        ]),
        ..own_post("armOwnCode", "/api/v1/wallet/codes")
    },
    Call {
        summary: "Cancel the armed code",
        method: Method::Delete,
        face: Face::Customer(&[ProblemCode::CodeNotFound]),
        ..own_post("cancelOwnCode", "/api/v1/wallet/codes/current")
    },
    Call {
        summary: "List withdrawals",
        description: "Newest first. A page may hold fewer lines than asked for and still have a `next`.",
        query: Some("HistoryQuery"),
        face: Face::Customer(&[ProblemCode::InvalidQuery]),
        ..own_get("listOwnWithdrawals", "/api/v1/wallet/withdrawals", "OwnWithdrawals")
    },
    Call {
        summary: "Show a withdrawal",
        face: Face::Customer(&[ProblemCode::WithdrawalNotFound]),
        ..own_get("showOwnWithdrawal", "/api/v1/wallet/withdrawals/{transaction_id}", "OwnWithdrawal")
    },
    Call {
        summary: "Say that the cash did not come",
        description: "Opens a case, and answers it; its number is the operation's id. A text of 500 characters at most is \
            kept with it, sealed as the customer's other data are, and read by people of the operator; a case takes one.",
        body: Some("DisputeOwn"),
        success: (201, Some("OwnCase")),
        face: Face::Customer(&[
            ProblemCode::WithdrawalNotFound,
            ProblemCode::Unacceptable,
            ProblemCode::WalletFrozen,
        ]),
        ..own_post("disputeOwnWithdrawal", "/api/v1/wallet/withdrawals/{transaction_id}/disputes")
    },
    Call {
        summary: "Read an account's entries",
        query: Some("EntriesQuery"),
        face: Face::Customer(&[ProblemCode::InvalidQuery, ProblemCode::AccountNotFound]),
        ..own_get("listOwnEntries", "/api/v1/wallet/accounts/{account_id}/entries", "AccountEntries")
    },
    Call { summary: "List the devices", ..own_get("listOwnDevices", "/api/v1/wallet/devices", "OwnDevices") },
    Call {
        summary: "Sign a device out",
        method: Method::Delete,
        face: Face::Customer(&[ProblemCode::DeviceNotFound]),
        ..own_post("signOutOwnDevice", "/api/v1/wallet/devices/{device_id}")
    },
    Call {
        summary: "Freeze the wallet",
        description: "Only the operator can undo it.",
        success: (200, Some("CustomerWallet")),
        ..own_post("freezeOwnWallet", "/api/v1/wallet/freeze")
    },
    Call {
        summary: "Make this device the offline device",
        success: (201, Some("OfflineDevice")),
        face: Face::Customer(&[
            ProblemCode::WalletFrozen,
            ProblemCode::WalletRests,
            ProblemCode::SecretShownOnce,
        ]),
        ..own_post("enrolOwnOfflineDevice", "/api/v1/wallet/offline-device")
    },
    Call {
        summary: "Have no offline device any more",
        method: Method::Delete,
        face: Face::Customer(&[ProblemCode::DeviceNotFound]),
        ..own_post("removeOwnOfflineDevice", "/api/v1/wallet/offline-device")
    },
    Call {
        summary: "Hear what happens to the wallet",
        description: STREAM,
        success: (200, None),
        told_as: Some(("text/event-stream", HEARD)),
        ..own_get("hearWallet", "/api/v1/wallet/events", "")
    },
    Call {
        summary: "Show the POS of the access key",
        face: Face::Asking(&[]),
        ..get("showOwnPos", "/api/v1/pos/self", ASKING, "PosSelf")
    },
    Call {
        summary: "List the withdrawals and deposits of this POS",
        description: "Those made since an instant, say since midnight where the POS stands; newest first. They name no \
            customer. A key of the plain profile is told of what is over, and with a session's token of that session, too. \
            A page may hold fewer lines than asked for and still have a `next`.",
        headers: &["token_id"],
        query: Some("TodayQuery"),
        face: Face::Asking(&[ProblemCode::InvalidQuery]),
        ..get("listToday", "/api/v1/pos/today", ASKING, "Today")
    },
    Call {
        summary: "Sign in",
        description: "Sets the cookie `specie_staff`. Five wrong tries lock the name for 15 minutes. Whatever is wrong, the \
            answer is the same and takes as long. A code of the authenticator app serves once.",
        body: Some("SignInStaff"),
        success: (201, Some("StaffSession")),
        headers: &[],
        face: Face::Open(&[ProblemCode::SignInNotValid]),
        ..post("signIn", "/api/v1/staff/session", PEOPLE)
    },
    Call {
        summary: "Show who is signed in",
        ..get("showSession", "/api/v1/staff/session", PEOPLE, "StaffSession")
    },
    Call {
        summary: "Sign out",
        method: Method::Delete,
        headers: &["X-CSRF-Token*"],
        ..post("signOut", "/api/v1/staff/session", PEOPLE)
    },
    Call {
        summary: "Change one's own password",
        description: "To one of 12 to 256 bytes. All other sessions of the person are over.",
        body: Some("ChangePassword"),
        headers: COOKIE_HEADERS,
        face: Face::Own(&[ProblemCode::SignInNotValid, ProblemCode::Unacceptable]),
        ..post("changePassword", "/api/v1/staff/password", PEOPLE)
    },
    Call {
        summary: "Register a person",
        description: "The password and the seed of the authenticator app are told once. Once two people judge, a \
            person of the role `admin` or `finance` is proposed instead.",
        body: Some("AddStaff"),
        success: (201, Some("NewStaff")),
        face: Face::Own(&[
            ProblemCode::OperatorKeyExists,
            ProblemCode::NeedsTwoPeople,
            ProblemCode::Unacceptable,
            ProblemCode::SecretShownOnce,
        ]),
        ..post("addStaff", "/api/v1/staff", PEOPLE)
    },
    Call {
        summary: "List people",
        query: Some("PeopleQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::OperatorKeyNotFound]),
        ..get("listStaff", "/api/v1/staff", PEOPLE, "People")
    },
    Call {
        summary: "Disable a person",
        description: "At once and for good; the last admin cannot be disabled.",
        face: Face::Own(&[ProblemCode::OperatorKeyNotFound, ProblemCode::LastAdminKey]),
        ..post("disableStaff", "/api/v1/staff/{staff_id}/disable", PEOPLE)
    },
    Call {
        summary: "Give a person a new password and seed",
        description: "Her sessions are over and a locked name is open. Once two people judge, it is proposed instead \
            for a person of the role `admin` or `finance`.",
        success: (201, Some("NewStaff")),
        face: Face::Own(&[
            ProblemCode::OperatorKeyNotFound,
            ProblemCode::NeedsTwoPeople,
            ProblemCode::SecretShownOnce,
        ]),
        ..post("resetStaff", "/api/v1/staff/{staff_id}/reset", PEOPLE)
    },
    Call {
        summary: "Search",
        description: "An id of anything, a phone number, a POS's name or short number; and of the last 31 days an amount \
            (among the newest 50,000 withdrawals), a check word, or the last six to twelve digits of an operation's or \
            transaction's id (among the newest 20,000 sessions). At most ten of each kind.",
        query: Some("SearchQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("search", "/api/v1/search", LOOKING, "Found")
    },
    Call {
        summary: "Show the last hour",
        description: "Minute by minute, as far as this program has run. Counted in memory: for looking, not for books.",
        ..get("showLive", "/api/v1/live", LOOKING, "LiveView")
    },
    Call {
        summary: "Hear what happens",
        description: STREAM,
        success: (200, None),
        told_as: Some(("text/event-stream", HEARD)),
        ..get("hear", "/api/v1/events", LOOKING, "")
    },
];

const WALLET: &str = "018bcfe5-687b-7fff-bfff-fffffffffc05";
const DEVICE: &str = "018bcfe5-7d11-7c20-9a3b-5c4d3e2f1a05";
const STAFF: &str = "018bcfe5-6a11-7d20-8a3b-5c4d3e2f1a05";
const OWNER: &str = "018bcfe5-5b1d-7c3e-a1a4-7d1a2b3c4005";
const OPERATION: &str = "018bcfe5-9a40-7b2d-9c3e-2f6d1e5a8c05";
const TRANSACTION: &str = "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05";
const ACCOUNT: &str = "64e4a964-53b5-11e9-8495-02f0df928b";
const POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
const CSRF: &str = "0123456789abcdef0123456789abcdef";
const CASHIER: &str = "018bcfe5-7e22-7d31-8b4c-6d5e4f3a2b05";
const NOON: &str = "2026-02-01T12:00:00Z";

fn pounds(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "GBP" })
}

/// The example of the shape called `name`.
pub(super) fn example(name: &str) -> Option<Value> {
    of_devices(name).or_else(|| of_withdrawals(name)).or_else(|| of_people(name)).or_else(|| of_looking(name))
}

fn of_devices(name: &str) -> Option<Value> {
    let account = || {
        json!({
            "account_id": ACCOUNT, "currency": "GBP", "alias": "GBP", "balance": pounds("189.00"),
            "held": pounds("10.00"), "available": pounds("179.00"),
        })
    };
    let this = || json!({ "device_id": DEVICE, "name": "My phone" });
    let device = || json!({ "device_id": DEVICE, "name": "My phone", "created_at": NOON, "last_seen_on": "2026-02-01", "this": true });
    let place = || {
        json!({
            "pos_id": POS, "number": 1001, "name": "Corner shop", "owner_name": "Mill Lane Shops", "cash": "yes",
            "currencies": ["GBP"], "purposes": ["withdraw", "deposit"], "town": "London", "hours": "Mo-Sa 9-18",
            "latitude": "51.507400", "longitude": "-0.127800", "distance_m": 420,
        })
    };
    match name {
        "DeviceInvite" => Some(json!({ "invite": "7Q4M-9KZT-2WXH-0ABC-DEFG", "expires_at": NOON })),
        "SignInDevice" => Some(json!({ "invite": "7Q4M-9KZT-2WXH-0ABC-DEFG", "device_name": "My phone" })),
        "SignedInDevice" => Some(json!({ "wallet_id": WALLET, "device_id": DEVICE, "csrf_token": CSRF })),
        "OfflineState" => Some(json!("off")),
        "ThisDevice" => Some(this()),
        "CustomerAccount" => Some(account()),
        "CustomerWallet" => Some(json!({
            "wallet_id": WALLET, "phone_number": "+14*****9992", "status": "open", "frozen": false,
            "offline": "off", "accounts": [account()], "device": this(), "csrf_token": CSRF, "server_time": NOON,
        })),
        "PlacesQuery" => Some(json!({ "number": 1001 })),
        "PlaceCash" => Some(json!("yes")),
        "Place" => Some(place()),
        "Places" => Some(json!({ "places": [place()], "next": null })),
        "OwnDevice" => Some(device()),
        "OwnDevices" => Some(json!({ "devices": [device()] })),
        _ => None,
    }
}

fn of_withdrawals(name: &str) -> Option<Value> {
    let case = || {
        json!({
            "case": OPERATION, "kind": "disputed", "state": "open", "opened_at": NOON, "due_at": null,
        })
    };
    let withdrawal = || {
        json!({
            "transaction_id": TRANSACTION, "operation_id": OPERATION, "account_id": ACCOUNT, "pos_id": POS,
            "pos_name": "Corner shop", "amount": pounds("10.00"), "fee": pounds("0.50"), "state": "pending",
            "held": pounds("10.00"), "paid": pounds("0.00"), "returned": pounds("0.00"), "created_at": NOON,
            "check_word": "walnut", "case": case(),
        })
    };
    match name {
        "AskOwnQuote" => Some(json!({ "account_id": ACCOUNT, "pos_id": POS, "amount": pounds("10.00") })),
        "ArmOwnCode" => Some(json!({
            "account_id": ACCOUNT, "pos_id": POS, "amount": pounds("10.00"), "purpose": "withdraw",
        })),
        "OwnCode" => Some(json!({
            "code": "876680", "phone_number": "+14155559992", "valid_from": NOON,
            "expires_at": "2026-02-01T12:00:30Z", "server_time": NOON, "fee": pounds("0.50"),
            "total": pounds("10.50"),
        })),
        "DisputeOwn" => Some(json!({ "text": "The drawer was empty." })),
        "OwnCase" => Some(case()),
        "OwnWithdrawal" => Some(withdrawal()),
        "HistoryQuery" => Some(json!({ "past": "317-0", "limit": 20 })),
        "OwnWithdrawals" => Some(json!({ "withdrawals": [withdrawal()], "next": "317-0" })),
        _ => None,
    }
}

fn of_people(name: &str) -> Option<Value> {
    let person = || {
        json!({
            "staff_id": STAFF, "name": "Ada", "role": "admin", "created_at": NOON, "disabled_at": null,
            "locked_until": null,
        })
    };
    match name {
        "AddStaff" => Some(json!({ "name": "Ada", "role": "admin" })),
        "NewStaff" => Some(json!({
            "staff_id": STAFF, "password": "5d1c2b3a49586776859403122130495867768594",
            "otp_seed": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "otp_uri": "otpauth://totp/Specie:Ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Specie\
                &algorithm=SHA1&digits=6&period=30",
        })),
        "Person" => Some(person()),
        "PeopleQuery" => Some(json!({ "limit": 50 })),
        "People" => Some(json!({ "staff": [person()], "next": null })),
        "SignInStaff" => Some(json!({ "name": "Ada", "password": "correct horse battery", "otp": "287082" })),
        "StaffSession" => Some(json!({
            "staff_id": STAFF, "person": "Ada", "role": "admin", "csrf_token": CSRF, "idle_s": 900,
            "first_password": false,
        })),
        "ChangePassword" => Some(json!({ "old": "correct horse battery", "new": "staple correct horse" })),
        _ => None,
    }
}

fn of_looking(name: &str) -> Option<Value> {
    let wallet = || json!({ "wallet_id": WALLET, "phone_number": "+14155559992", "frozen": false });
    let pos = || json!({ "pos_id": POS, "number": 1001, "name": "Corner shop", "owner_id": OWNER, "disabled": false });
    let operation = || {
        json!({
            "operation_id": OPERATION, "transaction_id": TRANSACTION, "wallet_id": WALLET, "pos_id": POS,
            "state": "pending", "amount": pounds("10.00"), "opened_at": NOON,
        })
    };
    let account = || json!({ "account_id": ACCOUNT, "wallet_id": WALLET, "balance": pounds("179.00") });
    let refused = || json!({ "code": "NOT_ENOUGH_FUNDS", "count": 2 });
    let time = || json!({ "count": 12, "p50_s": 9, "p95_s": 41 });
    let searched = || json!({ "amounts": false, "references": false, "since": null });
    let minute = || {
        json!({
            "at": NOON, "sessions": 4, "withdrawals": 3, "completed": 2, "reversed": 1, "unconfirmed": 0,
            "paid": [pounds("40.00")], "refused": [refused()],
        })
    };
    let currency =
        || json!({ "currency": "GBP", "decimals": 2, "denominations": ["20.00", "10.00", "5.00"] });
    let cashier = || json!({ "cashier_id": CASHIER, "name": "Ben", "role": "cashier" });
    let today = || {
        json!({
            "operation_id": OPERATION, "state": "completed", "amount": pounds("10.00"), "held": pounds("0.00"),
            "paid": pounds("10.00"), "returned": pounds("0.00"), "do": "already_paid",
            "armed": { "purpose": "withdraw", "amount": pounds("10.00") }, "check_word": "walnut",
            "fee": pounds("0.50"), "transaction_id": TRANSACTION, "opened_at": NOON,
        })
    };
    match name {
        "SearchQuery" => Some(json!({ "q": "+14155559992" })),
        "FoundWallet" => Some(wallet()),
        "FoundPos" => Some(pos()),
        "FoundOperation" => Some(operation()),
        "FoundAccount" => Some(account()),
        "Found" => Some(json!({
            "wallets": [wallet()], "pos": [pos()], "operations": [operation()], "accounts": [account()],
            "cases": [OPERATION], "searched": searched(),
        })),
        "Searched" => Some(searched()),
        "RefusedCount" => Some(refused()),
        "TimeToCash" => Some(time()),
        "LiveMinute" => Some(minute()),
        "LiveView" => Some(json!({
            "since": NOON, "minutes": [minute()], "open_sessions": 4, "unconfirmed": 1, "time_to_cash": time(),
        })),
        "Armed" => Some(json!({ "purpose": "withdraw", "amount": pounds("10.00") })),
        "PosCurrency" => Some(currency()),
        "PosSelf" => Some(json!({
            "pos_id": POS, "number": 1001, "name": "Corner shop", "owner_name": "Mill Lane Shops",
            "currencies": [currency()], "tills": true, "cashiers": [cashier()], "show_balance": true,
            "code_digits": 6, "server_time": NOON,
        })),
        "PosCashier" => Some(cashier()),
        "TodayQuery" => Some(json!({ "since": NOON, "limit": 20 })),
        "TodayLine" => Some(today()),
        "Today" => Some(json!({ "operations": [today()], "next": null })),
        _ => None,
    }
}
