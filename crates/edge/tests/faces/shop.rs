//! The demo's customer, POS and key on a fresh server, and short ways to ask it something.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Uri};
use http_body_util::{BodyExt, Full};
use serde_json::Value;
use specie_commands::{
    AddKeyRequest, AddedKey, Asked, BearerKey, Chance, Clock, Commands, Lane, Vault, VaultKeys,
};
use specie_domain::command::{Actor, RegisterOperatorKey};
use specie_domain::rows::{BalanceView, Network, Profile, Role};
use specie_domain::{Body, Time};
use specie_edge::http::{Limits, Peer};
use specie_edge::{App, Probes, app};
use specie_store::{MemoryStore, Store};
use zeroize::Zeroizing;

pub(crate) const PHONE: &str = "+14155559992";
pub(crate) const POS: &str = "z128ffb-11a5-11l9-93p5-1231a8maf28";
pub(crate) const KEY: &str = "8C6223151345345D";
pub(crate) const ACCOUNT: &str = "64e4a964-53b5-11e9-8495-02f0df928b";
pub(crate) const OPERATOR: &str = "sok_operator_of_the_tests";
const AUDITOR: &str = "sok_auditor_of_the_tests";

/// 2023-11-14T22:13:20Z, the 20th second of a half-minute.
const START_UNIX_MS: i64 = 1_700_000_000_000;

struct Turned(AtomicI64);

impl Clock for Turned {
    fn now(&self) -> Time {
        Time::from_unix_ms(self.0.load(Ordering::SeqCst))
    }
}

/// SplitMix64 from a fixed seed.
struct Seeded(AtomicU64);

impl Chance for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

pub(crate) struct Shop {
    pub(crate) app: App,
    pub(crate) commands: Commands,
    clock: Arc<Turned>,
    pub(crate) peer: Peer,
    wallet_id: Mutex<String>,
}

/// An answer, read.
pub(crate) struct Said {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Said {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|why| panic!("{why}: {:?}", self.text))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// A text inside the JSON, by its pointer; empty when it is not there.
    pub(crate) fn at(&self, pointer: &str) -> String {
        self.json().pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Status and code of the POS wire.
    pub(crate) fn verdict(&self) -> (u16, String) {
        (self.status, self.at("/status/error_code"))
    }
}

impl Shop {
    /// A fresh server with the demo's customer holding 189.00 GBP.
    pub(crate) async fn open() -> Self {
        let clock = Arc::new(Turned(AtomicI64::new(START_UNIX_MS)));
        let keys = VaultKeys { mac: Zeroizing::new([7; 64]), seal: Zeroizing::new([9; 32]) };
        let vault = Vault::new(&keys, Arc::new(Seeded(AtomicU64::new(42))));
        let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
        let stop = Arc::new(|why: &str| panic!("the engine stopped: {why}"));
        let lane = Lane::start(Arc::clone(&store), Arc::clone(&clock) as Arc<dyn Clock>, stop);
        let commands = Commands::new(lane, store, vault, Arc::clone(&clock) as Arc<dyn Clock>, 6);
        let probes = Probes {
            ready: Arc::new(|| Err("draining".to_owned())),
            metrics: Arc::new(|| "m 1\n".to_owned()),
        };
        let app = app(commands.clone(), probes, &Limits::default(), "");
        let peer = Peer { ip: "192.0.2.7".parse().unwrap(), port: 40_000 };
        let shop = Self { app, commands, clock, peer, wallet_id: Mutex::new(String::new()) };
        shop.register_operators().await;
        shop.furnish().await;
        shop
    }

    async fn register_operators(&self) {
        for (key, role) in [(OPERATOR, Role::Admin), (AUDITOR, Role::Auditor)] {
            let key: BearerKey = key.parse().unwrap();
            let specie_domain::command::Actor::Operator(hash) = self.commands.operator(&key) else {
                panic!("a bearer key is an operator")
            };
            let body = RegisterOperatorKey { actor: Actor::System, hash, person: "Ada".to_owned(), role };
            self.commands.commit_own(Body::RegisterOperatorKey(body)).await.unwrap();
        }
    }

    async fn furnish(&self) {
        let owner = self.post("/pos-owners", r#"{"name":"Corner Shops"}"#).await;
        assert_eq!(owner.status, 201, "{}", owner.text);
        let pos = format!(
            r#"{{"owner_id":"{}","name":"Corner 1","currencies":["GBP","JPY"],"pos_id":"{POS}"}}"#,
            owner.at("/owner_id")
        );
        assert_eq!(self.post("/pos", &pos).await.status, 201);
        self.add_key(KEY, Profile::Plain, Vec::new()).await;
        let wallet = format!(
            r#"{{"phone_number":"{PHONE}","accounts":[{{"currency":"GBP","account_id":"{ACCOUNT}"}},{{"currency":"JPY"}}]}}"#
        );
        let wallet = self.post("/wallets", &wallet).await;
        assert_eq!(wallet.status, 201, "{}", wallet.text);
        *self.wallet_id.lock().unwrap() = wallet.at("/wallet_id");
        let funds = r#"{"amount":{"amount":"189.00","currency":"GBP"}}"#;
        assert_eq!(self.post(&self.of_wallet("/topups"), funds).await.status, 201);
        let float = r#"{"amount":{"amount":"500.00","currency":"GBP"}}"#;
        assert_eq!(self.post(&format!("/pos/{POS}/prefundings"), float).await.status, 201);
    }

    /// A further key of the POS.
    pub(crate) async fn add_key(&self, key: &str, profile: Profile, networks: Vec<Network>) -> AddedKey {
        let asked = Asked { actor: Actor::System, at: self.commands.now(), idempotency: None };
        let request = AddKeyRequest {
            pos: POS.parse().unwrap(),
            profile,
            salt_bytes: None,
            networks,
            balance_view: BalanceView::Full,
            currencies: Vec::new(),
            access_key: Some(key.parse().unwrap()),
        };
        self.commands.add_key(asked, request).await.unwrap().receipt
    }

    pub(crate) fn turn_clock_ms(&self, ms: i64) {
        self.clock.0.fetch_add(ms, Ordering::SeqCst);
    }

    pub(crate) fn of_wallet(&self, rest: &str) -> String {
        format!("/wallets/{}{rest}", self.wallet_id.lock().unwrap())
    }

    /// The customer's wallet.
    pub(crate) fn wallet_id(&self) -> String {
        self.wallet_id.lock().unwrap().clone()
    }

    /// Sends a request to the handler; panics when it closes the connection without an answer.
    pub(crate) async fn send(
        &self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Said {
        let mut request = Request::new(Full::new(Bytes::from(body.to_owned())));
        *request.method_mut() = method.parse::<Method>().unwrap();
        *request.uri_mut() = target.parse::<Uri>().unwrap();
        for (name, value) in headers {
            let name: http::HeaderName = name.parse().unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        let answer = self.app.clone().answer(request, self.peer).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Said { status: parts.status.as_u16(), headers: parts.headers, text }
    }

    /// A call of our own API with the operator's key.
    pub(crate) async fn api(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Said {
        let bearer = format!("Bearer {OPERATOR}");
        let headers = [&[("authorization", bearer.as_str())], headers].concat();
        self.send(method, &format!("/api/v1{path}"), &headers, body).await
    }

    /// The same with a key that may only read.
    pub(crate) async fn as_auditor(&self, method: &str, path: &str, body: &str) -> Said {
        let bearer = format!("Bearer {AUDITOR}");
        self.send(method, &format!("/api/v1{path}"), &[("authorization", &bearer)], body).await
    }

    pub(crate) async fn post(&self, path: &str, body: &str) -> Said {
        self.api("POST", path, &[], body).await
    }

    pub(crate) async fn get(&self, path: &str) -> Said {
        self.api("GET", path, &[], "").await
    }

    /// Arms a code for the demo's POS; `rest` is what stands beside `pos_id` in the body.
    pub(crate) async fn arm(&self, rest: &str) -> String {
        let armed = self.post(&self.of_wallet("/codes"), &format!(r#"{{"pos_id":"{POS}",{rest}}}"#)).await;
        assert_eq!(armed.status, 201, "{}", armed.text);
        armed.at("/code")
    }

    /// A call of the POS wire without a body.
    pub(crate) async fn pos(&self, path: &str, headers: &[(&str, &str)]) -> Said {
        self.send("POST", &format!("/v1/pos{path}"), headers, "").await
    }

    pub(crate) async fn login(&self, code: &str) -> Said {
        self.pos(&format!("/login/{POS}/{code}"), &[("access_key", KEY), ("phone_number", PHONE)]).await
    }

    /// What the demo's customer has, in pounds.
    pub(crate) async fn balance(&self) -> String {
        self.get(&format!("/accounts/{ACCOUNT}")).await.at("/balance/amount")
    }

    /// What is in one of the POS's accounts, in pounds; nothing when no money has touched it.
    pub(crate) async fn of_pos(&self, kind: &str) -> String {
        self.get(&format!("/accounts/{kind}:{POS}:GBP")).await.at("/balance/amount")
    }

    /// A session that has withdrawn 10.00 GBP, and its transaction.
    pub(crate) async fn withdrawn(&self) -> (Session, String) {
        let session = self.session().await;
        let withdrawn = self.pos(&format!("/withdraw/{ACCOUNT}/10"), &session.headers()).await;
        assert_eq!(withdrawn.status, 200, "{}", withdrawn.text);
        (session, withdrawn.at("/data/transaction_id"))
    }

    /// A POS says what became of the cash; `body` is what stands behind the outcome's name.
    pub(crate) async fn tell(&self, session: &Session, body: &str) -> Said {
        self.tell_with(session, &[], body).await
    }

    /// The same with further headers.
    pub(crate) async fn tell_with(&self, session: &Session, further: &[(&str, &str)], body: &str) -> Said {
        self.of_operation(session, "outcome", further, body).await
    }

    /// A POS says that it printed a receipt.
    pub(crate) async fn print(&self, session: &Session, further: &[(&str, &str)], body: &str) -> Said {
        self.of_operation(session, "prints", further, body).await
    }

    async fn of_operation(
        &self,
        session: &Session,
        what: &str,
        further: &[(&str, &str)],
        body: &str,
    ) -> Said {
        let [key, _, token, _] = session.headers();
        let target = format!("/api/v1/pos/operations/{}/{what}", session.operation);
        self.send("POST", &target, &[&[key, token], further].concat(), body).await
    }

    /// An open session for 10.00 GBP at most.
    pub(crate) async fn session(&self) -> Session {
        let code = self.arm(r#""max_amount":{"amount":"10.00","currency":"GBP"},"purpose":"any""#).await;
        Session::of(&self.login(&code).await)
    }
}

/// The headers a session's calls carry.
pub(crate) struct Session {
    token: String,
    pub(crate) operation: String,
}

impl Session {
    pub(crate) fn of(login: &Said) -> Self {
        assert_eq!(login.status, 200, "{}", login.text);
        Self { token: login.at("/data/token_id"), operation: login.at("/data/operation_id") }
    }

    pub(crate) fn headers(&self) -> [(&str, &str); 4] {
        [
            ("access_key", KEY),
            ("phone_number", PHONE),
            ("token_id", &self.token),
            ("operation_id", &self.operation),
        ]
    }
}
