//! Reading and printing amounts: the table of the POS wire, the edges of what fits, and the laws.

use borsh::BorshDeserialize;
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use specie_money::{AmountError, Currency, DECIMAL_BYTES_MAX, Decimal, DecimalError, Money, ParseError};

/// No text of these is an amount in any currency.
const MALFORMED: &[&str] = &[
    // The wire's own table.
    "1e1",
    "+10",
    "010",
    "10.",
    ".5",
    " 10",
    "10,5",
    "0x10",
    "1_000",
    "NaN",
    "١٠",
    "１０",
    "",
    // Signs.
    "-",
    "--5",
    "+-5",
    "-+5",
    "+0",
    "5-",
    "10-",
    "- 5",
    "−5",
    "(5)",
    "±5",
    "-.5",
    "-5.",
    "-010",
    "-00",
    "-NaN",
    // Zeroes in front.
    "00",
    "00.00",
    "01",
    "000010",
    "01.5",
    // Points and separators.
    ".",
    "..",
    "10..5",
    "1.2.3",
    "1.000.000",
    "1,000",
    "1,000.00",
    "10·5",
    "10٫5",
    "1'000",
    "1 000",
    "10.5.",
    ".0",
    "10.-5",
    "10. 5",
    "1\u{a0}000",
    "10/2",
    "10:5",
    // Spaces and control characters.
    " ",
    "10 ",
    "\t10",
    "10\n",
    "10\r\n",
    "10\0",
    "\u{feff}10",
    "10\u{200b}",
    "\u{202e}10",
    // Other notations.
    "1E1",
    "1e-1",
    "1e+1",
    "10f",
    "10d",
    "10L",
    "10u64",
    "0b10",
    "0o10",
    "10h",
    "inf",
    "-inf",
    "Infinity",
    "nan",
    "null",
    "true",
    "ten",
    "10%",
    "$10",
    "£10",
    "10GBP",
    "GBP10",
    "10.00 GBP",
    "Ⅹ",
    "½",
    "10½",
    "²",
    "10²",
    "१०",
    "五",
    "%31%30",
    "\"10\"",
];

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap_or_else(|| unreachable!("{code} is a currency"))
}

fn in_pounds(text: &str) -> Result<Money, ParseError> {
    Money::parse(text, currency("GBP"))
}

#[test]
fn a_malformed_text_is_an_amount_in_no_currency() {
    for bad in MALFORMED {
        assert_eq!(Decimal::parse(bad), Err(DecimalError::Malformed), "{bad:?}");
        for currency in Currency::all() {
            assert_eq!(
                Money::parse(bad, currency),
                Err(DecimalError::Malformed.into()),
                "{bad:?} {currency}"
            );
        }
    }
}

#[test]
fn a_well_formed_text_is_the_amount_it_spells() {
    let table = [
        ("10", 1000),
        ("10.5", 1050),
        ("10.50", 1050),
        ("10.00", 1000),
        ("10.000000", 1000),
        ("0", 0),
        ("0.00", 0),
        ("0.0", 0),
        ("0.01", 1),
        ("0.10", 10),
        ("0.5", 50),
        ("1", 100),
        ("189.5", 18_950),
        ("-5", -500),
        ("-5.00", -500),
        ("-0.01", -1),
        ("-0", 0),
        ("-0.00", 0),
        ("1000000", 100_000_000),
    ];
    for (text, minor) in table {
        assert_eq!(in_pounds(text).map(Money::minor), Ok(minor), "{text}");
    }
}

#[test]
fn only_a_number_above_zero_can_be_moved() {
    let pounds = currency("GBP");
    for good in ["0.01", "1", "10", "10.00"] {
        assert!(Decimal::parse(good).unwrap().is_positive(), "{good}");
    }
    for bad in ["0", "0.00", "-0", "-0.00", "-5", "-5.00", "-0.01", "-5.001", "-99999999999999999999"] {
        let decimal = Decimal::parse(bad).unwrap();
        assert!(!decimal.is_positive(), "{bad}");
        assert_eq!(decimal.to_money(pounds), Err(AmountError::NotPositive), "{bad}");
    }
}

#[test]
fn decimals_beyond_the_currency_are_refused_unless_they_are_zeroes() {
    let table = [
        ("JPY", "10", "10.0", "10.1"),
        ("GBP", "10.50", "10.500", "10.505"),
        ("KWD", "10.505", "10.5050", "10.5055"),
        ("CLF", "10.5055", "10.50550", "10.50551"),
        ("GBP", "0.01", "0.010", "0.001"),
        ("JPY", "1", "1.000", "0.9"),
    ];
    for (code, good, good_with_zero, bad) in table {
        let currency = currency(code);
        let read = |text: &str| Decimal::parse(text).unwrap().to_money(currency);
        assert!(read(good).is_ok(), "{good} {code}");
        assert_eq!(read(good), read(good_with_zero), "{good_with_zero} {code}");
        let decimals_max = currency.exponent();
        assert_eq!(read(bad), Err(AmountError::TooPrecise { currency, decimals_max }), "{bad} {code}");
        assert_eq!(
            Money::parse(bad, currency),
            Err(AmountError::TooPrecise { currency, decimals_max }.into())
        );
    }
}

#[test]
fn the_last_amount_that_fits_is_read_and_the_next_is_too_large() {
    let table = [
        ("JPY", "9223372036854775807", "9223372036854775808"),
        ("GBP", "92233720368547758.07", "92233720368547758.08"),
        ("KWD", "9223372036854775.807", "9223372036854775.808"),
        ("CLF", "922337203685477.5807", "922337203685477.5808"),
        ("GBP", "92233720368547758", "92233720368547759"),
    ];
    for (code, last_good, first_bad) in table {
        let read = |text: &str| Decimal::parse(text).unwrap().to_money(currency(code));
        assert!(read(last_good).is_ok(), "{last_good} {code}");
        assert_eq!(read(first_bad), Err(AmountError::TooLarge), "{first_bad} {code}");
    }
    let lowest = in_pounds("-92233720368547758.08").unwrap();
    assert_eq!((lowest.minor(), lowest.to_string()), (i64::MIN, "-92233720368547758.08".into()));
    assert_eq!(in_pounds("-92233720368547758.09"), Err(AmountError::TooLarge.into()));
}

#[test]
fn thirty_two_bytes_are_read_and_thirty_three_are_not() {
    for (head, tail) in [("9", ""), ("1.", ""), ("-9", ""), ("0.", "1")] {
        let fill = |bytes: usize| format!("{head}{}{tail}", "0".repeat(bytes - head.len() - tail.len()));
        let (longest, too_long) = (fill(DECIMAL_BYTES_MAX), fill(DECIMAL_BYTES_MAX + 1));
        assert!(Decimal::parse(&longest).is_ok(), "{longest}");
        assert_eq!(Decimal::parse(&too_long), Err(DecimalError::TooLong), "{too_long}");
    }
    assert!(Decimal::parse(&"9".repeat(DECIMAL_BYTES_MAX)).is_ok());
    assert_eq!(Decimal::parse(&"9".repeat(100_000)), Err(DecimalError::TooLong));
}

#[test]
fn ten_and_ten_with_zeroes_behind_the_point_are_one_number() {
    let ten = Decimal::parse("10").unwrap();
    for same in ["10.0", "10.00", "10.000000000000000000"] {
        assert_eq!(Decimal::parse(same), Ok(ten), "{same}");
    }
    for other in ["1", "100", "10.01", "-10", "0.1"] {
        assert_ne!(Decimal::parse(other), Ok(ten), "{other}");
    }
}

#[test]
fn an_amount_prints_with_the_decimals_of_its_currency_and_as_the_shortest_json_number() {
    let table = [
        ("GBP", 1000, "10.00", "10"),
        ("GBP", -500, "-5.00", "-5"),
        ("GBP", 18_900, "189.00", "189"),
        ("GBP", 18_950, "189.50", "189.5"),
        ("GBP", 0, "0.00", "0"),
        ("GBP", -5, "-0.05", "-0.05"),
        ("GBP", 1, "0.01", "0.01"),
        ("GBP", 100, "1.00", "1"),
        ("JPY", 189, "189", "189"),
        ("JPY", 100, "100", "100"),
        ("JPY", 0, "0", "0"),
        ("JPY", -10, "-10", "-10"),
        ("KWD", 1234, "1.234", "1.234"),
        ("KWD", 10, "0.010", "0.01"),
        ("CLF", 1, "0.0001", "0.0001"),
        ("CLF", 10_000, "1.0000", "1"),
        ("GBP", i64::MAX, "92233720368547758.07", "92233720368547758.07"),
        ("GBP", i64::MIN, "-92233720368547758.08", "-92233720368547758.08"),
        ("JPY", i64::MIN, "-9223372036854775808", "-9223372036854775808"),
        ("CLF", i64::MIN, "-922337203685477.5808", "-922337203685477.5808"),
    ];
    for (code, minor, text, json) in table {
        let money = Money::from_minor(minor, currency(code));
        assert_eq!(
            (money.to_string().as_str(), money.to_json_number().as_str()),
            (text, json),
            "{minor} {code}"
        );
    }
}

#[test]
fn the_extremes_of_every_currency_print_and_read_back() {
    for currency in Currency::all() {
        for minor in
            [i64::MIN, i64::MIN + 1, -10_001, -100, -1, 0, 1, 9, 10, 99, 100, 12_345, i64::MAX - 1, i64::MAX]
        {
            let money = Money::from_minor(minor, currency);
            assert_eq!(Money::parse(&money.to_string(), currency), Ok(money), "{minor} {currency}");
            assert_eq!(
                Money::parse(&money.to_json_number(), currency),
                Ok(money),
                "{minor} {currency} as JSON"
            );
        }
    }
}

#[test]
fn bytes_of_a_number_that_no_text_can_spell_are_refused() {
    let bytes = |mantissa: i128, scale: u8| borsh::to_vec(&(mantissa, scale)).unwrap();
    let end = 10_i128.pow(32);
    for (mantissa, scale) in [(105, 1), (end - 1, 0), (1 - end, 0), (0, 0), (-5, 0), (1, 31)] {
        assert!(Decimal::try_from_slice(&bytes(mantissa, scale)).is_ok(), "{mantissa} {scale}");
    }
    for (mantissa, scale) in [(1050, 1), (0, 1), (end, 0), (-end, 0), (1, 32), (1, 255), (i128::MIN, 0)] {
        assert!(Decimal::try_from_slice(&bytes(mantissa, scale)).is_err(), "{mantissa} {scale}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printing_an_amount_and_reading_it_back_changes_nothing(minor in any::<i64>()) {
        for currency in Currency::all() {
            let money = Money::from_minor(minor, currency);
            prop_assert_eq!(Money::parse(&money.to_string(), currency), Ok(money));
            prop_assert_eq!(Money::parse(&money.to_json_number(), currency), Ok(money));
            prop_assert_eq!(Money::try_from_slice(&borsh::to_vec(&money).unwrap()).unwrap(), money);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic_and_what_it_reads_keeps_its_bytes(text in "[-+0-9.eE, ]{0,40}|.{0,40}") {
        if let Ok(decimal) = Decimal::parse(&text) {
            let bytes = borsh::to_vec(&decimal).unwrap();
            prop_assert_eq!(Decimal::try_from_slice(&bytes).unwrap(), decimal);
        }
    }

    #[test]
    fn a_positive_number_becomes_the_same_amount_through_either_door(minor in 1..i64::MAX, zeroes in 0_usize..8) {
        for currency in Currency::all() {
            let money = Money::from_minor(minor, currency);
            let point = if currency.exponent() == 0 && zeroes > 0 { "." } else { "" };
            let text = format!("{money}{point}{}", "0".repeat(zeroes));
            prop_assert_eq!(Decimal::parse(&text).unwrap().to_money(currency), Ok(money));
        }
    }
}
