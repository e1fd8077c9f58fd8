//! Every error code of the POS wire with its HTTP status (pos-api.md sections 2 and 5). Codes are forever.

use std::borrow::Cow;

use crate::code_table::code_table;

code_table! {
    /// An error code of the POS wire.
    ErrorCode {
        /// No access key was sent.
        MissingAuthenticationHeaders = "MISSING_AUTHENTICATION_HEADERS", 400,
            "The header access_key is missing: send your access key with every call.";
        /// The key is not known, revoked, used from elsewhere, or its profile is not served.
        UnauthenticatedApiCall = "UNAUTHENTICATED_API_CALL", 401,
            "The access key is not known: check it, or ask the operator for a new one.";
        /// No such path or verb, or a POS that is not this key's.
        UnauthorizedApiCall = "UNAUTHORIZED_API_CALL", 401,
            "This access key allows no such call: check the method, the path and the POS in it.";
        /// A header that the call needs was not sent.
        MissingFields = "MISSING_FIELDS", 400,
            "A header that this call needs is missing.";
        /// The request's framing, path or headers cannot be read in one way.
        InvalidRequest = "INVALID_REQUEST", 400,
            "The request cannot be read: check its path, headers and framing.";
        /// The body is not what the call takes.
        InvalidBody = "INVALID_BODY", 400,
            "The body must be empty or a JSON object; metadata, if sent, must be an object.";
        /// The idempotency value is empty, too long or not visible ASCII.
        InvalidIdempotencyKey = "INVALID_IDEMPOTENCY_KEY", 400,
            "The header idempotency must hold 1 to 255 visible ASCII characters without spaces.";
        /// Not an E.164 number.
        InvalidPhoneNumber = "INVALID_PHONE_NUMBER", 400,
            "The header phone_number must be an E.164 number: a plus, then 7 to 15 digits.";
        /// No such currency, or the POS does not serve it.
        InvalidCurrency = "INVALID_CURRENCY", 400,
            "The currency must be the three capital letters of one that this POS serves.";
        /// The amount's text is malformed, too precise or too large.
        InvalidAmount = "INVALID_AMOUNT", 400,
            "The amount must be plain digits with at most one point, and no more decimals than its currency has.";
        /// Zero or negative.
        AmountMustBePositive = "ERROR_AMOUNT_MUST_BE_POSITIVE", 400,
            "The amount must be more than zero.";
        /// Whatever is wrong with the phone number or the code: one answer.
        OtpNotValid = "ERROR_OTP_NOT_VALID", 401,
            "The code is not valid: ask the customer for a new one and try again.";
        /// Token, operation, key and phone number do not belong together.
        SessionNotFound = "ERROR_SESSION_NOT_FOUND", 401,
            "No session has this token_id, operation_id, access_key and phone_number together: log in again.";
        /// The session was closed.
        SessionClosed = "ERROR_SESSION_CLOSED", 401,
            "The session is closed: log in again with a new code.";
        /// The session's time is over.
        SessionExpired = "ERROR_SESSION_EXPIRED", 401,
            "The session has expired: log in again with a new code.";
        /// The session has had its money action.
        SessionAlreadyUsed = "ERROR_SESSION_ALREADY_USED", 400,
            "A session allows one money action and this one has had it: log in again with a new code.";
        /// The account is not of this wallet, or of another currency than the code.
        AccountNotInSession = "ERROR_ACCOUNT_NOT_IN_SESSION", 400,
            "The account is not one of this session's: use an account_id of the login's answer.";
        /// Another sum than the customer approved.
        AmountNotApproved = "ERROR_AMOUNT_NOT_APPROVED", 400,
            "The customer approved another sum: ask for the approved one. The fifth such call closes the session.";
        /// The withdrawal costs more by now than the customer was told.
        FeeNotApproved = "ERROR_FEE_NOT_APPROVED", 400,
            "The withdrawal costs more by now than the customer was told: she makes a new code, which tells the fee of now.";
        /// Another purpose than the customer approved.
        PurposeNotApproved = "ERROR_PURPOSE_NOT_APPROVED", 400,
            "The customer's code was not made for this: ask for a code with the right purpose.";
        /// Not enough available, the fee included.
        NotEnoughFunds = "NOT_ENOUGH_FUNDS", 400,
            "The account does not hold this sum and its fee: ask for less. The session stays usable.";
        /// Beyond the POS's position and credit line.
        PosFloatExceeded = "ERROR_POS_FLOAT_EXCEEDED", 400,
            "This POS's position and credit line do not allow the deposit: take no cash, prefund the POS first.";
        /// The withdrawal was reversed.
        WithdrawalAlreadyReversed = "ERROR_WITHDRAWAL_ALREADY_REVERSED", 400,
            "The withdrawal was reversed and the money went back: do not hand out cash.";
        /// The deposit was reversed.
        DepositAlreadyReversed = "ERROR_DEPOSIT_ALREADY_REVERSED", 400,
            "The deposit was reversed: give the cash back, or log in again with a new code.";
        /// The deposit is final.
        DepositFinal = "ERROR_DEPOSIT_FINAL", 400,
            "The deposit is final since the logout: only the operator can correct it.";
        /// More than what is left.
        ReversalExceedsWithdrawal = "ERROR_REVERSAL_AMOUNT_EXCEEDS_WITHDRAWAL", 400,
            "The reversal asks for more than what is left of the money action: reverse at most that.";
        /// The transaction named is not the session's.
        TransactionNotFound = "ERROR_TRANSACTION_NOT_FOUND", 400,
            "The transaction_id is not this session's: send the one of its answer, or none.";
        /// The wallet is frozen or closed.
        EwalletDisabled = "ERROR_EWALLET_DISABLED", 400,
            "The customer's wallet is disabled: she must ask the operator.";
        /// The POS is disabled.
        PosDisabled = "ERROR_POS_DISABLED", 401,
            "This POS is disabled: ask the operator. Logouts and reversals are still accepted.";
        /// A stated limit is reached.
        LimitExceeded = "ERROR_LIMIT_EXCEEDED", 400,
            "A limit is reached.";
        /// The operator, or a broken invariant, stopped payouts.
        PayoutsStopped = "ERROR_PAYOUTS_STOPPED", 400,
            "Payouts are stopped: hand out no cash and ask the operator.";
        /// The drawer is closed.
        TillClosed = "ERROR_TILL_CLOSED", 400,
            "No till is open at this POS: open one first.";
        /// The drawer cannot make the sum.
        AmountNotPayable = "ERROR_AMOUNT_NOT_PAYABLE", 400,
            "The drawer cannot make this sum: ask for one it can make.";
        /// The idempotency value came with another request before.
        IdempotencyKeyReused = "ERROR_IDEMPOTENCY_KEY_REUSED", 400,
            "This idempotency value came with another request before: use a new value for a new request.";
        /// Too many wrong codes or calls.
        TooManyRequests = "ERROR_TOO_MANY_REQUESTS", 429,
            "Too many tries: wait as long as the header retry-after says.";
        /// Surely not applied: overload, drain, full disk.
        ServiceUnavailable = "ERROR_SERVICE_UNAVAILABLE", 503,
            "The request was not applied: repeat it with the same values after the header retry-after.";
        /// A fault of the server before anything was decided.
        Internal = "ERROR_INTERNAL", 500,
            "The server failed before anything was decided: no money moved, repeat the request.";
    }
}

/// An error with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PosError {
    /// The code.
    pub code: ErrorCode,
    /// What was wrong and what to do.
    pub message: Cow<'static, str>,
}

impl From<ErrorCode> for PosError {
    fn from(code: ErrorCode) -> Self {
        Self { code, message: Cow::Borrowed(code.sentence()) }
    }
}

impl ErrorCode {
    /// The error with a more exact message than the table's.
    #[must_use]
    pub fn with(self, message: impl Into<Cow<'static, str>>) -> PosError {
        PosError { code: self, message: message.into() }
    }
}
