//! The table of currencies against ISO 4217, list one (minor units), as ISO's agency publishes it.

use borsh::BorshDeserialize;
use specie_money::{Currency, EXPONENT_MAX};

/// ISO 4217: the currencies without decimals, with three and with four. All others have two.
const WITHOUT_DECIMALS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const WITH_THREE_DECIMALS: &str = "BHD IQD JOD KWD LYD OMR TND";
const WITH_FOUR_DECIMALS: &str = "CLF UYW";
const WITH_TWO_DECIMALS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP \
     BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS \
     GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL \
     MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR \
     RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS \
     UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";
/// Withdrawn by ISO since 2021; old books name them.
const WITHDRAWN: &str = "BGN CUC HRK SLL ZWL";
const UNCOUNTABLE: &str = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX";

fn iso_exponents() -> Vec<(&'static str, u8)> {
    let lists = [
        (WITHOUT_DECIMALS, 0),
        (WITH_TWO_DECIMALS, 2),
        (WITHDRAWN, 2),
        (WITH_THREE_DECIMALS, 3),
        (WITH_FOUR_DECIMALS, 4),
    ];
    let pairs =
        |(codes, exponent): (&'static str, u8)| codes.split_whitespace().map(move |code| (code, exponent));
    let mut exponents: Vec<_> = lists.into_iter().flat_map(pairs).collect();
    exponents.sort_unstable();
    exponents
}

#[test]
fn every_currency_has_the_exponent_of_iso_4217_and_no_currency_is_missing_or_made_up() {
    let mut ours: Vec<_> = Currency::all().map(|currency| (currency.code(), currency.exponent())).collect();
    ours.sort_unstable();
    assert_eq!(ours, iso_exponents());
}

#[test]
fn what_has_no_minor_unit_is_no_currency() {
    for code in UNCOUNTABLE.split_whitespace() {
        assert_eq!(Currency::from_code(code), None, "{code}");
    }
    for numeric in [959, 960, 963, 999] {
        assert_eq!(Currency::from_numeric(numeric), None, "{numeric}");
    }
}

#[test]
fn a_code_is_three_upper_case_ascii_letters_and_nothing_else() {
    assert_eq!(Currency::from_code("GBP").map(Currency::numeric), Some(826));
    for bad in ["", "GB", "GBPX", "gbp", "Gbp", " GBP", "GBP ", "GBP\0", "826", "ＧＢＰ", "£", "GB£", "AAA"]
    {
        assert_eq!(Currency::from_code(bad), None, "{bad:?}");
    }
}

#[test]
fn every_currency_is_found_again_by_its_code_by_its_number_and_by_its_bytes() {
    for currency in Currency::all() {
        assert_eq!(Currency::from_code(currency.code()), Some(currency));
        assert_eq!(Currency::from_numeric(currency.numeric()), Some(currency));
        let bytes = borsh::to_vec(&currency).unwrap();
        assert_eq!(bytes, currency.numeric().to_le_bytes(), "{currency}");
        assert_eq!(Currency::try_from_slice(&bytes).unwrap(), currency);
        assert!(currency.exponent() <= EXPONENT_MAX, "{currency}");
        assert!(!currency.symbol().is_empty(), "{currency}");
    }
}

#[test]
fn bytes_that_name_no_currency_are_refused() {
    for numeric in [0_u16, 1, 827, 959, 999, 1000, u16::MAX] {
        let found = Currency::try_from_slice(&numeric.to_le_bytes());
        assert!(found.is_err(), "{numeric} was read as {found:?}");
    }
    assert!(Currency::try_from_slice(&[58]).is_err(), "one byte is no numeric code");
}

#[test]
fn currencies_are_listed_and_ordered_by_number() {
    let all: Vec<_> = Currency::all().collect();
    assert!(all.is_sorted_by(|earlier, later| earlier < later && earlier.numeric() < later.numeric()));
}

#[test]
fn people_read_the_code_and_the_sign() {
    let pound = Currency::from_code("GBP").unwrap();
    assert_eq!(
        (pound.to_string(), format!("{pound:?}"), pound.symbol()),
        ("GBP".into(), "GBP".into(), "£".into())
    );
    assert_eq!(Currency::from_code("JPY").unwrap().symbol(), "¥");
    assert_eq!(Currency::from_code("EUR").unwrap().symbol(), "€");
}
