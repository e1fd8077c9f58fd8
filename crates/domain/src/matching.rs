//! What of their lines and our facts belongs together: a search over values, the same on every machine. It only
//! proposes; [`crate::decide`] judges what comes of it. First by names, then by an equal amount at about the same time,
//! then, at a bank, by the only sum that fits. Where two answers are possible it gives none.

use std::collections::{BTreeMap, BTreeSet};

use specie_money::Currency;

use crate::command::Group;
use crate::ids::OperationId;
use crate::rows::{
    BatchState, Deposit, LineWhat, MatchedBy, Ours, SIDE_MAX, SettleBatch, StatedLine, Withdrawal, Worth,
};
use crate::time::Time;

/// How far apart a POS's clock and ours may be where only the amount tells, seconds.
pub const CLOCKS_APART_MAX_S: i64 = 300;
/// How long a bank may take, seconds: ten days.
pub const BANK_TAKES_MAX_S: i64 = 864_000;
/// Lines, or facts, among which the members of a sum are searched; with more, no sum is.
pub const SUM_CANDIDATES_MAX: usize = 16;
/// Members of a sum.
pub const SUM_MEMBERS_MAX: usize = 4;
/// Lines, or batches, that may be left for sums to be searched at all.
pub const SUM_SEARCH_MAX: usize = 1_000;

/// A line of theirs with its number.
#[derive(Debug, Clone)]
pub struct Theirs {
    /// Its number in the file.
    pub line: u32,
    /// What it says.
    pub stated: StatedLine,
}

/// A fact of ours that could be told of.
#[derive(Debug, Clone)]
pub struct Known {
    /// The fact.
    pub ours: Ours,
    /// Its operation, if it is of one.
    pub operation_id: Option<OperationId>,
    /// Whose batch it is, if it is one.
    pub owner: u128,
    /// How a line may name it, in lower case.
    pub names: Vec<String>,
    /// What was asked for, as [`crate::rows::Worth::gross`].
    pub gross: i64,
    /// Its currency.
    pub currency: Currency,
    /// When it was made.
    pub at: Time,
    /// Whether it is missed where the file does not tell of it.
    pub is_expected: bool,
}

/// What a period is: its first instant, and the first one after it.
pub type Period = (Time, Time);

fn is_in(period: Period, at: Time) -> bool {
    period.0 <= at && at < period.1
}

impl Known {
    /// A withdrawal, for a journal about `period`.
    #[must_use]
    pub fn of_withdrawal(row: &Withdrawal, period: Period) -> Self {
        let worth = Worth::of_withdrawal(row);
        Self {
            ours: Ours::Withdrawal(row.withdrawal_id),
            operation_id: Some(row.operation_id),
            owner: row.owner_id.as_u128(),
            names: vec![row.withdrawal_id.to_string(), row.operation_id.to_string()],
            gross: worth.gross,
            currency: worth.currency,
            at: row.made_at,
            is_expected: worth.matters() && is_in(period, row.made_at),
        }
    }

    /// A deposit, for a journal about `period`.
    #[must_use]
    pub fn of_deposit(row: &Deposit, period: Period) -> Self {
        let worth = Worth::of_deposit(row);
        Self {
            ours: Ours::Deposit(row.deposit_id),
            operation_id: Some(row.operation_id),
            owner: row.owner_id.as_u128(),
            names: vec![row.deposit_id.to_string(), row.operation_id.to_string()],
            gross: worth.gross,
            currency: worth.currency,
            at: row.made_at,
            is_expected: worth.matters() && is_in(period, row.made_at),
        }
    }

    /// A settlement batch, for a statement about `period`: named by its id, with hyphens or without, or as the bank
    /// called its payment.
    #[must_use]
    pub fn of_batch(row: &SettleBatch, period: Period) -> Self {
        let worth = Worth::of_batch(row);
        let id = row.batch_id.to_string();
        let mut names = vec![id.replace('-', ""), id];
        if row.state == BatchState::Confirmed {
            names.extend(row.word.as_ref().map(|word| word.trim().to_lowercase()));
        }
        Self {
            ours: Ours::Batch(row.batch_id),
            operation_id: None,
            owner: row.key.owner_id.as_u128(),
            names,
            gross: worth.gross,
            currency: worth.currency,
            at: row.made_at,
            is_expected: worth.matters() && row.ended_at.is_some_and(|at| is_in(period, at)),
        }
    }
}

/// What is still to be placed.
struct Search<'a> {
    theirs: &'a [Theirs],
    known: &'a [Known],
    free_lines: BTreeSet<usize>,
    free_facts: BTreeSet<usize>,
    groups: Vec<Group>,
}

/// All that a POS's journal and our facts come to.
#[must_use]
pub fn of_journal(theirs: &[Theirs], known: &[Known]) -> Vec<Group> {
    let mut search = Search::new(theirs, known);
    search.by_id();
    search.by_amount_at_pos();
    search.rest()
}

/// All that a bank's statement and our batches come to.
#[must_use]
pub fn of_statement(theirs: &[Theirs], known: &[Known]) -> Vec<Group> {
    let mut search = Search::new(theirs, known);
    search.by_reference();
    search.by_amount_at_bank();
    if search.free_lines.len().max(search.free_facts.len()) <= SUM_SEARCH_MAX {
        search.lines_of_one_batch();
        search.batches_of_one_line();
    }
    search.rest()
}

/// Whether a reference has the shape of an id of ours.
fn is_our_id(reference: &str) -> bool {
    reference.parse::<OperationId>().is_ok()
}

impl<'a> Search<'a> {
    fn new(theirs: &'a [Theirs], known: &'a [Known]) -> Self {
        let (free_lines, free_facts) = ((0..theirs.len()).collect(), (0..known.len()).collect());
        Self { theirs, known, free_lines, free_facts, groups: Vec::new() }
    }

    /// Takes lines and facts together, by their places. More than a side may hold is no group.
    fn take(&mut self, lines: &BTreeSet<usize>, facts: &BTreeSet<usize>, how: MatchedBy) {
        if lines.len() > SIDE_MAX || facts.len() > SIDE_MAX {
            return;
        }
        let numbers = lines.iter().filter_map(|place| self.theirs.get(*place)).map(|line| line.line);
        let ours = facts.iter().filter_map(|place| self.known.get(*place)).map(|fact| fact.ours);
        self.groups.push(Group { lines: numbers.collect(), ours: ours.collect(), how });
        for place in lines {
            self.free_lines.remove(place);
        }
        for place in facts {
            self.free_facts.remove(place);
        }
    }

    fn free_lines(&self) -> impl Iterator<Item = (usize, &'a Theirs)> + '_ {
        self.free_lines.iter().filter_map(|place| Some((*place, self.theirs.get(*place)?)))
    }

    fn free_facts(&self) -> impl Iterator<Item = (usize, &'a Known)> + '_ {
        self.free_facts.iter().filter_map(|place| Some((*place, self.known.get(*place)?)))
    }

    /// All lines that name a fact's operation or transaction are one group with it.
    fn by_id(&mut self) {
        let mut operations = BTreeMap::new();
        let mut names = BTreeMap::new();
        for (place, fact) in self.free_facts() {
            operations.extend(fact.operation_id.map(|operation_id| (operation_id, place)));
            names.extend(fact.names.iter().map(|name| (name.as_str(), place)));
        }
        let mut found: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (place, line) in self.free_lines() {
            let by_operation = line.stated.operation_id.and_then(|id| operations.get(&id));
            let reference = line.stated.reference.to_lowercase();
            let by_name = names.get(reference.as_str()).filter(|_| line.stated.operation_id.is_none());
            if let Some(fact) = by_operation.or(by_name) {
                found.entry(*fact).or_default().insert(place);
            }
        }
        for (fact, lines) in found {
            self.take(&lines, &BTreeSet::from([fact]), MatchedBy::Id);
        }
    }

    /// Lines that name nothing of ours; those with one name of theirs are one event.
    fn nameless(&self) -> Vec<BTreeSet<usize>> {
        let mut events: BTreeMap<(&str, usize), BTreeSet<usize>> = BTreeMap::new();
        for (place, line) in self.free_lines() {
            let reference = line.stated.reference.as_str();
            if line.stated.operation_id.is_some() || is_our_id(reference) {
                continue; // It names one of ours that we do not have: no guess mends that.
            }
            let key = if reference.is_empty() { ("", place) } else { (reference, 0) };
            events.entry(key).or_default().insert(place);
        }
        events.into_values().collect()
    }

    fn by_gross(&self) -> BTreeMap<(Currency, i64), Vec<(usize, &'a Known)>> {
        let mut by_gross: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (place, fact) in self.free_facts() {
            by_gross.entry((fact.currency, fact.gross)).or_default().push((place, fact));
        }
        by_gross
    }

    fn by_amount_at_pos(&mut self) {
        let (events, by_gross) = (self.nameless(), self.by_gross());
        let mut fitting: Vec<(usize, usize)> = Vec::new();
        for (event, lines) in events.iter().enumerate() {
            let stated = || lines.iter().filter_map(|place| self.theirs.get(*place)).map(|line| &line.stated);
            let gross = stated().try_fold(0_i64, |sum, line| sum.checked_add(line.gross()));
            let Some(first) = stated().find(|line| !line.what.is_reversal()) else { continue };
            let key = gross.map(|gross| (first.amount.currency(), gross));
            let facts = key.and_then(|key| by_gross.get(&key)).into_iter().flatten();
            let is_near =
                |at: Time| at.ms_since(first.at).saturating_abs() <= CLOCKS_APART_MAX_S.saturating_mul(1000);
            fitting.extend(facts.filter(|(_, fact)| is_near(fact.at)).map(|(place, _)| (event, *place)));
        }
        for (event, fact) in unambiguous(&fitting) {
            if let Some(lines) = events.get(event) {
                self.take(lines, &BTreeSet::from([fact]), MatchedBy::Amount);
            }
        }
    }

    /// Lines and batches that are connected by names are one group.
    fn by_reference(&mut self) {
        let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, fact) in self.free_facts() {
            for name in fact.names.iter().filter(|name| !name.is_empty()) {
                names.entry(name).or_default().push(place);
            }
        }
        let mut named = Vec::new();
        for (place, line) in self.free_lines() {
            let reference = line.stated.reference.trim().to_lowercase();
            let facts = words(&reference).filter_map(|word| names.get(word)).flatten();
            named.extend(facts.map(|fact| (place, *fact)));
        }
        for (lines, facts) in connected(&named) {
            self.take(&lines, &facts, MatchedBy::Reference);
        }
    }

    fn by_amount_at_bank(&mut self) {
        let (mut fitting, by_gross) = (Vec::new(), self.by_gross());
        for (place, line) in self.free_lines() {
            let key = (line.stated.amount.currency(), line.stated.value());
            let equal = by_gross.get(&key).into_iter().flatten().filter(|(_, fact)| could_pay(line, fact));
            fitting.extend(equal.map(|(fact, _)| (place, *fact)));
        }
        for (line, fact) in unambiguous(&fitting) {
            self.take(&BTreeSet::from([line]), &BTreeSet::from([fact]), MatchedBy::Amount);
        }
    }

    /// Several payments for one batch.
    fn lines_of_one_batch(&mut self) {
        let mut found: Vec<(BTreeSet<usize>, usize)> = Vec::new();
        for (place, fact) in self.free_facts() {
            let lines = self.free_lines().filter(|(_, line)| could_pay(line, fact));
            let values: Vec<(usize, i64)> = lines.map(|(place, line)| (place, line.stated.value())).collect();
            found.extend(only_sum(&values, fact.gross).map(|members| (members, place)));
        }
        for (lines, fact) in apart(&found) {
            self.take(&lines, &BTreeSet::from([fact]), MatchedBy::Sum);
        }
    }

    /// One payment for several batches of one owner.
    fn batches_of_one_line(&mut self) {
        let mut found: Vec<(BTreeSet<usize>, usize)> = Vec::new();
        for (place, line) in self.free_lines() {
            let owners: BTreeSet<u128> = self.free_facts().map(|(_, fact)| fact.owner).collect();
            let sums: Vec<BTreeSet<usize>> = owners
                .into_iter()
                .filter_map(|owner| {
                    let facts =
                        self.free_facts().filter(|(_, fact)| fact.owner == owner && could_pay(line, fact));
                    let values: Vec<(usize, i64)> = facts.map(|(place, fact)| (place, fact.gross)).collect();
                    only_sum(&values, line.stated.value())
                })
                .collect();
            if let [members] = sums.as_slice() {
                found.push((members.clone(), place));
            }
        }
        for (facts, line) in apart(&found) {
            self.take(&BTreeSet::from([line]), &facts, MatchedBy::Sum);
        }
    }

    /// What nothing belongs to.
    fn rest(mut self) -> Vec<Group> {
        for place in self.free_lines.clone() {
            self.take(&BTreeSet::from([place]), &BTreeSet::new(), MatchedBy::Id);
        }
        let missed: Vec<usize> =
            self.free_facts().filter(|(_, fact)| fact.is_expected).map(|(place, _)| place).collect();
        for place in missed {
            self.take(&BTreeSet::new(), &BTreeSet::from([place]), MatchedBy::Id);
        }
        self.groups
    }
}

/// All of a reference, and each word of it.
fn words(reference: &str) -> impl Iterator<Item = &str> {
    let parts = reference.split(|character: char| !character.is_alphanumeric() && character != '-');
    std::iter::once(reference).chain(parts.filter(move |part| *part != reference))
}

/// Whether a bank's line could be the payment of a batch, or a part of it: the same direction, in time.
fn could_pay(line: &Theirs, fact: &Known) -> bool {
    let stated = &line.stated;
    let later_ms = stated.at.ms_since(fact.at);
    stated.what == LineWhat::Payment
        && stated.amount.currency() == fact.currency
        && stated.value().signum() == fact.gross.signum()
        && (0..=BANK_TAKES_MAX_S.saturating_mul(1000)).contains(&later_ms)
}

/// Those pairs whose both members are in no other pair.
fn unambiguous(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let (mut firsts, mut seconds) = (BTreeMap::<usize, u32>::new(), BTreeMap::<usize, u32>::new());
    for (first, second) in pairs {
        let (count, other) = (firsts.entry(*first).or_default(), seconds.entry(*second).or_default());
        (*count, *other) = (count.saturating_add(1), other.saturating_add(1));
    }
    let is_only =
        |(first, second): &&(usize, usize)| firsts.get(first) == Some(&1) && seconds.get(second) == Some(&1);
    pairs.iter().filter(is_only).copied().collect()
}

/// Those finds that share no member with another.
fn apart(found: &[(BTreeSet<usize>, usize)]) -> Vec<(BTreeSet<usize>, usize)> {
    let mut uses = BTreeMap::<usize, u32>::new();
    for member in found.iter().flat_map(|(members, _)| members) {
        let count = uses.entry(*member).or_default();
        *count = count.saturating_add(1);
    }
    let is_apart = |members: &BTreeSet<usize>| members.iter().all(|member| uses.get(member) == Some(&1));
    found.iter().filter(|(members, _)| is_apart(members)).cloned().collect()
}

/// Pairs of lines and facts, as the groups they connect.
fn connected(pairs: &[(usize, usize)]) -> Vec<(BTreeSet<usize>, BTreeSet<usize>)> {
    let (mut of_line, mut of_fact) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
    for (line, fact) in pairs {
        of_line.entry(*line).or_default().push(*fact);
        of_fact.entry(*fact).or_default().push(*line);
    }
    let mut groups = Vec::new();
    while let Some((line, first_facts)) = of_line.pop_first() {
        let (mut lines, mut facts) = (BTreeSet::from([line]), BTreeSet::new());
        let mut waiting = first_facts;
        while let Some(fact) = waiting.pop() {
            if !facts.insert(fact) {
                continue;
            }
            for line in of_fact.remove(&fact).unwrap_or_default() {
                lines.insert(line);
                waiting.extend(of_line.remove(&line).unwrap_or_default());
            }
        }
        groups.push((lines, facts));
    }
    groups
}

/// The two to [`SUM_MEMBERS_MAX`] values that come to `wanted`, if there is one way only.
fn only_sum(values: &[(usize, i64)], wanted: i64) -> Option<BTreeSet<usize>> {
    if values.len() > SUM_CANDIDATES_MAX || wanted == 0 {
        return None;
    }
    let mut ways = Vec::new();
    sums(values, wanted, &mut Vec::new(), &mut ways);
    match ways.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Goes through all sums of few members; at most 2,516 of sixteen candidates. Two ways are enough to know.
fn sums(values: &[(usize, i64)], wanted: i64, taken: &mut Vec<usize>, ways: &mut Vec<BTreeSet<usize>>) {
    if wanted == 0 && taken.len() > 1 {
        ways.push(taken.iter().copied().collect());
        return;
    }
    if taken.len() == SUM_MEMBERS_MAX || ways.len() > 1 {
        return;
    }
    let mut left = values;
    while let Some(((place, value), rest)) = left.split_first() {
        left = rest;
        let Some(still) = wanted.checked_sub(*value) else { continue };
        taken.push(*place);
        sums(rest, still, taken, ways);
        taken.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_found_where_there_is_one_way_only() {
        let values = |of: &[i64]| -> Vec<(usize, i64)> { of.iter().copied().enumerate().collect() };
        for (of, wanted, found) in [
            (vec![100, 250, 400], 350, Some(vec![0, 1])),
            (vec![100, 250, 400], 750, Some(vec![0, 1, 2])),
            (vec![100, 250, 400], 400, None),      // One member is no sum.
            (vec![100, 200, 300, 400], 500, None), // Two ways.
            (vec![100, 250, 400], 351, None),      // No way.
            (vec![1, 2, 4, 8, 16], 31, None),      // More members than a sum has.
            (vec![-100, -250], -350, Some(vec![0, 1])),
            (vec![7; 17], 14, None), // More candidates than are searched.
        ] {
            let members = only_sum(&values(&of), wanted);
            assert_eq!(members.map(|members| members.into_iter().collect()), found, "{wanted} of {of:?}");
        }
    }

    #[test]
    fn a_reference_names_a_batch_as_a_word_of_its_own() {
        for (reference, name, is_named) in [
            ("pay 0042 thanks", "0042", true),
            ("pay 0042 thanks", "pay 0042 thanks", true),
            ("0042", "0042", true),
            ("pay/00-42.", "00-42", true),
            ("pay 00421", "0042", false),
            ("x0042", "0042", false),
            ("", "0042", false),
        ] {
            assert_eq!(words(reference).any(|word| word == name), is_named, "{reference:?}");
        }
    }

    #[test]
    fn what_is_connected_is_one_group() {
        let groups = connected(&[(0, 10), (1, 11), (2, 10), (3, 12), (3, 11)]);
        let set = |of: &[usize]| of.iter().copied().collect::<BTreeSet<usize>>();
        assert_eq!(groups, [(set(&[0, 2]), set(&[10])), (set(&[1, 3]), set(&[11, 12]))]);
    }

    #[test]
    fn a_pair_is_taken_only_where_nothing_else_fits() {
        assert_eq!(unambiguous(&[(0, 0), (1, 1), (1, 2), (2, 3), (3, 3)]), [(0, 0)]);
    }
}
