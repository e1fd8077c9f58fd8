//! Runs the simulator: `specie-sim --cash-outs 10000000 --seed 7`. A broken promise is printed with its
//! world, its shortened history and the command that plays it again; the exit code is then 1.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use specie_sim::fleet::{CASH_OUTS_OF_WORLD, Fleet, Sum, seed_of};
use specie_sim::world::{World, run};

/// Worlds between two progress lines.
const PROGRESS_WORLDS: u64 = 1_000;

/// Simulates cash-outs with every fault there is, and checks every promise after every step.
#[derive(Parser)]
struct Arguments {
    /// How many cash-outs.
    #[arg(long, default_value_t = 1_000_000)]
    cash_outs: u64,
    /// Where all chance comes from.
    #[arg(long, env = "SPECIE_SIM_SEED", default_value_t = 1)]
    seed: u64,
    /// Only the world with this number.
    #[arg(long)]
    world: Option<u64>,
    /// Switches a planted bug on, by its name.
    #[cfg(feature = "planted")]
    #[arg(long)]
    planted: Option<String>,
}

fn say(text: &str) {
    drop(writeln!(io::stdout().lock(), "{text}"));
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    #[cfg(feature = "planted")]
    specie_sim::planted::switch_on(arguments.planted.as_deref().and_then(specie_sim::planted::named));
    let Arguments { cash_outs, seed, world, .. } = arguments;
    if let Some(number) = world {
        let world = run(seed_of(seed, number), CASH_OUTS_OF_WORLD);
        say(&format!("world {number}: {} cash-outs in {} steps", world.cash_outs, world.steps));
        return verdict(seed, number, &world);
    }
    #[expect(clippy::disallowed_methods, reason = "the speed that is printed; nothing simulated sees it")]
    let start = Instant::now();
    let speed = |sum: &Sum| {
        let ms = start.elapsed().as_millis().max(1);
        let rate = u128::from(sum.cash_outs) * 1000 / ms;
        let Sum { worlds, cash_outs, crashes, .. } = sum;
        format!("{cash_outs} cash-outs, {crashes} crashes, {worlds} worlds, {rate} cash-outs/s")
    };
    let sum = Fleet { seed, cash_outs }.run(|sum| {
        if sum.worlds.is_multiple_of(PROGRESS_WORLDS) {
            say(&speed(sum));
        }
    });
    say(&format!("seed {seed}: {}", speed(&sum)));
    match &sum.broken {
        None => ExitCode::SUCCESS,
        Some((number, world)) => verdict(seed, *number, world),
    }
}

fn verdict(seed: u64, number: u64, world: &World) -> ExitCode {
    let (Some(broken), Some(short)) = (&world.broken, world.shortened()) else {
        return ExitCode::SUCCESS;
    };
    say(&format!("world {number} of seed {seed}, step {}: {broken}", world.steps));
    say(&format!("shortened to {} steps:", short.steps));
    for line in &short.story {
        say(line);
    }
    say(&format!("again: specie-sim --seed {seed} --world {number}"));
    ExitCode::FAILURE
}
