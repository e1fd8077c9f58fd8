//! Who may ask for what over our own API: four roles, and keys that come and go. The last live key of an admin
//! stays.

use specie_domain::ids::OperatorKeyId;
use specie_domain::outcome::Thing;
use specie_domain::rows::Role;
use specie_domain::{Receipt, Refusal};

use super::answer::{Heard, another, done, refused};
use super::codes::OTHER_REQUEST;
use super::money::Why;
use super::{Design, Recalled, Request, Staff};
use crate::ask::{Ask, FloatAsk, TillAsk};
use crate::broken::Broken;

/// What each role may ask for; an auditor may only look.
const fn may(role: Role, ask: &Ask) -> bool {
    match role {
        Role::Admin => true,
        Role::WalletBackend => matches!(
            ask,
            Ask::Arm { .. }
                | Ask::Cancel { .. }
                | Ask::TopUp { .. }
                | Ask::Freeze { .. }
                | Ask::Confirm { .. }
                | Ask::OpenAccount { .. }
                | Ask::Enrol { .. }
                | Ask::Unenrol { .. }
                | Ask::Dispute { .. }
                | Ask::Phone(_)
                | Ask::Erase { .. }
        ),
        Role::Finance if matches!(ask, Ask::Want(want) if !want.is_for_admins()) => true,
        Role::Finance => matches!(
            ask,
            Ask::TopUp { .. }
                | Ask::Prefund { .. }
                | Ask::Note { .. }
                | Ask::Price { .. }
                | Ask::Propose { .. }
                | Ask::Close { .. }
                | Ask::Judge { .. }
                | Ask::Settle(_)
                | Ask::File(_)
                | Ask::Float(FloatAsk::Move { .. } | FloatAsk::Return { .. } | FloatAsk::Answer { .. })
                | Ask::AtTill(TillAsk::Vault { .. } | TillAsk::Explain { .. })
        ),
        Role::Auditor => false,
    }
}

impl Design {
    /// Why an operator key does not open this.
    pub(super) fn why_not_permitted(&self, request: &Request<'_>) -> Option<Why> {
        let staff = self.staff.get(&request.by?).filter(|staff| !staff.revoked);
        match staff {
            None => Some(("an operator key that was revoked opens nothing", Refusal::KeyNotKnown)),
            Some(staff) if may(staff.role, request.ask) => None,
            Some(_) => Some(("each role may do its own and no more", Refusal::RoleForbids)),
        }
    }

    /// Somebody gets a key, which is told once.
    pub(super) fn hire(&mut self, request: &Request<'_>, role: Role) -> Result<Heard, Broken> {
        const RULE: &str = "an operator key is told once";
        match self.recall(request) {
            Recalled::OtherRequest => {
                return refused(request.outcome, OTHER_REQUEST, &Refusal::IdempotencyKeyReused);
            }
            Recalled::First(_) => return refused(request.outcome, RULE, &Refusal::SecretShownOnce),
            Recalled::Nothing => {}
        }
        if self.safeguarded && matches!(role, Role::Admin | Role::Finance) {
            const TWO: &str = "once two judge, a key that judges is for two people";
            return refused(request.outcome, TWO, &Refusal::NeedsTwoPeople);
        }
        let receipt = done(request.outcome, RULE)?;
        let Receipt::OperatorKeyRegistered(_) = receipt else {
            return Err(another(RULE, receipt));
        };
        self.staff.insert(request.staff, Staff { role, revoked: false, is_hired: true });
        self.remember(request, receipt.clone());
        Ok(Heard::Changed)
    }

    /// Why an operator key stays.
    pub(super) fn why_not_fired(&self, number: u64) -> Option<Why> {
        let is_admin = |staff: &&Staff| staff.role == Role::Admin && !staff.revoked;
        let Some(staff) = self.staff.get(&number) else {
            return Some(("only a key that is there is revoked", Refusal::NotFound(Thing::OperatorKey)));
        };
        let admins = self.staff.values().filter(is_admin).count();
        let is_last = is_admin(&staff) && admins == 1;
        let refusal = Refusal::LastAdminKey(OperatorKeyId::from_u128(0));
        is_last.then_some(("the last live admin key is not revoked", refusal))
    }

    pub(super) fn fire(&mut self, number: u64) {
        self.staff.entry(number).and_modify(|staff| staff.revoked = true);
    }
}
