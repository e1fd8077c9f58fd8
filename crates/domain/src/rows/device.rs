//! A wallet's devices: the phones and browsers on which its customer is signed in, and the invite that brings the next
//! one. The secrets lie here only as keyed hashes, a device's name only sealed under the wallet's own key. Not to be
//! confused with the offline device, which makes codes.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::ids::{DeviceId, WalletId};
use crate::secret_hash::KeyedHash;
use crate::time::Time;

/// The devices of a wallet, and its newest invite.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct WalletDevices {
    /// Whose.
    pub wallet_id: WalletId,
    /// The newest invite; an older one brings no device any more.
    pub invite: Option<KeyedHash>,
    /// Its devices in the order they came, removed ones too while there is room.
    pub devices: Vec<DeviceId>,
    /// How many devices it has had in all.
    pub had: u32,
}

/// What brings one device, once.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Invite {
    /// Its text's keyed hash.
    pub hash: KeyedHash,
    /// Whose wallet it opens.
    pub wallet_id: WalletId,
    /// When it was made.
    pub made_at: Time,
    /// From when on it is good for nothing.
    pub expires_at: Time,
    /// When it brought its device, if it did.
    pub used_at: Option<Time>,
}

/// A device that is, or was, signed in to a wallet.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Device {
    /// Its token's keyed hash.
    pub hash: KeyedHash,
    /// Its public name.
    pub device_id: DeviceId,
    /// The wallet it may act for, and no other.
    pub wallet_id: WalletId,
    /// What the customer calls it, sealed under the wallet's own key.
    pub sealed_name: Vec<u8>,
    /// When it came.
    pub created_at: Time,
    /// When it was signed out, if it was.
    pub revoked_at: Option<Time>,
    /// When it was first in use on the last UTC day on which it was.
    pub last_seen_at: Option<Time>,
}

/// From a device's public name to the device.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct DeviceName {
    /// The public name.
    pub device_id: DeviceId,
    /// The device.
    pub hash: KeyedHash,
}
