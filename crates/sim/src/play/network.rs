//! Senders and the network between them and the server: who sends what, how it is signed, what arrives, and
//! that the same keys get the same answer.

use specie_domain::{DAY_MS, Key, Outcome, Receipt, Row, Time};

use super::{Play, sent};
use crate::ask::{Ask, Call, Named, With};
use crate::broken::Broken;
use crate::chance::mixed;
use crate::devices::{self, Read};
use crate::names::{Signed, Value, digest};
use crate::step::{Bend, Fate, Naming, Plan, Sending, What};
use crate::tell;
use crate::town::{NOBODY, Town};
use crate::visit::Visit;
use crate::watch::Watch;

/// A request as its sender keeps it, to send it again.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    pub(super) ask: Ask,
    pub(super) value: Option<Value>,
    pub(super) visit: Option<u32>,
    /// The operator key it comes with.
    pub(super) by: Option<u64>,
    /// What it was signed with at last.
    pub(super) signed: Option<Signed>,
    /// The receipt that came first, and when it was asked for.
    pub(super) told: Option<(Receipt, Time)>,
}

/// A request that has arrived.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waiting {
    pub(super) at: Time,
    pub(super) ask: Ask,
    pub(super) with: With,
    pub(super) dice: u64,
    pub(super) call: Option<u32>,
    pub(super) deaf: bool,
}

impl Play {
    /// What is sent, from what its sender knows; nothing while he knows too little.
    fn ask(&self, number: u32, what: What) -> Option<Ask> {
        if let What::Other(ask) = what {
            return Some(ask);
        }
        if let What::Arm(plan) = what {
            let Plan { customer, pos, purpose, approval, bound, .. } = plan;
            return Some(Ask::Arm { customer, pos: bound.then_some(pos), purpose, approval });
        }
        if let What::Show(plan, half_minutes) = what {
            let Plan { customer, pos, key, .. } = plan;
            let digits = self.shown(customer, half_minutes)?;
            return Some(Ask::Login { key, pos, phone: customer, digits });
        }
        let visit = self.visits.get(&number)?;
        let Plan { customer, pos, key, currency, .. } = visit.plan;
        match what {
            What::Cancel => Some(Ask::Cancel { customer }),
            What::Login => {
                let digits = visit.code?.digits;
                Some(Ask::Login { key, pos, phone: customer, digits })
            }
            What::Withdraw(sum, bend) => {
                let account = self.known_account(visit, bend);
                Some(Ask::Withdraw { call: self.call(visit, bend)?, account, sum })
            }
            What::Deposit(sum, bend) => {
                let currency = if let Bend::Currency(other) = bend { other } else { currency };
                Some(Ask::Deposit { call: self.call(visit, bend)?, currency, sum })
            }
            What::Reverse(sum, naming, bend) => {
                let named = match naming {
                    Naming::Nothing => Named::Nothing,
                    Naming::Own => Named::Id(visit.money?),
                    Naming::Of(other) => Named::Id(self.visits.get(&other)?.money?),
                    Naming::Foreign => Named::Foreign,
                };
                let account = self.known_account(visit, bend);
                Some(Ask::Reverse { call: self.call(visit, bend)?, account, sum, named })
            }
            What::Logout(bend) => Some(Ask::Logout { call: self.call(visit, bend)? }),
            What::Tell(said, bend, notes) => {
                let currency = if let Bend::Currency(other) = bend { other } else { currency };
                // Notes are told of the currency that was handed out.
                let notes = notes.filter(|_| visit.drawn_in == Some(currency));
                Some(Ask::Tell { call: self.call(visit, bend)?, said, currency, notes })
            }
            What::Print(medium, ago_ms, bend) => {
                let printed_at = Time::from_unix_ms(self.now.unix_ms() - ago_ms);
                Some(Ask::Print { call: self.call(visit, bend)?, medium, printed_at })
            }
            What::Dispute => Some(Ask::Dispute { id: visit.money? }),
            What::Close(found) => Some(Ask::Close { operation: visit.session?.0, found }),
            What::Note(takes) => Some(Ask::Note { operation: visit.session?.0, takes }),
            What::Arm(_) | What::Show(..) | What::Other(_) => None,
        }
    }

    /// What a customer's offline device shows so many half-minutes from now.
    pub(crate) fn shown(&self, customer: usize, half_minutes: i64) -> Option<u32> {
        let seed = self.town.customers.get(customer)?.seed?;
        Some(devices::shown(seed, self.now.half_minute().saturating_add_signed(half_minutes)))
    }

    /// The account a cashier names; one whose id no login has told him yet becomes nobody's.
    fn known_account(&self, visit: &Visit, bend: Bend) -> (usize, usize) {
        let (customer, currency) = bent_account(visit, bend);
        if self.town.knows_account(customer, currency) { (customer, currency) } else { (NOBODY, currency) }
    }

    fn call(&self, visit: &Visit, bend: Bend) -> Option<Call> {
        let (operation, token) = visit.session?;
        let straight = Call { key: visit.plan.key, token, operation, phone: None };
        Some(match bend {
            Bend::Straight | Bend::AccountOf(_) | Bend::Currency(_) => straight,
            Bend::WrongToken => Call { token: token ^ 1, ..straight },
            Bend::TokenOf(other) => Call { token: self.visits.get(&other)?.session?.1, ..straight },
            Bend::Key(key) => Call { key, ..straight },
            Bend::Phone(customer) => Call { phone: Some(customer), ..straight },
        })
    }

    /// Sends a request, if its sender knows enough.
    pub(super) fn send(&mut self, sending: &Sending) {
        let Sending { call, visit: number, what, value, fate } = *sending;
        let Some(ask) = self.ask(number, what) else {
            return;
        };
        if let What::Arm(plan) | What::Show(plan, _) = what {
            self.visits.entry(number).or_insert_with(|| Visit::new(plan));
        }
        let visit = self.visits.get_mut(&number).filter(|_| !matches!(what, What::Other(_)));
        let is_of_visit = visit.is_some();
        if let Some(visit) = visit {
            visit.sends(call, &what);
        }
        let by = ask.job().and_then(|job| self.town.staff_for(job, fate.dice));
        let value = value.map(|value| ask.value(value, by));
        let visit = is_of_visit.then_some(number);
        let place = call as usize;
        if place >= self.calls.len() {
            self.calls.resize_with(place + 1, || None);
        }
        self.calls[place] = Some(Sent { ask, value, visit, by, signed: None, told: None });
        self.deliver(call, fate);
    }

    pub(super) fn deliver(&mut self, call: u32, fate: Fate) {
        let Some(sent) = sent(&mut self.calls, call) else {
            return;
        };
        if !fate.copy || sent.signed.is_none() {
            sent.signed = sign(&self.town, self.now, sent, fate);
        }
        if fate.lost {
            return;
        }
        let read = read(&self.town, &self.watch, &sent.ask);
        let with = With { value: sent.value, signed: sent.signed, by: sent.by, read };
        let (at, ask) = (self.now, sent.ask);
        let waiting = Waiting { at, ask, with, dice: fate.dice, call: Some(call), deaf: fate.deaf };
        if let Some(visit) = sent.visit.and_then(|visit| self.visits.get_mut(&visit)) {
            visit.queued += 1 + u32::from(fate.twin);
        }
        self.queue.push(waiting);
        if fate.twin {
            self.queue.push(Waiting { dice: mixed(fate.dice), ..waiting });
        }
        if self.story.is_some() {
            let line = format!("              {}", tell::ask(&self.town, call, &ask, with.by));
            self.say(line);
        }
    }
}

/// The offline device of the phone that a login names, as it is kept when the login arrives.
fn read(town: &Town, watch: &Watch, ask: &Ask) -> Read {
    let Ask::Login { phone: customer, .. } = *ask else {
        return Read::default();
    };
    if customer >= town.customers.len() {
        return Read::default();
    }
    match watch.row(&Key::OfflineDevice(town.wallet(customer))) {
        Some(Row::OfflineDevice(row)) => Read::of(row),
        _ => Read::default(),
    }
}

/// Signs a request whose key asks for it: with a salt of its own, now by the sender's clock. One in many forgets
/// to sign, takes a salt that others take as well, or is a shifted twin of the one before: another salt under
/// the same signature.
fn sign(town: &Town, now: Time, sent: &Sent, fate: Fate) -> Option<Signed> {
    let dice = fate.dice;
    let key = sent.ask.key().filter(|key| town.keys[*key].is_signed)?;
    let number = if dice.is_multiple_of(211) { dice % 3 } else { dice };
    let timestamp_s = now.unix_ms().div_euclid(1000) + fate.skew_s;
    let salt = digest((key, number));
    let before = sent.signed.filter(|_| dice.is_multiple_of(23));
    let signature = before.map_or_else(|| digest((salt, timestamp_s, dice)), |before| before.signature);
    (!dice.is_multiple_of(401)).then_some(Signed { salt, signature, timestamp_s })
}

fn bent_account(visit: &Visit, bend: Bend) -> (usize, usize) {
    let Plan { customer, currency, .. } = visit.plan;
    match bend {
        Bend::AccountOf(other) => (other, currency),
        Bend::Currency(other) => (customer, other),
        Bend::Straight | Bend::WrongToken | Bend::TokenOf(_) | Bend::Key(_) | Bend::Phone(_) => {
            (customer, currency)
        }
    }
}

/// From outside: whoever sends the same keys again within a day gets the first answer, or a refusal.
pub(super) fn check_same_answer(sent: &mut Sent, at: Time, outcome: &Outcome) -> Result<(), Broken> {
    let Ok(receipt) = &outcome.result else {
        return Ok(());
    };
    let same = match (sent.told.as_ref().filter(|(_, first)| at.ms_since(*first) < DAY_MS), receipt) {
        (None, _) => {
            sent.told = Some((receipt.clone(), at));
            true
        }
        (Some((Receipt::SessionOpened(first), _)), Receipt::SessionOpened(now)) => {
            first.operation_id == now.operation_id
        }
        (Some((Receipt::CodeArmed(first), _)), Receipt::CodeArmed(now)) => {
            sent.value.is_none() || first.code_id == now.code_id
        }
        (Some((Receipt::Funded(..), _)), Receipt::Funded(..))
        | (Some((Receipt::OperatorKeyRegistered(_), _)), Receipt::OperatorKeyRegistered(_))
        | (Some((Receipt::Proposed(_), _)), Receipt::Proposed(_))
        | (Some((Receipt::Placed(_), _)), Receipt::Placed(_))
        | (Some((Receipt::DeviceInvited(_), _)), Receipt::DeviceInvited(_))
        | (Some((Receipt::TariffAdded(_), _)), Receipt::TariffAdded(_))
        | (Some((Receipt::BatchCut(_), _)), Receipt::BatchCut(_))
        | (Some((Receipt::TillOpened(_), _)), Receipt::TillOpened(_))
        | (Some((Receipt::TillClosed(_), _)), Receipt::TillClosed(_))
        | (Some((Receipt::VaultTold(_), _)), Receipt::VaultTold(_))
        | (Some((Receipt::Printed(_), _)), Receipt::Printed(_))
            if sent.value.is_none() =>
        {
            true
        }
        (Some((first, _)), now) => first == now,
    };
    if same {
        return Ok(());
    }
    let what = format!("first {:?}, then {receipt:?}", sent.told);
    Err(Broken::new("the same keys give the same answer", what))
}
