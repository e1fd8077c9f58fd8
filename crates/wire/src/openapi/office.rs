//! The calls of the back office: tariffs, what needs two people, and tills.

use super::calls::{Call, Face};
use super::own::{get, post};
use crate::api::ProblemCode;

pub(super) const FEES: &str = "Fees";
pub(super) const PROPOSALS: &str = "Proposals";
pub(super) const TILLS: &str = "Tills";

/// Every call, in the order a reader wants them.
pub(super) const CALLS: &[Call] = &[
    Call {
        summary: "Add a tariff",
        description: "A version: it never changes, and another takes its place. Of those in force the most specific \
            applies (owner, then channel, then KYC tier), and of equals the latest. What was armed or withdrawn before \
            keeps its version. Once two people judge, it is proposed instead: `POST /proposals`, `add_tariff`.",
        body: Some("AddTariff"),
        success: (201, Some("Tariff")),
        face: Face::Own(&[
            ProblemCode::OwnerNotFound,
            ProblemCode::TariffExists,
            ProblemCode::Unacceptable,
            ProblemCode::InvalidAmount,
            ProblemCode::TariffNotAcceptable,
            ProblemCode::LimitExceeded,
            ProblemCode::NeedsTwoPeople,
        ]),
        ..post("addTariff", "/api/v1/tariffs", FEES)
    },
    Call {
        summary: "List tariffs",
        description: "In the order they were added, page by page; a page follows with its `next` as `after`.",
        query: Some("TariffsQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listTariffs", "/api/v1/tariffs", FEES, "Tariffs")
    },
    Call {
        summary: "Show a tariff",
        face: Face::Own(&[ProblemCode::TariffNotFound]),
        ..get("showTariff", "/api/v1/tariffs/{tariff_id}", FEES, "Tariff")
    },
    Call {
        summary: "Ask what a withdrawal would cost",
        description: "Reads only: nothing is set aside or fixed. An armed code fixes its own quote.",
        headers: &[],
        body: Some("AskQuote"),
        success: (200, Some("Quote")),
        face: Face::Own(&[
            ProblemCode::WalletNotFound,
            ProblemCode::PosNotFound,
            ProblemCode::InvalidAmount,
            ProblemCode::CurrencyNotServed,
        ]),
        ..post("askQuote", "/api/v1/quotes", FEES)
    },
    Call {
        summary: "Propose what another person must approve",
        description: "Nothing is done before. The members that are taken depend on `kind`.",
        body: Some("Propose"),
        success: (201, Some("Proposal")),
        face: Face::Own(&[
            ProblemCode::RoleForbids,
            ProblemCode::CaseNotFound,
            ProblemCode::PosNotFound,
            ProblemCode::OwnerNotFound,
            ProblemCode::WalletNotFound,
            ProblemCode::AccountNotFound,
            ProblemCode::DepositNotFound,
            ProblemCode::LimitNotFound,
            ProblemCode::WalletFrozen,
            ProblemCode::CaseClosed,
            ProblemCode::ClosingNotPossible,
            ProblemCode::Unacceptable,
            ProblemCode::InvalidAmount,
            ProblemCode::CurrencyNotServed,
            ProblemCode::NotEnoughFunds,
            ProblemCode::LimitExceeded,
            ProblemCode::TariffExists,
            ProblemCode::TariffNotAcceptable,
        ]),
        ..post("propose", "/api/v1/proposals", PROPOSALS)
    },
    Call {
        summary: "Propose an operator key",
        description: "The key's first half is told once, here, and its second half to whoever approves: the two of \
            them tell the one who will bear it. It opens nothing before; its public name is the proposal's id. A \
            repeat is answered with 409: reject the proposal and make another.",
        body: Some("ProposeOperatorKey"),
        success: (201, Some("ProposedOperatorKey")),
        face: Face::Own(&[ProblemCode::RoleForbids, ProblemCode::SecretShownOnce, ProblemCode::Unacceptable]),
        ..post("proposeOperatorKey", "/api/v1/proposals/operator-keys", PROPOSALS)
    },
    Call {
        summary: "Propose a person",
        description: "The seed and the password's first half are told once, here, and the second half to whoever \
            approves. They sign nobody in before.",
        body: Some("ProposeStaff"),
        success: (201, Some("ProposedStaff")),
        face: Face::Own(&[
            ProblemCode::RoleForbids,
            ProblemCode::OperatorKeyExists,
            ProblemCode::SecretShownOnce,
            ProblemCode::Unacceptable,
        ]),
        ..post("proposeStaff", "/api/v1/proposals/staff", PROPOSALS)
    },
    Call {
        summary: "Propose a new password and seed for a person",
        description: "The seed and the password's first half are told once, here, and the second half to whoever \
            approves. The old ones serve until then.",
        body: Some("ProposeStaffReset"),
        success: (201, Some("ProposedStaff")),
        face: Face::Own(&[
            ProblemCode::RoleForbids,
            ProblemCode::OperatorKeyNotFound,
            ProblemCode::SecretShownOnce,
            ProblemCode::Unacceptable,
        ]),
        ..post("proposeStaffReset", "/api/v1/proposals/staff/{staff_id}/reset", PROPOSALS)
    },
    Call {
        summary: "List proposals",
        description: "The oldest first, page by page; a page follows with its `next` as `after`. Of those looked at \
            for a page only the ones asked for are in it, so that it may be short, or empty, and yet have a `next`.",
        query: Some("ProposalsQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listProposals", "/api/v1/proposals", PROPOSALS, "Proposals")
    },
    Call {
        summary: "Show a proposal",
        face: Face::Own(&[ProblemCode::ProposalNotFound]),
        ..get("showProposal", "/api/v1/proposals/{proposal_id}", PROPOSALS, "Proposal")
    },
    Call {
        summary: "Approve a proposal",
        description: "By another person than who proposed it, not before `not_before`. It is carried out in the same \
            commit, after everything was looked at anew, and once. Of a key or a password it tells the second half, and \
            wants an `Idempotency-Key`: a lost answer is asked for again with it.",
        success: (200, Some("Proposal")),
        face: Face::Own(&[
            ProblemCode::RoleForbids,
            ProblemCode::ProposalNotFound,
            ProblemCode::OwnProposal,
            ProblemCode::ProposalNotYet,
            ProblemCode::ProposalOver,
            ProblemCode::ProposerRevoked,
            ProblemCode::WalletFrozen,
            ProblemCode::CaseClosed,
            ProblemCode::ClosingNotPossible,
            ProblemCode::NotEnoughFunds,
            ProblemCode::LimitExceeded,
            ProblemCode::OperatorKeyExists,
            ProblemCode::TariffExists,
            ProblemCode::TariffNotAcceptable,
        ]),
        ..post("approveProposal", "/api/v1/proposals/{proposal_id}/approve", PROPOSALS)
    },
    Call {
        summary: "Reject a proposal, or take back one's own",
        success: (200, Some("Proposal")),
        face: Face::Own(&[
            ProblemCode::RoleForbids,
            ProblemCode::ProposalNotFound,
            ProblemCode::ProposalOver,
        ]),
        ..post("rejectProposal", "/api/v1/proposals/{proposal_id}/reject", PROPOSALS)
    },
    Call {
        summary: "Run tills at a POS, or no longer",
        description: "A POS that runs tills pays out and takes in nothing without an open till. Not while one is open.",
        body: Some("RunTills"),
        face: Face::Own(&[ProblemCode::PosNotFound, ProblemCode::TillIsOpen]),
        ..post("runTills", "/api/v1/pos/{pos_id}/till-running", TILLS)
    },
    Call {
        summary: "Register a till",
        body: Some("AddTill"),
        success: (201, Some("Till")),
        face: Face::Own(&[ProblemCode::PosNotFound, ProblemCode::Unacceptable]),
        ..post("addTill", "/api/v1/pos/{pos_id}/tills", TILLS)
    },
    Call {
        summary: "Take a till out of service for good",
        description: "It must be closed. It is listed no more and makes room for another; its sessions, counts and \
            entries stay. May be repeated.",
        face: Face::Own(&[ProblemCode::TillNotFound, ProblemCode::TillIsOpen]),
        ..post("retireTill", "/api/v1/tills/{till_id}/retire", TILLS)
    },
    Call {
        summary: "Register a cashier",
        description: "The PIN is kept as a keyed hash. Five wrong ones in a row lock the cashier.",
        body: Some("AddCashier"),
        success: (201, Some("Cashier")),
        face: Face::Own(&[ProblemCode::PosNotFound, ProblemCode::Unacceptable]),
        ..post("addCashier", "/api/v1/pos/{pos_id}/cashiers", TILLS)
    },
    Call {
        summary: "List the cashiers of a POS",
        face: Face::Own(&[ProblemCode::PosNotFound]),
        ..get("listCashiers", "/api/v1/pos/{pos_id}/cashiers", TILLS, "Cashiers")
    },
    Call {
        summary: "Change a cashier",
        description: "A new PIN also unlocks. A cashier who is not active signs nothing.",
        body: Some("ChangeCashier"),
        face: Face::Own(&[ProblemCode::CashierNotFound, ProblemCode::Unacceptable]),
        ..post("changeCashier", "/api/v1/cashiers/{cashier_id}", TILLS)
    },
    Call {
        summary: "Show the cash of a POS",
        description: "Its tills, and what is in them and in the vault by the cash book.",
        face: Face::Own(&[ProblemCode::PosNotFound]),
        ..get("showCash", "/api/v1/pos/{pos_id}/cash", TILLS, "PosCash")
    },
    Call {
        summary: "Tell what became of a vault's cash",
        description: "Brought, taken away, or counted; what a count differs by is posted as variance.",
        body: Some("VaultCash"),
        success: (200, Some("VaultBalance")),
        face: Face::Own(&[
            ProblemCode::PosNotFound,
            ProblemCode::Unacceptable,
            ProblemCode::CurrencyNotServed,
            ProblemCode::LimitExceeded,
        ]),
        ..post("tellVault", "/api/v1/pos/{pos_id}/vault", TILLS)
    },
    Call {
        summary: "Close a till for its cashier",
        description: "For a cashier who is gone, or an access key that was revoked. What is counted goes to the vault.",
        body: Some("CloseTill"),
        success: (200, Some("TillClosed")),
        face: Face::Own(&[
            ProblemCode::TillNotFound,
            ProblemCode::TillNotOpen,
            ProblemCode::CountNotAcceptable,
            ProblemCode::LimitExceeded,
        ]),
        ..post("closeTill", "/api/v1/tills/{till_id}/close", TILLS)
    },
    Call {
        summary: "Show a till session",
        description: "With its counts. Its journal is the entries of the account `till:{till_id}:{currency}`.",
        face: Face::Own(&[ProblemCode::TillNotFound]),
        ..get("showTillSession", "/api/v1/till-sessions/{till_session_id}", TILLS, "TillSession")
    },
    Call {
        summary: "List closing counts that differed",
        description: "The oldest sessions first, page by page; a page follows with its `next` as `past`.",
        query: Some("VariancesQuery"),
        face: Face::Own(&[ProblemCode::InvalidQuery]),
        ..get("listVariances", "/api/v1/till-variances", TILLS, "TillVariances")
    },
    Call {
        summary: "Explain a closing count that differed",
        description: "Said again, the last word stands; the journal keeps all. It moves no money: making somebody \
            liable is not here.",
        body: Some("ExplainVariance"),
        face: Face::Own(&[ProblemCode::VarianceNotFound, ProblemCode::Unacceptable]),
        ..post("explainVariance", "/api/v1/till-sessions/{till_session_id}/explanations", TILLS)
    },
    Call {
        summary: "Show a currency's notes and coins",
        description: "What the operator said, or else what its central bank issues, where that is known.",
        ..get("showCashRules", "/api/v1/currencies/{currency}/cash-rules", TILLS, "CashRules")
    },
    Call {
        summary: "Say which notes and coins a currency has",
        description: "And by how much a closing count may differ before it waits for an explanation.",
        body: Some("CashRules"),
        success: (200, Some("CashRules")),
        face: Face::Own(&[ProblemCode::Unacceptable]),
        ..post("setCashRules", "/api/v1/currencies/{currency}/cash-rules", TILLS)
    },
];
