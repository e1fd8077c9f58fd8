//! A customer with a wallet of the demo at the documentation's POS: arms codes and opens sessions.

use serde_json::{Value, json};
use specie_client::{ApiClient, PosClient, Reply, Session};

use crate::program::Program;

/// A wallet with one of its accounts, and a POS.
pub(crate) struct Counter {
    pub(crate) api: ApiClient,
    pub(crate) pos: PosClient,
    pub(crate) pos_id: String,
    pub(crate) wallet_id: String,
    pub(crate) phone: String,
    pub(crate) account: String,
    pub(crate) currency: String,
}

impl Counter {
    /// The documentation's customer: 189.00 GBP.
    pub(crate) fn of_the_page(program: &Program) -> Self {
        Self {
            api: program.api(),
            pos: program.pos(),
            pos_id: program.text("/seed/pos_id"),
            wallet_id: program.text("/seed/wallet_id"),
            phone: program.text("/seed/phone_number"),
            account: program.text("/seed/account_id"),
            currency: "GBP".to_owned(),
        }
    }

    /// The customer number `place` (from 0) among those whose first account is in `currency`.
    pub(crate) fn number(program: &Program, place: usize, currency: &str) -> Self {
        let wallets = program.demo.pointer("/wallets").and_then(Value::as_array).unwrap();
        let mut of_currency =
            wallets.iter().skip(1).filter(|wallet| wallet["accounts"][0]["currency"] == currency);
        let wallet = of_currency.nth(place).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        Self {
            wallet_id: text(&wallet["wallet_id"]),
            phone: text(&wallet["phone_number"]),
            account: text(&wallet["accounts"][0]["account_id"]),
            currency: currency.to_owned(),
            ..Self::of_the_page(program)
        }
    }

    pub(crate) fn money(&self, sum: &str) -> Value {
        json!({ "amount": sum, "currency": self.currency })
    }

    /// Arms a code for exactly `sum` at this POS.
    pub(crate) async fn arm(&mut self, sum: &str) -> Reply {
        let body = json!({ "pos_id": self.pos_id, "amount": self.money(sum) });
        self.arm_with(body).await
    }

    pub(crate) async fn arm_with(&mut self, body: Value) -> Reply {
        let target = format!("/api/v1/wallets/{}/codes", self.wallet_id);
        let armed = self.api.post(&target, &body, None).await.unwrap();
        assert!(armed.is_success(), "{}", armed.text);
        armed
    }

    pub(crate) async fn login(&mut self, code: &str) -> Reply {
        self.pos.login(&self.pos_id, code, &self.phone, None).await.unwrap()
    }

    /// A session for exactly `sum`.
    pub(crate) async fn session(&mut self, sum: &str) -> Session {
        let body = json!({ "pos_id": self.pos_id, "amount": self.money(sum) });
        self.session_with(body).await
    }

    /// A session for up to `sum`.
    pub(crate) async fn session_up_to(&mut self, sum: &str) -> Session {
        let body = json!({ "pos_id": self.pos_id, "max_amount": self.money(sum) });
        self.session_with(body).await
    }

    /// A session with a code armed as told. A code whose window ended on the way is armed again.
    pub(crate) async fn session_with(&mut self, body: Value) -> Session {
        let mut armed = self.arm_with(body.clone()).await;
        loop {
            let opened = self.login(armed.text_at("/code")).await;
            if let Some(session) = opened.session(&self.phone) {
                return session;
            }
            let again = self.arm_with(body.clone()).await;
            assert_ne!(again.text_at("/expires_at"), armed.text_at("/expires_at"), "{}", opened.text);
            armed = again;
        }
    }

    pub(crate) async fn withdraw(&mut self, session: &Session, sum: &str) -> Reply {
        let account = self.account.clone();
        self.pos.withdraw(session, &account, sum, None).await.unwrap()
    }

    /// The account's balance as our own API tells it.
    pub(crate) async fn balance(&mut self) -> String {
        let target = format!("/api/v1/accounts/{}", self.account);
        let account = self.api.get(&target).await.unwrap();
        assert!(account.is_success(), "{}", account.text);
        account.text_at("/balance/amount").to_owned()
    }

    pub(crate) async fn post(&mut self, target: &str, body: Value) -> Reply {
        self.api.post(target, &body, None).await.unwrap()
    }
}

/// Asserts that a reply of the POS wire is this error, and says nothing else.
#[track_caller]
pub(crate) fn assert_error(reply: &Reply, status: u16, code: &str) {
    assert_eq!((reply.status.as_u16(), reply.error_code()), (status, code), "{}", reply.text);
    let told = reply.body["status"].as_object().unwrap();
    assert_eq!(told["status"], "ERROR");
    assert_eq!(told["response_code"], code);
    assert_ne!(told["message"], "");
    assert!(reply.body.get("data").is_none(), "{}", reply.text);
}

/// Asserts success, and that the reply is or is not marked as a repeat.
#[track_caller]
pub(crate) fn assert_success(reply: &Reply, replayed: bool) {
    assert_eq!(reply.status.as_u16(), 200, "{}", reply.text);
    assert_eq!(reply.body["status"]["status"], "SUCCESS");
    assert_eq!(reply.header("idempotent-replayed") == "true", replayed, "{:?}", reply.headers);
}
