//! Cash that moves with money, in the same commit: out of the open till when it was dispensed, back into it when it
//! came back (cash-lifecycle.md sections 2 and 3). A fact about a till session that is closed posts against the POS's
//! variance instead, but for cash that was set aside in it, lay there when the till was handed over, and is there still.
//! And the notes of an open drawer, as far as they are known: those chosen for a withdrawal are taken
//! to be the ones that leave, unless the POS tells others; what comes in uncounted is known by its sum alone.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::cases;
use super::ledger::Posting;
use super::session::Entered;
use super::turn::{Stop, Turn};
use crate::denominations::{Made, make, with, without, worth};
use crate::ids::{OperationId, TillId, TillSessionId, WalletId, WithdrawalId};
use crate::lifecycle::Moves;
use crate::outcome::Refusal;
use crate::rows::{
    ASIDES_MAX, AccountKey, AccountKind, Action, Aside, Case, CaseKind, Counted, Deposit, Drawer, DrawerKey,
    EvidenceKind, Matter, Notes, Pos, Reason, Session, Till, TillLine, TillSession, WalletLive, Withdrawal,
};
use crate::working_set::Missing;

/// The till a call's money moves in; none at a POS that runs none. Refused where it should be open and is not.
pub(super) fn till(turn: &Turn<'_>, entered: &Entered, pos: &Pos) -> Result<Option<Arc<TillSession>>, Stop> {
    if !pos.runs_tills || planted!(TillNotNeeded) {
        return Ok(None);
    }
    let session = match entered.key.till_session_id {
        Some(till_session_id) => turn.get::<TillSession>(&till_session_id)?,
        None => None,
    };
    let is_here = |session: &Arc<TillSession>| session.closed_at.is_none() && session.pos_id == pos.pos_id;
    match session.filter(is_here) {
        None => Err(Refusal::TillClosed.into()),
        open => Ok(open),
    }
}

/// Sets notes for `amount` aside in the till the call's money moves in; the session they are in, and which ones.
pub(super) fn set_aside(
    turn: &mut Turn<'_>,
    entered: &Entered,
    pos: &Pos,
    amount: Money,
) -> Result<(Option<TillSessionId>, Vec<Notes>), Stop> {
    let Some(session) = till(turn, entered, pos)? else {
        return Ok((None, Vec::new()));
    };
    let (currency, sum) = (amount.currency(), amount.minor());
    let mut drawer = drawer(turn, session.till_id, currency)?;
    let free = free(turn, &drawer)?;
    let is_sorted = worth(&drawer.notes) == Some(free);
    let made = make(&drawer.notes, sum);
    let chosen = match made {
        Made::Notes(chosen) if sum <= free => chosen,
        // What is there uncounted may well make it.
        Made::Nearest { .. } if sum <= free && !is_sorted => Vec::new(),
        Made::NotKnown if sum <= free => Vec::new(),
        // For the same reason all that is there is a sum it may make; what is known of it would name less.
        Made::Nearest { .. } | Made::NotKnown if !is_sorted => {
            let all = Some(free).filter(|free| *free > 0);
            return Err(Refusal::NotPayable(all.map(|all| Money::from_minor(all, currency)), None).into());
        }
        Made::Nearest { below, above } => {
            let money = |minor| Money::from_minor(minor, currency);
            return Err(Refusal::NotPayable(below.map(money), above.map(money)).into());
        }
        Made::Notes(_) | Made::NotKnown => {
            return Err(Refusal::NotPayable(None, None).into());
        }
    };
    drawer.promised = drawer.promised.saturating_add(if planted!(PromisedTwice) { 0 } else { sum });
    if drawer.asides.len() < ASIDES_MAX {
        let operation_id = entered.session.operation_id;
        drawer.asides.push(Aside { operation_id, amount: sum, is_carried: false });
    }
    let taken = if planted!(NotesPromisedTwice) { &Vec::new() } else { &chosen };
    drawer.notes = without(&drawer.notes, taken).unwrap_or_default();
    keep(turn, drawer)?;
    Ok((Some(session.till_session_id), chosen))
}

/// Moves the cash of what a fact moved; the notes that left, or are still set aside, as far as they are known.
pub(super) fn move_cash(
    turn: &mut Turn<'_>,
    withdrawal: &Withdrawal,
    moves: Moves,
) -> Result<Vec<Notes>, Stop> {
    let Some(till_session_id) = withdrawal.till_session_id else {
        return Ok(Vec::new());
    };
    let session = turn.get::<TillSession>(&till_session_id)?.ok_or(Refusal::SessionNotFound)?;
    let carried = settle_carried(turn, &session, withdrawal, moves)?;
    let (till, source) = accounts(&session, withdrawal.currency);
    let late = if planted!(LateCashUnseen) { 0 } else { moves.paid_late };
    let left = moves.held_to_paid.saturating_sub(carried).saturating_add(late);
    let operation_id = Some(withdrawal.operation_id);
    let drawer_itself = AccountKey::till(session.till_id, withdrawal.currency);
    let steps = [
        (drawer_itself, source, carried, Reason::CashPaid),
        (till, source, left, Reason::CashPaid),
        (source, till, moves.paid_to_returned, Reason::CashBack),
    ];
    for (debit, credit, amount, reason) in steps {
        turn.post(Posting { debit, credit, amount, reason, operation_id })?;
    }
    if session.closed_at.is_some() {
        return Ok(withdrawal.hand_out.clone());
    }
    let mut drawer = drawer(turn, session.till_id, withdrawal.currency)?;
    let left = settle(&mut drawer, withdrawal, moves);
    keep(turn, drawer)?;
    Ok(left)
}

/// Cash that was set aside in a session before the one whose hands the till is in: how much of what the fact says left
/// is taken out of the till as it is now. What goes back is free again, in notes that nobody told of.
fn settle_carried(
    turn: &mut Turn<'_>,
    session: &TillSession,
    withdrawal: &Withdrawal,
    moves: Moves,
) -> Result<i64, Stop> {
    let resolved = moves.held_to_paid.saturating_add(moves.held_to_returned);
    if session.closed_at.is_none() || resolved == 0 {
        return Ok(0);
    }
    let till = turn.get::<Till>(&session.till_id)?.ok_or(Refusal::SessionNotFound)?;
    let now = match till.open {
        Some(now) => turn.get::<TillSession>(&now)?,
        None => None,
    };
    if now.is_none_or(|now| now.first != session.first) {
        return Ok(0); // It was closed: all that was in it went to the vault.
    }
    let mut drawer = drawer(turn, session.till_id, withdrawal.currency)?;
    let there = carried_for(&drawer, withdrawal.operation_id);
    let (left, settled) = (moves.held_to_paid.min(there), resolved.min(there));
    no_longer_aside(&mut drawer, withdrawal.operation_id, settled);
    drawer.carried = drawer.carried.saturating_sub(settled);
    drawer.promised = drawer.promised.saturating_sub(settled);
    if settled > 0 {
        turn.set.put(drawer);
    }
    Ok(left)
}

/// How much of what was carried over is one withdrawal's: what is named for it, or what is named for no other.
fn carried_for(drawer: &Drawer, operation_id: OperationId) -> i64 {
    let named = drawer.asides.iter().filter(|aside| aside.is_carried);
    match named.clone().find(|aside| aside.operation_id == operation_id) {
        Some(own) => own.amount,
        None => named.fold(drawer.carried, |rest, aside| rest.saturating_sub(aside.amount)).max(0),
    }
}

/// So much of what is set aside for a withdrawal is not any more.
fn no_longer_aside(drawer: &mut Drawer, operation_id: OperationId, settled: i64) {
    for aside in drawer.asides.iter_mut().filter(|aside| aside.operation_id == operation_id) {
        aside.amount = aside.amount.saturating_sub(settled);
    }
    drawer.asides.retain(|aside| aside.amount > 0);
}

/// What a fact does to the notes that were set aside; which of them left, as far as it is known.
fn settle(drawer: &mut Drawer, withdrawal: &Withdrawal, moves: Moves) -> Vec<Notes> {
    let resolved = moves.held_to_paid.saturating_add(moves.held_to_returned);
    drawer.promised = drawer.promised.saturating_sub(resolved).max(0);
    no_longer_aside(drawer, withdrawal.operation_id, resolved);
    let mut left = withdrawal.hand_out.clone();
    if moves.held_to_returned > 0 {
        let kept = withdrawal.held.saturating_sub(moves.held_to_returned);
        let part = if kept == 0 { Made::Notes(Vec::new()) } else { make(&left, kept) };
        let (kept, stayed) = match part {
            Made::Notes(kept) => (kept.clone(), without(&left, &kept).unwrap_or_default()),
            Made::Nearest { .. } | Made::NotKnown => (Vec::new(), Vec::new()),
        };
        drawer.notes = with(&drawer.notes, &stayed);
        left = kept;
    }
    if moves.paid_to_returned > 0 {
        let came_back = std::mem::take(&mut left);
        if moves.paid_to_returned == withdrawal.paid {
            drawer.notes = with(&drawer.notes, &came_back);
        }
    }
    if moves.paid_late > 0 {
        drawer.notes.clear(); // Something left that was counted as there: nobody knows which notes.
    }
    left
}

/// The POS told which notes left: they replace those that were chosen.
pub(super) fn told(turn: &mut Turn<'_>, entered: &Entered, notes: &[Notes]) -> Result<(), Stop> {
    let Action::Withdrawal(withdrawal_id) = entered.session.action else {
        return Ok(());
    };
    let Some(withdrawal) = turn.get::<Withdrawal>(&withdrawal_id)? else {
        return Ok(());
    };
    let Some(till_session_id) = withdrawal.till_session_id.filter(|_| !notes.is_empty()) else {
        return Ok(());
    };
    let is_all_that_left = withdrawal.held == 0 && worth(notes) == Some(withdrawal.paid);
    let session = turn.get::<TillSession>(&till_session_id)?.ok_or(Refusal::SessionNotFound)?;
    if !is_all_that_left || session.closed_at.is_some() || withdrawal.hand_out == notes {
        return Ok(());
    }
    let mut drawer = drawer(turn, session.till_id, withdrawal.currency)?;
    let with_chosen = with(&drawer.notes, &withdrawal.hand_out);
    drawer.notes = match without(&with_chosen, notes) {
        Some(rest) if !withdrawal.hand_out.is_empty() => rest,
        Some(_) | None => Vec::new(), // It paid with notes that were not known to be there.
    };
    keep(turn, drawer)?;
    turn.set.put(Withdrawal { hand_out: notes.to_vec(), ..(*withdrawal).clone() });
    Ok(())
}

/// A deposit's cash goes into the till the call's money moves in.
pub(super) fn take_in(
    turn: &mut Turn<'_>,
    entered: &Entered,
    pos: &Pos,
    amount: Money,
) -> Result<Option<TillSessionId>, Stop> {
    let Some(session) = till(turn, entered, pos)? else {
        return Ok(None);
    };
    let (credit, debit) = accounts(&session, amount.currency());
    let operation_id = Some(entered.session.operation_id);
    let (amount, reason) = (amount.minor(), Reason::CashTaken);
    turn.post_request(Posting { debit, credit, amount, reason, operation_id })?;
    Ok(Some(session.till_session_id))
}

/// So much of a deposit's cash goes back to the depositor.
pub(super) fn give_back(turn: &mut Turn<'_>, deposit: &Deposit, amount: i64) -> Result<(), Stop> {
    let Some(till_session_id) = deposit.till_session_id else {
        return Ok(());
    };
    let session = turn.get::<TillSession>(&till_session_id)?.ok_or(Refusal::SessionNotFound)?;
    let (debit, credit) = accounts(&session, deposit.currency);
    let operation_id = Some(deposit.operation_id);
    turn.post(Posting { debit, credit, amount, reason: Reason::CashGivenBack, operation_id })?;
    if session.closed_at.is_none() {
        let drawer = drawer(turn, session.till_id, deposit.currency)?;
        keep(turn, drawer)?;
    }
    Ok(())
}

/// Where a till session's cash stands, and its counterpart.
fn accounts(session: &TillSession, currency: Currency) -> (AccountKey, AccountKey) {
    let source = AccountKey::of_pos(AccountKind::TillSource, session.pos_id, currency);
    let till = if session.closed_at.is_some() && !planted!(ClosedTillMoves) {
        AccountKey::of_pos(AccountKind::TillVariance, session.pos_id, currency)
    } else {
        AccountKey::till(session.till_id, currency)
    };
    (till, source)
}

/// The drawer holds what was counted, and nothing is promised.
pub(super) fn fill(turn: &mut Turn<'_>, till_id: TillId, counted: &Counted) {
    let key = DrawerKey { till_id, currency: counted.currency };
    turn.set.put(Drawer { notes: with(&[], &counted.notes), ..nothing(key) });
}

/// The drawer holds what was counted when it was handed over. What was promised is promised still, as far as it is
/// there: where less was counted than the book says, cash set aside is taken to have left already. What is there is
/// for the oldest withdrawals; each whose cash was not found gets a case that says so.
pub(super) fn carry_over(
    turn: &mut Turn<'_>,
    till_id: TillId,
    line: TillLine,
    counted: &[Notes],
) -> Result<(), Stop> {
    let known = drawer(turn, till_id, line.currency)?;
    let promised = known.promised;
    let gone = line.expected.saturating_sub(line.counted).clamp(0, promised);
    let carried = promised.saturating_sub(gone).min(line.counted);
    let counted = with(&[], counted);
    let aside = if carried == 0 { Made::Notes(Vec::new()) } else { make(&counted, carried) };
    let notes = match aside {
        Made::Notes(aside) => without(&counted, &aside).unwrap_or_default(),
        Made::Nearest { .. } | Made::NotKnown => Vec::new(),
    };
    let (asides, missing) = covered(&known.asides, carried);
    tell_missing(turn, line.currency, &missing)?;
    turn.set.put(Drawer { key: known.key, notes, promised: carried, carried, asides });
    Ok(())
}

/// The oldest first, as far as it goes: what stays aside for whom, and for whom how much of it is missing.
fn covered(asides: &[Aside], carried: i64) -> (Vec<Aside>, Vec<Aside>) {
    let (mut rest, mut there, mut missing) = (carried, Vec::new(), Vec::new());
    for aside in asides {
        let amount = aside.amount.min(rest);
        rest = rest.saturating_sub(amount);
        let lacking = aside.amount.saturating_sub(amount);
        if amount > 0 {
            there.push(Aside { amount, is_carried: true, ..*aside });
        }
        if lacking > 0 {
            missing.push(Aside { amount: lacking, ..*aside });
        }
    }
    (there, missing)
}

/// Opens the cases of withdrawals whose cash was set aside and is not there. Their rows are asked for at once.
fn tell_missing(turn: &mut Turn<'_>, currency: Currency, missing: &[Aside]) -> Result<(), Stop> {
    if missing.is_empty() || planted!(MissingCashUntold) {
        return Ok(());
    }
    let operations: Vec<OperationId> = missing.iter().map(|aside| aside.operation_id).collect();
    let (sessions, _cases) =
        Missing::both(turn.set.get_all::<Session>(&operations), turn.set.get_all::<Case>(&operations))?;
    let of = |session: &Option<Arc<Session>>| match session.as_ref().map(|session| session.action) {
        Some(Action::Withdrawal(withdrawal_id)) => withdrawal_id,
        Some(Action::None | Action::Barred | Action::Deposit(_)) | None => WithdrawalId::from_u128(0),
    };
    let withdrawals: Vec<WithdrawalId> = sessions.iter().map(of).collect();
    let wallets: Vec<WalletId> = sessions.iter().flatten().map(|session| session.wallet_id).collect();
    let (withdrawals, _lives) = Missing::both(
        turn.set.get_all::<Withdrawal>(&withdrawals),
        turn.set.get_all::<WalletLive>(&wallets),
    )?;
    for ((session, withdrawal), aside) in sessions.iter().zip(withdrawals).zip(missing) {
        let (Some(session), Some(withdrawal)) = (session, withdrawal) else { continue };
        let amount = Some(Money::from_minor(withdrawal.held, currency));
        let what = EvidenceKind::CashMissing(Money::from_minor(aside.amount, currency));
        cases::open(turn, session, Matter { kind: CaseKind::Unconfirmed, amount }, what)?;
    }
    Ok(())
}

/// A count left out a currency of which the cash book says that nothing is there: so it is.
pub(super) fn carry_nothing(turn: &mut Turn<'_>, till_id: TillId, currency: Currency) -> Result<(), Stop> {
    if is_known(turn, till_id, currency)? {
        carry_over(turn, till_id, TillLine { currency, expected: 0, counted: 0 }, &[])?;
    }
    Ok(())
}

/// The same when the till is closed.
pub(super) fn forget(turn: &mut Turn<'_>, till_id: TillId, currency: Currency) -> Result<(), Stop> {
    if is_known(turn, till_id, currency)? {
        empty(turn, till_id, currency);
    }
    Ok(())
}

fn is_known(turn: &Turn<'_>, till_id: TillId, currency: Currency) -> Result<bool, Missing> {
    let drawer = drawer(turn, till_id, currency)?;
    Ok(drawer != nothing(drawer.key))
}

/// Nothing is known of the drawer's notes any more, and nothing is promised.
pub(super) fn empty(turn: &mut Turn<'_>, till_id: TillId, currency: Currency) {
    turn.set.put(nothing(DrawerKey { till_id, currency }));
}

/// Notes were put into a drawer, or taken out.
pub(super) fn moved(
    turn: &mut Turn<'_>,
    till: AccountKey,
    notes: &[Notes],
    is_added: bool,
) -> Result<(), Stop> {
    let mut drawer = drawer(turn, TillId::from_u128(till.holder), till.currency)?;
    drawer.notes =
        if is_added { with(&drawer.notes, notes) } else { without(&drawer.notes, notes).unwrap_or_default() };
    Ok(keep(turn, drawer)?)
}

const fn nothing(key: DrawerKey) -> Drawer {
    Drawer { key, notes: Vec::new(), promised: 0, carried: 0, asides: Vec::new() }
}

fn drawer(turn: &Turn<'_>, till_id: TillId, currency: Currency) -> Result<Drawer, Missing> {
    let key = DrawerKey { till_id, currency };
    Ok(turn.get::<Drawer>(&key)?.map_or_else(|| nothing(key), |drawer| (*drawer).clone()))
}

/// What is in the drawer and not promised.
fn free(turn: &Turn<'_>, drawer: &Drawer) -> Result<i64, Missing> {
    let DrawerKey { till_id, currency } = drawer.key;
    Ok(turn.balance(&AccountKey::till(till_id, currency))?.saturating_sub(drawer.promised))
}

/// Keeps what is known of a drawer. Notes that come to more than is there are not known.
fn keep(turn: &mut Turn<'_>, mut drawer: Drawer) -> Result<(), Missing> {
    let free = free(turn, &drawer)?;
    if worth(&drawer.notes).is_none_or(|known| known > free) {
        drawer.notes.clear();
    }
    let known = turn.get::<Drawer>(&drawer.key)?;
    if known.is_none_or(|known| *known != drawer) {
        turn.set.put(drawer);
    }
    Ok(())
}
