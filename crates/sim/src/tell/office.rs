//! What is asked about float, settlement and tills, in readable lines.

use super::money;
use crate::ask::{Counts, FloatAsk, SettleAsk, Side, Sign, TillAsk};
use crate::town::{CURRENCIES, Town};

/// About float.
pub(super) fn float(town: &Town, ask: &FloatAsk) -> String {
    let money = |currency: usize, minor| money(town, currency, minor);
    match *ask {
        FloatAsk::Move { from, to, currency, minor } => {
            format!("{} of float move from POS {from} to POS {to}", money(currency, minor))
        }
        FloatAsk::Return { pos, currency, minor } => {
            format!("{} of float go back from POS {pos} to the bank", money(currency, minor))
        }
        FloatAsk::Watch { pos, currency, below } => {
            format!("somebody is to be told when POS {pos} falls below {}", money(currency, below))
        }
        FloatAsk::Credit { pos, currency, line } => {
            format!("the credit line of POS {pos} shall be {}", money(currency, line))
        }
        FloatAsk::Ask { key, pos, currency, brings, minor } => {
            let way = if brings { "asks for" } else { "wants to give away" };
            format!("key {key} {way} {} of float of POS {pos}", money(currency, minor))
        }
        FloatAsk::TakeBack { key, pos, currency } => {
            format!("key {key} takes back what POS {pos} asked for in {}", town.currencies[currency])
        }
        FloatAsk::Answer { pos, currency, number, grant } => {
            let currency = town.currencies[currency];
            format!("request {number} of POS {pos} for float in {currency} is answered: granted = {grant}")
        }
    }
}

/// About settlement.
pub(super) fn settle(town: &Town, ask: &SettleAsk) -> String {
    let next = |next_s: Option<i64>| match next_s {
        Some(next_s) => format!("the next cut-off is {next_s} s from now"),
        None => "without a next cut-off".to_owned(),
    };
    match *ask {
        SettleAsk::Terms { owner, currency, threshold, next_s } => {
            let (least, next) = (money(town, currency, threshold), next(next_s));
            format!("owner {owner} is settled in {} from {least} on, {next}", town.currencies[currency])
        }
        SettleAsk::Cut { owner, currency, next_s, by_hand } => {
            let who = if by_hand { "somebody" } else { "the program" };
            let (currency, next) = (town.currencies[currency], next(next_s));
            format!("{who} cuts a batch of owner {owner} in {currency}, {next}")
        }
        SettleAsk::GoOn { batch } => format!("the program goes on with batch {batch}"),
        SettleAsk::Confirm { batch } => format!("the bank confirmed batch {batch}"),
        SettleAsk::Fail { batch } => format!("the bank failed batch {batch}"),
    }
}

/// About tills.
pub(super) fn till(town: &Town, ask: &TillAsk) -> String {
    match ask {
        TillAsk::Open { key, till, sign, counts } => {
            format!("key {key} and {} open till {till} with {}", signed(sign), counted(town, counts))
        }
        TillAsk::Move { key, till, sign, side, cash: (currency, minor, _) } => {
            let cash = money(town, *currency, *minor);
            let way = match side {
                Side::FromVault => format!("from the vault into till {till}"),
                Side::ToVault => format!("from till {till} into the vault"),
                Side::ToTill(other, taker) => {
                    format!("from till {till} into till {other} of {}", signed(taker))
                }
            };
            format!("key {key} and {} move {cash} {way}", signed(sign))
        }
        TillAsk::Hand { key, till, giver, taker, counts } => {
            let (giver, taker, counted) = (signed(giver), signed(taker), counted(town, counts));
            format!("with key {key} {giver} hands till {till} over to {taker}, with {counted}")
        }
        TillAsk::Close { by, till, counts } => {
            format!("{} close till {till} with {}", person(by.as_ref()), counted(town, counts))
        }
        TillAsk::Explain { by, session, currency } => {
            let currency = town.currencies[*currency];
            format!("{} explain what {session} was off by in {currency}", person(by.as_ref()))
        }
        TillAsk::Vault { pos, currency, event, minor } => {
            format!("{} of the vault of POS {pos}: {event:?}", money(town, *currency, *minor))
        }
        TillAsk::Cashier { cashier, pin, active } => {
            let pin = pin.map_or_else(String::new, |pin| format!(" gets the PIN {pin}"));
            let active = active.map_or_else(String::new, |active| format!(" works here: {active}"));
            format!("cashier {cashier}{pin}{active}")
        }
        TillAsk::Retire { till } => format!("till {till} is taken out of service"),
        TillAsk::Run { pos, runs } => format!("POS {pos} keeps its cash in tills = {runs}"),
    }
}

fn signed(sign: &Sign) -> String {
    format!("cashier {} with PIN {}", sign.cashier, sign.pin)
}

fn person(by: Option<&(usize, Sign)>) -> String {
    by.map_or_else(
        || "people of the operator".to_owned(),
        |(key, sign)| format!("key {key} and {}", signed(sign)),
    )
}

fn counted(town: &Town, counts: &Counts) -> String {
    let sum = |currency: usize| counts.sums[currency].map(|sum| money(town, currency, i64::from(sum)));
    let sums: Vec<String> = (0..CURRENCIES).filter_map(sum).collect();
    format!("[{}] counted, wrong in: {:?}", sums.join(", "), counts.slip)
}
