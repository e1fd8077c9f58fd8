//! Reconciliation: cash-lifecycle.md section 6, docs/reconciliation.md. A POS's own journal is held against what the
//! design knows of its withdrawals and deposits. Every line and every fact stands in one place at most; what agrees is a
//! match, what does not is a break, and a break's difference is posted by two people. Sums are minor units.

mod rows;

use std::collections::BTreeSet;

use specie_domain::ids::{DepositId, ReconciliationId, WithdrawalId};
use specie_domain::outcome::{FileLimit, Limit, LineFault, ReconRefusal, Thing};
use specie_domain::rows::{BreakKind, Placed, RECONCILED_LINES_MAX, SIDE_MAX, TAKEN_LINES_MAX};
use specie_domain::{Receipt, Refusal};
use specie_money::Money;

use super::answer::{Heard, another, done, refused, repeated};
use super::money::Why;
use super::{Action, Design, Request, Touched};
use crate::ask::{Fact, FileAsk, FileWant, Line, Pairing, Posted};
use crate::broken::Broken;

const TAKEN: &str = "a file is taken in once, line by line, as it is";
const PLACED: &str = "a line and a fact stand in one place, and only equal sums match";
const LOOKED: &str = "people look into breaks that are open";
const POSTED: &str =
    "of a break's difference that is posted which is there now, and the last posting taken back first";

/// Where a line or a fact stands, in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Match(u32),
    Break(u32),
}

/// Lines and facts that stand together.
#[derive(Debug, Clone)]
struct Match {
    lines: Vec<u32>,
    facts: Vec<Fact>,
    undone: bool,
}

/// What became of a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Open,
    Gone,
    Closed,
    /// All that was left was posted.
    Cleared(i64),
}

#[derive(Debug, Clone)]
struct Break {
    kind: BreakKind,
    lines: Vec<u32>,
    facts: Vec<Fact>,
    theirs: i64,
    known: i64,
    by_hand: bool,
    fate: Fate,
    parts: Vec<i64>,
}

/// A file.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pos: usize,
    total: u32,
    lines: Vec<(Line, Option<At>)>,
    matches: Vec<Match>,
    breaks: Vec<Break>,
}

/// What both sides come to.
struct Sums {
    currency: usize,
    theirs: i64,
    known: i64,
    kind: Option<BreakKind>,
}

impl Line {
    /// What left the drawer.
    const fn value(&self) -> i64 {
        if self.is_deposit == self.is_reversal { self.minor } else { -self.minor }
    }

    const fn gross(&self) -> i64 {
        if self.is_reversal { 0 } else { self.value() }
    }
}

fn no<T>(rule: &'static str, refusal: impl Into<Refusal>) -> Result<T, Why> {
    Err((rule, refusal.into()))
}

fn of_file(limit: FileLimit) -> Refusal {
    Refusal::Unacceptable(Limit::OfFile(limit))
}

impl Design {
    pub(super) fn hear_file(&mut self, request: &Request<'_>, ask: FileAsk) -> Result<Heard, Broken> {
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let done_so = match ask {
            FileAsk::Begin { pos, lines, file, backwards } => {
                return self.begins_file(request, pos, (lines, file, backwards));
            }
            FileAsk::Take { id, first, lines } => {
                let lines: Vec<Line> = lines.into_iter().flatten().collect();
                match self.why_not_taken_in(id, first, &lines) {
                    Ok(true) => {
                        return repeated(request.outcome, TAKEN, &Receipt::Done).map(|_| Heard::Nothing);
                    }
                    other => other.map(|_| self.takes_lines(id, &lines)).map(|()| Receipt::Done),
                }
            }
            FileAsk::Place { id, group, by_hand: true } => self.matches_by_hand(id, group),
            FileAsk::Place { id, group, by_hand: false } => {
                self.places_group(id, group).map(|()| Receipt::Done)
            }
            FileAsk::Undo { id, number } => self.undoes_match(id, number).map(|()| Receipt::Done),
            FileAsk::Note { id, number } => self.open_break(id, number).map(|_| Receipt::Done),
            FileAsk::Close { id, number } => self.closes_break(id, number).map(|()| Receipt::Done),
        };
        match done_so {
            Err((rule, refusal)) => refused(request.outcome, rule, &refusal),
            Ok(expected) => {
                let receipt = done(request.outcome, PLACED)?;
                if *receipt != expected {
                    return Err(Broken::new(PLACED, format!("should be {expected:?}, was {receipt:?}")));
                }
                self.remember(request, expected);
                Ok(Heard::Perhaps)
            }
        }
    }

    fn begins_file(
        &mut self,
        request: &Request<'_>,
        pos: usize,
        (lines, file, backwards): (u32, u64, bool),
    ) -> Result<Heard, Broken> {
        if backwards {
            return refused(request.outcome, TAKEN, &of_file(FileLimit::Period));
        }
        if lines == 0 {
            return refused(request.outcome, TAKEN, &of_file(FileLimit::LinesOfFile(RECONCILED_LINES_MAX)));
        }
        if let Some(known) = self.by_file.get(&file) {
            return refused(request.outcome, TAKEN, &ReconRefusal::FileKnown(*known).into());
        }
        let receipt = done(request.outcome, TAKEN)?;
        let Receipt::ReconciliationBegun(id) = receipt else {
            return Err(another(TAKEN, receipt));
        };
        let begun = File { pos, total: lines, lines: Vec::new(), matches: Vec::new(), breaks: Vec::new() };
        self.by_file.insert(file, *id);
        self.files.insert(*id, begun);
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    fn file(&self, id: ReconciliationId) -> Result<&File, Why> {
        self.files.get(&id).ok_or((TAKEN, Refusal::NotFound(Thing::Reconciliation)))
    }

    /// Whether they are there already.
    fn why_not_taken_in(&self, id: ReconciliationId, first: u32, lines: &[Line]) -> Result<bool, Why> {
        let file = self.file(id)?;
        let (count, taken) = (lines.len() as u32, file.lines.len() as u32);
        if count == 0 {
            return no(TAKEN, of_file(FileLimit::LinesTaken(TAKEN_LINES_MAX)));
        }
        if first > 0 && first + count - 1 <= taken {
            let there = &file.lines[first as usize - 1..];
            let other = there.iter().zip(lines).position(|((there, _), line)| there != line);
            return match other {
                None => Ok(true),
                Some(place) => no(TAKEN, ReconRefusal::Line(first + place as u32, LineFault::TakenOtherwise)),
            };
        }
        if first != taken + 1 || first + count - 1 > file.total {
            return no(TAKEN, ReconRefusal::LinesTaken(taken, file.total));
        }
        for (number, line) in (first..).zip(lines) {
            if !self.places[file.pos].serves[line.currency] {
                return no(TAKEN, ReconRefusal::Line(number, LineFault::Currency));
            }
            if line.minor <= 0 {
                return no(TAKEN, ReconRefusal::Line(number, LineFault::Amount));
            }
        }
        Ok(false)
    }

    fn takes_lines(&mut self, id: ReconciliationId, lines: &[Line]) {
        if let Some(file) = self.files.get_mut(&id) {
            file.lines.extend(lines.iter().map(|line| (*line, None)));
        }
    }

    /// A file of which every line is there.
    fn whole(&self, id: ReconciliationId) -> Result<(), Why> {
        let file = self.file(id)?;
        let taken = file.lines.len() as u32;
        if taken == file.total { Ok(()) } else { no(PLACED, ReconRefusal::LinesTaken(taken, file.total)) }
    }

    fn places_group(&mut self, id: ReconciliationId, group: Pairing) -> Result<(), Why> {
        self.whole(id)?;
        let (lines, facts) = sides(group);
        if let Some(old) = self.movable(id, (&lines, &facts), false)? {
            self.puts(id, (&lines, &facts), &old, false)?;
        }
        Ok(())
    }

    fn matches_by_hand(&mut self, id: ReconciliationId, group: Pairing) -> Result<Receipt, Why> {
        self.whole(id)?;
        let (lines, facts) = sides(group);
        if lines.is_empty() || facts.is_empty() {
            return no(PLACED, of_file(FileLimit::BothSides(SIDE_MAX)));
        }
        let old = self.movable(id, (&lines, &facts), true)?;
        let old = old.ok_or((PLACED, ReconRefusal::PlacedElsewhere.into()))?;
        let at = self.puts(id, (&lines, &facts), &old, true)?;
        Ok(Receipt::Placed(placed(at)))
    }

    /// The open breaks that a group's members stand in; none: one of them may not be moved.
    fn movable(
        &self,
        id: ReconciliationId,
        (lines, facts): (&[u32], &[Fact]),
        by_hand: bool,
    ) -> Result<Option<BTreeSet<(ReconciliationId, u32)>>, Why> {
        let is_twice =
            lines.windows(2).any(|two| two[0] == two[1]) || facts.windows(2).any(|two| two[0] == two[1]);
        if is_twice || (lines.is_empty() && facts.is_empty()) {
            return no(PLACED, of_file(FileLimit::BothSides(SIDE_MAX)));
        }
        let file = self.file(id)?;
        let mut stand = Vec::new();
        for line in lines {
            let line = (*line as usize).checked_sub(1).and_then(|place| file.lines.get(place));
            let (_, at) = line.ok_or((PLACED, Refusal::NotFound(Thing::StatedLine)))?;
            stand.extend(at.map(|at| (id, at)));
        }
        stand.extend(facts.iter().filter_map(|fact| self.facts.get(fact)).copied());
        let mut old = BTreeSet::new();
        for (of, at) in stand {
            let At::Break(number) = at else { return Ok(None) };
            let found = &self.files[&of].breaks[number as usize - 1];
            let is_free = found.fate == Fate::Open
                && found.parts.is_empty()
                && (by_hand || !found.by_hand)
                && (of == id || found.lines.is_empty());
            if !is_free {
                return Ok(None);
            }
            old.insert((of, number));
        }
        Ok(Some(old))
    }

    /// Currency, what was asked for, what left the drawer, and whether that is open; only of the file's own POS.
    fn worth(&self, pos: usize, fact: Fact) -> Option<(usize, i64, i64, bool)> {
        self.sessions.iter().filter(|session| session.pos == pos).find_map(|session| {
            match (session.action, fact) {
                (Action::Withdrawal(of), Fact::Withdrawal(id)) if of.id == WithdrawalId::from_u128(id) => {
                    Some((of.currency, of.amount, of.paid + of.paid_late + of.cash_out, of.held > 0))
                }
                (Action::Deposit(of), Fact::Deposit(id)) if of.id == DepositId::from_u128(id) => {
                    Some((of.currency, -of.amount, of.returned + of.short - of.amount, false))
                }
                (Action::None | Action::Barred | Action::Withdrawal(_) | Action::Deposit(_), _) => None,
            }
        })
    }

    fn both_sums(&self, id: ReconciliationId, (lines, facts): (&[u32], &[Fact])) -> Result<Sums, Why> {
        let file = self.file(id)?;
        let lines: Vec<Line> = lines.iter().map(|line| file.lines[*line as usize - 1].0).collect();
        let mut known = Vec::new();
        for fact in facts {
            let worth = self.worth(file.pos, *fact);
            known.push(worth.ok_or((PLACED, Refusal::NotFound(Thing::Fact)))?);
        }
        let mut currencies: Vec<usize> = lines.iter().map(|line| line.currency).collect();
        currencies.extend(known.iter().map(|of| of.0));
        currencies.dedup();
        let [currency] = currencies[..] else {
            return no(PLACED, of_file(FileLimit::OneCurrency));
        };
        let theirs = lines.iter().map(Line::value).sum();
        let ours = known.iter().map(|of| of.2).sum();
        let (gross, asked): (i64, i64) =
            (lines.iter().map(Line::gross).sum(), known.iter().map(|of| of.1).sum());
        let kind = if facts.is_empty() {
            Some(BreakKind::OnlyTheirs)
        } else if lines.is_empty() {
            Some(BreakKind::OnlyOurs)
        } else if theirs == ours {
            known.iter().any(|of| of.3).then_some(BreakKind::StateDiffers)
        } else if gross == asked {
            Some(BreakKind::StateDiffers)
        } else {
            Some(BreakKind::AmountDiffers)
        };
        Ok(Sums { currency, theirs, known: ours, kind })
    }

    /// Puts a group where it belongs; what is left of the breaks it came from is in breaks of its own.
    fn puts(
        &mut self,
        id: ReconciliationId,
        (lines, facts): (&[u32], &[Fact]),
        old: &BTreeSet<(ReconciliationId, u32)>,
        by_hand: bool,
    ) -> Result<Option<At>, Why> {
        let sums = self.both_sums(id, (lines, facts))?;
        let same = old.iter().next().filter(|(of, _)| old.len() == 1 && *of == id).copied();
        if let Some((_, number)) = same {
            let found = &self.files[&id].breaks[number as usize - 1];
            let says = (Some(found.kind), found.theirs, found.known) == (sums.kind, sums.theirs, sums.known);
            if says && found.lines == lines && found.facts == facts {
                return Ok(Some(At::Break(number)));
            }
        }
        let mut rests = Vec::new();
        for (of, number) in old {
            let Some(file) = self.files.get_mut(of) else { continue };
            let found = &mut file.breaks[*number as usize - 1];
            found.fate = Fate::Gone;
            let is_left = |line: &&u32| *of != id || !lines.contains(line);
            let left: Vec<u32> = found.lines.iter().filter(is_left).copied().collect();
            let facts: Vec<Fact> = found.facts.iter().filter(|of| !facts.contains(of)).copied().collect();
            rests.push((*of, left, facts, found.by_hand));
        }
        let at = match sums.kind {
            None => Some(self.puts_match(id, (lines, facts))),
            Some(kind) => self.puts_break(id, (lines, facts), (&sums, kind), by_hand),
        };
        for (of, lines, facts, by_hand) in rests {
            self.puts_rest(of, (&lines, &facts), by_hand)?;
        }
        Ok(at)
    }

    fn puts_match(&mut self, id: ReconciliationId, (lines, facts): (&[u32], &[Fact])) -> At {
        let matches = self.files.get_mut(&id).map(|file| &mut file.matches);
        let mut number = 0;
        if let Some(matches) = matches {
            matches.push(Match { lines: lines.to_vec(), facts: facts.to_vec(), undone: false });
            number = matches.len() as u32;
        }
        self.stands(id, (lines, facts), Some(At::Match(number)));
        At::Match(number)
    }

    fn puts_break(
        &mut self,
        id: ReconciliationId,
        (lines, facts): (&[u32], &[Fact]),
        (sums, kind): (&Sums, BreakKind),
        by_hand: bool,
    ) -> Option<At> {
        let pos = self.files[&id].pos;
        let is_missed =
            |fact: &Fact| self.worth(pos, *fact).is_some_and(|(_, _, value, is_open)| value != 0 || is_open);
        if lines.is_empty() && !facts.iter().any(is_missed) {
            self.stands(id, (lines, facts), None);
            return None;
        }
        let (lines_of, facts_of, parts) = (lines.to_vec(), facts.to_vec(), Vec::new());
        let Sums { theirs, known, .. } = *sums;
        let (lines_, facts_, fate) = (lines_of, facts_of, Fate::Open);
        let new = Break { kind, lines: lines_, facts: facts_, theirs, known, by_hand, fate, parts };
        let breaks = &mut self.files.get_mut(&id)?.breaks;
        breaks.push(new);
        let at = At::Break(breaks.len() as u32);
        self.stands(id, (lines, facts), Some(at));
        Some(at)
    }

    /// Each side by itself.
    fn puts_rest(
        &mut self,
        id: ReconciliationId,
        (lines, facts): (&[u32], &[Fact]),
        by_hand: bool,
    ) -> Result<(), Why> {
        if !lines.is_empty() {
            let sums = self.both_sums(id, (lines, &[]))?;
            self.puts_break(id, (lines, &[]), (&sums, BreakKind::OnlyTheirs), by_hand);
        }
        if !facts.is_empty() {
            let sums = self.both_sums(id, (&[], facts))?;
            self.puts_break(id, (&[], facts), (&sums, BreakKind::OnlyOurs), by_hand);
        }
        Ok(())
    }

    fn stands(&mut self, id: ReconciliationId, (lines, facts): (&[u32], &[Fact]), at: Option<At>) {
        if let Some(file) = self.files.get_mut(&id) {
            lines.iter().for_each(|line| file.lines[*line as usize - 1].1 = at);
        }
        for fact in facts {
            match at {
                Some(at) => drop(self.facts.insert(*fact, (id, at))),
                None => drop(self.facts.remove(fact)),
            }
        }
    }

    fn undoes_match(&mut self, id: ReconciliationId, number: u32) -> Result<(), Why> {
        self.whole(id)?;
        let matches = self.files.get_mut(&id).map(|file| &mut file.matches);
        let found = matches.zip((number as usize).checked_sub(1)).and_then(|(all, place)| all.get_mut(place));
        let found = found.ok_or((PLACED, Refusal::NotFound(Thing::Match)))?;
        if found.undone {
            return no(PLACED, ReconRefusal::MatchUndone);
        }
        found.undone = true;
        let (lines, facts) = (found.lines.clone(), found.facts.clone());
        self.puts_rest(id, (&lines, &facts), true)
    }

    fn open_break(&self, id: ReconciliationId, number: u32) -> Result<&Break, Why> {
        let file = self.files.get(&id);
        let found =
            file.zip((number as usize).checked_sub(1)).and_then(|(file, place)| file.breaks.get(place));
        let found = found.ok_or((LOOKED, Refusal::NotFound(Thing::Break)))?;
        if found.fate == Fate::Open { Ok(found) } else { no(LOOKED, ReconRefusal::BreakOver) }
    }

    fn closes_break(&mut self, id: ReconciliationId, number: u32) -> Result<(), Why> {
        self.open_break(id, number)?;
        if let Some(file) = self.files.get_mut(&id) {
            file.breaks[number as usize - 1].fate = Fate::Closed;
        }
        Ok(())
    }

    /// Theirs less ours, less what was posted of it.
    pub(crate) fn rest_of(&self, id: ReconciliationId, number: u32) -> Option<(usize, i64)> {
        let found = self.open_break(id, number).ok()?;
        let sums = self.both_sums(id, (&found.lines, &found.facts)).ok()?;
        Some((sums.currency, sums.theirs - sums.known - found.parts.iter().sum::<i64>()))
    }

    /// What was posted last.
    pub(crate) fn posted_last(&self, id: ReconciliationId, number: u32) -> Option<i64> {
        let found = self.files.get(&id)?.breaks.get((number as usize).checked_sub(1)?)?;
        match found.fate {
            Fate::Cleared(minor) => Some(minor),
            Fate::Open => found.parts.last().copied(),
            Fate::Gone | Fate::Closed => None,
        }
    }

    /// Why a difference is not posted as things are.
    pub(super) fn why_not_posted(&self, want: FileWant) -> Option<Why> {
        self.may_post(want).err()
    }

    fn may_post(&self, want: FileWant) -> Result<(), Why> {
        let FileWant { id, number, pos, currency, minor, how } = want;
        let money = |(currency, minor): (usize, i64)| Money::from_minor(minor, self.currencies[currency]);
        let (sum, not_found) = (money((currency, minor)), |thing| (POSTED, Refusal::NotFound(thing)));
        let other = |now| (POSTED, ReconRefusal::DifferenceIs(now).into());
        if how == Posted::Back {
            let known =
                self.files.get(&id).filter(|file| (1..=file.breaks.len()).contains(&(number as usize)));
            known.ok_or_else(|| not_found(Thing::Break))?;
            let last = self.posted_last(id, number);
            let last = last.ok_or((POSTED, ReconRefusal::BreakNotCleared.into()))?;
            let of = self.currency_of(id, number);
            let last = money((of, last));
            return if last == sum { Ok(()) } else { Err(other(last)) };
        }
        let file = self.file(id)?;
        let found = self.open_break(id, number)?;
        if pos != file.pos {
            return Err(not_found(Thing::Pos));
        }
        let (of, rest) = self.rest_of(id, number).unwrap_or((currency, 0));
        let now = money((of, rest));
        let said = if let Posted::Part(said) = how { money((currency, said)) } else { sum };
        if said != now || rest == 0 {
            return Err(other(now));
        }
        if how == Posted::All {
            return Ok(());
        }
        let is_part = minor.signum() == rest.signum() && minor.abs() < rest.abs();
        if !is_part {
            return no(POSTED, of_file(FileLimit::PartOf(now)));
        }
        if found.parts.len() >= 16 {
            return no(POSTED, Refusal::LimitExceeded(Limit::OfFile(FileLimit::Parts(16))));
        }
        Ok(())
    }

    fn currency_of(&self, id: ReconciliationId, number: u32) -> usize {
        let file = &self.files[&id];
        let found = &file.breaks[number as usize - 1];
        let of_line = found.lines.first().map(|line| file.lines[*line as usize - 1].0.currency);
        let of_fact = || found.facts.first().and_then(|fact| Some(self.worth(file.pos, *fact)?.0));
        of_line.or_else(of_fact).unwrap_or(0)
    }

    /// Two people have posted a difference, or taken one back.
    pub(super) fn posts_difference(&mut self, want: FileWant) {
        let FileWant { id, number, currency, minor, how, .. } = want;
        let Some(file) = self.files.get_mut(&id) else { return };
        let (pos, found) = (file.pos, &mut file.breaks[number as usize - 1]);
        match (how, found.fate) {
            (Posted::All, _) => found.fate = Fate::Cleared(minor),
            (Posted::Part(_), _) => found.parts.push(minor),
            (Posted::Back, Fate::Open) => drop(found.parts.pop()),
            (Posted::Back, Fate::Gone | Fate::Closed | Fate::Cleared(_)) => found.fate = Fate::Open,
        }
        found.by_hand |= how != Posted::All;
        let (suspense, position) = (Touched::Suspense(pos, currency), Touched::Position(pos, currency));
        let more = if how == Posted::Back { -minor } else { minor };
        if more > 0 {
            self.move_money(suspense, position, more);
        } else {
            self.move_money(position, suspense, -more);
        }
    }

    /// Lines that a file still lacks, from which on, and its POS.
    pub(crate) fn lacks(&self, id: ReconciliationId) -> Option<(usize, u32, u32)> {
        let file = self.files.get(&id)?;
        let taken = file.lines.len() as u32;
        Some((file.pos, taken, file.total))
    }

    /// A line's sum, to look for what it may be about.
    pub(crate) fn line_of(&self, id: ReconciliationId, number: u32) -> Option<Line> {
        Some(self.files.get(&id)?.lines.get((number as usize).checked_sub(1)?)?.0)
    }

    /// How many matches and breaks a file has.
    pub(crate) fn found_in(&self, id: ReconciliationId) -> (u32, u32) {
        self.files.get(&id).map_or((0, 0), |file| (file.matches.len() as u32, file.breaks.len() as u32))
    }
}

fn placed(at: Option<At>) -> Placed {
    match at {
        None => Placed::Free,
        Some(At::Match(number)) => Placed::Matched(number),
        Some(At::Break(number)) => Placed::Broken(number),
    }
}

fn sides(group: Pairing) -> (Vec<u32>, Vec<Fact>) {
    (group.lines.into_iter().flatten().collect(), group.facts.into_iter().flatten().collect())
}
