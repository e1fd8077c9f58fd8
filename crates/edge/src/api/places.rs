//! `/pos-owners` and `/pos`: register, disable, prefund, make and revoke keys.

use std::net::IpAddr;

use ipnet::IpNet;
use specie_commands::{AddKeyRequest, RegisterPosRequest};
use specie_domain::ids::{OwnerId, PosId, Reference};
use specie_domain::rows::{BalanceView, Network, OnExpiry, Profile};
use specie_wire::api::{self, Amount, CurrencyCode, ProblemCode};

use super::caller::Caller;
use super::problems::Refused;
use super::reply::Reply;

/// `POST /pos-owners`.
pub(super) async fn register_owner(caller: Caller) -> Result<Reply, Refused> {
    let api::RegisterOwner { name } = caller.body().await?;
    let answered = caller.commands.register_owner(caller.asked(), name.clone()).await?;
    Reply::done(201, answered, |owner_id| api::PosOwner { owner_id: owner_id.to_string(), name })
}

/// `POST /pos`.
pub(super) async fn register_pos(caller: Caller) -> Result<Reply, Refused> {
    let body: api::RegisterPos = caller.body().await?;
    let owner_id: Result<OwnerId, Refused> =
        body.owner_id.parse().map_err(|_| ProblemCode::OwnerNotFound.into());
    let request = RegisterPosRequest {
        owner_id: caller.judged(owner_id).await?,
        name: body.name.clone(),
        shown_id: body.pos_id.clone(),
        currencies: body.currencies.iter().map(|currency| currency.0).collect(),
        credit_lines: body.credit_lines.iter().map(|line| line.0).collect(),
    };
    let answered = caller.commands.register_pos(caller.asked(), request).await?;
    Reply::done(201, answered, |pos_id| api::Pos {
        pos_id: body.pos_id.unwrap_or_else(|| pos_id.to_string()),
        owner_id: body.owner_id,
        name: body.name,
        currencies: body.currencies,
        credit_lines: body.credit_lines,
    })
}

/// `POST /pos/{pos_id}/disable`.
pub(super) async fn disable(caller: Caller) -> Result<Reply, Refused> {
    switch(caller, true).await
}

/// `POST /pos/{pos_id}/enable`.
pub(super) async fn enable(caller: Caller) -> Result<Reply, Refused> {
    switch(caller, false).await
}

async fn switch(caller: Caller, disabled: bool) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let pos_id = caller.text("pos_id").to_owned();
    let answered = caller.commands.disable_pos(caller.asked(), pos, disabled).await?;
    Reply::done(200, answered, |()| api::PosSwitch { pos_id, disabled })
}

/// `POST /pos/{pos_id}/on-expiry`.
pub(super) async fn set_on_expiry(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let api::SetOnExpiry { on_expiry, after_s } = caller.body().await?;
    let on_expiry = match (on_expiry, after_s) {
        (api::OnExpiry::Case, None) => Ok(OnExpiry::Case),
        (api::OnExpiry::AssumeDispensed, Some(after_s)) => Ok(OnExpiry::AssumeDispensedAfter(after_s)),
        (api::OnExpiry::Case, Some(_)) | (api::OnExpiry::AssumeDispensed, None) => {
            let detail = "after_s: send it with assume_dispensed, and only with it.";
            Err(Refused::with(ProblemCode::InvalidBody, detail))
        }
    };
    let on_expiry = caller.judged(on_expiry).await?;
    Ok(Reply::nothing(&caller.commands.set_on_expiry(caller.asked(), pos, on_expiry).await?))
}

/// `POST /pos/{pos_id}/prefundings`.
pub(super) async fn prefund(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let api::NewFunding { amount } = caller.body().await?;
    let answered = caller.commands.prefund(caller.asked(), pos, amount.0).await?;
    Reply::done(201, answered, |(funding_id, balance)| api::Funding {
        funding_id: funding_id.to_string(),
        amount,
        balance: Amount(balance),
    })
}

/// `POST /pos/{pos_id}/keys`.
pub(super) async fn add_key(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let body: api::AddKey = caller.body().await?;
    let networks: Result<Vec<_>, _> = body.networks.iter().map(|text| network(text)).collect();
    let networks = caller.judged(networks).await?;
    let request = AddKeyRequest {
        pos,
        profile: kept_profile(body.profile),
        salt_bytes: body.salt_bytes,
        networks: networks.iter().map(kept_network).collect(),
        balance_view: balance_view(body.balance_view),
        currencies: body.currencies.iter().map(|CurrencyCode(currency)| *currency).collect(),
        access_key: None,
    };
    let answered = caller.commands.add_key(caller.asked(), request).await?;
    Reply::done(201, answered, |added| api::PosKey {
        key_id: added.key_id.to_string(),
        access_key: added.access_key.reveal().to_owned(),
        secret_key: added.secret_key.reveal().to_owned(),
        profile: body.profile,
        networks: networks.iter().map(ToString::to_string).collect(),
        balance_view: body.balance_view,
        currencies: body.currencies,
    })
}

/// `DELETE /pos/{pos_id}/keys/{key_id}`.
pub(super) async fn revoke_key(caller: Caller) -> Result<Reply, Refused> {
    let pos = caller.pos().await?;
    let key_id = caller.text("key_id").parse().map_err(|_| ProblemCode::KeyNotFound.into());
    let key_id = caller.judged(key_id).await?;
    Ok(Reply::nothing(&caller.commands.revoke_key(caller.asked(), pos, key_id).await?))
}

impl Caller {
    pub(super) async fn pos(&self) -> Result<Reference<PosId>, Refused> {
        self.judged(pos_named(self.text("pos_id"))).await
    }
}

/// A POS by our id or by the one it has elsewhere.
pub(super) fn pos_named(text: &str) -> Result<Reference<PosId>, Refused> {
    text.parse().map_err(|_| ProblemCode::PosNotFound.into())
}

const fn kept_profile(profile: api::Profile) -> Profile {
    match profile {
        api::Profile::Plain => Profile::Plain,
        api::Profile::Signed => Profile::Signed,
    }
}

/// How a key's requests are authenticated.
pub(super) const fn shown_profile(profile: Profile) -> api::Profile {
    match profile {
        Profile::Plain => api::Profile::Plain,
        Profile::Signed => api::Profile::Signed,
    }
}

/// What a key's logins tell of the balances.
pub(super) const fn shown_balance_view(view: BalanceView) -> api::BalanceView {
    match view {
        BalanceView::Full => api::BalanceView::Full,
        BalanceView::Approved => api::BalanceView::Approved,
        BalanceView::Zero => api::BalanceView::Zero,
    }
}

/// A network as it is written: CIDR.
pub(super) fn shown_network(network: &Network) -> String {
    format!("{}/{}", network.address, network.prefix_bits)
}

const fn balance_view(view: api::BalanceView) -> BalanceView {
    match view {
        api::BalanceView::Full => BalanceView::Full,
        api::BalanceView::Approved => BalanceView::Approved,
        api::BalanceView::Zero => BalanceView::Zero,
    }
}

/// CIDR notation (RFC 4632); an address alone is a network of one.
fn network(text: &str) -> Result<IpNet, Refused> {
    let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
    network.map(|network: IpNet| network.trunc()).map_err(|_| {
        Refused::with(ProblemCode::InvalidNetwork, "networks: each must be CIDR notation, as 192.0.2.0/24")
    })
}

fn kept_network(network: &IpNet) -> Network {
    Network { address: network.network(), prefix_bits: network.prefix_len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_kept_by_its_first_address() {
        for (text, shown) in [
            ("192.0.2.0/24", Some("192.0.2.0/24")),
            ("192.0.2.77/24", Some("192.0.2.0/24")),
            ("192.0.2.77", Some("192.0.2.77/32")),
            ("2001:db8::1/32", Some("2001:db8::/32")),
            ("0.0.0.0/0", Some("0.0.0.0/0")),
            ("192.0.2.0/33", None),
            ("192.0.2/24", None),
            ("shop.example", None),
            ("", None),
        ] {
            assert_eq!(network(text).ok().map(|network| network.to_string()).as_deref(), shown, "{text}");
        }
    }
}
