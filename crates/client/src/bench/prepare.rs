//! Makes what a run lacks, over our own API: an owner, POS with float and keys, wallets with money. Cut short, it
//! is taken up again: a wallet that is there already is found by its phone.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use specie_wire::api;
use tokio::task::JoinSet;

use super::BenchError;
use super::line::Line;
use super::options::Progress;
use super::population::{
    CURRENCIES, FLOAT_UNITS, HOT_NUMBER, HOT_TOP_UP_UNITS, Population, Pos, TOP_UP_UNITS, Wallet, phone,
};
use super::requests;

/// A line of progress every so many wallets.
const TELL_EVERY: usize = 10_000;

/// Our own API, with the operator's key.
#[derive(Clone)]
pub(super) struct Office {
    pub(super) bearer: Arc<str>,
    pub(super) progress: Progress,
}

impl Office {
    /// Reads; the status and the JSON.
    pub(super) async fn get(&self, line: &mut Line, target: &str) -> Result<(u16, Value), BenchError> {
        requests::get(line, target, &self.bearer);
        answered(line, target).await
    }

    /// Asks for a change; the status and the JSON.
    async fn post(&self, line: &mut Line, target: &str, body: &Value) -> Result<(u16, Value), BenchError> {
        requests::post(line, target, &self.bearer, &body.to_string());
        answered(line, target).await
    }

    /// The text at `member` of what a change that must succeed answers.
    async fn made(
        &self,
        line: &mut Line,
        target: &str,
        body: &Value,
        member: &str,
    ) -> Result<String, BenchError> {
        let (status, answer) = self.post(line, target, body).await?;
        let text = answer.get(member).and_then(Value::as_str).filter(|_| status == 201);
        text.map(str::to_owned).ok_or_else(|| unexpected(target, status, &answer))
    }

    async fn make_pos(self, mut line: Line, owner_id: String) -> Result<(Line, Pos), BenchError> {
        let body = json!({ "owner_id": owner_id, "name": "Bench counter", "currencies": CURRENCIES });
        let pos_id = self.made(&mut line, "/api/v1/pos", &body, "pos_id").await?;
        for currency in CURRENCIES {
            let body = json!({ "amount": { "amount": FLOAT_UNITS.to_string(), "currency": currency } });
            let target = format!("/api/v1/pos/{pos_id}/prefundings");
            self.made(&mut line, &target, &body, "funding_id").await?;
        }
        let target = format!("/api/v1/pos/{pos_id}/keys");
        let access_key = self.made(&mut line, &target, &json!({ "profile": "plain" }), "access_key").await?;
        Ok((line, Pos { pos_id, access_key }))
    }

    async fn make_wallet(
        self,
        mut line: Line,
        number: usize,
        units: i64,
    ) -> Result<(Line, Wallet), BenchError> {
        let currency = number % CURRENCIES.len();
        let code = CURRENCIES.get(currency).copied().unwrap_or_default();
        let phone = phone(number);
        let body = json!({ "phone_number": phone, "currencies": [code] });
        let (mut status, mut answer) = self.post(&mut line, "/api/v1/wallets", &body).await?;
        if status == 409 {
            let target = format!("/api/v1/wallets?phone_number=%2B{}", phone.trim_start_matches('+'));
            (status, answer) = self.get(&mut line, &target).await?;
        }
        let opened: api::Wallet = serde_json::from_value(answer.clone())
            .map_err(|_| unexpected("/api/v1/wallets", status, &answer))?;
        let account = opened.accounts.into_iter().find(|account| account.currency.0.code() == code);
        let account = account.ok_or_else(|| unexpected("/api/v1/wallets", status, &answer))?;
        let wallet = Wallet { wallet_id: opened.wallet_id, account_id: account.account_id, phone, currency };
        if account.balance.0.minor() < units.saturating_mul(wallet.minor_in_unit()) / 2 {
            let body = json!({ "amount": { "amount": units.to_string(), "currency": code } });
            let target = format!("/api/v1/wallets/{}/topups", wallet.wallet_id);
            self.made(&mut line, &target, &body, "funding_id").await?;
        }
        Ok((line, wallet))
    }

    /// Fills `population` up to so many wallets and POS. Says whether anything was made.
    pub(super) async fn fill(
        &self,
        mut lines: Vec<Line>,
        population: &mut Population,
        (wallets, pos): (usize, usize),
    ) -> Result<(Vec<Line>, bool), BenchError> {
        let loaded = usize::try_from(population.loaded).unwrap_or(usize::MAX);
        let old_wallets = loaded.saturating_add(population.wallets.len());
        let old_pos = population.pos.len();
        let is_whole = old_wallets >= wallets && old_pos >= pos && population.hot.is_some();
        if is_whole {
            return Ok((lines, false));
        }
        let mut line = lines.pop().ok_or_else(|| BenchError::Misused("no connections".to_owned()))?;
        if population.owner_id.is_empty() {
            let body = json!({ "name": "Bench counters" });
            population.owner_id = self.made(&mut line, "/api/v1/pos-owners", &body, "owner_id").await?;
        }
        if population.hot.is_none() {
            let (back, hot) = self.clone().make_wallet(line, HOT_NUMBER, HOT_TOP_UP_UNITS).await?;
            line = back;
            population.hot = Some(hot);
        }
        lines.push(line);
        let (office, owner_id) = (self.clone(), population.owner_id.clone());
        let (lines, made) = together(lines, pos.saturating_sub(old_pos), move |line, _| {
            office.clone().make_pos(line, owner_id.clone())
        })
        .await?;
        population.pos.extend(made);
        let office = self.clone();
        let (lines, made) = together(lines, wallets.saturating_sub(old_wallets), move |line, index| {
            if index % TELL_EVERY == 0 {
                (office.progress)(&format!("making wallets: {} of {wallets}", old_wallets + index));
            }
            office.clone().make_wallet(line, old_wallets + index, TOP_UP_UNITS)
        })
        .await?;
        population.wallets.extend(made);
        Ok((lines, true))
    }
}

/// Does `job` for every index below `count`, one at a time on each line; results in the order of the indices.
pub(super) async fn together<T, J, F>(
    lines: Vec<Line>,
    count: usize,
    job: J,
) -> Result<(Vec<Line>, Vec<T>), BenchError>
where
    T: Send + 'static,
    J: Fn(Line, usize) -> F + Clone + Send + 'static,
    F: Future<Output = Result<(Line, T), BenchError>> + Send + 'static,
{
    let next = Arc::new(AtomicUsize::new(0));
    let mut working = JoinSet::new();
    for mut line in lines {
        let (next, job) = (Arc::clone(&next), job.clone());
        working.spawn(async move {
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= count {
                    return Ok((line, done));
                }
                let (back, made) = job(line, index).await?;
                line = back;
                done.push((index, made));
            }
        });
    }
    let (mut lines, mut all) = (Vec::new(), Vec::with_capacity(count));
    while let Some(worked) = working.join_next().await {
        let worked: Result<_, BenchError> = worked.map_err(|why| BenchError::failed("a client", why))?;
        let (line, done) = worked?;
        lines.push(line);
        all.extend(done);
    }
    all.sort_unstable_by_key(|(index, _)| *index);
    Ok((lines, all.into_iter().map(|(_, made)| made).collect()))
}

async fn answered(line: &mut Line, target: &str) -> Result<(u16, Value), BenchError> {
    let answer = line.exchange().await.map_err(|why| BenchError::Server(format!("{target}: {why}")))?;
    Ok((answer.status, serde_json::from_slice(answer.body).unwrap_or_default()))
}

fn unexpected(target: &str, status: u16, answer: &Value) -> BenchError {
    BenchError::Server(format!("{target} answered {status}: {answer}"))
}
