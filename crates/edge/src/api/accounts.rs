//! `/accounts`: a balance and its history.

use specie_commands::{AccountRef, EntriesView, EntryLine};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::account_names::{account_name, account_named};
use super::caller::Caller;
use super::page::lines_max;
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `GET /accounts/{account_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let account = caller.account().await?;
    let account = caller.commands.account(caller.actor, account).await?;
    Reply::read(&api::Account {
        account_id: account.account_id,
        kind: account.key.kind.name().to_owned(),
        currency: CurrencyCode(account.key.currency),
        alias: account.alias,
        balance: Amount(account.balance),
        entries: account.entries,
    })
}

/// `GET /accounts/{account_id}/entries`.
pub(super) async fn entries(caller: Caller) -> Result<Reply, Refused> {
    let account = caller.account().await?;
    let query: api::EntriesQuery = caller.query().await?;
    let lines_max = caller.judged(lines_max(query.limit)).await?;
    let view = caller.commands.entries(caller.actor, account, query.from, lines_max).await?;
    Reply::read(&shown_entries(&view))
}

/// A page of entries as it is shown.
pub(super) fn shown_entries(view: &EntriesView) -> api::AccountEntries {
    api::AccountEntries {
        entries: view.page.lines.iter().map(shown_entry).collect(),
        next: view.page.next,
        as_of: view.page.as_of_command,
    }
}

/// An entry as our API shows it.
pub(super) fn shown_entry(line: &EntryLine) -> api::AccountEntry {
    let currency = line.side.account.currency;
    api::AccountEntry {
        number: line.side.entry,
        transfer: line.transfer,
        amount: amount(line.amount, currency),
        balance: amount(line.side.balance, currency),
        counterpart: account_name(line.counterpart),
        reason: line.reason.name().to_owned(),
        operation_id: line.operation_id.map(|operation_id| operation_id.to_string()),
        made_at: rfc3339(line.made_at),
    }
}

impl Caller {
    async fn account(&self) -> Result<AccountRef, Refused> {
        let named = account_named(self.text("account_id"));
        self.judged(named.ok_or_else(|| ProblemCode::AccountNotFound.into())).await
    }
}

const fn amount(minor: i64, currency: Currency) -> Amount {
    Amount(Money::from_minor(minor, currency))
}
