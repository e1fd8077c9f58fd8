//! What programs on both sides of the wire rely on: shapes print and read back exactly, and requests take no
//! member they do not know.

use specie_money::{Currency, Money};
use specie_wire::api::{
    AddKey, Amount, ArmCode, Armed, NewFunding, Operation, Problem, ProblemCode, Purpose,
};
use specie_wire::pos::{Envelope, JsonNumber, Nothing, Verdict, WithdrawData};

fn money(text: &str, code: &str) -> Option<Money> {
    Money::parse(text, Currency::from_code(code)?).ok()
}

#[test]
fn a_balance_is_a_json_number_without_a_digit_too_many() {
    for (text, code, number) in [
        ("189.00", "GBP", "189"),
        ("189.50", "GBP", "189.5"),
        ("189.05", "GBP", "189.05"),
        ("0.00", "GBP", "0"),
        ("100", "JPY", "100"),
        ("1.230", "KWD", "1.23"),
        ("92233720368547758.07", "GBP", "92233720368547758.07"),
        ("-0.01", "GBP", "-0.01"),
    ] {
        let printed = serde_json::to_string(&JsonNumber::from(money(text, code).unwrap())).unwrap();
        assert_eq!(printed, number, "{text} {code}");
        assert_eq!(serde_json::from_str::<JsonNumber>(&printed).unwrap().as_str(), number);
    }
    assert!(serde_json::from_str::<JsonNumber>("\"189\"").is_err());
}

#[test]
fn an_amount_is_read_exactly_or_not_at_all() {
    for (text, code) in [("10.00", "GBP"), ("100", "JPY"), ("1.234", "KWD"), ("-5.00", "GBP")] {
        let json = format!(r#"{{"amount":"{text}","currency":"{code}"}}"#);
        let amount: Amount = serde_json::from_str(&json).unwrap();
        assert_eq!(amount, Amount(money(text, code).unwrap()));
        assert_eq!(serde_json::to_string(&amount).unwrap(), json);
    }
    for bad in [
        r#"{"amount":10,"currency":"GBP"}"#,
        r#"{"amount":"10.505","currency":"GBP"}"#,
        r#"{"amount":"1e1","currency":"GBP"}"#,
        r#"{"amount":"10","currency":"gbp"}"#,
        r#"{"amount":"10"}"#,
        r#"{"amount":"10","currency":"GBP","x":1}"#,
        r#""10.00 GBP""#,
    ] {
        assert!(serde_json::from_str::<Amount>(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_request_takes_no_member_it_does_not_know() {
    let code: ArmCode = serde_json::from_str("{}").unwrap();
    assert_eq!(code.purpose, Purpose::Withdraw);
    assert!(serde_json::from_str::<ArmCode>(r#"{"pos":"x"}"#).is_err());
    assert!(serde_json::from_str::<NewFunding>(r#"{"amount":null}"#).is_err());
    assert!(serde_json::from_str::<AddKey>("{}").is_err(), "a key's profile has no default");
}

#[test]
fn an_envelope_reads_back_with_and_without_data() {
    let data = WithdrawData { transaction_id: "t".to_owned() };
    let envelope = Envelope::success("o".to_owned(), Some(data));
    let json = serde_json::to_string(&envelope).unwrap();
    assert_eq!(serde_json::from_str::<Envelope<WithdrawData>>(&json).unwrap(), envelope);
    let empty = Envelope::<Nothing>::success("o".to_owned(), None);
    let json = serde_json::to_string(&empty).unwrap();
    let read: Envelope<WithdrawData> = serde_json::from_str(&json).unwrap();
    assert_eq!((read.status.status, read.data), (Verdict::Success, None));
}

#[test]
fn an_operation_says_do_and_null_where_there_is_no_sum() {
    let operation = Operation {
        operation_id: "o".to_owned(),
        state: "open".to_owned(),
        amount: None,
        held: None,
        paid: None,
        returned: None,
        instruction: "withdraw".to_owned(),
        hand_out: Vec::new(),
        armed: Armed { purpose: Purpose::Withdraw, amount: None, max_amount: None },
        check_word: "walnut".to_owned(),
        fee: None,
        transaction_id: None,
    };
    assert_eq!(
        serde_json::to_string(&operation).unwrap(),
        concat!(
            r#"{"operation_id":"o","state":"open","amount":null,"held":null,"paid":null,"returned":null,"do":"withdraw","#,
            r#""armed":{"purpose":"withdraw"},"check_word":"walnut","fee":null,"transaction_id":null}"#
        )
    );
}

#[test]
fn a_problem_has_the_members_of_rfc_9457_and_ours() {
    let problem = Problem {
        problem_type: "/errors/outcome_unknown".into(),
        title: ProblemCode::OutcomeUnknown.sentence().into(),
        status: 504,
        detail: "d".into(),
        code: "outcome_unknown".into(),
        money_moved: None,
        retry: "r".into(),
        retry_after_s: None,
        request_id: "i".to_owned(),
    };
    let json = concat!(
        r#"{"type":"/errors/outcome_unknown","title":"The outcome is not known","status":504,"detail":"d","#,
        r#""code":"outcome_unknown","money_moved":null,"retry":"r","request_id":"i"}"#
    );
    assert_eq!(serde_json::to_string(&problem).unwrap(), json);
    assert_eq!(serde_json::from_str::<Problem>(json).unwrap(), problem);
}
