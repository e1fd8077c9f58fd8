//! Says a limit that stands in the way in words: its scope, its figure, its window, and nothing of what was used.

use specie_domain::outcome::{RuleBound, RuleHit};
use specie_domain::rows::{LimitScope, LimitedAction};
use specie_money::Money;

/// A rule that stands in the way, by its figure and its scope: nothing of what the customer has done.
pub(crate) fn rule_text(hit: &RuleHit) -> String {
    let RuleHit { key, bound, figure, .. } = *hit;
    let what = match key.action {
        LimitedAction::Withdraw => "withdrawn",
        LimitedAction::Deposit => "deposited",
    };
    let sum = || format!("{} {}", Money::from_minor(figure, key.currency), key.currency);
    let whose = scope_text(key.scope);
    match bound {
        RuleBound::Count if figure == 1 => format!("{whose}, {what} once in {}.", span(key.window_s)),
        RuleBound::Count => format!("{whose}, {what} at most {figure} times in {}.", span(key.window_s)),
        RuleBound::Value if key.window_s == 0 => format!("{whose}, at most {} is {what} at once.", sum()),
        RuleBound::Value => format!("{whose}, at most {} is {what} in {}.", sum(), span(key.window_s)),
        RuleBound::Least => format!("{whose}, at least {} is {what} at once.", sum()),
        RuleBound::Multiple => format!("{whose}, only multiples of {} are {what}.", sum()),
    }
}

const fn scope_text(scope: LimitScope) -> &'static str {
    match scope {
        LimitScope::Deployment => "Over all places together",
        LimitScope::EachWallet | LimitScope::Wallet(_) | LimitScope::EachWalletOfTier(_) => "For this wallet",
        LimitScope::EachPos | LimitScope::Pos(_) => "At this POS",
        LimitScope::EachOwner | LimitScope::Owner(_) => "At the POS of this owner",
        LimitScope::EachWalletAtPos => "For this wallet at this POS",
    }
}

/// Seconds in the largest unit that they are whole in.
fn span(seconds: u32) -> String {
    let units = [(86_400, "days"), (3600, "hours"), (60, "minutes")];
    let whole = units.iter().find(|(unit, _)| seconds.is_multiple_of(*unit) && seconds > *unit);
    whole.map_or_else(|| format!("{seconds} seconds"), |(unit, name)| format!("{} {name}", seconds / unit))
}

#[cfg(test)]
mod tests {
    use specie_domain::rows::LimitKey;
    use specie_money::Currency;

    use super::*;

    #[test]
    fn a_rule_is_told_by_its_scope_its_figure_and_its_window_and_not_by_what_was_used() {
        let currency = Currency::from_code("GBP").unwrap();
        let key = |scope, window_s| LimitKey { action: LimitedAction::Withdraw, scope, currency, window_s };
        for (key, bound, figure, expected) in [
            (
                key(LimitScope::EachWallet, 86_400),
                RuleBound::Value,
                50_000,
                "For this wallet, at most 500.00 GBP is withdrawn in 24 hours.",
            ),
            (
                key(LimitScope::EachPos, 5400),
                RuleBound::Count,
                12,
                "At this POS, withdrawn at most 12 times in 90 minutes.",
            ),
            (
                key(LimitScope::Deployment, 0),
                RuleBound::Multiple,
                500,
                "Over all places together, only multiples of 5.00 GBP are withdrawn.",
            ),
        ] {
            let hit = RuleHit { key, bound, figure, used: 4_321 };
            assert_eq!(rule_text(&hit), expected);
        }
    }
}
