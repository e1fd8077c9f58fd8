//! The places and the customers of `specie bench load`. Places go through the verbs; customers straight to the
//! engine, a batch at a time: each opens a wallet and gets her opening balance. Her personal key is kept before the
//! batch is committed; the keys of a batch are put to the engine together, so that they share its fsyncs.

use std::future::Future;

use specie_client::bench::{LoadedIds, LoadedPlaces, LoadedWallets, customer, floats, hot_customer};
use specie_commands::{
    AccessKey, AddKeyRequest, Commands, OpenWalletRequest, PHONE_PURPOSE, PhoneNumber, RegisterPosRequest,
};
use specie_domain::command::{Actor, NewAccount, OpenWallet, TopUp};
use specie_domain::ids::{OwnerId, PosId, Reference, WalletId};
use specie_domain::rows::{BalanceView, Profile};
use specie_domain::{Body, Command, Outcome, Receipt, Time};
use specie_money::Money;
use specie_store::CommitError;

use super::load::Loading;
use super::stopped;
use crate::demo::seed::{asked, together};
use crate::house::failed;
use crate::progress::Progress;
use crate::stopped::{Naming, Stopped};

/// From one batch of new wallets to the next, seconds of the load's own clock.
pub(super) const BATCH_S: i64 = 1;
/// POS made at once; they share batches.
const POS_TOGETHER: usize = 256;

/// A POS where customers come.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) pos_id: PosId,
    pub(super) access_key: AccessKey,
}

/// Owners, POS with float and keys, and the hot wallet.
pub(super) async fn open_places(loading: &Loading<'_>) -> Result<(LoadedPlaces, Vec<Place>), Stopped> {
    let commands = &loading.staff.commands;
    let mut owners = Vec::new();
    for number in 0..loading.load.owners {
        let registered = commands.register_owner(asked(commands), format!("Bench counters {number}")).await;
        owners.push(registered.map_err(failed)?.receipt);
    }
    let floats = floats().map_err(stopped)?;
    let mut pos = Vec::new();
    let numbers: Vec<u64> = (0..loading.load.pos).collect();
    for chunk in numbers.chunks(POS_TOGETHER) {
        let owners = chunk.iter().zip(owners.iter().cycle().skip(pos.len() % owners.len().max(1)));
        let opened = owners.map(|(_, owner_id)| open_pos(commands.clone(), *owner_id, floats.clone()));
        pos.extend(together(opened).await?);
    }
    let hot = hot_customer().map_err(stopped)?;
    let phone: PhoneNumber = hot.phone.parse().map_err(|_| "is malformed").about("a phone number")?;
    let request = OpenWalletRequest { phone, accounts: vec![account_in(hot.opening)] };
    let (wallet_id, accounts) = commands.open_wallet(asked(commands), request).await.map_err(failed)?.receipt;
    commands.top_up(asked(commands), wallet_id, hot.opening).await.map_err(failed)?;
    let account_id = accounts.first().map_or(0, |account_id| account_id.as_u128());
    let named = |place: &Place| (place.pos_id.to_string(), place.access_key.reveal().to_owned());
    let places = LoadedPlaces {
        owner_id: owners.first().map(ToString::to_string).unwrap_or_default(),
        pos: pos.iter().map(named).collect(),
        hot: LoadedIds { wallet_id: wallet_id.as_u128(), account_id },
    };
    Ok((places, pos))
}

async fn open_pos(commands: Commands, owner_id: OwnerId, floats: Vec<Money>) -> Result<Place, Stopped> {
    let request = RegisterPosRequest {
        owner_id,
        name: "Bench counter".to_owned(),
        shown_id: None,
        currencies: floats.iter().map(|float| float.currency()).collect(),
        credit_lines: Vec::new(),
    };
    let pos_id = commands.register_pos(asked(&commands), request).await.map_err(failed)?.receipt;
    for float in floats {
        commands.prefund(asked(&commands), Reference::Id(pos_id), float).await.map_err(failed)?;
    }
    let request = AddKeyRequest {
        pos: Reference::Id(pos_id),
        profile: Profile::Plain,
        salt_bytes: None,
        networks: Vec::new(),
        balance_view: BalanceView::Full,
        currencies: Vec::new(),
        access_key: None,
    };
    let key = commands.add_key(asked(&commands), request).await.map_err(failed)?.receipt;
    Ok(Place { pos_id, access_key: key.access_key })
}

fn account_in(opening: Money) -> NewAccount {
    NewAccount { currency: opening.currency(), alias: None, shown_id: None }
}

/// A batch ready for the engine, and the personal keys that must be kept before it.
#[derive(Default)]
struct Opening {
    commands: Vec<Command>,
    keys: Vec<(WalletId, Vec<u8>)>,
}

/// Opens all wallets and notes their ids. While the engine decides a batch, the next one is sealed.
pub(super) async fn open_wallets(loading: &Loading<'_>, wallets: &mut LoadedWallets) -> Result<(), Stopped> {
    let all = loading.load.wallets;
    let together = u64::try_from(loading.load.batch / 2).unwrap_or(1).max(1); // Two commands each.
    let mut bar = Progress::of("opening wallets");
    let mut next = opening(loading, 0, together.min(all))?;
    while wallets.count() < all {
        let Opening { commands, keys } = next;
        keep_keys(loading, keys).await?;
        let committing = loading.store.commit(commands);
        let first = wallets.count().saturating_add(together);
        let now = loading.staff.commands.now();
        loading.clock.turn_to(now.plus_s(BATCH_S));
        next = opening(loading, first, first.saturating_add(together).min(all))?;
        wallets.append(&opened(&committed(committing).await?)?).map_err(stopped)?;
        loading.step().await?;
        bar.tell(wallets.count(), all);
    }
    Ok(())
}

/// The customers numbered from `first` to before `end`.
fn opening(loading: &Loading<'_>, first: u64, end: u64) -> Result<Opening, Stopped> {
    let commands = &loading.staff.commands;
    let at = commands.now();
    let mut opening = Opening::default();
    for number in first..end {
        let customer = customer(number).map_err(stopped)?;
        let phone: PhoneNumber =
            customer.phone.parse().map_err(|_| "is malformed").about("a phone number")?;
        let fresh = commands.fresh();
        let wallet_id = WalletId::new(at, fresh, fresh.bucket());
        let (key, wrapped) = commands.vault().new_wallet_key(wallet_id);
        opening.keys.push((wallet_id, wrapped));
        let open = OpenWallet {
            actor: Actor::System,
            wallet_id,
            phone: commands.vault().phone(&phone),
            sealed_phone: commands.vault().seal_personal(&key, PHONE_PURPOSE, phone.reveal().as_bytes()),
            accounts: vec![account_in(customer.opening)],
        };
        let top_up = TopUp { actor: Actor::System, wallet_id, amount: customer.opening };
        opening.commands.push(command(commands, at, Body::OpenWallet(open)));
        opening.commands.push(command(commands, at, Body::TopUp(top_up)));
    }
    Ok(opening)
}

/// All are put to the engine before the first is waited for: it keeps those that wait in one transaction.
async fn keep_keys(loading: &Loading<'_>, keys: Vec<(WalletId, Vec<u8>)>) -> Result<(), Stopped> {
    let keeping =
        keys.into_iter().map(|(wallet_id, wrapped)| loading.store.keep_personal_key(wallet_id, wrapped));
    let keeping: Vec<_> = keeping.collect();
    for kept in keeping {
        kept.await.about("a personal key")?;
    }
    Ok(())
}

fn opened(receipts: &[Receipt]) -> Result<Vec<LoadedIds>, Stopped> {
    let mut made = Vec::new();
    for receipt in receipts {
        if let Receipt::WalletOpened(wallet_id, accounts) = receipt {
            let account_id = accounts.first().ok_or("has no account").about(wallet_id)?.as_u128();
            made.push(LoadedIds { wallet_id: wallet_id.as_u128(), account_id });
        }
    }
    Ok(made)
}

/// A command of the load.
pub(super) fn command(commands: &Commands, at: Time, body: Body) -> Command {
    Command { at, fresh: commands.fresh(), idempotency: None, proof: None, body }
}

/// The receipts of a batch of which nothing may be refused.
pub(super) async fn committed(
    committing: impl Future<Output = Result<Vec<Outcome>, CommitError>>,
) -> Result<Vec<Receipt>, Stopped> {
    let outcomes = committing.await.about("a batch")?;
    let receipt = |outcome: Outcome| {
        outcome.result.map_err(|refusal| Stopped::failed(format_args!("the core refused: {refusal:?}")))
    };
    outcomes.into_iter().map(receipt).collect()
}
