//! The real program over the real wire: each test starts `specie demo` on a folder and a port of its own.

#[cfg(test)]
mod backup;
#[cfg(test)]
mod bench;
#[cfg(test)]
mod canary;
#[cfg(test)]
mod counter;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod fees;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod flow;
#[cfg(test)]
mod offline;
#[cfg(test)]
mod program;
#[cfg(test)]
mod reconcile;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod terminal;
