//! Sums on the command line: `10.00 GBP`, as one word or two. Read exactly or refused, before anything is sent.

use serde_json::Value;
use specie_money::{Currency, Money};
use specie_wire::api::Amount;

use crate::stopped::{Naming, Stopped};

/// A sum as our own API takes it.
pub(crate) fn amount(words: &[String]) -> Result<Value, Stopped> {
    let text = words.join(" ");
    let money = text.split_once(' ').and_then(|(sum, code)| {
        let currency = Currency::from_code(code.trim())?;
        Money::parse(sum, currency).ok()
    });
    let malformed = || Stopped::misused(format_args!("{text:?} is no sum with its currency, as 10.00 GBP"));
    serde_json::to_value(Amount(money.ok_or_else(malformed)?)).about("the sum")
}

/// Adds a member to a body.
pub(crate) fn put(body: &mut Value, name: &str, value: Value) {
    if let Some(members) = body.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

/// Currencies as our own API takes them; it says which it does not know.
pub(crate) fn currencies(codes: &[String]) -> Result<Vec<String>, Stopped> {
    let known = |code: &String| {
        let unknown = || Stopped::misused(format_args!("{code:?} is no currency of ISO 4217, as GBP"));
        Currency::from_code(code).map(|currency| currency.code().to_owned()).ok_or_else(unknown)
    };
    codes.iter().map(known).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_sum_has_its_currency_and_no_more_decimals_than_it() {
        let read = |words: &[&str]| {
            amount(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>()).map_err(|why| why.exit)
        };
        let ten = Ok(json!({ "amount": "10.00", "currency": "GBP" }));
        assert_eq!(read(&["10.00", "GBP"]).ok(), ten.clone().ok());
        assert_eq!(read(&["10 GBP"]), ten);
        for wrong in [&["10"][..], &["10.005", "GBP"], &["1e1", "GBP"], &["10", "ZZZ"], &[]] {
            assert_eq!(read(wrong), Err(2), "{wrong:?}");
        }
    }
}
