//! `POST /pos/operations/{operation_id}/outcome`: what a POS says became of the cash. The order of checks is that of
//! every call in a session: the key, the session, then what the body says.

use axum::extract::Path;
use specie_commands::{CountedNotes, Failure, OutcomeRequest};
use specie_domain::Refusal;
use specie_domain::rows::Told;
use specie_money::{Decimal, Money};
use specie_wire::api::{self, Amount, CashOutcome, ProblemCode};

use super::caller::read_json;
use super::operations::shown;
use super::pos_caller::PosCaller;
use super::problems::Refused;
use super::reply::Reply;

/// `POST /pos/operations/{operation_id}/outcome`.
pub(super) async fn tell(caller: PosCaller, Path(operation_id): Path<String>) -> Result<Reply, Refused> {
    let session = caller.session(&operation_id)?;
    let outcome = caller.readable(&session, read(caller.body())).await?;
    caller.commits();
    let answered = caller.commands.tell_outcome(session, outcome).await.map_err(named)?;
    Reply::done(200, answered, |view| shown(&view))
}

fn read(body: &[u8]) -> Result<OutcomeRequest, Refused> {
    let api::TellOutcome { outcome, dispensed, notes } = read_json(body)?;
    let told = told(outcome, dispensed)?;
    let notes = notes.iter().enumerate().map(|(place, notes)| counted(place, notes));
    Ok(OutcomeRequest { told, notes: notes.collect::<Result<_, _>>()? })
}

/// The word, with its sum where it is `partial` and nowhere else.
fn told(outcome: CashOutcome, dispensed: Option<Amount>) -> Result<Told, Refused> {
    match (outcome, dispensed) {
        (CashOutcome::Dispensed, None) => Ok(Told::Dispensed),
        (CashOutcome::NotDispensed, None) => Ok(Told::NotDispensed),
        (CashOutcome::Unknown, None) => Ok(Told::Unknown),
        (CashOutcome::Partial, Some(Amount(sum))) => part(sum),
        (CashOutcome::Partial, None) => Err(Refused::with(
            ProblemCode::InvalidBody,
            "dispensed: must be sent with the outcome partial: how much left the drawer.",
        )),
        (CashOutcome::Dispensed | CashOutcome::NotDispensed | CashOutcome::Unknown, Some(_)) => Err(
            Refused::with(ProblemCode::InvalidBody, "dispensed: may be sent only with the outcome partial."),
        ),
    }
}

/// A part that left. That nothing left is for `not_dispensed` to say: a zero may as well be a sum that got lost.
fn part(sum: Money) -> Result<Told, Refused> {
    if sum.minor() > 0 {
        return Ok(Told::Partial(sum));
    }
    let detail = "dispensed.amount: must be more than zero; if nothing left, the outcome is not_dispensed.";
    Err(Refused::with(ProblemCode::InvalidAmount, detail))
}

fn counted(place: usize, notes: &api::CountedNotes) -> Result<CountedNotes, Refused> {
    let denomination = Decimal::parse(&notes.denomination).ok().filter(|value| value.is_positive());
    let denomination = denomination.ok_or_else(|| {
        let detail =
            format!("notes[{place}].denomination: must be decimal text of more than zero, as 20 or 0.50.");
        Refused::with(ProblemCode::InvalidBody, detail)
    })?;
    Ok(CountedNotes { denomination, count: notes.count })
}

/// What was wrong, with the member that said it.
fn named(failure: Failure) -> Refused {
    match failure {
        Failure::Refused(Refusal::CurrencyNotServed(currency), _) => Refused::with(
            ProblemCode::CurrencyNotServed,
            format!("dispensed.currency: the withdrawal is not in {currency}."),
        ),
        Failure::Refused(..) | Failure::NotApplied | Failure::OutcomeUnknown => failure.into(),
    }
}
