//! Who comes, where to and for what: the same every time, from the visit's number alone. Wallets are taken in a
//! scattered order, each once before any comes again; sums are small whole units.

use super::options::Workload;

/// Sums are whole units from 2 (so that it can be halved) to this.
const UNITS_MAX: u64 = 20;
/// A prime: multiplying by it scatters the wallets over any number of them that it does not divide.
const SCATTER: u64 = 2_654_435_761;

/// What happens at the counter between login and logout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Errand {
    /// A withdrawal.
    CashOut,
    /// A withdrawal that is sent twice.
    Repeated,
    /// A withdrawal, all of it reversed: the till jammed.
    Reversed,
    /// A withdrawal, half of it reversed.
    PartlyReversed,
    /// A withdrawal, and a question what to do.
    Watched,
    /// A deposit.
    Deposit,
    /// A deposit, all of it reversed.
    DepositReversed,
}

impl Errand {
    /// Whether the code must be armed to bring money.
    pub(super) const fn is_deposit(self) -> bool {
        match self {
            Self::Deposit | Self::DepositReversed => true,
            Self::CashOut | Self::Repeated | Self::Reversed | Self::PartlyReversed | Self::Watched => false,
        }
    }
}

/// A short text of the wire, kept in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Short {
    bytes: [u8; 36],
    len: u8,
}

impl Short {
    pub(super) const EMPTY: Self = Self { bytes: [0; 36], len: 0 };

    /// The text, if it is not longer than a UUID.
    pub(super) fn of(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; 36];
        bytes.get_mut(..text.len())?.copy_from_slice(text);
        Some(Self { bytes, len: u8::try_from(text.len()).ok()? })
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }
}

/// A customer's visit, and what came of it so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visit {
    /// Its number among all visits of the run; values of idempotency come from it.
    pub(super) number: u64,
    /// Place of the wallet in the population.
    pub(super) wallet: usize,
    /// Place of the POS.
    pub(super) pos: usize,
    pub(super) errand: Errand,
    /// Whole units of the wallet's currency.
    pub(super) units: u64,
    /// What the withdrawal costs on top, minor units, as the arming said.
    pub(super) fee: i64,
    pub(super) code: Short,
    pub(super) token: Short,
    pub(super) operation: Short,
}

/// Everybody who may come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crowd {
    pub(super) workload: Workload,
    pub(super) wallets: u64,
    pub(super) pos: u64,
}

impl Crowd {
    /// Visit `number`.
    pub(super) fn visit(self, number: u64) -> Visit {
        let dice = mixed(number);
        let spread = number.wrapping_mul(SCATTER) % self.wallets.max(1);
        let wallet = match self.workload {
            Workload::HotWallet => self.wallets, // It stands behind all others.
            Workload::CashOut
            | Workload::WithdrawOnly
            | Workload::Mixed
            | Workload::HotPos
            | Workload::Nothing => spread,
        };
        let pos = if self.workload == Workload::HotPos { 0 } else { (dice >> 32) % self.pos.max(1) };
        let errand =
            if self.workload == Workload::Mixed { mixed_errand(dice % 100) } else { Errand::CashOut };
        Visit {
            number,
            wallet: usize::try_from(wallet).unwrap_or(usize::MAX),
            pos: usize::try_from(pos).unwrap_or(usize::MAX),
            errand,
            units: 2 + (dice >> 16) % (UNITS_MAX - 1),
            fee: 0,
            code: Short::EMPTY,
            token: Short::EMPTY,
            operation: Short::EMPTY,
        }
    }
}

/// Of a hundred visits.
const fn mixed_errand(percent: u64) -> Errand {
    match percent {
        0..=39 => Errand::CashOut,
        40..=49 => Errand::Repeated,
        50..=59 => Errand::Reversed,
        60..=69 => Errand::PartlyReversed,
        70..=79 => Errand::Watched,
        80..=94 => Errand::Deposit,
        _ => Errand::DepositReversed,
    }
}

/// A number that looks random (the finalizer of SplitMix64, Steele, Lea and Flood 2014).
fn mixed(number: u64) -> u64 {
    let mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn crowd(workload: Workload) -> Crowd {
        Crowd { workload, wallets: 1000, pos: 7 }
    }

    #[test]
    fn every_wallet_comes_once_before_any_comes_again() {
        let first = |from| (from..from + 1000).map(|number| crowd(Workload::CashOut).visit(number).wallet);
        assert_eq!(first(0).collect::<BTreeSet<_>>().len(), 1000);
        assert_eq!(first(517).collect::<BTreeSet<_>>().len(), 1000);
    }

    #[test]
    fn what_is_hot_is_one_and_what_is_spread_is_all() {
        let places = |workload, place: fn(&Visit) -> usize| {
            (0..500).map(|number| place(&crowd(workload).visit(number))).collect::<BTreeSet<_>>()
        };
        assert_eq!(places(Workload::HotPos, |visit| visit.pos), BTreeSet::from([0]));
        assert_eq!(places(Workload::CashOut, |visit| visit.pos).len(), 7);
        assert_eq!(places(Workload::HotWallet, |visit| visit.wallet), BTreeSet::from([1000]));
    }

    #[test]
    fn sums_can_be_halved_and_a_mixed_crowd_does_everything() {
        let visits: Vec<Visit> = (0..500).map(|number| crowd(Workload::Mixed).visit(number)).collect();
        assert!(visits.iter().all(|visit| (2..=UNITS_MAX).contains(&visit.units)));
        let errands: BTreeSet<_> = visits.iter().map(|visit| format!("{:?}", visit.errand)).collect();
        assert_eq!(errands.len(), 7);
    }

    #[test]
    fn a_short_text_is_kept_up_to_the_length_of_a_uuid() {
        for (len, is_kept) in [(0, true), (36, true), (37, false)] {
            let text = vec![b'x'; len];
            assert_eq!(Short::of(&text).is_some_and(|short| short.as_bytes() == text), is_kept, "{len}");
        }
    }
}
