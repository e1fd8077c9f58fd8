//! The program `specie`: configuration, engine choice, command line, start and stop. The only place that
//! names an engine, makes the real clock and draws real chance.

mod ask;
mod background;
mod backup;
mod bench;
mod ceilings;
mod cli;
mod clock;
mod config;
mod demo;
mod house;
mod key_export;
mod keys;
mod logs;
mod metrics;
mod operator_key;
mod paper;
mod passphrase;
mod progress;
mod restore;
mod rules;
mod serve;
mod settings;
mod sign;
mod stopped;
mod tariff_ceilings;
mod terminal;
mod verify;
mod watched;

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), std::env::vars_os().collect()))
}
