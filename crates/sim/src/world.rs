//! One world from its seed: people make steps until enough cash was handed out, or a promise breaks.

use std::collections::BTreeMap;

use crate::broken::Broken;
use crate::people::People;
use crate::play::Play;
use crate::shorten::shorten;
use crate::step::{Act, Step};

/// Steps a world may take for each cash-out wanted, before it is left as too quiet.
const STEPS_PER_CASH_OUT_MAX: u64 = 28;

/// What became of a world.
#[derive(Debug, Clone)]
pub struct World {
    /// Its seed.
    pub seed: u64,
    /// Withdrawals made.
    pub cash_outs: u64,
    /// Steps taken.
    pub steps: u64,
    /// Crashes lived through.
    pub crashes: u64,
    /// How often each kind of answer was given, if that was counted.
    pub answers: Option<BTreeMap<String, u64>>,
    /// What was broken.
    pub broken: Option<Broken>,
    /// Withdrawals wanted.
    wanted: u64,
}

/// A failing history, made short.
#[derive(Debug, Clone)]
pub struct Shortened {
    /// Its steps.
    pub steps: usize,
    /// What happens in it, line by line.
    pub story: Vec<String>,
}

/// Runs the world of `seed` until `cash_outs` withdrawals were made.
#[must_use]
pub fn run(seed: u64, cash_outs: u64) -> World {
    live(seed, cash_outs, false)
}

/// The same; how often each kind of answer was given is counted as well.
#[must_use]
pub fn run_and_count(seed: u64, cash_outs: u64) -> World {
    live(seed, cash_outs, true)
}

fn live(seed: u64, cash_outs: u64, counts: bool) -> World {
    let answers = counts.then(BTreeMap::new);
    let mut world = World { answers, ..World::unborn(seed, cash_outs) };
    world.broken = world.go(|_| {}).err();
    world
}

impl World {
    const fn unborn(seed: u64, wanted: u64) -> Self {
        Self { seed, cash_outs: 0, steps: 0, crashes: 0, answers: None, broken: None, wanted }
    }

    fn go(&mut self, mut hear: impl FnMut(&Step)) -> Result<(), Broken> {
        let mut play = Play::begin(self.seed)?;
        play.answers = self.answers.take();
        let mut people = People::of(self.seed);
        let steps_max = self.wanted * STEPS_PER_CASH_OUT_MAX;
        while play.design.cash_outs < self.wanted && self.steps < steps_max {
            let mut step = people.next(&play);
            step.after_ms += people.leap_ms(play.now);
            self.steps += 1;
            self.crashes += u64::from(matches!(step.act, Act::Commit { crash: Some(_), .. }));
            hear(&step);
            let played = play.step(&step);
            self.cash_outs = play.design.cash_outs;
            played?;
        }
        let finished = play.finish();
        self.answers = play.answers;
        finished
    }

    /// Its steps, found by living it once more: a world that breaks nothing keeps none.
    fn history(&self) -> Vec<Step> {
        let (mut again, mut history) = (Self::unborn(self.seed, self.wanted), Vec::new());
        let broken = again.go(|step| history.push(*step)).err();
        assert!(broken == self.broken && again.steps == self.steps, "a world lives the same life again");
        history
    }

    /// The history that broke the promise, shortened; nothing when none was broken.
    #[must_use]
    pub fn shortened(&self) -> Option<Shortened> {
        let broken = self.broken.as_ref()?;
        let history = shorten(self.seed, &self.history(), broken);
        Some(Shortened { steps: history.len(), story: tell(self.seed, &history) })
    }
}

/// Plays a history in the town of `seed`; what it breaks, if anything.
pub(crate) fn replay(seed: u64, history: &[Step]) -> Option<Broken> {
    let play = || {
        let mut play = Play::begin(seed)?;
        history.iter().try_for_each(|step| play.step(step))?;
        play.finish()
    };
    play().err()
}

/// The same, told line by line.
fn tell(seed: u64, history: &[Step]) -> Vec<String> {
    let Ok(mut play) = Play::begin(seed) else {
        return vec!["the town could not be set up".to_owned()];
    };
    play.story = Some(Vec::new());
    let broken = history.iter().try_for_each(|step| play.step(step)).and_then(|()| play.finish()).err();
    let mut story = play.story.unwrap_or_default();
    story.extend(broken.map(|broken| broken.to_string()));
    story
}
