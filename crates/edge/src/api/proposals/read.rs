//! What is proposed, from the members that each kind takes; names the one that is missing or not wanted.

use specie_commands::{NOTE_TEXT_BYTES_MAX, ProposeRequest};
use specie_domain::ids::{OwnerId, PosId, WalletId};
use specie_domain::rows::{
    AccountKey, AccountKind, Bearer, BrakeChange, Closing, CreditLineChange, DepositCorrection, LimitBounds,
    LimitChange, MakeLossGood, ManualPosting, Proposed, TariffAddition, WriteOff, WrittenOff,
};
use specie_money::Currency;
use specie_wire::api::{self, CurrencyCode, ProblemCode};

use super::super::problems::Refused;
use super::super::{fees, limits};

fn malformed(detail: impl Into<String>) -> Refused {
    Refused::with(ProblemCode::InvalidBody, detail.into())
}

/// The member, which this kind takes.
fn wanted<T>(member: Option<T>, name: &str) -> Result<T, Refused> {
    member.ok_or_else(|| malformed(format!("{name}: this kind needs it.")))
}

/// What is proposed, or the member that is missing, wrong or not wanted.
pub(super) fn read(body: api::Propose) -> Result<ProposeRequest, Refused> {
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
        api::ProposalKind::SetLimit | api::ProposalKind::RemoveLimit => read_limit(body),
        api::ProposalKind::SetBrake | api::ProposalKind::RemoveBrake => read_brake(body),
        api::ProposalKind::SetCreditLine => {
            let pos_id = wanted(body.pos_id, "pos_id")?;
            let pos_id: PosId = pos_id.parse().map_err(|_| ProblemCode::PosNotFound)?;
            let (line, why) = (wanted(body.amount, "amount")?.0, wanted(body.why, "why")?);
            Ok(ProposeRequest::Plain(Proposed::SetCreditLine(CreditLineChange { pos_id, line, why })))
        }
        api::ProposalKind::CorrectDeposit => {
            let deposit_id = wanted(body.deposit_id, "deposit_id")?;
            let deposit_id = deposit_id.parse().map_err(|_| ProblemCode::DepositNotFound)?;
            let (amount, why) = (wanted(body.amount, "amount")?.0, wanted(body.why, "why")?);
            let correction = DepositCorrection { deposit_id, amount, why };
            Ok(ProposeRequest::Plain(Proposed::CorrectDeposit(correction)))
        }
        api::ProposalKind::AddTariff => {
            let tariff = fees::read(wanted(body.tariff, "tariff")?)?;
            let addition = TariffAddition { tariff, why: wanted(body.why, "why")? };
            Ok(ProposeRequest::Plain(Proposed::AddTariff(Box::new(addition))))
        }
    }
}

fn read_limit(body: api::Propose) -> Result<ProposeRequest, Refused> {
    let is_removed = body.kind == api::ProposalKind::RemoveLimit;
    let (key, bounds) = limits::read(&wanted(body.limit, "limit")?)?;
    let why = wanted(body.why, "why")?;
    if is_removed && bounds != LimitBounds::default() {
        return Err(malformed("limit: one that is removed bounds nothing."));
    }
    let bounds = (!is_removed).then_some(bounds);
    Ok(ProposeRequest::Plain(Proposed::SetLimit(LimitChange { key, bounds, why })))
}

fn read_brake(body: api::Propose) -> Result<ProposeRequest, Refused> {
    let why = wanted(body.why, "why")?;
    let (currency, brake) = if body.kind == api::ProposalKind::RemoveBrake {
        (wanted(body.currency, "currency")?, None)
    } else {
        let brake = wanted(body.brake, "brake")?;
        (brake.currency, Some(limits::read_brake(&brake)?))
    };
    let CurrencyCode(currency) = currency;
    Ok(ProposeRequest::Plain(Proposed::SetBrake(BrakeChange { currency, brake, why })))
}

/// A member that its kind has no use for was meant for something: it is not passed over.
fn refuse_others(body: &api::Propose) -> Result<(), Refused> {
    use api::ProposalKind::{
        AddTariff, CloseCase, CorrectDeposit, MakeLossGood, Post, RemoveBrake, RemoveLimit, SetBrake,
        SetCreditLine, SetLimit, WriteOff,
    };
    let is = |kinds: &[api::ProposalKind]| kinds.contains(&body.kind);
    let part = is(&[CloseCase]) && body.closing == Some(api::Closing::Part);
    let credit = is(&[CloseCase]) && body.closing == Some(api::Closing::CreditPos);
    let a_sum = is(&[Post, WriteOff, MakeLossGood, SetCreditLine, CorrectDeposit]);
    let members = [
        ("amount", body.amount.is_some(), a_sum || part),
        ("operation_id", body.operation_id.is_some(), is(&[CloseCase])),
        ("closing", body.closing.is_some(), is(&[CloseCase])),
        ("shortfall_on", body.shortfall_on.is_some(), credit),
        ("pos_id", body.pos_id.is_some(), is(&[WriteOff, SetCreditLine])),
        ("way", body.way.is_some(), is(&[WriteOff])),
        ("debit", body.debit.is_some(), is(&[Post])),
        ("credit", body.credit.is_some(), is(&[Post])),
        ("limit", body.limit.is_some(), is(&[SetLimit, RemoveLimit])),
        ("brake", body.brake.is_some(), is(&[SetBrake])),
        ("currency", body.currency.is_some(), is(&[RemoveBrake])),
        ("deposit_id", body.deposit_id.is_some(), is(&[CorrectDeposit])),
        ("tariff", body.tariff.is_some(), is(&[AddTariff])),
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
