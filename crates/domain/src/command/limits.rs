//! What may be asked about limits and the brake.

use borsh::{BorshDeserialize, BorshSerialize};
use specie_money::Currency;

use super::Actor;
pub use crate::rows::BrakeSetting;
use crate::rows::{LimitBounds, LimitKey, TariffCeiling};

/// Set a limit, or remove it. What lets more pass than before is refused here: two people must want it.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetLimit {
    /// Who asks.
    pub actor: Actor,
    /// Which one.
    pub key: LimitKey,
    /// What it lets pass; nothing: it is removed.
    pub bounds: Option<LimitBounds>,
}

/// Put the configuration file's ceilings into force. Only the program itself sends it, at its start.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetCeilings {
    /// All of them.
    pub ceilings: Vec<(LimitKey, LimitBounds)>,
}

/// From here on what makes others judges, and tariffs, need two people once there are two; and no tariff goes above these
/// ceilings. Only the program itself sends it, at its start: what an older program kept is decided as it was then.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetSafeguards {
    /// All of them.
    pub tariff_ceilings: Vec<TariffCeiling>,
}

/// Set the brake of a currency, or remove it. What lets more pass than before is refused here.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct SetBrake {
    /// Who asks.
    pub actor: Actor,
    /// The currency.
    pub currency: Currency,
    /// Its window and levels; nothing: it is removed.
    pub brake: Option<BrakeSetting>,
}
