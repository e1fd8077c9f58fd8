//! The shapes of the answers, byte for byte but for what is fresh. Stricter and cheaper than a parser: a member
//! too many, one missing or another order is a failure.

use super::line::Answer;

/// What an envelope of success begins with.
const SUCCESS: &[u8] =
    br#"{"status":{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":""#;

/// Why a visit could not be brought to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Nobody knows the outcome: the connection broke.
    Broken(String),
    /// The server said no, by status and code.
    Refused(u16, String),
    /// The answer is not of its shape.
    Shape(String),
    /// The code armed is for the window after this one. No failure: the round is over.
    WindowCloses,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Broken(why) => write!(f, "outcome unknown, {why}"),
            Self::Refused(status, code) => write!(f, "refused with {status} {code}"),
            Self::Shape(body) => write!(f, "an answer of another shape: {body}"),
            Self::WindowCloses => write!(f, "the code's window has not begun"),
        }
    }
}

/// What arming answers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Armed<'a> {
    pub(super) code: &'a [u8],
    pub(super) valid_from: &'a [u8],
    pub(super) expires_at: &'a [u8],
    pub(super) server_time: &'a [u8],
    /// The decimal text of the fee; none when none was told.
    pub(super) fee: Option<&'a [u8]>,
}

/// What a login answers.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Opened<'a> {
    pub(super) token: &'a [u8],
    pub(super) operation: &'a [u8],
    pub(super) account: &'a [u8],
}

/// The answer to an arming.
pub(super) fn armed(answer: Answer<'_>) -> Result<Armed<'_>, Trouble> {
    let parts: [&[u8]; 7] = [
        br#"{"code":""#,
        br#"","code_id":""#,
        br#"","valid_from":""#,
        br#"","expires_at":""#,
        br#"","server_time":""#,
        br#"","fee":"#,
        b"}",
    ];
    let [code, _, valid_from, expires_at, server_time, price] = holes(answer, 201, &parts)?;
    let fee = price.strip_prefix(br#"{"amount":""#).and_then(|text| text.split(|byte| *byte == b'"').next());
    Ok(Armed { code, valid_from, expires_at, server_time, fee })
}

/// The answer to a login.
pub(super) fn opened(answer: Answer<'_>) -> Result<Opened<'_>, Trouble> {
    let parts: [&[u8]; 6] = [
        SUCCESS,
        br#""},"data":{"token_id":""#,
        br#"","operation_id":""#,
        br#"","accounts":[{"account_id":""#,
        br#"","account_currency":""#,
        br#""}]}}"#,
    ];
    let [_, token, operation, account, _] = holes(answer, 200, &parts)?;
    Ok(Opened { token, operation, account })
}

/// The transaction in the answer to a withdrawal.
pub(super) fn withdrawn(answer: Answer<'_>) -> Result<u128, Trouble> {
    let [_, id] = holes(answer, 200, &[SUCCESS, br#""},"data":{"transaction_id":""#, br#""}}"#])?;
    transaction(answer, id)
}

/// The transaction in the answer to a reversal.
pub(super) fn reversed(answer: Answer<'_>, operation: &[u8]) -> Result<u128, Trouble> {
    let parts: [&[u8]; 4] =
        [SUCCESS, br#""},"data":{"transaction_id":""#, br#"","operation_id":""#, br#""}}"#];
    let [_, id, named] = holes(answer, 200, &parts)?;
    if named != operation {
        return Err(misshapen(answer));
    }
    transaction(answer, id)
}

/// The transaction in the answer to a deposit without metadata.
pub(super) fn deposited(answer: Answer<'_>) -> Result<u128, Trouble> {
    let parts: [&[u8]; 3] = [SUCCESS, br#""},"data":{"transaction_id":""#, br#"","metadata":{}}}"#];
    let [_, id] = holes(answer, 200, &parts)?;
    transaction(answer, id)
}

/// The answer to a logout.
pub(super) fn closed(answer: Answer<'_>) -> Result<(), Trouble> {
    holes::<1>(answer, 200, &[SUCCESS, br#""}}"#]).map(|_| ())
}

/// The answer to a POS that asks what to do after a withdrawal.
pub(super) fn to_hand_out(answer: Answer<'_>, operation: &[u8]) -> Result<(), Trouble> {
    let parts: [&[u8]; 5] = [
        br#"{"operation_id":""#,
        br#"","state":"pending","amount":{"#,
        br#"},"do":"hand_out","armed":{"#,
        br#"},"check_word":""#,
        br#""}"#,
    ];
    let [named, _, _, _] = holes(answer, 200, &parts)?;
    if named == operation { Ok(()) } else { Err(misshapen(answer)) }
}

/// What stands between `parts`, which must be one more than the holes: the first begins the body, the last ends it.
fn holes<'a, const N: usize>(
    answer: Answer<'a>,
    status: u16,
    parts: &[&[u8]],
) -> Result<[&'a [u8]; N], Trouble> {
    if answer.status != status {
        return Err(Trouble::Refused(answer.status, code_in(answer.body)));
    }
    found(answer.body, parts).ok_or_else(|| misshapen(answer))
}

fn found<'a, const N: usize>(body: &'a [u8], parts: &[&[u8]]) -> Option<[&'a [u8]; N]> {
    let (first, middle) = parts.split_first()?;
    let mut rest = body.strip_prefix(*first)?;
    let mut holes = [&[] as &[u8]; N];
    for (index, (hole, part)) in holes.iter_mut().zip(middle).enumerate() {
        let is_last = index + 1 == N;
        let at = if is_last { rest.len().checked_sub(part.len())? } else { find(rest, part)? };
        let (before, after) = rest.split_at_checked(at)?;
        rest = after.strip_prefix(*part)?;
        *hole = before;
    }
    (middle.len() == N && rest.is_empty()).then_some(holes)
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// The code of a refusal, of either face.
fn code_in(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let code = [r#""error_code":""#, r#""code":""#].iter().find_map(|name| {
        let (_, rest) = text.split_once(name)?;
        rest.split_once('"').map(|(code, _)| code.to_owned())
    });
    code.unwrap_or_else(|| "without a code".to_owned())
}

fn misshapen(answer: Answer<'_>) -> Trouble {
    Trouble::Shape(String::from_utf8_lossy(answer.body).chars().take(200).collect())
}

/// The number behind a UUID's text.
fn transaction(answer: Answer<'_>, text: &[u8]) -> Result<u128, Trouble> {
    let digits = text.iter().filter(|byte| **byte != b'-');
    let number = digits.clone().try_fold(0_u128, |number, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        Some((number << 4) | u128::from(digit))
    });
    number.filter(|_| text.len() == 36 && digits.count() == 32).ok_or_else(|| misshapen(answer))
}

/// The milliseconds of the day of an instant as our answers write it, `2026-01-31T11:42:30.000Z`.
pub(super) fn ms_of_day(instant: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(instant).ok()?;
    let number = |at: std::ops::Range<usize>| text.get(at)?.parse::<i64>().ok();
    let (hours, minutes) = (number(11..13)?, number(14..16)?);
    let (seconds, ms) = (number(17..19)?, number(20..23)?);
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01a20717-aa47-731d-981e-44993b5d6708";

    fn answer(body: &str) -> Answer<'_> {
        Answer { status: 200, is_replayed: false, body: body.as_bytes() }
    }

    fn success(data: &str) -> String {
        let status =
            r#"{"error_code":"","status":"SUCCESS","message":"","response_code":"","operation_id":"x"}"#;
        format!(r#"{{"status":{status}{data}}}"#)
    }

    #[test]
    fn a_withdrawals_answer_is_taken_only_in_its_own_shape() {
        let good = success(&format!(r#","data":{{"transaction_id":"{ID}"}}"#));
        assert_eq!(withdrawn(answer(&good)), Ok(0x01a2_0717_aa47_731d_981e_4499_3b5d_6708));
        for bad in [
            success(""),
            success(r#","data":{"transaction_id":"short"}"#),
            success(&format!(r#","data":{{"transaction_id":"{ID}","more":1}}"#)),
            format!("{good} "),
            String::new(),
        ] {
            assert!(matches!(withdrawn(answer(&bad)), Err(Trouble::Shape(_))), "{bad}");
        }
    }

    #[test]
    fn a_login_gives_its_token_operation_and_first_account() {
        let account = r#"{"account_id":"a","account_currency":"GBP","account_alias":"GBP","account_balance":1,"account_currency_symbol":"£"}"#;
        let body =
            success(&format!(r#","data":{{"token_id":"t","operation_id":"o","accounts":[{account}]}}"#));
        assert_eq!(opened(answer(&body)), Ok(Opened { token: b"t", operation: b"o", account: b"a" }));
    }

    #[test]
    fn an_arming_gives_its_digits_and_times_whatever_it_costs() {
        for (fee, told) in [
            (r#"null,"total":null,"tariff_id":null"#, None),
            (r#"{"amount":"0.30","currency":"GBP"},"total":1"#, Some(b"0.30".as_slice())),
        ] {
            let times = r#""valid_from":"f","expires_at":"e","server_time":"s""#;
            let body = format!(r#"{{"code":"123456","code_id":"{ID}",{times},"fee":{fee}}}"#);
            let found = armed(Answer { status: 201, ..answer(&body) });
            let expected =
                Armed { code: b"123456", valid_from: b"f", expires_at: b"e", server_time: b"s", fee: told };
            assert_eq!(found, Ok(expected), "{body}");
        }
    }

    #[test]
    fn a_refusal_is_named_by_its_status_and_code() {
        let body = br#"{"status":{"error_code":"NOT_ENOUGH_FUNDS","status":"ERROR"}}"#;
        let refused = closed(Answer { status: 400, is_replayed: false, body });
        assert_eq!(refused, Err(Trouble::Refused(400, "NOT_ENOUGH_FUNDS".to_owned())));
    }

    #[test]
    fn the_time_of_day_is_read_to_the_millisecond() {
        assert_eq!(ms_of_day(b"2026-11-23T06:28:41.265Z"), Some(23_321_265));
        assert_eq!(ms_of_day(b"2026-11-23"), None);
    }
}
