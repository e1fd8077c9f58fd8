//! A POS's float and place: `/pos/{pos_id}/float-moves` and its neighbours, `/pos/near`, and what POS ask of float.

use specie_commands::{NEAR_POS_MAX, NearPos, PlaceRequest};
use specie_domain::ids::PosId;
use specie_domain::rows::{FloatAnswer, FloatRequest, FloatWay, Point, PosPlace};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::caller::{Caller, read_json};
use super::customer::shown_shelf;
use super::page::lines_max;
use super::places::pos_named;
use super::pos_caller::PosCaller;
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// Decimals of a degree.
const DECIMALS: usize = 6;

/// `POST /pos/{pos_id}/float-moves`.
pub(super) async fn move_float(caller: Caller) -> Result<Reply, Refused> {
    let from = caller.pos().await?;
    let api::MoveFloat { to_pos_id, amount } = caller.body().await?;
    let to = caller.judged(pos_named(&to_pos_id)).await?;
    let answered = caller.commands.move_float(caller.asked(), from, to, amount.0).await?;
    Reply::done(201, answered, |(funding_id, balance)| api::Funding {
        funding_id: funding_id.to_string(),
        amount,
        balance: Amount(balance),
    })
}

/// `POST /pos/{pos_id}/float-returns`.
pub(super) async fn return_float(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let api::NewFunding { amount } = caller.body().await?;
    let answered = caller.commands.return_float(caller.asked(), pos, amount.0).await?;
    Reply::done(201, answered, |(funding_id, balance)| api::Funding {
        funding_id: funding_id.to_string(),
        amount,
        balance: Amount(balance),
    })
}

/// `POST /pos/{pos_id}/low-float`.
pub(super) async fn set_low(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let api::NewFunding { amount } = caller.body().await?;
    Ok(Reply::nothing(&caller.commands.set_low_float(caller.asked(), pos, amount.0).await?))
}

/// `POST /pos/{pos_id}/credit-line`.
pub(super) async fn set_line(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let api::NewFunding { amount } = caller.body().await?;
    Ok(Reply::nothing(&caller.commands.set_credit_line(caller.asked(), pos, amount.0).await?))
}

/// `POST /pos/{pos_id}/place`.
pub(super) async fn locate(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let api::PosPlace { latitude, longitude, town, hours } = caller.body().await?;
    let wrong = |member: &str| {
        let detail = format!("{member}: must be degrees with at most six decimals, as -0.127800.");
        Refused::with(ProblemCode::Unacceptable, detail)
    };
    let latitude_e6 = caller.judged(micro_degrees(&latitude).ok_or_else(|| wrong("latitude"))).await?;
    let longitude_e6 = caller.judged(micro_degrees(&longitude).ok_or_else(|| wrong("longitude"))).await?;
    let place = PlaceRequest { point: Point { latitude_e6, longitude_e6 }, town, hours };
    Ok(Reply::nothing(&caller.commands.locate_pos(caller.asked(), pos, place).await?))
}

/// `GET /pos/near`.
pub(super) async fn near(caller: Caller) -> Result<Reply, Refused> {
    let query: api::NearQuery = caller.query().await?;
    let (point, amount, pos_max) = caller.judged(read_near(&query)).await?;
    let found = caller.commands.pos_near(caller.actor, point, amount, pos_max).await?;
    Reply::read(&api::NearPosList { pos: found.iter().map(shown).collect() })
}

/// `POST /pos/float-requests`.
pub(super) async fn ask(caller: PosCaller) -> Result<Reply, Refused> {
    let api::AskFloat { pos_id, way, amount } = read_json(caller.body())?;
    let way = match way {
        api::FloatWay::Bring => FloatWay::Bring,
        api::FloatWay::TakeAway => FloatWay::TakeAway,
    };
    let (pos, request) = (pos_named(&pos_id)?, caller.request()?);
    caller.commits();
    Ok(Reply::nothing(&caller.commands.ask_float(request, pos, way, amount.0).await?))
}

/// `POST /pos/float-requests/withdraw`.
pub(super) async fn withdraw_ask(caller: PosCaller) -> Result<Reply, Refused> {
    let api::WithdrawFloatAsk { pos_id, currency: CurrencyCode(currency) } = read_json(caller.body())?;
    let (pos, request) = (pos_named(&pos_id)?, caller.request()?);
    caller.commits();
    Ok(Reply::nothing(&caller.commands.withdraw_float_ask(request, pos, currency).await?))
}

/// `POST /pos/{pos_id}/float-requests/{currency}`.
pub(super) async fn answer(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let currency = Currency::from_code(caller.text("currency"));
    let currency = caller.judged(currency.ok_or_else(|| ProblemCode::FloatRequestNotFound.into())).await?;
    let api::AnswerFloat { number, grant } = caller.body().await?;
    let answered = caller.commands.answer_float(caller.asked(), pos, (currency, number), grant).await?;
    Ok(Reply::nothing(&answered))
}

/// `GET /float-requests`.
pub(super) async fn requests(caller: Caller) -> Result<Reply, Refused> {
    let query: api::FloatRequestsQuery = caller.query().await?;
    let requests_max = caller.judged(lines_max(query.limit)).await?;
    let after = caller.judged(query.start_after.as_deref().map(place_of).transpose()).await?;
    let waiting_only = query.state == api::AskedFloatRequests::Waiting;
    let (requests, next) =
        caller.commands.float_requests(caller.actor, waiting_only, after, requests_max).await?;
    Reply::read(&api::FloatRequests {
        requests: requests.iter().map(shown_request).collect(),
        next: next.map(|(pos_id, currency)| format!("{pos_id}:{}", currency.code())),
    })
}

/// A request's place in the list: `POS:CURRENCY`.
fn place_of(text: &str) -> Result<(PosId, Currency), Refused> {
    let read = text.split_once(':');
    let read = read.and_then(|(pos, currency)| Some((pos.parse().ok()?, Currency::from_code(currency)?)));
    read.ok_or_else(|| {
        Refused::with(ProblemCode::InvalidQuery, "start_after: must be the `next` of the page before.")
    })
}

fn shown_request(request: &FloatRequest) -> api::FloatRequest {
    let (state, answered_by, answered_at) = match &request.answer {
        FloatAnswer::Waiting => (api::FloatRequestState::Waiting, None, None),
        FloatAnswer::Granted(at, by) => (api::FloatRequestState::Granted, Some(by.person.clone()), Some(*at)),
        FloatAnswer::Declined(at, by) => {
            (api::FloatRequestState::Declined, Some(by.person.clone()), Some(*at))
        }
        FloatAnswer::Withdrawn(at) => (api::FloatRequestState::Withdrawn, None, Some(*at)),
    };
    api::FloatRequest {
        pos_id: request.key.0.to_string(),
        number: request.number,
        way: match request.way {
            FloatWay::Bring => api::FloatWay::Bring,
            FloatWay::TakeAway => api::FloatWay::TakeAway,
        },
        amount: Amount(request.amount),
        state,
        asked_by: request.asked_by.to_string(),
        asked_at: rfc3339(request.asked_at),
        answered_by,
        answered_at: answered_at.map(rfc3339),
    }
}

/// A point as `LAT,LON`.
pub(super) fn point_of(text: &str) -> Result<Point, Refused> {
    let wrong = || {
        let detail =
            "near: must be degrees north and degrees east with at most six decimals, as 51.5074,-0.1278.";
        Refused::with(ProblemCode::InvalidQuery, detail)
    };
    let (latitude, longitude) = text.split_once(',').ok_or_else(wrong)?;
    let point = Point {
        latitude_e6: micro_degrees(latitude).ok_or_else(wrong)?,
        longitude_e6: micro_degrees(longitude).ok_or_else(wrong)?,
    };
    if point.is_on_earth() { Ok(point) } else { Err(wrong()) }
}

fn read_near(query: &api::NearQuery) -> Result<(Point, Money, usize), Refused> {
    let wrong = |detail: String| Refused::with(ProblemCode::InvalidQuery, detail);
    let degrees = |member: &str, text: &str| {
        micro_degrees(text)
            .ok_or_else(|| wrong(format!("{member}: must be degrees with at most six decimals, as -0.1278.")))
    };
    let point = Point { latitude_e6: degrees("lat", &query.lat)?, longitude_e6: degrees("lon", &query.lon)? };
    if !point.is_on_earth() {
        return Err(wrong("lat is from -90 to 90, lon from -180 to 180.".to_owned()));
    }
    let CurrencyCode(currency) = query.currency;
    let amount = Money::parse(query.amount.as_deref().unwrap_or("0"), currency);
    let amount = amount.map_err(|why| wrong(format!("amount: {why}.")))?;
    let most = query.limit.map_or(Some(NEAR_POS_MAX), |limit| usize::try_from(limit).ok());
    let most = most.filter(|most| (1..=NEAR_POS_MAX).contains(most));
    Ok((point, amount, most.ok_or_else(|| wrong(format!("limit: must be from 1 to {NEAR_POS_MAX}.")))?))
}

/// Degrees as text, exactly; nothing for what is none.
fn micro_degrees(text: &str) -> Option<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1_i32, text), |digits| (-1, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_plain(whole) || !is_plain(part) || part.len() > DECIMALS || whole.len() > 3 {
        return None;
    }
    let millionths: i32 = format!("{part:0<DECIMALS$}").parse().ok()?;
    let whole: i32 = whole.parse().ok()?;
    whole.checked_mul(1_000_000)?.checked_add(millionths)?.checked_mul(sign)
}

fn degrees(of_e6: i32) -> String {
    let sign = if of_e6 < 0 { "-" } else { "" };
    let all = of_e6.unsigned_abs();
    format!("{sign}{}.{:06}", all / 1_000_000, all % 1_000_000)
}

/// Where a POS is.
pub(super) fn shown_place(place: &PosPlace) -> api::PosPlace {
    api::PosPlace {
        latitude: degrees(place.point.latitude_e6),
        longitude: degrees(place.point.longitude_e6),
        town: place.town.clone(),
        hours: place.hours.clone(),
    }
}

fn shown(near: &NearPos) -> api::NearPos {
    api::NearPos {
        pos_id: near.pos.shown_id.clone().unwrap_or_else(|| near.pos.pos_id.to_string()),
        name: near.pos.name.clone(),
        place: shown_place(&near.place),
        metres: near.metres,
        takes_in: near.takes_in,
        pays_out: shown_shelf(near.pays_out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_exactly_or_refused() {
        for (text, read) in [
            ("51.5074", Some(51_507_400)),
            ("-0.1278", Some(-127_800)),
            ("0", Some(0)),
            ("180.000000", Some(180_000_000)),
            ("-0.000001", Some(-1)),
            ("51.5074001", None),
            ("51,5", None),
            ("1e2", None),
            ("+1", None),
            ("1.", None),
            (".5", None),
            ("9999", None),
            ("", None),
        ] {
            assert_eq!(micro_degrees(text), read, "{text}");
        }
        for of_e6 in [0, -1, 127_800, -127_800, 180_000_000] {
            assert_eq!(micro_degrees(&degrees(of_e6)), Some(of_e6));
        }
    }
}
