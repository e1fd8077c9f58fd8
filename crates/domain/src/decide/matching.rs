//! What becomes of lines of theirs and facts of ours that belong together: a match where both sides come to the same,
//! else a break with the difference. Whoever found them, a search or a person, everything is looked at anew here; so no
//! match is ever of two sums. A line is in one place of its file, a fact in one place of all files.

use std::collections::BTreeSet;
use std::sync::Arc;

use specie_money::{Currency, Money};

use super::reconciliation::{file, reconciles};
use super::turn::{Done, Stop, Turn};
use crate::command::{Group, MatchByHand, PlaceGroups, UndoMatch};
use crate::ids::ReconciliationId;
use crate::outcome::{FileLimit, Limit, Receipt, ReconRefusal, Refusal, Thing};
use crate::rows::{
    BreakKind, BreakState, ByHand, Deposit, MatchedBy, Ours, Placed, ReconBreak, ReconFact, ReconLine,
    ReconMatch, ReconScope, Reconciliation, SIDE_MAX, SettleBatch, Withdrawal, Worth,
};

/// Groups one command puts together.
pub const GROUPS_MAX: usize = 64;

type BreakKey = (ReconciliationId, u32);

/// What both sides of a group come to.
struct Sides {
    lines: Vec<Arc<ReconLine>>,
    ours: Vec<Ours>,
    currency: Currency,
    theirs: i64,
    theirs_gross: i64,
    known: i64,
    known_gross: i64,
    is_undecided: bool,
}

/// What of a break is left when a part of it stands elsewhere.
struct Rest {
    lines: Vec<u32>,
    ours: Vec<Ours>,
    at: ReconciliationId,
    is_by_hand: bool,
}

/// Puts together what a search found.
pub(super) fn place(turn: &mut Turn<'_>, command: &PlaceGroups) -> Result<Done, Stop> {
    turn.permit(command.actor, reconciles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let before = whole(turn, command.reconciliation_id)?;
    let mut row = before.clone();
    if command.groups.len() > GROUPS_MAX {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::Groups(GROUPS_MAX))).into());
    }
    ask_for(turn, row.reconciliation_id, &command.groups)?;
    for group in &command.groups {
        if let Some(old) = movable(turn, &row, group, false)? {
            put_group(turn, &mut row, group, &old, None)?;
        }
    }
    if row != before {
        turn.set.put(row);
    }
    Ok(turn.remember(Receipt::Done))
}

/// Puts together what a person found.
pub(super) fn match_by_hand(turn: &mut Turn<'_>, command: &MatchByHand) -> Result<Done, Stop> {
    let person = turn.person(command.actor, reconciles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    super::approvals::acceptable_why(&command.why)?;
    let mut row = whole(turn, command.reconciliation_id)?;
    if command.lines.is_empty() || command.ours.is_empty() {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::BothSides(SIDE_MAX))).into());
    }
    let group = Group { lines: command.lines.clone(), ours: command.ours.clone(), how: MatchedBy::Hand };
    ask_for(turn, row.reconciliation_id, std::slice::from_ref(&group))?;
    let old = movable(turn, &row, &group, true)?.ok_or(ReconRefusal::PlacedElsewhere)?;
    let by_hand = ByHand { at: turn.at, person, why: command.why.clone() };
    let placed = put_group(turn, &mut row, &group, &old, Some(by_hand))?;
    turn.set.put(row);
    Ok(turn.remember(Receipt::Placed(placed)))
}

/// Takes a match apart: each side is a break of its own, which no search takes.
pub(super) fn undo(turn: &mut Turn<'_>, command: &UndoMatch) -> Result<Done, Stop> {
    let person = turn.person(command.actor, reconciles)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    super::approvals::acceptable_why(&command.why)?;
    let mut row = whole(turn, command.reconciliation_id)?;
    let key = (command.reconciliation_id, command.number);
    let found = turn.get::<ReconMatch>(&key)?.ok_or(Refusal::NotFound(Thing::Match))?;
    if found.undone.is_some() && !planted!(UndoneTwice) {
        return Err(ReconRefusal::MatchUndone.into());
    }
    let undone = Some(ByHand { at: turn.at, person, why: command.why.clone() });
    turn.set.put(ReconMatch { undone, ..(*found).clone() });
    let lines = u32::try_from(found.lines.len()).unwrap_or(u32::MAX);
    row.matched_lines = row.matched_lines.saturating_sub(lines);
    let (lines, ours) = (found.lines.clone(), found.ours.clone());
    put_rest(turn, &mut row, Rest { lines, ours, at: command.reconciliation_id, is_by_hand: true })?;
    turn.set.put(row);
    Ok(turn.remember(Receipt::Done))
}

/// A reconciliation whose file was taken in whole.
fn whole(turn: &Turn<'_>, reconciliation_id: ReconciliationId) -> Result<Reconciliation, Stop> {
    let row = file(turn, reconciliation_id)?;
    if row.taken == row.lines { Ok(row) } else { Err(ReconRefusal::LinesTaken(row.taken, row.lines).into()) }
}

/// Asks for the rows of all groups at once: asked for one by one, each would have the whole command decided anew.
fn ask_for(turn: &Turn<'_>, id: ReconciliationId, groups: &[Group]) -> Result<(), Stop> {
    let lines: Vec<BreakKey> =
        groups.iter().flat_map(|group| &group.lines).map(|number| (id, *number)).collect();
    let ours: Vec<Ours> = groups.iter().flat_map(|group| &group.ours).copied().collect();
    let lines = turn.set.get_all::<ReconLine>(&lines)?.into_iter().flatten();
    let facts = turn.set.get_all::<ReconFact>(&ours)?.into_iter().flatten();
    ask_for_ours(turn, &ours)?;
    let mut places: Vec<_> = lines.map(|line| (id, line.placed)).collect();
    facts.for_each(|fact| places.extend(fact.place));
    let broken = |(at, placed): (ReconciliationId, Placed)| match placed {
        Placed::Broken(number) => Some((at, number)),
        Placed::Free | Placed::Matched(_) => None,
    };
    let breaks: Vec<BreakKey> = places.into_iter().filter_map(broken).collect();
    let of_breaks = turn.set.get_all::<ReconBreak>(&breaks)?.into_iter().flatten();
    let ours: Vec<Ours> = of_breaks.flat_map(|found| found.ours.clone()).collect();
    ask_for_ours(turn, &ours)
}

/// Asks at once for what the facts come from.
fn ask_for_ours(turn: &Turn<'_>, ours: &[Ours]) -> Result<(), Stop> {
    let (mut withdrawals, mut deposits, mut batches) = (Vec::new(), Vec::new(), Vec::new());
    for fact in ours {
        match *fact {
            Ours::Withdrawal(id) => withdrawals.push(id),
            Ours::Deposit(id) => deposits.push(id),
            Ours::Batch(id) => batches.push(id),
        }
    }
    turn.set.look_at::<Withdrawal>(withdrawals, |_| ())?;
    turn.set.look_at::<Deposit>(deposits, |_| ())?;
    Ok(turn.set.look_at::<SettleBatch>(batches, |_| ())?)
}

/// The open breaks that hold the group's members now; none: one of them is settled, or of another place.
fn movable(
    turn: &Turn<'_>,
    row: &Reconciliation,
    group: &Group,
    by_person: bool,
) -> Result<Option<BTreeSet<BreakKey>>, Stop> {
    let fits = |len: usize| len <= SIDE_MAX;
    let (lines, ours): (BTreeSet<_>, BTreeSet<_>) =
        (group.lines.iter().collect(), group.ours.iter().collect());
    let is_twice = lines.len() < group.lines.len() || ours.len() < group.ours.len();
    if is_twice || !fits(lines.len()) || !fits(ours.len()) || (lines.is_empty() && ours.is_empty()) {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::BothSides(SIDE_MAX))).into());
    }
    let id = row.reconciliation_id;
    let mut places = Vec::new();
    for line in lines_of(turn, id, &group.lines)? {
        places.push((id, line.placed));
    }
    for fact in turn.set.get_all::<ReconFact>(&group.ours)?.into_iter().flatten() {
        places.extend(fact.place);
    }
    let mut old = BTreeSet::new();
    for (at, placed) in places {
        match placed {
            Placed::Free => {}
            Placed::Matched(_) => return Ok(None),
            Placed::Broken(number) => {
                let key = (at, number);
                let found = turn.get::<ReconBreak>(&key)?.ok_or(Refusal::NotFound(Thing::Break))?;
                // What was posted of a break belongs to it: it is undone before the break is taken apart.
                let is_free = found.state == BreakState::Open
                    && found.parts.is_empty()
                    && (by_person || !found.is_by_hand)
                    && (at == id || found.lines.is_empty());
                if !is_free {
                    return Ok(None);
                }
                old.insert(key);
            }
        }
    }
    Ok(Some(old))
}

fn lines_of(turn: &Turn<'_>, id: ReconciliationId, numbers: &[u32]) -> Result<Vec<Arc<ReconLine>>, Stop> {
    let keys: Vec<BreakKey> = numbers.iter().map(|number| (id, *number)).collect();
    let found = turn.set.get_all::<ReconLine>(&keys)?;
    let lines: Vec<Arc<ReconLine>> = found.into_iter().flatten().collect();
    if lines.len() == numbers.len() { Ok(lines) } else { Err(Refusal::NotFound(Thing::StatedLine).into()) }
}

/// What a fact comes to, if it is one that this file could tell of.
fn worth(turn: &Turn<'_>, scope: ReconScope, ours: Ours) -> Result<Worth, Stop> {
    let found = match (ours, scope) {
        (Ours::Withdrawal(id), ReconScope::PosJournal(pos_id)) => {
            let row = turn.get::<Withdrawal>(&id)?.filter(|row| row.pos_id == pos_id);
            row.map(|row| Worth::of_withdrawal(&row))
        }
        (Ours::Deposit(id), ReconScope::PosJournal(pos_id)) => {
            let row = turn.get::<Deposit>(&id)?.filter(|row| row.pos_id == pos_id);
            row.map(|row| Worth::of_deposit(&row))
        }
        (Ours::Batch(id), ReconScope::Bank(currency, owner_id)) => {
            let is_of = |row: &Arc<SettleBatch>| {
                row.key.currency == currency && owner_id.is_none_or(|owner_id| owner_id == row.key.owner_id)
            };
            turn.get::<SettleBatch>(&id)?.filter(is_of).map(|row| Worth::of_batch(&row))
        }
        (Ours::Withdrawal(_) | Ours::Deposit(_), ReconScope::Bank(..))
        | (Ours::Batch(_), ReconScope::PosJournal(_)) => None,
    };
    found.ok_or_else(|| Refusal::NotFound(Thing::Fact).into())
}

fn sides(turn: &Turn<'_>, row: &Reconciliation, lines: &[u32], ours: &[Ours]) -> Result<Sides, Stop> {
    let lines = lines_of(turn, row.reconciliation_id, lines)?;
    ask_for_ours(turn, ours)?;
    let mut worths = Vec::new();
    for fact in ours {
        worths.push(worth(turn, row.scope, *fact)?);
    }
    let of_lines = lines.iter().map(|line| line.stated.amount.currency());
    let currencies: BTreeSet<Currency> = of_lines.chain(worths.iter().map(|worth| worth.currency)).collect();
    let mut of_all = currencies.iter();
    let (Some(currency), None) = (of_all.next(), of_all.next()) else {
        return Err(Refusal::Unacceptable(Limit::OfFile(FileLimit::OneCurrency)).into());
    };
    Ok(Sides {
        currency: *currency,
        theirs: sum(lines.iter().map(|line| line.stated.value()))?,
        theirs_gross: sum(lines.iter().map(|line| line.stated.gross()))?,
        known: sum(worths.iter().map(|worth| worth.value))?,
        known_gross: sum(worths.iter().map(|worth| worth.gross))?,
        is_undecided: worths.iter().any(|worth| worth.is_undecided),
        ours: ours.to_vec(),
        lines,
    })
}

fn sum(mut values: impl Iterator<Item = i64>) -> Result<i64, Refusal> {
    values.try_fold(0_i64, i64::checked_add).ok_or(Refusal::AmountTooLarge)
}

/// What does not agree; nothing: it is a match.
const fn judge(sides: &Sides) -> Option<BreakKind> {
    if sides.ours.is_empty() {
        Some(BreakKind::OnlyTheirs)
    } else if sides.lines.is_empty() {
        Some(BreakKind::OnlyOurs)
    } else if sides.theirs == sides.known {
        if sides.is_undecided { Some(BreakKind::StateDiffers) } else { None }
    } else if sides.theirs_gross == sides.known_gross {
        Some(BreakKind::StateDiffers)
    } else {
        Some(BreakKind::AmountDiffers)
    }
}

/// Theirs less ours, as the ledger is now.
pub(super) fn difference_now(
    turn: &Turn<'_>,
    row: &Reconciliation,
    found: &ReconBreak,
) -> Result<Money, Stop> {
    let sides = sides(turn, row, &found.lines, &found.ours)?;
    let difference = sides.theirs.checked_sub(sides.known).ok_or(Refusal::AmountTooLarge)?;
    Ok(Money::from_minor(difference, sides.currency))
}

/// Puts a group where it belongs, and what is left of the breaks it came from into breaks of its own.
fn put_group(
    turn: &mut Turn<'_>,
    row: &mut Reconciliation,
    group: &Group,
    old: &BTreeSet<BreakKey>,
    by_hand: Option<ByHand>,
) -> Result<Placed, Stop> {
    let sides = sides(turn, row, &group.lines, &group.ours)?;
    let has_both = !sides.lines.is_empty() && !sides.ours.is_empty();
    let kind = judge(&sides).filter(|_| !(has_both && planted!(UnequalMatched)));
    if let Some(number) = same_break(turn, row, &sides, kind, old)? {
        return Ok(Placed::Broken(number));
    }
    let mut rests = Vec::new();
    for key in old {
        rests.push(dissolve(turn, row, *key, group)?);
    }
    let is_by_hand = by_hand.is_some();
    let placed = match kind {
        None => put_match(turn, row, &sides, group.how, by_hand),
        Some(kind) => put_break(turn, row, &sides, kind, is_by_hand)?,
    };
    for rest in rests {
        if rest.at == row.reconciliation_id {
            put_rest(turn, row, rest)?;
        } else {
            let mut other = file(turn, rest.at)?;
            put_rest(turn, &mut other, rest)?;
            turn.set.put(other);
        }
    }
    Ok(placed)
}

/// The number of the break that says just this already.
fn same_break(
    turn: &Turn<'_>,
    row: &Reconciliation,
    sides: &Sides,
    kind: Option<BreakKind>,
    old: &BTreeSet<BreakKey>,
) -> Result<Option<u32>, Stop> {
    let mut keys = old.iter();
    let (Some(key), None) = (keys.next(), keys.next()) else { return Ok(None) };
    let Some(found) = turn.get::<ReconBreak>(key)? else { return Ok(None) };
    let says_so = key.0 == row.reconciliation_id
        && kind == Some(found.kind)
        && (found.theirs.minor(), found.known) == (sides.theirs, sides.known)
        && found.ours == sides.ours
        && found.lines.iter().eq(sides.lines.iter().map(|line| &line.key.1));
    Ok(says_so.then_some(key.1))
}

/// A break is gone; what of it is not in the group is left over.
fn dissolve(
    turn: &mut Turn<'_>,
    row: &mut Reconciliation,
    key: BreakKey,
    group: &Group,
) -> Result<Rest, Stop> {
    let found = turn.get::<ReconBreak>(&key)?.ok_or(Refusal::NotFound(Thing::Break))?;
    turn.set.put(ReconBreak { state: BreakState::Gone(turn.at), ..(*found).clone() });
    if key.0 == row.reconciliation_id {
        row.open_breaks = row.open_breaks.saturating_sub(1);
    } else {
        let mut other = file(turn, key.0)?;
        other.open_breaks = other.open_breaks.saturating_sub(1);
        turn.set.put(other);
    }
    let is_left = |line: &&u32| key.0 != row.reconciliation_id || !group.lines.contains(line);
    Ok(Rest {
        lines: found.lines.iter().filter(is_left).copied().collect(),
        ours: found.ours.iter().filter(|fact| !group.ours.contains(fact)).copied().collect(),
        at: key.0,
        is_by_hand: found.is_by_hand,
    })
}

/// Each side of what is left is a break of its own.
fn put_rest(turn: &mut Turn<'_>, row: &mut Reconciliation, rest: Rest) -> Result<(), Stop> {
    if !rest.lines.is_empty() {
        let sides = sides(turn, row, &rest.lines, &[])?;
        put_break(turn, row, &sides, BreakKind::OnlyTheirs, rest.is_by_hand)?;
    }
    if !rest.ours.is_empty() {
        let sides = sides(turn, row, &[], &rest.ours)?;
        put_break(turn, row, &sides, BreakKind::OnlyOurs, rest.is_by_hand)?;
    }
    Ok(())
}

fn put_match(
    turn: &mut Turn<'_>,
    row: &mut Reconciliation,
    sides: &Sides,
    how: MatchedBy,
    by_hand: Option<ByHand>,
) -> Placed {
    row.matches = row.matches.saturating_add(1);
    let count = u32::try_from(sides.lines.len()).unwrap_or(u32::MAX);
    row.matched_lines = row.matched_lines.saturating_add(count);
    turn.set.put(ReconMatch {
        key: (row.reconciliation_id, row.matches),
        lines: sides.lines.iter().map(|line| line.key.1).collect(),
        ours: sides.ours.clone(),
        sum: Money::from_minor(sides.theirs, sides.currency),
        how,
        by_hand,
        made_at: turn.at,
        undone: None,
    });
    let placed = Placed::Matched(row.matches);
    put_members(turn, row.reconciliation_id, sides, placed);
    placed
}

/// A fact that comes to nothing, and of which nobody tells, is missed by nobody: it stands nowhere.
fn put_break(
    turn: &mut Turn<'_>,
    row: &mut Reconciliation,
    sides: &Sides,
    kind: BreakKind,
    is_by_hand: bool,
) -> Result<Placed, Stop> {
    let mut matters = !sides.lines.is_empty();
    for fact in &sides.ours {
        matters |= worth(turn, row.scope, *fact)?.matters();
    }
    if !matters {
        put_members(turn, row.reconciliation_id, sides, Placed::Free);
        return Ok(Placed::Free);
    }
    row.breaks = row.breaks.saturating_add(1);
    row.open_breaks = row.open_breaks.saturating_add(1);
    turn.set.put(ReconBreak {
        key: (row.reconciliation_id, row.breaks),
        kind,
        lines: sides.lines.iter().map(|line| line.key.1).collect(),
        ours: sides.ours.clone(),
        theirs: Money::from_minor(sides.theirs, sides.currency),
        known: sides.known,
        opened_at: turn.at,
        is_by_hand,
        assignee: None,
        note: None,
        state: BreakState::Open,
        parts: Vec::new(),
    });
    let placed = Placed::Broken(row.breaks);
    put_members(turn, row.reconciliation_id, sides, placed);
    Ok(placed)
}

fn put_members(turn: &mut Turn<'_>, id: ReconciliationId, sides: &Sides, placed: Placed) {
    for line in &sides.lines {
        turn.set.put(ReconLine { placed, ..(**line).clone() });
    }
    for ours in &sides.ours {
        let place = (placed != Placed::Free).then_some((id, placed));
        turn.set.put(ReconFact { ours: *ours, place });
    }
}
