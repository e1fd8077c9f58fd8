//! Reversals: cash-lifecycle.md sections 2 and 3, pos-api.md section 5.

use specie_domain::ids::OperationId;
use specie_domain::rows::{CaseKind, EventKind};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, repeated};
use super::cases::Known;
use super::codes::{OTHER_REQUEST, SAME_ANSWER};
use super::drawer::Cash;
use super::money::Why;
use super::{Action, Deposit, Design, End, Recalled, Request, Session, Touched, Withdrawal};
use crate::ask::{Ask, Named, Sum};
use crate::broken::Broken;

const GOES_BACK: &str = "a reversal of what is there goes back";
const SAME_REVERSAL: &str = "an equal reversal gets the first answer";

impl Design {
    pub(super) fn reverse(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        let Ask::Reverse { call, account, sum, named } = *request.ask else {
            return Ok(Heard::Nothing);
        };
        let number = match self.enter(call, request) {
            Ok(number) => number,
            Err(why) => {
                let known = self.reversal_of_revoked(call.operation, account, sum);
                return self.not_let_in(request, call, known, &why);
            }
        };
        match self.recall(request) {
            Recalled::OtherRequest => {
                return self.refused_inside(request, number, (OTHER_REQUEST, Refusal::IdempotencyKeyReused));
            }
            Recalled::First(first) => return self.again(request, number, SAME_ANSWER, &first),
            Recalled::Nothing => {}
        }
        if let Some(why) = self.why_not_reversed(number, account, sum, named) {
            return self.refused_inside(request, number, why);
        }
        let earlier = self.sessions[number].reversals.iter();
        let earlier =
            earlier.map(|(customer, currency, minor, first)| ((*customer, *currency, *minor), first));
        let same =
            earlier.filter(|(of, _)| *of == (account.0, account.1, sum.minor)).map(|(_, first)| first).next();
        if let Some(first) = same.filter(|_| request.value.is_none()).cloned() {
            return self.again(request, number, SAME_REVERSAL, &first);
        }
        let is_first = same.is_none();
        if let Some(why) = self.why_nothing_goes_back(number, account, sum.minor) {
            return self.refused_inside(request, number, why);
        }
        let receipt = done(request.outcome, GOES_BACK)?;
        if !matches!(receipt, Receipt::Reversed(_, operation) if *operation == call.operation) {
            return Err(another(GOES_BACK, receipt));
        }
        if is_first {
            self.sessions[number].reversals.push((account.0, account.1, sum.minor, receipt.clone()));
        }
        self.remember(request, receipt.clone());
        let action = self.give_back(number, sum.minor, request.at);
        self.act(request, number, action)?;
        Ok(Heard::Changed)
    }

    /// What a revoked key's reversal is as evidence: its sum, if it names an account of the wallet and a sum it can be.
    fn reversal_of_revoked(
        &self,
        operation: OperationId,
        account: (usize, usize),
        sum: Sum,
    ) -> Option<Known> {
        let session = self.session(operation)?;
        let is_hers = account.0 == session.customer && self.has_account(account);
        let is_sum = self.why_no_sum(account.1, sum).is_none();
        (is_hers && is_sum).then_some(Known::Reversed(sum.minor, account.1))
    }

    pub(super) fn again(
        &mut self,
        request: &Request<'_>,
        number: usize,
        rule: &'static str,
        first: &Receipt,
    ) -> Result<Heard, Broken> {
        repeated(request.outcome, rule, first)?;
        self.touch(number, request.at);
        self.told_limits(request, number)?;
        Ok(Heard::Perhaps)
    }

    fn why_not_reversed(
        &self,
        number: usize,
        account: (usize, usize),
        sum: Sum,
        named: Named,
    ) -> Option<Why> {
        let session = &self.sessions[number];
        let id = match session.action {
            Action::None | Action::Barred => None,
            Action::Withdrawal(withdrawal) => Some(withdrawal.id.as_u128()),
            Action::Deposit(deposit) => Some(deposit.id.as_u128()),
        };
        let names_it = match named {
            Named::Nothing => true,
            Named::Id(named) => id == Some(named),
            Named::Foreign => false,
        };
        if !names_it {
            return Some(("a reversal names its own session's money action", Refusal::TransactionNotFound));
        }
        if account.0 != session.customer || !self.has_account(account) {
            return Some((
                "a reversal names an account of the session's wallet",
                Refusal::AccountNotInSession,
            ));
        }
        self.why_no_sum(account.1, sum)
    }

    fn why_nothing_goes_back(&self, number: usize, account: (usize, usize), minor: i64) -> Option<Why> {
        const MORE: &str = "a reversal gives back what is left and no more";
        let session = &self.sessions[number];
        let (currency, left) = match session.action {
            Action::None | Action::Barred => {
                let rule = "a reversal names an account of the code's currency";
                let is_other = !self.is_of_currency(number, account.1);
                return is_other.then_some((rule, Refusal::AccountNotInSession));
            }
            Action::Withdrawal(Withdrawal { currency, paid_late: 1.., .. }) => (currency, 0),
            Action::Withdrawal(Withdrawal { currency, held, paid, .. }) => {
                (currency, if held > 0 { held } else { paid })
            }
            Action::Deposit(Deposit { currency, amount, returned, short, .. }) => {
                (currency, amount - returned - short)
            }
        };
        if currency != account.1 {
            return Some(("a reversal names the account of the money action", Refusal::AccountNotInSession));
        }
        if let (Action::Deposit(_), End::LoggedOut(_)) = (session.action, session.end) {
            return Some(("a deposit is final after logout", Refusal::DepositFinal));
        }
        (minor > left).then_some((MORE, Refusal::ReversalExceedsWithdrawal))
    }

    /// Moves the money back; the action afterwards.
    fn give_back(&mut self, number: usize, minor: i64, now: Time) -> Action {
        let Session { action, pos, customer, .. } = self.sessions[number];
        match action {
            Action::None | Action::Barred => Action::Barred,
            Action::Withdrawal(mut withdrawal) => {
                let before = withdrawal;
                let currency = withdrawal.currency;
                let wallet = Touched::Wallet(customer, currency);
                let cash = if withdrawal.held > 0 {
                    self.move_money(Touched::Pending(pos, currency), wallet, minor);
                    withdrawal.held -= minor;
                    Cash { stayed: minor, ..Cash::default() }
                } else {
                    self.move_money(Touched::Position(pos, currency), wallet, minor);
                    withdrawal.paid -= minor;
                    Cash { back: minor, ..Cash::default() }
                };
                withdrawal.returned += minor;
                self.told.push((EventKind::WithdrawalReversed, Some(minor)));
                self.sessions[number].action = Action::Withdrawal(withdrawal);
                self.cash_moves(number, &before, cash);
                self.case_hears(number, Known::Reversed(minor, currency), withdrawal.held, now);
                self.fees_follow(number, before);
                self.sessions[number].action
            }
            Action::Deposit(mut deposit) => {
                let currency = deposit.currency;
                let wallet = Touched::Wallet(customer, currency);
                let there = self.balance(wallet).min(minor);
                let short = minor - there;
                self.move_money(wallet, Touched::Position(pos, currency), there);
                self.cash_comes(&deposit, -there);
                for (kind, sum) in
                    [(EventKind::DepositReversed, there), (EventKind::DepositReversalShort, short)]
                {
                    if sum > 0 {
                        self.told.push((kind, Some(sum)));
                    }
                }
                deposit.returned += there;
                deposit.short += short;
                if short > 0 {
                    let about = (CaseKind::DepositShort, Some((deposit.short, currency)));
                    self.case_opens(number, about, Known::Reversed(minor, currency));
                    self.case_claims(number, short, 0);
                } else {
                    self.case_hears(number, Known::Reversed(minor, currency), 0, now);
                }
                Action::Deposit(deposit)
            }
        }
    }
}
