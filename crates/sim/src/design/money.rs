//! Withdraw, deposit: cash-lifecycle.md sections 2 and 3, pos-api.md section 5.

use specie_domain::outcome::Limit;
use specie_domain::rows::{EventKind, Purpose};
use specie_domain::{Receipt, Refusal, Time};
use specie_money::Money;

use super::answer::{Heard, another, done, refused, repeated};
use super::codes::{NOT_SERVED, OTHER_REQUEST};
use super::fees::Fees;
use super::limits::Moving;
use super::{
    AMOUNT_REFUSALS_MAX, Action, Deposit, Design, End, Recalled, Request, Session, Touched, Withdrawal,
};
use crate::ask::{Approval, Call, Sum};
use crate::broken::Broken;
use crate::notes::Pieces;
use crate::town::OFFLINE_CAPS;

pub(super) type Why = (&'static str, Refusal);

const HELD: &str = "a withdrawal that may be is set aside";
const TAKEN_IN: &str = "a deposit that may be is taken in";
const EXPIRED: &str = "an expired session moves no money";

impl Design {
    pub(super) fn withdraw(
        &mut self,
        request: &Request<'_>,
        call: Call,
        account: (usize, usize),
        sum: Sum,
    ) -> Result<Heard, Broken> {
        let number = match self.enter(call, request) {
            Ok(number) => number,
            Err((rule, refusal)) => return refused(request.outcome, rule, &refusal),
        };
        if let Recalled::OtherRequest = self.recall(request) {
            return self.refused_inside(request, number, (OTHER_REQUEST, Refusal::IdempotencyKeyReused));
        }
        if let Action::Withdrawal(first) = self.sessions[number].action
            && account == (self.sessions[number].customer, first.currency)
            && sum == Sum::of(first.amount)
        {
            return self.withdraw_again(request, number, &first);
        }
        if let Some(why) = self.why_not_withdrawn(number, account, sum, request.at) {
            return self.refused_inside(request, number, why);
        }
        if !self.is_approved(number, account.1, sum.minor) {
            return self.count_amount(request, number);
        }
        let cap = OFFLINE_CAPS[account.1].unwrap_or(0);
        if self.sessions[number].offline && sum.minor > cap {
            let cap = Money::from_minor(cap, self.currencies[account.1]);
            let refusal = Refusal::LimitExceeded(Limit::OfflineCap(cap));
            return self.refused_inside(request, number, ("an offline code brings its cap at most", refusal));
        }
        let fees = match self.price(number, account.1, sum.minor, request.at) {
            Ok(fees) => fees,
            Err(refusal) => {
                let why = ("a customer pays no fee above the one she was told", refusal);
                return self.refused_inside(request, number, why);
            }
        };
        let moving = self.moving(request, number, account.1, sum.minor);
        if let Some(why) = self.why_over_limits(&moving) {
            return self.refused_inside(request, number, why);
        }
        let needed = sum.minor + fees.quoted;
        if self.wallets[account.0].balances[account.1].is_none_or(|balance| balance < needed) {
            let why = ("a wallet pays what it has and no more", Refusal::NotEnoughFunds);
            return self.refused_inside(request, number, why);
        }
        let (was_slow, told) = (self.is_slow, self.told.len());
        if let Some(why) = self.braked(&moving) {
            return self.counted_inside(request, number, &why);
        }
        match self.set_aside(number, account.1, sum.minor) {
            Ok(kept) => self.hold(request, number, (account.0, account.1, sum.minor), (fees, kept)),
            Err(why) => {
                self.is_slow = was_slow; // A brake that goes on is kept with what passes only.
                self.told.truncate(told);
                self.refused_inside(request, number, why)
            }
        }
    }

    /// A session's money that is about to move.
    fn moving(&self, request: &Request<'_>, number: usize, currency: usize, minor: i64) -> Moving {
        let Session { customer, pos, .. } = self.sessions[number];
        Moving { deposit: false, customer, pos, currency, minor, at: request.at }
    }

    fn counted_inside(
        &self,
        request: &Request<'_>,
        number: usize,
        why: &(Heard, Why),
    ) -> Result<Heard, Broken> {
        let (heard, (rule, refusal)) = why;
        refused(request.outcome, rule, refusal)?;
        self.told_limits(request, number)?;
        Ok(*heard)
    }

    fn hold(
        &mut self,
        request: &Request<'_>,
        number: usize,
        (customer, currency, amount): (usize, usize, i64),
        (fees, (till, hand_out)): (Fees, (Option<usize>, Pieces)),
    ) -> Result<Heard, Broken> {
        let receipt = done(request.outcome, HELD)?;
        let Receipt::Withdrawn(id) = receipt else {
            return Err(another(HELD, receipt));
        };
        let withdrawal = Withdrawal {
            id: *id,
            currency,
            amount,
            held: amount,
            paid: 0,
            returned: 0,
            paid_late: 0,
            cash_out: 0,
            fees,
            till,
            hand_out,
        };
        let pos = self.sessions[number].pos;
        self.move_money(Touched::Wallet(customer, currency), Touched::Pending(pos, currency), amount);
        self.hold_fee(number, &withdrawal);
        self.told.push((EventKind::WithdrawalHeld, Some(amount)));
        self.cash_outs += 1;
        self.passed.push((request.at, number));
        self.act(request, number, Action::Withdrawal(withdrawal))?;
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    fn withdraw_again(
        &mut self,
        request: &Request<'_>,
        number: usize,
        first: &Withdrawal,
    ) -> Result<Heard, Broken> {
        if first.returned > 0 {
            let rule = "a success is not replayed once it is false";
            return self.refused_inside(request, number, (rule, Refusal::WithdrawalAlreadyReversed));
        }
        repeated(
            request.outcome,
            "a repeated withdrawal gets the first answer",
            &Receipt::Withdrawn(first.id),
        )?;
        self.touch(number, request.at);
        self.told_limits(request, number)?;
        Ok(Heard::Perhaps)
    }

    pub(super) fn refused_inside(
        &self,
        request: &Request<'_>,
        number: usize,
        why: Why,
    ) -> Result<Heard, Broken> {
        let heard = refused(request.outcome, why.0, &why.1)?;
        self.told_limits(request, number)?;
        Ok(heard)
    }

    /// An accepted call with this money action.
    pub(super) fn act(&mut self, request: &Request<'_>, number: usize, action: Action) -> Result<(), Broken> {
        self.touch(number, request.at);
        self.sessions[number].action = action;
        self.told_limits(request, number)
    }

    /// What bars a new request for money, whatever its sum.
    fn why_no_money(&self, number: usize, purpose: Purpose, now: Time) -> Option<Why> {
        let session = &self.sessions[number];
        let barred = match purpose {
            Purpose::Deposit => Refusal::DepositAlreadyReversed,
            Purpose::Withdraw | Purpose::Any => Refusal::WithdrawalAlreadyReversed,
        };
        match session.end {
            End::LoggedOut(_) | End::Shut(_) => {
                return Some(("a closed session moves no money", Refusal::SessionClosed));
            }
            End::Expired(_) => return Some((EXPIRED, Refusal::SessionExpired)),
            End::Open if session.ended_at(now).is_some() => return Some((EXPIRED, Refusal::SessionExpired)),
            End::Open => {}
        }
        match session.action {
            Action::None => {}
            Action::Barred => return Some(("a reversal stops what comes after it", barred)),
            Action::Withdrawal(_) | Action::Deposit(_) => {
                return Some(("a session moves money at most once", Refusal::SessionAlreadyUsed));
            }
        }
        if self.places[session.pos].disabled {
            return Some(("a disabled POS moves no new money", Refusal::PosDisabled));
        }
        if self.wallets[session.customer].frozen {
            return Some(("a frozen wallet moves no new money", Refusal::WalletDisabled));
        }
        if let (Purpose::Withdraw, Some(reason)) = (purpose, &self.payouts_stopped) {
            let refusal = Refusal::PayoutsStopped(reason.clone());
            return Some(("nothing is paid out while payouts are stopped", refusal));
        }
        if let Err(why) = self.till_of(number) {
            return Some(why);
        }
        if session.purpose != purpose && session.purpose != Purpose::Any {
            return Some(("a code serves the purpose it was armed for", Refusal::PurposeNotApproved));
        }
        None
    }

    fn why_not_withdrawn(&self, number: usize, account: (usize, usize), sum: Sum, now: Time) -> Option<Why> {
        if let Some(why) = self.why_no_money(number, Purpose::Withdraw, now) {
            return Some(why);
        }
        let session = &self.sessions[number];
        let is_of_session = self.is_of_currency(number, account.1);
        let exists = self.has_account(account);
        if account.0 != session.customer || !is_of_session || !exists {
            return Some(("a session reaches its own wallet's account only", Refusal::AccountNotInSession));
        }
        self.why_not_this_sum(number, account.1, sum)
    }

    /// Whether the code was armed for this currency, or for none.
    pub(super) fn is_of_currency(&self, number: usize, currency: usize) -> bool {
        match self.sessions[number].approval {
            Approval::Exactly(of, _) | Approval::UpTo(of, _) => of == currency,
            Approval::Any => true,
        }
    }

    pub(super) fn has_account(&self, (customer, currency): (usize, usize)) -> bool {
        self.wallets.get(customer).is_some_and(|wallet| wallet.balances[currency].is_some())
    }

    fn why_not_this_sum(&self, number: usize, currency: usize, sum: Sum) -> Option<Why> {
        let session = &self.sessions[number];
        let is_shown = self.keys[session.key].shown.is_none_or(|shown| shown == currency);
        if !self.places[session.pos].serves[currency] || !is_shown {
            return Some((NOT_SERVED, Refusal::CurrencyNotServed(self.currencies[currency])));
        }
        self.why_no_sum(currency, sum)
    }

    pub(super) fn why_no_sum(&self, currency: usize, sum: Sum) -> Option<Why> {
        if sum.minor < 0 || (sum.minor == 0 && !sum.too_precise) {
            Some(("a sum is positive", Refusal::AmountNotPositive))
        } else if sum.too_precise {
            let refusal = Refusal::AmountTooPrecise(self.currencies[currency]);
            Some(("a sum has the decimals of its currency and is not rounded", refusal))
        } else {
            None
        }
    }

    fn is_approved(&self, number: usize, currency: usize, minor: i64) -> bool {
        match self.sessions[number].approval {
            Approval::Exactly(of, approved) => of == currency && minor == approved,
            Approval::UpTo(of, most) => of == currency && minor <= most,
            Approval::Any => true,
        }
    }

    /// A sum that was not approved; the fifth closes the session.
    fn count_amount(&mut self, request: &Request<'_>, number: usize) -> Result<Heard, Broken> {
        const RULE: &str = "only the sum the customer approved moves; the fifth other one closes the session";
        let session = &mut self.sessions[number];
        session.amount_refusals += 1;
        if session.amount_refusals >= AMOUNT_REFUSALS_MAX {
            session.end = End::Shut(request.at);
        }
        refused(request.outcome, RULE, &Refusal::AmountNotApproved)?;
        self.told_limits(request, number)?;
        Ok(Heard::Counted)
    }

    pub(super) fn deposit(
        &mut self,
        request: &Request<'_>,
        call: Call,
        currency: usize,
        sum: Sum,
    ) -> Result<Heard, Broken> {
        let number = match self.enter(call, request) {
            Ok(number) => number,
            Err((rule, refusal)) => return refused(request.outcome, rule, &refusal),
        };
        if let Recalled::OtherRequest = self.recall(request) {
            return self.refused_inside(request, number, (OTHER_REQUEST, Refusal::IdempotencyKeyReused));
        }
        if let Action::Deposit(first) = self.sessions[number].action
            && currency == first.currency
            && sum == Sum::of(first.amount)
        {
            return self.deposit_again(request, number, &first);
        }
        let why = self.why_no_money(number, Purpose::Deposit, request.at);
        if let Some(why) = why.or_else(|| self.why_not_this_sum(number, currency, sum)) {
            return self.refused_inside(request, number, why);
        }
        if !self.is_approved(number, currency, sum.minor) {
            return self.count_amount(request, number);
        }
        let moving = Moving { deposit: true, ..self.moving(request, number, currency, sum.minor) };
        if let Some(why) = self.why_over_limits(&moving) {
            return self.refused_inside(request, number, why);
        }
        let Session { pos, customer, .. } = self.sessions[number];
        if self.places[pos].position[currency] - sum.minor < -self.places[pos].credit[currency] {
            let why = ("a deposit stays within the POS's position and credit line", Refusal::FloatExceeded);
            return self.refused_inside(request, number, why);
        }
        let receipt = done(request.outcome, TAKEN_IN)?;
        let Receipt::Deposited(id, _) = receipt else {
            return Err(another(TAKEN_IN, receipt));
        };
        let amount = sum.minor;
        self.move_money(Touched::Position(pos, currency), Touched::Wallet(customer, currency), amount);
        self.told.push((EventKind::DepositMade, Some(amount)));
        let till = self.till_of(number).unwrap_or(None);
        let deposit = Deposit { id: *id, currency, amount, returned: 0, short: 0, till };
        self.cash_comes(&deposit, amount);
        self.passed.push((request.at, number));
        self.act(request, number, Action::Deposit(deposit))?;
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    fn deposit_again(
        &mut self,
        request: &Request<'_>,
        number: usize,
        first: &Deposit,
    ) -> Result<Heard, Broken> {
        if first.returned > 0 || first.short > 0 {
            let rule = "a deposit is not replayed once it was reversed";
            return self.refused_inside(request, number, (rule, Refusal::DepositAlreadyReversed));
        }
        let receipt = Receipt::Deposited(first.id, Vec::new());
        repeated(request.outcome, "a repeated deposit gets the first answer", &receipt)?;
        self.touch(number, request.at);
        self.told_limits(request, number)?;
        Ok(Heard::Perhaps)
    }
}
