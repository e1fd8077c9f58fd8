//! Plays a history step by step: clients that remember what they sent and were told, a network that loses
//! and repeats, a server that may crash, and after each step the oracle.

mod network;

use std::collections::BTreeMap;

use specie_domain::ids::OperationId;
use specie_domain::rows::ProposalState;
use specie_domain::{Command, Outcome, Receipt, Refusal, Row, Time};

use self::network::{Sent, Waiting, check_same_answer};
use crate::ask::{Ask, Drawn, SettleAsk, TillAsk, Want, With};
use crate::broken::Broken;
use crate::chance::{Chance, mixed};
use crate::coverage;
use crate::design::{Design, End, Heard, Request};
use crate::devices::Read;
use crate::engine::{Committed, CrashPoint, Decided, Engine};
use crate::map::Map;
use crate::step::{Act, Crash, Step};
use crate::tell;
use crate::town::{FIRST_STAFF, Town};
use crate::visit::Visit;
use crate::watch::Watch;

/// How long a request may wait for its decision; the lane refuses it then.
const ARRIVAL_TO_DECISION_MS_MAX: i64 = 10_000;

/// How long settlement's windows are.
const PERIODS_S: [i64; 3] = [40, 300, 7_200];

/// In one world of so many, the whole journal is replayed and audited at the end.
const PROVED_WORLDS: usize = 8;
/// Calls that most worlds make; more find room, too.
const CALLS: usize = 6_000;

/// A world under way.
#[derive(Debug)]
pub(crate) struct Play {
    /// Its places and people.
    pub(crate) town: Town,
    /// The time.
    pub(crate) now: Time,
    /// What the design says.
    pub(crate) design: Design,
    /// The visits by their numbers.
    pub(crate) visits: Map<u32, Visit>,
    engine: Engine,
    watch: Watch,
    /// By their numbers.
    calls: Vec<Option<Sent>>,
    queue: Vec<Waiting>,
    open: Vec<OperationId>,
    chance: Chance,
    is_proved: bool,
    /// How often each kind of answer was given, if anybody counts.
    pub(crate) answers: Option<BTreeMap<String, u64>>,
    /// What happened, a line a step, if anybody wants to read it.
    pub(crate) story: Option<Vec<String>>,
}

impl Play {
    /// A town drawn from `seed`, set up and quiet.
    ///
    /// # Errors
    /// A promise was broken on the way.
    pub(crate) fn begin(seed: u64) -> Result<Self, Broken> {
        let mut chance = Chance::new(seed);
        let mut town = Town::draw(&mut chance);
        let (mut engine, mut watch) = (Engine::default(), Watch::new());
        town.found(|command| {
            let decided = match engine.commit(&[command], None)? {
                Committed::Answered(decided) | Committed::CrashedKept(decided) => decided,
                Committed::CrashedLost => return Err(Broken::new(SET_UP, "it crashed".to_owned())),
            };
            watch.take_in(&decided.changes, decided.at)?;
            engine.project(usize::MAX);
            match decided.outcomes.into_iter().next().map(|outcome| outcome.result) {
                Some(Ok(receipt)) => Ok(receipt),
                other => Err(Broken::new(SET_UP, format!("{other:?}"))),
            }
        })?;
        watch.learn(&town);
        let design = Design::of(&town);
        watch.compare_balances(&design)?;
        Ok(Self {
            now: town.starts_at,
            town,
            design,
            visits: Map::default(),
            engine,
            watch,
            calls: Vec::with_capacity(CALLS),
            queue: Vec::new(),
            open: Vec::new(),
            is_proved: chance.once_in(PROVED_WORLDS),
            chance: Chance::new(mixed(seed)),
            answers: None,
            story: None,
        })
    }

    /// How many requests wait.
    #[must_use]
    pub(crate) fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// Plays one step.
    ///
    /// # Errors
    /// A promise was broken.
    pub(crate) fn step(&mut self, step: &Step) -> Result<(), Broken> {
        self.now = Time::from_unix_ms(self.now.unix_ms() + step.after_ms);
        if self.story.is_some() {
            self.say(format!("{:>+9} ms  {}", step.after_ms, tell::act(&step.act)));
        }
        match step.act {
            Act::Send(sending) => {
                self.send(&sending);
                Ok(())
            }
            Act::Again { call, fate } => {
                self.deliver(call, fate);
                Ok(())
            }
            Act::Sweep => {
                self.sweep();
                Ok(())
            }
            Act::Forget => {
                self.engine.forget();
                Ok(())
            }
            Act::Project(batches) => {
                self.engine.project(batches);
                Ok(())
            }
            Act::Commit { mix, crash } => self.commit(mix, crash),
            Act::Prove => self.watch.prove(&self.engine.disk.journal, &mut self.chance),
        }
    }

    /// Lets everything come to rest and proves all of it: a last crash, a replay from the first row, the
    /// audit, every balance, every visit.
    ///
    /// # Errors
    /// A promise was broken.
    pub(crate) fn finish(&mut self) -> Result<(), Broken> {
        let crash = Crash { point: CrashPoint::Synced, tables_lost: 2, again_after: Some(3) };
        self.step(&Step { after_ms: 0, act: Act::Commit { mix: 0, crash: Some(crash) } })?;
        if self.is_proved {
            self.step(&Step { after_ms: 0, act: Act::Prove })?;
        }
        self.watch.compare_balances(&self.design)?;
        self.watch.compare_cases(&self.design)?;
        let mut visits: Vec<_> = self.visits.keys().copied().collect();
        visits.sort_unstable();
        visits
            .iter()
            .filter_map(|visit| self.visits.get(visit))
            .try_for_each(|visit| visit.check(&self.watch))
    }

    /// Names the open sessions whose limits have passed, and one whose may not have; cuts the batches that are due.
    fn sweep(&mut self) {
        let (design, now) = (&self.design, self.now);
        self.open
            .retain(|operation| design.session(*operation).is_some_and(|session| session.end == End::Open));
        let is_due = |operation: &OperationId| {
            design.session(*operation).is_some_and(|session| session.ended_at(now).is_some())
        };
        let mut due: Vec<OperationId> = self.open.iter().copied().filter(is_due).collect();
        if !self.open.is_empty() {
            due.push(self.open[self.chance.below(self.open.len())]);
        }
        let mut asks: Vec<Ask> = due.into_iter().map(|operation| Ask::Expire { operation }).collect();
        let stepped = self.design.due_cases(now);
        asks.extend(stepped.into_iter().map(|operation| Ask::Step { operation }));
        let (over, running) = self.design.due(now);
        for (owner, currency) in over {
            let next_s = (!self.chance.once_in(8)).then(|| self.chance.one_of(&PERIODS_S));
            asks.push(Ask::Settle(SettleAsk::Cut { owner, currency, next_s, by_hand: false }));
        }
        asks.extend(running.into_iter().map(|batch| Ask::Settle(SettleAsk::GoOn { batch })));
        for ask in asks {
            let dice = self.chance.draw();
            let with = With { value: None, signed: None, by: None, read: Read::default() };
            self.queue.push(Waiting { at: now, ask, with, dice, call: None, deaf: true });
        }
    }

    fn commit(&mut self, mix: u64, crash: Option<Crash>) -> Result<(), Broken> {
        let mut batch = std::mem::take(&mut self.queue);
        for visit in batch.iter().filter_map(|waiting| waiting.call) {
            let visit = sent(&mut self.calls, visit).and_then(|sent| sent.visit);
            if let Some(visit) = visit.and_then(|visit| self.visits.get_mut(&visit)) {
                visit.queued = 0;
            }
        }
        let now = self.now;
        batch.retain(|waiting| now.ms_since(waiting.at) <= ARRIVAL_TO_DECISION_MS_MAX);
        if mix != 0 {
            let mut chance = Chance::new(mix);
            for place in (1..batch.len()).rev() {
                batch.swap(place, chance.below(place + 1));
            }
        }
        let commands: Vec<Command> = batch
            .iter()
            .map(|waiting| {
                let drawn = Drawn::from(waiting.dice);
                waiting.ask.command(&self.town, waiting.at, waiting.with, &drawn)
            })
            .collect();
        match self.engine.commit(&commands, crash.map(|crash| crash.point))? {
            Committed::Answered(decided) => {
                self.count(&commands, &decided);
                self.hear(&batch, &decided)?;
                self.answer(&batch, &decided)?;
            }
            Committed::CrashedKept(decided) => self.hear(&batch, &decided)?,
            Committed::CrashedLost => {}
        }
        batch.clear();
        self.queue = batch; // Its room serves again.
        match crash {
            Some(crash) => self.restart(&crash),
            None => Ok(()),
        }
    }

    /// What was asked, whether it was taken, and what two people had done, if anybody counts.
    fn count(&mut self, commands: &[Command], decided: &Decided) {
        let Some(answers) = &mut self.answers else { return };
        let asked = commands.iter().zip(&decided.outcomes);
        let mut names: Vec<String> =
            asked.flat_map(|(command, outcome)| coverage::counted(&command.body, outcome)).collect();
        for row in &decided.changes.rows {
            if let Row::Proposal(proposal) = row
                && matches!(proposal.state, ProposalState::Carried(..))
            {
                names.push(coverage::carried_out(&proposal.what));
            }
        }
        for name in names {
            *answers.entry(name).or_default() += 1;
        }
    }

    fn restart(&mut self, crash: &Crash) -> Result<(), Broken> {
        self.engine.restart(crash.tables_lost, crash.again_after)?;
        self.watch.compare_tables(&mut self.engine.disk.tables)
    }

    /// The oracle hears a batch that is durable, or that was answered as if it were.
    fn hear(&mut self, batch: &[Waiting], decided: &Decided) -> Result<(), Broken> {
        if decided.outcomes.len() != batch.len() {
            let what = format!("{} requests, {} answers", batch.len(), decided.outcomes.len());
            return Err(Broken::new("every request is answered", what));
        }
        let mut kept = decided.kept.iter().copied().peekable();
        for (place, (waiting, outcome)) in batch.iter().zip(&decided.outcomes).enumerate() {
            let is_kept = kept.next_if_eq(&place).is_some();
            self.hear_one(waiting, outcome, is_kept)?;
        }
        self.watch.take_in(&decided.changes, decided.at)?;
        self.watch.compare(&self.town, &mut self.design, &decided.changes)
    }

    fn hear_one(&mut self, waiting: &Waiting, outcome: &Outcome, is_kept: bool) -> Result<(), Broken> {
        if self.story.is_some() {
            let call = waiting.call.map_or_else(|| "the sweep".to_owned(), |call| format!("call {call}"));
            self.say(format!("              {call}: {}", tell::outcome(outcome)));
        }
        if let Some(answers) = &mut self.answers {
            *answers.entry(tell::kind(outcome)).or_default() += 1;
        }
        let Drawn { token, staff, seed, digits, fresh } = Drawn::from(waiting.dice);
        let Waiting { at, ask, with, .. } = waiting;
        let With { value, signed, by, read } = *with;
        let at = *at;
        let request =
            Request { at, ask, value, signed, by, read, token, staff, seed, digits, fresh, outcome };
        let heard = self.design.hear(&request)?;
        let should_be_kept = match heard {
            Heard::Nothing => false,
            Heard::Counted | Heard::Changed => true,
            Heard::Perhaps => is_kept,
        };
        if should_be_kept != is_kept {
            let check = if is_kept {
                "a refusal and a repeat leave no trace"
            } else {
                "whatever changed something is in the journal"
            };
            return Err(Broken::new(check, format!("{ask:?}, {outcome:?}")));
        }
        if let Err(
            Refusal::SessionNotFound
            | Refusal::KeyNotKnown
            | Refusal::SaltSpent
            | Refusal::SignatureSpent
            | Refusal::SignatureOutOfTime,
        ) = outcome.result
            && outcome.session_expires_at.is_some()
        {
            let check = "a caller who is not in a session is told nothing of it";
            return Err(Broken::new(check, format!("{ask:?}, {outcome:?}")));
        }
        if let Ok(Receipt::SessionOpened(opened)) = &outcome.result
            && !outcome.replayed
        {
            self.open.push(opened.operation_id);
        }
        Ok(())
    }

    /// The answers go out.
    fn answer(&mut self, batch: &[Waiting], decided: &Decided) -> Result<(), Broken> {
        for (waiting, outcome) in batch.iter().zip(&decided.outcomes) {
            let Some(call) = waiting.call.filter(|_| !waiting.deaf) else {
                continue;
            };
            let Some(sent) = sent(&mut self.calls, call) else {
                continue;
            };
            check_same_answer(sent, waiting.at, outcome)?;
            let drawn = Drawn::from(waiting.dice);
            learn(&mut self.town, &sent.ask, outcome, &drawn);
            if let Some(visit) = sent.visit.and_then(|visit| self.visits.get_mut(&visit)) {
                visit.hears(call, &waiting.ask, outcome, &drawn);
                visit.check(&self.watch)?;
            }
        }
        Ok(())
    }

    fn say(&mut self, line: String) {
        if let Some(story) = &mut self.story {
            story.push(line);
        }
    }
}

/// The call with this number, if it was sent.
fn sent(calls: &mut [Option<Sent>], call: u32) -> Option<&mut Sent> {
    calls.get_mut(call as usize)?.as_mut()
}

/// What people learn of an answer beside what their visit needs.
fn learn(town: &mut Town, ask: &Ask, outcome: &Outcome, drawn: &Drawn) {
    if let (Ok(receipt), false) = (&outcome.result, outcome.replayed) {
        town.learn_people(ask, receipt, drawn);
    }
    match (&outcome.result, *ask) {
        (Ok(Receipt::SessionOpened(opened)), Ask::Login { phone, .. }) => {
            for account in &opened.accounts {
                let currency = town.currency(account.balance.currency());
                town.learn_account(phone, currency, &account.account_id);
            }
        }
        (Ok(Receipt::AccountOpened(id)), Ask::OpenAccount { customer, currency }) => {
            town.learn_account(customer, currency, &id.to_string());
        }
        (Ok(Receipt::OperatorKeyRegistered(id)), Ask::Hire { role }) => {
            town.learn_staff(drawn.staff, role, *id);
        }
        (Ok(Receipt::Done), Ask::Enrol { customer }) => town.learn_seed(customer, drawn.seed),
        (Ok(Receipt::Done), Ask::Fire { staff }) => town.forget_staff(staff),
        (Ok(Receipt::Proposed(id)), _) if !town.proposals.contains(id) => {
            town.proposals.push(*id);
            if let Ask::Want(Want::Key { role }) = *ask {
                town.proposed_keys.push((*id, drawn.staff, FIRST_STAFF[role]));
            }
        }
        (Ok(Receipt::Done), Ask::Judge { id, approve: true }) => town.learn_judged(id),
        (Ok(Receipt::ReconciliationBegun(id)), _) if !town.files.contains(id) => town.files.push(*id),
        (Ok(Receipt::BatchCut(batch)), _) => town.learn_batch(*batch),
        (Ok(Receipt::TillClosed(closed)), _) if !town.counted.contains(&closed.till_session_id) => {
            town.counted.push(closed.till_session_id);
        }
        (Ok(Receipt::Done), Ask::AtTill(TillAsk::Cashier { cashier, pin: Some(pin), .. })) => {
            town.cashiers[cashier].pin = pin;
        }
        (Ok(_) | Err(_), _) => {}
    }
}

const SET_UP: &str = "a town can be set up";
