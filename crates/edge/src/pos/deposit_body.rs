//! The body of a deposit: empty, or a JSON object whose `metadata`, if there is one, is an object. It goes back to
//! the POS byte for byte but for white space, so that no number in it changes.

use specie_wire::pos::{DepositBody, ErrorCode, PosError};

use crate::compact::compact_json;

/// The metadata in compact JSON; empty when there is none.
pub(crate) fn metadata(body: &[u8]) -> Result<Vec<u8>, PosError> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Vec::new());
    }
    let starts_as_object = body.trim_ascii_start().starts_with(b"{"); // A sequence would be read as members too.
    let read = serde_json::from_slice::<DepositBody<'_>>(body).ok().filter(|_| starts_as_object);
    let Some(metadata) = read.ok_or(ErrorCode::InvalidBody)?.metadata else {
        return Ok(Vec::new());
    };
    if !metadata.get().starts_with('{') {
        return Err(ErrorCode::InvalidBody.with("The member metadata must be a JSON object."));
    }
    let compact = compact_json(metadata.get().as_bytes()).unwrap_or_default();
    Ok(if compact == b"{}" { Vec::new() } else { compact })
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
            assert_eq!(metadata(body.as_bytes()).unwrap(), expected.as_bytes(), "{body}");
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
            assert_eq!(metadata(body.as_bytes()).unwrap_err().code, ErrorCode::InvalidBody, "{body}");
        }
        assert_eq!(metadata(b"{\"metadata\":{\"a\":\"\xff\"}}").unwrap_err().code, ErrorCode::InvalidBody);
        let deep = format!("{{\"metadata\":{{\"a\":{}1{}}}}}", "[".repeat(7000), "]".repeat(7000));
        assert!(metadata(deep.as_bytes()).is_ok(), "depth alone is no fault and no crash");
    }
}
