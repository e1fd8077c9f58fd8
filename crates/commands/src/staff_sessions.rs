//! Verbs on people who sign in: register, reset, sign in, stay, sign out, change the password. argon2id's work is done
//! here (RFC 9106, section 4: the second recommended option, for little memory), on a thread of its own, and a few at a
//! time; the core compares keyed hashes. A name that is not known costs the same work.

use std::sync::LazyLock;

use argon2::{Algorithm, Argon2, Params, Version};
use specie_domain::command::{
    Actor, AddStaff, Body, ChangePassword, Credentials, OpenStaffSession, ResetStaff, SeeStaffSession,
};
use specie_domain::ids::OperatorKeyId;
use specie_domain::outcome::Thing;
use specie_domain::rows::{Deployment, OperatorKey, OperatorKeyName, Role, SignIn, StaffSession, StaffTimes};
use specie_domain::{Key, KeyedHash, Receipt, Refusal, Row, RowKind, Time};
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::calls::{Commands, Request, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::{OtpCode, Password, StaffToken};
use crate::totp::{DeviceSeed, hotp};
use crate::wallet_devices::CsrfToken;
use crate::wallets::Asked;

/// argon2id's memory, KiB, its passes and its lanes.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// Sign-ins that are computed at a time: each takes [`MEMORY_KIB`].
const AT_A_TIME: usize = 2;
/// Digits an authenticator app shows for us.
const STAFF_CODE_DIGITS: usize = 6;
/// Half-minutes before and after now whose codes are taken: a person's clock may be half a minute off.
const HALF_MINUTES_ASIDE: u64 = 1;
/// A session that was seen longer ago than this is kept as seen anew, milliseconds.
const SEEN_AGAIN_MS: i64 = 60_000;

/// Sign-ins that may wait or be computed; one more is told to come back.
const WAITING_MAX: usize = 32;

static WAITING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(WAITING_MAX));
static STRETCHING: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(AT_A_TIME));

/// A new person, or one who was reset, with her secrets in the clear for the one answer.
#[derive(Debug)]
pub struct NewStaff {
    /// The operator key she counts as.
    pub staff_id: OperatorKeyId,
    /// Her first password.
    pub password: Password,
    /// The seed of her authenticator app.
    pub seed: DeviceSeed,
}

/// A person who is signed in.
#[derive(Debug, Clone)]
pub struct SignedInStaff {
    /// Her session's hash.
    pub session: KeyedHash,
    /// The operator key she counts as.
    pub staff_id: OperatorKeyId,
    /// Her name.
    pub person: String,
    /// What she may do.
    pub role: Role,
    /// She still has the password that was made for her.
    pub is_first: bool,
    /// Without a request for this long the session is over, seconds.
    pub idle_s: i64,
    /// What must come beside the cookie.
    pub csrf: CsrfToken,
}

impl SignedInStaff {
    /// Who she is to the core.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Staff(self.session)
    }
}

/// A person as a list shows her.
#[derive(Debug, Clone)]
pub struct StaffLine {
    /// The operator key she counts as.
    pub key: std::sync::Arc<OperatorKey>,
    /// Until when her name is locked, if it is.
    pub locked_until: Option<Time>,
}

impl Commands {
    /// `POST /api/v1/staff`.
    ///
    /// # Errors
    /// A name outside its limits or in use; a repeat ([`Refusal::SecretShownOnce`]); the lane's failures.
    pub async fn add_staff(
        &self,
        asked: Asked<'_>,
        person: String,
        role: Role,
    ) -> Result<Answered<NewStaff>, Failure> {
        let name = self.vault.staff_name(&person);
        let (credentials, password, seed) = self.new_credentials(name).await?;
        let values = (person.clone(), role);
        let body = AddStaff { actor: asked.actor, name, person, role, credentials };
        let request = asked.making("POST /api/v1/staff");
        let answered = self.commit(&request, &values, Body::AddStaff(body)).await?;
        let added = receipt_of!(answered, Receipt::OperatorKeyRegistered(id) => *id)?;
        Ok(added.map(|staff_id| NewStaff { staff_id, password, seed }))
    }

    /// `POST /api/v1/staff/{staff_id}/reset`: a new password and a new seed.
    ///
    /// # Errors
    /// No such person; a repeat ([`Refusal::SecretShownOnce`]); the lane's failures.
    pub async fn reset_staff(
        &self,
        asked: Asked<'_>,
        staff_id: OperatorKeyId,
    ) -> Result<Answered<NewStaff>, Failure> {
        self.staff_reader(asked.actor).await?;
        let Some(Row::OperatorKeyName(name)) = self.row::<OperatorKeyName>(staff_id).await? else {
            return Err(not_found(Thing::OperatorKey));
        };
        let (credentials, password, seed) = self.new_credentials(name.hash).await?;
        let body = ResetStaff { actor: asked.actor, staff_id, credentials };
        let request = asked.making("POST /api/v1/staff/{id}/reset");
        let answered = self.commit(&request, &staff_id, Body::ResetStaff(body)).await?;
        Ok(answered.map(|_| NewStaff { staff_id, password, seed }))
    }

    /// What a person will sign in with, as it is kept and in the clear.
    pub(crate) async fn new_credentials(
        &self,
        name: KeyedHash,
    ) -> Result<(Credentials, Password, DeviceSeed), Failure> {
        let password = Password::made(self.random_text(""));
        let (salt, seed) = (self.salt(), self.vault.new_seed());
        let stretched = self.stretched(name, &password, salt).await?;
        let sealed_seed = self.vault.seal_staff_seed(name, &seed);
        Ok((Credentials { salt, password: stretched, sealed_seed }, password, seed))
    }

    fn salt(&self) -> [u8; 16] {
        let mut salt = [0; 16];
        self.vault.fill(&mut salt);
        salt
    }

    /// `POST /api/v1/staff/session`.
    ///
    /// # Errors
    /// Whatever is wrong with name, password or code ([`Refusal::SignInNotValid`]); the lane's failures.
    pub async fn sign_in_staff(
        &self,
        at: Time,
        person: &str,
        password: &Password,
        code: &OtpCode,
    ) -> Result<(StaffToken, SignedInStaff), Failure> {
        let name = self.vault.staff_name(person);
        let (salt, seed) = match self.row::<SignIn>(name).await? {
            Some(Row::SignIn(row)) => {
                let seed = self.vault.open_staff_seed(name, &row.sealed_seed);
                (row.salt, seed.unwrap_or_else(|_| DeviceSeed::nobodys()))
            }
            _ => ([0; 16], DeviceSeed::nobodys()),
        };
        let password = self.stretched(name, password, salt).await?;
        let counter = shown_in(&seed, code, at.half_minute());
        let token = StaffToken::made(self.random_text("sst_"));
        let session = self.vault.staff_session(&token);
        let body = OpenStaffSession { name, password, counter, session };
        let request = Request {
            at,
            credential: name,
            verb: "POST /api/v1/staff/session",
            idempotency: None,
            proof: None,
            makes_anew: false,
        };
        self.commit(&request, &(), Body::OpenStaffSession(body)).await?;
        let signed_in = self.staff_of(session).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok((token, signed_in))
    }

    /// The person behind a cookie. A request is a sign of life: it is kept at most once a minute.
    ///
    /// # Errors
    /// [`Refusal::KeyNotKnown`] when nobody is signed in with it; the store's failures.
    pub async fn signed_in_staff(&self, token: &StaffToken) -> Result<SignedInStaff, Failure> {
        let session = self.vault.staff_session(token);
        let staff = self.staff_of(session).await?;
        if let Some(Row::StaffSession(row)) = self.row::<StaffSession>(session).await?
            && self.now().ms_since(row.seen_at) > SEEN_AGAIN_MS
        {
            self.commit_own(Body::SeeStaffSession(SeeStaffSession { session, ends: false })).await?;
        }
        Ok(staff)
    }

    /// The person of a session, while it lives; no sign of life.
    ///
    /// # Errors
    /// [`Refusal::KeyNotKnown`]; the store's failures.
    pub async fn staff_of(&self, session: KeyedHash) -> Result<SignedInStaff, Failure> {
        let name = self.signed_in_name(session).await?;
        let is_first = matches!(self.row::<SignIn>(name).await?, Some(Row::SignIn(row)) if row.is_first);
        let key = self.key_of(Actor::Staff(session)).await?.ok_or(Refusal::KeyNotKnown)?;
        Ok(SignedInStaff {
            session,
            staff_id: key.operator_key_id,
            person: key.person.clone(),
            role: key.role,
            is_first,
            idle_s: self.staff_times().await?.idle_s,
            csrf: CsrfToken::new(self.vault.csrf(session)),
        })
    }

    /// How long sessions live.
    async fn staff_times(&self) -> Result<StaffTimes, Failure> {
        match self.row::<Deployment>(()).await? {
            Some(Row::Deployment(row)) => Ok(row.staff_times),
            _ => Ok(StaffTimes::default()),
        }
    }

    /// The name's hash of a session that lives.
    pub(crate) async fn signed_in_name(&self, session: KeyedHash) -> Result<KeyedHash, Failure> {
        let times = self.staff_times().await?;
        let session = match self.row::<StaffSession>(session).await? {
            Some(Row::StaffSession(row)) if row.lives(self.now(), times) => row,
            _ => return Err(Refusal::KeyNotKnown.into()),
        };
        match self.row::<SignIn>(session.name).await? {
            Some(Row::SignIn(row)) if session.opened_at >= row.set_at => Ok(session.name),
            _ => Err(Refusal::KeyNotKnown.into()),
        }
    }

    /// `DELETE /api/v1/staff/session`.
    ///
    /// # Errors
    /// The lane's failures.
    pub async fn sign_out_staff(&self, session: KeyedHash) -> Result<(), Failure> {
        let ends = Body::SeeStaffSession(SeeStaffSession { session, ends: true });
        match self.commit_own(ends).await {
            Ok(_) | Err(Failure::Refused(Refusal::KeyNotKnown, _)) => Ok(()),
            Err(failure) => Err(failure),
        }
    }

    /// `POST /api/v1/staff/password`.
    ///
    /// # Errors
    /// The old password is wrong ([`Refusal::SignInNotValid`]); the lane's failures.
    pub async fn change_password(
        &self,
        asked: Asked<'_>,
        old: &Password,
        new: &Password,
    ) -> Result<Answered<()>, Failure> {
        let Actor::Staff(session) = asked.actor else {
            return Err(Refusal::RoleForbids.into());
        };
        let name = self.signed_in_name(session).await?;
        let Some(Row::SignIn(row)) = self.row::<SignIn>(name).await? else {
            return Err(Refusal::KeyNotKnown.into());
        };
        let salt = self.salt();
        // The salt of her password is another one when the same request comes again.
        let mut fixed = [0; 16];
        fixed.copy_from_slice(name.as_bytes());
        let same = (self.stretched(name, old, fixed).await?, self.stretched(name, new, fixed).await?);
        let old = self.stretched(name, old, row.salt).await?;
        let new = self.stretched(name, new, salt).await?;
        let body = ChangePassword { actor: asked.actor, old, salt, new };
        let request = asked.request("POST /api/v1/staff/password");
        Ok(self.commit(&request, &same, Body::ChangePassword(body)).await?.map(|_| ()))
    }

    /// `GET /api/v1/staff`: at most `staff_max`, after the one with the hash `after`.
    ///
    /// # Errors
    /// The role does not allow it; the store's failures.
    pub async fn staff(
        &self,
        actor: Actor,
        after: Option<OperatorKeyId>,
        staff_max: usize,
    ) -> Result<(Vec<StaffLine>, Option<OperatorKeyId>), Failure> {
        self.staff_reader(actor).await?;
        let after = match after {
            None => None,
            Some(after) => match self.row::<OperatorKeyName>(after).await? {
                Some(Row::OperatorKeyName(name)) => Some(Key::SignIn(name.hash)),
                _ => return Err(not_found(Thing::OperatorKey)),
            },
        };
        let found = self.store.rows(RowKind::SignIn, after, staff_max).await.map_err(|why| {
            tracing::error!(%why, "people were not read");
            Failure::NotApplied
        })?;
        let is_full = found.len() >= staff_max;
        let mut lines = Vec::with_capacity(found.len());
        for row in found {
            let Row::SignIn(row) = row else { continue };
            if let Some(Row::OperatorKey(key)) = self.row::<OperatorKey>(row.name).await? {
                let now = self.now();
                lines.push(StaffLine { key, locked_until: row.locked_until.filter(|until| now < *until) });
            }
        }
        let next = lines.last().map(|line| line.key.operator_key_id).filter(|_| is_full);
        Ok((lines, next))
    }

    /// The operator key that the person of a name counts as.
    ///
    /// # Errors
    /// No such person; the store's failures.
    pub async fn staff_id_of(&self, person: &str) -> Result<OperatorKeyId, Failure> {
        match self.row::<OperatorKey>(self.vault.staff_name(person)).await? {
            Some(Row::OperatorKey(key)) => Ok(key.operator_key_id),
            _ => Err(not_found(Thing::OperatorKey)),
        }
    }

    /// What the core is told of a password: argon2id's work, hashed with the deployment's key.
    async fn stretched(
        &self,
        name: KeyedHash,
        password: &Password,
        salt: [u8; 16],
    ) -> Result<KeyedHash, Failure> {
        let _place = WAITING.try_acquire().map_err(|_| Failure::NotApplied)?;
        let _turn = STRETCHING.acquire().await.map_err(|_| Failure::NotApplied)?;
        let clear = Zeroizing::new(password.reveal().as_bytes().to_vec());
        let made = tokio::task::spawn_blocking(move || {
            let mut stretched = Zeroizing::new([0_u8; 32]);
            let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(32)).ok()?;
            let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            argon2.hash_password_into(&clear, &salt, &mut *stretched).ok()?;
            Some(stretched)
        });
        match made.await {
            Ok(Some(stretched)) => Ok(self.vault.stretched(name, &*stretched)),
            Ok(None) | Err(_) => {
                tracing::error!("argon2id did not work: is there too little memory?");
                Err(Failure::NotApplied)
            }
        }
    }
}

/// The newest half-minute about now in which an authenticator with this seed shows `code`. Every code is compared.
fn shown_in(seed: &DeviceSeed, code: &OtpCode, now: u64) -> Option<u64> {
    let about_now = now.saturating_sub(HALF_MINUTES_ASIDE)..=now.saturating_add(HALF_MINUTES_ASIDE);
    let mut found = None;
    for counter in about_now {
        let shown = Zeroizing::new(hotp(seed.reveal(), counter, STAFF_CODE_DIGITS));
        if bool::from(shown.as_bytes().ct_eq(code.reveal().as_bytes())) {
            found = Some(counter);
        }
    }
    found
}

impl DeviceSeed {
    /// As authenticator apps read it, for a person of the operator.
    #[must_use]
    pub fn staff_uri(&self, person: &str) -> Zeroizing<String> {
        let label: String = person.chars().filter(|one| one.is_ascii_alphanumeric()).collect();
        let seed = self.base32();
        Zeroizing::new(format!(
            "otpauth://totp/Specie:{label}?secret={}&issuer=Specie&algorithm=SHA1&digits={STAFF_CODE_DIGITS}&period=30",
            seed.as_str()
        ))
    }

    /// The code an authenticator app with this seed shows in a half-minute.
    #[must_use]
    pub fn staff_code(&self, half_minute: u64) -> OtpCode {
        OtpCode::made(hotp(self.reveal(), half_minute, STAFF_CODE_DIGITS))
    }
}
