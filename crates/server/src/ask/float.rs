//! `specie float`: a POS's float, its credit line, where it is, and which POS are near a point.

use clap::Subcommand;
use serde_json::json;
use specie_client::segment;

use super::amount::amount;
use super::desk::Operator;
use super::proposals::propose;
use super::reach::Environment;
use super::tills::Counter;
use crate::stopped::Stopped;

/// What is done with a POS's float and place.
#[derive(Subcommand)]
pub(crate) enum FloatVerb {
    /// Move float to another POS of the same owner
    Move {
        #[command(flatten)]
        operator: Operator,
        /// From this POS
        from: String,
        /// To this POS
        to: String,
        /// How much, as 100.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Take float back to the bank
    Return {
        #[command(flatten)]
        operator: Operator,
        /// The POS
        pos: String,
        /// How much, as 100.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Be told when its position falls below a sum; 0: not any more
    Watch {
        #[command(flatten)]
        operator: Operator,
        /// The POS
        pos: String,
        /// Below how much, as 100.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Set how far its position may go below zero; further than before needs two people
    Line {
        #[command(flatten)]
        operator: Operator,
        /// The POS
        pos: String,
        /// How far, as 100.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
        /// Propose it to a second person, and why; the POS by our own id
        #[arg(long, value_name = "WHY")]
        propose: Option<String>,
    },
    /// Ask for float, or for some to be taken away, as the POS
    Ask {
        #[command(flatten)]
        counter: Box<Counter>,
        /// The POS
        pos: String,
        /// Take some away instead
        #[arg(long)]
        take_away: bool,
        /// How much, as 100.00 GBP
        #[arg(required = true, num_args = 1..=2, value_names = ["SUM", "CURRENCY"])]
        sum: Vec<String>,
    },
    /// Take such a request back, as the POS
    Withdraw {
        #[command(flatten)]
        counter: Box<Counter>,
        /// The POS
        pos: String,
        /// Of which currency
        currency: String,
    },
    /// List what POS ask of float
    Requests {
        #[command(flatten)]
        operator: Operator,
        /// Those that were answered too
        #[arg(long)]
        all: bool,
        /// Only those after this one, as `next` told
        #[arg(long, value_name = "PLACE")]
        after: Option<String>,
    },
    /// Move the float a POS asks for
    Grant {
        #[command(flatten)]
        operator: Operator,
        /// The POS
        pos: String,
        /// Of which currency
        currency: String,
        /// The number of the request
        number: u32,
    },
    /// Decline what a POS asks of float
    Decline {
        #[command(flatten)]
        operator: Operator,
        /// The POS
        pos: String,
        /// Of which currency
        currency: String,
        /// The number of the request
        number: u32,
    },
    /// Say where a POS is
    Locate {
        #[command(flatten)]
        operator: Operator,
        /// The POS
        pos: String,
        /// Degrees north of the equator
        #[arg(long, allow_hyphen_values = true)]
        latitude: String,
        /// Degrees east of Greenwich
        #[arg(long, allow_hyphen_values = true)]
        longitude: String,
        /// Its town
        #[arg(long)]
        town: String,
        /// When it is open
        #[arg(long)]
        hours: String,
    },
    /// List POS near a point, the nearest first
    Near {
        #[command(flatten)]
        operator: Operator,
        /// Degrees north of the equator
        #[arg(long, allow_hyphen_values = true)]
        latitude: String,
        /// Degrees east of Greenwich
        #[arg(long, allow_hyphen_values = true)]
        longitude: String,
        /// In which currency
        #[arg(long)]
        currency: String,
        /// For how much
        #[arg(long, value_name = "SUM", default_value = "0")]
        sum: String,
    },
}

impl FloatVerb {
    pub(crate) async fn run(self, environment: &Environment) -> Result<(), Stopped> {
        match self {
            Self::Move { operator, from, to, sum } => {
                let body = json!({ "to_pos_id": to, "amount": amount(&sum)? });
                post(&operator, environment, &format!("{}/float-moves", segment(&from)), &body).await
            }
            Self::Return { operator, pos, sum } => {
                let body = json!({ "amount": amount(&sum)? });
                post(&operator, environment, &format!("{}/float-returns", segment(&pos)), &body).await
            }
            Self::Watch { operator, pos, sum } => {
                let body = json!({ "amount": amount(&sum)? });
                post(&operator, environment, &format!("{}/low-float", segment(&pos)), &body).await
            }
            Self::Line { operator, pos, sum, propose: Some(why) } => {
                let body = json!({
                    "kind": "set_credit_line", "pos_id": pos, "amount": amount(&sum)?, "why": why,
                });
                propose(&operator, environment, &body).await
            }
            Self::Line { operator, pos, sum, propose: None } => {
                let body = json!({ "amount": amount(&sum)? });
                post(&operator, environment, &format!("{}/credit-line", segment(&pos)), &body).await
            }
            Self::Ask { counter, pos, take_away, sum } => {
                let way = if take_away { "take_away" } else { "bring" };
                let body = json!({ "pos_id": pos, "way": way, "amount": amount(&sum)? });
                counter.post(environment, "/api/v1/pos/float-requests", &body, "asked").await
            }
            Self::Withdraw { counter, pos, currency } => {
                let body = json!({ "pos_id": pos, "currency": currency });
                counter.post(environment, "/api/v1/pos/float-requests/withdraw", &body, "withdrawn").await
            }
            Self::Requests { operator, all, after } => {
                let mut desk = operator.desk(environment)?;
                let state = if all { "all" } else { "waiting" };
                let after =
                    after.map_or_else(String::new, |after| format!("&start_after={}", segment(&after)));
                let listed = desk.get(&format!("/api/v1/float-requests?state={state}{after}")).await?;
                desk.show(&listed);
                Ok(())
            }
            Self::Grant { operator, pos, currency, number } => {
                answer(&operator, environment, (&pos, &currency, number), true).await
            }
            Self::Decline { operator, pos, currency, number } => {
                answer(&operator, environment, (&pos, &currency, number), false).await
            }
            Self::Locate { operator, pos, latitude, longitude, town, hours } => {
                let body = json!({
                    "latitude": latitude, "longitude": longitude, "town": town, "hours": hours,
                });
                post(&operator, environment, &format!("{}/place", segment(&pos)), &body).await
            }
            Self::Near { operator, latitude, longitude, currency, sum } => {
                let mut desk = operator.desk(environment)?;
                let [lat, lon, currency, sum] =
                    [latitude, longitude, currency, sum].map(|text| segment(&text));
                let query = format!("lat={lat}&lon={lon}&currency={currency}&amount={sum}");
                let near = desk.get(&format!("/api/v1/pos/near?{query}")).await?;
                desk.show(&near);
                Ok(())
            }
        }
    }
}

async fn post(
    operator: &Operator,
    environment: &Environment,
    rest: &str,
    body: &serde_json::Value,
) -> Result<(), Stopped> {
    let mut desk = operator.desk(environment)?;
    let done = desk.post(&format!("/api/v1/pos/{rest}"), body).await?;
    desk.show_or(&done, "done");
    Ok(())
}

async fn answer(
    operator: &Operator,
    environment: &Environment,
    (pos, currency, number): (&str, &str, u32),
    grant: bool,
) -> Result<(), Stopped> {
    let body = json!({ "number": number, "grant": grant });
    let rest = format!("{}/float-requests/{}", segment(pos), segment(currency));
    post(operator, environment, &rest, &body).await
}
