//! What may be read: wallets, accounts and their entries, withdrawals. Balances, sessions and withdrawals are
//! strong reads; entries say how far they have seen.

use std::sync::Arc;

use specie_domain::command::Actor;
use specie_domain::ids::{AccountId, DepositId, DeviceId, PosId, Reference, WalletId, WithdrawalId};
use specie_domain::lifecycle::WithdrawalState;
use specie_domain::outcome::Thing;
use specie_domain::rows::{
    Account, AccountKey, AccountKind, AccountName, Alias, AliasKey, AliasKind, Deposit, OfflineDevice, Phone,
    Pos, Session, Wallet, Withdrawal,
};
use specie_domain::{Row, Time};
use specie_money::{Currency, Money};
use specie_store::EntryPage;

use crate::calls::{Commands, not_found};
use crate::failure::Failure;
use crate::secrets::PhoneNumber;
use crate::sessions::Depositor;
use crate::wallets::PHONE_PURPOSE;

/// A wallet with its accounts.
#[derive(Debug, Clone)]
pub struct WalletView {
    /// Its id.
    pub wallet_id: WalletId,
    /// The customer's phone, unless it was erased.
    pub phone: Option<String>,
    /// Whether it is frozen.
    pub frozen: bool,
    /// Whether it has an offline device.
    pub offline: bool,
    /// Which of its customer's devices that is, if one of them enrolled it.
    pub offline_device: Option<DeviceId>,
    /// How well the operator knows its customer.
    pub kyc_tier: u8,
    /// When it was opened.
    pub opened_at: Time,
    /// Its accounts, in the order they were opened.
    pub accounts: Vec<AccountView>,
}

/// An account with its balance.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// The account in the ledger.
    pub key: AccountKey,
    /// The id an import brought, or ours; an internal account's name.
    pub account_id: String,
    /// The name shown for it.
    pub alias: String,
    /// Credits − debits.
    pub balance: Money,
    /// How many entries it has.
    pub entries: u64,
}

/// How a request names an account: a wallet's by its id, an internal one by kind, holder and currency.
#[derive(Debug, Clone)]
pub enum AccountRef {
    /// A wallet's account.
    Named(Reference<AccountId>),
    /// One of a POS's accounts.
    OfPos(AccountKind, Reference<PosId>, Currency),
    /// Any other internal account.
    Ledger(AccountKey),
}

/// A page of an account's history.
#[derive(Debug, Clone)]
pub struct EntriesView {
    /// The account.
    pub account: AccountKey,
    /// Its lines, newest first.
    pub page: EntryPage,
}

/// A withdrawal and its state at the time of asking.
#[derive(Debug, Clone)]
pub struct WithdrawalView {
    /// The withdrawal.
    pub withdrawal: Arc<Withdrawal>,
    /// Its state.
    pub state: WithdrawalState,
    /// The id of its account as it is shown.
    pub account_id: String,
    /// The id of its POS as it is shown.
    pub pos_id: String,
}

/// A deposit and who brought its cash.
#[derive(Debug, Clone)]
pub struct DepositView {
    /// The deposit.
    pub deposit: Arc<Deposit>,
    /// Who brought the cash; nobody when it was not said, or is forgotten.
    pub depositor: Option<Depositor>,
    /// The id of its account as it is shown.
    pub account_id: String,
    /// The id of its POS as it is shown.
    pub pos_id: String,
}

impl Commands {
    /// `GET /api/v1/wallets/{id}`.
    ///
    /// # Errors
    /// No such wallet; the store's failures.
    pub async fn wallet(&self, actor: Actor, wallet_id: WalletId) -> Result<WalletView, Failure> {
        self.bearer(actor).await?;
        let Some(Row::Wallet(wallet)) = self.row::<Wallet>(wallet_id).await? else {
            return Err(not_found(Thing::Wallet));
        };
        self.look_at_personal(actor, wallet_id).await?;
        let key = self.wallet_key(wallet_id).await?;
        let phone = key.and_then(|key| key.open_personal(PHONE_PURPOSE, &wallet.sealed_phone).ok());
        let mut accounts = Vec::with_capacity(wallet.accounts.len());
        for (currency, account_id) in &wallet.accounts {
            accounts
                .push(self.account_view(AccountKey::wallet(wallet_id, *currency), Some(*account_id)).await?);
        }
        let offline = self.offline_device(wallet_id).await?;
        Ok(WalletView {
            wallet_id,
            phone: phone.and_then(|phone| String::from_utf8(phone).ok()),
            frozen: wallet.frozen,
            offline: offline.is_some(),
            offline_device: offline.and_then(|device| device.device_id),
            kyc_tier: wallet.kyc_tier,
            opened_at: wallet.opened_at,
            accounts,
        })
    }

    async fn offline_device(&self, wallet_id: WalletId) -> Result<Option<Arc<OfflineDevice>>, Failure> {
        match self.row::<OfflineDevice>(wallet_id).await? {
            Some(Row::OfflineDevice(device)) if device.removed_at.is_none() => Ok(Some(device)),
            _ => Ok(None),
        }
    }

    /// `GET /api/v1/wallets?phone_number=`.
    ///
    /// # Errors
    /// No such wallet; the store's failures.
    pub async fn wallet_of_phone(&self, actor: Actor, phone: &PhoneNumber) -> Result<WalletView, Failure> {
        self.bearer(actor).await?;
        match self.row::<Phone>(self.vault.phone(phone)).await? {
            Some(Row::Phone(row)) => self.wallet(actor, row.wallet_id).await,
            _ => Err(not_found(Thing::Wallet)),
        }
    }

    /// `GET /api/v1/accounts/{id}`.
    ///
    /// # Errors
    /// No such account; the store's failures.
    pub async fn account(&self, actor: Actor, account: AccountRef) -> Result<AccountView, Failure> {
        let (key, account_id) = self.readable_account(actor, account).await?;
        self.account_view(key, account_id).await
    }

    /// `GET /api/v1/accounts/{id}/entries`.
    ///
    /// # Errors
    /// No such account; the store's failures.
    pub async fn entries(
        &self,
        actor: Actor,
        account: AccountRef,
        from: Option<u64>,
        lines_max: usize,
    ) -> Result<EntriesView, Failure> {
        let (key, _) = self.readable_account(actor, account).await?;
        let page = self.store.entries(key, from, lines_max).await.map_err(|why| {
            tracing::error!(%why, "entries were not read");
            Failure::NotApplied
        })?;
        Ok(EntriesView { account: key, page })
    }

    /// `GET /api/v1/withdrawals/{transaction_id}`.
    ///
    /// # Errors
    /// No such withdrawal; the store's failures.
    pub async fn withdrawal(
        &self,
        actor: Actor,
        withdrawal_id: WithdrawalId,
    ) -> Result<WithdrawalView, Failure> {
        self.bearer(actor).await?;
        let Some(Row::Withdrawal(withdrawal)) = self.row::<Withdrawal>(withdrawal_id).await? else {
            return Err(not_found(Thing::Withdrawal));
        };
        let Some(Row::Session(session)) = self.row::<Session>(withdrawal.operation_id).await? else {
            return Err(not_found(Thing::Withdrawal));
        };
        self.withdrawal_view(withdrawal, &session).await
    }

    /// `GET /api/v1/deposits/{transaction_id}`.
    ///
    /// # Errors
    /// No such deposit; the store's failures.
    pub async fn deposit_view(&self, actor: Actor, deposit_id: DepositId) -> Result<DepositView, Failure> {
        self.bearer(actor).await?;
        let Some(Row::Deposit(deposit)) = self.row::<Deposit>(deposit_id).await? else {
            return Err(not_found(Thing::Deposit));
        };
        if !deposit.sealed_depositor.is_empty() {
            self.look_at_personal(actor, deposit.wallet_id).await?;
        }
        Ok(DepositView {
            depositor: self.depositor(&deposit).await?,
            account_id: self.shown_account_id(deposit.account_id).await?,
            pos_id: self.shown_pos_id(deposit.pos_id).await?,
            deposit,
        })
    }

    /// A withdrawal of `session` as it is now.
    pub(crate) async fn withdrawal_view(
        &self,
        withdrawal: Arc<Withdrawal>,
        session: &Session,
    ) -> Result<WithdrawalView, Failure> {
        let lives = session.ended_at(self.now()).is_none();
        Ok(WithdrawalView {
            state: WithdrawalState::of(&withdrawal, lives),
            account_id: self.shown_account_id(withdrawal.account_id).await?,
            pos_id: self.shown_pos_id(withdrawal.pos_id).await?,
            withdrawal,
        })
    }

    /// A wallet's account is for whoever bears a key, any other for the back office.
    async fn readable_account(
        &self,
        actor: Actor,
        account: AccountRef,
    ) -> Result<(AccountKey, Option<AccountId>), Failure> {
        self.bearer(actor).await?;
        let found = self.resolve_account(account).await?;
        if found.0.kind != AccountKind::Wallet {
            self.reader(actor).await?;
        }
        Ok(found)
    }

    async fn resolve_account(&self, account: AccountRef) -> Result<(AccountKey, Option<AccountId>), Failure> {
        match account {
            AccountRef::Ledger(key) => Ok((key, None)),
            AccountRef::OfPos(kind, pos, currency) => {
                let pos_id = self.pos_id_of(pos).await?.ok_or_else(|| not_found(Thing::Account))?;
                Ok((AccountKey::of_pos(kind, pos_id, currency), None))
            }
            AccountRef::Named(reference) => {
                let account_id = match reference {
                    Reference::Id(account_id) => account_id,
                    Reference::Opaque(text) => {
                        let key = AliasKey { kind: AliasKind::Account, text };
                        AccountId::from_u128(self.alias(key).await?.ok_or_else(|| not_found(Thing::Account))?)
                    }
                };
                match self.row::<AccountName>(account_id).await? {
                    Some(Row::AccountName(name)) => Ok((name.key, Some(account_id))),
                    _ => Err(not_found(Thing::Account)),
                }
            }
        }
    }

    /// The POS that `reference` names.
    pub(crate) async fn pos_id_of(&self, reference: Reference<PosId>) -> Result<Option<PosId>, Failure> {
        match reference {
            Reference::Id(pos_id) => Ok(Some(pos_id)),
            Reference::Opaque(text) => {
                let key = AliasKey { kind: AliasKind::Pos, text };
                Ok(self.alias(key).await?.map(PosId::from_u128))
            }
        }
    }

    async fn alias(&self, key: AliasKey) -> Result<Option<u128>, Failure> {
        match self.row::<Alias>(key).await? {
            Some(Row::Alias(alias)) => Ok(Some(alias.target)),
            _ => Ok(None),
        }
    }

    async fn account_view(
        &self,
        key: AccountKey,
        account_id: Option<AccountId>,
    ) -> Result<AccountView, Failure> {
        let Some(Row::Account(account)) = self.row::<Account>(key).await? else {
            return Err(not_found(Thing::Account));
        };
        let mut view = AccountView {
            key,
            account_id: internal_name(key),
            alias: key.currency.code().to_owned(),
            balance: Money::from_minor(account.balance, key.currency),
            entries: account.entries,
        };
        if let Some(account_id) = account_id.or(account.account_id)
            && let Some(Row::AccountName(name)) = self.row::<AccountName>(account_id).await?
        {
            view.account_id = name.shown_id.clone().unwrap_or_else(|| account_id.to_string());
            view.alias = name.alias.clone().unwrap_or(view.alias);
        }
        Ok(view)
    }

    pub(crate) async fn shown_pos_id(&self, pos_id: PosId) -> Result<String, Failure> {
        let shown = match self.row::<Pos>(pos_id).await? {
            Some(Row::Pos(pos)) => pos.shown_id.clone(),
            _ => None,
        };
        Ok(shown.unwrap_or_else(|| pos_id.to_string()))
    }

    pub(crate) async fn shown_account_id(&self, account_id: AccountId) -> Result<String, Failure> {
        let shown = match self.row::<AccountName>(account_id).await? {
            Some(Row::AccountName(name)) => name.shown_id.clone(),
            _ => None,
        };
        Ok(shown.unwrap_or_else(|| account_id.to_string()))
    }
}

/// An internal account's name: `kind:holder:currency`, or `kind:currency` for the operator's own.
pub(crate) fn internal_name(key: AccountKey) -> String {
    let (kind, currency) = (key.kind.name(), key.currency.code());
    if key.holder == 0 {
        return format!("{kind}:{currency}");
    }
    format!("{kind}:{}:{currency}", PosId::from_u128(key.holder))
}
