//! The balances before and after, read over our own API. Each wallet must show exactly what was acknowledged;
//! what left the wallets of a currency must be on the positions of the POS, held, or a fee. Minor units.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use specie_wire::api;

use super::BenchError;
use super::line::Line;
use super::population::{CURRENCIES, Population};
use super::prepare::{Office, together};

/// The first mistakes are told, no more.
const MISTAKES_TOLD_MAX: usize = 5;

/// All balances that the load can move, in the population's order.
#[derive(Debug)]
pub(super) struct Balances {
    wallets: Vec<i64>,
    /// For each POS and each of [`CURRENCIES`].
    positions: Vec<i64>,
    held: Vec<i64>,
    /// What the operator has earned and owes in levies, for each of [`CURRENCIES`].
    fees: Vec<i64>,
}

/// Reads them all.
pub(super) async fn balances(
    office: &Office,
    lines: Vec<Line>,
    population: &Population,
) -> Result<(Vec<Line>, Balances), BenchError> {
    let wallets = population.all_wallets().map(|wallet| wallet.account_id.clone()).collect();
    let of_pos = |kind: &str| {
        let pos = population.pos.iter();
        pos.flat_map(|pos| CURRENCIES.map(|code| format!("{kind}:{}:{code}", pos.pos_id))).collect()
    };
    let (lines, wallets) = read(office, lines, wallets).await?;
    let (lines, positions) = read(office, lines, of_pos("pos")).await?;
    let (lines, cash) = read(office, lines, of_pos("cash_pending")).await?;
    let (lines, pending) = read(office, lines, of_pos("fee_pending")).await?;
    let of_operator = |kind: &str| CURRENCIES.map(|code| format!("{kind}:{code}")).to_vec();
    let (lines, fee) = read(office, lines, of_operator("fee")).await?;
    let (lines, tax) = read(office, lines, of_operator("tax")).await?;
    let both = |one: Vec<i64>, other: Vec<i64>| one.into_iter().zip(other).map(|(a, b)| a + b).collect();
    Ok((lines, Balances { wallets, positions, held: both(cash, pending), fees: both(fee, tax) }))
}

async fn read(
    office: &Office,
    lines: Vec<Line>,
    names: Vec<String>,
) -> Result<(Vec<Line>, Vec<i64>), BenchError> {
    let (office, names): (Office, Arc<[String]>) = (office.clone(), names.into());
    let count = names.len();
    together(lines, count, move |line, index| balance(office.clone(), line, Arc::clone(&names), index)).await
}

/// An account that never had an entry is not there, and empty.
async fn balance(
    office: Office,
    mut line: Line,
    names: Arc<[String]>,
    index: usize,
) -> Result<(Line, i64), BenchError> {
    let name = names.get(index).map(String::as_str).unwrap_or_default();
    let (status, answer) = office.get(&mut line, &format!("/api/v1/accounts/{name}")).await?;
    if status == 404 && name.contains(':') {
        return Ok((line, 0));
    }
    let account: api::Account = serde_json::from_value(answer)
        .map_err(|why| BenchError::Server(format!("the account {name} cannot be read ({status}): {why}")))?;
    Ok((line, account.balance.0.minor()))
}

/// What is wrong with the difference between two readings; nothing, if nothing is. Where a failure left an
/// outcome unknown, only the books' own sums are judged.
pub(super) fn mistakes(
    population: &Population,
    (before, after): (&Balances, &Balances),
    gained: &[AtomicI64],
    is_all_known: bool,
) -> Vec<String> {
    let mut mistakes = Vec::new();
    let mut sums = [0_i128; CURRENCIES.len()];
    let wallets = population.all_wallets().zip(before.wallets.iter().zip(&after.wallets)).zip(gained);
    for ((wallet, (before, after)), gained) in wallets {
        let (moved, gained) = (after - before, gained.load(Ordering::Relaxed));
        if is_all_known && moved != gained {
            let wallet_id = &wallet.wallet_id;
            mistakes.push(format!("wallet {wallet_id} changed by {moved}, acknowledged were {gained}"));
        }
        if let Some(sum) = sums.get_mut(wallet.currency) {
            *sum += i128::from(moved);
        }
    }
    let moved = |before: &[i64], after: &[i64], currency: usize| -> i128 {
        let pairs = before.iter().zip(after).skip(currency).step_by(CURRENCIES.len());
        pairs.map(|(before, after)| i128::from(after - before)).sum()
    };
    for (currency, (code, wallets)) in CURRENCIES.into_iter().zip(sums).enumerate() {
        let positions = moved(&before.positions, &after.positions, currency);
        let held = moved(&before.held, &after.held, currency);
        let fees = moved(&before.fees, &after.fees, currency);
        if wallets + positions + held + fees != 0 {
            let sums = format!("wallets {wallets}, positions {positions}, held {held}, fees {fees}");
            mistakes.push(format!("{code}: {sums} do not cancel"));
        }
        if is_all_known && held != 0 {
            mistakes.push(format!("{code}: {held} is held although every session was closed"));
        }
    }
    mistakes.truncate(MISTAKES_TOLD_MAX);
    mistakes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::population::{Pos, Wallet, phone};

    fn population() -> Population {
        let wallet = |currency| Wallet {
            wallet_id: format!("w{currency}"),
            account_id: String::new(),
            phone: phone(currency),
            currency,
        };
        let pos = Pos { pos_id: "p".to_owned(), access_key: String::new() };
        let wallets = vec![wallet(0), wallet(1)];
        Population { pos: vec![pos], wallets, ..Population::default() }
    }

    fn balances(wallets: [i64; 2], positions: [i64; 3], held: [i64; 3]) -> Balances {
        let fees = vec![0; 3];
        Balances { wallets: wallets.into(), positions: positions.into(), held: held.into(), fees }
    }

    #[test]
    fn only_money_that_is_where_it_was_acknowledged_to_be_passes() {
        let before = balances([100, 100], [0, 0, 7], [0; 3]);
        let gained = [AtomicI64::new(-10), AtomicI64::new(5)];
        let judged = |after: Balances, is_all_known| {
            mistakes(&population(), (&before, &after), &gained, is_all_known).len()
        };
        assert_eq!(judged(balances([90, 105], [10, -5, 7], [0; 3]), true), 0);
        assert_eq!(judged(balances([91, 105], [9, -5, 7], [0; 3]), true), 1, "another sum than acknowledged");
        assert_eq!(judged(balances([91, 105], [9, -5, 7], [0; 3]), false), 0, "an outcome was unknown");
        assert_eq!(judged(balances([90, 105], [9, -5, 7], [0; 3]), false), 1, "a penny is lost");
        assert_eq!(judged(balances([90, 105], [4, -5, 7], [6, 0, 0]), true), 1, "still held");
        assert_eq!(judged(balances([90, 105], [10, -4, 6], [0; 3]), false), 2, "not across currencies");
        let fees = vec![1, 0, 0];
        let with_fees = Balances { fees, ..balances([90, 105], [9, -5, 7], [0; 3]) };
        assert_eq!(judged(with_fees, true), 0, "a fee went to the operator");
    }
}
