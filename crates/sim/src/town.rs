//! The places and people of one simulated world, drawn from its seed, and the commands that set them up.
//! Knows nothing of what happens to them afterwards.

mod cash;
mod limits;
mod people;
mod rules;

use specie_domain::command::{
    Actor, AddKey, AddTariff, EnrolDevice, NewAccount, OpenWallet, Prefund, RegisterOperatorKey,
    RegisterOwner, RegisterPos, SetSafeguards, TopUp,
};
use specie_domain::ids::{
    AccountId, BatchId, DeviceId, Fresh, KeyId, OperatorKeyId, OwnerId, PosId, ProposalId, ReconciliationId,
    Reference, TariffId, TillSessionId, WalletId,
};
use specie_domain::rows::{BalanceView, Profile, Role, Scope};
use specie_domain::{Body, Command, Policy, Receipt, Time};
use specie_money::{Currency, Money};

use crate::chance::Chance;
use crate::devices::{EIGHT_DIGITS, sealed};
use crate::names;
use crate::rates::{MENU, Menu};
pub(crate) use cash::{ALERTS, CASHIERS_OF_POS, TownCashier, TownTill};
use cash::{draw_cashiers, draw_idle, draw_runs_tills, draw_tills};
pub(crate) use limits::{Around, TownBrake, TownLimit};
use limits::{draw_brake, draw_limits};
pub(crate) use rules::{RuleDoes, TownRule};
use rules::{draw_assumes, draw_rules};

/// Currencies in a world: one with two decimals, one with none, one with three.
pub(crate) const CURRENCIES: usize = 3;
const CODES: [&str; CURRENCIES] = ["GBP", "JPY", "KWD"];
/// POS owners.
pub(crate) const OWNERS: usize = 2;
/// POS.
pub(crate) const POS: usize = 4;
/// Keys of each POS; the last of each has been stolen.
pub(crate) const KEYS_OF_POS: usize = 3;
/// Customers.
pub(crate) const CUSTOMERS: usize = 24;

/// The roles of the operator's first keys, whose numbers are their places.
pub(crate) const FIRST_STAFF: [Role; 5] =
    [Role::Admin, Role::WalletBackend, Role::Finance, Role::Auditor, Role::Admin];

/// The most cash an offline code brings, minor units; without a cap a currency has no offline cash.
pub(crate) const OFFLINE_CAPS: [Option<i64>; CURRENCIES] = [Some(5_000), Some(2_500), None];

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
    /// The seed of the offline device she holds.
    pub(crate) seed: Option<u64>,
    wallet_id: WalletId,
    shown_id: Option<String>,
    accounts: [Option<Reference<AccountId>>; CURRENCIES],
}

/// An operator key that people know of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownStaff {
    /// Its number.
    pub(crate) number: u64,
    /// What it allows.
    pub(crate) role: Role,
    /// Whether they were told that it was revoked.
    pub(crate) is_revoked: bool,
    operator_key_id: OperatorKeyId,
}

/// A tariff in force from the beginning.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownTariff {
    pub(crate) id: TariffId,
    pub(crate) currency: usize,
    /// Its place on the menu.
    pub(crate) entry: usize,
}

/// A person who signs in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TownPerson {
    /// Her number.
    pub(crate) number: u64,
    /// Her password, as she knows it.
    pub(crate) password: u64,
    pub(crate) staff_id: OperatorKeyId,
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
    /// The customers who begin with nothing.
    pub(crate) penniless: Vec<usize>,
    /// The operator keys.
    pub(crate) staff: Vec<TownStaff>,
    /// The tariffs in force from the beginning, of all owners.
    pub(crate) tariffs: Vec<TownTariff>,
    /// What somebody was told was proposed.
    pub(crate) proposals: Vec<ProposalId>,
    /// Of those, keys that will open something once they are approved: their numbers and roles.
    pub(crate) proposed_keys: Vec<(ProposalId, u64, Role)>,
    /// Files that somebody was told had begun to be held against the ledger.
    pub(crate) files: Vec<ReconciliationId>,
    /// Whether it takes two people to make judges and prices.
    pub(crate) safeguarded: bool,
    /// Invites that customers were told: their numbers.
    pub(crate) invites: Vec<u64>,
    /// Devices that were signed in: their ids and tokens.
    pub(crate) phones: Vec<(DeviceId, u64)>,
    /// People who sign in, and their passwords.
    pub(crate) people: Vec<TownPerson>,
    /// Their sessions, and whose they are.
    pub(crate) seats: Vec<(u64, u64)>,
    /// Batches that somebody was told of.
    pub(crate) batches: Vec<BatchId>,
    /// Till sessions that somebody was told had ended.
    pub(crate) counted: Vec<TillSessionId>,
    /// Which POS run tills when the world begins; no other ever does.
    pub(crate) runs_tills: [bool; POS],
    /// Their tills.
    pub(crate) tills: Vec<TownTill>,
    /// Their cashiers.
    pub(crate) cashiers: Vec<TownCashier>,
    /// The rules of its packs.
    pub(crate) rules: Vec<TownRule>,
    /// After how many seconds the silence of each POS counts as word.
    pub(crate) assumes: [Option<u32>; POS],
    /// How many POS the first owner has at which nothing happens.
    pub(crate) idle: usize,
    /// Whether codes may be armed without a POS or a sum.
    pub(crate) open_codes: bool,
    /// Whether armed codes have as many digits as offline ones.
    pub(crate) long_codes: bool,
    /// When it is set up.
    pub(crate) starts_at: Time,
    /// The limits in force.
    pub(crate) limits: Vec<TownLimit>,
    /// The brake, if there is one.
    pub(crate) brake: Option<TownBrake>,
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
        let runs_tills = draw_runs_tills(chance);
        Self {
            currencies,
            pos,
            keys,
            customers,
            penniless: (0..CUSTOMERS).filter(|customer| is_penniless(*customer)).collect(),
            staff: Vec::new(),
            tariffs: draw_tariffs(chance),
            proposals: Vec::new(),
            proposed_keys: Vec::new(),
            files: Vec::new(),
            invites: Vec::new(),
            phones: Vec::new(),
            people: Vec::new(),
            seats: Vec::new(),
            safeguarded: chance.once_in(3),
            batches: Vec::new(),
            counted: Vec::new(),
            runs_tills,
            tills: draw_tills(runs_tills),
            cashiers: draw_cashiers(chance, runs_tills),
            rules: draw_rules(chance),
            assumes: draw_assumes(chance, runs_tills),
            idle: draw_idle(chance),
            open_codes: chance.once_in(3),
            long_codes: chance.once_in(4),
            starts_at,
            limits: draw_limits(chance),
            brake: draw_brake(chance),
            owners: Vec::new(),
        }
    }

    /// A tariff of the menu for a currency, of an owner or of all.
    pub(crate) fn tariff(
        &self,
        actor: Actor,
        (currency, owner): (usize, Option<usize>),
        entry: usize,
    ) -> AddTariff {
        let Menu { fee, commission, levy } = MENU[entry];
        AddTariff {
            actor,
            name: format!("Menu {entry}"),
            scope: Scope {
                currency: self.currencies[currency],
                owner_id: owner.map(|owner| self.owners[owner]),
                channel: None,
                kyc_tier: None,
            },
            valid_from: None,
            valid_to: None,
            fee: fee.schedule(),
            commission: commission.schedule(),
            tax_basis_points: levy,
        }
    }

    /// An owner's id.
    pub(crate) fn owner_id(&self, owner: usize) -> OwnerId {
        self.owners[owner]
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

    /// Somebody was told of a new operator key.
    pub(crate) fn learn_staff(&mut self, number: u64, role: Role, operator_key_id: OperatorKeyId) {
        if self.staff.iter().all(|staff| staff.number != number) {
            self.staff.push(TownStaff { number, role, is_revoked: false, operator_key_id });
        }
    }

    /// Somebody was told that an operator key was revoked.
    pub(crate) fn forget_staff(&mut self, number: u64) {
        self.staff
            .iter_mut()
            .filter(|staff| staff.number == number)
            .for_each(|staff| staff.is_revoked = true);
    }

    /// Somebody was told of a batch.
    pub(crate) fn learn_batch(&mut self, batch: BatchId) {
        if !self.batches.contains(&batch) {
            self.batches.push(batch);
        }
    }

    /// How a request names an operator key; one that nobody knows of has an id that nobody has.
    pub(crate) fn operator_key_id(&self, number: u64) -> OperatorKeyId {
        let known = self.staff.iter().find(|staff| staff.number == number);
        known.map_or(OperatorKeyId::from_u128(7), |staff| staff.operator_key_id)
    }

    /// The operator key that somebody of this job uses: mostly a live one of the role, one in many times any.
    pub(crate) fn staff_for(&self, job: Role, dice: u64) -> Option<u64> {
        let count = u64::try_from(self.staff.len()).ok().filter(|count| *count > 0)?;
        if dice.is_multiple_of(97) {
            let place = usize::try_from(dice / 97 % count).ok()?;
            return self.staff.get(place).map(|staff| staff.number);
        }
        // Of those of a role seldom the first: somebody else must judge what she proposed.
        let live = |role| {
            let mut fit = self.staff.iter().filter(|staff| staff.role == role && !staff.is_revoked);
            if dice.is_multiple_of(3) { fit.next_back() } else { fit.next() }
        };
        live(job).or_else(|| live(Role::Admin)).or_else(|| self.staff.first()).map(|staff| staff.number)
    }

    /// Whether a code has as many digits as an offline one.
    pub(crate) const fn is_long(&self, digits: u32) -> bool {
        self.long_codes || digits >= EIGHT_DIGITS
    }

    /// A customer's device was enrolled, and its seed was told.
    pub(crate) fn learn_seed(&mut self, customer: usize, seed: u64) {
        self.customers[customer].seed = Some(seed);
    }

    /// An answer named an account.
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
        let caps = OFFLINE_CAPS.into_iter().zip(self.currencies);
        let offline_caps =
            caps.filter_map(|(cap, of)| cap.map(|minor| Money::from_minor(minor, of))).collect();
        let open_codes_allowed = self.open_codes;
        ask(Body::SetPolicy(Policy { open_codes_allowed, offline_caps, ..Policy::default() }))?;
        if self.safeguarded {
            ask(Body::SetSafeguards(SetSafeguards { tariff_ceilings: Vec::new() }))?;
        }
        self.found_limits(&mut ask)?;
        for (number, role) in (0..).zip(FIRST_STAFF) {
            let (hash, person) = (names::staff(number), format!("Operator {number}"));
            let key = RegisterOperatorKey { actor: Actor::System, hash, person, role };
            if let Receipt::OperatorKeyRegistered(id) = ask(Body::RegisterOperatorKey(key))? {
                self.learn_staff(number, role, id);
            }
        }
        for owner in 0..OWNERS {
            let name = format!("Owner {owner}");
            if let Receipt::OwnerRegistered(id) =
                ask(Body::RegisterOwner(RegisterOwner { actor: Actor::System, name }))?
            {
                self.owners.push(id);
            }
        }
        for place in 0..self.tariffs.len() {
            let TownTariff { currency, entry, .. } = self.tariffs[place];
            let add = self.tariff(Actor::System, (currency, None), entry);
            if let Receipt::TariffAdded(id) = ask(Body::AddTariff(add))? {
                self.tariffs[place].id = id;
            }
        }
        for pos in 0..self.pos.len() {
            if pos == OWNERS {
                self.found_idle(&mut ask)?; // Between the first owner's POS, so that a batch stops between them.
            }
            self.found_pos(pos, &mut ask)?;
        }
        self.found_cash(&mut ask)?;
        self.found_rules(&mut ask)?;
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
        if let Some(seed) = customer.seed {
            let (wallet_id, sealed_seed) = (customer.wallet_id, sealed(seed));
            ask(Body::EnrolDevice(EnrolDevice { actor, wallet_id, sealed_seed }))?;
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

/// In most worlds cash costs something, in some currencies.
fn draw_tariffs(chance: &mut Chance) -> Vec<TownTariff> {
    if chance.once_in(3) {
        return Vec::new();
    }
    let priced: Vec<usize> = (0..CURRENCIES).filter(|_| !chance.once_in(3)).collect();
    let tariff =
        |currency| TownTariff { id: TariffId::from_u128(0), currency, entry: chance.below(MENU.len()) };
    priced.into_iter().map(tariff).collect()
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

const fn is_penniless(customer: usize) -> bool {
    customer % 8 == 5
}

fn draw_customer(chance: &mut Chance, number: usize, at: Time) -> TownCustomer {
    let fresh = Fresh(chance.draw());
    let (is_poor, has_nothing) = (number % 8 == 7, is_penniless(number));
    let money = [(1_000_000, 1), (500_000, 2), (3_000_000, 3)].map(|(rich, rarity)| {
        let has_account = chance.once_in(rarity);
        has_account.then_some(if has_nothing {
            0
        } else if is_poor {
            rich / 300
        } else {
            rich
        })
    });
    TownCustomer {
        money,
        seed: number.is_multiple_of(3).then(|| chance.draw()),
        wallet_id: WalletId::new(at, fresh, fresh.bucket()),
        shown_id: chance.once_in(4).then(|| format!("account-{number}-of-an-import")),
        accounts: [const { None }; CURRENCIES],
    }
}
