//! A drawer in one cashier's hands: opened with a count, moved into and out of, handed over, closed with a count. What
//! should be in it is told only with the closing's answer, when the count is in. An opening takes its cash out of the
//! POS's vault and a closing puts it back, so that no session begins with another's difference. Cash that is really
//! there is never refused: only a request for a customer looks at what the drawer holds.

use std::sync::Arc;

use specie_money::{Currency, Money};

use super::cashier::{rules, signed};
use super::drawer;
use super::ledger::Posting;
use super::turn::{Done, Stop, Turn};
use super::{count, variance};
use crate::command::{By, CloseTill, HandOverTill, MoveCash, OpenTill, OtherSide, Sign};
use crate::ids::{CashierId, TillId, TillSessionId};
use crate::outcome::{BadCount, Receipt, Refusal, Thing, TillClosed, TillRefusal};
use crate::rows::{
    AccountKey, AccountKind, Cashier, CashierRole, Counted, Event, EventKind, KeyName, Pos, PosKey, Reason,
    Role, Till, TillLine, TillSession,
};
use crate::secret_hash::KeyedHash;

/// A till, its POS, and whose hands it is in.
struct Hands {
    till: Arc<Till>,
    pos: Arc<Pos>,
    session: Arc<TillSession>,
}

/// Opens a till for the access key that asks.
pub(super) fn open(turn: &mut Turn<'_>, command: &OpenTill) -> Result<Done, Stop> {
    let key = turn.live_key(&command.key)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let (till, pos) = till_of(turn, &key, command.till_id)?;
    let cashier = signed(turn, command.sign, pos.pos_id)?;
    if !pos.runs_tills {
        return Err(Refusal::AtTill(TillRefusal::TillsNotRun).into());
    }
    if pos.disabled {
        return Err(Refusal::PosDisabled.into());
    }
    if till.retired_at.is_some() && !planted!(RetiredTillOpens) {
        return Err(Refusal::NotFound(Thing::Till).into());
    }
    if till.open.is_some() {
        return Err(Refusal::AtTill(TillRefusal::TillIsOpen).into());
    }
    if let Some(served) = key.till_session_id
        && let Some(session) = turn.get::<TillSession>(&served)?
    {
        return Err(Refusal::AtTill(TillRefusal::KeyServesTill(session.till_id)).into());
    }
    for (currency, amount) in count::sums(turn, &pos, &command.counts)? {
        turn.post_request(Posting {
            debit: AccountKey::of_pos(AccountKind::Vault, pos.pos_id, currency),
            credit: AccountKey::till(till.till_id, currency),
            amount,
            reason: Reason::TillOpened,
            operation_id: None,
        })?;
    }
    let new = New { cashier_id: cashier.cashier_id, first: None, counts: &command.counts };
    let session = begin(turn, &till, &key, &new);
    for counted in &command.counts {
        drawer::fill(turn, till.till_id, counted);
    }
    turn.set.put(PosKey { till_session_id: Some(session), ..(*key).clone() });
    Ok(turn.remember(Receipt::TillOpened(session)))
}

/// A till session that begins: whose it is, which one took the till from the vault if that was another, and its count.
struct New<'a> {
    cashier_id: CashierId,
    first: Option<TillSessionId>,
    counts: &'a [Counted],
}

/// The till now is in the cashier's hands, with what was counted.
fn begin(turn: &mut Turn<'_>, till: &Till, key: &PosKey, new: &New<'_>) -> TillSessionId {
    let till_session_id = TillSessionId::new(turn.at, turn.fresh, turn.fresh.bucket());
    turn.set.put(TillSession {
        till_session_id,
        till_id: till.till_id,
        pos_id: till.pos_id,
        key_id: key.key_id,
        cashier_id: new.cashier_id,
        opened_at: turn.at,
        opened: new.counts.to_vec(),
        closed_at: None,
        closed_by: String::new(),
        lines: Vec::new(),
        first: new.first.unwrap_or(till_session_id),
    });
    turn.set.put(Till { open: Some(till_session_id), ..till.clone() });
    tell(turn, EventKind::TillOpened, till, till_session_id);
    till_session_id
}

/// Moves cash between an open till and the vault, or into another open till.
pub(super) fn move_cash(turn: &mut Turn<'_>, command: &MoveCash) -> Result<Done, Stop> {
    let key = turn.live_key(&command.key)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let (till, pos) = till_of(turn, &key, command.till_id)?;
    let hands = hands(turn, till, pos)?;
    let currency = command.currency;
    answers_for(turn, &hands, command.sign)?;
    if !hands.pos.currencies.contains(&currency) {
        return Err(Refusal::CurrencyNotServed(currency).into());
    }
    let amount = count::sum(turn, 0, currency, &command.notes)?;
    if amount <= 0 {
        return Err(Refusal::AmountNotPositive.into());
    }
    let own = AccountKey::till(hands.till.till_id, currency);
    let vault = AccountKey::of_pos(AccountKind::Vault, hands.pos.pos_id, currency);
    let (debit, credit) = match command.other {
        OtherSide::FromVault => (vault, own),
        OtherSide::ToVault => (own, vault),
        OtherSide::ToTill(other, sign) => (own, taker_of(turn, &hands, &key, (other, sign), currency)?),
    };
    turn.post_request(Posting { debit, credit, amount, reason: Reason::CashMoved, operation_id: None })?;
    for (account, is_added) in [(debit, false), (credit, true)] {
        if account.kind == AccountKind::Till {
            drawer::moved(turn, account, &command.notes, is_added)?;
        }
    }
    Ok(turn.remember(Receipt::Done))
}

/// The account of another open till of the same POS, whose cashier signs too: both sides say what moved.
fn taker_of(
    turn: &mut Turn<'_>,
    giver: &Hands,
    key: &PosKey,
    (till_id, sign): (TillId, Sign),
    currency: Currency,
) -> Result<AccountKey, Stop> {
    let (till, pos) = till_of(turn, key, till_id)?;
    if till.pos_id != giver.till.pos_id || till.till_id == giver.till.till_id {
        return Err(Refusal::NotFound(Thing::Till).into());
    }
    let hands = hands(turn, till, pos)?;
    answers_for(turn, &hands, sign)?;
    Ok(AccountKey::till(till_id, currency))
}

/// Hands an open till over: the giver's session ends with the count, the taker's begins with it. The cash stays, also
/// what is set aside for withdrawals that wait for their outcome.
pub(super) fn hand_over(turn: &mut Turn<'_>, command: &HandOverTill) -> Result<Done, Stop> {
    let key = turn.live_key(&command.key)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let (till, pos) = till_of(turn, &key, command.till_id)?;
    let hands = hands(turn, till, pos)?;
    answers_for(turn, &hands, command.giver)?;
    let taker = signed(turn, command.taker, hands.pos.pos_id)?;
    if taker.cashier_id == hands.session.cashier_id {
        return Err(Refusal::AtTill(TillRefusal::CashierForbidden).into());
    }
    let lines = lines(turn, &hands, &command.counts)?;
    let served = key_of(turn, &hands.session)?;
    end(turn, &hands, &lines, &taker.name)?;
    for line in &lines {
        let notes = command.counts.iter().find(|counted| counted.currency == line.currency);
        drawer::carry_over(turn, hands.till.till_id, *line, notes.map_or(&[], |counted| &counted.notes))?;
    }
    for currency in left_out(&hands.pos, &lines) {
        drawer::carry_nothing(turn, hands.till.till_id, currency)?;
    }
    let cashier_id = if planted!(HandedToGiver) { hands.session.cashier_id } else { taker.cashier_id };
    let first = Some(hands.session.first);
    let session = begin(turn, &hands.till, &served, &New { cashier_id, first, counts: &command.counts });
    turn.set.put(PosKey { till_session_id: Some(session), ..(*served).clone() });
    let till_session_id = hands.session.till_session_id;
    let closed = TillClosed { till_session_id, handed_to: Some(session), lines };
    Ok(turn.remember(Receipt::TillClosed(closed)))
}

/// Closes a till: what is counted goes to the vault, what is missing (or too much) to the POS's variance.
pub(super) fn close(turn: &mut Turn<'_>, command: &CloseTill) -> Result<Done, Stop> {
    let (hands, closed_by) = match command.by {
        By::Cashier(key, sign) => {
            let key = turn.live_key(&key)?;
            if let Some(receipt) = turn.recall()? {
                return Ok(Done::before(receipt));
            }
            let (till, pos) = till_of(turn, &key, command.till_id)?;
            let hands = hands(turn, till, pos)?;
            let name = answers_for(turn, &hands, sign)?.name.clone();
            (hands, name)
        }
        By::Operator(actor) => {
            let person = turn.person(actor, |role| matches!(role, Role::Admin))?;
            if let Some(receipt) = turn.recall()? {
                return Ok(Done::before(receipt));
            }
            let till = turn.get::<Till>(&command.till_id)?.ok_or(Refusal::NotFound(Thing::Till))?;
            let pos = turn.get::<Pos>(&till.pos_id)?.ok_or(Refusal::NotFound(Thing::Pos))?;
            (hands(turn, till, pos)?, person)
        }
    };
    let lines = lines(turn, &hands, &command.counts)?;
    let served = key_of(turn, &hands.session)?;
    end(turn, &hands, &lines, &closed_by)?;
    for line in &lines {
        turn.post_request(Posting {
            debit: AccountKey::till(hands.till.till_id, line.currency),
            credit: AccountKey::of_pos(AccountKind::Vault, hands.pos.pos_id, line.currency),
            amount: if planted!(ClosedTillKeepsCash) { 0 } else { line.counted },
            reason: Reason::TillClosed,
            operation_id: None,
        })?;
        drawer::empty(turn, hands.till.till_id, line.currency);
    }
    for currency in left_out(&hands.pos, &lines) {
        drawer::forget(turn, hands.till.till_id, currency)?;
    }
    turn.set.put(Till { open: None, ..(*hands.till).clone() });
    turn.set.put(PosKey { till_session_id: None, ..(*served).clone() });
    let till_session_id = hands.session.till_session_id;
    Ok(turn.remember(Receipt::TillClosed(TillClosed { till_session_id, handed_to: None, lines })))
}

/// What the cash book says and what was counted, for every currency that is in the till or was counted.
fn lines(turn: &Turn<'_>, hands: &Hands, counts: &[Counted]) -> Result<Vec<TillLine>, Stop> {
    let sums = count::sums(turn, &hands.pos, counts)?;
    let mut lines = Vec::with_capacity(hands.pos.currencies.len());
    for currency in hands.pos.currencies.iter().copied() {
        let expected = turn.balance(&AccountKey::till(hands.till.till_id, currency))?;
        let counted = sums.iter().find(|(of, _)| *of == currency).map(|(_, sum)| *sum);
        match counted {
            Some(_) if planted!(CountNotBlind) => {
                lines.push(TillLine { currency, expected, counted: expected });
            }
            Some(counted) => lines.push(TillLine { currency, expected, counted }),
            None if expected == 0 => {}
            None => return Err(count::bad(BadCount::CurrencyMissing(currency))),
        }
    }
    Ok(lines)
}

/// Currencies that the count left out, because nothing of them is in the till.
fn left_out(pos: &Pos, lines: &[TillLine]) -> Vec<Currency> {
    let is_counted = |currency: &Currency| lines.iter().any(|line| line.currency == *currency);
    pos.currencies.iter().copied().filter(|currency| !is_counted(currency)).collect()
}

/// The session ends: each difference is posted and noted.
fn end(turn: &mut Turn<'_>, hands: &Hands, lines: &[TillLine], closed_by: &str) -> Result<(), Stop> {
    for line in lines {
        let rules = rules(turn, line.currency)?;
        variance::found(turn, &hands.session, *line, rules.variance_alert)?;
    }
    let (closed_at, closed_by, lines) = (Some(turn.at), closed_by.to_owned(), lines.to_vec());
    turn.set.put(TillSession { closed_at, closed_by, lines, ..(*hands.session).clone() });
    tell(turn, EventKind::TillClosed, &hands.till, hands.session.till_session_id);
    Ok(())
}

/// A till that the key may see: one of its own POS's.
fn till_of(turn: &Turn<'_>, key: &PosKey, till_id: TillId) -> Result<(Arc<Till>, Arc<Pos>), Stop> {
    let not_found = Refusal::NotFound(Thing::Till);
    let till = turn.get::<Till>(&till_id)?.ok_or_else(|| not_found.clone())?;
    let pos = turn.get::<Pos>(&till.pos_id)?.ok_or_else(|| not_found.clone())?;
    let is_its_own = pos.owner_id == key.owner_id && (key.pos.is_empty() || key.pos.contains(&pos.pos_id));
    if is_its_own { Ok((till, pos)) } else { Err(not_found.into()) }
}

fn hands(turn: &Turn<'_>, till: Arc<Till>, pos: Arc<Pos>) -> Result<Hands, Stop> {
    let till_session_id = till.open.ok_or(Refusal::AtTill(TillRefusal::TillNotOpen))?;
    let session =
        turn.get::<TillSession>(&till_session_id)?.ok_or(Refusal::AtTill(TillRefusal::TillNotOpen))?;
    Ok(Hands { till, pos, session })
}

/// The word of the cashier who answers for the till, or of a supervisor.
fn answers_for(turn: &mut Turn<'_>, hands: &Hands, sign: Sign) -> Result<Arc<Cashier>, Stop> {
    let cashier = signed(turn, sign, hands.pos.pos_id)?;
    let is_allowed =
        cashier.cashier_id == hands.session.cashier_id || cashier.role == CashierRole::Supervisor;
    if is_allowed || planted!(AnyCashierAnswers) {
        Ok(cashier)
    } else {
        Err(Refusal::AtTill(TillRefusal::CashierForbidden).into())
    }
}

/// The key a till session serves; it may have been revoked meanwhile.
fn key_of(turn: &Turn<'_>, session: &TillSession) -> Result<Arc<PosKey>, Stop> {
    let name = turn.get::<KeyName>(&session.key_id)?.ok_or(Refusal::NotFound(Thing::Key))?;
    Ok(turn.get::<PosKey>(&name.hash)?.ok_or(Refusal::NotFound(Thing::Key))?)
}

/// Whether `key` may act on the POS's tills, and which POS that is.
pub(super) fn cashier_at(
    turn: &mut Turn<'_>,
    (key, sign): (&KeyedHash, Sign),
    till_id: TillId,
) -> Result<Arc<Cashier>, Stop> {
    let key = turn.live_key(key)?;
    let (_, pos) = till_of(turn, &key, till_id)?;
    signed(turn, sign, pos.pos_id)
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, till: &Till, session: TillSessionId) {
    let event = turn.event(kind);
    turn.tell(Event { pos_id: Some(till.pos_id), subject: session.as_u128(), ..event });
}

/// An event about a till session and a sum.
pub(super) fn tell_of_sum(turn: &mut Turn<'_>, kind: EventKind, session: &TillSession, amount: Money) {
    let event = turn.event(kind);
    let subject = session.till_session_id.as_u128();
    turn.tell(Event { pos_id: Some(session.pos_id), subject, amount: Some(amount), ..event });
}
