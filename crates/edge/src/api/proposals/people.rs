//! `/proposals/operator-keys` and `/proposals/staff`: who else may approve. The answer tells half of the secret, and
//! that to the approval the other half.

use specie_commands::ProposedStaff;
use specie_wire::api;

use super::super::caller::Caller;
use super::super::problems::Refused;
use super::super::reply::Reply;
use super::super::staff::kept_role;
use super::show::shown;

/// `POST /proposals/operator-keys`.
pub(in crate::api) async fn propose_key(caller: Caller) -> Result<Reply, Refused> {
    let api::ProposeOperatorKey { person, role, why } = caller.body().await?;
    let who = (person, kept_role(role));
    let answered = caller.commands.propose_operator_key(caller.asked(), who, why).await?;
    Reply::done(201, answered, |made| api::ProposedOperatorKey {
        proposal: shown(&made.view),
        first_half: made.half.reveal().to_owned(),
    })
}

/// `POST /proposals/staff`.
pub(in crate::api) async fn propose_staff(caller: Caller) -> Result<Reply, Refused> {
    let api::ProposeStaff { name, role, why } = caller.body().await?;
    let who = (name.clone(), kept_role(role));
    let answered = caller.commands.propose_staff(caller.asked(), who, why).await?;
    Reply::done(201, answered, |made| shown_staff(&made, &name))
}

/// `POST /proposals/staff/{staff_id}/reset`.
pub(in crate::api) async fn propose_reset(caller: Caller) -> Result<Reply, Refused> {
    let staff_id = caller.staff_id().await?;
    let api::ProposeStaffReset { why } = caller.body().await?;
    let answered = caller.commands.propose_staff_reset(caller.asked(), staff_id, why).await?;
    Reply::done(201, answered, |made| shown_staff(&made, &staff_id.to_string()))
}

fn shown_staff(made: &ProposedStaff, name: &str) -> api::ProposedStaff {
    api::ProposedStaff {
        proposal: shown(&made.view),
        first_half: made.half.reveal().to_owned(),
        otp_seed: made.seed.base32().to_string(),
        otp_uri: made.seed.staff_uri(name).to_string(),
    }
}
