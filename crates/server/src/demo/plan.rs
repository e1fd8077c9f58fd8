//! What the demo shows: owners, POS, wallets, opening balances and a day of visits, the same every time (names
//! and sums come from one fixed seed; ids and secrets do not and are drawn when they are made). Sums are minor
//! units. The customer, POS and account of the wire's own documentation stand first in their lists.

use specie_money::{Currency, Money};

/// The customer of the documentation.
pub(crate) const PAGE_PHONE: &str = "+14155559992";
/// The POS of the documentation.
pub(crate) const PAGE_POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
/// The access key of the documentation.
pub(crate) const PAGE_KEY: &str = "8C6223151345345D";
/// The account of the documentation, 189.00 GBP.
pub(crate) const PAGE_ACCOUNT: &str = "64e4a964-53b5-11e9-8495-02f0df928b";
const PAGE_BALANCE_MINOR: i64 = 18_900;

/// Wallets beside the documentation's own.
const WALLETS: usize = 240;
/// Every so many minutes of the day some customers come.
pub(crate) const ROUNDS: usize = 48;
/// Customers who come at once; each wallet comes at most once.
pub(crate) const VISITS_A_ROUND: usize = 4;
/// What names and sums are drawn from.
const SEED: u64 = 0x5eed_0fca_5f00;

/// A currency of the demo. Sums are minor units.
struct Purse {
    code: &'static str,
    least: u64,
    most: u64,
    /// The note that visits are paid in.
    note: u64,
    /// The float each POS starts with, and the credit line behind it.
    float: i64,
    /// The most one code may be armed for: above any balance of the demo.
    cap: i64,
}

const PURSES: [Purse; 5] = [
    Purse { code: "GBP", least: 5_000, most: 90_000, note: 1_000, float: 1_000_000, cap: 200_000 },
    Purse { code: "USD", least: 8_000, most: 120_000, note: 2_000, float: 1_500_000, cap: 250_000 },
    Purse { code: "JPY", least: 9_000, most: 180_000, note: 1_000, float: 2_000_000, cap: 400_000 },
    Purse { code: "KWD", least: 40_000, most: 400_000, note: 5_000, float: 3_000_000, cap: 800_000 },
    Purse { code: "KES", least: 500_000, most: 9_000_000, note: 100_000, float: 90_000_000, cap: 20_000_000 },
];

const OWNERS: [&str; 3] = ["Thornbury Corner Shops", "Lakeside Agents Cooperative", "Two Rivers Exchange"];

/// Name, owner, and how many of the five currencies it serves (the first so many, from its own start).
const PLACES: [(&str, usize, usize); 12] = [
    ("Documentation counter", 0, 5),
    ("Mill Lane News", 0, 5),
    ("Harbour Street Grocer", 0, 2),
    ("Old Bridge Pharmacy", 0, 3),
    ("Market Square Kiosk", 1, 5),
    ("Bus Station Agent", 1, 2),
    ("Lake View Hardware", 1, 3),
    ("Hill Top Stores", 1, 5),
    ("Airport Exchange", 2, 5),
    ("Station Hall Exchange", 2, 3),
    ("Grand Arcade Exchange", 2, 2),
    ("River Walk Exchange", 2, 5),
];

/// A POS to register.
#[derive(Debug, Clone)]
pub(crate) struct PlannedPos {
    pub(crate) name: &'static str,
    /// Its place in the list of owners.
    pub(crate) owner: usize,
    pub(crate) shown_id: Option<&'static str>,
    pub(crate) access_key: Option<&'static str>,
    /// The float it starts with, one sum a currency it serves.
    pub(crate) floats: Vec<Money>,
}

/// A wallet to open.
#[derive(Debug, Clone)]
pub(crate) struct PlannedWallet {
    pub(crate) phone: String,
    pub(crate) shown_id: Option<&'static str>,
    /// Opening balances, one a currency.
    pub(crate) balances: Vec<Money>,
}

/// What a customer does at a POS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Errand {
    /// Takes cash.
    Withdraw,
    /// Asks for cash, and the till jams: the money goes back.
    WithdrawInVain,
    /// Brings cash.
    Deposit,
}

/// A customer at a POS.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PlannedVisit {
    /// Its place in the list of wallets.
    pub(crate) wallet: usize,
    /// Its place in the list of POS.
    pub(crate) pos: usize,
    pub(crate) errand: Errand,
    pub(crate) sum: Money,
}

/// All of it.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) owners: Vec<&'static str>,
    pub(crate) pos: Vec<PlannedPos>,
    pub(crate) wallets: Vec<PlannedWallet>,
    /// In the order of the day, [`VISITS_A_ROUND`] at once.
    pub(crate) visits: Vec<PlannedVisit>,
}

/// The most one code may be armed for in the demo.
pub(crate) fn caps() -> Vec<Money> {
    purses().map(|(currency, purse)| Money::from_minor(purse.cap, currency)).collect()
}

/// The plan; the same every time.
pub(crate) fn plan() -> Plan {
    let mut dice = Dice(SEED);
    let pos = planned_pos();
    let wallets = planned_wallets(&mut dice);
    let visits = planned_visits(&pos, &wallets, &mut dice);
    Plan { owners: OWNERS.to_vec(), pos, wallets, visits }
}

fn purses() -> impl DoubleEndedIterator<Item = (Currency, &'static Purse)> + Clone {
    PURSES.iter().filter_map(|purse| Currency::from_code(purse.code).map(|currency| (currency, purse)))
}

/// `count` of the purses, beginning with number `start`.
fn some_purses(start: usize, count: usize) -> impl Iterator<Item = (Currency, &'static Purse)> {
    purses().chain(purses()).skip(start % PURSES.len()).take(count)
}

fn planned_pos() -> Vec<PlannedPos> {
    let planned = PLACES.iter().enumerate().map(|(place, (name, owner, currencies))| {
        let is_page = place == 0;
        let floats =
            some_purses(place, *currencies).map(|(currency, purse)| Money::from_minor(purse.float, currency));
        PlannedPos {
            name,
            owner: *owner,
            shown_id: is_page.then_some(PAGE_POS),
            access_key: is_page.then_some(PAGE_KEY),
            floats: floats.collect(),
        }
    });
    planned.collect()
}

fn planned_wallets(dice: &mut Dice) -> Vec<PlannedWallet> {
    let page_balance = purses().next().map(|(gbp, _)| Money::from_minor(PAGE_BALANCE_MINOR, gbp));
    let page = PlannedWallet {
        phone: PAGE_PHONE.to_owned(),
        shown_id: Some(PAGE_ACCOUNT),
        balances: page_balance.into_iter().collect(),
    };
    let others = (1..=WALLETS).map(|number| {
        // One in three has a second account, one in ten a third.
        let count = 1 + usize::from(number % 3 == 0) + usize::from(number % 10 == 0);
        let balances = some_purses(number, count)
            .map(|(currency, purse)| Money::from_minor(dice.minor(purse.least, purse.most), currency));
        // +44 7700 900000 to 900999 are kept free for fiction by the British regulator.
        PlannedWallet {
            phone: format!("+447700900{number:03}"),
            shown_id: None,
            balances: balances.collect(),
        }
    });
    std::iter::once(page).chain(others).collect()
}

fn planned_visits(pos: &[PlannedPos], wallets: &[PlannedWallet], dice: &mut Dice) -> Vec<PlannedVisit> {
    // The documentation's customer stays at home: her balance is known to the penny.
    let visitors = wallets.iter().enumerate().skip(1).take(ROUNDS * VISITS_A_ROUND);
    let planned = visitors.filter_map(|(wallet, planned)| {
        let currency = planned.balances.first()?.currency();
        let serving =
            pos.iter().enumerate().filter(|(_, pos)| pos.floats.iter().any(|sum| sum.currency() == currency));
        let serving: Vec<usize> = serving.map(|(place, _)| place).collect();
        let pos = *serving.get(dice.below(serving.len())?)?;
        let (_, purse) = purses().find(|(other, _)| *other == currency)?;
        let notes = dice.minor(1, 3).unsigned_abs();
        let sum = Money::from_minor(i64::try_from(purse.note.saturating_mul(notes)).ok()?, currency);
        let errand = match wallet % 11 {
            4 => Errand::WithdrawInVain,
            2 | 8 => Errand::Deposit,
            _ => Errand::Withdraw,
        };
        Some(PlannedVisit { wallet, pos, errand, sum })
    });
    planned.collect()
}

/// Numbers that look random and are the same every time (SplitMix64, Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `least` to `most`.
    fn minor(&mut self, least: u64, most: u64) -> i64 {
        let width = most.saturating_sub(least).saturating_add(1);
        let number = self.next().checked_rem(width).map_or(least, |into| least.saturating_add(into));
        i64::try_from(number).unwrap_or(i64::MAX)
    }

    /// A place in a list of `count`; none in an empty one.
    fn below(&mut self, count: usize) -> Option<usize> {
        let count = u64::try_from(count).ok()?;
        usize::try_from(self.next().checked_rem(count)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_demo_is_as_large_as_promised() {
        let plan = plan();
        assert!(plan.owners.len() >= 3 && plan.pos.len() >= 10 && plan.wallets.len() > 200);
        let exponents: BTreeSet<u8> = plan
            .wallets
            .iter()
            .flat_map(|wallet| &wallet.balances)
            .map(|sum| sum.currency().exponent())
            .collect();
        assert_eq!(exponents, BTreeSet::from([0, 2, 3]));
        assert_eq!(plan.visits.len(), ROUNDS * VISITS_A_ROUND);
        let phones: BTreeSet<&String> = plan.wallets.iter().map(|wallet| &wallet.phone).collect();
        assert_eq!(phones.len(), plan.wallets.len());
        assert!(plan.pos.iter().all(|pos| !pos.floats.is_empty()));
    }

    #[test]
    fn one_code_may_always_be_armed_for_all_a_wallet_holds() {
        let plan = plan();
        for cap in caps() {
            let largest = plan.wallets.iter().flat_map(|wallet| &wallet.balances);
            let largest = largest.filter(|sum| sum.currency() == cap.currency()).map(|sum| sum.minor()).max();
            let brought = plan.visits.iter().filter(|visit| visit.sum.currency() == cap.currency());
            let brought = brought.map(|visit| visit.sum.minor()).max();
            assert!(largest.unwrap() + brought.unwrap() <= cap.minor(), "{}", cap.currency());
        }
    }

    #[test]
    fn nobody_asks_for_more_than_she_has_nor_twice() {
        let plan = plan();
        let mut seen = BTreeSet::new();
        for visit in &plan.visits {
            let balance = plan.wallets[visit.wallet].balances[0];
            assert_eq!(balance.currency(), visit.sum.currency());
            assert!(visit.sum.minor() <= balance.minor());
            assert!(plan.pos[visit.pos].floats.iter().any(|sum| sum.currency() == visit.sum.currency()));
            assert!(visit.wallet > 0 && seen.insert(visit.wallet));
        }
    }

    #[test]
    fn the_plan_is_the_same_every_time() {
        assert_eq!(format!("{:?}", plan()), format!("{:?}", plan()));
    }
}
