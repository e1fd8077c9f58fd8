//! Every problem code of our own API with its HTTP status. Codes are forever.

use crate::code_table::code_table;

code_table! {
    /// A problem code of our own API; its sentence is the problem's title.
    ProblemCode {
        /// The request's framing or path cannot be read in one way.
        InvalidRequest = "invalid_request", 400, "The request cannot be read";
        /// The body is no JSON, or not of the shape asked for.
        InvalidBody = "invalid_body", 400, "The body is not what this call takes";
        /// The query is not of the shape asked for.
        InvalidQuery = "invalid_query", 400, "The query is not what this call takes";
        /// The idempotency value is empty, too long, not visible ASCII, or sent twice.
        InvalidIdempotencyKey = "invalid_idempotency_key", 400, "The idempotency value cannot be used";
        /// Not an E.164 number.
        InvalidPhoneNumber = "invalid_phone_number", 400, "The phone number is not E.164";
        /// Not a CIDR text.
        InvalidNetwork = "invalid_network", 400, "A network is not in CIDR notation";
        /// No key, not a known one, or used from elsewhere.
        Unauthenticated = "unauthenticated", 401, "The key is missing or not known";
        /// Token, operation and key do not belong together.
        SessionNotFound = "session_not_found", 401, "No such session";
        /// The invite is wrong, used, too old, or not the newest.
        InviteNotValid = "invite_not_valid", 401, "The invite is not valid";
        /// Name, password and code do not belong together, the code has served, or the name is locked.
        SignInNotValid = "sign_in_not_valid", 401, "The sign-in is not valid";
        /// A cookie came without the token that belongs to it.
        CsrfTokenWrong = "csrf_token_wrong", 403, "The header X-CSRF-Token is missing or wrong";
        /// The key's role does not allow it.
        RoleForbids = "role_forbids", 403, "The key's role does not allow this";
        /// No such path.
        RouteNotFound = "route_not_found", 404, "There is no such path";
        /// No such wallet.
        WalletNotFound = "wallet_not_found", 404, "There is no such wallet";
        /// No such account.
        AccountNotFound = "account_not_found", 404, "There is no such account";
        /// No such POS owner.
        OwnerNotFound = "owner_not_found", 404, "There is no such POS owner";
        /// No such POS.
        PosNotFound = "pos_not_found", 404, "There is no such POS";
        /// No such access key.
        KeyNotFound = "key_not_found", 404, "There is no such access key";
        /// No such operator key.
        OperatorKeyNotFound = "operator_key_not_found", 404, "There is no such operator key";
        /// The wallet has no such device, or no offline device.
        DeviceNotFound = "device_not_found", 404, "The wallet has no such device";
        /// No code is armed.
        CodeNotFound = "code_not_found", 404, "No code is armed";
        /// No such withdrawal.
        WithdrawalNotFound = "withdrawal_not_found", 404, "There is no such withdrawal";
        /// No such case.
        CaseNotFound = "case_not_found", 404, "There is no such case";
        /// No such proposal.
        ProposalNotFound = "proposal_not_found", 404, "There is no such proposal";
        /// No such version of a tariff.
        TariffNotFound = "tariff_not_found", 404, "There is no such tariff";
        /// No such deposit.
        DepositNotFound = "deposit_not_found", 404, "There is no such deposit";
        /// No such request for float waits.
        FloatRequestNotFound = "float_request_not_found", 404, "No such request for float waits";
        /// No such limit or brake.
        LimitNotFound = "limit_not_found", 404, "There is no such limit";
        /// No such till.
        TillNotFound = "till_not_found", 404, "There is no such till";
        /// No such cashier.
        CashierNotFound = "cashier_not_found", 404, "There is no such cashier";
        /// No such difference.
        VarianceNotFound = "variance_not_found", 404, "No closing count of this till session differed";
        /// Cashier and PIN do not belong together at this POS.
        PinNotValid = "pin_not_valid", 403, "Cashier and PIN do not belong together";
        /// Too many wrong PINs.
        CashierLocked = "cashier_locked", 403, "The cashier is locked";
        /// Another cashier's till.
        CashierForbidden = "cashier_forbidden", 403, "The cashier may not do this";
        /// The owner is not settled in that currency.
        SettlementNotFound = "settlement_not_found", 404, "The owner is not settled in that currency";
        /// No such settlement batch.
        BatchNotFound = "batch_not_found", 404, "There is no such settlement batch";
        /// No such reconciliation.
        ReconciliationNotFound = "reconciliation_not_found", 404, "There is no such reconciliation";
        /// No such line in the file.
        LineNotFound = "line_not_found", 404, "There is no such line in the file";
        /// No such fact of ours that the file could tell of.
        FactNotFound = "fact_not_found", 404, "There is no such fact of which this file could tell";
        /// No such match.
        MatchNotFound = "match_not_found", 404, "There is no such match";
        /// No such break.
        BreakNotFound = "break_not_found", 404, "There is no such break";
        /// The path is known, the method is not.
        MethodNotAllowed = "method_not_allowed", 405, "The path does not take this method";
        /// The phone number has a wallet, or the id is in use.
        WalletExists = "wallet_exists", 409, "The phone number has a wallet already";
        /// The wallet has an account of the currency, or the id is in use.
        AccountExists = "account_exists", 409, "There is such an account already";
        /// The owner is there already.
        OwnerExists = "owner_exists", 409, "There is such a POS owner already";
        /// The POS's id is in use.
        PosExists = "pos_exists", 409, "There is such a POS already";
        /// The access key is in use.
        KeyExists = "key_exists", 409, "There is such an access key already";
        /// The operator key is in use.
        OperatorKeyExists = "operator_key_exists", 409, "There is such an operator key already";
        /// It is the last live operator key of the role admin.
        LastAdminKey = "last_admin_key", 409, "The last admin key cannot be revoked";
        /// The code is there already.
        CodeExists = "code_exists", 409, "There is such a code already";
        /// Another version has the same scope and begins at the same instant.
        TariffExists = "tariff_exists", 409, "There is such a tariff already";
        /// The idempotency value came with another request before.
        IdempotencyKeyReused = "idempotency_key_reused", 409, "The idempotency value was used before";
        /// The first answer held a secret that is not shown twice.
        SecretShownOnce = "secret_shown_once", 409, "The secret was shown once";
        /// The code of the first answer has been used, cancelled or replaced.
        CodeNoLongerArmed = "code_no_longer_armed", 409, "The first answer's code is no longer armed";
        /// The wallet is frozen.
        WalletFrozen = "wallet_frozen", 409, "The wallet is frozen";
        /// A new device came: cash-outs rest for a while.
        WalletRests = "wallet_rests", 409, "The wallet pays nothing out for now";
        /// The wallet holds money or has a session open.
        WalletInUse = "wallet_in_use", 409, "The wallet holds money or has a session open";
        /// The POS is disabled.
        PosDisabled = "pos_disabled", 409, "The POS is disabled";
        /// An outcome was told of a deposit.
        NotAWithdrawal = "not_a_withdrawal", 409, "The operation is a deposit";
        /// The proposer asked to approve.
        OwnProposal = "own_proposal", 409, "Another person must approve this";
        /// The delay of the proposal is not over.
        ProposalNotYet = "proposal_not_yet", 409, "The proposal may not be approved yet";
        /// The proposal was carried out, rejected, withdrawn, or has expired.
        ProposalOver = "proposal_over", 409, "The proposal does not wait any more";
        /// The key that proposed it was revoked.
        ProposerRevoked = "proposer_revoked", 409, "The key that proposed this was revoked";
        /// What the case is about cannot be closed in this way.
        ClosingNotPossible = "closing_not_possible", 409, "The case cannot be closed in this way";
        /// The case does not wait any more.
        CaseClosed = "case_closed", 409, "The case was closed";
        /// It would let more pass than before, make somebody a judge, or set prices.
        NeedsTwoPeople = "needs_two_people", 409, "Two people must want this";
        /// The till is open already, or a till of the POS is.
        TillIsOpen = "till_is_open", 409, "The till is open";
        /// The till is not open.
        TillNotOpen = "till_not_open", 409, "The till is not open";
        /// The POS does not keep its cash in tills.
        TillsNotRun = "tills_not_run", 409, "The POS runs no tills";
        /// The access key serves another open till.
        KeyServesTill = "key_serves_till", 409, "The access key serves another till";
        /// The settlement batch is in a state in which that cannot be said of it.
        BatchState = "batch_state", 409, "The settlement batch is in another state";
        /// The file was taken in before.
        FileKnown = "file_known", 409, "The file was taken in before";
        /// The lines are not the next of the file, or not all of them have been taken in.
        LinesTaken = "lines_taken", 409, "Another number of lines has been taken in";
        /// A line or a fact stands elsewhere.
        PlacedElsewhere = "placed_elsewhere", 409, "A line or a fact stands elsewhere";
        /// The match was taken apart before.
        MatchUndone = "match_undone", 409, "The match was taken apart before";
        /// The break is in a state in which that cannot be done with it.
        BreakState = "break_state", 409, "The break is in another state";
        /// The difference is another one now.
        DifferenceChanged = "difference_changed", 409, "The difference is another one now";
        /// Payouts are stopped.
        PayoutsStopped = "payouts_stopped", 409, "Payouts are stopped";
        /// A text or number is outside its stated limits.
        Unacceptable = "unacceptable", 422, "A value is outside its limits";
        /// Zero, negative, too precise or too large.
        InvalidAmount = "invalid_amount", 422, "The amount cannot be used";
        /// The POS does not serve the currency.
        CurrencyNotServed = "currency_not_served", 422, "The POS does not serve this currency";
        /// More cash is said to have left than was withdrawn.
        DispensedExceedsWithdrawal = "dispensed_exceeds_withdrawal", 422, "More cash than was withdrawn";
        /// The counted notes cannot be notes of this cash.
        NotesNotAcceptable = "notes_not_acceptable", 422, "The notes do not come to the cash";
        /// A tariff cannot be reckoned by.
        TariffNotAcceptable = "tariff_not_acceptable", 422, "The tariff cannot be used";
        /// A count of notes and coins cannot be so.
        CountNotAcceptable = "count_not_acceptable", 422, "The count cannot be so";
        /// A line of a file cannot be so.
        LineNotAcceptable = "line_not_acceptable", 422, "A line of the file cannot be so";
        /// A stated limit is reached.
        LimitExceeded = "limit_exceeded", 422, "A limit is reached";
        /// The account does not hold the sum.
        NotEnoughFunds = "not_enough_funds", 422, "The account does not hold this sum";
        /// A refusal that only the POS wire knows.
        NotPossible = "not_possible", 422, "This cannot be done";
        /// Too many calls.
        TooManyRequests = "too_many_requests", 429, "Too many calls";
        /// A fault of the server before anything was decided.
        Internal = "internal", 500, "The server failed";
        /// Surely not applied: overload, drain, full disk.
        ServiceUnavailable = "service_unavailable", 503, "The request was not applied";
        /// It may have been applied.
        OutcomeUnknown = "outcome_unknown", 504, "The outcome is not known";
    }
}
