//! What may be asked about tariffs, and about what they depend on.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Actor, ArmCode};
use crate::ids::WalletId;
use crate::rows::{Channel, NewTariff, Schedule, Scope};
use crate::time::Time;

/// Say how well the operator knows a wallet's customer.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetKycTier {
    /// Who asks.
    pub actor: Actor,
    /// The wallet.
    pub wallet_id: WalletId,
    /// The tier.
    pub kyc_tier: u8,
}

/// Add a version of a tariff. The versions before it stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct AddTariff {
    /// Who asks.
    pub actor: Actor,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub scope: Scope,
    /// The first instant it is in force; none named: now.
    pub valid_from: Option<Time>,
    /// The first instant it is not any more.
    pub valid_to: Option<Time>,
    /// What the customer pays on top of the cash.
    pub fee: Schedule,
    /// What the POS owner earns.
    pub commission: Schedule,
    /// The part of the fee that is a levy.
    pub tax_basis_points: u32,
}

impl AddTariff {
    /// This actor asks for it.
    #[must_use]
    pub fn by(actor: Actor, tariff: NewTariff) -> Self {
        let NewTariff { name, scope, valid_from, valid_to, fee, commission, tax_basis_points } = tariff;
        Self { actor, name, scope, valid_from, valid_to, fee, commission, tax_basis_points }
    }

    /// The version that is asked for.
    #[must_use]
    pub fn tariff(&self) -> NewTariff {
        NewTariff {
            name: self.name.clone(),
            scope: self.scope,
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            fee: self.fee.clone(),
            commission: self.commission.clone(),
            tax_basis_points: self.tax_basis_points,
        }
    }
}

/// Arm a one-time code over another channel than the app.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct ArmCodeOver {
    /// The arming.
    pub arm: ArmCode,
    /// The channel.
    pub channel: Channel,
}
