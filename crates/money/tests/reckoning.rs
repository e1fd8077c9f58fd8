//! Sums and splits: nothing wraps, nothing mixes, nothing is lost.

use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use specie_money::{Currency, Money, MoneyError};

fn pounds(minor: i64) -> Money {
    Money::from_minor(minor, Currency::from_code("GBP").unwrap_or_else(|| unreachable!("GBP is a currency")))
}

fn shares_of(minor: i64, weights: &[u32]) -> Result<Vec<i64>, MoneyError> {
    Ok(pounds(minor).split(weights)?.into_iter().map(Money::minor).collect())
}

#[test]
fn a_sum_stops_at_the_edge_instead_of_wrapping() {
    assert_eq!(pounds(i64::MAX - 1).checked_add(pounds(1)), Ok(pounds(i64::MAX)));
    assert_eq!(pounds(i64::MAX).checked_add(pounds(1)), Err(MoneyError::Overflow));
    assert_eq!(pounds(i64::MIN + 1).checked_sub(pounds(1)), Ok(pounds(i64::MIN)));
    assert_eq!(pounds(i64::MIN).checked_sub(pounds(1)), Err(MoneyError::Overflow));
    assert_eq!(pounds(i64::MIN + 1).checked_neg(), Ok(pounds(i64::MAX)));
    assert_eq!(pounds(i64::MIN).checked_neg(), Err(MoneyError::Overflow));
}

#[test]
fn two_currencies_never_meet_in_one_sum() {
    let yen = Money::from_minor(1000, Currency::from_code("JPY").unwrap());
    let mismatch = MoneyError::CurrencyMismatch { left: pounds(0).currency(), right: yen.currency() };
    assert_eq!(pounds(1000).checked_add(yen), Err(mismatch));
    assert_eq!(pounds(1000).checked_sub(yen), Err(mismatch));
    assert_ne!(pounds(1000), yen);
    assert_eq!(Money::zero(yen.currency()).checked_add(yen), Ok(yen));
}

#[test]
fn the_units_left_over_go_to_the_largest_remainders_and_the_earlier_of_equal_ones() {
    let table: [(i64, &[u32], &[i64]); 12] = [
        (100, &[1, 1, 1], &[34, 33, 33]),
        (101, &[1, 1, 1], &[34, 34, 33]),
        (-100, &[1, 1, 1], &[-34, -33, -33]),
        (10, &[1, 2], &[3, 7]),
        (5, &[1, 0, 1], &[3, 0, 2]),
        (1, &[0, 1, 1000], &[0, 0, 1]),
        (1, &[1, 1], &[1, 0]),
        (0, &[3, 4], &[0, 0]),
        (7, &[9], &[7]),
        (i64::MAX, &[1, 1], &[i64::MAX / 2 + 1, i64::MAX / 2]),
        (i64::MIN, &[1, 1], &[i64::MIN / 2, i64::MIN / 2]),
        (i64::MIN, &[u32::MAX], &[i64::MIN]),
    ];
    for (minor, weights, shares) in table {
        assert_eq!(shares_of(minor, weights), Ok(shares.to_vec()), "{minor} by {weights:?}");
    }
}

#[test]
fn an_amount_is_not_split_among_nobody() {
    for weights in [&[][..], &[0], &[0, 0]] {
        assert_eq!(shares_of(100, weights), Err(MoneyError::NoWeight), "{weights:?}");
        assert_eq!(shares_of(0, weights), Err(MoneyError::NoWeight), "zero by {weights:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_sum_to_the_amount_and_none_is_a_unit_off_its_exact_part(
        minor in any::<i64>(),
        weights in prop::collection::vec(any::<u32>(), 1..12),
        zero_at in any::<prop::sample::Index>(),
    ) {
        let mut weights = weights;
        let zero_at = zero_at.index(weights.len());
        weights[zero_at] = 0;
        weights.push(1);
        let shares = shares_of(minor, &weights).unwrap();
        prop_assert_eq!(shares.iter().map(|share| i128::from(*share)).sum::<i128>(), i128::from(minor));
        let total: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        for (share, weight) in shares.iter().zip(&weights) {
            let off = i128::from(*share) * total - i128::from(minor) * i128::from(*weight);
            prop_assert!(off.abs() < total, "{share} for {weight} of {total}");
            prop_assert!(*weight > 0 || *share == 0, "a weight of zero got {share}");
        }
    }

    #[test]
    fn adding_and_taking_away_again_changes_nothing(left in any::<i64>(), right in any::<i64>()) {
        if let Ok(sum) = pounds(left).checked_add(pounds(right)) {
            prop_assert_eq!(sum.checked_sub(pounds(right)), Ok(pounds(left)));
        }
    }
}
