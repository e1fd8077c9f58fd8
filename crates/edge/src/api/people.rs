//! `/staff`: people who sign in. Signed in, a person counts as an operator key of her own; everything else is asked by
//! the same calls that a bearer key has.

use specie_commands::{NewStaff, OtpCode, PASSWORD_BYTES, Password, SignedInStaff, StaffLine, StaffToken};
use specie_domain::Refusal;
use specie_domain::ids::OperatorKeyId;
use specie_wire::api::{self, ProblemCode};

use super::caller::Caller;
use super::cookies;
use super::page::{lines_max, page_after};
use super::problems::Refused;
use super::reply::Reply;
use super::staff::{kept_role, shown_role};
use super::visitor::Visitor;
use crate::when::rfc3339;

const COOKIE_WANTED: &str = "Nobody is signed in with a cookie here.";

/// `POST /staff/session`. What cannot be a password or a code is refused like a wrong one.
pub(super) async fn sign_in(visitor: Visitor) -> Result<Reply, Refused> {
    cookies::permit_sign_in(&visitor.headers)?;
    let api::SignInStaff { name, password, otp } = visitor.body()?;
    let wrong = |_| Refused::from(specie_commands::Failure::from(Refusal::SignInNotValid));
    let password: Password = password.parse().map_err(wrong)?;
    let code: OtpCode = otp.parse().map_err(wrong)?;
    let (at, _) = visitor.commits();
    let (token, staff) = visitor.commands.sign_in_staff(at, &name, &password, &code).await?;
    let cookie = cookies::STAFF.set(token.reveal(), &visitor.headers);
    Ok(Reply::made(201, &shown_session(&staff))?.with_cookie(cookie))
}

fn shown_session(staff: &SignedInStaff) -> api::StaffSession {
    api::StaffSession {
        staff_id: staff.staff_id.to_string(),
        person: staff.person.clone(),
        role: shown_role(staff.role),
        csrf_token: staff.csrf.reveal(),
        idle_s: staff.idle_s,
        first_password: staff.is_first,
    }
}

/// `GET /staff/session`.
pub(super) async fn session(caller: Caller) -> Result<Reply, Refused> {
    Reply::read(&shown_session(caller.signed_in()?))
}

/// `DELETE /staff/session`.
pub(super) async fn sign_out(caller: Caller) -> Result<Reply, Refused> {
    caller.commands.sign_out_staff(caller.signed_in()?.session).await?;
    Ok(Reply::done_silently().with_cookie(cookies::STAFF.remove(caller.headers())))
}

/// `POST /staff/password`.
pub(super) async fn change_password(caller: Caller) -> Result<Reply, Refused> {
    caller.signed_in()?;
    let api::ChangePassword { old, new } = caller.body().await?;
    let wrong = |_| Refused::from(specie_commands::Failure::from(Refusal::SignInNotValid));
    let old: Password = old.parse().map_err(wrong)?;
    let new: Password = new.parse().map_err(|_| {
        let (least, most) = (PASSWORD_BYTES.start(), PASSWORD_BYTES.end());
        let detail = format!("new: a password has {least} to {most} bytes and no control characters.");
        Refused::with(ProblemCode::Unacceptable, detail)
    })?;
    Ok(Reply::nothing(&caller.commands.change_password(caller.asked(), &old, &new).await?))
}

/// `POST /staff`.
pub(super) async fn add(caller: Caller) -> Result<Reply, Refused> {
    let api::AddStaff { name, role } = caller.body().await?;
    let answered = caller.commands.add_staff(caller.asked(), name.clone(), kept_role(role)).await?;
    Reply::done(201, answered, |new| shown_new(&new, &name))
}

fn shown_new(new: &NewStaff, name: &str) -> api::NewStaff {
    api::NewStaff {
        staff_id: new.staff_id.to_string(),
        password: new.password.reveal().to_owned(),
        otp_seed: new.seed.base32().to_string(),
        otp_uri: new.seed.staff_uri(name).to_string(),
    }
}

/// `GET /staff`.
pub(super) async fn list(caller: Caller) -> Result<Reply, Refused> {
    let query: api::PeopleQuery = caller.query().await?;
    let staff_max = caller.judged(lines_max(query.limit)).await?;
    let after: Option<OperatorKeyId> = caller.judged(page_after(query.after.as_deref())).await?;
    let (staff, next) = caller.commands.staff(caller.actor, after, staff_max).await?;
    Reply::read(&api::People {
        staff: staff.iter().map(shown_person).collect(),
        next: next.map(|staff_id| staff_id.to_string()),
    })
}

fn shown_person(line: &StaffLine) -> api::Person {
    api::Person {
        staff_id: line.key.operator_key_id.to_string(),
        name: line.key.person.clone(),
        role: shown_role(line.key.role),
        created_at: rfc3339(line.key.created_at),
        disabled_at: line.key.revoked_at.map(rfc3339),
        locked_until: line.locked_until.map(rfc3339),
    }
}

/// `POST /staff/{staff_id}/disable`.
pub(super) async fn disable(caller: Caller) -> Result<Reply, Refused> {
    let staff_id = caller.staff_id().await?;
    Ok(Reply::nothing(&caller.commands.revoke_operator_key(caller.asked(), staff_id).await?))
}

/// `POST /staff/{staff_id}/reset`.
pub(super) async fn reset(caller: Caller) -> Result<Reply, Refused> {
    let staff_id = caller.staff_id().await?;
    let answered = caller.commands.reset_staff(caller.asked(), staff_id).await?;
    Reply::done(201, answered, |new| shown_new(&new, &staff_id.to_string()))
}

impl Caller {
    pub(super) async fn staff_id(&self) -> Result<OperatorKeyId, Refused> {
        let not_found = |_| ProblemCode::OperatorKeyNotFound.into();
        self.judged(self.text("staff_id").parse().map_err(not_found)).await
    }

    /// The person who is signed in; a bearer key is none.
    fn signed_in(&self) -> Result<&SignedInStaff, Refused> {
        self.staff.as_ref().ok_or_else(|| Refused::with(ProblemCode::Unauthenticated, COOKIE_WANTED))
    }
}

/// The person behind a request's cookie.
pub(super) async fn person_of(
    commands: &specie_commands::Commands,
    headers: &http::HeaderMap,
) -> Result<SignedInStaff, Refused> {
    let token = cookies::STAFF.value(headers).and_then(|value| value.parse::<StaffToken>().ok());
    Ok(commands.signed_in_staff(&token.ok_or(ProblemCode::Unauthenticated)?).await?)
}
