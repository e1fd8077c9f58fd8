//! Verbs on tills: what the operator sets up and looks at, and what a cashier asks with the POS's access key, an id and
//! a PIN. What should be in an open till is told to the operator alone; a cashier learns it from the closing's answer.

use std::sync::Arc;

use specie_domain::command::{
    Actor, AddCashier, AddTill, Body, By, ChangeCashier, CloseTill, ExplainVariance, HandOverTill, MoveCash,
    OpenTill, OtherSide, Proof, RetireTill, RunTills, SetCashRules, Sign, VaultCash, VaultEvent,
};
use specie_domain::ids::{CashierId, PosId, Reference, TillId, TillSessionId};
use specie_domain::outcome::{Thing, TillClosed};
use specie_domain::rows::{
    Account, AccountKey, AccountKind, CashRoom, CashRules, Cashier, CashierRole, Counted, Drawer, DrawerKey,
    Notes, Pos, PosKey, Till, TillSession, TillVariance, VarianceKey,
};
use specie_domain::{KeyedHash, Receipt, Record, Refusal, Row, RowKind, Time, coinage};
use specie_money::{Currency, Money};

use crate::calls::{Commands, Request, not_found, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::{AccessKey, IdempotencyValue, Pin};
use crate::wallets::Asked;

/// A request of a POS that belongs to no session.
#[derive(Debug)]
pub struct PosRequest {
    /// When it arrived.
    pub at: Time,
    /// The POS's access key, by its keyed hash.
    pub key: KeyedHash,
    /// The caller's idempotency value.
    pub idempotency: Option<IdempotencyValue>,
    /// What it proved with, if it was signed.
    pub proof: Option<Proof>,
}

/// A cashier's word.
#[derive(Debug)]
pub struct SignRequest {
    /// Who.
    pub cashier_id: CashierId,
    /// The PIN.
    pub pin: Pin,
}

/// What makes a request the same one leaves the PIN out: else a repeat of an answered request would tell right ones from
/// wrong ones, and count none.
const fn without_pin(sign: Sign) -> Sign {
    Sign { pin: KeyedHash::new([0; 16]), ..sign }
}

const fn without_pin_by(by: By) -> By {
    match by {
        By::Cashier(key, sign) => By::Cashier(key, without_pin(sign)),
        By::Operator(actor) => By::Operator(actor),
    }
}

/// Where moved cash comes from or goes to.
#[derive(Debug)]
pub enum MoveRequest {
    /// Out of the vault.
    FromVault,
    /// Into the vault.
    ToVault,
    /// Into another till, whose cashier signs too.
    ToTill(TillId, SignRequest),
}

/// A till, and whose hands it is in.
#[derive(Debug, Clone)]
pub struct TillView {
    /// The till.
    pub till: Arc<Till>,
    /// The id of its POS as it is shown.
    pub pos_id: String,
    /// The session, while it is open.
    pub session: Option<Arc<TillSession>>,
}

/// The cash of a POS in one currency, minor units.
#[derive(Debug, Clone, Copy)]
pub struct CashLine {
    /// The currency.
    pub currency: Currency,
    /// In its tills.
    pub tills: i64,
    /// In its vault.
    pub vault: i64,
    /// Missing by its counts (plus) or too much (minus).
    pub variance: i64,
}

/// The cash of a POS.
#[derive(Debug, Clone)]
pub struct CashView {
    /// The id of the POS as it is shown.
    pub pos_id: String,
    /// Whether it keeps its cash in tills.
    pub runs_tills: bool,
    /// Its tills.
    pub tills: Vec<TillView>,
    /// Its cash, currency by currency.
    pub lines: Vec<CashLine>,
}

impl Commands {
    /// `POST /api/v1/pos/{id}/till-running`.
    ///
    /// # Errors
    /// No such POS; a till is open; the lane's failures.
    pub async fn run_tills(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        runs_tills: bool,
    ) -> Result<Answered<()>, Failure> {
        let values = (pos.clone(), runs_tills);
        let body = RunTills { actor: asked.actor, pos, runs_tills };
        let request = asked.request("POST /api/v1/pos/{id}/till-running");
        Ok(self.commit(&request, &values, Body::RunTills(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/{id}/tills`.
    ///
    /// # Errors
    /// No such POS; too many tills; a name outside its limits; the lane's failures.
    pub async fn add_till(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        name: String,
    ) -> Result<Answered<TillId>, Failure> {
        let body = AddTill { actor: asked.actor, pos, name };
        let values = body.clone();
        let request = asked.making("POST /api/v1/pos/{id}/tills");
        let answered = self.commit(&request, &values, Body::AddTill(body)).await?;
        receipt_of!(answered, Receipt::TillAdded(till_id) => *till_id)
    }

    /// `POST /api/v1/tills/{id}/retire`.
    ///
    /// # Errors
    /// No such till; it is open; the lane's failures.
    pub async fn retire_till(&self, asked: Asked<'_>, till_id: TillId) -> Result<Answered<()>, Failure> {
        let body = RetireTill { actor: asked.actor, till_id };
        let request = asked.request("POST /api/v1/tills/{id}/retire");
        Ok(self.commit(&request, &till_id, Body::RetireTill(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/{id}/cashiers`.
    ///
    /// # Errors
    /// No such POS; too many cashiers; a name outside its limits; the lane's failures.
    pub async fn add_cashier(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        (name, role): (String, CashierRole),
        pin: &Pin,
    ) -> Result<Answered<CashierId>, Failure> {
        let fresh = self.fresh();
        let cashier_id = CashierId::new(asked.at, fresh, fresh.bucket());
        let same = self.vault.pin(CashierId::from_u128(0), pin);
        let values = (pos.clone(), name.clone(), role, same);
        let pin = self.vault.pin(cashier_id, pin);
        let body = AddCashier { actor: asked.actor, cashier_id, pos, name, role, pin };
        let request = asked.making("POST /api/v1/pos/{id}/cashiers");
        let answered = self.commit(&request, &values, Body::AddCashier(body)).await?;
        receipt_of!(answered, Receipt::CashierAdded(cashier_id) => *cashier_id)
    }

    /// `POST /api/v1/cashiers/{id}`.
    ///
    /// # Errors
    /// No such cashier; the lane's failures.
    pub async fn change_cashier(
        &self,
        asked: Asked<'_>,
        cashier_id: CashierId,
        pin: Option<&Pin>,
        active: Option<bool>,
    ) -> Result<Answered<()>, Failure> {
        let pin = pin.map(|pin| self.vault.pin(cashier_id, pin));
        let body = ChangeCashier { actor: asked.actor, cashier_id, pin, active };
        let values = body.clone();
        let request = asked.request("POST /api/v1/cashiers/{id}");
        Ok(self.commit(&request, &values, Body::ChangeCashier(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/currencies/{currency}/cash-rules`.
    ///
    /// # Errors
    /// Denominations outside their limits; the lane's failures.
    pub async fn set_cash_rules(&self, asked: Asked<'_>, rules: CashRules) -> Result<Answered<()>, Failure> {
        let CashRules { currency, denominations, variance_alert } = rules;
        let body = SetCashRules { actor: asked.actor, currency, denominations, variance_alert };
        let values = body.clone();
        let request = asked.request("POST /api/v1/currencies/{currency}/cash-rules");
        Ok(self.commit(&request, &values, Body::SetCashRules(body)).await?.map(|_| ()))
    }

    /// `GET /api/v1/currencies/{currency}/cash-rules`: what the operator said, or the central bank.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn cash_rules(&self, actor: Actor, currency: Currency) -> Result<CashRules, Failure> {
        self.reader(actor).await?;
        Ok(match self.row::<CashRules>(currency).await? {
            Some(Row::CashRules(rules)) => (*rules).clone(),
            _ => CashRules { currency, denominations: coinage::of(currency).to_vec(), variance_alert: 0 },
        })
    }

    /// `POST /api/v1/pos/{id}/vault`. The answer is what is in the vault by the cash book.
    ///
    /// # Errors
    /// No such POS; a currency it does not serve; a sum that cannot be; the lane's failures.
    pub async fn vault_cash(
        &self,
        asked: Asked<'_>,
        pos: Reference<PosId>,
        event: VaultEvent,
        amount: Money,
    ) -> Result<Answered<Money>, Failure> {
        let body = VaultCash { actor: asked.actor, pos, event, amount };
        let values = body.clone();
        let request = asked.making("POST /api/v1/pos/{id}/vault");
        let answered = self.commit(&request, &values, Body::VaultCash(body)).await?;
        receipt_of!(answered, Receipt::VaultTold(balance) => *balance)
    }

    /// `POST /api/v1/tills/{id}/close`: the operator counted.
    ///
    /// # Errors
    /// No such till; it is not open; a count that cannot be; the lane's failures.
    pub async fn close_till(
        &self,
        asked: Asked<'_>,
        till_id: TillId,
        counts: Vec<Counted>,
    ) -> Result<Answered<TillClosed>, Failure> {
        let body = CloseTill { by: By::Operator(asked.actor), till_id, counts };
        let request = asked.request("POST /api/v1/tills/{id}/close");
        self.closed(&request, body).await
    }

    async fn closed(&self, request: &Request<'_>, body: CloseTill) -> Result<Answered<TillClosed>, Failure> {
        let values = CloseTill { by: without_pin_by(body.by), ..body.clone() };
        let answered = self.commit(request, &values, Body::CloseTill(body)).await?;
        receipt_of!(answered, Receipt::TillClosed(closed) => closed.clone())
    }

    /// `POST /api/v1/till-sessions/{id}/explanations`.
    ///
    /// # Errors
    /// The count did not differ; a text outside its limits; the lane's failures.
    pub async fn explain_variance(
        &self,
        asked: Asked<'_>,
        key: VarianceKey,
        explanation: String,
    ) -> Result<Answered<()>, Failure> {
        let VarianceKey { till_session_id, currency } = key;
        let by = By::Operator(asked.actor);
        let body = ExplainVariance { by, till_session_id, currency, explanation };
        let values = body.clone();
        let request = asked.request("POST /api/v1/till-sessions/{id}/explanations");
        Ok(self.commit(&request, &values, Body::ExplainVariance(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/till-sessions/{id}/explanations`: by the cashier who answered for the till, or a supervisor.
    ///
    /// # Errors
    /// The count did not differ; the PIN is wrong, or somebody else's; a text outside its limits; the lane's failures.
    pub async fn explain_variance_here(
        &self,
        request: PosRequest,
        sign: SignRequest,
        key: VarianceKey,
        explanation: String,
    ) -> Result<Answered<()>, Failure> {
        let VarianceKey { till_session_id, currency } = key;
        let by = By::Cashier(request.key, self.sign(&sign));
        let body = ExplainVariance { by, till_session_id, currency, explanation };
        let values = ExplainVariance { by: without_pin_by(body.by), ..body.clone() };
        let request = request.request("POST /api/v1/pos/till-sessions/{id}/explanations");
        Ok(self.commit(&request, &values, Body::ExplainVariance(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/tills/{id}/open`.
    ///
    /// # Errors
    /// Every refusal of an opening; the lane's failures.
    pub async fn open_till(
        &self,
        request: PosRequest,
        till_id: TillId,
        sign: SignRequest,
        counts: Vec<Counted>,
    ) -> Result<Answered<TillSessionId>, Failure> {
        let body = OpenTill { key: request.key, till_id, sign: self.sign(&sign), counts };
        let values = OpenTill { sign: without_pin(body.sign), ..body.clone() };
        let request = request.request("POST /api/v1/pos/tills/{id}/open");
        let answered = self.commit(&request, &values, Body::OpenTill(body)).await?;
        receipt_of!(answered, Receipt::TillOpened(session) => *session)
    }

    /// `POST /api/v1/pos/tills/{id}/move`.
    ///
    /// # Errors
    /// Every refusal of a move; the lane's failures.
    pub async fn move_cash(
        &self,
        request: PosRequest,
        (till_id, sign): (TillId, SignRequest),
        other: MoveRequest,
        (currency, notes): (Currency, Vec<Notes>),
    ) -> Result<Answered<()>, Failure> {
        let other = match other {
            MoveRequest::FromVault => OtherSide::FromVault,
            MoveRequest::ToVault => OtherSide::ToVault,
            MoveRequest::ToTill(other, sign) => OtherSide::ToTill(other, self.sign(&sign)),
        };
        let body = MoveCash { key: request.key, till_id, sign: self.sign(&sign), other, currency, notes };
        let other = match other {
            OtherSide::ToTill(other, sign) => OtherSide::ToTill(other, without_pin(sign)),
            OtherSide::FromVault | OtherSide::ToVault => other,
        };
        let values = MoveCash { sign: without_pin(body.sign), other, ..body.clone() };
        let request = request.making("POST /api/v1/pos/tills/{id}/move");
        Ok(self.commit(&request, &values, Body::MoveCash(body)).await?.map(|_| ()))
    }

    /// `POST /api/v1/pos/tills/{id}/handover`.
    ///
    /// # Errors
    /// Every refusal of a hand-over; the lane's failures.
    pub async fn hand_over_till(
        &self,
        request: PosRequest,
        till_id: TillId,
        (giver, taker): (SignRequest, SignRequest),
        counts: Vec<Counted>,
    ) -> Result<Answered<TillClosed>, Failure> {
        let (giver, taker) = (self.sign(&giver), self.sign(&taker));
        let body = HandOverTill { key: request.key, till_id, giver, taker, counts };
        let (giver, taker) = (without_pin(giver), without_pin(taker));
        let values = HandOverTill { giver, taker, ..body.clone() };
        let request = request.making("POST /api/v1/pos/tills/{id}/handover");
        let answered = self.commit(&request, &values, Body::HandOverTill(body)).await?;
        receipt_of!(answered, Receipt::TillClosed(closed) => closed.clone())
    }

    /// `POST /api/v1/pos/tills/{id}/close`.
    ///
    /// # Errors
    /// Every refusal of a closing; the lane's failures.
    pub async fn close_till_here(
        &self,
        request: PosRequest,
        till_id: TillId,
        sign: SignRequest,
        counts: Vec<Counted>,
    ) -> Result<Answered<TillClosed>, Failure> {
        let by = By::Cashier(request.key, self.sign(&sign));
        let request = request.request("POST /api/v1/pos/tills/{id}/close");
        self.closed(&request, CloseTill { by, till_id, counts }).await
    }

    fn sign(&self, sign: &SignRequest) -> Sign {
        Sign { cashier_id: sign.cashier_id, pin: self.vault.pin(sign.cashier_id, &sign.pin) }
    }

    /// `GET /api/v1/pos/tills`, with the POS's key: the tills of the POS it is limited to.
    ///
    /// # Errors
    /// The key is not known; the store's failures.
    pub async fn tills_of_key(&self, access_key: &AccessKey) -> Result<Vec<TillView>, Failure> {
        let key: Arc<PosKey> = self.pos_key(access_key).await?.ok_or(Refusal::KeyNotKnown)?;
        let mut views = Vec::new();
        for pos_id in &key.pos {
            views.extend(self.tills_of(*pos_id).await?);
        }
        Ok(views)
    }

    async fn tills_of(&self, pos_id: PosId) -> Result<Vec<TillView>, Failure> {
        let Some(Row::CashRoom(room)) = self.row::<CashRoom>(pos_id).await? else { return Ok(Vec::new()) };
        let shown = self.shown_pos_id(pos_id).await?;
        let tills = self.rows::<Till>(room.tills.clone()).await?.into_iter().flatten();
        let mut views: Vec<TillView> = tills
            .filter_map(|row| {
                let Row::Till(till) = row else { return None };
                Some(TillView { till, pos_id: shown.clone(), session: None })
            })
            .collect();
        for view in &mut views {
            if let Some(open) = view.till.open
                && let Some(Row::TillSession(session)) = self.row::<TillSession>(open).await?
            {
                view.session = Some(session);
            }
        }
        Ok(views)
    }

    /// `GET /api/v1/pos/{id}/cash`: the tills of a POS and its cash by the cash book.
    ///
    /// # Errors
    /// No such POS; the store's failures.
    pub async fn cash(&self, actor: Actor, pos: &Reference<PosId>) -> Result<CashView, Failure> {
        self.reader(actor).await?;
        let pos = self.pos_row(pos.clone()).await?;
        let tills = self.tills_of(pos.pos_id).await?;
        let mut lines = Vec::with_capacity(pos.currencies.len());
        for currency in pos.currencies.iter().copied() {
            let of_pos = |kind| AccountKey::of_pos(kind, pos.pos_id, currency);
            let own = tills.iter().map(|view| AccountKey::till(view.till.till_id, currency));
            let keys = [of_pos(AccountKind::Vault), of_pos(AccountKind::TillVariance)].into_iter().chain(own);
            let balances = self.balances(keys.collect()).await?;
            let (of_pos, of_tills) = balances.split_at(2.min(balances.len()));
            let tills = of_tills.iter().fold(0_i64, |sum, balance| sum.saturating_add(*balance));
            let at = |place: usize| of_pos.get(place).copied().unwrap_or(0);
            lines.push(CashLine { currency, tills, vault: at(0), variance: at(1) });
        }
        let (pos_id, runs_tills) = (self.shown_pos_id(pos.pos_id).await?, pos.runs_tills);
        Ok(CashView { pos_id, runs_tills, tills, lines })
    }

    /// What the open drawers of a POS that runs tills hold in `currency` and have not set aside, drawer by drawer; nothing
    /// is known of a POS that runs none.
    pub(crate) async fn free_cash(&self, pos: &Pos, currency: Currency) -> Result<Option<Vec<i64>>, Failure> {
        if !pos.runs_tills {
            return Ok(None);
        }
        let tills = self.tills_of(pos.pos_id).await?;
        let open: Vec<TillId> =
            tills.iter().filter(|view| view.till.open.is_some()).map(|view| view.till.till_id).collect();
        let accounts = open.iter().map(|till_id| AccountKey::till(*till_id, currency)).collect();
        let keys = open.iter().map(|till_id| DrawerKey { till_id: *till_id, currency }).collect();
        let promised = self.rows::<Drawer>(keys).await?.into_iter().map(|row| match row {
            Some(Row::Drawer(drawer)) => drawer.promised,
            _ => 0,
        });
        let balances = self.balances(accounts).await?;
        Ok(Some(balances.into_iter().zip(promised).map(|(there, set)| there.saturating_sub(set)).collect()))
    }

    async fn balances(&self, keys: Vec<AccountKey>) -> Result<Vec<i64>, Failure> {
        let rows = self.rows::<Account>(keys).await?;
        Ok(rows
            .into_iter()
            .map(|row| match row {
                Some(Row::Account(account)) => account.balance,
                _ => 0,
            })
            .collect())
    }

    /// `GET /api/v1/pos/{id}/cashiers`.
    ///
    /// # Errors
    /// No such POS; the store's failures.
    pub async fn cashiers(&self, actor: Actor, pos: &Reference<PosId>) -> Result<Vec<Arc<Cashier>>, Failure> {
        self.reader(actor).await?;
        let pos = self.pos_row(pos.clone()).await?;
        let Some(Row::CashRoom(room)) = self.row::<CashRoom>(pos.pos_id).await? else {
            return Ok(Vec::new());
        };
        let rows = self.rows::<Cashier>(room.cashiers.clone()).await?.into_iter().flatten();
        Ok(rows
            .filter_map(|row| {
                let Row::Cashier(cashier) = row else { return None };
                Some(cashier)
            })
            .collect())
    }

    /// `GET /api/v1/till-sessions/{id}`.
    ///
    /// # Errors
    /// No such till session; the store's failures.
    pub async fn till_session(
        &self,
        actor: Actor,
        till_session_id: TillSessionId,
    ) -> Result<Arc<TillSession>, Failure> {
        self.reader(actor).await?;
        match self.row::<TillSession>(till_session_id).await? {
            Some(Row::TillSession(session)) => Ok(session),
            _ => Err(not_found(Thing::Till)),
        }
    }

    /// `GET /api/v1/till-variances`: at most `lines_max` of those past `past`, the oldest sessions first.
    ///
    /// # Errors
    /// The store's failures.
    pub async fn till_variances(
        &self,
        actor: Actor,
        past: Option<VarianceKey>,
        lines_max: usize,
    ) -> Result<Vec<Arc<TillVariance>>, Failure> {
        self.reader(actor).await?;
        let past = past.map(TillVariance::any_key);
        let rows = self.store.rows(RowKind::TillVariance, past, lines_max).await.map_err(|why| {
            tracing::error!(%why, "variances were not read");
            Failure::NotApplied
        })?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let Row::TillVariance(variance) = row else { return None };
                Some(variance)
            })
            .collect())
    }
}

impl PosRequest {
    pub(crate) const fn request(&self, verb: &'static str) -> Request<'_> {
        Request {
            at: self.at,
            credential: self.key,
            verb,
            idempotency: self.idempotency.as_ref(),
            proof: self.proof,
            makes_anew: false,
        }
    }

    const fn making(&self, verb: &'static str) -> Request<'_> {
        Request { makes_anew: true, ..self.request(verb) }
    }
}
