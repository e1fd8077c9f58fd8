//! What the operator does: money in, further accounts, freezing, forgetting, disabling, revoking, stopping
//! payouts.

use specie_domain::outcome::Thing;
use specie_domain::{Outcome, Receipt, Refusal, Time};
use specie_money::Money;

use super::answer::{Heard, another, done, refused, repeated};
use super::codes::{NOT_SERVED, OTHER_REQUEST, SAME_ANSWER};
use super::money::Why;
use super::{Design, LATE_FACT_S, Recalled, Request, SESSION_ABSOLUTE_S, Touched};
use crate::ask::Ask;
use crate::broken::Broken;

const OBEYED: &str = "what the operator asks is done";
const FORGOTTEN: &str = "a customer who was forgotten stays so, and her wallet is closed";
const ONE_ACCOUNT: &str = "a wallet gets one account a currency";
const MONEY_IN: &str = "money that came in is there, and the answer tells the balance";

impl Design {
    pub(super) fn operate(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => {
                return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
            }
            Recalled::Nothing => {}
        }
        if let Some((rule, refusal)) = self.why_not_operated(request) {
            return refused(request.outcome, rule, &refusal);
        }
        match *request.ask {
            Ask::TopUp { customer, currency, minor } => {
                return self.money_in(request, Touched::Wallet(customer, currency), currency, minor);
            }
            Ask::Prefund { pos, currency, minor } => {
                return self.money_in(request, Touched::Position(pos, currency), currency, minor);
            }
            Ask::Freeze { customer, frozen } => self.wallets[customer].frozen = frozen,
            Ask::OpenAccount { customer, currency } => return self.open_account(request, customer, currency),
            Ask::Erase { customer } if self.wallets[customer].erased => {
                return repeated(request.outcome, FORGOTTEN, &Receipt::Done).map(|_| Heard::Nothing);
            }
            Ask::Erase { customer } => {
                self.wallets[customer].erased = true;
                self.wallets[customer].frozen = true;
                self.forget_device(customer);
            }
            Ask::Fire { staff } => self.fire(staff),
            Ask::Confirm { customer } => self.confirm(customer),
            Ask::Disable { pos, disabled } => self.places[pos].disabled = disabled,
            Ask::Revoke { key } => self.keys[key].revoked = true,
            Ask::Stop { stopped } => self.stop(stopped),
            Ask::Arm { .. }
            | Ask::Cancel { .. }
            | Ask::Login { .. }
            | Ask::Withdraw { .. }
            | Ask::Deposit { .. }
            | Ask::Reverse { .. }
            | Ask::Logout { .. }
            | Ask::Tell { .. }
            | Ask::Print { .. }
            | Ask::Dispute { .. }
            | Ask::Note { .. }
            | Ask::Propose { .. }
            | Ask::Close { .. }
            | Ask::Judge { .. }
            | Ask::Expire { .. }
            | Ask::Step { .. }
            | Ask::Enrol { .. }
            | Ask::Unenrol { .. }
            | Ask::Hire { .. }
            | Ask::Float(_)
            | Ask::Settle(_)
            | Ask::AtTill(_)
            | Ask::Desk(_)
            | Ask::Phone(_)
            | Ask::File(_)
            | Ask::Want(_)
            | Ask::Price { .. } => {}
        }
        let receipt = done_plainly(request.outcome)?;
        self.remember(request, receipt);
        Ok(Heard::Perhaps)
    }

    fn why_not_operated(&self, request: &Request<'_>) -> Option<Why> {
        let is_forgotten = |customer: usize| self.wallets[customer].erased;
        match *request.ask {
            Ask::TopUp { customer, .. }
            | Ask::Freeze { customer, .. }
            | Ask::OpenAccount { customer, .. }
                if is_forgotten(customer) =>
            {
                Some((FORGOTTEN, Refusal::WalletDisabled))
            }
            Ask::TopUp { customer, currency, .. } if self.wallets[customer].balances[currency].is_none() => {
                Some(("a top-up needs an account", Refusal::NotFound(Thing::Account)))
            }
            Ask::Prefund { pos, currency, .. } if !self.places[pos].serves[currency] => {
                Some((NOT_SERVED, Refusal::CurrencyNotServed(self.currencies[currency])))
            }
            Ask::OpenAccount { customer, currency } if self.has_account((customer, currency)) => {
                Some((ONE_ACCOUNT, Refusal::Exists(Thing::Account)))
            }
            Ask::Erase { customer } if !is_forgotten(customer) => self.why_not_erased(customer, request.at),
            Ask::Fire { staff } => self.why_not_fired(staff),
            Ask::Arm { .. }
            | Ask::Cancel { .. }
            | Ask::Login { .. }
            | Ask::Withdraw { .. }
            | Ask::Deposit { .. }
            | Ask::Reverse { .. }
            | Ask::Logout { .. }
            | Ask::Tell { .. }
            | Ask::Print { .. }
            | Ask::Dispute { .. }
            | Ask::Note { .. }
            | Ask::Propose { .. }
            | Ask::Close { .. }
            | Ask::Judge { .. }
            | Ask::Expire { .. }
            | Ask::Step { .. }
            | Ask::TopUp { .. }
            | Ask::Prefund { .. }
            | Ask::Freeze { .. }
            | Ask::Confirm { .. }
            | Ask::Disable { .. }
            | Ask::Revoke { .. }
            | Ask::Stop { .. }
            | Ask::Price { .. }
            | Ask::OpenAccount { .. }
            | Ask::Erase { .. }
            | Ask::Enrol { .. }
            | Ask::Unenrol { .. }
            | Ask::Float(_)
            | Ask::Settle(_)
            | Ask::AtTill(_)
            | Ask::Desk(_)
            | Ask::Phone(_)
            | Ask::File(_)
            | Ask::Want(_)
            | Ask::Hire { .. } => None,
        }
    }

    fn why_not_erased(&self, customer: usize, now: Time) -> Option<Why> {
        let wallet = &self.wallets[customer];
        let lives = |session: &usize| self.sessions[*session].ended_at(now).is_none();
        if wallet.balances.iter().flatten().any(|balance| *balance != 0) {
            Some(("a customer whose wallet holds money is not forgotten", Refusal::WalletInUse))
        } else if wallet.sessions.iter().any(lives) {
            Some(("a customer whose session is open is not forgotten", Refusal::WalletInUse))
        } else if (0..self.sessions.len())
            .any(|session| self.sessions[session].customer == customer && self.held(session) > 0)
        {
            Some(("a customer whose cash is not accounted for is not forgotten", Refusal::WalletInUse))
        } else if self.has_open_case(customer) {
            Some(("a customer with an open case is not forgotten", Refusal::WalletInUse))
        } else if wallet.moved_at.iter().flatten().any(|at| now < at.plus_s(SESSION_ABSOLUTE_S + LATE_FACT_S))
        {
            Some(("a customer is not forgotten while facts may still give money back", Refusal::WalletInUse))
        } else {
            None
        }
    }

    fn open_account(
        &mut self,
        request: &Request<'_>,
        customer: usize,
        currency: usize,
    ) -> Result<Heard, Broken> {
        let receipt = done(request.outcome, ONE_ACCOUNT)?;
        let Receipt::AccountOpened(_) = receipt else {
            return Err(another(ONE_ACCOUNT, receipt));
        };
        self.wallets[customer].balances[currency] = Some(0);
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
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
            self.counts_entry(debit, credit, -minor);
            self.counts_entry(credit, debit, minor);
            if let Touched::Position(pos, currency) = debit {
                self.watches(pos, currency, minor);
            }
            for account in [debit, credit] {
                if let Touched::Wallet(customer, currency) = account {
                    self.wallets[customer].moved_at[currency] = self.now;
                }
            }
        }
    }

    fn account(&mut self, account: Touched) -> &mut i64 {
        match account {
            Touched::Wallet(customer, currency) => self.wallets[customer].balances[currency].get_or_insert(0),
            Touched::Position(pos, currency) => &mut self.places[pos].position[currency],
            Touched::Pending(pos, currency) => &mut self.places[pos].pending[currency],
            Touched::Suspense(pos, currency) => &mut self.places[pos].suspense[currency],
            Touched::FeePending(pos, currency) => &mut self.places[pos].fee_pending[currency],
            Touched::Fee(currency) => &mut self.fee[currency],
            Touched::Tax(currency) => &mut self.tax[currency],
            Touched::Commission(owner, currency) => &mut self.commission[owner][currency],
            Touched::CommissionCost(currency) => &mut self.commission_cost[currency],
            Touched::Funding(currency) => &mut self.funding[currency],
            Touched::Loss(currency) => &mut self.loss[currency],
            Touched::Due(owner, currency) => &mut self.settlement_due[owner][currency],
            Touched::Till(till, currency) => &mut self.cash[till][currency],
            Touched::Vault(pos, currency) => &mut self.places[pos].vault[currency],
            Touched::Source(pos, currency) => &mut self.places[pos].source[currency],
            Touched::Variance(pos, currency) => &mut self.places[pos].variance[currency],
        }
    }
}

fn done_plainly(outcome: &Outcome) -> Result<Receipt, Broken> {
    let receipt = done(outcome, OBEYED)?;
    if *receipt == Receipt::Done { Ok(Receipt::Done) } else { Err(another(OBEYED, receipt)) }
}
