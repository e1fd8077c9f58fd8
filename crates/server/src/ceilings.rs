//! Ceilings as the configuration writes them: `withdraw wallet 86400 500.00 GBP`, with commas between them. No rule
//! that a person sets over our own API, and no lack of one, lets more pass.

use specie_domain::rows::{LimitBounds, LimitKey, LimitScope, LimitedAction};
use specie_money::{Currency, Money};

const SHAPE: &str = "is no ceiling as 'withdraw wallet 86400 500.00 GBP'; scopes are deployment, wallet, pos, owner \
    and wallet_at_pos";

/// What the configuration says.
pub(crate) fn read(text: &str) -> Result<Vec<(LimitKey, LimitBounds)>, String> {
    let mut ceilings: Vec<(LimitKey, LimitBounds)> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (key, bounds) = ceiling(part).ok_or_else(|| format!("{part:?} {SHAPE}"))?;
        if ceilings.iter().any(|(other, _)| *other == key) {
            return Err(format!("{part:?} is there twice"));
        }
        ceilings.push((key, bounds));
    }
    Ok(ceilings)
}

fn ceiling(part: &str) -> Option<(LimitKey, LimitBounds)> {
    let words: Vec<&str> = part.split_ascii_whitespace().collect();
    let [action, scope, window_s, sum, currency] = words.as_slice() else { return None };
    let action = match *action {
        "withdraw" => LimitedAction::Withdraw,
        "deposit" => LimitedAction::Deposit,
        _ => return None,
    };
    let scope = match *scope {
        "deployment" => LimitScope::Deployment,
        "wallet" => LimitScope::EachWallet,
        "pos" => LimitScope::EachPos,
        "owner" => LimitScope::EachOwner,
        "wallet_at_pos" => LimitScope::EachWalletAtPos,
        _ => return None,
    };
    let currency = Currency::from_code(currency)?;
    let most = Money::parse(sum, currency).ok().filter(|most| most.minor() >= 0)?;
    let key = LimitKey { action, scope, currency, window_s: window_s.parse().ok()? };
    Some((key, LimitBounds { value_max: Some(most.minor()), ..LimitBounds::default() }))
}

/// What [`read`] reads.
pub(crate) fn shown(ceilings: &[(LimitKey, LimitBounds)]) -> String {
    let one = |(key, bounds): &(LimitKey, LimitBounds)| {
        let LimitKey { action, scope, currency, window_s } = *key;
        let most = Money::from_minor(bounds.value_max.unwrap_or_default(), currency);
        format!("{} {} {window_s} {most} {currency}", action.name(), scope.name())
    };
    ceilings.iter().map(one).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ceilings_are_read_as_they_are_shown() {
        let text = "withdraw wallet 86400 500.00 GBP,deposit wallet_at_pos 0 60000 JPY";
        let ceilings = read(text).unwrap();
        assert_eq!(shown(&ceilings), text);
        assert_eq!(ceilings[0].1.value_max, Some(50_000));
        assert_eq!(read("").unwrap(), []);
    }

    #[test]
    fn what_is_no_ceiling_is_named() {
        for wrong in [
            "withdraw wallet 86400 500.00",
            "withdraw wallet 86400 500.005 GBP",
            "withdraw everybody 86400 500.00 GBP",
            "steal wallet 86400 500.00 GBP",
            "withdraw wallet -1 500.00 GBP",
            "withdraw wallet 1 500.00 gbp",
            "withdraw wallet 60 1 GBP, withdraw wallet 60 2 GBP",
        ] {
            let why = read(wrong).unwrap_err();
            assert!(why.contains(wrong) || why.contains("twice"), "{why}");
        }
    }
}
