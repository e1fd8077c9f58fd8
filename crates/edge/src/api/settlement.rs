//! `/settlement`: how POS owners are settled, their batches, and what the bank says of them.

use specie_commands::{SettleLineView, SettlementRequest};
use specie_domain::Time;
use specie_domain::ids::{BatchId, OwnerId};
use specie_domain::rows::{BatchState, SettleBatch, Settlement, SettlementKey};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `POST /settlement/terms`.
pub(super) async fn set(caller: Caller) -> Result<Reply, Refused> {
    let body: api::SetSettlement = caller.body().await?;
    let request = caller.judged(requested(body)).await?;
    let answered = caller.commands.set_settlement(caller.asked(), request).await?;
    Reply::done(200, answered, |settlement| terms(&settlement))
}

fn requested(body: api::SetSettlement) -> Result<SettlementRequest, Refused> {
    let currency = body.currency.0;
    let threshold = body.threshold.map_or_else(|| Money::zero(currency), |threshold| threshold.0);
    if threshold.currency() != currency {
        let detail = format!("threshold: must be in {currency}.");
        return Err(Refused::with(ProblemCode::InvalidAmount, detail));
    }
    Ok(SettlementRequest {
        owner_id: owner(&body.owner_id)?,
        currency,
        cut_off_minute: minute(&body.cut_off)?,
        zone: body.zone,
        bank_reference: body.bank_reference,
        threshold: threshold.minor(),
        automatic: body.automatic,
    })
}

fn owner(text: &str) -> Result<OwnerId, Refused> {
    text.parse().map_err(|_| ProblemCode::OwnerNotFound.into())
}

/// `HH:MM` as minutes after midnight.
fn minute(text: &str) -> Result<u16, Refused> {
    let part = |text: &str, below: u16| {
        let is_two_digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|part| is_two_digits && *part < below)
    };
    let read = text.split_once(':').and_then(|(hour, minute)| Some((part(hour, 24)?, part(minute, 60)?)));
    let (hour, minute) = read.ok_or_else(|| {
        Refused::with(ProblemCode::Unacceptable, "cut_off: must be a time of day from 00:00 to 23:59.")
    })?;
    Ok(hour.saturating_mul(60).saturating_add(minute))
}

/// `GET /settlement/terms`.
pub(super) async fn list_terms(caller: Caller) -> Result<Reply, Refused> {
    let query: api::SettlementsQuery = caller.query().await?;
    let rows_max = caller.judged(lines_max(query.limit)).await?;
    let after = caller.judged(terms_after(query.start_after.as_deref())).await?;
    let found = caller.commands.settlements(caller.actor, after, rows_max).await?;
    let last = found.last().map(|row| format!("{}:{}", row.key.owner_id, row.key.currency.code()));
    let next = last.filter(|_| found.len() >= rows_max);
    Reply::read(&api::Settlements { terms: found.iter().map(|row| terms(row)).collect(), next })
}

fn terms_after(text: Option<&str>) -> Result<Option<SettlementKey>, Refused> {
    let read = |text: &str| {
        let (owner_id, currency) = text.split_once(':')?;
        let currency = Currency::from_code(currency)?;
        Some(SettlementKey { owner_id: owner_id.parse().ok()?, currency })
    };
    let wrong =
        || Refused::with(ProblemCode::InvalidQuery, "start_after: must be the next of the page before.");
    text.map(|text| read(text).ok_or_else(wrong)).transpose()
}

/// `POST /settlement/batches`.
pub(super) async fn cut(caller: Caller) -> Result<Reply, Refused> {
    let body: api::CutBatch = caller.body().await?;
    let owner_id = caller.judged(owner(&body.owner_id)).await?;
    let answered = caller.commands.cut_batch(caller.asked(), owner_id, body.currency.0).await?;
    Reply::done(201, answered, |batch| shown(&batch))
}

/// `GET /settlement/batches`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::BatchesQuery = caller.query().await?;
    let rows_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<BatchId> = caller.judged(page_after(query.after.as_deref())).await?;
    let found = caller.commands.batches(caller.actor, after, rows_max).await?;
    let next = found.last().map(|batch| batch.batch_id.to_string()).filter(|_| found.len() >= rows_max);
    Reply::read(&api::SettlementBatches { batches: found.iter().map(|batch| shown(batch)).collect(), next })
}

/// `GET /settlement/batches/{batch_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let batch_id = caller.batch_id().await?;
    Reply::read(&shown(&*caller.commands.batch(caller.actor, batch_id).await?))
}

/// `GET /settlement/batches/{batch_id}/lines`.
pub(super) async fn lines(caller: Caller) -> Result<Reply, Refused> {
    let batch_id = caller.batch_id().await?;
    let query: api::BatchLinesQuery = caller.query().await?;
    let most = caller.judged(lines_max(query.limit)).await?;
    let after = query.after_line.unwrap_or_default();
    let found = caller.commands.batch_lines(caller.actor, batch_id, after, most).await?;
    let next = found.last().map(|view| view.line.key.line).filter(|_| found.len() >= most);
    Reply::read(&api::BatchLines { lines: found.iter().map(line).collect(), next })
}

/// `POST /settlement/batches/{batch_id}/confirm`.
pub(super) async fn confirm(caller: Caller) -> Result<Reply, Refused> {
    let batch_id = caller.batch_id().await?;
    let api::ConfirmBatch { payment } = caller.body().await?;
    let answered = caller.commands.confirm_batch(caller.asked(), batch_id, payment).await?;
    Reply::done(200, answered, |batch| shown(&batch))
}

/// `POST /settlement/batches/{batch_id}/fail`.
pub(super) async fn fail(caller: Caller) -> Result<Reply, Refused> {
    let batch_id = caller.batch_id().await?;
    let api::FailBatch { reason } = caller.body().await?;
    let answered = caller.commands.fail_batch(caller.asked(), batch_id, reason).await?;
    Reply::done(200, answered, |batch| shown(&batch))
}

impl Caller {
    async fn batch_id(&self) -> Result<BatchId, Refused> {
        let read = self.text("batch_id").parse().map_err(|_| ProblemCode::BatchNotFound.into());
        self.judged(read).await
    }
}

fn terms(row: &Settlement) -> api::Settlement {
    let SettlementKey { owner_id, currency } = row.key;
    let (hour, minute) = (row.cut_off_minute / 60, row.cut_off_minute % 60);
    api::Settlement {
        owner_id: owner_id.to_string(),
        currency: CurrencyCode(currency),
        cut_off: format!("{hour:02}:{minute:02}"),
        zone: row.zone.clone(),
        bank_reference: row.bank_reference.clone(),
        threshold: amount(row.threshold, currency),
        automatic: row.automatic,
        window_ends_at: row.boundary.map(rfc3339),
        number: row.number,
    }
}

fn shown(batch: &SettleBatch) -> api::SettlementBatch {
    let currency = batch.key.currency;
    api::SettlementBatch {
        batch_id: batch.batch_id.to_string(),
        owner_id: batch.key.owner_id.to_string(),
        number: batch.number,
        state: state(batch.state),
        amount: amount(batch.amount, currency),
        due: amount(batch.due, currency),
        lines: batch.lines,
        cut_off_at: rfc3339(batch.cut_off),
        bank_reference: batch.bank_reference.clone(),
        word: batch.word.clone(),
        made_at: rfc3339(batch.made_at),
        ended_at: batch.ended_at.map(|at: Time| rfc3339(at)),
    }
}

const fn state(state: BatchState) -> api::BatchState {
    match state {
        BatchState::Taking => api::BatchState::Taking,
        BatchState::Posting => api::BatchState::Posting,
        BatchState::Due => api::BatchState::Due,
        BatchState::Confirmed => api::BatchState::Confirmed,
        BatchState::TakingBack => api::BatchState::TakingBack,
        BatchState::Failed => api::BatchState::Failed,
        BatchState::Carried => api::BatchState::Carried,
    }
}

fn line(view: &SettleLineView) -> api::BatchLine {
    let SettleLineView { line, account_id } = view;
    let currency = line.account.currency;
    api::BatchLine {
        line: line.key.line,
        account_id: account_id.clone(),
        amount: amount(line.amount, currency),
        opening: amount(line.opening.balance, currency),
        closing: amount(line.closing.balance, currency),
        float: amount(line.closing.float, currency),
        after_entry: line.opening.entries,
        last_entry: line.closing.entries,
        last_transfer: line.closing.last_transfer,
    }
}

const fn amount(minor: i64, currency: Currency) -> Amount {
    Amount(Money::from_minor(minor, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_off_is_read_as_two_and_two_digits() {
        for (text, read) in [
            ("00:00", Some(0)),
            ("22:30", Some(1_350)),
            ("23:59", Some(1_439)),
            ("24:00", None),
            ("23:60", None),
            ("7:00", None),
            ("+7:00", None),
            ("0700", None),
            ("07:00:00", None),
            ("", None),
        ] {
            assert_eq!(minute(text).ok(), read, "{text:?}");
        }
    }
}
