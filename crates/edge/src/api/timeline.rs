//! `/withdrawals/{transaction_id}/timeline`.

use specie_commands::{SessionEnding, StoryCall, StoryPerson, StoryTransfer, TimelineView};
use specie_domain::Time;
use specie_domain::rows::{Event, Told};
use specie_wire::api::{self, Amount, ProblemCode};

use super::caller::Caller;
use super::operations::shown_withdrawal;
use super::prints;
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `GET /withdrawals/{transaction_id}/timeline`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let not_found = || Refused::from(ProblemCode::WithdrawalNotFound);
    let id = caller.judged(caller.text("transaction_id").parse().map_err(|_| not_found())).await?;
    Reply::read(&shown(&caller.commands.timeline(caller.actor, id).await?))
}

fn shown(view: &TimelineView) -> api::Timeline {
    api::Timeline {
        withdrawal: shown_withdrawal(&view.withdrawal),
        pos_name: view.pos_name.clone(),
        check_word: view.check_word.to_owned(),
        key_id: view.key_id.to_string(),
        session: api::TimelineSession {
            opened_at: rfc3339(view.opened_at),
            ended_at: view.ended_at.map(rfc3339),
            end: ending(view.ending).to_owned(),
        },
        calls: view.calls.iter().map(|(at, call)| shown_call(*at, *call)).collect(),
        transfers: view.transfers.iter().map(shown_transfer).collect(),
        events: view.events.iter().map(shown_event).collect(),
        prints: prints::shown(&view.prints),
        prints_left_out: view.prints.left_out,
        people: view.people.iter().map(shown_person).collect(),
        case: view.case.map(|operation_id| operation_id.to_string()),
    }
}

const fn ending(ending: SessionEnding) -> &'static str {
    match ending {
        SessionEnding::Open => "open",
        SessionEnding::LoggedOut => "logged_out",
        SessionEnding::Closed => "closed",
        SessionEnding::Expired => "expired",
    }
}

fn shown_call(at: Time, call: StoryCall) -> api::TimelineCall {
    let (name, said, amount) = match call {
        StoryCall::Login => ("login", None, None),
        StoryCall::Withdraw(sum) => ("withdraw", None, Some(sum)),
        StoryCall::Outcome(Told::Dispensed) => ("outcome", Some("dispensed"), None),
        StoryCall::Outcome(Told::NotDispensed) => ("outcome", Some("not_dispensed"), None),
        StoryCall::Outcome(Told::Partial(sum)) => ("outcome", Some("partial"), Some(sum)),
        StoryCall::Outcome(Told::Unknown) => ("outcome", Some("unknown"), None),
        StoryCall::Reversal(sum) => ("reversal", None, Some(sum)),
        StoryCall::Logout => ("logout", None, None),
    };
    api::TimelineCall {
        at: rfc3339(at),
        call: name.to_owned(),
        said: said.map(ToOwned::to_owned),
        amount: amount.map(Amount),
    }
}

fn shown_transfer(transfer: &StoryTransfer) -> api::TimelineTransfer {
    api::TimelineTransfer {
        transfer: transfer.number,
        at: rfc3339(transfer.at),
        reason: transfer.reason.to_owned(),
        debit: transfer.debit.clone(),
        credit: transfer.credit.clone(),
        amount: Amount(transfer.amount),
    }
}

fn shown_event(event: &Event) -> api::TimelineEvent {
    api::TimelineEvent {
        number: event.number,
        at: rfc3339(event.at),
        what: event.kind.name().to_owned(),
        amount: event.amount.map(Amount),
    }
}

fn shown_person(person: &StoryPerson) -> api::TimelinePerson {
    let (part, name) = match person {
        StoryPerson::Cashier(name) => ("cashier", name),
        StoryPerson::Assigned(name) => ("assigned", name),
    };
    api::TimelinePerson { part: part.to_owned(), name: name.clone() }
}
