//! Proposals: what one person asks for and another approves. The reason of a case's closing is sealed under the
//! customer's own key, as notes are. Judges nothing: who may, when and what is the core's.

use std::sync::Arc;

use specie_domain::command::{Actor, Body, Judge, Propose};
use specie_domain::ids::{OperationId, ProposalId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{
    Case, CloseCase, Closing, OperatorKey, OperatorKeyName, Proposal, Proposed, Standing,
};
use specie_domain::{Key, Receipt, Row, RowKind};

use crate::calls::{Commands, not_found, receipt_of};
use crate::cases::opened_text;
use crate::failure::{Answered, Failure};
use crate::secrets::{NoteText, SecretHalf};
use crate::wallets::Asked;

/// What is asked for.
#[derive(Debug)]
pub enum ProposeRequest {
    /// Whatever holds nothing personal.
    Plain(Proposed),
    /// A case is to be closed.
    CloseCase {
        /// The operation it is about.
        operation_id: OperationId,
        /// What was found.
        closing: Closing,
        /// Why.
        why: Option<NoteText>,
    },
}

/// A proposal as it stands.
#[derive(Debug)]
pub struct ProposalView {
    /// The proposal.
    pub proposal: Proposal,
    /// Where it stands now.
    pub standing: Standing,
    /// Why a case is to be closed; none where nothing was written, or it was erased with the customer's data.
    pub why: Option<NoteText>,
    /// Whose password and seed are to be new.
    pub staff: Option<Arc<OperatorKey>>,
    /// The second half of the secret it brings: in the answer to the approval alone.
    pub half: Option<SecretHalf>,
}

impl Commands {
    /// `POST /api/v1/proposals`. The answer is the proposal as it stands.
    ///
    /// # Errors
    /// The role does not allow it; what it would do is not possible; the lane's failures.
    pub async fn propose(
        &self,
        asked: Asked<'_>,
        request: ProposeRequest,
    ) -> Result<Answered<ProposalView>, Failure> {
        self.reader(asked.actor).await?;
        let (what, values) = match request {
            ProposeRequest::Plain(what) => (what.clone(), (Some(what), None, None)),
            ProposeRequest::CloseCase { operation_id, closing, why } => {
                let case = self.case_row(operation_id).await?;
                let sealed_text = match &why {
                    Some(why) => self.seal_note(case.wallet_id, why).await?,
                    None => Vec::new(),
                };
                let told = why.as_ref().map(|why| why.reveal().to_owned());
                let values = (None, Some((operation_id, closing)), told);
                (Proposed::CloseCase(CloseCase { operation_id, closing, sealed_text }), values)
            }
        };
        let asked_for = asked.making("POST /api/v1/proposals");
        let body = Body::Propose(Propose { actor: asked.actor, what });
        let answered = self.commit(&asked_for, &values, body).await?;
        let made = receipt_of!(answered, Receipt::Proposed(proposal_id) => *proposal_id)?;
        // It is kept: a read that fails from here on may not be told as "not applied".
        let view = self.proposal_view(made.receipt).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(made.map(|_| view))
    }

    /// `POST /api/v1/proposals/{proposal_id}/approve` and `…/reject`. The answer is the proposal as it stands.
    ///
    /// # Errors
    /// No such proposal; who asks may not judge it; it does not wait, or not long enough; what it would do is not
    /// possible any more; the lane's failures.
    pub async fn judge_proposal(
        &self,
        asked: Asked<'_>,
        proposal_id: ProposalId,
        approve: bool,
    ) -> Result<Answered<ProposalView>, Failure> {
        let verb = if approve {
            "POST /api/v1/proposals/{id}/approve"
        } else {
            "POST /api/v1/proposals/{id}/reject"
        };
        let body = Body::Judge(Judge { actor: asked.actor, proposal_id, approve });
        let answered = self.commit(&asked.request(verb), &(proposal_id, approve), body).await?;
        let mut view = self.proposal_view(proposal_id).await.map_err(|_| Failure::OutcomeUnknown)?;
        if let Some((whole, sealed)) = view.proposal.what.half().filter(|_| approve) {
            let half = self.vault.open_half(whole, sealed);
            view.half = Some(half.map_err(|_| Failure::OutcomeUnknown)?);
        }
        Ok(answered.map(|_| view))
    }

    /// `GET /api/v1/proposals/{proposal_id}`.
    ///
    /// # Errors
    /// No such proposal; the store's failures.
    pub async fn proposal(&self, actor: Actor, proposal_id: ProposalId) -> Result<ProposalView, Failure> {
        self.reader(actor).await?;
        self.proposal_view(proposal_id).await
    }

    /// `GET /api/v1/proposals`: of at most `proposals_max` made after `after`, those that wait, or all; and after
    /// which one the next page begins, unless this is the last.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn proposals(
        &self,
        actor: Actor,
        waiting_only: bool,
        after: Option<ProposalId>,
        proposals_max: usize,
    ) -> Result<(Vec<ProposalView>, Option<ProposalId>), Failure> {
        self.reader(actor).await?;
        let after = after.map(Key::Proposal);
        let rows = self.store.rows(RowKind::Proposal, after, proposals_max).await.map_err(|why| {
            tracing::error!(%why, "proposals were not read");
            Failure::NotApplied
        })?;
        let (mut next, is_full) = (None, rows.len() >= proposals_max);
        let mut views = Vec::new();
        for row in rows {
            let Row::Proposal(proposal) = row else { continue };
            next = Some(proposal.proposal_id);
            if !waiting_only || proposal.standing(self.now()) == Standing::Waiting {
                views.push(self.shown_proposal((*proposal).clone()).await?);
            }
        }
        Ok((views, next.filter(|_| is_full)))
    }

    pub(crate) async fn proposal_view(&self, proposal_id: ProposalId) -> Result<ProposalView, Failure> {
        match self.row::<Proposal>(proposal_id).await? {
            Some(Row::Proposal(proposal)) => self.shown_proposal((*proposal).clone()).await,
            _ => Err(not_found(Thing::Proposal)),
        }
    }

    async fn shown_proposal(&self, proposal: Proposal) -> Result<ProposalView, Failure> {
        let mut staff = None;
        if let Proposed::ResetStaff(reset) = &proposal.what
            && let Some(Row::OperatorKeyName(name)) = self.row::<OperatorKeyName>(reset.staff_id).await?
        {
            staff = self.key_row(name.hash).await?;
        }
        let why = self.why_of(&proposal.what).await?;
        Ok(ProposalView { standing: proposal.standing(self.now()), proposal, why, staff, half: None })
    }

    /// Why a case is to be closed, as far as it can be read.
    async fn why_of(&self, what: &Proposed) -> Result<Option<NoteText>, Failure> {
        Ok(match what {
            Proposed::CloseCase(close) if !close.sealed_text.is_empty() => {
                match self.row::<Case>(close.operation_id).await? {
                    Some(Row::Case(case)) => {
                        opened_text(self.wallet_key(case.wallet_id).await?.as_ref(), &close.sealed_text)
                    }
                    _ => None,
                }
            }
            Proposed::CloseCase(_)
            | Proposed::Post(_)
            | Proposed::WriteOff(_)
            | Proposed::MakeLossGood(_)
            | Proposed::SetLimit(_)
            | Proposed::SetBrake(_)
            | Proposed::SetCreditLine(_)
            | Proposed::CorrectDeposit(_)
            | Proposed::ClearBreak(_)
            | Proposed::UndoClearing(_)
            | Proposed::AddKey(_)
            | Proposed::AddStaff(_)
            | Proposed::ResetStaff(_)
            | Proposed::AddTariff(_)
            | Proposed::ClearPart(_) => None,
        })
    }
}
