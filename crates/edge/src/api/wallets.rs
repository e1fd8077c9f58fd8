//! `/wallets`: open and find one, add an account, top up, arm and cancel a code, freeze.

use specie_commands::{
    ArmCodeRequest, DeviceSeed, OFFLINE_CODE_DIGITS, OFFLINE_CODE_PERIOD_S, OpenWalletRequest, PhoneNumber,
    WalletView,
};
use specie_domain::command::NewAccount;
use specie_domain::ids::{AccountId, WalletId};
use specie_domain::rows::{Approved, Purpose};
use specie_money::Money;
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::caller::Caller;
use super::fees::{arming_channel, told};
use super::places::pos_named;
use super::problems::Refused;
use super::reply::Reply;
use crate::when::rfc3339;

/// `POST /wallets`.
pub(super) async fn open(caller: Caller) -> Result<Reply, Refused> {
    let body: api::OpenWallet = caller.body().await?;
    let phone = caller.judged(phone(&body.phone_number)).await?;
    let accounts = caller.judged(accounts_asked(body.accounts, body.currencies)).await?;
    let request = OpenWalletRequest { phone: phone.clone(), accounts: accounts.clone() };
    let answered = caller.commands.open_wallet(caller.asked(), request).await?;
    Reply::done(201, answered, |(wallet_id, ids)| api::Wallet {
        wallet_id: wallet_id.to_string(),
        phone_number: Some(phone.reveal().to_owned()),
        frozen: false,
        offline: false,
        kyc_tier: 0,
        accounts: accounts.into_iter().zip(ids).map(|(account, id)| new_account(account, id)).collect(),
    })
}

/// `GET /wallets?phone_number=`.
pub(super) async fn find(caller: Caller) -> Result<Reply, Refused> {
    let query: api::WalletQuery = caller.query().await?;
    let phone = caller.judged(phone(&query.phone_number)).await?;
    Reply::read(&shown(caller.commands.wallet_of_phone(caller.actor, &phone).await?))
}

/// `GET /wallets/{wallet_id}`.
pub(super) async fn show(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    Reply::read(&shown(caller.commands.wallet(caller.actor, wallet_id).await?))
}

/// `POST /wallets/{wallet_id}/accounts`.
pub(super) async fn open_account(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    let account = account_asked(caller.body().await?);
    let answered = caller.commands.open_account(caller.asked(), wallet_id, account.clone()).await?;
    Reply::done(201, answered, |account_id| new_account(account, account_id))
}

/// `POST /wallets/{wallet_id}/topups`.
pub(super) async fn top_up(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    let api::NewFunding { amount } = caller.body().await?;
    let answered = caller.commands.top_up(caller.asked(), wallet_id, amount.0).await?;
    Reply::done(201, answered, |(funding_id, balance)| api::Funding {
        funding_id: funding_id.to_string(),
        amount,
        balance: Amount(balance),
    })
}

/// `POST /wallets/{wallet_id}/codes`.
pub(super) async fn arm_code(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    let body: api::ArmCode = caller.body().await?;
    let approved = caller.judged(approved(body.amount, body.max_amount)).await?;
    let pos = caller.judged(body.pos_id.as_deref().map(pos_named).transpose()).await?;
    let channel = caller.judged(arming_channel(body.channel)).await?;
    let request = ArmCodeRequest { wallet_id, purpose: kept_purpose(body.purpose), pos, approved, channel };
    let answered = caller.commands.arm_code(caller.asked(), request).await?;
    let sum = match approved {
        Approved::Exactly(sum) | Approved::UpTo(sum) => Some(sum),
        Approved::Any => None,
    };
    Reply::done(201, answered, |armed| {
        let (fee, total, tariff_id) = told(armed.quote, sum);
        api::ArmedCode {
            code: armed.code.reveal().to_owned(),
            code_id: armed.code_id.to_string(),
            valid_from: rfc3339(armed.valid_from),
            expires_at: rfc3339(armed.expires_at),
            server_time: rfc3339(caller.commands.now()),
            fee,
            total,
            tariff_id,
        }
    })
}

/// `DELETE /wallets/{wallet_id}/codes/current`.
pub(super) async fn cancel_code(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    Ok(Reply::nothing(&caller.commands.cancel_code(caller.asked(), wallet_id).await?))
}

/// `POST /wallets/{wallet_id}/offline-device`.
pub(super) async fn enrol(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    let answered = caller.commands.enrol_device(caller.asked(), wallet_id).await?;
    Reply::done(201, answered, |device| offline_device(wallet_id, &device.seed))
}

/// A device's seed, also as authenticator apps read it. The label is the wallet's id: it names no person.
pub(super) fn offline_device(wallet_id: WalletId, seed: &DeviceSeed) -> api::OfflineDevice {
    let seed = seed.base32();
    let (seed, digits, period_s) = (seed.as_str(), OFFLINE_CODE_DIGITS, OFFLINE_CODE_PERIOD_S);
    api::OfflineDevice {
        seed: seed.to_owned(),
        uri: format!(
            "otpauth://totp/Specie:{wallet_id}?secret={seed}&issuer=Specie&algorithm=SHA1&digits={digits}\
             &period={period_s}"
        ),
        digits: u32::try_from(digits).unwrap_or(u32::MAX),
        period_s,
    }
}

/// `DELETE /wallets/{wallet_id}/offline-device`.
pub(super) async fn unenrol(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    Ok(Reply::nothing(&caller.commands.remove_device(caller.asked(), wallet_id).await?))
}

/// `POST /wallets/{wallet_id}/invites`.
pub(super) async fn invite(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    let answered = caller.commands.invite_device(caller.asked(), wallet_id).await?;
    Reply::done(201, answered, |invited| api::DeviceInvite {
        invite: invited.invite.grouped(),
        expires_at: rfc3339(invited.expires_at),
    })
}

/// `POST /wallets/{wallet_id}/freeze`.
pub(super) async fn freeze(caller: Caller) -> Result<Reply, Refused> {
    switch(caller, true).await
}

/// `POST /wallets/{wallet_id}/unfreeze`.
pub(super) async fn unfreeze(caller: Caller) -> Result<Reply, Refused> {
    switch(caller, false).await
}

async fn switch(caller: Caller, frozen: bool) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    let answered = caller.commands.freeze_wallet(caller.asked(), wallet_id, frozen).await?;
    Reply::done(200, answered, |()| api::WalletSwitch { wallet_id: wallet_id.to_string(), frozen })
}

/// `POST /wallets/{wallet_id}/confirm`.
pub(super) async fn confirm(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    Ok(Reply::nothing(&caller.commands.confirm_wallet(caller.asked(), wallet_id).await?))
}

/// `POST /wallets/{wallet_id}/kyc-tier`.
pub(super) async fn set_kyc_tier(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    let tier: api::KycTier = caller.body().await?;
    let answered = caller.commands.set_kyc_tier(caller.asked(), wallet_id, tier.kyc_tier).await?;
    Reply::done(200, answered, |()| tier)
}

/// `DELETE /wallets/{wallet_id}/personal-data`.
pub(super) async fn erase(caller: Caller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id().await?;
    Ok(Reply::nothing(&caller.commands.erase_wallet(caller.asked(), wallet_id).await?))
}

impl Caller {
    async fn wallet_id(&self) -> Result<WalletId, Refused> {
        let read = self.text("wallet_id").parse().map_err(|_| ProblemCode::WalletNotFound.into());
        self.judged(read).await
    }
}

/// A phone number; a plus that a query's decoding made a space is a plus.
fn phone(text: &str) -> Result<PhoneNumber, Refused> {
    let read = match text.strip_prefix(' ') {
        Some(digits) => format!("+{digits}").parse(),
        None => text.parse(),
    };
    read.map_err(|_| {
        let detail = "phone_number: must be a plus and 7 to 15 digits, as +14155559992";
        Refused::with(ProblemCode::InvalidPhoneNumber, detail)
    })
}

fn accounts_asked(
    accounts: Option<Vec<api::NewAccount>>,
    currencies: Option<Vec<CurrencyCode>>,
) -> Result<Vec<NewAccount>, Refused> {
    match (accounts, currencies) {
        (Some(accounts), None) => Ok(accounts.into_iter().map(account_asked).collect()),
        (None, Some(currencies)) => {
            let plain =
                |currency: CurrencyCode| NewAccount { currency: currency.0, alias: None, shown_id: None };
            Ok(currencies.into_iter().map(plain).collect())
        }
        (Some(_), Some(_)) | (None, None) => {
            Err(Refused::with(ProblemCode::InvalidBody, "Send exactly one of accounts and currencies."))
        }
    }
}

fn account_asked(account: api::NewAccount) -> NewAccount {
    NewAccount { currency: account.currency.0, alias: account.alias, shown_id: account.account_id }
}

/// An account right after it was opened.
fn new_account(account: NewAccount, account_id: AccountId) -> api::WalletAccount {
    api::WalletAccount {
        account_id: account.shown_id.unwrap_or_else(|| account_id.to_string()),
        currency: CurrencyCode(account.currency),
        alias: account.alias.unwrap_or_else(|| account.currency.code().to_owned()),
        balance: Amount(Money::zero(account.currency)),
    }
}

fn shown(wallet: WalletView) -> api::Wallet {
    let accounts = wallet.accounts.into_iter().map(|account| api::WalletAccount {
        account_id: account.account_id,
        currency: CurrencyCode(account.balance.currency()),
        alias: account.alias,
        balance: Amount(account.balance),
    });
    api::Wallet {
        wallet_id: wallet.wallet_id.to_string(),
        phone_number: wallet.phone,
        frozen: wallet.frozen,
        offline: wallet.offline,
        kyc_tier: wallet.kyc_tier,
        accounts: accounts.collect(),
    }
}

fn approved(amount: Option<Amount>, max_amount: Option<Amount>) -> Result<Approved, Refused> {
    match (amount, max_amount) {
        (Some(Amount(amount)), None) => Ok(Approved::Exactly(amount)),
        (None, Some(Amount(most))) => Ok(Approved::UpTo(most)),
        (None, None) => Ok(Approved::Any),
        (Some(_), Some(_)) => {
            Err(Refused::with(ProblemCode::InvalidBody, "Send at most one of amount and max_amount."))
        }
    }
}

pub(super) const fn kept_purpose(purpose: api::Purpose) -> Purpose {
    match purpose {
        api::Purpose::Withdraw => Purpose::Withdraw,
        api::Purpose::Deposit => Purpose::Deposit,
        api::Purpose::Any => Purpose::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wallets_first_accounts_are_named_in_exactly_one_way() {
        let gbp = CurrencyCode(specie_money::Currency::from_code("GBP").unwrap());
        let account = api::NewAccount { currency: gbp, alias: Some("Cash".to_owned()), account_id: None };
        assert_eq!(accounts_asked(Some(vec![account.clone()]), None).unwrap().len(), 1);
        assert_eq!(accounts_asked(None, Some(vec![gbp])).unwrap().len(), 1);
        assert!(accounts_asked(None, None).is_err());
        assert!(accounts_asked(Some(vec![account]), Some(vec![gbp])).is_err());
    }

    #[test]
    fn a_plus_that_a_query_made_a_space_is_a_plus() {
        for (text, number) in
            [("+14155559992", true), (" 14155559992", true), ("14155559992", false), ("", false)]
        {
            assert_eq!(phone(text).is_ok(), number, "{text:?}");
        }
    }
}
