//! The POS's verbs: open a session, withdraw, deposit, reverse, close.

use specie_domain::command::{
    Body, CloseSession, DepositCash, DepositFor, OpenSession, Proof, Reverse, SessionCall, TransactionName,
    Withdraw,
};
use specie_domain::ids::{AccountId, DepositId, OperationId, PosId, Reference, ReversalId, WithdrawalId};
use specie_domain::outcome::ShownAccount;
use specie_domain::rows::{Deposit, Session, SessionEnd, Wallet};
use specie_domain::{KeyedHash, Receipt, Refusal, Row, Time};
use specie_money::{Currency, Decimal};
use zeroize::Zeroizing;

use crate::calls::{Commands, Request, receipt_of};
use crate::failure::{Answered, Failure};
use crate::secrets::{IdempotencyValue, OtpCode, PersonName, PhoneNumber, SessionToken};
use crate::totp::OFFLINE_CODE_DIGITS;
use crate::vault::WalletKey;

/// What deposit metadata is sealed for.
const METADATA_PURPOSE: &str = "deposit metadata";
/// What is known of a deposit's bringer is sealed for.
const DEPOSITOR_PURPOSE: &str = "depositor";

/// A login.
#[derive(Debug)]
pub struct LoginRequest {
    /// When it arrived.
    pub at: Time,
    /// The POS's access key, by its keyed hash.
    pub key: KeyedHash,
    /// The POS.
    pub pos: Reference<PosId>,
    /// The customer's phone.
    pub phone: PhoneNumber,
    /// The code she read out.
    pub code: OtpCode,
    /// The caller's idempotency value.
    pub idempotency: Option<IdempotencyValue>,
    /// What it proved with, if it was signed.
    pub proof: Option<Proof>,
}

/// An open session, with its token in the clear for the one answer.
#[derive(Debug)]
pub struct OpenedSession {
    /// The token.
    pub token: SessionToken,
    /// The operation.
    pub operation_id: OperationId,
    /// The accounts the key is shown.
    pub accounts: Vec<ShownAccount>,
}

/// What every call in a session brings.
#[derive(Debug)]
pub struct SessionRequest {
    /// When it arrived.
    pub at: Time,
    /// The POS's access key, by its keyed hash.
    pub key: KeyedHash,
    /// The session's token.
    pub token: SessionToken,
    /// The operation.
    pub operation_id: OperationId,
    /// The customer's phone, if it was sent.
    pub phone: Option<PhoneNumber>,
    /// The caller's idempotency value.
    pub idempotency: Option<IdempotencyValue>,
    /// What it proved with, if it was signed.
    pub proof: Option<Proof>,
}

/// How long after its session a call is still taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallKind {
    /// Not at all: it asks for something new.
    NewRequest,
    /// While the token is kept: it tells what happened.
    Fact,
    /// At any time: it tells what became of the cash, and may come late.
    LateFact,
}

/// A withdrawal.
#[derive(Debug)]
pub struct WithdrawRequest {
    /// The account.
    pub account: Reference<AccountId>,
    /// How much, in the account's currency.
    pub sum: Decimal,
}

/// A deposit.
#[derive(Debug)]
pub struct DepositRequest {
    /// How much.
    pub sum: Decimal,
    /// In which currency.
    pub currency: Currency,
    /// What the POS says of it, as it came (JSON); empty when it said nothing.
    pub metadata: Vec<u8>,
    /// Who brought the cash, if it was somebody else than the customer.
    pub depositor: Option<Depositor>,
}

/// Who brought the cash of a deposit. At least one of the two was said.
#[derive(Debug, Clone)]
pub struct Depositor {
    /// The name that was told.
    pub name: Option<PersonName>,
    /// The phone number that was told.
    pub phone: Option<PhoneNumber>,
}

impl Depositor {
    /// As it is sealed: both texts, empty for what was not said.
    fn clear_bytes(&self) -> Zeroizing<Vec<u8>> {
        let name = self.name.as_ref().map_or("", PersonName::reveal);
        let phone = self.phone.as_ref().map_or("", PhoneNumber::reveal);
        Zeroizing::new(format!("{name}\n{phone}").into_bytes()) // A name has no line's end.
    }

    /// Reads what [`Self::clear_bytes`] wrote.
    fn of_clear(bytes: &[u8]) -> Option<Self> {
        let (name, phone) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
        Some(Self { name: name.parse().ok(), phone: phone.parse().ok() })
    }
}

/// A reversal.
#[derive(Debug)]
pub struct ReverseRequest {
    /// The account of the money action.
    pub account: Reference<AccountId>,
    /// How much.
    pub sum: Decimal,
    /// The money action, if it was named.
    pub transaction: Option<TransactionName>,
}

impl Commands {
    /// `POST /v1/pos/login/{pos_id}/{otp_code}`.
    ///
    /// # Errors
    /// Every refusal of a login; the failures of the lane.
    pub async fn open_session(&self, login: LoginRequest) -> Result<Answered<OpenedSession>, Failure> {
        let key = login.key;
        let phone = self.vault.phone(&login.phone);
        let mac = self.vault.code(phone, &login.code);
        let token = self.new_token();
        let values = (login.pos.clone(), phone, mac);
        let body = OpenSession { key, pos: login.pos, phone, mac, token: self.vault.token(&token) };
        let request = Request {
            at: login.at,
            credential: key,
            verb: "POST /v1/pos/login",
            idempotency: login.idempotency.as_ref(),
            proof: login.proof,
            makes_anew: false,
        };
        let body = if login.code.reveal().len() == OFFLINE_CODE_DIGITS {
            Body::OpenSessionOffline(self.with_device_codes(login.at, body).await?)
        } else {
            Body::OpenSession(body)
        };
        let answered = self.commit(&request, &values, body).await?;
        let opened = receipt_of!(answered, Receipt::SessionOpened(opened) => opened.clone())?;
        Ok(opened.map(|opened| OpenedSession {
            token,
            operation_id: opened.operation_id,
            accounts: opened.accounts,
        }))
    }

    /// `POST /v1/pos/withdraw/{account}/{sum}`.
    ///
    /// # Errors
    /// Every refusal of a withdrawal; the failures of the lane.
    pub async fn withdraw(
        &self,
        session: SessionRequest,
        withdraw: WithdrawRequest,
    ) -> Result<Answered<WithdrawalId>, Failure> {
        let call = self.session_call(&session);
        let values = (session.operation_id, withdraw.account.clone(), withdraw.sum);
        let request = Self::in_session(&session, &call, "POST /v1/pos/withdraw");
        let body = Withdraw { call, account: withdraw.account, sum: withdraw.sum };
        let answered = self.commit(&request, &values, Body::Withdraw(body)).await?;
        receipt_of!(answered, Receipt::Withdrawn(withdrawal_id) => *withdrawal_id)
    }

    /// `POST /v1/pos/deposit/{amount}/{currency}`. The answer holds the metadata that came first.
    ///
    /// # Errors
    /// Every refusal of a deposit; the failures of the lane.
    pub async fn deposit(
        &self,
        session: SessionRequest,
        deposit: DepositRequest,
    ) -> Result<Answered<(DepositId, Vec<u8>)>, Failure> {
        let call = self.session_call(&session);
        let depositor = deposit.depositor.as_ref().map(Depositor::clear_bytes);
        let values = (session.operation_id, deposit.sum, deposit.currency, deposit.metadata.clone());
        let values = (values, depositor.as_ref().map(|depositor| depositor.as_slice()));
        let request = Self::in_session(&session, &call, "POST /v1/pos/deposit");
        let metadata = (METADATA_PURPOSE, deposit.metadata.as_slice());
        let sealed_metadata = self.seal_of_deposit(session.operation_id, metadata).await?;
        let cash = DepositCash { call, sum: deposit.sum, currency: deposit.currency, sealed_metadata };
        let body = match &depositor {
            None => Body::Deposit(cash),
            Some(depositor) => {
                let depositor = (DEPOSITOR_PURPOSE, depositor.as_slice());
                let sealed_depositor = self.seal_of_deposit(session.operation_id, depositor).await?;
                Body::DepositFor(DepositFor { deposit: cash, sealed_depositor })
            }
        };
        let answered = self.commit(&request, &values, body).await?;
        let deposited =
            receipt_of!(answered, Receipt::Deposited(deposit_id, sealed) => (*deposit_id, sealed.clone()))?;
        // The deposit stands: a read that fails from here on may not be told as "not applied".
        let sealed = (METADATA_PURPOSE, deposited.receipt.1.as_slice());
        let metadata = self.open_of_deposit(session.operation_id, sealed).await;
        let metadata = metadata.map_err(|_| Failure::OutcomeUnknown)?;
        Ok(deposited.map(|(deposit_id, _)| (deposit_id, metadata)))
    }

    /// `POST /v1/pos/reversal/{account}/{reversed_amount}`.
    ///
    /// # Errors
    /// Every refusal of a reversal; the failures of the lane.
    pub async fn reverse(
        &self,
        session: SessionRequest,
        reverse: ReverseRequest,
    ) -> Result<Answered<(ReversalId, OperationId)>, Failure> {
        let call = self.session_call(&session);
        let values = (session.operation_id, reverse.account.clone(), reverse.sum, reverse.transaction);
        let request = Self::in_session(&session, &call, "POST /v1/pos/reversal");
        let body =
            Reverse { call, account: reverse.account, sum: reverse.sum, transaction: reverse.transaction };
        let answered = self.commit(&request, &values, Body::Reverse(body)).await?;
        receipt_of!(answered, Receipt::Reversed(reversal_id, operation_id) => (*reversal_id, *operation_id))
    }

    /// `POST /v1/pos/logout`.
    ///
    /// # Errors
    /// Every refusal of a logout; the failures of the lane.
    pub async fn close_session(&self, session: SessionRequest) -> Result<Answered<()>, Failure> {
        let call = self.session_call(&session);
        let request = Self::in_session(&session, &call, "POST /v1/pos/logout");
        let body = Body::CloseSession(CloseSession { call });
        Ok(self.commit(&request, &session.operation_id, body).await?.map(|_| ()))
    }

    pub(crate) fn session_call(&self, session: &SessionRequest) -> SessionCall {
        SessionCall {
            key: session.key,
            token: self.vault.token(&session.token),
            operation_id: session.operation_id,
            phone: session.phone.as_ref().map(|phone| self.vault.phone(phone)),
        }
    }

    pub(crate) fn in_session<'a>(
        session: &'a SessionRequest,
        call: &SessionCall,
        verb: &'static str,
    ) -> Request<'a> {
        Request {
            at: session.at,
            credential: call.key,
            verb,
            idempotency: session.idempotency.as_ref(),
            proof: session.proof,
            makes_anew: false,
        }
    }

    /// 128 random bits in UUID shape, without version bits.
    fn new_token(&self) -> SessionToken {
        let mut bytes = [0; 16];
        self.vault.fill(&mut bytes);
        let number = u128::from_be_bytes(bytes);
        SessionToken::made(format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            number >> 96,
            (number >> 80) & 0xffff,
            (number >> 64) & 0xffff,
            (number >> 48) & 0xffff,
            number & 0xffff_ffff_ffff
        ))
    }

    /// Seals what the POS says of a deposit, for a purpose; an unknown operation needs no sealing, it will be refused.
    async fn seal_of_deposit(
        &self,
        operation_id: OperationId,
        (purpose, clear): (&str, &[u8]),
    ) -> Result<Vec<u8>, Failure> {
        if clear.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.key_of_operation(operation_id).await?;
        match key {
            Sealing::Under(key) => Ok(self.vault.seal_personal(&key, purpose, clear)),
            Sealing::NoSession => Ok(Vec::new()), // It will be refused.
            Sealing::KeyLost => {
                tracing::error!("a wallet's personal key is lost: nothing can be kept for it");
                Err(Failure::NotApplied)
            }
        }
    }

    async fn open_of_deposit(
        &self,
        operation_id: OperationId,
        (purpose, sealed): (&str, &[u8]),
    ) -> Result<Vec<u8>, Failure> {
        if sealed.is_empty() {
            return Ok(Vec::new());
        }
        match self.key_of_operation(operation_id).await? {
            Sealing::Under(key) => Ok(key.open_personal(purpose, sealed).unwrap_or_default()),
            Sealing::NoSession | Sealing::KeyLost => Ok(Vec::new()), // Erased meanwhile.
        }
    }

    /// Who brought the cash of a deposit; nobody when it was not said, or is forgotten with the customer.
    pub(crate) async fn depositor(&self, deposit: &Deposit) -> Result<Option<Depositor>, Failure> {
        let sealed = (DEPOSITOR_PURPOSE, deposit.sealed_depositor.as_slice());
        let clear = self.open_of_deposit(deposit.operation_id, sealed).await?;
        Ok(Depositor::of_clear(&clear))
    }

    async fn key_of_operation(&self, operation_id: OperationId) -> Result<Sealing, Failure> {
        let Some(Row::Session(session)) = self.row::<Session>(operation_id).await? else {
            return Ok(Sealing::NoSession);
        };
        Ok(self.wallet_key(session.wallet_id).await?.map_or(Sealing::KeyLost, Sealing::Under))
    }

    /// Whether the session stands for a call whose path or headers could not be read: the caller is told first
    /// that the session is not his, or over, and only then what was wrong with the text.
    ///
    /// # Errors
    /// The session's refusals; the store's failures.
    pub async fn permit_call(&self, session: &SessionRequest, kind: CallKind) -> Result<(), Failure> {
        let not_found = || Failure::from(Refusal::SessionNotFound);
        let call = self.session_call(session);
        let key = self.pos_key_of(session.key).await?.ok_or(Refusal::KeyNotKnown)?;
        let Some(Row::Session(row)) = self.row::<Session>(session.operation_id).await? else {
            return Err(not_found());
        };
        let Some(Row::Wallet(wallet)) = self.row::<Wallet>(row.wallet_id).await? else {
            return Err(not_found());
        };
        let belongs = row.key_id == key.key_id
            && row.token.matches(&call.token)
            && call.phone.is_none_or(|phone| phone.matches(&wallet.phone));
        let policy = self.policy().await?;
        let ended_at = row.ended_at(session.at);
        let is_kept = ended_at.is_none_or(|ended| session.at < ended.plus_s(i64::from(policy.late_fact_s)));
        if !belongs || !(is_kept || kind == CallKind::LateFact) {
            return Err(not_found());
        }
        match row.end {
            _ if kind != CallKind::NewRequest || ended_at.is_none() => Ok(()),
            SessionEnd::LoggedOut(_) | SessionEnd::Shut(_) => Err(Refusal::SessionClosed.into()),
            SessionEnd::Expired(_) | SessionEnd::Open => Err(Refusal::SessionExpired.into()),
        }
    }
}

/// The key under which what belongs to an operation is sealed.
enum Sealing {
    /// The wallet's personal key.
    Under(WalletKey),
    /// There is no such operation.
    NoSession,
    /// The wallet's key is not there: erased, or lost.
    KeyLost,
}
