//! The handler behind the front door: which of the faces a path belongs to.

use std::borrow::Cow;
use std::sync::Arc;

use axum::Router;
use bytes::Bytes;
use http::Request;
use hyper::body::Body;
use specie_commands::Commands;

use crate::answer::Answer;
use crate::arrival::Arrival;
use crate::http::{CloseSilently, Limits, Peer};
use crate::live::Streams;
use crate::probes::Probes;
use crate::{api, meter, pages, pos, reference};

/// Everything this server answers. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Faces>);

struct Faces {
    commands: Commands,
    router: Router,
    probes: Probes,
    public_path_prefix: Arc<str>,
    streams: Arc<Streams>,
    body_timeout_ms: u64,
}

/// The handler over `commands`; bodies may take as long as `limits` allow. `public_path_prefix` is what stands
/// before the path where POS send their requests to (a reverse proxy takes it off), and so in what they sign. For
/// the accept loop:
/// `serve(listener, move |request, peer| app.clone().answer(request, peer), ..)`.
#[must_use]
pub fn app(commands: Commands, probes: Probes, limits: &Limits, public_path_prefix: &str) -> App {
    let router = api::router(commands.clone());
    let (public_path_prefix, body_timeout_ms) = (Arc::from(public_path_prefix), limits.body_timeout_ms);
    let streams = Streams::new(&commands);
    App(Arc::new(Faces { commands, router, probes, public_path_prefix, streams, body_timeout_ms }))
}

impl App {
    /// Counts what happens, for the page that shows the last hour; for as long as it is awaited.
    pub async fn count_live(self) {
        self.0.streams.minutes.count(&self.0.commands).await;
    }

    /// Ends every stream of events and opens no more: the program is about to end.
    pub fn end_streams(&self) {
        self.0.streams.stop();
    }

    /// Answers one request.
    ///
    /// # Errors
    /// [`CloseSilently`] when the outcome of a POS's call is not known.
    pub async fn answer<B>(self, request: Request<B>, peer: Peer) -> Result<Answer, CloseSilently>
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let Faces { commands, .. } = &*self.0;
        let arrived = commands.now();
        let (route, answer) = self.0.faced(request, peer).await;
        let status = answer.as_ref().ok().map(|answer| answer.status().as_u16());
        meter::count(route, status, arrived, commands.now());
        answer
    }
}

impl Faces {
    async fn faced<B>(
        &self,
        request: Request<B>,
        peer: Peer,
    ) -> (Cow<'static, str>, Result<Answer, CloseSilently>)
    where
        B: Body<Data = Bytes> + Unpin,
    {
        let is_of_pos = is_under(request.uri().path(), "/v1");
        if !is_of_pos
            && let Some((route, answer)) = self.probes.answer(request.method(), request.uri().path())
        {
            return (Cow::Borrowed(route), Ok(answer));
        }
        if !is_of_pos
            && let Some((route, answer)) =
                reference::answer_reader(request.method(), request.uri().path(), request.headers())
        {
            return (Cow::Borrowed(route), Ok(answer));
        }
        if !is_of_pos
            && let Some((route, answer)) =
                pages::answer_browser(request.method(), request.uri().path(), request.headers())
        {
            return (Cow::Borrowed(route), Ok(answer));
        }
        let at = self.commands.now();
        let public_path_prefix = Arc::clone(&self.public_path_prefix);
        let (streams, body_timeout_ms) = (Arc::clone(&self.streams), self.body_timeout_ms);
        let arrival = Arrival { request, peer, at, public_path_prefix, streams, body_timeout_ms };
        if is_of_pos {
            pos::answer(&self.commands, arrival).await
        } else {
            let (route, answer) = api::answer(&self.commands, &self.router, arrival).await;
            (route, Ok(answer))
        }
    }
}

/// Whether the raw path is `root` or below it.
fn is_under(path: &str, root: &str) -> bool {
    path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_under_its_root_only_at_a_slash() {
        for (path, expected) in
            [("/v1", true), ("/v1/", true), ("/v1/pos/echo", true), ("/v10", false), ("//v1", false)]
        {
            assert_eq!(is_under(path, "/v1"), expected, "{path}");
        }
    }
}
