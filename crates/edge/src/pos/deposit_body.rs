//! The body of a deposit: empty, or a JSON object whose `metadata`, if there is one, is an object. It goes back to
//! the POS byte for byte but for white space, so that no number in it changes. Its `depositor` says who brought the cash,
//! where that was not the customer.

use specie_commands::{Depositor, PERSON_NAME_BYTES_MAX, PersonName};
use specie_wire::pos::{DepositBody, DepositedBy, ErrorCode, PosError};

use super::headers::phone;
use crate::compact::compact_json;

/// The metadata in compact JSON, empty when there is none; and who brought the cash.
pub(crate) fn deposit_body(body: &[u8]) -> Result<(Vec<u8>, Option<Depositor>), PosError> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok((Vec::new(), None));
    }
    let starts_as_object = body.trim_ascii_start().starts_with(b"{"); // A sequence would be read as members too.
    let read = serde_json::from_slice::<DepositBody<'_>>(body).ok().filter(|_| starts_as_object);
    let DepositBody { metadata, depositor } = read.ok_or(ErrorCode::InvalidBody)?;
    let metadata = metadata.map_or(Ok(Vec::new()), |raw| read_metadata(raw.get()))?;
    let depositor = depositor.map(|raw| read_depositor(raw.get())).transpose()?;
    Ok((metadata, depositor))
}

fn read_metadata(text: &str) -> Result<Vec<u8>, PosError> {
    if !text.starts_with('{') {
        return Err(ErrorCode::InvalidBody.with("The member metadata must be a JSON object."));
    }
    let compact = compact_json(text.as_bytes()).unwrap_or_default();
    Ok(if compact == b"{}" { Vec::new() } else { compact })
}

fn read_depositor(text: &str) -> Result<Depositor, PosError> {
    const SHAPE: &str =
        "The member depositor must be a JSON object with a name, a phone_number or both, and nothing else.";
    let read = serde_json::from_str::<DepositedBy>(text).ok().filter(|_| text.starts_with('{'));
    let DepositedBy { name, phone_number } = read.ok_or_else(|| ErrorCode::InvalidBody.with(SHAPE))?;
    if name.is_none() && phone_number.is_none() {
        return Err(ErrorCode::InvalidBody.with(SHAPE));
    }
    let name = name.map(|name| name.parse::<PersonName>()).transpose().map_err(|_| {
        ErrorCode::InvalidBody.with(format!(
            "The depositor's name must have 1 to {PERSON_NAME_BYTES_MAX} bytes and no control characters."
        ))
    })?;
    let phone = phone_number.as_deref().map(phone).transpose().map_err(|_| {
        ErrorCode::InvalidBody
            .with("The depositor's phone_number must be an E.164 number: a plus, then 7 to 15 digits.")
    })?;
    Ok(Depositor { name, phone })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_comes_back_as_it_was_sent_but_for_white_space() {
        for (body, expected) in [
            ("", ""),
            (" \r\n", ""),
            ("{}", ""),
            (r#"{"metadata":{}}"#, ""),
            (r#"{"metadata": { } }"#, ""),
            (r#"{"metadata":null}"#, ""),
            (r#"{"other":1}"#, ""),
            (r#"{"metadata":{"a":1.10,"b":"x y"}}"#, r#"{"a":1.10,"b":"x y"}"#),
            (
                "{ \"metadata\" : {\n \"z\" : [ 1 , 2 ],\t\"a\": 123456789012345678901234567890 } }",
                r#"{"z":[1,2],"a":123456789012345678901234567890}"#,
            ),
            (r#"{"metadata":{"q":"\" \\"  , "r" : "\\" }}"#, r#"{"q":"\" \\","r":"\\"}"#),
        ] {
            let (metadata, depositor) = deposit_body(body.as_bytes()).unwrap();
            assert_eq!(metadata, expected.as_bytes(), "{body}");
            assert!(depositor.is_none(), "{body}");
        }
    }

    #[test]
    fn a_body_that_is_no_object_is_refused() {
        for body in [
            "x",
            "{",
            "[]",
            "[{}]",
            "1",
            "null",
            "\"metadata\"",
            r#"{"metadata":[]}"#,
            r#"{"metadata":1}"#,
            r#"{"metadata":{}} x"#,
            r#"{"metadata":{"a":}}"#,
            "{\"metadata\":{}",
            r#"{"metadata":{},"metadata":{}}"#,
        ] {
            assert_eq!(deposit_body(body.as_bytes()).unwrap_err().code, ErrorCode::InvalidBody, "{body}");
        }
        assert_eq!(
            deposit_body(b"{\"metadata\":{\"a\":\"\xff\"}}").unwrap_err().code,
            ErrorCode::InvalidBody
        );
        let deep = format!("{{\"metadata\":{{\"a\":{}1{}}}}}", "[".repeat(7000), "]".repeat(7000));
        assert!(deposit_body(deep.as_bytes()).is_ok(), "depth alone is no fault and no crash");
    }

    #[test]
    fn a_depositor_has_a_name_or_a_phone_number_within_their_bounds() {
        let longest = "n".repeat(PERSON_NAME_BYTES_MAX);
        for (depositor, said) in [
            (r#"{"name":"Amina Yusuf"}"#.to_owned(), Ok((Some("Amina Yusuf"), None))),
            (r#"{"phone_number":"+254700000001"}"#.to_owned(), Ok((None, Some("+254700000001")))),
            (
                r#"{"name":" Amina ","phone_number":"+254700000001"}"#.to_owned(),
                Ok((Some("Amina"), Some("+254700000001"))),
            ),
            (format!(r#"{{"name":"{longest}"}}"#), Ok((Some(longest.as_str()), None))),
            (format!(r#"{{"name":"{longest}n"}}"#), Err("1 to 128 bytes")),
            (r#"{"name":""}"#.to_owned(), Err("1 to 128 bytes")),
            (r#"{"name":"a\nb"}"#.to_owned(), Err("no control characters")),
            (r#"{"phone_number":"0700"}"#.to_owned(), Err("phone_number must be an E.164 number")),
            (r#"{"name":"A","iban":"x"}"#.to_owned(), Err("and nothing else")),
            (r#"{"name":1}"#.to_owned(), Err("JSON object with a name")),
            ("{}".to_owned(), Err("JSON object with a name")),
            ("\"Amina\"".to_owned(), Err("JSON object with a name")),
            ("[\"Amina\", null]".to_owned(), Err("JSON object with a name")),
        ] {
            let body = format!(r#"{{"depositor":{depositor}}}"#);
            match (deposit_body(body.as_bytes()), said) {
                (Ok((metadata, Some(read))), Ok((name, phone))) => {
                    assert!(metadata.is_empty());
                    let names = read.name.as_ref().map(PersonName::reveal);
                    assert_eq!((names, read.phone.as_ref().map(|phone| phone.reveal())), (name, phone));
                }
                (Err(error), Err(part)) => {
                    assert_eq!(error.code, ErrorCode::InvalidBody);
                    assert!(error.message.contains(part), "{body}: {}", error.message);
                }
                (read, _) => panic!("{body}: {read:?}"),
            }
        }
        assert!(deposit_body(br#"{"depositor":null}"#).unwrap().1.is_none());
    }
}
