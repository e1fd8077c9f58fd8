//! Verbs on operator keys: make, list, revoke. A key's text is told once and never kept.

use specie_domain::command::{Actor, Body, RegisterOperatorKey, RevokeOperatorKey};
use specie_domain::ids::OperatorKeyId;
use specie_domain::rows::{OperatorKey, Role};
use specie_domain::{Receipt, Refusal};

use crate::calls::{Commands, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::BearerKey;
use crate::wallets::Asked;

/// A new operator key, in the clear for the one answer.
#[derive(Debug)]
pub struct NewOperatorKey {
    /// Its public name.
    pub operator_key_id: OperatorKeyId,
    /// The bearer key.
    pub key: BearerKey,
}

impl Commands {
    /// `POST /api/v1/operator-keys`.
    ///
    /// # Errors
    /// A name outside its limits; a repeat ([`specie_domain::Refusal::SecretShownOnce`]); the lane's failures.
    pub async fn register_operator_key(
        &self,
        asked: Asked<'_>,
        person: String,
        role: Role,
    ) -> Result<Answered<NewOperatorKey>, Failure> {
        let key = BearerKey::made(self.random_text("sok_"));
        let hash = self.vault.bearer_key(&key);
        let values = (person.clone(), role);
        let body = RegisterOperatorKey { actor: asked.actor, hash, person, role };
        let asked = asked.making("POST /api/v1/operator-keys");
        let answered = self.commit(&asked, &values, Body::RegisterOperatorKey(body)).await?;
        let registered = receipt_of!(answered, Receipt::OperatorKeyRegistered(id) => *id)?;
        Ok(registered.map(|operator_key_id| NewOperatorKey { operator_key_id, key }))
    }

    /// `DELETE /api/v1/operator-keys/{id}`.
    ///
    /// # Errors
    /// No such key; it is the last of the role admin; the lane's failures.
    pub async fn revoke_operator_key(
        &self,
        asked: Asked<'_>,
        operator_key_id: OperatorKeyId,
    ) -> Result<Answered<()>, Failure> {
        let body = RevokeOperatorKey { actor: asked.actor, operator_key_id };
        let asked = asked.request("DELETE /api/v1/operator-keys/{id}");
        let answered = self.commit(&asked, &operator_key_id, Body::RevokeOperatorKey(body)).await?;
        Ok(answered.map(|_| ()))
    }

    /// `GET /api/v1/operator-keys`: at most `keys_max` of those made after `after`.
    ///
    /// # Errors
    /// The role does not allow it; the store's failures.
    pub async fn operator_keys(
        &self,
        actor: Actor,
        after: Option<OperatorKeyId>,
        keys_max: usize,
    ) -> Result<Vec<OperatorKey>, Failure> {
        self.staff_reader(actor).await?;
        self.store.operator_keys(after, keys_max).await.map_err(|why| {
            tracing::error!(%why, "operator keys were not read");
            Failure::NotApplied
        })
    }

    /// Who may see who else has a key.
    pub(crate) async fn staff_reader(&self, actor: Actor) -> Result<(), Failure> {
        match self.key_of(actor).await?.map(|key| key.role) {
            None | Some(Role::Admin | Role::Auditor) => Ok(()),
            Some(Role::WalletBackend | Role::Finance) => Err(Refusal::RoleForbids.into()),
        }
    }
}
