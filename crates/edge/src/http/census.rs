//! Who is connected: a seat for each connection, bounded in all and for each address. An IPv6 peer is counted by
//! its /64, because one household or machine owns that many addresses.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Limits;

#[derive(Debug)]
pub(super) struct Census {
    in_all_max: usize,
    per_address_max: usize,
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    in_all: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// The right to be connected, given back when dropped.
#[derive(Debug)]
pub(super) struct Seat {
    census: Arc<Census>,
    address: IpAddr,
}

impl Census {
    pub(super) fn new(limits: &Limits) -> Arc<Self> {
        Arc::new(Self {
            in_all_max: limits.connections_max,
            per_address_max: limits.connections_per_address_max,
            counts: Mutex::default(),
        })
    }

    /// A seat for a new connection, if there is one.
    pub(super) fn seat(self: &Arc<Self>, ip: IpAddr) -> Option<Seat> {
        let address = counted_address(ip);
        let mut counts = self.counts();
        if counts.in_all >= self.in_all_max {
            return None;
        }
        let of_address = counts.by_address.entry(address).or_default();
        if *of_address >= self.per_address_max {
            return None; // The entry was there: no limit is zero in a working configuration.
        }
        *of_address += 1;
        counts.in_all += 1;
        drop(counts);
        Some(Seat { census: Arc::clone(self), address })
    }

    /// The counts are whole after every statement, so a panic elsewhere cannot have left them torn.
    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut counts = self.census.counts();
        counts.in_all = counts.in_all.saturating_sub(1);
        if let Some(of_address) = counts.by_address.get_mut(&self.address) {
            *of_address = of_address.saturating_sub(1);
            if *of_address == 0 {
                counts.by_address.remove(&self.address);
            }
        }
    }
}

fn counted_address(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V4(ip) => IpAddr::V4(ip),
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn census(in_all_max: usize, per_address_max: usize) -> Arc<Census> {
        Census::new(&Limits {
            connections_max: in_all_max,
            connections_per_address_max: per_address_max,
            ..Limits::default()
        })
    }

    #[test]
    fn an_address_gets_as_many_seats_as_its_limit_and_another_still_finds_one() {
        let census = census(10, 2);
        let crowd: IpAddr = "192.0.2.1".parse().unwrap();
        let seats = [census.seat(crowd), census.seat(crowd)];
        assert!(seats.iter().all(Option::is_some));
        assert!(census.seat(crowd).is_none(), "the third of one address");
        assert!(census.seat("::ffff:192.0.2.1".parse().unwrap()).is_none(), "the same address as IPv6");
        assert!(census.seat("192.0.2.2".parse().unwrap()).is_some(), "the first of another");
        drop(seats);
        assert!(census.seat(crowd).is_some(), "after the others left");
        assert!(census.counts().by_address.is_empty(), "an address without a connection is forgotten");
    }

    #[test]
    fn all_addresses_of_one_ipv6_network_share_their_seats() {
        let census = census(10, 1);
        let _seat = census.seat("2001:db8:0:1::1".parse().unwrap()).unwrap();
        assert!(census.seat("2001:db8:0:1:ffff::2".parse().unwrap()).is_none());
        assert!(census.seat("2001:db8:0:2::1".parse().unwrap()).is_some());
    }

    #[test]
    fn the_door_as_a_whole_has_a_last_seat() {
        let census = census(2, 9);
        let _seats = ["192.0.2.1", "192.0.2.2"].map(|ip| census.seat(ip.parse().unwrap()).unwrap());
        assert!(census.seat("192.0.2.3".parse().unwrap()).is_none());
    }
}
