//! `/pos-owners`, `/pos`, `/pos/{pos_id}`, `/sessions`, `/live/float`: what the console lists.

use specie_commands::{FloatLine, FloatView, PosFile, PosFilter, PosView, SessionView};
use specie_domain::ids::{OperationId, OwnerId, PosId};
use specie_domain::rows::{OnExpiry, PosKey, Purpose};
use specie_money::Money;
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::caller::Caller;
use super::float::shown_place;
use super::page::{lines_max, page_after};
use super::places::{shown_balance_view, shown_network, shown_profile};
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `GET /pos-owners`.
pub(super) async fn owners(caller: Caller) -> Result<Reply, Refused> {
    let query: api::OwnersQuery = caller.query().await?;
    let owners_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<OwnerId> = caller.judged(page_after(query.after.as_deref())).await?;
    let owners = caller.commands.owners(caller.actor, after, owners_max).await?;
    let next = owners.last().map(|owner| owner.owner_id.to_string()).filter(|_| owners.len() >= owners_max);
    let line = |owner: &std::sync::Arc<specie_domain::rows::PosOwner>| api::OwnerLine {
        owner_id: owner.owner_id.to_string(),
        name: owner.name.clone(),
        created_at: rfc3339(owner.created_at),
        pos_count: owner.places,
    };
    Reply::read(&api::Owners { owners: owners.iter().map(line).collect(), next })
}

/// `GET /pos`.
pub(super) async fn pos(caller: Caller) -> Result<Reply, Refused> {
    let query: api::PosQuery = caller.query().await?;
    let pos_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<PosId> = caller.judged(page_after(query.after.as_deref())).await?;
    let owner_id = query.owner_id.as_deref().map(str::parse).transpose();
    let owner_id: Option<OwnerId> =
        caller.judged(owner_id.map_err(|_| ProblemCode::OwnerNotFound.into())).await?;
    let filter = PosFilter { owner_id, disabled: query.disabled };
    let (pos, next) = caller.commands.pos_list(caller.actor, filter, after, pos_max).await?;
    let next = next.map(|pos_id| pos_id.to_string());
    Reply::read(&api::PosList { pos: pos.iter().map(shown_line).collect(), next })
}

fn shown_line(view: &PosView) -> api::PosLine {
    let pos = &view.pos;
    api::PosLine {
        pos_id: pos.shown_id.clone().unwrap_or_else(|| pos.pos_id.to_string()),
        number: view.number,
        name: pos.name.clone(),
        owner_id: pos.owner_id.to_string(),
        owner_name: view.owner_name.clone(),
        currencies: pos.currencies.iter().map(|currency| CurrencyCode(*currency)).collect(),
        disabled: pos.disabled,
        tills: pos.runs_tills,
        created_at: rfc3339(pos.created_at),
    }
}

/// `GET /pos/{pos_id}`.
pub(super) async fn pos_file(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    Reply::read(&shown_file(&caller.commands.pos_file(caller.actor, pos).await?))
}

fn shown_file(file: &PosFile) -> api::PosShown {
    let (on_expiry, after_s) = match file.view.pos.on_expiry {
        OnExpiry::Case => (api::OnExpiry::Case, None),
        OnExpiry::AssumeDispensedAfter(after_s) => (api::OnExpiry::AssumeDispensed, Some(after_s)),
    };
    api::PosShown {
        line: shown_line(&file.view),
        floats: file.floats.iter().map(shown_float).collect(),
        on_expiry,
        after_s,
        place: file.place.as_deref().map(shown_place),
        keys: file.keys.iter().map(|key| shown_key(key)).collect(),
    }
}

fn shown_float(float: &FloatView) -> api::PosFloat {
    api::PosFloat {
        position: Amount(float.position),
        credit_line: Amount(float.credit_line),
        mark: float.mark.map(Amount),
        is_low: float.is_low(),
    }
}

fn shown_key(key: &PosKey) -> api::PosKeyLine {
    api::PosKeyLine {
        key_id: key.key_id.to_string(),
        profile: shown_profile(key.profile),
        networks: key.networks.iter().map(shown_network).collect(),
        balance_view: shown_balance_view(key.balance_view),
        currencies: key.currencies.iter().map(|currency| CurrencyCode(*currency)).collect(),
        created_at: rfc3339(key.created_at),
        revoked_at: key.revoked_at.map(rfc3339),
    }
}

/// `GET /sessions`.
pub(super) async fn sessions(caller: Caller) -> Result<Reply, Refused> {
    let query: api::SessionsQuery = caller.query().await?;
    let sessions_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<OperationId> = caller.judged(page_after(query.after.as_deref())).await?;
    let (sessions, next) = caller.commands.open_sessions(caller.actor, after, sessions_max).await?;
    let next = next.map(|operation_id| operation_id.to_string());
    Reply::read(&api::Sessions { sessions: sessions.iter().map(shown_session).collect(), next })
}

fn shown_session(view: &SessionView) -> api::SessionLine {
    let (session, operation) = (&view.session, &view.view);
    api::SessionLine {
        operation_id: session.operation_id.to_string(),
        pos_id: view.pos_id.clone(),
        pos_name: view.pos_name.clone(),
        wallet_id: session.wallet_id.to_string(),
        key_id: session.key_id.to_string(),
        purpose: match session.purpose {
            Purpose::Withdraw => api::Purpose::Withdraw,
            Purpose::Deposit => api::Purpose::Deposit,
            Purpose::Any => api::Purpose::Any,
        },
        state: operation.state.to_owned(),
        transaction_id: operation.transaction_id.clone(),
        amount: operation.currency.map(|currency| Amount(Money::from_minor(operation.amount, currency))),
        opened_at: rfc3339(session.opened_at),
        expires_at: rfc3339(session.expires_at),
    }
}

/// `GET /live/float`.
pub(super) async fn lowest_floats(caller: Caller) -> Result<Reply, Refused> {
    let lines = caller.commands.lowest_floats(caller.actor).await?;
    let shown = |FloatLine { pos, float }: &FloatLine| {
        Some(api::FloatLine {
            pos_id: pos.shown_id.clone().unwrap_or_else(|| pos.pos_id.to_string()),
            name: pos.name.clone(),
            position: Amount(float.position),
            mark: Amount(float.mark?),
            is_low: float.is_low(),
        })
    };
    Reply::read(&api::LiveFloat { lines: lines.iter().filter_map(shown).collect() })
}
