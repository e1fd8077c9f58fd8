//! Settlement batches (cash-lifecycle.md section 4). A batch takes, from each POS of its owner and from the owner's
//! commission, what was posted there and not settled yet. That is never summed up: it is the account's balance less the
//! float in it ([`SettleWindow::float`]), which changes only when the operator brings or takes float. So a cash-out
//! costs nothing more, and a cut costs one step a POS, however many cash-outs it settles.
//!
//! An entry whose command came at or after the cut-off is of the next window, also when the cut itself comes late: the
//! first such entry marks how its account stood ([`SettleWindow::mark`]). Commands are in the order of their commits: one
//! that is stamped a little before the cut-off and decided after such an entry is of the next window too.
//!
//! Taking, posting and posting back go on in bounded steps; the batch's row says how far they have come, so after a crash
//! the next step goes on where the last one that was kept had ended.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::ledger::Posting;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{Actor, ConfirmBatch, CutBatch, FailBatch, GoOnWithBatch, SetSettlement};
use crate::ids::{BatchId, OwnerId, PosId};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{
    Account, AccountKey, AccountKind, BatchState, Deployment, Event, EventKind, Mark, OwnerPlaces,
    PLACES_OF_PAGE, Pos, PosOwner, Reason, Role, SettleBatch, SettleLine, SettleLineKey, SettleWindow,
    Settlement, SettlementKey,
};
use crate::working_set::Missing;

/// Accounts one command looks at or posts for, about; it ends with the page it has begun.
const ACCOUNTS_OF_STEP: u32 = 64;
/// Minutes of a day.
const DAY_MINUTES: u16 = 1440;

const fn settles(role: Role) -> bool {
    matches!(role, Role::Admin | Role::Finance)
}

/// Says how an owner is settled. A batch under way keeps the settings it was begun with.
pub(super) fn set(turn: &mut Turn<'_>, command: &SetSettlement) -> Result<Done, Stop> {
    turn.permit(command.actor, settles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    if turn.get::<PosOwner>(&command.owner_id)?.is_none() {
        return Err(Refusal::NotFound(Thing::Owner).into());
    }
    if command.cut_off_minute >= DAY_MINUTES {
        return Err(Refusal::Unacceptable(Limit::CutOff).into());
    }
    acceptable_name(&command.zone)?;
    acceptable_name(&command.bank_reference)?;
    if command.threshold < 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    acceptable_next(turn, command.next_cut_off)?;
    let key = SettlementKey { owner_id: command.owner_id, currency: command.currency };
    let known = turn.get::<Settlement>(&key)?;
    let (number, under_way, running) =
        known.as_ref().map_or((1, None, None), |known| (known.number, known.under_way, known.boundary));
    let taking_back = known.as_ref().map_or_else(Vec::new, |known| known.taking_back.clone());
    // A window that is over, or being cut, keeps its end.
    let is_over = under_way.is_some() || running.is_some_and(|end| turn.at >= end);
    turn.set.put(Settlement {
        key,
        cut_off_minute: command.cut_off_minute,
        zone: command.zone.clone(),
        bank_reference: command.bank_reference.clone(),
        threshold: command.threshold,
        automatic: command.next_cut_off.is_some(),
        boundary: if is_over { running } else { command.next_cut_off },
        number,
        under_way,
        taking_back,
    });
    if !turn.deployment.settles {
        turn.set.put(Deployment { settles: true, ..(*turn.deployment).clone() });
    }
    Ok(turn.remember(Receipt::Done))
}

fn acceptable_next(turn: &Turn<'_>, next: Option<crate::time::Time>) -> Result<(), Refusal> {
    if next.is_some_and(|next| next <= turn.at) {
        return Err(Refusal::Unacceptable(Limit::NextCutOff));
    }
    Ok(())
}

/// Begins a batch, unless one is under way, and goes on with it as far as one command goes.
pub(super) fn cut(turn: &mut Turn<'_>, command: &CutBatch) -> Result<Done, Stop> {
    turn.permit(command.actor, settles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let key = SettlementKey { owner_id: command.owner_id, currency: command.currency };
    let settlement = turn.get::<Settlement>(&key)?.ok_or(Refusal::NotFound(Thing::Settlement))?;
    if let Some(batch_id) = settlement.under_way {
        let batch = batch(turn, batch_id)?;
        go_on(turn, batch)?;
        return Ok(turn.remember(Receipt::BatchCut(batch_id)));
    }
    let is_due = settlement.boundary.is_some_and(|end| turn.at >= end);
    if command.actor == Actor::System && !is_due {
        return Ok(Done::now(Receipt::Done)); // Somebody was quicker.
    }
    acceptable_next(turn, command.next_cut_off)?;
    let cut_off = settlement.boundary.filter(|end| *end <= turn.at).unwrap_or(turn.at);
    let batch_id = BatchId::new(turn.at, turn.fresh, key.owner_id.bucket());
    turn.set.put(Settlement { boundary: Some(cut_off), under_way: Some(batch_id), ..(*settlement).clone() });
    let begun = SettleBatch {
        batch_id,
        key,
        number: settlement.number,
        state: BatchState::Taking,
        cut_off,
        next_cut_off: command.next_cut_off.filter(|_| settlement.automatic),
        threshold: settlement.threshold,
        bank_reference: settlement.bank_reference.clone(),
        amount: 0,
        due: 0,
        lines: 0,
        done: 0,
        made_at: turn.at,
        ended_at: None,
        word: None,
    };
    go_on(turn, begun)?;
    Ok(turn.remember(Receipt::BatchCut(batch_id)))
}

/// Goes on with a batch that is not whole yet; does nothing to one that waits for the bank or is done with.
pub(super) fn go_on_with(turn: &mut Turn<'_>, command: &GoOnWithBatch) -> Result<Done, Stop> {
    let batch = batch(turn, command.batch_id)?;
    if batch.state.goes_on() {
        go_on(turn, batch)?;
    }
    Ok(Done::now(Receipt::Done))
}

/// The bank confirmed the payment. Said again it changes nothing.
pub(super) fn confirm(turn: &mut Turn<'_>, command: &ConfirmBatch) -> Result<Done, Stop> {
    turn.permit(command.actor, settles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.word)?;
    let mut batch = batch(turn, command.batch_id)?;
    match batch.state {
        BatchState::Confirmed if !planted!(ConfirmedTwice) => return Ok(Done::before(Receipt::Done)),
        BatchState::Confirmed | BatchState::Due => {}
        BatchState::Taking
        | BatchState::Posting
        | BatchState::TakingBack
        | BatchState::Failed
        | BatchState::Carried => return Err(Refusal::BatchIs(batch.state).into()),
    }
    batch.word = Some(command.word.clone());
    confirmed(turn, &mut batch)?;
    turn.set.put(batch);
    Ok(turn.remember(Receipt::Done))
}

/// `settlement_due → funding`, or the other way round when the owner paid.
fn confirmed(turn: &mut Turn<'_>, batch: &mut SettleBatch) -> Result<(), Stop> {
    bank(turn, batch, batch.amount, Reason::SettlementConfirmed)?;
    batch.due = 0;
    (batch.state, batch.ended_at) = (BatchState::Confirmed, Some(turn.at));
    tell(turn, EventKind::SettlementConfirmed, batch);
    Ok(())
}

/// The bank failed the payment, or sent it back: each line goes back to its POS, and so into the next batch.
pub(super) fn fail(turn: &mut Turn<'_>, command: &FailBatch) -> Result<Done, Stop> {
    turn.permit(command.actor, settles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    acceptable_name(&command.word)?;
    let mut batch = batch(turn, command.batch_id)?;
    match batch.state {
        BatchState::TakingBack | BatchState::Failed => return Ok(Done::before(Receipt::Done)),
        BatchState::Due => {}
        BatchState::Confirmed => {
            let sent_back = if planted!(SentBackForgotten) { 0 } else { batch.amount };
            bank(turn, &batch, sent_back.saturating_neg(), Reason::SettlementSentBack)?;
            batch.due = batch.amount;
        }
        BatchState::Taking | BatchState::Posting | BatchState::Carried => {
            return Err(Refusal::BatchIs(batch.state).into());
        }
    }
    (batch.word, batch.ended_at) = (Some(command.word.clone()), Some(turn.at));
    (batch.state, batch.done) = (BatchState::TakingBack, 0);
    tell(turn, EventKind::SettlementFailed, &batch);
    let settlement = turn.get::<Settlement>(&batch.key)?.ok_or(Refusal::NotFound(Thing::Settlement))?;
    let mut settlement = (*settlement).clone();
    settlement.taking_back.push(batch.batch_id);
    turn.set.put(settlement);
    go_on(turn, batch)?;
    Ok(turn.remember(Receipt::Done))
}

/// The batch as it is.
fn batch(turn: &Turn<'_>, batch_id: BatchId) -> Result<SettleBatch, Stop> {
    let batch = turn.get::<SettleBatch>(&batch_id)?.ok_or(Refusal::NotFound(Thing::Batch))?;
    Ok((*batch).clone())
}

/// Steps until the command has done its share, or the batch rests; keeps the batch.
fn go_on(turn: &mut Turn<'_>, mut batch: SettleBatch) -> Result<(), Stop> {
    let (mut accounts, mut absent) = (0_u32, Vec::new());
    while batch.state.goes_on() && accounts < ACCOUNTS_OF_STEP {
        let looked_at = match batch.state {
            BatchState::Taking => take(turn, &mut batch, &mut absent)?,
            BatchState::Posting => post_lines(turn, &mut batch)?,
            BatchState::TakingBack => take_back(turn, &mut batch)?,
            BatchState::Due | BatchState::Confirmed | BatchState::Failed | BatchState::Carried => 0,
        };
        accounts = accounts.saturating_add(looked_at).saturating_add(1);
    }
    if batch.state.goes_on() {
        for account in absent {
            passed(turn, &batch, account);
        }
    }
    turn.set.put(batch);
    Ok(())
}

/// The batch has gone past an account in which nothing had been posted. What comes while the batch goes on is of the
/// window after it, and marks no end.
fn passed(turn: &mut Turn<'_>, batch: &SettleBatch, account: AccountKey) {
    turn.set.put(SettleWindow { taken: batch.number, ..SettleWindow::new(account) });
}

/// Takes the lines of one page of the owner's POS; after the last page, of the owner's commission. Says which accounts
/// there are not yet.
fn take(turn: &mut Turn<'_>, batch: &mut SettleBatch, absent: &mut Vec<AccountKey>) -> Result<u32, Stop> {
    let SettlementKey { owner_id, currency } = batch.key;
    let page = turn.get::<OwnerPlaces>(&(owner_id, batch.done))?;
    let accounts: Vec<AccountKey> = match &page {
        Some(page) => {
            let position = |pos_id: &PosId| AccountKey::of_pos(AccountKind::Pos, *pos_id, currency);
            page.pos.iter().map(position).collect()
        }
        None => vec![AccountKey::of_owner(AccountKind::Commission, owner_id, currency)],
    };
    let (accounts_there, windows) =
        Missing::both(turn.set.get_all::<Account>(&accounts), turn.set.get_all::<SettleWindow>(&accounts))?;
    for ((key, account), window) in accounts.iter().zip(accounts_there).zip(windows) {
        let Some(account) = account else {
            absent.push(*key);
            continue;
        };
        let window = window.map_or_else(|| SettleWindow::new(*key), |window| (*window).clone());
        take_line(turn, batch, window, &account);
    }
    batch.done = batch.done.saturating_add(if planted!(PageSkipped) { 2 } else { 1 });
    if page.is_none() {
        taken(turn, batch)?;
    }
    Ok(u32::try_from(accounts.len()).unwrap_or(u32::MAX))
}

/// A window that comes to nothing gets no line, and goes on.
fn take_line(turn: &mut Turn<'_>, batch: &mut SettleBatch, window: SettleWindow, account: &Account) {
    let now = mark_of(account, window.float);
    let closing = if planted!(CutOffIgnored) { now } else { window.mark.unwrap_or(now) };
    let float = if planted!(FloatSettled) { 0 } else { closing.float };
    let amount = closing.balance.saturating_sub(float);
    let mut opening = window.opening;
    if amount != 0 {
        batch.lines = batch.lines.saturating_add(1);
        batch.amount = batch.amount.saturating_add(amount);
        let key = SettleLineKey { batch_id: batch.batch_id, line: batch.lines };
        turn.set.put(SettleLine { key, account: account.key, amount, opening, closing });
        opening = closing;
    }
    turn.set.put(SettleWindow { taken: batch.number, mark: None, opening, ..window });
}

const fn mark_of(account: &Account, float: i64) -> Mark {
    let Account { balance, entries, last_transfer, .. } = *account;
    Mark { balance, float, entries, last_transfer }
}

/// All lines are there: the batch is posted, unless it comes to too little. The next window's end is known now.
fn taken(turn: &mut Turn<'_>, batch: &mut SettleBatch) -> Result<(), Stop> {
    batch.done = 0;
    let is_below = batch.amount.saturating_abs() < batch.threshold && !planted!(ThresholdIgnored);
    let is_too_little = batch.lines == 0 || is_below;
    if is_too_little {
        (batch.state, batch.ended_at) = (BatchState::Carried, Some(turn.at));
        release(turn, batch)?;
    } else {
        batch.state = BatchState::Posting;
    }
    Ok(())
}

/// Posts some lines: `pos → settlement_due` and `commission → settlement_due`, or mirrored.
fn post_lines(turn: &mut Turn<'_>, batch: &mut SettleBatch) -> Result<u32, Stop> {
    let posted = move_lines(turn, batch, Reason::SettlementCut)?;
    if batch.done == batch.lines {
        batch.state = BatchState::Due;
        release(turn, batch)?;
        tell(turn, EventKind::SettlementCut, batch);
        if batch.amount == 0 {
            confirmed(turn, batch)?; // The owner's POS owe each other; there is nothing for the bank.
        }
    }
    Ok(posted)
}

/// Posts some lines back.
fn take_back(turn: &mut Turn<'_>, batch: &mut SettleBatch) -> Result<u32, Stop> {
    let posted = move_lines(turn, batch, Reason::SettlementTakenBack)?;
    if batch.done == batch.lines {
        batch.state = BatchState::Failed;
        let settlement = turn.get::<Settlement>(&batch.key)?.ok_or(Refusal::NotFound(Thing::Settlement))?;
        let mut settlement = (*settlement).clone();
        settlement.taking_back.retain(|batch_id| *batch_id != batch.batch_id);
        turn.set.put(settlement);
    }
    Ok(posted)
}

fn move_lines(turn: &mut Turn<'_>, batch: &mut SettleBatch, reason: Reason) -> Result<u32, Stop> {
    let last = batch.done.saturating_add(ACCOUNTS_OF_STEP).min(batch.lines);
    let keys: Vec<SettleLineKey> = (batch.done.saturating_add(1)..=last)
        .map(|line| SettleLineKey { batch_id: batch.batch_id, line })
        .collect();
    let lines = turn.set.get_all::<SettleLine>(&keys)?;
    assert!(lines.iter().all(Option::is_some), "every line of a batch is there");
    // All that the postings will look at, in one question: asked for one after another, the rows of an owner with many
    // POS would be more questions than a command has.
    let accounts: Vec<AccountKey> = lines.iter().flatten().map(|line| line.account).collect();
    let of_pos = accounts.iter().filter(|account| account.kind == AccountKind::Pos);
    let pos: Vec<PosId> = of_pos.map(|account| PosId::from_u128(account.holder)).collect();
    let ledger =
        Missing::both(turn.set.get_all::<Account>(&accounts), turn.set.get_all::<SettleWindow>(&accounts));
    let _known = Missing::both(ledger, turn.set.get_all::<Pos>(&pos))?;
    let due = settlement_due(batch.key);
    for line in lines.into_iter().flatten() {
        let is_cut = reason == Reason::SettlementCut || planted!(FailedCutAgain);
        let amount = if is_cut { line.amount } else { line.amount.saturating_neg() };
        post_signed(turn, line.account, due, amount, reason)?;
        batch.due = batch.due.saturating_add(amount);
    }
    batch.done = last;
    Ok(u32::try_from(keys.len()).unwrap_or(u32::MAX))
}

/// The window after this batch runs.
fn release(turn: &mut Turn<'_>, batch: &SettleBatch) -> Result<(), Stop> {
    let settlement = turn.get::<Settlement>(&batch.key)?.ok_or(Refusal::NotFound(Thing::Settlement))?;
    turn.set.put(Settlement {
        boundary: batch.next_cut_off,
        number: batch.number.saturating_add(1),
        under_way: None,
        ..(*settlement).clone()
    });
    Ok(())
}

const fn settlement_due(key: SettlementKey) -> AccountKey {
    AccountKey::of_owner(AccountKind::SettlementDue, key.owner_id, key.currency)
}

fn bank(turn: &mut Turn<'_>, batch: &SettleBatch, amount: i64, reason: Reason) -> Result<(), Stop> {
    let funding = AccountKey::of_operator(AccountKind::Funding, batch.key.currency);
    post_signed(turn, settlement_due(batch.key), funding, amount, reason)
}

/// `from → to`; a negative amount the other way round.
fn post_signed(
    turn: &mut Turn<'_>,
    from: AccountKey,
    to: AccountKey,
    amount: i64,
    reason: Reason,
) -> Result<(), Stop> {
    let (debit, credit) = if amount < 0 { (to, from) } else { (from, to) };
    let amount = amount.saturating_abs();
    Ok(turn.post(Posting { debit, credit, amount, reason, operation_id: None })?)
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, batch: &SettleBatch) {
    let event = turn.event(kind);
    turn.tell(Event {
        subject: batch.batch_id.as_u128(),
        amount: Some(Money::from_minor(batch.amount, batch.key.currency)),
        ..event
    });
}

/// An entry of `amount` is about to be made in `account`: marks how it stands when the cut-off has passed, and counts
/// what no batch settles.
pub(super) fn before_entry(
    turn: &mut Turn<'_>,
    account: &Account,
    reason: Reason,
    amount: i64,
) -> Result<(), Missing> {
    let key = account.key;
    if !matches!(key.kind, AccountKind::Pos | AccountKind::Commission) {
        return Ok(());
    }
    let ended = number_of_ended_window(turn, key)?;
    if ended.is_none() && !reason.is_float() {
        return Ok(());
    }
    let known = turn.get::<SettleWindow>(&key)?;
    let mut window = known.map_or_else(|| SettleWindow::new(key), |window| (*window).clone());
    let is_unmarked = window.mark.is_none() && ended.is_some_and(|number| window.taken < number);
    if is_unmarked {
        window.mark = Some(mark_of(account, window.float));
    }
    if reason.is_float() {
        window.float = window.float.saturating_add(amount);
    }
    if is_unmarked || reason.is_float() {
        turn.set.put(window);
    }
    Ok(())
}

/// The batch of an owner that is not whole yet.
fn under_way(turn: &Turn<'_>, key: SettlementKey) -> Result<Option<Arc<SettleBatch>>, Missing> {
    let settlement = turn.get::<Settlement>(&key)?;
    match settlement.and_then(|settlement| settlement.under_way) {
        Some(batch_id) => turn.get::<SettleBatch>(&batch_id),
        None => Ok(None),
    }
}

/// The number of the batch that takes the window that has ended, if one has.
fn number_of_ended_window(turn: &Turn<'_>, key: AccountKey) -> Result<Option<u64>, Missing> {
    if !turn.deployment.settles {
        return Ok(None);
    }
    let Some(owner_id) = owner_of(turn, key)? else { return Ok(None) };
    let settlement = turn.get::<Settlement>(&SettlementKey { owner_id, currency: key.currency })?;
    let ended = settlement.filter(|row| row.boundary.is_some_and(|end| turn.at >= end));
    Ok(ended.map(|row| row.number))
}

fn owner_of(turn: &Turn<'_>, key: AccountKey) -> Result<Option<OwnerId>, Missing> {
    if key.kind == AccountKind::Commission {
        return Ok(Some(OwnerId::from_u128(key.holder)));
    }
    Ok(turn.get::<Pos>(&PosId::from_u128(key.holder))?.map(|pos| pos.owner_id))
}

/// Enters a new POS among its owner's places. A batch that has gone past that page is past the POS as well.
pub(super) fn add_place(
    turn: &mut Turn<'_>,
    owner: &PosOwner,
    (pos_id, currencies): (PosId, &[Currency]),
) -> Result<(), Missing> {
    let key = (owner.owner_id, owner.places.checked_div(PLACES_OF_PAGE).unwrap_or_default());
    let page = turn.get::<OwnerPlaces>(&key)?;
    let mut pos = page.map_or_else(Vec::new, |page| page.pos.clone());
    pos.push(pos_id);
    let settled = if turn.deployment.settles { currencies } else { &[] };
    for currency in settled.iter().copied() {
        if let Some(batch) = under_way(turn, SettlementKey { owner_id: owner.owner_id, currency })?
            && (batch.state != BatchState::Taking || batch.done > key.1)
        {
            passed(turn, &batch, AccountKey::of_pos(AccountKind::Pos, pos_id, currency));
        }
    }
    turn.set.put(OwnerPlaces { key, pos });
    turn.set.put(PosOwner { places: owner.places.saturating_add(1), ..owner.clone() });
    Ok(())
}
