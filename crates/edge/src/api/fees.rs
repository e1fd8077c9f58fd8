//! `/tariffs` and `/quotes`: add, list and show versions of tariffs; what a withdrawal would cost. Texts become exact
//! amounts and instants here, each refused by the name of its member; whether a fee can be reckoned by them is judged
//! in the core.

use std::sync::Arc;

use specie_commands::{QuoteRequest, QuoteView};
use specie_domain::Time;
use specie_domain::ids::TariffId;
use specie_domain::rows::{Band, Channel, NewTariff, Quote, Schedule, Scope, Tariff};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::places::pos_named;
use super::problems::Refused;
use super::reply::Reply;
use crate::when::{instant, rfc3339};

/// `POST /tariffs`.
pub(super) async fn add(caller: Caller) -> Result<Reply, Refused> {
    let body: api::AddTariff = caller.body().await?;
    let request = caller.judged(read(body)).await?;
    let answered = caller.commands.add_tariff(caller.asked(), request).await?;
    Reply::done(201, answered, |tariff| shown(&tariff))
}

/// `GET /tariffs`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::TariffsQuery = caller.query().await?;
    let tariffs_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<TariffId> = caller.judged(page_after(query.after.as_deref())).await?;
    let tariffs: Vec<Arc<Tariff>> = caller.commands.tariffs(caller.actor, after, tariffs_max).await?;
    let next = tariffs.last().map(|tariff| tariff.tariff_id.to_string());
    let next = next.filter(|_| tariffs.len() >= tariffs_max);
    Reply::read(&api::Tariffs { tariffs: tariffs.iter().map(|tariff| shown(tariff)).collect(), next })
}

/// `GET /tariffs/{tariff_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let not_found = |_| ProblemCode::TariffNotFound.into();
    let tariff_id = caller.judged(caller.text("tariff_id").parse().map_err(not_found)).await?;
    Reply::read(&shown(&*caller.commands.tariff(caller.actor, tariff_id).await?))
}

/// `POST /quotes`.
pub(super) async fn quote(caller: Caller) -> Result<Reply, Refused> {
    let api::AskQuote { wallet_id, pos_id, amount, channel } = caller.body().await?;
    let no_wallet = |_| ProblemCode::WalletNotFound.into();
    let wallet_id = caller.judged(wallet_id.parse().map_err(no_wallet)).await?;
    let pos = caller.judged(pos_named(&pos_id)).await?;
    let request = QuoteRequest { wallet_id, pos, amount: amount.0, channel: kept_channel(channel) };
    Reply::read(&shown_quote(amount, caller.commands.quote(caller.actor, request).await?))
}

/// A quote as it is shown.
pub(super) fn shown_quote(amount: Amount, quote: QuoteView) -> api::Quote {
    let QuoteView { tariff, fee, total, valid_until } = quote;
    api::Quote {
        amount,
        fee: Amount(fee),
        total: Amount(total),
        tariff_id: tariff.map(|tariff| tariff.tariff_id.to_string()),
        valid_until: valid_until.map(rfc3339),
    }
}

/// What an armed code tells of its fee: the fee, the sum with it, and the version.
pub(super) fn told(quote: Quote, sum: Option<Money>) -> (Option<Amount>, Option<Amount>, Option<String>) {
    let (fee, tariff_id) = match quote {
        Quote::Open => return (None, None, None),
        Quote::Free => (0, None),
        Quote::Fee(tariff_id, fee) => (fee, Some(tariff_id.to_string())),
    };
    let fee = sum.map(|sum| Money::from_minor(fee, sum.currency()));
    let total = sum.zip(fee).and_then(|(sum, fee)| sum.checked_add(fee).ok());
    (fee.map(Amount), total.map(Amount), tariff_id)
}

/// The channel of a code that is armed. An offline code is made by its device.
pub(super) fn arming_channel(channel: api::Channel) -> Result<Channel, Refused> {
    match kept_channel(channel) {
        Channel::Offline => {
            let detail = "channel: an offline code is not armed; its device makes it.";
            Err(Refused::with(ProblemCode::InvalidBody, detail))
        }
        armed @ (Channel::App | Channel::Sms | Channel::Ussd) => Ok(armed),
    }
}

/// A version as it is kept.
pub(super) fn read(body: api::AddTariff) -> Result<NewTariff, Refused> {
    let currency = body.currency.0;
    let owner_id = body.owner_id.as_deref().map(str::parse).transpose();
    let owner_id = owner_id.map_err(|_| Refused::from(ProblemCode::OwnerNotFound))?;
    let (channel, kyc_tier) = (body.channel.map(kept_channel), body.kyc_tier);
    Ok(NewTariff {
        name: body.name,
        scope: Scope { currency, owner_id, channel, kyc_tier },
        valid_from: time(body.valid_from.as_deref(), "valid_from")?,
        valid_to: time(body.valid_to.as_deref(), "valid_to")?,
        fee: schedule(&body.fee, currency, "fee")?,
        commission: schedule(&body.commission, currency, "commission")?,
        tax_basis_points: body.tax_basis_points,
    })
}

fn time(text: Option<&str>, member: &str) -> Result<Option<Time>, Refused> {
    let wrong = || {
        let detail = format!("{member}: must be an instant as 2026-02-01T00:00:00Z (RFC 3339).");
        Refused::with(ProblemCode::InvalidBody, detail)
    };
    text.map(|text| instant(text).ok_or_else(wrong)).transpose()
}

fn schedule(of: &api::TariffSchedule, currency: Currency, name: &str) -> Result<Schedule, Refused> {
    let sum = |text: &Option<String>, member: &str| match text {
        Some(text) => minor(text, currency, &format!("{name}.{member}")).map(Some),
        None => Ok(None),
    };
    let bands = of.bands.iter().enumerate().map(|(place, band)| {
        let member = |member: &str| format!("{name}.bands[{place}].{member}");
        let step = band.step.as_deref().map_or(Ok(0), |step| minor(step, currency, &member("step")))?;
        let from = minor(&band.from, currency, &member("from"))?;
        Ok(Band { from, basis_points: band.basis_points, step })
    });
    Ok(Schedule {
        flat: sum(&of.flat, "flat")?.unwrap_or(0),
        bands: bands.collect::<Result<_, Refused>>()?,
        min: sum(&of.min, "min")?.unwrap_or(0),
        max: sum(&of.max, "max")?,
    })
}

/// A sum in minor units; its sign is judged in the core.
fn minor(text: &str, currency: Currency, member: &str) -> Result<i64, Refused> {
    Money::parse(text, currency)
        .map(Money::minor)
        .map_err(|why| Refused::with(ProblemCode::InvalidAmount, format!("{member}: {why}.")))
}

fn shown(tariff: &Tariff) -> api::Tariff {
    let Scope { currency, owner_id, channel, kyc_tier } = tariff.scope;
    api::Tariff {
        tariff_id: tariff.tariff_id.to_string(),
        name: tariff.name.clone(),
        currency: CurrencyCode(currency),
        owner_id: owner_id.map(|owner_id| owner_id.to_string()),
        channel: channel.map(shown_channel),
        kyc_tier,
        valid_from: rfc3339(tariff.valid_from),
        valid_to: tariff.valid_to.map(rfc3339),
        fee: shown_schedule(&tariff.fee, currency),
        commission: shown_schedule(&tariff.commission, currency),
        tax_basis_points: tariff.tax_basis_points,
        made_by: tariff.made_by.clone(),
        made_at: rfc3339(tariff.made_at),
    }
}

/// A version as it was asked for.
pub(super) fn shown_new(tariff: &NewTariff) -> api::AddTariff {
    let Scope { currency, owner_id, channel, kyc_tier } = tariff.scope;
    api::AddTariff {
        name: tariff.name.clone(),
        currency: CurrencyCode(currency),
        owner_id: owner_id.map(|owner_id| owner_id.to_string()),
        channel: channel.map(shown_channel),
        kyc_tier,
        valid_from: tariff.valid_from.map(rfc3339),
        valid_to: tariff.valid_to.map(rfc3339),
        fee: shown_schedule(&tariff.fee, currency),
        commission: shown_schedule(&tariff.commission, currency),
        tax_basis_points: tariff.tax_basis_points,
    }
}

/// What is nothing is left out, as it may be in a request.
fn shown_schedule(schedule: &Schedule, currency: Currency) -> api::TariffSchedule {
    let text = |minor: i64| Money::from_minor(minor, currency).to_string();
    let some = |minor: i64| (minor != 0).then(|| text(minor));
    let band = |band: &Band| api::TariffBand {
        from: text(band.from),
        basis_points: band.basis_points,
        step: some(band.step),
    };
    api::TariffSchedule {
        flat: some(schedule.flat),
        bands: schedule.bands.iter().map(band).collect(),
        min: some(schedule.min),
        max: schedule.max.map(text),
    }
}

const fn kept_channel(channel: api::Channel) -> Channel {
    match channel {
        api::Channel::App => Channel::App,
        api::Channel::Sms => Channel::Sms,
        api::Channel::Ussd => Channel::Ussd,
        api::Channel::Offline => Channel::Offline,
    }
}

const fn shown_channel(channel: Channel) -> api::Channel {
    match channel {
        Channel::App => api::Channel::App,
        Channel::Sms => api::Channel::Sms,
        Channel::Ussd => api::Channel::Ussd,
        Channel::Offline => api::Channel::Offline,
    }
}
