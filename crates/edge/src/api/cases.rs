//! `/cases`: what the ledger alone cannot decide, and `/withdrawals/{transaction_id}/disputes`, where a customer opens
//! one. Cases are named by their operation.

use specie_commands::{CaseFile, CaseView, NOTE_TEXT_BYTES_MAX, NoteRequest, NoteText};
use specie_domain::ids::OperationId;
use specie_domain::rows::{CaseKind, CaseState, Evidence, EvidenceKind, Told};
use specie_money::Money;
use specie_wire::api::{self, Amount, CashOutcome, ProblemCode};

use super::caller::Caller;
use super::operations::shown_withdrawal;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `GET /cases`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::CasesQuery = caller.query().await?;
    let cases_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<OperationId> = caller.judged(page_after(query.after.as_deref())).await?;
    let open_only = query.state == api::AskedCases::Open;
    let cases = caller.commands.cases(caller.actor, open_only, after, cases_max).await?;
    let last = cases.last().map(|view| view.case.operation_id.to_string());
    let next = last.filter(|_| cases.len() >= cases_max);
    Reply::read(&api::Cases { cases: cases.iter().map(line).collect(), next })
}

/// `GET /cases/{operation_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let operation_id = caller.case_id().await?;
    let CaseFile { view, evidence, withdrawal } = caller.commands.case(caller.actor, operation_id).await?;
    Reply::read(&api::Case {
        line: line(&view),
        evidence: evidence.into_iter().map(|(piece, text)| shown_evidence(&piece, text.as_ref())).collect(),
        left_out: view.case.left_out,
        withdrawal: withdrawal.as_ref().map(shown_withdrawal),
    })
}

/// `POST /cases/{operation_id}/notes`.
pub(super) async fn note(caller: Caller) -> Result<Reply, Refused> {
    let operation_id = caller.case_id().await?;
    let body: api::NoteCase = caller.body().await?;
    let (text, assign_to) = caller.judged(noted(body)).await?;
    let request = NoteRequest { operation_id, assign_to, text };
    Ok(Reply::nothing(&caller.commands.note_case(caller.asked(), request).await?))
}

/// `POST /withdrawals/{transaction_id}/disputes`.
pub(super) async fn dispute(caller: Caller) -> Result<Reply, Refused> {
    let not_found = |_| ProblemCode::WithdrawalNotFound.into();
    let id = caller.judged(caller.text("transaction_id").parse().map_err(not_found)).await?;
    let answered = caller.commands.dispute(caller.asked(), id).await?;
    Reply::done(201, answered, |view| line(&view))
}

impl Caller {
    async fn case_id(&self) -> Result<OperationId, Refused> {
        let read = self.text("operation_id").parse().map_err(|_| ProblemCode::CaseNotFound.into());
        self.judged(read).await
    }
}

fn noted(body: api::NoteCase) -> Result<(Option<NoteText>, Option<String>), Refused> {
    let api::NoteCase { text, assign_to } = body;
    if text.is_none() && assign_to.is_none() {
        return Err(Refused::with(ProblemCode::InvalidBody, "Send at least one of text and assign_to."));
    }
    let text = text.map(|text| text.parse()).transpose().map_err(|_| {
        let detail = format!(
            "text: must have something in it, at most {NOTE_TEXT_BYTES_MAX} bytes, and no control characters but \
             line ends and tabs."
        );
        Refused::with(ProblemCode::Unacceptable, detail)
    })?;
    Ok((text, assign_to))
}

fn line(view: &CaseView) -> api::CaseLine {
    let case = &view.case;
    let (state, closed_at) = match case.state {
        CaseState::Open => (api::CaseState::Open, None),
        CaseState::Closed(at) => (api::CaseState::Closed, Some(rfc3339(at))),
    };
    api::CaseLine {
        operation_id: case.operation_id.to_string(),
        kind: shown_kind(case.kind),
        state,
        amount: case.amount.map(Amount),
        wallet_id: case.wallet_id.to_string(),
        pos_id: view.pos_id.clone(),
        assigned_to: case.assigned_to.clone(),
        opened_at: rfc3339(case.opened_at),
        closed_at,
        due_at: case.due_at.map(rfc3339),
        level: case.level,
    }
}

pub(crate) const fn shown_kind(kind: CaseKind) -> api::CaseKind {
    match kind {
        CaseKind::Unconfirmed => api::CaseKind::Unconfirmed,
        CaseKind::LateWord => api::CaseKind::LateWord,
        CaseKind::CashWithoutWithdrawal => api::CaseKind::CashWithoutWithdrawal,
        CaseKind::DepositShort => api::CaseKind::DepositShort,
        CaseKind::PaidLate => api::CaseKind::PaidLate,
        CaseKind::Disputed => api::CaseKind::Disputed,
    }
}

/// A piece of evidence; a note whose text does not open any more was erased with the customer's data.
fn shown_evidence(piece: &Evidence, text: Option<&NoteText>) -> api::CaseEvidence {
    let plain = api::CaseEvidence {
        at: rfc3339(piece.at),
        command: piece.command,
        what: api::EvidenceKind::Expired,
        outcome: None,
        amount: None,
        person: None,
        text: None,
        erased: false,
        rule: None,
        closing: None,
        approved_by: None,
    };
    match &piece.what {
        EvidenceKind::Expired => plain,
        EvidenceKind::Told(told) => {
            let (outcome, amount) = shown_told(*told);
            let amount = amount.map(Amount);
            api::CaseEvidence { what: api::EvidenceKind::Told, outcome: Some(outcome), amount, ..plain }
        }
        EvidenceKind::Reversed(sum) => {
            api::CaseEvidence { what: api::EvidenceKind::Reversed, amount: Some(Amount(*sum)), ..plain }
        }
        EvidenceKind::LoggedOut => api::CaseEvidence { what: api::EvidenceKind::LoggedOut, ..plain },
        EvidenceKind::Disputed => api::CaseEvidence { what: api::EvidenceKind::Disputed, ..plain },
        EvidenceKind::Note(person, _) => api::CaseEvidence {
            what: api::EvidenceKind::Note,
            person: Some(person.clone()),
            text: text.map(|text| text.reveal().to_owned()),
            erased: text.is_none(),
            ..plain
        },
        EvidenceKind::Said(_) => api::CaseEvidence {
            what: api::EvidenceKind::Said,
            text: text.map(|text| text.reveal().to_owned()),
            erased: text.is_none(),
            ..plain
        },
        EvidenceKind::Assigned(person) => {
            let person = Some(person.clone());
            api::CaseEvidence { what: api::EvidenceKind::Assigned, person, ..plain }
        }
        EvidenceKind::Escalated(rule, _) => {
            let rule = Some(rule.clone());
            api::CaseEvidence { what: api::EvidenceKind::Escalated, rule, ..plain }
        }
        EvidenceKind::Assumed(sum) => {
            api::CaseEvidence { what: api::EvidenceKind::Assumed, amount: Some(Amount(*sum)), ..plain }
        }
        EvidenceKind::CashMissing(sum) => {
            api::CaseEvidence { what: api::EvidenceKind::CashMissing, amount: Some(Amount(*sum)), ..plain }
        }
        EvidenceKind::ReversedByLaw(law, sum) => by_law(api::EvidenceKind::ReversedByLaw, law, *sum, plain),
        EvidenceKind::Compensated(law, sum) => by_law(api::EvidenceKind::Compensated, law, *sum, plain),
        EvidenceKind::ClosedBy(closure) => api::CaseEvidence {
            what: api::EvidenceKind::ClosedByPeople,
            person: Some(closure.proposed_by.clone()),
            approved_by: Some(closure.approved_by.clone()),
            closing: Some(closure.closing.name().to_owned()),
            text: text.map(|text| text.reveal().to_owned()),
            erased: text.is_none() && !closure.sealed_text.is_empty(),
            ..plain
        },
    }
}

fn by_law(what: api::EvidenceKind, law: &str, sum: Money, plain: api::CaseEvidence) -> api::CaseEvidence {
    api::CaseEvidence { what, rule: Some(law.to_owned()), amount: Some(Amount(sum)), ..plain }
}

const fn shown_told(told: Told) -> (CashOutcome, Option<Money>) {
    match told {
        Told::Dispensed => (CashOutcome::Dispensed, None),
        Told::NotDispensed => (CashOutcome::NotDispensed, None),
        Told::Partial(sum) => (CashOutcome::Partial, Some(sum)),
        Told::Unknown => (CashOutcome::Unknown, None),
    }
}
