//! The POS wire with the `plain` and the `signed` profile: echo, login, withdraw, reversal, deposit, logout; and what a
//! POS may ask and tell of its operation over our own API. Sums are decimal text, ids opaque text; both are percent-encoded as one path segment and otherwise sent as given.

use std::fmt;

use http::Method;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use specie_wire::api::{TellOutcome, TellPrint};

use crate::connection::{ClientError, Connection, Outgoing};
use crate::reply::Reply;
use crate::signer::{Signer, Unsigned};

/// All but RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What names an open session in every call after the login. `Debug` hides the token.
#[derive(Clone)]
pub struct Session {
    /// Its token.
    pub token_id: String,
    /// Its operation.
    pub operation_id: String,
    /// The customer's phone, when it shall be sent.
    pub phone_number: Option<String>,
}

/// A reversal to ask for.
#[derive(Debug, Clone, Copy)]
pub struct Reversal<'a> {
    /// The account of the money action.
    pub account: &'a str,
    /// How much.
    pub sum: &'a str,
    /// The money action, when it shall be named.
    pub transaction_id: Option<&'a str>,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session({})", self.operation_id)
    }
}

/// A POS with one access key. `Debug` hides the key.
pub struct PosClient {
    connection: Connection,
    access_key: String,
    signer: Option<Signer>,
}

impl fmt::Debug for PosClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PosClient(redacted)")
    }
}

impl PosClient {
    /// A POS that speaks to the server at `base`, as `http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// [`ClientError::Malformed`] for an address of another shape.
    pub fn new(base: &str, access_key: &str) -> Result<Self, ClientError> {
        Ok(Self { connection: Connection::new(base)?, access_key: access_key.to_owned(), signer: None })
    }

    /// The same, and signs every request.
    #[must_use]
    pub fn signing(self, signer: Signer) -> Self {
        Self { signer: Some(signer), ..self }
    }

    /// Asks whether the server is there and knows the key.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn echo(&mut self) -> Result<Reply, ClientError> {
        self.send(Method::GET, "/v1/pos/echo", Vec::new(), String::new()).await
    }

    /// Opens a session.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn login(
        &mut self,
        pos_id: &str,
        code: &str,
        phone_number: &str,
        idempotency: Option<&str>,
    ) -> Result<Reply, ClientError> {
        let target = format!("/v1/pos/login/{}/{}", segment(pos_id), segment(code));
        let mut headers = vec![("phone_number", phone_number), ("content-type", "application/json")];
        headers.extend(idempotency.map(|value| ("idempotency", value)));
        self.post(&target, headers, String::new()).await
    }

    /// Withdraws `sum` from `account`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdraw(
        &mut self,
        session: &Session,
        account: &str,
        sum: &str,
        idempotency: Option<&str>,
    ) -> Result<Reply, ClientError> {
        let target = format!("/v1/pos/withdraw/{}/{}", segment(account), segment(sum));
        self.post(&target, in_session(session, idempotency), String::new()).await
    }

    /// Reverses the session's money action, in whole or in part.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn reverse(
        &mut self,
        session: &Session,
        reversal: Reversal<'_>,
        idempotency: Option<&str>,
    ) -> Result<Reply, ClientError> {
        let target = format!("/v1/pos/reversal/{}/{}", segment(reversal.account), segment(reversal.sum));
        let mut headers = in_session(session, idempotency);
        headers.extend(reversal.transaction_id.map(|id| ("transaction_id", id)));
        self.post(&target, headers, String::new()).await
    }

    /// Deposits `sum` of `currency`; `body` is empty or JSON with `metadata`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn deposit(
        &mut self,
        session: &Session,
        (sum, currency): (&str, &str),
        body: &str,
        idempotency: Option<&str>,
    ) -> Result<Reply, ClientError> {
        let target = format!("/v1/pos/deposit/{}/{}", segment(sum), segment(currency));
        self.post(&target, in_session(session, idempotency), body.to_owned()).await
    }

    /// Closes the session: the cash was handed over.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn logout(
        &mut self,
        session: &Session,
        idempotency: Option<&str>,
    ) -> Result<Reply, ClientError> {
        self.post("/v1/pos/logout", in_session(session, idempotency), String::new()).await
    }

    /// Asks our own API what became of the session's operation, and what to do.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn operation(&mut self, session: &Session) -> Result<Reply, ClientError> {
        let target = format!("/api/v1/pos/operations/{}", segment(&session.operation_id));
        let headers = vec![("token_id", session.token_id.as_str())];
        self.send(Method::GET, &target, headers, String::new()).await
    }

    /// Tells our own API what became of the session's cash. It answers the operation as it is now.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn tell_outcome(
        &mut self,
        session: &Session,
        told: &TellOutcome,
        idempotency: Option<&str>,
    ) -> Result<Reply, ClientError> {
        let target = format!("/api/v1/pos/operations/{}/outcome", segment(&session.operation_id));
        let body = serde_json::to_string(told).map_err(|why| ClientError::Malformed(why.to_string()))?;
        self.post(&target, in_session(session, idempotency), body).await
    }

    /// Tells our own API that a receipt of the session's operation was printed.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn tell_print(
        &mut self,
        session: &Session,
        told: &TellPrint,
        idempotency: Option<&str>,
    ) -> Result<Reply, ClientError> {
        let target = format!("/api/v1/pos/operations/{}/prints", segment(&session.operation_id));
        let body = serde_json::to_string(told).map_err(|why| ClientError::Malformed(why.to_string()))?;
        self.post(&target, in_session(session, idempotency), body).await
    }

    /// Lists the tills of the key's POS.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn tills(&mut self) -> Result<Reply, ClientError> {
        self.send(Method::GET, "/api/v1/pos/tills", Vec::new(), String::new()).await
    }

    /// Posts to a target exactly as given, with the access key and, if the key signs, the signature beside
    /// `headers`.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn post(
        &mut self,
        target: &str,
        headers: Vec<(&str, &str)>,
        body: String,
    ) -> Result<Reply, ClientError> {
        self.send(Method::POST, target, headers, body).await
    }

    async fn send(
        &mut self,
        method: Method,
        target: &str,
        mut headers: Vec<(&str, &str)>,
        body: String,
    ) -> Result<Reply, ClientError> {
        let access_key = self.access_key.as_str();
        let signature = self.signer.as_ref().map(|signer| {
            let target = self.connection.full_target(target);
            signer.headers(Unsigned { method: method.as_str(), target: &target, access_key, body: &body })
        });
        headers.insert(0, ("access_key", access_key));
        headers.extend(signature.iter().flatten().map(|(name, value)| (*name, value.as_str())));
        if !body.is_empty() {
            headers.push(("content-type", "application/json"));
        }
        self.connection.send(Outgoing { method, target, headers, body }).await
    }
}

fn in_session<'a>(session: &'a Session, idempotency: Option<&'a str>) -> Vec<(&'a str, &'a str)> {
    let mut headers =
        vec![("token_id", session.token_id.as_str()), ("operation_id", session.operation_id.as_str())];
    headers.extend(session.phone_number.as_deref().map(|phone| ("phone_number", phone)));
    headers.extend(idempotency.map(|value| ("idempotency", value)));
    headers
}

/// A text as one segment of a path, or one value of a query.
#[must_use]
pub fn segment(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}
