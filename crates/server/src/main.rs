//! The program `specie`: configuration, engine choice, command line, start and stop. The only place that
//! names an engine, makes the real clock and draws real chance.

mod background;
mod cli;
mod clock;
mod config;
mod demo;
mod house;
mod keys;
mod logs;
mod metrics;
mod operator_key;
mod serve;
mod settings;
mod stopped;
mod terminal;
mod verify;

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), std::env::vars_os().collect()))
}
