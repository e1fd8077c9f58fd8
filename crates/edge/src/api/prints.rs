//! `POST /pos/operations/{operation_id}/prints`: a POS tells that it printed a receipt; and prints as they are shown.

use axum::extract::Path;
use specie_commands::{PrintView, PrintsView};
use specie_domain::Time;
use specie_domain::rows::PrintMedium;
use specie_wire::api::{self, ProblemCode};

use super::caller::read_json;
use super::pos_caller::PosCaller;
use super::problems::Refused;
use super::reply::Reply;
use crate::when::{instant, rfc3339};

/// `POST /pos/operations/{operation_id}/prints`.
pub(super) async fn tell(caller: PosCaller, Path(operation_id): Path<String>) -> Result<Reply, Refused> {
    let session = caller.session(&operation_id)?;
    let (medium, printed_at) = caller.readable(&session, read(caller.body())).await?;
    caller.commits();
    let answered = caller.commands.tell_print(session, medium, printed_at).await?;
    Reply::done(200, answered, |number| api::Printed { number, copy: number > 1 })
}

fn read(body: &[u8]) -> Result<(PrintMedium, Option<Time>), Refused> {
    let api::TellPrint { medium, printed_at } = read_json(body)?;
    let medium = match medium {
        api::PrintMedium::Browser => PrintMedium::Browser,
        api::PrintMedium::Printer => PrintMedium::Printer,
        api::PrintMedium::File => PrintMedium::File,
    };
    let printed_at = printed_at.map(|text| {
        let detail = "printed_at: must be an instant, as 2026-01-31T11:42:30Z.";
        instant(&text).ok_or_else(|| Refused::with(ProblemCode::InvalidBody, detail))
    });
    Ok((medium, printed_at.transpose()?))
}

/// The prints of a withdrawal, as its timeline shows them.
pub(super) fn shown(prints: &PrintsView) -> Vec<api::TimelinePrint> {
    prints.kept.iter().zip(1..).map(|(view, number)| shown_print(view, number)).collect()
}

fn shown_print(view: &PrintView, number: u32) -> api::TimelinePrint {
    let PrintView { print, cashier, till } = view;
    api::TimelinePrint {
        number,
        copy: number > 1,
        at: rfc3339(print.printed_at),
        told_at: rfc3339(print.told_at),
        medium: match print.medium {
            PrintMedium::Browser => api::PrintMedium::Browser,
            PrintMedium::Printer => api::PrintMedium::Printer,
            PrintMedium::File => api::PrintMedium::File,
        },
        cashier: cashier.clone(),
        till: till.clone(),
    }
}
