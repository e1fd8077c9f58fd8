//! JSON without the white space between its tokens: what a client signed that serialises before it signs. Numbers,
//! names and their order stay as they were written.

use serde_json::value::RawValue;

/// `json` without white space outside of strings; nothing for a text that is no JSON.
pub(crate) fn compact_json(json: &[u8]) -> Option<Vec<u8>> {
    let _is_json: &RawValue = serde_json::from_slice(json).ok()?;
    let mut compact = Vec::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for byte in json {
        let is_space = matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        if in_string || !is_space {
            compact.push(*byte);
        }
        in_string ^= *byte == b'"' && !escaped;
        escaped = in_string && *byte == b'\\' && !escaped;
    }
    Some(compact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_space_between_tokens_goes() {
        for (json, compact) in [
            (r#"{ "a" : 1.10, "b" : [ 1 , 2 ] }"#, Some(r#"{"a":1.10,"b":[1,2]}"#)),
            (r#"{"a b":" \" x \\"  , "c":"d e"}"#, Some(r#"{"a b":" \" x \\","c":"d e"}"#)),
            ("{ }", Some("{}")),
            (" { \n} ", Some("{}")),
            ("{", None),
            ("", None),
        ] {
            let made = compact_json(json.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap());
            assert_eq!(made.as_deref(), compact, "{json}");
        }
    }
}
