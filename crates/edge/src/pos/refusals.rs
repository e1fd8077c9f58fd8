//! Where refusals meet the POS wire, and nowhere else: one row for each, none forgotten.

use specie_domain::Refusal;
use specie_domain::outcome::Thing;
use specie_money::Money;
use specie_wire::pos::{ErrorCode, PosError};

use crate::limit_text::{limit_text, thing_name};

/// The error that a refusal is on this wire.
#[expect(clippy::too_many_lines, reason = "one row for each, so that none is forgotten")]
pub(crate) fn wire_error(refusal: &Refusal) -> PosError {
    match refusal {
        Refusal::KeyNotKnown => ErrorCode::UnauthenticatedApiCall.into(),
        Refusal::SignatureOutOfTime | Refusal::SaltSpent | Refusal::SignatureSpent => {
            ErrorCode::UnauthenticatedApiCall.with(crate::signed::unserved(refusal))
        }
        Refusal::PosNotOfKey => ErrorCode::UnauthorizedApiCall.into(),
        Refusal::CodeNotValid => ErrorCode::OtpNotValid.into(),
        Refusal::TooManyRequests(_) => ErrorCode::TooManyRequests.into(),
        Refusal::PosDisabled => ErrorCode::PosDisabled.into(),
        Refusal::SessionNotFound => ErrorCode::SessionNotFound.into(),
        Refusal::SessionClosed => ErrorCode::SessionClosed.into(),
        Refusal::SessionExpired => ErrorCode::SessionExpired.into(),
        Refusal::SessionAlreadyUsed => ErrorCode::SessionAlreadyUsed.into(),
        Refusal::AccountNotInSession => ErrorCode::AccountNotInSession.into(),
        Refusal::AmountNotApproved => ErrorCode::AmountNotApproved.into(),
        Refusal::FeeAboveQuote(now, told) => ErrorCode::FeeNotApproved.with(format!(
            "This costs {now} {code} by now and the customer was told {told}: she makes a new code, which tells the fee of now.",
            code = now.currency().code(),
        )),
        Refusal::PurposeNotApproved => ErrorCode::PurposeNotApproved.into(),
        Refusal::NotEnoughFunds => ErrorCode::NotEnoughFunds.into(),
        Refusal::AmountTooPrecise(currency) => {
            let (decimals, code) = (currency.exponent(), currency.code());
            ErrorCode::InvalidAmount.with(format!("An amount in {code} has at most {decimals} decimals."))
        }
        Refusal::AmountTooLarge => {
            ErrorCode::InvalidAmount.with("The amount is larger than any account can hold.")
        }
        Refusal::AmountNotPositive => ErrorCode::AmountMustBePositive.into(),
        Refusal::FloatExceeded => ErrorCode::PosFloatExceeded.into(),
        Refusal::WithdrawalAlreadyReversed => ErrorCode::WithdrawalAlreadyReversed.into(),
        Refusal::DepositAlreadyReversed => ErrorCode::DepositAlreadyReversed.into(),
        Refusal::DepositFinal => ErrorCode::DepositFinal.into(),
        Refusal::ReversalExceedsWithdrawal => ErrorCode::ReversalExceedsWithdrawal.into(),
        Refusal::TransactionNotFound => ErrorCode::TransactionNotFound.into(),
        Refusal::WalletInUse | Refusal::WalletDisabled => ErrorCode::EwalletDisabled.into(),
        Refusal::LimitExceeded(limit) | Refusal::Unacceptable(limit) => {
            ErrorCode::LimitExceeded.with(limit_text(limit))
        }
        Refusal::PayoutsStopped(_) => ErrorCode::PayoutsStopped.into(), // The reason is the operator's own affair.
        Refusal::CurrencyNotServed(currency) => {
            ErrorCode::InvalidCurrency.with(format!("This POS does not serve {currency}."))
        }
        Refusal::IdempotencyKeyReused => ErrorCode::IdempotencyKeyReused.into(),
        Refusal::NotFound(Thing::Account) => ErrorCode::AccountNotInSession.into(),
        // The rest cannot come of a call of this wire; if one did, it is a plain no.
        Refusal::NotFound(thing) => {
            ErrorCode::InvalidRequest.with(format!("There is no such {}.", thing_name(*thing)))
        }
        Refusal::Exists(thing) => {
            ErrorCode::InvalidRequest.with(format!("There is such a {} already.", thing_name(*thing)))
        }
        Refusal::TillClosed => ErrorCode::TillClosed.into(),
        Refusal::NotPayable(below, above) => ErrorCode::AmountNotPayable.with(not_payable(*below, *above)),
        Refusal::RoleForbids
        | Refusal::SecretShownOnce
        | Refusal::CodeNoLongerArmed
        | Refusal::LastAdminKey(_)
        | Refusal::NotAWithdrawal
        | Refusal::DispensedExceedsWithdrawal
        | Refusal::NotesNotAcceptable
        | Refusal::OwnProposal
        | Refusal::ProposalNotYet(_)
        | Refusal::ProposalOver(_)
        | Refusal::ProposerRevoked
        | Refusal::TariffNotAcceptable(_)
        | Refusal::ClosingNotPossible
        | Refusal::CaseClosed
        | Refusal::NeedsTwoPeople
        | Refusal::AtTill(_)
        | Refusal::AtReconciliation(_)
        | Refusal::BatchIs(_)
        | Refusal::InviteNotValid
        | Refusal::WalletRests(_)
        | Refusal::SignInNotValid => ErrorCode::InvalidRequest.into(),
    }
}

/// What a cashier can offer instead.
fn not_payable(below: Option<Money>, above: Option<Money>) -> String {
    let instead = match (below, above) {
        (Some(below), Some(above)) => format!("the nearest it can make are {below} and {above}"),
        (Some(below), None) => format!("the nearest it can make is {below}"),
        (None, Some(above)) => format!("the nearest it can make is {above}"),
        (None, None) => "it can make no other near it".to_owned(),
    };
    format!("The drawer cannot make this sum: {instead}.")
}

#[cfg(test)]
mod tests {
    use specie_domain::outcome::{Limit, TillRefusal};
    use specie_money::Currency;

    use super::*;

    fn kwd() -> Currency {
        Currency::from_code("KWD").unwrap()
    }

    #[test]
    fn every_refusal_has_its_row_of_the_contract() {
        for (refusal, status, code) in [
            (Refusal::KeyNotKnown, 401, "UNAUTHENTICATED_API_CALL"),
            (Refusal::PosNotOfKey, 401, "UNAUTHORIZED_API_CALL"),
            (Refusal::CodeNotValid, 401, "ERROR_OTP_NOT_VALID"),
            (Refusal::TooManyRequests(7), 429, "ERROR_TOO_MANY_REQUESTS"),
            (Refusal::PosDisabled, 401, "ERROR_POS_DISABLED"),
            (Refusal::SessionNotFound, 401, "ERROR_SESSION_NOT_FOUND"),
            (Refusal::SessionClosed, 401, "ERROR_SESSION_CLOSED"),
            (Refusal::SessionExpired, 401, "ERROR_SESSION_EXPIRED"),
            (Refusal::SessionAlreadyUsed, 400, "ERROR_SESSION_ALREADY_USED"),
            (Refusal::AccountNotInSession, 400, "ERROR_ACCOUNT_NOT_IN_SESSION"),
            (Refusal::AmountNotApproved, 400, "ERROR_AMOUNT_NOT_APPROVED"),
            (
                Refusal::FeeAboveQuote(Money::from_minor(2, kwd()), Money::from_minor(1, kwd())),
                400,
                "ERROR_FEE_NOT_APPROVED",
            ),
            (Refusal::PurposeNotApproved, 400, "ERROR_PURPOSE_NOT_APPROVED"),
            (Refusal::NotEnoughFunds, 400, "NOT_ENOUGH_FUNDS"),
            (Refusal::AmountTooPrecise(kwd()), 400, "INVALID_AMOUNT"),
            (Refusal::AmountTooLarge, 400, "INVALID_AMOUNT"),
            (Refusal::AmountNotPositive, 400, "ERROR_AMOUNT_MUST_BE_POSITIVE"),
            (Refusal::FloatExceeded, 400, "ERROR_POS_FLOAT_EXCEEDED"),
            (Refusal::WithdrawalAlreadyReversed, 400, "ERROR_WITHDRAWAL_ALREADY_REVERSED"),
            (Refusal::DepositAlreadyReversed, 400, "ERROR_DEPOSIT_ALREADY_REVERSED"),
            (Refusal::DepositFinal, 400, "ERROR_DEPOSIT_FINAL"),
            (Refusal::ReversalExceedsWithdrawal, 400, "ERROR_REVERSAL_AMOUNT_EXCEEDS_WITHDRAWAL"),
            (Refusal::TransactionNotFound, 400, "ERROR_TRANSACTION_NOT_FOUND"),
            (Refusal::WalletDisabled, 400, "ERROR_EWALLET_DISABLED"),
            (Refusal::LimitExceeded(Limit::Balance(9)), 400, "ERROR_LIMIT_EXCEEDED"),
            (Refusal::Unacceptable(Limit::Positive), 400, "ERROR_LIMIT_EXCEEDED"),
            (Refusal::PayoutsStopped("why".to_owned()), 400, "ERROR_PAYOUTS_STOPPED"),
            (Refusal::CurrencyNotServed(kwd()), 400, "INVALID_CURRENCY"),
            (Refusal::IdempotencyKeyReused, 400, "ERROR_IDEMPOTENCY_KEY_REUSED"),
            (Refusal::NotFound(Thing::Account), 400, "ERROR_ACCOUNT_NOT_IN_SESSION"),
            (Refusal::NotFound(Thing::Wallet), 400, "INVALID_REQUEST"),
            (Refusal::Exists(Thing::Wallet), 400, "INVALID_REQUEST"),
            (Refusal::RoleForbids, 400, "INVALID_REQUEST"),
            (Refusal::SecretShownOnce, 400, "INVALID_REQUEST"),
            (Refusal::CodeNoLongerArmed, 400, "INVALID_REQUEST"),
            (Refusal::NotesNotAcceptable, 400, "INVALID_REQUEST"),
            (Refusal::TillClosed, 400, "ERROR_TILL_CLOSED"),
            (Refusal::NotPayable(None, None), 400, "ERROR_AMOUNT_NOT_PAYABLE"),
            (Refusal::AtTill(TillRefusal::PinNotValid), 400, "INVALID_REQUEST"),
        ] {
            let error = wire_error(&refusal);
            assert_eq!((error.code.http_status(), error.code.as_str()), (status, code), "{refusal:?}");
            assert!(!error.message.is_empty(), "{refusal:?}");
        }
    }

    #[test]
    fn a_message_names_the_limit_and_keeps_the_operators_affairs() {
        let too_precise = wire_error(&Refusal::AmountTooPrecise(kwd()));
        assert!(too_precise.message.contains("KWD has at most 3 decimals"), "{}", too_precise.message);
        let fils = |minor| Some(Money::from_minor(minor, kwd()));
        for (below, above, named) in [
            (fils(5_000), fils(10_250), "are 5.000 and 10.250."),
            (fils(5_000), None, "is 5.000."),
            (None, fils(10_250), "is 10.250."),
            (None, None, "no other near it."),
        ] {
            let message = wire_error(&Refusal::NotPayable(below, above)).message;
            assert!(message.ends_with(named), "{message}");
        }
        let dearer = Refusal::FeeAboveQuote(Money::from_minor(2_500, kwd()), Money::from_minor(750, kwd()));
        let message = wire_error(&dearer).message;
        assert!(
            message.starts_with("This costs 2.500 KWD by now and the customer was told 0.750:"),
            "{message}"
        );
        let stopped = wire_error(&Refusal::PayoutsStopped("invariant 1 is false".to_owned()));
        assert!(!stopped.message.contains("invariant"), "{}", stopped.message);
    }
}
