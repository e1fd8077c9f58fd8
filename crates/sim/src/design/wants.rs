//! What two people want beside a closing: cash-lifecycle.md section 4, security.md "People". Each is looked at when it
//! is proposed, and again when it is approved. Sums are minor units.

use specie_domain::ids::{DepositId, Fresh, TariffId};
use specie_domain::outcome::{Limit, TariffFault, Thing};
use specie_domain::rows::{CaseKind, EventKind, Proposed};
use specie_domain::{Refusal, Time};
use specie_money::Money;

use super::cases::Known;
use super::fees::Tariff;
use super::money::Why;
use super::{Action, Deposit, Design, Request, Session, Staff, Touched};
use crate::ask::Want;
use crate::town::FIRST_STAFF;

const THERE: &str = "no more is taken from a suspense than lies there beside open cases";
const GOOD: &str = "a loss is made good as far as it goes";
const LINE: &str = "a credit line is zero or more, of a currency that is served";
const CORRECTED: &str = "a deposit is corrected after its session, as far as it is there";

impl Design {
    /// What open cases have in a POS's suspense.
    fn of_cases(&self, pos: usize, currency: usize) -> i64 {
        let is_here = |number: usize| {
            let Session { pos: of, action, .. } = self.sessions[number];
            of == pos && matches!(action, Action::Withdrawal(of) if of.currency == currency)
        };
        let own = self.cases.iter().filter(|(_, case)| case.suspended > 0);
        let own = own.filter(|(operation, _)| self.session_of(**operation).is_some_and(is_here));
        own.map(|(_, case)| case.suspended).sum()
    }

    fn there_is_only(&self, rule: &'static str, (currency, minor): (usize, i64), most: i64) -> Option<Why> {
        if minor <= 0 {
            return Some((rule, Refusal::Unacceptable(Limit::Positive)));
        }
        let there = Money::from_minor(most.max(0), self.currencies[currency]);
        (minor > most).then_some((rule, Refusal::LimitExceeded(Limit::ThereIsOnly(there))))
    }

    /// Why it is not done as things are.
    pub(super) fn why_not_wanted(&self, want: Want, now: Time) -> Option<Why> {
        match want {
            Want::TakeOut { pos, currency, minor } => {
                let of_cases = self.of_cases(pos, currency);
                let free =
                    if of_cases > 0 { self.places[pos].suspense[currency] - of_cases } else { i64::MAX };
                self.there_is_only(THERE, (currency, minor), free)
            }
            Want::WriteOff { pos, currency, minor, is_surplus } => {
                let there = self.places[pos].suspense[currency] - self.of_cases(pos, currency);
                self.there_is_only(THERE, (currency, minor), if is_surplus { there } else { -there })
            }
            Want::MakeGood { currency, minor } => {
                self.there_is_only(GOOD, (currency, minor), -self.loss[currency])
            }
            Want::Line { pos, currency, line } => {
                let refusal = Refusal::CurrencyNotServed(self.currencies[currency]);
                let served = (!self.places[pos].serves[currency]).then_some((LINE, refusal));
                served.or_else(|| (line < 0).then_some((LINE, Refusal::Unacceptable(Limit::Positive))))
            }
            Want::Correct { deposit, currency, minor } => {
                self.why_not_corrected(deposit, currency, minor, now)
            }
            Want::Key { .. } => None,
            Want::Price { currency, owner, late, .. } => self.why_not_priced((currency, owner), late, now),
            Want::Limit { value, .. } => {
                let rule = "a limit lets nothing or something pass";
                (value < 0).then_some((rule, Refusal::Unacceptable(Limit::Bounds)))
            }
            Want::File(want) => self.why_not_posted(want),
        }
    }

    /// Why a tariff cannot begin now.
    pub(super) fn why_not_priced(
        &self,
        (currency, owner): (usize, Option<usize>),
        late: bool,
        now: Time,
    ) -> Option<Why> {
        if late {
            let refusal = Refusal::TariffNotAcceptable(TariffFault::InThePast);
            return Some(("no tariff is in force before it was added", refusal));
        }
        let is_same = self.tariffs.iter().any(|of| of.begins(currency, owner, now));
        is_same.then_some(("two versions do not begin at once", Refusal::Exists(Thing::Tariff)))
    }

    fn deposit_of(&self, id: u128) -> Option<(usize, Deposit)> {
        self.sessions.iter().enumerate().find_map(|(number, session)| match session.action {
            Action::Deposit(of) if of.id == DepositId::from_u128(id) => Some((number, of)),
            Action::None | Action::Barred | Action::Withdrawal(_) | Action::Deposit(_) => None,
        })
    }

    fn why_not_corrected(&self, id: u128, currency: usize, minor: i64, now: Time) -> Option<Why> {
        let Some((number, of)) = self.deposit_of(id) else {
            return Some((CORRECTED, Refusal::NotFound(Thing::Deposit)));
        };
        if self.sessions[number].ended_at(now).is_none() {
            return Some((CORRECTED, Refusal::SessionAlreadyUsed));
        }
        if of.currency != currency {
            return Some((CORRECTED, Refusal::CurrencyNotServed(self.currencies[currency])));
        }
        self.there_is_only(CORRECTED, (currency, minor), of.amount - of.returned - of.short)
    }

    /// Two people have wanted it.
    pub(super) fn does_want(&mut self, request: &Request<'_>, want: Want, key: u64) {
        match want {
            Want::TakeOut { pos, currency, minor } => {
                self.move_money(Touched::Suspense(pos, currency), Touched::Funding(currency), minor);
            }
            Want::WriteOff { pos, currency, minor, is_surplus } => {
                let (suspense, loss) = (Touched::Suspense(pos, currency), Touched::Loss(currency));
                let (from, to) = if is_surplus { (suspense, loss) } else { (loss, suspense) };
                self.move_money(from, to, minor);
            }
            Want::MakeGood { currency, minor } => {
                self.move_money(Touched::Funding(currency), Touched::Loss(currency), minor);
            }
            Want::Line { pos, currency, line } => self.places[pos].credit[currency] = line,
            Want::Correct { deposit, minor, .. } => self.corrects(deposit, minor, request.at),
            Want::Key { role } => {
                self.staff.insert(key, Staff { role: FIRST_STAFF[role], revoked: false, is_hired: true });
            }
            Want::Price { currency, owner, entry, .. } => {
                let fresh = Fresh(request.fresh);
                let id = TariffId::new(request.at, fresh, fresh.bucket());
                self.tariffs.push(Tariff::new(id, (currency, owner), request.at, entry));
            }
            Want::Limit { place, value } => self.limits[place].value = Some(value),
            Want::File(want) => self.posts_difference(want),
        }
    }

    /// The wallet gives back what it has; of what it has not, people must think.
    fn corrects(&mut self, id: u128, minor: i64, now: Time) {
        let Some((number, mut of)) = self.deposit_of(id) else { return };
        let Session { pos, customer, .. } = self.sessions[number];
        let (currency, wallet) = (of.currency, Touched::Wallet(customer, of.currency));
        let there = self.balance(wallet).min(minor);
        let short = minor - there;
        self.move_money(wallet, Touched::Position(pos, currency), there);
        self.cash_comes(&of, -there);
        for (kind, sum) in [(EventKind::DepositReversed, there), (EventKind::DepositReversalShort, short)] {
            if sum > 0 {
                self.told.push((kind, Some(sum)));
            }
        }
        (of.returned, of.short) = (of.returned + there, of.short + short);
        self.sessions[number].action = Action::Deposit(of);
        let known = Known::Reversed(minor, currency);
        if short > 0 {
            self.case_opens(number, (CaseKind::DepositShort, Some((of.short, currency))), known);
            self.case_claims(number, short, 0);
        } else {
            self.case_hears(number, known, 0, now);
        }
    }

    /// Whether a proposal's row is about this.
    pub(super) fn is_wanted(&self, want: Want, what: &Proposed) -> bool {
        let money = |currency: usize, minor| Money::from_minor(minor, self.currencies[currency]);
        match (want, what) {
            (Want::TakeOut { minor, .. }, Proposed::Post(posting)) => posting.amount == minor,
            (Want::WriteOff { currency, minor, .. }, Proposed::WriteOff(of)) => {
                of.amount == money(currency, minor)
            }
            (Want::MakeGood { currency, minor }, Proposed::MakeLossGood(of)) => {
                of.amount == money(currency, minor)
            }
            (Want::Line { currency, line, .. }, Proposed::SetCreditLine(of)) => {
                of.line == money(currency, line)
            }
            (Want::Correct { deposit, currency, minor }, Proposed::CorrectDeposit(of)) => {
                (of.deposit_id.as_u128(), of.amount) == (deposit, money(currency, minor))
            }
            (Want::Key { role }, Proposed::AddKey(of)) => of.role == FIRST_STAFF[role],
            (Want::Price { owner, .. }, Proposed::AddTariff(of)) => {
                of.tariff.scope.owner_id.is_some() == owner.is_some()
            }
            (Want::Limit { value, .. }, Proposed::SetLimit(of)) => {
                of.bounds.is_some_and(|bounds| bounds.value_max == Some(value))
            }
            (Want::File(want), what) => want.is_proposed(what, &self.currencies),
            (_, _) => false,
        }
    }
}
