//! `/proposals`: what one person asks for and another one approves.

mod people;
mod read;
mod show;

use specie_domain::ids::ProposalId;
use specie_wire::api::{self, ProblemCode};

pub(super) use self::people::{propose_key, propose_reset, propose_staff};
use self::read::read;
pub(super) use self::show::shown;
use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;

/// `POST /proposals`.
pub(super) async fn propose(caller: Caller) -> Result<Reply, Refused> {
    let body: api::Propose = caller.body().await?;
    let request = caller.judged(read(body)).await?;
    let answered = caller.commands.propose(caller.asked(), request).await?;
    Reply::done(201, answered, |view| shown(&view))
}

/// `GET /proposals`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::ProposalsQuery = caller.query().await?;
    let proposals_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<ProposalId> = caller.judged(page_after(query.after.as_deref())).await?;
    let waiting_only = query.state == api::AskedProposals::Waiting;
    let (views, next) = caller.commands.proposals(caller.actor, waiting_only, after, proposals_max).await?;
    let proposals = views.iter().map(shown).collect();
    Reply::read(&api::Proposals { proposals, next: next.map(|next| next.to_string()) })
}

/// `GET /proposals/{proposal_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let proposal_id = caller.proposal_id().await?;
    Reply::read(&shown(&caller.commands.proposal(caller.actor, proposal_id).await?))
}

/// `POST /proposals/{proposal_id}/approve`.
pub(super) async fn approve(caller: Caller) -> Result<Reply, Refused> {
    judge(caller, true).await
}

/// `POST /proposals/{proposal_id}/reject`.
pub(super) async fn reject(caller: Caller) -> Result<Reply, Refused> {
    judge(caller, false).await
}

async fn judge(caller: Caller, approve: bool) -> Result<Reply, Refused> {
    let proposal_id = caller.proposal_id().await?;
    if approve {
        caller.permit_once_told(proposal_id).await?;
    }
    let answered = caller.commands.judge_proposal(caller.asked(), proposal_id, approve).await?;
    Reply::done(200, answered, |view| shown(&view))
}

impl Caller {
    /// Half of a secret is told in the answer to its approval alone. Were that answer lost, and nothing there by which to
    /// ask for it again, the key would be nobody's, and an admin who cannot act would count as one.
    async fn permit_once_told(&self, proposal_id: ProposalId) -> Result<(), Refused> {
        if !self.can_ask_again() {
            let view = self.commands.proposal(self.actor, proposal_id).await?;
            if view.proposal.what.half().is_some() {
                let detail = "The answer tells half of a secret: send an Idempotency-Key, so that a lost one can be asked for again.";
                return Err(Refused::with(ProblemCode::InvalidIdempotencyKey, detail));
            }
        }
        Ok(())
    }

    async fn proposal_id(&self) -> Result<ProposalId, Refused> {
        let read = self.text("proposal_id").parse().map_err(|_| ProblemCode::ProposalNotFound.into());
        self.judged(read).await
    }
}
