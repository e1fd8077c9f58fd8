//! The past cash-outs of `specie bench load`: rounds of visits, each visit of another wallet. A round is four
//! batches, for each step needs what the one before has answered: codes are armed, sessions opened, money
//! withdrawn, sessions closed. Wallets are taken in a scattered order, each once before any comes again.

use specie_client::bench::LoadedWallets;
use specie_commands::{OtpCode, PhoneNumber, SessionToken};
use specie_domain::command::{Actor, ArmCode, CloseSession, OpenSession, SessionCall, Withdraw};
use specie_domain::ids::{AccountId, OperationId, PosId, Reference, WalletId};
use specie_domain::rows::{Approved, Purpose};
use specie_domain::{Body, KeyedHash, Receipt};
use specie_money::{Decimal, Money};

use super::customers::{Place, command, committed};
use super::load::{Dice, Loading};
use super::stopped;
use crate::progress::Progress;
use crate::stopped::{Naming, Stopped};

/// From one round to the next, seconds of the load's own clock: whole windows of a code.
pub(super) const ROUND_S: i64 = 60;
/// From one step of a visit to the next, seconds of that clock.
const STEP_S: i64 = 5;
/// A prime above any number of wallets: multiplying by it scatters them.
const SCATTER: u64 = 2_654_435_761;
/// Sums are whole units from 1 to this, as those of the load tool.
const UNITS_MAX: u64 = 20;

/// A customer who comes, with what is known of her visit so far. Secrets are hashed when they are drawn.
struct Visit {
    wallet_id: WalletId,
    account_id: AccountId,
    pos_id: PosId,
    key: KeyedHash,
    phone: KeyedHash,
    mac: KeyedHash,
    token: KeyedHash,
    sum: Money,
    operation_id: OperationId,
}

/// What a visit does next.
#[derive(Debug, Clone, Copy)]
enum Step {
    Arm,
    Login,
    Withdraw,
    Logout,
}

const STEPS: [Step; 4] = [Step::Arm, Step::Login, Step::Withdraw, Step::Logout];

/// Has all of them come and go.
pub(super) async fn cash_out(
    loading: &Loading<'_>,
    wallets: &LoadedWallets,
    places: &[Place],
) -> Result<(), Stopped> {
    let all = loading.load.cash_outs;
    let per_round = u64::try_from(loading.load.batch).unwrap_or(1).min(wallets.count()).max(1);
    let mut dice = Dice(loading.load.seed);
    let begins_at = dice.roll() % wallets.count().max(1);
    let mut bar = Progress::of("cashing out");
    let mut done = 0;
    let mut time = loading.staff.commands.now().window_start(60).plus_s(ROUND_S);
    while done < all {
        let end = done.saturating_add(per_round).min(all);
        loading.clock.turn_to(time);
        let mut round = Vec::new();
        for number in done..end {
            let scattered = begins_at.saturating_add(number).wrapping_mul(SCATTER) % wallets.count().max(1);
            let place = dice.roll() % u64::try_from(places.len()).unwrap_or(1).max(1);
            let place = usize::try_from(place).ok().and_then(|place| places.get(place));
            let place = place.ok_or("there is none").about("a POS")?;
            round.push(visit(loading, (wallets, scattered), place, &mut dice)?);
        }
        for step in STEPS {
            come(loading, &mut round, step).await?;
        }
        time = time.plus_s(ROUND_S);
        done = end;
        bar.tell(done, all);
    }
    Ok(())
}

fn visit(
    loading: &Loading<'_>,
    (wallets, number): (&LoadedWallets, u64),
    place: &Place,
    dice: &mut Dice,
) -> Result<Visit, Stopped> {
    let vault = loading.staff.commands.vault();
    let ids = wallets.ids(number).map_err(stopped)?;
    let customer = specie_client::bench::customer(number).map_err(stopped)?;
    let phone: PhoneNumber = customer.phone.parse().map_err(|_| "is malformed").about("a phone number")?;
    let phone = vault.phone(&phone);
    let code: OtpCode =
        format!("{:06}", dice.roll() % 1_000_000).parse().map_err(|_| "is malformed").about("a code")?;
    let token = u128::from(dice.roll()) << 64 | u128::from(loading.staff.commands.fresh().0);
    let token: SessionToken =
        WalletId::from_u128(token).to_string().parse().map_err(|_| "is malformed").about("a token")?;
    let units = dice.roll() % UNITS_MAX + 1;
    let sum = Money::parse(&units.to_string(), customer.opening.currency()).about("a sum")?;
    Ok(Visit {
        wallet_id: WalletId::from_u128(ids.wallet_id),
        account_id: AccountId::from_u128(ids.account_id),
        pos_id: place.pos_id,
        key: vault.access_key(&place.access_key),
        phone,
        mac: vault.code(phone, &code),
        token: vault.token(&token),
        sum,
        operation_id: OperationId::from_u128(0), // Until the login.
    })
}

/// One step of every visit of the round, in one batch; the next one is a little later.
async fn come(loading: &Loading<'_>, round: &mut [Visit], step: Step) -> Result<(), Stopped> {
    let commands = &loading.staff.commands;
    let at = commands.now();
    let mut batch = Vec::with_capacity(round.len());
    for visit in &*round {
        batch.push(command(commands, at, visit.body(step)?));
    }
    let receipts = committed(loading.store.commit(batch)).await?;
    loading.step().await?;
    for (visit, receipt) in round.iter_mut().zip(&receipts) {
        if let Receipt::SessionOpened(opened) = receipt {
            visit.operation_id = opened.operation_id;
        }
    }
    loading.clock.turn_to(at.plus_s(STEP_S));
    Ok(())
}

impl Visit {
    fn body(&self, step: Step) -> Result<Body, Stopped> {
        Ok(match step {
            Step::Arm => Body::ArmCode(ArmCode {
                actor: Actor::System,
                wallet_id: self.wallet_id,
                macs: [self.mac, self.token], // The second only if the first were the code before.
                purpose: Purpose::Withdraw,
                pos: Some(Reference::Id(self.pos_id)),
                approved: Approved::Exactly(self.sum),
            }),
            Step::Login => Body::OpenSession(OpenSession {
                key: self.key,
                pos: Reference::Id(self.pos_id),
                phone: self.phone,
                mac: self.mac,
                token: self.token,
            }),
            Step::Withdraw => Body::Withdraw(Withdraw {
                call: self.call(),
                account: Reference::Id(self.account_id),
                sum: Decimal::parse(&self.sum.to_string()).about("a sum")?,
            }),
            Step::Logout => Body::CloseSession(CloseSession { call: self.call() }),
        })
    }

    const fn call(&self) -> SessionCall {
        SessionCall {
            key: self.key,
            token: self.token,
            operation_id: self.operation_id,
            phone: Some(self.phone),
        }
    }
}
