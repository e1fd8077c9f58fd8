//! Customers' own devices: security.md "People". An invite signs in one device, while it is the newest; a wallet that had
//! a device before rests from paying out when another comes.

use specie_domain::ids::DeviceId;
use specie_domain::outcome::{Limit, Thing};
use specie_domain::rows::{Device as Row, EventKind, Purpose};
use specie_domain::{Receipt, Refusal, Time};

use super::answer::{Heard, another, done, refused};
use super::money::Why;
use super::{Design, Recalled, Request};
use crate::ask::{INVITE_S, PhoneAsk, REST_S};
use crate::broken::Broken;

const INVITED: &str = "an invite is told once, and takes the place of the one before";
const IN: &str = "an invite that is good signs in one device";
const OUT: &str = "a device is signed out by its own wallet or by the operator, and stays so";
const RESTS: &str = "a wallet pays nothing out for a while after another device came";

/// Devices that may be signed in to one wallet at a time.
const DEVICES_MAX: usize = 8;

/// An invite.
#[derive(Debug, Clone, Copy)]
pub(super) struct Invite {
    customer: usize,
    until: Time,
    used: bool,
}

/// A device.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phone {
    id: DeviceId,
    token: u64,
    customer: usize,
    is_in: bool,
    seen_on: Option<i64>,
}

/// What a wallet knows of its devices.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct OfWallet {
    newest: Option<u64>,
    had: bool,
    rests_until: Option<Time>,
}

impl Design {
    pub(super) fn hear_phone(&mut self, request: &Request<'_>, ask: PhoneAsk) -> Result<Heard, Broken> {
        match ask {
            PhoneAsk::Invite { customer } => self.invite(request, customer),
            PhoneAsk::In { invite } => self.phone_in(request, invite),
            PhoneAsk::Out { device, by } => self.phone_out(request, device, by),
            PhoneAsk::Seen { device } => self.phone_seen(request, device),
        }
    }

    fn invite(&mut self, request: &Request<'_>, customer: usize) -> Result<Heard, Broken> {
        if let Recalled::First(_) = self.recall(request) {
            return refused(request.outcome, INVITED, &Refusal::SecretShownOnce);
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        if self.wallets[customer].frozen {
            return refused(request.outcome, INVITED, &Refusal::WalletDisabled);
        }
        let receipt = done(request.outcome, INVITED)?;
        let until = request.at.plus_s(i64::from(INVITE_S));
        if *receipt != Receipt::DeviceInvited(until) {
            return Err(another(INVITED, receipt));
        }
        self.invites.insert(request.seed, Invite { customer, until, used: false });
        self.phones_of.entry(customer).or_default().newest = Some(request.seed);
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    fn phone_in(&mut self, request: &Request<'_>, number: u64) -> Result<Heard, Broken> {
        if let Recalled::First(_) = self.recall(request) {
            return refused(request.outcome, IN, &Refusal::SecretShownOnce);
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let not_valid = Refusal::InviteNotValid;
        let Some(invite) = self.invites.get(&number).copied() else {
            return refused(request.outcome, IN, &not_valid);
        };
        let customer = invite.customer;
        let own = self.phones_of.get(&customer).copied().unwrap_or_default();
        let is_good = !invite.used && request.at < invite.until && own.newest == Some(number);
        if !is_good || self.wallets[customer].frozen {
            return refused(request.outcome, IN, &not_valid);
        }
        if self.phones.iter().filter(|phone| phone.customer == customer && phone.is_in).count() >= DEVICES_MAX
        {
            let refusal = Refusal::LimitExceeded(Limit::DevicesOfWallet(DEVICES_MAX));
            return refused(request.outcome, IN, &refusal);
        }
        let receipt = done(request.outcome, IN)?;
        let Receipt::DeviceSignedIn(_, id) = *receipt else {
            return Err(another(IN, receipt));
        };
        let until = request.at.plus_s(i64::from(REST_S));
        let until = own.rests_until.map_or(until, |before| before.max(until));
        let rests_until = if own.had { Some(until) } else { own.rests_until };
        self.phones_of.insert(customer, OfWallet { newest: None, had: true, rests_until });
        self.invites.insert(number, Invite { used: true, ..invite });
        self.phones.push(Phone { id, token: request.token, customer, is_in: true, seen_on: None });
        self.told.push((EventKind::DeviceSignedIn, None));
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    /// The device with this token, while it is signed in.
    fn phone(&self, token: u64) -> Option<usize> {
        self.phones.iter().position(|phone| phone.token == token && phone.is_in)
    }

    fn phone_out(&mut self, request: &Request<'_>, device: u128, by: Option<u64>) -> Result<Heard, Broken> {
        let place = self.phones.iter().position(|phone| phone.id.as_u128() == device);
        if let Some(by) = by {
            let Some(own) = self.phone(by) else {
                return refused(request.outcome, OUT, &Refusal::KeyNotKnown);
            };
            if place.is_some_and(|place| self.phones[place].customer != self.phones[own].customer) {
                return refused(request.outcome, OUT, &Refusal::NotFound(Thing::Device));
            }
        }
        if let Some(heard) = self.heard_before(request)? {
            return Ok(heard);
        }
        let Some(place) = place else {
            return refused(request.outcome, OUT, &Refusal::NotFound(Thing::Device));
        };
        let receipt = self.did(request, OUT)?;
        if std::mem::take(&mut self.phones[place].is_in) {
            self.told.push((EventKind::DeviceSignedOut, None));
        }
        self.remember(request, receipt);
        Ok(Heard::Perhaps)
    }

    fn phone_seen(&mut self, request: &Request<'_>, token: u64) -> Result<Heard, Broken> {
        const RULE: &str = "a device that is signed in is seen once a day";
        let Some(place) = self.phone(token) else {
            return refused(request.outcome, RULE, &Refusal::KeyNotKnown);
        };
        self.did(request, RULE)?;
        let today = request.at.day();
        if self.phones[place].seen_on.is_some_and(|seen| seen >= today) {
            return Ok(Heard::Nothing);
        }
        self.phones[place].seen_on = Some(today);
        Ok(Heard::Changed)
    }

    /// Why a wallet pays nothing out for now.
    pub(super) fn why_rests(&self, customer: usize, purpose: Purpose, now: Time) -> Option<Why> {
        let until = self.phones_of.get(&customer)?.rests_until?;
        let rests = now < until && purpose != Purpose::Deposit;
        rests.then_some((RESTS, Refusal::WalletRests(until)))
    }

    /// Until when a wallet rests, if another device ever came.
    pub(crate) fn rests_until(&self, customer: usize) -> Option<Time> {
        self.phones_of.get(&customer)?.rests_until
    }

    /// Whether the row says what the design says.
    pub(crate) fn has_phone(&self, row: &Row) -> bool {
        self.phones.iter().any(|phone| {
            (phone.id, phone.is_in, phone.seen_on)
                == (row.device_id, row.revoked_at.is_none(), row.last_seen_at.map(Time::day))
        })
    }
}
