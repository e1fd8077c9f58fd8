//! An engine as `store-sqlite` is one, over a simulated disk: the real batch loop decides, one journal row a
//! batch is appended and synced, then the answers go out, and the tables follow. It can crash between any
//! two of these steps. Loading reads the tables, which lag; the working set forgets only when they do not.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;

use specie_domain::{Changes, Command, Key, Outcome, WorkingSet};
use specie_store::{JournalRow, Tail, run_batch};

use crate::broken::Broken;
use crate::disk::{Disk, Position, Unsynced};

/// Where a commit stops for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CrashPoint {
    /// Before anything was decided.
    BeforeDeciding,
    /// Decided, nothing written.
    Decided,
    /// Written, not synced: the disk says what is left.
    Appended(Unsynced),
    /// Synced, nobody answered.
    Synced,
}

/// What was decided for a batch.
#[derive(Debug, Clone)]
pub(crate) struct Decided {
    /// One outcome a command.
    pub(crate) outcomes: Vec<Outcome>,
    /// The places of the commands that changed something.
    pub(crate) kept: Vec<usize>,
    /// What they changed.
    pub(crate) changes: Arc<Changes>,
    /// Where the journal stands after them.
    pub(crate) at: Position,
}

/// What became of a batch.
#[derive(Debug)]
pub(crate) enum Committed {
    /// It is durable and was answered.
    Answered(Decided),
    /// The engine crashed and nobody was answered; the batch is there all the same.
    CrashedKept(Decided),
    /// The engine crashed and the batch is gone.
    CrashedLost,
}

/// The engine.
#[derive(Debug, Default)]
pub(crate) struct Engine {
    /// What outlives a crash.
    pub(crate) disk: Disk,
    set: WorkingSet,
    tail: Tail,
    untold: VecDeque<(Arc<Changes>, Position)>,
}

impl Engine {
    /// Decides and keeps a batch, or crashes on the way.
    ///
    /// # Errors
    /// The core or the journal broke a rule of its own.
    pub(crate) fn commit(
        &mut self,
        commands: &[Command],
        crash: Option<CrashPoint>,
    ) -> Result<Committed, Broken> {
        if crash == Some(CrashPoint::BeforeDeciding) {
            return self.crash(Unsynced::Lost, None);
        }
        let decided = self.decide(commands)?;
        if decided.kept.is_empty() {
            return Ok(if crash.is_some() {
                self.crash(Unsynced::Lost, None)?
            } else {
                Committed::Answered(decided)
            });
        }
        if crash == Some(CrashPoint::Decided) {
            return self.crash(Unsynced::Lost, None);
        }
        let mut tail = self.tail;
        let row = tail.write(decided.kept.iter().filter_map(|place| commands.get(*place)));
        if row.count != decided.kept.len() as u64 || row.first != self.tail.commands + 1 {
            return Err(Broken::new("every kept command has a number of its own", format!("{row:?}")));
        }
        let decided = Decided { at: Position { head: self.set.head(), tail }, ..decided };
        #[cfg(feature = "planted")]
        if specie_domain::planted::is_on(specie_domain::planted::Bug::AnsweredBeforeWritten)
            && crash.is_some()
        {
            self.disk.crash(Unsynced::Lost);
            return Ok(Committed::Answered(decided));
        }
        self.disk.append(row);
        if let Some(CrashPoint::Appended(fate)) = crash {
            return self.crash(fate, Some(decided));
        }
        self.disk.sync();
        self.tail = tail;
        if crash == Some(CrashPoint::Synced) {
            return Ok(Committed::CrashedKept(decided));
        }
        self.untold.push_back((Arc::clone(&decided.changes), decided.at));
        Ok(Committed::Answered(decided))
    }

    fn decide(&mut self, commands: &[Command]) -> Result<Decided, Broken> {
        let rows = &self.disk.tables.rows;
        let load =
            |keys: &[Key]| Ok::<_, Infallible>(keys.iter().map(|key| rows.get(key).cloned()).collect());
        let batch = run_batch(&mut self.set, commands, load)
            .map_err(|why| Broken::new("the core breaks no rule of its own", why.to_string()))?;
        let at = Position { head: self.set.head(), tail: self.tail };
        Ok(Decided { outcomes: batch.outcomes, kept: batch.kept, changes: Arc::new(batch.changes), at })
    }

    fn crash(&mut self, fate: Unsynced, decided: Option<Decided>) -> Result<Committed, Broken> {
        let (torn, is_kept) = self.disk.crash(fate);
        if let Some(torn) = torn {
            self.look_at_torn(&torn)?;
        }
        Ok(match decided.filter(|_| is_kept) {
            Some(decided) => Committed::CrashedKept(decided),
            None => Committed::CrashedLost,
        })
    }

    /// The disk's own checksums leave a torn row out; the journal's chain would see it as well.
    fn look_at_torn(&self, torn: &JournalRow) -> Result<(), Broken> {
        let mut tail = self.tail;
        match tail.read(torn) {
            Err(_) => Ok(()),
            Ok(_) => {
                Err(Broken::new("a torn journal row is recognised", format!("{} bytes", torn.bytes.len())))
            }
        }
    }

    /// The tables take in up to `batches` batches that they have not seen, each in one transaction.
    pub(crate) fn project(&mut self, batches: usize) {
        for _ in 0..batches {
            let Some((changes, at)) = self.untold.pop_front() else {
                return;
            };
            self.disk.tables.take_in(&changes, at);
        }
    }

    /// The working set forgets, once the tables have seen everything.
    pub(crate) fn forget(&mut self) {
        #[cfg(feature = "planted")]
        if specie_domain::planted::is_on(specie_domain::planted::Bug::ForgottenTooEarly) {
            self.set.forget();
            return;
        }
        self.project(usize::MAX);
        self.set.forget();
    }

    /// Starts anew on what the disk has kept: the tables lost their last `tables_lost` transactions, and the
    /// journal's rows that they have not seen are decided again. Crashes on the way after `crash_after` rows.
    ///
    /// # Errors
    /// The journal is damaged, or decides otherwise than before.
    pub(crate) fn restart(&mut self, tables_lost: usize, crash_after: Option<usize>) -> Result<(), Broken> {
        #[cfg(feature = "planted")]
        if specie_domain::planted::is_on(specie_domain::planted::Bug::PositionWithoutRows)
            && let Some((_, at)) = self.untold.pop_front()
        {
            self.disk.tables.skip_to(at);
        }
        self.disk.tables.lose(tables_lost);
        if let Some(rows) = crash_after {
            self.start()?;
            self.replay(rows)?;
            self.project(rows.div_ceil(2));
            self.disk.tables.lose(rows % 2);
        }
        self.start()?;
        self.replay(usize::MAX)?;
        self.project(usize::MAX);
        Ok(())
    }

    fn start(&mut self) -> Result<(), Broken> {
        let Position { head, tail } = self.disk.tables.at;
        self.set = WorkingSet::new(head);
        self.tail = tail;
        self.untold.clear();
        if head.commands == tail.commands {
            Ok(())
        } else {
            Err(Broken::new("the tables stand where the journal stood", format!("{head:?}, {tail:?}")))
        }
    }

    fn replay(&mut self, rows_max: usize) -> Result<(), Broken> {
        const CHECK: &str = "a restart decides what the journal says";
        let rows: Vec<Arc<JournalRow>> =
            self.disk.rows_after(self.tail.commands).iter().take(rows_max).cloned().collect();
        for row in rows {
            let commands = self.tail.read(&row).map_err(|why| Broken::new(CHECK, why.to_string()))?;
            let decided = self.decide(&commands)?;
            if decided.kept.len() != commands.len() {
                let what = format!(
                    "{} of {} commands change nothing",
                    commands.len() - decided.kept.len(),
                    commands.len()
                );
                return Err(Broken::new(CHECK, what));
            }
            let at = Position { head: self.set.head(), tail: self.tail };
            self.untold.push_back((decided.changes, at));
        }
        Ok(())
    }
}
