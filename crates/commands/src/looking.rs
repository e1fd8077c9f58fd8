//! What people of the operator look for: anything by its id, a wallet by its phone number, a POS by its name or its
//! short number. Strong reads, and one bounded walk over the names of POS.

use std::sync::Arc;

use specie_domain::command::Actor;
use specie_domain::ids::{OperationId, PosId, WalletId, WithdrawalId};
use specie_domain::rows::{Case, PlaceNumber, Pos, Session, Withdrawal};
use specie_domain::{Row, RowKind};
use specie_store::PAGE_LINES_MAX;

use crate::calls::Commands;
use crate::failure::Failure;
use crate::operations::OperationView;
use crate::secrets::PhoneNumber;
use crate::views::{AccountRef, AccountView, WalletView};

/// Things of one kind that a search finds, at most.
pub const FOUND_MAX: usize = 10;
/// POS whose names are looked at, at most.
const NAMES_LOOKED_AT_MAX: usize = 5_000;

/// A POS that was found.
#[derive(Debug, Clone)]
pub struct FoundPos {
    /// The POS.
    pub pos: Arc<Pos>,
    /// Its short number, if it has one.
    pub number: Option<u32>,
}

/// An operation that was found.
#[derive(Debug, Clone)]
pub struct FoundOperation {
    /// What became of it.
    pub view: OperationView,
    /// Whose wallet.
    pub wallet_id: WalletId,
    /// The id of its POS as it is shown.
    pub pos_id: String,
    /// What its POS is called.
    pub pos_name: String,
}

/// What a search found.
#[derive(Debug, Clone, Default)]
pub struct FoundThings {
    /// Wallets.
    pub wallets: Vec<WalletView>,
    /// POS.
    pub pos: Vec<FoundPos>,
    /// Operations.
    pub operations: Vec<FoundOperation>,
    /// Accounts.
    pub accounts: Vec<AccountView>,
    /// Operations that have a case.
    pub cases: Vec<OperationId>,
}

impl Commands {
    /// `GET /api/v1/search`.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn search(&self, actor: Actor, text: &str) -> Result<FoundThings, Failure> {
        self.reader(actor).await?;
        let text = text.trim();
        let mut found = FoundThings::default();
        if let Ok(phone) = text.parse::<PhoneNumber>() {
            found.wallets.extend(there(self.wallet_of_phone(actor, &phone).await)?);
        }
        self.find_by_id(actor, text, &mut found).await?;
        self.find_pos(text, &mut found).await?;
        Ok(found)
    }

    async fn find_by_id(&self, actor: Actor, text: &str, found: &mut FoundThings) -> Result<(), Failure> {
        if let Ok(named) = text.parse() {
            let account = AccountRef::Named(named);
            found.accounts.extend(there(self.account(actor, account).await)?);
        }
        if let Ok(wallet_id) = text.parse::<WalletId>() {
            found.wallets.extend(there(self.wallet(actor, wallet_id).await)?);
        }
        let operation_id = match text.parse::<WithdrawalId>() {
            Ok(id) => match self.row::<Withdrawal>(id).await? {
                Some(Row::Withdrawal(withdrawal)) => Some(withdrawal.operation_id),
                _ => text.parse().ok(),
            },
            Err(_) => None,
        };
        if let Some(operation_id) = operation_id {
            found.operations.extend(self.found_operation(operation_id).await?);
            if self.row::<Case>(operation_id).await?.is_some() {
                found.cases.push(operation_id);
            }
        }
        Ok(())
    }

    async fn find_pos(&self, text: &str, found: &mut FoundThings) -> Result<(), Failure> {
        if let Ok(named) = text.parse()
            && let Some(pos_id) = self.pos_id_of(named).await?
        {
            found.pos.extend(self.found_pos(pos_id).await?);
        }
        if let Ok(number) = text.parse::<u32>()
            && let Some(Row::PlaceNumber(place)) = self.row::<PlaceNumber>(number).await?
        {
            found.pos.extend(self.found_pos(place.pos_id).await?);
        }
        let wanted = text.to_lowercase();
        let (mut after, mut looked_at) = (None, 0);
        while found.pos.len() < FOUND_MAX && looked_at < NAMES_LOOKED_AT_MAX && !wanted.is_empty() {
            let page = self.store.rows(RowKind::Pos, after.take(), PAGE_LINES_MAX).await;
            let page = page.map_err(|why| {
                tracing::error!(%why, "the names of POS were not read");
                Failure::NotApplied
            })?;
            looked_at = looked_at.saturating_add(page.len());
            after = page.last().map(Row::key);
            let is_last = page.len() < PAGE_LINES_MAX;
            for row in page {
                let Row::Pos(pos) = row else { continue };
                let is_known = found.pos.iter().any(|known| known.pos.pos_id == pos.pos_id);
                if pos.name.to_lowercase().contains(&wanted) && !is_known && found.pos.len() < FOUND_MAX {
                    let number = self.number_of_place(pos.pos_id).await?;
                    found.pos.push(FoundPos { pos, number });
                }
            }
            if is_last {
                return Ok(());
            }
        }
        Ok(())
    }

    async fn found_pos(&self, pos_id: PosId) -> Result<Option<FoundPos>, Failure> {
        match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => Ok(Some(FoundPos { pos, number: self.number_of_place(pos_id).await? })),
            _ => Ok(None),
        }
    }

    /// An operation with its POS, if there is one.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn found_operation(
        &self,
        operation_id: OperationId,
    ) -> Result<Option<FoundOperation>, Failure> {
        let Some(Row::Session(session)) = self.row::<Session>(operation_id).await? else { return Ok(None) };
        Ok(Some(FoundOperation {
            view: self.session_view(&session).await?,
            wallet_id: session.wallet_id,
            pos_id: self.shown_pos_id(session.pos_id).await?,
            pos_name: self.pos_name(session.pos_id).await?,
        }))
    }

    /// The id of a POS as it is shown.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn pos_id_shown(&self, pos_id: PosId) -> Result<String, Failure> {
        self.shown_pos_id(pos_id).await
    }
}

/// What was found; that there is nothing is no failure.
fn there<T>(read: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match read {
        Ok(found) => Ok(Some(found)),
        Err(Failure::Refused(specie_domain::Refusal::NotFound(_), _)) => Ok(None),
        Err(failure) => Err(failure),
    }
}
