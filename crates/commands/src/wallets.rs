//! Verbs on wallets: open, add an account, top up, freeze, confirm.

use specie_domain::command::{
    Actor, Body, ConfirmWallet, EraseWallet, FreezeWallet, NewAccount, OpenAccount, OpenWallet, TopUp,
};
use specie_domain::ids::{AccountId, FundingId, WalletId};
use specie_domain::rows::Phone;
use specie_domain::{Receipt, Row, Time};
use specie_money::Money;
use specie_store::CommitError;

use crate::calls::{Commands, Request, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::{IdempotencyValue, PhoneNumber};
use crate::vault::WalletKey;

/// What a phone number is sealed for.
pub const PHONE_PURPOSE: &str = "phone number";

/// A wallet to open.
#[derive(Debug)]
pub struct OpenWalletRequest {
    /// The customer's phone.
    pub phone: PhoneNumber,
    /// Its first accounts.
    pub accounts: Vec<NewAccount>,
}

/// Who asks, when, and under which idempotency value.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Who.
    pub actor: Actor,
    /// When it arrived.
    pub at: Time,
    /// The caller's idempotency value.
    pub idempotency: Option<&'a IdempotencyValue>,
}

impl<'a> Asked<'a> {
    /// A request that makes something new each time it is asked.
    pub(crate) const fn making(&self, verb: &'static str) -> Request<'a> {
        Request { makes_anew: true, ..self.request(verb) }
    }

    pub(crate) const fn request(&self, verb: &'static str) -> Request<'a> {
        Request {
            at: self.at,
            credential: Commands::credential(self.actor),
            verb,
            idempotency: self.idempotency,
            proof: None,
            makes_anew: false,
        }
    }
}

impl Commands {
    /// `POST /api/v1/wallets`.
    ///
    /// # Errors
    /// The phone number has a wallet already; too many accounts or a currency twice; the lane's failures.
    pub async fn open_wallet(
        &self,
        asked: Asked<'_>,
        request: OpenWalletRequest,
    ) -> Result<Answered<(WalletId, Vec<AccountId>)>, Failure> {
        let fresh = self.fresh();
        let wallet_id = WalletId::new(asked.at, fresh, fresh.bucket());
        let phone = self.vault.phone(&request.phone);
        let known = matches!(self.row::<Phone>(phone).await?, Some(Row::Phone(_)));
        let sealed_phone = if known {
            Vec::new() // It will be refused or replayed: nothing needs sealing.
        } else {
            let (key, wrapped) = self.vault.new_wallet_key(wallet_id);
            let kept = self.store.keep_personal_key(wallet_id, wrapped).await;
            kept.map_err(|why| {
                tracing::error!(%why, "a wallet's key was not kept");
                match why {
                    CommitError::NotApplied(_) => Failure::NotApplied,
                    CommitError::Unknown(_) | CommitError::Corrupt(_) => Failure::OutcomeUnknown,
                }
            })?;
            self.vault.seal_personal(&key, PHONE_PURPOSE, request.phone.reveal().as_bytes())
        };
        let values = (phone, request.accounts.clone());
        let body =
            OpenWallet { actor: asked.actor, wallet_id, phone, sealed_phone, accounts: request.accounts };
        let asked = asked.making("POST /api/v1/wallets");
        let answered = self.commit(&asked, &values, Body::OpenWallet(body)).await?;
        receipt_of!(answered, Receipt::WalletOpened(wallet_id, accounts) => (*wallet_id, accounts.clone()))
    }

    /// `POST /api/v1/wallets/{id}/accounts`.
    ///
    /// # Errors
    /// No such wallet; the currency is open already; too many accounts; the lane's failures.
    pub async fn open_account(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
        account: NewAccount,
    ) -> Result<Answered<AccountId>, Failure> {
        let values = (wallet_id, account.clone());
        let body = OpenAccount { actor: asked.actor, wallet_id, account };
        let asked = asked.making("POST /api/v1/wallets/{id}/accounts");
        let answered = self.commit(&asked, &values, Body::OpenAccount(body)).await?;
        receipt_of!(answered, Receipt::AccountOpened(account_id) => *account_id)
    }

    /// `POST /api/v1/wallets/{id}/topups`. The answer holds the balance after it.
    ///
    /// # Errors
    /// No such wallet or account; a sum that is not positive; the lane's failures.
    pub async fn top_up(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
        amount: Money,
    ) -> Result<Answered<(FundingId, Money)>, Failure> {
        let body = TopUp { actor: asked.actor, wallet_id, amount };
        let asked = asked.making("POST /api/v1/wallets/{id}/topups");
        let answered = self.commit(&asked, &(wallet_id, amount), Body::TopUp(body)).await?;
        funded(answered)
    }

    /// `POST /api/v1/wallets/{id}/freeze` and `…/unfreeze`.
    ///
    /// # Errors
    /// No such wallet; the lane's failures.
    pub async fn freeze_wallet(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
        frozen: bool,
    ) -> Result<Answered<()>, Failure> {
        let body = FreezeWallet { actor: asked.actor, wallet_id, frozen };
        let verb =
            if frozen { "POST /api/v1/wallets/{id}/freeze" } else { "POST /api/v1/wallets/{id}/unfreeze" };
        let asked = asked.request(verb);
        Ok(self.commit(&asked, &(wallet_id, frozen), Body::FreezeWallet(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/wallets/{id}/confirm`: after too many wrong codes, unbound codes are good again.
    ///
    /// # Errors
    /// No such wallet; the lane's failures.
    pub async fn confirm_wallet(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
    ) -> Result<Answered<()>, Failure> {
        let body = ConfirmWallet { actor: asked.actor, wallet_id };
        let asked = asked.request("POST /api/v1/wallets/{id}/confirm");
        Ok(self.commit(&asked, &wallet_id, Body::ConfirmWallet(body)).await?.map(|_| ()))
    }

    /// `DELETE /api/v1/wallets/{id}/personal-data`: closes the wallet for good and destroys its personal key. Asked
    /// again, it makes sure that the key is gone.
    ///
    /// # Errors
    /// No such wallet; it holds money or has a session open; the lane's failures.
    pub async fn erase_wallet(&self, asked: Asked<'_>, wallet_id: WalletId) -> Result<Answered<()>, Failure> {
        let body = EraseWallet { actor: asked.actor, wallet_id };
        let request = asked.request("DELETE /api/v1/wallets/{id}/personal-data");
        let answered = self.commit(&request, &wallet_id, Body::EraseWallet(body)).await?;
        self.store.erase_personal_key(wallet_id).await.map_err(|why| {
            tracing::error!(%why, "a wallet's key was not destroyed");
            Failure::OutcomeUnknown
        })?;
        Ok(answered.map(|_| ()))
    }

    /// A wallet's personal key, unless it was erased.
    pub(crate) async fn wallet_key(&self, wallet_id: WalletId) -> Result<Option<WalletKey>, Failure> {
        let wrapped = self.store.personal_key(wallet_id).await.map_err(|why| {
            tracing::error!(%why, "a wallet's key was not read");
            Failure::NotApplied
        })?;
        Ok(wrapped.and_then(|wrapped| self.vault.wallet_key(wallet_id, &wrapped).ok()))
    }
}

/// The receipt of a top-up or a prefunding.
pub(crate) fn funded(answered: Answered<Receipt>) -> Result<Answered<(FundingId, Money)>, Failure> {
    receipt_of!(answered, Receipt::Funded(funding_id, balance) => (*funding_id, *balance))
}
