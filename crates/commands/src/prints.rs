//! A POS tells that it printed a receipt, and what is shown of its prints. No money moves, so no answer is ever waited for
//! with cash in the hand.

use specie_domain::command::{Body, TellPrint};
use specie_domain::ids::{OperationId, TillSessionId};
use specie_domain::rows::{Cashier, Print, PrintMedium, Prints, Till, TillSession};
use specie_domain::{Receipt, Row, Time};

use crate::calls::{Commands, Request, receipt_of};
use crate::failure::{Answered, Failure};
use crate::sessions::SessionRequest;

/// Prints of an operation.
#[derive(Debug, Clone, Default)]
pub struct PrintsView {
    /// Those that are kept, in the order they were told.
    pub kept: Vec<PrintView>,
    /// How many more there were.
    pub left_out: u32,
}

/// One print, with who answered for the till and what it is called, as far as it is known.
#[derive(Debug, Clone)]
pub struct PrintView {
    /// The print.
    pub print: Print,
    /// Who answered for the till.
    pub cashier: Option<String>,
    /// The till.
    pub till: Option<String>,
}

impl Commands {
    /// `POST /api/v1/pos/operations/{operation_id}/prints`; the how many-th print of the operation it is.
    ///
    /// # Errors
    /// Session and key; the failures of the lane.
    pub async fn tell_print(
        &self,
        session: SessionRequest,
        medium: PrintMedium,
        printed_at: Option<Time>,
    ) -> Result<Answered<u32>, Failure> {
        let call = self.session_call(&session);
        let values = (session.operation_id, medium, printed_at);
        let request = Request {
            makes_anew: true,
            ..Self::in_session(&session, &call, "POST /api/v1/pos/operations/{operation_id}/prints")
        };
        let printed_at = printed_at.unwrap_or(session.at);
        let body = Body::TellPrint(TellPrint { call, medium, printed_at });
        let answered = self.commit(&request, &values, body).await?;
        receipt_of!(answered, Receipt::Printed(number) => *number)
    }

    pub(crate) async fn prints_of(&self, operation_id: OperationId) -> Result<PrintsView, Failure> {
        let Some(Row::Prints(prints)) = self.row::<Prints>(operation_id).await? else {
            return Ok(PrintsView::default());
        };
        let mut kept = Vec::with_capacity(prints.kept.len());
        for print in &prints.kept {
            let (cashier, till) = match print.till_session_id {
                Some(till_session_id) => self.till_of(till_session_id).await?,
                None => (None, None),
            };
            kept.push(PrintView { print: *print, cashier, till });
        }
        let left_out = prints.count.saturating_sub(u32::try_from(kept.len()).unwrap_or(u32::MAX));
        Ok(PrintsView { kept, left_out })
    }

    /// Who answered for a till session, and what its till is called.
    async fn till_of(
        &self,
        till_session_id: TillSessionId,
    ) -> Result<(Option<String>, Option<String>), Failure> {
        let Some(Row::TillSession(session)) = self.row::<TillSession>(till_session_id).await? else {
            return Ok((None, None));
        };
        let till = match self.row::<Till>(session.till_id).await? {
            Some(Row::Till(till)) => Some(till.name.clone()),
            Some(_) | None => None,
        };
        Ok((self.cashier_of(&session).await?, till))
    }

    /// Who answers for a till session.
    pub(crate) async fn cashier_of(&self, session: &TillSession) -> Result<Option<String>, Failure> {
        match self.row::<Cashier>(session.cashier_id).await? {
            Some(Row::Cashier(cashier)) => Ok(Some(cashier.name.clone())),
            Some(_) | None => Ok(None),
        }
    }
}
