//! `/operator-keys`: make, list, revoke.

use specie_domain::ids::OperatorKeyId;
use specie_domain::rows::{OperatorKey, Role};
use specie_wire::api::{self, ProblemCode};

use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `POST /operator-keys`.
pub(super) async fn register(caller: Caller) -> Result<Reply, Refused> {
    let api::RegisterOperatorKey { person, role } = caller.body().await?;
    let answered =
        caller.commands.register_operator_key(caller.asked(), person.clone(), kept_role(role)).await?;
    Reply::done(201, answered, |new| api::NewOperatorKey {
        operator_key_id: new.operator_key_id.to_string(),
        operator_key: new.key.reveal().to_owned(),
        person,
        role,
    })
}

/// `GET /operator-keys`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::OperatorKeysQuery = caller.query().await?;
    let keys_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<OperatorKeyId> = caller.judged(page_after(query.after.as_deref())).await?;
    let keys = caller.commands.operator_keys(caller.actor, after, keys_max).await?;
    let next = keys.last().map(|key| key.operator_key_id.to_string()).filter(|_| keys.len() >= keys_max);
    Reply::read(&api::OperatorKeys { operator_keys: keys.iter().map(shown).collect(), next })
}

/// `DELETE /operator-keys/{operator_key_id}`.
pub(super) async fn revoke(caller: Caller) -> Result<Reply, Refused> {
    let not_found = |_| ProblemCode::OperatorKeyNotFound.into();
    let operator_key_id = caller.text("operator_key_id").parse().map_err(not_found);
    let operator_key_id = caller.judged(operator_key_id).await?;
    Ok(Reply::nothing(&caller.commands.revoke_operator_key(caller.asked(), operator_key_id).await?))
}

fn shown(key: &OperatorKey) -> api::OperatorKey {
    api::OperatorKey {
        operator_key_id: key.operator_key_id.to_string(),
        person: key.person.clone(),
        role: shown_role(key.role),
        created_at: rfc3339(key.created_at),
        revoked_at: key.revoked_at.map(rfc3339),
    }
}

pub(super) const fn kept_role(role: api::Role) -> Role {
    match role {
        api::Role::Admin => Role::Admin,
        api::Role::WalletBackend => Role::WalletBackend,
        api::Role::Finance => Role::Finance,
        api::Role::Auditor => Role::Auditor,
    }
}

pub(super) const fn shown_role(role: Role) -> api::Role {
    match role {
        Role::Admin => api::Role::Admin,
        Role::WalletBackend => api::Role::WalletBackend,
        Role::Finance => api::Role::Finance,
        Role::Auditor => api::Role::Auditor,
    }
}
