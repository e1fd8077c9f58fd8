//! What a withdrawal costs, from the quote to the last return (cash-lifecycle.md section 2): which tariff, what the
//! customer was told, and where the fee, the levy on it and the POS owner's commission go once it is known what left
//! the drawer. Without a tariff in force nothing is read but the book, and nothing is posted.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::ledger::Posting;
use super::session::Entered;
use super::turn::{Stop, Turn};
use crate::fees::tax;
use crate::ids::{TariffId, WalletId};
use crate::outcome::Refusal;
use crate::rows::{
    AccountKey, AccountKind, Approved, Channel, Code, CommissionDay, CommissionDayKey, FeeDay, FeeDayKey,
    Pos, Purpose, Quote, Reason, Scope, Tariff, TariffBook, Wallet, Withdrawal,
};
use crate::time::Time;

/// What a withdrawal is reckoned by.
pub(super) struct Price {
    pub(super) tariff: Option<Arc<Tariff>>,
    /// How far the wallet's day reached before it, where the tariff asks.
    pub(super) from: i64,
    /// Minor units, on top of the cash.
    pub(super) fee: i64,
}

impl Price {
    const NOTHING: Self = Self { tariff: None, from: 0, fee: 0 };
}

/// What the customer is told when she arms a code.
pub(super) fn quote(turn: &Turn<'_>, wallet: &Wallet, code: &Code) -> Result<Quote, Stop> {
    let (Approved::Exactly(sum) | Approved::UpTo(sum)) = code.approved else {
        return Ok(Quote::Open);
    };
    let pos = match code.pos_id {
        Some(pos_id) if code.purpose != Purpose::Deposit => turn.get::<Pos>(&pos_id)?,
        Some(_) | None => None,
    };
    let Some(pos) = pos else {
        return Ok(Quote::Open);
    };
    let scope = scope_of(&pos, wallet, code.channel, sum.currency());
    let Some(tariff_id) = choose(turn, &scope, turn.at)? else {
        return Ok(Quote::Free);
    };
    let price = by_version(turn, tariff_id, wallet.wallet_id, sum.minor())?;
    Ok(Quote::Fee(tariff_id, price.fee))
}

/// What a withdrawal in this session costs now. More than the customer was told she did not approve; no other sum helps,
/// so it is no guess at one.
pub(super) fn price(
    turn: &Turn<'_>,
    entered: &Entered,
    pos: &Pos,
    amount: i64,
    currency: Currency,
) -> Result<Price, Stop> {
    let wallet_id = entered.wallet.wallet_id;
    match entered.session.quote {
        Quote::Free => Ok(Price::NOTHING),
        Quote::Fee(tariff_id, told) => {
            let price = by_version(turn, tariff_id, wallet_id, amount)?;
            if price.fee > told && !planted!(QuoteIgnored) {
                let [now, told] = [price.fee, told].map(|fee| Money::from_minor(fee, currency));
                return Err(Refusal::FeeAboveQuote(now, told).into());
            }
            Ok(price)
        }
        Quote::Open => {
            // Nearly always there is no tariff, and then nobody need know the channel.
            if turn.get::<TariffBook>(&())?.is_none() {
                return Ok(Price::NOTHING);
            }
            let code = turn.get::<Code>(&entered.session.code_id)?;
            let channel = code.map_or(Channel::App, |code| code.channel);
            let scope = scope_of(pos, &entered.wallet, channel, currency);
            match choose(turn, &scope, entered.session.opened_at)? {
                Some(tariff_id) => by_version(turn, tariff_id, wallet_id, amount),
                None => Ok(Price::NOTHING),
            }
        }
    }
}

const fn scope_of(pos: &Pos, wallet: &Wallet, channel: Channel, currency: Currency) -> Scope {
    let (owner_id, channel, kyc_tier) = (Some(pos.owner_id), Some(channel), Some(wallet.kyc_tier));
    Scope { currency, owner_id, channel, kyc_tier }
}

fn choose(turn: &Turn<'_>, scope: &Scope, at: Time) -> Result<Option<TariffId>, Stop> {
    let book = turn.get::<TariffBook>(&())?;
    Ok(book.and_then(|book| book.choose(scope, at).map(|line| line.tariff_id)))
}

fn by_version(turn: &Turn<'_>, tariff_id: TariffId, wallet_id: WalletId, amount: i64) -> Result<Price, Stop> {
    let tariff = known(turn, tariff_id)?;
    let currency = tariff.scope.currency;
    let from = if tariff.fee.has_bands() && !planted!(SplitPaysLess) {
        let key = FeeDayKey { day: turn.at.day(), wallet_id, currency };
        turn.get::<FeeDay>(&key)?.map_or(0, |day| day.value)
    } else {
        0
    };
    let fee = tariff.fee.fee(from, amount);
    Ok(Price { tariff: Some(tariff), from, fee })
}

/// A version that was chosen or remembered: it is never removed.
fn known(turn: &Turn<'_>, tariff_id: TariffId) -> Result<Arc<Tariff>, Stop> {
    let tariff = turn.get::<Tariff>(&tariff_id)?;
    assert!(tariff.is_some(), "a tariff that was chosen is kept for ever");
    Ok(tariff.ok_or(Refusal::NotFound(crate::outcome::Thing::Tariff))?)
}

/// Counts a withdrawal that was just set aside towards the wallet's day, where its tariff asks.
pub(super) fn count(turn: &mut Turn<'_>, price: &Price, withdrawal: &Withdrawal) -> Result<(), Stop> {
    match &price.tariff {
        Some(tariff) if tariff.fee.has_bands() => add_to_day(turn, withdrawal, withdrawal.amount),
        Some(_) | None => Ok(()),
    }
}

fn add_to_day(turn: &mut Turn<'_>, withdrawal: &Withdrawal, sum: i64) -> Result<(), Stop> {
    let Withdrawal { wallet_id, currency, made_at, .. } = *withdrawal;
    let key = FeeDayKey { day: made_at.day(), wallet_id, currency };
    let before = turn.get::<FeeDay>(&key)?.map_or(0, |day| day.value);
    turn.set.put(FeeDay { key, value: before.saturating_add(sum) });
    Ok(())
}

/// Moves what `before` turning into `after` moves of the fee, the levy and the commission; `after` with its sums.
pub(super) fn settle(
    turn: &mut Turn<'_>,
    before: &Withdrawal,
    after: Withdrawal,
) -> Result<Withdrawal, Stop> {
    let Some(tariff_id) = before.tariff_id else {
        return Ok(after);
    };
    let tariff = known(turn, tariff_id)?;
    let back = after.returned.saturating_sub(before.returned);
    if back > 0 && tariff.fee.has_bands() {
        add_to_day(turn, before, back.saturating_neg())?;
    }
    if after.held > 0 {
        return Ok(after);
    }
    let kept =
        if planted!(FeeKeptOnReturn) { before.fee } else { tariff.fee.fee(before.fee_from, after.paid) };
    let kept = kept.min(before.fee);
    let tax_kept = if planted!(LevyForgotten) { 0 } else { tax(kept, tariff.tax_basis_points) };
    let after = Withdrawal { fee_held: 0, fee_kept: kept, tax_kept, ..after };
    if before.held > 0 {
        take_fee(turn, before, &after)?;
    } else {
        give_back_fee(turn, before, &after)?;
    }
    let commission = pay_commission(turn, &tariff, before, after.paid)?;
    Ok(Withdrawal { commission, ..after })
}

/// The outcome is known: what waited is earned, owed as a levy, or goes back.
fn take_fee(turn: &mut Turn<'_>, before: &Withdrawal, after: &Withdrawal) -> Result<(), Stop> {
    let Withdrawal { wallet_id, pos_id, currency, .. } = *after;
    let pending = AccountKey::of_pos(AccountKind::FeePending, pos_id, currency);
    let [earned, levied] =
        [AccountKind::Fee, AccountKind::Tax].map(|kind| AccountKey::of_operator(kind, currency));
    let wallet = AccountKey::wallet(wallet_id, currency);
    let net = after.fee_kept.saturating_sub(after.tax_kept);
    let rest = before.fee_held.saturating_sub(after.fee_kept);
    let steps = [
        (pending, earned, net, Reason::FeeEarned),
        (pending, levied, after.tax_kept, Reason::FeeTaxed),
        (pending, wallet, rest, Reason::FeeReturned),
    ];
    post_all(turn, after, &steps)
}

/// Cash that was paid came back: so does what the fee and the levy were more for it.
fn give_back_fee(turn: &mut Turn<'_>, before: &Withdrawal, after: &Withdrawal) -> Result<(), Stop> {
    let Withdrawal { wallet_id, currency, .. } = *after;
    let [earned, levied] =
        [AccountKind::Fee, AccountKind::Tax].map(|kind| AccountKey::of_operator(kind, currency));
    let wallet = AccountKey::wallet(wallet_id, currency);
    let net = |of: &Withdrawal| of.fee_kept.saturating_sub(of.tax_kept);
    let steps = [
        (earned, wallet, net(before).saturating_sub(net(after)), Reason::FeeReturned),
        (levied, wallet, before.tax_kept.saturating_sub(after.tax_kept), Reason::FeeReturned),
    ];
    post_all(turn, after, &steps)
}

fn post_all(
    turn: &mut Turn<'_>,
    withdrawal: &Withdrawal,
    steps: &[(AccountKey, AccountKey, i64, Reason)],
) -> Result<(), Stop> {
    let operation_id = Some(withdrawal.operation_id);
    for (debit, credit, amount, reason) in steps.iter().copied() {
        turn.post(Posting { debit, credit, amount, reason, operation_id })?;
    }
    Ok(())
}

/// The POS owner earns for what was paid on the day, and for what came back it is taken back: always the commission of
/// all that stays paid. What this withdrawal has added to it so far.
fn pay_commission(turn: &mut Turn<'_>, tariff: &Tariff, before: &Withdrawal, paid: i64) -> Result<i64, Stop> {
    let counted = if before.held > 0 { 0 } else { before.paid };
    let schedule = &tariff.commission;
    let (old, new) = if schedule.is_of_the_day() && !planted!(CommissionPerPart) {
        let Withdrawal { wallet_id, owner_id, made_at, .. } = *before;
        let tariff_id = tariff.tariff_id;
        let key = CommissionDayKey { day: made_at.day(), wallet_id, owner_id, tariff_id };
        let old = turn.get::<CommissionDay>(&key)?.map_or(0, |day| day.value);
        let new = old.saturating_sub(counted).saturating_add(paid);
        if new != old {
            turn.set.put(CommissionDay { key, value: new });
        }
        (old, new)
    } else {
        (counted, paid)
    };
    let change = schedule.commission(new).saturating_sub(schedule.commission(old));
    if change < 0 && planted!(CommissionStays) {
        return Ok(before.commission);
    }
    let Withdrawal { owner_id, currency, .. } = *before;
    let cost = AccountKey::of_operator(AccountKind::CommissionCost, currency);
    let earned = AccountKey::of_owner(AccountKind::Commission, owner_id, currency);
    let step = if change < 0 {
        (earned, cost, change.saturating_neg(), Reason::CommissionReturned)
    } else {
        (cost, earned, change, Reason::CommissionEarned)
    };
    post_all(turn, before, &[step])?;
    Ok(before.commission.saturating_add(change))
}
