//! Wallets: open, add an account, top up, freeze, confirm.

use std::sync::Arc;

use specie_money::Currency;

use super::ledger::Posting;
use super::turn::{Done, Stop, Turn, acceptable_name};
use crate::command::{
    Actor, ConfirmWallet, EraseWallet, FreezeWallet, NewAccount, OpenAccount, OpenWallet, SetKycTier, TopUp,
};
use crate::ids::{AccountId, FundingId, WalletId};
use crate::outcome::{Limit, Receipt, Refusal, Thing};
use crate::rows::{
    Account, AccountKey, AccountKind, AccountName, AliasKind, EventKind, Phone, Reason, Role, Wallet,
    WalletGuess, WalletLive,
};
use crate::secret_hash::KeyedHash;
use crate::working_set::Missing;

/// Accounts one wallet may have.
pub(super) const ACCOUNTS_OF_WALLET_MAX: usize = 32;

const fn keeps_wallets(role: Role) -> bool {
    matches!(role, Role::Admin | Role::WalletBackend)
}

/// Opens a wallet with its first accounts.
pub(super) fn open(turn: &mut Turn<'_>, command: &OpenWallet) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_wallets)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let wallet_id = command.wallet_id;
    if has_wallet(turn, command.phone)? || turn.get::<Wallet>(&wallet_id)?.is_some() {
        return Err(Refusal::Exists(Thing::Wallet).into());
    }
    turn.set.put(Phone { phone: command.phone, wallet_id });
    let mut wallet = Wallet {
        wallet_id,
        phone: command.phone,
        sealed_phone: command.sealed_phone.clone(),
        frozen: false,
        accounts: Vec::new(),
        opened_at: turn.at,
        erased_at: None,
        kyc_tier: 0,
        rests_until: None,
    };
    for account in &command.accounts {
        add_account(turn, &mut wallet, account)?;
    }
    let accounts = wallet.accounts.iter().map(|(_, account_id)| *account_id).collect();
    turn.set.put(wallet);
    Ok(turn.remember(Receipt::WalletOpened(wallet_id, accounts)))
}

/// Whether the phone number has a wallet; one whose customer was forgotten is none.
fn has_wallet(turn: &Turn<'_>, phone: KeyedHash) -> Result<bool, Stop> {
    let Some(phone) = turn.get::<Phone>(&phone)? else {
        return Ok(false);
    };
    Ok(turn.get::<Wallet>(&phone.wallet_id)?.is_some_and(|wallet| wallet.erased_at.is_none()))
}

/// Opens a further account of a wallet.
pub(super) fn open_account(turn: &mut Turn<'_>, command: &OpenAccount) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_wallets)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let mut wallet = wallet(turn, command.wallet_id)?;
    refuse_erased(&wallet)?;
    let account_id = add_account(turn, &mut wallet, &command.account)?;
    turn.set.put(wallet);
    Ok(turn.remember(Receipt::AccountOpened(account_id)))
}

/// Adds an account to `wallet`, which the caller keeps.
pub(super) fn add_account(
    turn: &mut Turn<'_>,
    wallet: &mut Wallet,
    account: &NewAccount,
) -> Result<AccountId, Stop> {
    let currency = account.currency;
    if wallet.accounts.len() >= ACCOUNTS_OF_WALLET_MAX {
        return Err(Refusal::Unacceptable(Limit::AccountsOfWallet(ACCOUNTS_OF_WALLET_MAX)).into());
    }
    if account_of(wallet, currency).is_some() {
        return Err(Refusal::Exists(Thing::Account).into());
    }
    if let Some(alias) = &account.alias {
        acceptable_name(alias)?;
    }
    let nth = u64::try_from(wallet.accounts.len()).unwrap_or(u64::MAX).saturating_add(1);
    let account_id = AccountId::new(turn.at, turn.fresh.nth(nth), wallet.wallet_id.bucket());
    let key = AccountKey::wallet(wallet.wallet_id, currency);
    turn.import_id(AliasKind::Account, account.shown_id.as_ref(), account_id.as_u128())?;
    let (shown_id, alias) = (account.shown_id.clone(), account.alias.clone());
    turn.set.put(AccountName { account_id, key, shown_id, alias });
    turn.set.put(Account::empty(key, Some(account_id)));
    wallet.accounts.push((currency, account_id));
    Ok(account_id)
}

/// The wallet's account of `currency`.
pub(super) fn account_of(wallet: &Wallet, currency: Currency) -> Option<AccountId> {
    wallet.accounts.iter().find(|(of, _)| *of == currency).map(|(_, account_id)| *account_id)
}

/// Money comes into a wallet from the bank: `funding → wallet`.
pub(super) fn top_up(turn: &mut Turn<'_>, command: &TopUp) -> Result<Done, Stop> {
    turn.permit(command.actor, |role| matches!(role, Role::Admin | Role::Finance | Role::WalletBackend))?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let TopUp { wallet_id, amount, .. } = *command;
    if amount.minor() <= 0 {
        return Err(Refusal::Unacceptable(Limit::Positive).into());
    }
    let wallet = wallet(turn, wallet_id)?;
    refuse_erased(&wallet)?;
    account_of(&wallet, amount.currency()).ok_or(Refusal::NotFound(Thing::Account))?;
    let credit = AccountKey::wallet(wallet_id, amount.currency());
    let funding_id = FundingId::new(turn.at, turn.fresh, wallet_id.bucket());
    turn.post_request(Posting {
        debit: AccountKey::of_operator(AccountKind::Funding, amount.currency()),
        credit,
        amount: amount.minor(),
        reason: Reason::TopUp,
        operation_id: None,
    })?;
    let event = turn.event(EventKind::ToppedUp);
    turn.tell(crate::rows::Event {
        wallet_id: Some(wallet_id),
        subject: funding_id.as_u128(),
        amount: Some(amount),
        ..event
    });
    let balance = specie_money::Money::from_minor(turn.balance(&credit)?, amount.currency());
    Ok(turn.remember(Receipt::Funded(funding_id, balance)))
}

/// Freezes a wallet, or undoes it.
pub(super) fn freeze(turn: &mut Turn<'_>, command: &FreezeWallet) -> Result<Done, Stop> {
    if command.frozen {
        super::device::permit_own(turn, command.actor, command.wallet_id, Thing::Wallet)?;
    } else {
        turn.permit(command.actor, keeps_wallets)?; // A thief could undo it as well.
    }
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let wallet = wallet(turn, command.wallet_id)?;
    refuse_erased(&wallet)?;
    if wallet.frozen != command.frozen {
        turn.set.put(Wallet { frozen: command.frozen, ..wallet });
    }
    Ok(turn.remember(Receipt::Done))
}

/// Says how well the operator knows a wallet's customer.
pub(super) fn set_kyc_tier(turn: &mut Turn<'_>, command: &SetKycTier) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_wallets)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let wallet = wallet(turn, command.wallet_id)?;
    refuse_erased(&wallet)?;
    if wallet.kyc_tier != command.kyc_tier {
        turn.set.put(Wallet { kyc_tier: command.kyc_tier, ..wallet });
    }
    Ok(turn.remember(Receipt::Done))
}

/// Refuses a wallet whose customer was forgotten: nobody could get at what came in.
const fn refuse_erased(wallet: &Wallet) -> Result<(), Refusal> {
    if wallet.erased_at.is_some() { Err(Refusal::WalletDisabled) } else { Ok(()) }
}

/// Forgets a customer: her wallet is closed to every request. What is sealed under its personal key can be read
/// by nobody once the caller has destroyed that key. Facts about it are accepted as ever.
pub(super) fn erase(turn: &mut Turn<'_>, command: &EraseWallet) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_wallets)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    let wallet = wallet(turn, command.wallet_id)?;
    if wallet.erased_at.is_some() {
        return Ok(Done::before(Receipt::Done));
    }
    for (currency, _) in &wallet.accounts {
        let balance = turn.balance(&AccountKey::wallet(wallet.wallet_id, *currency))?;
        if balance != 0 && !planted!(MoneyErased) {
            return Err(Refusal::WalletInUse.into());
        }
    }
    let live = live(turn, wallet.wallet_id)?;
    let is_open = !super::login::open_sessions(turn, Some(&live))?.is_empty();
    let is_unconfirmed = !super::login::unconfirmed_sessions(turn, &live)?.is_empty();
    let has_case = live.open_cases > 0;
    if is_open || is_unconfirmed || has_case || facts_may_come(turn, &wallet)? {
        return Err(Refusal::WalletInUse.into());
    }
    super::offline::forget(turn, wallet.wallet_id)?;
    let erased_at = Some(turn.at);
    let frozen = !planted!(ErasedServed);
    turn.set.put(Wallet { frozen, sealed_phone: Vec::new(), erased_at, ..wallet });
    Ok(turn.remember(Receipt::Done))
}

/// Whether a fact about one of the wallet's sessions could still move money: nobody could get at what came back. A
/// session ends at its absolute limit at the latest, and its money has moved before.
fn facts_may_come(turn: &Turn<'_>, wallet: &Wallet) -> Result<bool, Missing> {
    let policy = &turn.deployment.policy;
    let facts_s = i64::from(policy.session_absolute_s).saturating_add(i64::from(policy.late_fact_s));
    let keys: Vec<_> =
        wallet.accounts.iter().map(|(currency, _)| AccountKey::wallet(wallet.wallet_id, *currency)).collect();
    let accounts = turn.set.get_all::<Account>(&keys)?;
    Ok(accounts.iter().flatten().any(|account| turn.at < account.last_at.plus_s(facts_s)))
}

/// The customer's app confirms the wallet: unbound and offline codes are good again.
pub(super) fn confirm(turn: &mut Turn<'_>, command: &ConfirmWallet) -> Result<Done, Stop> {
    turn.permit(command.actor, keeps_wallets)?;
    if let Some(receipt) = turn.recall()? {
        return Ok(Done::before(receipt));
    }
    wallet(turn, command.wallet_id)?;
    if let Some(guess) = turn.get::<WalletGuess>(&command.wallet_id)?
        && guess.unbound_off
    {
        turn.set.put(WalletGuess { unbound_off: false, wrong: 0, ..(*guess).clone() });
    }
    super::offline::confirm(turn, command.wallet_id)?;
    Ok(turn.remember(Receipt::Done))
}

/// What of the wallet lives for minutes only, to change it.
pub(super) fn live(turn: &Turn<'_>, wallet_id: WalletId) -> Result<WalletLive, Missing> {
    let live = turn.get::<WalletLive>(&wallet_id)?;
    let nothing = || WalletLive { wallet_id, codes: Vec::new(), sessions: Vec::new(), open_cases: 0 };
    Ok(live.map_or_else(nothing, |live| (*live).clone()))
}

/// The wallet, to look at it.
pub(super) fn known(turn: &Turn<'_>, wallet_id: WalletId) -> Result<Arc<Wallet>, Stop> {
    Ok(turn.get::<Wallet>(&wallet_id)?.ok_or(Refusal::NotFound(Thing::Wallet))?)
}

/// The wallet, to change it.
pub(super) fn wallet(turn: &Turn<'_>, wallet_id: WalletId) -> Result<Wallet, Stop> {
    Ok((*known(turn, wallet_id)?).clone())
}

/// The wallet's own back end, or an admin.
pub(super) fn permit_wallets(turn: &Turn<'_>, actor: Actor) -> Result<(), Stop> {
    turn.permit(actor, keeps_wallets)
}
