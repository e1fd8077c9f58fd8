//! `/audit`: who of the operator did what, page by page.

use specie_commands::DeedFilter;
use specie_domain::rows::{Deed, DeedTarget};
use specie_wire::api::{self, ProblemCode};

use super::caller::Caller;
use super::page::lines_max;
use super::problems::Refused;
use super::reply::Reply;
use super::staff::shown_role;
use crate::when::rfc3339;

/// Bytes of a name or a kind that is asked for, at most.
const FILTER_BYTES_MAX: usize = 128;

/// `GET /audit`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::AuditQuery = caller.query().await?;
    let deeds_max = caller.judged(lines_max(query.limit)).await?;
    let (filter, past) = caller.judged(read(query)).await?;
    let (deeds, next) = caller.commands.deeds(caller.actor, &filter, past, deeds_max).await?;
    let deeds = deeds.iter().map(|deed| shown(deed)).collect();
    Reply::read(&api::AuditPage { deeds, next: next.map(|number| number.to_string()) })
}

fn read(query: api::AuditQuery) -> Result<(DeedFilter, Option<u64>), Refused> {
    let wrong = |detail: &str| Refused::with(ProblemCode::InvalidQuery, detail.to_owned());
    for (name, text) in [("person", &query.person), ("what", &query.what)] {
        if text.as_ref().is_some_and(|text| text.is_empty() || text.len() > FILTER_BYTES_MAX) {
            return Err(wrong(&format!("{name}: must have 1 to {FILTER_BYTES_MAX} bytes.")));
        }
    }
    let past = query.past.as_deref().map(str::parse).transpose();
    let past = past.map_err(|_| wrong("past: must be the next of the page before."))?;
    Ok((DeedFilter { person: query.person, what: query.what }, past))
}

/// What a deed or an event is about.
pub(crate) fn shown_target(target: &DeedTarget) -> api::DeedTarget {
    api::DeedTarget { kind: target.kind().to_owned(), id: target.to_string() }
}

fn shown(deed: &Deed) -> api::Deed {
    api::Deed {
        number: deed.number,
        at: rfc3339(deed.at),
        person: deed.by.person.clone(),
        role: shown_role(deed.role),
        key_id: deed.by.operator_key_id.to_string(),
        what: deed.what.name().to_owned(),
        targets: deed.targets.iter().map(shown_target).collect(),
        command: deed.command,
    }
}
