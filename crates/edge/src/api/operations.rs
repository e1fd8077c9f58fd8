//! `/withdrawals` for the operator, and `/pos/operations` for a POS that asks what became of its operation.

use axum::extract::{FromRequestParts, OriginalUri, Path, Query, State};
use http::request::Parts;
use specie_commands::{AccessKey, Commands, Failure, Instruction, OperationView, SessionToken};
use specie_domain::Refusal;
use specie_domain::rows::Profile;
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, ProblemCode};

use super::Brought;
use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;
use crate::answer::Extras;
use crate::door::{NotAdmitted, admit};
use crate::signed::{Claim, prove};
use crate::when::rfc3339;

/// `GET /withdrawals/{transaction_id}`.
pub(super) async fn withdrawal(caller: Caller) -> Result<Reply, Refused> {
    let not_found = || Refused::from(ProblemCode::WithdrawalNotFound);
    let id = caller.judged(caller.text("transaction_id").parse().map_err(|_| not_found())).await?;
    let view = match caller.commands.withdrawal(caller.actor, id).await {
        Ok(view) => view,
        Err(Failure::Refused(Refusal::NotFound(_), _)) => return Err(not_found()),
        Err(failure) => return Err(failure.into()),
    };
    let row = &view.withdrawal;
    let amount = |minor| Amount(Money::from_minor(minor, row.currency));
    Reply::read(&api::Withdrawal {
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
        made_at: rfc3339(row.made_at),
    })
}

/// A POS with its key and its session's token.
pub(crate) struct PosCaller {
    access_key: AccessKey,
    token: Option<SessionToken>,
}

impl FromRequestParts<Commands> for PosCaller {
    type Rejection = Refused;

    /// The key is judged before anything else is looked at.
    async fn from_request_parts(parts: &mut Parts, commands: &Commands) -> Result<Self, Refused> {
        let sent = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
        let brought = parts.extensions.get::<Brought>().ok_or(ProblemCode::Internal)?;
        let key = sent("access_key").filter(|text| !text.is_empty()).ok_or_else(|| {
            Refused::with(ProblemCode::Unauthenticated, "The header access_key is missing.")
        })?;
        let access_key: AccessKey = key.parse().map_err(|_| not_admitted(NotAdmitted::UnknownKey))?;
        let key = admit(commands, &access_key, brought.peer.ip).await.map_err(not_admitted)?;
        if key.profile == Profile::Signed {
            let target = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
            let claim = Claim {
                method: &parts.method,
                public_path_prefix: &brought.public_path_prefix,
                target: target.path_and_query().map_or("", |target| target.as_str()),
                body: &brought.body,
                access_key: &access_key,
            };
            let sent = |name: &str| sent(name).filter(|text| !text.is_empty());
            let proof = prove(commands, &key, &claim, sent)
                .map_err(|why| Refused::with(ProblemCode::Unauthenticated, why.sentence()))?;
            commands.knock(brought.at, key.hash, proof).await?;
        }
        Ok(Self { access_key, token: sent("token_id").and_then(|text| text.parse().ok()) })
    }
}

fn not_admitted(why: NotAdmitted) -> Refused {
    let sentence = why.sentence();
    match why {
        NotAdmitted::Failed(failure) => failure.into(),
        NotAdmitted::UnknownKey | NotAdmitted::OtherNetwork => {
            Refused::with(ProblemCode::Unauthenticated, sentence)
        }
    }
}

/// `GET /pos/operations/{operation_id}`.
pub(super) async fn operation(
    State(commands): State<Commands>,
    caller: PosCaller,
    Path(operation_id): Path<String>,
) -> Result<Reply, Refused> {
    let (Some(token), Ok(operation_id)) = (caller.token, operation_id.parse()) else {
        return Err(Failure::from(Refusal::SessionNotFound).into());
    };
    let view = commands.operation(&caller.access_key, &token, operation_id).await?;
    let extras = Extras { session_expires_at: view.session_expires_at, ..Extras::default() };
    Ok(Reply::read(&shown(&view))?.with_extras(extras))
}

/// `GET /pos/operations`.
pub(super) async fn open(
    State(commands): State<Commands>,
    caller: PosCaller,
    OriginalUri(uri): OriginalUri,
) -> Result<Reply, Refused> {
    let query = Query::<api::OpenOperationsQuery>::try_from_uri(&uri);
    let Query(api::OpenOperationsQuery { state: api::AskedState::Open, after, limit }) =
        query.map_err(|why| Refused::with(ProblemCode::InvalidQuery, why.body_text()))?;
    let (operations_max, after) = (lines_max(limit)?, page_after(after.as_deref())?);
    let view =
        commands.open_operations(&caller.access_key, caller.token.as_ref(), after, operations_max).await?;
    Reply::read(&api::OpenOperations {
        operations: view.operations.iter().map(shown).collect(),
        next: view.next.map(|operation_id| operation_id.to_string()),
    })
}

fn shown(view: &OperationView) -> api::Operation {
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
    }
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
