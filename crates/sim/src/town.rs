//! The places and people of one simulated world, drawn from its seed, and the commands that set them up.
//! Knows nothing of what happens to them afterwards.

use specie_domain::command::{
    Actor, AddKey, NewAccount, OpenWallet, Prefund, RegisterOwner, RegisterPos, TopUp,
};
use specie_domain::ids::{AccountId, Fresh, KeyId, OwnerId, PosId, Reference, WalletId};
use specie_domain::rows::{BalanceView, Profile};
use specie_domain::{Body, Command, Policy, Receipt, Time};
use specie_money::{Currency, Money};

use crate::chance::Chance;
use crate::names;

/// Currencies in a world: one with two decimals, one with none, one with three.
pub(crate) const CURRENCIES: usize = 3;
const CODES: [&str; CURRENCIES] = ["GBP", "JPY", "KWD"];
/// POS owners.
const OWNERS: usize = 2;
/// POS.
pub(crate) const POS: usize = 4;
/// Keys of each POS; the last of each has been stolen.
pub(crate) const KEYS_OF_POS: usize = 3;
/// Customers.
pub(crate) const CUSTOMERS: usize = 24;

/// The customer whose accounts have ids that nobody has.
pub(crate) const NOBODY: usize = CUSTOMERS;

/// A POS.
#[derive(Debug, Clone)]
pub(crate) struct TownPos {
    /// Its owner's number.
    pub(crate) owner: usize,
    /// The currencies it serves.
    pub(crate) serves: [bool; CURRENCIES],
    /// How far its position may go below zero.
    pub(crate) credit: [i64; CURRENCIES],
    /// The float it begins with.
    pub(crate) float: [i64; CURRENCIES],
    shown_id: Option<String>,
    pos_id: PosId,
}

/// An access key.
#[derive(Debug, Clone)]
pub(crate) struct TownKey {
    /// The POS it is limited to.
    pub(crate) pos: usize,
    /// The currencies it is shown; none: all.
    pub(crate) shown: Option<usize>,
    /// Whether its requests are signed.
    pub(crate) is_signed: bool,
    /// What its logins tell of the balances.
    pub(crate) view: BalanceView,
    pub(crate) key_id: KeyId,
}

/// A customer and her wallet.
#[derive(Debug, Clone)]
pub(crate) struct TownCustomer {
    /// What her accounts begin with; nothing: there is no such account.
    pub(crate) money: [Option<i64>; CURRENCIES],
    wallet_id: WalletId,
    shown_id: Option<String>,
    accounts: [Option<Reference<AccountId>>; CURRENCIES],
}

/// All of it.
#[derive(Debug, Clone)]
pub(crate) struct Town {
    /// The currencies.
    pub(crate) currencies: [Currency; CURRENCIES],
    /// The POS.
    pub(crate) pos: Vec<TownPos>,
    /// The keys.
    pub(crate) keys: Vec<TownKey>,
    /// The customers.
    pub(crate) customers: Vec<TownCustomer>,
    /// Whether codes may be armed without a POS or a sum.
    pub(crate) open_codes: bool,
    /// When it is set up.
    pub(crate) starts_at: Time,
    owners: Vec<OwnerId>,
}

impl TownKey {
    pub(crate) fn of_pos(&self, town: &Town) -> PosId {
        town.pos[self.pos].pos_id
    }
}

impl Town {
    /// Draws a town.
    #[must_use]
    pub(crate) fn draw(chance: &mut Chance) -> Self {
        let currencies = CODES.map(|code| {
            let currency = Currency::from_code(code);
            assert!(currency.is_some(), "{code} is a currency");
            currency.unwrap_or_else(|| unreachable!("looked at just before"))
        });
        let starts_at = start(chance);
        let pos = (0..POS).map(|number| draw_pos(chance, number)).collect();
        let keys = (0..POS * KEYS_OF_POS).map(|number| draw_key(chance, number)).collect();
        let customers = (0..CUSTOMERS).map(|number| draw_customer(chance, number, starts_at)).collect();
        Self {
            currencies,
            pos,
            keys,
            customers,
            open_codes: chance.once_in(3),
            starts_at,
            owners: Vec::new(),
        }
    }

    /// How a request names a POS.
    pub(crate) fn pos(&self, number: usize) -> Reference<PosId> {
        let pos = &self.pos[number];
        let shown = pos.shown_id.as_ref().and_then(|text| text.parse().ok());
        shown.unwrap_or(Reference::Id(pos.pos_id))
    }

    pub(crate) fn pos_id(&self, number: usize) -> PosId {
        self.pos[number].pos_id
    }

    pub(crate) fn wallet(&self, customer: usize) -> WalletId {
        self.customers[customer].wallet_id
    }

    /// How a request names an account.
    pub(crate) fn account(&self, (customer, currency): (usize, usize)) -> Reference<AccountId> {
        let known = self.customers.get(customer).and_then(|customer| customer.accounts[currency].clone());
        known.unwrap_or(Reference::Id(AccountId::from_u128(7)))
    }

    /// A login's answer named an account.
    pub(crate) fn learn_account(&mut self, customer: usize, currency: usize, name: &str) {
        let account = &mut self.customers[customer].accounts[currency];
        if account.is_none() {
            *account = name.parse().ok();
        }
    }

    /// Whether requests can name the account.
    #[must_use]
    pub(crate) fn knows_account(&self, customer: usize, currency: usize) -> bool {
        self.customers[customer].accounts[currency].is_some()
    }

    /// The number of a currency.
    #[must_use]
    pub(crate) fn currency(&self, currency: Currency) -> usize {
        self.currencies.iter().position(|of| *of == currency).unwrap_or(0)
    }

    /// Sets the town up: `ask` decides one command and gives its receipt.
    pub(crate) fn found<E>(&mut self, mut ask: impl FnMut(Command) -> Result<Receipt, E>) -> Result<(), E> {
        let (at, mut number) = (self.starts_at, 0_u64);
        let mut ask = |body| {
            number += 1;
            let fresh = Fresh(crate::chance::mixed(number));
            ask(Command { at, fresh, idempotency: None, proof: None, body })
        };
        ask(Body::SetPolicy(Policy { open_codes_allowed: self.open_codes, ..Policy::default() }))?;
        for owner in 0..OWNERS {
            let name = format!("Owner {owner}");
            if let Receipt::OwnerRegistered(id) =
                ask(Body::RegisterOwner(RegisterOwner { actor: Actor::System, name }))?
            {
                self.owners.push(id);
            }
        }
        for pos in 0..self.pos.len() {
            self.found_pos(pos, &mut ask)?;
        }
        for key in 0..self.keys.len() {
            self.found_key(key, &mut ask)?;
        }
        for customer in 0..self.customers.len() {
            self.found_customer(customer, &mut ask)?;
        }
        Ok(())
    }

    fn found_pos<E>(
        &mut self,
        number: usize,
        ask: &mut impl FnMut(Body) -> Result<Receipt, E>,
    ) -> Result<(), E> {
        let (actor, pos) = (Actor::System, &self.pos[number]);
        let served = || (0..CURRENCIES).filter(|currency| pos.serves[*currency]);
        let money = |of: &[i64; CURRENCIES], currency: usize| {
            Money::from_minor(of[currency], self.currencies[currency])
        };
        let register = RegisterPos {
            actor,
            owner_id: self.owners[pos.owner],
            name: format!("POS {number}"),
            shown_id: pos.shown_id.clone(),
            currencies: served().map(|currency| self.currencies[currency]).collect(),
            credit_lines: served().map(|currency| money(&pos.credit, currency)).collect(),
        };
        let float: Vec<Money> =
            served().filter(|of| pos.float[*of] > 0).map(|of| money(&pos.float, of)).collect();
        if let Receipt::PosRegistered(pos_id) = ask(Body::RegisterPos(register))? {
            self.pos[number].pos_id = pos_id;
        }
        for amount in float {
            ask(Body::Prefund(Prefund { actor, pos: self.pos(number), amount }))?;
        }
        Ok(())
    }

    fn found_key<E>(
        &mut self,
        number: usize,
        ask: &mut impl FnMut(Body) -> Result<Receipt, E>,
    ) -> Result<(), E> {
        let key = &self.keys[number];
        let add = AddKey {
            actor: Actor::System,
            pos: Reference::Id(key.of_pos(self)),
            hash: names::key(number),
            sealed_secret: Vec::new(),
            profile: if key.is_signed { Profile::Signed } else { Profile::Plain },
            salt_bytes: None,
            networks: Vec::new(),
            balance_view: key.view,
            currencies: key.shown.map(|currency| self.currencies[currency]).into_iter().collect(),
        };
        if let Receipt::KeyAdded(key_id) = ask(Body::AddKey(add))? {
            self.keys[number].key_id = key_id;
        }
        Ok(())
    }

    fn found_customer<E>(
        &mut self,
        number: usize,
        ask: &mut impl FnMut(Body) -> Result<Receipt, E>,
    ) -> Result<(), E> {
        let (actor, customer) = (Actor::System, self.customers[number].clone());
        let owned: Vec<usize> = (0..CURRENCIES).filter(|of| customer.money[*of].is_some()).collect();
        let accounts = owned.iter().map(|currency| NewAccount {
            currency: self.currencies[*currency],
            alias: None,
            shown_id: customer.shown_id.clone().filter(|_| *currency == 0),
        });
        let open = OpenWallet {
            actor,
            wallet_id: customer.wallet_id,
            phone: names::phone(number),
            sealed_phone: Vec::new(),
            accounts: accounts.collect(),
        };
        if let Receipt::WalletOpened(_, ids) = ask(Body::OpenWallet(open))? {
            for (currency, id) in owned.iter().zip(ids) {
                let shown = customer.shown_id.as_ref().filter(|_| *currency == 0);
                let named = shown.and_then(|text| text.parse().ok());
                self.customers[number].accounts[*currency] = Some(named.unwrap_or(Reference::Id(id)));
            }
        }
        for currency in owned {
            let minor = customer.money[currency].unwrap_or(0);
            if minor > 0 {
                let amount = Money::from_minor(minor, self.currencies[currency]);
                ask(Body::TopUp(TopUp { actor, wallet_id: customer.wallet_id, amount }))?;
            }
        }
        Ok(())
    }
}

/// Mostly at some time of some day; every fourth world starts a few seconds before a UTC midnight.
fn start(chance: &mut Chance) -> Time {
    let day = 20_000 + chance.between(0, 3_000);
    let into_day_ms = if chance.once_in(4) {
        86_400_000 - chance.between(1, 40_000)
    } else {
        chance.between(0, 86_399_999)
    };
    Time::from_unix_ms(day * 86_400_000 + into_day_ms)
}

fn draw_pos(chance: &mut Chance, number: usize) -> TownPos {
    let serves = [true, chance.once_in(2), chance.once_in(2)];
    let is_poor = number == POS - 1;
    let float = [200_000, 100_000, 900_000].map(|most| if is_poor { 0 } else { most });
    let credit = [5_000, 0, 20_000].map(|line| if chance.once_in(2) { line } else { 0 });
    TownPos {
        owner: number % OWNERS,
        serves,
        credit: only(serves, credit),
        float: only(serves, float),
        shown_id: chance.once_in(3).then(|| format!("Till-{number}-of-an-import")),
        pos_id: PosId::from_u128(0),
    }
}

fn only(serves: [bool; CURRENCIES], of: [i64; CURRENCIES]) -> [i64; CURRENCIES] {
    let mut kept = of;
    kept.iter_mut().zip(serves).filter(|(_, serves)| !serves).for_each(|(sum, _)| *sum = 0);
    kept
}

fn draw_key(chance: &mut Chance, number: usize) -> TownKey {
    let view = chance.one_of(&[BalanceView::Full, BalanceView::Approved, BalanceView::Zero]);
    let shown = (number % KEYS_OF_POS == 1 && chance.once_in(4)).then_some(0);
    let is_signed = chance.once_in(3);
    TownKey { pos: number / KEYS_OF_POS, shown, is_signed, view, key_id: KeyId::from_u128(0) }
}

fn draw_customer(chance: &mut Chance, number: usize, at: Time) -> TownCustomer {
    let fresh = Fresh(chance.draw());
    let is_poor = number % 8 == 7;
    let money = [(1_000_000, 1), (500_000, 2), (3_000_000, 3)].map(|(rich, rarity)| {
        let has_account = chance.once_in(rarity);
        has_account.then_some(if is_poor { rich / 300 } else { rich })
    });
    TownCustomer {
        money,
        wallet_id: WalletId::new(at, fresh, fresh.bucket()),
        shown_id: chance.once_in(4).then(|| format!("account-{number}-of-an-import")),
        accounts: [const { None }; CURRENCIES],
    }
}
