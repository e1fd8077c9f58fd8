//! Who may come in with a POS's access key: a known one, from one of its networks.
//! The core judges the key again inside each commit; this is the door, not the lock.

use std::net::IpAddr;
use std::sync::Arc;

use ipnet::IpNet;
use specie_commands::{AccessKey, Commands, Failure};
use specie_domain::rows::{Network, PosKey};

/// Why a key does not come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotAdmitted {
    /// It is not known, or was revoked.
    UnknownKey,
    /// It is used from outside its networks.
    OtherNetwork,
    /// The store did not answer.
    Failed(Failure),
}

impl NotAdmitted {
    /// What to tell the caller; nothing for a failure.
    pub(crate) const fn sentence(&self) -> &'static str {
        match self {
            Self::UnknownKey => "The access key is not known: check it, or ask the operator for a new one.",
            Self::OtherNetwork => {
                "The access key's address rule does not allow this network: use it from the networks it was made for."
            }
            Self::Failed(_) => "",
        }
    }
}

/// What a key comes in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Errand {
    /// A request: only a key that lives comes in.
    Request,
    /// A fact about a session of its own: a revoked key comes in as far as the core, which refuses it and may keep
    /// what it says as evidence.
    Fact,
}

/// The key that comes in from `address`.
pub(crate) async fn admit(
    commands: &Commands,
    key: &AccessKey,
    address: IpAddr,
    errand: Errand,
) -> Result<Arc<PosKey>, NotAdmitted> {
    let known = match errand {
        Errand::Request => commands.pos_key(key).await,
        Errand::Fact => commands.pos_key_even_revoked(key).await,
    };
    let known = known.map_err(NotAdmitted::Failed)?.ok_or(NotAdmitted::UnknownKey)?;
    if !network_is_allowed(&known.networks, address) {
        return Err(NotAdmitted::OtherNetwork);
    }
    Ok(known)
}

/// No network named: any.
fn network_is_allowed(networks: &[Network], address: IpAddr) -> bool {
    let holds = |network: &Network| {
        IpNet::new(network.address, network.prefix_bits).is_ok_and(|network| network.contains(&address))
    };
    networks.is_empty() || networks.iter().any(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_good_inside_its_networks_and_nowhere_else() {
        let networks = [
            Network { address: "10.1.0.0".parse().unwrap(), prefix_bits: 16 },
            Network { address: "2001:db8::".parse().unwrap(), prefix_bits: 32 },
        ];
        for (address, allowed) in [
            ("10.1.0.0", true),
            ("10.1.255.255", true),
            ("10.2.0.0", false),
            ("2001:db8:ffff::1", true),
            ("2001:db9::1", false),
            ("127.0.0.1", false),
        ] {
            assert_eq!(network_is_allowed(&networks, address.parse().unwrap()), allowed, "{address}");
        }
        assert!(network_is_allowed(&[], "192.0.2.1".parse().unwrap()));
    }

    #[test]
    fn a_network_that_cannot_be_one_lets_nobody_in() {
        let networks = [Network { address: "10.1.0.0".parse().unwrap(), prefix_bits: 33 }];
        assert!(!network_is_allowed(&networks, "10.1.0.1".parse().unwrap()));
    }
}
