//! A POS tells what became of the cash. Beside logout and reversal, and as true a fact as they are: it is taken in the
//! session and after it. Denominations are read in the withdrawal's own currency.

use specie_domain::command::{Body, TellOutcome};
use specie_domain::ids::OperationId;
use specie_domain::rows::{Action, Notes, Session, Told, Withdrawal};
use specie_domain::{Refusal, Row};
use specie_money::{Currency, Decimal};

use crate::calls::Commands;
use crate::failure::{Answered, Failure};
use crate::operations::OperationView;
use crate::sessions::{CallKind, SessionRequest};

/// Notes or coins of one denomination, before anybody knows their currency.
#[derive(Debug, Clone, Copy)]
pub struct CountedNotes {
    /// What one is worth.
    pub denomination: Decimal,
    /// How many.
    pub count: u32,
}

/// What a POS says became of the cash.
#[derive(Debug, Clone)]
pub struct OutcomeRequest {
    /// What it says.
    pub told: Told,
    /// The notes it counted; none when it did not say.
    pub notes: Vec<CountedNotes>,
}

impl Commands {
    /// `POST /api/v1/pos/operations/{operation_id}/outcome`. The answer is the operation as it is after the commit, read
    /// anew: a word that was true once is never told again as if it still were.
    ///
    /// # Errors
    /// Every refusal of an outcome; the failures of the lane.
    pub async fn tell_outcome(
        &self,
        session: SessionRequest,
        outcome: OutcomeRequest,
    ) -> Result<Answered<OperationView>, Failure> {
        let OutcomeRequest { told, notes } = outcome;
        let notes = self.read_notes(&session, told, &notes).await?;
        let call = self.session_call(&session);
        let values = (session.operation_id, told, notes.clone());
        let request = Self::in_session(&session, &call, "POST /api/v1/pos/operations/{operation_id}/outcome");
        let body = Body::TellOutcome(TellOutcome { call, told, notes });
        let answered = self.commit(&request, &values, body).await?;
        // The word is kept: a read that fails from here on may not be told as "not applied".
        let view = self.operation_now(session.operation_id).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(answered.map(|_| view))
    }

    async fn operation_now(&self, operation_id: OperationId) -> Result<OperationView, Failure> {
        match self.row::<Session>(operation_id).await? {
            Some(Row::Session(session)) => self.session_view(&session).await,
            _ => Err(Refusal::SessionNotFound.into()),
        }
    }

    /// The notes in minor units. Who may not speak of the session is told so first, and learns nothing of its notes.
    async fn read_notes(
        &self,
        session: &SessionRequest,
        told: Told,
        notes: &[CountedNotes],
    ) -> Result<Vec<Notes>, Failure> {
        if notes.is_empty() {
            return Ok(Vec::new());
        }
        let currency = match told {
            Told::Partial(sum) => Some(sum.currency()),
            Told::Dispensed | Told::NotDispensed | Told::Unknown => {
                self.withdrawn_currency(session.operation_id).await?
            }
        };
        let in_minor = |notes: &CountedNotes| {
            let denomination = notes.denomination.to_money(currency?).ok()?.minor();
            Some(Notes { denomination, count: notes.count })
        };
        match notes.iter().map(in_minor).collect() {
            Some(notes) => Ok(notes),
            None => {
                self.permit_call(session, CallKind::LateFact).await?;
                Err(Refusal::NotesNotAcceptable.into())
            }
        }
    }

    async fn withdrawn_currency(&self, operation_id: OperationId) -> Result<Option<Currency>, Failure> {
        let Some(Row::Session(session)) = self.row::<Session>(operation_id).await? else { return Ok(None) };
        let Action::Withdrawal(withdrawal_id) = session.action else { return Ok(None) };
        match self.row::<Withdrawal>(withdrawal_id).await? {
            Some(Row::Withdrawal(withdrawal)) => Ok(Some(withdrawal.currency)),
            _ => Ok(None),
        }
    }
}
