//! A client: one connection on which visits are done one after another, each answer checked before the next
//! request is sent. What the ledger must show afterwards is noted as it is acknowledged.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant;

use super::alarm::Alarm;
use super::crowd::{Errand, Short, Visit};
use super::line::{Answer, Line};
use super::phase::{Part, Phase};
use super::population::Population;
use super::requests::{self, Counter};
use super::shape::{self, Trouble};
use super::tally::{Step, Tally};

/// With so many failures a run is stopped: what follows would say nothing new.
pub(super) const FAILURES_MAX: u64 = 100;

/// What all clients share.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) population: Population,
    /// What each wallet must have gained since the first audit, minor units, in the population's order.
    pub(super) gained: Vec<AtomicI64>,
    pub(super) tally: Mutex<Tally>,
    /// Visits done while recording, for the line of progress.
    pub(super) done: AtomicU64,
    pub(super) bearer: String,
    pub(super) idempotency: bool,
}

impl Desk {
    /// The tally is whole after every statement, so a panic elsewhere cannot have left it torn.
    pub(super) fn tally(&self) -> MutexGuard<'_, Tally> {
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A client.
pub(super) struct Cashier {
    pub(super) line: Line,
    alarm: Option<Alarm>,
    pub(super) desk: Arc<Desk>,
}

impl Cashier {
    pub(super) const fn new(line: Line, desk: Arc<Desk>) -> Self {
        Self { line, alarm: None, desk }
    }

    /// Does visits until the phase is over; gives back those a later phase goes on with.
    pub(super) async fn work(mut self, phase: Arc<Phase>) -> (Self, Vec<Visit>) {
        let mut finished = Vec::new();
        while let Some((mut visit, begins)) = phase.next() {
            if phase.plan.rate.is_some() && self.wait_until(begins).await.is_err() {
                phase.end(Instant::now());
                break;
            }
            let mut run = Run { phase: &phase, begun: begins, step: Step::Nothing };
            match self.visit(&mut run, &mut visit).await {
                Ok(()) => {
                    self.finish(&run, begins);
                    if phase.plan.keeps_visits {
                        finished.push(visit);
                    }
                }
                Err(Trouble::WindowCloses) => phase.end(run.begun),
                Err(trouble) => self.fail(&run, &trouble),
            }
        }
        (self, finished)
    }

    async fn wait_until(&mut self, begins: Instant) -> std::io::Result<()> {
        if self.alarm.is_none() {
            self.alarm = Some(Alarm::new()?);
        }
        match &self.alarm {
            Some(alarm) => alarm.wait_until(begins).await,
            None => Ok(()),
        }
    }

    fn finish(&self, run: &Run<'_>, begins: Instant) {
        run.phase.finished(run.begun);
        if run.phase.plan.is_recorded {
            self.desk.tally().visit(run.begun.duration_since(begins), !run.phase.is_over());
            self.desk.done.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn fail(&self, run: &Run<'_>, trouble: &Trouble) {
        let mut tally = self.desk.tally();
        tally.failure(run.step, trouble);
        if tally.failed >= FAILURES_MAX {
            run.phase.end(Instant::now());
        }
    }

    async fn visit(&mut self, run: &mut Run<'_>, visit: &mut Visit) -> Result<(), Trouble> {
        let desk = Arc::clone(&self.desk);
        let phase = run.phase;
        let mut turn = None;
        for part in phase.plan.parts {
            match part {
                Part::Arm => {
                    if phase.plan.arms_one_at_a_time {
                        turn = Some(phase.arming.lock().await);
                        run.begun = Instant::now();
                    }
                    self.arm(&desk, run, visit).await?;
                }
                Part::Login => {
                    self.login(&desk, run, visit).await?;
                    turn = None;
                }
                Part::Act => self.act(&desk, run, visit).await?,
                Part::Logout => {
                    requests::logout(&mut self.line, counter(&desk, visit)?);
                    self.ask(run, Step::Logout, shape::closed).await?;
                }
                Part::Nothing => {
                    requests::nothing(&mut self.line);
                    self.ask(run, Step::Nothing, shape::withdrawn).await?;
                }
            }
        }
        drop(turn);
        Ok(())
    }

    async fn arm(&mut self, desk: &Desk, run: &mut Run<'_>, visit: &mut Visit) -> Result<(), Trouble> {
        let counter = counter(desk, visit)?;
        requests::arm(&mut self.line, counter, &desk.bearer);
        let wallet = counter.wallet;
        let is_returned = matches!(visit.errand, Errand::Reversed | Errand::PartlyReversed);
        (visit.code, visit.fee) = self
            .ask(run, Step::Arm, |answer| {
                let armed = shape::armed(answer)?;
                // Texts of one length and zone: their order is that of time.
                if armed.valid_from > armed.server_time {
                    return Err(Trouble::WindowCloses);
                }
                let fee = armed.fee.map_or(Ok(0), |text| wallet.minor_of(text)).map_err(Trouble::Shape)?;
                if fee != 0 && is_returned {
                    let why = "a fee where cash comes back: which part of it stays is not reckoned here";
                    return Err(Trouble::Shape(why.to_owned()));
                }
                Ok((short(armed.code)?, fee))
            })
            .await?;
        Ok(())
    }

    async fn login(&mut self, desk: &Desk, run: &mut Run<'_>, visit: &mut Visit) -> Result<(), Trouble> {
        let counter = counter(desk, visit)?;
        let account = counter.wallet.account_id.as_bytes();
        requests::login(&mut self.line, counter);
        (visit.token, visit.operation) = self
            .ask(run, Step::Login, |answer| {
                let opened = shape::opened(answer)?;
                if opened.account != account {
                    return Err(Trouble::Shape("the account of another wallet".to_owned()));
                }
                Ok((short(opened.token)?, short(opened.operation)?))
            })
            .await?;
        Ok(())
    }

    async fn act(&mut self, desk: &Desk, run: &mut Run<'_>, visit: &Visit) -> Result<(), Trouble> {
        let counter = counter(desk, visit)?;
        let units = visit.units;
        let operation = visit.operation;
        if visit.errand.is_deposit() {
            requests::deposit(&mut self.line, counter);
            let id = self.ask(run, Step::Deposit, shape::deposited).await?;
            desk.moved(visit, id, units, 1);
        } else {
            requests::withdraw(&mut self.line, counter);
            let id = self.ask(run, Step::Withdraw, shape::withdrawn).await?;
            desk.moved(visit, id, units, -1);
            desk.paid_fee(visit);
            if visit.errand == Errand::Repeated {
                requests::withdraw(&mut self.line, counter);
                self.ask(run, Step::Repeat, |answer| is_same(answer, id)).await?;
            }
        }
        let returned = match visit.errand {
            Errand::CashOut | Errand::Repeated | Errand::Deposit => return Ok(()),
            Errand::Watched => {
                requests::status(&mut self.line, counter);
                let watched = |answer: Answer<'_>| shape::to_hand_out(answer, operation.as_bytes());
                return self.ask(run, Step::Status, watched).await;
            }
            Errand::Reversed | Errand::DepositReversed => units,
            Errand::PartlyReversed => units / 2,
        };
        requests::reverse(&mut self.line, counter, returned);
        let reversed = |answer: Answer<'_>| shape::reversed(answer, operation.as_bytes());
        let id = self.ask(run, Step::Reversal, reversed).await?;
        desk.moved(visit, id, returned, if visit.errand.is_deposit() { -1 } else { 1 });
        Ok(())
    }

    /// Sends the request in the buffer, and reads its answer with `read`.
    async fn ask<T>(
        &mut self,
        run: &mut Run<'_>,
        step: Step,
        read: impl FnOnce(Answer<'_>) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        run.step = step;
        let answer = self.line.exchange().await.map_err(Trouble::Broken)?;
        let now = Instant::now();
        let read = read(answer)?;
        if run.phase.plan.is_recorded {
            let latency = now.duration_since(run.begun);
            self.desk.tally().step(step, latency, !run.phase.is_over());
        }
        run.begun = now;
        Ok(read)
    }
}

/// A visit under way.
struct Run<'a> {
    phase: &'a Phase,
    /// When the step that runs began: the first by the schedule, every other with the answer before it.
    begun: Instant,
    step: Step,
}

impl Desk {
    /// Notes that the visit's wallet has paid for its withdrawal.
    fn paid_fee(&self, visit: &Visit) {
        if let Some(wallet) = self.gained.get(visit.wallet) {
            wallet.fetch_sub(visit.fee, Ordering::Relaxed);
        }
    }

    /// Notes an acknowledged movement of the visit's wallet.
    fn moved(&self, visit: &Visit, transaction: u128, units: u64, sign: i64) {
        self.tally().transactions.push(transaction);
        let minor = self.population.wallet(visit.wallet).map_or(0, |wallet| wallet.minor_in_unit());
        let gained = i64::try_from(units).unwrap_or(i64::MAX).saturating_mul(minor).saturating_mul(sign);
        if let Some(wallet) = self.gained.get(visit.wallet) {
            wallet.fetch_add(gained, Ordering::Relaxed);
        }
    }
}

fn counter<'a>(desk: &'a Desk, visit: &'a Visit) -> Result<Counter<'a>, Trouble> {
    let missing = || Trouble::Shape("a visit outside the population".to_owned());
    let pos = desk.population.pos.get(visit.pos).ok_or_else(missing)?;
    let wallet = desk.population.wallet(visit.wallet).ok_or_else(missing)?;
    Ok(Counter { pos, wallet, visit, idempotency: desk.idempotency })
}

fn short(text: &[u8]) -> Result<Short, Trouble> {
    Short::of(text).ok_or_else(|| Trouble::Shape("a text longer than a UUID".to_owned()))
}

/// A repeat must get the first answer, and say so.
fn is_same(answer: Answer<'_>, first: u128) -> Result<(), Trouble> {
    let is_same = shape::withdrawn(answer)? == first && answer.is_replayed;
    if is_same { Ok(()) } else { Err(Trouble::Shape("a repeat with another answer".to_owned())) }
}
