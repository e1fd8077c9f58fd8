//! Verbs that propose who else may approve: an operator key, a person who signs in, a person's new password. The secret
//! is made with the proposal. Its first half is told to whoever proposes, its second half to whoever approves, and nobody
//! but the one who is told both has the whole: otherwise one of the two could act as her.

use specie_domain::command::{Body, Propose};
use specie_domain::ids::OperatorKeyId;
use specie_domain::outcome::Thing;
use specie_domain::rows::{KeyAddition, OperatorKeyName, Proposed, Role, StaffAddition, StaffReset};
use specie_domain::{Receipt, Row};

use crate::calls::{Commands, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::proposals::ProposalView;
use crate::secrets::{BearerKey, SecretHalf};
use crate::totp::DeviceSeed;
use crate::wallets::Asked;

/// A proposed operator key.
#[derive(Debug)]
pub struct ProposedKey {
    /// What waits for another person.
    pub view: ProposalView,
    /// The bearer key's first half, in the clear for the one answer.
    pub half: SecretHalf,
}

/// What a person will sign in with, in the clear for the one answer.
#[derive(Debug)]
pub struct ProposedStaff {
    /// What waits for another person.
    pub view: ProposalView,
    /// The first half of her first password.
    pub half: SecretHalf,
    /// The seed of her authenticator app.
    pub seed: DeviceSeed,
}

impl Commands {
    /// `POST /api/v1/proposals/operator-keys`.
    ///
    /// # Errors
    /// A name or reason outside its limits; a repeat ([`specie_domain::Refusal::SecretShownOnce`]); the role does not
    /// allow it; the lane's failures.
    pub async fn propose_operator_key(
        &self,
        asked: Asked<'_>,
        (person, role): (String, Role),
        why: String,
    ) -> Result<Answered<ProposedKey>, Failure> {
        let key = BearerKey::made(self.random_text("sok_"));
        let hash = self.vault.bearer_key(&key);
        let values = (person.clone(), role, why.clone());
        let (half, second) = SecretHalf::both(key.reveal());
        let sealed_half = self.vault.seal_half(hash, &second);
        let what = Proposed::AddKey(KeyAddition { hash, person, role, why, sealed_half });
        let made = self.propose_person(asked, "POST /api/v1/proposals/operator-keys", &values, what).await?;
        Ok(made.map(|view| ProposedKey { view, half }))
    }

    /// `POST /api/v1/proposals/staff`.
    ///
    /// # Errors
    /// As [`Self::propose_operator_key`]; the name is in use.
    pub async fn propose_staff(
        &self,
        asked: Asked<'_>,
        (person, role): (String, Role),
        why: String,
    ) -> Result<Answered<ProposedStaff>, Failure> {
        self.reader(asked.actor).await?; // A password is not stretched for everybody.
        let name = self.vault.staff_name(&person);
        let (credentials, password, seed) = self.new_credentials(name).await?;
        let values = (person.clone(), role, why.clone());
        let (half, second) = SecretHalf::both(password.reveal());
        let sealed_half = self.vault.seal_half(credentials.password, &second);
        let addition = StaffAddition { name, person, role, credentials, why, sealed_half };
        let what = Proposed::AddStaff(addition);
        let made = self.propose_person(asked, "POST /api/v1/proposals/staff", &values, what).await?;
        Ok(made.map(|view| ProposedStaff { view, half, seed }))
    }

    /// `POST /api/v1/proposals/staff/{staff_id}/reset`.
    ///
    /// # Errors
    /// As [`Self::propose_operator_key`]; no such person.
    pub async fn propose_staff_reset(
        &self,
        asked: Asked<'_>,
        staff_id: OperatorKeyId,
        why: String,
    ) -> Result<Answered<ProposedStaff>, Failure> {
        self.staff_reader(asked.actor).await?;
        let Some(Row::OperatorKeyName(name)) = self.row::<OperatorKeyName>(staff_id).await? else {
            return Err(not_found(Thing::OperatorKey));
        };
        let (credentials, password, seed) = self.new_credentials(name.hash).await?;
        let values = (staff_id, why.clone());
        let (half, second) = SecretHalf::both(password.reveal());
        let sealed_half = self.vault.seal_half(credentials.password, &second);
        let what = Proposed::ResetStaff(StaffReset { staff_id, credentials, why, sealed_half });
        let verb = "POST /api/v1/proposals/staff/{id}/reset";
        let made = self.propose_person(asked, verb, &values, what).await?;
        Ok(made.map(|view| ProposedStaff { view, half, seed }))
    }

    async fn propose_person(
        &self,
        asked: Asked<'_>,
        verb: &'static str,
        values: &impl borsh::BorshSerialize,
        what: Proposed,
    ) -> Result<Answered<ProposalView>, Failure> {
        let body = Body::Propose(Propose { actor: asked.actor, what });
        let answered = self.commit(&asked.making(verb), values, body).await?;
        let made = receipt_of!(answered, Receipt::Proposed(proposal_id) => *proposal_id)?;
        // It is kept: a read that fails from here on may not be told as "not applied".
        let view = self.proposal_view(made.receipt).await.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(made.map(|_| view))
    }
}
