//! `specie code`: a customer's phone in a terminal. Arms a code and shows it while it is good; a code made for the
//! next window is waited for. Seconds count from the server's own clock in its answer. With `--offline` nothing is
//! armed: the code is made here, from the device's seed. On a pipe, standard output has the digits alone.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use serde_json::{Value, json};
use specie_client::{Reply, segment};
use specie_commands::{Clock, DeviceSeed};
use tokio::time::{Instant, MissedTickBehavior, interval};

use super::amount::{amount, put};
use super::desk::{Desk, Operator};
use super::offline::{self, OfflineArguments};
use super::reach::Environment;
use crate::clock::WallClock;
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;

/// The steps of the ring, from full to empty.
const RING: [char; 5] = ['●', '◕', '◑', '◔', '○'];
const SECOND_MS: i64 = 1_000;

/// What a code is for.
#[derive(Clone, Copy, ValueEnum)]
enum PurposeName {
    /// To take cash out
    Withdraw,
    /// To put cash in
    Deposit,
    /// Either
    Any,
}

/// What is armed, and for whom.
#[derive(Args)]
pub(crate) struct CodeArguments {
    #[command(flatten)]
    operator: Operator,
    /// The wallet's id [default: the demo's own customer]
    #[arg(long, value_name = "ID", conflicts_with = "phone")]
    wallet: Option<String>,
    /// The wallet's phone number, as +14155559992
    #[arg(long, value_name = "PHONE")]
    phone: Option<String>,
    /// The POS where it shall be good [default: the demo's own POS]
    #[arg(long, value_name = "ID")]
    pos: Option<String>,
    /// The sum and no other, as 10.00 GBP
    #[arg(long, num_args = 1..=2, value_names = ["SUM", "CURRENCY"], conflicts_with = "max_amount")]
    amount: Vec<String>,
    /// The greatest sum, as 10.00 GBP
    #[arg(long, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
    max_amount: Vec<String>,
    /// What it is for
    #[arg(long, default_value = "withdraw")]
    purpose: PurposeName,
    /// Print it and end, also on a terminal, without waiting for its window
    #[arg(long)]
    once: bool,
    #[command(flatten)]
    offline: OfflineArguments,
}

impl CodeArguments {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        if let Some(seed) = self.offline.seed(environment)? {
            return self.show_offline(&seed).await;
        }
        let mut desk = self.operator.desk(environment)?;
        let body = self.body(&desk)?;
        let wallet_id = self.wallet_id(&mut desk).await?;
        let target = format!("/api/v1/wallets/{}/codes", segment(&wallet_id));
        let armed = desk.post(&target, &body).await?;
        if desk.is_json() {
            desk.show(&armed);
            return Ok(());
        }
        self.show(&Shown::of(&armed)?).await
    }

    /// What a device with this seed shows now, by this machine's clock; no server is asked.
    async fn show_offline(&self, seed: &DeviceSeed) -> Result<(), Stopped> {
        let code = offline::code_at(seed, WallClock.now())?;
        if self.operator.reach.json {
            say(&offline::as_json(&code));
            return Ok(());
        }
        self.show(&code).await
    }

    async fn show(&self, shown: &Shown) -> Result<(), Stopped> {
        if self.once {
            let costs = shown.costs.as_ref().map_or_else(String::new, |costs| format!("\n{costs}"));
            say(&format!("{}\ngood from {} to {}{costs}", shown.code, shown.valid_from, shown.expires_at));
            return Ok(());
        }
        if io::stdout().is_terminal() { shown.count_down().await } else { shown.hand_over().await }
    }

    fn body(&self, desk: &Desk) -> Result<Value, Stopped> {
        let purpose = match self.purpose {
            PurposeName::Withdraw => "withdraw",
            PurposeName::Deposit => "deposit",
            PurposeName::Any => "any",
        };
        let mut body = json!({ "purpose": purpose });
        let of_demo = || desk.demo.as_ref().map(|demo| demo.seed.pos_id.clone());
        if let Some(pos_id) = self.pos.clone().or_else(of_demo) {
            put(&mut body, "pos_id", pos_id.into());
        }
        for (name, words) in [("amount", &self.amount), ("max_amount", &self.max_amount)] {
            if !words.is_empty() {
                put(&mut body, name, amount(words)?);
            }
        }
        Ok(body)
    }

    async fn wallet_id(&self, desk: &mut Desk) -> Result<String, Stopped> {
        let of_demo = desk.demo.as_ref().map(|demo| demo.seed.wallet_id.clone());
        match (&self.wallet, &self.phone, of_demo) {
            (Some(wallet), _, _) => desk.wallet_id(wallet).await,
            (None, Some(phone), _) => desk.wallet_id(phone).await,
            (None, None, Some(wallet_id)) => Ok(wallet_id),
            (None, None, None) => Err(Stopped::misused("no wallet: give --wallet or --phone")),
        }
    }
}

/// A code with its times, milliseconds from the answer.
pub(super) struct Shown {
    pub(super) code: String,
    pub(super) valid_from: String,
    pub(super) expires_at: String,
    /// What it costs, if that is known.
    pub(super) costs: Option<String>,
    pub(super) begins_in_ms: i64,
    pub(super) ends_in_ms: i64,
}

impl Shown {
    fn of(armed: &Reply) -> Result<Self, Stopped> {
        let text = |name: &str| armed.text_at(name).to_owned();
        let at_ms = |name: &str| -> Result<i64, Stopped> {
            let instant: Timestamp = armed.text_at(name).parse().about(name)?;
            Ok(instant.as_millisecond())
        };
        let now_ms = at_ms("/server_time")?;
        Ok(Self {
            code: text("/code"),
            valid_from: text("/valid_from"),
            expires_at: text("/expires_at"),
            costs: costs(armed),
            begins_in_ms: at_ms("/valid_from")? - now_ms,
            ends_in_ms: at_ms("/expires_at")? - now_ms,
        })
    }

    /// The digits on standard output, once they are good.
    async fn hand_over(&self) -> Result<(), Stopped> {
        let mut errors = io::stderr();
        if self.begins_in_ms > 0 {
            drop(writeln!(errors, "the code is good in {} s", whole_s(self.begins_in_ms)));
            let begins = Instant::now() + Duration::from_millis(self.begins_in_ms.unsigned_abs());
            tokio::time::sleep_until(begins).await;
        }
        drop(writeln!(errors, "good until {}", self.expires_at));
        if let Some(costs) = &self.costs {
            drop(writeln!(errors, "{costs}"));
        }
        say(&self.code);
        Ok(())
    }

    /// The digits with a ring and the seconds left, until the code is over.
    async fn count_down(&self) -> Result<(), Stopped> {
        let start = Instant::now();
        if let Some(costs) = &self.costs {
            say(&format!("  {costs}"));
        }
        let mut second = interval(Duration::from_secs(1));
        second.set_missed_tick_behavior(MissedTickBehavior::Skip);
        loop {
            let now = second.tick().await;
            let elapsed_ms = i64::try_from(now.duration_since(start).as_millis()).unwrap_or(i64::MAX);
            let line = self.line(elapsed_ms);
            drop(write!(io::stdout(), "\r\x1b[2K  {line}").and_then(|()| io::stdout().flush()));
            if elapsed_ms >= self.ends_in_ms {
                say("");
                return Ok(());
            }
        }
    }

    /// What is shown so long after the answer.
    fn line(&self, elapsed_ms: i64) -> String {
        let digits = spaced(&self.code);
        if elapsed_ms < self.begins_in_ms {
            return format!("{digits}  {}  good in {} s", RING[4], whole_s(self.begins_in_ms - elapsed_ms));
        }
        let left_ms = self.ends_in_ms - elapsed_ms;
        if left_ms <= 0 {
            return "this code is over".to_owned();
        }
        let window_ms = (self.ends_in_ms - self.begins_in_ms).max(1);
        let step = usize::try_from((window_ms - left_ms) * 4 / window_ms).unwrap_or_default();
        let ring = RING.get(step).copied().unwrap_or(RING[0]);
        format!("{digits}  {ring}  {} s left", whole_s(left_ms))
    }
}

/// The fee and the sum with it, where they are known.
fn costs(armed: &Reply) -> Option<String> {
    let (fee, total) = (armed.text_at("/fee/amount"), armed.text_at("/total/amount"));
    let currency = armed.text_at("/fee/currency");
    (!fee.is_empty()).then(|| format!("fee {fee} {currency}, total {total} {currency}"))
}

/// Whole seconds, begun ones counted.
pub(super) const fn whole_s(milliseconds: i64) -> i64 {
    (milliseconds + SECOND_MS - 1) / SECOND_MS
}

/// Digits in threes, as they are read aloud; eight of them in fours.
fn spaced(code: &str) -> String {
    let digits: Vec<char> = code.chars().collect();
    let group = if digits.len() == 8 { 4 } else { 3 };
    digits.chunks(group).map(|three| three.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_announced_then_counted_down_then_over() {
        let shown = Shown {
            code: "123456".to_owned(),
            valid_from: String::new(),
            expires_at: String::new(),
            costs: None,
            begins_in_ms: 4_000,
            ends_in_ms: 34_000,
        };
        for (elapsed_ms, line) in [
            (0, "123 456  ○  good in 4 s"),
            (3_001, "123 456  ○  good in 1 s"),
            (4_000, "123 456  ●  30 s left"),
            (19_000, "123 456  ◑  15 s left"),
            (33_999, "123 456  ◔  1 s left"),
            (34_000, "this code is over"),
        ] {
            assert_eq!(shown.line(elapsed_ms), line, "after {elapsed_ms} ms");
        }
    }
}
