//! What needs two people: security.md "People". Here it is always a transfer by hand from the bank into a POS's
//! suspense: sums are minor units.

use specie_domain::ids::ProposalId;
use specie_domain::outcome::Thing;
use specie_domain::rows::{EventKind, Proposal as Row, ProposalState, Standing};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, refused, repeated};
use super::codes::{OTHER_REQUEST, SAME_ANSWER};
use super::money::Why;
use super::{Design, Recalled, Request, Touched};
use crate::broken::Broken;

/// How long a proposal waits before it may be approved.
const DELAY_S: i64 = 60;
/// How long it may wait for its approval.
const VALID_S: i64 = 7 * 86_400;

const RULE: &str = "what one person proposes another may approve, once and after a delay";

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    None,
    Carried,
    Rejected,
    Withdrawn,
}

/// A proposal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proposal {
    pos: usize,
    currency: usize,
    minor: i64,
    key: u64,
    at: Time,
    end: End,
}

impl Design {
    pub(super) fn propose(
        &mut self,
        request: &Request<'_>,
        (pos, currency, minor): (usize, usize, i64),
    ) -> Result<Heard, Broken> {
        let Some(key) = request.by else {
            return refused(request.outcome, RULE, &Refusal::RoleForbids);
        };
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let receipt = done(request.outcome, RULE)?;
        let Receipt::Proposed(id) = receipt else {
            return Err(another(RULE, receipt));
        };
        let proposal = Proposal { pos, currency, minor, key, at: request.at, end: End::None };
        self.proposals.insert(*id, proposal);
        self.told.push((EventKind::ProposalMade, Some(minor)));
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    pub(super) fn judge_proposal(
        &mut self,
        request: &Request<'_>,
        id: u128,
        approve: bool,
    ) -> Result<Heard, Broken> {
        let Some(key) = request.by else {
            return refused(request.outcome, RULE, &Refusal::RoleForbids);
        };
        let id = ProposalId::from_u128(id);
        let Some(proposal) = self.proposals.get(&id).copied() else {
            return refused(request.outcome, RULE, &Refusal::NotFound(Thing::Proposal));
        };
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let is_own = self.is_one_person(key, proposal.key);
        if let Some((rule, refusal)) = self.why_not_judged(&proposal, request.at, approve, is_own) {
            return refused(request.outcome, rule, &refusal);
        }
        let told = done(request.outcome, RULE)?;
        if *told != Receipt::Done {
            return Err(another(RULE, told));
        }
        let Proposal { pos, currency, minor, .. } = proposal;
        let (end, kind) = match (approve, is_own) {
            (true, _) => (End::Carried, EventKind::ProposalCarriedOut),
            (false, true) => (End::Withdrawn, EventKind::ProposalTurnedDown),
            (false, false) => (End::Rejected, EventKind::ProposalTurnedDown),
        };
        if approve {
            self.move_money(Touched::Funding(currency), Touched::Suspense(pos, currency), minor);
        }
        self.told.push((kind, Some(minor)));
        self.proposals.insert(id, Proposal { end, ..proposal });
        self.remember(request, Receipt::Done);
        Ok(Heard::Changed)
    }

    fn heard_before(&self, request: &Request<'_>) -> Result<Option<Heard>, Broken> {
        match self.recall(request) {
            Recalled::OtherRequest => {
                refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused).map(Some)
            }
            Recalled::First(first) => {
                repeated(request.outcome, SAME_ANSWER, &first).map(|_| Some(Heard::Nothing))
            }
            Recalled::Nothing => Ok(None),
        }
    }

    fn why_not_judged(&self, proposal: &Proposal, now: Time, approve: bool, is_own: bool) -> Option<Why> {
        let over = |standing| Some(("a proposal is judged once", Refusal::ProposalOver(standing)));
        match proposal.end {
            End::Carried => return over(Standing::Carried),
            End::Rejected => return over(Standing::Rejected),
            End::Withdrawn => return over(Standing::Withdrawn),
            End::None if now >= proposal.at.plus_s(VALID_S) => return over(Standing::Expired),
            End::None => {}
        }
        if !approve {
            return None;
        }
        if is_own {
            return Some(("nobody approves what they proposed", Refusal::OwnProposal));
        }
        let from = proposal.at.plus_s(DELAY_S);
        if now < from {
            return Some(("an approval waits for the delay", Refusal::ProposalNotYet(from)));
        }
        let is_live = self.staff.get(&proposal.key).is_some_and(|staff| !staff.revoked);
        let gone = ("what a revoked key proposed is not done", Refusal::ProposerRevoked);
        (!is_live).then_some(gone)
    }

    /// The first staff are different people; all who were hired later are one.
    fn is_one_person(&self, key: u64, other: u64) -> bool {
        let is_hired = |key: u64| self.staff.get(&key).is_some_and(|staff| staff.is_hired);
        key == other || (is_hired(key) && is_hired(other))
    }

    /// Whether the design knows this very proposal.
    pub(crate) fn has_proposal(&self, row: &Row) -> bool {
        self.proposals.get(&row.proposal_id).is_some_and(|proposal| {
            let end = match row.state {
                ProposalState::Waiting => End::None,
                ProposalState::Carried(..) => End::Carried,
                ProposalState::Rejected(..) => End::Rejected,
                ProposalState::Withdrawn(_) => End::Withdrawn,
            };
            (proposal.end, proposal.at) == (end, row.proposed_at)
        })
    }
}
