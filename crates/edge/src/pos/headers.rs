//! The headers of the POS wire: names carry underscores and any case, values are trimmed, an empty one counts
//! as not sent. The guard in front has refused those that came twice.

use http::HeaderMap;
use specie_commands::{IdempotencyValue, Malformed, PhoneNumber};
use specie_domain::command::TransactionName;
use specie_wire::pos::{ErrorCode, PosError};

/// Stands for a value that is no text; nothing reads it as anything.
const UNREADABLE: &str = "\u{fffd}";

/// The headers of a request.
#[derive(Clone, Copy)]
pub(crate) struct Headers<'a>(&'a HeaderMap);

impl<'a> Headers<'a> {
    /// Those of `map`.
    pub(crate) const fn of(map: &'a HeaderMap) -> Self {
        Self(map)
    }

    /// The trimmed value of a header, if one with something in it was sent.
    pub(crate) fn sent(self, name: &str) -> Option<&'a str> {
        self.raw(name).filter(|text| !text.is_empty())
    }

    fn raw(self, name: &str) -> Option<&'a str> {
        let value = self.0.get(name)?;
        let text = std::str::from_utf8(value.as_bytes()).unwrap_or(UNREADABLE);
        Some(text.trim_matches([' ', '\t']))
    }

    /// The values of headers that a call needs; all that are missing are named.
    pub(crate) fn needed<const N: usize>(self, names: [&str; N]) -> Result<[&'a str; N], PosError> {
        let sent = names.map(|name| self.sent(name));
        if sent.iter().all(Option::is_some) {
            return Ok(sent.map(Option::unwrap_or_default));
        }
        let missing = names.into_iter().zip(sent).filter(|(_, sent)| sent.is_none());
        let missing: Vec<&str> = missing.map(|(name, _)| name).collect();
        let (noun, verb, them) =
            if missing.len() == 1 { ("header", "is", "it") } else { ("headers", "are", "them") };
        let missing = missing.join(", ");
        Err(ErrorCode::MissingFields
            .with(format!("The {noun} {missing} {verb} missing: this call needs {them}.")))
    }

    /// The idempotency value; an empty one is refused, because its sender believes to be protected.
    pub(crate) fn idempotency(self) -> Result<Option<IdempotencyValue>, PosError> {
        let value = self.raw("idempotency").map(str::parse).transpose();
        value.map_err(|_: Malformed| ErrorCode::InvalidIdempotencyKey.into())
    }

    /// The money action named.
    pub(crate) fn transaction(self) -> Option<TransactionName> {
        let text = self.sent("transaction_id")?;
        Some(text.parse().map_or(TransactionName::Foreign, TransactionName::Id))
    }
}

/// A phone number whose plus may have come as `%2B`.
pub(crate) fn phone(text: &str) -> Result<PhoneNumber, Malformed> {
    match text.strip_prefix("%2B").or_else(|| text.strip_prefix("%2b")) {
        Some(digits) => format!("+{digits}").parse(),
        None => text.parse(),
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderName, HeaderValue};

    use super::*;

    fn map(pairs: &[(&str, &[u8])]) -> HeaderMap {
        let pair = |(name, value): &(&str, &[u8])| {
            (name.parse::<HeaderName>().unwrap(), HeaderValue::from_bytes(value).unwrap())
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn a_header_is_found_in_any_case_and_trimmed() {
        let map = map(&[("Access_Key", b" 8C62 \t"), ("TOKEN_ID", b""), ("phone_number", b"\xff")]);
        let headers = Headers::of(&map);
        assert_eq!(headers.sent("access_key"), Some("8C62"));
        assert_eq!(headers.sent("token_id"), None);
        assert_eq!(headers.sent("operation_id"), None);
        assert_eq!(headers.sent("phone_number"), Some(UNREADABLE));
        let refusal = headers.needed(["token_id", "access_key", "operation_id"]).unwrap_err();
        assert_eq!(refusal.code, ErrorCode::MissingFields);
        assert!(refusal.message.contains("token_id, operation_id"), "{}", refusal.message);
    }

    #[test]
    fn a_plus_may_come_as_percent_2b_once() {
        for (text, number) in [
            ("+14155559992", Some("+14155559992")),
            ("%2B14155559992", Some("+14155559992")),
            ("%2b14155559992", Some("+14155559992")),
            ("%252B14155559992", None),
            ("%2B%2B14155559992", None),
            ("14155559992", None),
            ("+1415555999x", None),
        ] {
            assert_eq!(phone(text).ok().as_ref().map(PhoneNumber::reveal), number, "{text}");
        }
    }

    #[test]
    fn an_idempotency_value_is_visible_text_or_not_sent_at_all() {
        let longest = "x".repeat(255);
        let too_long = "x".repeat(256);
        for (value, accepted) in
            [("k-1", true), (longest.as_str(), true), (&too_long, false), ("", false), ("a b", false)]
        {
            let map = map(&[("idempotency", value.as_bytes())]);
            let read = Headers::of(&map).idempotency();
            assert_eq!(read.is_ok(), accepted, "{value:?}");
        }
        assert!(matches!(Headers::of(&HeaderMap::new()).idempotency(), Ok(None)));
    }

    #[test]
    fn a_transaction_is_named_by_our_id_or_by_a_foreign_text() {
        let ours = "018bcfe5-687b-7fff-bfff-fffffffffc05";
        for (value, is_ours) in [(ours, true), ("64e4a964-53b5-11e9-8495-02f0df928b", false), ("x", false)] {
            let map = map(&[("transaction_id", value.as_bytes())]);
            let named = Headers::of(&map).transaction();
            assert_eq!(matches!(named, Some(TransactionName::Id(_))), is_ours, "{value}");
            assert!(named.is_some(), "{value}");
        }
        assert!(Headers::of(&HeaderMap::new()).transaction().is_none());
    }
}
