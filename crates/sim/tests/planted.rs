//! Every bug that is planted is found; the list of them is kept in `docs/simulation.md`.

use std::panic;

use specie_sim::planted::{Bug, Found, look_for};

/// The list does not depend on `SPECIE_SIM_SEED`.
const SEED: u64 = 1;
/// Bugs that must be planted at least.
const BUGS_MIN: usize = 140;
/// Steps a shortened history may have.
const SHORT_STEPS_MAX: usize = 40;
/// The same for bugs that show only once a sum over a window is reached, which takes many payouts.
const LONGER: &[(Bug, usize)] = &[
    (Bug::LimitPartTooShort, 250),
    (Bug::LimitNotCounted, 250),
    (Bug::LimitNotGivenBack, 250),
    (Bug::LimitGivenBackTwice, 250),
    (Bug::BrakeNotKept, 600),
];
/// Where the list begins in the document.
const HEADING: &str = "## Planted bugs";

/// One test, because a bug is switched on for the whole program.
#[test]
fn every_planted_bug_is_found_and_without_one_nothing_is() {
    // What the core's own assertions say would be printed for every history tried while shortening.
    let quiet = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let found: Vec<(Bug, Option<Found>)> =
        Bug::ALL.iter().map(|bug| (*bug, look_for(Some(*bug), SEED))).collect();
    panic::set_hook(quiet);
    let not_found: Vec<Bug> =
        found.iter().filter(|(_, found)| found.is_none()).map(|(bug, _)| *bug).collect();
    assert_eq!(not_found, [], "planted and not found");
    let found: Vec<(Bug, Found)> = found.into_iter().map(|(bug, found)| (bug, found.unwrap())).collect();
    assert!(found.len() >= BUGS_MIN, "{} bugs", found.len());
    for (bug, found) in &found {
        let Found { short, .. } = found;
        let longer = LONGER.iter().find(|(longer, _)| longer == bug);
        let steps_max = longer.map_or(SHORT_STEPS_MAX, |(_, steps_max)| *steps_max);
        assert!(short.steps <= steps_max, "{bug:?}: {} steps\n{}", short.steps, short.story.join("\n"));
    }
    if let Some(found) = look_for(None, SEED) {
        panic!("nothing is planted, and {} was broken:\n{}", found.check, found.short.story.join("\n"));
    }
    let list = list(&found);
    let kept = include_str!("../../../docs/simulation.md");
    let kept = kept.find(HEADING).map_or("", |place| &kept[place..]);
    assert!(list == kept, "docs/simulation.md says otherwise; what was found is:\n{list}");
}

fn list(found: &[(Bug, Found)]) -> String {
    let mut text = format!(
        "{HEADING}\n\n\
         Printed by `cargo test -p specie-sim --features planted --test planted`: {} bugs, switched on one at a \
         time and looked for in the worlds of seed {SEED}. *After* says how many cash-outs were made until the \
         promise broke, *steps* how long the shortened history is.\n\n\
         | What the bug does | The promise that broke | World | After | Steps |\n|---|---|---|---|---|\n",
        found.len()
    );
    for (bug, Found { check, world, cash_outs, short }) in found {
        let line = format!("| {} | {check} | {world} | {cash_outs} | {} |\n", bug.what(), short.steps);
        text.push_str(&line);
    }
    text
}
