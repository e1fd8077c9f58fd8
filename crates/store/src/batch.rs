//! The one batch loop, the heart of every engine's commit: each command is decided in order on the working
//! set; what the set lacks is asked of the engine, and the command is decided anew. Knows no engine, no
//! journal and no time.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use specie_domain::{Changes, Command, Decision, Key, Missing, Outcome, Row, WorkingSet, decide};

/// How often one command may ask for rows. Each round names a row that was not there before, so it ends by itself;
/// the longest lists that a decision walks hold some thousands. What was decided once must be decided again at a start,
/// when nothing is in memory: a bound that a warm engine passes and a cold one does not would lock the folder.
pub const ROUNDS_MAX: usize = 65_536;

/// What became of a batch.
#[derive(Debug, Default)]
pub struct Batch {
    /// One outcome a command, in the batch's order.
    pub outcomes: Vec<Outcome>,
    /// Places in the batch of the commands that changed something; only these are journaled.
    pub kept: Vec<usize>,
    /// What they changed.
    pub changes: Changes,
}

/// Why a batch was not decided. The working set may hold half of it: throw the set away.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BatchError<E> {
    /// The engine could not give the rows.
    #[error("rows could not be loaded: {0}")]
    Load(E),
    /// A command asked for rows that it had been given, or without end; a bug.
    #[error("command {place} of the batch asked for rows again and again, at last for {last}")]
    Rounds {
        /// The command's place in the batch.
        place: usize,
        /// The row it asked for at last.
        last: String,
    },
    /// An assertion in a decision failed; a bug.
    #[error("command {place} of the batch broke a rule of the core: {what}")]
    Broken {
        /// The command's place in the batch.
        place: usize,
        /// What the assertion says.
        what: String,
    },
}

/// Decides `commands` in order on `set`. `load` gives the rows of the keys it is asked for, in their order.
///
/// # Errors
/// [`BatchError`]; then `set` is in an undefined state.
pub fn run_batch<E>(
    set: &mut WorkingSet,
    commands: &[Command],
    mut load: impl FnMut(&[Key]) -> Result<Vec<Option<Row>>, E>,
) -> Result<Batch, BatchError<E>> {
    let mut batch = Batch { outcomes: Vec::with_capacity(commands.len()), ..Batch::default() };
    for (place, command) in commands.iter().enumerate() {
        // A failed assertion leaves half a decision in the set. Whoever called throws the set away.
        let decided = catch_unwind(AssertUnwindSafe(|| decide_one(set, command, place, &mut load)));
        let what = |thrown: Box<dyn Any + Send>| what_was_said(thrown.as_ref());
        let decision = decided.map_err(|thrown| BatchError::Broken { place, what: what(thrown) })??;
        let refused = decision.outcome.result.is_err();
        batch.outcomes.push(decision.outcome);
        if decision.changed && !(planted!(CountedNotKept) && refused) {
            batch.kept.push(place);
        }
    }
    batch.changes = set.take_changes();
    Ok(batch)
}

fn decide_one<E>(
    set: &mut WorkingSet,
    command: &Command,
    place: usize,
    load: &mut impl FnMut(&[Key]) -> Result<Vec<Option<Row>>, E>,
) -> Result<Decision, BatchError<E>> {
    let mut last = Vec::new();
    for _ in 0..ROUNDS_MAX {
        match decide(set, command) {
            Ok(decision) => return Ok(decision),
            Err(Missing(keys)) if keys.iter().all(|key| set.known(key).is_some()) => {
                return Err(BatchError::Rounds { place, last: format!("{keys:?}") });
            }
            Err(Missing(keys)) => {
                let rows = load(&keys).map_err(BatchError::Load)?;
                assert!(rows.len() == keys.len(), "the engine answers for every key it was asked for");
                for (key, row) in keys.iter().zip(rows) {
                    set.learn(key.clone(), row);
                }
                last = keys;
            }
        }
    }
    Err(BatchError::Rounds { place, last: format!("{last:?}") })
}

fn what_was_said(thrown: &(dyn Any + Send)) -> String {
    let text = thrown.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| thrown.downcast_ref::<&str>().copied()).unwrap_or("no word").to_owned()
}

#[cfg(test)]
mod tests {
    use specie_domain::ids::KeyId;
    use specie_domain::rows::KeyName;

    use super::*;
    use crate::conformance::{hash, history};

    #[test]
    fn a_failed_load_is_handed_on() {
        let commands = history().commands();
        let batch = run_batch(&mut WorkingSet::default(), &commands, |_| Err("the disk is gone"));
        assert_eq!(batch.unwrap_err(), BatchError::Load("the disk is gone"));
    }

    #[test]
    fn a_broken_rule_is_caught_and_named() {
        let commands = history().commands();
        let load = |keys: &[Key]| {
            let name = KeyName { key_id: KeyId::from_u128(1), hash: hash(1) };
            Ok::<_, String>(keys.iter().map(|_| Some(Row::from(name.clone()))).collect())
        };
        let batch = run_batch(&mut WorkingSet::default(), &commands, load).unwrap_err();
        assert!(
            matches!(&batch, BatchError::Broken { place: 0, what } if what.contains("another kind")),
            "{batch}"
        );
    }
}
