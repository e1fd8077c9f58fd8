//! Verbs on POS owners, POS and their keys.

use specie_domain::Receipt;
use specie_domain::command::{
    AddKey, Body, DisablePos, Prefund, RegisterOwner, RegisterPos, RevokeKey, SetOnExpiry,
};
use specie_domain::ids::{FundingId, KeyId, OwnerId, PosId, Reference};
use specie_domain::rows::{BalanceView, Network, OnExpiry, Profile};
use specie_money::{Currency, Money};

use crate::calls::{Commands, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::{AccessKey, SecretKey};
use crate::wallets::{Asked, funded};

/// A POS to register.
#[derive(Debug)]
pub struct RegisterPosRequest {
    /// Whose it is.
    pub owner_id: OwnerId,
    /// What people call it.
    pub name: String,
    /// An id an import brings.
    pub shown_id: Option<String>,
    /// The currencies it serves.
    pub currencies: Vec<Currency>,
    /// How far its position may go below zero.
    pub credit_lines: Vec<Money>,
}

/// An access key to make.
#[derive(Debug)]
pub struct AddKeyRequest {
    /// The POS it is limited to.
    pub pos: Reference<PosId>,
    /// How its requests are authenticated.
    pub profile: Profile,
    /// How long its salts are, bytes, if that is pinned.
    pub salt_bytes: Option<u8>,
    /// The networks it may be used from; none named: any.
    pub networks: Vec<Network>,
    /// What its logins tell of the balances.
    pub balance_view: BalanceView,
    /// The currencies whose accounts it is shown; none named: all.
    pub currencies: Vec<Currency>,
    /// An access key an import brings; otherwise one is drawn.
    pub access_key: Option<AccessKey>,
}

/// A new access key, in the clear for the one answer.
#[derive(Debug)]
pub struct AddedKey {
    /// Its public name.
    pub key_id: KeyId,
    /// The access key.
    pub access_key: AccessKey,
    /// The secret that belongs to it.
    pub secret_key: SecretKey,
}

impl Commands {
    /// `POST /api/v1/pos-owners`.
    ///
    /// # Errors
    /// A name outside its limits; the lane's failures.
    pub async fn register_owner(&self, asked: Asked<'_>, name: String) -> Result<Answered<OwnerId>, Failure> {
        let body = RegisterOwner { actor: asked.actor, name: name.clone() };
        let asked = asked.making("POST /api/v1/pos-owners");
        let answered = self.commit(&asked, &name, Body::RegisterOwner(body)).await?;
        receipt_of!(answered, Receipt::OwnerRegistered(owner_id) => *owner_id)
    }

    /// `POST /api/v1/pos`.
    ///
    /// # Errors
    /// No such owner; an id in use; names and currencies outside their limits; the lane's failures.
    pub async fn register_pos(
        &self,
        asked: Asked<'_>,
        request: RegisterPosRequest,
    ) -> Result<Answered<PosId>, Failure> {
        let body = RegisterPos {
            actor: asked.actor,
            owner_id: request.owner_id,
            name: request.name,
            shown_id: request.shown_id,
            currencies: request.currencies,
            credit_lines: request.credit_lines,
        };
        let values = body.clone();
        let asked = asked.making("POST /api/v1/pos");
        let answered = self.commit(&asked, &values, Body::RegisterPos(body)).await?;
        receipt_of!(answered, Receipt::PosRegistered(pos_id) => *pos_id)
    }

    /// `POST /api/v1/pos/{id}/disable` and `…/enable`.
    ///
    /// # Errors
    /// No such POS; the lane's failures.
    pub async fn disable_pos(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        disabled: bool,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), disabled);
        let body = DisablePos { actor: asked.actor, pos, disabled };
        let verb = if disabled { "POST /api/v1/pos/{id}/disable" } else { "POST /api/v1/pos/{id}/enable" };
        let asked = asked.request(verb);
        Ok(self.commit(&asked, &values, Body::DisablePos(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/{id}/on-expiry`.
    ///
    /// # Errors
    /// No such POS; a time that is too long; the lane's failures.
    pub async fn set_on_expiry(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        on_expiry: OnExpiry,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), on_expiry);
        let body = SetOnExpiry { actor: asked.actor, pos, on_expiry };
        let asked = asked.request("POST /api/v1/pos/{id}/on-expiry");
        Ok(self.commit(&asked, &values, Body::SetOnExpiry(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/{id}/prefundings`. The answer holds the POS's position after it.
    ///
    /// # Errors
    /// No such POS; a currency it does not serve; a sum that is not positive; the lane's failures.
    pub async fn prefund(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        amount: Money,
    ) -> Result<Answered<(FundingId, Money)>, Failure> {
        let values = (pos.clone(), amount);
        let body = Prefund { actor: asked.actor, pos, amount };
        let asked = asked.making("POST /api/v1/pos/{id}/prefundings");
        funded(self.commit(&asked, &values, Body::Prefund(body)).await?)
    }

    /// `POST /api/v1/pos/{id}/keys`.
    ///
    /// # Errors
    /// No such POS; too many live keys; networks and currencies outside their limits; a repeat
    /// ([`specie_domain::Refusal::SecretShownOnce`]); the lane's failures.
    pub async fn add_key(
        &self,
        asked: Asked<'_>,
        request: AddKeyRequest,
    ) -> Result<Answered<AddedKey>, Failure> {
        let access_key = request.access_key.unwrap_or_else(|| AccessKey::made(self.random_text("sak_")));
        let secret_key = SecretKey::made(self.random_text("ssk_"));
        let hash = self.vault.access_key(&access_key);
        let body = AddKey {
            actor: asked.actor,
            pos: request.pos,
            hash,
            sealed_secret: self.vault.seal_secret(hash, &secret_key),
            profile: request.profile,
            salt_bytes: request.salt_bytes,
            networks: request.networks,
            balance_view: request.balance_view,
            currencies: request.currencies,
        };
        let values = (
            body.pos.clone(),
            body.profile,
            body.salt_bytes,
            body.networks.clone(),
            body.balance_view,
            body.currencies.clone(),
        );
        let asked = asked.making("POST /api/v1/pos/{id}/keys");
        let answered = self.commit(&asked, &values, Body::AddKey(body)).await?;
        let added = receipt_of!(answered, Receipt::KeyAdded(key_id) => *key_id)?;
        Ok(added.map(|key_id| AddedKey { key_id, access_key, secret_key }))
    }

    /// `DELETE /api/v1/pos/{id}/keys/{id}`.
    ///
    /// # Errors
    /// No such POS or key; the lane's failures.
    pub async fn revoke_key(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        key_id: KeyId,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), key_id);
        let body = RevokeKey { actor: asked.actor, pos, key_id };
        let asked = asked.request("DELETE /api/v1/pos/{id}/keys/{id}");
        let answered = self.commit(&asked, &values, Body::RevokeKey(body)).await?;
        self.keyring.forget();
        Ok(answered.map(|_| ()))
    }

    /// A new secret text of 160 random bits behind `prefix`.
    pub(crate) fn random_text(&self, prefix: &str) -> String {
        let mut bytes = [0_u8; 20];
        self.vault.fill(&mut bytes);
        bytes.iter().fold(prefix.to_owned(), |text, byte| format!("{text}{byte:02x}"))
    }
}
