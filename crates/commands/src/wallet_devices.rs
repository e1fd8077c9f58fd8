//! Verbs on wallets' devices: invite, sign in, list, sign out; and who a device's token belongs to. The invite and the
//! token are drawn here, told once, and kept only as keyed hashes.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use specie_domain::command::{Actor, Body, InviteDevice, SeeDevice, SignInDevice, SignOutDevice};
use specie_domain::ids::{DeviceId, WalletId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{Device, DeviceName, Invite, Wallet, WalletDevices};
use specie_domain::{KeyedHash, Receipt, Refusal, Row, Time};

use crate::calls::{Commands, Request, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::{
    DeviceToken, INVITE_ALPHABET, INVITE_CHARACTERS, IdempotencyValue, InviteText, Malformed,
};
use crate::wallets::Asked;

/// How long an invite is good, seconds.
pub const INVITE_VALID_S: u32 = 24 * 60 * 60;
/// How long cash-outs rest after a new device came to a wallet that had one, seconds (security.md "People").
pub const CUSTOMER_REST_S: u32 = 24 * 60 * 60;
/// How long a device's invite is good, and how long cash-outs rest after it, seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceTimes {
    /// How long an invite is good.
    pub invite_valid_s: u32,
    /// How long cash-outs rest after a new device came to a wallet that had one.
    pub rest_s: u32,
}

impl Default for DeviceTimes {
    fn default() -> Self {
        Self { invite_valid_s: INVITE_VALID_S, rest_s: CUSTOMER_REST_S }
    }
}

/// What a device's token begins with.
const DEVICE_TOKEN_PREFIX: &str = "swd_";
/// From so many bytes on, the value of a sign-in is one that nobody guesses, so that its repeat brings the first
/// answer: a UUID has 36.
const REPEATABLE_BYTES_MIN: usize = 32;
/// What a device's name is sealed for.
const NAME_PURPOSE: &str = "device name";

/// An invite, in the clear for the one answer.
#[derive(Debug)]
pub struct Invited {
    /// The invite.
    pub invite: InviteText,
    /// From when on it is good for nothing.
    pub expires_at: Time,
}

/// A device that signed in just now, with its token in the clear for the one answer.
#[derive(Debug)]
pub struct SignedInNow {
    /// Whose wallet.
    pub wallet_id: WalletId,
    /// The device.
    pub device_id: DeviceId,
    /// Its token.
    pub token: DeviceToken,
    /// What a page must send beside it.
    pub csrf: CsrfToken,
}

/// What a page sends beside a cookie, so that no other site can act with the cookie alone.
#[derive(Clone, Copy)]
pub struct CsrfToken(KeyedHash);

impl fmt::Debug for CsrfToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CsrfToken(redacted)")
    }
}

impl CsrfToken {
    pub(crate) const fn new(hash: KeyedHash) -> Self {
        Self(hash)
    }

    /// As the page is told it.
    #[must_use]
    pub fn reveal(&self) -> String {
        self.0.as_bytes().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }

    /// Whether `sent` is it; in constant time.
    #[must_use]
    pub fn matches(&self, sent: &Self) -> bool {
        self.0.matches(&sent.0)
    }
}

impl FromStr for CsrfToken {
    type Err = Malformed;
    /// Thirty-two hex digits.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let wrong = Malformed("X-CSRF-Token");
        if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong);
        }
        u128::from_str_radix(text, 16)
            .map(|number| Self(KeyedHash::new(number.to_be_bytes())))
            .map_err(|_| wrong)
    }
}

/// A device that asks.
#[derive(Debug, Clone)]
pub struct SignedInDevice {
    /// The device.
    pub device: Arc<Device>,
    /// What must come beside its cookie.
    pub csrf: CsrfToken,
}

impl SignedInDevice {
    /// Who it is to the core.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Device(self.device.hash)
    }
}

/// A device as its customer sees it.
#[derive(Debug, Clone)]
pub struct DeviceLine {
    /// The device.
    pub device: Arc<Device>,
    /// What the customer calls it, unless that was erased.
    pub name: Option<String>,
}

impl Commands {
    /// `POST /api/v1/wallets/{id}/invites`.
    ///
    /// # Errors
    /// No such wallet; it is frozen; a repeat ([`Refusal::SecretShownOnce`]); the lane's failures.
    pub async fn invite_device(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
    ) -> Result<Answered<Invited>, Failure> {
        let invite = self.random_invite();
        let hash = self.vault.invite(&invite);
        let body =
            InviteDevice { actor: asked.actor, wallet_id, hash, valid_s: self.device_times.invite_valid_s };
        let request = asked.making("POST /api/v1/wallets/{id}/invites");
        let answered = self.commit(&request, &wallet_id, Body::InviteDevice(body)).await?;
        let until = receipt_of!(answered, Receipt::DeviceInvited(until) => *until)?;
        Ok(until.map(|expires_at| Invited { invite, expires_at }))
    }

    /// `POST /api/v1/wallet/device`.
    ///
    /// # Errors
    /// Whatever is wrong with the invite ([`Refusal::InviteNotValid`]); too many devices; a repeat under a value of fewer
    /// than [`REPEATABLE_BYTES_MIN`] bytes ([`Refusal::SecretShownOnce`]); the lane's failures.
    pub async fn sign_in_device(
        &self,
        at: Time,
        idempotency: Option<&IdempotencyValue>,
        invite: &InviteText,
        name: &str,
    ) -> Result<Answered<SignedInNow>, Failure> {
        let token = self.device_token(invite, idempotency);
        let (invite, hash) = (self.vault.invite(invite), self.vault.device(&token));
        let sealed_name = self.sealed_device_name(invite, name).await?;
        let body = SignInDevice { invite, hash, sealed_name, rest_s: self.device_times.rest_s };
        let request = Request {
            at,
            credential: invite,
            verb: "POST /api/v1/wallet/device",
            idempotency,
            proof: None,
            makes_anew: true,
        };
        let answered = self.commit(&request, &name.to_owned(), Body::SignInDevice(body)).await?;
        let signed_in =
            receipt_of!(answered, Receipt::DeviceSignedIn(wallet_id, device_id) => (*wallet_id, *device_id))?;
        let csrf = CsrfToken(self.vault.csrf(hash));
        Ok(signed_in.map(|(wallet_id, device_id)| SignedInNow { wallet_id, device_id, token, csrf }))
    }

    /// A repeat of a sign-in makes the token anew, so that a customer whose answer was lost is signed in all the same and
    /// nobody keeps the token for it. Whoever knows the invite alone learns nothing: the request's value must be long
    /// enough that nobody guesses it.
    fn device_token(&self, invite: &InviteText, idempotency: Option<&IdempotencyValue>) -> DeviceToken {
        let made = match idempotency.filter(|value| value.reveal().len() >= REPEATABLE_BYTES_MIN) {
            Some(value) => format!("{DEVICE_TOKEN_PREFIX}{}", self.vault.repeated_secret(invite, value)),
            None => self.random_text(DEVICE_TOKEN_PREFIX),
        };
        DeviceToken::made(made)
    }

    async fn sealed_device_name(&self, invite: KeyedHash, name: &str) -> Result<Vec<u8>, Failure> {
        let Some(Row::Invite(invite)) = self.row::<Invite>(invite).await? else {
            return Ok(Vec::new()); // It will be refused.
        };
        let key = self.wallet_key(invite.wallet_id).await?;
        Ok(key.map_or_else(Vec::new, |key| self.vault.seal_personal(&key, NAME_PURPOSE, name.as_bytes())))
    }

    /// The device behind a cookie, while it is signed in and its customer is not forgotten.
    ///
    /// # Errors
    /// [`Refusal::KeyNotKnown`]; the store's failures.
    pub async fn device(&self, token: &DeviceToken) -> Result<SignedInDevice, Failure> {
        let found = self.device_of(self.vault.device(token)).await?;
        let (device, today) = (found.device.hash, self.now().day());
        if found.device.last_seen_at.is_none_or(|seen| seen.day() < today) {
            // Once a day; what cannot be kept now is kept at the next request.
            drop(self.commit_own(Body::SeeDevice(SeeDevice { device })).await);
        }
        Ok(found)
    }

    /// The same by the token's hash: whether it still is.
    ///
    /// # Errors
    /// [`Refusal::KeyNotKnown`]; the store's failures.
    pub async fn device_of(&self, hash: KeyedHash) -> Result<SignedInDevice, Failure> {
        let device = match self.row::<Device>(hash).await? {
            Some(Row::Device(device)) if device.revoked_at.is_none() => device,
            _ => return Err(Refusal::KeyNotKnown.into()),
        };
        match self.row::<Wallet>(device.wallet_id).await? {
            Some(Row::Wallet(wallet)) if wallet.erased_at.is_none() => {}
            _ => return Err(Refusal::KeyNotKnown.into()),
        }
        Ok(SignedInDevice { device, csrf: CsrfToken(self.vault.csrf(hash)) })
    }

    /// Who may read a wallet: its own device, or whoever bears a key.
    pub(crate) async fn wallet_reader(&self, actor: Actor, wallet_id: WalletId) -> Result<(), Failure> {
        match actor {
            Actor::Device(hash) if self.device_of(hash).await?.device.wallet_id == wallet_id => Ok(()),
            Actor::Device(_) => Err(not_found(Thing::Wallet)),
            Actor::System | Actor::Operator(_) | Actor::Staff(_) => self.bearer(actor).await,
        }
    }

    /// `GET /api/v1/wallet/devices`: the newest first.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn devices_of(&self, wallet_id: WalletId) -> Result<Vec<DeviceLine>, Failure> {
        let Some(Row::WalletDevices(all)) = self.row::<WalletDevices>(wallet_id).await? else {
            return Ok(Vec::new());
        };
        let names = self.rows::<DeviceName>(all.devices.iter().rev().copied().collect()).await?;
        let hash = |row| if let Some(Row::DeviceName(name)) = row { Some(name.hash) } else { None };
        let devices = self.rows::<Device>(names.into_iter().filter_map(hash).collect()).await?;
        let key = self.wallet_key(wallet_id).await?;
        let line = |row| {
            let Some(Row::Device(device)) = row else { return None };
            let clear =
                key.as_ref().and_then(|key| key.open_personal(NAME_PURPOSE, &device.sealed_name).ok());
            Some(DeviceLine { name: clear.and_then(|clear| String::from_utf8(clear).ok()), device })
        };
        Ok(devices.into_iter().filter_map(line).collect())
    }

    /// `DELETE /api/v1/wallet/devices/{device_id}`.
    ///
    /// # Errors
    /// No such device of this wallet; the lane's failures.
    pub async fn sign_out_device(
        &self,
        asked: Asked<'_>,
        device_id: DeviceId,
    ) -> Result<Answered<()>, Failure> {
        let body = SignOutDevice { actor: asked.actor, device_id };
        let request = asked.request("DELETE /api/v1/wallet/devices/{id}");
        Ok(self.commit(&request, &device_id, Body::SignOutDevice(body)).await?.map(|_| ()))
    }

    /// A hundred random bits, in groups of four characters.
    fn random_invite(&self) -> InviteText {
        let mut bytes = [0_u8; INVITE_CHARACTERS];
        self.vault.fill(&mut bytes);
        let characters = bytes.iter().filter_map(|byte| INVITE_ALPHABET.get(usize::from(byte & 31)).copied());
        InviteText::made(characters.map(char::from).collect())
    }
}

impl InviteText {
    /// As people copy it, in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        let characters: Vec<char> = self.reveal().chars().collect();
        let groups: Vec<String> = characters.chunks(4).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invite_is_read_as_people_write_it_and_nothing_else_is() {
        for (text, is_invite) in [
            ("7Q4M-9KZT-2WXH-0ABC-DEFG", true),
            ("7q4m 9kzt 2wxh 0abc defg", true),
            ("7Q4M9KZT2WXH0ABCDEFG", true),
            ("7Q4M-9KZT-2WXH-0ABC-DEF", false),
            ("7Q4M-9KZT-2WXH-0ABC-DEFGH", false),
            ("7Q4M-9KZT-2WXH-0ABC-DEFI", false),
            ("7Q4M-9KZT-2WXH-0ABC-DEFé", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<InviteText>().is_ok(), is_invite, "{text}");
        }
        let invite: InviteText = "7q4m9kzt2wxh0abcdefg".parse().unwrap();
        assert_eq!(invite.grouped(), "7Q4M-9KZT-2WXH-0ABC-DEFG");
    }

    #[test]
    fn what_is_sent_beside_a_cookie_is_read_back_as_it_was_told() {
        let token = CsrfToken(KeyedHash::new([0xab; 16]));
        assert!(token.reveal().parse::<CsrfToken>().unwrap().matches(&token));
        assert!(!"00".repeat(16).parse::<CsrfToken>().unwrap().matches(&token));
        for text in ["", "ab", &"zz".repeat(16), &"ab".repeat(17), "+ab"] {
            assert!(text.parse::<CsrfToken>().is_err(), "{text}");
        }
    }
}
