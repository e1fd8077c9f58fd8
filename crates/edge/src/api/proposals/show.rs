//! A proposal as our API shows it: the members that its kind has, the others null.

use specie_commands::ProposalView;
use specie_domain::ids::{OperatorKeyId, PosId, ReconciliationId};
use specie_domain::rows::{
    AccountKey, Bearer, BrakeChange, ClearBreak, ClearPart, Closing, CreditLineChange, DepositCorrection,
    KeyAddition, LimitChange, MakeLossGood, ManualPosting, ProposalState, Proposed, Role, StaffAddition,
    StaffReset, Standing, TariffAddition, UndoClearing, WriteOff, WrittenOff,
};
use specie_money::Money;
use specie_wire::api::{self, Amount, CurrencyCode};

use super::super::staff::shown_role;
use super::super::{fees, limits};
use crate::when::rfc3339;

fn shown_account(account: AccountKey) -> String {
    let AccountKey { kind, holder, .. } = account;
    if holder == 0 { kind.name().to_owned() } else { format!("{}/{}", kind.name(), PosId::from_u128(holder)) }
}

/// A proposal as our API shows it.
pub(in crate::api) fn shown(view: &ProposalView) -> api::Proposal {
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
        limit: None,
        brake: None,
        currency: None,
        deposit_id: None,
        reconciliation_id: None,
        break_number: None,
        person: None,
        role: None,
        operator_key_id: None,
        second_half: view.half.as_ref().map(|half| half.reveal().to_owned()),
        tariff: None,
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
        Proposed::MakeLossGood(MakeLossGood { why, .. }) => api::Proposal { why: Some(why.clone()), ..plain },
        Proposed::SetLimit(LimitChange { key, bounds, why }) => {
            let limit = limits::shown(*key, bounds.unwrap_or_default());
            api::Proposal { limit: Some(limit), why: Some(why.clone()), ..plain }
        }
        Proposed::SetBrake(BrakeChange { currency, brake, why }) => api::Proposal {
            brake: brake.map(|brake| limits::shown_setting(*currency, brake)),
            currency: brake.is_none().then_some(CurrencyCode(*currency)),
            why: Some(why.clone()),
            ..plain
        },
        Proposed::SetCreditLine(CreditLineChange { pos_id, why, .. }) => {
            api::Proposal { pos_id: Some(pos_id.to_string()), why: Some(why.clone()), ..plain }
        }
        Proposed::CorrectDeposit(DepositCorrection { deposit_id, why, .. }) => {
            api::Proposal { deposit_id: Some(deposit_id.to_string()), why: Some(why.clone()), ..plain }
        }
        Proposed::ClearBreak(clear) | Proposed::ClearPart(ClearPart { clear, .. }) => {
            let ClearBreak { reconciliation_id, number, pos_id, why, .. } = clear;
            with_break(plain, (*reconciliation_id, *number), Some(*pos_id), why)
        }
        Proposed::UndoClearing(UndoClearing { reconciliation_id, number, why, .. }) => {
            with_break(plain, (*reconciliation_id, *number), None, why)
        }
        Proposed::AddKey(KeyAddition { person, role, why, .. })
        | Proposed::AddStaff(StaffAddition { person, role, why, .. }) => {
            // A new key has the proposal's number.
            let made = OperatorKeyId::from_u128(view.proposal.proposal_id.as_u128());
            with_person(plain, Some((person, *role)), made, why)
        }
        Proposed::ResetStaff(StaffReset { staff_id, why, .. }) => {
            let staff = view.staff.as_ref().map(|staff| (&staff.person, staff.role));
            with_person(plain, staff, *staff_id, why)
        }
        Proposed::AddTariff(addition) => with_tariff(plain, addition),
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

fn with_break(
    plain: api::Proposal,
    (reconciliation_id, number): (ReconciliationId, u32),
    pos_id: Option<PosId>,
    why: &str,
) -> api::Proposal {
    api::Proposal {
        reconciliation_id: Some(reconciliation_id.to_string()),
        break_number: Some(number),
        pos_id: pos_id.map(|pos_id| pos_id.to_string()),
        why: Some(why.to_owned()),
        ..plain
    }
}

fn with_person(
    plain: api::Proposal,
    who: Option<(&String, Role)>,
    key_id: OperatorKeyId,
    why: &str,
) -> api::Proposal {
    api::Proposal {
        person: who.map(|(person, _)| person.clone()),
        role: who.map(|(_, role)| shown_role(role)),
        operator_key_id: Some(key_id.to_string()),
        why: Some(why.to_owned()),
        ..plain
    }
}

fn with_tariff(plain: api::Proposal, addition: &TariffAddition) -> api::Proposal {
    let tariff = Some(fees::shown_new(&addition.tariff));
    api::Proposal { tariff, why: Some(addition.why.clone()), ..plain }
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
