//! Differences that counts find, in tills and in vaults: posted in the count's own commit, explained later. They touch
//! the cash book only; that somebody pays for one is not decided here.

use specie_money::Money;

use super::ledger::Posting;
use super::place;
use super::till::{cashier_at, tell_of_sum};
use super::turn::{Done, Stop, Turn};
use crate::command::{By, ExplainVariance, VaultCash, VaultEvent};
use crate::outcome::{Limit, Receipt, Refusal, Thing, TillRefusal};
use crate::rows::{
    AccountKey, AccountKind, CashierRole, EventKind, Reason, Role, TillLine, TillSession, TillVariance,
    VarianceKey, VarianceState,
};

/// Longest explanation, bytes.
const EXPLANATION_BYTES_MAX: usize = 512;

/// A closing count may have differed: short is `till → till_variance`, too much is the way back.
pub(super) fn found(
    turn: &mut Turn<'_>,
    session: &TillSession,
    line: TillLine,
    alert: i64,
) -> Result<(), Stop> {
    let TillLine { currency, expected, counted } = line;
    let difference = counted.saturating_sub(expected);
    if difference == 0 || planted!(VarianceForgotten) {
        return Ok(());
    }
    let till = AccountKey::till(session.till_id, currency);
    differed(
        turn,
        till,
        AccountKey::of_pos(AccountKind::TillVariance, session.pos_id, currency),
        difference,
    )?;
    let is_alert = difference.saturating_abs() > alert;
    turn.set.put(TillVariance {
        key: VarianceKey { till_session_id: session.till_session_id, currency },
        till_id: session.till_id,
        pos_id: session.pos_id,
        cashier_id: session.cashier_id,
        expected,
        counted,
        state: if is_alert { VarianceState::Open } else { VarianceState::Small },
        explanation: String::new(),
        explained_by: String::new(),
        found_at: turn.at,
    });
    if is_alert {
        let amount = Money::from_minor(difference, currency);
        tell_of_sum(turn, EventKind::TillVarianceFound, session, amount);
    }
    Ok(())
}

fn differed(
    turn: &mut Turn<'_>,
    counted: AccountKey,
    variance: AccountKey,
    difference: i64,
) -> Result<(), Stop> {
    let (debit, credit) = if difference < 0 { (counted, variance) } else { (variance, counted) };
    let amount = difference.saturating_abs();
    let reason = Reason::CountDiffered;
    turn.post_request(Posting { debit, credit, amount, reason, operation_id: None })
}

/// Somebody says why a closing count differed; said again, the last word stands, and the journal keeps all.
pub(super) fn explain(turn: &mut Turn<'_>, command: &ExplainVariance) -> Result<Done, Stop> {
    let ExplainVariance { till_session_id, currency, .. } = *command;
    let key = VarianceKey { till_session_id, currency };
    let explained_by = match command.by {
        By::Operator(actor) => {
            let person = turn.person(actor, |role| matches!(role, Role::Admin | Role::Finance))?;
            if let Some(receipt) = turn.recall()? {
                return Ok(Done::before(receipt));
            }
            person
        }
        By::Cashier(hash, sign) => {
            turn.live_key(&hash)?;
            if let Some(receipt) = turn.recall()? {
                return Ok(Done::before(receipt));
            }
            let known = turn.get::<TillVariance>(&key)?.ok_or(Refusal::NotFound(Thing::Variance))?;
            let cashier = cashier_at(turn, (&hash, sign), known.till_id)?;
            if cashier.role != CashierRole::Supervisor && cashier.cashier_id != known.cashier_id {
                return Err(Refusal::AtTill(TillRefusal::CashierForbidden).into());
            }
            cashier.name.clone()
        }
    };
    let known = turn.get::<TillVariance>(&key)?.ok_or(Refusal::NotFound(Thing::Variance))?;
    let explanation = command.explanation.trim().to_owned();
    let fits = !explanation.is_empty() && explanation.len() <= EXPLANATION_BYTES_MAX;
    if !fits || explanation.chars().any(char::is_control) {
        return Err(Refusal::Unacceptable(Limit::ExplanationBytes(EXPLANATION_BYTES_MAX)).into());
    }
    let state = VarianceState::Explained;
    turn.set.put(TillVariance { state, explanation, explained_by, ..(*known).clone() });
    Ok(turn.remember(Receipt::Done))
}

/// Cash is brought to a vault, taken away from it, or counted in it.
pub(super) fn vault(turn: &mut Turn<'_>, command: &VaultCash) -> Result<Done, Stop> {
    turn.permit(command.actor, |role| matches!(role, Role::Admin | Role::Finance))?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let pos = place::pos(turn, &command.pos)?;
    let (amount, currency) = (command.amount.minor(), command.amount.currency());
    if !pos.currencies.contains(&currency) {
        return Err(Refusal::CurrencyNotServed(currency).into());
    }
    let of_pos = |kind| AccountKey::of_pos(kind, pos.pos_id, currency);
    let [vault, source] = [AccountKind::Vault, AccountKind::TillSource].map(of_pos);
    let is_count = command.event == VaultEvent::Counted;
    if amount < 0 || (amount == 0 && !is_count) {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    let (debit, credit, reason) = match command.event {
        VaultEvent::Delivered => (source, vault, Reason::VaultDelivered),
        VaultEvent::Collected => (vault, source, Reason::VaultCollected),
        VaultEvent::Counted => {
            let difference = amount.saturating_sub(turn.balance(&vault)?);
            if difference != 0 && !planted!(VaultCountForgotten) {
                differed(turn, vault, of_pos(AccountKind::TillVariance), difference)?;
            }
            return Ok(turn.remember(Receipt::VaultTold(command.amount)));
        }
    };
    turn.post_request(Posting { debit, credit, amount, reason, operation_id: None })?;
    let after = Money::from_minor(turn.balance(&vault)?, currency);
    Ok(turn.remember(Receipt::VaultTold(after)))
}
