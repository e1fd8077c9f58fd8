//! Our own API under `/api/v1`: bearer keys, problem documents (RFC 9457), exact amounts. axum finds the route;
//! what a handler says travels as a [`Reply`] or a [`Refused`] and becomes bytes here, in one place. Knows no rule
//! of the ledger.

mod account_names;
mod accounts;
mod audit;
mod caller;
mod cases;
mod cookies;
mod customer;
mod export;
mod fees;
mod float;
mod limits;
mod lists;
mod looking;
mod operations;
mod outcome;
mod page;
mod people;
mod places;
mod pos_caller;
mod pos_page;
mod prints;
mod problems;
mod proposals;
mod reconciled;
mod reconciliation;
mod reply;
mod reports;
mod routes;
mod settlement;
mod staff;
mod tills;
mod timeline;
mod visitor;
mod wallets;

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body as RoutedBody;
use axum::extract::MatchedPath;
use axum::middleware::{Next, from_fn};
use axum::response::Response as Routed;
use bytes::Bytes;
use http::Request;
use http::header::{ALLOW, WWW_AUTHENTICATE};
use hyper::body::Body;
use specie_commands::Commands;
use specie_domain::Time;
use specie_wire::api::ProblemCode;
use tower::ServiceExt;

use crate::answer::{Answer, put_request_id};
use crate::arrival::Arrival;
use crate::caught::{Progress, caught};
use crate::http::{Peer, read_body};
use crate::live::Streams;
use crate::meter::ROUTE_UNKNOWN;
use crate::request_id;
use problems::Refused;
use reply::{Reply, Streamed};

pub(crate) use audit::shown_target;
pub(crate) use cases::shown_kind as shown_case_kind;
pub(crate) use customer::shown_customer_account;
pub(crate) use looking::shown_found_operation;

/// Bytes of a body of our own API.
pub const API_BODY_BYTES_MAX: usize = 64 * 1024;

/// What belongs to a request beside its head.
#[derive(Clone)]
pub(crate) struct Brought {
    body: Bytes,
    peer: Peer,
    at: Time,
    public_path_prefix: Arc<str>,
    progress: Arc<Progress>,
    streams: Arc<Streams>,
}

/// Every route of our own API over one set of verbs.
pub(crate) fn router(commands: Commands) -> Router {
    let all = routes::all().merge(export::routes(&commands));
    Router::new()
        .nest("/api/v1", all.route_layer(from_fn(name_route)))
        .method_not_allowed_fallback(async || Refused::from(ProblemCode::MethodNotAllowed))
        .fallback(async || Refused::from(ProblemCode::RouteNotFound))
        .with_state(commands)
}

/// The template of the route that was found, for metrics.
#[derive(Clone)]
struct RouteName(MatchedPath);

async fn name_route(matched: MatchedPath, request: axum::extract::Request, next: Next) -> Routed {
    let mut response = next.run(request).await;
    response.extensions_mut().insert(RouteName(matched));
    response
}

/// Answers a request under `/api`, and says which route it was.
pub(crate) async fn answer<B>(
    commands: &Commands,
    router: &Router,
    arrival: Arrival<B>,
) -> (Cow<'static, str>, Answer)
where
    B: Body<Data = Bytes> + Unpin,
{
    let id = request_id::fresh(commands).to_string();
    let Arrival { request, peer, at, public_path_prefix, streams, body_timeout_ms } = arrival;
    let (mut parts, body) = request.into_parts();
    let body = match read_body(body, API_BODY_BYTES_MAX, body_timeout_ms).await {
        Ok(body) => body,
        Err(failure) => {
            let refused = Refused::with(ProblemCode::InvalidBody, failure.to_string()).closing();
            return (Cow::Borrowed(ROUTE_UNKNOWN), refused.into_answer(&id));
        }
    };
    let progress = Arc::new(Progress::default());
    let brought = Brought { body, peer, at, public_path_prefix, progress: Arc::clone(&progress), streams };
    parts.extensions.insert(brought);
    let routed = router.clone().oneshot(Request::from_parts(parts, RoutedBody::empty()));
    match caught(routed).await {
        Ok(routed) => shown(routed, &id),
        Err(_) => {
            tracing::error!(route = "/api", "a handler panicked");
            (Cow::Borrowed(ROUTE_UNKNOWN), after_panic(&progress).into_answer(&id))
        }
    }
}

/// A panic before any commit is a 500; later nobody may say that nothing happened.
fn after_panic(progress: &Progress) -> Refused {
    let code =
        if progress.may_have_committed() { ProblemCode::OutcomeUnknown } else { ProblemCode::Internal };
    code.into()
}

/// The bytes of what a handler said.
fn shown(routed: Result<Routed, Infallible>, id: &str) -> (Cow<'static, str>, Answer) {
    let mut routed = routed.unwrap_or_else(|never| match never {});
    let route = routed.extensions_mut().remove::<RouteName>();
    let route = route.map_or(Cow::Borrowed(ROUTE_UNKNOWN), |RouteName(path)| path.as_str().to_owned().into());
    let streamed = routed.extensions_mut().remove::<Streamed>();
    let mut answer = match (routed.extensions_mut().remove::<Reply>(), streamed) {
        (Some(reply), _) => reply.into_answer(),
        (None, Some(streamed)) => streamed.into_answer(),
        (None, None) => {
            let refused = routed.extensions_mut().remove::<Refused>();
            refused.unwrap_or_else(|| ProblemCode::RouteNotFound.into()).into_answer(id)
        }
    };
    for name in [ALLOW, WWW_AUTHENTICATE] {
        if let Some(value) = routed.headers_mut().remove(&name) {
            answer.headers_mut().insert(name, value);
        }
    }
    put_request_id(&mut answer, id);
    (route, answer)
}
