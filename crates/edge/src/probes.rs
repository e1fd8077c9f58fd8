//! `/livez`, `/readyz` and `/metrics`: what whoever runs the server asks of it. What they answer is handed in.

use std::sync::Arc;

use http::Method;

use crate::answer::{Answer, answer};

const TEXT: &str = "text/plain; charset=utf-8";
/// The text format that Prometheus reads.
const METRICS_TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What the server tells of itself.
#[derive(Clone)]
pub struct Probes {
    /// Whether it can serve, with lines on what it serves; why not, if it cannot.
    pub ready: Arc<dyn Fn() -> Result<String, String> + Send + Sync>,
    /// Its metrics in Prometheus text format.
    pub metrics: Arc<dyn Fn() -> String + Send + Sync>,
}

impl Probes {
    /// The answer to a probe, and its route; nothing when the path is none of theirs.
    pub(crate) fn answer(&self, method: &Method, path: &str) -> Option<(&'static str, Answer)> {
        let is_read = *method == Method::GET || *method == Method::HEAD;
        match path {
            "/livez" if is_read => Some(("/livez", answer(200, TEXT, "ok\n"))),
            "/readyz" if is_read => Some(("/readyz", self.readiness())),
            "/metrics" if is_read => Some(("/metrics", answer(200, METRICS_TEXT, (self.metrics)()))),
            _ => None,
        }
    }

    fn readiness(&self) -> Answer {
        match (self.ready)() {
            Ok(lines) => answer(200, TEXT, format!("ok\n{lines}")),
            Err(why) => answer(503, TEXT, format!("{why}\n")),
        }
    }
}
