//! What every verb stands on: the lane, the store's reads, the vault, the clock.

use std::sync::Arc;

use specie_domain::command::{Actor, Knock, Proof};
use specie_domain::ids::Fresh;
use specie_domain::outcome::Thing;
use specie_domain::rows::{OperatorKey, PosKey, Role};
use specie_domain::{Body, Command, Idempotency, Key, KeyedHash, Receipt, Record, Refusal, Row, Time};
use specie_store::Store;

use crate::clock::{Chance, Clock};
use crate::deeds::Looks;
use crate::failure::{Answered, Failure};
use crate::keyring::Keyring;
use crate::lane::Lane;
use crate::secrets::{AccessKey, BearerKey, IdempotencyValue};
use crate::vault::Vault;
use crate::wallet_devices::DeviceTimes;

/// All verbs of the core, for whoever brings requests.
#[derive(Clone)]
pub struct Commands {
    pub(crate) lane: Lane,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) vault: Vault,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) looks: Arc<Looks>,
    pub(crate) code_digits: usize,
    pub(crate) device_times: DeviceTimes,
}

/// A request on its way to the lane.
pub(crate) struct Request<'a> {
    /// When it arrived.
    pub(crate) at: Time,
    /// Who sent it, for the scope of its idempotency value.
    pub(crate) credential: KeyedHash,
    /// Method and path template.
    pub(crate) verb: &'static str,
    /// Its idempotency value, if one was sent.
    pub(crate) idempotency: Option<&'a IdempotencyValue>,
    /// What it proved with, if it was signed.
    pub(crate) proof: Option<Proof>,
    /// It makes something new each time, so it gets a name of its own when the caller gave none: sent again
    /// because its outcome was not known, it is the same request.
    pub(crate) makes_anew: bool,
}

impl Commands {
    /// The verbs over one store. `code_digits` says how many digits a code has.
    #[must_use]
    pub fn new(
        lane: Lane,
        store: Arc<dyn Store>,
        vault: Vault,
        clock: Arc<dyn Clock>,
        code_digits: usize,
    ) -> Self {
        let (keyring, looks) = (Arc::default(), Arc::default());
        let device_times = DeviceTimes::default();
        Self { lane, store, vault, clock, keyring, looks, code_digits, device_times }
    }

    /// The same with other times of customers' devices.
    #[must_use]
    pub fn with_device_times(self, device_times: DeviceTimes) -> Self {
        Self { device_times, ..self }
    }

    /// Now, by the clock handed in: the instant to stamp an arriving request with.
    #[must_use]
    pub fn now(&self) -> Time {
        self.clock.now()
    }

    /// How many digits a code has.
    #[must_use]
    pub const fn code_digits(&self) -> usize {
        self.code_digits
    }

    /// The vault, for imports that hash and seal by themselves.
    #[must_use]
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The store's own figures.
    #[must_use]
    pub fn health(&self) -> specie_store::Health {
        self.store.health()
    }

    /// How many commands wait for a batch.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.lane.waiting()
    }

    /// Sixty-four fresh random bits.
    #[must_use]
    pub fn fresh(&self) -> Fresh {
        let mut bytes = [0; 8];
        self.vault.fill(&mut bytes);
        Fresh(u64::from_le_bytes(bytes))
    }

    /// Who bears `key`. Whether it is known is judged where the command is.
    #[must_use]
    pub fn operator(&self, key: &BearerKey) -> Actor {
        Actor::Operator(self.vault.bearer_key(key))
    }

    /// Commits a command of the program itself (import, first start, sweep).
    ///
    /// # Errors
    /// As every verb.
    pub async fn commit_own(&self, body: Body) -> Result<Receipt, Failure> {
        let command = Command { at: self.now(), fresh: self.fresh(), idempotency: None, proof: None, body };
        let outcome = self.lane.commit(command).await?;
        outcome.result.map_err(Failure::from)
    }

    /// Commits a request. `values` are what makes two requests the same.
    pub(crate) async fn commit(
        &self,
        request: &Request<'_>,
        values: &impl borsh::BorshSerialize,
        body: Body,
    ) -> Result<Answered<Receipt>, Failure> {
        let own_name = request.makes_anew.then(|| IdempotencyValue::made(self.random_text("own-")));
        let idempotency = request.idempotency.or(own_name.as_ref()).map(|value| Idempotency {
            name: self.vault.idempotency(request.credential, request.verb, value),
            fingerprint: self.vault.fingerprint(values),
        });
        let command =
            Command { at: request.at, fresh: self.fresh(), idempotency, proof: request.proof, body };
        let outcome = self.lane.commit(command).await?;
        match outcome.result {
            Ok(receipt) => Ok(Answered {
                receipt,
                replayed: outcome.replayed,
                session_expires_at: outcome.session_expires_at,
            }),
            Err(refusal) => Err(Failure::Refused(refusal, outcome.session_expires_at)),
        }
    }

    /// Strong read of rows of one kind, in the order of `keys`.
    pub(crate) async fn rows<R: Record>(&self, keys: Vec<R::Key>) -> Result<Vec<Option<Row>>, Failure> {
        let keys: Vec<Key> = keys.into_iter().map(R::any_key).collect();
        self.store.read(keys).await.map_err(|why| {
            tracing::error!(%why, "a read failed");
            Failure::NotApplied
        })
    }

    /// Strong read of one row.
    pub(crate) async fn row<R: Record>(&self, key: R::Key) -> Result<Option<Row>, Failure> {
        Ok(self.rows::<R>(vec![key]).await?.pop().flatten())
    }

    /// The POS key behind an access key, if it is known and was not revoked.
    ///
    /// # Errors
    /// [`Failure::NotApplied`] when the store does not answer.
    pub async fn pos_key(&self, key: &AccessKey) -> Result<Option<Arc<PosKey>>, Failure> {
        self.pos_key_of(self.vault.access_key(key)).await
    }

    /// The same, a revoked one too: for facts, which the core may keep as evidence while it refuses them.
    ///
    /// # Errors
    /// [`Failure::NotApplied`] when the store does not answer.
    pub async fn pos_key_even_revoked(&self, key: &AccessKey) -> Result<Option<Arc<PosKey>>, Failure> {
        let hash = self.vault.access_key(key);
        if let Some(live) = self.pos_key_of(hash).await? {
            return Ok(Some(live));
        }
        match self.row::<PosKey>(hash).await? {
            Some(Row::PosKey(row)) => Ok(Some(row)),
            _ => Ok(None),
        }
    }

    /// The same by the access key's hash.
    pub(crate) async fn pos_key_of(&self, hash: KeyedHash) -> Result<Option<Arc<PosKey>>, Failure> {
        let now = self.now();
        if let Some(known) = self.keyring.get(hash, now) {
            return Ok(Some(known));
        }
        match self.row::<PosKey>(hash).await? {
            Some(Row::PosKey(row)) if row.revoked_at.is_none() => {
                self.keyring.put(Arc::clone(&row), now);
                Ok(Some(row))
            }
            _ => Ok(None),
        }
    }

    /// What a signed request proves with, once its signature was found right.
    #[must_use]
    pub fn proof(&self, key: KeyedHash, salt: &str, signature: &str, timestamp_s: i64) -> Proof {
        Proof {
            salt: self.vault.salt(key, salt),
            signature: self.vault.signature(key, signature),
            timestamp_s,
        }
    }

    /// Spends the proof of a signed request that asks for nothing that changes (echo, status).
    ///
    /// # Errors
    /// The proof does not serve; the lane's failures.
    pub async fn knock(&self, at: Time, key: KeyedHash, proof: Proof) -> Result<(), Failure> {
        let request = Request {
            at,
            credential: key,
            verb: "knock",
            idempotency: None,
            proof: Some(proof),
            makes_anew: false,
        };
        self.commit(&request, &(), Body::Knock(Knock { key })).await.map(|_| ())
    }

    /// An actor who wants to read of the back office. The wallet's own back end is the key that lies most open: it
    /// reads what is a wallet's, and nothing else.
    ///
    /// # Errors
    /// [`Refusal::KeyNotKnown`] when there is no key or it was revoked; [`Refusal::RoleForbids`].
    pub async fn reader(&self, actor: Actor) -> Result<(), Failure> {
        match self.key_of(actor).await?.map(|key| key.role) {
            None | Some(Role::Admin | Role::Finance | Role::Auditor) => Ok(()),
            Some(Role::WalletBackend) => Err(Refusal::RoleForbids.into()),
        }
    }

    /// An actor who wants to read what is a wallet's, or what any customer may know: whoever bears a key that lives.
    ///
    /// # Errors
    /// [`Refusal::KeyNotKnown`] when there is none or it was revoked.
    pub async fn bearer(&self, actor: Actor) -> Result<(), Failure> {
        self.key_of(actor).await.map(|_| ())
    }

    /// The operator key that an actor bears, or counts as; the program has none, and a customer's device is none.
    pub(crate) async fn key_of(&self, actor: Actor) -> Result<Option<Arc<OperatorKey>>, Failure> {
        let hash = match actor {
            Actor::System => return Ok(None),
            Actor::Operator(hash) => hash,
            Actor::Staff(session) => self.signed_in_name(session).await?,
            Actor::Device(_) => return Err(Refusal::KeyNotKnown.into()),
        };
        match self.key_row(hash).await? {
            Some(row) if row.revoked_at.is_none() => Ok(Some(row)),
            _ => Err(Refusal::KeyNotKnown.into()),
        }
    }

    /// The operator key of a hash, a revoked one too.
    pub(crate) async fn key_row(&self, hash: KeyedHash) -> Result<Option<Arc<OperatorKey>>, Failure> {
        match self.row::<OperatorKey>(hash).await? {
            Some(Row::OperatorKey(row)) => Ok(Some(row)),
            _ => Ok(None),
        }
    }

    /// The credential of an actor, for the scope of idempotency values.
    pub(crate) const fn credential(actor: Actor) -> KeyedHash {
        match actor {
            Actor::System => KeyedHash::new([0; 16]),
            Actor::Operator(hash) | Actor::Device(hash) | Actor::Staff(hash) => hash,
        }
    }
}

/// What a verb's receipt holds; a receipt of another verb, which cannot be, is an unknown outcome.
macro_rules! receipt_of {
    ($answered:expr, $receipt:pat => $held:expr) => {{
        let answered: crate::failure::Answered<specie_domain::Receipt> = $answered;
        if let $receipt = &answered.receipt {
            let held = $held;
            Ok(answered.map(|_| held))
        } else {
            tracing::error!("the core answered with another verb's receipt");
            Err(crate::failure::Failure::OutcomeUnknown)
        }
    }};
}
pub(crate) use receipt_of;

/// A refusal that there is no such thing.
pub(crate) const fn not_found(thing: Thing) -> Failure {
    Failure::Refused(Refusal::NotFound(thing), None)
}

/// A source of random bytes behind a shared pointer is one too.
impl<C: Chance + ?Sized> Chance for Arc<C> {
    fn fill(&self, bytes: &mut [u8]) {
        (**self).fill(bytes);
    }
}
