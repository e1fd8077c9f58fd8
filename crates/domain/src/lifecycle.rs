//! The life of a withdrawal: the one place where its sums change (cash-lifecycle.md section 2). Sums are
//! minor units of one currency. Knows nothing of accounts or of who asked.

use crate::outcome::Refusal;
use crate::rows::Withdrawal;

/// The state of a withdrawal, read from its sums and from whether its session still lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WithdrawalState {
    /// Something is held and the session lives: the cashier is counting.
    Pending,
    /// Something is held and the session is over without word: the cash may be in a hand.
    Unconfirmed,
    /// Nothing is held, nothing was returned.
    Completed,
    /// Nothing is held, a part was returned.
    PartiallyReversed,
    /// All was returned.
    Reversed,
    /// It was returned, and then word came that the cash had left.
    PaidLate,
}

impl WithdrawalState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Pending,
        Self::Unconfirmed,
        Self::Completed,
        Self::PartiallyReversed,
        Self::Reversed,
        Self::PaidLate,
    ];

    /// The state of `withdrawal`, whose session lives or not.
    #[must_use]
    pub const fn of(withdrawal: &Withdrawal, session_lives: bool) -> Self {
        if withdrawal.paid_late > 0 {
            return Self::PaidLate;
        }
        if withdrawal.held > 0 {
            return if session_lives { Self::Pending } else { Self::Unconfirmed };
        }
        if withdrawal.returned == 0 {
            Self::Completed
        } else if withdrawal.returned < withdrawal.amount {
            Self::PartiallyReversed
        } else {
            Self::Reversed
        }
    }

    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Unconfirmed => "unconfirmed",
            Self::Completed => "completed",
            Self::PartiallyReversed => "partially_reversed",
            Self::Reversed => "reversed",
            Self::PaidLate => "paid_late",
        }
    }
}

/// What a POS says of a withdrawal, or time does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The session was closed: what is still held left the drawer.
    Logout,
    /// All of it left the drawer.
    Dispensed,
    /// Nothing of it left the drawer.
    NotDispensed,
    /// This much of it left the drawer, and not the rest.
    Partial(i64),
    /// This much shall go back.
    Reversal(i64),
    /// The session's limits passed, or the POS does not know.
    Expiry,
}

/// What moves, minor units; each at least zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moves {
    /// From held to paid: the cash left.
    pub held_to_paid: i64,
    /// From held to returned: it did not leave.
    pub held_to_returned: i64,
    /// From paid to returned: it came back, or had not left after all.
    pub paid_to_returned: i64,
    /// Of what was returned, how much left after all.
    pub paid_late: i64,
    /// From paid to returned by a law: the cash left and did not come back.
    pub given_back: i64,
}

impl Moves {
    /// Nothing moves.
    pub const NONE: Self =
        Self { held_to_paid: 0, held_to_returned: 0, paid_to_returned: 0, paid_late: 0, given_back: 0 };
}

/// The table of cash-lifecycle.md section 2 for a withdrawal that exists: what `event` moves.
///
/// # Errors
/// [`Refusal::ReversalExceedsWithdrawal`], the only refusal a fact can read here; nothing moves then.
pub fn on(withdrawal: &Withdrawal, session_lives: bool, event: Event) -> Result<Moves, Refusal> {
    match WithdrawalState::of(withdrawal, session_lives) {
        WithdrawalState::Pending | WithdrawalState::Unconfirmed => while_held(withdrawal, event),
        WithdrawalState::Completed | WithdrawalState::PartiallyReversed => once_paid(withdrawal, event),
        WithdrawalState::Reversed => once_reversed(withdrawal, event),
        WithdrawalState::PaidLate => match event {
            Event::Dispensed if planted!(PaidLateTwice) => {
                Ok(paid_beyond_record(withdrawal, withdrawal.amount))
            }
            Event::Reversal(_) => Err(Refusal::ReversalExceedsWithdrawal),
            Event::Logout | Event::Dispensed | Event::NotDispensed | Event::Partial(_) | Event::Expiry => {
                Ok(Moves::NONE)
            }
        },
    }
}

fn while_held(withdrawal: &Withdrawal, event: Event) -> Result<Moves, Refusal> {
    let held = withdrawal.held;
    match event {
        Event::Logout | Event::Dispensed => Ok(Moves { held_to_paid: held, ..Moves::NONE }),
        Event::NotDispensed => Ok(Moves { held_to_returned: held, ..Moves::NONE }),
        Event::Partial(dispensed) => {
            let beyond_paid = dispensed.saturating_sub(withdrawal.paid);
            let paid = beyond_paid.clamp(0, held);
            // What left beyond what is held had been reversed before: it is paid late, as far as it went back.
            let paid_late = beyond_paid.saturating_sub(paid).clamp(0, withdrawal.returned);
            let paid_late = if planted!(ExcessForgotten) { 0 } else { paid_late };
            let held_to_returned = held.saturating_sub(paid);
            Ok(Moves { held_to_paid: paid, held_to_returned, paid_late, ..Moves::NONE })
        }
        Event::Reversal(sum) if sum <= held => {
            let returned = if planted!(PartReturnsAll) { held } else { sum };
            Ok(Moves { held_to_returned: returned, ..Moves::NONE })
        }
        Event::Reversal(_) if planted!(ReversalAboveHeld) => {
            Ok(Moves { held_to_returned: held, ..Moves::NONE })
        }
        Event::Reversal(_) => Err(Refusal::ReversalExceedsWithdrawal),
        Event::Expiry => Ok(Moves::NONE), // No refund by a timer: the cash may be in somebody's hand.
    }
}

fn once_paid(withdrawal: &Withdrawal, event: Event) -> Result<Moves, Refusal> {
    let paid = withdrawal.paid;
    match event {
        Event::Logout | Event::Expiry => Ok(Moves::NONE),
        Event::Dispensed => Ok(paid_beyond_record(withdrawal, withdrawal.amount)),
        Event::NotDispensed => Ok(Moves { paid_to_returned: paid, ..Moves::NONE }),
        Event::Partial(dispensed) if dispensed < paid => {
            let back = paid.saturating_sub(dispensed.max(0));
            Ok(Moves { paid_to_returned: back, ..Moves::NONE })
        }
        Event::Partial(dispensed) => Ok(paid_beyond_record(withdrawal, dispensed)),
        Event::Reversal(sum) if sum <= paid => Ok(Moves { paid_to_returned: sum, ..Moves::NONE }),
        Event::Reversal(_) => Err(Refusal::ReversalExceedsWithdrawal),
    }
}

fn once_reversed(withdrawal: &Withdrawal, event: Event) -> Result<Moves, Refusal> {
    match event {
        Event::Logout | Event::NotDispensed | Event::Expiry => Ok(Moves::NONE),
        Event::Dispensed => Ok(paid_beyond_record(withdrawal, withdrawal.amount)),
        Event::Partial(dispensed) => Ok(paid_beyond_record(withdrawal, dispensed)),
        Event::Reversal(_) => Err(Refusal::ReversalExceedsWithdrawal),
    }
}

/// Word that `dispensed` left. Recorded is what was paid, also where a law gave its money back since: that it left is
/// no news. The excess is paid late, never above what was returned.
fn paid_beyond_record(withdrawal: &Withdrawal, dispensed: i64) -> Moves {
    let by_law = if planted!(LawUndoneByWord) { 0 } else { withdrawal.cash_out };
    let excess = dispensed.saturating_sub(withdrawal.paid).saturating_sub(by_law);
    if planted!(PaidLateAboveReturned) && excess > 0 {
        return Moves { paid_late: dispensed, ..Moves::NONE };
    }
    Moves { paid_late: excess.clamp(0, withdrawal.returned), ..Moves::NONE }
}

/// `withdrawal` with its sums after `moves`.
#[must_use]
pub fn after(withdrawal: &Withdrawal, moves: Moves) -> Withdrawal {
    let left_held = moves.held_to_paid.saturating_add(moves.held_to_returned);
    let left_paid = moves.paid_to_returned.saturating_add(moves.given_back);
    let came_back = moves.held_to_returned.saturating_add(left_paid);
    let mut after = withdrawal.clone();
    after.held = withdrawal.held.saturating_sub(left_held);
    after.paid = withdrawal.paid.saturating_add(moves.held_to_paid).saturating_sub(left_paid);
    after.cash_out = withdrawal.cash_out.saturating_add(moves.given_back);
    after.returned = withdrawal.returned.saturating_add(came_back);
    after.paid_late = withdrawal.paid_late.saturating_add(moves.paid_late);
    let sums = [after.held, after.paid, after.returned];
    let whole = sums.iter().map(|sum| i128::from(*sum)).sum::<i128>() == i128::from(after.amount);
    assert!(whole && sums.iter().all(|sum| *sum >= 0), "amount = held + paid + returned");
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AccountId, OperationId, OwnerId, PosId, WalletId, WithdrawalId};
    use crate::time::Time;

    /// A withdrawal of 10 of which so much is held, paid, returned and paid late.
    fn withdrawal(held: i64, paid: i64, returned: i64, paid_late: i64) -> Withdrawal {
        let Some(currency) = specie_money::Currency::from_code("GBP") else { panic!("GBP is a currency") };
        Withdrawal {
            withdrawal_id: WithdrawalId::from_u128(1),
            operation_id: OperationId::from_u128(2),
            wallet_id: WalletId::from_u128(3),
            account_id: AccountId::from_u128(4),
            pos_id: PosId::from_u128(5),
            owner_id: OwnerId::from_u128(6),
            currency,
            amount: 10,
            held,
            paid,
            returned,
            paid_late,
            fee: 0,
            fee_held: 0,
            made_at: Time::from_unix_ms(0),
            tariff_id: None,
            fee_from: 0,
            fee_kept: 0,
            tax_kept: 0,
            commission: 0,
            assumed: false,
            limits_version: 0,
            till_session_id: None,
            hand_out: Vec::new(),
            cash_out: 0,
        }
    }

    /// Held, paid, returned, paid late.
    type Sums = (i64, i64, i64, i64);

    /// The sums after the event, or nothing when it is refused.
    fn outcome(before: Sums, lives: bool, event: Event) -> Option<Sums> {
        let (held, paid, returned, late) = before;
        let before = withdrawal(held, paid, returned, late);
        let moves = on(&before, lives, event).ok()?;
        let sums = after(&before, moves);
        Some((sums.held, sums.paid, sums.returned, sums.paid_late))
    }

    #[test]
    fn each_cell_of_the_table_moves_what_the_design_says() {
        let held = (10, 0, 0, 0);
        let part_held = (6, 0, 4, 0);
        let completed = (0, 10, 0, 0);
        let part = (0, 6, 4, 0);
        let reversed = (0, 0, 10, 0);
        let late = (0, 0, 10, 10);
        let cells: [(Sums, Event, Option<Sums>); 35] = [
            (held, Event::Logout, Some((0, 10, 0, 0))),
            (held, Event::Dispensed, Some((0, 10, 0, 0))),
            (held, Event::NotDispensed, Some((0, 0, 10, 0))),
            (held, Event::Partial(6), Some((0, 6, 4, 0))),
            (held, Event::Reversal(4), Some((6, 0, 4, 0))),
            (held, Event::Reversal(10), Some((0, 0, 10, 0))),
            (held, Event::Reversal(11), None),
            (held, Event::Expiry, Some(held)),
            (part_held, Event::Logout, Some((0, 6, 4, 0))),
            (part_held, Event::Partial(2), Some((0, 2, 8, 0))),
            (part_held, Event::Partial(9), Some((0, 6, 4, 3))),
            (part_held, Event::Reversal(7), None),
            (completed, Event::Logout, Some(completed)),
            (completed, Event::Dispensed, Some(completed)),
            (completed, Event::NotDispensed, Some((0, 0, 10, 0))),
            (completed, Event::Partial(6), Some((0, 6, 4, 0))),
            (completed, Event::Reversal(4), Some((0, 6, 4, 0))),
            (completed, Event::Reversal(11), None),
            (completed, Event::Expiry, Some(completed)),
            (part, Event::Dispensed, Some((0, 6, 4, 4))),
            (part, Event::Partial(8), Some((0, 6, 4, 2))),
            (part, Event::Partial(6), Some(part)),
            (part, Event::Partial(2), Some((0, 2, 8, 0))),
            (part, Event::Reversal(6), Some((0, 0, 10, 0))),
            (part, Event::Reversal(7), None),
            (reversed, Event::Logout, Some(reversed)),
            (reversed, Event::Dispensed, Some((0, 0, 10, 10))),
            (reversed, Event::Partial(3), Some((0, 0, 10, 3))),
            (reversed, Event::NotDispensed, Some(reversed)),
            (reversed, Event::Reversal(1), None),
            (reversed, Event::Expiry, Some(reversed)),
            (late, Event::Logout, Some(late)),
            (late, Event::Dispensed, Some(late)),
            (late, Event::Partial(10), Some(late)),
            (late, Event::Reversal(1), None),
        ];
        for lives in [true, false] {
            for (before, event, expected) in cells {
                assert_eq!(
                    outcome(before, lives, event),
                    expected,
                    "{before:?} hears {event:?}, lives: {lives}"
                );
            }
        }
    }

    #[test]
    fn a_state_is_read_from_the_sums_and_from_whether_the_session_lives() {
        let cases = [
            ((10, 0, 0, 0), WithdrawalState::Pending, WithdrawalState::Unconfirmed),
            ((6, 0, 4, 0), WithdrawalState::Pending, WithdrawalState::Unconfirmed),
            ((0, 10, 0, 0), WithdrawalState::Completed, WithdrawalState::Completed),
            ((0, 6, 4, 0), WithdrawalState::PartiallyReversed, WithdrawalState::PartiallyReversed),
            ((0, 0, 10, 0), WithdrawalState::Reversed, WithdrawalState::Reversed),
            ((0, 0, 10, 1), WithdrawalState::PaidLate, WithdrawalState::PaidLate),
        ];
        for ((held, paid, returned, late), alive, over) in cases {
            let withdrawal = withdrawal(held, paid, returned, late);
            assert_eq!(WithdrawalState::of(&withdrawal, true), alive);
            assert_eq!(WithdrawalState::of(&withdrawal, false), over);
        }
    }
}
