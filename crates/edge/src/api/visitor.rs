//! Who comes without an operator's or a POS's key: a visitor, who brings what a call asks for in its body, and a
//! customer's device with its cookie. A device names no wallet: it has one.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Query, RawPathParams};
use http::request::Parts;
use http::{HeaderMap, Uri};
use serde::de::DeserializeOwned;
use specie_commands::{Asked, Commands, DeviceToken, Failure, IdempotencyValue, SignedInDevice};
use specie_domain::ids::WalletId;
use specie_domain::{Refusal, Time};
use specie_wire::api::ProblemCode;

use super::Brought;
use super::caller::{idempotency, read_json};
use super::cookies;
use super::problems::Refused;
use crate::live::Streams;

const SIGN_IN_AGAIN: &str = "This device is not signed in, or no longer: sign in with an invite.";

/// Whoever asks, with what was sent.
pub(crate) struct Visitor {
    /// The verbs.
    pub(crate) commands: Commands,
    /// The request's headers.
    pub(crate) headers: HeaderMap,
    idempotency: Option<IdempotencyValue>,
    texts: Vec<(String, String)>,
    uri: Uri,
    brought: Brought,
}

impl FromRequestParts<Commands> for Visitor {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, commands: &Commands) -> Result<Self, Refused> {
        let brought = parts.extensions.get::<Brought>().cloned().ok_or(ProblemCode::Internal)?;
        let idempotency = idempotency(&parts.headers)?;
        let texts = RawPathParams::from_request_parts(parts, &()).await.map_err(|_| {
            Refused::with(ProblemCode::InvalidRequest, "The path is not UTF-8 after percent-decoding.")
        })?;
        Ok(Self {
            commands: commands.clone(),
            headers: parts.headers.clone(),
            idempotency,
            texts: texts.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect(),
            uri: parts.uri.clone(),
            brought,
        })
    }
}

impl Visitor {
    /// The body as `T`, or the member that is wrong.
    pub(crate) fn body<T: DeserializeOwned>(&self) -> Result<T, Refused> {
        read_json(&self.brought.body)
    }

    /// The same where a request without a body says nothing.
    pub(crate) fn body_if_any<T: DeserializeOwned + Default>(&self) -> Result<T, Refused> {
        if self.brought.body.is_empty() { Ok(T::default()) } else { read_json(&self.brought.body) }
    }

    /// The query as `T`, or what is wrong with it.
    pub(crate) fn query<T: DeserializeOwned>(&self) -> Result<T, Refused> {
        let read = Query::<T>::try_from_uri(&self.uri).map(|Query(query)| query);
        read.map_err(|why| Refused::with(ProblemCode::InvalidQuery, why.body_text()))
    }

    /// A text of the path, decoded once.
    pub(crate) fn text(&self, name: &str) -> &str {
        let text = self.texts.iter().find_map(|(known, text)| (known == name).then_some(text.as_str()));
        text.unwrap_or_default()
    }

    /// From here on the request may be committed: when it came, and under which value.
    pub(crate) fn commits(&self) -> (Time, Option<&IdempotencyValue>) {
        self.brought.progress.commits();
        (self.brought.at, self.idempotency.as_ref())
    }

    /// All open streams.
    pub(crate) fn streams(&self) -> &Arc<Streams> {
        &self.brought.streams
    }
}

/// A customer's device.
pub(crate) struct DeviceCaller {
    visitor: Visitor,
    /// The device.
    pub(crate) signed_in: SignedInDevice,
}

impl Deref for DeviceCaller {
    type Target = Visitor;
    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}

impl FromRequestParts<Commands> for DeviceCaller {
    type Rejection = Refused;

    /// The cookie is judged before anything else is looked at.
    async fn from_request_parts(parts: &mut Parts, commands: &Commands) -> Result<Self, Refused> {
        let not_signed_in = || Refused::with(ProblemCode::Unauthenticated, SIGN_IN_AGAIN);
        let token = cookies::WALLET.value(&parts.headers).and_then(|value| value.parse::<DeviceToken>().ok());
        let token = token.ok_or_else(not_signed_in)?;
        let signed_in = commands.device(&token).await.map_err(|failure| match failure {
            Failure::Refused(Refusal::KeyNotKnown, _) => not_signed_in(),
            Failure::Refused(..) | Failure::NotApplied | Failure::OutcomeUnknown => failure.into(),
        })?;
        cookies::permit(&parts.method, &parts.headers, &signed_in.csrf)?;
        Ok(Self { visitor: Visitor::from_request_parts(parts, commands).await?, signed_in })
    }
}

impl DeviceCaller {
    /// What every verb is told of its caller. From here on the request may be committed.
    pub(crate) fn asked(&self) -> Asked<'_> {
        let (at, idempotency) = self.commits();
        Asked { actor: self.signed_in.actor(), at, idempotency }
    }

    /// The device's own wallet.
    pub(crate) fn wallet_id(&self) -> WalletId {
        self.signed_in.device.wallet_id
    }
}
