//! Our own API with a bearer key. Bodies are JSON; targets are sent exactly as given.

use std::fmt;

use http::Method;
use serde_json::Value;

use crate::connection::{ClientError, Connection, Outgoing};
use crate::reply::Reply;

/// An operator's program with one bearer key. `Debug` hides the key.
pub struct ApiClient {
    connection: Connection,
    authorization: String,
}

impl fmt::Debug for ApiClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiClient(redacted)")
    }
}

impl ApiClient {
    /// A program that speaks to the server at `base`, as `http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// [`ClientError::Malformed`] for an address of another shape.
    pub fn new(base: &str, bearer_key: &str) -> Result<Self, ClientError> {
        Ok(Self { connection: Connection::new(base)?, authorization: format!("Bearer {bearer_key}") })
    }

    /// Reads.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn get(&mut self, target: &str) -> Result<Reply, ClientError> {
        self.send(Method::GET, target, None, None).await
    }

    /// Asks for a change; `idempotency_key` makes it safe to ask again.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn post(
        &mut self,
        target: &str,
        body: &Value,
        idempotency_key: Option<&str>,
    ) -> Result<Reply, ClientError> {
        self.send(Method::POST, target, Some(body), idempotency_key).await
    }

    /// Asks for a removal.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn delete(
        &mut self,
        target: &str,
        idempotency_key: Option<&str>,
    ) -> Result<Reply, ClientError> {
        self.send(Method::DELETE, target, None, idempotency_key).await
    }

    async fn send(
        &mut self,
        method: Method,
        target: &str,
        body: Option<&Value>,
        idempotency_key: Option<&str>,
    ) -> Result<Reply, ClientError> {
        let mut headers = vec![("authorization", self.authorization.as_str())];
        headers.extend(body.map(|_| ("content-type", "application/json")));
        headers.extend(idempotency_key.map(|value| ("idempotency-key", value)));
        let body = body.map(Value::to_string).unwrap_or_default();
        self.connection.send(Outgoing { method, target, headers, body }).await
    }
}
