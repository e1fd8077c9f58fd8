//! A POS's float and place. Latitude and longitude are decimal texts of degrees with at most six decimals (WGS 84):
//! no number on this interface is a float.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::amount::{Amount, CurrencyCode};
use super::customer::PlaceCash;

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
pub struct PosPlace {
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
    pub place: PosPlace,
    /// How far, metres.
    pub metres: u32,
    /// Whether it can take so much cash in.
    pub takes_in: bool,
    /// Whether it can pay so much out: `yes`, where one open drawer has it and has not set it aside; `low`, where none
    /// has; `unknown`, where the POS does not keep its cash in tills. Its notes may still not make the sum.
    pub pays_out: PlaceCash,
}

/// POS near a point, the nearest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NearPosList {
    /// They.
    pub pos: Vec<NearPos>,
}

/// Which way a POS wants its float to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FloatWay {
    /// More float.
    Bring,
    /// Less of it.
    TakeAway,
}

/// `POST /pos/float-requests`, by a POS with its access key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskFloat {
    /// For which POS; one of the key's.
    pub pos_id: String,
    /// Which way.
    pub way: FloatWay,
    /// How much.
    pub amount: Amount,
}

/// `POST /pos/float-requests/withdraw`, by a POS with its access key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawFloatAsk {
    /// For which POS; one of the key's.
    pub pos_id: String,
    /// Of which currency.
    pub currency: CurrencyCode,
}

/// `POST /pos/{pos_id}/float-requests/{currency}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerFloat {
    /// The number of the request that was read.
    pub number: u32,
    /// Whether the float is moved, now.
    pub grant: bool,
}

/// What became of a request for float.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FloatRequestState {
    /// It waits for the operator.
    Waiting,
    /// The float was moved.
    Granted,
    /// It is not.
    Declined,
    /// The POS took it back.
    Withdrawn,
}

/// Which requests for float are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedFloatRequests {
    /// Those that wait for the operator.
    #[default]
    Waiting,
    /// All.
    All,
}

/// `GET /float-requests`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FloatRequestsQuery {
    /// Which requests.
    #[serde(default)]
    pub state: AskedFloatRequests,
    /// Only those after this one: the `next` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_after: Option<String>,
    /// Requests looked at for the page, at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
}

/// The newest request of a POS for float in a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FloatRequest {
    /// The POS, by our own id.
    pub pos_id: String,
    /// The how-manieth of the POS in this currency.
    pub number: u32,
    /// Which way.
    pub way: FloatWay,
    /// How much.
    pub amount: Amount,
    /// Where it stands.
    pub state: FloatRequestState,
    /// The access key that asked, by its id.
    pub asked_by: String,
    /// When.
    pub asked_at: String,
    /// Who of the operator answered; null while nobody did.
    #[schema(required = true)]
    pub answered_by: Option<String>,
    /// When.
    #[schema(required = true)]
    pub answered_at: Option<String>,
}

/// A page of requests for float.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FloatRequests {
    /// The requests.
    pub requests: Vec<FloatRequest>,
    /// What to send as `start_after` for the page after this one; null on the last.
    #[schema(required = true)]
    pub next: Option<String>,
}
