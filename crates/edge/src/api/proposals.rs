//! `/proposals`: what one person asks for and another one approves. Reads the members that each kind takes, and names
//! the one that is missing or not wanted.

use specie_commands::{NOTE_TEXT_BYTES_MAX, ProposalView, ProposeRequest};
use specie_domain::ids::{OwnerId, PosId, ProposalId, WalletId};
use specie_domain::rows::{
    AccountKey, AccountKind, Bearer, BrakeChange, Closing, LimitChange, MakeLossGood, ManualPosting,
    ProposalState, Proposed, Standing, WriteOff, WrittenOff,
};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, ProblemCode};

use super::caller::Caller;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `POST /proposals`.
pub(super) async fn propose(caller: Caller) -> Result<Reply, Refused> {
    let body: api::Propose = caller.body().await?;
    let request = caller.judged(read(body)).await?;
    let answered = caller.commands.propose(caller.asked(), request).await?;
    Reply::done(201, answered, |view| shown(&view))
}

/// `GET /proposals`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::ProposalsQuery = caller.query().await?;
    let proposals_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<ProposalId> = caller.judged(page_after(query.after.as_deref())).await?;
    let waiting_only = query.state == api::AskedProposals::Waiting;
    let (views, next) = caller.commands.proposals(caller.actor, waiting_only, after, proposals_max).await?;
    let proposals = views.iter().map(shown).collect();
    Reply::read(&api::Proposals { proposals, next: next.map(|next| next.to_string()) })
}

/// `GET /proposals/{proposal_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let proposal_id = caller.proposal_id().await?;
    Reply::read(&shown(&caller.commands.proposal(caller.actor, proposal_id).await?))
}

/// `POST /proposals/{proposal_id}/approve`.
pub(super) async fn approve(caller: Caller) -> Result<Reply, Refused> {
    judge(caller, true).await
}

/// `POST /proposals/{proposal_id}/reject`.
pub(super) async fn reject(caller: Caller) -> Result<Reply, Refused> {
    judge(caller, false).await
}

async fn judge(caller: Caller, approve: bool) -> Result<Reply, Refused> {
    let proposal_id = caller.proposal_id().await?;
    let answered = caller.commands.judge_proposal(caller.asked(), proposal_id, approve).await?;
    Reply::done(200, answered, |view| shown(&view))
}

impl Caller {
    async fn proposal_id(&self) -> Result<ProposalId, Refused> {
        let read = self.text("proposal_id").parse().map_err(|_| ProblemCode::ProposalNotFound.into());
        self.judged(read).await
    }
}

fn malformed(detail: impl Into<String>) -> Refused {
    Refused::with(ProblemCode::InvalidBody, detail.into())
}

/// The member, which this kind takes.
fn wanted<T>(member: Option<T>, name: &str) -> Result<T, Refused> {
    member.ok_or_else(|| malformed(format!("{name}: this kind needs it.")))
}

fn read(body: api::Propose) -> Result<ProposeRequest, Refused> {
    refuse_others(&body)?;
    match body.kind {
        api::ProposalKind::CloseCase => read_closing(body),
        api::ProposalKind::Post => {
            let amount = wanted(body.amount, "amount")?.0;
            let debit = account(&wanted(body.debit, "debit")?, amount.currency(), "debit")?;
            let credit = account(&wanted(body.credit, "credit")?, amount.currency(), "credit")?;
            let why = wanted(body.why, "why")?;
            let posting = ManualPosting { debit, credit, amount: amount.minor(), why };
            Ok(ProposeRequest::Plain(Proposed::Post(posting)))
        }
        api::ProposalKind::WriteOff => {
            let pos_id = wanted(body.pos_id, "pos_id")?;
            let pos_id: PosId = pos_id.parse().map_err(|_| ProblemCode::PosNotFound)?;
            let way = match wanted(body.way, "way")? {
                api::WrittenOff::Claim => WrittenOff::Claim,
                api::WrittenOff::Surplus => WrittenOff::Surplus,
            };
            let (amount, why) = (wanted(body.amount, "amount")?.0, wanted(body.why, "why")?);
            Ok(ProposeRequest::Plain(Proposed::WriteOff(WriteOff { pos_id, amount, way, why })))
        }
        api::ProposalKind::MakeLossGood => {
            let (amount, why) = (wanted(body.amount, "amount")?.0, wanted(body.why, "why")?);
            Ok(ProposeRequest::Plain(Proposed::MakeLossGood(MakeLossGood { amount, why })))
        }
    }
}

/// A member that its kind has no use for was meant for something: it is not passed over.
fn refuse_others(body: &api::Propose) -> Result<(), Refused> {
    let kind = body.kind;
    let is = |one: api::ProposalKind| kind == one;
    let part = body.closing == Some(api::Closing::Part);
    let credit = body.closing == Some(api::Closing::CreditPos);
    let members = [
        ("amount", body.amount.is_some(), !is(api::ProposalKind::CloseCase) || part),
        ("operation_id", body.operation_id.is_some(), is(api::ProposalKind::CloseCase)),
        ("closing", body.closing.is_some(), is(api::ProposalKind::CloseCase)),
        ("shortfall_on", body.shortfall_on.is_some(), is(api::ProposalKind::CloseCase) && credit),
        ("pos_id", body.pos_id.is_some(), is(api::ProposalKind::WriteOff)),
        ("way", body.way.is_some(), is(api::ProposalKind::WriteOff)),
        ("debit", body.debit.is_some(), is(api::ProposalKind::Post)),
        ("credit", body.credit.is_some(), is(api::ProposalKind::Post)),
    ];
    let other = members.into_iter().find(|(_, is_there, is_taken)| *is_there && !is_taken);
    other.map_or(Ok(()), |(name, ..)| Err(malformed(format!("{name}: this kind does not take it."))))
}

fn read_closing(body: api::Propose) -> Result<ProposeRequest, Refused> {
    let operation_id = wanted(body.operation_id, "operation_id")?;
    let operation_id = operation_id.parse().map_err(|_| ProblemCode::CaseNotFound)?;
    let closing = match wanted(body.closing, "closing")? {
        api::Closing::Pay => Closing::Pay,
        api::Closing::Return => Closing::Return,
        api::Closing::Part => Closing::Part(wanted(body.amount, "amount")?.0),
        api::Closing::CreditPos => Closing::CreditPos(match wanted(body.shortfall_on, "shortfall_on")? {
            api::Bearer::Owner => Bearer::Owner,
            api::Bearer::Loss => Bearer::Loss,
        }),
        api::Closing::WriteOff => Closing::WriteOff,
        api::Closing::AsItIs => Closing::AsItIs,
    };
    let why = body.why.map(|why| why.parse()).transpose().map_err(|_| {
        let detail = format!(
            "why: must have something in it, at most {NOTE_TEXT_BYTES_MAX} bytes, and no control characters but \
             line ends and tabs."
        );
        Refused::with(ProblemCode::Unacceptable, detail)
    })?;
    Ok(ProposeRequest::CloseCase { operation_id, closing, why })
}

/// An account as text: `loss`, or `pos/ID`.
fn account(text: &str, currency: Currency, name: &str) -> Result<AccountKey, Refused> {
    let wrong = || malformed(format!("{name}: {text:?} names no account as loss or pos/ID."));
    let (kind, holder) = text.split_once('/').map_or((text, None), |(kind, holder)| (kind, Some(holder)));
    let kind = AccountKind::ALL.into_iter().find(|of| of.name() == kind).ok_or_else(wrong)?;
    let holder = match (kind, holder) {
        (AccountKind::Wallet, Some(holder)) => holder.parse().map(WalletId::as_u128),
        (AccountKind::Commission | AccountKind::SettlementDue, Some(holder)) => {
            holder.parse().map(OwnerId::as_u128)
        }
        (_, Some(holder)) => holder.parse().map(PosId::as_u128),
        (_, None) => Ok(0),
    };
    Ok(AccountKey { kind, holder: holder.map_err(|_| wrong())?, currency })
}

fn shown_account(account: AccountKey) -> String {
    let AccountKey { kind, holder, .. } = account;
    if holder == 0 { kind.name().to_owned() } else { format!("{}/{}", kind.name(), PosId::from_u128(holder)) }
}

fn shown(view: &ProposalView) -> api::Proposal {
    let proposal = &view.proposal;
    let (judged_at, judged_by) = match &proposal.state {
        ProposalState::Waiting => (None, None),
        ProposalState::Carried(at, by) | ProposalState::Rejected(at, by) => {
            (Some(*at), Some(by.person.clone()))
        }
        ProposalState::Withdrawn(at) => (Some(*at), None),
    };
    let plain = api::Proposal {
        proposal_id: proposal.proposal_id.to_string(),
        kind: proposal.what.name().to_owned(),
        state: shown_standing(view.standing),
        amount: proposal.what.amount().map(Amount),
        operation_id: None,
        closing: None,
        shortfall_on: None,
        pos_id: None,
        way: None,
        debit: None,
        credit: None,
        why: None,
        proposed_by: proposal.proposed_by.person.clone(),
        proposed_at: rfc3339(proposal.proposed_at),
        not_before: rfc3339(proposal.not_before),
        expires_at: rfc3339(proposal.expires_at),
        judged_by,
        judged_at: judged_at.map(rfc3339),
    };
    with_what(plain, view)
}

fn with_what(plain: api::Proposal, view: &ProposalView) -> api::Proposal {
    match &view.proposal.what {
        Proposed::Post(ManualPosting { debit, credit, why, .. }) => api::Proposal {
            debit: Some(shown_account(*debit)),
            credit: Some(shown_account(*credit)),
            why: Some(why.clone()),
            ..plain
        },
        Proposed::WriteOff(WriteOff { pos_id, way, why, .. }) => api::Proposal {
            pos_id: Some(pos_id.to_string()),
            way: Some(match way {
                WrittenOff::Claim => api::WrittenOff::Claim,
                WrittenOff::Surplus => api::WrittenOff::Surplus,
            }),
            why: Some(why.clone()),
            ..plain
        },
        Proposed::MakeLossGood(MakeLossGood { why, .. })
        | Proposed::SetLimit(LimitChange { why, .. })
        | Proposed::SetBrake(BrakeChange { why, .. }) => api::Proposal { why: Some(why.clone()), ..plain },
        Proposed::CloseCase(close) => {
            let (closing, part, shortfall_on) = shown_closing(close.closing);
            api::Proposal {
                operation_id: Some(close.operation_id.to_string()),
                closing: Some(closing),
                amount: part.map(Amount),
                shortfall_on,
                why: view.why.as_ref().map(|why| why.reveal().to_owned()),
                ..plain
            }
        }
    }
}

const fn shown_closing(closing: Closing) -> (api::Closing, Option<Money>, Option<api::Bearer>) {
    match closing {
        Closing::Pay => (api::Closing::Pay, None, None),
        Closing::Return => (api::Closing::Return, None, None),
        Closing::Part(left) => (api::Closing::Part, Some(left), None),
        Closing::CreditPos(Bearer::Owner) => (api::Closing::CreditPos, None, Some(api::Bearer::Owner)),
        Closing::CreditPos(Bearer::Loss) => (api::Closing::CreditPos, None, Some(api::Bearer::Loss)),
        Closing::WriteOff => (api::Closing::WriteOff, None, None),
        Closing::AsItIs => (api::Closing::AsItIs, None, None),
    }
}

const fn shown_standing(standing: Standing) -> api::ProposalState {
    match standing {
        Standing::Waiting => api::ProposalState::Waiting,
        Standing::Carried => api::ProposalState::CarriedOut,
        Standing::Rejected => api::ProposalState::Rejected,
        Standing::Withdrawn => api::ProposalState::Withdrawn,
        Standing::Expired => api::ProposalState::Expired,
    }
}
