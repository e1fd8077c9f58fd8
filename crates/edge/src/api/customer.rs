//! `/wallet`: what a customer's own device does. Which wallet it is comes from the device's cookie, so no request can
//! name another one.

use specie_commands::{
    AccountRef, ArmCodeRequest, CustomerAccount, CustomerView, DeviceLine, InviteText, NoteText, PLACES_MAX,
    PlaceView, Position, QuoteRequest, QuoteView, Shelf,
};
use specie_domain::command::Actor;
use specie_domain::ids::{AccountId, DeviceId, PosId, Reference, WithdrawalId};
use specie_domain::rows::{Approved, Channel};
use specie_money::{Currency, Money};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode, Purpose};

use super::accounts::shown_entries;
use super::cookies;
use super::fees::{shown_quote, told};
use super::float::point_of;
use super::page::lines_max;
use super::places::pos_named;
use super::problems::Refused;
use super::reply::{Reply, Streamed};
use super::visitor::{DeviceCaller, Visitor};
use super::wallets::{kept_purpose, offline_device};
use crate::live::{Story, Teller, shown_case, shown_withdrawal};
use crate::when::{date, rfc3339};

/// Characters of what a customer says of a dispute, at most.
const DISPUTE_CHARACTERS_MAX: usize = 500;
/// Characters of a device's name, at most.
const DEVICE_NAME_BYTES_MAX: usize = 128;

/// `POST /wallet/device`.
pub(super) async fn sign_in(visitor: Visitor) -> Result<Reply, Refused> {
    cookies::permit_sign_in(&visitor.headers)?;
    let api::SignInDevice { invite, device_name } = visitor.body()?;
    let is_name = !device_name.trim().is_empty()
        && device_name.len() <= DEVICE_NAME_BYTES_MAX
        && !device_name.chars().any(char::is_control);
    if !is_name {
        let detail = format!("device_name: 1 to {DEVICE_NAME_BYTES_MAX} bytes, without control characters.");
        return Err(Refused::with(ProblemCode::Unacceptable, detail));
    }
    let wrong = |_| Refused::from(specie_commands::Failure::from(specie_domain::Refusal::InviteNotValid));
    let invite: InviteText = invite.parse().map_err(wrong)?;
    let (at, idempotency) = visitor.commits();
    let answered = visitor.commands.sign_in_device(at, idempotency, &invite, &device_name).await?;
    let cookie = cookies::WALLET.set(answered.receipt.token.reveal(), &visitor.headers);
    let reply = Reply::done(201, answered, |now| api::SignedInDevice {
        wallet_id: now.wallet_id.to_string(),
        device_id: now.device_id.to_string(),
        csrf_token: now.csrf.reveal(),
    })?;
    Ok(reply.with_cookie(cookie))
}

/// `DELETE /wallet/device`.
pub(super) async fn sign_out(caller: DeviceCaller) -> Result<Reply, Refused> {
    let device_id = caller.signed_in.device.device_id;
    let answered = caller.commands.sign_out_device(caller.asked(), device_id).await?;
    Ok(Reply::nothing(&answered).with_cookie(cookies::WALLET.remove(&caller.headers)))
}

/// `GET /wallet`.
pub(super) async fn show(caller: DeviceCaller) -> Result<Reply, Refused> {
    Reply::read(&wallet_now(&caller).await?)
}

async fn wallet_now(caller: &DeviceCaller) -> Result<api::CustomerWallet, Refused> {
    let view = caller.commands.customer(caller.wallet_id()).await?;
    let devices = caller.commands.devices_of(caller.wallet_id()).await?;
    let own = caller.signed_in.device.device_id;
    let name = devices.into_iter().find(|line| line.device.device_id == own).and_then(|line| line.name);
    let device = api::ThisDevice { device_id: own.to_string(), name: name.unwrap_or_default() };
    Ok(shown_wallet(&view, device, caller))
}

fn shown_wallet(view: &CustomerView, device: api::ThisDevice, caller: &DeviceCaller) -> api::CustomerWallet {
    let status = match (view.wallet.frozen, view.rests_until) {
        (true, _) => "frozen",
        (false, Some(_)) => "rests",
        (false, None) => "open",
    };
    let offline = if view.wallet.offline { api::OfflineState::Enrolled } else { api::OfflineState::Off };
    api::CustomerWallet {
        wallet_id: view.wallet.wallet_id.to_string(),
        phone_number: view.wallet.phone.as_deref().map(masked).unwrap_or_default(),
        status: status.to_owned(),
        frozen: view.wallet.frozen,
        rests_until: view.rests_until.map(rfc3339),
        offline,
        offline_device_id: view.wallet.offline_device.map(|device_id| device_id.to_string()),
        accounts: view.accounts.iter().map(shown_customer_account).collect(),
        device,
        csrf_token: caller.signed_in.csrf.reveal(),
        server_time: rfc3339(caller.commands.now()),
    }
}

/// A phone number with its middle hidden.
fn masked(phone: &str) -> String {
    let shown_before = 3;
    let hidden = phone.len().saturating_sub(shown_before).saturating_sub(4);
    let digit = |(place, digit): (usize, char)| {
        let is_hidden = place >= shown_before && place < shown_before.saturating_add(hidden);
        if is_hidden { '*' } else { digit }
    };
    phone.chars().enumerate().map(digit).collect()
}

/// An account as its customer is shown it.
pub(crate) fn shown_customer_account(account: &CustomerAccount) -> api::CustomerAccount {
    let CustomerAccount { account, held } = account;
    let currency = account.key.currency;
    let held = Money::from_minor(*held, currency);
    api::CustomerAccount {
        account_id: account.account_id.clone(),
        currency: CurrencyCode(currency),
        alias: account.alias.clone(),
        // The ledger's balances and holds of one wallet never come near the end of the range.
        balance: Amount(account.balance.checked_add(held).unwrap_or(account.balance)),
        held: Amount(held),
        available: Amount(account.balance),
    }
}

/// `GET /wallet/places`.
pub(super) async fn places(caller: DeviceCaller) -> Result<Reply, Refused> {
    let api::PlacesQuery { number, near, past, limit } = caller.query()?;
    let places_max = lines_max(limit)?.min(PLACES_MAX);
    if let Some(near) = near {
        if number.is_some() || past.is_some() {
            let detail = "near: is sent without number and past.";
            return Err(Refused::with(ProblemCode::InvalidQuery, detail));
        }
        let places = caller.commands.places_near(point_of(&near)?, places_max).await?;
        return Reply::read(&api::Places { places: places.iter().map(shown_place).collect(), next: None });
    }
    let (places, next) = match number {
        Some(number) => (caller.commands.place_of_number(number).await?.into_iter().collect(), None),
        None => {
            let page = caller.commands.places(past, places_max).await?;
            (page.places, page.next)
        }
    };
    Reply::read(&api::Places { places: places.iter().map(shown_place).collect(), next })
}

/// Whether a place has cash, as the wire says it.
pub(super) const fn shown_shelf(shelf: Shelf) -> api::PlaceCash {
    match shelf {
        Shelf::Yes => api::PlaceCash::Yes,
        Shelf::Low => api::PlaceCash::Low,
        Shelf::Unknown => api::PlaceCash::Unknown,
    }
}

fn shown_place(place: &PlaceView) -> api::Place {
    let pos = &place.pos;
    let at = place.place.as_deref().map(super::float::shown_place);
    api::Place {
        pos_id: pos.shown_id.clone().unwrap_or_else(|| pos.pos_id.to_string()),
        number: place.number,
        name: pos.name.clone(),
        owner_name: place.owner_name.clone(),
        cash: shown_shelf(place.cash),
        currencies: pos.currencies.iter().map(|currency| CurrencyCode(*currency)).collect(),
        purposes: vec![Purpose::Withdraw, Purpose::Deposit],
        town: at.as_ref().map(|at| at.town.clone()),
        hours: at.as_ref().map(|at| at.hours.clone()),
        latitude: at.as_ref().map(|at| at.latitude.clone()),
        longitude: at.map(|at| at.longitude),
        distance_m: place.metres,
    }
}

/// `POST /wallet/quotes`.
pub(super) async fn quote(caller: DeviceCaller) -> Result<Reply, Refused> {
    let api::AskOwnQuote { account_id, pos_id, amount } = caller.body()?;
    let currency = caller.own_account(&account_id).await?.1;
    same_currency(currency, amount.0)?;
    let quote = caller.covered_quote(&account_id, pos_named(&pos_id)?, amount.0).await?;
    Reply::read(&shown_quote(amount, quote))
}

/// `POST /wallet/codes`.
pub(super) async fn arm(caller: DeviceCaller) -> Result<Reply, Refused> {
    let api::ArmOwnCode { account_id, pos_id, amount, purpose } = caller.body()?;
    let currency = caller.own_account(&account_id).await?.1;
    let approved = approved(purpose, amount, currency)?;
    let pos: Reference<PosId> = pos_named(&pos_id)?;
    if let Approved::Exactly(sum) = approved {
        caller.covered_quote(&account_id, pos.clone(), sum).await?;
    }
    let wallet_id = caller.wallet_id();
    let phone = caller.commands.customer(wallet_id).await?.wallet.phone.unwrap_or_default();
    let request = ArmCodeRequest {
        wallet_id,
        purpose: kept_purpose(purpose),
        pos: Some(pos),
        approved,
        channel: Channel::App,
    };
    let answered = caller.commands.arm_code(caller.asked(), request).await?;
    Reply::done(201, answered, |armed| {
        let (fee, total, _) = told(armed.quote, amount.map(|amount| amount.0));
        api::OwnCode {
            code: armed.code.reveal().to_owned(),
            phone_number: phone,
            valid_from: rfc3339(armed.valid_from),
            expires_at: rfc3339(armed.expires_at),
            server_time: rfc3339(caller.commands.now()),
            fee,
            total,
        }
    })
}

/// What the customer approves: to withdraw exactly a sum, to bring up to one, or any.
fn approved(purpose: Purpose, amount: Option<Amount>, currency: Currency) -> Result<Approved, Refused> {
    if let Some(amount) = amount {
        same_currency(currency, amount.0)?;
    }
    match (purpose, amount) {
        (Purpose::Withdraw, Some(Amount(sum))) => Ok(Approved::Exactly(sum)),
        (Purpose::Deposit, Some(Amount(sum))) => Ok(Approved::UpTo(sum)),
        (Purpose::Deposit, None) => Ok(Approved::Any),
        (Purpose::Withdraw, None) => {
            Err(Refused::with(ProblemCode::InvalidBody, "amount: must be sent to withdraw."))
        }
        (Purpose::Any, _) => {
            Err(Refused::with(ProblemCode::InvalidBody, "purpose: must be withdraw or deposit."))
        }
    }
}

fn same_currency(currency: Currency, sum: Money) -> Result<(), Refused> {
    if sum.currency() == currency {
        return Ok(());
    }
    let detail = format!("amount.currency: the account is in {}.", currency.code());
    Err(Refused::with(ProblemCode::InvalidAmount, detail))
}

/// `DELETE /wallet/codes/current`.
pub(super) async fn cancel(caller: DeviceCaller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id();
    Ok(Reply::nothing(&caller.commands.cancel_code(caller.asked(), wallet_id).await?))
}

/// `GET /wallet/withdrawals`.
pub(super) async fn withdrawals(caller: DeviceCaller) -> Result<Reply, Refused> {
    let api::HistoryQuery { past, limit } = caller.query()?;
    let (past, lines_max) = (position(past.as_deref())?, lines_max(limit)?);
    let page = caller.commands.withdrawals_of(caller.wallet_id(), past, lines_max).await?;
    Reply::read(&api::OwnWithdrawals {
        withdrawals: page.lines.iter().map(shown_withdrawal).collect(),
        next: page.next.map(|position| position.to_string()),
    })
}

/// Where a page of a history begins.
pub(super) fn position(past: Option<&str>) -> Result<Option<Position>, Refused> {
    let wrong = |_| Refused::with(ProblemCode::InvalidQuery, "past: must be the next of the page before.");
    past.map(str::parse).transpose().map_err(wrong)
}

/// `GET /wallet/withdrawals/{transaction_id}`.
pub(super) async fn withdrawal(caller: DeviceCaller) -> Result<Reply, Refused> {
    let id = caller.withdrawal_id()?;
    let line = caller.commands.withdrawal_of_wallet(caller.wallet_id(), id).await?;
    Reply::read(&shown_withdrawal(&line))
}

/// `POST /wallet/withdrawals/{transaction_id}/disputes`.
pub(super) async fn dispute(caller: DeviceCaller) -> Result<Reply, Refused> {
    let id = caller.withdrawal_id()?;
    let api::DisputeOwn { text } = caller.body_if_any()?;
    let answered = match text.as_deref().map(words).transpose()? {
        None => caller.commands.dispute(caller.asked(), id).await?,
        Some(text) => {
            let wallet_id = caller.wallet_id();
            caller.commands.dispute_saying(caller.asked(), wallet_id, id, &text).await?
        }
    };
    Reply::done(201, answered, |view| shown_case(&view.case))
}

/// What a customer says of a dispute.
fn words(text: &str) -> Result<NoteText, Refused> {
    let wrong = || {
        let detail =
            format!("text: must have 1 to {DISPUTE_CHARACTERS_MAX} characters, no control characters.");
        Refused::with(ProblemCode::Unacceptable, detail)
    };
    if text.chars().count() > DISPUTE_CHARACTERS_MAX {
        return Err(wrong());
    }
    text.parse().map_err(|_| wrong())
}

/// `GET /wallet/accounts/{account_id}/entries`.
pub(super) async fn entries(caller: DeviceCaller) -> Result<Reply, Refused> {
    let (account, _) = caller.own_account(caller.text("account_id")).await?;
    let query: api::EntriesQuery = caller.query()?;
    let lines_max = lines_max(query.limit)?;
    let view = caller.commands.entries(Actor::System, account, query.from, lines_max).await?;
    Reply::read(&shown_entries(&view))
}

/// `GET /wallet/devices`.
pub(super) async fn devices(caller: DeviceCaller) -> Result<Reply, Refused> {
    let own = caller.signed_in.device.device_id;
    let devices = caller.commands.devices_of(caller.wallet_id()).await?;
    let shown = |DeviceLine { device, name }: DeviceLine| api::OwnDevice {
        device_id: device.device_id.to_string(),
        name: name.unwrap_or_default(),
        created_at: rfc3339(device.created_at),
        revoked_at: device.revoked_at.map(rfc3339),
        last_seen_on: device.last_seen_at.map(date),
        this: device.device_id == own,
    };
    Reply::read(&api::OwnDevices { devices: devices.into_iter().map(shown).collect() })
}

/// `DELETE /wallet/devices/{device_id}`.
pub(super) async fn sign_out_other(caller: DeviceCaller) -> Result<Reply, Refused> {
    let not_found = |_| Refused::from(ProblemCode::DeviceNotFound);
    let device_id: DeviceId = caller.text("device_id").parse().map_err(not_found)?;
    Ok(Reply::nothing(&caller.commands.sign_out_device(caller.asked(), device_id).await?))
}

/// `POST /wallet/freeze`.
pub(super) async fn freeze(caller: DeviceCaller) -> Result<Reply, Refused> {
    let answered = caller.commands.freeze_wallet(caller.asked(), caller.wallet_id(), true).await?;
    let wallet = wallet_now(&caller).await?;
    Reply::done(200, answered, |()| wallet)
}

/// `POST /wallet/offline-device`.
pub(super) async fn enrol(caller: DeviceCaller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id();
    let answered = caller.commands.enrol_device(caller.asked(), wallet_id).await?;
    Reply::done(201, answered, |device| offline_device(wallet_id, &device.seed))
}

/// `DELETE /wallet/offline-device`.
pub(super) async fn unenrol(caller: DeviceCaller) -> Result<Reply, Refused> {
    let wallet_id = caller.wallet_id();
    Ok(Reply::nothing(&caller.commands.remove_device(caller.asked(), wallet_id).await?))
}

/// `GET /wallet/events`.
pub(super) async fn events(caller: DeviceCaller) -> Result<Streamed, Refused> {
    let listener = caller.commands.listen();
    let seat = caller.streams().seat(caller.signed_in.device.hash);
    let seat = seat.ok_or(ProblemCode::TooManyRequests)?;
    let (teller, body) = Teller::open(seat);
    let (commands, device) = (caller.commands.clone(), caller.signed_in.clone());
    drop(tokio::spawn(Story { commands, device, listener, teller }.run()));
    Ok(Streamed::new(body))
}

impl DeviceCaller {
    fn withdrawal_id(&self) -> Result<WithdrawalId, Refused> {
        let not_found = |_| Refused::from(ProblemCode::WithdrawalNotFound);
        self.text("transaction_id").parse().map_err(not_found)
    }

    /// One of the wallet's own accounts, by its id as it is shown.
    /// What it costs, if the account covers it now: told to the customer before she walks to the counter. Nothing is
    /// set aside; the withdrawal itself looks again.
    async fn covered_quote(
        &self,
        account_id: &str,
        pos: Reference<PosId>,
        amount: Money,
    ) -> Result<QuoteView, Refused> {
        let request = QuoteRequest { wallet_id: self.wallet_id(), pos, amount, channel: Channel::App };
        let quote = self.commands.quote(Actor::System, request).await?;
        let (account, _) = self.own_account(account_id).await?;
        let account = self.commands.account(Actor::System, account).await?;
        if quote.total.minor() > account.balance.minor() {
            Err(ProblemCode::NotEnoughFunds.into())
        } else {
            Ok(quote)
        }
    }

    async fn own_account(&self, account_id: &str) -> Result<(AccountRef, Currency), Refused> {
        let not_found = || Refused::from(ProblemCode::AccountNotFound);
        let named: Reference<AccountId> = account_id.parse().map_err(|_| not_found())?;
        let account = AccountRef::Named(named);
        let found = self.commands.account(Actor::System, account.clone()).await?;
        let own = self.commands.customer(self.wallet_id()).await?;
        let is_own = own.accounts.iter().any(|account| account.account.key == found.key);
        if is_own { Ok((account, found.key.currency)) } else { Err(not_found()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_phone_number_tells_its_country_and_its_end() {
        for (phone, shown) in
            [("+14155559992", "+14*****9992"), ("+4479111", "+44*9111"), ("+123456", "+123456"), ("", "")]
        {
            assert_eq!(masked(phone), shown);
        }
    }
}
