//! Both faces over the in-memory engine: requests go to the handler as the front door hands them over, once over a
//! real socket and otherwise without one. The engine, the lane and the core are the real ones; only the clock is turned by hand.

#[cfg(test)]
mod api;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod console;
#[cfg(test)]
mod customer;
#[cfg(test)]
mod fees;
mod float;
#[cfg(test)]
mod limits;
#[cfg(test)]
mod offline;
#[cfg(test)]
mod outcome;
#[cfg(test)]
mod people;
#[cfg(test)]
mod pos;
#[cfg(test)]
mod proposals;
#[cfg(test)]
mod reconciliation;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod safeguards;
#[cfg(test)]
mod settlement;
#[cfg(test)]
mod shop;
#[cfg(test)]
mod signed;
#[cfg(test)]
mod staff;
#[cfg(test)]
mod tills;
