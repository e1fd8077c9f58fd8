//! What needs two people: security.md "People". Here it is a transfer by hand from the bank into a POS's suspense, or
//! the closing of a case: sums are minor units.

use specie_domain::ids::{OperationId, ProposalId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{EventKind, Proposal as Row, ProposalState, Proposed, Role, Standing};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, refused, repeated};
use super::codes::{OTHER_REQUEST, SAME_ANSWER};
use super::money::Why;
use super::{Design, Recalled, Request, Touched};
use crate::ask::{Found, Want};
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

/// What is proposed.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// So much from the bank into a POS's suspense.
    Post { pos: usize, currency: usize, minor: i64 },
    /// That a case be closed.
    Close { operation: OperationId, found: Found },
    /// Something else, and the number of the key it would be.
    Other(Want, u64),
}

impl Wanted {
    const fn minor(self) -> Option<i64> {
        match self {
            Self::Post { minor, .. } => Some(minor),
            Self::Close { .. } => None,
            Self::Other(want, _) => want.minor(),
        }
    }

    const fn is_judged_by_admins(self) -> bool {
        matches!(self, Self::Other(Want::Line { .. } | Want::Limit { .. }, _))
    }

    /// A customer waits for the end of a case; what costs the operator money can wait.
    const fn delay_s(self) -> i64 {
        match self {
            Self::Post { .. }
            | Self::Other(..)
            | Self::Close { found: Found::OperatorBears | Found::WrittenOff, .. } => DELAY_S,
            Self::Close { .. } => 0,
        }
    }
}

/// A proposal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proposal {
    wanted: Wanted,
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
        self.take_proposal(request, Wanted::Post { pos, currency, minor })
    }

    pub(super) fn propose_closing(
        &mut self,
        request: &Request<'_>,
        operation: OperationId,
        found: Found,
    ) -> Result<Heard, Broken> {
        self.take_proposal(request, Wanted::Close { operation, found })
    }

    pub(super) fn propose_wanted(&mut self, request: &Request<'_>, want: Want) -> Result<Heard, Broken> {
        self.take_proposal(request, Wanted::Other(want, request.staff))
    }

    fn take_proposal(&mut self, request: &Request<'_>, wanted: Wanted) -> Result<Heard, Broken> {
        let Some(key) = request.by else {
            return refused(request.outcome, RULE, &Refusal::RoleForbids);
        };
        if let (Wanted::Other(Want::Key { .. }, _), Recalled::First(_)) = (wanted, self.recall(request)) {
            const ONCE: &str = "half of a key is told once";
            return refused(request.outcome, ONCE, &Refusal::SecretShownOnce);
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        if let Some((rule, refusal)) = self.why_not_done(wanted, request.at) {
            return refused(request.outcome, rule, &refusal);
        }
        let receipt = done(request.outcome, RULE)?;
        let Receipt::Proposed(id) = receipt else {
            return Err(another(RULE, receipt));
        };
        let proposal = Proposal { wanted, key, at: request.at, end: End::None };
        self.proposals.insert(*id, proposal);
        self.told.push((EventKind::ProposalMade, wanted.minor()));
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
        let is_admin = self.staff.get(&key).is_some_and(|staff| staff.role == Role::Admin);
        if proposal.wanted.is_judged_by_admins() && !is_admin {
            const ADMINS: &str = "limits and credit lines are an admin's";
            return refused(request.outcome, ADMINS, &Refusal::RoleForbids);
        }
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
        let (end, kind) = match (approve, is_own) {
            (true, _) => (End::Carried, EventKind::ProposalCarriedOut),
            (false, true) => (End::Withdrawn, EventKind::ProposalTurnedDown),
            (false, false) => (End::Rejected, EventKind::ProposalTurnedDown),
        };
        match proposal.wanted {
            _ if !approve => {}
            Wanted::Post { pos, currency, minor } => {
                self.move_money(Touched::Funding(currency), Touched::Suspense(pos, currency), minor);
            }
            Wanted::Close { operation, found } => self.close_case(operation, found, request.at),
            Wanted::Other(want, key) => self.does_want(request, want, key),
        }
        self.told.push((kind, proposal.wanted.minor()));
        self.proposals.insert(id, Proposal { end, ..proposal });
        self.remember(request, Receipt::Done);
        Ok(Heard::Changed)
    }

    pub(super) fn heard_before(&self, request: &Request<'_>) -> Result<Option<Heard>, Broken> {
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
        let from = proposal.at.plus_s(proposal.wanted.delay_s());
        if now < from {
            return Some(("an approval waits for the delay", Refusal::ProposalNotYet(from)));
        }
        let is_live = self.staff.get(&proposal.key).is_some_and(|staff| !staff.revoked);
        let gone = ("what a revoked key proposed is not done", Refusal::ProposerRevoked);
        if is_live { self.why_not_done(proposal.wanted, now) } else { Some(gone) }
    }

    /// Looked at when it is proposed, and again when it is approved.
    fn why_not_done(&self, wanted: Wanted, now: Time) -> Option<Why> {
        match wanted {
            Wanted::Post { .. } => None,
            Wanted::Close { operation, found } => self.why_not_closed(operation, found, now),
            Wanted::Other(want, _) => self.why_not_wanted(want, now),
        }
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
            let is_meant = match (proposal.wanted, &row.what) {
                (Wanted::Post { minor, .. }, Proposed::Post(posting)) => posting.amount == minor,
                (Wanted::Close { operation, found }, Proposed::CloseCase(close)) => {
                    (close.operation_id, close.closing) == (operation, found.closing(&self.currencies))
                }
                (Wanted::Other(want, _), what) => self.is_wanted(want, what),
                (Wanted::Post { .. } | Wanted::Close { .. }, _) => false,
            };
            is_meant && (proposal.end, proposal.at) == (end, row.proposed_at)
        })
    }
}
