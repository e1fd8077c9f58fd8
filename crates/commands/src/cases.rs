//! Cases: list, show, note, and a customer's dispute that opens one. What people write of a case is sealed under the
//! wallet's own key, so that it is forgotten with the customer. Moves no money and closes nothing.

use std::sync::Arc;

use specie_domain::command::{Actor, Body, Dispute, DisputeSaying, NoteCase};
use specie_domain::ids::{OperationId, WalletId, WithdrawalId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{Action, Case, Evidence, EvidenceKind, Session, Wallet, Withdrawal};
use specie_domain::{Receipt, Refusal, Row};

use crate::calls::{Commands, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::NoteText;
use crate::vault::WalletKey;
use crate::views::WithdrawalView;
use crate::wallets::Asked;

/// What a note is sealed for.
const NOTE_PURPOSE: &str = "case note";

/// A case, and its POS as it is shown.
#[derive(Debug, Clone)]
pub struct CaseView {
    /// The case.
    pub case: Arc<Case>,
    /// The id of its POS as it is shown.
    pub pos_id: String,
}

/// A case with all that is known of it.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// The case.
    pub view: CaseView,
    /// Its evidence, each with the text of a note; none where it was erased or is no note.
    pub evidence: Vec<(Evidence, Option<NoteText>)>,
    /// The withdrawal it is about, if there is one.
    pub withdrawal: Option<WithdrawalView>,
}

/// What somebody of the operator adds to a case.
#[derive(Debug)]
pub struct NoteRequest {
    /// The operation it is about.
    pub operation_id: OperationId,
    /// Who owns it from now on, if that changes.
    pub assign_to: Option<String>,
    /// What was found.
    pub text: Option<NoteText>,
}

impl Commands {
    /// `GET /api/v1/cases`: at most `cases_max`, of operations begun after `after`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn cases(
        &self,
        actor: Actor,
        open_only: bool,
        after: Option<OperationId>,
        cases_max: usize,
    ) -> Result<Vec<CaseView>, Failure> {
        self.reader(actor).await?;
        let found = self.store.cases(open_only, after, cases_max).await.map_err(|why| {
            tracing::error!(%why, "cases were not read");
            Failure::NotApplied
        })?;
        let mut views = Vec::with_capacity(found.len());
        for case in found {
            views.push(self.case_view(Arc::new(case)).await?);
        }
        Ok(views)
    }

    /// `GET /api/v1/cases/{operation_id}`.
    ///
    /// # Errors
    /// No such case; the store's failures.
    pub async fn case(&self, actor: Actor, operation_id: OperationId) -> Result<CaseFile, Failure> {
        self.reader(actor).await?;
        let case = self.case_row(operation_id).await?;
        if case.evidence.iter().any(|piece| sealed_words(&piece.what).is_some()) {
            self.look_at_personal(actor, case.wallet_id).await?;
        }
        let key = self.wallet_key(case.wallet_id).await?;
        let opened = |what| opened_text(key.as_ref(), sealed_words(what)?);
        let evidence = case.evidence.iter().map(|piece| (piece.clone(), opened(&piece.what))).collect();
        let withdrawal = self.withdrawal_of(operation_id).await?;
        Ok(CaseFile { view: self.case_view(case).await?, evidence, withdrawal })
    }

    /// `POST /api/v1/withdrawals/{transaction_id}/disputes`. The answer is the case as it is now.
    ///
    /// # Errors
    /// No such withdrawal; the role does not allow it; the lane's failures.
    pub async fn dispute(
        &self,
        asked: Asked<'_>,
        withdrawal_id: WithdrawalId,
    ) -> Result<Answered<CaseView>, Failure> {
        let body = Body::Dispute(Dispute { actor: asked.actor, withdrawal_id });
        self.disputed(asked, &withdrawal_id, body).await
    }

    /// The same by a customer of this wallet, in her own words.
    ///
    /// # Errors
    /// No such withdrawal of this wallet; its customer was forgotten; the lane's failures.
    pub async fn dispute_saying(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
        withdrawal_id: WithdrawalId,
        text: &NoteText,
    ) -> Result<Answered<CaseView>, Failure> {
        let sealed_text = self.seal_note(wallet_id, text).await?;
        let dispute = Dispute { actor: asked.actor, withdrawal_id };
        let body = Body::DisputeSaying(DisputeSaying { dispute, sealed_text });
        self.disputed(asked, &(withdrawal_id, text.reveal().to_owned()), body).await
    }

    async fn disputed(
        &self,
        asked: Asked<'_>,
        values: &impl borsh::BorshSerialize,
        body: Body,
    ) -> Result<Answered<CaseView>, Failure> {
        let request = asked.request("POST /api/v1/withdrawals/{transaction_id}/disputes");
        let answered = self.commit(&request, values, body).await?;
        let opened = receipt_of!(answered, Receipt::CaseOpened(operation_id) => *operation_id)?;
        // The case is open: a read that fails from here on may not be told as "not applied".
        let unknown = |_: Failure| Failure::OutcomeUnknown;
        let case = self.case_row(opened.receipt).await.map_err(unknown)?;
        let view = self.case_view(case).await.map_err(unknown)?;
        Ok(opened.map(|_| view))
    }

    /// `POST /api/v1/cases/{operation_id}/notes`.
    ///
    /// # Errors
    /// No such case; the role does not allow it; a name outside its limits; the customer was forgotten, so that nothing
    /// can be written of her; the lane's failures.
    pub async fn note_case(&self, asked: Asked<'_>, note: NoteRequest) -> Result<Answered<()>, Failure> {
        let NoteRequest { operation_id, assign_to, text } = note;
        self.reader(asked.actor).await?;
        let case = self.case_row(operation_id).await?;
        let sealed_text = match &text {
            Some(text) => self.seal_note(case.wallet_id, text).await?,
            None => Vec::new(),
        };
        let values = (operation_id, assign_to.clone(), text.as_ref().map(|text| text.reveal().to_owned()));
        let body = NoteCase { actor: asked.actor, operation_id, assign_to, sealed_text };
        let request = asked.making("POST /api/v1/cases/{operation_id}/notes");
        Ok(self.commit(&request, &values, Body::NoteCase(body)).await?.map(|_| ()))
    }

    pub(crate) async fn seal_note(&self, wallet_id: WalletId, text: &NoteText) -> Result<Vec<u8>, Failure> {
        if let Some(key) = self.wallet_key(wallet_id).await? {
            return Ok(self.vault.seal_personal(&key, NOTE_PURPOSE, text.reveal().as_bytes()));
        }
        match self.row::<Wallet>(wallet_id).await? {
            Some(Row::Wallet(wallet)) if wallet.erased_at.is_none() => {
                tracing::error!("a wallet's personal key is lost: no note can be kept for it");
                Err(Failure::NotApplied)
            }
            _ => Err(Refusal::WalletDisabled.into()),
        }
    }

    pub(crate) async fn case_row(&self, operation_id: OperationId) -> Result<Arc<Case>, Failure> {
        match self.row::<Case>(operation_id).await? {
            Some(Row::Case(case)) => Ok(case),
            _ => Err(not_found(Thing::Case)),
        }
    }

    async fn case_view(&self, case: Arc<Case>) -> Result<CaseView, Failure> {
        Ok(CaseView { pos_id: self.shown_pos_id(case.pos_id).await?, case })
    }

    async fn withdrawal_of(&self, operation_id: OperationId) -> Result<Option<WithdrawalView>, Failure> {
        let Some(Row::Session(session)) = self.row::<Session>(operation_id).await? else { return Ok(None) };
        let Action::Withdrawal(withdrawal_id) = session.action else { return Ok(None) };
        match self.row::<Withdrawal>(withdrawal_id).await? {
            Some(Row::Withdrawal(withdrawal)) => self.withdrawal_view(withdrawal, &session).await.map(Some),
            _ => Ok(None),
        }
    }
}

/// What somebody wrote that may tell of the customer, sealed.
fn sealed_words(what: &EvidenceKind) -> Option<&[u8]> {
    match what {
        EvidenceKind::Note(_, sealed) | EvidenceKind::Said(sealed) => Some(sealed),
        EvidenceKind::ClosedBy(closure) => {
            Some(closure.sealed_text.as_slice()).filter(|text| !text.is_empty())
        }
        EvidenceKind::Expired
        | EvidenceKind::Told(_)
        | EvidenceKind::Reversed(_)
        | EvidenceKind::LoggedOut
        | EvidenceKind::Disputed
        | EvidenceKind::Assigned(_)
        | EvidenceKind::Escalated(..)
        | EvidenceKind::Assumed(_)
        | EvidenceKind::ReversedByLaw(..)
        | EvidenceKind::Compensated(..)
        | EvidenceKind::CashMissing(_) => None,
    }
}

pub(crate) fn opened_text(key: Option<&WalletKey>, sealed: &[u8]) -> Option<NoteText> {
    let clear = key?.open_personal(NOTE_PURPOSE, sealed).ok()?;
    String::from_utf8(clear).ok().map(NoteText::made)
}
