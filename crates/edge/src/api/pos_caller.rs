//! A POS that asks or tells over our own API: its access key, judged before anything else, the session's token, and
//! what a signed request proves with. A read spends the proof by itself; a change spends it in its own commit.

use axum::extract::{FromRequestParts, OriginalUri};
use http::request::Parts;
use specie_commands::{
    AccessKey, CallKind, Commands, Failure, IdempotencyValue, Malformed, PhoneNumber, PosRequest,
    SessionRequest, SessionToken,
};
use specie_domain::command::Proof;
use specie_domain::rows::Profile;
use specie_domain::{KeyedHash, Refusal};
use specie_wire::api::ProblemCode;

use super::Brought;
use super::caller::idempotency;
use super::problems::Refused;
use crate::door::{Errand, NotAdmitted, admit};
use crate::signed::{Claim, prove};

/// A POS with its key and its session's token.
pub(crate) struct PosCaller {
    /// The verbs.
    pub(crate) commands: Commands,
    /// Its key.
    pub(crate) access_key: AccessKey,
    /// The session's token, if one was sent.
    pub(crate) token: Option<SessionToken>,
    brought: Brought,
    key: KeyedHash,
    proof: Option<Proof>,
    phone: Option<Result<PhoneNumber, Malformed>>,
    idempotency: Result<Option<IdempotencyValue>, Refused>,
}

impl FromRequestParts<Commands> for PosCaller {
    type Rejection = Refused;

    /// The key is judged before anything else is looked at. Reads judge once more whether it lives.
    async fn from_request_parts(parts: &mut Parts, commands: &Commands) -> Result<Self, Refused> {
        let brought = parts.extensions.get::<Brought>().cloned().ok_or(ProblemCode::Internal)?;
        let text = sent(parts, "access_key").ok_or_else(|| {
            Refused::with(ProblemCode::Unauthenticated, "The header access_key is missing.")
        })?;
        let access_key: AccessKey = text.parse().map_err(|_| not_admitted(NotAdmitted::UnknownKey))?;
        let key = admit(commands, &access_key, brought.peer.ip, Errand::Fact).await.map_err(not_admitted)?;
        let proof = match key.profile {
            Profile::Plain => None,
            Profile::Signed => {
                let target = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
                let claim = Claim {
                    method: &parts.method,
                    public_path_prefix: &brought.public_path_prefix,
                    target: target.path_and_query().map_or("", |target| target.as_str()),
                    body: &brought.body,
                    access_key: &access_key,
                };
                let proof = prove(commands, &key, &claim, |name| sent(parts, name));
                Some(proof.map_err(|why| Refused::with(ProblemCode::Unauthenticated, why.sentence()))?)
            }
        };
        Ok(Self {
            commands: commands.clone(),
            access_key,
            token: sent(parts, "token_id").and_then(|text| text.parse().ok()),
            key: key.hash,
            proof,
            phone: sent(parts, "phone_number").map(str::parse),
            idempotency: idempotency(&parts.headers),
            brought,
        })
    }
}

impl PosCaller {
    /// Spends the proof of a request that changes nothing.
    pub(crate) async fn knock(&self) -> Result<(), Refused> {
        match self.proof {
            Some(proof) => Ok(self.commands.knock(self.brought.at, self.key, proof).await?),
            None => Ok(()),
        }
    }

    /// The body as it came.
    pub(crate) fn body(&self) -> &[u8] {
        &self.brought.body
    }

    /// The session that a fact on an operation belongs to. What cannot name one is no session.
    pub(crate) fn session(&self, operation_id: &str) -> Result<SessionRequest, Refused> {
        let not_found = || Failure::from(Refusal::SessionNotFound);
        let idempotency = self.idempotency.clone()?;
        Ok(SessionRequest {
            at: self.brought.at,
            key: self.key,
            token: self.token.clone().ok_or_else(not_found)?,
            operation_id: operation_id.parse().map_err(|_| not_found())?,
            phone: self.phone.clone().transpose().map_err(|_| not_found())?,
            idempotency,
            proof: self.proof,
        })
    }

    /// A request of the POS that belongs to no session.
    pub(crate) fn request(&self) -> Result<PosRequest, Refused> {
        let (at, key, proof) = (self.brought.at, self.key, self.proof);
        Ok(PosRequest { at, key, idempotency: self.idempotency.clone()?, proof })
    }

    /// What was read; or, where it could not be, what is wrong with the session before what is wrong with the text.
    pub(crate) async fn readable<T>(
        &self,
        session: &SessionRequest,
        read: Result<T, Refused>,
    ) -> Result<T, Refused> {
        if read.is_err() {
            self.commands.permit_call(session, CallKind::LateFact).await?;
        }
        read
    }

    /// From here on the request may be committed.
    pub(crate) fn commits(&self) {
        self.brought.progress.commits();
    }
}

/// The trimmed value of a header, if one with something in it was sent.
fn sent<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    let value = parts.headers.get(name)?.to_str().ok().map(str::trim);
    value.filter(|text| !text.is_empty())
}

fn not_admitted(why: NotAdmitted) -> Refused {
    let sentence = why.sentence();
    match why {
        NotAdmitted::Failed(failure) => failure.into(),
        NotAdmitted::UnknownKey | NotAdmitted::OtherNetwork => {
            Refused::with(ProblemCode::Unauthenticated, sentence)
        }
    }
}
