//! `/audit`: who of the operator did what, page by page and as one table that is streamed.

use std::sync::Arc;

use specie_commands::{Commands, DeedFilter, Failure};
use specie_domain::command::Actor;
use specie_domain::rows::{Deed, DeedTarget};
use specie_wire::api::{self, ProblemCode};

use super::caller::Caller;
use super::page::lines_max;
use super::problems::Refused;
use super::reply::{Reply, Streamed};
use super::staff::shown_role;
use crate::live::{Gone, Lines, Watch};
use crate::when::rfc3339;

/// Lines of one export, at most.
const EXPORT_LINES_MAX: usize = 100_000;
/// Deeds read at once for an export.
const EXPORT_PAGE_LINES: usize = 500;
/// Bytes of a name or a kind that is asked for, at most.
const FILTER_BYTES_MAX: usize = 128;
const HEADER: &str = "number,at,person,role,key_id,what,targets,command\r\n";

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

/// `GET /audit.csv`.
pub(super) async fn export(caller: Caller) -> Result<Streamed, Refused> {
    let query: api::AuditQuery = caller.query().await?;
    let lines_max = match query.limit {
        None => EXPORT_LINES_MAX,
        Some(limit) => caller.judged(lines_max(Some(limit))).await?,
    };
    let (filter, past) = caller.judged(read(query)).await?;
    // Whether it may be asked is judged before the answer begins.
    caller.commands.deeds(caller.actor, &filter, Some(1), 1).await?;
    let seat = caller.streams().seat(Watch::whom(caller.actor));
    let (lines, body) = Lines::open(seat.ok_or(ProblemCode::TooManyRequests)?);
    let export = Export { commands: caller.commands.clone(), actor: caller.actor, filter, lines };
    drop(tokio::spawn(export.run(past, lines_max)));
    Ok(Streamed::of(body, "text/csv; charset=utf-8"))
}

/// An export under way.
struct Export {
    commands: Commands,
    actor: Actor,
    filter: DeedFilter,
    lines: Lines,
}

impl Export {
    async fn run(self, past: Option<u64>, lines_max: usize) {
        match self.tell(past, lines_max).await {
            Ok(()) | Err(Untold::Gone) => {}
            Err(Untold::NotRead) => self.lines.cut_short().await,
        }
    }

    async fn tell(&self, mut past: Option<u64>, lines_max: usize) -> Result<(), Untold> {
        self.lines.send(HEADER.to_owned()).await?;
        let mut left = lines_max;
        while left > 0 {
            let most = left.min(EXPORT_PAGE_LINES);
            let (deeds, next) = self.commands.deeds(self.actor, &self.filter, past, most).await?;
            left = left.saturating_sub(deeds.len());
            if !deeds.is_empty() {
                self.lines.send(deeds.iter().map(line).collect()).await?;
            }
            match next {
                Some(next) => past = Some(next),
                None => return Ok(()),
            }
        }
        Ok(())
    }
}

enum Untold {
    Gone,
    NotRead,
}

impl From<Gone> for Untold {
    fn from(_: Gone) -> Self {
        Self::Gone
    }
}

impl From<Failure> for Untold {
    fn from(_: Failure) -> Self {
        Self::NotRead
    }
}

fn line(deed: &Arc<Deed>) -> String {
    let deed = shown(deed);
    let targets: Vec<String> =
        deed.targets.iter().map(|target| format!("{}:{}", target.kind, target.id)).collect();
    let role = serde_json::to_string(&deed.role).unwrap_or_default(); // A name always prints.
    format!(
        "{},{},{},{},{},{},{},{}\r\n",
        deed.number,
        deed.at,
        field(&deed.person),
        role.trim_matches('"'),
        deed.key_id,
        deed.what,
        targets.join(" "),
        deed.command,
    )
}

/// A field of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it.
fn field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_where_it_must_be_and_is_never_a_formula() {
        for (text, written) in [
            ("Ada", "Ada"),
            ("Ada, the second", "\"Ada, the second\""),
            ("Ada \"A\"", "\"Ada \"\"A\"\"\""),
            ("=1+1", "'=1+1"),
            ("@SUM(A1),2", "\"'@SUM(A1),2\""),
            ("", ""),
        ] {
            assert_eq!(field(text), written);
        }
    }
}
