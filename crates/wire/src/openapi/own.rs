//! The calls of our own API, `/api/v1`.

use super::calls::{Call, Face, Method};
use crate::api::ProblemCode;

pub(super) const WALLETS: &str = "Wallets";
pub(super) const CODES: &str = "Codes";
pub(super) const PLACES: &str = "POS and keys";
pub(super) const LEDGER: &str = "Ledger";
pub(super) const CASES: &str = "Cases";
pub(super) const STAFF: &str = "Operator keys";
pub(super) const ASKING: &str = "A POS asks";

pub(super) const IDEMPOTENCY: &[&str] = &["Idempotency-Key"];

/// A read.
pub(super) const fn get(
    id: &'static str,
    path: &'static str,
    tag: &'static str,
    shape: &'static str,
) -> Call {
    Call {
        id,
        method: Method::Get,
        path,
        tag,
        summary: "",
        description: "",
        headers: &[],
        query: None,
        body: None,
        success: (200, Some(shape)),
        told_as: None,
        face: Face::Own(&[]),
    }
}

/// A change.
pub(super) const fn post(id: &'static str, path: &'static str, tag: &'static str) -> Call {
    let call = get(id, path, tag, "");
    Call { method: Method::Post, headers: IDEMPOTENCY, success: (204, None), ..call }
}

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "Open a wallet",
        body: Some("OpenWallet"),
        success: (201, Some("Wallet")),
        face: Face::Own(&[
            ProblemCode::InvalidPhoneNumber,
            ProblemCode::WalletExists,
            ProblemCode::AccountExists,
            ProblemCode::Unacceptable,
        ]),
        ..post("openWallet", "/api/v1/wallets", WALLETS)
    },
    Call {
        summary: "Find the wallet of a phone number",
        query: Some("WalletQuery"),
        face: Face::Own(&[
            ProblemCode::InvalidQuery,
            ProblemCode::InvalidPhoneNumber,
            ProblemCode::WalletNotFound,
        ]),
        ..get("findWallet", "/api/v1/wallets", WALLETS, "Wallet")
    },
    Call {
        summary: "Show a wallet",
        face: Face::Own(&[ProblemCode::WalletNotFound]),
        ..get("showWallet", "/api/v1/wallets/{wallet_id}", WALLETS, "Wallet")
    },
    Call {
        summary: "Open an account",
        body: Some("NewAccount"),
        success: (201, Some("WalletAccount")),
        face: Face::Own(&[
            ProblemCode::WalletNotFound,
            ProblemCode::AccountExists,
            ProblemCode::Unacceptable,
        ]),
        ..post("openAccount", "/api/v1/wallets/{wallet_id}/accounts", WALLETS)
    },
    Call {
        summary: "Top up a wallet",
        body: Some("NewFunding"),
        success: (201, Some("Funding")),
        face: Face::Own(&[
            ProblemCode::WalletNotFound,
            ProblemCode::AccountNotFound,
            ProblemCode::Unacceptable,
            ProblemCode::InvalidAmount,
            ProblemCode::LimitExceeded,
        ]),
        ..post("topUpWallet", "/api/v1/wallets/{wallet_id}/topups", WALLETS)
    },
    Call {
        summary: "Freeze a wallet",
        description: "No code is armed and no session opened for it. What a POS already did may still be reversed.",
        success: (200, Some("WalletSwitch")),
        face: Face::Own(&[ProblemCode::WalletNotFound, ProblemCode::WalletFrozen]),
        ..post("freezeWallet", "/api/v1/wallets/{wallet_id}/freeze", WALLETS)
    },
    Call {
        summary: "Unfreeze a wallet",
        success: (200, Some("WalletSwitch")),
        face: Face::Own(&[ProblemCode::WalletNotFound, ProblemCode::WalletFrozen]),
        ..post("unfreezeWallet", "/api/v1/wallets/{wallet_id}/unfreeze", WALLETS)
    },
    Call {
        summary: "Confirm that the customer has her phone",
        description: "Ends what wrong codes have switched off: unbound codes, and the offline device.",
        face: Face::Own(&[ProblemCode::WalletNotFound]),
        ..post("confirmWallet", "/api/v1/wallets/{wallet_id}/confirm", WALLETS)
    },
    Call {
        summary: "Say how well the customer is known",
        description: "The KYC tier, which tariffs and limits ask for. What each tier means is the operator's.",
        body: Some("KycTier"),
        success: (200, Some("KycTier")),
        face: Face::Own(&[ProblemCode::WalletNotFound, ProblemCode::WalletFrozen]),
        ..post("setKycTier", "/api/v1/wallets/{wallet_id}/kyc-tier", WALLETS)
    },
    Call {
        method: Method::Delete,
        summary: "Forget the customer",
        description: "Closes the wallet for good and destroys the key to its personal data. May be repeated.",
        face: Face::Own(&[ProblemCode::WalletNotFound, ProblemCode::WalletInUse]),
        ..post("erasePersonalData", "/api/v1/wallets/{wallet_id}/personal-data", WALLETS)
    },
    Call {
        summary: "Arm a code",
        description: "The digits are told once. A new code takes the place of one that is still armed.",
        body: Some("ArmCode"),
        success: (201, Some("ArmedCode")),
        face: Face::Own(&[
            ProblemCode::WalletNotFound,
            ProblemCode::AccountNotFound,
            ProblemCode::PosNotFound,
            ProblemCode::CodeNoLongerArmed,
            ProblemCode::WalletFrozen,
            ProblemCode::Unacceptable,
            ProblemCode::InvalidAmount,
            ProblemCode::CurrencyNotServed,
        ]),
        ..post("armCode", "/api/v1/wallets/{wallet_id}/codes", CODES)
    },
    Call {
        method: Method::Delete,
        summary: "Cancel the armed code",
        face: Face::Own(&[ProblemCode::WalletNotFound, ProblemCode::CodeNotFound]),
        ..post("cancelCode", "/api/v1/wallets/{wallet_id}/codes/current", CODES)
    },
    Call {
        summary: "Enrol an offline device",
        description: "From its seed the customer's device makes codes by RFC 6238 (HMAC-SHA-1, 8 digits, 30 s) while \
                      it has no network. Such a code needs no arming, and brings no more cash than the operator's \
                      offline caps. The seed is told once; a device enrolled before shows no good codes any more.",
        success: (201, Some("OfflineDevice")),
        face: Face::Own(&[
            ProblemCode::WalletNotFound,
            ProblemCode::SecretShownOnce,
            ProblemCode::WalletFrozen,
        ]),
        ..post("enrolOfflineDevice", "/api/v1/wallets/{wallet_id}/offline-device", CODES)
    },
    Call {
        method: Method::Delete,
        summary: "Remove the offline device",
        face: Face::Own(&[ProblemCode::WalletNotFound, ProblemCode::DeviceNotFound]),
        ..post("removeOfflineDevice", "/api/v1/wallets/{wallet_id}/offline-device", CODES)
    },
    Call {
        summary: "Register a POS owner",
        body: Some("RegisterOwner"),
        success: (201, Some("PosOwner")),
        face: Face::Own(&[ProblemCode::OwnerExists, ProblemCode::Unacceptable]),
        ..post("registerOwner", "/api/v1/pos-owners", PLACES)
    },
    Call {
        summary: "Register a POS",
        body: Some("RegisterPos"),
        success: (201, Some("Pos")),
        face: Face::Own(&[
            ProblemCode::OwnerNotFound,
            ProblemCode::PosExists,
            ProblemCode::Unacceptable,
            ProblemCode::InvalidAmount,
            ProblemCode::CurrencyNotServed,
        ]),
        ..post("registerPos", "/api/v1/pos", PLACES)
    },
    Call {
        summary: "Disable a POS",
        description: "It opens no session and takes no new request; logouts and reversals are still accepted.",
        success: (200, Some("PosSwitch")),
        face: Face::Own(&[ProblemCode::PosNotFound]),
        ..post("disablePos", "/api/v1/pos/{pos_id}/disable", PLACES)
    },
    Call {
        summary: "Enable a POS",
        success: (200, Some("PosSwitch")),
        face: Face::Own(&[ProblemCode::PosNotFound]),
        ..post("enablePos", "/api/v1/pos/{pos_id}/enable", PLACES)
    },
    Call {
        summary: "Set what becomes of a POS's cash of which nobody says anything",
        description: "For sessions that end from now on. `case`, the default: the money stays held and people look. \
            `assume_dispensed`, for POS that never log out: `after_s` seconds later the cash is taken to have left, \
            the withdrawal is marked `assumed`, and the customer may dispute it as any other.",
        body: Some("SetOnExpiry"),
        face: Face::Own(&[ProblemCode::PosNotFound, ProblemCode::Unacceptable]),
        ..post("setOnExpiry", "/api/v1/pos/{pos_id}/on-expiry", PLACES)
    },
    Call {
        summary: "Prefund a POS",
        body: Some("NewFunding"),
        success: (201, Some("Funding")),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::Unacceptable,
            ProblemCode::InvalidAmount,
            ProblemCode::CurrencyNotServed,
            ProblemCode::LimitExceeded,
        ]),
        ..post("prefundPos", "/api/v1/pos/{pos_id}/prefundings", PLACES)
    },
    Call {
        summary: "Make an access key",
        description: "Key and secret are told once. A repeat is answered with 409: revoke the key and make another.",
        body: Some("AddKey"),
        success: (201, Some("PosKey")),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::InvalidNetwork,
            ProblemCode::KeyExists,
            ProblemCode::SecretShownOnce,
            ProblemCode::Unacceptable,
            ProblemCode::CurrencyNotServed,
        ]),
        ..post("addKey", "/api/v1/pos/{pos_id}/keys", PLACES)
    },
    Call {
        method: Method::Delete,
        summary: "Revoke an access key",
        face: Face::Own(&[ProblemCode::PosNotFound, ProblemCode::KeyNotFound]),
        ..post("revokeKey", "/api/v1/pos/{pos_id}/keys/{key_id}", PLACES)
    },
    Call {
        summary: "Show an account",
        face: Face::Own(&[ProblemCode::AccountNotFound]),
        ..get("showAccount", "/api/v1/accounts/{account_id}", LEDGER, "Account")
    },
    Call {
        summary: "Read an account's entries",
        description: "Newest first, page by page; a page follows with its `next` as `before`.",
        query: Some("EntriesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery, ProblemCode::AccountNotFound]),
        ..get("listEntries", "/api/v1/accounts/{account_id}/entries", LEDGER, "AccountEntries")
    },
    Call {
        summary: "Show a withdrawal",
        face: Face::Own(&[ProblemCode::WithdrawalNotFound]),
        ..get("showWithdrawal", "/api/v1/withdrawals/{transaction_id}", LEDGER, "Withdrawal")
    },
    Call {
        summary: "Show a deposit",
        description: "With who brought its cash, where the POS said that it was somebody else than the customer.",
        face: Face::Own(&[ProblemCode::DepositNotFound]),
        ..get("showDeposit", "/api/v1/deposits/{transaction_id}", LEDGER, "Deposit")
    },
    Call {
        summary: "Dispute a withdrawal",
        description: "The customer says that she did not get the cash. Opens a case, or adds to the one there is; \
            no money moves until people have looked. May be repeated.",
        success: (201, Some("CaseLine")),
        face: Face::Own(&[ProblemCode::WithdrawalNotFound]),
        ..post("disputeWithdrawal", "/api/v1/withdrawals/{transaction_id}/disputes", CASES)
    },
    Call {
        summary: "List cases",
        description: "In the order their operations began, page by page; a page follows with its `next` as `after`.",
        query: Some("CasesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listCases", "/api/v1/cases", CASES, "Cases")
    },
    Call {
        summary: "Show a case",
        description: "With all that is known of it; `command` is the number of the command in the journal that \
            brought a piece of evidence.",
        face: Face::Own(&[ProblemCode::CaseNotFound]),
        ..get("showCase", "/api/v1/cases/{operation_id}", CASES, "Case")
    },
    Call {
        summary: "Note what was found, or take a case",
        description: "At least one of `text` and `assign_to`. Moves no money and closes nothing: closing a case is \
            proposed by one person and approved by another. An unconfirmed case closes itself as soon as nothing is \
            held any more.",
        body: Some("NoteCase"),
        face: Face::Own(&[
            ProblemCode::CaseNotFound,
            ProblemCode::WalletFrozen,
            ProblemCode::Unacceptable,
            ProblemCode::LimitExceeded,
        ]),
        ..post("noteCase", "/api/v1/cases/{operation_id}/notes", CASES)
    },
    Call {
        summary: "Make an operator key",
        description: "The key is told once. A repeat is answered with 409: revoke the key and make another. Once two \
            people judge, a key of the role `admin` or `finance` is proposed instead.",
        body: Some("RegisterOperatorKey"),
        success: (201, Some("NewOperatorKey")),
        face: Face::Own(&[
            ProblemCode::OperatorKeyExists,
            ProblemCode::NeedsTwoPeople,
            ProblemCode::SecretShownOnce,
            ProblemCode::Unacceptable,
        ]),
        ..post("registerOperatorKey", "/api/v1/operator-keys", STAFF)
    },
    Call {
        summary: "List operator keys",
        description: "The oldest first, revoked ones too, page by page; a page follows with its `next` as `after`.",
        query: Some("OperatorKeysQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listOperatorKeys", "/api/v1/operator-keys", STAFF, "OperatorKeys")
    },
    Call {
        method: Method::Delete,
        summary: "Revoke an operator key",
        description: "It opens nothing from the next command on. The last live key of the role `admin` stays.",
        face: Face::Own(&[ProblemCode::OperatorKeyNotFound, ProblemCode::LastAdminKey]),
        ..post("revokeOperatorKey", "/api/v1/operator-keys/{operator_key_id}", STAFF)
    },
    Call {
        summary: "Ask which operations are open",
        description: "For a till that lost its memory: operations of its key whose session lives or whose cash \
            waits for an outcome, the oldest first. A key of the plain profile is told of its session's operation \
            alone and needs its token.",
        headers: &["token_id"],
        query: Some("OpenOperationsQuery"),
        face: Face::Asking(&[ProblemCode::InvalidQuery, ProblemCode::SessionNotFound]),
        ..get("listOpenOperations", "/api/v1/pos/operations", ASKING, "OpenOperations")
    },
    Call {
        summary: "Ask what became of an operation",
        description: "For a till that lost an answer: `do` says what the cashier shall do now.",
        headers: &["token_id*"],
        face: Face::Asking(&[ProblemCode::SessionNotFound]),
        ..get("showOperation", "/api/v1/pos/operations/{operation_id}", ASKING, "Operation")
    },
    Call {
        summary: "Tell what became of the cash",
        description: "Beside logout and reversal, for a POS that knows more: `dispensed`, `not_dispensed`, `partial` \
            with the sum that left, or `unknown`. Taken in the session and after it, also late; the same word again \
            moves nothing, unless under an idempotency value of its own. Answers the operation as it is now, never as it was.",
        headers: &["token_id*", "phone_number", "Idempotency-Key"],
        body: Some("TellOutcome"),
        success: (200, Some("Operation")),
        face: Face::Asking(&[
            ProblemCode::SessionNotFound,
            ProblemCode::NotAWithdrawal,
            ProblemCode::InvalidAmount,
            ProblemCode::CurrencyNotServed,
            ProblemCode::DispensedExceedsWithdrawal,
            ProblemCode::NotesNotAcceptable,
        ]),
        ..post("tellOutcome", "/api/v1/pos/operations/{operation_id}/outcome", ASKING)
    },
    Call {
        summary: "Tell that a receipt was printed",
        description: "For the operation's history; no money moves, and no session lives longer for it. Taken in the \
            session and however long after it. The first print that is told is the original, each after it a copy. \
            The timeline shows the first 20 of an operation; later ones are counted.",
        headers: &["token_id*", "phone_number", "Idempotency-Key"],
        body: Some("TellPrint"),
        success: (200, Some("Printed")),
        face: Face::Asking(&[ProblemCode::SessionNotFound]),
        ..post("tellPrint", "/api/v1/pos/operations/{operation_id}/prints", ASKING)
    },
    Call {
        summary: "List the tills of the access key's POS",
        face: Face::Asking(&[]),
        ..get("listTills", "/api/v1/pos/tills", ASKING, "Tills")
    },
    Call {
        summary: "Open a till",
        description: "With what is counted in it; the cash comes out of the POS's vault. From then on the till serves \
            the access key that asks, and a key serves one till.",
        headers: IDEMPOTENCY,
        body: Some("CountTill"),
        success: (201, Some("TillOpened")),
        face: Face::Asking(&[
            ProblemCode::TillNotFound,
            ProblemCode::PinNotValid,
            ProblemCode::CashierLocked,
            ProblemCode::TillIsOpen,
            ProblemCode::TillsNotRun,
            ProblemCode::KeyServesTill,
            ProblemCode::PosDisabled,
            ProblemCode::CountNotAcceptable,
            ProblemCode::LimitExceeded,
        ]),
        ..post("openTill", "/api/v1/pos/tills/{till_id}/open", ASKING)
    },
    Call {
        summary: "Move cash between a till and the vault, or into another till",
        description: "Both sides are posted at once. The cashier of the other till signs too.",
        headers: IDEMPOTENCY,
        body: Some("MoveCash"),
        face: Face::Asking(&[
            ProblemCode::TillNotFound,
            ProblemCode::PinNotValid,
            ProblemCode::CashierLocked,
            ProblemCode::CashierForbidden,
            ProblemCode::TillNotOpen,
            ProblemCode::CurrencyNotServed,
            ProblemCode::InvalidAmount,
            ProblemCode::CountNotAcceptable,
            ProblemCode::LimitExceeded,
        ]),
        ..post("moveCash", "/api/v1/pos/tills/{till_id}/move", ASKING)
    },
    Call {
        summary: "Hand a till over to another cashier",
        description: "A blind count ends the one session and begins the other; what differs stays with the giver.",
        headers: IDEMPOTENCY,
        body: Some("HandOverTill"),
        success: (200, Some("TillClosed")),
        face: Face::Asking(&[
            ProblemCode::TillNotFound,
            ProblemCode::PinNotValid,
            ProblemCode::CashierLocked,
            ProblemCode::CashierForbidden,
            ProblemCode::TillNotOpen,
            ProblemCode::CountNotAcceptable,
            ProblemCode::LimitExceeded,
        ]),
        ..post("handOverTill", "/api/v1/pos/tills/{till_id}/handover", ASKING)
    },
    Call {
        summary: "Close a till with a blind count",
        description: "What should be in it is told by the answer, and by nothing before. What is counted goes to the \
            vault, and a difference is posted in the same commit.",
        headers: IDEMPOTENCY,
        body: Some("CountTill"),
        success: (200, Some("TillClosed")),
        face: Face::Asking(&[
            ProblemCode::TillNotFound,
            ProblemCode::PinNotValid,
            ProblemCode::CashierLocked,
            ProblemCode::CashierForbidden,
            ProblemCode::TillNotOpen,
            ProblemCode::CountNotAcceptable,
            ProblemCode::LimitExceeded,
        ]),
        ..post("closeTillHere", "/api/v1/pos/tills/{till_id}/close", ASKING)
    },
    Call {
        summary: "Say why one's own closing count differed",
        description: "By the cashier who answered for the till, or a supervisor of the POS, with id and PIN. The last \
            word stands; the journal keeps all.",
        headers: IDEMPOTENCY,
        body: Some("ExplainVarianceHere"),
        success: (204, None),
        face: Face::Asking(&[
            ProblemCode::VarianceNotFound,
            ProblemCode::PinNotValid,
            ProblemCode::CashierLocked,
            ProblemCode::CashierForbidden,
            ProblemCode::Unacceptable,
        ]),
        ..post("explainVarianceHere", "/api/v1/pos/till-sessions/{till_session_id}/explanations", ASKING)
    },
];
