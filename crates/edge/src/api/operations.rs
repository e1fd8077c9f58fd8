//! `/withdrawals` for the operator, and `/pos/operations` for a POS that asks what became of its operation.

use axum::extract::{OriginalUri, Path, Query};
use specie_commands::{DepositView, Failure, Instruction, OperationView, WithdrawalView};
use specie_domain::Refusal;
use specie_domain::rows::{Approved, Purpose};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, ProblemCode};
use specie_wire::pos::DepositedBy;

use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::pos_caller::PosCaller;
use super::problems::Refused;
use super::reply::Reply;
use super::tills::shown_notes;
use crate::answer::Extras;
use crate::when::rfc3339;

/// `GET /withdrawals/{transaction_id}`.
pub(super) async fn withdrawal(caller: Caller) -> Result<Reply, Refused> {
    let not_found = || Refused::from(ProblemCode::WithdrawalNotFound);
    let id = caller.judged(caller.text("transaction_id").parse().map_err(|_| not_found())).await?;
    let view = caller.commands.withdrawal(caller.actor, id).await?;
    Reply::read(&shown_withdrawal(&view))
}

/// A withdrawal as it is shown.
pub(super) fn shown_withdrawal(view: &WithdrawalView) -> api::Withdrawal {
    let row = &view.withdrawal;
    let amount = |minor| Amount(Money::from_minor(minor, row.currency));
    api::Withdrawal {
        transaction_id: row.withdrawal_id.to_string(),
        operation_id: row.operation_id.to_string(),
        wallet_id: row.wallet_id.to_string(),
        account_id: view.account_id.clone(),
        pos_id: view.pos_id.clone(),
        owner_id: row.owner_id.to_string(),
        state: view.state.name().to_owned(),
        amount: amount(row.amount),
        held: amount(row.held),
        paid: amount(row.paid),
        returned: amount(row.returned),
        paid_late: amount(row.paid_late),
        fee: amount(row.fee),
        fee_kept: amount(row.fee_kept),
        tax_kept: amount(row.tax_kept),
        commission: amount(row.commission),
        tariff_id: row.tariff_id.map(|tariff_id| tariff_id.to_string()),
        made_at: rfc3339(row.made_at),
        assumed: row.assumed,
    }
}

/// `GET /deposits/{transaction_id}`.
pub(super) async fn deposit(caller: Caller) -> Result<Reply, Refused> {
    let not_found = || Refused::from(ProblemCode::DepositNotFound);
    let id = caller.judged(caller.text("transaction_id").parse().map_err(|_| not_found())).await?;
    let view = caller.commands.deposit_view(caller.actor, id).await?;
    Reply::read(&shown_deposit(&view))
}

fn shown_deposit(view: &DepositView) -> api::Deposit {
    let row = &view.deposit;
    let amount = |minor| Amount(Money::from_minor(minor, row.currency));
    let is_reversed = row.returned.saturating_add(row.short) >= row.amount;
    api::Deposit {
        transaction_id: row.deposit_id.to_string(),
        operation_id: row.operation_id.to_string(),
        wallet_id: row.wallet_id.to_string(),
        account_id: view.account_id.clone(),
        pos_id: view.pos_id.clone(),
        owner_id: row.owner_id.to_string(),
        state: if is_reversed { "reversed" } else { "deposited" }.to_owned(),
        amount: amount(row.amount),
        returned: amount(row.returned),
        short: amount(row.short),
        made_at: rfc3339(row.made_at),
        depositor: view.depositor.as_ref().map(|depositor| DepositedBy {
            name: depositor.name.as_ref().map(|name| name.reveal().to_owned()),
            phone_number: depositor.phone.as_ref().map(|phone| phone.reveal().to_owned()),
        }),
    }
}

/// `GET /pos/operations/{operation_id}`.
pub(super) async fn operation(caller: PosCaller, Path(operation_id): Path<String>) -> Result<Reply, Refused> {
    caller.knock().await?;
    let (Some(token), Ok(operation_id)) = (&caller.token, operation_id.parse()) else {
        return Err(Failure::from(Refusal::SessionNotFound).into());
    };
    let view = caller.commands.operation(&caller.access_key, token, operation_id).await?;
    let extras = Extras { session_expires_at: view.session_expires_at, ..Extras::default() };
    Ok(Reply::read(&shown(&view))?.with_extras(extras))
}

/// `GET /pos/operations`.
pub(super) async fn open(caller: PosCaller, OriginalUri(uri): OriginalUri) -> Result<Reply, Refused> {
    caller.knock().await?;
    let query = Query::<api::OpenOperationsQuery>::try_from_uri(&uri);
    let Query(api::OpenOperationsQuery { state: api::AskedState::Open, after, limit }) =
        query.map_err(|why| Refused::with(ProblemCode::InvalidQuery, why.body_text()))?;
    let (operations_max, after) = (lines_max(limit)?, page_after(after.as_deref())?);
    let (key, token) = (&caller.access_key, caller.token.as_ref());
    let view = caller.commands.open_operations(key, token, after, operations_max).await?;
    Reply::read(&api::OpenOperations {
        operations: view.operations.iter().map(shown).collect(),
        next: view.next.map(|operation_id| operation_id.to_string()),
    })
}

/// An operation as its POS is shown it.
pub(super) fn shown(view: &OperationView) -> api::Operation {
    let amount =
        |minor: i64| view.currency.map(|currency: Currency| Amount(Money::from_minor(minor, currency)));
    api::Operation {
        operation_id: view.operation_id.to_string(),
        state: view.state.to_owned(),
        amount: amount(view.amount),
        held: amount(view.held),
        paid: amount(view.paid),
        returned: amount(view.returned),
        instruction: instruction(view.instruction).to_owned(),
        hand_out: view.currency.map_or_else(Vec::new, |currency| {
            view.hand_out.iter().map(|notes| shown_notes(currency, *notes)).collect()
        }),
        armed: shown_armed(view.armed),
        check_word: view.check_word.to_owned(),
        fee: view.fee.and_then(amount),
        transaction_id: view.transaction_id.clone(),
    }
}

fn shown_armed((purpose, approved): (Purpose, Approved)) -> api::Armed {
    let purpose = match purpose {
        Purpose::Withdraw => api::Purpose::Withdraw,
        Purpose::Deposit => api::Purpose::Deposit,
        Purpose::Any => api::Purpose::Any,
    };
    let (amount, max_amount) = match approved {
        Approved::Exactly(sum) => (Some(Amount(sum)), None),
        Approved::UpTo(sum) => (None, Some(Amount(sum))),
        Approved::Any => (None, None),
    };
    api::Armed { purpose, amount, max_amount }
}

const fn instruction(instruction: Instruction) -> &'static str {
    match instruction {
        Instruction::Withdraw => "withdraw",
        Instruction::HandOut => "hand_out",
        Instruction::AlreadyPaid => "already_paid",
        Instruction::DoNotHandOut => "do_not_hand_out",
        Instruction::CallOperator => "call_operator",
        Instruction::TakeCash => "take_cash",
    }
}
