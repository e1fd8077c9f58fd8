//! `/reconciliations`: files held against the ledger, their lines, matches and breaks.

use specie_commands::{ClearRequest, MatchRequest, NumberedPage, ReconciliationRequest, ScopeRequest};
use specie_domain::Time;
use specie_domain::ids::{OperationId, PosId, ReconciliationId, Reference};
use specie_domain::rows::{FileHash, LineWhat, Ours, Placed, ReconScope, StatedLine};
use specie_wire::api::{self, CurrencyCode, ProblemCode};

use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::proposals::shown as shown_proposal;
use super::reconciled::{shown, shown_break, shown_line, shown_match};
use super::reply::Reply;
use crate::when::instant;

/// `POST /reconciliations`.
pub(super) async fn begin(caller: Caller) -> Result<Reply, Refused> {
    let body: api::BeginReconciliation = caller.body().await?;
    let request = caller.judged(requested(body)).await?;
    let answered = caller.commands.begin_reconciliation(caller.asked(), request).await?;
    Reply::done(201, answered, |row| shown(&row))
}

fn requested(body: api::BeginReconciliation) -> Result<ReconciliationRequest, Refused> {
    let scope = match body.kind {
        api::ReconciliationKind::PosJournal => {
            refuse(body.currency.is_some(), "currency: a POS's journal does not take it.")?;
            refuse(body.owner_id.is_some(), "owner_id: a POS's journal does not take it.")?;
            refuse(!body.statements.is_empty(), "statements: a POS's journal does not take them.")?;
            let pos_id = body.pos_id.ok_or_else(|| malformed("pos_id: a POS's journal needs it."))?;
            ScopeRequest::PosJournal(pos_id.parse().map_err(|_| ProblemCode::PosNotFound)?)
        }
        api::ReconciliationKind::Bank => {
            refuse(body.pos_id.is_some(), "pos_id: a bank's statement does not take it.")?;
            let currency =
                body.currency.ok_or_else(|| malformed("currency: a bank's statement needs it."))?;
            let owner_id = body.owner_id.map(|id| id.parse()).transpose();
            ScopeRequest::Bank(currency.0, owner_id.map_err(|_| ProblemCode::OwnerNotFound)?)
        }
    };
    let file = hash(&body.file_sha256).ok_or_else(|| malformed("file_sha256: must be 64 hex digits."))?;
    let (from, to) = (time(&body.from, "from")?, time(&body.to, "to")?);
    let (name, lines, statements) = (body.name, body.lines, body.statements);
    Ok(ReconciliationRequest { scope, name, from, to, file, lines, statements })
}

fn refuse(is_there: bool, detail: &'static str) -> Result<(), Refused> {
    if is_there { Err(malformed(detail)) } else { Ok(()) }
}

fn malformed(detail: impl Into<std::borrow::Cow<'static, str>>) -> Refused {
    Refused::with(ProblemCode::InvalidBody, detail)
}

fn hash(text: &str) -> Option<FileHash> {
    let digits: Vec<u32> = text.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let pairs = digits.chunks_exact(2).map(|pair| match pair {
        [high, low] => u8::try_from(high * 16 + low).ok(),
        _ => None,
    });
    let bytes: Vec<u8> = pairs.collect::<Option<_>>()?;
    bytes.try_into().ok().filter(|_| digits.len() == 64).map(FileHash)
}

fn time(text: &str, member: &str) -> Result<Time, Refused> {
    instant(text).ok_or_else(|| malformed(format!("{member}: must be an RFC 3339 time with its offset.")))
}

/// `GET /reconciliations`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::ReconciliationsQuery = caller.query().await?;
    let rows_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<ReconciliationId> = caller.judged(page_after(query.after.as_deref())).await?;
    let found = caller.commands.reconciliations(caller.actor, after, rows_max).await?;
    let last = found.last().map(|row| row.reconciliation_id.to_string());
    let next = last.filter(|_| found.len() >= rows_max);
    Reply::read(&api::Reconciliations { reconciliations: found.iter().map(|row| shown(row)).collect(), next })
}

/// `GET /reconciliations/{reconciliation_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let id = caller.reconciliation_id().await?;
    Reply::read(&shown(&*caller.commands.reconciliation(caller.actor, id).await?))
}

/// `POST /reconciliations/{reconciliation_id}/lines`.
pub(super) async fn take(caller: Caller) -> Result<Reply, Refused> {
    let id = caller.reconciliation_id().await?;
    let body: api::TakeLines = caller.body().await?;
    let read = body.lines.into_iter().enumerate().map(|(place, line)| stated(place, line));
    let lines = caller.judged(read.collect()).await?;
    let answered = caller.commands.take_lines(caller.asked(), id, body.first, lines).await?;
    Reply::done(200, answered, |row| shown(&row))
}

fn stated(place: usize, line: api::StatedLine) -> Result<StatedLine, Refused> {
    let operation_id: Option<OperationId> = match line.operation_id.as_deref() {
        None => None,
        Some(text) => {
            let wrong = || malformed(format!("lines[{place}].operation_id: must be an id of ours."));
            Some(text.parse().map_err(|_| wrong())?)
        }
    };
    let what = match line.what {
        api::StatedWhat::Withdrawal => LineWhat::Withdrawal,
        api::StatedWhat::WithdrawalReversal => LineWhat::WithdrawalReversal,
        api::StatedWhat::Deposit => LineWhat::Deposit,
        api::StatedWhat::DepositReversal => LineWhat::DepositReversal,
        api::StatedWhat::Payment => LineWhat::Payment,
    };
    let at = time(&line.at, &format!("lines[{place}].at"))?;
    Ok(StatedLine { what, operation_id, reference: line.reference, amount: line.amount.0, at })
}

/// `GET /reconciliations/{reconciliation_id}/lines`.
pub(super) async fn lines(caller: Caller) -> Result<Reply, Refused> {
    let id = caller.reconciliation_id().await?;
    let query: api::PlacedLinesQuery = caller.query().await?;
    let most = caller.judged(lines_max(query.limit)).await?;
    let wanted: fn(Placed) -> bool = match query.state {
        None => |_| true,
        Some(api::LinePlace::Free) => |placed| placed == Placed::Free,
        Some(api::LinePlace::Matched) => |placed| matches!(placed, Placed::Matched(_)),
        Some(api::LinePlace::Broken) => |placed| matches!(placed, Placed::Broken(_)),
    };
    let page = NumberedPage { after: query.after_number.unwrap_or_default(), most };
    let (found, next) = caller.commands.stated_lines(caller.actor, id, page, wanted).await?;
    Reply::read(&api::PlacedLines { lines: found.iter().map(|line| shown_line(line)).collect(), next })
}

/// `POST /reconciliations/{reconciliation_id}/search`.
pub(super) async fn search(caller: Caller) -> Result<Reply, Refused> {
    let id = caller.reconciliation_id().await?;
    let row = caller.commands.search_reconciliation(caller.asked(), id).await?;
    Reply::read(&shown(&row))
}

/// `GET /reconciliations/{reconciliation_id}/matches`.
pub(super) async fn matches(caller: Caller) -> Result<Reply, Refused> {
    let id = caller.reconciliation_id().await?;
    let query: api::LineMatchesQuery = caller.query().await?;
    let most = caller.judged(lines_max(query.limit)).await?;
    let page = NumberedPage { after: query.after_number.unwrap_or_default(), most };
    let (found, next) = caller.commands.matches(caller.actor, id, page).await?;
    Reply::read(&api::LineMatches { matches: found.iter().map(shown_match).collect(), next })
}

/// `POST /reconciliations/{reconciliation_id}/matches`.
pub(super) async fn match_by_hand(caller: Caller) -> Result<Reply, Refused> {
    let id = caller.reconciliation_id().await?;
    let body: api::MatchByHand = caller.body().await?;
    let read = body.ours.iter().enumerate().map(|(place, text)| {
        fact(text).ok_or_else(|| {
            malformed(format!("ours[{place}]: names no withdrawal/ID, deposit/ID or batch/ID."))
        })
    });
    let ours: Vec<Ours> = caller.judged(read.collect()).await?;
    let request = MatchRequest { lines: body.lines, ours, why: body.why };
    let answered = caller.commands.match_by_hand(caller.asked(), id, request).await?;
    Reply::done(200, answered, |placed| match placed {
        Placed::Matched(number) => api::PlacedByHand { match_number: Some(number), break_number: None },
        Placed::Broken(number) => api::PlacedByHand { match_number: None, break_number: Some(number) },
        Placed::Free => api::PlacedByHand { match_number: None, break_number: None },
    })
}

fn fact(text: &str) -> Option<Ours> {
    let (kind, id) = text.split_once('/')?;
    match kind {
        "withdrawal" => id.parse().ok().map(Ours::Withdrawal),
        "deposit" => id.parse().ok().map(Ours::Deposit),
        "batch" => id.parse().ok().map(Ours::Batch),
        _ => None,
    }
}

/// `POST /reconciliations/{reconciliation_id}/matches/{number}/undo`.
pub(super) async fn undo_match(caller: Caller) -> Result<Reply, Refused> {
    let (id, number) = caller.numbered(ProblemCode::MatchNotFound).await?;
    let api::GivenReason { why } = caller.body().await?;
    let answered = caller.commands.undo_match(caller.asked(), id, number, why).await?;
    Reply::done(200, answered, |row| shown(&row))
}

/// `GET /reconciliations/{reconciliation_id}/breaks`.
pub(super) async fn breaks(caller: Caller) -> Result<Reply, Refused> {
    let id = caller.reconciliation_id().await?;
    let query: api::LineBreaksQuery = caller.query().await?;
    let most = caller.judged(lines_max(query.limit)).await?;
    let open_only = query.state == api::AskedBreaks::Open;
    let page = NumberedPage { after: query.after_number.unwrap_or_default(), most };
    let (found, next) = caller.commands.breaks(caller.actor, id, page, open_only).await?;
    let now = caller.commands.now();
    Reply::read(&api::LineBreaks { breaks: found.iter().map(|view| shown_break(view, now)).collect(), next })
}

/// `POST /reconciliations/{reconciliation_id}/breaks/{number}`.
pub(super) async fn note(caller: Caller) -> Result<Reply, Refused> {
    let key = caller.numbered(ProblemCode::BreakNotFound).await?;
    let api::NoteBreak { assign_to, note } = caller.body().await?;
    let nothing = assign_to.is_none() && note.is_none();
    caller.judged(refuse(nothing, "assign_to or note: one of them is needed.")).await?;
    let answered = caller.commands.note_break(caller.asked(), key, assign_to, note).await?;
    let now = caller.commands.now();
    Reply::done(200, answered, |view| shown_break(&view, now))
}

/// `POST /reconciliations/{reconciliation_id}/breaks/{number}/close`.
pub(super) async fn close(caller: Caller) -> Result<Reply, Refused> {
    let key = caller.numbered(ProblemCode::BreakNotFound).await?;
    let api::GivenReason { why } = caller.body().await?;
    let answered = caller.commands.close_break(caller.asked(), key, why).await?;
    let now = caller.commands.now();
    Reply::done(200, answered, |view| shown_break(&view, now))
}

/// `POST /reconciliations/{reconciliation_id}/breaks/{number}/clear`.
pub(super) async fn clear(caller: Caller) -> Result<Reply, Refused> {
    let key = caller.numbered(ProblemCode::BreakNotFound).await?;
    let api::ClearBreak { pos_id, part, why } = caller.body().await?;
    let read = pos_id
        .map(|id| id.parse::<Reference<PosId>>())
        .transpose()
        .map_err(|_| ProblemCode::PosNotFound.into());
    let pos_id = caller.judged(read).await?;
    let what = match part {
        Some(part) => ClearRequest::Part(pos_id, part.0),
        None => ClearRequest::Clear(pos_id),
    };
    let answered = caller.commands.propose_clearing(caller.asked(), key, what, why).await?;
    Reply::done(201, answered, |view| shown_proposal(&view))
}

/// `POST /reconciliations/{reconciliation_id}/breaks/{number}/undo-clearing`.
pub(super) async fn undo_clearing(caller: Caller) -> Result<Reply, Refused> {
    let key = caller.numbered(ProblemCode::BreakNotFound).await?;
    let api::GivenReason { why } = caller.body().await?;
    let answered = caller.commands.propose_clearing(caller.asked(), key, ClearRequest::Undo, why).await?;
    Reply::done(201, answered, |view| shown_proposal(&view))
}

impl Caller {
    async fn reconciliation_id(&self) -> Result<ReconciliationId, Refused> {
        let read = self.text("reconciliation_id").parse();
        self.judged(read.map_err(|_| ProblemCode::ReconciliationNotFound.into())).await
    }

    /// The reconciliation, and a number in it.
    async fn numbered(&self, not_found: ProblemCode) -> Result<(ReconciliationId, u32), Refused> {
        let id = self.reconciliation_id().await?;
        let number = self.judged(self.text("number").parse().map_err(|_| not_found.into())).await?;
        Ok((id, number))
    }
}

/// The scope's currency on the wire.
pub(super) const fn currency_of(scope: ReconScope) -> Option<CurrencyCode> {
    match scope {
        ReconScope::Bank(currency, _) => Some(CurrencyCode(currency)),
        ReconScope::PosJournal(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_read_as_sixty_four_hex_digits() {
        let good = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        assert_eq!(hash(good).map(|hash| (hash.0[0], hash.0[31])), Some((0x9f, 0x08)));
        assert_eq!(hash(&good.to_uppercase()), hash(good));
        for wrong in ["", &good[1..], &format!("{good}0"), &good.replace('9', "g"), &good.replace('9', "é")]
        {
            assert_eq!(hash(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_fact_is_named_by_its_kind_and_its_id() {
        let id = "018bcfe5-9c77-7e10-8d2b-6a5c4b3d2c05";
        for (text, is_read) in [
            (format!("withdrawal/{id}"), true),
            (format!("deposit/{id}"), true),
            (format!("batch/{id}"), true),
            (format!("wallet/{id}"), false),
            (id.to_owned(), false),
            ("batch/7".to_owned(), false),
        ] {
            assert_eq!(fact(&text).is_some(), is_read, "{text}");
        }
    }
}
