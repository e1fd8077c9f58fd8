//! The regression guard: what a cash-out costs, in counts and never in time, against the committed figures of
//! `bench/guard.toml`. Instructions come from callgrind, syncs from strace, bytes from the kernel's own count. The
//! same source, compiler and machine kind give the same counts, whatever else the machine does.
//!
//! `make guard` runs it and tells every figure; `make guard-renew` writes them anew. A check that cannot be made
//! (no valgrind, another compiler than the figures') says so and is left out.

#[cfg(test)]
mod callgrind;
#[cfg(test)]
mod core;
#[cfg(test)]
mod edge;
#[cfg(test)]
mod engine;
#[cfg(test)]
mod figures;
