//! Fees, levies and commissions: cash-lifecycle.md sections 2, 5 and 6. What a wallet withdrew on a day, and what a POS
//! owner paid out to it, is counted anew from the withdrawals each time: no running sum is kept here.

use specie_domain::ids::TariffId;
use specie_domain::rows::{CommissionDay, FeeDay, Purpose, Quote};
use specie_domain::{Receipt, Refusal, Time};
use specie_money::Money;

use super::answer::{Heard, another, done, refused, repeated};
use super::codes::{OTHER_REQUEST, SAME_ANSWER};
use super::{Action, Design, Recalled, Request, Session, Touched, Withdrawal};
use crate::ask::{Approval, Ask};
use crate::broken::Broken;
use crate::rates::{MENU, Menu, Rates};

/// A version of a tariff.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tariff {
    pub(crate) id: TariffId,
    currency: usize,
    owner: Option<usize>,
    from: Time,
    menu: Menu,
}

impl Tariff {
    pub(super) const fn new(
        id: TariffId,
        (currency, owner): (usize, Option<usize>),
        from: Time,
        entry: usize,
    ) -> Self {
        Self { id, currency, owner, from, menu: MENU[entry] }
    }

    /// Whether this is the version of a scope that begins then.
    pub(super) fn begins(&self, currency: usize, owner: Option<usize>, at: Time) -> bool {
        (self.currency, self.owner, self.from) == (currency, owner, at)
    }
}

const TWO_PRICE: &str = "once two judge, a tariff is for two people";

/// What a customer was told her code costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quoted {
    /// Nothing yet.
    Open,
    /// No tariff was in force.
    Free,
    /// The version's number, and the fee.
    Fee(usize, i64),
}

/// Where one withdrawal's fee and commission are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Fees {
    /// The version's number.
    pub(crate) tariff: Option<usize>,
    /// The day of the withdrawal.
    pub(crate) day: i64,
    /// What the wallet had withdrawn that day before it.
    pub(crate) from: i64,
    pub(crate) quoted: i64,
    pub(crate) kept: i64,
    pub(crate) levy: i64,
    pub(crate) commission: i64,
}

/// What the bands come to, in ten-thousandths, from the highest band that is reached down.
fn in_bands(rates: &Rates, value: i64) -> i128 {
    let mut rest = i128::from(value);
    let mut sum = 0;
    for (from, rate, step) in rates.live_bands().rev() {
        let inside = rest - i128::from(from);
        if inside > 0 {
            sum += inside * i128::from(rate) + i128::from(step) * 10_000;
            rest = i128::from(from);
        }
    }
    sum
}

fn bounded(rates: &Rates, sum: i128) -> i64 {
    let sum = sum.max(i128::from(rates.min));
    let sum = rates.max.map_or(sum, |max| sum.min(i128::from(max)));
    i64::try_from(sum).unwrap_or(i64::MAX)
}

/// Whether the fee asks what was withdrawn before on the day.
fn asks_the_day(rates: &Rates) -> bool {
    rates.live_bands().any(|(from, _, step)| from > 0 || step > 0)
}

fn fee(rates: &Rates, before: i64, sum: i64) -> i64 {
    if sum == 0 {
        return 0;
    }
    let before = if asks_the_day(rates) { before } else { 0 };
    // The dearest of all places of the day up to here: a rate or a step changes only next to where a band begins.
    let near = |of: i64| (-1..=2).map(move |by| of + by);
    let begins = rates.live_bands().flat_map(|(from, ..)| near(from).chain(near(from - sum)));
    let places = begins.filter(|place| (0..=before).contains(place)).chain([0, before]);
    let dearest = places.map(|at| in_bands(rates, at + sum) - in_bands(rates, at)).max().unwrap_or(0);
    bounded(rates, (dearest + 9_999) / 10_000 + i128::from(rates.flat))
}

/// Of all that was paid on a day, or by one withdrawal.
fn commission(rates: &Rates, paid: i64) -> i64 {
    if paid == 0 { 0 } else { bounded(rates, in_bands(rates, paid) / 10_000 + i128::from(rates.flat)) }
}

fn commission_asks_the_day(rates: &Rates) -> bool {
    asks_the_day(rates) || rates.flat > 0 || rates.min > 0 || rates.max.is_some()
}

fn levy(fee: i64, basis_points: u32) -> i64 {
    let twice = i128::from(fee) * i128::from(basis_points) * 2;
    i64::try_from((twice + 10_000) / 20_000).unwrap_or(i64::MAX)
}

impl Design {
    /// Somebody adds a tariff.
    pub(super) fn add_tariff(&mut self, request: &Request<'_>) -> Result<Heard, Broken> {
        const RULE: &str = "a tariff is added, and those before it stay";
        let Ask::Price { currency, owner, entry, late } = *request.ask else {
            return Ok(Heard::Nothing);
        };
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(first) => {
                return repeated(request.outcome, SAME_ANSWER, &first).map(|_| Heard::Nothing);
            }
            Recalled::Nothing => {}
        }
        if let Some((rule, refusal)) = self.why_not_priced((currency, owner), late, request.at) {
            return refused(request.outcome, rule, &refusal);
        }
        if self.safeguarded {
            return refused(request.outcome, TWO_PRICE, &Refusal::NeedsTwoPeople);
        }
        let receipt = done(request.outcome, RULE)?;
        let Receipt::TariffAdded(id) = receipt else {
            return Err(another(RULE, receipt));
        };
        self.remember(request, receipt.clone());
        self.tariffs.push(Tariff::new(*id, (currency, owner), request.at, entry));
        Ok(Heard::Changed)
    }

    /// The tariff in force: the owner's own before that of all, then the latest.
    fn tariff_at(&self, owner: usize, currency: usize, at: Time) -> Option<usize> {
        let fits = |of: &Tariff| {
            of.currency == currency && of.from <= at && (of.owner.is_none() || of.owner == Some(owner))
        };
        let found = self.tariffs.iter().enumerate().filter(|(_, of)| fits(of));
        found.max_by_key(|(_, of)| (of.owner.is_some(), of.from)).map(|(number, _)| number)
    }

    /// What the wallet has withdrawn on a day, where the tariffs ask, less what came back.
    fn of_day(&self, customer: usize, currency: usize, day: i64) -> i64 {
        let of = |session: &Session| match session.action {
            Action::Withdrawal(of)
                if session.customer == customer && of.currency == currency && of.fees.day == day =>
            {
                let asks = of.fees.tariff.is_some_and(|tariff| asks_the_day(&self.tariffs[tariff].menu.fee));
                if asks { of.held + of.paid } else { 0 }
            }
            Action::None | Action::Barred | Action::Withdrawal(_) | Action::Deposit(_) => 0,
        };
        self.sessions.iter().map(of).sum()
    }

    /// What the wallet was paid on a day by an owner's POS under a tariff.
    fn paid_on_day(&self, customer: usize, owner: usize, tariff: usize, day: i64) -> i64 {
        let of = |session: &Session| match session.action {
            Action::Withdrawal(of)
                if session.customer == customer
                    && self.places[session.pos].owner == owner
                    && of.fees.tariff == Some(tariff)
                    && of.fees.day == day =>
            {
                if of.held == 0 {
                    of.paid
                } else {
                    0
                }
            }
            Action::None | Action::Barred | Action::Withdrawal(_) | Action::Deposit(_) => 0,
        };
        self.sessions.iter().map(of).sum()
    }

    /// The fee by this tariff, and what the day was before it.
    fn fee_by(&self, tariff: usize, customer: usize, minor: i64, at: Time) -> (i64, i64) {
        let Tariff { currency, menu, .. } = self.tariffs[tariff];
        let from = if asks_the_day(&menu.fee) { self.of_day(customer, currency, at.day()) } else { 0 };
        (fee(&menu.fee, from, minor), from)
    }

    /// What the customer must be told when she arms.
    pub(super) fn quoted(&self, ask: &Ask, at: Time) -> Quoted {
        let Ask::Arm { customer, pos: Some(pos), purpose, approval } = *ask else {
            return Quoted::Open;
        };
        let (Approval::Exactly(currency, minor) | Approval::UpTo(currency, minor)) = approval else {
            return Quoted::Open;
        };
        if purpose == Purpose::Deposit {
            return Quoted::Open;
        }
        match self.tariff_at(self.places[pos].owner, currency, at) {
            None => Quoted::Free,
            Some(tariff) => Quoted::Fee(tariff, self.fee_by(tariff, customer, minor, at).0),
        }
    }

    /// The same in the core's words.
    pub(super) fn quote(&self, quoted: Quoted) -> Quote {
        match quoted {
            Quoted::Open => Quote::Open,
            Quoted::Free => Quote::Free,
            Quoted::Fee(tariff, fee) => Quote::Fee(self.tariffs[tariff].id, fee),
        }
    }

    /// What a withdrawal in a session costs now, unless it is more than the customer was told.
    pub(super) fn price(
        &self,
        number: usize,
        currency: usize,
        minor: i64,
        at: Time,
    ) -> Result<Fees, Refusal> {
        let session = &self.sessions[number];
        let owner = self.places[session.pos].owner;
        let (tariff, most) = match session.quoted {
            Quoted::Free => (None, None),
            Quoted::Fee(tariff, told) => (Some(tariff), Some(told)),
            Quoted::Open => (self.tariff_at(owner, currency, session.opened_at), None),
        };
        let day = at.day();
        let Some(tariff) = tariff else {
            return Ok(Fees { day, ..Fees::default() });
        };
        let (quoted, from) = self.fee_by(tariff, session.customer, minor, at);
        if let Some(most) = most
            && quoted > most
        {
            let [now, told] = [quoted, most].map(|fee| Money::from_minor(fee, self.currencies[currency]));
            return Err(Refusal::FeeAboveQuote(now, told));
        }
        Ok(Fees { tariff: Some(tariff), day, from, quoted, ..Fees::default() })
    }

    /// Sets the fee aside beside the cash.
    pub(super) fn hold_fee(&mut self, number: usize, withdrawal: &Withdrawal) {
        let Session { pos, customer, .. } = self.sessions[number];
        let currency = withdrawal.currency;
        let fee = withdrawal.fees.quoted;
        self.move_money(Touched::Wallet(customer, currency), Touched::FeePending(pos, currency), fee);
    }

    /// The sums of a withdrawal have changed: fee, levy and commission follow. To be called when they stand.
    pub(super) fn fees_follow(&mut self, number: usize, before: Withdrawal) {
        let Session { pos, customer, action, .. } = self.sessions[number];
        let Action::Withdrawal(mut after) = action else { return };
        let Some(tariff) = after.fees.tariff.filter(|_| after.held == 0) else { return };
        let (currency, menu, fees) = (after.currency, self.tariffs[tariff].menu, after.fees);
        let kept = fee(&menu.fee, fees.from, after.paid);
        let levied = levy(kept, menu.levy);
        let wallet = Touched::Wallet(customer, currency);
        if before.held > 0 {
            let pending = Touched::FeePending(pos, currency);
            self.move_money(pending, Touched::Fee(currency), kept - levied);
            self.move_money(pending, Touched::Tax(currency), levied);
            self.move_money(pending, wallet, fees.quoted - kept);
        } else {
            let net = (fees.kept - fees.levy) - (kept - levied);
            self.move_money(Touched::Fee(currency), wallet, net);
            self.move_money(Touched::Tax(currency), wallet, fees.levy - levied);
        }
        let owner = self.places[pos].owner;
        let was = if before.held > 0 { 0 } else { before.paid };
        let (old, new) = if commission_asks_the_day(&menu.commission) {
            let new = self.paid_on_day(customer, owner, tariff, fees.day);
            (new - after.paid + was, new)
        } else {
            (was, after.paid)
        };
        let change = commission(&menu.commission, new) - commission(&menu.commission, old);
        self.move_money(Touched::CommissionCost(currency), Touched::Commission(owner, currency), change);
        after.fees = Fees { kept, levy: levied, commission: fees.commission + change, ..fees };
        self.sessions[number].action = Action::Withdrawal(after);
    }

    /// Whether the row says what the design counts.
    pub(crate) fn is_of_fee_day(&self, customer: usize, row: &FeeDay) -> bool {
        self.of_day(customer, self.currency(row.key.currency), row.key.day) == row.value
    }

    /// Whether the row says what the design counts.
    pub(crate) fn is_of_commission_day(&self, customer: usize, owner: usize, row: &CommissionDay) -> bool {
        let tariff = self.tariffs.iter().position(|of| of.id == row.key.tariff_id);
        tariff.is_some_and(|tariff| self.paid_on_day(customer, owner, tariff, row.key.day) == row.value)
    }

    /// The tariff of a withdrawal, as the core names it.
    pub(crate) fn tariff_id(&self, fees: &Fees) -> Option<TariffId> {
        fees.tariff.map(|tariff| self.tariffs[tariff].id)
    }

    /// A tariff that stands since the town was set up.
    pub(super) fn learn_tariff(&mut self, id: TariffId, currency: usize, entry: usize, from: Time) {
        self.tariffs.push(Tariff { id, currency, owner: None, from, menu: MENU[entry] });
    }
}
