//! The front door over real loopback sockets and raw bytes: what it refuses, where messages end, how connections
//! live and die.

#[cfg(test)]
mod door;
#[cfg(test)]
mod lives;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod refusals;
