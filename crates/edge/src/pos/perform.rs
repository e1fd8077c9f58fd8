//! Each call of the wire: read its texts, ask the core, show the receipt. Nothing is decided here.

use serde_json::value::RawValue;
use specie_commands::{
    Answered, CallKind, DepositRequest, OpenedSession, ReverseRequest, SessionRequest, WithdrawRequest,
};
use specie_domain::outcome::ShownAccount;
use specie_wire::pos::{
    DepositData, ErrorCode, JsonNumber, LoginData, PosError, ReversalData, SessionAccount, WithdrawData,
};

use super::deposit_body::deposit_body;
use super::headers::Headers;
use super::read;
use super::reply::{Declined, success, success_without_data};
use super::route::Route;
use super::{Admitted, Call};
use crate::answer::Answer;

/// Performs the call that `route` names with an admitted key.
pub(crate) async fn perform(call: &Call<'_>, route: Route<'_>, key: Admitted) -> Result<Answer, Declined> {
    match route {
        Route::Echo => {
            if let Some(proof) = key.proof {
                call.commands.knock(call.at, key.hash, proof).await?;
            }
            echo()
        }
        Route::Login { pos, code } => login(call, key, pos, code).await,
        Route::Withdraw { account, sum } => withdraw(call, key, account, sum).await,
        Route::Reversal { account, sum } => reversal(call, key, account, sum).await,
        Route::Deposit { sum, currency } => deposit(call, key, sum, currency).await,
        Route::Logout => logout(call, key).await,
        Route::Unknown => Err(ErrorCode::UnauthorizedApiCall.into()),
    }
}

/// An echo names no operation.
fn echo() -> Result<Answer, Declined> {
    success_without_data("", Answered { receipt: (), replayed: false, session_expires_at: None })
}

async fn login(call: &Call<'_>, key: Admitted, pos: &str, code: &str) -> Result<Answer, Declined> {
    let mut request = read::login(call.headers(), key.hash, call.at, pos, code)?;
    request.proof = key.proof;
    call.progress.commits();
    let answered = call.commands.open_session(request).await?;
    success(call.id, answered.map(|opened| Some(login_data(opened))))
}

async fn withdraw(call: &Call<'_>, key: Admitted, account: &str, sum: &str) -> Result<Answer, Declined> {
    let session = call.session(key)?;
    let (account, sum) =
        call.readable(&session, CallKind::NewRequest, both(read::account(account), read::sum(sum))).await?;
    let request = WithdrawRequest { account, sum };
    call.progress.commits();
    let answered = call.commands.withdraw(session, request).await?;
    success(call.id, answered.map(|id| Some(WithdrawData { transaction_id: id.to_string() })))
}

async fn reversal(call: &Call<'_>, key: Admitted, account: &str, sum: &str) -> Result<Answer, Declined> {
    let session = call.session(key)?;
    let (account, sum) =
        call.readable(&session, CallKind::Fact, both(read::account(account), read::sum(sum))).await?;
    let request = ReverseRequest { account, sum, transaction: call.headers().transaction() };
    call.progress.commits();
    let answered = call.commands.reverse(session, request).await?;
    let data = answered.map(|(reversal_id, operation_id)| {
        Some(ReversalData { transaction_id: reversal_id.to_string(), operation_id: operation_id.to_string() })
    });
    success(call.id, data)
}

async fn deposit(call: &Call<'_>, key: Admitted, sum: &str, currency: &str) -> Result<Answer, Declined> {
    let session = call.session(key)?;
    let texts = both(read::sum(sum), read::currency(currency));
    let (sum, currency) = call.readable(&session, CallKind::NewRequest, texts).await?;
    let (metadata, depositor) =
        call.readable(&session, CallKind::NewRequest, deposit_body(call.body)).await?;
    let request = DepositRequest { sum, currency, metadata, depositor };
    call.progress.commits();
    let answered = call.commands.deposit(session, request).await?;
    let data = answered.map(|(deposit_id, metadata)| {
        Some(DepositData { transaction_id: deposit_id.to_string(), metadata: shown_metadata(metadata) })
    });
    success(call.id, data)
}

async fn logout(call: &Call<'_>, key: Admitted) -> Result<Answer, Declined> {
    let session = call.session(key)?;
    call.progress.commits();
    let answered = call.commands.close_session(session).await?;
    success_without_data(call.id, answered)
}

impl<'a> Call<'a> {
    /// What was read; or, where it could not be, what is wrong with the session before what is wrong with the text.
    async fn readable<T>(
        &self,
        session: &SessionRequest,
        kind: CallKind,
        read: Result<T, PosError>,
    ) -> Result<T, Declined> {
        match read {
            Ok(value) => Ok(value),
            Err(error) => {
                self.commands.permit_call(session, kind).await?;
                Err(error.into())
            }
        }
    }

    const fn headers(&self) -> Headers<'a> {
        Headers::of(&self.parts.headers)
    }

    fn session(&self, key: Admitted) -> Result<SessionRequest, Declined> {
        let mut session = read::session(self.headers(), key.hash, self.at)?;
        session.proof = key.proof;
        Ok(session)
    }
}

/// Both, or the first error.
fn both<A, B>(first: Result<A, PosError>, second: Result<B, PosError>) -> Result<(A, B), PosError> {
    Ok((first?, second?))
}

fn login_data(opened: OpenedSession) -> LoginData {
    LoginData {
        token_id: opened.token.reveal().to_owned(),
        operation_id: opened.operation_id.to_string(),
        accounts: opened.accounts.into_iter().map(shown_account).collect(),
    }
}

fn shown_account(account: ShownAccount) -> SessionAccount {
    let currency = account.balance.currency();
    SessionAccount {
        account_id: account.account_id,
        account_currency: currency.code().to_owned(),
        account_alias: account.alias,
        account_balance: JsonNumber::from(account.balance),
        account_currency_symbol: currency.symbol(),
    }
}

/// What the POS said of its deposit, or `{}` when it said nothing or the customer's data were erased.
fn shown_metadata(metadata: Vec<u8>) -> Box<RawValue> {
    let raw = String::from_utf8(metadata).ok().and_then(|text| RawValue::from_string(text).ok());
    raw.unwrap_or_else(|| RawValue::from_string("{}".to_owned()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use specie_money::{Currency, Money};
    use specie_wire::pos::Envelope;

    use super::*;

    fn account(account_id: &str, minor: i64, code: &str) -> SessionAccount {
        let balance = Money::from_minor(minor, Currency::from_code(code).unwrap());
        shown_account(ShownAccount { account_id: account_id.to_owned(), alias: code.to_owned(), balance })
    }

    #[test]
    fn a_login_answers_byte_for_byte_as_the_source_page_prints_it() {
        let data = LoginData {
            token_id: "t".to_owned(),
            operation_id: "o".to_owned(),
            accounts: vec![
                account("64e4a964-53b5-11e9-8495-02f0df928b", 18_900, "GBP"),
                account("b", 18_950, "GBP"),
                account("c", 189, "JPY"),
                account("d", 189_001, "KWD"),
                account("e", 0, "GBP"),
            ],
        };
        let json = serde_json::to_string(&Envelope::success("f".to_owned(), Some(data))).unwrap();
        let expected = concat!(
            r#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":"f"},"#,
            r#""data":{"token_id":"t","operation_id":"o","accounts":["#,
            r#"{"account_id":"64e4a964-53b5-11e9-8495-02f0df928b","account_currency":"GBP","account_alias":"GBP","account_balance":189,"account_currency_symbol":"£"},"#,
            r#"{"account_id":"b","account_currency":"GBP","account_alias":"GBP","account_balance":189.5,"account_currency_symbol":"£"},"#,
            r#"{"account_id":"c","account_currency":"JPY","account_alias":"JPY","account_balance":189,"account_currency_symbol":"¥"},"#,
            r#"{"account_id":"d","account_currency":"KWD","account_alias":"KWD","account_balance":189.001,"account_currency_symbol":"د.ك"},"#,
            r#"{"account_id":"e","account_currency":"GBP","account_alias":"GBP","account_balance":0,"account_currency_symbol":"£"}"#,
            "]}}"
        );
        assert_eq!(json, expected);
    }

    #[test]
    fn an_answer_without_data_has_no_member_of_that_name() {
        let answer = echo().unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers().get("request-id"), None);
        let success = Envelope::<specie_wire::pos::Nothing>::success(String::new(), None);
        assert_eq!(
            serde_json::to_string(&success).unwrap(),
            r#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":""}}"#
        );
        let error =
            Envelope::<specie_wire::pos::Nothing>::error("i".to_owned(), ErrorCode::OtpNotValid.into());
        assert_eq!(
            serde_json::to_string(&error).unwrap(),
            concat!(
                r#"{"status":{"error_code":"ERROR_OTP_NOT_VALID","status":"ERROR","#,
                r#""message":"The code is not valid: ask the customer for a new one and try again.","#,
                r#""response_code":"ERROR_OTP_NOT_VALID","operation_id":"i"}}"#
            )
        );
    }

    #[test]
    fn metadata_goes_back_as_it_was_kept() {
        for (kept, shown) in [("", "{}"), (r#"{"a":1.10}"#, r#"{"a":1.10}"#), ("broken", "{}")] {
            assert_eq!(shown_metadata(kept.as_bytes().to_vec()).get(), shown);
        }
    }
}
