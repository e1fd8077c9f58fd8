//! A run from its beginning to its report: population, first audit, warm-up, rounds, last audit.
//!
//! A code armed in the last seconds of its window is good only in the next one, so no round reaches over a window:
//! the server is asked for its window with a code of its own, rounds end early enough, and the clock of the
//! measurement stands still between them.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout_at};

use super::BenchError;
use super::audit::{self, Balances};
use super::cashier::{Cashier, Desk, FAILURES_MAX};
use super::crowd::{Crowd, Visit};
use super::figures::{self, Figures, Reading};
use super::line::Line;
use super::loaded;
use super::options::{Arming, Options, Progress, Workload};
use super::phase::{Part, Phase, Plan, Supply};
use super::population::{self, Population};
use super::prepare::Office;
use super::report::{Measured, Report};
use super::requests::{self, Counter};
use super::shape;
use super::tally::Tally;

/// Connections that prepare, arm and audit, if the clients are fewer.
const HANDS_MIN: usize = 32;
/// Logins end so long before their codes do.
const LOGIN_MARGIN_MS: u64 = 2_000;
/// A round shorter than this is not worth its arming.
const ROUND_MS_MIN: u64 = 1_000;
/// How long visits may take after their round's end.
const STRAGGLE_S_MAX: u64 = 60;
/// How long the query tables may take to catch up at the end.
const CATCH_UP_S_MAX: u64 = 120;
const CATCH_UP_ASK_MS: u64 = 100;
/// Rounds in a row that may bring nothing.
const ROUNDS_IN_VAIN_MAX: u32 = 5;

/// What is done before, while and after the clock runs.
struct Script {
    before: &'static [Part],
    measured: &'static [Part],
    after: &'static [Part],
}

const fn script(workload: Workload, arming: Arming) -> Script {
    match workload {
        Workload::Nothing => Script { before: &[], measured: &[Part::Nothing], after: &[] },
        Workload::WithdrawOnly => {
            Script { before: &[Part::Arm, Part::Login], measured: &[Part::Act], after: &[Part::Logout] }
        }
        Workload::CashOut | Workload::Mixed | Workload::HotPos | Workload::HotWallet => match arming {
            Arming::Ahead => {
                Script { before: &[Part::Arm], measured: &[Part::Login, Part::Act, Part::Logout], after: &[] }
            }
            Arming::Inline => Script {
                before: &[],
                measured: &[Part::Arm, Part::Login, Part::Act, Part::Logout],
                after: &[],
            },
        },
    }
}

/// Runs the load, and says what came of it.
///
/// # Errors
/// [`BenchError`] when there is nothing to report; failures under load are in the report.
pub fn run(options: Options, progress: &Progress) -> Result<Report, BenchError> {
    let options = options.judged()?;
    let mut builder = if options.threads == 1 {
        tokio::runtime::Builder::new_current_thread()
    } else {
        tokio::runtime::Builder::new_multi_thread()
    };
    let runtime = builder.worker_threads(options.threads).enable_all().build();
    let runtime = runtime.map_err(|why| BenchError::failed("the runtime", why))?;
    runtime.block_on(async { Driver::open(options, Arc::clone(progress)).await?.drive().await })
}

struct Driver {
    options: Options,
    office: Office,
    desk: Arc<Desk>,
    hands: Vec<Cashier>,
    crowd: Crowd,
    next_number: u64,
    /// How many more visits are measured.
    visits_left: u64,
    before: Option<Balances>,
    measured: Measured,
}

impl Driver {
    /// Connects, makes what is missing and reads the balances.
    async fn open(options: Options, progress: Progress) -> Result<Self, BenchError> {
        let count = options.clients.max(HANDS_MIN);
        let lines = (0..count).map(|_| Line::new(&options.server)).collect::<Result<Vec<_>, _>>()?;
        let bearer = match &options.demo_json {
            Some(demo) if options.workload != Workload::Nothing => population::operator_key(demo)?,
            Some(_) | None => String::new(),
        };
        let office = Office { bearer: format!("Bearer {bearer}").into(), progress };
        let (lines, population, before) = people(&options, &office, lines).await?;
        let crowd = Crowd {
            workload: options.workload,
            wallets: u64::try_from(population.wallets.len()).unwrap_or(u64::MAX),
            pos: u64::try_from(population.pos.len()).unwrap_or(u64::MAX),
        };
        let desk = Arc::new(Desk {
            gained: population.all_wallets().map(|_| AtomicI64::new(0)).collect(),
            population,
            tally: Mutex::new(Tally::new()?),
            done: AtomicU64::new(0),
            bearer: office.bearer.to_string(),
            idempotency: options.idempotency,
        });
        let hands = lines.into_iter().map(|line| Cashier::new(line, Arc::clone(&desk))).collect();
        let measured = Measured::default();
        let visits_left = options.visits.unwrap_or(u64::MAX);
        Ok(Self { options, office, desk, hands, crowd, next_number: 0, visits_left, before, measured })
    }

    async fn drive(mut self) -> Result<Report, BenchError> {
        let first = self.reading().await?;
        self.load(Duration::from_secs(self.options.warmup_seconds), false).await?;
        let lags = Arc::new(Mutex::new(Vec::new()));
        let line = Line::new(&self.options.server)?;
        let progress = Arc::clone(&self.office.progress);
        let teller = tokio::spawn(tell(Arc::clone(&self.desk), progress, line, Arc::clone(&lags)));
        let loaded = self.load(Duration::from_secs(self.options.seconds), true).await;
        teller.abort();
        loaded?;
        self.measured.lags = lags.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let last = self.caught_up().await?;
        self.measured.whole_run = last.figures - first.figures;
        self.measured.lag_at_end = last.lag;
        self.measured.resident_kib = last.resident_kib;
        let mut mistakes = Vec::new();
        if let Some(before) = self.before.take() {
            (self.office.progress)("reading the balances again");
            let lines = self.hands.drain(..).map(|hand| hand.line).collect();
            let (_, after) = audit::balances(&self.office, lines, &self.desk.population).await?;
            let is_all_known = self.desk.tally().failed == 0;
            let (population, gained) = (&self.desk.population, &self.desk.gained);
            mistakes = audit::mistakes(population, (&before, &after), gained, is_all_known);
        }
        let mut tally = self.desk.tally();
        let twice = tally.transactions_twice();
        if twice > 0 {
            mistakes.push(format!("{twice} transaction ids came more than once"));
        }
        Ok(Report::new(&self.options, &tally, self.measured, mistakes))
    }

    /// Rounds until the clock of the measurement has run for `lasts`.
    async fn load(&mut self, lasts: Duration, is_recorded: bool) -> Result<(), BenchError> {
        let script = script(self.options.workload, self.options.arming);
        let mut left = lasts;
        let mut in_vain = 0;
        let is_wanted = |driver: &Self| !is_recorded || driver.visits_left > 0;
        while left > REST_IGNORED && is_wanted(self) && self.desk.tally().failed < FAILURES_MAX {
            let window_ends = self.window().await?;
            let stock = match script.before {
                [] => None,
                parts => Some(self.stock(parts, left, window_ends).await?),
            };
            let (lasted, visits) = self.round(&script, stock, (left, window_ends), is_recorded).await?;
            if !script.after.is_empty() {
                let count = self.hands.len();
                let plan = self.plan(script.after, Supply::Stock(visits), Instant::now() + STRAGGLE);
                self.phase(plan, count).await?;
            }
            left = left.saturating_sub(lasted);
            in_vain = if lasted.is_zero() { in_vain + 1 } else { 0 };
            if in_vain > ROUNDS_IN_VAIN_MAX {
                return Err(BenchError::Server("round after round brought nothing".to_owned()));
            }
        }
        Ok(())
    }

    /// Visits that have come as far as `parts`: as many as can be needed and brought in time.
    async fn stock(
        &mut self,
        parts: &'static [Part],
        left: Duration,
        window_ends: Instant,
    ) -> Result<Vec<Visit>, BenchError> {
        let needed = match (self.options.rate, self.measured.seen_per_second) {
            (Some(rate), _) => times(rate, left).saturating_add(1),
            (None, 0) => u64::MAX,
            (None, seen) => times(seen, left) * 5 / 4 + 100,
        };
        let mut plan =
            self.plan(parts, Supply::Fresh { first: self.next_number, crowd: self.crowd }, window_ends);
        plan.visits_max = needed.min(self.crowd.wallets).min(self.visits_left);
        plan.keeps_visits = true;
        let count = self.hands.len();
        let (phase, visits) = self.phase(plan, count).await?;
        self.next_number += phase.taken();
        Ok(visits)
    }

    /// The measured part of a round: how long it lasted, and its visits.
    async fn round(
        &mut self,
        script: &Script,
        stock: Option<Vec<Visit>>,
        (left, window_ends): (Duration, Instant),
        is_recorded: bool,
    ) -> Result<(Duration, Vec<Visit>), BenchError> {
        let rate = self.options.rate;
        // A schedule measures waiting: it must not wait for what the arming has left to the query tables. In the
        // closed loop what a round takes over and what it leaves behind are about the same.
        let first = if rate.is_some() { self.caught_up().await? } else { self.reading().await? };
        let ends = window_ends.min(Instant::now() + left);
        let ends = match (&stock, rate) {
            (Some(stock), Some(rate)) => ends.min(Instant::now() + lasts_for(stock.len(), rate)),
            (Some(_), None) | (None, _) => ends,
        };
        let is_fresh = stock.is_none();
        let supply =
            stock.map_or(Supply::Fresh { first: self.next_number, crowd: self.crowd }, Supply::Stock);
        let mut plan = self.plan(script.measured, supply, ends);
        plan.rate = rate;
        plan.is_recorded = is_recorded;
        plan.visits_max = if is_recorded { self.visits_left } else { u64::MAX };
        plan.keeps_visits = !script.after.is_empty();
        plan.arms_one_at_a_time = self.options.workload == Workload::HotWallet;
        let (phase, visits) = self.phase(plan, self.options.clients).await?;
        let last = self.reading().await?;
        if is_fresh {
            self.next_number += phase.taken();
        }
        let lasted = phase.lasted();
        let ms = u64::try_from(lasted.as_millis()).unwrap_or(u64::MAX);
        self.measured.seen_per_second = (phase.taken() * 1000).checked_div(ms).unwrap_or_default();
        if is_recorded {
            self.visits_left = self.visits_left.saturating_sub(phase.taken());
            self.measured.add(lasted, last.figures - first.figures);
        }
        Ok((lasted, visits))
    }

    const fn plan(&self, parts: &'static [Part], supply: Supply, ends: Instant) -> Plan {
        Plan {
            parts,
            supply,
            visits_max: u64::MAX,
            rate: None,
            ends,
            is_recorded: false,
            keeps_visits: false,
            arms_one_at_a_time: false,
        }
    }

    /// Runs a phase with the first `count` hands to its end.
    async fn phase(&mut self, plan: Plan, count: usize) -> Result<(Arc<Phase>, Vec<Visit>), BenchError> {
        let ends = plan.ends;
        let phase = Arc::new(Phase::start(plan));
        let resting = self.hands.split_off(count.min(self.hands.len()));
        let mut working = JoinSet::new();
        for hand in self.hands.drain(..) {
            working.spawn(hand.work(Arc::clone(&phase)));
        }
        let mut visits = Vec::new();
        loop {
            let worked = timeout_at(ends + STRAGGLE, working.join_next()).await;
            let Some(worked) = worked.map_err(|_| BenchError::Server("answers stay away".to_owned()))? else {
                break;
            };
            let (hand, brought) = worked.map_err(|why| BenchError::failed("a client", why))?;
            self.hands.push(hand);
            visits.extend(brought);
        }
        self.hands.extend(resting);
        Ok((phase, visits))
    }

    fn hand(&mut self) -> Result<&mut Line, BenchError> {
        let hand = self.hands.last_mut().ok_or_else(|| BenchError::Misused("no connections".to_owned()))?;
        Ok(&mut hand.line)
    }

    async fn reading(&mut self) -> Result<Reading, BenchError> {
        let pid = self.options.server_pid;
        figures::read(self.hand()?, pid).await
    }

    /// A reading once the query tables have caught up.
    async fn caught_up(&mut self) -> Result<Reading, BenchError> {
        let give_up = Instant::now() + Duration::from_secs(CATCH_UP_S_MAX);
        loop {
            let reading = self.reading().await?;
            if reading.lag == 0 || Instant::now() >= give_up {
                return Ok(reading);
            }
            sleep(Duration::from_millis(CATCH_UP_ASK_MS)).await;
        }
    }

    /// Waits until a code armed now is good at once and for a while; gives the last instant for a login.
    async fn window(&mut self) -> Result<Instant, BenchError> {
        if self.options.workload == Workload::Nothing {
            return Ok(Instant::now() + Duration::from_secs(self.options.seconds) + STRAGGLE);
        }
        loop {
            let (begins_in_ms, left_ms) = self.probe().await?;
            let wait_ms = if begins_in_ms > 0 {
                begins_in_ms
            } else if left_ms < LOGIN_MARGIN_MS + ROUND_MS_MIN {
                left_ms
            } else {
                return Ok(Instant::now() + Duration::from_millis(left_ms - LOGIN_MARGIN_MS));
            };
            sleep(Duration::from_millis(wait_ms + 5)).await;
        }
    }

    /// Milliseconds until a code armed now is good, and until it is over.
    async fn probe(&mut self) -> Result<(u64, u64), BenchError> {
        let desk = Arc::clone(&self.desk);
        let visit = self.crowd.visit(self.next_number);
        let (pos, wallet) = (desk.population.pos.get(visit.pos), desk.population.wallet(visit.wallet));
        let (Some(pos), Some(wallet)) = (pos, wallet) else {
            return Err(BenchError::Misused("nobody is there to arm a code".to_owned()));
        };
        let line = self.hand()?;
        let counter = Counter { pos, wallet, visit: &visit, idempotency: false };
        requests::arm(line, counter, &desk.bearer);
        let broken = |why: String| BenchError::Server(format!("arming a code: {why}"));
        let answer = line.exchange().await.map_err(broken)?;
        let armed = shape::armed(answer).map_err(|why| broken(why.to_string()))?;
        let now = shape::ms_of_day(armed.server_time);
        let until = |instant| Some(ms_later(now?, shape::ms_of_day(instant)?));
        let window = until(armed.valid_from).zip(until(armed.expires_at));
        window.ok_or_else(|| broken("its times cannot be read".to_owned()))
    }
}

/// A rest of the measured time that is not worth a round.
const REST_IGNORED: Duration = Duration::from_millis(20);
const STRAGGLE: Duration = Duration::from_secs(STRAGGLE_S_MAX);

/// Reads or makes the population, cut to what was asked for, and reads its balances.
async fn people(
    options: &Options,
    office: &Office,
    lines: Vec<Line>,
) -> Result<(Vec<Line>, Population, Option<Balances>), BenchError> {
    let Some(demo) = options.demo_json.as_ref().filter(|_| options.workload != Workload::Nothing) else {
        return Ok((lines, Population::default(), None));
    };
    let path = population::path_beside(demo);
    let mut population = population::read(&path)?;
    let (lines, is_new) = office.fill(lines, &mut population, (options.wallets, options.pos)).await?;
    if is_new {
        population::write(&path, &population)?;
    }
    let made = std::mem::take(&mut population.wallets);
    population.wallets = loaded::of_this_run(&path, (population.loaded, made), options.wallets)?;
    population.pos.truncate(options.pos);
    (office.progress)("reading the balances");
    let (lines, before) = audit::balances(office, lines, &population).await?;
    Ok((lines, population, Some(before)))
}

/// Tells every second how far the visits are, and notes how far the query tables are behind.
async fn tell(desk: Arc<Desk>, progress: Progress, mut line: Line, lags: Arc<Mutex<Vec<u64>>>) {
    let mut seen = 0;
    loop {
        sleep(Duration::from_secs(1)).await;
        let done = desk.done.load(Ordering::Relaxed);
        let failed = desk.tally().failed;
        progress(&format!("{done} visits, {} in the last second, {failed} failures", done - seen));
        seen = done;
        if let Ok(reading) = figures::read(&mut line, None).await {
            lags.lock().unwrap_or_else(PoisonError::into_inner).push(reading.lag);
        }
    }
}

/// How many milliseconds of the day `later` is after `now`, across midnight; none when it is not after it.
fn ms_later(now: i64, later: i64) -> u64 {
    const DAY_MS: i64 = 86_400_000;
    let apart = (later - now).rem_euclid(DAY_MS);
    if apart > DAY_MS / 2 { 0 } else { u64::try_from(apart).unwrap_or_default() }
}

fn times(per_second: u64, lasts: Duration) -> u64 {
    let ms = u64::try_from(lasts.as_millis()).unwrap_or(u64::MAX);
    per_second.saturating_mul(ms) / 1000
}

fn lasts_for(visits: usize, rate: u64) -> Duration {
    let ms = u64::try_from(visits).unwrap_or(u64::MAX).saturating_mul(1000) / rate.max(1);
    Duration::from_millis(ms)
}

impl Measured {
    fn add(&mut self, lasted: Duration, figures: Figures) {
        self.lasted += lasted;
        self.figures += figures;
        self.rounds += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_may_reach_over_midnight() {
        const DAY_MS: i64 = 86_400_000;
        for (now, later, apart) in [
            (1_000, 3_500, 2_500),
            (5, 5, 0),
            (6, 5, 0),
            (DAY_MS - 1_000, 500, 1_500),
            (500, DAY_MS - 1_000, 0),
        ] {
            assert_eq!(ms_later(now, later), apart, "{now} to {later}");
        }
    }

    #[test]
    fn every_script_closes_the_sessions_it_opens() {
        for workload in Workload::ALL.into_iter().filter(|workload| *workload != Workload::Nothing) {
            for arming in Arming::ALL {
                let Script { before, measured, after } = script(workload, arming);
                let parts: Vec<Part> = [before, measured, after].concat();
                assert_eq!(
                    parts,
                    [Part::Arm, Part::Login, Part::Act, Part::Logout],
                    "{workload:?} {arming:?}"
                );
            }
        }
    }
}
