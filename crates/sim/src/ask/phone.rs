//! What is asked about customers' own devices. Invites and devices by the numbers of their secrets.

use specie_domain::Body;
use specie_domain::command::{Actor, InviteDevice, SeeDevice, SignInDevice, SignOutDevice};
use specie_domain::ids::DeviceId;
use specie_domain::rows::Role;

use super::Drawn;
use crate::names;
use crate::town::Town;

/// How long an invite is good, seconds.
pub(crate) const INVITE_S: u32 = 600;
/// How long a wallet rests after another device came, seconds.
pub(crate) const REST_S: u32 = 240;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PhoneAsk {
    /// A customer is invited to sign a device in.
    Invite { customer: usize },
    /// A device signs in.
    In { invite: u64 },
    /// A device is signed out, by one of the same wallet or by the operator.
    Out { device: u128, by: Option<u64> },
    /// A device was in use.
    Seen { device: u64 },
}

impl PhoneAsk {
    /// Whose work it is, if an operator key asks for it.
    pub(super) const fn job(&self) -> Option<Role> {
        match self {
            Self::Invite { .. } | Self::Out { by: None, .. } => Some(Role::WalletBackend),
            Self::In { .. } | Self::Out { by: Some(_), .. } | Self::Seen { .. } => None,
        }
    }

    /// The command it becomes.
    pub(super) fn body(&self, town: &Town, actor: Actor, drawn: &Drawn) -> Body {
        match *self {
            Self::Invite { customer } => Body::InviteDevice(InviteDevice {
                actor,
                wallet_id: town.wallet(customer),
                hash: names::invite(drawn.seed),
                valid_s: INVITE_S,
            }),
            Self::In { invite } => Body::SignInDevice(SignInDevice {
                invite: names::invite(invite),
                hash: names::device(drawn.token),
                sealed_name: vec![4],
                rest_s: REST_S,
            }),
            Self::Out { device, by } => Body::SignOutDevice(SignOutDevice {
                actor: by.map_or(actor, |by| Actor::Device(names::device(by))),
                device_id: DeviceId::from_u128(device),
            }),
            Self::Seen { device } => Body::SeeDevice(SeeDevice { device: names::device(device) }),
        }
    }
}
