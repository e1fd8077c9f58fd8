//! Makes the demo in an empty folder: settings, people, places, wallets, money, and then a day of visits, by a
//! clock that starts a day ago and is turned on.

use std::sync::atomic::{AtomicI64, Ordering};

use specie_commands::{
    AccountView, AddKeyRequest, Asked, Clock, Commands, OpenWalletRequest, PhoneNumber, RegisterPosRequest,
};
use specie_domain::command::{Actor, NewAccount};
use specie_domain::ids::{OwnerId, PosId, Reference, WalletId};
use specie_domain::rows::{BalanceView, Profile, Role};
use specie_domain::{Policy, Time};

use super::file::{AccountEntry, DemoFile, PosEntry, SeedEntry, StaffEntry, WalletEntry};
use super::plan::{
    PAGE_ACCOUNT, PAGE_KEY, PAGE_PHONE, PAGE_POS, Plan, PlannedPos, PlannedVisit, PlannedWallet, ROUNDS,
    VISITS_A_ROUND,
};
use super::visits::{Customer, Visit};
use crate::house::failed;
use crate::operator_key;
use crate::stopped::{Naming, Stopped};

/// How long before now the demo begins.
const BEGINS_BEFORE_S: i64 = 86_400;
/// From one round of visits to the next, whole windows: the last one is over well before now.
const ROUND_S: i64 = 29 * 60;
/// How long the cashier takes from the login to the sum, and to the end.
const TO_ACT_S: i64 = 20;
const TO_LEAVE_S: i64 = 45;

/// A clock that stands still until it is turned.
#[derive(Debug)]
pub(crate) struct DemoClock(AtomicI64);

impl Clock for DemoClock {
    fn now(&self) -> Time {
        Time::from_unix_ms(self.0.load(Ordering::Acquire))
    }
}

impl DemoClock {
    /// A clock that stands where the demo begins: a day before `now`, at the start of a code's window. The
    /// rounds that follow begin at such a start too, so that no code is made for the next window.
    pub(crate) fn before(now: Time) -> Self {
        let window_s = Policy::default().code_window_s;
        Self(AtomicI64::new(now.plus_s(-BEGINS_BEFORE_S).window_start(window_s).unix_ms()))
    }

    pub(crate) fn turn_to(&self, time: Time) {
        self.0.store(time.unix_ms(), Ordering::Release);
    }
}

/// Makes the demo, and says all that programs need to know of it but where the server listens.
pub(crate) async fn seed(commands: &Commands, clock: &DemoClock, plan: &Plan) -> Result<DemoFile, Stopped> {
    let operator_key = operator_key::register(commands, "Demo operator", Role::Admin).await?;
    let mut owners = Vec::new();
    for name in &plan.owners {
        let registered = commands.register_owner(asked(commands), (*name).to_owned()).await;
        owners.push(registered.map_err(failed)?.receipt);
    }
    let mut pos = Vec::new();
    for planned in &plan.pos {
        let owner_id = *owners.get(planned.owner).ok_or("no such owner").about(planned.name)?;
        pos.push(make_pos(commands, planned, owner_id).await?);
    }
    let wallets = plan.wallets.iter().map(|planned| open_wallet(commands.clone(), planned.clone()));
    let wallets = together(wallets).await?;
    let page = wallets.first().ok_or("no wallet").about("the plan")?;
    let seed = SeedEntry {
        pos_id: PAGE_POS.to_owned(),
        access_key: PAGE_KEY.to_owned(),
        phone_number: PAGE_PHONE.to_owned(),
        wallet_id: page.to_string(),
        account_id: PAGE_ACCOUNT.to_owned(),
    };
    spend_a_day(commands, clock, plan, (&pos, &wallets)).await?;
    let entries = wallets
        .iter()
        .zip(&plan.wallets)
        .map(|(wallet_id, planned)| wallet_entry(commands.clone(), *wallet_id, planned.phone.clone()));
    let wallets = together(entries).await?;
    let ada = add_person(commands, "Ada", Role::Admin, "admin").await?;
    let finn = add_person(commands, "Finn", Role::Finance, "finance").await?;
    let approver_key = Some(operator_key::register(commands, "Finn", Role::Finance).await?);
    let staff = vec![ada, finn];
    Ok(DemoFile { server: String::new(), operator_key, approver_key, seed, pos, wallets, staff })
}

/// Two people, so that one can approve what the other proposed.
async fn add_person(commands: &Commands, name: &str, role: Role, told: &str) -> Result<StaffEntry, Stopped> {
    let new = commands.add_staff(asked(commands), name.to_owned(), role).await.map_err(failed)?.receipt;
    Ok(StaffEntry {
        name: name.to_owned(),
        role: told.to_owned(),
        password: new.password.reveal().to_owned(),
        otp_seed: new.seed.base32().to_string(),
    })
}

pub(crate) fn asked(commands: &Commands) -> Asked<'static> {
    Asked { actor: Actor::System, at: commands.now(), idempotency: None }
}

/// Runs all at once, so that they share batches; results in the same order.
pub(crate) async fn together<T: Send + 'static>(
    steps: impl Iterator<Item = impl Future<Output = Result<T, Stopped>> + Send + 'static>,
) -> Result<Vec<T>, Stopped> {
    let running: Vec<_> = steps.map(tokio::spawn).collect();
    let mut done = Vec::with_capacity(running.len());
    for step in running {
        done.push(step.await.about("a step of the demo")??);
    }
    Ok(done)
}

async fn make_pos(commands: &Commands, planned: &PlannedPos, owner_id: OwnerId) -> Result<PosEntry, Stopped> {
    let currencies: Vec<_> = planned.floats.iter().map(|float| float.currency()).collect();
    let request = RegisterPosRequest {
        owner_id,
        name: planned.name.to_owned(),
        shown_id: planned.shown_id.map(str::to_owned),
        currencies: currencies.clone(),
        credit_lines: planned.floats.clone(),
    };
    let pos_id = commands.register_pos(asked(commands), request).await.map_err(failed)?.receipt;
    for float in &planned.floats {
        commands.prefund(asked(commands), Reference::Id(pos_id), *float).await.map_err(failed)?;
    }
    let access_key = planned.access_key.map(str::parse).transpose();
    let request = AddKeyRequest {
        pos: Reference::Id(pos_id),
        profile: Profile::Plain,
        salt_bytes: None,
        networks: Vec::new(),
        balance_view: BalanceView::Full,
        currencies: Vec::new(),
        access_key: access_key.map_err(|_| "is malformed").about("the documentation's key")?,
    };
    let key = commands.add_key(asked(commands), request).await.map_err(failed)?.receipt;
    Ok(PosEntry {
        pos_id: planned.shown_id.map_or_else(|| pos_id.to_string(), str::to_owned),
        owner_id: owner_id.to_string(),
        access_key: key.access_key.reveal().to_owned(),
        secret_key: key.secret_key.reveal().to_owned(),
        profile: "plain".to_owned(),
        currencies: currencies.iter().map(ToString::to_string).collect(),
    })
}

async fn open_wallet(commands: Commands, planned: PlannedWallet) -> Result<WalletId, Stopped> {
    let accounts = planned.balances.iter().map(|balance| NewAccount {
        currency: balance.currency(),
        alias: None,
        shown_id: planned.shown_id.map(str::to_owned),
    });
    let request = OpenWalletRequest { phone: phone(&planned.phone)?, accounts: accounts.collect() };
    let (wallet_id, _) = commands.open_wallet(asked(&commands), request).await.map_err(failed)?.receipt;
    for balance in planned.balances {
        commands.top_up(asked(&commands), wallet_id, balance).await.map_err(failed)?;
    }
    Ok(wallet_id)
}

async fn spend_a_day(
    commands: &Commands,
    clock: &DemoClock,
    plan: &Plan,
    (pos, wallets): (&[PosEntry], &[WalletId]),
) -> Result<(), Stopped> {
    let mut time = clock.now();
    for round in plan.visits.chunks(VISITS_A_ROUND).take(ROUNDS) {
        let mut visits = Vec::new();
        for planned in round {
            let pos = pos.get(planned.pos).ok_or("no such POS").about("the plan")?;
            let wallet_id = *wallets.get(planned.wallet).ok_or("no such wallet").about("the plan")?;
            visits.push(visit(commands, planned, pos, wallet_id).await?);
        }
        let customers = together(visits.into_iter().map(Visit::come)).await?;
        clock.turn_to(time.plus_s(TO_ACT_S));
        let customers = together(customers.into_iter().map(Customer::act)).await?;
        clock.turn_to(time.plus_s(TO_LEAVE_S));
        together(customers.into_iter().map(Customer::leave)).await?;
        time = time.plus_s(ROUND_S);
        clock.turn_to(time);
    }
    Ok(())
}

/// The customer with all she needs to come.
async fn visit(
    commands: &Commands,
    planned: &PlannedVisit,
    pos: &PosEntry,
    wallet_id: WalletId,
) -> Result<Visit, Stopped> {
    let wallet = commands.wallet(Actor::System, wallet_id).await.map_err(failed)?;
    let of_currency = |account: &&AccountView| account.key.currency == planned.sum.currency();
    let account = wallet.accounts.iter().find(of_currency).ok_or("no such account").about("the plan")?;
    Ok(Visit {
        commands: commands.clone(),
        wallet_id,
        phone: phone(&wallet.phone.unwrap_or_default())?,
        account: account.account_id.parse().map_err(|_| "is malformed").about("an account id")?,
        pos: reference(&pos.pos_id)?,
        access_key: pos.access_key.parse().map_err(|_| "is malformed").about("an access key")?,
        errand: planned.errand,
        sum: planned.sum,
    })
}

async fn wallet_entry(
    commands: Commands,
    wallet_id: WalletId,
    phone_number: String,
) -> Result<WalletEntry, Stopped> {
    let wallet = commands.wallet(Actor::System, wallet_id).await.map_err(failed)?;
    let accounts = wallet.accounts.into_iter().map(|account| AccountEntry {
        currency: account.balance.currency().to_string(),
        balance: account.balance.to_string(),
        account_id: account.account_id,
    });
    Ok(WalletEntry { wallet_id: wallet_id.to_string(), phone_number, accounts: accounts.collect() })
}

fn phone(text: &str) -> Result<PhoneNumber, Stopped> {
    text.parse().map_err(|_| "is malformed").about("a phone number of the demo")
}

fn reference(text: &str) -> Result<Reference<PosId>, Stopped> {
    text.parse().map_err(|_| "is malformed").about("a POS id of the demo")
}
