//! What whoever runs the server watches: whether payouts are stopped, how far the brakes are on, and how many POS are low
//! on float. Counts and currencies, no ids. Read beside everything else, never in the way of a cash-out.

use specie_domain::rows::{Account, AccountKey, AccountKind, Pos};
use specie_domain::{Key, Row, RowKind};
use specie_money::Currency;
use specie_store::READ_KEYS_MAX;

use crate::calls::Commands;
use crate::failure::Failure;

/// POS looked at together.
const POS_OF_PAGE: usize = 200;

/// How far a brake is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrakeStands {
    /// Payouts pass.
    Eased,
    /// The last payout asked for found it above its slow level.
    Slow,
    /// Payouts are stopped, by the brake or by a person.
    Stopped,
}

/// What stands in the way of payouts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PayoutsWatched {
    /// Nothing is paid out in any currency.
    pub stopped: bool,
    /// The currencies that have a brake.
    pub brakes: Vec<(Currency, BrakeStands)>,
}

impl Commands {
    /// Whether payouts are stopped, and how far each brake is on.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn watch_payouts(&self) -> Result<PayoutsWatched, Failure> {
        let deployment = self.deployment().await?;
        let stopped = deployment.payouts_stopped.is_some();
        let brakes = deployment.limits.brakes.iter().map(|brake| {
            let stands = match (stopped, brake.is_slow) {
                (true, _) => BrakeStands::Stopped,
                (false, true) => BrakeStands::Slow,
                (false, false) => BrakeStands::Eased,
            };
            (brake.currency, stands)
        });
        Ok(PayoutsWatched { stopped, brakes: brakes.collect() })
    }

    /// How many POS that are not disabled have a position below the sum that somebody wants to know of, in any
    /// currency. Looks at every POS, some at a time.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn count_low_floats(&self) -> Result<usize, Failure> {
        let (mut count, mut after) = (0_usize, None);
        loop {
            let found = self.store.rows(RowKind::Pos, after.map(Key::Pos), POS_OF_PAGE).await;
            let found = found.map_err(|why| {
                tracing::error!(%why, "POS were not read");
                Failure::NotApplied
            })?;
            let is_full = found.len() >= POS_OF_PAGE;
            let places: Vec<_> = found
                .into_iter()
                .filter_map(|row| if let Row::Pos(pos) = row { Some(pos) } else { None })
                .collect();
            after = places.last().map(|pos| pos.pos_id);
            for pos in places.iter().filter(|pos| !pos.disabled && !pos.low_floats.is_empty()) {
                count = count.saturating_add(usize::from(self.is_low_on_float(pos).await?));
            }
            if !is_full || after.is_none() {
                return Ok(count);
            }
        }
    }

    async fn is_low_on_float(&self, pos: &Pos) -> Result<bool, Failure> {
        for marks in pos.low_floats.chunks(READ_KEYS_MAX) {
            let keys =
                marks.iter().map(|mark| AccountKey::of_pos(AccountKind::Pos, pos.pos_id, mark.currency()));
            let accounts = self.rows::<Account>(keys.collect()).await?;
            let is_below = marks.iter().zip(accounts).any(|(mark, account)| match account {
                Some(Row::Account(account)) => account.balance < mark.minor(),
                _ => mark.minor() > 0, // No money has touched it.
            });
            if is_below {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
