//! Ceilings on tariffs as the configuration writes them: `fee 250 2.00 GBP`, with commas between them: a withdrawal costs
//! at most 250 basis points of its sum and 2.00 GBP beside. No tariff goes above them, whoever adds it.

use specie_domain::rows::{ScheduleName, TariffCeiling};
use specie_money::{Currency, Money};

const SHAPE: &str = "is no ceiling as 'fee 250 2.00 GBP' or 'commission 100 0.50 GBP'";
/// The whole, in basis points.
const BASIS_POINTS_MAX: u32 = 10_000;

/// What the configuration says.
pub(crate) fn read(text: &str) -> Result<Vec<TariffCeiling>, String> {
    let mut ceilings: Vec<TariffCeiling> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let one = ceiling(part).ok_or_else(|| format!("{part:?} {SHAPE}"))?;
        if ceilings.iter().any(|other| (other.of, other.currency) == (one.of, one.currency)) {
            return Err(format!("{part:?} is there twice"));
        }
        ceilings.push(one);
    }
    Ok(ceilings)
}

fn ceiling(part: &str) -> Option<TariffCeiling> {
    let words: Vec<&str> = part.split_ascii_whitespace().collect();
    let [of, rate, flat, currency] = words.as_slice() else { return None };
    let of = match *of {
        "fee" => ScheduleName::Fee,
        "commission" => ScheduleName::Commission,
        _ => return None,
    };
    let currency = Currency::from_code(currency)?;
    let basis_points = rate.parse().ok().filter(|rate| *rate <= BASIS_POINTS_MAX)?;
    let flat = Money::parse(flat, currency).ok().filter(|flat| flat.minor() >= 0)?.minor();
    Some(TariffCeiling { of, currency, basis_points, flat })
}

/// What [`read`] reads.
pub(crate) fn shown(ceilings: &[TariffCeiling]) -> String {
    let one = |ceiling: &TariffCeiling| {
        let TariffCeiling { of, currency, basis_points, flat } = *ceiling;
        let name = match of {
            ScheduleName::Fee => "fee",
            ScheduleName::Commission => "commission",
        };
        format!("{name} {basis_points} {} {currency}", Money::from_minor(flat, currency))
    };
    ceilings.iter().map(one).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ceilings_on_tariffs_are_read_as_they_are_shown() {
        let text = "fee 250 2.00 GBP,commission 10000 0 JPY,fee 0 0.000 KWD";
        let ceilings = read(text).unwrap();
        assert_eq!(shown(&ceilings), text);
        assert_eq!((ceilings[0].basis_points, ceilings[0].flat), (250, 200));
        assert_eq!(read("").unwrap(), []);
    }

    #[test]
    fn what_is_no_ceiling_on_tariffs_is_named() {
        for wrong in [
            "fee 250 2.00",
            "fee 250 2.005 GBP",
            "fee 10001 2.00 GBP",
            "fee -1 2.00 GBP",
            "fee 2.5 2.00 GBP",
            "fee 250 -2.00 GBP",
            "price 250 2.00 GBP",
            "fee 250 2.00 gbp",
            "fee 1 1 GBP, fee 2 2 GBP",
        ] {
            let why = read(wrong).unwrap_err();
            assert!(why.contains(wrong) || why.contains("twice"), "{why}");
        }
    }
}
