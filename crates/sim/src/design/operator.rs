//! What the operator does: money in, freezing, disabling, revoking, stopping payouts.

use specie_domain::{Outcome, Receipt, Refusal};
use specie_money::Money;

use super::answer::{Heard, another, done, refused, repeated};
use super::codes::{NOT_SERVED, OTHER_REQUEST, SAME_ANSWER};
use super::{Design, Recalled, Request, Touched};
use crate::ask::Ask;
use crate::broken::Broken;

const OBEYED: &str = "what the operator asks is done";
const MONEY_IN: &str = "money that came in is there, and the answer tells the balance";

impl Design {
    pub(super) fn operate(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        // The app's confirmation and the stop of payouts are the same however often they come.
        let is_remembered = !matches!(request.ask, Ask::Confirm { .. } | Ask::Stop { .. });
        if is_remembered {
            match self.recall(request) {
                Recalled::OtherRequest => {
                    return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
                }
                Recalled::First(first) => {
                    return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
                }
                Recalled::Nothing => {}
            }
        }
        match *request.ask {
            Ask::TopUp { customer, currency, minor } => {
                if self.wallets[customer].balances[currency].is_none() {
                    let thing = specie_domain::outcome::Thing::Account;
                    return refused(request.outcome, "a top-up needs an account", &Refusal::NotFound(thing));
                }
                return self.money_in(request, Touched::Wallet(customer, currency), currency, minor);
            }
            Ask::Prefund { pos, currency, minor } => {
                if !self.places[pos].serves[currency] {
                    let refusal = Refusal::CurrencyNotServed(self.currencies[currency]);
                    return refused(request.outcome, NOT_SERVED, &refusal);
                }
                return self.money_in(request, Touched::Position(pos, currency), currency, minor);
            }
            Ask::Freeze { customer, frozen } => self.wallets[customer].frozen = frozen,
            Ask::Confirm { customer } => self.confirm(customer),
            Ask::Disable { pos, disabled } => self.places[pos].disabled = disabled,
            Ask::Revoke { key } => self.keys[key].revoked = true,
            Ask::Stop { stopped } => self.payouts_stopped = stopped,
            Ask::Arm { .. }
            | Ask::Cancel { .. }
            | Ask::Login { .. }
            | Ask::Withdraw { .. }
            | Ask::Deposit { .. }
            | Ask::Reverse { .. }
            | Ask::Logout { .. }
            | Ask::Expire { .. } => {}
        }
        let receipt = done_plainly(request.outcome)?;
        if is_remembered {
            self.remember(request, receipt);
        }
        Ok(Heard::Perhaps)
    }

    fn money_in(
        &mut self,
        request: &Request<'_>,
        account: Touched,
        currency: usize,
        minor: i64,
    ) -> Result<Heard, Broken> {
        let receipt = done(request.outcome, MONEY_IN)?;
        let Receipt::Funded(_, balance) = receipt else {
            return Err(another(MONEY_IN, receipt));
        };
        self.move_money(Touched::Funding(currency), account, minor);
        let expected = Money::from_minor(self.balance(account), self.currencies[currency]);
        if *balance != expected {
            return Err(Broken::new(MONEY_IN, format!("should be {expected}, was told {balance}")));
        }
        if matches!(account, Touched::Wallet(..)) {
            self.told.push((specie_domain::rows::EventKind::ToppedUp, Some(minor)));
        }
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    /// Debit, credit, amount.
    pub(super) fn move_money(&mut self, debit: Touched, credit: Touched, minor: i64) {
        if minor != 0 {
            *self.account(debit) -= minor;
            *self.account(credit) += minor;
            self.touched.extend([debit, credit]);
        }
    }

    fn account(&mut self, account: Touched) -> &mut i64 {
        match account {
            Touched::Wallet(customer, currency) => self.wallets[customer].balances[currency].get_or_insert(0),
            Touched::Position(pos, currency) => &mut self.places[pos].position[currency],
            Touched::Pending(pos, currency) => &mut self.places[pos].pending[currency],
            Touched::Funding(currency) => &mut self.funding[currency],
        }
    }
}

fn done_plainly(outcome: &Outcome) -> Result<Receipt, Broken> {
    let receipt = done(outcome, OBEYED)?;
    if *receipt == Receipt::Done { Ok(Receipt::Done) } else { Err(another(OBEYED, receipt)) }
}
