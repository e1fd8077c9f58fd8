//! Who asks over our own API, and what they sent: bearer key, idempotency value, texts of the path, query, body.
//! A request that cannot be read is refused only after its key was found to be known: an unknown key learns
//! nothing but that.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequestParts, Query, RawPathParams};
use http::header::AUTHORIZATION;
use http::request::Parts;
use http::{HeaderMap, Request, Uri};
use serde::de::DeserializeOwned;
use specie_commands::{Asked, BearerKey, Commands, IdempotencyValue, SignedInStaff};
use specie_domain::command::Actor;
use specie_wire::api::ProblemCode;

use super::people::person_of;
use super::problems::Refused;
use super::{Brought, cookies};
use crate::live::Streams;

/// Who asks, and what they sent.
pub(crate) struct Caller {
    /// The verbs.
    pub(crate) commands: Commands,
    /// Who.
    pub(crate) actor: Actor,
    /// The person, if one who signed in asks.
    pub(super) staff: Option<SignedInStaff>,
    headers: HeaderMap,
    idempotency: Option<IdempotencyValue>,
    texts: Vec<(String, String)>,
    uri: Uri,
    brought: Brought,
}

impl FromRequestParts<Commands> for Caller {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, commands: &Commands) -> Result<Self, Refused> {
        let (actor, staff) = who(parts, commands).await?;
        let brought = parts.extensions.get::<Brought>().cloned().ok_or(ProblemCode::Internal)?;
        let texts = path_texts(parts).await;
        let caller = Self {
            commands: commands.clone(),
            actor,
            staff,
            headers: parts.headers.clone(),
            idempotency: None,
            texts: Vec::new(),
            uri: parts.uri.clone(),
            brought,
        };
        let texts = caller.judged(texts).await?;
        let idempotency = caller.judged(idempotency(&parts.headers)).await?;
        Ok(Self { idempotency, texts, ..caller })
    }
}

impl Caller {
    /// What every verb is told of its caller. From here on the request may be committed.
    pub(crate) fn asked(&self) -> Asked<'_> {
        self.brought.progress.commits();
        Asked { actor: self.actor, at: self.brought.at, idempotency: self.idempotency.as_ref() }
    }

    /// Whether the answer can be asked for again, were it lost.
    pub(super) const fn can_ask_again(&self) -> bool {
        self.idempotency.is_some()
    }

    /// The request's headers.
    pub(crate) const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Path and query, below the root of our own API.
    pub(super) const fn uri(&self) -> &Uri {
        &self.uri
    }

    /// The same caller's read of another path.
    pub(super) fn reading(&self, target: &str) -> Result<Request<Body>, Refused> {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = target.parse().map_err(|_| ProblemCode::InvalidRequest)?;
        request.headers_mut().clone_from(&self.headers);
        request.extensions_mut().insert(self.brought.clone());
        Ok(request)
    }

    /// All open streams of events.
    pub(crate) fn streams(&self) -> &Arc<Streams> {
        &self.brought.streams
    }

    /// A text of the path, decoded once; empty when the route has none of that name.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.texts
            .iter()
            .find_map(|(known, text)| (known == name).then_some(text.as_str()))
            .unwrap_or_default()
    }

    /// The body as `T`, or the member that is wrong.
    pub(crate) async fn body<T: DeserializeOwned>(&self) -> Result<T, Refused> {
        self.judged(read_json(&self.brought.body)).await
    }

    /// The query as `T`, or what is wrong with it.
    pub(crate) async fn query<T: DeserializeOwned>(&self) -> Result<T, Refused> {
        let read = Query::<T>::try_from_uri(&self.uri).map(|Query(query)| query);
        self.judged(read.map_err(|why| Refused::with(ProblemCode::InvalidQuery, why.body_text()))).await
    }

    /// What was read; before saying that something could not be, asks whether the key is known at all.
    pub(crate) async fn judged<T>(&self, read: Result<T, Refused>) -> Result<T, Refused> {
        if read.is_err() {
            self.commands.bearer(self.actor).await?;
        }
        read
    }
}

/// The bearer of a key; or, where none was sent, the person behind the cookie.
async fn who(parts: &Parts, commands: &Commands) -> Result<(Actor, Option<SignedInStaff>), Refused> {
    if parts.headers.contains_key(AUTHORIZATION) {
        let key = bearer_key(&parts.headers).ok_or(ProblemCode::Unauthenticated)?;
        return Ok((commands.operator(&key), None));
    }
    let staff = person_of(commands, &parts.headers).await?;
    cookies::permit(&parts.method, &parts.headers, &staff.csrf)?;
    Ok((staff.actor(), Some(staff)))
}

fn bearer_key(headers: &HeaderMap) -> Option<BearerKey> {
    let text = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, key) = text.trim().split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim_start().parse().ok()).flatten()
}

/// The value of `Idempotency-Key` or `idempotency`; one of them.
pub(super) fn idempotency(headers: &HeaderMap) -> Result<Option<IdempotencyValue>, Refused> {
    let value = match (headers.get("idempotency-key"), headers.get("idempotency")) {
        (Some(one), Some(other)) if one != other => {
            let detail = "Idempotency-Key and idempotency were sent with two values: send one of them.";
            return Err(Refused::with(ProblemCode::InvalidIdempotencyKey, detail));
        }
        (Some(value), _) | (None, Some(value)) => value,
        (None, None) => return Ok(None),
    };
    let text = value.to_str().unwrap_or_default().trim();
    text.parse().map(Some).map_err(|_| {
        let detail = "The value must have 1 to 255 visible ASCII characters without spaces.";
        Refused::with(ProblemCode::InvalidIdempotencyKey, detail)
    })
}

async fn path_texts(parts: &mut Parts) -> Result<Vec<(String, String)>, Refused> {
    use axum::extract::FromRequestParts as _;
    let texts = RawPathParams::from_request_parts(parts, &()).await.map_err(|_| {
        Refused::with(ProblemCode::InvalidRequest, "The path is not UTF-8 after percent-decoding.")
    })?;
    Ok(texts.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect())
}

/// Reads JSON to its end, and names the member that is wrong.
pub(super) fn read_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refused> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let read: Result<T, _> = serde_path_to_error::deserialize(&mut reader);
    let value = read.map_err(|why| {
        let member = why.path().to_string();
        let place = if member == "." { String::new() } else { format!("{member}: ") };
        Refused::with(ProblemCode::InvalidBody, format!("{place}{}", why.into_inner()))
    })?;
    reader.end().map_err(|why| Refused::with(ProblemCode::InvalidBody, why.to_string()))?;
    Ok(value)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use specie_wire::api::{ArmCode, NewFunding, OpenWallet, RegisterPos};

    use super::*;

    #[test]
    fn a_bearer_key_is_read_from_its_header_and_nothing_else() {
        for (value, key) in [
            ("Bearer sok_0123456789", Some("sok_0123456789")),
            ("bearer  sok_0123456789", Some("sok_0123456789")),
            ("Basic sok_0123456789", None),
            ("Bearer", None),
            ("Bearer ", None),
            ("Bearer short", None),
            ("Bearer two words0000", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(AUTHORIZATION, HeaderValue::from_static(value));
            assert_eq!(bearer_key(&headers).as_ref().map(BearerKey::reveal), key, "{value}");
        }
        assert!(bearer_key(&HeaderMap::new()).is_none());
    }

    #[test]
    fn two_idempotency_headers_must_agree() {
        let mut headers = HeaderMap::new();
        assert!(matches!(idempotency(&headers), Ok(None)));
        headers.insert("idempotency-key", HeaderValue::from_static("a"));
        assert!(matches!(idempotency(&headers), Ok(Some(_))));
        headers.insert("idempotency", HeaderValue::from_static("a"));
        assert!(matches!(idempotency(&headers), Ok(Some(_))));
        headers.insert("idempotency", HeaderValue::from_static("b"));
        assert_eq!(idempotency(&headers).unwrap_err().code, ProblemCode::InvalidIdempotencyKey);
        headers.remove("idempotency-key");
        headers.insert("idempotency", HeaderValue::from_static(""));
        assert_eq!(idempotency(&headers).unwrap_err().code, ProblemCode::InvalidIdempotencyKey);
    }

    fn wrong<T: DeserializeOwned>(body: &str) -> String {
        match read_json::<T>(body.as_bytes()) {
            Ok(_) => "accepted".to_owned(),
            Err(refused) => refused.detail.into_owned(),
        }
    }

    #[test]
    fn a_body_that_cannot_be_read_names_the_member_that_is_wrong() {
        for (detail, member) in [
            (wrong::<NewFunding>(r#"{"amount":{"amount":10,"currency":"GBP"}}"#), "amount.amount"),
            (wrong::<NewFunding>(r#"{"amount":{"amount":"10.505","currency":"GBP"}}"#), "amount"),
            (wrong::<NewFunding>(r#"{"amount":{"amount":"10","currency":"gbp"}}"#), "amount.currency"),
            (wrong::<NewFunding>(r#"{"amount":"10"}"#), "amount"),
            (wrong::<NewFunding>(r#"{"amount":{"amount":"10","currency":"GBP","x":1}}"#), "`x`"),
            (wrong::<NewFunding>("{}"), "`amount`"),
            (wrong::<OpenWallet>(r#"{"phone_number":"+1","currencies":["GBP"],"name":"x"}"#), "`name`"),
            (wrong::<OpenWallet>(r#"{"phone_number":"+1","currencies":["GBP","ZZZ"]}"#), "currencies[1]"),
            (wrong::<ArmCode>(r#"{"purpose":"steal"}"#), "purpose"),
            (wrong::<RegisterPos>(r#"{"owner_id":"x","name":"y"}"#), "`currencies`"),
            (wrong::<ArmCode>("{} {}"), "trailing"),
            (wrong::<ArmCode>("{"), "EOF"),
            (wrong::<ArmCode>(""), "EOF"),
        ] {
            assert!(detail.contains(member), "{detail:?} does not name {member}");
        }
    }
}
