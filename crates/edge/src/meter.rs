//! Counts requests and measures how long they took. Labels are route templates and statuses only: paths hold
//! one-time codes and ids. Time comes from the core's clock, in milliseconds.

use std::borrow::Cow;
use std::time::Duration;

use specie_domain::Time;

const REQUESTS: &str = "specie_http_requests_total";
const SECONDS: &str = "specie_http_request_duration_seconds";

/// The route of whatever matched none.
pub(crate) const ROUTE_UNKNOWN: &str = "unknown";

/// Tells the recorder what these metrics are; once, after it is installed.
pub fn describe_metrics() {
    metrics::describe_counter!(REQUESTS, "Requests answered, by route template and status.");
    metrics::describe_histogram!(
        SECONDS,
        metrics::Unit::Seconds,
        "From arrival to answer, by route template."
    );
}

/// One request of `route` was answered with `status` (none: the connection was closed without an answer).
pub(crate) fn count(route: Cow<'static, str>, status: Option<u16>, arrived: Time, answered: Time) {
    let status = status.map_or(Cow::Borrowed("none"), status_label);
    metrics::counter!(REQUESTS, "route" => route.clone(), "status" => status).increment(1);
    let took_ms = u64::try_from(answered.ms_since(arrived)).unwrap_or(0);
    metrics::histogram!(SECONDS, "route" => route).record(Duration::from_millis(took_ms));
}

fn status_label(status: u16) -> Cow<'static, str> {
    match status {
        200 => Cow::Borrowed("200"),
        201 => Cow::Borrowed("201"),
        400 => Cow::Borrowed("400"),
        401 => Cow::Borrowed("401"),
        other => Cow::Owned(other.to_string()),
    }
}
