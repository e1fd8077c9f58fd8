//! Verbs on one-time codes: arm, cancel. The digits are drawn here, told once, and kept nowhere.

use specie_domain::command::{ArmCode, ArmCodeOver, Body, CancelCode};
use specie_domain::ids::{CodeId, PosId, Reference, WalletId};
use specie_domain::outcome::Thing;
use specie_domain::rows::{Approved, Channel, Purpose, Quote, Wallet};
use specie_domain::{Receipt, Row, Time};

use crate::calls::{Commands, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::OtpCode;
use crate::wallets::Asked;

/// A code to arm.
#[derive(Debug)]
pub struct ArmCodeRequest {
    /// Whose.
    pub wallet_id: WalletId,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it shall be good; nowhere named: everywhere.
    pub pos: Option<Reference<PosId>>,
    /// The sum approved.
    pub approved: Approved,
    /// Over what way it is asked for.
    pub channel: Channel,
}

/// An armed code, with its digits in the clear for the one answer.
#[derive(Debug)]
pub struct ArmedCode {
    /// Its id.
    pub code_id: CodeId,
    /// The digits.
    pub code: OtpCode,
    /// The first instant it is good.
    pub valid_from: Time,
    /// The first instant it is dead.
    pub expires_at: Time,
    /// What the customer is told it costs.
    pub quote: Quote,
}

impl Commands {
    /// `POST /api/v1/wallets/{id}/codes`.
    ///
    /// # Errors
    /// No such wallet or POS; the wallet is frozen; an open code; above the cap; the lane's failures.
    pub async fn arm_code(
        &self,
        asked: Asked<'_>,
        request: ArmCodeRequest,
    ) -> Result<Answered<ArmedCode>, Failure> {
        self.wallet_reader(asked.actor, request.wallet_id).await?;
        let Some(Row::Wallet(wallet)) = self.row::<Wallet>(request.wallet_id).await? else {
            return Err(not_found(Thing::Wallet));
        };
        let codes = self.two_codes();
        let macs = [self.vault.code(wallet.phone, &codes.0), self.vault.code(wallet.phone, &codes.1)];
        let ArmCodeRequest { wallet_id, purpose, pos, approved, channel } = request;
        let values = (wallet_id, purpose, pos.clone(), approved);
        let arm = ArmCode { actor: asked.actor, wallet_id, macs, purpose, pos, approved };
        let asked = asked.request("POST /api/v1/wallets/{id}/codes");
        let answered = match channel {
            Channel::App => self.commit(&asked, &values, Body::ArmCode(arm)).await?,
            Channel::Sms | Channel::Ussd | Channel::Offline => {
                let over = ArmCodeOver { arm, channel };
                self.commit(&asked, &(values, channel), Body::ArmCodeOver(over)).await?
            }
        };
        let armed = receipt_of!(answered, Receipt::CodeArmed(armed) => armed.clone())?;
        Ok(armed.map(|armed| ArmedCode {
            code_id: armed.code_id,
            code: if armed.candidate == 0 { codes.0 } else { codes.1 },
            valid_from: armed.valid_from,
            expires_at: armed.expires_at,
            quote: armed.quote,
        }))
    }

    /// `DELETE /api/v1/wallets/{id}/codes/current`.
    ///
    /// # Errors
    /// No such wallet; no code is armed; the lane's failures.
    pub async fn cancel_code(&self, asked: Asked<'_>, wallet_id: WalletId) -> Result<Answered<()>, Failure> {
        let body = CancelCode { actor: asked.actor, wallet_id };
        let asked = asked.request("DELETE /api/v1/wallets/{id}/codes/current");
        Ok(self.commit(&asked, &wallet_id, Body::CancelCode(body)).await?.map(|_| ()))
    }

    /// Two different codes, each uniformly random.
    fn two_codes(&self) -> (OtpCode, OtpCode) {
        let first = self.random_digits();
        let mut second = self.random_digits();
        while second == first {
            second = self.random_digits(); // One time in a million, and never twice in practice.
        }
        (OtpCode::made(first), OtpCode::made(second))
    }

    /// Digits without bias: bytes of 250 and more are thrown away.
    fn random_digits(&self) -> String {
        let mut digits = String::with_capacity(self.code_digits);
        while digits.len() < self.code_digits {
            let mut bytes = [0_u8; 16];
            self.vault.fill(&mut bytes);
            let fair = bytes.into_iter().filter(|byte| *byte < 250);
            let missing = self.code_digits.saturating_sub(digits.len());
            digits.extend(fair.take(missing).map(|byte| char::from(b'0'.saturating_add(byte % 10))));
        }
        digits
    }
}
