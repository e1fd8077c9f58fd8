//! `/pos/self` and `/pos/today`: what the cashier's page reads of its own POS, with the access key. Nothing here names a
//! customer.

use axum::extract::{OriginalUri, Query};
use specie_commands::Commands;
use specie_domain::command::Actor;
use specie_domain::ids::Reference;
use specie_domain::rows::{BalanceView, Cashier, Pos};
use specie_money::{Currency, Money};
use specie_wire::api::{self, CurrencyCode, ProblemCode};

use super::customer::position;
use super::operations::shown;
use super::page::lines_max;
use super::pos_caller::PosCaller;
use super::problems::Refused;
use super::reply::Reply;
use super::tills::shown_cashier_role;
use crate::when::{instant, rfc3339};

/// `GET /pos/self`.
pub(super) async fn own(caller: PosCaller) -> Result<Reply, Refused> {
    caller.knock().await?;
    let commands = &caller.commands;
    let pos = commands.pos_of_key(&caller.access_key).await?;
    let key = commands.pos_key(&caller.access_key).await?.ok_or(ProblemCode::Unauthenticated)?;
    let mut currencies = Vec::with_capacity(pos.currencies.len());
    for currency in pos.currencies.iter().copied() {
        currencies.push(shown_currency(&commands.cash_rules(Actor::System, currency).await?));
    }
    Reply::read(&api::PosSelf {
        pos_id: commands.pos_id_shown(pos.pos_id).await?,
        number: commands.number_of_place(pos.pos_id).await?,
        name: pos.name.clone(),
        owner_name: commands.owner_name(pos.owner_id).await?,
        currencies,
        tills: pos.runs_tills,
        cashiers: cashiers_of(commands, &pos).await?,
        show_balance: key.balance_view == BalanceView::Full,
        code_digits: u32::try_from(commands.code_digits()).unwrap_or(u32::MAX),
        server_time: rfc3339(commands.now()),
    })
}

/// Who works at the POS now, for the page that asks for a PIN.
async fn cashiers_of(commands: &Commands, pos: &Pos) -> Result<Vec<api::PosCashier>, Refused> {
    if !pos.runs_tills {
        return Ok(Vec::new());
    }
    let cashiers = commands.cashiers(Actor::System, &Reference::Id(pos.pos_id)).await?;
    let shown = |cashier: &std::sync::Arc<Cashier>| api::PosCashier {
        cashier_id: cashier.cashier_id.to_string(),
        name: cashier.name.clone(),
        role: shown_cashier_role(cashier.role),
    };
    Ok(cashiers.iter().filter(|cashier| cashier.active).map(shown).collect())
}

fn shown_currency(rules: &specie_domain::rows::CashRules) -> api::PosCurrency {
    let currency: Currency = rules.currency;
    let mut denominations = rules.denominations.clone();
    denominations.sort_unstable_by(|one, other| other.cmp(one));
    let text = |minor: &i64| Money::from_minor(*minor, currency).to_string();
    api::PosCurrency {
        currency: CurrencyCode(currency),
        decimals: u32::from(currency.exponent()),
        denominations: denominations.iter().map(text).collect(),
    }
}

/// `GET /pos/today`.
pub(super) async fn today(caller: PosCaller, OriginalUri(uri): OriginalUri) -> Result<Reply, Refused> {
    caller.knock().await?;
    let query = Query::<api::TodayQuery>::try_from_uri(&uri);
    let Query(api::TodayQuery { since, past, limit }) =
        query.map_err(|why| Refused::with(ProblemCode::InvalidQuery, why.body_text()))?;
    let wrong = || {
        let detail = "since: must be an instant as 2026-02-01T00:00:00Z (RFC 3339).";
        Refused::with(ProblemCode::InvalidQuery, detail)
    };
    let since = instant(&since).ok_or_else(wrong)?;
    let (past, lines_max) = (position(past.as_deref())?, lines_max(limit)?);
    let key = (&caller.access_key, caller.token.as_ref());
    let view = caller.commands.today(key, since, past, lines_max).await?;
    Reply::read(&api::Today {
        operations: view
            .operations
            .iter()
            .map(|view| api::TodayLine { operation: shown(view), opened_at: rfc3339(view.opened_at) })
            .collect(),
        next: view.next.map(|position| position.to_string()),
    })
}
