//! Cases, disputes and notes: cash-lifecycle.md section 2.

use specie_domain::ids::OperationId;
use specie_domain::outcome::Thing;
use specie_domain::rows::{Case as Row, CaseKind, CaseState, EventKind};
use specie_domain::{Receipt, Refusal, Time};
use specie_money::Money;

use super::answer::{Heard, another, done, refused, repeated};
use super::clock::Clock;
use super::codes::{OTHER_REQUEST, SAME_ANSWER};
use super::{Action, Design, Recalled, Request};
use crate::ask::{Said, words_of};
use crate::broken::Broken;

/// Pieces of evidence that come into a case by themselves.
pub(super) const EVIDENCE_MAX: usize = 64;
/// The same with what people write.
const EVIDENCE_AND_NOTES_MAX: usize = 128;

/// A piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Expired,
    Said(Said, usize),
    Reversed(i64, usize),
    LoggedOut,
    Disputed,
    Written,
    /// A step of its clock.
    ByClock,
    /// A hand-over found its cash missing.
    Missing,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case {
    kind: CaseKind,
    /// Since when it is closed, if it is.
    closed_at: Option<Time>,
    /// The sum in question and its currency, if it is about one.
    amount: Option<(i64, usize)>,
    pub(super) known: Vec<Known>,
    left_out: u32,
    is_taken: bool,
    /// When it was opened, or opened anew.
    opened_at: Option<Time>,
    /// When the customer had her word.
    said_at: Option<Time>,
    /// What of the sum the POS claims.
    pub(super) claimed: i64,
    /// What of it was taken from the wallet and lies in suspense.
    pub(super) suspended: i64,
    /// What the wallet paid again of what it had got back, and has not got back anew.
    pub(super) paid_again: i64,
    /// How often somebody higher was told.
    pub(super) level: u8,
    pub(super) clock: Option<Clock>,
}

impl Case {
    pub(super) fn is_disputed(&self) -> bool {
        self.kind == CaseKind::Disputed
    }

    pub(super) const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    pub(super) fn is_unconfirmed(&self) -> bool {
        self.kind == CaseKind::Unconfirmed
    }

    /// What lies in suspense goes back to the wallet; how much that is.
    pub(super) fn gives_back(&mut self) -> i64 {
        self.paid_again = (self.paid_again - self.suspended).max(0);
        std::mem::take(&mut self.suspended)
    }

    /// Whether the customer's words are in it.
    fn has_words(&self) -> bool {
        self.said_at.is_some_and(|said| self.opened_at.is_none_or(|opened| said >= opened))
    }

    /// It waits no more.
    pub(super) fn closes(&mut self, now: Time) {
        (self.closed_at, self.clock) = (Some(now), None);
    }

    pub(super) fn learn(&mut self, known: Known) {
        if self.known.len() < EVIDENCE_MAX {
            self.known.push(known);
        } else {
            self.left_out += 1;
        }
    }

    pub(super) fn minor(&self) -> Option<i64> {
        self.amount.map(|(minor, _)| minor)
    }
}

impl Design {
    /// Something that people must look at: the more serious reason of an open case stays.
    pub(super) fn case_opens(
        &mut self,
        number: usize,
        about: (CaseKind, Option<(i64, usize)>),
        known: Known,
    ) {
        let (kind, amount) = about;
        let new = Case {
            kind,
            closed_at: Some(Time::from_unix_ms(0)),
            amount,
            known: Vec::new(),
            left_out: 0,
            is_taken: false,
            opened_at: None,
            said_at: None,
            claimed: 0,
            suspended: 0,
            paid_again: 0,
            level: 0,
            clock: None,
        };
        let now = self.now;
        let case = self.cases.entry(self.sessions[number].operation).or_insert(new);
        let was_open = case.is_open();
        let kind_before = was_open.then_some(case.kind);
        if !was_open {
            (case.level, case.opened_at) = (0, now);
        }
        if !was_open || kind >= case.kind {
            (case.kind, case.amount) = (kind, amount);
        }
        case.closed_at = None;
        case.learn(known);
        self.weigh(number);
        let operation = self.sessions[number].operation;
        self.clock_starts(number, kind_before, known);
        if let Some(case) = self.cases.get(&operation)
            && !was_open
        {
            self.told.push((EventKind::CaseOpened, case.minor()));
        }
    }

    /// A case that is open, or of another kind than before, gets the clock of its kind.
    fn clock_starts(&mut self, number: usize, kind_before: Option<CaseKind>, known: Known) {
        let operation = self.sessions[number].operation;
        if let Some(Case { kind, amount, .. }) = self.cases.get(&operation)
            && kind_before != Some(*kind)
        {
            let currency = amount.map(|(_, currency)| currency);
            let clock = self.clock(number, *kind, currency, known == Known::Expired);
            self.cases.get_mut(&operation).into_iter().for_each(|case| case.clock.clone_from(&clock));
        }
        if matches!(known, Known::Said(Said::Unknown, _)) {
            self.speaks(number);
        }
    }

    /// The POS claims a sum, of which so much could be taken from the wallet.
    pub(super) fn case_claims(&mut self, number: usize, claimed: i64, suspended: i64) {
        if let Some(case) = self.cases.get_mut(&self.sessions[number].operation) {
            case.claimed += claimed;
            case.suspended += suspended;
            case.paid_again += suspended;
        }
    }

    /// Two people have looked at it.
    pub(super) fn case_closes(&mut self, number: usize, now: Time) {
        self.weigh(number);
        if let Some(case) = self.cases.get_mut(&self.sessions[number].operation) {
            case.known.push(Known::Written);
            (case.claimed, case.suspended) = (0, 0);
            case.closes(now);
            self.told.push((EventKind::CaseClosed, case.minor()));
        }
    }

    /// A dispute is about what the customer has not got back, and what she got back and paid again, as of now.
    fn weigh(&mut self, number: usize) {
        let Action::Withdrawal(withdrawal) = self.sessions[number].action else {
            return;
        };
        if let Some(case) = self.cases.get_mut(&self.sessions[number].operation)
            && case.kind == CaseKind::Disputed
        {
            let left = withdrawal.amount - withdrawal.returned + withdrawal.paid_late;
            case.amount = Some((left, withdrawal.currency));
        }
    }

    /// Whether a case of the customer's waits for somebody.
    pub(super) fn has_open_case(&self, customer: usize) -> bool {
        let own = self.sessions.iter().filter(|session| session.customer == customer);
        own.filter_map(|session| self.cases.get(&session.operation)).any(Case::is_open)
    }

    /// Word about an operation goes into its case, if one is open; one that only waited for word is closed by it.
    pub(super) fn case_hears(&mut self, number: usize, known: Known, held: i64, now: Time) {
        let case = self.cases.get_mut(&self.sessions[number].operation);
        let Some(case) = case.filter(|case| case.is_open()) else {
            return;
        };
        case.learn(known);
        if case.kind == CaseKind::Unconfirmed && held == 0 {
            case.closes(now);
            self.told.push((EventKind::CaseClosed, case.minor()));
        }
        self.weigh(number);
    }

    /// A dispute, perhaps in the customer's own words: a case takes those in once.
    pub(super) fn dispute(&mut self, request: &Request<'_>, id: u128) -> Result<Heard, Broken> {
        let heard = self.disputes(request, id)?;
        let Ok(Receipt::CaseOpened(operation)) = &request.outcome.result else { return Ok(heard) };
        let case = self.cases.get_mut(operation).filter(|case| case.is_open() && !case.has_words());
        let Some(case) = case.filter(|_| !words_of(id).is_empty()) else { return Ok(heard) };
        if case.known.len() < EVIDENCE_MAX {
            case.said_at = Some(request.at);
        }
        case.learn(Known::Written);
        Ok(Heard::Changed)
    }

    fn disputes(&mut self, request: &Request<'_>, id: u128) -> Result<Heard, Broken> {
        const RULE: &str = "a dispute of a withdrawal opens a case and moves nothing";
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => {
                return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
            }
            Recalled::Nothing => {}
        }
        let disputed = self.sessions.iter().enumerate().find_map(|(number, session)| match session.action {
            Action::Withdrawal(withdrawal) if withdrawal.id.as_u128() == id => Some((number, withdrawal)),
            Action::None | Action::Barred | Action::Withdrawal(_) | Action::Deposit(_) => None,
        });
        let Some((number, withdrawal)) = disputed else {
            return refused(request.outcome, RULE, &Refusal::NotFound(Thing::Withdrawal));
        };
        let receipt = Receipt::CaseOpened(self.sessions[number].operation);
        let case = self.cases.get(&self.sessions[number].operation);
        if case.is_some_and(|case| case.is_open() && case.kind == CaseKind::Disputed) {
            return repeated(request.outcome, "a dispute stands once", &receipt).map(|_| Heard::Nothing);
        }
        if self.wallets[self.sessions[number].customer].erased {
            return refused(request.outcome, RULE, &Refusal::WalletDisabled);
        }
        let told = done(request.outcome, RULE)?;
        if *told != receipt {
            return Err(another(RULE, told));
        }
        let left = withdrawal.amount - withdrawal.returned + withdrawal.paid_late;
        self.case_opens(number, (CaseKind::Disputed, Some((left, withdrawal.currency))), Known::Disputed);
        self.remember(request, receipt);
        Ok(Heard::Changed)
    }

    pub(super) fn note(
        &mut self,
        request: &Request<'_>,
        operation: OperationId,
        takes: bool,
    ) -> Result<Heard, Broken> {
        const RULE: &str = "what people write about a case is in it";
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => {
                return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
            }
            Recalled::Nothing => {}
        }
        let Some(case) = self.cases.get_mut(&operation) else {
            return refused(request.outcome, RULE, &Refusal::NotFound(Thing::Case));
        };
        let pieces = 1 + usize::from(takes);
        if case.known.len() + pieces > EVIDENCE_AND_NOTES_MAX {
            let limit = specie_domain::outcome::Limit::EvidenceOfCase(EVIDENCE_AND_NOTES_MAX);
            return refused(request.outcome, RULE, &Refusal::LimitExceeded(limit));
        }
        let told = done(request.outcome, RULE)?;
        if *told != Receipt::Done {
            return Err(another(RULE, told));
        }
        case.known.extend(std::iter::repeat_n(Known::Written, pieces));
        case.is_taken |= takes;
        self.remember(request, Receipt::Done);
        Ok(Heard::Changed)
    }

    /// Whether the design knows this very case.
    pub(crate) fn has_case(&self, row: &Row) -> bool {
        let closed_at = match row.state {
            CaseState::Open => None,
            CaseState::Closed(at) => Some(at),
        };
        self.cases.get(&row.operation_id).is_some_and(|case| {
            let amount =
                case.amount.map(|(minor, currency)| Money::from_minor(minor, self.currencies[currency]));
            (case.kind, case.closed_at, amount) == (row.kind, closed_at, row.amount)
                && (case.known.len(), case.left_out) == (row.evidence.len(), row.left_out)
                && case.is_taken == row.assigned_to.is_some()
                && (case.claimed, case.suspended) == (row.claimed, row.suspended)
                && (case.level, case.paid_again) == (row.level, row.paid_again)
                && case.clock.as_ref().and_then(Clock::due_at) == row.due_at
        })
    }

    /// How many cases are open.
    pub(crate) fn open_cases(&self) -> usize {
        self.cases.values().filter(|case| case.is_open()).count()
    }
}
