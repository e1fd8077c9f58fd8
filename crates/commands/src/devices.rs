//! Verbs on offline devices: enrol, remove; and the codes that a device shows about the arrival of a login.

use specie_domain::command::{Body, EnrolDevice, OfflineCode, OpenSession, OpenSessionOffline, RemoveDevice};
use specie_domain::ids::WalletId;
use specie_domain::outcome::Thing;
use specie_domain::rows::{OfflineDevice, Phone, Wallet};
use specie_domain::{KeyedHash, Row, Time};

use crate::calls::{Commands, not_found};
use crate::failure::{Answered, Failure};
use crate::totp::DeviceSeed;
use crate::wallets::Asked;

/// What a device's seed is sealed for.
const SEED_PURPOSE: &str = "device seed";
/// Half-minutes before a login's arrival whose codes are recognised, as late ones.
const HALF_MINUTES_BACK: u64 = 4;
/// Half-minutes after it whose codes are recognised, as early ones.
const HALF_MINUTES_AHEAD: u64 = 1;

/// An enrolled device, with its seed in the clear for the one answer.
#[derive(Debug)]
pub struct EnrolledDevice {
    /// The seed.
    pub seed: DeviceSeed,
}

impl Commands {
    /// `POST /api/v1/wallets/{id}/offline-device`. A device that was there before shows no good codes any more.
    ///
    /// # Errors
    /// No such wallet; it is frozen; a repeat ([`specie_domain::Refusal::SecretShownOnce`]); the lane's failures.
    pub async fn enrol_device(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
    ) -> Result<Answered<EnrolledDevice>, Failure> {
        self.wallet_reader(asked.actor, wallet_id).await?;
        let Some(Row::Wallet(wallet)) = self.row::<Wallet>(wallet_id).await? else {
            return Err(not_found(Thing::Wallet));
        };
        let seed = self.vault.new_seed();
        let sealed_seed = match self.wallet_key(wallet_id).await? {
            Some(key) => self.vault.seal_personal(&key, SEED_PURPOSE, seed.reveal()),
            None if wallet.erased_at.is_some() => Vec::new(), // It will be refused.
            None => {
                tracing::error!("a wallet's personal key is lost: no seed can be kept for it");
                return Err(Failure::NotApplied);
            }
        };
        let body = EnrolDevice { actor: asked.actor, wallet_id, sealed_seed };
        let asked = asked.making("POST /api/v1/wallets/{id}/offline-device");
        let answered = self.commit(&asked, &wallet_id, Body::EnrolDevice(body)).await?;
        Ok(answered.map(|_| EnrolledDevice { seed }))
    }

    /// `DELETE /api/v1/wallets/{id}/offline-device`.
    ///
    /// # Errors
    /// No such wallet; it has no device; the lane's failures.
    pub async fn remove_device(
        &self,
        asked: Asked<'_>,
        wallet_id: WalletId,
    ) -> Result<Answered<()>, Failure> {
        let body = RemoveDevice { actor: asked.actor, wallet_id };
        let asked = asked.request("DELETE /api/v1/wallets/{id}/offline-device");
        Ok(self.commit(&asked, &wallet_id, Body::RemoveDevice(body)).await?.map(|_| ()))
    }

    /// A login whose digits may be an offline code, with the codes that the wallet's device shows about `at`. A phone
    /// without a wallet and a wallet without a device cost the same reads and the same work.
    pub(crate) async fn with_device_codes(
        &self,
        at: Time,
        login: OpenSession,
    ) -> Result<OpenSessionOffline, Failure> {
        let wallet_id = match self.row::<Phone>(login.phone).await? {
            Some(Row::Phone(phone)) => phone.wallet_id,
            _ => WalletId::from_u128(0),
        };
        let (enrolment, seed) = self.device_seed(wallet_id).await?;
        let now = at.half_minute();
        let about_now = now.saturating_sub(HALF_MINUTES_BACK)..=now.saturating_add(HALF_MINUTES_AHEAD);
        let expected = about_now.map(|counter| self.offline_code(login.phone, &seed, counter)).collect();
        Ok(OpenSessionOffline { login, enrolment, expected })
    }

    fn offline_code(&self, phone: KeyedHash, seed: &DeviceSeed, counter: u64) -> OfflineCode {
        OfflineCode { counter, mac: self.vault.code(phone, &seed.code(counter)) }
    }

    /// The seed of a wallet's device and the enrolment it came with; without one, nobody's, of no enrolment.
    async fn device_seed(&self, wallet_id: WalletId) -> Result<(u32, DeviceSeed), Failure> {
        let device = self.row::<OfflineDevice>(wallet_id).await?;
        let key = self.wallet_key(wallet_id).await?;
        let Some(Row::OfflineDevice(device)) = device else {
            return Ok((0, DeviceSeed::nobodys()));
        };
        let opened = key.and_then(|key| key.open_personal(SEED_PURPOSE, &device.sealed_seed).ok());
        let seed = opened.map(zeroize::Zeroizing::new).and_then(|bytes| DeviceSeed::from_bytes(&bytes));
        if seed.is_none() && device.removed_at.is_none() {
            tracing::error!("a device's seed does not open: its codes cannot be judged");
        }
        Ok(seed.map_or_else(|| (0, DeviceSeed::nobodys()), |seed| (device.enrolment, seed)))
    }
}
