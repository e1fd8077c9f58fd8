//! Flows of the POS wire and of the program around it.

mod amounts;
mod codes;
mod golden;
mod keys;
mod outcomes;
mod program_life;
mod races;
mod repeats;
mod sessions;
