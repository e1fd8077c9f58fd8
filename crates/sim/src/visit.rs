//! One customer at one POS: what the cashier knows, and the cash that really left the drawer. The promises
//! here are those a POS can check by itself, without knowing how the core decides. Sums are minor units.

use specie_domain::ids::{DepositId, OperationId, WithdrawalId};
use specie_domain::rows::EvidenceKind;
use specie_domain::{Key, Outcome, Receipt, Row, Time};

use crate::ask::{Ask, Drawn, Said};
use crate::broken::Broken;
use crate::step::{Bend, Plan, What};
use crate::watch::Watch;

/// A code as the customer reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Digits {
    /// The six digits.
    pub(crate) digits: u32,
    /// The first instant they are good.
    pub(crate) valid_from: Time,
    /// The first instant they are dead.
    pub(crate) expires_at: Time,
}

/// What the cashier is told at last of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// Nothing yet.
    Nothing,
    /// It is done.
    Yes,
    /// It was refused.
    No,
}

/// A visit.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    /// What was wanted.
    pub(crate) plan: Plan,
    /// The code.
    pub(crate) code: Option<Digits>,
    /// The operation and the token.
    pub(crate) session: Option<(OperationId, u64)>,
    /// The number of the money action's id.
    pub(crate) money: Option<u128>,
    /// The currency that was withdrawn.
    pub(crate) drawn_in: Option<usize>,
    /// Cash that left the drawer for the customer.
    pub(crate) cash: i64,
    /// Requests of this visit that wait at the server.
    pub(crate) queued: u32,
    /// The newest call, and what came of it.
    pub(crate) last: (u32, Told),
    /// Whether a logout was acknowledged.
    pub(crate) closed: bool,
    withdrawn: i64,
    reversals_sent: u32,
    reversed: i64,
    reversals_told: u32,
    /// Whether a word was sent that gives money back.
    gives_back: bool,
    /// Whether a word of his was acknowledged while the session lived.
    word_told: bool,
    /// Whether the cashier did something that a cashier does not do.
    pub(crate) crooked: bool,
}

impl Visit {
    /// A customer steps in.
    #[must_use]
    pub(crate) const fn new(plan: Plan) -> Self {
        Self {
            plan,
            code: None,
            session: None,
            money: None,
            drawn_in: None,
            cash: 0,
            queued: 0,
            last: (0, Told::Nothing),
            closed: false,
            withdrawn: 0,
            reversals_sent: 0,
            reversed: 0,
            reversals_told: 0,
            gives_back: false,
            word_told: false,
            crooked: false,
        }
    }

    pub(crate) fn sends(&mut self, call: u32, what: &What) {
        self.last = (call, Told::Nothing);
        if let What::Reverse(sum, ..) = what {
            self.reversals_sent += 1;
            self.crooked |= sum.minor != self.plan.jam || self.gives_back;
        }
        if let What::Close(_) = what {
            // People may find otherwise than it was.
            (self.gives_back, self.crooked) = (true, true);
        }
        if let What::Tell(said, bend, _) = what {
            self.gives_back |= matches!(said, Said::NotDispensed | Said::Partial(_));
            // A reversal that comes late, after the word that says the same, goes back a second time.
            let twice = self.gives_back && self.reversals_sent > 0;
            self.crooked |= Some(*said) != self.truth() || *bend != Bend::Straight || twice;
        }
    }

    /// What became of the cash, as far as the cashier knows of a withdrawal.
    pub(crate) fn truth(&self) -> Option<Said> {
        let is_known = self.money.is_some() && self.withdrawn > 0;
        is_known.then_some(match self.cash {
            0 => Said::NotDispensed,
            cash if cash == self.withdrawn => Said::Dispensed,
            cash => Said::Partial(cash),
        })
    }

    pub(crate) fn hears(&mut self, call: u32, ask: &Ask, outcome: &Outcome, drawn: &Drawn) {
        if self.last.0 == call && self.last.1 != Told::Yes {
            self.last.1 = if outcome.result.is_ok() { Told::Yes } else { Told::No };
        }
        match (&outcome.result, ask) {
            (Ok(Receipt::CodeArmed(armed)), _) => {
                self.code = Some(Digits {
                    digits: drawn.digits[usize::from(armed.candidate)],
                    valid_from: armed.valid_from,
                    expires_at: armed.expires_at,
                });
            }
            (Ok(Receipt::SessionOpened(opened)), _) => {
                // With two sessions in his hands he may log out of the one without the money.
                self.crooked |= self.session.is_some_and(|(other, _)| other != opened.operation_id);
                self.session = Some((opened.operation_id, drawn.token));
            }
            (Ok(Receipt::Withdrawn(id)), Ask::Withdraw { sum, account, .. }) if self.money.is_none() => {
                (self.money, self.drawn_in) = (Some(id.as_u128()), Some(account.1));
                self.withdrawn = sum.minor;
                self.cash = (sum.minor - self.plan.jam).max(0); // Handed out once, whatever is heard again.
            }
            (Ok(Receipt::Deposited(id, _)), _) => self.money = Some(id.as_u128()),
            (Ok(Receipt::Reversed(..)), Ask::Reverse { sum, .. }) if self.reversed == 0 => {
                self.reversed = sum.minor;
                self.reversals_told += 1;
            }
            (Ok(Receipt::SessionClosed), _) => self.closed = true,
            (Ok(Receipt::OutcomeTold(_)), _) => self.word_told |= outcome.session_expires_at.is_some(),
            (Ok(_) | Err(_), _) => {}
        }
    }

    /// What a POS was told is true, and stays true.
    pub(crate) fn check(&self, watch: &Watch) -> Result<(), Broken> {
        let Some(money) = self.money else {
            return Ok(());
        };
        if self.withdrawn == 0 {
            let key = Key::Deposit(DepositId::from_u128(money));
            return if watch.row(&key).is_some() {
                Ok(())
            } else {
                Err(Broken::new("cash that was taken in is in the books", format!("{self:?}")))
            };
        }
        let Some(Row::Withdrawal(row)) = watch.row(&Key::Withdrawal(WithdrawalId::from_u128(money))) else {
            return Err(Broken::new("cash that was handed out is in the books", format!("{self:?}")));
        };
        if row.assumed || is_stepped(watch, row.operation_id) {
            return Ok(()); // A law, or the POS's silence, has said otherwise.
        }
        if self.reversals_sent == 0
            && !self.gives_back
            && (row.held + row.paid, row.amount) != (self.withdrawn, self.withdrawn)
        {
            let check = "a cashier who was told to hand out cash finds it held or paid, once";
            return Err(Broken::new(check, format!("{row:?}")));
        }
        let is_told_all = self.reversals_sent == self.reversals_told && !self.crooked;
        let is_word_enough = self.reversals_sent == 0 && self.word_told && !self.crooked;
        let settled = (0, self.cash, self.withdrawn - self.cash, 0);
        if is_word_enough && (row.held, row.paid, row.returned, row.paid_late) != settled {
            let check = "after a true word the cash that left the drawer is paid and the rest is back";
            return Err(Broken::new(check, format!("should be {settled:?}: {row:?}")));
        }
        if self.closed && is_told_all && !self.gives_back && self.reversed == self.withdrawn - self.cash {
            let expected = (0, self.cash, self.reversed);
            if (row.held, row.paid, row.returned) != expected {
                let check = "after logout the cash that left the drawer is paid and the rest is back";
                return Err(Broken::new(check, format!("should be {expected:?}: {row:?}")));
            }
        }
        Ok(())
    }
}

/// Whether the clock of an operation's case has given money back.
fn is_stepped(watch: &Watch, operation: OperationId) -> bool {
    let Some(Row::Case(case)) = watch.row(&Key::Case(operation)) else { return false };
    case.evidence.iter().any(|piece| matches!(piece.what, EvidenceKind::ReversedByLaw(..)))
}
