//! A POS's float and place. Latitude and longitude are decimal texts of degrees with at most six decimals (WGS 84):
//! no number on this interface is a float.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};

/// `POST /pos/{id}/float-moves`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveFloat {
    /// To which POS, of the same owner.
    pub to_pos_id: String,
    /// How much.
    pub amount: Amount,
}

/// `POST /pos/{id}/place`, and where a POS is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Degrees north of the equator.
    pub latitude: String,
    /// Degrees east of Greenwich.
    pub longitude: String,
    /// Its town.
    pub town: String,
    /// When it is open, in its owner's words.
    pub hours: String,
}

/// `GET /pos/near`: near which point, for how much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NearQuery {
    /// Degrees north of the equator.
    pub lat: String,
    /// Degrees east of Greenwich.
    pub lon: String,
    /// In which currency.
    pub currency: CurrencyCode,
    /// How much; zero when it does not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// POS in the answer, at most 50.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// A POS near a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NearPos {
    /// The POS.
    pub pos_id: String,
    /// What people call it.
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// How far, metres.
    pub metres: u32,
    /// Whether it can take so much cash in.
    pub takes_in: bool,
}

/// POS near a point, the nearest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NearPosList {
    /// They.
    pub pos: Vec<NearPos>,
}
