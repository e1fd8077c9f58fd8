//! Commands of wallets' devices: invite one, sign one in, sign one out.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Actor;
use crate::ids::{DeviceId, WalletId};
use crate::secret_hash::KeyedHash;

/// Invite a device to a wallet; an invite made before is good for nothing from here on.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct InviteDevice {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// The invite's keyed hash.
    pub hash: KeyedHash,
    /// How long it is good, seconds.
    pub valid_s: u32,
}

/// A device signs in with an invite.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SignInDevice {
    /// The invite's keyed hash.
    pub invite: KeyedHash,
    /// The keyed hash of the token the device shall have.
    pub hash: KeyedHash,
    /// What the customer calls it, sealed under the wallet's own key.
    pub sealed_name: Vec<u8>,
    /// How long the wallet's cash-outs rest if it had a device before, seconds.
    pub rest_s: u32,
}

/// Sign a device out for good.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SignOutDevice {
    /// Who asks: a device of the same wallet, or who keeps wallets.
    pub actor: Actor,
    /// The device.
    pub device_id: DeviceId,
}

/// A device was in use on another day than the last one known: how long ago a device was seen is told by days, so that
/// no read costs a write.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SeeDevice {
    /// The device, by its token's keyed hash.
    pub device: KeyedHash,
}
