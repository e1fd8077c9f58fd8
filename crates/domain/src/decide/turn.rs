//! What every decision stands on: the rows, the time, the settings, remembered answers, who asks.

use std::sync::Arc;

use crate::command::{Actor, Command, Idempotency};
use crate::ids::{AccountId, Fresh, OpaqueId, OperationId, PosId, Reference};
use crate::looks;
use crate::outcome::{Limit, Receipt, ReconRefusal, Refusal};
use crate::rows::{
    Alias, AliasKey, AliasKind, Answer, AnswerKey, Deployment, OperatorKey, Pos, PosKey, Profile, Role,
    Session,
};
use crate::secret_hash::KeyedHash;
use crate::time::Time;
use crate::working_set::{Missing, Record, WorkingSet};

/// Longest name of a person, place or account, bytes.
pub(super) const NAME_BYTES_MAX: usize = 128;

/// Who it is when nobody of the operator asks.
const THE_PROGRAM: &str = "specie";

const DAY_S: i64 = 86_400;

/// A receipt on its way out.
pub(super) struct Done {
    pub(super) receipt: Receipt,
    pub(super) replayed: bool,
}

impl Done {
    /// Done now.
    pub(super) const fn now(receipt: Receipt) -> Self {
        Self { receipt, replayed: false }
    }

    /// Done before.
    pub(super) const fn before(receipt: Receipt) -> Self {
        Self { receipt, replayed: true }
    }
}

/// Why a decision ended without a receipt.
pub(super) enum Stop {
    /// A row must be asked for.
    Missing(Missing),
    /// A lawful no; what the decision put is undone.
    Refused(Refusal),
    /// A lawful no; what the decision put (counters) stays.
    Counted(Refusal),
}

impl From<Missing> for Stop {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

impl From<ReconRefusal> for Stop {
    fn from(refusal: ReconRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// One command being decided.
pub(super) struct Turn<'a> {
    pub(super) set: &'a mut WorkingSet,
    pub(super) at: Time,
    pub(super) fresh: Fresh,
    pub(super) deployment: Arc<Deployment>,
    idempotency: Option<Idempotency>,
    is_proved: bool,
}

impl<'a> Turn<'a> {
    pub(super) fn new(set: &'a mut WorkingSet, command: &Command) -> Result<Self, Missing> {
        let deployment = set.get::<Deployment>(&())?.unwrap_or_default();
        Ok(Self {
            set,
            at: command.at,
            fresh: command.fresh,
            deployment,
            idempotency: command.idempotency,
            is_proved: command.proof.is_some(),
        })
    }

    /// The row under `key`, or that there is none.
    pub(super) fn get<R: Record>(&self, key: &R::Key) -> Result<Option<Arc<R>>, Missing> {
        self.set.get::<R>(key)
    }

    /// The first answer to an equal request, if one is remembered.
    pub(super) fn recall(&self) -> Result<Option<Receipt>, Stop> {
        self.recalled(self.first_answer()?)
    }

    /// What is recalled of the answer that is remembered.
    pub(super) fn recalled(&self, first: Option<Arc<Answer>>) -> Result<Option<Receipt>, Stop> {
        match first {
            Some(answer) if self.is_equal(&answer) => Ok(Some(answer.receipt.clone())),
            Some(_) => Err(Refusal::IdempotencyKeyReused.into()),
            None => Ok(None),
        }
    }

    /// Whether an answer was given to an equal request.
    pub(super) fn is_equal(&self, answer: &Answer) -> bool {
        let own = self.idempotency.map(|own| own.fingerprint);
        own == Some(answer.fingerprint) || planted!(FingerprintIgnored)
    }

    /// The answer that is remembered under the request's idempotency value, be it to an equal request or to another.
    pub(super) fn first_answer(&self) -> Result<Option<Arc<Answer>>, Missing> {
        let Some(Idempotency { name, .. }) = self.idempotency else {
            return Ok(None);
        };
        let today = self.at.day();
        let kept_s = i64::from(self.deployment.policy.answer_kept_s);
        let first = today.saturating_sub(kept_s.div_euclid(DAY_S).saturating_add(1));
        let kept_ms = kept_s.saturating_mul(1000);
        let is_alive = |answer: &&Arc<Answer>| {
            self.at.ms_since(answer.given_at) < kept_ms
                && !(planted!(AnswersDieAtMidnight) && answer.key.day < today)
        };
        // A twin that arrived later, on the next day even, may have been decided before this one.
        let days = (first..=today.saturating_add(1)).map(|day| AnswerKey { day, name });
        let mut alive = None;
        self.set.look_at::<Answer>(days, |answer| {
            if alive.is_none() {
                alive = answer.filter(is_alive).cloned();
            }
        })?;
        Ok(alive)
    }

    /// Remembers `receipt` for a repeat, and hands it out.
    pub(super) fn remember(&mut self, receipt: Receipt) -> Done {
        if let Some(Idempotency { name, fingerprint }) = self.idempotency
            && !planted!(AnswerForgotten)
        {
            let key = AnswerKey { day: self.at.day(), name };
            self.set.put(Answer { key, fingerprint, receipt: receipt.clone(), given_at: self.at });
        }
        Done::now(receipt)
    }

    /// Whether the request was signed, and its signature found good.
    pub(super) const fn is_proved(&self) -> bool {
        self.is_proved
    }

    /// Whether the request came with an idempotency value.
    pub(super) const fn has_idempotency_value(&self) -> bool {
        self.idempotency.is_some()
    }

    /// Lets only actors pass whose role `allows` it.
    pub(super) fn permit(&self, actor: Actor, allows: fn(Role) -> bool) -> Result<(), Stop> {
        self.person(actor, allows).map(|_| ())
    }

    /// The same, and who it is.
    pub(super) fn person(&self, actor: Actor, allows: fn(Role) -> bool) -> Result<String, Stop> {
        let key = self.operator_key(actor, allows)?;
        Ok(key.map_or_else(|| THE_PROGRAM.to_owned(), |key| key.person.clone()))
    }

    /// The same, and its key; the program has none.
    pub(super) fn operator_key(
        &self,
        actor: Actor,
        allows: fn(Role) -> bool,
    ) -> Result<Option<Arc<OperatorKey>>, Stop> {
        let hash = match actor {
            Actor::System => return Ok(None),
            Actor::Operator(hash) => hash,
            Actor::Staff(session) => super::signed_in::signed_in(self, &session)?,
            Actor::Device(_) => return Err(Refusal::RoleForbids.into()),
        };
        let is_live = |key: &Arc<OperatorKey>| key.revoked_at.is_none() || planted!(RevokedOperatorServed);
        match self.get::<OperatorKey>(&hash)?.filter(is_live) {
            None => Err(Refusal::KeyNotKnown.into()),
            Some(key) if allows(key.role) || planted!(RoleIgnored) => Ok(Some(key)),
            Some(_) => Err(Refusal::RoleForbids.into()),
        }
    }

    /// The access key behind `hash`, unless it was revoked, or its requests are signed and this one is not.
    pub(super) fn live_key(&self, hash: &KeyedHash) -> Result<Arc<PosKey>, Stop> {
        self.good_key(self.get::<PosKey>(hash)?)
    }

    /// The same for the key that was found.
    pub(super) fn good_key(&self, key: Option<Arc<PosKey>>) -> Result<Arc<PosKey>, Stop> {
        let is_good = |key: &Arc<PosKey>| {
            let is_live = key.revoked_at.is_none() || planted!(RevokedKeyLives);
            is_live && (self.is_proved || key.profile == Profile::Plain || planted!(UnsignedServed))
        };
        Ok(key.filter(is_good).ok_or(Refusal::KeyNotKnown)?)
    }

    /// The POS that `reference` names.
    pub(super) fn pos(&self, reference: &Reference<PosId>) -> Result<Option<Arc<Pos>>, Missing> {
        let pos_id = match reference {
            Reference::Id(pos_id) => Some(*pos_id),
            Reference::Opaque(text) => self.alias(AliasKind::Pos, text)?.map(PosId::from_u128),
        };
        pos_id.map_or(Ok(None), |pos_id| self.get::<Pos>(&pos_id))
    }

    /// The account's id that `reference` names.
    pub(super) fn account_id(&self, reference: &Reference<AccountId>) -> Result<Option<AccountId>, Missing> {
        match reference {
            Reference::Id(account_id) => Ok(Some(*account_id)),
            Reference::Opaque(text) => Ok(self.alias(AliasKind::Account, text)?.map(AccountId::from_u128)),
        }
    }

    fn alias(&self, kind: AliasKind, text: &OpaqueId) -> Result<Option<u128>, Missing> {
        let key = AliasKey { kind, text: text.clone() };
        Ok(self.get::<Alias>(&key)?.map(|alias| alias.target))
    }

    /// Enters an imported id into the directory.
    pub(super) fn import_id(
        &mut self,
        kind: AliasKind,
        shown_id: Option<&String>,
        target: u128,
    ) -> Result<(), Stop> {
        let Some(shown_id) = shown_id else {
            return Ok(());
        };
        let limit = Refusal::Unacceptable(Limit::OpaqueId(crate::ids::OPAQUE_BYTES_MAX));
        let text = match shown_id.parse::<Reference<AccountId>>() {
            Ok(Reference::Opaque(text)) => text,
            Ok(Reference::Id(_)) | Err(_) => return Err(limit.into()), // Ours are never given away.
        };
        let key = AliasKey { kind, text };
        if self.get::<Alias>(&key)?.is_some() {
            let thing = match kind {
                AliasKind::Account => crate::outcome::Thing::Account,
                AliasKind::Pos => crate::outcome::Thing::Pos,
            };
            return Err(Refusal::Exists(thing).into());
        }
        self.set.put(Alias { key, target });
        Ok(())
    }

    /// When the limits of the operation's session end it, if it lives.
    pub(super) fn session_expires_at(&self, operation: Option<OperationId>) -> Result<Option<Time>, Missing> {
        let Some(operation_id) = operation else {
            return Ok(None);
        };
        let session = self.get::<Session>(&operation_id)?;
        Ok(session.filter(|session| session.ended_at(self.at).is_none()).map(|session| session.expires_at))
    }
}

/// Refuses a name that is empty, too long or holds control characters or others that nobody sees.
pub(super) fn acceptable_name(name: &str) -> Result<(), Refusal> {
    let fits = !name.trim().is_empty() && name.len() <= NAME_BYTES_MAX;
    if fits && !name.chars().any(|sign| sign.is_control() || looks::is_unseen(sign)) {
        Ok(())
    } else {
        Err(Refusal::Unacceptable(Limit::NameBytes(NAME_BYTES_MAX)))
    }
}
