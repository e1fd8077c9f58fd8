//! Reads the texts of a call into types, each with the one error that names it. The order is: what must be there,
//! then whose session it is, then the account, then the sum, then the rest.

use specie_commands::{LoginRequest, SessionRequest};
use specie_domain::ids::{AccountId, Reference};
use specie_domain::{KeyedHash, Time};
use specie_money::{Currency, Decimal, DecimalError};
use specie_wire::pos::{ErrorCode, PosError};

use super::headers::{Headers, phone};

/// A login's path and headers.
pub(crate) fn login(
    headers: Headers<'_>,
    key: KeyedHash,
    at: Time,
    pos: &str,
    code: &str,
) -> Result<LoginRequest, PosError> {
    let [number] = headers.needed(["phone_number"])?;
    let phone = phone(number).map_err(|_| ErrorCode::InvalidPhoneNumber)?;
    let idempotency = headers.idempotency()?;
    let pos = pos.parse().map_err(|_| ErrorCode::UnauthorizedApiCall)?;
    // A text that cannot be a code is no guess, and its answer is that of a wrong one.
    let code = code.parse().map_err(|_| ErrorCode::OtpNotValid)?;
    Ok(LoginRequest { at, key, pos, phone, code, idempotency, proof: None })
}

/// The headers of every call in a session.
pub(crate) fn session(headers: Headers<'_>, key: KeyedHash, at: Time) -> Result<SessionRequest, PosError> {
    let [token, operation_id] = headers.needed(["token_id", "operation_id"])?;
    let idempotency = headers.idempotency()?;
    let token = token.parse().map_err(|_| ErrorCode::SessionNotFound)?;
    let operation_id = operation_id.parse().map_err(|_| ErrorCode::SessionNotFound)?;
    let phone = headers.sent("phone_number").map(phone).transpose();
    let phone = phone.map_err(|_| ErrorCode::SessionNotFound)?;
    Ok(SessionRequest { at, key, token, operation_id, phone, idempotency, proof: None })
}

/// An account in a path.
pub(crate) fn account(text: &str) -> Result<Reference<AccountId>, PosError> {
    text.parse().map_err(|_| ErrorCode::AccountNotInSession.into())
}

/// A sum in a path: well formed and more than zero. Whether its currency can hold it is judged with the account.
pub(crate) fn sum(text: &str) -> Result<Decimal, PosError> {
    let sum = Decimal::parse(text).map_err(|why| match why {
        DecimalError::TooLong => ErrorCode::InvalidAmount.with("The amount has more than 32 characters."),
        DecimalError::Malformed => ErrorCode::InvalidAmount
            .with("The amount must be plain digits with at most one point between them, as 10 or 10.50."),
    })?;
    if sum.is_positive() { Ok(sum) } else { Err(ErrorCode::AmountMustBePositive.into()) }
}

/// A currency in a path.
pub(crate) fn currency(text: &str) -> Result<Currency, PosError> {
    Currency::from_code(text).ok_or_else(|| ErrorCode::InvalidCurrency.into())
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue};

    use super::*;

    #[test]
    fn a_sum_is_plain_digits_more_than_zero_and_nothing_is_guessed() {
        let longest = format!("{}.{}", "1".repeat(15), "0".repeat(16));
        let too_long = format!("{longest}0");
        for good in ["10", "10.00", "0.01", "10.5", "999999999999", longest.as_str()] {
            assert!(sum(good).is_ok(), "{good}");
        }
        for bad in [
            "1e1",
            "+10",
            "010",
            "10.",
            ".5",
            " 10",
            "10 ",
            "10,5",
            "0x10",
            "1_000",
            "NaN",
            "inf",
            "",
            "-",
            "--5",
            "-010",
            "1.2.3",
            "１０",
            "١٠",
            "%31%30",
            too_long.as_str(),
        ] {
            assert_eq!(sum(bad).unwrap_err().code, ErrorCode::InvalidAmount, "{bad:?}");
        }
        for bad in ["0", "0.00", "-5", "-5.00", "-0"] {
            assert_eq!(sum(bad).unwrap_err().code, ErrorCode::AmountMustBePositive, "{bad:?}");
        }
    }

    #[test]
    fn a_currency_is_three_capital_letters_of_the_list() {
        assert_eq!(currency("GBP").unwrap().code(), "GBP");
        for bad in ["gbp", "GB", "GBPX", "ZZZ", "XAU", "826", ""] {
            assert_eq!(currency(bad).unwrap_err().code, ErrorCode::InvalidCurrency, "{bad:?}");
        }
    }

    fn read_login(number: Option<&str>, pos: &str, code: &str) -> Result<(), ErrorCode> {
        let mut map = HeaderMap::new();
        if let Some(number) = number {
            map.insert("phone_number", HeaderValue::from_str(number).unwrap());
        }
        let key = KeyedHash::new([7; 16]);
        let read = login(Headers::of(&map), key, Time::from_unix_ms(0), pos, code);
        read.map(|_| ()).map_err(|error| error.code)
    }

    #[test]
    fn a_login_names_the_first_thing_that_is_wrong() {
        let (number, pos) = (Some("+14155559992"), "z128ffb-11a5-11l9-93p5-1231a8maf28");
        let too_long = "x".repeat(65);
        for (number, pos, code, expected) in [
            (number, pos, "876680", Ok(())),
            (Some("%2B14155559992"), pos, "876680", Ok(())),
            (None, pos, "x", Err(ErrorCode::MissingFields)),
            (Some("0044"), pos, "876680", Err(ErrorCode::InvalidPhoneNumber)),
            (number, too_long.as_str(), "876680", Err(ErrorCode::UnauthorizedApiCall)),
            (number, pos, "87668", Err(ErrorCode::OtpNotValid)),
            (number, pos, "876680876680", Err(ErrorCode::OtpNotValid)),
            (number, pos, "٨٧٦٦٨٠", Err(ErrorCode::OtpNotValid)),
        ] {
            assert_eq!(read_login(number, pos, code), expected, "{pos} {code}");
        }
    }

    #[test]
    fn a_malformed_code_reads_exactly_like_a_wrong_one() {
        let malformed = PosError::from(ErrorCode::OtpNotValid);
        let wrong = super::super::refusals::wire_error(&specie_domain::Refusal::CodeNotValid);
        assert_eq!(malformed, wrong);
    }

    #[test]
    fn a_session_whose_headers_cannot_be_ours_is_not_found() {
        let (token, operation) =
            ("0f9b5b3e-1111-2222-3333-444455556666", "018bcfe5-687b-7fff-bfff-fffffffffc05");
        for (token, operation, number, expected) in [
            (token, operation, None, Ok(())),
            (token, operation, Some("+14155559992"), Ok(())),
            (token, operation, Some("+0"), Err(ErrorCode::SessionNotFound)),
            ("", operation, None, Err(ErrorCode::MissingFields)),
            (token, "", None, Err(ErrorCode::MissingFields)),
            ("x", operation, None, Err(ErrorCode::SessionNotFound)),
            (token, token, None, Err(ErrorCode::SessionNotFound)),
        ] {
            let mut map = HeaderMap::new();
            map.insert("token_id", HeaderValue::from_str(token).unwrap());
            map.insert("operation_id", HeaderValue::from_str(operation).unwrap());
            if let Some(number) = number {
                map.insert("phone_number", HeaderValue::from_str(number).unwrap());
            }
            let key = KeyedHash::new([7; 16]);
            let read = session(Headers::of(&map), key, Time::from_unix_ms(0));
            assert_eq!(read.map(|_| ()).map_err(|error| error.code), expected, "{token:?} {operation:?}");
        }
    }
}
