//! The operator's desk: calls of our own API with a bearer key. Every change carries an idempotency key; when its
//! outcome stays unknown, the key is named so that a repeat is safe.

use clap::Args;
use serde_json::Value;
use specie_client::{ApiClient, Reply, segment};

use super::amount::put;
use super::reach::{Environment, OPERATOR_KEY_VARIABLE, Reach, random_text, variable};
use super::table;
use super::verdict::{Verdict, pretty};
use crate::demo::file::DemoFile;
use crate::stopped::{Naming, Stopped};
use crate::terminal::say;

/// The problem of an account that no money has touched yet.
const ACCOUNT_NOT_FOUND: &str = "account_not_found";

/// Who asks.
#[derive(Args)]
pub(crate) struct Operator {
    #[command(flatten)]
    pub(crate) reach: Reach,
    /// The bearer key of our own API [SPECIE_OPERATOR_KEY]
    #[arg(long, value_name = "KEY")]
    operator_key: Option<String>,
    /// The idempotency key of an earlier try whose outcome is unknown [default: a fresh one]
    #[arg(long, value_name = "VALUE")]
    idempotency: Option<String>,
}

/// A connection with a key.
pub(crate) struct Desk {
    api: ApiClient,
    json: bool,
    idempotency: String,
    pub(crate) demo: Option<DemoFile>,
}

impl Operator {
    /// Opens the desk; sends nothing yet.
    pub(crate) fn desk(&self, environment: &Environment) -> Result<Desk, Stopped> {
        let demo = self.reach.demo()?;
        let server = self.reach.server(environment, demo.as_ref(), None)?;
        let named = self.operator_key.clone().or_else(|| demo.as_ref().map(|demo| demo.operator_key.clone()));
        let key =
            named.map_or_else(|| variable(environment, OPERATOR_KEY_VARIABLE), |named| Ok(Some(named)))?;
        let missing = || {
            Stopped::misused(format_args!(
                "no bearer key: give --operator-key, {OPERATOR_KEY_VARIABLE} or --demo"
            ))
        };
        let api = ApiClient::new(&server, &key.ok_or_else(missing)?).map_err(Stopped::misused)?;
        let idempotency = self.idempotency.clone().unwrap_or_else(random_text);
        Ok(Desk { api, json: self.reach.json, idempotency, demo })
    }
}

/// The part of a list's query that says after which line its page begins.
pub(crate) fn going_on(after: Option<&str>) -> String {
    after.map_or_else(String::new, |after| format!("&after={}", segment(after)))
}

impl Desk {
    /// Shows a page of a list.
    pub(crate) async fn list(&mut self, target: &str) -> Result<(), Stopped> {
        let listed = self.get(target).await?;
        self.show(&listed);
        Ok(())
    }

    pub(crate) async fn get(&mut self, target: &str) -> Result<Reply, Stopped> {
        Verdict::of(self.api.get(target).await).settle(self.json, "ask again")
    }

    /// What a path names, unless nothing is there.
    pub(crate) async fn find(&mut self, target: &str) -> Result<Option<Reply>, Stopped> {
        let verdict = Verdict::of(self.api.get(target).await);
        if matches!(&verdict, Verdict::Refused(reply, _) if reply.text_at("/code") == ACCOUNT_NOT_FOUND) {
            return Ok(None);
        }
        verdict.settle(self.json, "ask again").map(Some)
    }

    pub(crate) async fn post(&mut self, target: &str, body: &Value) -> Result<Reply, Stopped> {
        let answer = self.api.post(target, body, Some(&self.idempotency)).await;
        Verdict::of(answer).settle(self.json, &self.repeat())
    }

    /// The same for what another person must want too, once two judge: with a reason it is proposed.
    pub(crate) async fn post_or_propose(
        &mut self,
        target: &str,
        mut body: Value,
        propose: Option<String>,
    ) -> Result<Reply, Stopped> {
        match propose {
            None => self.post(&format!("/api/v1{target}"), &body).await,
            Some(why) => {
                put(&mut body, "why", why.into());
                self.post(&format!("/api/v1/proposals{target}"), &body).await
            }
        }
    }

    /// A part of something longer; each part has an idempotency key of its own, made of the whole's.
    pub(crate) async fn post_part(
        &mut self,
        target: &str,
        body: &Value,
        part: u32,
    ) -> Result<Reply, Stopped> {
        let answer = self.api.post(target, body, Some(&format!("{}-{part}", self.idempotency))).await;
        Verdict::of(answer).settle(self.json, &self.repeat())
    }

    pub(crate) async fn delete(&mut self, target: &str) -> Result<Reply, Stopped> {
        let answer = self.api.delete(target, Some(&self.idempotency)).await;
        Verdict::of(answer).settle(self.json, &self.repeat())
    }

    fn repeat(&self) -> String {
        format!("repeat the same command with --idempotency {}", self.idempotency)
    }

    /// Shows an answer as a table, or as the JSON it is.
    pub(crate) fn show(&self, reply: &Reply) {
        say(&if self.json { pretty(reply) } else { table::shown(&reply.body) });
    }

    /// Shows an answer; where there is nothing in it, says `done`.
    pub(crate) fn show_or(&self, reply: &Reply, done: &str) {
        if reply.body.is_null() && !self.json {
            say(done);
        } else {
            self.show(reply);
        }
    }

    pub(crate) const fn is_json(&self) -> bool {
        self.json
    }

    /// The id of a wallet that is named by its id or by its phone number.
    pub(crate) async fn wallet_id(&mut self, named: &str) -> Result<String, Stopped> {
        if !named.starts_with('+') {
            return Ok(named.to_owned());
        }
        let found = self.get(&format!("/api/v1/wallets?phone_number={}", segment(named))).await?;
        let wallet_id = found.text_at("/wallet_id").to_owned();
        if wallet_id.is_empty() { Err("no wallet_id in it").about("the answer") } else { Ok(wallet_id) }
    }
}
