//! Crash for real: rounds of SIGKILL under sixteen clients that do whole cash-outs. Every acknowledged answer is there
//! afterwards, every unanswered request is settled by one repeat with the same keys, and the books prove clean. The
//! kill comes at a count of acknowledged answers, not at a time. `SPECIE_CRASH_ROUNDS` asks for more rounds; how
//! long the restarts took is printed, in milliseconds.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use specie_client::{ApiClient, ClientError, PosClient, Reply, Session};
use tokio::sync::Notify;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::program::{Program, folder};

/// Rounds when nobody asks for more.
const ROUNDS: u32 = 50;
const ROUNDS_VARIABLE: &str = "SPECIE_CRASH_ROUNDS";
const CLIENTS: usize = 16;
/// Wallets each client goes through.
const WALLETS_EACH: usize = 3;
/// Acknowledged answers after which the kill comes: from the least, round by round another count up to the most.
const ANSWERS_BEFORE_KILL_MIN: u32 = 40;
const ANSWERS_BEFORE_KILL_MAX: u32 = 200;
/// No divisor of what lies between: every count has its turn.
const ANSWERS_STEP: u32 = 37;

/// Counts acknowledged answers and says when it is time.
#[derive(Default)]
struct Toll {
    answers: AtomicU32,
    due: AtomicU32,
    reached: Notify,
}

impl Toll {
    fn ring(&self) {
        if self.answers.fetch_add(1, Ordering::AcqRel) + 1 == self.due.load(Ordering::Acquire) {
            self.reached.notify_one();
        }
    }
}

/// A step of a cash-out, with all that a repeat needs.
#[derive(Debug, Clone)]
enum Step {
    Arm,
    Login { code: String },
    Withdraw { session: Session },
    Logout { session: Session, transaction: String },
}

/// A client's wallets, and the cash-out it is at.
#[derive(Clone)]
struct Client {
    number: usize,
    server: String,
    operator_key: String,
    access_key: String,
    pos_id: String,
    /// Wallet, phone, account.
    wallets: Vec<[String; 3]>,
    /// How many cash-outs it has begun: the keys come from it.
    begun: u32,
    /// Where the last one stands; none when it is finished.
    step: Option<Step>,
    /// Withdrawals whose logout was acknowledged, or only they themselves.
    closed: Vec<String>,
    pending: BTreeMap<u32, String>,
}

impl Client {
    fn new(program: &Program, number: usize, wallets: &[&Value]) -> Self {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let wallets = wallets.iter().map(|wallet| {
            [&wallet["wallet_id"], &wallet["phone_number"], &wallet["accounts"][0]["account_id"]].map(text)
        });
        Self {
            number,
            server: program.server.clone(),
            operator_key: program.text("/operator_key"),
            access_key: program.text("/seed/access_key"),
            pos_id: program.text("/seed/pos_id"),
            wallets: wallets.collect(),
            begun: 0,
            step: None,
            closed: Vec::new(),
            pending: BTreeMap::new(),
        }
    }

    fn key(&self, step: &str) -> String {
        format!("client-{}-cash-out-{}-{step}", self.number, self.begun)
    }

    fn wallet(&self) -> &[String; 3] {
        let place = usize::try_from(self.begun).unwrap() % self.wallets.len();
        &self.wallets[place]
    }

    /// Sends the step it is at, under the keys that belong to it.
    async fn send(&self, lines: &mut Lines) -> Result<Reply, ClientError> {
        let [wallet_id, phone, account] = self.wallet();
        match self.step.as_ref().unwrap() {
            Step::Arm => {
                let body =
                    json!({ "pos_id": self.pos_id, "amount": { "amount": "0.01", "currency": "GBP" } });
                let target = format!("/api/v1/wallets/{wallet_id}/codes");
                lines.api.post(&target, &body, Some(&self.key("arm"))).await
            }
            Step::Login { code } => {
                lines.pos.login(&self.pos_id, code, phone, Some(&self.key("login"))).await
            }
            Step::Withdraw { session } => {
                lines.pos.withdraw(session, account, "0.01", Some(&self.key("withdraw"))).await
            }
            Step::Logout { session, .. } => lines.pos.logout(session, Some(&self.key("logout"))).await,
        }
    }

    /// Takes an answer in, and goes on to the next step.
    fn take(&mut self, reply: &Reply) {
        let phone = self.wallet()[1].clone();
        assert!(reply.is_success(), "{:?}: {}", self.step, reply.text);
        self.step = match self.step.take().unwrap() {
            Step::Arm => Some(Step::Login { code: reply.text_at("/code").to_owned() }),
            Step::Login { .. } => Some(Step::Withdraw { session: reply.session(&phone).unwrap() }),
            Step::Withdraw { session } => {
                let transaction = reply.transaction_id().to_owned();
                self.pending.insert(self.begun, transaction.clone());
                Some(Step::Logout { session, transaction })
            }
            Step::Logout { transaction, .. } => {
                self.pending.remove(&self.begun);
                self.closed.push(transaction);
                None
            }
        };
    }

    /// Does cash-outs until an answer stays away. Says whether a request was on its way then.
    async fn work(mut self, toll: Arc<Toll>) -> (Self, bool) {
        let mut lines = Lines::open(&self);
        loop {
            if self.step.is_none() {
                self.begun += 1;
                self.step = Some(Step::Arm);
            }
            match self.send(&mut lines).await {
                Ok(reply) => {
                    self.take(&reply);
                    toll.ring();
                }
                Err(ClientError::OutcomeUnknown(_)) => return (self, true),
                Err(ClientError::NotSent(_)) => return (self, false),
                Err(ClientError::Malformed(why)) => panic!("{why}"),
            }
        }
    }

    /// One repeat with the same keys settles what was unanswered; then the cash-out is brought to its end.
    async fn settle(mut self) -> Self {
        let mut lines = Lines::open(&self);
        while self.step.is_some() {
            let reply = self.send(&mut lines).await.unwrap();
            if reply.error_code() == "ERROR_OTP_NOT_VALID" && self.code_is_over(&mut lines).await {
                self.step = None; // Settled as well: the login was never applied and its code is dead now.
                break;
            }
            self.take(&reply);
        }
        self
    }

    /// Whether the window of the code armed last is over, by the server's own clock.
    async fn code_is_over(&self, lines: &mut Lines) -> bool {
        let mut arming = self.clone();
        arming.step = Some(Step::Arm);
        let again = arming.send(lines).await.unwrap();
        !again.is_success() || again.text_at("/expires_at") <= again.text_at("/server_time")
    }
}

/// The client's two connections.
struct Lines {
    api: ApiClient,
    pos: PosClient,
}

impl Lines {
    fn open(client: &Client) -> Self {
        let api = ApiClient::new(&client.server, &client.operator_key).unwrap();
        Self { api, pos: PosClient::new(&client.server, &client.access_key).unwrap() }
    }
}

/// Every acknowledged withdrawal is there, and in the state its last acknowledged word left it in.
async fn assert_acknowledged(program: &Program, clients: &[Client]) -> usize {
    let mut api = program.api();
    let mut seen = 0;
    for client in clients {
        for (transaction, states) in client
            .closed
            .iter()
            .map(|transaction| (transaction, ["completed", "completed"]))
            // The logout may have been applied and its answer lost.
            .chain(client.pending.values().map(|transaction| (transaction, ["pending", "completed"])))
        {
            let withdrawal = api.get(&format!("/api/v1/withdrawals/{transaction}")).await.unwrap();
            assert!(withdrawal.is_success(), "{transaction}: {}", withdrawal.text);
            assert!(states.contains(&withdrawal.text_at("/state")), "{}", withdrawal.text);
            seen += 1;
        }
    }
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_under_sixteen_clients_lose_nothing_that_was_acknowledged() {
    let folder = folder();
    let mut program = Program::demo(folder.path());
    let demo = program.demo.clone();
    let wallets: Vec<&Value> = demo["wallets"].as_array().unwrap().iter().skip(1).collect();
    let in_gbp: Vec<&Value> =
        wallets.into_iter().filter(|wallet| wallet["accounts"][0]["currency"] == "GBP").collect();
    let mut clients: Vec<Client> = in_gbp
        .chunks_exact(WALLETS_EACH)
        .take(CLIENTS)
        .enumerate()
        .map(|(number, wallets)| Client::new(&program, number, wallets))
        .collect();
    assert_eq!(clients.len(), CLIENTS);
    let (mut in_flight, mut acknowledged) = (0, 0);
    let rounds = std::env::var(ROUNDS_VARIABLE).map_or(ROUNDS, |text| text.parse().unwrap());
    let mut restarts_ms = Vec::new();
    for round in 0..rounds {
        let toll = Arc::new(Toll::default());
        let more = round * ANSWERS_STEP % (ANSWERS_BEFORE_KILL_MAX - ANSWERS_BEFORE_KILL_MIN);
        toll.due.store(ANSWERS_BEFORE_KILL_MIN + more, Ordering::Release);
        let mut working: JoinSet<_> =
            clients.drain(..).map(|client| client.work(Arc::clone(&toll))).collect();
        tokio::select! {
            () = toll.reached.notified() => program.kill(),
            early = working.join_next() => panic!("a client stopped before the kill: {:?}", early.unwrap().err()),
        }
        let mut cut = 0;
        for (client, was_in_flight) in working.join_all().await {
            cut += usize::from(was_in_flight);
            clients.push(client);
        }
        assert!(cut > 0, "round {round}: the kill interrupted nothing");
        in_flight += cut;

        let killed = Instant::now();
        program = Program::demo(folder.path());
        restarts_ms.push(killed.elapsed().as_millis());
        for client in &mut clients {
            client.server.clone_from(&program.server);
        }
        acknowledged = assert_acknowledged(&program, &clients).await;
        let settling: Vec<_> = clients.drain(..).map(|client| tokio::spawn(client.settle())).collect();
        for client in settling {
            clients.push(client.await.unwrap());
        }
        let verified = program.verify();
        let said = String::from_utf8_lossy(&verified.stdout);
        assert!(verified.status.success(), "round {round}: {said}");
    }
    assert!(in_flight >= 1 && acknowledged >= 1, "{in_flight} in flight, {acknowledged} acknowledged");
    assert_acknowledged(&program, &clients).await;
    let done: usize = clients.iter().map(|client| client.closed.len()).sum();
    assert_balances(&program, &clients, done).await;
    tell(rounds, in_flight, done, restarts_ms);
}

/// For whoever reads the log of a campaign.
#[expect(clippy::print_stdout, reason = "the figures of the campaign are its result")]
fn tell(rounds: u32, in_flight: usize, done: usize, mut restarts_ms: Vec<u128>) {
    restarts_ms.sort_unstable();
    let at = |percent: usize| restarts_ms.get((restarts_ms.len() * percent / 100).min(restarts_ms.len() - 1));
    let [p50, p99] = [50, 99].map(|percent| at(percent).copied().unwrap_or_default());
    println!(
        "{rounds} kills, {in_flight} requests cut off and settled, {done} cash-outs; restart p50 {p50} ms, \
         p99 {p99} ms"
    );
}

/// What left the wallets is what was acknowledged: a penny each, neither lost nor taken twice.
async fn assert_balances(program: &Program, clients: &[Client], done: usize) {
    let mut api = program.api();
    let minor = |text: &str| text.replace('.', "").parse::<usize>().unwrap();
    let opening = |wallet_id: &str| {
        let wallets = program.demo["wallets"].as_array().unwrap();
        let wallet = wallets.iter().find(|wallet| wallet["wallet_id"] == wallet_id).unwrap();
        minor(wallet["accounts"][0]["balance"].as_str().unwrap())
    };
    let mut gone = 0;
    for [wallet_id, _, account] in clients.iter().flat_map(|client| &client.wallets) {
        let now = api.get(&format!("/api/v1/accounts/{account}")).await.unwrap();
        gone += opening(wallet_id) - minor(now.text_at("/balance/amount"));
    }
    assert_eq!(gone, done);
}
