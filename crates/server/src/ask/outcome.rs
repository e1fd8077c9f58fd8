//! What `specie pos outcome` takes: the word, the sum that goes with `partial`, and counted notes as `20x3,5x1`. Read
//! before anything is sent.

use clap::ValueEnum;
use specie_money::{Currency, Money};
use specie_wire::api::{Amount, CashOutcome, CountedNotes, TellOutcome};

use crate::stopped::Stopped;

/// What became of the cash.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum OutcomeName {
    /// All of it left the drawer
    Dispensed,
    /// None of it left the drawer: the notes jammed, the customer went
    NotDispensed,
    /// SUM of it left the drawer, and the rest did not
    Partial,
    /// Nobody here knows: the session ends, and the operator looks into it
    Unknown,
}

impl OutcomeName {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Dispensed => "dispensed",
            Self::NotDispensed => "not_dispensed",
            Self::Partial => "partial",
            Self::Unknown => "unknown",
        }
    }

    const fn outcome(self) -> CashOutcome {
        match self {
            Self::Dispensed => CashOutcome::Dispensed,
            Self::NotDispensed => CashOutcome::NotDispensed,
            Self::Partial => CashOutcome::Partial,
            Self::Unknown => CashOutcome::Unknown,
        }
    }

    /// What is sent. `kept` is the currency of the session's own withdrawal.
    pub(crate) fn told(
        self,
        sum: &[String],
        notes: Option<&str>,
        kept: Option<&str>,
    ) -> Result<TellOutcome, Stopped> {
        let dispensed = match (self, sum) {
            (Self::Dispensed | Self::NotDispensed | Self::Unknown, []) => None,
            (Self::Partial, [_, ..]) => Some(dispensed(&sum.join(" "), kept)?),
            (Self::Partial, []) => {
                return Err(Stopped::misused("partial needs the sum that left, as partial 6.00"));
            }
            (Self::Dispensed | Self::NotDispensed | Self::Unknown, [_, ..]) => {
                let name = self.name();
                return Err(Stopped::misused(format_args!("a sum goes with partial, not with {name}")));
            }
        };
        let notes = notes.map(counted).transpose()?.unwrap_or_default();
        Ok(TellOutcome { outcome: self.outcome(), dispensed, notes })
    }
}

/// A sum that left, in the currency named behind it or in that of the withdrawal.
fn dispensed(text: &str, kept: Option<&str>) -> Result<Amount, Stopped> {
    let (sum, code) = text.split_once(' ').map_or((text, kept), |(sum, code)| (sum, Some(code.trim())));
    let unknown = || Stopped::misused("no withdrawal is kept: give the currency too, as partial 6.00 GBP");
    let currency = Currency::from_code(code.ok_or_else(unknown)?);
    let money = currency.and_then(|currency| Money::parse(sum, currency).ok());
    let malformed = || Stopped::misused(format_args!("{text:?} is no sum of its currency, as 6.00 GBP"));
    money.map(Amount).ok_or_else(malformed)
}

pub(super) fn counted(text: &str) -> Result<Vec<CountedNotes>, Stopped> {
    let one = |part: &str| {
        let (denomination, count) = part.trim().split_once('x')?;
        Some(CountedNotes { denomination: denomination.to_owned(), count: count.parse().ok()? })
    };
    let malformed = || Stopped::misused(format_args!("{text:?} counts no notes, as 20x3,5x1 does"));
    text.split(',').map(one).collect::<Option<_>>().ok_or_else(malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: OutcomeName, sum: &[&str], notes: Option<&str>) -> Result<String, u8> {
        let sum: Vec<String> = sum.iter().map(|word| (*word).to_owned()).collect();
        let told = name.told(&sum, notes, Some("GBP")).map_err(|why| why.exit)?;
        Ok(serde_json::to_string(&told).unwrap())
    }

    #[test]
    fn a_sum_goes_with_partial_and_with_nothing_else() {
        let six = r#"{"outcome":"partial","dispensed":{"amount":"6.00","currency":"GBP"}}"#;
        assert_eq!(told(OutcomeName::Partial, &["6.00"], None).unwrap(), six);
        assert_eq!(told(OutcomeName::Partial, &["6"], None).unwrap(), six);
        assert_eq!(told(OutcomeName::Partial, &["6", "GBP"], None).unwrap(), six);
        assert!(told(OutcomeName::Partial, &["600", "JPY"], None).unwrap().contains(r#""600""#));
        assert_eq!(told(OutcomeName::Unknown, &[], None).unwrap(), r#"{"outcome":"unknown"}"#);
        for (name, sum) in [
            (OutcomeName::Partial, &[][..]),
            (OutcomeName::Partial, &["6.005"]),
            (OutcomeName::Partial, &["6", "ZZZ"]),
            (OutcomeName::Dispensed, &["6.00"]),
            (OutcomeName::NotDispensed, &["0"]),
        ] {
            assert_eq!(told(name, sum, None), Err(2), "{} {sum:?}", name.name());
        }
    }

    #[test]
    fn notes_are_worth_times_count() {
        let two = told(OutcomeName::Dispensed, &[], Some("20x3, 0.50x1")).unwrap();
        assert!(
            two.contains(r#"[{"denomination":"20","count":3},{"denomination":"0.50","count":1}]"#),
            "{two}"
        );
        for wrong in ["", "20", "20x", "x3", "20x-1", "20x3,", "20*3"] {
            let read = told(OutcomeName::Dispensed, &[], Some(wrong));
            // What the denomination is worth is the server's to say.
            assert_eq!(read.is_err(), wrong != "x3", "{wrong:?}");
        }
    }
}
