//! The POS wire (pos-api.md): from a request to a verb of the core, and from its outcome to the envelope. The
//! order of checks is: frame, key, the rest. Routing is by hand on the decoded path, because this is the hot
//! path. Knows no rule of sessions or money; never logs a path.

mod deposit_body;
mod headers;
mod perform;
mod read;
mod refusals;
mod reply;
mod route;

use std::borrow::Cow;

use bytes::Bytes;
use http::request::Parts;
use hyper::body::Body;
use specie_commands::{AccessKey, Commands};
use specie_domain::command::Proof;
use specie_domain::rows::{PosKey, Profile};
use specie_domain::{KeyedHash, Time};
use specie_wire::pos::ErrorCode;

use crate::answer::{Answer, Extras};
use crate::arrival::Arrival;
use crate::caught::{Progress, caught};
use crate::door::{Errand, NotAdmitted, admit};
use crate::http::{CloseSilently, PathRefusal, Peer, Segments, read_body};
use crate::live::Minutes;
use crate::request_id;
use crate::signed::{Claim, Unproved, prove};
use headers::Headers;
use reply::Declined;
use route::Route;

/// Bytes of a body on this wire.
pub const POS_BODY_BYTES_MAX: usize = 16 * 1024;

/// Answers a request under `/v1`, and says which route it was.
pub(crate) async fn answer<B>(
    commands: &Commands,
    arrival: Arrival<B>,
) -> (Cow<'static, str>, Result<Answer, CloseSilently>)
where
    B: Body<Data = Bytes> + Unpin,
{
    let id = request_id::fresh(commands).to_string();
    let Arrival { request, peer, at, public_path_prefix, body_timeout_ms, streams } = arrival;
    let (parts, body) = request.into_parts();
    let body = read_body(body, POS_BODY_BYTES_MAX, body_timeout_ms).await;
    let segments = Segments::parse(parts.uri.path());
    let texts = segments.as_ref().map(Segments::texts);
    let route = texts.as_ref().map(|texts| Route::of(&parts.method, texts)).map_err(|refusal| **refusal);
    let template = route.as_ref().map_or(crate::meter::ROUTE_UNKNOWN, |route| route.template());
    let answer = match body {
        Err(failure) => {
            let error = ErrorCode::InvalidBody.with(failure.to_string());
            let extras = Extras { closes: true, ..Extras::default() };
            reply::error(&id, Declined::Error(error, extras))
        }
        Ok(body) => {
            let progress = Progress::default();
            let call = Call {
                commands,
                public_path_prefix: &public_path_prefix,
                id: &id,
                parts: &parts,
                body: &body,
                peer,
                at,
                progress: &progress,
                minutes: &streams.minutes,
            };
            match caught(call.serve(route)).await {
                Ok(answer) => answer,
                Err(_) => after_panic(&id, template, &progress),
            }
        }
    };
    (Cow::Borrowed(template), answer)
}

/// A panic before any commit is a 500; later nobody may say that nothing happened.
fn after_panic(id: &str, template: &'static str, progress: &Progress) -> Result<Answer, CloseSilently> {
    tracing::error!(route = template, "a handler panicked");
    if progress.may_have_committed() {
        return Err(CloseSilently);
    }
    reply::error(id, ErrorCode::Internal.into())
}

/// A request with all that belongs to it.
pub(crate) struct Call<'a> {
    commands: &'a Commands,
    public_path_prefix: &'a str,
    /// The id of its answer.
    id: &'a str,
    parts: &'a Parts,
    body: &'a [u8],
    peer: Peer,
    at: Time,
    progress: &'a Progress,
    minutes: &'a Minutes,
}

impl Call<'_> {
    async fn serve(self, route: Result<Route<'_>, PathRefusal>) -> Result<Answer, CloseSilently> {
        let is_cash_out = matches!(route, Ok(Route::Login { .. } | Route::Withdraw { .. }));
        match self.judged(route).await {
            Ok(answer) => Ok(answer),
            Err(declined) => {
                if let (true, Declined::Error(error, _)) = (is_cash_out, &declined) {
                    self.minutes.refuse(self.at, error.code);
                }
                reply::error(self.id, declined)
            }
        }
    }

    /// The key first, then the path, then the rest.
    async fn judged(&self, route: Result<Route<'_>, PathRefusal>) -> Result<Answer, Declined> {
        let headers = Headers::of(&self.parts.headers);
        let key = match headers.sent("access_key") {
            Some(text) => Some(self.admitted(text, errand(&route)).await?),
            None => None,
        };
        let route = route.map_err(unreadable)?;
        match (route, key) {
            (Route::Unknown, _) => Err(ErrorCode::UnauthorizedApiCall.into()),
            (_, None) => Err(ErrorCode::MissingAuthenticationHeaders.into()),
            (route, Some(key)) => perform::perform(self, route, key).await,
        }
    }

    async fn admitted(&self, text: &str, errand: Errand) -> Result<Admitted, Declined> {
        let access_key: AccessKey = text.parse().map_err(|_| not_admitted(NotAdmitted::UnknownKey))?;
        let key = admit(self.commands, &access_key, self.peer.ip, errand).await.map_err(not_admitted)?;
        let proof = match key.profile {
            Profile::Plain => None,
            Profile::Signed => Some(self.proved(&key, &access_key)?),
        };
        Ok(Admitted { hash: key.hash, proof })
    }

    fn proved(&self, key: &PosKey, access_key: &AccessKey) -> Result<Proof, Declined> {
        let headers = Headers::of(&self.parts.headers);
        let claim = Claim {
            method: &self.parts.method,
            public_path_prefix: self.public_path_prefix,
            target: self.parts.uri.path_and_query().map_or("", |target| target.as_str()),
            body: self.body,
            access_key,
        };
        prove(self.commands, key, &claim, |name| headers.sent(name)).map_err(not_proved)
    }
}

/// What a call comes for: a reversal and a logout are facts.
const fn errand(route: &Result<Route<'_>, PathRefusal>) -> Errand {
    match route {
        Ok(Route::Reversal { .. } | Route::Logout) => Errand::Fact,
        Ok(
            Route::Echo
            | Route::Login { .. }
            | Route::Withdraw { .. }
            | Route::Deposit { .. }
            | Route::Unknown,
        )
        | Err(_) => Errand::Request,
    }
}

/// A key that was let in, and what a signed request proved with.
struct Admitted {
    hash: KeyedHash,
    proof: Option<Proof>,
}

fn not_proved(why: Unproved) -> Declined {
    let code = match why {
        Unproved::Missing(_) => ErrorCode::MissingAuthenticationHeaders,
        Unproved::Signature | Unproved::Timestamp | Unproved::SaltLength(_) | Unproved::Secret => {
            ErrorCode::UnauthenticatedApiCall
        }
    };
    code.with(why.sentence()).into()
}

fn not_admitted(why: NotAdmitted) -> Declined {
    let sentence = why.sentence();
    match why {
        NotAdmitted::Failed(failure) => failure.into(),
        NotAdmitted::UnknownKey | NotAdmitted::OtherNetwork => {
            ErrorCode::UnauthenticatedApiCall.with(sentence).into()
        }
    }
}

/// A path with more segments than any route is an unknown path; one that reads in two ways is broken.
fn unreadable(refusal: PathRefusal) -> Declined {
    match refusal {
        PathRefusal::TooManySegments => ErrorCode::UnauthorizedApiCall.into(),
        PathRefusal::NotAbsolute
        | PathRefusal::PercentSequence
        | PathRefusal::NotUtf8
        | PathRefusal::ControlCharacter => {
            let extras = Extras { closes: true, ..Extras::default() };
            Declined::Error(ErrorCode::InvalidRequest.with(refusal.to_string()), extras)
        }
    }
}
