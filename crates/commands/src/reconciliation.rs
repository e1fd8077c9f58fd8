//! Reconciliation: files taken in, what people do with matches and breaks, and what may be read of it. What belongs
//! together is gathered and searched in [`crate::search`]; the core judges it.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use specie_domain::command::{
    Actor, BeginReconciliation, BeginStatements, Body, CloseBreak, MatchByHand, NoteBreak, Reconcile,
    Statement, TakeLines, UndoMatch,
};
use specie_domain::ids::{OperationId, OwnerId, PosId, ReconciliationId, Reference};
use specie_domain::outcome::{ReconRefusal, Thing};
use specie_domain::rows::{
    BreakState, ClearBreak, ClearPart, Deposit, FileHash, Ours, Placed, Proposed, ReconBreak, ReconLine,
    ReconMatch, ReconScope, Reconciliation, Session, SettleBatch, StatedLine, UndoClearing, Withdrawal,
    Worth,
};
use specie_domain::{Key, Receipt, Refusal, Row, RowKind, Time};
use specie_money::{Currency, Money};
use specie_store::READ_KEYS_MAX;

use crate::calls::{Commands, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::proposals::{ProposalView, ProposeRequest};
use crate::wallets::Asked;

/// Whose word a file is, as a request names it.
#[derive(Debug, Clone, PartialEq, Eq, borsh::BorshSerialize)]
pub enum ScopeRequest {
    /// A POS's own journal.
    PosJournal(Reference<PosId>),
    /// The bank's statement in a currency: about this owner, or all.
    Bank(Currency, Option<OwnerId>),
}

/// A file to be held against the ledger.
#[derive(Debug, Clone, PartialEq, Eq, borsh::BorshSerialize)]
pub struct ReconciliationRequest {
    /// Whose word it is.
    pub scope: ScopeRequest,
    /// What people call it.
    pub name: String,
    /// The first instant it is about.
    pub from: Time,
    /// The first instant after it.
    pub to: Time,
    /// The SHA-256 of the file.
    pub file: FileHash,
    /// Lines it has.
    pub lines: u32,
    /// What tells the statements of a bank's file from all others, in words.
    pub statements: Vec<String>,
}

/// A fact of ours, as the ledger has it now.
#[derive(Debug, Clone)]
pub struct FactView {
    /// The fact.
    pub ours: Ours,
    /// Its operation, if it is of one.
    pub operation_id: Option<OperationId>,
    /// What it comes to.
    pub worth: Worth,
    /// When it was made.
    pub made_at: Time,
}

/// A match with what is known of its facts.
#[derive(Debug, Clone)]
pub struct MatchView {
    /// The match.
    pub found: Arc<ReconMatch>,
    /// Its facts.
    pub facts: Vec<FactView>,
}

/// A break with what is known of its facts.
#[derive(Debug, Clone)]
pub struct BreakView {
    /// The break.
    pub found: Arc<ReconBreak>,
    /// Its facts.
    pub facts: Vec<FactView>,
}

/// What a person puts together.
#[derive(Debug, Clone, PartialEq, Eq, borsh::BorshSerialize)]
pub struct MatchRequest {
    /// The lines.
    pub lines: Vec<u32>,
    /// The facts.
    pub ours: Vec<Ours>,
    /// Why.
    pub why: String,
}

/// What is proposed for a break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClearRequest {
    /// What is left of its difference is posted to the `suspense` of this POS; a journal's POS is known.
    Clear(Option<Reference<PosId>>),
    /// A part of it.
    Part(Option<Reference<PosId>>, Money),
    /// Such a posting is taken back.
    Undo,
}

/// Which numbers a page looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberedPage {
    /// Those after this one.
    pub after: u32,
    /// So many at most.
    pub most: usize,
}

/// A page of what a file holds, and after which number the next one begins.
pub type Numbered<T> = (Vec<T>, Option<u32>);

impl Commands {
    /// `POST /api/v1/reconciliations`.
    ///
    /// # Errors
    /// No such POS or owner; a text, a period or a number of lines outside its limits; the file is known; the lane's
    /// failures.
    pub async fn begin_reconciliation(
        &self,
        asked: Asked<'_>,
        request: ReconciliationRequest,
    ) -> Result<Answered<Arc<Reconciliation>>, Failure> {
        self.reader(asked.actor).await?;
        let values = request.clone();
        let ReconciliationRequest { scope, name, from, to, file, lines, statements } = request;
        let scope = match scope {
            ScopeRequest::PosJournal(pos) => ReconScope::PosJournal(self.known_pos(pos).await?),
            ScopeRequest::Bank(currency, owner_id) => ReconScope::Bank(currency, owner_id),
        };
        let begin = BeginReconciliation { actor: asked.actor, scope, name, from, to, file, lines };
        let body = if statements.is_empty() {
            Reconcile::Begin(begin)
        } else {
            let statement =
                |name: String| Statement { mark: FileHash(Sha256::digest(name.as_bytes()).into()), name };
            let statements = statements.into_iter().map(statement).collect();
            Reconcile::BeginStatements(BeginStatements { begin, statements })
        };
        let verb = asked.request("POST /api/v1/reconciliations");
        let answered = self.commit(&verb, &values, Body::Reconcile(body)).await?;
        let begun = receipt_of!(answered, Receipt::ReconciliationBegun(id) => *id)?;
        let row = self.reconciliation_row(begun.receipt).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(begun.map(|_| row))
    }

    /// `POST /api/v1/reconciliations/{id}/lines`: the next lines, from number `first`. Lines that are there already are
    /// left as they are, if they say the same.
    ///
    /// # Errors
    /// No such file; the number is not the next; a line that cannot be so, and then none is taken; the lane's failures.
    pub async fn take_lines(
        &self,
        asked: Asked<'_>,
        reconciliation_id: ReconciliationId,
        first: u32,
        lines: Vec<StatedLine>,
    ) -> Result<Answered<Arc<Reconciliation>>, Failure> {
        let values = (reconciliation_id, first, lines.clone());
        let body = TakeLines { actor: asked.actor, reconciliation_id, first, lines };
        let verb = asked.request("POST /api/v1/reconciliations/{id}/lines");
        let answered = self.commit(&verb, &values, Body::Reconcile(Reconcile::TakeLines(body))).await?;
        self.answered_file(answered, reconciliation_id).await
    }

    async fn known_pos(&self, pos: Reference<PosId>) -> Result<PosId, Failure> {
        self.pos_id_of(pos).await?.ok_or_else(|| not_found(Thing::Pos))
    }

    /// The file as it is after a change that is done.
    async fn answered_file(
        &self,
        answered: Answered<Receipt>,
        id: ReconciliationId,
    ) -> Result<Answered<Arc<Reconciliation>>, Failure> {
        let row = self.reconciliation_row(id).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(answered.map(|_| row))
    }

    /// `POST /api/v1/reconciliations/{id}/matches`: a person puts lines and facts together. The answer says where they
    /// stand: in a match, or, where the sums differ, in a break.
    ///
    /// # Errors
    /// No such file, line or fact; one of them stands elsewhere; a side is empty or too long; the lane's failures.
    pub async fn match_by_hand(
        &self,
        asked: Asked<'_>,
        reconciliation_id: ReconciliationId,
        request: MatchRequest,
    ) -> Result<Answered<Placed>, Failure> {
        let values = (reconciliation_id, request.clone());
        let MatchRequest { lines, ours, why } = request;
        let body = MatchByHand { actor: asked.actor, reconciliation_id, lines, ours, why };
        let verb = asked.making("POST /api/v1/reconciliations/{id}/matches");
        let answered = self.commit(&verb, &values, Body::Reconcile(Reconcile::MatchByHand(body))).await?;
        receipt_of!(answered, Receipt::Placed(placed) => *placed)
    }

    /// `POST /api/v1/reconciliations/{id}/matches/{number}/undo`.
    ///
    /// # Errors
    /// No such match; it was undone before; the lane's failures.
    pub async fn undo_match(
        &self,
        asked: Asked<'_>,
        reconciliation_id: ReconciliationId,
        number: u32,
        why: String,
    ) -> Result<Answered<Arc<Reconciliation>>, Failure> {
        let values = (reconciliation_id, number, why.clone());
        let body = UndoMatch { actor: asked.actor, reconciliation_id, number, why };
        let verb = asked.making("POST /api/v1/reconciliations/{id}/matches/{number}/undo");
        let answered = self.commit(&verb, &values, Body::Reconcile(Reconcile::UndoMatch(body))).await?;
        self.answered_file(answered, reconciliation_id).await
    }

    /// `POST /api/v1/reconciliations/{id}/breaks/{number}`: who looks into it, and what was found out.
    ///
    /// # Errors
    /// No such break; it is not open; a text outside its limits; the lane's failures.
    pub async fn note_break(
        &self,
        asked: Asked<'_>,
        key: (ReconciliationId, u32),
        assignee: Option<String>,
        note: Option<String>,
    ) -> Result<Answered<BreakView>, Failure> {
        let values = (key, assignee.clone(), note.clone());
        let (reconciliation_id, number) = key;
        let body = NoteBreak { actor: asked.actor, reconciliation_id, number, assignee, note };
        let verb = asked.request("POST /api/v1/reconciliations/{id}/breaks/{number}");
        let answered = self.commit(&verb, &values, Body::Reconcile(Reconcile::NoteBreak(body))).await?;
        self.answered_break(answered, key).await
    }

    /// `POST /api/v1/reconciliations/{id}/breaks/{number}/close`.
    ///
    /// # Errors
    /// No such break; it is not open; no reason; the lane's failures.
    pub async fn close_break(
        &self,
        asked: Asked<'_>,
        key: (ReconciliationId, u32),
        why: String,
    ) -> Result<Answered<BreakView>, Failure> {
        let values = (key, why.clone());
        let (reconciliation_id, number) = key;
        let body = CloseBreak { actor: asked.actor, reconciliation_id, number, why };
        let verb = asked.making("POST /api/v1/reconciliations/{id}/breaks/{number}/close");
        let answered = self.commit(&verb, &values, Body::Reconcile(Reconcile::CloseBreak(body))).await?;
        self.answered_break(answered, key).await
    }

    async fn answered_break(
        &self,
        answered: Answered<Receipt>,
        key: (ReconciliationId, u32),
    ) -> Result<Answered<BreakView>, Failure> {
        let view = self.break_view(key).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(answered.map(|_| view))
    }

    /// `POST /api/v1/reconciliations/{id}/breaks/{number}/clear` and `…/undo-clearing`: proposes to post the difference
    /// as it is now, or to take such a posting back. At a POS's journal the POS is known.
    ///
    /// # Errors
    /// No such break; it is not open, or was not cleared; a statement's difference without a POS; those of a proposal.
    pub async fn propose_clearing(
        &self,
        asked: Asked<'_>,
        key: (ReconciliationId, u32),
        what: ClearRequest,
        why: String,
    ) -> Result<Answered<ProposalView>, Failure> {
        self.reader(asked.actor).await?;
        let (reconciliation_id, number) = key;
        let row = self.reconciliation_row(reconciliation_id).await?;
        let view = self.break_view(key).await?;
        let what = match what {
            ClearRequest::Undo => {
                let last = view.found.last_clearing();
                let last = last.ok_or_else(|| Failure::from(Refusal::from(ReconRefusal::BreakNotCleared)))?;
                let difference = last.difference;
                Proposed::UndoClearing(UndoClearing { reconciliation_id, number, difference, why })
            }
            ClearRequest::Clear(pos) => {
                let (pos_id, difference) = (self.pos_of_clearing(pos, row.scope).await?, view.rest_now());
                Proposed::ClearBreak(ClearBreak { reconciliation_id, number, pos_id, difference, why })
            }
            ClearRequest::Part(pos, difference) => {
                let (pos_id, rest) = (self.pos_of_clearing(pos, row.scope).await?, view.rest_now());
                let clear = ClearBreak { reconciliation_id, number, pos_id, difference, why };
                Proposed::ClearPart(ClearPart { clear, rest })
            }
        };
        self.propose(asked, ProposeRequest::Plain(what)).await
    }

    async fn pos_of_clearing(
        &self,
        named: Option<Reference<PosId>>,
        scope: ReconScope,
    ) -> Result<PosId, Failure> {
        match (named, scope) {
            (Some(pos), _) => self.known_pos(pos).await,
            (None, ReconScope::PosJournal(pos_id)) => Ok(pos_id),
            (None, ReconScope::Bank(..)) => Err(not_found(Thing::Pos)),
        }
    }

    /// `GET /api/v1/reconciliations`: at most `rows_max`, the oldest first, after `after`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn reconciliations(
        &self,
        actor: Actor,
        after: Option<ReconciliationId>,
        rows_max: usize,
    ) -> Result<Vec<Arc<Reconciliation>>, Failure> {
        self.reader(actor).await?;
        let after = after.map(Key::Reconciliation);
        let found = self.listed(RowKind::Reconciliation, after, rows_max).await?;
        let rows = found.into_iter().filter_map(|row| {
            let Row::Reconciliation(row) = row else { return None };
            Some(row)
        });
        Ok(rows.collect())
    }

    /// `GET /api/v1/reconciliations/{id}`.
    ///
    /// # Errors
    /// No such file; the store's failures.
    pub async fn reconciliation(
        &self,
        actor: Actor,
        id: ReconciliationId,
    ) -> Result<Arc<Reconciliation>, Failure> {
        self.reader(actor).await?;
        self.reconciliation_row(id).await
    }

    /// `GET /api/v1/reconciliations/{id}/lines`: of those on the page, the ones that `wanted`
    /// chooses.
    ///
    /// # Errors
    /// No such file; the store's failures.
    pub async fn stated_lines(
        &self,
        actor: Actor,
        id: ReconciliationId,
        page: NumberedPage,
        wanted: fn(Placed) -> bool,
    ) -> Result<Numbered<Arc<ReconLine>>, Failure> {
        let row = self.reconciliation(actor, id).await?;
        let (numbers, next) = page_of(row.taken, page);
        let lines = self.lines_of(id, numbers).await?;
        Ok((lines.into_iter().filter(|line| wanted(line.placed)).collect(), next))
    }

    /// `GET /api/v1/reconciliations/{id}/matches`.
    ///
    /// # Errors
    /// No such file; the store's failures.
    pub async fn matches(
        &self,
        actor: Actor,
        id: ReconciliationId,
        page: NumberedPage,
    ) -> Result<Numbered<MatchView>, Failure> {
        let row = self.reconciliation(actor, id).await?;
        let (numbers, next) = page_of(row.matches, page);
        let found = self.rows::<ReconMatch>(numbers.map(|number| (id, number)).collect()).await?;
        let mut views = Vec::new();
        for row in found {
            let Some(Row::ReconMatch(found)) = row else { continue };
            let facts = self.facts_of(&found.ours).await?;
            views.push(MatchView { found, facts });
        }
        Ok((views, next))
    }

    /// `GET /api/v1/reconciliations/{id}/breaks`: of those on the page, the open ones, or all.
    ///
    /// # Errors
    /// No such file; the store's failures.
    pub async fn breaks(
        &self,
        actor: Actor,
        id: ReconciliationId,
        page: NumberedPage,
        open_only: bool,
    ) -> Result<Numbered<BreakView>, Failure> {
        let row = self.reconciliation(actor, id).await?;
        let (numbers, next) = page_of(row.breaks, page);
        let found = self.rows::<ReconBreak>(numbers.map(|number| (id, number)).collect()).await?;
        let mut views = Vec::new();
        for row in found {
            let Some(Row::ReconBreak(found)) = row else { continue };
            if !open_only || found.state == BreakState::Open {
                let facts = self.facts_of(&found.ours).await?;
                views.push(BreakView { found, facts });
            }
        }
        Ok((views, next))
    }

    async fn break_view(&self, key: (ReconciliationId, u32)) -> Result<BreakView, Failure> {
        match self.row::<ReconBreak>(key).await? {
            Some(Row::ReconBreak(found)) => {
                let facts = self.facts_of(&found.ours).await?;
                Ok(BreakView { found, facts })
            }
            _ => Err(not_found(Thing::Break)),
        }
    }

    pub(crate) async fn reconciliation_row(
        &self,
        id: ReconciliationId,
    ) -> Result<Arc<Reconciliation>, Failure> {
        match self.row::<Reconciliation>(id).await? {
            Some(Row::Reconciliation(row)) => Ok(row),
            _ => Err(not_found(Thing::Reconciliation)),
        }
    }

    /// Lines of these numbers, some at a time.
    pub(crate) async fn lines_of(
        &self,
        id: ReconciliationId,
        numbers: impl Iterator<Item = u32>,
    ) -> Result<Vec<Arc<ReconLine>>, Failure> {
        let keys: Vec<(ReconciliationId, u32)> = numbers.map(|number| (id, number)).collect();
        let mut lines = Vec::with_capacity(keys.len());
        for keys in keys.chunks(READ_KEYS_MAX) {
            for row in self.rows::<ReconLine>(keys.to_vec()).await? {
                if let Some(Row::ReconLine(line)) = row {
                    lines.push(line);
                }
            }
        }
        Ok(lines)
    }

    async fn facts_of(&self, ours: &[Ours]) -> Result<Vec<FactView>, Failure> {
        let mut facts = Vec::with_capacity(ours.len());
        for fact in ours {
            facts.extend(self.fact_view(*fact).await?);
        }
        Ok(facts)
    }

    async fn fact_view(&self, ours: Ours) -> Result<Option<FactView>, Failure> {
        let row = match ours {
            Ours::Withdrawal(id) => self.row::<Withdrawal>(id).await?,
            Ours::Deposit(id) => self.row::<Deposit>(id).await?,
            Ours::Batch(id) => self.row::<SettleBatch>(id).await?,
        };
        let (operation_id, worth, made_at) = match row {
            Some(Row::Withdrawal(row)) => (Some(row.operation_id), Worth::of_withdrawal(&row), row.made_at),
            Some(Row::Deposit(row)) => (Some(row.operation_id), Worth::of_deposit(&row), row.made_at),
            Some(Row::SettleBatch(row)) => (None, Worth::of_batch(&row), row.made_at),
            _ => return Ok(None),
        };
        Ok(Some(FactView { ours, operation_id, worth, made_at }))
    }

    /// The withdrawal or the deposit of an operation, if it had one.
    pub(crate) async fn sessions_of(&self, ids: &[OperationId]) -> Result<Vec<Arc<Session>>, Failure> {
        let mut sessions = Vec::with_capacity(ids.len());
        for ids in ids.chunks(READ_KEYS_MAX) {
            for row in self.rows::<Session>(ids.to_vec()).await? {
                if let Some(Row::Session(session)) = row {
                    sessions.push(session);
                }
            }
        }
        Ok(sessions)
    }

    pub(crate) async fn listed(
        &self,
        kind: RowKind,
        after: Option<Key>,
        rows_max: usize,
    ) -> Result<Vec<Row>, Failure> {
        self.store.rows(kind, after, rows_max).await.map_err(|why| {
            tracing::error!(%why, "a list was not read");
            Failure::NotApplied
        })
    }
}

impl BreakView {
    /// Theirs less ours, as the ledger is now.
    #[must_use]
    pub fn difference_now(&self) -> Money {
        let known: i64 = self.facts.iter().fold(0, |sum, fact| sum.saturating_add(fact.worth.value));
        let theirs = self.found.theirs;
        Money::from_minor(theirs.minor().saturating_sub(known), theirs.currency())
    }

    /// What is left of it when all that was posted is taken off.
    #[must_use]
    pub fn rest_now(&self) -> Money {
        let difference = self.difference_now();
        self.found.rest_of(difference).unwrap_or(difference)
    }
}

/// The numbers of a page after `after`, and after which one the next begins.
fn page_of(
    last: u32,
    NumberedPage { after, most }: NumberedPage,
) -> (std::ops::RangeInclusive<u32>, Option<u32>) {
    let most = u32::try_from(most.min(READ_KEYS_MAX)).unwrap_or(u32::MAX);
    let end = last.min(after.saturating_add(most));
    (after.saturating_add(1)..=end, (end < last).then_some(end))
}
