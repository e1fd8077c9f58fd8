//! `/search`, `/live` and `/events`: what the operator's pages look at beside the books.

use specie_commands::{FoundOperation, FoundPos, FoundThings};
use specie_money::Money;
use specie_wire::api::{self, Amount, ProblemCode};

use super::caller::Caller;
use super::problems::Refused;
use super::reply::{Reply, Streamed};
use crate::live::{OpenNow, Teller, Watch};
use crate::when::rfc3339;

/// Bytes of what is searched for, at most.
const SEARCH_BYTES_MAX: usize = 128;

/// `GET /search`.
pub(super) async fn search(caller: Caller) -> Result<Reply, Refused> {
    let api::SearchQuery { q } = caller.query().await?;
    let is_search = !q.trim().is_empty() && q.len() <= SEARCH_BYTES_MAX;
    let too_long = || {
        let detail = format!("q: must have 1 to {SEARCH_BYTES_MAX} bytes.");
        Refused::with(ProblemCode::InvalidQuery, detail)
    };
    caller.judged(if is_search { Ok(()) } else { Err(too_long()) }).await?;
    // A plus that the query's decoding made a space is a plus.
    let q = match q.strip_prefix(' ') {
        Some(digits) if digits.starts_with(|first: char| first.is_ascii_digit()) => format!("+{digits}"),
        Some(_) | None => q,
    };
    let FoundThings { wallets, pos, operations, accounts, cases, searched } =
        caller.commands.search(caller.actor, &q).await?;
    Reply::read(&api::Found {
        wallets: wallets
            .into_iter()
            .map(|wallet| api::FoundWallet {
                wallet_id: wallet.wallet_id.to_string(),
                phone_number: wallet.phone,
                frozen: wallet.frozen,
            })
            .collect(),
        pos: pos.iter().map(shown_pos).collect(),
        operations: operations.iter().map(shown_found_operation).collect(),
        accounts: accounts
            .into_iter()
            .map(|account| api::FoundAccount {
                wallet_id: account.key.wallet_id().map(|wallet_id| wallet_id.to_string()),
                account_id: account.account_id,
                balance: Amount(account.balance),
            })
            .collect(),
        cases: cases.iter().map(ToString::to_string).collect(),
        searched: api::Searched {
            amounts: searched.sums,
            references: searched.references,
            since: searched.since.map(rfc3339),
        },
    })
}

fn shown_pos(found: &FoundPos) -> api::FoundPos {
    let pos = &found.pos;
    api::FoundPos {
        pos_id: pos.shown_id.clone().unwrap_or_else(|| pos.pos_id.to_string()),
        number: found.number,
        name: pos.name.clone(),
        owner_id: pos.owner_id.to_string(),
        disabled: pos.disabled,
    }
}

/// An operation as people of the operator are shown it in a list.
pub(crate) fn shown_found_operation(found: &FoundOperation) -> api::FoundOperation {
    let view = &found.view;
    api::FoundOperation {
        operation_id: view.operation_id.to_string(),
        transaction_id: view.transaction_id.clone(),
        wallet_id: found.wallet_id.to_string(),
        pos_id: found.pos_id.clone(),
        state: view.state.to_owned(),
        amount: view.currency.map(|currency| Amount(Money::from_minor(view.amount, currency))),
        opened_at: rfc3339(view.opened_at),
    }
}

/// `GET /live`.
pub(super) async fn live(caller: Caller) -> Result<Reply, Refused> {
    let (sessions, unconfirmed) = caller.commands.open_counts(caller.actor).await?;
    let open = OpenNow { sessions, unconfirmed };
    Reply::read(&caller.streams().minutes.view(caller.commands.now(), open))
}

/// `GET /events`.
pub(super) async fn events(caller: Caller) -> Result<Streamed, Refused> {
    caller.commands.reader(caller.actor).await?;
    let listener = caller.commands.listen();
    let seat = caller.streams().seat(Watch::whom(caller.actor));
    let (teller, body) = Teller::open(seat.ok_or(ProblemCode::TooManyRequests)?);
    let (commands, actor) = (caller.commands.clone(), caller.actor);
    drop(tokio::spawn(Watch { commands, actor, listener, teller }.run()));
    Ok(Streamed::new(body))
}
