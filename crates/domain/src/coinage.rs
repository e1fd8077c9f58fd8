//! The notes and coins that currencies have, minor units each, the greatest first: what holds until the operator says
//! otherwise ([`crate::rows::CashRules`]). Source: what the issuing central banks put into circulation or still honour
//! at par (Bank of England, European Central Bank, Bank of Japan, Central Bank of Kenya, Central Bank of Kuwait, Swiss
//! National Bank, Federal Reserve). Knows no drawer.

use specie_money::Currency;

const COINAGES: [(&str, &[i64]); 7] = [
    ("CHF", &[100_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5]),
    ("EUR", &[50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
    ("GBP", &[5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
    ("JPY", &[10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1]),
    ("KES", &[100_000, 50_000, 20_000, 10_000, 5_000, 4_000, 2_000, 1_000, 500, 100]),
    ("KWD", &[20_000, 10_000, 5_000, 1_000, 500, 250, 100, 50, 20, 10, 5]),
    ("USD", &[10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1]),
];

/// The notes and coins of `currency`; none where the operator must say.
#[must_use]
pub fn of(currency: Currency) -> &'static [i64] {
    let known = COINAGES.iter().find(|(code, _)| *code == currency.code());
    known.map_or(&[], |(_, denominations)| denominations)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_coinage_is_of_a_currency_and_falls_to_its_least_coin() {
        for (code, denominations) in COINAGES {
            assert!(
                Currency::from_code(code).is_some_and(|currency| of(currency) == denominations),
                "{code}"
            );
            assert!(denominations.windows(2).all(|pair| pair[0] > pair[1] && pair[1] > 0), "{code}");
        }
        assert!(Currency::from_code("XAF").is_some_and(|currency| of(currency).is_empty()));
    }
}
